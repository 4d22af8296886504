//! What constant prices of another year did to the figures of a study, in words.

use super::names::{capitalise, figure_name, line_name, vintage_name};
use super::number::Numbers;
use super::units::{unit_name, with_unit};
use super::words::{count_text, filled};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::figure::Figure;
use crate::scenario::study::Study;
use crate::scenario::{ListedFigure, Repricing};

/// Decimals of price levels.
const LEVEL: usize = 3;
/// Decimals of per cent: between a sum and its linked total, and of growth.
const OF_PERCENT: usize = 2;

/// The title over the answer.
pub fn title_repricing(found: &Repricing, lang: Lang) -> String {
    let [from, to] = both_years(found, lang);
    filled(lang, "reprice-title", &[("from", &from), ("to", &to)])
}

/// What other constant prices mean, which price levels link them, how far sums lie from linked totals, and what stays as
/// it is; a sentence each.
///
/// `growth` is average growth of GRDP until the last year, before and after.
pub fn explain_repricing(found: &Repricing, growth: [f64; 2], study: &Study, lang: Lang) -> Vec<String> {
    let numbers = Numbers::new(lang);
    let [from, to] = both_years(found, lang);
    let mut told = vec![filled(lang, "reprice-about", &[("from", &from), ("to", &to)])];
    let links = found.links.iter().map(|link| {
        let name = line_name(&link.line, Some(study), lang);
        filled(lang, "reprice-link", &[("line", &name), ("level", &numbers.decimal(link.factor, LEVEL))])
    });
    let links = links.collect::<Vec<_>>().join("; ");
    told.push(filled(lang, "reprice-links", &[("from", &from), ("to", &to), ("links", &links)]));
    if !found.sums.is_empty() {
        let of_year = |sum: &crate::scenario::SumOfYear| {
            let gap = numbers.signed_percent(sum.gap(), OF_PERCENT);
            filled(lang, "reprice-sum", &[("year", &numbers.year(sum.year)), ("gap", &gap)])
        };
        let gaps = found.sums.iter().map(of_year).collect::<Vec<_>>().join("; ");
        told.push(filled(lang, "reprice-sums", &[("from", &from), ("to", &to), ("gaps", &gaps)]));
    }
    let [before, after] = growth.map(|growth| numbers.percent(growth, OF_PERCENT));
    let end = numbers.year(study.horizon);
    told.push(if before == after {
        filled(lang, "reprice-growth-same", &[("end", &end), ("after", &after)])
    } else {
        filled(lang, "reprice-growth", &[("end", &end), ("before", &before), ("after", &after)])
    });
    told.push(count_text(lang, "reprice-changed", found.changed.len()));
    let kept = group_kept(&found.kept, study, lang);
    if !kept.is_empty() {
        told.push(filled(lang, "reprice-kept", &[("from", &from), ("names", &kept.join("; "))]));
    }
    told
}

/// A sentence for each figure that is not re-expressed.
pub fn tell_figures_left(found: &Repricing, study: &Study, lang: Lang) -> Vec<String> {
    let told = |one: &ListedFigure| {
        filled(lang, "reprice-left", &[("figure", &capitalise(&listed_figure(one, Some(study), lang)))])
    };
    found.left.iter().map(told).collect()
}

fn both_years(found: &Repricing, lang: Lang) -> [String; 2] {
    [found.from, found.to].map(|year| Numbers::new(lang).year(year))
}

/// A figure by what it is, its year, vintage and value.
pub fn listed_figure(listed: &ListedFigure, study: Option<&Study>, lang: Lang) -> String {
    let figure = &listed.figure;
    let numbers = Numbers::new(lang);
    let name = figure_name(figure.quantity, &figure.line, study, lang);
    let years = [figure.since, figure.year].into_iter().flatten().map(|year: Year| numbers.year(year));
    let years = years.collect::<Vec<_>>().join("–");
    let vintage = Some(&figure.vintage).filter(|id| !id.is_empty()).map(|id| vintage_name(id, lang));
    let value = with_unit(&numbers.write_trimmed(figure.value, 6), &unit_name(figure.unit, lang));
    let parts = [Some(name), Some(years), vintage, Some(value)].into_iter().flatten();
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Figures that stay, those of one quantity and line together.
fn group_kept(kept: &[ListedFigure], study: &Study, lang: Lang) -> Vec<String> {
    let mut names: Vec<(String, usize)> = Vec::new();
    for one in kept {
        let name = figure_name(one.figure.quantity, &one.figure.line, Some(study), lang);
        match names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => names.push((name, 1)),
        }
    }
    let numbers = Numbers::new(lang);
    let counted = |(name, count): &(String, usize)| {
        filled(lang, "reprice-kept-count", &[("name", name), ("count", &numbers.decimal(*count as f64, 0))])
    };
    names.iter().map(counted).collect()
}

/// What a figure was at the constant prices from which it was re-expressed; `None` for a figure that never was.
pub fn tell_former(figure: &Figure, lang: Lang) -> Option<String> {
    let former = figure.former.as_deref()?;
    let numbers = Numbers::new(lang);
    let value = with_unit(&numbers.write_trimmed(former.value, 6), &unit_name(figure.unit, lang));
    Some(filled(lang, "data-former-prices", &[("year", &numbers.year(former.base)), ("value", &value)]))
}
