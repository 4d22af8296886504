//! A territory that others merged into, as the sum of their figures: sector by sector and year by year, only where every
//! part has the figure on one basis.

use super::lines::id_from;
use super::new_study::{
    NewStudyProblem, RECORD, national_of, own_sources, record_from, same, sectors_of, with_first_baseline,
};
use super::session::{ImportFrame, ImportSession};
use crate::engine::Closure;
use crate::lang::{Localized, TerritoryKind, fold_tight};
use crate::quantity::{PriceBasis, Quantity, Year};
use crate::scenario::figure::{Figure, Status};
use crate::scenario::links::Links;
use crate::scenario::study::{FORMAT, Source, Structure, Study, Territory};
use crate::scenario::validate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Vintage of sums over parts whose records are of different vintages.
pub const SUM_VINTAGE: &str = "sum";

/// How the merged study is called.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MergeFrame {
    /// Name of the study; the territory and the last year where it is blank.
    pub name: String,
    /// Name of the territory.
    pub territory: String,
    /// Growth of output a year that the user states, per cent, for sums without a record.
    pub growth: Option<f64>,
}

/// Why no sum can be made.
#[derive(Debug, Clone, PartialEq)]
pub enum MergeProblem {
    /// Fewer than two studies.
    TooFew,
    /// Two parts are of one territory, or share one.
    SameTerritory {
        /// Its name.
        name: Localized,
    },
    /// Constant prices of two parts are of different years.
    OtherPrices {
        /// Territories of the parts.
        names: Box<[Localized; 2]>,
        /// Their price base years.
        years: [Year; 2],
    },
    /// Two parts count in different currencies.
    OtherMoney {
        /// Territories of the parts.
        names: Box<[Localized; 2]>,
    },
    /// Two parts have other sectors, or group them otherwise.
    OtherSectors {
        /// Territories of the parts.
        names: Box<[Localized; 2]>,
        /// Lines that only the first has, or has in another group.
        first: Vec<Localized>,
        /// Lines that only the second has, or has in another group.
        second: Vec<Localized>,
    },
    /// In no year does every part have the output of every sector on one basis.
    NothingInCommon {
        /// What the parts lack.
        gaps: Vec<MergeGap>,
    },
    /// No study can be made of the sums.
    Study(NewStudyProblem),
}

/// A figure of a part in a sum.
#[derive(Debug, Clone, PartialEq)]
pub struct SummedPart {
    /// Name of the territory.
    pub territory: Localized,
    /// The figure, as its study has it.
    pub figure: Figure,
    /// Title of its source.
    pub source: Localized,
}

/// Why a figure is not summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeGapReason {
    /// Parts do not have it.
    Lacks,
    /// Parts have it in another vintage than their record only.
    OtherVintage,
    /// Parts have it at other prices, or do not say at which.
    OtherPrices,
}

/// A figure that some part has and the sum has not.
#[derive(Debug, Clone, PartialEq)]
pub struct MergeGap {
    /// What it measures.
    pub quantity: Quantity,
    /// Line; empty where it has none.
    pub line: String,
    /// Years, in order.
    pub years: Vec<Year>,
    /// Names of the territories because of which it is missing.
    pub parts: Vec<Localized>,
    /// Why.
    pub reason: MergeGapReason,
}

/// A study of sums, and what is not in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The study.
    pub study: Study,
    /// Names of the territories that were summed, in the order of the sums.
    pub parts: Vec<Localized>,
    /// What the sums lack.
    pub gaps: Vec<MergeGap>,
    /// Observed quantities that do not add up, such as shares, and how many figures of them stay behind.
    pub not_summed: Vec<(Quantity, usize)>,
}

/// What a figure is of, apart from whose it is: quantity, line, first year of a sum of years, year.
type Subject = (Quantity, String, Option<Year>, Year);

/// A part with its figures by what they are of.
struct Part<'a> {
    study: &'a Study,
    name: Localized,
    figures: BTreeMap<Subject, &'a Figure>,
    /// Subjects that only other vintages have.
    elsewhere: BTreeSet<Subject>,
}

/// A study whose observations are sums over those of studies of other territories.
///
/// The order of the parts does not matter. `tell` says in words what a sum consists of.
///
/// # Errors
/// What keeps the parts from being added; a figure that one of them lacks stays absent.
pub fn merge_studies(
    parts: &[&Study],
    frame: &MergeFrame,
    tell: &dyn Fn(&[SummedPart]) -> Localized,
) -> Result<Merged, MergeProblem> {
    if frame.territory.trim().is_empty() {
        return Err(MergeProblem::Study(NewStudyProblem::NoTerritory));
    }
    let mut parts: Vec<Part<'_>> = parts.iter().map(|study| Part::new(study)).collect();
    parts.sort_by(|a, b| (&a.study.territory, &a.study.id).cmp(&(&b.study.territory, &b.study.id)));
    let (Some(first), true) = (parts.first(), parts.len() > 1) else { return Err(MergeProblem::TooFew) };
    check_territories(&parts)?;
    for other in parts.iter().skip(1) {
        check_sectors(first, other)?;
        check_prices(first, other)?;
        if first.study.currency.map(|money| money.code) != other.study.currency.map(|money| money.code) {
            return Err(MergeProblem::OtherMoney { names: Box::new([first.name.clone(), other.name.clone()]) });
        }
    }
    let mut sums = Sums::default();
    let subjects: BTreeSet<&Subject> = parts.iter().flat_map(|part| part.figures.keys()).collect();
    for subject in subjects {
        sums.add(subject, &parts);
    }
    let study = sums.make_study(&parts, frame, tell)?;
    let not_summed = count_not_summed(&parts);
    Ok(Merged { study, parts: parts.into_iter().map(|part| part.name).collect(), gaps: sums.gaps, not_summed })
}

impl<'a> Part<'a> {
    /// Observed amounts of the own territory: of lines in the vintage of the record, of the whole in the best vintage.
    fn new(study: &'a Study) -> Self {
        let mut figures: BTreeMap<Subject, &'a Figure> = BTreeMap::new();
        let mut elsewhere = BTreeSet::new();
        let rank = |figure: &Figure| (figure.vintage == study.history_vintage, Reverse(figure.status));
        for figure in own_figures(study).filter(|figure| figure.quantity.adds_up()) {
            let Some(year) = figure.year else { continue };
            let subject = (figure.quantity, figure.line.clone(), figure.since, year);
            if figure.vintage != study.history_vintage && !figure.line.is_empty() {
                elsewhere.insert(subject);
                continue;
            }
            let known = figures.entry(subject).or_insert(figure);
            if rank(figure) > rank(known) {
                *known = figure;
            }
        }
        Self { study, name: territory_name(study), figures, elsewhere }
    }

    fn source_of(&self, figure: &Figure) -> Localized {
        self.study.source(&figure.source).map_or_else(|| same(&figure.source), |source| source.title.clone())
    }

    fn has_constant_prices(&self) -> bool {
        self.figures.values().any(|figure| figure.price_basis == PriceBasis::Constant)
    }
}

/// The figures that a session brings for another territory, as a study with the lines of the one that it was read for.
pub fn figures_as_study(session: &ImportSession, study: &Study, frame: &ImportFrame, read_on: &str) -> Study {
    let mut of_files = study.clone();
    let figures = session.intake(Some(study), frame).figures.into_iter().map(|incoming| incoming.figure);
    of_files.observations = Arc::new(figures.collect());
    Arc::make_mut(&mut of_files.sources).extend(session.sources(read_on));
    let territory = session.territory_in(study);
    if !of_files.territories.iter().any(|known| known.id == territory.id) {
        of_files.territories.push(territory.clone());
    }
    of_files.territory = territory.id;
    of_files
}

/// Observations of the own territory for whole years.
fn own_figures(study: &Study) -> impl Iterator<Item = &Figure> {
    study
        .observations
        .iter()
        .filter(|figure| figure.territory == study.territory && study.links.months(&figure.vintage).is_none())
}

fn territory_name(study: &Study) -> Localized {
    let own = study.territories.iter().find(|territory| territory.id == study.territory);
    own.map_or_else(|| same(&study.territory), |territory| territory.name.clone())
}

/// The territory of a study and those that it was made of, each with its id.
fn territories_of(study: &Study) -> Vec<Territory> {
    let mut found: Vec<Territory> = Vec::new();
    let mut open = vec![study.territory.clone()];
    while let Some(id) = open.pop() {
        if let Some(territory) = study.territories.iter().find(|own| own.id == id)
            && !found.contains(territory)
        {
            open.extend(territory.parts.iter().rev().cloned());
            found.push(territory.clone());
        }
    }
    found
}

/// No territory is in two parts, by its id or by its name.
fn check_territories(parts: &[Part<'_>]) -> Result<(), MergeProblem> {
    let words = |territory: &Territory| {
        let names = [&territory.name.vi, &territory.name.en].map(|name| fold_tight(name));
        std::iter::once(territory.id.clone()).chain(names).collect::<Vec<_>>()
    };
    let mut known: BTreeSet<String> = BTreeSet::new();
    for part in parts {
        let own = territories_of(part.study);
        if let Some(twice) = own.iter().find(|territory| words(territory).iter().any(|word| known.contains(word))) {
            return Err(MergeProblem::SameTerritory { name: twice.name.clone() });
        }
        known.extend(own.iter().flat_map(words));
    }
    Ok(())
}

fn check_sectors(first: &Part<'_>, other: &Part<'_>) -> Result<(), MergeProblem> {
    let lines = |part: &Part<'_>| -> BTreeMap<(String, String, bool), Localized> {
        let sectors =
            part.study.sectors.iter().map(|own| ((own.id.clone(), own.group.clone(), false), own.name.clone()));
        let groups = part.study.groups.iter().map(|own| ((own.id.clone(), own.group.clone(), true), own.name.clone()));
        sectors.chain(groups).collect()
    };
    let (own, others) = (lines(first), lines(other));
    let only = |one: &BTreeMap<_, Localized>, all: &BTreeMap<_, Localized>| -> Vec<Localized> {
        one.iter().filter(|(line, _)| !all.contains_key(*line)).map(|(_, name)| name.clone()).collect()
    };
    let (only_first, only_second) = (only(&own, &others), only(&others, &own));
    if only_first.is_empty() && only_second.is_empty() {
        return Ok(());
    }
    let names = Box::new([first.name.clone(), other.name.clone()]);
    Err(MergeProblem::OtherSectors { names, first: only_first, second: only_second })
}

/// Constant prices of parts that have any are of one year.
fn check_prices(first: &Part<'_>, other: &Part<'_>) -> Result<(), MergeProblem> {
    let years = [first.study.price_base_year, other.study.price_base_year];
    if years[0] == years[1] || !first.has_constant_prices() || !other.has_constant_prices() {
        return Ok(());
    }
    Err(MergeProblem::OtherPrices { names: Box::new([first.name.clone(), other.name.clone()]), years })
}

/// Observed quantities that do not add up, with the number of figures of all parts.
fn count_not_summed(parts: &[Part<'_>]) -> Vec<(Quantity, usize)> {
    let mut counts: BTreeMap<Quantity, usize> = BTreeMap::new();
    for figure in parts.iter().flat_map(|part| own_figures(part.study)) {
        if !figure.quantity.adds_up() {
            *counts.entry(figure.quantity).or_default() += 1;
        }
    }
    counts.into_iter().collect()
}

/// Sums, and what they lack.
#[derive(Default)]
struct Sums {
    /// Each sum with its parts; source and note come when the study is made.
    summed: Vec<(Figure, Vec<SummedPart>)>,
    gaps: Vec<MergeGap>,
}

impl Sums {
    /// Adds the sum of a subject, or says why it is absent.
    fn add(&mut self, subject: &Subject, parts: &[Part<'_>]) {
        let lacking: Vec<&Part<'_>> = parts.iter().filter(|part| !part.figures.contains_key(subject)).collect();
        if !lacking.is_empty() {
            let all_elsewhere = lacking.iter().all(|part| part.elsewhere.contains(subject));
            let reason = if all_elsewhere { MergeGapReason::OtherVintage } else { MergeGapReason::Lacks };
            self.miss(subject, &lacking, reason);
            return;
        }
        let figures: Vec<(&Part<'_>, &Figure)> =
            parts.iter().filter_map(|part| Some((part, *part.figures.get(subject)?))).collect();
        let Some((_, model)) = figures.first() else { return };
        let is_other =
            |figure: &Figure| figure.price_basis != model.price_basis || figure.price_basis == PriceBasis::NotStated;
        let other: Vec<&Part<'_>> = figures.iter().filter(|(_, one)| is_other(one)).map(|(part, _)| *part).collect();
        if !other.is_empty() {
            self.miss(subject, &other, MergeGapReason::OtherPrices);
            return;
        }
        self.summed.push(sum_of(model, &figures));
    }

    /// Years of one line, reason and set of parts stand together.
    fn miss(&mut self, (quantity, line, _, year): &Subject, parts: &[&Part<'_>], reason: MergeGapReason) {
        let names: Vec<Localized> = parts.iter().map(|part| part.name.clone()).collect();
        let same = |gap: &&mut MergeGap| {
            (gap.quantity, &gap.line, gap.reason, &gap.parts) == (*quantity, line, reason, &names)
        };
        match self.gaps.iter_mut().find(same) {
            Some(gap) => gap.years.push(*year),
            None => self.gaps.push(MergeGap {
                quantity: *quantity,
                line: line.clone(),
                years: vec![*year],
                parts: names,
                reason,
            }),
        }
    }

    /// The last year with the output of every sector, and whether it is at constant prices.
    fn base_year(&self, study: &Study) -> Option<(Year, bool)> {
        let last = |quantity: Quantity| {
            let years_of = |line: &str| -> BTreeSet<Year> {
                let of_line = self.summed.iter().map(|(figure, _)| figure);
                let of_line = of_line.filter(|one| one.quantity == quantity && one.line == line && one.since.is_none());
                of_line.filter_map(|figure| figure.year).collect()
            };
            let years = study.sectors.iter().map(|sector| years_of(&sector.id));
            years.reduce(|all, own| &all & &own)?.last().copied()
        };
        let constant = last(Quantity::Output).map(|year| (year, true));
        constant.or_else(|| last(Quantity::OutputCurrent).map(|year| (year, false)))
    }

    fn make_study(
        &self,
        parts: &[Part<'_>],
        frame: &MergeFrame,
        tell: &dyn Fn(&[SummedPart]) -> Localized,
    ) -> Result<Study, MergeProblem> {
        let Some(first) = parts.first().map(|part| part.study) else { return Err(MergeProblem::TooFew) };
        let nothing = || MergeProblem::NothingInCommon { gaps: self.gaps.clone() };
        let (base_year, is_constant) = self.base_year(first).ok_or_else(nothing)?;
        let territories = territories(parts, frame);
        let own = territories.first().map(|territory| territory.id.clone()).unwrap_or_default();
        let vintage = vintage_of(parts);
        let (sources, observations) = self.with_sources(parts, (&own, &vintage), tell);
        let horizon = parts.iter().map(|part| part.study.horizon).max().unwrap_or(first.horizon);
        let name = frame.name.trim();
        let name = if name.is_empty() { format!("{} {horizon}", frame.territory.trim()) } else { name.to_owned() };
        let study = Study {
            format: FORMAT,
            id: id_from(&name),
            name: same(&name),
            note: note_of(parts),
            territory: own.clone(),
            currency: first.currency,
            price_base_year: if is_constant { first.price_base_year } else { base_year },
            price_reason: Localized::default(),
            horizon,
            closure: Closure::Productivity,
            pinned: RECORD.to_owned(),
            history_vintage: vintage.clone(),
            history_reason: Localized::default(),
            territories,
            groups: first.groups.clone(),
            sectors: first.sectors.clone(),
            taxes: first.taxes.clone(),
            structure: structure(parts, &observations, base_year),
            sources: Arc::new(sources),
            observations: Arc::new(observations.into()),
            targets: Arc::default(),
            parameters: Arc::new(national_of(sectors_of(first), &own).into()),
            links: Links::default(),
            projects: Vec::new(),
            parks: Vec::new(),
            shocks: Vec::new(),
            recipes: Vec::new(),
            explained: Vec::new(),
            baselines: vec![record_from(base_year, &vintage)],
            scenarios: Vec::new(),
        };
        let study = with_first_baseline(study, frame.growth).map_err(MergeProblem::Study)?;
        let invalid = |error| MergeProblem::Study(NewStudyProblem::Invalid(Box::new(error)));
        validate(&study).map_err(invalid)?;
        Ok(study)
    }

    /// The sums as observations, with a source for each set of sources that they are made of.
    fn with_sources(
        &self,
        parts: &[Part<'_>],
        (territory, vintage): (&str, &str),
        tell: &dyn Fn(&[SummedPart]) -> Localized,
    ) -> (Vec<Source>, Vec<Figure>) {
        let mut sources: Vec<Source> = own_sources().to_vec();
        let mut known: Vec<Vec<&str>> = Vec::new();
        let mut observations = Vec::with_capacity(self.summed.len());
        for (figure, summed) in &self.summed {
            let ids: Vec<&str> = summed.iter().map(|part| part.figure.source.as_str()).collect();
            let same = known.iter().position(|own| *own == ids);
            let number = same.unwrap_or(known.len()) + 1;
            let id = format!("sum-{number}");
            if same.is_none() {
                sources.push(sum_source(&id, parts, summed));
                known.push(ids);
            }
            observations.push(Figure {
                territory: territory.to_owned(),
                vintage: vintage.to_owned(),
                source: id,
                note: tell(summed),
                ..figure.clone()
            });
        }
        (sources, observations)
    }
}

/// The sum of figures on one basis; those in units of another size are brought to the unit of the model.
fn sum_of(model: &Figure, figures: &[(&Part<'_>, &Figure)]) -> (Figure, Vec<SummedPart>) {
    let is_one_unit = figures.iter().all(|(_, figure)| figure.unit == model.unit);
    let unit = if is_one_unit { model.unit } else { model.quantity.unit() };
    let in_unit = |figure: &Figure, value: f64| {
        if is_one_unit { value } else { value * figure.unit.factor() / unit.factor() }
    };
    let value = figures.iter().map(|(_, figure)| in_unit(figure, figure.value)).sum();
    let uppers = || figures.iter().map(|(_, figure)| in_unit(figure, figure.upper.unwrap_or(figure.value))).sum();
    let has_range = figures.iter().any(|(_, figure)| figure.upper.is_some());
    let is_assumed = figures.iter().any(|(_, figure)| figure.status == Status::Assumed);
    let figure = Figure {
        line: model.line.clone(),
        year: model.year,
        since: model.since,
        value,
        upper: has_range.then(uppers),
        unit,
        price_basis: model.price_basis,
        // A sum is known no better than its least certain part.
        status: if is_assumed { Status::Assumed } else { Status::Derived },
        ..Figure::blank(model.quantity)
    };
    let parts = figures.iter().map(|(part, figure)| SummedPart {
        territory: part.name.clone(),
        figure: (*figure).clone(),
        source: part.source_of(figure),
    });
    (figure, parts.collect())
}

/// A source that names those of the parts of a sum.
fn sum_source(id: &str, parts: &[Part<'_>], summed: &[SummedPart]) -> Source {
    let named = |of: &dyn Fn(&Localized) -> String| {
        let each = summed.iter().map(|part| format!("{} ({})", of(&part.territory), of(&part.source)));
        each.collect::<Vec<_>>().join(" + ")
    };
    let [vi, en] = [named(&|text| text.vi.clone()), named(&|text| text.en.clone())];
    let found = summed.iter().zip(parts).filter_map(|(one, part)| part.study.source(&one.figure.source));
    let mut locators: Vec<&str> = Vec::new();
    for locator in found.map(|source| source.locator.as_str()) {
        if !locator.is_empty() && !locators.contains(&locator) {
            locators.push(locator);
        }
    }
    Source {
        id: id.to_owned(),
        title: Localized::new(format!("Tổng của {vi}"), format!("Sum of {en}")),
        locator: locators.join("; "),
        file: None,
    }
}

/// What the study is, for whoever opens it.
fn note_of(parts: &[Part<'_>]) -> Localized {
    let names =
        |of: &dyn Fn(&Localized) -> String| parts.iter().map(|part| of(&part.name)).collect::<Vec<_>>().join(" + ");
    let [vi, en] = [names(&|text| text.vi.clone()), names(&|text| text.en.clone())];
    Localized::new(
        format!(
            "Số liệu là tổng của {vi}, chỉ lấy khi mọi địa bàn đều có số trên cùng một cơ sở. Chỉ tiêu, giả định, dự án và kịch bản của các địa bàn không được cộng."
        ),
        format!(
            "Figures are sums of {en}, only where every territory has the figure on one basis. Targets, assumptions, projects and scenarios of the territories are not added."
        ),
    )
}

/// The merged territory, which names its parts, then theirs.
fn territories(parts: &[Part<'_>], frame: &MergeFrame) -> Vec<Territory> {
    let mut others: Vec<Territory> = Vec::new();
    for territory in parts.iter().flat_map(|part| territories_of(part.study)) {
        if !others.contains(&territory) {
            others.push(territory);
        }
    }
    let stem = id_from(&frame.territory);
    let mut id = stem.clone();
    let mut number = 2;
    // The new territory may have the name of an old one.
    while others.iter().any(|territory| territory.id == id) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    let own = Territory {
        id,
        name: same(frame.territory.trim()),
        kind: TerritoryKind::Province,
        parts: parts.iter().map(|part| part.study.territory.clone()).collect(),
    };
    std::iter::once(own).chain(others).collect()
}

/// The vintage of the parts where they agree, else one of its own.
fn vintage_of(parts: &[Part<'_>]) -> String {
    let mut vintages = parts.iter().map(|part| part.study.history_vintage.as_str());
    let first = vintages.next().unwrap_or_default();
    if vintages.all(|other| other == first) { first.to_owned() } else { SUM_VINTAGE.to_owned() }
}

/// Cards show the line that all parts show, else the largest; spillovers and reallocation of labour are off.
fn structure(parts: &[Part<'_>], observations: &[Figure], base_year: Year) -> Structure {
    let mut headlines = parts.iter().map(|part| part.study.structure.headline.as_str());
    let first = headlines.next().unwrap_or_default();
    let agreed = headlines.all(|other| other == first).then(|| first.to_owned());
    let size = |line: &str| {
        let of_line = |figure: &&Figure| figure.year == Some(base_year) && figure.line == line;
        observations.iter().find(of_line).map_or(0.0, Figure::model_value)
    };
    let lines = parts.first().map(|part| part.study.top_lines()).unwrap_or_default();
    let largest = lines.into_iter().max_by(|a, b| size(a).total_cmp(&size(b)));
    Structure {
        headline: agreed.or_else(|| largest.map(str::to_owned)).unwrap_or_default(),
        drivers: Vec::new(),
        reallocation_source: String::new(),
        land_sectors: Vec::new(),
        fdi_profile: vec![1.0],
    }
}
