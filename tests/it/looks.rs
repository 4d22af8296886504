//! No view cuts its words, lets them leave the window or paints one over another, in both languages.

use crate::window::{SCREEN, Window, ask, open};
use eframe::egui::{Rect, Role, Shape, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use kichban::app::command::ExportChange;
use kichban::app::workspace::Focus;
use kichban::app::{AppState, Command, FileCommand, Origin, Preferences, View, WindowCommand};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::lever::{Lever, LeverGroup};
use kichban::scenario::lever_keys;
use kichban::scenario::setting::LeverKey;
use kichban::text::lever_name;
use kichban::text::words::label;

fn window(lang: Lang, size: Vec2) -> Window {
    let preferences = Preferences { lang, ..Preferences::default() };
    open(AppState::new(built_in().unwrap(), Origin::Shipped, preferences), size)
}

/// A text as painted: its words, whether they were cut, and the part of it that can be seen.
#[derive(Debug)]
struct Painted {
    words: String,
    is_cut: bool,
    whole: Rect,
    seen: Rect,
}

fn painted(window: &Window) -> Vec<Painted> {
    let mut found = Vec::new();
    for clipped in &window.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    // A caption on a chart is painted several times: its halo, and the words themselves.
    let mut texts: Vec<Painted> = Vec::new();
    for one in found {
        let same = |text: &&mut Painted| text.words == one.words && text.whole.expand(4.0).contains_rect(one.whole);
        match texts.iter_mut().find(same) {
            Some(text) => text.seen = text.seen.union(one.seen),
            None => texts.push(one),
        }
    }
    texts
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, found)),
        Shape::Text(text) => {
            let words = text.galley.job.text.clone();
            let whole = text.galley.mesh_bounds.translate(text.pos.to_vec2());
            let seen = whole.intersect(clip);
            if !words.trim().is_empty() && seen.is_positive() {
                found.push(Painted { words, is_cut: text.galley.elided, whole, seen });
            }
        }
        _ => {}
    }
}

fn screen_of(window: &Window) -> Rect {
    window.ctx.content_rect()
}

/// Words that leave the window to the right, or that their panel cuts off at its right edge.
fn leaving(window: &Window) -> Vec<String> {
    let right = screen_of(window).right() + 1.0;
    let leaves = |text: &Painted| text.whole.right() > right || text.seen.right() + 1.0 < text.whole.right();
    painted(window).into_iter().filter(leaves).map(|text| text.words).collect()
}

/// Pairs of texts of which one covers a good part of the other.
fn overlapping(window: &Window) -> Vec<(String, String)> {
    let texts = painted(window);
    let mut pairs = Vec::new();
    for (position, one) in texts.iter().enumerate() {
        for other in &texts[position + 1..] {
            // Letters may touch by a hair.
            let (a, b) = (one.seen.shrink(0.5), other.seen.shrink(0.5));
            let common = a.intersect(b);
            if common.is_positive() && common.width() > 2.0 && common.height() > 1.5 {
                pairs.push((one.words.clone(), other.words.clone()));
            }
        }
    }
    pairs
}

#[test]
fn no_view_lets_words_leave_the_window_or_overlap() {
    for lang in Lang::ALL {
        let mut window = window(lang, SCREEN);
        for view in View::ALL {
            ask(&mut window, Command::Window(WindowCommand::ShowView(view)));
            assert_eq!(leaving(&window), Vec::<String>::new(), "{lang}, {view:?}");
            assert_eq!(overlapping(&window), Vec::new(), "{lang}, {view:?}");
        }
    }
}

#[test]
fn no_view_cuts_its_words_on_the_smallest_screen() {
    for lang in Lang::ALL {
        let mut window = window(lang, SCREEN);
        for view in View::ALL {
            ask(&mut window, Command::Window(WindowCommand::ShowView(view)));
            let cut: Vec<String> =
                painted(&window).into_iter().filter(|text| text.is_cut).map(|text| text.words).collect();
            assert_eq!(cut, Vec::<String>::new(), "{lang}, {view:?}");
        }
    }
}

#[test]
fn text_of_twice_the_size_stays_in_the_window() {
    // Type of 200 % leaves half as many points.
    for lang in Lang::ALL {
        let mut window = window(lang, SCREEN / 2.0);
        for view in View::ALL {
            ask(&mut window, Command::Window(WindowCommand::ShowView(view)));
            if view != View::Table {
                // A table of years is wider than the window and scrolls.
                assert_eq!(leaving(&window), Vec::<String>::new(), "{lang}, {view:?}");
            }
            assert_eq!(overlapping(&window), Vec::new(), "{lang}, {view:?}");
        }
    }
}

#[test]
fn the_details_open_in_wide_windows_and_say_what_is_pointed_at() {
    for lang in Lang::ALL {
        let heading = label(lang, "details-heading");
        let shows = |window: &Window, words: &str| painted(window).iter().any(|text| text.words.contains(words));
        let mut narrow = window(lang, SCREEN);
        assert!(!shows(&narrow, &heading));
        ask(&mut narrow, Command::Window(WindowCommand::ToggleDetails));
        assert!(shows(&narrow, &heading), "{lang}: the details open where they are asked for");
        let mut wide = window(lang, vec2(2000.0, 1100.0));
        assert!(shows(&wide, &heading), "{lang}: wide windows open the details by themselves");
        assert!(shows(&wide, &label(lang, "details-parent")), "{lang}: first, the selected scenario");
        ask(&mut wide, Command::Window(WindowCommand::Focus(Focus::Card(3))));
        assert!(shows(&wide, &label(lang, "details-target")), "{lang}: the target behind a card");
        ask(
            &mut wide,
            Command::Window(WindowCommand::Focus(Focus::Lever(LeverKey::for_lever(Lever::ProjectAmount, "goertek")))),
        );
        assert!(shows(&wide, &label(lang, "assume-card-hard")), "{lang}: the ranges of an assumption");
        assert_eq!(overlapping(&wide), Vec::new(), "{lang}");
        ask(&mut wide, Command::Window(WindowCommand::ShowView(View::Data)));
        assert!(!shows(&wide, &heading), "{lang}: a view of figures has its own details");
    }
}

/// Whether anything is called so, and where.
fn places(window: &Window, role: Role, name: &str) -> Vec<Rect> {
    window.query_all_by_role_and_label(role, name).map(|node| node.rect()).collect()
}

#[test]
fn no_assumption_stands_under_the_name_of_its_slider() {
    for lang in Lang::ALL {
        let mut window = window(lang, vec2(1366.0, 6000.0));
        for group in LeverGroup::ALL {
            if !window.state().state().workspace.open_groups.contains(&group) {
                ask(&mut window, Command::Window(WindowCommand::ToggleGroup(group)));
            }
        }
        let state = window.state().state();
        let names: Vec<String> =
            lever_keys(&state.study).iter().map(|key| lever_name(key, &state.study, lang)).collect();
        let mut compared = 0;
        for name in &names {
            for (label, slider) in
                places(&window, Role::Label, name).into_iter().zip(places(&window, Role::Slider, name))
            {
                assert!(label.bottom() <= slider.top() + 1.0, "{lang}: {name} {label:?} {slider:?}");
                compared += 1;
            }
        }
        assert!(compared > 30, "{compared} sliders");
    }
}

#[test]
fn the_menu_of_views_keeps_clear_of_its_neighbours() {
    for lang in Lang::ALL {
        let mut window = window(lang, SCREEN / 2.0);
        for view in View::ALL {
            ask(&mut window, Command::Window(WindowCommand::ShowView(view)));
            let bar: Vec<(String, Rect)> = window
                .query_all_by_role(Role::Button)
                .filter(|node| node.rect().bottom() < 40.0)
                .map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect().shrink(0.5)))
                .collect();
            assert!(bar.len() > 6, "{bar:?}");
            for (position, (name, place)) in bar.iter().enumerate() {
                for (other, next) in &bar[position + 1..] {
                    assert!(!place.intersects(*next), "{lang} {view:?}: {name} and {other}");
                }
            }
        }
    }
}

#[test]
fn a_hint_does_not_lie_over_a_sheet_that_opens() {
    for lang in Lang::ALL {
        let mut window = window(lang, SCREEN);
        let name = label(lang, "icon-search");
        let hint = format!("{name} (");
        let shows = |window: &Window| painted(window).iter().any(|text| text.words.starts_with(&hint));
        let rest = |window: &mut Window| (0..90).for_each(|_| window.step());
        assert!(!shows(&window));
        window.hover_at(window.get_by_role_and_label(Role::Button, &name).rect().center());
        rest(&mut window);
        assert!(shows(&window), "{lang}: the hint does not appear");
        ask(&mut window, Command::File(FileCommand::Export(ExportChange::Ask)));
        rest(&mut window);
        assert!(!shows(&window), "{lang}: the hint is still there");
    }
}
