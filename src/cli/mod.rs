//! The program without a window: arguments in, text out.
//!
//! Every command returns bytes and a status; only this file prints.

mod args;
mod audit;
mod backtest;
mod check;
mod compare;
mod ensemble;
pub mod exit_code;
mod explain;
mod export;
mod failure;
mod import;
mod list;
mod merge;
mod observe;
mod question;
mod read;
mod rebase;
mod refusal;
mod render;
mod reprice;
mod request;
mod run;
mod sensitivity;
mod set;
mod solve;
mod window;

use crate::engine::Projection;
use crate::files::{self, FileError};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::task::{Progress, in_background};
use crate::text::words::label;
use crate::text::{explain_edited, progress_line, remarks_of_case, window_refused, write_path};
use args::{Arguments, Parsed};
use clap::Subcommand;
use failure::Failure;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

pub use window::{WantedWindow, find_window};

/// Why there is no window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWindow<'a> {
    /// The system has no display.
    NoDisplay,
    /// The program was built without a window.
    NotBuilt,
    /// The system refuses a window, in its own words.
    Refused(&'a str),
}

/// What a command has to say.
#[derive(Debug, Default)]
struct Reply {
    /// For the screen or a pipe.
    out: Vec<u8>,
    /// For the error stream.
    note: String,
    /// How the program ends; `DONE` unless the command has found something.
    status: u8,
}

impl Reply {
    fn out(bytes: impl Into<Vec<u8>>) -> Self {
        Self { out: bytes.into(), ..Self::default() }
    }

    /// The same with what is worth a look in projections on the error stream, each remark once.
    fn with_remarks<'p>(
        mut self,
        study: &Study,
        runs: impl IntoIterator<Item = (&'p str, &'p Projection)>,
        lang: Lang,
    ) -> Self {
        let mut told = BTreeSet::new();
        for (case, projection) in runs {
            for remark in remarks_of_case(study, case, projection, lang) {
                if told.insert(remark.clone()) {
                    self.note = format!("{}{remark}\n", self.note);
                }
            }
        }
        self
    }
}

/// Runs a command line, the name of the program first, and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match args::parse(arguments) {
        Parsed::HelpOrError(text) => finish(&Reply::out(text), exit_code::DONE, Lang::default()),
        Parsed::Refused(text) => finish(&Reply { note: text, ..Reply::default() }, exit_code::USAGE, Lang::default()),
        Parsed::Understood(arguments) => {
            let (lang, format) = (arguments.lang, arguments.format);
            let task = arguments.command.task();
            match task.carry_out(&arguments) {
                Ok(reply) => {
                    let edited = told_of_edits(task.study(), lang);
                    finish(&Reply { note: format!("{edited}{}", reply.note), ..reply }, reply.status, lang)
                }
                Err(failure) => finish(&failure.reply(format, lang), failure.status, lang),
            }
        }
    }
}

/// Says why there is no window, and prints the visible scenarios of a study instead: the built-in one, or that of a file.
///
/// Returns the exit code.
pub fn run_without_window(study: Option<&Path>, why: NoWindow<'_>) -> u8 {
    let lang = Lang::default();
    let note = match why {
        NoWindow::NoDisplay => format!("{}\n", label(lang, "cli-no-display")),
        NoWindow::NotBuilt => format!("{}\n", label(lang, "cli-no-window")),
        NoWindow::Refused(reason) => format!("{}\n", window_refused(reason, lang)),
    };
    match run::visible(study, lang) {
        Ok(reply) => {
            let note = format!("{note}{}", told_of_edits(study, lang));
            print(&Reply { note, ..reply }, exit_code::DONE, lang)
        }
        Err(failure) => print(&failure.reply(args::Format::Table, lang), failure.status, lang),
    }
}

/// What is said of a workbook whose assumptions were edited since it was exported: the study inside does not have them.
///
/// The command has read the file already; only exports are read again, not pipes.
fn told_of_edits(study: Option<&Path>, lang: Lang) -> String {
    let Some(path) = study.filter(|path| files::is_export(path)) else { return String::new() };
    match files::open_told(path) {
        Ok(opened) if opened.edited.is_empty() => String::new(),
        Ok(opened) => format!("{}\n", explain_edited(&opened.edited, usize::MAX, lang)),
        Err(error) => Failure::file(&error, lang).reply(args::Format::Table, lang).note,
    }
}

/// Keys of the messages that the help is made of.
pub fn help_keys() -> BTreeSet<String> {
    args::help_keys()
}

/// A command with what was typed behind it: what it reads, and how it is carried out.
trait Task {
    /// The file or id of the study that it reads; a panel is no study.
    fn study(&self) -> Option<&Path> {
        None
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure>;
}

/// What is to be done.
#[derive(Debug, Clone, Subcommand)]
enum Command {
    Run(run::RunArgs),
    Audit(audit::AuditArgs),
    Compare(compare::CompareArgs),
    Solve(solve::SolveArgs),
    Explain(explain::ExplainArgs),
    Check(check::CheckArgs),
    List(list::ListArgs),
    Ensemble(ensemble::EnsembleArgs),
    Sensitivity(sensitivity::SensitivityArgs),
    Backtest(backtest::BacktestArgs),
    Read(read::ReadArgs),
    New(import::NewArgs),
    Import(import::ImportArgs),
    Observe(observe::ObserveArgs),
    Rebase(rebase::RebaseArgs),
    Choose(rebase::ChooseArgs),
    Moved(rebase::MovedArgs),
    Merge(merge::MergeArgs),
    Reprice(reprice::RepriceArgs),
    Export(export::ExportArgs),
}

impl Command {
    fn task(&self) -> &dyn Task {
        match self {
            Self::Run(args) => args,
            Self::Audit(args) => args,
            Self::Compare(args) => args,
            Self::Solve(args) => args,
            Self::Explain(args) => args,
            Self::Check(args) => args,
            Self::List(args) => args,
            Self::Ensemble(args) => args,
            Self::Sensitivity(args) => args,
            Self::Backtest(args) => args,
            Self::Read(args) => args,
            Self::New(args) => args,
            Self::Import(args) => args,
            Self::Observe(args) => args,
            Self::Rebase(args) => args,
            Self::Choose(args) => args,
            Self::Moved(args) => args,
            Self::Merge(args) => args,
            Self::Reprice(args) => args,
            Self::Export(args) => args,
        }
    }
}

/// Writes a changed study to the file that `--out` names, and says so; does nothing without `--out`.
fn save_study(study: &Study, arguments: &Arguments) -> Result<String, Failure> {
    let Some(path) = &arguments.out else { return Ok(String::new()) };
    files::save(path, study).map_err(|error| Failure::file(&error, arguments.lang))?;
    Ok(format!("{}\n", write_path(&path.display().to_string(), arguments.lang)))
}

/// Carries out long work, and says on the error stream how far it has come once it has taken a second.
///
/// The answer is absent where the work fell over; nothing is said to a stream that has gone away.
fn run_with_progress<T: Send + 'static>(lang: Lang, work: impl FnOnce(&Progress) -> T + Send + 'static) -> Option<T> {
    let progress = Progress::default();
    let seen = progress.clone();
    let answer = in_background("kichban-work", move || work(&progress), || {});
    let mut told = String::new();
    let mut wait = Duration::from_secs(1);
    loop {
        match answer.recv_timeout(wait) {
            Ok(found) => return Some(found),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => {
                wait = Duration::from_millis(200);
                let line = progress_line(seen.parts(), lang);
                if line != told {
                    let written = write_all(io::stderr().lock(), format!("{line}\n").as_bytes());
                    told = if written.is_ok() { line } else { told };
                }
            }
        }
    }
}

/// Whether this stands for the standard output, as in other programs.
fn is_standard_output(path: &Path) -> bool {
    path == Path::new("-")
}

/// A reply with a table, or a file written.
fn reply_with_bytes(bytes: Vec<u8>, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    match arguments.out.as_deref().filter(|path| !is_standard_output(path)) {
        None => Ok(Reply::out(bytes)),
        Some(path) => {
            files::write_bytes(path, &bytes).map_err(|error| Failure::file(&error, lang))?;
            Ok(Reply { note: format!("{}\n", write_path(&path.display().to_string(), lang)), ..Reply::default() })
        }
    }
}

fn finish(reply: &Reply, status: u8, lang: Lang) -> ExitCode {
    ExitCode::from(print(reply, status, lang))
}

/// Prints a reply; a reader that went away, as `head` does, is no failure.
///
/// An output that takes no more, such as that of a full disk, is told on the error stream.
fn print(reply: &Reply, status: u8, lang: Lang) -> u8 {
    let written =
        write_all(io::stderr().lock(), reply.note.as_bytes()).and_then(|()| write_all(io::stdout().lock(), &reply.out));
    match written {
        Ok(()) => status,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => status,
        Err(error) => {
            let failure = Failure::file(&FileError::output_refused(&error), lang);
            let told = failure.reply(args::Format::Table, lang);
            // If the error stream fails too, the exit code alone tells it.
            write_all(io::stderr().lock(), told.note.as_bytes()).map_or(failure.status, |()| failure.status)
        }
    }
}

fn write_all(mut stream: impl Write, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes)?;
    stream.flush()
}
