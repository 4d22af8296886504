//! Statements that must hold over a whole study: references, unique ids, sums, ranges.

use super::edit::FigureList;
use super::error::{DuplicateFigure, StudyError};
use super::error_model::check_error_parameters;
use super::figure::{Figure, Quantity};
use super::lever::Kind;
use super::links;
use super::record_problem::RecordProblem;
use super::setting::{LeverKey, Setting};
use super::study::{BaselineRule, ResidualRule, Study};
use super::subjects::lever_keys;
use crate::engine::{TAXES_LINE, TOTAL_LINE};
use crate::quantity::{LAST_YEAR, Year};

/// Distance from 1 at which a price level of the price base year is no rounding.
const BASE_TOLERANCE: f64 = 0.01;

/// Parks may have opened long before any study begins.
const EARLIEST_EVENT: Year = 1900;

/// Checks every statement that a study must fulfil.
///
/// # Errors
/// [`StudyError`] of the first statement that does not hold.
pub fn validate(study: &Study) -> Result<(), StudyError> {
    if study.baselines.is_empty() || study.sectors.is_empty() {
        return Err(StudyError::NoBaseline);
    }
    if let Some(money) = study.currency.filter(|money| !money.is_complete()) {
        return Err(StudyError::CurrencyNotComplete { code: money.code.to_string() });
    }
    check_ids(study)?;
    check_figures(study)?;
    links::check(study)?;
    check_structure(study)?;
    check_events(study)?;
    check_baselines(study)?;
    check_error_parameters(study)?;
    check_scenarios(study)
}

fn check_ids(study: &Study) -> Result<(), StudyError> {
    let lists: [(&str, Vec<&str>); 7] = [
        ("territories", study.territories.iter().map(|x| x.id.as_str()).collect()),
        (
            "sectors",
            study.sectors.iter().map(|x| x.id.as_str()).chain(study.groups.iter().map(|x| x.id.as_str())).collect(),
        ),
        ("sources", study.sources.iter().map(|x| x.id.as_str()).collect()),
        ("projects", study.projects.iter().map(|x| x.id.as_str()).collect()),
        ("parks", study.parks.iter().map(|x| x.id.as_str()).collect()),
        ("shocks", study.shocks.iter().map(|x| x.id.as_str()).collect()),
        ("scenarios", study.cases().map(|x| x.id).collect()),
    ];
    for (list, ids) in lists {
        for (position, id) in ids.iter().enumerate() {
            let place = format!("{list}[{position}].id");
            check_id(&place, id)?;
            if list == "sectors" && (*id == TAXES_LINE || *id == TOTAL_LINE) {
                return Err(bad_id(&place, id));
            }
            if ids.iter().take(position).any(|earlier| earlier == id) {
                return Err(StudyError::DuplicateId { place, id: (*id).to_owned() });
            }
        }
    }
    Ok(())
}

/// Ids are ASCII letters, digits, hyphens and underscores.
pub(super) fn check_id(place: &str, id: &str) -> Result<(), StudyError> {
    let fits = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if fits { Ok(()) } else { Err(bad_id(place, id)) }
}

fn bad_id(place: &str, id: &str) -> StudyError {
    StudyError::Record { place: place.to_owned(), problem: RecordProblem::BadId { id: id.to_owned() } }
}

fn check_figures(study: &Study) -> Result<(), StudyError> {
    FigureList::ALL.into_iter().try_for_each(|list| check_figure_list(study, list))
}

/// Every figure of a list is right by itself, names what exists, and stands once.
pub(super) fn check_figure_list(study: &Study, list: FigureList) -> Result<(), StudyError> {
    let figures = list.figures(study);
    for (position, (baseline, figure)) in figures.iter().enumerate() {
        let place = format!("{}[{position}]", list.id());
        if let Some(problem) = figure.problem() {
            return Err(StudyError::Record { place, problem });
        }
        refer(study.source(&figure.source).is_some(), &place, &figure.source)?;
        refer(study.territories.iter().any(|t| t.id == figure.territory), &place, &figure.territory)?;
        for line in [&figure.line, &figure.from].into_iter().filter(|line| !line.is_empty()) {
            refer(*line == TOTAL_LINE || study.line_name(line).is_some(), &place, line)?;
        }
        if !baseline.is_empty() {
            refer(study.baseline(baseline).is_some(), &place, baseline)?;
        }
        let same = |(other_baseline, other): &&(&str, &Figure)| {
            other_baseline == baseline
                && (other.quantity, other.year, other.since) == (figure.quantity, figure.year, figure.since)
                && (&other.line, &other.from) == (&figure.line, &figure.from)
                && (&other.vintage, &other.territory) == (&figure.vintage, &figure.territory)
        };
        if let Some(first) = figures.iter().take(position).position(|earlier| same(&earlier)) {
            return Err(StudyError::DuplicateFigure(Box::new(DuplicateFigure {
                place,
                first: format!("{}[{first}]", list.id()),
                quantity: figure.quantity,
                line: figure.line.clone(),
                since: figure.since,
                year: figure.year,
                vintage: figure.vintage.clone(),
            })));
        }
    }
    check_price_base(study, list, &figures)
}

/// Price levels are 1 in the price base year, where the same value at either prices is the same number.
///
/// A study that names another year would only be relabelled: its figures stay at the prices of the year they are of.
fn check_price_base(study: &Study, list: FigureList, figures: &[(&str, &Figure)]) -> Result<(), StudyError> {
    let base = study.price_base_year;
    let of_base = figures.iter().enumerate().filter(|(_, (_, figure))| figure.year == Some(base));
    for (position, (_, figure)) in of_base {
        let level = if figure.quantity == Quantity::Deflator {
            Some(figure.model_value())
        } else {
            imply_share(figures, figure)
        };
        if let Some(level) = level.filter(|level| (level - 1.0).abs() > BASE_TOLERANCE) {
            let place = format!("{}[{position}]", list.id());
            return Err(StudyError::PriceLevelInBase { place, base, level });
        }
    }
    Ok(())
}

/// The price level that output at current prices implies beside the same output at constant prices.
fn imply_share(figures: &[(&str, &Figure)], current: &Figure) -> Option<f64> {
    let is_same = |constant: &Figure| {
        constant.quantity == Quantity::Output
            && (constant.year, constant.since, &constant.line) == (current.year, current.since, &current.line)
            && (&constant.vintage, &constant.territory) == (&current.vintage, &current.territory)
    };
    let wanted = current.quantity == Quantity::OutputCurrent;
    let constant = figures.iter().map(|(_, figure)| *figure).find(|figure| wanted && is_same(figure))?;
    Some(current.model_value() / constant.model_value())
}

fn refer(exists: bool, place: &str, id: &str) -> Result<(), StudyError> {
    if exists { Ok(()) } else { Err(StudyError::UnknownReference { place: place.to_owned(), id: id.to_owned() }) }
}

fn check_structure(study: &Study) -> Result<(), StudyError> {
    let sector = |id: &str| study.sectors.iter().any(|candidate| candidate.id == id);
    let structure = &study.structure;
    refer(study.line_name(&structure.headline).is_some(), "structure.headline", &structure.headline)?;
    let source = &structure.reallocation_source;
    refer(source.is_empty() || sector(source), "structure.reallocation_source", source)?;
    for id in structure.drivers.iter().chain(&structure.land_sectors) {
        refer(sector(id), "structure", id)?;
    }
    refer(study.territories.iter().any(|t| t.id == study.territory), "territory", &study.territory)?;
    refer(study.has_case(&study.pinned), "pinned", &study.pinned)?;
    for (position, sector) in study.sectors.iter().enumerate().filter(|(_, sector)| !sector.group.is_empty()) {
        let place = format!("sectors[{position}].group");
        refer(study.is_group(&sector.group), &place, &sector.group)?;
    }
    check_groups(study)?;
    sums_to_one("structure.fdi_profile", &structure.fdi_profile)
}

/// Every group is at the top or in an existing group, free of cycles, and has a sector below it.
fn check_groups(study: &Study) -> Result<(), StudyError> {
    for (position, group) in study.groups.iter().enumerate() {
        let place = format!("groups[{position}].group");
        refer(group.group.is_empty() || study.is_group(&group.group), &place, &group.group)?;
        let outer = study.outer_groups(&group.id);
        let outermost = outer.last().map_or(group.id.as_str(), |last| *last);
        let ends = study.groups.iter().any(|own| own.id == outermost && own.group.is_empty());
        if !ends {
            return Err(StudyError::CircularGroup { place, id: group.id.clone() });
        }
        if study.members(&group.id).is_empty() {
            return Err(StudyError::EmptyGroup { place: format!("groups[{position}]"), id: group.id.clone() });
        }
    }
    Ok(())
}

fn sums_to_one(place: &str, shares: &[f64]) -> Result<(), StudyError> {
    let sum: f64 = shares.iter().sum();
    if (sum - 1.0).abs() <= 1e-3 { Ok(()) } else { Err(StudyError::SharesNotOne { place: place.to_owned(), sum }) }
}

fn check_events(study: &Study) -> Result<(), StudyError> {
    for (position, project) in study.projects.iter().enumerate() {
        let place = format!("projects[{position}]");
        reachable(&format!("{place}.start"), project.start)?;
        refer(study.sectors.iter().any(|sector| sector.id == project.sector), &place, &project.sector)?;
        refer(study.source(&project.source).is_some(), &place, &project.source)?;
        sums_to_one(&format!("{place}.profile"), &project.profile)?;
    }
    for (position, park) in study.parks.iter().enumerate() {
        reachable(&format!("parks[{position}].opening"), park.opening)?;
        refer(study.source(&park.source).is_some(), &format!("parks[{position}]"), &park.source)?;
    }
    for (position, shock) in study.shocks.iter().enumerate() {
        let place = format!("shocks[{position}]");
        reachable(&format!("{place}.start"), shock.start)?;
        refer(study.source(&shock.source).is_some(), &place, &shock.source)?;
        for (id, _) in shock.exposure.iter() {
            refer(study.is_group(&id) || study.sectors.iter().any(|sector| sector.id == id), &place, &id)?;
        }
    }
    Ok(())
}

/// Years of events stay where adding a delay to them cannot overflow, and where they can mean anything.
fn reachable(place: &str, year: Year) -> Result<(), StudyError> {
    if (EARLIEST_EVENT..=LAST_YEAR).contains(&year) {
        Ok(())
    } else {
        Err(StudyError::YearOutOfRange { place: place.to_owned(), year })
    }
}

fn check_baselines(study: &Study) -> Result<(), StudyError> {
    for (position, baseline) in study.baselines.iter().enumerate() {
        let place = format!("baselines[{position}]");
        let base = baseline.base_year;
        if base >= study.horizon || study.horizon > LAST_YEAR {
            return Err(StudyError::Horizon { base, end: study.horizon });
        }
        let BaselineRule::Targets { years, residual, .. } = &baseline.rule else { continue };
        if let Some(&year) = years.iter().find(|&&year| year <= base) {
            return Err(StudyError::TargetBeforeBase { place, year, base });
        }
        if let ResidualRule::Line(id) = residual {
            refer(study.top_lines().contains(&id.as_str()), &place, id)?;
        }
    }
    Ok(())
}

fn check_scenarios(study: &Study) -> Result<(), StudyError> {
    let keys = lever_keys(study);
    for scenario in &study.scenarios {
        let place = format!("scenarios.{}.parent", scenario.id);
        refer(study.has_case(&scenario.parent), &place, &scenario.parent)?;
        if study.lineage(&scenario.id).is_none() {
            return Err(StudyError::Cycle { id: scenario.id.clone() });
        }
        for (key, setting) in scenario.settings.entries() {
            check_entry(&keys, &scenario.id, key, setting)?;
        }
    }
    Ok(())
}

/// A setting is of one of the levers that a study has, and fits it.
pub(super) fn check_entry(
    keys: &[LeverKey],
    scenario: &str,
    key: &LeverKey,
    setting: &Setting,
) -> Result<(), StudyError> {
    refer(keys.contains(key), &format!("scenarios.{scenario}.settings"), &key.to_string())?;
    check_setting(scenario, key, setting)
}

/// A setting has the kind that its lever takes and stays inside the hard range.
fn check_setting(scenario: &str, key: &LeverKey, setting: &Setting) -> Result<(), StudyError> {
    let spec = key.lever.spec();
    let fits = match spec.kind {
        Kind::Switch => matches!(setting, Setting::Switch(_)),
        Kind::Shares => matches!(setting, Setting::Shares(_)),
        Kind::Number => matches!(setting, Setting::Constant(_) | Setting::Range { .. }),
        Kind::Path => !matches!(setting, Setting::Switch(_) | Setting::Shares(_)),
    };
    if !fits {
        return Err(StudyError::WrongKind { scenario: scenario.to_owned(), lever: key.to_string() });
    }
    if let Setting::Range { low, base, high } = setting
        && !(low <= base && base <= high)
    {
        return Err(StudyError::RangeOrder { scenario: scenario.to_owned(), lever: key.to_string() });
    }
    if let Setting::Shares(shares) = setting {
        let parts: Vec<f64> = shares.iter().map(|(_, share)| share).collect();
        let sum: f64 = parts.iter().sum();
        if (sum - 1.0).abs() > 1e-9 {
            return Err(StudyError::SharesNotOne { place: format!("{scenario}/{key}"), sum });
        }
    }
    for value in setting.numbers() {
        // Rounding of per cent must not push a bound outside itself.
        let shown = spec.to_shown(value);
        let slack = 1e-9 * shown.abs().max(1.0);
        if !(shown >= spec.hard.0 - slack && shown <= spec.hard.1 + slack) {
            return Err(StudyError::BeyondHardRange {
                scenario: scenario.to_owned(),
                lever: key.to_string(),
                shown,
                low: spec.hard.0,
                high: spec.hard.1,
            });
        }
    }
    Ok(())
}
