//! The window without a display: opened, driven by name and key, and read as a screen reader reads it.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder};
use kichban::app::{AppState, Command};
use kichban::theme::{Mode, Theme};
use kichban::ui::{Outside, Shell, fonts, style};

/// A window that draws until it is at rest.
pub(crate) type Window = Harness<'static, Shell>;
/// A window that draws a few frames for each action, because what it shows may not come to rest.
pub(crate) type SteppedWindow = Harness<'static, Option<Shell>>;

/// The smallest screen that the window is made for, in points.
pub(crate) const SCREEN: Vec2 = vec2(1366.0, 768.0);
/// Seconds of a frame: as short as real ones, so that two clicks can be a double click.
pub(crate) const FRAME: f32 = 1.0 / 60.0;
/// Frames after an action in a stepped window.
const STEPS: usize = 4;

/// What the harness of a window holds: the shell, or the place that the first frame fills with it.
pub(crate) trait Held: Sized + 'static {
    fn shell(&self) -> &Shell;

    fn shell_mut(&mut self) -> &mut Shell;

    /// Draws until an action has had its effect.
    fn settle(window: &mut Harness<'static, Self>);
}

impl Held for Shell {
    fn shell(&self) -> &Self {
        self
    }

    fn shell_mut(&mut self) -> &mut Self {
        self
    }

    fn settle(window: &mut Harness<'static, Self>) {
        window.run();
    }
}

impl Held for Option<Shell> {
    fn shell(&self) -> &Shell {
        self.as_ref().unwrap()
    }

    fn shell_mut(&mut self) -> &mut Shell {
        self.as_mut().unwrap()
    }

    fn settle(window: &mut Harness<'static, Self>) {
        window.run_steps(STEPS);
    }
}

/// A window of this size on a state; it writes nothing.
pub(crate) fn open(state: AppState, size: Vec2) -> Window {
    open_in(Window::builder().with_size(size).with_step_dt(FRAME).with_max_steps(12), state)
}

/// The same with another size, length of a frame or number of frames.
pub(crate) fn open_in(builder: HarnessBuilder<Shell>, state: AppState) -> Window {
    let mut window =
        builder.build_eframe(move |creation| Shell::new(&creation.egui_ctx, state, Outside::without_writing()));
    window.run();
    window
}

/// A stepped window on a state, with what it may read and write.
pub(crate) fn open_stepped(builder: HarnessBuilder<Option<Shell>>, state: AppState, outside: Outside) -> SteppedWindow {
    let mut parts = Some((state, outside));
    let mut window = builder.build_ui_state(
        move |ui, shell: &mut Option<Shell>| {
            let shell = shell.get_or_insert_with(|| {
                let (state, outside) = parts.take().unwrap();
                Shell::new(ui.ctx(), state, outside)
            });
            shell.before_drawing(ui.ctx());
            shell.draw(ui);
        },
        None,
    );
    window.run_steps(STEPS);
    window
}

/// A window around a shell that was made before; the first frame only sets fonts and style at this text size.
pub(crate) fn open_around(builder: HarnessBuilder<Shell>, shell: Shell, text_scale: f32) -> Window {
    let mut is_styled = false;
    builder.build_ui_state(
        move |ui, shell: &mut Shell| {
            if !std::mem::replace(&mut is_styled, true) {
                fonts::install(ui.ctx());
                style::apply(ui.ctx(), Theme::for_mode(Mode::Light), text_scale);
                return;
            }
            shell.before_drawing(ui.ctx());
            shell.draw(ui);
        },
        shell,
    )
}

pub(crate) fn state<'w, S: Held>(window: &'w Harness<'static, S>) -> &'w AppState {
    window.state().shell().state()
}

/// Gives a command as a panel would.
pub(crate) fn ask<S: Held>(window: &mut Harness<'static, S>, command: Command) {
    window.state_mut().shell_mut().ask(command);
    S::settle(window);
}

pub(crate) fn press<S: Held>(window: &mut Harness<'static, S>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    S::settle(window);
}

/// Clicks the only control of this role and name.
pub(crate) fn click<S: Held>(window: &mut Harness<'static, S>, role: Role, name: &str) {
    window.get_by_role_and_label(role, name).click();
    S::settle(window);
}

/// Clicks the first control of this name.
pub(crate) fn click_first<S: Held>(window: &mut Harness<'static, S>, name: &str) {
    let found = window.get_all_by_label(name).next();
    found.unwrap_or_else(|| panic!("nothing is called {name}")).click();
    S::settle(window);
}

/// Whether a screen reader reads a text anywhere, as a part of a name or a value.
pub(crate) fn says<S: Held>(window: &Harness<'static, S>, text: &str) -> bool {
    window.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().any(|own| own.contains(text))
    })
}

/// Whether a text is part of a name; values are not looked at.
pub(crate) fn names<S: Held>(window: &Harness<'static, S>, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// The same for a text that may stand in one name only.
pub(crate) fn names_once<S: Held>(window: &Harness<'static, S>, text: &str) -> bool {
    window.query_by_label_contains(text).is_some()
}
