//! The charts drawn without a display: what can be read, pointed at and zoomed, and what must not break them.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily, Modifiers, MouseWheelUnit, Pos2, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::app::uncertainty::answer_now;
use crate::app::view_models::{StateReader, compare, overview, uncertainty_page, why};
use crate::app::{AppState, Origin, Preferences};
use crate::chart::model::{HistoryLine, LineChart, Series, SeriesGroup, TargetMark};
use crate::chart::scene::Font;
use crate::chart::share_strip::{SharePart, ShareStrip};
use crate::engine::Variable;
use crate::export::chart::{
    Around, ChartFile, ChartLook as PaperLook, ChartWords as PaperWords, Drawing, draw as draw_on_paper,
};
use crate::files;
use crate::theme::{Mode, Theme};

use super::{
    ChartAsk, ChartLink, CopyWords, PlotLook, PlotWords, distribution_ui, line_chart_ui, paired_charts_ui,
    share_strip_ui, tornado_ui, waterfall_ui,
};

struct View {
    charts: Vec<LineChart>,
    link: ChartLink,
    zoomed: Vec<bool>,
    spans: Vec<(f64, f64)>,
    plot: egui::Rect,
}

fn fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    let regular: &'static [u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-Regular.ttf");
    let semibold: &'static [u8] = include_bytes!("../../../assets/fonts/IBMPlexSans-SemiBold.ttf");
    fonts.font_data.insert("regular".into(), Arc::new(FontData::from_static(regular)));
    fonts.font_data.insert("semibold".into(), Arc::new(FontData::from_static(semibold)));
    fonts.families.insert(FontFamily::Proportional, vec!["regular".into()]);
    fonts.families.insert(FontFamily::Monospace, vec!["regular".into()]);
    fonts.families.insert(FontFamily::Name("semibold".into()), vec!["semibold".into()]);
    ctx.set_fonts(fonts);
}

fn words() -> PlotWords {
    PlotWords {
        actual: "thực tế".into(),
        projected: "dự phóng".into(),
        pinned: "ghim".into(),
        missing: "–".into(),
        joined_name: Arc::new(|_, _| "còn lại".into()),
        axis_from: Some(Arc::new(|from: &str| format!("trục từ {from}"))),
        copy: Some(CopyWords {
            copy_table: "Sao chép bảng số".into(),
            save_picture: "Lưu hình…".into(),
            reset_zoom: "Về toàn cảnh".into(),
            keep_axis: "Giữ trục đứng".into(),
            free_axis: "Để trục đứng theo số liệu".into(),
            axis_kept: "trục giữ nguyên".into(),
            axis_left: "có giá trị ngoài trục".into(),
            year: "Năm".into(),
            study: "Nghiên cứu".into(),
            write: Arc::new(|value: f64| value.to_string()),
        }),
    }
}

fn draw(ui: &mut egui::Ui, view: &mut View) {
    let words = words();
    let format = |value: f64, decimals: usize| format!("{value:.decimals$}");
    let look = PlotLook { theme: Theme::for_mode(Mode::Light), words: &words, format: &format };
    view.zoomed.clear();
    view.spans.clear();
    for chart in &view.charts {
        let shown = line_chart_ui(ui, &look, chart, &mut view.link, vec2(475.0, 257.0));
        view.zoomed.push(shown.zoomed);
        view.spans.push((shown.y_span.lo, shown.y_span.hi));
        view.plot = shown.plot;
    }
}

fn harness(charts: Vec<LineChart>) -> Harness<'static, View> {
    let height = 270.0 * charts.len().max(1) as f32;
    let view =
        View { charts, link: ChartLink::default(), zoomed: Vec::new(), spans: Vec::new(), plot: egui::Rect::NOTHING };
    Harness::builder()
        .with_size(vec2(500.0, height))
        // Two clicks must fall into the time of a double-click.
        .with_step_dt(1.0 / 60.0)
        .with_context_setup(fonts)
        .build_ui_state(draw, view)
}

fn series(slot: usize, points: Vec<(i32, f64)>) -> Series {
    Series {
        scenario_key: format!("scenario-{slot}"),
        short_name: format!("Kịch bản {slot}"),
        full_name: format!("Kịch bản số {slot}"),
        style: Theme::for_mode(Mode::Light).scenario(slot),
        end_value_text: points.last().map_or_else(String::new, |point| format!("{:.1}", point.1)),
        points,
        secondary: false,
        emphasised: slot == 2,
    }
}

fn chart(id: &str, count: usize) -> LineChart {
    let rise =
        |slot: usize| (2024..=2030).map(move |year| (year, 100.0 + f64::from(year - 2024) * (6.0 + slot as f64 * 0.2)));
    let lines = (0..count).map(|slot| series(slot, rise(slot).collect()));
    LineChart {
        id: id.into(),
        title: format!("Giá trị {id}"),
        unit_line: "nghìn tỷ đồng".into(),
        alt: format!("Giá trị {id}, nghìn tỷ đồng"),
        years: (2020, 2030),
        now: Some(2024),
        decimals: 1,
        history: vec![HistoryLine {
            name: "Thực tế".into(),
            points: vec![(2020, 90.0), (2024, 100.0)],
            rings: Vec::new(),
        }],
        groups: vec![SeriesGroup { heading: None, series: lines.collect() }],
        targets: vec![TargetMark {
            year: 2030,
            value: 150.0,
            caption: "Chỉ tiêu 2030".into(),
            value_text: "150,0".into(),
        }],
        pinned: Some("scenario-1".into()),
        ..LineChart::default()
    }
}

/// Every text that the last frame painted, with the place of its line.
fn painted(harness: &Harness<'_, View>) -> Vec<(String, egui::Rect)> {
    fn collect(shape: &egui::Shape, texts: &mut Vec<(String, egui::Rect)>) {
        if let egui::Shape::Text(text) = shape {
            texts.push((text.galley.text().to_owned(), text.visual_bounding_rect()));
        } else if let egui::Shape::Vec(shapes) = shape {
            for shape in shapes {
                collect(shape, texts);
            }
        }
    }
    let mut texts = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut texts));
    texts
}

fn point_at(harness: &mut Harness<'_, View>, at: Pos2) {
    harness.hover_at(at);
    harness.run();
}

#[test]
fn eight_scenarios_have_eight_labels_that_do_not_touch() {
    let mut harness = harness(vec![chart("a", 8)]);
    harness.run();
    let texts = painted(&harness);
    let mut ends: Vec<egui::Rect> =
        texts.iter().filter(|text| text.0.contains("Kịch bản")).map(|text| text.1).collect();
    assert_eq!(ends.len(), 8, "{texts:?}");
    ends.sort_by(|a, b| a.center().y.total_cmp(&b.center().y));
    for pair in ends.windows(2) {
        assert!(pair[1].center().y - pair[0].center().y >= 12.9, "{pair:?}");
        assert!(pair[1].right() <= 500.0);
    }
    for word in ["thực tế", "dự phóng", "Giá trị a", "2020", "2030"] {
        assert!(texts.iter().any(|text| text.0.contains(word)), "{word} is missing");
    }
    assert!(texts.iter().any(|text| text.0.contains("trục từ")), "the cut axis is said");
}

#[test]
fn values_of_narrow_bars_do_not_lie_on_one_another_and_the_last_is_written() {
    let bars: Vec<(i32, f64, String)> =
        (2000..=2024).map(|year| (year, 5.0 + f64::from(year % 2), format!("value {year}"))).collect();
    let mut harness = harness(vec![LineChart { history_bars: bars, years: (2000, 2030), ..chart("a", 1) }]);
    harness.run();
    let values: Vec<(String, egui::Rect)> =
        painted(&harness).into_iter().filter(|text| text.0.starts_with("value")).collect();
    assert!(values.len() > 4 && values.iter().any(|value| value.0 == "value 2024"), "{values:?}");
    for (at, one) in values.iter().enumerate() {
        // A value is painted several times, because it stands out from the lines under it.
        let others = values.iter().skip(at + 1).filter(|other| other.0 != one.0);
        let other = others.into_iter().find(|other| other.1.shrink(2.0).intersects(one.1.shrink(2.0)));
        assert!(other.is_none(), "{one:?} {other:?}");
    }
}

#[test]
fn a_chart_has_its_text_equivalent() {
    let mut harness = harness(vec![chart("a", 3)]);
    harness.run();
    assert!(harness.query_by_label("Giá trị a, nghìn tỷ đồng").is_some());
}

#[test]
fn pointing_at_one_chart_marks_the_year_in_all_and_leaving_clears_it() {
    let mut harness = harness(vec![chart("a", 3), chart("b", 3)]);
    harness.run();
    let plot = harness.state().plot;
    let year_2028 = pos2(plot.left() + plot.width() * 0.8 + 2.0, plot.center().y);
    point_at(&mut harness, year_2028);
    assert_eq!(harness.state().link.hovered_year, Some(2028));
    let texts = painted(&harness);
    let tags = texts.iter().filter(|text| text.0 == "2028").count();
    assert_eq!(tags, 2, "one tag on each axis in place of its number");
    let titles: Vec<_> = texts.iter().filter(|text| text.0.starts_with("2028 · ")).collect();
    assert_eq!(titles.len(), 1, "only the pointed chart has a tooltip");
    assert!(titles[0].1.right() < year_2028.x, "left of the line");
    assert!(texts.iter().any(|text| text.0 == "ghim"));
    point_at(&mut harness, pos2(2.0, 2.0));
    assert_eq!(harness.state().link.hovered_year, None);
}

#[test]
fn the_tooltip_tells_how_far_others_lie_from_the_pinned_scenario_also_where_its_line_is_hidden() {
    let mut hidden = chart("a", 3);
    let pinned = hidden.groups[0].series.remove(1);
    assert_eq!(Some(&pinned.scenario_key), hidden.pinned.as_ref());
    hidden.reference = pinned.points;
    for shown in [chart("a", 3), hidden] {
        let mut harness = harness(vec![shown]);
        harness.run();
        let plot = harness.state().plot;
        point_at(&mut harness, pos2(plot.left() + plot.width() * 0.8 + 2.0, plot.center().y));
        let texts = painted(&harness);
        for told in ["124.0", "-0.8", "-0.6%", "125.6", "+0.8", "+0.6%"] {
            assert!(texts.iter().any(|text| text.0 == told), "{told}: {texts:?}");
        }
    }
}

#[test]
fn the_tooltip_flips_at_the_left_edge() {
    let mut harness = harness(vec![chart("a", 3)]);
    harness.run();
    let plot = harness.state().plot;
    point_at(&mut harness, plot.left_center() + vec2(2.0, 0.0));
    let texts = painted(&harness);
    let title = texts.iter().find(|text| text.0.starts_with("2020 · "));
    assert!(title.is_some_and(|title| title.1.left() > plot.left() && title.1.right() < plot.right()), "{title:?}");
}

#[test]
fn a_chart_that_is_no_longer_drawn_loses_the_year() {
    let mut harness = harness(vec![chart("a", 3), chart("b", 3)]);
    harness.run();
    let center = harness.state().plot.center();
    point_at(&mut harness, center);
    assert!(harness.state().link.hovered_year.is_some());
    harness.state_mut().charts.truncate(1);
    harness.run_steps(4);
    assert_eq!(harness.state().link.hovered_year, None);
}

fn wheel(up: f32) -> egui::Event {
    egui::Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, up),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::COMMAND,
    }
}

#[test]
fn ctrl_and_wheel_zoom_all_charts_and_a_double_click_resets() {
    let mut harness = harness(vec![chart("a", 3), chart("b", 3)]);
    harness.run();
    let center = harness.state().plot.center();
    point_at(&mut harness, center);
    harness.event(egui::Event::ModifiersChanged(Modifiers::COMMAND));
    harness.event(wheel(80.0));
    harness.run_steps(8);
    harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
    harness.run_steps(4);
    assert_eq!(harness.state().zoomed, [true, true], "the years of both charts are linked");
    assert!(
        !painted(&harness).iter().any(|text| text.0.contains("136.0 Kịch bản")),
        "no last value while 2030 is out of sight"
    );
    for _ in 0..2 {
        harness.drag_at(center);
        harness.drop_at(center);
    }
    harness.run_steps(8);
    assert_eq!(harness.state().zoomed, [false, false]);
}

#[test]
fn zooming_in_stops_at_one_year_and_zooming_out_at_the_full_range() {
    let mut harness = harness(vec![chart("a", 8)]);
    harness.run();
    let center = harness.state().plot.center();
    point_at(&mut harness, center);
    for (delta, is_zoomed) in [(800.0, true), (-1600.0, false)] {
        harness.event(egui::Event::ModifiersChanged(Modifiers::COMMAND));
        harness.event(wheel(delta));
        harness.run_steps(60);
        harness.event(egui::Event::ModifiersChanged(Modifiers::NONE));
        harness.run_steps(10);
        assert_eq!(harness.state().zoomed, [is_zoomed], "after {delta}");
    }
}

#[test]
fn arrow_keys_move_the_year_of_the_chart_with_the_focus() {
    let mut harness = harness(vec![chart("a", 3), chart("b", 3)]);
    harness.run();
    harness.get_by_label("Giá trị b, nghìn tỷ đồng").focus();
    harness.run();
    assert_eq!(harness.state().link.hovered_year, Some(2024), "from the last actual year");
    harness.key_press(egui::Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().link.hovered_year, Some(2025));
}

#[test]
fn ctrl_c_over_a_chart_copies_its_table() {
    let mut harness = harness(vec![chart("a", 2), chart("b", 2)]);
    harness.run();
    let center = harness.state().plot.center();
    point_at(&mut harness, center);
    harness.event(egui::Event::Copy);
    harness.run();
    let asks = std::mem::take(&mut harness.state_mut().link.asks);
    let [ChartAsk::Copy(text)] = asks.as_slice() else { panic!("{asks:?}") };
    assert!(text.starts_with("Giá trị b\nnghìn tỷ đồng\nNghiên cứu\nNăm\t"), "{text}");
    assert!(text.contains("\n2030\t"), "{text}");
}

#[test]
fn the_menu_of_a_chart_copies_saves_and_resets() {
    let mut harness = harness(vec![chart("a", 2)]);
    harness.run();
    let center = harness.state().plot.center();
    for (entry, expected) in [("Sao chép bảng số", true), ("Lưu hình…", false)] {
        point_at(&mut harness, center);
        for pressed in [true, false] {
            let button = egui::PointerButton::Secondary;
            harness.event(egui::Event::PointerButton { pos: center, button, pressed, modifiers: Modifiers::NONE });
        }
        harness.run();
        harness.get_by_label(entry).click();
        harness.run();
        let asks = std::mem::take(&mut harness.state_mut().link.asks);
        assert_eq!(matches!(asks.as_slice(), [ChartAsk::Copy(_)]), expected, "{asks:?}");
        let is_picture = matches!(asks.as_slice(), [ChartAsk::SavePicture { title, .. }] if title == "Giá trị a");
        assert_eq!(is_picture, !expected, "{asks:?}");
    }
}

#[test]
fn a_logarithmic_axis_writes_values_and_not_their_logarithms() {
    let log = LineChart { scale: crate::chart::model::AxisScale::Log, ..chart("a", 2) };
    let mut harness = harness(vec![log]);
    harness.run();
    let texts = painted(&harness);
    for word in ["100", "120"] {
        assert!(texts.iter().any(|text| text.0 == word), "{word} is missing: {texts:?}");
    }
}

#[test]
fn an_axis_that_is_kept_stays_until_the_chart_shows_something_else() {
    let mut harness = harness(vec![chart("a", 1)]);
    harness.run();
    let before = harness.state().spans.clone();
    let (kept, span) = (harness.state().charts[0].clone(), harness.state().charts[0].y_span());
    harness.state_mut().link.keep_axis(&kept, Some(span));
    harness.state_mut().charts[0].groups[0].series[0].points[6].1 = 900.0;
    harness.run();
    assert_eq!(harness.state().spans, before);
    assert!(painted(&harness).iter().any(|text| text.0.contains("có giá trị ngoài trục")));
    harness.state_mut().charts[0].quantity.push_str(" khác");
    harness.run();
    assert!(harness.state().spans[0].1 >= 900.0, "another quantity has an axis of its own");
}

#[test]
fn frozen_axes_keep_their_range_and_catch_up_on_release() {
    let mut harness = harness(vec![chart("a", 1)]);
    harness.run();
    let before = harness.state().spans.clone();
    harness.state_mut().link.frozen = true;
    harness.state_mut().charts[0].groups[0].series[0].points[6].1 = 900.0;
    harness.run();
    assert_eq!(harness.state().spans, before);
    harness.state_mut().link.frozen = false;
    harness.run();
    assert!(harness.state().spans[0].1 >= 900.0);
}

#[test]
fn empty_single_and_constant_series_are_drawn() {
    let empty = LineChart { id: "empty".into(), missing: Some("Chưa có chuỗi".into()), ..LineChart::default() };
    let group = |points| vec![SeriesGroup { heading: None, series: vec![series(1, points)] }];
    let none = LineChart { id: "none".into(), years: (2020, 2030), groups: group(Vec::new()), ..LineChart::default() };
    let one =
        LineChart { id: "one".into(), years: (2020, 2020), groups: group(vec![(2020, 7.0)]), ..LineChart::default() };
    let flat = vec![(2020, 73.8), (2025, 73.8), (2030, 73.8)];
    let flat = LineChart { id: "flat".into(), years: (2020, 2030), groups: group(flat), ..LineChart::default() };
    let broken = vec![(2020, f64::NAN), (2025, f64::INFINITY), (2030, 1.0)];
    let broken = LineChart { id: "broken".into(), years: (2030, 2020), groups: group(broken), ..LineChart::default() };
    let mut harness = harness(vec![empty, none, one, flat, broken]);
    harness.run();
    let center = harness.state().plot.center();
    point_at(&mut harness, center);
    assert!(painted(&harness).iter().any(|text| text.0 == "Chưa có chuỗi"));
    for (lo, hi) in &harness.state().spans {
        assert!(lo.is_finite() && hi > lo);
    }
}

#[test]
fn a_chart_in_a_tiny_place_does_not_break() {
    let mut harness = Harness::builder().with_size(vec2(200.0, 120.0)).with_context_setup(fonts).build_ui_state(
        |ui, link: &mut ChartLink| {
            let words = words();
            let format = |value: f64, decimals: usize| format!("{value:.decimals$}");
            let look = PlotLook { theme: Theme::for_mode(Mode::Dark), words: &words, format: &format };
            for size in [vec2(60.0, 40.0), Vec2::ZERO] {
                line_chart_ui(ui, &look, &chart(&format!("{size}"), 8), link, size);
            }
        },
        ChartLink::default(),
    );
    harness.run();
}

#[test]
fn paired_charts_and_the_strip_are_read_out() {
    let parts = [("CN – xây dựng", 74.1), ("Dịch vụ", 20.1), ("NN", 1.9), ("Thuế", 4.0)];
    let mut harness = Harness::builder().with_size(vec2(500.0, 300.0)).with_context_setup(fonts).build_ui_state(
        move |ui, link: &mut ChartLink| {
            let theme = Theme::for_mode(Mode::Light);
            let words = words();
            let format = |value: f64, decimals: usize| format!("{value:.decimals$}");
            let look = PlotLook { theme, words: &words, format: &format };
            let untitled = |id: &str| LineChart { title: String::new(), ..chart(id, 3) };
            let pair = [&untitled("a"), &untitled("b")];
            paired_charts_ui(ui, &look, "Tỷ trọng", (pair, link), vec2(475.0, 228.0));
            let part = |(index, (name, share)): (usize, (&str, f64))| SharePart {
                name: name.into(),
                share,
                value_text: format!("{share:.1}"),
                fill: theme.line_fill(index),
            };
            let strip = ShareStrip {
                name: "Ba dự án".into(),
                color: theme.scenario(2).color,
                caption: "2030, %".into(),
                parts: parts.into_iter().enumerate().map(part).collect(),
                alt: "Tỷ trọng 2030".into(),
            };
            share_strip_ui(ui, &look, &strip, 475.0);
        },
        ChartLink::default(),
    );
    harness.run();
    for label in ["Giá trị a, nghìn tỷ đồng", "Giá trị b, nghìn tỷ đồng", "Tỷ trọng 2030"] {
        assert!(harness.query_by_label(label).is_some(), "{label}");
    }
}

/// Pictures of the shipped study of every kind, without the sentences below, which each medium wraps in its own way.
fn pictures() -> Vec<Drawing> {
    let mut state = AppState::new(files::built_in().unwrap(), Origin::Shipped, Preferences::default());
    state.workspace.selected = "three-projects".to_owned();
    answer_now(&mut state);
    let reader = StateReader::new(&state);
    let page = overview(&reader);
    let [constant, current] = page.shares;
    let uncertain = uncertainty_page(&reader);
    let fan = uncertain.chart.unwrap();
    let compared = compare::compare(&reader);
    let lines = [page.output, page.growth, page.employment, constant, current, fan, compared.overlay];
    let mut drawings: Vec<Drawing> = lines.map(|chart| Drawing::Lines(Box::new(chart))).into();
    drawings.push(Drawing::Strip(vec![page.structure]));
    let mut waterfall = why(&reader, Variable::Grdp, "total", state.study.horizon).waterfall.unwrap();
    waterfall.captions.clear();
    drawings.push(Drawing::Waterfall(Box::new(waterfall)));
    let mut tornado = crate::app::view_models::tornado(&reader, Variable::Grdp, "total", state.study.horizon).unwrap();
    tornado.captions.clear();
    drawings.push(Drawing::Tornado(Box::new(tornado)));
    let mut distribution = uncertain.distribution.unwrap();
    distribution.captions.clear();
    drawings.push(Drawing::Distribution(Box::new(distribution)));
    drawings
}

/// What a medium has painted: texts with the left end of their baseline, and colours of shapes in order.
#[derive(Debug, Default, PartialEq)]
struct Painted {
    texts: Vec<(String, Pos2)>,
    inks: Vec<String>,
}

impl Painted {
    fn add_ink(&mut self, ink: String) {
        // The window paints a dash at a time.
        if self.inks.last() != Some(&ink) {
            self.inks.push(ink);
        }
    }
}

fn hex(color: egui::Color32) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b())
}

fn in_window(shape: &egui::Shape, painted: &mut Painted) {
    match shape {
        egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| in_window(shape, painted)),
        // A halo is the same text once more, in the colour of the ground.
        egui::Shape::Text(text) if text.override_text_color.is_none() => {
            let baseline = text.pos + vec2(0.0, super::paint::ascent(&text.galley));
            painted.texts.push((text.galley.text().to_owned(), baseline));
        }
        egui::Shape::LineSegment { stroke, .. } => painted.add_ink(hex(stroke.color)),
        egui::Shape::Path(path) if path.closed => painted.add_ink(hex(path.fill)),
        egui::Shape::Path(path) => match &path.stroke.color {
            egui::epaint::ColorMode::Solid(ink) => painted.add_ink(hex(*ink)),
            egui::epaint::ColorMode::UV(_) => panic!("no line changes its colour"),
        },
        egui::Shape::Rect(rect) => painted.add_ink(hex(rect.fill)),
        egui::Shape::Circle(circle) => painted.add_ink(hex(circle.fill)),
        egui::Shape::Mesh(mesh) => painted.add_ink(hex(mesh.vertices[0].color)),
        egui::Shape::Text(_) | egui::Shape::Noop => {}
        egui::Shape::Ellipse(_)
        | egui::Shape::Band(_)
        | egui::Shape::QuadraticBezier(_)
        | egui::Shape::CubicBezier(_)
        | egui::Shape::Callback(_) => panic!("no chart has {shape:?}"),
    }
}

/// What stands behind a name in an element.
fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    element.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

fn on_paper(body: &str, ctx: &egui::Context) -> Painted {
    let mut painted = Painted::default();
    for element in body.lines() {
        if !element.starts_with("<text") {
            let fill = attribute(element, "fill").filter(|fill| *fill != "none");
            painted.add_ink(fill.or(attribute(element, "stroke")).unwrap().to_owned());
            continue;
        }
        let number = |name: &str| attribute(element, name).unwrap().parse::<f32>().unwrap();
        let (_, text) = element.strip_suffix("</text>").unwrap().rsplit_once('>').unwrap();
        let font = Font { size: number("font-size"), bold: element.contains("font-weight") };
        let painter = egui::Painter::new(ctx.clone(), egui::LayerId::background(), egui::Rect::EVERYTHING);
        let width = super::paint::width_of(&painter, text, font);
        let before = match attribute(element, "text-anchor") {
            None => 0.0,
            Some("middle") => width / 2.0,
            Some(_) => width,
        };
        painted.texts.push((text.to_owned(), pos2(number("x") - before, number("y"))));
    }
    painted
}

#[test]
fn window_and_paper_paint_the_same_scene() {
    let theme = Theme::for_mode(Mode::Light);
    let format = |value: f64, decimals: usize| format!("{value:.decimals$}");
    for drawing in pictures() {
        let shown = drawing.clone();
        let mut harness = Harness::builder().with_size(vec2(680.0, 900.0)).with_context_setup(fonts).build_ui_state(
            move |ui, link: &mut ChartLink| {
                let words = words();
                let look = PlotLook { theme, words: &words, format: &format };
                let width = 652.0;
                match &shown {
                    Drawing::Lines(chart) => drop(line_chart_ui(ui, &look, chart, link, vec2(width, 376.0))),
                    Drawing::Strip(strips) => drop(share_strip_ui(ui, &look, &strips[0], width)),
                    Drawing::Waterfall(chart) => waterfall_ui(ui, &look, chart, width),
                    Drawing::Tornado(chart) => tornado_ui(ui, &look, chart, width),
                    Drawing::Distribution(chart) => distribution_ui(ui, &look, chart, width),
                }
            },
            ChartLink::default(),
        );
        harness.run();
        let mut window = Painted::default();
        harness.output().shapes.iter().for_each(|clipped| in_window(&clipped.shape, &mut window));
        let joined = |_: usize, _: usize| "còn lại".to_owned();
        let paper_words = PaperWords { actual: words().actual, projected: words().projected, joined: &joined };
        let look = PaperLook { theme, words: paper_words, format: &format };
        let figure = ChartFile {
            id: String::new(),
            title: String::new(),
            unit: String::new(),
            described: String::new(),
            drawing: drawing.clone(),
            caption: String::new(),
        };
        let paper = on_paper(&draw_on_paper(&figure, &look, Around::Nothing).body, &harness.ctx);
        // In front of the scene stands the head: rule, title and unit line.
        let head = window.texts.len() - paper.texts.len();
        assert!(head <= 2, "{head} texts in front of {drawing:?}");
        let texts = &window.texts[head..];
        let moved = texts[0].1 - paper.texts[0].1;
        for (shown, printed) in texts.iter().zip(&paper.texts) {
            assert_eq!(shown.0, printed.0, "order of {drawing:?}");
            let off = shown.1 - printed.1 - moved;
            assert!(off.x.abs() < 1.6 && off.y.abs() < 1.1, "{} by {off:?}", shown.0);
        }
        assert!(window.inks.ends_with(&paper.inks), "{drawing:?}:\n{:?}\n{:?}", window.inks, paper.inks);
        assert!(paper.inks.len() > 4 && paper.texts.len() > 4);
    }
}
