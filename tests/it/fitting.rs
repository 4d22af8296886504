//! What a person meets in windows that are low or narrow for their type, and in studies that have no targets.

use crate::window::{SCREEN, Window, ask, open};
use eframe::egui::accesskit::Role;
use eframe::egui::{Rect, Shape, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::app::command::ExportChange;
use kichban::app::view_models::{FigurePlace, StateReader, data_row, details, number_tables, targets_content};
use kichban::app::workspace::Focus;
use kichban::app::workspace::audit::{AuditChange, FindingFilter};
use kichban::app::workspace::habits::HabitsChange;
use kichban::app::{AppState, Command, FileCommand, Origin, Preferences, View, WindowCommand, update};
use kichban::files::{read_study, shipped_studies};
use kichban::lang::Lang;
use kichban::scenario::FigureList;
use kichban::text::words::label;

/// Points that type of 200 % leaves on the smallest screen.
const LARGE_TYPE: Vec2 = vec2(683.0, 384.0);

fn app(study: &str, lang: Lang) -> AppState {
    let text = shipped_studies().iter().find(|shipped| shipped.id == study).unwrap().text;
    let preferences = Preferences { lang, ..Preferences::default() };
    AppState::new(read_study(text.as_bytes()).unwrap(), Origin::Shipped, preferences)
}

fn window(study: &str, lang: Lang, size: Vec2) -> Window {
    open(app(study, lang), size)
}

fn present(window: &mut Window) {
    ask(window, Command::Window(WindowCommand::Habits(HabitsChange::Present(true))));
}

/// Texts with their whole place and the part of it that can be seen.
fn painted(window: &Window) -> Vec<(String, Rect, Rect)> {
    fn collect(shape: &Shape, clip: Rect, found: &mut Vec<(String, Rect, Rect)>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
            Shape::Text(text) => {
                let whole = text.galley.mesh_bounds.translate(text.pos.to_vec2());
                let seen = whole.intersect(clip);
                if seen.is_positive() {
                    found.push((text.galley.job.text.clone(), whole, seen));
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found
}

/// Where words are painted, whole.
fn place_of(window: &Window, words: &str) -> Option<Rect> {
    let texts = painted(window);
    let found = texts.iter().find(|(text, whole, seen)| text == words && whole.height() - seen.height() < 1.0)?;
    Some(found.1)
}

/// The entry of an open menu that begins with these words; its keys stand behind them.
fn entry<'w>(window: &'w Window, words: &str) -> egui_kittest::Node<'w> {
    let begins =
        |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|own| own.starts_with(words));
    window.get_all_by_role(Role::Button).find(begins).unwrap()
}

#[test]
fn every_entry_of_a_menu_can_be_reached() {
    for lang in Lang::ALL {
        for size in [LARGE_TYPE, vec2(1024.0, 500.0)] {
            for (menu, last) in [("menu-file", "menu-file-quit"), ("menu-view", "menu-view-text-normal")] {
                let mut window = window("bac-ninh-2030", lang, size);
                window.get_by_role_and_label(Role::Button, &label(lang, menu)).click();
                window.run();
                let words = label(lang, last);
                entry(&window, &words).scroll_to_me();
                window.run();
                let (screen, place) = (window.ctx.content_rect(), entry(&window, &words).rect());
                assert!(screen.contains_rect(place), "{lang} {size:?}: {words} at {place:?}");
            }
        }
    }
}

#[test]
fn the_view_that_is_shown_is_marked_in_the_menu_and_not_grey() {
    for lang in Lang::ALL {
        let mut window = window("bac-ninh-2030", lang, SCREEN);
        window.get_by_role_and_label(Role::Button, &label(lang, "menu-view")).click();
        window.run();
        let words = label(lang, View::Overview.key());
        let mut entries = window.get_all_by_role(Role::Button);
        let entry = entries.find(|node| node.accesskit_node().label().is_some_and(|own| own.starts_with(&words)));
        assert!(!entry.unwrap().accesskit_node().is_disabled(), "{lang}");
    }
}

#[test]
fn the_export_keeps_its_title_and_its_buttons_in_sight() {
    for lang in Lang::ALL {
        let mut window = window("bac-ninh-2030", lang, LARGE_TYPE);
        ask(&mut window, Command::File(FileCommand::Export(ExportChange::Ask)));
        let screen = window.ctx.content_rect();
        let title = place_of(&window, &label(lang, "export-heading")).unwrap();
        assert!(screen.contains_rect(title), "{lang}: {title:?}");
        for button in ["export-start", "dialog-cancel"] {
            let place = window.get_by_role_and_label(Role::Button, &label(lang, button)).rect();
            assert!(screen.contains_rect(place), "{lang}: {button} at {place:?}");
        }
    }
}

#[test]
fn words_of_the_details_stand_clear_of_their_edge() {
    for lang in Lang::ALL {
        let mut window = window("bac-ninh-2030", lang, SCREEN);
        ask(&mut window, Command::Window(WindowCommand::ShowDetails(true)));
        let heading = place_of(&window, &label(lang, "details-heading")).unwrap();
        let edge = window.ctx.content_rect().right() - 300.0;
        assert!(heading.left() - edge > 10.0, "{lang}: {heading:?}");
        let lines = window.output().shapes.iter().filter_map(|clipped| match clipped.shape {
            Shape::LineSegment { points, .. } if (points[0].x - points[1].x).abs() < 0.1 => Some(points[0].x),
            _ => None,
        });
        let close = lines.filter(|x| (heading.left() - 9.0..heading.left() + 9.0).contains(x)).count();
        assert_eq!(close, 0, "{lang}: a line through the words");
    }
}

#[test]
fn a_card_without_any_target_names_no_plan() {
    for lang in Lang::ALL {
        let said = |study: &str| {
            let mut state = app(study, lang);
            update(&mut state, Command::Window(WindowCommand::Focus(Focus::Card(0))));
            details(&StateReader::new(&state)).about
        };
        assert_eq!(said("viet-nam"), label(lang, "details-no-target"));
        assert_eq!(said("bac-ninh-2030"), label(lang, "details-implied"));
    }
}

#[test]
fn the_line_of_a_presentation_paints_nothing_over_its_page() {
    for lang in Lang::ALL {
        for size in [SCREEN, LARGE_TYPE] {
            let mut window = window("bac-ninh-2030", lang, size);
            present(&mut window);
            let link = place_of(&window, &label(lang, "present-pages")).unwrap();
            let over = painted(&window).into_iter().filter(|(words, _, seen)| {
                *words != label(lang, "present-pages") && seen.shrink(0.5).intersects(link.shrink(0.5))
            });
            let over: Vec<String> = over.map(|(words, ..)| words).collect();
            assert_eq!(over, Vec::<String>::new(), "{lang} {size:?}");
        }
    }
}

#[test]
fn the_legend_of_the_audit_stays_beside_the_details() {
    for lang in Lang::ALL {
        let mut window = window("bac-ninh-2030", lang, vec2(1000.0, 560.0));
        ask(&mut window, Command::Window(WindowCommand::ShowView(View::Audit)));
        present(&mut window);
        let keys = ["audit-below", "audit-above", "audit-contradicts", "audit-agrees", "audit-informs"];
        let places: Vec<Rect> = keys.iter().filter_map(|key| place_of(&window, &label(lang, key))).collect();
        let middle = window.ctx.content_rect().center().x;
        for place in places {
            assert!(place.right() <= middle, "{lang}: {place:?} crosses {middle}");
        }
    }
}

#[test]
fn figures_of_the_audit_have_units_and_one_number_of_decimals() {
    for lang in Lang::ALL {
        let mut state = app("bac-ninh-2030", lang);
        update(&mut state, Command::Window(WindowCommand::ShowView(View::Audit)));
        let mark = if lang.tongue() == Lang::VI.tongue() { ',' } else { '.' };
        let decimals = |text: &str| text.rsplit_once(mark).map_or(0, |(_, after)| after.len());
        let mut compared = 0;
        for group in FindingFilter::ALL {
            update(&mut state, Command::Window(WindowCommand::Audit(AuditChange::Show(group))));
            let audit = kichban::app::view_models::audit_content(&StateReader::new(&state)).unwrap();
            for row in audit.groups.iter().flat_map(|group| &group.rows).filter(|row| !row.unit.is_empty()) {
                let is_plain = |text: &&String| text.chars().all(|c| !c.is_alphabetic() && c != '–' && c != '%');
                let found: Vec<usize> = [&row.computed, &row.gap, &row.stated]
                    .into_iter()
                    .filter(is_plain)
                    .map(|text| decimals(text))
                    .collect();
                assert!(found.iter().all(|count| *count == found[0]), "{lang}: {row:?}");
                compared += found.len();
            }
        }
        assert!(compared > 10, "{compared}");
    }
}

#[test]
fn growth_among_the_parameters_reads_as_per_cent_a_year() {
    for lang in Lang::ALL {
        let state = app("bac-ninh-2025", lang);
        let reader = StateReader::new(&state);
        let first = &state.study.parameters[0];
        let figure = &first.figure;
        let place = FigurePlace { list: FigureList::Parameters, position: 0, baseline: &first.baseline, figure };
        let row = data_row(&reader, &place);
        assert_eq!((row.value.as_str(), row.unit), ("11", label(lang, "unit-percent-a-year")));
    }
}

#[test]
fn a_target_that_is_met_says_how_far_ahead_the_scenario_is() {
    for lang in Lang::ALL {
        let state = app("bac-ninh-2025", lang);
        let reader = StateReader::new(&state);
        let content = targets_content(&reader, 4);
        assert!(content.needs.iter().all(|row| !matches!(row.missing.as_str(), "0" | "0,0" | "0.0")), "{content:?}");
        let has_trend = content.needs.iter().any(|row| row.strip.as_ref().is_ok_and(|strip| strip.trend.is_some()));
        assert_eq!(content.trend.is_some(), has_trend, "{lang}: the legend names what stands in a row");
    }
}

#[test]
fn the_table_opens_at_the_projection_with_its_names() {
    for lang in Lang::ALL {
        let mut window = window("viet-nam", lang, SCREEN);
        ask(&mut window, Command::Window(WindowCommand::ShowView(View::Table)));
        let reader = StateReader::new(window.state().state());
        let last = reader.last_actual();
        let names: Vec<String> = number_tables(&reader)[0].rows.iter().map(|row| row.name.clone()).collect();
        assert!(names[0].starts_with(char::is_uppercase), "{names:?}");
        for words in names.into_iter().chain([(last + 1).to_string(), (last + 2).to_string()]) {
            assert!(place_of(&window, &words).is_some(), "{lang}: {words} is out of sight");
        }
    }
}

#[test]
fn a_view_without_targets_has_one_sentence_and_the_button_to_them() {
    for lang in Lang::ALL {
        let mut window = window("viet-nam", lang, SCREEN);
        ask(&mut window, Command::Window(WindowCommand::ShowView(View::Audit)));
        let words = label(lang, "empty-to-targets");
        let button = window.get_by_role_and_label(Role::Button, &words);
        let (place, screen) = (button.rect().center(), window.ctx.content_rect());
        assert!((place.y - screen.center().y).abs() < 60.0, "{lang}: {place:?}");
        button.click();
        window.run();
        let workspace = &window.state().state().workspace;
        assert_eq!((workspace.view, workspace.data.list), (View::Data, FigureList::Targets), "{lang}");
    }
}

#[test]
fn per_cent_has_no_space_before_it() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales");
    for lang in Lang::ALL {
        for entry in std::fs::read_dir(folder.join(lang.to_string())).unwrap() {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!text.contains("} %"), "{}", path.display());
            // Ids are English in both languages.
            let words = text.lines().filter_map(|line| line.split_once(" = "));
            let is_foreign = |words: &str| words.contains("hecta") && lang.tongue() == Lang::VI.tongue();
            assert!(!words.map(|(_, words)| words).any(is_foreign), "{}", path.display());
        }
    }
}
