//! What views show, worded and ready to draw: cards, charts, rows of assumptions.

mod audit;
mod cards;
pub mod compare;
mod context;
mod data;
mod details;
mod distribution;
mod fan_words;
mod growth;
mod history;
mod import;
mod lever_card;
mod matrix;
mod missing;
mod model;
mod overview;
mod rows;
mod sectors;
mod solver;
mod step_effect;
mod table;
mod targets;
#[cfg(test)]
mod test_state;
mod tornado;
mod uncertainty;
mod uncertainty_inputs;
mod value_form;
mod why;

pub use audit::{
    AuditContent, AuditRows, FindingDetail, FindingRow, FindingSide, RangeLine, RecordText, audit_content, unexplained,
};
pub use cards::{CardRow, CardText, cards};
pub use context::StateReader;
pub use data::{
    Calculation, DataRow, DataTable, FigureChoices, FigureDetail, FigurePlace, Mismatch, Rival, baselines_using,
    calculate, conflicts, data_row, data_table, figure_choices, figure_detail, figure_title, mismatch, new_draft,
    place_of, used_by,
};
pub use details::{Details, details};
pub use growth::{Account, GrowthPage, growth_page};
pub use history::step_change;
pub use import::{
    CellDoubt, CellRole, ChangeRow, FigureRow, ImportSheetCell, OfferRow, QuestionContent, RoleRow, RoleTable,
    ShownSheet, TableCount, TakeContent, bar_texts, count_table, count_unfit, explain_no_sheet, figure_rows, heads_of,
    measured_offer, offer_rows, open_questions_text, question_contents, role_choices, role_tables, shown_sheet,
    take_content, tell_cell,
};
pub use lever_card::{LeverCard, lever_card, lever_number, record_entry};
pub use matrix::{MatrixCell, MatrixColumn, MatrixContent, MatrixRow, matrix};
pub use missing::{MissingRow, MissingWay, missing_rows};
pub use model::{ModelBlock, ModelPage, ModelPart, SymbolRow, model_page};
pub use overview::{Overview, overview};
pub use rows::{InertRow, LeverRow, RowGroup, lever_groups, presented_rows};
pub use sectors::{SectorPage, sector_page};
pub use solver::{IntervalBar, LeverOfSolver, Outcome, Solver, add_lever, solver, typed_goal};
pub use table::{TableRow, VariableTable, line_choices, number_tables, tab_separated, variables_of};
pub use targets::{
    LandingRow, NeedRow, PartContent, RecordStrip, TargetsContent, latest_year, part_content, start_years,
    targets_content,
};
pub use tornado::tornado;
pub use uncertainty::{ChanceRow, IndexRow, UncertaintyPage, uncertainty_page};
pub use uncertainty_inputs::{
    EnsembleInput, EnsembleInputGroup, EnsembleInputOf, InputScale, input_command, uncertainty_inputs,
};
pub use value_form::{ValueFormContent, YearValue, changed_setting, changed_years, value_form};
pub use why::{WaterfallModel, nothing_text, why};
