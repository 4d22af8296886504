//! Which lever keys exist in a study: the levers of the catalogue over its sectors, projects, parks and shocks.

use super::lever::{CATALOGUE, LeverScope, LeverSpec};
use super::setting::LeverKey;
use super::study::Study;

/// Every lever key of a study, in the order of the catalogue.
pub fn lever_keys(study: &Study) -> Vec<LeverKey> {
    CATALOGUE.iter().flat_map(|spec| keys_of(study, spec)).collect()
}

fn keys_of(study: &Study, spec: &LeverSpec) -> Vec<LeverKey> {
    let lever = spec.lever;
    let of = |ids: Vec<&str>| ids.into_iter().map(|id| LeverKey::for_lever(lever, id)).collect();
    let sectors = || study.sectors.iter().map(|sector| sector.id.as_str());
    match spec.scope {
        LeverScope::Province => vec![LeverKey::province(lever)],
        LeverScope::Sector => of(sectors().collect()),
        LeverScope::Line => of(sectors().chain(["taxes"]).collect()),
        LeverScope::Project => of(study.projects.iter().map(|project| project.id.as_str()).collect()),
        LeverScope::Park => of(study.parks.iter().map(|park| park.id.as_str()).collect()),
        LeverScope::Shock => of(study.shocks.iter().map(|shock| shock.id.as_str()).collect()),
        LeverScope::ShockSector => study
            .shocks
            .iter()
            .flat_map(|shock| sectors().map(|sector| LeverKey::of_part(lever, &shock.id, sector)))
            .collect(),
        LeverScope::Receiver => study
            .structure
            .drivers
            .iter()
            .flat_map(|driver| {
                sectors()
                    .filter(|sector| !study.structure.drivers.iter().any(|other| other == sector))
                    .map(|sector| LeverKey::of_part(lever, sector, driver))
            })
            .collect(),
    }
}
