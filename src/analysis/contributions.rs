//! What growth consists of: contributions by line, and by factor of production (docs/model.md, Questions).

use crate::engine::real::ln;
use crate::engine::{Line, Projection, Variable};
use crate::quantity::Year;

/// What moves the output of a sector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// Total factor productivity.
    Tfp,
    /// Capital.
    Capital,
    /// Structural employment.
    Labour,
    /// Skills.
    Skills,
    /// Output over potential output.
    Utilisation,
    /// Product taxes less subsidies, a line of its own.
    Taxes,
}

impl Factor {
    /// All, in the order of tables.
    pub const ALL: [Self; 6] = [Self::Tfp, Self::Capital, Self::Labour, Self::Skills, Self::Utilisation, Self::Taxes];

    /// Identifier, used in tables and locale keys.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Tfp => "tfp",
            Self::Capital => "capital",
            Self::Labour => "labour",
            Self::Skills => "skills",
            Self::Utilisation => "utilisation",
            Self::Taxes => "taxes",
        }
    }
}

/// What a line adds to growth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineContribution {
    /// Sector or product taxes.
    pub line: Line,
    /// Percentage points of GRDP of the first year.
    pub points: f64,
}

/// What a factor of a line adds to growth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorContribution {
    /// Sector or product taxes.
    pub line: Line,
    /// The factor.
    pub factor: Factor,
    /// Percentage points of GRDP of the first year.
    pub points: f64,
}

/// Contributions of sectors and product taxes to growth between two years: `100 (Y1 − Y0) / GRDP0`; they sum to growth.
///
/// `None` where a year lies outside the projection; product taxes without figures are left out.
pub fn by_line(projection: &Projection, from: Year, to: Year) -> Option<Vec<LineContribution>> {
    let whole = projection.value(Variable::Grdp, Line::Total, from)?;
    lines(projection)
        .map(|line| {
            let of = |year| projection.value(Variable::Output, line, year);
            Some(LineContribution { line, points: 100.0 * (of(to)? - of(from)?) / whole })
        })
        .collect()
}

/// Contributions of factors in each sector by the log-mean Divisia index; they sum to growth without a residual.
///
/// `w = L(Y1, Y0) / GRDP0` with the logarithmic mean `L`; TFP `w Δln A`, capital `w α Δln K`, labour `w (1 − α) Δln L*`, skills `w (1 − α) Δln h`, utilisation `w Δln (Y / Y*)`.
/// Valid in both closures, because TFP is what the other factors leave.
/// Where a sector's output is zero its change has no logarithm: all of it counts as utilisation.
/// `None` if a year lies outside the projection, or figures of a factor are missing.
/// Source: Ang (2004) on the log-mean Divisia index; factors as in E8.
pub fn by_factor(projection: &Projection, from: Year, to: Year) -> Option<Vec<FactorContribution>> {
    let whole = projection.value(Variable::Grdp, Line::Total, from)?;
    let mut found = Vec::with_capacity(5 * projection.inputs().sectors.len() + 1);
    for (s, sector) in projection.inputs().sectors.iter().enumerate() {
        let line = Line::Sector(s);
        let of = |variable, year| projection.value(variable, line, year);
        let (before, after) = (of(Variable::Output, from)?, of(Variable::Output, to)?);
        let weight = 100.0 * log_mean(after, before) / whole;
        let change = |variable| Some(ln(of(variable, to)? / of(variable, from)?));
        let labour_part = 1.0 - sector.capital_elasticity;
        let used = if before > 0.0 && after > 0.0 {
            weight * (ln(after / before) - change(Variable::PotentialOutput)?)
        } else {
            100.0 * (after - before) / whole
        };
        found.extend(
            [
                (Factor::Tfp, weight * change(Variable::Tfp)?),
                (Factor::Capital, weight * sector.capital_elasticity * change(Variable::Capital)?),
                (Factor::Labour, weight * labour_part * change(Variable::StructuralEmployment)?),
                (Factor::Skills, weight * labour_part * change(Variable::Skills)?),
                (Factor::Utilisation, used),
            ]
            .map(|(factor, points)| FactorContribution { line, factor, points }),
        );
    }
    if lacks_taxes(projection) {
        return Some(found);
    }
    let taxes = |year| projection.value(Variable::Output, Line::Taxes, year);
    let points = 100.0 * (taxes(to)? - taxes(from)?) / whole;
    found.push(FactorContribution { line: Line::Taxes, factor: Factor::Taxes, points });
    Some(found)
}

fn lines(projection: &Projection) -> impl Iterator<Item = Line> {
    let taxes = (!lacks_taxes(projection)).then_some(Line::Taxes);
    (0..projection.inputs().sectors.len()).map(Line::Sector).chain(taxes)
}

/// Whether figures of product taxes are missing, so that GRDP is the sum of the sectors.
fn lacks_taxes(projection: &Projection) -> bool {
    projection.gap(Variable::Output, Line::Taxes).is_some()
}

/// The logarithmic mean `(a − b) / ln(a / b)`; `a` where both are equal, 0 where one is 0.
fn log_mean(a: f64, b: f64) -> f64 {
    if a <= 0.0 || b <= 0.0 {
        return 0.0;
    }
    let d = a / b - 1.0;
    // Close to equality the quotient loses all digits; the series does not.
    if d.abs() < 1e-6 { b * (1.0 + d / 2.0 - d * d / 12.0) } else { (a - b) / ln(a / b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithmic_mean_lies_between_and_joins_its_series() {
        assert_eq!(log_mean(3.0, 3.0).to_bits(), 3.0_f64.to_bits());
        assert!((log_mean(2.0, 1.0) - 1.0 / libm::log(2.0)).abs() < 1e-15);
        let (near, far) = (log_mean(1.0 + 0.999e-6, 1.0), log_mean(1.0 + 1.001e-6, 1.0));
        assert!(near < far && far - near < 2e-9, "{near} {far}");
        assert_eq!(log_mean(0.0, 5.0).to_bits(), 0.0_f64.to_bits());
    }
}
