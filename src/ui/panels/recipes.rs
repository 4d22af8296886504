//! The recipes of a study: what it remembers of the files that came in, to be looked at, renamed or dropped.

use crate::scenario::study::StudyRecipe;
use crate::text::{recipe_summary, tell_recipe};
use crate::ui::style;
use crate::ui::view::ViewContext;
use crate::ui::widgets::table::section;
use egui::{CollapsingHeader, TextEdit, Ui};

/// Width of the name.
const NAME: f32 = 300.0;

/// Draws the list, and changes it as the person does; the sheet around it takes it over.
pub(super) fn recipes_ui(ui: &mut Ui, view: &ViewContext<'_>, recipes: &mut Vec<StudyRecipe>) {
    section(ui, &view.label("recipes-heading"));
    if recipes.is_empty() {
        ui.label(style::rich(view.label("recipes-none"), style::small(), view.theme().ink3));
    }
    let mut gone = None;
    for (position, recipe) in recipes.iter_mut().enumerate() {
        let number = (position + 1).to_string();
        ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut recipe.recipe.name).font(style::body()).desired_width(NAME);
            ui.add(field).accessible_name(view.filled("recipes-name", &[("number", &number)]));
            let button = ui.button(view.label("recipes-delete"));
            if button.accessible_name(view.filled("recipes-delete-one", &[("name", &recipe.recipe.name)])).clicked() {
                gone = Some(position);
            }
        });
        recipe_ui(ui, view, position, recipe);
    }
    if let Some(position) = gone {
        recipes.remove(position);
    }
    ui.add_space(6.0);
}

/// Tables, answers and labels of a recipe.
fn recipe_ui(ui: &mut Ui, view: &ViewContext<'_>, position: usize, recipe: &StudyRecipe) {
    let summary = style::rich(recipe_summary(recipe, view.lang()), style::small(), view.theme().ink2);
    CollapsingHeader::new(summary).id_salt(("recipe", position)).show(ui, |ui| {
        for line in tell_recipe(recipe, &view.state().study, view.lang()) {
            ui.add(egui::Label::new(style::rich(line, style::small(), view.theme().ink2)).wrap());
        }
    });
}
