//! Why a study is refused, or does not resolve into a run.

use super::coverage::AbsentFigure;
use super::figure::Quantity;
use super::record_problem::RecordProblem;
use super::reprice::ListedFigure;
use crate::calibration::CalibrationError;
use crate::engine::EngineError;
use crate::engine::equations::spillover::SpilloverError;
use crate::quantity::Year;

/// A figure that a study states a second time.
#[derive(Debug, Clone, PartialEq)]
pub struct DuplicateFigure {
    /// Field path of the second.
    pub place: String,
    /// Field path of the first.
    pub first: String,
    /// What both are of.
    pub quantity: Quantity,
    /// Line id.
    pub line: String,
    /// First year of a period.
    pub since: Option<Year>,
    /// Year, or last year of a period.
    pub year: Option<Year>,
    /// Vintage; empty where figures of the list have none.
    pub vintage: String,
}

/// A statement of the study that cannot hold.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum StudyError {
    /// A record is wrong by itself.
    #[error("{place}: {problem}")]
    Record {
        /// Field path, such as `observations[3]`.
        place: String,
        /// What is wrong.
        problem: RecordProblem,
    },
    /// An id that is not defined.
    #[error("{place} names {id}, which does not exist")]
    UnknownReference {
        /// Field path.
        place: String,
        /// The id.
        id: String,
    },
    /// An id that two records share.
    #[error("{place}: id {id} stands twice")]
    DuplicateId {
        /// Field path.
        place: String,
        /// The id.
        id: String,
    },
    /// Two figures for the same quantity, line, period, territory and vintage.
    #[error("{}: {:?} of {} in {:?} stands at {} already", .0.place, .0.quantity, .0.line, .0.year, .0.first)]
    DuplicateFigure(Box<DuplicateFigure>),
    /// A price level of the price base year that is not 1.
    #[error("{place}: price level {level} in the price base year {base}")]
    PriceLevelInBase {
        /// Field path.
        place: String,
        /// The price base year of the study.
        base: Year,
        /// The price level as stated, or as values at both prices imply it.
        level: f64,
    },
    /// A vintage that covers no part of a year.
    #[error("{vintage} covers {months} months")]
    MonthsOutOfRange {
        /// The vintage.
        vintage: String,
        /// Months as given.
        months: u8,
    },
    /// A target in the base year or before it.
    #[error("{place}: target year {year} is not after base year {base}")]
    TargetBeforeBase {
        /// Field path.
        place: String,
        /// Target year.
        year: Year,
        /// Base year of the baseline that uses it.
        base: Year,
    },
    /// Shares that do not sum to 1.
    #[error("{place}: shares sum to {sum}")]
    SharesNotOne {
        /// Field path.
        place: String,
        /// Their sum.
        sum: f64,
    },
    /// A lever beyond its hard range.
    #[error("{lever} of {scenario} is {shown}, allowed {low}..{high}")]
    BeyondHardRange {
        /// Scenario id.
        scenario: String,
        /// Lever key.
        lever: String,
        /// Value in the lever's shown unit.
        shown: f64,
        /// Lower bound in the shown unit.
        low: f64,
        /// Upper bound in the shown unit.
        high: f64,
    },
    /// A lever with a setting of another kind.
    #[error("{lever} of {scenario} does not take this kind of value")]
    WrongKind {
        /// Scenario id.
        scenario: String,
        /// Lever key.
        lever: String,
    },
    /// A low value above the base value, or a base value above the high one.
    #[error("{lever} of {scenario}: low, base and high are out of order")]
    RangeOrder {
        /// Scenario id.
        scenario: String,
        /// Lever key.
        lever: String,
    },
    /// A field of a project, park or shock outside what it can be.
    #[error("{record}: {field:?} is {shown}, allowed {low}..{high}")]
    FieldOutOfRange {
        /// Id of the record.
        record: String,
        /// The field.
        field: RecordField,
        /// Its value in the shown unit.
        shown: f64,
        /// Lower bound.
        low: f64,
        /// Upper bound.
        high: f64,
    },
    /// A project, park or shock without a name.
    #[error("{record} has no name")]
    NoName {
        /// Id of the record.
        record: String,
    },
    /// Two recipes of imports with the same name.
    #[error("two recipes are called {name}")]
    SameName {
        /// The name.
        name: String,
    },
    /// A scenario that descends from itself.
    #[error("scenario {id} descends from itself")]
    Cycle {
        /// Scenario id.
        id: String,
    },
    /// A group of sectors stands in itself.
    #[error("{place}: group {id} stands in itself")]
    CircularGroup {
        /// Where the group around it is named.
        place: String,
        /// Group id.
        id: String,
    },
    /// No year after the base has the output of every sector.
    #[error("no year after {base} has output of every sector")]
    NothingToRebase {
        /// The present base.
        base: Year,
    },
    /// A year that is asked for as a base does not come after the present one, or lacks the output of a sector.
    #[error("{year} does not follow {base} with output of every sector")]
    NoOutputOfYear {
        /// The year.
        year: Year,
        /// The present base.
        base: Year,
    },
    /// A new base year lacks figures that the present one has.
    #[error("{year} has no figures of {} parts of the model", absent.len())]
    GapsAfterRebase {
        /// The year.
        year: Year,
        /// What would be missing.
        absent: Vec<AbsentFigure>,
    },
    /// A baseline does not calibrate on a new base year.
    #[error("{baseline} not based on {year}: {why}")]
    NotRebased {
        /// The baseline.
        baseline: String,
        /// The year.
        year: Year,
        /// Why.
        why: Box<ResolveError>,
    },
    /// A vintage that is to be the record is unknown, or lacks the output of a sector in the last base year.
    #[error("vintage {vintage} cannot be the record")]
    UnknownVintage {
        /// The vintage.
        vintage: String,
        /// Those that can be chosen.
        known: Vec<String>,
    },
    /// A vintage is chosen without a reason.
    #[error("no reason for the vintage")]
    NoReason,
    /// Constant prices are of the year already that is asked for.
    #[error("prices are those of {base} already")]
    SamePriceBase {
        /// The year.
        base: Year,
    },
    /// Lines of the record have no values at current prices of the year whose prices are asked for.
    #[error("{} lines have no current prices of {base}", lines.len())]
    NoCurrentPrices {
        /// The year.
        base: Year,
        /// Ids of the lines.
        lines: Vec<String>,
    },
    /// Lines that do not make the total at current prices of the year whose prices are asked for.
    #[error("at current prices of {base} the lines make {share} of the total")]
    LinesMissTotal {
        /// The year.
        base: Year,
        /// The sum of the lines over the total.
        share: f64,
    },
    /// Values without a link to other prices.
    #[error("{} figures have no link to prices of {base}", left.len())]
    FiguresLeft {
        /// The year whose prices are asked for.
        base: Year,
        /// The figures.
        left: Vec<ListedFigure>,
    },
    /// A baseline does not calibrate at other prices.
    #[error("{baseline} not at prices of {base}: {why}")]
    NotRepriced {
        /// The baseline.
        baseline: String,
        /// The year whose prices are asked for.
        base: Year,
        /// Why.
        why: Box<ResolveError>,
    },
    /// A group has no sector below it.
    #[error("{place}: no sector belongs to group {id}")]
    EmptyGroup {
        /// Where the group stands.
        place: String,
        /// Group id.
        id: String,
    },
    /// The horizon does not lie after every base year.
    #[error("horizon {end} is not after base year {base}, or too far")]
    Horizon {
        /// Base year.
        base: Year,
        /// Last year.
        end: Year,
    },
    /// An event in a year that no study can reach.
    #[error("{place}: year {year} is out of range")]
    YearOutOfRange {
        /// Field path.
        place: String,
        /// The year.
        year: Year,
    },
    /// An autocorrelation of −1 or below, or of 1 or above.
    #[error("{place}: persistence of {sector} is {value}")]
    PersistenceOutOfRange {
        /// Field path.
        place: String,
        /// Sector id.
        sector: String,
        /// The autocorrelation.
        value: f64,
    },
    /// Correlations that contradict each other.
    #[error(
        "parameters[{position}]: no valid correlation matrix has this value of {row} and {column}; nearest {value}"
    )]
    CorrelationNotDefinite {
        /// Position among the parameters of the cell that the nearest valid matrix changes most.
        position: usize,
        /// Sector id.
        row: String,
        /// Sector id.
        column: String,
        /// The value of the cell in the nearest valid matrix.
        value: f64,
    },
    /// A parameter outside what the analyses can use.
    #[error("parameters[{position}]: {quantity:?} of {line} is {value}, allowed {bounds:?}")]
    ParameterOutOfRange {
        /// Position among the parameters.
        position: usize,
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// Value in the model's unit.
        value: f64,
        /// Lower and upper bound.
        bounds: &'static (f64, f64),
    },
    /// A parameter that must be a whole number.
    #[error("{place}: {quantity:?} is {value}, not a whole number")]
    NotWhole {
        /// Field path.
        place: String,
        /// Quantity.
        quantity: Quantity,
        /// Value.
        value: f64,
    },
    /// A currency without its code of three letters, or without a word in a language.
    #[error("the currency {code} is not complete")]
    CurrencyNotComplete {
        /// The code as given.
        code: String,
    },
    /// The study has no baseline.
    #[error("the study has no baseline")]
    NoBaseline,
}

/// A number of a project, park or shock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is named in words in the locale files")]
pub enum RecordField {
    Amount,
    Realised,
    Start,
    Profile,
    Jobs,
    Premium,
    Area,
    Opening,
    Ramp,
    Occupancy,
    Depth,
    HalfLife,
    Scar,
    Exposure,
}

impl RecordField {
    /// All, for tests.
    pub const ALL: [Self; 14] = [
        Self::Amount,
        Self::Realised,
        Self::Start,
        Self::Profile,
        Self::Jobs,
        Self::Premium,
        Self::Area,
        Self::Opening,
        Self::Ramp,
        Self::Occupancy,
        Self::Depth,
        Self::HalfLife,
        Self::Scar,
        Self::Exposure,
    ];

    /// Identifier, used in locale keys.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Realised => "realised",
            Self::Start => "start",
            Self::Profile => "profile",
            Self::Jobs => "jobs",
            Self::Premium => "premium",
            Self::Area => "area",
            Self::Opening => "opening",
            Self::Ramp => "ramp",
            Self::Occupancy => "occupancy",
            Self::Depth => "depth",
            Self::HalfLife => "half-life",
            Self::Scar => "scar",
            Self::Exposure => "exposure",
        }
    }
}

/// Why a scenario does not become inputs.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ResolveError {
    /// The id is neither that of a baseline nor of a scenario.
    #[error("no baseline or scenario {id}")]
    UnknownCase {
        /// The id.
        id: String,
    },
    /// A figure that the model needs is absent.
    #[error("{quantity:?} of {line} is missing for {baseline}")]
    MissingFigure {
        /// Quantity.
        quantity: Quantity,
        /// Line; empty for the province.
        line: String,
        /// Year, where one is needed.
        year: Option<Year>,
        /// Baseline that needs it.
        baseline: String,
    },
    /// A closure that would run on what merely stands in for figures.
    #[error("the capital closure needs {quantity:?} of {line}, which {baseline} does not have")]
    ClosureNeedsFigure {
        /// Quantity of the first absent figure.
        quantity: Quantity,
        /// Line; empty for the province.
        line: String,
        /// Baseline that lacks it.
        baseline: String,
    },
    /// A record with too few growth rates of the total to be projected.
    #[error("{baseline} has {found} growth rates of the total and needs {needed}")]
    RecordTooShort {
        /// The baseline.
        baseline: String,
        /// Growth rates that the observations give.
        found: usize,
        /// Growth rates that the rule needs.
        needed: usize,
    },
    /// A lever names a sector, project, park or shock that does not exist.
    #[error("lever {lever} names nothing")]
    UnknownSubject {
        /// Lever key.
        lever: String,
    },
    /// Shares that do not sum to 1.
    #[error("{what} sums to {sum}")]
    SharesNotOne {
        /// Which shares.
        what: String,
        /// Their sum.
        sum: f64,
    },
    /// Two figures of one sum differ in territory or vintage.
    #[error("{quantity:?} of {line} belongs to territory {found}, the study to {expected}")]
    OtherTerritory {
        /// Quantity.
        quantity: Quantity,
        /// Line.
        line: String,
        /// Territory of the figure.
        found: String,
        /// Territory of the study.
        expected: String,
    },
    /// Targets and priors give no baseline.
    #[error(transparent)]
    Calibration(#[from] CalibrationError),
    /// Input coefficients give no spillover.
    #[error(transparent)]
    Spillover(#[from] SpilloverError),
    /// The run of the baseline stopped.
    #[error(transparent)]
    Engine(#[from] EngineError),
}
