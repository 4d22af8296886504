//! Labour demand, project jobs, rationing and actual employment (E3, E4, E12).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its powers are inlined")]

use crate::engine::inputs::ProjectSchedule;
use crate::engine::real::{Lift, Real, choose};

/// E3, core labour demand of a sector, thousand persons: last year's demand grows and receives its part of the labour that leaves the source sector.
///
/// `Dc_s = Dc_{s,t-1} (1 + gl_s + gl_add_s) + r_s x_t Dc_{A,t-1}`
#[inline(always)]
pub(crate) fn core_demand<C: Real>(previous: C, growth: C, growth_added: C, (share, leaving): (C, C)) -> C {
    previous * (C::ONE + growth + growth_added) + share * leaving
}

/// E3, labour that leaves the source sector, thousand persons: `x_t Dc_{A,t-1}`.
#[inline(always)]
pub(crate) fn leaving_labour<C: Real>(rate: C, previous: C) -> C {
    rate * previous
}

/// E3, share of a schedule disbursed before a year: `done_j(t−1)`.
#[inline(always)]
pub(crate) fn disbursed_before<C: Real>(start: C, profile: &[C], year: C) -> C {
    let mut paid_in = start;
    let mut paid = C::ZERO;
    for share in profile {
        paid = paid + year.if_above(paid_in, *share, C::ZERO);
        paid_in = paid_in + C::ONE;
    }
    paid
}

/// E3, jobs of a project in a year, thousand persons: they follow the disbursement of the years before.
///
/// `J_j = jobs_j done_j(t−1)`
#[inline(always)]
pub(crate) fn project_jobs<C: Real>(schedule: &ProjectSchedule<C>, profile: &[C], year: C) -> C {
    schedule.jobs * disbursed_before(schedule.start, profile, year)
}

/// E3, jobs of anonymous FDI of a sector, thousand persons: those of the year before and what was disbursed in it.
///
/// `J_F,t = J_F,t-1 + jobs per million USD · USD_F,t-1`
#[inline(always)]
pub(crate) fn registration_jobs<C: Real>(previous: C, jobs_per_musd: C, disbursed_before: C) -> C {
    previous + jobs_per_musd * disbursed_before
}

/// E4, rationing factor: 1 where migrants fill every gap, otherwise supply over demand where demand is larger.
///
/// `φ = min(1, LS_t / Σ_s D_s)`
#[inline(always)]
pub(crate) fn rationing<C: Real>(labour_constrained: C, supply: C, demand: C) -> C {
    choose(labour_constrained, (supply / demand).smaller(C::ONE), C::ONE)
}

/// E4, structural employment, thousand persons: the demand of core and projects as far as there is labour.
///
/// `L*_s = (Dc_s + J_s) φ`; with jobs weighted by their premium it is the labour of E8 in closure P.
#[inline(always)]
pub(crate) fn structural_employment<C: Real>(core_demand: C, jobs: C, rationing: C) -> C {
    (core_demand + jobs) * rationing
}

/// E12, employment, thousand persons: structural employment adjusted for how far potential output is used.
///
/// `L_s = L*_s (Y_s / Y*_s)^{e_s}`
#[inline(always)]
pub(crate) fn employment<C: Real, R: Lift<C>>(structural: C, output: R, potential: R, elasticity: C) -> R {
    // A quotient of equal numbers is 1, and so is any power of 1, to the bit.
    // Most sectors are fully used in most years, and division and power are the dearest steps of a run.
    if output.equals_everywhere(potential) {
        return R::lift(structural);
    }
    R::lift(structural) * (output / potential).power(R::lift(elasticity))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_follow_disbursement_with_a_lag_of_one_year() {
        let schedule = ProjectSchedule { registered_musd: 280.0, realised: 0.95, start: 2024.0, jobs: 3.444 };
        let jobs = |year: f64| project_jobs(&schedule, &[0.3, 0.4, 0.3], year);
        assert_eq!(jobs(2024.0).to_bits(), 0.0_f64.to_bits());
        assert!((jobs(2025.0) - 0.3 * 3.444).abs() < 1e-15);
        assert!((jobs(2030.0) - 3.444).abs() < 1e-15);
    }

    #[test]
    fn rationing_is_proportional_and_never_above_one() {
        assert!((rationing(1.0_f64, 97.0, 100.0) - 0.97).abs() < 1e-15);
        assert!((rationing(1.0_f64, 120.0, 100.0) - 1.0).abs() < 1e-15);
        assert!((rationing(0.0_f64, 97.0, 100.0) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn employment_falls_by_less_than_output() {
        let employed = employment(465.496_281, 0.8741_f64, 1.0, 0.55);
        assert!((employed - 432.289_644).abs() < 1e-6);
    }
}
