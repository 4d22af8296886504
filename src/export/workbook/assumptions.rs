//! The sheet of assumptions: every input of the model as a named cell or row, with unit, status and source.
//!
//! Cells are those that a person changes in the program: where a lever and the engine's input differ, the cell is the lever and the model sheet goes on from it.

use super::book::{CellLook, Digits, FIRST_YEAR, LockedReason};
use super::names::{brace, park_part, part, project_part};
use super::rows::{Builder, words};
use crate::engine::{
    Gap, Gaps, InputPlace, Inputs, ParkNumber, Path, ProjectInputs, ProvinceNumber, SectorInputs, SectorNumber,
    TAXES_LINE,
};
use crate::quantity::{FixedBy, Unit};
use crate::scenario::figure::Quantity;
use crate::scenario::lever::{AssumptionBlock, CATALOGUE, Entry, Kind, Lever, LeverCell, LeverScope, LeverSpec};
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::study::{Park, Project};
use crate::scenario::{Provenance, ResolveError, figure_provenance, placed_path};
use crate::text::words::{filled, label};
use crate::text::{
    OriginText, capitalise, case_name, explain_lever_origin, explain_provenance, figure_name, lever_name, lever_unit,
    line_short, unit_name,
};
use std::borrow::Cow;

/// Figures of the base year of a sector: the name of the cell, the quantity, the place in the inputs.
pub(super) const BASE_YEAR: [(&str, Quantity, SectorNumber); 4] = [
    ("Y0", Quantity::Output, SectorNumber::Output),
    ("L0", Quantity::Employment, SectorNumber::Employment),
    ("K0", Quantity::Capital, SectorNumber::Capital),
    ("P0", Quantity::Deflator, SectorNumber::Deflator),
];

/// Figures of the province, with their lines.
pub(super) const PROVINCE: [(&str, Quantity, &str, ProvinceNumber); 5] = [
    ("taxes0", Quantity::Output, TAXES_LINE, ProvinceNumber::Taxes),
    ("P0_taxes", Quantity::Deflator, TAXES_LINE, ProvinceNumber::TaxDeflator),
    ("population0", Quantity::Population, "", ProvinceNumber::Population),
    ("nu_start", Quantity::LandProductivity, "", ProvinceNumber::LandProductivity),
    ("sigma", Quantity::ParkShare, "", ProvinceNumber::ParkShare),
];

/// Parameters of a sector.
pub(super) const PARAMETERS: [(&str, Quantity, SectorNumber); 6] = [
    ("alpha", Quantity::CapitalElasticity, SectorNumber::CapitalElasticity),
    ("delta", Quantity::Depreciation, SectorNumber::Depreciation),
    ("kappa", Quantity::InvestmentShare, SectorNumber::InvestmentShare),
    ("e", Quantity::UtilisationElasticity, SectorNumber::UtilisationElasticity),
    ("psi", Quantity::SkillPremium, SectorNumber::SkillPremium),
    ("r", Quantity::ReallocationShare, SectorNumber::ReallocationShare),
];

/// The lever that moves a number of a sector, or the whole of which it is a part.
fn lever_of_sector(place: SectorNumber, sector: &str) -> Option<LeverKey> {
    CATALOGUE.iter().find_map(|spec| {
        let subject = if spec.entry == Entry::Shares(place) { "" } else { sector };
        let is_it = subject.is_empty() || spec.entry == Entry::SectorNumber(place);
        is_it.then(|| LeverKey::for_lever(spec.lever, subject))
    })
}

/// The lever of an entry.
fn lever_of(entry: Entry, subject: &str) -> Option<LeverKey> {
    let spec = CATALOGUE.iter().find(|spec| spec.entry == entry)?;
    Some(LeverKey::for_lever(spec.lever, subject))
}

/// The defined name of a lever's cell: that of its row, and what it is of.
pub(super) fn cell_name(scope: LeverScope, name: &str, key: &LeverKey) -> String {
    let subject = key.subject.as_str();
    match scope {
        LeverScope::Province => name.to_owned(),
        LeverScope::Sector | LeverScope::Line => format!("{name}_{}", part(subject)),
        LeverScope::Project => format!("{name}_{}", project_part(subject)),
        LeverScope::Park => format!("{name}_{}", park_part(subject)),
        LeverScope::Shock => format!("{name}_shock_{}", brace(subject)),
        LeverScope::ShockSector => format!("{name}_{}__{}", brace(subject), part(&key.part)),
        LeverScope::Receiver => format!("{name}_{}__{}", part(subject), part(&key.part)),
    }
}

impl Builder<'_> {
    /// Fills the sheet.
    pub(super) fn assumptions(&mut self) -> Result<(), ResolveError> {
        let sheet = self.inputs;
        let (title, about) = (self.word("workbook-sheet-assumptions"), self.word("workbook-about-assumptions"));
        self.head(sheet, title, about);
        let column = FIRST_YEAR + self.years();
        for (column, key) in (column..).zip(["column-status", "source-document"]) {
            let text = self.word(key);
            self.book.text(sheet, (3, column), text, CellLook::Head);
        }
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.widths.extend([(column, 14.0), (column + 1, 60.0)]);
        }
        let inputs = self.case.projection.inputs().clone();
        self.switches();
        self.base_year(&inputs);
        self.elasticities(&inputs);
        self.growth(&inputs);
        self.people();
        self.money();
        self.projects()?;
        self.registrations();
        self.shocks();
        self.land(&inputs);
        self.spillover(&inputs);
        Ok(())
    }

    fn switches(&mut self) {
        self.heading(self.inputs, label(self.lang, "workbook-block-switches"));
        let flag = |on: bool| f64::from(u8::from(on));
        let closure = self.word("workbook-closure-switch");
        let unit = unit_name(Unit::Flag, self.lang);
        let own =
            OriginText { source: case_name(&self.case.id, Some(self.case.study), self.lang), ..OriginText::default() };
        let capital = self.case.closure == crate::engine::Closure::Capital;
        if self.gaps().of_place(InputPlace::CapitalClosure).is_none() {
            self.value("capital_closure", words(closure, unit.clone()), Digits::Plain, flag(capital), own);
        }
        self.cells(AssumptionBlock::Switches, LeverScope::Province, "", "");
    }

    fn base_year(&mut self, inputs: &Inputs) {
        let year = inputs.horizon.base();
        self.heading(self.inputs, filled(self.lang, "workbook-block-base-year", &[("year", &year.to_string())]));
        self.sector_figures(inputs, &BASE_YEAR);
        for (name, quantity, line, place) in PROVINCE {
            if self.gaps().of_place(InputPlace::Number(place)).is_some() {
                continue;
            }
            let lever = lever_of(Entry::Number(place), "");
            self.figure(name, (quantity, line), *place.read(inputs), lever);
        }
    }

    fn elasticities(&mut self, inputs: &Inputs) {
        self.heading(self.inputs, label(self.lang, "workbook-block-parameters"));
        self.sector_figures(inputs, &PARAMETERS);
    }

    fn sector_figures(&mut self, inputs: &Inputs, figures: &[(&str, Quantity, SectorNumber)]) {
        let gaps = self.gaps();
        for (s, sector) in inputs.sectors.iter().enumerate() {
            let known = |(_, _, place): &&(&str, Quantity, SectorNumber)| {
                gaps.of_place(InputPlace::SectorNumber(*place, s)).is_none()
            };
            for (prefix, quantity, place) in figures.iter().filter(known) {
                let name = format!("{prefix}_{}", part(&sector.id));
                let lever = lever_of_sector(*place, &sector.id);
                self.figure(&name, (*quantity, &sector.id), *place.read(sector), lever);
            }
        }
    }

    /// Cells of the levers of a block that have one kind of subject, in the order of their rows.
    fn cells(&mut self, block: AssumptionBlock, scope: LeverScope, subject: &str, part: &str) {
        let cells = CATALOGUE.iter().filter(|spec| spec.scope == scope).filter_map(|spec| Some((spec, spec.cell?)));
        let mut cells: Vec<(&LeverSpec, LeverCell)> = cells.filter(|(_, cell)| cell.block == block).collect();
        cells.sort_by_key(|(_, cell)| cell.order);
        for (spec, cell) in cells {
            let key = LeverKey::of_part(spec.lever, subject, part);
            if key.gap(self.gaps()).is_some() {
                continue;
            }
            let name = cell_name(scope, cell.name, &key);
            match spec.kind {
                Kind::Path => {
                    let values = self.lever_path(&key);
                    self.lever(&name, &key, (cell.first, &values));
                }
                Kind::Number | Kind::Switch => self.number_of(&name, &key, self.lever_value(&key)),
                // Shares stand at the sectors that they are of.
                Kind::Shares => {}
            }
        }
    }

    fn growth(&mut self, inputs: &Inputs) {
        self.heading(self.inputs, label(self.lang, "workbook-block-growth"));
        let gaps = self.gaps();
        let has_workers = !gaps.has(Gap::Employment);
        let productivity = if has_workers { "workbook-productivity-growth" } else { "workbook-output-growth" };
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            self.write_calibrated(&format!("gp_{id}"), productivity, sector, &sector.productivity_growth);
            if gaps.first_of(&Gaps::OF_CAPITAL_CLOSURE).is_none() {
                self.write_calibrated(&format!("tfpg_{id}"), "workbook-tfp-growth", sector, &sector.tfp_growth);
            }
            if has_workers {
                self.write_calibrated(&format!("gl_{id}"), "workbook-labour-growth", sector, &sector.labour_growth);
            }
            self.cells(AssumptionBlock::Growth, LeverScope::Sector, &sector.id, "");
        }
        self.cells(AssumptionBlock::Growth, LeverScope::Province, "", "");
    }

    fn people(&mut self) {
        if self.gaps().has(Gap::Population) && self.gaps().has(Gap::LabourSupply) {
            return;
        }
        self.heading(self.inputs, label(self.lang, "model-block-population"));
        self.cells(AssumptionBlock::People, LeverScope::Province, "", "");
    }

    fn money(&mut self) {
        self.heading(self.inputs, label(self.lang, "workbook-block-money"));
        self.cells(AssumptionBlock::Money, LeverScope::Province, "", "");
        let study = self.case.study;
        for line in study.sectors.iter().map(|sector| sector.id.as_str()).chain([TAXES_LINE]) {
            self.cells(AssumptionBlock::Money, LeverScope::Line, line, "");
        }
    }

    fn projects(&mut self) -> Result<(), ResolveError> {
        if self.case.study.projects.is_empty() || self.gaps().of_place(InputPlace::Registrations).is_some() {
            return Ok(());
        }
        self.heading(self.inputs, label(self.lang, "workbook-block-projects"));
        let study = self.case.study;
        for planned in self.case.as_case().resolver()?.planned_projects() {
            if let Some(project) = study.projects.get(planned.project) {
                self.project(project, &planned);
            }
        }
        Ok(())
    }

    fn project(&mut self, project: &Project, planned: &ProjectInputs) {
        let (id, name) = (project_part(&project.id), project.name.in_lang(self.lang).to_owned());
        let of = |lever| LeverKey::for_lever(lever, &project.id);
        self.cells(AssumptionBlock::Projects, LeverScope::Project, &project.id, "");
        let realised = format!("realised_{id}");
        let (key, value) = (of(Lever::ProjectRealised), planned.planned.realised);
        let origin = self.lever_origin(&key);
        let title = lever_name(&key, self.case.study, self.lang);
        self.value(&realised, words(title, "%"), Digits::Percent, value, origin);
        let years = unit_name(Unit::CalendarYear, self.lang);
        let start = filled(self.lang, "workbook-project-start", &[("name", &name)]);
        let origin = self.lever_origin(&of(Lever::ProjectDelay));
        self.value(&format!("start_{id}"), words(start, years.clone()), Digits::Plain, planned.planned.start, origin);
        let rate = jobs_by_musd(project);
        let unit = unit_name(Unit::ThousandPersonsPerMillionUsd, self.lang);
        let jobs = filled(self.lang, "workbook-project-jobs", &[("name", &name)]);
        let assumed = self.tell_assumed();
        self.value(&format!("jobs_rate_{id}"), words(jobs, unit), Digits::Five, rate, assumed.clone());
        let premium = filled(self.lang, "workbook-project-premium", &[("name", &name)]);
        let ratio = unit_name(Unit::Ratio, self.lang);
        self.value(&format!("premium_{id}"), words(premium, ratio), Digits::Two, planned.premium, assumed.clone());
        self.profile(&id, &name, &planned.profile);
        if let Some(contained) = &planned.contained {
            let title = filled(self.lang, "workbook-project-contained", &[("name", &name)]);
            let unit = unit_name(Unit::MillionUsd, self.lang);
            let fixed = |digits| CellLook::Fixed(digits, LockedReason::Contained);
            let amount = contained.registered_musd;
            let name_of = |what: &str| format!("{what}_base_{id}");
            self.single(&name_of("usd"), words(title, unit), fixed(Digits::One), amount, assumed.clone());
            let title = filled(self.lang, "workbook-project-contained-start", &[("name", &name)]);
            let start = contained.start;
            self.single(&name_of("start"), words(title, years), fixed(Digits::Plain), start, assumed.clone());
            let title = filled(self.lang, "workbook-project-contained-realised", &[("name", &name)]);
            let realised = contained.realised;
            self.single(&name_of("realised"), words(title, "%"), fixed(Digits::Percent), realised, assumed);
        }
    }

    /// Shares of a disbursement in the first year, the second and so on.
    fn profile(&mut self, id: &str, name: &str, profile: &[f64]) {
        for (year, share) in (1..).zip(profile) {
            let year = year.to_string();
            let title = filled(self.lang, "workbook-project-profile", &[("name", name), ("year", &year)]);
            let origin = self.tell_assumed();
            self.value(&format!("profile_{id}_{year}"), words(title, "%"), Digits::Percent, *share, origin);
        }
    }

    fn registrations(&mut self) {
        if self.gaps().of_place(InputPlace::Registrations).is_some() {
            return;
        }
        let registrations = self.case.baseline.inputs.registrations.clone();
        self.heading(self.inputs, label(self.lang, "workbook-block-fdi"));
        let study = self.case.study;
        for sector in &study.sectors {
            self.cells(AssumptionBlock::Fdi, LeverScope::Sector, &sector.id, "");
        }
        let name = self.word("workbook-fdi");
        self.cells(AssumptionBlock::Fdi, LeverScope::Province, "", "");
        let jobs = registrations.jobs_per_musd;
        self.figure("fdi_jobs_rate", (Quantity::JobsPerMillionUsd, ""), jobs, None);
        self.profile("fdi", &name, &registrations.profile);
    }

    fn shocks(&mut self) {
        if self.case.study.shocks.is_empty() {
            return;
        }
        self.heading(self.inputs, label(self.lang, "model-block-shock"));
        let study = self.case.study;
        for shock in &study.shocks {
            self.cells(AssumptionBlock::Shocks, LeverScope::Shock, &shock.id, "");
            for sector in &study.sectors {
                self.cells(AssumptionBlock::Shocks, LeverScope::ShockSector, &shock.id, &sector.id);
            }
        }
        for sector in &study.sectors {
            self.cells(AssumptionBlock::Shocks, LeverScope::Sector, &sector.id, "");
        }
    }

    fn land(&mut self, inputs: &Inputs) {
        if self.gaps().has(Gap::Land) {
            return;
        }
        self.heading(self.inputs, label(self.lang, "model-block-land"));
        self.cells(AssumptionBlock::Land, LeverScope::Province, "", "");
        for (park, own) in self.case.study.parks.iter().zip(&inputs.land.parks) {
            self.park(park, own);
        }
    }

    fn park(&mut self, park: &Park, own: &crate::engine::ParkInputs) {
        let id = park_part(&park.id);
        self.cells(AssumptionBlock::Land, LeverScope::Park, &park.id, "");
        let title = filled(self.lang, "workbook-park-ramp", &[("name", park.name.in_lang(self.lang))]);
        let unit = unit_name(Unit::Years, self.lang);
        let lever = lever_of(Entry::Park(ParkNumber::RampYears), &park.id);
        let origin = self.set_origin(lever).unwrap_or_else(|| self.tell_assumed());
        self.value(&format!("ramp_{id}"), words(title, unit), Digits::One, own.ramp_years, origin);
    }

    fn spillover(&mut self, inputs: &Inputs) {
        let spillover = &inputs.spillover;
        if spillover.drivers.is_empty() {
            return;
        }
        self.heading(self.inputs, label(self.lang, "model-block-spillover"));
        let id_of = |s: usize| inputs.sectors.get(s).map_or("", |sector| sector.id.as_str());
        for (_, sector) in inputs.sectors.iter().enumerate().filter(|(s, _)| !spillover.drivers.contains(s)) {
            for &driver in &spillover.drivers {
                self.cells(AssumptionBlock::Spillover, LeverScope::Receiver, &sector.id, id_of(driver));
            }
        }
        for (&driver, path) in spillover.drivers.iter().zip(&spillover.reference_output) {
            if let Some(sector) = inputs.sectors.get(driver) {
                let name = format!("Ybase_{}", part(&sector.id));
                let short = line_short(&sector.id, self.case.study, self.lang);
                let title = filled(self.lang, "workbook-reference-output", &[("name", &short)]);
                let unit = unit_name(Unit::TrillionVnd, self.lang);
                let origin = self.tell_origin(Provenance::Calibrated);
                self.path(&name, words(title, unit), CellLook::Calibrated(Digits::Three), (0, path), origin);
            }
        }
    }

    /// A path that calibration found.
    fn write_calibrated(&mut self, name: &str, key: &'static str, sector: &SectorInputs, values: &[f64]) {
        let short = line_short(&sector.id, self.case.study, self.lang);
        let title = filled(self.lang, key, &[("name", &short)]);
        let unit = unit_name(Unit::PercentPerYear, self.lang);
        let origin = self.tell_origin(Provenance::Calibrated);
        self.path(name, words(title, unit), CellLook::Calibrated(Digits::Percent), (1, values), origin);
    }

    /// A lever with a value a year.
    fn lever(&mut self, name: &str, key: &LeverKey, (from, values): (usize, &[f64])) {
        let spec = key.lever.spec();
        let words = words(lever_name(key, self.case.study, self.lang), lever_unit(spec, self.lang));
        let origin = self.lever_origin(key);
        self.path(name, words, CellLook::Input(digits_of(key.lever)), (from, values), origin);
    }

    fn number_of(&mut self, name: &str, key: &LeverKey, value: f64) {
        let spec = key.lever.spec();
        let origin = self.lever_origin(key);
        let unit =
            if spec.kind == Kind::Switch { unit_name(spec.unit, self.lang) } else { lever_unit(spec, self.lang) };
        self.value(name, words(lever_name(key, self.case.study, self.lang), unit), digits_of(key.lever), value, origin);
    }

    /// The path of a lever as it enters the model.
    fn lever_path(&self, key: &LeverKey) -> Path {
        let placed = placed_path(self.case.study, self.case.projection.inputs(), key);
        placed.unwrap_or_else(|| {
            let default = self.case.as_case().default_path(key).unwrap_or_default();
            let setting = self.setting(key);
            setting.map_or_else(|| default.clone(), |setting| setting.path(self.horizon(), &default))
        })
    }

    /// What the case has for a lever, that of a group around its sector included.
    fn setting(&self, key: &LeverKey) -> Option<Cow<'_, Setting>> {
        self.case.as_case().setting(key)
    }

    /// The number of a lever as it enters the model: a year is a whole one.
    fn lever_value(&self, key: &LeverKey) -> f64 {
        let default = self.case.as_case().default_path(key).unwrap_or_default();
        let setting = self.setting(key).and_then(|setting| setting.last_year_value(self.horizon(), &default));
        let value = setting.or_else(|| default.last().copied()).unwrap_or(0.0);
        if key.lever.spec().unit == Unit::CalendarYear { value.round() } else { value }
    }

    /// A figure of the study; where a lever moves it and is set, the lever says where it comes from.
    fn figure(&mut self, name: &str, (quantity, line): (Quantity, &str), value: f64, lever: Option<LeverKey>) {
        let study = self.case.study;
        let baseline = study.baseline(&self.case.baseline.id);
        let provenance = baseline.map(|baseline| figure_provenance(study, baseline, quantity, line));
        let origin =
            self.set_origin(lever).unwrap_or_else(|| self.tell_origin(provenance.unwrap_or(Provenance::Assumed)));
        self.figure_from(name, (quantity, line), value, origin);
    }

    /// The origin of a lever that the case sets.
    fn set_origin(&self, lever: Option<LeverKey>) -> Option<OriginText> {
        let key = lever.filter(|key| self.setting(key).is_some())?;
        Some(self.lever_origin(&key))
    }

    /// A figure of which the origin is known.
    fn figure_from(&mut self, name: &str, (quantity, line): (Quantity, &str), value: f64, origin: OriginText) {
        let title = capitalise(&figure_name(quantity, line, Some(self.case.study), self.lang));
        let unit = cell_unit(quantity);
        let digits = if unit.is_percent() {
            Digits::Percent
        } else if matches!(unit, Unit::TrillionVndPerHectare | Unit::ThousandPersonsPerMillionUsd) {
            Digits::Five
        } else {
            Digits::Three
        };
        let look = self.find_lock(quantity, line).map_or(CellLook::Input(digits), |why| CellLook::Fixed(digits, why));
        self.single(name, words(title, unit_name(unit, self.lang)), look, value, origin);
    }

    /// Why a figure cannot be changed in the spreadsheet; `None` where everything follows from it there too.
    fn find_lock(&self, quantity: Quantity, line: &str) -> Option<LockedReason> {
        match quantity.spec().fixed_by? {
            FixedBy::Calibration => Some(LockedReason::Calibration),
            FixedBy::ReallocationSource => {
                (line == self.case.study.structure.reallocation_source).then_some(LockedReason::Source)
            }
        }
    }

    fn tell_assumed(&self) -> OriginText {
        self.tell_origin(Provenance::Assumed)
    }

    fn tell_origin(&self, provenance: Provenance<'_>) -> OriginText {
        explain_provenance(provenance, self.case.study, &self.case.baseline.id, self.lang)
    }

    fn lever_origin(&self, key: &LeverKey) -> OriginText {
        explain_lever_origin(self.case.study, &self.case.id, key, self.lang)
    }
}

/// Jobs that a project brings by registered dollar, thousand persons a million USD.
fn jobs_by_musd(project: &Project) -> f64 {
    if project.registered_musd == 0.0 { 0.0 } else { project.jobs_thousand / project.registered_musd }
}

/// How a lever's number is written: fractions as per cent.
fn digits_of(lever: Lever) -> Digits {
    let spec = lever.spec();
    match (spec.unit.factor() < 1.0, spec.unit) {
        (true, _) => Digits::Percent,
        (false, Unit::CalendarYear | Unit::Flag) => Digits::Plain,
        (false, Unit::VndPerUsd) => Digits::Whole,
        (false, Unit::Ratio) => Digits::Five,
        (false, _) if spec.kind == Kind::Path => Digits::Two,
        (false, _) => Digits::Two,
    }
}

/// The unit of the cell of a figure: per cent, the format of a fraction, where people type it so; else that of the model.
fn cell_unit(quantity: Quantity) -> Unit {
    let typed = quantity.typed_unit();
    // The parts of moving labour stand as plain ratios in workbooks, although people type them in per cent.
    let is_formatted = typed.is_percent() && quantity != Quantity::ReallocationShare;
    if is_formatted { typed } else { quantity.unit() }
}
