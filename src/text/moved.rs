//! What moved between two states of a study, in words.

use super::catalog::message;
use super::names::{capitalise, figure_name, gap_name, line_name, quantity_id, quantity_name, vintage_name};
use super::number::Numbers;
use super::units::{unit_name, with_unit};
use super::why::FigureText;
use super::words::filled;
use crate::analysis::{ChangedFigure, LostResult, MovedMetric, StudyChange, StudyMoves};
use crate::engine::Gap;
use crate::lang::Lang;
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;

/// Changed figures that are listed one by one; more are counted.
const LISTED: usize = 12;

/// A change as an id in files: `revised/industry`, `new_years`, `assumed/inflation`.
pub fn change_id(change: &StudyChange) -> String {
    let with = |word: &str, of: &str| if of.is_empty() { word.to_owned() } else { format!("{word}/{of}") };
    match change {
        StudyChange::Revised { line } => with("revised", line),
        StudyChange::NewYears => "new_years".to_owned(),
        StudyChange::Vintage => "vintage".to_owned(),
        StudyChange::Assumed { quantity } => with("assumed", &quantity.map_or_else(String::new, quantity_id)),
        StudyChange::Targets => "targets".to_owned(),
        StudyChange::Settings => "settings".to_owned(),
    }
}

/// A change in words.
pub fn study_change_name(change: &StudyChange, study: &Study, lang: Lang) -> String {
    match change {
        StudyChange::Revised { line } if line.is_empty() => message(lang, "moved-revised-all"),
        StudyChange::Revised { line } => {
            filled(lang, "moved-revised", &[("line", &line_name(line, Some(study), lang))])
        }
        StudyChange::NewYears => message(lang, "moved-new-years"),
        StudyChange::Vintage => message(lang, "moved-vintage"),
        StudyChange::Assumed { quantity: None } => message(lang, "moved-assumed-all"),
        StudyChange::Assumed { quantity: Some(quantity) } => {
            filled(lang, "moved-assumed", &[("quantity", &quantity_name(*quantity, lang))])
        }
        StudyChange::Targets => message(lang, "moved-targets"),
        StudyChange::Settings => message(lang, "moved-settings"),
    }
}

/// The title over the answer: of which case, and from which to which last actual year.
pub fn title_moved(moved: &StudyMoves, study: &Study, case: &str, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let name = study.case_name(case).map_or(case, |name| name.in_lang(lang));
    if moved.base.0 == moved.base.1 {
        return filled(lang, "moved-title-same-base", &[("name", name)]);
    }
    let [from, to] = [moved.base.0, moved.base.1].map(|year| numbers.year(year));
    filled(lang, "moved-title", &[("name", name), ("from", &from), ("to", &to)])
}

/// A sentence a figure that is compared, results that are no longer or newly known, then the observed figures that changed.
pub fn explain_moved(moved: &StudyMoves, study: &Study, lang: Lang) -> Vec<String> {
    let prices = moved.other_prices.map(|from| {
        let [from, to] = [from, study.price_base_year].map(|year| Numbers::new(lang).year(year));
        filled(lang, "moved-other-prices", &[("from", &from), ("to", &to)])
    });
    let mut told: Vec<String> = prices.into_iter().collect();
    if moved.changes.is_empty() {
        told.push(message(lang, "moved-nothing"));
        return told;
    }
    told.extend(moved.metrics.iter().map(|one| tell_metric(one, moved, study, lang)));
    told.extend(tell_lost(&moved.lost, study, lang));
    if !moved.gained.is_empty() {
        told.push(filled(lang, "moved-gained", &[("names", &list_results(&moved.gained, study, lang))]));
    }
    told.extend(moved.borrowed.as_deref().map(|figure| tell_borrowed(figure, lang)));
    let listed = moved.figures.iter().take(LISTED).map(|changed| tell_figure(changed, study, lang));
    told.extend(listed);
    let rest = moved.figures.len().saturating_sub(LISTED);
    if rest > 0 {
        told.push(filled(lang, "moved-more-figures", &[("count", &Numbers::new(lang).decimal(rest as f64, 0))]));
    }
    told
}

/// A sentence for each reason why results are gaps now, with what they were.
fn tell_lost(lost: &[LostResult], study: &Study, lang: Lang) -> Vec<String> {
    let mut reasons: Vec<Option<Gap>> = lost.iter().map(|one| one.gap).collect();
    reasons.sort();
    reasons.dedup();
    let of_reason = |reason: &Option<Gap>| {
        let of_gap: Vec<LostResult> = lost.iter().filter(|one| one.gap == *reason).cloned().collect();
        let names = list_results(&of_gap, study, lang);
        match reason {
            Some(gap) => filled(lang, "moved-lost", &[("names", &names), ("reason", &gap_name(*gap, lang))]),
            None => filled(lang, "moved-lost-unexplained", &[("names", &names)]),
        }
    };
    reasons.iter().map(of_reason).collect()
}

/// Results with their values, by name.
fn list_results(results: &[LostResult], study: &Study, lang: Lang) -> String {
    let named = |result: &LostResult| {
        let text = FigureText::new(study, result.metric, lang);
        let value = with_unit(&text.value(result.value), &text.unit());
        filled(lang, "moved-result", &[("name", &text.name()), ("value", &value)])
    };
    results.iter().map(named).collect::<Vec<_>>().join("; ")
}

/// That a figure of the base year stands in another vintage than the rest.
pub fn tell_borrowed(figure: &Figure, lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let name = capitalise(&figure_name(figure.quantity, &figure.line, None, lang));
    let value = with_unit(&numbers.write_trimmed(figure.value, 3), &unit_name(figure.unit, lang));
    let year = figure.year.map_or_else(String::new, |year| numbers.year(year));
    let vintage = vintage_name(&figure.vintage, lang);
    filled(lang, "moved-borrowed", &[("name", &name), ("year", &year), ("value", &value), ("vintage", &vintage)])
}

fn tell_metric(one: &MovedMetric, moved: &StudyMoves, study: &Study, lang: Lang) -> String {
    let text = FigureText::new(study, one.metric, lang);
    let mut parts: Vec<(&StudyChange, f64)> = moved.changes.iter().zip(one.parts.iter().copied()).collect();
    parts.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let words = |(change, part): &(&StudyChange, f64)| {
        format!("{} {}", study_change_name(change, study, lang), text.write_signed(*part))
    };
    let parts: Vec<String> = parts.iter().map(words).collect();
    filled(
        lang,
        "moved-headline",
        &[
            ("figure", &text.name()),
            ("from", &text.value(one.from)),
            ("to", &with_unit(&text.value(one.to), &text.unit())),
            ("difference", &text.write_signed(one.to - one.from)),
            ("parts", &parts.join("; ")),
        ],
    )
}

fn tell_figure(changed: &ChangedFigure, study: &Study, lang: Lang) -> String {
    let (figure, numbers) = (&changed.figure, Numbers::new(lang));
    let written = |value: f64| with_unit(&numbers.write_trimmed(value, 6), &unit_name(figure.unit, lang));
    let name = figure_name(figure.quantity, &figure.line, Some(study), lang);
    let year = figure.year.map_or_else(String::new, |year| numbers.year(year));
    let arguments = |from: &str, to: &str| {
        let key = match (changed.before, changed.is_gone) {
            (_, true) => "moved-figure-gone",
            (None, false) => "moved-figure-new",
            (Some(_), false) => "moved-figure-revised",
        };
        filled(lang, key, &[("name", &name), ("year", &year), ("from", from), ("to", to)])
    };
    arguments(&changed.before.map_or_else(String::new, written), &written(figure.value))
}
