//! Laws of the model over random levers, on the studies of the oracle folders; each name is the sentence that the test proves.
//!
//! Every run goes through `calibrate_baseline`, `validate` and `resolve`, as a study file does.

use crate::oracle_study::{BASELINE, study};
use crate::resolved::resolve;
use kichban::engine::{Closure, EngineError, Inputs, Line, Projection, Remark, Variable, simulate};
use kichban::lang::Localized;
use kichban::quantity::{Horizon, Year};
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::lever::{Kind, Lever};
use kichban::scenario::setting::{LeverKey, NumberTable, Setting, Settings};
use kichban::scenario::study::{Assumption, BaselineRule, Group, Scenario, Sector, Study};
use kichban::scenario::{
    CalibratedBaseline, calibrate_baseline, default_path, default_shares, lever_keys, rebalance, validate,
};
use proptest::prelude::*;
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// A study and its baseline.
pub(crate) struct Fixture {
    pub(crate) study: Study,
    pub(crate) baseline: CalibratedBaseline,
}

static PLAN: LazyLock<Fixture> = LazyLock::new(|| fixture(read("plan-2020")));
static ACTUAL: LazyLock<Fixture> = LazyLock::new(|| fixture(read("actual-2024")));

/// The study of an oracle folder, with what its files leave to each scenario: destinations of moving labour, and a zone for every park.
fn read(folder: &str) -> Study {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle").join(folder).join("inputs.json");
    let mut study = study(&serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap());
    for (sector, share) in [("I", 0.7), ("S", 0.3)] {
        add_parameter(&mut study, Quantity::ReallocationShare, sector, share);
    }
    for (position, park) in study.parks.iter_mut().enumerate() {
        park.zone = format!("zone-{}", position % 2);
    }
    study
}

fn add_parameter(study: &mut Study, quantity: Quantity, line: &str, value: f64) {
    let like = study.parameters[0].figure.clone();
    let figure = Figure { quantity, line: line.to_owned(), year: None, value, unit: quantity.unit(), ..like };
    Arc::make_mut(&mut study.parameters).push(Assumption { baseline: String::new(), figure });
}

fn fixture(study: Study) -> Fixture {
    validate(&study).unwrap();
    let baseline = calibrate_baseline(&study, BASELINE).unwrap();
    Fixture { study, baseline }
}

impl Fixture {
    /// Inputs of a case of the study.
    fn inputs(&self, case: &str, closure: Closure) -> Arc<Inputs> {
        resolve(&self.study, &self.baseline, case, closure).unwrap()
    }

    fn case(&self, case: &str, closure: Closure) -> Projection {
        simulate(&self.inputs(case, closure)).unwrap()
    }

    /// Runs settings as a scenario of the study.
    fn run(&self, settings: &Settings, closure: Closure) -> Result<Projection, EngineError> {
        let mut study = self.study.clone();
        study.scenarios = vec![scenario("random", settings.clone())];
        validate(&study).unwrap();
        simulate(&resolve(&study, &self.baseline, "random", closure).unwrap())
    }

    fn case_ids(&self) -> Vec<&str> {
        self.study.case_ids()
    }

    fn horizon(&self) -> Horizon {
        self.baseline.inputs.horizon
    }
}

pub(crate) fn scenario(id: &str, settings: Settings) -> Scenario {
    Scenario {
        id: id.to_owned(),
        name: Localized::new(id, id),
        short: Localized::default(),
        note: Localized::default(),
        parent: BASELINE.to_owned(),
        slot: 1,
        visible: true,
        settings,
    }
}

fn one(key: LeverKey, setting: Setting) -> Settings {
    [(key, setting)].into_iter().collect()
}

/// How a random setting is made from numbers in 0..1.
#[derive(Debug, Clone)]
pub(crate) struct Roll {
    key: prop::sample::Index,
    first: f64,
    second: f64,
    shape: u8,
}

pub(crate) fn rolls(most: usize) -> impl Strategy<Value = Vec<Roll>> {
    let roll = (any::<prop::sample::Index>(), 0.0..=1.0, 0.0..=1.0, 0_u8..4)
        .prop_map(|(key, first, second, shape)| Roll { key, first, second, shape });
    prop::collection::vec(roll, 0..=most)
}

/// Which of a lever's ranges random values fill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Range {
    Soft,
    Hard,
}

pub(crate) fn settings(fixture: &Fixture, rolls: &[Roll], range: Range) -> Settings {
    let mut keys = lever_keys(&fixture.study);
    // Of one share alone nothing can move; a study of two sectors has one that takes labour.
    keys.retain(|key| {
        let shares = || default_shares(&fixture.study, &fixture.baseline, key.lever);
        key.lever.spec().kind != Kind::Shares || shares().is_some_and(|shares| shares.iter().count() > 1)
    });
    rolls
        .iter()
        .map(|roll| (roll.key.get(&keys), roll))
        .map(|(key, roll)| (key.clone(), rolled(fixture, key, roll, range)))
        .collect()
}

fn rolled(fixture: &Fixture, key: &LeverKey, roll: &Roll, range: Range) -> Setting {
    let spec = key.lever.spec();
    let (low, high) = if range == Range::Soft { spec.soft } else { spec.hard };
    let value = |part: f64| {
        let shown = low + (high - low) * part;
        spec.from_shown(if spec.decimals == 0 { shown.round() } else { shown })
    };
    let horizon = fixture.horizon();
    let projected: Vec<Year> = horizon.projected_years().collect();
    let year = |part: f64| {
        *projected
            .iter()
            .rev()
            .find(|&&year| f64::from(year - projected[0]) <= part * (projected.len() - 1) as f64)
            .unwrap()
    };
    let (earlier, later) = (year(roll.first.min(roll.second)), year(roll.first.max(roll.second)));
    match spec.kind {
        Kind::Switch => Setting::Switch(roll.first > 0.5),
        Kind::Number => Setting::Constant(value(roll.first)),
        Kind::Shares => {
            let shares = default_shares(&fixture.study, &fixture.baseline, key.lever).unwrap();
            let (id, _) = shares.iter().next().unwrap();
            Setting::Shares(rebalance(&shares, &id, roll.first, &[]).unwrap())
        }
        Kind::Path => match roll.shape {
            0 => Setting::Constant(value(roll.first)),
            1 => Setting::Span { value: value(roll.second), from: earlier, to: later },
            2 => Setting::Points([(earlier, value(roll.first)), (later, value(roll.second))].into_iter().collect()),
            _ => Setting::Years {
                default: Some(value(roll.first)),
                values: [(later, value(roll.second))].into_iter().collect(),
            },
        },
    }
}

/// Every lever set to the value that it has in the baseline.
fn explicit_neutral(fixture: &Fixture) -> Settings {
    let neutral = |key: &LeverKey| {
        let path = || default_path(&fixture.study, &fixture.baseline, key).unwrap();
        match key.lever.spec().kind {
            Kind::Switch => Setting::Switch(path()[0] > 0.5),
            Kind::Number => Setting::Constant(path()[0]),
            Kind::Shares => Setting::Shares(default_shares(&fixture.study, &fixture.baseline, key.lever).unwrap()),
            Kind::Path => Setting::Years { default: None, values: fixture.horizon().years().zip(path()).collect() },
        }
    };
    lever_keys(&fixture.study).iter().map(|key| (key.clone(), neutral(key))).collect()
}

/// Every figure of a run: variable, line id, year, value.
fn figures(run: &Projection) -> Vec<(Variable, String, Year, Option<f64>)> {
    let mut all = Vec::new();
    for variable in Variable::ALL {
        for line in run.lines() {
            for (year, value) in run.horizon().years().zip(run.series(variable, line)) {
                all.push((variable, run.line_id(line).to_owned(), year, value));
            }
        }
    }
    all
}

/// Both runs have the same figures, up to a tolerance relative to their size; with tolerance 0, the same bits.
pub(crate) fn assert_same(place: &str, left: &Projection, right: &Projection, tolerance: f64) {
    let (left, right) = (figures(left), figures(right));
    assert_eq!(left.len(), right.len());
    for (a, b) in left.iter().zip(&right) {
        let same = match (a.3, b.3) {
            (Some(x), Some(y)) if tolerance > 0.0 => (x - y).abs() <= tolerance * x.abs().max(1.0),
            (x, y) => x.map(f64::to_bits) == y.map(f64::to_bits),
        };
        assert!(same, "{place}: {a:?} and {b:?}");
    }
}

/// Every figure of the left run has its counterpart on the right, found by line id; `expected` says what it must be, or passes it over.
fn assert_maps(
    place: &str,
    left: &Projection,
    right: &Projection,
    tolerance: f64,
    expected: impl Fn(Variable, f64) -> Option<f64>,
) {
    for (variable, line, year, value) in figures(left) {
        let Some(expected) = value.and_then(|value| expected(variable, value)) else { continue };
        let found = at(right, variable, &line, year);
        let close = (found - expected).abs() <= tolerance * expected.abs().max(1.0);
        assert!(close, "{place} {variable:?} {line} {year}: expected {expected}, found {found}");
    }
}

/// A figure of a line.
fn at(run: &Projection, variable: Variable, line: &str, year: Year) -> f64 {
    let found = run.line(line).and_then(|line| run.value(variable, line, year));
    found.unwrap_or_else(|| panic!("{variable:?} of {line} in {year}"))
}

/// GRDP from the base year on.
fn grdp(run: &Projection) -> Vec<f64> {
    run.series(Variable::Grdp, Line::Total).into_iter().flatten().collect()
}

fn quick(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

#[test]
fn neutral_levers_are_the_baseline_to_the_bit_in_p_and_to_rounding_in_k() {
    for fixture in [&PLAN, &ACTUAL] {
        for (place, neutral) in [("empty", Settings::default()), ("explicit", explicit_neutral(fixture))] {
            let productivity = fixture.run(&neutral, Closure::Productivity).unwrap();
            assert_same(place, &productivity, &fixture.baseline.projection, 0.0);
            let capital = fixture.run(&neutral, Closure::Capital).unwrap();
            assert_same(place, &capital, &fixture.baseline.projection, 1e-12);
        }
    }
}

#[test]
fn the_baseline_does_not_move_when_the_closure_is_switched() {
    for fixture in [&PLAN, &ACTUAL] {
        let [p, k] = Closure::ALL.map(|closure| fixture.case(BASELINE, closure));
        assert_same("baseline", &p, &k, 1e-12);
    }
}

#[test]
fn every_target_of_the_plan_is_hit() {
    for closure in Closure::ALL {
        let run = PLAN.case(BASELINE, closure);
        assert!(!PLAN.study.targets.is_empty());
        for target in PLAN.study.targets.iter() {
            let variable = match target.quantity {
                Quantity::Output => Variable::Output,
                Quantity::Share => Variable::ShareConstant,
                Quantity::Employment => Variable::Employment,
                other => panic!("target {other:?}"),
            };
            let found = at(&run, variable, &target.line, target.year.unwrap());
            assert!((found / target.value - 1.0).abs() < 1e-12, "{closure:?} {target:?}: {found}");
        }
    }
}

/// Lines sum to the province, shares to one, contributions to growth.
fn assert_accounts(run: &Projection) {
    let lines: Vec<Line> = run.lines().filter(|line| matches!(line, Line::Sector(_) | Line::Taxes)).collect();
    let sum = |variable, year| lines.iter().filter_map(|&line| run.value(variable, line, year)).sum::<f64>();
    let total = |variable, year| run.value(variable, Line::Total, year).unwrap();
    for year in run.horizon().years() {
        let grdp = total(Variable::Grdp, year);
        assert!((sum(Variable::Output, year) - grdp).abs() <= 1e-12 * grdp, "lines of {year}");
        let current = total(Variable::OutputCurrent, year);
        assert!((sum(Variable::OutputCurrent, year) - current).abs() <= 1e-12 * current, "current lines of {year}");
        assert!((sum(Variable::ShareConstant, year) - 1.0).abs() <= 1e-12, "shares of {year}");
        assert!((sum(Variable::ShareCurrent, year) - 1.0).abs() <= 1e-12, "current shares of {year}");
    }
    for year in run.horizon().projected_years() {
        let growth = 100.0 * total(Variable::OutputGrowth, year);
        let difference = sum(Variable::GrowthContribution, year) - growth;
        assert!(difference.abs() <= 1e-10 * growth.abs().max(1.0), "contributions of {year}");
    }
}

/// Years in which some line produces nothing, so that its ratios have no value.
fn has_an_empty_line(run: &Projection, year: Year) -> bool {
    run.lines()
        .filter(|line| matches!(line, Line::Sector(_) | Line::Taxes))
        .any(|line| run.value(Variable::Output, line, year).is_some_and(|output| output <= 0.0))
}

/// Every figure that the baseline has, a run has too, unless a line is empty in that year or the one before.
fn assert_complete(run: &Projection, baseline: &Projection) {
    for (mine, theirs) in figures(run).iter().zip(figures(baseline)) {
        let year = mine.2;
        let lost = mine.3.is_none() && theirs.3.is_some();
        let excused = mine.0 == Variable::Icor || has_an_empty_line(run, year) || has_an_empty_line(run, year - 1);
        assert!(!lost || excused, "{mine:?} has no value");
    }
}

proptest! {
    #![proptest_config(quick(96))]

    #[test]
    fn lines_sum_to_grdp_shares_to_one_and_contributions_to_growth(rolls in rolls(6)) {
        for closure in Closure::ALL {
            if let Ok(run) = PLAN.run(&settings(&PLAN, &rolls, Range::Soft), closure) {
                assert_accounts(&run);
            }
        }
    }

    #[test]
    fn levers_inside_their_hard_ranges_give_finite_figures_or_a_named_error(rolls in rolls(8)) {
        for fixture in [&PLAN, &ACTUAL] {
            let settings = settings(fixture, &rolls, Range::Hard);
            for closure in Closure::ALL {
                if let Ok(run) = fixture.run(&settings, closure) {
                    assert_complete(&run, &fixture.baseline.projection);
                    assert_accounts(&run);
                }
            }
        }
    }

    #[test]
    fn soft_ranges_one_lever_at_a_time_never_stop_a_run(rolls in rolls(1)) {
        for closure in Closure::ALL {
            let run = PLAN.run(&settings(&PLAN, &rolls, Range::Soft), closure);
            prop_assert!(run.is_ok(), "{:?}", run.err());
        }
    }

    #[test]
    fn equal_inputs_give_equal_bits(rolls in rolls(6)) {
        let settings = settings(&PLAN, &rolls, Range::Soft);
        for closure in Closure::ALL {
            if let (Ok(first), Ok(second)) = (PLAN.run(&settings, closure), PLAN.run(&settings, closure)) {
                assert_same("repeated", &first, &second, 0.0);
            }
        }
    }

    #[test]
    fn the_land_limit_is_never_exceeded(rolls in rolls(6), closure in prop::sample::select(Closure::ALL.to_vec())) {
        let mut settings = settings(&PLAN, &rolls, Range::Soft);
        settings.insert(LeverKey::province(Lever::LandLimit), Setting::Switch(true));
        if let Ok(run) = PLAN.run(&settings, closure) {
            for year in run.horizon().projected_years() {
                let (output, capacity) = (at(&run, Variable::Output, "I", year), at(&run, Variable::LandCapacity, "total", year));
                prop_assert!(output <= capacity, "{year}: {output} above {capacity}");
                let binds = at(&run, Variable::LandBinds, "total", year) > 0.5;
                prop_assert_eq!(binds, output.to_bits() == capacity.to_bits());
            }
        }
    }

    #[test]
    fn the_rationing_factor_lies_above_zero_and_not_above_one(rolls in rolls(6), closure in prop::sample::select(Closure::ALL.to_vec())) {
        let mut settings = settings(&PLAN, &rolls, Range::Hard);
        settings.insert(LeverKey::province(Lever::LabourConstrained), Setting::Switch(true));
        if let Ok(run) = PLAN.run(&settings, closure) {
            for year in run.horizon().years() {
                let phi = at(&run, Variable::LabourRationing, "total", year);
                prop_assert!(phi > 0.0 && phi <= 1.0, "{year}: {phi}");
                let demand = at(&run, Variable::StructuralEmployment, "A", year)
                    + at(&run, Variable::StructuralEmployment, "I", year)
                    + at(&run, Variable::StructuralEmployment, "S", year);
                let supply = at(&run, Variable::LabourSupply, "total", year);
                prop_assert!(year == run.horizon().base() || demand <= supply * (1.0 + 1e-12));
            }
        }
    }
}

/// The study without capital elasticity and with ordinary project jobs.
static NESTED: LazyLock<Fixture> = LazyLock::new(|| {
    let mut study = read("plan-2020");
    for row in Arc::make_mut(&mut study.parameters) {
        if row.figure.quantity == Quantity::CapitalElasticity {
            row.figure.value = 0.0;
        }
    }
    for project in &mut study.projects {
        project.premium = 1.0;
    }
    fixture(study)
});

#[test]
fn without_capital_elasticity_and_premium_both_closures_agree_for_every_lever() {
    for key in lever_keys(&NESTED.study) {
        let roll = |first| Roll { key: any_index(), first, second: 0.4, shape: 1 };
        for first in [0.2, 0.9] {
            let settings = one(key.clone(), rolled(&NESTED, &key, &roll(first), Range::Soft));
            let [p, k] = Closure::ALL.map(|closure| NESTED.run(&settings, closure).unwrap());
            assert_same(&key.to_string(), &p, &k, 1e-12);
        }
    }
    for case in NESTED.case_ids() {
        let [p, k] = Closure::ALL.map(|closure| NESTED.case(case, closure));
        assert_same(case, &p, &k, 1e-12);
    }
}

/// An index that is not used, because the key is given.
fn any_index() -> prop::sample::Index {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    any::<prop::sample::Index>().new_tree(&mut TestRunner::deterministic()).unwrap().current()
}

/// Names of the two halves of industry.
const HALVES: [&str; 2] = ["I1", "I2"];

/// A study whose industry is a group of two sectors, both of them drivers.
pub(crate) fn with_a_group() -> Study {
    halved(read("plan-2020"), &multipliers(&PLAN))
}

/// The same from the last actual year, where growth is assumed.
pub(crate) fn with_a_group_from_actuals() -> Study {
    halved(read("actual-2024"), &multipliers(&ACTUAL))
}

/// Cuts industry into two sectors of half its size, in a group that keeps its name, its targets and its priors.
fn halved(mut study: Study, matrix: &NumberTable) -> Study {
    let word = Localized::default;
    let place = study.sectors.iter().position(|sector| sector.id == "I").unwrap();
    study.sectors.remove(place);
    for half in HALVES {
        let sector = Sector { id: half.to_owned(), name: word(), short: word(), group: "I".to_owned() };
        study.sectors.insert(place, sector);
    }
    study.groups = vec![Group { id: "I".to_owned(), name: word(), short: word(), group: String::new() }];
    study.structure.drivers = HALVES.map(str::to_owned).to_vec();
    study.structure.land_sectors = study.structure.drivers.clone();
    study.observations = Arc::new(study.observations.iter().flat_map(halved_figure).collect());
    study.parameters = Arc::new(
        study
            .parameters
            .iter()
            .flat_map(|row| {
                halved_figure(&row.figure)
                    .into_iter()
                    .map(|figure| Assumption { baseline: row.baseline.clone(), figure })
            })
            .collect(),
    );
    study.projects = study
        .projects
        .iter()
        .flat_map(|project| {
            HALVES.map(|half| {
                let mut project = project.clone();
                project.id = format!("{}-{half}", project.id);
                half.clone_into(&mut project.sector);
                project.registered_musd /= 2.0;
                project.jobs_thousand /= 2.0;
                project
            })
        })
        .collect();
    for shock in &mut study.shocks {
        let own = shock.exposure.remove(&"I".to_owned()).unwrap();
        for half in HALVES {
            shock.exposure.insert(half.to_owned(), own);
        }
    }
    halve_settings(&mut study, matrix);
    study
}

/// A figure of industry as figures of its halves: amounts are cut, ratios and prices are kept, targets and priors stay with the group.
fn halved_figure(figure: &Figure) -> Vec<Figure> {
    let extensive = [
        Quantity::Output,
        Quantity::Employment,
        Quantity::Capital,
        Quantity::InvestmentShare,
        Quantity::ReallocationShare,
    ];
    let rows =
        if figure.from == "I" { HALVES.map(|from| (from, 0.5)).to_vec() } else { vec![(figure.from.as_str(), 1.0)] };
    let priors = [Quantity::OutputGrowthPrior, Quantity::EmploymentGrowthPrior];
    let whole = figure.line != "I" || priors.contains(&figure.quantity);
    let lines = if whole { vec![figure.line.as_str()] } else { HALVES.to_vec() };
    let part = if !whole && extensive.contains(&figure.quantity) { 0.5 } else { 1.0 };
    lines
        .iter()
        .flat_map(|line| rows.iter().map(move |row| (*line, *row)))
        .map(|(line, (from, row))| Figure {
            line: line.to_owned(),
            from: from.to_owned(),
            value: figure.value * part * row,
            ..figure.clone()
        })
        .collect()
}

/// Doubles the settings that name industry, and keeps its multipliers on the other sectors.
fn halve_settings(study: &mut Study, matrix: &NumberTable) {
    for scenario in &mut study.scenarios {
        let mut settings = Settings::default();
        for (key, setting) in scenario.settings.entries() {
            for (key, setting) in halved_setting(key, setting) {
                settings.insert(key, setting);
            }
        }
        // Halving a driver changes the loop that its multiplier leaves out; the multiplier itself is the fact that is kept.
        for (receiver, multiplier) in matrix.iter() {
            for half in HALVES {
                let key = LeverKey::of_part(Lever::SpilloverMultiplier, &receiver, half);
                settings.insert(key, Setting::Constant(multiplier));
            }
        }
        scenario.settings = settings;
    }
}

fn halved_setting(key: &LeverKey, setting: &Setting) -> Vec<(LeverKey, Setting)> {
    let setting = match setting {
        Setting::Shares(shares) => {
            let halve = |(id, share): (String, f64)| {
                if id == "I" {
                    vec![("I1".to_owned(), share / 2.0), ("I2".to_owned(), share / 2.0)]
                } else {
                    vec![(id, share)]
                }
            };
            Setting::Shares(shares.iter().flat_map(halve).collect())
        }
        Setting::Constant(value) if key.lever == Lever::ProjectAmount => Setting::Constant(value / 2.0),
        other => other.clone(),
    };
    let of = |subject: String| (LeverKey { subject, ..key.clone() }, setting.clone());
    if key.subject == "I" {
        ["I1", "I2"].map(|half| of(half.to_owned())).to_vec()
    } else if key.lever == Lever::ProjectAmount {
        ["I1", "I2"].map(|half| of(format!("{}-{half}", key.subject))).to_vec()
    } else {
        vec![of(key.subject.clone())]
    }
}

/// Multipliers of industry on the sectors that receive.
fn multipliers(fixture: &Fixture) -> NumberTable {
    let key = |receiver: &str| LeverKey::of_part(Lever::SpilloverMultiplier, receiver, "I");
    let multiplier = |receiver: &str| default_path(&fixture.study, &fixture.baseline, &key(receiver)).unwrap()[0];
    ["A", "S"].map(|receiver| (receiver.to_owned(), multiplier(receiver))).into_iter().collect()
}

#[test]
fn two_halves_of_a_sector_together_are_the_sector() {
    for (folder, whole) in [("plan-2020", &PLAN), ("actual-2024", &ACTUAL)] {
        let halves = fixture(halved(read(folder), &multipliers(whole)));
        for case in whole.case_ids() {
            for closure in Closure::ALL {
                let (one, two) = (whole.case(case, closure), halves.case(case, closure));
                // The skills index, shock and TFP exist for single sectors; the halves have them under their own names.
                let single = [Variable::Skills, Variable::Shock, Variable::Tfp, Variable::TfpGrowth];
                let place = format!("{folder} {case} {closure:?}");
                assert_maps(&place, &one, &two, 1e-12, |variable, value| {
                    (!single.contains(&variable)).then_some(value)
                });
            }
        }
    }
}

#[test]
fn a_group_is_the_sum_of_its_members() {
    let halves = fixture(halved(read("plan-2020"), &multipliers(&PLAN)));
    let additive = [
        Variable::Output,
        Variable::PotentialOutput,
        Variable::Employment,
        Variable::StructuralEmployment,
        Variable::Capital,
        Variable::Investment,
        Variable::ProjectInvestment,
        Variable::ProjectJobs,
        Variable::OutputCurrent,
        Variable::ShareConstant,
        Variable::ShareCurrent,
        Variable::EmploymentShare,
        Variable::GrowthContribution,
    ];
    for case in halves.case_ids() {
        let run = halves.case(case, Closure::Capital);
        for variable in additive {
            for year in run.horizon().projected_years() {
                let parts = at(&run, variable, "I1", year) + at(&run, variable, "I2", year);
                let group = at(&run, variable, "I", year);
                assert!((parts - group).abs() <= 1e-12 * group.abs().max(1.0), "{case} {variable:?} {year}");
            }
        }
    }
}

/// Multiplies every amount of a study: people, output, capital, money, land.
fn scaled(mut study: Study, factor: f64) -> Study {
    let amounts =
        [Quantity::Output, Quantity::Employment, Quantity::Capital, Quantity::Population, Quantity::NetMigration];
    let figures = Arc::make_mut(&mut study.observations).iter_mut().chain(Arc::make_mut(&mut study.targets));
    for figure in figures.chain(Arc::make_mut(&mut study.parameters).iter_mut().map(|row| &mut row.figure)) {
        if amounts.contains(&figure.quantity) {
            figure.value *= factor;
        }
    }
    for project in &mut study.projects {
        project.registered_musd *= factor;
        project.jobs_thousand *= factor;
    }
    for park in &mut study.parks {
        park.area_ha *= factor;
    }
    for scenario in &mut study.scenarios {
        let scale = |(key, setting): (&LeverKey, &Setting)| {
            let setting = match (key.lever, setting) {
                (Lever::ProjectAmount, Setting::Constant(value)) => Setting::Constant(value * factor),
                (Lever::NetMigration, Setting::Years { default, values }) => Setting::Years {
                    default: default.map(|value| value * factor),
                    values: values.iter().map(|(year, value)| (year, value * factor)).collect(),
                },
                (_, other) => other.clone(),
            };
            (key.clone(), setting)
        };
        scenario.settings = scenario.settings.entries().map(scale).collect();
    }
    study
}

/// Whether a variable counts an amount; ratios, prices and rates are left as they are by a change of scale.
fn is_amount(variable: Variable) -> bool {
    use kichban::quantity::Unit as U;
    matches!(variable.unit(), U::TrillionVnd | U::ThousandPersons | U::Hectare)
}

#[test]
fn a_study_of_another_size_has_the_same_shares_and_proportional_amounts() {
    for factor in [0.5, 3.0] {
        let other = fixture(scaled(read("plan-2020"), factor));
        for case in PLAN.case_ids() {
            for closure in Closure::ALL {
                let (small, large) = (PLAN.case(case, closure), other.case(case, closure));
                // TFP is an index: its level depends on the unit of capital and people.
                let expected = |variable, value| match variable {
                    Variable::Tfp => None,
                    variable if is_amount(variable) => Some(value * factor),
                    _ => Some(value),
                };
                assert_maps(&format!("{factor} {case} {closure:?}"), &small, &large, 1e-11, expected);
            }
        }
    }
}

#[test]
fn the_order_of_sectors_does_not_matter() {
    let mut study = read("plan-2020");
    study.sectors.rotate_left(1);
    let turned = fixture(study);
    for case in PLAN.case_ids() {
        for closure in Closure::ALL {
            let (one, other) = (PLAN.case(case, closure), turned.case(case, closure));
            assert_maps(&format!("{case} {closure:?}"), &one, &other, 1e-12, |_, value| Some(value));
        }
    }
}

/// GRDP of one run is nowhere above that of the other, beyond rounding, and lies below it in the last year.
fn assert_below(place: &str, low: &Projection, high: &Projection) {
    let (low, high) = (grdp(low), grdp(high));
    for (t, (below, above)) in low.iter().zip(&high).enumerate() {
        assert!(*below <= above * (1.0 + 1e-13), "{place}, year {t}: {below} above {above}");
    }
    assert!(low.last().unwrap() < high.last().unwrap(), "{place}: the last year does not move");
}

proptest! {
    #![proptest_config(quick(32))]

    #[test]
    fn more_projects_more_productivity_more_training_raise_grdp(
        closure in prop::sample::select(Closure::ALL.to_vec()), low in 0.0..0.9, more in 0.05..1.0, sector in 0_usize..3,
    ) {
        let project = PLAN.study.projects[0].id.clone();
        let sector = PLAN.study.sectors[sector].id.clone();
        for (key, size) in [
            (LeverKey::for_lever(Lever::ProjectAmount, &project), 600.0),
            (LeverKey::for_lever(Lever::ProductivityGrowthAdded, &sector), 0.02),
            (LeverKey::province(Lever::TrainedShareAdded), 0.15),
        ] {
            let at_level = |level: f64| PLAN.run(&one(key.clone(), Setting::Constant(level * size)), closure).unwrap();
            assert_below(&key.to_string(), &at_level(low), &at_level(low + more));
        }
    }

    #[test]
    fn a_deeper_shock_and_a_longer_delay_lower_grdp(
        closure in prop::sample::select(Closure::ALL.to_vec()), depth in 0.0..0.2, more in 0.01..0.2, delay in 0..3,
    ) {
        let shock = PLAN.study.shocks[0].id.clone();
        let at_depth = |depth| PLAN.run(&one(LeverKey::for_lever(Lever::ShockDepth, &shock), Setting::Constant(depth)), closure).unwrap();
        assert_below("depth", &at_depth(depth + more), &at_depth(depth));
        // In closure K late money is worn less when the horizon ends after both schedules, so the comparison stays inside the schedule.
        let at_delay = |years: i32| PLAN.run(&delayed(years), closure).unwrap();
        let start = PLAN.study.projects[0].start;
        let (early, late) = (at_delay(delay), at_delay(delay + 1));
        for year in PLAN.horizon().years().filter(|&year| year <= start + delay + 2 || closure == Closure::Productivity) {
            let [early, late] = [&early, &late].map(|run| at(run, Variable::Grdp, "total", year));
            prop_assert!(late <= early * (1.0 + 1e-13), "{closure:?} {year}: {late} above {early}");
        }
    }

    #[test]
    fn a_project_moved_one_year_later_never_raises_a_year_before_it_works_again(
        closure in prop::sample::select(Closure::ALL.to_vec()), delay in 0..6, rolls in rolls(3),
    ) {
        let mut settings = settings(&PLAN, &rolls, Range::Soft);
        // Land and labour limits, and projects that the other levers move, would compare something else.
        for lever in [Lever::LandLimit, Lever::LabourConstrained] {
            settings.remove(&LeverKey::province(lever));
        }
        for (key, setting) in delayed(delay).entries() {
            settings.insert(key.clone(), setting.clone());
        }
        let early = PLAN.run(&settings, closure);
        let project = PLAN.study.projects[0].id.clone();
        settings.insert(LeverKey::for_lever(Lever::ProjectDelay, &project), Setting::Constant(f64::from(delay + 1)));
        let late = PLAN.run(&settings, closure);
        if let (Ok(early), Ok(late)) = (early, late) {
            let start = PLAN.study.projects[0].start + delay;
            for year in PLAN.horizon().years().filter(|&year| year <= start + 1) {
                let [early, late] = [&early, &late].map(|run| at(run, Variable::Grdp, "total", year));
                prop_assert!(late <= early * (1.0 + 1e-13), "{year}: {late} above {early}");
            }
        }
    }
}

/// The first project at its registered amount, so many years later.
fn delayed(years: i32) -> Settings {
    let project = &PLAN.study.projects[0];
    [
        (LeverKey::for_lever(Lever::ProjectAmount, &project.id), Setting::Constant(project.registered_musd)),
        (LeverKey::for_lever(Lever::ProjectDelay, &project.id), Setting::Constant(f64::from(years))),
    ]
    .into_iter()
    .collect()
}

#[test]
fn a_project_of_zero_is_no_project() {
    let project = PLAN.study.projects[0].id.clone();
    let nothing = one(LeverKey::for_lever(Lever::ProjectAmount, &project), Setting::Constant(0.0));
    for closure in Closure::ALL {
        let run = PLAN.run(&nothing, closure).unwrap();
        assert!(run.inputs().projects.is_empty());
        assert_same("zero", &run, &PLAN.case(BASELINE, closure), 0.0);
    }
}

/// Two different shocks, both switched on, in either order of the study's list.
fn shocked(turned: bool) -> Fixture {
    let mut study = read("plan-2020");
    let mut second = study.shocks[0].clone();
    "second".clone_into(&mut second.id);
    second.start += 2;
    second.depth = 0.071;
    second.scar = 0.6;
    second.half_life = 2.5;
    study.shocks.truncate(1);
    let first = study.shocks[0].clone();
    study.shocks.push(second.clone());
    if turned {
        study.shocks.reverse();
    }
    let depth = |shock: &kichban::scenario::study::Shock| {
        (LeverKey::for_lever(Lever::ShockDepth, &shock.id), Setting::Constant(shock.depth))
    };
    study.scenarios = vec![scenario("both", [depth(&first), depth(&second)].into_iter().collect())];
    fixture(study)
}

#[test]
fn two_shocks_commute() {
    for closure in Closure::ALL {
        let [one, other] = [false, true].map(|turned| shocked(turned).case("both", closure));
        assert_same("two shocks", &one, &other, 1e-13);
    }
}

#[test]
fn a_project_that_the_baseline_contains_counts_only_where_it_differs() {
    let mut study = read("plan-2020");
    study.projects.truncate(1);
    study.projects[0].in_baseline = true;
    study.scenarios.clear();
    let id = study.projects[0].id.clone();
    let contained = fixture(study);
    for closure in Closure::ALL {
        let base = contained.case(BASELINE, closure);
        assert!(base.inputs().projects.is_empty());
        let with = |key: LeverKey, value: f64| contained.run(&one(key, Setting::Constant(value)), closure).unwrap();
        let neutral = with(LeverKey::for_lever(Lever::ProjectDelay, &id), 0.0);
        assert_same("neutral schedule", &neutral, &base, 0.0);
        let late = with(LeverKey::for_lever(Lever::ProjectDelay, &id), 2.0);
        let start = contained.study.projects[0].start;
        assert!(at(&late, Variable::Grdp, "total", start + 1) < at(&base, Variable::Grdp, "total", start + 1));
        assert_below("cut to nothing", &with(LeverKey::for_lever(Lever::ProjectAmount, &id), 0.0), &base);
        assert_below("expanded", &base, &with(LeverKey::for_lever(Lever::ProjectAmount, &id), 900.0));
    }
}

#[test]
fn a_horizon_beyond_the_targets_keeps_their_last_growth() {
    let mut study = read("plan-2020");
    study.horizon = 2050;
    let long = fixture(study);
    for closure in Closure::ALL {
        let run = long.case(BASELINE, closure);
        assert_accounts(&run);
        for year in 2031..=2050 {
            let growth = at(&run, Variable::OutputGrowth, "I", year);
            assert!((growth - at(&run, Variable::OutputGrowth, "I", 2030)).abs() < 1e-9, "{year}: {growth}");
        }
        for (variable, line, year, value) in figures(&PLAN.case(BASELINE, closure)) {
            let found = run.value(variable, run.line(&line).unwrap(), year);
            let same = found.zip(value).is_none_or(|(a, b)| (a - b).abs() <= 1e-12 * b.abs().max(1.0));
            assert!(same, "{variable:?} {line} {year}: {found:?} and {value:?}");
        }
    }
}

#[test]
fn a_target_beyond_the_horizon_is_an_error_with_its_year() {
    let mut study = read("plan-2020");
    study.horizon = 2028;
    assert!(matches!(&study.baselines[0].rule, BaselineRule::Targets { years, .. } if years.contains(&2030)));
    let error = calibrate_baseline(&study, BASELINE).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("2030"), "{error}");
}

#[test]
fn land_that_carries_nothing_is_not_called_spillover() {
    let mut settings = one(LeverKey::province(Lever::LandLimit), Setting::Switch(true));
    for park in &PLAN.study.parks {
        settings.insert(LeverKey::for_lever(Lever::ParkArea, &park.id), Setting::Constant(0.0));
    }
    let run = PLAN.run(&settings, Closure::Productivity).unwrap();
    assert!(at(&run, Variable::Output, "I", 2030) <= 0.0);
    let industry = run.inputs().sectors.iter().position(|sector| sector.id == "I").unwrap();
    let called = run.remarks().iter().any(|Remark::SpilloverHeldAtZero { sector, .. }| *sector == industry);
    assert!(!called, "{:?}", run.remarks());
}

/// Inputs of the baseline after a change that no study makes.
fn changed(change: impl FnOnce(&mut Inputs)) -> Result<Projection, EngineError> {
    let mut inputs = (*PLAN.inputs("S3_combo", Closure::Capital)).clone();
    change(&mut inputs);
    simulate(&Arc::new(inputs))
}

#[test]
fn inputs_that_contradict_themselves_are_refused_by_name() {
    let refused = |place: &str, run: Result<Projection, EngineError>| {
        assert!(matches!(run, Err(EngineError::InputOutOfRange { .. })), "{place}: {:?}", run.err());
    };
    refused("no sector", changed(|inputs| inputs.sectors.clear()));
    refused("reallocation", changed(|inputs| inputs.reallocation_source = 3));
    refused("driver", changed(|inputs| inputs.spillover.drivers[0] = 3));
    refused("matrix rows", changed(|inputs| inputs.spillover.matrix.truncate(2)));
    refused("matrix columns", changed(|inputs| inputs.spillover.matrix[0].clear()));
    refused("reference output", changed(|inputs| inputs.spillover.reference_output.clear()));
    refused(
        "group",
        changed(|inputs| {
            inputs.groups.push(kichban::engine::GroupInputs { id: "g".to_owned(), members: vec![7] });
        }),
    );
    refused("project", changed(|inputs| inputs.projects[0].sector = 3));
    refused("exposure", changed(|inputs| inputs.shocks[0].exposure.truncate(1)));
}

#[test]
fn years_beyond_any_calendar_are_refused_by_name() {
    for year in [f64::from(i32::MIN), f64::from(i32::MAX)] {
        for run in [
            changed(|inputs| inputs.projects[0].planned.start = year),
            changed(|inputs| inputs.shocks[0].start = year),
            changed(|inputs| inputs.land.parks[0].opening = year),
        ] {
            assert!(matches!(run, Err(EngineError::InputOutOfRange { .. })), "{year}: {:?}", run.err());
        }
    }
}

#[test]
fn investment_shares_that_nearly_sum_to_one_are_brought_to_one() {
    let mut study = read("plan-2020");
    for row in
        Arc::make_mut(&mut study.parameters).iter_mut().filter(|row| row.figure.quantity == Quantity::InvestmentShare)
    {
        row.figure.value *= 1.0008;
    }
    for project in &mut study.projects {
        project.profile.iter_mut().for_each(|share| *share *= 0.9995);
    }
    let near = fixture(study);
    for closure in Closure::ALL {
        for case in PLAN.case_ids() {
            assert_same(case, &near.case(case, closure), &PLAN.case(case, closure), 1e-12);
        }
    }
}

#[test]
fn labour_cannot_move_to_nowhere() {
    let mut study = read("plan-2020");
    Arc::make_mut(&mut study.parameters).retain(|row| row.figure.quantity != Quantity::ReallocationShare);
    study.scenarios =
        vec![scenario("moving", one(LeverKey::province(Lever::ReallocationRate), Setting::Constant(0.01)))];
    let fixture = fixture(study);
    let error = resolve(&fixture.study, &fixture.baseline, "moving", Closure::Productivity).map(|_| ()).unwrap_err();
    assert!(error.to_string().contains("reallocation"), "{error}");
}

#[test]
fn a_neutral_tax_share_leaves_every_ratio_bit_for_bit() {
    for ratio in [0.041_999_999, 0.043_7, 0.051_31, 0.038_123_456_789, 0.07, 0.123_4] {
        let mut study = read("actual-2024");
        let gross: f64 =
            ["A", "I", "S"].iter().map(|id| at(&ACTUAL.baseline.projection, Variable::Output, id, 2024)).sum();
        for figure in Arc::make_mut(&mut study.observations)
            .iter_mut()
            .filter(|f| f.quantity == Quantity::Output && f.line == "taxes")
        {
            figure.value = ratio * gross;
        }
        let own = fixture(study);
        let neutral = own.run(&explicit_neutral(&own), Closure::Productivity).unwrap();
        assert_same("tax share", &neutral, &own.baseline.projection, 0.0);
    }
}

#[test]
fn nothing_is_never_minus_nothing() {
    for closure in Closure::ALL {
        for case in PLAN.case_ids() {
            for (variable, line, year, value) in figures(&PLAN.case(case, closure)) {
                let minus = value.is_some_and(|value| value.to_bits() == (-0.0_f64).to_bits());
                assert!(!minus, "{case} {closure:?} {variable:?} {line} {year} is −0");
            }
        }
    }
}
