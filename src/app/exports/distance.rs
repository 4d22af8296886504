//! How far a case is from the one with which it is compared, in GRDP of the last year.

use super::scene::ExportScene;
use crate::engine::{Line, Projection, Variable};
use crate::export::ExportCase;

/// The word by which a message chooses between more, less and the same; a difference that rounds to 0 is the same.
pub(super) fn direction(gap: f64, decimals: usize) -> &'static str {
    let scale = [1.0, 10.0, 100.0, 1000.0].get(decimals).copied().unwrap_or(1.0);
    let rounded = (gap * scale).round();
    if rounded > 0.0 {
        "above"
    } else if rounded < 0.0 {
        "below"
    } else {
        "same"
    }
}

/// How far GRDP of the last year is from that of the case with which a note compares.
pub(super) struct GrdpDistance<'s> {
    reference: &'s str,
    run: &'s Projection,
    other: f64,
    gap: f64,
}

impl GrdpDistance<'_> {
    /// Whether a reader sees it: it does not round to 0.
    pub(super) fn is_seen(&self) -> bool {
        self.word() != "same"
    }

    /// The case with which it is compared.
    pub(super) const fn reference(&self) -> &str {
        self.reference
    }

    /// The run with which it is compared.
    pub(super) const fn run(&self) -> &Projection {
        self.run
    }

    /// GRDP less that of the reference, in the unit of the model.
    pub(super) const fn gap(&self) -> f64 {
        self.gap
    }

    /// The gap as a fraction of GRDP of the reference.
    pub(super) fn share(&self) -> f64 {
        self.gap / self.other
    }

    /// The word by which a message chooses between more, less and the same.
    pub(super) fn word(&self) -> &'static str {
        direction(self.gap, 1)
    }
}

/// The distance from the reference; `None` where the case is it, or where either has no GRDP of the last year.
pub(super) fn distance<'s>(scene: &'s ExportScene<'_>, case: &ExportCase<'_>) -> Option<GrdpDistance<'s>> {
    let end = case.projection.horizon().end();
    let of = |run: &Projection| run.value(Variable::Grdp, Line::Total, end);
    let (reference, run) = scene.reference(&case.id)?;
    let (own, other) = (of(&case.projection)?, of(run)?);
    Some(GrdpDistance { reference, run, other, gap: own - other })
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn what_rounds_to_nothing_is_the_same() {
        assert_eq!(direction(0.04, 1), "same");
        assert_eq!(direction(-0.04, 1), "same");
        assert_eq!(direction(0.05, 1), "above");
        assert_eq!(direction(-0.06, 1), "below");
    }
}
