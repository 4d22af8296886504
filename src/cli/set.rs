//! What-if: values of levers as typed behind `--set`, and the scenarios that have them.
//!
//! No case of the study is changed: each case that is asked about gets a child under its own id and name with the
//! values that are set, and stands where its parent stood in the question.

use super::failure::Failure;
use super::question::prepare;
use super::request::year_or_years;
use crate::lang::{Lang, Localized};
use crate::scenario::lever::{Kind, LeverSpec};
use crate::scenario::setting::{LeverKey, NumberTable, Setting, Settings};
use crate::scenario::study::{Scenario, Study};
use crate::scenario::{
    Edit, PreparedCase, ResolveError, StudyError, ValueChange, apply_edit, calibrate_baseline, change_value,
    default_shares, free_id, free_slot, lever_keys, rebalance,
};
use crate::text::{
    Explanation, SetValue, case_name, explain_record_problem, explain_resolve_error, explain_study_error, in_set,
    lever_years_reversed, name_with_values, set_no_number, set_no_room, set_no_subject, set_no_switch, set_unreadable,
    set_without_case, set_without_figures, set_without_years, years_outside,
};
use clap::Args;
use std::sync::Arc;

/// Values that levers have for one answer.
#[derive(Debug, Clone, Args, Default)]
pub(super) struct SetArgs {
    #[arg(long, value_name = "LEVER=VALUE")]
    set: Vec<String>,
}

/// A value as read, and as it was typed.
struct Typed<'t> {
    text: &'t str,
    value: SetValue,
}

impl SetArgs {
    /// Whether anything is set.
    pub(super) const fn is_empty(&self) -> bool {
        self.set.is_empty()
    }

    /// Gives each of the cases a child with the values and puts it in the place of the case.
    ///
    /// `on` is the baseline on which the cases are to run, where it is not their own. Without settings the study is
    /// unchanged.
    pub(super) fn change_cases(
        &self,
        study: &mut Study,
        cases: &mut [String],
        on: Option<&str>,
        lang: Lang,
    ) -> Result<(), Failure> {
        if self.is_empty() {
            return Ok(());
        }
        let typed = self.read(study, lang)?;
        let mut made: Vec<(String, String)> = Vec::new();
        for case in cases {
            if let Some((_, child)) = made.iter().find(|(parent, _)| parent == case) {
                case.clone_from(child);
                continue;
            }
            let child = child_with(study, case, on, &typed, lang)?;
            made.push((std::mem::replace(case, child.id.clone()), child.id.clone()));
            let next = apply_edit(study, &Edit::AddScenario(child));
            *study = next.map_err(|error| Failure::usage(explain_study_error(&error, Some(study), lang)))?;
        }
        Ok(())
    }

    /// The same for one case; its id, or that of its child.
    pub(super) fn change_case(&self, study: &mut Study, case: &str, lang: Lang) -> Result<String, Failure> {
        let mut cases = [case.to_owned()];
        self.change_cases(study, &mut cases, None, lang)?;
        let [case] = cases;
        Ok(case)
    }

    /// Refuses values where the question is about no case.
    pub(super) fn refuse(&self, lang: Lang) -> Result<(), Failure> {
        if self.is_empty() { Ok(()) } else { Err(Failure::usage(set_without_case(lang))) }
    }

    fn read<'t>(&'t self, study: &Study, lang: Lang) -> Result<Vec<Typed<'t>>, Failure> {
        let one = |text: &'t String| match read(text, study, lang) {
            Ok(value) => Ok(Typed { text, value }),
            Err(told) => Err(refused(text, &told, lang)),
        };
        self.set.iter().map(one).collect()
    }
}

fn refused(text: &str, told: &Explanation, lang: Lang) -> Failure {
    Failure::usage(in_set(text, told, lang))
}

/// `investment_rate=42`, `fdi_registered/industry=3000@2027-2030`, `investment_split/industry=60`, `land_limit=on`.
fn read(text: &str, study: &Study, lang: Lang) -> Result<SetValue, Explanation> {
    let unreadable = || set_unreadable(lang);
    let (name, rest) = text.split_once('=').ok_or_else(unreadable)?;
    let (value, years) = match rest.split_once('@') {
        None => (rest.trim(), None),
        Some((value, years)) => (value.trim(), Some(year_or_years(years).ok_or_else(unreadable)?)),
    };
    let (key, member) = read_key(name.trim(), study, lang)?;
    let spec = key.lever.spec();
    let shown = if spec.kind == Kind::Switch {
        read_switch(value).ok_or_else(|| set_no_switch(&key, value, study, lang))?
    } else {
        let read = value.parse().ok().filter(|shown: &f64| shown.is_finite());
        read.ok_or_else(|| set_no_number(&key, value, study, lang))?
    };
    if !spec.allows(shown) {
        return Err(beyond(&key, spec, shown, study, lang));
    }
    match years {
        Some(_) if spec.kind != Kind::Path => return Err(set_without_years(&key, study, lang)),
        Some((from, to)) if from > to => return Err(lever_years_reversed(&key, (from, to), study, lang)),
        Some(_) | None => {}
    }
    Ok(SetValue { key, member, shown, years })
}

fn beyond(key: &LeverKey, spec: &LeverSpec, shown: f64, study: &Study, lang: Lang) -> Explanation {
    let (low, high) = spec.hard;
    let error = StudyError::BeyondHardRange { scenario: String::new(), lever: key.to_string(), shown, low, high };
    explain_study_error(&error, Some(study), lang)
}

/// A lever of the study, and the part that is meant where the lever is shares of a whole.
fn read_key(name: &str, study: &Study, lang: Lang) -> Result<(LeverKey, String), Explanation> {
    let key = LeverKey::parse(name).map_err(|problem| explain_record_problem(&problem, Some(study), lang))?;
    let (_, subject) = name.split_once('/').unwrap_or_default();
    if key.lever.spec().kind == Kind::Shares {
        return Ok((LeverKey::province(key.lever), subject.to_owned()));
    }
    let known = lever_keys(study);
    if known.contains(&key) {
        return Ok((key, String::new()));
    }
    let known: Vec<String> = known.iter().filter(|other| other.lever == key.lever).map(LeverKey::to_string).collect();
    Err(set_no_subject(key.lever, subject, &known, lang))
}

fn read_switch(text: &str) -> Option<f64> {
    match text {
        "on" | "1" => Some(1.0),
        "off" | "0" => Some(0.0),
        _ => None,
    }
}

/// A scenario under a case with the values, the later ones over the earlier.
fn child_with(
    study: &Study,
    case: &str,
    on: Option<&str>,
    typed: &[Typed<'_>],
    lang: Lang,
) -> Result<Scenario, Failure> {
    let mut prepared = match on {
        None => prepare(study, case, lang)?,
        Some(on) => calibrate_baseline(study, on)
            .and_then(|baseline| PreparedCase::on_baseline(study, case, Arc::new(baseline)))
            .map_err(|error| {
                Failure::new(super::exit_code::INVALID, explain_resolve_error(&error, Some(study), lang))
            })?,
    };
    let mut settings = Settings::default();
    for (position, one) in typed.iter().enumerate() {
        let setting = setting_of(study, &prepared, (&one.value, &typed[..position]), lang);
        let setting = setting.map_err(|told| refused(one.text, &told, lang))?;
        prepared.settings.insert(one.value.key.clone(), setting.clone());
        settings.insert(one.value.key.clone(), setting);
    }
    let values: Vec<&SetValue> = (0..typed.len())
        .filter(|&position| !typed[position + 1..].iter().any(|later| replaces(&later.value, &typed[position].value)))
        .map(|position| &typed[position].value)
        .collect();
    let named = |name: fn(&Study, &str, Lang) -> String| {
        let [vi, en] =
            [Lang::VI, Lang::EN].map(|lang| name_with_values(&name(study, case, lang), &values, study, lang));
        Localized::new(vi, en)
    };
    Ok(Scenario {
        id: free_id(study, &format!("{case}-set")),
        name: named(|study, case, lang| case_name(case, Some(study), lang)),
        short: named(|study, case, lang| {
            study.case_short(case).map_or_else(|| case.to_owned(), |short| short.in_lang(lang).to_owned())
        }),
        note: Localized::default(),
        parent: case.to_owned(),
        slot: free_slot(study),
        visible: true,
        settings,
    })
}

/// Whether nothing is left of a value after a later one.
fn replaces(later: &SetValue, earlier: &SetValue) -> bool {
    let covers = match (later.years, earlier.years) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((from, to)), Some((first, last))) => from <= first && last <= to,
    };
    covers && later.key == earlier.key && later.member == earlier.member
}

/// The setting of a lever in a case with a value; parts of a whole that were set before it stay as they were set.
fn setting_of(
    study: &Study,
    case: &PreparedCase,
    (set, before): (&SetValue, &[Typed<'_>]),
    lang: Lang,
) -> Result<Setting, Explanation> {
    let spec = set.key.lever.spec();
    if let Some(gap) = set.key.gap(case.baseline.inputs.gaps) {
        return Err(set_without_figures(&set.key, gap, study, lang));
    }
    if spec.kind == Kind::Shares {
        let held = before.iter().filter(|other| other.value.key == set.key && other.value.member != set.member);
        let held: Vec<&str> = held.map(|other| other.value.member.as_str()).collect();
        return shares_with(study, case, set, &held, lang).map(Setting::Shares);
    }
    let change = match set.years {
        None => ValueChange::Flat(set.shown),
        Some((from, to)) => {
            let horizon = case.baseline.inputs.horizon;
            let (first, last) = (horizon.base() + 1, horizon.end());
            if let Some(&year) = [from, to].iter().find(|year| !(first..=last).contains(year)) {
                return Err(years_outside(year, first, last, lang));
            }
            ValueChange::Span(from, to, set.shown)
        }
    };
    change_value(study, case, &set.key, change).ok_or_else(|| {
        let error = ResolveError::UnknownSubject { lever: set.key.to_string() };
        explain_resolve_error(&error, Some(study), lang)
    })
}

/// The shares with one at a value: those that are not held keep their proportions.
fn shares_with(
    study: &Study,
    case: &PreparedCase,
    set: &SetValue,
    held: &[&str],
    lang: Lang,
) -> Result<NumberTable, Explanation> {
    let lever = set.key.lever;
    let own = case.setting(study, &set.key);
    let shares = own.as_deref().and_then(Setting::shares).cloned();
    let shares = shares.or_else(|| default_shares(study, &case.baseline, lever)).unwrap_or_default();
    if shares.number(&set.member).is_none() {
        let known: Vec<String> = shares.iter().map(|(id, _)| format!("{}/{id}", lever.id())).collect();
        return Err(set_no_subject(lever, &set.member, &known, lang));
    }
    let moved = rebalance(&shares, &set.member, lever.spec().from_shown(set.shown), held);
    moved.ok_or_else(|| set_no_room(&set.key, &set.member, study, lang))
}
