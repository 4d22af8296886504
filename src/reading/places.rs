//! Names of places, so that rows of provinces or countries are known without a head that says so.

use crate::lang::fold_tight;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Regions and provinces of Việt Nam with their older names and spellings, and countries.
const LIST: &str = include_str!("../../assets/reading/places.txt");

static PLACES: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| LIST.lines().map(fold_tight).filter(|name| !name.is_empty()).collect());

/// Whether a text is the name of a known place.
pub(super) fn is_place(text: &str) -> bool {
    text.chars().count() <= 60 && PLACES.contains(&fold_tight(text))
}

/// The known place whose name, five letters or more, stands inside a word of an address; the longest of several.
pub(super) fn place_inside(word: &str) -> Option<String> {
    let word = fold_tight(word);
    let inside = LIST.lines().filter(|name| {
        let tight = fold_tight(name);
        tight.len() >= 5 && word.contains(&tight)
    });
    inside.max_by_key(|name| name.len()).map(|name| name.trim().to_owned())
}
