//! The window itself: one frame in order, the queue of commands, effects, shortcuts, dropped files.

use super::charts::{ChartAsk, ChartLink};
use super::effects::Outside;
use super::panels::assumptions::matrix::matrix_ui;
use super::panels::{
    compare, data, dialogs, levers, menu_bar, model, notices, overview, rail, scenario_list, sectors, status_bar, table,
};
use super::view::{Commands, View};
use super::{fonts, shortcuts, style};
use crate::app::pictures::Picture;
use crate::app::{AppState, Command, Effect, Intent, PictureRequest, View as Screen, update};
use crate::text::window::filled;
use crate::theme::Theme;
use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui, ViewportCommand};

/// Width of the left column.
const COLUMN: f32 = 348.0;
/// Padding of the centre.
const PADDING: i8 = 20;

/// The program in its window.
pub struct Shell {
    state: AppState,
    commands: Commands,
    outside: Outside,
    link: ChartLink,
    /// Whether a button was down, or a field in use, when the last frame ended.
    busy: bool,
    title: String,
    recomputed: String,
    runs: usize,
}

impl Shell {
    /// The program on a study; fonts and style are installed before the first frame.
    pub fn new(ctx: &Context, state: AppState, outside: Outside) -> Self {
        fonts::install(ctx);
        // The program asks about unsaved changes itself.
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let mut link = ChartLink::default();
        "overview".clone_into(&mut link.group);
        let shell = Self {
            state,
            commands: Vec::new(),
            outside,
            link,
            busy: false,
            title: String::new(),
            recomputed: String::new(),
            runs: 0,
        };
        shell.restyle(ctx);
        shell
    }

    /// The state, for tests and for the last words at closing.
    pub fn state(&self) -> &AppState {
        &self.state
    }

    /// Asks for a command as a panel does; it is carried out before the next frame is drawn.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    fn restyle(&self, ctx: &Context) {
        let preferences = &self.state.workspace.preferences;
        style::apply(ctx, Theme::of(preferences.mode), preferences.text_scale);
    }

    /// Carries out what panels and the outside asked for.
    fn work_off(&mut self, ctx: &Context) {
        let mut queue: Commands = std::mem::take(&mut self.commands);
        queue.extend(self.outside.poll());
        for command in queue {
            for effect in update(&mut self.state, command) {
                self.carry_out(ctx, effect);
            }
        }
        // A gesture ends with the frame after the button went up: the release frame still brings its last change.
        if !self.busy && self.state.history.is_open() {
            update(&mut self.state, Command::Seal);
        }
        self.state.derived.refresh(&self.state.study);
        if self.runs != self.state.derived.runs() {
            self.runs = self.state.derived.runs();
            self.recomputed = self.outside.time_of_day();
        }
    }

    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Restyle => {
                self.restyle(ctx);
                self.outside.remember(&self.state.workspace.preferences);
            }
            Effect::CloseWindow => ctx.send_viewport_cmd(ViewportCommand::Close),
            Effect::AskOpenPath
            | Effect::AskSavePath(_)
            | Effect::AskPicturePath(_)
            | Effect::Open(_)
            | Effect::Write(..)
            | Effect::WritePicture(..)
            | Effect::CopyText(_)
            | Effect::TakePicture { .. } => {
                self.outside.carry_out(ctx, effect, self.state.workspace.preferences.lang);
            }
        }
    }

    fn closing(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) && self.state.is_dirty() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.commands.push(Command::Intend(Intent::Quit));
        }
    }

    fn dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.commands.push(Command::Intend(Intent::Open(path)));
        }
    }

    fn name_window(&mut self, ctx: &Context) {
        let lang = self.state.workspace.preferences.lang;
        let key = if self.state.is_dirty() { "app-title-unsaved" } else { "app-title" };
        let title = filled(lang, key, &[("study", self.state.study.name.in_lang(lang))]);
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Everything before drawing.
    pub fn before_drawing(&mut self, ctx: &Context) {
        self.closing(ctx);
        self.dropped(ctx);
        self.commands.extend(shortcuts::pressed(ctx, &self.state));
        if ctx.input_mut(|input| input.consume_shortcut(&shortcuts::FIND.keys)) {
            ctx.memory_mut(|memory| memory.request_focus(levers::search_id()));
        }
        self.work_off(ctx);
        self.name_window(ctx);
    }

    /// Draws the window.
    pub fn draw(&mut self, ui: &mut Ui) {
        let view = View { picture: Picture::new(&self.state), recomputed: &self.recomputed };
        let commands = &mut self.commands;
        let theme = view.theme();
        let open = rail::column_is_open(ui.ctx(), view.state());
        let side = Frame::new().fill(style::color(theme.side));
        let paper = Frame::new().fill(style::color(theme.paper));
        Panel::top("bar").exact_size(menu_bar::HEIGHT).frame(paper).show_separator_line(false).show(ui, |ui| {
            menu_bar::menu_bar_ui(ui, &view, commands, COLUMN);
        });
        Panel::bottom("status").exact_size(status_bar::HEIGHT).frame(side).show_separator_line(false).show(ui, |ui| {
            status_bar::status_bar_ui(ui, &view);
        });
        let width = if open { COLUMN } else { rail::WIDTH };
        Panel::left("column").exact_size(width).resizable(false).frame(side).show_separator_line(false).show(
            ui,
            |ui| {
                let edge = ui.max_rect();
                ui.painter().vline(edge.right() - 0.5, edge.y_range(), style::stroke(1.0, theme.rule));
                if open {
                    column_ui(ui, &view, commands);
                } else {
                    rail::rail_ui(ui, &view, commands);
                }
            },
        );
        self.link.frozen = view.state().history.is_open();
        self.link.still = self.outside.is_taking_picture();
        let link = &mut self.link;
        let padded = paper.inner_margin(Margin { left: PADDING, right: PADDING, top: 8, bottom: 6 });
        CentralPanel::default().frame(padded).show(ui, |ui| {
            notices::notices_ui(ui, &view, commands);
            if view.state().workspace.assumptions.matrix.is_some() {
                matrix_ui(ui, &view, commands);
                return;
            }
            match view.state().workspace.view {
                Screen::Overview => overview::overview_ui(ui, &view, commands, link),
                Screen::Compare => compare::compare_ui(ui, &view, commands, link),
                Screen::Sectors => sectors::sectors_ui(ui, &view, commands, link),
                Screen::Data => data::data_ui(ui, &view, commands, link),
                Screen::Table => table::table_ui(ui, &view, commands, link),
                Screen::Model => model::model_ui(ui, &view, commands, link),
            }
        });
        dialogs::dialogs_ui(ui, &view, commands);
        commands.extend(link.asks.drain(..).map(answered));
        let ctx = ui.ctx();
        self.busy = ctx.input(|input| input.pointer.any_down()) || ctx.dragged_id().is_some();
        if !self.commands.is_empty() || (!self.busy && self.state.history.is_open()) {
            ctx.request_repaint();
        }
    }
}

/// The command that answers what was asked of a chart.
fn answered(ask: ChartAsk) -> Command {
    match ask {
        ChartAsk::Copy(text) => Command::CopyText(text),
        ChartAsk::SavePicture { area, title } => {
            let area = [area.left(), area.top(), area.right(), area.bottom()];
            Command::SavePicture(PictureRequest { area, title })
        }
    }
}

fn column_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let room = ui.available_height();
    egui::ScrollArea::vertical().id_salt("cases").max_height(room * 0.45).show(ui, |ui| {
        scenario_list::scenario_list_ui(ui, view, commands);
    });
    ui.add_space(6.0);
    levers::levers_ui(ui, view, commands);
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.before_drawing(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }
}
