//! Where projections land against the targets of their study: the one list that screen, report, workbook and window read.

use super::named::Namer;
use crate::analysis::{Metric, Period, Target, average_growth, gap, missing_start, target_variable};
use crate::engine::{Projection, Variable};
use crate::export::{Cell, Column, Head, Table};
use crate::lang::Lang;
use crate::quantity::{Unit, Year};
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;
use crate::text::words::{label, period};
use crate::text::{
    Numbers, capitalise, case_name, figure_name, move_to_unit, quantity_id, quantity_name, shown_decimals,
    start_unknown, unit_at_prices, with_aim,
};

/// Decimals to which documents state targets.
const STATED_DECIMALS: usize = 3;

/// A target and what projections have in its place, all in the model's unit of the quantity.
#[derive(Debug, Clone, PartialEq)]
pub struct Landing<'a> {
    /// The target.
    pub target: &'a Figure,
    /// Lower end of the target, or the target.
    pub wanted: f64,
    /// Upper end, where the target is a range.
    pub wanted_upper: Option<f64>,
    /// What each projection has; `None` where it does not have the quantity or the year.
    pub projected: Vec<Option<f64>>,
    /// The year before the period of a target of growth, where a projection has the period but nothing states the level
    /// from which it starts.
    pub unknown_start: Option<Year>,
}

impl Landing<'_> {
    /// What a projection has, by its position.
    pub fn value(&self, position: usize) -> Option<f64> {
        self.projected.get(position).copied().flatten()
    }

    /// Projected less wanted; zero inside a range.
    pub fn gap(&self, position: usize) -> Option<f64> {
        let target = Target {
            value: self.wanted,
            upper: self.wanted_upper,
            since: self.target.since,
            year: self.target.year?,
            implied: false,
        };
        self.value(position).map(|value| gap(value, &target))
    }

    /// Whether any projection has something in its place, or would have it if the start of its period were known.
    ///
    /// Targets of years outside every projection are left out.
    pub fn is_shown(&self) -> bool {
        self.projected.iter().any(Option::is_some) || self.unknown_start.is_some()
    }

    /// The variable that stands for the target.
    pub fn variable(&self) -> Option<Variable> {
        target_variable(self.target).map(|(variable, _)| variable)
    }

    /// The unit in which people read the target: that in which they type its quantity.
    pub fn shown_unit(&self) -> Unit {
        self.target.quantity.typed_unit()
    }

    /// Whether people read it in per cent.
    pub fn is_percentage(&self) -> bool {
        self.shown_unit().is_percent()
    }

    /// A value of it in the shown unit.
    pub fn to_shown(&self, value: f64) -> f64 {
        move_to_unit(value, self.target.quantity.unit(), self.shown_unit())
    }

    /// The shown unit in words, with prices.
    pub fn unit_text(&self, study: &Study, lang: Lang) -> String {
        unit_at_prices(self.shown_unit(), self.target.price_basis, study.price_base_year, lang)
    }

    /// What is wanted of what: `giá trị tăng thêm của Công nghiệp`.
    pub fn name(&self, study: &Study, lang: Lang) -> String {
        figure_name(self.target.quantity, &self.target.line, Some(study), lang)
    }

    /// The target, or both ends of a range, in the shown unit as its document states it.
    pub fn wanted_text(&self, lang: Lang) -> String {
        let written = |value: f64| Numbers::new(lang).write_trimmed(self.to_shown(value), STATED_DECIMALS);
        match self.wanted_upper {
            Some(upper) => format!("{}–{}", written(self.wanted), written(upper)),
            None => written(self.wanted),
        }
    }

    /// The target as written in the shown unit, with the side from which it is met.
    pub fn with_aim(&self, written: &str, lang: Lang) -> String {
        with_aim(written, self.target, self.shown_unit(), lang)
    }

    /// Why projections lack a value against the target, if the start of its period is unknown.
    pub fn reason(&self, study: &Study, lang: Lang) -> Option<String> {
        let start = self.unknown_start.filter(|_| self.projected.iter().all(Option::is_none))?;
        Some(start_unknown(&self.name(study, lang), &self.years(lang), start, lang))
    }

    /// The year, or both ends of the period over which growth is averaged.
    pub fn years(&self, lang: Lang) -> String {
        match (self.target.since, self.target.year) {
            (Some(since), Some(until)) => period(since, until),
            (None, Some(until)) => Numbers::new(lang).year(until),
            (Some(_) | None, None) => String::new(),
        }
    }
}

/// Every target of the study that speaks about a quantity of projections, with what each of them has in its place.
pub fn landings<'a>(study: &'a Study, projections: &[Option<&Projection>]) -> Vec<Landing<'a>> {
    study
        .targets
        .iter()
        .filter(|target| target.year.is_some() && target.territory == study.territory)
        .filter(|target| Metric::of_target(study, target).is_some())
        .map(|target| Landing {
            target,
            wanted: target.model_value(),
            wanted_upper: target.model_upper(),
            projected: projections.iter().map(|run| find_projected(study, target, (*run)?)).collect(),
            unknown_start: projections.iter().flatten().find_map(|run| unknown_start(study, target, run)),
        })
        .collect()
}

fn unknown_start(study: &Study, target: &Figure, projection: &Projection) -> Option<Year> {
    let (metric, _) = Metric::of_target(study, target)?;
    missing_start(study, projection, metric.line, Period { since: metric.since?, until: metric.year })
}

fn find_projected(study: &Study, target: &Figure, projection: &Projection) -> Option<f64> {
    let (metric, scale) = Metric::of_target(study, target)?;
    let value = match metric.since {
        // A target of growth is set against its own period, of which the first years may be past.
        Some(since) => average_growth(study, projection, metric.line, Period { since, until: metric.year }),
        None => metric.value(projection),
    };
    value.map(|value| value / scale)
}

/// What is said of a target whatever a projection has in its place.
const HEADS: [Head; 11] = [
    Head::new("figure").with_heading("workbook-target"),
    Head::new("target"),
    Head::new("sector"),
    Head::new("year"),
    Head::new("unit"),
    Head::new("aim"),
    Head::new("wanted").with_heading("column-target"),
    Head::new("wanted_to"),
    Head::new("goal").with_heading("column-target"),
    Head::new("vintage"),
    Head::new("source").with_heading("source-document"),
];

/// What a projection has in its place, and how far it is from it.
const LANDED: [Head; 2] = [Head::new("projected"), Head::new("gap")];

/// What a person is shown on the command line.
const PAGE: [&str; 9] = ["target", "sector", "year", "unit", "aim", "wanted", "projected", "gap", "vintage"];

/// The table of targets, a row for each landing, of which command line, report, workbook and window choose columns.
///
/// A target is written with the digits that its document states, `wanted` with both ends of a range and `goal` with the side from which it is met too; what a projection has is written with the decimals of the shown unit.
/// `cases` are the ids of the projections of the landings, each with columns of its own ([`case_column`]); none stands for a single projection, whose columns are `projected` and `gap`.
pub fn landings_table(study: &Study, landings: &[Landing<'_>], cases: &[&str], lang: Lang) -> Table {
    let heads = HEADS.map(|head| head.to_column(lang)).into_iter();
    let mut table = Table::new(heads.chain(case_columns(study, cases, lang)));
    table.rows = landings.iter().map(|landing| row(landing, Namer { study, lang })).collect();
    table
}

/// The id of a column of one case, where a table has several.
pub fn case_column(id: &str, case: &str) -> String {
    format!("{id}_{case}")
}

fn case_columns(study: &Study, cases: &[&str], lang: Lang) -> Vec<Column> {
    let plain = LANDED.map(|head| head.to_column(lang));
    let named = |case: &&str| {
        let name = case_name(case, Some(study), lang);
        plain.each_ref().map(|own| Column::new(case_column(&own.id, case), format!("{name}: {}", own.heading)))
    };
    if cases.is_empty() { plain.to_vec() } else { cases.iter().flat_map(named).collect() }
}

/// Targets of the wanted years and how far a projection stands from each; an empty list wants all years.
///
/// Beside the table stands why a target has no projected value, a sentence each.
pub fn targets_table(study: &Study, projection: &Projection, years: &[Year], lang: Lang) -> (Table, Vec<String>) {
    let mut landings = landings(study, &[Some(projection)]);
    landings.retain(|landing| {
        landing.is_shown() && landing.target.year.is_none_or(|year| years.is_empty() || years.contains(&year))
    });
    let table = landings_table(study, &landings, &[], lang).select(&PAGE);
    (table, explain_missing(&landings, study, lang))
}

/// Why the targets of a case cannot be judged, as [`explain_missing`] says it.
pub fn explain_unjudged(study: &Study, projection: &Projection, lang: Lang) -> Vec<String> {
    explain_missing(&landings(study, &[Some(projection)]), study, lang)
}

/// Why targets have no projected value, each sentence once: plans of several vintages state growth of the same period.
pub fn explain_missing(landings: &[Landing<'_>], study: &Study, lang: Lang) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let is_partial = |landing: &Landing<'_>| {
        let known = landing.projected.iter().filter(|value| value.is_some()).count();
        known > 0 && known < landing.projected.len()
    };
    if landings.iter().any(is_partial) {
        told.push(label(lang, "targets-some-missing"));
    }
    for reason in landings.iter().filter_map(|landing| landing.reason(study, lang)) {
        if !told.contains(&reason) {
            told.push(reason);
        }
    }
    told
}

fn row(landing: &Landing<'_>, namer: Namer<'_>) -> Vec<Cell> {
    let Namer { study, lang } = namer;
    let target = landing.target;
    let source = study.source(&target.source).map_or(target.source.as_str(), |source| source.title.in_lang(lang));
    let stated = |value: f64| {
        let shown = landing.to_shown(value);
        Cell::number(Some(shown), Numbers::new(lang).count_decimals(shown, STATED_DECIMALS))
    };
    let wanted = landing.wanted_text(lang);
    let landed = (0..landing.projected.len()).flat_map(|at| {
        let decimals = shown_decimals(landing.shown_unit());
        [landing.value(at), landing.gap(at)]
            .map(|value| Cell::number(value.map(|value| landing.to_shown(value)), decimals))
    });
    let fixed = [
        Cell::text(capitalise(&landing.name(study, lang))),
        Cell::with_name(quantity_id(target.quantity), capitalise(&quantity_name(target.quantity, lang))),
        namer.line(&target.line),
        Cell::text(landing.years(lang)),
        Cell::text(landing.unit_text(study, lang)),
        Cell::with_name(target.aim().id(), landing.with_aim("", lang)),
        landing.wanted_upper.map_or_else(|| stated(landing.wanted), |_| Cell::text(&wanted)),
        landing.wanted_upper.map_or(Cell::Missing, stated),
        Cell::text(landing.with_aim(&wanted, lang)),
        namer.vintage(&target.vintage),
        Cell::with_name(&target.source, source),
    ];
    fixed.into_iter().chain(landed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::built_in;
    use crate::scenario::PreparedCase;
    use crate::scenario::figure::Quantity;

    #[test]
    fn a_path_through_targets_lands_on_them() {
        let study = built_in().unwrap();
        let case = PreparedCase::new(&study, "plan").unwrap();
        let projection = case.in_closure(&study, study.closure).simulate().unwrap();
        let landings = landings(&study, &[Some(&projection)]);
        let industry: Vec<_> = landings
            .iter()
            .filter(|landing| landing.target.line == "industry" && landing.target.vintage == "draft-plan")
            .filter(|landing| matches!(landing.target.quantity, Quantity::Output | Quantity::Employment))
            .collect();
        assert!(industry.len() >= 4);
        for landing in industry {
            assert!(landing.gap(0).unwrap().abs() < 1e-9, "{landing:?}");
        }
    }

    #[test]
    fn one_table_writes_targets_as_stated_and_landings_in_shown_decimals() {
        let study = built_in().unwrap();
        let run = PreparedCase::new(&study, "plan").unwrap().in_closure(&study, study.closure).simulate().unwrap();
        let landings = landings(&study, &[Some(&run), Some(&run)]);
        let table = landings_table(&study, &landings, &["plan", "twin"], Lang::EN);
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
        let ids =
            ["wanted".to_owned(), "goal".to_owned(), case_column("projected", "twin"), case_column("gap", "twin")];
        let chosen = table.select(&ids);
        let write = |row: &Vec<Cell>| row.iter().map(|cell| cell.write(Numbers::new(Lang::EN))).collect::<Vec<_>>();
        let rows: Vec<Vec<String>> = chosen.rows.iter().map(write).collect();
        let of = |goal: &str| rows.iter().find(|row| row[1] == goal).unwrap();
        assert_eq!(*of("≥ 190.374"), ["190.374", "≥ 190.374", "190.4", "0.0"]);
        assert_eq!(of("≥ 8–9")[0], "8–9");
    }

    #[test]
    fn nothing_is_missing_inside_a_range() {
        let study = built_in().unwrap();
        let target = &study.targets[0];
        let gap = |projected| {
            let projected = vec![Some(projected)];
            Landing { target, wanted: 8.0, wanted_upper: Some(9.0), projected, unknown_start: None }.gap(0)
        };
        for (projected, expected) in [(7.5, -0.5), (8.5, 0.0), (9.5, 0.5)] {
            assert_eq!(gap(projected).map(f64::to_bits).map(f64::from_bits), Some(expected));
        }
    }
}
