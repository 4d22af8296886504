//! Sobol indices: the reference design on the model, and two functions whose indices are published.

use crate::oracle_study::{BASELINE, study};
use kichban::analysis::ensemble::{UncertainLever, soft_levers, stated_levers};
use kichban::analysis::narrowed::Ranked;
use kichban::analysis::sobol::{Design, Evaluations, Response, Sensitivity, jansen, sensitivity};
use kichban::engine::{Closure, Lanes, Line, MeasuredSeries, Variable};
use kichban::lang::Localized;
use kichban::scenario::Case;
use kichban::scenario::figure::Status;
use kichban::scenario::lever::{Kind, Lever};
use kichban::scenario::setting::{LeverKey, Setting, Settings, YearTable};
use kichban::scenario::study::Shock;
use kichban::scenario::{calibrate_baseline, merged_settings};
use kichban::task::Progress;
use serde_json::Value;
use std::convert::Infallible;
use std::f64::consts::PI;
use std::path::{Path, PathBuf};

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// A coordinate of the Halton sequence, index from 1.
fn halton(mut index: u32, base: u32) -> f64 {
    let (mut part, mut value) = (1.0, 0.0);
    while index > 0 {
        part /= f64::from(base);
        value += part * f64::from(index % base);
        index /= base;
    }
    value
}

fn reference_shock() -> Shock {
    Shock {
        id: "reference".to_owned(),
        name: Localized::new("r", "r"),
        start: 2026,
        depth: 0.1,
        half_life: 2.0,
        scar: 0.0,
        exposure: [("I".to_owned(), 1.0)].into_iter().collect(),
        status: Status::Assumed,
        source: "oracle".to_owned(),
        note: Localized::default(),
    }
}

#[test]
fn the_model_on_the_reference_design() {
    let inputs = std::fs::read_to_string(tests().join("oracle/actual-2024/inputs.json")).unwrap();
    let mut study = study(&serde_json::from_str(&inputs).unwrap());
    study.shocks = vec![reference_shock()];
    let baseline = calibrate_baseline(&study, BASELINE).unwrap();
    let lever = |key: LeverKey, low: f64, high: f64| UncertainLever { key, low, mode: low, high, years: None };
    let levers = [
        lever(LeverKey::for_lever(Lever::ProductivityGrowthAdded, "I"), -0.01, 0.01),
        lever(LeverKey::province(Lever::InvestmentRate), 0.30, 0.42),
        lever(LeverKey::for_lever(Lever::LabourGrowthAdded, "I"), -0.01, 0.01),
        lever(LeverKey::for_lever(Lever::ShockDepth, "reference"), 0.0, 0.15),
    ];
    let at = |point: &[f64]| {
        let mut settings = Settings::default();
        for (lever, position) in levers.iter().zip(point) {
            let value = lever.low + position * (lever.high - lever.low);
            // The reference replaces the whole path, the base year included.
            let path = Setting::Years { default: Some(value), values: YearTable::default() };
            let is_path = lever.key.lever.spec().kind == Kind::Path;
            settings.insert(lever.key.clone(), if is_path { path } else { Setting::Constant(value) });
        }
        let subject = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Capital };
        let line = Line::Sector(study.sectors.iter().position(|sector| sector.id == "I").unwrap());
        let series = MeasuredSeries { variable: Variable::Output, line };
        Response { case: subject, levers: &[], series, year: 2030 }.evaluate(&[]).unwrap()
    };
    let bases = [[2, 3, 5, 7], [11, 13, 17, 19]];
    let points = |which: usize| -> Vec<Vec<f64>> {
        (1..=256).map(|index| bases[which].iter().map(|base| halton(index, *base)).collect()).collect()
    };
    let (a, b) = (points(0), points(1));
    let values = |points: &[Vec<f64>]| points.iter().map(|point| at(point)).collect::<Vec<f64>>();
    let mixed = |input: usize| {
        let points: Vec<Vec<f64>> =
            a.iter().zip(&b).map(|(a, b)| (0..4).map(|k| if k == input { b[k] } else { a[k] }).collect()).collect();
        values(&points)
    };
    let found = Evaluations { a: values(&a), b: values(&b), mixed: (0..4).map(mixed).collect() };
    let (indices, mean, variance) = jansen(&found);
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).from_path(tests().join("analysis/sobol_halton.csv")).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.len(), 6);
    let close = |name: &str, found: f64, expected: &str| {
        let expected: f64 = expected.parse().unwrap();
        assert!((found - expected).abs() <= 1e-10 * expected.abs().max(1.0), "{name}: {found}, expected {expected}");
    };
    for (row, index) in rows.iter().zip(&indices) {
        close(&row[0], index.first, &row[1]);
        close(&row[0], index.total, &row[2]);
    }
    close("mean", mean, &rows[4][1]);
    close("variance", variance, &rows[5][1]);
}

fn published(file: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(tests().join("published").join(file)).unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

/// Published indices lie inside the intervals, widened by the last digit printed, and close to the estimates.
fn assert_matches(found: &Sensitivity, case: &Value, first: &str, total: &str) {
    let tolerance = case["tolerance_abs"].as_f64().unwrap();
    let expected = numbers(&case["expected"][first]).into_iter().zip(numbers(&case["expected"][total]));
    let mut looked_at = 0;
    for (index, (first, total)) in found.inputs.iter().zip(expected) {
        for (estimate, expected) in [(index.first, first), (index.total, total)] {
            // Thirty-eight intervals of 95 % would fail twice by luck alone; twice their width does not.
            let half = (estimate.high - estimate.low).max(0.0) + tolerance;
            assert!((estimate.value - expected).abs() <= half, "{estimate:?}, published {expected}");
            assert!((estimate.value - expected).abs() < 2e-3, "{estimate:?}, published {expected}");
            looked_at += 1;
        }
    }
    assert_eq!(looked_at, 2 * found.inputs.len());
}

/// A function of one point, asked in each lane.
fn one_by_one(points: &[Lanes], function: impl Fn(&[f64]) -> f64) -> Lanes {
    Lanes(std::array::from_fn(|lane| function(&points.iter().map(|place| place.0[lane]).collect::<Vec<f64>>())))
}

#[test]
fn the_function_of_ishigami() {
    let case = published("sobol_ishigami.json");
    let (a, b) = (case["inputs"]["a"].as_f64().unwrap(), case["inputs"]["b"].as_f64().unwrap());
    let function = |u: &[f64]| -> f64 {
        let x: Vec<f64> = u.iter().map(|u| PI * (2.0 * u - 1.0)).collect();
        libm::sin(x[0]) + a * libm::sin(x[1]).powi(2) + b * x[2].powi(4) * libm::sin(x[0])
    };
    let model = |points: &[Lanes]| Ok::<_, Infallible>(one_by_one(points, function));
    let design = Design { points: 1 << 17, ..Design::default() };
    let found = sensitivity(3, design, &Progress::default(), || Ok(model)).unwrap().unwrap();
    assert_matches(&found, &case, "S1", "ST");
    assert!((found.variance - case["expected"]["variance"].as_f64().unwrap()).abs() < 0.01, "{}", found.variance);
    assert!((found.mean - case["expected"]["mean"].as_f64().unwrap()).abs() < 1e-3);
}

#[test]
fn the_function_of_sobol() {
    let case = published("sobol_g_function_8d.json");
    let a = numbers(&case["inputs"]["a"]);
    let function =
        |x: &[f64]| -> f64 { x.iter().zip(&a).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product() };
    let model = |points: &[Lanes]| Ok::<_, Infallible>(one_by_one(points, function));
    let design = Design { points: 1 << 17, ..Design::default() };
    let found = sensitivity(8, design, &Progress::default(), || Ok(model)).unwrap().unwrap();
    assert_matches(&found, &case, "S1_4dp", "ST_4dp");
}

#[test]
fn levers_of_the_shipped_study_are_screened_and_ranked() {
    let study = kichban::files::built_in().unwrap();
    let baseline = calibrate_baseline(&study, "trend").unwrap();
    let settings = merged_settings(&study, "trend").unwrap();
    let subject = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
    let all = soft_levers(subject);
    let series = MeasuredSeries { variable: Variable::Grdp, line: Line::Total };
    let response = Response { case: subject, levers: &all, series, year: 2030 };
    let levers = response.screen(6).unwrap();
    assert_eq!(levers.len(), 6);
    // Investment is inert in closure P.
    assert!(levers.iter().all(|lever| lever.key.lever != Lever::InvestmentRate));
    let response = Response { levers: &levers, ..response };
    let found =
        response.sensitivity(Design { points: 4_096, ..Design::default() }, &Progress::default()).unwrap().unwrap();
    let total: f64 = found.inputs.iter().map(|input| input.first.value).sum();
    assert!(found.inputs.len() == 6 && (0.8..1.1).contains(&total), "{total}");
}

/// The shock of 2023 again, with ranges of its depth and its exposure that the model can answer alone and not together.
fn shocked(depth: [f64; 3], exposure: [f64; 3]) -> kichban::scenario::study::Study {
    let mut study = kichban::files::built_in().unwrap();
    let scenario = study.scenarios.iter_mut().find(|scenario| scenario.id == "shock-again").unwrap();
    let ranges = [("shock_depth/repeat-2023", depth), ("shock_exposure/repeat-2023/industry", exposure)];
    for (key, [low, base, high]) in ranges {
        scenario.settings.insert(LeverKey::parse(key).unwrap(), Setting::Range { low, base, high });
    }
    scenario.settings.insert(
        LeverKey::parse("productivity_growth_added/services").unwrap(),
        Setting::Range { low: -0.01, base: 0.0, high: 0.01 },
    );
    study
}

fn ranked(study: &kichban::scenario::study::Study) -> Ranked {
    let baseline = calibrate_baseline(study, "trend").unwrap();
    let settings = merged_settings(study, "shock-again").unwrap();
    let levers = stated_levers(&settings);
    let subject = Case { study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
    let series = MeasuredSeries { variable: Variable::Grdp, line: Line::Total };
    let response = Response { case: subject, levers: &levers, series, year: 2030 };
    response.ranked(None, Design { points: 256, ..Design::default() }, &Progress::default()).unwrap().unwrap()
}

#[test]
fn levers_that_only_together_have_no_answer_are_narrowed_together_and_no_others() {
    let study = shocked([0.1, 0.3, 0.9], [0.5, 1.0, 1.5]);
    let found = ranked(&study);
    assert_eq!(found.levers.len(), 3);
    let keys: Vec<String> = found.narrowed.iter().map(|one| one.key.to_string()).collect();
    assert_eq!(keys, ["shock_depth/repeat-2023", "shock_exposure/repeat-2023/industry"]);
    for one in &found.narrowed {
        let kept = one.kept.unwrap();
        assert!(one.asked.0.to_bits() == kept.0.to_bits() && kept.1 < one.asked.1, "{one:?}");
        assert_eq!(one.with.len(), 1);
        let lever = found.levers.iter().find(|lever| lever.key == one.key).unwrap();
        assert_eq!((lever.low.to_bits(), lever.high.to_bits()), (kept.0.to_bits(), kept.1.to_bits()));
    }
    let ends: Vec<f64> = found.narrowed.iter().map(|one| one.kept.unwrap().1).collect();
    assert!(ends[0] * ends[1] < 1.0 && ends[0] * ends[1] > 0.6, "narrowed no more than need be: {ends:?}");
    let services = found.levers.iter().find(|lever| lever.key.lever == Lever::ProductivityGrowthAdded).unwrap();
    assert_eq!((services.low, services.high), (-0.01, 0.01));
    assert!(found.found.unwrap().inputs.iter().all(|input| input.total.value.is_finite()));
}

#[test]
fn a_lever_that_stops_by_itself_is_narrowed_by_itself() {
    // With an exposure of 1.3, depths beyond 77 per cent leave nothing of industry.
    let found = ranked(&shocked([0.1, 0.3, 0.9], [1.3, 1.3, 1.3]));
    let [one] = found.narrowed.as_slice() else { panic!("{:?}", found.narrowed) };
    assert!(one.with.is_empty() && (one.kept.unwrap().1 - 1.0 / 1.3).abs() < 1e-2, "{one:?}");
    assert_eq!(found.levers.len(), 3);
}

#[test]
fn where_every_draw_has_an_answer_ranges_and_figures_stay_to_the_bit() {
    let study = shocked([0.1, 0.3, 0.6], [0.5, 1.0, 1.5]);
    let found = ranked(&study);
    assert!(found.narrowed.is_empty());
    let baseline = calibrate_baseline(&study, "trend").unwrap();
    let settings = merged_settings(&study, "shock-again").unwrap();
    let levers = stated_levers(&settings);
    let subject = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
    let series = MeasuredSeries { variable: Variable::Grdp, line: Line::Total };
    let response = Response { case: subject, levers: &levers, series, year: 2030 };
    let design = Design { points: 256, ..Design::default() };
    assert_eq!(found.levers, levers);
    assert_eq!(found.found, response.sensitivity(design, &Progress::default()).unwrap());
    let all = soft_levers(subject);
    let screened = Response { levers: &all, ..response }.screen(6).unwrap();
    let of_all = Response { levers: &all, ..response }.ranked(Some(6), design, &Progress::default()).unwrap().unwrap();
    assert_eq!((of_all.levers, of_all.narrowed), (screened, Vec::new()));
}

#[test]
fn the_command_line_says_what_it_narrowed_in_the_page_and_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shock.ron");
    let study = shocked([0.1, 0.3, 0.9], [0.5, 1.0, 1.5]);
    std::fs::write(&path, kichban::files::write_study(&study)).unwrap();
    let asked = |extra: &[&str]| {
        let levers = ["shock_depth/repeat-2023", "shock_exposure/repeat-2023/industry"];
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_kichban"))
            .args(["sensitivity", path.to_str().unwrap(), "--scenario", "shock-again", "--points", "64"])
            .args(levers.iter().flat_map(|lever| ["--lever", lever]))
            .args(extra)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let page = asked(&["--lang", "en"]);
    assert!(
        page.contains("Depth: The shock of 2023 again is drawn from 10 … ") && page.contains("instead of 10 … 90%"),
        "{page}"
    );
    assert!(page.contains("together with Exposure"), "{page}");
    let page = asked(&["--lang", "vi"]);
    assert!(page.contains("thay vì 10 … 90%") && page.contains("mô hình không có kết quả"), "{page}");
    let text = asked(&["--lang", "en", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let last = reader.headers().unwrap().len() - 1;
    assert_eq!(&reader.headers().unwrap()[last], "narrowed");
    assert!(reader.records().all(|row| row.unwrap()[last].contains("is drawn from")), "{text}");
}

#[test]
fn an_answer_without_any_lever_says_why() {
    // With an exposure of 200 per cent any greater depth leaves nothing of industry.
    let study = shocked([0.499_999_9, 0.499_999_9, 0.9], [2.0, 2.0, 2.0]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shock.ron");
    std::fs::write(&path, kichban::files::write_study(&study)).unwrap();
    for (lang, expected) in [("en", "No assumption could be drawn."), ("vi", "Không lấy được giả định nào.")]
    {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_kichban"))
            .args(["sensitivity", path.to_str().unwrap(), "--scenario", "shock-again", "--points", "64"])
            .args(["--lever", "shock_depth/repeat-2023", "--lang", lang])
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), output.stdout.len()), (Some(3), 0), "{told}");
        assert!(told.contains(expected) && told.contains("50 … 90%"), "{told}");
    }
}
