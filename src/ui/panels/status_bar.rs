//! The status bar: labour balance, warnings, data vintage, time of the last recompute.

use crate::analysis::{Diagnostic, Severity, diagnostics};
use crate::app::view_models::unexplained;
use crate::app::{Command, View, WindowCommand};
use crate::text::{explain_diagnostic, explain_resolve_error};
use crate::ui::icons::{self, Icon};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Align, Layout, Sense, Ui, pos2, vec2};

/// Height of the bar.
pub const HEIGHT: f32 = 24.0;

/// Draws the bar.
pub fn status_bar_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let bar = ui.max_rect();
    ui.painter().hline(bar.x_range(), bar.top() + 0.5, style::stroke(1.0, theme.rule));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(14.0);
        ui.spacing_mut().item_spacing.x = 6.0;
        let right = right_width(ui, view);
        if let Some(error) = error_text(view) {
            part(ui, Icon::Cross, theme.bad, &error, bar.width() - right - 60.0);
        } else {
            remarks_ui(ui, view, bar.width() - right - 60.0);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            if view.state().workspace.tells_fallback {
                let label = ui.label(style::rich(view.label("status-drawn-by-cpu"), style::small(), theme.ink2));
                label.on_hover_text(view.label("status-drawn-by-cpu-about"));
                ui.add_space(12.0);
            }
            for text in right_texts(view) {
                ui.label(style::rich(text, style::small(), theme.ink2));
                ui.add_space(12.0);
            }
            findings_ui(ui, view, commands);
        });
    });
}

/// How many findings of the plan audit disagree; leads to them.
fn findings_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let Some(text) = findings_text(view) else { return };
    let response = ui.add(egui::Link::new(style::rich(text, style::small(), view.theme().ink2).underline()));
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::ShowView(View::Audit)));
    }
}

fn findings_text(view: &ViewContext<'_>) -> Option<String> {
    let failing = unexplained(&view.state().study, view.state().derived.audit()?);
    (failing > 0).then(|| crate::text::words::count_text(view.lang(), "status-findings", failing))
}

fn right_texts(view: &ViewContext<'_>) -> Vec<String> {
    let study = &view.state().study;
    let territory = study.territories.iter().find(|territory| territory.id == study.territory);
    let name = territory.map_or("", |territory| territory.name.in_lang(view.lang()));
    let mut texts = vec![
        view.filled("status-recomputed", &[("time", view.recomputed)]),
        view.filled("status-data", &[("vintage", name)]),
    ];
    if let Some(running) = &view.state().exporting {
        let (done, total) = running.parts();
        texts.push(view.filled("status-exporting", &[("done", &done.to_string()), ("total", &total.to_string())]));
    }
    texts
}

fn right_width(ui: &Ui, view: &ViewContext<'_>) -> f32 {
    let fallback = view.state().workspace.tells_fallback.then(|| view.label("status-drawn-by-cpu"));
    right_texts(view)
        .into_iter()
        .chain(findings_text(view))
        .chain(fallback)
        .map(|text| ui.painter().layout_no_wrap(text, style::small(), style::color(view.theme().ink2)).size().x + 24.0)
        .sum()
}

fn error_text(view: &ViewContext<'_>) -> Option<String> {
    let state = view.state();
    let error = state.derived.case(&state.workspace.selected)?.error.as_ref()?;
    let explanation = explain_resolve_error(error, Some(&state.study), view.lang());
    Some(format!("{} {} {}", view.label("status-before-error"), explanation.sentence, explanation.hint))
}

fn remarks_ui(ui: &mut Ui, view: &ViewContext<'_>, room: f32) {
    let theme = view.theme();
    let state = view.state();
    let Some(projection) = state.derived.projection(&state.workspace.selected) else { return };
    let found = diagnostics(&state.study, projection);
    let warnings: Vec<&Diagnostic> = found.iter().filter(|one| one.severity() == Severity::Warning).collect();
    let text_of = |one: &Diagnostic| explain_diagnostic(one, &state.study, view.lang());
    let mut left = room;
    if let Some(first) = found.first() {
        let (icon, ink) =
            if first.severity() == Severity::Good { (Icon::Tick, theme.ok) } else { (Icon::Warning, theme.warn) };
        // A remark that stands alone has all the room.
        let share = if warnings.iter().any(|one| *one != first) { 0.6 } else { 1.0 };
        left -= part(ui, icon, ink, &text_of(first), left * share) + 24.0;
        ui.add_space(10.0);
    }
    let others: Vec<&Diagnostic> =
        warnings.into_iter().filter(|one| found.first().is_none_or(|first| first != *one)).collect();
    let Some(next) = others.first() else { return };
    let text = if others.len() == 1 {
        text_of(next)
    } else {
        crate::text::words::count_text(view.lang(), "status-warnings", others.len())
    };
    let all: Vec<String> = others.iter().map(|one| text_of(one)).collect();
    let start = ui.cursor().left();
    part(ui, Icon::Warning, theme.warn, &text, left.max(60.0));
    let rect =
        egui::Rect::from_min_max(pos2(start, ui.max_rect().top()), pos2(ui.cursor().left(), ui.max_rect().bottom()));
    let response = ui.interact(rect, ui.scope_id().with("warnings"), Sense::hover());
    response.on_hover_ui(|ui| {
        ui.set_max_width(480.0);
        for text in &all {
            ui.label(text);
        }
    });
}

fn part(ui: &mut Ui, icon: Icon, ink: crate::theme::Rgb, text: &str, room: f32) -> f32 {
    let (rect, _) = ui.allocate_exact_size(vec2(icons::SIZE, icons::SIZE), Sense::hover());
    icons::paint(ui.painter(), icon, rect, style::color(ink));
    let galley = style::one_line(ui, text, style::small(), ui_ink(ui), room);
    let width = galley.size().x;
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, text));
    ui.painter().galley(rect.min, galley, style::color(ui_ink(ui)));
    if width >= room - 1.0 {
        response.on_hover_text(text);
    }
    width + icons::SIZE
}

fn ui_ink(ui: &Ui) -> crate::theme::Rgb {
    style::tokens(ui).ink2
}
