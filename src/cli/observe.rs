//! `kichban observe`: one actual figure comes into a study.

use super::args::{Arguments, whole};
use super::failure::Failure;
use super::{Reply, Task, exit_code, render, request, save_study};
use crate::export::import_table;
use crate::importing::{ImportMeasure, IncomingFigure, Intake, compare_with_study, id_from};
use crate::lang::{Lang, Localized};
use crate::quantity::{PriceBasis, Quantity, Unit, Year};
use crate::scenario::figure::{Figure, Status};
use crate::scenario::links::PartYearVintage;
use crate::scenario::study::{Source, Study};
use crate::scenario::{Edit, FigureList, TakenFigures, apply_edit};
use crate::text::{explain_study_error, months_unreadable, quantity_id, unknown_word};
use clap::Args;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// `kichban observe`
#[derive(Debug, Clone, Args)]
pub(super) struct ObserveArgs {
    #[arg(value_name = "STUDY")]
    study: PathBuf,
    #[arg(id = "observed_quantity", long = "quantity", value_name = "Q", required = true)]
    quantity: String,
    #[arg(id = "observed_line", long = "line", value_name = "L", default_value = "")]
    line: String,
    #[arg(id = "observed_year", long = "year", value_name = "Y", required = true, value_parser = whole::<i32>(1900, 2100), allow_negative_numbers = true)]
    year: Year,
    #[arg(long, value_name = "1-6")]
    months: Option<String>,
    #[arg(id = "observed_value", long = "value", value_name = "V", required = true, allow_negative_numbers = true)]
    value: f64,
    #[arg(id = "observed_unit", long = "unit", value_name = "U")]
    unit: Option<String>,
    #[arg(id = "observed_source", long = "source", value_name = "S", required = true)]
    source: String,
    #[arg(long, value_name = "NAME")]
    vintage: Option<String>,
}

impl Task for ObserveArgs {
    fn study(&self) -> Option<&Path> {
        Some(&self.study)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (study, arguments) = request::study(Some(&self.study), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let taken = self.take(&study, lang)?;
        let figures = taken.figures.iter().cloned();
        let figures = figures.map(|figure| IncomingFigure { figure, cells: Vec::new(), assumed: false }).collect();
        let intake = Intake { figures, ..Intake::default() };
        let changes = compare_with_study(&study, &intake);
        let refused = |error| Failure::new(exit_code::INVALID, explain_study_error(&error, Some(&study), lang));
        // What the study would refuse is also refused in a dry run.
        let next = apply_edit(&study, &Edit::TakeFigures(Box::new(taken))).map_err(refused)?;
        let out = render::table(&import_table(Some(&next), &intake, &changes, lang), arguments.format, lang);
        let note = save_study(&next, arguments)?;
        Ok(Reply { out, note, ..Reply::default() })
    }
}

impl ObserveArgs {
    fn take(&self, study: &Study, lang: Lang) -> Result<TakenFigures, Failure> {
        let quantity: Quantity = word(&self.quantity).ok_or_else(|| {
            let own = study.observations.iter().map(|figure| figure.quantity);
            let usual = FigureList::Observations.usual_quantities().iter().copied();
            let known: BTreeSet<String> = own.chain(usual).map(quantity_id).collect();
            Failure::usage(unknown_word("--quantity", &self.quantity, &known, lang))
        })?;
        let unit = match &self.unit {
            None => quantity.unit(),
            Some(typed) => word(typed).ok_or_else(|| {
                let known: BTreeSet<String> = Unit::ALL.into_iter().filter_map(|unit| written(&unit)).collect();
                Failure::usage(unknown_word("--unit", typed, &known, lang))
            })?,
        };
        let months = self.months(lang)?;
        let vintage = self.vintage.clone().unwrap_or_else(|| match months {
            None => study.history_vintage.clone(),
            Some(months) => format!("{}-m{months:02}", self.year),
        });
        let source = self.source(study);
        let figure = Figure {
            line: self.line.clone(),
            year: Some(self.year),
            value: self.value,
            unit,
            price_basis: basis_of(study, quantity),
            territory: study.territory.clone(),
            vintage: vintage.clone(),
            status: Status::Published,
            source: source.id.clone(),
            ..Figure::blank(quantity)
        };
        let is_known = study.links.months(&vintage) == months;
        let part_years = months.filter(|_| !is_known).map(|months| PartYearVintage { vintage, months });
        Ok(TakenFigures {
            figures: vec![figure],
            sources: vec![source],
            territory: None,
            recipes: Vec::new(),
            part_years: part_years.into_iter().collect(),
        })
    }

    /// Months from January on; `None` for the whole year.
    fn months(&self, lang: Lang) -> Result<Option<u8>, Failure> {
        let Some(typed) = &self.months else { return Ok(None) };
        let read = typed.split_once('-').filter(|(first, _)| first.trim() == "1");
        let last = read.and_then(|(_, last)| last.trim().parse::<u8>().ok());
        match last {
            Some(12) => Ok(None),
            Some(months @ 1..12) => Ok(Some(months)),
            Some(_) | None => Err(Failure::usage(months_unreadable(typed, lang))),
        }
    }

    /// A source of the study by its id or title, or a new one with this title.
    fn source(&self, study: &Study) -> Source {
        let typed = self.source.trim();
        let is = |source: &&Source| source.id == typed || source.title.vi == typed || source.title.en == typed;
        study.sources.iter().find(is).cloned().unwrap_or_else(|| Source {
            id: id_from(typed),
            title: Localized::new(typed, typed),
            locator: String::new(),
            file: None,
        })
    }
}

/// Prices of a quantity: as the study has it already, else as the quantity is usually given.
fn basis_of(study: &Study, quantity: Quantity) -> PriceBasis {
    let known = study.observations.iter().find(|figure| figure.quantity == quantity);
    known.map_or_else(|| ImportMeasure { quantity, price_base: None }.price_basis(), |figure| figure.price_basis)
}

/// A word of study files.
fn word<T: serde::de::DeserializeOwned>(typed: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(typed.to_owned())).ok()
}

fn written<T: serde::Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}
