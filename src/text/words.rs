//! Wording of the window: labels without variables, and one function for each message with variables.

use super::catalog::{FluentValue, message, message_with};
use super::number::Numbers;
use crate::lang::Lang;
use crate::quantity::Year;

/// A label of the window by its key in `window.ftl` or `units.ftl`; a test proves that every key used exists.
pub fn label(lang: Lang, key: &'static str) -> String {
    message(lang, key)
}

/// The heading of a column by its id: the message `column-<id>`; a test proves that every declared column has one.
pub fn heading(lang: Lang, id: &'static str) -> String {
    message(lang, &format!("column-{}", id.replace('_', "-")))
}

/// A label with variables; numbers arrive written.
pub fn filled(lang: Lang, key: &'static str, values: &[(&'static str, &str)]) -> String {
    let arguments: Vec<(&'static str, FluentValue<'_>)> =
        values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
    message_with(lang, key, &arguments)
}

/// A label with a count, which chooses its plural.
pub fn count_text(lang: Lang, key: &'static str, count: usize) -> String {
    message_with(lang, key, &[("count", FluentValue::from(count))])
}

/// The name of a copy.
pub fn copy_name(lang: Lang, name: &str) -> String {
    filled(lang, "scenarios-copy-name", &[("name", name)])
}

/// The name of a new scenario.
pub fn new_name(lang: Lang, number: usize) -> String {
    filled(lang, "scenarios-new-name", &[("number", &number.to_string())])
}

/// A label with a year as its only variable.
pub fn with_year(lang: Lang, key: &'static str, year: Year) -> String {
    filled(lang, key, &[("year", &Numbers::new(lang).year(year))])
}

/// A date as the language writes it.
pub fn date(lang: Lang, year: i16, month: u8, day: u8) -> String {
    let year = year.to_string();
    let arguments = [("year", year.into()), ("month", FluentValue::from(month)), ("day", FluentValue::from(day))];
    message_with(lang, "export-date", &arguments)
}

/// A period such as 2025–30.
pub fn period(first: Year, last: Year) -> String {
    format!("{first}–{:02}", last.rem_euclid(100))
}
