//! The parts of the window: each reads a [`View`] and pushes commands.

mod answer_note;
pub mod assumptions;
pub mod audit;
mod case_form;
pub mod compare;
pub mod data;
pub mod details;
pub mod dialogs;
mod export;
mod figure_detail;
mod figure_form;
mod frame;
pub mod growth;
pub mod import;
pub mod levers;
pub mod menu_bar;
mod merge;
mod missing;
pub mod model;
mod moved;
pub mod notices;
pub mod overview;
pub mod palette;
mod parts;
pub mod presentation;
pub mod rail;
mod recipes;
mod reprice;
pub mod scenario_list;
pub mod sectors;
pub mod sheets;
pub mod solver;
pub mod status_bar;
pub mod table;
pub mod targets;
pub mod tornado;
pub mod tour;
pub mod uncertainty;
mod uncertainty_inputs;
pub mod why;

use super::charts::ChartLink;
use super::view::{Commands, ViewContext};
use crate::app::view_models::figure_title;
use crate::app::workspace::data::DataChange;
use crate::app::{Command, View, WindowCommand};
use crate::scenario::{BaseMove, Edit, FigureList, RecordRef};
use crate::text::{closure_name, lever_name, vintage_name};

/// That a project, park or shock was deleted; it has no name any more where it is gone.
fn deleted_text(view: &ViewContext<'_>, record: &RecordRef) -> String {
    let known = record.find(&view.state().study);
    let name = known.as_ref().map_or("", |record| record.name().in_lang(view.lang()));
    view.filled("edit-delete-record", &[("name", name)])
}

/// What an edit did, for undo and redo.
pub(crate) fn edit_text(view: &ViewContext<'_>, edit: &Edit) -> String {
    let name = |id: &str| view.reader.name(id);
    let lever = |key| lever_name(key, &view.state().study, view.lang());
    match edit {
        Edit::SetLever { scenario, key, .. } => {
            view.filled("edit-set-lever", &[("lever", &lever(key)), ("value", &name(scenario))])
        }
        Edit::ResetLever { key, .. } => view.filled("edit-reset-lever", &[("lever", &lever(key))]),
        Edit::ResetScenario { scenario } => view.filled("edit-reset-scenario", &[("name", &name(scenario))]),
        Edit::SetClosure(closure) => {
            view.filled("edit-set-closure", &[("closure", &closure_name(*closure, view.lang()))])
        }
        Edit::SetPinned(case) => view.filled("edit-set-pin", &[("name", &name(case))]),
        Edit::SetVisible { case, .. } => view.filled("edit-set-visible", &[("name", &name(case))]),
        Edit::SetSlot { case, .. } => view.filled("edit-set-slot", &[("name", &name(case))]),
        Edit::AddScenario(scenario) => {
            view.filled("edit-add-scenario", &[("name", scenario.name.in_lang(view.lang()))])
        }
        Edit::DeleteScenario { scenario } => view.filled("edit-remove-scenario", &[("name", &name(scenario))]),
        Edit::SetRecord(record) => view.filled("edit-set-record", &[("name", record.name().in_lang(view.lang()))]),
        Edit::AddRecord { record, .. } => {
            view.filled("edit-add-record", &[("name", record.name().in_lang(view.lang()))])
        }
        Edit::DeleteRecord(record) => deleted_text(view, record),
        Edit::DescribeCase { words, .. } => {
            view.filled("edit-describe-case", &[("name", words.name.in_lang(view.lang()))])
        }
        Edit::SetFigure { list, figure, .. } => {
            let key = match list {
                FigureList::Observations => "edit-set-observation",
                FigureList::Targets => "edit-set-target",
                FigureList::Parameters => "edit-set-parameter",
            };
            view.filled(key, &[("name", &figure_title(&view.reader, figure))])
        }
        Edit::AddFigure { figure, .. } => {
            view.filled("edit-add-figure", &[("name", &figure_title(&view.reader, figure))])
        }
        Edit::DeleteFigure { .. } => view.label("edit-delete-figure"),
        Edit::TakeFigures(taken) => {
            let names: Vec<&str> = taken.sources.iter().map(|source| source.title.in_lang(view.lang())).collect();
            view.filled("edit-take-figures", &[("name", &names.join(", "))])
        }
        Edit::SetFrame(frame) => view.filled("edit-set-frame", &[("name", frame.name.in_lang(view.lang()))]),
        Edit::AddBaseline(baseline) => {
            view.filled("edit-add-scenario", &[("name", baseline.name.in_lang(view.lang()))])
        }
        Edit::DeleteBaseline { baseline } => view.filled("edit-remove-scenario", &[("name", &name(baseline))]),
        Edit::ChangeBase(change) => base_label(view, &change.to),
        Edit::ExplainFinding { finding, note } => {
            let key = if note.is_some() { "edit-explain-finding" } else { "edit-unexplain-finding" };
            view.filled(key, &[("code", finding)])
        }
    }
}

/// What a change of that on which the study rests is called.
fn base_label(view: &ViewContext<'_>, to: &BaseMove) -> String {
    match to {
        BaseMove::Year(_) => view.label("edit-rebase"),
        BaseMove::Vintage(choice) => {
            view.filled("edit-choose-vintage", &[("name", &vintage_name(&choice.vintage, view.lang()))])
        }
        BaseMove::Prices(choice) => view.filled("edit-reprice", &[("year", &choice.base.to_string())]),
    }
}

/// Leads to where targets are entered.
fn show_targets(commands: &mut Commands) {
    commands.push(Command::Window(WindowCommand::Data(DataChange::List(FigureList::Targets))));
    commands.push(Command::Window(WindowCommand::ShowView(View::Data)));
}

/// The view of the centre.
pub(super) fn view_ui(ui: &mut egui::Ui, view: &ViewContext<'_>, commands: &mut Commands, link: &mut ChartLink) {
    match view.state().workspace.view {
        View::Overview => overview::overview_ui(ui, view, commands, link),
        View::Compare => compare::compare_ui(ui, view, commands, link),
        View::Sectors => sectors::sectors_ui(ui, view, commands, link),
        View::Targets => targets::targets_ui(ui, view, commands, link),
        View::Uncertainty => uncertainty::uncertainty_ui(ui, view, commands, link),
        View::Audit => audit::audit_ui(ui, view, commands, link),
        View::Data => data::data_ui(ui, view, commands, link),
        View::Table => table::table_ui(ui, view, commands, link),
        View::Model => model::model_ui(ui, view, commands, link),
    }
}
