//! A study with many sectors, made from the shipped one: each of its sectors cut into unequal parts that form a group.

use kichban::files::built_in;
use kichban::quantity::{Quantity, Year};
use kichban::scenario::figure::Figure;
use kichban::scenario::links::Links;
use kichban::scenario::setting::Settings;
use kichban::scenario::study::{Assumption, Group, Scenario, Sector, Study};
use std::sync::Arc;

/// The case that changes assumptions of groups and of one sector.
pub(crate) const CASE: &str = "wide";

/// The shipped trend with this many sectors until a year.
pub(crate) fn wide(count: usize, horizon: Year) -> Study {
    let mut study = built_in().unwrap_or_else(|error| unreachable!("{error:?}"));
    let lines: Vec<Sector> = std::mem::take(&mut study.sectors);
    let part_count = |line: usize| count / lines.len() + usize::from(line < count % lines.len());
    let parts: Vec<(String, String, f64)> = lines
        .iter()
        .enumerate()
        .flat_map(|(position, line)| {
            let n = part_count(position);
            let part = move |number: usize| 2.0 * (number as f64 + 1.0) / (n as f64 * (n as f64 + 1.0));
            (0..n).map(move |number| (line.id.clone(), format!("{}-{number}", line.id), part(number)))
        })
        .collect();
    let spread = |figure: &Figure| -> Vec<Figure> {
        let pairs = [Quantity::InputCoefficient, Quantity::ValueAddedRatio, Quantity::ErrorCorrelation];
        if pairs.contains(&figure.quantity) {
            return Vec::new();
        }
        if !lines.iter().any(|line| line.id == figure.line) {
            return vec![figure.clone()];
        }
        let is_amount = figure.unit.adds_up()
            || matches!(figure.quantity, Quantity::InvestmentShare | Quantity::ReallocationShare | Quantity::Share);
        let of_line = parts.iter().filter(|(line, _, _)| *line == figure.line);
        let part = |(_, id, part): &(String, String, f64)| Figure {
            line: id.clone(),
            value: if is_amount { figure.value * part } else { figure.value },
            ..figure.clone()
        };
        of_line.map(part).collect()
    };
    study.observations = Arc::new(study.observations.iter().flat_map(&spread).collect());
    let assumed = |row: &Assumption| -> Vec<Assumption> {
        spread(&row.figure).into_iter().map(|figure| Assumption { baseline: row.baseline.clone(), figure }).collect()
    };
    study.parameters = Arc::new(study.parameters.iter().flat_map(assumed).collect());
    let group = |line: &Sector| Group {
        id: line.id.clone(),
        name: line.name.clone(),
        short: line.short.clone(),
        group: String::new(),
    };
    study.groups = lines.iter().map(group).collect();
    let sector = |(line, id, _): &(String, String, f64)| Sector {
        id: id.clone(),
        name: kichban::lang::Localized::new(id, id),
        short: kichban::lang::Localized::new(id, id),
        group: line.clone(),
    };
    study.sectors = parts.iter().map(sector).collect();
    let of =
        |line: &str| parts.iter().filter(|(own, _, _)| own == line).map(|(_, id, _)| id.clone()).collect::<Vec<_>>();
    study.structure.drivers.clear();
    study.structure.land_sectors = study.structure.land_sectors.iter().flat_map(|line| of(line)).collect();
    study.structure.reallocation_source = of(&study.structure.reallocation_source).swap_remove(0);
    keep_the_trend(&mut study);
    study.horizon = horizon;
    study
}

/// Leaves one baseline with one scenario, and nothing that names the sectors of before.
fn keep_the_trend(study: &mut Study) {
    study.baselines.retain(|baseline| baseline.id == "trend");
    Arc::make_mut(&mut study.parameters).retain(|row| row.baseline.is_empty() || row.baseline == "trend");
    study.targets = Arc::default();
    study.projects.clear();
    study.shocks.clear();
    study.links = Links::default();
    "trend".clone_into(&mut study.pinned);
    let like = study.scenarios.swap_remove(0);
    let settings: Settings = [
        ("productivity_growth_added/industry", 0.01),
        ("productivity_growth_added/services-1", -0.01),
        ("labour_growth_added/services", 0.005),
    ]
    .into_iter()
    .filter_map(|(key, value)| {
        let key = kichban::scenario::setting::LeverKey::parse(key).ok()?;
        Some((key, kichban::scenario::setting::Setting::Constant(value)))
    })
    .collect();
    study.scenarios = vec![Scenario { id: CASE.to_owned(), parent: "trend".to_owned(), settings, ..like }];
}
