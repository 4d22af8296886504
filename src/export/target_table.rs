//! Where a projection lands against the targets of its study.

use crate::analysis::{Target, gap};
use crate::engine::{Line, Projection, Variable};
use crate::quantity::PriceBasis;
use crate::scenario::figure::{Figure, Quantity};
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
        variable_of(self.target)
    }
}

/// Every target of the study that speaks about a quantity of projections.
pub fn landings<'a>(study: &'a Study, projection: &Projection) -> Vec<Landing<'a>> {
    study
        .targets
        .iter()
        .filter(|target| target.year.is_some() && target.territory == study.territory)
        .filter(|target| variable_of(target).is_some())
        .map(|target| Landing {
            target,
            wanted: target.model_value(),
            wanted_upper: target.model_upper(),
            projected: projected(target, projection),
        })
        .collect()
}

/// The variable that stands for a target.
fn variable_of(target: &Figure) -> Option<Variable> {
    let is_total = is_total(target);
    let by_quantity = [
        (Quantity::Output, if is_total { Variable::Grdp } else { Variable::Output }),
        (Quantity::OutputCurrent, Variable::OutputCurrent),
        (Quantity::OutputGrowth, Variable::OutputGrowth),
        (Quantity::Share, share_at(target.price_basis)),
        (Quantity::Employment, Variable::Employment),
        (Quantity::Productivity, Variable::PotentialProductivity),
        (Quantity::Population, Variable::Population),
        (Quantity::GrdpPerHead, Variable::GrdpPerHead),
        (Quantity::GrdpPerHeadUsd, Variable::GrdpPerHeadUsd),
    ];
    by_quantity.into_iter().find(|(quantity, _)| *quantity == target.quantity).map(|(_, variable)| variable)
}

fn is_total(target: &Figure) -> bool {
    target.line.is_empty() || target.line == "total"
}

/// A share that does not state its prices is read at constant prices, as the baselines do.
const fn share_at(basis: PriceBasis) -> Variable {
    match basis {
        PriceBasis::Current => Variable::ShareCurrent,
        PriceBasis::Constant | PriceBasis::NotStated | PriceBasis::None => Variable::ShareConstant,
    }
}

fn projected(target: &Figure, projection: &Projection) -> Option<f64> {
    let line = if is_total(target) { Line::Total } else { projection.line(&target.line)? };
    let (variable, year) = (variable_of(target)?, target.year?);
    match (target.quantity, target.since) {
        (Quantity::OutputGrowth, Some(since)) => {
            let level = |at| match line {
                Line::Total => projection.value(Variable::Grdp, line, at),
                Line::Sector(_) | Line::Group(_) | Line::Taxes => projection.value(Variable::Output, line, at),
            };
            let n_years = f64::from(year - since + 1);
            Some((level(year)? / level(since - 1)?).powf(1.0 / n_years) - 1.0)
        }
        // Observed output per worker stands against output per worker, not against potential.
        (Quantity::Productivity, _) => projection.value(Variable::Productivity, line, year).map(|value| value / 1e3),
        _ => projection.value(variable, line, year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::built_in;
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
