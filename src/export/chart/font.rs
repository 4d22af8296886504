//! The bundled font on paper: its bytes, and the widths of texts as a printer will set them.

use crate::chart::scene::Font;
use rustybuzz::{Face, UnicodeBuffer, shape};
use std::sync::LazyLock;

/// The regular weight of the font of every picture.
pub const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf");
/// Its heavier weight.
pub const SEMIBOLD: &[u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf");

/// The two weights, read once.
static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, SEMIBOLD].map(|bytes| Face::from_slice(bytes, 0)));

/// Width of a text of a size, by the letters of the font and the way they stand beside one another.
pub fn width_of(text: &str, set: Font) -> f32 {
    // The fonts are part of the program; a test reads both.
    let [regular, semibold] = &*FACES;
    let Some(face) = (if set.bold { semibold } else { regular }) else { return 0.0 };
    let mut letters = UnicodeBuffer::new();
    letters.push_str(text);
    letters.guess_segment_properties();
    let advance: i32 = shape(face, &[], letters).glyph_positions().iter().map(|glyph| glyph.x_advance).sum();
    em(advance) / em(face.units_per_em()) * set.size
}

const fn em(units: i32) -> f32 {
    units as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn width(text: &str, bold: bool) -> f32 {
        width_of(text, Font { size: 10.0, bold })
    }

    #[test]
    fn widths_are_those_of_the_letters_of_the_font() {
        // A figure of IBM Plex Sans is 600 of 1000 units wide, in both weights, so that columns of numbers line up.
        assert!((width("2030", false) - 24.0).abs() < 1e-3, "{}", width("2030", false));
        assert!((width("2030", true) - 24.0).abs() < 1e-3, "{}", width("2030", true));
        // A letter with its marks is one letter, and the heavier weight is wider.
        assert!((width("ế", false) - width("e", false)).abs() < 1e-3);
        assert!(width("Kịch bản", true) > width("Kịch bản", false));
        assert!(width("", true).abs() < 1e-6);
    }
}
