//! Bands around a line: what a fan shows beside the line itself; `line/bands.rs` says where it stands.

use crate::theme::Rgb;

/// Strengths of the bands from the widest to the narrowest, and that of the narrowest and of any further one.
const STRENGTHS: [f64; 3] = [0.18, 0.36, 0.62];
const STRONGEST: f64 = 0.62;
/// Contrast of words over the strongest band: more than on paper, because lines run through it.
const READABLE: f64 = 5.5;

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
    /// Colour of a band on a ground: the narrower, the stronger, as far as words in an ink read over it.
    pub fn band_color(&self, band: usize, ground: Rgb, ink: Rgb) -> Rgb {
        // Bands lie on one another; each is mixed with the bare ground, so that its colour does not depend on those below.
        let strength = STRENGTHS.get(band).copied().unwrap_or(STRONGEST);
        self.color.over(ground, strength * self.part_of_strength(ground, ink))
    }

    /// The part of the usual strengths at which words in an ink read over the strongest band: less than all of them for a
    /// scenario in the ink of the words themselves.
    fn part_of_strength(&self, ground: Rgb, ink: Rgb) -> f64 {
        let parts = (0..=50).rev().map(|fiftieths| f64::from(fiftieths) / 50.0);
        let mut read = parts.filter(|part| ink.contrast(self.color.over(ground, STRONGEST * part)) >= READABLE);
        read.next().unwrap_or(0.0)
    }

    /// Every value that the axis must show.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        let edges = self.bands.iter().flat_map(|band| band.low.iter().chain(&band.high));
        edges.chain(self.paths.iter().flatten()).map(|point| point.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Mode, SLOTS, Theme};

    #[test]
    fn words_read_over_every_band_of_every_scenario_and_bands_are_told_apart() {
        for mode in [Mode::Light, Mode::Dark] {
            let theme = Theme::for_mode(mode);
            for slot in 0..SLOTS {
                let color = theme.scenario(slot).color;
                let fan = FanChart { color, bands: Vec::new(), paths: Vec::new(), ends: Vec::new() };
                let mut under = theme.proj;
                for band in 0..3 {
                    let own = fan.band_color(band, theme.proj, theme.ink);
                    assert!(theme.ink.contrast(own) >= 4.5, "{mode:?}: words on band {band} of scenario {slot}");
                    assert!(
                        own.contrast(under) >= 1.2,
                        "{mode:?}: band {band} of scenario {slot} on what lies under it"
                    );
                    under = own;
                }
            }
        }
    }
}
