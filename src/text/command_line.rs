//! Words of the command line: its help, the headings of its tables, its notes and refusals.

use super::catalog::{message, message_with};
use super::explain::{Explanation, told};
use super::names::{case_name, closure_name, vintage_name};
use super::number::Numbers;
use crate::engine::Closure;
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;

/// A fixed text of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each text is named after its message, where it stands in words")]
pub enum CliText {
    About,
    Usage,
    Commands,
    Options,
    Arguments,
    RunAbout,
    AuditAbout,
    CompareAbout,
    SolveAbout,
    ExplainAbout,
    CheckAbout,
    ListAbout,
    EnsembleAbout,
    SensitivityAbout,
    BacktestAbout,
    OptionSeed,
    OptionDraws,
    OptionVolatility,
    OptionNoDrift,
    OptionWith,
    OptionSector,
    OptionLever,
    OptionPoints,
    OptionPanel,
    OptionHorizons,
    OptionMinHistory,
    OptionLearnt,
    OptionYear,
    ColumnLever,
    ColumnLow,
    ColumnHigh,
    ColumnProbability,
    ColumnMedian,
    ColumnPath,
    ColumnInterval,
    ColumnFrequency,
    ColumnFirst,
    ColumnTotal,
    TableChances,
    ExportAbout,
    OptionFormat,
    OptionLang,
    OptionOut,
    OptionClosure,
    OptionScenario,
    OptionStudy,
    OptionOn,
    OptionVariable,
    OptionYears,
    OptionFile,
    OptionList,
    OptionCase,
    OptionAgainst,
    OptionGoal,
    OptionMoved,
    OptionFollow,
    OptionQuestion,
    OptionFigure,
    OptionBy,
    OptionTo,
    OptionDate,
    OptionHelp,
    OptionVersion,
    NoDisplay,
    NoWindow,
    Error,
    Hint,
    Note,
    ShippedStudy,
    ColumnId,
    ColumnName,
    ColumnUnit,
    ColumnYear,
    ColumnTarget,
    ColumnProjected,
    ColumnGap,
    ColumnVintage,
    ColumnVariable,
    ColumnSector,
    ColumnGroup,
    ColumnRange,
    ColumnParent,
    ColumnCheck,
    ColumnVerdict,
    ColumnFinding,
    ColumnComputed,
    ColumnStated,
    TableTargets,
}

impl CliText {
    /// The text in a language.
    pub fn wording(self, lang: Lang) -> String {
        message(lang, self.key())
    }

    #[expect(clippy::too_many_lines, reason = "one short row a text")]
    const fn key(self) -> &'static str {
        match self {
            Self::About => "cli-about",
            Self::Usage => "cli-usage",
            Self::Commands => "cli-commands",
            Self::Options => "cli-options",
            Self::Arguments => "cli-arguments",
            Self::RunAbout => "cli-run-about",
            Self::AuditAbout => "cli-audit-about",
            Self::CompareAbout => "cli-compare-about",
            Self::SolveAbout => "cli-solve-about",
            Self::ExplainAbout => "cli-explain-about",
            Self::CheckAbout => "cli-check-about",
            Self::ListAbout => "cli-list-about",
            Self::EnsembleAbout => "cli-ensemble-about",
            Self::SensitivityAbout => "cli-sensitivity-about",
            Self::BacktestAbout => "cli-backtest-about",
            Self::OptionSeed => "cli-option-seed",
            Self::OptionDraws => "cli-option-draws",
            Self::OptionVolatility => "cli-option-volatility",
            Self::OptionNoDrift => "cli-option-no-drift",
            Self::OptionWith => "cli-option-with",
            Self::OptionSector => "cli-option-sector",
            Self::OptionLever => "cli-option-lever",
            Self::OptionPoints => "cli-option-points",
            Self::OptionPanel => "cli-option-panel",
            Self::OptionHorizons => "cli-option-horizons",
            Self::OptionMinHistory => "cli-option-min-history",
            Self::OptionLearnt => "cli-option-learnt",
            Self::OptionYear => "cli-option-year",
            Self::ColumnLever => "cli-column-lever",
            Self::ColumnLow => "cli-column-low",
            Self::ColumnHigh => "cli-column-high",
            Self::ColumnProbability => "cli-column-probability",
            Self::ColumnMedian => "cli-column-median",
            Self::ColumnPath => "cli-column-path",
            Self::ColumnInterval => "cli-column-interval",
            Self::ColumnFrequency => "cli-column-frequency",
            Self::ColumnFirst => "cli-column-first",
            Self::ColumnTotal => "cli-column-total",
            Self::TableChances => "cli-table-chances",
            Self::ExportAbout => "cli-export-about",
            Self::OptionFormat => "cli-option-format",
            Self::OptionLang => "cli-option-lang",
            Self::OptionOut => "cli-option-out",
            Self::OptionClosure => "cli-option-closure",
            Self::OptionScenario => "cli-option-scenario",
            Self::OptionStudy => "cli-option-study",
            Self::OptionOn => "cli-option-on",
            Self::OptionVariable => "cli-option-variable",
            Self::OptionYears => "cli-option-years",
            Self::OptionFile => "cli-option-file",
            Self::OptionList => "cli-option-list",
            Self::OptionCase => "cli-option-case",
            Self::OptionAgainst => "cli-option-against",
            Self::OptionGoal => "cli-option-goal",
            Self::OptionMoved => "cli-option-moved",
            Self::OptionFollow => "cli-option-follow",
            Self::OptionQuestion => "cli-option-question",
            Self::OptionFigure => "cli-option-figure",
            Self::OptionBy => "cli-option-by",
            Self::OptionTo => "cli-option-to",
            Self::OptionDate => "cli-option-date",
            Self::OptionHelp => "cli-option-help",
            Self::OptionVersion => "cli-option-version",
            Self::NoDisplay => "cli-no-display",
            Self::NoWindow => "cli-no-window",
            Self::Error => "cli-error",
            Self::Hint => "cli-hint",
            Self::Note => "cli-note",
            Self::ShippedStudy => "cli-shipped-study",
            Self::ColumnId => "cli-column-id",
            Self::ColumnName => "cli-column-name",
            Self::ColumnUnit => "cli-column-unit",
            Self::ColumnYear => "cli-column-year",
            Self::ColumnTarget => "cli-column-target",
            Self::ColumnProjected => "cli-column-projected",
            Self::ColumnGap => "cli-column-gap",
            Self::ColumnVintage => "data-column-vintage",
            Self::ColumnVariable => "cli-column-variable",
            Self::ColumnSector => "cli-column-sector",
            Self::ColumnGroup => "cli-column-group",
            Self::ColumnRange => "cli-column-range",
            Self::ColumnParent => "cli-column-parent",
            Self::ColumnCheck => "cli-column-check",
            Self::ColumnVerdict => "cli-column-verdict",
            Self::ColumnFinding => "cli-column-finding",
            Self::ColumnComputed => "cli-column-computed",
            Self::ColumnStated => "cli-column-stated",
            Self::TableTargets => "cli-table-targets",
        }
    }
}

/// The title over a projection; `on` is the baseline on which a scenario is replayed.
pub fn projection_title(study: &Study, scenario: &str, on: Option<&str>, closure: Closure, lang: Lang) -> String {
    let name = case_name(scenario, Some(study), lang);
    let name = match on {
        None => name,
        Some(on) => {
            let baseline = case_name(on, Some(study), lang);
            message_with(lang, "cli-projection-on", &[("scenario", name.into()), ("baseline", baseline.into())])
        }
    };
    let closure = closure_name(closure, lang);
    message_with(lang, "cli-table-projection", &[("scenario", name.into()), ("closure", closure.into())])
}

/// Where the figures of a table come from: study, vintage, fingerprint of the inputs, version of the program.
pub fn provenance(study: &Study, vintage: &str, fingerprint: &str, lang: Lang) -> String {
    let arguments = [
        ("study", study.name.in_lang(lang).into()),
        ("vintage", vintage_name(vintage, lang).into()),
        ("fingerprint", fingerprint.into()),
        ("version", env!("CARGO_PKG_VERSION").into()),
    ];
    message_with(lang, "cli-table-provenance", &arguments)
}

/// A date of an export that does not read.
pub fn unreadable_date(text: &str, lang: Lang) -> Explanation {
    told(lang, "error-export-date", &[("value", text.into())])
}

/// A name given to an export of which not exactly one file is of that kind.
pub fn export_is_not_one_file(target: &str, files: &[&str], lang: Lang) -> Explanation {
    let files = files.join(", ");
    told(lang, "error-export-out", &[("path", target.into()), ("files", files.into())])
}

/// A part of an export that could not be made, which is an error of the program.
pub fn explain_export_part(part: &str, detail: &str, lang: Lang) -> Explanation {
    told(lang, "error-export-part", &[("part", part.into()), ("detail", detail.into())])
}

/// That the system refuses a window, with its reason.
pub fn window_refused(reason: &str, lang: Lang) -> String {
    message_with(lang, "cli-window-refused", &[("reason", reason.into())])
}

/// That a file is a valid study.
pub fn valid(path: &str, lang: Lang) -> String {
    message_with(lang, "cli-valid", &[("path", path.into())])
}

/// That a file was written.
pub fn written(path: &str, lang: Lang) -> String {
    message_with(lang, "cli-written", &[("path", path.into())])
}

/// That no variable has this id.
pub fn unknown_variable(id: &str, lang: Lang) -> Explanation {
    told(lang, "error-unknown-variable", &[("name", id.into())])
}

/// That no baseline has this id.
pub fn unknown_baseline(id: &str, study: &Study, lang: Lang) -> Explanation {
    let known: Vec<&str> = study.baselines.iter().map(|baseline| baseline.id.as_str()).collect();
    told(lang, "error-unknown-baseline", &[("name", id.into()), ("known", known.join(", ").into())])
}

/// That a list of years does not read.
pub fn unreadable_years(text: &str, lang: Lang) -> Explanation {
    told(lang, "error-years-unreadable", &[("value", text.into())])
}

/// That no chosen scenario has a year.
pub fn years_outside(year: Year, first: Year, last: Year, lang: Lang) -> Explanation {
    let [year, first, last] = [year, first, last].map(|year| Numbers::new(lang).year(year));
    told(lang, "error-years-outside", &[("year", year.into()), ("first", first.into()), ("last", last.into())])
}

/// An explanation behind the name of the scenario it is about.
pub fn in_scenario(scenario: &str, inner: &Explanation, study: &Study, lang: Lang) -> Explanation {
    let arguments = [
        ("scenario", case_name(scenario, Some(study), lang).into()),
        ("sentence", inner.sentence.as_str().into()),
        ("hint", inner.hint.as_str().into()),
    ];
    told(lang, "error-in-scenario", &arguments)
}
