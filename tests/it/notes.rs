//! Answer notes: the first sentence has the figures of the run, their doubt, and two pages hold all of it.

use kichban::analysis::{Period, average_growth, growth_period};
use kichban::app::exports::{ChosenSections, ExportForm, ExportRequest, ExportedFile, export};
use kichban::engine::{Closure, Line, Variable};
use kichban::export::ExportCase;
use kichban::files::{built_in, read_study, shipped_studies};
use kichban::lang::{Lang, Localized, Tongue};
use kichban::scenario::setting::{LeverKey, Setting};
use kichban::scenario::study::{Scenario, Study};
use kichban::task::Progress;
use kichban::text::{Numbers, case_name};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

fn notes(study: &Study, cases: &[&str], closure: Closure, lang: Lang) -> Vec<ExportedFile> {
    let request = ExportRequest {
        form: ExportForm::Note,
        cases: cases.iter().map(|id| (*id).to_owned()).collect(),
        closure,
        lang,
        stamp: crate::exports::STAMP,
        sections: ChosenSections::default(),
    };
    export(study, &request, &Progress::default()).unwrap().unwrap().files
}

fn is_of(file: &ExportedFile, ending: &str) -> bool {
    Path::new(&file.name).extension().is_some_and(|own| own == ending)
}

fn of_kind<'f>(files: &'f [ExportedFile], ending: &str) -> Vec<&'f ExportedFile> {
    files.iter().filter(|file| is_of(file, ending)).collect()
}

/// What a reader sees of a page: the texts of its blocks in order, without those of charts.
fn read_page(file: &ExportedFile) -> Vec<String> {
    let page = String::from_utf8(file.bytes.clone()).unwrap();
    let body = page.split_once("<body>").unwrap().1.split_once("<script").unwrap().0;
    let (before, charts) = body.split_once("<svg").unwrap();
    let after = charts.split("<svg").map(|chart| chart.split_once("</svg>").unwrap().1);
    let body = before.to_owned() + &after.collect::<String>();
    let blocks = body.split("</p>").flat_map(|part| part.split("</li>")).flat_map(|part| part.split("</h2>"));
    blocks.map(without_tags).filter(|text| !text.is_empty()).collect()
}

fn without_tags(block: &str) -> String {
    let texts = block.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let joined = block.split_once('<').map_or(block, |(before, _)| before).to_owned() + &texts.collect::<String>();
    let plain = joined.replace("&quot;", "\"").replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">");
    plain.replace("&amp;", "&").trim().to_owned()
}

/// The sentence in large type.
fn lead(file: &ExportedFile) -> String {
    let page = String::from_utf8(file.bytes.clone()).unwrap();
    without_tags(page.split_once("<p class=\"lead\">").unwrap().1.split_once("</p>").unwrap().0)
}

fn grdp(study: &Study, id: &str, closure: Closure) -> f64 {
    let case = ExportCase::new(study, id, closure).unwrap();
    case.projection.value(Variable::Grdp, Line::Total, study.horizon).unwrap()
}

#[test]
fn the_first_sentence_has_the_figures_of_the_run() {
    let study = built_in().unwrap();
    // A scenario is compared with the pinned case, or where it stands on another baseline with that.
    let asked =
        [("three-projects", "trend"), ("five-parks-delayed", "trend"), ("plan-shock", "plan"), ("plan", "trend")];
    for (lang, closure) in [(Lang::VI, Closure::Productivity), (Lang::EN, Closure::Capital)] {
        let numbers = Numbers::new(lang);
        let files = notes(&study, &asked.map(|(id, _)| id), closure, lang);
        let pages = of_kind(&files, "html");
        assert_eq!((pages.len(), files.len()), (asked.len(), 3 * asked.len()));
        for ((id, reference), page) in asked.iter().zip(pages) {
            let first = lead(page);
            let (own, other) = (grdp(&study, id, closure), grdp(&study, reference, closure));
            let gap = own - other;
            let name = |id: &str| format!("“{}”", case_name(id, Some(&study), lang));
            let side = match (lang.tongue(), gap > 0.0) {
                (Tongue::Vi, true) => "cao hơn",
                (Tongue::Vi, false) => "thấp hơn",
                (Tongue::En, true) => "more than",
                (Tongue::En, false) => "less than",
            };
            let wanted = [
                name(id),
                name(reference),
                side.to_owned(),
                study.horizon.to_string(),
                study.price_base_year.to_string(),
                format!(" {} ", numbers.decimal(own, 1)),
                format!(" {} ", numbers.decimal(gap.abs(), 1)),
                format!("({})", numbers.percent(gap.abs() / other, 1)),
                "80%".to_owned(),
            ];
            for part in wanted {
                assert!(first.contains(&part), "{id} {lang}: {part:?} is not in {first}");
            }
        }
    }
}

#[test]
fn the_band_of_the_first_sentence_is_that_of_the_ensemble() {
    let study = built_in().unwrap();
    let words = ["ensemble", "--scenario", "three-projects", "--variable", "grdp", "--format", "csv", "--lang", "en"];
    let output = Command::new(env!("CARGO_BIN_EXE_kichban")).args(words).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let at = |probability: &str| -> f64 {
        let start = format!("quantile,{},grdp,total,,{probability},", study.horizon);
        let (_, rest) = text.split_once(&start).unwrap_or_else(|| panic!("{start} in {text}"));
        rest.split(',').next().unwrap().parse().unwrap()
    };
    let [low, high] = ["0.1", "0.9"].map(at);
    assert!(low < grdp(&study, "three-projects", study.closure) && high > low + 1.0);
    let files = notes(&study, &["three-projects"], study.closure, Lang::EN);
    let numbers = Numbers::new(Lang::EN);
    let band = format!("between {} and {} trillion VND", numbers.decimal(low, 1), numbers.decimal(high, 1));
    let first = lead(of_kind(&files, "html")[0]);
    assert!(first.contains(&band), "{band} is not in {first}");
}

#[test]
fn a_note_tells_growth_beside_its_target() {
    let study = built_in().unwrap();
    let (Period { since, until }, target) = growth_period(&study);
    let target = &study.targets[target.unwrap()];
    let case = ExportCase::new(&study, "three-projects", study.closure).unwrap();
    let period = Period { since, until };
    let growth = 100.0 * average_growth(&study, &case.projection, Line::Total, period).unwrap();
    assert!(growth < target.value, "the target of the shipped study is not met: {growth}");
    let numbers = Numbers::new(Lang::EN);
    let (growth, gap) = (numbers.decimal(growth, 1), numbers.decimal(target.value - growth, 1));
    let files = notes(&study, &["three-projects"], study.closure, Lang::EN);
    let texts = read_page(of_kind(&files, "html")[0]);
    let told =
        format!("is {growth}% a year (constant 2010 prices), {gap} percentage points below the target of 8–9% a year.");
    assert!(texts.iter().any(|text| text.ends_with(&told)), "{told} is not in {texts:#?}");
}

#[test]
fn a_note_has_the_question_in_the_words_of_its_author() {
    let study = built_in().unwrap();
    for lang in Lang::ALL {
        let files = notes(&study, &["three-projects", "trend"], study.closure, lang);
        let pages = of_kind(&files, "html");
        let asked = [&study.scenario("three-projects").unwrap().note, &study.baseline("trend").unwrap().note];
        for (page, asked) in pages.iter().zip(asked) {
            let asked = asked.in_lang(lang);
            assert!(!asked.is_empty() && read_page(page).iter().any(|text| text == asked), "{lang}: {asked}");
        }
    }
}

#[test]
fn a_report_on_several_scenarios_opens_with_a_table_of_their_answers() {
    let study = built_in().unwrap();
    let cases = ["trend", "plan", "plan-shock", "three-projects", "five-parks-delayed"];
    let of = |count: usize| {
        let cases = cases[..count].iter().map(|id| (*id).to_owned()).collect();
        let (closure, lang) = (Closure::Productivity, Lang::EN);
        let request = ExportRequest {
            form: ExportForm::Report,
            cases,
            closure,
            lang,
            stamp: crate::exports::STAMP,
            sections: ChosenSections::default(),
        };
        let files = export(&study, &request, &Progress::default()).unwrap().unwrap().files;
        String::from_utf8(of_kind(&files, "html")[0].bytes.clone()).unwrap()
    };
    let page = of(cases.len());
    let table = page.split_once("<table").unwrap().1.split_once("</table>").unwrap().0;
    assert!(table.contains("Answers: GRDP in 2030 (trillion VND, constant 2010 prices)"), "{table}");
    let rows: Vec<Vec<String>> = table
        .split("<tr")
        .skip(2)
        .map(|row| row.split("</td>").map(|cell| without_tags(cell.rsplit('>').next().unwrap())).collect())
        .collect();
    assert_eq!(rows.len(), cases.len(), "{rows:?}");
    let numbers = Numbers::new(Lang::EN);
    let references = [None, Some("trend"), Some("plan"), Some("trend"), Some("trend")];
    for ((id, reference), row) in cases.iter().zip(references).zip(&rows) {
        let own = grdp(&study, id, Closure::Productivity);
        assert_eq!(row[..2], [case_name(id, Some(&study), Lang::EN), numbers.decimal(own, 1)], "{row:?}");
        let Some(reference) = reference else {
            assert_eq!(row[2..4], [numbers.missing(), numbers.missing()], "{row:?}");
            continue;
        };
        let gap = own - grdp(&study, reference, Closure::Productivity);
        assert!(row[2].starts_with(&format!("{} (", numbers.write_signed(gap, 1))), "{row:?}");
        assert_eq!(row[3], case_name(reference, Some(&study), Lang::EN));
        assert!(row[4].contains('–'), "{row:?}");
    }
    assert!(!page.contains("class=\"lead\""), "many answers are a table and no sentences of one form");
    assert_eq!(of(2).matches("class=\"lead\"").count(), 2, "few are told one by one too");
}

/// Half points, and distance before and after in twentieths of a point, of each paragraph style of a document.
fn styles(document: &str) -> BTreeMap<String, [f64; 3]> {
    let number = |text: &str, name: &str| {
        let found = text.split_once(name).map(|(_, rest)| rest.split('"').next().unwrap().parse::<f64>().unwrap());
        found.unwrap_or_default()
    };
    let split = document.split("w:styleId=\"").skip(1);
    let measured = split.map(|text| {
        let (id, rest) = text.split_once('"').unwrap();
        (id.to_owned(), ["<w:sz w:val=\"", "w:before=\"", "w:after=\""].map(|name| number(rest, name)))
    });
    measured.collect()
}

/// Words of a piece of the document.
fn words(piece: &str) -> usize {
    let texts = piece.split("<w:t").skip(1).filter(|rest| rest.starts_with('>') || rest.starts_with(' '));
    let of_each = texts.filter_map(|rest| rest.split_once('>')?.1.split_once("</w:t>"));
    of_each.map(|(text, _)| text.chars().count()).sum()
}

/// Height of a paragraph in points: its lines, in letters that are half as wide as they are tall, and its distances.
fn height(piece: &str, width: f64, styles: &BTreeMap<String, [f64; 3]>) -> f64 {
    const WIDE: f64 = 0.48;
    const TALL: f64 = 1.2;
    if let Some((_, rest)) = piece.split_once("<wp:extent ") {
        let (_, tall) = rest.split_once("cy=\"").unwrap();
        return tall.split('"').next().unwrap().parse::<f64>().unwrap() / 12_700.0;
    }
    let Some((_, rest)) = piece.split_once("<w:pStyle w:val=\"") else { return 0.0 };
    let [size, before, after] = styles[rest.split('"').next().unwrap()];
    let size = size / 2.0;
    let lines = (words(piece) as f64 * size * WIDE / width).ceil().max(1.0);
    lines * size * TALL + (before + after) / 20.0
}

/// Height of a table in points, row by row as the tallest cell of each.
fn table_height(table: &str, styles: &BTreeMap<String, [f64; 3]>) -> f64 {
    let row = |row: &str| {
        let cells = row.split("<w:tc>").skip(1).map(|cell| {
            let (_, width) = cell.split_once("<w:tcW w:w=\"").unwrap();
            let width = width.split('"').next().unwrap().parse::<f64>().unwrap() / 20.0 - 7.0;
            height(cell.split("</w:p>").next().unwrap(), width, styles)
        });
        cells.fold(0.0, f64::max) + 2.5
    };
    table.split("<w:tr>").skip(1).map(row).sum()
}

/// Pages of A4 that a document needs, with margins of 2 cm above and below; pictures and tables are not broken.
fn pages(file: &ExportedFile) -> f64 {
    const TEXT: f64 = 467.0;
    const PAGE: f64 = 728.0;
    let mut archive = zip::ZipArchive::new(Cursor::new(&file.bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (document, styles) = (part("word/document.xml"), styles(&part("word/styles.xml")));
    let mut blocks = Vec::new();
    for piece in document.split("<w:tbl>") {
        let (table, text) = piece.split_once("</w:tbl>").unwrap_or(("", piece));
        blocks.push(table_height(table, &styles));
        blocks.extend(text.split("</w:p>").map(|paragraph| height(paragraph, TEXT, &styles)));
    }
    assert!(blocks.len() > 20, "{blocks:?}");
    let place = |at: f64, tall: f64| {
        let left = PAGE - at % PAGE;
        if tall <= left { at + tall } else { at + left + tall }
    };
    blocks.into_iter().fold(0.0, place) / PAGE
}

/// What no reader should meet: marks of the catalogue, of code, of numbers that are none.
fn leftovers(text: &str, study: &Study) -> Vec<String> {
    const MARKS: [&str; 9] = ["{", "}", "\u{2068}", "NaN", "inf ", "None", "note-", "Some(", "unknown"];
    let ids = study.case_ids().into_iter().filter(|id| id.contains('-'));
    let sectors = study.sectors.iter().map(|sector| sector.id.as_str()).filter(|id| id.contains('_'));
    MARKS.into_iter().chain(ids).chain(sectors).filter(|mark| text.contains(mark)).map(str::to_owned).collect()
}

/// Holds the notes of every case of a shipped study in both languages to what each must have.
fn hold_all(name: &str) {
    let shipped = shipped_studies().iter().find(|shipped| shipped.id == name).unwrap();
    let study = read_study(shipped.text.as_bytes()).unwrap();
    for lang in Lang::ALL {
        hold(&study, lang);
    }
}

fn hold(study: &Study, lang: Lang) {
    let cases = study.case_ids();
    let files = notes(study, &cases, Closure::Productivity, lang);
    assert_eq!(files.len(), 3 * cases.len());
    let (reason, no_bands) = match lang.tongue() {
        Tongue::Vi => ("Không nêu được khoảng và xác suất", "chưa tính được khả năng xảy ra"),
        Tongue::En => ("No band and no probability can be given", "how likely that is cannot be computed"),
    };
    for (id, page) in cases.iter().zip(of_kind(&files, "html")) {
        let texts = read_page(page);
        let found = leftovers(&texts.join("\n"), study);
        assert!(found.is_empty(), "{id} {lang}: {found:?} in {texts:#?}");
        let mut told: Vec<&String> = texts.iter().collect();
        told.sort_unstable();
        told.dedup();
        assert_eq!(told.len(), texts.len(), "{id} {lang}: a text stands twice in {texts:#?}");
        let first = lead(page);
        let says_why = texts.iter().any(|text| text.starts_with(reason) && text.len() > reason.len() + 20);
        assert!(first.contains("80%") != first.contains(no_bands), "{id} {lang}: {first}");
        assert_eq!(first.contains(no_bands), says_why, "{id} {lang}: {texts:#?}");
        assert!(String::from_utf8_lossy(&page.bytes).matches("<svg").count() == 1, "{id} {lang}: one chart");
    }
    for (id, document) in cases.iter().zip(of_kind(&files, "docx")) {
        let pages = pages(document);
        assert!((0.8..=2.0).contains(&pages), "{id} {lang}: {pages:.2} pages");
    }
    for (id, document) in cases.iter().zip(of_kind(&files, "pdf")) {
        let pages = String::from_utf8_lossy(&document.bytes).matches("/Type/Page/").count();
        assert!((1..=2).contains(&pages), "{id} {lang}: {pages} pages");
    }
}

#[test]
fn every_case_of_the_province_makes_a_note_of_two_pages() {
    hold_all("bac-ninh-2030");
}

#[test]
fn every_case_of_the_priority_sectors_makes_a_note_of_two_pages() {
    hold_all("bac-ninh-2030-priority");
}

#[test]
fn every_case_of_the_merged_province_makes_a_note_of_two_pages() {
    hold_all("bac-ninh-2025");
}

#[test]
fn every_case_of_the_nation_makes_a_note_of_two_pages() {
    hold_all("viet-nam");
}

#[test]
fn a_note_names_what_makes_no_difference_in_the_year_and_draws_what_it_is_compared_with() {
    let shipped = shipped_studies().iter().find(|shipped| shipped.id == "viet-nam").unwrap();
    let mut study = read_study(shipped.text.as_bytes()).unwrap();
    let key = |text: &str| LeverKey::parse(text).unwrap();
    let sooner = study.scenarios.iter().find(|scenario| scenario.short.en == "Construction").unwrap().clone();
    let settings = [
        (key("productivity_growth_added/construction"), Setting::Span { value: 0.03, from: 2027, to: 2029 }),
        (key("productivity_growth_added/manufacturing"), Setting::Constant(0.01)),
    ];
    study.scenarios.push(Scenario {
        id: "later".to_owned(),
        name: Localized::new("Chậm hai năm", "Two years late"),
        short: Localized::new("Chậm", "Late"),
        parent: sooner.id.clone(),
        settings: settings.into_iter().collect(),
        ..sooner.clone()
    });
    study.pinned.clone_from(&sooner.id);
    let files = notes(&study, &["later"], Closure::Productivity, Lang::EN);
    let page = of_kind(&files, "html")[0];
    let told = read_page(page);
    let late = told.iter().find(|text| text.contains("no change in 2030; most in 2027"));
    assert!(late.is_some_and(|text| text.contains("Construction")), "{told:#?}");
    let page = String::from_utf8(page.bytes.clone()).unwrap();
    let described = page.split_once("<svg").unwrap().1.split_once("</svg>").unwrap().0;
    assert!(described.contains(" Construction"), "the chart draws the scenario that it is compared with");
}
