//! What one step of a lever does to the headline, computed when the pointer rests on it and kept by fingerprint.

use crate::engine::{Line, Variable};
use crate::scenario::lever::Kind;
use crate::scenario::setting::{LeverKey, Setting, Settings};
use crate::scenario::study::Study;
use crate::scenario::value_form::with_last_year_value;
use crate::scenario::{Case, PreparedCase, default_path, fingerprint};

/// Effects that are kept.
const KEPT: usize = 96;

/// Change of GRDP in the last year after one step of a lever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StepEffect {
    /// After one step up, or switching on; `None` beyond the hard range.
    pub up: Option<f64>,
    /// After one step down, or switching off.
    pub down: Option<f64>,
}

/// Effects of the current study, and those of inputs seen lately.
#[derive(Debug, Clone, Default)]
pub(super) struct StepEffects {
    /// Fingerprint of each case of the current study, as far as it was asked for.
    current: Vec<(String, String)>,
    kept: Vec<((String, LeverKey), StepEffect)>,
}

impl StepEffects {
    /// The study has changed: fingerprints must be found again, effects stay.
    pub(super) fn forget_cases(&mut self) {
        self.current.clear();
    }

    /// The effect, where it is known.
    pub(super) fn find_known(&self, case: &str, key: &LeverKey) -> Option<StepEffect> {
        let (_, print) = self.current.iter().find(|(own, _)| own == case)?;
        self.kept.iter().find(|((own, lever), _)| own == print && lever == key).map(|(_, effect)| *effect)
    }

    /// Computes the effect unless it is known.
    pub(super) fn request(&mut self, study: &Study, prepared: &PreparedCase, key: &LeverKey) {
        let id = prepared.id.as_str();
        if self.find_known(id, key).is_some() {
            return;
        }
        let case = prepared.in_closure(study, study.closure);
        // A case that does not run has no effect to show, and is not asked again until the study changes.
        let print = case.resolve().map_or_else(|_| id.to_owned(), |inputs| fingerprint(&inputs));
        self.current.retain(|(own, _)| own != id);
        self.current.push((id.to_owned(), print.clone()));
        if self.find_known(id, key).is_some() {
            return;
        }
        let found = effect(case, key).unwrap_or(StepEffect { up: None, down: None });
        self.kept.push(((print, key.clone()), found));
        if self.kept.len() > KEPT {
            self.kept.remove(0);
        }
    }
}

fn effect(case: Case<'_>, key: &LeverKey) -> Option<StepEffect> {
    let spec = key.lever.spec();
    let grdp = |settings: &Settings| {
        let projection = case.with_settings(settings).simulate().ok()?;
        projection.value(Variable::Grdp, Line::Total, projection.horizon().end())
    };
    let now = grdp(case.settings)?;
    let horizon = case.baseline.inputs.horizon;
    let default = default_path(case.study, case.baseline, key)?;
    let last = default.last().copied()?;
    let own = case.settings.get(key);
    let headline = own.and_then(|setting| setting.last_year_value(horizon, &default)).unwrap_or(last);
    let after = |setting: Setting| {
        let mut moved = case.settings.clone();
        moved.insert(key.clone(), setting);
        grdp(&moved).map(|grdp| grdp - now)
    };
    if spec.kind == Kind::Switch {
        let on = headline > 0.5;
        let flipped = after(Setting::Switch(!on));
        return Some(if on { StepEffect { up: None, down: flipped } } else { StepEffect { up: flipped, down: None } });
    }
    let stepped = |step: f64| {
        let shown = spec.to_shown(headline) + step;
        if !spec.allows(shown) {
            return None;
        }
        after(with_last_year_value(own, spec.from_shown(shown), horizon, &default))
    };
    Some(StepEffect { up: stepped(spec.step), down: stepped(-spec.step) })
}
