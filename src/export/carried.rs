//! The study that an export carries, so that the program can open it again.

use super::ExportCase;
use crate::files::write_study;
use crate::scenario::study::Study;

pub use crate::files::CARRIED_MARK as MARK;

/// The text of the study of a case, with the closure of the case.
///
/// Opened again, the case resolves into the same inputs and therefore has the same fingerprint.
pub fn study_text(case: &ExportCase<'_>) -> String {
    write_study(&Study { closure: case.closure, ..case.study.clone() })
}

/// A text in pieces of so many characters.
pub fn pieces(text: &str, longest: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters.chunks(longest.max(1)).map(|piece| piece.iter().collect()).collect()
}
