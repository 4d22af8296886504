//! A table read: each value with its label, territory, time, unit and basis.

use super::answers::ImportAnswer;
use super::found::{CellMark, LeftOut, ReadCell, ReadStatus, ReadTable};
use super::grid::{GridCell, SheetContent, SheetGrid, address, column_letters, column_of};
use super::heads::{ColumnRole, TableColumn, composite_names, has_ideograph, read_columns, time_of_cell};
use super::numbers::{DecimalSign, MarkVerdict, NoValue, WrittenNumber, no_value, weigh};
use super::places::is_place;
use super::rows::{LeftOutReason, SheetTables, TableRows, WordCache};
use super::territory::{TerritoryHint, name_behind_code};
use super::words::{BasisWord, FigureKind, FigureStatus, Mention, PeriodWord, ReadWords, RoleWord, YearWord, year_of};
use crate::lang::{fold, fold_tight};
use std::collections::{BTreeMap, BTreeSet};

/// What is said of figures at one distance from them: in the head, the row, a heading, the title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Says {
    /// Units in the order of the text.
    pub units: Vec<String>,
    /// Kind of figure.
    pub kind: Option<FigureKind>,
    /// Whether a comparison leaves open whether it is an index or growth.
    pub compared: bool,
    /// Price basis.
    pub basis: Option<BasisWord>,
    /// Year of the basis.
    pub base_year: Option<i32>,
    /// Time.
    pub year: Option<YearWord>,
    /// Part of the year.
    pub period: Option<PeriodWord>,
    /// Status.
    pub status: Option<FigureStatus>,
    /// Territory, where a name stands for it.
    pub territory: String,
    /// What else is mentioned, such as the product or people.
    pub mentioned: BTreeSet<Mention>,
}

impl Says {
    /// What the words of a text say.
    pub(super) fn of(words: &ReadWords) -> Self {
        Self {
            units: words.units.clone(),
            kind: words.kind,
            compared: words.compared,
            basis: words.basis,
            base_year: words.base_year,
            year: words.years.first().copied(),
            period: words.period,
            status: words.status,
            territory: String::new(),
            mentioned: words.mentioned.clone(),
        }
    }

    /// Whether this is mentioned.
    pub(super) fn mentions(&self, mention: Mention) -> bool {
        self.mentioned.contains(&mention)
    }

    /// Fills the fields that are open here with those of another.
    pub(super) fn fill_from(&mut self, other: &Self) {
        if self.units.is_empty() {
            self.units.clone_from(&other.units);
        }
        if self.kind.is_none() {
            self.kind = other.kind;
            self.compared = other.compared;
        }
        self.basis = self.basis.or(other.basis);
        self.base_year = self.base_year.or(other.base_year);
        self.year = self.year.or(other.year);
        self.period = self.period.or(other.period);
        self.status = self.status.or(other.status);
        self.mentioned.extend(&other.mentioned);
        if self.territory.is_empty() {
            self.territory.clone_from(&other.territory);
        }
    }
}

/// What stands around a table: the file, the sheet, the table before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableSurroundings<'a> {
    /// Name of the file, without folders.
    pub file: &'a str,
    /// Answers about the file.
    pub answers: &'a super::answers::ImportAnswers,
    /// What the table before it on the sheet said, and its title.
    pub before: Option<&'a (Says, String)>,
}

/// A row of the body with what is known of it.
#[derive(Debug, Clone, Default)]
pub(super) struct BodyRow {
    /// The row.
    pub row: u32,
    /// Its label.
    pub label: String,
    /// Cells of the label.
    pub addresses: Vec<String>,
    /// Its territory.
    pub territory: String,
    /// Its measure, from a column of measures.
    pub measure: String,
    /// What the row, the headings above it and its columns of time and unit say.
    pub says: Says,
}

/// Everything of a table before its cells are settled.
pub(super) struct Draft<'g> {
    /// The sheet.
    pub grid: &'g SheetGrid,
    /// Its rows.
    pub rows: &'g TableRows,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// The rows of its body with values.
    pub body: Vec<BodyRow>,
    /// What title, sheet and file say.
    pub context: Says,
    /// The title.
    pub title: String,
    /// The key.
    pub key: String,
    /// Answers about this table.
    pub answers: Vec<ImportAnswer>,
    /// Which mark the written numbers of a column use.
    pub marks: BTreeMap<u32, DecimalSign>,
    /// What the numbers say about the marks of each column.
    pub verdicts: BTreeMap<u32, MarkVerdict>,
    /// Columns left out.
    pub left_out: Vec<LeftOut>,
    /// Whether the names of places are those of one of several columns, and the answer is still open.
    pub names_proposed: bool,
    /// Columns with one head whose kind and basis are only proposed.
    pub proposed_columns: BTreeSet<u32>,
    /// A territory that stands beside a word for places with a code before its name.
    pub territory_hint: Option<TerritoryHint>,
}

impl Draft<'_> {
    /// The columns of values that are taken.
    pub(super) fn values(&self) -> impl Iterator<Item = &TableColumn> {
        self.columns.iter().filter(|column| column.role == ColumnRole::Value && !column.pieces.is_empty())
    }

    /// The answer to a question about a cell: of the table, or of its columns.
    pub(super) fn answer(&self, topic: &str, column: u32) -> Option<&str> {
        let fits = |answer: &&ImportAnswer| {
            let (name, scope) = answer.question.split_once(':').unwrap_or((answer.question.as_str(), ""));
            name == topic && (scope.is_empty() || in_scope(scope, column))
        };
        self.answers.iter().rev().find(fits).map(|answer| answer.answer.as_str())
    }
}

/// Whether a column lies in `C`, `C-E` or `C,E`.
pub(super) fn in_scope(scope: &str, column: u32) -> bool {
    scope.split(',').any(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        matches!((column_of(first.trim()), column_of(last.trim())), (Some(first), Some(last)) if (first..=last).contains(&column))
    })
}

/// Reads what can be read of a table before its cells; `None` if all columns lack a head.
pub(super) fn draft_table<'g>(
    grid: &'g SheetGrid,
    rows: &'g TableRows,
    sheet: &SheetTables,
    around: TableSurroundings<'_>,
    words: &mut WordCache,
) -> Option<Draft<'g>> {
    if rows.heads.is_empty() {
        return None;
    }
    let columns = read_columns(grid, rows, sheet, words);
    let first_value = columns.iter().find(|column| column.role == ColumnRole::Value)?.index;
    let territory_hint = rows.context.iter().find_map(|row| coded_place(grid, *row, words));
    let (context, title) = read_context(grid, rows, &columns, first_value, around, words);
    let key = key_of(&title, &grid.name, &columns);
    let answers: Vec<ImportAnswer> = around.answers.about(around.file, &key).into_iter().cloned().collect();
    let mut draft = Draft {
        grid,
        rows,
        columns,
        body: Vec::new(),
        context,
        title,
        key,
        answers,
        marks: BTreeMap::new(),
        verdicts: BTreeMap::new(),
        left_out: Vec::new(),
        names_proposed: false,
        proposed_columns: BTreeSet::new(),
        territory_hint,
    };
    let columns = territory_columns(&draft.columns);
    draft.names_proposed = chosen_names(&draft).is_some() && answered_names(&draft, &columns).is_none();
    read_body(&mut draft, words);
    note_columns_left_out(&mut draft);
    settle_marks(&mut draft);
    (draft.values().next().is_some() && !draft.body.is_empty()).then_some(draft)
}

/// Title, folded, with the years as place-holders, and the words of the heads.
fn key_of(title: &str, sheet: &str, columns: &[TableColumn]) -> String {
    let mut key = fold(if title.is_empty() { sheet } else { title });
    let mut heads: Vec<String> = Vec::new();
    for column in columns.iter().filter(|column| column.role != ColumnRole::Value || !column.name.is_empty()) {
        let head = fold(&column.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" "));
        if !head.is_empty() && !heads.contains(&head) && heads.len() < 6 {
            heads.push(head);
        }
    }
    if !heads.is_empty() {
        key = format!("{key} | {}", heads.join(" | "));
    }
    without_years(&key)
}

/// A text with `{year}` in place of each year, wherever it stands: "1/12/2018" has one as well.
fn without_years(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut digits = String::new();
    for c in text.chars().chain(std::iter::once(' ')) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            found.push_str(if year_of(&digits).is_some() { "{year}" } else { &digits });
            digits.clear();
            found.push(c);
        }
    }
    found.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What title, unit cells, pairs, constant columns, sheet name and file name say, the nearest first.
fn read_context(
    grid: &SheetGrid,
    rows: &TableRows,
    columns: &[TableColumn],
    first_value: u32,
    around: TableSurroundings<'_>,
    words: &mut WordCache,
) -> (Says, String) {
    let mut says = Says::default();
    let mut title: Vec<String> = Vec::new();
    for row in &rows.context {
        let cells: Vec<&str> =
            grid.rows.get(row).into_iter().flat_map(|cells| cells.values()).filter_map(|cell| cell.text()).collect();
        for text in &cells {
            if let Some(territory) = place_in_title(text).filter(|_| says.territory.is_empty()) {
                says.territory = territory;
            }
        }
        if coded_place(grid, *row, words).is_some() {
            continue;
        }
        if let Some(territory) = pair_of_place(&cells, words) {
            says.territory = territory;
            continue;
        }
        for text in cells {
            let said = words.read(text);
            let only_unit =
                said.complete && !said.units.is_empty() && !said.mentions(Mention::Product) && said.basis.is_none();
            if !only_unit {
                title.push(text.to_owned());
            }
            merge_title(&mut says, &Says::of(&said));
        }
    }
    for column in columns.iter().filter(|column| column.role == ColumnRole::Constant) {
        let first = rows.data.iter().find_map(|row| grid.at(*row, column.index)).and_then(|cell| cell.text());
        if let Some(text) = first {
            says.fill_from(&Says::of(&words.read(text)));
        }
    }
    // What stands in the corner above the labels, such as "unit: bn" or a title.
    for piece in columns.iter().filter(|column| column.index < first_value).flat_map(|column| &column.pieces) {
        let corner = Says::of(&piece.words);
        says.fill_from(&Says {
            units: corner.units,
            basis: corner.basis,
            base_year: corner.base_year,
            ..Says::default()
        });
    }
    let continued = fold(&title.join(" "));
    let continues = title.is_empty()
        || ["tiep theo", "contd", "continued", "concld", "cont."].iter().any(|word| continued.contains(word));
    if let (true, Some((before, title_before))) = (continues, around.before) {
        says.fill_from(before);
        if title.is_empty() {
            title.push(title_before.clone());
        }
    }
    let mut sheet = Says::of(&words.read(&grid.name));
    sheet.units.clear();
    (sheet.period, sheet.status) = (None, None);
    says.fill_from(&sheet);
    let mut file = Says::of(&words.read(around.file.rsplit_once('.').map_or(around.file, |(stem, _)| stem)));
    file.units.clear();
    (file.kind, file.period, file.status) = (None, None, None);
    says.fill_from(&file);
    (says, title.join(" · "))
}

/// Adds what one line above a table says; the line nearest to the table overrules.
fn merge_title(says: &mut Says, line: &Says) {
    let mut merged = line.clone();
    let old = std::mem::take(says);
    merged.fill_from(&old);
    if line.kind.is_some() && old.kind.is_some() && old.units.is_empty() {
        merged.kind = old.kind;
    }
    *says = merged;
}

/// The last pair of a row whose name stands for places and whose text has a code before the name.
fn coded_place(grid: &SheetGrid, row: u32, words: &mut WordCache) -> Option<TerritoryHint> {
    let cells: Vec<(u32, &str)> =
        grid.rows.get(&row)?.iter().filter_map(|(column, cell)| Some((*column, cell.text()?))).collect();
    let pairs = cells.iter().zip(cells.iter().skip(1)).rev();
    let mut named = pairs.filter(|((_, kind), _)| kind.ends_with(':'));
    named.find_map(|((_, kind), (column, text))| {
        words.read(kind).role.filter(|role| *role == RoleWord::Territory)?;
        let name = name_behind_code(kind, text)?;
        Some(TerritoryHint { name, evidence: format!("{}: {text}", address(row, *column)) })
    })
}

/// `Kab/Kota : | Rembang`: the last pair whose name stands for places.
fn pair_of_place(cells: &[&str], words: &mut WordCache) -> Option<String> {
    let mut found = None;
    let mut pairs = false;
    for (name, value) in cells.iter().zip(cells.iter().skip(1)) {
        let named = name.ends_with(':');
        pairs |= named;
        if named && words.read(name).role == Some(RoleWord::Territory) {
            found = Some((*value).to_owned());
        }
    }
    if pairs { found.or(Some(String::new())).filter(|name| !name.is_empty()) } else { None }
}

/// The place that a title names as whose economy it shows: a known place, or one with a word or two behind it.
fn place_in_title(title: &str) -> Option<String> {
    let without_notes = title.split(['[', '(']).next().unwrap_or_default();
    let pieces: Vec<&str> = without_notes.split([',', ':', ';', '.']).flat_map(|piece| piece.split(" for ")).collect();
    pieces.into_iter().rev().find_map(|piece| {
        let plain = piece.trim().replace("'s ", " ").replace("’s ", " ");
        let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty()).collect();
        let name: Vec<&str> =
            words.iter().copied().filter(|word| !["economy", "the"].contains(&word.to_lowercase().as_str())).collect();
        let longest = (1..=name.len().min(4))
            .rev()
            .find(|length| name.get(..*length).is_some_and(|part| is_place(&part.join(" "))));
        longest.filter(|length| name.len() <= length + 1).map(|_| name.join(" "))
    })
}

/// Reads labels, times and headings of the rows.
fn read_body(draft: &mut Draft<'_>, words: &mut WordCache) {
    let mut heading = Says::default();
    let mut down = Says::default();
    let mut last_territory = String::new();
    let mut last_year: Option<YearWord> = None;
    for row in &draft.rows.body {
        if !draft.rows.data.contains(row) {
            read_heading(draft, *row, &mut heading, &mut down, words);
            continue;
        }
        let mut body = BodyRow { row: *row, ..BodyRow::default() };
        read_label(draft, &mut body, words);
        let own = body.says.clone();
        if !own.units.is_empty() || own.kind.is_some() {
            down = Says { units: own.units.clone(), kind: own.kind, compared: own.compared, ..Says::default() };
        }
        read_row_time(draft, &mut body, words);
        if body.says.year.is_none() {
            body.says.year = last_year.filter(|_| body.says.period.is_some());
        }
        last_year = body.says.year.or(last_year);
        body.says.fill_from(&down);
        body.says.fill_from(&heading);
        if body.territory.is_empty() && has_role(draft, ColumnRole::Territory) {
            body.territory.clone_from(&last_territory);
        }
        last_territory.clone_from(&body.territory);
        draft.body.push(body);
    }
}

fn has_role(draft: &Draft<'_>, role: ColumnRole) -> bool {
    draft.columns.iter().any(|column| column.role == role)
}

/// A text between rows: a unit, a basis or a year that holds for the rows below.
fn read_heading(draft: &Draft<'_>, row: u32, heading: &mut Says, down: &mut Says, words: &mut WordCache) {
    let cells = draft.grid.rows.get(&row).into_iter().flat_map(|cells| cells.iter());
    for (column, cell) in cells {
        let constant = draft.columns.iter().any(|known| known.index == *column && known.role == ColumnRole::Constant);
        let Some(text) = cell.text().filter(|_| !constant) else { continue };
        let said = words.read(text);
        let says = Says::of(&said);
        if !says.units.is_empty() || says.basis.is_some() || says.kind.is_some() {
            *heading = Says { year: heading.year, territory: heading.territory.clone(), ..says.clone() };
            *down = Says::default();
        }
        if said.complete && says.year.is_some() {
            heading.year = says.year;
        }
    }
}

/// The label of a row: its texts in the columns of names, but not those that reach over several rows.
fn read_label(draft: &Draft<'_>, body: &mut BodyRow, words: &mut WordCache) {
    let grid = draft.grid;
    let names = chosen_names(draft);
    let mut parts: Vec<(String, String, bool)> = Vec::new();
    for column in &draft.columns {
        let Some(cell) = grid.at(body.row, column.index) else { continue };
        let place = address(body.row, column.index);
        let printed = cell.printed();
        match column.role {
            ColumnRole::Label if no_value(&printed).is_some() && !printed.contains(char::is_alphabetic) => {}
            ColumnRole::Label => {
                let over = grid
                    .merged
                    .iter()
                    .any(|region| region.top == body.row && region.left == column.index && region.bottom > region.top);
                parts.push((printed, place, over));
            }
            ColumnRole::Territory if names.is_some_and(|chosen| chosen != column.index) => {}
            ColumnRole::Territory => {
                body.territory = printed;
                body.addresses.push(place);
            }
            ColumnRole::Measure => {
                body.says.fill_from(&Says { year: None, ..Says::of(&words.read(&printed)) });
                body.measure = printed;
                body.addresses.push(place);
            }
            ColumnRole::Composite => read_composite(column, &printed, &place, body, words),
            ColumnRole::Unit => body.says.units = words.read(&printed).units,
            ColumnRole::Value | ColumnRole::Time | ColumnRole::Period | ColumnRole::Beside | ColumnRole::Constant => {}
        }
    }
    let deeper = parts.iter().any(|(.., over)| !over);
    parts.retain(|(.., over)| !(deeper && *over));
    for (text, place, _) in parts {
        let said = words.read(&text);
        body.says.fill_from(&Says { year: None, period: None, status: None, ..Says::of(&said) });
        body.label = if body.label.is_empty() { text } else { format!("{}; {text}", body.label) };
        body.addresses.push(place);
    }
}

/// The columns that name the same places in several languages.
pub(super) fn territory_columns(columns: &[TableColumn]) -> Vec<u32> {
    columns.iter().filter(|column| column.role == ColumnRole::Territory).map(|column| column.index).collect()
}

/// Whether the columns of places name the same places in several languages: most rows have a name in each.
pub(super) fn are_translations(draft: &Draft<'_>) -> bool {
    let columns = territory_columns(&draft.columns);
    let filled = |row: u32| columns.iter().filter(|column| draft.grid.at(row, **column).is_some()).count();
    let rows = draft.rows.data.iter().filter(|row| filled(**row) > 0).count();
    let full = draft.rows.data.iter().filter(|row| filled(**row) == columns.len()).count();
    columns.len() > 1 && full * 2 > rows
}

/// The column whose names of places are taken: the one answered, else the last, which is English or the more exact one;
/// `None` if each column is a level of its own.
pub(super) fn chosen_names(draft: &Draft<'_>) -> Option<u32> {
    let columns = territory_columns(&draft.columns);
    // Names in the script of the heads stay with them.
    let heads = draft.values().any(|column| has_ideograph(&column.name));
    let scripted = columns.iter().find(|column| {
        let first = draft.rows.data.iter().find_map(|row| draft.grid.at(*row, **column)?.text());
        heads && first.is_some_and(has_ideograph)
    });
    answered_names(draft, &columns).or(scripted.or(columns.last()).copied()).filter(|_| are_translations(draft))
}

/// The column of names that was answered.
fn answered_names(draft: &Draft<'_>, columns: &[u32]) -> Option<u32> {
    let fits = |column: &&u32| {
        draft.answers.iter().rev().any(|known| known.question == "names" && in_scope(&known.answer, **column))
    };
    columns.iter().find(fits).copied()
}

/// The parts of a key such as `MIO_EUR,AT11` by the names in its head, `unit,geo`.
fn read_composite(column: &TableColumn, key: &str, place: &str, body: &mut BodyRow, words: &mut WordCache) {
    let names = composite_names(column);
    for (name, part) in names.iter().zip(key.split(',')) {
        let part = part.trim();
        match words.read(name).role {
            Some(RoleWord::Territory) => part.clone_into(&mut body.territory),
            Some(RoleWord::Unit) => {
                body.says.units = vec![unit_of_code(part, words)];
            }
            Some(RoleWord::Code | RoleWord::Note | RoleWord::Time | RoleWord::Period | RoleWord::Measure) | None => {
                body.label = if body.label.is_empty() { part.to_owned() } else { format!("{}; {part}", body.label) };
            }
        }
    }
    body.addresses.push(place.to_owned());
}

/// A unit as a code: `MIO_NAC` is millions of something, `PPS` is kept as printed.
fn unit_of_code(code: &str, words: &mut WordCache) -> String {
    if let Some(unit) = words.read(code).units.first() {
        return unit.clone();
    }
    let (size, rest) = code.split_once('_').unwrap_or((code, ""));
    words.read(size).units.first().map_or_else(|| code.to_owned(), |size| format!("{size} {rest}"))
}

/// The time that the stub of a row says.
fn read_row_time(draft: &Draft<'_>, body: &mut BodyRow, words: &mut WordCache) {
    for column in draft.columns.iter().filter(|column| column.role == ColumnRole::Time) {
        if let Some(said) = time_of_cell(draft.grid, body.row, column.index, words) {
            body.says.year = said.years.first().copied().or(body.says.year);
            body.says.period = said.period.or(body.says.period);
            body.says.status = said.status.or(body.says.status);
            body.addresses.push(address(body.row, column.index));
        }
    }
    for column in draft.columns.iter().filter(|column| column.role == ColumnRole::Period) {
        let Some(cell) = draft.grid.at(body.row, column.index) else { continue };
        let printed = cell.printed();
        let said = words.read(&printed);
        let months = column
            .pieces
            .iter()
            .any(|piece| fold(&piece.text).contains("month") || piece.text.to_lowercase().contains("tháng"));
        let number = printed.trim().parse::<u8>().ok().or(said.numeral);
        let numbered = number.filter(|_| !months).filter(|quarter| (1..=4).contains(quarter)).map(PeriodWord::Quarter);
        let month = number.filter(|_| months).filter(|month| (1..=12).contains(month)).map(PeriodWord::Month);
        let whole = no_value(&printed).map(|_| PeriodWord::Year);
        body.says.period = said.period.or(numbered).or(month).or(whole).or(body.says.period);
        body.addresses.push(address(body.row, column.index));
    }
}

fn note_columns_left_out(draft: &mut Draft<'_>) {
    leave_out_spacers(draft);
    let headless = draft.columns.iter().filter(|column| column.role == ColumnRole::Value && column.pieces.is_empty());
    let mut found: Vec<LeftOut> =
        headless.map(|column| LeftOut { place: column_letters(column.index), reason: LeftOutReason::NoHead }).collect();
    let hidden = &draft.grid.hidden_columns;
    let used: BTreeSet<u32> = draft
        .rows
        .data
        .iter()
        .filter_map(|row| draft.grid.rows.get(row))
        .flat_map(|cells| cells.keys().copied())
        .collect();
    found.extend(
        used.intersection(hidden)
            .map(|column| LeftOut { place: column_letters(*column), reason: LeftOutReason::Hidden }),
    );
    draft.left_out = found;
}

/// A column that shares the head of its neighbour and holds only zeros is a gap: it loses the head.
fn leave_out_spacers(draft: &mut Draft<'_>) {
    let counts: Vec<(u32, Vec<String>, usize)> = draft
        .values()
        .map(|column| {
            let cells = draft.body.iter().filter_map(|body| draft.grid.at(body.row, column.index));
            let zero =
                |cell: &&GridCell| matches!(&cell.content, SheetContent::Number(value) if value.abs() < f64::MIN_POSITIVE);
            let heads = column.pieces.iter().map(|piece| piece.address.clone()).collect();
            (column.index, heads, cells.filter(|cell| !zero(cell)).count())
        })
        .collect();
    let shares = |(index, heads, values): &&(u32, Vec<String>, usize)| {
        *values == 0 && counts.iter().any(|(other, named, filled)| other != index && named == heads && *filled > 0)
    };
    let spacers: BTreeSet<u32> = counts.iter().filter(shares).map(|(index, ..)| *index).collect();
    for column in draft.columns.iter_mut().filter(|column| spacers.contains(&column.index)) {
        column.pieces.clear();
    }
}

/// Whether a column holds shares, growth or indices: offices write their decimals otherwise than the thousands of levels.
fn is_ratio(column: &TableColumn) -> bool {
    column.says.kind.is_some() || column.says.units.iter().any(|unit| unit == "%" || unit.contains("= 100"))
}

/// Weighs the marks of written numbers: over all columns, and where these disagree column by column. Columns of levels are
/// settled by other columns of levels only, and columns of ratios by columns of ratios only.
fn settle_marks(draft: &mut Draft<'_>) {
    let mut written: BTreeMap<u32, (bool, Vec<WrittenNumber>)> = BTreeMap::new();
    for column in draft.values() {
        let texts =
            draft.body.iter().filter_map(|body| draft.grid.at(body.row, column.index)).filter_map(|cell| cell.text());
        written.insert(column.index, (is_ratio(column), texts.filter_map(WrittenNumber::read).collect()));
    }
    let of_group =
        |ratio: bool| weigh(written.values().filter(|(of, _)| *of == ratio).flat_map(|(_, numbers)| numbers));
    let together = weigh(written.values().flat_map(|(_, numbers)| numbers));
    let groups = BTreeMap::from([(false, of_group(false)), (true, of_group(true))]);
    let mut settled = BTreeMap::new();
    let mut verdicts = BTreeMap::new();
    for (column, (ratio, numbers)) in &written {
        let verdict = match (together, groups.get(ratio)) {
            (MarkVerdict::Mixed, _) => weigh(numbers),
            (MarkVerdict::Settled(_), Some(MarkVerdict::Open)) => MarkVerdict::Open,
            (MarkVerdict::Plain | MarkVerdict::Settled(_) | MarkVerdict::Open, _) => together,
        };
        let answered = match draft.answer("marks", *column) {
            Some("comma") => Some(DecimalSign::Comma),
            Some("dot") => Some(DecimalSign::Dot),
            Some(_) | None => None,
        };
        let proposed = match verdict {
            MarkVerdict::Settled(mark) => mark,
            MarkVerdict::Open | MarkVerdict::Mixed | MarkVerdict::Plain => propose_mark(numbers),
        };
        settled.insert(*column, answered.unwrap_or(proposed));
        verdicts.insert(*column, verdict);
    }
    draft.marks = settled;
    draft.verdicts = verdicts;
}

/// Where both readings are possible, groups of exactly three digits throughout speak for thousands.
pub(super) fn propose_mark(numbers: &[WrittenNumber]) -> DecimalSign {
    let count =
        |mark| numbers.iter().filter_map(|number| number.value(mark)).filter(|value| value.abs() >= 1000.0).count();
    if count(DecimalSign::Comma) > count(DecimalSign::Dot) { DecimalSign::Comma } else { DecimalSign::Dot }
}

/// What a cell holds: a value, or why it has none.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawValue {
    /// The value.
    pub value: Option<f64>,
    /// The status that follows from the cell itself.
    pub status: ReadStatus,
    /// What is said beside it.
    pub marks: Vec<CellMark>,
}

/// Reads the value of a cell; `None` if it is a word.
pub(super) fn raw_value(draft: &Draft<'_>, row: u32, column: u32) -> Option<RawValue> {
    let cell = draft.grid.at(row, column)?;
    let known = ReadStatus::Known(FigureStatus::Final);
    let missing = ReadStatus::Absent(NoValue::Missing);
    let raw = match &cell.content {
        SheetContent::Number(value) if cell.percent => {
            RawValue { value: Some(value * 100.0), status: known, marks: vec![CellMark::FromFraction] }
        }
        SheetContent::Number(value) => RawValue { value: Some(*value), status: known, marks: Vec::new() },
        SheetContent::Fault(_) => RawValue { value: None, status: missing, marks: vec![CellMark::FailedFormula] },
        SheetContent::NotComputed => RawValue { value: None, status: missing, marks: vec![CellMark::NotComputed] },
        SheetContent::Date(..) => RawValue { value: None, status: missing, marks: vec![CellMark::NotANumber] },
        SheetContent::Text(text) => match no_value(text) {
            Some(why) => RawValue { value: None, status: ReadStatus::Absent(why), marks: Vec::new() },
            None => value_of_text(draft, column, text),
        },
    };
    Some(raw)
}

fn value_of_text(draft: &Draft<'_>, column: u32, text: &str) -> RawValue {
    let mark = draft.marks.get(&column).copied().unwrap_or(DecimalSign::Dot);
    let read = WrittenNumber::read(text).and_then(|number| Some((number.value(mark)?, number)));
    match read {
        Some((value, number)) => {
            let status = match number.flags.to_lowercase().as_str() {
                "e" => FigureStatus::Estimate,
                "p" | "*" | "**" | "ep" => FigureStatus::Preliminary,
                _ => FigureStatus::Final,
            };
            let marks = if number.flags.is_empty() { Vec::new() } else { vec![CellMark::Flagged] };
            RawValue { value: Some(value), status: ReadStatus::Known(status), marks }
        }
        None => {
            RawValue { value: None, status: ReadStatus::Absent(NoValue::Missing), marks: vec![CellMark::NotANumber] }
        }
    }
}

/// Rows that repeat another row, or give a total without something beside the total.
pub(super) fn rows_left_out(draft: &Draft<'_>, words: &mut WordCache) -> BTreeMap<u32, LeftOutReason> {
    let mut found = BTreeMap::new();
    let mut seen: BTreeMap<(String, String), Vec<Vec<Option<u64>>>> = BTreeMap::new();
    for body in draft.body.iter().filter(|body| !body.label.is_empty()) {
        let time = format!("{:?}{:?}{}", body.says.year, body.says.period, body.measure);
        let label = (fold_tight(&body.label), format!("{}{time}", body.territory));
        let values: Vec<Option<u64>> = draft
            .values()
            .map(|column| raw_value(draft, body.row, column.index).and_then(|raw| raw.value).map(f64::to_bits))
            .collect();
        let known = seen.entry(label.clone()).or_default();
        if values.iter().flatten().count() > 1 && known.contains(&values) {
            found.insert(body.row, LeftOutReason::Repeated);
        }
        known.push(values);
        let said = words.read(&body.label);
        let of_total = said.mentions(Mention::Without)
            && draft.body.iter().any(|other| {
                let shorter = fold_tight(&other.label);
                other.row != body.row && shorter.len() > 2 && label.0.starts_with(&shorter)
            });
        if of_total {
            found.insert(body.row, LeftOutReason::VariantOfTotal);
        }
    }
    found
}

/// An empty table with the place of a draft.
pub(super) fn empty_table(draft: &Draft<'_>, file: &str) -> ReadTable {
    let first = draft.rows.heads.first().map_or(0, |row| row + 1);
    let last = draft.rows.data.last().map_or(first, |row| row + 1);
    ReadTable {
        key: draft.key.clone(),
        file: file.to_owned(),
        sheet: draft.grid.name.clone(),
        title: draft.title.clone(),
        rows: (first, last),
        cells: Vec::<ReadCell>::new(),
        left_out: draft.left_out.clone(),
        parents: Vec::new(),
        questions: Vec::new(),
        checks: Vec::new(),
    }
}
