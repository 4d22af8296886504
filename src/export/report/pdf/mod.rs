//! The report as PDF on A4: pages are laid out here, then painted; the same report gives the same bytes.

mod blocks;
mod lines;
mod pages;
mod paint;
mod style;
mod table;

use super::Report;
use crate::export::chart::{ChartLook, PageChart, PictureError};
use pages::{Mark, Page, set_pages};
use style::TextSettings;

/// A document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A chart could not be drawn.
    #[error("chart: {0}")]
    Chart(#[from] PictureError),
    /// The library refused a part that every document has.
    #[error("page: {0}")]
    Page(&'static str),
    /// The library could not write the document.
    #[error("document: {0}")]
    Library(String),
}

/// The bytes of the document.
///
/// # Errors
/// [`PdfError`] if a chart cannot be drawn, or the library refuses the document.
pub fn to_pdf(report: &Report, look: &ChartLook<'_>) -> Result<Vec<u8>, PdfError> {
    let settings = TextSettings::of(report.contents.is_some());
    let charts = charts(report, look)?;
    let sizes: Vec<[f32; 2]> = charts.iter().map(PageChart::size).collect();
    paint::paint(report, settings, &lay_out(report, settings, &sizes), &charts)
}

fn charts(report: &Report, look: &ChartLook<'_>) -> Result<Vec<PageChart>, PictureError> {
    report.figures().map(|(_, figure)| PageChart::new(figure, look)).collect()
}

/// The pages of a report, `charts` being the sizes of its charts; contents and title have pages of their own.
fn lay_out(report: &Report, settings: &'static TextSettings, charts: &[[f32; 2]]) -> Vec<Page> {
    let title = blocks::title(report, settings);
    let body = blocks::body(report, settings, charts);
    let Some(heading) = &report.contents else {
        // The title keeps the first heading.
        return set_pages(&title.into_iter().chain(body).collect::<Vec<_>>());
    };
    let sections = set_pages(&body);
    let front = |numbers: &[usize]| {
        let contents = blocks::contents(report, heading, settings, numbers);
        set_pages(&title.iter().cloned().chain(contents).collect::<Vec<_>>())
    };
    // Numbers take no room of their own, so that the front has as many pages with them as without.
    let before = front(&[]).len();
    let numbers: Vec<usize> = begins(&sections, report.sections.len()).map(|page| before + page + 1).collect();
    front(&numbers).into_iter().chain(sections).collect()
}

/// The page on which each of so many sections begins, from 0.
fn begins(pages: &[Page], sections: usize) -> impl Iterator<Item = usize> {
    (0..sections).map(|wanted| {
        let is_here = |mark: &Mark| matches!(mark, Mark::Anchor { section, .. } if *section == wanted);
        pages.iter().position(|page| page.marks.iter().any(is_here)).unwrap_or(0)
    })
}

#[cfg(test)]
mod tests {
    use super::pages::Mark;
    use super::style::{HEIGHT, WIDTH};
    use super::*;
    use crate::export::Stamp;
    use crate::export::report::{Heading, ReportBlock, ReportRow, ReportTable, Section};
    use crate::lang::Lang;

    const WORDS: &str =
        "Tỷ trọng công nghiệp – xây dựng trong GRDP giai đoạn 2021–2030 đạt 72,6% (+1,5), tính theo giá so sánh 2010; ";

    fn section(level: u8, blocks: Vec<ReportBlock>) -> Section {
        let heading = Heading { number: "1.".to_owned(), title: WORDS.repeat(2), level };
        Section { heading, blocks }
    }

    fn table(columns: usize, rows: usize, cell: &str) -> ReportBlock {
        ReportBlock::Table(ReportTable {
            number: "Bảng 1".to_owned(),
            title: WORDS.to_owned(),
            heads: (0..columns).map(|column| format!("Kịch bản {column}")).collect(),
            widths: vec![10; columns],
            numbers_from: 1,
            rows: (0..rows)
                .map(|row| ReportRow { cells: vec![cell.to_owned(); columns], strong: row % 7 == 3 })
                .collect(),
            source: if rows.is_multiple_of(2) { String::new() } else { WORDS.repeat(3) },
        })
    }

    /// A report with everything that is hard to place.
    fn report(has_contents: bool) -> Report {
        let long = "x".repeat(400);
        let texts = |count: usize| (0..count).map(|_| ReportBlock::Paragraph(WORDS.repeat(6)));
        let sections = vec![
            section(1, vec![ReportBlock::Lead(WORDS.repeat(3)), ReportBlock::Note(long.clone())]),
            section(2, texts(14).collect()),
            section(1, vec![ReportBlock::List(vec![WORDS.repeat(4); 9]), ReportBlock::Details(vec![long.clone(); 3])]),
            section(1, vec![table(3, 70, WORDS), table(23, 5, "1.234.567,8 (+5,0%)"), table(2, 2, &WORDS.repeat(90))]),
            section(2, vec![table(4, 0, ""), table(12, 40, &long)]),
        ];
        Report {
            lang: Lang::VI,
            title: WORDS.to_owned(),
            subtitle: WORDS.to_owned(),
            facts: vec![WORDS.repeat(3); 3],
            contents: has_contents.then(|| "Mục lục".to_owned()),
            sections,
            footer: String::new(),
            properties: Vec::new(),
            carried: String::new(),
            stamp: Stamp { year: 2026, month: 11, day: 22 },
        }
    }

    #[test]
    fn nothing_leaves_the_room_for_text() {
        for has_contents in [true, false] {
            let pages = lay_out(&report(has_contents), TextSettings::of(has_contents), &[]);
            assert!(pages.len() > 8, "{}", pages.len());
            for mark in pages.iter().flat_map(|page| &page.marks) {
                let [left, right, top, bottom] = match mark {
                    Mark::Words { at, width, font, .. } => {
                        [at[0], at[0] + width, at[1] - font.size, at[1] + 0.25 * font.size]
                    }
                    Mark::Rule { from, to, .. } => [from[0], to[0], from[1], to[1]],
                    Mark::Ground { area, .. } | Mark::Chart { area, .. } | Mark::Link { area, .. } => {
                        [area.left, area.right, area.top, area.bottom]
                    }
                    Mark::Anchor { top, .. } => [0.0, 0.0, *top, *top],
                };
                let within = left >= -0.1 && right <= WIDTH + 0.3 && top >= -0.1 && bottom <= HEIGHT + 0.1;
                assert!(within && left <= right + 20.0, "{mark:?}");
            }
        }
    }

    #[test]
    fn no_two_lines_of_text_stand_on_each_other() {
        let pages = lay_out(&report(true), TextSettings::of(true), &[]);
        for page in &pages {
            let lines: Vec<[f32; 4]> = page
                .marks
                .iter()
                .filter_map(|mark| match mark {
                    Mark::Words { at, width, font, .. } => Some([at[0], at[0] + width, at[1] - 0.7 * font.size, at[1]]),
                    Mark::Rule { .. }
                    | Mark::Ground { .. }
                    | Mark::Chart { .. }
                    | Mark::Link { .. }
                    | Mark::Anchor { .. } => None,
                })
                .collect();
            for (position, one) in lines.iter().enumerate() {
                for other in &lines[position + 1..] {
                    let apart = one[1] <= other[0] + 0.1
                        || other[1] <= one[0] + 0.1
                        || one[3] <= other[2]
                        || other[3] <= one[2];
                    assert!(apart, "{one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn every_section_begins_on_the_page_that_the_contents_name() {
        let report = report(true);
        let pages = lay_out(&report, TextSettings::of(true), &[]);
        let begun: Vec<usize> = begins(&pages, report.sections.len()).collect();
        assert!(begun.windows(2).all(|two| two[0] <= two[1]) && begun.last() > begun.first(), "{begun:?}");
        let numbers = pages.iter().flat_map(|page| &page.marks).filter_map(|mark| match mark {
            Mark::Words { text, .. } => text.parse::<usize>().ok(),
            Mark::Rule { .. } | Mark::Ground { .. } | Mark::Chart { .. } | Mark::Link { .. } | Mark::Anchor { .. } => {
                None
            }
        });
        let stated: Vec<usize> = numbers.take(begun.len()).collect();
        assert_eq!(stated, begun.iter().map(|page| page + 1).collect::<Vec<_>>());
    }
}
