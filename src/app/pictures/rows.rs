//! The rows of the assumptions: each lever with its value, its parent's, and why it may be inert.

use super::context::Picture;
use crate::engine::{Closure, Path};
use crate::quantity::Horizon;
use crate::scenario::figure::{Quantity, Status};
use crate::scenario::lever::{Kind, Lever, LeverGroup, LeverSpec, Live};
use crate::scenario::setting::{LeverKey, NumberTable, Setting, Settings};
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, default_path, default_shares, lever_keys, merged_settings};
use crate::text::{fold, inert_reason, lever_definition, lever_name, lever_unit_short};

/// A group of assumptions.
#[derive(Debug, Clone)]
pub struct RowGroup {
    /// The group.
    pub group: LeverGroup,
    /// Assumptions of the group that differ from the parent.
    pub changed: usize,
    /// Rows that the search and the filter let through; empty while the group is closed.
    pub rows: Vec<LeverRow>,
}

/// An assumption ready to draw.
#[derive(Debug, Clone)]
pub struct LeverRow {
    /// The lever.
    pub key: LeverKey,
    /// Its catalogue row.
    pub spec: &'static LeverSpec,
    /// Name with its sector, project, park or shock.
    pub name: String,
    /// Unit as shown, short.
    pub unit: String,
    /// What it means, for a tooltip.
    pub definition: String,
    /// Value in the shown unit; 1 or 0 for a switch.
    pub value: f64,
    /// Parts of a share lever.
    pub shares: Option<NumberTable>,
    /// The parent's value in the shown unit.
    pub parent: f64,
    /// The baseline's value in the shown unit.
    pub default: f64,
    /// Whether the scenario itself sets it.
    pub changed: bool,
    /// Path over the horizon in the shown unit.
    pub path: Vec<f64>,
    /// How its default is known.
    pub standing: Status,
    /// Why it does not move output at present.
    pub inert: Option<String>,
    /// Whether the other closure would make it act.
    pub acts_in_other_closure: bool,
}

/// Groups of assumptions of the selected case.
pub fn lever_groups(picture: &Picture<'_>) -> Vec<RowGroup> {
    let state = picture.state;
    let case = state.workspace.selected.as_str();
    let study = &*state.study;
    let Some(baseline) = state.derived.baseline(case) else { return Vec::new() };
    let own = study.scenario(case).map(|scenario| scenario.settings.clone()).unwrap_or_default();
    let merged = merged_settings(study, case).unwrap_or_default();
    let inherited =
        study.scenario(case).and_then(|scenario| merged_settings(study, &scenario.parent).ok()).unwrap_or_default();
    let reader = RowReader { picture, study, baseline, own, merged, inherited };
    let needle = fold(&state.workspace.search);
    let keys = lever_keys(study);
    LeverGroup::ALL
        .into_iter()
        .map(|group| {
            let in_group = || keys.iter().filter(move |key| key.lever.spec().group == group);
            let changed = in_group().filter(|key| reader.own.get(key).is_some()).count();
            let searching = !needle.is_empty() || state.workspace.only_changed;
            let open = searching || state.workspace.open_groups.contains(&group);
            let wanted = |key: &&LeverKey| !state.workspace.only_changed || reader.own.get(key).is_some();
            let rows =
                if open { in_group().filter(wanted).filter_map(|key| reader.row(key)).collect() } else { Vec::new() };
            let rows = Vec::from_iter(rows).into_iter().filter(|row: &LeverRow| matches(row, &needle)).collect();
            RowGroup { group, changed, rows }
        })
        .collect()
}

fn matches(row: &LeverRow, needle: &str) -> bool {
    needle.is_empty() || fold(&row.name).contains(needle) || fold(&row.definition).contains(needle)
}

/// A setting with another headline value that keeps its form: a span keeps its years, a path keeps its shape.
fn with_headline(setting: Option<&Setting>, value: f64, horizon: Horizon, default: &Path) -> Setting {
    let shift = |setting: &Setting| value - setting.headline(horizon, default).unwrap_or(value);
    match setting {
        Some(Setting::Span { from, to, .. }) => Setting::Span { value, from: *from, to: *to },
        Some(old @ Setting::Points(table)) => {
            let by = shift(old);
            Setting::Points(table.iter().map(|(year, own)| (year, own + by)).collect())
        }
        Some(old @ Setting::Years { default: absent, values }) => {
            let by = shift(old);
            Setting::Years { default: *absent, values: values.iter().map(|(year, own)| (year, own + by)).collect() }
        }
        Some(Setting::Constant(_) | Setting::Switch(_) | Setting::Shares(_)) | None => Setting::Constant(value),
    }
}

/// The setting that a slider or field gives a lever of the selected case; `shown` is in the lever's shown unit.
pub fn written_setting(picture: &Picture<'_>, key: &LeverKey, shown: f64) -> Setting {
    let state = picture.state;
    let spec = key.lever.spec();
    let value = spec.from_shown(shown);
    if spec.kind == Kind::Switch {
        return Setting::Switch(shown > 0.5);
    }
    let case = state.workspace.selected.as_str();
    let merged = merged_settings(&state.study, case).unwrap_or_default();
    let path = state.derived.baseline(case).and_then(|baseline| {
        let path = default_path(&state.study, baseline, key)?;
        Some((baseline.inputs.horizon, path))
    });
    match path {
        Some((horizon, path)) => with_headline(merged.get(key), value, horizon, &path),
        None => Setting::Constant(value),
    }
}

struct RowReader<'a> {
    picture: &'a Picture<'a>,
    study: &'a Study,
    baseline: &'a CalibratedBaseline,
    own: Settings,
    merged: Settings,
    inherited: Settings,
}

impl RowReader<'_> {
    fn row(&self, key: &LeverKey) -> Option<LeverRow> {
        let spec = key.lever.spec();
        let lang = self.picture.lang;
        let shares = self.shares(key);
        if spec.kind == Kind::Shares && shares.as_ref().is_none_or(NumberTable::is_empty) {
            return None;
        }
        let default = default_path(self.study, self.baseline, key).unwrap_or_default();
        if spec.kind != Kind::Shares && default.is_empty() {
            return None;
        }
        let horizon = self.baseline.inputs.horizon;
        let headline = |settings: &Settings| {
            let last = default.last().copied().unwrap_or(0.0);
            settings.get(key).and_then(|setting| setting.headline(horizon, &default)).unwrap_or(last)
        };
        let path = self.merged.get(key).map_or_else(|| default.clone(), |setting| setting.path(horizon, &default));
        let inert = self.inert(key);
        Some(LeverRow {
            key: key.clone(),
            spec,
            name: lever_name(key, self.study, lang),
            unit: lever_unit_short(spec, lang),
            definition: lever_definition(key.lever, lang),
            value: tidy(spec, headline(&self.merged)),
            shares,
            parent: tidy(spec, headline(&self.inherited)),
            default: tidy(spec, default.last().copied().unwrap_or(0.0)),
            changed: self.own.get(key).is_some(),
            path: path.iter().map(|value| spec.to_shown(*value)).collect(),
            standing: self.standing(key),
            inert: inert.and_then(|live| inert_reason(live, lang)),
            acts_in_other_closure: matches!(inert, Some(Live::CapitalOnly | Live::CurrentPrices | Live::IfDisbursed)),
        })
    }

    fn shares(&self, key: &LeverKey) -> Option<NumberTable> {
        match self.merged.get(key) {
            Some(Setting::Shares(shares)) => Some(shares.clone()),
            _ => default_shares(self.study, self.baseline, key.lever),
        }
    }

    /// How the default of a lever is known: the status of the figure, project, park or shock behind it.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "every lever that is not an event's own has a parameter or none"
    )]
    fn standing(&self, key: &LeverKey) -> Status {
        let subject = key.subject.as_str();
        match key.lever {
            Lever::ProjectAmount => {
                self.study.projects.iter().find(|project| project.id == subject).map_or(Status::Assumed, |p| p.status)
            }
            Lever::ParkArea => {
                self.study.parks.iter().find(|park| park.id == subject).map_or(Status::Assumed, |park| park.status)
            }
            Lever::ShockDepth => {
                self.study.shocks.iter().find(|shock| shock.id == subject).map_or(Status::Assumed, |s| s.status)
            }
            other => quantity_behind(other)
                .and_then(|quantity| {
                    self.study.parameters.iter().find(|row| {
                        row.figure.quantity == quantity
                            && row.figure.line == subject
                            && (row.baseline.is_empty() || row.baseline == self.baseline.id)
                    })
                })
                .map_or(Status::Assumed, |row| row.figure.status),
        }
    }

    /// The reason why a lever does not move output at present; `None` where it does.
    fn inert(&self, key: &LeverKey) -> Option<Live> {
        let live = key.lever.spec().live;
        let on = |lever| matches!(self.merged.get(&LeverKey::province(lever)), Some(Setting::Switch(true)));
        let acts = match live {
            Live::Both => true,
            Live::CapitalOnly | Live::CurrentPrices => self.study.closure == Closure::Capital,
            Live::IfLabourConstrained => on(Lever::LabourConstrained),
            Live::IfLandLimited => on(Lever::LandLimit),
            Live::IfShocked => self.is_set(Lever::ShockDepth, Some(&key.subject)),
            Live::IfSpillover => {
                !matches!(self.merged.get(&LeverKey::province(Lever::Spillover)), Some(Setting::Switch(false)))
            }
            Live::IfReallocated => self.is_set(Lever::ReallocationRate, None),
            Live::IfProjects => {
                self.is_set(Lever::ProjectAmount, None)
                    || self.is_set(Lever::FdiRegistered, None)
                    || self.study.projects.iter().any(|project| project.in_baseline)
            }
            Live::IfDisbursed => {
                self.is_set(Lever::FdiRegistered, None)
                    || (self.study.closure == Closure::Capital && self.is_set(Lever::ProjectAmount, None))
            }
            Live::IfGreen => self.is_set(Lever::GreenInvestmentShare, None),
            Live::Reporting => false,
        };
        (!acts).then_some(live)
    }

    /// Whether a lever has a value other than 0, of one subject or of any; sectors do not name a shock, so any shock counts for them.
    fn is_set(&self, lever: Lever, subject: Option<&str>) -> bool {
        let names_one = subject.is_some_and(|id| self.study.shocks.iter().any(|shock| shock.id == id));
        self.merged.entries().any(|(key, setting)| {
            key.lever == lever
                && (!names_one || subject == Some(key.subject.as_str()))
                && setting.numbers().iter().any(|value| *value != 0.0)
        })
    }
}

/// The shown value without the dust of binary fractions: 95, not 94.99999999999999.
fn tidy(spec: &LeverSpec, value: f64) -> f64 {
    let shown = spec.to_shown(value);
    let rounded = (shown * 1e9).round() / 1e9;
    if rounded.abs() < 1e6 { rounded } else { shown }
}

/// The parameter whose value is the lever's default.
#[expect(clippy::wildcard_enum_match_arm, reason = "most levers start from zero, and no parameter stands behind that")]
const fn quantity_behind(lever: Lever) -> Option<Quantity> {
    match lever {
        Lever::NaturalGrowth => Some(Quantity::NaturalGrowth),
        Lever::NetMigration => Some(Quantity::NetMigration),
        Lever::WorkingAgeShare => Some(Quantity::WorkingAgeShare),
        Lever::Participation => Some(Quantity::Participation),
        Lever::Unemployment => Some(Quantity::Unemployment),
        Lever::InvestmentRate => Some(Quantity::InvestmentRate),
        Lever::InvestmentSplit => Some(Quantity::InvestmentShare),
        Lever::RealisedRatio => Some(Quantity::RealisedRatio),
        Lever::LandProductivityGrowth => Some(Quantity::LandProductivityGrowth),
        Lever::Inflation => Some(Quantity::Inflation),
        Lever::ExchangeRate => Some(Quantity::ExchangeRate),
        _ => None,
    }
}
