//! A figure in the wrong unit, and a price base year of other prices, are refused or found, with what was probably meant.

use kichban::analysis::audit::{Audit, audit};
use kichban::files::{FileError, FileProblem, built_in, read_study, write_study};
use kichban::lang::Lang;
use kichban::quantity::Unit;
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::study::Study;
use kichban::scenario::{RecordProblem, StudyError, validate};
use kichban::text::{explain_file_error, finding_hint, finding_sentence};
use std::sync::Arc;

/// The shipped study as text, with these words once in place of others.
fn edited(from: &str, to: &str) -> String {
    let text = write_study(&built_in().unwrap());
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn refused(text: &str) -> FileError {
    read_study(text.as_bytes()).unwrap_err()
}

/// Sentence and hint of a refusal in both languages.
fn told(error: &FileError) -> String {
    let tell = |lang| {
        let told = explain_file_error(error, lang);
        format!("{} {}", told.sentence, told.hint)
    };
    format!("{} {}", tell(Lang::VI), tell(Lang::EN))
}

#[test]
fn growth_of_six_hundred_per_cent_written_as_a_fraction_is_refused() {
    let text = edited("value: 6.03,\n      unit: percent_per_year", "value: 6.03,\n      unit: ratio_per_year");
    let error = refused(&text);
    assert!(
        matches!(&error.problem, FileProblem::Record(RecordProblem::RateBeyondOne { value, .. }) if (value - 6.03).abs() < 1e-12),
        "{error:?}"
    );
    let place = error.place.unwrap();
    assert_eq!(text.lines().nth(place.line - 1).unwrap().trim(), "value: 6.03,");
    let told = told(&error);
    assert!(told.contains("603%") && told.contains("6,03%") && told.contains("percent_per_year"), "{told}");
}

#[test]
fn more_than_a_hundred_per_cent_is_believed_where_it_is_written_in_per_cent() {
    let percent = "value: 6.03,\n      unit: percent_per_year";
    read_study(edited(percent, "value: 120.0,\n      unit: percent_per_year").as_bytes()).unwrap();
    read_study(edited(percent, "value: 1.0,\n      unit: ratio_per_year").as_bytes()).unwrap();
    for slip in
        ["value: -1.5,\n      unit: ratio_per_year", "value: 0.05,\n      upper: 6.5,\n      unit: ratio_per_year"]
    {
        assert!(matches!(refused(&edited(percent, slip)).problem, FileProblem::Record(_)), "{slip}");
    }
}

#[test]
fn a_price_base_year_in_which_price_levels_are_not_one_is_refused() {
    let text = edited("price_base_year: 2010", "price_base_year: 2020");
    let error = refused(&text);
    let level = match &error.problem {
        FileProblem::Study(StudyError::PriceLevelInBase { base: 2020, level, .. }) => *level,
        other => panic!("{other:?}"),
    };
    assert!(level > 1.5, "{level}");
    assert!(error.place.is_some() && told(&error).contains("price_base_year"), "{}", told(&error));
}

/// The shipped study with some figures changed.
fn with(change: impl Fn(&mut Vec<Figure>)) -> Study {
    let mut study = built_in().unwrap();
    let observations = Arc::make_mut(&mut study.observations);
    change(observations);
    study
}

#[test]
fn values_at_both_prices_say_which_year_is_the_base() {
    let pair = |current: f64| {
        with(|figures| {
            let like = figures.iter().find(|figure| figure.quantity == Quantity::Output).unwrap().clone();
            let constant = Figure { year: Some(2010), vintage: "own".to_owned(), value: 30.0, ..like };
            let other = Figure { quantity: Quantity::OutputCurrent, value: current, ..constant.clone() };
            figures.extend([constant, other]);
        })
    };
    validate(&pair(30.1)).unwrap();
    assert!(matches!(validate(&pair(49.0)), Err(StudyError::PriceLevelInBase { base: 2010, .. })));
}

fn slips(audit: &Audit) -> usize {
    audit.findings.iter().filter(|finding| finding.check == "C24").count()
}

/// The audit of a study in which one figure was changed: one finding, in words.
fn found(study: &Study) -> String {
    let audit = audit(study, None);
    assert_eq!(slips(&audit), 1);
    let finding = audit.findings.iter().find(|finding| finding.check == "C24").unwrap();
    assert!(finding.verdict.fails(), "{finding:?}");
    format!("{} {}", finding_sentence(finding, study, Lang::EN), finding_hint(finding, study, Lang::EN))
}

fn of<'a>(figures: &'a mut [Figure], quantity: Quantity, line: &str, year: i32) -> &'a mut Figure {
    let wanted = |figure: &&mut Figure| {
        (figure.quantity, figure.line.as_str(), figure.year) == (quantity, line, Some(year))
            && figure.vintage == "reconciled"
    };
    figures.iter_mut().find(wanted).unwrap()
}

#[test]
fn a_share_a_hundred_times_too_small_is_found_with_what_was_meant() {
    assert_eq!(slips(&audit(&built_in().unwrap(), None)), 0);
    let small = with(|figures| of(figures, Quantity::Share, "industry", 2022).value = 0.7592);
    let told = found(&small);
    assert!(told.contains("0.7592%") && told.contains("75.92%"), "{told}");
    // The same number as a fraction is right.
    let fraction = with(|figures| {
        let share = of(figures, Quantity::Share, "industry", 2022);
        (share.value, share.unit) = (0.7592, Unit::Ratio);
    });
    assert_eq!(slips(&audit(&fraction, None)), 0);
}

#[test]
fn a_level_in_billions_that_are_trillions_is_found_with_what_was_meant() {
    let small = with(|figures| of(figures, Quantity::Output, "industry", 2023).unit = Unit::BillionVnd);
    assert!(found(&small).contains("95,290"), "{}", found(&small));
    let large = with(|figures| of(figures, Quantity::Output, "industry", 2023).value *= 1000.0);
    assert!(found(&large).contains("95.29"), "{}", found(&large));
}
