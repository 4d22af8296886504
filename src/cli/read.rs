//! `kichban read`: what would come in from files of statistics offices, every value with its cell.

use super::args::{Arguments, Format};
use super::failure::Failure;
use super::{Reply, Task, exit_code, reply_with_bytes};
use crate::files;
use crate::lang::Lang;
use crate::reading::{FileRead, ImportAnswers, cells_as_csv, found_as_json, read_file};
use crate::text::{explain_unreadable, one_line, tell_check, tell_question, tell_table, tell_text_converted};
use clap::Args;
use std::path::{Path, PathBuf};

/// `kichban read`
#[derive(Debug, Clone, Args)]
pub(super) struct ReadArgs {
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    source: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
}

impl Task for ReadArgs {
    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let lang = arguments.lang;
        let answers = match &self.answers {
            Some(path) => files::read_answers(path).map_err(|error| Failure::file(&error, lang))?,
            None => ImportAnswers::default(),
        };
        let mut read = Vec::new();
        let mut note = String::new();
        let mut refused = None;
        for path in &self.source {
            match read_one(path, &answers, lang) {
                Ok(found) => {
                    note.push_str(&told(&found, lang));
                    read.push(found);
                }
                Err(failure) => {
                    note.push_str(&failure.line(arguments.format, lang));
                    refused = refused.or(Some(failure));
                }
            }
        }
        // One file that was read is an answer; the others have been told of.
        if let (true, Some(failure)) = (read.is_empty(), refused) {
            return Ok(Reply { note, status: failure.status, ..Reply::default() });
        }
        let bytes = match arguments.format {
            Format::Csv => cells_as_csv(&read),
            Format::Json => {
                let Ok(bytes) = found_as_json(&read) else { return Err(Failure::from_interruption(lang)) };
                bytes
            }
            Format::Table => listed(&read, lang).into_bytes(),
        };
        let reply = reply_with_bytes(bytes, arguments)?;
        Ok(Reply { note: format!("{note}{}", reply.note), ..reply })
    }
}

fn read_one(path: &Path, answers: &ImportAnswers, lang: Lang) -> Result<FileRead, Failure> {
    let bytes = files::read_bytes(path).map_err(|error| Failure::file(&error, lang))?;
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    read_file(&name, &bytes, answers)
        .map_err(|error| Failure::new(exit_code::INVALID, explain_unreadable(&error, lang)))
}

/// What is said beside the values: converted text, questions with their ids, findings of the checks.
fn told(found: &FileRead, lang: Lang) -> String {
    let mut lines = tell_text_converted(found, lang);
    let questions = found.tables.iter().flat_map(|table| table.questions.iter().map(move |question| (table, question)));
    lines.extend(questions.map(|(table, question)| tell_question(table, question, lang)));
    lines.extend(
        found.questions.iter().filter_map(|question| Some(tell_question(found.tables.first()?, question, lang))),
    );
    let of_tables = found.tables.iter().flat_map(|table| table.checks.iter().map(move |check| (table, check)));
    lines.extend(of_tables.map(|(table, check)| one_line(&tell_check(&found.file, &table.sheet, check, lang))));
    lines.extend(found.checks.iter().map(|check| one_line(&tell_check(&found.file, "", check, lang))));
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// One line a table.
fn listed(read: &[FileRead], lang: Lang) -> String {
    read.iter().flat_map(|file| &file.tables).flat_map(|table| [tell_table(table, lang), "\n".to_owned()]).collect()
}
