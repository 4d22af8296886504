//! `kichban run`: scenarios simulated and printed.

use super::args::{Arguments, CaseArgs, FigureArgs, Format};
use super::failure::Failure;
use super::request::{self, Request};
use super::set::SetArgs;
use super::{Reply, Task, exit_code, is_standard_output, render, reply_with_bytes};
use crate::engine::{Closure, Projection};
use crate::export::{Run, Selection, add_remarks, projection_table};
use crate::lang::Lang;
use crate::quantity::Horizon;
use crate::scenario::{CalibratedBaselines, ResolveError, fingerprint};
use crate::text::{explain_resolve_error, in_scenario, projection_title, provenance, remarks_of_case, years_outside};
use clap::Args;
use std::io::IsTerminal as _;
use std::path::Path;

/// `kichban run`
#[derive(Debug, Clone, Args, Default)]
pub(super) struct RunArgs {
    #[command(flatten)]
    pub(super) cases: CaseArgs,
    #[arg(long, value_name = "BASELINE")]
    pub(super) on: Option<String>,
    #[command(flatten)]
    pub(super) figures: FigureArgs,
    #[command(flatten)]
    pub(super) set: SetArgs,
}

impl Task for RunArgs {
    fn study(&self) -> Option<&Path> {
        self.cases.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (study, arguments) = request::study(self.cases.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let request = Request::new(self, study, lang)?.with_values(&self.set, lang)?;
        let ran = ran(&request, lang)?;
        // A file leaves the error stream behind.
        let is_file = arguments.out.as_deref().is_some_and(|path| !is_standard_output(path));
        let bytes = render_runs(&request, &ran, arguments.format, is_file, lang)?;
        let reply = reply_with_bytes(bytes, arguments)?;
        // The pages on a screen have the remarks already.
        let is_read = arguments.format == Format::Table && arguments.out.is_none() && std::io::stdout().is_terminal();
        if is_read {
            return Ok(reply);
        }
        let runs = ran.iter().map(|one| (one.scenario.as_str(), &one.projection));
        Ok(reply.with_remarks(&request.study, runs, lang))
    }
}

/// A scenario that was run.
struct Ran {
    scenario: String,
    closure: Closure,
    vintage: String,
    projection: Projection,
}

/// The visible scenarios of a study, as a person without a window reads them.
pub(super) fn visible(named: Option<&Path>, lang: Lang) -> Result<Reply, Failure> {
    let (study, lang) = request::read_study(named, lang)?;
    let scenarios = study.case_ids().into_iter().filter(|id| study.case_visible(id)).map(str::to_owned).collect();
    let request =
        Request { scenarios, on: None, closures: vec![study.closure], variables: Vec::new(), years: Vec::new(), study };
    let ran = ran(&request, lang)?;
    render_runs(&request, &ran, Format::Table, false, lang).map(Reply::out)
}

/// Runs in a format; in a file every row has the remarks of its run.
fn render_runs(request: &Request, ran: &[Ran], format: Format, is_file: bool, lang: Lang) -> Result<Vec<u8>, Failure> {
    let study = &request.study;
    check_years(request, ran, lang)?;
    let selection = Selection { variables: request.variables.clone(), years: request.years.clone() };
    if format == Format::Table {
        let pages = ran.iter().map(|one| page(request, one, &selection, lang));
        return Ok(pages.collect::<Vec<_>>().join("\n").into_bytes());
    }
    let runs: Vec<Run<'_>> = ran
        .iter()
        .map(|one| Run { scenario: &one.scenario, closure: one.closure, projection: &one.projection })
        .collect();
    let mut table = projection_table(study, &runs, &selection, lang);
    if is_file {
        add_remarks(&mut table, study, &runs, lang);
    }
    Ok(render::table(&table, format, lang))
}

/// One scenario on screen: its title, main figures, targets, and where the figures come from.
fn page(request: &Request, ran: &Ran, selection: &Selection, lang: Lang) -> String {
    let study = &request.study;
    let title = projection_title(study, &ran.scenario, request.on.as_deref(), ran.closure, lang);
    let figures = render::projection(study, &ran.projection, selection, lang);
    let targets = render::targets(study, &ran.projection, &request.years, lang);
    let origin = provenance(study, &ran.vintage, &fingerprint(ran.projection.inputs()), lang);
    let remarks = remarks_of_case(study, &ran.scenario, &ran.projection, lang);
    let told = remarks.into_iter().chain([origin]).collect::<Vec<_>>().join("\n");
    format!("{title}\n{figures}{targets}{told}\n")
}

fn ran(request: &Request, lang: Lang) -> Result<Vec<Ran>, Failure> {
    let mut baselines = CalibratedBaselines::new(&request.study);
    let mut all = Vec::new();
    for scenario in &request.scenarios {
        for &closure in &request.closures {
            let projected = project_case(&mut baselines, scenario, request.on.as_deref(), closure);
            let (vintage, projection) = projected.map_err(|error| {
                let inner = explain_resolve_error(&error, Some(&request.study), lang);
                Failure::new(exit_code::INVALID, in_scenario(scenario, &inner, &request.study, lang))
            })?;
            all.push(Ran { scenario: scenario.clone(), closure, vintage, projection });
        }
    }
    Ok(all)
}

/// A scenario simulated on its own baseline or another, and the vintage of that baseline's figures.
pub(super) fn project_case(
    baselines: &mut CalibratedBaselines<'_>,
    scenario: &str,
    on: Option<&str>,
    closure: Closure,
) -> Result<(String, Projection), ResolveError> {
    let case = baselines.prepare(scenario, on)?;
    let study = baselines.study();
    let vintage = study.baseline(&case.baseline.id).map_or_else(String::new, |baseline| baseline.vintage.clone());
    Ok((vintage, case.in_closure(study, closure).simulate()?))
}

/// Fails for a year that all chosen scenarios lack, instead of printing an empty table.
fn check_years(request: &Request, ran: &[Ran], lang: Lang) -> Result<(), Failure> {
    let horizons = || ran.iter().map(|one| one.projection.horizon());
    let outside = request.years.iter().find(|&&year| !horizons().any(|horizon| horizon.index(year).is_some()));
    match (outside, horizons().map(Horizon::base).min(), horizons().map(Horizon::end).max()) {
        (Some(&year), Some(first), Some(last)) => Err(Failure::usage(years_outside(year, first, last, lang))),
        (Some(_) | None, _, _) => Ok(()),
    }
}
