//! `kichban sensitivity`: Sobol indices of a scenario's levers over their plausible ranges.

use super::args::{Arguments, Format, SensitivityArgs};
use super::failure::Failure;
use super::question::closures;
use super::{Reply, exit_code, render, request, tabled, watched};
use crate::analysis::ensemble::{Subject, UncertainLever, soft_levers, stated_levers};
use crate::analysis::sobol::{Design, Estimate, Response, Sensitivity};
use crate::engine::{Closure, Kernel, Line, Series, Variable};
use crate::export::{Cell, Table};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::scenario::setting::{LeverKey, Settings};
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, ResolveError, calibrate_baseline, merged_settings, resolve_settings};
use crate::text::window::label;
use crate::text::{
    CliText, Numbers, explain_record_problem, explain_resolve_error, in_scenario, lever_name, lever_unit,
    lever_without_distribution, line_short, not_measured, note_noisy_indices, nothing_to_vary, sensitivity_title,
    unknown_variable, variable_name, years_outside,
};

/// Levers that are looked at where none is named.
const MOST_LEVERS: usize = 12;

/// What is asked.
struct Question {
    study: Study,
    scenario: String,
    baseline: CalibratedBaseline,
    settings: Settings,
    closure: Closure,
    series: Series,
    year: Year,
    levers: Vec<UncertainLever>,
    is_screened: bool,
}

/// What was found in one closure.
struct Answered {
    closure: Closure,
    levers: Vec<UncertainLever>,
    found: Sensitivity,
    title: [String; 2],
}

pub(super) fn sensitivity(args: &SensitivityArgs, arguments: &Arguments) -> Result<Reply, Failure> {
    let lang = arguments.lang;
    let study = request::study(args.study.as_deref(), lang)?;
    let answers = closures(args.closure, &study)
        .into_iter()
        .map(|closure| answered(args, &study, closure, lang))
        .collect::<Result<Vec<_>, _>>()?;
    tabled(worded(&study, &answers, arguments.format, lang), arguments)
}

fn answered(args: &SensitivityArgs, study: &Study, closure: Closure, lang: Lang) -> Result<Answered, Failure> {
    let question = question(args, study, closure, lang)?;
    let design = Design { points: args.points as usize, seed: args.seed, ..Design::default() };
    let name = format!(
        "{}, {}",
        variable_name(question.series.variable, lang),
        line_short(&args.sector, &question.study, lang)
    );
    let (year, scenario) = (question.year, question.scenario.clone());
    let work = move |progress: &crate::task::Progress| {
        let subject = Subject {
            study: &question.study,
            baseline: &question.baseline,
            settings: &question.settings,
            closure: question.closure,
        };
        let all = Response { subject, levers: &question.levers, series: question.series, year: question.year };
        let levers = if question.is_screened { all.screened(MOST_LEVERS)? } else { question.levers.clone() };
        let found = Response { levers: &levers, ..all }.sensitivity(design, progress)?;
        Ok::<_, ResolveError>(found.map(|found| (levers, found)))
    };
    match watched(lang, work) {
        Some(Ok(Some((levers, found)))) if !levers.is_empty() => {
            let title = sensitivity_title(study, (&scenario, closure), (&name, year), found.runs, lang);
            Ok(Answered { closure, levers, found, title })
        }
        Some(Ok(Some(_))) => Err(Failure::usage(nothing_to_vary(&name, year, lang))),
        Some(Err(error)) => Err(resolved(&error, &scenario, study, lang)),
        Some(Ok(None)) | None => Err(Failure::interrupted(lang)),
    }
}

fn resolved(error: &ResolveError, scenario: &str, study: &Study, lang: Lang) -> Failure {
    let inner = explain_resolve_error(error, Some(study), lang);
    Failure::new(exit_code::INVALID, in_scenario(scenario, &inner, study, lang))
}

fn question(args: &SensitivityArgs, study: &Study, closure: Closure, lang: Lang) -> Result<Question, Failure> {
    let scenario = args.scenario.clone().unwrap_or_else(|| study.pinned.clone());
    let variable = Variable::ALL.into_iter().find(|variable| variable.id() == args.variable);
    let variable = variable.ok_or_else(|| Failure::usage(unknown_variable(&args.variable, lang)))?;
    if !variable.spec().is_measured {
        return Err(Failure::usage(not_measured(variable, lang)));
    }
    let failed = |error: ResolveError| resolved(&error, &scenario, study, lang);
    let unknown = || ResolveError::UnknownCase { id: scenario.clone() };
    let (parent, _) = study.lineage(&scenario).ok_or_else(|| failed(unknown()))?;
    let baseline = calibrate_baseline(study, &parent.id).map_err(failed)?;
    let settings = merged_settings(study, &scenario).map_err(failed)?;
    let inputs = resolve_settings(study, &baseline, &settings, closure).map_err(failed)?;
    let year = args.year.unwrap_or(study.horizon);
    if inputs.horizon.index(year).is_none_or(|index| index == 0) {
        let (first, last) = (inputs.horizon.base() + 1, inputs.horizon.end());
        return Err(Failure::usage(years_outside(year, first, last, lang)));
    }
    let line = line(&args.sector, &Kernel::new(&inputs).map_err(|error| failed(error.into()))?)
        .ok_or_else(|| failed(ResolveError::UnknownSubject { lever: args.sector.clone() }))?;
    let soft = soft_levers(study, &baseline, &settings);
    let levers = if args.lever.is_empty() { soft } else { named(&args.lever, &soft, &settings, study, lang)? };
    let series = Series { variable, line };
    let is_screened = args.lever.is_empty();
    let study = study.clone();
    Ok(Question { study, scenario, baseline, settings, closure, series, year, levers, is_screened })
}

fn line(id: &str, kernel: &Kernel) -> Option<Line> {
    let inputs = kernel.inputs();
    let sector = inputs.sectors.iter().position(|sector| sector.id == id).map(Line::Sector);
    let group = || inputs.groups.iter().position(|group| group.id == id).map(Line::Group);
    let whole = match id {
        "total" => Some(Line::Total),
        "taxes" => Some(Line::Taxes),
        _ => None,
    };
    sector.or_else(group).or(whole)
}

/// Levers by name: between the low and high that the scenario states, otherwise over the soft range.
fn named(
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
fn worded(study: &Study, answers: &[Answered], format: Format, lang: Lang) -> Vec<u8> {
    if format != Format::Table {
        let mut all = headed(format, lang);
        all.rows.extend(answers.iter().flat_map(|one| rows(study, one, (format, lang))));
        return render::table(&all, format, lang);
    }
    let pages = answers.iter().map(|one| {
        let mut table = headed(format, lang);
        table.rows = rows(study, one, (format, lang));
        let [title, runs] = &one.title;
        let bytes = render::table(&table, format, lang);
        let noisy = one.levers.iter().zip(&one.found.inputs).filter(|(_, input)| input.is_first_noise());
        let names: Vec<String> = noisy.map(|(lever, _)| lever_name(&lever.key, study, lang)).collect();
        let note = note_noisy_indices(&names, one.found.sum_first(), lang).map_or_else(String::new, |note| note + "\n");
        format!("{title}\n{}{runs}\n{note}", String::from_utf8_lossy(&bytes))
    });
    pages.collect::<Vec<_>>().join("\n").into_bytes()
}

/// On screen an index has its interval in words, and the closure stands in the title; in files they are columns.
fn headed(format: Format, lang: Lang) -> Table {
    let column = |id: &str, text: CliText| (id.to_owned(), text.wording(lang));
    let mut columns = vec![
        column("lever", CliText::ColumnLever),
        column("unit", CliText::ColumnUnit),
        column("low", CliText::ColumnLow),
        column("high", CliText::ColumnHigh),
    ];
    for (id, text) in [("first", CliText::ColumnFirst), ("total", CliText::ColumnTotal)] {
        columns.push(column(id, text));
        let interval = CliText::ColumnInterval.wording(lang);
        if format == Format::Table {
            columns.push((format!("{id}_interval"), interval));
        } else {
            columns.extend([(format!("{id}_low"), interval.clone()), (format!("{id}_high"), interval)]);
        }
    }
    if format != Format::Table {
        columns.push(("closure".to_owned(), label(lang, "cli-column-closure")));
    }
    Table::new(columns)
}

fn rows(study: &Study, answered: &Answered, (format, lang): (Format, Lang)) -> Vec<Vec<Cell>> {
    let numbers = Numbers::new(lang);
    let mut all = Vec::new();
    for (lever, importance) in answered.levers.iter().zip(&answered.found.inputs) {
        let spec = lever.key.lever.spec();
        let shown = |value: f64| Cell::number(Some(spec.to_shown(value)), spec.decimals);
        let name = if format == Format::Table { lever_name(&lever.key, study, lang) } else { lever.key.to_string() };
        let mut row = vec![Cell::Text(name), Cell::Text(lever_unit(spec, lang)), shown(lever.low), shown(lever.high)];
        for Estimate { value, low, high } in [importance.first, importance.total] {
            row.push(Cell::number(Some(value), 3));
            if format == Format::Table {
                row.push(Cell::Text(numbers.range(low, high, 3)));
            } else {
                row.extend([Cell::number(Some(low), 3), Cell::number(Some(high), 3)]);
            }
        }
        if format != Format::Table {
            row.push(Cell::text(answered.closure.id()));
        }
        all.push(row);
    }
    all
}
