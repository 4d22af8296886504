//! The command line as typed, and its help in both languages.

use crate::lang::Lang;
use crate::text::CliText;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Everything typed.
#[derive(Debug, Clone, Parser)]
#[command(name = "kichban", disable_help_flag = true, disable_help_subcommand = true)]
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

/// What is to be done.
#[derive(Debug, Clone, Subcommand)]
pub(super) enum Command {
    Run(RunArgs),
    Audit(AuditArgs),
    Compare(CompareArgs),
    Solve(SolveArgs),
    Explain(ExplainArgs),
    Check(CheckArgs),
    List(ListArgs),
    Ensemble(EnsembleArgs),
    Sensitivity(SensitivityArgs),
    Backtest(BacktestArgs),
    Export(ExportArgs),
}

impl Command {
    /// The file or id of the study that a command reads.
    pub(super) fn study(&self) -> Option<&Path> {
        match self {
            Self::Run(args) => args.study.as_deref(),
            Self::Audit(args) => args.study.as_deref(),
            Self::Compare(args) => args.study.as_deref(),
            Self::Solve(args) => args.study.as_deref(),
            Self::Explain(args) => args.study.as_deref(),
            Self::Check(args) => Some(&args.file),
            Self::List(args) => args.study.as_deref(),
            Self::Ensemble(args) => args.study.as_deref(),
            Self::Sensitivity(args) => args.study.as_deref(),
            Self::Export(args) => args.study.as_deref(),
            // A panel is no study.
            Self::Backtest(_) => None,
        }
    }
}

/// `kichban run`
#[derive(Debug, Clone, Args, Default)]
pub(super) struct RunArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(super) scenario: Vec<String>,
    #[arg(long, value_name = "BASELINE")]
    pub(super) on: Option<String>,
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID")]
    pub(super) variable: Vec<String>,
    #[arg(long, value_name = "YEARS")]
    pub(super) years: Option<String>,
}

/// `kichban audit`
#[derive(Debug, Clone, Args)]
pub(super) struct AuditArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
}

/// `kichban compare`
#[derive(Debug, Clone, Args)]
pub(super) struct CompareArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(super) scenario: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub(super) against: Option<String>,
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID")]
    pub(super) variable: Vec<String>,
    #[arg(long, value_name = "YEARS")]
    pub(super) years: Option<String>,
}

/// `kichban solve`
#[derive(Debug, Clone, Args)]
pub(super) struct SolveArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    pub(super) scenario: Option<String>,
    #[arg(long, value_name = "GOAL", required_unless_present = "follow")]
    pub(super) goal: Vec<String>,
    #[arg(id = "moved", long = "lever", value_name = "LEVER", required_unless_present = "follow")]
    pub(super) lever: Vec<String>,
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID", conflicts_with_all = ["goal", "moved"])]
    pub(super) follow: Option<String>,
}

/// `kichban explain`
#[derive(Debug, Clone, Args)]
pub(super) struct ExplainArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    pub(super) scenario: Option<String>,
    #[arg(id = "question", long = "what", value_enum, default_value_t = ExplainWord::Difference)]
    pub(super) what: ExplainWord,
    #[arg(long, value_name = "ID")]
    pub(super) against: Option<String>,
    #[arg(long, value_name = "FIGURE")]
    pub(super) figure: Vec<String>,
    #[arg(long, value_enum, default_value_t = ByWord::Groups)]
    pub(super) by: ByWord,
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "YEARS")]
    pub(super) years: Option<String>,
}

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExplainWord {
    Difference,
    Growth,
    Productivity,
    Levers,
    Needed,
}

/// Between what a difference is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ByWord {
    Groups,
    Levers,
}

/// `kichban check`
#[derive(Debug, Clone, Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
}

/// `kichban list`
#[derive(Debug, Clone, Args)]
pub(super) struct ListArgs {
    #[arg(value_enum, value_name = "WHAT", default_value_t = Listed::Studies)]
    pub(super) what: Listed,
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
}

/// `kichban ensemble`
#[derive(Debug, Clone, Args)]
pub(super) struct EnsembleArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(super) scenario: Vec<String>,
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID")]
    pub(super) variable: Vec<String>,
    #[arg(long, value_name = "YEARS")]
    pub(super) years: Option<String>,
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(100..=10_000_000))]
    pub(super) draws: u32,
    #[arg(long, value_name = "N", default_value_t = 2030)]
    pub(super) seed: u64,
    #[arg(long, value_name = "X", default_value_t = 1.0, value_parser = volatility)]
    pub(super) volatility: f64,
    #[arg(long)]
    pub(super) no_drift: bool,
    #[arg(long, value_enum, value_name = "levers|crash")]
    pub(super) with: Vec<Random>,
}

/// What is random besides the innovations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Random {
    Levers,
    Crash,
}

/// `kichban sensitivity`
#[derive(Debug, Clone, Args)]
pub(super) struct SensitivityArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    pub(super) scenario: Option<String>,
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID", default_value = "grdp")]
    pub(super) variable: String,
    #[arg(long, value_name = "ID", default_value = "total")]
    pub(super) sector: String,
    #[arg(long, value_name = "YEAR")]
    pub(super) year: Option<i32>,
    #[arg(long, value_name = "ID")]
    pub(super) lever: Vec<String>,
    #[arg(long, value_name = "N", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(32..=1_048_576))]
    pub(super) points: u32,
    #[arg(long, value_name = "N", default_value_t = 2030)]
    pub(super) seed: u64,
}

/// `kichban backtest`
#[derive(Debug, Clone, Args)]
pub(super) struct BacktestArgs {
    #[arg(value_name = "PANEL")]
    pub(super) panel: PathBuf,
    #[arg(long, value_name = "YEARS", default_value = "5,10")]
    pub(super) horizons: String,
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(3..=500))]
    pub(super) min_history: u16,
    #[arg(long)]
    pub(super) learnt: bool,
}

/// A factor of volatility: a number from 0 to 10.
fn volatility(text: &str) -> Result<f64, String> {
    let factor: f64 = text.parse().map_err(|error: std::num::ParseFloatError| error.to_string())?;
    if (0.0..=10.0).contains(&factor) { Ok(factor) } else { Err("0..10".to_owned()) }
}

/// `kichban export`
#[derive(Debug, Clone, Args)]
pub(super) struct ExportArgs {
    #[arg(value_name = "STUDY")]
    pub(super) study: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "FORM")]
    pub(super) to: ExportWord,
    #[arg(long, value_name = "ID")]
    pub(super) scenario: Vec<String>,
    #[arg(long, value_enum)]
    pub(super) closure: Option<ClosureWord>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) date: Option<String>,
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExportWord {
    Workbook,
    Report,
    Charts,
    Tables,
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

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Listed {
    Studies,
    Scenarios,
    Variables,
    Levers,
}

/// A command line after reading.
pub(super) enum Parsed {
    /// Something to carry out.
    Understood(Arguments),
    /// Help or version, asked for.
    Told(String),
    /// Not understood.
    Refused(String),
}

/// Reads the arguments, the name of the program first.
pub(super) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Parsed {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let command = localised(Arguments::command(), language_of(&arguments));
    let read = command.try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches));
    match read {
        Ok(arguments) => Parsed::Understood(arguments),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            Parsed::Told(error.to_string())
        }
        Err(error) => Parsed::Refused(error.to_string()),
    }
}

fn parse_lang(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|error: crate::lang::UnknownLang| error.to_string())
}

/// The language asked for, found before the arguments are read, because help is written in it.
fn language_of(arguments: &[OsString]) -> Lang {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after_equals = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let after_blank = words.iter().position(|word| *word == "--lang").and_then(|at| words.get(at + 1).copied());
    after_equals.or(after_blank).and_then(|code| code.parse().ok()).unwrap_or_default()
}

/// The command with its help in a language; the messages about wrong arguments are clap's own, in English.
fn localised(command: clap::Command, lang: Lang) -> clap::Command {
    let text = |text: CliText| text.wording(lang);
    let abouts = [
        ("run", CliText::RunAbout),
        ("audit", CliText::AuditAbout),
        ("check", CliText::CheckAbout),
        ("list", CliText::ListAbout),
        ("ensemble", CliText::EnsembleAbout),
        ("sensitivity", CliText::SensitivityAbout),
        ("backtest", CliText::BacktestAbout),
        ("compare", CliText::CompareAbout),
        ("solve", CliText::SolveAbout),
        ("explain", CliText::ExplainAbout),
        ("export", CliText::ExportAbout),
    ];
    let flags = || {
        [
            Arg::new("help").short('h').long("help").action(ArgAction::Help).help(text(CliText::OptionHelp)),
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text(CliText::OptionVersion)),
        ]
    };
    let dressed = |command: clap::Command| {
        let [help, version] = flags();
        let with_version = command.get_name() == "kichban";
        let command = if with_version { command.arg(help).arg(version) } else { command.arg(help) };
        command.help_template(template(lang)).mut_args(|arg| worded(arg, lang))
    };
    let mut command = dressed(command.version(env!("CARGO_PKG_VERSION")).disable_version_flag(true))
        .about(text(CliText::About))
        .subcommand_help_heading(text(CliText::Commands));
    for (name, about) in abouts {
        command = command.mut_subcommand(name, |sub| dressed(sub.disable_help_flag(true)).about(text(about)));
    }
    command
}

fn template(lang: Lang) -> String {
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}\n", CliText::Usage.wording(lang))
}

/// Help and heading of one argument.
fn worded(arg: Arg, lang: Lang) -> Arg {
    let help = match arg.get_id().as_str() {
        "format" => CliText::OptionFormat,
        "lang" => CliText::OptionLang,
        "out" => CliText::OptionOut,
        "study" => CliText::OptionStudy,
        "scenario" => CliText::OptionScenario,
        "on" => CliText::OptionOn,
        "closure" => CliText::OptionClosure,
        "variable" => CliText::OptionVariable,
        "years" => CliText::OptionYears,
        "file" => CliText::OptionFile,
        "what" => CliText::OptionList,
        "draws" => CliText::OptionDraws,
        "seed" => CliText::OptionSeed,
        "volatility" => CliText::OptionVolatility,
        "no_drift" => CliText::OptionNoDrift,
        "with" => CliText::OptionWith,
        "sector" => CliText::OptionSector,
        "lever" => CliText::OptionLever,
        "points" => CliText::OptionPoints,
        "panel" => CliText::OptionPanel,
        "horizons" => CliText::OptionHorizons,
        "min_history" => CliText::OptionMinHistory,
        "learnt" => CliText::OptionLearnt,
        "year" => CliText::OptionYear,
        "case" => CliText::OptionCase,
        "against" => CliText::OptionAgainst,
        "goal" => CliText::OptionGoal,
        "moved" => CliText::OptionMoved,
        "follow" => CliText::OptionFollow,
        "question" => CliText::OptionQuestion,
        "figure" => CliText::OptionFigure,
        "by" => CliText::OptionBy,
        "to" => CliText::OptionTo,
        "date" => CliText::OptionDate,
        _ => return arg.help_heading(CliText::Options.wording(lang)),
    };
    let heading = if arg.is_positional() { CliText::Arguments } else { CliText::Options };
    let takes_values = arg.get_action().takes_values();
    let arg = arg.help(help.wording(lang)).help_heading(heading.wording(lang));
    // A flag has no values to hide.
    if takes_values { arg.hide_possible_values(true) } else { arg }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_is_sound_in_both_languages() {
        for lang in Lang::ALL {
            localised(Arguments::command(), lang).debug_assert();
        }
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let lang = |words: &[&str]| language_of(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(lang(&["kichban", "run", "--lang", "en"]), Lang::En);
        assert_eq!(lang(&["kichban", "--lang=en", "run"]), Lang::En);
        assert_eq!(lang(&["kichban", "run", "--lang", "fr"]), Lang::Vi);
        assert_eq!(lang(&["kichban"]), Lang::Vi);
    }
}
