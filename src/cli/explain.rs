//! `kichban explain`: which assumption did it, where growth comes from, what matters most.

use super::args::{Arguments, ByWord, ExplainArgs, ExplainWord, Format};
use super::failure::Failure;
use super::question::{closures, figures, prepare, replied, shown, unanswered};
use super::{Reply, exit_code, request};
use crate::analysis::catch_up::{Need, Subject, needs, trend_baseline};
use crate::analysis::solver::Goal;
use crate::analysis::{
    Attribution, Grouping, Method, Player, Swing, Switching, Tornado, attribute, by_factor, by_line, line_id,
    shift_share, switching_values, target, tornado,
};
use crate::engine::{Closure, Line, Projection};
use crate::export::{Cell, Table};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::scenario::{Case, PreparedCase};
use crate::text::window::{filled, label};
use crate::text::{
    FigureText, capitalised, case_name, closure_name, explain_attribution, explain_catch_up, explain_resolve_error,
    explain_switching, explain_tornado, factor_name, grown_level_name, growth_unit, lever_decimals, lever_name,
    lever_unit, line_short, player_name, quantity_id, quantity_name, shift_method_name, shown_decimals, unit_name,
    vintage_name, years_outside,
};

pub(super) fn explain(args: &ExplainArgs, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let study = request::study(args.study.as_deref(), lang)?;
    let id = args.scenario.as_deref().unwrap_or(&study.pinned);
    let asked = Asked { case: prepare(&study, id, lang)?, args, arguments, study: &study };
    match args.what {
        ExplainWord::Difference => asked.difference(),
        ExplainWord::Growth => asked.growth(),
        ExplainWord::Productivity => asked.productivity(),
        ExplainWord::Levers => asked.levers(),
        ExplainWord::Needed => asked.needed(),
    }
}

struct Asked<'a> {
    study: &'a Study,
    case: PreparedCase,
    args: &'a ExplainArgs,
    arguments: &'a Arguments,
}

fn headed(columns: &[(&str, &'static str)], lang: Lang) -> Table {
    Table::new(columns.iter().map(|(id, key)| ((*id).to_owned(), label(lang, key))))
}

impl Asked<'_> {
    const fn lang(&self) -> Lang {
        self.arguments.lang
    }

    /// An id in files, its name on the screen.
    fn named(&self, id: String, name: String) -> Cell {
        Cell::text(if self.arguments.format == Format::Table { name } else { id })
    }

    fn closure(&self, closure: Closure) -> Cell {
        self.named(closure.id().to_owned(), closure_name(closure, self.lang()))
    }

    fn case(&self) -> Cell {
        self.named(self.case.id.clone(), case_name(&self.case.id, Some(self.study), self.lang()))
    }

    /// The other case of a difference: named, pinned, or the parent.
    fn other(&self) -> Result<PreparedCase, Failure> {
        let study = self.study;
        let parent = study.scenario(&self.case.id).map(|scenario| scenario.parent.as_str());
        let pinned = Some(study.pinned.as_str()).filter(|id| *id != self.case.id);
        let id = self.args.against.as_deref().or(parent).or(pinned).unwrap_or(&self.case.id);
        prepare(study, id, self.lang())
    }

    fn difference(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let other = self.other()?;
        let metrics = figures(&self.args.figure, study, lang)?;
        let grouping = match self.args.by {
            ByWord::Groups => Grouping::Causes,
            ByWord::Levers => Grouping::Levers,
        };
        let columns = [
            ("from", "cli-column-baseline"),
            ("to", "cli-column-scenario"),
            ("closure", "cli-column-closure"),
            ("figure", "cli-column-variable"),
            ("year", "cli-column-year"),
            ("group", "why-column-group"),
            ("value", "why-column-part"),
            ("standard_error", "why-column-error"),
            ("first", "why-column-first"),
            ("last", "why-column-last"),
            ("unit", "cli-column-unit"),
        ];
        let mut table = headed(&columns, lang);
        let mut told = Vec::new();
        for closure in closures(self.args.closure, study) {
            let cases = [&other, &self.case].map(|case| case.in_closure(study, closure));
            let found = attribute(cases, grouping, &metrics);
            for one in found.map_err(|error| unanswered(&error, study, lang))? {
                self.push_terms(&mut table, &other.id, closure, &one);
                told.extend(explain_attribution(&one, study, lang));
            }
        }
        let title = format!("{}\n", label(lang, "why-title"));
        replied(&table, &title, &format!("{}\n", told.join("\n")), self.arguments)
    }

    /// Rows of an attribution, the whole difference last.
    fn push_terms(&self, table: &mut Table, other: &str, closure: Closure, found: &Attribution) {
        let (study, lang) = (self.study, self.lang());
        let text = FigureText::new(study, found.metric, lang);
        let figure = format!("{}/{}", found.metric.variable.id(), line_id(study, found.metric.line));
        let rows = found.terms.iter().map(|term| {
            let id = match &term.player {
                Player::Cause(cause) => cause.id().to_owned(),
                Player::Lever(key) => key.to_string(),
            };
            let name = player_name(&term.player, study, lang);
            (id, name, [Some(term.value), term.standard_error, Some(term.first), Some(term.last)])
        });
        let whole = label(lang, "why-growth-total");
        let total = ("total".to_owned(), whole, [Some(found.difference()), None, None, None]);
        for (id, name, values) in rows.chain([total]) {
            let numbers =
                values.map(|value| Cell::number(value.map(|value| shown(found.metric, value)), text.decimals() + 1));
            let head = [
                self.named(other.to_owned(), case_name(other, Some(study), lang)),
                self.case(),
                self.closure(closure),
                self.named(figure.clone(), text.name()),
                Cell::Year(found.metric.year),
                self.named(id, name),
            ];
            table.rows.push(head.into_iter().chain(numbers).chain([Cell::text(text.unit_of_difference())]).collect());
        }
    }

    fn projection(&self, closure: Closure) -> Result<Projection, Failure> {
        self.case.in_closure(self.study, closure).simulate().map_err(|error| {
            Failure::new(exit_code::INVALID, explain_resolve_error(&error, Some(self.study), self.lang()))
        })
    }

    /// First and last year of the years asked for, or of the projection.
    fn period(&self, projection: &Projection) -> Result<(Year, Year), Failure> {
        let horizon = projection.horizon();
        let years = request::years_of(self.args.years.as_deref(), self.lang())?;
        let (Some(&first), Some(&last)) = (years.first(), years.last()) else {
            return Ok((horizon.base(), horizon.end()));
        };
        let outside = [first, last].into_iter().find(|year| horizon.index(*year).is_none());
        match outside.or((first == last).then_some(first)) {
            Some(year) => {
                let (base, end) = (horizon.base(), horizon.end());
                Err(Failure::usage(years_outside(year, base, end, self.lang())))
            }
            None => Ok((first, last)),
        }
    }

    fn growth(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let columns = [
            ("scenario", "cli-column-scenario"),
            ("closure", "cli-column-closure"),
            ("from", "why-column-from"),
            ("to", "why-column-to"),
            ("sector", "cli-column-sector"),
            ("factor", "why-column-factor"),
            ("points", "why-column-points"),
        ];
        let mut table = headed(&columns, lang);
        let mut title = String::new();
        for closure in closures(self.args.closure, study) {
            let projection = self.projection(closure)?;
            let (from, to) = self.period(&projection)?;
            let lines = by_line(&projection, from, to).unwrap_or_default();
            let factors = by_factor(&projection, from, to).unwrap_or_default();
            let growth: f64 = lines.iter().map(|term| term.points).sum();
            title = format!("{}: {}\n", label(lang, "why-growth-title"), growth_unit(study, (from, to), growth, lang));
            let whole = label(lang, "why-growth-total");
            let by_line = lines.iter().map(|term| (term.line, ("total", whole.clone()), term.points));
            let by_factor =
                factors.iter().map(|term| (term.line, (term.factor.id(), factor_name(term.factor, lang)), term.points));
            let total = (Line::Total, ("total", whole.clone()), growth);
            for (line, (factor, name), points) in by_line.chain([total]).chain(by_factor) {
                let id = line_id(study, line);
                table.rows.push(vec![
                    self.case(),
                    self.closure(closure),
                    Cell::Year(from),
                    Cell::Year(to),
                    self.named(id.to_owned(), line_short(id, study, lang)),
                    self.named(factor.to_owned(), name),
                    Cell::number(Some(points), 2),
                ]);
            }
        }
        replied(&table, &title, "", self.arguments)
    }

    fn productivity(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let columns = [
            ("scenario", "cli-column-scenario"),
            ("closure", "cli-column-closure"),
            ("from", "why-column-from"),
            ("to", "why-column-to"),
            ("method", "why-column-method"),
            ("sector", "cli-column-sector"),
            ("within", "shift-within"),
            ("between", "shift-between"),
            ("dynamic", "shift-dynamic"),
            ("unit", "cli-column-unit"),
        ];
        let mut table = headed(&columns, lang);
        for closure in closures(self.args.closure, study) {
            let projection = self.projection(closure)?;
            let (from, to) = self.period(&projection)?;
            for method in Method::ALL {
                let Some(found) = shift_share(&projection, method, from, to) else { continue };
                let (within, between, dynamic) = found.totals();
                let sectors = found
                    .sectors
                    .iter()
                    .map(|one| (line_id(study, Line::Sector(one.sector)), [one.within, one.between, one.dynamic]));
                for (line, parts) in sectors.chain([("total", [within, between, dynamic])]) {
                    let head = [
                        self.case(),
                        self.closure(closure),
                        Cell::Year(from),
                        Cell::Year(to),
                        self.named(method.id().to_owned(), shift_method_name(method, lang)),
                        self.named(line.to_owned(), line_short(line, study, lang)),
                    ];
                    let numbers = parts.map(|part| Cell::number(Some(100.0 * part), 2));
                    table.rows.push(head.into_iter().chain(numbers).chain([Cell::text("%")]).collect());
                }
            }
        }
        replied(&table, &format!("{}\n", label(lang, "why-shift-title")), "", self.arguments)
    }

    /// What each target with a level still needs, beside the record and the trend.
    fn needed(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let columns = [
            ("target", "cli-column-target"),
            ("sector", "cli-column-sector"),
            ("vintage", "targets-column-plan"),
            ("from", "why-column-from"),
            ("year", "cli-column-year"),
            ("unit", "cli-column-unit"),
            ("latest", "needed-latest"),
            ("wanted", "targets-column-value"),
            ("needed_percent", "needed-growth"),
            ("record_percent", "needed-record"),
            ("record_year", "needed-record-year"),
            ("trend_percent", "needed-trend"),
        ];
        let mut table = headed(&columns, lang);
        let trend = match trend_baseline(study) {
            Some(baseline) => Some(prepare(study, &baseline.id, lang)?.baseline),
            None => None,
        };
        let mut told = Vec::new();
        for need in needs(study, trend.as_ref().map(|baseline| &baseline.projection)) {
            match need {
                Ok(need) => table.rows.push(self.need_row(&need)),
                Err(error) => {
                    let why = explain_catch_up(&error, Some(study), lang);
                    told.push(format!("{} {}", why.sentence, why.hint));
                }
            }
        }
        replied(
            &table,
            &format!("{}\n", label(lang, "needed-title")),
            &format!("{}\n", told.join("\n")),
            self.arguments,
        )
    }

    fn need_row(&self, need: &Need) -> Vec<Cell> {
        let (study, lang) = (self.study, self.lang());
        let (stated, unit) = (need.stated(study), need.unit(study));
        let line = if need.line.is_empty() { "total" } else { &need.line };
        let (id, name) = match need.subject {
            Subject::Outside => {
                ("outside".to_owned(), filled(lang, "targets-outside", &[("line", &line_short(line, study, lang))]))
            }
            Subject::Grown { .. } => {
                let name = stated.map_or_else(String::new, |figure| grown_level_name(figure, study, lang));
                ("grown".to_owned(), name)
            }
            Subject::ImpliedTotal | Subject::ImpliedProductivity | Subject::Stated { .. } => {
                (quantity_id(need.quantity), capitalised(&quantity_name(need.quantity, lang)))
            }
        };
        let level = |value: f64| {
            Cell::number(Some(value * need.quantity.unit().factor() / unit.factor()), shown_decimals(unit))
        };
        let percent = |growth: Option<f64>| Cell::number(growth.map(|growth| 100.0 * growth), 1);
        let best = need.best();
        // Implied levels follow from stated ones.
        let vintage =
            stated.map_or_else(|| label(lang, "source-derived"), |figure| vintage_name(&figure.vintage, lang));
        vec![
            self.named(id, name),
            self.named(line.to_owned(), line_short(line, study, lang)),
            self.named(stated.map_or_else(String::new, |figure| figure.vintage.clone()), vintage),
            Cell::Year(need.from.0),
            Cell::Year(need.to.0),
            Cell::text(unit_name(unit, lang)),
            level(need.from.1),
            level(need.to.1),
            percent(Some(need.growth)),
            percent(best.map(|(_, growth)| growth)),
            best.map_or(Cell::Missing, |(year, _)| Cell::Year(year)),
            percent(need.trend),
        ]
    }

    fn levers(&self) -> Result<Reply, Failure> {
        let (study, lang) = (self.study, self.lang());
        let columns = [
            ("scenario", "cli-column-scenario"),
            ("closure", "cli-column-closure"),
            ("figure", "cli-column-variable"),
            ("year", "cli-column-year"),
            ("lever", "cli-column-lever"),
            ("low", "cli-column-low"),
            ("high", "cli-column-high"),
            ("lever_unit", "cli-column-unit"),
            ("at_low", "why-column-at-low"),
            ("at_high", "why-column-at-high"),
            ("unit", "cli-column-unit"),
            ("switching_value", "why-column-switching"),
        ];
        let mut table = headed(&columns, lang);
        let (mut title, mut told) = (String::new(), Vec::new());
        for closure in closures(self.args.closure, study) {
            for metric in figures(&self.args.figure, study, lang)? {
                let case = self.case.in_closure(study, closure);
                let found = tornado(case, metric).map_err(|error| unanswered(&error, study, lang))?;
                let text = FigureText::new(study, metric, lang);
                let arguments = [("figure", text.name()), ("unit", text.unit())];
                let unit =
                    filled(lang, "why-levers-unit", &arguments.each_ref().map(|(name, value)| (*name, value.as_str())));
                title = format!("{}: {unit}\n", label(lang, "why-levers-title"));
                told.extend(explain_tornado(&found, study, lang));
                self.push_swings(&mut table, case, &found, &mut told)?;
            }
        }
        replied(&table, &title, &format!("{}\n", told.join("\n")), self.arguments)
    }

    /// Rows of a tornado, each with the value of the lever at which the plan's target is just met.
    fn push_swings(
        &self,
        table: &mut Table,
        case: Case<'_>,
        found: &Tornado,
        told: &mut Vec<String>,
    ) -> Result<(), Failure> {
        let (study, lang, metric) = (self.study, self.lang(), found.metric);
        let text = FigureText::new(study, metric, lang);
        let line = line_id(study, metric.line);
        let wanted = target(study, metric.variable, line, metric.year);
        let goal = wanted.map(|target| Goal { metric, value: target.value });
        // Switches and whole years have no switching value; the table leaves the cell empty.
        let keys = found.swings.iter().map(|swing| &swing.key);
        let values = match goal {
            Some(goal) => switching_values(case, keys, goal).map_err(|error| unanswered(&error, study, lang))?,
            None => vec![None; found.swings.len()],
        };
        for (rank, (swing, switching)) in found.swings.iter().zip(values).enumerate() {
            let spec = swing.key.lever.spec();
            let value = match switching {
                Some(Switching::At(value)) => Some(spec.to_shown(value)),
                Some(Switching::Nowhere { .. } | Switching::Unanswered) | None => None,
            };
            if let (Some(found), Some(goal), true) = (switching, goal, rank < 3) {
                told.push(explain_switching(&swing.key, found, (metric, goal.value), study, lang));
            }
            let ends = |low: f64, high: f64, decimals| [low, high].map(|end| Cell::number(Some(end), decimals));
            let Swing { key, low, high, at_low, at_high, .. } = swing;
            let mut row = vec![
                self.case(),
                self.closure(case.closure),
                self.named(format!("{}/{line}", metric.variable.id()), text.name()),
                Cell::Year(metric.year),
                self.named(key.to_string(), lever_name(key, study, lang)),
            ];
            row.extend(ends(spec.to_shown(*low), spec.to_shown(*high), spec.decimals));
            row.push(Cell::text(lever_unit(spec, lang)));
            row.extend(ends(shown(metric, *at_low), shown(metric, *at_high), text.decimals()));
            row.extend([Cell::text(text.unit()), Cell::number(value, lever_decimals(spec))]);
            table.rows.push(row);
        }
        Ok(())
    }
}
