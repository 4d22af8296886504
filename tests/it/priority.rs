//! Bắc Ninh by priority sector beside the study that it splits: what must not differ, what differs and by how much.
//!
//! `docs/priority-sectors.md` says why each scenario differs; `tests/golden/bac-ninh-2030-priority-differences.csv` holds by how much.

use crate::resolved::resolve;
use crate::shipped::{is_same_row, studies};
use kichban::engine::{Closure, Line, Projection, Variable, simulate};
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::setting::{LeverKey, NumberTable, Setting, Settings};
use kichban::scenario::study::{Assumption, Group, Sector, Study};
use kichban::scenario::{calibrate_baseline, validate};
use proptest::prelude::*;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// The lines that are split.
const SPLIT: [&str; 2] = ["industry", "services"];

fn study(id: &str) -> Study {
    studies().into_iter().find(|study| study.id == id).unwrap()
}

fn run(study: &Study, case: &str, closure: Closure) -> Projection {
    let baseline = &study.lineage(case).unwrap().0.id;
    let calibrated = calibrate_baseline(study, baseline).unwrap_or_else(|error| panic!("{case}: {error}"));
    simulate(&resolve(study, &calibrated, case, closure).unwrap()).unwrap_or_else(|error| panic!("{case}: {error}"))
}

/// Variables of the province and of the split lines whose values are sums or follow from sums.
const TOTALS: [Variable; 9] = [
    Variable::Grdp,
    Variable::GrossValueAdded,
    Variable::Output,
    Variable::OutputCurrent,
    Variable::Employment,
    Variable::LabourDemand,
    Variable::TotalInvestment,
    Variable::GrdpPerHeadUsd,
    Variable::Capital,
];

/// Every figure of the whole, and of the split lines, in every year: what, and its value in both runs.
fn totals<'a>(whole: &'a Projection, parts: &'a Projection) -> impl Iterator<Item = (String, f64, f64)> + 'a {
    let lines = SPLIT.into_iter().chain(["agriculture", "taxes", "total"]);
    lines.flat_map(move |id| {
        let of = |run: &Projection| if id == "total" { Line::Total } else { run.line(id).unwrap() };
        let (one, other) = (of(whole), of(parts));
        TOTALS.into_iter().flat_map(move |variable| {
            whole.horizon().years().filter_map(move |year| {
                let values = [whole.value(variable, one, year), parts.value(variable, other, year)];
                let [Some(value), Some(split)] = values else {
                    assert_eq!(values, [None, None], "{} {id} {year}", variable.id());
                    return None;
                };
                Some((format!("{} {id} {year}", variable.id()), value, split))
            })
        })
    })
}

/// Asserts that no total differs by more than rounding.
fn assert_same_totals(whole: &Projection, parts: &Projection, what: &str) {
    let mut looked_at = 0;
    for (name, value, split) in totals(whole, parts) {
        assert!((split - value).abs() <= 1e-12 * value.abs().max(1.0), "{what} {name}: {value} and {split}");
        looked_at += 1;
    }
    assert!(looked_at > 100, "{what}: only {looked_at} figures");
}

#[test]
fn totals_of_the_baselines_are_those_of_the_first_study_in_both_closures() {
    let (first, split) = (study("bac-ninh-2030"), study("bac-ninh-2030-priority"));
    let baselines: Vec<&str> = split.baselines.iter().map(|baseline| baseline.id.as_str()).collect();
    assert_eq!(baselines, ["plan", "trend", "catch-up"]);
    for baseline in baselines {
        for closure in Closure::ALL {
            assert_same_totals(&run(&first, baseline, closure), &run(&split, baseline, closure), baseline);
        }
    }
}

#[test]
fn parts_differ_in_size_productivity_capital_and_growth() {
    let split = study("bac-ninh-2030-priority");
    let trend = run(&split, "trend", Closure::Productivity);
    for group in SPLIT {
        let members: Vec<Line> = split
            .sectors
            .iter()
            .filter(|sector| sector.group == group)
            .map(|one| trend.line(&one.id).unwrap())
            .collect();
        for variable in [Variable::Output, Variable::Productivity, Variable::Capital, Variable::OutputGrowth] {
            let mut values: Vec<f64> = members.iter().map(|line| trend.value(variable, *line, 2025).unwrap()).collect();
            values.sort_by(f64::total_cmp);
            let apart = values.windows(2).all(|pair| (pair[1] - pair[0]).abs() > 1e-4 * pair[1].abs());
            assert!(apart, "{group} {}: {values:?}", variable.id());
        }
    }
}

/// GRDP of the last year in scenarios that both studies have, and how far the split study lies from the first.
fn differences() -> String {
    let (first, split) = (study("bac-ninh-2030"), study("bac-ninh-2030-priority"));
    let mut text = "scenario,closure,grdp_first,grdp_split,difference_percent\n".to_owned();
    for scenario in split.scenarios.iter().filter(|scenario| first.scenario(&scenario.id).is_some()) {
        for closure in Closure::ALL {
            let grdp =
                |study: &Study| run(study, &scenario.id, closure).value(Variable::Grdp, Line::Total, 2030).unwrap();
            let (one, other) = (grdp(&first), grdp(&split));
            let apart = (other / one - 1.0) * 100.0;
            writeln!(text, "{},{},{one:.6},{other:.6},{apart:.4}", scenario.id, closure.id()).unwrap();
        }
    }
    text
}

#[test]
fn what_scenarios_differ_by_is_what_the_document_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/golden/bac-ninh-2030-priority-differences.csv");
    let found = differences();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    assert!(found.lines().count() > 20 && found.lines().count() == kept.lines().count());
    assert!(found.lines().zip(kept.lines()).all(|(found, kept)| is_same_row(found, kept)), "{found}");
    let told = std::fs::read_to_string(root.join("docs/priority-sectors.md")).unwrap();
    for row in kept.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let percent: f64 = cells[4].parse().unwrap();
        let row = told.lines().find(|line| line.starts_with(&format!("| `{}` |", cells[0])));
        let row = row.unwrap_or_else(|| panic!("the document does not speak of {}", cells[0]));
        // "-0.00" would be a sign without a difference.
        let written = if percent.abs() < 0.005 { "0.00".to_owned() } else { format!("{percent:+.2}") };
        assert!(row.contains(&format!(" {} |", written.replace('-', "−"))), "{}: {written} is not in {row}", cells[0]);
    }
}

/// A study whose lines are split into parts that differ in size alone.
fn split_alike(study: &Study, weights: &[(&str, Vec<f64>)]) -> Study {
    let mut split = study.clone();
    for (line, weights) in weights {
        Splitting { line, weights }.apply(&mut split);
    }
    validate(&split).unwrap();
    split
}

/// One line and the sizes of its parts, which sum to 1.
struct Splitting<'a> {
    line: &'a str,
    weights: &'a [f64],
}

impl Splitting<'_> {
    fn id(&self, part: usize) -> String {
        format!("{}-{part}", self.line)
    }

    fn ids(&self, id: &str) -> Vec<String> {
        if id == self.line { (0..self.weights.len()).map(|part| self.id(part)).collect() } else { vec![id.to_owned()] }
    }

    fn apply(&self, study: &mut Study) {
        self.split_structure(study);
        let observations = Arc::make_mut(&mut study.observations);
        let levels = observations.iter().filter(|figure| figure.line == self.line && is_of_base(figure));
        let parts: Vec<Figure> = levels.flat_map(|figure| self.parts_of(figure)).collect();
        observations.extend(parts);
        let parameters = Arc::make_mut(&mut study.parameters);
        *parameters = parameters.iter().flat_map(|row| self.parts_of_parameter(row)).collect();
        for scenario in &mut study.scenarios {
            scenario.settings = self.settings(&scenario.settings);
        }
        for project in study.projects.iter_mut().filter(|project| project.sector == self.line) {
            project.sector = self.id(0);
        }
        for shock in &mut study.shocks {
            let exposed =
                shock.exposure.iter().flat_map(|(id, depth)| self.ids(&id).into_iter().map(move |id| (id, depth)));
            shock.exposure = exposed.collect();
        }
    }

    fn split_structure(&self, study: &mut Study) {
        let position = study.sectors.iter().position(|sector| sector.id == self.line).unwrap();
        let whole = study.sectors.remove(position);
        study.groups.push(Group {
            id: whole.id.clone(),
            name: whole.name.clone(),
            short: whole.short.clone(),
            group: String::new(),
        });
        for (part, id) in self.ids(self.line).into_iter().enumerate() {
            let sector = Sector { id, group: whole.id.clone(), ..whole.clone() };
            study.sectors.insert(position + part, sector);
        }
        let structure = &mut study.structure;
        for ids in [&mut structure.drivers, &mut structure.land_sectors] {
            *ids = ids.iter().flat_map(|id| self.ids(id)).collect();
        }
    }

    /// Levels are split by size, prices stay.
    fn parts_of(&self, figure: &Figure) -> Vec<Figure> {
        let size = |weight: f64| if figure.quantity == Quantity::Deflator { 1.0 } else { weight };
        let of_part = |(part, weight): (usize, &f64)| Figure {
            line: self.id(part),
            value: figure.value * size(*weight),
            quote: String::new(),
            ..figure.clone()
        };
        self.weights.iter().enumerate().map(of_part).collect()
    }

    /// Shares of a whole and what a line supplies are split by size; all else is of each part as it was of the line.
    fn parts_of_parameter(&self, row: &Assumption) -> Vec<Assumption> {
        // Disturbances play no part in a deterministic run.
        if row.figure.quantity == Quantity::ErrorCorrelation {
            return Vec::new();
        }
        let is_of_node = matches!(
            row.figure.quantity,
            Quantity::OutputGrowthPrior | Quantity::EmploymentGrowthPrior | Quantity::PriorDeviation
        );
        if is_of_node {
            return vec![row.clone()];
        }
        let is_share = matches!(row.figure.quantity, Quantity::InvestmentShare | Quantity::ReallocationShare);
        let mut rows = Vec::new();
        for (part, line) in self.ids(&row.figure.line).into_iter().enumerate() {
            for (supplier, from) in self.ids(&row.figure.from).into_iter().enumerate() {
                let mut size = 1.0;
                if is_share && row.figure.line == self.line {
                    size *= self.weights[part];
                }
                if row.figure.quantity == Quantity::InputCoefficient && row.figure.from == self.line {
                    size *= self.weights[supplier];
                }
                let figure = Figure { line: line.clone(), from, value: row.figure.value * size, ..row.figure.clone() };
                rows.push(Assumption { figure, ..row.clone() });
            }
        }
        rows
    }

    fn settings(&self, settings: &Settings) -> Settings {
        let mut split = Settings::default();
        for (key, setting) in settings.entries() {
            let setting = match setting {
                Setting::Shares(shares) => Setting::Shares(self.shares(shares)),
                other => other.clone(),
            };
            for subject in self.ids(&key.subject) {
                for part in self.ids(&key.part) {
                    split.insert(LeverKey { subject: subject.clone(), part, ..key.clone() }, setting.clone());
                }
            }
        }
        split
    }

    fn shares(&self, shares: &NumberTable) -> NumberTable {
        let parts = shares.iter().flat_map(|(id, share)| {
            let weight = |part: usize| if id == self.line { self.weights[part] } else { 1.0 };
            let ids = self.ids(&id).into_iter().enumerate();
            ids.map(|(part, own)| (own, share * weight(part))).collect::<Vec<_>>()
        });
        parts.collect()
    }
}

/// Whether a figure is a level or a price level of a line.
fn is_of_base(figure: &Figure) -> bool {
    let quantities = [Quantity::Output, Quantity::Employment, Quantity::Capital, Quantity::Deflator];
    quantities.contains(&figure.quantity) && figure.since.is_none()
}

fn parts(most: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(0.05..1.0_f64, 2..=most).prop_map(|sizes| {
        let sum: f64 = sizes.iter().sum();
        sizes.iter().map(|size| size / sum).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn splitting_a_line_into_identical_parts_changes_no_total_in_closure_p(industry in parts(5), services in parts(4)) {
        let first = study("bac-ninh-2030");
        let split = split_alike(&first, &[("industry", industry), ("services", services)]);
        for case in first.case_ids() {
            assert_same_totals(&run(&first, case, Closure::Productivity), &run(&split, case, Closure::Productivity), case);
        }
    }
}

#[test]
fn how_far_identical_parts_are_apart_in_closure_k_is_stated() {
    let first = study("bac-ninh-2030");
    let split = split_alike(&first, &[("industry", vec![0.5, 0.3, 0.2]), ("services", vec![0.6, 0.4])]);
    let mut largest: (f64, String) = (0.0, String::new());
    for case in first.case_ids() {
        let [one, other] = [&first, &split]
            .map(|study| run(study, case, Closure::Capital).value(Variable::Grdp, Line::Total, 2030).unwrap());
        let apart = (other / one - 1.0).abs();
        if apart > largest.0 {
            largest = (apart, case.to_owned());
        }
    }
    // Capital of projects adds to one part, whose returns then fall; docs/priority-sectors.md states the size.
    assert!(largest.0 > 1e-12 && largest.0 < 2e-6, "{largest:?}");
    println!("identical parts in closure K: at most {:.2e} of GRDP ({})", largest.0, largest.1);
}
