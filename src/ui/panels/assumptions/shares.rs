//! A share lever: a small row a part, with a pin; the others give or take so that the sum stays 100 %.

use super::fields::{place, refuse};
use crate::app::view_models::LeverRow;
use crate::app::workspace::assumptions::{AssumptionsChange, EditorChange};
use crate::app::{Command, DocumentCommand, Gesture, WindowCommand};
use crate::scenario::setting::{NumberTable, Setting};
use crate::scenario::{Edit, rebalance};
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::lever_slider::{self, SliderModel, lever_slider};
use crate::ui::widgets::number_field::{NumberField, number_field};
use egui::{Sense, Ui, pos2, vec2};

/// Draws the parts; `true` where a double click asked for the parent's shares.
pub(crate) fn shares_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, indent): (&LeverRow, f32),
) -> bool {
    let Some(shares) = &row.shares else { return false };
    let mut reset = false;
    for (id, share) in shares.iter() {
        ui.push_id(&id, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                ui.add_space(indent - lever_slider::TRACK_INSET);
                reset |= part_ui(ui, view, commands, (row, shares), (&id, share));
            });
        });
    }
    reset
}

fn part_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, shares): (&LeverRow, &NumberTable),
    (id, share): (&str, f64),
) -> bool {
    let theme = view.theme();
    let part = view.reader.line_short(id);
    let name = format!("{}: {part}", row.name);
    let shown = (share * 1e4).round() / 1e2;
    let model = SliderModel {
        name: &name,
        value: shown,
        soft: (0.0, 100.0),
        step: row.spec.step,
        parent: None,
        default: None,
        changed: row.changed,
        color: view.reader.style(&view.state().workspace.selected).color,
        inert: row.inert.is_some(),
    };
    let slider = lever_slider(ui, &model);
    if slider.cancelled {
        commands.push(Command::Document(DocumentCommand::CancelGesture));
    } else if let Some(value) = slider.new_value {
        let gesture = Some(slider.gesture(&view.state().workspace.selected, &format!("{} {id}", row.key)));
        move_part(ui, view, commands, (row, shares), (id, value), gesture);
    }
    let text = view.reader.numbers.decimal(shown, 1);
    let field_name = view.filled("levers-field-name", &[("name", &name)]);
    let field = NumberField { within: Some((0.0, 100.0)), ..NumberField::new(&field_name, &text, 44.0, view.lang()) };
    if let Some(value) = number_field(ui, &field).number() {
        move_part(ui, view, commands, (row, shares), (id, value), None);
    }
    let galley = style::one_line(ui, &format!("% {part}"), style::small(), theme.ink2, 76.0);
    let (rect, _) = ui.allocate_exact_size(vec2(76.0, 18.0), Sense::hover());
    ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, style::color(theme.ink2));
    pin_ui(ui, view, commands, (row, id, &part));
    slider.reset
}

fn pin_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, (row, id, part): (&LeverRow, &str, &str)) {
    let pinned = view.state().workspace.assumptions.pinned_parts(&row.key).contains(&id);
    let key = if pinned { "assume-unpin-part" } else { "assume-pin-part" };
    let text = view.filled(key, &[("part", part)]);
    let response = icon_button(ui, if pinned { Icon::Lock } else { Icon::Pin }, &text, &text, true);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_toggled(pinned.into()));
    if response.clicked() {
        commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::Pin(
            row.key.clone(),
            id.to_owned(),
        )))));
    }
}

/// Moves a part where the unpinned ones can carry it; otherwise says why not.
fn move_part(
    ui: &Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, shares): (&LeverRow, &NumberTable),
    (id, value): (&str, f64),
    gesture: Option<Gesture>,
) {
    let pinned = view.state().workspace.assumptions.pinned_parts(&row.key);
    let next = rebalance(shares, id, value / 100.0, &pinned);
    let sentence = next.is_none().then(|| refusal(view, shares, (id, value), &pinned));
    refuse(ui, &place(view, row), sentence);
    if let Some(next) = next {
        let scenario = view.state().workspace.selected.clone();
        let setting = Setting::Shares(next);
        commands.push(Command::Document(DocumentCommand::Edit {
            edit: Box::new(Edit::SetLever { scenario, key: row.key.clone(), setting }),
            gesture,
        }));
    }
}

fn refusal(view: &ViewContext<'_>, shares: &NumberTable, (id, value): (&str, f64), pinned: &[&str]) -> String {
    let numbers = view.reader.numbers;
    let held: f64 =
        shares.iter().filter(|(own, _)| own != id && pinned.contains(&own.as_str())).map(|(_, share)| share).sum();
    let values = [
        ("part", view.reader.line_short(id)),
        ("value", numbers.write_trimmed(value, 2)),
        ("held", numbers.write_trimmed(held * 100.0, 2)),
    ];
    let values: Vec<(&'static str, &str)> = values.iter().map(|(key, text)| (*key, text.as_str())).collect();
    view.filled("assume-shares-refused", &values)
}
