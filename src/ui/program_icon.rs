//! The icon of the program on its window, from the drawing that the packages carry.

use egui::IconData;
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

/// The drawing: a past that parts into three ways.
const DRAWING: &str = include_str!("../../assets/kichban.svg");
/// Pixels of a side.
const SIDE: u32 = 64;

/// The icon; `None` if the drawing cannot be read, which a test excludes.
pub(super) fn program_icon() -> Option<IconData> {
    let tree = Tree::from_str(DRAWING, &Options::default()).ok()?;
    let mut pixels = Pixmap::new(SIDE, SIDE)?;
    #[expect(clippy::cast_precision_loss, reason = "the side of an icon")]
    let scale = SIDE as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let colors = pixels.pixels().iter().map(PremultipliedColorU8::demultiply);
    let rgba = colors.flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect();
    Some(IconData { rgba, width: SIDE, height: SIDE })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_becomes_an_icon() {
        let icon = program_icon().unwrap();
        assert_eq!(icon.rgba.len(), (4 * SIDE * SIDE) as usize);
        let centre = &icon.rgba[(4 * (SIDE * SIDE / 2 + SIDE / 2)) as usize..][..4];
        assert_eq!(centre[3], 255, "the middle is drawn");
        assert_eq!(icon.rgba[3], 0, "the corners are round");
    }
}
