//! The median beside the deterministic path, and sensitivity in both closures.

use kichban::analysis::ensemble::{EnsembleOptions, FAN, ensemble};
use kichban::engine::{Closure, Line, MeasuredSeries, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::Case;
use kichban::scenario::{calibrate_baseline, merged_settings};
use kichban::task::Progress;
use kichban::text::{bands_note, median_and_path};
use std::process::Command;

#[test]
fn a_total_has_a_median_of_its_own_and_the_words_say_so() {
    let study = built_in().unwrap();
    let (baseline, settings) =
        (calibrate_baseline(&study, "trend").unwrap(), merged_settings(&study, "trend").unwrap());
    let subject = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
    let series = [MeasuredSeries { variable: Variable::Grdp, line: Line::Total }];
    let options = EnsembleOptions { draws: 400_000, ..EnsembleOptions::default() };
    let found = ensemble(subject, &series, &options, &Progress::default()).unwrap().unwrap();
    let fan = &found.fans[0];
    let (median, path) = (fan.years.last().unwrap()[FAN.len() / 2], *fan.path.last().unwrap());
    // Not luck: the path lies outside the Monte Carlo error of the median, and below it.
    assert!(path < median.low, "{path} {median:?}");
    for (lang, mark) in [(Lang::VI, ','), (Lang::EN, '.')] {
        let told = median_and_path(fan, "GRDP", 2030, lang).unwrap();
        for value in [median.value, path] {
            let written = format!("{value:.2}").replace('.', &mark.to_string());
            assert!(told.contains(&written), "{told} lacks {written}");
        }
    }
    let notes = bands_note(&options, Lang::EN).join(" ");
    assert!(
        notes.contains("median of each sector's potential output") && notes.contains("medians of their own"),
        "{notes}"
    );
    assert!(!notes.contains("path is the median."), "{notes}");
    assert!(notes.contains("400,000 simulated paths, seed 2030, random numbers from philox4x32-10."), "{notes}");
}

#[test]
fn sensitivity_in_both_closures_answers_both() {
    let asked = |closure: &str, format: &str| {
        let words = ["sensitivity", "--scenario", "trend", "--points", "64", "--lang", "en", "--format", format];
        let output =
            Command::new(env!("CARGO_BIN_EXE_kichban")).args(words).args(["--closure", closure]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let rows = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    let both = rows(&asked("both", "csv"));
    let single = ["productivity", "capital"].map(|closure| rows(&asked(closure, "csv")));
    assert_ne!(single[0], single[1]);
    assert_eq!(both, single.concat());
    let pages = asked("both", "table");
    assert!(pages.contains(", Capital\n") && pages.contains(", Labour × productivity\n"), "{pages}");
}
