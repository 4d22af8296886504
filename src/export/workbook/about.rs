//! Sheets of words: what the workbook is, sources and notes, native charts, and the study that it carries.

use super::book::{CellLook, Digits, LockedReason, SheetChart, SheetId, Visibility};
use super::results::digits_of;
use super::rows::Builder;
use crate::engine::{Line, Variable};
use crate::export::Stamp;
use crate::export::carried::{self, MARK};
use crate::text::words::{filled, label};
use crate::text::{case_name, closure_name, gap_reason, provenance, remarks, variable_name, variable_unit};

/// Characters of one cell; a spreadsheet allows 32 767.
const LONGEST_CELL: usize = 30_000;

/// A text that a cell can hold.
pub(super) fn fitting(text: &str) -> String {
    text.chars().take(LONGEST_CELL).collect()
}

impl Builder<'_> {
    /// The first sheet.
    pub(super) fn cover(&mut self, sheet: SheetId, stamp: Stamp) {
        let study = self.case.study;
        let name = case_name(&self.case.id, Some(study), self.lang);
        let note = study.case(&self.case.id).map_or("", |case| case.note.in_lang(self.lang)).to_owned();
        self.book.text(sheet, (0, 0), fitting(&name), CellLook::Title);
        let study_name = study.name.in_lang(self.lang).to_owned();
        self.book.text(sheet, (1, 0), fitting(&study_name), CellLook::Quiet);
        let baseline = case_name(&self.case.baseline.id, Some(study), self.lang);
        let provenance = provenance(study, self.case.vintage(), &self.case.fingerprint(), self.lang);
        let facts = [
            ("workbook-about-question", note),
            ("workbook-about-baseline", baseline),
            ("workbook-about-closure", closure_name(self.case.closure, self.lang)),
            ("workbook-about-date", stamp.to_text(self.lang)),
            ("workbook-about-origin", provenance),
            ("remarks-title", remarks(study, &self.case.projection, self.lang).join(" ")),
        ];
        let row = self.words_table(sheet, 3, &facts.map(|(key, text)| (label(self.lang, key), text)));
        let verdict = self.word("workbook-check-verdict");
        self.book.text(sheet, (row, 0), verdict, CellLook::Text);
        let content = self.book.formula("AND(check)");
        self.book.put(sheet, (row, 1), content, CellLook::Verdict);
        self.book.text(sheet, (row + 2, 0), label(self.lang, "workbook-about-sheets"), CellLook::Heading);
        self.book.text(sheet, (row + 2, 1), "", CellLook::Heading);
        let sheets = [
            ("workbook-sheet-assumptions", "workbook-about-assumptions"),
            ("workbook-sheet-model", "workbook-about-model"),
            ("workbook-sheet-results", "workbook-about-results"),
            ("workbook-sheet-charts", "workbook-about-charts"),
            ("workbook-sheet-targets", "workbook-about-targets"),
            ("workbook-sheet-comparison", "workbook-about-comparison-short"),
            ("workbook-sheet-check", "workbook-about-check"),
            ("workbook-sheet-sources", "workbook-about-sources"),
        ];
        let row = self.words_table(
            sheet,
            row + 3,
            &sheets.map(|(name, about)| (label(self.lang, name), label(self.lang, about))),
        );
        self.legend(sheet, row + 1);
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.widths.extend([(0, 30.0), (1, 96.0)]);
        }
    }

    /// Pairs of words one under another; returns the first free row.
    fn words_table(&mut self, sheet: SheetId, first: u32, rows: &[(String, String)]) -> u32 {
        let mut row = first;
        for (name, text) in rows.iter().filter(|(_, text)| !text.is_empty()) {
            self.book.text(sheet, (row, 0), fitting(name), CellLook::Text);
            self.book.text(sheet, (row, 1), fitting(text), CellLook::Wrapped);
            row += 1;
        }
        row
    }

    fn legend(&mut self, sheet: SheetId, row: u32) {
        self.book.text(sheet, (row, 0), label(self.lang, "workbook-about-colours"), CellLook::Heading);
        self.book.text(sheet, (row, 1), "", CellLook::Heading);
        let looks = [
            (CellLook::Input(Digits::One), "workbook-legend-input"),
            (CellLook::Fixed(Digits::One, LockedReason::Calibration), "workbook-legend-fixed"),
            (CellLook::Calibrated(Digits::One), "workbook-legend-calibrated"),
            (CellLook::Given(Digits::One), "workbook-legend-given"),
            (CellLook::Result(Digits::One), "workbook-legend-result"),
        ];
        for (row, (look, key)) in (row + 1..).zip(looks) {
            self.book.text(sheet, (row, 0), "1", look);
            self.book.text(sheet, (row, 1), label(self.lang, key), CellLook::Wrapped);
        }
    }

    /// Native charts of the rows of results.
    pub(super) fn charts(&mut self, sheet: SheetId) {
        let title = self.word("workbook-sheet-charts");
        self.book.text(sheet, (0, 0), title, CellLook::Title);
        let about = self.word("workbook-about-charts");
        self.book.text(sheet, (1, 0), about, CellLook::Quiet);
        let own = case_name(&self.case.id, Some(self.case.study), self.lang);
        let baseline = case_name(&self.case.baseline.id, Some(self.case.study), self.lang);
        let beside = |name: &str| {
            let mut pair = vec![(name.to_owned(), own.clone(), 0)];
            if self.case.id != self.case.baseline.id {
                pair.push((format!("base_{name}"), baseline.clone(), 1));
            }
            pair
        };
        let lines = |variable| self.reported_lines(variable, |line| line != Line::Total);
        let all = [
            (Variable::Grdp, beside("grdp_total")),
            (Variable::Output, lines(Variable::Output)),
            (Variable::ShareConstant, lines(Variable::ShareConstant)),
            (Variable::OutputGrowth, self.reported_lines(Variable::OutputGrowth, |_| true)),
            (Variable::Employment, lines(Variable::Employment)),
            (Variable::Productivity, self.reported_lines(Variable::Productivity, |_| true)),
        ];
        let charts =
            all.into_iter().filter(|(_, series)| !series.is_empty()).zip(0_u32..).map(|((variable, series), at)| {
                let column = if at % 2 == 0 { 0 } else { 10 };
                SheetChart {
                    row: 3 + at / 2 * 20,
                    column,
                    title: variable_name(variable, self.lang),
                    unit: variable_unit(variable, self.case.study.price_base_year, self.lang),
                    digits: digits_of(variable),
                    series,
                }
            });
        let charts: Vec<SheetChart> = charts.collect();
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.charts = charts;
            sheet.one_page = true;
        }
    }

    /// Sources of figures, and what a reader must know.
    pub(super) fn sources(&mut self, sheet: SheetId) {
        let study = self.case.study;
        let title = self.word("workbook-sheet-sources");
        self.book.text(sheet, (0, 0), title, CellLook::Title);
        self.book.text(sheet, (2, 0), label(self.lang, "workbook-notes"), CellLook::Heading);
        self.book.text(sheet, (2, 1), "", CellLook::Heading);
        let year = study.price_base_year.to_string();
        let notes = [
            study.note.in_lang(self.lang).to_owned(),
            filled(self.lang, "workbook-note-prices", &[("year", &year)]),
            self.word("workbook-note-calibrated"),
            self.word("workbook-note-closures"),
            self.word("workbook-note-land"),
        ];
        let notes = notes.into_iter().chain(self.gaps().iter().map(|gap| gap_reason(gap, self.lang)));
        let notes: Vec<String> = notes.collect();
        let mut row = 3;
        for note in notes.iter().filter(|note| !note.is_empty()) {
            self.book.text(sheet, (row, 1), fitting(note), CellLook::Wrapped);
            row += 1;
        }
        self.book.text(sheet, (row + 1, 0), label(self.lang, "source-document"), CellLook::Heading);
        self.book.text(sheet, (row + 1, 1), "", CellLook::Heading);
        let sources: Vec<(String, String)> = study
            .sources
            .iter()
            .map(|source| {
                let title = source.title.in_lang(self.lang);
                let text =
                    if source.locator.is_empty() { title.to_owned() } else { format!("{title}. {}", source.locator) };
                (source.id.clone(), text)
            })
            .collect();
        self.words_table(sheet, row + 2, &sources);
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.widths.extend([(0, 30.0), (1, 110.0)]);
        }
    }

    /// The study itself, on a hidden sheet, so that the program can open it again.
    pub(super) fn carry(&mut self, sheet: SheetId) {
        let text = carried::study_text(self.case);
        self.book.text(sheet, (0, 0), MARK, CellLook::Text);
        self.book.text(sheet, (0, 1), self.case.id.clone(), CellLook::Text);
        self.book.text(sheet, (0, 2), self.case.fingerprint(), CellLook::Text);
        for (row, piece) in (1..).zip(carried::pieces(&text, LONGEST_CELL)) {
            self.book.text(sheet, (row, 0), piece, CellLook::Text);
        }
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.hidden = Visibility::VeryHidden;
        }
    }
}
