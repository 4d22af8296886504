//! The cells of a table: what head, row, heading and title say of each, weighed by what its figures can be.

use super::found::{CellMark, ReadCell, ReadStatus};
use super::grid::address;
use super::heads::TableColumn;
use super::numbers::MarkVerdict;
use super::places::is_place;
use super::table::{BodyRow, Draft, RawValue, Says, raw_value};
use super::words::{BasisWord, FigureKind, FigureStatus, Mention, PeriodWord, YearWord, read_words};
use crate::lang::fold;
use std::collections::{BTreeMap, BTreeSet};

/// A cell with what decided over it, so that questions can be asked of the undecided.
#[derive(Debug, Clone)]
pub(super) struct DraftCell {
    /// The cell.
    pub read: ReadCell,
    /// Its row and column.
    pub place: (u32, u32),
    /// What the row is called, whatever its label is.
    pub row_label: String,
    /// The kind of figure.
    pub kind: Option<FigureKind>,
    /// Where its unit comes from.
    pub unit_from: FoundBy,
    /// Where its price basis comes from.
    pub basis_from: FoundBy,
    /// Where its year comes from.
    pub year_from: FoundBy,
}

/// How a property of a cell was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FoundBy {
    /// Printed in the file.
    Printed,
    /// Follows from what the figures are.
    Implied,
    /// Proposed, and to be asked.
    Proposed,
    /// Given as an answer.
    Answered,
}

/// How large the figures of a column or a row are.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sizes {
    /// The middle of the absolute values.
    pub middle: f64,
    /// The greatest absolute value.
    pub greatest: f64,
}

/// The sizes of some values.
pub(super) fn sizes(values: impl IntoIterator<Item = f64>) -> Sizes {
    let mut sorted: Vec<f64> = values.into_iter().map(f64::abs).filter(|value| *value > 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    Sizes {
        middle: sorted.get(sorted.len() / 2).copied().unwrap_or(0.0),
        greatest: sorted.last().copied().unwrap_or(0.0),
    }
}

/// Whether figures of this size can be of this kind.
fn can_be(kind: FigureKind, sizes: Sizes) -> bool {
    match kind {
        FigureKind::Share => sizes.greatest <= 101.0,
        FigureKind::Growth => sizes.middle <= 60.0,
        FigureKind::Index | FigureKind::Deflator => sizes.middle <= 2000.0,
        FigureKind::Weight => sizes.greatest <= 10_001.0,
    }
}

/// What is known of the table as a whole while its cells are read.
#[expect(clippy::struct_excessive_bools, reason = "three facts that do not depend on each other")]
struct Whole {
    columns: BTreeMap<u32, Sizes>,
    rows_have_labels: bool,
    /// Whether the heads name the way in which the columns divide a total, `phân theo`.
    columns_divided: bool,
    /// Columns whose names are their territories: those of known places where most names are.
    columns_of_places: BTreeSet<u32>,
    /// The one year that heads of the table print, where they print one only.
    only_year: Option<YearWord>,
    /// Whether the columns are the branches of the economy while the rows divide them otherwise.
    columns_of_branches: bool,
    middle: f64,
}

/// Reads all cells of a table; rows that are left out later still take part in sums.
pub(super) fn read_cells(draft: &Draft<'_>) -> Vec<DraftCell> {
    let mut raw: BTreeMap<(u32, u32), RawValue> = BTreeMap::new();
    let values: Vec<u32> = draft.values().map(|column| column.index).collect();
    for body in &draft.body {
        for column in &values {
            if let Some(value) =
                raw_value(draft, body.row, *column).filter(|raw| !raw.marks.contains(&CellMark::NotANumber))
            {
                raw.insert((body.row, *column), value);
            }
        }
    }
    let whole = whole_of(draft, &raw);
    let mut cells = Vec::new();
    for body in &draft.body {
        let row_sizes = sizes(values.iter().filter_map(|column| raw.get(&(body.row, *column))?.value));
        for column in draft.values() {
            if let Some(value) = raw.get(&(body.row, column.index)) {
                cells.push(read_cell(draft, &whole, (body, row_sizes), column, value));
            }
        }
    }
    share_bases(&mut cells);
    share_statuses(&mut cells);
    find_index_base(&mut cells);
    propose_constant_prices(&mut cells);
    cells
}

/// Figures of one row and one time are equally sure, and a year that is summed up is no surer than its parts.
fn share_statuses(cells: &mut [DraftCell]) {
    let mut least: BTreeMap<(u32, Option<i32>, String), FigureStatus> = BTreeMap::new();
    for cell in cells.iter() {
        if let ReadStatus::Known(status) = cell.read.status {
            for period in [cell.read.period.clone(), "A".to_owned()] {
                let known = least.entry((cell.place.0, cell.read.year, period)).or_insert(status);
                *known = (*known).max(status);
            }
        }
    }
    for cell in cells.iter_mut() {
        let found = least.get(&(cell.place.0, cell.read.year, cell.read.period.clone())).copied();
        if let (ReadStatus::Known(FigureStatus::Final), Some(status)) = (cell.read.status, found) {
            cell.read.status = ReadStatus::Known(status);
        }
    }
}

/// The least average growth of values at current prices in đồng, in per cent: prices alone have risen by several a year.
const LEAST_NOMINAL_GROWTH: f64 = 9.0;
/// A rise from one year to the next that is a break and no growth.
const BREAK: f64 = 1.25;

/// Values in đồng that grow too slowly for current prices are proposed as constant, at the prices of the year behind a break.
fn propose_constant_prices(cells: &mut [DraftCell]) {
    let proposed = |cell: &DraftCell| {
        cell.basis_from == FoundBy::Proposed && cell.read.unit.ends_with("VND") && cell.read.period == "A"
    };
    let mut sums: BTreeMap<i32, f64> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| proposed(cell)) {
        if let (Some(year), Some(value)) = (cell.read.year, cell.read.value) {
            *sums.entry(year).or_default() += value;
        }
    }
    let steps: Vec<(i32, f64)> =
        sums.iter().zip(sums.iter().skip(1)).map(|((_, a), (year, b))| (*year, b / a)).collect();
    let growth: Vec<f64> = steps.iter().map(|(_, ratio)| *ratio).filter(|ratio| (0.5..BREAK).contains(ratio)).collect();
    let average = growth.iter().map(|ratio| (ratio - 1.0) * 100.0).sum::<f64>() / growth.len().max(1) as f64;
    if growth.len() < 4 || average >= LEAST_NOMINAL_GROWTH {
        return;
    }
    let base = steps.iter().find(|(_, ratio)| *ratio >= BREAK).map(|(year, _)| *year);
    let basis = basis_text(BasisWord::Constant, base, None);
    for cell in cells.iter_mut().filter(|cell| proposed(cell)) {
        cell.read.price_basis.clone_from(&basis);
    }
}

fn whole_of(draft: &Draft<'_>, raw: &BTreeMap<(u32, u32), RawValue>) -> Whole {
    let columns = draft.values().map(|column| {
        let own = raw.iter().filter(|((_, at), _)| *at == column.index).filter_map(|(_, raw)| raw.value);
        (column.index, sizes(own))
    });
    let names: BTreeSet<&str> =
        draft.values().map(|column| column.name.as_str()).filter(|name| !name.is_empty()).collect();
    let mostly_places = names.len() > 2 && names.iter().filter(|name| is_place(name)).count() * 2 > names.len();
    let of_places = draft.values().filter(|column| mostly_places && is_place(&column.name));
    Whole {
        columns: columns.collect(),
        rows_have_labels: draft.body.iter().any(|body| !body.label.is_empty()),
        columns_divided: draft
            .values()
            .flat_map(|column| &column.pieces)
            .any(|piece| piece.words.mentions(Mention::By)),
        columns_of_places: of_places.map(|column| column.index).collect(),
        only_year: only_year(draft),
        columns_of_branches: are_branches(draft, &names),
        middle: sizes(raw.values().filter_map(|raw| raw.value)).middle,
    }
}

fn only_year(draft: &Draft<'_>) -> Option<YearWord> {
    let years: BTreeSet<YearWord> = draft.values().filter_map(|column| column.says.years.first().copied()).collect();
    years.first().copied().filter(|_| years.len() == 1)
}

/// Stems of words for branches of the economy, folded.
const BRANCHES: [&str; 30] = [
    "agric",
    "farm",
    "fish",
    "forest",
    "mining",
    "manufact",
    "industr",
    "construc",
    "service",
    "trade",
    "transport",
    "nong",
    "thuy san",
    "cong nghiep",
    "xay dung",
    "dich vu",
    "thuong mai",
    "van tai",
    "pertanian",
    "konstruksi",
    "jasa",
    "servicio",
    "comercio",
    "comerc",
    "landwirt",
    "dienst",
    "промышл",
    "сельск",
    "строит",
    "услуг",
];

/// Whether most heads are branches of the economy, and few labels of rows are.
fn are_branches(draft: &Draft<'_>, names: &BTreeSet<&str>) -> bool {
    let is_branch = |name: &str| {
        let folded = fold(name);
        BRANCHES.iter().any(|stem| {
            folded.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(stem))
                || stem.contains(' ') && folded.contains(stem)
        }) || name.contains("产业")
    };
    let parts: Vec<&&str> = names.iter().filter(|name| !read_words(name).mentions(Mention::Total)).collect();
    let labels: BTreeSet<&str> =
        draft.body.iter().map(|body| body.label.as_str()).filter(|label| !label.is_empty()).collect();
    let heads = parts.iter().filter(|name| is_branch(name)).count();
    let rows = labels.iter().filter(|label| is_branch(label)).count();
    labels.len() > 1 && parts.len() > 2 && heads * 2 > parts.len() && rows * 4 <= labels.len()
}

fn read_cell(
    draft: &Draft<'_>,
    whole: &Whole,
    row: (&BodyRow, Sizes),
    column: &TableColumn,
    raw: &RawValue,
) -> DraftCell {
    let (body, row_sizes) = row;
    let own = Says::of(&column.says);
    let column_sizes = whole.columns.get(&column.index).copied().unwrap_or_default();
    let kind = kind_of(draft, whole, (&own, column_sizes), (&body.says, row_sizes));
    let (mut unit, unit_from, replaced) = unit_of(draft, whole, &own, (body, row_sizes), column, kind);
    if kind.is_none() && raw.marks.contains(&CellMark::FromFraction) {
        "%".clone_into(&mut unit);
    }
    let (price_basis, basis_from) = basis_of(draft, &own, (&body.says, column), kind, &unit);
    let (year, period, year_from) = time_of(draft, whole, (&own, &body.says), column);
    let (label, territory) = names_of(draft, whole, body, column);
    let status = match raw.status {
        ReadStatus::Known(FigureStatus::Final) => {
            ReadStatus::Known(own.status.or(body.says.status).unwrap_or(FigureStatus::Final))
        }
        ReadStatus::Known(FigureStatus::Preliminary | FigureStatus::Estimate) | ReadStatus::Absent(_) => raw.status,
    };
    let mut heads: Vec<String> = column.pieces.iter().map(|piece| piece.address.clone()).collect();
    heads.extend(body.addresses.iter().cloned());
    let mut marks = raw.marks.clone();
    if replaced {
        marks.push(CellMark::UnitReplaced);
    }
    let open = matches!(draft.verdicts.get(&column.index), Some(MarkVerdict::Open | MarkVerdict::Mixed))
        && draft.answer("marks", column.index).is_none();
    let proposed = open || draft.proposed_columns.contains(&column.index) || draft.names_proposed;
    if proposed || [unit_from, basis_from, year_from].contains(&FoundBy::Proposed) {
        marks.push(CellMark::Assumed);
    }
    if draft.grid.converted.is_some() {
        marks.push(CellMark::Converted);
    }
    let place = (body.row, column.index);
    let read = ReadCell {
        cell: address(body.row, column.index),
        place,
        variable: variable_of(draft, whole, body, column),
        label,
        territory,
        year: year.map(|word| word.year),
        period,
        value: raw.value,
        unit,
        price_basis,
        status,
        heads,
        marks,
    };
    let row_label = if body.label.is_empty() { read.label.clone() } else { body.label.clone() };
    DraftCell { read, place, row_label, kind, unit_from, basis_from, year_from }
}

/// The kind of figure, by the nearest that says so and that the figures allow.
fn kind_of(
    draft: &Draft<'_>,
    whole: &Whole,
    (own, column): (&Says, Sizes),
    (row, row_sizes): (&Says, Sizes),
) -> Option<FigureKind> {
    // A head with a unit of its own is a level, whatever the title says of the table.
    let level = |unit: &String| unit != "%" && !unit.contains("= 100");
    let named = own.units.iter().chain(&row.units).any(level);
    // A title that names a unit of levels and a kind speaks of the kind only where it fits many of the columns.
    let mixed = draft.context.units.iter().any(level);
    let fitting = |kind: FigureKind| whole.columns.values().filter(|sizes| can_be(kind, **sizes)).count();
    let context = draft.context.kind.filter(|kind| !named && (!mixed || fitting(*kind) * 3 >= whole.columns.len()));
    let candidates = [(own.kind, column), (row.kind, row_sizes), (context, column)];
    let mut possible = candidates.into_iter().filter_map(|(kind, seen)| Some((kind?, seen)));
    let (kind, seen) = possible.find(|(kind, seen)| can_be(*kind, *seen))?;
    match kind {
        FigureKind::Index if seen.middle < 20.0 => Some(FigureKind::Growth),
        FigureKind::Share | FigureKind::Index | FigureKind::Growth | FigureKind::Deflator | FigureKind::Weight => {
            Some(kind)
        }
    }
}

/// Picks the unit of a list that fits the kind.
fn pick(units: &[String], kind: Option<FigureKind>) -> Option<&String> {
    let percent = |unit: &&String| *unit == "%";
    let hundred = |unit: &&String| unit.contains("= 100");
    match kind {
        Some(FigureKind::Share | FigureKind::Growth) => units.iter().find(percent),
        Some(FigureKind::Index | FigureKind::Deflator) => units.iter().find(hundred),
        Some(FigureKind::Weight) => units.iter().find(|unit| *unit == "per mille"),
        None => units.iter().find(|unit| !percent(unit)).or_else(|| units.first()),
    }
}

/// The unit of a cell, where it comes from, and whether it replaces one that does not fit.
fn unit_of(
    draft: &Draft<'_>,
    whole: &Whole,
    own: &Says,
    (body, row_sizes): (&BodyRow, Sizes),
    column: &TableColumn,
    kind: Option<FigureKind>,
) -> (String, FoundBy, bool) {
    if let Some(answer) = draft.answer("unit", column.index) {
        let scoped = draft.answers.iter().any(|known| known.question.starts_with("unit:"));
        if kind.is_none() || scoped {
            return (answer.to_owned(), FoundBy::Answered, false);
        }
    }
    let lists = [&own.units, &body.says.units, &draft.context.units];
    let printed = lists.iter().find_map(|units| pick(units, kind));
    let stated = lists.iter().find(|units| !units.is_empty());
    let people = [own, &body.says, &draft.context].iter().any(|says| says.mentions(Mention::People));
    let period = own.period.or(body.says.period).is_some_and(|period| period != PeriodWord::Year);
    match (printed, kind) {
        (Some(unit), _) => (with_persons(unit, people), FoundBy::Printed, false),
        (None, Some(FigureKind::Share | FigureKind::Growth)) => {
            let replaced = stated.is_some_and(|units| !units.iter().any(|unit| unit == "%"));
            let clash = replaced && own.kind.is_none() && body.says.kind.is_none();
            ("%".to_owned(), FoundBy::Implied, clash)
        }
        (None, Some(FigureKind::Index)) => {
            let base = own.base_year.or(body.says.base_year).filter(|_| !own.compared);
            let unit = match base {
                Some(year) => format!("{year} = 100"),
                None if !own.compared && !body.says.compared && !draft.context.compared => "index".to_owned(),
                None if period => "same period of previous year = 100".to_owned(),
                None => "previous year = 100".to_owned(),
            };
            (unit, FoundBy::Implied, false)
        }
        (None, Some(FigureKind::Deflator)) => {
            let base = own.base_year.or(body.says.base_year).or(draft.context.base_year);
            (base.map_or_else(|| "index".to_owned(), |year| format!("{year} = 100")), FoundBy::Implied, false)
        }
        (None, Some(FigureKind::Weight)) => {
            let unit = if row_sizes.greatest > 101.0 { "per mille" } else { "%" };
            (unit.to_owned(), FoundBy::Implied, false)
        }
        (None, None) if people => ("persons".to_owned(), FoundBy::Proposed, false),
        (None, None) => {
            let left = draft
                .values()
                .filter(|other| other.index < column.index)
                .filter_map(|other| pick(&other.says.units, None))
                .last();
            let unit = left.map_or_else(|| propose_unit(draft, whole).to_owned(), Clone::clone);
            (unit, FoundBy::Proposed, false)
        }
    }
}

/// A size without a word for what is counted counts persons where people are named.
fn with_persons(unit: &str, people: bool) -> String {
    let sizes = ["thousand", "mn", "10 thousand"];
    if people && sizes.contains(&unit) { format!("{unit} persons") } else { unit.to_owned() }
}

/// The unit that offices use most for figures of this size where none is printed.
fn propose_unit(draft: &Draft<'_>, whole: &Whole) -> &'static str {
    let vietnamese = draft.grid.rows.values().flat_map(|row| row.values()).filter_map(|cell| cell.text());
    let marks =
        |text: &&str| text.to_lowercase().contains(['đ', 'ư', 'ơ', 'ạ', 'ấ', 'ầ', 'ế', 'ề', 'ệ', 'ộ', 'ủ', 'ị']);
    if vietnamese.take(400).filter(marks).count() > 3 {
        return "bn VND";
    }
    if whole.middle >= 1.0e7 { "" } else { "mn" }
}

/// Whether a unit is one of prices, or unknown.
pub(super) fn is_of_prices(unit: &str) -> bool {
    let other = ["persons", "tonnes", "ha", "km2", "heads", "ktoe", "TJ", "GWh", "%", "per mille"];
    !other.iter().any(|word| unit == *word || unit.ends_with(&format!(" {word}")))
        && !unit.contains("= 100")
        && unit != "index"
}

/// A price basis as results write it.
pub(super) fn basis_text(basis: BasisWord, base_year: Option<i32>, kind: Option<FigureKind>) -> String {
    match (basis, base_year) {
        (BasisWord::Current, _) => "current".to_owned(),
        (BasisWord::Constant, Some(year)) => format!("constant {year}"),
        (BasisWord::Constant, None) => "constant".to_owned(),
        (BasisWord::Chained, Some(year)) if kind.is_none() => format!("chained {year}"),
        (BasisWord::Chained, _) => "chained volume".to_owned(),
        (BasisWord::Volume, _) => "volume".to_owned(),
    }
}

fn basis_of(
    draft: &Draft<'_>,
    own: &Says,
    (row, column): (&Says, &TableColumn),
    kind: Option<FigureKind>,
    unit: &str,
) -> (String, FoundBy) {
    if kind == Some(FigureKind::Deflator) {
        return ("implicit".to_owned(), FoundBy::Implied);
    }
    let prices = is_of_prices(unit);
    if let Some(answer) = draft.answer("basis", column.index).filter(|_| prices || kind.is_some()) {
        return (answer.to_owned(), FoundBy::Answered);
    }
    if kind == Some(FigureKind::Weight) {
        return ("current".to_owned(), FoundBy::Implied);
    }
    let layers = [own, row, &draft.context];
    let stated = layers.iter().find_map(|says| says.basis);
    let base = layers.iter().find_map(|says| says.base_year);
    match stated {
        Some(basis) if prices || kind.is_some() || unit == "%" => (basis_text(basis, base, kind), FoundBy::Printed),
        None if prices && kind.is_none() => ("current".to_owned(), FoundBy::Proposed),
        // A share of the product is one at current prices unless something else is said.
        None if kind == Some(FigureKind::Share) && layers.iter().any(|says| says.mentions(Mention::Product)) => {
            ("current".to_owned(), FoundBy::Implied)
        }
        Some(_) | None => ("n/a".to_owned(), FoundBy::Implied),
    }
}

/// An index on a fixed year: the year in which all are 100.
fn find_index_base(cells: &mut [DraftCell]) {
    let mut years: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    let open = |cell: &DraftCell| cell.kind == Some(FigureKind::Index) && cell.read.unit == "index";
    for cell in cells.iter().filter(|cell| open(cell) && cell.read.period == "A") {
        if let (Some(year), Some(value)) = (cell.read.year, cell.read.value) {
            let (hundreds, all) = years.entry(year).or_default();
            *hundreds += usize::from((value - 100.0).abs() < 0.005);
            *all += 1;
        }
    }
    let mut based = years.iter().filter(|(_, (hundreds, all))| *all > 1 && hundreds * 10 >= all * 9);
    let (Some((year, _)), None) = (based.next(), based.next()) else { return };
    for cell in cells.iter_mut().filter(|cell| open(cell)) {
        cell.read.unit = format!("{year} = 100");
    }
}

/// Growth and indices without a basis take the one basis of the other figures of their table.
fn share_bases(cells: &mut [DraftCell]) {
    let indexed = |cell: &&DraftCell| matches!(cell.kind, Some(FigureKind::Index | FigureKind::Growth));
    let printed = |cell: &&DraftCell| cell.basis_from == FoundBy::Printed && indexed(cell);
    let bases: BTreeSet<String> = cells.iter().filter(printed).map(|cell| cell.read.price_basis.clone()).collect();
    let Some(only) = bases.first().filter(|_| bases.len() == 1).cloned() else { return };
    for cell in cells.iter_mut() {
        let open = cell.read.price_basis == "n/a" && cell.basis_from == FoundBy::Implied;
        if open && matches!(cell.kind, Some(FigureKind::Index | FigureKind::Growth)) {
            cell.read.price_basis.clone_from(&only);
        }
    }
}

fn time_of(
    draft: &Draft<'_>,
    whole: &Whole,
    (own, row): (&Says, &Says),
    column: &TableColumn,
) -> (Option<YearWord>, String, FoundBy) {
    let answered = draft.answer("year", column.index).and_then(|answer| answer.trim().parse().ok());
    let printed = own.year.or(row.year);
    let (year, origin) = match (answered, printed) {
        (Some(year), None) => (Some(YearWord { year, pair: false }), FoundBy::Answered),
        (_, Some(year)) => (Some(year), FoundBy::Printed),
        (None, None) => match draft.context.year {
            Some(year) => (Some(year), FoundBy::Implied),
            // "Quarter I against the same period" beside columns of one year is most likely of that year.
            None => (whole.only_year, FoundBy::Proposed),
        },
    };
    let period = own.period.or(row.period);
    let context = draft.context.period.filter(|_| printed.is_none());
    let period = period.or(context).unwrap_or(PeriodWord::Year);
    let code = match (year, period) {
        (Some(YearWord { year, pair: true }), PeriodWord::Year) => format!("FY {year}-{:02}", (year + 1) % 100),
        (_, period) => period.code(),
    };
    (year, code, origin)
}

/// Label and territory of a cell: rows name the one, columns the other, where both have names.
fn names_of(draft: &Draft<'_>, whole: &Whole, body: &BodyRow, column: &TableColumn) -> (String, String) {
    let says = &column.says;
    // A head that names the product or people is the measure, not a part of it; a group head over it is ignored.
    let own = if column.name.is_empty() { says.clone() } else { read_words(&column.name) };
    let measure = (own.mentions(Mention::Aggregate) || own.mentions(Mention::People)) && body.label.is_empty();
    let of_all = measure || says.mentions(Mention::Total) && whole.columns_divided;
    let named = if whole.columns_of_branches && column.name.is_empty() {
        column.pieces.last().map_or_else(String::new, |piece| piece.text.clone())
    } else if of_all && !whole.columns_of_branches {
        String::new()
    } else {
        column.name.clone()
    };
    let (mut label, mut territory) = if whole.rows_have_labels && !whole.columns_of_branches {
        (body.label.clone(), body.territory.clone())
    } else {
        (named.clone(), body.territory.clone())
    };
    if whole.columns_of_places.contains(&column.index) {
        territory.clone_from(&column.name);
        label.clone_from(&body.label);
    }
    if territory.is_empty() {
        territory.clone_from(&column.territory);
    }
    if territory.is_empty() {
        draft.answer("territory", column.index).unwrap_or(&draft.context.territory).clone_into(&mut territory);
    }
    (label, territory)
}

fn variable_of(draft: &Draft<'_>, whole: &Whole, body: &BodyRow, column: &TableColumn) -> String {
    let row = if whole.columns_of_branches { body.label.as_str() } else { "" };
    let parts = [draft.title.as_str(), column.name.as_str(), row, body.measure.as_str()];
    let mut named: Vec<&str> = Vec::new();
    for part in parts {
        if !part.is_empty() && !named.contains(&part) {
            named.push(part);
        }
    }
    named.join("; ")
}

/// Whether a cell is a level, not a share, an index or growth.
pub(super) fn is_level(cell: &DraftCell) -> bool {
    cell.kind.is_none() && cell.read.unit != "%" && cell.read.value.is_some()
}

/// Columns with one head: by arithmetic and size, levels, growth and indices are told apart, in the order of the sheet.
pub(super) fn tell_repeated_columns(draft: &mut Draft<'_>) -> Option<String> {
    let mut groups: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for column in draft.values() {
        let head = column.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ");
        groups.entry(head).or_default().push(column.index);
    }
    groups.retain(|head, columns| columns.len() > 1 && !head.is_empty());
    if groups.is_empty() {
        return None;
    }
    let mut told: BTreeMap<u32, (Option<FigureKind>, BasisWord)> = BTreeMap::new();
    for columns in groups.values() {
        let mut levels = 0;
        for column in columns {
            let kind = kind_by_size(draft, *column);
            let basis = match (kind, levels) {
                (None, 0) => BasisWord::Current,
                (None, _) => BasisWord::Constant,
                (Some(_), _) => BasisWord::Volume,
            };
            levels += usize::from(kind.is_none());
            told.insert(*column, (kind, basis));
        }
    }
    let context_basis = draft.context.basis;
    let proposal = told.iter().map(write_told).collect::<Vec<_>>().join(", ");
    let answer = draft.answers.iter().rev().find(|answer| answer.question == "columns");
    let answered = answer.map(|answer| read_told(&answer.answer)).unwrap_or_default();
    draft.proposed_columns = told.keys().filter(|column| !answered.contains_key(*column)).copied().collect();
    told.extend(answered);
    for column in &mut draft.columns {
        if let Some((kind, basis)) = told.get(&column.index) {
            column.says.kind = column.says.kind.or(*kind);
            if context_basis.is_none() {
                column.says.basis = column.says.basis.or(Some(*basis));
            }
        }
    }
    Some(proposal)
}

/// Words for what a column with a repeated head holds, as proposals and answers write them.
const TOLD: [(&str, Option<FigureKind>, BasisWord); 8] = [
    ("current", None, BasisWord::Current),
    ("constant", None, BasisWord::Constant),
    ("chained", None, BasisWord::Chained),
    ("share", Some(FigureKind::Share), BasisWord::Volume),
    ("index", Some(FigureKind::Index), BasisWord::Volume),
    ("growth", Some(FigureKind::Growth), BasisWord::Volume),
    ("deflator", Some(FigureKind::Deflator), BasisWord::Volume),
    ("weight", Some(FigureKind::Weight), BasisWord::Volume),
];

/// `D: constant`.
fn write_told((column, (kind, basis)): (&u32, &(Option<FigureKind>, BasisWord))) -> String {
    let word = TOLD.iter().find(|(_, known, at)| known == kind && (kind.is_some() || at == basis));
    format!("{}: {}", super::grid::column_letters(*column), word.map_or("", |(word, ..)| *word))
}

/// `C: current, D: constant` taken apart; columns that are not understood stay proposed, and open.
fn read_told(answer: &str) -> BTreeMap<u32, (Option<FigureKind>, BasisWord)> {
    let pairs = answer.split([',', ';']).filter_map(|part| part.split_once(':'));
    let known = |(column, word): (&str, &str)| {
        let (_, kind, basis) = TOLD.iter().find(|(known, ..)| *known == word.trim().to_lowercase())?;
        Some((super::grid::column_of(column.trim())?, (*kind, *basis)))
    };
    pairs.filter_map(known).collect()
}

/// An index passes through 100 or stays near it; growth is small and has both signs or stays below thirty.
fn kind_by_size(draft: &Draft<'_>, column: u32) -> Option<FigureKind> {
    let values: Vec<f64> = draft.body.iter().filter_map(|body| raw_value(draft, body.row, column)?.value).collect();
    let seen = sizes(values.iter().copied());
    let hundreds = values.iter().filter(|value| (**value - 100.0).abs() < 0.05).count();
    let smooth = seen.middle > 30.0 && seen.greatest < 5000.0 && hundreds * 40 >= values.len();
    let hundred = values.first().is_some_and(|first| (first - 100.0).abs() < 0.05);
    if hundred && seen.greatest <= 101.0 && seen.middle < 50.0 {
        Some(FigureKind::Share)
    } else if seen.middle <= 30.0 && seen.greatest < 2000.0 {
        Some(FigureKind::Growth)
    } else if smooth {
        Some(FigureKind::Index)
    } else {
        None
    }
}
