//! From the tables of statistics offices to figures of a study: what a table measures, which label is which line, what
//! a study has already, and a new study from a file.
//!
//! Start at `session.rs`; `reading` finds the tables, `docs/import.md` describes the way of a figure.

mod breaks;
mod growth;
mod intake;
mod lines;
mod measure;
mod merge;
mod national;
mod new_study;
mod offer;
mod outline;
mod session;
mod typed;

pub use breaks::{BreakEvidence, SeriesAnswer};
pub use growth::{UnusualGrowth, unusual_growth};
pub use intake::{CellLeftOut, IncomingFigure, Intake, IntakeChange, LeftOutBecause, compare_with_study};
pub use lines::{Detail, DraftLine, LineRole, RoleFoundBy, RoledLabel, id_from};
pub use measure::{ImportMeasure, OtherQuantity, Unfit, study_unit, typed_units};
pub use merge::{
    MergeFrame, MergeGap, MergeGapReason, MergeProblem, Merged, SUM_VINTAGE, SummedPart, figures_as_study,
    merge_studies,
};
pub use new_study::{NewStudy, NewStudyProblem, create_study, figures_to_take};
pub use offer::{ImportOffer, OfferKey, cells_of};
pub use outline::OutlineLabel;
pub use session::{ImportFile, ImportFrame, ImportSession, OpenQuestion};
pub use typed::{TypedProblem, TypedRow, TypedTable};
