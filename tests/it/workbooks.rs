//! Workbooks of studies that are unlike the shipped one: any ids, any number of records.

use crate::exports::{STAMP, holds, open, places};
use calamine::{Data, Reader as _};
use kichban::app::{AppState, Command, FileCommand, Notice, NoticeKind, Origin, Preferences, update};
use kichban::engine::Closure;
use kichban::export::{ExportCase, to_workbook};
use kichban::files::{FoundValue, built_in, open_told, read_opened, read_study, write_study};
use kichban::lang::Lang;
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::scenario::study::Study;
use kichban::scenario::study::{Park, Project, Shock};
use kichban::text::explain_edited;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

/// The shipped study with other ids.
fn with_ids(pairs: &[(&str, &str)]) -> Study {
    let mut text = write_study(&built_in().unwrap());
    for (from, to) in pairs {
        for end in ['"', '/'] {
            text = text.replace(&format!("\"{from}{end}"), &format!("\"{to}{end}"));
            text = text.replace(&format!("/{from}{end}"), &format!("/{to}{end}"));
        }
    }
    read_study(text.as_bytes()).unwrap()
}

/// Exports cases of a study and holds every row to the engine; no two names are alike in any case of letters.
fn export(study: &Study) {
    for (id, closure) in [("trend", Closure::Capital), ("everything", Closure::Productivity)] {
        let case = ExportCase::new(study, id, closure).unwrap();
        let bytes = to_workbook(&case, Lang::EN, STAMP).unwrap();
        assert!(holds(&case, &bytes) > 350);
        let names = places(&open(&bytes));
        let alike: BTreeSet<String> = names.keys().map(|name| name.to_ascii_lowercase()).collect();
        assert_eq!(alike.len(), names.len());
        assert!(names.keys().all(|name| name.len() <= 255));
    }
}

#[test]
fn ids_that_differ_by_hyphen_or_case_only_have_names_of_their_own() {
    export(&with_ids(&[("services", "hi-tech"), ("agriculture", "hi_tech")]));
    export(&with_ids(&[("services", "Abc"), ("agriculture", "abc"), ("industry", "ABC")]));
    export(&with_ids(&[("services", "a__b"), ("agriculture", "a"), ("industry", "b")]));
}

#[test]
fn ids_that_are_names_of_inputs_lines_or_cells_can_be_exported() {
    export(&with_ids(&[("services", "realised"), ("agriculture", "jobs_rate"), ("industry", "on_land")]));
    export(&with_ids(&[("services", "Total"), ("agriculture", "Taxes"), ("industry", "TAXES")]));
    export(&with_ids(&[("services", "A1"), ("agriculture", "R1C1"), ("industry", "1")]));
    export(&with_ids(&[("services", "project_goertek"), ("agriculture", "-"), ("industry", "_")]));
    export(&with_ids(&[("services", "growth_x"), ("agriculture", "x"), ("industry", "TRUE")]));
    export(&with_ids(&[("goertek", "base_foxconn"), ("foxconn", "taxes"), ("industry", "fdi")]));
    export(&with_ids(&[("industry", &"long".repeat(200)), ("services", &format!("{}x", "long".repeat(200)))]));
}

/// The shipped study with so many projects, parks and shocks more.
fn with_records(count: usize) -> Study {
    let mut study = built_in().unwrap();
    let (project, park, shock) = (study.projects[0].clone(), study.parks[0].clone(), study.shocks[0].clone());
    study.projects.extend((0..count).map(|n| Project {
        id: format!("du-an-cong-nghiep-so-{n}"),
        registered_musd: 10.0,
        jobs_thousand: 0.1,
        ..project.clone()
    }));
    study.parks.extend((0..count).map(|n| Park { id: format!("khu-cong-nghiep-so-{n}"), ..park.clone() }));
    study.shocks.extend((0..count / 4).map(|n| Shock { id: format!("cu-soc-so-{n}"), ..shock.clone() }));
    study
}

#[test]
fn formulas_over_many_records_stay_within_what_a_spreadsheet_reads() {
    let study = with_records(300);
    export(&study);
    let case = ExportCase::new(&study, "everything", Closure::Productivity).unwrap();
    let bytes = to_workbook(&case, Lang::VI, STAMP).unwrap();
    let mut book = open(&bytes);
    let mut longest = 0;
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        longest = formulas.used_cells().map(|cell| cell.2.chars().count()).fold(longest, usize::max);
    }
    assert!((3_000..8_192).contains(&longest), "{longest}");
}

/// A workbook with other texts between a cell's tags on the sheet of assumptions.
fn edited(bytes: &[u8], edits: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet2.xml" {
            let mut text = String::from_utf8(content).unwrap();
            for (cell, inside) in edits {
                let (before, rest) = text.split_once(&format!("<c r=\"{cell}\"")).unwrap();
                let (open, rest) = rest.split_once("<v>").unwrap();
                let (_, after) = rest.split_once("</v>").unwrap();
                text = format!("{before}<c r=\"{cell}\"{open}{inside}{after}");
            }
            content = text.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The address of the cell of a defined name, so many columns to the right.
fn address(bytes: &[u8], name: &str, columns: u8) -> String {
    let (_, row, column) = places(&open(bytes))[name].clone();
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap() + columns), row + 1)
}

#[test]
fn assumptions_edited_in_a_workbook_are_told_cell_by_cell() {
    let study = built_in().unwrap();
    let case = ExportCase::new(&study, "three-projects", Closure::Productivity).unwrap();
    for lang in Lang::ALL {
        let bytes = to_workbook(&case, lang, STAMP).unwrap();
        assert_eq!(read_opened(&bytes).unwrap().edited, [], "as exported");
        let growth = address(&bytes, "gp_industry", 2);
        let land = address(&bytes, "land_limit", 0);
        let price = address(&bytes, "P0_industry", 0);
        let changes = [(growth.as_str(), "<v>0.25</v>"), (land.as_str(), "<v>7</v>"), (price.as_str(), "")];
        let opened = read_opened(&edited(&bytes, &changes)).unwrap();
        assert_eq!(opened.study, read_opened(&bytes).unwrap().study, "the study is as it was exported");
        let told: Vec<(&str, &str, Option<i32>, FoundValue)> = opened
            .edited
            .iter()
            .map(|cell| (cell.cell.as_str(), cell.name.as_str(), cell.year, cell.found.clone()))
            .collect();
        let year = case.projection.horizon().base() + 2;
        assert_eq!(
            told,
            [
                (land.as_str(), "land_limit", None, FoundValue::Number(7.0)),
                (price.as_str(), "P0_industry", None, FoundValue::Nothing),
                (growth.as_str(), "gp_industry", Some(year), FoundValue::Number(25.0)),
            ]
        );
        let words = explain_edited(&opened.edited, 2, lang);
        assert_eq!(words.lines().count(), 4, "{words}");
        assert!(words.contains(&land) && words.contains("→ 7") && !words.contains(&growth), "{words}");
        assert!(explain_edited(&opened.edited, 3, lang).contains("→ 25, "));
    }
}

#[test]
fn a_notice_and_the_error_stream_tell_of_edited_assumptions() {
    let study = built_in().unwrap();
    let case = ExportCase::new(&study, "trend", Closure::Capital).unwrap();
    let bytes = to_workbook(&case, Lang::EN, STAMP).unwrap();
    let cell = address(&bytes, "land_limit", 0);
    let folder = tempfile::tempdir().unwrap();
    let (path, plain) = (folder.path().join("edited.xlsx"), folder.path().join("plain.xlsx"));
    std::fs::write(&path, edited(&bytes, &[(&cell, "<v>1</v>")])).unwrap();
    std::fs::write(&plain, &bytes).unwrap();
    let mut state = AppState::new(study, Origin::Shipped, Preferences::default());
    let opened = |path: &Path| {
        Command::File(FileCommand::Opened { path: path.to_owned(), result: open_told(path).map(Box::new) })
    };
    update(&mut state, opened(&plain));
    assert!(state.notices.is_empty());
    update(&mut state, opened(&path));
    assert!(matches!(&state.notices[..], [Notice { kind: NoticeKind::Edited(edited), .. }] if edited.len() == 1));
    for (file, told) in [(&path, true), (&plain, false)] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_kichban"))
            .args(["check", "--lang", "en"])
            .arg(file)
            .output()
            .unwrap();
        assert!(run.status.success());
        let words = String::from_utf8(run.stderr).unwrap();
        assert_eq!(words.contains(&format!("({cell}, land_limit): 0 → 1")), told, "{words}");
    }
}

#[test]
fn a_cell_whose_formula_gives_nothing_holds_nothing() {
    // Without product taxes their growth and their price level divide by nothing.
    let mut study = built_in().unwrap();
    let scenario = study.scenarios.iter_mut().find(|one| one.id == "three-projects").unwrap();
    scenario.settings.insert(LeverKey::parse("product_tax_share").unwrap(), Setting::Constant(0.0));
    let case = ExportCase::new(&study, "three-projects", Closure::Productivity).unwrap();
    let bytes = to_workbook(&case, Lang::EN, STAMP).unwrap();
    let mut book = open(&bytes);
    let places = places(&book);
    let last = u32::try_from(case.projection.horizon().len() - 1).unwrap();
    for name in ["output_growth_taxes", "deflator_taxes"] {
        let (sheet, row, first) = &places[name];
        let (row, column) = (*row, first + last);
        let formula = book.worksheet_formula(sheet).unwrap().get_value((row, column)).cloned().unwrap();
        assert!(formula.contains("\"\""), "{name}: {formula}");
        // What a reader sees that does not recalculate.
        let range = book.worksheet_range(sheet).unwrap();
        let kept = range.get_value((row, column)).cloned().unwrap_or_default();
        assert!(kept == Data::Empty || kept == Data::String(String::new()), "{name}: {kept:?}");
    }
}
