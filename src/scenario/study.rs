//! The document: observations, targets, parameters, baselines and scenarios of one territory.
//!
//! Holds what a user decides and what was observed; derived figures are not stored.

use super::figure::{Figure, is_blank};
use super::indexed::Indexed;
use super::links::Links;
use super::setting::Settings;
use crate::engine::{Closure, TAXES_LINE};
use crate::lang::{Currency, Localized, StudyTerms, TerritoryKind};
use crate::quantity::Year;
use crate::reading::ImportRecipe;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Version of the study file that this program writes.
pub const FORMAT: u32 = 2;

/// A study: the document that is opened, edited, undone and saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Study {
    /// Version of the file format.
    pub format: u32,
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// What the study is about and what it leaves out.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Localized,
    /// Id of the territory of baselines and scenarios.
    pub territory: String,
    /// The currency in which amounts of money are; `None` for đồng.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// Year of constant prices.
    pub price_base_year: Year,
    /// Why constant prices are of this year, in the words of the person who chose it; blank if there was no choice.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub price_reason: Localized,
    /// Last projected year.
    pub horizon: Year,
    /// Productivity or capital.
    pub closure: Closure,
    /// Baseline or scenario to which others are compared.
    pub pinned: String,
    /// Vintage of the observations that charts draw as history.
    pub history_vintage: String,
    /// Why this vintage was chosen, in the words of the person who chose it; blank if there was no choice.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub history_reason: Localized,
    /// Territories that figures name.
    pub territories: Vec<Territory>,
    /// Groups of sectors and of groups, whose figures are sums.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// Sectors in the order of tables.
    pub sectors: Vec<Sector>,
    /// How product taxes less subsidies are called.
    pub taxes: LineName,
    /// Structure of the model: who drives, who moves, what stands on limited land.
    pub structure: Structure,
    /// Documents that figures name.
    pub sources: Arc<Vec<Source>>,
    /// What was observed; shared between snapshots, because edits of scenarios leave it alone.
    pub observations: Arc<Indexed<Figure>>,
    /// What the plan wants.
    pub targets: Arc<Indexed<Figure>>,
    /// What the model assumes.
    pub parameters: Arc<Indexed<Assumption>>,
    /// What figures are to each other.
    #[serde(default, skip_serializing_if = "Links::is_empty")]
    pub links: Links,
    /// Investment projects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<Project>,
    /// Industrial parks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parks: Vec<Park>,
    /// Demand shocks that a scenario can switch on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shocks: Vec<Shock>,
    /// How files of statistics offices come in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipes: Vec<StudyRecipe>,
    /// Findings of the plan audit that somebody has explained.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explained: Vec<ExplainedFinding>,
    /// Baselines.
    pub baselines: Vec<Baseline>,
    /// Scenarios.
    pub scenarios: Vec<Scenario>,
}

/// Why a finding of the plan audit may stand: the figures disagree, and somebody knows the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExplainedFinding {
    /// Code of the finding, such as `C07b`.
    pub finding: String,
    /// The reason.
    pub note: Localized,
}

/// A territory with its own statistics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// Identifier.
    pub id: String,
    /// Name, with the dates between which it existed.
    pub name: Localized,
    /// What it is.
    #[serde(default, skip_serializing_if = "TerritoryKind::is_default")]
    pub kind: TerritoryKind,
    /// Ids of the territories that it was made of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

/// Long and short name of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineName {
    /// Full name.
    pub name: Localized,
    /// Name for tight places.
    pub short: Localized,
}

/// A group of sectors, or of groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Identifier.
    pub id: String,
    /// Full name.
    pub name: Localized,
    /// Name for tight places.
    pub short: Localized,
    /// Group around it; empty at the top.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
}

/// A sector.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// Identifier.
    pub id: String,
    /// Full name.
    pub name: Localized,
    /// Name for tight places.
    pub short: Localized,
    /// Group to which it belongs; empty where it stands by itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub group: String,
}

/// Who drives spillover, who loses labour to whom, what stands on limited land.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Structure {
    /// The headline line: the sector or group that the cards of the overview speak about.
    pub headline: String,
    /// Sectors whose deviations spill over to the others.
    pub drivers: Vec<String>,
    /// Sector that labour leaves.
    pub reallocation_source: String,
    /// Sectors on the land that E10 limits.
    pub land_sectors: Vec<String>,
    /// Shares of an FDI registration disbursed in each year from its own; sums to 1.
    pub fdi_profile: Vec<f64>,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Identifier.
    pub id: String,
    /// Title and publisher.
    pub title: Localized,
    /// Where it was found: address, file or page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub locator: String,
    /// The file that figures were read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<SourceFile>,
}

/// A file that figures were read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Name without folders.
    pub name: String,
    /// What tells its bytes from others: the first 16 digits of their SHA-256 sum.
    pub fingerprint: String,
    /// The day on which it was read, as `2026-11-29`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub read_on: String,
}

/// How the files of one kind come into the study, for next year's file: what is remembered of its tables, and lines for
/// its labels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StudyRecipe {
    /// Tables, answers and the name that the user gave it.
    pub recipe: ImportRecipe,
    /// Lines for labels, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<RecipeLabel>,
    /// The territory as the file writes it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub territory: String,
}

/// A label of a recipe.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipeLabel {
    /// As printed.
    pub label: String,
    /// Sector or group id, `taxes` or `total`; empty where it is left out.
    pub line: String,
    /// Key of the table in which it stands for that; empty for all tables.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
}

/// A parameter of every baseline, or of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Baseline to which it belongs; empty for all.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub baseline: String,
    /// The figure.
    pub figure: Figure,
}

/// An investment project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Sector that receives it.
    pub sector: String,
    /// Registered amount, million USD.
    pub registered_musd: f64,
    /// Disbursed over registered; `None` takes the lever for all projects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub realised: Option<f64>,
    /// First year of disbursement.
    pub start: Year,
    /// Share of the disbursement in each year from `start`; sums to 1.
    pub profile: Vec<f64>,
    /// Jobs at full disbursement, thousand persons.
    pub jobs_thousand: f64,
    /// Output per project job over output per ordinary job.
    pub premium: f64,
    /// Whether the baseline already contains it, so that only differences count.
    pub in_baseline: bool,
    /// Status of the registered amount; schedule, jobs and premium are assumptions.
    pub status: super::figure::Status,
    /// Source id of the registered amount.
    pub source: String,
    /// The quoted words of the amount.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// What is assumed and why.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Localized,
}

/// An industrial park, or several that open together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Park {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Zone of the plan.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zone: String,
    /// Leasable area, hectares.
    pub area_ha: f64,
    /// Opening year.
    pub opening: Year,
    /// Years from opening to full occupancy.
    pub ramp_years: f64,
    /// Highest occupancy, 0 to 1.
    pub occupancy: f64,
    /// Whether the baseline counts its land; otherwise a scenario adds it.
    pub in_baseline: bool,
    /// Status of the area; opening, ramp and occupancy are assumptions.
    pub status: super::figure::Status,
    /// Source id of the area.
    pub source: String,
    /// The quoted words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// What is assumed and why.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Localized,
}

/// A demand shock that a scenario can switch on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shock {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// First year.
    pub start: Year,
    /// Depth that is offered when the shock is switched on, fraction of potential output.
    pub depth: f64,
    /// Years in which the passing part halves.
    pub half_life: f64,
    /// Part of the loss that stays.
    pub scar: f64,
    /// Exposure by sector; a sector that is absent is not exposed.
    pub exposure: super::setting::NumberTable,
    /// Status of the depth.
    pub status: super::figure::Status,
    /// Source id of the depth.
    pub source: String,
    /// How the depth was found.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Localized,
}

/// How a baseline's growth is found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum BaselineRule {
    /// Growth of productivity and employment is assumed.
    Growth,
    /// Growth is what the tested trend rule makes of the study's own observations up to the base year, in the baseline's vintage.
    Record,
    /// Growth meets targets exactly.
    Targets {
        /// Target years used.
        years: Vec<Year>,
        /// Vintage of the targets used.
        vintage: String,
        /// Who takes what targets and priors leave.
        residual: ResidualRule,
    },
}

/// Who takes what targets and priors leave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResidualRule {
    /// One sector or group.
    Line(String),
    /// All lines without targets, by prior uncertainty.
    Spread,
}

/// A baseline; also a scenario with neutral levers under its own id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Name for tight places.
    pub short: Localized,
    /// What it stands for.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Localized,
    /// Last actual year.
    pub base_year: Year,
    /// Vintage of the observations of the base year.
    pub vintage: String,
    /// How growth is found.
    pub rule: BaselineRule,
    /// Colour slot, from 0.
    pub slot: u8,
    /// Whether it is drawn.
    pub visible: bool,
}

/// A scenario: its parent and what differs from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Localized,
    /// Name for tight places; empty to use the name.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub short: Localized,
    /// The question it answers.
    #[serde(default, skip_serializing_if = "is_blank")]
    pub note: Localized,
    /// Id of a baseline or of another scenario.
    pub parent: String,
    /// Colour slot, from 0.
    pub slot: u8,
    /// Whether it is drawn.
    pub visible: bool,
    /// Levers that differ from the parent.
    pub settings: Settings,
}

/// What a baseline and a scenario have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StudyCase<'a> {
    /// Identifier.
    pub id: &'a str,
    /// Name.
    pub name: &'a Localized,
    /// Name for tight places; blank to use the name.
    pub short: &'a Localized,
    /// The question that a scenario answers; of a baseline, what it stands for.
    pub note: &'a Localized,
    /// Colour slot, from 0.
    pub slot: u8,
    /// Whether it is drawn.
    pub visible: bool,
}

/// The same where it is to be changed; the id stays.
#[derive(Debug)]
pub struct StudyCaseMut<'a> {
    /// Name.
    pub name: &'a mut Localized,
    /// Name for tight places; blank to use the name.
    pub short: &'a mut Localized,
    /// The question that a scenario answers; of a baseline, what it stands for.
    pub note: &'a mut Localized,
    /// Colour slot, from 0.
    pub slot: &'a mut u8,
    /// Whether it is drawn.
    pub visible: &'a mut bool,
}

impl Baseline {
    const fn as_case(&self) -> StudyCase<'_> {
        let Self { id, name, short, note, slot, visible, base_year: _, vintage: _, rule: _ } = self;
        StudyCase { id: id.as_str(), name, short, note, slot: *slot, visible: *visible }
    }
}

impl Scenario {
    const fn as_case(&self) -> StudyCase<'_> {
        let Self { id, name, short, note, slot, visible, parent: _, settings: _ } = self;
        StudyCase { id: id.as_str(), name, short, note, slot: *slot, visible: *visible }
    }
}

impl Study {
    /// What the study calls its money and the sum of its lines.
    pub fn terms(&self) -> StudyTerms {
        let own = self.territories.iter().find(|territory| territory.id == self.territory);
        StudyTerms { currency: self.currency, territory: own.map(|own| own.kind).unwrap_or_default() }
    }

    /// The case with which a case is compared where it is told alone: the pinned one, or its own baseline where the pinned one
    /// stands on another.
    pub fn reference_of(&self, case: &str) -> &str {
        let base = |id: &str| self.lineage(id).map(|(baseline, _)| baseline.id.as_str());
        let own = base(case).filter(|own| *own != case && Some(*own) != base(&self.pinned));
        own.unwrap_or(&self.pinned)
    }

    /// A baseline by id.
    pub fn baseline(&self, id: &str) -> Option<&Baseline> {
        self.baselines.iter().find(|baseline| baseline.id == id)
    }

    /// A scenario by id.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// All baselines, then all scenarios, in the order of the file.
    pub fn cases(&self) -> impl Iterator<Item = StudyCase<'_>> {
        self.baselines.iter().map(Baseline::as_case).chain(self.scenarios.iter().map(Scenario::as_case))
    }

    /// What a baseline or scenario has in common with all others.
    pub fn case(&self, id: &str) -> Option<StudyCase<'_>> {
        self.cases().find(|case| case.id == id)
    }

    /// The same, to be changed.
    pub fn case_mut(&mut self, id: &str) -> Option<StudyCaseMut<'_>> {
        if let Some(Baseline { name, short, note, slot, visible, .. }) =
            self.baselines.iter_mut().find(|baseline| baseline.id == id)
        {
            return Some(StudyCaseMut { name, short, note, slot, visible });
        }
        let scenario = self.scenarios.iter_mut().find(|scenario| scenario.id == id)?;
        let Scenario { name, short, note, slot, visible, .. } = scenario;
        Some(StudyCaseMut { name, short, note, slot, visible })
    }

    /// Whether an id names a baseline or a scenario.
    pub fn has_case(&self, id: &str) -> bool {
        self.case(id).is_some()
    }

    /// Ids of all baselines and scenarios in the order of the list: each baseline, then its descendants depth first.
    pub fn case_ids(&self) -> Vec<&str> {
        let mut ids = Vec::with_capacity(self.baselines.len() + self.scenarios.len());
        for baseline in &self.baselines {
            self.push_descendants(&baseline.id, &mut ids);
        }
        ids
    }

    fn push_descendants<'a>(&'a self, id: &'a str, ids: &mut Vec<&'a str>) {
        // A cycle of parents is refused by `validate`; the guard keeps an unvalidated study from looping.
        if ids.contains(&id) {
            return;
        }
        ids.push(id);
        for child in self.scenarios.iter().filter(|scenario| scenario.parent == id) {
            self.push_descendants(&child.id, ids);
        }
    }

    /// Scenarios from a baseline down to `id`, the baseline first and not among them; `None` where a parent is missing or the chain is circular.
    pub fn lineage(&self, id: &str) -> Option<(&Baseline, Vec<&Scenario>)> {
        let mut chain = Vec::new();
        let mut current = id;
        while let Some(scenario) = self.scenario(current) {
            if chain.len() > self.scenarios.len() {
                return None;
            }
            chain.push(scenario);
            current = &scenario.parent;
        }
        chain.reverse();
        self.baseline(current).map(|baseline| (baseline, chain))
    }

    /// Name of a baseline or scenario.
    pub fn case_name(&self, id: &str) -> Option<&Localized> {
        self.case(id).map(|case| case.name)
    }

    /// Short name of a baseline or scenario; its name where it has none.
    pub fn case_short(&self, id: &str) -> Option<&Localized> {
        self.case(id).map(|case| if is_blank(case.short) { case.name } else { case.short })
    }

    /// Colour slot of a baseline or scenario.
    pub fn case_slot(&self, id: &str) -> usize {
        self.case(id).map_or(0, |case| usize::from(case.slot))
    }

    /// Whether a baseline or scenario is drawn.
    pub fn case_visible(&self, id: &str) -> bool {
        self.case(id).is_some_and(|case| case.visible)
    }

    /// Name of a line: a sector, a group, `taxes`; the id itself if it has no name.
    pub fn line_name(&self, id: &str) -> Option<&Localized> {
        self.sectors
            .iter()
            .find(|sector| sector.id == id)
            .map(|sector| &sector.name)
            .or_else(|| self.groups.iter().find(|group| group.id == id).map(|group| &group.name))
            .or_else(|| (id == TAXES_LINE).then_some(&self.taxes.name))
    }

    /// Short name of a line.
    pub fn line_short(&self, id: &str) -> Option<&Localized> {
        self.sectors
            .iter()
            .find(|sector| sector.id == id)
            .map(|sector| &sector.short)
            .or_else(|| self.groups.iter().find(|group| group.id == id).map(|group| &group.short))
            .or_else(|| (id == TAXES_LINE).then_some(&self.taxes.short))
    }

    /// A source by id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
