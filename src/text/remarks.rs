//! Remarks about a projection that succeeded, in words.

use super::catalog::message_with;
use super::moved::tell_borrowed;
use super::names::{case_name, closure_name, gap_name, line_name};
use super::number::Numbers;
use super::words::filled;
use crate::analysis::{Diagnostic, warnings};
use crate::calibration::forecast::{FEWEST_GROWTHS, TREND_YEARS};
use crate::engine::Projection;
use crate::lang::Lang;
use crate::scenario::study::{Baseline, BaselineRule, Study};
use crate::scenario::{RecordLine, RecordOrigin, StudyRecord, calibrate_baseline};

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
        Diagnostic::LabourGap { since, year: at, missing } => {
            let key = if since == at { "status-labour-gap" } else { "status-labour-gap-since" };
            told(key, &[year(at), ("since", numbers.year(*since)), ("value", numbers.decimal(*missing, 1))])
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
        Diagnostic::StartsElsewhere { line: id, year: at, observed, start } => told(
            "status-starts-elsewhere",
            &[line(id), year(at), ("observed", numbers.decimal(*observed, 1)), ("start", numbers.decimal(*start, 1))],
        ),
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
    remarks_on_run(study, case, projection, lang).iter().map(told).collect()
}

/// On what the record of a case rests, and what is worth a look in its projection, without the name of the case.
pub fn remarks_on_run(study: &Study, case: &str, projection: &Projection, lang: Lang) -> Vec<String> {
    let baseline = study.lineage(case).map(|(baseline, _)| baseline);
    let record = record_of_case(study, case);
    let base = baseline.map(|baseline| base_sentences(study, baseline, record.as_ref(), lang)).unwrap_or_default();
    base.into_iter().chain(remarks(study, projection, lang)).collect()
}

/// On what a baseline rests: its record, where it goes on from one, and what it takes from another vintage.
pub fn base_sentences(study: &Study, baseline: &Baseline, record: Option<&StudyRecord>, lang: Lang) -> Vec<String> {
    let record = record.map(|record| record_sentences(record, study, lang)).unwrap_or_default();
    let borrowed = study.borrowed_figure(baseline).map(|figure| tell_borrowed(figure, lang));
    record.into_iter().chain(borrowed).collect()
}

/// The record on which a case stands; `None` where its baseline is of another rule.
fn record_of_case(study: &Study, case: &str) -> Option<StudyRecord> {
    let baseline = study.lineage(case)?.0;
    if baseline.rule != BaselineRule::Record {
        return None;
    }
    // A case that has a projection has a baseline that calibrates.
    calibrate_baseline(study, &baseline.id).ok()?.record
}

/// On what a record rests and what it may not claim, a sentence each.
fn record_sentences(record: &StudyRecord, study: &Study, lang: Lang) -> Vec<String> {
    let numbers = Numbers::new(lang);
    let count = |value: usize| numbers.decimal(value as f64, 0);
    let growth = 100.0 * record.sum_growth;
    let mut told = vec![message_with(
        lang,
        "record-about",
        &[
            ("growth", numbers.decimal(growth, 1).into()),
            ("count", count(record.total.growths).into()),
            ("first", numbers.year(record.first).into()),
            ("last", numbers.year(record.last).into()),
        ],
    )];
    let names = |is_told: &dyn Fn(&RecordLine) -> bool| {
        let lines = record.lines.iter().filter(|line| is_told(line));
        lines.map(|line| line_name(&line.sector, Some(study), lang)).collect::<Vec<_>>().join(", ")
    };
    let followers = names(&|line| line.output == RecordOrigin::Total);
    if !followers.is_empty() {
        let arguments = [("lines", followers.into()), ("needed", count(FEWEST_GROWTHS).into())];
        told.push(message_with(lang, "record-follows-total", &arguments));
    }
    let assumed = names(&|line| line.employment == RecordOrigin::Assumed);
    if !assumed.is_empty() {
        told.push(message_with(lang, "record-employment-assumed", &[("lines", assumed.into())]));
    }
    if record.is_short() {
        let arguments = [("years", count(record.total.years).into()), ("needed", count(TREND_YEARS).into())];
        told.push(message_with(lang, "record-short", &arguments));
    }
    told
}
