//! `kichban check`: whether a file is a study, and whether every scenario of it gives a projection in both closures.

use super::args::{Arguments, Format};
use super::failure::Failure;
use super::run::project_cases;
use super::{Reply, Task, exit_code};
use crate::engine::Closure;
use crate::files;
use crate::text::{explain_resolve_error, in_scenario, valid};
use clap::Args;
use std::collections::BTreeMap;
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
        let mut baselines = BTreeMap::new();
        for scenario in study.case_ids() {
            for closure in Closure::ALL {
                if let Err(error) = project_cases(&study, scenario, None, closure, &mut baselines) {
                    let inner = explain_resolve_error(&error, Some(&study), lang);
                    return Err(Failure::new(exit_code::INVALID, in_scenario(scenario, &inner, &study, lang)));
                }
            }
        }
        let file = self.file.display().to_string();
        Ok(Reply::out(match arguments.format {
            Format::Table | Format::Csv => format!("{}\n", valid(&file, lang)),
            Format::Json => format!("{}\n", serde_json::json!({ "file": file, "valid": true })),
        }))
    }
}
