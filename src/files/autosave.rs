//! What stands beside a study while it is edited: an autosave, and a lock that says which program writes it.
//!
//! The lock is one of the system, so that it ends with the program however that ends.

use super::backups::keep_copy;
use super::error::FileError;
use super::storage::{follow_links, new_name, read, write_bytes};
use super::study_file::{read_study, try_write};
use crate::scenario::study::Study;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

/// Temporary files older than this were left by a program that was killed.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// Folder of the autosaves that stand beside no file.
const FOLDER: &str = "autosave";

/// First characters of an autosave that stands in the program's own folder: the file of which it is one.
const HEADER: &str = "// autosave of ";

/// A place for the autosave of one study, held by this program until it is dropped.
#[derive(Debug)]
pub struct AutosaveSlot {
    autosave: PathBuf,
    of: Option<PathBuf>,
    /// Whether the autosave stands in the program's own folder and must name its file.
    away: bool,
    #[expect(dead_code, reason = "held so that it is given back when the slot is dropped")]
    lock: Lock,
}

#[derive(Debug)]
struct Lock {
    path: PathBuf,
    held: Option<File>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while held: whoever comes next makes and locks a new one.
        fs::remove_file(&self.path).unwrap_or_default();
        self.held = None;
    }
}

/// Whether a slot was free.
#[derive(Debug)]
pub enum SlotClaim {
    /// It is held now.
    Mine(AutosaveSlot),
    /// Another program holds it.
    Taken,
    /// There is no place that can be written.
    Nowhere,
}

/// An autosave that was left.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftAutosave {
    /// The study in it.
    pub study: Arc<Study>,
    /// The file of which it is an autosave; `None` for a study that was never saved.
    pub of: Option<PathBuf>,
    /// When it was written, seconds since 1970.
    pub written: i64,
    /// When the file was written, seconds since 1970.
    pub file_written: Option<i64>,
}

/// Writes the autosave of a slot; handed to a thread.
#[derive(Debug, Clone)]
pub struct SlotWriter {
    autosave: PathBuf,
    header: String,
}

impl SlotWriter {
    /// Writes a study, whole or not at all.
    ///
    /// # Errors
    /// [`FileError`] if the study cannot be written as text, or the system refuses the file.
    pub fn write(&self, study: &Study) -> Result<(), FileError> {
        let text = try_write(study).map_err(|problem| FileError::whole(problem).with_path(&self.autosave))?;
        write_bytes(&self.autosave, format!("{}{text}", self.header).as_bytes())
    }
}

impl AutosaveSlot {
    /// The slot of a file: beside it, or in the program's own folder where its folder cannot be written.
    pub fn of_file(path: &Path, own: Option<&Path>) -> SlotClaim {
        let target = follow_links(path);
        let folder = target.parent().unwrap_or_else(|| Path::new("")).to_owned();
        sweep(&folder);
        let name = target.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let beside = Self::claim(&folder, &format!(".{name}"), Some(path), false);
        match (beside, own) {
            (SlotClaim::Nowhere, Some(own)) => Self::claim(&own.join(FOLDER), &away_name(&target), Some(path), true),
            (claim, _) => claim,
        }
    }

    /// The autosave that an ended program left for a file; `None` if it is absent; folders are not created.
    pub fn find_left(path: &Path, own: Option<&Path>) -> Option<LeftAutosave> {
        let target = fs::canonicalize(path).ok()?;
        let name = target.file_name()?.to_string_lossy().into_owned();
        let beside = target.with_file_name(format!(".{name}.autosave"));
        let away = own.map(|own| own.join(FOLDER).join(format!("{}.autosave", away_name(&target))));
        if !beside.exists() && !away.is_some_and(|away| away.exists()) {
            return None;
        }
        match Self::of_file(path, own) {
            SlotClaim::Mine(slot) => slot.read_left(),
            SlotClaim::Taken | SlotClaim::Nowhere => None,
        }
    }

    /// A slot of its own for a study without a file, or for one whose slot another program holds.
    pub fn unnamed(own: &Path, of: Option<&Path>) -> SlotClaim {
        let folder = own.join(FOLDER);
        (0..1_000)
            .map(|number| format!("study-{number}"))
            .filter(|name| !folder.join(format!("{name}.autosave")).exists())
            .map(|name| Self::claim(&folder, &name, of, true))
            .find(|claim| !matches!(claim, SlotClaim::Taken))
            .unwrap_or(SlotClaim::Nowhere)
    }

    fn claim(folder: &Path, name: &str, of: Option<&Path>, away: bool) -> SlotClaim {
        if away && fs::create_dir_all(folder).is_err() {
            return SlotClaim::Nowhere;
        }
        let path = folder.join(format!("{name}.lock"));
        let opened = File::options().create(true).truncate(false).write(true).open(&path);
        let Ok(file) = opened else { return SlotClaim::Nowhere };
        match file.try_lock() {
            Ok(()) => SlotClaim::Mine(Self {
                autosave: folder.join(format!("{name}.autosave")),
                of: of.map(Path::to_owned),
                away,
                lock: Lock { path, held: Some(file) },
            }),
            Err(TryLockError::WouldBlock) => SlotClaim::Taken,
            // A file system without locks: the autosave is worth more than the lock.
            Err(TryLockError::Error(_)) => SlotClaim::Mine(Self {
                autosave: folder.join(format!("{name}.autosave")),
                of: of.map(Path::to_owned),
                away,
                lock: Lock { path, held: None },
            }),
        }
    }

    /// Slots in the program's own folder that hold an autosave and that no program holds, newest first.
    pub fn find_abandoned(own: &Path) -> Vec<(Self, LeftAutosave)> {
        let folder = own.join(FOLDER);
        let Ok(entries) = fs::read_dir(&folder) else { return Vec::new() };
        sweep(&folder);
        let names = entries.flatten().filter_map(|entry| {
            entry.file_name().to_str().and_then(|name| name.strip_suffix(".autosave")).map(str::to_owned)
        });
        let mut found: Vec<(Self, LeftAutosave)> = names
            .filter_map(|name| match Self::claim(&folder, &name, None, true) {
                SlotClaim::Mine(slot) => slot.read_left().map(|found| (slot, found)),
                SlotClaim::Taken | SlotClaim::Nowhere => None,
            })
            .map(|(slot, found)| (Self { of: found.of.clone(), ..slot }, found))
            .collect();
        found.sort_by_key(|(_, found)| -found.written);
        found
    }

    /// The file of which this slot keeps an autosave.
    pub fn study_path(&self) -> Option<&Path> {
        self.of.as_deref()
    }

    /// Whether the slot stands beside the file, or in place of that under a name made from the file's.
    pub fn is_away(&self) -> bool {
        self.away
    }

    /// What writes the autosave.
    pub fn writer(&self) -> SlotWriter {
        // A comment ends with its line; a path that holds a line break is not told.
        let path = self.of.as_ref().and_then(|path| path.to_str()).filter(|path| !path.contains(['\n', '\r']));
        let header = match path {
            Some(path) if self.away => format!("{HEADER}{path}\n"),
            Some(_) | None => String::new(),
        };
        SlotWriter { autosave: self.autosave.clone(), header }
    }

    /// The autosave that was left here, if it can be read.
    pub fn read_left(&self) -> Option<LeftAutosave> {
        let bytes = read(&self.autosave).ok()?;
        let study = read_study(&bytes).ok()?;
        let told = std::str::from_utf8(&bytes).ok().and_then(|text| text.lines().next()?.strip_prefix(HEADER));
        let of = self.of.clone().or_else(|| told.map(PathBuf::from));
        let written = written_at(&self.autosave).unwrap_or(0);
        Some(LeftAutosave { study: Arc::new(study), file_written: of.as_deref().and_then(written_at), of, written })
    }

    /// Removes the autosave.
    pub fn clear(&self) {
        fs::remove_file(&self.autosave).unwrap_or_default();
    }

    /// Removes the autosave and keeps it as a dated copy, so that a wrong answer can be undone.
    pub fn set_aside(&self, own: Option<&Path>, now: i64) {
        let Ok(bytes) = read(&self.autosave) else { return };
        let named = self.of.clone().or_else(|| own.map(|own| own.join(new_name("unnamed"))));
        if let Some(path) = named
            && keep_copy(&path, &bytes, own, now).is_ok()
        {
            self.clear();
        }
    }
}

/// Name under which the autosave of a file stands in the program's own folder.
fn away_name(target: &Path) -> String {
    let digest = hex(&Sha256::digest(target.to_string_lossy().as_bytes()));
    format!("file-{digest:.16}")
}

/// Seconds since 1970 at which a file was written.
fn written_at(path: &Path) -> Option<i64> {
    let moment = fs::metadata(path).ok()?.modified().ok()?;
    i64::try_from(moment.duration_since(UNIX_EPOCH).ok()?.as_secs()).ok()
}

/// Removes temporary files that a killed program left.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let old = |entry: &fs::DirEntry| -> io::Result<bool> {
        Ok(entry.metadata()?.modified()?.elapsed().is_ok_and(|age| age > LEFT_BEHIND))
    };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(super::storage::TEMPORARY) && old(&entry).unwrap_or(false) {
            fs::remove_file(entry.path()).unwrap_or_default();
        }
    }
}

/// A fingerprint of a file's contents; `None` where it cannot be read.
pub fn contents_of(path: &Path) -> Option<String> {
    read(path).ok().map(|bytes| hex(&Sha256::digest(bytes)))
}

/// Which of these files are not there.
pub fn missing(paths: &[PathBuf]) -> Vec<PathBuf> {
    paths.iter().filter(|path| !path.exists()).cloned().collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text cannot fail.
        write!(text, "{byte:02x}").unwrap_or_default();
        text
    })
}

/// Writes a study over a file after a dated copy of what stood there.
///
/// The inner error is that of the copy: the study is saved, and the copy is missing.
///
/// # Errors
/// The outer [`FileError`] if the study is not saved.
pub fn save_with_backup(
    path: &Path,
    study: &Study,
    own: Option<&Path>,
    now: i64,
) -> Result<Result<(), FileError>, FileError> {
    let text = try_write(study).map_err(|problem| FileError::whole(problem).with_path(path))?;
    let same = read(path).is_ok_and(|bytes| bytes == text.as_bytes());
    let copied = if same { Ok(()) } else { super::backups::back_up(path, own, now) };
    write_bytes(path, text.as_bytes())?;
    Ok(copied)
}
