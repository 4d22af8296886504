//! One sector or group in depth: cards of the last year, and a small chart for each of its quantities.

use super::cards::{CardText, card, subject};
use super::context::{StateReader, indented};
use super::overview::{
    ChartSubject, base_rings, base_text, describe_chart, display, displayed_history, frame, history_line, is_level,
    series, share_history, target_marks,
};
use crate::app::workspace::Display;
use crate::chart::model::{Differences, HistoryLine, LineChart, SeriesGroup, YRange, share_axis};
use crate::engine::{Closure, TOTAL_LINE, Variable};
use crate::quantity::PriceBasis;
use crate::scenario::TreeLine;
use crate::scenario::figure::Quantity;
use crate::text::words::{filled, label, with_year};
use crate::text::{shown_unit, unit_at_prices, variable_unit};

/// The view Sectors.
#[derive(Debug, Clone)]
pub struct SectorPage {
    /// Sectors and groups that can be looked at: id and name.
    pub choices: Vec<(String, String)>,
    /// Position of the one that is looked at.
    pub chosen: usize,
    /// Its full name.
    pub name: String,
    /// Figures of the last year with gaps to target and pinned case.
    pub cards: Vec<CardText>,
    /// Charts in the order in which they are read.
    pub charts: Vec<LineChart>,
}

/// The view Sectors for the chosen line.
pub fn sector_page(reader: &StateReader<'_>) -> SectorPage {
    let choices = choices(reader);
    let study = &reader.state.study;
    let wanted = reader.state.workspace.sectors.line.as_deref().unwrap_or(&study.structure.headline);
    let chosen = choices.iter().position(|(id, _)| id == wanted).unwrap_or(0);
    let line = choices.get(chosen).map(|(id, _)| id.clone()).unwrap_or_default();
    SectorPage {
        choices,
        chosen,
        name: reader.line_name(&line),
        cards: cards(reader, &line),
        charts: charts(reader, &line),
    }
}

/// Groups, each followed by its sectors, then sectors that stand by themselves.
fn choices(reader: &StateReader<'_>) -> Vec<(String, String)> {
    let named = |line: TreeLine<'_>| (line.id.to_owned(), indented(line.depth, &reader.line_short(line.id)));
    reader.state.study.line_tree().into_iter().map(named).collect()
}

fn cards(reader: &StateReader<'_>, line: &str) -> Vec<CardText> {
    let (lang, study) = (reader.lang, &reader.state.study);
    let word = |key| label(lang, key);
    let prices = filled(lang, "unit-card-prices", &[("year", &study.price_base_year.to_string())]);
    let of_line = |variable, key, unit| subject(variable, line, with_year(lang, key, study.horizon), unit);
    let persons = [word("unit-card-thousand"), word("unit-card-persons")];
    let worker = [word("unit-card-million-vnd"), word("unit-card-a-worker")];
    [
        of_line(Variable::Output, "sectors-card-output", [word("unit-trillion-vnd"), prices.clone()]),
        of_line(Variable::Employment, "sectors-card-employment", persons),
        of_line(Variable::Productivity, "sectors-card-productivity", worker),
        of_line(Variable::ShareConstant, "sectors-card-share", [word("unit-percent"), prices.clone()]),
        of_line(Variable::ShareCurrent, "sectors-card-share", [word("unit-percent"), word("sectors-current-prices")]),
        of_line(Variable::Capital, "sectors-card-capital", [word("unit-trillion-vnd"), prices]),
    ]
    .iter()
    .map(|subject| card(reader, &reader.state.workspace.selected, subject))
    .collect()
}

fn charts(reader: &StateReader<'_>, line: &str) -> Vec<LineChart> {
    let study = &reader.state.study;
    let mut shares = [Variable::ShareConstant, Variable::ShareCurrent].map(|variable| share(reader, line, variable));
    share_axis(&mut shares);
    let [share_constant, share_current] = shares;
    let mut charts = vec![
        output(reader, line),
        employment(reader, line),
        plain(reader, line, Variable::Productivity, "sectors-productivity"),
        share_constant,
        share_current,
        plain(reader, line, Variable::Capital, "sectors-capital"),
        tfp(reader, line),
        plain(reader, line, Variable::ProjectJobs, "sectors-project-jobs"),
    ];
    if study.structure.land_sectors.iter().any(|sector| sector == line) {
        charts.push(land(reader, "sectors-land-output", (Variable::Output, line), Variable::LandCapacity));
        charts.push(land(reader, "sectors-land-area", (Variable::LandRequired, TOTAL_LINE), Variable::LandArea));
    }
    charts
}

/// A chart of one variable with its targets, without observations.
fn plain(reader: &StateReader<'_>, line: &str, variable: Variable, title: &'static str) -> LineChart {
    let unit = variable_unit(variable, reader.state.study.price_base_year, reader.lang);
    let mut chart = frame(reader, variable.id(), label(reader.lang, title), unit);
    let subject = ChartSubject { variable, line };
    chart.groups = vec![SeriesGroup { heading: None, series: series(reader, &subject, 1, false) }];
    if is_level(reader) {
        chart.targets = target_marks(reader, variable, line);
    }
    if variable == Variable::ProjectJobs {
        chart.y_range = YRange::FromZero;
        for series in chart.groups.iter_mut().flat_map(|group| &mut group.series) {
            // An index of what is zero in the base year does not exist.
            series.points.retain(|(_, value)| value.is_finite());
        }
        chart.groups.iter_mut().for_each(|group| group.series.retain(|series| !series.points.is_empty()));
    }
    describe_chart(reader, chart, variable)
}

fn output(reader: &StateReader<'_>, line: &str) -> LineChart {
    let mut chart = plain(reader, line, Variable::Output, "sectors-output");
    let record = history_line(reader, Quantity::Output, line, Some(PriceBasis::Constant));
    chart.history.extend(displayed_history(reader, record));
    widen(&mut chart);
    chart
}

fn employment(reader: &StateReader<'_>, line: &str) -> LineChart {
    let mut chart = plain(reader, line, Variable::Employment, "sectors-employment");
    let rings = base_rings(reader, line);
    let mut record = history_line(reader, Quantity::Employment, line, None);
    record.points.retain(|(year, _)| !rings.iter().any(|ring| ring.year == *year));
    if is_level(reader) && !rings.is_empty() {
        let years: Vec<String> = rings.iter().map(|ring| ring.year.to_string()).collect();
        chart.unit_line = filled(reader.lang, "chart-employment-unit", &[("years", &years.join(", "))]);
    }
    chart.history.extend(displayed_history(reader, HistoryLine { rings, ..record }));
    widen(&mut chart);
    chart
}

/// Lets the years begin with what was observed.
fn widen(chart: &mut LineChart) {
    let first = chart.history.iter().flat_map(|line| &line.points).map(|point| point.0).min();
    chart.years.0 = first.map_or(chart.years.0, |first| first.min(chart.years.0));
}

fn share(reader: &StateReader<'_>, line: &str, variable: Variable) -> LineChart {
    let constant = variable == Variable::ShareConstant;
    let (unit, title) = if constant {
        let unit = filled(reader.lang, "chart-share-unit-constant", &[("base", &base_text(reader))]);
        (unit, "sectors-share-constant")
    } else {
        (label(reader.lang, "chart-share-unit-current"), "sectors-share-current")
    };
    let mut chart = frame(reader, variable.id(), label(reader.lang, title), unit);
    chart.differences = Differences::Absolute;
    let subject = ChartSubject { variable, line };
    chart.groups = vec![SeriesGroup { heading: None, series: series(reader, &subject, 1, false) }];
    if is_level(reader) {
        chart.targets = target_marks(reader, variable, line);
    }
    chart.history.extend(displayed_history(reader, share_history(reader, line, constant)));
    widen(&mut chart);
    describe_chart(reader, chart, variable)
}

/// TFP, the last actual year = 1 unless differences or an index are shown; implied where productivity is given.
fn tfp(reader: &StateReader<'_>, line: &str) -> LineChart {
    let study = &reader.state.study;
    let implied = study.closure == Closure::Productivity;
    let title = label(reader.lang, if implied { "sectors-tfp-implied" } else { "sectors-tfp" });
    let base = reader.last_actual();
    let unit = with_year(reader.lang, "sectors-tfp-unit", base);
    let mut chart = frame(reader, "tfp", title, unit);
    let subject = ChartSubject { variable: Variable::Tfp, line };
    chart.groups = vec![SeriesGroup { heading: None, series: series(reader, &subject, 3, false) }];
    chart.decimals = 3;
    if display(reader) == Display::Level {
        // The level of a residual has no meaning; its path has.
        for series in chart.groups.iter_mut().flat_map(|group| &mut group.series) {
            let Some(reference) = series.points.iter().find(|point| point.0 == base).map(|point| point.1) else {
                continue;
            };
            series.points.iter_mut().for_each(|point| point.1 /= reference);
            let end = series.points.last().map_or(f64::NAN, |point| point.1);
            series.end_value_text = reader.numbers.decimal(end, 3);
        }
    }
    let mut chart = describe_chart(reader, chart, Variable::Tfp);
    if chart.missing.is_some() && reader.gap_reason(Variable::Tfp).is_none() {
        chart.missing = Some(label(reader.lang, "sectors-tfp-of-sectors"));
    }
    chart
}

/// What output asks of the land against what the land offers.
fn land(reader: &StateReader<'_>, title: &'static str, wanted: (Variable, &str), offered: Variable) -> LineChart {
    let (variable, line) = wanted;
    let base_year = reader.state.study.price_base_year;
    let unit = unit_at_prices(shown_unit(variable), variable.price_basis(), base_year, reader.lang);
    let mut chart = frame(reader, offered.id(), label(reader.lang, title), unit);
    let decimals = usize::from(variable != Variable::LandRequired);
    let part = |variable, line, secondary, key| SeriesGroup {
        heading: Some(label(reader.lang, key)),
        series: series(reader, &ChartSubject { variable, line }, decimals, secondary),
    };
    let (heading, offer) = if variable == Variable::LandRequired {
        ("sectors-land-required", "sectors-land-available")
    } else {
        ("sectors-output", "sectors-land-capacity")
    };
    chart.decimals = decimals;
    chart.groups = vec![part(variable, line, false, heading), part(offered, TOTAL_LINE, true, offer)];
    describe_chart(reader, chart, offered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view_models::test_state::built_in_state;
    use crate::app::workspace::sectors::SectorsChange;
    use crate::app::{Command, WindowCommand, update};

    #[test]
    fn the_headline_sector_has_land_and_the_others_have_not() {
        let mut state = built_in_state();
        let page = sector_page(&StateReader::new(&state));
        assert_eq!(page.charts.len(), 10);
        assert_eq!(page.choices[page.chosen].0, "industry");
        update(&mut state, Command::Window(WindowCommand::Sectors(SectorsChange::Line("services".to_owned()))));
        let page = sector_page(&StateReader::new(&state));
        assert_eq!(page.charts.len(), 8);
        assert_eq!(page.choices[page.chosen].0, "services");
    }

    #[test]
    fn every_chart_has_a_line_for_each_drawn_case_and_words_for_the_reader() {
        let state = built_in_state();
        let reader = StateReader::new(&state);
        for chart in sector_page(&reader).charts {
            for group in &chart.groups {
                assert_eq!(group.series.len(), reader.drawn_cases().len(), "{}", chart.id);
            }
            assert!(chart.missing.is_none() && chart.alt.contains(&chart.title), "{}", chart.id);
            assert!(!chart.title.contains("sectors-") && !chart.unit_line.is_empty(), "{}", chart.title);
        }
    }

    #[test]
    fn cards_compare_with_the_target_where_there_is_one() {
        let state = built_in_state();
        let cards = sector_page(&StateReader::new(&state)).cards;
        assert_eq!(cards.len(), 6);
        assert!(cards[0].rows.iter().any(|row| row.strong), "{:?}", cards[0]);
        assert!(!cards[4].rows.iter().any(|row| row.strong), "{:?}", cards[4]);
    }
}
