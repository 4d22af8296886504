//! State of the editors of the assumptions, and the changes that a person can make to it.

use crate::analysis::observed_series;
use crate::engine::{TOTAL_LINE, Variable};
use crate::quantity::{Year, elementary};
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;
use crate::scenario::{Record, RecordRef, StudyError, shock_depth, year_growth};

/// Share of the first half in last year's output with which the converter opens, per cent: two equal halves.
const FIRST_HALF: f64 = 50.0;

/// What the editors of the assumptions remember while the window is open.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AssumptionsState {
    /// The lever whose form is being edited under its row.
    pub open: Option<LeverKey>,
    /// Years marked in its table.
    pub marked: Vec<Year>,
    /// Parts of share levers that keep their size while others move.
    pub pins: Vec<(LeverKey, String)>,
    /// The editor of a project, park or shock.
    pub editor: Option<RecordEditor>,
    /// The table of scenarios and assumptions.
    pub matrix: Option<Matrix>,
    /// Whether the list of what the study has no figures of is unfolded.
    pub missing_open: bool,
}

/// A project, park or shock while it is being edited.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordEditor {
    /// The record as it will be saved.
    pub draft: Record,
    /// Whether it is new.
    pub is_new: bool,
    /// Scenario that takes a new record up at once.
    pub taken_up_by: Option<String>,
    /// Positions of pinned parts of the disbursement profile.
    pub pins: Vec<usize>,
    /// From published growth to depth.
    pub converter: Converter,
    /// Why the last attempt to save was refused.
    pub refused: Option<StudyError>,
}

/// Published growth and what was expected, in per cent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Converter {
    /// Whether growth is given for the halves of the year.
    pub halves: bool,
    /// Published growth of the year, or of its first half, in per cent.
    pub observed: f64,
    /// Growth of the second half, in per cent.
    pub second: f64,
    /// Share of the first half in last year's output, in per cent.
    pub weight: f64,
    /// Growth otherwise expected, in per cent.
    pub expected: f64,
}

impl Converter {
    /// The worst year on the study's record of the province's output against its average growth; zeros without a record.
    pub fn from_record(study: &Study) -> Self {
        let record = observed_series(study, Variable::Grdp, TOTAL_LINE);
        let growth =
            |from: f64, to: f64, years: i32| 100.0 * (elementary::power(to / from, f64::from(years).recip()) - 1.0);
        let yearly = record.windows(2).filter_map(|pair| match pair {
            [(before, from), (after, to)] if after - before == 1 => Some(growth(*from, *to, 1)),
            _ => None,
        });
        let observed = yearly.reduce(f64::min).unwrap_or(0.0);
        let expected = match (record.first(), record.last()) {
            (Some((first, from)), Some((last, to))) if last > first => growth(*from, *to, last - first),
            (Some(_) | None, Some(_) | None) => 0.0,
        };
        let [observed, expected] = [observed, expected].map(|per_cent| (per_cent * 100.0).round() / 100.0);
        Self { halves: false, observed, second: expected, weight: FIRST_HALF, expected }
    }

    /// Growth of the year, per cent.
    pub fn year(&self) -> f64 {
        if self.halves { year_growth(self.observed, self.second, self.weight / 100.0) } else { self.observed }
    }

    /// Depth as a fraction.
    pub fn depth(&self) -> Option<f64> {
        shock_depth(self.year() / 100.0, self.expected / 100.0)
    }
}

/// The table of scenarios and assumptions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matrix {
    /// Assumptions in the order of the columns.
    pub columns: Vec<LeverKey>,
    /// What is looked for to add.
    pub search: String,
}

/// What kind of record is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// An investment project.
    Project,
    /// An industrial park.
    Park,
    /// A demand shock.
    Shock,
}

/// A change of the assumptions.
#[derive(Debug, Clone, PartialEq)]
pub enum AssumptionsChange {
    /// A record is opened.
    OpenRecord(RecordRef),
    /// A new record is begun.
    NewRecord(RecordKind),
    /// The selected scenario takes a new record up, or does not.
    TakeUp(bool),
    /// The open record is saved.
    SaveRecord,
    /// The open record is deleted.
    DeleteRecord,
    /// The table of scenarios and assumptions is shown or hidden.
    ToggleMatrix,
    /// What needs no study.
    Editor(EditorChange),
}

/// A change of the editors that needs only their own state.
#[derive(Debug, Clone, PartialEq)]
pub enum EditorChange {
    /// The form of a lever is edited under its row, or no longer.
    ToggleValueForm(LeverKey),
    /// A year of the open table is marked, or no longer.
    Mark(Year),
    /// A part of a share lever is pinned, or no longer.
    Pin(LeverKey, String),
    /// The open record reads like this now.
    Draft(Box<Record>),
    /// A part of the open profile is pinned, or no longer.
    PinPart(usize),
    /// The converter holds these figures.
    Convert(Converter),
    /// The editor is closed without saving.
    CloseRecord,
    /// An assumption becomes a column.
    AddColumn(LeverKey),
    /// A column is taken out.
    RemoveColumn(LeverKey),
    /// Assumptions to add are looked for.
    SearchColumns(String),
    /// The list of what the study has no figures of is folded or unfolded.
    ToggleMissing,
}

impl AssumptionsState {
    /// Makes a change that needs only this state.
    pub fn apply(&mut self, change: EditorChange) {
        match change {
            EditorChange::ToggleValueForm(key) => {
                self.marked.clear();
                self.open = if self.open.as_ref() == Some(&key) { None } else { Some(key) };
            }
            EditorChange::ToggleMissing => self.missing_open = !self.missing_open,
            EditorChange::Mark(year) => toggle(&mut self.marked, year),
            EditorChange::Pin(key, part) => toggle(&mut self.pins, (key, part)),
            EditorChange::CloseRecord => self.editor = None,
            EditorChange::Draft(draft) => self.edit(|editor| editor.draft = *draft),
            EditorChange::PinPart(part) => self.edit(|editor| toggle(&mut editor.pins, part)),
            EditorChange::Convert(converter) => self.edit(|editor| editor.converter = converter),
            EditorChange::AddColumn(key) => self.arrange(|matrix| {
                matrix.search.clear();
                if !matrix.columns.contains(&key) {
                    matrix.columns.push(key);
                }
            }),
            EditorChange::RemoveColumn(key) => self.arrange(|matrix| matrix.columns.retain(|own| *own != key)),
            EditorChange::SearchColumns(text) => self.arrange(|matrix| matrix.search = text),
        }
    }

    fn edit(&mut self, change: impl FnOnce(&mut RecordEditor)) {
        if let Some(editor) = &mut self.editor {
            editor.refused = None;
            change(editor);
        }
    }

    fn arrange(&mut self, change: impl FnOnce(&mut Matrix)) {
        if let Some(matrix) = &mut self.matrix {
            change(matrix);
        }
    }

    /// Pinned parts of a share lever.
    pub fn pinned_parts(&self, key: &LeverKey) -> Vec<&str> {
        self.pins.iter().filter(|(own, _)| own == key).map(|(_, part)| part.as_str()).collect()
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|own| *own == item) {
        Some(position) => {
            list.remove(position);
        }
        None => list.push(item),
    }
}
