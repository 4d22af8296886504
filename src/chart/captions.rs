//! Places for short texts beside points: near their point, inside the plot, over as few lines as possible.

use super::scene::Area;

impl Area {
    /// How far this area reaches out of another, px.
    fn outside(&self, frame: &Self) -> f32 {
        let over = |a: f32, b: f32| (a - b).max(0.0);
        over(frame.left, self.left)
            + over(self.right, frame.right)
            + over(frame.top, self.top)
            + over(self.bottom, frame.bottom)
    }
}

/// Where a caption would rather stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// To the upper left: targets.
    UpperLeft,
    /// To the lower right: assumed base values.
    LowerRight,
    /// Over the point: peaks.
    Above,
    /// Beside and below the point: troughs.
    Below,
}

/// A text that belongs to a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Caption {
    /// The point, px.
    pub at: [f32; 2],
    /// Width and height of the text, px.
    pub size: [f32; 2],
    /// Preferred side.
    pub prefer: Prefer,
}

/// What captions must keep clear of.
pub struct Surroundings<'a> {
    /// Where captions may stand.
    pub frame: Area,
    /// Other texts and marks.
    pub taken: Vec<Area>,
    /// Points along the lines, a few px apart.
    pub line_points: &'a [[f32; 2]],
}

/// Places the captions one after the other; each becomes an obstacle for the next.
pub fn place(captions: &[Caption], around: &mut Surroundings<'_>) -> Vec<Area> {
    let mut placed = Vec::with_capacity(captions.len());
    for caption in captions {
        let candidates = sides(caption).into_iter().enumerate();
        let scored = candidates.map(|(rank, area)| (cost(&area, around) + rank as f32 * 0.8, area));
        let Some((_, area)) = scored.min_by(|a, b| a.0.total_cmp(&b.0)) else {
            continue;
        };
        around.taken.push(area);
        placed.push(area);
    }
    placed
}

fn cost(area: &Area, around: &Surroundings<'_>) -> f32 {
    let crossed = around.line_points.iter().filter(|point| area.contains(**point)).count() as f32;
    let covered: f32 = around.taken.iter().map(|other| area.overlap(other)).sum();
    crossed * 1.5 + covered * 2.0 + area.outside(&around.frame) * 4.0
}

/// Candidate areas, best first.
fn sides(caption: &Caption) -> Vec<Area> {
    // Offsets of the text's centre from the point: full steps sideways, then nearer, then farther away.
    let (half_width, half_height) = (caption.size[0] / 2.0, caption.size[1] / 2.0);
    let (aside, up) = (half_width + 8.0, half_height + 2.5);
    let (left, right) = (-aside, aside);
    let upper_left = [(left, -up), (left + 6.0, -up - 5.0), (right, -up), (0.0, -up - 7.0)];
    let lower = [(left, up), (right, up), (0.0, up + 7.0), (left + 6.0, up + 6.0)];
    let far = [(left, -up - 12.0), (right, -up - 12.0), (left, up + 12.0), (right, up + 12.0)];
    let near_below = [(right - 2.0, 0.0), (right - 2.0, up), (0.0, up + 4.0), (left + 2.0, 0.0)];
    let above = [(half_width - 4.0, -up - 2.0), (0.0, -up - 4.0), (4.0 - half_width, -up - 2.0), (right, -up)];
    let lower_right = [(right - 4.0, up + 2.0), (right, -up), (0.0, up + 7.0), (left, up)];
    let centres: Vec<(f32, f32)> = match caption.prefer {
        Prefer::UpperLeft => [upper_left, lower, far].concat(),
        Prefer::LowerRight => [lower_right, upper_left, far].concat(),
        Prefer::Above => [above, lower, far].concat(),
        Prefer::Below => [near_below, lower, far].concat(),
    };
    let area = |(x, y): (f32, f32)| {
        let (x, y) = (caption.at[0] + x, caption.at[1] + y);
        Area { left: x - half_width, top: y - half_height, right: x + half_width, bottom: y + half_height }
    };
    centres.into_iter().map(area).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Area = Area { left: 0.0, top: 0.0, right: 300.0, bottom: 200.0 };

    fn target(at: [f32; 2]) -> Caption {
        Caption { at, size: [100.0, 14.0], prefer: Prefer::UpperLeft }
    }

    #[test]
    fn a_target_is_named_at_its_upper_left() {
        let mut around = Surroundings { frame: FRAME, taken: Vec::new(), line_points: &[] };
        let placed = place(&[target([200.0, 100.0])], &mut around);
        assert!(placed[0].right < 200.0 && placed[0].bottom < 100.0, "{placed:?}");
    }

    #[test]
    fn a_caption_never_leaves_the_plot_while_another_side_is_free() {
        let mut around = Surroundings { frame: FRAME, taken: Vec::new(), line_points: &[] };
        let placed = place(&[target([20.0, 100.0]), target([290.0, 5.0])], &mut around);
        for area in placed {
            assert!(area.outside(&FRAME) <= 0.0, "{area:?}");
        }
    }

    #[test]
    fn two_captions_do_not_cover_each_other() {
        let mut around = Surroundings { frame: FRAME, taken: Vec::new(), line_points: &[] };
        let placed = place(&[target([200.0, 100.0]), target([205.0, 102.0])], &mut around);
        assert!(placed[0].overlap(&placed[1]) <= 0.0, "{placed:?}");
    }
}
