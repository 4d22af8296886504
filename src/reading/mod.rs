//! What statistics offices publish, read: bytes in, tables with every value tied to its cell out.
//!
//! No file is opened here and no clock is read; the window and the command line hand over bytes and answers.
//! Start at `read_file`; the steps are in `docs/import.md`.

mod answers;
mod cells;
mod checks;
mod compound;
mod container;
mod decode;
mod delimited;
mod errors;
mod found;
mod grid;
mod heads;
mod lexer;
mod line_words;
mod looks;
mod numbers;
mod outline;
mod output;
mod places;
mod plain_table;
mod px;
mod px_table;
mod questions;
mod recipe;
mod revisions;
mod rows;
mod sheet_view;
mod table;
mod tcvn3;
mod territory;
mod words;
mod workbooks;
mod xml2003;

pub use answers::{ImportAnswer, ImportAnswers};
pub use errors::{ForeignKind, ReadFileError, UnreadableFile};
pub use found::{
    CellMark, CheckFound, CheckKind, FileRead, LeftOut, QuestionTopic, ReadCell, ReadQuestion, ReadStatus, ReadTable,
    SumFound,
};
pub use line_words::{is_tax_line, rank_of_total};
pub use numbers::{DecimalSign, NoValue};
pub use output::{cells_as_csv, found_as_json};
pub use plain_table::{OpenMark, PlainRow, PlainTable, PlainValue, read_plain_table, read_plain_values};
pub use recipe::{
    ImportRecipe, LEAST_AGREEMENT, RecipeMatch, RecipeTable, RememberedAnswer, RenamedLabel, TableMatch, match_recipe,
    remember,
};
pub use revisions::{KnownValue, RevisedValue, SeriesBreak, find_breaks, find_revised};
pub use rows::LeftOutReason;
pub use sheet_view::{SheetView, ShownCell, cell_address, column_name, show_sheets};
pub use words::FigureStatus;

use crate::lang::fold_tight;
use crate::task::{Progress, Workers, in_parallel};
use container::{FileForm, form_of};
use grid::SheetGrid;
use rows::WordCache;
use std::collections::BTreeMap;
use table::{Says, TableSurroundings};
use territory::TerritoryHint;

/// Reads a file handed over as bytes, with the answers that are known.
///
/// # Errors
/// The reason why the file cannot be read; see [`UnreadableFile`].
pub fn read_file(name: &str, bytes: &[u8], answers: &ImportAnswers) -> Result<FileRead, ReadFileError> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    read_bytes(&file, bytes, answers).map_err(|why| ReadFileError { file, why })
}

fn read_bytes(file: &str, bytes: &[u8], answers: &ImportAnswers) -> Result<FileRead, UnreadableFile> {
    let mut code_page = None;
    let form = form_of(bytes);
    let (form, sheets) = match form {
        FileForm::Empty => return Err(UnreadableFile::Empty),
        FileForm::Protected => return Err(UnreadableFile::Protected),
        FileForm::Cut => return Err(UnreadableFile::Damaged(String::new())),
        FileForm::Foreign(kind) => return Err(UnreadableFile::Foreign(kind)),
        FileForm::PcAxis => return read_pc_axis(file, bytes, answers),
        FileForm::Xlsx => ("xlsx", workbooks::sheets_of_xlsx(bytes)?),
        FileForm::Xls => ("xls", workbooks::sheets_of_xls(bytes)?),
        FileForm::Ods => ("ods", workbooks::sheets_of_ods(bytes)?),
        FileForm::Xml2003 => {
            let decoded = decode::decode_text(bytes, None);
            ("XML 2003", xml2003::sheets_of_xml2003(&decoded.text)?)
        }
        FileForm::Text => {
            let decoded = decode::decode_text(bytes, None);
            let sheet = delimited::sheet_of_text(&decoded.text)?;
            code_page = Some((decoded.code_page, decoded.guessed));
            ("text", vec![sheet])
        }
    };
    let mut read = FileRead {
        file: file.to_owned(),
        form: form.to_owned(),
        sheets: sheets.len(),
        code_page,
        converted: BTreeMap::new(),
        tables: Vec::new(),
        questions: Vec::new(),
        checks: Vec::new(),
    };
    let numbers = sheets.iter().any(holds_number);
    let strange = sheets.iter().find_map(strange_years);
    let mut notes = FileNotes::default();
    let address =
        territory::hint_of_addresses(sheets.iter().filter(|sheet| !sheet.hidden).flat_map(territory::texts_of));
    if let Some((code_page, true)) = &read.code_page {
        read.checks.push(CheckFound { check: CheckKind::GuessedCodePage, cell: code_page.clone(), values: None });
    }
    for one in read_sheets(file, sheets, answers) {
        read.converted.extend(one.converted);
        read.tables.extend(one.tables);
        notes.add(one.notes);
    }
    read.questions.extend(name_territories_by_sheet(&mut read.tables));
    if read.questions.is_empty() {
        read.questions.extend(ask_territory(&mut read.tables, file, answers, notes.territory.or(address)));
    }
    read.checks.extend(checks::check_file(&read.tables, &notes.bases));
    match (read.tables.is_empty(), numbers, strange) {
        (true, _, Some((sheet, cell))) => Err(UnreadableFile::StrangeYears { sheet, cell }),
        (true, false, None) => Err(UnreadableFile::NoNumbers),
        (true, true, None) => Err(UnreadableFile::NoTable),
        (false, ..) => Ok(read),
    }
}

/// The first of several numbers in one row that run as years do, but outside 1900 to 2100: those of another calendar, or of
/// another age.
fn strange_years(sheet: &SheetGrid) -> Option<(String, String)> {
    for (row, cells) in &sheet.rows {
        let number = |cell: &grid::GridCell| match &cell.content {
            grid::SheetContent::Number(value) => Some(*value),
            grid::SheetContent::Text(text) => text.parse().ok(),
            grid::SheetContent::Date(..) | grid::SheetContent::Fault(_) | grid::SheetContent::NotComputed => None,
        };
        let numbers: Vec<(u32, f64)> =
            cells.iter().filter_map(|(column, cell)| Some((*column, number(cell)?))).collect();
        let run = numbers.iter().zip(numbers.iter().skip(1)).all(|((_, a), (_, b))| ((b - a).abs() - 1.0).abs() < 1e-9);
        let strange = numbers.iter().all(|(_, year)| {
            year.fract() == 0.0 && ((1000.0..1900.0).contains(year) || (2101.0..2700.0).contains(year))
        });
        if let (true, true, Some((column, _))) = (numbers.len() > 1 && run, strange, numbers.first()) {
            return Some((sheet.name.clone(), grid::address(*row, *column)));
        }
    }
    None
}

fn holds_number(sheet: &SheetGrid) -> bool {
    sheet.rows.values().flat_map(|row| row.values()).any(|cell| match &cell.content {
        grid::SheetContent::Number(_) => true,
        grid::SheetContent::Text(text) => numbers::WrittenNumber::read(text).is_some(),
        grid::SheetContent::Date(..) | grid::SheetContent::Fault(_) | grid::SheetContent::NotComputed => false,
    })
}

/// What the tables of a sheet before the one at hand have left behind.
#[derive(Default)]
struct SheetSoFar {
    before: Option<(Says, String)>,
    /// The cells of a table and of those that continue it, and where its first stands among the tables.
    running: Vec<cells::DraftCell>,
    running_heads: Vec<String>,
}

/// What tables say that matters for the whole file.
#[derive(Default)]
struct FileNotes {
    /// Base years by title.
    bases: BaseYears,
    /// A territory that is named with a code, so that its name must be asked.
    territory: Option<TerritoryHint>,
}

impl FileNotes {
    /// Takes what a later sheet says; what an earlier one has said first stays.
    fn add(&mut self, later: Self) {
        for (title, years) in later.bases {
            let known = self.bases.entry(title).or_default();
            for (year, cell) in years {
                known.entry(year).or_insert(cell);
            }
        }
        self.territory = self.territory.take().or(later.territory);
    }
}

/// What one sheet gives to its file.
#[derive(Default)]
struct SheetRead {
    tables: Vec<ReadTable>,
    notes: FileNotes,
    /// The name of the sheet, with how many of its texts were converted, and one before and after.
    converted: Option<(String, (usize, String, String))>,
}

/// Reads the sheets of a file on all cores; a sheet depends on no other one.
fn read_sheets(file: &str, mut sheets: Vec<SheetGrid>, answers: &ImportAnswers) -> Vec<SheetRead> {
    sheets.iter_mut().for_each(tcvn3::convert_sheet);
    let one = |position: usize| {
        let sheet = sheets.get(position)?;
        let converted = sheet.converted.clone().map(|converted| (sheet.name.clone(), converted));
        if sheet.hidden {
            return Some(SheetRead { converted, ..SheetRead::default() });
        }
        let (tables, notes) = read_sheet(file, sheet, answers);
        Some(SheetRead { tables, notes, converted })
    };
    // Nobody can cancel this, so that an answer is always there.
    in_parallel(Workers::All, sheets.len(), &Progress::default(), one).into_iter().flatten().flatten().collect()
}

/// The tables of a sheet, and what they say of the whole file.
fn read_sheet(file: &str, sheet: &SheetGrid, answers: &ImportAnswers) -> (Vec<ReadTable>, FileNotes) {
    let mut notes = FileNotes::default();
    let mut words = WordCache::default();
    let split = rows::split_sheet(sheet, &mut words);
    let mut so_far = SheetSoFar::default();
    let mut tables = Vec::new();
    for rows in &split.tables {
        let around = TableSurroundings { file, answers, before: so_far.before.as_ref() };
        let Some(mut draft) = table::draft_table(sheet, rows, &split, around, &mut words) else { continue };
        let told = cells::tell_repeated_columns(&mut draft);
        let left_out = table::rows_left_out(&draft, &mut words);
        let cells = cells::read_cells(&draft);
        note_bases(&draft, &mut notes.bases, &mut words);
        notes.territory = notes.territory.take().or_else(|| draft.territory_hint.clone());
        let heads: Vec<String> =
            draft.values().flat_map(|column| column.pieces.iter().map(|piece| piece.text.clone())).collect();
        if so_far.running_heads != heads {
            so_far.running.clear();
        }
        so_far.running_heads = heads;
        so_far.running.extend(cells.iter().cloned());
        let sums = outline::find_sums(&so_far.running);
        let mut table = table::empty_table(&draft, file);
        table
            .left_out
            .extend(left_out.iter().map(|(row, reason)| LeftOut { place: (row + 1).to_string(), reason: *reason }));
        table.questions = questions::ask(&draft, &cells, &sums, told);
        table.checks = checks::check_table(&draft, &cells);
        table.checks.extend(sums.off.iter().cloned());
        table.parents = sums.sums;
        so_far.before = Some((draft.context.clone(), draft.title.clone()));
        table.cells =
            cells.into_iter().filter(|cell| !left_out.contains_key(&cell.place.0)).map(|cell| cell.read).collect();
        if !table.cells.is_empty() {
            tables.push(table);
        }
    }
    (tables, notes)
}

/// Base years by folded title, each with a cell that names it.
type BaseYears = BTreeMap<String, BTreeMap<i32, String>>;

/// Notes the year that a head, or a row above the heads, names as base of its columns.
fn note_bases(draft: &table::Draft<'_>, bases: &mut BaseYears, words: &mut WordCache) {
    let first = draft.title.split('·').next().unwrap_or_default();
    let title = fold_tight(&first.replace(|c: char| c.is_ascii_digit(), ""));
    if title.is_empty() {
        return;
    }
    let mut note = |year: i32, address: &str| {
        let name = &draft.grid.name;
        let cell = if name.is_empty() { address.to_owned() } else { format!("{name}!{address}") };
        bases.entry(title.clone()).or_default().entry(year).or_insert(cell);
    };
    for piece in draft.values().flat_map(|column| &column.pieces) {
        if let Some(year) = piece.words.base_year {
            note(year, &piece.address);
        }
    }
    for row in &draft.rows.context {
        for (column, cell) in draft.grid.rows.get(row).into_iter().flatten() {
            let said = cell.text().map(|text| words.read(text)).filter(|said| said.basis.is_none());
            if let Some(year) = said.and_then(|said| said.base_year) {
                note(year, &grid::address(*row, *column));
            }
        }
    }
}

/// Where sheets hold the same table and only their names tell them apart, the sheet names the territory.
fn name_territories_by_sheet(tables: &mut [ReadTable]) -> Option<ReadQuestion> {
    let mut by_heads: BTreeMap<String, std::collections::BTreeSet<String>> = BTreeMap::new();
    let heads = |table: &ReadTable| table.key.split_once(" | ").map(|(_, heads)| heads.to_owned());
    for table in tables.iter() {
        if let Some(heads) = heads(table) {
            by_heads.entry(heads).or_default().insert(table.sheet.clone());
        }
    }
    let (same, sheets) = by_heads.into_iter().max_by_key(|(_, sheets)| sheets.len())?;
    let plain = |sheet: &String| {
        !words::read_words(sheet).has_time() && sheet.chars().filter(|c| c.is_alphabetic()).count() > 2
    };
    let unnamed = |table: &ReadTable| table.cells.iter().all(|cell| cell.territory.is_empty());
    let mine = |table: &ReadTable| heads(table).as_ref() == Some(&same);
    let fits = sheets.len() >= 4 && sheets.iter().all(plain) && tables.iter().filter(|table| mine(table)).all(unnamed);
    if !fits {
        return None;
    }
    let mut effect = 0;
    for table in tables.iter_mut().filter(|table| mine(table)) {
        for cell in &mut table.cells {
            cell.territory.clone_from(&table.sheet);
            cell.marks.push(CellMark::Assumed);
            effect += 1;
        }
    }
    let evidence = sheets.into_iter().take(3).collect();
    let proposal = "sheet".to_owned();
    let topic = QuestionTopic::Territory;
    Some(ReadQuestion { id: topic.id().to_owned(), topic, essential: true, proposal, answer: None, evidence, effect })
}

/// Asks for the territory of a file in which nothing names one; its cells stay assumed until it is answered.
fn ask_territory(
    tables: &mut [ReadTable],
    file: &str,
    answers: &ImportAnswers,
    hint: Option<TerritoryHint>,
) -> Option<ReadQuestion> {
    let answer = answers.about(file, "").into_iter().rev().find(|answer| answer.question == "territory");
    let given = answer.map(|answer| answer.answer.clone());
    let mut effect = 0;
    let mut evidence: Vec<String> = hint.iter().map(|hint| hint.evidence.clone()).collect();
    let proposed = hint.map_or_else(String::new, |hint| hint.name);
    for table in tables.iter_mut().filter(|table| table.cells.iter().all(|cell| cell.territory.is_empty())) {
        effect += table.cells.len();
        evidence.push(table.title.clone());
        for cell in &mut table.cells {
            cell.territory.clone_from(&proposed);
            if !cell.marks.contains(&CellMark::Assumed) {
                cell.marks.push(CellMark::Assumed);
            }
        }
    }
    evidence.truncate(1);
    let (topic, proposal) = (QuestionTopic::Territory, given.clone().unwrap_or(proposed));
    let id = topic.id().to_owned();
    let question = ReadQuestion { id, topic, essential: true, proposal, answer: given, evidence, effect };
    (effect > 0 || question.answer.is_some()).then_some(question)
}

fn read_pc_axis(file: &str, bytes: &[u8], answers: &ImportAnswers) -> Result<FileRead, UnreadableFile> {
    let px = px::read_px(bytes)?;
    let mut words = WordCache::default();
    let (mut table, cells) = px_table::px_table(&px, file, answers, &mut words);
    table.cells = cells.into_iter().map(|cell| cell.read).collect();
    let hint = territory::hint_of_addresses(px.about.iter().map(|text| (String::new(), text.as_str())));
    let questions = ask_territory(std::slice::from_mut(&mut table), file, answers, hint).into_iter().collect();
    Ok(FileRead {
        file: file.to_owned(),
        form: "PC-Axis".to_owned(),
        sheets: 1,
        code_page: Some(px.code_page),
        converted: BTreeMap::new(),
        tables: vec![table],
        questions,
        checks: Vec::new(),
    })
}
