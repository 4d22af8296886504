//! What the window shows: selection, view, language, theme; preferences that are never undone.

use crate::lang::Lang;
use crate::scenario::lever::LeverGroup;
use crate::theme::Mode;
use serde::{Deserialize, Serialize};

/// A view of the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Cards and four charts.
    #[default]
    Overview,
}

impl View {
    /// Views in the order of the bar.
    pub const ALL: [Self; 1] = [Self::Overview];
}

/// How charts show scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Display {
    /// Levels.
    #[default]
    Level,
    /// Difference from the pinned case.
    Difference,
    /// The last actual year = 100.
    Index,
}

impl Display {
    /// All, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Level, Self::Difference, Self::Index];
}

/// What is remembered from one start to the next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Language.
    pub lang: Lang,
    /// Light or dark.
    pub mode: Mode,
    /// Text size as a factor, 0.8 to 2.
    pub text_scale: f32,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { lang: Lang::Vi, mode: Mode::Light, text_scale: 1.0 }
    }
}

/// The state of the window.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// What is remembered.
    pub preferences: Preferences,
    /// The case whose assumptions are shown.
    pub selected: String,
    /// The view.
    pub view: View,
    /// Levels, differences or index.
    pub display: Display,
    /// Open groups of assumptions.
    pub open_groups: Vec<LeverGroup>,
    /// Search text of the assumptions.
    pub search: String,
    /// Only what differs from the parent.
    pub only_changed: bool,
    /// Whether the left column is open; `None` follows the width of the window.
    pub column: Option<bool>,
}

impl Workspace {
    /// The workspace of a study that was just opened.
    pub fn new(preferences: Preferences, selected: String) -> Self {
        Self {
            preferences,
            selected,
            view: View::default(),
            display: Display::default(),
            open_groups: vec![LeverGroup::Investment],
            search: String::new(),
            only_changed: false,
            column: None,
        }
    }
}
