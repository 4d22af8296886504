//! Keeps work safe: the autosave beside the file, dated copies at each save, files changed by others.

use crate::app::{AppState, Command, FileCommand, OverwriteReason, Schedule, WindowCommand};
use crate::files::{self, AutosaveSlot, FileError, LeftAutosave, SlotClaim};
use crate::scenario::study::Study;
use crate::task::in_background;
use egui::Context;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

/// Keeps what is being edited safe on disk.
pub(super) struct Keeper {
    /// Folder of the program's own data.
    own: Option<PathBuf>,
    now: fn() -> i64,
    slot: Option<AutosaveSlot>,
    /// The file on screen while another window holds it, until its user agreed to write over it.
    held_elsewhere: Option<PathBuf>,
    /// The file on screen, and its contents as they were read or written.
    known: Option<(PathBuf, Option<String>)>,
    schedule: Schedule,
    /// The study that was last looked at.
    seen: Option<Arc<Study>>,
    writing: Option<Receiver<Result<(), FileError>>>,
    /// Whether an autosave waits for an answer; it is then not written over.
    waiting: bool,
    /// Whether a refusal was told; it would otherwise be told every few seconds.
    told: bool,
}

impl Keeper {
    pub(super) fn new(own: Option<PathBuf>, now: fn() -> i64) -> Self {
        Self {
            own,
            now,
            slot: None,
            held_elsewhere: None,
            known: None,
            schedule: Schedule::default(),
            seen: None,
            writing: None,
            waiting: false,
            told: false,
        }
    }

    /// Another study is on screen: what was kept of the last one goes, and what was left of this one is offered.
    pub(super) fn replace_study(&mut self, path: Option<PathBuf>) -> Vec<Command> {
        self.leave();
        self.seen = None;
        let Some(path) = path else { return Vec::new() };
        self.known = Some((path.clone(), files::contents_of(&path)));
        self.claim(&path)
    }

    fn claim(&mut self, path: &Path) -> Vec<Command> {
        match AutosaveSlot::of_file(path, self.own.as_deref()) {
            SlotClaim::Mine(slot) => {
                let found = slot.read_left();
                self.slot = Some(slot);
                self.waiting = found.is_some();
                found.map(|found| Command::File(FileCommand::AutosaveFound(Box::new(found)))).into_iter().collect()
            }
            SlotClaim::Taken => {
                self.held_elsewhere = Some(path.to_owned());
                vec![Command::Window(WindowCommand::OpenElsewhere(path.to_owned()))]
            }
            SlotClaim::Nowhere => Vec::new(),
        }
    }

    /// Whether an autosave that no running program holds stands beside a file and says something else than it.
    pub(super) fn has_left(&self, path: &Path) -> bool {
        AutosaveSlot::find_left(path, self.own.as_deref())
            .is_some_and(|left| files::open(path).is_ok_and(|saved| saved != *left.study))
    }

    /// At the start without a file: the newest autosave that no running program holds.
    pub(super) fn take_abandoned(&mut self) -> Option<LeftAutosave> {
        let (slot, found) = AutosaveSlot::find_abandoned(self.own.as_ref()?).into_iter().next()?;
        self.slot = Some(slot);
        self.waiting = true;
        Some(found)
    }

    /// The autosave that was found is on screen now: it stays until something newer is safe.
    pub(super) fn keep_found(&mut self) {
        self.waiting = false;
    }

    /// The autosave that was found is not wanted; a dated copy of it stays.
    pub(super) fn drop_found(&mut self) {
        self.waiting = false;
        if let Some(slot) = &self.slot {
            slot.set_aside(self.own.as_deref(), (self.now)());
        }
    }

    /// Why a file must not be written without asking: it is not what this program read or wrote there.
    pub(super) fn obstacle(&mut self, path: &Path) -> Option<Command> {
        let stands = files::contents_of(path)?;
        let reason = match &self.known {
            Some((known, contents)) if known == path => {
                if contents.as_ref() != Some(&stands) {
                    OverwriteReason::Changed
                } else if self.is_held_elsewhere(path) {
                    OverwriteReason::OpenElsewhere
                } else {
                    return None;
                }
            }
            Some(_) | None => OverwriteReason::Stranger,
        };
        Some(Command::File(FileCommand::OverwriteNeeded { path: path.to_owned(), reason }))
    }

    /// Whether another window still has the file; one that was closed in the meantime has given it back.
    fn is_held_elsewhere(&mut self, path: &Path) -> bool {
        if self.held_elsewhere.as_deref() != Some(path) {
            return false;
        }
        if let SlotClaim::Mine(slot) = AutosaveSlot::of_file(path, self.own.as_deref()) {
            self.held_elsewhere = None;
            // What was autosaved meanwhile in a place of its own is about to be saved.
            self.clear();
            self.slot = Some(slot);
        }
        self.held_elsewhere.is_some()
    }

    /// Writes a study over a file, after a dated copy of what stood there.
    pub(super) fn write(&mut self, path: PathBuf, study: Arc<Study>) -> Vec<Command> {
        let mut answers = Vec::new();
        let result = match files::save_with_backup(&path, &study, self.own.as_deref(), (self.now)()) {
            Ok(copied) => {
                answers.extend(copied.err().map(|error| Command::Window(WindowCommand::NotKept(error))));
                answers.extend(self.settle(&path));
                Ok(())
            }
            Err(error) => Err(error),
        };
        answers.insert(0, Command::File(FileCommand::Saved { path, study, result }));
        answers
    }

    /// The study is safe in this file: the autosave goes, and the next one stands beside it.
    fn settle(&mut self, path: &Path) -> Vec<Command> {
        self.schedule.cancel();
        self.clear();
        self.told = false;
        let same = self.known.as_ref().is_some_and(|(known, _)| known == path);
        self.known = Some((path.to_owned(), files::contents_of(path)));
        let mut answers = Vec::new();
        // Whoever agreed once is asked again only where the other window has saved.
        self.held_elsewhere = None;
        if !same {
            self.slot = None;
            answers = self.claim(path);
            // An older autosave beside the file that was just written over: kept as a dated copy, never offered.
            if self.waiting {
                self.drop_found();
                answers.clear();
            }
        }
        answers
    }

    /// Removes the autosave, also one that is being written.
    fn clear(&mut self) {
        self.finish();
        if let Some(slot) = self.slot.as_ref().filter(|_| !self.waiting) {
            slot.clear();
        }
    }

    /// Waits for the autosave that is being written; it takes milliseconds.
    fn finish(&mut self) {
        if let Some(writing) = self.writing.take() {
            drop(writing.recv());
        }
    }

    /// Gives the slot back; an autosave that nobody decided about stays.
    pub(super) fn leave(&mut self) {
        self.clear();
        self.slot = None;
        self.held_elsewhere = None;
        self.known = None;
        self.waiting = false;
        self.told = false;
        self.schedule.cancel();
    }

    /// The program ends: unsaved changes stay in the autosave unless they were given up.
    pub(super) fn close(&mut self, state: &AppState) {
        if state.is_dirty() {
            self.finish();
            self.hold_a_slot();
            if let Some(slot) = self.slot.as_ref().filter(|_| !self.waiting) {
                // Nobody is left who could be told of a refusal.
                drop(slot.writer().write(&state.study));
            }
            self.slot = None;
        } else {
            self.leave();
        }
    }

    /// Looks at the study once a frame; asks for the frame in which the autosave is due.
    pub(super) fn look(&mut self, ctx: &Context, state: &AppState) -> Option<Command> {
        let now = ctx.input(|input| input.time);
        if !self.seen.as_ref().is_some_and(|seen| Arc::ptr_eq(seen, &state.study)) {
            if self.seen.is_some() {
                self.schedule.changed(now);
            }
            self.seen = Some(Arc::clone(&state.study));
        }
        let answer = self.report_writes();
        if self.writing.is_none() && !self.waiting && self.schedule.take_due(now) {
            if state.is_dirty() {
                self.start(ctx, &state.study);
            } else {
                self.clear();
            }
        }
        // While one is being written, its end wakes the window.
        if let Some(wait) = self.schedule.wait(now).filter(|_| self.writing.is_none() && !self.waiting) {
            ctx.request_repaint_after(Duration::from_secs_f64(wait));
        }
        answer
    }

    fn report_writes(&mut self) -> Option<Command> {
        let result = match self.writing.as_ref()?.try_recv() {
            Ok(result) => result,
            Err(TryRecvError::Disconnected) => Ok(()),
            Err(TryRecvError::Empty) => return None,
        };
        self.writing = None;
        let error = result.err()?;
        let first = !std::mem::replace(&mut self.told, true);
        first.then_some(Command::Window(WindowCommand::NotKept(error)))
    }

    /// A study without a file, or whose file another program holds, has a slot of its own from its first change.
    fn hold_a_slot(&mut self) {
        if let (None, Some(own)) = (&self.slot, &self.own)
            && let SlotClaim::Mine(slot) =
                AutosaveSlot::unnamed(own, self.known.as_ref().map(|(path, _)| path.as_path()))
        {
            self.slot = Some(slot);
        }
    }

    fn start(&mut self, ctx: &Context, study: &Arc<Study>) {
        self.hold_a_slot();
        let Some(slot) = &self.slot else { return };
        let (writer, study, ctx) = (slot.writer(), Arc::clone(study), ctx.clone());
        self.writing = Some(in_background("autosave", move || writer.write(&study), move || ctx.request_repaint()));
    }
}
