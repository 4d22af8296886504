//! The presentation: its pages, which of them is shown, and the assumptions that are moved before the room.

use super::{Display, View, Workspace};
use crate::analysis::audit::has_targets;
use crate::scenario::study::Study;
use serde::{Deserialize, Serialize};

/// A page: a view with the settings under which it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresentedPage {
    /// Its name; empty for that of its view.
    pub name: String,
    /// The view.
    pub view: View,
    /// Levels, differences or index.
    pub display: Display,
    /// The case that is selected; empty leaves the one that is, and so does a case that the study does not have.
    pub case: String,
}

/// What the presentation remembers while the window is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PresentationState {
    /// The page that is shown, from 0.
    pub page: usize,
    /// Whether the window filled the screen before.
    pub was_full: bool,
}

/// A change of the list of pages, which is kept with the preferences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PagesChange {
    /// What is on screen becomes the last page.
    Add,
    /// A page goes.
    Remove(usize),
    /// A page changes places with the one before it.
    Raise(usize),
    /// A page has this name.
    Rename(usize, String),
}

impl Workspace {
    /// The pages: those of the user, otherwise every view in the order of the bar as it is, without an audit that would be
    /// empty.
    pub fn pages(&self, study: &Study) -> Vec<PresentedPage> {
        let own = &self.preferences.pages;
        if !own.is_empty() {
            return own.clone();
        }
        let page = |view| PresentedPage { name: String::new(), view, display: self.display, case: String::new() };
        let says_something = |view: &View| *view != View::Audit || has_targets(study);
        View::ALL.into_iter().filter(says_something).map(page).collect()
    }

    /// Changes the list of pages.
    pub fn change_pages(&mut self, change: &PagesChange) {
        let pages = &mut self.preferences.pages;
        match change {
            PagesChange::Add => pages.push(PresentedPage {
                name: String::new(),
                view: self.view,
                display: self.display,
                case: self.selected.clone(),
            }),
            PagesChange::Remove(position) if *position < pages.len() => {
                pages.remove(*position);
            }
            PagesChange::Raise(position) if (1..pages.len()).contains(position) => pages.swap(position - 1, *position),
            PagesChange::Rename(position, name) => {
                if let Some(page) = pages.get_mut(*position) {
                    page.name.clone_from(name);
                }
            }
            PagesChange::Remove(_) | PagesChange::Raise(_) => {}
        }
    }
}
