//! The import: figures of a file of a statistics office, from the file to what the study takes.

mod cells;
mod grid;
mod lines;
mod questions;
mod tables;
mod take;
mod typed;

use crate::app::import::{
    ImportChoice, ImportCommand, ImportGoal, ImportProblem, ImportState, ImportStep, blank_table,
};
use crate::app::view_models::open_questions_text;
use crate::app::{Command, FileCommand, Intent};
use crate::files;
use crate::text::{
    explain_file_error, explain_new_study_problem, explain_study_error, explain_typed_problem, explain_unreadable,
    one_line, tell_conversion, tell_file,
};
use crate::ui::icons::{self, Icon};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::view_title;
use egui::{Align, Key, Layout, Modifiers, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Height of the row of buttons.
const FOOT: f32 = 40.0;

/// Draws the step that is on screen.
pub fn import_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    head_ui(ui, view, commands, import);
    if let Some(table) = &import.typed {
        typed::typed_ui(ui, view, commands, (import, table));
    } else if import.session.files().is_empty() {
        begin_ui(ui, view, commands, import);
    } else {
        file_ui(ui, view, commands, import);
        ui.add_space(8.0);
        let room = ui.available_rect_before_wrap();
        let body = room.with_max_y(room.bottom() - FOOT);
        ui.scope_builder(UiBuilder::new().max_rect(body).layout(Layout::top_down(Align::Min)), |ui| {
            match import.step {
                ImportStep::File | ImportStep::Tables => tables::tables_ui(ui, view, commands, import),
                ImportStep::Cells => cells::cells_ui(ui, view, commands, import),
                ImportStep::Questions => questions::questions_ui(ui, view, commands, import),
                ImportStep::Lines => lines::lines_ui(ui, view, commands, import),
                ImportStep::Take => take::take_ui(ui, view, commands, import),
            }
        });
        let foot = Rect::from_min_max(pos2(room.left(), room.bottom() - FOOT), room.max);
        ui.scope_builder(UiBuilder::new().max_rect(foot).layout(Layout::left_to_right(Align::Center)), |ui| {
            foot_ui(ui, view, commands, import);
        });
        ui.advance_cursor_after_rect(room);
    }
    keys(ui, commands, import);
}

/// Esc leaves, Enter goes on, unless something has the keyboard or has just given it up.
fn keys(ui: &Ui, commands: &mut Commands, import: &ImportState) {
    let id = egui::Id::unique("the keyboard was taken");
    let popup = egui::Popup::is_any_open(ui.ctx());
    let taken = ui.memory(|memory| memory.focused().is_some()) || popup;
    let typing = ui.ctx().text_edit_focused() || popup;
    // The key that ends the typing in a field is not meant for the step.
    let (was_taken, was_typing) =
        ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or_default::<(bool, bool)>(id), (taken, typing)));
    if view_is_covered(ui) {
        return;
    }
    let goes_on = !taken && !was_taken && !import.session.files().is_empty();
    if !typing && !was_typing && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        push(commands, ImportCommand::Cancel);
    } else if goes_on && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        push(commands, forward(import));
    }
}

/// Whether a sheet lies over the import and has the keys.
fn view_is_covered(ui: &Ui) -> bool {
    ui.ctx().memory(egui::Memory::top_modal_layer).is_some()
}

/// What the main button of a step does.
fn forward(import: &ImportState) -> ImportCommand {
    match import.step {
        ImportStep::Questions => ImportCommand::Choice(ImportChoice::AcceptAll),
        ImportStep::Take => ImportCommand::Take,
        ImportStep::File | ImportStep::Tables | ImportStep::Cells | ImportStep::Lines => {
            ImportCommand::Choice(ImportChoice::Show(import.step.next()))
        }
    }
}

/// Pushes a command of the import.
fn push(commands: &mut Commands, command: ImportCommand) {
    commands.push(Command::Import(command));
}

/// Pushes a decision.
fn decide(commands: &mut Commands, choice: ImportChoice) {
    push(commands, ImportCommand::Choice(choice));
}

fn head_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let title = match (import.typed.is_some(), import.goal) {
        (true, _) => "import-type-title",
        (false, ImportGoal::NewStudy) => "import-title-new",
        (false, ImportGoal::IntoStudy) => "import-title",
    };
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        for (position, step) in ImportStep::ALL.into_iter().enumerate().rev() {
            step_ui(ui, view, commands, import, (position + 1, step));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| view_title(ui, &view.label(title)));
    });
    let line = ui.max_rect().x_range();
    ui.painter().hline(line, ui.cursor().top() + 0.5, style::stroke(1.0, view.theme().ink));
    ui.add_space(8.0);
    if import.typed.is_none() {
        problem_ui(ui, view, import);
    }
}

/// What stands in the way, if anything does.
fn problem_ui(ui: &mut Ui, view: &ViewContext<'_>, import: &ImportState) {
    let Some(problem) = &import.problem else { return };
    let text = problem_text(view, problem);
    ui.horizontal(|ui| {
        let (place, _) = ui.allocate_exact_size(vec2(icons::SIZE, 18.0), Sense::hover());
        icons::paint(ui.painter(), Icon::Warning, place, style::color(view.theme().bad));
        ui.add(egui::Label::new(style::rich(text, style::body(), view.theme().bad)).wrap());
    });
    ui.add_space(6.0);
}

fn problem_text(view: &ViewContext<'_>, problem: &ImportProblem) -> String {
    let lang = view.lang();
    match problem {
        ImportProblem::File(error) => one_line(&explain_file_error(error, lang)),
        ImportProblem::Unreadable(error) => one_line(&explain_unreadable(error, lang)),
        ImportProblem::Study(problem) => one_line(&explain_new_study_problem(problem, lang)),
        ImportProblem::Typed(problem) => one_line(&explain_typed_problem(problem, lang)),
        ImportProblem::Refused(error) => one_line(&explain_study_error(error, Some(&view.state().study), lang)),
    }
}

/// A step in the head: its number, or a tick where it lies behind.
fn step_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    import: &ImportState,
    (number, step): (usize, ImportStep),
) {
    let theme = view.theme();
    let name = view.label(step.key());
    let current = step == import.step;
    let possible = !import.session.files().is_empty() && step != ImportStep::File;
    let text = if step < import.step { name.clone() } else { format!("{number}  {name}") };
    let (role, ink) = if current { (style::tab_current(), theme.ink) } else { (style::body(), theme.ink2) };
    let galley = ui.painter().layout_no_wrap(text, role, style::color(ink));
    let tick = if step < import.step { icons::SIZE + 4.0 } else { 0.0 };
    let sense = if possible { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(tick, 8.0), sense);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Tab, possible, current, &name));
    if step < import.step {
        let place =
            Rect::from_min_size(pos2(rect.left(), rect.center().y - icons::SIZE / 2.0), vec2(icons::SIZE, icons::SIZE));
        icons::paint(ui.painter(), Icon::Tick, place, style::color(theme.ok));
    }
    let at = pos2(rect.left() + tick, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, style::color(ink));
    if current {
        ui.painter().hline(rect.x_range(), rect.bottom(), style::stroke(2.0, theme.ink));
    }
    style::paint_focus_ring(ui, &response);
    if response.clicked() {
        decide(commands, ImportChoice::Show(step));
    }
}

fn begin_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    ui.add_space(60.0);
    ui.vertical_centered(|ui| {
        ui.label(style::rich(view.label("import-drop"), style::detail(), view.theme().ink));
        ui.add_space(10.0);
        ui.set_max_width(560.0);
        ui.add(egui::Label::new(style::rich(view.label("import-drop-about"), style::body(), view.theme().ink2)).wrap());
        ui.add_space(14.0);
        let choose = main_button(ui, &view.label("import-choose"));
        // A sheet over the import, such as the one that asks for a path, has the keyboard for itself.
        let is_free = ui.memory(|memory| memory.focused().is_none()) && view.state().question.is_none();
        if is_free && import.problem.is_none() {
            choose.request_focus();
        }
        if choose.clicked() {
            push(commands, ImportCommand::Choose);
        }
        ui.add_space(6.0);
        let by_hand = if import.goal == ImportGoal::NewStudy { "import-type-blank" } else { "import-type" };
        if ui.button(view.label(by_hand)).clicked() {
            push(
                commands,
                ImportCommand::TypeFigures(Box::new(blank_table(&view.state().study, view.lang(), import.goal))),
            );
        }
        if import.goal == ImportGoal::NewStudy {
            ui.add_space(6.0);
            ui.menu_button(view.label("import-shipped"), |ui| shipped_ui(ui, commands));
        }
        ui.add_space(6.0);
        if ui.button(view.label("import-cancel")).clicked() {
            push(commands, ImportCommand::Cancel);
        }
    });
}

/// The studies that come with the program.
fn shipped_ui(ui: &mut Ui, commands: &mut Commands) {
    for shipped in files::shipped_studies() {
        if ui.button(shipped.id).clicked() {
            push(commands, ImportCommand::Cancel);
            commands.push(Command::File(FileCommand::Intend(Intent::OpenShipped(shipped.id.to_owned()))));
        }
    }
}

/// Whether the figures are for the open study or for a new one.
fn goal_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let goals = [(ImportGoal::IntoStudy, "import-into-study"), (ImportGoal::NewStudy, "import-as-study")];
    let names = goals.map(|(_, key)| view.label(key));
    let current = goals.iter().position(|(goal, _)| *goal == import.goal).unwrap_or(0);
    let chosen = segmented_control(ui, &view.label("import-goal"), &[&names[0], &names[1]], current);
    if let Some((goal, _)) = chosen.and_then(|chosen| goals.get(chosen)) {
        decide(commands, ImportChoice::Goal(*goal));
    }
}

fn file_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let theme = view.theme();
    let width = ui.available_width();
    let shown = import.shown.as_ref().map(|key| key.file.as_str());
    let file = import.session.files().iter().find(|file| Some(file.name.as_str()) == shown);
    let Some(file) = file.or_else(|| import.session.files().last()) else { return };
    let fitting = import.session.offers().iter().filter(|offer| {
        offer.measure.is_ok() && offer.key.file == file.name && offer.key.territory == import.session.territory()
    });
    let about = tell_file(&file.read, fitting.count(), view.lang());
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        if ui.button(view.label("import-choose-other")).clicked() {
            push(commands, ImportCommand::Choose);
        }
        goal_ui(ui, view, commands, import);
        if let Some(converted) = tell_conversion(&file.read, view.lang()) {
            ui.label(style::rich(converted, style::small(), theme.ink2));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(style::rich(&file.name, style::section(), theme.ink));
            ui.add(egui::Label::new(style::rich(about, style::body(), theme.ink2)).truncate());
        });
    });
    let line = ui.max_rect().x_range();
    ui.painter().hline(line, ui.cursor().top() + 0.5, style::stroke(1.0, theme.rule));
}

fn foot_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, import: &ImportState) {
    let key = match import.step {
        ImportStep::File => "import-next-tables",
        ImportStep::Tables => "import-next-cells",
        ImportStep::Cells => "import-next-questions",
        ImportStep::Questions => "import-accept-answers",
        ImportStep::Lines => "import-next-take",
        ImportStep::Take => "import-take-study",
    };
    let text = if import.step == ImportStep::Take && import.goal == ImportGoal::IntoStudy {
        take::take_text(view, import)
    } else {
        view.label(key)
    };
    if main_button(ui, &text).clicked() {
        push(commands, forward(import));
    }
    if import.step > ImportStep::Tables && ui.button(view.label("import-back")).clicked() {
        decide(commands, ImportChoice::Show(import.step.previous()));
    }
    // Whoever trusts the proposals need not look at every step.
    let early = matches!(import.step, ImportStep::Tables | ImportStep::Cells);
    if early && ui.button(view.label("import-accept-all")).clicked() {
        decide(commands, ImportChoice::AcceptAll);
    }
    if let Some(open) = open_questions_text(&view.reader, import) {
        ui.label(style::rich(open, style::small(), view.theme().warn));
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if ui.button(view.label("import-cancel")).clicked() {
            push(commands, ImportCommand::Cancel);
        }
        let key = match import.goal {
            ImportGoal::IntoStudy => "import-unchanged",
            ImportGoal::NewStudy => "import-every-value",
        };
        ui.add(egui::Label::new(style::rich(view.label(key), style::small(), view.theme().ink3)).truncate());
    });
}
