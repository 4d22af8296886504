//! `kichban ensemble`: bands of a scenario and the probability of its targets.

use super::args::{Arguments, CaseArgs, FigureArgs, Format, NumberError, whole};
use super::failure::Failure;
use super::request::{self, Request};
use super::run::RunArgs;
use super::set::SetArgs;
use super::{Reply, Task, exit_code, render, reply_with_bytes, run_with_progress};
use crate::analysis::ensemble::{
    Ensemble, EnsembleOptions, PairedDifference, differences_from_reference, ensemble as simulate_draws, stated_levers,
};
use crate::engine::{Closure, Kernel, Line, MeasuredSeries, Projection, TAXES_LINE, TOTAL_LINE, Variable};
use crate::export::{EnsembleRun, Table, bands_table, chances_table, ensemble_table, explain_unjudged};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::study::Study;
use crate::scenario::{BandSource, PreparedCase, ResolveError};
use crate::task::Progress;
use crate::text::words::label;
use crate::text::{
    band_basis_notes, bands_note, ensemble_title, explain_resolve_error, in_scenario, median_and_path, not_measured,
    paired_note, variable_name,
};
use clap::{Args, ValueEnum};
use std::path::Path;
use std::sync::Arc;

/// `kichban ensemble`
#[derive(Debug, Clone, Args)]
pub(super) struct EnsembleArgs {
    #[command(flatten)]
    cases: CaseArgs,
    #[command(flatten)]
    figures: FigureArgs,
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = whole::<u32>(100, 10_000_000), allow_negative_numbers = true)]
    draws: u32,
    #[arg(long, value_name = "N", default_value_t = 2030, value_parser = whole::<u64>(0, u64::MAX), allow_negative_numbers = true)]
    seed: u64,
    #[arg(long, value_name = "X", default_value_t = 1.0, value_parser = volatility, allow_negative_numbers = true)]
    volatility: f64,
    #[arg(long)]
    own_volatility: bool,
    #[arg(long, requires = "own_volatility")]
    no_drift: bool,
    #[arg(long, value_enum, value_name = "levers|crash")]
    with: Vec<Random>,
    #[command(flatten)]
    set: SetArgs,
}

/// What is random besides the innovations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Random {
    Levers,
    Crash,
}

/// A factor of volatility: a number from 0 to 10.
fn volatility(text: &str) -> Result<f64, NumberError> {
    let factor: f64 = text.parse()?;
    // In the parser's own words for bounds of whole numbers.
    if (0.0..=10.0).contains(&factor) { Ok(factor) } else { Err(format!("{text} is not in 0..=10").into()) }
}

impl Task for EnsembleArgs {
    fn study(&self) -> Option<&Path> {
        self.cases.study.as_deref()
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (study, arguments) = request::study(self.cases.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let mut request = Request::new(&as_run(self), study, lang)?;
        if self.cases.scenario.is_empty() {
            request.scenarios = vec![request.study.pinned.clone()];
        }
        let request = request.with_values(&self.set, lang)?;
        if let Some(&variable) = request.variables.iter().find(|variable| !variable.is_measured()) {
            return Err(Failure::usage(not_measured(variable, lang)));
        }
        let options = EnsembleOptions {
            draws: self.draws as usize,
            seed: self.seed,
            bands: if self.own_volatility { BandSource::Own } else { BandSource::Tested },
            volatility: self.volatility,
            drift: !self.no_drift,
            crash: self.with.contains(&Random::Crash),
            ..EnsembleOptions::default()
        };
        let study = Arc::new(request.study.clone());
        let mut found = Vec::new();
        for scenario in &request.scenarios {
            for &closure in &request.closures {
                let asked = Asked {
                    variables: request.variables.clone(),
                    options: options.clone(),
                    uncertain: self.with.contains(&Random::Levers),
                    told: arguments.format == Format::Table,
                };
                found.push(found_one(&study, (scenario, closure), asked, lang)?);
            }
        }
        let bytes = if arguments.format == Format::Table {
            let pages = found.iter().map(|one| page(&study, one, &options, &request.years, lang)).collect::<Vec<_>>();
            pages.join("\n").into_bytes()
        } else {
            let runs: Vec<EnsembleRun<'_>> = found.iter().map(Found::run).collect();
            render::table(&ensemble_table(&study, &runs, &request.years, lang), arguments.format, lang)
        };
        let paths = found.iter().map(|one| (one.scenario.as_str(), &one.path));
        Ok(reply_with_bytes(bytes, arguments)?.with_remarks(&study, paths, lang))
    }
}

/// Variables that a person asks for first.
const MAIN: [Variable; 3] = [Variable::Grdp, Variable::Output, Variable::ShareConstant];

/// An ensemble of a scenario, and what its series are of.
struct Found {
    scenario: String,
    closure: Closure,
    /// Ids of the lines of the fans.
    lines: Vec<String>,
    ensemble: Ensemble,
    /// The projection without anything random.
    path: Projection,
    /// How far totals are from those of the case that it is compared with, on the same paths.
    paired: Vec<PairedDifference>,
}

/// What is asked of an ensemble.
struct Asked {
    variables: Vec<Variable>,
    options: EnsembleOptions,
    /// Whether levers that the case states with a range differ from draw to draw.
    uncertain: bool,
    /// Whether the answer is told in sentences, with the difference from another case.
    told: bool,
}

impl Found {
    fn run(&self) -> EnsembleRun<'_> {
        let Self { scenario, closure, lines, ensemble, path: _, paired: _ } = self;
        EnsembleRun { scenario, closure: *closure, lines, ensemble }
    }
}

/// The arguments that `run` has too.
fn as_run(args: &EnsembleArgs) -> RunArgs {
    RunArgs { cases: args.cases.clone(), figures: args.figures.clone(), ..RunArgs::default() }
}

fn found_one(
    study: &Arc<Study>,
    (scenario, closure): (&str, Closure),
    asked: Asked,
    lang: Lang,
) -> Result<Found, Failure> {
    let (owned, name) = (Arc::clone(study), scenario.to_owned());
    let work = move |progress: &Progress| {
        let prepared = PreparedCase::new(&owned, &name)?;
        let case = prepared.in_closure(&owned, closure);
        let mut options = asked.options;
        if asked.uncertain {
            options.levers = stated_levers(case.settings);
        }
        let kernel = Kernel::new(&case.resolve()?)?;
        let (lines, series) = series(&kernel, &asked.variables);
        let Some(ensemble) = simulate_draws(case, &series, &options, progress)? else { return Ok(None) };
        let totals: Vec<MeasuredSeries> =
            series.into_iter().filter(|series| asked.told && series.line == Line::Total).collect();
        let paired = differences_from_reference(&owned, (&prepared, closure), &totals, &options, progress)?;
        let path = case.simulate()?;
        Ok::<_, ResolveError>(paired.map(|paired| Found { scenario: name, closure, lines, ensemble, path, paired }))
    };
    match run_with_progress(lang, work) {
        Some(Ok(Some(found))) => Ok(found),
        Some(Err(error)) => {
            let inner = explain_resolve_error(&error, Some(study), lang);
            Err(Failure::new(exit_code::INVALID, in_scenario(scenario, &inner, study, lang)))
        }
        Some(Ok(None)) | None => Err(Failure::from_interruption(lang)),
    }
}

/// Series of variables over every line that has them, with the ids of the lines.
fn series(kernel: &Kernel, variables: &[Variable]) -> (Vec<String>, Vec<MeasuredSeries>) {
    let inputs = kernel.inputs();
    let sectors = inputs.sectors.iter().enumerate().map(|(s, sector)| (Line::Sector(s), sector.id.as_str()));
    let groups = inputs.groups.iter().enumerate().map(|(g, group)| (Line::Group(g), group.id.as_str()));
    let lines: Vec<(Line, &str)> =
        sectors.chain(groups).chain([(Line::Taxes, TAXES_LINE), (Line::Total, TOTAL_LINE)]).collect();
    let variables = if variables.is_empty() { &MAIN[..] } else { variables };
    let buffers = kernel.buffers::<f64>();
    let mut found = (Vec::new(), Vec::new());
    for &variable in variables {
        for (line, id) in &lines {
            let series = MeasuredSeries { variable, line: *line };
            if variable.coverage().has(line.kind()) && kernel.measure(&buffers, series).is_finite() {
                found.0.push((*id).to_owned());
                found.1.push(series);
            }
        }
    }
    found
}

fn page(study: &Study, found: &Found, options: &EnsembleOptions, years: &[Year], lang: Lang) -> String {
    let screen = |table: &Table| String::from_utf8_lossy(&render::table(table, Format::Table, lang)).into_owned();
    let title = ensemble_title(study, &found.scenario, found.closure, lang);
    let bands = screen(&bands_table(study, &found.run(), years, lang));
    let ensemble = &found.ensemble;
    let mut notes = band_basis_notes(&ensemble.bands, lang);
    notes.extend(bands_note(options, lang));
    for fan in ensemble.fans.iter().filter(|fan| fan.series.line == Line::Total) {
        let name = variable_name(fan.series.variable, lang);
        notes.extend(median_and_path(fan, &name, ensemble.horizon.end(), lang));
    }
    let reference = study.reference_of(&found.scenario);
    for one in &found.paired {
        notes.extend(paired_note(one, (&variable_name(one.series.variable, lang), reference), study, lang));
    }
    let notes = notes.join("\n");
    let chances = chances_table(study, &ensemble.chances, &ensemble.together, lang);
    let chances = if chances.rows.is_empty() {
        String::new()
    } else {
        let unjudged = explain_unjudged(study, &found.path, lang);
        let reasons = unjudged.iter().fold(String::new(), |told, reason| told + reason + "\n");
        format!("{}\n{}{reasons}", label(lang, "cli-table-chances"), screen(&chances))
    };
    format!("{title}\n{bands}{notes}\n\n{chances}")
}
