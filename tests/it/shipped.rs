//! The studies that ship: each opens, calibrates and runs in both closures, and its main figures stay what they are.

use crate::resolved::resolve;
use kichban::engine::{Closure, Gap, Gaps, Line, Projection, Variable, simulate};
use kichban::files::read_study;
use kichban::quantity::Year;
use kichban::scenario::figure::Quantity;
use kichban::scenario::study::Study;
use kichban::scenario::{CalibratedBaseline, ResolveError, calibrate_baseline, validate};
use kichban::text::find_displayed;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Fewest scenarios of a study that a planner can work with, its baselines not counted.
const FEWEST_SCENARIOS: usize = 10;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Study files in `scenarios`, in the order of their names.
fn study_files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("scenarios")).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "ron")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no study ships");
    paths
}

/// Every shipped study with its file.
pub(crate) fn files() -> Vec<(PathBuf, Study)> {
    let read = |path: PathBuf| {
        let study = read_study(&std::fs::read(&path).unwrap()).unwrap();
        (path, study)
    };
    study_files().into_iter().map(read).collect()
}

/// Every shipped study, from its file.
pub(crate) fn studies() -> Vec<Study> {
    files().into_iter().map(|(_, study)| study).collect()
}

fn bac_ninh() -> Study {
    studies().into_iter().find(|study| study.id == "bac-ninh-2030").unwrap()
}

fn run(study: &Study, baseline: &CalibratedBaseline, case: &str, closure: Closure) -> Projection {
    let inputs = resolve(study, baseline, case, closure).unwrap_or_else(|error| panic!("{case}: {error}"));
    simulate(&inputs).unwrap_or_else(|error| panic!("{case}: {error}"))
}

/// A case on a baseline of its study.
fn run_on(study: &Study, baseline: &str, case: &str, closure: Closure) -> Projection {
    run(study, &calibrate_baseline(study, baseline).unwrap(), case, closure)
}

/// Closures for which a baseline of a study has the figures.
pub(crate) fn closures(study: &Study, baseline: &str) -> Vec<Closure> {
    let gaps = calibrate_baseline(study, baseline).unwrap().inputs.gaps;
    let can_run = |closure: &Closure| match closure {
        Closure::Productivity => true,
        Closure::Capital => gaps.first_of(&Gaps::OF_CAPITAL_CLOSURE).is_none(),
    };
    Closure::ALL.into_iter().filter(can_run).collect()
}

/// Every case of a study on its own baseline, in the closures for which it has the figures.
fn each_run(study: &Study, mut look: impl FnMut(&str, Closure, &Projection)) {
    for baseline in &study.baselines {
        let calibrated = calibrate_baseline(study, &baseline.id).unwrap();
        let closures = closures(study, &baseline.id);
        for case in study.case_ids() {
            if study.lineage(case).unwrap().0.id == baseline.id {
                for &closure in &closures {
                    look(case, closure, &run(study, &calibrated, case, closure));
                }
            }
        }
    }
}

/// Output, employment and share of the headline line.
fn headline(study: &Study, projection: &Projection) -> Line {
    projection.line(&study.structure.headline).unwrap()
}

#[test]
fn every_file_that_ships_is_inside_the_program() {
    let mut in_folder: Vec<String> = studies().into_iter().map(|study| study.id).collect();
    in_folder.sort_unstable();
    let mut built_in: Vec<&str> = kichban::files::shipped_studies().iter().map(|one| one.id).collect();
    built_in.sort_unstable();
    assert_eq!(in_folder, built_in);
    for path in study_files() {
        assert!(
            in_folder.iter().any(|id| Some(id.as_str()) == path.file_stem().unwrap().to_str()),
            "{}",
            path.display()
        );
    }
}

#[test]
fn every_shipped_study_is_valid_and_has_something_to_compare() {
    for study in studies() {
        validate(&study).unwrap();
        assert!(study.baselines.len() >= 2 && study.scenarios.len() >= FEWEST_SCENARIOS, "{}", study.id);
        assert!(study.has_case(&study.pinned), "{}", study.id);
    }
}

/// Asserts that every line has its accounts in a year, and the province its headline figures; what rests on a gap has none.
fn assert_complete(projection: &Projection, year: Year, run: &str) {
    let has = |variable, line| {
        let value = projection.value(variable, line, year);
        if projection.gap(variable, line).is_some() { value.is_none() } else { value.is_some_and(f64::is_finite) }
    };
    for line in projection.lines().filter(|line| *line != Line::Total) {
        for variable in [Variable::Output, Variable::OutputCurrent, Variable::ShareCurrent] {
            assert!(has(variable, line), "{run} {variable:?} {line:?} {year}");
        }
    }
    for variable in [Variable::Grdp, Variable::Employment, Variable::GrdpPerHeadUsd, Variable::LabourGap] {
        assert!(has(variable, Line::Total), "{run} {variable:?} {year}");
    }
}

#[test]
fn every_scenario_runs_in_both_closures_where_it_has_the_figures_with_finite_values() {
    for study in studies() {
        let mut n_runs = 0;
        each_run(&study, |case, closure, projection| {
            n_runs += 1;
            for year in projection.horizon().years() {
                assert_complete(projection, year, &format!("{} {case} {closure:?}", study.id));
            }
        });
        let of_case = |case: &&str| closures(&study, &study.lineage(case).unwrap().0.id).len();
        assert_eq!(n_runs, study.case_ids().iter().map(of_case).sum::<usize>());
        assert!(n_runs >= study.baselines.len() + study.scenarios.len(), "{}", study.id);
    }
}

#[test]
fn a_closure_without_its_figures_is_refused_by_the_name_of_the_first_of_them() {
    let mut refused = 0;
    for study in studies() {
        for case in study.case_ids() {
            let baseline = &study.lineage(case).unwrap().0.id;
            let calibrated = calibrate_baseline(&study, baseline).unwrap();
            let can_run = closures(&study, baseline);
            for closure in Closure::ALL.into_iter().filter(|closure| !can_run.contains(closure)) {
                let error = resolve(&study, &calibrated, case, closure).unwrap_err();
                assert!(matches!(error, ResolveError::ClosureNeedsFigure { .. }), "{} {case}: {error}", study.id);
                refused += 1;
            }
        }
    }
    assert!(refused > 0, "every shipped study has capital");
    let bac_ninh = bac_ninh();
    assert!(bac_ninh.baselines.iter().all(|baseline| closures(&bac_ninh, &baseline.id) == Closure::ALL));
}

#[test]
fn every_level_of_a_base_year_has_a_source() {
    for study in studies() {
        for baseline in &study.baselines {
            let sourced = |quantity: Quantity, line: &str| {
                let figure = study.observations.iter().find(|figure| {
                    figure.quantity == quantity
                        && figure.line == line
                        && figure.year == Some(baseline.base_year)
                        && figure.vintage == baseline.vintage
                });
                figure.is_some_and(|figure| study.source(&figure.source).is_some())
            };
            let gaps = calibrate_baseline(&study, &baseline.id).unwrap().inputs.gaps;
            let is_asked = |quantity: Quantity| {
                let part = match quantity {
                    Quantity::Employment => Some(Gap::Employment),
                    Quantity::Capital => Some(Gap::Capital),
                    Quantity::Deflator => Some(Gap::Prices),
                    Quantity::Population => Some(Gap::Population),
                    _ => None,
                };
                // The price level of the price base year is 1 by what it is.
                let is_one = quantity == Quantity::Deflator && baseline.base_year == study.price_base_year;
                !is_one && part.is_none_or(|part| !gaps.has(part))
            };
            let missing: Vec<String> = study
                .sectors
                .iter()
                .flat_map(|sector| {
                    [Quantity::Output, Quantity::Employment, Quantity::Capital, Quantity::Deflator]
                        .map(|quantity| (quantity, sector.id.as_str()))
                })
                .chain([(Quantity::Output, "taxes"), (Quantity::Deflator, "taxes"), (Quantity::Population, "")])
                .filter(|&(quantity, line)| is_asked(quantity) && !sourced(quantity, line))
                .map(|(quantity, line)| format!("{quantity:?} of {line:?}"))
                .collect();
            assert!(missing.is_empty(), "{} {}: {missing:#?}", study.id, baseline.id);
        }
    }
}

/// Main figures of every case: the base year, 2025 and 2030.
fn golden_table(study: &Study) -> String {
    let mut text = "scenario,closure,year,grdp,headline_output,headline_employment,headline_share\n".to_owned();
    each_run(study, |case, closure, projection| {
        let line = headline(study, projection);
        let horizon = projection.horizon();
        for year in horizon.years().filter(|year| *year == horizon.base() || [2025, 2030].contains(year)) {
            let value = |variable, line| match projection.gap(variable, line) {
                Some(_) => "gap".to_owned(),
                None => projection.value(variable, line, year).unwrap().to_string(),
            };
            writeln!(
                text,
                "{case},{},{year},{},{},{},{}",
                closure.id(),
                value(Variable::Grdp, Line::Total),
                value(Variable::Output, line),
                value(Variable::Employment, line),
                value(Variable::ShareConstant, line),
            )
            .unwrap();
        }
    });
    text
}

#[test]
fn main_figures_of_every_shipped_study_are_unchanged() {
    for study in studies() {
        let path = root().join("tests/golden").join(format!("{}.csv", study.id));
        let found = golden_table(&study);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let rows = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (found, kept) = (rows(&found), rows(&kept));
        assert_eq!(found.len(), kept.len(), "rows of {}", path.display());
        for (found, kept) in found.iter().zip(&kept) {
            assert!(is_same_row(found, kept), "{}:\n found {found}\n kept  {kept}", path.display());
        }
    }
}

/// Texts equal, numbers within 1e-9 of their size.
pub(crate) fn is_same_row(found: &str, kept: &str) -> bool {
    let cells = |row: &str| row.split(',').map(str::to_owned).collect::<Vec<_>>();
    let (found, kept) = (cells(found), cells(kept));
    found.len() == kept.len()
        && found.iter().zip(&kept).all(|(found, kept)| match (found.parse::<f64>(), kept.parse::<f64>()) {
            (Ok(found), Ok(kept)) => (found - kept).abs() <= 1e-9 * kept.abs(),
            _ => found == kept,
        })
}

/// Asserts a value to the digits in which it is stated.
fn assert_digits(value: f64, stated: &str) {
    let decimals = stated.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    assert_eq!(format!("{value:.decimals$}"), stated);
}

#[test]
fn the_plan_path_meets_the_figures_of_the_plan() {
    let study = bac_ninh();
    for closure in Closure::ALL {
        let plan = run_on(&study, "plan", "plan", closure);
        let line = headline(&study, &plan);
        for (year, output, share, employment, grdp) in
            [(2025, "136.977", "75.5", "457.488", "181.426"), (2030, "190.374", "72.6", "498.956", "262.223")]
        {
            assert_digits(plan.value(Variable::Output, line, year).unwrap(), output);
            assert_digits(plan.value(Variable::ShareConstant, line, year).unwrap() * 100.0, share);
            assert_digits(plan.value(Variable::Employment, line, year).unwrap(), employment);
            assert_digits(plan.value(Variable::Grdp, Line::Total, year).unwrap(), grdp);
        }
    }
}

#[test]
fn three_projects_on_the_plan_path_give_the_reference_values() {
    let study = bac_ninh();
    for (closure, grdp) in [(Closure::Productivity, "267.683508"), (Closure::Capital, "268.199050")] {
        let projection = run_on(&study, "plan", "three-projects", closure);
        assert_digits(projection.value(Variable::Grdp, Line::Total, 2030).unwrap(), grdp);
    }
}

#[test]
fn the_trend_falls_short_and_catching_up_takes_eleven_per_cent_a_year() {
    let study = bac_ninh();
    for closure in Closure::ALL {
        let trend = run_on(&study, "trend", "trend", closure);
        assert_digits(trend.value(Variable::Grdp, Line::Total, 2030).unwrap(), "198.472");
        let path = run_on(&study, "catch-up", "catch-up", closure);
        let line = headline(&study, &path);
        let level = |year| path.value(Variable::Output, line, year).unwrap();
        assert_digits(level(2030), "190.374");
        assert_digits((libm::pow(level(2030) / level(2024), 1.0 / 6.0) - 1.0) * 100.0, "11.1");
    }
}

#[test]
fn an_icor_over_falling_grdp_is_kept_and_not_shown() {
    let run = run_on(&bac_ninh(), "trend", "shock-again", Closure::Productivity);
    let icor = |year| {
        let (icor, total) = (Variable::Icor, Line::Total);
        (run.value(icor, total, year), find_displayed(&run, icor, total, year))
    };
    assert!(icor(2026).0.is_some_and(|value| value < 0.0), "{:?}", icor(2026));
    assert_eq!(icor(2026).1, None);
    assert!(icor(2027).0.is_some() && icor(2027).0 == icor(2027).1, "{:?}", icor(2027));
    assert_eq!(find_displayed(&run, Variable::Grdp, Line::Total, 2026), run.value(Variable::Grdp, Line::Total, 2026));
}
