//! The look in which tests lay charts out.

use super::scene::{Font, Look, px};
use crate::theme::{Mode, Theme};

/// Light, its words in English, every letter half as wide as high.
pub(super) fn test_look() -> Look<'static> {
    Look {
        theme: Theme::for_mode(Mode::Light),
        actual: "actual",
        projected: "projected",
        joined: &|_, _| "the others".to_owned(),
        format: &|value, decimals| format!("{value:.decimals$}"),
        measure: &|text: &str, font: Font| px(text.chars().count() as f64) * font.size / 2.0,
    }
}
