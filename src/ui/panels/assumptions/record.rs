//! The editor of a project, park or shock: a draft in a dialog, saved as one step.

use super::fields::{line_label, number_line, year_line};
use crate::app::workspace::assumptions::{AssumptionsChange, Converter, EditorChange, RecordEditor};
use crate::app::{Command, WindowCommand};
use crate::lang::Localized;
use crate::scenario::setting::NumberTable;
use crate::scenario::study::{Park, Project, Shock};
use crate::scenario::{Record, rebalance, settings_of_record};
use crate::text::explain_study_error;
use crate::ui::icons::{Icon, icon_button};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::sheet::sheet;
use egui::{ComboBox, Id, Modal, ScrollArea, TextEdit, Ui};

const WIDTH: f32 = 430.0;

/// Draws the open editor, if any.
pub fn record_ui(ui: &Ui, view: &ViewContext<'_>, commands: &mut Commands) {
    let Some(editor) = &view.state().workspace.assumptions.editor else { return };
    let modal = sheet(ui, Modal::new(Id::unique("record")), WIDTH, |ui| {
        let (key, name) = title(editor);
        ui.label(style::rich(
            view.filled(key, &[("name", name.in_lang(view.lang()))]),
            style::title(),
            view.theme().ink,
        ));
        ui.add_space(6.0);
        let room = (ui.ctx().content_rect().height() - 190.0).max(160.0);
        ScrollArea::vertical().max_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.set_width(WIDTH - 14.0);
            let mut draft = editor.draft.clone();
            match &mut draft {
                Record::Project(project) => project_ui(ui, view, commands, (editor, project)),
                Record::Park(park) => park_ui(ui, view, park),
                Record::Shock(shock) => shock_ui(ui, view, commands, (editor, shock)),
            }
            if draft != editor.draft {
                commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(
                    EditorChange::Draft(Box::new(draft)),
                ))));
            }
            take_up_ui(ui, view, commands, editor);
        });
        end_ui(ui, view, commands, editor);
    });
    if modal.should_close() {
        commands
            .push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::CloseRecord))));
    }
}

const fn title(editor: &RecordEditor) -> (&'static str, &Localized) {
    let key = match (&editor.draft, editor.is_new) {
        (Record::Project(_), true) => "record-add-project-title",
        (Record::Project(_), false) => "record-project-title",
        (Record::Park(_), true) => "record-add-park-title",
        (Record::Park(_), false) => "record-park-title",
        (Record::Shock(_), true) => "record-add-shock-title",
        (Record::Shock(_), false) => "record-shock-title",
    };
    (key, editor.draft.name())
}

/// A name that is the same in both languages stays the same in both.
fn name_ui(ui: &mut Ui, view: &ViewContext<'_>, name: &mut Localized) {
    let label = view.label("record-name");
    ui.horizontal(|ui| {
        line_label(ui, view, &label);
        let mut text = name.in_lang(view.lang()).to_owned();
        let response = ui.add(TextEdit::singleline(&mut text).desired_width(214.0).font(style::body()));
        let response = response.accessible_name(&label);
        style::paint_focus_ring(ui, &response);
        if response.changed() {
            name.rewrite(view.lang(), &text);
        }
    });
}

fn check_ui(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str, value: &mut bool) {
    let response = ui.checkbox(value, view.label(key));
    style::paint_focus_ring(ui, &response);
}

fn project_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (editor, project): (&RecordEditor, &mut Project),
) {
    name_ui(ui, view, &mut project.name);
    sector_ui(ui, view, &mut project.sector);
    let line =
        |ui: &mut Ui, key: &'static str, unit: &str, value: f64| number_line(ui, view, (&view.label(key), unit), value);
    let amount = line(ui, "record-amount", &view.label("unit-million-usd"), project.registered_musd);
    project.registered_musd = amount.unwrap_or(project.registered_musd);
    let mut own = project.realised.is_some();
    check_ui(ui, view, "record-own-realised", &mut own);
    project.realised = own.then(|| project.realised.unwrap_or(1.0));
    if let Some(ratio) = project.realised {
        project.realised = Some(line(ui, "record-realised", "%", tidy(ratio * 100.0)).map_or(ratio, |v| v / 100.0));
    }
    project.start = year_line(ui, view, &view.label("record-start"), project.start).unwrap_or(project.start);
    profile_ui(ui, view, commands, (editor, project));
    let jobs = line(ui, "record-jobs", &view.label("unit-thousand-persons"), project.jobs_thousand);
    project.jobs_thousand = jobs.unwrap_or(project.jobs_thousand);
    let premium = line(ui, "record-premium", &view.label("record-premium-unit"), project.premium);
    project.premium = premium.unwrap_or(project.premium);
    check_ui(ui, view, "record-in-baseline", &mut project.in_baseline);
    about_ui(ui, view, &project.quote, &project.note);
}

/// The value rounded to 9 decimals, which removes binary rounding error.
fn tidy(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
}

fn sector_ui(ui: &mut Ui, view: &ViewContext<'_>, sector: &mut String) {
    let label = view.label("record-sector");
    ui.horizontal(|ui| {
        line_label(ui, view, &label);
        let combo = ComboBox::from_id_salt("sector").width(214.0).selected_text(view.reader.line_name(sector));
        let response = combo.show_ui(ui, |ui| {
            for one in &view.state().study.sectors {
                ui.selectable_value(sector, one.id.clone(), one.name.in_lang(view.lang()));
            }
        });
        response.response.accessible_name(&label);
    });
}

/// Shares of the disbursement by year; one moves, the unpinned ones carry it.
fn profile_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (editor, project): (&RecordEditor, &mut Project),
) {
    ui.label(style::rich(view.label("record-profile"), style::small_strong(), view.theme().ink2));
    for position in 0..project.profile.len() {
        let offset = i32::try_from(position).unwrap_or(0);
        let year = view.reader.numbers.year(project.start.saturating_add(offset));
        ui.horizontal(|ui| {
            let share = tidy(project.profile[position] * 100.0);
            let label = view.filled("record-profile-year", &[("year", &year)]);
            if let Some(value) = number_line(ui, view, (&label, "%"), share) {
                match move_value(&project.profile, position, value / 100.0, &editor.pins) {
                    Some(profile) => {
                        project.profile = profile;
                        super::fields::refuse(ui, "profile", None);
                    }
                    None => super::fields::refuse(ui, "profile", Some(view.label("record-profile-refused"))),
                }
            }
            let pinned = editor.pins.contains(&position);
            let key = if pinned { "assume-unpin-part" } else { "assume-pin-part" };
            let text = view.filled(key, &[("part", &year)]);
            let icon = if pinned { Icon::Lock } else { Icon::Pin };
            if icon_button(ui, icon, &text, &text, true).clicked() {
                commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(
                    EditorChange::PinPart(position),
                ))));
            }
        });
    }
    if let Some(sentence) = super::fields::read_refusal(ui, "profile") {
        ui.label(style::rich(sentence, style::small(), view.theme().bad));
    }
    ui.horizontal(|ui| {
        line_label(ui, view, "");
        if ui.button(view.label("record-profile-add")).clicked() {
            project.profile.push(0.0);
        }
        let shorter = shorten_profile(&project.profile);
        let button = egui::Button::new(view.label("record-profile-remove"));
        if ui.add_enabled(shorter.is_some(), button).clicked()
            && let Some(profile) = shorter
        {
            project.profile = profile;
        }
    });
}

fn key_profile(profile: &[f64]) -> NumberTable {
    profile.iter().enumerate().map(|(position, share)| (format!("{position:03}"), *share)).collect()
}

/// The profile after one of its parts moved; the sum stays 1.
fn move_value(profile: &[f64], position: usize, value: f64, pins: &[usize]) -> Option<Vec<f64>> {
    let pins: Vec<String> = pins.iter().map(|pin| format!("{pin:03}")).collect();
    let pins: Vec<&str> = pins.iter().map(String::as_str).collect();
    let next = rebalance(&key_profile(profile), &format!("{position:03}"), value, &pins)?;
    Some(next.iter().map(|(_, share)| share).collect())
}

/// The profile without its last year, whose share the others take in proportion; `None` if their sum is 0.
fn shorten_profile(profile: &[f64]) -> Option<Vec<f64>> {
    let (_, head) = profile.split_last()?;
    let sum: f64 = head.iter().sum();
    (sum > 0.0).then(|| head.iter().map(|share| share / sum).collect())
}

fn park_ui(ui: &mut Ui, view: &ViewContext<'_>, park: &mut Park) {
    name_ui(ui, view, &mut park.name);
    let label = view.label("record-zone");
    ui.horizontal(|ui| {
        line_label(ui, view, &label);
        let field = ui.add(TextEdit::singleline(&mut park.zone).desired_width(214.0).font(style::body()));
        let field = field.accessible_name(&label);
        style::paint_focus_ring(ui, &field);
    });
    let line =
        |ui: &mut Ui, key: &'static str, unit: &str, value: f64| number_line(ui, view, (&view.label(key), unit), value);
    park.area_ha = line(ui, "record-area", "ha", park.area_ha).unwrap_or(park.area_ha);
    park.opening = year_line(ui, view, &view.label("record-opening"), park.opening).unwrap_or(park.opening);
    park.ramp_years = line(ui, "record-ramp", &view.label("unit-years"), park.ramp_years).unwrap_or(park.ramp_years);
    let occupancy = line(ui, "record-occupancy", "%", tidy(park.occupancy * 100.0));
    park.occupancy = occupancy.map_or(park.occupancy, |value| value / 100.0);
    check_ui(ui, view, "record-park-in-baseline", &mut park.in_baseline);
    about_ui(ui, view, &park.quote, &park.note);
}

fn shock_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (editor, shock): (&RecordEditor, &mut Shock),
) {
    name_ui(ui, view, &mut shock.name);
    let line =
        |ui: &mut Ui, key: &'static str, unit: &str, value: f64| number_line(ui, view, (&view.label(key), unit), value);
    shock.start = year_line(ui, view, &view.label("record-shock-start"), shock.start).unwrap_or(shock.start);
    let depth = line(ui, "record-depth", &view.label("record-depth-unit"), tidy(shock.depth * 100.0));
    shock.depth = depth.map_or(shock.depth, |value| value / 100.0);
    if let Some(depth) = converter_ui(ui, view, commands, editor.converter) {
        shock.depth = depth;
    }
    let half_life = line(ui, "record-half-life", &view.label("unit-years"), shock.half_life);
    shock.half_life = half_life.unwrap_or(shock.half_life);
    let scar = line(ui, "record-scar", "%", tidy(shock.scar * 100.0));
    shock.scar = scar.map_or(shock.scar, |value| value / 100.0);
    ui.label(style::rich(view.label("record-exposure"), style::small_strong(), view.theme().ink2));
    for sector in &view.state().study.sectors {
        let share = tidy(shock.exposure.number(&sector.id).unwrap_or(0.0) * 100.0);
        if let Some(value) = number_line(ui, view, (sector.name.in_lang(view.lang()), "%"), share) {
            shock.exposure.insert(sector.id.clone(), value / 100.0);
        }
    }
    about_ui(ui, view, "", &shock.note);
}

/// From published growth to depth, in figures and in words; the depth where it was asked for.
fn converter_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, known: Converter) -> Option<f64> {
    let mut next = known;
    let mut taken = None;
    let theme = view.theme();
    egui::Frame::new().fill(style::color(theme.side)).inner_margin(6).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(style::rich(view.label("converter-title"), style::small_strong(), theme.ink2));
        check_ui(ui, view, "converter-halves", &mut next.halves);
        let line = |ui: &mut Ui, key: &'static str, value: f64| number_line(ui, view, (&view.label(key), "%"), value);
        let observed = if next.halves { "converter-first-half" } else { "converter-observed" };
        next.observed = line(ui, observed, next.observed).unwrap_or(next.observed);
        if next.halves {
            next.second = line(ui, "converter-second-half", next.second).unwrap_or(next.second);
            next.weight = line(ui, "converter-weight", next.weight).unwrap_or(next.weight);
        }
        next.expected = line(ui, "converter-expected", next.expected).unwrap_or(next.expected);
        let Some(depth) = known.depth() else {
            ui.label(style::rich(view.label("converter-impossible"), style::small(), theme.bad));
            return;
        };
        ui.add(egui::Label::new(style::rich(convert_depth(view, known, depth), style::small(), theme.ink)).wrap());
        if ui.button(view.label("converter-take")).clicked() {
            taken = Some((depth * 1e4).round() / 1e4);
        }
    });
    if next != known {
        commands
            .push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::Editor(EditorChange::Convert(next)))));
    }
    taken
}

/// The conversion as a sentence.
fn convert_depth(view: &ViewContext<'_>, converter: Converter, depth: f64) -> String {
    let numbers = view.reader.numbers;
    let texts = [
        ("observed", numbers.write_trimmed(converter.year(), 2)),
        ("expected", numbers.write_trimmed(converter.expected, 2)),
        ("depth", numbers.decimal(depth * 100.0, 1)),
    ];
    let values: Vec<(&'static str, &str)> = texts.iter().map(|(key, text)| (*key, text.as_str())).collect();
    view.filled(if depth >= 0.0 { "converter-result" } else { "converter-result-gain" }, &values)
}

fn about_ui(ui: &mut Ui, view: &ViewContext<'_>, quote: &str, note: &Localized) {
    let theme = view.theme();
    let note = note.in_lang(view.lang());
    ui.add_space(4.0);
    if !quote.is_empty() {
        let text = style::rich(format!("“{quote}”"), style::small(), theme.ink2).italics();
        ui.add(egui::Label::new(text).wrap());
    }
    if !note.is_empty() {
        ui.add(egui::Label::new(style::rich(note, style::small(), theme.ink2)).wrap());
    }
}

/// A new record has no effect until a scenario uses it.
fn take_up_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, editor: &RecordEditor) {
    let selected = &view.state().workspace.selected;
    if !editor.is_new || view.state().study.scenario(selected).is_none() {
        return;
    }
    let mut wanted = editor.taken_up_by.is_some();
    let text = view.filled("record-take-up", &[("name", &view.reader.name(selected))]);
    let response = ui.checkbox(&mut wanted, text);
    style::paint_focus_ring(ui, &response);
    if response.changed() {
        commands.push(Command::Window(WindowCommand::Assumptions(AssumptionsChange::TakeUp(wanted))));
    }
}

fn end_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, editor: &RecordEditor) {
    let theme = view.theme();
    ui.add_space(8.0);
    if let Some(error) = &editor.refused {
        let explanation = explain_study_error(error, Some(&view.state().study), view.lang());
        let text = format!("{} {}", explanation.sentence, explanation.hint);
        ui.add(egui::Label::new(style::rich(text, style::small(), theme.bad)).wrap());
    }
    let mut ask = |wanted: bool, change: AssumptionsChange| {
        if wanted {
            commands.push(Command::Window(WindowCommand::Assumptions(change)));
        }
    };
    ui.horizontal(|ui| {
        let save = if editor.is_new { "record-add" } else { "record-save" };
        ask(main_button(ui, &view.label(save)).clicked(), AssumptionsChange::SaveRecord);
        ask(ui.button(view.label("dialog-cancel")).clicked(), AssumptionsChange::Editor(EditorChange::CloseRecord));
        if !editor.is_new {
            let count = settings_of_record(&view.state().study, &editor.draft.reference());
            let tip = view.filled("record-delete-about", &[("number", &count.to_string())]);
            let delete = ui.button(view.label("record-delete")).on_hover_text(tip);
            ask(delete.clicked(), AssumptionsChange::DeleteRecord);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_keeps_its_sum_and_its_pins() {
        let next = move_value(&[0.3, 0.4, 0.3], 0, 0.5, &[1]).unwrap();
        assert!((next[0] - 0.5).abs() < 1e-12 && (next[1] - 0.4).abs() < 1e-12 && (next[2] - 0.1).abs() < 1e-12);
        assert_eq!(move_value(&[0.3, 0.4, 0.3], 0, 0.8, &[1]), None);
        let short = shorten_profile(&[0.3, 0.3, 0.4]).unwrap();
        assert!((short.iter().sum::<f64>() - 1.0).abs() < 1e-12 && short.len() == 2);
        assert_eq!(shorten_profile(&[1.0]), None);
    }
}
