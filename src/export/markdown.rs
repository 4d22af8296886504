//! Tables as Markdown, for pasting: figures as people read them, numbers to the right.

use super::table::{Cell, Table};
use crate::lang::Lang;
use crate::text::Numbers;

/// A table as Markdown with its headings, in the numbers of a language.
pub fn to_markdown(table: &Table, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let table = table.for_pages();
    let is_number = |column: usize| {
        table.rows.iter().filter_map(|row| row.get(column)).any(|cell| matches!(cell, Cell::Number { .. }))
    };
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = line(table.columns.iter().map(|column| inside(&column.heading)).collect());
    let rules = (0..table.columns.len()).map(|column| if is_number(column) { "--:" } else { "---" }.to_owned());
    text.push_str(&line(rules.collect()));
    for row in &table.rows {
        let cells = row.iter().map(|cell| match cell {
            Cell::Text(words) | Cell::Named { id: _, name: words } => inside(words),
            Cell::Texts(texts) => inside(&texts.join(" ")),
            Cell::Year(_) | Cell::Number { .. } | Cell::FileNumber(_) | Cell::Missing => cell.write(numbers),
        });
        text.push_str(&line(cells.collect()));
    }
    text
}

/// Words that stay in their cell and are not read as markup.
fn inside(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\n' | '\r' | '\t' => out.push(' '),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' => {
                out.push('\\');
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

    #[test]
    fn cells_stay_apart_and_numbers_stand_right() {
        let mut table = Table::new([Column::new("a", "Tên"), Column::new("b", "Giá trị")]);
        table.rows.push(vec![Cell::text("a | b\n*c*"), Cell::number(Some(1234.56), 1)]);
        table.rows.push(vec![Cell::text("=1+1"), Cell::Missing]);
        assert_eq!(
            to_markdown(&table, Lang::VI),
            "| Tên | Giá trị |\n| --- | --: |\n| a \\| b \\*c\\* | 1.234,6 |\n| =1+1 | – |\n"
        );
    }
}
