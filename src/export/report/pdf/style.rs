//! The measures of a page of A4 and of the texts on it, in points.

use crate::chart::scene::Font;
use crate::theme::{Mode, Rgb, Theme};

/// Width and height of A4.
pub(super) const PAPER: [f32; 2] = [595.28, 841.89];
/// From the edges of the paper to the text: 2.5 cm where pages are bound, 2 cm elsewhere.
pub(super) const MARGIN: Margin = Margin { left: 70.9, top: 56.7, right: 56.7, bottom: 62.4 };
/// From the lower edge of the paper to the baseline of the footer.
pub(super) const FOOT: f32 = 36.0;
/// Width of the text.
pub(super) const WIDTH: f32 = PAPER[0] - MARGIN.left - MARGIN.right;
/// Height of the text.
pub(super) const HEIGHT: f32 = PAPER[1] - MARGIN.top - MARGIN.bottom;

/// The edges of the paper.
pub(super) struct Margin {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

/// How a kind of text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct TextSetting {
    /// Size and weight.
    pub(super) font: Font,
    /// From one baseline to the next.
    pub(super) pitch: f32,
    /// Room above and below, of which the larger counts where two meet.
    pub(super) around: [f32; 2],
    /// Colour.
    pub(super) color: Rgb,
}

/// How each kind of text of a document is set.
pub(super) struct TextSettings {
    pub(super) title: TextSetting,
    pub(super) subtitle: TextSetting,
    pub(super) fact: TextSetting,
    /// Of sections and of sections in sections.
    pub(super) headings: [TextSetting; 2],
    pub(super) entry: TextSetting,
    pub(super) lead: TextSetting,
    pub(super) body: TextSetting,
    pub(super) list: TextSetting,
    pub(super) detail: TextSetting,
    pub(super) caption: TextSetting,
    pub(super) head: TextSetting,
    pub(super) cell: TextSetting,
    pub(super) note: TextSetting,
    pub(super) footer: TextSetting,
    /// Room above and below the words of a row.
    pub(super) row: f32,
    /// Part of the width of the text that charts take.
    pub(super) chart: f32,
}

/// The palette of paper.
pub(super) const fn paper() -> &'static Theme {
    Theme::for_mode(Mode::Light)
}

const fn set(size: f32, pitch: f32, around: [f32; 2]) -> TextSetting {
    TextSetting { font: Font { size, bold: false }, pitch, around, color: paper().ink }
}

const fn bold(size: f32, pitch: f32, around: [f32; 2]) -> TextSetting {
    TextSetting { font: Font { size, bold: true }, ..set(size, pitch, around) }
}

const fn grey(setting: TextSetting) -> TextSetting {
    TextSetting { color: paper().ink2, ..setting }
}

/// For documents of many pages.
static LONG: TextSettings = TextSettings {
    title: bold(20.0, 25.0, [0.0, 6.0]),
    subtitle: grey(set(13.0, 17.0, [0.0, 10.0])),
    fact: grey(set(9.5, 13.0, [0.0, 2.0])),
    headings: [bold(14.0, 18.0, [22.0, 7.0]), bold(11.5, 15.0, [15.0, 5.0])],
    entry: set(10.0, 14.0, [2.0, 2.0]),
    lead: bold(12.0, 16.0, [4.0, 7.0]),
    body: set(10.0, 14.6, [0.0, 6.5]),
    list: set(10.0, 14.2, [0.0, 3.5]),
    detail: set(8.6, 11.6, [0.0, 3.0]),
    caption: bold(9.5, 12.6, [11.0, 4.0]),
    head: bold(8.6, 11.2, [0.0, 0.0]),
    cell: set(8.6, 11.2, [0.0, 0.0]),
    note: grey(set(8.0, 10.6, [4.0, 9.0])),
    footer: grey(set(8.0, 10.0, [0.0, 0.0])),
    row: 2.6,
    chart: 1.0,
};

/// Closer, so that all of a note is seen on two pages.
static CLOSE: TextSettings = TextSettings {
    title: bold(16.0, 20.0, [0.0, 2.0]),
    subtitle: grey(set(11.0, 14.5, [0.0, 4.0])),
    fact: grey(set(8.5, 11.4, [0.0, 2.0])),
    headings: [bold(11.5, 15.0, [10.0, 3.0]), bold(10.5, 14.0, [8.0, 3.0])],
    entry: set(9.5, 13.0, [2.0, 2.0]),
    lead: bold(11.5, 15.0, [2.0, 4.0]),
    body: set(9.5, 13.0, [0.0, 3.5]),
    list: set(9.5, 12.8, [0.0, 1.8]),
    detail: set(8.3, 10.8, [0.0, 2.0]),
    caption: bold(9.0, 11.8, [6.0, 3.0]),
    head: bold(8.3, 10.4, [0.0, 0.0]),
    cell: set(8.3, 10.4, [0.0, 0.0]),
    note: grey(set(7.5, 9.8, [3.0, 4.0])),
    footer: grey(set(8.0, 10.0, [0.0, 0.0])),
    row: 1.7,
    chart: 0.92,
};

impl TextSettings {
    /// A document without a table of contents is short and stands closer.
    pub(super) const fn of(has_contents: bool) -> &'static Self {
        if has_contents { &LONG } else { &CLOSE }
    }
}
