//! What is known of a series up to a year.

/// Growths from which a trend is taken: the last ten years.
pub const TREND_YEARS: usize = 10;
/// Growths that count twice: the last five years.
pub const RECENT_YEARS: usize = 5;

/// What is known of a series up to a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Past {
    /// Mean log growth of the last [`TREND_YEARS`] years.
    pub trend: f64,
    /// Mean log growth of the last [`RECENT_YEARS`] years; the trend where these hold no growth.
    pub recent: f64,
    /// Standard deviation of log growth in all years.
    pub deviation: f64,
    /// Years with a figure.
    pub years: usize,
    /// Growth rates, from one year with a figure to the next.
    pub growths: usize,
}

/// The past of a series up to a year (position), in the definition of that year; `None` where it is shorter than asked for.
///
/// Logs and numbers of definitions stand by year; figures of different definitions are never compared.
pub fn past(logs: &[Option<f64>], definitions: &[usize], until: usize, least: usize) -> Option<Past> {
    let definition = *definitions.get(until)?;
    logs.get(until).copied().flatten()?;
    let mut growths = Vec::new();
    let mut years = 0;
    for year in (0..=until).filter(|&year| definitions[year] == definition) {
        years += usize::from(logs[year].is_some());
        let before = year.checked_sub(1).filter(|&before| definitions[before] == definition);
        if let Some((now, before)) = logs[year].zip(before.and_then(|before| logs[before])) {
            growths.push((year, now - before));
        }
    }
    let mean_of_last = |count: usize| {
        let last = growths.iter().filter(|(year, _)| year + count > until);
        let (count, sum) = last.fold((0.0, 0.0), |(count, sum), (_, growth)| (count + 1.0, sum + growth));
        (count > 0.0).then(|| sum / count)
    };
    let trend = mean_of_last(TREND_YEARS)?;
    if years < least || growths.len() < 2 {
        return None;
    }
    let n = growths.len() as f64;
    let average = growths.iter().map(|(_, growth)| growth).sum::<f64>() / n;
    let squares: f64 = growths.iter().map(|(_, growth)| (growth - average) * (growth - average)).sum();
    Some(Past {
        trend,
        recent: mean_of_last(RECENT_YEARS).unwrap_or(trend),
        deviation: (squares / (n - 1.0)).sqrt(),
        years,
        growths: growths.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_past_ends_at_its_break_and_leaps_over_no_gap() {
        let mut logs = [0.0, 1.0, 0.1, 0.2, 0.3, 0.4].map(Some);
        assert_eq!(past(&logs, &[0; 6], 5, 6).unwrap().years, 6);
        assert_eq!(past(&logs, &[0; 6], 5, 7), None);
        let broken = [0, 0, 1, 1, 1, 1];
        let found = past(&logs, &broken, 5, 3).unwrap();
        assert!((found.trend - 0.1).abs() < 1e-12 && found.deviation < 1e-12);
        assert_eq!((found.years, found.growths), (4, 3));
        logs[3] = None;
        assert_eq!(past(&logs, &broken, 5, 3), None, "one growth has no deviation");
    }

    #[test]
    fn ten_years_make_the_trend_and_five_the_recent_one() {
        let growths: Vec<f64> = (0..12).map(|year| if year < 2 { 1.0 } else { f64::from(year) / 100.0 }).collect();
        let mut logs = vec![Some(0.0)];
        for growth in &growths {
            logs.push(logs.last().copied().flatten().map(|level: f64| level + growth));
        }
        let found = past(&logs, &[0; 13], 12, 3).unwrap();
        assert!((found.trend - 0.065).abs() < 1e-12 && (found.recent - 0.09).abs() < 1e-12);
        assert_eq!(found.growths, 12);
    }
}
