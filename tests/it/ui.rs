//! The window driven as a person would: by pointer, keyboard and accessible name, in both languages.

use crate::window::{SCREEN, Window, open, press, says, state};
use eframe::egui::{self, Color32, Event, Key, Modifiers, PointerButton, Pos2, Rect, Shape, Vec2, pos2, vec2};
use egui::accesskit::Role;
use egui::{ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::analysis::Inert;
use kichban::app::view_models::{StateReader, lever_groups};
use kichban::app::{AppState, Command, Display, DocumentCommand, Origin, PendingQuestion, Preferences};
use kichban::engine::{Closure, Line, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::lever::{EffectiveWhen, Kind, Lever, LeverGroup};
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::text::words::{filled, label, with_year};
use kichban::text::{inert_reason, lever_name};
use kichban::theme::{Mode, Theme};
use kichban::ui::widgets::lever_slider::TRACK_INSET;

fn window_of(lang: Lang, size: Vec2) -> Window {
    let preferences = Preferences { lang, ..Preferences::default() };
    open(AppState::new(built_in().unwrap(), Origin::Shipped, preferences), size)
}

fn window(lang: Lang) -> Window {
    window_of(lang, SCREEN)
}

/// The name of a case as the list shows it.
fn name(window: &Window, case: &str) -> String {
    StateReader::new(state(window)).name(case)
}

fn lever(window: &Window, key: &LeverKey) -> String {
    lever_name(key, &state(window).study, state(window).workspace.preferences.lang)
}

/// The amount of a project, in plain sight when the window opens.
fn goertek() -> LeverKey {
    LeverKey::for_lever(Lever::ProjectAmount, "goertek")
}

/// Clicks a control after bringing it into sight.
fn click(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).scroll_to_me();
    window.run();
    crate::window::click(window, role, label);
}

fn choose(window: &mut Window, menu: &'static str, entry: &'static str) {
    let lang = state(window).workspace.preferences.lang;
    window.get_by_role_and_label(Role::Button, &label(lang, menu)).click();
    window.run();
    let words = label(lang, entry);
    window
        .get_by(|node| node.role() == Role::Button && node.label().is_some_and(|own| own.starts_with(&words)))
        .click();
    window.run();
}

fn select(window: &mut Window, case: &str) {
    let name = name(window, case);
    click(window, Role::ListItem, &name);
    assert_eq!(state(window).workspace.selected, case);
}

/// A line of text as painted.
struct Painted {
    text: String,
    color: Color32,
    is_cut: bool,
    rect: Rect,
}

fn painted(window: &Window) -> Vec<Painted> {
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        collect(&clipped.shape, &mut found);
    }
    found
}

fn collect(shape: &Shape, found: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
        Shape::Text(text) => {
            let own = text.galley.job.sections.first().map_or(Color32::PLACEHOLDER, |section| section.format.color);
            found.push(Painted {
                text: text.galley.job.text.clone(),
                color: if own == Color32::PLACEHOLDER { text.fallback_color } else { own },
                is_cut: text.galley.elided,
                rect: text.galley.rect.translate(text.pos.to_vec2()),
            });
        }
        _ => {}
    }
}

fn grdp(window: &Window, case: &str) -> f64 {
    let projection = state(window).derived.projection(case).unwrap();
    projection.value(Variable::Grdp, Line::Total, 2030).unwrap()
}

fn setting(window: &Window, key: &LeverKey) -> Option<Setting> {
    let state = state(window);
    state.study.scenario(&state.workspace.selected)?.settings.get(key).cloned()
}

fn amount(window: &Window) -> f64 {
    let Some(Setting::Constant(value)) = setting(window, &goertek()) else { panic!("the amount is not set") };
    value
}

/// The point on the track of a slider at this share of its length.
fn on_track(window: &Window, key: &LeverKey, share: f32) -> Pos2 {
    let rect = window.get_by_role_and_label(Role::Slider, &lever(window, key)).rect();
    pos2(egui::lerp(rect.x_range().shrink(TRACK_INSET), share), rect.center().y)
}

fn button(window: &mut Window, pos: Pos2, pressed: bool) {
    let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
    window.event(Event::PointerButton { pos, button, pressed, modifiers });
    window.run();
}

/// Presses on the handle of the amount and moves over several points without letting go.
fn hold(window: &mut Window, over: &[f32]) -> Pos2 {
    let start = on_track(window, &goertek(), share_of(amount_or_zero(window)));
    window.hover_at(start);
    window.run();
    button(window, start, true);
    let mut last = start;
    for share in over {
        last = on_track(window, &goertek(), *share);
        window.hover_at(last);
        window.run();
    }
    last
}

fn amount_or_zero(window: &Window) -> f64 {
    match setting(window, &goertek()) {
        Some(Setting::Constant(value)) => value,
        _ => 0.0,
    }
}

/// Where a value of the amount stands on its track.
fn share_of(value: f64) -> f32 {
    let (low, high) = Lever::ProjectAmount.spec().soft;
    let share = (value - low) / (high - low);
    format!("{share}").parse().unwrap()
}

fn type_into(window: &mut Window, key: &LeverKey, text: &str) {
    let lang = state(window).workspace.preferences.lang;
    let field = filled(lang, "levers-field-name", &[("name", &lever(window, key))]);
    window.get_by_label(&field).click();
    window.run();
    window.get_by_label(&field).type_text(text);
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

fn sliders(window: &Window) -> Vec<String> {
    window.get_all_by_role(Role::Slider).map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn every_case_is_selected_by_its_name() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        let cases: Vec<String> = state(&window).study.case_ids().into_iter().map(str::to_owned).collect();
        for case in cases {
            select(&mut window, &case);
        }
        assert!(!state(&window).is_dirty());
    }
}

#[test]
fn the_eye_hides_and_shows_a_case() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        let name = name(&window, "three-projects");
        for (key, visible) in [("scenarios-hide", false), ("scenarios-show", true)] {
            click(&mut window, Role::Button, &filled(lang, key, &[("name", &name)]));
            assert_eq!(state(&window).study.case_visible("three-projects"), visible);
        }
        assert_eq!(state(&window).history.len(), 2);
    }
}

#[test]
fn scenarios_are_made_copied_pinned_and_deleted_after_a_question() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        let before = state(&window).study.scenarios.len();
        select(&mut window, "three-projects");
        click(&mut window, Role::Button, &label(lang, "scenarios-add"));
        assert_eq!(state(&window).study.scenarios.len(), before, "nothing exists before the form is accepted");
        press(&mut window, Modifiers::NONE, Key::Enter);
        let made = state(&window).workspace.selected.clone();
        assert_eq!(state(&window).study.scenario(&made).unwrap().parent, "three-projects");

        select(&mut window, "three-projects");
        press(&mut window, Modifiers::COMMAND, Key::D);
        press(&mut window, Modifiers::NONE, Key::Enter);
        let copy = state(&window).workspace.selected.clone();
        assert_eq!(state(&window).study.scenario(&copy).unwrap().parent, "trend");
        assert_eq!(state(&window).study.scenarios.len(), before + 2);

        choose(&mut window, "menu-scenario", "menu-scenario-pin");
        assert_eq!(state(&window).study.pinned, copy);

        choose(&mut window, "menu-scenario", "menu-scenario-delete");
        assert_eq!(state(&window).question, Some(PendingQuestion::Delete { scenario: copy.clone() }));
        click(&mut window, Role::Button, &label(lang, "dialog-cancel"));
        assert!(state(&window).study.has_case(&copy));
        choose(&mut window, "menu-scenario", "menu-scenario-delete");
        click(&mut window, Role::Button, &label(lang, "dialog-delete-action"));
        assert!(!state(&window).study.has_case(&copy) && state(&window).question.is_none());
        assert_ne!(state(&window).study.pinned, copy);
    }
}

#[test]
fn a_case_is_renamed_by_keyboard_and_a_closed_question_forgets_its_draft() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "skills");
        let old = name(&window, "skills");
        let field = label(lang, "case-form-name");
        let retype = |window: &mut Window, text: &str| {
            choose(window, "menu-scenario", "menu-scenario-rename");
            assert!(window.get_by_label(&field).is_focused());
            assert_eq!(window.get_by_label(&field).value().as_deref(), Some(old.as_str()));
            // The whole name is selected: typing replaces it.
            window.get_by_label(&field).type_text(text);
            window.run();
        };
        retype(&mut window, "Nháp bỏ dở");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(state(&window).question.is_none() && !state(&window).is_dirty());
        retype(&mut window, "Đào tạo nghề");
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert!(state(&window).question.is_none());
        assert_eq!(name(&window, "skills"), "Đào tạo nghề");
        let other = if lang == Lang::VI { Lang::EN } else { Lang::VI };
        let kept = built_in().unwrap().scenario("skills").unwrap().name.in_lang(other).to_owned();
        assert_eq!(state(&window).study.case_name("skills").unwrap().in_lang(other), kept);
    }
}

#[test]
fn no_shortcut_changes_the_study_under_an_open_question_or_in_a_text_field() {
    let mut window = window(Lang::EN);
    select(&mut window, "skills");
    press(&mut window, Modifiers::COMMAND, Key::D);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let scenarios = state(&window).study.scenarios.len();
    choose(&mut window, "menu-scenario", "menu-scenario-rename");
    for key in [Key::Z, Key::D, Key::N] {
        press(&mut window, Modifiers::COMMAND, key);
    }
    assert_eq!(state(&window).study.scenarios.len(), scenarios);
    assert!(matches!(state(&window).question, Some(PendingQuestion::Describe(_))));
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::F);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(state(&window).study.scenarios.len(), scenarios, "the field undoes its own typing");
}

#[test]
fn every_group_opens_and_every_assumption_has_a_name_of_its_own() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "everything");
        for group in LeverGroup::ALL {
            if !state(&window).workspace.open_groups.contains(&group) {
                let heading = kichban::text::lever_group_name(group, lang);
                window.get_by_role_and_label(Role::Button, &heading).click_accesskit();
                window.run();
            }
            assert!(state(&window).workspace.open_groups.contains(&group), "{group:?}");
        }
        let shown = sliders(&window);
        for (position, name) in shown.iter().enumerate() {
            assert!(!name.is_empty() && !shown[..position].contains(name), "{name} stands twice");
        }
        let rows: Vec<_> =
            lever_groups(&StateReader::new(state(&window))).into_iter().flat_map(|group| group.rows).collect();
        assert!(rows.len() > 60, "only {} rows", rows.len());
        for row in rows {
            let is_named = match row.spec.kind {
                Kind::Path | Kind::Number => shown.contains(&row.name),
                Kind::Shares => shown.iter().any(|name| name.starts_with(&format!("{}: ", row.name))),
                Kind::Switch => says(&window, &row.name),
            };
            assert!(is_named, "{} has no control", row.name);
        }
    }
}

#[test]
fn a_drag_moves_the_curves_while_the_button_is_down_and_is_one_step() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        let before = grdp(&window, "three-projects");
        let child = grdp(&window, "no-spillover");
        let mut last = before;
        let start = on_track(&window, &goertek(), share_of(280.0));
        window.hover_at(start);
        window.run();
        button(&mut window, start, true);
        for share in [0.6, 0.7, 0.8] {
            window.hover_at(on_track(&window, &goertek(), share));
            window.run();
            let now = grdp(&window, "three-projects");
            assert!(now > last, "at {share}: {now} after {last}");
            last = now;
        }
        assert!(grdp(&window, "no-spillover") > child, "a scenario below follows its parent");
        let end = on_track(&window, &goertek(), 0.8);
        button(&mut window, end, false);
        assert_eq!(state(&window).history.len(), 1);
        assert!((amount(&window) - 480.0).abs() < 5.1, "{}", amount(&window));

        hold(&mut window, &[0.5, 0.2]);
        let end = on_track(&window, &goertek(), 0.2);
        button(&mut window, end, false);
        assert_eq!(state(&window).history.len(), 2, "two drags are two steps");
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert!((grdp(&window, "three-projects") - last).abs() < 1e-12);
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert!((grdp(&window, "three-projects") - before).abs() < 1e-12);
        assert!(!state(&window).is_dirty());
        press(&mut window, Modifiers::COMMAND, Key::Y);
        assert!((grdp(&window, "three-projects") - last).abs() < 1e-12);
    }
}

#[test]
fn a_key_held_down_on_a_slider_is_one_step() {
    let mut window = window(Lang::VI);
    select(&mut window, "three-projects");
    let before = amount(&window);
    window.get_by_role_and_label(Role::Slider, &lever(&window, &goertek())).focus();
    window.run();
    let key = |window: &mut Window, pressed: bool, repeat: bool| {
        let (key, physical_key, modifiers) = (Key::ArrowRight, None, Modifiers::NONE);
        window.event(Event::Key { key, physical_key, pressed, repeat, modifiers });
        window.run();
    };
    key(&mut window, true, false);
    for _ in 0..4 {
        key(&mut window, true, true);
    }
    key(&mut window, false, false);
    assert!(amount(&window) > before, "the slider moved");
    assert_eq!(state(&window).history.len(), 1, "one press, held, is one step");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!((amount(&window) - before).abs() < 1e-12);
}

#[test]
fn esc_during_a_drag_restores_the_study() {
    let mut window = window(Lang::VI);
    // A lever that the scenario sets itself, and the same lever where it is inherited.
    for case in ["three-projects", "no-spillover", "trend"] {
        select(&mut window, case);
        let before = state(&window).study.clone();
        let start = on_track(&window, &goertek(), share_of(if case == "trend" { 0.0 } else { 280.0 }));
        window.hover_at(start);
        window.run();
        button(&mut window, start, true);
        for share in [0.6, 0.8] {
            window.hover_at(on_track(&window, &goertek(), share));
            window.run();
        }
        assert!(state(&window).is_dirty(), "{case}: the drag has an effect");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert!(state(&window).study == before, "{case}: Esc restores");
        let on = on_track(&window, &goertek(), 0.3);
        window.hover_at(on);
        window.run();
        button(&mut window, on, false);
        assert!(state(&window).study == before, "{case}: nothing follows");
        assert!(state(&window).history.is_empty(), "{case}");
        assert_eq!(state(&window).workspace.selected, case);
    }
}

#[test]
fn a_drag_on_a_baseline_makes_one_scenario_in_one_step() {
    let mut window = window(Lang::EN);
    select(&mut window, "plan");
    let scenarios = state(&window).study.scenarios.len();
    let start = on_track(&window, &goertek(), 0.0);
    window.hover_at(start);
    window.run();
    button(&mut window, start, true);
    for share in [0.2, 0.3, 0.4] {
        window.hover_at(on_track(&window, &goertek(), share));
        window.run();
    }
    let end = on_track(&window, &goertek(), 0.4);
    button(&mut window, end, false);
    assert_eq!((state(&window).study.scenarios.len(), state(&window).history.len()), (scenarios + 1, 1));
    assert!((amount(&window) - 240.0).abs() < 5.1);
}

#[test]
fn a_double_click_resets_an_assumption() {
    let mut window = window(Lang::VI);
    select(&mut window, "three-projects");
    let at = on_track(&window, &goertek(), share_of(280.0));
    window.hover_at(at);
    window.run();
    for pressed in [true, false, true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
    }
    window.run();
    assert_eq!(setting(&window, &goertek()), None);
    assert_eq!(state(&window).history.len(), 1);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!((amount(&window) - 280.0).abs() < 1e-9);
    let name = format!("{}: {}", label(Lang::VI, "levers-reset"), lever(&window, &goertek()));
    click(&mut window, Role::Button, &name);
    assert_eq!(setting(&window, &goertek()), None);
}

#[test]
fn the_decimal_mark_of_each_language_gives_the_same_value() {
    for (lang, typed) in [(Lang::VI, "12,5"), (Lang::EN, "12.5")] {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        type_into(&mut window, &goertek(), typed);
        assert_eq!(amount(&window).to_bits(), 12.5_f64.to_bits());
        assert_eq!(state(&window).history.len(), 1);
    }
}

#[test]
fn a_value_beyond_the_hard_range_is_refused_with_the_range_and_the_old_one_kept() {
    for (lang, low, high) in [(Lang::VI, "0,0", "20.000,0"), (Lang::EN, "0.0", "20,000.0")] {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        type_into(&mut window, &goertek(), "25000");
        let reason = filled(lang, "levers-beyond-hard", &[("low", low), ("high", high)]);
        assert!(says(&window, &reason), "nothing says {reason}");
        assert!((amount(&window) - 280.0).abs() < 1e-9);
        assert!(!state(&window).is_dirty());
        type_into(&mut window, &goertek(), "abc");
        assert!(!says(&window, &reason));
        assert!(says(&window, "abc"), "what was typed is named");
        type_into(&mut window, &goertek(), "300");
        assert!((amount(&window) - 300.0).abs() < 1e-9);
        assert!(!says(&window, "abc"), "a good value ends the refusal");
    }
}

#[test]
fn a_value_beyond_the_soft_range_is_kept_with_an_amber_note() {
    for (lang, low, high) in [(Lang::VI, "0,0", "600,0"), (Lang::EN, "0.0", "600.0")] {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        type_into(&mut window, &goertek(), "700");
        assert!((amount(&window) - 700.0).abs() < 1e-9);
        let note = filled(lang, "levers-beyond-soft", &[("low", low), ("high", high)]);
        assert!(says(&window, &note), "nothing says {note}");
        let amber = kichban::ui::style::color(Theme::for_mode(Mode::Light).warn);
        assert!(painted(&window).iter().any(|line| line.text == note && line.color == amber));
    }
}

#[test]
fn the_closure_is_switched_and_an_inert_assumption_says_why() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "higher-investment");
        let why = inert_reason(Inert::Unless(EffectiveWhen::CapitalOnly), lang).unwrap();
        assert!(says(&window, &why));
        let before = grdp(&window, "higher-investment");
        click(&mut window, Role::RadioButton, &label(lang, "closure-capital"));
        assert_eq!(state(&window).study.closure, Closure::Capital);
        assert!(!says(&window, &why), "it acts in this closure");
        assert!(grdp(&window, "higher-investment") > before);
        click(&mut window, Role::RadioButton, &label(lang, "closure-productivity"));
        assert_eq!((state(&window).study.closure, state(&window).history.len()), (Closure::Productivity, 2));
        assert!(!state(&window).is_dirty());
        // The offer beside an inert lever does the same.
        let offer = label(lang, "levers-switch-to-capital");
        window.get_all_by_label(&offer).next().unwrap().click_accesskit();
        window.run();
        assert_eq!(state(&window).study.closure, Closure::Capital);
    }
}

#[test]
fn language_and_theme_change_at_once() {
    let mut window = window(Lang::VI);
    assert!(says(&window, "Tỷ trọng CN–XD 2030"));
    click(&mut window, Role::RadioButton, "EN");
    assert_eq!(state(&window).workspace.preferences.lang, Lang::EN);
    assert!(!says(&window, "Tỷ trọng CN–XD 2030"));
    assert!(says(&window, &label(Lang::EN, "scenarios-add")));
    assert!(!says(&window, &label(Lang::VI, "scenarios-add")));
    click(&mut window, Role::Button, &label(Lang::EN, "icon-theme"));
    assert_eq!(state(&window).workspace.preferences.mode, Mode::Dark);
    assert!(window.ctx.global_style().visuals.dark_mode);
    click(&mut window, Role::RadioButton, "VI");
    assert!(says(&window, "Tỷ trọng CN–XD 2030"));
    assert!(!state(&window).is_dirty(), "words and colours are no edit");
}

#[test]
fn charts_show_levels_differences_and_an_index() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        let year = StateReader::new(state(&window)).last_actual();
        let index = with_year(lang, "display-index", year);
        let pinned = name(&window, &state(&window).study.pinned.clone());
        let unit = filled(lang, "chart-unit-index", &[("year", &year.to_string())]);
        let shown = |window: &Window, text: &str| painted(window).iter().any(|line| line.text.contains(text));
        click(&mut window, Role::RadioButton, &index);
        assert_eq!(state(&window).workspace.display, Display::Index);
        assert!(shown(&window, &unit), "no chart names its unit {unit}");
        click(&mut window, Role::RadioButton, &label(lang, "display-difference"));
        assert_eq!(state(&window).workspace.display, Display::Difference);
        assert!(shown(&window, &pinned) && !shown(&window, &unit));
        click(&mut window, Role::RadioButton, &label(lang, "display-level"));
        assert_eq!(state(&window).workspace.display, Display::Level);
    }
}

#[test]
fn the_search_needs_no_diacritics_and_opens_closed_groups() {
    let mut window = window(Lang::VI);
    let rate = lever(&window, &LeverKey::province(Lever::ExchangeRate));
    assert!(!sliders(&window).contains(&rate), "its group is closed");
    press(&mut window, Modifiers::COMMAND, Key::F);
    let find = label(Lang::VI, "levers-find");
    assert!(window.get_by_label(&find).is_focused());
    window.get_by_label(&find).type_text("ty gia");
    window.run();
    assert!(sliders(&window).contains(&rate), "{:?}", sliders(&window));
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label(&find).type_text("dau tu");
    window.run();
    let found = sliders(&window);
    assert!(found.contains(&lever(&window, &LeverKey::province(Lever::InvestmentRate))), "{found:?}");
    assert!(!found.contains(&rate));
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label(&find).type_text("không có gì");
    window.run();
    assert!(window.query_all_by_role(Role::Slider).next().is_none());
    let nothing = filled(Lang::VI, "levers-none-found", &[("text", "không có gì")]);
    assert!(says(&window, &nothing), "nothing says {nothing}");
}

#[test]
fn only_what_differs_is_shown_on_request() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "three-projects");
        click(&mut window, Role::CheckBox, &label(lang, "levers-only-different"));
        assert_eq!(sliders(&window).len(), 4, "{:?}", sliders(&window));
        select(&mut window, "trend");
        assert!(says(&window, &label(lang, "levers-none-differ")));
    }
}

#[test]
fn a_narrow_window_shows_the_rail_and_ctrl_b_opens_the_column() {
    for (width, open) in [(1_200.0, false), (1_366.0, true)] {
        let mut window = window_of(Lang::VI, vec2(width, 700.0));
        let is_open = |window: &Window| window.query_all_by_role(Role::Slider).next().is_some();
        assert_eq!(is_open(&window), open, "at {width}");
        press(&mut window, Modifiers::COMMAND, Key::B);
        assert_eq!(is_open(&window), !open, "at {width}: the first press acts");
        press(&mut window, Modifiers::COMMAND, Key::B);
        assert_eq!(is_open(&window), open, "at {width}");
    }
    let mut window = window_of(Lang::VI, vec2(1_200.0, 700.0));
    click(&mut window, Role::Button, &label(Lang::VI, "menu-view-left-column"));
    assert_eq!(state(&window).workspace.column, Some(true));
}

#[test]
fn closing_the_window_asks_about_unsaved_changes() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        select(&mut window, "skills");
        press(&mut window, Modifiers::COMMAND, Key::D);
        press(&mut window, Modifiers::NONE, Key::Enter);
        let close = |window: &mut Window| {
            let viewport = window.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
            viewport.events.push(ViewportEvent::Close);
            window.step();
            window.output().viewport_output[&ViewportId::ROOT].commands.contains(&ViewportCommand::CancelClose)
        };
        assert!(close(&mut window), "the window stays");
        window.run();
        assert!(says(&window, &label(lang, "dialog-unsaved-about")));
        click(&mut window, Role::Button, &label(lang, "dialog-cancel"));
        assert!(state(&window).question.is_none() && state(&window).is_dirty());

        press(&mut window, Modifiers::COMMAND, Key::Q);
        assert!(says(&window, &label(lang, "dialog-unsaved-about")));
        click(&mut window, Role::Button, &label(lang, "dialog-discard"));
        assert!(!close(&mut window), "what was given up is not asked about again");
    }
}

#[test]
fn no_text_of_the_overview_is_cut_on_the_smallest_screen() {
    for lang in Lang::ALL {
        let mut window = window(lang);
        for case in ["three-projects", "everything", "trend"] {
            select(&mut window, case);
            let cut: Vec<String> =
                painted(&window).into_iter().filter(|line| line.is_cut).map(|line| line.text).collect();
            assert!(cut.is_empty(), "{lang}, {case}: {cut:#?}");
            let outside: Vec<String> = painted(&window)
                .into_iter()
                .filter(|line| line.rect.right() > SCREEN.x + 1.0 && !line.text.is_empty())
                .map(|line| line.text)
                .collect();
            assert!(outside.is_empty(), "{lang}, {case}: beyond the window: {outside:?}");
        }
    }
}

#[test]
fn no_name_or_unit_of_an_assumption_is_cut() {
    for lang in Lang::ALL {
        // Tall enough for every row to be painted.
        let mut window = window_of(lang, vec2(SCREEN.x, 8_000.0));
        select(&mut window, "everything");
        for group in LeverGroup::ALL {
            if !state(&window).workspace.open_groups.contains(&group) {
                click(&mut window, Role::Button, &kichban::text::lever_group_name(group, lang));
            }
        }
        let cut: Vec<String> = painted(&window).into_iter().filter(|line| line.is_cut).map(|line| line.text).collect();
        assert!(cut.is_empty(), "{lang}: {cut:#?}");
    }
}

#[test]
fn cards_keep_their_year_and_the_line_over_them_its_end_on_a_small_screen_and_in_a_presentation() {
    for lang in Lang::ALL {
        let mut window = window_of(lang, vec2(1024.0, 700.0));
        window.state_mut().ask(Command::Document(DocumentCommand::SelectCase("three-projects".to_owned())));
        window.run();
        for presenting in [false, true] {
            if presenting {
                press(&mut window, Modifiers::NONE, Key::F5);
            }
            let below = window.get_by_label_contains(&label(lang, "chart-output")).rect().top();
            let cut: Vec<String> = painted(&window)
                .into_iter()
                .filter(|text| text.is_cut && text.rect.bottom() < below)
                .map(|text| text.text)
                .collect();
            assert!(cut.is_empty(), "{lang} {presenting}: {cut:?}");
            let words = painted(&window).into_iter().map(|text| text.text).collect::<Vec<_>>();
            assert!(words.iter().any(|words| words.ends_with(" 2021–30")), "{lang} {presenting}: {words:?}");
        }
    }
}
