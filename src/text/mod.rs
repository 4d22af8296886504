//! Every sentence and every number a person reads, in Vietnamese and English.
//!
//! Wording lives in `assets/locales`; this module looks it up, and no other module holds a decimal comma.

mod block;
pub(crate) mod catalog;
mod command_line;
mod ensemble_fields;
mod explain;
mod findings;
mod importing;
mod merging;
mod missing_window;
mod mistyped;
mod moved;
mod names;
mod number;
mod origin;
mod read;
mod reading;
mod remarks;
mod repricing;
mod uncertainty;
mod units;
mod why;
pub mod words;

pub use crate::lang::fold;
pub use block::{ReadBlockError, block_rows, is_block, read_block, tidy_block};
pub use command_line::{
    SetValue, about_key, audited_case, command_about, compared_with_itself, explain_export_part,
    export_is_not_one_file, in_scenario, in_set, months_unreadable, name_with_values, one_year_is_no_period,
    only_one_case, option_help, option_key, option_not_used, projection_title, provenance, set_no_number, set_no_room,
    set_no_subject, set_no_switch, set_unreadable, set_without_case, set_without_figures, set_without_years,
    unknown_baseline, unknown_export_section, unknown_line, unknown_variable, unknown_word, unreadable_date,
    unreadable_years, valid, window_refused, write_path, years_outside, years_reversed,
};
pub use ensemble_fields::{
    EnsembleField, ensemble_field, idle_input_notes, idle_input_reason, refused_input, simulation_input_name,
};
pub use explain::{
    Explanation, explain_calibration_error, explain_catch_up, explain_edited, explain_engine_error, explain_file_error,
    explain_read_number, explain_record_problem, explain_resolve_error, explain_spillover_error, explain_study_error,
};
pub use findings::{
    amount_as_read, audit_scope, evidence_figure, evidence_source, evidence_sources, finding_as_read, finding_gap,
    finding_hint, finding_row, finding_sentence, finding_stated, finding_title, finding_unit, finding_unit_short,
    finding_value, stated_value, step_text, verdict_name,
};
pub use importing::{
    ask_topic, change_word, explain_cell_left_out, explain_new_study_problem, explain_row_left_out,
    explain_typed_problem, explain_unfit, measured, recipe_summary, series_answer, tell_break, tell_conversion,
    tell_file, tell_not_taken, tell_open_question, tell_recipe, tell_role_source, tell_unusual_growth,
};
pub use merging::{explain_merge_problem, explain_merged, gap_because, gap_reason_id, sum_note, write_years};
pub use missing_window::{MissingWindow, explain_missing_window, tell_missing_window};
pub use mistyped::{Mistyped, Wanted, explain_mistyped};
pub use moved::{change_id, explain_moved, study_change_name, tell_borrowed, title_moved};
pub use names::{
    absent_names, capitalise, case_name, closure_name, figure_name, gap_meanwhile, gap_name, gap_needed, gap_reason,
    inert_reason, lever_definition, lever_group_name, lever_name, lever_name_in_years, lever_word, line_name,
    line_short, need_name, quantity_id, quantity_name, variable_name, vintage_name,
};
pub use number::{DecimalMark, Numbers};
pub use origin::{OriginText, explain_lever_origin, explain_provenance, status_word};
pub use read::{ReadNumberError, read, read_with};
pub use reading::{
    ask_break, explain_unreadable, one_line, tell_check, tell_question, tell_revised, tell_table, tell_table_match,
    tell_text_converted,
};
pub use remarks::{base_sentences, explain_diagnostic, remarks, remarks_of_case, remarks_on_run};
pub use repricing::{explain_repricing, listed_figure, tell_figures_left, tell_former, title_repricing};
pub use uncertainty::{
    aim_sign, backtest_column, backtest_label, band_basis_notes, bands_note, chance, chance_not_random, ensemble_title,
    explain_interruption, explain_panel_error, frequency, goal_name, goal_of_vintage, grown_level_name,
    indices_not_measured, lever_without_distribution, measure_name, median_and_path, method_name, not_measured,
    note_noisy_indices, nothing_to_vary, paired_note, panel_about, panel_too_short, progress_line, range_text,
    sensitivity_title, shown_fan_about, start_unknown, together_name, unreadable_horizons, wanted_text, with_aim,
};
pub use units::{
    compare_in_percent, find_displayed, is_percentage, lever_figure, lever_figure_fixed, lever_unit, lever_unit_short,
    move_to_unit, note_rounded_shares, note_rounded_sum, shown_decimals, shown_size, shown_unit, shown_value,
    unit_at_prices, unit_bare, unit_name, unit_short, variable_unit, with_unit,
};
pub use why::{
    FigureText, bounds_refused, bounds_reversed, cause_name, explain_analysis_error, explain_answer,
    explain_attribution, explain_ends, explain_gap, explain_narrowed, explain_rank, explain_switching, explain_term,
    explain_tornado, explain_widening, factor_name, goal_twice, growth_unit, is_nothing, join_words, lever_decimals,
    lever_shift, lever_twice, lever_value, lever_years_outside, lever_years_reversed, metric_name, no_path, no_target,
    nothing_to_draw, player_name, shift_method_name, solve_about, swing_range, title_attribution, unreadable_question,
};
