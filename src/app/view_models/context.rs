//! What every view model is made from: the state, and the language, numbers and theme of the person.

use crate::app::state::AppState;
use crate::chart::model::Series;
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::lang::Lang;
use crate::quantity::{Quantity, Year};
use crate::scenario::TreeLine;
use crate::text::words::label;
use crate::text::{Numbers, find_displayed, gap_reason};
use crate::theme::{ScenarioStyle, Theme};
use std::sync::Arc;

/// Years of history that charts show before the first projected year.
const HISTORY: Year = 9;
/// Sectors times sectors times projected years above which answers about many assumptions wait for the end of a drag:
/// 40 sectors over 25 years.
const LARGEST_THAT_FOLLOWS: usize = 40_000;

/// Reads the state in the language, numbers and theme of the person, for the contents of a view.
#[derive(Clone, Copy)]
pub struct StateReader<'a> {
    /// The state.
    pub state: &'a AppState,
    /// Numbers of the language.
    pub numbers: Numbers,
    /// Language.
    pub lang: Lang,
    /// Palette.
    pub theme: &'static Theme,
}

impl<'a> StateReader<'a> {
    /// The context of the current state.
    pub fn new(state: &'a AppState) -> Self {
        let preferences = &state.workspace.preferences;
        Self {
            state,
            numbers: Numbers::new(state.lang()),
            lang: state.lang(),
            theme: Theme::for_mode(preferences.mode),
        }
    }

    /// Cases that are drawn, in the order of the list; the selected one is always among them.
    pub fn drawn_cases(&self) -> Vec<&'a str> {
        let study = &self.state.study;
        study
            .case_ids()
            .into_iter()
            .filter(|id| study.case_visible(id) || *id == self.state.workspace.selected)
            .collect()
    }

    /// The projection of a case.
    pub fn projection(&self, id: &str) -> Option<&'a Arc<Projection>> {
        self.state.derived.projection(id)
    }

    /// The style of a case.
    pub fn style(&self, id: &str) -> ScenarioStyle {
        self.theme.scenario(self.state.study.case_slot(id))
    }

    /// A case as a line of a chart, its last value in writing.
    pub(super) fn case_series(&self, case: &str, points: Vec<(Year, f64)>, written: String) -> Series {
        Series {
            scenario_key: case.to_owned(),
            short_name: self.short(case),
            full_name: self.name(case),
            style: self.style(case),
            end_value_text: written,
            secondary: false,
            emphasised: case == self.state.workspace.selected,
            points,
        }
    }

    /// Full name of a case.
    pub fn name(&self, id: &str) -> String {
        self.state.study.case_name(id).map_or_else(|| id.to_owned(), |name| name.in_lang(self.lang).to_owned())
    }

    /// Short name of a case.
    pub fn short(&self, id: &str) -> String {
        self.state.study.case_short(id).map_or_else(|| id.to_owned(), |name| name.in_lang(self.lang).to_owned())
    }

    /// Full name of a line.
    pub fn line_name(&self, id: &str) -> String {
        self.state.study.line_name(id).map_or_else(|| id.to_owned(), |name| name.in_lang(self.lang).to_owned())
    }

    /// Full name of a line inside a sentence: Vietnamese writes common nouns small there, and so does English.
    pub fn line_inside(&self, id: &str) -> String {
        let name = self.line_name(id);
        let mut letters = name.chars();
        letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }

    /// Short name of a line.
    pub fn line_short(&self, id: &str) -> String {
        self.state.study.line_short(id).map_or_else(|| id.to_owned(), |name| name.in_lang(self.lang).to_owned())
    }

    /// Lines that together are the whole but product taxes: groups, or their parts where the user wants to see them.
    pub fn shown_lines(&self) -> Vec<&str> {
        self.listed_lines().into_iter().map(|line| line.id).filter(|id| !self.is_shown_by_parts(id)).collect()
    }

    /// Lines of a table: each group that is shown by its parts stands before them.
    pub fn listed_lines(&self) -> Vec<TreeLine<'_>> {
        self.state.study.line_tree().into_iter().filter(|line| self.is_listed(line.id)).collect()
    }

    /// Whether all groups around a line are shown by their parts.
    pub fn is_listed(&self, line: &str) -> bool {
        self.state.study.outer_groups(line).into_iter().all(|group| self.is_shown_by_parts(group))
    }

    /// Whether a group is shown by its parts.
    pub fn is_shown_by_parts(&self, group: &str) -> bool {
        self.state.study.is_group(group) && self.state.workspace.shown_parts.iter().any(|shown| shown == group)
    }

    /// A value of a case; `None` where it does not exist.
    pub fn value(&self, case: &str, variable: Variable, line: &str, year: Year) -> Option<f64> {
        let projection = self.projection(case)?;
        let line = if line == TOTAL_LINE { Line::Total } else { projection.line(line)? };
        find_displayed(projection, variable, line, year)
    }

    /// Why the selected case has no figures of a variable, in a sentence; `None` where it has some.
    pub fn gap_reason(&self, variable: Variable) -> Option<String> {
        let projection = self.projection(&self.state.workspace.selected)?;
        projection.gap(variable, Line::Total).map(|gap| gap_reason(gap, self.lang))
    }

    /// The last year with actual figures: the latest base year.
    pub fn last_actual(&self) -> Year {
        self.state.study.baselines.iter().map(|baseline| baseline.base_year).max().unwrap_or(self.state.study.horizon)
    }

    /// The first year of charts over time: the earliest base year, or some years of history where all cases begin together.
    pub fn first_shown(&self) -> Year {
        let (first, last) = (self.first_base(), self.last_actual());
        if first < last {
            return first;
        }
        let study = &self.state.study;
        let known = study.observations.iter().filter(|figure| {
            figure.quantity == Quantity::Output
                && figure.vintage == study.history_vintage
                && figure.territory == study.territory
        });
        known.filter_map(|figure| figure.year).min().unwrap_or(first).clamp(last - HISTORY, first)
    }

    /// Why answers about many assumptions wait until the slider is released, in a sentence.
    ///
    /// `None` if they are computed in every frame: outside a drag, or in a study of ordinary size.
    pub fn wait_for_release(&self) -> Option<String> {
        let sectors = self.state.study.sectors.len();
        let years = usize::try_from(self.state.study.horizon - self.first_base()).unwrap_or_default();
        // Each sector has assumptions of its own, and a run goes through all sectors in every year.
        let is_large = sectors * sectors * years > LARGEST_THAT_FOLLOWS;
        (is_large && self.state.history.is_open()).then(|| label(self.lang, "why-on-release"))
    }

    /// The earliest base year.
    pub fn first_base(&self) -> Year {
        self.state.study.baselines.iter().map(|baseline| baseline.base_year).min().unwrap_or(self.state.study.horizon)
    }
}

/// A name in a list, further to the right the more groups stand around it.
pub(super) fn indented(depth: usize, name: &str) -> String {
    format!("{}{name}", "\u{a0}\u{a0}\u{a0}".repeat(depth))
}
