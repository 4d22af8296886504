//! Observations, targets and priors to the growth paths of a baseline (`docs/model.md`, Calibration).
//!
//! Works on positions and numbers; which observation stands for what is decided in `scenario`.

pub mod capital_stock;
mod correlation;
mod error;
pub mod forecast;
mod growth_path;
mod report;
mod residual_line;

pub use correlation::{cholesky, nearest_correlation};
pub use error::CalibrationError;
pub use growth_path::{LevelTarget, levels_through_targets};
pub use report::{AbsorbedGap, CalibrationReport};
pub use residual_line::{SpreadLine, spread_gap};

use crate::engine::{Path, TAXES_LINE, TOTAL_LINE};
use crate::quantity::{Horizon, PriceBasis, Year, elementary};

/// A line of the accounts that targets speak about: a sector, or a group with its sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Identifier.
    pub id: String,
    /// Positions of its sectors.
    pub members: Vec<usize>,
    /// Output targets, trillion VND at constant prices.
    pub output_targets: Vec<LevelTarget>,
    /// Employment targets, thousand persons.
    pub employment_targets: Vec<LevelTarget>,
    /// Prior growth of output, fractions a year; `None` if it is unknown.
    pub output_prior: Option<Path>,
    /// Prior growth of employment.
    pub employment_prior: Path,
    /// Standard deviation of prior log growth of output, a year.
    pub output_deviation: Option<f64>,
}

/// A sector inside its node.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Output of the base year.
    pub output: f64,
    /// Employment of the base year.
    pub employment: f64,
    /// Growth of output against which its part of the node moves.
    pub output_prior: Path,
    /// Growth of employment against which its part of the node moves.
    pub employment_prior: Path,
    /// Price level of each year.
    pub deflator: Path,
}

/// A share of GRDP that a node must have.
#[derive(Debug, Clone, PartialEq)]
pub struct ShareTarget {
    /// Position of the node.
    pub node: usize,
    /// Year.
    pub year: Year,
    /// Share as a fraction.
    pub share: f64,
    /// Prices at which the share is meant.
    pub price_basis: PriceBasis,
}

/// A share of GRDP that product taxes must have, at the price basis of the year's share target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TaxShare {
    /// Year.
    pub year: Year,
    /// Share as a fraction.
    pub share: f64,
}

/// What happens to the part of the total that no target or prior explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Residual {
    /// One node takes all of it.
    Node(usize),
    /// Every node without a target, and product taxes, take part of it by their uncertainty.
    Spread,
}

/// Everything that calibration to targets needs.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetCalibration {
    /// Base year and last year.
    pub horizon: Horizon,
    /// Nodes, covering every sector once.
    pub nodes: Vec<Node>,
    /// Sectors in the study's order.
    pub members: Vec<Member>,
    /// Share targets; one a target year.
    pub shares: Vec<ShareTarget>,
    /// GRDP of target years that no share fixes, trillion VND at constant prices.
    pub total_targets: Vec<LevelTarget>,
    /// Product taxes as a share of GRDP in target years.
    pub tax_shares: Vec<TaxShare>,
    /// Product taxes of the base year.
    pub taxes: f64,
    /// Price level of product taxes in each year.
    pub tax_deflator: Path,
    /// Prior growth of product taxes and its deviation a year, for `Residual::Spread`.
    pub tax_prior: Option<(Path, f64)>,
    /// Who takes what is left.
    pub residual: Residual,
}

/// Growth paths of a baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct GrowthPaths {
    /// Growth of productivity by sector (gp).
    pub productivity: Vec<Path>,
    /// Growth of core labour demand by sector (gl).
    pub employment: Vec<Path>,
    /// Product taxes over gross value added (tau).
    pub tax_ratio: Path,
    /// What priors had to absorb.
    pub report: CalibrationReport,
}

/// Growth paths that hit every target exactly (`docs/model.md`, Calibration).
///
/// # Errors
/// [`CalibrationError`] if a target lies outside the projected years or its range, targets contradict each other, the
/// residual line is left with a level <= 0, or the gap cannot be spread over the lines.
pub fn calibrate(spec: &TargetCalibration) -> Result<GrowthPaths, CalibrationError> {
    check_years(spec)?;
    check_residual(spec)?;
    let totals = totals(spec)?;
    let node_outputs = node_outputs(spec, &totals)?;
    let n_years = spec.horizon.len();
    let ones = vec![1.0; n_years];
    let mut productivity = vec![Vec::new(); spec.members.len()];
    let mut employment = vec![Vec::new(); spec.members.len()];
    for (node, output) in spec.nodes.iter().zip(&node_outputs) {
        let start: f64 = node.members.iter().map(|&s| spec.members[s].employment).sum();
        let people =
            levels_through_targets(spec.horizon, start, &node.employment_targets, &node.employment_prior, &ones, true)?;
        for &s in &node.members {
            let member_output = scale_levels(output, &weights(spec, node, s, |m| (m.output, &m.output_prior)));
            let member_people = scale_levels(&people, &weights(spec, node, s, |m| (m.employment, &m.employment_prior)));
            let output_growth = growth_of(&member_output);
            employment[s] = growth_of(&member_people);
            productivity[s] =
                output_growth.iter().zip(&employment[s]).map(|(g, gl)| (1.0 + g) / (1.0 + gl) - 1.0).collect();
        }
    }
    Ok(GrowthPaths {
        productivity,
        employment,
        tax_ratio: tax_ratio(spec, &totals, &node_outputs),
        report: report::report(spec, &node_outputs),
    })
}

/// Total and taxes of a target year, trillion VND at constant prices.
#[derive(Debug, Clone, Copy)]
struct TotalOfYear {
    year: Year,
    /// Sum of all nodes, at constant prices for a constant-price share, at current prices otherwise.
    nodes: f64,
    taxes: f64,
    price_basis: PriceBasis,
}

fn check_years(spec: &TargetCalibration) -> Result<(), CalibrationError> {
    let (base, end) = (spec.horizon.base(), spec.horizon.end());
    let check = |line: &str, year: Year, value: f64| {
        if year <= base {
            Err(CalibrationError::TargetNotAfterBase { year, base })
        } else if year > end {
            Err(CalibrationError::TargetBeyondHorizon { year, end })
        } else if value > 0.0 && value.is_finite() {
            Ok(())
        } else {
            Err(CalibrationError::TargetNotPositive { line: line.to_owned(), year, value })
        }
    };
    for node in &spec.nodes {
        for target in node.output_targets.iter().chain(&node.employment_targets) {
            check(&node.id, target.year, target.level)?;
        }
    }
    let shares = spec.shares.iter().map(|target| (spec.nodes[target.node].id.as_str(), target.year, target.share));
    let taxes = spec.tax_shares.iter().map(|target| (TAXES_LINE, target.year, target.share));
    for target in &spec.total_targets {
        check(TOTAL_LINE, target.year, target.level)?;
    }
    for (line, year, share) in shares.chain(taxes) {
        if !(share > 0.0 && share < 1.0) {
            return Err(CalibrationError::ShareOutOfRange { line: line.to_owned(), year, share });
        }
        check(line, year, share)?;
    }
    Ok(())
}

/// A line that takes what is left cannot also have a level to reach.
fn check_residual(spec: &TargetCalibration) -> Result<(), CalibrationError> {
    match spec.residual {
        Residual::Node(position) if !spec.nodes[position].output_targets.is_empty() => {
            Err(CalibrationError::TargetsDependent)
        }
        Residual::Node(_) | Residual::Spread => Ok(()),
    }
}

/// GRDP of each target year, from the share target or as it is stated, with product taxes taken out; in year order.
fn totals(spec: &TargetCalibration) -> Result<Vec<TotalOfYear>, CalibrationError> {
    let of_shares = spec.shares.iter().map(|target| total_of_share(spec, target));
    let stated = spec.total_targets.iter().map(|target| {
        let taxes = tax_share(spec, target.year, PriceBasis::Constant) * target.level;
        let nodes = target.level - taxes;
        Ok(TotalOfYear { year: target.year, nodes, taxes, price_basis: PriceBasis::Constant })
    });
    let mut totals = of_shares.chain(stated).collect::<Result<Vec<_>, _>>()?;
    totals.sort_by_key(|total| total.year);
    Ok(totals)
}

/// GRDP that the level of a line and its share imply.
fn total_of_share(spec: &TargetCalibration, target: &ShareTarget) -> Result<TotalOfYear, CalibrationError> {
    let year = target.year;
    let node = &spec.nodes[target.node];
    let index = spec.horizon.index(year).ok_or(CalibrationError::TotalNotFixed { year })?;
    let level = node
        .output_targets
        .iter()
        .find(|level| level.year == year)
        .ok_or(CalibrationError::TotalNotFixed { year })?
        .level;
    let tax_share = tax_share(spec, year, target.price_basis);
    if target.price_basis == PriceBasis::Current {
        let total = level * node_deflator(spec, node, index) / target.share;
        Ok(TotalOfYear {
            year,
            nodes: total * (1.0 - tax_share),
            taxes: tax_share * total / spec.tax_deflator[index],
            price_basis: PriceBasis::Current,
        })
    } else {
        let total = level / target.share;
        let taxes = tax_share * total;
        Ok(TotalOfYear { year, nodes: total - taxes, taxes, price_basis: PriceBasis::Constant })
    }
}

/// Share of product taxes in a target year: as it is stated, else that of the base year.
fn tax_share(spec: &TargetCalibration, year: Year, price_basis: PriceBasis) -> f64 {
    let stated = spec.tax_shares.iter().find(|tax| tax.year == year);
    stated.map_or_else(|| base_tax_share(spec, price_basis), |tax| tax.share)
}

/// Share of product taxes in the base year, at the prices at which the target year counts its total.
fn base_tax_share(spec: &TargetCalibration, price_basis: PriceBasis) -> f64 {
    let price = |deflator: &Path| match price_basis {
        PriceBasis::Current => deflator[0],
        PriceBasis::Constant | PriceBasis::NotStated | PriceBasis::None => 1.0,
    };
    let gross: f64 = spec.members.iter().map(|member| member.output * price(&member.deflator)).sum();
    let taxes = spec.taxes * price(&spec.tax_deflator);
    taxes / (gross + taxes)
}

/// Output of each node in each year.
fn node_outputs(spec: &TargetCalibration, totals: &[TotalOfYear]) -> Result<Vec<Path>, CalibrationError> {
    let zero = vec![0.0; spec.horizon.len()];
    let mut outputs: Vec<Path> = Vec::with_capacity(spec.nodes.len());
    for node in &spec.nodes {
        let deviation = vec![node.output_deviation.unwrap_or(1.0); spec.horizon.len()];
        let prior = node.output_prior.as_ref().unwrap_or(&zero);
        let prior = if node.output_targets.is_empty() { prior } else { &zero };
        outputs.push(levels_through_targets(
            spec.horizon,
            start_output(spec, node),
            &node.output_targets,
            prior,
            &deviation,
            true,
        )?);
    }
    if totals.is_empty() {
        return Ok(outputs);
    }
    let targets = match spec.residual {
        Residual::Node(position) => vec![(position, residual_targets(spec, totals, &outputs, position)?)],
        Residual::Spread => spread_targets(spec, totals, &outputs)?,
    };
    let ones = vec![1.0; spec.horizon.len()];
    for (position, levels) in targets {
        let start = start_output(spec, &spec.nodes[position]);
        outputs[position] = levels_through_targets(spec.horizon, start, &levels, &zero, &ones, true)?;
    }
    Ok(outputs)
}

fn start_output(spec: &TargetCalibration, node: &Node) -> f64 {
    node.members.iter().map(|&s| spec.members[s].output).sum()
}

/// The price level in which a total counts a node: 1 at constant prices.
fn price_of(spec: &TargetCalibration, node: &Node, total: &TotalOfYear, index: usize) -> f64 {
    match total.price_basis {
        PriceBasis::Current => node_deflator(spec, node, index),
        PriceBasis::Constant | PriceBasis::NotStated | PriceBasis::None => 1.0,
    }
}

fn residual_targets(
    spec: &TargetCalibration,
    totals: &[TotalOfYear],
    outputs: &[Path],
    residual: usize,
) -> Result<Vec<LevelTarget>, CalibrationError> {
    let mut levels = Vec::with_capacity(totals.len());
    for total in totals {
        let Some(index) = spec.horizon.index(total.year) else { continue };
        let known: f64 = spec
            .nodes
            .iter()
            .enumerate()
            .filter(|&(position, _)| position != residual)
            .map(|(position, node)| outputs[position][index] * price_of(spec, node, total, index))
            .sum();
        let node = &spec.nodes[residual];
        let level = (total.nodes - known) / price_of(spec, node, total, index);
        if !(level > 0.0 && level.is_finite()) {
            return Err(CalibrationError::ResidualNotPositive {
                line: node.id.clone(),
                year: total.year,
                value: level,
            });
        }
        levels.push(LevelTarget { year: total.year, level });
    }
    Ok(levels)
}

/// Nodes without targets and product taxes share the gap; product taxes keep what is left of them in `tax_ratio`.
fn spread_targets(
    spec: &TargetCalibration,
    totals: &[TotalOfYear],
    outputs: &[Path],
) -> Result<Vec<(usize, Vec<LevelTarget>)>, CalibrationError> {
    let free: Vec<usize> = (0..spec.nodes.len()).filter(|&k| spec.nodes[k].output_targets.is_empty()).collect();
    let mut targets: Vec<(usize, Vec<LevelTarget>)> = free.iter().map(|&k| (k, Vec::new())).collect();
    for total in totals {
        let Some(index) = spec.horizon.index(total.year) else { continue };
        let (lines, wanted) = spread_lines(spec, total, outputs, &free, index);
        let adjustment =
            spread_gap(&lines, wanted).ok_or(CalibrationError::SpreadFailed { year: total.year, value: wanted })?;
        for (position, (k, levels)) in targets.iter_mut().enumerate() {
            let price = price_of(spec, &spec.nodes[*k], total, index);
            let level = lines[position].prior_level * elementary::exp(adjustment[position]) / price;
            levels.push(LevelTarget { year: total.year, level });
        }
    }
    Ok(targets)
}

/// Lines that share a gap in a target year, product taxes last, and the total that they must reach.
fn spread_lines(
    spec: &TargetCalibration,
    total: &TotalOfYear,
    outputs: &[Path],
    free: &[usize],
    index: usize,
) -> (Vec<SpreadLine>, f64) {
    let years = index as f64;
    let mut wanted = total.nodes;
    for (position, node) in spec.nodes.iter().enumerate() {
        if !free.contains(&position) {
            wanted -= outputs[position][index] * price_of(spec, node, total, index);
        }
    }
    let mut lines: Vec<SpreadLine> = free
        .iter()
        .map(|&k| SpreadLine {
            prior_level: outputs[k][index] * price_of(spec, &spec.nodes[k], total, index),
            log_deviation: spec.nodes[k].output_deviation.unwrap_or(1.0) * years.sqrt(),
        })
        .collect();
    if let Some((prior, deviation)) = &spec.tax_prior {
        let price = if total.price_basis == PriceBasis::Current { spec.tax_deflator[index] } else { 1.0 };
        let growth: f64 = prior.iter().take(index + 1).skip(1).map(|g| 1.0 + g).product();
        wanted += total.taxes * price;
        lines.push(SpreadLine { prior_level: spec.taxes * growth * price, log_deviation: deviation * years.sqrt() });
    }
    (lines, wanted)
}

/// Product taxes over gross value added: the base year's ratio, linear to each target year, then constant.
fn tax_ratio(spec: &TargetCalibration, totals: &[TotalOfYear], outputs: &[Path]) -> Path {
    let gross: f64 = spec.members.iter().map(|member| member.output).sum();
    let mut points = vec![(spec.horizon.base(), spec.taxes / gross)];
    for total in totals {
        let Some(index) = spec.horizon.index(total.year) else { continue };
        let gross: f64 = outputs.iter().map(|output| output[index]).sum();
        let shares_the_gap = spec.residual == Residual::Spread && spec.tax_prior.is_some();
        let taxes = if shares_the_gap {
            let price = if total.price_basis == PriceBasis::Current { spec.tax_deflator[index] } else { 1.0 };
            let nodes: f64 = spec
                .nodes
                .iter()
                .zip(outputs)
                .map(|(node, output)| output[index] * price_of(spec, node, total, index))
                .sum();
            total.taxes + (total.nodes - nodes) / price
        } else {
            total.taxes
        };
        points.push((total.year, taxes / gross));
    }
    interpolate(spec.horizon, &points)
}

/// Linear between points in year order, constant before the first and after the last.
pub fn interpolate(horizon: Horizon, points: &[(Year, f64)]) -> Path {
    horizon
        .years()
        .map(|year| {
            let after = points.iter().position(|&(at, _)| at >= year);
            match after {
                None => points.last().map_or(0.0, |&(_, value)| value),
                Some(0) => points[0].1,
                Some(position) => {
                    let ((y0, v0), (y1, v1)) = (points[position - 1], points[position]);
                    if year == y1 { v1 } else { v0 + (v1 - v0) * f64::from(year - y0) / f64::from(y1 - y0) }
                }
            }
        })
        .collect()
}

fn node_deflator(spec: &TargetCalibration, node: &Node, index: usize) -> f64 {
    node.members
        .iter()
        .map(|&s| weights(spec, node, s, |m| (m.output, &m.output_prior))[index] * spec.members[s].deflator[index])
        .sum()
}

/// A sector's part of its node in each year: base-year levels moved by the sectors' own priors, scaled to sum to 1.
fn weights<'a>(
    spec: &'a TargetCalibration,
    node: &Node,
    sector: usize,
    of: impl Fn(&'a Member) -> (f64, &'a Path),
) -> Path {
    let unscaled = |s: usize| {
        let (start, prior) = of(&spec.members[s]);
        let mut level = start;
        prior
            .iter()
            .enumerate()
            .map(|(t, growth)| {
                if t > 0 {
                    level *= 1.0 + growth;
                }
                level
            })
            .collect::<Path>()
    };
    if node.members.len() == 1 {
        return vec![1.0; spec.horizon.len()];
    }
    let own = unscaled(sector);
    let mut total = vec![0.0; own.len()];
    for &s in &node.members {
        total.iter_mut().zip(unscaled(s)).for_each(|(sum, level)| *sum += level);
    }
    own.iter().zip(&total).map(|(level, sum)| level / sum).collect()
}

fn scale_levels(levels: &[f64], weights: &[f64]) -> Path {
    levels.iter().zip(weights).map(|(level, weight)| level * weight).collect()
}

/// Growth on the year before; 0 in the base year.
fn growth_of(levels: &[f64]) -> Path {
    std::iter::once(0.0).chain(levels.windows(2).map(|pair| pair[1] / pair[0] - 1.0)).collect()
}
