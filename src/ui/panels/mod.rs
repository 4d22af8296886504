//! The parts of the window: each reads a [`View`] and pushes commands.

pub mod dialogs;
pub mod levers;
pub mod menu_bar;
pub mod notices;
pub mod overview;
pub mod rail;
pub mod scenario_list;
pub mod status_bar;

use crate::scenario::Edit;
use crate::text::lever_name;
use view::View;

use super::view;

/// What an edit did, for undo and redo.
pub(crate) fn edit_text(view: &View<'_>, edit: &Edit) -> String {
    let name = |id: &str| view.picture.name(id);
    let lever = |key| lever_name(key, &view.state().study, view.lang());
    match edit {
        Edit::SetLever { scenario, key, .. } => {
            view.filled("edit-set-lever", &[("lever", &lever(key)), ("value", &name(scenario))])
        }
        Edit::ResetLever { key, .. } => view.filled("edit-reset-lever", &[("lever", &lever(key))]),
        Edit::ResetScenario { scenario } => view.filled("edit-reset-scenario", &[("name", &name(scenario))]),
        Edit::SetClosure(closure) => {
            let key = match closure {
                crate::engine::Closure::Productivity => "closure-productivity",
                crate::engine::Closure::Capital => "closure-capital",
            };
            view.filled("edit-set-closure", &[("closure", &view.label(key))])
        }
        Edit::SetPinned(case) => view.filled("edit-set-pin", &[("name", &name(case))]),
        Edit::SetVisible { case, .. } => view.filled("edit-set-visible", &[("name", &name(case))]),
        Edit::SetSlot { case, .. } => view.filled("edit-set-slot", &[("name", &name(case))]),
        Edit::AddScenario(scenario) => {
            view.filled("edit-add-scenario", &[("name", scenario.name.in_lang(view.lang()))])
        }
        Edit::DeleteScenario { scenario } => view.filled("edit-remove-scenario", &[("name", &name(scenario))]),
        Edit::RenameCase { name, .. } => view.filled("edit-rename-scenario", &[("name", name.in_lang(view.lang()))]),
    }
}
