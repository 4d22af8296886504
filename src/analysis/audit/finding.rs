//! A finding: what a check computed, against what, from which records.

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
    /// For information; the plan states no value to compare with.
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

/// Against what a computed figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// What the plan states.
    Plan,
    /// The highest on record.
    Record,
    /// A target of an earlier year, for want of a record.
    EarlierTarget,
    /// What the study takes as plausible.
    Plausible,
    /// What the source states.
    Source,
    /// What must hold by itself: shares of 100 per cent, a margin of nought.
    Itself,
}

/// How a ratio is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As a plain number.
    Plain,
    /// As per cent.
    Percent,
    /// As a multiple.
    Times,
}

/// What stands beside the computed figure in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatedAs {
    /// The bounds.
    Bounds,
    /// The one stated figure around which the bounds are a tolerance.
    Figure,
    /// A lower bound that is itself the stated figure.
    Least,
    /// An upper bound that is the record.
    Record,
    /// An upper bound that is a target of an earlier year.
    EarlierTarget,
    /// An upper bound that is the most the plan states.
    PlanMost,
    /// The whole, 100 per cent.
    Whole,
    /// Nothing.
    Nothing,
}

/// What a finding says, and how it is read; its sentences in both languages follow from the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Key of its title; its sentence and its hint have the same with an ending.
    pub key: &'static str,
    /// Against what the figure stands.
    pub against: Against,
    /// How a ratio is read.
    pub reading: Reading,
    /// What stands beside the figure.
    pub stated: StatedAs,
    /// Whether the distance from what is stated means something.
    pub has_gap: bool,
}

impl Claim {
    pub(super) const fn new(key: &'static str, against: Against) -> Self {
        Self { key, against, reading: Reading::Plain, stated: StatedAs::Bounds, has_gap: true }
    }

    pub(super) const fn reading(mut self, reading: Reading) -> Self {
        self.reading = reading;
        self
    }

    pub(super) const fn stated(mut self, stated: StatedAs) -> Self {
        self.stated = stated;
        self
    }

    /// The same claim without a record, where a target of an earlier year stands in.
    pub(super) const fn against_earlier_target(mut self) -> Self {
        (self.against, self.stated) = (Against::EarlierTarget, StatedAs::EarlierTarget);
        self
    }

    pub(super) const fn without_gap(mut self) -> Self {
        self.has_gap = false;
        self
    }
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
    /// (1 + a) ÷ (1 + b) − 1
    Beside,
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
    pub check: &'static str,
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
    /// Line; empty if the claim has none.
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
            check: "",
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
