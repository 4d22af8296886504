//! A territory that others merged into: sums of what every part has, in whatever order, and nothing else.

use crate::program::kichban;
use kichban::app::merge_form::MergeChange;
use kichban::app::{AppState, Command as Ask, FileCommand, Intent, Origin, PendingQuestion, Preferences, update};
use kichban::engine::{Line, Variable};
use kichban::files::Opened;
use kichban::importing::{MergeFrame, MergeGapReason, MergeProblem, Merged, merge_studies};
use kichban::quantity::{PriceBasis, Quantity, Unit};
use kichban::scenario::calibrate_baseline;
use kichban::scenario::figure::{Figure, Status};
use kichban::scenario::study::Study;
use kichban::text::sum_note;
use std::path::{Path, PathBuf};
use std::sync::Arc;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("summed").join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A study of a province that does not exist, made from its file.
fn province(name: &str) -> Study {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/made-up-province.csv").display().to_string();
    let file = folder(name).join("minh-son.kichban");
    let path = file.display().to_string();
    let (code, _, err) =
        kichban(&["new", "--from", &source, "--territory", "Minh Sơn", "--growth", "6", "--out", &path]);
    assert_eq!(code, 0, "{err}");
    let mut study = kichban::files::open(&file).unwrap();
    let people = Figure {
        year: Some(2024),
        value: 1200.0,
        territory: study.territory.clone(),
        vintage: "census".to_owned(),
        source: study.observations[0].source.clone(),
        status: Status::Published,
        ..Figure::blank(Quantity::Population)
    };
    let share = Figure {
        value: 30.0,
        unit: Unit::Percent,
        price_basis: PriceBasis::Current,
        quantity: Quantity::UrbanShare,
        ..people.clone()
    };
    Arc::make_mut(&mut study.observations).extend([people, share]);
    study
}

/// The study with each amount times a factor, as that of another territory.
fn scaled(study: &Study, factor: f64, territory: &str) -> Study {
    let mut part = study.clone();
    let own = std::mem::replace(&mut part.territory, territory.to_owned());
    for known in &mut part.territories {
        if known.id == own {
            territory.clone_into(&mut known.id);
            known.name = kichban::lang::Localized::new(territory, territory);
        }
    }
    for figure in Arc::make_mut(&mut part.observations) {
        territory.clone_into(&mut figure.territory);
        if figure.quantity.adds_up() {
            figure.value *= factor;
        }
    }
    for row in Arc::make_mut(&mut part.parameters) {
        territory.clone_into(&mut row.figure.territory);
    }
    part
}

fn frame() -> MergeFrame {
    MergeFrame { name: String::new(), territory: "Liên Sơn".to_owned(), growth: Some(6.0) }
}

fn merge(parts: &[&Study]) -> Result<Merged, MergeProblem> {
    merge_studies(parts, &frame(), &sum_note)
}

/// What a figure is of, apart from whose it is.
fn subject(figure: &Figure) -> (Quantity, String, Option<i32>, Option<i32>, Unit, PriceBasis) {
    (figure.quantity, figure.line.clone(), figure.since, figure.year, figure.unit, figure.price_basis)
}

#[test]
fn two_halves_make_the_whole() {
    let whole = province("halves");
    let [one, other] = ["east", "west"].map(|name| scaled(&whole, 0.5, name));
    let merged = merge(&[&one, &other]).unwrap();
    let additive: Vec<&Figure> = whole.observations.iter().filter(|figure| figure.quantity.adds_up()).collect();
    assert!(additive.len() > 40 && merged.study.observations.len() == additive.len());
    for figure in additive {
        let sum = merged.study.observations.iter().find(|sum| subject(sum) == subject(figure)).unwrap();
        assert_eq!(sum.value.to_bits(), figure.value.to_bits(), "{sum:?}");
        assert_eq!(sum.status, Status::Derived);
        let source = merged.study.source(&sum.source).unwrap();
        assert!(source.title.en.starts_with("Sum of east (") && source.title.en.contains(" + west ("), "{source:?}");
        assert!(sum.note.en.starts_with("Sum of east ") && !sum.note.vi.is_empty(), "{:?}", sum.note);
    }
    assert_eq!((merged.gaps.as_slice(), merged.not_summed.as_slice()), (&[][..], &[(Quantity::UrbanShare, 2)][..]));
    // Both start from the same figures, and grow as their maker assumes.
    for baseline in ["record", "trend"] {
        let grdp = |study: &Study| {
            let run = calibrate_baseline(study, baseline).unwrap().projection;
            run.value(Variable::Grdp, Line::Total, 2030).unwrap().to_bits()
        };
        assert_eq!(grdp(&merged.study), grdp(&whole), "{baseline}");
    }
}

#[test]
fn the_order_of_parts_does_not_matter() {
    let whole = province("order");
    let parts = [("east", 0.2), ("west", 0.3), ("south", 0.55)].map(|(name, factor)| scaled(&whole, factor, name));
    let [east, west, south] = &parts;
    let merged = merge(&[east, west, south]).unwrap();
    for order in [[east, south, west], [west, east, south], [south, west, east]] {
        assert_eq!(merge(&order).unwrap(), merged);
    }
    let names: Vec<&str> = merged.study.territories.iter().map(|territory| territory.id.as_str()).collect();
    assert_eq!(names, ["lien-son", "east", "south", "west"]);
}

#[test]
fn what_one_part_lacks_is_a_gap_and_nothing_is_invented() {
    let whole = province("gaps");
    let (one, mut other) = (scaled(&whole, 0.5, "east"), scaled(&whole, 0.25, "west"));
    let list = Arc::make_mut(&mut other.observations);
    list.retain(|figure| !(figure.line == "total" && matches!(figure.year, Some(2016 | 2017 | 2019))));
    for figure in list.iter_mut().filter(|figure| figure.year == Some(2015) && figure.quantity == Quantity::Output) {
        figure.price_basis = PriceBasis::NotStated;
    }
    let merged = merge(&[&other, &one]).unwrap();
    let lacking = merged.gaps.iter().find(|gap| gap.reason == MergeGapReason::Lacks).unwrap();
    assert_eq!((lacking.line.as_str(), lacking.years.as_slice()), ("total", &[2016, 2017, 2019][..]));
    assert_eq!(lacking.parts.iter().map(|name| name.en.as_str()).collect::<Vec<_>>(), ["west"]);
    let prices: Vec<_> = merged.gaps.iter().filter(|gap| gap.reason == MergeGapReason::OtherPrices).collect();
    assert!(prices.len() > 3 && prices.iter().all(|gap| gap.years == [2015]));
    for sum in merged.study.observations.iter() {
        let of = |study: &Study| {
            let found = study.observations.iter().find(|figure| subject(figure) == subject(sum));
            found.unwrap_or_else(|| panic!("invented: {sum:?}")).value
        };
        assert_eq!(sum.value.to_bits(), (of(&one) + of(&other)).to_bits());
    }
    assert!(!merged.study.observations.iter().any(|figure| figure.year == Some(2015)));
    // Where no year has every sector in both, there is no study.
    let mut bare = other.clone();
    Arc::make_mut(&mut bare.observations).retain(|figure| figure.line == "total");
    assert!(matches!(merge(&[&one, &bare]), Err(MergeProblem::NothingInCommon { .. })));
}

#[test]
fn territories_that_overlap_other_prices_and_other_sectors_are_refused() {
    let whole = province("refused");
    let [east, west] = ["east", "west"].map(|name| scaled(&whole, 0.5, name));
    assert_eq!(merge(&[&east]), Err(MergeProblem::TooFew));
    assert!(matches!(merge(&[&east, &east]), Err(MergeProblem::SameTerritory { .. })));
    // A sum holds its parts.
    let sum = merge(&[&east, &west]).unwrap().study;
    assert!(matches!(merge(&[&sum, &west]), Err(MergeProblem::SameTerritory { .. })));
    let mut later = west.clone();
    later.price_base_year = 2020;
    let refused = merge(&[&later, &east]);
    let Err(MergeProblem::OtherPrices { years, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(years, [2010, 2020]);
    let mut other = west;
    other.sectors[0].id = "other".to_owned();
    let refused = merge(&[&east, &other]);
    let Err(MergeProblem::OtherSectors { first, second, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!((first.len(), second.len()), (1, 1));
}

#[test]
fn the_command_sums_studies_and_files_and_writes_with_out_only() {
    let folder = folder("command");
    let whole = province("command");
    let [east, west, out] =
        ["east.kichban", "west.kichban", "sum.kichban"].map(|name| folder.join(name).display().to_string());
    std::fs::remove_file(&out).unwrap_or_default();
    let parts = [("east", 0.5, &east), ("west", 0.25, &west)].map(|(name, factor, path)| {
        let part = scaled(&whole, factor, name);
        kichban::files::save(Path::new(path), &part).unwrap();
        part
    });
    let words = ["merge", &east, &west, "--territory", "Liên Sơn", "--growth", "6", "--lang", "en"];
    let (code, told, err) = kichban(&words);
    assert_eq!(code, 0, "{err}");
    let told = format!("{told}{err}");
    assert!(told.contains("each the sum of east and west") && told.contains("Not summed"), "{told}");
    assert!(!Path::new(&out).exists());
    let (code, _, err) = kichban(&[&words[..], &["--out", &out]].concat());
    assert_eq!(code, 0, "{err}");
    assert_eq!(kichban::files::open(Path::new(&out)).unwrap(), merge(&[&parts[0], &parts[1]]).unwrap().study);
    // The other territory may be a file of its office.
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/made-up-province.csv").display().to_string();
    let words = [
        "merge",
        &east,
        "--figures",
        &source,
        "--of",
        "Minh Tân",
        "--territory",
        "Liên Sơn",
        "--growth",
        "6",
        "--out",
        &out,
    ];
    let (code, _, err) = kichban(&words);
    assert_eq!(code, 0, "{err}");
    let sum = kichban::files::open(Path::new(&out)).unwrap();
    let total = |study: &Study| {
        let of_total = |figure: &&Figure| figure.line == "total" && figure.year == Some(2024);
        study.observations.iter().find(of_total).unwrap().model_value()
    };
    assert!((total(&sum) - 1.5 * total(&whole)).abs() < 1e-9, "{}", total(&sum));
    let (code, _, err) = kichban(&["merge", &east, &east, "--territory", "Liên Sơn", "--lang", "vi"]);
    assert!(code == 3 && err.contains("tính hai lần"), "{err}");
}

#[test]
fn the_window_merges_with_a_study_in_a_file() {
    let whole = province("window");
    let [east, west] = ["east", "west"].map(|name| scaled(&whole, 0.5, name));
    let mut state = AppState::new(east.clone(), Origin::Shipped, Preferences::default());
    update(&mut state, Ask::File(FileCommand::Intend(Intent::Merge)));
    let mut send = |change: MergeChange| {
        update(&mut state, Ask::File(FileCommand::Merge(change)));
        state.clone()
    };
    let opened = Opened { study: west.clone(), edited: Vec::new() };
    let after = send(MergeChange::Opened { path: PathBuf::from("west.kichban"), result: Ok(Box::new(opened)) });
    let Some(PendingQuestion::Merge(form)) = &after.question else { panic!("{:?}", after.question) };
    assert!(form.found.is_none(), "the territory has no name yet");
    let after = send(MergeChange::SetFrame(frame()));
    let Some(PendingQuestion::Merge(form)) = &after.question else { panic!("{:?}", after.question) };
    assert!(matches!(form.found, Some(Ok(_))));
    let after = send(MergeChange::Take);
    assert_eq!(*after.study, merge(&[&east, &west]).unwrap().study);
    assert!(after.question.is_none() && after.origin == Origin::Unsaved);
}
