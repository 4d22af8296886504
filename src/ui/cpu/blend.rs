//! Colours multiplied, and laid over each other, as a graphics card does with eight bits a channel.

use egui::Color32;

/// The product of two colours, channel by channel, 255 being one.
pub(super) fn multiply(color: Color32, by: Color32) -> Color32 {
    if by == Color32::WHITE {
        return color;
    }
    let [red, green, blue, alpha] = color.to_array();
    let [by_red, by_green, by_blue, by_alpha] = by.to_array();
    Color32::from_rgba_premultiplied(
        part(red, by_red),
        part(green, by_green),
        part(blue, by_blue),
        part(alpha, by_alpha),
    )
}

/// The rounded product of two channels.
#[expect(clippy::cast_possible_truncation, reason = "a product of two channels over 255 is one")]
fn part(a: u8, b: u8) -> u8 {
    let sum = u32::from(a) * u32::from(b) + 128;
    ((sum + (sum >> 8)) >> 8) as u8
}

/// Lays a premultiplied colour over pixels, each `0x00RRGGBB`.
pub(super) fn lay_over(pixels: &mut [u32], color: Color32) {
    let [r, g, b, a] = color.to_array().map(u32::from);
    let above = (r << 16) | (g << 8) | b;
    if a == 255 {
        pixels.fill(above);
    } else if (above, a) != (0, 0) {
        for pixel in pixels {
            *pixel = sum(faded(*pixel, 255 - a), above);
        }
    }
}

/// A pixel times `left` of 255, every channel rounded; red and blue side by side.
const fn faded(pixel: u32, left: u32) -> u32 {
    let pair = (pixel & 0x00ff_00ff) * left + 0x0080_0080;
    let pair = (pair + ((pair >> 8) & 0x00ff_00ff)) >> 8;
    let green = ((pixel >> 8) & 0xff) * left + 0x80;
    let green = (green + (green >> 8)) >> 8;
    (pair & 0x00ff_00ff) | (green << 8)
}

/// The sum of two pixels, every channel at most 255: egui has colours that add light.
const fn sum(one: u32, other: u32) -> u32 {
    let pair = (one & 0x00ff_00ff) + (other & 0x00ff_00ff);
    let over = pair & 0x0100_0100;
    let pair = (pair | (over - (over >> 8))) & 0x00ff_00ff;
    let green = (one & 0xff00) + (other & 0xff00);
    let green = if green > 0xff00 { 0xff00 } else { green };
    pair | green
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_and_layers_are_rounded_as_exact_fractions_are() {
        for a in 0..=255_u8 {
            for b in 0..=255_u8 {
                // Twice the product over 255, so that half a step is a whole number.
                let twice = 2 * u32::from(a) * u32::from(b);
                assert!(twice.abs_diff(510 * u32::from(part(a, b))) <= 255, "{a} × {b}");
                let below = u32::from(a) * 0x0001_0101;
                assert_eq!(faded(below, u32::from(b)), u32::from(part(a, b)) * 0x0001_0101, "{a} × {b}");
            }
        }
    }

    #[test]
    fn a_layer_covers_lets_through_or_adds_light() {
        let painted = |color: Color32| {
            let mut pixels = [0x0040_80c0; 3];
            lay_over(&mut pixels, color);
            assert!(pixels.iter().all(|pixel| *pixel == pixels[0]));
            pixels[0]
        };
        assert_eq!(painted(Color32::from_rgb(1, 2, 3)), 0x0001_0203);
        assert_eq!(painted(Color32::TRANSPARENT), 0x0040_80c0);
        assert_eq!(painted(Color32::from_rgba_premultiplied(128, 0, 0, 128)), 0x00a0_4060);
        assert_eq!(painted(Color32::from_rgba_premultiplied(255, 200, 1, 0)), 0x00ff_ffc1, "light is added");
    }
}
