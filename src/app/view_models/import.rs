//! Contents of the import: tables that were found, the sheet with what each cell is, figures, questions, lines, changes.

use super::context::StateReader;
use crate::app::import::{ImportGoal, ImportState};
use crate::importing::{
    ImportOffer, Intake, IntakeChange, LineRole, NewStudyProblem, OfferKey, OpenQuestion, RoledLabel, SeriesAnswer,
    cells_of, figures_to_take, study_unit,
};
use crate::lang::Lang;
use crate::quantity::Quantity;
use crate::reading::{
    CellMark, FigureStatus, LeftOutReason, QuestionTopic, ReadCell, ReadStatus, ReadTable, ShownCell, cell_address,
    column_name,
};
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;
use crate::text::words::{filled, label};
use crate::text::{
    ask_topic, capitalise, change_word, explain_cell_left_out, explain_new_study_problem, explain_row_left_out,
    explain_unfit, explain_unreadable, line_short, measured, quantity_name, series_answer, tell_break, tell_check,
    tell_not_taken, tell_role_source, tell_table_match, unit_name,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Digits behind the decimal mark of a value as read.
const DIGITS: usize = 4;

/// A table in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferRow {
    /// What tells it from others.
    pub key: OfferKey,
    /// What it measures, or its title where it does not fit.
    pub title: String,
    /// Prices, unit, years, rows.
    pub about: String,
    /// Why it fits or not.
    pub reason: String,
    /// Whether it fits.
    pub fits: bool,
    /// Whether it comes in.
    pub ticked: bool,
    /// Sheet and rows.
    pub place: String,
    /// Quantities by which it could be read, with the current one first where it is known.
    pub quantities: Vec<(Quantity, String)>,
}

/// The tables that fit, or all.
pub fn offer_rows(reader: &StateReader<'_>, import: &ImportState) -> Vec<OfferRow> {
    let session = &import.session;
    let shown = session.offers().iter().filter(|offer| {
        let own = offer.key.territory == session.territory();
        (offer.measure.is_ok() && own) || (offer.measure.is_err() && import.lists_unfit)
    });
    let mut rows: Vec<OfferRow> =
        shown.filter_map(|offer| Some(offer_row(reader, import, offer, session.table(offer)?))).collect();
    rows.sort_by_key(|row| !row.fits);
    rows
}

/// What an offer measures, in one word or two.
pub fn measured_offer(reader: &StateReader<'_>, key: &OfferKey) -> String {
    let what = key.measure.map_or_else(String::new, |measure| capitalise(&measured(measure, reader.lang)));
    format!("{what} · {}", if key.sheet.is_empty() { &key.file } else { &key.sheet })
}

/// Number of tables that do not fit.
pub fn count_unfit(import: &ImportState) -> usize {
    import.session.offers().iter().filter(|offer| offer.measure.is_err()).count()
}

/// A unit as read in the words of the study, where it is one of a study's.
fn unit_text(reader: &StateReader<'_>, unit: &str) -> String {
    match study_unit(unit) {
        Some((unit, scale)) if scale.to_bits() == 1.0_f64.to_bits() => unit_name(unit, reader.lang),
        _ => unit.to_owned(),
    }
}

fn offer_row(reader: &StateReader<'_>, import: &ImportState, offer: &ImportOffer, table: &ReadTable) -> OfferRow {
    let lang = reader.lang;
    let first = offer.cells.first().and_then(|cell| table.cells.get(*cell));
    let years = offer.years.map_or_else(String::new, |(first, last)| {
        if first == last {
            reader.numbers.year(first)
        } else {
            format!("{}–{}", reader.numbers.year(first), reader.numbers.year(last))
        }
    });
    let unit = first.map_or_else(String::new, |cell| unit_text(reader, &cell.unit));
    let rows =
        filled(lang, "import-rows-place", &[("first", &table.rows.0.to_string()), ("last", &table.rows.1.to_string())]);
    let sheet = if table.sheet.is_empty() { table.file.as_str() } else { table.sheet.as_str() };
    let sheet = filled(lang, "import-sheet-place", &[("sheet", sheet)]);
    let about: Vec<String> = [unit, years].into_iter().filter(|part| !part.is_empty()).collect();
    let counts = [("labels", offer.labels.to_string()), ("sums", offer.sums.to_string())];
    let counts: Vec<(&'static str, &str)> = counts.iter().map(|(key, count)| (*key, count.as_str())).collect();
    let (title, reason, fits) = match offer.measure {
        Ok(measure) => {
            let key = if offer.sums > 0 { "import-fits" } else { "import-fits-plain" };
            (capitalise(&measured(measure, lang)), filled(lang, key, &counts), true)
        }
        Err(why) => (table.title.clone(), explain_unfit(why, lang), false),
    };
    let quantities = crate::importing::ImportMeasure::QUANTITIES;
    OfferRow {
        title,
        about: about.join(" · "),
        reason,
        fits,
        ticked: import.session.is_ticked(&offer.key),
        place: format!("{sheet}\n{rows}"),
        quantities: quantities.map(|quantity| (quantity, quantity_name(quantity, lang))).to_vec(),
        key: offer.key.clone(),
    }
}

/// What a cell of the sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CellRole {
    /// Nothing that was read.
    Plain,
    /// A head, a title, a unit.
    Head,
    /// A label of a row.
    Label,
    /// A figure.
    Value,
    /// A total that agrees with its parts.
    Total,
    /// Left out.
    LeftOut,
}

/// A cell of the sheet as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportSheetCell {
    /// Its address.
    pub address: String,
    /// Its text.
    pub text: String,
    /// Whether it is a number, which stands on the right.
    pub numeric: bool,
    /// What it is.
    pub role: CellRole,
    /// What is said about it.
    pub doubt: CellDoubt,
}

/// What is said about a figure beside its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellDoubt {
    /// Whether it rests on a proposal.
    pub assumed: bool,
    /// Whether the file calls it an estimate or preliminary.
    pub estimate: bool,
}

/// A part of a sheet with the role of each cell.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownSheet {
    /// Letters of the columns.
    pub columns: Vec<String>,
    /// Number of each row with its cells by position of the column.
    pub rows: Vec<(u32, BTreeMap<usize, ImportSheetCell>)>,
}

/// Rows of the sheet that are shown above and below a table.
const AROUND: u32 = 4;
/// The most columns that are drawn.
const MOST_COLUMNS: u32 = 60;

/// The sheet around a table; `None` for files without sheets of cells.
pub fn shown_sheet(reader: &StateReader<'_>, import: &ImportState, key: &OfferKey) -> Option<ShownSheet> {
    let offer = import.session.offers().iter().find(|offer| offer.key == *key)?;
    let table = import.session.table(offer)?;
    let shown = &import.sheets;
    let sheet = shown.sheets.iter().find(|sheet| sheet.name == table.sheet).filter(|_| shown.file == table.file)?;
    let roles = CellRoles::new(table, offer);
    let columns: Vec<u32> = (0..sheet.columns.min(MOST_COLUMNS)).collect();
    let (first, last) = (table.rows.0.saturating_sub(AROUND + 1), table.rows.1 + AROUND);
    let rows = sheet
        .rows
        .range(first..last)
        .map(|(row, cells)| {
            let drawn = cells.iter().filter(|(column, _)| **column < MOST_COLUMNS).map(|(column, cell)| {
                let (text, numeric) = match cell {
                    ShownCell::Number(value) => (shown_number(reader, *value), true),
                    ShownCell::Text(text) => (text.clone(), false),
                };
                let at = usize::try_from(*column).unwrap_or(0);
                (at, roles.cell(cell_address(*row, *column), (*row, *column), text, numeric))
            });
            (row + 1, drawn.collect())
        })
        .collect();
    Some(ShownSheet { columns: columns.into_iter().map(column_name).collect(), rows })
}

/// Why no sheet is shown beside the figures.
pub fn explain_no_sheet(reader: &StateReader<'_>, import: &ImportState) -> String {
    match &import.sheets.problem {
        Some(problem) => {
            let why = crate::text::one_line(&explain_unreadable(problem, reader.lang));
            filled(reader.lang, "import-sheet-unreadable", &[("why", &why)])
        }
        None => label(reader.lang, "import-sheet-none"),
    }
}

/// A number as a person would read it: a whole number that can be a year has no mark inside.
fn shown_number(reader: &StateReader<'_>, value: f64) -> String {
    if value.fract() == 0.0 && (1900.0..2100.0).contains(&value) {
        format!("{value}")
    } else {
        reader.numbers.write_trimmed(value, DIGITS)
    }
}

/// Addresses of a table by what stands there.
struct CellRoles<'a> {
    values: BTreeMap<&'a str, &'a ReadCell>,
    labels: BTreeSet<&'a str>,
    heads: BTreeSet<&'a str>,
    totals: BTreeSet<&'a str>,
    left_out: BTreeMap<&'a str, LeftOutReason>,
}

impl<'a> CellRoles<'a> {
    fn new(table: &'a ReadTable, offer: &ImportOffer) -> Self {
        let cells = cells_of(offer, table);
        let mut roles = Self {
            values: cells.iter().map(|cell| (cell.cell.as_str(), *cell)).collect(),
            labels: BTreeSet::new(),
            heads: BTreeSet::new(),
            totals: table.parents.iter().map(|sum| sum.total.as_str()).collect(),
            left_out: table.left_out.iter().map(|left| (left.place.as_str(), left.reason)).collect(),
        };
        for cell in cells {
            let row = row_of(&cell.cell);
            for head in &cell.heads {
                let set = if row_of(head) == row { &mut roles.labels } else { &mut roles.heads };
                set.insert(head);
            }
        }
        roles
    }

    fn cell(&self, address: String, (row, column): (u32, u32), text: String, numeric: bool) -> ImportSheetCell {
        let read = self.values.get(address.as_str());
        let out = self.left_out.contains_key((row + 1).to_string().as_str())
            || self.left_out.contains_key(column_name(column).as_str());
        let role = if read.is_some() {
            if self.totals.contains(address.as_str()) { CellRole::Total } else { CellRole::Value }
        } else if self.labels.contains(address.as_str()) {
            CellRole::Label
        } else if self.heads.contains(address.as_str()) {
            CellRole::Head
        } else if out {
            CellRole::LeftOut
        } else {
            CellRole::Plain
        };
        ImportSheetCell {
            doubt: read.map_or_else(CellDoubt::default, |cell| doubt_of(cell)),
            address,
            text,
            numeric,
            role,
        }
    }
}

fn row_of(address: &str) -> &str {
    address.trim_start_matches(|c: char| c.is_ascii_alphabetic())
}

fn is_estimate(cell: &ReadCell) -> bool {
    matches!(cell.status, ReadStatus::Known(FigureStatus::Estimate | FigureStatus::Preliminary))
}

fn doubt_of(cell: &ReadCell) -> CellDoubt {
    CellDoubt { assumed: cell.marks.contains(&CellMark::Assumed), estimate: is_estimate(cell) }
}

/// What is counted of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCount {
    /// Key of the name and number.
    pub counts: Vec<(&'static str, String)>,
    /// Rows and columns left out, each with its reason.
    pub left_out: Vec<String>,
}

/// Counts of the table that is looked at.
pub fn count_table(reader: &StateReader<'_>, import: &ImportState, key: &OfferKey) -> Option<TableCount> {
    let offer = import.session.offers().iter().find(|offer| offer.key == *key)?;
    let table = import.session.table(offer)?;
    let cells = cells_of(offer, table);
    let taken = cells.iter().filter(|cell| cell.value.is_some()).count();
    let estimates = cells.iter().filter(|cell| is_estimate(cell)).count();
    let mut by_reason: BTreeMap<LeftOutReason, Vec<&str>> = BTreeMap::new();
    for left in &table.left_out {
        by_reason.entry(left.reason).or_default().push(&left.place);
    }
    let left_out = by_reason
        .into_iter()
        .map(|(reason, places)| format!("{}: {}", explain_row_left_out(reason, reader.lang), places.join(", ")));
    Some(TableCount {
        counts: vec![
            ("import-will-take", taken.to_string()),
            ("import-sums-agree", offer.sums.to_string()),
            ("import-estimates", estimates.to_string()),
        ],
        left_out: left_out.collect(),
    })
}

/// A label with its values, one row of the figures that come in.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    /// The label.
    pub label: String,
    /// How deep it stands in the outline.
    pub depth: usize,
    /// Number of parts that agree with it.
    pub parts: usize,
    /// Whether it comes in.
    pub taken: bool,
    /// Address, text and doubt of each column.
    pub values: Vec<Option<(String, String, CellDoubt)>>,
}

/// The figures of a table as an outline, with its years as columns.
pub fn figure_rows(reader: &StateReader<'_>, import: &ImportState, key: &OfferKey) -> (Vec<String>, Vec<FigureRow>) {
    let found = import.session.offers().iter().find(|offer| offer.key == *key);
    let Some((offer, table)) = found.and_then(|offer| Some((offer, import.session.table(offer)?))) else {
        return (Vec::new(), Vec::new());
    };
    let cells = cells_of(offer, table);
    let years: BTreeSet<i32> = cells.iter().filter_map(|cell| cell.year).collect();
    let mut values: BTreeMap<(&str, i32), &ReadCell> = BTreeMap::new();
    for cell in &cells {
        if let Some(year) = cell.year {
            values.entry((cell.label.as_str(), year)).or_insert(cell);
        }
    }
    let study = own_study(reader, import);
    let rows = import.session.roles(offer, study.as_deref()).into_iter().map(|role| {
        let of_year = |year: &i32| {
            let cell = values.get(&(role.outline.label.as_str(), *year))?;
            let text = cell.value.map_or_else(|| "–".to_owned(), |value| reader.numbers.write_trimmed(value, 1));
            Some((cell.cell.clone(), text, doubt_of(cell)))
        };
        FigureRow {
            depth: role.outline.depth,
            parts: role.outline.parts.len(),
            taken: role.role != LineRole::LeftOut,
            values: years.iter().map(of_year).collect(),
            label: role.outline.label,
        }
    });
    (years.iter().map(|year| reader.numbers.year(*year)).collect(), rows.collect())
}

/// What is said about a chosen cell.
pub fn tell_cell(
    reader: &StateReader<'_>,
    import: &ImportState,
    key: &OfferKey,
    address: &str,
) -> Option<(String, String)> {
    let offer = import.session.offers().iter().find(|offer| offer.key == *key)?;
    let table = import.session.table(offer)?;
    let cell = cells_of(offer, table).into_iter().find(|cell| cell.cell == address)?;
    let value = cell
        .value
        .map_or_else(|| label(reader.lang, "import-mark-missing"), |value| reader.numbers.write_trimmed(value, 6));
    let mut parts = vec![format!("{value} {}", unit_text(reader, &cell.unit)), cell.label.clone()];
    parts.extend(cell.year.map(|year| reader.numbers.year(year)));
    if !matches!(cell.price_basis.as_str(), "" | "n/a") {
        parts.push(cell.price_basis.clone());
    }
    for (said, key) in
        [(is_estimate(cell), "import-mark-estimate"), (cell.marks.contains(&CellMark::Assumed), "import-mark-assumed")]
    {
        if said {
            parts.push(label(reader.lang, key));
        }
    }
    Some((parts.join(" · "), filled(reader.lang, "import-chosen-heads", &[("heads", &cell.heads.join(", "))])))
}

/// Heads and labels of a cell, by address.
pub fn heads_of(import: &ImportState, key: &OfferKey, address: &str) -> Vec<String> {
    let found = import.session.offers().iter().find(|offer| offer.key == *key);
    let table = found.and_then(|offer| import.session.table(offer));
    let cell = table.and_then(|table| table.cells.iter().find(|cell| cell.cell == address));
    cell.map(|cell| cell.heads.clone()).unwrap_or_default()
}

/// The study into which figures come, where they come into one.
fn own_study(reader: &StateReader<'_>, import: &ImportState) -> Option<Arc<Study>> {
    match import.goal {
        ImportGoal::IntoStudy => Some(Arc::clone(&reader.state.study)),
        ImportGoal::NewStudy => None,
    }
}

/// A question as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionContent {
    /// The question.
    pub open: OpenQuestion,
    /// Its sentence.
    pub sentence: String,
    /// Which table it is about.
    pub about: String,
    /// The evidence for the proposal.
    pub evidence: String,
    /// What the answer decides.
    pub effect: String,
    /// Answers that can be chosen, each with what is said of it; the proposal stands first.
    pub options: Vec<(String, String)>,
    /// The answer that holds.
    pub answer: String,
    /// Whether a person gave it.
    pub answered: bool,
}

/// All questions about what comes in.
pub fn question_contents(reader: &StateReader<'_>, import: &ImportState) -> Vec<QuestionContent> {
    let lang = reader.lang;
    let drawn = import.questions(&reader.state.study).into_iter().map(|open| {
        let about = if open.table.is_empty() {
            label(lang, "import-question-of-file")
        } else {
            filled(lang, "import-question-of", &[("title", &open.title), ("sheet", &open.sheet)])
        };
        let question = &open.question;
        QuestionContent {
            sentence: ask_topic(question.topic, lang),
            about,
            evidence: evidence_text(reader, import, &open),
            effect: filled(lang, "import-question-effect", &[("count", &question.effect.to_string())]),
            answer: question.answer.clone().unwrap_or_else(|| question.proposal.clone()),
            answered: question.answer.is_some(),
            options: options_of(reader, import, &open),
            open,
        }
    });
    drawn.collect()
}

/// The evidence for the proposal; a cell comes with its label.
fn evidence_text(reader: &StateReader<'_>, import: &ImportState, open: &OpenQuestion) -> String {
    if let Some(evidence) = &open.series {
        return tell_break(&open.file, &open.sheet, evidence, reader.lang).join("\n");
    }
    let with_label = |evidence: &String| match label_at(import, open, evidence) {
        Some(label) => format!("{evidence} · {label}"),
        None => evidence.clone(),
    };
    open.question.evidence.iter().map(with_label).collect::<Vec<_>>().join("; ")
}

/// The proposal, the answer where another was given, and where cells are the answers each of them with its label.
fn options_of(reader: &StateReader<'_>, import: &ImportState, open: &OpenQuestion) -> Vec<(String, String)> {
    let question = &open.question;
    if open.series.is_some() {
        let mut answers = SeriesAnswer::ALL.to_vec();
        answers.sort_by_key(|answer| answer.id() != question.proposal);
        let option = |answer: SeriesAnswer| (answer.id().to_owned(), series_answer(answer, reader.lang));
        return answers.into_iter().map(option).collect();
    }
    let mut answers = vec![question.proposal.clone()];
    answers.extend(question.answer.clone());
    if question.topic == QuestionTopic::Parts {
        answers.extend(question.evidence.iter().skip(1).cloned());
    }
    let mut options: Vec<(String, String)> = Vec::new();
    for answer in answers.into_iter().filter(|answer| !answer.is_empty()) {
        if !options.iter().any(|(known, _)| *known == answer) {
            let label = label_at(import, open, answer.trim_start_matches(['-', ' ']));
            let text = label.map_or_else(|| answer.clone(), |label| format!("{answer} · {label}"));
            options.push((answer, text));
        }
    }
    options
}

/// The label of a cell of the table that a question is about.
fn label_at(import: &ImportState, open: &OpenQuestion, address: &str) -> Option<String> {
    let file = import.session.files().iter().find(|file| file.name == open.file)?;
    let table = file.read.tables.iter().find(|table| table.key == open.table && table.sheet == open.sheet)?;
    table.cells.iter().find(|cell| cell.cell == address).map(|cell| cell.label.clone())
}

/// A label and the line that it stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleRow {
    /// The label.
    pub label: String,
    /// How deep it stands.
    pub depth: usize,
    /// What it stands for.
    pub role: LineRole,
    /// Name of that.
    pub role_name: String,
    /// How it was found.
    pub by: String,
}

/// The labels of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleTable {
    /// What tells it from others.
    pub key: OfferKey,
    /// What it measures, and its sheet.
    pub title: String,
    /// Its labels, in their order.
    pub rows: Vec<RoleRow>,
}

/// The labels of every table that comes in, each once a table.
pub fn role_tables(reader: &StateReader<'_>, import: &ImportState) -> Vec<RoleTable> {
    let study = own_study(reader, import);
    let mut seen: BTreeSet<((usize, usize), String)> = BTreeSet::new();
    let mut tables = Vec::new();
    for (offer, table, measure) in import.session.taken() {
        let roles = import.session.roles(offer, study.as_deref());
        let rows: Vec<RoleRow> = roles
            .into_iter()
            .filter(|role| seen.insert((offer.place, role.outline.label.clone())))
            .map(|role| role_row(reader, import, study.as_deref(), role))
            .collect();
        if !rows.is_empty() {
            let place = if table.sheet.is_empty() { &table.file } else { &table.sheet };
            let title = format!("{} · {place}", capitalise(&measured(measure, reader.lang)));
            tables.push(RoleTable { key: offer.key.clone(), title, rows });
        }
    }
    tables
}

fn role_row(reader: &StateReader<'_>, import: &ImportState, study: Option<&Study>, role: RoledLabel) -> RoleRow {
    RoleRow {
        role_name: role_name(reader, import, study, &role.role),
        by: tell_role_source(role.by, reader.lang),
        depth: role.outline.depth,
        label: role.outline.label,
        role: role.role,
    }
}

fn role_name(reader: &StateReader<'_>, import: &ImportState, study: Option<&Study>, role: &LineRole) -> String {
    let lang = reader.lang;
    match role {
        LineRole::Total => label(lang, "import-role-total"),
        LineRole::Taxes => label(lang, "import-role-taxes"),
        LineRole::LeftOut => label(lang, "import-role-left"),
        LineRole::Line(id) => study.map_or_else(|| draft_name(import, id, lang), |study| line_short(id, study, lang)),
    }
}

fn draft_name(import: &ImportState, id: &str, lang: Lang) -> String {
    let lines = import.session.draft_lines();
    let line = lines.iter().find(|line| line.id == *id);
    let key = if line.is_some_and(|line| line.is_group) { "import-role-group" } else { "import-role-same" };
    filled(lang, key, &[("name", line.map_or(id, |line| line.name.as_str()))])
}

/// Every line that a label can stand for, with its name.
pub fn role_choices(reader: &StateReader<'_>, import: &ImportState) -> Vec<(LineRole, String)> {
    let study = own_study(reader, import);
    let ids: Vec<String> = match study.as_deref() {
        Some(study) => {
            let groups = study.groups.iter().map(|group| group.id.clone());
            groups.chain(study.sectors.iter().map(|sector| sector.id.clone())).collect()
        }
        None => import.session.draft_lines().into_iter().map(|line| line.id).collect(),
    };
    let fixed = [LineRole::LeftOut, LineRole::Total, LineRole::Taxes];
    let all = fixed.into_iter().chain(ids.into_iter().map(LineRole::Line));
    all.map(|role| (role.clone(), role_name(reader, import, study.as_deref(), &role))).collect()
}

/// A figure that comes in, against the study.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeRow {
    /// What it is.
    pub title: String,
    /// What it is to the study.
    pub change: String,
    /// The value in the study.
    pub before: String,
    /// The value in the file, with its unit.
    pub now: String,
    /// Sheet and cell.
    pub cell: String,
}

/// What would come in.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeContent {
    /// Number of figures that would be taken.
    pub taken: usize,
    /// Counts by what figures are to the study.
    pub counts: Vec<(&'static str, usize)>,
    /// Cells left out, by reason.
    pub left_out: Vec<(String, usize)>,
    /// Figures that change something.
    pub rows: Vec<ChangeRow>,
    /// Findings of the checks of tables that come in.
    pub checks: Vec<String>,
    /// What the files hold and no import takes, by name.
    pub not_taken: Vec<String>,
}

/// What would come in, against the study.
pub fn take_content(reader: &StateReader<'_>, import: &ImportState) -> TakeContent {
    let study = own_study(reader, import);
    let frame = study.as_deref().map_or_else(|| import.frame(""), |study| import.frame_in(study));
    let intake = import.session.intake(study.as_deref(), &frame);
    let changes = match study.as_deref() {
        Some(study) => import.session.changes(study, &frame),
        None => vec![IntakeChange::New; intake.figures.len()],
    };
    let count = |wanted: fn(&IntakeChange) -> bool| changes.iter().filter(|change| wanted(change)).count();
    let counts = vec![
        ("import-count-new", count(|change| matches!(change, IntakeChange::New))),
        ("import-count-revised", count(|change| matches!(change, IntakeChange::Revised { .. }))),
        ("import-count-beside", count(|change| matches!(change, IntakeChange::Beside { .. }))),
        ("import-count-same", count(|change| matches!(change, IntakeChange::Same { .. }))),
    ];
    let rows = intake.figures.iter().zip(&changes);
    let rows = rows.filter(|(_, change)| !matches!(change, IntakeChange::Same { .. }));
    let rows = rows.map(|(incoming, change)| change_row(reader, import, &incoming.figure, change)).collect();
    let taken = match study.as_deref() {
        Some(study) => figures_to_take(&import.session, study, &frame).len(),
        None => intake.figures.len(),
    };
    TakeContent {
        taken,
        counts,
        left_out: left_out(reader, &intake),
        rows,
        checks: checks(reader, import),
        not_taken: tell_not_taken(import.session.offers(), reader.lang),
    }
}

fn left_out(reader: &StateReader<'_>, intake: &Intake) -> Vec<(String, usize)> {
    let mut counts = BTreeMap::new();
    for left in &intake.left_out {
        *counts.entry(left.why).or_insert(0) += 1;
    }
    counts.into_iter().map(|(why, count)| (explain_cell_left_out(why, reader.lang), count)).collect()
}

fn checks(reader: &StateReader<'_>, import: &ImportState) -> Vec<String> {
    let mut told = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, kept, matched) in import.session.matches() {
        for found in &matched.tables {
            let table = found.found.and_then(|position| file.open.tables.get(position));
            told.extend(tell_table_match(&kept.recipe, found, table, reader.lang));
        }
    }
    for (_, table, _) in import.session.taken() {
        for check in &table.checks {
            let explained = tell_check(&table.file, &table.sheet, check, reader.lang);
            let line = crate::text::one_line(&explained);
            if seen.insert(line.clone()) {
                told.push(line);
            }
        }
    }
    told
}

/// The name of a line alone.
fn line_text(reader: &StateReader<'_>, import: &ImportState, study: Option<&Study>, role: &LineRole) -> String {
    let draft = |id: &str| import.session.draft_lines().into_iter().find(|line| line.id == id).map(|line| line.name);
    let drafted = if let (LineRole::Line(id), None) = (role, study) { draft(id) } else { None };
    drafted.unwrap_or_else(|| role_name(reader, import, study, role))
}

/// Sheet and cells as a spreadsheet names them.
fn place_text(sheet: &str, cells: &[String]) -> String {
    let cells = cells.join(" + ");
    if sheet.is_empty() { cells } else { format!("{sheet}!{cells}") }
}

fn change_row(reader: &StateReader<'_>, import: &ImportState, figure: &Figure, change: &IntakeChange) -> ChangeRow {
    let lang = reader.lang;
    let write = |value: f64| reader.numbers.write_trimmed(value, DIGITS);
    let before = match change {
        IntakeChange::New => String::new(),
        IntakeChange::Same { .. } => write(figure.value),
        IntakeChange::Revised { before, .. } => write(*before),
        IntakeChange::Beside { value, .. } => write(*value),
    };
    // A figure of the whole may leave its line out.
    let role = if figure.line.is_empty() { LineRole::Total } else { LineRole::of_id(&figure.line) };
    let study = own_study(reader, import);
    let line = line_text(reader, import, study.as_deref(), &role);
    let year = figure.year.map_or_else(String::new, |year| reader.numbers.year(year));
    let cell = figure.cell.as_deref();
    ChangeRow {
        title: format!("{} · {line} · {year}", capitalise(&quantity_name(figure.quantity, lang))),
        change: change_word(change, lang),
        before,
        now: format!("{} {}", write(figure.value), unit_name(figure.unit, lang)),
        cell: cell.map_or_else(String::new, |cell| place_text(&cell.sheet, &cell.cells)),
    }
}

/// The line with how many figures come in and how many cells do not.
pub fn bar_texts(reader: &StateReader<'_>, take: &TakeContent) -> Vec<String> {
    let lang = reader.lang;
    let left: usize = take.left_out.iter().map(|(_, count)| count).sum();
    let mut texts = vec![filled(lang, "import-bar-taken", &[("count", &take.taken.to_string())])];
    texts.push(filled(lang, "import-bar-left", &[("count", &left.to_string())]));
    texts.extend(
        take.left_out
            .iter()
            .map(|(why, count)| filled(lang, "import-bar-left-by", &[("why", why), ("count", &count.to_string())])),
    );
    texts
}

/// How many questions must still be answered, as a sentence; `None` if all are answered.
pub fn open_questions_text(reader: &StateReader<'_>, import: &ImportState) -> Option<String> {
    let open = import.open_questions(&reader.state.study).len();
    (open > 0).then(|| explain_new_study_problem(&NewStudyProblem::OpenQuestions(open), reader.lang).sentence)
}
