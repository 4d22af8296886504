//! The numbers of a chart as a table: years down, what is drawn across, with a head that says what they are.

use super::model::{LineChart, value_in};
use std::collections::BTreeSet;

/// What the table says in the reader's language.
pub struct TableWords<'a> {
    /// Heading of the column of years.
    pub year: &'a str,
    /// Heading of observations that have no name of their own.
    pub actual: &'a str,
    /// Study from which the numbers come.
    pub study: &'a str,
    /// Writes a number in full.
    pub write: &'a dyn Fn(f64) -> String,
}

/// A column: its heading and its values by year.
struct Column<'a> {
    heading: String,
    points: Vec<(i32, f64)>,
    group: Option<&'a str>,
}

/// Rows of cells: title, unit with its prices, study, headings, then a row for each year that has a value.
pub fn table(chart: &LineChart, words: &TableWords<'_>) -> Vec<Vec<String>> {
    let columns = columns(chart, words);
    let title = if chart.title.is_empty() { &chart.quantity } else { &chart.title };
    let mut rows: Vec<Vec<String>> =
        [title.as_str(), &chart.unit_line, words.study].into_iter().map(|cell| vec![cell.to_owned()]).collect();
    let heading = |column: &Column<'_>| match column.group {
        Some(group) => format!("{group}: {}", column.heading),
        None => column.heading.clone(),
    };
    rows.push(std::iter::once(words.year.to_owned()).chain(columns.iter().map(heading)).collect());
    let years: BTreeSet<i32> = columns.iter().flat_map(|column| column.points.iter().map(|point| point.0)).collect();
    for year in years {
        let cell = |column: &Column<'_>| value_in(&column.points, year).map_or_else(String::new, words.write);
        rows.push(std::iter::once(year.to_string()).chain(columns.iter().map(cell)).collect());
    }
    rows
}

/// The table as text that a spreadsheet takes apart again: tabs between cells, a line for each row.
pub fn tab_separated(rows: &[Vec<String>]) -> String {
    // A tab or a line break inside a cell would move every cell after it.
    let clean = |cell: &String| cell.replace(['\t', '\n', '\r'], " ");
    let lines: Vec<String> = rows.iter().map(|row| row.iter().map(clean).collect::<Vec<_>>().join("\t")).collect();
    lines.join("\n")
}

fn columns<'a>(chart: &'a LineChart, words: &TableWords<'_>) -> Vec<Column<'a>> {
    let mut columns = Vec::new();
    // Observations stand beside the group of the same position, as they are drawn.
    let heading_of = |index: usize| chart.groups.get(index).and_then(|group| group.heading.as_deref());
    for (index, line) in chart.history.iter().enumerate().filter(|(_, line)| !line.points.is_empty()) {
        let heading = if line.name.is_empty() { words.actual.to_owned() } else { line.name.clone() };
        columns.push(Column { heading, points: line.points.clone(), group: heading_of(index) });
    }
    if !chart.history_bars.is_empty() {
        let points = chart.history_bars.iter().map(|bar| (bar.0, bar.1)).collect();
        columns.push(Column { heading: words.actual.to_owned(), points, group: None });
    }
    for group in &chart.groups {
        for series in &group.series {
            columns.push(Column {
                heading: series.full_name.clone(),
                points: series.points.clone(),
                group: group.heading.as_deref(),
            });
        }
    }
    for band in chart.fan.iter().flat_map(|fan| &fan.bands) {
        for (mark, points) in [("−", &band.low), ("+", &band.high)] {
            let heading = format!("{} {mark}", band.name);
            columns.push(Column { heading, points: points.clone(), group: None });
        }
    }
    for target in &chart.targets {
        let points = vec![(target.year, target.value)];
        columns.push(Column { heading: target.caption.clone(), points, group: None });
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::model::{HistoryLine, Series, SeriesGroup, TargetMark};
    use crate::theme::{Mode, Theme};

    fn chart() -> LineChart {
        let series = Series {
            scenario_key: "plan".into(),
            short_name: "KH".into(),
            full_name: "Đường kế hoạch".into(),
            style: Theme::for_mode(Mode::Light).scenario(0),
            points: vec![(2024, 10.0), (2025, 11.5)],
            end_value_text: "11,5".into(),
            secondary: false,
            emphasised: true,
        };
        LineChart {
            title: "GRDP".into(),
            unit_line: "nghìn tỷ đồng, giá so sánh 2010".into(),
            history: vec![HistoryLine { name: "thực tế".into(), points: vec![(2023, 9.0)], rings: Vec::new() }],
            groups: vec![SeriesGroup { heading: None, series: vec![series] }],
            targets: vec![TargetMark {
                year: 2025,
                value: 12.0,
                caption: "Chỉ tiêu 2025".into(),
                value_text: "12,0".into(),
            }],
            ..LineChart::default()
        }
    }

    fn rows(chart: &LineChart) -> Vec<Vec<String>> {
        let write = |value: f64| value.to_string().replace('.', ",");
        table(chart, &TableWords { year: "Năm", actual: "thực tế", study: "Bắc Ninh 2030", write: &write })
    }

    #[test]
    fn years_go_down_and_lines_across_under_title_unit_and_study() {
        let text = tab_separated(&rows(&chart()));
        let expected = "GRDP\nnghìn tỷ đồng, giá so sánh 2010\nBắc Ninh 2030\n\
            Năm\tthực tế\tĐường kế hoạch\tChỉ tiêu 2025\n2023\t9\t\t\n2024\t\t10\t\n2025\t\t11,5\t12";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_tab_in_a_name_moves_no_cell() {
        let mut chart = chart();
        chart.groups[0].series[0].full_name = "a\tb\nc".into();
        let text = tab_separated(&rows(&chart));
        assert!(text.contains("\ta b c\t"), "{text}");
        assert!(text.lines().skip(3).all(|line| line.matches('\t').count() == 3), "{text}");
    }

    #[test]
    fn every_row_under_the_head_has_a_cell_for_each_column() {
        let mut chart = chart();
        chart.history_bars = vec![(2019, -3.2, String::new())];
        chart.groups[0].heading = Some("Dịch vụ".into());
        let rows = rows(&chart);
        assert_eq!(rows[3], ["Năm", "Dịch vụ: thực tế", "thực tế", "Dịch vụ: Đường kế hoạch", "Chỉ tiêu 2025"]);
        assert!(rows.iter().skip(3).all(|row| row.len() == 5));
    }
}
