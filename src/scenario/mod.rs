//! What the user edits: the study, its scenarios, and how both resolve into the complete inputs of a run.

mod baseline;
mod case;
mod converter;
mod coverage;
mod edit;
mod error;
pub mod error_model;
pub mod figure;
mod group_setting;
mod indexed;
pub mod lever;
pub mod links;
mod observed;
mod parameter;
mod provenance;
mod rebase;
mod record;
mod record_problem;
mod records;
mod reprice;
mod resolve;
mod resolver;
pub mod setting;
mod share_group;
mod stated;
pub mod study;
mod subjects;
mod tested_bands;
mod tree;
mod validate;
mod value_change;
pub mod value_form;

pub use baseline::{CalibratedBaseline, calibrate_baseline};
pub use case::{CalibratedBaselines, Case, PreparedCase};
pub use converter::{shock_depth, year_growth};
pub use coverage::{AbsentFigure, find_absent_figures, gaps_of};
pub use edit::{
    CASE_COLOURS, CaseWords, CurrencyWords, Edit, FigureList, StudyFrame, TakenFigures, apply_edit, free_id, free_slot,
    with_descendants,
};
pub use error::{DuplicateFigure, RecordField, ResolveError, StudyError};
pub use error_model::{ErrorModel, error_model};
pub use group_setting::effective_setting;
pub use indexed::{Indexed, OfLine};
pub use provenance::{Provenance, default_provenance, figure_provenance, lever_provenance};
pub use rebase::{BaseChange, BaseMove, NextBase, VintageChoice, history_vintages, last_base_year, next_base};
pub use record::{RecordLine, RecordOrigin, StudyRecord};
pub use record_problem::RecordProblem;
pub use records::{Record, RecordRef, settings_of_record};
pub use reprice::{ListedFigure, PriceBaseChoice, PriceLink, Repricing, SumOfYear, find_repricing, price_base_years};
pub use resolve::{default_path, default_shares, fingerprint, merged_settings, placed_path};
pub use resolver::Resolver;
pub use share_group::rebalance;
pub(crate) use subjects::retain_deciding;
pub use subjects::{deciding_keys, lever_keys};
pub use tested_bands::{BandSource, KnownVolatility, TestedModel, tested_model, widest_model};
pub use tree::TreeLine;
pub use validate::validate;
pub use value_change::{LeverValue, ValueChange, change_value, snap_to_step, without_dust};
