//! The trial of the workbook, a command of its own: `.ci/workbook`.
//!
//! Every shipped scenario is exported in the closures for which it has the figures; `LibreOffice` recalculates it from
//! nothing, and every year's figures are held to the engine. Then assumptions are changed in the file, and the
//! recalculated figures are held to a run of the engine on the same changes.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command of its own tells its result")]

use calamine::{Data, Reader as _, Xlsx};
use kichban::engine::{Closure, Gap, Gaps, Inputs, Projection, simulate};
use kichban::export::{ExportCase, Stamp, WorkbookRow, to_workbook, workbook_rows};
use kichban::files;
use kichban::lang::Lang;
use kichban::scenario::calibrate_baseline;
use kichban::scenario::lever::Lever;
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::Study;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

/// Relative difference between the engine and the spreadsheet that is allowed.
const TOLERANCE: f64 = 1e-9;
/// A changed assumption: the name of the cell or row, the year where it has one, and the new value.
#[derive(Debug, Clone)]
struct Change {
    name: String,
    year: Option<i32>,
    value: f64,
}

/// A file of the trial and what the engine says about it.
struct Trial {
    file: String,
    expected: Arc<Projection>,
    /// Names of the assumptions that were changed in it.
    changed: BTreeSet<String>,
    /// Every row of the workbook that shows a variable.
    rows: Vec<WorkbookRow>,
    as_exported: bool,
}

fn main() -> ExitCode {
    match run() {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("workbook: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (written, recalculated) = (folder.path().join("written"), folder.path().join("recalculated"));
    std::fs::create_dir_all(&written).map_err(|error| error.to_string())?;
    let mut trials = Vec::new();
    for shipped in files::shipped_studies() {
        let study = files::read_study(shipped.text.as_bytes()).map_err(|error| error.to_string())?;
        for (number, id) in study.case_ids().into_iter().enumerate() {
            let (baseline, _) = study.lineage(id).ok_or("a case without a baseline")?;
            let calibrated = calibrate_baseline(&study, &baseline.id).map_err(|error| error.to_string())?;
            // A closure without its figures makes no workbook.
            let has_capital = calibrated.inputs.gaps.first_of(&Gaps::OF_CAPITAL_CLOSURE).is_none();
            for closure in Closure::ALL.into_iter().filter(|closure| has_capital || *closure != Closure::Capital) {
                let lang = if number.is_multiple_of(2) { Lang::VI } else { Lang::EN };
                trials.extend(of_case(&study, id, closure, (number, lang), &written)?);
            }
        }
    }
    recalculate(&written, &recalculated, folder.path())?;
    let (mut figures, mut largest, mut problems) = (0, 0.0_f64, Vec::new());
    for trial in &trials {
        match compared(trial, &recalculated.join(&trial.file)) {
            Ok((count, difference)) => {
                figures += count;
                largest = largest.max(difference);
            }
            Err(problem) => problems.push(format!("{}: {problem}", trial.file)),
        }
    }
    if problems.is_empty() {
        Ok(format!(
            "{} workbooks, {figures} figures recalculated, largest relative difference {largest:.1e}",
            trials.len()
        ))
    } else {
        Err(problems.join("\n"))
    }
}

/// The workbook of a case as exported, and with changed assumptions.
fn of_case(
    study: &Study,
    id: &str,
    closure: Closure,
    (number, lang): (usize, Lang),
    folder: &Path,
) -> Result<Vec<Trial>, String> {
    let case = ExportCase::new(study, id, closure).map_err(|error| format!("{id}: {error}"))?;
    let stamp = Stamp { year: 2026, month: 1, day: 2 };
    let bytes = to_workbook(&case, lang, stamp).map_err(|error| format!("{id}: {error}"))?;
    let rows = workbook_rows(&case, lang, stamp).map_err(|error| format!("{id}: {error}"))?;
    let name = format!("{}-{id}-{}", study.id, closure.id());
    let plain = format!("{name}.xlsx");
    std::fs::write(folder.join(&plain), &bytes).map_err(|error| error.to_string())?;
    let (changes, inputs) = changed(&case, number)?;
    if changes.len() < 5 {
        return Err(format!("{id}: only {} changes", changes.len()));
    }
    let expected = simulate(&inputs).map_err(|error| format!("{id} changed: {error}"))?.into();
    let moved = format!("{name}-changed.xlsx");
    let altered = altered(&bytes, &changes, case.projection.horizon().base())?;
    std::fs::write(folder.join(&moved), altered).map_err(|error| error.to_string())?;
    Ok(vec![
        Trial {
            file: plain,
            expected: Arc::clone(&case.projection),
            changed: BTreeSet::new(),
            rows: rows.clone(),
            as_exported: true,
        },
        Trial {
            file: moved,
            expected,
            changed: changes.into_iter().map(|change| change.name).collect(),
            rows,
            as_exported: false,
        },
    ])
}

/// An id as part of a name in the workbook.
fn part(id: &str) -> String {
    id.replace('-', "_")
}

/// Changes of assumptions, and the inputs of the engine with the same changes.
///
/// Levers of projects and shocks go through the program's own settings; the other changes are made to the inputs. What
/// nobody has figures of has no cell and is left alone.
fn changed(case: &ExportCase<'_>, number: usize) -> Result<(Vec<Change>, Arc<Inputs>), String> {
    let mut changes = Vec::new();
    let mut settings = case.settings.clone();
    records(case, number, &mut settings, &mut changes);
    let resolved = case.as_case().with_settings(&settings).resolve();
    let mut inputs = resolved.map_err(|error| error.to_string())?.as_ref().clone();
    let years = inputs.horizon.len();
    let position = 1 + number % (years - 1);
    let s = number % inputs.sectors.len();
    let next = (s + 1) % inputs.sectors.len();
    of_sector(&mut inputs, s, position, &mut changes);
    let neighbour = &mut inputs.sectors[next];
    neighbour.productivity_growth[position] -= 0.006;
    let (name, value) = (format!("gp_{}", part(&neighbour.id)), neighbour.productivity_growth[position]);
    changes.push(Change { name, year: Some(inputs.horizon.year(position)), value });
    of_province(&mut inputs, position, &mut changes);
    switches(&mut inputs, number, &mut changes);
    Ok((changes, Arc::new(inputs)))
}

/// Growth of one sector in one year, growth of its labour, and its elasticities.
fn of_sector(inputs: &mut Inputs, s: usize, position: usize, changes: &mut Vec<Change>) {
    let (gaps, year) = (inputs.gaps, inputs.horizon.year(position));
    let sector = &mut inputs.sectors[s];
    let id = part(&sector.id);
    let mut set = |name: String, year: Option<i32>, value: f64| changes.push(Change { name, year, value });
    sector.productivity_growth[position] += 0.013;
    set(format!("gp_{id}"), Some(year), sector.productivity_growth[position]);
    if !gaps.has(Gap::Employment) {
        sector.labour_growth[position] += 0.02;
        sector.utilisation_elasticity *= 0.5;
        set(format!("gl_{id}"), Some(year), sector.labour_growth[position]);
        set(format!("e_{id}"), None, sector.utilisation_elasticity);
    }
    if !gaps.has(Gap::Capital) {
        sector.tfp_growth[position] -= 0.004;
        sector.depreciation += 0.01;
        sector.capital *= 1.1;
        set(format!("tfpg_{id}"), Some(year), sector.tfp_growth[position]);
        set(format!("delta_{id}"), None, sector.depreciation);
        set(format!("K0_{id}"), None, sector.capital);
    }
    if !gaps.has(Gap::Prices) {
        sector.inflation[position] += 0.03;
        set(format!("infl_{id}"), Some(year), sector.inflation[position]);
    }
}

/// Investment, migration, training, reallocation and the share of product taxes in one year.
fn of_province(inputs: &mut Inputs, position: usize, changes: &mut Vec<Change>) {
    let (gaps, year) = (inputs.gaps, Some(inputs.horizon.year(position)));
    let mut set = |name: &str, value: f64| changes.push(Change { name: name.to_owned(), year, value });
    if !gaps.has(Gap::Investment) {
        inputs.investment_rate[position] += 0.05;
        set("inv_rate", inputs.investment_rate[position]);
    }
    if !gaps.has(Gap::Population) {
        inputs.population.net_migration[position] -= 40.0;
        set("M", inputs.population.net_migration[position]);
    }
    if gaps.first_of(&[Gap::Employment, Gap::Skills]).is_none() {
        inputs.trained_share_added[position] += 0.04;
        set("tr_add", inputs.trained_share_added[position]);
    }
    if gaps.first_of(&[Gap::Employment, Gap::Reallocation]).is_none() {
        inputs.reallocation_rate[position] += 0.01;
        set("x", inputs.reallocation_rate[position]);
    }
    let share = inputs.taxes.ratio[position] / (1.0 + inputs.taxes.ratio[position]) + 0.005;
    inputs.taxes.ratio[position] = share / (1.0 - share);
    set("tax_share", share);
}

/// One project, one year of FDI, one shock and one park, as the program's levers change them.
fn records(case: &ExportCase<'_>, number: usize, settings: &mut Settings, changes: &mut Vec<Change>) {
    let study = case.study;
    if let Some(project) = study.projects.get(number % study.projects.len().max(1)) {
        let id = part(&project.id);
        let amount = project.registered_musd * 1.5 + 10.0;
        settings.insert(LeverKey::for_lever(Lever::ProjectAmount, &project.id), Setting::Constant(amount));
        settings.insert(LeverKey::for_lever(Lever::ProjectRealised, &project.id), Setting::Constant(0.8));
        changes.push(Change { name: format!("usd_project_{id}"), year: None, value: amount });
        changes.push(Change { name: format!("realised_project_{id}"), year: None, value: 0.8 });
    }
    if let Some(shock) = study.shocks.get(number % study.shocks.len().max(1)) {
        let id = part(&shock.id);
        settings.insert(LeverKey::for_lever(Lever::ShockDepth, &shock.id), Setting::Constant(0.07));
        settings.insert(LeverKey::for_lever(Lever::ShockScar, &shock.id), Setting::Constant(0.3));
        changes.push(Change { name: format!("depth_shock_{id}"), year: None, value: 0.07 });
        changes.push(Change { name: format!("scar_shock_{id}"), year: None, value: 0.3 });
    }
    if let Some(park) = study.parks.get(number % study.parks.len().max(1)) {
        let id = part(&park.id);
        let area = park.area_ha * 0.5;
        settings.insert(LeverKey::for_lever(Lever::ParkArea, &park.id), Setting::Constant(area));
        settings
            .insert(LeverKey::for_lever(Lever::ParkOpening, &park.id), Setting::Constant(f64::from(park.opening - 1)));
        changes.push(Change { name: format!("ha_park_{id}"), year: None, value: area });
        changes.push(Change { name: format!("open_park_{id}"), year: None, value: f64::from(park.opening - 1) });
    }
    if case.baseline.inputs.gaps.first_of(&Gaps::OF_PROJECTS).is_some() {
        return;
    }
    let sector = &study.sectors[number % study.sectors.len()];
    let key = LeverKey::for_lever(Lever::FdiRegistered, &sector.id);
    let horizon = case.projection.horizon();
    let year = horizon.base() + 2;
    let none = vec![0.0; horizon.len()];
    let before = settings.get(&key).map_or(none.clone(), |setting| setting.path(horizon, &none));
    let values = horizon.years().zip(before).map(|(at, value)| (at, if at == year { 500.0 } else { value }));
    settings.insert(key, Setting::Years { default: None, values: values.collect() });
    changes.push(Change { name: format!("fdi_{}", part(&sector.id)), year: Some(year), value: 500.0 });
}

/// Limits and the closure of labour, turned over in some of the trials.
fn switches(inputs: &mut Inputs, number: usize, changes: &mut Vec<Change>) {
    let gaps = inputs.gaps;
    if number.is_multiple_of(3) && !gaps.has(Gap::Land) {
        inputs.land_limit = 1.0 - inputs.land_limit;
        changes.push(Change { name: "land_limit".to_owned(), year: None, value: inputs.land_limit });
    }
    if number % 3 == 1 && gaps.first_of(&[Gap::Employment, Gap::Population, Gap::LabourSupply]).is_none() {
        inputs.labour_constrained = 1.0 - inputs.labour_constrained;
        changes.push(Change { name: "labour_constrained".to_owned(), year: None, value: inputs.labour_constrained });
    }
    if number % 3 == 2 && gaps.first_of(&Gaps::OF_CAPITAL_CLOSURE).is_none() {
        inputs.capital_closure = 1.0 - inputs.capital_closure;
        changes.push(Change { name: "capital_closure".to_owned(), year: None, value: inputs.capital_closure });
    }
}

/// The workbook with other numbers in its input cells and nothing else changed: every result in it is stale.
fn altered(bytes: &[u8], changes: &[Change], base: i32) -> Result<Vec<u8>, String> {
    let book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|error: calamine::XlsxError| error.to_string())?;
    let names = places(&book);
    // Assumptions are the second sheet of every workbook.
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| error.to_string())?;
        let name = entry.name().map_err(|error| error.to_string())?.into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).map_err(|error| error.to_string())?;
        if name == "xl/worksheets/sheet2.xml" {
            let mut text = String::from_utf8(content).map_err(|error| error.to_string())?;
            for change in changes {
                let place = names.get(&change.name).ok_or_else(|| format!("no name {}", change.name))?;
                let years = change.year.map_or(0, |year| u32::try_from(year - base).unwrap_or(0));
                text = with_value(&text, &format!("{}{}", letters(place.1 + years), place.0), change.value)?;
            }
            content = text.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).map_err(|error| error.to_string())?;
        out.write_all(&content).map_err(|error| error.to_string())?;
    }
    out.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}

/// A sheet's text with another number in one cell.
fn with_value(text: &str, cell: &str, value: f64) -> Result<String, String> {
    let (before, rest) = text.split_once(&format!("<c r=\"{cell}\"")).ok_or_else(|| format!("no cell {cell}"))?;
    let (open, rest) = rest.split_once("<v>").ok_or_else(|| format!("no value in {cell}"))?;
    let (_, after) = rest.split_once("</v>").ok_or_else(|| format!("no value in {cell}"))?;
    if open.contains("<f>") || open.contains("</c>") {
        return Err(format!("{cell} is no input"));
    }
    Ok(format!("{before}<c r=\"{cell}\"{open}<v>{value}</v>{after}"))
}

/// Rows (from 1) and columns (from 0) of the first cells of defined names.
fn places<R: std::io::Read + std::io::Seek>(book: &Xlsx<R>) -> BTreeMap<String, (u32, u32)> {
    let place = |formula: &str| {
        let cell = formula.rsplit('!').next()?.split(':').next()?.replace('$', "");
        let column = cell.chars().take_while(char::is_ascii_alphabetic);
        let column = column.fold(0, |number, letter| number * 26 + u32::from(letter) - u32::from('A') + 1);
        let row = cell.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
        Some((row, column.checked_sub(1)?))
    };
    book.defined_names().iter().filter_map(|(name, formula)| Some((name.clone(), place(formula)?))).collect()
}

fn letters(column: u32) -> String {
    let letter = |position: u32| char::from_u32(u32::from('A') + position).unwrap_or('?');
    if column < 26 { letter(column).to_string() } else { format!("{}{}", letter(column / 26 - 1), letter(column % 26)) }
}

/// `LibreOffice` opens every workbook, recalculates all of it and saves it again.
fn recalculate(from: &Path, to: &Path, scratch: &Path) -> Result<(), String> {
    let profile = scratch.join("profile");
    std::fs::create_dir_all(profile.join("user")).map_err(|error| error.to_string())?;
    let settings = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;
    std::fs::write(profile.join("user/registrymodifications.xcu"), settings).map_err(|error| error.to_string())?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(from)
        .map_err(|error| error.to_string())?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    files.sort();
    let told = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(to)
        .args(&files)
        .output()
        .map_err(|error| format!("soffice: {error}"))?;
    if told.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&told.stderr).into_owned()) }
}

/// Compares a recalculated workbook with a projection: number of figures and the largest relative difference.
fn compared(trial: &Trial, path: &Path) -> Result<(usize, f64), String> {
    let mut book: Xlsx<_> = calamine::open_workbook(path).map_err(|error: calamine::XlsxError| error.to_string())?;
    let names: BTreeMap<String, (u32, u32)> = places(&book);
    let mut sheets = BTreeMap::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(|error| error.to_string())?;
        if let Some((row, column, error)) = range.used_cells().find(|cell| matches!(cell.2, Data::Error(_))) {
            return Err(format!("{name} {row}:{column} holds {error}"));
        }
        sheets.insert(name, range);
    }
    let sheet_of: BTreeMap<String, String> = book
        .defined_names()
        .iter()
        .filter_map(|(name, formula)| {
            Some((name.clone(), formula.rsplit_once('!')?.0.trim_matches(['\'', '$']).to_owned()))
        })
        .collect();
    let cell = |name: &str, offset: u32| {
        let (row, column) = names.get(name)?;
        sheets.get(sheet_of.get(name)?)?.get_value((row - 1, column + offset)).cloned()
    };
    let verdict = cell("check", 0);
    if verdict != Some(Data::Bool(trial.as_exported)) {
        return Err(format!("the check cell is {verdict:?}"));
    }
    let opened = files::open_told(path).map_err(|error| error.to_string())?;
    let told: BTreeSet<String> = opened.edited.into_iter().map(|cell| cell.name).collect();
    if told != trial.changed {
        return Err(format!("changed were {:?}, told are {told:?}", trial.changed));
    }
    let projection = &trial.expected;
    let (mut count, mut largest) = (0, 0.0_f64);
    for row in &trial.rows {
        let name = &row.name;
        for (offset, year) in (0..).zip(projection.horizon().years()) {
            let Some(expected) = projection.value(row.variable, row.line, year) else { continue };
            let expected = expected * row.factor;
            let found = match cell(name, offset) {
                Some(Data::Float(value)) => value,
                Some(Data::Int(value)) => value as f64,
                other => return Err(format!("{name} {year}: {other:?}, the engine has {expected}")),
            };
            let difference = (found - expected).abs() / expected.abs().max(1e-3);
            if difference > TOLERANCE {
                return Err(format!("{name} {year}: {found}, the engine has {expected}"));
            }
            count += 1;
            largest = largest.max(difference);
        }
    }
    Ok((count, largest))
}
