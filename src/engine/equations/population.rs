//! Population and labour supply (E1, E2).

#![expect(clippy::inline_always, reason = "a block of draws is vectorised only where its arithmetic is inlined")]

use crate::engine::real::Real;

/// E1, population, thousand persons: last year's population grows naturally and gains net migration.
///
/// `N_t = N_{t-1} (1 + n_t) + M_t`
#[inline(always)]
pub(crate) fn population<C: Real>(previous: C, natural_growth: C, net_migration: C) -> C {
    previous * (C::ONE + natural_growth) + net_migration
}

/// E2, labour supply, thousand persons: working-age people who take part and are not unemployed.
///
/// `LS_t = N_t ω_t π_t (1 − u_t)`
#[inline(always)]
pub(crate) fn labour_supply<C: Real>(population: C, working_age_share: C, participation: C, unemployment: C) -> C {
    population * working_age_share * participation * (C::ONE - unemployment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_base_year_has_745_thousand_workers() {
        let supply = labour_supply(1419.4, 0.67, 0.80, 0.02);
        assert!((supply - 745.582_432).abs() < 1e-9);
        let next = population(1419.4, 0.012, 15.0);
        assert!((next - 1451.4328).abs() < 1e-9);
    }
}
