//! Bands around a line: what a fan shows beside the line itself; `line/bands.rs` says where it stands.

use crate::theme::Rgb;

/// A band between two paths.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// What it is called in a table: "80%".
    pub name: String,
    /// Lower edge by year.
    pub low: Vec<(i32, f64)>,
    /// Upper edge by year.
    pub high: Vec<(i32, f64)>,
}

/// What a value beside a fan is the end of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndOf {
    /// A band: its upper or its lower edge.
    Band,
    /// The median, in the colour of the fan.
    Median,
    /// Another scenario, which is there for comparison, in a colour of its own.
    Reference(Rgb),
}

/// A value written beside the end of a band, of the median or of another scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct BandEnd {
    /// The value, in the chart's unit.
    pub value: f64,
    /// The value in writing.
    pub value_text: String,
    /// What it is the end of, in words.
    pub name: String,
    /// What it is the end of.
    pub of: EndOf,
}

/// Bands, sample paths, and what stands at their ends.
#[derive(Debug, Clone, PartialEq)]
pub struct FanChart {
    /// Colour of the scenario.
    pub color: Rgb,
    /// Bands from the widest to the narrowest.
    pub bands: Vec<Band>,
    /// Sample paths by year.
    pub paths: Vec<Vec<(i32, f64)>>,
    /// Ends of the bands and the median, from top to bottom.
    pub ends: Vec<BandEnd>,
}

impl FanChart {
    /// Colour of a band on a ground: the narrower, the stronger.
    pub fn band_color(&self, band: usize, ground: Rgb) -> Rgb {
        // Bands lie on one another; each is mixed with the bare ground, so that its colour does not depend on those below.
        let strengths = [0.18, 0.36, 0.62];
        let strength = strengths.get(band).copied().unwrap_or(0.62);
        self.color.over(ground, strength)
    }

    /// Every value that the axis must show.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        let edges = self.bands.iter().flat_map(|band| band.low.iter().chain(&band.high));
        edges.chain(self.paths.iter().flatten()).map(|point| point.1)
    }
}
