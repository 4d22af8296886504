//! Back-tests: a world in which the right coverage is known, breaks and gaps of real series, and the same bits on any number of threads.

use kichban::analysis::backtest::{
    Backtest, BacktestOptions, ForecastMethod, LearntFrom, Panel, PanelMeasure, ScoreRow, ScoreScope, backtest,
    forecasts,
};
use kichban::task::{Progress, Workers};
use std::fmt::Write as _;
use std::path::Path;

/// Numbers between 0 and 1, always the same.
struct Luck(u64);

impl Luck {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// A standard normal number, near enough: twelve uniform ones.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }
}

/// Economies whose sectors grow by a drift of their own, which differs by `spread`, and by yearly luck of very different size.
fn world(countries: u32, sectors: u32, years: i32, (seed, spread): (u64, f64)) -> String {
    let mut luck = Luck(seed);
    let mut text = "country,sector,year,variable,value\n".to_owned();
    for country in 0..countries {
        let volatility = 0.01 + 0.05 * luck.uniform();
        for (variable, scale) in [("VA_Q", 1.0), ("EMP", 0.6)] {
            let drift = 0.03 + spread * luck.normal();
            for sector in 0..sectors {
                let (mut level, own) = (4.0, drift + 0.5 * spread * luck.normal());
                for year in 0..years {
                    level += own + scale * volatility * luck.normal();
                    writeln!(text, "C{country},S{sector},{},{variable},{}", 1980 + year, libm::exp(level)).unwrap();
                }
            }
        }
    }
    text
}

fn tested(text: &str, options: &BacktestOptions) -> Backtest {
    backtest(&Panel::read(text).unwrap(), options, &Progress::default()).unwrap()
}

fn row(
    found: &Backtest,
    measure: PanelMeasure,
    horizon: usize,
    scope: ScoreScope,
    method: ForecastMethod,
) -> &ScoreRow {
    let mut rows = found.rows.iter();
    let wanted = (measure, horizon, scope, method);
    rows.find(|row| (row.measure, row.horizon, row.scope, row.method) == wanted).unwrap()
}

#[test]
fn bands_learnt_from_other_economies_cover_what_they_claim() {
    let found = tested(&world(40, 4, 40, (7, 0.02)), &BacktestOptions::default());
    assert!(found.learns_from_panel && found.countries == 40 && found.origins == Some((1989, 2014)));
    for measure in PanelMeasure::ALL {
        for horizon in [5, 10] {
            for scope in [ScoreScope::Sectors, ScoreScope::Total, ScoreScope::Sector(2)] {
                let program = &row(&found, measure, horizon, scope, ForecastMethod::Program).scores;
                for (coverage, (low, high)) in program.coverage.iter().zip([(0.42, 0.58), (0.74, 0.86), (0.85, 0.95)]) {
                    let place = format!("{measure:?} {horizon} {scope:?}");
                    assert!((low..high).contains(&coverage.share), "{place}: {}", coverage.share);
                }
                let usual = &row(&found, measure, horizon, scope, ForecastMethod::OwnTrend).scores;
                assert!(usual.coverage[1].share < program.coverage[1].share, "the usual bands are too narrow");
                assert!((program.tenths.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
        }
    }
}

#[test]
fn the_mean_of_three_trends_stays_beside_the_program_and_beats_its_parts_where_trends_are_noise() {
    let found = tested(&world(30, 3, 35, (11, 0.001)), &BacktestOptions::default());
    for measure in PanelMeasure::ALL {
        for horizon in [5, 10] {
            let error = |method| row(&found, measure, horizon, ScoreScope::Sectors, method).scores.mape;
            for method in [ForecastMethod::OwnTrend, ForecastMethod::RandomWalk] {
                assert!(error(ForecastMethod::Shrinkage) < error(method), "{measure:?} {horizon} {method:?}");
            }
            assert_eq!(error(ForecastMethod::Program).to_bits(), error(ForecastMethod::ProgramShipped).to_bits());
            assert!(error(ForecastMethod::Program) < error(ForecastMethod::RandomWalk), "{measure:?} {horizon}");
        }
    }
}

#[test]
fn threads_do_not_change_a_bit_and_few_economies_take_the_shipped_bands() {
    let text = world(12, 3, 30, (3, 0.02));
    let on =
        |threads| tested(&text, &BacktestOptions { workers: Workers::Exactly(threads), ..BacktestOptions::default() });
    assert_eq!(on(1), on(8));
    let few = tested(&world(5, 3, 30, (3, 0.02)), &BacktestOptions::default());
    assert!(!few.learns_from_panel);
    let of = |method| &row(&few, PanelMeasure::ValueAdded, 5, ScoreScope::Sectors, method).scores;
    assert_eq!(of(ForecastMethod::Program), of(ForecastMethod::ProgramShipped));
}

#[test]
fn nothing_is_projected_over_a_break_or_from_too_short_a_past() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/viet-nam-sections.csv");
    let text = std::fs::read_to_string(path).unwrap();
    let panel = Panel::read(&text).unwrap();
    assert_eq!((panel.sectors.len(), panel.countries.len(), panel.first), (21, 1, 2005));
    let options = BacktestOptions { least_history: 5, ..BacktestOptions::default() };
    let found = tested(&text, &options);
    // Value added from 2010 on: origins 2014–2019 at five years, 2014 at ten; employment until 2020: origins 2010–2015.
    let count = |measure, horizon, scope| row(&found, measure, horizon, scope, ForecastMethod::Program).scores.count;
    assert_eq!(count(PanelMeasure::ValueAdded, 5, ScoreScope::Total), 6);
    assert_eq!(count(PanelMeasure::ValueAdded, 5, ScoreScope::Sectors), 6 * 20);
    assert_eq!(count(PanelMeasure::ValueAdded, 10, ScoreScope::Total), 1);
    assert_eq!(count(PanelMeasure::Employment, 5, ScoreScope::Sectors), 6 * 21);
    assert_eq!(found.longest_history, 15);
    let long = BacktestOptions { least_history: 16, ..BacktestOptions::default() };
    assert!(tested(&text, &long).rows.is_empty());
}

#[test]
fn a_projection_does_not_see_what_comes_after_its_origin() {
    // Scrambled figures of every line, country and year after the origin leave points and shipped bands as they are.
    let text = world(6, 3, 26, (5, 0.02)).replace(",S0,", ",AGR,");
    let origin = 1994;
    let mut luck = Luck(17);
    let mut scrambled = String::new();
    for row in text.lines() {
        let cells: Vec<&str> = row.split(',').collect();
        let is_late = cells[2].parse::<i32>().is_ok_and(|year| year > origin);
        let value = if is_late { format!("{}", 1.0 + 99.0 * luck.uniform()) } else { cells[4].to_owned() };
        writeln!(scrambled, "{},{},{},{},{value}", cells[0], cells[1], cells[2], cells[3]).unwrap();
    }
    let (before, after) = (Panel::read(&text).unwrap(), Panel::read(&scrambled).unwrap());
    for evidence in LearntFrom::ALL {
        let options = BacktestOptions { learnt_from: evidence, ..BacktestOptions::default() };
        for measure in PanelMeasure::ALL {
            for horizon in [5, 10] {
                let known = |panel: &Panel| {
                    let mut found = forecasts(panel, (measure, horizon), &options);
                    found.retain(|one| one.origin <= origin);
                    found
                };
                assert_eq!(known(&before), known(&after), "{measure:?} {horizon}");
                assert_eq!(known(&before).len(), 6 * 4 * 6, "six countries, four lines, origins 1989 to 1994");
            }
        }
    }
    assert_ne!(
        forecasts(&before, (PanelMeasure::ValueAdded, 5), &BacktestOptions::default()),
        forecasts(&after, (PanelMeasure::ValueAdded, 5), &BacktestOptions::default()),
        "later origins see the scrambled figures"
    );
}

#[test]
fn outcomes_to_2000_teach_and_later_origins_are_scored() {
    let text = world(12, 3, 40, (9, 0.02));
    let late = tested(&text, &BacktestOptions { learnt_from: LearntFrom::To2000, ..BacktestOptions::default() });
    assert_eq!(late.origins, Some((2000, 2014)));
    let count = |found: &Backtest| {
        let rows = found.rule.iter().filter(|row| !row.is_total && row.basis.peers && !row.basis.agriculture);
        rows.map(|row| row.count).collect::<Vec<_>>()
    };
    let all = tested(&text, &BacktestOptions::default());
    // Origins 1989 to 1995 at five years and to 1990 at ten; all: to 2014 and to 2009; twelve countries and three sectors.
    assert_eq!((count(&late), count(&all)), (vec![9 * 36; 2], vec![(26 + 21) * 36; 2]));
    let thirds = all.rows.iter().filter(|row| matches!(row.scope, ScoreScope::Size(_) | ScoreScope::Volatility(_)));
    assert_eq!(thirds.count(), 2 * 2 * 6 * ForecastMethod::ALL.len());
}
