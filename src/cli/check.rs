//! `kichban check`: whether a file is a study, and whether every scenario of it gives a projection in both closures.

use super::args::CheckArgs;
use super::failure::Failure;
use super::run::simulated;
use super::{Reply, exit_code};
use crate::engine::Closure;
use crate::files;
use crate::lang::Lang;
use crate::text::{explain_resolve_error, in_scenario, valid};
use std::collections::BTreeMap;

pub(super) fn check(args: &CheckArgs, lang: Lang) -> Result<Reply, Failure> {
    let study = files::open(&args.file).map_err(|error| Failure::file(&error, lang))?;
    let mut baselines = BTreeMap::new();
    for scenario in study.case_ids() {
        for closure in Closure::ALL {
            if let Err(error) = simulated(&study, scenario, None, closure, &mut baselines) {
                let inner = explain_resolve_error(&error, Some(&study), lang);
                return Err(Failure::new(exit_code::INVALID, in_scenario(scenario, &inner, &study, lang)));
            }
        }
    }
    Ok(Reply::out(format!("{}\n", valid(&args.file.display().to_string(), lang))))
}
