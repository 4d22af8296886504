//! The chart of lines over years: allocates its place, handles zoom and pointer, paints its scene.

use egui::{EventFilter, Id, Key, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo};
use egui_plot::{Plot, PlotMemory, PlotTransform, PlotUi};

use crate::chart::line::{Plot as ChartPlot, lay_out_lines, place_plot};
use crate::chart::model::LineChart;
use crate::chart::scale::{self, Span};

use super::frame::{self, Frame};
use super::link::{ChartLink, PlotLook};
use super::paint::color;
use super::scene::{area_of, paint_scene, rect_of, with_look};
use super::{menu, tooltip};

/// What a chart tells its panel.
pub struct ChartResponse {
    /// The plot, for menus and focus; carries the text equivalent.
    pub response: Response,
    /// All that the chart covers.
    pub rect: Rect,
    /// The plot between the axes.
    pub plot: Rect,
    /// The range of values shown.
    pub y_span: Span,
    /// Whether zoom or pan has left the full range; a double-click resets it.
    pub zoomed: bool,
}

/// Draws a chart of lines in a place of the given size.
///
/// Ctrl with the wheel or a pinch zooms, a drag of the second button zooms to a box, a drag pans once
/// zoomed, a double-click resets; the years of all charts of the view move together.
pub fn line_chart_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    chart: &LineChart,
    link: &mut ChartLink,
    size: Vec2,
) -> ChartResponse {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    chart_in(ui, look, (chart, link), rect, rect)
}

/// Paints the rule, title and unit line of a section, in the style of a chart's own.
pub fn chart_head(ui: &Ui, look: &PlotLook<'_>, rect: Rect, title: &str, unit_line: &str) {
    frame::paint_head(ui.painter(), look, rect, title, unit_line);
}

/// Draws two charts side by side under one title; their own titles should be empty.
///
/// The names stand beside the second chart only when the first has [`EndText::Value`](crate::chart::model::EndText).
pub fn paired_charts_ui(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    title: &str,
    (charts, link): ([&LineChart; 2], &mut ChartLink),
    size: Vec2,
) -> [ChartResponse; 2] {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    frame::paint_head(ui.painter(), look, rect, title, "");
    let split = rect.left() + (rect.width() * 0.445).round();
    let (left, right) = rect.split_left_right_at_x(split);
    let [first, second] = charts;
    // A picture of either shows both, with the title that they share.
    [
        chart_in(ui, look, (first, link), left.with_max_x(split - 14.0), rect),
        chart_in(ui, look, (second, link), right, rect),
    ]
}

/// Draws a chart in `whole`; a picture of it covers `section`.
fn chart_in(
    ui: &mut Ui,
    look: &PlotLook<'_>,
    (chart, link): (&LineChart, &mut ChartLink),
    whole: Rect,
    section: Rect,
) -> ChartResponse {
    let y_span = link.choose_span(chart);
    let body = area_of(whole.with_min_y(whole.top() + frame::HEAD));
    let plot = rect_of(with_look(ui.painter(), look, |look| place_plot(chart, look, body, y_span)));
    let (response, transform, zoomed) = plot_ui(ui, chart, plot, y_span, &link.group);
    let reset = menu::answer(&response, look, (chart, y_span), link, (section, zoomed));
    if reset {
        reset_zoom(ui, chart);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &chart.alt));
    let pointer = response.hover_pos().filter(|_| !link.still);
    let marked = marked_year(ui, chart, &response, &transform, link);
    link.point(ui.ctx(), &chart.id, marked);

    let bounds = transform.bounds();
    let shown = Span { lo: bounds.min()[1], hi: bounds.max()[1] };
    let in_values = Span { lo: chart.value_at(shown.lo), hi: chart.value_at(shown.hi) };
    frame::paint_head(
        ui.painter(),
        look,
        whole,
        &chart.title,
        &frame::unit_line(chart, look, shown, link.is_kept(chart)),
    );
    let x = Span { lo: bounds.min()[0], hi: bounds.max()[0] };
    let laid = ChartPlot { chart, whole: body, area: area_of(plot), x, y: shown, year: link.hovered_year };
    let scene = with_look(ui.painter(), look, |look| lay_out_lines(&laid, look));
    paint_scene(ui.painter(), &scene, look.theme.paper);
    let frame = Frame { painter: ui.painter().clone(), look, plot: laid };
    if link.is_pointed(&chart.id) && !egui::Popup::is_any_open(ui.ctx()) {
        tooltip::paint_tooltip(&frame, pointer);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, color(look.theme.focus));
        ui.painter().rect_stroke(plot.expand(2.0), 3.0, ring, StrokeKind::Outside);
    }
    ChartResponse { response, rect: whole, plot, y_span: in_values, zoomed }
}

/// The id under which `egui_plot` keeps the zoom of a chart.
fn plot_id(ui: &Ui, chart: &LineChart) -> Id {
    ui.make_persistent_id(("line chart", &chart.id))
}

/// Shows everything again from the next frame on.
fn reset_zoom(ui: &Ui, chart: &LineChart) {
    // The plot itself must let go: the charts linked to it take their years from it.
    let id = plot_id(ui, chart).with("reset");
    ui.data_mut(|data| data.insert_temp(id, true));
    ui.ctx().request_repaint();
}

/// Runs `egui_plot` for its interaction only; of its painting only the box while zooming is used.
fn plot_ui(ui: &mut Ui, chart: &LineChart, plot: Rect, y_span: Span, group: &str) -> (Response, PlotTransform, bool) {
    let id = plot_id(ui, chart);
    let x_span = chart.x_span();
    let is_zoomed = |ui: &Ui| PlotMemory::load(ui.ctx(), id).is_some_and(|memory| !memory.auto_bounds.all());
    let was_zoomed = is_zoomed(ui);
    let reset = ui.data_mut(|data| data.remove_temp::<bool>(id.with("reset"))).is_some();
    let mut child = ui.new_child(UiBuilder::new().max_rect(plot));
    let shown = Plot::new("plot")
        .id(id)
        .width(plot.width())
        .height(plot.height())
        .min_size(Vec2::splat(1.0))
        .include_x(x_span.lo)
        .include_x(x_span.hi)
        .include_y(y_span.lo)
        .include_y(y_span.hi)
        .auto_bounds(true)
        .set_margin_fraction(Vec2::ZERO)
        .link_axis(Id::unique(("years of the view", group)), [true, false])
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        // The wheel alone belongs to the page; dragging the full range would only lose it.
        .allow_scroll(false)
        .allow_drag(was_zoomed)
        .show(&mut child, |plot_ui| keep_in_sight(plot_ui, x_span, reset));
    (shown.response, shown.transform, is_zoomed(ui))
}

/// Zooming out past the full range resets; zooming in stops at one year.
fn keep_in_sight(plot_ui: &mut PlotUi<'_>, full: Span, reset: bool) {
    let bounds = plot_ui.plot_bounds();
    if plot_ui.auto_bounds().all() {
        return;
    }
    // Linked charts may show more years than this one; only the one being zoomed judges.
    let beyond = plot_ui.response().contains_pointer() && bounds.width() > (full.hi - full.lo) * 1.001;
    if reset || beyond || !bounds.is_valid() {
        plot_ui.set_auto_bounds(true);
    } else if bounds.width() < 0.99 {
        let middle = bounds.center().x;
        plot_ui.set_plot_bounds_x(middle - 0.5..=middle + 0.5);
    } else {
        return;
    }
    plot_ui.ctx().request_repaint();
}

/// The year under the pointer, or the one chosen by arrow keys while the chart has the focus.
fn marked_year(
    ui: &Ui,
    chart: &LineChart,
    response: &Response,
    transform: &PlotTransform,
    link: &ChartLink,
) -> Option<i32> {
    let (first, last) = chart.years;
    if let Some(pointer) = response.hover_pos() {
        let year = scale::nearest_year(transform.value_from_position(pointer).x);
        return Some(year.clamp(first.min(last), last.max(first)));
    }
    if !response.has_focus() {
        return None;
    }
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let step =
        ui.input(|input| i32::from(input.key_pressed(Key::ArrowRight)) - i32::from(input.key_pressed(Key::ArrowLeft)));
    let from = link.hovered_year.or(chart.now).unwrap_or(last);
    Some((from + step).clamp(first.min(last), last.max(first)))
}
