//! Next year's file: the table of a recipe found again, answers that still hold, labels and values that changed, breaks asked.

use kichban::lang::Lang;
use kichban::reading::{
    CheckKind, FileRead, ImportAnswer, ImportAnswers, ImportRecipe, KnownValue, QuestionTopic, SeriesBreak,
    find_breaks, find_revised, match_recipe, read_file, remember,
};
use kichban::text::{ask_break, tell_revised, tell_table_match};

fn read(name: &str, text: &str, answers: &ImportAnswers) -> FileRead {
    read_file(name, text.as_bytes(), answers).unwrap()
}

fn open(name: &str, text: &str) -> FileRead {
    read(name, text, &ImportAnswers::default())
}

fn answer(question: &str, answer: &str) -> ImportAnswer {
    let (question, answer) = (question.to_owned(), answer.to_owned());
    ImportAnswer { table: "*".to_owned(), file: String::new(), question, answer }
}

const OLD: &str = "\
1. Giá trị tăng thêm phân theo ngành năm 2018,,
,Năm 2017,Năm 2018
Tổng số,3000.5,3210.5
Nông nghiệp,1000.5,1070.5
Công nghiệp chế biến chế tạo,2000,2140
";
const NEW: &str = "\
4. Giá trị tăng thêm phân theo ngành năm 2019,,
,Năm 2018,Năm 2019
Tổng số,3211.5,3435.2
Nông nghiệp,1071.5,1145.2
Công nghiệp chế biến và chế tạo,2140,2290
";

/// The recipe of the old file, in which both questions were answered.
fn recipe() -> ImportRecipe {
    let first = open("old.csv", OLD);
    assert_eq!(
        first.tables[0].questions.iter().map(|it| it.topic).collect::<Vec<_>>(),
        [QuestionTopic::Unit, QuestionTopic::Basis]
    );
    let answers = ImportAnswers(vec![
        answer("unit", "bn VND"),
        answer("basis", "constant 2010"),
        answer("territory", "Bắc Ninh"),
    ]);
    remember("Niên giám", &first, &answers, &[first.tables[0].key.as_str()])
}

#[test]
fn answers_hold_for_the_table_of_the_next_year_and_nothing_is_asked_twice() {
    let recipe = recipe();
    let found = match_recipe(&recipe, &open("new.csv", NEW));
    let table = &found.tables[0];
    assert!(table.agreement > 0.8 && !table.asks_again(), "{table:?}");
    assert_eq!(table.new_years, [2019]);
    assert_eq!((table.new_labels.len(), table.lost_labels.len()), (0, 0));
    assert_eq!(table.renamed_labels[0].new, "Công nghiệp chế biến và chế tạo");
    let again = read("new.csv", NEW, &found.answers);
    assert!(
        again.tables[0].questions.iter().chain(&again.questions).all(|question| question.answer.is_some()),
        "{again:#?}"
    );
    let cell = &again.tables[0].cells[0];
    assert_eq!((cell.price_basis.as_str(), cell.territory.as_str()), ("constant 2010", "Bắc Ninh"));
    for lang in Lang::ALL {
        let told = tell_table_match(&recipe, table, again.tables.first(), lang).join("\n");
        assert!(told.contains("2019") && told.contains(" → ") && !told.contains("import-"), "{told}");
    }
}

#[test]
fn the_recipe_keeps_through_its_file_form() {
    let recipe = recipe();
    let text = serde_json::to_string(&recipe).unwrap();
    assert_eq!(serde_json::from_str::<ImportRecipe>(&text).unwrap(), recipe);
}

#[test]
fn a_table_that_has_changed_is_asked_again_with_the_last_answers() {
    let other = "\
Giá trị tăng thêm phân theo thành phần kinh tế,,
,Năm 2018,Năm 2019
Tổng số,3211.5,3435.2
Nhà nước,1071.5,1145.2
Ngoài nhà nước,2140,2290
";
    let recipe = recipe();
    let later = open("new.csv", other);
    let found = match_recipe(&recipe, &later);
    let table = &found.tables[0];
    assert!(table.asks_again() && table.agreement < 0.8, "{table:?}");
    assert!(table.proposed.iter().any(|answer| answer.answer == "constant 2010"));
    assert!(found.answers.0.iter().all(|answer| answer.question == "territory"), "{:?}", found.answers);
    assert_eq!(table.new_labels, ["Nhà nước", "Ngoài nhà nước"]);
    assert_eq!(table.lost_labels.len(), 2);
    for lang in Lang::ALL {
        let told = tell_table_match(&recipe, table, later.tables.first(), lang).join("\n");
        assert!(told.contains("Nhà nước") && !told.contains("import-"), "{told}");
    }
}

#[test]
fn a_table_of_other_figures_is_none_of_the_recipe() {
    let people = "Dân số phân theo giới tính,,\n(Nghìn người),,\n,Năm 2018,Năm 2019\nNam,100.5,101.5\nNữ,103.5,104.5\n";
    let recipe = recipe();
    let found = match_recipe(&recipe, &open("people.csv", people));
    assert_eq!(found.tables[0].found, None);
    assert_eq!(found.tables[0].lost_labels.len(), 3);
    for lang in Lang::ALL {
        let told = tell_table_match(&recipe, &found.tables[0], None, lang);
        assert!(told.len() == 1 && !told[0].contains("import-"), "{told:?}");
    }
}

#[test]
fn a_year_answered_once_is_asked_again() {
    let text = "Giá trị tăng thêm theo giá hiện hành (Tỷ đồng),\nNgành,Giá trị\nNông nghiệp,10.5\nDịch vụ,20.5\n";
    let first = open("old.csv", text);
    let recipe =
        remember("một năm", &first, &ImportAnswers(vec![answer("year", "2018")]), &[first.tables[0].key.as_str()]);
    let found = match_recipe(&recipe, &open("new.csv", text));
    assert!(found.answers.0.is_empty() && found.tables[0].asks_again(), "{found:?}");
}

#[test]
fn a_check_that_held_and_fails_now_is_told() {
    let first = "Value added at current prices (bn VND),,\n,2018,2019\nFarms,100.5,110.5\nWorks,200.5,210.5\n";
    let then = open("old.csv", first);
    let recipe = remember("check", &then, &ImportAnswers::default(), &[then.tables[0].key.as_str()]);
    let now = "Value added at current prices (bn VND),,\n,2019,2020\nFarms,110.5,290.5\nWorks,210.5,220.5\n";
    assert_eq!(match_recipe(&recipe, &open("new.csv", now)).tables[0].new_findings, [CheckKind::Jump]);
}

fn known(file: &FileRead) -> Vec<KnownValue> {
    file.tables[0].cells.iter().filter_map(KnownValue::of_cell).collect()
}

fn table(rows: &str) -> FileRead {
    open("table.csv", &format!("Value added at current prices (bn VND),,\n{rows}"))
}

#[test]
fn revised_values_are_listed_old_and_new_whatever_their_size() {
    let old = table(",2018,2019\nFarms,100.5,110.5\nWorks,200.5,210.5\n");
    let new = open(
        "new.csv",
        "Value added at current prices (mn VND),,\n,2019,2020\nFarms,110500,120500\nWorks,211000,220500\n",
    );
    let revised = find_revised(&known(&old), &new.tables[0]);
    assert_eq!(revised.len(), 1);
    assert_eq!((revised[0].cell.as_str(), revised[0].old, revised[0].new), ("B4", 210_500.0, 211_000.0));
    for lang in Lang::ALL {
        let told = tell_revised("new.csv", &new.tables[0].sheet, &revised[0], lang);
        assert!(told.contains("new.csv") && told.contains("B4") && told.contains(" → "), "{told}");
    }
    assert!(find_breaks(&known(&old), &new.tables[0]).is_empty());
}

fn only_break(old: &FileRead, new: &FileRead) -> SeriesBreak {
    let mut breaks = find_breaks(&known(old), &new.tables[0]);
    assert_eq!(breaks.len(), 1, "{breaks:?}");
    let found = breaks.remove(0);
    for lang in Lang::ALL {
        let asked = ask_break("table.csv", &new.tables[0].sheet, &found, lang);
        assert!(asked.sentence.contains("table.csv") && !asked.sentence.contains('{'), "{asked:?}");
        assert!(!asked.sentence.starts_with("import-") && !asked.hint.starts_with("import-"), "{asked:?}");
    }
    found
}

#[test]
fn a_benchmark_that_nobody_marks_is_asked_about() {
    let old = table(",2017,2018\nFarms,100.5,107.5\nWorks,200.5,214.5\n");
    let next = table(",2018,2019\nFarms,134.5,144.0\nWorks,268.5,287.5\n");
    assert!(matches!(only_break(&old, &next), SeriesBreak::Benchmark { .. }));
    let later = table(",2022,2023\nFarms,190.5,203.8\nWorks,380.5,407.1\n");
    let SeriesBreak::Jump { last, first, growth, usual, .. } = only_break(&old, &later) else { panic!("a jump") };
    assert_eq!((last.0, first.0), (2018, 2022));
    assert!(growth > 14.0 && usual < 8.0, "{growth} {usual}");
    let smooth = table(",2019,2020\nFarms,115.0,123.1\nWorks,229.5,245.6\n");
    assert!(find_breaks(&known(&old), &smooth.tables[0]).is_empty());
}

#[test]
fn another_base_year_is_a_break() {
    let at =
        |year: i32, rows: &str| open("table.csv", &format!("Value added at constant {year} prices (bn VND),,\n{rows}"));
    let old = at(2010, ",2017,2018\nFarms,100.5,107.5\nWorks,200.5,214.5\n");
    let new = at(2020, ",2018,2019\nFarms,150.5,160.5\nWorks,300.5,320.5\n");
    assert!(matches!(only_break(&old, &new), SeriesBreak::Basis { .. }));
}
