//! From settings to inputs, and from a changed setting to changed inputs: only what a lever touches is made again.
//!
//! One implementation serves scenarios, which resolve once, and the analyses, which change a few levers thousands of times.
//! A lever enters where its row in `lever` says; a part that several levers make together has its maker here.

use super::baseline::{CalibratedBaseline, normalise};
use super::case::Case;
use super::error::ResolveError;
use super::group_setting::divide_parts;
use super::lever::{Entry, GREEN_LAG, Lever, LeverScope, Part};
use super::resolve::{has_share, neutral_amount, realised_ratio, tax_shares};
use super::setting::{LeverKey, Setting, Settings};
use super::study::{Project, Shock, Study};
use super::tree::OuterGroups;
use crate::engine::{
    ConditionParts, Gaps, GroupInputs, Inputs, ModelFigure, ParkNumber, Path, ProjectInputs, ProjectSchedule, Real,
    SectorInputs, SectorNumber, ShockInputs, TAXES_LINE,
};
use crate::quantity::Horizon;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Inputs of a baseline under settings that may change, over any kind of number.
///
/// The inputs after any number of changes are those of the settings that are left, to the bit.
#[derive(Debug, Clone)]
pub struct Resolver<'a, C = f64> {
    study: &'a Study,
    baseline: &'a CalibratedBaseline,
    entries: Entries<'a, C>,
    inputs: Arc<Inputs<C>>,
    /// Parts that several levers make together and that are to be made again.
    stale: [bool; 3],
    /// Realised ratio of projects and FDI where no setting names one.
    realised: C,
    /// Parts of the conditions whose inputs have changed since they were last asked for.
    changed: ConditionParts,
    /// Groups around each sector, in the order of the sectors; empty where the study has no groups.
    outer: Vec<Vec<OuterGroup<'a>>>,
}

/// A group around a sector.
#[derive(Debug, Clone)]
struct OuterGroup<'a> {
    id: &'a str,
    /// Output of the sector over that of the group in the base year.
    part: f64,
}

/// Output of a group in the base year, trillion VND.
fn group_output(neutral: &Inputs, group: &GroupInputs) -> f64 {
    group.members.iter().filter_map(|&s| neutral.sectors.get(s)).map(|sector| sector.output).sum()
}

/// Groups around each sector, the nearest first.
fn outer_groups<'a>(study: &'a Study, neutral: &Inputs) -> Vec<Vec<OuterGroup<'a>>> {
    if study.groups.is_empty() {
        return Vec::new();
    }
    let whole: BTreeMap<&str, f64> =
        neutral.groups.iter().map(|group| (group.id.as_str(), group_output(neutral, group))).collect();
    let outer = OuterGroups::new(study);
    let part = |sector: &SectorInputs, id: &str| sector.output / whole.get(id).copied().unwrap_or(f64::NAN);
    let group = |sector: &SectorInputs, id| OuterGroup { id, part: part(sector, id) };
    let around = |sector: &SectorInputs| outer.around(&sector.id).into_iter().map(|id| group(sector, id)).collect();
    neutral.sectors.iter().map(around).collect()
}

/// What a lever is given: a setting, or numbers of another kind.
#[derive(Debug, Clone)]
enum Given<'a, C> {
    /// A setting.
    Setting(Cow<'a, Setting>),
    /// One number in every projected year.
    Constant(C),
    /// A number a year, the base year first.
    Values(Path<C>),
    /// Parts of a whole, by id.
    Parts(Vec<(String, C)>),
}

impl<C: Real> Given<'_, C> {
    /// Writes the path over a lever's default.
    fn write_path(&self, path: &mut Path<C>, horizon: Horizon, default: &Path) {
        match self {
            Self::Setting(setting) => {
                path.clear();
                path.extend(setting.path(horizon, default).into_iter().map(C::splat));
            }
            Self::Constant(value) => {
                path.clear();
                path.extend(default.first().map(|base| C::splat(*base)));
                path.resize(default.len(), *value);
            }
            Self::Values(values) => path.clone_from(values),
            Self::Parts(_) => {
                path.clear();
                path.extend(default.iter().map(|value| C::splat(*value)));
            }
        }
    }

    /// The path over a lever's default.
    fn path(&self, horizon: Horizon, default: &Path) -> Path<C> {
        let mut path = Path::with_capacity(default.len());
        self.write_path(&mut path, horizon, default);
        path
    }

    /// The number of a lever that has one: of values, that of the last year.
    fn number(&self) -> C {
        match self {
            Self::Setting(setting) => C::splat(number(setting)),
            Self::Constant(value) => *value,
            Self::Values(values) => values.last().copied().unwrap_or(C::ZERO),
            Self::Parts(_) => C::ZERO,
        }
    }

    /// The parts of a whole, where it is given any.
    fn parts(&self) -> Option<Vec<(String, C)>> {
        match self {
            Self::Setting(setting) => Some(setting.shares()?.iter().map(|(id, share)| (id, C::splat(share))).collect()),
            Self::Parts(parts) => Some(parts.clone()),
            Self::Constant(_) | Self::Values(_) => None,
        }
    }
}

/// One lever's key and what it is given.
type EntryOf<'a, C> = (Cow<'a, LeverKey>, Given<'a, C>);

/// What levers are given, by lever: a lever has few subjects, and is asked for thousands of times.
#[derive(Debug, Clone)]
struct Entries<'a, C>(Vec<Vec<EntryOf<'a, C>>>);

impl<'a, C: Real> Entries<'a, C> {
    /// Settings of levers that act on figures; the others have no effect.
    fn new(settings: &'a Settings, gaps: Gaps) -> Self {
        let mut entries = Self(Vec::new());
        for (key, setting) in settings.entries().filter(|(key, _)| key.gap(gaps).is_none()) {
            let given = Given::Setting(Cow::Borrowed(setting));
            entries.of_lever(key.lever).push((Cow::Borrowed(key), given));
        }
        entries
    }

    fn of_lever(&mut self, lever: Lever) -> &mut Vec<EntryOf<'a, C>> {
        let place = lever as usize;
        if self.0.len() <= place {
            self.0.resize_with(place + 1, Vec::new);
        }
        &mut self.0[place]
    }

    fn find(&self, lever: Lever, subject: &str, part: &str) -> Option<&Given<'a, C>> {
        let all = self.0.get(lever as usize)?;
        all.iter().find(|(key, _)| same(&key.subject, subject) && same(&key.part, part)).map(|(_, given)| given)
    }

    /// What a sector is given: what it has itself, or what the nearest group around it has; with the part that is its own of an amount.
    fn find_of_sector(
        &self,
        lever: Lever,
        (sector, part): (&str, &str),
        outer: &[OuterGroup<'_>],
    ) -> Option<(&Given<'a, C>, f64)> {
        let own = self.find(lever, sector, part).map(|given| (given, 1.0));
        own.or_else(|| {
            outer.iter().find_map(|group| {
                let weight = if lever.spec().unit.adds_up() { group.part } else { 1.0 };
                Some((self.find(lever, group.id, part)?, weight))
            })
        })
    }

    fn number(&self, lever: Lever, subject: &str) -> Option<C> {
        self.find(lever, subject, "").map(Given::number)
    }

    fn put(&mut self, key: &LeverKey, given: Option<Given<'a, C>>) {
        let all = self.of_lever(key.lever);
        let place = all.iter().position(|(own, _)| same(&own.subject, &key.subject) && same(&own.part, &key.part));
        match (place, given) {
            (Some(at), Some(given)) => all[at].1 = given,
            (Some(at), None) => {
                all.remove(at);
            }
            (None, Some(given)) => all.push((Cow::Owned(key.clone()), given)),
            (None, None) => {}
        }
    }
}

/// Whether two ids are the same; skips the comparison when both are empty, the common case.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && (a.is_empty() || a == b)
}

impl<'a, C: Real> Resolver<'a, C> {
    /// The inputs of a case.
    pub fn new(case: Case<'a>) -> Result<Self, ResolveError> {
        case.baseline.check_closure(case.closure)?;
        let mut inputs = case.baseline.inputs.map(&mut |_, value| C::splat(value));
        inputs.capital_closure = C::splat(case.closure.flag());
        Self::over(case, inputs)
    }

    /// The same over neutral inputs of its baseline and closure that are numbers of another kind already.
    pub fn over(case: Case<'a>, inputs: Inputs<C>) -> Result<Self, ResolveError> {
        let Case { study, baseline, settings, closure: _ } = case;
        let mut resolver = Self {
            study,
            baseline,
            entries: Entries::new(settings, baseline.inputs.gaps),
            inputs: Arc::new(inputs),
            stale: [true; 3],
            realised: C::splat(realised_ratio(study, baseline)),
            changed: ConditionParts::ALL,
            outer: outer_groups(study, &baseline.inputs),
        };
        for (key, _) in settings.entries() {
            resolver.enter(key)?;
        }
        Ok(resolver)
    }

    /// Gives a lever a setting, or lets it follow the baseline again.
    ///
    /// # Errors
    /// [`ResolveError::UnknownSubject`] if the lever names a sector, project, park or shock that does not exist,
    /// [`ResolveError::SharesNotOne`] if its shares do not sum to 1.
    pub fn set(&mut self, key: &LeverKey, setting: Option<Cow<'a, Setting>>) -> Result<(), ResolveError> {
        self.put(key, setting.map(Given::Setting))
    }

    /// Gives a lever one number in every projected year.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn set_constant(&mut self, key: &LeverKey, value: C) -> Result<(), ResolveError> {
        self.put(key, Some(Given::Constant(value)))
    }

    /// Gives a lever a number a year, the base year first; of a lever that is one number, the last counts.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn set_values(&mut self, key: &LeverKey, values: Path<C>) -> Result<(), ResolveError> {
        self.put(key, Some(Given::Values(values)))
    }

    /// Gives parts of a whole to a lever that has them.
    ///
    /// # Errors
    /// As [`Self::set`].
    pub fn set_parts(&mut self, key: &LeverKey, parts: Vec<(String, C)>) -> Result<(), ResolveError> {
        self.put(key, Some(Given::Parts(parts)))
    }

    /// Gives a lever a value; ignored if the lever acts through missing figures.
    fn put(&mut self, key: &LeverKey, given: Option<Given<'a, C>>) -> Result<(), ResolveError> {
        let acts = key.gap(self.baseline.inputs.gaps).is_none();
        self.entries.put(key, given.filter(|_| acts));
        self.enter(key)
    }

    /// The setting of a lever, where it has one that acts.
    pub fn setting(&self, key: &LeverKey) -> Option<&Setting> {
        match self.entries.find(key.lever, &key.subject, &key.part)? {
            Given::Setting(setting) => Some(setting),
            Given::Constant(_) | Given::Values(_) | Given::Parts(_) => None,
        }
    }

    /// The inputs of the present settings.
    ///
    /// Drop what was computed from them before the next change: inputs that something still holds are copied first.
    ///
    /// # Errors
    /// [`ResolveError::SharesNotOne`] if labour is reallocated and the shares of the sectors that receive it do not sum
    /// to 1.
    pub fn inputs(&mut self) -> Result<&Arc<Inputs<C>>, ResolveError> {
        if self.stale != [false; 3] {
            let [growth, projects, shocks] = std::mem::take(&mut self.stale);
            if growth {
                self.make_growth();
            }
            if projects {
                self.make_projects();
            }
            if shocks {
                self.make_shocks();
            }
        }
        check_reallocation(&self.inputs)?;
        Ok(&self.inputs)
    }

    /// Parts of the conditions whose inputs have changed since this was last asked.
    pub fn take_changed(&mut self) -> ConditionParts {
        std::mem::take(&mut self.changed)
    }

    /// The inputs of the present settings and shocks that no lever makes; the next inputs are without them.
    ///
    /// # Errors
    /// As [`Self::inputs`].
    pub fn inputs_with_shocks(
        &mut self,
        shocks: impl Iterator<Item = ShockInputs<C>>,
    ) -> Result<&Arc<Inputs<C>>, ResolveError> {
        self.stale[Part::Shocks as usize] = true;
        self.changed = self.changed.with(ConditionParts::SHOCKS);
        self.inputs()?;
        Arc::make_mut(&mut self.inputs).shocks.extend(shocks);
        self.stale[Part::Shocks as usize] = true;
        Ok(&self.inputs)
    }

    /// Every project of the study as the settings plan it, including those without effect.
    pub fn planned_projects(&self) -> Vec<ProjectInputs<C>> {
        let common = self.entries.number(Lever::RealisedRatio, "").unwrap_or(self.realised);
        self.entries.make_projects(self.study, (common, self.realised)).collect()
    }

    /// The inputs, when no more changes follow.
    ///
    /// # Errors
    /// As [`Self::inputs`].
    pub fn into_inputs(mut self) -> Result<Arc<Inputs<C>>, ResolveError> {
        self.inputs()?;
        Ok(self.inputs)
    }

    /// Enters the value of a lever, or the baseline's figures if the lever has no value.
    fn enter(&mut self, key: &LeverKey) -> Result<(), ResolveError> {
        let (study, neutral) = (self.study, &self.baseline.inputs);
        if key.line().is_some() && study.is_group(&key.subject) {
            for s in study.members(&key.subject) {
                if enters_at(neutral, key, s) {
                    self.enter(&key.with_line(&neutral.sectors[s].id))?;
                }
            }
            return Ok(());
        }
        let outer = |s: usize| self.outer.get(s).map_or(&[][..], Vec::as_slice);
        let of_sector = |s: usize| self.entries.find_of_sector(key.lever, (&key.subject, &key.part), outer(s));
        let given = self.entries.find(key.lever, &key.subject, &key.part);
        let inputs = Arc::make_mut(&mut self.inputs);
        let horizon = neutral.horizon;
        let spec = key.lever.spec();
        let number = |own: &f64| given.map_or(C::splat(*own), Given::number);
        match spec.entry {
            Entry::Path(place) => follow(place.of_mut(inputs), place.read(neutral), given, horizon),
            Entry::Number(place) => *place.of_mut(inputs) = number(place.read(neutral)),
            Entry::LinePath(_, place) if key.subject == TAXES_LINE => {
                follow(place.of_mut(inputs), place.read(neutral), given, horizon);
            }
            Entry::SectorPath(place) | Entry::LinePath(place, _) => {
                let s = sector(neutral, key)?;
                let given = of_sector(s).map(|(given, _)| given);
                follow(place.of_mut(&mut inputs.sectors[s]), place.read(&neutral.sectors[s]), given, horizon);
            }
            Entry::SectorNumber(place) => {
                let s = sector(neutral, key)?;
                let own = C::splat(*place.read(&neutral.sectors[s]));
                *place.of_mut(&mut inputs.sectors[s]) = of_sector(s).map_or(own, |(given, _)| given.number());
            }
            Entry::Shares(place) => split(place, (inputs, neutral), (study, key), given)?,
            Entry::Switch(switch) => *switch.of_mut(inputs) = number(switch.read(neutral)),
            Entry::Park(place) => {
                let at = study.parks.iter().position(|park| park.id == key.subject);
                let found = at.and_then(|at| Some((inputs.land.parks.get_mut(at)?, neutral.land.parks.get(at)?)));
                let (park, own) = found.ok_or_else(|| unknown(key))?;
                let value = number(place.read(own));
                *place.of_mut(park) = if place == ParkNumber::Opening { value.round_to_whole() } else { value };
            }
            Entry::Multiplier => {
                let (receiver, driver) = pair(neutral, key)?;
                let own = C::splat(neutral.spillover.matrix[receiver][driver]);
                inputs.spillover.matrix[receiver][driver] =
                    of_sector(receiver).map_or(own, |(given, _)| given.number());
            }
            Entry::TaxShare => enter_tax_share(&mut inputs.taxes.ratio, neutral, given),
            Entry::Made(..) => check_subject(study, neutral, key)?,
            Entry::Zones => {}
        }
        for part in spec.parts() {
            self.stale[part as usize] = true;
        }
        self.changed = self.changed.with(spec.condition_parts());
        Ok(())
    }

    /// Growth added by hand, and by green conversion after its lag: the gain is added in every year whose lagged year converts.
    fn make_growth(&mut self) {
        let horizon = self.inputs.horizon;
        let lag = self.entries.number(Lever::GreenLag, "").unwrap_or(C::splat(GREEN_LAG));
        let inputs = Arc::make_mut(&mut self.inputs);
        let none = vec![0.0; horizon.len()];
        for (s, (sector, neutral)) in inputs.sectors.iter_mut().zip(&self.baseline.inputs.sectors).enumerate() {
            let outer = self.outer.get(s).map_or(&[][..], Vec::as_slice);
            let find = |lever| Some(self.entries.find_of_sector(lever, (&sector.id, ""), outer)?.0);
            follow(&mut sector.growth_added, &neutral.growth_added, find(Lever::ProductivityGrowthAdded), horizon);
            if let Some(given) = find(Lever::GreenGain) {
                let gain = given.path(horizon, &none);
                for (t, added) in sector.growth_added.iter_mut().enumerate() {
                    let converts = C::look_back(&sector.green_share, t, lag);
                    *added = *added + converts.if_above(C::ZERO, gain[t], C::ZERO);
                }
            }
            for ((t, added), year) in
                sector.growth_added.iter_mut().enumerate().skip(1).zip(inputs.years.iter().skip(1))
            {
                *added = added.named(ModelFigure::GrowthAdded(s).at(t), *year);
            }
        }
    }

    /// Projects and anonymous FDI.
    fn make_projects(&mut self) {
        let common = self.entries.number(Lever::RealisedRatio, "").unwrap_or(self.realised);
        let inputs = Arc::make_mut(&mut self.inputs);
        inputs.projects.clear();
        let made = self.entries.make_projects(self.study, (common, self.realised));
        inputs.projects.extend(made.filter(|project| !is_neutral(project)));
        inputs.registrations.realised = common;
        let none = vec![0.0; inputs.horizon.len()];
        let sectors = inputs.sectors.iter().enumerate();
        for (path, (s, sector)) in inputs.registrations.registered_musd.iter_mut().zip(sectors) {
            let outer = self.outer.get(s).map_or(&[][..], Vec::as_slice);
            match self.entries.find_of_sector(Lever::FdiRegistered, (&sector.id, ""), outer) {
                Some((given, part)) => {
                    given.write_path(path, inputs.horizon, &none);
                    take_part(path, part);
                }
                None => path.clear(),
            }
        }
    }

    fn make_shocks(&mut self) {
        let entries = &self.entries;
        let inputs = Arc::make_mut(&mut self.inputs);
        inputs.shocks.clear();
        for shock in &self.study.shocks {
            let depth = entries.number(Lever::ShockDepth, &shock.id).unwrap_or(C::ZERO);
            if depth.is_everywhere(0.0) {
                continue;
            }
            let outer = &self.outer;
            let exposure = inputs.sectors.iter().enumerate().map(|(s, sector)| {
                let outer = outer.get(s).map_or(&[][..], Vec::as_slice);
                let own = entries.find_exposure(&shock.id, &sector.id, outer).map(Given::number);
                let cut = entries.find_of_sector(Lever::GreenExposureCut, (&sector.id, ""), outer);
                let cut = cut.map_or(C::ZERO, |(given, _)| given.number());
                let stated = || C::splat(stated_exposure(self.study, shock, &sector.id));
                own.unwrap_or_else(stated) * (C::ONE - cut)
            });
            let number = |lever, stated: f64| entries.number(lever, &shock.id).unwrap_or(C::splat(stated));
            inputs.shocks.push(ShockInputs {
                start: number(Lever::ShockStart, f64::from(shock.start)).round_to_whole(),
                depth,
                half_life: number(Lever::ShockHalfLife, shock.half_life),
                scar: number(Lever::ShockScar, shock.scar),
                exposure: exposure.collect(),
            });
        }
    }
}

/// Exposure of a sector to a shock as the study states it: its own, or that of the nearest group around it; 0 if both
/// are absent.
pub(super) fn stated_exposure(study: &Study, shock: &Shock, sector: &str) -> f64 {
    let of_group = || study.outer_groups(sector).into_iter().find_map(|group| shock.exposure.number(group));
    shock.exposure.number(sector).or_else(of_group).unwrap_or(0.0)
}

impl<C: Real> Entries<'_, C> {
    /// Exposure of a sector to a shock: what it is given itself, or the nearest group around it.
    fn find_exposure(&self, shock: &str, sector: &str, outer: &[OuterGroup<'_>]) -> Option<&Given<'_, C>> {
        let mut lines = std::iter::once(sector).chain(outer.iter().map(|group| group.id));
        lines.find_map(|line| self.find(Lever::ShockExposure, shock, line))
    }

    /// Every project of the study whose sector is there.
    fn make_projects(&self, study: &Study, ratios: (C, C)) -> impl Iterator<Item = ProjectInputs<C>> {
        study.projects.iter().enumerate().filter_map(move |(number, project)| {
            let sector = study.sectors.iter().position(|sector| sector.id == project.sector)?;
            Some(self.make_project(project, (number, sector), ratios))
        })
    }

    /// A project as a case plans it, beside what the baseline contains of it.
    fn make_project(
        &self,
        project: &Project,
        (number, sector): (usize, usize),
        (common, neutral_common): (C, C),
    ) -> ProjectInputs<C> {
        let amount = self.number(Lever::ProjectAmount, &project.id);
        let amount = amount.unwrap_or_else(|| C::splat(neutral_amount(project)));
        let delay = self.number(Lever::ProjectDelay, &project.id).map_or(C::ZERO, Real::round_to_whole);
        let stated = project.realised.map(C::splat);
        let realised = self.number(Lever::ProjectRealised, &project.id).or(stated).unwrap_or(common);
        let start = C::splat(f64::from(project.start));
        let scheduled = |amount: C, start: C, realised: C| ProjectSchedule {
            registered_musd: amount,
            realised,
            start,
            jobs: jobs_of(project, amount),
        };
        let planned = scheduled(amount, start + delay, realised);
        let contained = project.in_baseline.then(|| {
            let registered = C::splat(project.registered_musd);
            scheduled(registered, start, stated.unwrap_or(neutral_common))
        });
        ProjectInputs {
            project: number,
            sector,
            planned,
            contained,
            profile: whole_profile(&project.profile).into_iter().map(C::splat).collect(),
            premium: C::splat(project.premium),
        }
    }
}

/// Leaves of a path the part that is the sector's own; an amount that the sector was given itself stays to the bit.
fn take_part<C: Real>(path: &mut Path<C>, part: f64) {
    if part < 1.0 {
        for amount in path.iter_mut() {
            *amount = *amount * C::splat(part);
        }
    }
}

/// Whether a project has no effect: no amount is planned, or only what the baseline contains already.
fn is_neutral<C: Real>(project: &ProjectInputs<C>) -> bool {
    match &project.contained {
        None => project.planned.registered_musd.is_everywhere(0.0),
        Some(contained) => is_same(&project.planned, contained),
    }
}

/// Whether two schedules are the same in every place, whatever else depends on them.
fn is_same<C: Real>(one: &ProjectSchedule<C>, other: &ProjectSchedule<C>) -> bool {
    let pairs = [
        (one.registered_musd, other.registered_musd),
        (one.realised, other.realised),
        (one.start, other.start),
        (one.jobs, other.jobs),
    ];
    pairs.into_iter().all(|(a, b)| (a - b).is_everywhere(0.0))
}

/// A path takes what a lever is given over its neutral values, or those values.
fn follow<C: Real>(path: &mut Path<C>, neutral: &Path, given: Option<&Given<'_, C>>, horizon: Horizon) {
    if let Some(given) = given {
        given.write_path(path, horizon, neutral);
    } else {
        path.clear();
        path.extend(neutral.iter().map(|value| C::splat(*value)));
    }
}

fn enter_tax_share<C: Real>(ratios: &mut Path<C>, neutral: &Inputs, given: Option<&Given<'_, C>>) {
    follow(ratios, &neutral.taxes.ratio, None, neutral.horizon);
    let Some(given) = given else { return };
    let neutral_shares = tax_shares(neutral);
    let shares = given.path(neutral.horizon, &neutral_shares);
    for ((ratio, share), own) in ratios.iter_mut().zip(shares).zip(neutral_shares) {
        // A share that is not moved keeps its ratio to the bit; there and back again would round it.
        let moved = share / (C::ONE - share);
        *ratio = moved.unless_unmoved((share, own), *ratio);
    }
}

/// Whether a key of a group acts on a member: a driver does not receive spillovers.
fn enters_at(neutral: &Inputs, key: &LeverKey, s: usize) -> bool {
    key.lever.spec().scope != LeverScope::Receiver || !neutral.spillover.drivers.contains(&s)
}

/// Position of the sector that a key names.
fn sector(inputs: &Inputs, key: &LeverKey) -> Result<usize, ResolveError> {
    inputs.sectors.iter().position(|sector| sector.id == key.subject).ok_or_else(|| unknown(key))
}

/// Positions of the receiver among the sectors and of its driver among the drivers.
fn pair(inputs: &Inputs, key: &LeverKey) -> Result<(usize, usize), ResolveError> {
    let receiver = sector(inputs, key)?;
    let is_driver = |d: &usize| inputs.sectors.get(*d).is_some_and(|sector| sector.id == key.part);
    let driver = inputs.spillover.drivers.iter().position(is_driver);
    driver.map(|driver| (receiver, driver)).ok_or_else(|| unknown(key))
}

/// Shares of a setting, or the baseline's; a sector that the setting does not name has share 0.
fn split<C: Real>(
    place: SectorNumber,
    (inputs, neutral): (&mut Inputs<C>, &Inputs),
    (study, key): (&Study, &LeverKey),
    given: Option<&Given<'_, C>>,
) -> Result<(), ResolveError> {
    let divided = |given: &Given<'_, C>| given.parts().map(|parts| divide_parts(study, neutral, place, parts));
    let parts = given.map(|given| whole(key, divided(given))).transpose()?;
    for (s, (sector, own)) in inputs.sectors.iter_mut().zip(&neutral.sectors).enumerate() {
        if has_share(neutral, place, s) {
            let named = |parts: &Vec<(String, C)>| parts.iter().find(|(id, _)| *id == sector.id).map(|(_, part)| *part);
            let part = parts.as_ref().map_or(C::splat(*place.read(own)), |parts| named(parts).unwrap_or(C::ZERO));
            *place.of_mut(sector) = part;
        }
    }
    parts.map_or(Ok(()), |parts| known_parts(key, &parts, neutral))
}

/// Labour that leaves the source sector arrives somewhere: destinations sum to 1 in every run that moves any.
fn check_reallocation<C: Real>(inputs: &Inputs<C>) -> Result<(), ResolveError> {
    if inputs.reallocation_rate.iter().all(|rate| rate.is_everywhere(0.0)) {
        return Ok(());
    }
    let arriving = inputs.sectors.iter().enumerate().filter(|&(s, _)| s != inputs.reallocation_source);
    let sum = arriving.fold(C::ZERO, |sum, (_, sector)| sum + sector.reallocation_share);
    for sum in [sum.lowest(), sum.highest()] {
        if (sum - 1.0).abs() > 1e-3 {
            return Err(ResolveError::SharesNotOne { what: Lever::ReallocationSplit.id().to_owned(), sum });
        }
    }
    Ok(())
}

/// A disbursement profile that sums to 1; `validate` lets rounded shares pass up to a thousandth.
pub(super) fn whole_profile(profile: &[f64]) -> Vec<f64> {
    normalise(profile, profile.iter().sum())
}

/// Jobs follow the amount in proportion to what the project declares.
fn jobs_of<C: Real>(project: &Project, amount: C) -> C {
    if project.registered_musd == 0.0 {
        return C::ZERO;
    }
    C::splat(project.jobs_thousand) * (amount / C::splat(project.registered_musd))
}

/// The number of a setting that has one; `validate` refuses other kinds for levers that need a number.
fn number(setting: &Setting) -> f64 {
    match setting {
        Setting::Constant(value) | Setting::Range { base: value, .. } | Setting::Span { value, .. } => *value,
        Setting::Switch(on) => f64::from(u8::from(*on)),
        Setting::Points(table) => table.iter().last().map_or(0.0, |(_, value)| value),
        Setting::Years { default, values } => values.iter().last().map(|(_, value)| value).or(*default).unwrap_or(0.0),
        Setting::Shares(_) => 0.0,
    }
}

fn whole<C: Real>(key: &LeverKey, parts: Option<Vec<(String, C)>>) -> Result<Vec<(String, C)>, ResolveError> {
    let Some(parts) = parts else {
        return Err(ResolveError::SharesNotOne { what: key.to_string(), sum: 0.0 });
    };
    let sum = parts.iter().fold(C::ZERO, |sum, (_, part)| sum + *part);
    for sum in [sum.lowest(), sum.highest()] {
        if (sum - 1.0).abs() > 1e-9 {
            return Err(ResolveError::SharesNotOne { what: key.to_string(), sum });
        }
    }
    Ok(parts)
}

fn known_parts<C>(key: &LeverKey, parts: &[(String, C)], inputs: &Inputs) -> Result<(), ResolveError> {
    let is_known = |id: &String| inputs.sectors.iter().any(|sector| sector.id == *id);
    if parts.iter().all(|(id, _)| is_known(id)) { Ok(()) } else { Err(unknown(key)) }
}

/// Whether what a lever is about exists.
fn check_subject(study: &Study, neutral: &Inputs, key: &LeverKey) -> Result<(), ResolveError> {
    let is = |id: &String| *id == key.subject;
    let is_line = || study.is_group(&key.subject) || neutral.sectors.iter().any(|sector| is(&sector.id));
    let exists = match key.lever.spec().scope {
        LeverScope::Province => true,
        LeverScope::Sector | LeverScope::Receiver => is_line(),
        LeverScope::Line => key.subject == TAXES_LINE || is_line(),
        LeverScope::Project => study.projects.iter().any(|project| is(&project.id)),
        LeverScope::Park => study.parks.iter().any(|park| is(&park.id)),
        LeverScope::Shock | LeverScope::ShockSector => study.shocks.iter().any(|shock| is(&shock.id)),
    };
    if exists { Ok(()) } else { Err(unknown(key)) }
}

fn unknown(key: &LeverKey) -> ResolveError {
    ResolveError::UnknownSubject { lever: key.to_string() }
}
