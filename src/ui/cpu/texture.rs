//! Textures in memory: letters and pictures as egui made them.

use egui::epaint::{ImageData, ImageDelta};
use egui::{Color32, Pos2, TextureOptions, epaint::textures::TextureFilter};

/// A picture that triangles are painted with; beyond its edge lies its edge.
#[derive(Debug, Default)]
pub(super) struct Texture {
    width: usize,
    height: usize,
    texels: Vec<Color32>,
    /// Whether the nearest texel is taken rather than four of them mixed.
    nearest: bool,
}

impl Texture {
    /// Takes a whole new picture, or a part of one.
    pub(super) fn take(&mut self, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let TextureOptions { magnification, .. } = delta.options;
        self.nearest = magnification == TextureFilter::Nearest;
        let Some([left, top]) = delta.pos else {
            (self.width, self.height) = (image.width(), image.height());
            self.texels.clone_from(&image.pixels);
            return;
        };
        for (y, row) in image.pixels.chunks_exact(image.width().max(1)).enumerate() {
            let start = (top + y) * self.width + left;
            if let Some(place) = self.texels.get_mut(start..start + row.len()) {
                place.copy_from_slice(row);
            }
        }
    }

    /// A place of the texture, from 0 to 1, in texels: whole where a texel has its centre.
    pub(super) fn place(&self, uv: Pos2) -> [f32; 2] {
        [uv.x * self.width as f32 - 0.5, uv.y * self.height as f32 - 0.5]
    }

    /// The colour at a place in texels.
    pub(super) fn sample(&self, [u, v]: [f32; 2]) -> Color32 {
        let (u, v) = (within(u, self.width), within(v, self.height));
        if self.nearest {
            return self.texel(floor(u + 0.5), floor(v + 0.5));
        }
        let (left, top) = (floor(u), floor(v));
        let (across, down) = (u - left as f32, v - top as f32);
        if across == 0.0 && down == 0.0 {
            return self.texel(left, top);
        }
        let upper = mix(self.channels(left, top), self.channels(left + 1, top), across);
        let lower = mix(self.channels(left, top + 1), self.channels(left + 1, top + 1), across);
        let [red, green, blue, alpha] = mix(upper, lower, down).map(channel_of);
        Color32::from_rgba_premultiplied(red, green, blue, alpha)
    }

    fn channels(&self, u: usize, v: usize) -> [f32; 4] {
        self.texel(u, v).to_array().map(f32::from)
    }

    /// So many texels of one row, from the one nearest to a place; `None` if the texture ends before.
    pub(super) fn row(&self, [u, v]: [f32; 2], count: usize) -> Option<&[Color32]> {
        if u < -0.5 || v < -0.5 {
            return None;
        }
        let (left, top) = (floor(u + 0.5), floor(v + 0.5));
        let start = top * self.width + left;
        if left + count > self.width {
            return None;
        }
        self.texels.get(start..start + count)
    }

    fn texel(&self, u: usize, v: usize) -> Color32 {
        let (u, v) = (u.min(self.width.saturating_sub(1)), v.min(self.height.saturating_sub(1)));
        self.texels.get(v * self.width + u).copied().unwrap_or(Color32::TRANSPARENT)
    }
}

/// So much of the way from one colour to another.
fn mix(from: [f32; 4], to: [f32; 4], way: f32) -> [f32; 4] {
    let mut mixed = from;
    for (channel, to) in mixed.iter_mut().zip(to) {
        *channel += (to - *channel) * way;
    }
    mixed
}

fn within(place: f32, side: usize) -> f32 {
    place.clamp(0.0, side.saturating_sub(1) as f32)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, below 0 at 0")]
fn floor(place: f32) -> usize {
    place as usize
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates")]
fn channel_of(value: f32) -> u8 {
    (value + 0.5) as u8
}
