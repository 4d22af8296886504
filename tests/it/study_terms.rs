//! The words of a study: a currency of its own wherever đồng would stand, GDP wherever a province has GRDP, and no figures in another currency.

use crate::exports::STAMP;
use crate::program::kichban;
use crate::window::{SCREEN, Window, open_in};
use egui_kittest::kittest::NodeT as _;
use kichban::app::exports::{ChosenSections, ExportForm, ExportRequest, export};
use kichban::app::{AppState, Origin, Preferences, View};
use kichban::engine::Closure;
use kichban::files::{open, read_study, save, shipped_studies};
use kichban::importing::{ImportSession, MergeFrame, MergeProblem, NewStudy, create_study, merge_studies};
use kichban::lang::{Currency, Lang};
use kichban::scenario::study::Study;
use kichban::scenario::{CurrencyWords, Edit, StudyError, StudyFrame, apply_edit};
use kichban::task::Progress;
use kichban::text::sum_note;
use std::io::Read as _;

/// Việt Nam, a country whose study names no currency, counted in kip.
fn in_kip() -> Study {
    let shipped = shipped_studies().iter().find(|shipped| shipped.id == "viet-nam").unwrap();
    assert!(["đồng", "VND", "GRDP"].iter().all(|word| !shipped.text.contains(word)), "its own texts would be found");
    let study = read_study(shipped.text.as_bytes()).unwrap();
    let mut frame = StudyFrame::of(&study);
    frame.currency = CurrencyWords { code: "LAK".to_owned(), vi: "kíp".to_owned(), en: "kip".to_owned() };
    apply_edit(&study, &Edit::SetFrame(Box::new(frame))).unwrap()
}

/// Whether GRDP stands as the symbol of equations, formulas and names of cells, which are those of the model.
fn is_symbol(before: &str, after: &str) -> bool {
    let signs = ['=', '·', '*', '+', '−', '(', ')', '∙'];
    // A formula of a cell has the symbol anywhere in it.
    let in_formula = before.rfind("<f>").is_some_and(|start| !before.get(start..).unwrap_or("").contains("</f>"));
    let is_sign =
        before.trim_end().ends_with(signs) || after.trim_start().starts_with(signs) || before.ends_with(" / ");
    // The whole of a cell is the column of symbols, where a label would have more words.
    let is_cell = [("<f>", "</f>"), ("<t>", "</t>"), ("<vt:lpstr>", "</vt:lpstr>"), ("definedName name=\"", "\"")];
    let is_whole = is_cell.iter().any(|(start, end)| before.ends_with(start) && after.starts_with(end));
    in_formula || is_sign || is_whole || after.starts_with(", GDP:")
}

/// Words of đồng and of the product of a province in a text that are not part of another word.
fn words_of_others(text: &str) -> Vec<String> {
    let is_own = |(before, word, after): (&str, &str, &str)| {
        let inside = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        // "At the same time", "all right", "series", "synchronous" and "contract" are words of other meanings.
        let other = [" thời", " ý", " loạt", " bộ"].iter().any(|next| after.starts_with(next));
        let is_symbol = word == "GRDP" && is_symbol(before, after);
        (!inside && !other && !is_symbol && !before.ends_with("hợp ")).then(|| {
            let last: Vec<char> = before.chars().rev().take(40).collect();
            let first = after.chars().take(40);
            last.into_iter().rev().chain(word.chars()).chain(first).collect()
        })
    };
    let found = ["đồng", "Đồng", "VND", "GRDP"].into_iter().flat_map(|word| text.match_indices(word));
    found
        .filter_map(|(at, word)| {
            let (before, rest) = text.split_at(at);
            is_own((before, word, rest.strip_prefix(word)?))
        })
        .collect()
}

const WORDS: [(Lang, &str); 2] = [(Lang::VI, "kíp"), (Lang::EN, "LAK")];

#[test]
fn commands_use_the_words_of_the_study() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kip.kichban");
    save(&path, &in_kip()).unwrap();
    assert_eq!(open(&path).unwrap(), in_kip());
    let path = path.display().to_string();
    let commands: [&[&str]; 12] = [
        &["run", &path],
        &["run", &path, "--format", "csv"],
        &["compare", &path],
        &["explain", "difference", &path],
        &["explain", "growth", &path],
        &["explain", "levers", &path],
        &["explain", "needed", &path],
        &["solve", &path, "--goal", "grdp@2030=+1%", "--lever", "productivity_growth_added/industry"],
        &["ensemble", &path, "--draws", "200"],
        &["sensitivity", &path, "--points", "64"],
        &["audit", &path],
        &["list", "variables", &path],
    ];
    let (mut named, mut products) = ([0; 2], 0);
    for words in commands {
        for (position, (lang, word)) in WORDS.into_iter().enumerate() {
            let words: Vec<&str> = words.iter().copied().chain(["--lang", lang.as_str()]).collect();
            let (_, out, error) = kichban(&words);
            for text in [&out, &error] {
                assert_eq!(words_of_others(text), Vec::<String>::new(), "{words:?}");
            }
            named[position] += usize::from(out.contains(word));
            products += usize::from(out.contains("GDP"));
        }
    }
    assert!(
        named.iter().all(|count| *count >= 5) && products >= 10,
        "{named:?} name the money, {products} the product"
    );
}

/// The text of a file, or of the parts of a packed one.
fn text_of(bytes: &[u8]) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut text = String::new();
    for position in 0..archive.len() {
        let mut part = Vec::new();
        archive.by_index(position).unwrap().read_to_end(&mut part).unwrap();
        text.push_str(&String::from_utf8_lossy(&part));
    }
    text
}

#[test]
fn exports_use_the_words_of_the_study() {
    let study = in_kip();
    for (lang, word) in WORDS {
        for form in ExportForm::ALL {
            let cases = vec![study.pinned.clone()];
            let closure = Closure::Productivity;
            let request =
                ExportRequest { form, cases, closure, lang, stamp: STAMP, sections: ChosenSections::default() };
            let files = export(&study, &request, &Progress::default()).unwrap().unwrap().files;
            // Pictures in other forms than text hold the same as the SVG beside them.
            let is_text = |name: &str| ![".pdf", ".png"].iter().any(|ending| name.ends_with(ending));
            for file in files.iter().filter(|file| is_text(&file.name)) {
                assert_eq!(words_of_others(&text_of(&file.bytes)), Vec::<String>::new(), "{}", file.name);
            }
            let has = |word: &str| files.iter().any(|file| text_of(&file.bytes).contains(word));
            assert!(has(word) && has("GDP"), "{form:?} in {lang}");
        }
    }
}

#[test]
fn the_window_uses_the_words_of_the_study() {
    for (lang, word) in WORDS {
        let mut named = 0;
        for view in View::ALL {
            let preferences = Preferences { lang, view, tour_seen: true, ..Preferences::default() };
            let state = AppState::new(in_kip(), Origin::Shipped, preferences);
            let window = open_in(Window::builder().with_size(SCREEN).with_max_steps(12), state);
            let texts = window.root().children_recursive().flat_map(|node| {
                let node = node.accesskit_node();
                [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>()
            });
            let text = texts.collect::<Vec<_>>().join("\n");
            assert_eq!(words_of_others(&text), Vec::<String>::new(), "{view:?} in {lang}");
            named += usize::from(text.contains(word) && text.contains("GDP"));
        }
        assert!(named >= 5, "{named} views name it in {lang}");
    }
}

/// A release of a statistics office in a unit of money.
fn release(unit: &str) -> Vec<u8> {
    format!(
        "Gross domestic product at constant 2012 prices ({unit})\n\t2021\t2022\t2023\nTotal\t150.5\t165.5\t171.5\nAgriculture\t50.5\t55.5\t56.5\nServices\t100.0\t110.0\t115.0\n"
    )
    .into_bytes()
}

fn session(unit: &str) -> ImportSession {
    let mut session = ImportSession::new(None);
    session.take_answers(kichban::reading::ImportAnswers::about_territory("Lào"));
    session.add_file("release.tsv", release(unit).into()).unwrap();
    session
}

#[test]
fn a_new_study_counts_in_the_money_of_its_file_and_takes_no_other() {
    let session_in_kip = session("billion kip");
    assert_eq!(session_in_kip.money(), "LAK");
    let frame = NewStudy { territory: "Lào".to_owned(), horizon: 2030, growth: Some(5.0), ..NewStudy::default() };
    let study = create_study(&session_in_kip, &frame, "release", "2026-11-30").unwrap();
    assert_eq!(study.currency, Currency::of_code("LAK"));
    let taken = |unit: &str| {
        let mut session = ImportSession::new(Some(study.price_base_year));
        session.count_in_money_of(&study);
        session.take_answers(kichban::reading::ImportAnswers::about_territory("Lào"));
        session.add_file("release.tsv", release(unit).into()).unwrap();
        session.taken().count()
    };
    assert_eq!([taken("billion kip"), taken("billion VND")], [1, 0]);
}

#[test]
fn a_currency_without_its_words_is_refused_and_one_of_two_parts_does_not_add_up_with_another() {
    let study = in_kip();
    for (code, vi) in [("lak", "kíp"), ("LAK", ""), ("LAK", "một tên gọi quá dài")] {
        let mut frame = StudyFrame::of(&study);
        frame.currency = CurrencyWords { code: code.to_owned(), vi: vi.to_owned(), en: "kip".to_owned() };
        let refused = apply_edit(&study, &Edit::SetFrame(Box::new(frame)));
        assert_eq!(refused, Err(StudyError::CurrencyNotComplete { code: code.to_owned() }), "{vi}");
    }
    let frame = NewStudy { territory: "Lào".to_owned(), horizon: 2030, growth: Some(5.0), ..NewStudy::default() };
    let one = create_study(&session("billion kip"), &frame, "release", "2026-11-30").unwrap();
    let frame = NewStudy { territory: "Minh Sơn".to_owned(), ..frame };
    let other = create_study(&session("billion VND"), &frame, "release", "2026-11-30").unwrap();
    let merged = MergeFrame { name: String::new(), territory: "Cả hai".to_owned(), growth: Some(5.0) };
    let refused = merge_studies(&[&one, &other], &merged, &sum_note);
    assert!(matches!(refused, Err(MergeProblem::OtherMoney { .. })), "{refused:?}");
}
