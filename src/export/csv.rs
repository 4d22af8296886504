//! Tables as CSV: comma and decimal point as everywhere, or semicolon and decimal comma as Vietnamese Excel reads them.

use super::table::{Cell, Table};

/// What separates fields and decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvForm {
    /// Comma, decimal point, ids of the columns: for programs.
    International,
    /// Semicolon, decimal comma, byte order mark, headings of the columns: what Excel opens rightly where the system speaks Vietnamese.
    VietnameseExcel,
}

/// A table as CSV with all digits, the ids of the columns first.
pub fn to_csv(table: &Table) -> Vec<u8> {
    to_csv_as(table, CsvForm::International)
}

/// A table as CSV in a form: with all digits for programs, with those that a figure can have for spreadsheets.
pub fn to_csv_as(table: &Table, form: CsvForm) -> Vec<u8> {
    let (separator, start) = match form {
        CsvForm::International => (b',', Vec::new()),
        CsvForm::VietnameseExcel => (b';', "\u{feff}".as_bytes().to_vec()),
    };
    let table = table.for_files();
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(start);
    let header = table.columns.iter().map(|column| match form {
        CsvForm::International => column.id.clone(),
        CsvForm::VietnameseExcel => harmless(&column.heading),
    });
    let header = header.collect();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| field(cell, form)).collect::<Vec<String>>());
    for row in std::iter::once(header).chain(rows) {
        // Writing into memory cannot fail, and rows have one cell a column.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn field(cell: &Cell, form: CsvForm) -> String {
    match cell {
        Cell::Text(text) | Cell::Named { id: text, name: _ } => harmless(text),
        Cell::Texts(texts) => harmless(&texts.join(" ")),
        Cell::Year(year) => year.to_string(),
        Cell::Number { value, decimals: _ } | Cell::FileNumber(value) => match form {
            CsvForm::International => plain(*value),
            CsvForm::VietnameseExcel => without_noise(*value).replace('.', ","),
        },
        Cell::Missing => String::new(),
    }
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}

/// The shortest digits that read back as the same double; zero has no sign.
pub(super) fn plain(value: f64) -> String {
    if value == 0.0 { "0".to_owned() } else { value.to_string() }
}

/// The number to twelve significant digits: no figure is known to more, and what follows is noise of adding in binary.
fn without_noise(value: f64) -> String {
    // A double written with an exponent reads back; were it not to, all digits are right too.
    format!("{value:.11e}").parse().map_or_else(|_| plain(value), plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

    #[test]
    fn a_spreadsheet_gets_figures_without_binary_noise() {
        let written = [136.868_000_000_000_02, 0.1 + 0.2, -0.0, 1e-7 / 3.0, 123_456_789_012.0].map(without_noise);
        assert_eq!(written, ["136.868", "0.3", "0", "0.0000000333333333333", "123456789012"]);
        let mut table = Table::new([Column::new("value", "Giá trị")]);
        table.rows.push(vec![Cell::number(Some(136.868_000_000_000_02), 1)]);
        let text = |form| String::from_utf8(to_csv_as(&table, form)).unwrap();
        assert_eq!(text(CsvForm::VietnameseExcel), "\u{feff}Giá trị\n136,868\n");
        assert_eq!(text(CsvForm::International), "value\n136.86800000000002\n");
    }

    #[test]
    fn numbers_are_full_and_names_are_no_formulas() {
        let mut table = Table::new([Column::new("name", "Tên"), Column::new("value", "Giá trị")]);
        table.rows.push(vec![Cell::text("a, \"b\""), Cell::number(Some(0.1 + 0.2), 1)]);
        table.rows.push(vec![Cell::text("=1+1"), Cell::number(Some(-0.0), 1)]);
        table.rows.push(vec![Cell::Year(2030), Cell::Missing]);
        table.rows.push(vec![Cell::Texts(vec!["-a".to_owned(), "b".to_owned()]), Cell::Texts(Vec::new())]);
        let text = String::from_utf8(to_csv(&table)).unwrap();
        assert_eq!(text, "name,value\n\"a, \"\"b\"\"\",0.30000000000000004\n'=1+1,0\n2030,\n'-a b,\n");
    }

    #[test]
    fn vietnamese_excel_reads_semicolons_and_decimal_commas() {
        let mut table = Table::new([Column::new("name", "Tên"), Column::new("value", "Giá trị")]);
        table.rows.push(vec![Cell::text("Công nghiệp; xây dựng"), Cell::number(Some(-1234.5), 1)]);
        table.rows.push(vec![Cell::text("@SUM(A1)"), Cell::Missing]);
        let text = String::from_utf8(to_csv_as(&table, CsvForm::VietnameseExcel)).unwrap();
        assert_eq!(text, "\u{feff}Tên;Giá trị\n\"Công nghiệp; xây dựng\";-1234,5\n'@SUM(A1);\n");
    }
}
