//! What exists: studies, cases, variables and levers.

use crate::engine::Variable;
use crate::export::{Cell, Head, Table};
use crate::lang::Lang;
use crate::scenario::lever::Kind;
use crate::scenario::lever_keys;
use crate::scenario::study::Study;
use crate::text::{case_name, lever_figure, lever_group_name, lever_name, lever_unit, variable_name, variable_unit};

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

/// Variables of the model.
pub fn variables_table(study: &Study, lang: Lang) -> Table {
    let mut table = Table::with_heads(&[ID, NAME, UNIT], lang);
    for variable in Variable::ALL {
        table.rows.push(vec![
            Cell::text(variable.id()),
            Cell::text(variable_name(variable, lang)),
            Cell::text(variable_unit(variable, study.price_base_year, lang)),
        ]);
    }
    table
}

/// Levers of a study with what they allow.
pub fn levers_table(study: &Study, lang: Lang) -> Table {
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
    table
}
