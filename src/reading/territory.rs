//! Whose figures a file holds where no head, row or title says it: the evidence for a territory, which is then asked
//! about.

use super::grid::{SheetGrid, address};
use super::places::{is_place, place_inside};
use crate::lang::fold;
use std::collections::BTreeMap;

/// A territory for which the file holds evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TerritoryHint {
    /// Its name.
    pub name: String,
    /// The evidence for it, with its cell.
    pub evidence: String,
}

/// Countries by the end of their web addresses, as each names itself. Ends that are sold to anyone are not here.
const COUNTRIES: [(&str, &str); 56] = [
    ("ar", "Argentina"),
    ("at", "Österreich"),
    ("au", "Australia"),
    ("bd", "Bangladesh"),
    ("be", "België"),
    ("br", "Brasil"),
    ("ca", "Canada"),
    ("ch", "Schweiz"),
    ("cl", "Chile"),
    ("cn", "中国"),
    ("cz", "Česko"),
    ("de", "Deutschland"),
    ("dk", "Danmark"),
    ("eg", "Egypt"),
    ("es", "España"),
    ("et", "Ethiopia"),
    ("fi", "Suomi"),
    ("fr", "France"),
    ("gh", "Ghana"),
    ("gr", "Ελλάδα"),
    ("hu", "Magyarország"),
    ("id", "Indonesia"),
    ("ie", "Ireland"),
    ("in", "India"),
    ("it", "Italia"),
    ("jp", "日本"),
    ("ke", "Kenya"),
    ("kg", "Кыргызстан"),
    ("kh", "Cambodia"),
    ("kr", "대한민국"),
    ("kz", "Қазақстан"),
    ("lk", "Sri Lanka"),
    ("ma", "Maroc"),
    ("mm", "Myanmar"),
    ("mn", "Монгол Улс"),
    ("mx", "México"),
    ("my", "Malaysia"),
    ("ng", "Nigeria"),
    ("nl", "Nederland"),
    ("no", "Norge"),
    ("np", "Nepal"),
    ("nz", "New Zealand"),
    ("pe", "Perú"),
    ("ph", "Philippines"),
    ("pk", "Pakistan"),
    ("pl", "Polska"),
    ("pt", "Portugal"),
    ("ro", "România"),
    ("ru", "Россия"),
    ("se", "Sverige"),
    ("th", "ประเทศไทย"),
    ("tr", "Türkiye"),
    ("tz", "Tanzania"),
    ("ua", "Україна"),
    ("uk", "United Kingdom"),
    ("vn", "Việt Nam"),
];

/// Words of an address that do not name a place.
const PLAIN: [&str; 16] =
    ["www", "gov", "gob", "gouv", "govt", "go", "gub", "gv", "com", "org", "net", "edu", "co", "ac", "stat", "nic"];

/// The country, or the known place inside its name, that a web or mail address in a text belongs to.
fn country_of_address(text: &str) -> Option<(String, String)> {
    let joined = |c: char| c.is_alphanumeric() || ".-@".contains(c);
    text.split(|c| !joined(c)).find_map(|word| {
        let host = word.rsplit('@').next().unwrap_or_default().trim_matches('.').to_lowercase();
        let mail_or_web = word.contains('@') || host.starts_with("www.") || text.contains("://");
        let labels: Vec<&str> = host.split('.').collect();
        let (end, before) = labels.split_last().filter(|(_, before)| mail_or_web && !before.is_empty())?;
        let (_, country) = COUNTRIES.iter().find(|(known, _)| known == end)?;
        let own: Vec<&&str> = before.iter().filter(|label| !PLAIN.contains(*label)).collect();
        // The office of a place below the country: its name is in the address, or nothing is known.
        let place = own.iter().find_map(|label| place_inside(label));
        let name = place.or_else(|| (own.len() <= 1).then(|| (*country).to_owned()))?;
        Some((name, host.clone()))
    })
}

/// The territory that most of the addresses in some texts belong to, each text with its cell.
pub(super) fn hint_of_addresses<'t>(texts: impl Iterator<Item = (String, &'t str)>) -> Option<TerritoryHint> {
    let mut found: BTreeMap<String, (usize, String)> = BTreeMap::new();
    for (cell, text) in texts.filter(|(_, text)| text.contains('.')) {
        if let Some((name, host)) = country_of_address(text) {
            let evidence = if cell.is_empty() { host } else { format!("{cell}: {host}") };
            found.entry(name).or_insert((0, evidence)).0 += 1;
        }
    }
    let (name, (_, evidence)) = found.into_iter().max_by_key(|(_, (count, _))| *count)?;
    Some(TerritoryHint { name, evidence })
}

/// The texts of a sheet with their cells.
pub(super) fn texts_of(sheet: &SheetGrid) -> impl Iterator<Item = (String, &str)> {
    let place = |row: u32, column: u32| {
        let cell = address(row, column);
        if sheet.name.is_empty() { cell } else { format!("{}!{cell}", sheet.name) }
    };
    sheet.rows.iter().flat_map(move |(row, cells)| {
        cells.iter().filter_map(move |(column, cell)| cell.text().map(|text| (place(*row, *column), text)))
    })
}

/// The name beside a word for places, without the code before it: `Kab/Kota : | 17 REMBANG`.
///
/// Whether the code was one of the name, the caller must ask. Indonesian codes of two digits tell a regency, below 70,
/// from a city.
pub(super) fn name_behind_code(kind: &str, name: &str) -> Option<String> {
    let (code, rest) = name.trim().split_once([' ', '.', '-'])?;
    let coded = code.chars().all(|c| c.is_ascii_digit()) && (1..=10).contains(&code.len());
    let rest = rest.trim_matches([' ', '.', '-']);
    if !coded || !rest.chars().any(char::is_alphabetic) {
        return None;
    }
    let capitals = rest.chars().all(|c| !c.is_lowercase());
    let name = if capitals { titled(rest) } else { rest.to_owned() };
    let kind = fold(kind);
    let either = kind.contains("kab") && kind.contains("kota");
    let prefixed = match code.chars().rev().take(2).collect::<Vec<_>>().as_slice() {
        ['0'..='9', '0'..='6'] if either => format!("Kabupaten {name}"),
        ['0'..='9', '7'..='9'] if either => format!("Kota {name}"),
        _ => name,
    };
    Some(prefixed)
}

/// Capitals at the beginning of words only.
fn titled(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        first + &letters.as_str().to_lowercase()
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Whether a name is one of a known place, or ends with one.
pub(super) fn is_known(name: &str) -> bool {
    is_place(name) || name.split_once(' ').is_some_and(|(_, rest)| is_place(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(text: &str) -> Option<String> {
        hint_of_addresses(std::iter::once(("A1".to_owned(), text))).map(|hint| hint.name)
    }

    #[test]
    fn addresses_speak_for_a_country_or_for_the_place_in_them() {
        assert_eq!(hint("http://www.office.gov.vn/data").as_deref(), Some("Việt Nam"));
        assert_eq!(hint("Contact: data@office.es").as_deref(), Some("España"));
        assert_eq!(hint("www.thongkebacninh.gov.vn").as_deref(), Some("Bắc Ninh"));
        assert_eq!(hint("https://statistics.somewhere.gov.vn"), None, "an office below the country");
        assert_eq!(hint("see www.example.com"), None);
        assert_eq!(hint("Nguồn: Chi cục Thống kê."), None);
    }

    #[test]
    fn codes_before_names_are_no_part_of_them() {
        assert_eq!(name_behind_code("Kab/Kota :", "17 REMBANG").as_deref(), Some("Kabupaten Rembang"));
        assert_eq!(name_behind_code("Kab/Kota :", "74 Semarang").as_deref(), Some("Kota Semarang"));
        assert_eq!(name_behind_code("Tỉnh:", "27 Bắc Ninh").as_deref(), Some("Bắc Ninh"));
        assert_eq!(name_behind_code("Tỉnh:", "Bắc Ninh"), None);
    }
}
