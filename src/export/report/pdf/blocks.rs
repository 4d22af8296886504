//! The blocks of a report as pieces for its pages: headings, paragraphs, lists, charts, and the front with its contents.

use super::lines::break_lines;
use super::pages::{Keep, Mark, Piece, PieceKind};
use super::style::{HEIGHT, TextSetting, TextSettings, WIDTH, paper};
use super::table::add_table;
use crate::chart::scene::Area;
use crate::export::chart::{ChartFile, width_of};
use crate::export::report::{Heading, Report, ReportBlock};

/// From the edge of the text to the words of a point, and to its dash.
const POINT: (f32, f32) = (15.0, 3.0);
/// From the edge of the text to the entry of a section in a section.
const INSET: f32 = 16.0;
/// The part of its width that a chart keeps where a page has too little room for all of it.
const SMALLER: f32 = 0.84;
/// Room for the number of a page at the end of an entry.
const PAGE_NUMBER: f32 = 26.0;

/// The pieces of a document as far as they are made.
pub(super) struct PieceFlow<'a> {
    pub(super) settings: &'static TextSettings,
    pub(super) pieces: Vec<Piece>,
    /// Room that the last block asks for below it.
    pub(super) gap: f32,
    tables: usize,
    /// Sizes of the charts of the report, in their order.
    charts: &'a [[f32; 2]],
    drawn: usize,
}

/// The pieces of the sections of a report; `charts` are the sizes of its charts, in any unit.
pub(super) fn body(report: &Report, settings: &'static TextSettings, charts: &[[f32; 2]]) -> Vec<Piece> {
    let mut flow = PieceFlow::new(settings, charts);
    for (position, section) in report.sections.iter().enumerate() {
        flow.add_heading(&section.heading, position);
        for block in &section.blocks {
            flow.add_block(block);
        }
    }
    flow.pieces
}

/// The pieces of the title.
pub(super) fn title(report: &Report, settings: &'static TextSettings) -> Vec<Piece> {
    let mut flow = PieceFlow::new(settings, &[]);
    flow.add_text(&report.title, settings.title, Keep::Always);
    flow.add_text(&report.subtitle, settings.subtitle, Keep::Always);
    for fact in &report.facts {
        flow.add_text(fact, settings.fact, Keep::Always);
    }
    flow.pieces
}

/// The pieces of the table of contents; `pages` are the numbers of the pages on which sections begin.
pub(super) fn contents(report: &Report, heading: &str, settings: &'static TextSettings, pages: &[usize]) -> Vec<Piece> {
    let mut flow = PieceFlow::new(settings, &[]);
    flow.add_text(heading, settings.headings[0], Keep::Always);
    for (section, entry) in report.sections.iter().enumerate() {
        let page = pages.get(section).map(ToString::to_string).unwrap_or_default();
        flow.add_entry(&entry.heading, section, &page);
    }
    flow.pieces
}

impl<'a> PieceFlow<'a> {
    const fn new(settings: &'static TextSettings, charts: &'a [[f32; 2]]) -> Self {
        Self { settings, pieces: Vec::new(), gap: 0.0, tables: 0, charts, drawn: 0 }
    }

    /// A number for a table, by which its rows know their heads.
    pub(super) const fn next_table(&mut self) -> usize {
        self.tables += 1;
        self.tables
    }

    fn add_block(&mut self, block: &ReportBlock) {
        let settings = self.settings;
        match block {
            ReportBlock::Lead(text) => self.add_text(text, settings.lead, Keep::Free),
            ReportBlock::Paragraph(text) => self.add_text(text, settings.body, Keep::Free),
            ReportBlock::Note(text) => self.add_note(text),
            ReportBlock::List(points) => self.add_points(points, settings.list),
            ReportBlock::Details(points) => self.add_points(points, settings.detail),
            ReportBlock::Table(table) => add_table(self, table),
            ReportBlock::Figure { number, figure } => self.add_figure(number, figure),
        }
    }

    pub(super) fn add_note(&mut self, text: &str) {
        self.add_text(text, self.settings.note, Keep::Free);
    }

    pub(super) fn add_caption(&mut self, text: &str) {
        self.add_text(text, self.settings.caption, Keep::Always);
    }

    fn add_text(&mut self, text: &str, setting: TextSetting, keep: Keep) {
        self.add_lines(text, setting, (0.0, keep));
    }

    /// The lines of a text; its first and last are kept from standing alone on a page.
    fn add_lines(&mut self, text: &str, setting: TextSetting, (left, keep): (f32, Keep)) {
        let lines = break_lines(text, setting.font, WIDTH - left);
        let count = lines.len();
        let mut before = self.gap.max(setting.around[0]);
        for (position, line) in lines.into_iter().enumerate() {
            let is_last = position + 1 == count;
            let is_tied = position == 0 || position + 2 == count;
            let tie = if is_last {
                keep
            } else if is_tied {
                Keep::Always
            } else {
                keep
            };
            let marks = vec![Mark::words(line.text, (left, 0.0), line.width, setting)];
            self.pieces.push(Piece {
                marks,
                height: setting.pitch,
                before,
                keep: tie,
                kind: PieceKind::Text,
                smaller: None,
            });
            before = 0.0;
        }
        if count > 0 {
            self.gap = setting.around[1];
        }
    }

    fn add_points(&mut self, points: &[String], setting: TextSetting) {
        for point in points {
            let begun = self.pieces.len();
            self.add_lines(point, setting, (POINT.0, Keep::Free));
            if let Some(first) = self.pieces.get_mut(begun) {
                let dash = "–".to_owned();
                let width = width_of(&dash, setting.font);
                first.marks.insert(0, Mark::words(dash, (POINT.1, 0.0), width, setting));
            }
        }
        self.gap = self.gap.max(self.settings.body.around[1]);
    }

    fn add_heading(&mut self, heading: &Heading, section: usize) {
        let is_first = heading.level < 2;
        let setting = self.settings.headings[usize::from(!is_first)];
        let begun = self.pieces.len();
        self.add_text(&heading.to_text(), setting, Keep::Always);
        if let Some(first) = self.pieces.get_mut(begun) {
            first.marks.insert(0, Mark::Anchor { section, top: 0.0 });
            first.kind = if is_first { PieceKind::Section } else { PieceKind::Text };
        }
    }

    fn add_entry(&mut self, heading: &Heading, section: usize, page: &str) {
        let setting = self.settings.entry;
        let left = if heading.level > 1 { INSET } else { 0.0 };
        let lines = break_lines(&heading.to_text(), setting.font, WIDTH - left - PAGE_NUMBER);
        let (pitch, count) = (setting.pitch, lines.len());
        let mut marks = Vec::new();
        let (mut top, mut end) = (0.0, left);
        for (position, line) in lines.into_iter().enumerate() {
            top = pitch * f32::from(u16::try_from(position).unwrap_or(u16::MAX));
            end = left + line.width;
            marks.push(Mark::words(line.text, (left, top), line.width, setting));
        }
        let width = width_of(page, setting.font);
        let baseline = top + pitch * 0.72;
        let (from, to) = ([end + 6.0, baseline], [WIDTH - width - 6.0, baseline]);
        marks.push(Mark::Rule { from, to, width: 0.7, color: paper().axis, dotted: true });
        marks.push(Mark::words(page.to_owned(), (WIDTH - width, top), width, setting));
        let height = pitch * f32::from(u16::try_from(count.max(1)).unwrap_or(u16::MAX));
        marks.push(Mark::Link { section, area: Area { left, top: 0.0, right: WIDTH, bottom: height } });
        let before = self.gap.max(setting.around[0]);
        self.pieces.push(Piece { marks, height, before, keep: Keep::Free, kind: PieceKind::Text, smaller: None });
        self.gap = setting.around[1];
    }

    /// A chart with its title and source, and the same a little smaller.
    fn add_figure(&mut self, number: &str, figure: &ChartFile) {
        let smaller = self.figure(number, figure, SMALLER);
        let whole = Piece { smaller: Some(Box::new(smaller)), ..self.figure(number, figure, 1.0) };
        self.pieces.push(whole);
        self.gap = self.settings.note.around[1];
        self.drawn += 1;
    }

    /// Title, chart and source as one piece, the chart in a part of its usual width.
    fn figure(&self, number: &str, figure: &ChartFile, part: f32) -> Piece {
        let settings = self.settings;
        let mut marks = Vec::new();
        let mut at = 0.0;
        let title = format!("{number}. {} ({})", figure.title, figure.unit);
        add_words(&mut marks, &mut at, &title, settings.caption);
        at += settings.caption.around[1];
        let mut foot = Vec::new();
        let mut below = settings.note.around[0];
        add_words(&mut foot, &mut below, &figure.caption, settings.note);
        let [width, height] = self.charts.get(self.drawn).copied().unwrap_or([1.0, 1.0]);
        // As wide as the text, unless it would then be taller than a page.
        let scale = (part * settings.chart * WIDTH / width).min((HEIGHT - at - below) / height);
        let left = (WIDTH - scale * width) / 2.0;
        let area = Area { left, top: at, right: left + scale * width, bottom: at + scale * height };
        marks.push(Mark::Chart { position: self.drawn, area });
        marks.extend(foot.into_iter().map(|mark| mark.moved(area.bottom)));
        let before = self.gap.max(settings.caption.around[0]);
        let height = area.bottom + below;
        Piece { marks, height, before, keep: Keep::Free, kind: PieceKind::Chart, smaller: None }
    }
}

/// The lines of a text under a height, which goes down to where they end.
fn add_words(marks: &mut Vec<Mark>, at: &mut f32, text: &str, setting: TextSetting) {
    for line in break_lines(text, setting.font, WIDTH) {
        marks.push(Mark::words(line.text, (0.0, *at), line.width, setting));
        *at += setting.pitch;
    }
}
