//! What opens the window: no word at all, a study, and what is to draw it.

use super::args::Format;
use super::failure::Failure;
use super::{exit_code, finish};
use crate::files;
use crate::lang::Lang;
use crate::text::{Mistyped, Wanted, explain_mistyped};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The option that says what draws the window.
const RENDERER: &str = "--renderer";

/// A window that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WantedWindow {
    /// The study file, or an export that carries one; the built-in study if it is left out.
    pub study: Option<PathBuf>,
    /// What draws the window, one of the known words.
    pub renderer: Option<String>,
}

/// Finds whether arguments, the name of the program first, ask for a window: `None` where they are a command.
///
/// A renderer that is not one of `known` is reported on the error stream; the program then ends with the code that
/// comes back.
pub fn find_window(
    arguments: impl IntoIterator<Item = OsString>,
    known: &[&str],
) -> Result<Option<WantedWindow>, ExitCode> {
    read(arguments, known).map_err(|mistyped| {
        let wanted = Wanted::OneOf(known.iter().map(|word| (*word).to_owned()).collect());
        let lang = Lang::default();
        let failure = Failure::usage(explain_mistyped(&mistyped, &wanted, None, lang));
        finish(&failure.reply(Format::Table, lang), exit_code::USAGE, lang)
    })
}

fn read(arguments: impl IntoIterator<Item = OsString>, known: &[&str]) -> Result<Option<WantedWindow>, Mistyped> {
    let mut words = arguments.into_iter().skip(1);
    let mut wanted = WantedWindow::default();
    while let Some(word) = words.next() {
        let text = word.to_str().unwrap_or_default();
        let after_equals = text.strip_prefix(RENDERER).and_then(|rest| rest.strip_prefix('='));
        if text == RENDERER || after_equals.is_some() {
            let named = after_equals.map(OsString::from).or_else(|| words.next());
            wanted.renderer = Some(renderer(named, known)?);
        } else if wanted.study.is_none() && names_a_study(Path::new(&word)) {
            wanted.study = Some(PathBuf::from(word));
        } else {
            return Ok(None);
        }
    }
    Ok(Some(wanted))
}

fn renderer(named: Option<OsString>, known: &[&str]) -> Result<String, Mistyped> {
    let argument = || RENDERER.to_owned();
    let named = named.ok_or_else(|| Mistyped::NoValue(argument()))?;
    let typed = named.to_string_lossy().into_owned();
    let is_known = known.contains(&typed.as_str());
    if is_known { Ok(typed) } else { Err(Mistyped::Value { argument: argument(), typed }) }
}

fn names_a_study(path: &Path) -> bool {
    files::is_study(path) || files::is_export(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Option<WantedWindow>, Mistyped> {
        super::read(std::iter::once("kichban").chain(words.iter().copied()).map(OsString::from), &["auto", "cpu"])
    }

    #[test]
    fn a_window_is_wanted_without_words_and_with_a_study_or_a_renderer() {
        let wanted = |study: Option<&str>, renderer: Option<&str>| {
            Ok(Some(WantedWindow { study: study.map(PathBuf::from), renderer: renderer.map(str::to_owned) }))
        };
        assert_eq!(read(&[]), wanted(None, None));
        for study in ["a.kichban", "a.ron", "Kế hoạch.KICHBAN", "a.xlsx"] {
            assert_eq!(read(&[study]), wanted(Some(study), None));
            assert_eq!(read(&[study, "--renderer", "cpu"]), wanted(Some(study), Some("cpu")));
        }
        assert_eq!(read(&["--renderer=auto"]), wanted(None, Some("auto")));
    }

    #[test]
    fn anything_else_is_a_command() {
        for words in [&["run"][..], &["a.txt"], &["check", "a.ron"], &["a.ron", "b.ron"], &["--help"]] {
            assert_eq!(read(words), Ok(None), "{words:?}");
        }
    }

    #[test]
    fn a_renderer_that_is_not_known_is_refused() {
        let argument = || "--renderer".to_owned();
        assert_eq!(read(&["--renderer"]), Err(Mistyped::NoValue(argument())));
        let refused = |typed: &str| Err(Mistyped::Value { argument: argument(), typed: typed.to_owned() });
        assert_eq!(read(&["--renderer", "gpu"]), refused("gpu"));
        assert_eq!(read(&["a.ron", "--renderer="]), refused(""));
    }
}
