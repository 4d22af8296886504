//! Which figure states which place of the inputs: a baseline enters it there, and coverage asks for it.
//!
//! Where a lever stands on a yearly path that figures state, its row in the catalogue says so; numbers without a lever have their row here.
//! Of which gap a figure is a part, and what stands in without it, is said in the row of the place.

use super::figure::Quantity;
use super::lever::{CATALOGUE, Entry, StatedBy};
use crate::engine::{Gap, ProvinceNumber, ProvincePath, SectorNumber, SectorPath};

/// The part of the inputs to which a stated place belongs: the last that it needs; through the others it acts.
pub(super) fn own_part(needs: &[Gap]) -> Option<Gap> {
    needs.last().copied()
}

/// Parameters that every sector has.
pub(super) const SECTOR_PARAMETERS: [(SectorNumber, Quantity); 5] = [
    (SectorNumber::CapitalElasticity, Quantity::CapitalElasticity),
    (SectorNumber::Depreciation, Quantity::Depreciation),
    (SectorNumber::InvestmentShare, Quantity::InvestmentShare),
    (SectorNumber::UtilisationElasticity, Quantity::UtilisationElasticity),
    (SectorNumber::SkillPremium, Quantity::SkillPremium),
];

/// Parameters of the province.
pub(super) const PROVINCE_PARAMETERS: [(ProvinceNumber, Quantity); 2] =
    [(ProvinceNumber::ParkShare, Quantity::ParkShare), (ProvinceNumber::LandProductivity, Quantity::LandProductivity)];

/// Yearly paths of the province.
pub(super) fn province_paths() -> impl Iterator<Item = (ProvincePath, Quantity)> {
    CATALOGUE.iter().filter_map(|spec| {
        if let (Entry::Path(place), StatedBy::Figure(quantity)) = (spec.entry, spec.stated_by) {
            Some((place, quantity))
        } else {
            None
        }
    })
}

/// Yearly paths of every sector, and where the same of product taxes stands.
pub(super) fn sector_paths() -> impl Iterator<Item = (SectorPath, Option<ProvincePath>, Quantity)> {
    CATALOGUE.iter().filter_map(|spec| {
        let StatedBy::Figure(quantity) = spec.stated_by else { return None };
        if let Entry::SectorPath(place) = spec.entry {
            Some((place, None, quantity))
        } else if let Entry::LinePath(place, of_taxes) = spec.entry {
            Some((place, Some(of_taxes), quantity))
        } else {
            None
        }
    })
}
