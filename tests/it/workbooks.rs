//! Workbooks of studies that are unlike the shipped one: any ids, any number of records.

use crate::exports::{STAMP, holds, open, places};
use calamine::Reader as _;
use kichban::engine::Closure;
use kichban::export::{Case, to_workbook};
use kichban::files::{built_in, read_study, write_study};
use kichban::lang::Lang;
use kichban::scenario::study::Study;
use kichban::scenario::study::{Park, Project, Shock};
use std::collections::BTreeSet;

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
        let case = Case::new(study, id, closure).unwrap();
        let bytes = to_workbook(&case, Lang::En, STAMP).unwrap();
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
    let case = Case::new(&study, "everything", Closure::Productivity).unwrap();
    let bytes = to_workbook(&case, Lang::Vi, STAMP).unwrap();
    let mut book = open(&bytes);
    let mut longest = 0;
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        longest = formulas.used_cells().map(|cell| cell.2.chars().count()).fold(longest, usize::max);
    }
    assert!((3_000..8_192).contains(&longest), "{longest}");
}
