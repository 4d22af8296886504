//! The details of a figure: wording, source, use, rivals, editing; the calculator.

use super::figure_form::form_ui;
use crate::app::view_models::{FigureDetail, FigurePlace, calculate, figure_detail, place_of, used_by};
use crate::app::workspace::data::{DataChange, FigureKey};
use crate::app::{Command, DocumentCommand, Gesture, WindowCommand};
use crate::importing::{UnusualGrowth, unusual_growth};
use crate::scenario::figure::{Figure, Status};
use crate::scenario::{Edit, FigureList, apply_edit};
use crate::text::{explain_study_error, tell_unusual_growth, with_unit};
use crate::theme::Rgb;
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::number_field::{NumberField, number_field};
use crate::ui::widgets::ruled::ruled_ui;
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::table::section;
use egui::{Align, Id, Label, Layout, TextEdit, Ui, vec2};

/// Statuses in the order of the switch.
pub(super) const STATUSES: [Status; 3] = [Status::Published, Status::Derived, Status::Assumed];

/// Draws the details of the selected figure, or the form of a new one, and the calculator.
pub(super) fn detail_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let state = &view.state().workspace.data;
    let study = &view.state().study;
    egui::ScrollArea::vertical().id_salt("details").auto_shrink([false, false]).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 8.0);
        if let Some(draft) = &state.draft {
            form_ui(ui, view, commands, draft);
        } else if let Some(place) = state.selected.as_ref().and_then(|key| place_of(study, key)) {
            let detail = figure_detail(&view.reader, &place);
            figure_ui(ui, view, commands, &place, &detail);
        }
        calculator_ui(ui, view, commands);
    });
}

pub(super) fn text(ui: &mut Ui, words: &str, ink: Rgb) {
    ui.add(Label::new(style::rich(words, style::body(), ink)).wrap());
}

pub(super) fn small(ui: &mut Ui, words: &str, ink: Rgb) {
    ui.add(Label::new(style::rich(words, style::small(), ink)).wrap());
}

fn caption(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str) {
    ui.add_space(6.0);
    ui.label(style::rich(view.label(key), style::small_strong(), view.theme().ink2));
}

fn figure_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    place: &FigurePlace<'_>,
    detail: &FigureDetail,
) {
    let theme = view.theme();
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 24.0), Layout::right_to_left(Align::Center), |ui| {
        let close = view.label("data-close");
        if icon_button(ui, Icon::Cross, &close, &close, true).clicked() {
            commands.push(Command::Window(WindowCommand::Data(DataChange::Select(None))));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(style::rich(&detail.title, style::section(), theme.ink)).truncate());
        });
    });
    value_ui(ui, view, commands, place, detail);
    let facts = [&detail.row.territory, &detail.row.vintage];
    small(ui, &facts.map(String::as_str).join(" · "), theme.ink3);
    ui.add_space(4.0);
    quote_ui(ui, view, detail);
    caption(ui, view, "source-document");
    text(ui, &detail.source, theme.ink);
    let locator = if detail.locator.is_empty() { view.label("data-no-locator") } else { detail.locator.clone() };
    small(ui, &locator, theme.ink3);
    caption(ui, view, "data-used");
    text(ui, &used_by(&view.reader, place), theme.ink);
    note_ui(ui, view, commands, place, detail);
    rivals_ui(ui, view, commands, detail);
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        let key = place.key();
        for (which, label) in ["data-mark-a", "data-mark-b"].into_iter().enumerate() {
            if ui.button(view.label(label)).clicked() {
                commands.push(Command::Window(WindowCommand::Data(DataChange::Mark(which, Some(key.clone())))));
            }
        }
        if ui.button(view.label("data-delete")).clicked() {
            commands.push(Command::edit(Edit::DeleteFigure { list: place.list, position: place.position }));
            commands.push(Command::Window(WindowCommand::Data(DataChange::Select(None))));
        }
    });
    ui.add_space(10.0);
}

/// Value in a field, unit, status.
fn value_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    place: &FigurePlace<'_>,
    detail: &FigureDetail,
) {
    let theme = view.theme();
    let refused = Id::unique(("refused figure", place.list.id(), place.position));
    let told = ui.data(|data| data.get_temp::<String>(refused));
    ui.horizontal_wrapped(|ui| {
        let name = view.label("data-value");
        let field = NumberField { error: told.as_deref(), ..NumberField::new(&name, &detail.value, 92.0, view.lang()) };
        if let Some(value) = number_field(ui, &field).number() {
            let told = enter_value(ui, view, commands, place, value);
            ui.data_mut(|data| match told {
                Some(words) => {
                    data.insert_temp(refused, words);
                }
                None => {
                    data.remove::<String>(refused);
                }
            });
        }
        if let Some(upper) = place.figure.upper {
            let upper = view.reader.numbers.write_trimmed(upper, 6);
            ui.label(format!("{} {upper}", view.label("data-upper")));
        }
        ui.add(Label::new(style::rich(&detail.unit, style::small(), theme.ink3)).wrap());
    });
    if let Some(told) = told {
        small(ui, &told, theme.bad);
    }
    doubtful_ui(ui, view, commands, place);
    let names = STATUSES.map(|status| status_word(view, status));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let current = STATUSES.iter().position(|status| *status == place.figure.status).unwrap_or(0);
    ui.add_space(2.0);
    if let Some(status) =
        segmented_control(ui, &view.label("column-status"), &names, current).and_then(|chosen| STATUSES.get(chosen))
    {
        let figure = Box::new(Figure { status: *status, ..place.figure.clone() });
        commands.push(Command::edit(set(place, figure)));
    }
    ui.add_space(2.0);
}

/// Where a value is kept whose growth is asked about.
fn doubtful_id(place: &FigurePlace<'_>) -> Id {
    Id::unique(("doubtful growth", place.list.id(), place.position))
}

/// Takes a typed value over, asks about its growth, or says why it is refused.
fn enter_value(
    ui: &Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    place: &FigurePlace<'_>,
    value: f64,
) -> Option<String> {
    ui.data_mut(|data| data.remove::<f64>(doubtful_id(place)));
    let edit = match typed_edit(view, place, value) {
        Ok(edit) => edit,
        Err(words) => return Some(words),
    };
    if growth_of(view, place, value).is_some() {
        ui.data_mut(|data| data.insert_temp(doubtful_id(place), value));
    } else {
        commands.push(Command::edit(edit));
    }
    None
}

/// The growth that a value of an observation would bring, where it is worth a question.
fn growth_of(view: &ViewContext<'_>, place: &FigurePlace<'_>, value: f64) -> Option<UnusualGrowth> {
    let figure = Figure { value, ..place.figure.clone() };
    let observed = place.list == FigureList::Observations;
    unusual_growth(&view.state().study, &figure, Some(place.position)).filter(|_| observed)
}

/// Asks about the growth that a typed value brings: it is taken over, or everything stays as it was.
fn doubtful_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, place: &FigurePlace<'_>) {
    let id = doubtful_id(place);
    let Some(value) = ui.data(|data| data.get_temp::<f64>(id)) else { return };
    let Some(step) = growth_of(view, place, value) else { return };
    small(ui, &tell_unusual_growth(&step, view.lang()), view.theme().warn);
    ui.horizontal(|ui| {
        let right = ui.button(view.label("data-growth-take")).clicked();
        if right && let Ok(edit) = typed_edit(view, place, value) {
            commands.push(Command::edit(edit));
        }
        if right || ui.button(view.label("data-growth-drop")).clicked() {
            ui.data_mut(|data| data.remove::<f64>(id));
        }
    });
}

pub(super) fn status_word(view: &ViewContext<'_>, status: Status) -> String {
    crate::text::status_word(status, view.reader.lang)
}

fn set(place: &FigurePlace<'_>, figure: Box<Figure>) -> Edit {
    Edit::SetFigure { list: place.list, position: place.position, figure }
}

/// The edit that a typed value asks for, or why it is refused.
fn typed_edit(view: &ViewContext<'_>, place: &FigurePlace<'_>, value: f64) -> Result<Edit, String> {
    let edit = set(place, Box::new(Figure { value, ..place.figure.clone() }));
    refusal(view, &edit).map_or(Ok(edit), Err)
}

/// Why the study refuses an edit, in one sentence.
pub(super) fn refusal(view: &ViewContext<'_>, edit: &Edit) -> Option<String> {
    let study = &view.state().study;
    let error = apply_edit(study, edit).err()?;
    if let crate::scenario::StudyError::Record { problem, .. } = &error {
        // The field stands beside the sentence; where in the file would only distract.
        return Some(crate::text::explain_record_problem(problem, Some(study), view.lang()).sentence);
    }
    Some(explain_study_error(&error, Some(study), view.lang()).sentence)
}

/// Words to the letter behind a solid rule in quotation marks; anything else behind a dotted rule and called condensed.
fn quote_ui(ui: &mut Ui, view: &ViewContext<'_>, detail: &FigureDetail) {
    let theme = view.theme();
    let condensed = view.label("source-condensed");
    let (words, solid) = match &detail.quote {
        Some(quote) => (view.filled("data-quote-open", &[("quote", quote)]), true),
        // How a figure was derived stands in its note; it is not a quotation.
        None if detail.row.status != Status::Published => return,
        None if detail.note.is_empty() => (view.label("data-no-quote"), false),
        None if detail.note.to_lowercase().starts_with(&condensed) => (detail.note.clone(), false),
        None => (format!("{} ({condensed})", detail.note), false),
    };
    ruled_ui(ui, &words, if solid { theme.ink } else { theme.ink2 }, solid);
}

/// The note, editable in the language of the window; typing is one step.
fn note_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    place: &FigurePlace<'_>,
    detail: &FigureDetail,
) {
    caption(ui, view, "source-note");
    let mut note = detail.note.clone();
    let field = TextEdit::multiline(&mut note).font(style::body()).desired_rows(2).desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(view.label("data-edit-note"));
    if response.changed() {
        let mut figure = Box::new(place.figure.clone());
        match view.lang().tongue() {
            crate::lang::Tongue::Vi => figure.note.vi = note,
            crate::lang::Tongue::En => figure.note.en = note,
        }
        let gesture = Some(Gesture::Keys(format!("note {} {}", place.list.id(), place.position)));
        commands.push(Command::Document(DocumentCommand::Edit { edit: Box::new(set(place, figure)), gesture }));
    }
}

fn rivals_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, detail: &FigureDetail) {
    if detail.rivals.is_empty() {
        return;
    }
    let theme = view.theme();
    caption(ui, view, "data-rivals");
    small(ui, &view.label("data-rivals-about"), theme.ink3);
    for rival in &detail.rivals {
        let (key, ink) =
            if rival.conflicting { ("data-conflict-short", theme.warn) } else { ("data-agrees-short", theme.ok) };
        let words = format!("{}: {}", rival.vintage, rival.value);
        ui.horizontal_wrapped(|ui| {
            if ui.link(style::rich(&words, style::body(), theme.ink).underline()).clicked() {
                commands.push(Command::Window(WindowCommand::Data(DataChange::Select(Some(rival.key.clone())))));
            }
            ui.label(style::rich(format!("{} · {}", rival.gap, view.label(key)), style::body_strong(), ink));
        });
    }
}

fn calculator_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let theme = view.theme();
    let (state, study) = (&view.state().workspace.data, &view.state().study);
    section(ui, &view.label("data-calculator"));
    let places: Vec<Option<FigurePlace<'_>>> =
        state.marks.iter().map(|mark| mark.as_ref().and_then(|key: &FigureKey| place_of(study, key))).collect();
    if places.iter().all(Option::is_none) {
        text(ui, &view.label("data-mark-none"), theme.ink2);
        return;
    }
    for (which, (name, place)) in ["A", "B"].into_iter().zip(&places).enumerate() {
        let words = place.as_ref().map_or_else(
            || view.reader.numbers.missing().to_owned(),
            |place| {
                let detail = figure_detail(&view.reader, place);
                {
                    let value = with_unit(&detail.row.value, &detail.row.unit);
                    format!("{} = {value} ({})", detail.title, detail.row.vintage)
                }
            },
        );
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, 20.0), Layout::left_to_right(Align::Min), |ui| {
            ui.label(style::rich(name, style::body_strong(), theme.ink));
            ui.add(Label::new(style::rich(words, style::body(), theme.ink2)).wrap());
        });
        if place.is_none() {
            continue;
        }
        if which == 1 || places.get(1).is_some_and(Option::is_none) {
            let clear = style::rich(view.label("data-clear"), style::small(), theme.ink).underline();
            if ui.link(clear).clicked() {
                commands.push(Command::Window(WindowCommand::Data(DataChange::Mark(0, None))));
                commands.push(Command::Window(WindowCommand::Data(DataChange::Mark(1, None))));
            }
        }
    }
    if let [Some(a), Some(b)] = &places[..] {
        match calculate(&view.reader, a.figure, b.figure) {
            Ok(found) => {
                let growth = found.growth.unwrap_or_else(|| view.reader.numbers.missing().to_owned());
                let lines =
                    [("data-difference", found.difference), ("data-ratio", found.ratio), ("data-growth", growth)];
                for (key, value) in lines {
                    ui.horizontal(|ui| {
                        ui.label(style::rich(view.label(key), style::body(), theme.ink2));
                        ui.label(style::rich(value, style::body_strong(), theme.ink));
                    });
                }
            }
            Err(reason) => text(ui, &reason, theme.bad),
        }
    }
}
