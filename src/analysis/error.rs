//! Why a question has no answer: a case without a projection, a projection without the figure.

use super::metric::Metric;
use crate::engine::{EngineError, Gap, Projection, Real};
use crate::quantity::Year;
use crate::scenario::{ResolveError, StudyError};

/// Why an analysis stopped.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AnalysisError {
    /// A mix of assumptions that the analysis needs gives no projection.
    #[error(transparent)]
    Resolve(#[from] ResolveError),
    /// The figure asked for does not exist for its line or year.
    #[error("no figure for {metric:?}")]
    NoFigure {
        /// The figure.
        metric: Metric,
    },
    /// The figure asked for rests on missing figures.
    #[error("no figures of {gap:?} for {metric:?}")]
    NotKnown {
        /// The figure.
        metric: Metric,
        /// The part of the inputs that merely stands in.
        gap: Gap,
    },
    /// A lever has no scale on which a solver could move it.
    #[error("{lever} cannot be moved in steps")]
    NotMovable {
        /// Lever key.
        lever: String,
    },
    /// A lever acts through missing figures, so that moving it has no effect.
    #[error("{lever} acts through {gap:?}, of which there are no figures")]
    LeverOfGap {
        /// Lever key.
        lever: String,
        /// The part of the inputs that merely stands in.
        gap: Gap,
    },
    /// The list of levers is empty.
    #[error("no lever to move")]
    NoLever,
    /// Two states of a study are at constant prices of different years without a link between them.
    #[error("prices of {from} are not linked to prices of {to}: {why}")]
    OtherPrices {
        /// The price base year of the earlier state.
        from: Year,
        /// That of the later one.
        to: Year,
        /// Why the earlier state cannot be brought to the prices of the later one.
        why: Box<StudyError>,
    },
}

impl AnalysisError {
    /// Whether other values of the levers could give an answer.
    pub const fn is_of_values(&self) -> bool {
        match self {
            Self::Resolve(error) => match error {
                ResolveError::Engine(_)
                | ResolveError::Spillover(_)
                | ResolveError::Calibration(_)
                | ResolveError::SharesNotOne { .. } => true,
                ResolveError::UnknownCase { .. }
                | ResolveError::MissingFigure { .. }
                | ResolveError::ClosureNeedsFigure { .. }
                | ResolveError::RecordTooShort { .. }
                | ResolveError::UnknownSubject { .. }
                | ResolveError::OtherTerritory { .. } => false,
            },
            Self::NoFigure { .. } => true,
            Self::NotKnown { .. }
            | Self::NotMovable { .. }
            | Self::LeverOfGap { .. }
            | Self::NoLever
            | Self::OtherPrices { .. } => false,
        }
    }
}

impl From<EngineError> for AnalysisError {
    fn from(error: EngineError) -> Self {
        Self::Resolve(error.into())
    }
}

/// The value of a figure in the unit of its variable.
///
/// # Errors
/// [`AnalysisError::NotKnown`] if it rests on missing figures, [`AnalysisError::NoFigure`] if it does not exist for
/// its line or year.
pub(super) fn require_value<N: Real>(metric: &Metric, projection: &Projection<N>) -> Result<N, AnalysisError> {
    let of = if metric.since.is_some() { metric.level() } else { metric.variable };
    metric.value(projection).ok_or_else(|| match projection.gap(of, metric.line) {
        Some(gap) => AnalysisError::NotKnown { metric: *metric, gap },
        None => AnalysisError::NoFigure { metric: *metric },
    })
}
