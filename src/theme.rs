//! The palette: every colour, dash and marker of the window and of exported charts, light and dark.
//!
//! Independent of egui: the window and the exports convert [`Rgb`] into their own types.
//! Contrast against `paper` and `side` is proved by the tests below.

/// A colour in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    const fn hex(value: u32) -> Self {
        let bytes = value.to_be_bytes();
        Self(bytes[1], bytes[2], bytes[3])
    }

    /// Relative luminance (WCAG 2.1).
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio against another colour, 1 to 21 (WCAG 2.1).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour laid over `ground` with the given opacity (0 to 1).
    #[must_use]
    pub fn over(self, ground: Self, opacity: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
        let mix = |top: u8, under: u8| {
            let value = f64::from(top) * opacity + f64::from(under) * (1.0 - opacity);
            // The value lies in 0..=255 by construction; the fallback is never reached.
            u8::try_from(value.round().clamp(0.0, 255.0) as i64).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }
}

/// Light or dark ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Ink on white paper.
    #[default]
    Light,
    /// Pale ink on a dark ground.
    Dark,
}

/// The shape that marks the points of a scenario's line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// ◆ or ◇.
    Diamond {
        /// Filled or outline.
        filled: bool,
    },
    /// ● or ○.
    Circle {
        /// Filled or outline.
        filled: bool,
    },
    /// ■ or □.
    Square {
        /// Filled or outline.
        filled: bool,
    },
    /// ▲ or △.
    Up {
        /// Filled or outline.
        filled: bool,
    },
    /// ▼ or ▽.
    Down {
        /// Filled or outline.
        filled: bool,
    },
    /// A cross of two strokes; the second form is turned by 45 degrees.
    Plus {
        /// Upright or turned.
        filled: bool,
    },
}

impl Marker {
    const fn other_filling(self) -> Self {
        match self {
            Self::Diamond { filled } => Self::Diamond { filled: !filled },
            Self::Circle { filled } => Self::Circle { filled: !filled },
            Self::Square { filled } => Self::Square { filled: !filled },
            Self::Up { filled } => Self::Up { filled: !filled },
            Self::Down { filled } => Self::Down { filled: !filled },
            Self::Plus { filled } => Self::Plus { filled: !filled },
        }
    }
}

/// How a scenario looks everywhere: list, slider, line, table, tooltip, export.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScenarioStyle {
    /// Colour of line, label and change marks.
    pub color: Rgb,
    /// Lengths in px at 100 %: on, off, on, off…; empty is a solid line.
    pub dash: &'static [f32],
    /// Shape of the points.
    pub marker: Marker,
}

/// Colours by role; see the visual language for what each is used for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// Which of the two.
    pub mode: Mode,
    /// Window, charts, fields.
    pub paper: Rgb,
    /// Left column, rail, status bar.
    pub side: Rgb,
    /// Selected row, target band.
    pub select: Rgb,
    /// Row or button under the pointer.
    pub hover: Rgb,
    /// Tooltip, menu, dialog.
    pub raised: Rgb,
    /// Ground of projected years.
    pub proj: Rgb,
    /// Text, history line, section rule.
    pub ink: Rgb,
    /// Secondary text.
    pub ink2: Rgb,
    /// Units, axis numbers, hints.
    pub ink3: Rgb,
    /// Axis line, zero line, "now" line: never text.
    pub axis: Rgb,
    /// Slider track, empty dot.
    pub track: Rgb,
    /// Outline of buttons and fields.
    pub border: Rgb,
    /// Row rules.
    pub rule: Rgb,
    /// Gridlines.
    pub grid: Rgb,
    /// Keyboard ring.
    pub focus: Rgb,
    /// Agrees, attainable.
    pub ok: Rgb,
    /// Above a bound, beyond the soft range.
    pub warn: Rgb,
    /// Below what is stated, not attainable, error.
    pub bad: Rgb,
    /// For information.
    pub info: Rgb,
    /// Text on a sector's fill.
    pub on_fill: Rgb,
    /// Fill of a negative contribution.
    pub loss: Rgb,
    scenario_colors: [Rgb; SLOTS],
    sector_fills: [Rgb; 4],
    /// Further fills for sectors, beside those of the four roles.
    more_fills: [Rgb; 2],
}

/// What a part of the whole is to its study, which chooses its fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartRole {
    /// The headline line of a study, or one of its parts, counted from 0.
    Headline(usize),
    /// The sector that labour leaves, or one of its parts, counted from 0.
    Left(usize),
    /// Any other line, counted from 0.
    Other(usize),
    /// Product taxes less subsidies.
    Taxes,
}

/// Strengths of the fills of one hue, over a ground on which text reads as on the fill itself.
const SHADES: [f64; 4] = [1.0, 0.78, 0.6, 0.45];

/// Number of distinct scenario colours.
pub const SLOTS: usize = crate::scenario::CASE_COLOURS;

const DASHES: [&[f32]; SLOTS] = [
    &[9.0, 3.0],
    &[],
    &[6.0, 3.0],
    &[2.0, 2.5],
    &[9.0, 3.0, 2.0, 3.0],
    &[4.0, 2.0],
    &[12.0, 3.0],
    &[5.0, 2.0, 1.5, 2.0, 1.5, 2.0],
];

const MARKERS: [Marker; SLOTS] = [
    Marker::Diamond { filled: true },
    Marker::Circle { filled: true },
    Marker::Square { filled: true },
    Marker::Up { filled: true },
    Marker::Down { filled: true },
    Marker::Plus { filled: true },
    Marker::Circle { filled: false },
    Marker::Diamond { filled: false },
];

impl Theme {
    /// Fill of a positive contribution: that of the first sector, which stays apart from `loss` for every eye.
    pub const fn gain(&self) -> Rgb {
        self.sector_fills[0]
    }

    /// The theme of a mode.
    pub const fn for_mode(mode: Mode) -> &'static Self {
        match mode {
            Mode::Light => &LIGHT,
            Mode::Dark => &DARK,
        }
    }

    /// Style of a scenario slot, counted from 0; from the ninth on the marker's filling changes.
    pub const fn scenario(&self, slot: usize) -> ScenarioStyle {
        let index = slot % SLOTS;
        let marker = MARKERS[index];
        ScenarioStyle {
            color: self.scenario_colors[index],
            dash: DASHES[index],
            marker: if (slot / SLOTS).is_multiple_of(2) { marker } else { marker.other_filling() },
        }
    }

    /// Fill of the line at this position in the study's order; the last entry is product taxes.
    pub const fn line_fill(&self, position: usize) -> Rgb {
        self.sector_fills[position % 4]
    }

    /// Fill of a part of the whole by what it is to its study: parts of one role differ in hue, then in shade.
    pub fn part_fill(&self, part: PartRole) -> Rgb {
        let [headline, other, left, taxes] = self.sector_fills;
        let [plum, rose] = self.more_fills;
        let others = [other, plum, rose];
        match part {
            PartRole::Headline(place) => self.shade(headline, place),
            PartRole::Left(place) => self.shade(left, place),
            // Neighbours differ in hue.
            PartRole::Other(place) => self.shade(others[place % others.len()], place / others.len()),
            PartRole::Taxes => taxes,
        }
    }

    /// A weaker fill of the same hue, ever further from the text that stands on it; after the weakest the first again.
    fn shade(&self, fill: Rgb, place: usize) -> Rgb {
        let pale = match self.mode {
            Mode::Light => self.paper,
            Mode::Dark => self.ink,
        };
        fill.over(pale, SHADES[place % SHADES.len()])
    }

    /// Fill of industry and construction, services, agriculture, product taxes, in this order.
    pub const fn sector_fills(&self) -> [Rgb; 4] {
        self.sector_fills
    }
}

static LIGHT: Theme = Theme {
    mode: Mode::Light,
    paper: Rgb::hex(0xFF_FFFF),
    side: Rgb::hex(0xF6_F5F2),
    select: Rgb::hex(0xE8_E5DE),
    hover: Rgb::hex(0xEE_ECE7),
    raised: Rgb::hex(0xFF_FFFF),
    proj: Rgb::hex(0xFA_F9F6),
    ink: Rgb::hex(0x1B_1D1F),
    ink2: Rgb::hex(0x4F_5459),
    ink3: Rgb::hex(0x5F_6469),
    axis: Rgb::hex(0x85_898D),
    track: Rgb::hex(0xCF_CBC3),
    border: Rgb::hex(0xC4_C0B8),
    rule: Rgb::hex(0xD9_D6CF),
    grid: Rgb::hex(0xEC_EAE5),
    focus: Rgb::hex(0x0B_63CE),
    ok: Rgb::hex(0x1C_7443),
    warn: Rgb::hex(0x8F_5A00),
    bad: Rgb::hex(0xB3_261E),
    info: Rgb::hex(0x3A_6A99),
    on_fill: Rgb::hex(0x1B_1D1F),
    loss: Rgb::hex(0xC9_8A6B),
    scenario_colors: [
        Rgb::hex(0x1B_1D1F),
        Rgb::hex(0x00_68A8),
        Rgb::hex(0xBB_4A00),
        Rgb::hex(0x00_7F5C),
        Rgb::hex(0x8C_2F66),
        Rgb::hex(0x6E_4A00),
        Rgb::hex(0x2E_617D),
        Rgb::hex(0x78_7200),
    ],
    sector_fills: [Rgb::hex(0x6D_8FAE), Rgb::hex(0xCD_A968), Rgb::hex(0x8D_A874), Rgb::hex(0xB9_B4AB)],
    more_fills: [Rgb::hex(0xA4_8DB2), Rgb::hex(0xC8_858C)],
};

static DARK: Theme = Theme {
    mode: Mode::Dark,
    paper: Rgb::hex(0x15_181B),
    side: Rgb::hex(0x1B_1F23),
    select: Rgb::hex(0x2D_343B),
    hover: Rgb::hex(0x27_2D33),
    raised: Rgb::hex(0x24_2A2F),
    proj: Rgb::hex(0x19_1D20),
    ink: Rgb::hex(0xEC_EAE6),
    ink2: Rgb::hex(0xB9_BCBF),
    ink3: Rgb::hex(0x9A_9EA3),
    axis: Rgb::hex(0x7F_858B),
    track: Rgb::hex(0x45_4C53),
    border: Rgb::hex(0x4A_5158),
    rule: Rgb::hex(0x35_3B41),
    grid: Rgb::hex(0x26_2B30),
    focus: Rgb::hex(0x6C_B0FF),
    ok: Rgb::hex(0x5F_C78C),
    warn: Rgb::hex(0xE9_B04A),
    bad: Rgb::hex(0xFF_8A7A),
    info: Rgb::hex(0x8A_B8E6),
    on_fill: Rgb::hex(0x15_181B),
    loss: Rgb::hex(0xC9_8A6B),
    scenario_colors: [
        Rgb::hex(0xEC_EAE6),
        Rgb::hex(0x4D_A3E0),
        Rgb::hex(0xF2_8A4B),
        Rgb::hex(0x1F_A67D),
        Rgb::hex(0xE3_9AC4),
        Rgb::hex(0xF2_BC3D),
        Rgb::hex(0xBB_E1F6),
        Rgb::hex(0xA3_9B2E),
    ],
    sector_fills: [Rgb::hex(0x6E_93B5), Rgb::hex(0xC9_A35F), Rgb::hex(0x8C_A973), Rgb::hex(0x8B_8A86)],
    more_fills: [Rgb::hex(0x9C_84B8), Rgb::hex(0xC8_858C)],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_reads_on_every_ground_it_stands_on() {
        for mode in [Mode::Light, Mode::Dark] {
            let theme = Theme::for_mode(mode);
            let texts = [theme.ink, theme.ink2, theme.ink3, theme.ok, theme.warn, theme.bad, theme.info];
            let scenarios = (0..SLOTS).map(|slot| theme.scenario(slot).color);
            for text in texts.into_iter().chain(scenarios) {
                for ground in [theme.paper, theme.side] {
                    let ratio = text.contrast(ground);
                    assert!(ratio >= 4.5, "{mode:?}: {text:?} on {ground:?} has contrast {ratio:.2}");
                }
            }
            for fill in theme.sector_fills().into_iter().chain(part_fills(theme)) {
                assert!(theme.on_fill.contrast(fill) >= 4.5, "{mode:?}: text on {fill:?}");
            }
        }
    }

    /// Fills of as many parts of a whole as are told apart: four of the headline line, two of agriculture, twelve others, taxes.
    fn part_fills(theme: &Theme) -> Vec<Rgb> {
        let headline = (0..4).map(PartRole::Headline);
        let parts = headline.chain((0..2).map(PartRole::Left)).chain((0..12).map(PartRole::Other));
        parts.chain([PartRole::Taxes]).map(|part| theme.part_fill(part)).collect()
    }

    #[test]
    fn every_part_of_a_whole_has_a_fill_of_its_own_and_none_is_the_paper() {
        for mode in [Mode::Light, Mode::Dark] {
            let theme = Theme::for_mode(mode);
            let fills = part_fills(theme);
            for (position, fill) in fills.iter().enumerate() {
                let near =
                    fills[position + 1..].iter().chain([&theme.paper]).find(|other| distance(*fill, **other) < 20.0);
                assert_eq!(near, None, "{mode:?}: {fill:?} at {position}");
            }
        }
    }

    /// How far two colours lie apart, in steps of their channels.
    fn distance(a: Rgb, b: Rgb) -> f64 {
        let step = |a: u8, b: u8| (f64::from(a) - f64::from(b)).powi(2);
        (step(a.0, b.0) + step(a.1, b.1) + step(a.2, b.2)).sqrt()
    }
}
