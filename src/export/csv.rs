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

/// A table as CSV in a form, with all digits.
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
            CsvForm::VietnameseExcel => plain(*value).replace('.', ","),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

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
