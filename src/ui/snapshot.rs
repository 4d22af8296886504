//! A part of the window as a PNG file in memory.

use egui::ColorImage;

/// The part of a picture of the window that `area` (left, top, right, bottom in points) covers, encoded.
///
/// `None` if the area lies outside the picture.
pub(super) fn cropped_png(image: &ColorImage, area: [f32; 4], pixels_per_point: f32) -> Option<Vec<u8>> {
    let [left, top, right, bottom] = area.map(|side| pixel(side * pixels_per_point));
    let (right, bottom) = (right.min(image.width()), bottom.min(image.height()));
    let size = [right.checked_sub(left)?, bottom.checked_sub(top)?];
    if size.contains(&0) {
        return None;
    }
    let rows = image.pixels.chunks_exact(image.width()).skip(top).take(size[1]);
    let bytes: Vec<u8> = rows
        .flat_map(|row| row.iter().skip(left).take(size[0]))
        .flat_map(|pixel| pixel.to_opaque().to_array())
        .collect();
    encode_png(size, pixels_per_point, &bytes).ok()
}

fn encode_png(size: [usize; 2], pixels_per_point: f32, bytes: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side(size[0]), side(size[1]));
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    // 96 points to the inch, so that a document shows the picture at the size of the screen.
    let per_metre = side(pixel(96.0 / 0.0254 * pixels_per_point));
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(bytes)?;
    writer.finish()?;
    Ok(file)
}

/// The nearest whole pixel; 0 for what lies before the first.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, and screens are small"
)]
const fn pixel(at: f32) -> usize {
    at.round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Color32;

    #[test]
    fn the_picture_is_the_part_that_was_asked_for() {
        let pixels = (0..6_u8).flat_map(|y| (0..8_u8).map(move |x| Color32::from_rgb(x, y, 0))).collect();
        let image = ColorImage::new([8, 6], pixels);
        let bytes = cropped_png(&image, [1.0, 0.5, 3.0, 20.0], 2.0).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut decoded = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut decoded).unwrap();
        assert_eq!((info.width, info.height), (4, 5));
        assert_eq!(decoded[..4], [2, 1, 0, 255], "the corner");
        assert!(cropped_png(&image, [9.0, 0.0, 12.0, 3.0], 1.0).is_none());
    }
}
