//! Why a file was not read or not written.

use super::{Explanation, explain, explain_record_problem, explain_study_error};
use crate::files::{FileError, FileProblem, Place, Refusal};
use crate::lang::Lang;
use crate::scenario::study::FORMAT;
use crate::text::Numbers;
use crate::text::catalog::{FluentValue, message};

/// Bytes in the megabyte of messages.
const MEGABYTE: f64 = 1_048_576.0;

/// Why a file was not read or not written, with its name and the place in it.
pub fn explain_file_error(error: &FileError, lang: Lang) -> Explanation {
    let teller = Teller { error, lang };
    match &error.problem {
        FileProblem::NotFound => teller.explain("error-file-not-found", &[]),
        FileProblem::Unreadable(refusal) => teller.explain_refusal("error-file-unreadable", refusal),
        FileProblem::Unwritable(refusal) => teller.explain_refusal("error-file-unwritable", refusal),
        FileProblem::StreamRefused(refusal) => teller.explain_refusal("error-stream-refused", refusal),
        FileProblem::OutputRefused(refusal) => teller.explain_refusal("error-output-refused", refusal),
        FileProblem::TooLarge { bytes, limit } => {
            let megabytes = |bytes: u64| Numbers::new(lang).write_trimmed(bytes as f64 / MEGABYTE, 1);
            let arguments = [("size", megabytes(*bytes).into()), ("limit", megabytes(*limit).into())];
            teller.explain("error-file-too-large", &arguments)
        }
        FileProblem::NotUtf8 { byte } => teller.explain("error-file-not-utf8", &[("byte", byte.to_string().into())]),
        FileProblem::NotText => teller.explain("error-file-not-text", &[]),
        FileProblem::Empty => teller.explain("error-file-empty", &[]),
        FileProblem::Syntax { detail } => teller.explain("error-file-syntax", &[("detail", detail.as_str().into())]),
        FileProblem::Truncated => teller.explain("error-file-truncated", &[]),
        FileProblem::TooDeep => teller.explain("error-file-too-deep", &[]),
        FileProblem::UnknownField { field, known } => {
            teller.explain("error-file-unknown-field", &[("field", field.as_str().into()), ("known", list(known))])
        }
        FileProblem::MissingField { field } => {
            teller.explain("error-file-missing-field", &[("field", field.as_str().into())])
        }
        FileProblem::DuplicateField { field } => {
            teller.explain("error-file-duplicate-field", &[("field", field.as_str().into())])
        }
        FileProblem::WrongType { expected, found } => teller.explain(
            "error-file-wrong-type",
            &[("expected", expected.as_str().into()), ("found", found.as_str().into())],
        ),
        FileProblem::UnknownWord { found, known } => {
            teller.explain("error-file-unknown-word", &[("found", found.as_str().into()), ("known", list(known))])
        }
        FileProblem::UnusableNumber { text } => {
            teller.explain("error-file-unusable-number", &[("value", text.as_str().into())])
        }
        FileProblem::Record(problem) => {
            let mut named = problem.clone();
            if let (Some(line), Some(name)) = (named.line_mut(), &error.line) {
                name.in_lang(lang).clone_into(line);
            }
            teller.inside(&explain_record_problem(&named, None, lang))
        }
        FileProblem::Newer { found, known } => teller.explain(
            "error-file-newer",
            &[("version", found.to_string().into()), ("supported", known.to_string().into())],
        ),
        FileProblem::UnknownVersion { found } => teller.explain(
            "error-file-unknown-version",
            &[("version", found.to_string().into()), ("supported", FORMAT.to_string().into())],
        ),
        FileProblem::Damaged { detail } => teller.explain("error-file-damaged", &[("detail", detail.as_str().into())]),
        FileProblem::NoStudy => teller.explain("error-file-no-study", &[]),
        FileProblem::Study(problem) => teller.inside(&explain_study_error(problem, None, lang)),
    }
}

fn list(words: &[String]) -> FluentValue<'static> {
    words.join(", ").into()
}

/// Adds the file and the place to the variables of every message.
struct Teller<'e> {
    error: &'e FileError,
    lang: Lang,
}

impl Teller<'_> {
    fn explain(&self, key: &str, own: &[(&'static str, FluentValue<'_>)]) -> Explanation {
        let path = match &self.error.path {
            Some(path) => path.display().to_string(),
            None => message(self.lang, "file-unnamed"),
        };
        let Place { line, column } = self.error.place.unwrap_or(Place { line: 1, column: 1 });
        let mut arguments = own.to_vec();
        arguments.extend([
            ("path", path.into()),
            ("line", line.to_string().into()),
            ("column", column.to_string().into()),
        ]);
        explain(self.lang, key, &arguments)
    }

    fn explain_refusal(&self, key: &str, refusal: &Refusal) -> Explanation {
        let reason = match refusal {
            Refusal::Denied => message(self.lang, "file-refusal-denied"),
            Refusal::NoFolder => message(self.lang, "file-refusal-no-folder"),
            Refusal::IsFolder => message(self.lang, "file-refusal-is-folder"),
            Refusal::Full => message(self.lang, "file-refusal-full"),
            Refusal::ReadOnly => message(self.lang, "file-refusal-read-only"),
            Refusal::Other(words) => words.clone(),
        };
        self.explain(key, &[("reason", reason.into())])
    }

    /// An explanation of the contents, behind the file and the place.
    fn inside(&self, inner: &Explanation) -> Explanation {
        let key = if self.error.place.is_some() { "error-file-study-line" } else { "error-file-study" };
        self.explain(key, &[("sentence", inner.sentence.as_str().into()), ("hint", inner.hint.as_str().into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{RecordProblem, StudyError};
    use std::path::PathBuf;

    fn every_problem() -> Vec<FileProblem> {
        let (field, known) = ("x".to_owned(), vec!["a".to_owned(), "b".to_owned()]);
        let mut all = vec![
            FileProblem::NotFound,
            FileProblem::TooLarge { bytes: 40_000_000, limit: 16_777_216 },
            FileProblem::NotUtf8 { byte: 7 },
            FileProblem::NotText,
            FileProblem::OutputRefused(Refusal::Full),
            FileProblem::Empty,
            FileProblem::Syntax { detail: "Expected comma".to_owned() },
            FileProblem::Truncated,
            FileProblem::TooDeep,
            FileProblem::UnknownField { field: field.clone(), known: known.clone() },
            FileProblem::MissingField { field: field.clone() },
            FileProblem::DuplicateField { field: field.clone() },
            FileProblem::WrongType { expected: "a number".to_owned(), found: "a string".to_owned() },
            FileProblem::UnknownWord { found: field, known },
            FileProblem::UnusableNumber { text: "1e999".to_owned() },
            FileProblem::Record(RecordProblem::DuplicateYear { year: 2025 }),
            FileProblem::Newer { found: 9, known: 1 },
            FileProblem::UnknownVersion { found: 0 },
            FileProblem::Study(StudyError::NoBaseline),
            FileProblem::Damaged { detail: "Invalid archive".to_owned() },
            FileProblem::NoStudy,
        ];
        let refusals = [
            Refusal::Denied,
            Refusal::NoFolder,
            Refusal::IsFolder,
            Refusal::Full,
            Refusal::ReadOnly,
            Refusal::Other("strange".to_owned()),
        ];
        all.extend(refusals.iter().cloned().map(FileProblem::Unreadable));
        all.extend(refusals.into_iter().map(FileProblem::Unwritable));
        all
    }

    #[test]
    fn every_file_error_names_the_file_in_both_languages() {
        for problem in every_problem() {
            let place = Some(Place { line: 12, column: 3 });
            let error = FileError { path: Some(PathBuf::from("my.ron").into()), place, problem, line: None };
            for lang in Lang::ALL {
                let told = explain_file_error(&error, lang);
                crate::text::explain::tests::is_told(&told, &error);
                assert!(told.sentence.contains("my.ron"), "{}", told.sentence);
            }
        }
    }

    #[test]
    fn a_problem_of_the_contents_names_its_line() {
        let error = FileError {
            path: Some(PathBuf::from("my.ron").into()),
            place: Some(Place { line: 12, column: 3 }),
            problem: FileProblem::Record(RecordProblem::DuplicateYear { year: 2025 }),
            line: None,
        };
        assert_eq!(
            explain_file_error(&error, Lang::VI).sentence,
            "my.ron, dòng 12, cột 3: Năm 2025 xuất hiện hai lần."
        );
    }
}
