//! Labour demand, project jobs, rationing and actual employment (E3, E4, E12).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its powers are inlined")]

use crate::engine::LabourClosure;
use crate::engine::inputs::ProjectInputs;
use crate::engine::real::Real;
use crate::quantity::Year;

/// E3, core labour demand of a sector, thousand persons: last year's demand grows and receives its part of the labour that leaves the source sector.
///
/// `Dc_s = Dc_{s,t-1} (1 + gl_s + gl_add_s) + r_s x_t Dc_{A,t-1}`
pub(crate) fn core_demand(previous: f64, growth: f64, growth_added: f64, arriving: f64) -> f64 {
    previous * (1.0 + growth + growth_added) + arriving
}

/// E3, share of a project disbursed up to the end of a year: `done_j(t)`.
pub(crate) fn disbursed_share(project: &ProjectInputs, year: Year) -> f64 {
    project
        .profile
        .iter()
        .zip(project.start..)
        .take_while(|&(_, paid_in)| paid_in <= year)
        // Not `sum`, which makes an empty schedule −0.
        .fold(0.0, |paid, (share, _)| paid + share)
}

/// E3, jobs of a project in a year, thousand persons: they follow the disbursement of the years before.
///
/// `J_j = jobs_j done_j(t−1)`
pub(crate) fn project_jobs(project: &ProjectInputs, year: Year) -> f64 {
    project.jobs * disbursed_share(project, year - 1)
}

/// E4, rationing factor: 1 where migrants fill every gap, otherwise supply over demand where demand is larger.
///
/// `φ = min(1, LS_t / Σ_s D_s)`
pub(crate) fn rationing(closure: LabourClosure, supply: f64, demand: f64) -> f64 {
    match closure {
        LabourClosure::Constrained if demand > supply => supply / demand,
        LabourClosure::Open | LabourClosure::Constrained => 1.0,
    }
}

/// E12, employment, thousand persons: structural employment adjusted for how far potential output is used.
///
/// `L_s = L*_s (Y_s / Y*_s)^{e_s}`
#[inline(always)]
pub(crate) fn employment<R: Real>(structural: f64, output: R, potential: R, elasticity: f64) -> R {
    let utilisation = output / potential;
    // 1 to any power is 1 to the bit; most sectors are fully used in most years, and a power is the dearest step of a run.
    if utilisation.is_everywhere(1.0) {
        return R::splat(structural);
    }
    R::splat(structural) * utilisation.power(elasticity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project() -> ProjectInputs {
        ProjectInputs {
            sector: 0,
            registered_musd: 280.0,
            realised: 0.95,
            start: 2024,
            profile: vec![0.3, 0.4, 0.3],
            jobs: 3.444,
            premium: 1.0,
        }
    }

    #[test]
    fn jobs_follow_disbursement_with_a_lag_of_one_year() {
        assert_eq!(project_jobs(&project(), 2024).to_bits(), 0.0_f64.to_bits());
        assert!((project_jobs(&project(), 2025) - 0.3 * 3.444).abs() < 1e-15);
        assert!((project_jobs(&project(), 2030) - 3.444).abs() < 1e-15);
    }

    #[test]
    fn rationing_is_proportional_and_never_above_one() {
        assert!((rationing(LabourClosure::Constrained, 97.0, 100.0) - 0.97).abs() < 1e-15);
        assert!((rationing(LabourClosure::Constrained, 120.0, 100.0) - 1.0).abs() < 1e-15);
        assert!((rationing(LabourClosure::Open, 97.0, 100.0) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn employment_falls_by_less_than_output() {
        let employed = employment(465.496_281, 0.8741_f64, 1.0, 0.55);
        assert!((employed - 432.289_644).abs() < 1e-6);
    }
}
