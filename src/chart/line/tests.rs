//! What must hold of every chart of lines, whatever its values and its place.

use super::*;
use crate::chart::fan::{BandEnd, EndOf, FanChart};
use crate::chart::model::{Series, SeriesGroup, TargetMark};
use crate::chart::scene::{Shape, Text};
use crate::chart::test_look::test_look;
use crate::theme::{Mode, Theme};
use proptest::prelude::*;

/// Width of a leader, which no other line has.
const LEADER: f32 = 0.8;

fn series(slot: usize, points: Vec<(i32, f64)>, secondary: bool) -> Series {
    Series {
        scenario_key: format!("case {slot}"),
        short_name: format!("Case {slot}"),
        full_name: format!("Case {slot}"),
        style: Theme::for_mode(Mode::Light).scenario(slot),
        end_value_text: points.last().map_or_else(String::new, |point| format!("{:.1}", point.1)),
        points,
        secondary,
        emphasised: slot == 2,
    }
}

/// A chart of lines from 2024 to 2030 that begin at a value and end at others.
fn chart(from: f64, ends: &[f64]) -> LineChart {
    let lines = ends.iter().enumerate();
    let lines = lines.map(|(slot, end)| series(slot, vec![(2024, from), (2030, *end)], false));
    LineChart {
        title: "Output".into(),
        years: (2020, 2030),
        now: Some(2024),
        groups: vec![SeriesGroup { heading: None, series: lines.collect() }],
        ..LineChart::default()
    }
}

/// A chart laid out in a place, and its plot.
fn lay(chart: &LineChart, whole: Area) -> (Scene, Area) {
    let look = test_look();
    let (x, y) = (chart.x_span(), chart.y_span());
    let area = place_plot(chart, look, whole, y);
    (lay_out_lines(&Plot { chart, whole, area, x, y, year: None }, look), area)
}

const PLACE: Area = Area { left: 10.0, top: 40.0, right: 480.0, bottom: 260.0 };

/// What the letters of a text cover, from the baseline to the top of its capitals.
fn letters(text: &Text) -> Area {
    let baseline = text.at[1];
    Area { top: baseline - 0.7 * text.ink.font.size, bottom: baseline, ..text.area() }
}

fn says(scene: &Scene, words: &str) -> bool {
    scene.texts().any(|text| text.text == words)
}

#[test]
fn the_reference_beside_a_fan_has_its_own_colour_and_the_median_that_of_the_fan() {
    let theme = Theme::for_mode(Mode::Light);
    let (own, other) = (theme.scenario(2).color, theme.scenario(1).color);
    let end = |value: f64, of: EndOf| BandEnd { value, value_text: format!("{value:.1}"), name: "name".into(), of };
    let ends = vec![end(150.0, EndOf::Band), end(140.0, EndOf::Median), end(110.0, EndOf::Reference(other))];
    let fan = FanChart { color: own, bands: Vec::new(), paths: Vec::new(), ends };
    let (scene, _) = lay(&LineChart { fan: Some(fan), ..chart(100.0, &[140.0]) }, PLACE);
    for (value, expected) in [("150.0", theme.ink), ("140.0", own), ("110.0", other)] {
        let text = scene.texts().find(|text| text.text == value && text.ink.font.bold).unwrap();
        assert_eq!(text.ink.color, expected, "{value}");
    }
}

#[test]
fn the_word_of_observed_years_stands_in_the_plot_or_nowhere() {
    for first in 2015..=2025 {
        let chart = LineChart { years: (first, 2030), now: Some(2025), ..chart(100.0, &[140.0]) };
        let (scene, area) = lay(&chart, PLACE);
        assert!(says(&scene, "projected"), "{first}");
        assert_eq!(says(&scene, "actual"), first < 2025, "{first}");
        let word = scene.texts().find(|text| text.text == "actual");
        assert!(word.is_none_or(|word| word.area().left >= area.left), "{first}");
    }
}

#[test]
fn values_at_the_ends_of_lines_stand_below_the_words_over_the_chart() {
    let untitled = LineChart {
        title: String::new(),
        end_text: EndText::Value,
        ..chart(24.0, &[25.9, 25.8, 25.7, 25.6, 25.5, 25.4])
    };
    let (scene, _) = lay(&untitled, PLACE);
    assert!(says(&scene, "25.9"));
    for text in scene.texts() {
        assert!(letters(text).top >= PLACE.top, "{text:?}");
    }
}

#[test]
fn the_words_of_targets_keep_apart_from_values_at_the_ends_of_lines_and_from_lines() {
    let target = |year: i32, value: f64| TargetMark {
        year,
        value,
        caption: format!("Target {year}"),
        value_text: format!("{value:.1}"),
    };
    let mut chart = chart(73.8, &[74.3, 74.2, 74.0, 73.8]);
    chart.groups[0].series.push(series(5, vec![(2020, 76.0), (2025, 75.5), (2030, 72.6)], false));
    chart.targets = vec![target(2025, 75.5), target(2030, 72.6)];
    for width in [320.0, 400.0, 520.0] {
        let (scene, _) = lay(&chart, Area { right: PLACE.left + width, ..PLACE });
        let (words, others): (Vec<&Text>, Vec<&Text>) = scene.texts().partition(|text| text.ink.halo);
        assert_eq!(words.len(), 4);
        for word in words.into_iter().map(letters) {
            let apart = Area { left: word.left - 3.0, right: word.right + 3.0, ..word };
            let met = others.iter().find(|other| letters(other).overlap(&apart) > 0.0);
            assert_eq!(met, None, "{word:?} at {width}");
        }
    }
}

fn cases() -> impl Strategy<Value = Vec<Vec<f64>>> {
    prop::collection::vec(prop::collection::vec(20.0..200.0_f64, 1..6), 1..13)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_leader_runs_through_a_label(groups in cases(), height in 120.0..300.0_f32, wide in 320.0..700.0_f32) {
        let headed = groups.len() > 1;
        let group = |(place, ends): (usize, &Vec<f64>)| {
            let lines = ends.iter().enumerate();
            let lines = lines.map(|(slot, end)| series(slot, vec![(2024, 10.0), (2030, *end)], place > 0));
            SeriesGroup { heading: headed.then(|| format!("Sector {place}")), series: lines.collect() }
        };
        let chart = LineChart { groups: groups.iter().enumerate().map(group).collect(), ..chart(10.0, &[]) };
        let place = Area { right: PLACE.left + wide, bottom: PLACE.top + height, ..PLACE };
        let (scene, area) = lay(&chart, place);
        let labels: Vec<Area> = scene.texts().map(letters).filter(|label| label.left > area.right).collect();
        prop_assert!(!labels.is_empty());
        for shape in &scene.shapes {
            let Shape::Line { points, stroke, .. } = shape else { continue };
            if (stroke.width - LEADER).abs() > 1e-6 {
                continue;
            }
            let along = |part: f32| [0, 1].map(|axis| points[0][axis] + (points[1][axis] - points[0][axis]) * part);
            let on_it = (0..=40_u8).map(|step| along(f32::from(step) / 40.0));
            let hit = on_it.into_iter().find_map(|at| labels.iter().find(|label| label.contains(at)));
            prop_assert_eq!(hit, None, "{:?}", points);
        }
    }
}
