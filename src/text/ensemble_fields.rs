//! The fields in which a person states what an ensemble is made of: one name, in the view Uncertainty and in errors.

use super::explain::explain_resolve_error;
use super::names::{line_name, line_short};
use super::number::Numbers;
use super::words::{filled, label};
use crate::analysis::ensemble::{IdleInput, InputShift, SimulationInput};
use crate::lang::Lang;
use crate::scenario::ResolveError;
use crate::scenario::figure::Quantity;
use crate::scenario::study::Study;

/// Quantities of the error model, each with the name of its field and of the group that the field stands in.
static FIELDS: [(Quantity, &str, &str); 5] = [
    (Quantity::ErrorDeviation, "uncertainty-input-volatility", "uncertainty-input-own-title"),
    (Quantity::ErrorCorrelation, "uncertainty-input-correlations", "uncertainty-input-own-title"),
    (Quantity::ErrorTailFreedom, "uncertainty-input-tail", "uncertainty-input-own-title"),
    (Quantity::DriftVarianceRatio, "uncertainty-input-drift", "uncertainty-input-own-title"),
    (Quantity::CrashProbability, "uncertainty-input-crash", "uncertainty-input-crash-title"),
];

/// A field of the view Uncertainty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnsembleField {
    /// Its name, with the sector that it is of.
    pub name: String,
    /// Name of the group that it stands in.
    pub group: String,
}

/// The field in which a quantity of a line is stated; `None` for quantities that have none.
pub fn ensemble_field(quantity: Quantity, line: &str, study: Option<&Study>, lang: Lang) -> Option<EnsembleField> {
    let (_, name, group) = FIELDS.iter().find(|field| field.0 == quantity)?;
    let line = study.map_or_else(|| line_name(line, None, lang), |study| line_short(line, study, lang));
    Some(EnsembleField { name: filled(lang, name, &[("name", &line)]), group: label(lang, group) })
}

/// An input of the simulation as a row of a table.
pub fn simulation_input_name(input: SimulationInput, lang: Lang) -> String {
    let key = match input {
        SimulationInput::Volatility => "uncertainty-shift-volatility",
        SimulationInput::Correlation => "uncertainty-input-correlations",
        SimulationInput::Tail => "uncertainty-input-tail",
        SimulationInput::Drift => "uncertainty-input-drift",
        SimulationInput::CrashProbability => "uncertainty-input-crash",
        SimulationInput::CrashDepth => "uncertainty-input-depth-none",
    };
    label(lang, key)
}

/// Why an input of the simulation has no effect.
pub fn idle_input_reason(idle: IdleInput, lang: Lang) -> String {
    let key = match idle {
        IdleInput::TestedBands => "uncertainty-input-idle-tested",
        IdleInput::NoCrash => "uncertainty-input-idle-crash",
        IdleInput::NotStated => "uncertainty-shift-unstated",
    };
    label(lang, key)
}

/// Why the model has no answer with an input of the simulation so many times as large.
pub fn refused_input(
    (input, factor): (SimulationInput, f64),
    error: &ResolveError,
    study: &Study,
    lang: Lang,
) -> String {
    let told = explain_resolve_error(error, Some(study), lang);
    let (name, factor) = (simulation_input_name(input, lang), Numbers::new(lang).write_trimmed(factor, 2));
    filled(lang, "uncertainty-refused", &[("name", &name), ("factor", &factor), ("reason", &told.sentence)])
}

/// One sentence for each reason why inputs of the simulation have no effect, with the names of the inputs.
pub fn idle_input_notes(shifts: &[InputShift], lang: Lang) -> Vec<String> {
    let mut reasons: Vec<IdleInput> = shifts.iter().filter_map(|shift| shift.idle).collect();
    reasons.sort_unstable();
    reasons.dedup();
    let of_reason = |reason: IdleInput| {
        let names = shifts.iter().filter(|shift| shift.idle == Some(reason));
        let names: Vec<String> = names.map(|shift| simulation_input_name(shift.input, lang)).collect();
        format!("{}: {}", names.join("; "), idle_input_reason(reason, lang))
    };
    reasons.into_iter().map(of_reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::EngineError;

    #[test]
    fn a_value_without_an_answer_is_told_with_its_reason() {
        let study = crate::files::built_in().unwrap();
        let error = EngineError::NotFinite { variable: "grdp", line: "total".to_owned(), year: 2027, value: f64::NAN };
        let told = refused_input((SimulationInput::CrashDepth, 1.25), &error.into(), &study, Lang::EN);
        assert!(told.contains("× 1.25: no answer.") && told.contains("2027"), "{told}");
    }
}
