//! `kichban export`: workbooks, answer notes, reports, charts and tables written to files.
//!
//! The only file here that names `app`: exports are made from the pictures that the window shows, so that both give the same.

use super::args::{Arguments, ClosureWord};
use super::failure::Failure;
use super::question::closures;
use super::set::SetArgs;
use super::{Reply, Task, exit_code, is_standard_output, request, run_with_progress};
use crate::app::exports::{
    ChosenSections, DocumentSection, ExportError, ExportForm, ExportRequest, Exported, ExportedFile,
    explain_export_error, export as made, sections_of, today,
};
use crate::export::Stamp;
use crate::files;
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::{export_is_not_one_file, unknown_export_section, unreadable_date, write_path};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf, is_separator};

/// `kichban export`
#[derive(Debug, Clone, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "STUDY")]
    study: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "FORM")]
    to: ExportWord,
    #[arg(long, value_name = "ID")]
    scenario: Vec<String>,
    #[arg(long, value_enum)]
    closure: Option<ClosureWord>,
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    sections: Vec<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    #[command(flatten)]
    set: SetArgs,
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExportWord {
    Workbook,
    Note,
    Report,
    Charts,
    Tables,
}

impl Task for ExportArgs {
    fn study(&self) -> Option<&Path> {
        self.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (mut study, arguments) = request::study(self.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let stamp = day(self.date.as_deref(), lang)?;
        let mut cases = cases(&study, &self.scenario, lang)?;
        // The files carry the study with the scenarios that hold the values, so that they open with the same figures.
        self.set.change_cases(&mut study, &mut cases, None, lang)?;
        let form = match self.to {
            ExportWord::Workbook => ExportForm::Workbook,
            ExportWord::Note => ExportForm::Note,
            ExportWord::Report => ExportForm::Report,
            ExportWord::Charts => ExportForm::Charts,
            ExportWord::Tables => ExportForm::Tables,
        };
        let sections = sections(&self.sections, form, lang)?;
        let (mut ready, mut note) = (Vec::new(), String::new());
        for closure in closures(self.closure, &study) {
            let request =
                ExportRequest { form, cases: cases.clone(), closure, lang, stamp, sections: sections.clone() };
            let Exported { files, remarks } = of_request(&study, request, lang)?;
            note.extend(remarks.into_iter().map(|remark| format!("{remark}\n")));
            ready.extend(files);
        }
        let target = arguments.out.as_deref().unwrap_or(Path::new("."));
        if is_standard_output(target) {
            return Ok(Reply { note, ..Reply::out(alone(&ready, target, lang)?.bytes.clone()) });
        }
        for (path, file) in places(target, &ready, lang)? {
            files::write_in_own_folder(&path, &file.bytes).map_err(|error| Failure::file(&error, lang))?;
            note = format!("{note}{}\n", write_path(&path.display().to_string(), lang));
        }
        Ok(Reply { note, ..Reply::default() })
    }
}

/// What one request gives; long ones say on the error stream how far they have come.
fn of_request(study: &Study, request: ExportRequest, lang: Lang) -> Result<Exported, Failure> {
    let owned = study.clone();
    match run_with_progress(lang, move |progress| made(&owned, &request, progress)) {
        Some(Ok(Some(exported))) => Ok(exported),
        Some(Err(error)) => Err(failure(&error, study, lang)),
        Some(Ok(None)) | None => Err(Failure::from_interruption(lang)),
    }
}

/// Where each file goes: those of a name go to it, and several go into a folder.
fn places<'a>(
    target: &Path,
    ready: &'a [ExportedFile],
    lang: Lang,
) -> Result<Vec<(PathBuf, &'a ExportedFile)>, Failure> {
    if files::is_stream(target) {
        return Ok(vec![(target.to_owned(), alone(ready, target, lang)?)]);
    }
    let is_folder = target.is_dir() || target.extension().is_none() || target.to_string_lossy().ends_with(is_separator);
    if is_folder {
        return Ok(ready.iter().map(|file| (target.join(&file.name), file)).collect());
    }
    let ending = |path: &Path| path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let mut named = ready.iter().filter(|file| ending(target) == ending(Path::new(&file.name)));
    match (named.next(), named.next()) {
        (Some(file), None) => Ok(vec![(target.to_owned(), file)]),
        (None, _) | (Some(_), Some(_)) => Err(not_one(ready, target, lang)),
    }
}

/// The only file of an export, for what takes no more.
fn alone<'a>(ready: &'a [ExportedFile], target: &Path, lang: Lang) -> Result<&'a ExportedFile, Failure> {
    match ready {
        [file] => Ok(file),
        _ => Err(not_one(ready, target, lang)),
    }
}

fn not_one(ready: &[ExportedFile], target: &Path, lang: Lang) -> Failure {
    let names: Vec<&str> = ready.iter().map(|file| file.name.as_str()).collect();
    Failure::usage(export_is_not_one_file(&target.display().to_string(), &names, lang))
}

/// The scenarios asked for; those that the study shows where none is.
fn cases(study: &Study, asked: &[String], lang: Lang) -> Result<Vec<String>, Failure> {
    if asked.is_empty() {
        let shown: Vec<String> =
            study.case_ids().into_iter().filter(|id| study.case_visible(id)).map(str::to_owned).collect();
        return Ok(if shown.is_empty() { vec![study.pinned.clone()] } else { shown });
    }
    asked.iter().try_for_each(|id| request::known_case(id, study, lang))?;
    Ok(request::keep_first(asked))
}

/// The sections asked for; all of them where none is.
fn sections(asked: &[String], form: ExportForm, lang: Lang) -> Result<ChosenSections, Failure> {
    if asked.is_empty() {
        return Ok(ChosenSections::default());
    }
    let known: Vec<DocumentSection> = sections_of(form).iter().map(|(section, _)| *section).collect();
    let ids: Vec<&str> = known.iter().map(|section| section.id()).collect();
    let find = |word: &String| {
        let found = known.iter().find(|section| section.id() == word.trim()).copied();
        found.ok_or_else(|| Failure::usage(unknown_export_section(word, form.id(), &ids, lang)))
    };
    asked.iter().map(find).collect()
}

/// The date given, or today's in local time.
pub(super) fn day(given: Option<&str>, lang: Lang) -> Result<Stamp, Failure> {
    match given {
        Some(text) => Stamp::read(text).ok_or_else(|| Failure::usage(unreadable_date(text, lang))),
        None => Ok(today()),
    }
}

fn failure(error: &ExportError, study: &Study, lang: Lang) -> Failure {
    let status = match error {
        ExportError::Case { .. } => exit_code::INVALID,
        ExportError::Part { .. } => exit_code::UNEXPECTED,
    };
    Failure::new(status, explain_export_error(error, study, lang))
}
