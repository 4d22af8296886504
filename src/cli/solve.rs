//! `kichban solve`: what would have to be true, printed; exit code 4 where no values inside the bounds reach the goal.

use super::args::{Arguments, Format, SolveArgs};
use super::failure::Failure;
use super::question::{closures, goal, lever, prepare, replied, shown, unanswered};
use super::{Reply, exit_code, request};
use crate::analysis::line_id;
use crate::analysis::solver::{Answer, Bound, Form, Question, SolvedLever, Verdict, follow_output, solve as answer_of};
use crate::engine::{Closure, Projection};
use crate::export::{Cell, Table};
use crate::lang::Lang;
use crate::scenario::PreparedCase;
use crate::scenario::study::Study;
use crate::text::window::{filled, label};
use crate::text::{
    FigureText, case_name, closure_name, explain_answer, explain_gap, explain_rank, explain_resolve_error,
    explain_widening, lever_decimals, lever_name, lever_unit, line_short, no_path, shown_decimals, solve_about,
    unit_at_prices,
};

pub(super) fn solve(args: &SolveArgs, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let study = request::study(args.study.as_deref(), lang)?;
    let case = prepare(&study, args.scenario.as_deref().unwrap_or(&study.pinned), lang)?;
    if let Some(wanted) = &args.follow {
        return follow(&study, &case, wanted, arguments);
    }
    let goals = args.goal.iter().map(|text| goal(text, &study, lang)).collect::<Result<Vec<_>, _>>()?;
    let levers = args.lever.iter().map(|text| lever(text, &study, &case, lang)).collect::<Result<Vec<_>, _>>()?;
    let mut table = Table::new(COLUMNS.map(|(id, key)| (id.to_owned(), label(lang, key))));
    let (mut before, mut after) = (String::new(), String::new());
    let mut status = exit_code::DONE;
    for closure in closures(args.closure, &study) {
        let question = Question { case: case.in_closure(&study, closure), levers: &levers, goals: &goals };
        let answer = answer_of(&question).map_err(|error| unanswered(&error, &study, lang))?;
        if !answer.is_attained() {
            status = exit_code::NOT_ATTAINABLE;
        }
        before = format!("{}\n{}\n", label(lang, "solve-title"), solve_about(&study, &case.id, closure, lang));
        push_rows(&mut table, &question, &answer, &case.id, (lang, arguments.format));
        after = format!("{after}{}", told(&question, &answer, lang));
    }
    Ok(Reply { status, ..replied(&table, &before, &after, arguments)? })
}

const COLUMNS: [(&str, &str); 13] = [
    ("scenario", "cli-column-scenario"),
    ("closure", "cli-column-closure"),
    ("role", "why-column-role"),
    ("id", "cli-column-id"),
    ("year", "cli-column-year"),
    ("start", "why-column-start"),
    ("value", "why-column-found"),
    ("shift", "why-column-shift"),
    ("low", "cli-column-low"),
    ("high", "cli-column-high"),
    ("wanted", "cli-column-target"),
    ("unit", "cli-column-unit"),
    ("state", "cli-column-verdict"),
];

/// A row for each goal, then for each lever; goals have the attainable interval as bounds.
fn push_rows(table: &mut Table, question: &Question<'_>, answer: &Answer, case: &str, (lang, format): (Lang, Format)) {
    let rows = Rows { question, answer, case, lang, format };
    table.rows.extend((0..question.goals.len()).map(|k| rows.goal(k)));
    table.rows.extend(answer.levers.iter().map(|lever| rows.lever(lever)));
}

struct Rows<'a> {
    question: &'a Question<'a>,
    answer: &'a Answer,
    case: &'a str,
    lang: Lang,
    format: Format,
}

impl Rows<'_> {
    /// An id in files, words on the screen.
    fn named(&self, id: &str, words: String) -> Cell {
        if self.format == Format::Table { Cell::text(words) } else { Cell::text(id) }
    }

    fn row(&self, (role, key): (&str, &'static str), cells: [Cell; 10]) -> Vec<Cell> {
        let closure = self.question.case.closure;
        let head = [
            self.named(self.case, case_name(self.case, Some(self.question.case.study), self.lang)),
            self.named(closure.id(), closure_name(closure, self.lang)),
            self.named(role, label(self.lang, key)),
        ];
        head.into_iter().chain(cells).collect()
    }

    fn goal(&self, k: usize) -> Vec<Cell> {
        let (study, lang, goal) = (self.question.case.study, self.lang, self.question.goals[k]);
        let text = FigureText::new(study, goal.metric, lang);
        let number = |value: Option<f64>| Cell::number(value.map(|value| shown(goal.metric, value)), text.decimals());
        let interval = self.answer.attainable.get(k);
        let missing = match &self.answer.verdict {
            Verdict::Attained => 0.0,
            Verdict::NotAttainable { shortfalls, .. } => shortfalls.get(k).copied().unwrap_or(0.0),
        };
        let state = if missing == 0.0 {
            self.named("attained", label(lang, "targets-attained"))
        } else {
            self.named("not-attainable", explain_gap(goal.metric, missing, study, lang))
        };
        let id = format!("{}/{}", goal.metric.variable.id(), line_id(study, goal.metric.line));
        let cells = [
            self.named(&id, text.name()),
            Cell::Year(goal.metric.year),
            Cell::Missing,
            number(self.answer.reached.get(k).copied()),
            Cell::Missing,
            number(interval.map(|interval| interval.low)),
            number(interval.map(|interval| interval.high)),
            number(Some(goal.value)),
            Cell::text(text.unit()),
            state,
        ];
        self.row(("goal", "cli-column-target"), cells)
    }

    fn lever(&self, lever: &SolvedLever) -> Vec<Cell> {
        let (spec, lang) = (lever.key.lever.spec(), self.lang);
        let number = |value: f64| Cell::number(Some(spec.to_shown(value)), lever_decimals(spec));
        let state = match lever.binds {
            Some(Bound::High) => self.named("at-high", label(lang, "targets-at-bound")),
            Some(Bound::Low) => self.named("at-low", label(lang, "solve-at-floor")),
            None => self.named("free", String::new()),
        };
        // The value of a path that moves as a whole is that of its last year.
        let year = match lever.form {
            Form::Path { last } => Cell::Year(last),
            Form::Level | Form::Span { .. } => Cell::Missing,
        };
        let cells = [
            self.named(&lever.key.to_string(), lever_name(&lever.key, self.question.case.study, lang)),
            year,
            number(lever.start),
            number(lever.value),
            number(lever.shift()),
            number(lever.low),
            number(lever.high),
            Cell::Missing,
            Cell::text(lever_unit(spec, lang)),
            state,
        ];
        self.row(("lever", "cli-column-lever"), cells)
    }
}

/// The answer in sentences.
fn told(question: &Question<'_>, answer: &Answer, lang: Lang) -> String {
    let explained = explain_answer(question, answer, lang);
    let mut lines = vec![explained.sentence, explained.hint];
    if let Some(interval) = answer.attainable.first().filter(|_| question.goals.len() == 1) {
        let text = FigureText::new(question.case.study, question.goals[0].metric, lang);
        let range = format!("{} – {}", text.value(interval.low), text.value(interval.high));
        let key = if interval.is_monotone { "solve-interval" } else { "solve-interval-searched" };
        lines.push(filled(lang, key, &[("range", &range)]));
    }
    lines.extend(explain_rank(answer, question.goals.len(), lang));
    if let Verdict::NotAttainable { widen, .. } = &answer.verdict {
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
    let own = projected(study, case, lang)?;
    let wanted_path = projected(study, &other, lang)?;
    let money = |key: &str| {
        (key.to_owned(), label(lang, if key == "investment" { "why-column-investment" } else { "why-column-capital" }))
    };
    let head = [("scenario", "cli-column-scenario"), ("year", "cli-column-year"), ("sector", "cli-column-sector")]
        .map(|(id, key)| (id.to_owned(), label(lang, key)));
    let columns = head.into_iter().chain([
        money("investment"),
        money("next_capital"),
        ("unit".to_owned(), label(lang, "cli-column-unit")),
    ]);
    let mut table = Table::new(columns);
    let unit = crate::quantity::Unit::TrillionVnd;
    let named = unit_at_prices(unit, crate::quantity::PriceBasis::Constant, study.price_base_year, lang);
    for (s, sector) in study.sectors.iter().enumerate() {
        let path = follow_output(&own, s, &wanted_path)
            .ok_or_else(|| Failure::usage(no_path(&case.id, wanted, study, lang)))?;
        let name =
            if arguments.format == Format::Table { line_short(&sector.id, study, lang) } else { sector.id.clone() };
        for year in path {
            table.rows.push(vec![
                Cell::text(&case.id),
                Cell::Year(year.year),
                Cell::text(&name),
                Cell::number(Some(year.investment), shown_decimals(unit)),
                Cell::number(Some(year.next_capital), shown_decimals(unit)),
                Cell::text(&named),
            ]);
        }
    }
    let names = [&case.id, wanted].map(|id| case_name(id, Some(study), lang));
    let title = filled(lang, "solve-follow", &[("scenario", &names[0]), ("wanted", &names[1])]);
    replied(&table, &format!("{title}\n"), "", arguments)
}

fn projected(study: &Study, case: &PreparedCase, lang: Lang) -> Result<Projection, Failure> {
    case.in_closure(study, Closure::Capital)
        .simulate()
        .map_err(|error| Failure::new(exit_code::INVALID, explain_resolve_error(&error, Some(study), lang)))
}
