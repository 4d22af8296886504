//! Workbooks of studies that are unlike the shipped one: any ids, any number of records.

use crate::exports::{STAMP, holds, open, places};
use kichban::engine::Closure;
use kichban::export::{Case, to_workbook};
use kichban::files::{built_in, read_study, write_study};
use kichban::lang::Lang;
use kichban::scenario::study::Study;
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
