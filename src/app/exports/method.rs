//! What the model is, in the report: only what is true of the inputs that its scenarios have.

use super::document::SectionDraft;
use super::scene::ExportScene;
use crate::app::export_sections::DocumentSection;
use crate::engine::{Gap, Gaps};
use crate::export::report::ReportBlock;
use crate::text::words::filled;

/// A paragraph, and the parts of the inputs that it needs.
type Paragraph = (&'static str, &'static [Gap]);

const PARAGRAPHS: [Paragraph; 9] = [
    ("report-method-identity", &[]),
    ("report-method-prices", &[]),
    ("report-method-closures", &Gaps::OF_CAPITAL_CLOSURE),
    ("report-method-baseline", &[]),
    ("report-method-labour", &[Gap::Employment]),
    ("report-method-shocks", &[]),
    ("report-method-land", &[Gap::Land]),
    ("report-method-investment", &[Gap::Investment, Gap::Capital]),
    ("report-method-limits", &[]),
];

pub(super) fn method(scene: &ExportScene<'_>) -> SectionDraft {
    let lang = scene.lang();
    let word = |gap| if scene.lacks(gap) { "none" } else { "some" };
    let base = scene.study.price_base_year.to_string();
    let values = [
        ("base", base.as_str()),
        ("employment", word(Gap::Employment)),
        ("taxes", word(Gap::ProductTaxes)),
        ("prices", word(Gap::Prices)),
        ("capital", word(Gap::Capital)),
    ];
    let apply = PARAGRAPHS.into_iter().filter(|(_, needs)| !needs.iter().any(|gap| scene.lacks(*gap)));
    let blocks = apply.map(|(key, _)| ReportBlock::Paragraph(filled(lang, key, &values))).collect();
    SectionDraft::of_report(scene, DocumentSection::Method, blocks)
}
