//! `kichban list`: what exists, by id.

use super::args::Arguments;
use super::failure::Failure;
use super::{Reply, Task, render, reply_with_bytes, request};
use crate::engine::Gaps;
use crate::export::{cases_table, levers_table, studies_table, variables_table};
use crate::files;
use crate::scenario::study::Study;
use crate::scenario::{find_absent_figures, gaps_of};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// `kichban list`
#[derive(Debug, Clone, Args)]
pub(super) struct ListArgs {
    #[arg(value_enum, value_name = "WHAT", default_value_t = Listed::Studies)]
    what: Listed,
    #[arg(value_name = "STUDY")]
    study: Option<PathBuf>,
}

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Listed {
    Studies,
    Scenarios,
    Variables,
    Levers,
}

impl Task for ListArgs {
    fn study(&self) -> Option<&Path> {
        self.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let lang = arguments.lang;
        let study = || request::read_study(self.study.as_deref(), lang);
        let table = match self.what {
            Listed::Studies => {
                let read = |one: &files::Shipped| files::read_study(one.text.as_bytes()).map(|study| (one.id, study));
                let studies = files::shipped_studies().iter().map(read).collect::<Result<Vec<_>, _>>();
                studies_table(&studies.map_err(|error| Failure::file(&error, lang))?, lang)
            }
            Listed::Scenarios => {
                let (study, lang) = study()?;
                cases_table(&study, lang)
            }
            Listed::Variables => {
                let (study, lang) = study()?;
                variables_table(&study, pinned_gaps(&study), lang)
            }
            Listed::Levers => {
                let (study, lang) = study()?;
                levers_table(&study, pinned_gaps(&study), lang)
            }
        };
        let bytes = render::table(&table, arguments.format, lang);
        reply_with_bytes(bytes, arguments)
    }
}

/// Gaps of the baseline of the case to which others are compared.
fn pinned_gaps(study: &Study) -> Gaps {
    let baseline = study.lineage(&study.pinned).map(|(baseline, _)| baseline.id.as_str());
    let absent = baseline.map(|id| find_absent_figures(study, id));
    // A baseline that contradicts itself says so when it is run; a list of names stands without it.
    absent.and_then(Result::ok).map_or_else(Gaps::default, |absent| gaps_of(&absent))
}
