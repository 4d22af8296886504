//! From settings to inputs, and from a changed setting to changed inputs: only what a lever touches is made again.
//!
//! One implementation serves scenarios, which resolve once, and the analyses, which change a few levers thousands of times.
//! A lever enters where its row in `lever` says; a part that several levers make together has its maker here.

use super::baseline::{CalibratedBaseline, normalise};
use super::error::ResolveError;
use super::figure::Quantity;
use super::lever::{Entry, GREEN_LAG, Lever, LeverScope};
use super::resolve::{has_share, neutral_amount, realised_ratio, study_parameter, tax_shares};
use super::setting::{LeverKey, NumberTable, Setting, Settings};
use super::study::{Project, Study};
use crate::engine::{Closure, Inputs, Path, ProjectInputs, SectorNumber, ShockInputs};
use crate::quantity::{Horizon, Year};
use std::borrow::Cow;
use std::sync::Arc;

/// Inputs of a baseline under settings that may change.
///
/// The inputs after any number of changes are those of the settings that are left, to the bit.
#[derive(Debug, Clone)]
pub struct Resolver<'a> {
    study: &'a Study,
    baseline: &'a CalibratedBaseline,
    entries: Entries<'a>,
    inputs: Arc<Inputs>,
    /// Parts that several levers make together and that are to be made again.
    stale: [bool; 3],
    /// Realised ratio of projects and FDI where no setting names one.
    realised: f64,
    /// Jobs by realised dollar of anonymous FDI, thousand persons a million USD.
    jobs_per_musd: f64,
}

/// Settings by lever: a lever has few subjects, and is asked for thousands of times.
#[derive(Debug, Clone, Default)]
struct Entries<'a>(Vec<Vec<(Cow<'a, LeverKey>, Cow<'a, Setting>)>>);

impl<'a> Entries<'a> {
    fn new(settings: &'a Settings) -> Self {
        let mut entries = Self::default();
        for (key, setting) in settings.entries() {
            entries.of_lever(key.lever).push((Cow::Borrowed(key), Cow::Borrowed(setting)));
        }
        entries
    }

    fn of_lever(&mut self, lever: Lever) -> &mut Vec<(Cow<'a, LeverKey>, Cow<'a, Setting>)> {
        let place = lever as usize;
        if self.0.len() <= place {
            self.0.resize_with(place + 1, Vec::new);
        }
        &mut self.0[place]
    }

    fn find_setting(&self, lever: Lever, subject: &str, part: &str) -> Option<&Setting> {
        let all = self.0.get(lever as usize)?;
        all.iter().find(|(key, _)| same(&key.subject, subject) && same(&key.part, part)).map(|(_, setting)| &**setting)
    }

    fn number(&self, lever: Lever, subject: &str) -> Option<f64> {
        self.find_setting(lever, subject, "").map(number)
    }

    fn put(&mut self, key: &LeverKey, setting: Option<Cow<'a, Setting>>) {
        let all = self.of_lever(key.lever);
        let place = all.iter().position(|(own, _)| same(&own.subject, &key.subject) && same(&own.part, &key.part));
        match (place, setting) {
            (Some(at), Some(setting)) => all[at].1 = setting,
            (Some(at), None) => {
                all.remove(at);
            }
            (None, Some(setting)) => all.push((Cow::Owned(key.clone()), setting)),
            (None, None) => {}
        }
    }
}

/// Whether two ids are the same; most levers have no part, and nothing need not be compared with nothing.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && (a.is_empty() || a == b)
}

impl<'a> Resolver<'a> {
    /// The inputs of a baseline under settings.
    pub fn new(
        study: &'a Study,
        baseline: &'a CalibratedBaseline,
        settings: &'a Settings,
        closure: Closure,
    ) -> Result<Self, ResolveError> {
        let mut inputs = baseline.inputs.clone();
        inputs.closure = closure;
        let mut resolver = Self {
            study,
            baseline,
            entries: Entries::new(settings),
            inputs: Arc::new(inputs),
            stale: [true; 3],
            realised: realised_ratio(study, baseline),
            jobs_per_musd: study_parameter(study, baseline, Quantity::JobsPerMillionUsd).unwrap_or(0.0),
        };
        for (key, _) in settings.entries() {
            resolver.enter(key)?;
        }
        Ok(resolver)
    }

    /// Gives a lever a setting, or lets it follow the baseline again.
    pub fn set(&mut self, key: &LeverKey, setting: Option<Cow<'a, Setting>>) -> Result<(), ResolveError> {
        self.entries.put(key, setting);
        self.enter(key)
    }

    /// The setting of a lever, where it has one.
    pub fn setting(&self, key: &LeverKey) -> Option<&Setting> {
        self.entries.find_setting(key.lever, &key.subject, &key.part)
    }

    /// The inputs of the present settings.
    ///
    /// Drop what was computed from them before the next change: inputs that something still holds are copied first.
    pub fn inputs(&mut self) -> Result<&Arc<Inputs>, ResolveError> {
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

    /// The inputs, when no more changes follow.
    pub fn into_inputs(mut self) -> Result<Arc<Inputs>, ResolveError> {
        self.inputs()?;
        Ok(self.inputs)
    }

    /// Enters the setting of a lever, or the baseline's figures where it has none.
    fn enter(&mut self, key: &LeverKey) -> Result<(), ResolveError> {
        let (study, neutral) = (self.study, &self.baseline.inputs);
        let setting = self.entries.find_setting(key.lever, &key.subject, &key.part);
        let inputs = Arc::make_mut(&mut self.inputs);
        let horizon = neutral.horizon;
        let spec = key.lever.spec();
        match spec.entry {
            Entry::Path(place) => follow(place.of_mut(inputs), place.read(neutral), setting, horizon),
            Entry::Number(place) => *place.of_mut(inputs) = setting.map_or(*place.read(neutral), number),
            Entry::LinePath(_, place) if key.subject == "taxes" => {
                follow(place.of_mut(inputs), place.read(neutral), setting, horizon);
            }
            Entry::SectorPath(place) | Entry::LinePath(place, _) => {
                let s = sector(neutral, key)?;
                follow(place.of_mut(&mut inputs.sectors[s]), place.read(&neutral.sectors[s]), setting, horizon);
            }
            Entry::SectorNumber(place) => {
                let s = sector(neutral, key)?;
                *place.of_mut(&mut inputs.sectors[s]) = setting.map_or(*place.read(&neutral.sectors[s]), number);
            }
            Entry::Shares(place) => split(place, (inputs, neutral), key, setting)?,
            Entry::Switch(switch) => switch.set(inputs, setting.map_or(switch.is_on(neutral), is_on)),
            Entry::Park(place) => {
                let at = study.parks.iter().position(|park| park.id == key.subject);
                let found = at.and_then(|at| Some((inputs.land.parks.get_mut(at)?, neutral.land.parks.get(at)?)));
                let (park, own) = found.ok_or_else(|| unknown(key))?;
                place.set(park, setting.map_or(place.read(own), number));
            }
            Entry::Multiplier => {
                let (receiver, driver) = pair(neutral, key)?;
                let own = neutral.spillover.matrix[receiver][driver];
                inputs.spillover.matrix[receiver][driver] = setting.map_or(own, number);
            }
            Entry::TaxShare => enter_tax_share(&mut inputs.taxes.ratio, neutral, setting),
            Entry::Made(..) => check_subject(study, neutral, key)?,
            Entry::Zones => {}
        }
        for part in spec.parts() {
            self.stale[part as usize] = true;
        }
        Ok(())
    }

    /// Growth added by hand, and by green conversion after its lag: the gain is added in every year whose lagged year converts.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 100")]
    fn make_growth(&mut self) {
        let horizon = self.inputs.horizon;
        let lag = self.entries.number(Lever::GreenLag, "").unwrap_or(GREEN_LAG);
        // Part of a year waits for the next whole one; hard ranges keep the lag between 0 and 20.
        let lag = lag.ceil().clamp(0.0, 100.0) as usize;
        let inputs = Arc::make_mut(&mut self.inputs);
        for (sector, neutral) in inputs.sectors.iter_mut().zip(&self.baseline.inputs.sectors) {
            let added = self.entries.find_setting(Lever::ProductivityGrowthAdded, &sector.id, "");
            follow(&mut sector.growth_added, &neutral.growth_added, added, horizon);
            let Some(setting) = self.entries.find_setting(Lever::GreenGain, &sector.id, "") else { continue };
            let gain = setting.path(horizon, &vec![0.0; horizon.len()]);
            for (t, added) in sector.growth_added.iter_mut().enumerate() {
                let converts = t.checked_sub(lag).and_then(|earlier| sector.green_share.get(earlier));
                if converts.is_some_and(|share| *share > 0.0) {
                    *added += gain[t];
                }
            }
        }
    }

    /// Projects and anonymous FDI.
    fn make_projects(&mut self) {
        let common = self.entries.number(Lever::RealisedRatio, "").unwrap_or(self.realised);
        let inputs = Arc::make_mut(&mut self.inputs);
        inputs.projects.clear();
        for project in &self.study.projects {
            let Some(sector) = inputs.sectors.iter().position(|sector| sector.id == project.sector) else { continue };
            self.entries.add_project(&mut inputs.projects, project, sector, (common, self.realised));
        }
        let registration = Registration {
            realised: common,
            jobs_per_musd: self.jobs_per_musd,
            profile: &self.study.structure.fdi_profile,
        };
        for sector in 0..inputs.sectors.len() {
            let Some(setting) = self.entries.find_setting(Lever::FdiRegistered, &inputs.sectors[sector].id, "") else {
                continue;
            };
            registration.add(&mut inputs.projects, sector, setting, inputs.horizon);
        }
    }

    fn make_shocks(&mut self) {
        let entries = &self.entries;
        let inputs = Arc::make_mut(&mut self.inputs);
        inputs.shocks.clear();
        for shock in &self.study.shocks {
            let depth = entries.number(Lever::ShockDepth, &shock.id).unwrap_or(0.0);
            if depth == 0.0 {
                continue;
            }
            let exposure = inputs.sectors.iter().map(|sector| {
                let own = entries.find_setting(Lever::ShockExposure, &shock.id, &sector.id).map(number);
                let cut = entries.number(Lever::GreenExposureCut, &sector.id).unwrap_or(0.0);
                own.or_else(|| shock.exposure.number(&sector.id)).unwrap_or(0.0) * (1.0 - cut)
            });
            inputs.shocks.push(ShockInputs {
                start: entries.find_setting(Lever::ShockStart, &shock.id, "").map_or(shock.start, year),
                depth,
                half_life: entries.number(Lever::ShockHalfLife, &shock.id).unwrap_or(shock.half_life),
                scar: entries.number(Lever::ShockScar, &shock.id).unwrap_or(shock.scar),
                exposure: exposure.collect(),
            });
        }
    }
}

impl Entries<'_> {
    /// Adds a project; where the baseline contains it, its baseline schedule is taken out, so that only the difference counts.
    fn add_project(
        &self,
        projects: &mut Vec<ProjectInputs>,
        project: &Project,
        sector: usize,
        (common, neutral_common): (f64, f64),
    ) {
        let amount = self.number(Lever::ProjectAmount, &project.id).unwrap_or_else(|| neutral_amount(project));
        let delay = self.find_setting(Lever::ProjectDelay, &project.id, "").map_or(0, year);
        let realised = self.number(Lever::ProjectRealised, &project.id).or(project.realised).unwrap_or(common);
        let scheduled = |amount: f64, start: Year, realised: f64, sign: f64| ProjectInputs {
            sector,
            registered_musd: sign * amount,
            realised,
            start,
            profile: whole_profile(&project.profile),
            jobs: sign * jobs_of(project, amount),
            premium: project.premium,
        };
        if !project.in_baseline {
            if amount != 0.0 {
                projects.push(scheduled(amount, project.start + delay, realised, 1.0));
            }
            return;
        }
        let planned = scheduled(amount, project.start + delay, realised, 1.0);
        let neutral = project.realised.unwrap_or(neutral_common);
        if planned != scheduled(project.registered_musd, project.start, neutral, 1.0) {
            projects.push(planned);
            projects.push(scheduled(project.registered_musd, project.start, neutral, -1.0));
        }
    }
}

/// Anonymous FDI over the baseline: each year's amount is a project with the common profile, jobs on realised dollars.
struct Registration<'a> {
    realised: f64,
    jobs_per_musd: f64,
    profile: &'a [f64],
}

impl Registration<'_> {
    fn add(&self, projects: &mut Vec<ProjectInputs>, sector: usize, setting: &Setting, horizon: Horizon) {
        let none = vec![0.0; horizon.len()];
        for (start, amount) in horizon.years().zip(setting.path(horizon, &none)) {
            if amount != 0.0 {
                projects.push(ProjectInputs {
                    sector,
                    registered_musd: amount,
                    realised: self.realised,
                    start,
                    profile: whole_profile(self.profile),
                    jobs: amount * self.realised * self.jobs_per_musd,
                    premium: 1.0,
                });
            }
        }
    }
}

/// A path takes a setting over its neutral values, or those values.
fn follow(path: &mut Path, neutral: &Path, setting: Option<&Setting>, horizon: Horizon) {
    match setting {
        Some(setting) => *path = setting.path(horizon, neutral),
        None => path.clone_from(neutral),
    }
}

fn enter_tax_share(ratios: &mut Path, neutral: &Inputs, setting: Option<&Setting>) {
    ratios.clone_from(&neutral.taxes.ratio);
    let Some(setting) = setting else { return };
    let horizon = neutral.horizon;
    let neutral = tax_shares(neutral);
    let shares = setting.path(horizon, &neutral);
    for ((ratio, share), own) in ratios.iter_mut().zip(shares).zip(neutral) {
        // A share that is not moved keeps its ratio to the bit; there and back again would round it.
        if share.to_bits() != own.to_bits() {
            *ratio = share / (1.0 - share);
        }
    }
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

/// Shares of a setting, or the baseline's; a sector that the setting does not name has none.
fn split(
    place: SectorNumber,
    (inputs, neutral): (&mut Inputs, &Inputs),
    key: &LeverKey,
    setting: Option<&Setting>,
) -> Result<(), ResolveError> {
    let shares = setting.map(|setting| whole(key, setting)).transpose()?;
    for (s, (sector, own)) in inputs.sectors.iter_mut().zip(&neutral.sectors).enumerate() {
        if has_share(neutral, place, s) {
            *place.of_mut(sector) = shares.map_or(*place.read(own), |shares| shares.number(&sector.id).unwrap_or(0.0));
        }
    }
    shares.map_or(Ok(()), |shares| known_parts(key, shares, inputs))
}

/// Labour that leaves the source sector arrives somewhere: destinations sum to 1 in every run that moves any.
fn check_reallocation(inputs: &Inputs) -> Result<(), ResolveError> {
    let arriving = inputs.sectors.iter().enumerate().filter(|&(s, _)| s != inputs.reallocation_source);
    let sum: f64 = arriving.map(|(_, sector)| sector.reallocation_share).sum();
    let moves = inputs.reallocation_rate.iter().any(|&rate| rate != 0.0);
    if moves && (sum - 1.0).abs() > 1e-3 {
        return Err(ResolveError::SharesNotOne { what: Lever::ReallocationSplit.id().to_owned(), sum });
    }
    Ok(())
}

/// A disbursement profile that sums to 1; `validate` lets rounded shares pass up to a thousandth.
fn whole_profile(profile: &[f64]) -> Vec<f64> {
    normalise(profile, profile.iter().sum())
}

/// Jobs follow the amount in proportion to what the project declares.
fn jobs_of(project: &Project, amount: f64) -> f64 {
    if project.registered_musd == 0.0 { 0.0 } else { project.jobs_thousand * (amount / project.registered_musd) }
}

const fn is_on(setting: &Setting) -> bool {
    matches!(setting, Setting::Switch(true))
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

/// A whole number of years; hard ranges keep it far inside `i32`.
#[expect(clippy::cast_possible_truncation, reason = "rounded, and a cast from a float saturates")]
fn year(setting: &Setting) -> Year {
    number(setting).round() as Year
}

fn whole<'s>(key: &LeverKey, setting: &'s Setting) -> Result<&'s NumberTable, ResolveError> {
    let Setting::Shares(shares) = setting else {
        return Err(ResolveError::SharesNotOne { what: key.to_string(), sum: 0.0 });
    };
    let sum: f64 = shares.iter().map(|(_, share)| share).sum();
    if (sum - 1.0).abs() <= 1e-9 { Ok(shares) } else { Err(ResolveError::SharesNotOne { what: key.to_string(), sum }) }
}

fn known_parts(key: &LeverKey, shares: &NumberTable, inputs: &Inputs) -> Result<(), ResolveError> {
    let is_known = |id: &String| inputs.sectors.iter().any(|sector| sector.id == *id);
    if shares.iter().all(|(id, _)| is_known(&id)) { Ok(()) } else { Err(unknown(key)) }
}

/// Whether what a lever is about exists.
fn check_subject(study: &Study, neutral: &Inputs, key: &LeverKey) -> Result<(), ResolveError> {
    let is = |id: &String| *id == key.subject;
    let exists = match key.lever.spec().scope {
        LeverScope::Province => true,
        LeverScope::Sector | LeverScope::Receiver => neutral.sectors.iter().any(|sector| is(&sector.id)),
        LeverScope::Line => key.subject == "taxes" || neutral.sectors.iter().any(|sector| is(&sector.id)),
        LeverScope::Project => study.projects.iter().any(|project| is(&project.id)),
        LeverScope::Park => study.parks.iter().any(|park| is(&park.id)),
        LeverScope::Shock | LeverScope::ShockSector => study.shocks.iter().any(|shock| is(&shock.id)),
    };
    if exists { Ok(()) } else { Err(unknown(key)) }
}

fn unknown(key: &LeverKey) -> ResolveError {
    ResolveError::UnknownSubject { lever: key.to_string() }
}
