//! A year in the life of a study: actuals come, the base moves, and the program says what moved.

use crate::program::kichban;
use crate::shipped::studies;
use kichban::analysis::{Diagnostic, StudyChange, diagnostics, what_moved};
use kichban::app::{
    AppState, Command as AppCommand, DocumentCommand, Origin, PendingQuestion, Preferences, WindowCommand, update,
};
use kichban::engine::{Closure, Line, Variable};
use kichban::files::open;
use kichban::lang::Lang;
use kichban::quantity::{PriceBasis, Quantity};
use kichban::scenario::figure::{Figure, Status};
use kichban::scenario::study::Study;
use kichban::scenario::{
    BaseChange, BaseMove, Edit, FigureList, PreparedCase, StudyError, VintageChoice, apply_edit, calibrate_baseline,
    history_vintages, last_base_year, next_base,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("living").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A study of a province that does not exist, made from its file.
fn made(folder: &Path) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/made-up-province.csv");
    let file = folder.join("minh-son.kichban").display().to_string();
    let source = source.display().to_string();
    let words = ["new", "--from", &source, "--territory", "Minh Sơn", "--growth", "6", "--out", &file];
    let (code, _, err) = kichban(&words);
    assert_eq!(code, 0, "{err}");
    file
}

/// The output of every sector and of taxes grown by so much, as the next year's actuals.
fn next_actuals(study: &Study) -> Vec<(String, f64)> {
    let year = last_base_year(study).unwrap();
    let of_year = |figure: &&Figure| figure.quantity == Quantity::Output && figure.year == Some(year);
    let grown = |line: &str| if line == "total" || study.is_group(line) { None } else { Some(line.to_owned()) };
    let rows = study.observations.iter().filter(of_year);
    rows.filter_map(|figure| Some((grown(&figure.line)?, figure.value * 1.03))).collect()
}

/// The study with the next year's actuals, one command a figure; its file.
fn with_actuals(folder: &Path, file: &str, study: &Study) -> String {
    let mut current = file.to_owned();
    for (number, (line, value)) in next_actuals(study).into_iter().enumerate() {
        let next = folder.join(format!("observed-{number}.kichban")).display().to_string();
        let value = value.to_string();
        let words = [
            "observe",
            &current,
            "--quantity",
            "output",
            "--line",
            &line,
            "--year",
            "2025",
            "--value",
            &value,
            "--unit",
            "billion_vnd",
            "--source",
            "Báo cáo kinh tế - xã hội 2025",
            "--lang",
            "en",
            "--format",
            "csv",
            "--out",
            &next,
        ];
        let (code, out, err) = kichban(&words);
        assert_eq!(code, 0, "{err}");
        assert!(out.lines().nth(1).unwrap().starts_with("new,output,"), "{out}");
        current = next;
    }
    current
}

#[test]
fn actuals_are_observed_the_base_moves_and_what_moved_is_told() {
    let folder = folder("year");
    let file = made(&folder);
    let study = open(Path::new(&file)).unwrap();
    assert_eq!(last_base_year(&study), Some(2024));
    // Without a later year there is nothing to do, and the reason is told.
    let (code, _, err) = kichban(&["rebase", &file, "--lang", "en"]);
    assert!(code != 0 && err.contains("No year after 2024 has the output of every sector"), "{err}");
    let current = with_actuals(&folder, &file, &study);
    let observed = open(Path::new(&current)).unwrap();
    assert_eq!(next_base(&observed).unwrap().year, 2025);
    let rebased = folder.join("rebased.kichban").display().to_string();
    let (code, out, err) = kichban(&["rebase", &current, "--lang", "en", "--format", "csv", "--out", &rebased]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("new_years"), "{out}");
    let later = open(Path::new(&rebased)).unwrap();
    assert!(later.baselines.iter().all(|baseline| baseline.base_year == 2025));
    // The base year of the new baseline is what was observed, and the record was fitted with it.
    let run = PreparedCase::new(&later, &later.pinned).unwrap();
    let run = run.in_closure(&later, Closure::Productivity).simulate().unwrap();
    let whole: f64 = next_actuals(&study).iter().map(|(_, value)| value / 1000.0).sum();
    assert!((run.value(Variable::Grdp, Line::Total, 2025).unwrap() - whole).abs() < 1e-9);
    // The earlier file says the same from its side, in words and in a table whose parts sum to the difference.
    let (code, told, err) = kichban(&["moved", &rebased, "--since", &file, "--lang", "en"]);
    assert_eq!(code, 0, "{err}");
    assert!(told.contains("last actual year 2024 → 2025") && told.contains("new years"), "{told}");
    let (code, csv, _) = kichban(&["moved", &rebased, "--since", &file, "--format", "csv"]);
    assert_eq!(code, 0);
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let heads = rows.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let records: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let number = |row: &csv::StringRecord, name: &str| -> f64 { row[at(name)].parse().unwrap() };
    let of_grdp: Vec<&csv::StringRecord> =
        records.iter().filter(|row| row[at("figure")].starts_with("grdp/")).collect();
    let (whole, parts) = of_grdp.split_last().unwrap();
    assert_eq!(&whole[at("change")], "total");
    let sum: f64 = parts.iter().map(|row| number(row, "part")).sum();
    assert!((sum - number(whole, "part")).abs() < 1e-9 && number(whole, "part").abs() > 0.1, "{csv}");
}

#[test]
fn a_part_of_a_year_is_observed_under_its_own_vintage() {
    let folder = folder("part");
    let file = made(&folder);
    let out = folder.join("part.kichban").display().to_string();
    let words = [
        "observe",
        &file,
        "--quantity",
        "output_growth",
        "--line",
        "total",
        "--year",
        "2025",
        "--months",
        "1-6",
        "--value",
        "7.1",
        "--unit",
        "percent_per_year",
        "--source",
        "Half-year report",
        "--out",
        &out,
    ];
    let (code, told, err) = kichban(&words);
    assert_eq!(code, 0, "{err}");
    // A value is written as it was given.
    assert!(told.contains(" 7,1 ") && !told.contains("7,1000"), "{told}");
    let study = open(Path::new(&out)).unwrap();
    assert_eq!(study.links.months("2025-m06"), Some(6));
    let figure = study.observations.iter().find(|figure| figure.vintage == "2025-m06").unwrap();
    assert_eq!((figure.status, figure.source.as_str()), (Status::Published, "half-year-report"));
    // Half a year is no base.
    assert!(next_base(&study).is_none());
    for (option, wrong, told) in [
        ("--months", "2-6", "are no months"),
        ("--unit", "sacks", "--unit does not know the word sacks"),
        ("--quantity", "happiness", "--quantity does not know the word happiness"),
    ] {
        let mut words: Vec<&str> = words[..words.len() - 2].to_vec();
        let at = words.iter().position(|word| *word == option).unwrap();
        words[at + 1] = wrong;
        words.extend(["--lang", "en"]);
        let (code, _, err) = kichban(&words);
        assert!(code == 2 && err.contains(told), "{err}");
    }
}

#[test]
fn a_base_year_without_employment_is_refused_until_gaps_are_allowed() {
    let study = kichban::files::built_in().unwrap();
    let year = last_base_year(&study).unwrap();
    let mut next = study.clone();
    let of_base: Vec<Figure> = study
        .observations
        .iter()
        .filter(|figure| figure.quantity == Quantity::Output && figure.year == Some(year))
        .filter(|figure| figure.vintage == study.baseline("trend").unwrap().vintage)
        .cloned()
        .collect();
    for figure in of_base {
        let later = Figure { year: Some(year + 1), value: figure.value * 1.05, ..figure };
        let edit = Edit::AddFigure { list: FigureList::Observations, baseline: String::new(), figure: Box::new(later) };
        next = apply_edit(&next, &edit).unwrap();
    }
    let refused = apply_edit(&next, &next_year(false));
    let Err(StudyError::GapsAfterRebase { year: wanted, absent }) = refused else { panic!("{refused:?}") };
    assert_eq!(wanted, year + 1);
    assert!(absent.iter().any(|one| one.quantity == Quantity::Employment), "{absent:?}");
    let with_gaps = apply_edit(&next, &next_year(true)).unwrap();
    assert_eq!(with_gaps.baseline("trend").unwrap().base_year, year + 1);
    // The plan starts from its own base and stays.
    assert_eq!(with_gaps.baseline("plan"), study.baseline("plan"));
}

#[test]
fn a_revision_an_assumption_and_a_new_target_each_have_their_part() {
    let study = kichban::files::built_in().unwrap();
    let trend = study.baseline("trend").unwrap();
    let mut next = study.clone();
    let at = study.observations.iter().position(|figure| {
        figure.quantity == Quantity::Output
            && figure.line == "industry"
            && figure.year == Some(trend.base_year)
            && figure.vintage == trend.vintage
    });
    let at = at.unwrap();
    let figure = Figure { value: study.observations[at].value * 0.98, ..study.observations[at].clone() };
    let revise = Edit::SetFigure { list: FigureList::Observations, position: at, figure: Box::new(figure) };
    next = apply_edit(&next, &revise).unwrap();
    let at = study.parameters.iter().position(|row| {
        row.baseline == "trend"
            && row.figure.line == "services"
            && matches!(row.figure.quantity, Quantity::ProductivityGrowth | Quantity::OutputGrowth)
    });
    let at = at.unwrap();
    let figure = &study.parameters[at].figure;
    let assumed = figure.quantity;
    let figure = Figure { value: figure.value * 1.2, ..figure.clone() };
    let assume = Edit::SetFigure { list: FigureList::Parameters, position: at, figure: Box::new(figure) };
    next = apply_edit(&next, &assume).unwrap();
    let moved = what_moved(&study, &next, "trend").unwrap();
    let expected =
        [StudyChange::Revised { line: "industry".to_owned() }, StudyChange::Assumed { quantity: Some(assumed) }];
    assert_eq!(moved.changes, expected);
    for one in &moved.metrics {
        let sum: f64 = one.parts.iter().sum();
        assert!((sum - (one.to - one.from)).abs() < 1e-12 * one.to.abs().max(1.0));
    }
    assert!(moved.metrics[0].parts[0] < -0.1 && moved.metrics[0].parts[1] > 0.1, "{moved:?}");
    let nothing = what_moved(&study, &study, "trend").unwrap();
    assert!(nothing.changes.is_empty() && nothing.figures.is_empty());
}

#[test]
fn the_window_moves_the_base_and_says_what_moved() {
    let folder = folder("window");
    let file = made(&folder);
    let study = open(Path::new(&file)).unwrap();
    let current = with_actuals(&folder, &file, &study);
    let study = open(Path::new(&current)).unwrap();
    let preferences = Preferences { lang: Lang::EN, ..Preferences::default() };
    let mut state = AppState::new(study, Origin::File(PathBuf::from(&current)), preferences);
    let rebase = BaseChange::without_loss(BaseMove::Year(None));
    update(&mut state, AppCommand::Window(WindowCommand::MoveBase(rebase)));
    let Some(PendingQuestion::Moved { found, .. }) = &state.question else { panic!("{:?}", state.question) };
    let moved = found.as_ref().as_ref().unwrap();
    assert_eq!((moved.base, moved.changes.as_slice()), ((2024, 2025), &[StudyChange::NewYears][..]));
    assert_eq!(last_base_year(&state.study), Some(2025));
    // One step of undo takes it back; a second question has nothing to tell then.
    update(&mut state, AppCommand::Document(DocumentCommand::Undo));
    assert_eq!(last_base_year(&state.study), Some(2024));
    update(&mut state, AppCommand::Window(WindowCommand::TellMoved));
    let Some(PendingQuestion::Moved { found, .. }) = &state.question else { panic!("{:?}", state.question) };
    assert!(found.as_ref().as_ref().unwrap().changes.is_empty());
}

#[test]
fn a_total_of_the_base_year_that_its_parts_do_not_make_is_told() {
    let study = kichban::files::built_in().unwrap();
    let told = |study: &Study| -> Vec<Diagnostic> {
        let case = PreparedCase::new(study, "trend").unwrap();
        let run = case.in_closure(study, Closure::Productivity).simulate().unwrap();
        let all = diagnostics(study, &run).into_iter();
        all.filter(|one| matches!(one, Diagnostic::StartsElsewhere { .. })).collect()
    };
    assert_eq!(told(&study), []);
    let base = last_base_year(&study).unwrap();
    let at = study.observations.iter().position(|figure| {
        figure.quantity == Quantity::Output
            && figure.line == "total"
            && figure.year == Some(base)
            && figure.vintage == study.history_vintage
    });
    let at = at.unwrap();
    let figure = Figure { value: study.observations[at].value * 1.05, ..study.observations[at].clone() };
    let edit = Edit::SetFigure { list: FigureList::Observations, position: at, figure: Box::new(figure) };
    let next = apply_edit(&study, &edit).unwrap();
    let found = told(&next);
    let [Diagnostic::StartsElsewhere { line, year, observed, start }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((line.as_str(), *year), ("total", base));
    assert!((observed / start - 1.05).abs() < 2e-3);
}

/// The built-in study with a second vintage of its record: the output of industry revised by 2 % in every year.
fn with_revised_vintage() -> Study {
    let mut study = kichban::files::built_in().unwrap();
    let own: Vec<Figure> =
        study.observations.iter().filter(|figure| figure.vintage == study.history_vintage).cloned().collect();
    let industry = |year: Option<i32>| {
        let is_industry = |figure: &&Figure| figure.quantity == Quantity::Output && figure.line == "industry";
        own.iter().filter(is_industry).find(|figure| figure.year == year).map_or(0.0, |figure| figure.value)
    };
    let revised = own.iter().map(|figure| {
        let is_moved = figure.quantity == Quantity::Output && ["industry", "total"].contains(&figure.line.as_str());
        let added = if is_moved { 0.02 * industry(figure.year) } else { 0.0 };
        Figure { vintage: "revised".to_owned(), value: figure.value + added, ..figure.clone() }
    });
    let revised: Vec<Figure> = revised.collect();
    Arc::make_mut(&mut study.observations).extend(revised);
    study
}

fn chosen(vintage: &str, reason: &str) -> BaseChange {
    let choice = VintageChoice { vintage: vintage.to_owned(), reason: reason.to_owned() };
    BaseChange::without_loss(BaseMove::Vintage(choice))
}

fn choose(vintage: &str, reason: &str) -> Edit {
    Edit::ChangeBase(chosen(vintage, reason))
}

/// The next possible year becomes the base.
fn next_year(losses_allowed: bool) -> Edit {
    Edit::ChangeBase(BaseChange { to: BaseMove::Year(None), losses_allowed })
}

#[test]
fn a_vintage_is_chosen_with_its_reason_and_what_it_moved_is_told() {
    let study = with_revised_vintage();
    assert_eq!(history_vintages(&study), ["reconciled", "revised"]);
    let next = apply_edit(&study, &choose("revised", " Yearbook of 2026 ")).unwrap();
    assert_eq!((next.history_vintage.as_str(), next.history_reason.en.as_str()), ("revised", "Yearbook of 2026"));
    // Baselines that rest on the record follow; the plan has a vintage of its own and stays.
    let moved_ids: Vec<&str> =
        next.baselines.iter().filter(|one| one.vintage == "revised").map(|one| one.id.as_str()).collect();
    let before: Vec<&str> =
        study.baselines.iter().filter(|one| one.vintage == "reconciled").map(|one| one.id.as_str()).collect();
    assert_eq!(moved_ids, before);
    assert!(before.contains(&"trend") && !before.contains(&"plan"));

    let moved = what_moved(&study, &next, "trend").unwrap();
    assert_eq!(moved.changes, [StudyChange::Vintage]);
    let grdp = &moved.metrics[0];
    assert!(grdp.to > grdp.from * 1.01 && (grdp.parts[0] - (grdp.to - grdp.from)).abs() < 1e-9, "{grdp:?}");
    let of_industry = moved.figures.iter().find(|one| one.figure.line == "industry").unwrap();
    assert!((of_industry.figure.value / of_industry.before.unwrap() - 1.02).abs() < 1e-12);

    // A file keeps the choice, and what cannot be chosen is refused with what can.
    let folder = folder("vintage");
    let (old, file) = (folder.join("old.ron"), folder.join("new.ron"));
    kichban::files::save(&old, &study).unwrap();
    let words = |vintage: &str, reason: &str| {
        let (old, file) = (old.display().to_string(), file.display().to_string());
        let words = ["choose", &old, "--vintage", vintage, "--reason", reason, "--out", &file, "--lang", "en"];
        kichban(&words)
    };
    let (code, out, err) = words("revised", "Yearbook of 2026");
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("another vintage of the record"), "{out}");
    assert_eq!(open(&file).unwrap(), next);
    let (code, _, refused) = words("other", "Because");
    assert!(code == 3 && refused.contains("reconciled") && refused.contains("revised"), "{refused}");
    let (code, _, refused) = words("revised", "  ");
    assert!(code == 3 && refused.contains("reason"), "{refused}");
}

#[test]
fn the_window_asks_which_vintage_is_the_record() {
    let mut state = AppState::new(with_revised_vintage(), Origin::Shipped, Preferences::default());
    update(&mut state, AppCommand::Window(WindowCommand::DraftVintage(None)));
    let Some(PendingQuestion::Vintage(choice)) = &state.question else { panic!("{:?}", state.question) };
    assert_eq!((choice.vintage.as_str(), choice.reason.as_str()), ("reconciled", ""));
    update(&mut state, AppCommand::Window(WindowCommand::MoveBase(chosen("revised", "Revision"))));
    assert!(matches!(state.question, Some(PendingQuestion::Moved { .. })), "{:?}", state.question);
    assert_eq!(state.study.history_vintage, "revised");
    update(&mut state, AppCommand::Document(DocumentCommand::Undo));
    assert_eq!(state.study.history_vintage, "reconciled");
}

/// The plan of a period goes on from the level before the period, also when a year of it has passed.
#[test]
fn a_target_of_growth_over_a_period_holds_when_the_base_moves_into_it() {
    let study = studies().into_iter().find(|study| study.id == "bac-ninh-2025").unwrap();
    let before = calibrate_baseline(&study, "plan").unwrap().projection;
    let wanted = before.value(Variable::Grdp, Line::Total, 2030).unwrap();
    let mut next = study.clone();
    let of_base: Vec<Figure> = study
        .observations
        .iter()
        .filter(|figure| {
            figure.quantity == Quantity::Output
                && figure.year == Some(2025)
                && figure.vintage == study.history_vintage
                && figure.price_basis != PriceBasis::Current
        })
        .cloned()
        .collect();
    let later = of_base.iter().map(|figure| Figure { year: Some(2026), value: figure.value * 1.09, ..figure.clone() });
    Arc::make_mut(&mut next.observations).extend(later);
    let moved = apply_edit(&next, &next_year(true)).unwrap();
    assert_eq!(moved.baseline("plan").unwrap().base_year, 2026);
    let after = calibrate_baseline(&moved, "plan").unwrap().projection;
    let reached = after.value(Variable::Grdp, Line::Total, 2030).unwrap();
    assert!((reached / wanted - 1.0).abs() < 1e-9, "{reached} in place of {wanted}");
}

/// Population of the base year in a vintage of its own, as a census has it.
fn with_census(mut study: Study, year: i32, vintage: &str, status: Status, value: f64) -> Study {
    let census = Figure {
        year: Some(year),
        value,
        territory: study.territory.clone(),
        vintage: vintage.to_owned(),
        source: study.observations[0].source.clone(),
        status,
        ..Figure::blank(Quantity::Population)
    };
    Arc::make_mut(&mut study.observations).push(census);
    study
}

#[test]
fn population_comes_from_the_best_vintage_that_has_it_and_is_told() {
    let mut study = with_revised_vintage();
    let base = last_base_year(&study).unwrap();
    Arc::make_mut(&mut study.observations)
        .retain(|figure| !(figure.quantity == Quantity::Population && figure.vintage == "revised"));
    let next = apply_edit(&study, &choose("revised", "Revision")).unwrap();
    let baseline = next.baseline("trend").unwrap();
    let borrowed = next.borrowed_figure(baseline).unwrap();
    assert_eq!((borrowed.year, borrowed.vintage.as_str()), (Some(base), "reconciled"));
    let run = |study: &Study| calibrate_baseline(study, "trend").unwrap().projection;
    let people = |study: &Study| run(study).value(Variable::Population, Line::Total, base);
    assert_eq!(people(&next), people(&study));
    let moved = what_moved(&study, &next, "trend").unwrap();
    assert!(moved.lost.is_empty() && moved.borrowed.as_deref() == Some(borrowed), "{moved:?}");
    // What is published comes before what is assumed, wherever it stands; part of a year is none.
    let published = with_census(
        with_census(next.clone(), base, "census", Status::Published, 1500.0),
        base,
        "guess",
        Status::Assumed,
        9.0,
    );
    let mut without = published;
    Arc::make_mut(&mut without.observations)
        .retain(|figure| !(figure.quantity == Quantity::Population && figure.vintage == "reconciled"));
    assert_eq!(people(&without), Some(1500.0));
}

#[test]
fn results_that_are_lost_are_told_with_what_they_were() {
    let study = kichban::files::built_in().unwrap();
    let base = last_base_year(&study).unwrap();
    let mut bare = study.clone();
    Arc::make_mut(&mut bare.observations)
        .retain(|figure| !(figure.quantity == Quantity::Population && figure.year == Some(base)));
    let moved = what_moved(&study, &bare, "trend").unwrap();
    let lost = moved.lost.iter().find(|one| one.metric.variable == Variable::GrdpPerHead).unwrap();
    assert!(lost.value > 0.0 && lost.gap == Some(kichban::engine::Gap::Population), "{lost:?}");
    assert!(moved.gained.is_empty());
    for lang in Lang::ALL {
        let told = kichban::text::explain_moved(&moved, &bare, lang).join("\n");
        let name = kichban::text::variable_name(Variable::GrdpPerHead, lang);
        assert!(told.contains(&name), "{told}");
    }
    // The other way round the same results are new.
    let back = what_moved(&bare, &study, "trend").unwrap();
    assert!(back.lost.is_empty());
    let of = |results: &[kichban::analysis::LostResult]| results.iter().map(|one| one.metric).collect::<Vec<_>>();
    assert_eq!(of(&back.gained), of(&moved.lost));
}

#[test]
fn all_missing_figures_of_a_base_are_listed_at_once() {
    let study = kichban::files::built_in().unwrap();
    let base = last_base_year(&study).unwrap();
    let mut next = study.clone();
    let of_base: Vec<Figure> = study
        .observations
        .iter()
        .filter(|figure| figure.quantity == Quantity::Output && figure.year == Some(base))
        .filter(|figure| figure.vintage == study.history_vintage)
        .map(|figure| Figure { year: Some(base + 1), ..figure.clone() })
        .collect();
    Arc::make_mut(&mut next.observations).extend(of_base);
    let refused = apply_edit(&next, &next_year(false));
    let Err(error @ StudyError::GapsAfterRebase { .. }) = refused else { panic!("{refused:?}") };
    let StudyError::GapsAfterRebase { absent, .. } = &error else { panic!("{error:?}") };
    for sector in &study.sectors {
        let is = |quantity| absent.iter().any(|one| (one.quantity, &one.line) == (quantity, &sector.id));
        assert!(is(Quantity::Employment) && is(Quantity::Deflator), "{}: {absent:?}", sector.id);
    }
    assert!(absent.iter().any(|one| one.quantity == Quantity::Population));
    for lang in Lang::ALL {
        let told = kichban::text::explain_study_error(&error, Some(&next), lang).sentence;
        assert!(study.sectors.iter().all(|sector| told.contains(sector.name.in_lang(lang))), "{told}");
        let employment = kichban::text::quantity_name(Quantity::Employment, lang);
        assert_eq!(told.matches(&employment).count(), 1, "a quantity is named once: {told}");
    }
}
