//! Why two cases differ: the waterfall of groups of assumptions, worded.

use super::context::StateReader;
use crate::analysis::{Grouping, Metric, Player, line_of};
use crate::app::answers::WhyAnswer;
use crate::chart::waterfall::{Waterfall, WaterfallEnd, WaterfallStep, running};
use crate::engine::Variable;
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::setting::Setting;
use crate::text::words::{filled, label};
use crate::text::{
    FigureText, Numbers, explain_analysis_error, explain_attribution, explain_term, is_nothing, lever_name_in_years,
    player_name,
};

/// The waterfall, or the sentence that says why it is absent.
#[derive(Debug, Clone)]
pub struct WaterfallModel {
    /// Title of the section.
    pub title: String,
    /// The waterfall.
    pub waterfall: Result<Waterfall, String>,
}

/// Why the selected case differs from the pinned one in the figure that the view Compare shows.
pub fn why(reader: &StateReader<'_>, variable: Variable, line: &str, year: Year) -> WaterfallModel {
    let is_by_levers = reader.state.workspace.questions.grouping == Grouping::Levers;
    let title = label(reader.lang, if is_by_levers { "why-title-levers" } else { "why-title" });
    let waterfall = of_cases(reader, (variable, line, year), &title);
    WaterfallModel { title, waterfall }
}

/// The pinned case and the one that is measured against it: the selected one, or the first other that is drawn.
fn cases<'a>(reader: &StateReader<'a>) -> Option<(&'a str, &'a str)> {
    let pinned = reader.state.study.pinned.as_str();
    let selected = reader.state.workspace.selected.as_str();
    let other = std::iter::once(selected).chain(reader.drawn_cases()).find(|case| *case != pinned)?;
    Some((pinned, other))
}

fn of_cases(
    reader: &StateReader<'_>,
    (variable, line, year): (Variable, &str, Year),
    title: &str,
) -> Result<Waterfall, String> {
    let (state, lang) = (reader.state, reader.lang);
    let study = &state.study;
    let alone = || label(lang, "compare-nothing-else");
    let (from, to) = cases(reader).ok_or_else(alone)?;
    let asked = |id| state.derived.prepared_case(id);
    if let Some(wait) = reader.wait_for_release() {
        return Err(wait);
    }
    let (first, second) = asked(from).zip(asked(to)).ok_or_else(|| label(lang, "why-no-result"))?;
    let metric = Metric::new(variable, line_of(study, line).ok_or_else(alone)?, year);
    let grouping = state.workspace.questions.grouping;
    let found = state.answers.why(study, first, second, (metric, grouping));
    let answer = found.map_err(|error| {
        let told = explain_analysis_error(&error, study, lang);
        format!("{} {}", told.sentence, told.hint)
    })?;
    Ok(build_waterfall(reader, &answer, (from, to), title))
}

/// What stands beside a part that makes no difference in the year: where it makes most.
pub fn nothing_text(
    (numbers, lang): (Numbers, Lang),
    year: Year,
    peak: Option<(Year, f64)>,
    text: &FigureText<'_>,
) -> String {
    let year_text = numbers.year(year);
    let written = |value: f64| text.write_signed(value);
    match peak.filter(|(at, value)| *at != year && written(*value) != written(0.0)) {
        Some((at, value)) => {
            let values = [("year", year_text), ("peak", numbers.year(at)), ("value", written(value))];
            filled(lang, "why-nothing-here", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
        None => filled(lang, "why-nothing", &[("year", &year_text)]),
    }
}

/// The name of a part; an assumption with the years that the first of two cases that sets it does so for.
fn step_name(reader: &StateReader<'_>, player: &Player, cases: [&str; 2]) -> String {
    let (study, lang) = (&reader.state.study, reader.lang);
    match player {
        Player::Cause(_) => player_name(player, study, lang),
        Player::Lever(key) => {
            let setting = |case| reader.state.derived.prepared_case(case)?.settings.get(key);
            let years = cases.into_iter().find_map(setting).and_then(Setting::stated_years);
            lever_name_in_years(key, years, study, lang)
        }
    }
}

fn build_waterfall(reader: &StateReader<'_>, answer: &WhyAnswer, (from, to): (&str, &str), title: &str) -> Waterfall {
    let found = &answer.found;
    let (study, lang) = (&reader.state.study, reader.lang);
    let text = FigureText::new(study, found.metric, lang);
    let largest = found.terms.iter().map(|term| term.value.abs()).fold(0.0, f64::max);
    let parts = found.terms.iter().zip(&answer.peaks).map(|(term, peak)| {
        let nothing = is_nothing(term.value, largest);
        let value = text.write_signed(term.value);
        let step = WaterfallStep {
            name: step_name(reader, &term.player, [to, from]),
            from: 0.0,
            to: 0.0,
            value_text: if nothing {
                nothing_text((reader.numbers, lang), found.metric.year, *peak, &text)
            } else {
                value
            },
            is_nothing: nothing,
            hint: explain_term(term, found.metric, study, lang),
        };
        (step, text.to_shown(term.value))
    });
    let end = |case: &str, value: f64| WaterfallEnd {
        name: reader.short(case),
        value: text.to_shown(value),
        value_text: text.value(value),
        style: reader.style(case),
    };
    let (start, end) = (end(from, found.from), end(to, found.to));
    let arguments =
        [("figure", text.name()), ("unit", text.unit()), ("from", start.name.clone()), ("to", end.name.clone())];
    let unit = filled(lang, "why-unit", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())));
    let sums = [("sum", text.write_signed(found.sum())), ("difference", text.write_signed(found.difference()))];
    let sums = filled(lang, "compare-sums", &sums.each_ref().map(|(name, value)| (*name, value.as_str())));
    let captions = explain_attribution(found, study, lang);
    let mut waterfall = Waterfall {
        title: title.to_owned(),
        alt: format!("{title}. {unit}. {} {sums}.", captions.join(" ")),
        unit_line: unit,
        steps: running(start.value, parts.collect()),
        start,
        end,
        captions,
    };
    if let Some(cut) = waterfall.cut() {
        let start = Numbers::new(lang).decimal(cut, Waterfall::ticks(waterfall.span()).decimals);
        waterfall.unit_line = filled(lang, "why-cut", &[("unit", &waterfall.unit_line), ("start", &start)]);
    }
    waterfall
}
