//! `kichban merge`: a study of a territory that others merged into, as the sum of theirs.

use super::args::Arguments;
use super::failure::Failure;
use super::import::SourceArgs;
use super::question::reply_with_table;
use super::{Reply, Task, exit_code, request, save_study};
use crate::export::merge_table;
use crate::importing::{ImportFrame, ImportSession, MergeFrame, figures_as_study, merge_studies};
use crate::lang::Lang;
use crate::scenario::study::Study;
use crate::text::{explain_merge_problem, explain_merged, sum_note};
use clap::Args;
use std::path::{Path, PathBuf};

/// `kichban merge`
#[derive(Debug, Clone, Args)]
pub(super) struct MergeArgs {
    #[arg(id = "merged_study", value_name = "STUDY", required = true, num_args = 1..)]
    studies: Vec<PathBuf>,
    #[arg(id = "merged_name", long = "name", value_name = "TEXT", default_value = "")]
    name: String,
    #[arg(id = "merged_territory", long = "territory", value_name = "TEXT", required = true)]
    territory: String,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    figures: Vec<PathBuf>,
    #[arg(id = "figures_of", long = "of", value_name = "NAME", requires = "figures")]
    of: Option<String>,
    #[arg(long, value_name = "FILE", requires = "figures")]
    answers: Option<PathBuf>,
    #[arg(long, value_name = "%", allow_negative_numbers = true)]
    growth: Option<f64>,
}

impl Task for MergeArgs {
    fn study(&self) -> Option<&Path> {
        self.studies.first().map(PathBuf::as_path)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let opened = self.studies.iter().map(|path| request::read_study(Some(path), arguments.lang));
        let opened: Vec<(Study, Lang)> = opened.collect::<Result<_, _>>()?;
        // The sum is in the money of its parts, which is one.
        let lang = opened.first().map_or(arguments.lang, |(_, lang)| *lang);
        let arguments = &Arguments { lang, ..arguments.clone() };
        let mut studies: Vec<Study> = opened.into_iter().map(|(study, _)| study).collect();
        let mut note = String::new();
        if let Some(first) = studies.first().filter(|_| !self.figures.is_empty()) {
            let (told, study) = self.read_figures(first, arguments)?;
            note = told;
            studies.push(study);
        }
        let frame = MergeFrame { name: self.name.clone(), territory: self.territory.clone(), growth: self.growth };
        let parts: Vec<&Study> = studies.iter().collect();
        let merged = merge_studies(&parts, &frame, &sum_note).map_err(|problem| {
            Failure::new(exit_code::INVALID, explain_merge_problem(&problem, studies.first(), lang))
        })?;
        // The study goes to the file that `--out` names; the answer itself is always printed.
        let printed = Arguments { out: None, ..arguments.clone() };
        let told = format!("{}\n", explain_merged(&merged, lang).join("\n"));
        let reply = reply_with_table(&merge_table(&merged, lang), "", &told, &printed)?;
        let saved = save_study(&merged.study, arguments)?;
        Ok(Reply { note: format!("{note}{}{saved}", reply.note), ..reply })
    }
}

impl MergeArgs {
    /// The figures of another territory in files, under the lines of a study.
    fn read_figures(&self, study: &Study, arguments: &Arguments) -> Result<(String, Study), Failure> {
        let lang = arguments.lang;
        let mut session = ImportSession::new(Some(study.price_base_year));
        session.count_in_money_of(study);
        session.follow_recipes(&study.recipes);
        let how = SourceArgs::of_territory(self.answers.clone(), self.of.clone());
        let day = how.fill(&mut session, &self.figures, lang)?;
        let territory = session.territory_in(study);
        let frame = ImportFrame { territory: territory.id, vintage: study.history_vintage.clone() };
        let open = session.open_against(study, &frame);
        let note = super::import::told_of_session(&session, &open, lang);
        super::import::refuse_open(&open, &note, lang)?;
        Ok((note, figures_as_study(&session, study, &frame, &day.iso())))
    }
}
