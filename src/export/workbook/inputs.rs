//! The inputs of the model as names: each is the cell or row of the sheet of assumptions that holds it.

use super::assumptions::{BASE_YEAR, PARAMETERS, PROVINCE, cell_name};
use super::names::{park_part, part, project_part};
use super::rows::Builder;
use crate::engine::{
    Formula, FormulaSheet, InputPlace, Inputs, ParkNumber, ProjectInputs, ProjectSchedule, Projection,
    RegistrationInputs, SectorPath, simulate_over,
};
use crate::scenario::lever::Kind;
use crate::scenario::setting::{LeverKey, Settings};
use crate::scenario::{ResolveError, Resolver, lever_keys};
use std::sync::Arc;

impl Builder<'_> {
    /// The run of the case over names.
    pub(super) fn formulas<'s>(&self, sheet: &'s FormulaSheet) -> Result<Projection<Formula<'s>>, ResolveError> {
        let gaps = self.gaps();
        let mut neutral = self.case.baseline.inputs.map(&mut |place, value| match gaps.of_place(place) {
            // What merely stands in has no cell: it stays a number, and a formula that holds it does without it.
            Some(_) => Formula::Number(value),
            None => self.name_place(place, sheet),
        });
        let has_projects = gaps.of_place(InputPlace::Registrations).is_none();
        if has_projects {
            neutral.registrations = name_registrations(&neutral.registrations, sheet);
        }
        let settings = Settings::default();
        let mut resolver = Resolver::over(self.case.as_case().with_settings(&settings), neutral)?;
        // Cells are those of sectors; what a group is set to stands in the cells of its members.
        let is_of_group = |key: &LeverKey| key.line().is_some_and(|line| self.case.study.is_group(line));
        for key in lever_keys(self.case.study).into_iter().filter(|key| !is_of_group(key)) {
            self.name_lever(&key, &mut resolver, sheet)?;
        }
        let mut inputs = Inputs::clone(resolver.inputs()?);
        let planned = resolver.planned_projects();
        inputs.projects = if has_projects {
            planned.iter().map(|project| self.name_project(project, sheet)).collect()
        } else {
            Vec::new()
        };
        #[expect(clippy::arc_with_non_send_sync, reason = "a run holds its inputs; formulas stay on their thread")]
        let inputs = Arc::new(inputs);
        Ok(simulate_over(&inputs)?)
    }

    /// A lever that has a cell enters as the name of the cell.
    fn name_lever<'s>(
        &self,
        key: &LeverKey,
        resolver: &mut Resolver<'_, Formula<'s>>,
        sheet: &'s FormulaSheet,
    ) -> Result<(), ResolveError> {
        let spec = key.lever.spec();
        let Some(cell) = spec.cell.filter(|_| key.gap(self.gaps()).is_none()) else { return Ok(()) };
        let name = cell_name(spec.scope, cell.name, key);
        let by_year = |t: usize| if spec.kind == Kind::Path { Some(t) } else { None };
        let values = (0..self.horizon().len()).map(|t| sheet.input(&name, by_year(t)));
        resolver.set_values(key, values.collect())
    }

    /// The name of what stands in a place; where a lever enters, that of its cell takes its place.
    fn name_place<'s>(&self, place: InputPlace, sheet: &'s FormulaSheet) -> Formula<'s> {
        let inputs = &self.case.baseline.inputs;
        let sector = |s: usize| part(inputs.sectors.get(s).map_or("", |sector| sector.id.as_str()));
        let driver = |d: usize| sector(inputs.spillover.drivers.get(d).copied().unwrap_or(usize::MAX));
        let (name, index) = match place {
            InputPlace::Year(t) => ("t_year".to_owned(), Some(t)),
            InputPlace::CapitalClosure => ("capital_closure".to_owned(), None),
            InputPlace::Number(place) => {
                let row = PROVINCE.iter().find(|row| row.3 == place);
                (row.map_or_else(String::new, |row| row.0.to_owned()), None)
            }
            InputPlace::SectorNumber(place, s) => {
                let row = BASE_YEAR.iter().chain(&PARAMETERS).find(|row| row.2 == place);
                (format!("{}_{}", row.map_or("", |row| row.0), sector(s)), None)
            }
            InputPlace::SectorPath(place, s, t) => (format!("{}_{}", calibrated_name(place), sector(s)), Some(t)),
            InputPlace::Park(ParkNumber::RampYears, number) => {
                let park = self.case.study.parks.get(number);
                (format!("ramp_{}", park_part(park.map_or("", |park| park.id.as_str()))), None)
            }
            InputPlace::ReferenceOutput(d, t) => (format!("Ybase_{}", driver(d)), Some(t)),
            InputPlace::Switch(_)
            | InputPlace::Path(..)
            | InputPlace::Park(ParkNumber::Area | ParkNumber::Opening | ParkNumber::Occupancy, _)
            | InputPlace::Multiplier(..)
            | InputPlace::Project(_)
            | InputPlace::Registrations
            | InputPlace::Shock(_) => (String::new(), None),
        };
        sheet.input(&name, index)
    }

    /// A project whose amount, time and profile are cells.
    fn name_project<'s>(
        &self,
        own: &ProjectInputs<Formula<'s>>,
        sheet: &'s FormulaSheet,
    ) -> ProjectInputs<Formula<'s>> {
        let project = self.case.study.projects.get(own.project);
        let id = project_part(project.map_or("", |project| project.id.as_str()));
        let cell = |name: String| sheet.input(&name, None);
        let schedule = |of: &str| {
            let registered = cell(format!("usd{of}_{id}"));
            ProjectSchedule {
                registered_musd: registered,
                realised: cell(format!("realised{of}_{id}")),
                start: cell(format!("start{of}_{id}")),
                jobs: cell(format!("jobs_rate_{id}")) * registered,
            }
        };
        ProjectInputs {
            project: own.project,
            sector: own.sector,
            planned: schedule(""),
            contained: own.contained.as_ref().map(|_| schedule("_base")),
            profile: (1..=own.profile.len()).map(|year| cell(format!("profile_{id}_{year}"))).collect(),
            premium: cell(format!("premium_{id}")),
        }
    }
}

/// Anonymous FDI whose profile and jobs are cells; what is registered are levers.
fn name_registrations<'s>(
    own: &RegistrationInputs<Formula<'s>>,
    sheet: &'s FormulaSheet,
) -> RegistrationInputs<Formula<'s>> {
    let profile = (1..=own.profile.len()).map(|year| sheet.input(&format!("profile_fdi_{year}"), None));
    RegistrationInputs {
        registered_musd: own.registered_musd.clone(),
        realised: own.realised,
        profile: profile.collect(),
        jobs_per_musd: sheet.input("fdi_jobs_rate", None),
    }
}

/// The name of a path of a sector that calibration finds; the others are levers.
pub(super) const fn calibrated_name(place: SectorPath) -> &'static str {
    match place {
        SectorPath::ProductivityGrowth => "gp",
        SectorPath::TfpGrowth => "tfpg",
        SectorPath::LabourGrowth => "gl",
        SectorPath::GrowthAdded | SectorPath::LabourGrowthAdded | SectorPath::GreenShare | SectorPath::Inflation => "",
    }
}
