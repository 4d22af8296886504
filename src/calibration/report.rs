//! What each prior had to absorb so that the targets hold (`docs/model.md`, Calibration).

use super::TargetCalibration;
use crate::engine::Path;
use crate::quantity::{Year, elementary};

/// Growth that the targets imply for a line, beside its prior.
#[derive(Debug, Clone, PartialEq)]
pub struct AbsorbedGap {
    /// Line id.
    pub line: String,
    /// First and last year of the period.
    pub period: (Year, Year),
    /// Average growth a year that the targets leave for the line.
    pub implied_growth: f64,
    /// Average prior growth a year; `None` where no prior was given.
    pub prior_growth: Option<f64>,
    /// Implied less prior in standard deviations of the prior's average; `None` without a deviation.
    pub deviations: Option<f64>,
}

impl AbsorbedGap {
    /// Implied less prior growth, fraction a year.
    pub fn gap(&self) -> Option<f64> {
        self.prior_growth.map(|prior| self.implied_growth - prior)
    }
}

/// One entry a line and period.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CalibrationReport {
    /// Entries in the order of lines, then periods.
    pub gaps: Vec<AbsorbedGap>,
}

pub(super) fn report(spec: &TargetCalibration, outputs: &[Path]) -> CalibrationReport {
    let mut years: Vec<Year> = spec.shares.iter().map(|target| target.year).collect();
    years.extend(spec.nodes.iter().flat_map(|node| node.output_targets.iter().map(|target| target.year)));
    years.push(spec.horizon.base());
    years.sort_unstable();
    years.dedup();
    let mut gaps = Vec::new();
    for (node, output) in spec.nodes.iter().zip(outputs) {
        for period in years.windows(2) {
            let (Some(first), Some(last)) = (spec.horizon.index(period[0]), spec.horizon.index(period[1])) else {
                continue;
            };
            let n = (last - first) as f64;
            let implied_log = elementary::ln(output[last] / output[first]) / n;
            let prior_log = node
                .output_prior
                .as_ref()
                .map(|prior| prior[first + 1..=last].iter().map(|growth| libm::log1p(*growth)).sum::<f64>() / n);
            gaps.push(AbsorbedGap {
                line: node.id.clone(),
                period: (period[0], period[1]),
                implied_growth: libm::expm1(implied_log),
                prior_growth: prior_log.map(libm::expm1),
                deviations: prior_log
                    .zip(node.output_deviation)
                    .map(|(prior, sigma)| (implied_log - prior) * n.sqrt() / sigma),
            });
        }
    }
    CalibrationReport { gaps }
}
