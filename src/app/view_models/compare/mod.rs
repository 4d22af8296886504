//! The view Compare: any scenarios in one chart or side by side, their distance from the pinned case, results of a
//! year, and the assumptions in which they differ.

mod charts;
mod inputs;
mod results;
mod subject;
mod values;

pub use inputs::{InputCell, InputRow, InputsTable};
pub use results::{ResultCell, ResultRow, ResultsTable};
pub use subject::{Choice, Choices};

use super::context::StateReader;
use crate::app::workspace::compare::{DifferenceBy, Layout};
use crate::chart::model::LineChart;
use crate::engine::Variable;
use crate::quantity::Year;
use crate::scenario::setting::{LeverKey, Setting};
use crate::text::words::{count_text, filled, label};
use crate::theme::Rgb;
use subject::ComparedSubject;
use values::Values;

/// From this number of lines on, one chart no longer tells them apart.
pub const MOST_LINES: usize = 8;

/// What a case has of an assumption with a setting, in words; without one, what its baseline has.
pub(super) fn lever_value_text(
    reader: &StateReader<'_>,
    case: &str,
    key: &LeverKey,
    setting: Option<&Setting>,
) -> String {
    let values = Values { reader, spec: key.lever.spec() };
    let study = &reader.state.study;
    // A case that is gone stood on a baseline that may be gone, too.
    let baseline = reader.state.derived.baseline(case).or_else(|| reader.state.derived.baseline(&study.pinned));
    match (setting, baseline) {
        (setting, Some(baseline)) => values.read(setting, study, baseline, key),
        (Some(setting), None) => values.setting(setting),
        (None, None) => reader.numbers.missing().to_owned(),
    }
}

/// The view, worded.
#[derive(Debug, Clone)]
pub struct Compare {
    /// How many scenarios are compared.
    pub heading: String,
    /// From which differences are taken.
    pub base: String,
    /// What stands above the charts: why a wish was not followed.
    pub remarks: Vec<String>,
    /// What can be chosen.
    pub choices: Choices,
    /// How the charts are laid out, after what is possible.
    pub layout: Layout,
    /// Whether small multiples are the only choice.
    pub multiples_only: bool,
    /// All scenarios in one chart.
    pub overlay: LineChart,
    /// A chart for each scenario; empty in the other layout.
    pub multiples: Vec<LineChart>,
    /// Distance from the pinned case.
    pub difference: LineChart,
    /// Whether the distance is shown in per cent; `None` where it cannot be asked for, and a remark says where the wish
    /// was refused.
    pub in_percent: Option<bool>,
    /// The variable and line that are drawn, for the question why cases differ in them.
    pub drawn: (Variable, String),
    /// Results of a year.
    pub results: ResultsTable,
    /// Assumptions that differ.
    pub inputs: InputsTable,
}

/// A scenario at the head of a table's column.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseHead {
    /// Short name.
    pub name: String,
    /// Its colour.
    pub color: Rgb,
    /// Whether differences are taken from it.
    pub pinned: bool,
}

/// Builds the view.
pub fn compare(reader: &StateReader<'_>) -> Compare {
    let study = &reader.state.study;
    let wishes = &reader.state.workspace.compare;
    let subject = ComparedSubject::from_state(reader);
    let drawn = reader.drawn_cases();
    let multiples_only = drawn.len() > MOST_LINES;
    let layout = if multiples_only { Layout::Multiples } else { wishes.layout };
    let mut overlay = charts::overlay(reader, &subject);
    let mut remarks = Vec::new();
    if drawn.len() < 2 {
        remarks.push(label(reader.lang, "compare-alone"));
    }
    if multiples_only {
        remarks.push(count_text(reader.lang, "compare-many", drawn.len()));
    }
    if wishes.log && !charts::make_logarithmic(reader, &mut overlay) {
        remarks.push(label(reader.lang, "compare-log-refused"));
    }
    let multiples =
        if layout == Layout::Multiples { charts::multiples(reader, &overlay, &subject) } else { Vec::new() };
    if layout == Layout::Multiples && overlay.missing.is_none() {
        remarks.push(charts::shared_axis(reader, &overlay));
    }
    let wants_percent = wishes.difference_by == DifferenceBy::Percent && subject.can_be_percent();
    let no_percent = subject.refuse_percent(reader).filter(|_| wants_percent);
    let in_percent = wants_percent && no_percent.is_none();
    remarks.extend(no_percent);
    let cases = compared_cases(reader);
    Compare {
        heading: count_text(reader.lang, "compare-heading", drawn.len()),
        base: filled(reader.lang, "compare-base", &[("name", &reader.name(&study.pinned))]),
        remarks,
        choices: subject::choices(reader, &subject),
        layout,
        multiples_only,
        difference: charts::difference(reader, &subject, in_percent),
        in_percent: subject.can_be_percent().then_some(in_percent),
        overlay,
        multiples,
        drawn: (subject.variable, subject.line.clone()),
        results: results::results(reader, &cases, year(reader)),
        inputs: inputs::inputs(reader, &cases),
    }
}

/// The year of the table of results, within what is projected.
pub fn year(reader: &StateReader<'_>) -> Year {
    let last = reader.state.study.horizon;
    reader.state.workspace.compare.year.unwrap_or(last).clamp(reader.first_base(), last)
}

/// What a case has for an assumption after all that it inherits, in words.
pub(super) fn written_setting_of(reader: &StateReader<'_>, case: &str, key: &LeverKey) -> String {
    let study = &reader.state.study;
    let written = reader.state.derived.prepared_case(case).map(|prepared| {
        let values = Values { reader, spec: key.lever.spec() };
        values.read(prepared.setting(study, key).as_deref(), study, &prepared.baseline, key)
    });
    written.unwrap_or_else(|| reader.numbers.missing().to_owned())
}

/// Cases of the tables: the pinned one first, then those that are drawn.
fn compared_cases<'a>(reader: &StateReader<'a>) -> Vec<&'a str> {
    let pinned = reader.state.study.pinned.as_str();
    std::iter::once(pinned).chain(reader.drawn_cases().into_iter().filter(|case| *case != pinned)).collect()
}

fn heads(reader: &StateReader<'_>, cases: &[&str]) -> Vec<CaseHead> {
    let head = |case: &&str| CaseHead {
        name: reader.short(case),
        color: reader.style(case).color,
        pinned: *case == reader.state.study.pinned,
    };
    cases.iter().map(head).collect()
}

#[cfg(test)]
mod tests;
