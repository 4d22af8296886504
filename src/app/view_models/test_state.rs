//! The state with which tests of view models begin.

use crate::app::{AppState, Origin, Preferences};
use crate::files::built_in;

/// The built-in study, as it is opened by a person who has no preferences yet.
pub(super) fn built_in_state() -> AppState {
    AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default())
}
