//! What reaches outside the window: file dialogs, files, preferences, the time of day.

use super::keeper::Keeper;
use super::snapshot::cropped_png;
use crate::app::command::ExportChange;
use crate::app::ensemble_job::{Job, UncertaintyAnswer};
use crate::app::exports::{ExportPlan, ExportRequest, export};
use crate::app::import::ImportCommand;
use crate::app::merge_form::MergeChange;
use crate::app::workspace::habits::HabitsChange;
use crate::app::{AppState, Command, Effect, FileCommand, NoticeKind, Preferences, WindowCommand};
use crate::export::Stamp;
use crate::files;
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::task::{Progress, in_background};
use crate::text::words::label;
use directories::{ProjectDirs, UserDirs};
use egui::{ColorImage, Context};
use egui_winit::winit::window::Window;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

/// Answers that are on their way, and where preferences are kept.
pub struct Outside {
    dialog: Option<OpenDialog>,
    picture: Option<ComingPicture>,
    /// Whether the system is asked for a file dialog.
    dialogs: bool,
    /// What every file dialog starts from.
    blank: rfd::FileDialog,
    preferences: Option<PathBuf>,
    keeper: Keeper,
    looking: Option<Receiver<Vec<PathBuf>>>,
    /// The ensemble that runs in the background; an older one is not waited for.
    simulating: Option<Receiver<Option<Arc<UncertaintyAnswer>>>>,
    answers: Vec<Command>,
    clock: fn() -> String,
    today: fn() -> Stamp,
    export: Option<Receiver<ExportChange>>,
}

/// A file dialog that the user has before them.
struct OpenDialog {
    receiver: Receiver<Option<PathBuf>>,
    purpose: Purpose,
    name: String,
    asked: Instant,
}

/// A picture of the window that the graphics card has yet to hand over.
struct ComingPicture {
    receiver: Receiver<Arc<ColorImage>>,
    area: [f32; 4],
    pixels_per_point: f32,
    name: String,
    /// Frames that may still pass; a hidden window never answers.
    patience: u8,
}

/// A dialog that answers sooner than anyone can close it was never there: the system has none.
const NOBODY_IS_SO_QUICK: Duration = Duration::from_millis(400);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Open,
    Import,
    Merge,
    Save,
    Picture,
    Folder,
}

impl Purpose {
    /// Whether a path to save to is wanted, and not one to open.
    const fn saves(self) -> bool {
        match self {
            Self::Save | Self::Picture | Self::Folder => true,
            Self::Open | Self::Import | Self::Merge => false,
        }
    }
}

/// The system's folder of documents.
fn documents() -> Option<PathBuf> {
    let user = UserDirs::new()?;
    Some(user.document_dir().unwrap_or_else(|| user.home_dir()).to_owned())
}

/// Makes the files of an export and writes each under a name that is free.
fn write_files(study: &Study, request: &ExportRequest, folder: &Path, progress: &Progress) -> ExportChange {
    let files = match export(study, request, progress) {
        Ok(Some(exported)) => exported.files,
        Ok(None) => return ExportChange::Stopped,
        Err(error) => return ExportChange::Finished(NoticeKind::NotExported(error)),
    };
    for file in &files {
        let path = files::free_path(&folder.join(&file.name));
        if let Err(error) = files::write_in_own_folder(&path, &file.bytes) {
            return ExportChange::Finished(NoticeKind::File(error));
        }
    }
    ExportChange::Finished(NoticeKind::Exported { folder: folder.to_owned(), count: files.len() })
}

/// The study of another territory in a file.
fn read_merge(path: PathBuf) -> Command {
    let result = files::open_told(&path).map(Box::new);
    Command::File(FileCommand::Merge(MergeChange::Opened { path, result }))
}

/// The system's dialog has asked about a file that stands at a path; it does not know the path to which an ending is
/// added.
fn save_chosen(path: PathBuf) -> FileCommand {
    let named = files::with_ending(path.clone());
    if named == path { FileCommand::Overwrite(path) } else { FileCommand::SaveTo(named) }
}

impl Outside {
    /// The platform's own folders and clock.
    pub fn of_platform() -> Self {
        let folder = ProjectDirs::from("vn", "", "kichban");
        Self {
            dialog: None,
            picture: None,
            dialogs: true,
            blank: rfd::FileDialog::new(),
            preferences: folder.as_ref().map(|folder| folder.config_dir().join("preferences.json")),
            keeper: Keeper::new(folder.map(|folder| folder.data_dir().to_owned()), super::clock::seconds),
            looking: None,
            simulating: None,
            answers: Vec::new(),
            clock: super::clock::time_of_day,
            today: crate::app::exports::today,
            export: None,
        }
    }

    /// Preferences and autosaves in a folder of one's own, and file dialogs that are typed, for tests.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            preferences: Some(folder.join("preferences.json")),
            keeper: Keeper::new(Some(folder.join("data")), super::clock::seconds),
            ..Self::without_writing()
        }
    }

    /// No folders, a clock that stands still, and file dialogs that are typed, for tests.
    /// A dialog of the system answers when it will, on a thread of its own, and opens where a display is at hand.
    pub fn without_writing() -> Self {
        Self {
            dialog: None,
            picture: None,
            dialogs: false,
            blank: rfd::FileDialog::new(),
            preferences: None,
            keeper: Keeper::new(None, || 0),
            looking: None,
            simulating: None,
            answers: Vec::new(),
            clock: || "00:00:00".to_owned(),
            today: || Stamp { year: 2026, month: 1, day: 1 },
            export: None,
        }
    }

    /// With file dialogs that belong to a window: on Windows any other would vanish behind it at the first click.
    pub(super) fn on_window(self, window: &Window) -> Self {
        let blank = if cfg!(windows) { self.blank.set_parent(window) } else { self.blank };
        Self { blank, ..self }
    }

    /// The time of day, written.
    pub fn time_of_day(&self) -> String {
        (self.clock)()
    }

    /// Preferences of the last start; the defaults if they are absent or cannot be read.
    pub fn recall(&self) -> Preferences {
        self.preferences
            .as_ref()
            .and_then(|path| files::read_text(path).ok())
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Keeps preferences; a folder that cannot be written costs only the memory of them.
    pub fn remember(&self, preferences: &Preferences) {
        if let (Some(path), Ok(text)) = (&self.preferences, serde_json::to_string_pretty(preferences)) {
            let kept = files::write_in_own_folder(path, text.as_bytes());
            drop(kept);
        }
    }

    /// Makes the files of an export on a thread of its own and writes them.
    fn export(&mut self, ctx: &Context, (study, plan): (Arc<Study>, ExportPlan), folder: PathBuf, progress: Progress) {
        let request = ExportRequest {
            form: plan.form,
            cases: plan.cases,
            closure: study.closure,
            lang: plan.lang,
            stamp: (self.today)(),
            sections: plan.sections,
        };
        let ctx = ctx.clone();
        let work = move || write_files(&study, &request, &folder, &progress);
        self.export = Some(in_background("export", work, move || ctx.request_repaint()));
    }

    fn propose_folder(&mut self) {
        let proposed = documents().map(|path| Command::File(FileCommand::Export(ExportChange::Propose(path))));
        self.answers.extend(proposed);
    }

    fn poll_export(&mut self, ctx: &Context) -> Option<Command> {
        let receiver = self.export.as_ref()?;
        match receiver.try_recv() {
            Ok(change) => {
                self.export = None;
                Some(Command::File(FileCommand::Export(change)))
            }
            Err(TryRecvError::Empty) => {
                // The count in the status bar moves while the work goes on.
                ctx.request_repaint_after(Duration::from_millis(200));
                None
            }
            Err(TryRecvError::Disconnected) => {
                self.export = None;
                Some(Command::File(FileCommand::Export(ExportChange::Stopped)))
            }
        }
    }

    /// Commands that answer effects.
    pub fn poll(&mut self, ctx: &Context) -> Vec<Command> {
        let mut commands = std::mem::take(&mut self.answers);
        commands.extend(self.poll_export(ctx));
        commands.extend(self.picture_taken());
        if let Some(missing) = self.looking.as_ref().and_then(|looking| looking.try_recv().ok()) {
            self.looking = None;
            commands.push(Command::Window(WindowCommand::Habits(HabitsChange::Missing(missing))));
        }
        if let Some(answer) = self.simulating.as_ref().and_then(|simulating| simulating.try_recv().ok()) {
            self.simulating = None;
            commands.push(Command::Window(WindowCommand::Simulated(answer)));
        }
        let Some(dialog) = &self.dialog else { return commands };
        match dialog.receiver.try_recv() {
            Ok(Some(path)) => commands.push(match dialog.purpose {
                Purpose::Open => {
                    let result = files::open_told(&path).map(Box::new);
                    Command::File(FileCommand::Opened { path, result })
                }
                Purpose::Import => self.read_import(path),
                Purpose::Merge => read_merge(path),
                Purpose::Save => Command::File(save_chosen(path)),
                Purpose::Picture => Command::File(FileCommand::SavePictureTo(path)),
                Purpose::Folder => {
                    Command::File(FileCommand::Export(ExportChange::SetFolder(path.display().to_string())))
                }
            }),
            // The folder, and the file of another study, can be typed beside the button.
            Ok(None) | Err(TryRecvError::Disconnected)
                if matches!(dialog.purpose, Purpose::Folder | Purpose::Merge) => {}
            Ok(None) | Err(TryRecvError::Disconnected) if dialog.asked.elapsed() < NOBODY_IS_SO_QUICK => {
                let saving = dialog.purpose.saves();
                commands.push(Command::File(FileCommand::DialogUnavailable { saving, name: dialog.name.clone() }));
            }
            Ok(None) | Err(TryRecvError::Disconnected) => commands.push(Command::File(FileCommand::DialogClosed)),
            Err(TryRecvError::Empty) => return commands,
        }
        self.dialog = None;
        commands
    }

    /// The day, as `2026-11-29`.
    pub fn day(&self) -> String {
        (self.today)().iso()
    }

    /// The bytes of a file of a statistics office.
    fn read_import(&self, path: PathBuf) -> Command {
        let bytes = files::read_bytes(&path).map(Arc::from);
        Command::Import(ImportCommand::Read { path, bytes, read_on: self.day() })
    }

    /// Looks after the autosave; once a frame.
    pub fn keep(&mut self, ctx: &Context, state: &AppState) {
        if let Some(command) = self.keeper.look(ctx, state) {
            self.answers.push(command);
            ctx.request_repaint();
        }
    }

    /// Offers an autosave of a study that was never saved, where one was left behind; whether there is one.
    pub fn offer_abandoned(&mut self) -> bool {
        let found = self.keeper.take_abandoned();
        let is_there = found.is_some();
        self.answers.extend(found.map(|found| Command::File(FileCommand::AutosaveFound(Box::new(found)))));
        is_there
    }

    /// The first of these files beside which a killed program left what it had not saved.
    pub fn find_left(&self, recent: &[PathBuf]) -> Option<PathBuf> {
        recent.iter().find(|path| self.keeper.has_left(path)).cloned()
    }

    /// The window closes for good.
    pub fn close(&mut self, state: &AppState) {
        self.keeper.close(state);
    }

    /// Looks in the background which recent files are still there: a drive may be slow to answer.
    pub fn look_for(&mut self, ctx: &Context, recent: &[PathBuf]) {
        if self.looking.is_none() && !recent.is_empty() {
            let (recent, ctx) = (recent.to_vec(), ctx.clone());
            let receiver =
                in_background("recent files", move || files::missing(&recent), move || ctx.request_repaint());
            self.looking = Some(receiver);
        }
    }

    /// Starts what an effect asks for; a second dialog waits until the first is closed.
    pub fn carry_out(&mut self, ctx: &Context, effect: Effect, lang: Lang) {
        match effect {
            Effect::Open(path) => {
                let result = files::open_told(&path).map(Box::new);
                self.answers.push(Command::File(FileCommand::Opened { path, result }));
            }
            Effect::Write(path, study) => {
                let answers = match self.keeper.obstacle(&path) {
                    Some(obstacle) => vec![obstacle],
                    None => self.keeper.write(path, study),
                };
                self.answers.extend(answers);
            }
            Effect::Overwrite(path, study) => self.answers.extend(self.keeper.write(path, study)),
            Effect::Replaced(path) => self.answers.extend(self.keeper.replace_study(path)),
            Effect::DropAutosave => self.keeper.drop_found(),
            Effect::KeepAutosave => self.keeper.keep_found(),
            Effect::AskOpenPath => self.ask_for(ctx, Purpose::Open, lang, String::new()),
            Effect::AskImportPath => self.ask_for(ctx, Purpose::Import, lang, String::new()),
            Effect::AskSavePath(name) => self.ask_for(ctx, Purpose::Save, lang, name),
            Effect::AskPicturePath(name) => self.ask_for(ctx, Purpose::Picture, lang, name),
            Effect::ReadImport(path) => {
                let command = self.read_import(path);
                self.answers.push(command);
            }
            Effect::Simulate(job) => {
                self.simulate(ctx, job);
                return;
            }
            Effect::Export { study, plan, folder, progress } => self.export(ctx, (study, plan), folder, progress),
            Effect::ProposeFolder => self.propose_folder(),
            Effect::ReadMerge(path) => self.answers.push(read_merge(path)),
            // The folder, and the file of another study, can be typed beside the button.
            Effect::AskMergePath if self.dialogs => self.ask_for(ctx, Purpose::Merge, lang, String::new()),
            Effect::AskFolder if self.dialogs => self.ask_for(ctx, Purpose::Folder, lang, String::new()),
            Effect::ShowFolder(folder) => self.show_folder(folder),
            Effect::CopyText(text) => ctx.copy_text(text),
            Effect::TakeContent { area, name } => self.take_picture(ctx, area, name),
            Effect::WritePicture(path, bytes) => {
                let result = files::write_bytes(&path, &bytes);
                self.answers.push(Command::File(FileCommand::PictureSaved { path, result }));
            }
            Effect::AskMergePath
            | Effect::AskFolder
            | Effect::CloseWindow
            | Effect::FullScreen(_)
            | Effect::Restyle => {}
        }
        ctx.request_repaint();
    }

    /// Opens a folder in the platform's file manager, or says that the platform has none.
    fn show_folder(&mut self, folder: PathBuf) {
        if opener::open(&folder).is_err() {
            self.answers.push(Command::File(FileCommand::Export(ExportChange::Finished(NoticeKind::NotShown(folder)))));
        }
    }

    /// Starts an ensemble beside the window; its answer wakes the window.
    fn simulate(&mut self, ctx: &Context, job: Box<Job>) {
        let waker = ctx.clone();
        let work = move || job.run();
        self.simulating = Some(in_background("kichban-ensemble", work, move || waker.request_repaint()));
    }

    /// Whether a picture of the window is being taken; charts then hold still.
    pub fn is_taking_picture(&self) -> bool {
        self.picture.is_some()
    }

    fn take_picture(&mut self, ctx: &Context, area: [f32; 4], name: String) {
        let (sender, receiver) = channel();
        let waker = ctx.clone();
        ctx.request_screenshot(move |image| {
            // Nobody waits any more: the picture is dropped.
            sender.send(image).unwrap_or_default();
            waker.request_repaint();
        });
        let pixels_per_point = ctx.pixels_per_point();
        self.picture = Some(ComingPicture { receiver, area, pixels_per_point, name, patience: 60 });
    }

    fn picture_taken(&mut self) -> Option<Command> {
        let coming = self.picture.as_mut()?;
        let Ok(image) = coming.receiver.try_recv() else {
            coming.patience = coming.patience.saturating_sub(1);
            if coming.patience == 0 {
                self.picture = None;
            }
            return None;
        };
        let coming = self.picture.take()?;
        let bytes = cropped_png(&image, coming.area, coming.pixels_per_point)?;
        Some(Command::File(FileCommand::PictureTaken { name: coming.name, bytes: bytes.into() }))
    }

    /// Opens a dialog unless one is open; if the system has no dialog, the path is asked for in the window.
    fn ask_for(&mut self, ctx: &Context, purpose: Purpose, lang: Lang, name: String) {
        if !self.dialogs {
            let saving = purpose.saves();
            self.answers.push(Command::File(FileCommand::DialogUnavailable { saving, name }));
        } else if self.dialog.is_none() {
            self.ask(ctx, purpose, lang, name);
        }
    }

    fn ask(&mut self, ctx: &Context, purpose: Purpose, lang: Lang, name: String) {
        let dialog = self.blank.clone();
        let dialog = match purpose {
            Purpose::Open | Purpose::Merge => {
                let endings: Vec<&str> = files::STUDIES.into_iter().chain(files::EXPORTS).collect();
                dialog.add_filter(label(lang, "dialog-study-files"), &endings)
            }
            Purpose::Import => dialog.add_filter(label(lang, "dialog-office-files"), &files::OFFICE_FILES),
            Purpose::Save => dialog.add_filter(label(lang, "dialog-study-files"), &files::STUDIES).set_file_name(&name),
            Purpose::Picture => dialog.add_filter(label(lang, "compare-picture-files"), &["png"]).set_file_name(&name),
            Purpose::Folder => dialog,
        };
        let ctx = ctx.clone();
        let receiver = in_background(
            "file dialog",
            move || match purpose {
                Purpose::Open | Purpose::Import | Purpose::Merge => dialog.pick_file(),
                Purpose::Save | Purpose::Picture => dialog.save_file(),
                Purpose::Folder => dialog.pick_folder(),
            },
            move || ctx.request_repaint(),
        );
        self.dialog = Some(OpenDialog { receiver, purpose, name, asked: Instant::now() });
    }
}
