//! Every change that a person can make to a study, as a fact to become true.
//!
//! An edit works on a copy and is checked there: a refused edit leaves no trace.

use super::error::StudyError;
use super::error_model::check_error_parameters;
use super::figure::{Figure, Quantity};
use super::links::{self, PartYearVintage};
use super::rebase::{BaseChange, change_base};
use super::records::{self, Record, RecordRef};
use super::setting::{LeverKey, Setting, Settings};
use super::study::{
    Assumption, Baseline, ExplainedFinding, LineName, Scenario, Source, Study, StudyCaseMut, StudyRecipe, Territory,
};
use super::subjects::lever_keys;
use super::validate::{check_entry, check_figure_list, check_id, validate};
use crate::engine::Closure;
use crate::lang::{Currency, Localized, TerritoryKind};
use crate::quantity::Year;
use std::collections::BTreeSet;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization as _;

/// Colours of cases; each comes with two markers.
pub const CASE_COLOURS: usize = 8;

/// One of the three lists of figures of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureList {
    /// What was observed.
    #[default]
    Observations,
    /// What the plan wants.
    Targets,
    /// What the model assumes.
    Parameters,
}

impl FigureList {
    /// All lists, in the order of the study.
    pub const ALL: [Self; 3] = [Self::Observations, Self::Targets, Self::Parameters];

    /// The word in study files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Observations => "observations",
            Self::Targets => "targets",
            Self::Parameters => "parameters",
        }
    }

    /// Quantities that the list of a study without figures begins with.
    pub const fn usual_quantities(self) -> &'static [Quantity] {
        use Quantity as Q;
        match self {
            Self::Observations => {
                &[Q::Output, Q::OutputCurrent, Q::Employment, Q::Population, Q::Deflator, Q::Capital, Q::ExchangeRate]
            }
            Self::Targets => &[
                Q::Output,
                Q::OutputGrowth,
                Q::Share,
                Q::Employment,
                Q::Productivity,
                Q::GrdpPerHead,
                Q::GrdpPerHeadUsd,
            ],
            Self::Parameters => &[
                Q::OutputGrowth,
                Q::ProductivityGrowth,
                Q::EmploymentGrowth,
                Q::OutputGrowthPrior,
                Q::PriorDeviation,
                Q::EmploymentGrowthPrior,
                Q::Inflation,
                Q::ExchangeRate,
                Q::NaturalGrowth,
                Q::NetMigration,
                Q::WorkingAgeShare,
                Q::Participation,
                Q::Unemployment,
                Q::InvestmentRate,
                Q::InvestmentShare,
                Q::CapitalOutputRatio,
                Q::CapitalElasticity,
                Q::Depreciation,
                Q::UtilisationElasticity,
                Q::SkillPremium,
                Q::ErrorDeviation,
            ],
        }
    }

    /// Figures of the list in their order, each with the baseline to which it belongs; empty for all.
    pub fn figures(self, study: &Study) -> Vec<(&str, &Figure)> {
        match self {
            Self::Observations => study.observations.iter().map(|figure| ("", figure)).collect(),
            Self::Targets => study.targets.iter().map(|figure| ("", figure)).collect(),
            Self::Parameters => study.parameters.iter().map(|row| (row.baseline.as_str(), &row.figure)).collect(),
        }
    }
}

/// A change of the document.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// A lever has a value in a scenario.
    SetLever {
        /// Scenario id.
        scenario: String,
        /// The lever.
        key: LeverKey,
        /// Its value.
        setting: Setting,
    },
    /// A lever follows the parent again.
    ResetLever {
        /// Scenario id.
        scenario: String,
        /// The lever.
        key: LeverKey,
    },
    /// Every lever of a scenario follows the parent again.
    ResetScenario {
        /// Scenario id.
        scenario: String,
    },
    /// The study uses a closure.
    SetClosure(Closure),
    /// A case is the one to which others are compared.
    SetPinned(String),
    /// A case is drawn or not.
    SetVisible {
        /// Baseline or scenario id.
        case: String,
        /// Whether it is drawn.
        visible: bool,
    },
    /// A case has a colour slot.
    SetSlot {
        /// Baseline or scenario id.
        case: String,
        /// Slot, from 0.
        slot: u8,
    },
    /// A scenario exists.
    AddScenario(Scenario),
    /// A scenario and all that descend from it are gone.
    DeleteScenario {
        /// Scenario id.
        scenario: String,
    },
    /// A case has this name, short name and question.
    DescribeCase {
        /// Baseline or scenario id.
        case: String,
        /// The texts in both languages.
        words: Box<CaseWords>,
    },
    /// A figure of a list is this one; a parameter keeps its baseline.
    SetFigure {
        /// The list.
        list: FigureList,
        /// Position in the list.
        position: usize,
        /// The figure.
        figure: Box<Figure>,
    },
    /// A list has one figure more; a new parameter belongs to every baseline.
    AddFigure {
        /// The list.
        list: FigureList,
        /// Baseline of a parameter; empty for all, and in the other lists.
        baseline: String,
        /// The figure.
        figure: Box<Figure>,
    },
    /// A figure is gone from its list.
    DeleteFigure {
        /// The list.
        list: FigureList,
        /// Position in the list.
        position: usize,
    },
    /// Observations from files are in the study, with their sources and the recipe by which they came.
    TakeFigures(Box<TakenFigures>),
    /// The study has this name, horizon and the rest of its frame.
    SetFrame(Box<StudyFrame>),
    /// A baseline exists.
    AddBaseline(Box<Baseline>),
    /// A baseline and all scenarios that descend from it are gone.
    DeleteBaseline {
        /// Baseline id.
        baseline: String,
    },
    /// The study rests on another base year, record or year of constant prices.
    ChangeBase(BaseChange),
    /// A finding of the plan audit is explained by this note; without one it is no longer explained.
    ExplainFinding {
        /// Code of the finding.
        finding: String,
        /// The reason.
        note: Option<Localized>,
    },
    /// A project, park or shock has these properties.
    SetRecord(Record),
    /// A project, park or shock exists.
    AddRecord {
        /// The record.
        record: Record,
        /// Scenario that takes it up at once with its own amount, area or depth.
        scenario: Option<String>,
    },
    /// A project, park or shock is gone, and every setting that names it.
    DeleteRecord(RecordRef),
}

/// What an import brings into a study, as one step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TakenFigures {
    /// Observations; one that the study has in the same vintage is replaced.
    pub figures: Vec<Figure>,
    /// Sources that they name; one that the study has is left as it is.
    pub sources: Vec<Source>,
    /// The territory of the figures, where the study does not know it yet.
    pub territory: Option<Territory>,
    /// Recipes, one a file; one of the same name is replaced.
    pub recipes: Vec<StudyRecipe>,
    /// Vintages of the figures that cover only the first months of their year.
    pub part_years: Vec<PartYearVintage>,
}

/// What a case is called, and the question that it answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseWords {
    /// Name.
    pub name: Localized,
    /// Name for tight places, such as labels of charts and heads of tables; empty to use the name.
    pub short: Localized,
    /// The question that a scenario answers; of a baseline, what it stands for.
    pub question: Localized,
}

impl CaseWords {
    /// The texts of a baseline or scenario; `None` where the study has none of that id.
    pub fn of(study: &Study, case: &str) -> Option<Self> {
        let case = study.case(case)?;
        // A short name that says no more than the name is none.
        let short = if case.short == case.name { Localized::default() } else { case.short.clone() };
        Some(Self { name: case.name.clone(), short, question: case.note.clone() })
    }

    /// The texts with composed letters and without spaces around them.
    #[must_use]
    pub fn compose(&self) -> Self {
        let composed = |text: &Localized| {
            let text = text.compose();
            Localized::new(text.vi.trim(), text.en.trim())
        };
        Self { name: composed(&self.name), short: composed(&self.short), question: composed(&self.question) }
    }
}

/// What a study is called and which years it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudyFrame {
    /// Name.
    pub name: Localized,
    /// What it is about and what it leaves out.
    pub note: Localized,
    /// Name of the territory of baselines and scenarios.
    pub territory: Localized,
    /// What the territory is.
    pub kind: TerritoryKind,
    /// Code and words of the currency.
    pub currency: CurrencyWords,
    /// Last projected year.
    pub horizon: Year,
    /// Long and short names of the sectors, in the order of the study.
    pub sectors: Vec<LineName>,
    /// Sources, those of the study in their order and new ones behind them.
    pub sources: Vec<Source>,
    /// What is remembered of imports; each with a name of its own.
    pub recipes: Vec<StudyRecipe>,
}

/// A currency as it is typed; the words of đồng are those of the language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CurrencyWords {
    /// Code of three letters.
    pub code: String,
    /// Vietnamese word.
    pub vi: String,
    /// English word for sentences.
    pub en: String,
}

impl CurrencyWords {
    /// The words of the currency of a study; `None` is đồng.
    pub fn of(currency: Option<Currency>) -> Self {
        currency.map_or_else(
            || Self { code: Currency::DEFAULT_CODE.to_owned(), ..Self::default() },
            |money| Self { code: money.code.to_string(), vi: money.vi.to_string(), en: money.en.to_string() },
        )
    }

    /// Whether the code is that of đồng, which needs no words.
    pub fn is_dong(&self) -> bool {
        self.code.trim() == Currency::DEFAULT_CODE
    }

    fn read(&self) -> Result<Option<Currency>, StudyError> {
        if self.is_dong() {
            return Ok(None);
        }
        let refused = || StudyError::CurrencyNotComplete { code: self.code.clone() };
        let words = [&self.vi, &self.en].map(|word| word.trim().nfc().collect::<String>().parse());
        let (Ok(code), [Ok(vi), Ok(en)]) = (self.code.trim().parse(), words) else {
            return Err(refused());
        };
        let currency = Currency { code, vi, en };
        if currency.is_complete() { Ok(Some(currency)) } else { Err(refused()) }
    }
}

impl StudyFrame {
    /// The frame of a study as it stands.
    pub fn of(study: &Study) -> Self {
        let territory = study.territories.iter().find(|territory| territory.id == study.territory);
        Self {
            name: study.name.clone(),
            note: study.note.clone(),
            territory: territory.map(|territory| territory.name.clone()).unwrap_or_default(),
            kind: study.terms().territory,
            currency: CurrencyWords::of(study.currency),
            horizon: study.horizon,
            sectors: study
                .sectors
                .iter()
                .map(|sector| LineName { name: sector.name.clone(), short: sector.short.clone() })
                .collect(),
            sources: study.sources.to_vec(),
            recipes: study.recipes.clone(),
        }
    }
}

/// The study after an edit.
///
/// # Errors
/// [`StudyError`] if the edit names a record that does not exist, or the study after it does not hold (see `validate`).
pub fn apply_edit(study: &Study, edit: &Edit) -> Result<Study, StudyError> {
    let mut next = study.clone();
    match edit {
        Edit::SetLever { scenario, key, setting } => {
            check_entry(&lever_keys(study), scenario, key, setting)?;
            settings(&mut next, scenario)?.insert(key.clone(), setting.clone());
        }
        Edit::ResetLever { scenario, key } => {
            settings(&mut next, scenario)?.remove(key);
        }
        Edit::ResetScenario { scenario } => *settings(&mut next, scenario)? = Settings::default(),
        Edit::SetClosure(closure) => next.closure = *closure,
        Edit::SetPinned(case) => {
            check_scenario(&next, case)?;
            next.pinned.clone_from(case);
        }
        Edit::SetVisible { case, visible } => *case_mut(&mut next, case)?.visible = *visible,
        Edit::SetSlot { case, slot } => *case_mut(&mut next, case)?.slot = *slot,
        Edit::AddScenario(scenario) => add(&mut next, scenario)?,
        Edit::DeleteScenario { scenario } => delete(&mut next, scenario)?,
        Edit::DescribeCase { case, words } => describe(case_mut(&mut next, case)?, words.compose()),
        Edit::SetFigure { list, position, figure } => {
            let place = figure_at(&mut next, *list, *position)?;
            let before = std::mem::replace(place, (**figure).clone());
            // A changed value loses its reference to a cell of a file and to a value at other prices.
            if place.value.to_bits() != before.value.to_bits() {
                place.cell = place.cell.take().filter(|cell| before.cell.as_ref() != Some(cell));
                place.former = place.former.take().filter(|former| before.former.as_ref() != Some(former));
            }
            check_changed_list(&next, *list)?;
            links::follow(&mut next, *list, &before, figure);
        }
        Edit::AddFigure { list, baseline, figure } => {
            push_figure(&mut next, *list, baseline, (**figure).clone());
            check_changed_list(&next, *list)?;
        }
        Edit::DeleteFigure { list, position } => delete_figure(&mut next, *list, *position)?,
        Edit::TakeFigures(taken) => take_figures(&mut next, taken)?,
        Edit::SetFrame(frame) => set_frame(&mut next, frame)?,
        Edit::AddBaseline(baseline) => add_baseline(&mut next, baseline)?,
        Edit::DeleteBaseline { baseline } => delete_baseline(&mut next, baseline)?,
        Edit::ChangeBase(change) => change_base(&mut next, change)?,
        Edit::ExplainFinding { finding, note } => {
            next.explained.retain(|known| known.finding != *finding);
            let explained =
                note.as_ref().map(|note| ExplainedFinding { finding: finding.clone(), note: note.compose() });
            next.explained.extend(explained);
        }
        Edit::SetRecord(record) => records::replace(&mut next, record)?,
        Edit::AddRecord { record, scenario } => {
            let taken_up = records::add(&mut next, record)?;
            if let Some(scenario) = scenario {
                let (key, setting) = taken_up;
                check_entry(&lever_keys(&next), scenario, &key, &setting)?;
                settings(&mut next, scenario)?.insert(key, setting);
            }
        }
        Edit::DeleteRecord(gone) => records::delete(&mut next, gone)?,
    }
    Ok(next)
}

/// Figures of the same thing and vintage are replaced, all others are added.
fn take_figures(study: &mut Study, taken: &TakenFigures) -> Result<(), StudyError> {
    let sources = Arc::make_mut(&mut study.sources);
    for source in &taken.sources {
        if !sources.iter().any(|known| known.id == source.id) {
            sources.push(source.clone());
        }
    }
    if let Some(territory) = &taken.territory
        && !study.territories.iter().any(|known| known.id == territory.id)
    {
        study.territories.push(territory.clone());
    }
    for figure in &taken.figures {
        let same = |known: &Figure| {
            (known.quantity, &known.line, known.year, known.since)
                == (figure.quantity, &figure.line, figure.year, figure.since)
                && (&known.vintage, &known.territory) == (&figure.vintage, &figure.territory)
        };
        let list = Arc::make_mut(&mut study.observations);
        match list.iter_mut().find(|known| same(known)) {
            Some(known) => {
                let before = std::mem::replace(known, figure.clone());
                links::follow(study, FigureList::Observations, &before, figure);
            }
            None => list.push(figure.clone()),
        }
    }
    for part in &taken.part_years {
        study.links.part_years.retain(|known| known.vintage != part.vintage);
        study.links.part_years.push(part.clone());
    }
    for recipe in &taken.recipes {
        study.recipes.retain(|known| known.recipe.name != recipe.recipe.name);
        study.recipes.push(recipe.clone());
    }
    validate(study)
}

fn add_baseline(study: &mut Study, baseline: &Baseline) -> Result<(), StudyError> {
    if study.has_case(&baseline.id) {
        return Err(StudyError::DuplicateId { place: "baselines".to_owned(), id: baseline.id.clone() });
    }
    study.baselines.push(baseline.clone());
    validate(study)
}

/// The last baseline cannot be deleted, because a study runs on its baselines.
fn delete_baseline(study: &mut Study, id: &str) -> Result<(), StudyError> {
    if study.baseline(id).is_none() {
        return Err(unknown(id));
    }
    let gone = with_descendants(study, id);
    study.baselines.retain(|baseline| baseline.id != id);
    study.scenarios.retain(|scenario| !gone.contains(&scenario.id));
    Arc::make_mut(&mut study.parameters).retain(|row| row.baseline != id);
    if gone.contains(&study.pinned)
        && let Some(baseline) = study.baselines.first()
    {
        study.pinned = baseline.id.clone();
    }
    validate(study)
}

fn set_frame(study: &mut Study, frame: &StudyFrame) -> Result<(), StudyError> {
    study.name = frame.name.compose();
    study.note = frame.note.compose();
    study.currency = frame.currency.read()?;
    study.horizon = frame.horizon;
    let own = study.territory.clone();
    for territory in study.territories.iter_mut().filter(|territory| territory.id == own) {
        territory.name = frame.territory.compose();
        territory.kind = frame.kind;
    }
    for (sector, names) in study.sectors.iter_mut().zip(&frame.sectors) {
        sector.name = names.name.compose();
        sector.short = names.short.compose();
    }
    study.sources = Arc::new(frame.sources.clone());
    study.recipes.clone_from(&frame.recipes);
    for recipe in &mut study.recipes {
        recipe.recipe.name = recipe.recipe.name.trim().nfc().collect();
    }
    check_recipes(&study.recipes)?;
    validate(study)
}

/// Every recipe has a name, and no other has the same.
fn check_recipes(recipes: &[StudyRecipe]) -> Result<(), StudyError> {
    let mut names = BTreeSet::new();
    for name in recipes.iter().map(|recipe| recipe.recipe.name.as_str()) {
        if name.is_empty() {
            return Err(StudyError::NoName { record: "recipes".to_owned() });
        }
        if !names.insert(name) {
            return Err(StudyError::SameName { name: name.to_owned() });
        }
    }
    Ok(())
}

fn no_figure(list: FigureList, position: usize) -> StudyError {
    StudyError::UnknownReference { place: list.id().to_owned(), id: position.to_string() }
}

/// The figure at a position, in a list of its own: other snapshots keep theirs.
fn figure_at(study: &mut Study, list: FigureList, position: usize) -> Result<&mut Figure, StudyError> {
    let found = match list {
        FigureList::Observations => Arc::make_mut(&mut study.observations).get_mut(position),
        FigureList::Targets => Arc::make_mut(&mut study.targets).get_mut(position),
        FigureList::Parameters => Arc::make_mut(&mut study.parameters).get_mut(position).map(|row| &mut row.figure),
    };
    found.ok_or_else(|| no_figure(list, position))
}

fn push_figure(study: &mut Study, list: FigureList, baseline: &str, figure: Figure) {
    match list {
        FigureList::Observations => Arc::make_mut(&mut study.observations).push(figure),
        FigureList::Targets => Arc::make_mut(&mut study.targets).push(figure),
        FigureList::Parameters => {
            Arc::make_mut(&mut study.parameters).push(Assumption { baseline: baseline.to_owned(), figure });
        }
    }
}

/// A baseline that needed the figure says so when it is calibrated; its last result stays.
fn delete_figure(study: &mut Study, list: FigureList, position: usize) -> Result<(), StudyError> {
    if position >= list.figures(study).len() {
        return Err(no_figure(list, position));
    }
    let gone = match list {
        FigureList::Observations => Arc::make_mut(&mut study.observations).remove(position),
        FigureList::Targets => Arc::make_mut(&mut study.targets).remove(position),
        FigureList::Parameters => Arc::make_mut(&mut study.parameters).remove(position).figure,
    };
    links::forget(study, list, &gone);
    check_agreement(study, list)
}

/// A list of figures after a change: each is right by itself, and they agree.
fn check_changed_list(study: &Study, list: FigureList) -> Result<(), StudyError> {
    check_figure_list(study, list)?;
    check_agreement(study, list)
}

/// Parameters of the error model lie within their ranges and agree with each other.
///
/// A file with others would be refused when it is opened again.
fn check_agreement(study: &Study, list: FigureList) -> Result<(), StudyError> {
    match list {
        FigureList::Parameters => check_error_parameters(study),
        FigureList::Observations | FigureList::Targets => Ok(()),
    }
}

/// Ids of a scenario and of all that descend from it.
pub fn with_descendants(study: &Study, id: &str) -> Vec<String> {
    let mut ids = vec![id.to_owned()];
    let mut position = 0;
    while let Some(parent) = ids.get(position).cloned() {
        let children = study.scenarios.iter().filter(|scenario| scenario.parent == parent);
        ids.extend(children.map(|scenario| scenario.id.clone()).filter(|child| *child != id));
        position += 1;
    }
    ids
}

/// An id for a new scenario that no case has.
pub fn free_id(study: &Study, stem: &str) -> String {
    let stem: String = stem.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let stem = if stem.is_empty() { "scenario".to_owned() } else { stem };
    let mut number = 2;
    let mut id = stem.clone();
    while study.has_case(&id) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    id
}

/// The style for a new case: the one least used among the cases that are shown, in a colour as little used as can be.
///
/// The ink, which is the first colour with either marker, is never given: it stays the plan's.
pub fn free_slot(study: &Study) -> u8 {
    let slots = || study.cases().map(|case| (usize::from(case.slot), case.visible));
    let is_style = |slot: usize, style: usize| slot % (2 * CASE_COLOURS) == style;
    let uses = |style: usize| {
        let shown = slots().filter(|(slot, visible)| *visible && is_style(*slot, style)).count();
        let alike = slots().filter(|(slot, visible)| *visible && slot % CASE_COLOURS == style % CASE_COLOURS).count();
        let all = slots().filter(|(slot, _)| is_style(*slot, style)).count();
        (shown, alike, all)
    };
    let styles = (1..2 * CASE_COLOURS).filter(|style| style % CASE_COLOURS != 0);
    styles.min_by_key(|style| uses(*style)).and_then(|style| u8::try_from(style).ok()).unwrap_or(1)
}

fn unknown(id: &str) -> StudyError {
    StudyError::UnknownReference { place: "scenarios".to_owned(), id: id.to_owned() }
}

fn check_scenario(study: &Study, id: &str) -> Result<(), StudyError> {
    if study.has_case(id) { Ok(()) } else { Err(unknown(id)) }
}

fn settings<'a>(study: &'a mut Study, id: &str) -> Result<&'a mut Settings, StudyError> {
    study
        .scenarios
        .iter_mut()
        .find(|scenario| scenario.id == id)
        .map(|scenario| &mut scenario.settings)
        .ok_or_else(|| unknown(id))
}

fn case_mut<'a>(study: &'a mut Study, id: &str) -> Result<StudyCaseMut<'a>, StudyError> {
    study.case_mut(id).ok_or_else(|| unknown(id))
}

fn describe(case: StudyCaseMut<'_>, words: CaseWords) {
    let StudyCaseMut { name, short, note, slot: _, visible: _ } = case;
    (*name, *short, *note) = (words.name, words.short, words.question);
}

fn add(study: &mut Study, scenario: &Scenario) -> Result<(), StudyError> {
    if study.has_case(&scenario.id) {
        return Err(StudyError::DuplicateId { place: "scenarios".to_owned(), id: scenario.id.clone() });
    }
    check_id(&format!("scenarios.{}.id", scenario.id), &scenario.id)?;
    check_scenario(study, &scenario.parent)?;
    let keys = lever_keys(study);
    for (key, setting) in scenario.settings.entries() {
        check_entry(&keys, &scenario.id, key, setting)?;
    }
    study.scenarios.push(scenario.clone());
    Ok(())
}

/// Deleting takes the descendants along; a pinned case that goes hands the pin to the first baseline.
fn delete(study: &mut Study, id: &str) -> Result<(), StudyError> {
    if study.scenario(id).is_none() {
        return Err(unknown(id));
    }
    let gone = with_descendants(study, id);
    study.scenarios.retain(|scenario| !gone.contains(&scenario.id));
    if gone.contains(&study.pinned)
        && let Some(baseline) = study.baselines.first()
    {
        study.pinned = baseline.id.clone();
    }
    Ok(())
}
