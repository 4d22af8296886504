//! What exists: studies, cases, variables and levers.

use crate::engine::{Gap, Gaps, Line, Variable};
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::scenario::lever::Kind;
use crate::scenario::lever_keys;
use crate::scenario::study::Study;
use crate::text::{
    case_name, gap_reason, lever_figure, lever_group_name, lever_name, lever_unit, variable_name, variable_unit,
};

const ID: Head = Head::new("id");
const NAME: Head = Head::new("name");
const UNIT: Head = Head::new("unit");

/// Studies by id.
pub fn studies_table(studies: &[(&str, Study)], lang: Lang) -> Table {
    let mut table = Table::with_heads(&[ID, NAME], lang);
    table.rows.extend(studies.iter().map(|(id, study)| vec![Cell::text(*id), Cell::text(study.name.in_lang(lang))]));
    table
}

/// Baselines and scenarios of a study.
pub fn cases_table(study: &Study, lang: Lang) -> Table {
    let mut table = Table::with_heads(&[ID, NAME, Head::new("parent")], lang);
    for id in study.case_ids() {
        let parent = study.scenario(id).map_or("", |scenario| scenario.parent.as_str());
        table.rows.push(vec![Cell::text(id), Cell::text(case_name(id, Some(study), lang)), Cell::text(parent)]);
    }
    table
}

/// Variables of the model; where there are gaps, beside each that is not known the reason.
pub fn variables_table(study: &Study, gaps: Gaps, lang: Lang) -> Table {
    let mut table = Table::with_heads(&[ID, NAME, UNIT], lang);
    for variable in Variable::ALL {
        table.rows.push(vec![
            Cell::text(variable.id()),
            Cell::text(variable_name(variable, lang)),
            Cell::text(variable_unit(variable, study.price_base_year, lang)),
        ]);
    }
    let reason = |variable: &Variable| gaps.of_variable(*variable, Line::Total);
    add_gaps(&mut table, gaps, Variable::ALL.iter().map(reason), lang);
    table
}

/// Puts the reason of each row that is not known into a column of its own, where a study has gaps.
fn add_gaps(table: &mut Table, gaps: Gaps, reasons: impl Iterator<Item = Option<Gap>>, lang: Lang) {
    if gaps.is_empty() {
        return;
    }
    table.columns.push(Head::new("no_figures").to_column(lang));
    for (row, reason) in table.rows.iter_mut().zip(reasons) {
        row.push(Cell::text(reason.map_or_else(String::new, |gap| gap_reason(gap, lang))));
    }
}

/// Levers of a study with what they allow; where there are gaps, each lever without effect has its reason.
pub fn levers_table(study: &Study, gaps: Gaps, lang: Lang) -> Table {
    let mut table = Table::with_heads(&[ID, NAME, Head::new("group"), UNIT, Head::new("range")], lang);
    for key in lever_keys(study) {
        let spec = key.lever.spec();
        let range = match spec.kind {
            Kind::Switch => String::new(),
            Kind::Path | Kind::Number | Kind::Shares => {
                format!("{} … {}", lever_figure(spec, spec.hard.0, 3, lang), lever_figure(spec, spec.hard.1, 3, lang))
            }
        };
        table.rows.push(vec![
            Cell::text(key.to_string()),
            Cell::text(lever_name(&key, study, lang)),
            Cell::text(lever_group_name(spec.group, lang)),
            Cell::text(lever_unit(spec, lang)),
            Cell::text(range),
        ]);
    }
    add_gaps(&mut table, gaps, lever_keys(study).iter().map(|key| key.gap(gaps)), lang);
    table
}
