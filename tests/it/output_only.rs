//! A study with nothing but output by sector: it runs on growth of output, and whatever nobody has figures of is a gap.

use crate::exports::{STAMP, holds, open, places};
use crate::program::kichban;
use crate::resolved::resolve;
use kichban::analysis::{AnalysisError, Metric};
use kichban::analysis::{Inert, inert, tornado};
use kichban::engine::{Closure, Gap, Line, MeasuredSeries, Projection, Variable, simulate};
use kichban::export::{ExportCase, to_workbook, workbook_rows};
use kichban::files::{built_in, read_study};
use kichban::lang::Lang;
use kichban::quantity::PriceBasis;
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::{Assumption, Study};
use kichban::scenario::{
    Case, PreparedCase, ResolveError, calibrate_baseline, default_path, fingerprint, lever_keys, validate,
};
use kichban::text::{explain_resolve_error, gap_reason, lever_name};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What such a study knows.
const KNOWN: [Variable; 8] = [
    Variable::Grdp,
    Variable::GrossValueAdded,
    Variable::Output,
    Variable::PotentialOutput,
    Variable::OutputGrowth,
    Variable::GrowthContribution,
    Variable::ShareConstant,
    Variable::Shock,
];

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/output-only.ron")
}

fn study() -> Study {
    read_study(&std::fs::read(file()).unwrap()).unwrap()
}

fn run(study: &Study, case: &str) -> Projection {
    let baseline = calibrate_baseline(study, "trend").unwrap();
    simulate(&resolve(study, &baseline, case, Closure::Productivity).unwrap()).unwrap()
}

/// A figure like the first observation of a study.
fn like(study: &Study, quantity: Quantity, line: &str, value: f64) -> Figure {
    let first = study.observations[0].clone();
    Figure {
        quantity,
        line: line.to_owned(),
        value,
        unit: quantity.unit(),
        price_basis: PriceBasis::None,
        year: Some(study.baselines[0].base_year),
        ..first
    }
}

fn observe(study: &mut Study, quantity: Quantity, line: &str, value: f64) {
    let figure = like(study, quantity, line, value);
    Arc::make_mut(&mut study.observations).push(figure);
}

fn assume(study: &mut Study, quantity: Quantity, line: &str, value: f64) {
    let figure = Figure { year: None, vintage: String::new(), ..like(study, quantity, line, value) };
    Arc::make_mut(&mut study.parameters).push(Assumption { baseline: String::new(), figure });
}

/// The same study with employment that stays as it is.
fn with_employment() -> Study {
    let mut study = study();
    let ids: Vec<String> = study.sectors.iter().map(|sector| sector.id.clone()).collect();
    for (id, workers) in ids.iter().zip([310.0, 120.0, 95.5, 71.25]) {
        observe(&mut study, Quantity::Employment, id, workers);
        assume(&mut study, Quantity::EmploymentGrowth, id, 0.0);
        assume(&mut study, Quantity::UtilisationElasticity, id, 0.5);
    }
    "fields".clone_into(&mut study.structure.reallocation_source);
    validate(&study).unwrap();
    study
}

fn assert_near(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= 1e-12 * wanted.abs(), "{what}: {found} and {wanted}");
}

#[test]
fn output_grows_as_stated_and_nothing_else_has_a_figure() {
    let study = study();
    validate(&study).unwrap();
    let projection = run(&study, "trend");
    for (s, sector) in study.sectors.iter().enumerate() {
        let growth = study.parameter("trend", Quantity::OutputGrowth, &sector.id, None).unwrap().model_value();
        let base = projection.value(Variable::Output, Line::Sector(s), 2024).unwrap();
        let observed = study.observations.iter().find(|figure| figure.line == sector.id && figure.year == Some(2024));
        assert_eq!(base.to_bits(), observed.unwrap().model_value().to_bits());
        let wanted = (0..16).fold(base, |level, _| level * (1.0 + growth));
        assert_near(projection.value(Variable::Output, Line::Sector(s), 2040).unwrap(), wanted, &sector.id);
    }
    assert_eq!(projection.inputs().gaps.iter().collect::<Vec<_>>(), Gap::ALL);
    for variable in Variable::ALL {
        for line in projection.lines() {
            let has_figures = projection.series(variable, line).iter().any(Option::is_some);
            let wanted = KNOWN.contains(&variable) && variable.coverage().has(line.kind()) && line != Line::Taxes;
            // Shocks are of single sectors.
            assert_eq!(has_figures, wanted, "{} of {}", variable.id(), projection.line_id(line));
            let has_reason = projection.gap(variable, line).is_some();
            assert_eq!(has_reason, !KNOWN.contains(&variable) || line == Line::Taxes, "{}", variable.id());
        }
    }
}

#[test]
fn employment_that_stays_changes_no_output_and_closes_its_gaps() {
    let (without, with) = (study(), with_employment());
    for case in ["trend", "faster"] {
        let (before, after) = (run(&without, case), run(&with, case));
        for line in before.lines().filter(|line| *line != Line::Taxes) {
            let level = if line == Line::Total { Variable::Grdp } else { Variable::Output };
            for year in before.horizon().years() {
                let [one, other] = [&before, &after].map(|run| run.value(level, line, year).unwrap());
                assert_near(other, one, case);
            }
        }
        assert!(!after.inputs().gaps.has(Gap::Employment));
        let workers = after.value(Variable::Employment, Line::Sector(1), 2040).unwrap();
        assert_near(workers, 120.0, "employment");
        let productivity = after.value(Variable::Productivity, Line::Sector(1), 2040).unwrap();
        let output = after.value(Variable::Output, Line::Sector(1), 2040).unwrap();
        assert_near(productivity, output / 120.0 * 1e3, "productivity");
        assert!(after.value(Variable::Capital, Line::Sector(1), 2040).is_none());
    }
}

#[test]
fn employment_of_one_sector_alone_leaves_the_gap() {
    let mut study = study();
    observe(&mut study, Quantity::Employment, "works", 120.0);
    let baseline = calibrate_baseline(&study, "trend").unwrap();
    let absent = baseline.absent_figure(Gap::Employment).unwrap();
    assert_eq!((absent.quantity, absent.line.as_str()), (Quantity::Employment, "fields"));
    assert!(baseline.projection.value(Variable::Employment, Line::Sector(1), 2030).is_none());
}

#[test]
fn a_shipped_study_without_employment_has_the_output_that_it_had() {
    let whole = built_in().unwrap();
    let mut bare = whole.clone();
    Arc::make_mut(&mut bare.observations).retain(|figure| figure.quantity != Quantity::Employment);
    for baseline in ["plan", "trend", "catch-up"] {
        let [before, after] = [&whole, &bare].map(|study| calibrate_baseline(study, baseline).unwrap());
        assert_eq!(after.inputs.gaps.iter().collect::<Vec<_>>(), [Gap::Employment]);
        for line in before.projection.lines() {
            let of = |run: &Projection| run.series(Variable::Output, line);
            for (one, other) in of(&before.projection).into_iter().zip(of(&after.projection)) {
                assert_eq!(one.is_some(), other.is_some());
                if let (Some(one), Some(other)) = (one, other) {
                    assert!((one - other).abs() <= 1e-9 * one.abs(), "{baseline}: {one} and {other}");
                }
            }
            assert!(after.projection.value(Variable::Employment, line, 2030).is_none());
        }
        assert!(after.projection.value(Variable::Icor, Line::Total, 2030).is_some());
    }
}

#[test]
fn levers_that_act_through_what_is_not_known_change_nothing_and_say_why() {
    let study = study();
    let baseline = calibrate_baseline(&study, "trend").unwrap();
    let neutral = resolve(&study, &baseline, "trend", Closure::Productivity).unwrap();
    let gaps = baseline.inputs.gaps;
    let (mut blocked, mut live) = (0, 0);
    for key in lever_keys(&study) {
        let spec = key.lever.spec();
        let mut settings = Settings::default();
        let top = spec.from_shown(spec.hard.1);
        let setting = match spec.kind {
            kichban::scenario::lever::Kind::Switch => Setting::Switch(true),
            kichban::scenario::lever::Kind::Shares => {
                Setting::Shares([("works".to_owned(), 1.0)].into_iter().collect())
            }
            _ => Setting::Constant(top),
        };
        settings.insert(key.clone(), setting);
        let why = inert(&study, gaps, &Settings::default(), &key, Closure::Productivity);
        if key.gap(gaps).is_some() {
            blocked += 1;
            assert!(matches!(why, Some(Inert::NoFigures(_))), "{key}");
            let case = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
            let moved = case.resolve().unwrap();
            assert_eq!(fingerprint(&moved), fingerprint(&neutral), "{key}");
        } else {
            live += 1;
            assert!(!matches!(why, Some(Inert::NoFigures(_))), "{key}");
        }
        if key.stands_in(gaps) {
            assert!(default_path(&study, &baseline, &key).is_none(), "{key} shows what stands in");
        }
    }
    assert!(blocked > 20 && live > 4, "{blocked} {live}");
    let added = LeverKey::for_lever(Lever::ProductivityGrowthAdded, "works");
    for lang in Lang::ALL {
        let (here, there) = (lever_name(&added, &study, lang), lever_name(&added, &with_employment(), lang));
        assert_ne!(here, there, "what is added is added to output");
    }
    assert!(
        run(&study, "faster").value(Variable::Grdp, Line::Total, 2040)
            > run(&study, "trend").value(Variable::Grdp, Line::Total, 2040)
    );
}

#[test]
fn the_capital_closure_is_refused_by_the_figure_that_it_lacks() {
    let study = study();
    let baseline = calibrate_baseline(&study, "trend").unwrap();
    for case in ["trend", "faster"] {
        let error = resolve(&study, &baseline, case, Closure::Capital).unwrap_err();
        assert!(matches!(error, ResolveError::ClosureNeedsFigure { quantity: Quantity::Capital, .. }), "{error}");
        for lang in Lang::ALL {
            let told = explain_resolve_error(&error, Some(&study), lang);
            assert!(!told.sentence.contains("error-") && !told.hint.is_empty(), "{}", told.sentence);
        }
    }
}

#[test]
fn questions_about_gaps_are_answered_with_the_reason() {
    let study = study();
    let prepared = PreparedCase::new(&study, "trend").unwrap();
    let case = prepared.in_closure(&study, Closure::Productivity);
    let metric = Metric::new(Variable::Employment, Line::Total, 2030);
    let error = tornado(case, metric).unwrap_err();
    assert_eq!(error, AnalysisError::NotKnown { metric, gap: Gap::Employment });
    let found = tornado(case, Metric::new(Variable::Grdp, Line::Total, 2030)).unwrap();
    assert!(found.swings.len() >= 4 && found.inert.len() > 20);
    assert!(MeasuredSeries::variables().any(|variable| variable == Variable::Employment));
}

#[test]
fn at_the_prices_of_the_base_year_current_prices_are_constant_prices() {
    let mut study = study();
    study.price_base_year = 2024;
    for figure in Arc::make_mut(&mut study.observations) {
        if figure.year == Some(2024) {
            figure.quantity = Quantity::OutputCurrent;
            figure.price_basis = PriceBasis::Current;
        }
    }
    validate(&study).unwrap();
    let [before, after] = [&self::study(), &study].map(|study| run(study, "trend"));
    assert_eq!(before.series(Variable::Grdp, Line::Total), after.series(Variable::Grdp, Line::Total));
    // Without inflation, prices after the base year are not known.
    assert_eq!(after.gap(Variable::OutputCurrent, Line::Total), Some(Gap::Prices));
    for line in ["fields", "works", "trade", "other"] {
        assume(&mut study, Quantity::Inflation, line, 0.03);
    }
    let priced = run(&study, "trend");
    let [constant, current] =
        [Variable::Grdp, Variable::OutputCurrent].map(|v| priced.value(v, Line::Total, 2034).unwrap());
    assert_near(current, constant * 1.03_f64.powi(10), "current prices");
}

#[test]
fn a_total_that_holds_more_than_the_sectors_asks_for_product_taxes() {
    let mut study = study();
    observe(&mut study, Quantity::Output, "total", 400.0);
    let error = calibrate_baseline(&study, "trend").unwrap_err();
    let is_taxes = |error: &ResolveError| matches!(error, ResolveError::MissingFigure { quantity: Quantity::Output, line, .. } if line == "taxes");
    assert!(is_taxes(&error), "{error}");
}

#[test]
fn the_workbook_recalculates_what_is_known_and_holds_nothing_else() {
    let study = study();
    for case in ["trend", "faster"] {
        let exported = ExportCase::new(&study, case, Closure::Productivity).unwrap();
        for lang in Lang::ALL {
            // `to_workbook` refuses formulas that its own evaluator finds at odds with the program.
            let bytes = to_workbook(&exported, lang, STAMP).unwrap();
            assert!(holds(&exported, &bytes) > 10);
            let names = places(&open(&bytes));
            let stray =
                ["L0_", "K0_", "gl_", "Lstar_", "Dc_", "K_", "alpha_", "N_pop", "population0", "fx", "capital_closure"];
            let found: Vec<&String> =
                names.keys().filter(|name| stray.iter().any(|one| name.starts_with(one))).collect();
            assert!(found.is_empty(), "{found:?}");
            for row in workbook_rows(&exported, lang, STAMP).unwrap() {
                assert!(KNOWN.contains(&row.variable), "{} {}", row.name, row.variable.id());
            }
        }
    }
}

#[test]
fn every_command_answers_or_says_in_a_sentence_why_not() {
    let file = file();
    let file = file.to_str().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let asked: [(&[&str], i32); 16] = [
        (&["check"], 0),
        (&["run"], 0),
        (&["run", "--scenario", "faster"], 0),
        (&["run", "--variable", "employment"], 0),
        (&["run", "--closure", "capital"], 3),
        (&["audit"], 0),
        (&["list", "scenarios"], 0),
        (&["list", "levers"], 0),
        // The sum of all lines is a total, and ten years of it make a record with tested bands.
        (&["ensemble"], 0),
        (&["sensitivity"], 0),
        (&["compare", "--scenario", "faster"], 0),
        (&["solve", "--goal", "grdp@2040=330", "--lever", "productivity_growth_added/works=-2..5"], 0),
        (&["solve", "--goal", "employment@2040=330", "--lever", "productivity_growth_added/works=-2..5"], 2),
        (&["explain", "--scenario", "faster"], 0),
        (&["run", "--set", "labour_growth_added/works=2"], 2),
        (&["sensitivity", "--variable", "productivity"], 2),
    ];
    for lang in Lang::ALL {
        let tag = lang.to_string();
        for (words, wanted) in asked {
            let typed = [words, &[file, "--lang", &tag]].concat();
            let (code, out, err) = kichban(&typed);
            assert_eq!(code, wanted, "{typed:?}: {out} {err}");
            let told = format!("{out}{err}");
            assert!(!told.trim().is_empty() && !told.contains("NaN") && !told.contains("gap-"), "{typed:?}: {told}");
        }
        let (_, out, _) = kichban(&["run", file, "--format", "csv", "--lang", &tag]);
        let variables: std::collections::BTreeSet<&str> =
            out.lines().skip(1).filter_map(|line| line.split(',').nth(4)).collect();
        assert!(variables.iter().all(|id| KNOWN.iter().any(|known| known.id() == *id)), "{variables:?}");
        let (_, _, err) = kichban(&["run", file, "--lang", &tag]);
        let capital = gap_reason(Gap::Capital, lang);
        let name = capital.rsplit(' ').next().unwrap().trim_end_matches('.');
        assert!(err.contains(name), "{err}");
        for form in ["workbook", "note", "report", "tables", "charts"] {
            let to = folder.path().join(format!("{form}-{tag}"));
            let (code, out, err) =
                kichban(&["export", "--to", form, file, "--lang", &tag, "--out", to.to_str().unwrap()]);
            assert_eq!(code, 0, "{form}: {out} {err}");
        }
    }
}
