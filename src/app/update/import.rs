//! Commands of the import: what a person decides about files of statistics offices.

use crate::app::effect::Effect;
use crate::app::import::{
    ImportChoice, ImportCommand, ImportGoal, ImportProblem, ImportState, ImportStep, ShownSheets, blank_table,
};
use crate::app::state::{AppState, Origin};
use crate::app::workspace::View;
use crate::files::FileError;
use crate::importing::{ImportSession, NewStudyProblem, OfferKey, TypedTable, create_study, figures_to_take};
use crate::reading::QuestionTopic;
use crate::scenario::study::Study;
use crate::scenario::{Edit, TakenFigures, apply_edit};
use crate::text::{read_block, tidy_block, words};
use std::path::Path;
use std::sync::Arc;

/// Carries out a command of the import.
pub(super) fn change(state: &mut AppState, command: ImportCommand) -> Vec<Effect> {
    match command {
        ImportCommand::Begin(goal) => {
            begin(state, goal);
            return vec![Effect::AskImportPath];
        }
        ImportCommand::Choose => return vec![Effect::AskImportPath],
        ImportCommand::TypeFigures(table) => {
            if state.import.is_none() {
                begin(state, ImportGoal::IntoStudy);
            }
            if let Some(import) = &mut state.import {
                import.typed = Some(*table);
            }
        }
        ImportCommand::TakeTyped { read_on } => take_typed(state, read_on),
        ImportCommand::Cancel => state.import = None,
        ImportCommand::Take => return take(state),
        ImportCommand::Read { path, bytes, read_on } => read(state, &path, bytes, read_on),
        ImportCommand::Paste { text, read_on } => paste(state, text, read_on),
        ImportCommand::Choice(choice) => {
            if let Some(import) = &mut state.import {
                decide(import, choice, &state.study);
            }
        }
    }
    Vec::new()
}

/// Text that is pasted goes the way of a file; numbers without heads and names go into a grid that has both.
fn paste(state: &mut AppState, text: String, read_on: String) {
    if state.import.is_none() {
        begin(state, ImportGoal::IntoStudy);
    }
    let is_bare =
        !text.chars().any(char::is_alphabetic) && read_block(&text, None).is_ok_and(|values| !values.is_empty());
    let lang = state.lang();
    let Some(import) = &mut state.import else { return };
    if is_bare && import.goal == ImportGoal::IntoStudy && import.session.files().is_empty() {
        let mut table = blank_table(&state.study, lang, ImportGoal::IntoStudy);
        table.paste(0, Some(0), &tidy_block(&text));
        import.typed = Some(table);
        return;
    }
    let bytes: Arc<[u8]> = text.into_bytes().into();
    add(state, &pasted_name(&read_on), &bytes, read_on);
}

/// The name under which pasted text is known as a source.
fn pasted_name(read_on: &str) -> String {
    format!("clipboard-{read_on}.tsv")
}

/// Hands over what was typed as a file would be; whose figures they are is known.
fn take_typed(state: &mut AppState, read_on: String) {
    let lang = state.lang();
    let own = own_territory(state).to_owned();
    let Some(import) = &mut state.import else { return };
    let Some(table) = import.typed.clone() else { return };
    let money = import.session.money();
    // A growth that is asked about is right where the same grid is handed over again.
    if let Some(growth) = table.unusual_growth()
        && import.asked_growth.as_ref() != Some(&table)
    {
        import.asked_growth = Some(table);
        import.problem = Some(ImportProblem::Typed(growth));
        return;
    }
    let text = match table.to_file(&money) {
        Ok(text) => text,
        Err(problem) => {
            import.problem = Some(ImportProblem::Typed(problem));
            return;
        }
    };
    let territory = if import.goal == ImportGoal::IntoStudy { own } else { import.draft.territory.clone() };
    let territory = if territory.is_empty() { words::label(lang, "import-typed-name") } else { territory };
    let name = format!("{}-{read_on}.tsv", words::label(lang, "import-typed-name"));
    import.session.take_answers(TypedTable::answers(&name, &territory));
    add(state, &name, &Arc::from(text.into_bytes()), read_on);
    let study = Arc::clone(&state.study);
    if let Some(import) = &mut state.import
        && import.problem.is_none()
    {
        import.typed = None;
        import.step = if import.open_questions(&study).is_empty() { ImportStep::Take } else { ImportStep::Questions };
    }
}

/// Name of the territory of the study that is open.
fn own_territory(state: &AppState) -> &str {
    let own = state.study.territories.iter().find(|territory| territory.id == state.study.territory);
    own.map_or("", |territory| territory.name.in_lang(state.lang()))
}

pub(super) fn begin(state: &mut AppState, goal: ImportGoal) {
    let price_base = match goal {
        ImportGoal::NewStudy => None,
        ImportGoal::IntoStudy => Some(state.study.price_base_year),
    };
    let mut import = ImportState::new(goal, ImportSession::new(price_base));
    if goal == ImportGoal::IntoStudy {
        import.vintage.clone_from(&state.study.history_vintage);
        import.session.propose_territory(own_territory(state));
        import.session.count_in_money_of(&state.study);
    }
    state.import = Some(Box::new(import));
}

fn read(state: &mut AppState, path: &Path, bytes: Result<Arc<[u8]>, FileError>, read_on: String) {
    if state.import.is_none() {
        begin(state, ImportGoal::IntoStudy);
    }
    match bytes {
        Ok(bytes) => {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            add(state, &name, &bytes, read_on);
        }
        Err(error) => {
            if let Some(import) = &mut state.import {
                import.problem = Some(ImportProblem::File(error));
            }
        }
    }
}

fn add(state: &mut AppState, name: &str, bytes: &Arc<[u8]>, read_on: String) {
    let recipes = state.study.recipes.clone();
    let Some(import) = &mut state.import else { return };
    if import.goal == ImportGoal::IntoStudy {
        import.session.follow_recipes(&recipes);
    }
    match import.session.add_file(name, Arc::clone(bytes)) {
        Ok(()) => {
            import.problem = None;
            import.read_on = read_on;
            import.step = ImportStep::Tables;
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            if import.vintage.is_empty() {
                stem.clone_into(&mut import.vintage);
            }
            // A file that a recipe fits keeps its name, so that the recipe is brought up to date.
            let kept = import.session.matches().next().map(|(_, kept, _)| kept.recipe.name.clone());
            if import.recipe.is_empty() {
                import.recipe = kept.unwrap_or_else(|| stem.to_owned());
            }
            import.sheets = ShownSheets::of(name, bytes);
            import.shown = first_shown(&import.session);
            propose_frame(import);
        }
        Err(error) => import.problem = Some(ImportProblem::Unreadable(error)),
    }
}

/// The table that is looked at first: the first that comes in, else the first of all.
fn first_shown(session: &ImportSession) -> Option<OfferKey> {
    let offers = session.offers();
    let ticked = offers.iter().find(|offer| session.is_ticked(&offer.key));
    ticked.or_else(|| offers.first()).map(|offer| offer.key.clone())
}

/// What the file says about the frame of a new study, where the person has not answered.
fn propose_frame(import: &mut ImportState) {
    let session = &import.session;
    if import.draft.territory.is_empty() {
        session.territory().clone_into(&mut import.draft.territory);
    }
    if import.draft.price_base.is_none() {
        import.draft.price_base = session.price_base();
    }
}

fn decide(import: &mut ImportState, choice: ImportChoice, study: &Study) {
    import.problem = None;
    match choice {
        ImportChoice::Show(step) => import.step = step,
        ImportChoice::Look(key) => {
            if let Some(file) = import.session.files().iter().find(|file| file.name == key.file)
                && import.sheets.file != key.file
            {
                import.sheets = ShownSheets::of(&key.file, &file.bytes);
            }
            import.shown = Some(key);
            import.cell = None;
        }
        ImportChoice::LookAtCell(cell) => import.cell = cell,
        ImportChoice::ListUnfit(listed) => import.lists_unfit = listed,
        ImportChoice::Tick(key, taken) => import.session.tick(&key, taken),
        ImportChoice::Measure(key, quantity) => import.session.force_quantity(&key, quantity),
        ImportChoice::Territory(territory) => {
            import.session.choose_territory(&territory);
            import.draft.territory = territory;
            import.shown = first_shown(&import.session);
        }
        ImportChoice::Answer(question, answer) => {
            if let Err(error) = import.session.answer(&question, &answer) {
                import.problem = Some(ImportProblem::Unreadable(error));
            }
            propose_frame(import);
        }
        ImportChoice::AcceptAll => accept_all(import, study),
        ImportChoice::Detail(detail) => import.session.choose_detail(detail),
        ImportChoice::Role(key, label, role) => import.session.say_role_in(&key, &label, role),
        ImportChoice::Goal(goal) => {
            import.goal = goal;
            let price_base = if goal == ImportGoal::IntoStudy { Some(study.price_base_year) } else { None };
            import.session.choose_price_base(price_base);
            propose_frame(import);
        }
        ImportChoice::Typed(table) => import.typed = Some(*table),
        ImportChoice::Draft(draft) => import.draft = *draft,
        ImportChoice::Vintage(vintage) => import.vintage = vintage,
        ImportChoice::Recipe(name) => import.recipe = name,
    }
}

/// Accepts what is proposed, and goes on.
fn accept_all(import: &mut ImportState, study: &Study) {
    let accepted = match import.goal {
        ImportGoal::IntoStudy => import.session.accept_all(study, &import.vintage),
        ImportGoal::NewStudy => import.session.accept_proposals(),
    };
    match accepted {
        Ok(()) => import.step = ImportStep::Lines,
        Err(error) => import.problem = Some(ImportProblem::Unreadable(error)),
    }
}

/// The name of the new study's territory answers the question whose figures they are.
fn name_territory(import: &mut ImportState) {
    let territory = import.draft.territory.trim().to_owned();
    if import.goal != ImportGoal::NewStudy || territory.is_empty() {
        return;
    }
    for open in import.session.open_questions() {
        if open.question.topic == QuestionTopic::Territory
            && let Err(error) = import.session.answer(&open, &territory)
        {
            import.problem = Some(ImportProblem::Unreadable(error));
        }
    }
}

fn take(state: &mut AppState) -> Vec<Effect> {
    let study = Arc::clone(&state.study);
    let Some(import) = &mut state.import else { return Vec::new() };
    name_territory(import);
    let open = import.open_questions(&study).len();
    if open > 0 {
        import.problem = Some(ImportProblem::Study(NewStudyProblem::OpenQuestions(open)));
        return Vec::new();
    }
    match import.goal {
        ImportGoal::NewStudy => take_as_study(state),
        ImportGoal::IntoStudy => {
            take_into_study(state);
            Vec::new()
        }
    }
}

fn take_as_study(state: &mut AppState) -> Vec<Effect> {
    let Some(import) = &mut state.import else { return Vec::new() };
    match create_study(&import.session, &import.draft, &import.vintage, &import.read_on) {
        Ok(study) => {
            state.replace(study, Origin::Unsaved);
            state.workspace.view = View::Overview;
            // What a new study still needs is the first thing to know of it.
            state.workspace.assumptions.missing_open = true;
            vec![Effect::Replaced(None)]
        }
        Err(problem) => {
            import.problem = Some(ImportProblem::Study(problem));
            Vec::new()
        }
    }
}

fn take_into_study(state: &mut AppState) {
    let study = Arc::clone(&state.study);
    let Some(import) = &mut state.import else { return };
    let territory = import.session.territory_in(&study);
    let frame = import.frame_in(&study);
    let figures = figures_to_take(&import.session, &study, &frame);
    let name = import.recipe.trim();
    let recipes = if name.is_empty() { Vec::new() } else { import.session.recipes(name, Some(&study)) };
    if figures.is_empty() && recipes.iter().all(|recipe| study.recipes.contains(recipe)) {
        state.import = None;
        return;
    }
    let sources = if figures.is_empty() { Vec::new() } else { import.session.sources(&import.read_on) };
    let edit = Edit::TakeFigures(Box::new(TakenFigures {
        figures,
        sources,
        territory: Some(territory),
        recipes,
        part_years: Vec::new(),
    }));
    match apply_edit(&study, &edit) {
        Ok(_) => {
            state.import = None;
            super::document::edit(state, &edit, None);
            state.derived.refresh(&state.study);
        }
        Err(error) => import.problem = Some(ImportProblem::Refused(error)),
    }
}
