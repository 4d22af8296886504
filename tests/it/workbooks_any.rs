//! Workbooks of random studies: any ids and names, one to thirty sectors, up to three hundred projects, levers within hard ranges.
//!
//! `KICHBAN_CASES=2000 cargo test --release --test it workbooks_any -- --nocapture` tries more of them.
//! Studies are numbered and a number always makes the same study; one that fails is written to a file that is named.

use crate::exports::{STAMP, holds};
use crate::laws::{Fixture, Range, Roll, assert_same, rolls, scenario, settings};
use kichban::engine::Closure;
use kichban::export::{ExportCase, to_workbook};
use kichban::files::{built_in, read_opened, read_study, write_study};
use kichban::lang::{Lang, Localized};
use kichban::scenario::figure::{Figure, Quantity};
use kichban::scenario::links::Links;
use kichban::scenario::study::{Assumption, Project, Scenario, Sector, Shock, Study};
use kichban::scenario::{ResolveError, calibrate_baseline, validate};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Studies of a usual run.
const CASES: u64 = 24;
/// A longer run stops after so many failures.
const ENOUGH: usize = 5;

/// Sectors of the shipped study, from which those of a random study are made in turn.
const LIKE: [&str; 3] = ["industry", "agriculture", "services"];
/// Ids that would be names of cells, inputs, lines or functions, or each other's in another case.
const AWKWARD: [&str; 16] = [
    "realised",
    "jobs_rate",
    "Total",
    "Taxes",
    "A1",
    "R1C1",
    "TRUE",
    "on_land",
    "hi-tech",
    "hi_tech",
    "HI_TECH",
    "-",
    "_",
    "1",
    "project_a",
    "fdi",
];

/// Numbers from which a study is made.
#[derive(Debug, Clone)]
struct Recipe {
    ids: Vec<String>,
    /// Names of the sectors.
    names: Vec<String>,
    /// Size of each sector beside the one that it is made from.
    sizes: Vec<f64>,
    /// Whether a sector drives others, stands on limited land.
    roles: Vec<(bool, bool)>,
    source: prop::sample::Index,
    projects: Vec<(prop::sample::Index, f64, i32, bool)>,
    rolls: Vec<Roll>,
    closure: Closure,
    lang: Lang,
}

fn recipe() -> impl Strategy<Value = Recipe> {
    let id = prop_oneof!["[A-Za-z0-9_-]{1,20}", prop::sample::select(&AWKWARD[..]).prop_map(str::to_owned)];
    let ids = prop::collection::hash_set(id, 1..=30);
    let project = (any::<prop::sample::Index>(), 1.0..3_000.0, 2018..2032, any::<bool>());
    let projects = prop_oneof![
        5 => prop::collection::vec(project.clone(), 0..=6),
        1 => prop::collection::vec(project, 100..=300),
    ];
    let roles = prop::collection::vec(any::<(bool, bool)>(), 30);
    let names = prop::collection::vec(prop_oneof!["[A-Za-z ]{1,30}", ".{0,30}"], 30);
    let wish = (prop::sample::select(Closure::ALL.to_vec()), prop::sample::select(Lang::ALL.to_vec()));
    let rest = (any::<prop::sample::Index>(), projects, rolls(12), names, wish);
    (ids, prop::collection::vec(0.05..2.0, 30), roles, rest).prop_map(|(ids, sizes, roles, rest)| {
        // Two ids belong to lines of every study.
        let mut ids: Vec<String> = ids.into_iter().filter(|id| id != "taxes" && id != "total").collect();
        ids.sort();
        let (source, projects, rolls, names, (closure, lang)) = rest;
        Recipe { ids, names, sizes, roles, source, projects, rolls, closure, lang }
    })
}

/// The recipe of a number.
fn numbered(number: u64) -> Recipe {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    recipe().new_tree(&mut TestRunner::new_with_rng(Config::default(), rng)).unwrap().current()
}

impl Recipe {
    /// Sectors made from one of the shipped study.
    fn made_from(&self, line: &str) -> Vec<usize> {
        let like = |s: &usize| LIKE[s % LIKE.len()] == line;
        (0..self.ids.len()).filter(like).collect()
    }

    /// A figure for each sector that is made from its line.
    fn figures(&self, figure: &Figure) -> Vec<Figure> {
        use Quantity as Q;
        let n = self.ids.len() as f64;
        let value = |s: usize, suppliers: usize| match figure.quantity {
            Q::Output | Q::Employment | Q::Capital => figure.value * self.sizes[s],
            Q::InvestmentShare => figure.quantity.unit().factor() / figure.unit.factor() / n,
            Q::InputCoefficient => figure.value / suppliers as f64,
            _ => figure.value,
        };
        if !LIKE.contains(&figure.line.as_str()) {
            return vec![figure.clone()];
        }
        let of = |s: usize, from: Option<usize>, suppliers| Figure {
            line: self.ids[s].clone(),
            from: from.map_or_else(String::new, |from| self.ids[from].clone()),
            value: value(s, suppliers),
            ..figure.clone()
        };
        let suppliers = self.made_from(&figure.from);
        let own = self.made_from(&figure.line);
        if figure.from.is_empty() {
            return own.into_iter().map(|s| of(s, None, 1)).collect();
        }
        own.iter()
            .flat_map(|&s| suppliers.iter().map(move |&from| (s, from)))
            .map(|(s, from)| of(s, Some(from), suppliers.len()))
            .collect()
    }

    fn study(&self) -> Study {
        let mut study = built_in().unwrap();
        study.sectors = (self.ids.iter().zip(&self.names))
            .map(|(id, name)| Sector {
                id: id.clone(),
                name: Localized::new(name, id),
                short: Localized::default(),
                group: String::new(),
            })
            .collect();
        study.baselines.retain(|baseline| baseline.id == "trend");
        "trend".clone_into(&mut study.pinned);
        study.scenarios.clear();
        study.links = Links::default();
        study.targets = Arc::default();
        let base = study.baselines[0].clone();
        let observed = |figure: &&Figure| figure.vintage == base.vintage && figure.year == Some(base.base_year);
        study.observations =
            Arc::new(study.observations.iter().filter(observed).flat_map(|figure| self.figures(figure)).collect());
        // What only ensembles read is not made for random sectors.
        let kept = |row: &&Assumption| {
            let of_trend = row.baseline.is_empty() || row.baseline == base.id;
            of_trend && (row.figure.from.is_empty() || row.figure.quantity == Quantity::InputCoefficient)
        };
        let random = [Quantity::ErrorDeviation, Quantity::ErrorPersistence, Quantity::ErrorTailFreedom];
        let parameters = study.parameters.iter().filter(kept).filter(|row| !random.contains(&row.figure.quantity));
        study.parameters = Arc::new(
            parameters
                .flat_map(|row| {
                    self.figures(&row.figure)
                        .into_iter()
                        .map(|figure| Assumption { figure, baseline: row.baseline.clone() })
                })
                .collect(),
        );
        self.structure(&mut study);
        self.destinations(&mut study);
        self.records(&mut study);
        study
    }

    fn structure(&self, study: &mut Study) {
        let those = |wanted: fn(&(bool, bool)) -> bool| -> Vec<String> {
            self.ids
                .iter()
                .zip(&self.roles)
                .filter(|(_, roles)| wanted(roles))
                .map(|(id, _)| id.clone())
                .take(3)
                .collect()
        };
        study.structure.headline.clone_from(&self.ids[0]);
        study.structure.drivers = those(|roles| roles.0);
        study.structure.land_sectors = those(|roles| roles.1);
        study.structure.reallocation_source.clone_from(self.source.get(&self.ids));
    }

    /// Every sector but the source takes as much labour as the others.
    fn destinations(&self, study: &mut Study) {
        let is_share = |row: &Assumption| row.figure.quantity == Quantity::ReallocationShare;
        let like = study.parameters.iter().find(|row| is_share(row)).unwrap().clone();
        let takers = self.ids.iter().filter(|id| **id != study.structure.reallocation_source);
        let value =
            Quantity::ReallocationShare.unit().factor() / like.figure.unit.factor() / (self.ids.len() - 1) as f64;
        let figure = |id: &String| Figure { line: id.clone(), value, ..like.figure.clone() };
        let shares: Vec<Assumption> = takers.map(|id| Assumption { figure: figure(id), ..like.clone() }).collect();
        let parameters = Arc::make_mut(&mut study.parameters);
        parameters.retain(|row| !is_share(row));
        parameters.extend(shares);
    }

    fn records(&self, study: &mut Study) {
        let (project, shock) = (study.projects[0].clone(), study.shocks[0].clone());
        study.projects = (self.projects.iter().zip(0..))
            .map(|((sector, amount, start, in_baseline), number)| Project {
                id: if number == 0 { self.ids[0].clone() } else { format!("du-an-{number}") },
                sector: sector.get(&self.ids).clone(),
                registered_musd: *amount,
                jobs_thousand: amount / 500.0,
                start: *start,
                in_baseline: *in_baseline,
                ..project.clone()
            })
            .collect();
        let exposure = self.ids.iter().zip(&self.sizes).map(|(id, size)| (id.clone(), size.min(1.0))).collect();
        study.shocks = vec![Shock { id: self.ids[0].clone(), exposure, ..shock }];
    }

    /// The study with one scenario of random settings, as it is read from its file.
    fn with_scenario(&self) -> Study {
        let mut study = self.study();
        validate(&study).unwrap();
        let baseline = calibrate_baseline(&study, "trend").unwrap();
        let fixture = Fixture { study: study.clone(), baseline };
        let settings = settings(&fixture, &self.rolls, Range::Hard);
        study.scenarios = vec![Scenario { parent: "trend".to_owned(), ..scenario("random", settings) }];
        study.closure = self.closure;
        let read = read_study(write_study(&study).as_bytes()).unwrap();
        assert_eq!(read, study, "a study file gives the study back");
        read
    }
}

/// Whether there was a workbook to write; it then gives every figure of the program, and the study back.
fn exported(recipe: &Recipe) -> bool {
    let study = recipe.with_scenario();
    let case = match ExportCase::new(&study, "random", recipe.closure) {
        Ok(case) => case,
        // Levers at their hard bounds may leave the domain of the model: then there is nothing to export.
        Err(ResolveError::Engine(_)) => return false,
        // Nor where labour leaves the only sector that there is.
        Err(ResolveError::SharesNotOne { .. }) if study.sectors.len() == 1 => return false,
        Err(error) => panic!("{error}"),
    };
    let bytes = to_workbook(&case, recipe.lang, STAMP).unwrap();
    assert!(holds(&case, &bytes) > 50);
    let opened = read_opened(&bytes).unwrap();
    assert_eq!(opened.edited, []);
    assert_eq!(opened.study, study, "the workbook gives the study back");
    let again = ExportCase::new(&opened.study, "random", opened.study.closure).unwrap();
    assert_eq!(again.fingerprint(), case.fingerprint());
    assert_same("from the workbook", &again.projection, &case.projection, 0.0);
    true
}

/// Whether a numbered study could be exported, or why it failed and where it stands.
fn tried(number: u64) -> Result<bool, String> {
    let recipe = numbered(number);
    catch_unwind(AssertUnwindSafe(|| exported(&recipe))).map_err(|cause| {
        let cause = cause
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| cause.downcast_ref().map(|&text: &&str| text.to_owned()));
        let cause = cause.unwrap_or_default();
        let file = catch_unwind(AssertUnwindSafe(|| kept(number, &recipe.with_scenario())));
        let place = file.map_or_else(|_| format!("{recipe:?}"), |file| file.display().to_string());
        format!("number {number}, {:?}, {:?}: {cause}\n{place}", recipe.closure, recipe.lang)
    })
}

/// Writes a study that fails; returns where.
fn kept(number: u64, study: &Study) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("workbook-{number}.ron"));
    std::fs::write(&file, write_study(study)).unwrap();
    file
}

/// How many studies to try: those of a usual run, or more if so wished.
fn cases() -> u64 {
    let Some(wish) = std::env::var_os("KICHBAN_CASES") else { return CASES };
    let count = wish.to_str().and_then(|text| text.parse().ok()).filter(|&count| count >= CASES);
    count.unwrap_or_else(|| panic!("KICHBAN_CASES is {}; it must be a number from {CASES}", wish.display()))
}

#[test]
fn the_workbook_of_any_study_gives_the_figures_of_the_program() {
    let (mut written, mut failed) = (0, Vec::new());
    let cases = cases();
    for number in 0..cases {
        match tried(number) {
            Ok(there) => written += u64::from(there),
            Err(failure) => failed.push(failure),
        }
        if failed.len() == ENOUGH {
            break;
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
    assert!(written > cases / 2, "only {written} of {cases} were written");
    println!("{written} of {cases} studies were exported");
}
