//! The trend rule: growth from a line's own trend, its peers, and the stage of development.

use super::past::Past;
use super::{LearntFrom, PanelMeasure, line_id, shipped_rows};

/// How far a line's trend may lie from that of the whole economy, log points a year.
///
/// A line that outgrows its economy by more has not done so for ten more years; without the hold, trends of small lines run away.
pub const HOLD: f64 = 0.05;
/// Growth rates of the total below which no record is projected, and of a line below which it follows the total.
pub const FEWEST_GROWTHS: usize = 5;

/// What ships: coefficients by evidence, measure, line and signals, learnt as the head of the file says.
const SHIPPED: &str = include_str!("../../../assets/uncertainty/trend_coefficients.csv");

/// What the rule looks at, all of it known at the origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signals {
    /// The line's own past.
    pub own: Past,
    /// Ten-year trend of the whole economy; `None` if it is unknown, and the trend of the line is then not limited.
    pub total: Option<f64>,
    /// By how much the line outgrew the whole economy elsewhere ([`held_excess`], the mean of the other economies).
    pub peers: Option<f64>,
    /// Share of agriculture in employment, 0 to 1.
    pub agriculture: Option<f64>,
}

impl Signals {
    /// The line's own trend: the mean of its last ten and its last five years, each held within [`HOLD`] of the economy's.
    pub fn held_trend(&self) -> f64 {
        let held = |trend: f64| self.total.map_or(trend, |total| total + held_excess(trend, total));
        0.5 * (held(self.own.trend) + held(self.own.recent))
    }
}

/// By how much a trend lies above that of the whole economy, at most [`HOLD`] on either side.
pub fn held_excess(trend: f64, total: f64) -> f64 {
    (trend - total).clamp(-HOLD, HOLD)
}

/// Which signals a growth rests on beside the own trend; what is not there is left out by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleBasis {
    /// Peers in other economies; a total has none.
    pub peers: bool,
    /// Share of agriculture in employment.
    pub agriculture: bool,
}

impl RuleBasis {
    /// The sets of signals that coefficients exist for.
    pub fn all(is_total: bool) -> impl Iterator<Item = Self> {
        let of = |peers| [true, false].map(move |agriculture| Self { peers, agriculture });
        [true, false].into_iter().filter(move |&peers| !(peers && is_total)).flat_map(of)
    }

    /// The numbers that coefficients multiply: one, own trend, peers, root of the share of agriculture; 0 for what is left out.
    ///
    /// The root, because the first points of agriculture that an economy leaves matter more than the last of a large share.
    pub fn terms(self, signals: &Signals) -> [f64; 4] {
        let peers = signals.peers.filter(|_| self.peers).unwrap_or(0.0);
        let agriculture = signals.agriculture.filter(|_| self.agriculture).unwrap_or(0.0);
        [1.0, signals.held_trend(), peers, agriculture.max(0.0).sqrt()]
    }

    /// Whether each term is used.
    pub const fn used(self) -> [bool; 4] {
        [true, true, self.peers, self.agriculture]
    }
}

/// Coefficients for one measure, kind of line and set of signals.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleRow {
    /// Value added or employment.
    pub measure: PanelMeasure,
    /// Whether of the whole economy, otherwise of its sectors.
    pub is_total: bool,
    /// The signals.
    pub basis: RuleBasis,
    /// What [`RuleBasis::terms`] are multiplied by.
    pub coefficients: [f64; 4],
    /// Projections from which they were learnt.
    pub count: usize,
}

/// The trend rule with its coefficients.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendRule {
    rows: Vec<RuleRow>,
}

impl TrendRule {
    /// A rule of coefficients.
    pub const fn new(rows: Vec<RuleRow>) -> Self {
        Self { rows }
    }

    /// The rule that ships.
    pub fn shipped(evidence: LearntFrom) -> Self {
        let row = |cells: Vec<&str>| {
            let [learnt, measure, line, peers, agriculture, constant, own, of_peers, stage, count] = cells.as_slice()
            else {
                return None;
            };
            let number = |text: &str| if text.is_empty() { Some(0.0) } else { text.parse::<f64>().ok() };
            Some(RuleRow {
                measure: PanelMeasure::ALL.into_iter().find(|own| own.id() == *measure)?,
                is_total: *line == line_id(true),
                basis: RuleBasis { peers: *peers == "yes", agriculture: *agriculture == "yes" },
                coefficients: [number(constant)?, number(own)?, number(of_peers)?, number(stage)?],
                count: count.parse().ok()?,
            })
            .filter(|_| *learnt == evidence.id())
        };
        Self::new(shipped_rows(SHIPPED).filter_map(row).collect())
    }

    /// Log growth a year, and what it rests on.
    pub fn growth(&self, measure: PanelMeasure, is_total: bool, signals: &Signals) -> (f64, RuleBasis) {
        let basis =
            RuleBasis { peers: !is_total && signals.peers.is_some(), agriculture: signals.agriculture.is_some() };
        let row = self.rows.iter().find(|row| (row.measure, row.is_total, row.basis) == (measure, is_total, basis));
        let coefficients = row.map_or([f64::NAN; 4], |row| row.coefficients);
        (coefficients.iter().zip(basis.terms(signals)).map(|(weight, term)| weight * term).sum(), basis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signals(trend: f64, recent: f64, total: f64) -> Signals {
        let own = Past { trend, recent, deviation: 0.02, volatility: 0.02, years: 11, growths: 10 };
        Signals { own, total: Some(total), peers: Some(0.01), agriculture: Some(0.25) }
    }

    #[test]
    fn a_trend_is_held_near_that_of_the_whole_economy() {
        assert!((signals(0.04, 0.06, 0.03).held_trend() - 0.05).abs() < 1e-15);
        assert!((signals(0.30, 0.06, 0.03).held_trend() - 0.07).abs() < 1e-15, "8 and 6 per cent");
        assert!((signals(-0.30, -0.20, 0.03).held_trend() + 0.02).abs() < 1e-15);
        let free = Signals { total: None, ..signals(0.30, 0.20, 0.0) };
        assert!((free.held_trend() - 0.25).abs() < 1e-15);
    }

    #[test]
    fn every_set_of_signals_has_coefficients() {
        for evidence in LearntFrom::ALL {
            let rule = TrendRule::shipped(evidence);
            assert_eq!(rule.rows.len(), 12);
            let kinds = PanelMeasure::ALL.into_iter().flat_map(|measure| [(measure, false), (measure, true)]);
            let bases = kinds
                .flat_map(|(measure, is_total)| RuleBasis::all(is_total).map(move |basis| (measure, is_total, basis)));
            for (measure, is_total, basis) in bases {
                let all = signals(0.03, 0.03, 0.03);
                let given = Signals {
                    peers: all.peers.filter(|_| basis.peers),
                    agriculture: all.agriculture.filter(|_| basis.agriculture),
                    ..all
                };
                let (growth, found) = rule.growth(measure, is_total, &given);
                assert!((0.0..0.06).contains(&growth), "{measure:?} {is_total} {basis:?}: {growth}");
                assert_eq!(found, basis);
            }
        }
    }
}
