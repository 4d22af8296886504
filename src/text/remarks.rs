//! Remarks about a projection that succeeded, in words.

use super::catalog::message_with;
use super::names::{case_name, closure_name, gap_name, line_name};
use super::number::Numbers;
use super::words::filled;
use crate::analysis::{Diagnostic, warnings};
use crate::engine::Projection;
use crate::lang::Lang;
use crate::scenario::study::Study;

/// A remark about a projection.
pub fn explain_diagnostic(diagnostic: &Diagnostic, study: &Study, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let told = |key, arguments: &[(&'static str, String)]| {
        let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        message_with(lang, key, &arguments)
    };
    let year = |year: &i32| ("year", numbers.year(*year));
    let line = |sector: &str| ("line", line_name(sector, Some(study), lang));
    match diagnostic {
        Diagnostic::LabourMargin { year: at, margin } => {
            told("status-labour-margin", &[year(at), ("value", numbers.decimal(*margin, 1))])
        }
        Diagnostic::LabourGap { year: at, missing } => {
            told("status-labour-gap", &[year(at), ("value", numbers.decimal(*missing, 1))])
        }
        Diagnostic::NoFigures { gaps } => {
            let parts: Vec<String> = gaps.iter().map(|gap| gap_name(gap, lang)).collect();
            told("status-no-figures", &[("names", parts.join(", "))])
        }
        Diagnostic::LandBinds { year: at } => told("status-land-binds", &[year(at)]),
        Diagnostic::EmploymentHigh { year: at, ratio } => {
            told("status-employment-high", &[year(at), ("ratio", numbers.percent(*ratio, 0))])
        }
        Diagnostic::TfpImplausible { sector, year: at, growth } => {
            told("status-tfp", &[line(sector), year(at), ("value", numbers.percent(*growth, 1))])
        }
        Diagnostic::SpilloverHeldAtZero { sector, year: at } => told("status-spillover", &[line(sector), year(at)]),
        Diagnostic::ProjectBeforeBase { year: at } => told("status-project-early", &[year(at)]),
        Diagnostic::BeyondFigures { last, end } => {
            told("status-beyond-figures", &[("last", numbers.year(*last)), ("end", numbers.year(*end))])
        }
    }
}

/// What is worth a look in a projection, a sentence each, as the status bar has it.
pub fn remarks(study: &Study, projection: &Projection, lang: Lang) -> Vec<String> {
    warnings(study, projection).iter().map(|one| format!("{}.", explain_diagnostic(one, study, lang))).collect()
}

/// The same with the name of the case and its closure before each.
pub fn remarks_of_case(study: &Study, case: &str, projection: &Projection, lang: Lang) -> Vec<String> {
    let name = case_name(case, Some(study), lang);
    let closure = closure_name(projection.inputs().closure(), lang);
    let told = |remark: &String| {
        filled(lang, "remark-of-case", &[("scenario", &name), ("closure", &closure), ("remark", remark)])
    };
    remarks(study, projection, lang).iter().map(told).collect()
}
