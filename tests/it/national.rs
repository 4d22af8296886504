//! The study of the whole country: its figures are those of the office's series, its table spills over, and what nobody
//! published stays a gap.

use crate::resolved::resolve;
use crate::shipped::{closures, studies};
use kichban::engine::equations::spillover::spillover_matrix;
use kichban::engine::{Closure, Gap, Line, Variable};
use kichban::scenario::figure::{Figure, Quantity, Status};
use kichban::scenario::study::{BaselineRule, Study};
use kichban::scenario::{
    CalibratedBaseline, KnownVolatility, RecordOrigin, ResolveError, calibrate_baseline, find_absent_figures,
    tested_model,
};
use std::path::Path;

/// Sections of the panel and the sectors of the study.
const SECTIONS: [(&str, &str); 20] = [
    ("A", "agriculture"),
    ("B", "mining"),
    ("C", "manufacturing"),
    ("D", "electricity"),
    ("E", "water"),
    ("F", "construction"),
    ("G", "trade"),
    ("H", "transport"),
    ("I", "hospitality"),
    ("J", "information"),
    ("K", "finance"),
    ("L", "real-estate"),
    ("M", "professional"),
    ("N", "administrative"),
    ("O", "government"),
    ("P", "education"),
    ("Q", "health"),
    ("R", "arts"),
    ("S", "personal"),
    ("T", "households"),
];

fn study() -> Study {
    studies().into_iter().find(|study| study.id == "viet-nam").unwrap()
}

fn calibrated(study: &Study, baseline: &str) -> CalibratedBaseline {
    calibrate_baseline(study, baseline).unwrap()
}

/// Rows of the panel of sections: section, year, variable, value and unit.
fn panel() -> Vec<(String, i32, String, f64, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/viet-nam-sections.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let row = |row: csv::StringRecord| {
        let text = |at: usize| row[at].to_owned();
        (text(1), row[2].parse().unwrap(), text(3), row[4].parse().unwrap(), text(5))
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn observed<'a>(study: &'a Study, quantity: Quantity, line: &str, year: i32) -> Vec<&'a Figure> {
    let same = |figure: &&Figure| {
        (figure.quantity, figure.line.as_str(), figure.year) == (quantity, line, Some(year)) && figure.since.is_none()
    };
    study.observations.iter().filter(same).collect()
}

#[test]
fn every_figure_of_a_section_is_the_one_of_the_series() {
    let study = study();
    let mut compared = 0;
    for (section, year, variable, value, unit) in panel() {
        let line = SECTIONS.iter().find(|(code, _)| *code == section).map(|(_, line)| *line);
        let Some(line) = line.or_else(|| (section == "TOT").then_some("total")) else { continue };
        let quantity = if variable == "EMP" { Quantity::Employment } else { Quantity::Output };
        let found = observed(&study, quantity, line, year);
        if year < 2010 {
            assert!(found.is_empty(), "{line} {year} is of an older series");
            continue;
        }
        assert_eq!(found.len(), 1, "{variable} of {line} in {year}");
        assert_eq!(found[0].value.to_bits(), value.to_bits(), "{variable} of {line} in {year}");
        // A new definition of employment is a vintage of its own, which nothing compares with the years before.
        let is_new = unit.contains("definition of 2021");
        assert_eq!(found[0].vintage != study.history_vintage, is_new, "{line} {year}");
        let is_chained = quantity == Quantity::Output && year > 2021;
        assert_eq!(found[0].status, if is_chained { Status::Derived } else { Status::Published });
        compared += 1;
    }
    assert_eq!(compared, 20 * 15 + 21 * 12);
    let total = |year| observed(&study, Quantity::Output, "total", year)[0].value;
    for year in 2010..=2024 {
        let lines = SECTIONS.iter().map(|(_, line)| *line).chain(["taxes"]);
        let sum: f64 = lines.map(|line| observed(&study, Quantity::Output, line, year)[0].value).sum();
        assert!((sum / total(year) - 1.0).abs() < 1e-6, "{year}: {sum} and {}", total(year));
    }
    assert!(observed(&study, Quantity::Employment, "manufacturing", 2022).is_empty(), "later years are a gap");
}

#[test]
fn what_nobody_published_is_a_gap_and_no_figure_stands_in_its_place() {
    let study = study();
    assert!(study.targets.is_empty(), "no target of the country was given");
    let gaps = calibrated(&study, "record").inputs.gaps;
    for gap in [Gap::Employment, Gap::Capital, Gap::Investment, Gap::Population, Gap::Prices, Gap::Land] {
        assert!(gaps.has(gap), "{gap:?}");
    }
    assert!(!gaps.has(Gap::ProductTaxes));
    assert_eq!(closures(&study, "record"), [Closure::Productivity]);
    let absent = find_absent_figures(&study, "record").unwrap();
    assert!(absent.iter().any(|one| one.quantity == Quantity::Employment && !one.line.is_empty()));
    // The look back has employment, and still no capital.
    let back = calibrated(&study, "record-2019");
    assert!(!back.inputs.gaps.has(Gap::Employment) && back.inputs.gaps.has(Gap::Capital));
    let workers = back.projection.value(Variable::Employment, back.projection.line("manufacturing").unwrap(), 2019);
    assert_eq!(workers, observed(&study, Quantity::Employment, "manufacturing", 2019).first().map(|one| one.value));
}

#[test]
fn the_record_and_its_bands_come_of_the_study_itself() {
    let study = study();
    for (baseline, first, growths) in [("record", 2010, 14), ("record-2019", 2010, 9)] {
        let found = calibrated(&study, baseline).record.unwrap();
        assert_eq!((found.first, found.total.growths, found.is_short()), (first, growths, false), "{baseline}");
        assert!(found.lines.iter().all(|line| line.output == RecordOrigin::Own));
        let tested = tested_model(&study, study.baseline(baseline).unwrap()).unwrap();
        assert_eq!(tested.known, KnownVolatility::Record, "{baseline}: ten years need no class of volatility");
    }
    let employment = |id: &str| calibrated(&study, id).record.unwrap().lines[0].employment;
    assert_eq!((employment("record"), employment("record-2019")), (RecordOrigin::NotKnown, RecordOrigin::Own));
}

#[test]
fn an_origin_of_2014_has_four_growth_rates_and_claims_nothing() {
    let mut study = study();
    let baseline = study.baselines.iter_mut().find(|baseline| baseline.id == "record-2019").unwrap();
    assert_eq!(baseline.rule, BaselineRule::Record);
    baseline.base_year = 2014;
    let error = calibrate_baseline(&study, "record-2019").unwrap_err();
    assert!(matches!(error, ResolveError::RecordTooShort { found: 4, needed: 5, .. }), "{error}");
}

/// The parameter of a line, and of the line that supplies it.
fn parameter(study: &Study, quantity: Quantity, line: &str, from: &str) -> f64 {
    let same =
        |figure: &&Figure| (figure.quantity, figure.line.as_str(), figure.from.as_str()) == (quantity, line, from);
    study.parameters.iter().map(|row| &row.figure).find(same).unwrap().model_value()
}

#[test]
fn a_table_of_groups_spills_over_as_its_groups_and_within_them_by_output() {
    let study = study();
    let lines = study.top_lines();
    assert_eq!(lines.len(), 12);
    let coefficient = |row: &&str, column: &&str| parameter(&study, Quantity::InputCoefficient, column, row);
    let table: Vec<Vec<f64>> =
        lines.iter().map(|row| lines.iter().map(|column| coefficient(row, column)).collect()).collect();
    let ratios: Vec<f64> = lines.iter().map(|line| parameter(&study, Quantity::ValueAddedRatio, line, "")).collect();
    for (column, line) in lines.iter().enumerate() {
        let inputs: f64 = table.iter().map(|row| row[column]).sum();
        assert!(inputs > 0.0 && inputs + ratios[column] < 1.0, "{line}: imports and taxes are the rest");
    }
    let driver = lines.iter().position(|line| *line == "manufacturing").unwrap();
    let of_lines = spillover_matrix(&table, &ratios, &[driver]).unwrap();
    for baseline in ["record", "record-2019"] {
        let found = calibrated(&study, baseline);
        let output = |s: usize| found.inputs.sectors[s].output;
        for (position, line) in lines.iter().enumerate() {
            let members: Vec<usize> = (0..study.sectors.len())
                .filter(|&s| study.sectors[s].id == *line || study.sectors[s].group == *line)
                .collect();
            let sum: f64 = members.iter().map(|&s| output(s)).sum();
            for s in members {
                let expected = of_lines[position][0] * output(s) / sum;
                let own = found.inputs.spillover.matrix[s][0];
                assert!((own - expected).abs() < 1e-12, "{baseline} {}: {own} and {expected}", study.sectors[s].id);
            }
        }
    }
}

#[test]
fn eight_per_cent_a_year_is_what_its_scenario_reaches() {
    let study = study();
    let baseline = calibrated(&study, "record");
    let inputs = resolve(&study, &baseline, "eight-per-cent", Closure::Productivity).unwrap();
    let run = kichban::engine::simulate(&inputs).unwrap();
    let grdp = |year| run.value(Variable::Grdp, Line::Total, year).unwrap();
    let growth = 100.0 * (libm::pow(grdp(2030) / grdp(2024), 1.0 / 6.0) - 1.0);
    assert_eq!(format!("{growth:.2}"), "8.00");
}
