//! Where a value comes from, in words: the same in window, workbook and report.

use super::catalog::message;
use super::names::{case_name, vintage_name};
use crate::lang::Lang;
use crate::scenario::figure::Status;
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;
use crate::scenario::{Provenance, default_provenance, lever_provenance};

/// How a value is known, and the document or case that states it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OriginText {
    /// Published, derived, assumed, calibrated, or chosen by a scenario.
    pub status: String,
    /// The document, the case, or the baseline; empty where nobody states the value.
    pub source: String,
}

/// How a figure is known.
pub fn status_word(status: Status, lang: Lang) -> String {
    let key = match status {
        Status::Published => "source-published",
        Status::Derived => "source-derived",
        Status::Assumed => "source-assumed",
    };
    message(lang, key)
}

/// An origin in words; `baseline` is the id of the baseline to which a calibrated value belongs.
pub fn explain_provenance(provenance: Provenance<'_>, study: &Study, baseline: &str, lang: Lang) -> OriginText {
    let title =
        |id: &str| study.source(id).map_or_else(|| id.to_owned(), |source| source.title.in_lang(lang).to_owned());
    let status = status_word(provenance.status(), lang);
    match provenance {
        Provenance::Scenario { case } => {
            OriginText { status: message(lang, "workbook-status-scenario"), source: case_name(case, Some(study), lang) }
        }
        Provenance::Calibrated => OriginText {
            status: message(lang, "workbook-status-calibrated"),
            source: case_name(baseline, Some(study), lang),
        },
        Provenance::Figure(figure) if !figure.vintage.is_empty() => {
            let source = format!("{} ({})", title(&figure.source), vintage_name(&figure.vintage, lang));
            OriginText { status, source }
        }
        Provenance::Figure(_) | Provenance::Record { .. } => OriginText { status, source: title(provenance.source()) },
        Provenance::Assumed => OriginText { status, source: String::new() },
    }
}

/// Where the value of a lever of a case comes from; a scenario that moves what a record states is named before it.
pub fn explain_lever_origin(study: &Study, case: &str, key: &LeverKey, lang: Lang) -> OriginText {
    let Some((baseline, _)) = study.lineage(case) else { return OriginText::default() };
    let told = |provenance| explain_provenance(provenance, study, &baseline.id, lang);
    let provenance = lever_provenance(study, case, key);
    let own = told(provenance);
    let behind = default_provenance(study, baseline, key);
    let is_moved_record =
        matches!(provenance, Provenance::Scenario { .. }) && matches!(behind, Provenance::Record { .. });
    if is_moved_record { OriginText { source: format!("{}; {}", own.source, told(behind).source), ..own } } else { own }
}
