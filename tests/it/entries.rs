//! A lever is one row of the catalogue: it moves the inputs where its entry says and nowhere else.

use crate::shipped::{closures, studies};
use kichban::engine::Inputs;
use kichban::scenario::lever::{Entry, Kind, Lever, Part};
use kichban::scenario::setting::{LeverKey, NumberTable, Setting, Settings};
use kichban::scenario::study::Study;
use kichban::scenario::{CalibratedBaseline, Case, calibrate_baseline, default_shares, lever_keys, placed_path};

/// Every lever key of a study but those of groups: a group stands nowhere in the inputs, and `groups` proves what it does to its members.
fn keys_with_a_place(study: &Study) -> Vec<LeverKey> {
    let is_of_group = |key: &LeverKey| key.line().is_some_and(|line| study.is_group(line));
    lever_keys(study).into_iter().filter(|key| !is_of_group(key)).collect()
}

/// Settings under which every lever has something to act on: projects, FDI, shocks and green conversion are under way.
fn ground(study: &Study) -> Settings {
    let mut settings = Settings::default();
    for key in keys_with_a_place(study) {
        let value = match key.lever {
            Lever::ProjectAmount => 777.0,
            Lever::FdiRegistered => 55.0,
            Lever::ShockDepth => 0.05,
            Lever::GreenInvestmentShare => 0.03,
            Lever::GreenGain => 0.002,
            Lever::ShockExposure => 0.4,
            _ => continue,
        };
        settings.insert(key, Setting::Constant(value));
    }
    settings
}

/// Settings of a lever that are worth a try: one of them differs from where it stands.
fn candidates(study: &Study, baseline: &CalibratedBaseline, key: &LeverKey) -> Vec<Setting> {
    let spec = key.lever.spec();
    let (low, high) = spec.soft;
    match spec.kind {
        Kind::Switch => vec![Setting::Switch(true), Setting::Switch(false)],
        Kind::Path | Kind::Number => {
            // A year is a whole number.
            let middle = f64::midpoint(low, high);
            let middle = if spec.decimals == 0 { middle.round() } else { middle };
            [low, high, middle].map(|shown| Setting::Constant(spec.from_shown(shown))).to_vec()
        }
        Kind::Shares => {
            let shares = default_shares(study, baseline, key.lever).unwrap();
            let whole = |one: &String| -> NumberTable {
                shares.iter().map(|(id, _)| (id.clone(), f64::from(u8::from(id == *one)))).collect()
            };
            shares.iter().map(|(id, _)| Setting::Shares(whole(&id))).collect()
        }
    }
}

/// Puts back what stands in the places that the row of a lever names.
fn put_back(study: &Study, key: &LeverKey, inputs: &mut Inputs, before: &Inputs) {
    let spec = key.lever.spec();
    let at = before.sectors.iter().position(|sector| sector.id == key.subject);
    match spec.entry {
        Entry::Path(place) => place.of_mut(inputs).clone_from(place.read(before)),
        Entry::Number(place) => *place.of_mut(inputs) = *place.read(before),
        Entry::LinePath(_, place) if key.subject == "taxes" => place.of_mut(inputs).clone_from(place.read(before)),
        Entry::SectorPath(place) | Entry::LinePath(place, _) => {
            place.of_mut(&mut inputs.sectors[at.unwrap()]).clone_from(place.read(&before.sectors[at.unwrap()]));
        }
        Entry::SectorNumber(place) => {
            *place.of_mut(&mut inputs.sectors[at.unwrap()]) = *place.read(&before.sectors[at.unwrap()]);
        }
        Entry::Shares(place) => {
            for (sector, own) in inputs.sectors.iter_mut().zip(&before.sectors) {
                *place.of_mut(sector) = *place.read(own);
            }
        }
        Entry::Switch(switch) => *switch.of_mut(inputs) = *switch.read(before),
        Entry::Park(place) => {
            let at = study.parks.iter().position(|park| park.id == key.subject).unwrap();
            *place.of_mut(&mut inputs.land.parks[at]) = *place.read(&before.land.parks[at]);
        }
        Entry::Multiplier => {
            let driver = before.spillover.drivers.iter().position(|&d| before.sectors[d].id == key.part).unwrap();
            inputs.spillover.matrix[at.unwrap()][driver] = before.spillover.matrix[at.unwrap()][driver];
        }
        Entry::TaxShare => inputs.taxes.ratio.clone_from(&before.taxes.ratio),
        Entry::Made(..) | Entry::Zones => {}
    }
    for part in spec.parts() {
        match part {
            Part::Growth => {
                for (s, sector) in inputs.sectors.iter_mut().enumerate().filter(|(s, _)| at.is_none_or(|at| at == *s)) {
                    sector.growth_added.clone_from(&before.sectors[s].growth_added);
                }
            }
            Part::Projects => {
                inputs.projects.clone_from(&before.projects);
                inputs.registrations.clone_from(&before.registrations);
            }
            Part::Shocks => inputs.shocks.clone_from(&before.shocks),
        }
    }
}

/// Every projected year of the place holds what was set.
fn assert_holds(study: &Study, key: &LeverKey, setting: &Setting, after: &Inputs) {
    let value = match setting {
        Setting::Constant(value) => *value,
        Setting::Switch(on) => f64::from(u8::from(*on)),
        other => panic!("{key}: {other:?}"),
    };
    let Some(path) = placed_path(study, after, key) else { return };
    let tolerance = if key.lever == Lever::ProductTaxShare { 1e-15 } else { 0.0 };
    assert!(path.iter().skip(1).all(|own| (own - value).abs() <= tolerance), "{key} = {value}: {path:?}");
}

/// Tries a lever of a case: whether it moved its own place; nothing else may move.
fn moves_its_place(case: Case<'_>, key: &LeverKey) -> bool {
    let before = case.resolve().unwrap();
    let has_gap = key.gap(before.gaps).is_some();
    // Shares of what nobody has figures of do not exist.
    if has_gap && key.lever.spec().kind == Kind::Shares {
        return false;
    }
    let mut tries = Vec::new();
    for setting in candidates(case.study, case.baseline, key) {
        let mut settings = case.settings.clone();
        settings.insert(key.clone(), setting.clone());
        let after = case.with_settings(&settings).resolve().unwrap();
        if has_gap {
            assert_eq!(*after, *before, "{} {key} acts through what nobody has figures of", case.study.id);
            continue;
        }
        if key.lever.spec().kind != Kind::Shares {
            assert_holds(case.study, key, &setting, &after);
        }
        let mut restored = Inputs::clone(&after);
        put_back(case.study, key, &mut restored, &before);
        assert_eq!(restored, *before, "{} {key} = {setting:?} moves something else", case.study.id);
        tries.push((setting, after));
    }
    if has_gap {
        return false;
    }
    let acts = tries.iter().any(|(_, after)| *after != before);
    let can_act = key.lever.spec().entry != Entry::Zones && !is_lone(&tries);
    assert_eq!(acts, can_act, "{} {key} in closure {:?}", case.study.id, case.closure);
    acts
}

#[test]
fn every_lever_moves_the_inputs_where_its_entry_says_and_nowhere_else() {
    let mut moved = 0;
    for study in studies() {
        let settings = ground(&study);
        for baseline in &study.baselines {
            let baseline = calibrate_baseline(&study, &baseline.id).unwrap();
            for closure in closures(&study, &baseline.id) {
                let case = Case { study: &study, baseline: &baseline, settings: &settings, closure };
                moved += keys_with_a_place(&study).iter().filter(|key| moves_its_place(case, key)).count();
            }
        }
    }
    assert!(moved > 400, "only {moved} levers were moved");
}

/// Whether a whole has one part, which nothing can change.
fn is_lone<T>(tries: &[(Setting, T)]) -> bool {
    tries.len() == 1
}
