//! Which assumption did it, where growth comes from, what matters most, and what growth is still needed.

use super::named::Namer;
use crate::analysis::catch_up::{CatchUpSubject, Need, trend_baseline};
use crate::analysis::{
    Attribution, Factor, Player, ShiftShareMethod, Swing, Switching, Tornado, by_factor, by_line, line_id, shift_share,
};
use crate::engine::{Closure, Line, Projection, TOTAL_LINE};
use crate::export::{Cell, Column, Head, Run, Table};
use crate::lang::Lang;
use crate::quantity::{PriceBasis, Unit, Year};
use crate::scenario::study::{BaselineRule, Study};
use crate::text::words::label;
use crate::text::{
    FigureText, Numbers, factor_name, lever_decimals, lever_unit, need_name, player_name, quantity_id,
    shift_method_name, shown_decimals, unit_at_prices,
};
use std::collections::BTreeMap;

/// Decimals with which tables write points and per cent of growth: one more than a figure, because they are parts of one.
const POINT_DECIMALS: usize = 2;

/// The difference of two cases in a figure, divided between assumptions.
#[derive(Debug, Clone, Copy)]
pub struct Attributed<'a> {
    /// Id of the case against which is measured.
    pub from: &'a str,
    /// Id of the case.
    pub to: &'a str,
    /// Closure.
    pub closure: Closure,
    /// The parts.
    pub found: &'a Attribution,
}

const DIFFERENCE: [Head; 11] = [
    Head::new("from").with_heading("column-baseline"),
    Head::new("to").with_heading("column-scenario"),
    Head::new("closure"),
    Head::new("figure").with_heading("column-variable"),
    Head::new("year"),
    Head::new("group").with_heading("column-cause"),
    Head::new("value").with_heading("column-part"),
    Head::new("standard_error"),
    Head::new("first").with_heading("column-counted-first"),
    Head::new("last").with_heading("column-counted-last"),
    Head::new("unit"),
];

/// The parts of each difference, the whole difference last.
pub fn difference_table(study: &Study, differences: &[Attributed<'_>], lang: Lang) -> Table {
    let mut table = Table::with_heads(&DIFFERENCE, lang);
    let namer = Namer { study, lang };
    for one in differences {
        let (found, metric) = (one.found, one.found.metric);
        let text = FigureText::new(study, metric, lang);
        let rows = found.terms.iter().map(|term| {
            let id = match &term.player {
                Player::Cause(cause) => cause.id().to_owned(),
                Player::Lever(key) => key.to_string(),
            };
            let values = [Some(term.value), term.standard_error, Some(term.first), Some(term.last)];
            (Cell::with_name(id, player_name(&term.player, study, lang)), values)
        });
        let whole = Cell::with_name(TOTAL_LINE, label(lang, "why-growth-total"));
        for (part, values) in rows.chain([(whole, [Some(found.difference()), None, None, None])]) {
            let numbers =
                values.map(|value| Cell::number(value.map(|value| text.to_shown(value)), text.decimals() + 1));
            let figure = format!("{}/{}", metric.variable.id(), line_id(study, metric.line));
            let head = [
                namer.case(one.from),
                namer.case(one.to),
                namer.closure(one.closure),
                Cell::with_name(figure, text.name()),
                Cell::Year(metric.year),
                part,
            ];
            table.rows.push(head.into_iter().chain(numbers).chain([Cell::text(text.unit_of_difference())]).collect());
        }
    }
    table
}

/// A run and the years that are looked at.
#[derive(Debug, Clone, Copy)]
pub struct RunOfYears<'a> {
    /// The run.
    pub run: Run<'a>,
    /// First year.
    pub from: Year,
    /// Last year.
    pub to: Year,
}

impl RunOfYears<'_> {
    /// Columns that say what rows are of, in front of those of a table.
    const HEADS: [Head; 4] = [Head::new("scenario"), Head::new("closure"), Head::new("from"), Head::new("to")];

    fn table(heads: &[Head], lang: Lang) -> Table {
        Table::with_heads(&[&Self::HEADS, heads].concat(), lang)
    }

    /// Puts the rows of its own table behind what they are of.
    fn push(&self, table: &mut Table, lead: &[Cell], own: Table, namer: Namer<'_>) {
        let Run { scenario, closure, projection: _ } = self.run;
        let head = [namer.case(scenario), namer.closure(closure), Cell::Year(self.from), Cell::Year(self.to)];
        table.rows.extend(own.rows.into_iter().map(|row| head.iter().chain(lead).cloned().chain(row).collect()));
    }
}

const GROWTH: [Head; 3] = [Head::new("sector"), Head::new("factor"), Head::new("points")];

/// Contributions to growth in points: of each line, of all, and of each factor in each line.
pub fn growth_table(study: &Study, runs: &[RunOfYears<'_>], lang: Lang) -> Table {
    let mut table = RunOfYears::table(&GROWTH, lang);
    for one in runs {
        let own = growth_of(study, one.run.projection, (one.from, one.to), lang);
        one.push(&mut table, &[], own, Namer { study, lang });
    }
    table
}

/// Contributions to growth of one projection, in points: of each line, of all, and of each factor in each line, as far as there are figures of the factors.
fn growth_of(study: &Study, projection: &Projection, (from, to): (Year, Year), lang: Lang) -> Table {
    let mut table = Table::with_heads(&GROWTH, lang);
    let namer = Namer { study, lang };
    let lines = by_line(projection, from, to).unwrap_or_default();
    let factors = by_factor(projection, from, to).unwrap_or_default();
    let growth: f64 = lines.iter().map(|term| term.points).sum();
    let whole = Cell::with_name(TOTAL_LINE, label(lang, "why-growth-total"));
    let named = Factor::ALL.map(|factor| (factor, Cell::with_name(factor.id(), factor_name(factor, lang))));
    let name =
        |of: Factor| named.iter().find(|(factor, _)| *factor == of).map_or(Cell::Missing, |(_, name)| name.clone());
    let by_line = lines.iter().map(|term| (term.line, whole.clone(), term.points));
    let by_factor = factors.iter().map(|term| (term.line, name(term.factor), term.points));
    let all = by_line.chain([(Line::Total, whole.clone(), growth)]).chain(by_factor);
    table.rows.extend(all.map(|(line, factor, points)| {
        vec![namer.line(line_id(study, line)), factor, Cell::number(Some(points), POINT_DECIMALS)]
    }));
    table
}

/// The same contributions as a person compares them: lines down, factors across, the sum last in both; no row where nothing is known of the years.
///
/// Product taxes are a line and no factor of the others, so that they have a sum alone; without figures of the factors every line has.
pub fn growth_across(study: &Study, projection: &Projection, years: (Year, Year), lang: Lang) -> Table {
    let long = growth_of(study, projection, years, lang);
    let parts: Vec<(&Cell, &Cell, f64)> =
        long.rows.iter().filter_map(|row| Some((row.first()?, row.get(1)?, row.get(2)?.value()?))).collect();
    // Sums stand first, that of all lines last among them.
    let whole = parts.first().map(|(_, factor, _)| *factor);
    let lines: Vec<&Cell> = parts.iter().filter(|part| Some(part.1) == whole).map(|part| part.0).collect();
    let mut factors: Vec<&Cell> = Vec::new();
    for (_, factor, _) in &parts {
        if Some(*factor) != whole && factor.id() != Factor::Taxes.id() && !factors.contains(factor) {
            factors.push(factor);
        }
    }
    factors.extend(whole);
    // A sector has many parts, and a study of two hundred sectors thousands of them.
    let mut points: BTreeMap<&str, BTreeMap<&str, Vec<f64>>> = BTreeMap::new();
    for (line, factor, part) in &parts {
        points.entry(factor.id()).or_default().entry(line.id()).or_default().push(*part);
    }
    let sum = |line: &Cell, factor: &Cell| {
        let own = points.get(factor.id()).and_then(|lines| lines.get(line.id()));
        Cell::number(own.map(|points| points.iter().sum()), POINT_DECIMALS)
    };
    let sum_of_all = |factor: &Cell| {
        let own = parts.iter().filter(|part| part.1 == factor).map(|part| part.2);
        Cell::number(points.contains_key(factor.id()).then(|| own.sum()), POINT_DECIMALS)
    };
    let numbers = Numbers::new(lang);
    let heads = factors.iter().map(|factor| Column::new(factor.id(), factor.write(numbers)));
    let mut table = Table::new(GROWTH.iter().take(1).map(|head| head.to_column(lang)).chain(heads));
    if let Some((last, lines)) = lines.split_last().filter(|(_, lines)| !lines.is_empty()) {
        let row = |line: &&Cell| {
            let cells = factors.iter().map(|factor| sum(line, factor));
            std::iter::once((*line).clone()).chain(cells).collect()
        };
        table.rows.extend(lines.iter().map(row));
        let all =
            factors.iter().map(|factor| if Some(*factor) == whole { sum(last, factor) } else { sum_of_all(factor) });
        table.rows.push(std::iter::once((*last).clone()).chain(all).collect());
    }
    table
}

const METHOD: Head = Head::new("method");

const SHIFT: [Head; 5] = [
    Head::new("sector"),
    Head::new("within").with_heading("shift-within"),
    Head::new("between").with_heading("shift-between"),
    Head::new("dynamic").with_heading("shift-dynamic"),
    Head::new("unit"),
];

/// Growth of productivity within sectors and between them, by every method.
pub fn shift_table(study: &Study, runs: &[RunOfYears<'_>], lang: Lang) -> Table {
    let mut table = RunOfYears::table(&[&[METHOD], SHIFT.as_slice()].concat(), lang);
    for one in runs {
        for method in ShiftShareMethod::ALL {
            let own = shift_of(study, one.run.projection, method, (one.from, one.to), lang);
            let lead = [Cell::with_name(method.id(), shift_method_name(method, lang))];
            if let Some(own) = own {
                one.push(&mut table, &lead, own, Namer { study, lang });
            }
        }
    }
    table
}

/// Growth of productivity of one projection within sectors and between them by one method, their sum last; `None` as in [`shift_share`].
pub fn shift_of(
    study: &Study,
    projection: &Projection,
    method: ShiftShareMethod,
    (from, to): (Year, Year),
    lang: Lang,
) -> Option<Table> {
    let found = shift_share(projection, method, from, to)?;
    let mut table = Table::with_heads(&SHIFT, lang);
    let namer = Namer { study, lang };
    let unit = unit_at_prices(Unit::Percent, PriceBasis::Constant, study.price_base_year, lang);
    let (within, between, dynamic) = found.totals();
    let sectors = found
        .sectors
        .iter()
        .map(|one| (line_id(study, Line::Sector(one.sector)), [one.within, one.between, one.dynamic]));
    table.rows.extend(sectors.chain([(TOTAL_LINE, [within, between, dynamic])]).map(|(line, parts)| {
        let numbers = parts.map(|part| Cell::number(Some(100.0 * part), POINT_DECIMALS));
        std::iter::once(namer.line(line)).chain(numbers).chain([Cell::text(&unit)]).collect()
    }));
    Some(table)
}

/// The last column is of the trend baseline, whose growth is assumed.
const NEEDED: [Head; 12] = [
    Head::new("target"),
    Head::new("sector"),
    Head::new("vintage").with_heading("column-plan"),
    Head::new("from"),
    Head::new("year"),
    Head::new("unit"),
    Head::new("latest"),
    Head::new("wanted").with_heading("column-goal"),
    Head::new("needed_percent"),
    Head::new("record_percent"),
    Head::new("record_year"),
    Head::new("trend_percent"),
];

/// What each target with a level still needs, beside the record and the trend.
pub fn needed_table(study: &Study, needs: &[Need], lang: Lang) -> Table {
    let mut heads = NEEDED;
    if trend_baseline(study).is_some_and(|trend| trend.rule == BaselineRule::Record) {
        heads[11] = Head::new("trend_percent").with_heading("column-trend-of-record-percent");
    }
    let mut table = Table::with_heads(&heads, lang);
    table.rows.extend(needs.iter().map(|need| need_row(need, Namer { study, lang })));
    table
}

/// What must grow.
fn need_subject(need: &Need, Namer { study, lang }: Namer<'_>) -> Cell {
    let id = match need.subject {
        CatchUpSubject::Outside => "outside".to_owned(),
        CatchUpSubject::Grown { .. } => "grown".to_owned(),
        CatchUpSubject::ImpliedTotal | CatchUpSubject::ImpliedProductivity | CatchUpSubject::Stated { .. } => {
            quantity_id(need.quantity)
        }
    };
    Cell::with_name(id, need_name(need, study, lang))
}

fn need_row(need: &Need, namer: Namer<'_>) -> Vec<Cell> {
    let Namer { study, lang } = namer;
    let unit = need.unit(study);
    let level =
        |value: f64| Cell::number(Some(value * need.quantity.unit().factor() / unit.factor()), shown_decimals(unit));
    let percent = |growth: Option<f64>| Cell::number(growth.map(|growth| 100.0 * growth), 1);
    let best = need.best();
    // Implied levels follow from stated ones.
    let implied = || Cell::with_name("", label(lang, "source-derived"));
    vec![
        need_subject(need, namer),
        namer.line(&need.line),
        need.find_target(study).map_or_else(implied, |figure| namer.vintage(&figure.vintage)),
        Cell::Year(need.from.0),
        Cell::Year(need.to.0),
        Cell::text(unit_at_prices(unit, need.price_basis(study), study.price_base_year, lang)),
        level(need.from.1),
        level(need.to.1),
        percent(Some(need.growth)),
        percent(best.map(|(_, growth)| growth)),
        best.map_or(Cell::Missing, |(year, _)| Cell::Year(year)),
        percent(need.trend),
    ]
}

/// What each lever moves in a figure of a case.
#[derive(Debug, Clone, Copy)]
pub struct Swung<'a> {
    /// Id of the case.
    pub scenario: &'a str,
    /// Closure.
    pub closure: Closure,
    /// The tornado.
    pub found: &'a Tornado,
    /// Where the plan's target is just met, in the order of the swings; `None` without a target.
    pub switching: &'a [Option<Switching>],
}

const SWINGS: [Head; 12] = [
    Head::new("scenario"),
    Head::new("closure"),
    Head::new("figure").with_heading("column-variable"),
    Head::new("year"),
    Head::new("lever"),
    Head::new("low"),
    Head::new("high"),
    Head::new("lever_unit").with_heading("column-unit"),
    Head::new("at_low"),
    Head::new("at_high"),
    Head::new("unit"),
    Head::new("switching_value"),
];

/// Rows of tornados, each with the value of the lever at which the plan's target is just met.
pub fn swings_table(study: &Study, tornados: &[Swung<'_>], lang: Lang) -> Table {
    let mut table = Table::with_heads(&SWINGS, lang);
    for one in tornados {
        let rows = one.found.swings.iter().zip(one.switching);
        table.rows.extend(rows.map(|(swing, switching)| swing_row(one, swing, *switching, Namer { study, lang })));
    }
    table
}

fn swing_row(one: &Swung<'_>, swing: &Swing, switching: Option<Switching>, namer: Namer<'_>) -> Vec<Cell> {
    let Namer { study, lang } = namer;
    let metric = one.found.metric;
    let text = FigureText::new(study, metric, lang);
    let spec = swing.key.lever.spec();
    // Switches and whole years have no switching value; the table leaves the cell empty.
    let value = match switching {
        Some(Switching::At(value)) => Namer::lever_value(spec, value, lever_decimals(spec)),
        Some(Switching::Nowhere { .. } | Switching::Unanswered) | None => Cell::Missing,
    };
    let mut row = vec![
        namer.case(one.scenario),
        namer.closure(one.closure),
        Cell::with_name(format!("{}/{}", metric.variable.id(), line_id(study, metric.line)), text.name()),
        Cell::Year(metric.year),
        namer.lever_in_years(&swing.key, swing.years),
    ];
    row.extend([swing.low, swing.high].map(|end| Namer::lever_value(spec, end, spec.decimals)));
    row.push(Cell::text(lever_unit(spec, lang)));
    row.extend([swing.at_low, swing.at_high].map(|end| Cell::number(Some(text.to_shown(end)), text.decimals())));
    row.extend([Cell::text(text.unit()), value]);
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::TAXES_LINE;
    use crate::files::built_in;
    use crate::scenario::PreparedCase;

    #[test]
    fn factors_across_hold_the_figures_of_the_long_table() {
        let study = built_in().unwrap();
        let prepared = PreparedCase::new(&study, "plan").unwrap();
        let projection = prepared.in_closure(&study, study.closure).simulate().unwrap();
        let years = (projection.horizon().base(), projection.horizon().end());
        let run = Run { scenario: "plan", closure: study.closure, projection: &projection };
        let long = growth_table(&study, &[RunOfYears { run, from: years.0, to: years.1 }], Lang::EN);
        let long = long.select(&["sector", "factor", "points"]).rows;
        let across = growth_across(&study, &projection, years, Lang::EN);
        let ids: Vec<&str> = across.columns.iter().map(|column| column.id.as_str()).collect();
        assert_eq!(ids, ["sector", "tfp", "capital", "labour", "skills", "utilisation", TOTAL_LINE]);
        let mut found = 0;
        for row in &across.rows {
            for (id, cell) in ids.iter().zip(row).skip(1) {
                let own = long.iter().find(|long| long[0] == row[0] && long[1].id() == *id);
                assert_eq!(own.and_then(|own| own[2].value()), cell.value().filter(|_| own.is_some()));
                found += usize::from(own.is_some());
            }
        }
        // All but the part that product taxes are of themselves.
        assert_eq!(found + 1, long.len());
        let last = across.rows.last().unwrap();
        let parts: f64 = last.iter().take(6).filter_map(Cell::value).sum();
        let taxes =
            across.rows.iter().find(|row| row[0].id() == TAXES_LINE).and_then(|row| row.last()?.value()).unwrap();
        assert_eq!(last[0].id(), TOTAL_LINE);
        assert!((parts + taxes - last.last().and_then(Cell::value).unwrap()).abs() < 1e-9);
    }
}
