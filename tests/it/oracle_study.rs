//! Reads a case folder of the oracle (`inputs.json`) into a study, so that it goes through the same resolve step as a study file.
//!
//! The dictionary of the files is in `tests/oracle/README.md`.

use kichban::engine::Closure;
use kichban::lang::{Localized, TerritoryKind};
use kichban::quantity::{PriceBasis, Year};
use kichban::scenario::figure::{Figure, Quantity, Status};
use kichban::scenario::lever::Lever;
use kichban::scenario::links::Links;
use kichban::scenario::setting::{LeverKey, NumberTable, Setting, Settings, YearTable};
use kichban::scenario::study::{
    Assumption, Baseline, BaselineRule, FORMAT, LineName, Park, Project, ResidualRule, Scenario, Sector, Shock, Source,
    Structure, Study, Territory,
};
use serde_json::Value;
use std::sync::Arc;

/// Id of the baseline that a case folder describes.
pub(crate) const BASELINE: &str = "base";

/// A number written as a string or as a number.
pub(crate) fn number(value: &Value) -> f64 {
    value.as_str().map_or_else(|| value.as_f64().unwrap(), |text| text.parse().unwrap())
}

fn word(text: &str) -> Localized {
    Localized::new(text, text)
}

struct Reader<'a> {
    dataset: &'a Value,
    base: Year,
    parameters: Vec<Assumption>,
    observations: Vec<Figure>,
    targets: Vec<Figure>,
}

fn figure(quantity: Quantity, line: &str, year: Option<Year>, value: f64) -> Figure {
    Figure {
        quantity,
        line: if line == "T" { "taxes".to_owned() } else { line.to_owned() },
        from: String::new(),
        year,
        since: None,
        value,
        upper: None,
        aim: None,
        apart: false,
        unit: quantity.unit(),
        price_basis: PriceBasis::Constant,
        territory: "t".to_owned(),
        vintage: "oracle".to_owned(),
        status: Status::Assumed,
        source: "oracle".to_owned(),
        quote: String::new(),
        note: Localized::default(),
        cell: None,
        former: None,
    }
}

impl Reader<'_> {
    fn parameter(&mut self, quantity: Quantity, line: &str, year: Option<Year>, value: f64) {
        let figure = figure(quantity, line, year, value);
        self.parameters.push(Assumption { baseline: String::new(), figure });
    }

    fn path(&mut self, quantity: Quantity, line: &str, path: &Value) {
        for (year, value) in path.as_object().unwrap() {
            self.parameter(quantity, line, year.parse().ok(), number(value));
        }
    }

    fn by_sector(&mut self, quantity: Quantity, key: &str) {
        for (sector, value) in self.dataset[key].as_object().unwrap() {
            self.parameter(quantity, sector, None, number(value));
        }
    }

    fn paths_by_sector(&mut self, quantity: Quantity, table: &Value) {
        for (sector, path) in table.as_object().unwrap() {
            self.path(quantity, sector, path);
        }
    }

    fn observe(&mut self, quantity: Quantity, key: &str) {
        for (line, value) in self.dataset[key].as_object().unwrap() {
            self.observations.push(figure(quantity, line, Some(self.base), number(value)));
        }
    }

    fn read_parameters(&mut self) {
        let dataset = self.dataset;
        for (quantity, key) in [
            (Quantity::CapitalElasticity, "alpha"),
            (Quantity::Depreciation, "delta"),
            (Quantity::InvestmentShare, "kappa"),
            (Quantity::UtilisationElasticity, "e"),
            (Quantity::SkillPremium, "psi"),
        ] {
            self.by_sector(quantity, key);
        }
        for (quantity, key) in [
            (Quantity::InvestmentRate, "inv_rate"),
            (Quantity::NaturalGrowth, "n"),
            (Quantity::NetMigration, "M"),
            (Quantity::WorkingAgeShare, "omega"),
            (Quantity::Participation, "part"),
            (Quantity::Unemployment, "unemp"),
            (Quantity::ExchangeRate, "fx"),
        ] {
            self.path(quantity, "", &dataset[key]);
        }
        self.paths_by_sector(Quantity::Inflation, &dataset["pi"]);
        let land = &dataset["land"];
        self.parameter(Quantity::ParkShare, "", None, number(&land["sigma"]));
        self.parameter(Quantity::LandProductivity, "", None, number(&land["nu0"]));
        self.path(Quantity::LandProductivityGrowth, "", &land["g_nu"]);
        for (row, columns) in dataset["io"]["Ad"].as_object().unwrap() {
            for (column, value) in columns.as_object().unwrap() {
                let mut figure = figure(Quantity::InputCoefficient, column, None, number(value));
                figure.from.clone_from(row);
                self.parameters.push(Assumption { baseline: String::new(), figure });
            }
        }
        for (sector, value) in dataset["io"]["v"].as_object().unwrap() {
            self.parameter(Quantity::ValueAddedRatio, sector, None, number(value));
        }
        if let Some(growth) = dataset.get("growth") {
            self.paths_by_sector(Quantity::ProductivityGrowth, &growth["gp"]);
            self.paths_by_sector(Quantity::EmploymentGrowth, &growth["gl"]);
        }
        for (name, path) in dataset["prior"].as_object().unwrap() {
            let (kind, line) = name.split_once('_').unwrap();
            let quantity = if kind == "gY" { Quantity::OutputGrowthPrior } else { Quantity::EmploymentGrowthPrior };
            self.path(quantity, line, path);
        }
    }

    fn read_targets(&mut self) {
        for (year, targets) in self.dataset["targets"].as_object().unwrap() {
            for (name, value) in targets.as_object().unwrap() {
                let (kind, line) = name.split_once('_').unwrap();
                let quantity = match kind {
                    "Y" => Quantity::Output,
                    "share" => Quantity::Share,
                    "L" => Quantity::Employment,
                    other => panic!("target {other}"),
                };
                self.targets.push(figure(quantity, line, year.parse().ok(), number(value)));
            }
        }
    }
}

/// The study of a case folder.
#[expect(clippy::too_many_lines, reason = "one field of the study a line")]
pub(crate) fn study(inputs: &Value) -> Study {
    let dataset = &inputs["dataset"];
    let base = i32::try_from(dataset["base"].as_i64().unwrap()).unwrap();
    let mut reader = Reader { dataset, base, parameters: Vec::new(), observations: Vec::new(), targets: Vec::new() };
    reader.read_parameters();
    reader.read_targets();
    reader.observe(Quantity::Output, "Y0");
    reader.observe(Quantity::Employment, "L0");
    reader.observe(Quantity::Capital, "K0");
    reader.observe(Quantity::Deflator, "P0");
    reader.observations.push(figure(Quantity::Population, "", Some(base), number(&dataset["N0"])));
    let sector_ids: Vec<String> = dataset["L0"].as_object().unwrap().keys().cloned().collect();
    let target_years: Vec<Year> =
        dataset["targets"].as_object().unwrap().keys().map(|year| year.parse().unwrap()).collect();
    let rule = if target_years.is_empty() {
        BaselineRule::Growth
    } else {
        BaselineRule::Targets {
            years: target_years,
            vintage: "oracle".to_owned(),
            residual: ResidualRule::Line("S".to_owned()),
        }
    };
    let mut study = Study {
        format: FORMAT,
        id: "oracle".to_owned(),
        name: word(dataset["name"].as_str().unwrap()),
        note: Localized::default(),
        territory: "t".to_owned(),
        currency: None,
        price_base_year: 2010,
        horizon: i32::try_from(dataset["end"].as_i64().unwrap()).unwrap(),
        closure: Closure::Productivity,
        pinned: BASELINE.to_owned(),
        history_vintage: "oracle".to_owned(),
        price_reason: Localized::default(),
        history_reason: Localized::default(),
        territories: vec![Territory {
            id: "t".to_owned(),
            name: word("t"),
            kind: TerritoryKind::Province,
            parts: Vec::new(),
        }],
        groups: Vec::new(),
        sectors: sector_ids
            .iter()
            .map(|id| Sector { id: id.clone(), name: word(id), short: word(id), group: String::new() })
            .collect(),
        taxes: LineName { name: word("T"), short: word("T") },
        structure: Structure {
            headline: "I".to_owned(),
            drivers: strings(&dataset["io"]["drivers"]),
            reallocation_source: "A".to_owned(),
            land_sectors: vec!["I".to_owned()],
            fdi_profile: vec![0.3, 0.4, 0.3],
        },
        sources: vec![Source { id: "oracle".to_owned(), title: word("oracle"), locator: String::new(), file: None }]
            .into(),
        observations: Arc::new(reader.observations.into()),
        targets: Arc::new(reader.targets.into()),
        parameters: Arc::new(reader.parameters.into()),
        links: Links::default(),
        projects: Vec::new(),
        parks: dataset["land"]["parks"].as_array().unwrap().iter().map(park).collect(),
        shocks: Vec::new(),
        recipes: Vec::new(),
        explained: Vec::new(),
        baselines: vec![Baseline {
            id: BASELINE.to_owned(),
            name: word("base"),
            short: word("base"),
            note: Localized::default(),
            base_year: base,
            vintage: "oracle".to_owned(),
            rule,
            slot: 0,
            visible: true,
        }],
        scenarios: Vec::new(),
    };
    for (name, levers) in inputs["scenarios"].as_object().unwrap() {
        add_scenario(&mut study, name, levers);
    }
    study
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn park(park: &Value) -> Park {
    let name = park["name"].as_str().unwrap();
    Park {
        id: name.to_owned(),
        name: word(name),
        zone: String::new(),
        area_ha: number(&park["ha"]),
        opening: i32::try_from(park["open"].as_i64().unwrap()).unwrap(),
        ramp_years: number(&park["ramp"]),
        occupancy: number(&park["occ_max"]),
        in_baseline: true,
        status: Status::Assumed,
        source: "oracle".to_owned(),
        quote: String::new(),
        note: Localized::default(),
    }
}

/// A path of the oracle; an absent year takes its default, or 0 where it has none.
fn path(value: &Value) -> Setting {
    let table = value.as_object().unwrap();
    let years: YearTable = table
        .iter()
        .filter(|(year, _)| *year != "default")
        .map(|(year, value)| (year.parse().unwrap(), number(value)))
        .collect();
    Setting::Years { default: Some(table.get("default").map_or(0.0, number)), values: years }
}

fn add_scenario(study: &mut Study, name: &str, levers: &Value) {
    let mut settings = Settings::default();
    for (group, lever) in [
        ("q", Lever::ProductivityGrowthAdded),
        ("gl_add", Lever::LabourGrowthAdded),
        ("green", Lever::GreenInvestmentShare),
    ] {
        for (sector, value) in levers[group].as_object().unwrap() {
            settings.insert(LeverKey::for_lever(lever, sector), path(value));
        }
    }
    for (key, lever) in [
        ("train", Lever::TrainedShareAdded),
        ("x", Lever::ReallocationRate),
        ("inv_rate", Lever::InvestmentRate),
        ("M", Lever::NetMigration),
        ("n", Lever::NaturalGrowth),
    ] {
        if !levers[key].is_null() {
            settings.insert(LeverKey::province(lever), path(&levers[key]));
        }
    }
    for (key, lever) in
        [("labour_constrained", Lever::LabourConstrained), ("land_cap", Lever::LandLimit), ("spill", Lever::Spillover)]
    {
        settings.insert(LeverKey::province(lever), Setting::Switch(levers[key].as_bool().unwrap()));
    }
    let industry = number(&levers["rI"]);
    let split: NumberTable = [("I".to_owned(), industry), ("S".to_owned(), 1.0 - industry)].into_iter().collect();
    settings.insert(LeverKey::province(Lever::ReallocationSplit), Setting::Shares(split));
    for (park, year) in levers["park_open"].as_object().unwrap() {
        settings.insert(LeverKey::for_lever(Lever::ParkOpening, park), Setting::Constant(number(year)));
    }
    for project in levers["projects"].as_array().unwrap() {
        let project = read_project(name, study.projects.len(), project);
        settings
            .insert(LeverKey::for_lever(Lever::ProjectAmount, &project.id), Setting::Constant(project.registered_musd));
        study.projects.push(project);
    }
    for shock in levers["shocks"].as_array().unwrap() {
        let shock = read_shock(name, study.shocks.len(), shock);
        settings.insert(LeverKey::for_lever(Lever::ShockDepth, &shock.id), Setting::Constant(shock.depth));
        study.shocks.push(shock);
    }
    study.scenarios.push(Scenario {
        id: name.to_owned(),
        name: word(name),
        short: Localized::default(),
        note: Localized::default(),
        parent: BASELINE.to_owned(),
        slot: 2,
        visible: true,
        settings,
    });
}

fn read_project(scenario: &str, position: usize, project: &Value) -> Project {
    Project {
        id: format!("{scenario}-{position}"),
        name: word(project["name"].as_str().unwrap()),
        sector: project["sector"].as_str().unwrap().to_owned(),
        registered_musd: number(&project["usd_m"]),
        realised: Some(number(&project["realised"])),
        start: i32::try_from(project["start"].as_i64().unwrap()).unwrap(),
        profile: project["profile"].as_array().unwrap().iter().map(number).collect(),
        jobs_thousand: number(&project["jobs"]),
        premium: number(&project["premium"]),
        in_baseline: project.get("in_baseline").and_then(Value::as_bool).unwrap_or(false),
        status: Status::Assumed,
        source: "oracle".to_owned(),
        quote: String::new(),
        note: Localized::default(),
    }
}

fn read_shock(scenario: &str, position: usize, shock: &Value) -> Shock {
    Shock {
        id: format!("{scenario}-{position}"),
        name: word("shock"),
        start: i32::try_from(shock["start"].as_i64().unwrap()).unwrap(),
        depth: number(&shock["depth"]),
        half_life: number(&shock["half_life"]),
        scar: number(&shock["scar"]),
        exposure: shock["exposure"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(id, value)| (id.clone(), number(value)))
            .collect(),
        status: Status::Assumed,
        source: "oracle".to_owned(),
        note: Localized::default(),
    }
}
