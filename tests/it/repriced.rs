//! Constant prices of another year: growth of every line stays, the level of the new base year is its value at current
//! prices, and the way back gives what was there.

use crate::program::kichban;
use kichban::analysis::{growth_at_both_prices, what_moved};
use kichban::app::{
    AppState, Command as Ask, DocumentCommand, Origin, PendingQuestion, Preferences, WindowCommand, update,
};
use kichban::engine::{Line, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::quantity::{PriceBasis, Quantity};
use kichban::scenario::figure::{Figure, Status};
use kichban::scenario::study::Study;
use kichban::scenario::{
    BaseChange, BaseMove, Edit, FigureList, PriceBaseChoice, StudyError, apply_edit, calibrate_baseline,
    find_repricing, price_base_years,
};
use std::path::Path;
use std::sync::Arc;

fn change(base: i32, losses_allowed: bool) -> BaseChange {
    let prices = PriceBaseChoice { base, reason: " New benchmark ".to_owned() };
    BaseChange { to: BaseMove::Prices(prices), losses_allowed }
}

fn reprice(base: i32, losses_allowed: bool) -> Edit {
    Edit::ChangeBase(change(base, losses_allowed))
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-12 * other.abs().max(1.0)
}

/// Output of a line of the record by year, trillion VND at constant prices.
fn record(study: &Study, line: &str) -> Vec<(i32, f64)> {
    let of_line = study.observations.iter().filter(|figure| {
        figure.quantity == Quantity::Output && figure.line == line && figure.vintage == study.history_vintage
    });
    let mut levels: Vec<(i32, f64)> = of_line.map(|figure| (figure.year.unwrap(), figure.model_value())).collect();
    levels.sort_by_key(|(year, _)| *year);
    levels
}

/// The built-in study with output at current prices of 2022 for every line of its record.
fn with_current_prices() -> Study {
    let mut study = built_in().unwrap();
    let level = |line: &str| record(&study, line).into_iter().find(|(year, _)| *year == 2022).unwrap().1;
    // The lines make the total, whose price level the study states.
    let others: f64 = [("agriculture", 1.9), ("services", 1.8), ("taxes", 1.7)]
        .map(|(line, factor)| factor * level(line))
        .iter()
        .sum();
    let industry = (1.746 * level("total") - others) / level("industry");
    let factors = [("agriculture", 1.9), ("industry", industry), ("services", 1.8), ("taxes", 1.7)];
    let added: Vec<Figure> = factors
        .iter()
        .map(|(line, factor)| {
            let constant = study.observations.iter().find(|figure| {
                (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::Output, *line, Some(2022))
                    && figure.vintage == study.history_vintage
            });
            let constant = constant.unwrap_or_else(|| panic!("no output of {line} in 2022"));
            Figure {
                quantity: Quantity::OutputCurrent,
                price_basis: PriceBasis::Current,
                value: constant.value * factor,
                ..constant.clone()
            }
        })
        .collect();
    Arc::make_mut(&mut study.observations).extend(added);
    study
}

#[test]
fn every_line_keeps_its_growth_and_has_its_current_value_in_the_new_base_year() {
    let study = with_current_prices();
    assert!(price_base_years(&study).contains(&2022));
    let next = apply_edit(&study, &reprice(2022, true)).unwrap();
    assert_eq!((next.price_base_year, next.price_reason.en.as_str()), (2022, "New benchmark"));
    for line in ["agriculture", "industry", "services", "taxes"] {
        let (before, after) = (record(&study, line), record(&next, line));
        assert!(before.len() > 3 && before.len() == after.len());
        for (old, new) in before.windows(2).zip(after.windows(2)) {
            assert!(near(new[1].1 / new[0].1, old[1].1 / old[0].1), "{line} {old:?} {new:?}");
        }
        let current = study.observations.iter().find(|figure| {
            (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::OutputCurrent, line, Some(2022))
                && figure.vintage == study.history_vintage
        });
        let of_base = after.iter().find(|(year, _)| *year == 2022).unwrap().1;
        assert!(near(of_base, current.unwrap().model_value()), "{line}: {of_base}");
    }
    // What was published is still known, and a value that is typed over is no longer the re-expressed one.
    let industry = |study: &Study| {
        let found = study.observations.iter().position(|figure| {
            (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::Output, "industry", Some(2022))
                && figure.vintage == study.history_vintage
        });
        found.unwrap()
    };
    let at = industry(&next);
    let former = next.observations[at].former.as_deref().unwrap();
    assert_eq!((former.base, former.value.to_bits()), (2010, study.observations[at].value.to_bits()));
    let figure = Figure { value: next.observations[at].value * 1.001, ..next.observations[at].clone() };
    let edit = Edit::SetFigure { list: FigureList::Observations, position: at, figure: Box::new(figure) };
    assert_eq!(apply_edit(&next, &edit).unwrap().observations[at].former, None);
}

#[test]
fn the_way_back_gives_the_same_study() {
    let study = with_current_prices();
    for base in price_base_years(&study) {
        let there = apply_edit(&study, &reprice(base, true)).unwrap();
        assert_ne!(there.observations, study.observations);
        let back = apply_edit(&there, &reprice(study.price_base_year, true));
        // The record states no price level of 2010 by line, so that only what was re-expressed can return.
        let Err(StudyError::NoCurrentPrices { base: 2010, lines }) = &back else { panic!("{back:?}") };
        assert_eq!(lines.len(), 4);
    }
    // With price levels of 2010, which are 1 by definition, it returns to the bit.
    let mut whole = study.clone();
    let levels = ["agriculture", "industry", "services", "taxes"].map(|line| Figure {
        line: line.to_owned(),
        year: Some(2010),
        value: 1.0,
        territory: study.territory.clone(),
        vintage: study.history_vintage.clone(),
        source: study.observations[0].source.clone(),
        status: Status::Derived,
        ..Figure::blank(Quantity::Deflator)
    });
    Arc::make_mut(&mut whole.observations).extend(levels);
    let there = apply_edit(&whole, &reprice(2022, true)).unwrap();
    let back = apply_edit(&there, &reprice(2010, true)).unwrap();
    assert_eq!(back.observations, whole.observations);
    assert_eq!((&back.targets, &back.parameters), (&whole.targets, &whole.parameters));
    // Without what was kept, the links alone give the same to the last digits.
    let mut forgetful = there.clone();
    for figure in Arc::make_mut(&mut forgetful.observations) {
        figure.former = None;
    }
    let linked = apply_edit(&forgetful, &reprice(2010, true)).unwrap();
    for line in ["agriculture", "industry", "services", "taxes"] {
        for (one, other) in record(&linked, line).into_iter().zip(record(&whole, line)) {
            assert!(one.0 == other.0 && near(one.1, other.1), "{line} {one:?} {other:?}");
        }
    }
}

#[test]
fn totals_are_sums_and_how_far_they_lie_from_linked_totals_is_told() {
    let study = with_current_prices();
    let next = apply_edit(&study, &reprice(2022, true)).unwrap();
    let found = find_repricing(&study, 2022).unwrap();
    assert!(found.sums.len() > 3);
    for sum in &found.sums {
        let lines = ["agriculture", "industry", "services", "taxes"];
        let level = |line: &str| record(&next, line).into_iter().find(|(year, _)| *year == sum.year).unwrap().1;
        assert!(near(sum.sum, lines.map(level).iter().sum()), "{sum:?}");
        assert_eq!(sum.gap().abs() < 1e-12, sum.year == 2022, "{sum:?}");
        // The observed total keeps its place beside its parts.
        let total = |study: &Study| record(study, "total").into_iter().find(|(year, _)| *year == sum.year).unwrap().1;
        let parts: f64 = lines
            .map(|line| record(&study, line).into_iter().find(|(year, _)| *year == sum.year).unwrap().1)
            .iter()
            .sum();
        assert!(near(total(&next) / sum.sum, total(&study) / parts), "{sum:?}");
    }
}

#[test]
fn a_run_at_other_prices_grows_by_sector_as_before() {
    let study = with_current_prices();
    let next = apply_edit(&study, &reprice(2022, true)).unwrap();
    let [before, after] = [&study, &next].map(|study| calibrate_baseline(study, "trend").unwrap().projection);
    for sector in 0..study.sectors.len() {
        let growth = |run: &kichban::engine::Projection| run.value(Variable::OutputGrowth, Line::Sector(sector), 2030);
        assert!(near(growth(&before).unwrap(), growth(&after).unwrap()));
        let current =
            |run: &kichban::engine::Projection| run.value(Variable::OutputCurrent, Line::Sector(sector), 2030);
        assert!((current(&before).unwrap() / current(&after).unwrap() - 1.0).abs() < 1e-9, "values of the year stay");
    }
    let [old, new] = growth_at_both_prices(&study, &next, "trend").unwrap();
    assert!(old > 0.0 && new > 0.0 && (old - new).abs() > 1e-6, "{old} {new}: lines weigh otherwise");
    // Compared with the study before, nothing has moved but the prices.
    let moved = what_moved(&study, &next, "trend").unwrap();
    assert_eq!((moved.other_prices, moved.changes.len(), moved.figures.len()), (Some(2010), 0, 0));
}

#[test]
fn what_cannot_be_linked_is_refused_or_told_one_by_one() {
    let study = with_current_prices();
    assert_eq!(apply_edit(&study, &reprice(2010, true)), Err(StudyError::SamePriceBase { base: 2010 }));
    let refused = apply_edit(&study, &reprice(2019, true));
    let Err(StudyError::NoCurrentPrices { base: 2019, lines }) = refused else { panic!("{refused:?}") };
    assert_eq!(lines, ["industry", "services", "agriculture", "taxes"].map(str::to_owned));
    let refused = apply_edit(&study, &reprice(2022, false));
    let Err(StudyError::FiguresLeft { base: 2022, left }) = refused else { panic!("{refused:?}") };
    assert!(left.iter().any(|one| one.list == FigureList::Targets && one.figure.quantity == Quantity::Share));
    // Every figure has exactly one fate, and those that stay are as they were.
    let found = find_repricing(&study, 2022).unwrap();
    let next = apply_edit(&study, &reprice(2022, true)).unwrap();
    let changed = FigureList::ALL.map(|list| {
        let pairs = list.figures(&study).into_iter().zip(list.figures(&next));
        pairs.filter(|((_, old), (_, new))| old.value.to_bits() != new.value.to_bits()).count()
    });
    assert_eq!(changed.iter().sum::<usize>(), found.changed.len());
    assert!(found.kept.iter().all(|one| one.figure.quantity != Quantity::Output));
    // An output target stands at the new prices.
    let target = |study: &Study| {
        let found =
            study.targets.iter().find(|figure| figure.quantity == Quantity::Output && figure.year == Some(2030));
        found.unwrap().model_value()
    };
    let industry = found.links.iter().find(|link| link.line == "industry").unwrap().factor;
    assert!(near(target(&next) / target(&study), industry), "{}", target(&next) / target(&study));
    // Lines that do not make the total at current prices are told.
    let mut twice = study;
    for figure in Arc::make_mut(&mut twice.observations) {
        if (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::OutputCurrent, "industry", Some(2022)) {
            figure.value *= 1.5;
        }
    }
    let refused = apply_edit(&twice, &reprice(2022, true));
    let Err(StudyError::LinesMissTotal { base: 2022, share }) = refused else { panic!("{refused:?}") };
    assert!(share > 1.2, "{share}");
}

#[test]
fn the_command_prints_what_it_means_and_writes_with_out_only() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("repriced");
    std::fs::create_dir_all(&folder).unwrap();
    let [from, to] = ["from.kichban", "to.kichban"].map(|name| folder.join(name));
    let study = with_current_prices();
    kichban::files::save(&from, &study).unwrap();
    std::fs::remove_file(&to).unwrap_or_default();
    let run = |words: &[&str]| {
        let from = from.to_str().unwrap();
        kichban(&[&["reprice", from][..], words].concat())
    };
    let (code, _, err) = run(&["--base", "2022", "--lang", "en"]);
    assert!(code == 3 && err.contains("--allow-left"), "{err}");
    let (code, out, err) = run(&["--base", "2022", "--allow-left", "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    for told in ["linked growth", "The sum of the lines", "Average growth of GRDP", "not re-expressed"] {
        assert!(out.contains(told) || err.contains(told), "{told}: {out}{err}");
    }
    assert!(!to.exists());
    let path = to.display().to_string();
    let (code, _, err) = run(&["--base", "2022", "--allow-left", "--reason", "New benchmark", "--out", &path]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(kichban::files::open(&to).unwrap(), apply_edit(&study, &reprice(2022, true)).unwrap());
}

#[test]
fn the_window_asks_for_the_year_and_takes_it_in_one_step() {
    let study = with_current_prices();
    let preferences = Preferences { lang: Lang::EN, ..Preferences::default() };
    let mut state = AppState::new(study.clone(), Origin::Shipped, preferences);
    update(&mut state, Ask::Window(WindowCommand::DraftPriceBase(None)));
    let Some(PendingQuestion::PriceBase(choice)) = &state.question else { panic!("{:?}", state.question) };
    assert_eq!(Some(&choice.base), price_base_years(&study).last());
    update(&mut state, Ask::Window(WindowCommand::MoveBase(change(2022, false))));
    let Some(PendingQuestion::FiguresLeft { allowed, .. }) = state.question.clone() else {
        panic!("{:?}", state.question)
    };
    update(&mut state, Ask::Window(WindowCommand::MoveBase(allowed)));
    assert!(matches!(state.question, Some(PendingQuestion::Repriced(_))), "{:?}", state.question);
    assert_eq!(state.study.price_base_year, 2022);
    update(&mut state, Ask::Document(DocumentCommand::Undo));
    assert_eq!(*state.study, study);
}
