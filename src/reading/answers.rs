//! Answers to the questions of an import: what a recipe holds.

use crate::lang::fold_tight;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportAnswer {
    /// The key of the table, a part of it that is in no other, or `*` for all tables of the file.
    pub table: String,
    /// The file that it is about, without folders; empty for any.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The id of the question.
    pub question: String,
    /// What holds.
    pub answer: String,
}

/// All answers given.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct ImportAnswers(pub Vec<ImportAnswer>);

impl ImportAnswers {
    /// That files which name no territory are about this one.
    pub fn about_territory(territory: &str) -> Self {
        Self(vec![ImportAnswer {
            table: "*".to_owned(),
            file: String::new(),
            question: "territory".to_owned(),
            answer: territory.to_owned(),
        }])
    }

    /// The answers about a table, the general ones first, so that the particular ones overrule them.
    pub fn about(&self, file: &str, key: &str) -> Vec<&ImportAnswer> {
        let tight = fold_tight(key);
        let of_file = |answer: &&ImportAnswer| answer.file.is_empty() || answer.file == file;
        let general = self.0.iter().filter(of_file).filter(|answer| answer.table == "*");
        let particular = self.0.iter().filter(of_file).filter(|answer| answer.table != "*");
        let fits = |answer: &&ImportAnswer| tight.contains(&fold_tight(&answer.table));
        general.chain(particular.filter(fits)).collect()
    }
}
