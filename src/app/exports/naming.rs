//! Names of the files of an export.

use crate::app::export_request::ExportRequest;
use crate::engine::Closure;
use crate::export::chart::ChartFile;
use crate::lang::fold;
use crate::scenario::study::Study;
use std::collections::BTreeSet;

/// Letters of a title that stand in the name of a file.
const LONGEST_NAME: usize = 80;

/// What names the files: study, closure and language.
#[derive(Clone, Copy)]
pub(super) struct Naming<'a> {
    pub(super) request: &'a ExportRequest,
    pub(super) study: &'a Study,
}

impl Naming<'_> {
    /// Name of a file about all cases, or about one.
    pub(super) fn name(&self, what: &str, ending: &str) -> String {
        let ExportRequest { closure, lang, .. } = self.request;
        format!("{}-{what}-{}-{lang}.{ending}", self.study.id, closure.id())
    }

    /// Names of pictures without their ending, each its own: what is in them in the words of their titles, in letters
    /// that every system takes, and the closure by its letter.
    pub(super) fn pictures(&self, figures: &[ChartFile]) -> Vec<String> {
        let ExportRequest { closure, lang, .. } = self.request;
        let letter = match closure {
            Closure::Productivity => "p",
            Closure::Capital => "k",
        };
        let mut taken = BTreeSet::new();
        let name = |figure: &ChartFile| {
            let words = plain_words(&figure.title);
            let numbered = (1..).map(|count: usize| match count {
                1 => format!("{}-{words}-{letter}-{lang}", self.study.id),
                _ => format!("{}-{words}-{count}-{letter}-{lang}", self.study.id),
            });
            numbered.into_iter().find(|name| taken.insert(name.clone())).unwrap_or_default()
        };
        figures.iter().map(name).collect()
    }
}

/// The words of a title in ASCII, joined by hyphens: `Tổng sản phẩm (GRDP)` becomes `tong-san-pham-grdp`.
fn plain_words(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if name.len() + word.len() >= LONGEST_NAME {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    name
}
