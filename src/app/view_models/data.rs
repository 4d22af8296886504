//! The view Data: figures as rows, conflicts between them, the details of one, and arithmetic between two.

use super::context::StateReader;
use crate::app::AppState;
use crate::app::workspace::data::{FigureDraft, FigureKey};
use crate::quantity::{PriceBasis, Unit, Year, average_growth, relative_change};
use crate::scenario::figure::{Figure, Quantity, Status};
use crate::scenario::study::Study;
use crate::scenario::{Edit, FigureList, apply_edit, calibrate_baseline};
use crate::text::words::{filled, label, period};
use crate::text::{capitalise, fold, line_short, quantity_name, tell_former, unit_at_prices, unit_name, vintage_name};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Values of one quantity that differ by more than this part of the larger one contradict each other.
const CONFLICT: f64 = 1e-3;
/// Digits after the decimal mark of a figure as it was published.
const DIGITS: usize = 6;

/// A figure, where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigurePlace<'a> {
    /// The list.
    pub list: FigureList,
    /// Position in the list.
    pub position: usize,
    /// Baseline of a parameter; empty for all.
    pub baseline: &'a str,
    /// The figure.
    pub figure: &'a Figure,
}

impl FigurePlace<'_> {
    /// What tells it from all others.
    pub fn key(&self) -> FigureKey {
        FigureKey::from_figure(self.list, self.baseline, self.figure)
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataRow {
    /// What it measures.
    pub quantity: String,
    /// Of which line.
    pub line: String,
    /// Year or period.
    pub year: String,
    /// Value, or range.
    pub value: String,
    /// Unit.
    pub unit: String,
    /// Price basis; empty if the figure has none.
    pub basis: String,
    /// Territory.
    pub territory: String,
    /// Vintage.
    pub vintage: String,
    /// Status.
    pub status: Status,
    /// Title of the source.
    pub source: String,
}

/// The table: which figures are shown, and what filters offer.
#[derive(Debug, Clone)]
pub struct DataTable<'a> {
    /// Figures in the order of the study.
    pub places: Vec<FigurePlace<'a>>,
    /// Number of figures in the list.
    pub total: usize,
    /// Positions of figures that contradict others.
    pub conflicts: BTreeSet<usize>,
    /// Quantities of the list with their names.
    pub quantities: Vec<(Quantity, String)>,
    /// Vintages of the list with their names.
    pub vintages: Vec<(String, String)>,
}

/// Another figure of the same quantity, line, year, territory and price basis.
#[derive(Debug, Clone, PartialEq)]
pub struct Rival {
    /// Where it stands.
    pub key: FigureKey,
    /// Its vintage.
    pub vintage: String,
    /// Its value.
    pub value: String,
    /// How far it is from the figure, per cent, with its sign.
    pub gap: String,
    /// Whether that is a conflict.
    pub conflicting: bool,
}

/// The details of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureDetail {
    /// Quantity, line and year.
    pub title: String,
    /// The row of the figure.
    pub row: DataRow,
    /// Value alone, for the field.
    pub value: String,
    /// Unit with prices.
    pub unit: String,
    /// Full title of the source.
    pub source: String,
    /// Where in the source.
    pub locator: String,
    /// Words to the letter.
    pub quote: Option<String>,
    /// The note in the language.
    pub note: String,
    /// The same quantity from elsewhere.
    pub rivals: Vec<Rival>,
}

/// All figures of a list with their places.
fn places(study: &Study, list: FigureList) -> Vec<FigurePlace<'_>> {
    let figures = list.figures(study).into_iter().enumerate();
    figures.map(|(position, (baseline, figure))| FigurePlace { list, position, baseline, figure }).collect()
}

/// The figure with a key, where the study still has it.
pub fn place_of<'a>(study: &'a Study, key: &FigureKey) -> Option<FigurePlace<'a>> {
    places(study, key.list).into_iter().find(|place| place.key() == *key)
}

/// What two figures share when they should agree; half a year need not agree with the whole.
fn same_subject(study: &Study, a: &FigurePlace<'_>, b: &FigurePlace<'_>) -> bool {
    let (x, y) = (a.figure, b.figure);
    a.baseline == b.baseline
        && study.links.months(&x.vintage) == study.links.months(&y.vintage)
        && (x.quantity, x.year, x.since, x.price_basis) == (y.quantity, y.year, y.since, y.price_basis)
        && (&x.line, &x.from, &x.territory) == (&y.line, &y.from, &y.territory)
}

/// Distance of the second from the first in the model's unit; ranges agree where they meet.
fn distance(a: &Figure, b: &Figure) -> f64 {
    let (low, high) = (a.model_value(), a.model_upper().unwrap_or_else(|| a.model_value()));
    let (other_low, other_high) = (b.model_value(), b.model_upper().unwrap_or_else(|| b.model_value()));
    if other_low > high {
        other_low - high
    } else if other_high < low {
        other_high - low
    } else {
        0.0
    }
}

/// Distance of the second from the first as a part of the first; needs a first > 0.
fn relative_gap(a: &Figure, b: &Figure) -> Option<f64> {
    let low = a.model_value();
    relative_change(low, low + distance(a, b))
}

/// Whether two figures are further apart than roundings explain, on the scale of the larger.
fn conflicting(a: &Figure, b: &Figure) -> bool {
    let scale = a.model_value().abs().max(b.model_value().abs());
    distance(a, b).abs() > CONFLICT * scale
}

/// Positions of the figures of a list that contradict others of the same subject.
pub fn conflicts(study: &Study, list: FigureList) -> BTreeSet<usize> {
    let all = places(study, list);
    let mut groups: BTreeMap<(Quantity, Option<Year>, &str), Vec<&FigurePlace<'_>>> = BTreeMap::new();
    for place in &all {
        let figure = place.figure;
        groups.entry((figure.quantity, figure.year, &figure.line)).or_default().push(place);
    }
    let mut found = BTreeSet::new();
    for group in groups.values() {
        for (position, a) in group.iter().enumerate() {
            for b in group.iter().skip(position + 1) {
                if same_subject(study, a, b) && conflicting(a.figure, b.figure) {
                    found.extend([a.position, b.position]);
                }
            }
        }
    }
    found
}

/// The table under the filters of the view.
pub fn data_table<'a>(reader: &StateReader<'a>) -> DataTable<'a> {
    let state = &reader.state.workspace.data;
    let all = places(&reader.state.study, state.list);
    let total = all.len();
    let conflicts = conflicts(&reader.state.study, state.list);
    let quantities: BTreeSet<Quantity> = all.iter().map(|place| place.figure.quantity).collect();
    let vintages: BTreeSet<&str> = all.iter().map(|place| place.figure.vintage.as_str()).collect();
    let words = searchable(&state.search);
    let kept = all.into_iter().filter(|place| {
        state.quantity.is_none_or(|quantity| place.figure.quantity == quantity)
            && state.vintage.as_ref().is_none_or(|vintage| place.figure.vintage == *vintage)
            && (!state.only_conflicts || conflicts.contains(&place.position))
            && (words.is_empty() || matches(reader, place, &words))
    });
    let named = |quantity| (quantity, capitalise(&quantity_name(quantity, reader.lang)));
    let vintage = |id: &str| (id.to_owned(), vintage_text(reader, id));
    DataTable {
        places: kept.collect(),
        total,
        quantities: quantities.into_iter().map(named).collect(),
        vintages: vintages.into_iter().filter(|id| !id.is_empty()).map(vintage).collect(),
        conflicts,
    }
}

/// Text without diacritics in which every dash is the one on the keyboard.
fn searchable(text: &str) -> String {
    fold(text).replace(['–', '−'], "-")
}

/// Every word of the search stands somewhere in the row or its note.
fn matches(reader: &StateReader<'_>, place: &FigurePlace<'_>, words: &str) -> bool {
    let row = data_row(reader, place);
    let figure = place.figure;
    let note = figure.note.in_lang(reader.lang);
    let parts = [&row.quantity, &row.line, &row.year, &row.value, &row.territory, &row.vintage, &row.source];
    let mut text: String = parts.into_iter().flat_map(|part| [part.as_str(), " "]).collect();
    text.extend([figure.vintage.as_str(), " ", figure.quote.as_str(), " ", note]);
    let text = searchable(&text);
    words.split_whitespace().all(|word| text.contains(word))
}

fn vintage_text(reader: &StateReader<'_>, id: &str) -> String {
    if id.is_empty() { reader.numbers.missing().to_owned() } else { vintage_name(id, reader.lang) }
}

/// Year, period or every year.
fn year_text(reader: &StateReader<'_>, figure: &Figure) -> String {
    match (figure.since, figure.year) {
        (Some(since), Some(until)) => period(since, until),
        (None, Some(year)) => reader.numbers.year(year),
        (Some(since), None) => format!("{}–", reader.numbers.year(since)),
        (None, None) => label(reader.lang, "data-every-year"),
    }
}

/// Decimals of a value in the table: as many as its column holds; the form of the figure shows all.
fn decimals_in_table(value: f64) -> usize {
    let limits = [1e5, 1e6, 1e7, 1e8, 1e9, 1e10];
    DIGITS - limits.iter().filter(|limit| value.abs() >= **limit).count()
}

pub(super) fn value_text(reader: &StateReader<'_>, figure: &Figure) -> String {
    let written = |value| reader.numbers.write_trimmed(value, decimals_in_table(value));
    match figure.upper {
        Some(upper) => format!("{}–{}", written(figure.value), written(upper)),
        None => written(figure.value),
    }
}

/// The unit in which a table writes figures of a unit: growth that is kept as a fraction reads as per cent a year everywhere.
const fn unit_in_table(unit: Unit) -> Unit {
    if matches!(unit, Unit::RatioPerYear) { Unit::PercentPerYear } else { unit }
}

/// The value in the unit of the table.
fn value_in_table(reader: &StateReader<'_>, figure: &Figure) -> String {
    let factor = figure.unit.factor() / unit_in_table(figure.unit).factor();
    let shown =
        Figure { value: figure.value * factor, upper: figure.upper.map(|upper| upper * factor), ..figure.clone() };
    value_text(reader, &shown)
}

fn line_text(reader: &StateReader<'_>, figure: &Figure) -> String {
    let short = |id: &str| line_short(id, &reader.state.study, reader.lang);
    match (figure.line.as_str(), figure.from.as_str()) {
        ("", _) => String::new(),
        (line, "") => short(line),
        (line, from) => format!("{} → {}", short(from), short(line)),
    }
}

fn basis_text(reader: &StateReader<'_>, basis: PriceBasis) -> String {
    let year = reader.state.study.price_base_year.to_string();
    match basis {
        PriceBasis::Constant => filled(reader.lang, "data-basis-constant", &[("year", &year)]),
        PriceBasis::Current => label(reader.lang, "data-basis-current"),
        PriceBasis::NotStated => label(reader.lang, "data-basis-not-stated"),
        PriceBasis::None => String::new(),
    }
}

fn territory_text(reader: &StateReader<'_>, id: &str) -> String {
    let found = reader.state.study.territories.iter().find(|territory| territory.id == id);
    found.map_or_else(|| id.to_owned(), |territory| territory.name.in_lang(reader.lang).to_owned())
}

/// A row, worded.
pub fn data_row(reader: &StateReader<'_>, place: &FigurePlace<'_>) -> DataRow {
    let (lang, figure) = (reader.lang, place.figure);
    let source = reader.state.study.source(&figure.source);
    let mut vintage = vintage_text(reader, &figure.vintage);
    if !place.baseline.is_empty() {
        vintage = reader.short(place.baseline);
    }
    DataRow {
        quantity: capitalise(&quantity_name(figure.quantity, lang)),
        line: line_text(reader, figure),
        year: year_text(reader, figure),
        value: value_in_table(reader, figure),
        unit: unit_name(unit_in_table(figure.unit), lang),
        basis: basis_text(reader, figure.price_basis),
        territory: territory_text(reader, &figure.territory),
        vintage,
        status: figure.status,
        source: source.map_or_else(|| figure.source.clone(), |source| source.title.in_lang(lang).to_owned()),
    }
}

/// Quantity, line and year of a figure.
pub fn figure_title(reader: &StateReader<'_>, figure: &Figure) -> String {
    let quantity = capitalise(&quantity_name(figure.quantity, reader.lang));
    let parts = [quantity, line_text(reader, figure), year_text(reader, figure)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The details of the figure with a key.
pub fn figure_detail(reader: &StateReader<'_>, place: &FigurePlace<'_>) -> FigureDetail {
    let (lang, figure, study) = (reader.lang, place.figure, &reader.state.study);
    let rivals = places(study, place.list)
        .into_iter()
        .filter(|other| other.position != place.position && same_subject(study, place, other))
        .map(|other| Rival {
            key: other.key(),
            vintage: vintage_text(reader, &other.figure.vintage),
            value: value_text(reader, other.figure),
            gap: relative_gap(figure, other.figure)
                .map_or_else(|| reader.numbers.missing().to_owned(), |gap| reader.numbers.signed_percent(gap, 2)),
            conflicting: conflicting(figure, other.figure),
        });
    let source = study.source(&figure.source);
    FigureDetail {
        title: figure_title(reader, figure),
        row: data_row(reader, place),
        value: reader.numbers.write_trimmed(figure.value, DIGITS),
        unit: unit_at_prices(figure.unit, figure.price_basis, study.price_base_year, lang),
        source: source.map_or_else(|| figure.source.clone(), |source| source.title.in_lang(lang).to_owned()),
        locator: source.map(|source| source.locator.clone()).unwrap_or_default(),
        quote: (!figure.quote.is_empty()).then(|| figure.quote.clone()),
        note: [tell_former(figure, lang), Some(figure.note.in_lang(lang).to_owned())]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
        rivals: rivals.collect(),
    }
}

/// Baselines that would change if the figure did; found by changing it, so that it is true by construction.
///
/// Calibrates every baseline again, so the answer is kept until the study changes.
pub fn baselines_using(reader: &StateReader<'_>, place: &FigurePlace<'_>) -> Arc<Vec<String>> {
    let state = reader.state;
    state.answers.users(&state.study, place.key(), || changed_baselines(state, place))
}

fn changed_baselines(state: &AppState, place: &FigurePlace<'_>) -> Vec<String> {
    let mut other = place.figure.clone();
    // A share near one must stay a share.
    other.value *= 0.99;
    if other.value == 0.0 {
        other.value = 0.01;
    }
    let edit = Edit::SetFigure { list: place.list, position: place.position, figure: Box::new(other) };
    let Ok(changed) = apply_edit(&state.study, &edit) else { return Vec::new() };
    let differs = |id: &&String| {
        let own = state.derived.baseline(id).map(|baseline| &baseline.inputs);
        let new = calibrate_baseline(&changed, id).ok();
        own != new.as_ref().map(|baseline| &baseline.inputs)
    };
    state.study.baselines.iter().map(|baseline| &baseline.id).filter(differs).cloned().collect()
}

/// Names of the baselines that would change with a figure, and whether charts draw it as history.
pub fn used_by(reader: &StateReader<'_>, place: &FigurePlace<'_>) -> String {
    let (lang, study, figure) = (reader.lang, &reader.state.study, place.figure);
    let names: Vec<String> = baselines_using(reader, place).iter().map(|id| reader.name(id)).collect();
    let own = figure.territory == study.territory;
    let drawn = own && place.list == FigureList::Observations && figure.vintage == study.history_vintage;
    let mut parts = Vec::new();
    if !names.is_empty() {
        parts.push(filled(lang, "data-used-by", &[("names", &names.join(", "))]));
    }
    if drawn {
        parts.push(label(lang, "data-used-history"));
        let reason = study.history_reason.in_lang(lang);
        if !reason.is_empty() {
            parts.push(filled(lang, "data-used-reason", &[("reason", reason)]));
        }
    }
    let reason = study.price_reason.in_lang(lang);
    if own && figure.price_basis == PriceBasis::Constant && !reason.is_empty() {
        parts.push(filled(lang, "data-prices-reason", &[("year", &year_of_prices(reader)), ("reason", reason)]));
    }
    if own && place.list == FigureList::Targets {
        parts.push(label(lang, "data-used-target"));
    }
    if parts.is_empty() { label(lang, "data-used-nowhere") } else { parts.join(" ") }
}

fn year_of_prices(reader: &StateReader<'_>) -> String {
    reader.numbers.year(reader.state.study.price_base_year)
}

/// What two figures give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calculation {
    /// B − A with its unit.
    pub difference: String,
    /// B / A.
    pub ratio: String,
    /// Growth a year from A to B, where their years differ.
    pub growth: Option<String>,
}

/// Why two figures must not be calculated with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// Different territories.
    Territory,
    /// Different vintages.
    Vintage,
    /// Different prices.
    PriceBasis,
    /// Units that measure different things.
    Unit,
}

/// The first reason against calculating with two figures.
pub fn mismatch(a: &Figure, b: &Figure) -> Option<Mismatch> {
    if a.territory != b.territory {
        Some(Mismatch::Territory)
    } else if !a.unit.converts_to(b.unit) {
        Some(Mismatch::Unit)
    } else if a.price_basis != b.price_basis {
        Some(Mismatch::PriceBasis)
    } else if a.vintage != b.vintage {
        Some(Mismatch::Vintage)
    } else {
        None
    }
}

/// Difference, ratio and growth a year from A to B, or the sentence that refuses.
///
/// # Errors
/// The reason in a sentence if the figures differ in territory, vintage, price basis or unit.
pub fn calculate(reader: &StateReader<'_>, a: &Figure, b: &Figure) -> Result<Calculation, String> {
    let lang = reader.lang;
    if let Some(reason) = mismatch(a, b) {
        let pair = |a: &str, b: &str, key| filled(lang, key, &[("a", a), ("b", b)]);
        return Err(match reason {
            Mismatch::Territory => pair(
                &territory_text(reader, &a.territory),
                &territory_text(reader, &b.territory),
                "data-refuse-territory",
            ),
            Mismatch::Vintage => {
                pair(&vintage_text(reader, &a.vintage), &vintage_text(reader, &b.vintage), "data-refuse-vintage")
            }
            Mismatch::PriceBasis => {
                let worded = |basis| match basis_text(reader, basis) {
                    text if text.is_empty() => reader.numbers.missing().to_owned(),
                    text => text,
                };
                pair(&worded(a.price_basis), &worded(b.price_basis), "data-refuse-basis")
            }
            Mismatch::Unit => pair(&unit_name(a.unit, lang), &unit_name(b.unit, lang), "data-refuse-unit"),
        });
    }
    let (first, last) = (a.value, b.value * b.unit.factor() / a.unit.factor());
    let shares = matches!(a.unit, Unit::Percent | Unit::PercentPerYear);
    let unit = if shares { label(lang, "unit-points") } else { unit_name(a.unit, lang) };
    let years = a.year.zip(b.year).map(|(from, to)| to - from).filter(|years| *years != 0);
    let comparable = (a.quantity, &a.line, a.since, b.since) == (b.quantity, &b.line, None, None);
    let growth = years.filter(|_| comparable && !shares).and_then(|years| {
        let (from, to) = if years > 0 { (first, last) } else { (last, first) };
        let growth = average_growth(from, to, years.abs())?;
        Some(filled(lang, "data-growth-a-year", &[("value", &reader.numbers.signed_percent(growth, 2))]))
    });
    let ratio = relative_change(first, last);
    let ratio =
        ratio.map_or_else(|| reader.numbers.missing().to_owned(), |change| reader.numbers.decimal(1.0 + change, 4));
    Ok(Calculation { difference: format!("{} {unit}", reader.numbers.write_signed(last - first, 3)), ratio, growth })
}

/// What the form of a new figure offers, each with its name.
#[derive(Debug, Clone)]
pub struct FigureChoices {
    /// Quantities of the list.
    pub quantities: Vec<(Quantity, String)>,
    /// Lines; the first is none.
    pub lines: Vec<(String, String)>,
    /// Territories of the study.
    pub territories: Vec<(String, String)>,
    /// Units that measure what the quantity is.
    pub units: Vec<(Unit, String)>,
    /// Price bases.
    pub price_bases: Vec<(PriceBasis, String)>,
    /// Sources of the study by their titles.
    pub sources: Vec<(String, String)>,
    /// Baselines; the first is all of them.
    pub baselines: Vec<(String, String)>,
    /// Vintages of the list by id, each with its name.
    pub vintages: Vec<(String, String)>,
}

/// The choices of the form for a figure of a list.
pub fn figure_choices(reader: &StateReader<'_>, list: FigureList, figure: &Figure) -> FigureChoices {
    let (study, lang) = (&reader.state.study, reader.lang);
    let known = list.figures(study).into_iter().map(|(_, figure)| figure.quantity);
    let usual = list.usual_quantities().iter().copied();
    let quantities: BTreeSet<Quantity> = known.chain(usual).chain([figure.quantity]).collect();
    let mut lines = vec![(String::new(), label(lang, "data-no-line"))];
    lines.extend(super::line_choices(reader));
    let basis = |basis| match basis_text(reader, basis) {
        text if text.is_empty() => (basis, reader.numbers.missing().to_owned()),
        text => (basis, text),
    };
    let mut baselines = vec![(String::new(), label(lang, "data-every-baseline"))];
    baselines.extend(study.baselines.iter().map(|baseline| (baseline.id.clone(), reader.name(&baseline.id))));
    let of_figure = figure.quantity.unit();
    let vintages: BTreeSet<&str> = list.figures(study).into_iter().map(|(_, figure)| figure.vintage.as_str()).collect();
    FigureChoices {
        quantities: quantities.into_iter().map(|one| (one, capitalise(&quantity_name(one, lang)))).collect(),
        lines,
        territories: study.territories.iter().map(|one| (one.id.clone(), territory_text(reader, &one.id))).collect(),
        units: of_figure.alike().into_iter().map(|unit| (unit, unit_name(unit, lang))).collect(),
        price_bases: PriceBasis::ALL.into_iter().map(basis).collect(),
        sources: study.sources.iter().map(|one| (one.id.clone(), one.title.in_lang(lang).to_owned())).collect(),
        baselines,
        vintages: vintages.into_iter().map(|id| (id.to_owned(), vintage_name(id, lang))).collect(),
    }
}

/// A new figure to begin with: a copy of the selected one as an assumption, or of the first of the list.
pub fn new_draft(reader: &StateReader<'_>) -> Option<FigureDraft> {
    let state = &reader.state.workspace.data;
    let study = &reader.state.study;
    let selected = state.selected.as_ref().and_then(|key| place_of(study, key));
    let place =
        selected.filter(|place| place.list == state.list).or_else(|| places(study, state.list).first().copied());
    let place = place.or_else(|| places(study, FigureList::Observations).first().copied())?;
    let mut figure = place.figure.clone();
    figure.status = Status::Assumed;
    figure.quote.clear();
    figure.cell = None;
    figure.former = None;
    figure.note = crate::lang::Localized::default();
    // The copied source did not say the new number.
    if study.source("assumption").is_some() {
        "assumption".clone_into(&mut figure.source);
    }
    // The first figure of a list of its own is of a quantity that belongs there.
    if place.list != state.list
        && let Some(quantity) = state.list.usual_quantities().first()
    {
        figure.quantity = *quantity;
    }
    if !figure.unit.converts_to(figure.quantity.unit()) || place.list != state.list {
        figure.unit = figure.quantity.typed_unit();
    }
    "own".clone_into(&mut figure.vintage);
    Some(FigureDraft { baseline: place.baseline.to_owned(), figure })
}
