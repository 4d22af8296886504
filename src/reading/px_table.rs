//! The table of a PC-Axis file: its dimensions given roles, its data read.

use super::answers::{ImportAnswer, ImportAnswers};
use super::cells::{DraftCell, FoundBy, basis_text, is_of_prices};
use super::found::{CellMark, ReadCell, ReadStatus, ReadTable};
use super::grid::clean;
use super::numbers::{DecimalSign, NoValue, WrittenNumber, no_value};
use super::places::is_place;
use super::px::{PxDimension, PxFile};
use super::rows::WordCache;
use super::words::{BasisWord, FigureKind, FigureStatus, Mention, PeriodWord, ReadWords, RoleWord, year_of};
use crate::lang::fold;

/// What a dimension is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DimensionRole {
    Time,
    Territory,
    Measure,
    Label,
}

fn role_of(dimension: &PxDimension, words: &mut WordCache) -> DimensionRole {
    let share = |count: usize| count * 5 >= dimension.values.len() * 4;
    let times = dimension.values.iter().filter(|value| words.read(value).has_time()).count();
    if dimension.is_time || share(times) {
        return DimensionRole::Time;
    }
    let named = words.read(&dimension.name).role;
    let places = dimension.values.iter().filter(|value| is_place(value)).count();
    if dimension.is_map || named == Some(RoleWord::Territory) || places * 2 > dimension.values.len() {
        return DimensionRole::Territory;
    }
    let measures = dimension
        .values
        .iter()
        .filter(|value| words.read(value).kind.is_some() || words.read(value).mentions(Mention::People))
        .count();
    if measures * 2 > dimension.values.len() { DimensionRole::Measure } else { DimensionRole::Label }
}

/// The table of a file, and its cells with where their properties come from.
pub(super) fn px_table(
    file: &PxFile,
    name: &str,
    answers: &ImportAnswers,
    words: &mut WordCache,
) -> (ReadTable, Vec<DraftCell>) {
    let roles: Vec<DimensionRole> = file.dimensions.iter().map(|dimension| role_of(dimension, words)).collect();
    let dimension_names: Vec<String> = file.dimensions.iter().map(|dimension| fold(&dimension.name)).collect();
    let key = format!("{} | {}", fold(&file.title), dimension_names.join(" | "));
    let about: Vec<ImportAnswer> = answers.about(name, &key).into_iter().cloned().collect();
    let mut cells = Vec::new();
    for (position, datum) in file.data.iter().enumerate() {
        let values = values_at(file, position);
        let named: Vec<(DimensionRole, &str)> = roles.iter().copied().zip(values.iter().copied()).collect();
        cells.push(read_datum(file, &named, (position, datum), &about, words));
    }
    let last = u32::try_from(file.data.len()).unwrap_or(u32::MAX);
    let table = ReadTable {
        key,
        file: name.to_owned(),
        sheet: String::new(),
        title: file.title.clone(),
        rows: (1, last),
        cells: Vec::new(),
        left_out: Vec::new(),
        parents: Vec::new(),
        questions: Vec::new(),
        checks: Vec::new(),
    };
    (table, cells)
}

/// The values of the dimensions at a position: the last dimension runs fastest.
fn values_at(file: &PxFile, position: usize) -> Vec<&str> {
    let mut rest = position;
    let mut values = Vec::new();
    for dimension in file.dimensions.iter().rev() {
        let count = dimension.values.len().max(1);
        values.push(dimension.values.get(rest % count).map_or("", String::as_str));
        rest /= count;
    }
    values.reverse();
    values
}

fn answer<'a>(about: &'a [ImportAnswer], topic: &str) -> Option<&'a str> {
    about.iter().rev().find(|known| known.question == topic).map(|known| known.answer.as_str())
}

fn read_datum(
    file: &PxFile,
    named: &[(DimensionRole, &str)],
    datum: (usize, &String),
    about: &[ImportAnswer],
    words: &mut WordCache,
) -> DraftCell {
    let (position, text) = datum;
    let of = |role: DimensionRole| named.iter().filter(move |(known, _)| *known == role).map(|(_, value)| clean(value));
    let labels: Vec<String> = of(DimensionRole::Label).collect();
    let measure = of(DimensionRole::Measure).next().unwrap_or_default();
    let territory = of(DimensionRole::Territory).next().unwrap_or_default();
    let time = of(DimensionRole::Time).next().map(|value| words.read(&value)).unwrap_or_default();
    let title = words.read(&file.title);
    let kind = words.read(&measure).kind.or_else(|| title.kind.filter(|_| measure.is_empty()));
    let (unit, unit_from) = unit_of(file, &measure, kind, about, words);
    let (price_basis, basis_from) = basis_of(file, &title, kind, &unit, about);
    let (value, status, marks) = value_of(text);
    let year = time.years.first().map(|word| word.year).or_else(|| title.years.first().map(|word| word.year));
    let place = u32::try_from(position).unwrap_or(u32::MAX);
    let territory =
        if territory.is_empty() { answer(about, "territory").unwrap_or_default().to_owned() } else { territory };
    let variable = if measure.is_empty() { file.title.clone() } else { format!("{}; {measure}", file.title) };
    let read = ReadCell {
        cell: format!("DATA[{position}]"),
        place: (place, place),
        variable,
        label: labels.join("; "),
        territory,
        year,
        period: time.period.unwrap_or(PeriodWord::Year).code(),
        value,
        unit,
        price_basis,
        status,
        heads: Vec::new(),
        marks,
    };
    let year_from = if year.is_some() { FoundBy::Printed } else { FoundBy::Proposed };
    let row_label = read.label.clone();
    DraftCell { read, place: (place, place), row_label, kind, unit_from, basis_from, year_from }
}

fn value_of(text: &str) -> (Option<f64>, ReadStatus, Vec<CellMark>) {
    if let Some(value) = WrittenNumber::read(text).and_then(|number| number.value(DecimalSign::Dot)) {
        return (Some(value), ReadStatus::Known(FigureStatus::Final), Vec::new());
    }
    let why = no_value(text);
    let marks = if why.is_none() { vec![CellMark::NotANumber] } else { Vec::new() };
    (None, ReadStatus::Absent(why.unwrap_or(NoValue::Missing)), marks)
}

fn unit_of(
    file: &PxFile,
    measure: &str,
    kind: Option<FigureKind>,
    about: &[ImportAnswer],
    words: &mut WordCache,
) -> (String, FoundBy) {
    let own = file.units_of.get(measure).map(String::as_str);
    let stated = own.unwrap_or(&file.units);
    let read = words.read(stated).units;
    let level = read.iter().find(|unit| *unit != "%");
    match kind {
        Some(FigureKind::Share | FigureKind::Growth) => ("%".to_owned(), FoundBy::Implied),
        Some(FigureKind::Index | FigureKind::Deflator) => {
            let year = file.base_period.split(|c: char| !c.is_ascii_digit()).find_map(year_of);
            (year.map_or_else(|| "index".to_owned(), |year| format!("{year} = 100")), FoundBy::Implied)
        }
        Some(FigureKind::Weight) => ("per mille".to_owned(), FoundBy::Implied),
        None => match (answer(about, "unit"), level.or(read.first())) {
            (Some(answer), _) => (answer.to_owned(), FoundBy::Answered),
            (None, Some(unit)) => (unit.clone(), FoundBy::Printed),
            // A unit that no list knows is kept as printed.
            (None, None) if !stated.is_empty() => (stated.to_owned(), FoundBy::Printed),
            (None, None) => (String::new(), FoundBy::Proposed),
        },
    }
}

fn basis_of(
    file: &PxFile,
    title: &ReadWords,
    kind: Option<FigureKind>,
    unit: &str,
    about: &[ImportAnswer],
) -> (String, FoundBy) {
    if let Some(answer) = answer(about, "basis") {
        return (answer.to_owned(), FoundBy::Answered);
    }
    let keyword = match file.prices.trim().to_uppercase().as_str() {
        "C" => Some(BasisWord::Current),
        "F" => Some(BasisWord::Constant),
        _ => None,
    };
    let money = [" VND", " USD", " EUR", " GBP", " IDR", " BRL", " UAH", " RUB"]
        .iter()
        .any(|currency| unit.ends_with(currency));
    match keyword.or(title.basis) {
        Some(basis) => (basis_text(basis, title.base_year, kind), FoundBy::Printed),
        None if is_of_prices(unit) && money => ("current".to_owned(), FoundBy::Proposed),
        None => ("n/a".to_owned(), FoundBy::Implied),
    }
}
