//! Words of the command line: its help, its notes and refusals.

use super::catalog::{message, message_with};
use super::explain::{Explanation, explain};
use super::names::{case_name, closure_name, gap_reason, lever_name, lever_word, line_short, vintage_name};
use super::number::Numbers;
use super::units::{lever_figure, lever_unit, with_unit};
use super::why::{join_words, lever_value};
use crate::engine::{Closure, Gap, TAXES_LINE, TOTAL_LINE};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::lever::{Kind, Lever};
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;
use std::collections::BTreeSet;

/// What a command does, in a line: the message `cli-<name>-about`.
pub fn command_about(name: &str, lang: Lang) -> String {
    message(lang, &about_key(name))
}

/// What an argument is for: the message `cli-option-<id>`.
pub fn option_help(id: &str, lang: Lang) -> String {
    message(lang, &option_key(id))
}

/// Key of what a command does.
pub fn about_key(name: &str) -> String {
    format!("cli-{name}-about")
}

/// Key of what an argument is for.
pub fn option_key(id: &str) -> String {
    format!("cli-option-{}", id.replace('_', "-"))
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
    explain(lang, "error-export-date", &[("value", text.into())])
}

/// A word that names no section of a form of export; `ids` are the words that do, empty if the form has no sections.
pub fn unknown_export_section(word: &str, form: &str, ids: &[&str], lang: Lang) -> Explanation {
    if ids.is_empty() {
        return explain(lang, "error-export-no-sections", &[("form", form.into())]);
    }
    let arguments = [("value", word.into()), ("form", form.into()), ("ids", ids.join(", ").into())];
    explain(lang, "error-export-section", &arguments)
}

/// A name given to an export of which not exactly one file is of that kind.
pub fn export_is_not_one_file(target: &str, files: &[&str], lang: Lang) -> Explanation {
    let files = files.join(", ");
    explain(lang, "error-export-out", &[("path", target.into()), ("files", files.into())])
}

/// A part of an export that could not be made, which is an error of the program.
pub fn explain_export_part(part: &str, detail: &str, lang: Lang) -> Explanation {
    explain(lang, "error-export-part", &[("part", part.into()), ("detail", detail.into())])
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
pub fn write_path(path: &str, lang: Lang) -> String {
    message_with(lang, "cli-written", &[("path", path.into())])
}

/// That no variable has this id.
pub fn unknown_variable(id: &str, lang: Lang) -> Explanation {
    explain(lang, "error-unknown-variable", &[("name", id.into())])
}

/// That no baseline has this id.
pub fn unknown_baseline(id: &str, study: &Study, lang: Lang) -> Explanation {
    let known: Vec<&str> = study.baselines.iter().map(|baseline| baseline.id.as_str()).collect();
    explain(lang, "error-unknown-baseline", &[("name", id.into()), ("known", known.join(", ").into())])
}

/// That a list of years does not read.
pub fn unreadable_years(text: &str, lang: Lang) -> Explanation {
    explain(lang, "error-years-unreadable", &[("value", text.into())])
}

/// That the first of a range of years lies after the last.
pub fn years_reversed(text: &str, (first, last): (Year, Year), lang: Lang) -> Explanation {
    let [first, last] = [first, last].map(|year| Numbers::new(lang).year(year));
    explain(lang, "error-years-reversed", &[("value", text.into()), ("first", first.into()), ("last", last.into())])
}

/// That a study has no sector or group of this id.
pub fn unknown_line(id: &str, study: &Study, lang: Lang) -> Explanation {
    let sectors = study.sectors.iter().map(|sector| sector.id.as_str());
    let known: Vec<&str> = sectors.chain(study.groups.iter().map(|group| group.id.as_str())).collect();
    let known = [known, vec![TAXES_LINE, TOTAL_LINE]].concat().join(", ");
    explain(lang, "error-unknown-line", &[("name", id.into()), ("known", known.into())])
}

/// That the explanation asked for does not use an option.
pub fn option_not_used(option: &str, what: &str, used: &[&str], lang: Lang) -> Explanation {
    let arguments = [("option", option.into()), ("what", what.into()), ("used", used.join(", ").into())];
    explain(lang, if used.is_empty() { "error-no-option-used" } else { "error-option-not-used" }, &arguments)
}

/// That an option does not take a word, and which words it takes.
pub fn unknown_word(option: &str, typed: &str, known: &BTreeSet<String>, lang: Lang) -> Explanation {
    let known = known.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    explain(lang, "error-unknown-word", &[("option", option.into()), ("name", typed.into()), ("known", known.into())])
}

/// That months are not written as those from January to another.
pub fn months_unreadable(typed: &str, lang: Lang) -> Explanation {
    explain(lang, "error-months-unreadable", &[("name", typed.into())])
}

/// That no chosen scenario has a year.
pub fn years_outside(year: Year, first: Year, last: Year, lang: Lang) -> Explanation {
    let [year, first, last] = [year, first, last].map(|year| Numbers::new(lang).year(year));
    explain(lang, "error-years-outside", &[("year", year.into()), ("first", first.into()), ("last", last.into())])
}

/// That growth needs two years where one is named.
pub fn one_year_is_no_period(year: Year, first: Year, last: Year, lang: Lang) -> Explanation {
    let before = if year > first { year - 1 } else { first };
    let [year, before, after, first, last] =
        [year, before, year.max(first + 1), first, last].map(|year| Numbers::new(lang).year(year));
    let arguments = [
        ("year", year.into()),
        ("before", before.into()),
        ("after", after.into()),
        ("first", first.into()),
        ("last", last.into()),
    ];
    explain(lang, "error-one-year-no-period", &arguments)
}

/// That a study has no other case with which a case could be compared.
pub fn only_one_case(id: &str, study: &Study, lang: Lang) -> Explanation {
    explain(lang, "error-only-one-case", &[("scenario", case_name(id, Some(study), lang).into())])
}

/// That a case is to be compared with itself, and with which it can be.
pub fn compared_with_itself(id: &str, study: &Study, lang: Lang) -> Explanation {
    let others: Vec<&str> = study.case_ids().into_iter().filter(|other| *other != id).collect();
    let arguments = [("scenario", case_name(id, Some(study), lang).into()), ("others", others.join(", ").into())];
    explain(lang, "error-compared-with-itself", &arguments)
}

/// A value that a case is given for one answer, in the lever's shown unit.
#[derive(Debug, Clone, PartialEq)]
pub struct SetValue {
    /// The lever.
    pub key: LeverKey,
    /// The part of the whole, where the lever is shares; empty otherwise.
    pub member: String,
    /// The value; 0 or 1 for a switch.
    pub shown: f64,
    /// First and last year; all projected years where there are none.
    pub years: Option<(Year, Year)>,
}

/// The name of a case with what it is given: `Three large projects, with Investment / GRDP 42%`.
pub fn name_with_values(name: &str, values: &[&SetValue], study: &Study, lang: Lang) -> String {
    let told: Vec<String> = values.iter().map(|value| set_value_text(value, study, lang)).collect();
    let settings = join_words(&told, lang);
    message_with(lang, "cli-set-case", &[("scenario", name.into()), ("settings", settings.into())])
}

/// A value with its lever and years.
fn set_value_text(set: &SetValue, study: &Study, lang: Lang) -> String {
    let spec = set.key.lever.spec();
    let value = if spec.kind == Kind::Switch {
        lever_value(spec, set.shown, lang)
    } else {
        with_unit(&lever_figure(spec, set.shown, 6, lang), &lever_unit(spec, lang))
    };
    let lever = set_lever_name(&set.key, &set.member, study, lang);
    let Some((from, to)) = set.years else {
        return message_with(lang, "cli-set-value", &[("lever", lever.into()), ("value", value.into())]);
    };
    let [first, last] = [from, to].map(|year| Numbers::new(lang).year(year));
    let years = if from == to { first } else { format!("{first}–{last}") };
    let arguments = [("lever", lever.into()), ("value", value.into()), ("years", years.into())];
    message_with(lang, "cli-set-value-years", &arguments)
}

/// A lever, with the part of the whole that is meant.
fn set_lever_name(key: &LeverKey, member: &str, study: &Study, lang: Lang) -> String {
    let lever = lever_name(key, study, lang);
    if member.is_empty() {
        return lever;
    }
    let subject = line_short(member, study, lang);
    message_with(lang, "lever-of", &[("lever", lever.into()), ("subject", subject.into())])
}

/// An explanation behind the option that it is about.
pub fn in_set(typed: &str, inner: &Explanation, lang: Lang) -> Explanation {
    let place = format!("--set {typed}");
    let arguments =
        [("place", place.into()), ("sentence", inner.sentence.as_str().into()), ("hint", inner.hint.as_str().into())];
    explain(lang, "error-in-place", &arguments)
}

/// That a typed value does not read: which form it has.
pub fn set_unreadable(lang: Lang) -> Explanation {
    explain(lang, "error-set-unreadable", &[])
}

/// That a value is no number as scripts write it.
pub fn set_no_number(key: &LeverKey, value: &str, study: &Study, lang: Lang) -> Explanation {
    // As they are typed, in either language.
    let (low, high) = key.lever.spec().soft;
    let arguments = [
        ("lever", lever_name(key, study, lang).into()),
        ("value", value.into()),
        ("low", low.to_string().into()),
        ("high", high.to_string().into()),
    ];
    explain(lang, "error-set-number", &arguments)
}

/// That a switch takes no such value.
pub fn set_no_switch(key: &LeverKey, value: &str, study: &Study, lang: Lang) -> Explanation {
    explain(lang, "error-set-switch", &[("lever", lever_name(key, study, lang).into()), ("value", value.into())])
}

/// That years stand behind what has no years.
pub fn set_without_years(key: &LeverKey, study: &Study, lang: Lang) -> Explanation {
    explain(lang, "error-set-no-years", &[("lever", lever_name(key, study, lang).into())])
}

/// That a lever is of no such subject, with those that there are.
pub fn set_no_subject(lever: Lever, subject: &str, known: &[String], lang: Lang) -> Explanation {
    let subject = if subject.is_empty() { Numbers::new(lang).missing() } else { subject };
    let arguments =
        [("lever", lever_word(lever, lang).into()), ("subject", subject.into()), ("known", known.join(", ").into())];
    explain(lang, "error-set-subject", &arguments)
}

/// That the other shares cannot make room for a share.
pub fn set_no_room(key: &LeverKey, member: &str, study: &Study, lang: Lang) -> Explanation {
    explain(lang, "error-set-shares", &[("name", set_lever_name(key, member, study, lang).into())])
}

/// That an assumption acts through what nobody has figures of.
pub fn set_without_figures(key: &LeverKey, gap: Gap, study: &Study, lang: Lang) -> Explanation {
    let arguments = [("name", lever_name(key, study, lang).into()), ("reason", gap_reason(gap, lang).into())];
    explain(lang, "error-set-without-figures", &arguments)
}

/// That a question is about no case whose assumptions could be set.
pub fn set_without_case(lang: Lang) -> Explanation {
    explain(lang, "error-set-without-case", &[])
}

/// Of which case the results of the plan are that an audit looks at.
pub fn audited_case(name: &str, lang: Lang) -> String {
    message_with(lang, "audit-of-case", &[("scenario", name.into())])
}

/// An explanation behind the name of the scenario it is about.
pub fn in_scenario(scenario: &str, inner: &Explanation, study: &Study, lang: Lang) -> Explanation {
    let arguments = [
        ("scenario", case_name(scenario, Some(study), lang).into()),
        ("sentence", inner.sentence.as_str().into()),
        ("hint", inner.hint.as_str().into()),
    ];
    explain(lang, "error-in-scenario", &arguments)
}
