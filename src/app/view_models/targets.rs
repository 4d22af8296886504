//! The view Targets: each target, where each drawn scenario lands, the growth still needed, and a year of which a part is known.

use super::context::StateReader;
use crate::analysis::catch_up::{
    CatchUpError, CatchUpSubject, Need, even_months, latest_output, latest_part_year, needs, needs_from,
    projected_level, rest_of_year, trend_baseline,
};
use crate::analysis::{Target, gap, observed_series};
use crate::app::workspace::data::FigureKey;
use crate::chart::scale::{Span, pad};
use crate::engine::{Line, Projection, TOTAL_LINE, Variable};
use crate::export::{Cell, Landing, case_column, explain_missing, landings, landings_table};
use crate::quantity::{Unit, Year};
use crate::scenario::FigureList;
use crate::scenario::figure::{Aim, Figure, Quantity, Status};
use crate::scenario::study::BaselineRule;
use crate::text::words::{filled, label, with_year};
use crate::text::{
    Explanation, aim_sign, explain_catch_up, need_name, shown_decimals, unit_name, unit_short, vintage_name, with_aim,
};
use crate::theme::Rgb;

/// A needed growth this many times the record is off the scale.
const OFF_SCALE: f64 = 1.5;
/// Months that are taken as known where the study knows none.
const HALF: u8 = 6;

/// Past growth, growth needed and trend on one scale; fractions a year.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordStrip {
    /// Growth of each year on record.
    pub past: Vec<f64>,
    /// Growth needed.
    pub needed: f64,
    /// Growth of the trend baseline.
    pub trend: Option<f64>,
    /// The highest growth on record with its year, in words; empty where there is no record.
    pub best: String,
    /// More is needed than any year on record brought.
    pub above: bool,
}

/// A target with a level.
#[derive(Debug, Clone, PartialEq)]
pub struct NeedRow {
    /// What must grow.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Stated in a document, or implied.
    pub status: Status,
    /// Target year.
    pub year: String,
    /// The target.
    pub wanted: String,
    /// Latest actual figure.
    pub latest: String,
    /// Where each drawn scenario lands, in the order of [`TargetsContent::cases`].
    pub values: Vec<String>,
    /// What the selected case misses, with sign.
    pub missing: String,
    /// Growth still needed a year.
    pub needed: String,
    /// The record, or the reason why it is absent.
    pub strip: Result<RecordStrip, String>,
    /// The target in the view Data; `None` where it is implied.
    pub key: Option<FigureKey>,
}

/// A target of growth or of a share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LandingRow {
    /// What it is, with its period.
    pub name: String,
    /// Which plan states it.
    pub vintage: String,
    /// Published, derived or assumed.
    pub status: Status,
    /// The target.
    pub wanted: String,
    /// Where each drawn scenario lands.
    pub values: Vec<String>,
    /// What the selected case misses, in points with sign.
    pub missing: String,
    /// The target in the view Data.
    pub key: FigureKey,
}

/// The whole view.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetsContent {
    /// Drawn scenarios: id, short name, colour; the selected one among them.
    pub cases: Vec<(String, String, Rgb)>,
    /// Position of the selected case.
    pub selected: usize,
    /// Latest actual year of output.
    pub latest: Option<Year>,
    /// Targets with a level, later years first.
    pub needs: Vec<NeedRow>,
    /// The scale of all records.
    pub span: Span,
    /// Ends of the scale, written.
    pub ends: [String; 2],
    /// Targets of growth and of shares.
    pub landings: Vec<LandingRow>,
    /// Why some of them have no value.
    pub missing: Vec<String>,
    /// Colour of the trend, and the key of its name: assumed, or made of the record.
    pub trend: Option<(Rgb, &'static str)>,
}

/// The view for the drawn cases, at most `most` of them.
pub fn targets_content(reader: &StateReader<'_>, most: usize) -> TargetsContent {
    let study = &reader.state.study;
    let ids = shown_cases(reader, most);
    let trend = trend_baseline(study);
    let run = trend.and_then(|of| reader.state.derived.baseline(&of.id)).map(|baseline| &baseline.projection);
    let from = reader.state.workspace.targets.from;
    let mut all = needs_from(study, run, from);
    all.sort_by_key(|need| need.as_ref().map_or(Year::MAX, |need| -need.to.0));
    let span = scale(all.iter().flatten());
    let selected = ids.iter().position(|id| *id == reader.state.workspace.selected).unwrap_or(0);
    let rows = Rows { reader, cases: &ids, selected };
    let landed = rows.landings();
    let needs: Vec<_> = all.iter().map(|need| rows.need(need)).collect();
    // A legend names only marks that stand in a row.
    let has_trend = needs.iter().any(|row| row.strip.as_ref().is_ok_and(|strip| strip.trend.is_some()));
    TargetsContent {
        needs,
        landings: rows.landing_rows(&landed),
        missing: explain_missing(&landed, study, reader.lang),
        cases: ids.iter().map(|id| ((*id).to_owned(), reader.short(id), reader.style(id).color)).collect(),
        selected,
        latest: from.or_else(|| latest_year(reader)),
        ends: [span.lo, span.hi].map(|end| reader.numbers.percent(end, 0)),
        span,
        trend: trend.filter(|_| has_trend).map(|of| (reader.style(&of.id).color, trend_key(&of.rule))),
    }
}

/// The key of the name under which the legend shows a trend baseline.
const fn trend_key(rule: &BaselineRule) -> &'static str {
    match rule {
        BaselineRule::Growth | BaselineRule::Targets { .. } => "targets-legend-trend",
        BaselineRule::Record => "targets-legend-trend-of-record",
    }
}

/// Actual years of output from which needed growth can be counted, the latest first.
pub fn start_years(reader: &StateReader<'_>) -> Vec<Year> {
    let mut years: Vec<Year> =
        observed_series(&reader.state.study, Variable::Grdp, TOTAL_LINE).iter().map(|at| at.0).collect();
    years.reverse();
    years
}

/// The latest actual year of output.
pub fn latest_year(reader: &StateReader<'_>) -> Option<Year> {
    latest_output(&reader.state.study, TOTAL_LINE).map(|(year, _)| year)
}

/// The first drawn cases; the selected one takes the last place where it would not be among them.
fn shown_cases<'a>(reader: &StateReader<'a>, most: usize) -> Vec<&'a str> {
    let mut ids = reader.drawn_cases();
    let selected = reader.state.workspace.selected.as_str();
    if let Some(position) = ids.iter().position(|id| *id == selected).filter(|position| *position >= most.max(1)) {
        let own = ids.remove(position);
        ids.insert(most.max(1) - 1, own);
    }
    ids.truncate(most.max(1));
    ids
}

/// The scale of records: every past year, and what is needed unless it is far beyond them.
fn scale<'a>(needs: impl Iterator<Item = &'a Need> + Clone) -> Span {
    // Trade swings far more than output and would press everything else together.
    let of_output = |need: &&Need| need.quantity == Quantity::Output;
    let past = needs.clone().filter(of_output).flat_map(|need| need.past.iter().map(|(_, growth)| *growth));
    let highest = past.clone().fold(0.0, f64::max);
    let needed = needs.filter(of_output).map(|need| need.growth).filter(|growth| *growth <= highest * OFF_SCALE);
    pad(past.chain(needed).chain([0.0]))
}

/// What every row reads.
struct Rows<'a> {
    reader: &'a StateReader<'a>,
    cases: &'a [&'a str],
    selected: usize,
}

impl Rows<'_> {
    fn need(&self, need: &Result<Need, CatchUpError>) -> NeedRow {
        let missing = self.reader.numbers.missing().to_owned();
        let need = match need {
            Ok(need) => need,
            Err(error) => {
                let told = explain_catch_up(error, Some(&self.reader.state.study), self.reader.lang);
                return NeedRow {
                    name: told.sentence,
                    unit: String::new(),
                    status: Status::Published,
                    year: String::new(),
                    wanted: String::new(),
                    latest: String::new(),
                    values: Vec::new(),
                    missing: String::new(),
                    needed: missing,
                    strip: Err(told.hint),
                    key: None,
                };
            }
        };
        let numbers = self.reader.numbers;
        let study = &self.reader.state.study;
        let (stated, unit) = (need.find_target(study), need.unit(study));
        let factor = need.quantity.unit().size_in(unit);
        let written = |value: f64| numbers.decimal(value * factor, shown_decimals(unit));
        let values = self.cases.iter().map(|case| self.value(need, case));
        let missed = self.cases.get(self.selected).and_then(|case| self.value(need, case)).map(|value| {
            let wanted = Target {
                value: need.to.1,
                upper: stated
                    .filter(|_| matches!(need.subject, CatchUpSubject::Stated { .. }))
                    .and_then(Figure::model_upper),
                since: None,
                year: need.to.0,
                implied: stated.is_none(),
            };
            // Inside a range a value is as far ahead as it is from the end that counts.
            let missed = gap(value, &wanted);
            if missed == 0.0 { ahead(value, &wanted, stated) } else { missed }
        });
        let signed = |gap: f64| numbers.write_signed(gap * factor, shown_decimals(unit));
        NeedRow {
            name: self.name(need, stated),
            unit: unit_short(unit, self.reader.lang),
            status: stated.map_or(Status::Derived, |figure| figure.status),
            year: numbers.year(need.to.0),
            wanted: match stated {
                Some(figure) => with_aim(&written(need.to.1), figure, unit, self.reader.lang),
                None => written(need.to.1),
            },
            latest: written(need.from.1),
            values: values.map(|value| value.map_or_else(|| missing.clone(), written)).collect(),
            missing: missed.map_or(missing.clone(), signed),
            needed: stated.map_or(String::new(), |figure| growth_sign(figure.aim())) + &numbers.percent(need.growth, 1),
            strip: self.strip(need),
            key: stated.map(|figure| FigureKey::from_figure(FigureList::Targets, "", figure)),
        }
    }

    fn strip(&self, need: &Need) -> Result<RecordStrip, String> {
        let Some((year, best)) = need.best() else { return Err(label(self.reader.lang, "targets-no-record")) };
        let numbers = self.reader.numbers;
        let values = [("value", numbers.percent(best, 1)), ("year", numbers.year(year))];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        Ok(RecordStrip {
            past: need.past.iter().map(|(_, growth)| *growth).collect(),
            needed: need.growth,
            trend: need.trend,
            best: filled(self.reader.lang, "targets-best", &values),
            above: need.growth > best,
        })
    }

    fn name(&self, need: &Need, stated: Option<&Figure>) -> String {
        let reader = self.reader;
        let name = need_name(need, &reader.state.study, reader.lang);
        match need.subject {
            CatchUpSubject::ImpliedTotal | CatchUpSubject::Outside | CatchUpSubject::Grown { .. } => name,
            CatchUpSubject::Stated { .. } | CatchUpSubject::ImpliedProductivity => {
                let is_whole = matches!(need.line.as_str(), "" | TOTAL_LINE);
                let name = if is_whole { name } else { format!("{name} · {}", reader.line_short(&need.line)) };
                // Two plans may set the same target; their names tell the rows apart.
                match stated.filter(|figure| is_rivalled(figure, &reader.state.study.targets)) {
                    Some(figure) => format!("{name} ({})", vintage_name(&figure.vintage, reader.lang)),
                    None => name,
                }
            }
        }
    }

    /// What a case has in the target year.
    fn value(&self, need: &Need, case: &str) -> Option<f64> {
        let projection = self.reader.projection(case)?;
        let year = need.to.0;
        let total = need.line.is_empty() || need.line == TOTAL_LINE;
        let line = if total { Line::Total } else { projection.line(&need.line)? };
        if need.subject == CatchUpSubject::Outside {
            let all = projection.value(Variable::Grdp, Line::Total, year)?;
            return Some(all - projection.value(Variable::Output, line, year)?);
        }
        projected_level(projection, need.quantity, line, year)
    }

    /// Targets of growth and of shares of years that a drawn case has: a target whose years are past for all cases is
    /// left out.
    fn landings(&self) -> Vec<Landing<'_>> {
        let study = &self.reader.state.study;
        let runs: Vec<Option<&Projection>> =
            self.cases.iter().map(|case| self.reader.projection(case).map(AsRef::as_ref)).collect();
        let mut landed = landings(study, &runs);
        landed.retain(|landing| {
            landing.is_shown() && matches!(landing.target.quantity, Quantity::OutputGrowth | Quantity::Share)
        });
        landed
    }

    /// Rows of the table of targets; the only gap shown is that of the selected case.
    fn landing_rows(&self, landed: &[Landing<'_>]) -> Vec<LandingRow> {
        let selected = self.cases.get(self.selected).map(|case| case_column("gap", case));
        let columns = ["target", "sector", "year", "vintage", "wanted"].map(str::to_owned).into_iter();
        let columns = columns.chain(self.cases.iter().map(|case| case_column("projected", case))).chain(selected);
        let table = landings_table(&self.reader.state.study, landed, self.cases, self.reader.lang);
        let table = table.select(&columns.collect::<Vec<_>>());
        landed.iter().zip(&table.rows).filter_map(|(landing, row)| self.landing(landing, row)).collect()
    }

    fn landing(&self, landing: &Landing<'_>, row: &[Cell]) -> Option<LandingRow> {
        let [target, sector, year, vintage, wanted, values @ .., gap] = row else { return None };
        let StateReader { numbers, lang, .. } = *self.reader;
        let written = |cell: &Cell| cell.write(numbers);
        let percent = |cell: &Cell| if *cell == Cell::Missing { written(cell) } else { written(cell) + "%" };
        let points = |gap: &Cell| format!("{} {}", gap.write_signed(numbers), unit_name(Unit::PercentagePoint, lang));
        let name = [target, sector, year].map(written).into_iter().filter(|part| !part.is_empty());
        Some(LandingRow {
            name: name.collect::<Vec<_>>().join(" · "),
            vintage: written(vintage),
            status: landing.target.status,
            wanted: landing.with_aim(&percent(wanted), lang),
            values: values.iter().map(percent).collect(),
            missing: if *gap == Cell::Missing { written(gap) } else { points(gap) },
            key: FigureKey::from_figure(FigureList::Targets, "", landing.target),
        })
    }
}

/// How far a value inside the range of a target is beyond the end that the target is about; 0 where it has two.
fn ahead(value: f64, wanted: &Target, stated: Option<&Figure>) -> f64 {
    match (stated.map(Figure::aim), wanted.upper) {
        (Some(Aim::AtMost), Some(upper)) => value - upper,
        (Some(Aim::AtLeast), _) => value - wanted.value,
        (Some(Aim::AtMost | Aim::Near { .. }) | None, _) => 0.0,
    }
}

/// The sign before the growth that leads to a target: a ceiling leaves less open, too.
fn growth_sign(aim: Aim) -> String {
    match aim {
        Aim::AtMost => format!("{} ", aim_sign(aim)),
        Aim::AtLeast | Aim::Near { .. } => String::new(),
    }
}

/// Whether another target of the same territory is about the same level.
fn is_rivalled(figure: &Figure, targets: &[Figure]) -> bool {
    let is_same = |other: &&Figure| {
        (other.quantity, other.year, &other.line, &other.territory)
            == (figure.quantity, figure.year, &figure.line, &figure.territory)
            && other.since.is_none()
    };
    targets.iter().filter(is_same).count() > 1
}

/// A year of which a part is known.
#[derive(Debug, Clone, PartialEq)]
pub struct PartContent {
    /// Lines with actual output: id and short name.
    pub lines: Vec<(String, String)>,
    /// The line.
    pub line: String,
    /// The year.
    pub year: Year,
    /// Growth wanted for the year, a fraction.
    pub wanted: Option<f64>,
    /// Growth of the known months, a fraction.
    pub known: Option<f64>,
    /// Months that are known.
    pub months: u8,
    /// Their weight in last year's output.
    pub weight: f64,
    /// Where the wanted and the known growth come from, unless they were typed.
    pub origin: String,
    /// Growth needed in the rest of the year; `None` while a figure is missing.
    pub rest: Option<Result<f64, Explanation>>,
}

/// The calculator; `None` where no line has an actual output.
pub fn part_content(reader: &StateReader<'_>) -> Option<PartContent> {
    let study = &reader.state.study;
    let entry = &reader.state.workspace.targets.part;
    let mut ids = study.top_lines();
    ids.insert(0, TOTAL_LINE);
    ids.retain(|id| latest_output(study, id).is_some());
    let headline = study.structure.headline.as_str();
    let wanted_line = entry.line.as_deref().unwrap_or(headline);
    let line = ids.iter().copied().find(|id| *id == wanted_line).or_else(|| ids.first().copied())?;
    let part = latest_part_year(study, line);
    let year =
        part.as_ref().map_or_else(|| latest_output(study, line).map_or(0, |(year, _)| year + 1), |part| part.year);
    let needed = needed_of(reader, line);
    let months = entry.months.or(part.as_ref().map(|part| part.months)).unwrap_or(HALF);
    let weight = entry.weight.unwrap_or_else(|| even_months(months));
    let wanted = entry.wanted.or(needed.as_ref().map(|(growth, _)| *growth));
    let known = entry.known.or(part.as_ref().map(|part| part.growth));
    let rest = wanted.zip(known).map(|(wanted, known)| {
        let rest = rest_of_year(wanted, known, weight);
        rest.map_err(|error| explain_catch_up(&error, Some(study), reader.lang))
    });
    let mut origin = Vec::new();
    if let Some((_, target)) = needed.filter(|_| entry.wanted.is_none()) {
        origin.push(with_year(reader.lang, "targets-part-from-target", target));
    }
    if let Some(part) = part.filter(|_| entry.known.is_none()) {
        let source = study.observations.get(part.position).and_then(|figure| study.source(&figure.source));
        let title = source.map_or("", |source| source.title.in_lang(reader.lang));
        origin.push(filled(reader.lang, "targets-part-from-source", &[("source", title)]));
    }
    Some(PartContent {
        lines: ids.iter().map(|id| ((*id).to_owned(), line_text(reader, id))).collect(),
        line: line.to_owned(),
        year,
        wanted,
        known,
        months,
        weight,
        origin: origin.join(" "),
        rest,
    })
}

fn line_text(reader: &StateReader<'_>, id: &str) -> String {
    if id == TOTAL_LINE { label(reader.lang, "targets-grdp") } else { reader.line_short(id) }
}

/// Growth a year that the latest target of a line still needs, and its year.
fn needed_of(reader: &StateReader<'_>, line: &str) -> Option<(f64, Year)> {
    let all = needs(&reader.state.study, None).into_iter().flatten();
    all.filter(|need| {
        need.quantity == Quantity::Output
            && need.line == line
            && !matches!(need.subject, CatchUpSubject::Outside | CatchUpSubject::Grown { .. })
    })
    .max_by_key(|need| need.to.0)
    .map(|need| (need.growth, need.to.0))
}
