//! Where growth comes from: contributions by sector and factor, and productivity within and between sectors.

use super::context::StateReader;
use crate::analysis::{Factor, ShiftShareMethod};
use crate::engine::{Projection, TOTAL_LINE, Variable};
use crate::export::{Cell, Table, growth_across, shift_of};
use crate::text::words::{filled, label};
use crate::text::{Numbers, growth_unit, shift_method_name};

/// Columns of the parts of productivity growth.
const PARTS: [&str; 3] = ["within", "between", "dynamic"];

/// A table of numbers with names.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Title of the section.
    pub title: String,
    /// Unit and period.
    pub unit_line: String,
    /// Heading of each column of numbers.
    pub heads: Vec<String>,
    /// Rows: name, and numbers in writing.
    pub rows: Vec<(String, Vec<String>)>,
    /// Whether the last row is the sum of the others.
    pub has_sum: bool,
    /// What it says, in a sentence.
    pub sentence: String,
}

/// The account of growth of the selected case over its horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct GrowthPage {
    /// By sector and factor.
    pub growth: Account,
    /// Productivity within sectors and between them.
    pub shift: Account,
    /// Names of the methods, in the order of [`ShiftShareMethod::ALL`].
    pub methods: Vec<String>,
    /// Position of the method in use.
    pub method: usize,
}

/// The account of growth; `None` where the case has no projection.
pub fn growth_page(reader: &StateReader<'_>) -> Option<GrowthPage> {
    let projection = reader.projection(&reader.state.workspace.selected)?;
    let method = reader.state.workspace.questions.shift;
    Some(GrowthPage {
        growth: growth(reader, projection)?,
        shift: shift(reader, projection, method)?,
        methods: ShiftShareMethod::ALL.map(|method| shift_method_name(method, reader.lang)).to_vec(),
        method: ShiftShareMethod::ALL.iter().position(|one| *one == method).unwrap_or(0),
    })
}

/// Decimals of a part of growth in the window, where the whole stands beside it.
const DECIMALS: usize = 1;

/// Headings and rows of a table whose first column is names.
fn lay_out(table: &Table, numbers: Numbers) -> (Vec<String>, Vec<(String, Vec<String>)>) {
    // A line that has no such part has an empty place, and no gap in what is known.
    let write = |cell: &Cell| cell.value().map_or_else(String::new, |value| numbers.decimal(value, DECIMALS));
    let row = |cells: &Vec<Cell>| {
        let (name, parts) = cells.split_first()?;
        Some((name.write(numbers), parts.iter().map(write).collect()))
    };
    let heads = table.columns.iter().skip(1).map(|column| column.heading.clone());
    (heads.collect(), table.rows.iter().filter_map(row).collect())
}

/// The number in the last row of a column.
fn find_sum(table: &Table, id: &str) -> Option<f64> {
    let place = table.columns.iter().position(|column| column.id == id)?;
    table.rows.last()?.get(place)?.value()
}

fn growth(reader: &StateReader<'_>, projection: &Projection) -> Option<Account> {
    let (study, lang, numbers) = (&reader.state.study, reader.lang, reader.numbers);
    let horizon = projection.horizon();
    let years = (horizon.base(), horizon.end());
    let table = growth_across(study, projection, years, lang);
    let total = find_sum(&table, TOTAL_LINE)?;
    let sentence = match find_sum(&table, Factor::Tfp.id()) {
        // Nobody has figures of the factors.
        None => reader.gap_reason(Variable::Tfp).unwrap_or_default(),
        Some(tfp) => {
            // A part of what did not grow has no per cent.
            let share = if total > 0.0 { numbers.percent(tfp / total, 1) } else { numbers.missing().to_owned() };
            let [first, last] = [years.0, years.1].map(|year| numbers.year(year));
            filled(lang, "why-growth-tfp-share", &[("share", &share), ("from", &first), ("to", &last)])
        }
    };
    let (heads, rows) = lay_out(&table, numbers);
    let (title, unit_line) = (label(lang, "why-growth-title"), growth_unit(study, years, total, lang));
    Some(Account { title, unit_line, heads, rows, has_sum: true, sentence })
}

fn shift(reader: &StateReader<'_>, projection: &Projection, method: ShiftShareMethod) -> Option<Account> {
    let (lang, numbers) = (reader.lang, reader.numbers);
    let horizon = projection.horizon();
    let years = (horizon.base(), horizon.end());
    let [first, last] = [years.0, years.1].map(|year| numbers.year(year));
    let unit = [("from", first.as_str()), ("to", &last)];
    let (title, unit_line) = (label(lang, "why-shift-title"), filled(lang, "why-shift-unit", &unit));
    let Some(table) = shift_of(&reader.state.study, projection, method, years, lang) else {
        let needed = [Variable::Productivity, Variable::Deflator];
        let sentence = needed.into_iter().find_map(|variable| reader.gap_reason(variable))?;
        return Some(Account { title, unit_line, heads: Vec::new(), rows: Vec::new(), has_sum: false, sentence });
    };
    let has_dynamic = matches!(method, ShiftShareMethod::Fabricant | ShiftShareMethod::Gead);
    let [within, between, dynamic] = PARTS.map(|part| find_sum(&table, part).unwrap_or_default());
    let (heads, rows) = lay_out(
        &table.keep_columns(|id| id == "sector" || PARTS.contains(&id) && (has_dynamic || id != "dynamic")),
        numbers,
    );
    let signed = |value: f64| numbers.write_signed(value, 1) + "%";
    let arguments = [
        ("growth", numbers.decimal(within + between + dynamic, 1) + "%"),
        ("within", signed(within)),
        ("between", signed(between + dynamic)),
    ];
    let arguments = arguments.each_ref().map(|(name, value)| (*name, value.as_str()));
    let sentence = filled(lang, "why-shift-sentence", &arguments);
    Some(Account { title, unit_line, heads, rows, has_sum: true, sentence })
}
