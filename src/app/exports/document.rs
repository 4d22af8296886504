//! What the report and the note are made of: sections before they have numbers, the counter of tables and figures, and
//! what every document carries.

use super::run_facts::distinct;
use super::scene::ExportScene;
use crate::app::export_form::ExportForm;
use crate::app::export_sections::DocumentSection;
use crate::export::ExportCase;
use crate::export::chart::ChartFile;
use crate::export::report::{Report, ReportBlock, ReportTable, Section};
use crate::lang::Lang;
use crate::text::words::{filled, label};

/// A section before it has a number: title and blocks.
pub(super) struct SectionDraft {
    pub(super) title: String,
    pub(super) level: u8,
    pub(super) blocks: Vec<ReportBlock>,
}

impl SectionDraft {
    /// A section of the report under its heading.
    pub(super) fn of_report(scene: &ExportScene<'_>, section: DocumentSection, blocks: Vec<ReportBlock>) -> Self {
        let heading = section.heading(ExportForm::Report);
        Self { title: heading.map_or_else(String::new, |key| label(scene.lang(), key)), level: 1, blocks }
    }
}

/// Numbers tables, figures and sections while the report is put together.
pub(super) struct Counter {
    lang: Lang,
    tables: usize,
    figures: usize,
}

impl Counter {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang, tables: 0, figures: 0 }
    }

    pub(super) fn table(&mut self, title: String, mut table: ReportTable) -> ReportBlock {
        self.tables += 1;
        table.number = filled(self.lang, "report-table", &[("number", &self.tables.to_string())]);
        table.title = title;
        ReportBlock::Table(table)
    }

    pub(super) fn figure(&mut self, figure: ChartFile) -> ReportBlock {
        self.figures += 1;
        let number = filled(self.lang, "report-figure", &[("number", &self.figures.to_string())]);
        ReportBlock::Figure { number, figure: Box::new(figure) }
    }
}

/// What stands at the head of a document.
pub(super) struct DocumentHead {
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) facts: Vec<String>,
    /// Heading of the table of contents; `None` for a document that is too short for one.
    pub(super) contents: Option<String>,
}

/// A document with what every one carries: the study, its origin, the foot of its pages.
pub(super) fn assemble(scene: &ExportScene<'_>, head: DocumentHead, sections: Vec<Section>) -> Report {
    Report {
        lang: scene.lang(),
        title: head.title,
        subtitle: head.subtitle,
        facts: head.facts,
        contents: head.contents,
        sections,
        footer: footer(scene),
        properties: vec![
            ("study", scene.study.id.clone()),
            ("scenario", scene.cases.iter().map(|case| case.id.clone()).collect::<Vec<_>>().join(" ")),
            ("closure", scene.request.closure.id().to_owned()),
            ("fingerprint", scene.cases.iter().map(ExportCase::fingerprint).collect::<Vec<_>>().join(" ")),
            ("vintage", distinct(scene.cases.iter().map(|case| case.vintage().to_owned())).join(" ")),
            ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ],
        carried: scene.carry_study(),
        stamp: scene.request.stamp,
    }
}

fn footer(scene: &ExportScene<'_>) -> String {
    let lang = scene.lang();
    format!(
        "{} · Kịch Bản {} · {}",
        scene.study.name.in_lang(lang),
        env!("CARGO_PKG_VERSION"),
        scene.request.stamp.to_text(lang)
    )
}
