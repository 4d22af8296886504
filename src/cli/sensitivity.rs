//! `kichban sensitivity`: Sobol indices of a scenario's levers over their plausible ranges.

use super::args::{Arguments, ClosureWord, Format, whole};
use super::failure::Failure;
use super::question::{closures, prepare, unanswered};
use super::set::SetArgs;
use super::{Reply, Task, exit_code, render, reply_with_bytes, request, run_with_progress};
use crate::analysis::ensemble::{UncertainLever, soft_levers, stated_levers};
use crate::analysis::narrowed::{Narrowed, Ranked};
use crate::analysis::sobol::{Design, Response, Sensitivity};
use crate::analysis::{AnalysisError, Metric};
use crate::engine::{Closure, Kernel, Line, MeasuredSeries, Projection, TAXES_LINE, TOTAL_LINE, Variable};
use crate::export::{SensitivityRun, sensitivity_table};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::setting::{LeverKey, Settings};
use crate::scenario::study::Study;
use crate::scenario::{PreparedCase, ResolveError};
use crate::text::{
    explain_narrowed, explain_record_problem, explain_resolve_error, in_scenario, indices_not_measured, lever_name,
    lever_without_distribution, line_short, note_noisy_indices, nothing_to_draw, nothing_to_vary, sensitivity_title,
    unknown_line, unknown_variable, variable_name, years_outside,
};
use clap::Args;
use std::path::{Path, PathBuf};

/// `kichban sensitivity`
#[derive(Debug, Clone, Args)]
pub(super) struct SensitivityArgs {
    #[arg(value_name = "STUDY")]
    study: Option<PathBuf>,
    #[arg(long, value_name = "ID")]
    scenario: Option<String>,
    #[arg(long, value_enum)]
    closure: Option<ClosureWord>,
    #[arg(long, value_name = "ID", default_value = "grdp")]
    variable: String,
    #[arg(long, value_name = "ID", default_value = TOTAL_LINE)]
    sector: String,
    #[arg(long, value_name = "YEAR", value_parser = whole::<i32>(1, 9_999), allow_negative_numbers = true)]
    year: Option<i32>,
    #[arg(long, value_name = "ID")]
    lever: Vec<String>,
    #[arg(long, value_name = "N", default_value_t = 8_192, value_parser = whole::<u32>(32, 1_048_576), allow_negative_numbers = true)]
    points: u32,
    #[arg(long, value_name = "N", default_value_t = 2030, value_parser = whole::<u64>(0, u64::MAX), allow_negative_numbers = true)]
    seed: u64,
    #[command(flatten)]
    set: SetArgs,
}

impl Task for SensitivityArgs {
    fn study(&self) -> Option<&Path> {
        self.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (mut study, arguments) = request::study(self.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let scenario = self.scenario.clone().unwrap_or_else(|| study.pinned.clone());
        let scenario = self.set.change_case(&mut study, &scenario, lang)?;
        let answers = closures(self.closure, &study)
            .into_iter()
            .map(|closure| answer(self, (&study, &scenario), closure, lang))
            .collect::<Result<Vec<_>, _>>()?;
        let paths = answers.iter().map(|one| (one.scenario.as_str(), &one.path));
        Ok(reply_with_bytes(render_answers(&study, &answers, arguments.format, lang), arguments)?
            .with_remarks(&study, paths, lang))
    }
}

/// Levers that are looked at where none is named.
const MOST_LEVERS: usize = 12;

/// What is asked.
struct Question {
    study: Study,
    prepared: PreparedCase,
    closure: Closure,
    series: MeasuredSeries,
    year: Year,
    levers: Vec<UncertainLever>,
    is_screened: bool,
}

/// What was found in one closure.
struct Answered {
    scenario: String,
    closure: Closure,
    /// The projection of the scenario as it is.
    path: Projection,
    levers: Vec<UncertainLever>,
    found: Sensitivity,
    narrowed: Vec<Narrowed>,
    title: [String; 2],
}

impl Answered {
    fn run(&self) -> SensitivityRun<'_> {
        let Self { closure, levers, found, narrowed, .. } = self;
        SensitivityRun { closure: *closure, levers, found, narrowed }
    }
}

fn answer(
    args: &SensitivityArgs,
    (study, scenario): (&Study, &str),
    closure: Closure,
    lang: Lang,
) -> Result<Answered, Failure> {
    let question = question(args, (study, scenario), closure, lang)?;
    let design = Design { points: args.points as usize, seed: args.seed, ..Design::default() };
    let name = format!(
        "{}, {}",
        variable_name(question.series.variable, lang),
        line_short(&args.sector, &question.study, lang)
    );
    let (year, scenario) = (question.year, question.prepared.id.clone());
    let path = question.prepared.in_closure(study, closure).simulate();
    let path = path.map_err(|error| explain_resolve(&error, &scenario, study, lang))?;
    let work = move |progress: &crate::task::Progress| {
        let case = question.prepared.in_closure(&question.study, question.closure);
        let all = Response { case, levers: &question.levers, series: question.series, year: question.year };
        all.ranked(question.is_screened.then_some(MOST_LEVERS), design, progress)
    };
    match run_with_progress(lang, work) {
        Some(Ok(Some(Ranked { levers, found: Some(found), narrowed }))) => {
            let title = sensitivity_title(study, (&scenario, closure), (&name, year), found.runs, lang);
            Ok(Answered { scenario, closure, path, levers, found, narrowed, title })
        }
        Some(Ok(Some(Ranked { found: None, narrowed, .. }))) if narrowed.is_empty() => {
            Err(Failure::usage(nothing_to_vary(&name, year, lang)))
        }
        Some(Ok(Some(Ranked { found: None, narrowed, .. }))) => {
            Err(Failure::new(exit_code::INVALID, nothing_to_draw(&narrowed, study, lang)))
        }
        Some(Err(AnalysisError::Resolve(error))) => Err(explain_resolve(&error, &scenario, study, lang)),
        Some(Err(error)) => Err(unanswered(&error, study, lang)),
        Some(Ok(None)) | None => Err(Failure::from_interruption(lang)),
    }
}

fn explain_resolve(error: &ResolveError, scenario: &str, study: &Study, lang: Lang) -> Failure {
    let inner = explain_resolve_error(error, Some(study), lang);
    Failure::new(exit_code::INVALID, in_scenario(scenario, &inner, study, lang))
}

fn question(
    args: &SensitivityArgs,
    (study, scenario): (&Study, &str),
    closure: Closure,
    lang: Lang,
) -> Result<Question, Failure> {
    let variable = Variable::ALL.into_iter().find(|variable| variable.id() == args.variable);
    let variable = variable.ok_or_else(|| Failure::usage(unknown_variable(&args.variable, lang)))?;
    if !variable.is_measured() {
        return Err(Failure::usage(indices_not_measured(variable, lang)));
    }
    let failed = |error: ResolveError| explain_resolve(&error, scenario, study, lang);
    let prepared = prepare(study, scenario, lang)?;
    let case = prepared.in_closure(study, closure);
    let inputs = case.resolve().map_err(failed)?;
    let year = args.year.unwrap_or(study.horizon);
    if inputs.horizon.index(year).is_none_or(|index| index == 0) {
        let (first, last) = (inputs.horizon.base() + 1, inputs.horizon.end());
        return Err(Failure::usage(years_outside(year, first, last, lang)));
    }
    let line = line(&args.sector, &Kernel::new(&inputs).map_err(|error| failed(error.into()))?)
        .ok_or_else(|| Failure::usage(unknown_line(&args.sector, study, lang)))?;
    if let Some(gap) = inputs.gaps.of_variable(variable, line) {
        return Err(unanswered(
            &AnalysisError::NotKnown { metric: Metric::new(variable, line, year), gap },
            study,
            lang,
        ));
    }
    let soft = soft_levers(case);
    let levers =
        if args.lever.is_empty() { soft } else { find_measure(&args.lever, &soft, case.settings, study, lang)? };
    let series = MeasuredSeries { variable, line };
    let is_screened = args.lever.is_empty();
    let study = study.clone();
    Ok(Question { study, prepared, closure, series, year, levers, is_screened })
}

fn line(id: &str, kernel: &Kernel) -> Option<Line> {
    let inputs = kernel.inputs();
    let sector = inputs.sectors.iter().position(|sector| sector.id == id).map(Line::Sector);
    let group = || inputs.groups.iter().position(|group| group.id == id).map(Line::Group);
    let whole = match id {
        TOTAL_LINE => Some(Line::Total),
        TAXES_LINE => Some(Line::Taxes),
        _ => None,
    };
    sector.or_else(group).or(whole)
}

/// Levers by name: between the low and high that the scenario states, otherwise over the soft range.
fn find_measure(
    names: &[String],
    soft: &[UncertainLever],
    settings: &Settings,
    study: &Study,
    lang: Lang,
) -> Result<Vec<UncertainLever>, Failure> {
    let stated = stated_levers(settings);
    let one = |name: &String| {
        let key = LeverKey::parse(name)
            .map_err(|problem| Failure::usage(explain_record_problem(&problem, Some(study), lang)))?;
        let mut known = stated.iter().chain(soft);
        let found = known.find(|lever| lever.key == key).cloned();
        found.ok_or_else(|| Failure::usage(lever_without_distribution(&key, study, lang)))
    };
    names.iter().map(one).collect()
}

/// A page for each closure on screen; one table in files.
fn render_answers(study: &Study, answers: &[Answered], format: Format, lang: Lang) -> Vec<u8> {
    let runs: Vec<SensitivityRun<'_>> = answers.iter().map(Answered::run).collect();
    if format != Format::Table {
        return render::table(&sensitivity_table(study, &runs, lang), format, lang);
    }
    let pages = answers.iter().zip(runs).map(|(one, run)| {
        let [title, runs] = &one.title;
        let bytes = render::table(&sensitivity_table(study, &[run], lang), format, lang);
        let noisy = one.levers.iter().zip(&one.found.inputs).filter(|(_, input)| input.is_first_noise());
        let names: Vec<String> = noisy.map(|(lever, _)| lever_name(&lever.key, study, lang)).collect();
        let narrowed = one.narrowed.iter().map(|narrowed| explain_narrowed(narrowed, study, lang));
        let notes = narrowed.chain(note_noisy_indices(&names, one.found.sum_first(), lang));
        let notes: String = notes.map(|note| note + "\n").collect();
        format!("{title}\n{}{runs}\n{notes}", String::from_utf8_lossy(&bytes))
    });
    pages.collect::<Vec<_>>().join("\n").into_bytes()
}
