//! How far a lever can go before the model has no answer any more.

use super::error::AnalysisError;
use super::solver::is_movable;
use crate::scenario::lever::LeverSpec;

/// Parts into which the way to an end is divided where the end itself has no answer.
const PARTS: u32 = 1 << 20;

/// The farthest value of a lever on the way to an end of its range at which the model answers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reach {
    /// The value, in the model's unit.
    pub(super) value: f64,
    /// The figure there.
    pub(super) figure: f64,
    /// Why the model has no answer beyond; `None` if the end itself was reached.
    pub(super) stopped: Option<AnalysisError>,
}

/// Goes from where a lever stands towards an end of its range, as far as the model answers.
///
/// A lever counted in whole steps stops at a whole one; any other stops at a value that can be typed, where the digits that are shown allow that.
pub(super) fn reach(
    spec: &LeverSpec,
    start: f64,
    end: f64,
    mut figure: impl FnMut(f64) -> Result<f64, AnalysisError>,
) -> Result<Reach, AnalysisError> {
    let mut stopped = match figure(end) {
        Ok(figure) => return Ok(Reach { value: end, figure, stopped: None }),
        Err(error) if error.is_of_values() => error,
        Err(error) => return Err(error),
    };
    let mut last = (start, figure(start)?);
    let parts = if is_movable(spec) { f64::from(PARTS) } else { (end - start).abs().round() };
    let at = |part: f64| start + (end - start) * part / parts;
    let (mut near, mut far) = (0.0, parts);
    while far - near > 1.0 {
        let middle = f64::midpoint(near, far).floor();
        match figure(at(middle)) {
            Ok(found) => (near, last) = (middle, (at(middle), found)),
            Err(error) if error.is_of_values() => (far, stopped) = (middle, error),
            Err(error) => return Err(error),
        }
    }
    let typed = typed_towards(spec, last.0, start);
    if (typed - start) * (last.0 - start) > 0.0 {
        match figure(typed) {
            Ok(found) => last = (typed, found),
            Err(error) if error.is_of_values() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Reach { value: last.0, figure: last.1, stopped: Some(stopped) })
}

/// The value with the digits that the lever shows, on the side of where it stands.
pub(super) fn typed_towards(spec: &LeverSpec, value: f64, start: f64) -> f64 {
    let shown = spec.to_shown(value);
    let tens = 10.0_f64.powi(i32::try_from(spec.decimals).unwrap_or(0));
    let rounded = if value > start { (shown * tens).floor() } else { (shown * tens).ceil() };
    spec.from_shown(rounded / tens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::EngineError;
    use crate::scenario::lever::Lever;

    fn until(limit: f64) -> impl Fn(f64) -> Result<f64, AnalysisError> {
        move |value| {
            if value <= limit {
                return Ok(2.0 * value);
            }
            Err(EngineError::LabourSupplyNotPositive { year: 2030, value: limit - value }.into())
        }
    }

    #[test]
    fn an_end_that_answers_is_the_end() {
        let found = reach(Lever::InvestmentRate.spec(), 0.3, 0.45, until(1.0)).unwrap();
        assert_eq!(found, Reach { value: 0.45, figure: 0.9, stopped: None });
    }

    #[test]
    fn a_lever_stops_at_the_last_value_that_can_be_typed() {
        let found = reach(Lever::InvestmentRate.spec(), 0.3, 0.45, until(0.372_58)).unwrap();
        assert!((found.value - 0.372).abs() < 1e-12 && found.stopped.is_some(), "{found:?}");
        let close = reach(Lever::InvestmentRate.spec(), 0.3, 0.45, until(0.300_4)).unwrap();
        assert!(close.value > 0.3 && close.value <= 0.300_4, "{close:?}");
    }

    #[test]
    fn whole_steps_stop_at_a_whole_step() {
        for (limit, last) in [(2028.7, 2028.0), (2025.2, 2025.0)] {
            let found = reach(Lever::ShockStart.spec(), 2025.0, 2030.0, until(limit)).unwrap();
            assert!((found.value - last).abs() < 1e-9, "{found:?}");
        }
    }

    #[test]
    fn what_no_value_can_mend_ends_the_search() {
        let refused = |_| Err(AnalysisError::NoLever);
        assert_eq!(reach(Lever::InvestmentRate.spec(), 0.3, 0.45, refused), Err(AnalysisError::NoLever));
    }
}
