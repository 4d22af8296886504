//! Files on disk: read whole within a limit, written whole or not at all.

use super::carried::{Opened, read_opened};
use super::error::{FileError, FileProblem, Refusal};
use super::study_file::{LARGEST_FILE, try_write};
use crate::scenario::study::Study;
use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};

/// First characters of the name under which a file is written before it takes its place.
pub(super) const TEMPORARY: &str = ".kichban-";

/// Endings of study files; the first is that of new ones, the second that of studies written by hand or by earlier versions.
pub const STUDIES: [&str; 2] = ["kichban", "ron"];

/// Whether a path names a study file by its ending.
pub fn is_study(path: &Path) -> bool {
    has_ending(path, &STUDIES)
}

/// Whether a file name ends with a dot and one of these endings, in capitals or not.
pub(super) fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// The name that a study is proposed to be saved under: its id with the ending of new studies.
pub fn new_name(id: &str) -> String {
    format!("{id}.{}", STUDIES[0])
}

/// The path with the ending of new studies behind it, where it has none.
///
/// What follows the dot of `Phương án 2.1` is no ending; any other is what the user wants.
pub fn with_ending(path: PathBuf) -> PathBuf {
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    let is_one = ending.is_some_and(|ending| {
        ending.chars().all(|c| c.is_ascii_alphanumeric()) && ending.contains(|c: char| c.is_ascii_alphabetic())
    });
    if is_one || path.file_name().is_none() {
        return path;
    }
    let mut named = path.into_os_string();
    named.push(".");
    named.push(STUDIES[0]);
    PathBuf::from(named)
}

/// Reads a study from its file, or from an export that carries it; the file is not changed.
///
/// # Errors
/// [`FileError`] if the file cannot be read, or its study is refused.
pub fn open(path: &Path) -> Result<Study, FileError> {
    open_told(path).map(|opened| opened.study)
}

/// The same, with what was edited in a workbook since it was exported.
///
/// # Errors
/// As [`open`].
pub fn open_told(path: &Path) -> Result<Opened, FileError> {
    let bytes = read(path).map_err(|problem| FileError::whole(problem).with_path(path))?;
    read_opened(&bytes).map_err(|error| error.with_path(path))
}

pub(super) fn read(path: &Path) -> Result<Vec<u8>, FileProblem> {
    let refused = |error: io::Error| {
        if error.kind() == io::ErrorKind::NotFound {
            FileProblem::NotFound
        } else {
            FileProblem::Unreadable(Refusal::from(&error))
        }
    };
    let file = File::open(path).map_err(refused)?;
    let size = file.metadata().map_err(refused)?.len();
    if size > LARGEST_FILE {
        return Err(FileProblem::TooLarge { bytes: size, limit: LARGEST_FILE });
    }
    let mut bytes = Vec::new();
    // A pipe or a growing file has no size to trust, so that the limit holds while reading too.
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(refused)?;
    Ok(bytes)
}

/// Writes a study so that the file is complete or as it was.
///
/// # Errors
/// [`FileError`] if the study cannot be written as text, or the system refuses the file; the old file is then
/// unchanged.
pub fn save(path: &Path, study: &Study) -> Result<(), FileError> {
    let text = try_write(study).map_err(|problem| FileError::whole(problem).with_path(path))?;
    write_bytes(path, text.as_bytes())
}

/// Text of a small file of the program's own, such as preferences.
///
/// # Errors
/// [`FileError`] if the file is absent, cannot be read, is too large, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, FileError> {
    let bytes = read(path).map_err(|problem| FileError::whole(problem).with_path(path))?;
    String::from_utf8(bytes).map_err(|error| {
        FileError::whole(FileProblem::NotUtf8 { byte: error.utf8_error().valid_up_to() }).with_path(path)
    })
}

/// Writes a file of the program's own, making its folder where it is missing.
///
/// # Errors
/// [`FileError`] if the system refuses the folder or the file.
pub fn write_in_own_folder(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .map_err(|error| FileError::whole(FileProblem::Unwritable(Refusal::from(&error))).with_path(path))?;
    }
    write_bytes(path, bytes)
}

/// The path itself if it is free, otherwise the same name with the first free number.
pub fn free_path(path: &Path) -> PathBuf {
    let stem = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let ending = path.extension().map_or_else(String::new, |ending| format!(".{}", ending.to_string_lossy()));
    let numbered = (2..1_000).map(|number| path.with_file_name(format!("{stem} ({number}){ending}")));
    std::iter::once(path.to_owned()).chain(numbered).find(|path| !path.exists()).unwrap_or_else(|| path.to_owned())
}

/// Writes bytes beside the target and renames them over it: half a file never stands there.
///
/// A pipe or a device takes the bytes itself, and stays what it is.
///
/// # Errors
/// [`FileError`] if the system refuses the file, which is then unchanged, or a pipe or device does not take all bytes.
pub fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let (written, problem): (_, fn(Refusal) -> FileProblem) = if is_stream(path) {
        (pour(path, bytes), FileProblem::StreamRefused)
    } else {
        (replace(path, bytes), FileProblem::Unwritable)
    };
    written.map_err(|error| FileError::whole(problem(Refusal::from(&error))).with_path(path))
}

/// Whether bytes go into what stands there rather than in its place: a pipe, a device, an open stream under a name.
pub fn is_stream(path: &Path) -> bool {
    // Whatever an open stream leads to, even a plain file: who opened it decides what becomes of that.
    let names = ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc/self/fd"];
    names.iter().any(|name| path.starts_with(name))
        || fs::metadata(path).is_ok_and(|stands| !stands.is_file() && !stands.is_dir())
}

fn pour(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // At the end, so that a file behind an open stream keeps what it holds.
    let mut stream = fs::OpenOptions::new().append(true).open(path)?;
    stream.write_all(bytes)?;
    stream.flush()
}

/// Links that are followed from one to the next at most; the system gives up sooner.
const MOST_LINKS: usize = 40;

/// The file at which a link points, whether it is there yet or not; any other path itself.
pub(super) fn follow_links(path: &Path) -> PathBuf {
    if let Ok(target) = fs::canonicalize(path) {
        return target;
    }
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&target) else { break };
        target = target.parent().unwrap_or_else(|| Path::new("")).join(next);
    }
    target
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link keeps pointing at its file, and the file is what changes.
    let target = follow_links(path);
    if target.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut beside = temporary(folder)?;
    beside.write_all(bytes)?;
    if let Ok(before) = fs::metadata(&target) {
        if before.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        beside.as_file().set_permissions(before.permissions())?;
    }
    beside.as_file().sync_all()?;
    if has_other_names(&target) {
        return pour_over(beside, &target);
    }
    beside.persist(&target).map_err(|failed| failed.error)?;
    sync_folder(folder);
    Ok(())
}

/// Whether a file stands under other names too, as hard links: a rename would part this name from them.
#[cfg(unix)]
fn has_other_names(path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).is_ok_and(|stands| stands.nlink() > 1)
}

/// Windows tells the number of names only through functions that are not stable yet; there a name is parted.
#[cfg(not(unix))]
const fn has_other_names(_: &Path) -> bool {
    false
}

/// Writes the complete copy over the content of a file, so that all of its names keep it.
///
/// This step alone is not atomic; if it fails, the copy stays beside the file.
fn pour_over(mut copy: tempfile::NamedTempFile, target: &Path) -> io::Result<()> {
    copy.rewind()?;
    let poured = fs::OpenOptions::new().write(true).truncate(true).open(target).and_then(|mut file| {
        io::copy(copy.as_file_mut(), &mut file)?;
        file.sync_all()
    });
    if poured.is_err() {
        copy.keep().map_err(|failed| failed.error)?;
    }
    poured
}

#[cfg(unix)]
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    // The user's mask applies, as for any new file; the default of the library is readable by the owner only.
    tempfile::Builder::new().prefix(TEMPORARY).permissions(fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder)
}

/// Makes the rename itself durable; the file is complete in any case, so that a refusal is no error.
fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().unwrap_or_default();
    }
}
