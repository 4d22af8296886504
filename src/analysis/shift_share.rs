//! Growth of labour productivity within sectors and between them (docs/model.md, Questions).
//!
//! All variants are exact with fixed-base volumes; terms are fractions of the productivity of the first year.

use crate::engine::{Line, Projection, Variable};
use crate::quantity::Year;

/// A way of dividing productivity growth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShiftShareMethod {
    /// Symmetric, and read by sector against the average productivity; the default.
    BennetCentred,
    /// Symmetric.
    Bennet,
    /// Within, static and dynamic (Fabricant, 1942).
    Fabricant,
    /// Within and structural (`McMillan` and Rodrik, 2011).
    McMillanRodrik,
    /// Generalised exactly additive decomposition, with relative prices (Tang and Wang, 2004; Dumagan, 2013).
    Gead,
}

impl ShiftShareMethod {
    /// All, the default first.
    pub const ALL: [Self; 5] = [Self::BennetCentred, Self::Bennet, Self::Fabricant, Self::McMillanRodrik, Self::Gead];

    /// Identifier, used in tables and locale keys.
    pub const fn id(self) -> &'static str {
        match self {
            Self::BennetCentred => "bennet-centred",
            Self::Bennet => "bennet",
            Self::Fabricant => "fabricant",
            Self::McMillanRodrik => "mcmillan-rodrik",
            Self::Gead => "gead",
        }
    }
}

/// What a sector adds to productivity growth; a method without a dynamic term leaves it 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SectorShift {
    /// Position of the sector.
    pub sector: usize,
    /// Productivity growth inside the sector, a fraction of the productivity of the first year.
    pub within: f64,
    /// Labour (or, in GEAD, labour and relative prices) moving to or from it, in the same unit.
    pub between: f64,
    /// Both at once, in the same unit.
    pub dynamic: f64,
}

/// Productivity growth and its parts, as fractions of the productivity of the first year.
#[derive(Debug, Clone, PartialEq)]
pub struct ShiftShare {
    /// Growth of gross value added per worker between the two years, a fraction.
    pub growth: f64,
    /// Parts by sector.
    pub sectors: Vec<SectorShift>,
}

impl ShiftShare {
    /// Sums over sectors: within, between, dynamic.
    pub fn totals(&self) -> (f64, f64, f64) {
        self.sectors.iter().fold((0.0, 0.0, 0.0), |(within, between, dynamic), sector| {
            (within + sector.within, between + sector.between, dynamic + sector.dynamic)
        })
    }
}

/// One sector at the two ends: labour share, productivity, relative price.
#[derive(Debug, Clone, Copy)]
struct Ends {
    theta: [f64; 2],
    productivity: [f64; 2],
    price: [f64; 2],
}

/// Divides growth of gross value added per worker between two years.
///
/// `None` if a year lies outside the projection, or figures of employment are missing, or of prices for a method that
/// needs them.
pub fn shift_share(projection: &Projection, method: ShiftShareMethod, from: Year, to: Year) -> Option<ShiftShare> {
    let n_sectors = projection.inputs().sectors.len();
    let mut value_added = [0.0; 2];
    let mut current = [0.0; 2];
    let mut workers = [0.0; 2];
    let mut rows = Vec::with_capacity(n_sectors);
    for s in 0..n_sectors {
        let of = |variable, year| projection.value(variable, Line::Sector(s), year);
        // Only GEAD weighs by relative prices; the others do without.
        let needs_prices = method == ShiftShareMethod::Gead;
        let is_priced = needs_prices || projection.gap(Variable::Deflator, Line::Sector(s)).is_none();
        let price = |year| if is_priced { of(Variable::Deflator, year) } else { Some(1.0) };
        let at = |year| Some((of(Variable::Output, year)?, of(Variable::Employment, year)?, price(year)?));
        let ends = [at(from)?, at(to)?];
        for (e, (output, labour, price)) in ends.into_iter().enumerate() {
            value_added[e] += output;
            current[e] += output * price;
            workers[e] += labour;
        }
        rows.push(ends);
    }
    let average = [value_added[0] / workers[0], value_added[1] / workers[1]];
    let price_level = [current[0] / value_added[0], current[1] / value_added[1]];
    let ends = |row: &[(f64, f64, f64); 2]| Ends {
        theta: [row[0].1 / workers[0], row[1].1 / workers[1]],
        productivity: [row[0].0 / row[0].1, row[1].0 / row[1].1],
        price: [row[0].2 / price_level[0], row[1].2 / price_level[1]],
    };
    let sectors = rows.iter().enumerate().map(|(sector, row)| shift(method, sector, ends(row), average)).collect();
    Some(ShiftShare { growth: average[1] / average[0] - 1.0, sectors })
}

fn shift(method: ShiftShareMethod, sector: usize, ends: Ends, average: [f64; 2]) -> SectorShift {
    let Ends { theta, productivity: p, price } = ends;
    let base = average[0];
    let (moved, grown) = (theta[1] - theta[0], p[1] - p[0]);
    let mean = |pair: [f64; 2]| f64::midpoint(pair[0], pair[1]);
    let (within, between, dynamic) = match method {
        ShiftShareMethod::Fabricant => (theta[0] * grown / base, p[0] * moved / base, grown * moved / base),
        ShiftShareMethod::McMillanRodrik => (theta[0] * grown / base, p[1] * moved / base, 0.0),
        ShiftShareMethod::Bennet => (mean(theta) * grown / base, mean(p) * moved / base, 0.0),
        ShiftShareMethod::BennetCentred => (mean(theta) * grown / base, (mean(p) - mean(average)) * moved / base, 0.0),
        ShiftShareMethod::Gead => {
            let weight = [price[0] * theta[0], price[1] * theta[1]];
            let (relative, growth) = (p[0] / base, grown / p[0]);
            let shifted = weight[1] - weight[0];
            (weight[0] * relative * growth, relative * shifted, relative * shifted * growth)
        }
    };
    SectorShift { sector, within, between, dynamic }
}

/// Change of a region against its nation (Dunn, 1960).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionalShift {
    /// What the region would have gained at the nation's growth, in the unit of the region's series.
    pub national: f64,
    /// What its mix of branches adds, in the same unit: branches that grow faster or slower in the nation.
    pub mix: f64,
    /// What branches of the region add by growing faster or slower than the same branches of the nation, in the same
    /// unit.
    pub regional: f64,
}

impl RegionalShift {
    /// Mix and regional part together, in the unit of the region's series.
    pub fn total_shift(&self) -> f64 {
        self.mix + self.regional
    }

    /// The whole change, in the unit of the region's series.
    pub fn change(&self) -> f64 {
        self.national + self.total_shift()
    }
}

/// Divides a region's change by branch into national growth, mix and regional part; exact.
///
/// Both pairs are levels by branch in the first and the second year; the result is in the unit of the region's levels.
/// `None` if the lists differ in length, or a level of the nation in the first year is <= 0.
pub fn regional_shift(region: (&[f64], &[f64]), nation: (&[f64], &[f64])) -> Option<RegionalShift> {
    let n_branches = region.0.len();
    let same = [region.1, nation.0, nation.1].iter().all(|list| list.len() == n_branches);
    let whole: f64 = nation.0.iter().sum();
    if !same || whole <= 0.0 || nation.0.iter().any(|start| *start <= 0.0) {
        return None;
    }
    let growth = nation.1.iter().sum::<f64>() / whole - 1.0;
    let mut shift = RegionalShift { national: 0.0, mix: 0.0, regional: 0.0 };
    for branch in 0..n_branches {
        let (before, after) = (region.0[branch], region.1[branch]);
        let of_branch = nation.1[branch] / nation.0[branch] - 1.0;
        shift.national += before * growth;
        shift.mix += before * (of_branch - growth);
        shift.regional += after - before * (1.0 + of_branch);
    }
    Some(shift)
}
