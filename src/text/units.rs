//! Units as they stand beside a figure, with the price basis where it matters.

use super::catalog::{message, message_with};
use super::number::Numbers;
use crate::engine::{Line, Projection, Variable};
use crate::lang::Lang;
use crate::quantity::{PriceBasis, Unit, Year, relative_change};
use crate::scenario::lever::{Kind, LeverSpec};

/// Keys of the words of a unit.
struct UnitWords {
    /// In full; `%` for per cent.
    name: &'static str,
    /// Where there is room for a word or two.
    short: &'static str,
    /// Where what stands beside it says of what, and a head for what one is counted.
    bare: &'static str,
}

const fn words_of(unit: Unit) -> UnitWords {
    const fn alike(name: &'static str) -> UnitWords {
        UnitWords { name, short: name, bare: name }
    }
    match unit {
        Unit::TrillionVnd => {
            UnitWords { name: "unit-trillion-vnd", short: "unit-trillion-vnd-short", bare: "unit-trillion-vnd-short" }
        }
        Unit::BillionVnd => alike("unit-billion-vnd"),
        Unit::MillionVnd => alike("unit-million-vnd"),
        Unit::MillionVndPerWorker => UnitWords { bare: "unit-million-vnd", ..alike("unit-million-vnd-a-worker") },
        Unit::MillionVndPerPerson => UnitWords { bare: "unit-million-vnd", ..alike("unit-million-vnd-a-person") },
        Unit::BillionVndPerWorker => alike("unit-billion-vnd-a-worker"),
        Unit::UsdPerPerson => UnitWords { bare: "unit-usd", ..alike("unit-usd-a-person") },
        Unit::MillionUsd => alike("unit-million-usd"),
        Unit::BillionUsd => alike("unit-billion-usd"),
        Unit::VndPerUsd => alike("unit-vnd-per-usd"),
        Unit::ThousandPersons => {
            UnitWords { name: "unit-thousand-persons", short: "unit-thousand", bare: "unit-thousand" }
        }
        Unit::ThousandPersonsPerMillionUsd => alike("unit-thousand-jobs-per-million-usd"),
        Unit::Hectare => alike("unit-hectares"),
        Unit::TrillionVndPerHectare => alike("unit-trillion-vnd-a-hectare"),
        Unit::Ratio | Unit::RatioPerYear => alike("unit-ratio"),
        Unit::Percent => alike("unit-percent"),
        Unit::PercentagePoint => alike("unit-points"),
        Unit::PercentPerYear => alike("unit-percent-a-year"),
        Unit::PercentagePointPerYear => alike("unit-points-a-year"),
        Unit::Index => alike("unit-index"),
        Unit::CalendarYear => alike("unit-year"),
        Unit::Years => alike("unit-years"),
        Unit::Count => alike("unit-count"),
        Unit::Flag => alike("unit-flag"),
    }
}

/// A unit in words; `%` for per cent.
pub fn unit_name(unit: Unit, lang: Lang) -> String {
    message(lang, words_of(unit).name)
}

/// A unit where there is room for a word or two.
pub fn unit_short(unit: Unit, lang: Lang) -> String {
    message(lang, words_of(unit).short)
}

/// A unit in a dense row, of which the title has said for what one is counted.
pub fn unit_bare(unit: Unit, lang: Lang) -> String {
    message(lang, words_of(unit).bare)
}

/// Growth of GRDP, as a part of it, up to which an ICOR is not shown.
const LEAST_GROWTH: f64 = 0.005;

/// A value as a screen shows it: that of the projection, without an ICOR if growth of GRDP is close to 0.
///
/// Series and files keep the figure; over a denominator of at most 0.5 % of GRDP it is noise.
pub fn find_displayed(projection: &Projection, variable: Variable, line: Line, year: Year) -> Option<f64> {
    let value = projection.value(variable, line, year)?;
    if variable != Variable::Icor {
        return Some(value);
    }
    let grdp = |year| projection.value(Variable::Grdp, Line::Total, year);
    let (now, before) = (grdp(year)?, grdp(year - 1)?);
    (now - before > LEAST_GROWTH * now).then_some(value)
}

/// How far a value lies from a base, in per cent of the base; `None` if the base is <= 0.
pub fn compare_in_percent(base: f64, value: f64) -> Option<f64> {
    relative_change(base, value).map(|change| 100.0 * change)
}

/// Whether values are themselves per cent or points, so that they differ by points and not by per cent.
pub const fn is_percentage(variable: Variable) -> bool {
    shown_unit(variable).is_percent() || matches!(shown_unit(variable), Unit::PercentagePoint)
}

/// The word that shares are rounded, where those of a whole, as they are written, do not add to 100.
///
/// `parts` are per cent; `None` unless they sum to 100.
pub fn note_rounded_shares(parts: &[f64], decimals: usize, lang: Lang) -> Option<String> {
    let is_whole = (parts.iter().sum::<f64>() - 100.0).abs() < 1e-6;
    let scale = i32::try_from(decimals).map_or(1.0, |decimals| 10_f64.powi(decimals));
    let written: f64 = parts.iter().map(|part| (part * scale).round()).sum();
    (is_whole && (written - 100.0 * scale).abs() > 0.5).then(|| message(lang, "shares-rounded"))
}

/// The word that parts are rounded, where they do not add, as they are written, to their sum as it is written.
pub fn note_rounded_sum(parts: &[f64], decimals: usize, lang: Lang) -> Option<String> {
    let scale = i32::try_from(decimals).map_or(1.0, |decimals| 10_f64.powi(decimals));
    let round = |value: f64| (value * scale).round();
    let written: f64 = parts.iter().map(|part| round(*part)).sum();
    ((written - round(parts.iter().sum())).abs() > 0.5).then(|| message(lang, "parts-rounded"))
}

/// A written value with its unit: the per cent sign follows without a space, `7,65%/năm`.
pub fn with_unit(value: &str, unit: &str) -> String {
    if unit.starts_with('%') || unit.is_empty() { format!("{value}{unit}") } else { format!("{value} {unit}") }
}

/// A unit with its prices: `nghìn tỷ đồng, giá so sánh 2010`.
pub fn unit_at_prices(unit: Unit, basis: PriceBasis, price_base_year: Year, lang: Lang) -> String {
    let prices = match basis {
        PriceBasis::Constant => {
            let year = Numbers::new(lang).year(price_base_year);
            message_with(lang, "unit-constant-prices", &[("year", year.into())])
        }
        PriceBasis::Current => message(lang, "unit-current-prices"),
        PriceBasis::NotStated | PriceBasis::None => return unit_name(unit, lang),
    };
    message_with(lang, "unit-at-prices", &[("unit", unit_name(unit, lang).into()), ("prices", prices.into())])
}

/// The unit in which people read a variable: shares and growth in per cent, productivity in million VND.
pub const fn shown_unit(variable: Variable) -> Unit {
    variable.spec().shown
}

/// What one of the unit of a variable is in the unit in which people read it.
pub const fn shown_size(variable: Variable) -> f64 {
    variable.unit().size_in(shown_unit(variable))
}

/// Decimals with which people read figures of a unit.
pub const fn shown_decimals(unit: Unit) -> usize {
    unit.decimals()
}

/// A value of a variable in its shown unit.
pub fn shown_value(variable: Variable, value: f64) -> f64 {
    move_to_unit(value, variable.unit(), shown_unit(variable))
}

/// A value in another unit of its dimension that is a power of ten of its own.
///
/// The decimal point is moved in the shortest decimal form, so that 0.755 becomes exactly 75.5.
#[expect(clippy::cast_possible_truncation, reason = "a small power of ten between two units")]
pub fn move_to_unit(value: f64, from: Unit, to: Unit) -> f64 {
    let tens = libm::log10(from.size_in(to)).round();
    if tens == 0.0 { value } else { shift_point(value, tens as i32) }
}

/// The shown unit of a variable with its prices; ratios of values name the prices too.
pub fn variable_unit(variable: Variable, price_base_year: Year, lang: Lang) -> String {
    unit_at_prices(shown_unit(variable), variable.price_basis(), price_base_year, lang)
}

/// A value of a lever in its shown unit, without the unit; years are never grouped.
pub fn lever_figure(spec: &LeverSpec, shown: f64, most_decimals: usize, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    if spec.unit == Unit::CalendarYear {
        #[expect(clippy::cast_possible_truncation, reason = "a year beyond i32 is written as the last one")]
        return numbers.year(shown.round() as i32);
    }
    numbers.write_trimmed(shown, most_decimals)
}

/// The same with a fixed number of decimals, for figures that stand under each other.
pub fn lever_figure_fixed(spec: &LeverSpec, shown: f64, decimals: usize, lang: Lang) -> String {
    if spec.unit == Unit::CalendarYear {
        return lever_figure(spec, shown, decimals, lang);
    }
    Numbers::new(lang).decimal(shown, decimals)
}

/// The unit in which a lever is typed; empty for a switch.
pub fn lever_unit(spec: &LeverSpec, lang: Lang) -> String {
    match (spec.unit, spec.kind) {
        (Unit::Flag, _) => String::new(),
        (Unit::MillionUsd, Kind::Path) => message(lang, "unit-million-usd-a-year"),
        (Unit::ThousandPersons, Kind::Path) => message(lang, "unit-thousand-persons-a-year"),
        (unit, Kind::Path | Kind::Number | Kind::Switch | Kind::Shares) => unit_name(unit, lang),
    }
}

/// The unit of a lever where there is room for a word or two.
pub fn lever_unit_short(spec: &LeverSpec, lang: Lang) -> String {
    match (spec.unit, spec.kind) {
        (Unit::MillionUsd, Kind::Path) => message(lang, "unit-million-usd-a-year-short"),
        (Unit::ThousandPersons, Kind::Path) => message(lang, "unit-thousand-persons-a-year-short"),
        (_, Kind::Path | Kind::Number | Kind::Switch | Kind::Shares) => lever_unit(spec, lang),
    }
}

/// The value with its decimal point moved to the right.
fn shift_point(value: f64, digits: i32) -> f64 {
    let text = format!("{value:e}");
    text.split_once('e')
        .and_then(|(mantissa, exponent)| {
            let exponent: i32 = exponent.parse().ok()?;
            format!("{mantissa}e{}", exponent + digits).parse().ok()
        })
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::lever::CATALOGUE;

    #[test]
    fn a_unit_names_its_prices() {
        let unit = |basis, lang| unit_at_prices(Unit::TrillionVnd, basis, 2010, lang);
        assert_eq!(unit(PriceBasis::Constant, Lang::VI), "nghìn tỷ đồng, giá so sánh 2010");
        assert_eq!(unit(PriceBasis::Constant, Lang::EN), "trillion VND, constant 2010 prices");
        assert_eq!(unit(PriceBasis::Current, Lang::VI), "nghìn tỷ đồng, giá hiện hành");
        assert_eq!(unit(PriceBasis::None, Lang::EN), "trillion VND");
    }

    #[test]
    fn per_cent_is_exact() {
        let share = |value| shown_value(Variable::ShareConstant, value);
        for (value, shown) in [(0.755, 75.5), (0.07, 7.0), (0.285, 28.5), (-0.1259, -12.59), (0.0, 0.0), (1.1, 110.0)] {
            assert_eq!(share(value).to_bits(), f64::to_bits(shown), "{value}");
        }
        assert!((shown_value(Variable::PotentialProductivity, 0.3066) - 306.6).abs() < 1e-12);
        assert_eq!(shown_value(Variable::Grdp, 262.2).to_bits(), 262.2_f64.to_bits());
    }

    #[test]
    fn every_variable_and_lever_has_a_unit_in_both_languages() {
        for lang in Lang::ALL {
            for variable in Variable::ALL {
                let unit = variable_unit(variable, 2010, lang);
                assert!(!unit.is_empty() && !unit.contains("unit-"), "{variable:?}: {unit}");
            }
            for spec in CATALOGUE {
                let unit = lever_unit(spec, lang);
                assert!(!unit.contains("unit-"), "{}: {unit}", spec.id);
                assert_eq!(unit.is_empty(), spec.kind == Kind::Switch, "{}", spec.id);
            }
        }
    }
}
