//! Investment and capital (E15, E16).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::inputs::ProjectInputs;
use crate::engine::real::Real;
use crate::quantity::Year;

/// E15, disbursement of a project in a year, million USD: `USD_j · realised_j · profile_j(t)`.
pub(crate) fn disbursement_musd(project: &ProjectInputs, year: Year) -> f64 {
    usize::try_from(year - project.start)
        .ok()
        .and_then(|position| project.profile.get(position))
        .map_or(0.0, |share| project.registered_musd * project.realised * share)
}

/// E15, dollars in trillion VND at constant prices: `USD · fx · 10^-6 / P_s`.
pub(crate) fn constant_price_value(amount_musd: f64, exchange_rate: f64, deflator: f64) -> f64 {
    amount_musd * exchange_rate * 1e-6 / deflator
}

/// E15, productive investment of a sector, trillion VND: its share of ordinary investment less green conversion, and its projects.
///
/// `I_s = κ_s i_t GRDP (1 − γ_s) + F_s`
#[inline(always)]
pub(crate) fn sector_investment<R: Real>(share: f64, ordinary: R, green_share: f64, projects: f64) -> R {
    R::splat(share) * ordinary * R::splat(1.0 - green_share) + R::splat(projects)
}

/// E16, capital at the start of the next year, trillion VND: `K_{s,t+1} = (1 − δ_s) K_s + I_s`.
#[inline(always)]
pub(crate) fn next_capital<R: Real>(capital: R, depreciation: f64, investment: R) -> R {
    R::splat(1.0 - depreciation) * capital + investment
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
