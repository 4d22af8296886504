//! A waterfall: from one value to another by signed steps, as a model that knows no window.

use super::scale::{self, Span, Ticks};
use crate::theme::ScenarioStyle;

/// One of the two values between which the steps lie.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// Name of the scenario.
    pub name: String,
    /// The value.
    pub value: f64,
    /// The value in writing.
    pub value_text: String,
    /// Colour and marker of the scenario.
    pub style: ScenarioStyle,
}

/// A step from the running total before it to the one after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its name.
    pub name: String,
    /// Running total before the step.
    pub from: f64,
    /// Running total after it.
    pub to: f64,
    /// The signed step in writing.
    pub value_text: String,
    /// Whether it is too small for a bar.
    pub is_nothing: bool,
    /// What else there is to know, for the pointer and for screen readers.
    pub hint: String,
}

/// A waterfall.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// What it shows.
    pub title: String,
    /// Figure, unit, price basis, and from what to what.
    pub unit_line: String,
    /// Text equivalent.
    pub alt: String,
    /// The first value.
    pub start: End,
    /// Steps from top to bottom.
    pub steps: Vec<Step>,
    /// The second value.
    pub end: End,
    /// Sentences below it.
    pub captions: Vec<String>,
}

impl Waterfall {
    /// Range of the horizontal axis: all running totals with a little room; it rarely begins at zero.
    pub fn span(&self) -> Span {
        let totals = self.steps.iter().flat_map(|step| [step.from, step.to]);
        scale::around(totals.chain([self.start.value, self.end.value]), false)
    }

    /// Gridlines of a range.
    pub fn ticks(span: Span) -> Ticks {
        scale::ticks(span)
    }

    /// The value at which the axis is cut, where it does not begin at zero.
    pub fn cut(&self) -> Option<f64> {
        let span = self.span();
        (span.lo > 0.0).then_some(span.lo)
    }
}

/// Steps from the running totals of signed parts, largest gain first, largest loss last.
pub fn running(start: f64, mut parts: Vec<(Step, f64)>) -> Vec<Step> {
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut total = start;
    parts
        .into_iter()
        .map(|(step, part)| {
            let from = total;
            total += part;
            Step { from, to: total, ..step }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &str) -> Step {
        let name = name.to_owned();
        Step { name, from: 0.0, to: 0.0, value_text: String::new(), is_nothing: false, hint: String::new() }
    }

    #[test]
    fn steps_run_from_the_largest_gain_to_the_largest_loss() {
        let parts = vec![(step("loss"), -3.0), (step("small"), 0.5), (step("gain"), 2.0)];
        let steps = running(10.0, parts);
        let found: Vec<(&str, f64, f64)> = steps.iter().map(|step| (step.name.as_str(), step.from, step.to)).collect();
        assert_eq!(found, [("gain", 10.0, 12.0), ("small", 12.0, 12.5), ("loss", 12.5, 9.5)]);
    }
}
