//! What matters most: the tornado of a case, worded.

use super::context::StateReader;
use crate::analysis::solver::Goal;
use crate::analysis::{AnalysisError, Metric, Swing, Switching, line_id, line_of, target};
use crate::chart::tornado::{TornadoBar, TornadoChart};
use crate::engine::Variable;
use crate::quantity::Year;
use crate::text::words::{count_text, filled, label};
use crate::text::{
    FigureText, explain_analysis_error, explain_ends, explain_switching, explain_tornado, lever_name_in_years,
    lever_value, swing_range,
};
use std::sync::Arc;

/// Most rows that are drawn; the others are counted.
const MOST_ROWS: usize = 9;

/// The tornado of the selected case for a figure, or the sentence that says why it is absent.
pub fn tornado(reader: &StateReader<'_>, variable: Variable, line: &str, year: Year) -> Result<TornadoChart, String> {
    let (state, lang) = (reader.state, reader.lang);
    if let Some(wait) = reader.wait_for_release() {
        return Err(wait);
    }
    let study = &state.study;
    let case = state.workspace.selected.as_str();
    let nothing = || label(lang, "why-no-result");
    let prepared = state.derived.prepared_case(case).ok_or_else(nothing)?;
    let metric = Metric::new(variable, line_of(study, line).ok_or_else(nothing)?, year);
    let refused = |error: AnalysisError| {
        let told = explain_analysis_error(&error, study, lang);
        format!("{} {}", told.sentence, told.hint)
    };
    let found = state.answers.levers(study, prepared, metric).map_err(refused)?;
    let text = FigureText::new(study, metric, lang);
    let title = label(lang, "why-levers-title");
    let unit_line = {
        let arguments = [("figure", text.name()), ("unit", text.unit())];
        filled(lang, "why-levers-unit", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let mut captions = explain_tornado(&found, study, lang);
    let hidden = found.swings.len().saturating_sub(MOST_ROWS);
    if hidden > 0 {
        captions.insert(1.min(captions.len()), count_text(lang, "why-more", hidden));
    }
    let target = target(study, variable, line_id(study, metric.line), year);
    let target = target.filter(|target| target.upper.is_none() && target.since.is_none());
    let drawn: Vec<&Swing> = found.swings.iter().take(MOST_ROWS).collect();
    let goal = target.map(|target| Goal { metric, value: target.value });
    let switching = match goal {
        Some(goal) => {
            let keys: Vec<_> = drawn.iter().map(|swing| swing.key.clone()).collect();
            state.answers.switching(study, prepared, goal, &keys).map_err(refused)?
        }
        None => Arc::new(vec![None; drawn.len()]),
    };
    let bars = drawn.iter().zip(switching.iter()).map(|(swing, switching)| {
        let goal = switching.zip(goal.map(|goal| goal.value));
        bar(reader, swing, &text, (metric, goal))
    });
    Ok(TornadoChart {
        bars: bars.collect(),
        alt: format!("{title}. {unit_line}. {}", captions.join(" ")),
        title,
        unit_line,
        now: (text.to_shown(found.now), text.value(found.now), reader.style(case)),
        target: target.map(|target| {
            let key = if target.implied { "solve-implied-mark" } else { "solve-target-mark" };
            let written = filled(lang, key, &[("value", &text.value(target.value))]);
            (text.to_shown(target.value), written)
        }),
        captions,
    })
}

/// A row; with the value of the lever at which the plan's target is just met, where there is one.
fn bar(
    reader: &StateReader<'_>,
    swing: &Swing,
    text: &FigureText<'_>,
    (metric, goal): (Metric, Option<(Switching, f64)>),
) -> TornadoBar {
    let name = lever_name_in_years(&swing.key, swing.years, &reader.state.study, reader.lang);
    let range = swing_range(swing, reader.lang);
    let range_text =
        if swing.is_own_range { format!("{range} · {}", label(reader.lang, "why-levers-own")) } else { range };
    let end = |value: f64| (text.to_shown(value), text.value(value));
    let (low, high) = (end(swing.at_low), end(swing.at_high));
    let mut hint = format!("{name}, {range_text}: {} … {}", low.1, high.1);
    let range_text = match goal {
        Some((Switching::At(value), _)) => {
            let value = lever_value(swing.key.lever.spec(), value, reader.lang);
            format!("{range_text} · {}", filled(reader.lang, "why-levers-switching", &[("value", &value)]))
        }
        Some((Switching::Nowhere { .. } | Switching::Unanswered, _)) | None => range_text,
    };
    let ends = explain_ends(swing, &reader.state.study, reader.lang);
    let range_text = if ends.is_empty() {
        range_text
    } else {
        format!("{range_text} · {}", label(reader.lang, "why-levers-ends-mark"))
    };
    for sentence in ends {
        hint = format!("{hint}. {sentence}");
    }
    if let Some((switching, goal)) = goal {
        let study = &reader.state.study;
        hint = format!("{hint}. {}", explain_switching(&swing.key, switching, (metric, goal), study, reader.lang));
    }
    TornadoBar { name, range_text, low, high, hint }
}
