//! The controls driven as a user would: by pointer, keyboard and screen reader.

use egui::accesskit::Toggled;
use egui::{Event, Id, Key, Modal, Modifiers, PointerButton, Pos2, Role, Shape, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::card::{Card, CardBar, CardLine, card};
use super::lever_slider::{SliderModel, TRACK_INSET, lever_slider};
use super::number_field::{FieldOutcome, NumberField, number_field};
use super::segmented::segmented_control;
use super::source_badge::{Standing, source_badge};
use super::toggle::toggle;
use crate::lang::Lang;
use crate::theme::{Mode, Theme};
use crate::ui::icons::{Icon, icon_button};
use crate::ui::{fonts, style};

fn harness<'a, S: 'a>(mode: Mode, state: S, ui: impl FnMut(&mut Ui, &mut S) + 'a) -> Harness<'a, S> {
    Harness::builder()
        .with_size(vec2(360.0, 240.0))
        // Frames as short as real ones, so that two clicks can be a double click.
        .with_step_dt(1.0 / 60.0)
        .with_theme(if mode == Mode::Dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_context_setup(move |ctx| {
            fonts::install(ctx);
            style::apply(ctx, Theme::for_mode(mode), 1.0);
        })
        .build_ui_state(ui, state)
}

/// A lever as the window would keep it.
struct Lever {
    value: f64,
    proposals: usize,
    resets: usize,
}

fn slider_at<'a>(value: f64) -> Harness<'a, Lever> {
    harness(Mode::Light, Lever { value, proposals: 0, resets: 0 }, |ui, lever| {
        let model = SliderModel {
            name: "Disbursement ratio",
            value: lever.value,
            soft: (50.0, 100.0),
            step: 5.0,
            parent: Some(70.0),
            default: Some(80.0),
            changed: true,
            color: style::tokens(ui).scenario(2).color,
            inert: false,
        };
        let answer = lever_slider(ui, &model);
        if let Some(value) = answer.new_value {
            lever.value = value;
            lever.proposals += 1;
        }
        lever.resets += usize::from(answer.reset);
    })
}

/// The point on the track at this share of its length.
fn on_track(harness: &Harness<'_, Lever>, share: f32) -> Pos2 {
    let rect = harness.get_by_label("Disbursement ratio").rect();
    let track = rect.x_range().shrink(TRACK_INSET);
    Pos2::new(egui::lerp(track, share), rect.center().y)
}

fn click_track(harness: &mut Harness<'_, Lever>, share: f32) {
    let pos = on_track(harness, share);
    harness.hover_at(pos);
    for pressed in [true, false] {
        let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
        harness.event(Event::PointerButton { pos, button, pressed, modifiers });
    }
    harness.run();
}

/// Presses on the handle and moves to this share of the track without letting go.
fn drag_to(harness: &mut Harness<'_, Lever>, from: f32, to: f32) {
    let (start, end) = (on_track(harness, from), on_track(harness, to));
    harness.hover_at(start);
    harness.drag_at(start);
    harness.run();
    harness.hover_at(end);
    harness.run();
}

#[track_caller]
fn assert_value(harness: &Harness<'_, Lever>, expected: f64) {
    let value = harness.state().value;
    assert!((value - expected).abs() < 1e-12, "{value} is not {expected}");
}

#[test]
fn dragging_the_handle_moves_the_value_on_the_grid_of_its_step() {
    let mut harness = slider_at(75.0);
    // 0.63 of 50..100 is 81.5, which lies nearest to 80.
    drag_to(&mut harness, 0.5, 0.63);
    assert_value(&harness, 80.0);
    harness.drop_at(on_track(&harness, 0.63));
    harness.run();
    assert_value(&harness, 80.0);
    assert_eq!(harness.state().resets, 0);
}

#[test]
fn a_drag_beyond_the_track_stops_at_its_end() {
    let mut harness = slider_at(75.0);
    drag_to(&mut harness, 0.5, 2.5);
    assert_value(&harness, 100.0);
}

#[test]
fn esc_takes_a_drag_back() {
    let mut harness = slider_at(75.0);
    drag_to(&mut harness, 0.5, 0.9);
    assert_value(&harness, 95.0);
    harness.key_press(Key::Escape);
    harness.run();
    assert_value(&harness, 75.0);
    harness.hover_at(on_track(&harness, 0.2));
    harness.run();
    assert_value(&harness, 75.0);
}

#[test]
fn a_click_moves_the_handle_but_a_click_on_the_handle_does_not() {
    let mut harness = slider_at(73.0);
    click_track(&mut harness, 0.48);
    assert_eq!(harness.state().proposals, 0, "a value off the grid stays when its handle is clicked");
    click_track(&mut harness, 0.9);
    assert_value(&harness, 95.0);
}

#[test]
fn arrow_and_page_keys_step_the_value() {
    let mut harness = slider_at(75.0);
    harness.get_by_label("Disbursement ratio").focus();
    harness.run();
    for (key, expected) in [
        (Key::ArrowRight, 80.0),
        (Key::ArrowUp, 85.0),
        (Key::ArrowLeft, 80.0),
        (Key::ArrowDown, 75.0),
        (Key::PageDown, 50.0),
        (Key::PageUp, 100.0),
    ] {
        harness.key_press(key);
        harness.run();
        assert_value(&harness, expected);
    }
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    harness.run();
    assert_value(&harness, 99.5);
    assert!(harness.get_by_label("Disbursement ratio").is_focused());
}

#[test]
fn a_value_beyond_the_soft_range_may_come_back_but_not_go_further() {
    let mut harness = slider_at(110.0);
    harness.get_by_label("Disbursement ratio").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_value(&harness, 110.0);
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_value(&harness, 105.0);
}

#[test]
fn a_double_click_asks_for_the_inherited_value() {
    let mut harness = slider_at(75.0);
    click_track(&mut harness, 0.5);
    click_track(&mut harness, 0.5);
    assert_eq!(harness.state().resets, 1);
    assert_eq!(harness.state().proposals, 0);
}

#[test]
fn the_ring_shows_for_the_keyboard_and_not_for_a_drag() {
    let focus = style::color(Theme::for_mode(Mode::Light).focus);
    let has_ring = |harness: &Harness<'_, Lever>| {
        let is_ring = |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.stroke.color == focus);
        harness.output().shapes.iter().any(|clipped| is_ring(&clipped.shape))
    };
    let mut harness = slider_at(75.0);
    drag_to(&mut harness, 0.5, 0.7);
    harness.drop_at(on_track(&harness, 0.7));
    harness.run();
    assert!(harness.get_by_label("Disbursement ratio").is_focused());
    assert!(!has_ring(&harness));
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(has_ring(&harness));
}

#[test]
fn a_screen_reader_reads_and_sets_the_slider() {
    let mut harness = slider_at(75.0);
    let numeric_value =
        |harness: &Harness<'_, Lever>| harness.get_by_label("Disbursement ratio").accesskit_node().numeric_value();
    assert_eq!(numeric_value(&harness), Some(75.0));
    harness.get_by_label("Disbursement ratio").increment_accesskit();
    harness.run();
    assert_value(&harness, 80.0);
    harness.get_by_label("Disbursement ratio").set_value_accesskit(61.0);
    harness.run();
    assert_value(&harness, 60.0);
    assert_eq!(numeric_value(&harness), Some(60.0));
}

/// A field over this text, with everything it has committed.
fn field_over<'a>(text: &'static str) -> Harness<'a, Vec<FieldOutcome>> {
    harness(Mode::Dark, Vec::new(), move |ui, commits| {
        let field =
            NumberField { within: Some((-5.0, 900_000.0)), ..NumberField::new("Goertek", text, 46.0, Lang::VI) };
        commits.extend(number_field(ui, &field).entry);
        super::button::main_button(ui, "Elsewhere");
    })
}

fn type_into(harness: &mut Harness<'_, Vec<FieldOutcome>>, text: &str) {
    harness.get_by_label("Goertek").click();
    harness.run();
    harness.get_by_label("Goertek").type_text(text);
    harness.run();
}

#[test]
fn enter_commits_what_replaced_the_number() {
    let mut harness = field_over("280,0");
    type_into(&mut harness, "300,5");
    assert!(harness.state().is_empty(), "nothing is committed while typing");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), [FieldOutcome::Number(300.5)]);
}

#[test]
fn a_text_with_two_readings_is_asked_about() {
    for (answer, expected) in [("136.977", 136_977.0), ("136,977", 136.977)] {
        let mut harness = field_over("280,0");
        type_into(&mut harness, "136.977");
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().is_empty(), "nothing is taken for granted");
        assert_eq!(harness.get_by_label("Goertek").value().as_deref(), Some("136.977"), "the text is lost");
        harness.get_by_role_and_label(Role::Button, answer).click();
        harness.run();
        assert_eq!(*harness.state(), [FieldOutcome::Number(expected)]);
        assert!(harness.query_by_role_and_label(Role::Button, answer).is_none());
    }
}

#[test]
fn the_keyboard_answers_and_drops_the_question() {
    let mut harness = field_over("280,0");
    type_into(&mut harness, "136.977");
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), [FieldOutcome::Number(136_977.0)], "the reading of the language comes first");
    type_into(&mut harness, "136,977");
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().len(), 1);
    assert_eq!(harness.get_by_label("Goertek").value().as_deref(), Some("280,0"));
}

#[test]
fn esc_ends_the_question_and_the_edit_but_not_the_sheet_around_them() {
    let mut harness = harness(Mode::Light, 0, |ui, closed: &mut i32| {
        let modal = super::sheet::sheet(ui, Modal::new(Id::unique("editor")), 200.0, |ui| {
            number_field(ui, &NumberField::new("Goertek", "280,0", 60.0, Lang::VI));
        });
        *closed += i32::from(modal.should_close());
    });
    for typed in ["136.977", "12"] {
        harness.get_by_label("Goertek").click();
        harness.run();
        harness.get_by_label("Goertek").type_text(typed);
        harness.run();
        if typed.contains('.') {
            harness.key_press(Key::Enter);
            harness.run();
            assert!(harness.query_by_role_and_label(Role::Button, typed).is_some(), "nothing is asked");
        }
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(*harness.state(), 0, "{typed}: the sheet closed");
        assert_eq!(harness.get_by_label("Goertek").value().as_deref(), Some("280,0"));
    }
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(*harness.state(), 1, "Esc without an edit closes the sheet");
}

#[test]
fn a_question_ends_where_its_field_goes_away() {
    let mut harness = harness(Mode::Light, true, |ui, shown: &mut bool| {
        if *shown {
            number_field(ui, &NumberField::new("Goertek", "280,0", 60.0, Lang::VI));
        }
        ui.label("below");
    });
    harness.get_by_label("Goertek").click();
    harness.run();
    harness.get_by_label("Goertek").type_text("136.977");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    for shown in [false, true] {
        *harness.state_mut() = shown;
        harness.run();
        harness.run();
    }
    assert_eq!(harness.get_by_label("Goertek").value().as_deref(), Some("280,0"));
}

#[test]
fn nothing_is_asked_where_only_one_reading_is_possible() {
    let mut harness = field_over("280,0");
    type_into(&mut harness, "-3.125");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), [FieldOutcome::Number(-3.125)]);
}

#[test]
fn what_is_no_number_stays_and_is_explained() {
    let mut harness = field_over("280,0");
    type_into(&mut harness, "12x");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().is_empty());
    assert_eq!(harness.get_by_label("Goertek").value().as_deref(), Some("12x"));
    assert!(harness.query_by_label_contains("12x").is_some(), "no reason is given");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.get_by_label("Goertek").value().as_deref(), Some("280,0"));
}

#[test]
fn leaving_the_field_commits() {
    let mut harness = field_over("280,0");
    type_into(&mut harness, "12");
    harness.get_by_label("Elsewhere").click();
    harness.run();
    assert_eq!(*harness.state(), [FieldOutcome::Number(12.0)]);
}

#[test]
fn esc_restores_the_number() {
    let mut harness = field_over("280,0");
    type_into(&mut harness, "12");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.state().is_empty());
    assert_eq!(harness.get_by_label("Goertek").value().as_deref(), Some("280,0"));
}

#[test]
fn a_window_in_the_background_does_not_end_the_edit() {
    let mut harness = field_over("280,0");
    type_into(&mut harness, "12");
    harness.input_mut().focused = false;
    harness.run();
    harness.input_mut().focused = true;
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), [FieldOutcome::Number(12.0)]);
}

#[test]
fn an_untouched_field_commits_nothing() {
    let mut harness = field_over("280,0");
    harness.get_by_label("Goertek").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().is_empty());
}

#[test]
fn a_screen_reader_sets_the_field() {
    let mut harness = field_over("280,0");
    harness.get_by_label("Goertek").set_text_value_accesskit("290");
    harness.run();
    assert_eq!(*harness.state(), [FieldOutcome::Number(290.0)]);
}

#[test]
fn the_segmented_switch_follows_arrow_keys_and_clicks() {
    let mut harness = harness(Mode::Light, 0, |ui, selected| {
        if let Some(choice) = segmented_control(ui, "Unit", &["Level", "Difference", "2024 = 100"], *selected) {
            *selected = choice;
        }
    });
    let press = |harness: &mut Harness<'_, usize>, key| {
        harness.key_press(key);
        harness.run();
        *harness.state()
    };
    harness.get_by_label("Level").focus();
    harness.run();
    assert_eq!(press(&mut harness, Key::ArrowLeft), 0, "the first choice has none before it");
    assert_eq!(press(&mut harness, Key::ArrowRight), 1);
    assert!(harness.get_by_label("Difference").is_focused());
    assert_eq!(press(&mut harness, Key::ArrowRight), 2);
    assert_eq!(press(&mut harness, Key::ArrowRight), 2, "the last choice has none after it");
    assert_eq!(press(&mut harness, Key::ArrowLeft), 1);
    harness.get_by_label("Level").click();
    harness.run();
    assert_eq!(*harness.state(), 0);
    assert_eq!(press(&mut harness, Key::ArrowRight), 1, "the arrow keys act after a click");
    assert_eq!(press(&mut harness, Key::ArrowLeft), 0);
    let toggled = harness.get_by_label("Level").accesskit_node().toggled();
    assert_eq!(toggled, Some(Toggled::True));
}

#[test]
fn the_toggle_answers_pointer_and_space() {
    let mut harness = harness(Mode::Light, false, |ui, on| {
        if toggle(ui, "Only what differs", *on).clicked() {
            *on = !*on;
        }
    });
    harness.get_by_label("Only what differs").click();
    harness.run();
    assert!(*harness.state());
    harness.get_by_label("Only what differs").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(!*harness.state());
}

#[test]
fn an_icon_button_is_found_by_name_and_answers_only_when_enabled() {
    let mut harness = harness(Mode::Dark, (0, 0), |ui, (undone, redone)| {
        *undone += usize::from(icon_button(ui, Icon::Undo, "Undo", "Undo (Ctrl+Z)", true).clicked());
        *redone += usize::from(icon_button(ui, Icon::Redo, "Redo", "Nothing to redo", false).clicked());
    });
    let size = harness.get_by_label("Undo").rect().size();
    assert!(size.x >= style::HIT && size.y >= style::HIT);
    assert!(harness.get_by_label("Redo").accesskit_node().is_disabled());
    for name in ["Undo", "Redo"] {
        harness.get_by_label(name).click();
        harness.run();
    }
    assert_eq!(*harness.state(), (1, 0));
}

#[test]
fn card_and_badge_can_be_read_aloud() {
    let mut harness = harness(Mode::Light, (), |ui, ()| {
        let theme = style::tokens(ui);
        let bar = CardBar {
            value: 0.69,
            color: theme.scenario(2).color,
            target: Some(0.89),
            baseline: Some(0.67),
            baseline_color: theme.scenario(1).color,
        };
        let rows = [CardLine { left: "Suy ra 262,2", right: "−59,4", strong: true }];
        let (unit, label) = (["nghìn tỷ đồng", "giá 2010"], "GRDP 2030");
        card(ui, 143.0, &Card { label, value: "202,9", unit, bar: Some(bar), rows: &rows });
        source_badge(ui, Standing::Derived, "suy ra");
    });
    harness.run();
    harness.get_by_value("GRDP 2030: 202,9 nghìn tỷ đồng giá 2010; Suy ra 262,2: −59,4");
    harness.get_by_value("suy ra");
}
