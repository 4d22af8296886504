//! Why an assumption does not move output at present.

use crate::engine::{Closure, Gap, Gaps};
use crate::scenario::lever::{EffectiveWhen, Lever};
use crate::scenario::setting::{LeverKey, Setting, Settings};
use crate::scenario::study::Study;

/// Why a lever does not move output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inert {
    /// Nobody has figures of what it acts through; see [`LeverKey::gap`].
    NoFigures(Gap),
    /// It acts in another closure, or under other settings.
    Unless(EffectiveWhen),
}

/// The reason why a lever does not move output under these settings and in this closure; `None` where it does.
///
/// `gaps` are those of the inputs of the baseline.
pub fn inert(study: &Study, gaps: Gaps, merged: &Settings, key: &LeverKey, closure: Closure) -> Option<Inert> {
    if let Some(gap) = key.gap(gaps) {
        return Some(Inert::NoFigures(gap));
    }
    let effective_when = key.lever.spec().effective_when;
    let on = |lever| matches!(merged.get(&LeverKey::province(lever)), Some(Setting::Switch(true)));
    let is_set = |lever, subject| is_set(study, merged, lever, subject);
    let acts = match effective_when {
        EffectiveWhen::Both => true,
        EffectiveWhen::CapitalOnly | EffectiveWhen::CurrentPrices => closure == Closure::Capital,
        EffectiveWhen::IfLabourConstrained => on(Lever::LabourConstrained),
        EffectiveWhen::IfLandLimited => on(Lever::LandLimit),
        EffectiveWhen::IfShocked => is_set(Lever::ShockDepth, Some(key.subject.as_str())),
        EffectiveWhen::IfSpillover => {
            !matches!(merged.get(&LeverKey::province(Lever::Spillover)), Some(Setting::Switch(false)))
        }
        EffectiveWhen::IfReallocated => is_set(Lever::ReallocationRate, None),
        EffectiveWhen::IfProjects => {
            is_set(Lever::ProjectAmount, None)
                || is_set(Lever::FdiRegistered, None)
                || study.projects.iter().any(|project| project.in_baseline)
        }
        EffectiveWhen::IfDisbursed => {
            is_set(Lever::FdiRegistered, None) || (closure == Closure::Capital && is_set(Lever::ProjectAmount, None))
        }
        EffectiveWhen::IfGreen => is_set(Lever::GreenInvestmentShare, None),
        EffectiveWhen::Reporting => false,
    };
    (!acts).then_some(Inert::Unless(effective_when))
}

/// Whether a lever has a value other than 0, of one subject or of any; sectors do not name a shock, so any shock counts for them.
fn is_set(study: &Study, merged: &Settings, lever: Lever, subject: Option<&str>) -> bool {
    let names_one = subject.is_some_and(|id| study.shocks.iter().any(|shock| shock.id == id));
    merged.entries().any(|(key, setting)| {
        key.lever == lever
            && (!names_one || subject == Some(key.subject.as_str()))
            && setting.numbers().iter().any(|value| *value != 0.0)
    })
}
