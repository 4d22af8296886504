//! The numbers behind the charts: a row for each case, a column for each year, and the same as text to paste.

use super::context::{StateReader, indented};
use crate::analysis::{PLAN_YEARS, Period, observed_values, past_value, period_mean, plan_periods};
use crate::app::workspace::table::TableForm;
use crate::engine::{LineCoverage, LineKind, TAXES_LINE, TOTAL_LINE, Variable};
use crate::quantity::{Year, average_growth};
use crate::text::words::{filled, label, period};
use crate::text::{
    capitalise, compare_in_percent, is_percentage, line_name, shown_decimals, shown_unit, shown_value, variable_name,
    variable_unit,
};
use crate::theme::Rgb;

/// The table of one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct VariableTable {
    /// Variable and line.
    pub title: String,
    /// Unit, price basis and form.
    pub unit: String,
    /// Years of the columns.
    pub years: Vec<Year>,
    /// Periods of the columns behind the years.
    pub periods: Vec<Period>,
    /// What was observed, then a row for each drawn case.
    pub rows: Vec<TableRow>,
    /// Why there are no rows.
    pub missing: Option<String>,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Case; `None` for what was observed.
    pub case: Option<String>,
    /// Name.
    pub name: String,
    /// Its colour.
    pub color: Rgb,
    /// A cell for each year, written; a dash where there is no figure.
    pub cells: Vec<String>,
    /// A cell for each period: the average of its years, written.
    pub averages: Vec<String>,
}

/// Lines that can be chosen: the province, groups and sectors, product taxes.
pub fn line_choices(reader: &StateReader<'_>) -> Vec<(String, String)> {
    let study = &reader.state.study;
    let named = |id: &str, depth: usize| {
        let name = crate::text::line_short(id, study, reader.lang);
        (id.to_owned(), indented(depth, &name))
    };
    let tree = study.line_tree().into_iter().map(|line| named(line.id, line.depth));
    std::iter::once(named(TOTAL_LINE, 0)).chain(tree).chain([named(TAXES_LINE, 0)]).collect()
}

/// Every variable with its name, and whether the line has it.
pub fn variables_of(reader: &StateReader<'_>, line: &str) -> Vec<(Variable, String, bool)> {
    let named = |variable: Variable| (variable, variable_name(variable, reader.lang), exists(variable, line));
    Variable::ALL.into_iter().map(named).collect()
}

fn exists(variable: Variable, line: &str) -> bool {
    variable.coverage().has(LineKind::of_id(line))
}

/// A table for each chosen variable.
pub fn number_tables(reader: &StateReader<'_>) -> Vec<VariableTable> {
    let state = &reader.state.workspace.table;
    let lines: Vec<(Variable, &str)> =
        state.variables.iter().map(|&variable| (variable, line_of(variable, &state.line))).collect();
    // Tables under each other share their years, so that a year is one column of the page.
    let study = &reader.state.study;
    let begins =
        lines.iter().filter_map(|(variable, line)| observed_values(study, *variable, line).first().map(|at| at.0));
    let first = begins.min().map_or(reader.first_base(), |first| first.min(reader.first_base()));
    let years: Vec<Year> = (first..=study.horizon).collect();
    lines.into_iter().map(|(variable, line)| number_table(reader, variable, line, &years)).collect()
}

/// GRDP and the like belong to the province whatever line is looked at.
fn line_of(variable: Variable, line: &str) -> &str {
    if variable.coverage() == LineCoverage::Total { TOTAL_LINE } else { line }
}

fn number_table(reader: &StateReader<'_>, variable: Variable, line: &str, years: &[Year]) -> VariableTable {
    let (lang, study) = (reader.lang, &reader.state.study);
    let observed = observed_values(study, variable, line);
    let periods = years.first().zip(years.last()).map_or_else(Vec::new, |(first, last)| plan_periods(*first, *last));
    let observed_in = |year| past_value(study, variable, line, year);
    let mut rows = Vec::new();
    if reader.state.workspace.table.form != TableForm::Difference && !observed.is_empty() {
        let value = |year| observed.iter().find(|(at, _)| *at == year).map(|(_, value)| *value);
        rows.push(TableRow {
            case: None,
            name: capitalise(&label(lang, "series-actual")),
            color: reader.theme.ink,
            cells: years.iter().map(|&year| cell(reader, variable, year, &value, &value)).collect(),
            averages: averages(reader, variable, &periods, &value, &value),
        });
    }
    for case in reader.drawn_cases().into_iter().filter(|_| exists(variable, line)) {
        let value = |year| reader.value(case, variable, line, year);
        let pinned = |year| reader.value(&study.pinned, variable, line, year);
        // A period of which a part is past joins actual and projected years.
        let joined = |year| value(year).or_else(|| observed_in(year));
        let pinned_joined = |year| pinned(year).or_else(|| observed_in(year));
        rows.push(TableRow {
            case: Some(case.to_owned()),
            name: reader.name(case),
            color: reader.style(case).color,
            cells: years.iter().map(|&year| cell(reader, variable, year, &value, &pinned)).collect(),
            averages: averages(reader, variable, &periods, &joined, &pinned_joined),
        });
    }
    let name = line_name(line, Some(study), lang);
    VariableTable {
        title: format!("{} · {name}", variable_name(variable, lang)),
        unit: unit_line(reader, variable),
        years: years.to_vec(),
        periods,
        missing: rows.is_empty().then(|| filled(lang, "table-no-line", &[("line", &name)])),
        rows,
    }
}

fn unit_line(reader: &StateReader<'_>, variable: Variable) -> String {
    let (lang, study) = (reader.lang, &reader.state.study);
    let unit = variable_unit(variable, study.price_base_year, lang);
    match reader.state.workspace.table.form {
        TableForm::Level => unit,
        TableForm::Growth if is_percentage(variable) => {
            filled(lang, "table-unit-change", &[("unit", &label(lang, "unit-points"))])
        }
        TableForm::Growth => label(lang, "table-unit-growth"),
        TableForm::Difference => {
            let unit = if is_percentage(variable) { label(lang, "unit-points") } else { unit };
            filled(lang, "chart-unit-difference", &[("unit", &unit), ("name", &reader.name(&study.pinned))])
        }
    }
}

type Reader<'a> = dyn Fn(Year) -> Option<f64> + 'a;

fn cell(reader: &StateReader<'_>, variable: Variable, year: Year, value: &Reader<'_>, pinned: &Reader<'_>) -> String {
    let state = &reader.state.workspace.table;
    let decimals = state.decimals.unwrap_or_else(|| shown_decimals(shown_unit(variable)));
    let shown = |value| shown_value(variable, value);
    let numbers = reader.numbers;
    let text = match state.form {
        TableForm::Level => value(year).map(|value| numbers.decimal(shown(value), decimals)),
        TableForm::Growth => value(year).zip(value(year - 1)).and_then(|(now, before)| {
            if is_percentage(variable) {
                return Some(numbers.write_signed(shown(now) - shown(before), decimals));
            }
            compare_in_percent(before, now).map(|growth| numbers.decimal(growth, state.decimals.unwrap_or(1)))
        }),
        TableForm::Difference => value(year)
            .zip(pinned(year))
            .map(|(own, pinned)| numbers.write_signed(shown(own) - shown(pinned), decimals)),
    };
    text.unwrap_or_else(|| numbers.missing().to_owned())
}

/// The average of each period, written; a dash where one of its years has no figure.
fn averages(
    reader: &StateReader<'_>,
    variable: Variable,
    periods: &[Period],
    value: &Reader<'_>,
    pinned: &Reader<'_>,
) -> Vec<String> {
    let state = &reader.state.workspace.table;
    let numbers = reader.numbers;
    let decimals = state.decimals.unwrap_or_else(|| shown_decimals(shown_unit(variable)));
    let shown = |value| shown_value(variable, value);
    let written = |period: &Period| match state.form {
        TableForm::Level => period_mean(variable, *period, value).map(|mean| numbers.decimal(shown(mean), decimals)),
        TableForm::Growth if is_percentage(variable) => {
            let (from, to) = (value(period.since - 1)?, value(period.until)?);
            Some(numbers.write_signed((shown(to) - shown(from)) / f64::from(PLAN_YEARS), decimals))
        }
        TableForm::Growth => {
            let growth = average_growth(value(period.since - 1)?, value(period.until)?, PLAN_YEARS)?;
            Some(numbers.decimal(growth * 100.0, state.decimals.unwrap_or(1)))
        }
        TableForm::Difference => {
            let (own, other) = (period_mean(variable, *period, value)?, period_mean(variable, *period, pinned)?);
            Some(numbers.write_signed(shown(own) - shown(other), decimals))
        }
    };
    periods.iter().map(|period| written(period).unwrap_or_else(|| numbers.missing().to_owned())).collect()
}

/// Tables as text that a spreadsheet takes apart: cells by tabs, numbers in the language's convention without grouping.
pub fn tab_separated(reader: &StateReader<'_>, tables: &[VariableTable]) -> String {
    let grouping = if reader.numbers.decimal(1000.0, 0).contains('.') { '.' } else { ',' };
    let plain = |cell: &String| cell.replace(grouping, "").replace('−', "-");
    let mut text = String::new();
    for table in tables {
        let periods = table
            .periods
            .iter()
            .map(|of| format!("{} {}", label(reader.lang, "table-average"), period(of.since, of.until)));
        let years: Vec<String> = table.years.iter().map(ToString::to_string).chain(periods).collect();
        text.extend([table.title.as_str(), " (", &table.unit, ")\t", &years.join("\t"), "\n"]);
        for row in &table.rows {
            let cells: Vec<String> = row.cells.iter().chain(&row.averages).map(plain).collect();
            text.extend([row.name.as_str(), "\t", &cells.join("\t"), "\n"]);
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::view_models::test_state::built_in_state;
    use crate::app::workspace::table::TableChange;
    use crate::app::{Command, WindowCommand, update};
    use crate::engine::Line;

    #[test]
    fn rows_are_what_was_observed_and_the_drawn_cases() {
        let state = built_in_state();
        let reader = StateReader::new(&state);
        let tables = number_tables(&reader);
        assert_eq!(tables.len(), 2);
        assert_eq!(tables[0].rows.len(), reader.drawn_cases().len() + 1);
        for row in &tables[0].rows {
            assert_eq!(row.cells.len(), tables[0].years.len());
        }
    }

    #[test]
    fn the_pinned_case_differs_from_itself_by_nothing() {
        let mut state = built_in_state();
        update(&mut state, Command::Window(WindowCommand::Table(TableChange::Form(TableForm::Difference))));
        let reader = StateReader::new(&state);
        let tables = number_tables(&reader);
        let row = tables[0].rows.iter().find(|row| row.case.as_deref() == Some(&state.study.pinned)).unwrap();
        assert!(row.cells.iter().all(|cell| cell == "0,0" || cell == "–"), "{row:?}");
    }

    #[test]
    fn copied_text_has_a_cell_for_every_year_and_no_grouping() {
        let mut state = built_in_state();
        update(&mut state, Command::Window(WindowCommand::Table(TableChange::Toggle(Variable::ExchangeRate))));
        let reader = StateReader::new(&state);
        let tables = number_tables(&reader);
        let text = tab_separated(&reader, &tables[2..]);
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), tables[2].rows.len() + 1);
        for line in lines {
            assert_eq!(line.split('\t').count(), tables[2].years.len() + tables[2].periods.len() + 1, "{line}");
            assert!(!line.split('\t').skip(1).any(|cell| cell.contains('.')), "{line}");
        }
    }

    #[test]
    fn averages_of_plan_periods_join_actual_and_projected_years() {
        let mut state = built_in_state();
        update(&mut state, Command::Window(WindowCommand::Table(TableChange::Form(TableForm::Growth))));
        let reader = StateReader::new(&state);
        let table = &number_tables(&reader)[0];
        assert_eq!(table.periods, [Period { since: 2021, until: 2025 }, Period { since: 2026, until: 2030 }]);
        for row in table.rows.iter().filter(|row| row.case.is_some()) {
            let case = row.case.as_deref().unwrap();
            let projection = reader.projection(case).unwrap();
            for (period, cell) in table.periods.iter().zip(&row.averages) {
                let growth = crate::analysis::average_growth(&state.study, projection, Line::Total, *period);
                assert_eq!(*cell, reader.numbers.decimal(growth.unwrap() * 100.0, 1), "{case}, {period:?}");
            }
        }
        let actual = table.rows.iter().find(|row| row.case.is_none()).unwrap();
        assert_eq!(actual.averages[1], "–", "nobody has observed 2026 to 2030");
    }

    #[test]
    fn a_line_without_the_variable_says_so() {
        let mut state = built_in_state();
        update(&mut state, Command::Window(WindowCommand::Table(TableChange::Toggle(Variable::Capital))));
        let tables = number_tables(&StateReader::new(&state));
        assert!(tables[2].missing.is_some() && tables[2].rows.is_empty());
    }
}
