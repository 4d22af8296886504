//! Tables as CSV: comma, decimal point and full precision in every language.

use super::table::{Cell, Table};

/// A table as CSV, the ids of the columns first.
pub fn to_csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let header = table.columns.iter().map(|column| column.id.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(field).collect::<Vec<String>>());
    for row in std::iter::once(header).chain(rows) {
        // Writing into memory cannot fail, and rows have one cell a column.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn field(cell: &Cell) -> String {
    match cell {
        // A spreadsheet must not take a name for a formula.
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Year(year) => year.to_string(),
        Cell::Number { value, decimals: _ } => plain(*value),
        Cell::Missing => String::new(),
    }
}

/// The shortest digits that read back as the same double; zero has no sign.
pub(super) fn plain(value: f64) -> String {
    if value == 0.0 { "0".to_owned() } else { value.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_full_and_names_are_no_formulas() {
        let mut table = Table::new([("name".to_owned(), "Tên".to_owned()), ("value".to_owned(), "Giá trị".to_owned())]);
        table.rows.push(vec![Cell::text("a, \"b\""), Cell::number(Some(0.1 + 0.2), 1)]);
        table.rows.push(vec![Cell::text("=1+1"), Cell::number(Some(-0.0), 1)]);
        table.rows.push(vec![Cell::Year(2030), Cell::Missing]);
        let text = String::from_utf8(to_csv(&table)).unwrap();
        assert_eq!(text, "name,value\n\"a, \"\"b\"\"\",0.30000000000000004\n'=1+1,0\n2030,\n");
    }
}
