//! Why a scenario does not become a projection: missing figures, contradictory targets, a run that stopped.

use super::study::horizon;
use super::{Explanation, explain, figure, percent, year};
use crate::calibration::CalibrationError;
use crate::engine::EngineError;
use crate::engine::equations::spillover::SpilloverError;
use crate::lang::Lang;
use crate::quantity::HorizonError;
use crate::scenario::ResolveError;
use crate::scenario::figure::Quantity;
use crate::scenario::study::Study;
use crate::text::catalog::FluentValue;
use crate::text::ensemble_fields::{EnsembleField, ensemble_field};
use crate::text::names::{case_name, figure_name, input_name, lever_named, line_name, quantity_id};

/// Why a scenario does not become inputs.
pub fn explain_resolve_error(error: &ResolveError, study: Option<&Study>, lang: Lang) -> Explanation {
    match error {
        ResolveError::UnknownCase { id } => {
            let known = study.map(Study::case_ids).unwrap_or_default().join(", ");
            explain(lang, "error-unknown-scenario", &[("name", id.as_str().into()), ("known", known.into())])
        }
        ResolveError::MissingFigure { quantity, line, year: at, baseline } => {
            if let Some(field) = ensemble_field(*quantity, line, study, lang) {
                return missing_field(field, (*quantity, baseline), study, lang);
            }
            let mut arguments = vec![
                ("name", figure_name(*quantity, line, study, lang).into()),
                ("baseline", case_name(baseline, study, lang).into()),
            ];
            match at {
                None => explain(lang, "error-missing-figure", &arguments),
                Some(at) => {
                    arguments.push(("year", year(*at, lang)));
                    explain(lang, "error-missing-figure-year", &arguments)
                }
            }
        }
        ResolveError::ClosureNeedsFigure { quantity, line, baseline } => {
            let arguments = [
                ("name", figure_name(*quantity, line, study, lang).into()),
                ("baseline", case_name(baseline, study, lang).into()),
            ];
            explain(lang, "error-closure-needs-figure", &arguments)
        }
        ResolveError::RecordTooShort { baseline, found, needed } => {
            let arguments = [
                ("baseline", case_name(baseline, study, lang).into()),
                ("found", (*found).into()),
                ("needed", (*needed).into()),
            ];
            explain(lang, "error-record-too-short", &arguments)
        }
        ResolveError::UnknownSubject { lever } => {
            explain(lang, "error-unknown-subject", &[("name", lever_named(lever, study, lang).into())])
        }
        ResolveError::SharesNotOne { what, sum } => {
            let group = match input_name(what, lang) {
                same if same == *what => lever_named(what, study, lang),
                name => name,
            };
            explain(lang, "error-shares-not-one", &[("group", group.into()), ("value", percent(*sum, lang))])
        }
        ResolveError::OtherTerritory { quantity, line, found, expected } => {
            let arguments = [
                ("name", figure_name(*quantity, line, study, lang).into()),
                ("first", territory(found, study, lang).into()),
                ("second", territory(expected, study, lang).into()),
            ];
            explain(lang, "error-other-territory", &arguments)
        }
        ResolveError::Calibration(error) => explain_calibration_error(error, study, lang),
        ResolveError::Spillover(error) => explain_spillover_error(error, study, lang),
        ResolveError::Engine(error) => explain_engine_error(error, study, lang),
    }
}

/// What an ensemble lacks, by the field in which a person states it and by the word of study files.
fn missing_field(
    field: EnsembleField,
    (quantity, baseline): (Quantity, &str),
    study: Option<&Study>,
    lang: Lang,
) -> Explanation {
    let arguments = [
        ("name", field.name.into()),
        ("group", field.group.into()),
        ("word", quantity_id(quantity).into()),
        ("baseline", case_name(baseline, study, lang).into()),
    ];
    explain(lang, "error-missing-field", &arguments)
}

fn territory(id: &str, study: Option<&Study>, lang: Lang) -> String {
    study
        .and_then(|study| study.territories.iter().find(|territory| territory.id == id))
        .map_or_else(|| id.to_owned(), |territory| territory.name.in_lang(lang).to_owned())
}

/// Why targets and priors give no baseline.
pub fn explain_calibration_error(error: &CalibrationError, study: Option<&Study>, lang: Lang) -> Explanation {
    let at = |line: &str, on: i32| [("sector", line_name(line, study, lang).into()), ("year", year(on, lang))];
    match error {
        CalibrationError::Horizon(HorizonError { base, end }) => horizon(*base, *end, lang),
        CalibrationError::TargetNotAfterBase { year: target, base: _ } => {
            explain(lang, "error-target-in-the-past", &[("year", year(*target, lang))])
        }
        CalibrationError::TargetBeyondHorizon { year: target, end } => {
            explain(lang, "error-target-beyond-horizon", &[("year", year(*target, lang)), ("last", year(*end, lang))])
        }
        CalibrationError::ShareOutOfRange { line, year: target, share } => {
            let name = format!("{} {target}", line_name(line, study, lang));
            explain(lang, "error-share-target-out-of-range", &[("name", name.into()), ("value", percent(*share, lang))])
        }
        CalibrationError::TargetNotPositive { line, year: target, value } => {
            explain(lang, "error-target-not-positive", &with_value(at(line, *target), figure(*value, lang)))
        }
        CalibrationError::ResidualNotPositive { line, year: target, value } => {
            explain(lang, "error-residual-not-positive", &with_value(at(line, *target), figure(*value, lang)))
        }
        CalibrationError::TargetsDependent => explain(lang, "error-targets-dependent", &[]),
        CalibrationError::TotalNotFixed { year: target } => {
            explain(lang, "error-total-not-fixed", &[("year", year(*target, lang))])
        }
        CalibrationError::SpreadFailed { year: target, value } => {
            explain(lang, "error-spread-failed", &[("year", year(*target, lang)), ("value", figure(*value, lang))])
        }
    }
}

/// Why input coefficients give no spillover.
pub fn explain_spillover_error(error: &SpilloverError, study: Option<&Study>, lang: Lang) -> Explanation {
    match error {
        SpilloverError::ColumnSum { sector, sum } => {
            let named = study.and_then(|study| study.sectors.get(*sector));
            let sector = named.map_or_else(|| (sector + 1).to_string(), |sector| sector.name.in_lang(lang).to_owned());
            explain(lang, "error-input-coefficients", &[("sector", sector.into()), ("value", figure(*sum, lang))])
        }
        SpilloverError::Singular => explain(lang, "error-spillover-singular", &[]),
    }
}

/// Why a run stopped: sector, year, value, and what to change.
pub fn explain_engine_error(error: &EngineError, study: Option<&Study>, lang: Lang) -> Explanation {
    let at = |line: &str, on: i32| [("sector", line_name(line, study, lang).into()), ("year", year(on, lang))];
    match error {
        EngineError::CapitalNotPositive { sector, year, value } => {
            explain(lang, "error-capital-not-positive", &with_value(at(sector, *year), figure(*value, lang)))
        }
        EngineError::LabourNotPositive { sector, year, value, rate } => {
            let mut arguments = with_value(at(sector, *year), figure(*value, lang));
            arguments.push(("rate", percent(*rate, lang)));
            // With a rate of 0 the cause cannot be a move that is too fast.
            let key = if *rate > 0.0 { "error-labour-not-positive" } else { "error-labour-shrinks-away" };
            explain(lang, key, &arguments)
        }
        EngineError::SkillsNotPositive { sector, year, value } => {
            explain(lang, "error-skills-not-positive", &with_value(at(sector, *year), figure(*value, lang)))
        }
        EngineError::ShockTooDeep { sector, year, remaining: _ } => {
            explain(lang, "error-shock-too-deep", &at(sector, *year))
        }
        EngineError::PotentialNotPositive { sector, year, value } => {
            explain(lang, "error-potential-not-positive", &with_value(at(sector, *year), figure(*value, lang)))
        }
        EngineError::LabourSupplyNotPositive { year: on, value } => {
            let arguments = [("year", year(*on, lang)), ("value", figure(*value, lang))];
            explain(lang, "error-labour-supply-not-positive", &arguments)
        }
        EngineError::NotFinite { variable, line, year, value: _ } => {
            let [sector, on] = at(line, *year);
            explain(lang, "error-not-finite", &[("variable", input_name(variable, lang).into()), sector, on])
        }
        EngineError::InputOutOfRange { variable, line, value } => {
            let arguments = [
                ("name", input_name(variable, lang).into()),
                ("sector", line_name(line, study, lang).into()),
                ("value", figure(*value, lang)),
            ];
            explain(lang, "error-input-out-of-range", &arguments)
        }
        EngineError::PathLength { variable, line, length, expected } => {
            let arguments = [
                ("name", input_name(variable, lang).into()),
                ("sector", line_name(line, study, lang).into()),
                ("found", length.to_string().into()),
                ("known", expected.to_string().into()),
            ];
            explain(lang, "error-path-length", &arguments)
        }
    }
}

fn with_value<'v>(
    [sector, year]: [(&'static str, FluentValue<'v>); 2],
    value: FluentValue<'v>,
) -> Vec<(&'static str, FluentValue<'v>)> {
    vec![sector, year, ("value", value)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::figure::Quantity;

    fn every_engine_error() -> Vec<EngineError> {
        let (sector, year, value, variable) = ("industry".to_owned(), 2028, -1.25, "tax_ratio");
        vec![
            EngineError::CapitalNotPositive { sector: sector.clone(), year, value },
            EngineError::LabourNotPositive { sector: sector.clone(), year, value, rate: 0.08 },
            EngineError::LabourNotPositive { sector: sector.clone(), year, value, rate: 0.0 },
            EngineError::SkillsNotPositive { sector: sector.clone(), year, value },
            EngineError::ShockTooDeep { sector: sector.clone(), year, remaining: -0.1 },
            EngineError::PotentialNotPositive { sector: sector.clone(), year, value },
            EngineError::LabourSupplyNotPositive { year, value },
            EngineError::NotFinite { variable, line: sector.clone(), year, value },
            EngineError::InputOutOfRange { variable, line: sector.clone(), value },
            EngineError::PathLength { variable, line: sector, length: 3, expected: 11 },
        ]
    }

    fn every_calibration_error() -> Vec<CalibrationError> {
        let (line, year, value) = ("services".to_owned(), 2030, -3.0);
        vec![
            CalibrationError::Horizon(HorizonError { base: 2020, end: 2019 }),
            CalibrationError::TargetNotAfterBase { year, base: 2030 },
            CalibrationError::TargetBeyondHorizon { year, end: 2025 },
            CalibrationError::ShareOutOfRange { line: line.clone(), year, share: 1.2 },
            CalibrationError::TargetNotPositive { line: line.clone(), year, value },
            CalibrationError::ResidualNotPositive { line, year, value },
            CalibrationError::TargetsDependent,
            CalibrationError::TotalNotFixed { year },
            CalibrationError::SpreadFailed { year, value },
        ]
    }

    fn every_resolve_error() -> Vec<ResolveError> {
        let (quantity, line) = (Quantity::Capital, "industry".to_owned());
        let mut all = vec![
            ResolveError::UnknownCase { id: "x".to_owned() },
            ResolveError::MissingFigure { quantity, line: line.clone(), year: None, baseline: "plan".to_owned() },
            ResolveError::MissingFigure { quantity, line: line.clone(), year: Some(2024), baseline: "plan".to_owned() },
            ResolveError::ClosureNeedsFigure { quantity, line: line.clone(), baseline: "plan".to_owned() },
            ResolveError::RecordTooShort { baseline: "record".to_owned(), found: 2, needed: 5 },
            ResolveError::UnknownSubject { lever: "project_amount/x".to_owned() },
            ResolveError::SharesNotOne { what: "investment_share".to_owned(), sum: 0.9 },
            ResolveError::SharesNotOne { what: "investment_split".to_owned(), sum: 0.9 },
            ResolveError::OtherTerritory { quantity, line, found: "a".to_owned(), expected: "b".to_owned() },
            ResolveError::Spillover(SpilloverError::ColumnSum { sector: 0, sum: 1.1 }),
            ResolveError::Spillover(SpilloverError::Singular),
        ];
        all.extend(every_engine_error().into_iter().map(ResolveError::Engine));
        all.extend(every_calibration_error().into_iter().map(ResolveError::Calibration));
        all
    }

    #[test]
    fn every_error_of_a_run_is_told_in_both_languages() {
        for error in every_resolve_error() {
            for lang in Lang::ALL {
                crate::text::explain::tests::is_told(&explain_resolve_error(&error, None, lang), &error);
            }
        }
    }

    #[test]
    fn values_are_written_as_the_language_writes_them() {
        let told = explain_engine_error(&every_engine_error()[1], None, Lang::VI);
        assert_eq!(told.sentence, "Lao động industry năm 2028 bằng −1,25: tốc độ dịch chuyển 8% quá lớn.");
    }
}
