//! The distribution of one year beside the fan.

use super::context::StateReader;
use super::fan_words::{fan_name, fan_value};
use super::overview::target_marks;
use crate::analysis::ensemble::{Ensemble, FAN, Fan, Histogram};
use crate::chart::distribution::{DistributionBar, DistributionChart};
use crate::engine::{TOTAL_LINE, Variable};
use crate::quantity::Year;
use crate::text::words::{filled, label};
use crate::text::{shown_size, variable_unit};

/// Years whose distribution can be shown, the last one first.
pub(super) fn distribution_years(reader: &StateReader<'_>, ensemble: &Ensemble) -> Vec<(Year, String)> {
    ensemble.horizon.projected_years().map(|year| (year, reader.numbers.year(year))).rev().collect()
}

/// The distribution of the year that was chosen, otherwise of the last; `None` where the paths do not differ in it.
pub(super) fn distribution_chart(
    reader: &StateReader<'_>,
    ensemble: &Ensemble,
    fan: &Fan,
) -> Option<DistributionChart> {
    let years: Vec<Year> = ensemble.horizon.projected_years().collect();
    let asked = reader.state.workspace.uncertainty.year;
    let at = years.iter().position(|year| Some(*year) == asked).or_else(|| years.len().checked_sub(1))?;
    let (year, histogram) = (*years.get(at)?, fan.histograms.get(at)?);
    let quantiles: Vec<f64> = fan.years.get(at)?.iter().map(|quantile| quantile.value).collect();
    if histogram.counts.is_empty() {
        return None;
    }
    let (low, median, high) = (*quantiles.get(1)?, *quantiles.get(FAN.len() / 2)?, *quantiles.get(FAN.len() - 2)?);
    let variable = fan.series.variable;
    let scale = shown_size(variable);
    let written = [low, median, high].map(|value| fan_value(reader, fan, value));
    let words = [("low", written[0].as_str()), ("median", written[1].as_str()), ("high", written[2].as_str())];
    let line = if variable == Variable::Grdp { TOTAL_LINE } else { reader.state.study.structure.headline.as_str() };
    let target = target_marks(reader, variable, line).into_iter().find(|mark| mark.year == year);
    let unit = variable_unit(variable, reader.state.study.price_base_year, reader.lang);
    let title = filled(reader.lang, "distribution-title", &[("year", &reader.numbers.year(year))]);
    let told = filled(reader.lang, "distribution-told", &words);
    let sentences =
        [Some(told.clone()), Some(about_bars(reader, ensemble, fan, histogram)), outside(reader, ensemble, histogram)];
    Some(DistributionChart {
        alt: format!("{title}, {}, {unit}: {told}", fan_name(reader, fan)),
        unit_line: unit,
        title,
        style: reader.style(&reader.state.workspace.selected),
        bars: bars(reader, ensemble, fan, histogram),
        band: (low * scale, high * scale),
        median: (median * scale, format!("{} {}", label(reader.lang, "uncertainty-median"), written[1])),
        target: target.map(|mark| (mark.value, format!("{} {}", mark.caption, mark.value_text))),
        captions: sentences.into_iter().flatten().collect(),
    })
}

fn bars(reader: &StateReader<'_>, ensemble: &Ensemble, fan: &Fan, histogram: &Histogram) -> Vec<DistributionBar> {
    let scale = shown_size(fan.series.variable);
    let bar = |(position, count): (usize, &usize)| {
        let from = (histogram.low + position as f64 * histogram.width) * scale;
        let to = from + histogram.width * scale;
        let share = *count as f64 / ensemble.draws as f64;
        let [low, high] = [from, to].map(|value| reader.numbers.write_trimmed(value, 4));
        let share_text = reader.numbers.percent(share, 1);
        let words = [("low", low.as_str()), ("high", high.as_str()), ("share", share_text.as_str())];
        DistributionBar { ends: (from, to), share, hint: filled(reader.lang, "distribution-bar", &words) }
    };
    histogram.counts.iter().enumerate().map(bar).collect()
}

/// What a bar is, and how many paths the highest holds: the heights have no axis.
fn about_bars(reader: &StateReader<'_>, ensemble: &Ensemble, fan: &Fan, histogram: &Histogram) -> String {
    let width = reader.numbers.write_trimmed(histogram.width * shown_size(fan.series.variable), 4);
    let most = histogram.counts.iter().copied().max().unwrap_or(0);
    let share = reader.numbers.percent(most as f64 / ensemble.draws as f64, 1);
    filled(reader.lang, "distribution-bars", &[("width", &width), ("share", &share)])
}

/// How many paths lie beyond both ends of the chart; `None` if all lie inside.
fn outside(reader: &StateReader<'_>, ensemble: &Ensemble, histogram: &Histogram) -> Option<String> {
    let beyond: usize = histogram.outside.iter().sum();
    let share = reader.numbers.percent(beyond as f64 / ensemble.draws as f64, 2);
    (beyond > 0).then(|| filled(reader.lang, "distribution-outside", &[("share", &share)]))
}
