//! The forms of a lever's value: one value, low–base–high, year by year, points on a chart.
//!
//! Another form keeps what it can hold of the value: the last year's value always, the path where it is one.

use super::lever::{Kind, LeverSpec};
use super::setting::{Setting, YearTable};
use crate::engine::Path;
use crate::quantity::{Horizon, Year};

/// Part of the usual range by which low and high start away from the base.
const SPREAD: f64 = 0.1;

/// The form of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueForm {
    /// One value.
    Number,
    /// Low, base and high.
    Range,
    /// One value from a year to a year, the baseline's outside.
    Span,
    /// A table of years.
    Years,
    /// Points with straight lines between them.
    Points,
}

impl ValueForm {
    /// The form of a setting; a lever without a setting follows its default, which is one value or a path.
    pub const fn from_setting(setting: Option<&Setting>) -> Self {
        match setting {
            Some(Setting::Range { .. }) => Self::Range,
            Some(Setting::Span { .. }) => Self::Span,
            Some(Setting::Years { .. }) => Self::Years,
            Some(Setting::Points(_)) => Self::Points,
            Some(Setting::Constant(_) | Setting::Switch(_) | Setting::Shares(_)) | None => Self::Number,
        }
    }

    /// Forms that a kind of lever can have.
    pub const fn possible(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Path => &[Self::Number, Self::Range, Self::Span, Self::Years, Self::Points],
            Kind::Number => &[Self::Number, Self::Range],
            Kind::Switch | Kind::Shares => &[],
        }
    }
}

/// The setting in another form.
pub fn in_form(
    setting: Option<&Setting>,
    form: ValueForm,
    spec: &LeverSpec,
    horizon: Horizon,
    default: &Path,
) -> Setting {
    let last = default.last().copied().unwrap_or(0.0);
    let last_value = setting.and_then(|setting| setting.last_year_value(horizon, default)).unwrap_or(last);
    let path = setting.map_or_else(|| default.clone(), |setting| setting.path(horizon, default));
    let projected = || horizon.years().zip(path.iter().copied()).skip(1);
    match form {
        ValueForm::Number => Setting::Constant(last_value),
        ValueForm::Range => {
            let spread = SPREAD * (spec.from_shown(spec.soft.1) - spec.from_shown(spec.soft.0));
            let (floor, ceiling) = (spec.from_shown(spec.hard.0), spec.from_shown(spec.hard.1));
            let low = (last_value - spread).max(floor).min(last_value);
            Setting::Range { low, base: last_value, high: (last_value + spread).min(ceiling).max(last_value) }
        }
        ValueForm::Span => {
            let (from, to) = changed_years(&path, horizon, default);
            let value = if let Some(Setting::Span { value, .. }) = setting {
                *value
            } else {
                horizon.years().zip(&path).find(|(year, _)| *year == to).map_or(last_value, |(_, own)| *own)
            };
            Setting::Span { value, from, to }
        }
        ValueForm::Years => Setting::Years { default: None, values: projected().collect() },
        ValueForm::Points => Setting::Points(corners(horizon.base(), default_start(default), &projected().collect())),
    }
}

/// The first and the last projected year in which a path is not the default; all of them where it is so everywhere.
fn changed_years(path: &Path, horizon: Horizon, default: &Path) -> (Year, Year) {
    let values = || horizon.years().zip(path.iter().zip(default)).skip(1);
    let changed = || values().filter(|(_, (own, base))| own.to_bits() != base.to_bits()).map(|(year, _)| year);
    let all = (horizon.base() + 1, horizon.end());
    changed().next().zip(changed().last()).unwrap_or(all)
}

fn default_start(default: &Path) -> f64 {
    default.first().copied().unwrap_or(0.0)
}

/// The years at which a path bends, its first and last projected year among them.
fn corners(base: Year, start: f64, values: &YearTable) -> YearTable {
    let all: Vec<(Year, f64)> = std::iter::once((base, start)).chain(values.iter()).collect();
    let bends = |position: usize| {
        let at = |offset: usize| all.get(offset).map(|(_, value)| *value);
        match (position.checked_sub(1).and_then(at), at(position), at(position + 1)) {
            (Some(before), Some(here), Some(after)) => (2.0 * here - before - after).abs() > 1e-12 * (1.0 + here.abs()),
            _ => true,
        }
    };
    all.iter()
        .enumerate()
        .skip(1)
        .filter(|(position, _)| *position == 1 || bends(*position))
        .map(|(_, point)| *point)
        .collect()
}

/// The value of a year in every later year too.
pub fn repeat_profile(values: &YearTable, from: Year) -> YearTable {
    let kept = values.value(from);
    values.iter().map(|(year, value)| (year, kept.filter(|_| year > from).unwrap_or(value))).collect()
}

/// Years between two become a straight line between their values.
pub fn interpolate(values: &YearTable, first: Year, last: Year) -> YearTable {
    let (first, last) = (first.min(last), first.max(last));
    let (Some(start), Some(end)) = (values.value(first), values.value(last)) else { return values.clone() };
    let span = f64::from(last - first);
    let between = |year: Year| start + (end - start) * f64::from(year - first) / span;
    values.iter().map(|(year, value)| (year, if year > first && year < last { between(year) } else { value })).collect()
}

/// The points without that of a year; `None` where no other is left.
pub fn without_year(points: &YearTable, year: Year) -> Option<YearTable> {
    let left: YearTable = points.iter().filter(|(own, _)| *own != year).collect();
    (!left.is_empty()).then_some(left)
}

/// The setting with another value in one year; a form without years becomes one by year first.
pub fn with_year(setting: Option<&Setting>, year: Year, value: f64, horizon: Horizon, default: &Path) -> Setting {
    match setting {
        Some(Setting::Points(points)) => {
            let mut points = points.clone();
            points.insert(year, value);
            Setting::Points(points)
        }
        other => {
            let path = other.map_or_else(|| default.clone(), |setting| setting.path(horizon, default));
            let mut values: YearTable = horizon.years().zip(path).skip(1).collect();
            values.insert(year, value);
            Setting::Years { default: None, values }
        }
    }
}

/// The setting with one value from a year to a year; every other year keeps what it has, the baseline's value without a
/// setting.
pub fn with_span(
    setting: Option<&Setting>,
    (from, to): (Year, Year),
    value: f64,
    horizon: Horizon,
    default: &Path,
) -> Setting {
    let own: YearTable;
    let (absent, before) = match setting {
        None => return Setting::Span { value, from, to },
        Some(Setting::Span { from: first, to: last, .. }) if from <= *first && *last <= to => {
            return Setting::Span { value, from, to };
        }
        Some(Setting::Span { value: old, from: first, to: last }) => {
            own = horizon.years().filter(|year| (*first..=*last).contains(year)).map(|year| (year, *old)).collect();
            (None, &own)
        }
        Some(Setting::Years { default: absent, values }) => (*absent, values),
        Some(other) => {
            own = horizon.years().zip(other.path(horizon, default)).skip(1).collect();
            (None, &own)
        }
    };
    let mut values = before.clone();
    for year in horizon.years().filter(|year| (from..=to).contains(year)) {
        values.insert(year, value);
    }
    Setting::Years { default: absent, values }
}

/// A setting with another value in the last year that keeps its form: a span keeps its years, a path keeps its shape.
pub fn with_last_year_value(setting: Option<&Setting>, value: f64, horizon: Horizon, default: &Path) -> Setting {
    let shift = |setting: &Setting| value - setting.last_year_value(horizon, default).unwrap_or(value);
    match setting {
        Some(Setting::Range { low, high, .. }) => rebase(*low, *high, value),
        Some(Setting::Span { from, to, .. }) => Setting::Span { value, from: *from, to: *to },
        Some(old @ Setting::Points(table)) => {
            let by = shift(old);
            Setting::Points(table.iter().map(|(year, own)| (year, own + by)).collect())
        }
        Some(old @ Setting::Years { default: absent, values }) => {
            let by = shift(old);
            Setting::Years { default: *absent, values: values.iter().map(|(year, own)| (year, own + by)).collect() }
        }
        Some(Setting::Constant(_) | Setting::Switch(_) | Setting::Shares(_)) | None => Setting::Constant(value),
    }
}

/// A range with another base; a bound that the base passes goes along, so that the three stay in order.
pub fn rebase(low: f64, high: f64, base: f64) -> Setting {
    Setting::Range { low: low.min(base), base, high: high.max(base) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::lever::Lever;

    fn horizon() -> Horizon {
        Horizon::new(2024, 2030).unwrap()
    }

    fn default() -> Path {
        vec![0.34; 7]
    }

    fn table(values: &[(Year, f64)]) -> YearTable {
        values.iter().copied().collect()
    }

    #[test]
    fn every_change_of_form_keeps_the_value_of_the_last_year() {
        let spec = Lever::InvestmentRate.spec();
        let settings = [
            None,
            Some(Setting::Constant(0.4)),
            Some(Setting::Range { low: 0.3, base: 0.37, high: 0.44 }),
            Some(Setting::Years { default: None, values: table(&[(2026, 0.36), (2030, 0.41)]) }),
            Some(Setting::Points(table(&[(2027, 0.38), (2030, 0.42)]))),
        ];
        for setting in &settings {
            let before =
                setting.as_ref().map_or(Some(0.34), |setting| setting.last_year_value(horizon(), &default())).unwrap();
            for form in ValueForm::possible(Kind::Path) {
                let after = in_form(setting.as_ref(), *form, spec, horizon(), &default());
                let last_value = after.last_year_value(horizon(), &default()).unwrap();
                assert!((last_value - before).abs() < 1e-12, "{setting:?} to {form:?}: {last_value}");
                assert_eq!(ValueForm::from_setting(Some(&after)), *form);
            }
        }
    }

    #[test]
    fn years_and_points_keep_the_path() {
        let spec = Lever::InvestmentRate.spec();
        let setting = Setting::Points(table(&[(2025, 0.3), (2027, 0.38), (2030, 0.42)]));
        let path = setting.path(horizon(), &default());
        for form in [ValueForm::Years, ValueForm::Points] {
            let after = in_form(Some(&setting), form, spec, horizon(), &default());
            for (a, b) in after.path(horizon(), &default()).iter().zip(&path) {
                assert!((a - b).abs() < 1e-12, "{after:?}");
            }
        }
    }

    #[test]
    fn low_and_high_stay_inside_the_hard_range_and_in_order() {
        let spec = Lever::InvestmentRate.spec();
        let Setting::Range { low, base, high } =
            in_form(Some(&Setting::Constant(0.6)), ValueForm::Range, spec, horizon(), &default())
        else {
            unreachable!()
        };
        assert!(low < base && base <= high && high <= 0.6);
        assert_eq!(rebase(0.3, 0.4, 0.45), Setting::Range { low: 0.3, base: 0.45, high: 0.45 });
    }

    #[test]
    fn a_year_is_repeated_and_two_are_joined() {
        let values = table(&[(2025, 1.0), (2026, 2.0), (2027, 9.0), (2028, 4.0), (2029, 7.0)]);
        assert_eq!(
            repeat_profile(&values, 2026),
            table(&[(2025, 1.0), (2026, 2.0), (2027, 2.0), (2028, 2.0), (2029, 2.0)])
        );
        assert_eq!(
            interpolate(&values, 2028, 2026),
            table(&[(2025, 1.0), (2026, 2.0), (2027, 3.0), (2028, 4.0), (2029, 7.0)])
        );
    }

    #[test]
    fn a_span_changes_its_years_and_no_other() {
        let settings = [
            None,
            Some(Setting::Constant(0.4)),
            Some(Setting::Range { low: 0.3, base: 0.37, high: 0.44 }),
            Some(Setting::Span { value: 0.41, from: 2024, to: 2028 }),
            Some(Setting::Span { value: 0.41, from: 2027, to: 2027 }),
            Some(Setting::Years { default: Some(0.3), values: table(&[(2026, 0.36), (2030, 0.41)]) }),
            Some(Setting::Points(table(&[(2027, 0.38), (2030, 0.42)]))),
        ];
        for setting in &settings {
            let before = setting.as_ref().map_or_else(default, |setting| setting.path(horizon(), &default()));
            let after =
                with_span(setting.as_ref(), (2027, 2028), 0.5, horizon(), &default()).path(horizon(), &default());
            for (year, (old, new)) in horizon().years().zip(before.iter().zip(&after)) {
                let expected = if (2027..=2028).contains(&year) { 0.5 } else { *old };
                assert_eq!(new.to_bits(), expected.to_bits(), "{setting:?} in {year}");
            }
        }
    }

    #[test]
    fn a_year_of_a_constant_makes_a_table() {
        let next = with_year(Some(&Setting::Constant(0.4)), 2027, 0.5, horizon(), &default());
        let path = next.path(horizon(), &default());
        assert_eq!(path, vec![0.34, 0.4, 0.4, 0.5, 0.4, 0.4, 0.4]);
    }
}
