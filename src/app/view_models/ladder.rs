//! The forms of a lever's value, ready to draw and to change: low–base–high, the table of years, the chart of points.

use super::context::Picture;
use super::rows::LeverRow;
use crate::engine::Path;
use crate::quantity::{Horizon, Year};
use crate::scenario::PreparedCase;
use crate::scenario::lever::{Kind, LeverSpec};
use crate::scenario::setting::{LeverKey, Setting, YearTable};
use crate::scenario::value_form::{ValueForm, in_form, interpolate, repeat_profile, with_year, without_year};
use crate::scenario::{default_path, default_shares};

/// Room above and below the values of a chart, as a part of the usual range.
const ROOM: f64 = 0.08;

/// The open form of a lever.
#[derive(Debug, Clone)]
pub struct LadderPicture {
    /// Forms that it can have.
    pub forms: &'static [ValueForm],
    /// The form in use.
    pub form: ValueForm,
    /// Low, base and high in the shown unit.
    pub range: Option<[f64; 3]>,
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

/// What a change of a lever starts from.
struct Start {
    spec: &'static LeverSpec,
    setting: Option<Setting>,
    horizon: Horizon,
    default: Path,
}

impl Start {
    fn from_lever(picture: &Picture<'_>, key: &LeverKey) -> Option<Self> {
        let state = picture.state;
        let case = state.workspace.selected.as_str();
        let PreparedCase { baseline, settings, .. } = state.derived.prepared_case(case)?;
        let setting = settings.get(key).cloned();
        let default = default_path(&state.study, baseline, key)?;
        Some(Self { spec: key.lever.spec(), setting, horizon: baseline.inputs.horizon, default })
    }

    fn path(&self) -> Path {
        self.setting.as_ref().map_or_else(|| self.default.clone(), |own| own.path(self.horizon, &self.default))
    }

    fn table(&self) -> YearTable {
        self.horizon.years().zip(self.path()).skip(1).collect()
    }
}

/// The form of a lever of the selected case.
pub fn ladder(picture: &Picture<'_>, row: &LeverRow) -> Option<LadderPicture> {
    let start = Start::from_lever(picture, &row.key)?;
    let spec = start.spec;
    let marked = &picture.state.workspace.assumptions.marked;
    let has_point = |year: Year| match &start.setting {
        Some(Setting::Points(points)) => points.value(year).is_some(),
        _ => false,
    };
    let years: Vec<YearValue> = start
        .horizon
        .years()
        .zip(start.path())
        .map(|(year, value)| YearValue {
            year,
            value: tidy(spec.to_shown(value)),
            is_point: has_point(year),
            is_marked: marked.contains(&year),
        })
        .collect();
    let range = match &start.setting {
        Some(Setting::Range { low, base, high }) => Some([*low, *base, *high].map(|value| tidy(spec.to_shown(value)))),
        _ => None,
    };
    let axis = axis(spec, &years);
    Some(LadderPicture {
        forms: ValueForm::possible(spec.kind),
        form: ValueForm::from_setting(start.setting.as_ref()),
        range,
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

/// Without the dust of binary fractions.
fn tidy(value: f64) -> f64 {
    if value.abs() < 1e6 { (value * 1e9).round() / 1e9 } else { value }
}

/// The lever in another form.
pub fn setting_in_form(picture: &Picture<'_>, key: &LeverKey, form: ValueForm) -> Option<Setting> {
    let start = Start::from_lever(picture, key)?;
    Some(in_form(start.setting.as_ref(), form, start.spec, start.horizon, &start.default))
}

/// The lever with another value in one year, in the shown unit; the value stays on the step and inside the hard range.
pub fn year_setting(picture: &Picture<'_>, key: &LeverKey, year: Year, shown: f64) -> Option<Setting> {
    let start = Start::from_lever(picture, key)?;
    let value = start.spec.from_shown(shown);
    Some(with_year(start.setting.as_ref(), year, value, start.horizon, &start.default))
}

/// A dragged value on the step of the lever and inside the hard range.
pub fn step_up(spec: &LeverSpec, shown: f64) -> f64 {
    let on_grid = (shown / spec.step).round() * spec.step;
    tidy(on_grid.max(spec.hard.0).min(spec.hard.1))
}

/// The lever without the point of a year; `None` where it has no other.
pub fn without_year_value(picture: &Picture<'_>, key: &LeverKey, year: Year) -> Option<Setting> {
    let start = Start::from_lever(picture, key)?;
    match &start.setting {
        Some(Setting::Points(points)) => without_year(points, year).map(Setting::Points),
        _ => None,
    }
}

/// The lever with another low, base or high value, in the shown unit.
pub fn range_setting(picture: &Picture<'_>, key: &LeverKey, shown: [f64; 3]) -> Option<Setting> {
    let spec = Start::from_lever(picture, key)?.spec;
    let [low, base, high] = shown.map(|value| spec.from_shown(value));
    Some(Setting::Range { low, base, high })
}

/// The lever by year, the value of one year repeated to the last.
pub fn repeated_setting(picture: &Picture<'_>, key: &LeverKey, from: Year) -> Option<Setting> {
    let table = Start::from_lever(picture, key)?.table();
    Some(Setting::Years { default: None, values: repeat_profile(&table, from) })
}

/// The lever by year, a straight line between two years.
pub fn interpolated_setting(picture: &Picture<'_>, key: &LeverKey, first: Year, last: Year) -> Option<Setting> {
    let table = Start::from_lever(picture, key)?.table();
    Some(Setting::Years { default: None, values: interpolate(&table, first, last) })
}

/// The setting by which a scenario has the baseline's value although its parent has another.
pub fn default_setting(picture: &Picture<'_>, key: &LeverKey) -> Option<Setting> {
    let state = picture.state;
    if key.lever.spec().kind == Kind::Shares {
        let baseline = state.derived.baseline(&state.workspace.selected)?;
        return default_shares(&state.study, baseline, key.lever).map(Setting::Shares);
    }
    let start = Start::from_lever(picture, key)?;
    let last = start.default.last().copied()?;
    Some(match start.spec.kind {
        Kind::Switch => Setting::Switch(last > 0.5),
        Kind::Path => Setting::Years { default: None, values: YearTable::default() },
        Kind::Number | Kind::Shares => Setting::Constant(last),
    })
}
