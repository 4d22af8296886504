//! Where the command line puts its bytes: a file, a stream that stays what it is, the standard output.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::tempdir;

fn kichban(words: &[&str], out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kichban")).args(words).arg("--out").arg(out).output().unwrap()
}

fn note(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const LIST: [&str; 4] = ["list", "scenarios", "--format", "csv"];
const WORKBOOK: [&str; 7] = ["export", "--to", "workbook", "--scenario", "plan", "--date", "2026-11-22"];
const REPORT: [&str; 7] = ["export", "--to", "report", "--scenario", "plan", "--date", "2026-11-22"];

#[cfg(unix)]
#[test]
fn a_pipe_gets_the_bytes_and_stays_a_pipe() {
    use std::os::unix::fs::FileTypeExt as _;
    let folder = tempdir().unwrap();
    let pipe = folder.path().join("pipe.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // Commands with a way of writing of their own: a table, the audit, an export.
    for (words, begins) in [(&LIST[..], "id,"), (&["audit", "--format", "csv"], "study,"), (&WORKBOOK[..], "PK")] {
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || std::fs::read(pipe).unwrap()
        });
        let output = kichban(words, &pipe);
        assert!(std::fs::metadata(&pipe).unwrap().file_type().is_fifo(), "{words:?} replaced the pipe");
        let bytes = reader.join().unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{words:?}: {}", String::from_utf8_lossy(&bytes));
        assert!(note(&output).contains("pipe.csv"), "{}", note(&output));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_stays_a_device_and_its_refusal_is_told() {
    use std::os::unix::fs::FileTypeExt as _;
    let is_device = |path: &str| std::fs::metadata(path).unwrap().file_type().is_char_device();
    let folder = tempdir().unwrap();
    // A link stands for the device, so that a program that replaces what it finds harms only the link.
    let link = folder.path().join("null");
    std::os::unix::fs::symlink("/dev/null", &link).unwrap();
    assert!(kichban::files::is_stream(&link), "not tried on the device of this machine otherwise");
    let output = kichban(&LIST, &link);
    assert_eq!(output.status.code(), Some(0), "{}", note(&output));
    assert!(is_device("/dev/null") && link.is_symlink());
    // What is printed into a device without room is told too.
    for (lang, words) in [("en", "stdout does not take all"), ("vi", "stdout không nhận hết")] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_kichban"));
        let output = command.args(LIST).args(["--lang", lang]).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(6));
        assert!(note(&output).contains(words), "{}", note(&output));
    }
    // A device without room.
    assert_eq!(kichban(&LIST, Path::new("/dev/full")).status.code(), Some(6));
    assert!(is_device("/dev/full"));
}

#[cfg(target_os = "linux")]
#[test]
fn an_open_stream_under_a_name_is_written_to_at_its_end() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("kept.csv");
    std::fs::write(&file, "before\n").unwrap();
    let open = std::fs::OpenOptions::new().append(true).open(&file).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kichban"));
    command.args(LIST).args(["--out", "/dev/stdout"]).stdout(open);
    assert!(command.status().unwrap().success());
    let held = std::fs::read_to_string(&file).unwrap();
    assert!(held.starts_with("before\nid,"), "{held}");
}

#[test]
fn a_dash_is_the_standard_output() {
    let folder = tempdir().unwrap();
    for (words, begins) in [(&LIST[..], "id,"), (&["audit", "--format", "csv"], "study,"), (&WORKBOOK[..], "PK")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kichban"));
        let output = command.current_dir(folder.path()).args(words).args(["--out", "-"]).output().unwrap();
        assert!(output.stdout.starts_with(begins.as_bytes()), "{words:?}: {}", note(&output));
    }
    // Several files are no stream.
    let mut command = Command::new(env!("CARGO_BIN_EXE_kichban"));
    let output = command.current_dir(folder.path()).args(REPORT).args(["--out", "-"]).output().unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{}", note(&output));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is written under that name");
}

#[test]
fn an_export_to_a_name_with_an_ending_is_that_file_or_refused() {
    let folder = tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    // The report is made in several forms: the one of this ending is meant.
    for name in ["report.docx", "report.pdf"] {
        let output = kichban(&REPORT, &place(name));
        assert_eq!(output.status.code(), Some(0), "{}", note(&output));
        assert!(place(name).is_file());
        // Remarks about the projection stand there, too; one file is named.
        assert_eq!(note(&output).matches(folder.path().to_str().unwrap()).count(), 1, "{}", note(&output));
    }
    for (words, name) in [(&REPORT[..], "report.odt"), (&WORKBOOK[..], "plan.xls"), (&WORKBOOK[..], "plan.docx")] {
        let output = kichban(words, &place(name));
        assert_eq!(output.status.code(), Some(2), "{name}: {}", note(&output));
        assert!(!place(name).exists() && note(&output).contains(name), "{}", note(&output));
    }
    // A slash, or a folder that stands there, makes a folder of any name.
    let named = format!("{}/", place("version 1.2").display());
    assert_eq!(kichban(&WORKBOOK, Path::new(&named)).status.code(), Some(0));
    assert_eq!(std::fs::read_dir(place("version 1.2")).unwrap().count(), 1);
    assert_eq!(kichban(&WORKBOOK, &place("version 1.2")).status.code(), Some(0));
    assert_eq!(kichban(&WORKBOOK, &place("folder")).status.code(), Some(0));
    assert!(place("folder").is_dir());
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_that_is_not_there_yet_stays_a_link() {
    let folder = tempdir().unwrap();
    std::fs::create_dir(folder.path().join("studies")).unwrap();
    let (link, second) = (folder.path().join("link.csv"), folder.path().join("second.csv"));
    std::os::unix::fs::symlink("second.csv", &link).unwrap();
    std::os::unix::fs::symlink("studies/list.csv", &second).unwrap();
    let output = kichban(&LIST, &link);
    assert_eq!(output.status.code(), Some(0), "{}", note(&output));
    assert!(link.is_symlink() && second.is_symlink());
    let written = std::fs::read_to_string(folder.path().join("studies/list.csv")).unwrap();
    assert!(written.starts_with("id,"), "{written}");
}

#[cfg(unix)]
#[test]
fn every_name_of_a_file_keeps_what_is_written_under_one() {
    let folder = tempdir().unwrap();
    let (first, second) = (folder.path().join("first.csv"), folder.path().join("second.csv"));
    std::fs::write(&first, "longer than what is written below, so that a rest would show".repeat(1_000)).unwrap();
    std::fs::hard_link(&first, &second).unwrap();
    let output = kichban(&LIST, &second);
    assert_eq!(output.status.code(), Some(0), "{}", note(&output));
    let written = std::fs::read_to_string(&first).unwrap();
    assert!(written.starts_with("id,"), "{written}");
    assert_eq!(std::fs::read_to_string(&second).unwrap(), written);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "no copy is left beside");
}
