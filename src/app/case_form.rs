//! The form in which a new scenario is described before it exists, and in which a case is described anew.

use crate::scenario::study::Scenario;
use crate::scenario::{CaseWords, Edit};

/// What the form is about.
#[derive(Debug, Clone, PartialEq)]
pub enum FormCase {
    /// A scenario that does not exist yet.
    New(Box<Scenario>),
    /// A case of the study.
    Known(String),
}

/// Name, short name and question of a case, as they are being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseForm {
    /// The case.
    pub subject: FormCase,
    /// The texts so far.
    pub words: CaseWords,
}

impl CaseForm {
    /// The form of a new scenario, with the name that is proposed; nothing exists before the form is accepted.
    pub fn new(scenario: Scenario) -> Self {
        let (name, short, question) = (scenario.name.clone(), scenario.short.clone(), scenario.note.clone());
        Self { words: CaseWords { name, short, question }, subject: FormCase::New(Box::new(scenario)) }
    }

    /// The edit that the form stands for; `None` while the case has no name.
    pub fn edit(&self) -> Option<Edit> {
        let words = self.words.clone();
        if words.name.vi.trim().is_empty() && words.name.en.trim().is_empty() {
            return None;
        }
        Some(match &self.subject {
            FormCase::New(scenario) => {
                let CaseWords { name, short, question } = words.compose();
                Edit::AddScenario(Scenario { name, short, note: question, ..(**scenario).clone() })
            }
            FormCase::Known(case) => Edit::DescribeCase { case: case.clone(), words: Box::new(words) },
        })
    }
}
