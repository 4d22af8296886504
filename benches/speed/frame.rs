//! The whole frame without the GPU: commands, projections, views, tessellation, while a slider is dragged.

use crate::wide_study::{CASE, wide};
use divan::Bencher;
use egui::{Event, PointerButton, Pos2, RawInput, Rect, pos2, vec2};
use kichban::app::{AppState, Command, DocumentCommand, Gesture, Origin, Preferences, View, WindowCommand, update};
use kichban::files;
use kichban::scenario::Edit;
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::ui::{Outside, Shell};

/// The built-in study with this many cases drawn.
fn state(drawn: usize) -> AppState {
    let study = files::built_in().unwrap_or_else(|error| unreachable!("{error:?}"));
    let ids: Vec<String> = study.case_ids().into_iter().map(str::to_owned).collect();
    let mut state = AppState::new(study, Origin::Shipped, Preferences::default());
    for (position, case) in ids.into_iter().enumerate() {
        update(&mut state, Command::edit(Edit::SetVisible { case, visible: position < drawn }));
    }
    update(&mut state, Command::Document(DocumentCommand::SelectCase("three-projects".to_owned())));
    state
}

fn input(time: f64, events: Vec<Event>) -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1366.0, 740.0))),
        time: Some(time),
        events,
        ..RawInput::default()
    }
}

/// One frame after a lever of the selected scenario moved, all cases run again and drawn.
#[divan::bench(args = [4, 8])]
fn frame_while_dragging(bencher: Bencher<'_, '_>, drawn: usize) {
    frames(bencher, state(drawn), move_amount);
}

/// The same in a study of two hundred sectors over thirty years, with its baseline and a scenario, in every view.
#[divan::bench(args = View::ALL)]
fn frame_of_two_hundred_sectors_while_dragging(bencher: Bencher<'_, '_>, view: View) {
    let mut state = AppState::new(wide(200, 2054), Origin::Shipped, Preferences::default());
    update(&mut state, Command::Document(DocumentCommand::SelectCase(CASE.to_owned())));
    update(&mut state, Command::Window(WindowCommand::ShowView(view)));
    frames(bencher, state, |tick| Edit::SetLever {
        scenario: CASE.to_owned(),
        key: LeverKey::for_lever(Lever::ProductivityGrowthAdded, "industry"),
        setting: Setting::Constant(f64::from(tick % 100) / 10_000.0),
    });
}

/// A step of the amount of a project.
fn move_amount(tick: u32) -> Edit {
    Edit::SetLever {
        scenario: "three-projects".to_owned(),
        key: LeverKey::for_lever(Lever::ProjectAmount, "goertek"),
        setting: Setting::Constant(200.0 + f64::from(tick % 100)),
    }
}

/// The same with eight cases in every view: with the attribution in Compare, the solver in Targets, the live fan of 2,000 draws in Uncertainty.
#[divan::bench(args = View::ALL)]
fn frame_of_a_view_while_dragging(bencher: Bencher<'_, '_>, view: View) {
    let mut state = state(8);
    update(&mut state, Command::Window(WindowCommand::ShowView(view)));
    frames(bencher, state, move_amount);
}

/// Frames after the first ones of a drag: those lay out text for the first time, and end what ran in the background before.
const FIRST_FRAMES: u32 = 4;

fn frames(bencher: Bencher<'_, '_>, state: AppState, edit: fn(u32) -> Edit) {
    let ctx = egui::Context::default();
    let mut shell = Shell::new(&ctx, state, Outside::without_writing());
    let mut tick = 0_u32;
    let mut frame = |events: Vec<Event>| {
        tick += 1;
        shell.ask(Command::Document(DocumentCommand::Edit {
            edit: Box::new(edit(tick)),
            gesture: Some(Gesture::Drag("bench".to_owned())),
        }));
        let mut output = ctx.run_ui(input(f64::from(tick) / 60.0, events), |ui| {
            shell.before_drawing(ui.ctx());
            shell.draw(ui);
        });
        // The GPU would take the textures; here nobody does.
        output.textures_delta.clear();
        ctx.tessellate(output.shapes, output.pixels_per_point)
    };
    let mut press = vec![
        Event::PointerMoved(pos2(900.0, 500.0)),
        Event::PointerButton {
            pos: pos2(900.0, 500.0),
            button: PointerButton::Primary,
            pressed: true,
            modifiers: egui::Modifiers::NONE,
        },
    ];
    for _ in 0..FIRST_FRAMES {
        frame(std::mem::take(&mut press));
    }
    bencher.bench_local(|| frame(Vec::new()));
}

/// One edit of a lever without drawing: the study copied, every case run again.
#[divan::bench]
fn edit_and_run_every_case(bencher: Bencher<'_, '_>) {
    let mut state = state(8);
    let mut tick = 0_u32;
    bencher.bench_local(|| {
        tick += 1;
        update(
            &mut state,
            Command::Document(DocumentCommand::Edit {
                edit: Box::new(move_amount(tick)),
                gesture: Some(Gesture::Drag("bench".to_owned())),
            }),
        )
    });
}
