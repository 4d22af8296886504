//! What an export is: the wish, the files, and why there are none; how it is made is in `exports`.

use super::export_form::ExportForm;
use super::export_sections::ChosenSections;
use crate::engine::Closure;
use crate::export::Stamp;
use crate::lang::Lang;
use crate::scenario::ResolveError;
use crate::scenario::study::Study;
use crate::text::{Explanation, explain_export_part, explain_resolve_error, in_scenario};

/// What is to be exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportRequest {
    /// The form.
    pub form: ExportForm,
    /// Ids of baselines and scenarios.
    pub cases: Vec<String>,
    /// Closure of the runs.
    pub closure: Closure,
    /// Language.
    pub lang: Lang,
    /// Date.
    pub stamp: Stamp,
    /// Sections of a report or note.
    pub sections: ChosenSections,
}

/// What is chosen in the dialog of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportPlan {
    /// The form.
    pub form: ExportForm,
    /// Ids of baselines and scenarios.
    pub cases: Vec<String>,
    /// Language.
    pub lang: Lang,
    /// The folder as typed.
    pub folder: String,
    /// Sections of a report or note.
    pub sections: ChosenSections,
}

impl ExportPlan {
    /// Whether all choices are made.
    pub fn is_complete(&self) -> bool {
        !self.cases.is_empty() && !self.folder.trim().is_empty() && self.sections.is_enough_for(self.form)
    }
}

/// A file that is ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedFile {
    /// Name with its ending.
    pub name: String,
    /// Contents.
    pub bytes: Vec<u8>,
}

/// Why an export is refused.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ExportError {
    /// A scenario does not run.
    #[error("{case}: {error}")]
    Case {
        /// Its id.
        case: String,
        /// Why.
        error: ResolveError,
    },
    /// A part could not be made: an error of the program.
    #[error("{part}: {detail}")]
    Part {
        /// Which file.
        part: String,
        /// Why, in English.
        detail: String,
    },
}

/// Why an export is refused, in words.
pub fn explain_export_error(error: &ExportError, study: &Study, lang: Lang) -> Explanation {
    match error {
        ExportError::Case { case, error } => {
            in_scenario(case, &explain_resolve_error(error, Some(study), lang), study, lang)
        }
        ExportError::Part { part, detail } => explain_export_part(part, detail, lang),
    }
}

/// What an export gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The files.
    pub files: Vec<ExportedFile>,
    /// What is worth a look in the runs, a sentence each; the files have the same.
    pub remarks: Vec<String>,
}
