//! The program without a window: state, commands, undo, derived results, and the contents that views show.
//!
//! Independent of egui and of files; `update` is the only writer of the state.

mod answers;
mod autosave;
pub mod case_form;
pub mod command;
mod derived;
mod effect;
pub mod ensemble_job;
mod export_form;
mod export_request;
mod export_sections;
pub mod exports;
mod grdp_effects;
mod history;
pub mod import;
pub mod merge_form;
mod notice;
pub mod palette;
mod state;
pub mod uncertainty;
mod update;
pub mod view_models;
pub mod workspace;

pub use answers::{Answers, WhyAnswer};
pub use autosave::Schedule;
pub use command::{
    Command, Decision, DocumentCommand, FileCommand, Intent, OverwriteReason, PictureRequest, WindowCommand,
};
pub use derived::{CaseResult, Derived};
pub use effect::Effect;
pub use grdp_effects::{GrdpChange, GrdpEffect, GrdpEffects};
pub use history::{Gesture, History, Label};
pub use notice::{Notice, NoticeKind, SHOWN_NOTICES};
pub use state::{AppState, Origin, PendingQuestion};
pub use uncertainty::refresh_uncertainty;
pub use update::update;
pub use workspace::{Display, LastStudy, Preferences, Renderer, View, WindowPlace, Workspace};
