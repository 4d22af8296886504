//! The views Sectors, Data, Table and Model, and edits of figures, in both languages.

use crate::window::{SCREEN, Window, click_first, open, press, says};
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::app::view_models::{
    FigurePlace, Mismatch, StateReader, baselines_using, calculate, conflicts, data_table, figure_detail, mismatch,
    place_of,
};
use kichban::app::workspace::data::{DataChange, FigureKey};
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, View, WindowCommand, update};
use kichban::engine::{EQUATIONS, section_text};
use kichban::files::{read_study, shipped_studies};
use kichban::lang::Lang;
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::study::Study;
use kichban::scenario::{Edit, FigureList, apply_edit};
use kichban::text::words::label;

fn study() -> Study {
    read_study(shipped_studies()[0].text.as_bytes()).unwrap()
}

fn app(lang: Lang) -> AppState {
    AppState::new(study(), Origin::Shipped, Preferences { lang, ..Preferences::default() })
}

fn window(lang: Lang) -> Window {
    open(app(lang), SCREEN)
}

#[test]
fn each_view_opens_by_its_tab_in_both_languages() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        for (view, tab, inside) in [
            (View::Sectors, "view-sectors", "sectors-share-current"),
            (View::Data, "view-data", "data-only-conflicts"),
            (View::Table, "view-table", "table-copy"),
            (View::Model, "view-model", "model-block-population"),
        ] {
            click_first(&mut window, &label(lang, tab));
            assert_eq!(window.state().state().workspace.view, view);
            assert!(says(&window, &label(lang, inside)), "{view:?} in {lang}");
        }
    }
}

#[test]
fn the_equations_are_those_of_the_model_document() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/model.md");
    let document = std::fs::read_to_string(&path).unwrap();
    let mut expected = document.clone();
    let sections: std::collections::BTreeSet<&str> = EQUATIONS.iter().map(|equation| equation.section).collect();
    for section in sections {
        let start = expected.find(&format!("## `{section}`\n")).unwrap_or_else(|| panic!("no section {section}"));
        let open = start + expected.get(start..).unwrap().find("```\n").unwrap() + 4;
        let close = open + expected.get(open..).unwrap().find("```\n").unwrap();
        expected.replace_range(open..close, &section_text(section));
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    assert_eq!(document, expected, "UPDATE_GOLDEN=1 writes the equations into the document");
}

fn key_of(study: &Study, wanted: impl Fn(&Figure) -> bool) -> (FigureKey, usize) {
    let list = FigureList::Observations;
    let figures = list.figures(study);
    let position = figures.iter().position(|(_, figure)| wanted(figure)).unwrap();
    (FigureKey::from_figure(list, "", figures[position].1), position)
}

/// Output of industry in the base year of the trend.
fn industry_2024(figure: &Figure) -> bool {
    figure.quantity == Quantity::Output
        && figure.line == "industry"
        && figure.year == Some(2024)
        && figure.vintage == "reconciled"
}

#[test]
fn typing_a_value_is_one_step_and_recalibrates() {
    let mut window = window(Lang::VI);
    click_first(&mut window, &label(Lang::VI, "view-data"));
    let (key, position) = key_of(&window.state().state().study, industry_2024);
    // The row may be below the window: it is found by searching for its vintage and year.
    let before = window.state().state().study.observations[position].value;
    let grdp = |window: &Window| {
        let state = window.state().state();
        StateReader::new(state).value("trend", kichban::engine::Variable::Grdp, "total", 2030).unwrap()
    };
    let old = grdp(&window);
    window.get_by_label(&label(Lang::VI, "data-search")).focus();
    window.run();
    window.get_by_label(&label(Lang::VI, "data-search")).type_text("gia tri tang them cn-xd 2024 hieu chinh");
    window.run();
    let shown = data_table(&StateReader::new(window.state().state())).places.len();
    assert!((1..20).contains(&shown), "{shown} rows");
    let row = window
        .root()
        .children_recursive()
        .find(|node| {
            let text = node.accesskit_node().label().unwrap_or_default();
            node.accesskit_node().role() == Role::ListItem && text.contains("Giá trị tăng thêm, CN–XD, 2024")
        })
        .unwrap();
    row.click();
    window.run();
    assert_eq!(window.state().state().workspace.data.selected, Some(key));
    window.get_by_label(&label(Lang::VI, "data-value")).focus();
    window.run();
    window.get_by_label(&label(Lang::VI, "data-value")).type_text("110,5");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let state = window.state().state();
    assert_eq!(state.study.observations[position].value.to_bits(), 110.5_f64.to_bits());
    assert_eq!(state.history.len(), 1);
    assert!(grdp(&window) > old, "{} after {old}", grdp(&window));
    assert!(before < 110.5);
}

#[test]
fn a_value_that_cannot_be_is_refused_beside_its_field() {
    let mut window = window(Lang::EN);
    click_first(&mut window, &label(Lang::EN, "view-data"));
    let row = |node: &egui_kittest::Node<'_>| {
        let text = node.accesskit_node().label().unwrap_or_default();
        node.accesskit_node().role() == Role::ListItem && text.contains("Industry, 2020")
    };
    window.root().children_recursive().find(row).unwrap().click();
    window.run();
    window.get_by_label(&label(Lang::EN, "data-value")).focus();
    window.run();
    window.get_by_label(&label(Lang::EN, "data-value")).type_text("-5");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(window.state().state().history.is_empty());
    assert!(says(&window, "must be above 0"), "no reason is given");
}

#[test]
fn the_vintages_of_grdp_in_2023_contradict_each_other() {
    let state = app(Lang::VI);
    let study = &state.study;
    let found = conflicts(study, FigureList::Observations);
    let vintages: Vec<&str> = found
        .iter()
        .map(|position| &study.observations[*position])
        .filter(|figure| {
            (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::Output, "total", Some(2023))
        })
        .map(|figure| figure.vintage.as_str())
        .collect();
    assert!(vintages.len() >= 2 && vintages.contains(&"reconciled"), "{vintages:?}");
    let (key, _) = key_of(study, |figure| {
        (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::Output, "total", Some(2023))
            && figure.vintage == "reconciled"
    });
    let reader = StateReader::new(&state);
    let detail = figure_detail(&reader, &place_of(study, &key).unwrap());
    assert!(detail.rivals.iter().any(|rival| rival.conflicting), "{:?}", detail.rivals);
}

#[test]
fn growth_of_half_a_year_does_not_contradict_that_of_the_whole() {
    let study = app(Lang::VI).study;
    let found: Vec<_> = conflicts(&study, FigureList::Observations)
        .into_iter()
        .map(|position| &study.observations[position])
        .map(|figure| (figure.quantity, &figure.line, figure.year, study.links.months(&figure.vintage)))
        .collect();
    let lonely: Vec<_> =
        found.iter().filter(|subject| found.iter().filter(|other| other == subject).count() < 2).collect();
    assert!(lonely.is_empty(), "{lonely:?}");
    let part = study.observations.iter().position(|figure| study.links.months(&figure.vintage).is_some()).unwrap();
    let mut study = (*study).clone();
    let mut whole = study.observations[part].clone();
    (whole.value, whole.vintage) = (whole.value * 3.0, "another".to_owned());
    std::sync::Arc::make_mut(&mut study.observations).push(whole);
    let after = conflicts(&study, FigureList::Observations);
    assert!(!after.contains(&part), "{after:?}");
}

#[test]
fn arithmetic_across_territories_vintages_and_prices_is_refused() {
    let state = app(Lang::VI);
    let reader = StateReader::new(&state);
    let a = state.study.observations[0].clone();
    assert_eq!(mismatch(&a, &a), None);
    let other = |change: fn(&mut Figure)| {
        let mut figure = a.clone();
        change(&mut figure);
        figure
    };
    let merged = other(|figure| "bac-ninh-merged".clone_into(&mut figure.territory));
    assert_eq!(mismatch(&a, &merged), Some(Mismatch::Territory));
    assert!(calculate(&reader, &a, &merged).unwrap_err().contains("Bắc Giang"));
    let revised = other(|figure| "revised".clone_into(&mut figure.vintage));
    assert_eq!(mismatch(&a, &revised), Some(Mismatch::Vintage));
    let current = other(|figure| figure.price_basis = kichban::quantity::PriceBasis::Current);
    assert_eq!(mismatch(&a, &current), Some(Mismatch::PriceBasis));
    let people = other(|figure| figure.unit = kichban::quantity::Unit::ThousandPersons);
    assert_eq!(mismatch(&a, &people), Some(Mismatch::Unit));
    let mut later = a.clone();
    (later.year, later.value) = (a.year.map(|year| year + 2), a.value * 1.21);
    let found = calculate(&reader, &a, &later).unwrap();
    assert_eq!(found.ratio, "1,2100");
    assert_eq!(found.growth.as_deref(), Some("+10,00% mỗi năm"));
}

#[test]
fn a_figure_names_the_baselines_that_change_with_it() {
    let state = app(Lang::EN);
    let reader = StateReader::new(&state);
    let list = FigureList::Observations;
    let (_, position) = key_of(&state.study, industry_2024);
    let place = FigurePlace { list, position, baseline: "", figure: &state.study.observations[position] };
    let users = baselines_using(&reader, &place);
    assert!(users.contains(&"trend".to_owned()) && !users.contains(&"plan".to_owned()), "{users:?}");
}

#[test]
fn words_without_diacritics_find_a_figure() {
    let mut state = app(Lang::VI);
    update(&mut state, Command::Window(WindowCommand::Data(DataChange::Search("dan so".to_owned()))));
    let table = data_table(&StateReader::new(&state));
    assert!(!table.places.is_empty() && table.places.len() < table.total);
    update(&mut state, Command::Window(WindowCommand::Data(DataChange::Search(String::new()))));
    update(&mut state, Command::Window(WindowCommand::Data(DataChange::OnlyConflicts(true))));
    let table = data_table(&StateReader::new(&state));
    assert_eq!(table.places.len(), table.conflicts.len());
}

#[test]
fn deleting_what_a_baseline_needs_keeps_its_last_result_and_undo_brings_it_back() {
    let mut state = app(Lang::VI);
    let (_, position) = key_of(&state.study, industry_2024);
    let before = std::sync::Arc::clone(&state.study);
    update(&mut state, Command::edit(Edit::DeleteFigure { list: FigureList::Observations, position }));
    let case = state.derived.case("trend").unwrap();
    assert!(case.error.is_some() && case.projection.is_some());
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(*state.study, *before);
    assert!(state.derived.case("trend").unwrap().error.is_none());
}

fn changed(study: &Study, change: impl FnOnce(&mut Figure)) -> Box<Figure> {
    let mut figure = study.observations[0].clone();
    change(&mut figure);
    Box::new(figure)
}

#[test]
fn a_figure_is_set_added_and_deleted_and_the_old_study_keeps_its_own() {
    let before = study();
    let list = FigureList::Observations;
    let set = Edit::SetFigure { list, position: 0, figure: changed(&before, |figure| figure.value *= 1.1) };
    let after = apply_edit(&before, &set).unwrap();
    assert_ne!(after.observations[0], before.observations[0]);
    assert_eq!(after.observations[1..], before.observations[1..]);
    let add = Edit::AddFigure {
        list,
        baseline: String::new(),
        figure: changed(&before, |figure| "own".clone_into(&mut figure.vintage)),
    };
    let more = apply_edit(&after, &add).unwrap();
    assert_eq!(more.observations.len(), before.observations.len() + 1);
    let position = before.observations.len();
    assert_eq!(apply_edit(&more, &Edit::DeleteFigure { list, position }).unwrap(), after);
    assert_eq!(before, study());
}

#[test]
fn figures_that_cannot_be_are_refused() {
    let study = study();
    let list = FigureList::Observations;
    let set = |change: fn(&mut Figure)| Edit::SetFigure { list, position: 0, figure: changed(&study, change) };
    for edit in [
        set(|figure| figure.value = f64::NAN),
        set(|figure| figure.value = -1.0),
        set(|figure| figure.quantity = Quantity::ParkArea),
        set(|figure| "nowhere".clone_into(&mut figure.territory)),
        set(|figure| "nothing".clone_into(&mut figure.line)),
        set(|figure| "nobody".clone_into(&mut figure.source)),
        Edit::AddFigure { list, baseline: String::new(), figure: changed(&study, |_| {}) },
        Edit::DeleteFigure { list, position: 100_000 },
        Edit::SetFigure { list, position: 100_000, figure: changed(&study, |_| {}) },
    ] {
        assert!(apply_edit(&study, &edit).is_err(), "{edit:?}");
    }
}

#[test]
fn a_parameter_keeps_its_baseline() {
    let before = study();
    let position = before.parameters.iter().position(|row| !row.baseline.is_empty()).unwrap();
    let mut figure = before.parameters[position].figure.clone();
    figure.value *= 1.01;
    let edit = Edit::SetFigure { list: FigureList::Parameters, position, figure: Box::new(figure) };
    let after = apply_edit(&before, &edit).unwrap();
    assert_eq!(after.parameters[position].baseline, before.parameters[position].baseline);
    assert_ne!(after.parameters[position], before.parameters[position]);
}

#[test]
fn a_new_figure_names_its_unit_prices_territory_and_baseline() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        press(&mut window, Modifiers::COMMAND, Key::Num7);
        assert_eq!(window.state().state().workspace.view, View::Data, "{lang}: Ctrl+7");
        for (list, add) in [(FigureList::Targets, "data-add-target"), (FigureList::Parameters, "data-add-parameter")] {
            // The list of targets has the name of a view.
            window.state_mut().ask(Command::Window(WindowCommand::Data(DataChange::List(list))));
            window.run();
            click_first(&mut window, &label(lang, add));
            for field in ["column-unit", "column-basis", "column-territory", "data-since", "data-upper-end"] {
                assert!(says(&window, &label(lang, field)), "{lang}: {field}");
            }
        }
        assert!(says(&window, &label(lang, "data-every-baseline")), "{lang}");
        let before = window.state().state().study.parameters.len();
        click_first(&mut window, &label(lang, "data-save-new"));
        let parameters = &window.state().state().study.parameters;
        assert_eq!(parameters.len(), before + 1, "{lang}: the copy is of a vintage of its own");
        assert_eq!(parameters[before].figure.vintage, "own");
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(window.state().state().study.parameters.len(), before, "{lang}: one step of undo");
    }
}

#[test]
fn a_parameter_is_added_to_the_baseline_that_it_names() {
    let before = study();
    let row = before.parameters.iter().find(|row| !row.baseline.is_empty()).unwrap();
    let figure = Box::new(Figure { vintage: "own".to_owned(), ..row.figure.clone() });
    let edit = Edit::AddFigure { list: FigureList::Parameters, baseline: row.baseline.clone(), figure };
    let after = apply_edit(&before, &edit).unwrap();
    assert_eq!(after.parameters.last().unwrap().baseline, row.baseline);
}

#[test]
fn views_of_figures_begin_with_the_rail() {
    let mut window = window(Lang::EN);
    let column = |window: &Window| window.query_all_by_role(Role::Slider).next().is_some();
    assert!(column(&window));
    for (key, open) in [(Key::Num7, false), (Key::Num9, false), (Key::Num1, true)] {
        press(&mut window, Modifiers::COMMAND, key);
        assert_eq!(column(&window), open, "{key:?}");
    }
    press(&mut window, Modifiers::COMMAND, Key::Num9);
    press(&mut window, Modifiers::COMMAND, Key::B);
    assert!(column(&window), "the column opens there as well when it is asked for");
    assert_eq!(window.state().state().workspace.preferences.column, None, "which says nothing of the other views");
}
