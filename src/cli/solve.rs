//! `kichban solve`: what would have to be true, printed; exit code 4 where no values inside the bounds reach the goal.

use super::args::{Arguments, ClosureWord};
use super::failure::Failure;
use super::question::{closures, goals_and_levers, prepare, reply_with_table, unanswered};
use super::set::SetArgs;
use super::{Reply, Task, exit_code, request};
use crate::analysis::solver::{GoalVerdict, SolverAnswer, SolverQuestion, follow_output, solve as answer_of};
use crate::engine::{Closure, Projection};
use crate::export::{FollowedSector, Solved, follow_table, solve_table};
use crate::lang::Lang;
use crate::scenario::study::{Sector, Study};
use crate::scenario::{Case, PreparedCase};
use crate::text::words::{filled, label};
use crate::text::{
    FigureText, case_name, explain_answer, explain_rank, explain_resolve_error, explain_widening, no_path, solve_about,
};
use clap::Args;
use std::path::{Path, PathBuf};

/// `kichban solve`
#[derive(Debug, Clone, Args)]
pub(super) struct SolveArgs {
    #[arg(value_name = "STUDY")]
    study: Option<PathBuf>,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    scenario: Option<String>,
    #[arg(long, value_name = "GOAL", required_unless_present = "follow")]
    goal: Vec<String>,
    #[arg(id = "moved", long = "lever", value_name = "LEVER", required_unless_present = "follow")]
    lever: Vec<String>,
    #[arg(long, value_enum)]
    closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID", conflicts_with_all = ["goal", "moved"])]
    follow: Option<String>,
    #[command(flatten)]
    set: SetArgs,
}

impl Task for SolveArgs {
    fn study(&self) -> Option<&Path> {
        self.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (mut study, arguments) = request::study(self.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let id = self.scenario.clone().unwrap_or_else(|| study.pinned.clone());
        let id = self.set.change_case(&mut study, &id, lang)?;
        let case = prepare(&study, &id, lang)?;
        if let Some(wanted) = &self.follow {
            return follow(&study, &case, wanted, arguments);
        }
        let (goals, levers) = goals_and_levers((&self.goal, &self.lever), &study, &case, lang)?;
        let (mut before, mut after) = (String::new(), String::new());
        let mut status = exit_code::DONE;
        let question =
            |closure| SolverQuestion { case: case.in_closure(&study, closure), levers: &levers, goals: &goals };
        let (mut answers, mut paths) = (Vec::new(), Vec::new());
        for question in closures(self.closure, &study).into_iter().map(question) {
            let answer = answer_of(&question).map_err(|error| unanswered(&error, &study, lang))?;
            if !answer.is_attained() {
                status = exit_code::NOT_ATTAINABLE;
            }
            let about = solve_about(&study, &case.id, question.case.closure, lang);
            before = format!("{}\n{about}\n", label(lang, "solve-title"));
            after = format!("{after}{}", tell_answer(&question, &answer, lang));
            paths.push(project_case(&study, question.case, lang)?);
            answers.push((question, answer));
        }
        let solved: Vec<Solved<'_>> =
            answers.iter().map(|(question, answer)| Solved { scenario: &case.id, question, answer }).collect();
        let reply = reply_with_table(&solve_table(&solved, lang), &before, &after, arguments)?;
        let paths = paths.iter().map(|path| (case.id.as_str(), path));
        Ok(Reply { status, ..reply }.with_remarks(&study, paths, lang))
    }
}

/// The answer in sentences.
fn tell_answer(question: &SolverQuestion<'_>, answer: &SolverAnswer, lang: Lang) -> String {
    let explained = explain_answer(question, answer, lang);
    let mut lines = vec![explained.sentence, explained.hint];
    if let Some(interval) = answer.attainable.first().filter(|_| question.goals.len() == 1) {
        let text = FigureText::new(question.case.study, question.goals[0].metric, lang);
        let range = format!("{} – {}", text.value(interval.low), text.value(interval.high));
        let key = if interval.is_monotone { "solve-interval" } else { "solve-interval-searched" };
        lines.push(filled(lang, key, &[("range", &range)]));
    }
    lines.extend(explain_rank(answer, question.goals.len(), lang));
    if let GoalVerdict::NotAttainable { widen, .. } = &answer.verdict {
        lines
            .extend(widen.iter().map(|widening| explain_widening(widening, question.goals, question.case.study, lang)));
    }
    lines.retain(|line| !line.is_empty());
    format!("{}\n", lines.join("\n"))
}

/// The investment of every sector with which a case follows the output of another (closure K).
fn follow(study: &Study, case: &PreparedCase, wanted: &str, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let other = prepare(study, wanted, lang)?;
    let own = project_case(study, case.in_closure(study, Closure::Capital), lang)?;
    let wanted_path = project_case(study, other.in_closure(study, Closure::Capital), lang)?;
    let sector = |(s, sector): (usize, &Sector)| {
        let path = follow_output(&own, s, &wanted_path);
        path.map(|path| FollowedSector { sector: sector.id.clone(), path })
    };
    let paths = study.sectors.iter().enumerate().map(sector).collect::<Option<Vec<_>>>();
    let paths = paths.ok_or_else(|| Failure::usage(no_path(&case.id, wanted, study, lang)))?;
    let table = follow_table(study, &case.id, &paths, lang);
    let names = [&case.id, wanted].map(|id| case_name(id, Some(study), lang));
    let title = filled(lang, "solve-follow", &[("scenario", &names[0]), ("wanted", &names[1])]);
    let paths = [(case.id.as_str(), &own), (wanted, &wanted_path)];
    Ok(reply_with_table(&table, &format!("{title}\n"), "", arguments)?.with_remarks(study, paths, lang))
}

fn project_case(study: &Study, case: Case<'_>, lang: Lang) -> Result<Projection, Failure> {
    case.simulate().map_err(|error| Failure::new(exit_code::INVALID, explain_resolve_error(&error, Some(study), lang)))
}
