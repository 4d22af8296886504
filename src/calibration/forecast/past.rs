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
    /// The deviation from which bands take their width, in which recent years count more: the geometric mean of the deviation in all years and of that in the last [`TREND_YEARS`], where these hold two growths.
    pub volatility: f64,
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
    let all: Vec<f64> = growths.iter().map(|(_, growth)| *growth).collect();
    let growths_of_last = |count: usize| &all[growths.partition_point(|(year, _)| year + count <= until)..];
    let trend = mean(growths_of_last(TREND_YEARS))?;
    if years < least {
        return None;
    }
    let deviation = deviation(&all)?;
    Some(Past {
        trend,
        recent: mean(growths_of_last(RECENT_YEARS)).unwrap_or(trend),
        deviation,
        volatility: (deviation * self::deviation(growths_of_last(TREND_YEARS)).unwrap_or(deviation)).sqrt(),
        years,
        growths: growths.len(),
    })
}

/// The mean; `None` of nothing.
fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The standard deviation of a sample; `None` of fewer than two values.
fn deviation(values: &[f64]) -> Option<f64> {
    let average = mean(values).filter(|_| values.len() > 1)?;
    let squares: f64 = values.iter().map(|value| (value - average) * (value - average)).sum();
    Some((squares / (values.len() as f64 - 1.0)).sqrt())
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
        assert!((found.volatility - found.deviation).abs() < 1e-15, "no year is older than ten");
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
        // Ten growths a hundredth apart: the variance is that of 1 to 10 in hundredths, 55 / 6.
        let recent = (55.0_f64 / 6.0).sqrt() / 100.0;
        assert!(found.deviation > 0.3, "the first two years leapt");
        assert!((found.volatility * found.volatility / (found.deviation * recent) - 1.0).abs() < 1e-12);
    }
}
