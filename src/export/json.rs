//! Tables as JSON: a list of objects with the ids of the columns as keys, one row a line.

use super::table::{Cell, Table};
use serde_json::{Map, Value};

/// A table as JSON text.
pub fn to_json(table: &Table) -> Vec<u8> {
    let table = table.for_files();
    let row = |cells: &Vec<Cell>| {
        let entries = table.columns.iter().zip(cells).map(|(column, cell)| (column.id.clone(), value(cell)));
        Value::Object(entries.collect::<Map<String, Value>>()).to_string()
    };
    let rows: Vec<String> = table.rows.iter().map(row).collect();
    format!("[\n{}\n]\n", rows.join(",\n")).into_bytes()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) | Cell::Named { id: text, name: _ } => Value::from(text.as_str()),
        Cell::Texts(texts) => Value::from(texts.as_slice()),
        Cell::Year(year) => Value::from(*year),
        Cell::Number { value, decimals: _ } | Cell::FileNumber(value) => {
            Value::from(if *value == 0.0 { 0.0 } else { *value })
        }
        Cell::Missing => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Column;

    #[test]
    fn a_row_is_an_object_in_the_order_of_columns() {
        let mut table = Table::new([Column::new("b", ""), Column::new("a", "")]);
        table.rows.push(vec![Cell::Year(2030), Cell::number(Some(75.5), 1)]);
        table.rows.push(vec![Cell::text("x"), Cell::Missing]);
        table.rows.push(vec![Cell::Texts(vec!["x".to_owned(), "y".to_owned()]), Cell::Texts(Vec::new())]);
        let text = String::from_utf8(to_json(&table)).unwrap();
        let rows = "{\"b\":2030,\"a\":75.5},\n{\"b\":\"x\",\"a\":null},\n{\"b\":[\"x\",\"y\"],\"a\":[]}";
        assert_eq!(text, format!("[\n{rows}\n]\n"));
    }
}
