//! The engine against the independent oracle: every folder of `tests/oracle`, every scenario, both closures, every variable.

use crate::oracle_study::{BASELINE, study};
use crate::resolved::resolve;
use kichban::engine::{Closure, Line, Projection, Variable, simulate};
use kichban::scenario::{calibrate_baseline, validate};
use std::collections::BTreeMap;
use std::path::Path;

const TOLERANCE: f64 = 1e-10;

fn variable(name: &str) -> Variable {
    match name {
        "Y" => Variable::Output,
        "Ystar" => Variable::PotentialOutput,
        "L" => Variable::Employment,
        "Lstar" => Variable::StructuralEmployment,
        "K" => Variable::Capital,
        "A" => Variable::Tfp,
        "p" => Variable::PotentialProductivity,
        "h" => Variable::Skills,
        "I" => Variable::Investment,
        "F" => Variable::ProjectInvestment,
        "J" => Variable::ProjectJobs,
        "z" => Variable::Shock,
        "N" => Variable::Population,
        "LS" => Variable::LabourSupply,
        "D" => Variable::LabourDemand,
        "phi" => Variable::LabourRationing,
        "cap" => Variable::LandCapacity,
        "cap_binds" => Variable::LandBinds,
        "land_ha" => Variable::LandArea,
        "land_req" => Variable::LandRequired,
        "GVA" => Variable::GrossValueAdded,
        "GRDP" => Variable::Grdp,
        "Itot" => Variable::TotalInvestment,
        "GRDPn" | "Y_nominal" => Variable::OutputCurrent,
        "fx" => Variable::ExchangeRate,
        "prod_mVND" => Variable::Productivity,
        "contrib_pp" => Variable::GrowthContribution,
        "share_const" => Variable::ShareConstant,
        "share_nominal" => Variable::ShareCurrent,
        "share_labour" => Variable::EmploymentShare,
        "deflator" => Variable::Deflator,
        "gap_labour" => Variable::LabourGap,
        "GRDP_pc_mVND" => Variable::GrdpPerHead,
        "GRDP_pc_USD" => Variable::GrdpPerHeadUsd,
        "K_over_Y" => Variable::CapitalOutputRatio,
        "ICOR" => Variable::Icor,
        "g" => Variable::OutputGrowth,
        "g_L" => Variable::EmploymentGrowth,
        "g_A" => Variable::TfpGrowth,
        other => panic!("the oracle names {other}, which no variable stands for"),
    }
}

fn line(projection: &Projection, sector: &str) -> Line {
    match sector {
        "T" => Line::Taxes,
        "TOT" => Line::Total,
        id => projection.line(id).unwrap_or_else(|| panic!("no sector {id}")),
    }
}

/// Compares every row of a folder; returns the number of rows and the rows that differ.
fn compare(folder: &Path) -> (usize, Vec<String>) {
    let inputs = serde_json::from_str(&std::fs::read_to_string(folder.join("inputs.json")).unwrap()).unwrap();
    let study = study(&inputs);
    validate(&study).unwrap();
    let baseline = calibrate_baseline(&study, BASELINE).unwrap();
    let mut runs: BTreeMap<(String, Closure), Projection> = BTreeMap::new();
    for closure in Closure::ALL {
        let cases = std::iter::once(BASELINE).chain(study.scenarios.iter().map(|scenario| scenario.id.as_str()));
        for case in cases {
            let projection = simulate(&resolve(&study, &baseline, case, closure).unwrap())
                .unwrap_or_else(|error| panic!("{case} {closure:?}: {error}"));
            runs.insert((case.to_owned(), closure), projection);
        }
    }
    let mut reader = csv::Reader::from_path(folder.join("runs.csv")).unwrap();
    let mut different = Vec::new();
    let mut count = 0;
    for row in reader.records() {
        let row = row.unwrap();
        let case = if &row[0] == "BASE" { BASELINE } else { &row[0] };
        let closure = if &row[1] == "K" { Closure::Capital } else { Closure::Productivity };
        let projection = &runs[&(case.to_owned(), closure)];
        let expected: f64 = row[5].parse().unwrap();
        let year = row[2].parse().unwrap();
        let found = projection.value(variable(&row[3]), line(projection, &row[4]), year);
        count += 1;
        let agrees = found.is_some_and(|found| (found - expected).abs() <= TOLERANCE * expected.abs().max(1.0));
        if !agrees {
            different.push(format!("{row:?}: found {found:?}"));
        }
    }
    (count, different)
}

#[test]
fn oracle_every_folder_every_scenario_both_closures_every_variable() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle");
    let mut folders: Vec<_> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("inputs.json").is_file())
        .collect();
    folders.sort();
    assert!(folders.len() >= 2, "the two reference folders are there");
    for folder in folders {
        let (count, different) = compare(&folder);
        assert!(count > 0, "{} holds no row", folder.display());
        assert!(
            different.is_empty(),
            "{}: {} of {count} rows differ, first: {:#?}",
            folder.display(),
            different.len(),
            different.iter().take(12).collect::<Vec<_>>()
        );
    }
}
