//! Projects, parks and shocks as the study's own records: replaced, added, deleted, and what a number of theirs may be.

use super::error::{RecordField, StudyError};
use super::lever::{Lever, LeverScope};
use super::setting::{LeverKey, Setting};
use super::study::{Park, Project, Shock, Study};
use super::validate::validate;
use crate::lang::Localized;

/// A record of the study.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An investment project.
    Project(Project),
    /// An industrial park.
    Park(Park),
    /// A demand shock.
    Shock(Shock),
}

/// Which record of the study.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordRef {
    /// The project with this id.
    Project(String),
    /// The park with this id.
    Park(String),
    /// The shock with this id.
    Shock(String),
}

impl Record {
    /// Its id.
    pub fn id(&self) -> &str {
        match self {
            Self::Project(project) => &project.id,
            Self::Park(park) => &park.id,
            Self::Shock(shock) => &shock.id,
        }
    }

    /// Its name.
    pub const fn name(&self) -> &Localized {
        match self {
            Self::Project(project) => &project.name,
            Self::Park(park) => &park.name,
            Self::Shock(shock) => &shock.name,
        }
    }

    /// Which record it is.
    pub fn reference(&self) -> RecordRef {
        match self {
            Self::Project(project) => RecordRef::Project(project.id.clone()),
            Self::Park(park) => RecordRef::Park(park.id.clone()),
            Self::Shock(shock) => RecordRef::Shock(shock.id.clone()),
        }
    }
}

impl RecordRef {
    /// The record that a lever is about.
    pub fn from_key(key: &LeverKey) -> Option<Self> {
        let id = key.subject.clone();
        match key.lever.spec().scope {
            LeverScope::Project => Some(Self::Project(id)),
            LeverScope::Park => Some(Self::Park(id)),
            LeverScope::Shock | LeverScope::ShockSector => Some(Self::Shock(id)),
            LeverScope::Province | LeverScope::Sector | LeverScope::Line | LeverScope::Receiver => None,
        }
    }

    /// The record in a study.
    pub fn find(&self, study: &Study) -> Option<Record> {
        match self {
            Self::Project(id) => study.projects.iter().find(|record| record.id == *id).cloned().map(Record::Project),
            Self::Park(id) => study.parks.iter().find(|record| record.id == *id).cloned().map(Record::Park),
            Self::Shock(id) => study.shocks.iter().find(|record| record.id == *id).cloned().map(Record::Shock),
        }
    }

    fn id(&self) -> &str {
        match self {
            Self::Project(id) | Self::Park(id) | Self::Shock(id) => id,
        }
    }
}

/// Number of settings of all scenarios that name a record.
pub fn settings_of_record(study: &Study, record: &RecordRef) -> usize {
    study
        .scenarios
        .iter()
        .flat_map(|scenario| scenario.settings.entries())
        .filter(|(key, _)| RecordRef::from_key(key).as_ref() == Some(record))
        .count()
}

/// Replaces a record by one with the same id.
pub(super) fn replace(study: &mut Study, record: &Record) -> Result<(), StudyError> {
    check(record)?;
    let found = match record {
        Record::Project(project) => put(&mut study.projects, project, |known| known.id == project.id),
        Record::Park(park) => put(&mut study.parks, park, |known| known.id == park.id),
        Record::Shock(shock) => put(&mut study.shocks, shock, |known| known.id == shock.id),
    };
    if found { validate(study) } else { Err(unknown(record.id())) }
}

fn put<T: Clone>(records: &mut [T], record: &T, is_same: impl Fn(&T) -> bool) -> bool {
    let place = records.iter_mut().find(|known| is_same(known));
    place.map(|place| *place = record.clone()).is_some()
}

/// Adds a record; returns the setting by which a scenario takes it up.
pub(super) fn add(study: &mut Study, record: &Record) -> Result<(LeverKey, Setting), StudyError> {
    check(record)?;
    let taken_up = match record {
        Record::Project(project) => {
            study.projects.push(project.clone());
            (Lever::ProjectAmount, project.registered_musd)
        }
        Record::Park(park) => {
            study.parks.push(park.clone());
            (Lever::ParkArea, park.area_ha)
        }
        Record::Shock(shock) => {
            study.shocks.push(shock.clone());
            (Lever::ShockDepth, shock.depth)
        }
    };
    validate(study)?;
    Ok((LeverKey::for_lever(taken_up.0, record.id()), Setting::Constant(taken_up.1)))
}

/// Deletes a record and every setting that names it.
pub(super) fn delete(study: &mut Study, gone: &RecordRef) -> Result<(), StudyError> {
    if gone.find(study).is_none() {
        return Err(unknown(gone.id()));
    }
    match gone {
        RecordRef::Project(id) => study.projects.retain(|record| record.id != *id),
        RecordRef::Park(id) => study.parks.retain(|record| record.id != *id),
        RecordRef::Shock(id) => study.shocks.retain(|record| record.id != *id),
    }
    for scenario in &mut study.scenarios {
        let kept = scenario.settings.entries().filter(|(key, _)| RecordRef::from_key(key).as_ref() != Some(gone));
        scenario.settings = kept.map(|(key, setting)| (key.clone(), setting.clone())).collect();
    }
    validate(study)
}

fn unknown(id: &str) -> StudyError {
    StudyError::UnknownReference { place: "records".to_owned(), id: id.to_owned() }
}

/// What a person types into a record stays where the model means anything; files of older studies are not asked.
fn check(record: &Record) -> Result<(), StudyError> {
    if record.name().vi.trim().is_empty() || record.name().en.trim().is_empty() {
        return Err(StudyError::NoName { record: record.id().to_owned() });
    }
    for (field, shown, low, high) in fields(record) {
        if !(shown >= low && shown <= high) {
            return Err(StudyError::FieldOutOfRange { record: record.id().to_owned(), field, shown, low, high });
        }
    }
    Ok(())
}

/// Numbers of a record in shown units, with their ranges.
fn fields(record: &Record) -> Vec<(RecordField, f64, f64, f64)> {
    use RecordField as F;
    let of = |field, lever: Lever, value: f64| {
        let spec = lever.spec();
        (field, (spec.to_shown(value) * 1e9).round() / 1e9, spec.hard.0, spec.hard.1)
    };
    match record {
        Record::Project(project) => {
            let mut all = vec![
                of(F::Amount, Lever::ProjectAmount, project.registered_musd),
                (F::Start, f64::from(project.start), 1990.0, 2100.0),
                (F::Jobs, project.jobs_thousand, 0.0, 1000.0),
                (F::Premium, project.premium, 0.0, 20.0),
            ];
            all.extend(project.realised.map(|ratio| of(F::Realised, Lever::ProjectRealised, ratio)));
            all.extend(project.profile.iter().map(|share| (F::Profile, share * 100.0, 0.0, 100.0)));
            all
        }
        Record::Park(park) => vec![
            of(F::Area, Lever::ParkArea, park.area_ha),
            of(F::Opening, Lever::ParkOpening, f64::from(park.opening)),
            (F::Ramp, park.ramp_years, 0.1, 50.0),
            of(F::Occupancy, Lever::ParkOccupancy, park.occupancy),
        ],
        Record::Shock(shock) => {
            let mut all = vec![
                of(F::Start, Lever::ShockStart, f64::from(shock.start)),
                of(F::Depth, Lever::ShockDepth, shock.depth),
                of(F::HalfLife, Lever::ShockHalfLife, shock.half_life),
                of(F::Scar, Lever::ShockScar, shock.scar),
            ];
            all.extend(shock.exposure.iter().map(|(_, share)| of(F::Exposure, Lever::ShockExposure, share)));
            all
        }
    }
}
