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
    let text = filled(
        lang,
        "report-outcome",
        &[
            ("name", &name),
            ("year", &year),
            ("period", &grown),
            ("base", &base),
            ("grdp", &numbers.decimal(of(Variable::Grdp, "total")?, 1)),
            ("growth", &growth),
            ("line", &inside(&line)),
            ("output", &numbers.decimal(of(Variable::Output, headline)?, 1)),
            ("share", &numbers.percent(of(Variable::ShareConstant, headline)?, 1)),
            ("employment", &numbers.decimal(of(Variable::Employment, headline)?, 1)),
            ("productivity", &numbers.decimal(of(Variable::Productivity, headline)?, 1)),
            ("head", &numbers.decimal(of(Variable::GrdpPerHead, "total")?, 1)),
            ("usd", &numbers.decimal(of(Variable::GrdpPerHeadUsd, "total")?, 0)),
        ],
    );
    Some(text)
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
    let (jobs, other_jobs) = pair(Variable::Employment, "total")?;
    let more = jobs - other_jobs;
    let text = filled(
        lang,
        "report-against",
        &[
            ("name", &case_name(&case.id, Some(scene.study), lang)),
            ("reference", &case_name(reference.0, Some(scene.study), lang)),
            ("year", &end.to_string()),
            ("direction", direction(gap, 1)),
            ("gap", &numbers.decimal(gap.abs(), 1)),
            ("percent", &numbers.percent((gap / other).abs(), 1)),
            ("jobs-direction", direction(more, 1)),
            ("jobs", &numbers.decimal(more.abs(), 1)),
        ],
    );
    Some(text)
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
