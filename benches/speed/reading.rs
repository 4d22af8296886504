//! How long the preview of an office's workbook takes: 30 sheets, a megabyte, written here.

use divan::{Bencher, black_box};
use kichban::reading::{ImportAnswers, read_file};
use rust_xlsxwriter::Workbook;

const SHEETS: u16 = 30;
const ROWS: u32 = 110;
const YEARS: u16 = 45;

/// A workbook as an office's yearbook is one: title, unit, years over labels, one sheet a table, figures with decimals.
fn yearbook() -> Vec<u8> {
    let mut book = Workbook::new();
    for number in 1..=SHEETS {
        let sheet = book.add_worksheet();
        sheet.set_name(format!("Table {number}")).unwrap();
        sheet.write_string(0, 0, format!("{number}. Value added by branch at current prices")).unwrap();
        sheet.write_string(1, 0, "Unit: bn VND").unwrap();
        for year in 0..YEARS {
            sheet.write_number(2, year + 1, f64::from(1980 + year)).unwrap();
        }
        for row in 0..ROWS {
            sheet.write_string(row + 3, 0, format!("Branch {number}.{row}")).unwrap();
            for year in 0..YEARS {
                let value = f64::from(row + 1) * 97.531 * (1.0 + f64::from(year) / 13.0) + f64::from(number) / 7.0;
                sheet.write_number(row + 3, year + 1, value).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// From the bytes of the workbook to its tables with questions, sums and checks.
#[divan::bench(sample_count = 5)]
fn preview_of_a_megabyte(bencher: Bencher<'_, '_>) {
    let bytes = yearbook();
    assert!((1_000_000..1_600_000).contains(&bytes.len()), "{} bytes", bytes.len());
    bencher.bench_local(|| {
        let read = read_file("yearbook.xlsx", black_box(&bytes), &ImportAnswers::default()).unwrap();
        assert_eq!(read.tables.len(), usize::from(SHEETS));
        read
    });
}
