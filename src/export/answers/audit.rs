//! Findings of the plan audit: one long table for files, and the figures that people compare.

use crate::analysis::audit::{Audit, Finding};
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::{
    amount_as_read, evidence_sources, finding_gap, finding_hint, finding_sentence, finding_stated, finding_title,
    finding_unit, finding_value, shown_decimals, unit_at_prices, verdict_name,
};

const FILE: [Head; 16] = [
    Head::new("study").only_in_files(),
    Head::new("check").only_in_files(),
    Head::new("status").only_in_files(),
    Head::new("line").only_in_files(),
    Head::new("since").only_in_files(),
    Head::new("year").only_in_files(),
    Head::new("value").only_in_files(),
    Head::new("lower").only_in_files(),
    Head::new("upper").only_in_files(),
    Head::new("gap").only_in_files(),
    Head::new("unit").only_in_files(),
    Head::new("finding").only_in_files(),
    Head::new("sentence").only_in_files(),
    Head::new("look_at").only_in_files(),
    Head::new("computed_from").only_in_files(),
    Head::new("stated_in").only_in_files(),
];

/// Every finding with its numbers and sentences, for files; growth is in per cent a year, as in every table.
pub fn audit_table(study: &Study, audit: &Audit, lang: Lang) -> Table {
    let mut table = Table::with_heads(&FILE, lang);
    table.rows = audit.findings.iter().map(|finding| row(study, finding, lang)).collect();
    table
}

const PAGE: [Head; 7] = [
    Head::new("check"),
    Head::new("verdict"),
    Head::new("finding"),
    Head::new("computed"),
    Head::new("stated"),
    Head::new("gap").with_heading("column-gap-in-full"),
    Head::new("unit"),
];

/// Findings as people compare them: the computed figure beside the stated one, each written with the digits of its kind.
pub fn findings_table<'a>(study: &Study, findings: impl IntoIterator<Item = &'a Finding>, lang: Lang) -> Table {
    let mut table = Table::with_heads(&PAGE, lang);
    table.rows.extend(findings.into_iter().map(|finding| {
        vec![
            Cell::text(&finding.code),
            Cell::with_name(finding.verdict.id(), verdict_name(finding.verdict, lang)),
            Cell::text(finding_title(finding, study, lang)),
            Cell::text(finding_value(finding, lang)),
            Cell::text(finding_stated(finding, study, lang)),
            Cell::text(finding_gap(finding, study, lang)),
            Cell::text(finding_unit(finding, study, lang)),
        ]
    }));
    table
}

fn row(study: &Study, finding: &Finding, lang: Lang) -> Vec<Cell> {
    let (unit, factor) = amount_as_read(finding.unit);
    let number = |value: Option<f64>| Cell::number(value.map(|value| value * factor), shown_decimals(unit));
    let year = |year: Option<_>| year.map_or(Cell::Missing, Cell::Year);
    let unit = unit_at_prices(unit, finding.basis, study.price_base_year, lang);
    vec![
        Cell::text(&study.id),
        Cell::text(&finding.code),
        Cell::text(finding.verdict.id()),
        Cell::text(&finding.line),
        year(finding.since),
        year(finding.year),
        number(Some(finding.value)),
        number(finding.lower),
        number(finding.upper),
        number(finding.gap()),
        Cell::text(unit),
        Cell::text(finding_title(finding, study, lang)),
        Cell::text(finding_sentence(finding, study, lang)),
        Cell::text(finding_hint(finding, study, lang)),
        Cell::text(evidence_sources(&finding.computed, study, lang)),
        Cell::text(evidence_sources(&finding.stated, study, lang)),
    ]
}
