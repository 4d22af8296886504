//! `kichban compare`: scenarios beside the one against which they are measured.

use super::args::{Arguments, CaseArgs, FigureArgs};
use super::failure::Failure;
use super::question::{closures, reply_with_table};
use super::run::project_case;
use super::set::SetArgs;
use super::{Reply, Task, exit_code, render, request};
use crate::engine::{Closure, Projection};
use crate::export::{Run, Selection, compare_table};
use crate::lang::Lang;
use crate::scenario::CalibratedBaselines;
use crate::text::words::filled;
use crate::text::{case_name, compared_with_itself, explain_resolve_error, in_scenario, only_one_case};
use clap::Args;
use std::path::Path;

/// `kichban compare`
#[derive(Debug, Clone, Args)]
pub(super) struct CompareArgs {
    #[command(flatten)]
    cases: CaseArgs,
    #[arg(long, value_name = "ID")]
    against: Option<String>,
    #[command(flatten)]
    figures: FigureArgs,
    #[command(flatten)]
    set: SetArgs,
}

impl Task for CompareArgs {
    fn study(&self) -> Option<&Path> {
        self.cases.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (mut study, arguments) = request::study(self.cases.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let against = self.against.clone().unwrap_or_else(|| study.pinned.clone());
        let against = against.as_str();
        let mut scenarios = request::choose_scenarios(&self.cases.scenario, &study, lang)?;
        request::known_case(against, &study, lang)?;
        // The case against which they are measured keeps its own values.
        self.set.change_cases(&mut study, &mut scenarios, None, lang)?;
        if scenarios.iter().all(|id| id == against) {
            let is_alone = study.case_ids().len() < 2;
            let told = if is_alone {
                only_one_case(against, &study, lang)
            } else {
                compared_with_itself(against, &study, lang)
            };
            return Err(Failure::usage(told));
        }
        let variables = request::keep_first(&self.figures.variable)
            .iter()
            .map(|id| request::variable(id, lang))
            .collect::<Result<Vec<_>, _>>()?;
        let years = request::years_of(self.figures.years.as_deref(), lang)?;
        let selection = Selection { variables, years: if years.is_empty() { vec![study.horizon] } else { years } };
        let mut baselines = CalibratedBaselines::new(&study);
        let mut runs = Vec::new();
        for closure in closures(self.figures.closure, &study) {
            let base = run(&mut baselines, against, closure, lang)?;
            for scenario in scenarios.iter().filter(|id| *id != against) {
                runs.push((scenario, closure, base.clone(), run(&mut baselines, scenario, closure, lang)?));
            }
        }
        let pairs: Vec<[Run<'_>; 2]> = runs
            .iter()
            .map(|(scenario, closure, base, own)| {
                let closure = *closure;
                [Run { scenario: against, closure, projection: base }, Run { scenario, closure, projection: own }]
            })
            .collect();
        let table = compare_table(&study, &pairs, &selection, lang);
        let title = filled(lang, "compare-difference", &[("name", &case_name(against, Some(&study), lang))]);
        let both = || runs.iter().flat_map(|(scenario, _, base, own)| [(against, base), (scenario.as_str(), own)]);
        let rounded = both().find_map(|(_, projection)| render::note_rounded(&study, projection, &selection, lang));
        let rounded = rounded.map_or_else(String::new, |note| note + "\n");
        Ok(reply_with_table(&table, &format!("{title}\n"), &rounded, arguments)?.with_remarks(&study, both(), lang))
    }
}

fn run(
    baselines: &mut CalibratedBaselines<'_>,
    case: &str,
    closure: Closure,
    lang: Lang,
) -> Result<Projection, Failure> {
    project_case(baselines, case, None, closure).map(|(_, projection)| projection).map_err(|error| {
        let study = baselines.study();
        let inner = explain_resolve_error(&error, Some(study), lang);
        Failure::new(exit_code::INVALID, in_scenario(case, &inner, study, lang))
    })
}
