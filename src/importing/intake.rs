//! Figures that would come in: each tied to its cell, and compared with what a study has.

use super::lines::{LineRole, RoledLabel};
use super::measure::{ImportMeasure, study_unit};
use crate::quantity::Year;
use crate::reading::{CellMark, FigureStatus, ReadCell, ReadStatus, ReadTable};
use crate::scenario::figure::{Figure, SourceCell, Status};
use crate::scenario::study::Study;
use std::collections::BTreeMap;

/// What all figures of an import have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IntakeFrame {
    /// Territory id of the study.
    pub territory: String,
    /// Vintage under which they come in.
    pub vintage: String,
    /// Source id of the file.
    pub source: String,
}

/// A figure that would come in.
#[derive(Debug, Clone, PartialEq)]
pub struct IncomingFigure {
    /// The figure as the study would have it.
    pub figure: Figure,
    /// The cells that it is the sum of; one as a rule.
    pub cells: Vec<String>,
    /// Whether any of them rests on a proposed answer.
    pub assumed: bool,
}

/// A cell that does not come in although its table does, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellLeftOut {
    /// The sheet.
    pub sheet: String,
    /// The cell.
    pub cell: String,
    /// Why.
    pub why: LeftOutBecause,
}

/// Why a cell does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutBecause {
    /// It has no value: a gap stays a gap.
    NoValue,
    /// Its label stands for no line.
    NoLine,
    /// Another cell brings the same figure with the same value.
    Repeated,
    /// Another cell brings the same figure with another value; the first stays, and both are shown.
    Contradicts,
    /// It is no one series with what the study has, and the answer leaves it out.
    OtherSeries,
}

/// What the ticked offers bring.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Intake {
    /// Figures that come in.
    pub figures: Vec<IncomingFigure>,
    /// Cells that do not.
    pub left_out: Vec<CellLeftOut>,
}

/// Lines that several labels of one table make up are their sums, so they are gathered first.
type Gathered<'a> = BTreeMap<(String, Year), Vec<&'a ReadCell>>;

impl Intake {
    /// Adds what the cells of a table bring under their roles.
    pub(super) fn add(
        &mut self,
        table: &ReadTable,
        cells: &[&ReadCell],
        measure: ImportMeasure,
        roles: &[RoledLabel],
        frame: &IntakeFrame,
    ) {
        let mut gathered: Gathered<'_> = BTreeMap::new();
        for cell in cells {
            let role = roles.iter().find(|role| role.outline.label == cell.label).map(|role| &role.role);
            let Some(line) = role.and_then(LineRole::id) else {
                self.leave(table, cell, LeftOutBecause::NoLine);
                continue;
            };
            match (cell.value, cell.year) {
                (Some(_), Some(year)) => gathered.entry((line.to_owned(), year)).or_default().push(cell),
                _ => self.leave(table, cell, LeftOutBecause::NoValue),
            }
        }
        for ((line, year), cells) in gathered {
            self.bring(table, (line, year), &cells, measure, frame);
        }
    }

    /// Leaves all cells of a table out.
    pub(super) fn leave_all(&mut self, table: &ReadTable, cells: &[&ReadCell], why: LeftOutBecause) {
        for cell in cells {
            self.leave(table, cell, why);
        }
    }

    fn bring(
        &mut self,
        table: &ReadTable,
        (line, year): (String, Year),
        cells: &[&ReadCell],
        measure: ImportMeasure,
        frame: &IntakeFrame,
    ) {
        // The same label twice is one figure said twice; different labels of one line are its parts.
        let mut parts: Vec<&ReadCell> = Vec::new();
        for cell in cells {
            match parts.iter().find(|part| part.label == cell.label) {
                Some(part) => {
                    let same = part.value == cell.value;
                    self.leave(table, cell, if same { LeftOutBecause::Repeated } else { LeftOutBecause::Contradicts });
                }
                None => parts.push(cell),
            }
        }
        let incoming = incoming(table, (line, year), &parts, measure, frame);
        let Some(incoming) = incoming else { return };
        let same = |known: &&IncomingFigure| is_same_figure(&known.figure, &incoming.figure);
        match self.figures.iter().find(same) {
            Some(known) => {
                let agrees = same_value(&known.figure, &incoming.figure);
                let why = if agrees { LeftOutBecause::Repeated } else { LeftOutBecause::Contradicts };
                for part in &parts {
                    self.leave(table, part, why);
                }
            }
            None => self.figures.push(incoming),
        }
    }

    fn leave(&mut self, table: &ReadTable, cell: &ReadCell, why: LeftOutBecause) {
        self.left_out.push(CellLeftOut { sheet: table.sheet.clone(), cell: cell.cell.clone(), why });
    }
}

fn incoming(
    table: &ReadTable,
    (line, year): (String, Year),
    parts: &[&ReadCell],
    measure: ImportMeasure,
    frame: &IntakeFrame,
) -> Option<IncomingFigure> {
    let first = parts.first()?;
    let (unit, _) = study_unit(&first.unit)?;
    let mut value = 0.0;
    for part in parts {
        let (_, scale) = study_unit(&part.unit)?;
        value += part.value? * scale;
    }
    let estimate = parts
        .iter()
        .any(|part| matches!(part.status, ReadStatus::Known(FigureStatus::Estimate | FigureStatus::Preliminary)));
    let cells: Vec<String> = parts.iter().map(|part| part.cell.clone()).collect();
    let mut heads: Vec<String> = parts.iter().flat_map(|part| part.heads.iter().cloned()).collect();
    heads.sort();
    heads.dedup();
    let line = if measure.has_lines() { line } else { String::new() };
    let figure = Figure {
        line,
        year: Some(year),
        value,
        unit,
        price_basis: measure.price_basis(),
        territory: frame.territory.clone(),
        vintage: frame.vintage.clone(),
        status: if parts.len() == 1 { Status::Published } else { Status::Derived },
        source: frame.source.clone(),
        cell: Some(Box::new(SourceCell { sheet: table.sheet.clone(), cells: cells.clone(), heads, estimate })),
        ..Figure::blank(measure.quantity)
    };
    let assumed = parts.iter().any(|part| part.marks.contains(&CellMark::Assumed));
    Some(IncomingFigure { figure, cells, assumed })
}

/// Whether two figures are of the same thing, whatever their values and vintages.
fn is_same_figure(a: &Figure, b: &Figure) -> bool {
    (a.quantity, &a.line, a.year, a.since) == (b.quantity, &b.line, b.year, b.since) && a.territory == b.territory
}

/// Values that agree in all digits a file can hold.
fn same_value(a: &Figure, b: &Figure) -> bool {
    let (a, b) = (a.model_value(), b.model_value());
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

/// What a figure that comes in is to a study.
#[derive(Debug, Clone, PartialEq)]
pub enum IntakeChange {
    /// The study has nothing of it.
    New,
    /// The study has it with the same value, in this vintage.
    Same {
        /// The vintage.
        vintage: String,
    },
    /// The study has it in the same vintage with another value, which would be replaced.
    Revised {
        /// Position among the observations.
        position: usize,
        /// The value as the study has it.
        before: f64,
    },
    /// The study has it in another vintage with another value; both stay.
    Beside {
        /// The vintage.
        vintage: String,
        /// The value there, in the unit of the figure that comes in.
        value: f64,
    },
}

impl IntakeChange {
    /// Id in tables.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same { .. } => "same",
            Self::Revised { .. } => "revised",
            Self::Beside { .. } => "beside",
        }
    }
}

/// What each figure is to a study, in the order of the intake.
pub fn compare_with_study(study: &Study, intake: &Intake) -> Vec<IntakeChange> {
    intake
        .figures
        .iter()
        .map(|incoming| {
            let figure = &incoming.figure;
            let known = || study.observations.iter().enumerate().filter(|(_, known)| is_same_figure(known, figure));
            let value = |known: &Figure| known.model_value() / figure.model_value() * figure.value;
            if let Some((_, same)) = known().find(|(_, known)| same_value(known, figure)) {
                return IntakeChange::Same { vintage: same.vintage.clone() };
            }
            if let Some((position, own)) = known().find(|(_, known)| known.vintage == figure.vintage) {
                return IntakeChange::Revised { position, before: value(own) };
            }
            match known().next() {
                Some((_, other)) => IntakeChange::Beside { vintage: other.vintage.clone(), value: value(other) },
                None => IntakeChange::New,
            }
        })
        .collect()
}
