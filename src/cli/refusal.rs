//! What the parser refuses, in the language of the user.

use super::args::{Arguments, Format};
use super::failure::Failure;
use crate::lang::{Lang, UnknownLang};
use crate::text::{Mistyped, Wanted, explain_mistyped};
use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::ffi::OsString;
use std::num::{ParseFloatError, ParseIntError};

/// A refusal in words; the parser's own where it is of a kind that this program does not make.
pub(super) fn explain_refusal(error: &clap::Error, arguments: &[OsString], lang: Lang) -> String {
    match find_slip(error) {
        None => error.to_string(),
        Some(slip) => {
            let suggested = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
            let suggested = suggested.into_iter().find_map(|kind| read_words(error, kind).into_iter().next());
            let wanted = find_wanted(error, &slip, arguments);
            let explained = explain_mistyped(&slip, &wanted, suggested.as_deref(), lang);
            Failure::usage(explained).reply(Format::Table, lang).note
        }
    }
}

/// What was typed wrongly; `None` for refusals that no argument of this program gives.
#[expect(clippy::wildcard_enum_match_arm, reason = "the parser's kinds grow with its versions")]
fn find_slip(error: &clap::Error) -> Option<Mistyped> {
    let argument = || read_words(error, ContextKind::InvalidArg).into_iter().next();
    let typed = || read_words(error, ContextKind::InvalidValue).into_iter().next();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            read_words(error, ContextKind::InvalidSubcommand).into_iter().next().map(Mistyped::Command)
        }
        ErrorKind::MissingSubcommand => Some(Mistyped::NoCommand),
        ErrorKind::UnknownArgument => argument().map(Mistyped::Argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let argument = argument()?;
            Some(match typed().filter(|typed| !typed.is_empty()) {
                Some(typed) => Mistyped::Value { argument, typed },
                None => Mistyped::NoValue(argument),
            })
        }
        ErrorKind::MissingRequiredArgument => {
            Some(read_words(error, ContextKind::InvalidArg)).filter(|all| !all.is_empty()).map(Mistyped::Missing)
        }
        ErrorKind::ArgumentConflict => {
            let (argument, others) = (argument()?, read_words(error, ContextKind::PriorArg));
            let is_twice = others.is_empty() || others.iter().all(|other| *other == argument);
            Some(if is_twice { Mistyped::Twice(argument) } else { Mistyped::Conflict { argument, others } })
        }
        ErrorKind::InvalidUtf8 => Some(Mistyped::NotText),
        _ => None,
    }
}

/// What may stand where the slip is.
fn find_wanted(error: &clap::Error, slip: &Mistyped, arguments: &[OsString]) -> Wanted {
    let parser = Arguments::command();
    let commands = || parser.get_subcommands().map(|command| command.get_name().to_owned());
    let known = read_words(error, ContextKind::ValidValue);
    let help = || {
        let is_typed = |name: &String| arguments.iter().any(|word| word.to_str() == Some(name));
        Wanted::Help(commands().find(is_typed).map_or_else(|| "kichban".to_owned(), |name| format!("kichban {name}")))
    };
    match slip {
        Mistyped::Command(_) | Mistyped::NoCommand => Wanted::OneOf(commands().collect()),
        Mistyped::NoValue(_) | Mistyped::Value { .. } if !known.is_empty() => Wanted::OneOf(known),
        Mistyped::Value { .. } => read_source(error).unwrap_or_else(help),
        Mistyped::NoValue(_)
        | Mistyped::Argument(_)
        | Mistyped::Missing(_)
        | Mistyped::Twice(_)
        | Mistyped::Conflict { .. }
        | Mistyped::NotText => help(),
    }
}

/// What a value must be, from the reason why it was refused.
fn read_source(error: &clap::Error) -> Option<Wanted> {
    let source = error.source()?;
    if source.is::<UnknownLang>() {
        return Some(Wanted::OneOf(Lang::ALL.map(|lang| lang.to_string()).to_vec()));
    }
    if source.is::<ParseIntError>() {
        return Some(Wanted::WholeNumber);
    }
    if source.is::<ParseFloatError>() {
        return Some(Wanted::Number);
    }
    // The parser tells bounds in words only: `5 is not in 100..=10000000`.
    let told = source.to_string();
    let (_, bounds) = told.split_once(" is not in ")?;
    let (low, high) = bounds.split_once("..=")?;
    Some(Wanted::Within(low.to_owned(), high.to_owned()))
}

/// Words that the parser keeps beside a refusal.
fn read_words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        Some(_) | None => Vec::new(),
    }
}
