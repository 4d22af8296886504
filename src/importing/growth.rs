//! Growth so large that whoever types a figure is asked whether it is right.

use crate::quantity::Year;
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;

/// Growth or decline a year, as a fraction, beyond which a figure that is typed is asked about.
const UNUSUAL: f64 = 0.5;

/// A step from one year to the next that is worth a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnusualGrowth {
    /// The earlier year.
    pub from: Year,
    /// Its value, in the unit of the figure that was typed.
    pub before: f64,
    /// The later year, the next one.
    pub to: Year,
    /// Its value, in the same unit.
    pub after: f64,
    /// Growth between them as a fraction.
    pub growth: f64,
}

impl UnusualGrowth {
    /// The step between two years that follow each other, where it is unusual.
    pub(super) fn between((from, before): (Year, f64), (to, after): (Year, f64)) -> Option<Self> {
        let growth = after / before - 1.0;
        let unusual = to == from + 1 && before > 0.0 && growth.abs() > UNUSUAL;
        unusual.then_some(Self { from, before, to, after, growth })
    }
}

/// The unusual step between an observation that is typed and those of the years before and after it that a study has.
///
/// `None` if its unit counts a part or a growth, which can change by any factor; the observation at `own` is the one
/// that is typed over.
pub fn unusual_growth(study: &Study, figure: &Figure, own: Option<usize>) -> Option<UnusualGrowth> {
    let year = figure.year.filter(|_| figure.since.is_none() && !figure.unit.is_fraction())?;
    let neighbour = |year: Year| {
        let same = |(position, known): &(usize, &Figure)| {
            Some(*position) != own
                && (known.quantity, &known.line, known.year) == (figure.quantity, &figure.line, Some(year))
                && (&known.territory, &known.vintage) == (&figure.territory, &figure.vintage)
                && known.unit.converts_to(figure.unit)
                && known.since.is_none()
        };
        let (_, known) = study.observations.iter().enumerate().find(same)?;
        Some((year, known.value * known.unit.factor() / figure.unit.factor()))
    };
    let typed = (year, figure.value);
    let before = neighbour(year - 1).and_then(|before| UnusualGrowth::between(before, typed));
    before.or_else(|| neighbour(year + 1).and_then(|after| UnusualGrowth::between(typed, after)))
}
