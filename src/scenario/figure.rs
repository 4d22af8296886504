//! One figure: an observation, a target or a parameter, with everything that must be known before it may be used.

use super::record_problem::RecordProblem;
use crate::lang::Localized;
use crate::quantity::{PriceBasis, Unit, Year};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use crate::quantity::Quantity;

/// How a figure is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Read in a published source.
    Published,
    /// Calculated from published figures.
    Derived,
    /// An assumption.
    Assumed,
}

/// From which side a target is met.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// The value, or more.
    AtLeast,
    /// The value, or less.
    AtMost,
    /// The value, or as near to it as `within`, in the unit of the target.
    Near {
        /// Greatest distance at which the target still counts as met.
        within: f64,
    },
}

impl Aim {
    /// Id in files and tables.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::AtMost => "at_most",
            Self::Near { .. } => "near",
        }
    }
}

/// Points of per cent around a target share that states no aim (assumed).
const NEAR_SHARE: f64 = 1.0;

/// A figure with its unit, basis, territory, vintage, status and source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", deny_unknown_fields)]
pub struct Figure {
    /// What it measures.
    pub quantity: Quantity,
    /// Sector or group id, `taxes` or `total`; empty where the quantity has no line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
    /// Supplying sector of an input coefficient; empty otherwise.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub from: String,
    /// Year, or last year of an average; `None` for a parameter of every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<Year>,
    /// First year of an average.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Year>,
    /// Value in `unit`.
    pub value: f64,
    /// Upper end where a range is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// Unit of `value`.
    pub unit: Unit,
    /// From which side a target is met; `None` for other figures, and for targets that leave it to [`Figure::aim`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<Aim>,
    /// A target that is judged alone, and does not count among all targets of its vintage together.
    #[serde(default, skip_serializing_if = "is_false")]
    pub apart: bool,
    /// Constant or current prices, where it matters.
    #[serde(default = "no_basis", skip_serializing_if = "is_no_basis")]
    pub price_basis: PriceBasis,
    /// Territory id.
    pub territory: String,
    /// Which publication or revision it belongs to; baselines choose by it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub vintage: String,
    /// Published, derived or assumed.
    pub status: Status,
    /// Source id.
    pub source: String,
    /// The quoted words of a published figure, to the letter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// How it was derived, or why it is assumed.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Localized,
    /// Where it stands in the file that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Box<SourceCell>>,
    /// What it was at the constant prices of another year, from which it was re-expressed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub former: Option<Box<FormerPrices>>,
}

/// A figure as it was stated before the study took the constant prices of another year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerPrices {
    /// The price base year of the study then.
    pub base: Year,
    /// Value in the figure's unit.
    pub value: f64,
    /// Upper end where a range is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// From which side a target is met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<Aim>,
    /// Its prices as they were stated.
    #[serde(default = "no_basis", skip_serializing_if = "is_no_basis")]
    pub price_basis: PriceBasis,
    /// How it was known.
    pub status: Status,
    /// Where it stood in the file that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Box<SourceCell>>,
}

/// The place of a figure in the file of its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceCell {
    /// The sheet; empty for files without sheets.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sheet: String,
    /// The cell; several where the figure is their sum.
    pub cells: Vec<String>,
    /// The cells of its heads and labels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<String>,
    /// Whether the file calls it an estimate or preliminary.
    #[serde(default, skip_serializing_if = "is_false")]
    pub estimate: bool,
}

impl Figure {
    /// A new figure of which only the quantity is known: value 0, in the unit of the model, assumed.
    pub fn blank(quantity: Quantity) -> Self {
        Self {
            quantity,
            line: String::new(),
            from: String::new(),
            year: None,
            since: None,
            value: 0.0,
            upper: None,
            unit: quantity.unit(),
            aim: None,
            apart: false,
            price_basis: PriceBasis::None,
            territory: String::new(),
            vintage: String::new(),
            status: Status::Assumed,
            source: String::new(),
            quote: String::new(),
            note: Localized::default(),
            cell: None,
            former: None,
        }
    }

    /// The value in the model's unit of the quantity.
    pub fn model_value(&self) -> f64 {
        self.value * self.unit.factor() / self.quantity.unit().factor()
    }

    /// From which side it is met as a target: as it states, otherwise a share is to come near and all else is a floor.
    pub fn aim(&self) -> Aim {
        let of_share = Aim::Near { within: NEAR_SHARE * Unit::Percent.factor() / self.unit.factor() };
        self.aim.unwrap_or(if self.quantity == Quantity::Share { of_share } else { Aim::AtLeast })
    }

    /// The least and the greatest value that meet it as a target, in its unit.
    ///
    /// A value meets a target where it does so with the decimals that people read in that unit.
    pub fn met_between(&self) -> [f64; 2] {
        let decimals = i32::try_from(self.unit.decimals()).unwrap_or(i32::MAX);
        let slack = 0.5 * 10_f64.powi(-decimals);
        let (low, high) = (self.value, self.upper.unwrap_or(self.value));
        match self.aim() {
            Aim::AtLeast => [low - slack, f64::INFINITY],
            Aim::AtMost => [f64::NEG_INFINITY, high + slack],
            Aim::Near { within } => [low - within - slack, high + within + slack],
        }
    }

    /// The upper end in the model's unit.
    pub fn model_upper(&self) -> Option<f64> {
        self.upper.map(|upper| upper * self.unit.factor() / self.quantity.unit().factor())
    }
}

const fn no_basis() -> PriceBasis {
    PriceBasis::None
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
const fn is_false(value: &bool) -> bool {
    !*value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
fn is_no_basis(basis: &PriceBasis) -> bool {
    *basis == PriceBasis::None
}

pub(super) fn is_blank(text: &Localized) -> bool {
    *text == Localized::default()
}

// What the derive writes under `remote` are functions of the type; the traits add the check of the record.
impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let figure = Self::deserialize(deserializer)?;
        match figure.problem() {
            None => Ok(figure),
            Some(problem) => Err(problem.to_reader_error()),
        }
    }
}

impl Figure {
    /// The first thing wrong with the figure by itself.
    pub fn problem(&self) -> Option<RecordProblem> {
        let (quantity, line) = (self.quantity, self.line.clone());
        if !self.unit.converts_to(quantity.unit()) {
            return Some(RecordProblem::WrongUnit { quantity, unit: self.unit });
        }
        for value in [Some(self.model_value()), self.model_upper()].into_iter().flatten() {
            if !value.is_finite() || value.abs() > 1e15 {
                return Some(RecordProblem::NotANumber { quantity, line });
            }
            // Whoever means more than 100 % a year can say so in per cent.
            if self.unit == Unit::RatioPerYear && value.abs() > 1.0 {
                return Some(RecordProblem::RateBeyondOne { quantity, line, value });
            }
            if quantity.is_share() && !(0.0..=1.0).contains(&value) {
                return Some(RecordProblem::ShareOutOfRange { quantity, line, value });
            }
            if quantity.is_positive() && value <= 0.0 {
                return Some(RecordProblem::NotPositive { quantity, line, value });
            }
        }
        if let Some(upper) = self.upper.filter(|upper| *upper < self.value) {
            return Some(RecordProblem::EndsReversed { quantity, line, upper });
        }
        if let Some((since, year)) = self.since.zip(self.year).filter(|(since, year)| since > year) {
            return Some(RecordProblem::PeriodReversed { quantity, line, since, year });
        }
        if let Some(Aim::Near { within }) = self.aim
            && !(within.is_finite() && (0.0..=self.value.abs()).contains(&within))
        {
            return Some(RecordProblem::DistanceOutOfRange { quantity, line, within });
        }
        if self.source.is_empty() {
            return Some(RecordProblem::NoSource { quantity, line });
        }
        None
    }
}
