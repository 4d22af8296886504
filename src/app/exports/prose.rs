//! Sentences of the report with their numbers: what a scenario leads to, and how it stands against the reference.

use super::Scene;
use crate::analysis::{average_growth, headline_period};
use crate::engine::{Line, Projection, Variable};
use crate::export::ExportCase;
use crate::text::words::filled;
use crate::text::{case_name, line_name};

/// A figure of a case, in the unit of the variable.
fn value(projection: &Projection, variable: Variable, line: &str, year: i32) -> Option<f64> {
    let line = if line == "total" { Line::Total } else { projection.line(line)? };
    projection.value(variable, line, year)
}

/// The word by which a message chooses between more, less and the same; what rounds to nothing is the same.
fn direction(gap: f64, decimals: usize) -> &'static str {
    let scale = [1.0, 10.0, 100.0, 1000.0].get(decimals).copied().unwrap_or(1.0);
    let rounded = (gap * scale).round();
    if rounded > 0.0 {
        "above"
    } else if rounded < 0.0 {
        "below"
    } else {
        "same"
    }
}

/// What a case leads to by the last year, in one paragraph.
pub(super) fn outcome(scene: &Scene<'_>, case: &ExportCase<'_>) -> Option<String> {
    let (lang, numbers, study) = (scene.lang(), scene.numbers, scene.study);
    let end = case.projection.horizon().end();
    let headline = study.structure.headline.as_str();
    let of = |variable, line: &str| value(&case.projection, variable, line, end);
    let name = case_name(&case.id, Some(study), lang);
    let line = line_name(headline, Some(study), lang);
    let (year, base) = (end.to_string(), study.price_base_year.to_string());
    let (period, _) = headline_period(study);
    let growth = average_growth(study, &case.projection, Line::Total, period);
    let growth = growth.map_or_else(|| numbers.missing().to_owned(), |growth| numbers.percent(growth, 1));
    let grown = crate::text::words::period(period.since, period.until);
    let grdp = numbers.decimal(of(Variable::Grdp, "total")?, 1);
    let output = numbers.decimal(of(Variable::Output, headline)?, 1);
    let share = numbers.percent(of(Variable::ShareConstant, headline)?, 1);
    let line = inside(&line);
    let of_output = [
        ("name", name.as_str()),
        ("year", &year),
        ("period", &grown),
        ("base", &base),
        ("grdp", &grdp),
        ("growth", &growth),
        ("line", &line),
        ("output", &output),
        ("share", &share),
    ];
    let rest = || {
        Some([
            numbers.decimal(of(Variable::Employment, headline)?, 1),
            numbers.decimal(of(Variable::Productivity, headline)?, 1),
            numbers.decimal(of(Variable::GrdpPerHead, "total")?, 1),
            numbers.decimal(of(Variable::GrdpPerHeadUsd, "total")?, 0),
        ])
    };
    let Some([employment, productivity, head, usd]) = rest() else {
        // The remarks of the report say of what there are no figures.
        return Some(filled(lang, "report-outcome-output", &of_output));
    };
    let rest = [("employment", employment.as_str()), ("productivity", &productivity), ("head", &head), ("usd", &usd)];
    Some(filled(lang, "report-outcome", &[&of_output[..], &rest].concat()))
}

/// How a case stands against the reference in the last year: GRDP and jobs.
pub(super) fn against(scene: &Scene<'_>, case: &ExportCase<'_>, reference: (&str, &Projection)) -> Option<String> {
    let (lang, numbers) = (scene.lang(), scene.numbers);
    let end = case.projection.horizon().end();
    let pair = |variable, line: &str| {
        Some((value(&case.projection, variable, line, end)?, value(reference.1, variable, line, end)?))
    };
    let (own, other) = pair(Variable::Grdp, "total")?;
    let gap = own - other;
    let names = [case.id.as_str(), reference.0].map(|id| case_name(id, Some(scene.study), lang));
    let (year, size) = (end.to_string(), numbers.decimal(gap.abs(), 1));
    let percent = numbers.percent((gap / other).abs(), 1);
    let of_output = [
        ("name", names[0].as_str()),
        ("reference", &names[1]),
        ("year", &year),
        ("direction", direction(gap, 1)),
        ("gap", &size),
        ("percent", &percent),
    ];
    let Some((jobs, other_jobs)) = pair(Variable::Employment, "total") else {
        return Some(filled(lang, "report-against-output", &of_output));
    };
    let more = jobs - other_jobs;
    let size = numbers.decimal(more.abs(), 1);
    let of_jobs = [("jobs-direction", direction(more, 1)), ("jobs", size.as_str())];
    Some(filled(lang, "report-against", &[&of_output[..], &of_jobs].concat()))
}

/// A name inside a sentence.
pub(super) fn inside(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn what_rounds_to_nothing_is_the_same() {
        assert_eq!(direction(0.04, 1), "same");
        assert_eq!(direction(-0.04, 1), "same");
        assert_eq!(direction(0.05, 1), "above");
        assert_eq!(direction(-0.06, 1), "below");
    }
}
