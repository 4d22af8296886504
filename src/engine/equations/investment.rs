//! Investment and capital (E15, E16).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::inputs::ProjectSchedule;
use crate::engine::real::{Lift, Real};

/// E15, share of a schedule that is disbursed in a year: the share of the year that lies so many years after the start.
///
/// `profile_j(t)`
#[inline(always)]
pub(crate) fn disbursed_in<C: Real>(start: C, profile: &[C], year: C) -> C {
    let mut paid_in = start;
    let mut paid = C::ZERO;
    for share in profile {
        paid = paid + year.if_equal(paid_in, *share, C::ZERO);
        paid_in = paid_in + C::ONE;
    }
    paid
}

/// E15, disbursement of a project in a year, million USD: `USD_j · realised_j · profile_j(t)`.
#[inline(always)]
pub(crate) fn disbursement_musd<C: Real>(schedule: &ProjectSchedule<C>, profile: &[C], year: C) -> C {
    schedule.registered_musd * schedule.realised * disbursed_in(schedule.start, profile, year)
}

/// E15, disbursement of anonymous FDI of a sector in a year, million USD: registrations of this year and of the years before are paid over one profile.
///
/// `realised Σ_k registered_{t−k} profile_k`; `registered` ends with the year.
#[inline(always)]
pub(crate) fn registrations_musd<C: Real>(registered: &[C], realised: C, profile: &[C]) -> C {
    let mut due = C::ZERO;
    for (amount, share) in registered.iter().rev().zip(profile) {
        due = due + *amount * *share;
    }
    realised * due
}

/// E15, dollars in trillion VND at constant prices: `USD · fx · 10^-6 / P_s`.
#[inline(always)]
pub(crate) fn constant_price_value<C: Real>(amount_musd: C, exchange_rate: C, deflator: C) -> C {
    amount_musd * exchange_rate * C::splat(1e-6) / deflator
}

/// E15, investment at the ordinary rate, trillion VND: `i_t GRDP`.
#[inline(always)]
pub(crate) fn ordinary_investment<C, R: Lift<C>>(rate: C, grdp: R) -> R {
    R::lift(rate) * grdp
}

/// E15, productive investment of a sector, trillion VND: its share of ordinary investment less green conversion, and its projects.
///
/// `I_s = κ_s i_t GRDP (1 − γ_s) + F_s`
#[inline(always)]
pub(crate) fn sector_investment<C: Real, R: Lift<C>>(share: C, ordinary: R, green_share: C, projects: C) -> R {
    R::lift(share) * ordinary * R::lift(C::ONE - green_share) + R::lift(projects)
}

/// E16, capital at the start of the next year, trillion VND: `K_{s,t+1} = (1 − δ_s) K_s + I_s`.
#[inline(always)]
pub(crate) fn next_capital<C: Real, R: Lift<C>>(capital: R, depreciation: C, investment: R) -> R {
    R::lift(C::ONE - depreciation) * capital + investment
}

/// E16 read for investment, trillion VND: `I_s = K_{s,t+1} − (1 − δ_s) K_s`.
#[inline(always)]
pub(crate) fn needed_investment<R: Real>(next_capital: R, depreciation: R, capital: R) -> R {
    next_capital - (R::ONE - depreciation) * capital
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_base_year_builds_this_capital() {
        let investment = sector_investment(0.68, 0.34 * 124.988_f64, 0.0, 0.0);
        let capital = next_capital(238.0, 0.055, investment);
        assert!((capital - 253.807_225_6).abs() < 1e-9);
    }
}
