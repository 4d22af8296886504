//! The window itself: one frame in order, the queue of commands, effects, shortcuts, dropped files.

use super::charts::{ChartAsk, ChartLink};
use super::effects::Outside;
use super::keyboard::{Follow, KeyboardPlace};
use super::panels::assumptions::matrix::matrix_ui;
use super::panels::{
    self, details, dialogs, levers, menu_bar, notices, presentation, rail, scenario_list, sheets, status_bar, tour,
};
use super::view::{Commands, ViewContext};
use super::widgets::divider::divider;
use super::{fonts, shortcuts, style};
use crate::app::import::ImportCommand;
use crate::app::view_models::StateReader;
use crate::app::workspace::View;
use crate::app::workspace::habits::HabitsChange;
use crate::app::{
    AppState, Command, DocumentCommand, Effect, FileCommand, Intent, LastStudy, PictureRequest, Preferences,
    WindowCommand, WindowPlace, refresh_uncertainty, update,
};
use crate::files;
use crate::text::is_block;
use crate::text::words::filled;
use crate::theme::Theme;
use egui::{
    CentralPanel, Context, Frame, InputState, Key, LayerId, Margin, Modifiers, Panel, Rect, Ui, ViewportCommand,
};
use std::collections::BTreeMap;
use std::time::Duration;

/// Width of the left column.
const COLUMN: f32 = 348.0;
/// Share of the left column that the list of scenarios takes at most, unless its divider has been moved.
const LIST_SHARE: f32 = 0.45;
/// Share that it takes at most wherever its divider stands.
const LIST_MOST: f32 = 0.75;
/// Least height of the list: three rows.
const LIST_LEAST: f32 = 72.0;
/// Padding of the centre.
const PADDING: i8 = 20;
/// Type of a presentation over that of the preferences.
const PRESENTED: f32 = 1.5;
/// Keys that move a slider.
const STEP_KEYS: [Key; 6] = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::PageUp, Key::PageDown];

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
    /// Preferences as they were written last.
    remembered: Preferences,
    place: Option<WindowPlace>,
    /// When each passing message was first shown.
    shown: BTreeMap<usize, f64>,
    anchors: tour::Anchors,
    keyboard: KeyboardPlace,
    /// Whether the window was in front in the last frame.
    in_front: bool,
    /// The sheet that lay over the window in the last frame.
    sheet: Option<LayerId>,
    /// The page of the presentation in the last frame.
    page: Option<usize>,
}

impl Shell {
    /// The program on a study; fonts and style are installed before the first frame.
    pub fn new(ctx: &Context, state: AppState, outside: Outside) -> Self {
        fonts::install(ctx);
        ctx.add_plugin(super::one_button::OneButton::default());
        ctx.add_plugin(Follow::default());
        // The program asks about unsaved changes itself.
        ctx.options_mut(|options| options.quit_shortcuts.clear());
        let mut link = ChartLink::default();
        "overview".clone_into(&mut link.group);
        let remembered = state.workspace.preferences.clone();
        let place = remembered.place;
        let shell = Self {
            state,
            commands: Vec::new(),
            outside,
            link,
            busy: false,
            title: String::new(),
            recomputed: String::new(),
            runs: 0,
            remembered,
            place,
            shown: BTreeMap::new(),
            anchors: tour::Anchors::default(),
            keyboard: KeyboardPlace::default(),
            in_front: false,
            sheet: None,
            page: None,
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

    /// Begins where the last start ended: what a killed program left unsaved is offered, else the last study is opened.
    pub fn begin(&mut self) {
        let preferences = &self.state.workspace.preferences;
        let (last, recent) = (preferences.last.clone(), preferences.recent.clone());
        if let Some(left) = self.outside.find_left(&recent) {
            // Opening the file offers what was left beside it.
            return self.ask(Command::File(FileCommand::Intend(Intent::Open(left))));
        }
        if self.outside.offer_abandoned() {
            return;
        }
        match last {
            Some(LastStudy::File(path)) if path.exists() => {
                self.ask(Command::File(FileCommand::Intend(Intent::Open(path))));
            }
            Some(LastStudy::Shipped(id)) => self.ask(Command::File(FileCommand::Intend(Intent::OpenShipped(id)))),
            Some(LastStudy::File(_)) | None => {}
        }
    }

    /// The window closes for good: preferences and what is not saved are kept.
    pub fn close(&mut self) {
        self.outside.close(&self.state);
        self.remember();
    }

    fn remember(&mut self) {
        let mut preferences = self.state.workspace.preferences.clone();
        preferences.place = self.place;
        if preferences != self.remembered {
            self.outside.remember(&preferences);
            self.remembered = preferences;
        }
    }

    fn restyle(&self, ctx: &Context) {
        let preferences = &self.state.workspace.preferences;
        let larger = if self.state.workspace.habits.presenting { PRESENTED } else { 1.0 };
        style::apply(ctx, Theme::for_mode(preferences.mode), preferences.text_scale * larger);
    }

    /// Carries out what panels and the outside asked for.
    fn drain_commands(&mut self, ctx: &Context) {
        let mut queue: Commands = std::mem::take(&mut self.commands);
        queue.extend(self.outside.poll(ctx));
        for mut command in queue {
            // Only the window knows whether its width shows the column or the details.
            if matches!(command, Command::Window(WindowCommand::ToggleColumn)) {
                command = Command::Window(WindowCommand::ShowColumn(!rail::column_is_open(ctx, &self.state)));
            } else if matches!(command, Command::Window(WindowCommand::ToggleDetails)) {
                command = Command::Window(WindowCommand::ShowDetails(!details::panel_is_open(ctx, &self.state)));
            }
            // Only the outside knows the day.
            if let Command::Import(ImportCommand::TakeTyped { read_on }) = &mut command {
                *read_on = self.outside.day();
            }
            for effect in update(&mut self.state, command) {
                self.carry_out(ctx, effect);
            }
        }
        // A gesture ends with the frame after the button went up: the release frame still brings its last change.
        if !self.busy && self.state.history.is_open() {
            update(&mut self.state, Command::Document(DocumentCommand::Seal));
        }
        self.state.derived.refresh(&self.state.study);
        if !self.busy && !self.state.history.is_open() {
            self.state.derived.look_over();
        }
        if self.runs != self.state.derived.runs() {
            self.runs = self.state.derived.runs();
            self.recomputed = self.outside.time_of_day();
        }
        if let Some(effect) = refresh_uncertainty(&mut self.state) {
            self.carry_out(ctx, effect);
        }
        self.outside.keep(ctx, &self.state);
        self.look_around(ctx);
    }

    /// Preferences, recent files, and where the window stands.
    fn look_around(&mut self, ctx: &Context) {
        // Asked first: egui's lock is not one to be taken twice.
        let zoom = ctx.zoom_factor();
        let (in_front, place) = ctx.input(|input| (input.focused, place_of(input, zoom)));
        if !self.state.workspace.habits.full_screen {
            self.place = place.or(self.place);
        }
        let recent = &self.state.workspace.preferences.recent;
        if (in_front && !self.in_front) || *recent != self.remembered.recent {
            self.outside.look_for(ctx, recent);
        }
        self.in_front = in_front;
        // Where the window stands is written when it closes, not at every pixel that it moves.
        let known = Preferences { place: self.remembered.place, ..self.state.workspace.preferences.clone() };
        if known != self.remembered {
            self.remember();
        }
    }

    /// Messages that need no answer disappear by themselves.
    fn pass(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let notices = &self.state.notices;
        self.shown.retain(|id, _| notices.iter().any(|notice| notice.id == *id));
        for (notice, stays) in notices.iter().filter_map(|notice| Some((notice, notice.kind.passes_after()?))) {
            let left = stays - (now - *self.shown.entry(notice.id).or_insert(now));
            if left > 0.0 {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            } else {
                self.commands.push(Command::Window(WindowCommand::DismissNotice(notice.id)));
            }
        }
    }

    /// Esc leaves the tour and the presentation, unless an open sheet, menu or field uses the key.
    fn escape(&mut self, ctx: &Context) {
        let habits = &self.state.workspace.habits;
        let nearer = self.state.question.is_some()
            || habits.sheet.is_some()
            || self.state.history.is_open()
            || egui::Popup::is_any_open(ctx)
            || ctx.text_edit_focused();
        if nearer || !(habits.presenting || habits.tour.is_some()) {
            return;
        }
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            let left = if habits.tour.is_some() { HabitsChange::EndTour } else { HabitsChange::Present(false) };
            self.commands.push(Command::Window(WindowCommand::Habits(left)));
        }
    }

    /// Arrow keys go from page to page of a presentation, unless the focus is in something that they move.
    fn turn_pages(&mut self, ctx: &Context) {
        let habits = &self.state.workspace.habits;
        let page = habits.presenting.then_some(habits.presentation.page);
        if page != self.page {
            self.page = page;
            // Whatever had the focus on the page before is gone, and the arrows belong to the pages again.
            ctx.memory_mut(|memory| {
                if let Some(id) = memory.focused().filter(|_| page.is_some()) {
                    memory.surrender_focus(id);
                }
            });
        }
        let covered = self.state.question.is_some() || habits.sheet.is_some() || egui::Popup::is_any_open(ctx);
        if page.is_none() || covered || ctx.memory(|memory| memory.focused().is_some()) {
            return;
        }
        let keys = [(Key::ArrowRight, 1), (Key::PageDown, 1), (Key::ArrowLeft, -1), (Key::PageUp, -1)];
        for (key, by) in keys {
            if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                self.commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Turn(by))));
            }
        }
    }

    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::Restyle => self.restyle(ctx),
            Effect::FullScreen(on) => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(on)),
            Effect::CloseWindow => ctx.send_viewport_cmd(ViewportCommand::Close),
            Effect::AskOpenPath
            | Effect::AskImportPath
            | Effect::AskMergePath
            | Effect::ReadMerge(_)
            | Effect::ReadImport(_)
            | Effect::AskSavePath(_)
            | Effect::AskPicturePath(_)
            | Effect::Open(_)
            | Effect::Write(..)
            | Effect::WritePicture(..)
            | Effect::CopyText(_)
            | Effect::Export { .. }
            | Effect::ProposeFolder
            | Effect::AskFolder
            | Effect::ShowFolder(_)
            | Effect::TakeContent { .. }
            | Effect::Overwrite(..)
            | Effect::Replaced(_)
            | Effect::DropAutosave
            | Effect::Simulate(_)
            | Effect::KeepAutosave => {
                self.outside.carry_out(ctx, effect, self.state.lang());
            }
        }
    }

    fn closing(&mut self, ctx: &Context) {
        if ctx.input(|input| input.viewport().close_requested()) && self.state.is_dirty() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            // The question would be asked out of sight where the window is closed from the bar of the desktop.
            if ctx.input(|input| input.viewport().minimized == Some(true)) {
                ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                ctx.send_viewport_cmd(ViewportCommand::Focus);
            }
            self.commands.push(Command::File(FileCommand::Intend(Intent::Quit)));
        }
    }

    fn take_dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            // A file of a statistics office comes in; a study, or an export that carries one, is opened.
            if self.state.import.is_some() || files::is_office_file(&path) {
                self.carry_out(ctx, Effect::ReadImport(path));
            } else {
                self.commands.push(Command::File(FileCommand::Intend(Intent::Open(path))));
            }
        }
        self.take_pasted_text(ctx);
    }

    /// Text that is pasted while an import waits for a file stands for one, and so do cells pasted into the view Data.
    fn take_pasted_text(&mut self, ctx: &Context) {
        let waits = match &self.state.import {
            Some(import) => import.typed.is_none(),
            None => self.state.workspace.view == View::Data,
        };
        let covered = ctx.memory(egui::Memory::top_modal_layer).is_some();
        if !waits || covered || ctx.text_edit_focused() {
            return;
        }
        // One word in the clipboard is no table.
        let is_meant = |text: &str| self.state.import.is_some() || is_block(text);
        let pasted = ctx.input(|input| {
            let pasted = |event: &egui::Event| {
                let egui::Event::Paste(text) = event else { return None };
                is_meant(text).then(|| text.clone())
            };
            input.events.iter().find_map(pasted)
        });
        if let Some(text) = pasted {
            let read_on = self.outside.day();
            self.commands.push(Command::Import(ImportCommand::Paste { text, read_on }));
        }
    }

    fn name_window(&mut self, ctx: &Context) {
        let lang = self.state.lang();
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
        self.take_dropped_files(ctx);
        let pressed = shortcuts::pressed(ctx, &self.state);
        self.keyboard.follow_to_view(&pressed);
        self.commands.extend(pressed);
        self.escape(ctx);
        self.turn_pages(ctx);
        if self.keyboard.wants_menus(ctx) && self.state.question.is_none() {
            menu_bar::focus_menus(ctx);
        }
        self.pass(ctx);
        self.drain_commands(ctx);
        if self.state.workspace.habits.find {
            ctx.memory_mut(|memory| memory.request_focus(levers::search_id()));
            self.commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Found)));
        }
        self.name_window(ctx);
    }

    /// Draws the window.
    pub fn draw(&mut self, ui: &mut Ui) {
        let view = ViewContext { reader: StateReader::new(&self.state), recomputed: &self.recomputed };
        let theme = view.theme();
        let commands = &mut self.commands;
        let sheet = ui.ctx().memory(egui::Memory::top_modal_layer);
        // A hint stays while the pointer rests on its place, even under a sheet that has just opened; a frame without pointer ends it.
        let pointer = (sheet.is_some() && sheet != self.sheet)
            .then(|| ui.ctx().input_mut(|input| std::mem::take(&mut input.pointer)));
        self.sheet = sheet;
        self.anchors = tour::Anchors::default();
        if view.state().workspace.habits.presenting {
            let foot = Panel::bottom("presentation").exact_size(presentation::foot_height(&view));
            let paper = Frame::new().fill(style::color(theme.paper));
            foot.frame(paper).show_separator_line(false).show(ui, |ui| presentation::foot_ui(ui, &view, commands));
        } else {
            surroundings_ui(ui, &view, commands, &mut self.anchors);
        }
        self.link.frozen = view.state().history.is_open();
        self.link.still = self.outside.is_taking_picture();
        let (link, keyboard) = (&mut self.link, &mut self.keyboard);
        let padded = Frame::new().fill(style::color(view.theme().paper)).inner_margin(Margin {
            left: PADDING,
            right: PADDING,
            top: 8,
            bottom: 6,
        });
        let centre = CentralPanel::default().frame(padded).show(ui, |ui| {
            notices::notices_ui(ui, &view, commands);
            if view.state().workspace.habits.presenting {
                presentation::heading_ui(ui, &view);
            }
            if let Some(import) = &view.state().import {
                panels::import::import_ui(ui, &view, commands, import);
                return;
            }
            if view.state().workspace.assumptions.matrix.is_some() {
                matrix_ui(ui, &view, commands);
                return;
            }
            if !view.state().workspace.habits.presenting {
                keyboard.enter_view(ui, &view);
            }
            panels::view_ui(ui, &view, commands, link);
        });
        if let Some(pointer) = pointer {
            ui.ctx().input_mut(|input| input.pointer = pointer);
        }
        self.anchors.centre = Some(centre.response.rect);
        notices::passing_ui(ui, &view, commands, centre.response.rect);
        dialogs::dialogs_ui(ui, &view, commands);
        commands.extend(link.asks.drain(..).map(answer_chart));
        let earlier = commands.len();
        sheets::sheets_ui(ui, &view, commands);
        self.keyboard.follow_to_view(commands.iter().skip(earlier));
        tour::tour_ui(ui, &view, commands, &self.anchors);
        let ctx = ui.ctx();
        self.keyboard.mark(ctx, theme);
        // A key held down on a slider is one step, as a drag is.
        let held = |input: &InputState| STEP_KEYS.iter().any(|key| input.key_down(*key));
        self.busy = ctx.input(|input| input.pointer.any_down() || held(input)) || ctx.dragged_id().is_some();
        if !self.commands.is_empty() || (!self.busy && self.state.history.is_open()) {
            ctx.request_repaint();
        }
    }
}

/// The command that answers what was asked of a chart.
fn answer_chart(ask: ChartAsk) -> Command {
    match ask {
        ChartAsk::Copy(text) => Command::Window(WindowCommand::CopyText(text)),
        ChartAsk::SavePicture { area, title } => {
            let area = [area.left(), area.top(), area.right(), area.bottom()];
            Command::File(FileCommand::SavePicture(PictureRequest { area, title }))
        }
    }
}

/// Everything around the centre: bar, status, left column.
fn surroundings_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, anchors: &mut tour::Anchors) {
    let theme = view.theme();
    let open = rail::column_is_open(ui.ctx(), view.state());
    let side = Frame::new().fill(style::color(theme.side));
    let paper = Frame::new().fill(style::color(theme.paper));
    Panel::top("bar").exact_size(menu_bar::HEIGHT).frame(paper).show_separator_line(false).show(ui, |ui| {
        anchors.file = Some(menu_bar::menu_bar_ui(ui, view, commands, COLUMN));
    });
    Panel::bottom("status").exact_size(status_bar::HEIGHT).frame(side).show_separator_line(false).show(ui, |ui| {
        status_bar::status_bar_ui(ui, view, commands);
    });
    if details::panel_is_open(ui.ctx(), view.state()) {
        let inside = Frame::new().fill(style::color(theme.paper)).inner_margin(details::INSIDE);
        let panel = Panel::right("details").exact_size(details::WIDTH).resizable(false).frame(inside);
        panel.show_separator_line(false).show(ui, |ui| details::details_ui(ui, view, commands));
    }
    let width = if open { COLUMN } else { rail::WIDTH };
    Panel::left("column").exact_size(width).resizable(false).frame(side).show_separator_line(false).show(ui, |ui| {
        let edge = ui.max_rect();
        ui.painter().vline(edge.right() - 0.5, edge.y_range(), style::stroke(1.0, theme.rule));
        if open {
            (anchors.cases, anchors.levers) = column_ui(ui, view, commands);
        } else {
            (anchors.cases, anchors.levers) = (Some(edge), Some(edge));
            rail::rail_ui(ui, view, commands);
        }
    });
}

/// Where the window stands, in points at a text size of 100 %.
fn place_of(input: &InputState, zoom: f32) -> Option<WindowPlace> {
    let window = input.viewport();
    if window.minimized.unwrap_or(false) || window.fullscreen.unwrap_or(false) {
        return None;
    }
    let size = window.inner_rect?.size() * zoom;
    let at = window.outer_rect.map(|outer| [outer.left() * zoom, outer.top() * zoom]);
    Some(WindowPlace { at, size: [size.x, size.y], maximized: window.maximized.unwrap_or(false) })
}

/// The left column; returns where the scenarios and the assumptions stand.
fn column_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) -> (Option<Rect>, Option<Rect>) {
    let column = ui.max_rect();
    let room = ui.available_height();
    scenario_list::heading_ui(ui, view);
    let rows = scenario_list::rows_height(view);
    let wanted = view.state().workspace.preferences.list_height;
    let most = wanted.unwrap_or(room * LIST_SHARE).clamp(LIST_LEAST, (room * LIST_MOST).max(LIST_LEAST));
    let height = if wanted.is_some() { most } else { most.min(rows) };
    egui::ScrollArea::vertical().id_salt("cases").max_height(height).min_scrolled_height(height).show(ui, |ui| {
        scenario_list::scenario_rows_ui(ui, view, commands);
        if wanted.is_some() {
            ui.add_space((height - rows).max(0.0));
        }
    });
    scenario_list::add_ui(ui, view, commands);
    let cases = column.with_max_y(ui.cursor().top());
    let asked = divider(ui, &view.label("scenarios-divider"), height);
    if let Some(height) = asked {
        commands.push(Command::Window(WindowCommand::SetListHeight(height)));
    }
    let levers = column.with_min_y(ui.cursor().top());
    levers::levers_ui(ui, view, commands);
    (Some(cases), Some(levers))
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.before_drawing(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close();
    }
}
