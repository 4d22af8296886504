//! `kichban rebase`: the last actual year becomes the base; `kichban choose`: a vintage becomes the record; `kichban moved`: what moved since an earlier state.

use super::args::{Arguments, whole};
use super::failure::Failure;
use super::question::{reply_with_table, unanswered};
use super::{Reply, Task, exit_code, request, save_study};
use crate::analysis::{StudyMoves, what_moved};
use crate::export::moved_table;
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::scenario::{BaseChange, BaseMove, Edit, VintageChoice, apply_edit};
use crate::text::{explain_moved, explain_study_error, title_moved};
use clap::Args;
use std::path::{Path, PathBuf};

/// `kichban rebase`
#[derive(Debug, Clone, Args)]
pub(super) struct RebaseArgs {
    #[arg(value_name = "STUDY")]
    study: PathBuf,
    #[arg(id = "base_year", long = "year", value_name = "YEAR", value_parser = whole::<i32>(1900, 2100), allow_negative_numbers = true)]
    year: Option<Year>,
    #[arg(long)]
    allow_gaps: bool,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    scenario: Option<String>,
}

/// `kichban choose`
#[derive(Debug, Clone, Args)]
pub(super) struct ChooseArgs {
    #[arg(value_name = "STUDY")]
    study: PathBuf,
    #[arg(id = "chosen_vintage", long = "vintage", value_name = "NAME", required = true)]
    vintage: String,
    #[arg(long, value_name = "TEXT", required = true)]
    reason: String,
    #[arg(long)]
    allow_gaps: bool,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    scenario: Option<String>,
}

/// `kichban moved`
#[derive(Debug, Clone, Args)]
pub(super) struct MovedArgs {
    #[arg(value_name = "STUDY")]
    study: PathBuf,
    #[arg(long, value_name = "STUDY", required = true)]
    since: PathBuf,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    scenario: Option<String>,
}

impl Task for RebaseArgs {
    fn study(&self) -> Option<&Path> {
        Some(&self.study)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let change = BaseChange { to: BaseMove::Year(self.year), losses_allowed: self.allow_gaps };
        move_base(&self.study, change, self.scenario.as_deref(), arguments)
    }
}

impl Task for ChooseArgs {
    fn study(&self) -> Option<&Path> {
        Some(&self.study)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let choice = VintageChoice { vintage: self.vintage.clone(), reason: self.reason.clone() };
        let change = BaseChange { to: BaseMove::Vintage(choice), losses_allowed: self.allow_gaps };
        move_base(&self.study, change, self.scenario.as_deref(), arguments)
    }
}

/// Changes on what the baselines of a study rest, and says what that moves; written with `--out` only.
fn move_base(path: &Path, change: BaseChange, case: Option<&str>, arguments: &Arguments) -> Result<Reply, Failure> {
    let (study, arguments) = request::study(Some(path), arguments)?;
    let (lang, arguments) = (arguments.lang, &arguments);
    let next = apply_edit(&study, &Edit::ChangeBase(change))
        .map_err(|error| Failure::new(exit_code::INVALID, explain_study_error(&error, Some(&study), lang)))?;
    // The study goes to the file that `--out` names; the answer itself is always printed.
    let printed = Arguments { out: None, ..arguments.clone() };
    let reply = tell(&study, &next, case, &printed)?;
    let note = save_study(&next, arguments)?;
    Ok(Reply { note: format!("{}{note}", reply.note), ..reply })
}

impl Task for MovedArgs {
    fn study(&self) -> Option<&Path> {
        Some(&self.study)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (study, arguments) = request::study(Some(&self.study), arguments)?;
        let (earlier, _) = request::study(Some(&self.since), &arguments)?;
        tell(&earlier, &study, self.scenario.as_deref(), &arguments)
    }
}

/// The answer for a case: the named one, or the pinned one of the later state.
fn tell(old: &Study, new: &Study, case: Option<&str>, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang: Lang = arguments.lang;
    let case = case.unwrap_or(&new.pinned);
    let moved: StudyMoves = what_moved(old, new, case).map_err(|error| unanswered(&error, new, lang))?;
    let title = format!("{}\n", title_moved(&moved, new, case, lang));
    let told = format!("{}\n", explain_moved(&moved, new, lang).join("\n"));
    reply_with_table(&moved_table(new, &moved, lang), &title, &told, arguments)
}
