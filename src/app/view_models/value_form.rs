//! The forms of a lever's value, ready to draw and to change: low–base–high, the table of years, the chart of points.

use super::context::StateReader;
use super::rows::LeverRow;
use crate::quantity::Year;
use crate::scenario::lever::LeverSpec;
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::value_form::ValueForm;
use crate::scenario::{LeverValue, ValueChange, change_value, without_dust};

/// Room above and below the values of a chart, as a part of the usual range.
const ROOM: f64 = 0.08;

/// The open form of a lever.
#[derive(Debug, Clone)]
pub struct ValueFormContent {
    /// Forms that it can have.
    pub forms: &'static [ValueForm],
    /// The form in use.
    pub form: ValueForm,
    /// Low, base and high in the shown unit.
    pub range: Option<[f64; 3]>,
    /// First and last year of a value that holds in some years only.
    pub span: Option<[Year; 2]>,
    /// First and last projected year.
    pub projected: (Year, Year),
    /// The base year's value, then every projected year.
    pub years: Vec<YearValue>,
    /// Value axis of the chart in the shown unit.
    pub axis: (f64, f64),
}

/// A year of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearValue {
    /// The year.
    pub year: Year,
    /// Value in the shown unit.
    pub value: f64,
    /// Whether a point stands in it.
    pub is_point: bool,
    /// Whether it is marked in the table.
    pub is_marked: bool,
}

/// The form of a lever of the selected case.
pub fn value_form(reader: &StateReader<'_>, row: &LeverRow) -> Option<ValueFormContent> {
    let state = reader.state;
    let case = state.derived.prepared_case(&state.workspace.selected)?;
    let start = LeverValue::new(&state.study, case, &row.key)?;
    let spec = start.spec;
    let marked = &reader.state.workspace.assumptions.marked;
    let has_point =
        |year: Year| matches!(start.setting.as_deref(), Some(Setting::Points(points)) if points.value(year).is_some());
    let years: Vec<YearValue> = start
        .horizon
        .years()
        .zip(start.path())
        .map(|(year, value)| YearValue {
            year,
            value: without_dust(spec.to_shown(value)),
            is_point: has_point(year),
            is_marked: marked.contains(&year),
        })
        .collect();
    let range = if let Some(Setting::Range { low, base, high }) = start.setting.as_deref() {
        Some([*low, *base, *high].map(|value| without_dust(spec.to_shown(value))))
    } else {
        None
    };
    let span = match start.setting.as_deref() {
        Some(Setting::Span { from, to, .. }) => Some([*from, *to]),
        Some(
            Setting::Constant(_)
            | Setting::Range { .. }
            | Setting::Points(_)
            | Setting::Years { .. }
            | Setting::Switch(_)
            | Setting::Shares(_),
        )
        | None => None,
    };
    let axis = axis(spec, &years);
    Some(ValueFormContent {
        forms: ValueForm::possible(spec.kind),
        form: ValueForm::from_setting(start.setting.as_deref()),
        range,
        span,
        projected: (start.horizon.base() + 1, start.horizon.end()),
        years,
        axis,
    })
}

/// The usual range and every value, with some room, not beyond the hard range.
fn axis(spec: &LeverSpec, years: &[YearValue]) -> (f64, f64) {
    let (low, high) = spec.soft;
    let room = ROOM * (high - low);
    let least = years.iter().map(|one| one.value).fold(low, f64::min) - room;
    let most = years.iter().map(|one| one.value).fold(high, f64::max) + room;
    // Half of the room stays beyond a hard limit, so that its line can be seen.
    (least.max(spec.hard.0 - room / 2.0), most.min(spec.hard.1 + room / 2.0))
}

/// The setting with these values in these years, in the shown unit; `None` where the lever has no value by year there.
pub fn changed_years(reader: &StateReader<'_>, case: &str, key: &LeverKey, values: &[(Year, f64)]) -> Option<Setting> {
    let state = reader.state;
    LeverValue::new(&state.study, state.derived.prepared_case(case)?, key)?.with_years(values)
}

/// The setting that a change of a lever's value gives it in a case; `None` where the change has no meaning there.
pub fn changed_setting(reader: &StateReader<'_>, case: &str, key: &LeverKey, change: ValueChange) -> Option<Setting> {
    let state = reader.state;
    change_value(&state.study, state.derived.prepared_case(case)?, key, change)
}
