//! The editors of the assumptions: forms of a value, shares, hover card, records, and the table of scenarios.

pub(super) mod chart;
pub(super) mod fields;
pub(super) mod hover;
pub mod matrix;
mod pasted;
pub mod record;
pub(super) mod shares;
pub(super) mod value_form;

use crate::app::view_models::{LeverRow, changed_setting};
use crate::app::{Command, DocumentCommand, Gesture};
use crate::scenario::{Edit, ValueChange};
use crate::ui::view::{Commands, ViewContext};

/// Changes the value of a lever in the selected case; `gesture` ties the changes of one drag into one step.
pub(super) fn change_lever(
    view: &ViewContext<'_>,
    commands: &mut Commands,
    row: &LeverRow,
    (change, gesture): (ValueChange, Option<Gesture>),
) {
    let scenario = view.state().workspace.selected.clone();
    if let Some(setting) = changed_setting(&view.reader, &scenario, &row.key, change) {
        let edit = Edit::SetLever { scenario, key: row.key.clone(), setting };
        commands.push(Command::Document(DocumentCommand::Edit { edit: Box::new(edit), gesture }));
    }
}
