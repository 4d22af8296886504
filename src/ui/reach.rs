//! The window can be reached: it is no larger than its screen, and its title bar stands on one.
//!
//! Screens come and go between two starts, and a place that was right on one desk is out of sight on another.

use egui::{Pos2, Rect, Vec2};
use egui_winit::winit::window::Window;

/// Smallest size at which everything is shown in full, in points.
const SMALLEST: Vec2 = Vec2::new(960.0, 600.0);
/// Share of a screen that the first window takes.
const FIRST_SHARE: f32 = 0.9;
/// The first window is at least this large where there is room, in points: the smallest screen that the program is made for.
const FIRST_LEAST: Vec2 = Vec2::new(1366.0, 740.0);
/// The first window is no larger than this, in points: beyond it, charts only grow.
const FIRST_MOST: Vec2 = Vec2::new(2560.0, 1440.0);
/// What the title bar and the bars of the system take of a screen, in points.
const BARS: Vec2 = Vec2::new(0.0, 56.0);
/// As much of the title bar as a hand can take hold of, in points.
const GRIP: Vec2 = Vec2::new(120.0, 24.0);

/// A screen of the desktop.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Monitor {
    /// Where it stands on the desktop, in pixels.
    area: Rect,
    /// Pixels a point.
    scale: f32,
}

impl Monitor {
    fn room(self) -> Vec2 {
        (self.area.size() - BARS * self.scale).max(Vec2::splat(1.0))
    }
}

/// What a window may be and has to become, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Fit {
    /// The size under which it cannot be drawn.
    smallest: Vec2,
    /// Another size, where the present one does not fit.
    size: Option<Vec2>,
    /// Another place, where the present one is out of reach.
    at: Option<Pos2>,
}

/// Moves and shrinks a new window so that it fits on a screen; a system that lists no screens decides for itself.
pub(super) fn bring_within_reach(window: &Window, maximized: bool) {
    let monitors: Vec<Monitor> = window
        .available_monitors()
        .map(|monitor| {
            let (at, size) = (monitor.position(), monitor.size());
            let area = Rect::from_min_size(pixel_pos(at.x, at.y), pixel_size(size.width, size.height));
            Monitor { area, scale: pixels(monitor.scale_factor()) }
        })
        .collect();
    let (mut size, place) = (window.inner_size(), window.outer_position());
    // Where the system does not tell the place, it decides on it, too.
    let at = place.as_ref().ok().map(|at| pixel_pos(at.x, at.y));
    let Some(fit) = fit(pixel_size(size.width, size.height), at, &monitors) else { return };
    let mut smallest = size;
    (smallest.width, smallest.height) = (whole(fit.smallest.x), whole(fit.smallest.y));
    window.set_min_inner_size(Some(smallest));
    // The system finds room for a maximized window, and moving it would end that.
    if maximized {
        return;
    }
    if let Some(other) = fit.size {
        (size.width, size.height) = (whole(other.x), whole(other.y));
        let _in_force = window.request_inner_size(size);
    }
    if let (Some(other), Ok(mut place)) = (fit.at, place) {
        (place.x, place.y) = (coordinate(other.x), coordinate(other.y));
        window.set_outer_position(place);
    }
}

/// The first window of all takes most of its screen, in the middle; a system that lists no screens decides for itself.
pub(super) fn fill_screen(window: &Window) {
    let Some(screen) = window.current_monitor().or_else(|| window.primary_monitor()) else { return };
    let (at, size) = (screen.position(), screen.size());
    let area = Rect::from_min_size(pixel_pos(at.x, at.y), pixel_size(size.width, size.height));
    let Some(first) = first_place(Monitor { area, scale: pixels(screen.scale_factor()) }) else { return };
    let mut wanted = size;
    (wanted.width, wanted.height) = (whole(first.width()), whole(first.height()));
    let _in_force = window.request_inner_size(wanted);
    let mut place = at;
    (place.x, place.y) = (coordinate(first.left()), coordinate(first.top()));
    window.set_outer_position(place);
}

/// Where the first window stands on a screen, in pixels; `None` if the screen has no area.
fn first_place(screen: Monitor) -> Option<Rect> {
    if !screen.area.is_positive() || screen.scale <= 0.0 {
        return None;
    }
    let room = screen.room();
    let least = (FIRST_LEAST * screen.scale).min(room);
    let size = (room * FIRST_SHARE).max(least).min(FIRST_MOST * screen.scale).min(room);
    Some(Rect::from_min_size(screen.area.min + (room - size) * 0.5, size))
}

/// How a window of this size, in pixels, fits on these screens; `None` if the list of screens is empty.
fn fit(size: Vec2, at: Option<Pos2>, monitors: &[Monitor]) -> Option<Fit> {
    let usable = || monitors.iter().copied().filter(|monitor| monitor.area.is_positive() && monitor.scale > 0.0);
    let overlap = |monitor: &Monitor| at.map_or(0.0, |at| shared(Rect::from_min_size(at, size), monitor.area));
    let first = usable().next()?;
    let home = usable().fold(first, |best, other| if overlap(&other) > overlap(&best) { other } else { best });
    let room = home.room();
    let smallest = (SMALLEST * home.scale).min(room);
    let fitting = size.max(smallest).min(room);
    let within_reach = |at: Pos2| {
        usable().any(|monitor| {
            let grip = GRIP * monitor.scale;
            let bar = Rect::from_min_size(at, Vec2::new(fitting.x, grip.y)).intersect(monitor.area);
            bar.width() >= grip.x && bar.height() >= grip.y
        })
    };
    let moved = |at: Pos2| at.max(home.area.min).min(home.area.max - fitting - BARS * home.scale);
    Some(Fit {
        smallest,
        size: (fitting != size).then_some(fitting),
        at: at.filter(|at| !within_reach(*at)).map(|at| moved(at).max(home.area.min)),
    })
}

/// Area that two rectangles share.
fn shared(one: Rect, other: Rect) -> f32 {
    let both = one.intersect(other);
    if both.is_positive() { both.area() } else { 0.0 }
}

#[expect(clippy::cast_possible_truncation, reason = "a scale factor needs no more than single precision")]
fn pixels(scale: f64) -> f32 {
    scale as f32
}

#[expect(clippy::cast_precision_loss, reason = "no desktop is wider than sixteen million pixels")]
fn pixel_pos(x: i32, y: i32) -> Pos2 {
    Pos2::new(x as f32, y as f32)
}

#[expect(clippy::cast_precision_loss, reason = "no screen is wider than sixteen million pixels")]
fn pixel_size(width: u32, height: u32) -> Vec2 {
    Vec2::new(width as f32, height as f32)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size within a screen")]
fn whole(length: f32) -> u32 {
    length as u32
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
fn coordinate(place: f32) -> i32 {
    place as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn monitor(left: f32, top: f32, width: f32, height: f32, scale: f32) -> Monitor {
        Monitor { area: Rect::from_min_size(Pos2::new(left, top), Vec2::new(width, height)), scale }
    }

    #[test]
    fn a_place_off_every_screen_comes_back_onto_one() {
        let screens = [monitor(0.0, 0.0, 1920.0, 1080.0, 1.0)];
        let size = Vec2::new(1366.0, 740.0);
        for at in [
            Pos2::new(-5000.0, -3000.0),
            Pos2::new(9000.0, 100.0),
            Pos2::new(100.0, 1079.0),
            Pos2::new(300.0, -200.0),
            Pos2::new(-1300.0, 10.0),
            Pos2::new(f32::MAX, f32::MIN),
        ] {
            let moved = fit(size, Some(at), &screens).unwrap().at.unwrap();
            assert!(screens[0].area.contains_rect(Rect::from_min_size(moved, size)), "{at:?} came to {moved:?}");
        }
    }

    #[test]
    fn a_place_on_a_second_screen_stays() {
        let screens = [monitor(0.0, 0.0, 1920.0, 1080.0, 1.0), monitor(-2560.0, -300.0, 2560.0, 1440.0, 1.0)];
        let at = Some(Pos2::new(-2000.0, -250.0));
        let kept = fit(Vec2::new(1366.0, 740.0), at, &screens).unwrap();
        assert_eq!((kept.size, kept.at), (None, None));
        let gone = fit(Vec2::new(1366.0, 740.0), at, &screens[..1]).unwrap();
        assert_eq!(gone.at, Some(Pos2::ZERO), "the screen is no longer there");
    }

    #[test]
    fn the_first_window_takes_most_of_its_screen_and_never_more() {
        for (width, height, scale) in [
            (1366.0, 768.0, 1.0),
            (1920.0, 1080.0, 1.0),
            (1920.0, 1080.0, 1.5),
            (3840.0, 2160.0, 1.0),
            (1024.0, 768.0, 1.0),
        ] {
            let screen = monitor(100.0, 50.0, width, height, scale);
            let first = first_place(screen).unwrap();
            assert!(screen.area.contains_rect(first), "{first:?} on {width} by {height}");
            let size = first.size() / scale;
            let large = size.x >= 1366.0_f32.min(width / scale) && size.y >= 600.0;
            assert!(large && size.x <= 2560.0 && size.y <= 1440.0, "{size:?} on {width} by {height} at {scale}");
        }
        assert!(first_place(monitor(0.0, 0.0, 1920.0, 1080.0, 1.0)).unwrap().width() > 1700.0);
        assert_eq!(first_place(monitor(0.0, 0.0, 0.0, 0.0, 1.0)), None);
    }

    #[test]
    fn a_window_is_never_larger_than_its_screen() {
        // 1920 by 1080 at scale 2 is 960 by 540 points: less than the smallest size that shows everything.
        for (screen, size) in [
            (monitor(0.0, 0.0, 1920.0, 1080.0, 2.0), Vec2::new(2732.0, 1480.0)),
            (monitor(0.0, 0.0, 1366.0, 768.0, 1.0), Vec2::new(1.0e9, 1.0e9)),
            (monitor(0.0, 0.0, 800.0, 480.0, 1.0), Vec2::new(1366.0, 740.0)),
        ] {
            let fitted = fit(size, Some(Pos2::ZERO), &[screen]).unwrap();
            let room = screen.area.size() - BARS * screen.scale;
            let taken = fitted.size.unwrap();
            assert!(taken.x <= room.x && taken.y <= room.y, "{taken:?} in {room:?}");
            assert!(fitted.smallest.x <= taken.x && fitted.smallest.y <= taken.y, "the smallest size would undo it");
        }
    }

    #[test]
    fn where_the_system_places_windows_only_the_size_is_looked_at() {
        let fitted = fit(Vec2::new(4000.0, 700.0), None, &[monitor(0.0, 0.0, 1920.0, 1080.0, 1.0)]).unwrap();
        assert_eq!((fitted.size, fitted.at), (Some(Vec2::new(1920.0, 700.0)), None));
        assert_eq!(fit(Vec2::new(4000.0, 700.0), None, &[]), None);
    }
}
