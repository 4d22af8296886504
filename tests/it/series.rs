//! What an import asks, tells and remembers against a study: breaks, currencies, labels of two tables, recipes, what is left.

use crate::importing::workbook;
use kichban::app::import::{ImportChoice, ImportCommand, ImportGoal, pasted_table};
use kichban::app::{AppState, Command, DocumentCommand, Origin, Preferences, update};
use kichban::files::{read_study, write_study};
use kichban::importing::{
    ImportFrame, ImportMeasure, ImportSession, IntakeChange, LineRole, NewStudy, NewStudyProblem, OtherQuantity,
    SeriesAnswer, TypedTable, Unfit, create_study, figures_to_take, unusual_growth,
};
use kichban::lang::Lang;
use kichban::quantity::{PriceBasis, Quantity, Unit};
use kichban::reading::{ImportAnswer, ImportAnswers, QuestionTopic, SeriesBreak};
use kichban::scenario::figure::Figure;
use kichban::scenario::study::Study;
use kichban::scenario::{Edit, StudyError, StudyFrame, apply_edit};
use kichban::text::{explain_new_study_problem, explain_unfit, tell_not_taken, tell_open_question};
use std::path::PathBuf;
use std::sync::Arc;

fn read(text: &str) -> ImportSession {
    let mut session = ImportSession::new(None);
    session.propose_territory("Minh Sơn");
    session.add_file("bang.tsv", Arc::from(text.as_bytes())).unwrap();
    session.accept_proposals().unwrap();
    session
}

const ROWS: &str = "\t2023\t2024\nTổng số\t150.5\t165.5\nNông nghiệp\t50.5\t55.5\nDịch vụ\t100.0\t110.0\n";

#[test]
fn figures_in_another_currency_are_refused_and_those_in_dong_are_not() {
    for (unit, fits) in [("Tỷ đồng", true), ("Triệu đồng", true), ("Triệu USD", false), ("mn USD", false)] {
        let session = read(&format!("Tổng sản phẩm theo giá hiện hành ({unit})\n{ROWS}"));
        let measures: Vec<_> = session.offers().iter().map(|offer| offer.measure).collect();
        assert!(!measures.is_empty());
        for measure in measures {
            assert_eq!(measure.is_ok(), fits, "{unit}: {measure:?}");
            assert!(fits || measure == Err(Unfit::Unit), "{unit}: {measure:?}");
        }
        assert_eq!(session.taken().count() > 0, fits, "{unit}");
    }
}

fn study() -> Study {
    let mut session = ImportSession::new(None);
    session.propose_territory("Minh Sơn");
    session.add_file("nien-giam-2024.xlsx", workbook(1.0)).unwrap();
    session.accept_proposals().unwrap();
    let frame = NewStudy { territory: "Minh Sơn".to_owned(), growth: Some(6.0), ..NewStudy::default() };
    create_study(&session, &frame, "nien-giam-2024", "2026-11-29").unwrap()
}

fn frame_of(study: &Study) -> ImportFrame {
    ImportFrame { territory: study.territory.clone(), vintage: study.history_vintage.clone() }
}

/// The next release, all values of output a quarter higher.
fn benchmark(study: &Study) -> ImportSession {
    let mut session = ImportSession::new(Some(study.price_base_year));
    session.follow_recipes(&study.recipes);
    session.add_file("nien-giam-2025.xlsx", workbook(1.25)).unwrap();
    session.accept_proposals().unwrap();
    session
}

#[test]
fn a_benchmark_is_asked_with_both_figures_and_taken_apart_unless_somebody_says_otherwise() {
    let study = study();
    let frame = frame_of(&study);
    let mut session = benchmark(&study);
    let asked = session.series_questions(&study, &frame);
    assert_eq!(asked.len(), 2, "output at constant and at current prices: {asked:?}");
    for question in &asked {
        assert_eq!(question.question.topic, QuestionTopic::Series);
        assert!(question.question.essential && question.question.answer.is_none());
        let evidence = question.series.as_ref().unwrap();
        assert!(matches!(evidence.found, SeriesBreak::Benchmark { .. }));
        assert!(evidence.revised.iter().all(|one| (one.new / one.old - 1.25).abs() < 1e-9), "{evidence:?}");
        for lang in Lang::ALL {
            let told = tell_open_question(question, lang);
            assert!(
                told.contains("nien-giam-2025.xlsx") && told.contains(" → ") && !told.contains("import-"),
                "{told}"
            );
        }
    }
    assert_eq!(session.open_against(&study, &frame).len(), 2);
    // Until it is answered the proposal holds: nothing that the study has is replaced.
    let apart = session.changes(&study, &frame);
    assert!(apart.iter().any(|change| matches!(change, IntakeChange::Beside { .. })));
    assert!(!apart.iter().any(|change| matches!(change, IntakeChange::Revised { .. })));
    session.accept_all(&study, &frame.vintage).unwrap();
    assert_eq!(session.open_against(&study, &frame).len(), 0);
    let taken = figures_to_take(&session, &study, &frame);
    assert!(!taken.is_empty() && taken.iter().all(|figure| figure.vintage == "nien-giam-2025"), "{taken:?}");
    for question in session.series_questions(&study, &frame) {
        session.answer(&question, SeriesAnswer::OneSeries.id()).unwrap();
    }
    let changes = session.changes(&study, &frame);
    assert!(changes.iter().any(|change| matches!(change, IntakeChange::Revised { .. })));
    assert!(!changes.iter().any(|change| matches!(change, IntakeChange::Beside { .. })));
    session.take_answers(ImportAnswers(vec![ImportAnswer {
        table: "*".to_owned(),
        file: String::new(),
        question: "series".to_owned(),
        answer: SeriesAnswer::LeftOut.id().to_owned(),
    }]));
    for question in session.series_questions(&study, &frame) {
        session.answer(&question, SeriesAnswer::LeftOut.id()).unwrap();
    }
    assert_eq!(figures_to_take(&session, &study, &frame), []);
}

#[test]
fn the_same_figures_and_small_revisions_are_one_series() {
    let study = study();
    let frame = frame_of(&study);
    for factor in [1.0, 1.004] {
        let mut session = ImportSession::new(Some(study.price_base_year));
        session.follow_recipes(&study.recipes);
        session.add_file("nien-giam-2025.xlsx", workbook(factor)).unwrap();
        assert_eq!(session.series_questions(&study, &frame), [], "{factor}");
    }
}

#[test]
fn the_window_takes_nothing_while_a_break_is_open_and_all_as_one_step() {
    let mut state = AppState::new(study(), Origin::Shipped, Preferences::default());
    update(&mut state, Command::Import(ImportCommand::Begin(ImportGoal::IntoStudy)));
    let path = PathBuf::from("nien-giam-2025.xlsx");
    let read = ImportCommand::Read { path, bytes: Ok(workbook(1.25)), read_on: "2026-11-29".to_owned() };
    update(&mut state, Command::Import(read));
    let before = Arc::clone(&state.study);
    update(&mut state, Command::Import(ImportCommand::Take));
    let problem = state.import.as_ref().unwrap().problem.clone();
    assert!(problem.is_some() && state.study == before);
    update(&mut state, Command::Import(ImportCommand::Choice(ImportChoice::AcceptAll)));
    update(&mut state, Command::Import(ImportCommand::Take));
    assert!(state.import.is_none(), "{:?}", state.import.map(|import| import.problem));
    assert!(state.study.observations.iter().any(|figure| figure.vintage == "nien-giam-2025"));
    // What the study had stands as it was.
    let kept = |figure: &Figure| state.study.observations.contains(figure);
    assert!(before.observations.iter().all(kept));
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(state.study, before);
}

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("series");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_command_line_refuses_an_open_break_and_takes_an_answer() {
    let known = folder().join("minh-son.kichban");
    std::fs::write(&known, write_study(&study())).unwrap();
    let file = folder().join("nien-giam-2025.xlsx");
    std::fs::write(&file, workbook(1.25)).unwrap();
    let (answers, out) = (folder().join("answers.ron"), folder().join("next.kichban"));
    std::fs::write(&answers, r#"[(table: "*", question: "series-benchmark", answer: "one-series")]"#).unwrap();
    let _gone = std::fs::remove_file(&out);
    let run = |more: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_kichban"));
        command.arg("import").arg(&known).arg(&file).args(["--lang", "en", "--date", "2026-11-29", "--out"]).arg(&out);
        command.args(more).output().unwrap()
    };
    let refused = run(&[]);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(3), "{told}");
    assert!(told.contains("series-benchmark:output") && told.contains(" → "), "{told}");
    assert!(!out.exists());
    let taken = run(&["--answers", answers.to_str().unwrap()]);
    assert_eq!(taken.status.code(), Some(0), "{}", String::from_utf8_lossy(&taken.stderr));
    let next = read_study(&std::fs::read(&out).unwrap()).unwrap();
    let total = |figure: &&Figure| {
        (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::Output, "total", Some(2024))
    };
    let totals: Vec<f64> = next.observations.iter().filter(total).map(|figure| figure.value).collect();
    assert_eq!(totals, [56970.0 * 1.25]);
}

#[test]
fn one_label_in_two_tables_is_answered_apart_and_remembered_so() {
    let mut session = ImportSession::new(None);
    session.propose_territory("Minh Sơn");
    session.add_file("nien-giam-2024.xlsx", workbook(1.0)).unwrap();
    session.accept_proposals().unwrap();
    let study = study();
    let label = "Xây dựng";
    let output: Vec<_> =
        session.taken().filter(|(.., measure)| measure.has_lines()).map(|(offer, ..)| offer.clone()).collect();
    assert_eq!(output.len(), 2);
    let role = |session: &ImportSession, which: usize| {
        let roles = session.roles(&output[which], Some(&study));
        roles.into_iter().find(|role| role.outline.label == label).unwrap().role
    };
    let line = role(&session, 0);
    assert!(matches!(line, LineRole::Line(_)));
    session.say_role_in(&output[0].key, label, LineRole::LeftOut);
    assert_eq!(
        [role(&session, 0), role(&session, 1)],
        [LineRole::LeftOut, LineRole::LeftOut],
        "nothing said of the other"
    );
    session.say_role_in(&output[1].key, label, line.clone());
    assert_eq!([role(&session, 0), role(&session, 1)], [LineRole::LeftOut, line.clone()]);
    // Next year's file is read with both answers.
    let recipes = session.recipes("niên giám", Some(&study));
    let kept = recipes[0].labels.iter().filter(|kept| kept.label == label).count();
    assert_eq!(kept, 2, "{:?}", recipes[0].labels);
    let again = Study { recipes, ..study.clone() };
    let text = write_study(&again);
    assert_eq!(read_study(text.as_bytes()).unwrap(), again);
    let mut next = ImportSession::new(None);
    next.follow_recipes(&again.recipes);
    next.add_file("nien-giam-2025.xlsx", workbook(1.0)).unwrap();
    let offers: Vec<_> =
        next.offers().iter().filter(|offer| offer.measure.is_ok_and(ImportMeasure::has_lines)).cloned().collect();
    let of = |which: usize| {
        let key = &output[which].key;
        let offer = offers.iter().find(|offer| offer.key.measure == key.measure).unwrap();
        next.roles(offer, Some(&study)).into_iter().find(|role| role.outline.label == label).unwrap().role
    };
    assert_eq!([of(0), of(1)], [LineRole::LeftOut, line]);
}

#[test]
fn recipes_are_renamed_and_deleted_in_one_step_each() {
    let mut state = AppState::new(study(), Origin::Shipped, Preferences::default());
    let before = Arc::clone(&state.study);
    assert_eq!(before.recipes.len(), 1);
    let mut frame = StudyFrame::of(&before);
    "  niên giám thống kê ".clone_into(&mut frame.recipes[0].recipe.name);
    update(&mut state, Command::edit(Edit::SetFrame(Box::new(frame.clone()))));
    assert_eq!(state.study.recipes[0].recipe.name, "niên giám thống kê");
    frame.recipes.clear();
    update(&mut state, Command::edit(Edit::SetFrame(Box::new(frame.clone()))));
    assert_eq!(state.study.recipes, []);
    update(&mut state, Command::Document(DocumentCommand::Undo));
    update(&mut state, Command::Document(DocumentCommand::Undo));
    assert_eq!(state.study, before);
    frame.recipes = vec![before.recipes[0].clone(), before.recipes[0].clone()];
    let twice = apply_edit(&before, &Edit::SetFrame(Box::new(frame.clone()))).unwrap_err();
    assert_eq!(twice, StudyError::SameName { name: before.recipes[0].recipe.name.clone() });
    frame.recipes.truncate(1);
    frame.recipes[0].recipe.name = "  ".to_owned();
    let nameless = apply_edit(&before, &Edit::SetFrame(Box::new(frame))).unwrap_err();
    assert!(matches!(nameless, StudyError::NoName { .. }), "{nameless:?}");
}

#[test]
fn a_record_that_fails_for_another_reason_than_its_length_says_so() {
    let years: Vec<String> = (2015..=2024).map(|year| year.to_string()).collect();
    // Ten years of output, and in the last one a sector makes nothing: no growth can be found from there.
    let row = |name: &str, (first, step): (f64, f64), last: f64| {
        let values: Vec<String> = (0..9_u8).map(|year| (f64::from(year) * step + first).to_string()).collect();
        format!("{name}\t{}\t{last}\n", values.join("\t"))
    };
    let rows = [
        row("Tổng số", (100.5, 5.0), 145.5),
        row("Nông nghiệp", (40.25, 2.0), 0.0),
        row("Dịch vụ", (60.25, 3.0), 145.5),
    ]
    .concat();
    let table = |title: &str| format!("{title}\n\t{}\n{rows}", years.join("\t"));
    let session = read(&table("Tổng sản phẩm theo giá so sánh 2010 (Tỷ đồng)"));
    let frame = NewStudy { territory: "Minh Sơn".to_owned(), ..NewStudy::default() };
    let problem = create_study(&session, &frame, "v", "2026-11-29").unwrap_err();
    let NewStudyProblem::Record(_) = &problem else { panic!("{problem:?}") };
    for lang in Lang::ALL {
        let told = explain_new_study_problem(&problem, lang);
        assert_ne!(told.sentence, explain_new_study_problem(&NewStudyProblem::NoGrowth, lang).sentence);
        assert!(!told.sentence.starts_with("error-"), "{told:?}");
    }
}

#[test]
fn what_comes_in_by_hand_only_is_told_by_its_name() {
    let text = "Vốn đầu tư thực hiện trên địa bàn theo giá hiện hành (Tỷ đồng)\n\t2023\t2024\nTổng số\t50.5\t55.5\nNhà nước\t20.5\t25.5\nNgoài nhà nước\t30\t30\n";
    let session = read(text);
    let measures: Vec<_> = session.offers().iter().map(|offer| offer.measure).collect();
    assert_eq!(measures, [Err(Unfit::ByHand(OtherQuantity::Investment))]);
    for (lang, name) in [(Lang::VI, "Vốn đầu tư"), (Lang::EN, "Investment")] {
        let told = tell_not_taken(session.offers(), lang);
        assert!(told.len() == 1 && told[0].contains(name) && told[0].contains("bang.tsv"), "{told:?}");
        assert!(explain_unfit(Unfit::ByHand(OtherQuantity::Investment), lang).contains(name));
    }
}

#[test]
fn growth_of_more_than_half_is_asked_about_before_typed_figures_go_on() {
    let mut state = AppState::new(study(), Origin::Shipped, Preferences::default());
    let mut table = TypedTable::new(Quantity::Output, vec!["Dịch vụ".to_owned()], vec![2024, 2025]);
    table.price_base = Some(2010);
    table.paste(0, Some(0), "17920.5\t35840.5");
    let take = || Command::Import(ImportCommand::TakeTyped { read_on: "2026-11-29".to_owned() });
    update(&mut state, Command::Import(ImportCommand::TypeFigures(Box::new(table))));
    update(&mut state, take());
    let import = state.import.as_ref().unwrap();
    assert!(import.problem.is_some() && import.typed.is_some() && import.session.files().is_empty());
    update(&mut state, take());
    let import = state.import.as_ref().unwrap();
    assert!(import.typed.is_none() && import.session.files().len() == 1, "{:?}", import.problem);
}

#[test]
fn an_observation_that_is_typed_is_compared_with_its_neighbours() {
    let study = study();
    let line = study.sectors[3].id.clone();
    let typed = |year: i32, value: f64| Figure {
        line: line.clone(),
        year: Some(year),
        value,
        unit: Unit::TrillionVnd,
        price_basis: PriceBasis::Constant,
        territory: study.territory.clone(),
        vintage: study.history_vintage.clone(),
        ..Figure::blank(Quantity::Output)
    };
    // 17,920 billion in 2024.
    assert_eq!(unusual_growth(&study, &typed(2025, 19.0), None), None);
    let far = unusual_growth(&study, &typed(2025, 28.0), None).unwrap();
    assert!((far.before - 17.92).abs() < 1e-9 && (far.growth - (28.0 / 17.92 - 1.0)).abs() < 1e-12, "{far:?}");
    assert!(unusual_growth(&study, &typed(2014, 3.0), None).is_some(), "and with the year after it");
    assert_eq!(unusual_growth(&study, &typed(2027, 99.0), None), None, "no year beside it");
}

#[test]
fn a_block_pasted_for_a_figure_opens_the_grid_at_its_line_and_year() {
    let study = study();
    let figure = |quantity, line: &str| Figure {
        line: line.to_owned(),
        year: Some(2025),
        unit: Unit::BillionVnd,
        ..Figure::blank(quantity)
    };
    let second = study.sectors[1].id.clone();
    let table = pasted_table(&study, Lang::VI, &figure(Quantity::Output, &second), "1,5\t1,6\n2,5\t2,6").unwrap();
    assert_eq!((table.years.as_slice(), table.unit), ([2025, 2026].as_slice(), Unit::BillionVnd));
    assert_eq!(
        (table.rows[1].cells.as_slice(), table.rows[2].cells.as_slice()),
        (["1,5", "1,6"].map(str::to_owned).as_slice(), ["2,5", "2,6"].map(str::to_owned).as_slice())
    );
    let column = pasted_table(&study, Lang::VI, &figure(Quantity::Population, ""), "905,5\n906,5").unwrap();
    assert_eq!(
        (column.years, column.rows[0].cells.clone()),
        (vec![2025, 2026], vec!["905,5".to_owned(), "906,5".to_owned()])
    );
    assert_eq!(pasted_table(&study, Lang::VI, &figure(Quantity::Exports, ""), "1\t2"), None);
}
