//! `kichban list`: what exists, by id.

use super::args::{Arguments, ListArgs, Listed};
use super::failure::Failure;
use super::{Reply, render, request, tabled};
use crate::engine::Variable;
use crate::export::{Cell, Table};
use crate::files;
use crate::lang::Lang;
use crate::scenario::lever::Kind;
use crate::scenario::lever_keys;
use crate::scenario::study::Study;
use crate::text::{
    CliText, case_name, lever_figure, lever_group_name, lever_name, lever_unit, variable_name, variable_unit,
};

pub(super) fn list(args: &ListArgs, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let study = || request::study(args.study.as_deref(), lang);
    let table = match args.what {
        Listed::Studies => studies(lang)?,
        Listed::Scenarios => scenarios(&study()?, lang),
        Listed::Variables => variables(&study()?, lang),
        Listed::Levers => levers(&study()?, lang),
    };
    let bytes = render::table(&table, arguments.format, lang);
    tabled(bytes, arguments)
}

fn table(columns: &[(&str, CliText)], lang: Lang) -> Table {
    Table::new(columns.iter().map(|(id, heading)| ((*id).to_owned(), heading.wording(lang))))
}

fn studies(lang: Lang) -> Result<Table, Failure> {
    let mut table = table(&[("id", CliText::ColumnId), ("name", CliText::ColumnName)], lang);
    for one in files::shipped() {
        let study = files::read_study(one.text.as_bytes()).map_err(|error| Failure::file(&error, lang))?;
        table.rows.push(vec![Cell::text(one.id), Cell::text(study.name.in_lang(lang))]);
    }
    Ok(table)
}

fn scenarios(study: &Study, lang: Lang) -> Table {
    let columns = [("id", CliText::ColumnId), ("name", CliText::ColumnName), ("parent", CliText::ColumnParent)];
    let mut table = table(&columns, lang);
    for id in study.case_ids() {
        let parent = study.scenario(id).map_or("", |scenario| scenario.parent.as_str());
        table.rows.push(vec![Cell::text(id), Cell::text(case_name(id, Some(study), lang)), Cell::text(parent)]);
    }
    table
}

fn variables(study: &Study, lang: Lang) -> Table {
    let columns = [("id", CliText::ColumnId), ("name", CliText::ColumnName), ("unit", CliText::ColumnUnit)];
    let mut table = table(&columns, lang);
    for variable in Variable::ALL {
        table.rows.push(vec![
            Cell::text(variable.id()),
            Cell::text(variable_name(variable, lang)),
            Cell::text(variable_unit(variable, study.price_base_year, lang)),
        ]);
    }
    table
}

fn levers(study: &Study, lang: Lang) -> Table {
    let columns = [
        ("id", CliText::ColumnId),
        ("name", CliText::ColumnName),
        ("group", CliText::ColumnGroup),
        ("unit", CliText::ColumnUnit),
        ("range", CliText::ColumnRange),
    ];
    let mut table = table(&columns, lang);
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
