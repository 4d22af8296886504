//! The two embedded fonts and the families that name them.
//!
//! No system font is consulted: the same text has the same width on every machine.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

/// Name of the family of the heavier weight.
pub const SEMIBOLD: &str = "semibold";

const REGULAR_FONT: &str = "IBM Plex Sans Regular";
const SEMIBOLD_FONT: &str = "IBM Plex Sans SemiBold";

/// Replaces egui's fonts by IBM Plex Sans in two weights.
///
/// To be called once, before the first frame.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// The family of headings and of emphasised numbers.
pub fn semibold() -> FontFamily {
    FontFamily::Name(SEMIBOLD.into())
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let regular = FontData::from_static(include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf"));
    let heavier = FontData::from_static(include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf"));
    fonts.font_data.insert(REGULAR_FONT.to_owned(), Arc::new(regular));
    fonts.font_data.insert(SEMIBOLD_FONT.to_owned(), Arc::new(heavier));
    // The digits of the regular weight are tabular, so it also serves as the fixed-width family.
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec![REGULAR_FONT.to_owned()]);
    }
    fonts.families.insert(semibold(), vec![SEMIBOLD_FONT.to_owned()]);
    fonts
}
