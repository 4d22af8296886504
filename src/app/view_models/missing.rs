//! What the study has no figures of: what needs them, what stands in meanwhile, and the way to enter them.

use super::context::StateReader;
use crate::app::workspace::data::FigureDraft;
use crate::engine::Gap;
use crate::lang::Lang;
use crate::quantity::Quantity;
use crate::scenario::figure::{Figure, Status};
use crate::scenario::{AbsentFigure, FigureList, gaps_of};
use crate::text::{capitalise, gap_meanwhile, gap_name, gap_needed};

/// A part of the study without figures.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingRow {
    /// What is missing.
    pub name: String,
    /// Which views and questions need it.
    pub needed: String,
    /// What stands in meanwhile.
    pub meanwhile: String,
    /// How to enter it.
    pub way: MissingWay,
}

/// How a figure that is missing is entered.
#[derive(Debug, Clone, PartialEq)]
pub enum MissingWay {
    /// By a grid of lines and years.
    Grid(Quantity),
    /// By the form of a single figure.
    Form(FigureList, Box<FigureDraft>),
}

/// What the baseline of the selected case lacks, by weight; empty if it is complete.
pub fn missing_rows(reader: &StateReader<'_>) -> Vec<MissingRow> {
    let Some(baseline) = reader.state.derived.baseline(&reader.state.workspace.selected) else { return Vec::new() };
    let parts = gaps_of(&baseline.absent);
    // The first figure that a part lacks decides how it is entered; the row names the part.
    let first = parts.iter().filter_map(|gap| baseline.absent_figure(gap));
    first.map(|absent| missing_row(reader, absent, &baseline.id)).collect()
}

fn missing_row(reader: &StateReader<'_>, absent: &AbsentFigure, baseline: &str) -> MissingRow {
    let lang: Lang = reader.lang;
    let way = match absent.gap {
        Gap::Employment if absent.quantity == Quantity::Employment => MissingWay::Grid(Quantity::Employment),
        Gap::Population if absent.quantity == Quantity::Population => MissingWay::Grid(Quantity::Population),
        Gap::Prices if absent.quantity == Quantity::Deflator => MissingWay::Grid(Quantity::OutputCurrent),
        Gap::ProductTaxes => MissingWay::Grid(Quantity::Output),
        Gap::Employment
        | Gap::Population
        | Gap::Prices
        | Gap::Skills
        | Gap::LabourSupply
        | Gap::Capital
        | Gap::Investment
        | Gap::ExchangeRate
        | Gap::Reallocation
        | Gap::Land => form(reader, absent, baseline),
    };
    MissingRow {
        name: capitalise(&gap_name(absent.gap, lang)),
        needed: gap_needed(absent.gap, lang),
        meanwhile: gap_meanwhile(absent.gap, lang),
        way,
    }
}

/// A form that is filled in as far as the study knows: what, which line, where, under which vintage.
fn form(reader: &StateReader<'_>, absent: &AbsentFigure, baseline: &str) -> MissingWay {
    let study = &reader.state.study;
    let of = study.baseline(baseline);
    let is_observed = absent.quantity == Quantity::Capital;
    let source = ["stated", "assumption"].into_iter().find(|id| study.source(id).is_some());
    let source = source.map(str::to_owned).or_else(|| study.sources.first().map(|source| source.id.clone()));
    let figure = Figure {
        line: absent.line.clone(),
        year: of.filter(|_| is_observed).map(|baseline| baseline.base_year),
        vintage: of.filter(|_| is_observed).map(|baseline| baseline.vintage.clone()).unwrap_or_default(),
        territory: study.territory.clone(),
        status: Status::Assumed,
        source: source.unwrap_or_default(),
        unit: absent.quantity.typed_unit(),
        ..Figure::blank(absent.quantity)
    };
    let list = if is_observed { FigureList::Observations } else { FigureList::Parameters };
    MissingWay::Form(list, Box::new(FigureDraft { baseline: String::new(), figure }))
}
