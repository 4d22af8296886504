//! Sheets about the study as a whole: its name, years, sectors and sources, and a baseline that meets targets.

use super::assumptions::fields::year_of;
use crate::app::view_models::StateReader;
use crate::app::{Command, WindowCommand};
use crate::lang::{Lang, Localized, TerritoryKind};
use crate::quantity::{Quantity, Year};
use crate::scenario::study::{Baseline, BaselineRule, ResidualRule, Source, Study};
use crate::scenario::{CurrencyWords, Edit, StudyFrame, apply_edit};
use crate::text::{explain_study_error, one_line, vintage_name};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use crate::ui::widgets::button::main_button;
use crate::ui::widgets::number_field::{FieldOutcome, NumberField, number_field};
use crate::ui::widgets::segmented::segmented_control;
use crate::ui::widgets::sheet::{BUTTONS, sheet_body};
use crate::ui::widgets::table::section;
use egui::{ComboBox, Grid, ScrollArea, TextEdit, Ui, vec2};
use std::collections::BTreeSet;

/// Width of a sheet.
pub(super) const WIDTH: f32 = 760.0;
/// Height of the buttons and of a sentence of two lines above them.
const FINISH: f32 = BUTTONS + 36.0;
/// Width of a long text.
const LONG: f32 = 420.0;
/// Width of a short text.
const SHORT: f32 = 190.0;

/// A text in the language on screen; one that was the same in both languages stays so.
fn localized_ui(ui: &mut Ui, (lang, name, width): (Lang, &str, f32), text: &mut Localized) {
    let mut typed = text.in_lang(lang).to_owned();
    let field = TextEdit::singleline(&mut typed).font(style::body()).desired_width(width);
    if ui.add(field).accessible_name(name).changed() {
        text.rewrite(lang, &typed);
    }
}

fn label_ui(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str) -> String {
    let name = view.label(key);
    ui.label(style::rich(&name, style::body(), view.theme().ink2));
    name
}

fn year_ui(ui: &mut Ui, view: &ViewContext<'_>, key: &'static str, year: Year) -> Year {
    let name = label_ui(ui, view, key);
    let entry = number_field(ui, &NumberField::new(&name, &view.reader.numbers.year(year), 60.0, view.lang())).entry;
    match entry {
        Some(FieldOutcome::Number(number)) => year_of(number).unwrap_or(year),
        Some(FieldOutcome::Nothing) | None => year,
    }
}

/// Draws the sheet of the study.
pub(super) fn frame_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, frame: &StudyFrame) {
    let mut next = frame.clone();
    let lang = view.lang();
    ui.label(style::rich(view.label("frame-heading"), style::title(), view.theme().ink));
    ui.add_space(6.0);
    sheet_body(ui, FINISH, |ui| {
        Grid::new("study frame").num_columns(2).spacing(vec2(14.0, 6.0)).show(ui, |ui| {
            let name = label_ui(ui, view, "import-frame-name");
            localized_ui(ui, (lang, &name, LONG), &mut next.name);
            ui.end_row();
            let name = label_ui(ui, view, "import-frame-territory");
            localized_ui(ui, (lang, &name, LONG), &mut next.territory);
            ui.end_row();
            territory_kind_ui(ui, view, &mut next.kind);
            ui.end_row();
            let name = label_ui(ui, view, "frame-note");
            localized_ui(ui, (lang, &name, LONG), &mut next.note);
            ui.end_row();
            next.horizon = year_ui(ui, view, "import-frame-horizon", next.horizon);
            ui.end_row();
            currency_ui(ui, view, &mut next.currency);
            ui.end_row();
        });
        ScrollArea::vertical().max_height(340.0).show(ui, |ui| {
            sectors_ui(ui, view, &mut next);
            sources_ui(ui, view, &mut next);
            super::recipes::recipes_ui(ui, view, &mut next.recipes);
        });
    });
    finish_ui(ui, view, commands, &Edit::SetFrame(Box::new(next.clone())));
    if next != *frame {
        commands.push(Command::Window(WindowCommand::EditFrame(Some(Box::new(next)))));
    }
}

/// Whether the territory is a province or a country, after which the sum of its lines is called.
pub(super) fn territory_kind_ui(ui: &mut Ui, view: &ViewContext<'_>, kind: &mut TerritoryKind) {
    let name = label_ui(ui, view, "frame-kind");
    let words = TerritoryKind::ALL.map(|one| {
        let key = match one {
            TerritoryKind::Province => "frame-kind-province",
            TerritoryKind::Country => "frame-kind-country",
        };
        view.filled(key, &[("product", one.product())])
    });
    let options: Vec<&str> = words.iter().map(String::as_str).collect();
    let current = TerritoryKind::ALL.iter().position(|one| one == kind).unwrap_or(0);
    if let Some(chosen) = segmented_control(ui, &name, &options, current) {
        *kind = TerritoryKind::ALL[chosen];
    }
}

/// The code of the currency, and its words where they are not those of đồng.
fn currency_ui(ui: &mut Ui, view: &ViewContext<'_>, currency: &mut CurrencyWords) {
    let name = label_ui(ui, view, "frame-currency");
    ui.horizontal(|ui| {
        let mut field = |name: &str, hint: &str, width: f32, text: &mut String| {
            let hint = style::rich(hint, style::body(), view.theme().ink3);
            let field = TextEdit::singleline(text).hint_text(hint).font(style::body()).desired_width(width);
            ui.add(field).accessible_name(name);
        };
        field(&name, "", 60.0, &mut currency.code);
        if !currency.is_dong() {
            let (vi, en) = (view.label("frame-currency-vi"), view.label("frame-currency-en"));
            field(&vi, &vi, SHORT, &mut currency.vi);
            field(&en, &en, SHORT, &mut currency.en);
        }
    });
}

fn sectors_ui(ui: &mut Ui, view: &ViewContext<'_>, next: &mut StudyFrame) {
    section(ui, &view.label("frame-sectors"));
    // In a grid the first of two fields would shrink to the earlier width of the column, which is 0.
    for (position, sector) in next.sectors.iter_mut().enumerate() {
        let number = (position + 1).to_string();
        ui.horizontal(|ui| {
            let name = view.filled("frame-sector-name", &[("number", &number)]);
            localized_ui(ui, (view.lang(), &name, LONG), &mut sector.name);
            let name = view.filled("frame-sector-short", &[("number", &number)]);
            localized_ui(ui, (view.lang(), &name, SHORT), &mut sector.short);
        });
    }
    ui.add_space(6.0);
}

fn sources_ui(ui: &mut Ui, view: &ViewContext<'_>, next: &mut StudyFrame) {
    section(ui, &view.label("frame-sources"));
    for (position, source) in next.sources.iter_mut().enumerate() {
        let number = (position + 1).to_string();
        ui.horizontal(|ui| {
            let name = view.filled("frame-source-title", &[("number", &number)]);
            localized_ui(ui, (view.lang(), &name, LONG), &mut source.title);
            let name = view.filled("frame-source-locator", &[("number", &number)]);
            let hint = style::rich(view.label("frame-source-hint"), style::body(), view.theme().ink3);
            let field = TextEdit::singleline(&mut source.locator).hint_text(hint).font(style::body());
            ui.add(field.desired_width(SHORT)).accessible_name(&name);
        });
    }
    if ui.button(view.label("frame-source-add")).clicked() {
        let known: BTreeSet<&str> = next.sources.iter().map(|source| source.id.as_str()).collect();
        let free = (next.sources.len() + 1..=next.sources.len() * 2 + 1)
            .map(|number| format!("source-{number}"))
            .find(|id| !known.contains(id.as_str()));
        let title = view.label("frame-source-new");
        let id = free.unwrap_or_default();
        next.sources.push(Source { id, title: Localized::new(&title, &title), locator: String::new(), file: None });
    }
}

/// The two buttons; the study itself says why the edit is not possible yet.
fn finish_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, edit: &Edit) {
    let study = &view.state().study;
    let refused = apply_edit(study, edit).err();
    if let Some(error) = &refused {
        let text = one_line(&explain_study_error(error, Some(study), view.lang()));
        ui.add(egui::Label::new(style::rich(text, style::small(), view.theme().bad)).wrap());
    }
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(refused.is_none(), |ui| {
            if main_button(ui, &view.label("dialog-ok")).clicked() {
                commands.push(Command::edit(edit.clone()));
                commands.push(Command::Window(WindowCommand::CloseQuestion));
            }
        });
        if ui.button(view.label("dialog-cancel")).clicked() {
            commands.push(Command::Window(WindowCommand::CloseQuestion));
        }
    });
}

/// Draws the sheet of a baseline that meets targets.
pub(super) fn baseline_ui(ui: &mut Ui, view: &ViewContext<'_>, commands: &mut Commands, baseline: &Baseline) {
    let mut next = baseline.clone();
    let study = &view.state().study;
    let heading = if is_catch_up(study, baseline) { "baseline-heading-catch-up" } else { "baseline-heading" };
    ui.label(style::rich(view.label(heading), style::title(), view.theme().ink));
    ui.add_space(4.0);
    ui.add(egui::Label::new(style::rich(view.label("baseline-about"), style::small(), view.theme().ink2)).wrap());
    ui.add_space(6.0);
    sheet_body(ui, FINISH, |ui| {
        Grid::new("baseline").num_columns(2).spacing(vec2(14.0, 6.0)).show(ui, |ui| {
            let name = label_ui(ui, view, "import-frame-name");
            localized_ui(ui, (view.lang(), &name, LONG), &mut next.name);
            next.short.clone_from(&next.name);
            ui.end_row();
            next.base_year = year_ui(ui, view, "import-frame-base", next.base_year);
            ui.end_row();
            let vintages: BTreeSet<&str> = study.observations.iter().map(|figure| figure.vintage.as_str()).collect();
            choose_ui(ui, view, "baseline-observed", &named(view, vintages), &mut next.vintage);
            if let BaselineRule::Targets { years, vintage, residual } = &mut next.rule {
                let vintages: BTreeSet<&str> = study.targets.iter().map(|figure| figure.vintage.as_str()).collect();
                choose_ui(ui, view, "baseline-targets", &named(view, vintages), vintage);
                years_ui(ui, view, years, vintage);
                residual_ui(ui, view, residual);
            }
        });
    });
    finish_ui(ui, view, commands, &Edit::AddBaseline(Box::new(next.clone())));
    if next != *baseline {
        commands.push(Command::Window(WindowCommand::DraftBaseline(Box::new(next))));
    }
}

/// Vintages with their names.
fn named(view: &ViewContext<'_>, vintages: BTreeSet<&str>) -> Vec<(String, String)> {
    vintages.into_iter().map(|id| (id.to_owned(), vintage_name(id, view.lang()))).collect()
}

fn choose_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    key: &'static str,
    options: &[(String, String)],
    current: &mut String,
) {
    let name = label_ui(ui, view, key);
    let shown = options.iter().find(|(id, _)| id == current).map_or(current.as_str(), |(_, name)| name).to_owned();
    ComboBox::from_id_salt(key)
        .width(260.0)
        .truncate()
        .selected_text(shown)
        .show_ui(ui, |ui| {
            for (id, text) in options {
                if ui.selectable_label(id == current, text).clicked() {
                    current.clone_from(id);
                }
            }
        })
        .response
        .accessible_name(name);
    ui.end_row();
}

/// The years of the targets of a vintage, each to be met or not.
fn years_ui(ui: &mut Ui, view: &ViewContext<'_>, years: &mut Vec<Year>, vintage: &str) {
    label_ui(ui, view, "baseline-years");
    let of_vintage =
        view.state().study.targets.iter().filter(|figure| figure.vintage == *vintage && figure.since.is_none());
    let known: BTreeSet<Year> = of_vintage.filter_map(|figure| figure.year).collect();
    ui.horizontal(|ui| {
        for year in known {
            let mut met = years.contains(&year);
            if ui.checkbox(&mut met, view.reader.numbers.year(year)).changed() {
                years.retain(|other| *other != year);
                if met {
                    years.push(year);
                    years.sort_unstable();
                }
            }
        }
    });
    ui.end_row();
}

/// Who takes what targets leave.
fn residual_ui(ui: &mut Ui, view: &ViewContext<'_>, residual: &mut ResidualRule) {
    let study = &view.state().study;
    let mut options = vec![(String::new(), view.label("baseline-spread"))];
    options.extend(study.top_lines().into_iter().map(|id| (id.to_owned(), view.reader.line_short(id))));
    let mut current = match residual {
        ResidualRule::Spread => String::new(),
        ResidualRule::Line(id) => id.clone(),
    };
    choose_ui(ui, view, "baseline-residual", &options, &mut current);
    *residual = if current.is_empty() { ResidualRule::Spread } else { ResidualRule::Line(current) };
}

/// Whether a baseline that meets targets begins in the latest year of which the study has the output of every sector.
fn is_catch_up(study: &Study, baseline: &Baseline) -> bool {
    latest_actual(study).is_some_and(|year| baseline.base_year >= year) && baseline.id.starts_with(CATCH_UP)
}

/// How ids of catch-up baselines begin.
const CATCH_UP: &str = "catch-up";

/// The latest year of which the record has the output of every sector.
fn latest_actual(study: &Study) -> Option<Year> {
    let has = |line: &str, year: Year| {
        study.observations.iter().any(|figure| {
            (figure.quantity, figure.line.as_str(), figure.year) == (Quantity::Output, line, Some(year))
                && (&figure.vintage, &figure.territory) == (&study.history_vintage, &study.territory)
        })
    };
    let years: BTreeSet<Year> = study.observations.iter().filter_map(|figure| figure.year).collect();
    years.into_iter().rev().find(|year| study.sectors.iter().all(|sector| has(&sector.id, *year)))
}

/// The baseline from the latest actual year to the last targets behind it, before anything is chosen; `None` if the
/// study has one already, or lacks targets behind that year.
pub(super) fn new_catch_up(reader: &StateReader<'_>) -> Option<Baseline> {
    let study = &reader.state.study;
    let base_year = latest_actual(study)?;
    let known = study.baselines.iter().any(|baseline| {
        matches!(baseline.rule, BaselineRule::Targets { .. })
            && (baseline.base_year, &baseline.vintage) == (base_year, &study.history_vintage)
    });
    let is_ahead = |year: Year| year > base_year && year <= study.horizon;
    let ahead = study.targets.iter().filter(|target| target.since.is_none() && target.year.is_some_and(is_ahead));
    let vintage = ahead.clone().next().map(|target| target.vintage.clone()).filter(|_| !known)?;
    // Targets on the way are ticked by whoever wants them met as well.
    let years = ahead.filter(|target| target.vintage == vintage).filter_map(|target| target.year);
    let last = years.max()?;
    let written = reader.numbers.year(last);
    let name = |lang: Lang| crate::text::words::filled(lang, "baseline-name-catch-up", &[("year", &written)]);
    let name = Localized::new(name(Lang::VI), name(Lang::EN));
    // Whoever takes the residual of the plan takes it here too.
    let residual = study.baselines.iter().find_map(|baseline| match &baseline.rule {
        BaselineRule::Targets { residual, .. } => Some(residual.clone()),
        BaselineRule::Growth | BaselineRule::Record => None,
    });
    let residual = residual.unwrap_or(ResidualRule::Spread);
    Some(Baseline {
        id: crate::scenario::free_id(study, CATCH_UP),
        short: name.clone(),
        name,
        note: Localized::default(),
        base_year,
        vintage: study.history_vintage.clone(),
        rule: BaselineRule::Targets { years: vec![last], vintage, residual },
        slot: crate::scenario::free_slot(study),
        visible: true,
    })
}

/// A baseline that meets the targets of the study, before anything is chosen.
pub(super) fn new_baseline(reader: &StateReader<'_>) -> Baseline {
    let study = &reader.state.study;
    let first = study.baselines.first();
    let base_year = reader.last_actual();
    let vintage = study.targets.first().map(|target| target.vintage.clone()).unwrap_or_default();
    let of_vintage = study.targets.iter().filter(|target| target.vintage == vintage && target.since.is_none());
    let years: BTreeSet<Year> = of_vintage.filter_map(|target| target.year).filter(|year| *year > base_year).collect();
    let name = Localized::new(
        crate::text::words::label(Lang::VI, "baseline-name"),
        crate::text::words::label(Lang::EN, "baseline-name"),
    );
    Baseline {
        id: crate::scenario::free_id(study, "plan"),
        short: name.clone(),
        name,
        note: Localized::default(),
        base_year,
        vintage: first.map(|baseline| baseline.vintage.clone()).unwrap_or_default(),
        rule: BaselineRule::Targets { years: years.into_iter().collect(), vintage, residual: ResidualRule::Spread },
        slot: crate::scenario::free_slot(study),
        visible: true,
    }
}
