//! The sections of the report and of the answer note: which there are, and which are chosen.

use super::export_form::ExportForm;
use std::collections::BTreeSet;

/// A section of the report, of the answer note, or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentSection {
    /// What each scenario leads to.
    Answer,
    /// The scenarios and what they ask.
    Question,
    /// Assumptions in which the scenarios differ.
    Assumptions,
    /// Main figures, year by year in the report.
    Results,
    /// The charts of the overview.
    Charts,
    /// Every target with what each scenario has in its place.
    Targets,
    /// Findings of the plan audit.
    Audit,
    /// Which assumptions make the difference.
    Why,
    /// Bands and probabilities.
    Likely,
    /// On what an answer rests; in the report a part of the answer.
    Rests,
    /// Sources of the data.
    Sources,
    /// What the model is.
    Method,
    /// Fingerprints and vintages.
    Origin,
}

/// Sections of the report in its order, with the keys of their headings.
static OF_REPORT: [(DocumentSection, &str); 12] = [
    (DocumentSection::Answer, "report-section-summary"),
    (DocumentSection::Question, "report-section-scenarios"),
    (DocumentSection::Assumptions, "report-section-assumptions"),
    (DocumentSection::Results, "report-section-results"),
    (DocumentSection::Charts, "report-section-charts"),
    (DocumentSection::Targets, "report-section-targets"),
    (DocumentSection::Audit, "report-section-audit"),
    (DocumentSection::Why, "report-section-why"),
    (DocumentSection::Likely, "report-section-chances"),
    (DocumentSection::Sources, "report-section-sources"),
    (DocumentSection::Method, "report-section-method"),
    (DocumentSection::Origin, "report-section-origin"),
];

/// Sections of the answer note in its order, with the keys of their headings.
static OF_NOTE: [(DocumentSection, &str); 6] = [
    (DocumentSection::Question, "answer-note-section-question"),
    (DocumentSection::Answer, "answer-note-section-answer"),
    (DocumentSection::Why, "answer-note-section-why"),
    (DocumentSection::Likely, "answer-note-section-likely"),
    (DocumentSection::Results, "answer-note-section-figures"),
    (DocumentSection::Rests, "answer-note-section-rests"),
];

/// Sections of a form in its order, with the keys of their headings; empty for a form without sections.
pub const fn sections_of(form: ExportForm) -> &'static [(DocumentSection, &'static str)] {
    match form {
        ExportForm::Report => &OF_REPORT,
        ExportForm::Note => &OF_NOTE,
        ExportForm::Workbook | ExportForm::Charts | ExportForm::Tables => &[],
    }
}

impl DocumentSection {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Answer,
        Self::Question,
        Self::Assumptions,
        Self::Results,
        Self::Charts,
        Self::Targets,
        Self::Audit,
        Self::Why,
        Self::Likely,
        Self::Rests,
        Self::Sources,
        Self::Method,
        Self::Origin,
    ];

    /// The word on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Question => "question",
            Self::Assumptions => "assumptions",
            Self::Results => "results",
            Self::Charts => "charts",
            Self::Targets => "targets",
            Self::Audit => "audit",
            Self::Why => "why",
            Self::Likely => "likely",
            Self::Rests => "rests",
            Self::Sources => "sources",
            Self::Method => "method",
            Self::Origin => "origin",
        }
    }

    /// Key of its heading in a form; `None` where the form has no such section.
    pub fn heading(self, form: ExportForm) -> Option<&'static str> {
        sections_of(form).iter().find(|(section, _)| *section == self).map(|(_, key)| *key)
    }
}

/// The sections that a document is to have; all of them unless something is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenSections(BTreeSet<DocumentSection>);

impl Default for ChosenSections {
    fn default() -> Self {
        Self(DocumentSection::ALL.into_iter().collect())
    }
}

impl FromIterator<DocumentSection> for ChosenSections {
    fn from_iter<T: IntoIterator<Item = DocumentSection>>(sections: T) -> Self {
        Self(sections.into_iter().collect())
    }
}

impl ChosenSections {
    /// Whether a section is chosen.
    pub fn has(&self, section: DocumentSection) -> bool {
        self.0.contains(&section)
    }

    /// Takes a section in, or leaves it out.
    pub fn toggle(&mut self, section: DocumentSection) {
        if !self.0.remove(&section) {
            self.0.insert(section);
        }
    }

    /// The chosen sections of a form in its order.
    pub fn of(&self, form: ExportForm) -> impl Iterator<Item = DocumentSection> + '_ {
        sections_of(form).iter().map(|(section, _)| *section).filter(|section| self.has(*section))
    }

    /// Whether a form has something to say: it has no sections, or one of them is chosen.
    pub fn is_enough_for(&self, form: ExportForm) -> bool {
        sections_of(form).is_empty() || self.of(form).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_has_a_word_of_its_own_and_stands_in_a_document() {
        let words: BTreeSet<&str> = DocumentSection::ALL.into_iter().map(DocumentSection::id).collect();
        assert_eq!(words.len(), DocumentSection::ALL.len());
        for section in DocumentSection::ALL {
            let is_somewhere = ExportForm::ALL.into_iter().any(|form| section.heading(form).is_some());
            assert!(is_somewhere, "{section:?}");
        }
    }

    #[test]
    fn all_sections_are_chosen_unless_some_are_left_out() {
        let mut chosen = ChosenSections::default();
        assert_eq!(chosen.of(ExportForm::Report).count(), OF_REPORT.len());
        assert_eq!(chosen.of(ExportForm::Note).next(), Some(DocumentSection::Question), "in the order of the note");
        for (section, _) in OF_NOTE {
            assert!(chosen.is_enough_for(ExportForm::Note));
            chosen.toggle(section);
        }
        assert!(!chosen.is_enough_for(ExportForm::Note) && chosen.is_enough_for(ExportForm::Report));
        assert!(chosen.is_enough_for(ExportForm::Tables));
    }
}
