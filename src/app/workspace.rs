//! What the window shows: selection, view, language, theme; preferences that are never undone.

use crate::lang::Lang;
use crate::scenario::lever::LeverGroup;
use crate::scenario::setting::LeverKey;
use crate::theme::Mode;
use serde::{Deserialize, Deserializer, Serialize};
use std::path::PathBuf;

pub mod assumptions;
pub mod audit;
pub mod compare;
pub mod data;
pub mod habits;
pub mod presentation;
pub mod questions;
pub mod sectors;
pub mod table;
pub mod targets;
pub mod uncertainty;

/// A view of the centre.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Cards and four charts.
    #[default]
    Overview,
    /// Scenarios side by side, results and inputs.
    Compare,
    /// One sector in depth.
    Sectors,
    /// Each target, where scenarios land, and the growth still needed.
    Targets,
    /// Bands, probabilities of targets, which assumption matters.
    Uncertainty,
    /// Whether the figures of the plan agree.
    Audit,
    /// Observations and targets with their sources.
    Data,
    /// The numbers behind the charts.
    Table,
    /// The equations with this study's values.
    Model,
}

impl View {
    /// Views in the order of the bar.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Compare,
        Self::Sectors,
        Self::Targets,
        Self::Uncertainty,
        Self::Audit,
        Self::Data,
        Self::Table,
        Self::Model,
    ];

    /// Key of its name; menus, palette and the shortcut of its place in the bar follow from it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Overview => "view-overview",
            Self::Compare => "view-compare",
            Self::Sectors => "view-sectors",
            Self::Targets => "view-targets",
            Self::Uncertainty => "view-uncertainty",
            Self::Audit => "view-audit",
            Self::Data => "view-data",
            Self::Table => "view-table",
            Self::Model => "view-model",
        }
    }

    /// Whether what it shows is independent of the assumptions of scenarios.
    pub const fn is_beside_scenarios(self) -> bool {
        matches!(self, Self::Audit | Self::Data | Self::Model)
    }
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

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Renderer {
    /// OpenGL; the processor if OpenGL cannot be used.
    #[default]
    Auto,
    /// OpenGL only; the start fails without it.
    OpenGl,
    /// The processor.
    Cpu,
}

impl Renderer {
    /// All, with the words that name them on the command line.
    pub const WORDS: [(&str, Self); 3] = [("auto", Self::Auto), ("opengl", Self::OpenGl), ("cpu", Self::Cpu)];

    /// The renderer that a word names.
    pub fn find(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, renderer)| *renderer)
    }
}

/// The study that was on screen when the window closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LastStudy {
    /// A file of the user.
    File(PathBuf),
    /// The shipped study with this id.
    Shipped(String),
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
    #[serde(deserialize_with = "read_text_scale")]
    pub text_scale: f32,
    /// The view that was shown last.
    pub view: View,
    /// Whether the left column is open; `None` follows the width of the window.
    pub column: Option<bool>,
    /// Whether the details panel is open; `None` follows the width of the window.
    pub details: Option<bool>,
    /// Height of the list of scenarios in points; `None` is as high as it needs, and leaves more than half to the assumptions.
    pub list_height: Option<f32>,
    /// Files that were opened or saved, the last one first.
    pub recent: Vec<PathBuf>,
    /// The study with which the next start begins; `None` is the built-in one.
    pub last: Option<LastStudy>,
    /// Where the window stood.
    #[serde(deserialize_with = "read_place")]
    pub place: Option<WindowPlace>,
    /// Whether the tour was taken or skipped; whoever has preferences has started the program before.
    #[serde(default = "seen")]
    pub tour_seen: bool,
    /// What draws the window, from the next start on.
    pub renderer: Renderer,
    /// Whether it was told that the window is drawn without OpenGL.
    pub fallback_told: bool,
    /// Pages of the presentation; none stands for every view.
    pub pages: Vec<presentation::PresentedPage>,
    /// Assumptions that are moved in a presentation, as settings name them; none stands for those that the scenario sets.
    pub presented: Vec<String>,
}

const fn seen() -> bool {
    true
}

/// Smallest and largest text size.
pub const TEXT_SCALE: (f32, f32) = (0.8, 2.0);
/// Largest coordinate of a desktop, in points; larger ones come from minimized windows or a damaged file.
const FARTHEST: f32 = 30_000.0;

/// The text size that a file holds; the default if it is absent or outside [`TEXT_SCALE`].
fn read_text_scale<'de, D: Deserializer<'de>>(from: D) -> Result<f32, D::Error> {
    let held = Option::<f32>::deserialize(from)?;
    Ok(held.filter(|scale| (TEXT_SCALE.0..=TEXT_SCALE.1).contains(scale)).unwrap_or(Preferences::default().text_scale))
}

/// The place that a file holds; `None` if it is absent or lies outside every desktop.
fn read_place<'de, D: Deserializer<'de>>(from: D) -> Result<Option<WindowPlace>, D::Error> {
    Ok(Option::<WindowPlace>::deserialize(from)?.filter(|place| place.is_on_a_desktop()))
}

/// Where a window stands on the screen, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Left and top edge; `None` where the system does not tell.
    pub at: Option<[f32; 2]>,
    /// Width and height.
    pub size: [f32; 2],
    /// Whether it fills the work area.
    pub maximized: bool,
}

impl WindowPlace {
    fn is_on_a_desktop(self) -> bool {
        let is_size = |length: f32| (1.0..FARTHEST).contains(&length);
        let is_near = |place: f32| (-FARTHEST..FARTHEST).contains(&place);
        self.size.into_iter().all(is_size) && self.at.is_none_or(|at| at.into_iter().all(is_near))
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            lang: Lang::VI,
            mode: Mode::Light,
            text_scale: 1.0,
            view: View::default(),
            column: None,
            details: None,
            list_height: None,
            recent: Vec::new(),
            last: None,
            place: None,
            tour_seen: false,
            renderer: Renderer::default(),
            fallback_told: false,
            pages: Vec::new(),
            presented: Vec::new(),
        }
    }
}

/// What the details panel is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Focus {
    /// The selected case.
    #[default]
    Case,
    /// An assumption of it.
    Lever(LeverKey),
    /// A card of the overview, by its position.
    Card(usize),
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
    /// Groups of sectors whose parts are drawn and listed.
    pub shown_parts: Vec<String>,
    /// Cases whose scenarios are hidden in the list.
    pub folded: Vec<String>,
    /// Search text of the assumptions.
    pub search: String,
    /// Only what differs from the parent.
    pub only_changed: bool,
    /// Whether the left column is open; `None` follows the width of the window.
    pub column: Option<bool>,
    /// The same for views that no scenario changes; they begin with the rail.
    pub column_beside_data: Option<bool>,
    /// The view from which a figure of the view Data was asked for.
    pub came_from: Option<View>,
    /// What was pointed at last.
    pub focus: Focus,
    /// State of the view Compare.
    pub compare: compare::CompareState,
    /// State of the view Sectors.
    pub sectors: sectors::SectorsState,
    /// State of the view Targets.
    pub targets: targets::TargetsState,
    /// State of the view Plan audit.
    pub audit: audit::AuditState,
    /// State of the questions.
    pub questions: questions::QuestionsState,
    /// State of the view Uncertainty.
    pub uncertainty: uncertainty::UncertaintyState,
    /// State of the view Data.
    pub data: data::DataState,
    /// State of the view Table.
    pub table: table::TableState,
    /// Open editors of the assumptions.
    pub assumptions: assumptions::AssumptionsState,
    /// Palette, tour, presentation.
    pub habits: habits::HabitsState,
    /// Whether the status bar says that the window is drawn without OpenGL.
    pub tells_fallback: bool,
}

impl Workspace {
    /// The workspace of a study that was just opened.
    pub fn new(preferences: Preferences, selected: String) -> Self {
        Self {
            selected,
            view: preferences.view,
            display: Display::default(),
            open_groups: vec![LeverGroup::Investment],
            shown_parts: Vec::new(),
            folded: Vec::new(),
            search: String::new(),
            only_changed: false,
            column: preferences.column,
            column_beside_data: None,
            came_from: None,
            focus: Focus::default(),
            preferences,
            compare: compare::CompareState::default(),
            sectors: sectors::SectorsState::default(),
            targets: targets::TargetsState::default(),
            audit: audit::AuditState::default(),
            questions: questions::QuestionsState::default(),
            uncertainty: uncertainty::UncertaintyState::default(),
            data: data::DataState::default(),
            table: table::TableState::default(),
            assumptions: assumptions::AssumptionsState::default(),
            habits: habits::HabitsState::default(),
            tells_fallback: false,
        }
    }
    /// Whether the user wants the left column in the current view; `None` leaves it to the width of the window.
    pub fn wants_column(&self) -> Option<bool> {
        if self.view.is_beside_scenarios() { self.column_beside_data.or(Some(false)) } else { self.column }
    }

    /// The user wants the left column in the current view, or only its rail.
    pub fn show_column(&mut self, open: bool) {
        if self.view.is_beside_scenarios() {
            self.column_beside_data = Some(open);
        } else {
            self.column = Some(open);
            self.preferences.column = Some(open);
        }
    }
}
