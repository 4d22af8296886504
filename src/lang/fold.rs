//! Text without case and diacritics, for searching as Vietnamese is typed in a hurry, and for comparing what offices print.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// The text in lower case without diacritics: `Đầu tư` becomes `dau tu`.
///
/// Both sides of a search are folded; composed and decomposed spellings fold alike.
pub fn fold(text: &str) -> String {
    text.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// The letters and digits of a text, folded: what two labels have in common.
pub fn fold_tight(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a name has every word that was typed, in any order, or what is said about it has them as they were typed.
///
/// Case and diacritics do not matter; a sentence has most short words somewhere, so that in it their order counts.
pub fn has_words(name: &str, about: &str, typed: &str) -> bool {
    let (name, typed) = (fold(name), fold(typed));
    typed.split_whitespace().all(|word| name.contains(word)) || fold(about).contains(typed.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diacritics_and_case_are_removed() {
        assert_eq!(fold("Đầu tư"), "dau tu");
        assert_eq!(fold("Tỷ lệ giải ngân"), "ty le giai ngan");
        assert_eq!(fold("NÔNG, LÂM, THỦY SẢN"), "nong, lam, thuy san");
        assert_eq!(fold("ƯƠNG ướng"), "uong uong");
    }

    #[test]
    fn words_are_found_in_any_order_and_none_may_be_missing() {
        let (name, about) = ("Tăng năng suất thêm: Chế biến", "Cộng vào tốc độ tăng của năng suất: g trong E3");
        for typed in ["nang suat che bien", "che  nang", "toc do", " g trong e3 ", ""] {
            assert!(has_words(name, about, typed), "{typed}");
        }
        for typed in ["nang suat xay dung", "bien e3", "do toc"] {
            assert!(!has_words(name, about, typed), "{typed}");
        }
    }

    #[test]
    fn composed_and_decomposed_spellings_fold_alike() {
        assert_eq!(fold("Vốn"), fold("Vo\u{302}\u{301}n"));
    }

    #[test]
    fn plain_text_is_only_lowered() {
        assert_eq!(fold("FDI 2030, GRDP"), "fdi 2030, grdp");
    }
}
