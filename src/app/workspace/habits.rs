//! State of the palette, the tour and the presentation, and the changes that a person can make to it.

use super::presentation::{PagesChange, PresentationState};
use crate::scenario::setting::LeverKey;
use std::path::PathBuf;

/// Steps of the tour.
pub const TOUR_STEPS: usize = 5;
/// The step of the tour in which an assumption is to be moved.
pub const TRYING_STEP: usize = 2;

/// Where things stood when the step began in which an assumption is to be moved.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TourMark {
    /// Steps of the history.
    pub steps: usize,
    /// GRDP of the selected case in the last year, in the unit of the variable; `None` where it has none.
    pub grdp: Option<f64>,
}

/// A sheet over the window, closed by Esc.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WindowSheet {
    /// Commands and jumps, found by typing.
    Palette {
        /// What was typed.
        query: String,
        /// Which of the rows found is chosen, from 0.
        chosen: usize,
    },
    /// The steps that can be undone and redone.
    History,
    /// Shortcuts and what the program is.
    Help,
    /// The pages of the presentation.
    Pages,
}

/// What the palette, the tour and the presentation remember while the window is open.
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "three facts that do not depend on each other")]
pub struct HabitsState {
    /// The open sheet.
    pub sheet: Option<WindowSheet>,
    /// The step of the tour that is shown, from 0.
    pub tour: Option<usize>,
    /// What the tour compares with after an assumption was moved.
    pub tour_mark: Option<TourMark>,
    /// Whether only the centre is shown, in large type.
    pub presenting: bool,
    /// Which page of the presentation is shown.
    pub presentation: PresentationState,
    /// Whether the window fills the screen.
    pub full_screen: bool,
    /// Recent files that are not where they were.
    pub missing: Vec<PathBuf>,
    /// Whether the search field of the assumptions is to take the keyboard.
    pub find: bool,
    /// The assumption that is to come into sight.
    pub bring: Option<LeverKey>,
}

/// A change of [`HabitsState`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HabitsChange {
    /// Open a sheet in place of any other.
    Open(WindowSheet),
    /// Close the sheet.
    CloseSheet,
    /// Type into the palette.
    Query(String),
    /// Choose a row of the palette.
    Choose(usize),
    /// Show a step of the tour; a step beyond the last ends it.
    Tour(usize),
    /// End the tour, for good.
    EndTour,
    /// Show only the centre, or everything again.
    Present(bool),
    /// Go so many pages of the presentation on, or back.
    Turn(isize),
    /// Change the list of pages.
    Pages(PagesChange),
    /// An assumption is moved in the presentation, or no longer.
    ChoosePresented(LeverKey),
    /// Fill the screen, or not.
    FullScreen(bool),
    /// These recent files are not where they were.
    Missing(Vec<PathBuf>),
    /// Forget recent files that are not where they were.
    ForgetMissing,
    /// Go to the search field of the assumptions.
    Find,
    /// Go to an assumption: what was searched for is forgotten, and its group opens.
    GoTo(LeverKey),
    /// The assumption has come into sight.
    Brought,
    /// The search field has the keyboard.
    Found,
}

impl HabitsState {
    /// Makes a change.
    pub fn apply(&mut self, change: HabitsChange) {
        match change {
            HabitsChange::Open(sheet) => self.sheet = Some(sheet),
            HabitsChange::CloseSheet => self.sheet = None,
            HabitsChange::Query(text) => self.sheet = Some(WindowSheet::Palette { query: text, chosen: 0 }),
            HabitsChange::Choose(row) => {
                if let Some(WindowSheet::Palette { chosen, .. }) = &mut self.sheet {
                    *chosen = row;
                }
            }
            HabitsChange::Tour(step) => self.tour = (step < TOUR_STEPS).then_some(step),
            HabitsChange::EndTour => self.tour = None,
            HabitsChange::Present(on) => {
                self.presenting = on;
                self.sheet = None;
            }
            HabitsChange::FullScreen(on) => self.full_screen = on,
            // They change the preferences, or more of the window than this.
            HabitsChange::Turn(_) | HabitsChange::Pages(_) | HabitsChange::ChoosePresented(_) => {}
            HabitsChange::Missing(paths) => self.missing = paths,
            HabitsChange::ForgetMissing => self.missing.clear(),
            HabitsChange::Find => self.find = true,
            HabitsChange::GoTo(key) => self.bring = Some(key),
            HabitsChange::Brought => self.bring = None,
            HabitsChange::Found => self.find = false,
        }
    }
}
