//! Texts beside single points: of targets, of assumed values, of peaks and troughs.

use super::{Plot, sample};
use crate::chart::captions::{Caption, Prefer, Surroundings, place};
use crate::chart::mark::SMALL;
use crate::chart::model::value_in;
use crate::chart::scene::{Area, Ink, Sketch, line_height};

/// How far a mark reaches that captions keep clear of: that of a target or of an assumed value, and a bend of a line.
const MARK: (f32, f32) = (6.0, 2.0);
/// Space between a caption and a label at the end of a line: less would read as one number.
const APART: f32 = 5.0;
/// How far captions may reach over the plot.
const OVER: f32 = 8.0;
/// Leading over and under the letters of a label, which may meet that of a caption.
const LEADING: f32 = 1.5;

/// A text beside a point.
struct Beside<'a> {
    at: [f32; 2],
    pieces: Vec<(&'a str, Ink)>,
    prefer: Prefer,
    /// How far the mark of the point reaches.
    mark: f32,
}

fn texts<'a>(sketch: &Sketch<'_>, plot: &Plot<'a>) -> Vec<Beside<'a>> {
    let theme = sketch.look.theme;
    let chart = plot.chart;
    // Over bands only the strongest ink reads.
    let plain = Ink::plain(SMALL, if chart.fan.is_some() { theme.ink } else { theme.ink2 }).over_lines();
    let targets = chart.targets.iter().map(|target| Beside {
        at: plot.project((target.year, target.value)),
        pieces: vec![(&*target.caption, plain), (&*target.value_text, Ink::bold(SMALL, theme.ink).over_lines())],
        prefer: Prefer::UpperLeft,
        mark: MARK.0,
    });
    let rings = chart.history.iter().flat_map(|line| &line.rings).filter(|ring| !ring.text.is_empty());
    let rings = rings.map(|ring| Beside {
        at: plot.project((ring.year, ring.value)),
        pieces: vec![(&*ring.text, plain)],
        prefer: Prefer::LowerRight,
        mark: MARK.0,
    });
    let notes = chart.notes.iter().filter_map(|note| {
        let mut all = chart.groups.iter().flat_map(|group| &group.series);
        let series = all.find(|series| series.scenario_key == note.scenario_key)?;
        let before = value_in(&series.points, note.year - 1).or_else(|| value_in(&series.points, note.year + 1));
        Some(Beside {
            at: plot.project((note.year, note.value)),
            pieces: vec![(&*note.text, Ink::bold(SMALL, series.style.color).over_lines())],
            prefer: if before.is_some_and(|before| before > note.value) { Prefer::Below } else { Prefer::Above },
            mark: MARK.1,
        })
    });
    targets.chain(rings).chain(notes).filter(|text| plot.shows(text.at)).collect()
}

/// Adds captions of targets, rings and notes, clear of lines, marks, one another and what is taken.
pub(super) fn add_captions(sketch: &mut Sketch<'_>, plot: &Plot<'_>, taken: &[Area]) {
    let texts = texts(sketch, plot);
    let series = plot.chart.groups.iter().flat_map(|group| &group.series).map(|series| &series.points);
    let paths = plot.chart.fan.iter().flat_map(|fan| &fan.paths);
    let line_points = sample(plot, series.chain(plot.chart.history.iter().map(|line| &line.points)).chain(paths));
    let shrunk = |area: &Area| Area {
        left: area.left - APART,
        top: area.top + LEADING,
        right: area.right + APART,
        bottom: area.bottom - LEADING,
    };
    let marks = texts.iter().map(|text| Area::around(text.at, text.mark));
    let taken = marks.chain(taken.iter().map(shrunk)).collect();
    // A caption may reach a little over the plot and into the free parts of the right margin.
    let frame = Area { top: plot.area.top - OVER, right: plot.whole.right, ..plot.area };
    let mut around = Surroundings { frame, taken, line_points: &line_points };
    let height = line_height(SMALL);
    let size = |text: &Beside<'_>| [sketch.width_of_pieces(&text.pieces), height];
    let wanted: Vec<Caption> =
        texts.iter().map(|text| Caption { at: text.at, size: size(text), prefer: text.prefer }).collect();
    for (text, area) in texts.iter().zip(place(&wanted, &mut around)) {
        sketch.pieces_on_middle([area.left, area.middle()[1]], &text.pieces, f32::INFINITY);
    }
}
