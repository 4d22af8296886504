//! Reports and notes as PDF, their sections, and what they say: read back from the bytes as any viewer reads them.

use crate::exports::STAMP;
use flate2::read::ZlibDecoder;
use kichban::app::exports::{
    ChosenSections, DocumentSection, ExportForm, ExportRequest, ExportedFile, export, sections_of,
};
use kichban::app::view_models::{StateReader, number_tables};
use kichban::app::{AppState, Origin, Preferences};
use kichban::engine::Closure;
use kichban::files::{built_in, read_study, shipped_studies};
use kichban::lang::{Lang, Localized, Tongue};
use kichban::scenario::study::{ExplainedFinding, Study};
use kichban::task::Progress;
use kichban::text::words::label;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

fn shipped(id: &str) -> Study {
    let shipped = shipped_studies().iter().find(|shipped| shipped.id == id).unwrap();
    read_study(shipped.text.as_bytes()).unwrap()
}

fn made(study: &Study, form: ExportForm, cases: &[&str], sections: ChosenSections, lang: Lang) -> Vec<ExportedFile> {
    let cases = cases.iter().map(|id| (*id).to_owned()).collect();
    let request = ExportRequest { form, cases, closure: Closure::Productivity, lang, stamp: STAMP, sections };
    export(study, &request, &Progress::default()).unwrap().unwrap().files
}

fn of_kind<'f>(files: &'f [ExportedFile], ending: &str) -> &'f ExportedFile {
    files.iter().find(|file| file.name.ends_with(ending)).unwrap()
}

/// Where a word stands in bytes from a place on.
fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    bytes[from..].windows(word.len()).position(|part| part == word).map(|at| from + at)
}

/// An object of a document: what it says of itself, and its stream unpacked.
struct Object {
    head: String,
    stream: Vec<u8>,
}

/// The objects of a document by number, at the places that its table of them states.
fn objects(bytes: &[u8]) -> BTreeMap<u32, Object> {
    let text = String::from_utf8_lossy(&bytes[bytes.len() - 200..]).into_owned();
    let table: usize = text.rsplit_once("startxref").unwrap().1.split_whitespace().next().unwrap().parse().unwrap();
    let rows = String::from_utf8_lossy(&bytes[table..]).into_owned();
    let places = rows.lines().skip(2).take_while(|row| row.trim_end().ends_with(['n', 'f']));
    let object = |at: usize| {
        let end = find(bytes, b"endobj", at).unwrap();
        let Some(start) = find(bytes, b"stream\n", at).filter(|start| *start < end) else {
            return Object { head: String::from_utf8_lossy(&bytes[at..end]).into_owned(), stream: Vec::new() };
        };
        let head = String::from_utf8_lossy(&bytes[at..start]).into_owned();
        let mut stream = Vec::new();
        if head.contains("/FlateDecode") {
            ZlibDecoder::new(&bytes[start + 7..]).read_to_end(&mut stream).unwrap();
        }
        Object { head, stream }
    };
    let used = (0..).zip(places).filter(|(_, row)| row.trim_end().ends_with('n'));
    used.map(|(number, row)| (number, object(row.split(' ').next().unwrap().parse().unwrap()))).collect()
}

/// The number of the object that a key of another names.
fn reference(head: &str, key: &str) -> u32 {
    let (_, rest) = head.split_once(key).unwrap_or_else(|| panic!("{key} in {head}"));
    rest.split_whitespace().next().unwrap().parse().unwrap()
}

/// What each letter of a font means, as the document tells viewers that copy text.
fn letters(objects: &BTreeMap<u32, Object>, font: u32) -> BTreeMap<u16, String> {
    let map = &objects[&reference(&objects[&font].head, "/ToUnicode ")];
    let text = String::from_utf8(map.stream.clone()).unwrap();
    let hex = |word: &str| {
        let digits = word.trim_matches(['<', '>']);
        let units =
            digits.as_bytes().chunks(4).map(|four| u16::from_str_radix(str::from_utf8(four).unwrap(), 16).unwrap());
        units.collect::<Vec<u16>>()
    };
    let pairs = text.lines().filter_map(|line| line.split_once("> <")).filter(|(from, _)| from.len() == 5);
    pairs.map(|(from, to)| (hex(from)[0], String::from_utf16(&hex(to)).unwrap())).collect()
}

/// The bytes of the strings of the next `TJ` or `Tj`; parentheses inside a string stand in pairs or are escaped.
fn shown(content: &[u8]) -> Vec<u8> {
    let (mut out, mut rest, mut depth) = (Vec::new(), content.iter().copied().peekable(), 0);
    while let Some(byte) = rest.next() {
        match (byte, depth) {
            (b'T', 0) => break,
            (b'(', 0) => depth = 1,
            (b')', 1) => depth = 0,
            (b'<', 0) => {
                let digits: Vec<u8> = rest.by_ref().take_while(|byte| *byte != b'>').collect();
                let pairs = digits.chunks(2).map(|two| u8::from_str_radix(str::from_utf8(two).unwrap(), 16).unwrap());
                out.extend(pairs);
            }
            (_, 0) => {}
            (b'\\', _) => out.push(escaped(&mut rest)),
            (byte, _) => {
                depth += i32::from(byte == b'(') - i32::from(byte == b')');
                out.push(byte);
            }
        }
    }
    out
}

/// The byte behind a backslash.
fn escaped(rest: &mut std::iter::Peekable<impl Iterator<Item = u8>>) -> u8 {
    match rest.next().unwrap() {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'f' => 12,
        digit @ b'0'..=b'7' => {
            // At most three digits are one byte.
            let mut value = digit - b'0';
            for _ in 0..2 {
                let Some(next) = rest.next_if(|next| (b'0'..=b'7').contains(next)) else { break };
                value = value.wrapping_mul(8).wrapping_add(next - b'0');
            }
            value
        }
        other => other,
    }
}

/// The texts of each page, a line each, in the order of the page.
fn read_pages(bytes: &[u8]) -> Vec<Vec<String>> {
    let objects = objects(bytes);
    let list = objects.values().find(|object| object.head.contains("/Type/Pages")).unwrap();
    let kids = list.head.split_once("/Kids[").unwrap().1.split_once(']').unwrap().0;
    let pages = kids.split(" 0 R").filter_map(|number| number.trim().parse::<u32>().ok());
    pages
        .map(|page| {
            let head = &objects[&page].head;
            let fonts = &objects[&reference(head, "/Resources ")].head;
            let font = |name: &str| letters(&objects, reference(fonts, &format!("/{name} ")));
            let known: BTreeMap<String, BTreeMap<u16, String>> = ["f0", "f1"]
                .iter()
                .filter(|name| fonts.contains(&format!("/{name} ")))
                .map(|name| ((*name).to_owned(), font(name)))
                .collect();
            read_content(&objects[&reference(head, "/Contents ")].stream, &known)
        })
        .collect()
}

fn read_content(content: &[u8], fonts: &BTreeMap<String, BTreeMap<u16, String>>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut at = 0;
    while let Some(begin) = find(content, b"BT", at) {
        let end = find(content, b"\nET", begin).unwrap();
        let block = &content[begin..end];
        let start = find(block, b"Tm", 0).map(|at| at + 2);
        let name = find(block, b"/f", 0).map(|at| String::from_utf8_lossy(&block[at + 1..at + 3]).into_owned());
        if let (Some(start), Some(font)) = (start, name.and_then(|name| fonts.get(&name))) {
            let codes = shown(&block[start..]);
            let codes = codes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            lines.push(codes.map(|code| font[&code].as_str()).collect());
        }
        at = end;
    }
    lines
}

/// A text without its spaces: where a line ends is a matter of the paper.
fn tight(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Texts of the blocks of a web page, without those of its charts.
fn blocks(page: &str) -> Vec<String> {
    let body = page.split_once("<body>").unwrap().1.split_once("<script").unwrap().0;
    let mut text = String::new();
    for (position, part) in body.split("<svg").enumerate() {
        text.push_str(if position == 0 { part } else { part.split_once("</svg>").unwrap().1 });
    }
    for end in ["</p>", "</li>", "</td>", "</th>", "</h1>", "</h2>", "</h3>", "</caption>", "</figcaption>"] {
        text = text.replace(end, "\u{1}");
    }
    let without_tags = |block: &str| {
        let (first, rest) = block.split_once('<').unwrap_or((block, ""));
        let inside = rest.split('<').filter_map(|piece| piece.split_once('>').map(|(_, text)| text));
        let joined = first.to_owned() + &inside.collect::<String>();
        let joined = joined.replace("&quot;", "\"").replace("&apos;", "'").replace("&lt;", "<").replace("&gt;", ">");
        joined.replace("&amp;", "&").trim().to_owned()
    };
    let footer = text.split("<footer>").next().unwrap().to_owned();
    footer.split('\u{1}').map(without_tags).filter(|text| !text.is_empty()).collect()
}

/// Blocks of the web page that the PDF does not have.
fn missing(files: &[ExportedFile]) -> Vec<String> {
    let page = String::from_utf8(of_kind(files, ".html").bytes.clone()).unwrap();
    let pages = read_pages(&of_kind(files, ".pdf").bytes);
    // The foot of a page, which is painted last, stands between the lines of what goes over to the next.
    let texts: Vec<String> = pages.iter().map(|lines| tight(&lines[..lines.len() - 2].join(""))).collect();
    let whole = texts.join("");
    let goes_over = |block: &str| {
        let cuts = block.char_indices().map(|(cut, _)| cut).skip(1);
        let split = |cut: usize| {
            let (above, below) = block.split_at(cut);
            texts.windows(2).any(|two| two[0].contains(above) && two[1].contains(below))
        };
        cuts.into_iter().any(split)
    };
    let blocks = blocks(&page);
    assert!(blocks.len() > 20, "{blocks:?}");
    // A letter that looks like another is one letter of the font.
    let same = |block: &String| tight(block).replace('\u{2011}', "-");
    blocks.into_iter().filter(|block| !whole.contains(&same(block)) && !goes_over(&same(block))).collect()
}

#[test]
fn a_report_as_pdf_says_all_that_its_web_page_says() {
    let study = built_in().unwrap();
    for lang in Lang::ALL {
        let files = made(&study, ExportForm::Report, &["trend", "three-projects"], ChosenSections::default(), lang);
        let missing = missing(&files);
        assert!(missing.is_empty(), "{lang}: {missing:#?}");
    }
}

#[test]
fn notes_as_pdf_say_all_that_their_web_pages_say() {
    for (id, lang) in [("bac-ninh-2025", Lang::VI), ("viet-nam", Lang::EN)] {
        let study = shipped(id);
        let case = study.case_ids()[0].to_owned();
        let missing = missing(&made(&study, ExportForm::Note, &[&case], ChosenSections::default(), lang));
        assert!(missing.is_empty(), "{id}: {missing:#?}");
    }
}

#[test]
fn a_pdf_has_title_language_outline_and_numbers_of_pages() {
    let study = built_in().unwrap();
    let files = made(&study, ExportForm::Report, &["trend", "plan"], ChosenSections::default(), Lang::VI);
    let bytes = &of_kind(&files, ".pdf").bytes;
    let text = String::from_utf8_lossy(bytes);
    assert!(text.contains("/Lang(vi)") && text.contains("/FontFile2") && !text.contains("/Author"));
    let page = String::from_utf8(of_kind(&files, ".html").bytes.clone()).unwrap();
    let headings = page.matches("<h2 id").count() + page.matches("<h3 id").count();
    assert!(headings > 10);
    assert_eq!(text.matches("/Dest ").count(), 2 * headings, "each heading is in the outline and in the contents");
    assert_eq!(text.matches("/Subtype/Link").count(), headings);
    let pages = read_pages(bytes);
    for (position, lines) in pages.iter().enumerate() {
        assert_eq!(lines.last().unwrap(), &format!("{} / {}", position + 1, pages.len()));
    }
    // The contents name the page on which each section begins.
    let of_method = format!("{}. {}", page.matches("<h2 id").count() - 1, label(Lang::VI, "report-section-method"));
    let entry = pages[0].iter().position(|line| *line == of_method).unwrap();
    let stated: usize = pages[0][entry + 1].parse().unwrap();
    assert!(pages[stated - 1].contains(&of_method), "{stated}");
}

#[test]
fn many_scenarios_fit_on_paper_and_no_number_is_broken() {
    let study = built_in().unwrap();
    let chosen: ChosenSections = [DocumentSection::Results].into_iter().collect();
    let cases = study.case_ids();
    assert!(cases.len() > 15);
    let files = made(&study, ExportForm::Report, &cases, chosen, Lang::EN);
    let lines: BTreeSet<String> = read_pages(&of_kind(&files, ".pdf").bytes).into_iter().flatten().collect();
    let page = String::from_utf8(of_kind(&files, ".html").bytes.clone()).unwrap();
    let cells = page.split("<td class=\"number\">").skip(1).map(|cell| cell.split('<').next().unwrap().to_owned());
    let numbers: BTreeSet<String> =
        cells.flat_map(|cell| cell.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    assert!(numbers.len() > 100);
    let words: BTreeSet<&str> = lines.iter().flat_map(|line| line.split(' ')).collect();
    let broken: Vec<&String> = numbers.iter().filter(|number| !words.contains(number.as_str())).collect();
    assert!(broken.is_empty(), "{broken:?}");
}

#[test]
fn a_document_has_the_sections_that_were_chosen_and_numbers_them() {
    let study = built_in().unwrap();
    for form in [ExportForm::Report, ExportForm::Note] {
        let chosen = [DocumentSection::Answer, DocumentSection::Results, DocumentSection::Why];
        let files = made(&study, form, &["trend", "three-projects"], chosen.into_iter().collect(), Lang::EN);
        let is_page = |file: &&ExportedFile| Path::new(&file.name).extension().is_some_and(|ending| ending == "html");
        let last = files.iter().rfind(is_page).unwrap();
        let page = String::from_utf8(last.bytes.clone()).unwrap();
        let found: Vec<String> = page
            .split("<h2 id")
            .skip(1)
            .map(|rest| rest.split_once('>').unwrap().1.split('<').next().unwrap().to_owned())
            .collect();
        let wanted = sections_of(form).iter().filter(|(section, _)| chosen.contains(section));
        let wanted = (1..).zip(wanted).map(|(number, (_, key))| match form {
            ExportForm::Report => format!("{number}. {}", label(Lang::EN, key)),
            ExportForm::Note | ExportForm::Workbook | ExportForm::Charts | ExportForm::Tables => label(Lang::EN, key),
        });
        assert_eq!(found, wanted.collect::<Vec<_>>());
        assert!(!page.contains("section 3"), "nothing points to a section that is not there");
    }
}

#[test]
fn an_unknown_section_is_refused_with_the_known_ones() {
    let run = |words: &[&str]| Command::new(env!("CARGO_BIN_EXE_kichban")).args(words).output().unwrap();
    for (lang, told) in [("vi", "không phải là phần"), ("en", "is no section")] {
        let out =
            run(&["export", "--to", "note", "--scenario", "trend", "--sections", "answer,charts", "--lang", lang]);
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(2), "{said}");
        assert!(said.contains(told) && said.contains("charts") && said.contains("question, answer, why"), "{said}");
        let out = run(&["export", "--to", "tables", "--scenario", "trend", "--sections", "answer", "--lang", lang]);
        assert_eq!(out.status.code(), Some(2));
        let help = String::from_utf8(run(&["export", "--help", "--lang", lang]).stdout).unwrap();
        let help = tight(&help);
        for form in [ExportForm::Report, ExportForm::Note] {
            let ids: Vec<&str> = sections_of(form).iter().map(|(section, _)| section.id()).collect();
            assert!(help.contains(&tight(&ids.join(","))), "{help}");
        }
    }
}

#[test]
fn what_was_explained_stands_with_its_finding_and_still_counts() {
    let mut study = built_in().unwrap();
    let audit_only: ChosenSections = [DocumentSection::Audit].into_iter().collect();
    let page = |study: &Study| {
        let files = made(study, ExportForm::Report, &["trend"], audit_only.clone(), Lang::EN);
        String::from_utf8(of_kind(&files, ".html").bytes.clone()).unwrap()
    };
    let before = page(&study);
    let count = |page: &str| page.split(" findings disagree").next().unwrap().rsplit(' ').next().unwrap().to_owned();
    let note = Localized::new("Số sơ bộ.", "The plan used a preliminary figure.");
    study.explained.push(ExplainedFinding { finding: "C03b".to_owned(), note });
    let after = page(&study);
    assert_eq!(count(&before), count(&after));
    let points = blocks(&after);
    let point = points.iter().find(|point| point.starts_with("C03b. ")).unwrap();
    assert!(point.ends_with("Explained: The plan used a preliminary figure."), "{point}");
    assert_eq!(after.matches("Explained:").count(), 1);
}

#[test]
fn averages_of_plan_periods_are_those_of_the_window() {
    let study = built_in().unwrap();
    let cases = ["trend", "plan", "three-projects"];
    let mut shown = study.clone();
    for scenario in &mut shown.scenarios {
        scenario.visible = cases.contains(&scenario.id.as_str());
    }
    for baseline in &mut shown.baselines {
        baseline.visible = cases.contains(&baseline.id.as_str());
    }
    let preferences = Preferences { lang: Lang::EN, ..Preferences::default() };
    let state = AppState::new(shown, Origin::Shipped, preferences);
    let tables = number_tables(&StateReader::new(&state));
    let files = made(&study, ExportForm::Tables, &cases, ChosenSections::default(), Lang::EN);
    let averages = of_kind(&files, "averages-productivity-en.csv");
    let mut reader = csv::Reader::from_reader(&averages.bytes[..]);
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let results: ChosenSections = [DocumentSection::Results].into_iter().collect();
    let report = made(&study, ExportForm::Report, &cases, results, Lang::EN);
    let report = blocks(&String::from_utf8(of_kind(&report, ".html").bytes.clone()).unwrap());
    let mut compared = 0;
    for (table, variable) in tables.iter().zip(["grdp", "output_growth"]) {
        for row in table.rows.iter().filter(|row| row.case.is_some()) {
            for (period, cell) in table.periods.iter().zip(&row.averages) {
                let is_own = |found: &&BTreeMap<String, String>| {
                    found["scenario"] == *row.case.as_ref().unwrap()
                        && found["variable"] == variable
                        && found["sector"] == "total"
                        && found["since"] == period.since.to_string()
                };
                let value: f64 = rows.iter().find(is_own).unwrap()["value"].parse().unwrap();
                assert_eq!(*cell, format!("{value:.1}").replace('-', "−"), "{variable}, {period:?}");
                let in_report = report.iter().any(|block| block.contains(cell.as_str()));
                assert!(in_report, "{cell} of {variable} is not in the report");
                compared += 1;
            }
        }
    }
    assert_eq!(compared, 12);
    assert!(report.iter().any(|block| block == "Average 2021–2025" || block == "Average 2021–25"), "{report:?}");
}

#[test]
fn files_of_charts_are_named_by_what_they_show() {
    let study = built_in().unwrap();
    for lang in Lang::ALL {
        let files = made(&study, ExportForm::Charts, &["trend", "three-projects"], ChosenSections::default(), lang);
        let names: BTreeSet<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names.len(), files.len(), "every file has a name of its own");
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-.".contains(letter);
        assert!(names.iter().all(|name| name.chars().all(is_plain)), "{names:?}");
        let told = match lang.tongue() {
            Tongue::Vi => "bac-ninh-2030-co-cau-grdp-nam-cuoi-p-vi.svg",
            Tongue::En => "bac-ninh-2030-structure-of-grdp-in-the-last-year-p-en.svg",
        };
        assert!(names.contains(told), "{names:#?}");
    }
}

#[test]
fn a_study_of_output_alone_is_told_without_labour_and_sources_without_names_of_files() {
    let chosen =
        || [DocumentSection::Method, DocumentSection::Sources, DocumentSection::Question].into_iter().collect();
    for shipped in shipped_studies() {
        let study = read_study(shipped.text.as_bytes()).unwrap();
        let case = study.baselines[0].id.clone();
        for (lang, words) in [
            (Lang::EN, ["people times output", "answers a question"]),
            (Lang::VI, ["số lao động nhân với", "trả lời một câu hỏi"]),
        ] {
            let files = made(&study, ExportForm::Report, &[&case], chosen(), lang);
            let text = blocks(&String::from_utf8(of_kind(&files, ".html").bytes.clone()).unwrap()).join("\n");
            let has_labour = shipped.id.starts_with("bac-ninh-2030");
            assert_eq!(text.contains(words[0]), has_labour, "{}", shipped.id);
            assert!(!text.contains(words[1]), "{}: a baseline asks nothing", shipped.id);
            let raw = text.split_whitespace().find(|word| word.contains(".txt"));
            assert_eq!(raw, None, "{}", shipped.id);
        }
    }
}

#[test]
fn a_chart_without_figures_is_a_sentence_and_no_empty_picture() {
    let charts: ChosenSections = [DocumentSection::Charts].into_iter().collect();
    let study = shipped("bac-ninh-2025");
    let case = study.baselines[0].id.clone();
    let files = made(&study, ExportForm::Report, &[&case], charts, Lang::EN);
    let page = String::from_utf8(of_kind(&files, ".html").bytes.clone()).unwrap();
    let told = blocks(&page).into_iter().find(|block| block.contains("no figures of employment"));
    assert!(told.is_some() && !page.contains("<figcaption>Figure 7."), "{told:?}");
}
