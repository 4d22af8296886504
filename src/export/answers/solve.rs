//! What would have to be true: levers that reach goals, and the investment that follows an output.

use super::named::Namer;
use crate::analysis::line_id;
use crate::analysis::solver::{
    Bound, GoalVerdict, InvestmentYear, SolvedForm, SolvedLever, SolverAnswer, SolverQuestion,
};
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::quantity::{PriceBasis, Unit};
use crate::scenario::study::Study;
use crate::text::words::label;
use crate::text::{FigureText, explain_gap, lever_decimals, lever_unit, shown_decimals, unit_at_prices};

/// A question and its answer.
#[derive(Debug, Clone, Copy)]
pub struct Solved<'a> {
    /// Id of the baseline or scenario.
    pub scenario: &'a str,
    /// What was asked.
    pub question: &'a SolverQuestion<'a>,
    /// What was found.
    pub answer: &'a SolverAnswer,
}

const HEADS: [Head; 13] = [
    Head::new("scenario"),
    Head::new("closure"),
    Head::new("role"),
    Head::new("id"),
    Head::new("year"),
    Head::new("start"),
    Head::new("value").with_heading("column-solution"),
    Head::new("shift"),
    Head::new("low"),
    Head::new("high"),
    Head::new("wanted").with_heading("column-target"),
    Head::new("unit"),
    Head::new("state").with_heading("column-verdict"),
];

/// A row for each goal, then for each lever; goals have the attainable interval as bounds.
pub fn solve_table(answers: &[Solved<'_>], lang: Lang) -> Table {
    let mut table = Table::with_heads(&HEADS, lang);
    for solved in answers {
        let rows = Rows { solved, namer: Namer { study: solved.question.case.study, lang } };
        table.rows.extend((0..solved.question.goals.len()).map(|k| rows.goal(k)));
        table.rows.extend(solved.answer.levers.iter().map(|lever| rows.lever(lever)));
    }
    table
}

struct Rows<'a> {
    solved: &'a Solved<'a>,
    namer: Namer<'a>,
}

impl Rows<'_> {
    fn row(&self, role: Cell, cells: [Cell; 10]) -> Vec<Cell> {
        let head = [self.namer.case(self.solved.scenario), self.namer.closure(self.solved.question.case.closure), role];
        head.into_iter().chain(cells).collect()
    }

    fn goal(&self, k: usize) -> Vec<Cell> {
        let Namer { study, lang } = self.namer;
        let (goal, answer) = (self.solved.question.goals[k], self.solved.answer);
        let text = FigureText::new(study, goal.metric, lang);
        let number = |value: Option<f64>| Cell::number(value.map(|value| text.to_shown(value)), text.decimals());
        let interval = answer.attainable.get(k);
        let missing = match &answer.verdict {
            GoalVerdict::Attained => 0.0,
            GoalVerdict::NotAttainable { shortfalls, .. } => shortfalls.get(k).copied().unwrap_or(0.0),
        };
        let state = if missing == 0.0 {
            Cell::with_name("attained", label(lang, "targets-attained"))
        } else {
            Cell::with_name("not-attainable", explain_gap(goal.metric, missing, study, lang))
        };
        let id = format!("{}/{}", goal.metric.variable.id(), line_id(study, goal.metric.line));
        let cells = [
            Cell::with_name(id, text.name()),
            Cell::Year(goal.metric.year),
            Cell::Missing,
            number(answer.reached.get(k).copied()),
            Cell::Missing,
            number(interval.map(|interval| interval.low)),
            number(interval.map(|interval| interval.high)),
            number(Some(goal.value)),
            Cell::text(text.unit()),
            state,
        ];
        self.row(Cell::with_name("goal", label(lang, "column-target")), cells)
    }

    fn lever(&self, lever: &SolvedLever) -> Vec<Cell> {
        let (spec, lang) = (lever.key.lever.spec(), self.namer.lang);
        let number = |value: f64| Namer::lever_value(spec, value, lever_decimals(spec));
        let shift = Cell::number(Some(spec.to_shown(lever.shift())), lever_decimals(spec));
        let state = match lever.binds {
            Some(Bound::High) => Cell::with_name("at-high", label(lang, "targets-at-bound")),
            Some(Bound::Low) => Cell::with_name("at-low", label(lang, "solve-at-floor")),
            None => Cell::with_name("free", ""),
        };
        // The value of a path that moves as a whole is that of its last year.
        let year = match lever.form {
            SolvedForm::Path { last } => Cell::Year(last),
            SolvedForm::Level | SolvedForm::Span { .. } => Cell::Missing,
        };
        let cells = [
            self.namer.lever(&lever.key),
            year,
            number(lever.start),
            number(lever.value),
            shift,
            number(lever.low),
            number(lever.high),
            Cell::Missing,
            Cell::text(lever_unit(spec, lang)),
            state,
        ];
        self.row(Cell::with_name("lever", label(lang, "column-lever")), cells)
    }
}

const FOLLOWED: [Head; 6] = [
    Head::new("scenario"),
    Head::new("year"),
    Head::new("sector"),
    Head::new("investment"),
    Head::new("next_capital"),
    Head::new("unit"),
];

/// The investment with which a sector follows the output of another case.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowedSector {
    /// Id of the sector.
    pub sector: String,
    /// Its investment in each year.
    pub path: Vec<InvestmentYear>,
}

/// The investment of every sector with which a case follows another, in trillion VND at constant prices.
pub fn follow_table(study: &Study, scenario: &str, sectors: &[FollowedSector], lang: Lang) -> Table {
    let mut table = Table::with_heads(&FOLLOWED, lang);
    let (namer, unit) = (Namer { study, lang }, Unit::TrillionVnd);
    let named = unit_at_prices(unit, PriceBasis::Constant, study.price_base_year, lang);
    for FollowedSector { sector, path } in sectors {
        for year in path {
            table.rows.push(vec![
                namer.case(scenario),
                Cell::Year(year.year),
                namer.line(sector),
                Cell::number(Some(year.investment), shown_decimals(unit)),
                Cell::number(Some(year.next_capital), shown_decimals(unit)),
                Cell::text(&named),
            ]);
        }
    }
    table
}
