//! Pieces of text, rows and charts set on pages: what belongs together stays together, and room is filled.

use super::style::{HEIGHT, TextSetting};
use crate::chart::scene::{Area, Font};
use crate::theme::Rgb;

/// Part of a page that may stay empty so that a table stays whole, or so that a section begins below the chart before it.
const EMPTY: f32 = 0.3;

/// Something that is drawn; its places are measured from the corner of the text, downwards.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    /// A line of text, by the left end of its baseline.
    Words { at: [f32; 2], text: String, width: f32, font: Font, color: Rgb },
    /// A straight line; dots lead the eye.
    Rule { from: [f32; 2], to: [f32; 2], width: f32, color: Rgb, dotted: bool },
    /// A ground under text.
    Ground { area: Area, color: Rgb },
    /// A chart of the report, by its position among them.
    Chart { position: usize, area: Area },
    /// What leads to the section at this position.
    Link { section: usize, area: Area },
    /// The heading of the section at this position begins here.
    Anchor { section: usize, top: f32 },
}

impl Mark {
    /// A line of text under a height, with its baseline where its setting puts it.
    pub(super) fn words(text: String, (left, top): (f32, f32), width: f32, setting: TextSetting) -> Self {
        // The letters of the font reach 1.025 em over and 0.275 em under the baseline; the rest is shared.
        let (size, room) = (setting.font.size, setting.pitch - 1.3 * setting.font.size);
        let baseline = top + room / 2.0 + 1.025 * size;
        Self::Words { at: [left, baseline], text, width, font: setting.font, color: setting.color }
    }

    pub(super) fn moved(&self, by: f32) -> Self {
        let point = |[x, y]: [f32; 2]| [x, y + by];
        let area = |area: &Area| Area { top: area.top + by, bottom: area.bottom + by, ..*area };
        match self.clone() {
            Self::Words { at, text, width, font, color } => Self::Words { at: point(at), text, width, font, color },
            Self::Rule { from, to, width, color, dotted } => {
                Self::Rule { from: point(from), to: point(to), width, color, dotted }
            }
            Self::Ground { area: own, color } => Self::Ground { area: area(&own), color },
            Self::Chart { position, area: own } => Self::Chart { position, area: area(&own) },
            Self::Link { section, area: own } => Self::Link { section, area: area(&own) },
            Self::Anchor { section, top } => Self::Anchor { section, top: top + by },
        }
    }
}

/// How a piece stands to the one behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// A page may end between them.
    Free,
    /// They stay on a page where that leaves no large part of another empty.
    Rather,
    /// They stay on a page.
    Always,
}

/// What a piece is to the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// Text, which stands where it comes.
    Text,
    /// The heading with which a section of the first level begins.
    Section,
    /// A chart: what follows it may fill the room that is too small for it.
    Chart,
    /// The heads of the table at this position, repeated over its rows on every page.
    Heads(usize),
    /// A row of the table at this position.
    Row(usize),
}

/// What is never cut: a line, a row, a chart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub(super) marks: Vec<Mark>,
    pub(super) height: f32,
    /// Room above it, but at the top of a page.
    pub(super) before: f32,
    pub(super) keep: Keep,
    pub(super) kind: PieceKind,
    /// The same chart a little smaller, for a page that it then fits on.
    pub(super) smaller: Option<Box<Self>>,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Page {
    pub(super) marks: Vec<Mark>,
}

/// Sets pieces on pages.
pub(super) fn set_pages(pieces: &[Piece]) -> Vec<Page> {
    let mut setter = Setter::default();
    for group in groups(pieces, Keep::Free) {
        setter.set_group(group);
    }
    while !setter.waiting.is_empty() {
        setter.turn();
    }
    setter.pages.push(setter.page);
    setter.pages
}

/// Runs of pieces whose every one is tied to the next by more than this.
fn groups(pieces: &[Piece], free: Keep) -> impl Iterator<Item = &[Piece]> {
    let is_tied = move |piece: &Piece| match piece.keep {
        Keep::Free => false,
        Keep::Rather => free == Keep::Free,
        Keep::Always => true,
    };
    pieces.chunk_by(move |piece, _| is_tied(piece))
}

/// Height of pieces below each other.
fn height_of(pieces: &[Piece]) -> f32 {
    pieces.iter().map(|piece| piece.height + piece.before).sum()
}

/// Where the next piece goes.
#[derive(Default)]
struct Setter {
    pages: Vec<Page>,
    page: Page,
    /// Height that is used of the page.
    at: f32,
    /// Charts that wait for the next page.
    waiting: Vec<Piece>,
    /// Heads of the last table, and whether they stand on the page.
    heads: Option<(Piece, bool)>,
}

impl Setter {
    fn set_group(&mut self, group: &[Piece]) {
        let [first, ..] = group else { return };
        if first.kind == PieceKind::Chart {
            // Charts keep their order.
            match self.as_fits(group).filter(|_| self.waiting.is_empty()) {
                Some(fitting) => self.place(&fitting),
                None => self.waiting.extend_from_slice(group),
            }
            return;
        }
        let has_room = self.waiting.len() < 2 && HEIGHT - self.at > EMPTY * HEIGHT;
        let is_loose = group.iter().any(|piece| piece.keep == Keep::Rather);
        // No chart stands between the rows of a table.
        let comes_apart = is_loose && !self.fits(group);
        if comes_apart || (first.kind == PieceKind::Section && !has_room) {
            while !self.waiting.is_empty() {
                self.turn();
            }
        }
        let is_long = height_of(group) > HEIGHT;
        if comes_apart && !self.fits(group) && (is_long || HEIGHT - self.at > EMPTY * HEIGHT) {
            for tied in groups(group, Keep::Rather) {
                self.settle(tied);
            }
        } else {
            self.settle(group);
        }
    }

    /// A group as it fits on the page: as it is, or with its chart a little smaller.
    fn as_fits(&self, group: &[Piece]) -> Option<Vec<Piece>> {
        if self.fits(group) {
            return Some(group.to_vec());
        }
        let smaller = |piece: &Piece| piece.smaller.as_ref().map_or_else(|| piece.clone(), |small| (**small).clone());
        let shrunk: Vec<Piece> = group.iter().map(smaller).collect();
        self.fits(&shrunk).then_some(shrunk)
    }

    /// Places a group on this page or the next that has room; what no page has room for goes piece by piece.
    fn settle(&mut self, group: &[Piece]) {
        loop {
            if let Some(fitting) = self.as_fits(group) {
                self.place(&fitting);
                return;
            }
            if self.at <= 0.0 {
                break;
            }
            self.turn();
        }
        for piece in group {
            let alone = std::slice::from_ref(piece);
            while !self.fits(alone) && self.at > 0.0 {
                self.turn();
            }
            self.place(alone);
        }
    }

    /// Whether the page has room for these pieces.
    fn fits(&self, pieces: &[Piece]) -> bool {
        let mut at = self.at;
        let mut has_heads = self.heads.as_ref().is_none_or(|(_, stand)| *stand);
        for piece in pieces {
            match piece.kind {
                PieceKind::Row(_) if !has_heads => {
                    at += self.heads.as_ref().map_or(0.0, |(heads, _)| heads.height);
                    has_heads = true;
                }
                PieceKind::Heads(_) => has_heads = true,
                PieceKind::Text | PieceKind::Section | PieceKind::Chart | PieceKind::Row(_) => {}
            }
            at += piece.height + if at > 0.0 { piece.before } else { 0.0 };
        }
        at <= HEIGHT + 0.01
    }

    fn place(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece.kind {
                PieceKind::Heads(_) => self.heads = Some((piece.clone(), true)),
                PieceKind::Row(table) => self.repeat_heads(table),
                PieceKind::Text | PieceKind::Section | PieceKind::Chart => {}
            }
            self.put(piece);
        }
    }

    fn repeat_heads(&mut self, table: usize) {
        let Some((heads, stand)) = &mut self.heads else { return };
        if heads.kind == PieceKind::Heads(table) && !*stand {
            *stand = true;
            let heads = heads.clone();
            self.put(&heads);
        }
    }

    fn put(&mut self, piece: &Piece) {
        if self.at > 0.0 {
            self.at += piece.before;
        }
        self.page.marks.extend(piece.marks.iter().map(|mark| mark.moved(self.at)));
        self.at += piece.height;
    }

    /// Begins a page, with the charts that wait for it.
    fn turn(&mut self) {
        self.pages.push(std::mem::take(&mut self.page));
        self.at = 0.0;
        if let Some((_, stand)) = &mut self.heads {
            *stand = false;
        }
        while let Some(chart) = self.waiting.first().cloned() {
            let fitting = self.as_fits(std::slice::from_ref(&chart));
            if fitting.is_none() && self.at > 0.0 {
                break;
            }
            self.waiting.remove(0);
            fitting.unwrap_or_else(|| vec![chart]).iter().for_each(|chart| self.put(chart));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A piece whose mark says where it stands.
    fn piece(name: usize, height: f32, keep: Keep, kind: PieceKind) -> Piece {
        Piece { marks: vec![Mark::Anchor { section: name, top: 0.0 }], height, before: 0.0, keep, kind, smaller: None }
    }

    fn line(name: usize, height: f32) -> Piece {
        piece(name, height, Keep::Free, PieceKind::Text)
    }

    /// The names on each page with their heights.
    fn places(pages: &[Page]) -> Vec<Vec<(usize, f32)>> {
        let of = |mark: &Mark| match mark {
            Mark::Anchor { section, top } => Some((*section, *top)),
            Mark::Words { .. } | Mark::Rule { .. } | Mark::Ground { .. } | Mark::Chart { .. } | Mark::Link { .. } => {
                None
            }
        };
        pages.iter().map(|page| page.marks.iter().filter_map(of).collect()).collect()
    }

    #[test]
    fn a_heading_goes_to_the_next_page_with_the_line_below_it() {
        let heading = piece(1, 20.0, Keep::Always, PieceKind::Section);
        let pages = places(&set_pages(&[line(0, HEIGHT - 25.0), heading, line(2, 12.0)]));
        assert_eq!(pages, [vec![(0, 0.0)], vec![(1, 0.0), (2, 20.0)]]);
    }

    #[test]
    fn text_fills_the_room_that_is_too_small_for_a_chart() {
        let chart = |name| piece(name, HEIGHT * 0.4, Keep::Free, PieceKind::Chart);
        let pieces = [line(0, HEIGHT * 0.7), chart(1), chart(2), line(3, 30.0), line(4, 30.0)];
        let pages = places(&set_pages(&pieces));
        let names = |page: &[(usize, f32)]| page.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(pages.iter().map(|page| names(page)).collect::<Vec<_>>(), [vec![0, 3, 4], vec![1, 2]]);
    }

    #[test]
    fn a_section_waits_for_the_charts_of_the_one_before_it() {
        let chart = |name| piece(name, HEIGHT * 0.5, Keep::Free, PieceKind::Chart);
        let section = piece(3, 20.0, Keep::Always, PieceKind::Section);
        let pieces = [line(0, HEIGHT * 0.8), chart(1), section, line(4, 12.0)];
        let pages = places(&set_pages(&pieces));
        assert_eq!(pages[0], [(0, 0.0)]);
        assert_eq!(pages[1].iter().map(|(name, _)| *name).collect::<Vec<_>>(), [1, 3, 4]);
    }

    #[test]
    fn a_table_that_goes_over_repeats_its_heads_and_cuts_no_row() {
        let mut pieces = vec![line(0, 100.0), piece(1, 20.0, Keep::Always, PieceKind::Heads(7))];
        pieces.extend((0..40).map(|row| piece(10 + row, 30.0, Keep::Rather, PieceKind::Row(7))));
        let pages = places(&set_pages(&pieces));
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[1][0], (1, 0.0), "heads stand over the rows of every page");
        assert_eq!(pages[0][1].0, 1);
        let rows = pages.iter().flatten().filter(|(name, _)| *name >= 10).count();
        assert_eq!(rows, 40);
        for page in &pages {
            assert!(page.iter().all(|(name, top)| *name < 10 || top + 30.0 <= HEIGHT), "{page:?}");
        }
    }

    #[test]
    fn a_short_table_is_kept_whole_where_little_stays_empty() {
        let table = |count: usize| {
            let mut pieces = vec![piece(1, 20.0, Keep::Always, PieceKind::Heads(0))];
            pieces.extend((0..count).map(|row| piece(10 + row, 30.0, Keep::Rather, PieceKind::Row(0))));
            pieces
        };
        let mut whole = vec![line(0, HEIGHT * 0.8)];
        whole.extend(table(9));
        assert_eq!(places(&set_pages(&whole))[0].len(), 1, "a fifth of the page stays empty");
        let mut cut = vec![line(0, HEIGHT * 0.6)];
        cut.extend(table(13));
        assert!(places(&set_pages(&cut))[0].len() > 3, "two fifths would");
    }
}
