//! State of the view Uncertainty, and the changes that a person can make to it.

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

/// What the view Uncertainty remembers while the window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct UncertaintyState {
    /// The series of the fan.
    pub fan_of: FanOf,
    /// Whether a crash may begin in any year.
    pub crash: bool,
    /// Whether levers with a low and a high value differ from path to path.
    pub levers: bool,
    /// Whether bands are as wide as tested, or as the study's own volatility makes them.
    pub bands: BandSource,
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
    /// Do not go on with the full ensemble.
    Stop,
}

impl UncertaintyState {
    /// Makes a change.
    pub fn apply(&mut self, change: UncertaintyChange) {
        match change {
            UncertaintyChange::FanOf(fan_of) => self.fan_of = fan_of,
            UncertaintyChange::Crash(on) => self.crash = on,
            UncertaintyChange::Levers(on) => self.levers = on,
            UncertaintyChange::Bands(bands) => self.bands = bands,
            UncertaintyChange::Stop => {}
        }
    }
}
