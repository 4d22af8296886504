//! Answers to questions in words: which assumption did it, what would have to be true, what matters most.
//!
//! Sentences are templates; numbers arrive written, with the unit and the decimals of the figure they are about.

use super::catalog::message_with;
use super::explain::{Explanation, explain};
use super::names::{
    capitalise, case_name, closure_name, gap_reason, inert_reason, lever_name, line_short, variable_name,
};
use super::number::Numbers;
use super::units::{lever_figure, lever_unit, shown_decimals, shown_unit, shown_value, unit_at_prices, unit_name};
use super::words::{filled, period};
use super::{catalog, explain_resolve_error, explain_study_error};
use crate::analysis::narrowed::Narrowed;
use crate::analysis::solver::{
    Bound, Flat, Goal, GoalVerdict, SolutionMethod, SolvedForm, SolvedLever, SolverAnswer, SolverQuestion, Widening,
};
use crate::analysis::{
    AnalysisError, Attribution, Cause, Factor, Metric, Player, ShiftShareMethod, Swing, Switching, Term, Tornado,
    line_id,
};
use crate::engine::TOTAL_LINE;
use crate::lang::{Lang, Tongue};
use crate::quantity::{Horizon, Unit, Year};
use crate::scenario::lever::{Kind, LeverSpec};
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;

/// Parts below this fraction of the largest are left out of the text.
const NOTHING: f64 = 5e-4;

/// A group of levers as a heading.
pub fn cause_name(cause: Cause, lang: Lang) -> String {
    catalog::message(lang, &format!("cause-{}", cause.id()))
}

/// A group of levers, or a lever.
pub fn player_name(player: &Player, study: &Study, lang: Lang) -> String {
    match player {
        Player::Cause(cause) => cause_name(*cause, lang),
        Player::Lever(key) => lever_name(key, study, lang),
    }
}

/// A group of levers inside a sentence; levers keep their names, which may be proper ones.
fn inside(player: &Player, study: &Study, lang: Lang) -> String {
    let name = player_name(player, study, lang);
    let mut letters = name.chars();
    match (player, letters.next()) {
        (Player::Cause(_), Some(first)) => first.to_lowercase().chain(letters).collect(),
        (Player::Cause(_) | Player::Lever(_), _) => name,
    }
}

/// Words that open a sentence where the language's template begins with them.
fn opening(text: &str, lang: Lang) -> String {
    match lang.tongue() {
        Tongue::Vi => capitalise(text),
        Tongue::En => text.to_owned(),
    }
}

/// A factor of growth.
pub fn factor_name(factor: Factor, lang: Lang) -> String {
    catalog::message(lang, &format!("factor-{}", factor.id()))
}

/// A way of dividing productivity growth.
pub fn shift_method_name(method: ShiftShareMethod, lang: Lang) -> String {
    catalog::message(lang, &format!("shift-{}", method.id()))
}

/// A figure with its line and year: `GRDP 2030`.
pub fn metric_name(study: &Study, metric: Metric, lang: Lang) -> String {
    let year = metric.since.map_or_else(|| Numbers::new(lang).year(metric.year), |since| period(since, metric.year));
    let variable = variable_name(metric.variable, lang);
    let line = line_id(study, metric.line);
    let named = if line == TOTAL_LINE {
        filled(lang, "why-figure-total", &[("variable", &variable), ("year", &year)])
    } else {
        let line = line_short(line, study, lang);
        filled(lang, "why-figure", &[("variable", &variable), ("line", &line), ("year", &year)])
    };
    if metric.since.is_some() { filled(lang, "why-average", &[("figure", &named)]) } else { named }
}

/// Writes values and differences of one figure.
#[derive(Debug, Clone, Copy)]
pub struct FigureText<'a> {
    study: &'a Study,
    metric: Metric,
    lang: Lang,
}

impl<'a> FigureText<'a> {
    /// The writer of a figure.
    pub const fn new(study: &'a Study, metric: Metric, lang: Lang) -> Self {
        Self { study, metric, lang }
    }

    /// The figure's name.
    pub fn name(&self) -> String {
        metric_name(self.study, self.metric, self.lang)
    }

    /// Decimals of a value.
    pub const fn decimals(&self) -> usize {
        shown_decimals(shown_unit(self.metric.variable))
    }

    /// A value in the shown unit.
    pub fn to_shown(&self, value: f64) -> f64 {
        shown_value(self.metric.variable, value)
    }

    /// A value in the model's unit from one in the shown unit.
    pub fn model(&self, shown: f64) -> f64 {
        // The shown unit is a power of ten times the model's; dividing gives the nearest double.
        shown / self.to_shown(1.0)
    }

    /// A value written without its unit.
    pub fn value(&self, value: f64) -> String {
        Numbers::new(self.lang).decimal(self.to_shown(value), self.decimals())
    }

    /// A difference written with its sign, without its unit.
    pub fn write_signed(&self, difference: f64) -> String {
        Numbers::new(self.lang).write_signed(self.to_shown(difference), self.decimals())
    }

    /// The unit of values, with prices.
    pub fn unit(&self) -> String {
        self.unit_of(shown_unit(self.metric.variable))
    }

    /// The unit of differences: percentage points where values are per cent.
    pub fn unit_of_difference(&self) -> String {
        let unit = shown_unit(self.metric.variable);
        self.unit_of(points_of(unit))
    }

    fn unit_of(&self, unit: Unit) -> String {
        unit_at_prices(unit, self.metric.variable.price_basis(), self.study.price_base_year, self.lang)
    }
}

/// The unit of differences between values in a unit: percentage points where these are per cent.
fn points_of(unit: Unit) -> Unit {
    let points = [(Unit::Percent, Unit::PercentagePoint), (Unit::PercentPerYear, Unit::PercentagePointPerYear)];
    points.into_iter().find(|(own, _)| *own == unit).map_or(unit, |(_, points)| points)
}

/// Words in a row: `a, b và c`.
pub fn join_words(words: &[String], lang: Lang) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => filled(lang, "why-and", &[("list", &first.join(", ")), ("last", last)]),
    }
}

/// A value of a lever with its unit.
pub fn lever_value(spec: &LeverSpec, value: f64, lang: Lang) -> String {
    if spec.kind == Kind::Switch {
        let key = if value > 0.5 { "why-levers-switch-on" } else { "why-levers-switch-off" };
        return filled(lang, key, &[]);
    }
    let shown = spec.to_shown(value);
    let numbers = Numbers::new(lang);
    let unit = lever_unit(spec, lang);
    if spec.unit == Unit::CalendarYear {
        whole_year(shown, lang)
    } else if unit == "%" {
        format!("{}%", numbers.write_trimmed(shown, spec.decimals.max(1)))
    } else {
        format!("{} {unit}", numbers.write_trimmed(shown, lever_decimals(spec)))
    }
}

/// A calendar year that a lever holds as a number.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and a cast from a float saturates")]
fn whole_year(year: f64, lang: Lang) -> String {
    Numbers::new(lang).year(year.round() as Year)
}

/// Decimals with which a solved value of a lever is read: one more than the slider has.
pub const fn lever_decimals(spec: &LeverSpec) -> usize {
    spec.decimals + 1
}

/// Two or three sentences on an attribution: the largest gains and losses, and what the order of counting would have said.
pub fn explain_attribution(found: &Attribution, study: &Study, lang: Lang) -> Vec<String> {
    let text = FigureText::new(study, found.metric, lang);
    if found.terms.is_empty() {
        return vec![filled(lang, "why-no-assumption", &[])];
    }
    let largest = found.terms.iter().map(|term| term.value.abs()).fold(0.0, f64::max);
    let mut sentences = vec![parts_sentence(found, &text, largest, study)];
    sentences.push(order_sentence(found, &text, largest, study));
    let error = found.terms.iter().filter_map(|term| term.standard_error).reduce(f64::max);
    if let (Some(permutations), Some(error)) = (found.permutations, error) {
        let permutations = Numbers::new(lang).decimal(permutations as f64, 0);
        let error = Numbers::new(lang).decimal(text.to_shown(error), text.decimals() + 1);
        sentences.push(filled(
            lang,
            "why-sampled",
            &[("by", divided_by(found)), ("permutations", &permutations), ("error", &error)],
        ));
    }
    sentences
}

/// The title over differences: what each group of assumptions adds, or each assumption.
pub fn title_attribution<'a>(found: impl IntoIterator<Item = &'a Attribution>, lang: Lang) -> String {
    let is_by_levers = found.into_iter().any(|one| divided_by(one) == LEVERS);
    filled(lang, if is_by_levers { "why-title-levers" } else { "why-title" }, &[])
}

/// The word of messages for a difference that is divided between single assumptions.
const LEVERS: &str = "levers";

/// Between what a difference is divided: many assumptions are taken together even where single ones are asked for.
fn divided_by(found: &Attribution) -> &'static str {
    let is_by_levers = found.terms.iter().any(|term| matches!(term.player, Player::Lever(_)));
    if is_by_levers { LEVERS } else { "groups" }
}

/// Parts large enough for a word, the largest first.
fn sort_terms(terms: &[Term], largest: f64, sign: f64) -> Vec<&Term> {
    let mut found: Vec<&Term> = terms.iter().filter(|term| term.value * sign > NOTHING * largest).collect();
    found.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    found
}

fn parts_sentence(found: &Attribution, text: &FigureText<'_>, largest: f64, study: &Study) -> String {
    let lang = text.lang;
    let names = |terms: &[&Term]| {
        let names: Vec<String> = terms.iter().map(|term| inside(&term.player, study, lang)).collect();
        join_words(&names, lang)
    };
    let sum = |terms: &[&Term]| terms.iter().map(|term| term.value).sum::<f64>();
    let (gains, losses) = (sort_terms(&found.terms, largest, 1.0), sort_terms(&found.terms, largest, -1.0));
    let unit = text.unit_of_difference();
    let (gain, loss) = (text.value(sum(&gains)), text.value(-sum(&losses)));
    let difference = text.write_signed(found.difference());
    let (gained, mut lost) = (opening(&names(&gains), lang), names(&losses));
    if gains.is_empty() {
        lost = opening(&lost, lang);
    }
    match (gains.is_empty(), losses.is_empty()) {
        (true, true) => filled(lang, "why-no-difference", &[("figure", &text.name())]),
        (false, true) => filled(lang, "why-gains", &[("gains", &gained), ("gain", &gain), ("unit", &unit)]),
        (true, false) => filled(lang, "why-losses", &[("losses", &lost), ("loss", &loss), ("unit", &unit)]),
        (false, false) => {
            let arguments = [
                ("gains", gained.as_str()),
                ("gain", &gain),
                ("losses", &lost),
                ("loss", &loss),
                ("difference", &difference),
                ("unit", &unit),
            ];
            filled(lang, "why-gains-and-losses", &arguments)
        }
    }
}

/// What counting one after the other would have said of the group that depends most on the order; one whose sign turns comes first.
fn order_sentence(found: &Attribution, text: &FigureText<'_>, largest: f64, study: &Study) -> String {
    let spread = |term: &Term| (term.first - term.last).abs();
    let turns = |term: &Term| term.first * term.last < 0.0 && term.first.abs().min(term.last.abs()) > 0.02 * largest;
    let most = found.terms.iter().max_by(|a, b| turns(a).cmp(&turns(b)).then_with(|| spread(a).total_cmp(&spread(b))));
    match most.filter(|term| spread(term) > 0.02 * largest) {
        Some(term) => {
            let name = inside(&term.player, study, text.lang);
            let arguments = [
                ("by", divided_by(found)),
                ("name", name.as_str()),
                ("first", &text.write_signed(term.first)),
                ("last", &text.write_signed(term.last)),
            ];
            filled(text.lang, "why-order", &arguments)
        }
        None => filled(text.lang, "why-order-free", &[("by", divided_by(found))]),
    }
}

/// One term with what the order of counting would have said, and its levers.
pub fn explain_term(term: &Term, metric: Metric, study: &Study, lang: Lang) -> String {
    let text = FigureText::new(study, metric, lang);
    let levers: Vec<String> = term.levers.iter().map(|key| lever_name(key, study, lang)).collect();
    let levers = if levers.is_empty() { player_name(&term.player, study, lang) } else { levers.join("; ") };
    let arguments = [
        ("name", player_name(&term.player, study, lang)),
        ("value", text.write_signed(term.value)),
        ("first", text.write_signed(term.first)),
        ("last", text.write_signed(term.last)),
        ("levers", levers),
    ];
    filled(lang, "why-term-hint", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// Whether a term is too small for a bar.
pub fn is_nothing(value: f64, largest: f64) -> bool {
    value.abs() <= NOTHING * largest
}

/// The answer of the solver in one sentence, and what to do next in a second.
pub fn explain_answer(question: &SolverQuestion<'_>, answer: &SolverAnswer, lang: Lang) -> Explanation {
    let study = question.case.study;
    let Some(goal) = question.goals.first() else {
        return Explanation { sentence: String::new(), hint: String::new() };
    };
    let text = FigureText::new(study, goal.metric, lang);
    match &answer.verdict {
        GoalVerdict::Attained => explain_attained(answer, study, lang),
        GoalVerdict::NotAttainable { shortfalls, widen } => {
            not_attained((question, answer), (shortfalls, widen), &text)
        }
    }
}

fn explain_attained(answer: &SolverAnswer, study: &Study, lang: Lang) -> Explanation {
    if answer.method == SolutionMethod::Unchanged {
        return Explanation { sentence: filled(lang, "solve-unchanged", &[]), hint: String::new() };
    }
    let has_moved = |lever: &&SolvedLever| (lever.value - lever.start).abs() > 1e-9 * (lever.high - lever.low);
    let change = |lever: &SolvedLever| explain_change(lever, study, lang);
    let changes: Vec<String> = answer.levers.iter().filter(has_moved).map(change).collect();
    let mut sentence = filled(lang, "solve-changes", &[("changes", &changes.join("; "))]);
    if !answer.is_smallest {
        sentence = format!("{sentence} {}", filled(lang, "solve-not-smallest", &[]));
    }
    let bound = levers_at_an_end(answer, study, lang);
    let hint = if bound.is_empty() {
        filled(lang, "solve-no-bound", &[])
    } else {
        filled(lang, "solve-bounds-bind", &[("levers", &join_words(&bound, lang))])
    };
    Explanation { sentence, hint }
}

/// What of a lever has to change, by how much, and in which years.
fn explain_change(lever: &SolvedLever, study: &Study, lang: Lang) -> String {
    let (spec, numbers) = (lever.key.lever.spec(), Numbers::new(lang));
    let name = lever_name(&lever.key, study, lang);
    let (value, start) = (lever_value(spec, lever.value, lang), lever_value(spec, lever.start, lang));
    let common = [("lever", &*name), ("value", &*value), ("start", &*start)];
    match lever.form {
        SolvedForm::Level => filled(lang, "solve-change", &common),
        SolvedForm::Path { last } => {
            let arguments = [("by", &*lever_shift(lever, lang)), ("year", &*numbers.year(last))];
            filled(lang, "solve-change-path", &[&common[..], &arguments].concat())
        }
        SolvedForm::Span { from, to } => {
            let arguments = [("from", &*numbers.year(from)), ("to", &*numbers.year(to))];
            filled(lang, "solve-change-span", &[&common[..], &arguments].concat())
        }
    }
}

/// By how much a solved lever moved, with sign and unit: `+0,89 điểm %`.
pub fn lever_shift(lever: &SolvedLever, lang: Lang) -> String {
    let spec = lever.key.lever.spec();
    let points = points_of(spec.unit);
    let points = if points == spec.unit { lever_unit(spec, lang) } else { unit_name(points, lang) };
    let by = spec.to_shown(lever.value) - spec.to_shown(lever.start);
    format!("{} {points}", Numbers::new(lang).write_signed(by, lever_decimals(spec)))
}

/// Levers that stand at an end of what they may take, whether the solution brought them there or not.
fn levers_at_an_end(answer: &SolverAnswer, study: &Study, lang: Lang) -> Vec<String> {
    let close = |lever: &SolvedLever| 1e-9 * (lever.high - lever.low);
    let is_at_end =
        |lever: &&SolvedLever| lever.value >= lever.high - close(lever) || lever.value <= lever.low + close(lever);
    answer.levers.iter().filter(is_at_end).map(|lever| lever_name(&lever.key, study, lang)).collect()
}

fn bound_levers(answer: &SolverAnswer, study: &Study, lang: Lang) -> Vec<String> {
    let at_bound = answer.levers.iter().filter(|lever| lever.binds.is_some());
    at_bound.map(|lever| lever_name(&lever.key, study, lang)).collect()
}

fn not_attained(
    (question, answer): (&SolverQuestion<'_>, &SolverAnswer),
    (shortfalls, widen): (&[f64], &[Widening]),
    text: &FigureText<'_>,
) -> Explanation {
    let (study, lang) = (question.case.study, text.lang);
    let lever = || question.levers.first().map_or_else(String::new, |lever| lever_name(&lever.key, study, lang));
    match answer.flat {
        Some(Flat::Land) => return explain(lang, "outcome-land-binds", &[("lever", lever().into())]),
        Some(Flat::Inert(why)) => {
            let reason = inert_reason(why, lang).unwrap_or_default();
            let sentence = filled(lang, "solve-inert", &[("reason", &reason)]);
            return Explanation { sentence, hint: filled(lang, "solve-no-effect", &[("figure", &text.name())]) };
        }
        Some(Flat::NoEffect) => {
            let goal = question.goals.first().map_or(0.0, |goal| goal.value);
            let arguments = [("lever", lever().into()), ("value", text.value(goal).into())];
            return explain(lang, "outcome-no-solution", &arguments);
        }
        None => {}
    }
    let short = answer.missed_goals(question.goals).into_iter().map(|k| {
        let text = question.goals.get(k).map_or(*text, |goal| FigureText::new(study, goal.metric, lang));
        let best = answer.reached.get(k).map_or_else(String::new, |best| text.value(*best));
        let gap = shortfalls.get(k).copied().unwrap_or(0.0);
        let key = if gap < 0.0 { "solve-over" } else { "solve-short" };
        let told = filled(lang, key, &[("best", &best), ("gap", &text.value(gap.abs()))]);
        if question.goals.len() > 1 { format!("{}: {told}", text.name()) } else { told }
    });
    let short = short.collect::<Vec<_>>().join("; ");
    let levers = bound_levers(answer, study, lang);
    let levers = if levers.is_empty() { Numbers::new(lang).missing().to_owned() } else { join_words(&levers, lang) };
    let advice = first_widening(widen, study, lang);
    let arguments = [("short", short.into()), ("levers", levers.into()), ("advice", advice.into())];
    explain(lang, "outcome-not-attainable", &arguments)
}

/// That a goal is not attained, and by how much the figure stays below or above it.
pub fn explain_gap(metric: Metric, gap: f64, study: &Study, lang: Lang) -> String {
    let key = if gap < 0.0 { "targets-overshot" } else { "targets-not-attained" };
    filled(lang, key, &[("gap", &FigureText::new(study, metric, lang).value(gap.abs()))])
}

/// Which bound to widen first: one that keeps the goal that is shortest from being met.
fn first_widening(widen: &[Widening], study: &Study, lang: Lang) -> String {
    let Some(nearest) = widen.first() else { return filled(lang, "solve-no-widening", &[]) };
    let Some(first) = widen.iter().find(|one| one.is_allowed && one.needed.is_some()) else {
        let key = match nearest.bound {
            Bound::High => "solve-nearer-high",
            Bound::Low => "solve-nearer-low",
        };
        return filled(lang, key, &[("first", &lever_name(&nearest.key, study, lang))]);
    };
    let key = match first.bound {
        Bound::High => "solve-widen-high",
        Bound::Low => "solve-widen-low",
    };
    filled(lang, key, &[("first", &lever_name(&first.key, study, lang))])
}

/// What widening one bound would give, behind the name of the goal where there are several.
pub fn explain_widening(widening: &Widening, goals: &[Goal], study: &Study, lang: Lang) -> String {
    let told = widening_sentence(widening, study, lang);
    match goals.get(widening.goal).filter(|_| goals.len() > 1) {
        Some(goal) => format!("{}: {told}", FigureText::new(study, goal.metric, lang).name()),
        None => told,
    }
}

fn widening_sentence(widening: &Widening, study: &Study, lang: Lang) -> String {
    let lever = lever_name(&widening.key, study, lang);
    let Some(needed) = widening.needed else { return filled(lang, "solve-needed-nowhere", &[("lever", &lever)]) };
    let key = if widening.is_allowed { "solve-needed" } else { "solve-needed-refused" };
    let value = lever_value(widening.key.lever.spec(), needed, lang);
    filled(lang, key, &[("lever", &lever), ("value", &value)])
}

/// That some goals follow from others; `None` where all are independent.
pub fn explain_rank(answer: &SolverAnswer, goals: usize, lang: Lang) -> Option<String> {
    let numbers = Numbers::new(lang);
    let (rank, count) = (numbers.decimal(answer.rank as f64, 0), numbers.decimal(goals as f64, 0));
    (goals > 1 && answer.rank < goals).then(|| filled(lang, "solve-dependent", &[("rank", &rank), ("count", &count)]))
}

/// The lever that matters most, and how many do not matter.
pub fn explain_tornado(found: &Tornado, study: &Study, lang: Lang) -> Vec<String> {
    let text = FigureText::new(study, found.metric, lang);
    let figure = text.name();
    let Some(first) = found.swings.first() else {
        return vec![filled(lang, "why-levers-none", &[("figure", &figure)])];
    };
    let spec = first.key.lever.spec();
    let arguments = [
        ("name", lever_name(&first.key, study, lang)),
        ("low", lever_value(spec, first.low, lang)),
        ("high", lever_value(spec, first.high, lang)),
        ("figure", figure.clone()),
        ("at_low", text.value(first.at_low)),
        ("at_high", text.value(first.at_high)),
    ];
    let mut sentences =
        vec![filled(lang, "why-levers-sentence", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))];
    let counted = |key: &str, count: usize| {
        message_with(lang, key, &[("count", count.into()), ("figure", figure.as_str().into())])
    };
    if !found.inert.is_empty() {
        sentences.push(counted("why-levers-inert", found.inert.len()));
    }
    sentences.extend(found.swings.iter().flat_map(|swing| explain_ends(swing, study, lang)));
    sentences.extend(found.stopped.iter().map(|(key, error)| {
        let (name, reason) = (lever_name(key, study, lang), explain_analysis_error(error, study, lang).sentence);
        filled(lang, "why-levers-stopped", &[("name", &name), ("reason", &reason)])
    }));
    sentences
}

/// Where a lever's range ends early because the model answers no further, and why; empty where both ends are reached.
pub fn explain_ends(swing: &Swing, study: &Study, lang: Lang) -> Vec<String> {
    let name = lever_name(&swing.key, study, lang);
    let ends = [(swing.low, &swing.stopped_low), (swing.high, &swing.stopped_high)];
    let told = ends.into_iter().filter_map(|(value, stopped)| {
        let reason = explain_analysis_error(stopped.as_ref()?, study, lang).sentence;
        let value = lever_value(swing.key.lever.spec(), value, lang);
        Some(filled(lang, "why-levers-ends", &[("name", &name), ("value", &value), ("reason", &reason)]))
    });
    told.collect()
}

/// The range over which a lever was moved: `−1,0 … 2,0 điểm %/năm`.
pub fn swing_range(swing: &Swing, lang: Lang) -> String {
    lever_range(swing.key.lever.spec(), (swing.low, swing.high), lang)
}

/// A range of a lever in its shown unit: `−1,0 … 2,0 điểm %/năm`.
fn lever_range(spec: &LeverSpec, (low, high): (f64, f64), lang: Lang) -> String {
    if spec.kind == Kind::Switch {
        return format!("{} … {}", lever_value(spec, low, lang), lever_value(spec, high, lang));
    }
    let written = |value: f64| lever_figure(spec, spec.to_shown(value), 3, lang);
    let unit = lever_unit(spec, lang);
    let space = if unit == "%" || unit.is_empty() || spec.unit == Unit::CalendarYear { "" } else { " " };
    let unit = if spec.unit == Unit::CalendarYear { String::new() } else { unit };
    format!("{} … {}{space}{unit}", written(low), written(high))
}

/// That a lever is not drawn over its whole range, over which it is, and why.
pub fn explain_narrowed(one: &Narrowed, study: &Study, lang: Lang) -> String {
    let spec = one.key.lever.spec();
    let with: Vec<String> = one.with.iter().map(|key| lever_name(key, study, lang)).collect();
    let key = match (one.kept.is_some(), with.is_empty()) {
        (true, true) => "sensitivity-narrowed",
        (true, false) => "sensitivity-narrowed-together",
        (false, true) => "sensitivity-left-out",
        (false, false) => "sensitivity-left-out-together",
    };
    let arguments = [
        ("name", lever_name(&one.key, study, lang)),
        ("asked", lever_range(spec, one.asked, lang)),
        ("kept", lever_range(spec, one.kept.unwrap_or(one.asked), lang)),
        ("with", join_words(&with, lang)),
        ("reason", explain_analysis_error(&one.reason, study, lang).sentence),
    ];
    filled(lang, key, &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// That no lever could be drawn, with the reason of each.
pub fn nothing_to_draw(narrowed: &[Narrowed], study: &Study, lang: Lang) -> Explanation {
    let reasons: Vec<String> = narrowed.iter().map(|one| explain_narrowed(one, study, lang)).collect();
    explain(lang, "error-nothing-to-draw", &[("reasons", reasons.join(" ").into())])
}

/// Where a lever by itself just meets a goal.
pub fn explain_switching(
    key: &LeverKey,
    switching: Switching,
    (metric, goal): (Metric, f64),
    study: &Study,
    lang: Lang,
) -> String {
    let text = FigureText::new(study, metric, lang);
    let (lever, goal) = (lever_name(key, study, lang), text.value(goal));
    match switching {
        Switching::At(value) => {
            let value = lever_value(key.lever.spec(), value, lang);
            filled(lang, "why-switching", &[("lever", &lever), ("goal", &goal), ("value", &value)])
        }
        Switching::Nowhere { nearest, stopped: None } => {
            let nearest = text.value(nearest);
            filled(lang, "why-switching-nowhere", &[("lever", &lever), ("goal", &goal), ("nearest", &nearest)])
        }
        Switching::Nowhere { nearest, stopped: Some(end) } => {
            let (nearest, end) = (text.value(nearest), lever_value(key.lever.spec(), end, lang));
            let arguments = [("lever", &*lever), ("goal", &*goal), ("nearest", &*nearest), ("end", &*end)];
            filled(lang, "why-switching-stopped", &arguments)
        }
        Switching::Unanswered => filled(lang, "why-switching-unanswered", &[("lever", &lever), ("goal", &goal)]),
    }
}

/// Why a question has no answer.
pub fn explain_analysis_error(error: &AnalysisError, study: &Study, lang: Lang) -> Explanation {
    match error {
        AnalysisError::Resolve(error) => explain_resolve_error(error, Some(study), lang),
        AnalysisError::NoFigure { metric } => {
            explain(lang, "error-no-figure", &[("figure", metric_name(study, *metric, lang).into())])
        }
        AnalysisError::NotKnown { metric, gap } => {
            let arguments =
                [("figure", metric_name(study, *metric, lang).into()), ("reason", gap_reason(*gap, lang).into())];
            explain(lang, "error-figure-not-known", &arguments)
        }
        AnalysisError::NotMovable { lever } => {
            let name = super::names::lever_named(lever, Some(study), lang);
            explain(lang, "error-lever-not-movable", &[("lever", name.into())])
        }
        AnalysisError::LeverOfGap { lever, gap } => {
            let name = super::names::lever_named(lever, Some(study), lang);
            explain(lang, "error-lever-of-gap", &[("lever", name.into()), ("reason", gap_reason(*gap, lang).into())])
        }
        AnalysisError::NoLever => explain(lang, "error-no-lever", &[]),
        AnalysisError::OtherPrices { from, to, why } => {
            let [from, to] = [from, to].map(|year| Numbers::new(lang).year(*year).into());
            let inner = explain_study_error(why, Some(study), lang);
            let arguments = [("from", from), ("to", to), ("sentence", inner.sentence.into())];
            explain(lang, "error-other-prices", &arguments)
        }
    }
}

/// That a typed figure, goal or lever does not read.
pub fn unreadable_question(key: &'static str, value: &str, lang: Lang) -> Explanation {
    explain(lang, key, &[("value", value.into())])
}

/// That the plan states no target for a figure.
pub fn no_target(study: &Study, metric: Metric, lang: Lang) -> Explanation {
    explain(lang, "error-goal-without-target", &[("figure", metric_name(study, metric, lang).into())])
}

/// That bounds leave the hard range of their lever.
pub fn bounds_refused(key: &LeverKey, study: &Study, lang: Lang) -> Explanation {
    let spec = key.lever.spec();
    let arguments = [
        ("lever", lever_name(key, study, lang).into()),
        ("low", lever_figure(spec, spec.hard.0, 3, lang).into()),
        ("high", lever_figure(spec, spec.hard.1, 3, lang).into()),
    ];
    explain(lang, "error-beyond-hard-range", &arguments)
}

/// That a lower bound lies above the upper one.
pub fn bounds_reversed(key: &LeverKey, (low, high): (f64, f64), study: &Study, lang: Lang) -> Explanation {
    let spec = key.lever.spec();
    let arguments = [
        ("lever", lever_name(key, study, lang).into()),
        ("id", key.to_string().into()),
        ("low", lever_figure(spec, low, 3, lang).into()),
        ("high", lever_figure(spec, high, 3, lang).into()),
        ("typed_low", low.to_string().into()),
        ("typed_high", high.to_string().into()),
    ];
    explain(lang, "error-bounds-reversed", &arguments)
}

/// That the first year in which an assumption is to act lies after the last.
pub fn lever_years_reversed(key: &LeverKey, (from, to): (Year, Year), study: &Study, lang: Lang) -> Explanation {
    let [from, to] = [from, to].map(|year| Numbers::new(lang).year(year));
    let arguments = [("lever", lever_name(key, study, lang).into()), ("from", from.into()), ("to", to.into())];
    explain(lang, "error-lever-years-reversed", &arguments)
}

/// That the years of a lever lie outside the projection.
pub fn lever_years_outside(
    key: &LeverKey,
    years: (Year, Year),
    horizon: Horizon,
    study: &Study,
    lang: Lang,
) -> Explanation {
    let [from, to, first, last] =
        [years.0, years.1, horizon.base(), horizon.end()].map(|year| Numbers::new(lang).year(year));
    let arguments = [
        ("lever", lever_name(key, study, lang).into()),
        ("from", from.into()),
        ("to", to.into()),
        ("first", first.into()),
        ("last", last.into()),
    ];
    explain(lang, "error-lever-years-outside", &arguments)
}

/// That a goal is asked for twice.
pub fn goal_twice(metric: Metric, study: &Study, lang: Lang) -> Explanation {
    explain(lang, "error-goal-twice", &[("figure", metric_name(study, metric, lang).into())])
}

/// That an assumption is to be moved twice.
pub fn lever_twice(key: &LeverKey, study: &Study, lang: Lang) -> Explanation {
    explain(lang, "error-lever-twice", &[("lever", lever_name(key, study, lang).into())])
}

/// That no investment path follows another case.
pub fn no_path(scenario: &str, wanted: &str, study: &Study, lang: Lang) -> Explanation {
    let name = |id| case_name(id, Some(study), lang).into();
    explain(lang, "error-no-path", &[("scenario", name(scenario)), ("wanted", name(wanted))])
}

/// From which case and in which closure the solver starts.
pub fn solve_about(study: &Study, scenario: &str, closure: crate::engine::Closure, lang: Lang) -> String {
    let (scenario, closure) = (case_name(scenario, Some(study), lang), closure_name(closure, lang));
    filled(lang, "solve-about", &[("scenario", &scenario), ("closure", &closure)])
}

/// The title of the growth account of a period.
pub fn growth_unit(study: &Study, (from, to): (Year, Year), growth: f64, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let arguments = [
        ("from", numbers.year(from)),
        ("to", numbers.year(to)),
        ("base", numbers.year(study.price_base_year)),
        ("growth", numbers.write_signed(growth, 1)),
    ];
    filled(lang, "why-growth-unit", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Grouping, attribute, line_of};
    use crate::engine::{Closure, Variable};
    use crate::files::built_in;
    use crate::scenario::{Case, calibrate_baseline, merged_settings};

    fn sentences(lang: Lang) -> Vec<String> {
        let study = built_in().unwrap();
        let baseline = calibrate_baseline(&study, "plan").unwrap();
        let settings = ["plan", "plan-everything"].map(|case| merged_settings(&study, case).unwrap());
        let closure = Closure::Productivity;
        let case = |settings| Case { study: &study, baseline: &baseline, settings, closure };
        let metric = Metric::new(Variable::Grdp, line_of(&study, "total").unwrap(), 2030);
        let cases = [case(&settings[0]), case(&settings[1])];
        let found = attribute(cases, Grouping::Causes, &[metric]).unwrap();
        explain_attribution(&found[0], &study, lang)
    }

    #[test]
    fn the_words_name_the_parts_and_what_the_order_would_have_said() {
        let vietnamese = sentences(Lang::VI).join(" ");
        assert!(vietnamese.contains("dự án đầu tư là +5,5 khi tính đầu tiên, −0,8 khi tính sau cùng"), "{vietnamese}");
        assert!(vietnamese.contains("−1,7 nghìn tỷ đồng, giá so sánh 2010"), "{vietnamese}");
        let english = sentences(Lang::EN).join(" ");
        assert!(english.contains("projects would be +5.5 if counted first and −0.8 if counted last"), "{english}");
    }

    #[test]
    fn words_in_a_row_are_joined_as_the_language_does() {
        let words = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(join_words(&words, Lang::VI), "a, b và c");
        assert_eq!(join_words(&words[..2], Lang::EN), "a and b");
        assert_eq!(join_words(&words[..1], Lang::EN), "a");
    }
}
