//! Which runs a document or a chart shows: their closure, the vintages of their figures, their fingerprints, the date.

use super::scene::ExportScene;
use crate::engine::Gap;
use crate::text::words::{filled, label};
use crate::text::{case_name, closure_name, vintage_name};

/// Closure, vintage and date.
pub(super) fn run_facts(scene: &ExportScene<'_>) -> [String; 3] {
    let lang = scene.lang();
    let vintages = distinct(scene.cases.iter().map(|case| vintage_name(case.vintage(), lang)));
    [
        filled(lang, "report-closure", &[("closure", &closure_words(scene))]),
        filled(lang, "report-vintage", &[("vintage", &vintages.join(", "))]),
        filled(lang, "report-date", &[("date", &scene.request.stamp.to_text(lang))]),
    ]
}

/// Source, date and fingerprints of a chart.
pub(super) fn caption(scene: &ExportScene<'_>) -> String {
    let lang = scene.lang();
    let vintages = distinct(scene.cases.iter().map(|case| vintage_name(case.vintage(), lang)));
    let cases = scene
        .cases
        .iter()
        .map(|case| format!("{} [{}]", case_name(&case.id, Some(scene.study), lang), case.fingerprint()));
    filled(
        lang,
        "report-figure-source",
        &[
            ("study", scene.study.name.in_lang(lang)),
            ("vintage", &vintages.join(", ")),
            ("closure", &closure_words(scene)),
            ("version", env!("CARGO_PKG_VERSION")),
            ("date", &scene.request.stamp.to_text(lang)),
            ("cases", &cases.collect::<Vec<_>>().join("; ")),
        ],
    )
}

/// How the model is closed; a study of output alone has one closure, in which output continues by its own growth.
fn closure_words(scene: &ExportScene<'_>) -> String {
    if scene.lacks(Gap::Employment) {
        return label(scene.lang(), "report-closure-output");
    }
    closure_name(scene.request.closure, scene.lang())
}

/// Texts without repetition, in order.
pub(super) fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}
