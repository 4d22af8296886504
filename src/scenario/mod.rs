//! What the user edits: the study, its scenarios, and how both resolve into the complete inputs of a run.

mod baseline;
mod edit;
mod error;
pub mod figure;
pub mod lever;
mod resolve;
pub mod setting;
mod share_group;
pub mod study;
mod subjects;
mod validate;

pub use baseline::{CalibratedBaseline, calibrate_baseline};
pub use edit::{Edit, FigureList, edited, free_id, free_slot, with_descendants};
pub use error::{ResolveError, StudyError};
pub use resolve::{default_path, default_shares, fingerprint, merged_settings, resolve, resolve_settings};
pub use share_group::rebalance;
pub use subjects::lever_keys;
pub use validate::validate;
