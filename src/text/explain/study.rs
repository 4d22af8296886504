//! Why a study or one record of it is refused.

use super::run::explain_resolve_error;
use super::{Explanation, explain, figure, percent, year};
use crate::lang::Lang;
use crate::quantity::LAST_YEAR;
use crate::scenario::figure::Quantity;
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;
use crate::scenario::{DuplicateFigure, RecordProblem, StudyError};
use crate::text::catalog::{FluentValue, message};
use crate::text::names::{
    absent_names, case_name, figure_name, lever_named, line_name, quantity_name, record_name, vintage_name,
};
use crate::text::number::Numbers;
use crate::text::repricing::listed_figure;
use crate::text::units::{lever_figure, unit_name};

/// What is wrong with a record by itself.
#[expect(clippy::too_many_lines, reason = "one arm an error")]
pub fn explain_record_problem(problem: &RecordProblem, study: Option<&Study>, lang: Lang) -> Explanation {
    let named = |quantity: Quantity, line: &str| figure_name(quantity, line, study, lang);
    match problem {
        RecordProblem::ShareOutOfRange { quantity, line, value } => {
            let arguments = [("name", named(*quantity, line).into()), ("value", percent(*value, lang))];
            explain(lang, "error-share-out-of-range", &arguments)
        }
        RecordProblem::RateBeyondOne { quantity, line, value } => {
            let arguments = [
                ("name", named(*quantity, line).into()),
                ("written", figure(*value, lang)),
                ("value", percent(*value, lang)),
            ];
            explain(lang, "error-rate-beyond-one", &arguments)
        }
        RecordProblem::EndsReversed { quantity, line, upper } => {
            let arguments = [("name", named(*quantity, line).into()), ("high", figure(*upper, lang))];
            explain(lang, "error-ends-reversed", &arguments)
        }
        RecordProblem::PeriodReversed { quantity, line, since, year } => {
            let numbers = Numbers::new(lang);
            let arguments = [
                ("name", named(*quantity, line).into()),
                ("since", numbers.year(*since).into()),
                ("year", numbers.year(*year).into()),
            ];
            explain(lang, "error-period-reversed", &arguments)
        }
        RecordProblem::DistanceOutOfRange { quantity, line, within } => {
            let arguments = [("name", named(*quantity, line).into()), ("value", figure(*within, lang))];
            explain(lang, "error-distance-out-of-range", &arguments)
        }
        RecordProblem::NotPositive { quantity: Quantity::Capital, line, value } => {
            let arguments = [("sector", line_name(line, study, lang).into()), ("value", figure(*value, lang))];
            explain(lang, "error-negative-capital", &arguments)
        }
        RecordProblem::NotPositive { quantity, line, value } => {
            let arguments = [("name", named(*quantity, line).into()), ("value", figure(*value, lang))];
            explain(lang, "error-not-positive", &arguments)
        }
        RecordProblem::NotANumber { quantity, line } => {
            explain(lang, "error-unusable-figure", &[("name", named(*quantity, line).into())])
        }
        RecordProblem::WrongUnit { quantity, unit } => {
            let arguments = [
                ("name", quantity_name(*quantity, lang).into()),
                ("unit", unit_name(*unit, lang).into()),
                ("known", unit_name(quantity.unit(), lang).into()),
            ];
            explain(lang, "error-wrong-unit", &arguments)
        }
        RecordProblem::NoSource { quantity, line } => {
            explain(lang, "error-no-source", &[("name", named(*quantity, line).into())])
        }
        RecordProblem::DuplicateYear { year: twice } => {
            explain(lang, "error-year-twice", &[("year", year(*twice, lang))])
        }
        RecordProblem::DuplicateKey { key } => explain(lang, "error-duplicate-key", &[("name", key.as_str().into())]),
        RecordProblem::BadId { id } => explain(lang, "error-bad-id", &[("name", id.as_str().into())]),
        RecordProblem::UnknownLever { lever } => {
            explain(lang, "error-unknown-lever", &[("name", lever.as_str().into())])
        }
    }
}

/// Which statement of a study does not hold.
///
/// Names come from the study where it is at hand, as after an edit; a file that is refused has only its ids.
#[expect(clippy::too_many_lines, reason = "one arm an error")]
pub fn explain_study_error(error: &StudyError, study: Option<&Study>, lang: Lang) -> Explanation {
    match error {
        StudyError::Record { place, problem } => {
            let inner = explain_record_problem(problem, study, lang);
            let arguments =
                [("place", place.as_str().into()), ("sentence", inner.sentence.into()), ("hint", inner.hint.into())];
            explain(lang, "error-in-place", &arguments)
        }
        StudyError::UnknownReference { place, id } => {
            explain(lang, "error-unknown-reference", &[("place", place.as_str().into()), ("name", id.as_str().into())])
        }
        StudyError::DuplicateId { place, id } => {
            explain(lang, "error-duplicate-id", &[("place", place.as_str().into()), ("name", id.as_str().into())])
        }
        StudyError::DuplicateFigure(twice) => explain_duplicate(twice, study, lang),
        StudyError::PriceLevelInBase { place, base, level } => {
            let arguments =
                [("place", place.as_str().into()), ("base", year(*base, lang)), ("value", figure(*level, lang))];
            explain(lang, "error-price-level-in-base", &arguments)
        }
        StudyError::MonthsOutOfRange { vintage, months } => {
            let arguments = [("name", vintage.as_str().into()), ("value", figure(f64::from(*months), lang))];
            explain(lang, "error-months-out-of-range", &arguments)
        }
        StudyError::TargetBeforeBase { place, year: target, base } => {
            let arguments =
                [("name", place.as_str().into()), ("year", year(*target, lang)), ("base", year(*base, lang))];
            explain(lang, "error-target-before-base", &arguments)
        }
        StudyError::SharesNotOne { place, sum } => {
            explain(lang, "error-shares-not-one", &[("group", place.as_str().into()), ("value", percent(*sum, lang))])
        }
        StudyError::BeyondHardRange { scenario: _, lever, shown, low, high } => {
            let written = |value: f64| match LeverKey::parse(lever) {
                Ok(key) => FluentValue::from(lever_figure(key.lever.spec(), value, 4, lang)),
                Err(_) => figure(value, lang),
            };
            let arguments = [
                ("name", lever_named(lever, study, lang).into()),
                ("value", written(*shown)),
                ("low", written(*low)),
                ("high", written(*high)),
            ];
            explain(lang, "error-value-out-of-range", &arguments)
        }
        StudyError::WrongKind { scenario, lever } => {
            let arguments = [
                ("name", lever_named(lever, study, lang).into()),
                ("scenario", case_name(scenario, study, lang).into()),
            ];
            explain(lang, "error-wrong-kind", &arguments)
        }
        StudyError::RangeOrder { scenario: _, lever } => {
            explain(lang, "error-range-order", &[("name", lever_named(lever, study, lang).into())])
        }
        StudyError::FieldOutOfRange { record, field, shown, low, high } => {
            let arguments = [
                ("field", message(lang, &format!("record-{}", field.id())).into()),
                ("name", record_name(record, study, lang).into()),
                ("value", figure(*shown, lang)),
                ("low", figure(*low, lang)),
                ("high", figure(*high, lang)),
            ];
            explain(lang, "error-field-out-of-range", &arguments)
        }
        StudyError::NoName { record: _ } => explain(lang, "error-no-name", &[]),
        StudyError::SameName { name } => explain(lang, "error-same-name", &[("name", name.as_str().into())]),
        StudyError::Cycle { id } => {
            explain(lang, "error-scenario-cycle", &[("name", case_name(id, study, lang).into())])
        }
        StudyError::CircularGroup { place: _, id } => {
            explain(lang, "error-circular-group", &[("name", line_name(id, study, lang).into())])
        }
        StudyError::NothingToRebase { base } => {
            explain(lang, "error-nothing-to-rebase", &[("base", year(*base, lang))])
        }
        StudyError::NoOutputOfYear { year: wanted, base } => {
            explain(lang, "error-no-output-of-year", &[("year", year(*wanted, lang)), ("base", year(*base, lang))])
        }
        StudyError::GapsAfterRebase { year: wanted, absent } => {
            let names = absent_names(absent, study, lang).join("; ");
            explain(lang, "error-gaps-after-rebase", &[("year", year(*wanted, lang)), ("names", names.into())])
        }
        StudyError::NotRebased { baseline, year: wanted, why } => {
            let inner = explain_resolve_error(why, study, lang);
            let arguments = [
                ("name", case_name(baseline, study, lang).into()),
                ("year", year(*wanted, lang)),
                ("sentence", inner.sentence.into()),
                ("hint", inner.hint.into()),
            ];
            explain(lang, "error-not-rebased", &arguments)
        }
        StudyError::UnknownVintage { vintage, known } => {
            let names = known.iter().map(|id| vintage_name(id, lang)).collect::<Vec<_>>().join(", ");
            let arguments = [("vintage", vintage_name(vintage, lang).into()), ("known", names.into())];
            explain(lang, "error-unknown-vintage", &arguments)
        }
        StudyError::NoReason => explain(lang, "error-no-reason", &[]),
        StudyError::SamePriceBase { base } => explain(lang, "error-same-price-base", &[("base", year(*base, lang))]),
        StudyError::NoCurrentPrices { base, lines } => {
            let names = lines.iter().map(|line| line_name(line, study, lang)).collect::<Vec<_>>().join(", ");
            explain(lang, "error-no-current-prices", &[("base", year(*base, lang)), ("names", names.into())])
        }
        StudyError::LinesMissTotal { base, share } => {
            explain(lang, "error-lines-miss-total", &[("base", year(*base, lang)), ("value", percent(*share, lang))])
        }
        StudyError::FiguresLeft { base, left } => {
            let names = left.iter().map(|one| listed_figure(one, study, lang)).collect::<Vec<_>>().join("; ");
            explain(lang, "error-figures-left", &[("base", year(*base, lang)), ("names", names.into())])
        }
        StudyError::NotRepriced { baseline, base, why } => {
            let inner = explain_resolve_error(why, study, lang);
            let arguments = [
                ("name", case_name(baseline, study, lang).into()),
                ("base", year(*base, lang)),
                ("sentence", inner.sentence.into()),
                ("hint", inner.hint.into()),
            ];
            explain(lang, "error-not-repriced", &arguments)
        }
        StudyError::EmptyGroup { place: _, id } => {
            explain(lang, "error-empty-group", &[("name", line_name(id, study, lang).into())])
        }
        StudyError::Horizon { base, end } => horizon(*base, *end, lang),
        StudyError::YearOutOfRange { place, year: out } => {
            let arguments =
                [("place", place.as_str().into()), ("year", year(*out, lang)), ("last", year(LAST_YEAR, lang))];
            explain(lang, "error-year-out-of-range", &arguments)
        }
        StudyError::PersistenceOutOfRange { place: _, sector, value } => {
            let arguments = [("sector", line_name(sector, study, lang).into()), ("value", figure(*value, lang))];
            explain(lang, "error-persistence-out-of-range", &arguments)
        }
        StudyError::CorrelationNotDefinite { position: _, row, column, value } => {
            let arguments = [
                ("row", line_name(row, study, lang).into()),
                ("column", line_name(column, study, lang).into()),
                ("value", Numbers::new(lang).decimal(*value, 2).into()),
            ];
            explain(lang, "error-correlation-not-definite", &arguments)
        }
        StudyError::ParameterOutOfRange { position: _, quantity, line, value, bounds: (low, high) } => {
            let arguments = [
                ("name", figure_name(*quantity, line, study, lang).into()),
                ("value", figure(*value, lang)),
                ("low", figure(*low, lang)),
                ("high", figure(*high, lang)),
            ];
            explain(lang, "error-value-out-of-range", &arguments)
        }
        StudyError::NotWhole { place: _, quantity, value } => {
            let arguments = [("name", quantity_name(*quantity, lang).into()), ("value", figure(*value, lang))];
            explain(lang, "error-not-whole", &arguments)
        }
        StudyError::CurrencyNotComplete { code } => {
            explain(lang, "error-currency-not-complete", &[("code", code.as_str().into())])
        }
        StudyError::NoBaseline => explain(lang, "error-no-baseline", &[]),
    }
}

pub(super) fn horizon(base: i32, end: i32, lang: Lang) -> Explanation {
    let arguments = [("base", year(base, lang)), ("year", year(end, lang)), ("last", year(LAST_YEAR, lang))];
    explain(lang, "error-horizon", &arguments)
}

/// That a figure stands twice, with what it is and both its places.
fn explain_duplicate(twice: &DuplicateFigure, study: Option<&Study>, lang: Lang) -> Explanation {
    let DuplicateFigure { place, first, quantity, line, since, year, vintage } = twice;
    let name = figure_name(*quantity, line, study, lang);
    let years = [*since, *year].into_iter().flatten().map(|year| Numbers::new(lang).year(year));
    let vintage = Some(vintage).filter(|id| !id.is_empty()).map(|id| vintage_name(id, lang));
    let what = [years.collect::<Vec<_>>().join("–")].into_iter().chain(vintage).filter(|part| !part.is_empty());
    let what = std::iter::once(name).chain(what).collect::<Vec<_>>().join(", ");
    let arguments = [("place", place.as_str().into()), ("first", first.as_str().into()), ("name", what.into())];
    explain(lang, "error-duplicate-figure", &arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Unit;
    use crate::scenario::AbsentFigure;
    use crate::scenario::RecordField;
    use crate::scenario::ResolveError;

    fn every_problem() -> Vec<RecordProblem> {
        let (quantity, line) = (Quantity::Share, "industry".to_owned());
        vec![
            RecordProblem::ShareOutOfRange { quantity, line: line.clone(), value: 1.4 },
            RecordProblem::RateBeyondOne { quantity: Quantity::OutputGrowth, line: line.clone(), value: 6.03 },
            RecordProblem::EndsReversed { quantity, line: line.clone(), upper: 19.0 },
            RecordProblem::PeriodReversed { quantity, line: line.clone(), since: 2030, year: 2025 },
            RecordProblem::DistanceOutOfRange { quantity, line: line.clone(), within: -1.0 },
            RecordProblem::NotPositive { quantity, line: line.clone(), value: -1.0 },
            RecordProblem::NotPositive { quantity: Quantity::Capital, line: line.clone(), value: -1.0 },
            RecordProblem::NotANumber { quantity, line: line.clone() },
            RecordProblem::WrongUnit { quantity, unit: Unit::Hectare },
            RecordProblem::NoSource { quantity, line },
            RecordProblem::DuplicateYear { year: 2025 },
            RecordProblem::DuplicateKey { key: "k".to_owned() },
            RecordProblem::BadId { id: "a b".to_owned() },
            RecordProblem::UnknownLever { lever: "x".to_owned() },
        ]
    }

    fn every_error_of_prices() -> [StudyError; 5] {
        let figure = crate::scenario::figure::Figure::blank(Quantity::Output);
        [
            StudyError::SamePriceBase { base: 2010 },
            StudyError::LinesMissTotal { base: 2022, share: 1.06 },
            StudyError::NoCurrentPrices { base: 2020, lines: vec!["industry".to_owned()] },
            StudyError::FiguresLeft {
                base: 2020,
                left: vec![crate::scenario::ListedFigure { list: crate::scenario::FigureList::Targets, figure }],
            },
            StudyError::NotRepriced {
                baseline: "record".to_owned(),
                base: 2020,
                why: Box::new(ResolveError::RecordTooShort { baseline: "record".to_owned(), found: 2, needed: 5 }),
            },
        ]
    }

    fn every_error_of_bases() -> [StudyError; 6] {
        [
            StudyError::NothingToRebase { base: 2024 },
            StudyError::NoOutputOfYear { year: 2025, base: 2024 },
            StudyError::GapsAfterRebase {
                year: 2025,
                absent: vec![AbsentFigure {
                    gap: crate::engine::Gap::Employment,
                    quantity: Quantity::Employment,
                    line: "industry".to_owned(),
                }],
            },
            StudyError::NotRebased {
                baseline: "record".to_owned(),
                year: 2025,
                why: Box::new(ResolveError::RecordTooShort { baseline: "record".to_owned(), found: 2, needed: 5 }),
            },
            StudyError::UnknownVintage { vintage: "other".to_owned(), known: vec!["yearbook".to_owned()] },
            StudyError::NoReason,
        ]
    }

    fn every_error() -> Vec<StudyError> {
        let (place, id) = ("observations[3]".to_owned(), "x".to_owned());
        let (scenario, lever) = ("s".to_owned(), "investment_rate".to_owned());
        let mut all = vec![
            StudyError::UnknownReference { place: place.clone(), id: id.clone() },
            StudyError::DuplicateId { place: place.clone(), id: id.clone() },
            StudyError::DuplicateFigure(Box::new(DuplicateFigure {
                place: place.clone(),
                first: "observations[1]".to_owned(),
                quantity: Quantity::Output,
                line: "industry".to_owned(),
                since: None,
                year: Some(2025),
                vintage: "draft-plan".to_owned(),
            })),
            StudyError::TargetBeforeBase { place: place.clone(), year: 2019, base: 2020 },
            StudyError::SharesNotOne { place: place.clone(), sum: 0.97 },
            StudyError::BeyondHardRange {
                scenario: scenario.clone(),
                lever: lever.clone(),
                shown: 70.0,
                low: 0.0,
                high: 60.0,
            },
            StudyError::WrongKind { scenario, lever },
            StudyError::PriceLevelInBase { place: place.clone(), base: 2020, level: 1.639 },
            StudyError::MonthsOutOfRange { vintage: "half-year".to_owned(), months: 12 },
            StudyError::RangeOrder { scenario: "s".to_owned(), lever: "investment_rate".to_owned() },
            StudyError::NoName { record: id.clone() },
            StudyError::SameName { name: id.clone() },
            StudyError::Cycle { id: id.clone() },
            StudyError::CircularGroup { place: place.clone(), id: id.clone() },
            StudyError::EmptyGroup { place: place.clone(), id },
            StudyError::Horizon { base: 2030, end: 2030 },
            StudyError::YearOutOfRange { place: place.clone(), year: 99_999 },
            StudyError::NoBaseline,
        ];
        all.extend(RecordField::ALL.into_iter().map(|field| StudyError::FieldOutOfRange {
            record: "x".to_owned(),
            field,
            shown: 130.0,
            low: 0.0,
            high: 120.0,
        }));
        all.extend(every_error_of_bases());
        all.extend(every_error_of_prices());
        all.extend(every_problem().into_iter().map(|problem| StudyError::Record { place: place.clone(), problem }));
        all
    }

    #[test]
    fn every_study_error_is_told_in_both_languages() {
        for error in every_error() {
            for lang in Lang::ALL {
                crate::text::explain::tests::is_told(&explain_study_error(&error, None, lang), &error);
            }
        }
    }

    #[test]
    fn a_share_is_told_in_per_cent() {
        let told = explain_record_problem(&every_problem()[0], None, Lang::VI);
        assert_eq!(told.sentence, "tỷ trọng trong GRDP của industry là 140%, phải nằm trong 0 … 100%.");
    }
}
