//! Population and labour supply (E1, E2).

/// E1, population, thousand persons: last year's population grows naturally and gains net migration.
///
/// `N_t = N_{t-1} (1 + n_t) + M_t`
pub(crate) fn population(previous: f64, natural_growth: f64, net_migration: f64) -> f64 {
    previous * (1.0 + natural_growth) + net_migration
}

/// E2, labour supply, thousand persons: working-age people who take part and are not unemployed.
///
/// `LS_t = N_t ω_t π_t (1 − u_t)`
pub(crate) fn labour_supply(population: f64, working_age_share: f64, participation: f64, unemployment: f64) -> f64 {
    population * working_age_share * participation * (1.0 - unemployment)
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
