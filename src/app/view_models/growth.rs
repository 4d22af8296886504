//! Where growth comes from: contributions by sector and factor, and productivity within and between sectors.

use super::context::Picture;
use crate::analysis::{
    Factor, FactorContribution, LineContribution, ShiftShareMethod, by_factor, by_line, shift_share,
};
use crate::engine::{Line, Projection, Variable};
use crate::text::words::{filled, label};
use crate::text::{Numbers, factor_name, growth_unit, shift_method_name};

/// A table of numbers with names.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Title of the section.
    pub title: String,
    /// Unit and period.
    pub unit_line: String,
    /// Heading of each column of numbers.
    pub heads: Vec<String>,
    /// Rows: name, and numbers in writing.
    pub rows: Vec<(String, Vec<String>)>,
    /// Whether the last row is the sum of the others.
    pub has_sum: bool,
    /// What it says, in a sentence.
    pub sentence: String,
}

/// The account of growth of the selected case over its horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct GrowthPage {
    /// By sector and factor.
    pub growth: Account,
    /// Productivity within sectors and between them.
    pub shift: Account,
    /// Names of the methods, in the order of [`ShiftShareMethod::ALL`].
    pub methods: Vec<String>,
    /// Position of the method in use.
    pub method: usize,
}

/// The account of growth; `None` where the case has no projection.
pub fn growth_page(picture: &Picture<'_>) -> Option<GrowthPage> {
    let projection = picture.projection(&picture.state.workspace.selected)?;
    let method = picture.state.workspace.questions.shift;
    Some(GrowthPage {
        growth: growth(picture, projection)?,
        shift: shift(picture, projection, method)?,
        methods: ShiftShareMethod::ALL.map(|method| shift_method_name(method, picture.lang)).to_vec(),
        method: ShiftShareMethod::ALL.iter().position(|one| *one == method).unwrap_or(0),
    })
}

fn write_points(picture: &Picture<'_>, value: f64) -> String {
    picture.numbers.decimal(value, 1)
}

fn growth(picture: &Picture<'_>, projection: &Projection) -> Option<Account> {
    let (study, lang) = (&picture.state.study, picture.lang);
    let horizon = projection.horizon();
    let (from, to) = (horizon.base(), horizon.end());
    let Some(terms) = by_factor(projection, from, to) else { return growth_by_line(picture, projection) };
    let sum = |keep: &dyn Fn(&FactorContribution) -> bool| -> f64 {
        terms.iter().filter(|term| keep(term)).map(|term| term.points).sum()
    };
    let total = sum(&|_| true);
    let factors = [Factor::Tfp, Factor::Capital, Factor::Labour, Factor::Skills, Factor::Utilisation];
    let sectors = (0..projection.inputs().sectors.len()).map(Line::Sector);
    let mut rows: Vec<(String, Vec<String>)> = sectors
        .chain(terms.iter().any(|term| term.line == Line::Taxes).then_some(Line::Taxes))
        .map(|line| {
            let of = |factor| sum(&|term| term.line == line && term.factor == factor);
            let mut cells: Vec<String> = if line == Line::Taxes {
                vec![String::new(); factors.len()]
            } else {
                factors.iter().map(|factor| write_points(picture, of(*factor))).collect()
            };
            cells.push(write_points(picture, sum(&|term| term.line == line)));
            (picture.line_short(projection.line_id(line)), cells)
        })
        .collect();
    let mut sums: Vec<String> =
        factors.iter().map(|factor| write_points(picture, sum(&|term| term.factor == *factor))).collect();
    sums.push(write_points(picture, total));
    let whole = label(lang, "why-growth-total");
    rows.push((whole.clone(), sums));
    // Without growth (a total <= 0) parts are not given in per cent.
    let share = if total > 0.0 {
        picture.numbers.percent(sum(&|term| term.factor == Factor::Tfp) / total, 1)
    } else {
        picture.numbers.missing().to_owned()
    };
    let [first, last] = [from, to].map(|year| picture.numbers.year(year));
    Some(Account {
        title: label(lang, "why-growth-title"),
        unit_line: growth_unit(study, (from, to), total, lang),
        heads: factors.iter().map(|factor| factor_name(*factor, lang)).chain([whole]).collect(),
        rows,
        has_sum: true,
        sentence: filled(lang, "why-growth-tfp-share", &[("share", &share), ("from", &first), ("to", &last)]),
    })
}

/// The account of growth by line alone, where nobody has figures of the factors.
fn growth_by_line(picture: &Picture<'_>, projection: &Projection) -> Option<Account> {
    let (study, lang) = (&picture.state.study, picture.lang);
    let horizon = projection.horizon();
    let (from, to) = (horizon.base(), horizon.end());
    let terms = by_line(projection, from, to)?;
    let total: f64 = terms.iter().map(|term| term.points).sum();
    let row = |term: &LineContribution| {
        (picture.line_short(projection.line_id(term.line)), vec![write_points(picture, term.points)])
    };
    let whole = label(lang, "why-growth-total");
    let sum = (whole.clone(), vec![write_points(picture, total)]);
    Some(Account {
        title: label(lang, "why-growth-title"),
        unit_line: growth_unit(study, (from, to), total, lang),
        heads: vec![whole],
        rows: terms.iter().map(row).chain([sum]).collect(),
        has_sum: true,
        sentence: picture.gap_reason(Variable::Tfp).unwrap_or_default(),
    })
}

fn shift(picture: &Picture<'_>, projection: &Projection, method: ShiftShareMethod) -> Option<Account> {
    let lang = picture.lang;
    let horizon = projection.horizon();
    let (from, to) = (horizon.base(), horizon.end());
    let [first, last] = [from, to].map(|year| picture.numbers.year(year));
    let unit = [("from", first.as_str()), ("to", &last)];
    let (title, unit_line) = (label(lang, "why-shift-title"), filled(lang, "why-shift-unit", &unit));
    let Some(found) = shift_share(projection, method, from, to) else {
        let needed = [Variable::Productivity, Variable::Deflator];
        let sentence = needed.into_iter().find_map(|variable| picture.gap_reason(variable))?;
        return Some(Account { title, unit_line, heads: Vec::new(), rows: Vec::new(), has_sum: false, sentence });
    };
    let percent = |value: f64| picture.numbers.decimal(100.0 * value, 1);
    let has_dynamic = matches!(method, ShiftShareMethod::Fabricant | ShiftShareMethod::Gead);
    let cells = |within: f64, between: f64, dynamic: f64| {
        let both = has_dynamic.then(|| percent(dynamic));
        [percent(within), percent(between)].into_iter().chain(both).collect::<Vec<_>>()
    };
    let mut rows: Vec<(String, Vec<String>)> = found
        .sectors
        .iter()
        .map(|one| {
            let name = picture.line_short(projection.line_id(Line::Sector(one.sector)));
            (name, cells(one.within, one.between, one.dynamic))
        })
        .collect();
    let (within, between, dynamic) = found.totals();
    rows.push((label(lang, "why-growth-total"), cells(within, between, dynamic)));
    let both = has_dynamic.then(|| label(lang, "shift-dynamic"));
    let signed = |value: f64| Numbers::new(lang).signed_percent(value, 1);
    let arguments = [
        ("growth", Numbers::new(lang).percent(found.growth, 1)),
        ("within", signed(within)),
        ("between", signed(between + dynamic)),
    ];
    Some(Account {
        title,
        unit_line,
        heads: [label(lang, "shift-within"), label(lang, "shift-between")].into_iter().chain(both).collect(),
        rows,
        has_sum: true,
        sentence: filled(
            lang,
            "why-shift-sentence",
            &arguments.each_ref().map(|(name, value)| (*name, value.as_str())),
        ),
    })
}
