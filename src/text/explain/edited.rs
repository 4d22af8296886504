//! What was edited in a workbook since it was exported.

use crate::files::{EditedCell, FoundValue};
use crate::lang::Lang;
use crate::text::Numbers;
use crate::text::catalog::{message, message_with};

/// Decimals that tell two numbers apart, in this order.
const DECIMALS: [usize; 3] = [4, 8, 15];

/// Says that edited assumptions are not in the study that was opened, and which they are: a line each, at most `most`
/// of them; the rest is counted.
pub fn explain_edited(edited: &[EditedCell], most: usize, lang: Lang) -> String {
    let mut lines = vec![message_with(lang, "edited-cells", &[("count", edited.len().into())])];
    lines.extend(edited.iter().take(most).map(|cell| line(cell, lang)));
    let left = edited.len().saturating_sub(most);
    if left > 0 {
        lines.push(message_with(lang, "edited-cells-more", &[("count", left.into())]));
    }
    lines.join("\n")
}

fn line(cell: &EditedCell, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let told = |decimals| {
        let found = match &cell.found {
            FoundValue::Number(value) => numbers.for_spreadsheet(*value, decimals),
            FoundValue::Text(text) => format!("“{text}”"),
            FoundValue::Nothing => message(lang, "edited-cell-nothing"),
        };
        (numbers.for_spreadsheet(cell.exported, decimals), found)
    };
    let apart = DECIMALS.into_iter().map(told).find(|(exported, found)| exported != found);
    let (exported, found) = apart.unwrap_or_else(|| (cell.exported.to_string(), found_in_full(&cell.found)));
    let year = cell.year.map_or_else(String::new, |year| format!(", {}", numbers.year(year)));
    let place = [cell.cell.as_str(), cell.name.as_str()].into_iter().filter(|part| !part.is_empty());
    let place = place.collect::<Vec<_>>().join(", ");
    let arguments = [
        ("place", place.into()),
        ("label", format!("{}{year}", cell.label).into()),
        ("exported", exported.into()),
        ("found", found.into()),
        ("unit", cell.unit.as_str().into()),
    ];
    message_with(lang, "edited-cell", &arguments)
}

fn found_in_full(found: &FoundValue) -> String {
    match found {
        FoundValue::Number(value) => value.to_string(),
        FoundValue::Text(text) => text.clone(),
        FoundValue::Nothing => String::new(),
    }
}
