//! `kichban check`: whether a file is a study, and whether every scenario of it gives a projection in both closures, or in its own where it has no figures for the other.

use super::args::{Arguments, Format};
use super::failure::Failure;
use super::run::project_case;
use super::{Reply, Task, exit_code};
use crate::engine::Closure;
use crate::files;
use crate::scenario::{CalibratedBaselines, ResolveError};
use crate::text::{explain_resolve_error, in_scenario, valid};
use clap::Args;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// `kichban check`
#[derive(Debug, Clone, Args)]
pub(super) struct CheckArgs {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Task for CheckArgs {
    fn study(&self) -> Option<&Path> {
        Some(&self.file)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let lang = arguments.lang;
        let study = files::open(&self.file).map_err(|error| Failure::file(&error, lang))?;
        let mut baselines = CalibratedBaselines::new(&study);
        let mut notes = BTreeSet::new();
        for scenario in study.case_ids() {
            for closure in Closure::ALL {
                let Err(error) = project_case(&mut baselines, scenario, None, closure) else { continue };
                let told = explain_resolve_error(&error, Some(&study), lang);
                // A study that has no figures for the other closure is right without it.
                if closure != study.closure && matches!(error, ResolveError::ClosureNeedsFigure { .. }) {
                    notes.insert(format!("{}\n", told.sentence));
                    continue;
                }
                return Err(Failure::new(exit_code::INVALID, in_scenario(scenario, &told, &study, lang)));
            }
        }
        let file = self.file.display().to_string();
        let reply = Reply::out(match arguments.format {
            Format::Table | Format::Csv => format!("{}\n", valid(&file, lang)),
            Format::Json => format!("{}\n", serde_json::json!({ "file": file, "valid": true })),
        });
        Ok(Reply { note: notes.into_iter().collect(), ..reply })
    }
}
