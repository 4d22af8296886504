//! A new study from what comes in: its frame, its lines, a baseline at once, and defaults that no province publishes.

use super::intake::{Intake, IntakeChange};
use super::lines::{DraftLine, id_from};
use super::national::national_parameters;
use super::session::{ImportFrame, ImportSession};
use crate::engine::{Closure, TAXES_LINE, TOTAL_LINE};
use crate::lang::fold_tight;
use crate::lang::{Currency, Localized, TerritoryKind};
use crate::quantity::{Quantity, Unit, Year};
use crate::scenario::figure::{Figure, Status};
use crate::scenario::links::Links;
use crate::scenario::study::{
    Assumption, Baseline, BaselineRule, FORMAT, Group, LineName, Sector, Source, Structure, Study, Territory,
};
use crate::scenario::{ResolveError, StudyError, calibrate_baseline, validate};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The frame of a study that does not exist yet, as a person fills it in.
#[derive(Debug, Clone, PartialEq)]
pub struct NewStudy {
    /// Name of the study; the territory and the last year where it is empty.
    pub name: String,
    /// Name of the territory.
    pub territory: String,
    /// What the territory is.
    pub kind: TerritoryKind,
    /// Last actual year; the last with output of every sector where none is given.
    pub base_year: Option<Year>,
    /// Last projected year.
    pub horizon: Year,
    /// Year of constant prices, where the figures do not say it.
    pub price_base: Option<Year>,
    /// Whether what is left of the total after the sectors is product taxes less subsidies.
    pub remainder_is_taxes: bool,
    /// Growth of output a year that the user states, per cent, for years without a record.
    pub growth: Option<f64>,
}

impl Default for NewStudy {
    fn default() -> Self {
        Self {
            name: String::new(),
            territory: String::new(),
            kind: TerritoryKind::default(),
            base_year: None,
            horizon: 2030,
            price_base: None,
            remainder_is_taxes: false,
            growth: None,
        }
    }
}

/// Why no study can be made.
#[derive(Debug, Clone, PartialEq)]
pub enum NewStudyProblem {
    /// The territory has no name.
    NoTerritory,
    /// No output by sector comes in.
    NoOutput,
    /// The base year lacks the output of some sectors.
    GapInBase {
        /// The base year.
        year: Year,
        /// Names of the sectors.
        lines: Vec<String>,
    },
    /// The sectors do not sum to the total, and the rest is not explained.
    Remainder {
        /// The base year.
        year: Year,
        /// The rest over the total.
        share: f64,
    },
    /// The prices of the output are not known.
    NoPriceBase,
    /// Fewer than five growth rates of the total, and no growth is stated.
    NoGrowth,
    /// The record is long enough, and no baseline can be made of it.
    Record(Box<ResolveError>),
    /// A question that must be answered is open.
    OpenQuestions(usize),
    /// What came of it contradicts itself.
    Invalid(Box<StudyError>),
}

/// Figures that an import would bring into a study: all but those that the study has with the same value.
pub fn figures_to_take(session: &ImportSession, study: &Study, frame: &ImportFrame) -> Vec<Figure> {
    let intake = session.intake(Some(study), frame);
    let changes = session.changes(study, frame);
    let wanted = intake.figures.into_iter().zip(changes);
    wanted
        .filter(|(_, change)| !matches!(change, IntakeChange::Same { .. }))
        .map(|(incoming, _)| incoming.figure)
        .collect()
}

/// Id of the source of what a person states.
const STATED: &str = "stated";
/// Id of the source of national defaults.
const NATIONAL: &str = "national-defaults";
/// Id of the baseline that goes on as the record has it.
pub(super) const RECORD: &str = "record";
/// Id of the baseline of stated growth.
const TREND: &str = "trend";

/// Makes a study of what a session brings.
///
/// # Errors
/// What is missing, in the words of the frame; it stays absent.
pub fn create_study(
    session: &ImportSession,
    frame: &NewStudy,
    vintage: &str,
    read_on: &str,
) -> Result<Study, NewStudyProblem> {
    if frame.territory.trim().is_empty() {
        return Err(NewStudyProblem::NoTerritory);
    }
    let territory = id_from(&frame.territory);
    let intake = session.intake(None, &ImportFrame { territory: territory.clone(), vintage: vintage.to_owned() });
    let lines = session.draft_lines();
    let sectors: Vec<&DraftLine> = lines.iter().filter(|line| !line.is_group).collect();
    let base_year = base_year(&intake, &sectors, frame)?;
    let constant = intake.figures.iter().any(|incoming| incoming.figure.quantity == Quantity::Output);
    // Where only current prices are known, those of the base year are the constant ones.
    let price_base = if constant {
        frame.price_base.or_else(|| session.price_base()).ok_or(NewStudyProblem::NoPriceBase)?
    } else {
        base_year
    };
    let mut sources = session.sources(read_on);
    sources.extend(own_sources());
    let mut observations: Vec<Figure> = intake.figures.into_iter().map(|incoming| incoming.figure).collect();
    add_remainders(&mut observations, &sectors, base_year, frame.remainder_is_taxes)?;
    let name = frame.name.trim();
    let name = if name.is_empty() { format!("{} {}", frame.territory.trim(), frame.horizon) } else { name.to_owned() };
    let study = Study {
        format: FORMAT,
        id: id_from(&name),
        name: same(&name),
        note: Localized::default(),
        territory: territory.clone(),
        currency: Currency::of_code(&session.money()),
        price_base_year: price_base,
        horizon: frame.horizon,
        closure: Closure::Productivity,
        pinned: RECORD.to_owned(),
        history_vintage: vintage.to_owned(),
        price_reason: Localized::default(),
        history_reason: Localized::default(),
        territories: vec![own_territory(&territory, frame)],
        groups: groups(&lines),
        sectors: sectors.iter().map(|line| sector(line)).collect(),
        taxes: LineName {
            name: Localized::new("Thuế sản phẩm trừ trợ cấp sản phẩm", "Product taxes less subsidies"),
            short: Localized::new("Thuế sản phẩm", "Product taxes"),
        },
        structure: structure(&lines, &observations, base_year),
        sources: Arc::new(sources),
        observations: Arc::new(observations.into()),
        targets: Arc::default(),
        parameters: Arc::new(national_of(sectors.iter().map(|line| line.id.as_str()), &territory).into()),
        links: Links::default(),
        projects: Vec::new(),
        parks: Vec::new(),
        shocks: Vec::new(),
        recipes: session.recipes(vintage, None),
        explained: Vec::new(),
        baselines: vec![record_from(base_year, vintage)],
        scenarios: Vec::new(),
    };
    let study = with_first_baseline(study, frame.growth)?;
    validate(&study).map_err(|error| NewStudyProblem::Invalid(Box::new(error)))?;
    Ok(study)
}

/// The territory of a new study.
fn own_territory(id: &str, frame: &NewStudy) -> Territory {
    Territory { id: id.to_owned(), name: same(frame.territory.trim()), kind: frame.kind, parts: Vec::new() }
}

/// The study with the baseline that its figures allow: the record where it is long enough, and the growth that the user
/// assumes where it is stated.
pub(super) fn with_first_baseline(mut study: Study, growth: Option<f64>) -> Result<Study, NewStudyProblem> {
    let has_record = match calibrate_baseline(&study, RECORD) {
        Ok(_) => true,
        Err(ResolveError::RecordTooShort { .. }) => false,
        Err(error) => return Err(NewStudyProblem::Record(Box::new(error))),
    };
    let base = study.baselines.first().map(|baseline| (baseline.base_year, baseline.vintage.clone()));
    if let (Some(growth), Some((base_year, vintage))) = (growth, base) {
        let stated = stated_growth(&study, growth);
        Arc::make_mut(&mut study.parameters).splice(0..0, stated);
        study.baselines.push(trend(base_year, &vintage));
    } else if !has_record {
        return Err(NewStudyProblem::NoGrowth);
    }
    if !has_record {
        study.baselines.retain(|baseline| baseline.id != RECORD);
        TREND.clone_into(&mut study.pinned);
    }
    Ok(study)
}

/// A name that is the same in both languages.
pub(super) fn same(name: &str) -> Localized {
    Localized::new(name, name)
}

/// The last year in which every sector has output, or the one that is stated.
fn base_year(intake: &Intake, sectors: &[&DraftLine], frame: &NewStudy) -> Result<Year, NewStudyProblem> {
    let mut years: BTreeMap<Year, BTreeSet<&str>> = BTreeMap::new();
    for figure in intake.figures.iter().map(|incoming| &incoming.figure) {
        if let (Quantity::Output | Quantity::OutputCurrent, Some(year)) = (figure.quantity, figure.year) {
            years.entry(year).or_default().insert(figure.line.as_str());
        }
    }
    let lacking = |year: Year| -> Vec<String> {
        let known = years.get(&year);
        let lacks = |line: &&&DraftLine| !known.is_some_and(|lines| lines.contains(line.id.as_str()));
        sectors.iter().filter(lacks).map(|line| line.name.clone()).collect()
    };
    let whole = || years.keys().rev().find(|year| lacking(**year).is_empty()).or_else(|| years.keys().next_back());
    let year = frame.base_year.or_else(|| whole().copied()).ok_or(NewStudyProblem::NoOutput)?;
    let lines = lacking(year);
    match (sectors.is_empty(), lines.is_empty()) {
        (true, _) => Err(NewStudyProblem::NoOutput),
        (false, false) => Err(NewStudyProblem::GapInBase { year, lines }),
        (false, true) => Ok(year),
    }
}

/// Adds what the sectors leave of the total, where somebody has said what it is.
fn add_remainders(
    observations: &mut Vec<Figure>,
    sectors: &[&DraftLine],
    base_year: Year,
    is_taxes: bool,
) -> Result<(), NewStudyProblem> {
    let remainders = remainders(observations, sectors);
    let Some(remainder) = remainders.iter().find(|figure| figure.year == Some(base_year)) else { return Ok(()) };
    if is_taxes {
        observations.extend(remainders);
        return Ok(());
    }
    let total = observations.iter().find(|figure| {
        (figure.quantity, figure.year, figure.line.as_str()) == (remainder.quantity, remainder.year, TOTAL_LINE)
    });
    let share = remainder.value / total.map_or(f64::NAN, |total| total.value);
    Err(NewStudyProblem::Remainder { year: base_year, share })
}

/// The part of the total that no line has, by year: in the quantity that has a total and all sectors.
///
/// Years in which a line is lacking have none, because the remainder would hold that line too.
fn remainders(figures: &[Figure], sectors: &[&DraftLine]) -> Vec<Figure> {
    let totals = figures.iter().filter(|figure| figure.line == TOTAL_LINE && is_output(figure.quantity));
    let note = Localized::new(
        "Phần còn lại của tổng sau khi trừ các khu vực, lấy theo lựa chọn của người lập nghiên cứu.",
        "What is left of the total after the sectors, taken because the maker of the study chose so.",
    );
    let of_total = |total: &Figure| {
        let line = |id: &str| {
            let same = |figure: &&Figure| {
                (figure.quantity, figure.year, figure.line.as_str()) == (total.quantity, total.year, id)
            };
            figures.iter().find(same)
        };
        if line(TAXES_LINE).is_some() {
            return None;
        }
        let parts: Vec<&Figure> = sectors.iter().map(|sector| line(&sector.id)).collect::<Option<_>>()?;
        let sum: f64 = parts.iter().map(|part| part.model_value()).sum();
        let left = total.model_value() - sum;
        let cells = |figure: &Figure| figure.cell.as_ref().map(|cell| cell.cells.clone()).unwrap_or_default();
        let cell = total.cell.clone().map(|mut cell| {
            cell.cells.extend(parts.iter().flat_map(|part| cells(part)));
            cell
        });
        let worth = left.abs() > ROUNDING * total.model_value().abs();
        worth.then(|| Figure {
            line: TAXES_LINE.to_owned(),
            value: left / total.unit.factor() * total.quantity.unit().factor(),
            status: Status::Derived,
            note: note.clone(),
            cell,
            ..total.clone()
        })
    };
    totals.filter_map(of_total).collect()
}

/// Distance between a total and the sum of its lines, over the total, that is rounding.
const ROUNDING: f64 = 1e-3;

fn is_output(quantity: Quantity) -> bool {
    matches!(quantity, Quantity::Output | Quantity::OutputCurrent)
}

pub(super) fn own_sources() -> [Source; 2] {
    let source = |id: &str, vi: &str, en: &str| Source {
        id: id.to_owned(),
        title: Localized::new(vi, en),
        locator: String::new(),
        file: None,
    };
    [
        source(STATED, "Do người dùng nêu", "Stated by the user"),
        source(NATIONAL, "Mặc định cả nước của Kịch Bản", "National defaults of Kịch Bản"),
    ]
}

fn groups(lines: &[DraftLine]) -> Vec<Group> {
    let groups = lines.iter().filter(|line| line.is_group);
    let group = |line: &DraftLine| Group {
        id: line.id.clone(),
        name: same(&line.name),
        short: same(&short_name(&line.name)),
        group: line.group.clone(),
    };
    groups.map(group).collect()
}

fn sector(line: &DraftLine) -> Sector {
    Sector {
        id: line.id.clone(),
        name: same(&line.name),
        short: same(&short_name(&line.name)),
        group: line.group.clone(),
    }
}

/// The longest short name.
const SHORT: usize = 22;

/// A name for tight places: up to the first comma or bracket, cut behind a word.
fn short_name(name: &str) -> String {
    let first = name.split([',', ';', '(']).next().unwrap_or(name).trim();
    if first.chars().count() <= SHORT {
        return first.to_owned();
    }
    let mut short = String::new();
    for word in first.split(' ') {
        if short.chars().count() + 1 + word.chars().count() > SHORT {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{short}…")
}

/// Cards show industry if a line has that name, else the largest line; spillovers and reallocation of labour are off.
fn structure(lines: &[DraftLine], observations: &[Figure], base_year: Year) -> Structure {
    let top = || lines.iter().filter(|line| line.group.is_empty());
    let named = top().find(|line| {
        let name = fold_tight(&line.name);
        name.contains("congnghiep") || name.contains("industry")
    });
    let size = |line: &DraftLine| {
        let of_line = |figure: &&Figure| figure.year == Some(base_year) && figure.line == line.id;
        observations.iter().find(of_line).map_or(0.0, Figure::model_value)
    };
    let largest = || top().max_by(|a, b| size(a).total_cmp(&size(b)));
    Structure {
        headline: named.or_else(largest).map(|line| line.id.clone()).unwrap_or_default(),
        drivers: Vec::new(),
        reallocation_source: String::new(),
        land_sectors: Vec::new(),
        fdi_profile: vec![1.0],
    }
}

/// The growth of output that the user states, for each sector of the baseline [`TREND`].
fn stated_growth(study: &Study, growth: f64) -> Vec<Assumption> {
    let note = Localized::new(
        "Mức tăng trưởng người dùng giả định khi lập nghiên cứu.",
        "Growth assumed by the user who made the study.",
    );
    let stated = |sector: &Sector| Assumption {
        baseline: TREND.to_owned(),
        figure: Figure {
            line: sector.id.clone(),
            value: growth,
            unit: Unit::PercentPerYear,
            territory: study.territory.clone(),
            source: STATED.to_owned(),
            note: note.clone(),
            ..Figure::blank(Quantity::OutputGrowth)
        },
    };
    study.sectors.iter().map(stated).collect()
}

/// Defaults that no province publishes.
pub(super) fn national_of<'a>(sectors: impl Iterator<Item = &'a str>, territory: &str) -> Vec<Assumption> {
    let national = sectors.flat_map(|sector| national_parameters(sector, territory, NATIONAL));
    national.map(|figure| Assumption { baseline: String::new(), figure }).collect()
}

/// Ids of the sectors of a study.
pub(super) fn sectors_of(study: &Study) -> impl Iterator<Item = &str> {
    study.sectors.iter().map(|sector| sector.id.as_str())
}

/// The baseline that goes on as the record of a vintage has it.
pub(super) fn record_from(base_year: Year, vintage: &str) -> Baseline {
    Baseline {
        id: RECORD.to_owned(),
        name: Localized::new("Theo chuỗi quan sát", "Record"),
        short: Localized::new("Theo chuỗi", "Record"),
        note: Localized::new(
            "Mỗi khu vực đi tiếp theo chuỗi quan sát của chính mình và của tổng, theo quy tắc đã được kiểm định trên các nền kinh tế khác.",
            "Each sector goes on as its own record and that of the total have it, by the rule that was tested on other economies.",
        ),
        rule: BaselineRule::Record,
        slot: 1,
        ..trend(base_year, vintage)
    }
}

fn trend(base_year: Year, vintage: &str) -> Baseline {
    Baseline {
        id: TREND.to_owned(),
        name: Localized::new("Xu thế giả định", "Assumed trend"),
        short: Localized::new("Giả định", "Assumed"),
        note: Localized::new(
            "Mọi khu vực tăng như người lập nghiên cứu giả định.",
            "Every sector grows as the maker of the study assumes.",
        ),
        base_year,
        vintage: vintage.to_owned(),
        rule: BaselineRule::Growth,
        slot: 2,
        visible: true,
    }
}
