//! Findings of the plan audit as one long table.

use super::table::{Cell, Table};
use crate::analysis::audit::{Audit, Finding};
use crate::lang::Lang;
use crate::quantity::Unit;
use crate::scenario::study::Study;
use crate::text::{
    evidence_sources, finding_hint, finding_sentence, finding_title, shown_decimals, unit_at_prices, unit_name,
};

/// The columns `study,check,status,line,since,year,value,lower,upper,gap,unit,finding,sentence,look_at,computed_from,stated_in`.
///
/// Growth is in per cent a year, as in every table.
pub fn audit_table(study: &Study, audit: &Audit, lang: Lang) -> Table {
    let columns = [
        "study",
        "check",
        "status",
        "line",
        "since",
        "year",
        "value",
        "lower",
        "upper",
        "gap",
        "unit",
        "finding",
        "sentence",
        "look_at",
        "computed_from",
        "stated_in",
    ];
    let mut table = Table::new(columns.map(|id| (id.to_owned(), id.to_owned())));
    table.rows = audit.findings.iter().map(|finding| row(study, finding, lang)).collect();
    table
}

fn row(study: &Study, finding: &Finding, lang: Lang) -> Vec<Cell> {
    let (unit, factor) = shown(finding.unit);
    let number = |value: Option<f64>| Cell::number(value.map(|value| value * factor), shown_decimals(unit));
    let year = |year: Option<_>| year.map_or(Cell::Missing, Cell::Year);
    // Growth and shares are written as per cent alone, as in the table of projections.
    let unit = if matches!(unit, Unit::PercentPerYear | Unit::Percent) {
        unit_name(Unit::Percent, lang)
    } else {
        unit_at_prices(unit, finding.basis, study.price_base_year, lang)
    };
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

/// The unit in which a finding is written to files, and its size against the finding's own.
const fn shown(unit: Unit) -> (Unit, f64) {
    if matches!(unit, Unit::RatioPerYear) { (Unit::PercentPerYear, 100.0) } else { (unit, 1.0) }
}
