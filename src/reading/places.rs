//! Names of places, so that rows of provinces or countries are known without a head that says so.

use super::lexer::fold_tight;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Regions and provinces of Việt Nam with their older names and spellings, and countries.
static PLACES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    include_str!("../../assets/reading/places.txt").lines().map(fold_tight).filter(|name| !name.is_empty()).collect()
});

/// Whether a text is the name of a known place.
pub(super) fn is_place(text: &str) -> bool {
    text.chars().count() <= 60 && PLACES.contains(&fold_tight(text))
}
