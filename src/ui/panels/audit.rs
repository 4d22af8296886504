//! The view Plan audit: findings in groups, and beside them the two sides of one with their sources.

use super::model::badge_ui;
use crate::analysis::audit::Verdict;
use crate::app::view_models::{
    AuditContent, AuditRows, FindingDetail, FindingRow, FindingSide, RangeLine, RecordText, audit_content,
};
use crate::app::workspace::audit::{AuditChange, FindingFilter};
use crate::app::workspace::data::FigureKey;
use crate::app::{Command, WindowCommand};
use crate::lang::Localized;
use crate::scenario::Edit;
use crate::text::Explanation;
use crate::theme::{Rgb, Theme};
use crate::ui::charts::ChartLink;
use crate::ui::icons::{self, Icon};
use crate::ui::marks;
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::empty::empty_view;
use crate::ui::widgets::ruled::ruled_ui;
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::{
    GridColumn, ROW, SPACING, cells, choice_row, choice_row_of, heading_row, paint_cell, section, view_title,
};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Galley, Id, Label, Layout, Rect, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// The list takes this part of the width.
const LIST: f32 = 0.5;
/// Narrower than this, as under large type, the details stand below the list.
const NARROW: f32 = 820.0;
/// Space on either side of the line between list and details.
const SEAM: f32 = 15.0;
/// From this width on, the words about a finding stand beside its figures.
const ABREAST: f32 = 1000.0;
/// The list becomes no wider than this, so that the rest of a wide screen goes to the details.
const WIDEST_LIST: f32 = 860.0;
/// A finding needs this much to be read; below it, the column of stated figures gives way.
const LEAST: f32 = 150.0;
/// What is stated takes the width of its widest figure between these.
const LEAST_STATED: f32 = 112.0;
const WIDEST_STATED: f32 = 160.0;
/// A finding that is long stands in as many lines.
const LINES: usize = 2;
/// Height of a row of the legend.
const LEGEND: f32 = 20.0;
/// Space between two marks of the legend.
const BETWEEN_MARKS: f32 = 18.0;
/// Height of the axis of a finding, marks and ticks included.
const AXIS: f32 = 74.0;

/// Draws the view.
pub fn audit_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, _link: &mut ChartLink) {
    let Some(audit) = audit_content(&view.reader) else { return };
    if audit.is_empty {
        nothing_ui(ui, view, commands, &audit);
        return;
    }
    let room = ui.available_rect_before_wrap();
    let beside = room.width() >= NARROW;
    let split = (room.left() + (room.width() * LIST).min(WIDEST_LIST)).round();
    let middle = (room.top() + room.height() * LIST).round();
    let (list, details) = if beside {
        (room.with_max_x(split - SEAM), room.with_min_x(split + SEAM))
    } else {
        (room.with_max_y(middle - 4.0), room.with_min_y(middle + 8.0))
    };
    ui.scope_builder(UiBuilder::new().max_rect(list).layout(Layout::top_down(Align::Min)), |ui| {
        list_ui(ui, view, commands, &audit, beside);
    });
    if let Some(detail) = &audit.detail {
        let rule = style::stroke(1.0, view.theme().rule);
        if beside {
            ui.painter().vline(split + 0.5, room.y_range(), rule);
        } else {
            ui.painter().hline(room.x_range(), middle + 0.5, rule);
        }
        ui.scope_builder(UiBuilder::new().max_rect(details).layout(Layout::top_down(Align::Min)), |ui| {
            egui::ScrollArea::vertical().id_salt("finding").auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 8.0);
                detail_ui(ui, view, commands, detail);
            });
        });
    }
    ui.advance_cursor_after_rect(room);
}

/// How a verdict looks in a list.
const fn look(verdict: Verdict, theme: &Theme) -> (Icon, Rgb) {
    match verdict {
        Verdict::Below => (Icon::ArrowDown, theme.bad),
        Verdict::Above => (Icon::ArrowUp, theme.warn),
        Verdict::Mismatch | Verdict::NotStated => (Icon::Warning, theme.warn),
        Verdict::Info => (Icon::Info, theme.info),
        Verdict::Ok => (Icon::Tick, theme.ok),
    }
}

/// The view where the study has nothing to audit.
fn nothing_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, audit: &AuditContent) {
    view_title(ui, &view.label("audit-title"));
    let why = audit.scope.as_ref().map_or("", |scope| scope.sentence.as_str());
    if empty_view(ui, why, &view.label("empty-to-targets")) {
        super::show_targets(commands);
    }
}

fn list_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, audit: &AuditContent, with_legend: bool) {
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 26.0), Layout::right_to_left(Align::Center), |ui| {
        let switch: Vec<&str> = audit.counts.iter().map(String::as_str).collect();
        let current = view.state().workspace.audit.group;
        let current = FindingFilter::ALL.iter().position(|group| *group == current).unwrap_or(0);
        // A switch grows to the right; its width is known only from its words.
        let wide: f32 = switch.iter().map(|text| text_width(ui, text) + 18.0).map(f32::ceil).sum();
        ui.allocate_ui_with_layout(vec2(wide, 22.0), Layout::left_to_right(Align::Center), |ui| {
            if let Some(chosen) = segmented_control(ui, &view.label("audit-groups"), &switch, current)
                && let Some(group) = FindingFilter::ALL.get(chosen)
            {
                commands.push(Command::Window(WindowCommand::Audit(AuditChange::Show(*group))));
            }
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| view_title(ui, &view.label("audit-title")));
    });
    ui.label(style::rich(&audit.summary, style::small(), view.theme().ink3));
    if let Some(scope) = &audit.scope {
        scope_ui(ui, view, scope);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = columns(ui, audit, width - 10.0);
    let keys = ["column-check", "column-finding", "column-computed", "column-stated", "column-gap"];
    let keys = keys.into_iter().filter(|key| *key != "column-stated" || has_stated(&columns));
    let titles: Vec<String> = std::iter::once(String::new()).chain(keys.map(|key| view.label(key))).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    heading_row(ui, &columns, &titles);
    let marks = if with_legend { legend_rows(ui, view, width) } else { Vec::new() };
    let legend = if with_legend { 6.0 + LEGEND * style::on_screen(marks.len() as f64) } else { 0.0 };
    let height = ui.available_height() - legend;
    let rows: usize = audit.groups.iter().map(|group| group.rows.len() + 1).sum();
    // A high screen has room for the groups that are one line elsewhere.
    let all_fit = style::on_screen(rows as f64) * ROW <= height;
    egui::ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]).max_height(height).show(ui, |ui| {
        for (position, group) in audit.groups.iter().enumerate() {
            if position > 0 {
                fold_ui(ui, view, commands, (group, all_fit), width - 10.0);
            }
            for row in group.rows.iter().filter(|_| group.open || all_fit) {
                row_ui(ui, view, commands, row, &columns);
            }
        }
    });
    if with_legend {
        ui.add_space(6.0);
        legend_ui(ui, view, &marks);
    }
}

fn text_width(ui: &Ui, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), style::body(), style::color(style::tokens(ui).ink)).size().x
}

fn scope_ui(ui: &mut Ui, view: &ViewContext<'_>, scope: &Explanation) {
    let theme = view.theme();
    ui.add(Label::new(style::rich(&scope.sentence, style::body_strong(), theme.warn)).wrap());
    ui.add(Label::new(style::rich(&scope.hint, style::body(), theme.ink2)).wrap());
    ui.add_space(6.0);
}

/// Whether there is room for what is stated; it stands among the details, too.
fn has_stated(columns: &[GridColumn]) -> bool {
    columns.len() == 6
}

fn columns(ui: &Ui, audit: &AuditContent, width: f32) -> Vec<GridColumn> {
    let texts = audit.groups.iter().flat_map(|group| &group.rows).map(|row| text_width(ui, &row.stated));
    let widest = texts.fold(0.0, f32::max).ceil() + SPACING;
    let fixed = [
        GridColumn::text(24.0),
        GridColumn::text(68.0),
        GridColumn::numeric(72.0),
        GridColumn::numeric(widest.clamp(LEAST_STATED, WIDEST_STATED)),
        GridColumn::numeric(84.0 + SPACING),
    ];
    let taken: f32 = fixed.iter().map(|column| column.width).sum();
    let [icon, code, computed, stated, gap] = fixed;
    let finding = |room: f32| GridColumn::text(room.max(60.0));
    if width - taken < LEAST {
        return vec![icon, code, finding(width - taken + stated.width), computed, gap];
    }
    vec![icon, code, finding(width - taken), computed, stated, gap]
}

fn row_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, row: &FindingRow, columns: &[GridColumn]) {
    let theme = view.theme();
    let width: f32 = columns.iter().map(|column| column.width).sum();
    let verdict = crate::text::verdict_name(row.verdict, view.lang());
    let spoken = [&verdict, &row.code, &row.title, &row.unit, &row.computed, &row.stated, &row.gap];
    let spoken: Vec<&str> = spoken.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let name = finding_name(ui, row, columns.get(2).map_or(0.0, |column| column.width - SPACING));
    let height = (name.size().y + 10.0).max(ROW);
    let response = choice_row_of(ui, vec2(width, height), row.chosen, &spoken.join(", "));
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::Audit(AuditChange::Select(row.code.clone()))));
    }
    let (icon, ink) = look(row.verdict, theme);
    let places = cells(response.rect, columns);
    let [mark, code, title, computed, .., gap] = places.as_slice() else { return };
    let at = Rect::from_center_size(mark.left_center() + vec2(9.0, 0.0), vec2(icons::SIZE, icons::SIZE));
    icons::paint(ui.painter(), icon, at, style::color(ink));
    paint_cell(ui, *code, &row.code, (style::body(), theme.ink2), Align::Min);
    let mut cut = name.elided;
    ui.painter().galley(pos2(title.left(), title.center().y - name.size().y / 2.0), name, style::color(theme.ink));
    cut |= paint_cell(ui, *computed, &row.computed, (style::body_strong(), theme.ink), Align::Max);
    if let Some(stated) = places.get(4).filter(|_| has_stated(columns)) {
        let galley = style::number_line(ui, &row.stated, style::body(), theme.ink2, stated.width());
        let at = pos2(stated.right() - galley.size().x, stated.center().y - galley.size().y / 2.0);
        cut |= galley.job.text != row.stated;
        ui.painter().galley(at, galley, style::color(theme.ink2));
    }
    let strong = if row.verdict.fails() { style::body_strong() } else { style::body() };
    cut |= paint_cell(ui, *gap, &row.gap, (strong, theme.ink), Align::Max);
    if cut {
        response.on_hover_text(&row.title);
    }
}

/// What a finding says, in two lines at most, with its unit where the figures beside it carry none.
fn finding_name(ui: &Ui, row: &FindingRow, width: f32) -> Arc<Galley> {
    let theme = style::tokens(ui);
    let role = if row.chosen { style::body_strong() } else { style::body() };
    let mut job = LayoutJob::default();
    job.append(&row.title, 0.0, TextFormat::simple(role, style::color(theme.ink)));
    if !row.unit.is_empty() {
        // A unit of several words goes to the next line as a whole.
        let unit = format!("  {}", row.unit.replace(' ', "\u{a0}"));
        job.append(&unit, 0.0, TextFormat::simple(style::small(), style::color(theme.ink3)));
    }
    job.wrap = TextWrapping { max_width: width.max(0.0), max_rows: LINES, ..TextWrapping::default() };
    ui.painter().layout_job(job)
}

/// A group that is one line until it is asked for.
fn fold_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (group, stays_open): (&AuditRows, bool),
    width: f32,
) {
    let theme = view.theme();
    let rect = if stays_open {
        let (rect, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &group.count));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, style::stroke(1.0, theme.rule));
        rect
    } else {
        let response = choice_row(ui, width, false, &group.count);
        if response.clicked() {
            commands.push(Command::Window(WindowCommand::Audit(AuditChange::Fold(group.group))));
        }
        response.rect
    };
    let icon_at =
        |x: f32| Rect::from_center_size(pos2(rect.left() + x, rect.center().y), vec2(icons::SIZE, icons::SIZE));
    let chevron = if group.open { Icon::ChevronDown } else { Icon::ChevronRight };
    if !stays_open {
        icons::paint(ui.painter(), chevron, icon_at(9.0), style::color(theme.ink2));
    }
    let (icon, ink) = match group.group {
        FindingFilter::Disagree => look(Verdict::Mismatch, theme),
        FindingFilter::Agree | FindingFilter::Explained => look(Verdict::Ok, theme),
        FindingFilter::Inform => look(Verdict::Info, theme),
    };
    icons::paint(ui.painter(), icon, icon_at(29.0), style::color(ink));
    paint_cell(ui, rect.with_min_x(rect.left() + 44.0), &group.count, (style::body(), theme.ink2), Align::Min);
}

/// The marks of the legend in as many rows as the width asks for, so that none runs over what stands beside the list.
fn legend_rows(ui: &Ui, view: &ViewContext<'_>, width: f32) -> Vec<Vec<(Verdict, String)>> {
    let parts = [
        (Verdict::Below, "audit-below"),
        (Verdict::Above, "audit-above"),
        (Verdict::Mismatch, "audit-contradicts"),
        (Verdict::Ok, "audit-agrees"),
        (Verdict::Info, "audit-informs"),
    ];
    let mut rows: Vec<Vec<(Verdict, String)>> = Vec::new();
    let mut left = 0.0;
    for (verdict, key) in parts {
        let words = view.label(key);
        let text = style::one_line(ui, &words, style::small(), view.theme().ink3, f32::INFINITY).size().x;
        let needed = icons::SIZE + 6.0 + text + BETWEEN_MARKS;
        if let Some(row) = rows.last_mut().filter(|_| left >= needed) {
            row.push((verdict, words));
        } else {
            rows.push(vec![(verdict, words)]);
            left = width;
        }
        left -= needed;
    }
    rows
}

fn legend_ui(ui: &mut Ui, view: &ViewContext<'_>, rows: &[Vec<(Verdict, String)>]) {
    let theme = view.theme();
    for row in rows {
        let line = vec2(ui.available_width(), LEGEND);
        ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for (verdict, words) in row {
                let (icon, ink) = look(*verdict, theme);
                let (rect, _) = ui.allocate_exact_size(vec2(icons::SIZE, icons::SIZE), Sense::hover());
                icons::paint(ui.painter(), icon, rect, style::color(ink));
                ui.label(style::rich(words, style::small(), theme.ink3));
                ui.add_space(BETWEEN_MARKS - 12.0);
            }
        });
    }
}

fn detail_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, detail: &FindingDetail) {
    let theme = view.theme();
    let (icon, ink) = look(detail.verdict, theme);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(icons::SIZE, 18.0), Sense::hover());
        icons::paint(ui.painter(), icon, rect, style::color(ink));
        ui.label(style::rich(&detail.verdict_name, style::body_strong(), ink));
        let of = view.filled("audit-verdict-of", &[("code", &detail.code), ("title", &detail.title)]);
        let galley = style::one_line(ui, &of, style::small(), theme.ink2, ui.available_width());
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &of));
        ui.painter().galley(rect.min, galley, style::color(theme.ink2));
    });
    let heading = ui.add(Label::new(style::rich(&detail.sentence, style::detail(), theme.ink)).wrap());
    heading.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, &detail.sentence));
    if ui.available_width() < ABREAST {
        figures_ui(ui, view, commands, detail);
        ui.add_space(10.0);
        words_ui(ui, view, commands, detail);
        return;
    }
    // A wide screen has room for what the figures mean beside them.
    ui.spacing_mut().item_spacing.x = 2.0 * SEAM;
    ui.columns(2, |columns| {
        if let [figures, words] = columns {
            for column in [&mut *figures, &mut *words] {
                column.spacing_mut().item_spacing.x = 8.0;
            }
            figures.with_layout(Layout::top_down(Align::Min), |ui| figures_ui(ui, view, commands, detail));
            words.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.add_space(6.0);
                words_ui(ui, view, commands, detail);
            });
        }
    });
    ui.spacing_mut().item_spacing.x = 8.0;
}

/// The figures of a finding: computed and stated on one axis, and the records behind both.
fn figures_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, detail: &FindingDetail) {
    if let Some(line) = &detail.line {
        ui.add_space(6.0);
        axis_ui(ui, view, detail, line);
    }
    ui.add_space(8.0);
    sides_ui(ui, view, commands, detail);
}

/// What a finding means, a note that explains it, and its arithmetic.
fn words_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, detail: &FindingDetail) {
    let theme = view.theme();
    section(ui, &view.label("audit-in-words"));
    ui.add_space(2.0);
    ui.add(Label::new(style::rich(&detail.words, style::body(), theme.ink)).wrap());
    ui.add_space(4.0);
    target_button(ui, view, commands, detail);
    if detail.verdict.fails() {
        ui.add_space(10.0);
        explain_ui(ui, view, commands, detail);
    }
    if !detail.steps.is_empty() {
        ui.add_space(10.0);
        section(ui, &view.label("audit-how"));
        ui.add_space(2.0);
        for step in &detail.steps {
            ui.add(Label::new(style::rich(step, style::body(), theme.ink)).wrap());
        }
    }
}

/// A note of the reason why a finding may stand, being typed.
#[derive(Clone)]
struct Note(String);

/// Where somebody notes why the figures disagree, so that the finding counts as explained.
fn explain_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, detail: &FindingDetail) {
    section(ui, &view.label("audit-explain"));
    let id = Id::unique(("finding note", detail.code.as_str()));
    let known = detail.explained.clone().unwrap_or_default();
    let mut text = ui.data(|data| data.get_temp::<Note>(id)).map_or_else(|| known.clone(), |note| note.0);
    let hint = style::rich(view.label("audit-explain-hint"), style::body(), view.theme().ink3);
    let field = TextEdit::multiline(&mut text).font(style::body()).desired_rows(2).hint_text(hint);
    let response = ui.add(field.desired_width(f32::INFINITY)).accessible_name(view.label("audit-explain"));
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, Note(text.clone())));
    }
    let may_note = !text.trim().is_empty() && text != known;
    let (note, unexplain) = ui
        .horizontal(|ui| {
            let note = ui.add_enabled(may_note, egui::Button::new(view.label("audit-mark-explained"))).clicked();
            let known = detail.explained.is_some();
            (note, known && ui.button(view.label("audit-unmark-explained")).clicked())
        })
        .inner;
    if note || unexplain {
        let note = note.then(|| Localized::new(text.trim(), text.trim()));
        commands.push(Command::edit(Edit::ExplainFinding { finding: detail.code.clone(), note }));
        ui.data_mut(|data| data.remove::<Note>(id));
    }
}

/// Leads to the first target behind the finding, where it can be corrected.
fn target_button(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, detail: &FindingDetail) {
    let records = detail.sides.iter().rev().flat_map(|side| &side.records);
    let mut keys = records.flat_map(|record| &record.figures).filter_map(|(_, key)| key.as_ref());
    let target = keys.find(|key| key.list == crate::scenario::FigureList::Targets);
    let Some(key) = target else { return };
    if ui.button(view.label("audit-go-to-target")).clicked() {
        show_figure(commands, key);
    }
}

fn show_figure(commands: &mut Commands, key: &FigureKey) {
    commands.push(Command::Window(WindowCommand::ShowFigure(key.clone())));
}

/// The stated range as a band, the computed figure as a dot, the gap between them dotted.
fn axis_ui(ui: &mut Ui, view: &ViewContext<'_>, detail: &FindingDetail, line: &RangeLine) {
    let theme = view.theme();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), AXIS), Sense::hover());
    let spoken = format!("{}, {}, {}", detail.title, detail.marks[0], detail.sides[1].value);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &spoken));
    let inner = rect.shrink2(vec2(18.0, 0.0));
    let part = |value: f64| style::on_screen(line.span.share(value).clamp(0.0, 1.0));
    let at = |value: f64| inner.left() + part(value) * inner.width();
    let base = rect.top() + 50.0;
    let band = Rect::from_min_max(
        pos2(at(line.band[0]), base - 20.0),
        pos2(at(line.band[1]).max(at(line.band[0]) + 2.0), base),
    );
    let painter = ui.painter();
    painter.rect_filled(band, 0.0, style::color(theme.select));
    painter.hline(rect.x_range(), base + 0.5, style::stroke(1.0, theme.axis));
    for (tick, text) in line.ticks.values.iter().zip(&line.labels) {
        painter.vline(at(*tick).round() + 0.5, base..=base + 4.0, style::stroke(1.0, theme.axis));
        let galley = style::one_line(ui, text, style::small(), theme.ink3, 80.0);
        painter.galley(pos2(at(*tick) - galley.size().x / 2.0, base + 6.0), galley, style::color(theme.ink3));
    }
    let ink = if detail.verdict == Verdict::Ok { theme.ok } else { look(detail.verdict, theme).1 };
    let x = at(line.value);
    let nearest = if line.value < line.band[0] { band.left() } else { band.right() };
    if detail.verdict.fails() {
        let ends = [pos2(x, base - 10.0), pos2(nearest, base - 10.0)];
        marks::paint_dashed_line(painter, &ends, &[2.0, 2.5], 1.6, style::color(ink));
    }
    painter.circle_filled(pos2(x, base - 10.0), 5.0, style::color(ink));
    labels_ui(ui, detail, (rect, band, x), ink);
    if detail.verdict.fails() {
        gap_ui(ui, detail, (rect, [f32::midpoint(x, nearest), nearest], base), ink);
    }
}

/// The gap under its dotted line, where the ticks leave room.
fn gap_ui(ui: &Ui, detail: &FindingDetail, (rect, [middle, nearest], base): (Rect, [f32; 2], f32), ink: Rgb) {
    let gap = style::one_line(ui, &detail.marks[1], style::small_strong(), ink, 160.0);
    let width = gap.size().x;
    // A gap that is longer than its line stands on the side of the computed figure, clear of the range.
    let centred = middle - width / 2.0;
    let left = if middle < nearest { centred.min(nearest - 6.0 - width) } else { centred.max(nearest + 6.0) };
    let left = left.clamp(rect.left(), (rect.right() - width).max(rect.left()));
    ui.painter().galley(pos2(left, base - 9.0 - gap.size().y - 4.0), gap, style::color(ink));
}

/// The computed figure above its dot, the stated one inside its band or beside it.
fn labels_ui(ui: &Ui, detail: &FindingDetail, (rect, band, x): (Rect, Rect, f32), ink: Rgb) {
    let theme = style::tokens(ui);
    let value = style::one_line(ui, &detail.marks[0], style::body_strong(), ink, 120.0);
    let left = (x - value.size().x / 2.0).clamp(rect.left(), rect.right() - value.size().x);
    let own = Rect::from_min_size(pos2(left, rect.top() + 8.0), value.size());
    ui.painter().galley(own.min, value, style::color(ink));
    let stated = style::one_line(ui, &detail.sides[1].value, style::body_strong(), theme.ink, rect.width() * 0.5);
    let fits = band.width() >= stated.size().x + 10.0;
    let size = stated.size();
    let place = if fits {
        pos2(band.center().x - size.x / 2.0, band.center().y - size.y / 2.0)
    } else {
        let centred = (band.center().x - size.x / 2.0).clamp(rect.left(), rect.right() - size.x);
        let beside = if x < band.center().x { own.right() + 12.0 } else { own.left() - 12.0 - size.x };
        let clear = (centred + size.x < own.left() - 8.0) || (centred > own.right() + 8.0);
        pos2(if clear { centred } else { beside.clamp(rect.left(), rect.right() - size.x) }, own.top())
    };
    ui.painter().galley(place, stated, style::color(theme.ink));
}

fn sides_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, detail: &FindingDetail) {
    let theme = view.theme();
    let top = ui.cursor().top();
    ui.painter().hline(ui.max_rect().x_range(), top + 0.5, style::stroke(1.0, theme.rule));
    ui.add_space(8.0);
    let has_two = !detail.sides[1].records.is_empty() || detail.sides[1].value != view.reader.numbers.missing();
    ui.spacing_mut().item_spacing.x = 24.0;
    ui.columns(if has_two { 2 } else { 1 }, |columns| {
        let keys = ["audit-implied", "audit-stated"];
        for ((column, side), key) in columns.iter_mut().zip(&detail.sides).zip(keys) {
            column.spacing_mut().item_spacing.x = 6.0;
            // Columns of egui spread their lines to both edges; prose keeps its own spaces.
            column.with_layout(Layout::top_down(Align::Min), |ui| side_ui(ui, view, commands, side, key));
        }
    });
    ui.spacing_mut().item_spacing.x = 8.0;
}

fn side_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, side: &FindingSide, key: &'static str) {
    let theme = view.theme();
    ui.label(style::rich(view.label(key), style::small_strong(), theme.ink2));
    ui.horizontal(|ui| {
        ui.label(style::rich(&side.value, style::card_number_font(), theme.ink));
        if !side.unit.is_empty() {
            ui.label(style::rich(&side.unit, style::small(), theme.ink3));
        }
    });
    if side.records.is_empty() {
        ui.add(Label::new(style::rich(view.label("audit-no-records"), style::small(), theme.ink3)).wrap());
    }
    for record in &side.records {
        ui.add_space(6.0);
        record_ui(ui, view, commands, record);
    }
}

/// Words to the letter behind a solid rule and in quotation marks; condensed words behind a dotted rule.
fn record_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, record: &RecordText) {
    let theme = view.theme();
    if let Some(quote) = &record.quote {
        ruled_ui(ui, &view.filled("data-quote-open", &[("quote", quote)]), theme.ink, true);
    } else if !record.note.is_empty() {
        ruled_ui(ui, &record.note, theme.ink2, false);
    }
    for (title, key) in &record.figures {
        match key {
            Some(key) => {
                let text = style::rich(title, style::small(), theme.ink2).underline();
                let response = ui.add(egui::Link::new(text)).on_hover_text(view.label("audit-open-source"));
                if response.clicked() {
                    show_figure(commands, key);
                }
            }
            None => {
                ui.add(Label::new(style::rich(title, style::small(), theme.ink2)).wrap());
            }
        }
    }
    ui.horizontal_top(|ui| {
        if let Some(status) = record.status {
            badge_ui(ui, view, status);
        }
        let source = ui.add(Label::new(style::rich(&record.source, style::small(), theme.ink3)).wrap());
        if !record.locator.is_empty() {
            source.on_hover_text(&record.locator);
        }
    });
}
