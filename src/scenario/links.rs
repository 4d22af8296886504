//! What the figures of a study are to each other where no single figure says it: parts of a year, and parts of a whole.

use super::edit::FigureList;
use super::error::StudyError;
use super::figure::{Figure, Quantity};
use super::study::Study;
use crate::quantity::Year;
use serde::{Deserialize, Serialize};

/// Relations between figures, which the plan audit and the catch-up read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Links {
    /// Vintages whose figures cover only the first months of their year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_years: Vec<PartYearVintage>,
    /// Figures that are said to make up another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<PartsOfWhole>,
}

/// A vintage of figures for part of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartYearVintage {
    /// The vintage.
    pub vintage: String,
    /// Months from January on, 1 to 11.
    pub months: u8,
}

/// Parts that are said to make a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartsOfWhole {
    /// The whole as it is stated.
    pub whole: FigureRef,
    /// Its parts.
    pub parts: Vec<FigureRef>,
}

/// A figure by what it is, so that a reference stays right when others come or go before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureRef {
    /// The list in which it stands.
    pub list: FigureList,
    /// What it measures.
    pub quantity: Quantity,
    /// Line; empty where the quantity has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
    /// Year.
    pub year: Year,
    /// Vintage.
    pub vintage: String,
}

impl Links {
    /// Whether there are no links.
    pub fn is_empty(&self) -> bool {
        self.part_years.is_empty() && self.sums.is_empty()
    }

    /// Months that a vintage covers; `None` for whole years.
    pub fn months(&self, vintage: &str) -> Option<u8> {
        self.part_years.iter().find(|part| part.vintage == vintage).map(|part| part.months)
    }
}

impl FigureRef {
    /// The reference to a figure; `None` where it has no year.
    fn link_to(list: FigureList, figure: &Figure) -> Option<Self> {
        Some(Self {
            list,
            quantity: figure.quantity,
            line: figure.line.clone(),
            year: figure.year?,
            vintage: figure.vintage.clone(),
        })
    }

    /// The figure in the study's own territory, and its position in the list.
    pub fn find<'a>(&self, study: &'a Study) -> Option<(usize, &'a Figure)> {
        let figures = self.list.figures(study);
        let same = |figure: &Figure| {
            figure.territory == study.territory && Self::link_to(self.list, figure).as_ref() == Some(self)
        };
        figures.into_iter().map(|(_, figure)| figure).enumerate().find(|(_, figure)| same(figure))
    }
}

/// Links name what exists, and months are part of a year.
pub(super) fn check(study: &Study) -> Result<(), StudyError> {
    for (position, part) in study.links.part_years.iter().enumerate() {
        let place = format!("links.part_years[{position}]");
        if !(1..12).contains(&part.months) {
            return Err(StudyError::MonthsOutOfRange { vintage: part.vintage.clone(), months: part.months });
        }
        if study.links.part_years.iter().take(position).any(|earlier| earlier.vintage == part.vintage) {
            return Err(StudyError::DuplicateId { place, id: part.vintage.clone() });
        }
    }
    for (position, sum) in study.links.sums.iter().enumerate() {
        let missing = std::iter::once(&sum.whole).chain(&sum.parts).find(|part| part.find(study).is_none());
        if let Some(missing) = missing {
            let place = format!("links.sums[{position}]");
            return Err(StudyError::UnknownReference { place, id: missing.vintage.clone() });
        }
    }
    Ok(())
}

/// Links follow a figure whose line, year or vintage changed.
pub(super) fn follow(study: &mut Study, list: FigureList, before: &Figure, after: &Figure) {
    let Some(old) = FigureRef::link_to(list, before) else { return };
    match FigureRef::link_to(list, after).filter(|_| after.territory == study.territory) {
        None => forget(study, list, before),
        Some(new) => {
            let parts =
                study.links.sums.iter_mut().flat_map(|sum| std::iter::once(&mut sum.whole).chain(&mut sum.parts));
            for part in parts.filter(|part| **part == old) {
                *part = new.clone();
            }
        }
    }
}

/// Removes the sums that contain a deleted figure, because they are no longer complete.
pub(super) fn forget(study: &mut Study, list: FigureList, gone: &Figure) {
    let Some(gone) = FigureRef::link_to(list, gone).filter(|name| name.find(study).is_none()) else { return };
    study.links.sums.retain(|sum| sum.whole != gone && !sum.parts.contains(&gone));
}
