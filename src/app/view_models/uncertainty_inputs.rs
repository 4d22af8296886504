//! What the ensemble is made of, each with its source and range: paths, the study's own volatility, the risk of a crash.

use super::context::StateReader;
use crate::app::ensemble_job::VARIED_DRAWS;
use crate::app::workspace::data::FigureKey;
use crate::app::workspace::uncertainty::{PATHS, UncertaintyChange};
use crate::app::{Command, WindowCommand};
use crate::lang::{Lang, Localized};
use crate::scenario::error_model::error_range;
use crate::scenario::figure::{Figure, Quantity, Status};
use crate::scenario::study::{Shock, Study};
use crate::scenario::{BandSource, Edit, FigureList, Record, tested_model};
use crate::text::words::{count_text, filled, label};
use crate::text::{ensemble_field, status_word};

/// More pairs of sectors than this are counted and not listed; the view Data has them.
const MOST_PAIRS: usize = 6;
/// Decimals of a value at most.
const DECIMALS: usize = 4;
/// Id of the source of assumptions.
const ASSUMPTION: &str = "assumption";
/// Limits of a shock's depth as a person types it, %.
const DEPTH: (f64, f64) = (0.0, 100.0);

/// How a parameter is written and typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputScale {
    /// As it is.
    Plain,
    /// In per cent.
    Percent,
    /// A ratio of variances as the years of history that it stands for: one over it.
    Years,
}

impl InputScale {
    fn shown(self, value: f64) -> f64 {
        match self {
            Self::Plain => value,
            Self::Percent => value * 100.0,
            Self::Years => value.recip(),
        }
    }

    fn model(self, shown: f64) -> f64 {
        match self {
            Self::Plain => shown,
            Self::Percent => shown / 100.0,
            Self::Years => shown.recip(),
        }
    }

    /// Both ends of a range, the lower one first: the most years stand for the smallest ratio.
    fn show_range(self, range: (f64, f64)) -> (f64, f64) {
        let (a, b) = (self.shown(range.0), self.shown(range.1));
        (a.min(b), a.max(b))
    }
}

/// The range of a parameter of errors in the unit of the model.
fn range_of(quantity: Quantity) -> (f64, f64) {
    error_range(quantity).copied().unwrap_or((f64::NEG_INFINITY, f64::INFINITY))
}

/// What an input is.
#[derive(Debug, Clone, PartialEq)]
pub enum EnsembleInputOf {
    /// The number of paths.
    Paths,
    /// A parameter of the study, by its position.
    Parameter(usize, InputScale),
    /// A parameter that the study does not state: its figure without a value.
    Absent(Box<Figure>, InputScale),
    /// The depth of a shock, by its id.
    Depth(String),
    /// Nothing that is changed here.
    Told,
}

/// One input.
#[derive(Debug, Clone, PartialEq)]
pub struct EnsembleInput {
    /// What it is.
    pub of: EnsembleInputOf,
    /// Its name.
    pub name: String,
    /// Its value in writing.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// Lowest and highest value that can be typed.
    pub bounds: (f64, f64),
    /// The same in writing.
    pub range: String,
    /// How it is known, in a word, and its source with the note.
    pub origin: Option<(Status, String, String)>,
}

/// Inputs that act or rest together.
#[derive(Debug, Clone, PartialEq)]
pub struct EnsembleInputGroup {
    /// Name of the group.
    pub title: String,
    /// Why they do not act; `None` where they do.
    pub idle: Option<String>,
    /// What else must be known.
    pub note: Option<String>,
    /// The inputs.
    pub rows: Vec<EnsembleInput>,
    /// The figure of the first row in the view Data.
    pub place: Option<FigureKey>,
}

/// All inputs of the ensemble of the selected case.
pub fn uncertainty_inputs(reader: &StateReader<'_>) -> Vec<EnsembleInputGroup> {
    let state = reader.state;
    let Some(prepared) = state.derived.prepared_case(&state.workspace.selected) else { return Vec::new() };
    let inputs = Inputs { reader, study: &state.study, baseline: &prepared.baseline.id };
    vec![inputs.of_paths(), inputs.of_volatility(), inputs.of_crash()]
}

/// The command that gives an input a value as it is shown; `None` for a value that is out of its bounds.
pub fn input_command(study: &Study, row: &EnsembleInput, shown: f64) -> Option<Command> {
    if !(row.bounds.0..=row.bounds.1).contains(&shown) {
        return None;
    }
    match &row.of {
        EnsembleInputOf::Paths => {
            whole_paths(shown).map(|paths| Command::Window(WindowCommand::Uncertainty(UncertaintyChange::Paths(paths))))
        }
        EnsembleInputOf::Parameter(position, scale) => {
            let figure = &study.parameters.get(*position)?.figure;
            let factor = figure.unit.factor() / figure.quantity.unit().factor();
            let figure = Box::new(Figure { value: scale.model(shown) / factor, ..set_by_hand(study, figure) });
            Some(Command::edit(Edit::SetFigure { list: FigureList::Parameters, position: *position, figure }))
        }
        EnsembleInputOf::Absent(blank, scale) => {
            let figure = Box::new(Figure { value: scale.model(shown), ..(**blank).clone() });
            // It belongs to every baseline, as parameters of the error model do unless a baseline differs.
            Some(Command::edit(Edit::AddFigure { list: FigureList::Parameters, baseline: String::new(), figure }))
        }
        EnsembleInputOf::Depth(id) => {
            let shock = study.shocks.iter().find(|shock| shock.id == *id)?;
            let (source, note) = (source_by_hand(study, &shock.source), note_by_hand(&shock.note));
            let shock = Shock { depth: shown / 100.0, status: Status::Assumed, source, note, ..shock.clone() };
            Some(Command::edit(Edit::SetRecord(Record::Shock(shock))))
        }
        EnsembleInputOf::Told => None,
    }
}

/// A figure whose number a person sets here: no source said it, so that it is assumed and its note says so.
fn set_by_hand(study: &Study, figure: &Figure) -> Figure {
    Figure {
        status: Status::Assumed,
        source: source_by_hand(study, &figure.source),
        quote: String::new(),
        cell: None,
        note: note_by_hand(&figure.note),
        ..figure.clone()
    }
}

/// The source of assumptions where the study has one, otherwise the source as it was.
fn source_by_hand(study: &Study, known: &str) -> String {
    study.source(ASSUMPTION).map_or(known, |source| &source.id).to_owned()
}

/// A note with the sentence behind it that the number was set by hand afterwards; the sentence stands once.
fn note_by_hand(note: &Localized) -> Localized {
    let [vi, en] = [Lang::VI, Lang::EN].map(|lang| {
        let (known, told) = (note.in_lang(lang), label(lang, "uncertainty-input-by-hand"));
        if known.ends_with(&told) { known.to_owned() } else { format!("{known} {told}").trim().to_owned() }
    });
    Localized::new(vi, en)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the bounds of paths")]
fn whole_paths(shown: f64) -> Option<usize> {
    (shown.fract() == 0.0).then_some(shown as usize)
}

/// Every pair of sectors once.
fn pairs_of<'a>(ids: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    let places = (0..ids.len()).flat_map(|a| (a + 1..ids.len()).map(move |b| (a, b)));
    places.map(|(a, b)| (ids[a], ids[b])).collect()
}

/// What the rows are made from.
struct Inputs<'a> {
    reader: &'a StateReader<'a>,
    study: &'a Study,
    baseline: &'a str,
}

impl Inputs<'_> {
    fn label(&self, key: &'static str) -> String {
        label(self.reader.lang, key)
    }

    /// The name of the field of a quantity; errors name it so, too.
    fn field(&self, quantity: Quantity, line: &str) -> String {
        ensemble_field(quantity, line, Some(self.study), self.reader.lang).map_or_else(String::new, |field| field.name)
    }

    fn of_paths(&self) -> EnsembleInputGroup {
        let state = &self.reader.state.workspace.uncertainty;
        let numbers = self.reader.numbers;
        let bounds = (PATHS.0 as f64, PATHS.1 as f64);
        let row = EnsembleInput {
            of: EnsembleInputOf::Paths,
            name: self.label("uncertainty-input-paths"),
            value: numbers.decimal(state.paths as f64, 0),
            unit: self.label("uncertainty-input-paths-unit"),
            bounds,
            range: self.range(bounds),
            origin: Some((
                Status::Assumed,
                self.label("uncertainty-input-paths-origin"),
                self.label("uncertainty-input-paths-about"),
            )),
        };
        let varies = state.crash || state.levers;
        let most = numbers.decimal(VARIED_DRAWS as f64, 0);
        let note = (varies && state.paths > VARIED_DRAWS)
            .then(|| filled(self.reader.lang, "uncertainty-input-paths-varied", &[("most", &most)]));
        EnsembleInputGroup {
            title: self.label("uncertainty-input-simulation"),
            idle: None,
            note,
            rows: vec![row],
            place: None,
        }
    }

    fn of_volatility(&self) -> EnsembleInputGroup {
        let one = |key: &'static str| self.label(key);
        let percent = (Quantity::ErrorDeviation, InputScale::Percent, one("unit-percent-a-year"));
        let mut rows: Vec<EnsembleInput> = Vec::new();
        let mut first = None;
        for sector in &self.study.sectors {
            let name = self.field(percent.0, &sector.id);
            let found = self.study.parameter_row(self.baseline, percent.0, &sector.id, None);
            first = first.or(found.map(|(position, _)| position));
            let blank = self.blank(percent.0, [&sector.id, ""]);
            rows.push(self.parameter(name, (found, blank), (percent.1, percent.2.clone())));
        }
        rows.extend(self.correlations());
        let tail = self.study.parameter_row(self.baseline, Quantity::ErrorTailFreedom, "", None);
        let unit = one("uncertainty-input-tail-unit");
        let tail = (tail, self.blank(Quantity::ErrorTailFreedom, ["", ""]));
        rows.push(self.parameter(self.field(Quantity::ErrorTailFreedom, ""), tail, (InputScale::Plain, unit)));
        let drift = self.study.parameter_row(self.baseline, Quantity::DriftVarianceRatio, "", None);
        let drift = (drift, self.blank(Quantity::DriftVarianceRatio, ["", ""]));
        let scale = (InputScale::Years, one("unit-years"));
        rows.push(self.parameter(self.field(Quantity::DriftVarianceRatio, ""), drift, scale));
        let idle = (self.taken() == BandSource::Tested).then(|| one("uncertainty-input-idle-tested"));
        let place = first.and_then(|position| self.key(position));
        let note = (!self.states_all()).then(|| one("uncertainty-input-unstated"));
        EnsembleInputGroup { title: one("uncertainty-input-own-title"), idle, note, rows, place }
    }

    /// Whether the study states a persistence for every sector and a correlation for every pair.
    fn states_all(&self) -> bool {
        let ids: Vec<&str> = self.study.sectors.iter().map(|sector| sector.id.as_str()).collect();
        let persistence =
            |id: &&str| self.study.parameter_row(self.baseline, Quantity::ErrorPersistence, id, None).is_some();
        ids.iter().all(persistence) && pairs_of(&ids).iter().all(|(a, b)| self.pair(a, b).is_some())
    }

    /// From what the width of the bands comes: as the ensemble says; where it failed, the study's own volatility is taken
    /// for lack of tested bands as well.
    fn taken(&self) -> BandSource {
        let state = self.reader.state;
        let asked = state.workspace.uncertainty.bands;
        match state.uncertainty.answer().map(|answer| &answer.found) {
            Some(Ok(found)) if found.ensemble.bands.asked == asked => found.ensemble.bands.taken(),
            Some(Err(_)) if !self.has_tested() => BandSource::Own,
            Some(Ok(_) | Err(_)) | None => asked,
        }
    }

    fn has_tested(&self) -> bool {
        self.study.baseline(self.baseline).and_then(|baseline| tested_model(self.study, baseline)).is_some()
    }

    fn key(&self, position: usize) -> Option<FigureKey> {
        let row = self.study.parameters.get(position)?;
        Some(FigureKey::from_figure(FigureList::Parameters, &row.baseline, &row.figure))
    }

    /// A parameter that the study does not state, assumed, without a value.
    fn blank(&self, quantity: Quantity, [line, from]: [&str; 2]) -> Figure {
        let first = self.study.sources.first().map_or("", |source| &source.id);
        Figure {
            line: line.to_owned(),
            from: from.to_owned(),
            territory: self.study.territory.clone(),
            source: source_by_hand(self.study, first),
            note: note_by_hand(&Localized::default()),
            ..Figure::blank(quantity)
        }
    }

    /// A row of a parameter, or the gap where the study states none.
    fn parameter(
        &self,
        name: String,
        (found, blank): (Option<(usize, &Figure)>, Figure),
        (scale, unit): (InputScale, String),
    ) -> EnsembleInput {
        let bounds = scale.show_range(range_of(blank.quantity));
        let range = self.range(bounds);
        let Some((position, figure)) = found else {
            let of = EnsembleInputOf::Absent(Box::new(blank), scale);
            let value = self.reader.numbers.missing().to_owned();
            let origin = Some((Status::Assumed, self.label("uncertainty-input-none"), String::new()));
            return EnsembleInput { of, name, value, unit, bounds, range, origin };
        };
        let shown = scale.shown(figure.model_value());
        EnsembleInput {
            of: EnsembleInputOf::Parameter(position, scale),
            name,
            value: self.number(shown),
            unit,
            bounds,
            range,
            origin: Some(self.origin(figure.status, &figure.source, figure.note.in_lang(self.reader.lang))),
        }
    }

    fn number(&self, value: f64) -> String {
        if value.is_finite() { self.reader.numbers.write_trimmed(value, DECIMALS) } else { "∞".to_owned() }
    }

    fn range(&self, (low, high): (f64, f64)) -> String {
        format!("{} … {}", self.number(low), self.number(high))
    }

    fn origin(&self, status: Status, source: &str, note: &str) -> (Status, String, String) {
        let title = self.study.source(source).map(|source| source.title.in_lang(self.reader.lang));
        let told = [title.unwrap_or(source), note];
        let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
        (status, status_word(status, self.reader.lang), told.join(". "))
    }

    fn correlations(&self) -> Vec<EnsembleInput> {
        let ids: Vec<&str> = self.study.sectors.iter().map(|sector| sector.id.as_str()).collect();
        let pairs = pairs_of(&ids);
        if pairs.len() > MOST_PAIRS {
            return vec![self.counted(&pairs)];
        }
        let row = |(a, b): (&str, &str)| {
            let names = [self.reader.line_short(a), self.reader.line_short(b)];
            let words = [("a", names[0].as_str()), ("b", names[1].as_str())];
            let name = filled(self.reader.lang, "uncertainty-input-correlation", &words);
            let blank = self.blank(Quantity::ErrorCorrelation, [a, b]);
            self.parameter(
                name,
                (self.pair(a, b), blank),
                (InputScale::Plain, self.label("uncertainty-input-coefficient")),
            )
        };
        pairs.into_iter().map(row).collect()
    }

    /// The figure of a pair of sectors, which stands in either order.
    fn pair(&self, a: &str, b: &str) -> Option<(usize, &Figure)> {
        let rows = |line: &str, from: &str| {
            self.study.parameter_rows(self.baseline, Quantity::ErrorCorrelation, line, from).into_iter().next()
        };
        let both = [rows(a, b), rows(b, a)];
        let is_own =
            |row: &&(usize, &Figure)| self.study.parameters.get(row.0).is_some_and(|entry| !entry.baseline.is_empty());
        both.iter().flatten().find(is_own).or_else(|| both.iter().flatten().next()).copied()
    }

    /// How many pairs have a correlation, where they are too many to be listed.
    fn counted(&self, pairs: &[(&str, &str)]) -> EnsembleInput {
        let values: Vec<f64> =
            pairs.iter().filter_map(|(a, b)| self.pair(a, b)).map(|(_, f)| f.model_value()).collect();
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let coefficient = self.label("uncertainty-input-coefficient");
        let (value, unit) = if values.is_empty() {
            (self.label("uncertainty-input-none"), String::new())
        } else {
            let count = count_text(self.reader.lang, "uncertainty-input-pairs", values.len());
            (count, format!("{coefficient} {}", self.range((low, high))))
        };
        EnsembleInput {
            of: EnsembleInputOf::Told,
            name: self.field(Quantity::ErrorCorrelation, ""),
            value,
            unit,
            bounds: range_of(Quantity::ErrorCorrelation),
            range: self.range(range_of(Quantity::ErrorCorrelation)),
            origin: None,
        }
    }

    fn of_crash(&self) -> EnsembleInputGroup {
        let found = self.study.parameter_row(self.baseline, Quantity::CrashProbability, "", None);
        let unit = self.label("unit-percent-a-year");
        let name = self.field(Quantity::CrashProbability, "");
        let blank = self.blank(Quantity::CrashProbability, ["", ""]);
        let mut rows = vec![self.parameter(name, (found, blank), (InputScale::Percent, unit))];
        rows.push(self.study.shocks.first().map_or_else(|| self.no_shock(), |shock| self.depth(shock)));
        let idle = (!self.reader.state.workspace.uncertainty.crash).then(|| self.label("uncertainty-input-idle-crash"));
        let place = found.and_then(|(position, _)| self.key(position));
        EnsembleInputGroup { title: self.label("uncertainty-input-crash-title"), idle, note: None, rows, place }
    }

    fn no_shock(&self) -> EnsembleInput {
        EnsembleInput {
            of: EnsembleInputOf::Told,
            name: self.label("uncertainty-input-depth-none"),
            value: self.label("uncertainty-input-none"),
            unit: String::new(),
            bounds: DEPTH,
            range: self.range(DEPTH),
            origin: None,
        }
    }

    /// The depth of the study's first shock, whose shape every crash of an ensemble has.
    fn depth(&self, shock: &Shock) -> EnsembleInput {
        let shock_name = shock.name.in_lang(self.reader.lang);
        EnsembleInput {
            of: EnsembleInputOf::Depth(shock.id.clone()),
            name: filled(self.reader.lang, "uncertainty-input-depth", &[("name", shock_name)]),
            value: self.number(shock.depth * 100.0),
            unit: self.label("unit-percent"),
            bounds: DEPTH,
            range: self.range(DEPTH),
            origin: Some(self.origin(shock.status, &shock.source, shock.note.in_lang(self.reader.lang))),
        }
    }
}
