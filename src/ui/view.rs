//! What panels may read and how they ask for changes: a borrowed reader of the state, and a list of commands.

use crate::app::view_models::StateReader;
use crate::app::{AppState, Command};
use crate::lang::Lang;
use crate::text::words;
use crate::theme::Theme;

/// All that a panel may read.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// State, language, numbers, theme.
    pub reader: StateReader<'a>,
    /// Time of the last recompute, written.
    pub recomputed: &'a str,
}

impl<'a> ViewContext<'a> {
    /// The state.
    pub fn state(&self) -> &'a AppState {
        self.reader.state
    }

    /// Language.
    pub fn lang(&self) -> Lang {
        self.reader.lang
    }

    /// Palette.
    pub fn theme(&self) -> &'static Theme {
        self.reader.theme
    }

    /// A label without variables.
    pub fn label(&self, key: &'static str) -> String {
        words::label(self.lang(), key)
    }

    /// A label with variables.
    pub fn filled(&self, key: &'static str, values: &[(&'static str, &str)]) -> String {
        words::filled(self.lang(), key, values)
    }
}

/// What panels ask for; `update` carries it out before the next frame.
pub type Commands = Vec<Command>;
