//! Where a projection lands against the targets of its study.

use crate::analysis::{Metric, Period, Target, average_growth, gap, target_variable};
use crate::engine::{Projection, Variable};
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;

/// A target and what a projection has in its place, both in the model's unit of the quantity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Landing<'a> {
    /// The target.
    pub target: &'a Figure,
    /// Lower end of the target, or the target.
    pub wanted: f64,
    /// Upper end, where the target is a range.
    pub wanted_upper: Option<f64>,
    /// The projection's value; `None` where the projection does not have the quantity or the year.
    pub projected: Option<f64>,
}

impl Landing<'_> {
    /// Projected less wanted; zero inside a range.
    pub fn gap(&self) -> Option<f64> {
        let target = Target {
            value: self.wanted,
            upper: self.wanted_upper,
            since: self.target.since,
            year: self.target.year?,
            implied: false,
        };
        self.projected.map(|value| gap(value, &target))
    }

    /// The variable that stands for the target.
    pub fn variable(&self) -> Option<Variable> {
        target_variable(self.target).map(|(variable, _)| variable)
    }
}

/// Every target of the study that speaks about a quantity of projections.
pub fn landings<'a>(study: &'a Study, projection: &Projection) -> Vec<Landing<'a>> {
    study
        .targets
        .iter()
        .filter(|target| target.year.is_some() && target.territory == study.territory)
        .filter(|target| Metric::of_target(study, target).is_some())
        .map(|target| Landing {
            target,
            wanted: target.model_value(),
            wanted_upper: target.model_upper(),
            projected: projected(study, target, projection),
        })
        .collect()
}

fn projected(study: &Study, target: &Figure, projection: &Projection) -> Option<f64> {
    let (metric, scale) = Metric::of_target(study, target)?;
    let value = match metric.since {
        // A target of growth is set against its own period, of which the first years may be past.
        Some(since) => average_growth(study, projection, metric.line, Period { since, until: metric.year }),
        None => metric.value(projection),
    };
    value.map(|value| value / scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::built_in;
    use crate::scenario::figure::Quantity;
    use crate::scenario::{calibrate_baseline, resolve};

    #[test]
    fn a_path_through_targets_lands_on_them() {
        let study = built_in().unwrap();
        let baseline = calibrate_baseline(&study, "plan").unwrap();
        let inputs = resolve(&study, &baseline, "plan", study.closure).unwrap();
        let projection = crate::engine::simulate(&inputs).unwrap();
        let landings = landings(&study, &projection);
        let industry: Vec<_> = landings
            .iter()
            .filter(|landing| landing.target.line == "industry" && landing.target.vintage == "draft-plan")
            .filter(|landing| matches!(landing.target.quantity, Quantity::Output | Quantity::Employment))
            .collect();
        assert!(industry.len() >= 4);
        for landing in industry {
            assert!(landing.gap().unwrap().abs() < 1e-9, "{landing:?}");
        }
    }

    #[test]
    fn nothing_is_missing_inside_a_range() {
        let study = built_in().unwrap();
        let target = &study.targets[0];
        let gap =
            |projected| Landing { target, wanted: 8.0, wanted_upper: Some(9.0), projected: Some(projected) }.gap();
        for (projected, expected) in [(7.5, -0.5), (8.5, 0.0), (9.5, 0.5)] {
            assert_eq!(gap(projected).map(f64::to_bits).map(f64::from_bits), Some(expected));
        }
    }
}
