//! What matters most, on every shipped case: no bar and no switching value is lost because another leaves the model's domain.

use kichban::analysis::solver::Goal;
use kichban::analysis::{Metric, Switching, line_id, line_of, switching_values, target, tornado};
use kichban::engine::{Closure, Variable};
use kichban::files::built_in;
use kichban::lang::Lang;
use kichban::scenario::Case;
use kichban::scenario::setting::{LeverKey, Setting, Settings};
use kichban::scenario::study::Study;
use kichban::scenario::{calibrate_baseline, merged_settings};
use kichban::text::explain_tornado;

/// Every case of the shipped study, with its baseline.
fn cases(study: &Study) -> Vec<(String, String)> {
    let baselines = study.baselines.iter().map(|baseline| baseline.id.clone());
    let ids = baselines.chain(study.scenarios.iter().map(|scenario| scenario.id.clone()));
    ids.map(|id| (study.lineage(&id).unwrap().0.id.clone(), id)).collect()
}

/// The figure with a lever set to a number.
fn figure_with(ground: Case<'_>, key: &LeverKey, value: f64, metric: Metric) -> Option<f64> {
    let mut settings: Settings = ground.settings.clone();
    settings.insert(key.clone(), Setting::Constant(value));
    metric.value(&ground.with_settings(&settings).simulate().ok()?)
}

#[test]
fn every_shipped_case_says_what_matters_most_and_where_targets_are_met() {
    let study = built_in().unwrap();
    let figures = [(Variable::Grdp, "total"), (Variable::ShareConstant, "industry"), (Variable::Output, "agriculture")];
    let mut met = 0;
    for (baseline, id) in cases(&study) {
        let baseline = calibrate_baseline(&study, &baseline).unwrap();
        let settings = merged_settings(&study, &id).unwrap();
        for closure in Closure::ALL {
            let ground = Case { study: &study, baseline: &baseline, settings: &settings, closure };
            for (variable, line) in figures {
                let metric = Metric::new(variable, line_of(&study, line).unwrap(), study.horizon);
                let found = tornado(ground, metric).unwrap();
                assert!(!found.swings.is_empty() && found.stopped.is_empty(), "{id} {closure:?} {metric:?}: {found:?}");
                let Some(wanted) = target(&study, variable, line_id(&study, metric.line), metric.year) else {
                    continue;
                };
                let goal = Goal { metric, value: wanted.value };
                let values = switching_values(ground, found.swings.iter().map(|swing| &swing.key), goal).unwrap();
                assert!(!values.contains(&Some(Switching::Unanswered)), "{id} {closure:?} {metric:?}: {values:?}");
                met += values.iter().filter(|one| matches!(one, Some(Switching::At(_)))).count();
            }
        }
    }
    assert!(met > 0, "no lever of any case meets a target by itself");
}

#[test]
fn a_bar_ends_at_the_last_value_with_a_result_and_says_so() {
    let study = built_in().unwrap();
    let baseline = calibrate_baseline(&study, "plan").unwrap();
    // So much withdrawn takes more jobs from agriculture than there are; the other levers keep their bars.
    let key = LeverKey::parse("fdi_registered/agriculture").unwrap();
    let spec = key.lever.spec();
    let settings: Settings =
        [(key.clone(), Setting::Range { low: spec.from_shown(-5000.0), base: 0.0, high: spec.from_shown(100.0) })]
            .into_iter()
            .collect();
    let ground = Case { study: &study, baseline: &baseline, settings: &settings, closure: Closure::Productivity };
    let metric = Metric::new(Variable::Grdp, line_of(&study, "total").unwrap(), study.horizon);
    let found = tornado(ground, metric).unwrap();
    let swing = found.swings.iter().find(|swing| swing.key == key).unwrap();
    assert!(swing.stopped_low.is_some() && swing.stopped_high.is_none(), "{swing:?}");
    assert!(swing.low > spec.from_shown(-5000.0) && swing.low < 0.0, "{swing:?}");
    assert_eq!(figure_with(ground, &key, swing.low, metric).map(f64::to_bits), Some(swing.at_low.to_bits()));
    // One million dollars further there is none: the bar is as long as it can be.
    assert_eq!(figure_with(ground, &key, swing.low - spec.from_shown(1.0), metric), None);
    let others = tornado(Case { settings: &Settings::default(), ..ground }, metric).unwrap();
    for other in others.swings.iter().filter(|other| other.key != key) {
        assert!(found.swings.iter().any(|one| one.key == other.key), "{}", other.key);
    }
    for (lang, words) in [(Lang::EN, "beyond it there is no result"), (Lang::VI, "quá mức đó không có kết quả")]
    {
        let told = explain_tornado(&found, &study, lang).join(" ");
        assert!(told.contains(words), "{told}");
        assert!(!told.contains("0%"), "nobody is moved, so no move is too fast: {told}");
    }
}
