//! Defined names: inside the program a name holds ids as they are, in braces; a spreadsheet gets names that it can read.
//!
//! `gp_{hi-tech}` and `gp_{hi_tech}` are two names here, and so are `fdi_{realised}` and `fdi_realised`; what the braces
//! enclose never mixes with what stands around it. A spreadsheet has no hyphens in names and no difference of case, so
//! that a name that is taken there gets a number.

use crate::engine::{TAXES_LINE, TOTAL_LINE};
use std::collections::{BTreeMap, BTreeSet};

/// Characters of a defined name: a spreadsheet takes 255, but formulas over many names have a limit of their own.
const LONGEST_NAME: usize = 80;

/// An id of a record as part of a name.
pub(super) fn brace(id: &str) -> String {
    format!("{{{id}}}")
}

/// The id of a line as part of a name; taxes and the total are lines of every study and stand as they are.
pub(super) fn part(line: &str) -> String {
    if line == TAXES_LINE || line == TOTAL_LINE { line.to_owned() } else { brace(line) }
}

/// A project's id as part of a name, apart from every sector's.
pub(super) fn project_part(id: &str) -> String {
    format!("project_{}", brace(id))
}

/// A park's id as part of a name.
pub(super) fn park_part(id: &str) -> String {
    format!("park_{}", brace(id))
}

/// A name for a spreadsheet for each name of the program, no two of them alike in any case of letters.
///
/// Names without an id keep theirs; of names that would be alike, the first in order does.
pub(super) fn distinct<'a>(names: impl Iterator<Item = &'a String> + Clone) -> BTreeMap<String, String> {
    let (fixed, with_id): (Vec<&String>, Vec<&String>) = names.partition(|name| !name.contains('{'));
    let mut taken = BTreeSet::new();
    let mut given = BTreeMap::new();
    for name in fixed.into_iter().chain(with_id) {
        let plain: String =
            name.chars().filter(|c| !"{}".contains(*c)).map(|c| if c == '-' { '_' } else { c }).collect();
        let plain: String = plain.chars().take(LONGEST_NAME).collect();
        let mut defined = plain.clone();
        let mut number = 2_u32;
        while looks_like_a_cell(&defined) || !taken.insert(defined.to_ascii_lowercase()) {
            defined = format!("{plain}_{number}");
            number += 1;
        }
        given.insert(name.clone(), defined);
    }
    given
}

/// Whether a spreadsheet would read a name as a cell: `AB12`, or `R1C1` in its other notation.
fn looks_like_a_cell(name: &str) -> bool {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = name.len() - rest.len();
    let address = letters <= 3 && !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit());
    address || name.chars().all(|c| c.is_ascii_digit() || "rcRC".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_in_any_case_and_keep_what_they_can() {
        let names = ["fdi_{realised}", "fdi_realised", "gp_{hi-tech}", "gp_{hi_tech}", "gp_{HI-tech}", "x", "nu"];
        let names = names.map(str::to_owned);
        let given = distinct(names.iter());
        assert_eq!(given.get("fdi_realised").map(String::as_str), Some("fdi_realised"));
        assert_eq!(given.get("fdi_{realised}").map(String::as_str), Some("fdi_realised_2"));
        let lower: BTreeSet<String> = given.values().map(|name| name.to_ascii_lowercase()).collect();
        assert_eq!(lower.len(), names.len());
    }

    #[test]
    fn a_name_that_reads_as_a_cell_gets_a_number_and_a_long_one_ends() {
        let long = format!("Y_{{{}}}", "a".repeat(400));
        let names = ["P0", "R1C1", "rc", "abcd12", "Y_{A1}"].map(str::to_owned);
        let all: Vec<String> = names.into_iter().chain([long.clone(), format!("{long}_")]).collect();
        let given = distinct(all.iter());
        assert_eq!((given["P0"].as_str(), given["R1C1"].as_str(), given["rc"].as_str()), ("P0_2", "R1C1_2", "rc_2"));
        assert_eq!((given["abcd12"].as_str(), given["Y_{A1}"].as_str()), ("abcd12", "Y_A1"));
        assert!(given.values().all(|name| name.len() < 100));
    }
}
