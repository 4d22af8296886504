//! Figures as tables: all of them for programs, the main ones for pasting.

use super::scene::ExportScene;
use crate::app::export_request::ExportedFile;
use crate::app::view_models::{StateReader, compare};
use crate::export::{
    Cell, CsvForm, ExportCase, Head, Run, Selection, Table, add_remarks, averages_table, projection_table, to_csv_as,
    to_json, to_markdown,
};
use crate::text::provenance;
use crate::text::words::label;

/// The files of the form.
pub(super) fn tables(scene: &ExportScene<'_>) -> Vec<ExportedFile> {
    let (runs, naming) = (runs(scene), scene.naming());
    let long = with_origins(scene, projection_table(scene.study, &runs, &Selection::default(), scene.lang()), &runs);
    let averages = with_origins(scene, averages_table(scene.study, &runs, scene.lang()), &runs);
    let file = |what: &str, ending: &str, bytes| ExportedFile { name: naming.name(what, ending), bytes };
    vec![
        file("figures", "csv", to_csv_as(&long, CsvForm::International)),
        file("figures-excel-vn", "csv", to_csv_as(&long, CsvForm::VietnameseExcel)),
        file("figures", "json", to_json(&long)),
        file("averages", "csv", to_csv_as(&averages, CsvForm::International)),
        file("averages-excel-vn", "csv", to_csv_as(&averages, CsvForm::VietnameseExcel)),
        file("summary", "md", summary(scene).into_bytes()),
    ]
}

fn runs<'s>(scene: &'s ExportScene<'_>) -> Vec<Run<'s>> {
    let run =
        |case: &'s ExportCase<'_>| Run { scenario: &case.id, closure: case.closure, projection: &case.projection };
    scene.cases.iter().map(run).collect()
}

/// A table of every case, each row with what it comes from.
fn with_origins(scene: &ExportScene<'_>, mut table: Table, runs: &[Run<'_>]) -> Table {
    table.columns.extend(ADDED.map(|head| head.to_column(scene.lang())));
    let origins: Vec<[Cell; 5]> = scene
        .cases
        .iter()
        .map(|case| {
            let name = crate::text::case_name(&case.id, Some(scene.study), scene.lang());
            [
                Cell::text(name),
                Cell::text(case.fingerprint()),
                Cell::text(case.vintage()),
                Cell::text(env!("CARGO_PKG_VERSION")),
                Cell::text(scene.request.stamp.iso()),
            ]
        })
        .collect();
    for row in &mut table.rows {
        let of = |case: &ExportCase<'_>| row.get(1) == Some(&Cell::text(&case.id));
        if let Some(origin) = scene.cases.iter().position(of).and_then(|position| origins.get(position)) {
            row.extend(origin.iter().cloned());
        }
    }
    add_remarks(&mut table, scene.study, runs, scene.lang());
    table
}

const ADDED: [Head; 5] = [
    Head::new("name").with_heading("column-scenario-name"),
    Head::new("fingerprint"),
    Head::new("vintage"),
    Head::new("version"),
    Head::new("date").with_heading("workbook-about-date"),
];

/// The results of the last year as the view Compare shows them, with their origin under the table.
fn summary(scene: &ExportScene<'_>) -> String {
    let results = compare::compare(&StateReader::new(scene.state())).results;
    let lang = scene.lang();
    let mut text = format!("{}\n\n{}", results.about, to_markdown(&results.to_table(lang), lang));
    for case in &scene.cases {
        let name = crate::text::case_name(&case.id, Some(scene.study), lang);
        let origin = provenance(scene.study, case.vintage(), &case.fingerprint(), lang);
        text = format!("{text}\n{name}: {origin} {}\n", scene.request.stamp.to_text(lang));
    }
    let remarks = scene.remarks();
    if !remarks.is_empty() {
        text = format!("{text}\n## {}\n\n- {}\n", label(lang, "remarks-title"), remarks.join("\n- "));
    }
    text
}
