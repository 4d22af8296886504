//! Which parts of a picture have changed, so that only those are sent to the screen.

use super::raster::Canvas;

/// Rows that are looked at together.
const BAND: usize = 16;

/// A rectangle of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Patch {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

impl Patch {
    /// All of a picture.
    pub(super) const fn whole(canvas: &Canvas) -> Self {
        Self { left: 0, top: 0, width: canvas.width, height: canvas.height }
    }

    /// Rows of the picture within the patch: where each begins and ends among its pixels.
    pub(super) fn rows(self, width: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
        (self.top..self.top + self.height).map(move |y| y * width + self.left..y * width + self.left + self.width)
    }
}

/// Where two pictures of one size differ: for each band of rows the rectangle around its changes, equal ones joined.
pub(super) fn differences(before: &Canvas, after: &Canvas) -> Vec<Patch> {
    let width = after.width.max(1);
    let bands = before.pixels.chunks(width * BAND).zip(after.pixels.chunks(width * BAND));
    let mut found: Vec<Patch> = Vec::new();
    for (number, (old, new)) in bands.enumerate() {
        let Some((left, right)) = changed_columns(old, new, width) else { continue };
        let patch = Patch { left, top: number * BAND, width: right - left, height: new.len() / width };
        match found.last_mut() {
            Some(last) if last.top + last.height == patch.top && (last.left, last.width) == (left, patch.width) => {
                last.height += patch.height;
            }
            Some(_) | None => found.push(patch),
        }
    }
    found
}

/// First and last column that changed in a band, the last excluded.
fn changed_columns(old: &[u32], new: &[u32], width: usize) -> Option<(usize, usize)> {
    let rows = old.chunks_exact(width).zip(new.chunks_exact(width));
    rows.filter(|(old, new)| old != new)
        .filter_map(|(old, new)| {
            let differs = |(old, new): (&u32, &u32)| old != new;
            let first = old.iter().zip(new).position(differs)?;
            let last = old.iter().zip(new).rposition(differs)?;
            Some((first, last + 1))
        })
        .reduce(|(left, right), (first, last)| (left.min(first), right.max(last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canvas() -> Canvas {
        let mut canvas = Canvas::default();
        canvas.clear(100, 50);
        canvas
    }

    #[test]
    fn equal_pictures_have_no_difference() {
        assert_eq!(differences(&canvas(), &canvas()), []);
    }

    #[test]
    fn every_change_lies_in_a_patch_and_little_else_does() {
        let mut after = canvas();
        for (x, y) in [(10, 3), (20, 5), (99, 49), (0, 33)] {
            after.pixels[y * 100 + x] = 7;
        }
        let found = differences(&canvas(), &after);
        assert_eq!(
            found,
            [
                Patch { left: 10, top: 0, width: 11, height: 16 },
                Patch { left: 0, top: 32, width: 1, height: 16 },
                Patch { left: 99, top: 48, width: 1, height: 2 }
            ]
        );
        let mut copy = canvas();
        for row in found.iter().flat_map(|patch| patch.rows(100)) {
            copy.pixels[row.clone()].copy_from_slice(&after.pixels[row]);
        }
        assert_eq!(copy, after);
    }

    #[test]
    fn a_change_of_everything_is_one_patch() {
        let mut after = canvas();
        after.pixels.fill(1);
        assert_eq!(differences(&canvas(), &after), [Patch::whole(&after)]);
    }
}
