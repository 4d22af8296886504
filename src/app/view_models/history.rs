//! What a step of the history changed: from what, to what.

use super::compare::lever_value_text;
use super::context::StateReader;
use super::data::value_text;
use crate::app::history::Label;
use crate::scenario::setting::{LeverKey, Setting};
use crate::scenario::study::Study;
use crate::scenario::{CaseWords, Edit, merged_settings};
use crate::text::words::filled;

/// From what to what a step went; `None` for a step that brings something or takes it away.
pub fn step_change(reader: &StateReader<'_>, label: &Label) -> Option<String> {
    let before = &*label.before;
    let (from, to) = match &label.edit {
        Edit::SetLever { scenario, key, setting } => {
            let from = setting_before(before, scenario, key);
            (
                lever_value_text(reader, scenario, key, from.as_ref()),
                lever_value_text(reader, scenario, key, Some(setting)),
            )
        }
        Edit::ResetLever { scenario, key } => {
            let parent = before.scenario(scenario).map(|scenario| scenario.parent.as_str());
            let (from, to) = (setting_before(before, scenario, key), setting_before(before, parent?, key));
            (
                lever_value_text(reader, scenario, key, from.as_ref()),
                lever_value_text(reader, scenario, key, to.as_ref()),
            )
        }
        Edit::SetPinned(case) => (reader.name(&before.pinned), reader.name(case)),
        Edit::DescribeCase { case, words } => {
            let old = CaseWords::of(before, case)?.name;
            let (from, to) = (old.in_lang(reader.lang), words.name.in_lang(reader.lang));
            (from != to).then(|| (from.to_owned(), to.to_owned()))?
        }
        Edit::SetFigure { list, position, figure } => {
            let figures = list.figures(before);
            let (_, old) = figures.get(*position)?;
            (value_text(reader, old), value_text(reader, figure))
        }
        Edit::ResetScenario { .. }
        | Edit::SetClosure(_)
        | Edit::SetVisible { .. }
        | Edit::SetSlot { .. }
        | Edit::AddScenario(_)
        | Edit::DeleteScenario { .. }
        | Edit::AddFigure { .. }
        | Edit::DeleteFigure { .. }
        | Edit::TakeFigures(_)
        | Edit::SetFrame(_)
        | Edit::AddBaseline(_)
        | Edit::DeleteBaseline { .. }
        | Edit::ChangeBase(_)
        | Edit::ExplainFinding { .. }
        | Edit::SetRecord(_)
        | Edit::AddRecord { .. }
        | Edit::DeleteRecord(_) => return None,
    };
    (from != to).then(|| filled(reader.lang, "habits-step-change", &[("from", &from), ("to", &to)]))
}

/// What a case had of an assumption; `None` is what its baseline has.
fn setting_before(before: &Study, case: &str, key: &LeverKey) -> Option<Setting> {
    // A case that came with the step stands where its baseline does.
    merged_settings(before, case).unwrap_or_default().get(key).cloned()
}
