//! State of the view Uncertainty, and the changes that a person can make to it.

use crate::quantity::Year;
use crate::scenario::BandSource;

/// Which series the fan shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FanOf {
    /// Output of the headline line.
    #[default]
    Output,
    /// GRDP.
    Grdp,
    /// Share of the headline line, constant prices.
    Share,
}

impl FanOf {
    /// All, in the order of the switch and of the ensemble's series.
    pub const ALL: [Self; 3] = [Self::Output, Self::Grdp, Self::Share];
}

/// Paths of the full ensemble unless a person asks for another number.
pub const FULL_DRAWS: usize = 20_000;
/// Fewest and most paths that can be asked for: fewer leave the tails undetermined, more take too long.
pub const PATHS: (usize, usize) = (500, 100_000);

/// What the view Uncertainty remembers while the window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UncertaintyState {
    /// The series of the fan.
    pub fan_of: FanOf,
    /// Whether a crash may begin in any year.
    pub crash: bool,
    /// Whether levers with a low and a high value differ from path to path.
    pub levers: bool,
    /// Whether bands are as wide as tested, or as the study's own volatility makes them.
    pub bands: BandSource,
    /// Paths of the full ensemble, within [`PATHS`].
    pub paths: usize,
    /// The year whose distribution is shown; `None` is the last one.
    pub year: Option<Year>,
    /// The target whose probability is followed, by its position in the study; `None` is the main goal.
    pub target: Option<usize>,
}

impl Default for UncertaintyState {
    fn default() -> Self {
        Self {
            fan_of: FanOf::default(),
            crash: false,
            levers: false,
            bands: BandSource::default(),
            paths: FULL_DRAWS,
            year: None,
            target: None,
        }
    }
}

/// A change of [`UncertaintyState`], or of the work that follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UncertaintyChange {
    /// Show the fan of this series.
    FanOf(FanOf),
    /// Count the risk of a crash, or not.
    Crash(bool),
    /// Let levers differ from path to path, or not.
    Levers(bool),
    /// Take the tested bands, or the study's own volatility.
    Bands(BandSource),
    /// Simulate so many paths; a number outside [`PATHS`] is refused, and the view has said so.
    Paths(usize),
    /// Show the distribution of this year.
    Year(Year),
    /// Follow the probability of this target of the study.
    Target(usize),
    /// Do not go on with the full ensemble.
    Stop,
}

impl UncertaintyState {
    /// What an ensemble is asked: the year whose distribution is shown and the target that is followed change none.
    #[must_use]
    pub const fn asked(self) -> Self {
        Self { year: None, target: None, ..self }
    }

    /// Makes a change.
    pub fn apply(&mut self, change: UncertaintyChange) {
        match change {
            UncertaintyChange::FanOf(fan_of) => self.fan_of = fan_of,
            UncertaintyChange::Crash(on) => self.crash = on,
            UncertaintyChange::Levers(on) => self.levers = on,
            UncertaintyChange::Bands(bands) => self.bands = bands,
            UncertaintyChange::Paths(paths) => {
                if (PATHS.0..=PATHS.1).contains(&paths) {
                    self.paths = paths;
                }
            }
            UncertaintyChange::Year(year) => self.year = Some(year),
            UncertaintyChange::Target(target) => self.target = Some(target),
            UncertaintyChange::Stop => {}
        }
    }
}
