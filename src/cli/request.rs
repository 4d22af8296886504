//! The command line as meant: studies opened, scenarios, variables and years found.

use super::args::Arguments;
use super::failure::Failure;
use super::question::closures;
use super::run::RunArgs;
use super::set::SetArgs;
use crate::engine::{Closure, Variable};
use crate::files;
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::ResolveError;
use crate::scenario::study::Study;
use crate::text::{explain_resolve_error, unknown_baseline, unknown_variable, unreadable_years, years_reversed};
use std::path::Path;

/// Longest list of years that is taken seriously.
const MOST_YEARS: i64 = 500;

/// A run as meant.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) study: Study,
    /// Ids of baselines and scenarios.
    pub(super) scenarios: Vec<String>,
    /// Baseline on which the scenarios are replayed.
    pub(super) on: Option<String>,
    pub(super) closures: Vec<Closure>,
    pub(super) variables: Vec<Variable>,
    pub(super) years: Vec<Year>,
}

impl Request {
    /// What is asked of a study that was read.
    pub(super) fn new(args: &RunArgs, study: Study, lang: Lang) -> Result<Self, Failure> {
        if let Some(on) = args.on.as_deref().filter(|on| study.baseline(on).is_none()) {
            return Err(Failure::usage(unknown_baseline(on, &study, lang)));
        }
        let scenarios = scenarios(args, &study, lang)?;
        let closures = closures(args.figures.closure, &study);
        let variables =
            keep_first(&args.figures.variable).iter().map(|id| variable(id, lang)).collect::<Result<_, _>>()?;
        let years = years_of(args.figures.years.as_deref(), lang)?;
        Ok(Self { scenarios, on: args.on.clone(), closures, variables, years, study })
    }

    /// The same about its scenarios with values that are set.
    pub(super) fn with_values(mut self, set: &SetArgs, lang: Lang) -> Result<Self, Failure> {
        set.change_cases(&mut self.study, &mut self.scenarios, self.on.as_deref(), lang)?;
        Ok(self)
    }
}

/// A study, and the arguments of the command with its currency in their language.
pub(super) fn study(named: Option<&Path>, arguments: &Arguments) -> Result<(Study, Arguments), Failure> {
    let (study, lang) = read_study(named, arguments.lang)?;
    Ok((study, Arguments { lang, ..arguments.clone() }))
}

/// A study: the built-in one, a shipped one by id, or a file; with the language that has its words.
pub(super) fn read_study(named: Option<&Path>, lang: Lang) -> Result<(Study, Lang), Failure> {
    let read = match named {
        None => files::built_in(),
        Some(path) => match files::shipped_studies().iter().find(|one| path.as_os_str() == one.id) {
            Some(one) => files::read_study(one.text.as_bytes()),
            None => files::open(path),
        },
    };
    let study = read.map_err(|error| Failure::file(&error, lang))?;
    let lang = lang.with_terms(study.terms());
    Ok((study, lang))
}

/// The scenarios chosen; all where none is, without the baselines when all are replayed on one.
fn scenarios(args: &RunArgs, study: &Study, lang: Lang) -> Result<Vec<String>, Failure> {
    if args.cases.scenario.is_empty() {
        let all = study.case_ids().into_iter().filter(|id| args.on.is_none() || study.scenario(id).is_some());
        return Ok(all.map(str::to_owned).collect());
    }
    choose_scenarios(&args.cases.scenario, study, lang)
}

/// The cases named, or all.
pub(super) fn choose_scenarios(named: &[String], study: &Study, lang: Lang) -> Result<Vec<String>, Failure> {
    named.iter().try_for_each(|id| known_case(id, study, lang))?;
    Ok(if named.is_empty() { study.case_ids().into_iter().map(str::to_owned).collect() } else { keep_first(named) })
}

/// The same without what stands in it already.
pub(super) fn keep_first<T: Clone + PartialEq>(named: &[T]) -> Vec<T> {
    let mut once: Vec<T> = Vec::new();
    for one in named {
        if !once.contains(one) {
            once.push(one.clone());
        }
    }
    once
}

/// Whether an id names a baseline or scenario.
pub(super) fn known_case(id: &str, study: &Study, lang: Lang) -> Result<(), Failure> {
    if study.has_case(id) {
        return Ok(());
    }
    let error = ResolveError::UnknownCase { id: id.to_owned() };
    Err(Failure::usage(explain_resolve_error(&error, Some(study), lang)))
}

/// Years as typed; empty if the option is absent.
pub(super) fn years_of(text: Option<&str>, lang: Lang) -> Result<Vec<Year>, Failure> {
    let refused = |text: &str| match find_reversed(text) {
        Some(ends) => Failure::usage(years_reversed(text, ends, lang)),
        None => Failure::usage(unreadable_years(text, lang)),
    };
    let read = text.map(|text| years(text).ok_or_else(|| refused(text)));
    read.transpose().map(Option::unwrap_or_default)
}

pub(super) fn variable(id: &str, lang: Lang) -> Result<Variable, Failure> {
    let found = Variable::ALL.into_iter().find(|variable| variable.id() == id);
    found.ok_or_else(|| Failure::usage(unknown_variable(id, lang)))
}

/// `2027` or `2027-2030`, as its first and last year; `None` for what is neither.
pub(super) fn year_or_years(text: &str) -> Option<(Year, Year)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some((first.trim().parse().ok()?, last.trim().parse().ok()?))
}

/// `2025,2030`, `2025-2030` or both.
fn years(text: &str) -> Option<Vec<Year>> {
    let mut years = Vec::new();
    for piece in text.split(',') {
        let (first, last) = year_or_years(piece)?;
        if first > last || i64::from(last) - i64::from(first) > MOST_YEARS {
            return None;
        }
        years.extend(first..=last);
    }
    years.sort_unstable();
    years.dedup();
    Some(years)
}

/// A piece of a list of years whose first year lies after its last.
fn find_reversed(text: &str) -> Option<(Year, Year)> {
    let ends = text.split(',').filter_map(year_or_years);
    ends.into_iter().find(|(first, last)| first > last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_lists_and_ranges() {
        assert_eq!(years("2030"), Some(vec![2030]));
        assert_eq!(years("2030,2025"), Some(vec![2025, 2030]));
        assert_eq!(years("2025-2027, 2030"), Some(vec![2025, 2026, 2027, 2030]));
        for wrong in ["", "x", "2030-2025", "2025-", "0-999999999", "2025;2030"] {
            assert_eq!(years(wrong), None, "{wrong}");
        }
    }
}
