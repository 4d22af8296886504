//! The first-run tour: what the program answers, then four steps, one of which is done and not only read; each is a frame of ink around a part of the window and a card beside it.

use super::dialogs::focus_first;
use crate::app::workspace::habits::{HabitsChange, TOUR_STEPS, TRYING_STEP};
use crate::app::{Command, Origin, WindowCommand};
use crate::engine::{TOTAL_LINE, Variable};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use egui::{Area, Frame, Id, LayerId, Margin, Order, Pos2, Rect, StrokeKind, Ui, pos2, vec2};

const WIDTH: f32 = 300.0;
/// Height that a card may need; it is placed so that this much fits.
const HEIGHT: f32 = 190.0;
const SPACING: f32 = 16.0;

/// Where the parts of the window stand to which the tour points.
#[derive(Debug, Clone, Copy, Default)]
pub struct Anchors {
    /// The list of scenarios.
    pub cases: Option<Rect>,
    /// The assumptions.
    pub levers: Option<Rect>,
    /// The view.
    pub centre: Option<Rect>,
    /// The menu of files.
    pub file: Option<Rect>,
}

impl Anchors {
    /// The part to which a step points.
    fn find_rect(&self, step: usize) -> Option<Rect> {
        match step {
            0 => None,
            1 => self.cases,
            TRYING_STEP => self.levers,
            3 => self.centre,
            _ => self.file,
        }
    }
}

/// Draws the step that is shown, if any; the window stays usable.
pub fn tour_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands, anchors: &Anchors) {
    let Some(step) = view.state().workspace.habits.tour else { return };
    let theme = view.theme();
    let window = ui.ctx().content_rect();
    let target = anchors.find_rect(step).unwrap_or(Rect::from_center_size(window.center(), vec2(80.0, 40.0)));
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Middle, Id::unique("tour frame")));
    let is_pointing = anchors.find_rect(step).is_some();
    let place = if is_pointing { beside(target, window) } else { window.center() - vec2(WIDTH, HEIGHT) / 2.0 };
    if is_pointing {
        painter.rect_stroke(target.shrink(1.0), style::RADIUS, style::stroke(2.0, theme.ink), StrokeKind::Inside);
        let (from, to) = tie(target, place);
        painter.line_segment([from, to], style::stroke(2.0, theme.ink));
    }
    let frame = Frame::new()
        .fill(style::color(theme.raised))
        .stroke(style::stroke(1.0, theme.border))
        .corner_radius(style::RADIUS)
        .inner_margin(Margin::same(16));
    Area::new(Id::unique("tour")).order(Order::Foreground).fixed_pos(place).constrain(true).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| card_ui(ui, view, commands, step));
    });
}

/// The top left corner of the card: right of a part at the left, under a part at the top, inside a large part.
fn beside(target: Rect, window: Rect) -> Pos2 {
    let room_right = window.right() - target.right() >= WIDTH + 3.0 * SPACING;
    let at = if room_right && target.height() > 60.0 {
        pos2(target.right() + SPACING, target.top() + 24.0)
    } else if target.height() <= 60.0 {
        pos2(target.left() + SPACING, target.bottom() + SPACING)
    } else {
        pos2(target.center().x - WIDTH / 2.0, target.center().y - HEIGHT / 2.0)
    };
    let lowest = (window.bottom() - HEIGHT - SPACING).max(window.top());
    pos2(at.x, at.y.clamp(window.top(), lowest))
}

/// The line that ties the card to its part; no length where the card lies inside.
fn tie(target: Rect, card: Pos2) -> (Pos2, Pos2) {
    if target.contains(card) {
        (card, card)
    } else if card.x > target.right() {
        (pos2(target.right(), card.y + 20.0), pos2(card.x, card.y + 20.0))
    } else {
        (pos2(card.x + 20.0, target.bottom()), pos2(card.x + 20.0, card.y))
    }
}

/// What the program answers, and what the study on screen is.
fn answers_text(view: &ViewContext<'_>) -> String {
    let study = &view.state().study;
    let year = view.reader.numbers.year(study.horizon);
    let answers = view.filled("tour-answers-about", &[("year", &year)]);
    let name = study.name.in_lang(view.lang());
    let key = if view.state().origin == Origin::Shipped { "tour-answers-example" } else { "tour-answers-own" };
    format!("{answers} {}", view.filled(key, &[("study", name)]))
}

/// What to do; once it is done, what came of it.
fn tried_text(view: &ViewContext<'_>) -> String {
    let state = view.state();
    let now = view.reader.value(&state.workspace.selected, Variable::Grdp, TOTAL_LINE, state.study.horizon);
    let mark = state.workspace.habits.tour_mark.filter(|mark| state.history.len() > mark.steps);
    let (Some(from), Some(to)) = (mark.and_then(|mark| mark.grdp), now) else { return view.label("tour-try") };
    let numbers = view.reader.numbers;
    let year = numbers.year(state.study.horizon);
    let ends = [numbers.decimal(from, 1), numbers.decimal(to, 1)];
    view.filled("tour-tried", &[("year", &year), ("from", &ends[0]), ("to", &ends[1])])
}

fn card_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, step: usize) {
    let theme = view.theme();
    ui.set_width(WIDTH - 32.0);
    let (title, text) = match step {
        0 => ("tour-answers", answers_text(view)),
        1 => ("tour-scenarios", view.label("tour-scenarios-about")),
        TRYING_STEP => ("tour-assumptions", view.label("tour-assumptions-about")),
        3 => ("tour-charts", view.label("tour-charts-about")),
        _ => ("tour-files", view.label("tour-files-about")),
    };
    let place = format!("{} / {TOUR_STEPS}", step + 1);
    ui.label(style::rich(place, style::small(), theme.ink3));
    ui.label(style::rich(view.label(title), style::section(), theme.ink));
    ui.add_space(4.0);
    ui.label(text);
    if step == TRYING_STEP {
        ui.add_space(4.0);
        ui.label(style::rich(tried_text(view), style::body_strong(), theme.ink));
    }
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let last = step + 1 == TOUR_STEPS;
        let next = main_button(ui, &view.label(if last { "tour-done" } else { "tour-next" }));
        focus_first(ui, &next);
        if next.clicked() {
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Tour(step + 1))));
        }
        if let Some(before) = step.checked_sub(1)
            && ui.button(view.label("tour-back")).clicked()
        {
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Tour(before))));
        }
        if !last && ui.button(view.label("tour-skip")).clicked() {
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::EndTour)));
        }
    });
}
