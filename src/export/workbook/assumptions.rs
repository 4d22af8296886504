//! The sheet of assumptions: every input of the model as a named cell or row, with unit, status and source.
//!
//! Cells are those that a person changes in the program: where a lever and the engine's input differ, the cell is the lever and the model sheet goes on from it.

use super::book::{Digits, FIRST_YEAR, Look, Why};
use super::names::{braced, park_part, part, project_part};
use super::rows::{Builder, words};
use crate::engine::{Inputs, LabourClosure, Path, ProjectInputs, SectorInputs};
use crate::scenario::figure::Quantity;
use crate::scenario::lever::{Kind, Lever};
use crate::scenario::setting::{LeverKey, Setting, Settings};
use crate::scenario::study::{Park, Project, Shock};
use crate::scenario::{Provenance, ResolveError, default_path, figure_provenance, resolve_settings};
use crate::text::window::{filled, label};
use crate::text::{
    OriginText, capitalised, case_name, explain_lever_origin, explain_provenance, figure_name, lever_name, lever_unit,
    line_short, unit_name,
};
use std::sync::Arc;

/// Inputs of the model apart from what a scenario does not use: every project with an amount, FDI of one million a year, every shock with a depth.
///
/// `resolve` itself says how a project, a registration or a shock enters the model, also one that the scenario leaves out.
pub(super) struct Probe {
    pub(super) inputs: Arc<Inputs>,
    /// Growth added by the scenario without the gain of green conversion.
    pub(super) growth_added: Vec<Path>,
}

/// An amount that differs from what any baseline contains.
fn other_amount(project: &Project) -> f64 {
    project.registered_musd * 2.0 + 1.0
}

impl Builder<'_> {
    /// Inputs with everything that could be switched on.
    pub(super) fn probe(&self) -> Result<Probe, ResolveError> {
        let (study, baseline) = (self.case.study, &self.case.baseline);
        let resolved = |settings: &Settings| resolve_settings(study, baseline, settings, self.case.closure);
        let mut all = self.case.settings.clone();
        for sector in &study.sectors {
            all.insert(
                LeverKey::of(Lever::FdiRegistered, &sector.id),
                Setting::Years { default: Some(1.0), values: crate::scenario::setting::YearTable::default() },
            );
            all.remove(&LeverKey::of(Lever::GreenExposureCut, &sector.id));
            all.remove(&LeverKey::of(Lever::GreenGain, &sector.id));
        }
        for project in &study.projects {
            let key = LeverKey::of(Lever::ProjectAmount, &project.id);
            all.insert(key, Setting::Constant(other_amount(project)));
        }
        for shock in &study.shocks {
            all.insert(LeverKey::of(Lever::ShockDepth, &shock.id), Setting::Constant(1.0));
        }
        let inputs = resolved(&all)?;
        let growth_added = inputs.sectors.iter().map(|sector| sector.growth_added.clone()).collect();
        Ok(Probe { inputs, growth_added })
    }

    /// Fills the sheet.
    pub(super) fn assumptions(&mut self, probe: &Probe) {
        let sheet = self.inputs;
        let (title, about) = (self.word("workbook-sheet-assumptions"), self.word("workbook-about-assumptions"));
        self.head(sheet, title, about);
        let column = FIRST_YEAR + self.years();
        for (column, key) in (column..).zip(["column-status", "source-document"]) {
            let text = self.word(key);
            self.book.text(sheet, (3, column), text, Look::Head);
        }
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.widths.extend([(column, 14.0), (column + 1, 60.0)]);
        }
        let inputs = self.case.projection.inputs().clone();
        self.switches(&inputs);
        self.base_year(&inputs);
        self.elasticities(&inputs);
        self.growth(&inputs, probe);
        self.people(&inputs);
        self.money(&inputs);
        self.projects(probe);
        self.registrations(probe);
        self.shocks(probe);
        self.land(&inputs);
        self.spillover(&inputs);
    }

    fn switches(&mut self, inputs: &Inputs) {
        self.heading(self.inputs, label(self.lang, "workbook-block-switches"));
        let flag = |on: bool| f64::from(u8::from(on));
        let closure = self.word("workbook-closure-switch");
        let unit = unit_name(crate::quantity::Unit::Flag, self.lang);
        let own =
            OriginText { source: case_name(&self.case.id, Some(self.case.study), self.lang), ..OriginText::default() };
        let capital = self.case.closure == crate::engine::Closure::Capital;
        self.value("capital_closure", words(closure, unit.clone()), Digits::Plain, flag(capital), own);
        for (name, lever, on) in [
            ("labour_constrained", Lever::LabourConstrained, inputs.labour_closure == LabourClosure::Constrained),
            ("land_limit", Lever::LandLimit, inputs.land_limit),
            ("spillover_on", Lever::Spillover, inputs.spillover.enabled),
        ] {
            let key = LeverKey::province(lever);
            let origin = self.lever_origin(&key);
            let title = lever_name(&key, self.case.study, self.lang);
            self.value(name, words(title, unit.clone()), Digits::Plain, flag(on), origin);
        }
    }

    fn base_year(&mut self, inputs: &Inputs) {
        let year = inputs.horizon.base();
        self.heading(self.inputs, filled(self.lang, "workbook-block-base-year", &[("year", &year.to_string())]));
        for sector in &inputs.sectors {
            for (prefix, quantity, value) in [
                ("Y0", Quantity::Output, sector.output),
                ("L0", Quantity::Employment, sector.employment),
                ("K0", Quantity::Capital, sector.capital),
                ("P0", Quantity::Deflator, sector.deflator),
            ] {
                self.figure(&format!("{prefix}_{}", part(&sector.id)), quantity, &sector.id, value);
            }
        }
        self.figure("taxes0", Quantity::Output, "taxes", inputs.taxes.base);
        self.figure("P0_taxes", Quantity::Deflator, "taxes", inputs.taxes.deflator);
        self.figure("population0", Quantity::Population, "", inputs.population.base);
        self.figure("nu_start", Quantity::LandProductivity, "", inputs.land.productivity);
        self.figure("sigma", Quantity::ParkShare, "", inputs.land.park_share);
    }

    fn elasticities(&mut self, inputs: &Inputs) {
        self.heading(self.inputs, label(self.lang, "workbook-block-parameters"));
        for sector in &inputs.sectors {
            for (prefix, quantity, value, shares) in [
                ("alpha", Quantity::CapitalElasticity, sector.capital_elasticity, None),
                ("delta", Quantity::Depreciation, sector.depreciation, None),
                ("kappa", Quantity::InvestmentShare, sector.investment_share, Some(Lever::InvestmentSplit)),
                ("e", Quantity::UtilisationElasticity, sector.utilisation_elasticity, None),
                ("psi", Quantity::SkillPremium, sector.skill_premium, None),
                ("r", Quantity::ReallocationShare, sector.reallocation_share, Some(Lever::ReallocationSplit)),
            ] {
                let name = format!("{prefix}_{}", part(&sector.id));
                let key = shares.map(LeverKey::province);
                let set = key.filter(|key| self.case.settings.get(key).is_some());
                match set {
                    Some(key) => {
                        let origin = self.lever_origin(&key);
                        self.figure_from(&name, (quantity, &sector.id), value, origin);
                    }
                    None => self.figure(&name, quantity, &sector.id, value),
                }
            }
        }
    }

    fn growth(&mut self, inputs: &Inputs, probe: &Probe) {
        self.heading(self.inputs, label(self.lang, "workbook-block-growth"));
        for (sector, added) in inputs.sectors.iter().zip(&probe.growth_added) {
            let id = part(&sector.id);
            self.calibrated(&format!("gp_{id}"), "workbook-productivity-growth", sector, &sector.productivity_growth);
            self.calibrated(&format!("tfpg_{id}"), "workbook-tfp-growth", sector, &sector.tfp_growth);
            self.calibrated(&format!("gl_{id}"), "workbook-labour-growth", sector, &sector.labour_growth);
            let of = |lever| LeverKey::of(lever, &sector.id);
            self.lever(&format!("q_{id}"), &of(Lever::ProductivityGrowthAdded), (1, added));
            self.lever(&format!("gladd_{id}"), &of(Lever::LabourGrowthAdded), (1, &sector.labour_growth_added));
            self.lever(&format!("gamma_{id}"), &of(Lever::GreenInvestmentShare), (0, &sector.green_share));
            let key = of(Lever::GreenGain);
            let none = vec![0.0; inputs.horizon.len()];
            let gain = self.case.settings.get(&key).map_or(none.clone(), |gain| gain.path(inputs.horizon, &none));
            self.lever(&format!("green_gain_{id}"), &key, (1, &gain));
        }
        self.number("green_lag", &LeverKey::province(Lever::GreenLag));
        self.lever("x", &LeverKey::province(Lever::ReallocationRate), (1, &inputs.reallocation_rate));
        self.lever("tr_add", &LeverKey::province(Lever::TrainedShareAdded), (1, &inputs.trained_share_added));
    }

    fn people(&mut self, inputs: &Inputs) {
        self.heading(self.inputs, label(self.lang, "model-block-population"));
        let people = &inputs.population;
        for (name, lever, from, values) in [
            ("n", Lever::NaturalGrowth, 1, &people.natural_growth),
            ("M", Lever::NetMigration, 1, &people.net_migration),
            ("omega", Lever::WorkingAgeShare, 0, &people.working_age_share),
            ("part_rate", Lever::Participation, 0, &people.participation),
            ("u", Lever::Unemployment, 0, &people.unemployment),
        ] {
            self.lever(name, &LeverKey::province(lever), (from, values));
        }
    }

    fn money(&mut self, inputs: &Inputs) {
        self.heading(self.inputs, label(self.lang, "workbook-block-money"));
        self.lever("inv_rate", &LeverKey::province(Lever::InvestmentRate), (0, &inputs.investment_rate));
        let shares: Path = inputs.taxes.ratio.iter().map(|ratio| ratio / (1.0 + ratio)).collect();
        self.lever("tax_share", &LeverKey::province(Lever::ProductTaxShare), (1, &shares));
        self.lever("fx", &LeverKey::province(Lever::ExchangeRate), (0, &inputs.exchange_rate));
        for sector in &inputs.sectors {
            let key = LeverKey::of(Lever::Inflation, &sector.id);
            self.lever(&format!("infl_{}", part(&sector.id)), &key, (1, &sector.inflation));
        }
        self.lever("infl_taxes", &LeverKey::of(Lever::Inflation, "taxes"), (1, &inputs.taxes.inflation));
    }

    fn projects(&mut self, probe: &Probe) {
        if self.case.study.projects.is_empty() {
            return;
        }
        self.heading(self.inputs, label(self.lang, "workbook-block-projects"));
        let study = self.case.study;
        let mut probed = probe.inputs.projects.iter();
        for project in &study.projects {
            let Some(planned) = probed.next() else { return };
            // What the baseline contains follows with a negative amount; its own schedule stands in the study.
            let contained = if project.in_baseline { probed.next() } else { None };
            self.project(project, planned, contained);
        }
    }

    fn project(&mut self, project: &Project, planned: &ProjectInputs, contained: Option<&ProjectInputs>) {
        let (id, name) = (project_part(&project.id), project.name.in_lang(self.lang).to_owned());
        let of = |lever| LeverKey::of(lever, &project.id);
        self.number(&format!("usd_{id}"), &of(Lever::ProjectAmount));
        let realised = format!("realised_{id}");
        let (key, value) = (of(Lever::ProjectRealised), planned.realised);
        let origin = self.lever_origin(&key);
        let title = lever_name(&key, self.case.study, self.lang);
        self.value(&realised, words(title, "%"), Digits::Percent, value, origin);
        let years = unit_name(crate::quantity::Unit::CalendarYear, self.lang);
        let start = filled(self.lang, "workbook-project-start", &[("name", &name)]);
        let origin = self.lever_origin(&of(Lever::ProjectDelay));
        self.value(
            &format!("start_{id}"),
            words(start, years.clone()),
            Digits::Plain,
            f64::from(planned.start),
            origin,
        );
        let rate = planned.jobs / planned.registered_musd;
        let unit = unit_name(crate::quantity::Unit::ThousandPersonsPerMillionUsd, self.lang);
        let jobs = filled(self.lang, "workbook-project-jobs", &[("name", &name)]);
        let assumed = self.assumed();
        self.value(&format!("jobs_rate_{id}"), words(jobs, unit), Digits::Five, rate, assumed.clone());
        let premium = filled(self.lang, "workbook-project-premium", &[("name", &name)]);
        let ratio = unit_name(crate::quantity::Unit::Ratio, self.lang);
        self.value(&format!("premium_{id}"), words(premium, ratio), Digits::Two, planned.premium, assumed.clone());
        self.profile(&id, &name, &planned.profile);
        if let Some(contained) = contained {
            let title = filled(self.lang, "workbook-project-contained", &[("name", &name)]);
            let unit = unit_name(crate::quantity::Unit::MillionUsd, self.lang);
            let fixed = |digits| Look::Fixed(digits, Why::Contained);
            let amount = -contained.registered_musd;
            let name_of = |what: &str| format!("{what}_base_{id}");
            self.single(&name_of("usd"), words(title, unit), fixed(Digits::One), amount, assumed.clone());
            let title = filled(self.lang, "workbook-project-contained-start", &[("name", &name)]);
            let start = f64::from(contained.start);
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
            let origin = self.assumed();
            self.value(&format!("profile_{id}_{year}"), words(title, "%"), Digits::Percent, *share, origin);
        }
    }

    fn registrations(&mut self, probe: &Probe) {
        let Some(probed) = probe.inputs.projects.last() else { return };
        self.heading(self.inputs, label(self.lang, "workbook-block-fdi"));
        let horizon = self.horizon();
        let none = vec![0.0; horizon.len()];
        for sector in &self.case.study.sectors {
            let key = LeverKey::of(Lever::FdiRegistered, &sector.id);
            let amounts = self.case.settings.get(&key).map_or(none.clone(), |amount| amount.path(horizon, &none));
            self.lever(&format!("fdi_{}", part(&sector.id)), &key, (0, &amounts));
        }
        let name = self.word("workbook-fdi");
        self.number_of("fdi_realised", &LeverKey::province(Lever::RealisedRatio), probed.realised);
        let jobs = probed.jobs / (probed.registered_musd * probed.realised);
        self.figure("fdi_jobs_rate", Quantity::JobsPerMillionUsd, "", if jobs.is_finite() { jobs } else { 0.0 });
        self.profile("fdi", &name, &probed.profile);
    }

    fn shocks(&mut self, probe: &Probe) {
        if self.case.study.shocks.is_empty() {
            return;
        }
        self.heading(self.inputs, label(self.lang, "model-block-shock"));
        for (shock, probed) in self.case.study.shocks.iter().zip(&probe.inputs.shocks) {
            self.shock(shock, probed);
        }
        for sector in &self.case.study.sectors {
            let key = LeverKey::of(Lever::GreenExposureCut, &sector.id);
            self.number_of(&format!("cut_{}", part(&sector.id)), &key, self.setting_number(&key).unwrap_or(0.0));
        }
    }

    fn shock(&mut self, shock: &Shock, probed: &crate::engine::ShockInputs) {
        let id = braced(&shock.id);
        let of = |lever| LeverKey::of(lever, &shock.id);
        let depth = self.setting_number(&of(Lever::ShockDepth)).unwrap_or(0.0);
        for (prefix, lever, value) in [
            ("depth", Lever::ShockDepth, depth),
            ("start", Lever::ShockStart, f64::from(probed.start)),
            ("half_life", Lever::ShockHalfLife, probed.half_life),
            ("scar", Lever::ShockScar, probed.scar),
        ] {
            self.number_of(&format!("{prefix}_shock_{id}"), &of(lever), value);
        }
        for (sector, exposure) in self.case.study.sectors.iter().zip(&probed.exposure) {
            let key = LeverKey::of_part(Lever::ShockExposure, &shock.id, &sector.id);
            self.number_of(&format!("eps_{id}__{}", part(&sector.id)), &key, *exposure);
        }
    }

    fn land(&mut self, inputs: &Inputs) {
        self.heading(self.inputs, label(self.lang, "model-block-land"));
        let key = LeverKey::province(Lever::LandProductivityGrowth);
        self.lever("g_nu", &key, (1, &inputs.land.productivity_growth));
        for (park, own) in self.case.study.parks.iter().zip(&inputs.land.parks) {
            self.park(park, own);
        }
    }

    fn park(&mut self, park: &Park, own: &crate::engine::ParkInputs) {
        let id = park_part(&park.id);
        let of = |lever| LeverKey::of(lever, &park.id);
        self.number(&format!("ha_{id}"), &of(Lever::ParkArea));
        self.number_of(&format!("open_{id}"), &of(Lever::ParkOpening), f64::from(own.opening));
        self.number_of(&format!("occ_{id}"), &of(Lever::ParkOccupancy), own.occupancy);
        let title = filled(self.lang, "workbook-park-ramp", &[("name", park.name.in_lang(self.lang))]);
        let unit = unit_name(crate::quantity::Unit::Years, self.lang);
        let origin = self.assumed();
        self.value(&format!("ramp_{id}"), words(title, unit), Digits::One, own.ramp_years, origin);
    }

    fn spillover(&mut self, inputs: &Inputs) {
        let spillover = &inputs.spillover;
        if spillover.drivers.is_empty() {
            return;
        }
        self.heading(self.inputs, label(self.lang, "model-block-spillover"));
        let id_of = |s: usize| inputs.sectors.get(s).map_or("", |sector| sector.id.as_str());
        for (s, sector) in inputs.sectors.iter().enumerate().filter(|(s, _)| !spillover.drivers.contains(s)) {
            for (d, &driver) in spillover.drivers.iter().enumerate() {
                let value = spillover.matrix.get(s).and_then(|row| row.get(d)).copied().unwrap_or(0.0);
                let key = LeverKey::of_part(Lever::SpilloverMultiplier, &sector.id, id_of(driver));
                self.number_of(&format!("m_{}__{}", part(&sector.id), part(id_of(driver))), &key, value);
            }
        }
        for (&driver, path) in spillover.drivers.iter().zip(&spillover.reference_output) {
            if let Some(sector) = inputs.sectors.get(driver) {
                let name = format!("Ybase_{}", part(&sector.id));
                let short = line_short(&sector.id, self.case.study, self.lang);
                let title = filled(self.lang, "workbook-reference-output", &[("name", &short)]);
                let unit = unit_name(crate::quantity::Unit::TrillionVnd, self.lang);
                let origin = self.told(Provenance::Calibrated);
                self.path(&name, words(title, unit), Look::Calibrated(Digits::Three), (0, path), origin);
            }
        }
    }

    /// A path that calibration found.
    fn calibrated(&mut self, name: &str, key: &'static str, sector: &SectorInputs, values: &[f64]) {
        let short = line_short(&sector.id, self.case.study, self.lang);
        let title = filled(self.lang, key, &[("name", &short)]);
        let unit = unit_name(crate::quantity::Unit::PercentPerYear, self.lang);
        let origin = self.told(Provenance::Calibrated);
        self.path(name, words(title, unit), Look::Calibrated(Digits::Percent), (1, values), origin);
    }

    /// A lever with a value a year.
    fn lever(&mut self, name: &str, key: &LeverKey, (from, values): (usize, &[f64])) {
        let spec = key.lever.spec();
        let words = words(lever_name(key, self.case.study, self.lang), lever_unit(spec, self.lang));
        let origin = self.lever_origin(key);
        self.path(name, words, Look::Input(digits_of(key.lever)), (from, values), origin);
    }

    /// A lever with one value, read from the settings or its default.
    fn number(&mut self, name: &str, key: &LeverKey) {
        let value = self.lever_value(key);
        self.number_of(name, key, value);
    }

    fn number_of(&mut self, name: &str, key: &LeverKey, value: f64) {
        let origin = self.lever_origin(key);
        let words = words(lever_name(key, self.case.study, self.lang), lever_unit(key.lever.spec(), self.lang));
        self.value(name, words, digits_of(key.lever), value, origin);
    }

    fn setting_number(&self, key: &LeverKey) -> Option<f64> {
        let none = vec![0.0; self.horizon().len()];
        self.case.settings.get(key).and_then(|setting| setting.headline(self.horizon(), &none))
    }

    fn lever_value(&self, key: &LeverKey) -> f64 {
        let default = || default_path(self.case.study, &self.case.baseline, key)?.last().copied();
        self.setting_number(key).or_else(default).unwrap_or(0.0)
    }

    /// A figure of the study.
    fn figure(&mut self, name: &str, quantity: Quantity, line: &str, value: f64) {
        let study = self.case.study;
        let baseline = study.baseline(&self.case.baseline.id);
        let provenance = baseline.map(|baseline| figure_provenance(study, baseline, quantity, line));
        let origin = self.told(provenance.unwrap_or(Provenance::Assumed));
        self.figure_from(name, (quantity, line), value, origin);
    }

    /// A figure of which the origin is known.
    #[expect(clippy::wildcard_enum_match_arm, reason = "every other unit is shown as it is")]
    fn figure_from(&mut self, name: &str, (quantity, line): (Quantity, &str), value: f64, origin: OriginText) {
        let title = capitalised(&figure_name(quantity, line, Some(self.case.study), self.lang));
        let unit = match quantity.unit() {
            crate::quantity::Unit::Ratio if is_percent(quantity) => "%".to_owned(),
            crate::quantity::Unit::RatioPerYear => unit_name(crate::quantity::Unit::PercentPerYear, self.lang),
            unit => unit_name(unit, self.lang),
        };
        let digits = match quantity.unit() {
            _ if is_percent(quantity) || quantity.unit() == crate::quantity::Unit::RatioPerYear => Digits::Percent,
            crate::quantity::Unit::TrillionVndPerHectare | crate::quantity::Unit::ThousandPersonsPerMillionUsd => {
                Digits::Five
            }
            _ => Digits::Three,
        };
        let look = self.fixed(quantity, line).map_or(Look::Input(digits), |why| Look::Fixed(digits, why));
        self.single(name, words(title, unit), look, value, origin);
    }

    /// Why a figure cannot be changed in the spreadsheet; `None` where everything follows from it there too.
    #[expect(clippy::wildcard_enum_match_arm, reason = "a test holds the other figures to the program")]
    fn fixed(&self, quantity: Quantity, line: &str) -> Option<Why> {
        match quantity {
            Quantity::Output
            | Quantity::Employment
            | Quantity::Capital
            | Quantity::Deflator
            | Quantity::CapitalElasticity
            | Quantity::Depreciation => Some(Why::Calibration),
            Quantity::ReallocationShare if line == self.case.study.structure.reallocation_source => Some(Why::Source),
            _ => None,
        }
    }

    fn assumed(&self) -> OriginText {
        self.told(Provenance::Assumed)
    }

    fn told(&self, provenance: Provenance<'_>) -> OriginText {
        explain_provenance(provenance, self.case.study, &self.case.baseline.id, self.lang)
    }

    fn lever_origin(&self, key: &LeverKey) -> OriginText {
        explain_lever_origin(self.case.study, &self.case.id, key, self.lang)
    }
}

/// How a lever's number is written: fractions as per cent.
fn digits_of(lever: Lever) -> Digits {
    let spec = lever.spec();
    match (spec.unit.factor() < 1.0, spec.unit) {
        (true, _) => Digits::Percent,
        (false, crate::quantity::Unit::CalendarYear | crate::quantity::Unit::Flag) => Digits::Plain,
        (false, crate::quantity::Unit::VndPerUsd) => Digits::Whole,
        (false, crate::quantity::Unit::Ratio) => Digits::Five,
        (false, _) if spec.kind == Kind::Path => Digits::Two,
        (false, _) => Digits::Two,
    }
}

/// Ratios that people read as per cent.
const fn is_percent(quantity: Quantity) -> bool {
    matches!(quantity, Quantity::Depreciation | Quantity::InvestmentShare | Quantity::ParkShare)
}
