//! How well a name answers what was typed into the palette.

use crate::text::fold;

/// The rank of an entry by its names, best first; `None` where a typed word is in none of them.
///
/// Names in both languages are searched, without case and diacritics; the first name is the one that is shown.
pub fn rank(query: &str, names: &[String]) -> Option<u32> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let typed = words.join(" ");
    names
        .iter()
        .zip(0_u32..)
        .filter_map(|(name, language)| {
            let name = fold(name);
            if !words.iter().all(|word| name.contains(word)) {
                return None;
            }
            let starts = |word: &&str| name.split(|c: char| !c.is_alphanumeric()).any(|part| part.starts_with(*word));
            let quality = if name == typed {
                0
            } else if name.starts_with(&typed) {
                1
            } else if words.iter().all(starts) {
                2
            } else {
                3
            };
            Some(quality * 2 + language.min(1))
        })
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn diacritics_and_case_do_not_matter_in_either_language() {
        let save = names(&["Lưu với tên khác…", "Save as…"]);
        for query in ["luu", "LƯU", "ten khac", "khac luu", "save", "Lu\u{31b}u", ""] {
            assert!(rank(query, &save).is_some(), "{query}");
        }
        for query in ["open", "luux", "save open"] {
            assert_eq!(rank(query, &save), None, "{query}");
        }
    }

    #[test]
    fn a_whole_name_comes_before_a_beginning_a_word_and_a_part() {
        let order = ["đu", "đủ điều", "lao đu", "xđux"].map(|name| rank("du", &names(&[name])));
        assert!(order.windows(2).all(|pair| pair[0] < pair[1]), "{order:?}");
    }

    #[test]
    fn the_language_on_screen_comes_first() {
        assert!(rank("table", &names(&["Table", "Bảng"])) < rank("table", &names(&["Bảng", "Table"])));
    }
}
