//! Questions as typed: figures, goals and levers with bounds.

use super::args::{Arguments, ClosureWord};
use super::failure::Failure;
use super::{Reply, render, reply_with_bytes};
use crate::analysis::line_id;
use crate::analysis::solver::{Goal, SolveLever};
use crate::analysis::{AnalysisError, Metric, line_of, target};
use crate::engine::{Closure, TOTAL_LINE, Variable};
use crate::export::Table;
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::PreparedCase;
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;
use crate::scenario::{ResolveError, lever_keys};
use crate::text::{
    FigureText, bounds_refused, bounds_reversed, explain_analysis_error, explain_resolve_error, goal_twice,
    in_scenario, lever_twice, lever_years_outside, lever_years_reversed, no_target, unreadable_question,
};

/// A baseline or scenario of a study by id, ready for questions.
pub(super) fn prepare(study: &Study, id: &str, lang: Lang) -> Result<PreparedCase, Failure> {
    PreparedCase::new(study, id).map_err(|error| {
        let told = explain_resolve_error(&error, Some(study), lang);
        if matches!(error, ResolveError::UnknownCase { .. }) {
            return Failure::usage(told);
        }
        Failure::new(super::exit_code::INVALID, in_scenario(id, &told, study, lang))
    })
}

/// The closure of a question; both closures ask twice.
pub(super) fn closures(word: Option<ClosureWord>, study: &Study) -> Vec<Closure> {
    match word {
        None => vec![study.closure],
        Some(ClosureWord::Productivity) => vec![Closure::Productivity],
        Some(ClosureWord::Capital) => vec![Closure::Capital],
        Some(ClosureWord::Both) => Closure::ALL.to_vec(),
    }
}

/// A question without an answer, as a failure.
pub(super) fn unanswered(error: &AnalysisError, study: &Study, lang: Lang) -> Failure {
    let status = match error {
        AnalysisError::Resolve(_) | AnalysisError::OtherPrices { .. } => super::exit_code::INVALID,
        AnalysisError::NoFigure { .. }
        | AnalysisError::NotKnown { .. }
        | AnalysisError::NotMovable { .. }
        | AnalysisError::LeverOfGap { .. }
        | AnalysisError::NoLever => super::exit_code::USAGE,
    };
    Failure::new(status, explain_analysis_error(error, study, lang))
}

/// `grdp`, `output/industry`, `output/industry@2030`: the last year of the study where none is named.
pub(super) fn figure(text: &str, study: &Study, lang: Lang) -> Result<Metric, Failure> {
    let refused = || Failure::usage(unreadable_question("error-figure-unreadable", text, lang));
    let (name, year) = match text.split_once('@') {
        None => (text, study.horizon),
        Some((name, year)) => (name, year.trim().parse().ok().ok_or_else(refused)?),
    };
    let (variable, line) = name.split_once('/').unwrap_or((name, TOTAL_LINE));
    let variable = Variable::ALL.into_iter().find(|known| known.id() == variable.trim()).ok_or_else(refused)?;
    let line = line_of(study, line.trim()).ok_or_else(refused)?;
    Ok(Metric::new(variable, line, year))
}

/// Figures named, or GRDP of the last year.
pub(super) fn figures(named: &[String], study: &Study, lang: Lang) -> Result<Vec<Metric>, Failure> {
    if named.is_empty() {
        return Ok(vec![Metric::new(Variable::Grdp, crate::engine::Line::Total, study.horizon)]);
    }
    named.iter().map(|text| figure(text, study, lang)).collect()
}

/// `output/industry@2030=165` in the shown unit, or the plan's target where no value is named.
pub(super) fn goal(text: &str, study: &Study, lang: Lang) -> Result<Goal, Failure> {
    let refused = || Failure::usage(unreadable_question("error-goal-unreadable", text, lang));
    let Some((name, value)) = text.split_once('=') else {
        let metric = figure(text, study, lang)?;
        let wanted = target(study, metric.variable, line_id(study, metric.line), metric.year);
        let wanted = wanted.ok_or_else(|| Failure::usage(no_target(study, metric, lang)))?;
        return Ok(Goal { metric, value: wanted.value });
    };
    let metric = figure(name, study, lang)?;
    let shown: f64 = value.trim().parse().ok().ok_or_else(refused)?;
    if !shown.is_finite() {
        return Err(refused());
    }
    Ok(Goal { metric, value: FigureText::new(study, metric, lang).model(shown) })
}

/// `investment_rate=30..45@2025-2030`: bounds in the shown unit, the soft range where none are named; all projected years where none are.
pub(super) fn lever(text: &str, study: &Study, case: &PreparedCase, lang: Lang) -> Result<SolveLever, Failure> {
    let refused = || Failure::usage(unreadable_question("error-lever-unreadable", text, lang));
    let (rest, years) = match text.split_once('@') {
        None => (text, None),
        Some((rest, years)) => (rest, Some(between(years, "-", |year| year.parse::<Year>().ok()).ok_or_else(refused)?)),
    };
    let (name, bounds) = match rest.split_once('=') {
        None => (rest, None),
        Some((name, bounds)) => (name, Some(between(bounds, "..", |bound| bound.parse().ok()).ok_or_else(refused)?)),
    };
    let key = LeverKey::parse(name.trim()).ok().filter(|key| lever_keys(study).contains(key)).ok_or_else(refused)?;
    let movable = SolveLever::new(case.in_closure(study, study.closure), &key);
    let mut movable = movable.map_err(|error| unanswered(&error, study, lang))?;
    if let Some((low, high)) = bounds {
        let spec = key.lever.spec();
        if low > high {
            return Err(Failure::usage(bounds_reversed(&key, (low, high), study, lang)));
        }
        if !(spec.allows(low) && spec.allows(high)) {
            return Err(Failure::usage(bounds_refused(&key, study, lang)));
        }
        movable = movable.between(spec.from_shown(low), spec.from_shown(high));
    }
    let horizon = case.baseline.inputs.horizon;
    Ok(match years {
        Some((from, to)) if from > to => {
            return Err(Failure::usage(lever_years_reversed(&key, (from, to), study, lang)));
        }
        Some((from, to)) if from < horizon.base() || to > horizon.end() => {
            return Err(Failure::usage(lever_years_outside(&key, (from, to), horizon, study, lang)));
        }
        Some((from, to)) => movable.in_years(from, to),
        None => movable,
    })
}

/// Goals and levers as typed; a figure or an assumption that is named twice is a slip.
pub(super) fn goals_and_levers(
    (goals, levers): (&[String], &[String]),
    study: &Study,
    case: &PreparedCase,
    lang: Lang,
) -> Result<(Vec<Goal>, Vec<SolveLever>), Failure> {
    let goals = goals.iter().map(|text| goal(text, study, lang)).collect::<Result<Vec<_>, _>>()?;
    let levers = levers.iter().map(|text| lever(text, study, case, lang)).collect::<Result<Vec<_>, _>>()?;
    for (position, goal) in goals.iter().enumerate() {
        if goals.iter().take(position).any(|earlier| earlier.metric == goal.metric) {
            return Err(Failure::usage(goal_twice(goal.metric, study, lang)));
        }
    }
    for (position, lever) in levers.iter().enumerate() {
        if levers.iter().take(position).any(|earlier| earlier.key == lever.key) {
            return Err(Failure::usage(lever_twice(&lever.key, study, lang)));
        }
    }
    Ok((goals, levers))
}

/// Two values around a mark; a leading sign belongs to the first.
fn between<T>(text: &str, mark: &str, read: impl Fn(&str) -> Option<T>) -> Option<(T, T)> {
    let (first, second) = text.split_once(mark)?;
    Some((read(first.trim())?, read(second.trim())?))
}

/// A table printed or written to the file asked for.
pub(super) fn reply_with_table(
    table: &Table,
    before: &str,
    after: &str,
    arguments: &Arguments,
) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    if arguments.format != super::args::Format::Table {
        return reply_with_bytes(render::table(table, arguments.format, lang), arguments);
    }
    let (folded, common) = render::fold_columns(table, lang);
    let bytes = render::table(&folded, arguments.format, lang);
    reply_with_bytes([before.as_bytes(), common.as_bytes(), &bytes, after.as_bytes()].concat(), arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Line;
    use crate::files::built_in;

    #[test]
    fn figures_goals_and_levers_are_read_in_their_shown_units() {
        let study = built_in().unwrap();
        let lang = Lang::EN;
        let metric = figure("output/industry@2028", &study, lang).unwrap();
        assert_eq!((metric.variable, metric.year), (Variable::Output, 2028));
        assert_eq!(figure("grdp", &study, lang).unwrap(), Metric::new(Variable::Grdp, Line::Total, 2030));
        let share = goal("share_constant/industry@2030=72.6", &study, lang).unwrap();
        assert!((share.value - 0.726).abs() < 1e-12);
        assert!((goal("output/industry@2030", &study, lang).unwrap().value - 190.374).abs() < 1e-9);
        for wrong in ["", "nothing", "output/nowhere", "output@x", "grdp@2030=many", "capital/industry@2030"] {
            assert!(goal(wrong, &study, lang).is_err(), "{wrong}");
        }
        let case = prepare(&study, "trend", lang).unwrap();
        let rate = lever("investment_rate=30..45@2024-2030", &study, &case, lang).unwrap();
        assert_eq!((rate.low, rate.high, rate.years), (0.30, 0.45, Some((2024, 2030))));
        let growth = lever("productivity_growth_added/industry=-1..3", &study, &case, lang).unwrap();
        assert_eq!((growth.low, growth.high), (-0.01, 0.03));
        for wrong in [
            "x",
            "investment_rate=45..30",
            "investment_rate=30..90",
            "land_limit",
            "investment_rate@2030",
            "investment_rate@2050-2060",
        ] {
            assert!(lever(wrong, &study, &case, lang).is_err(), "{wrong}");
        }
    }
}
