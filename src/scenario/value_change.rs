//! What a gesture on a lever means: the setting that a slider, a field, a table of years or a chart of points gives it.

use super::case::PreparedCase;
use super::lever::{Kind, LeverSpec};
use super::resolve::{default_path, default_shares};
use super::setting::{LeverKey, Setting, YearTable};
use super::study::Study;
use super::value_form::{
    ValueForm, in_form, interpolate, rebase, repeat_profile, with_last_year_value, with_span, with_year, without_year,
};
use crate::engine::Path;
use crate::quantity::{Horizon, Year};
use std::borrow::Cow;

/// A change of a lever's value; numbers are in the lever's shown unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ValueChange {
    /// Another value; a path moves as a whole, so that its last year has the value.
    Value(f64),
    /// The same value in every projected year, whatever form the value had; low and high stay around it.
    Flat(f64),
    /// Another value from the first to the last of these years; the others stay.
    Span(Year, Year, f64),
    /// The same value from the first to the last of these years, and in no others.
    Place(Year, Year),
    /// Another value in one year.
    Year(Year, f64),
    /// Other low, base and high values.
    Range([f64; 3]),
    /// The same in another form.
    Form(ValueForm),
    /// The point of this year is taken out.
    WithoutYear(Year),
    /// The value of this year is repeated in every later year.
    Repeat(Year),
    /// The years between these two become a straight line.
    Interpolate(Year, Year),
    /// The value of the baseline, although the parent scenario has another.
    Default,
}

/// The value of a lever in a case, with all that a change of it starts from.
#[derive(Debug, Clone)]
pub struct LeverValue<'a> {
    /// The row of the lever.
    pub spec: &'static LeverSpec,
    /// Its setting in the case, inherited ones among them; `None` where the baseline's value holds.
    pub setting: Option<Cow<'a, Setting>>,
    /// Years of the run.
    pub horizon: Horizon,
    /// The baseline's value by year, in the engine's unit.
    pub default: Path,
}

impl<'a> LeverValue<'a> {
    /// The value of a lever in a case; `None` for shares, which have a value by sector, and for a lever that the baseline lacks.
    pub fn new(study: &Study, case: &'a PreparedCase, key: &LeverKey) -> Option<Self> {
        let default = default_path(study, &case.baseline, key)?;
        let horizon = case.baseline.inputs.horizon;
        Some(Self { spec: key.lever.spec(), setting: case.setting(study, key), horizon, default })
    }

    /// The value by year, the base year first, in the engine's unit.
    pub fn path(&self) -> Path {
        self.setting.as_ref().map_or_else(|| self.default.clone(), |own| own.path(self.horizon, &self.default))
    }

    /// The value of the last year, in the engine's unit.
    pub fn last(&self) -> Option<f64> {
        let own = self.setting.as_ref().and_then(|own| own.last_year_value(self.horizon, &self.default));
        own.or_else(|| self.default.last().copied())
    }

    fn table(&self) -> YearTable {
        self.horizon.years().zip(self.path()).skip(1).collect()
    }

    fn by_year(values: YearTable) -> Setting {
        Setting::Years { default: None, values }
    }

    /// The setting with these values in these years, in the shown unit; `None` where there are none.
    pub fn with_years(&self, values: &[(Year, f64)]) -> Option<Setting> {
        let mut changed: Option<Setting> = None;
        for (year, shown) in values {
            let setting = changed.as_ref().or(self.setting.as_deref());
            changed = Some(with_year(setting, *year, self.spec.from_shown(*shown), self.horizon, &self.default));
        }
        changed
    }

    /// The setting after a change; `None` where the change has no meaning for this value.
    pub fn change(&self, change: ValueChange) -> Option<Setting> {
        let Self { spec, ref setting, horizon, ref default } = *self;
        let setting = setting.as_deref();
        Some(match change {
            ValueChange::Value(shown) => match spec.kind {
                Kind::Switch => Setting::Switch(shown > 0.5),
                Kind::Path | Kind::Number | Kind::Shares => {
                    with_last_year_value(setting, spec.from_shown(shown), horizon, default)
                }
            },
            ValueChange::Flat(shown) => match (spec.kind, setting) {
                (Kind::Switch, _) => Setting::Switch(shown > 0.5),
                (Kind::Path | Kind::Number | Kind::Shares, Some(Setting::Range { low, high, .. })) => {
                    rebase(*low, *high, spec.from_shown(shown))
                }
                (Kind::Path | Kind::Number | Kind::Shares, _) => Setting::Constant(spec.from_shown(shown)),
            },
            ValueChange::Span(from, to, shown) => match spec.kind {
                Kind::Path => with_span(setting, (from, to), spec.from_shown(shown), horizon, default),
                // One number holds in every year.
                Kind::Number | Kind::Switch | Kind::Shares => return None,
            },
            ValueChange::Place(from, to) => {
                let Some(Setting::Span { value, .. }) = setting else { return None };
                Setting::Span { value: *value, from, to }
            }
            ValueChange::Year(year, shown) => with_year(setting, year, spec.from_shown(shown), horizon, default),
            ValueChange::Range(shown) => {
                let [low, base, high] = shown.map(|value| spec.from_shown(value));
                Setting::Range { low, base, high }
            }
            ValueChange::Form(form) => in_form(setting, form, spec, horizon, default),
            ValueChange::WithoutYear(year) => {
                let Some(Setting::Points(points)) = setting else { return None };
                Setting::Points(without_year(points, year)?)
            }
            ValueChange::Repeat(from) => Self::by_year(repeat_profile(&self.table(), from)),
            ValueChange::Interpolate(first, last) => Self::by_year(interpolate(&self.table(), first, last)),
            ValueChange::Default => match spec.kind {
                Kind::Switch => Setting::Switch(*default.last()? > 0.5),
                Kind::Path => Self::by_year(YearTable::default()),
                Kind::Number | Kind::Shares => Setting::Constant(*default.last()?),
            },
        })
    }
}

/// A dragged value on the step of the lever and inside its hard range, in the shown unit.
pub fn snap_to_step(spec: &LeverSpec, shown: f64) -> f64 {
    let on_grid = (shown / spec.step).round() * spec.step;
    without_dust(on_grid.max(spec.hard.0).min(spec.hard.1))
}

/// A number without binary rounding error: rounded to 9 decimals below 1e6, unchanged above.
pub fn without_dust(value: f64) -> f64 {
    if value.abs() < 1e6 { (value * 1e9).round() / 1e9 } else { value }
}

/// The setting of a lever after a change; `None` where the change has no meaning for the lever in this case.
pub fn change_value(study: &Study, case: &PreparedCase, key: &LeverKey, change: ValueChange) -> Option<Setting> {
    if change == ValueChange::Default && key.lever.spec().kind == Kind::Shares {
        return default_shares(study, &case.baseline, key.lever).map(Setting::Shares);
    }
    LeverValue::new(study, case, key)?.change(change)
}
