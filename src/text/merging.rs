//! Territories that merge: what a sum consists of, what came out, and why it failed; in words.

use super::explain::{Explanation, explain};
use super::importing::explain_new_study_problem;
use super::names::{capitalise, figure_name, quantity_name, vintage_name};
use super::number::Numbers;
use super::units::{unit_name, with_unit};
use super::why::join_words;
use super::words::{count_text, filled};
use crate::importing::{MergeGap, MergeGapReason, MergeProblem, Merged, SummedPart};
use crate::lang::{Lang, Localized};
use crate::quantity::Year;
use crate::scenario::study::Study;

/// What a sum consists of, as the note of its figure in both languages.
pub fn sum_note(parts: &[SummedPart]) -> Localized {
    let [vi, en] = [Lang::VI, Lang::EN].map(|lang| {
        let parts: Vec<String> = parts.iter().map(|part| summed_part(part, lang)).collect();
        filled(lang, "merge-sum-note", &[("parts", &parts.join(" + "))])
    });
    Localized::new(vi, en)
}

fn summed_part(part: &SummedPart, lang: Lang) -> String {
    let figure = &part.figure;
    let value = with_unit(&Numbers::new(lang).write_trimmed(figure.value, 6), &unit_name(figure.unit, lang));
    let place = figure.cell.as_deref().map(|cell| {
        let cells = cell.cells.join(", ");
        if cell.sheet.is_empty() { cells } else { format!("{}!{cells}", cell.sheet) }
    });
    let vintage = vintage_name(&figure.vintage, lang);
    let from = [Some(part.source.in_lang(lang).to_owned()), Some(vintage), place].into_iter().flatten();
    let from = from.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let territory = part.territory.in_lang(lang);
    filled(lang, "merge-sum-part", &[("territory", territory), ("value", &value), ("from", &from)])
}

/// Years in order as periods: `2010–2014, 2016`.
pub fn write_years(years: &[Year], lang: Lang) -> String {
    let numbers = Numbers::new(lang);
    let mut runs: Vec<(Year, Year)> = Vec::new();
    for &year in years {
        match runs.last_mut() {
            Some((_, last)) if year == *last => {}
            Some((_, last)) if year == *last + 1 => *last = year,
            Some(_) | None => runs.push((year, year)),
        }
    }
    let written = |(first, last): &(Year, Year)| {
        let [from, to] = [first, last].map(|year| numbers.year(*year));
        if first == last { from } else { format!("{from}–{to}") }
    };
    runs.iter().map(written).collect::<Vec<_>>().join(", ")
}

/// What came out of a merger: how many figures, from which baseline it starts, each gap, and what does not add up.
pub fn explain_merged(merged: &Merged, lang: Lang) -> Vec<String> {
    let study = &merged.study;
    let parts: Vec<String> = merged.parts.iter().map(|name| name.in_lang(lang).to_owned()).collect();
    let count = Numbers::new(lang).decimal(study.observations.len() as f64, 0);
    let name = study.name.in_lang(lang);
    let mut told =
        vec![filled(lang, "merge-about", &[("name", name), ("count", &count), ("parts", &join_words(&parts, lang))])];
    told.extend(study.baselines.first().map(|baseline| {
        let [base, end, prices] =
            [baseline.base_year, study.horizon, study.price_base_year].map(|year| Numbers::new(lang).year(year));
        let values = [("name", baseline.name.in_lang(lang)), ("base", &*base), ("end", &*end), ("prices", &*prices)];
        filled(lang, "merge-baseline", &values)
    }));
    told.push(count_text(lang, "merge-gaps", merged.gaps.len()));
    told.extend(merged.gaps.iter().map(|gap| tell_gap(gap, Some(study), lang)));
    if !merged.not_summed.is_empty() {
        let names = merged.not_summed.iter().map(|(quantity, count)| {
            let count = Numbers::new(lang).decimal(*count as f64, 0);
            filled(lang, "reprice-kept-count", &[("name", &quantity_name(*quantity, lang)), ("count", &count)])
        });
        told.push(filled(lang, "merge-not-summed", &[("names", &names.collect::<Vec<_>>().join("; "))]));
    }
    told.push(filled(lang, "merge-left-behind", &[]));
    told
}

/// A figure that the sum lacks, and because of whom.
fn tell_gap(gap: &MergeGap, study: Option<&Study>, lang: Lang) -> String {
    let name = capitalise(&figure_name(gap.quantity, &gap.line, study, lang));
    let years = write_years(&gap.years, lang);
    let why = gap_because(gap, lang);
    filled(lang, "merge-gap", &[("name", &name), ("years", &years), ("why", &why)])
}

/// Why the sum lacks a figure: which part lacks it, or has it on another basis.
pub fn gap_because(gap: &MergeGap, lang: Lang) -> String {
    let parts: Vec<String> = gap.parts.iter().map(|name| name.in_lang(lang).to_owned()).collect();
    let key = match gap.reason {
        MergeGapReason::Lacks => "merge-gap-lacks",
        MergeGapReason::OtherVintage => "merge-gap-vintage",
        MergeGapReason::OtherPrices => "merge-gap-prices",
    };
    filled(lang, key, &[("parts", &join_words(&parts, lang))])
}

/// The word for the reason of a gap in files.
pub const fn gap_reason_id(reason: MergeGapReason) -> &'static str {
    match reason {
        MergeGapReason::Lacks => "lacks",
        MergeGapReason::OtherVintage => "other_vintage",
        MergeGapReason::OtherPrices => "other_prices",
    }
}

/// Gaps that are told in a refusal.
const GAPS_TOLD: usize = 6;

/// Why parts cannot be merged; lines are named as a study names them.
pub fn explain_merge_problem(problem: &MergeProblem, study: Option<&Study>, lang: Lang) -> Explanation {
    let name = |name: &Localized| name.in_lang(lang).to_owned();
    let list = |names: &[Localized]| {
        if names.is_empty() {
            return Numbers::new(lang).missing().to_owned();
        }
        names.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    match problem {
        MergeProblem::TooFew => explain(lang, "error-merge-too-few", &[]),
        MergeProblem::SameTerritory { name: twice } => {
            explain(lang, "error-merge-same-territory", &[("name", name(twice).into())])
        }
        MergeProblem::OtherPrices { names, years } => {
            let [first, second] = &**names;
            let [one, other] = years.map(|year| Numbers::new(lang).year(year));
            let arguments = [
                ("first", name(first).into()),
                ("second", name(second).into()),
                ("one", one.into()),
                ("other", other.into()),
            ];
            explain(lang, "error-merge-other-prices", &arguments)
        }
        MergeProblem::OtherMoney { names } => {
            let [first, second] = &**names;
            let arguments = [("first", name(first).into()), ("second", name(second).into())];
            explain(lang, "error-merge-other-money", &arguments)
        }
        MergeProblem::OtherSectors { names, first: only_first, second: only_second } => {
            let [first, second] = &**names;
            let arguments = [
                ("first", name(first).into()),
                ("second", name(second).into()),
                ("one", list(only_first).into()),
                ("other", list(only_second).into()),
            ];
            explain(lang, "error-merge-other-sectors", &arguments)
        }
        MergeProblem::NothingInCommon { gaps } => {
            let told: Vec<String> = gaps.iter().take(GAPS_TOLD).map(|gap| tell_gap(gap, study, lang)).collect();
            explain(lang, "error-merge-nothing", &[("gaps", told.join(" ").into())])
        }
        MergeProblem::Study(problem) => explain_new_study_problem(problem, lang),
    }
}
