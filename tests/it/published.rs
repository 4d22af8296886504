//! Results that others published, reproduced by the engine; every file of `tests/published` is checked by the kind its name begins with.
//!
//! `ltgm_` and `solow_`: one sector in closure K without project, shock, land or spillover.
//! `mb2009_ch2` and `eurostat_`: input–output tables and their Leontief inverse.
//! Poverty headcounts of the LTGM files are outside this model and are not compared.

use kichban::engine::equations::spillover::leontief_inverse;
use kichban::engine::{
    Closure, Inputs, Line, PopulationInputs, Projection, RegistrationInputs, SectorInputs, SpilloverInputs, Variable,
    simulate,
};
use kichban::quantity::{Horizon, Year};
use serde_json::Value;
use std::path::Path;
use std::sync::Arc;

/// Folder of the published cases.
fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published")
}

/// Published cases whose file name begins with a prefix, by name.
fn cases(prefix: &str) -> Vec<(String, Value)> {
    let mut found: Vec<(String, Value)> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(prefix))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path.file_stem().unwrap().to_string_lossy().into_owned(), serde_json::from_str(&text).unwrap())
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(!found.is_empty(), "a published case begins with {prefix}");
    found
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
}

fn table(rows: &Value) -> Vec<Vec<f64>> {
    rows.as_array().unwrap().iter().map(numbers).collect()
}

/// Tolerance of a file: one number, or one for each expected figure.
fn tolerance(case: &Value, key: &str) -> f64 {
    let given = &case["tolerance_abs"];
    given.as_f64().unwrap_or_else(|| given[key].as_f64().unwrap())
}

fn assert_close(name: &str, found: &[f64], expected: &[f64], tolerance: f64) {
    assert_eq!(found.len(), expected.len(), "{name}: number of figures");
    for (position, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert!((found - expected).abs() <= tolerance, "{name}[{position}]: found {found}, published {expected}");
    }
}

/// A closed one-sector economy in closure K.
struct OneSector {
    horizon: Horizon,
    capital_elasticity: f64,
    depreciation: f64,
    output: f64,
    capital: f64,
    employment: f64,
    /// Investment over output in each year, base year first.
    investment_rate: Vec<f64>,
    tfp_growth: Vec<f64>,
    labour_growth: f64,
    population_growth: f64,
}

impl OneSector {
    fn run(&self) -> Projection {
        let years = self.horizon.len();
        let flat = |value: f64| vec![value; years];
        let sector = SectorInputs {
            id: "all".to_owned(),
            output: self.output,
            employment: self.employment,
            capital: self.capital,
            capital_elasticity: self.capital_elasticity,
            depreciation: self.depreciation,
            investment_share: 1.0,
            utilisation_elasticity: 1.0,
            reallocation_share: -1.0,
            tfp_growth: self.tfp_growth.clone(),
            labour_growth: flat(self.labour_growth),
            ..SectorInputs::standing_in(self.horizon)
        };
        // One person at first, all of working age, at work and without migration.
        let population = PopulationInputs {
            natural_growth: flat(self.population_growth),
            ..PopulationInputs::standing_in(self.horizon)
        };
        let inputs = Inputs {
            capital_closure: Closure::Capital.flag(),
            sectors: vec![sector],
            population,
            registrations: RegistrationInputs {
                registered_musd: vec![Vec::new()],
                realised: 1.0,
                profile: vec![1.0],
                jobs_per_musd: 0.0,
            },
            spillover: SpilloverInputs { matrix: vec![Vec::new()], ..SpilloverInputs::default() },
            investment_rate: self.investment_rate.clone(),
            ..Inputs::standing_in(self.horizon)
        };
        simulate(&Arc::new(inputs)).unwrap()
    }
}

fn series(run: &Projection, variable: Variable, line: Line) -> Vec<f64> {
    run.series(variable, line).into_iter().map(|value| value.unwrap_or(0.0)).collect()
}

fn number(inputs: &Value, key: &str) -> f64 {
    inputs[key].as_f64().unwrap_or_else(|| panic!("no {key}"))
}

fn year_of(inputs: &Value, key: &str) -> Year {
    inputs[key].as_i64().unwrap().try_into().unwrap()
}

/// A path from a start value in the base year, linear to a target, then constant; the start value where no target is given.
fn ramp(inputs: &Value, start: &str, target: &str, by: &str, base: Year, years: Vec<Year>) -> Vec<f64> {
    let start = number(inputs, start);
    let Some(target) = inputs[target].as_f64() else { return vec![start; years.len()] };
    let by = year_of(inputs, by);
    let part = |year: Year| (f64::from(year - base) / f64::from(by - base)).min(1.0);
    years.into_iter().map(|year| start + (target - start) * part(year)).collect()
}

#[test]
fn a_one_sector_closure_k_reproduces_the_long_term_growth_model() {
    for (name, case) in cases("ltgm_") {
        let inputs = &case["inputs"];
        let horizon = Horizon::new(year_of(inputs, "year0"), year_of(inputs, "horizon")).unwrap();
        let base = horizon.base();
        // The LTGM counts the investment rate of the year in which capital is first used; this engine, that of the year in which it is built.
        let next_years = horizon.years().map(|year| year + 1).collect();
        let run = OneSector {
            horizon,
            capital_elasticity: number(inputs, "alpha"),
            depreciation: number(inputs, "delta"),
            output: 1.0,
            capital: number(inputs, "ky0"),
            employment: 1.0,
            investment_rate: ramp(inputs, "s", "s_target", "s_year", base, next_years),
            tfp_growth: ramp(inputs, "g_tfp", "gtfp_target", "gtfp_year", base, horizon.years().collect()),
            labour_growth: (1.0 + number(inputs, "g_pop")) * (1.0 + number(inputs, "g_lfp")) - 1.0,
            population_growth: number(inputs, "g_pop"),
        }
        .run();
        let income: Vec<f64> = series(&run, Variable::GrdpPerHead, Line::Total)
            .iter()
            .map(|per_head| per_head * 1e-3 * number(inputs, "y0"))
            .collect();
        for (key, found) in [
            ("g_gdp", series(&run, Variable::OutputGrowth, Line::Total)),
            ("k_over_y", series(&run, Variable::CapitalOutputRatio, Line::Total)),
            ("gdp_pc", income),
        ] {
            let place = format!("{name} {key}");
            assert_close(&place, &found, &numbers(&case["expected"][key]), tolerance(&case, key));
        }
    }
}

/// An economy without growth of TFP or labour, from a capital stock per worker.
fn solow(inputs: &Value, capital: f64, years: i32) -> Projection {
    let horizon = Horizon::new(2000, 2000 + years).unwrap();
    let alpha = number(inputs, "alpha");
    OneSector {
        horizon,
        capital_elasticity: alpha,
        depreciation: number(inputs, "delta"),
        output: libm::pow(capital, alpha),
        capital,
        employment: 1.0,
        investment_rate: vec![number(inputs, "s"); horizon.len()],
        tfp_growth: vec![0.0; horizon.len()],
        labour_growth: 0.0,
        population_growth: 0.0,
    }
    .run()
}

/// Rows of a transition table: capital, output, (consumption), investment, wear and the change of capital, year 1 first.
fn check_transition(name: &str, case: &Value) {
    let inputs = &case["inputs"];
    let rows = table(&case["expected"]["rows"]);
    let run = solow(inputs, number(inputs, "k1"), 100);
    let (capital, output, investment) = (
        series(&run, Variable::Capital, Line::Sector(0)),
        series(&run, Variable::Output, Line::Sector(0)),
        series(&run, Variable::Investment, Line::Sector(0)),
    );
    for (position, row) in rows.iter().enumerate() {
        // A table of seven columns names its year and lists consumption; one of five has consecutive years.
        let named = row.len() == 7;
        let t = if named { (0..=100).position(|t| f64::from(t) + 1.0 >= row[0]).unwrap() } else { position };
        let wear = number(inputs, "delta") * capital[t];
        let mut found = vec![capital[t], output[t], investment[t], wear, capital[t + 1] - capital[t]];
        if named {
            found.insert(0, row[0]);
            found.insert(3, output[t] - investment[t]);
        }
        assert_close(&format!("{name} row {position}"), &found, row, tolerance(case, "rows"));
    }
    let steady = number(&case["expected"], "k_star");
    for capital in series(&solow(inputs, steady, 50), Variable::Capital, Line::Sector(0)) {
        assert!((capital - steady).abs() < 1e-9, "{name}: {steady} is a steady state, found {capital}");
    }
}

/// Balanced growth: started on it, the economy stays on it.
fn check_balanced_growth(name: &str, case: &Value) {
    let (inputs, expected) = (&case["inputs"], &case["expected"]);
    let horizon = Horizon::new(2000, 2050).unwrap();
    let run = OneSector {
        horizon,
        capital_elasticity: number(inputs, "alpha"),
        depreciation: number(inputs, "delta"),
        output: 1.0,
        capital: number(expected, "ky_star"),
        employment: 1.0,
        investment_rate: vec![number(inputs, "s"); horizon.len()],
        tfp_growth: vec![number(inputs, "g_tfp"); horizon.len()],
        labour_growth: number(inputs, "g_labour"),
        population_growth: 0.0,
    }
    .run();
    let tolerance = tolerance(case, "g_Y");
    for year in horizon.projected_years() {
        let value = |variable| run.value(variable, Line::Sector(0), year).unwrap();
        let growth = value(Variable::OutputGrowth);
        let per_worker = (1.0 + growth) / (1.0 + value(Variable::EmploymentGrowth)) - 1.0;
        let found = [growth, per_worker, value(Variable::CapitalOutputRatio)];
        let wanted = ["g_Y", "g_y_per_worker", "ky_star"].map(|key| number(expected, key));
        assert_close(&format!("{name} {year}"), &found, &wanted, tolerance);
    }
}

/// Capital over output at each whole multiple of ten years, with `steps` engine years in each calendar year.
///
/// A run covers at most two centuries of steps, so long paths are run in pieces of one decade that hand over capital and output.
fn capital_output_ratio(inputs: &Value, decades: usize, steps: i32) -> Vec<f64> {
    let length = 1.0 / f64::from(steps);
    let alpha = number(inputs, "alpha");
    let horizon = Horizon::new(1900, 1900 + 10 * steps).unwrap();
    let labour_growth = libm::expm1(number(inputs, "n") * length);
    let tfp_growth = libm::expm1((1.0 - alpha) * number(inputs, "g") * length);
    let (mut output, mut capital, mut employment) = (1.0, number(inputs, "kappa0"), 1.0);
    let mut ratios = vec![capital];
    for _ in 0..decades {
        let run = OneSector {
            horizon,
            capital_elasticity: alpha,
            depreciation: number(inputs, "delta") * length,
            output,
            capital,
            employment,
            investment_rate: vec![number(inputs, "s") * length; horizon.len()],
            tfp_growth: vec![tfp_growth; horizon.len()],
            labour_growth,
            population_growth: 0.0,
        }
        .run();
        let last = |variable| run.value(variable, Line::Sector(0), horizon.end()).unwrap();
        (output, capital, employment) =
            (last(Variable::Output), last(Variable::Capital), last(Variable::StructuralEmployment));
        ratios.push(capital / output);
    }
    ratios
}

/// The closed form holds in continuous time: yearly steps are shortened to a sixteenth and the limit is taken by Richardson's rule.
fn check_closed_form(name: &str, case: &Value) {
    let times = numbers(&case["inputs"]["t"]);
    let mut columns: Vec<Vec<f64>> =
        [1, 2, 4, 8, 16].map(|steps| capital_output_ratio(&case["inputs"], times.len() - 1, steps)).to_vec();
    let mut weight = 2.0;
    while columns.len() > 1 {
        columns = columns
            .windows(2)
            .map(|pair| {
                pair[0].iter().zip(&pair[1]).map(|(far, near)| (weight * near - far) / (weight - 1.0)).collect()
            })
            .collect();
        weight *= 2.0;
    }
    let expected = numbers(&case["expected"]["kappa"]);
    assert!(times.iter().enumerate().all(|(decade, t)| (t - 10.0 * decade as f64).abs() < 1e-12), "{name}: decades");
    assert_close(name, &columns[0], &expected, tolerance(case, "kappa"));
}

#[test]
fn a_one_sector_closure_k_reproduces_the_solow_model() {
    for (name, case) in cases("solow_") {
        let expected = &case["expected"];
        if expected.get("rows").is_some() {
            check_transition(&name, &case);
        } else if expected.get("kappa").is_some() {
            check_closed_form(&name, &case);
        } else {
            check_balanced_growth(&name, &case);
        }
    }
}

fn transposed_product(weights: &[f64], matrix: &[Vec<f64>]) -> Vec<f64> {
    (0..matrix.len()).map(|column| weights.iter().zip(matrix).map(|(weight, row)| weight * row[column]).sum()).collect()
}

fn per_unit(amounts: &[f64], output: &[f64]) -> Vec<f64> {
    amounts.iter().zip(output).map(|(amount, output)| amount / output).collect()
}

/// Every figure that an input–output case can publish, by its key.
fn input_output_figure(key: &str, inputs: &Value, coefficients: &[Vec<f64>], inverse: &[Vec<f64>]) -> Vec<f64> {
    let output = numbers(&inputs["x"]);
    let new_output = || {
        let demand = numbers(&inputs["f_new"]);
        inverse.iter().map(|row| row.iter().zip(&demand).map(|(b, f)| b * f).sum::<f64>()).collect::<Vec<f64>>()
    };
    match key {
        "A" => coefficients.concat(),
        "L" => inverse.concat(),
        "leontief_diag_first3" => (0..3).map(|sector| inverse[sector][sector]).collect(),
        "output_multipliers" => transposed_product(&vec![1.0; inverse.len()], inverse),
        "gva_multipliers" => transposed_product(&per_unit(&numbers(&inputs["gva"]), &output), inverse),
        "employment_multipliers" => {
            transposed_product(&per_unit(&numbers(&inputs["employment_thousand"]), &output), inverse)
        }
        "x_new" => new_output(),
        "labour_new" => numbers(&inputs["labour_coeff"]).iter().zip(new_output()).map(|(l, x)| l * x).collect(),
        other => panic!("no figure {other} of an input-output case"),
    }
}

#[test]
fn the_leontief_inverse_reproduces_published_input_output_tables() {
    for (name, case) in cases("mb2009_ch2").into_iter().chain(cases("eurostat_")) {
        let inputs = &case["inputs"];
        let output = numbers(&inputs["x"]);
        let coefficients: Vec<Vec<f64>> = table(&inputs["Z"]).iter().map(|row| per_unit(row, &output)).collect();
        let inverse = leontief_inverse(&coefficients).unwrap();
        for (key, expected) in case["expected"].as_object().unwrap() {
            let expected = if expected[0].is_array() { table(expected).concat() } else { numbers(expected) };
            let found = input_output_figure(key, inputs, &coefficients, &inverse);
            assert_close(&format!("{name} {key}"), &found, &expected, tolerance(&case, key));
        }
    }
}
