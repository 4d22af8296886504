//! The command line as typed, and its help in both languages; what a command takes stands in its own file.

use super::{Command, refusal};
use crate::lang::{Lang, UnknownLang};
use crate::text::words::label;
use crate::text::{about_key, command_about, option_help, option_key};
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Args, CommandFactory as _, FromArgMatches as _, Parser, ValueEnum};
use std::collections::BTreeSet;
use std::error::Error;
use std::ffi::OsString;
use std::fmt::Display;
use std::num::IntErrorKind;
use std::path::PathBuf;

/// Why an argument does not take a number as typed.
pub(super) type NumberError = Box<dyn Error + Send + Sync>;

/// Everything typed. Usage names the program as it is typed, not as its file is named: on Windows that ends in `.com`.
#[derive(Debug, Clone, Parser)]
#[command(name = "kichban", bin_name = "kichban", disable_help_flag = true, disable_help_subcommand = true)]
#[command(subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[arg(long, global = true, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
    #[arg(long, global = true, value_name = "vi|en", value_parser = parse_lang, default_value = "vi")]
    pub(super) lang: Lang,
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// Form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Csv,
    Json,
}

/// Closures to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ClosureWord {
    Productivity,
    Capital,
    Both,
}

/// The study, and its baselines and scenarios.
#[derive(Debug, Clone, Args, Default)]
pub(super) struct CaseArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(super) scenario: Vec<String>,
}

/// Which figures of the cases are wanted.
#[derive(Debug, Clone, Args, Default)]
pub(super) struct FigureArgs {
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID")]
    pub(super) variable: Vec<String>,
    #[arg(long, value_name = "YEARS")]
    pub(super) years: Option<String>,
}

/// A command line after reading.
pub(super) enum Parsed {
    /// Something to carry out.
    Understood(Box<Arguments>),
    /// Help or version, asked for.
    HelpOrError(String),
    /// Not understood.
    Refused(String),
}

/// Reads the arguments, the name of the program first.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Parsed {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = language_of(&arguments);
    let command = localise(Arguments::command(), lang);
    let read = command.try_get_matches_from(&arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    match read {
        Ok(arguments) => Parsed::Understood(Box::new(arguments)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Parsed::HelpOrError(error.to_string())
        }
        Err(error) => Parsed::Refused(refusal::explain_refusal(&error, &arguments, lang)),
    }
}

/// Reads whole numbers from `low` to `high`; a number with more digits than any computer number lies outside too.
pub(super) fn whole<T>(low: T, high: T) -> impl Fn(&str) -> Result<T, NumberError> + Clone + Send + Sync + 'static
where
    T: TryFrom<i128> + Display + Copy + PartialOrd + Send + Sync + 'static,
{
    move |text: &str| {
        // In the parser's own words for bounds.
        let outside = || NumberError::from(format!("{text} is not in {low}..={high}"));
        match text.parse::<i128>() {
            Ok(number) => {
                let within = T::try_from(number).ok().filter(|number| (low..=high).contains(number));
                within.ok_or_else(outside)
            }
            Err(error) if matches!(error.kind(), IntErrorKind::PosOverflow | IntErrorKind::NegOverflow) => {
                Err(outside())
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn parse_lang(text: &str) -> Result<Lang, UnknownLang> {
    text.parse()
}

/// The language asked for, found before the arguments are read, because help is written in it.
fn language_of(arguments: &[OsString]) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after_equals = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let after_blank = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1).copied());
    after_equals.or(after_blank).and_then(|code| code.parse().ok()).unwrap_or_default()
}

/// Messages of the help, by key: one for each command and each argument that the parser knows.
pub(super) fn help_keys() -> BTreeSet<String> {
    let command = localise(Arguments::command(), Lang::default());
    let of_args = |command: &clap::Command| {
        command.get_arguments().map(|arg| option_key(arg.get_id().as_str())).collect::<BTreeSet<String>>()
    };
    let of_subs = command.get_subcommands().flat_map(|sub| {
        let mut keys = of_args(sub);
        keys.insert(about_key(sub.get_name()));
        keys
    });
    let mut keys = of_args(&command);
    keys.extend(of_subs);
    keys
}

/// The command with its help in a language.
fn localise(command: clap::Command, lang: Lang) -> clap::Command {
    let help = || Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let dressed = |command: clap::Command| {
        command.help_template(template(lang)).mut_args(|argument| word_argument(argument, lang))
    };
    let command = command.version(env!("CARGO_PKG_VERSION")).disable_version_flag(true);
    let command = dressed(command.arg(help()).arg(version))
        .about(label(lang, "cli-about"))
        .after_help(label(lang, "cli-window-about"))
        .subcommand_help_heading(label(lang, "cli-commands"));
    command.mut_subcommands(|sub| {
        let about = command_about(sub.get_name(), lang);
        dressed(sub.disable_help_flag(true).arg(help())).about(about)
    })
}

fn template(lang: Lang) -> String {
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", label(lang, "cli-usage"))
}

/// Help and heading of one argument.
fn word_argument(arg: Arg, lang: Lang) -> Arg {
    let heading = label(lang, if arg.is_positional() { "cli-arguments" } else { "cli-options" });
    let takes_values = arg.get_action().takes_values();
    let help = option_help(arg.get_id().as_str(), lang);
    let arg = arg.help(help).help_heading(heading);
    // A flag has no values to hide.
    if takes_values { arg.hide_possible_values(true) } else { arg }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            localise(Arguments::command(), lang).debug_assert();
        }
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let lang = |words: &[&str]| language_of(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(lang(&["kichban", "run", "--lang", "en"]), Lang::EN);
        assert_eq!(lang(&["kichban", "--lang=en", "run"]), Lang::EN);
        assert_eq!(lang(&["kichban", "run", "--lang", "fr"]), Lang::VI);
        assert_eq!(lang(&["kichban"]), Lang::VI);
    }
}
