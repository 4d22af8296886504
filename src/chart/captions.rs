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

/// What a point of a line, and any meeting with another text, cost a caption, in px that it would rather go.
const CROSSING: f32 = 1.5;
const MEETING: (f32, f32) = (12.0, 2.0);
/// What a px out of the frame costs.
const LEAVING: f32 = 4.0;
/// What the next of the sides costs, in their order.
const RANK: f32 = 0.8;
/// What a place off the sides costs, and every px from the first of them.
const ASIDE: (f32, f32) = (2.0, 0.25);
/// Steps of the places off the sides, px across and down.
const STEPS: (f32, f32) = (6.0, 2.5);
/// How far from its point a caption may stand, px.
const FARTHEST: f32 = 16.0;

/// Places the captions one after the other; each becomes an obstacle for the next.
pub fn place(captions: &[Caption], around: &mut Surroundings<'_>) -> Vec<Area> {
    let mut placed = Vec::with_capacity(captions.len());
    for caption in captions {
        let area = place_one(caption, around);
        around.taken.push(area);
        placed.push(area);
    }
    placed
}

/// The best of the usual sides where one of them is free, else the best place anywhere near the point.
fn place_one(caption: &Caption, around: &Surroundings<'_>) -> Area {
    let reach = caption.size[0].max(caption.size[1]) + 2.0 * FARTHEST;
    let near = Area::around(caption.at, reach);
    let points: Vec<[f32; 2]> = around.line_points.iter().copied().filter(|point| near.contains(*point)).collect();
    let sides = sides(caption);
    let first = sides.first().copied().unwrap_or(near);
    let mut best = (f32::INFINITY, first);
    for (rank, area) in sides.into_iter().enumerate() {
        let crossed = CROSSING * crossings(&area, &points);
        let conflict = conflict(&area, around) + crossed;
        if conflict <= 0.0 {
            return area;
        }
        let cost = conflict + rank as f32 * RANK;
        best = if cost < best.0 { (cost, area) } else { best };
    }
    for area in places_near(caption) {
        let moved = (area.left - first.left).abs() + (area.top - first.top).abs();
        let cost = conflict(&area, around) + ASIDE.0 + moved * ASIDE.1;
        if cost < best.0 {
            let cost = cost + CROSSING * crossings(&area, &points);
            best = if cost < best.0 { (cost, area) } else { best };
        }
    }
    best.1
}

/// Points of lines under an area.
fn crossings(area: &Area, points: &[[f32; 2]]) -> f32 {
    points.iter().filter(|point| area.contains(**point)).count() as f32
}

/// What other texts, marks and the frame cost an area.
fn conflict(area: &Area, around: &Surroundings<'_>) -> f32 {
    let shared = around.taken.iter().map(|other| area.overlap(other)).filter(|shared| *shared > 0.0);
    let met: f32 = shared.map(|shared| MEETING.0 + shared * MEETING.1).sum();
    met + area.outside(&around.frame) * LEAVING
}

/// Places all round a point from which it is still seen what they belong to.
fn places_near(caption: &Caption) -> Vec<Area> {
    let [width, height] = caption.size;
    let [x, y] = caption.at;
    let steps = |reach: f32, step: f32| {
        let count = (reach / step).ceil();
        let mut at = -count;
        std::iter::from_fn(move || {
            let here = at;
            at += 1.0;
            (here <= count).then_some(here * step)
        })
    };
    let (across, down) = (width / 2.0 + FARTHEST, height / 2.0 + FARTHEST);
    let places = steps(across, STEPS.0).flat_map(|aside| steps(down, STEPS.1).map(move |below| (aside, below)));
    let area = |(aside, below): (f32, f32)| Area {
        left: x + aside - width / 2.0,
        top: y + below - height / 2.0,
        right: x + aside + width / 2.0,
        bottom: y + below + height / 2.0,
    };
    places.map(area).filter(|area| !area.contains(caption.at)).collect()
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
    let above = [(half_width - 4.0, -up), (0.0, -up - 2.0), (4.0 - half_width, -up), (right, -up)];
    let lower_right = [(right - 4.0, up + 4.0), (right, -up), (0.0, up + 7.0), (left, up)];
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
    use proptest::prelude::*;

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
    fn a_peak_close_under_the_edge_of_the_plot_keeps_its_value_over_it() {
        let line_points: Vec<[f32; 2]> =
            (0..40).map(|step| [100.0 + step as f32, 2.0 + (step as f32 - 20.0).abs()]).collect();
        let peak = Caption { at: [120.0, 2.0], size: [32.0, 14.3], prefer: Prefer::Above };
        let frame = Area { top: -16.0, ..FRAME };
        let mut around = Surroundings { frame, taken: vec![Area::around(peak.at, 2.0)], line_points: &line_points };
        let placed = place(&[peak], &mut around);
        assert!(placed[0].bottom <= 2.0 && placed[0].left <= 124.0 && placed[0].right >= 116.0, "{placed:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_caption_beside_a_rising_or_falling_line_crosses_none_and_stays_near_its_point(
            at in (60.0..240.0_f32, 60.0..140.0_f32),
            slope in -1.5..1.5_f32,
            width in 20.0..110.0_f32,
        ) {
            let at = [at.0, at.1];
            let run = |step: i16| f32::from(step) * 2.0;
            let on_line = (-40..40_i16).map(|step| [at[0] + run(step), at[1] + slope * run(step)]);
            let line_points: Vec<[f32; 2]> = on_line.filter(|point| FRAME.contains(*point)).collect();
            let taken = vec![Area::around(at, 6.0)];
            let mut around = Surroundings { frame: FRAME, taken, line_points: &line_points };
            let area = place(&[Caption { size: [width, 14.3], ..target(at) }], &mut around)[0];
            prop_assert!(crossings(&area, &line_points) < 1.0, "{area:?} {line_points:?}");
            prop_assert!(area.overlap(&Area::around(at, 6.0)) <= 0.0 && area.outside(&FRAME) <= 0.0, "{area:?}");
            prop_assert!(area.overlap(&Area::around(at, 24.0)) > 0.0, "{area:?} far from {at:?}");
        }
    }

    #[test]
    fn two_captions_do_not_cover_each_other() {
        let mut around = Surroundings { frame: FRAME, taken: Vec::new(), line_points: &[] };
        let placed = place(&[target([200.0, 100.0]), target([205.0, 102.0])], &mut around);
        assert!(placed[0].overlap(&placed[1]) <= 0.0, "{placed:?}");
    }
}
