//! What would have to be true: the solver's question, its answer, and the scenario that it gives, worded.

use super::compare::Choice;
use super::context::StateReader;
use crate::analysis::solver::{Bound, Goal, GoalVerdict, SolvedForm, SolverAnswer, Widening, solution};
use crate::analysis::{AnalysisError, Metric, inert, line_of, target};
use crate::app::answers::with_question;
use crate::app::workspace::questions::{FurtherGoal, Moved};
use crate::engine::{LineKind, TOTAL_LINE, Variable};
use crate::lang::{Lang, Localized};
use crate::quantity::Year;
use crate::scenario::PreparedCase;
use crate::scenario::lever::Lever;
use crate::scenario::setting::LeverKey;
use crate::scenario::study::{Scenario, Study};
use crate::scenario::{default_path, free_id, free_slot, lever_keys};
use crate::text::words::{filled, label};
use crate::text::{
    FigureText, Numbers, explain_analysis_error, explain_answer, explain_gap, explain_rank, explain_widening,
    lever_decimals, lever_figure, lever_figure_fixed, lever_name, lever_shift, lever_unit_short, solve_about,
    variable_name,
};
use crate::theme::ScenarioStyle;

/// Figures that can be given a goal, in the order of the list.
const FIGURES: [Variable; 6] = [
    Variable::Output,
    Variable::Grdp,
    Variable::Employment,
    Variable::Productivity,
    Variable::ShareConstant,
    Variable::GrdpPerHead,
];

/// The section.
#[derive(Debug, Clone)]
pub struct Solver {
    /// Title.
    pub title: String,
    /// From which case, in which closure.
    pub about: String,
    /// Figures that can be given a goal.
    pub figures: Vec<Choice<Variable>>,
    /// Lines of the figure; one entry where there is no choice.
    pub lines: Vec<Choice<String>>,
    /// Years.
    pub years: Vec<Choice<Year>>,
    /// The goal in writing.
    pub goal_text: String,
    /// Its unit.
    pub unit: String,
    /// Goals to be reached at the same time: each in words.
    pub further: Vec<(FurtherGoal, String)>,
    /// The goal above as a further one; `None` where it is held already.
    pub hold: Option<FurtherGoal>,
    /// Levers that may move.
    pub levers: Vec<LeverOfSolver>,
    /// Levers that can be added.
    pub more: Vec<(LeverKey, String)>,
    /// What came of it.
    pub outcome: Result<Outcome, String>,
}

/// What the solver found, worded.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Whether the goal is met.
    pub is_attained: bool,
    /// The verdict in few words.
    pub verdict: String,
    /// The interval with its marks.
    pub bar: IntervalBar,
    /// Sentences.
    pub sentences: Vec<String>,
    /// The scenario that the solution makes.
    pub scenario: Option<Scenario>,
    /// The lever whose bound is to be widened first, its new bounds, and the words of the button.
    pub widen: Option<(Moved, String)>,
    /// The best value, in the unit of the variable, and the words of the button that takes it as the goal.
    pub best: Option<(f64, String)>,
}

/// What the levers can make of the figure, and where things stand in it; values in the shown unit.
#[derive(Debug, Clone)]
pub struct IntervalBar {
    /// Lowest and highest, in writing.
    pub ends: [(f64, String); 2],
    /// As things are.
    pub start: (f64, String),
    /// The goal.
    pub goal: (f64, String),
    /// The plan's target.
    pub target: Option<(f64, String)>,
    /// The look of the case.
    pub style: ScenarioStyle,
    /// Text equivalent.
    pub alt: String,
}

/// A lever of the question.
#[derive(Debug, Clone)]
pub struct LeverOfSolver {
    /// The lever with its bounds.
    pub moved: Moved,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Bounds in writing.
    pub low_text: String,
    /// Bounds in writing.
    pub high_text: String,
    /// Where the lever starts, as a part of the way between its bounds.
    pub start: f64,
    /// Where the solution stands, as such a part, and in writing.
    pub found: Option<(f64, String)>,
    /// How much of its room it uses, that it is at a bound, or that it is inert.
    pub note: String,
    /// Whether it stands at a bound.
    pub binds: bool,
}

/// The section for the selected case.
pub fn solver(reader: &StateReader<'_>) -> Solver {
    let (state, lang) = (reader.state, reader.lang);
    let study = &state.study;
    let wishes = &state.workspace.questions;
    let metric = metric(reader);
    let text = FigureText::new(study, metric, lang);
    let goal = Goal { metric, value: goal_value(reader, metric) };
    let further = further(reader, metric);
    let goals: Vec<Goal> = std::iter::once(goal).chain(further.iter().map(|(_, goal)| *goal)).collect();
    let moved = moved_levers(reader);
    let case = state.workspace.selected.as_str();
    let asked = state.derived.prepared_case(case);
    let answer = asked.map(|asked| state.answers.solve_answer(study, asked, &goals, &moved));
    let answer = answer.unwrap_or(Err(AnalysisError::NoFigure { metric }));
    let choice = |variable: Variable| Choice {
        value: variable,
        name: variable_name(variable, lang),
        chosen: variable == wishes.variable,
    };
    let refused = |error: &AnalysisError| {
        let told = explain_analysis_error(error, study, lang);
        format!("{} {}", told.sentence, told.hint)
    };
    let outcome = match (&answer, asked) {
        (Ok(answer), Some(asked)) => outcome(reader, asked, (&goals, &moved), answer).map_err(|error| refused(&error)),
        (Ok(_), None) => Err(label(lang, "why-no-result")),
        (Err(error), _) => Err(refused(error)),
    };
    Solver {
        title: label(lang, "solve-title"),
        about: solve_about(study, case, study.closure, lang),
        figures: FIGURES.map(choice).to_vec(),
        lines: lines(reader, wishes.variable, metric),
        years: years(reader, metric.year),
        goal_text: text.value(goal.value),
        unit: text.unit(),
        further: further.into_iter().map(|(one, goal)| (one, goal_words(reader, goal, lang))).collect(),
        hold: Some(FurtherGoal {
            variable: metric.variable,
            line: crate::analysis::line_id(study, metric.line).to_owned(),
            year: metric.year,
            value: goal.value,
        })
        .filter(|one| !wishes.further.contains(one)),
        levers: moved.iter().map(|one| lever_row(reader, one, answer.as_deref().ok())).collect(),
        more: more(reader, &moved),
        outcome,
    }
}

/// The figure that is to reach a goal: as wished where it exists for the line, otherwise of the province.
fn metric(reader: &StateReader<'_>) -> Metric {
    let study = &reader.state.study;
    let wishes = &reader.state.workspace.questions;
    let lines = ids(reader, wishes.variable);
    let wished = wishes.line.as_deref().unwrap_or(&study.structure.headline);
    let line = lines.iter().find(|line| *line == wished).or_else(|| lines.first());
    let line = line.and_then(|line| line_of(study, line)).unwrap_or(crate::engine::Line::Total);
    Metric::new(wishes.variable, line, wishes.year.unwrap_or(study.horizon).min(study.horizon))
}

/// Goals to be reached beside the one above; what the goal above is about is left to it.
fn further(reader: &StateReader<'_>, metric: Metric) -> Vec<(FurtherGoal, Goal)> {
    let study = &reader.state.study;
    let goal = |one: &FurtherGoal| {
        let line = line_of(study, &one.line)?;
        let goal = Goal { metric: Metric::new(one.variable, line, one.year.min(study.horizon)), value: one.value };
        (goal.metric != metric).then(|| (one.clone(), goal))
    };
    reader.state.workspace.questions.further.iter().filter_map(goal).collect()
}

fn is_metric(study: &Study, one: &FurtherGoal, metric: Metric) -> bool {
    line_of(study, &one.line).is_some_and(|line| Metric::new(one.variable, line, one.year) == metric)
}

/// A goal in words: `Output, Industry 2030 = 190.4`.
fn goal_words(reader: &StateReader<'_>, goal: Goal, lang: Lang) -> String {
    let text = FigureText::new(&reader.state.study, goal.metric, lang);
    filled(lang, "solve-scenario-name", &[("figure", &text.name()), ("value", &text.value(goal.value))])
}

/// Ids of the lines for which a variable exists.
fn ids(reader: &StateReader<'_>, variable: Variable) -> Vec<String> {
    let study = &reader.state.study;
    let has = |kind| variable.coverage().has(kind);
    let parts = study.top_lines().into_iter().filter(|_| has(LineKind::Part)).map(str::to_owned);
    parts.chain(has(LineKind::Total).then(|| TOTAL_LINE.to_owned())).collect()
}

fn lines(reader: &StateReader<'_>, variable: Variable, metric: Metric) -> Vec<Choice<String>> {
    let study = &reader.state.study;
    let own = crate::analysis::line_id(study, metric.line);
    let choice =
        |id: String| Choice { name: crate::text::line_short(&id, study, reader.lang), chosen: id == own, value: id };
    ids(reader, variable).into_iter().map(choice).collect()
}

fn years(reader: &StateReader<'_>, chosen: Year) -> Vec<Choice<Year>> {
    let horizon = reader.projection(&reader.state.workspace.selected).map(|projection| projection.horizon());
    let years = horizon.into_iter().flat_map(crate::quantity::Horizon::projected_years);
    years.map(|year| Choice { value: year, name: reader.numbers.year(year), chosen: year == chosen }).collect()
}

/// The goal as wished, else as it is held, else the plan's target, else what the case has.
fn goal_value(reader: &StateReader<'_>, metric: Metric) -> f64 {
    let study = &reader.state.study;
    let line = crate::analysis::line_id(study, metric.line);
    let wishes = &reader.state.workspace.questions;
    let held = || wishes.further.iter().find(|one| is_metric(study, one, metric)).map(|one| one.value);
    let wished = wishes.goal.or_else(held);
    let planned = || target(study, metric.variable, line, metric.year).map(|target| target.value);
    let now = || reader.value(&reader.state.workspace.selected, metric.variable, line, metric.year);
    wished.or_else(planned).or_else(now).unwrap_or(0.0)
}

/// Levers as chosen; otherwise growth, investment and labour of the headline line, as far as there are figures of them.
fn moved_levers(reader: &StateReader<'_>) -> Vec<Moved> {
    let study = &reader.state.study;
    let known = lever_keys(study);
    if let Some(chosen) = &reader.state.workspace.questions.levers {
        return chosen.iter().filter(|moved| known.contains(&moved.key)).cloned().collect();
    }
    let headline = &study.structure.headline;
    // A lever that acts through a gap has no effect.
    let prepared = reader.state.derived.prepared_case(&reader.state.workspace.selected);
    let gaps = prepared.map(|case| case.baseline.inputs.gaps).unwrap_or_default();
    [
        LeverKey::for_lever(Lever::ProductivityGrowthAdded, headline),
        LeverKey::province(Lever::InvestmentRate),
        LeverKey::for_lever(Lever::LabourGrowthAdded, headline),
    ]
    .into_iter()
    .filter(|key| known.contains(key) && key.gap(gaps).is_none())
    .map(moved_with_bounds)
    .collect()
}

/// A lever between the ends of its soft range.
fn moved_with_bounds(key: LeverKey) -> Moved {
    let spec = key.lever.spec();
    let (low, high) = (spec.from_shown(spec.soft.0), spec.from_shown(spec.soft.1));
    Moved { key, low, high }
}

fn more(reader: &StateReader<'_>, moved: &[Moved]) -> Vec<(LeverKey, String)> {
    let (study, lang) = (&reader.state.study, reader.lang);
    let case = reader.state.workspace.selected.as_str();
    let Some(prepared) = reader.state.derived.prepared_case(case) else { return Vec::new() };
    let is_open = |key: &LeverKey| {
        crate::analysis::solver::is_movable(key.lever.spec())
            && moved.iter().all(|moved| moved.key != *key)
            && inert(study, prepared.baseline.inputs.gaps, &prepared.settings, key, study.closure).is_none()
    };
    let keys = lever_keys(study).into_iter().filter(is_open);
    keys.map(|key| (key.clone(), lever_name(&key, study, lang))).collect()
}

fn lever_row(reader: &StateReader<'_>, moved: &Moved, answer: Option<&SolverAnswer>) -> LeverOfSolver {
    let (study, lang) = (&reader.state.study, reader.lang);
    let spec = moved.key.lever.spec();
    let numbers = Numbers::new(lang);
    let solved = answer.and_then(|answer| answer.levers.iter().find(|lever| lever.key == moved.key));
    let (low, high) = solved.map_or((moved.low, moved.high), |lever| (lever.low, lever.high));
    let place = |value: f64| if high > low { (value - low) / (high - low) } else { 0.5 };
    let case = reader.state.workspace.selected.as_str();
    let prepared = reader.state.derived.prepared_case(case);
    let start = solved
        .map(|lever| lever.start)
        .or_else(|| default_path(study, &prepared?.baseline, &moved.key)?.last().copied());
    let why = |case: &PreparedCase| inert(study, case.baseline.inputs.gaps, &case.settings, &moved.key, study.closure);
    let is_inert = prepared.and_then(why).is_some();
    let note = match solved {
        Some(_) | None if is_inert => label(lang, "solve-lever-inert"),
        Some(lever) => match lever.binds {
            Some(Bound::High) => label(lang, "targets-at-bound"),
            Some(Bound::Low) => label(lang, "solve-at-floor"),
            None => {
                let share = numbers.percent(lever.room_used, 0);
                filled(lang, "targets-room", &[("share", &share)])
            }
        },
        None => String::new(),
    };
    let note = match solved.filter(|lever| matches!(lever.form, SolvedForm::Path { .. })) {
        Some(lever) => {
            let by = lever_shift(lever, lang);
            let words = filled(lang, "solve-path-note", &[("by", &by)]);
            if note.is_empty() { words } else { format!("{words} · {note}") }
        }
        None => note,
    };
    let fixed = |value: f64| lever_figure_fixed(spec, spec.to_shown(value), lever_decimals(spec), lang);
    let bound = |value: f64| lever_figure(spec, spec.to_shown(value), lever_decimals(spec), lang);
    LeverOfSolver {
        name: lever_name(&moved.key, study, lang),
        unit: lever_unit_short(spec, lang),
        low_text: bound(moved.low),
        high_text: bound(moved.high),
        start: start.map_or(0.5, place),
        found: solved.map(|lever| (place(lever.value), fixed(lever.value))),
        note,
        binds: solved.is_some_and(|lever| lever.binds.is_some()),
        moved: moved.clone(),
    }
}

fn outcome(
    reader: &StateReader<'_>,
    asked: &PreparedCase,
    (goals, moved): (&[Goal], &[Moved]),
    answer: &SolverAnswer,
) -> Result<Outcome, AnalysisError> {
    let (study, lang) = (&reader.state.study, reader.lang);
    let told = with_question(study, asked, goals, moved, |question| Ok(explain_answer(question, answer, lang)))?;
    let mut sentences = vec![told.sentence, told.hint];
    let mut outcome = Outcome {
        is_attained: answer.is_attained(),
        verdict: label(lang, "targets-attained"),
        bar: bar(reader, &asked.id, goals[0], answer),
        sentences: Vec::new(),
        scenario: None,
        widen: None,
        best: None,
    };
    match &answer.verdict {
        GoalVerdict::Attained => {
            let settings = with_question(study, asked, goals, moved, |question| solution(question, answer))?;
            outcome.scenario = Some(settings).filter(|settings| !settings.is_empty()).map(|settings| Scenario {
                id: free_id(study, "solution"),
                name: scenario_name(reader, goals),
                short: Localized::default(),
                note: Localized::default(),
                parent: asked.id.clone(),
                slot: free_slot(study),
                visible: true,
                settings,
            });
        }
        GoalVerdict::NotAttainable { shortfalls, widen } => {
            let short = goals.iter().zip(shortfalls).filter(|(_, gap)| **gap != 0.0);
            let mut gaps = short.map(|(goal, gap)| {
                let text = FigureText::new(study, goal.metric, lang);
                let words = explain_gap(goal.metric, *gap, study, lang);
                if goals.len() > 1 { format!("{}: {words}", text.name()) } else { words }
            });
            outcome.verdict = gaps.next().unwrap_or_default();
            sentences.extend(gaps.map(|words| format!("{words}.")));
            sentences.extend(widen.iter().map(|widening| explain_widening(widening, goals, study, lang)));
            let first = widen.iter().find(|widening| widening.is_allowed);
            outcome.widen = first.and_then(|widening| describe_widening(reader, widening, moved));
            let text = FigureText::new(study, goals[0].metric, lang);
            outcome.best = answer
                .reached
                .first()
                .filter(|_| goals.len() == 1)
                .map(|best| (*best, filled(lang, "targets-set-best", &[("value", &text.value(*best))])));
        }
    }
    sentences.extend(explain_rank(answer, goals.len(), lang));
    sentences.retain(|sentence| !sentence.is_empty());
    Ok(Outcome { sentences, ..outcome })
}

/// The name of the scenario in both languages.
fn scenario_name(reader: &StateReader<'_>, goals: &[Goal]) -> Localized {
    let [vi, en] = Lang::ALL.map(|lang| {
        let words: Vec<String> = goals.iter().map(|goal| goal_words(reader, *goal, lang)).collect();
        words.join("; ")
    });
    Localized::new(&vi, &en)
}

/// The lever with the bound that a widening asks for.
fn describe_widening(reader: &StateReader<'_>, widening: &Widening, moved: &[Moved]) -> Option<(Moved, String)> {
    let (study, lang) = (&reader.state.study, reader.lang);
    let needed = widening.needed?;
    let own = moved.iter().find(|moved| moved.key == widening.key)?.clone();
    let spec = widening.key.lever.spec();
    // A little beyond what is needed, so that rounding does not leave the goal outside.
    let wider = match widening.bound {
        Bound::High => Moved { high: (needed + 1e-6).min(spec.from_shown(spec.hard.1)), ..own },
        Bound::Low => Moved { low: (needed - 1e-6).max(spec.from_shown(spec.hard.0)), ..own },
    };
    let name = lever_name(&widening.key, study, lang);
    Some((wider, filled(lang, "targets-widen", &[("lever", &name)])))
}

fn bar(reader: &StateReader<'_>, case: &str, goal: Goal, answer: &SolverAnswer) -> IntervalBar {
    let (study, lang) = (&reader.state.study, reader.lang);
    let text = FigureText::new(study, goal.metric, lang);
    let line = crate::analysis::line_id(study, goal.metric.line);
    let now = reader.value(case, goal.metric.variable, line, goal.metric.year).unwrap_or(goal.value);
    let reached = answer.reached.first().copied().unwrap_or(now);
    let (low, high) = answer.attainable.first().map_or((reached, reached), |one| (one.low, one.high));
    let end = |value: f64| (text.to_shown(value), text.value(value));
    let marked = |key, value: f64| (text.to_shown(value), filled(lang, key, &[("value", &text.value(value))]));
    let planned = target(study, goal.metric.variable, line, goal.metric.year);
    let planned = planned.filter(|target| (target.value - goal.value).abs() > 1e-9 * goal.value.abs());
    let range = format!("{} – {}", text.value(low), text.value(high));
    let is_certain = answer.attainable.first().is_none_or(|interval| interval.is_monotone);
    let key = if is_certain { "solve-interval" } else { "solve-interval-searched" };
    let start = marked("solve-start", now);
    let goal = marked("solve-goal-mark", goal.value);
    IntervalBar {
        alt: format!("{}; {}; {}", filled(lang, key, &[("range", &range)]), start.1, goal.1),
        ends: [end(low), end(high)],
        start,
        goal,
        target: planned.map(|target| {
            marked(if target.implied { "solve-implied-mark" } else { "solve-target-mark" }, target.value)
        }),
        style: reader.style(case),
    }
}

/// A lever that was just added.
pub fn add_lever(key: &LeverKey) -> Moved {
    moved_with_bounds(key.clone())
}

/// A goal as typed, in the unit of the variable.
pub fn typed_goal(reader: &StateReader<'_>, shown: f64) -> f64 {
    FigureText::new(&reader.state.study, metric(reader), reader.lang).model(shown)
}
