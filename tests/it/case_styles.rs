//! A new scenario is told apart from those that are shown, and from the plan always.

use kichban::app::{AppState, Command, DocumentCommand, Origin, PendingQuestion, Preferences, update};
use kichban::files::built_in;
use kichban::scenario::Edit;
use kichban::theme::{Mode, ScenarioStyle, Theme};

fn style(state: &AppState, id: &str) -> ScenarioStyle {
    Theme::for_mode(Mode::Light).scenario(state.study.case_slot(id))
}

/// Asks for a new scenario and accepts its form as it is proposed.
fn make(state: &mut AppState, command: DocumentCommand) {
    update(state, Command::Document(command));
    let Some(PendingQuestion::Describe(form)) = state.question.clone() else { panic!("the form is open") };
    update(state, Command::edit(form.edit().unwrap()));
}

/// How many of the cases that are shown look like this one, itself left out.
fn shown_alike(state: &AppState, id: &str) -> usize {
    let own = style(state, id);
    let others = state.study.case_ids().into_iter().filter(|other| *other != id && state.study.case_visible(other));
    others.filter(|other| style(state, other) == own).count()
}

#[test]
fn twenty_new_scenarios_take_the_style_least_used_among_those_shown() {
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
    let ink = Theme::for_mode(Mode::Light).ink;
    let mut distinct = 0;
    for addition in 0..20 {
        let parent = if addition % 2 == 0 { "plan" } else { "three-projects" };
        make(&mut state, DocumentCommand::NewFrom(parent.to_owned()));
        let added = state.workspace.selected.clone();
        assert!(state.study.case_visible(&added), "{added} was added");
        assert_ne!(style(&state, &added).color, ink, "{added}, number {addition}, has the plan's ink");
        // Eight colours less the ink, with two markers each, are fourteen styles: none repeats before all are shown.
        let shown: Vec<ScenarioStyle> = state
            .study
            .case_ids()
            .into_iter()
            .filter(|id| *id != added && state.study.case_visible(id))
            .map(|id| style(&state, id))
            .filter(|style| style.color != ink)
            .collect();
        let least = (1..16).filter(|slot| *slot != 8).map(|slot| {
            let one = Theme::for_mode(Mode::Light).scenario(slot);
            shown.iter().filter(|style| **style == one).count()
        });
        assert_eq!(Some(shown_alike(&state, &added)), least.min(), "{added}, number {addition}");
        distinct += usize::from(shown_alike(&state, &added) == 0);
    }
    assert!(distinct >= 8, "only {distinct} of twenty looked like none that was shown");
}

#[test]
fn a_copy_beside_a_few_that_are_shown_has_a_colour_of_its_own() {
    let mut state = AppState::new(built_in().unwrap(), Origin::Shipped, Preferences::default());
    let all: Vec<String> = state.study.case_ids().into_iter().map(str::to_owned).collect();
    for case in all {
        let visible = ["plan", "trend"].contains(&case.as_str());
        update(&mut state, Command::edit(Edit::SetVisible { case, visible }));
    }
    for _ in 0..5 {
        make(&mut state, DocumentCommand::DuplicateCase("three-projects".to_owned()));
        let added = state.workspace.selected.clone();
        let own = style(&state, &added);
        let mut others = state.study.case_ids().into_iter().filter(|id| *id != added && state.study.case_visible(id));
        assert!(others.all(|id| style(&state, id).color != own.color), "{added} shares its colour with one shown");
    }
}
