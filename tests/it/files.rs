//! Study files: exact round trips, and every kind of broken file told with its place, the file untouched.

use kichban::files::{
    FileError, FileProblem, Place, Refusal, backups_of, built_in, is_study, open, read_study, save, save_with_backup,
    shipped_studies, write_study,
};
use kichban::lang::Lang;
use kichban::scenario::figure::Quantity;
use kichban::scenario::links::Links;
use kichban::scenario::study::{BaselineRule, Study};
use kichban::scenario::{RecordProblem, StudyError};
use kichban::text::explain_file_error;
use proptest::prelude::*;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use tempfile::tempdir;

fn study() -> Study {
    built_in().unwrap()
}

/// The text of the built-in study after one replacement.
fn edited(from: &str, to: &str) -> String {
    let text = write_study(&study());
    assert!(text.contains(from), "the study has no {from:?}");
    text.replacen(from, to, 1)
}

fn refused(text: &str) -> FileError {
    read_study(text.as_bytes()).unwrap_err()
}

/// Line and column of the first occurrence.
fn place_of(text: &str, words: &str) -> Place {
    let (before, _) = text.split_once(words).unwrap();
    let line = 1 + before.matches('\n').count();
    Place { line, column: 1 + before.rsplit('\n').next().unwrap().chars().count() }
}

#[test]
fn every_shipped_study_is_written_as_it_was_read() {
    for one in shipped_studies() {
        let first = read_study(one.text.as_bytes()).unwrap();
        let text = write_study(&first);
        assert_eq!(read_study(text.as_bytes()).unwrap(), first);
        assert_eq!(write_study(&read_study(text.as_bytes()).unwrap()), text, "the order is stable");
    }
}

#[test]
fn a_study_is_written_one_value_a_line() {
    let text = write_study(&study());
    assert!(text.starts_with("#![enable(implicit_some)]\n(\n  format: 2,\n  id: \"bac-ninh-2030\",\n"));
    assert!(text.ends_with(")\n") && !text.contains('\t') && !text.contains("Some("));
    assert!(text.contains("\n    fdi_profile: [\n      0.3,\n      0.4,\n"));
}

#[test]
fn saving_replaces_the_file_whole() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("một nghiên cứu.ron");
    let mut study = study();
    save(&path, &study).unwrap();
    assert_eq!(open(&path).unwrap(), study);
    study.horizon = 2035;
    save(&path, &study).unwrap();
    assert_eq!(open(&path).unwrap().horizon, 2035);
    let files: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(files.len(), 1, "no temporary file stays behind");
}

#[test]
fn a_study_is_known_by_either_ending() {
    for name in ["a.kichban", "a.ron", "Kế hoạch.KICHBAN", "thư mục/a.b.Ron"] {
        assert!(is_study(Path::new(name)), "{name}");
    }
    for name in ["a.xlsx", "kichban", ".kichban", "a.kichban.autosave", "ron", ""] {
        assert!(!is_study(Path::new(name)), "{name}");
    }
}

#[test]
fn a_dated_copy_ends_as_its_file_does() {
    let folder = tempdir().unwrap();
    for name in ["kế hoạch.kichban", "kế hoạch.ron"] {
        let path = folder.path().join(name);
        let mut edited = study();
        save(&path, &edited).unwrap();
        edited.horizon = 2035;
        save_with_backup(&path, &edited, None, 1_772_323_200).unwrap().unwrap();
        let copies = backups_of(&path);
        assert_eq!(copies.len(), 1, "{copies:?}");
        assert_eq!(copies[0].extension(), path.extension());
        assert_eq!(open(&copies[0]).unwrap(), study());
    }
}

#[test]
fn a_save_that_is_refused_names_the_path_and_leaves_the_file() {
    let folder = tempdir().unwrap();
    let missing = folder.path().join("no").join("study.ron");
    let error = save(&missing, &study()).unwrap_err();
    assert_eq!(error.problem, FileProblem::Unwritable(Refusal::NoFolder));
    assert_eq!(error.path.as_deref(), Some(missing.as_path()));
    let error = save(folder.path(), &study()).unwrap_err();
    assert_eq!(error.problem, FileProblem::Unwritable(Refusal::IsFolder));
    let kept = folder.path().join("kept.ron");
    fs::write(&kept, "mine").unwrap();
    let mut permissions = fs::metadata(&kept).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&kept, permissions).unwrap();
    assert_eq!(save(&kept, &study()).unwrap_err().problem, FileProblem::Unwritable(Refusal::Denied));
    assert_eq!(fs::read_to_string(&kept).unwrap(), "mine");
}

#[test]
fn a_missing_file_and_a_folder_are_told_apart() {
    let folder = tempdir().unwrap();
    assert_eq!(open(&folder.path().join("x.ron")).unwrap_err().problem, FileProblem::NotFound);
    assert!(matches!(open(folder.path()).unwrap_err().problem, FileProblem::Unreadable(_)));
}

#[test]
fn a_file_cut_anywhere_ends_too_early() {
    let text = write_study(&study());
    let end = text.trim_end().len();
    for step in 1..200 {
        let mut cut = end * step / 200;
        while !text.is_char_boundary(cut) {
            cut += 1;
        }
        let part = text.get(..cut).unwrap();
        let error = refused(part);
        assert_eq!(error.problem, FileProblem::Truncated, "cut at {cut}: {error}");
        assert_eq!(error.place.unwrap().line, 1 + part.matches('\n').count(), "cut at {cut}");
    }
}

#[test]
fn unknown_missing_and_repeated_fields_are_named() {
    let text = edited("horizon: 2030", "horizont: 2030");
    let error = refused(&text);
    assert_eq!(error.place, Some(place_of(&text, "horizont")));
    assert!(matches!(error.problem, FileProblem::UnknownField { field, known }
        if field == "horizont" && known.contains(&"horizon".to_owned())));
    let error = refused(&edited("  horizon: 2030,\n", ""));
    assert_eq!(error.problem, FileProblem::MissingField { field: "horizon".to_owned() });
    let error = refused(&edited("  horizon: 2030,\n", "  horizon: 2030,\n  horizon: 2030,\n"));
    assert_eq!(error.problem, FileProblem::DuplicateField { field: "horizon".to_owned() });
}

#[test]
fn values_of_another_kind_stand_at_their_line() {
    for (from, to) in [
        ("closure: productivity", "closure: fast"),
        ("horizon: 2030", "horizon: \"2030\""),
        ("visible: true", "visible: yes"),
        ("format: 2", "format: -1"),
    ] {
        let text = edited(from, to);
        let error = refused(&text);
        assert_eq!(error.place.unwrap().line, place_of(&text, to).line, "{to}: {error}");
    }
    let text = edited("price_base_year: 2010", "price_base_year: 1e999");
    assert_eq!(refused(&text).problem, FileProblem::UnusableNumber { text: "1e999".to_owned() });
}

#[test]
fn a_share_of_140_per_cent_is_refused_at_its_value() {
    let text = edited("value: 75.5,", "value: 140.0,");
    let error = refused(&text);
    assert_eq!(error.place, Some(place_of(&text, "value: 140.0")));
    assert!(matches!(&error.problem, FileProblem::Record(RecordProblem::ShareOutOfRange { value, .. })
        if (value - 1.4).abs() < 1e-12));
    let told = explain_file_error(&error, Lang::VI);
    assert!(told.sentence.contains("140%"), "{}", told.sentence);
}

#[test]
fn capital_must_be_positive() {
    let mut study = study();
    let figure =
        Arc::make_mut(&mut study.observations).iter_mut().find(|figure| figure.quantity == Quantity::Output).unwrap();
    (figure.quantity, figure.value) = (Quantity::Capital, 250.125);
    let text = write_study(&study).replacen("value: 250.125", "value: -250.125", 1);
    let error = refused(&text);
    assert_eq!(error.place, Some(place_of(&text, "value: -250.125")));
    assert!(matches!(
        error.problem,
        FileProblem::Record(RecordProblem::NotPositive { quantity: Quantity::Capital, .. })
    ));
}

#[test]
fn a_year_twice_in_a_table_and_a_figure_twice_in_a_list_are_refused() {
    let lever = "\"investment_rate\": points({\n2025: 0.3,\n2025: 0.4,\n}),\n";
    let text = edited("settings: {\n", &format!("settings: {{\n{lever}"));
    let error = refused(&text);
    assert_eq!(error.problem, FileProblem::Record(RecordProblem::DuplicateYear { year: 2025 }));
    assert_eq!(error.place.unwrap().line, place_of(&text, "2025: 0.4").line);
    let mut study = study();
    let first = study.observations[0].clone();
    Arc::make_mut(&mut study.observations).push(first);
    let error = refused(&write_study(&study));
    assert!(matches!(&error.problem, FileProblem::Study(StudyError::DuplicateFigure(twice))
        if twice.place == format!("observations[{}]", study.observations.len() - 1)));
    assert!(error.place.unwrap().line > 100);
}

#[test]
fn statements_across_records_have_their_line_too() {
    let mut study = study();
    let base_year = study.baselines[0].base_year;
    let BaselineRule::Targets { years, .. } = &mut study.baselines[0].rule else { panic!("the plan has targets") };
    years[0] = base_year;
    let text = write_study(&study);
    let error = refused(&text);
    assert!(matches!(error.problem, FileProblem::Study(StudyError::TargetBeforeBase { .. })));
    assert_eq!(error.place.unwrap().line, place_of(&text, "  baselines: [").line + 1);

    let text = edited("parent: \"trend\"", "parent: \"trent\"");
    let error = refused(&text);
    assert!(matches!(error.problem, FileProblem::Study(StudyError::UnknownReference { .. })));
    assert_eq!(error.place, Some(place_of(&text, "parent: \"trent\"")));

    let text = edited("settings: {\n", "settings: {\n\"exchange_rate\": constant(1.0),\n");
    let error = refused(&text);
    assert!(matches!(error.problem, FileProblem::Study(StudyError::BeyondHardRange { .. })), "{error}");
    assert_eq!(error.place.unwrap().line, place_of(&text, "\"exchange_rate\"").line);

    let start = format!("start: {}", study.projects[0].start);
    let error = refused(&edited(&start, "start: 2147483647"));
    assert!(matches!(error.problem, FileProblem::Study(StudyError::YearOutOfRange { year: i32::MAX, .. })));
}

#[test]
fn a_newer_version_is_recognised_whatever_else_it_holds() {
    let text = edited("format: 2,", "format: 3,\n  fields_of_the_future: [(a: (b: 1))],");
    let error = refused(&text);
    assert_eq!(error.problem, FileProblem::Newer { found: 3, known: 2 });
    assert_eq!(error.place, Some(place_of(&text, "3,\n  fields")));
    assert_eq!(refused(&edited("format: 2,", "format: 0,")).problem, FileProblem::UnknownVersion { found: 0 });
}

#[test]
fn a_file_of_version_1_opens_without_links_and_is_saved_as_the_present_one() {
    let text = edited("format: 2,", "format: 1,");
    let (before, rest) = text.split_once("  links: (").unwrap();
    let (_, after) = rest.split_once("  projects: [").unwrap();
    let old = format!("{before}  projects: [{after}");
    let read = read_study(old.as_bytes()).unwrap();
    assert!(read.links.is_empty());
    assert_eq!(read.format, 2);
    assert_eq!(read, Study { links: Links::default(), ..study() });
    assert!(write_study(&read).contains("\n  format: 2,\n"));
}

#[test]
fn links_name_what_exists() {
    let error = refused(&edited("months: 11", "months: 12"));
    let problem = StudyError::MonthsOutOfRange { vintage: "eleven-months".to_owned(), months: 12 };
    assert_eq!(error.problem, FileProblem::Study(problem));
    assert!(error.place.is_some());
    let twice = edited("vintage: \"eight-months\",\n        months", "vintage: \"half-year\",\n        months");
    assert!(matches!(refused(&twice).problem, FileProblem::Study(StudyError::DuplicateId { .. })));
    let text = edited(
        "year: 2024,\n            vintage: \"press-2024-new\"",
        "year: 2014,\n            vintage: \"press-2024-new\"",
    );
    let error = refused(&text);
    assert!(matches!(error.problem, FileProblem::Study(StudyError::UnknownReference { .. })), "{error}");
}

#[test]
fn hostile_files_are_refused_quickly() {
    let deep = format!("(format: 1, note: {}", "(a: ".repeat(100_000));
    assert_eq!(refused(&deep).problem, FileProblem::Truncated);
    let deep = format!("{deep}{}", ")".repeat(100_001));
    assert!(matches!(refused(&deep).problem, FileProblem::TooDeep | FileProblem::UnknownField { .. }));
    assert!(matches!(refused(&"[".repeat(1_000_000)).problem, FileProblem::Truncated | FileProblem::Syntax { .. }));
    assert_eq!(refused(" \n\t").problem, FileProblem::Empty);
    let binary = [b"(format: 1, id: \"".as_slice(), &[0xff, 0xfe]].concat();
    assert_eq!(read_study(&binary).unwrap_err().problem, FileProblem::NotUtf8 { byte: 17 });
    let picture = [b"\x89PNG\r\n\x1a\n".as_slice(), &[0, 0, 0, 13]].concat();
    assert_eq!(read_study(&picture).unwrap_err().problem, FileProblem::NotText);
    let huge = vec![b' '; 17 * 1024 * 1024];
    assert!(matches!(read_study(&huge).unwrap_err().problem, FileProblem::TooLarge { .. }));
}

#[test]
fn every_broken_file_has_one_message_in_both_languages_and_stays_as_it_was() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("broken.ron");
    for (from, to) in [
        ("horizon: 2030", "horizont: 2030"),
        ("  horizon: 2030,\n", ""),
        ("value: 75.5,", "value: 140.0,"),
        ("format: 2,", "format: 9,"),
        ("parent: \"trend\"", "parent: \"nobody\""),
        ("closure: productivity", "closure: fast"),
        ("sectors: [", "sectors: ("),
    ] {
        let text = edited(from, to);
        fs::write(&path, &text).unwrap();
        let error = open(&path).unwrap_err();
        assert_eq!(error.path.as_deref(), Some(path.as_path()));
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "the file is untouched");
        for lang in Lang::ALL {
            let told = explain_file_error(&error, lang);
            assert!(told.sentence.contains("broken.ron") && !told.hint.is_empty(), "{told:?}");
            assert!(!told.sentence.contains("error-") && !told.sentence.contains('\n'), "{told:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_number_survives_to_the_bit(place in any::<prop::sample::Index>(), bits in any::<u64>()) {
        let mut study = study();
        let value = f64::from_bits(bits);
        // The reader refuses what is beyond 1e15 in the unit of the model, which may be a thousandth.
        prop_assume!(value.is_finite() && value.abs() <= 1e11);
        // Rates and shares have bounds; amounts of money have none.
        let free: Vec<usize> =
            (0..study.observations.len()).filter(|&i| study.observations[i].quantity == Quantity::Exports).collect();
        Arc::make_mut(&mut study.observations)[free[place.index(free.len())]].value = value;
        study.projects[0].registered_musd = value;
        let read = read_study(write_study(&study).as_bytes()).unwrap();
        prop_assert_eq!(read.projects[0].registered_musd.to_bits(), value.to_bits());
        prop_assert_eq!(read, study);
    }

    #[test]
    fn any_text_survives(vi in any::<String>(), en in "[\"\\\\#'\n\r\t a-zA-ZđĐưƯ\u{301}]{0,40}") {
        let mut study = study();
        study.note.vi = vi;
        study.note.en.clone_from(&en);
        Arc::make_mut(&mut study.observations)[0].quote = en;
        prop_assert_eq!(read_study(write_study(&study).as_bytes()).unwrap(), study);
    }

    #[test]
    fn random_bytes_are_refused(bytes in any::<Vec<u8>>()) {
        prop_assert!(read_study(&bytes).is_err());
    }

    #[test]
    fn a_changed_byte_never_stops_the_program(place in any::<prop::sample::Index>(), byte in 32_u8..127) {
        let mut bytes = write_study(&study()).into_bytes();
        let index = place.index(bytes.len());
        bytes[index] = byte;
        if let Err(error) = read_study(&bytes) {
            prop_assert!(!explain_file_error(&error, Lang::EN).sentence.is_empty());
        }
    }
}
