//! Calibration against the independent figures of `tests/analysis`, and share targets at current prices.

use crate::oracle_study::{BASELINE, number, study};
use crate::resolved::resolve;
use kichban::calibration::{SpreadLine, spread_gap};
use kichban::engine::equations::spillover::{leontief_inverse, spillover_matrix};
use kichban::engine::{Closure, Inputs, Line, Projection, Variable, simulate};
use kichban::lang::Localized;
use kichban::quantity::{PriceBasis, Year};
use kichban::scenario::figure::{Figure, Quantity, Status};
use kichban::scenario::study::{Assumption, BaselineRule, Group, ResidualRule, Sector, Study};
use kichban::scenario::{CalibratedBaseline, calibrate_baseline};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const TOLERANCE: f64 = 1e-10;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// Case folders of the oracle, by the name of their data set.
fn data_sets() -> Vec<(String, Value)> {
    let mut sets: Vec<(String, Value)> = std::fs::read_dir(root().join("oracle"))
        .unwrap()
        .map(|entry| entry.unwrap().path().join("inputs.json"))
        .filter(|file| file.is_file())
        .map(|file| {
            let inputs: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
            (inputs["dataset"]["name"].as_str().unwrap().to_owned(), inputs)
        })
        .collect();
    sets.sort_by(|a, b| a.0.cmp(&b.0));
    sets
}

fn plan() -> Value {
    data_sets().into_iter().find(|(name, _)| name == "D1_plan2020").unwrap().1
}

/// Rows of a file of `tests/analysis`.
fn rows(file: &str) -> Vec<csv::StringRecord> {
    let rows: Vec<_> =
        csv::Reader::from_path(root().join("analysis").join(file)).unwrap().records().map(|row| row.unwrap()).collect();
    assert!(!rows.is_empty(), "{file} has rows");
    rows
}

fn assert_close(place: &str, found: f64, expected: &str) {
    let expected: f64 = expected.parse().unwrap();
    let close = (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0);
    assert!(close, "{place}: found {found}, expected {expected}");
}

fn value(run: &Projection, variable: Variable, line: &str, year: Year) -> f64 {
    run.value(variable, run.line(line).unwrap(), year).unwrap()
}

/// The plan with the residual spread over agriculture, services and product taxes by their uncertainty.
fn spread_plan() -> Study {
    let mut study = study(&plan());
    let priors = [("A", 0.0125, 0.02), ("S", 0.105, 0.03), ("taxes", 0.08, 0.05)];
    Arc::make_mut(&mut study.parameters).retain(|row| row.figure.quantity != Quantity::OutputGrowthPrior);
    let like = study.parameters[0].figure.clone();
    for (line, growth, deviation) in priors {
        for (quantity, value) in [(Quantity::OutputGrowthPrior, growth), (Quantity::PriorDeviation, deviation)] {
            let figure =
                Figure { quantity, line: line.to_owned(), year: None, value, unit: quantity.unit(), ..like.clone() };
            Arc::make_mut(&mut study.parameters).push(Assumption { baseline: String::new(), figure });
        }
    }
    set_residual(&mut study, &ResidualRule::Spread);
    study
}

fn set_residual(study: &mut Study, rule: &ResidualRule) {
    for baseline in &mut study.baselines {
        if let BaselineRule::Targets { residual, .. } = &mut baseline.rule {
            *residual = rule.clone();
        }
    }
}

/// The plan with its share targets read at current prices.
fn current_price_plan() -> Study {
    let mut study = study(&plan());
    for target in Arc::make_mut(&mut study.targets).iter_mut().filter(|target| target.quantity == Quantity::Share) {
        target.price_basis = PriceBasis::Current;
    }
    study
}

/// Share targets of a study: line, year, share.
fn share_targets(study: &Study) -> Vec<(String, Year, f64)> {
    study
        .targets
        .iter()
        .filter(|target| target.quantity == Quantity::Share)
        .map(|target| (target.line.clone(), target.year.unwrap(), target.value))
        .collect()
}

#[test]
fn calibrated_growth_matches_the_oracle_for_every_data_set() {
    let rows = rows("calibration.csv");
    let sets = data_sets();
    // The file says which data sets it is about; a folder without rows there is compared by its runs alone.
    let names: BTreeSet<&str> = rows.iter().map(|row| &row[0]).collect();
    for name in names {
        let (_, inputs) = sets.iter().find(|(set, _)| set == name).unwrap_or_else(|| panic!("no folder holds {name}"));
        let inputs: Inputs = calibrate_baseline(&study(inputs), BASELINE).unwrap().inputs;
        let own = rows.iter().filter(|row| &row[0] == name);
        for row in own {
            let t = inputs.horizon.index(row[1].parse().unwrap()).unwrap();
            let sector = inputs.sectors.iter().find(|sector| sector.id == row[2]).unwrap();
            assert_close(&format!("{row:?} productivity"), sector.productivity_growth[t], &row[3]);
            assert_close(&format!("{row:?} labour"), sector.labour_growth[t], &row[4]);
            assert_close(&format!("{row:?} TFP"), sector.tfp_growth[t], &row[5]);
            assert_close(&format!("{row:?} tau"), inputs.taxes.ratio[t], &row[6]);
        }
    }
}

#[test]
fn a_gap_spread_by_uncertainty_matches_the_oracle() {
    let study = spread_plan();
    let run = calibrate_baseline(&study, BASELINE).unwrap().projection;
    let base = run.horizon().base();
    for row in rows("calib_minnorm.csv") {
        let year: Year = row[0].parse().unwrap();
        let line = if &row[1] == "T" { "taxes" } else { &row[1] };
        let level = value(&run, Variable::Output, line, year);
        assert_close(&format!("{row:?} level"), level, &row[5]);
        let growth = libm::pow(level / value(&run, Variable::Output, line, base), 1.0 / f64::from(year - base)) - 1.0;
        assert_close(&format!("{row:?} growth"), growth, &row[6]);
    }
}

#[test]
fn log_adjustments_of_a_spread_gap_match_the_oracle() {
    let rows = rows("calib_minnorm.csv");
    for year in ["2025", "2030"] {
        let own: Vec<_> = rows.iter().filter(|row| &row[0] == year).collect();
        let number = |row: &csv::StringRecord, column: usize| row[column].parse::<f64>().unwrap();
        let lines: Vec<SpreadLine> =
            own.iter().map(|row| SpreadLine { prior_level: number(row, 2), log_deviation: number(row, 3) }).collect();
        let total: f64 = own.iter().map(|row| number(row, 5)).sum();
        for (row, adjustment) in own.iter().zip(spread_gap(&lines, total).unwrap()) {
            assert_close(&format!("{row:?}"), adjustment, &row[4]);
        }
    }
}

#[test]
fn the_leontief_inverse_and_the_spillover_matrix_match_the_oracle() {
    let io = &plan()["dataset"]["io"];
    let ids = ["A", "I", "S"];
    let coefficients = ids.map(|row| ids.map(|column| number(&io["Ad"][row][column])).to_vec()).to_vec();
    let ratio = ids.map(|id| number(&io["v"][id]));
    let inverse = leontief_inverse(&coefficients).unwrap();
    // The reference is of one driver at a time; several together leave out what they need of each other.
    let spillover = [0, 1, 2].map(|driver| spillover_matrix(&coefficients, &ratio, &[driver]).unwrap());
    for row in rows("leontief.csv") {
        let position = |id: &str| ids.iter().position(|own| *own == id).unwrap();
        let (i, j) = (position(&row[0]), position(&row[1]));
        assert_close(&format!("{row:?} B"), inverse[i][j], &row[2]);
        assert_close(&format!("{row:?} M"), spillover[j][i][0], &row[3]);
    }
}

#[test]
fn fixed_base_volumes_add_up_and_chained_volumes_do_not() {
    let run = calibrate_baseline(&study(&plan()), BASELINE).unwrap().projection;
    let lines = ["A", "I", "S", "taxes"];
    let base = run.horizon().base();
    let volume = |year: Year, prices: Year| -> f64 {
        lines
            .iter()
            .map(|line| value(&run, Variable::Output, line, year) * value(&run, Variable::Deflator, line, prices))
            .sum()
    };
    // A chain-linked Laspeyres volume in prices of the base year: each link values two neighbouring years at the prices of the first.
    let mut chained = volume(base, base);
    for row in rows("chained_vs_fixed.csv") {
        let year: Year = row[0].parse().unwrap();
        if year > base {
            chained *= volume(year, year - 1) / volume(year - 1, year - 1);
        }
        // A line by itself has no price change against itself, so its chained volume is its output at the prices of the base year.
        let components = volume(year, base);
        assert_close(&format!("{row:?} chained"), chained, &row[1]);
        assert_close(&format!("{row:?} components"), components, &row[2]);
        assert_close(&format!("{row:?} gap"), components - chained, &row[3]);
        let fixed: f64 = lines.iter().map(|line| value(&run, Variable::Output, line, year)).sum();
        assert_close(&format!("{row:?} fixed base"), fixed - value(&run, Variable::Grdp, "total", year), &row[4]);
    }
}

/// The lines of a run sum to its GRDP in every year.
fn assert_lines_sum(run: &Projection) {
    for year in run.horizon().years() {
        let lines: f64 = run
            .lines()
            .filter(|line| matches!(line, Line::Sector(_) | Line::Taxes))
            .map(|line| run.value(Variable::Output, line, year).unwrap())
            .sum();
        let total = run.value(Variable::Grdp, Line::Total, year).unwrap();
        assert!((lines - total).abs() <= 1e-12 * total, "{year}: lines {lines}, GRDP {total}");
    }
}

#[test]
fn a_share_target_at_current_prices_is_hit_at_current_prices() {
    for rule in [ResidualRule::Line("S".to_owned()), ResidualRule::Spread] {
        let mut study = if rule == ResidualRule::Spread { spread_plan() } else { current_price_plan() };
        for target in Arc::make_mut(&mut study.targets).iter_mut().filter(|target| target.quantity == Quantity::Share) {
            target.price_basis = PriceBasis::Current;
        }
        let baseline = calibrate_baseline(&study, BASELINE).unwrap();
        for closure in Closure::ALL {
            let run = simulate(&resolve(&study, &baseline, BASELINE, closure).unwrap()).unwrap();
            assert_lines_sum(&run);
            for (line, year, share) in share_targets(&study) {
                // Spreading the gap moves product taxes too, so that only the other share stays a target.
                if rule == ResidualRule::Spread && line == "taxes" {
                    continue;
                }
                let found = value(&run, Variable::ShareCurrent, &line, year);
                assert!((found - share).abs() < 1e-12, "{closure:?} {line} {year}: {found}, target {share}");
            }
        }
    }
}

#[test]
fn the_price_basis_of_a_share_target_changes_the_baseline() {
    let constant = calibrate_baseline(&study(&plan()), BASELINE).unwrap().projection;
    let current = calibrate_baseline(&current_price_plan(), BASELINE).unwrap().projection;
    let last = constant.horizon().end();
    let [a, b] = [&constant, &current].map(|run| value(run, Variable::Grdp, "total", last));
    assert!((a / b - 1.0).abs() > 0.01, "constant {a}, current {b}");
}

/// Industry becomes a group of two unequal sectors with their own prices; the group keeps the targets.
fn two_industries() -> Study {
    let mut study = current_price_plan();
    let word = Localized::default();
    let ids = [("I1", 0.7), ("I2", 0.3)];
    study.groups.push(Group { id: "I".to_owned(), name: word.clone(), short: word.clone(), group: String::new() });
    let place = study.sectors.iter().position(|sector| sector.id == "I").unwrap();
    study.sectors.remove(place);
    for (offset, (id, _)) in ids.iter().enumerate() {
        let sector = Sector { id: (*id).to_owned(), name: word.clone(), short: word.clone(), group: "I".to_owned() };
        study.sectors.insert(place + offset, sector);
    }
    study.structure.land_sectors = ids.iter().map(|(id, _)| (*id).to_owned()).collect();
    let parts = |figure: &Figure| -> Vec<Figure> {
        let amounts = [Quantity::Output, Quantity::Employment, Quantity::Capital, Quantity::InvestmentShare];
        let part = |(id, part): (&str, f64)| {
            let mut figure = figure.clone();
            id.clone_into(&mut figure.line);
            if amounts.contains(&figure.quantity) {
                figure.value *= part;
            }
            if figure.quantity == Quantity::Inflation && id == "I2" {
                figure.value = 0.06;
            }
            figure
        };
        if figure.line == "I" {
            ids.iter().map(|&(id, share)| part((id, share))).collect()
        } else {
            vec![figure.clone()]
        }
    };
    study.observations = Arc::new(study.observations.iter().flat_map(parts).collect());
    study.parameters = Arc::new(
        study
            .parameters
            .iter()
            .filter(|row| row.figure.quantity != Quantity::InputCoefficient)
            .flat_map(|row| {
                let of = row.baseline.clone();
                parts(&row.figure).into_iter().map(move |figure| Assumption { baseline: of.clone(), figure })
            })
            .collect(),
    );
    // The two grow apart against each other: one faster, one slower than their group.
    let like = study.parameters[0].figure.clone();
    for (line, value) in [("I1", 0.04), ("I2", 0.12)] {
        let (quantity, line) = (Quantity::OutputGrowthPrior, line.to_owned());
        let (unit, status) = (quantity.unit(), Status::Assumed);
        let figure = Figure { quantity, line, year: None, value, unit, status, ..like.clone() };
        Arc::make_mut(&mut study.parameters).push(Assumption { baseline: String::new(), figure });
    }
    without_scenarios(study)
}

/// The study with its baselines only: nothing that names a sector by its old id.
fn without_scenarios(mut study: Study) -> Study {
    study.structure.drivers.clear();
    study.scenarios.clear();
    study.projects.clear();
    study.shocks.clear();
    study
}

#[test]
fn a_group_hits_its_targets_whatever_its_members_do() {
    let study = two_industries();
    let CalibratedBaseline { projection, .. } = calibrate_baseline(&study, BASELINE).unwrap();
    assert_lines_sum(&projection);
    for (line, year, share) in share_targets(&study) {
        let found = value(&projection, Variable::ShareCurrent, &line, year);
        assert!((found - share).abs() < 1e-12, "{line} {year}: {found}, target {share}");
    }
    for target in study.targets.iter() {
        let variable = match target.quantity {
            Quantity::Output => Variable::Output,
            Quantity::Employment => Variable::Employment,
            _ => continue,
        };
        let found = value(&projection, variable, &target.line, target.year.unwrap());
        assert!((found / target.value - 1.0).abs() < 1e-12, "{target:?}: {found}");
    }
}

#[test]
fn without_a_tax_target_product_taxes_keep_their_share_at_the_prices_of_the_total() {
    for basis in [PriceBasis::Constant, PriceBasis::Current] {
        let mut study = study(&plan());
        Arc::make_mut(&mut study.targets).retain(|target| target.quantity != Quantity::Share || target.line != "taxes");
        for target in Arc::make_mut(&mut study.targets).iter_mut().filter(|target| target.quantity == Quantity::Share) {
            target.price_basis = basis;
        }
        let run = calibrate_baseline(&study, BASELINE).unwrap().projection;
        let variable = if basis == PriceBasis::Current { Variable::ShareCurrent } else { Variable::ShareConstant };
        let [base, target] = [2020, 2025].map(|year| value(&run, variable, "taxes", year));
        assert!((base - target).abs() < 1e-12, "{basis:?}: {base} in the base year, {target} in the target year");
    }
}

#[test]
fn a_residual_line_with_its_own_target_is_an_error() {
    let mut study = study(&plan());
    set_residual(&mut study, &ResidualRule::Line("I".to_owned()));
    let error = calibrate_baseline(&study, BASELINE).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("depend"), "{error}");
}
