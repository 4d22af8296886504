//! A finding: what a check computed, against what, from which records.

use super::Check;
use crate::engine::Variable;
use crate::quantity::{PriceBasis, Unit, Year};
use crate::scenario::FigureList;

/// How a finding ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The computed figure lies below what is stated, or below a bound.
    Below,
    /// The computed figure lies above what is stated, or above a bound.
    Above,
    /// Two ways of writing or counting contradict each other.
    Mismatch,
    /// The source does not say what must be known.
    NotStated,
    /// For information; nothing is stated to compare with.
    Info,
    /// The figures agree.
    Ok,
}

impl Verdict {
    /// The word in tables and files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::Above => "above",
            Self::Mismatch => "mismatch",
            Self::NotStated => "not_stated",
            Self::Info => "info",
            Self::Ok => "ok",
        }
    }

    /// Whether figures disagree, or something that must be known is not stated.
    pub const fn fails(self) -> bool {
        matches!(self, Self::Below | Self::Above | Self::Mismatch | Self::NotStated)
    }
}

/// What a finding says; each has its sentences in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// Shares of one year sum to 100 per cent.
    SharesSum,
    /// GRDP implied by a level and its share.
    ImpliedTotal,
    /// Growth of GRDP implied by levels.
    TotalGrowth,
    /// Growth of a line implied by levels.
    LineGrowth,
    /// Growth of employment implied by targets.
    EmploymentGrowth,
    /// Growth of productivity implied by targets.
    ProductivityGrowth,
    /// Productivity implied by targets.
    ProductivityLevel,
    /// Growth of everything outside the lines with levels.
    RestGrowth,
    /// Growth of the line that takes the residual.
    ResidualGrowth,
    /// Labour supply less demand.
    LabourMargin,
    /// Employment over population.
    EmploymentRate,
    /// Investment over added output.
    Icor,
    /// Part of growth that TFP contributes.
    TfpPart,
    /// Growth of TFP of a line.
    TfpGrowth,
    /// Exports over GRDP.
    Exports,
    /// Growth needed in the one year to a target.
    OneYearJump,
    /// Growth needed a year until a target.
    CatchUp,
    /// Available over required land.
    LandMargin,
    /// GRDP per head of the result.
    PerHead,
    /// Parts of an amount.
    Amounts,
    /// A level from the one before and published growth.
    NextLevel,
    /// The level before, which a published level and its growth imply.
    EarlierLevel,
    /// A level from the one after and published growth.
    LevelBefore,
    /// Population implied by output and output per head.
    Population,
    /// Parts of a count.
    Counts,
    /// Growth needed in the rest of a year.
    RestOfYear,
    /// Named projects over the total.
    Projects,
    /// Share of output over share of employment.
    RelativeProductivity,
    /// Decimal marks in one sentence.
    DecimalMarks,
    /// Price basis that a source does not name.
    PriceBasis,
    /// Figures of other territories.
    Territory,
    /// A figure that reads as its like with another unit.
    UnitSlip,
}

/// A number with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// Value in `unit`.
    pub value: f64,
    /// Unit.
    pub unit: Unit,
}

/// Where a figure of a finding comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// A record of the study.
    Figure {
        /// Its list.
        list: FigureList,
        /// Its position in the list.
        position: usize,
    },
    /// A project of the study.
    Project {
        /// Its id.
        id: String,
    },
    /// A result of the plan's baseline.
    Result {
        /// Variable.
        variable: Variable,
        /// Line id.
        line: String,
        /// Year.
        year: Year,
        /// Value in the variable's unit.
        value: f64,
    },
}

/// How the result of a step follows from its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepForm {
    /// a + b + …
    Sum,
    /// a − b
    Difference,
    /// a ÷ b
    Quotient,
    /// a × b ÷ c
    Product,
    /// a ÷ (b × c)
    QuotientOfProduct,
    /// (a ÷ b)^(1/n) − 1
    Growth {
        /// Number of years.
        years: i32,
    },
    /// a × (1 + b)
    Compound,
    /// a ÷ (1 + b)
    Back,
    /// (12 a − m b) ÷ (12 − m)
    RestOfYear {
        /// Months that are known.
        months: u8,
    },
}

/// One line of arithmetic.
#[derive(Debug, Clone, PartialEq)]
pub struct ArithmeticStep {
    /// How.
    pub form: StepForm,
    /// From what.
    pub operands: Vec<Amount>,
    /// The result.
    pub result: Amount,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// The check with its letter, such as `C03a`.
    pub code: String,
    /// What it says.
    pub claim: Claim,
    /// How it ends.
    pub verdict: Verdict,
    /// The computed figure, in `unit`.
    pub value: f64,
    /// Lower bound, in `unit`.
    pub lower: Option<f64>,
    /// Upper bound, in `unit`.
    pub upper: Option<f64>,
    /// Unit of value and bounds.
    pub unit: Unit,
    /// Prices of value and bounds.
    pub basis: PriceBasis,
    /// Line; empty where there is none.
    pub line: String,
    /// First year of a period.
    pub since: Option<Year>,
    /// Year, or last year of a period.
    pub year: Option<Year>,
    /// Records behind the computed figure.
    pub computed: Vec<Evidence>,
    /// Records behind the stated figure or bound.
    pub stated: Vec<Evidence>,
    /// The arithmetic.
    pub steps: Vec<ArithmeticStep>,
    /// For growth that misses its range: the nearest bound and the level to which it would lead.
    pub at_bound: Option<(f64, Amount)>,
    /// A figure of another thing with almost the same digits, which is easily taken for this one.
    pub lookalike: Option<Evidence>,
}

impl Finding {
    /// A finding for information.
    pub(super) fn new(claim: Claim, value: f64, unit: Unit) -> Self {
        Self {
            check: Check::C01,
            code: String::new(),
            claim,
            verdict: Verdict::Info,
            value,
            lower: None,
            upper: None,
            unit,
            basis: PriceBasis::None,
            line: String::new(),
            since: None,
            year: None,
            computed: Vec::new(),
            stated: Vec::new(),
            steps: Vec::new(),
            at_bound: None,
            lookalike: None,
        }
    }

    /// With bounds, and the verdict that follows.
    #[must_use]
    pub(super) fn within(mut self, lower: Option<f64>, upper: Option<f64>) -> Self {
        (self.lower, self.upper) = (lower, upper);
        self.verdict = match (lower, upper) {
            (None, None) => Verdict::Info,
            (Some(lower), _) if self.value < lower => Verdict::Below,
            (_, Some(upper)) if self.value > upper => Verdict::Above,
            (Some(_), _) | (_, Some(_)) => Verdict::Ok,
        };
        self
    }

    #[must_use]
    pub(super) fn at_prices(mut self, basis: PriceBasis) -> Self {
        self.basis = basis;
        self
    }

    /// About a line and a year or period.
    #[must_use]
    pub(super) fn about(mut self, line: &str, since: Option<Year>, year: Year) -> Self {
        line.clone_into(&mut self.line);
        (self.since, self.year) = (since, Some(year));
        self
    }

    /// With the records behind the computed figure.
    #[must_use]
    pub(super) fn from(mut self, computed: impl IntoIterator<Item = Evidence>) -> Self {
        for evidence in computed {
            if !self.computed.contains(&evidence) {
                self.computed.push(evidence);
            }
        }
        self
    }

    /// With the records behind the stated figure.
    #[must_use]
    pub(super) fn against(mut self, stated: impl IntoIterator<Item = Evidence>) -> Self {
        self.stated.extend(stated);
        self
    }

    /// With its arithmetic.
    #[must_use]
    pub(super) fn with_steps(mut self, steps: impl IntoIterator<Item = ArithmeticStep>) -> Self {
        self.steps.extend(steps);
        self
    }

    /// How far the value lies outside its bounds, with sign; 0 inside, `None` without bounds.
    pub fn gap(&self) -> Option<f64> {
        match (self.lower, self.upper) {
            (None, None) => None,
            (Some(lower), _) if self.value < lower => Some(self.value - lower),
            (_, Some(upper)) if self.value > upper => Some(self.value - upper),
            (Some(_), _) | (_, Some(_)) => Some(0.0),
        }
    }
}

impl ArithmeticStep {
    pub(super) fn new(form: StepForm, operands: impl IntoIterator<Item = Amount>, result: Amount) -> Self {
        Self { form, operands: operands.into_iter().collect(), result }
    }
}

impl Amount {
    pub(super) const fn new(value: f64, unit: Unit) -> Self {
        Self { value, unit }
    }
}
