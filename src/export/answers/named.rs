//! Cells for what has an id and a name.

use crate::engine::{Closure, TOTAL_LINE, Variable};
use crate::export::Cell;
use crate::lang::Lang;
use crate::quantity::{Unit, Year};
use crate::scenario::lever::LeverSpec;
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;
use crate::text::{case_name, closure_name, lever_name, lever_name_in_years, line_short, variable_name, vintage_name};

/// Makes cells of what a study names.
#[derive(Clone, Copy)]
pub(super) struct Namer<'a> {
    pub(super) study: &'a Study,
    pub(super) lang: Lang,
}

impl Namer<'_> {
    /// A baseline or scenario.
    pub(super) fn case(self, id: &str) -> Cell {
        Cell::with_name(id, case_name(id, Some(self.study), self.lang))
    }

    /// A closure.
    pub(super) fn closure(self, closure: Closure) -> Cell {
        Cell::with_name(closure.id(), closure_name(closure, self.lang))
    }

    /// A variable.
    pub(super) fn variable(self, variable: Variable) -> Cell {
        Cell::with_name(variable.id(), variable_name(variable, self.lang))
    }

    /// A sector, a group, product taxes or the province; the province where the id is empty.
    pub(super) fn line(self, id: &str) -> Cell {
        let id = if id.is_empty() { TOTAL_LINE } else { id };
        Cell::with_name(id, line_short(id, self.study, self.lang))
    }

    /// A lever.
    pub(super) fn lever(self, key: &LeverKey) -> Cell {
        Cell::with_name(key.to_string(), lever_name(key, self.study, self.lang))
    }

    /// A lever, with the years that the case sets it for where these are not all.
    pub(super) fn lever_in_years(self, key: &LeverKey, years: Option<(Year, Year)>) -> Cell {
        Cell::with_name(key.to_string(), lever_name_in_years(key, years, self.study, self.lang))
    }

    /// A value of a lever in its shown unit; a calendar year is a year, and no number with thousands.
    #[expect(clippy::cast_possible_truncation, reason = "only whole years of the range of i32 are cast")]
    pub(super) fn lever_value(spec: &LeverSpec, value: f64, decimals: usize) -> Cell {
        let shown = spec.to_shown(value);
        let is_year = spec.unit == Unit::CalendarYear && shown.fract() == 0.0 && shown.abs() < f64::from(Year::MAX);
        if is_year { Cell::Year(shown as Year) } else { Cell::number(Some(shown), decimals) }
    }

    /// A vintage.
    pub(super) fn vintage(self, id: &str) -> Cell {
        Cell::with_name(id, vintage_name(id, self.lang))
    }
}
