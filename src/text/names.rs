//! Names of variables, figures, lines, closures and levers.

use super::catalog::{message, message_with};
use super::number::Numbers;
use super::uncertainty::grown_level_name;
use super::words::{filled, label, period};
use crate::analysis::Inert;
use crate::analysis::catch_up::{CatchUpSubject, Need};
use crate::engine::{Closure, Gap, TAXES_LINE, TOTAL_LINE, Variable};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::AbsentFigure;
use crate::scenario::figure::Quantity;
use crate::scenario::lever::{EffectiveWhen, Lever, LeverGroup, LeverScope};
use crate::scenario::setting::LeverKey;
use crate::scenario::study::Study;

/// A variable as a heading.
pub fn variable_name(variable: Variable, lang: Lang) -> String {
    message(lang, &format!("variable-{}", variable.id()))
}

/// A quantity inside a sentence.
pub fn quantity_name(quantity: Quantity, lang: Lang) -> String {
    message(lang, &format!("quantity-{}", quantity_id(quantity)))
}

/// The word for a quantity in study files.
pub fn quantity_id(quantity: Quantity) -> String {
    let word = serde_json::to_value(quantity).ok();
    word.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// The first letter large: names are written for the inside of sentences.
pub fn capitalise(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A vintage by its id in study files; the id itself where the program has no words for it, because users name vintages too.
pub fn vintage_name(id: &str, lang: Lang) -> String {
    let key = format!("vintage-{id}");
    let name = message(lang, &key);
    if name == key { id.to_owned() } else { name }
}

/// A figure inside a sentence: the quantity, and of which line.
pub fn figure_name(quantity: Quantity, line: &str, study: Option<&Study>, lang: Lang) -> String {
    let quantity = quantity_name(quantity, lang);
    if line.is_empty() {
        return quantity;
    }
    let sector = line_name(line, study, lang);
    message_with(lang, "figure-of-line", &[("quantity", quantity.into()), ("sector", sector.into())])
}

/// Figures that a base year lacks, all of one quantity together: `employment of A, B`.
pub fn absent_names(absent: &[AbsentFigure], study: Option<&Study>, lang: Lang) -> Vec<String> {
    let mut quantities: Vec<Quantity> = Vec::new();
    for one in absent {
        if !quantities.contains(&one.quantity) {
            quantities.push(one.quantity);
        }
    }
    let of_quantity = |quantity: &Quantity| {
        let mut lines: Vec<String> = Vec::new();
        for one in absent.iter().filter(|one| one.quantity == *quantity && !one.line.is_empty()) {
            let name = line_name(&one.line, study, lang);
            if !lines.contains(&name) {
                lines.push(name);
            }
        }
        let name = quantity_name(*quantity, lang);
        if lines.is_empty() {
            return name;
        }
        filled(lang, "figure-of-lines", &[("quantity", &name), ("lines", &lines.join(", "))])
    };
    quantities.iter().map(of_quantity).collect()
}

/// An input of the engine inside a sentence, by the word in its errors.
pub(super) fn input_name(id: &str, lang: Lang) -> String {
    ["quantity", "input", "variable"]
        .into_iter()
        .map(|family| format!("{family}-{id}"))
        .map(|key| (message(lang, &key), key))
        .find_map(|(name, key)| (name != key).then_some(name))
        .unwrap_or_else(|| id.to_owned())
}

/// A sector, group, product taxes or the province; the id where the study is not at hand.
pub fn line_name(id: &str, study: Option<&Study>, lang: Lang) -> String {
    match study.and_then(|study| study.line_name(id)) {
        Some(name) => name.in_lang(lang).to_owned(),
        None => own_line(id, lang),
    }
}

/// The short name of a line.
pub fn line_short(id: &str, study: &Study, lang: Lang) -> String {
    study.line_short(id).map_or_else(|| own_line(id, lang), |name| name.in_lang(lang).to_owned())
}

/// Lines that no study names.
fn own_line(id: &str, lang: Lang) -> String {
    match id {
        TOTAL_LINE => message(lang, "sector-total"),
        TAXES_LINE => message(lang, "sector-taxes"),
        _ => id.to_owned(),
    }
}

/// A baseline or scenario; the id where the study does not have it.
pub fn case_name(id: &str, study: Option<&Study>, lang: Lang) -> String {
    study.and_then(|study| study.case_name(id)).map_or_else(|| id.to_owned(), |name| name.in_lang(lang).to_owned())
}

/// A closure as a heading.
pub fn closure_name(closure: Closure, lang: Lang) -> String {
    message(lang, &format!("closure-{}", closure.id()))
}

/// The heading of a group of levers.
pub fn lever_group_name(group: LeverGroup, lang: Lang) -> String {
    message(lang, &format!("group-{}", group.id()))
}

/// A lever without what it is of.
pub fn lever_word(lever: Lever, lang: Lang) -> String {
    message(lang, &format!("lever-{}", lever.id()))
}

/// A lever with its sector, project, park or shock.
pub fn lever_name(key: &LeverKey, study: &Study, lang: Lang) -> String {
    let is_of_output = is_of_output(key.lever, study);
    let word = if is_of_output { label(lang, "lever-output-growth-added") } else { lever_word(key.lever, lang) };
    let of = |subject: String| {
        message_with(lang, "lever-of", &[("lever", word.clone().into()), ("subject", subject.into())])
    };
    let pair = |from: String, to: String| {
        let arguments = [("lever", word.clone().into()), ("from", from.into()), ("to", to.into())];
        message_with(lang, "lever-of-pair", &arguments)
    };
    if key.lever == Lever::ProjectAmount {
        // A project is its amount first of all; its other levers say what else they change.
        return subject_name(&key.subject, study, lang);
    }
    match key.lever.spec().scope {
        LeverScope::Province => word,
        LeverScope::Sector | LeverScope::Line => of(line_short(&key.subject, study, lang)),
        LeverScope::Project | LeverScope::Park | LeverScope::Shock => of(subject_name(&key.subject, study, lang)),
        LeverScope::ShockSector => pair(subject_name(&key.subject, study, lang), line_short(&key.part, study, lang)),
        LeverScope::Receiver => pair(line_short(&key.part, study, lang), line_short(&key.subject, study, lang)),
    }
}

/// A lever, with the years that a case sets it for where these are not all.
pub fn lever_name_in_years(key: &LeverKey, years: Option<(Year, Year)>, study: &Study, lang: Lang) -> String {
    let name = lever_name(key, study, lang);
    let Some((first, last)) = years else { return name };
    let years = if first == last { Numbers::new(lang).year(first) } else { period(first, last) };
    filled(lang, "lever-set-for", &[("lever", &name), ("years", &years)])
}

/// A project, park or shock by id.
fn subject_name(id: &str, study: &Study, lang: Lang) -> String {
    let projects = study.projects.iter().map(|project| (&project.id, &project.name));
    let parks = study.parks.iter().map(|park| (&park.id, &park.name));
    let shocks = study.shocks.iter().map(|shock| (&shock.id, &shock.name));
    let mut named = projects.chain(parks).chain(shocks);
    named.find(|(own, _)| *own == id).map_or_else(|| id.to_owned(), |(_, name)| name.in_lang(lang).to_owned())
}

/// A project, park or shock inside a sentence; the id where the study is not at hand.
pub(super) fn record_name(id: &str, study: Option<&Study>, lang: Lang) -> String {
    study.map_or_else(|| id.to_owned(), |study| subject_name(id, study, lang))
}

/// A lever by the form that errors carry; the form itself where it does not read.
pub(super) fn lever_named(text: &str, study: Option<&Study>, lang: Lang) -> String {
    match (LeverKey::parse(text), study) {
        (Ok(key), Some(study)) => lever_name(&key, study, lang),
        (Ok(key), None) if key.subject.is_empty() => lever_word(key.lever, lang),
        (Ok(key), None) => {
            let subject = if key.part.is_empty() { key.subject } else { format!("{}/{}", key.subject, key.part) };
            let arguments = [("lever", lever_word(key.lever, lang).into()), ("subject", subject.into())];
            message_with(lang, "lever-of", &arguments)
        }
        (Err(_), _) => text.to_owned(),
    }
}

/// One sentence: what a lever is in a study, its symbol and equation.
pub fn lever_definition(lever: Lever, study: &Study, lang: Lang) -> String {
    if is_of_output(lever, study) {
        return label(lang, "lever-output-growth-added-definition");
    }
    message(lang, &format!("lever-{}-definition", lever.id()))
}

/// Whether growth that is added to productivity is added to output: where a study has no employment at all, they are one.
fn is_of_output(lever: Lever, study: &Study) -> bool {
    lever == Lever::ProductivityGrowthAdded && !study.observes(Quantity::Employment)
}

/// What must still grow: a level that a target states or implies, or growth that is averaged over a period.
pub fn need_name(need: &Need, study: &Study, lang: Lang) -> String {
    let whole = || message(lang, "targets-grdp");
    let line =
        if matches!(need.line.as_str(), "" | TOTAL_LINE) { whole() } else { line_short(&need.line, study, lang) };
    match need.subject {
        CatchUpSubject::ImpliedTotal => line,
        CatchUpSubject::Outside => message_with(lang, "targets-outside", &[("line", line.into())]),
        CatchUpSubject::Grown { .. } => {
            need.find_target(study).map_or_else(String::new, |figure| grown_level_name(figure, study, lang))
        }
        CatchUpSubject::Stated { .. } | CatchUpSubject::ImpliedProductivity => {
            capitalise(&quantity_name(need.quantity, lang))
        }
    }
}

/// What nobody has figures of, as a sentence.
pub fn gap_reason(gap: Gap, lang: Lang) -> String {
    filled(lang, "gap-reason", &[("name", &gap_name(gap, lang))])
}

/// What nobody has figures of, inside a sentence.
pub fn gap_name(gap: Gap, lang: Lang) -> String {
    label(lang, gap_key(gap))
}

/// Which views and questions need the figures that are missing.
pub fn gap_needed(gap: Gap, lang: Lang) -> String {
    message(lang, &format!("needed-{}", gap_key(gap)))
}

/// What stands in while the figures are missing.
pub fn gap_meanwhile(gap: Gap, lang: Lang) -> String {
    message(lang, &format!("meanwhile-{}", gap_key(gap)))
}

const fn gap_key(gap: Gap) -> &'static str {
    match gap {
        Gap::Employment => "gap-employment",
        Gap::Skills => "gap-skills",
        Gap::Reallocation => "gap-reallocation",
        Gap::Population => "gap-population",
        Gap::LabourSupply => "gap-labour-supply",
        Gap::Capital => "gap-capital",
        Gap::Investment => "gap-investment",
        Gap::Prices => "gap-prices",
        Gap::ExchangeRate => "gap-exchange-rate",
        Gap::ProductTaxes => "gap-product-taxes",
        Gap::Land => "gap-land",
    }
}

/// Why a lever of this kind may have no effect; `None` if it always acts.
pub fn inert_reason(why: Inert, lang: Lang) -> Option<String> {
    let effective_when = match why {
        Inert::NoFigures(gap) => return Some(filled(lang, "lever-inert-gap", &[("reason", &gap_reason(gap, lang))])),
        Inert::Unless(when) => when,
    };
    let key = match effective_when {
        EffectiveWhen::Both => return None,
        EffectiveWhen::CapitalOnly => "lever-inert-capital-only",
        EffectiveWhen::IfLabourConstrained => "lever-inert-labour",
        EffectiveWhen::IfLandLimited => "lever-inert-land",
        EffectiveWhen::CurrentPrices => "lever-inert-prices",
        EffectiveWhen::IfShocked => "lever-inert-shock",
        EffectiveWhen::IfSpillover => "lever-inert-spillover",
        EffectiveWhen::IfReallocated => "lever-inert-reallocation",
        EffectiveWhen::IfProjects => "lever-inert-projects",
        EffectiveWhen::IfDisbursed => "lever-inert-disbursed",
        EffectiveWhen::IfGreen => "lever-inert-green",
        EffectiveWhen::Reporting => "lever-inert-reporting",
    };
    Some(message(lang, key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::lever::CATALOGUE;

    #[test]
    fn every_lever_has_a_name_a_definition_and_a_reason() {
        let study = crate::files::built_in().unwrap();
        for lang in Lang::ALL {
            for spec in CATALOGUE {
                let definition = lever_definition(spec.lever, &study, lang);
                assert!(definition.ends_with('.') && definition.contains(' '), "{}: {definition}", spec.id);
                for text in [lever_word(spec.lever, lang), lever_group_name(spec.group, lang)] {
                    assert!(!text.starts_with("lever-") && !text.starts_with("group-"), "{text}");
                }
                if let Some(reason) = inert_reason(Inert::Unless(spec.effective_when), lang) {
                    assert!(reason.contains(' '), "{}: {reason}", spec.id);
                }
            }
        }
    }

    #[test]
    fn every_variable_and_closure_has_a_name() {
        for lang in Lang::ALL {
            for variable in Variable::ALL {
                assert!(!variable_name(variable, lang).contains("variable-"), "{variable:?}");
            }
            for closure in Closure::ALL {
                assert!(!closure_name(closure, lang).contains("closure-"), "{closure:?}");
            }
        }
    }

    #[test]
    fn a_figure_is_named_with_its_line() {
        assert_eq!(figure_name(Quantity::Share, "total", None, Lang::VI), "tỷ trọng trong GRDP của Toàn địa bàn");
        assert_eq!(quantity_name(Quantity::GrdpPerHeadUsd, Lang::EN), "GRDP per head in USD");
        assert_eq!(input_name("tax_ratio", Lang::EN), "the product tax ratio");
        assert_eq!(input_name("output", Lang::VI), "giá trị tăng thêm");
    }

    #[test]
    fn every_quantity_has_a_name() {
        // The reader's refusal of an unknown word lists every word that it knows.
        let refusal = serde_json::from_str::<Quantity>("\"?\"").unwrap_err().to_string();
        let words: Vec<&str> = refusal.split('`').skip(3).step_by(2).collect();
        assert!(words.len() > 40, "{refusal}");
        for word in words {
            let quantity: Quantity = serde_json::from_str(&format!("\"{word}\"")).unwrap();
            for lang in Lang::ALL {
                assert!(!quantity_name(quantity, lang).contains("quantity-"), "{word}");
            }
        }
    }

    #[test]
    fn a_lever_is_named_without_a_study() {
        assert_eq!(lever_named("investment_rate", None, Lang::VI), "Tỷ lệ đầu tư/GRDP");
        assert_eq!(lever_named("project_amount/goertek", None, Lang::EN), "Registered amount: goertek");
        assert_eq!(lever_named("nothing/here", None, Lang::EN), "nothing/here");
    }
}
