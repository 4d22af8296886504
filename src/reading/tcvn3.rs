//! TCVN3, the legacy code of Vietnamese workbooks: its bytes are stored as if they were Western letters.
//!
//! A sheet is voted on as a whole: single words such as `à` are valid in both readings.

use super::grid::{SheetContent, SheetGrid};

/// Each letter of TCVN3 as a Western reader shows it, and what it means.
const LETTERS: &[(char, char)] = &[
    ('µ', 'à'),
    ('¸', 'á'),
    ('¶', 'ả'),
    ('·', 'ã'),
    ('¹', 'ạ'),
    ('¨', 'ă'),
    ('»', 'ằ'),
    ('¾', 'ắ'),
    ('¼', 'ẳ'),
    ('½', 'ẵ'),
    ('Æ', 'ặ'),
    ('©', 'â'),
    ('Ç', 'ầ'),
    ('Ê', 'ấ'),
    ('È', 'ẩ'),
    ('É', 'ẫ'),
    ('Ë', 'ậ'),
    ('®', 'đ'),
    ('Ì', 'è'),
    ('Ð', 'é'),
    ('Î', 'ẻ'),
    ('Ï', 'ẽ'),
    ('Ñ', 'ẹ'),
    ('ª', 'ê'),
    ('Ò', 'ề'),
    ('Õ', 'ế'),
    ('Ó', 'ể'),
    ('Ô', 'ễ'),
    ('Ö', 'ệ'),
    ('×', 'ì'),
    ('Ý', 'í'),
    ('Ø', 'ỉ'),
    ('Ü', 'ĩ'),
    ('Þ', 'ị'),
    ('ß', 'ò'),
    ('ã', 'ó'),
    ('á', 'ỏ'),
    ('â', 'õ'),
    ('ä', 'ọ'),
    ('«', 'ô'),
    ('å', 'ồ'),
    ('è', 'ố'),
    ('æ', 'ổ'),
    ('ç', 'ỗ'),
    ('é', 'ộ'),
    ('¬', 'ơ'),
    ('ê', 'ờ'),
    ('í', 'ớ'),
    ('ë', 'ở'),
    ('ì', 'ỡ'),
    ('î', 'ợ'),
    ('ï', 'ù'),
    ('ó', 'ú'),
    ('ñ', 'ủ'),
    ('ò', 'ũ'),
    ('ô', 'ụ'),
    ('\u{ad}', 'ư'),
    ('õ', 'ừ'),
    ('ø', 'ứ'),
    ('ö', 'ử'),
    ('÷', 'ữ'),
    ('ù', 'ự'),
    ('ú', 'ỳ'),
    ('ý', 'ý'),
    ('û', 'ỷ'),
    ('ü', 'ỹ'),
    ('þ', 'ỵ'),
    ('¡', 'Ă'),
    ('¢', 'Â'),
    ('£', 'Ê'),
    ('¤', 'Ô'),
    ('¥', 'Ơ'),
    ('¦', 'Ư'),
    ('§', 'Đ'),
];

/// Signs that stand inside a word only where the text is TCVN3: no language writes `n¨m` or `®Þa`.
const SIGNS: &str = "µ¸¶·¹¨»¾¼½©®ª×«¬\u{ad}÷¡¢£¤¥¦§";

/// Sheets with at least so many texts that can be nothing else are converted.
const LEAST_EVIDENCE: usize = 3;

fn decoded(c: char) -> char {
    LETTERS.iter().find(|(stored, _)| *stored == c).map_or(c, |(_, meant)| *meant)
}

/// The text that TCVN3 letters stand for.
pub(super) fn decode_tcvn3(text: &str) -> String {
    text.chars().map(decoded).collect()
}

/// Whether a text holds a sign beside a letter, where Western text has none.
fn is_certain(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    characters.iter().enumerate().any(|(at, c)| {
        let before = at.checked_sub(1).and_then(|before| characters.get(before));
        let beside = before.into_iter().chain(characters.get(at + 1)).any(char::is_ascii_alphabetic);
        SIGNS.contains(*c) && beside
    })
}

/// Whether every letter beyond ASCII is one of TCVN3.
fn is_possible(text: &str) -> bool {
    let mut beyond = text.chars().filter(|c| !c.is_ascii()).peekable();
    beyond.peek().is_some() && beyond.all(|c| LETTERS.iter().any(|(stored, _)| *stored == c) || "–—“”‘’… ".contains(c))
}

/// Converts the texts of a sheet that the vote finds to be TCVN3, and remembers how many.
pub(super) fn convert_sheet(grid: &mut SheetGrid) {
    let texts = || grid.rows.values().flat_map(|row| row.values()).filter_map(|cell| cell.text());
    if texts().filter(|text| is_certain(text) && is_possible(text)).count() < LEAST_EVIDENCE {
        return;
    }
    let mut converted: Option<(usize, String, String)> = None;
    for cell in grid.rows.values_mut().flat_map(|row| row.values_mut()) {
        let SheetContent::Text(text) = &mut cell.content else { continue };
        if is_possible(text) {
            let meant = decode_tcvn3(text);
            converted = match converted {
                None => Some((1, text.clone(), meant.clone())),
                Some((count, before, after)) => Some((count + 1, before, after)),
            };
            *text = meant;
        }
    }
    grid.converted = converted;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_decoded() {
        assert_eq!(decode_tcvn3("Tæng sè n¨m 2000, ngh×n ng\u{ad}êi"), "Tổng số năm 2000, nghìn người");
        assert!(is_certain("n¨m") && !is_certain("5 £ million"));
    }
}
