//! The views Plan audit and Targets, in both languages, as a person finds their parts: by name.

use crate::window::{SCREEN, Window, click_first, open, says};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::analysis::catch_up::even_months;
use kichban::app::view_models::{StateReader, audit_content, part_content, targets_content};
use kichban::app::workspace::audit::{AuditChange, FindingFilter};
use kichban::app::workspace::targets::TargetsChange;
use kichban::app::{AppState, Command, Origin, Preferences, View, WindowCommand, update};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::scenario::{Edit, FigureList};
use kichban::text::words::label;
use std::sync::Arc;

fn app(lang: Lang) -> AppState {
    let preferences = Preferences { lang, tour_seen: true, ..Preferences::default() };
    AppState::new(built_in().unwrap(), Origin::Shipped, preferences)
}

fn window(lang: Lang) -> Window {
    open(app(lang), SCREEN)
}

/// Clicks the first row whose name contains these words.
fn click_row(window: &mut Window, words: &str) {
    let row = window.root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::ListItem && node.label().is_some_and(|label| label.contains(words))
    });
    row.unwrap_or_else(|| panic!("no row {words}")).click();
    window.run();
}

/// Names of the rows in their order on screen.
fn rows(window: &Window) -> Vec<String> {
    let items = window.root().children_recursive().filter_map(|node| {
        let node = node.accesskit_node();
        node.label().filter(|_| node.role() == Role::ListItem)
    });
    items.collect()
}

#[test]
fn both_views_open_by_their_tabs_in_both_languages() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        for (view, tab, inside) in [
            (View::Targets, "view-targets", ["targets-levels", "targets-part", "column-needed"]),
            (View::Audit, "view-audit", ["audit-title", "audit-how", "audit-in-words"]),
        ] {
            click_first(&mut window, &label(lang, tab));
            assert_eq!(window.state().state().workspace.view, view);
            for key in inside {
                assert!(says(&window, &label(lang, key)), "{key} in {lang}");
            }
        }
    }
}

#[test]
fn what_disagrees_stands_first_with_its_two_figures() {
    for (lang, computed, stated) in [(Lang::VI, "7,65%", "8–9%"), (Lang::EN, "7.65%", "8–9%")] {
        let mut window = window(lang);
        click_first(&mut window, &label(lang, "view-audit"));
        let rows = rows(&window);
        let first = rows.iter().position(|row| row.contains("C03b")).unwrap();
        assert!(rows[first].contains(computed) && rows[first].contains(stated), "{}", rows[first]);
        assert!(!rows.iter().any(|row| row.contains("C01a")), "what agrees is folded");
    }
}

#[test]
fn a_finding_shows_both_sides_with_their_documents() {
    let mut window = window(Lang::EN);
    click_first(&mut window, &label(Lang::EN, "view-audit"));
    click_row(&mut window, "C04,");
    assert_eq!(window.state().state().workspace.audit.selected.as_deref(), Some("C04"));
    for text in [
        "the plan’s own levels imply growth of 6.81% a year",
        "Article on the industrial direction in the draft",
        "Industrial Zones Authority",
        "190.374 nghìn tỷ đồng",
        "(190.374 ÷ 136.977)^(1/5) − 1 = 6.81%",
        "At 7.5% a year it would be 196.6 trillion VND in 2030.",
    ] {
        assert!(says(&window, text), "{text}");
    }
    // The words of the document stay Vietnamese; only the reading is translated.
    assert!(says(&window, "GRDP công nghiệp – xây dựng theo giá so sánh năm 2010 đạt 136.977 nghìn tỷ đồng"));
}

#[test]
fn every_finding_has_a_picture_without_holes_in_both_languages() {
    for lang in Lang::ALL {
        let mut state = app(lang);
        let codes: Vec<String> =
            state.derived.audit().unwrap().findings.iter().map(|finding| finding.code.clone()).collect();
        assert!(codes.len() >= 40);
        for code in codes {
            update(&mut state, Command::Window(WindowCommand::Audit(AuditChange::Select(code.clone()))));
            let content = audit_content(&StateReader::new(&state)).unwrap();
            let detail = content.detail.unwrap();
            assert_eq!(detail.code, code);
            let records = detail.sides.iter().flat_map(|side| &side.records);
            let texts = records.flat_map(|record| {
                record.figures.iter().map(|(text, _)| text.clone()).chain([record.source.clone()]).collect::<Vec<_>>()
            });
            let own = [detail.title, detail.sentence, detail.words, detail.sides[0].value.clone()];
            for text in texts.chain(own).chain(detail.steps) {
                assert!(!text.is_empty() && !text.contains("finding-") && !text.contains("NaN"), "{code}: {text:?}");
            }
            if let Some(line) = detail.line {
                assert!((line.span.lo..=line.span.hi).contains(&line.value), "{code}");
                assert!(line.band[0] <= line.band[1] && line.ticks.values.len() >= 2, "{code}");
            }
        }
    }
}

#[test]
fn groups_fold_and_the_switch_chooses_one() {
    let mut window = window(Lang::EN);
    click_first(&mut window, &label(Lang::EN, "view-audit"));
    let agree = audit_content(&StateReader::new(window.state().state())).unwrap().counts[1].clone();
    click_row(&mut window, &agree);
    assert!(rows(&window).iter().any(|row| row.contains("C01a")), "unfolded");
    click_row(&mut window, &agree);
    assert!(!rows(&window).iter().any(|row| row.contains("C01a")), "folded again");
    let switch = window.root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == Role::RadioButton && node.label().is_some_and(|label| label == agree)
    });
    switch.unwrap().click();
    window.run();
    assert_eq!(window.state().state().workspace.audit.group, FindingFilter::Agree);
    let rows = rows(&window);
    assert!(rows.iter().any(|row| row.contains("C01a")) && !rows.iter().any(|row| row.contains("C03b")));
}

#[test]
fn the_audit_opens_with_the_rail_and_the_column_comes_back() {
    let mut window = window(Lang::EN);
    let find = label(Lang::EN, "levers-find");
    assert!(says(&window, &find));
    click_first(&mut window, &label(Lang::EN, "view-audit"));
    assert!(!says(&window, &find), "an audit is about no scenario");
    click_first(&mut window, &label(Lang::EN, "view-overview"));
    assert!(says(&window, &find));
    // Whoever opens the column in the audit keeps it.
    click_first(&mut window, &label(Lang::EN, "view-audit"));
    click_first(&mut window, &label(Lang::EN, "menu-view-left-column"));
    assert!(says(&window, &find));
}

#[test]
fn the_status_bar_counts_what_disagrees_and_leads_there() {
    let mut window = window(Lang::EN);
    let failing = window.state().state().derived.audit().unwrap().failing();
    click_first(&mut window, &format!("{failing} audit findings disagree"));
    assert_eq!(window.state().state().workspace.view, View::Audit);
}

#[test]
fn a_finding_leads_to_its_target() {
    let mut window = window(Lang::VI);
    click_first(&mut window, &label(Lang::VI, "view-audit"));
    // The button may lie below the fold.
    window.get_by_label(&label(Lang::VI, "audit-go-to-target")).click_accesskit();
    window.run();
    let workspace = &window.state().state().workspace;
    assert_eq!(workspace.view, View::Data);
    let key = workspace.data.selected.as_ref().unwrap();
    assert_eq!((key.list, key.quantity), (FigureList::Targets, Quantity::OutputGrowth));
}

#[test]
fn a_lever_never_leads_to_an_audit_and_a_target_always_does() {
    let mut state = app(Lang::VI);
    let before = Arc::clone(state.derived.audit().unwrap());
    let key = LeverKey::parse("labour_growth_added/industry").unwrap();
    let edit = Edit::SetLever { scenario: "three-projects".to_owned(), key, setting: Setting::Constant(0.005) };
    update(&mut state, Command::edit(edit));
    state.derived.look_over();
    assert!(Arc::ptr_eq(&before, state.derived.audit().unwrap()), "a scenario is no part of the plan");
    let position = state.study.targets.iter().position(|figure| figure.quantity == Quantity::ParkCount).unwrap();
    let figure = Box::new(Figure { value: 21.0, ..state.study.targets[position].clone() });
    update(&mut state, Command::edit(Edit::SetFigure { list: FigureList::Targets, position, figure }));
    state.derived.look_over();
    assert_eq!(state.derived.audit().unwrap().failing() + 1, before.failing());
}

#[test]
fn each_target_shows_where_every_drawn_scenario_lands() {
    let state = app(Lang::EN);
    let reader = StateReader::new(&state);
    let content = targets_content(&reader, 4);
    let drawn = reader.drawn_cases();
    assert_eq!(content.cases.len(), drawn.len().min(4));
    assert!(content.cases.iter().any(|(id, ..)| *id == state.workspace.selected));
    let industry = content.needs.iter().find(|row| row.wanted == "≥ 190.4").unwrap();
    assert_eq!(
        (industry.year.as_str(), industry.latest.as_str(), industry.needed.as_str()),
        ("2030", "101.0", "11.1%")
    );
    let trend = content.cases.iter().position(|(id, ..)| id == "trend").unwrap();
    assert_eq!(industry.values[trend], "146.4");
    let strip = industry.strip.as_ref().unwrap();
    assert!(strip.above && strip.past.len() == 3 && strip.trend.is_some());
    let total = content.needs.iter().find(|row| row.wanted == "262.2").unwrap();
    assert_eq!(total.needed, "11.4%");
    let productivity = content.needs.iter().find(|row| row.wanted == "381.5").unwrap();
    assert_eq!((productivity.latest.as_str(), productivity.needed.as_str()), ("234.9", "8.4%"));
    let growth = content.landings.iter().find(|row| row.wanted == "≥ 8–9%").unwrap();
    assert_eq!(growth.values.len(), content.cases.len());
    // One column takes the selected case, whatever else is drawn.
    let narrow = targets_content(&reader, 1);
    assert_eq!(narrow.cases[0].0, state.workspace.selected);
}

#[test]
fn a_part_of_the_year_leads_to_the_growth_of_the_rest() {
    let mut state = app(Lang::EN);
    let of = |state: &AppState| part_content(&StateReader::new(state)).unwrap();
    let part = of(&state);
    assert_eq!((part.line.as_str(), part.year, part.months), ("industry", 2025, 6));
    assert!((part.known.unwrap() - 0.0901).abs() < 1e-12 && !part.origin.is_empty());
    let rest = part.rest.unwrap().unwrap();
    assert!((0.5 * 0.0901 + 0.5 * rest - part.wanted.unwrap()).abs() < 1e-12);
    for change in [TargetsChange::Wanted(0.062), TargetsChange::Known(0.059), TargetsChange::Months(11)] {
        update(&mut state, Command::Window(WindowCommand::Targets(change)));
    }
    let december = of(&state);
    assert!((december.weight - even_months(11)).abs() < 1e-15);
    assert!((december.rest.unwrap().unwrap() - 0.095).abs() < 1e-12);
    update(&mut state, Command::Window(WindowCommand::Targets(TargetsChange::Weight(1.2))));
    let told = of(&state).rest.unwrap().unwrap_err();
    assert!(told.sentence.contains("120%"), "{told:?}");
    update(&mut state, Command::Window(WindowCommand::Targets(TargetsChange::Line("services".to_owned()))));
    let services = of(&state);
    assert!((services.known.unwrap() - 0.1126).abs() < 1e-12, "what was typed for another line is gone");
}

#[test]
fn growth_is_typed_and_refused_in_the_language() {
    let mut window = window(Lang::VI);
    click_first(&mut window, &label(Lang::VI, "view-targets"));
    let name = kichban::text::words::filled(Lang::VI, "targets-part-known", &[("months", "6")]);
    window.get_by_role_and_label(Role::TextInput, &name).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, &name).type_text("10,5");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().state().workspace.targets.part.known, Some(0.105));
    window.get_by_role_and_label(Role::TextInput, &name).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, &name).type_text("mười");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().state().workspace.targets.part.known, Some(0.105), "the old value stays");
    assert!(says(&window, "mười"), "the refusal repeats what was typed");
}

#[test]
fn a_study_without_targets_says_so_in_both_views() {
    let mut study = built_in().unwrap();
    study.links.sums.clear();
    study.targets = Arc::default();
    let state = AppState::new(study, Origin::Shipped, Preferences { lang: Lang::EN, ..Preferences::default() });
    let reader = StateReader::new(&state);
    let audit = audit_content(&reader).unwrap();
    assert!(audit.detail.is_none() && audit.scope.unwrap().sentence.contains("no target"));
    let targets = targets_content(&reader, 4);
    assert!(targets.needs.is_empty() && targets.landings.is_empty());
}
