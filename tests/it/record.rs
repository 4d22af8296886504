//! A baseline of the rule *record*, the tested bands of a study, and the fan that it shows.

use crate::shipped::studies;
use kichban::analysis::backtest::{BacktestOptions, Panel};
use kichban::analysis::ensemble::{EnsembleOptions, ensemble};
use kichban::analysis::shown_fan::shown_coverage;
use kichban::calibration::forecast::VolatilityClass;
use kichban::engine::{Closure, Line, MeasuredSeries, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::quantity::Quantity;
use kichban::scenario::study::Study;
use kichban::scenario::{
    BandSource, KnownVolatility, PreparedCase, RecordOrigin, ResolveError, calibrate_baseline, tested_model,
    widest_model,
};
use kichban::task::Progress;
use kichban::text::words::label;
use kichban::text::{band_basis_notes, remarks_of_case};
use std::fmt::Write as _;
use std::sync::Arc;

fn study() -> Study {
    built_in().unwrap()
}

/// The rule on the province's five growth rates, calculated from the observations and the table by hand: agriculture has 85 of 790 thousand workers.
fn expected_growth() -> f64 {
    let trend = libm::log(136.869 / 120.549) / 5.0;
    0.0108 + 0.4145 * trend + 0.022 * libm::sqrt(85.0 / 790.0)
}

#[test]
fn a_short_record_grows_by_the_rule_and_its_lines_follow_the_total() {
    let study = study();
    let found = calibrate_baseline(&study, "record").unwrap();
    let record = found.record.as_ref().unwrap();
    assert_eq!((record.first, record.last, record.total.growths), (2019, 2024, 5));
    assert!(record.is_short());
    assert!((record.total_growth - expected_growth()).abs() < 1e-12, "{}", record.total_growth);
    for line in &record.lines {
        assert_eq!((line.growths, line.output, line.employment), (3, RecordOrigin::Total, RecordOrigin::Assumed));
    }
    let grown = libm::exp(expected_growth());
    for year in 2025..=2030 {
        for s in 0..3 {
            let at = |year| found.projection.value(Variable::Output, Line::Sector(s), year).unwrap();
            assert!((at(year) / at(year - 1) - grown).abs() < 1e-9, "sector {s} in {year}");
        }
        let grdp = |year| found.projection.value(Variable::Grdp, Line::Total, year).unwrap();
        assert!((grdp(year) / grdp(year - 1) - grown).abs() < 1e-9, "GRDP in {year}");
    }
    for lang in Lang::ALL {
        let told = remarks_of_case(&study, "record", &found.projection, lang).join("\n");
        let of_trend = remarks_of_case(&study, "trend", &found.projection, lang).join("\n");
        let short = if lang == Lang::VI { "Chuỗi ngắn: 6 năm" } else { "Short record: 6 years" };
        assert!(told.contains(short) && !of_trend.contains(short), "{told}");
    }
}

#[test]
fn equal_observations_give_equal_growth_and_later_ones_change_nothing() {
    let mut study = study();
    let before = calibrate_baseline(&study, "record").unwrap().record;
    let mut later =
        study.observations.iter().find(|one| one.year == Some(2024) && one.line == "total").unwrap().clone();
    later.year = Some(2025);
    later.value *= 3.0;
    Arc::make_mut(&mut study.observations).push(later);
    assert_eq!(calibrate_baseline(&study, "record").unwrap().record, before);
}

#[test]
fn a_record_without_five_growth_rates_is_refused_with_its_count() {
    let mut study = study();
    study.baselines.iter_mut().find(|one| one.id == "record").unwrap().vintage = "old-series".to_owned();
    let error = calibrate_baseline(&study, "record").unwrap_err();
    // The figures that a run needs are looked for first.
    assert!(matches!(error, ResolveError::MissingFigure { .. }), "{error}");
    let mut study = self::study();
    Arc::make_mut(&mut study.observations)
        .retain(|one| !(one.line == "total" && one.vintage == "reconciled" && one.year == Some(2020)));
    match calibrate_baseline(&study, "record").unwrap_err() {
        ResolveError::RecordTooShort { found, needed, .. } => assert_eq!((found, needed), (3, 5)),
        other => panic!("{other}"),
    }
}

#[test]
fn a_short_record_takes_the_bands_of_its_class() {
    let study = study();
    for id in ["trend", "record"] {
        let found = tested_model(&study, study.baseline(id).unwrap()).unwrap();
        assert_eq!(found.known, KnownVolatility::Class(VolatilityClass::Volatile));
        assert!(!found.total_differs);
        // k of the total at five years, times the median volatility of the class to the power 0.4.
        let wanted = 0.5105 * libm::pow(0.0537, 0.4) / 1.281_551_565_544_600_4;
        assert!((found.model.deviation_of_sum(&found.shares, 5) / wanted - 1.0).abs() < 1e-9);
        // Industry: sectors follow the total's volatility, and its share is 101.007 of 131.372.
        let own = 0.6811 * libm::sqrt(0.0537) / libm::pow(101.007 / 131.372, 0.1) / 1.281_551_565_544_600_4;
        let industry = study.sectors.iter().position(|sector| sector.id == "industry").unwrap();
        let alone: Vec<f64> = (0..3).map(|s| if s == industry { 1.0 } else { 0.0 }).collect();
        assert!((found.model.deviation_of_sum(&alone, 5) / own - 1.0).abs() < 1e-3, "{own}");
    }
    assert_eq!(tested_model(&study, study.baseline("plan").unwrap()), None, "its vintage has one year");
}

/// A study of one year, and one whose own volatility is taken away, have no volatility that anybody has shown.
#[test]
fn an_economy_of_unknown_volatility_takes_the_widest_bands_and_says_so() {
    let young = Arc::new(studies().into_iter().find(|study| study.id == "bac-ninh-2025").unwrap());
    let mut bare = study();
    Arc::make_mut(&mut bare.parameters).retain(|row| row.figure.quantity != Quantity::ErrorDeviation);
    let bare = Arc::new(bare);
    for (study, id) in [(&young, "plan"), (&young, young.pinned.as_str()), (&bare, "plan")] {
        let baseline = study.baseline(id).unwrap();
        assert_eq!(tested_model(study, baseline), None, "{id}");
        let widest = widest_model(study, baseline).unwrap();
        assert_eq!(widest.known, KnownVolatility::Nothing);
        // k of the total at five years, times the median volatility of the most volatile class to the power 0.4.
        let wanted = 0.5105 * libm::pow(0.0537, 0.4) / 1.281_551_565_544_600_4;
        let found = widest.model.deviation_of_sum(&widest.shares, 5);
        assert!(widest.total_differs || (found / wanted - 1.0).abs() < 1e-9, "{id}: {found}, {wanted}");

        let series = [MeasuredSeries { variable: Variable::Grdp, line: Line::Total }];
        let prepared = PreparedCase::new(study, id).unwrap();
        let case = prepared.in_closure(study, Closure::Productivity);
        let options = EnsembleOptions { draws: 2_000, bands: BandSource::Tested, ..EnsembleOptions::default() };
        let fan = ensemble(case, &series, &options, &Progress::default()).unwrap().unwrap();
        assert_eq!(fan.bands.tested.unwrap().known, KnownVolatility::Nothing);
        for lang in Lang::ALL {
            assert_eq!(band_basis_notes(&fan.bands, lang).first(), Some(&label(lang, "bands-widest")));
        }
        // With its own volatility there is nothing to draw from.
        let own = EnsembleOptions { bands: BandSource::Own, ..options };
        assert!(matches!(ensemble(case, &series, &own, &Progress::default()), Err(ResolveError::MissingFigure { .. })));
    }
    let known = study();
    let stated = PreparedCase::new(&Arc::new(known.clone()), "plan").unwrap();
    let known = Arc::new(known);
    let series = [MeasuredSeries { variable: Variable::Grdp, line: Line::Total }];
    let case = stated.in_closure(&known, Closure::Productivity);
    let options = EnsembleOptions { draws: 200, bands: BandSource::Tested, ..EnsembleOptions::default() };
    let fan = ensemble(case, &series, &options, &Progress::default()).unwrap().unwrap();
    assert_eq!(fan.bands.tested, None, "what the study states of its volatility comes before the widest bands");
}

/// Economies with agriculture and two other lines, whose figures after a year are multiplied by `shift`.
fn world((after, shift): (i32, f64)) -> Panel {
    let mut luck = 5_u64;
    let mut uniform = || {
        luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((luck >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    };
    let mut text = "country,sector,year,variable,value\n".to_owned();
    let lines = ["AGR", "IND", "SER"];
    let series = (0..4).flat_map(|country| ["VA_Q", "EMP"].map(|variable| (country, variable)));
    for (country, variable, sector) in
        series.flat_map(|(country, variable)| lines.map(|line| (country, variable, line)))
    {
        let mut level = 4.0;
        for year in 1990..2015 {
            level += 0.03 + 0.08 * (uniform() + uniform() - 1.0);
            let moved = if year > after { shift } else { 1.0 };
            writeln!(text, "C{country},{sector},{year},{variable},{}", libm::exp(level) * moved).unwrap();
        }
    }
    Panel::read(&text).unwrap()
}

#[test]
fn the_shown_fan_holds_ordinary_outcomes_and_not_extraordinary_ones() {
    let options = BacktestOptions { horizons: vec![5], least_history: 16, ..BacktestOptions::default() };
    let covered = |panel: &Panel| shown_coverage(panel, &options, &Progress::default()).unwrap().unwrap();
    let found = covered(&world((2014, 1.0)));
    // Origins 2005 to 2009 of four economies.
    assert_eq!((found.studies, found.countries), (20, 4));
    assert_eq!(found.rows.iter().map(|row| row.count).collect::<Vec<_>>(), [60, 20]);
    for row in &found.rows {
        assert!(row.coverage[0] <= row.coverage[1] && row.coverage[1] <= row.coverage[2]);
        assert!(row.coverage[1] > 0.7, "{row:?}");
    }
    for shift in [0.1, 10.0] {
        for row in covered(&world((2009, shift))).rows {
            assert!(row.coverage.iter().all(|share| share.to_bits() == 0), "every outcome is after 2009: {row:?}");
        }
    }
}
