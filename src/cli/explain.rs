//! `kichban explain`: which assumption did it, where growth comes from, what matters most.

use super::args::{Arguments, ClosureWord};
use super::failure::Failure;
use super::question::{closures, figures, prepare, reply_with_table, unanswered};
use super::set::SetArgs;
use super::{Reply, Task, exit_code, request};
use crate::analysis::catch_up::{needs, trend_baseline};
use crate::analysis::solver::Goal;
use crate::analysis::{
    AnalysisError, Grouping, Metric, Switching, Tornado, attribute, by_line, line_id, switching_values, target, tornado,
};
use crate::engine::{Closure, Line, Projection, Variable};
use crate::export::{
    Attributed, Run, RunOfYears, Swung, difference_table, growth_table, needed_table, shift_table, swings_table,
};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::scenario::{Case, PreparedCase};
use crate::text::words::{filled, label};
use crate::text::{
    FigureText, explain_attribution, explain_catch_up, explain_resolve_error, explain_switching, explain_tornado,
    growth_unit, one_year_is_no_period, only_one_case, option_not_used, title_attribution, years_outside,
};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// A closure, its projection, and the first and last year that are looked at.
type ProjectedYears = (Closure, Projection, (Year, Year));

/// `kichban explain`
#[derive(Debug, Clone, Args)]
pub(super) struct ExplainArgs {
    #[arg(value_name = "STUDY")]
    study: Option<PathBuf>,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    scenario: Option<String>,
    #[arg(id = "question", long = "what", value_enum, default_value_t = ExplainWord::Difference)]
    what: ExplainWord,
    #[arg(long, value_name = "ID")]
    against: Option<String>,
    #[arg(long, value_name = "FIGURE")]
    figure: Vec<String>,
    #[arg(long, value_enum)]
    by: Option<ByWord>,
    #[arg(long, value_enum)]
    closure: Option<ClosureWord>,
    #[arg(long, value_name = "YEARS")]
    years: Option<String>,
    #[command(flatten)]
    set: SetArgs,
}

/// What is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ExplainWord {
    Difference,
    Growth,
    Productivity,
    Levers,
    Needed,
}

/// Between what a difference is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ByWord {
    Groups,
    Levers,
}

impl ExplainWord {
    /// The options that say something to it.
    const fn options(self) -> &'static [&'static str] {
        match self {
            Self::Difference => &["--scenario", "--against", "--figure", "--by", "--closure"],
            Self::Growth | Self::Productivity => &["--scenario", "--closure", "--years"],
            Self::Levers => &["--scenario", "--figure", "--closure"],
            // Targets and the record are those of the study, whatever a scenario assumes.
            Self::Needed => &[],
        }
    }

    /// The word as typed.
    fn typed(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

impl ExplainArgs {
    /// Fails if an option is given that the question does not use.
    fn refuse_unused(&self, lang: Lang) -> Result<(), Failure> {
        let typed = [
            ("--scenario", self.scenario.is_some()),
            ("--against", self.against.is_some()),
            ("--figure", !self.figure.is_empty()),
            ("--by", self.by.is_some()),
            ("--closure", self.closure.is_some()),
            ("--years", self.years.is_some()),
        ];
        let used = self.what.options();
        let unused = typed.into_iter().find(|(option, is_typed)| *is_typed && !used.contains(option));
        let refused = |(option, _)| Failure::usage(option_not_used(option, &self.what.typed(), used, lang));
        unused.map_or(Ok(()), |unused| Err(refused(unused)))
    }
}

impl Task for ExplainArgs {
    fn study(&self) -> Option<&Path> {
        self.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        self.refuse_unused(arguments.lang)?;
        let (mut study, arguments) = request::study(self.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let id = match (&self.scenario, self.what) {
            (Some(id), _) => id,
            (None, ExplainWord::Difference) => {
                let from = self.against.as_deref().unwrap_or(&study.pinned);
                find_first_other(&study, from, lang)?
            }
            (None, ExplainWord::Growth | ExplainWord::Productivity | ExplainWord::Levers | ExplainWord::Needed) => {
                &study.pinned
            }
        };
        if self.what == ExplainWord::Needed {
            self.set.refuse(lang)?;
        }
        let id = &id.to_owned();
        // The case from which a difference is measured keeps its own values.
        let id = &self.set.change_case(&mut study, id, lang)?;
        let asked = Asked { case: prepare(&study, id, lang)?, args: self, arguments, study: &study };
        match self.what {
            ExplainWord::Difference => asked.difference(),
            ExplainWord::Growth => asked.growth(),
            ExplainWord::Productivity => asked.productivity(),
            ExplainWord::Levers => asked.levers(),
            ExplainWord::Needed => asked.explain_needed(),
        }
    }
}

/// The case that stands against another where none is named: the first other one that is drawn, as the window has it,
/// or else the first other one.
fn find_first_other<'s>(study: &'s Study, from: &str, lang: Lang) -> Result<&'s str, Failure> {
    let others = || study.case_ids().into_iter().filter(|id| *id != from);
    let found = others().find(|id| study.case_visible(id)).or_else(|| others().next());
    found.ok_or_else(|| Failure::usage(only_one_case(from, study, lang)))
}

struct Asked<'a> {
    study: &'a Study,
    case: PreparedCase,
    args: &'a ExplainArgs,
    arguments: &'a Arguments,
}

impl Asked<'_> {
    const fn lang(&self) -> Lang {
        self.arguments.lang
    }

    /// The case from which a difference is measured: named, or the parent of a case that is named, or the pinned one.
    fn other(&self) -> Result<PreparedCase, Failure> {
        let study = self.study;
        let parent = || {
            let named = self.args.scenario.as_deref()?;
            study.scenario(named).map(|scenario| scenario.parent.as_str())
        };
        let id = self.args.against.as_deref().or_else(parent).unwrap_or(&study.pinned);
        prepare(study, id, self.lang())
    }

    fn difference(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let other = self.other()?;
        let metrics = figures(&self.args.figure, study, lang)?;
        let grouping = match self.args.by {
            Some(ByWord::Groups) | None => Grouping::Causes,
            Some(ByWord::Levers) => Grouping::Levers,
        };
        let (mut all, mut paths) = (Vec::new(), Vec::new());
        for closure in closures(self.args.closure, study) {
            for case in [&other, &self.case] {
                paths.push((case.id.as_str(), self.projection(case, closure)?));
            }
            let cases = [&other, &self.case].map(|case| case.in_closure(study, closure));
            let found = attribute(cases, grouping, &metrics);
            let found = found.map_err(|error| unanswered(&error, study, lang))?;
            all.extend(found.into_iter().map(|one| (closure, one)));
        }
        let told: Vec<String> = all.iter().flat_map(|(_, one)| explain_attribution(one, study, lang)).collect();
        let attributed: Vec<Attributed<'_>> = all
            .iter()
            .map(|(closure, found)| Attributed { from: &other.id, to: &self.case.id, closure: *closure, found })
            .collect();
        let table = difference_table(study, &attributed, lang);
        let title = format!("{}\n", title_attribution(all.iter().map(|(_, one)| one), lang));
        let reply = reply_with_table(&table, &title, &format!("{}\n", told.join("\n")), self.arguments)?;
        Ok(reply.with_remarks(study, paths.iter().map(|(case, path)| (*case, path)), lang))
    }

    fn projection(&self, case: &PreparedCase, closure: Closure) -> Result<Projection, Failure> {
        case.in_closure(self.study, closure).simulate().map_err(|error| {
            Failure::new(exit_code::INVALID, explain_resolve_error(&error, Some(self.study), self.lang()))
        })
    }

    /// First and last year of the years asked for, or of the projection.
    fn period(&self, projection: &Projection) -> Result<(Year, Year), Failure> {
        let horizon = projection.horizon();
        let years = request::years_of(self.args.years.as_deref(), self.lang())?;
        let (Some(&first), Some(&last)) = (years.first(), years.last()) else {
            return Ok((horizon.base(), horizon.end()));
        };
        let (base, end) = (horizon.base(), horizon.end());
        match [first, last].into_iter().find(|year| horizon.index(*year).is_none()) {
            Some(year) => Err(Failure::usage(years_outside(year, base, end, self.lang()))),
            None if first == last => Err(Failure::usage(one_year_is_no_period(first, base, end, self.lang()))),
            None => Ok((first, last)),
        }
    }

    /// The projections of the closures asked for, with their years.
    fn project_cases(&self) -> Result<Vec<ProjectedYears>, Failure> {
        let of_closure = |closure| -> Result<_, Failure> {
            let projection = self.projection(&self.case, closure)?;
            let years = self.period(&projection)?;
            Ok((closure, projection, years))
        };
        closures(self.args.closure, self.study).into_iter().map(of_closure).collect()
    }

    fn growth(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let projected = self.project_cases()?;
        let runs = self.runs(&projected);
        let grown = runs.last().map_or_else(String::new, |one| {
            let lines = by_line(one.run.projection, one.from, one.to).unwrap_or_default();
            growth_unit(study, (one.from, one.to), lines.iter().map(|term| term.points).sum(), lang)
        });
        let title = format!("{}: {grown}\n", label(lang, "why-growth-title"));
        let reply = reply_with_table(&growth_table(study, &runs, lang), &title, "", self.arguments)?;
        Ok(self.with_remarks(reply, &projected))
    }

    /// A reply with the remarks about the case's own projections.
    fn with_remarks(&self, reply: Reply, projected: &[ProjectedYears]) -> Reply {
        let paths = projected.iter().map(|(_, projection, _)| (self.case.id.as_str(), projection));
        reply.with_remarks(self.study, paths, self.lang())
    }

    fn runs<'p>(&'p self, projected: &'p [ProjectedYears]) -> Vec<RunOfYears<'p>> {
        let run = |(closure, projection, (from, to)): &'p (Closure, Projection, (Year, Year))| RunOfYears {
            run: Run { scenario: &self.case.id, closure: *closure, projection },
            from: *from,
            to: *to,
        };
        projected.iter().map(run).collect()
    }

    fn productivity(&self) -> Result<Reply, Failure> {
        let projected = self.project_cases()?;
        for (_, projection, (_, until)) in &projected {
            let metric = Metric::new(Variable::Productivity, Line::Total, *until);
            if let Some(gap) = projection.gap(metric.variable, metric.line) {
                return Err(unanswered(&AnalysisError::NotKnown { metric, gap }, self.study, self.lang()));
            }
        }
        let table = shift_table(self.study, &self.runs(&projected), self.lang());
        let title = format!("{}\n", label(self.lang(), "why-shift-title"));
        Ok(self.with_remarks(reply_with_table(&table, &title, "", self.arguments)?, &projected))
    }

    /// What each target with a level still needs, beside the record and the trend.
    fn explain_needed(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let trend = match trend_baseline(study) {
            Some(baseline) => Some(prepare(study, &baseline.id, lang)?),
            None => None,
        };
        let (mut found, mut told) = (Vec::new(), Vec::new());
        for need in needs(study, trend.as_ref().map(|trend| &trend.baseline.projection)) {
            match need {
                Ok(need) => found.push(need),
                Err(error) => {
                    let why = explain_catch_up(&error, Some(study), lang);
                    told.push(format!("{} {}", why.sentence, why.hint));
                }
            }
        }
        let title = format!("{}\n", label(lang, "needed-title"));
        let after = format!("{}\n", told.join("\n"));
        let reply = reply_with_table(&needed_table(study, &found, lang), &title, &after, self.arguments)?;
        let path = trend.as_ref().map(|trend| self.projection(trend, study.closure)).transpose()?;
        Ok(reply.with_remarks(study, trend.iter().map(|trend| trend.id.as_str()).zip(path.as_ref()), lang))
    }

    fn levers(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let (mut title, mut told, mut all, mut paths) = (String::new(), Vec::new(), Vec::new(), Vec::new());
        for closure in closures(self.args.closure, study) {
            paths.push(self.projection(&self.case, closure)?);
            for metric in figures(&self.args.figure, study, lang)? {
                let case = self.case.in_closure(study, closure);
                let found = tornado(case, metric).map_err(|error| unanswered(&error, study, lang))?;
                let text = FigureText::new(study, metric, lang);
                let arguments = [("figure", text.name()), ("unit", text.unit())];
                let unit =
                    filled(lang, "why-levers-unit", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())));
                title = format!("{}: {unit}\n", label(lang, "why-levers-title"));
                told.extend(explain_tornado(&found, study, lang));
                let switching = self.switching(case, &found, &mut told)?;
                all.push((closure, found, switching));
            }
        }
        let swung: Vec<Swung<'_>> = all
            .iter()
            .map(|(closure, found, switching)| Swung { scenario: &self.case.id, closure: *closure, found, switching })
            .collect();
        let after = format!("{}\n", told.join("\n"));
        let reply = reply_with_table(&swings_table(study, &swung, lang), &title, &after, self.arguments)?;
        Ok(reply.with_remarks(study, paths.iter().map(|path| (self.case.id.as_str(), path)), lang))
    }

    /// The value of each lever at which the plan's target is just met, and that of the widest three in words.
    fn switching(
        &self,
        case: Case<'_>,
        found: &Tornado,
        told: &mut Vec<String>,
    ) -> Result<Vec<Option<Switching>>, Failure> {
        let (study, lang, metric) = (self.study, self.lang(), found.metric);
        let wanted = target(study, metric.variable, line_id(study, metric.line), metric.year);
        let Some(goal) = wanted.map(|target| Goal { metric, value: target.value }) else {
            return Ok(vec![None; found.swings.len()]);
        };
        let keys = found.swings.iter().map(|swing| &swing.key);
        let values = switching_values(case, keys, goal).map_err(|error| unanswered(&error, study, lang))?;
        for (swing, switching) in found.swings.iter().zip(&values).take(3) {
            let explain = |found| explain_switching(&swing.key, found, (metric, goal.value), study, lang);
            told.extend(switching.map(explain));
        }
        Ok(values)
    }
}
