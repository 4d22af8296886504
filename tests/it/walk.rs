//! The walk: every command that the parser knows and every answer of the window, with their defaults, on every shipped
//! case, in both closures and both languages.
//!
//! An answer that holds only the reason why it is empty counts as empty, unless the study itself says that there is
//! nothing to tell: a case set against itself.

use crate::program::kichban;
use kichban::analysis::target;
use kichban::app::view_models::{
    StateReader, audit_content, compare::compare, details, growth_page, lever_groups, line_choices, model_page,
    number_tables, overview, targets_content, tornado, variables_of, why,
};
use kichban::app::{AppState, Command as Ask, Origin, Preferences, update};
use kichban::engine::{Closure, Gap, Variable};
use kichban::lang::Lang;
use kichban::scenario::figure::Quantity;
use kichban::scenario::study::Study;
use kichban::scenario::{Edit, calibrate_baseline, price_base_years};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// A command as typed and the exit codes that its documentation allows when nothing is wrong.
struct Walked {
    words: Vec<String>,
    allowed: &'static [i32],
    /// What is read from the answer.
    answer: Expected,
}

#[derive(Clone, Copy, PartialEq)]
enum Expected {
    /// A CSV table with at least one row.
    Rows,
    /// A table of a case set against itself: it may have no row.
    NothingToTell,
    /// Some text.
    Text,
    /// Files in the folder given as `--out`.
    Files,
    /// A sentence that says why the question has no answer.
    Refused,
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

/// The commands that the program says it has.
fn known_commands() -> BTreeSet<String> {
    let (_, help, _) = kichban(&words("--help --lang en"));
    let section = help.split_once("Commands:").unwrap().1.split_once("\n\n").unwrap().0;
    section.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

/// The words that an option understands, from the refusal of a word that it does not.
fn values_of(command: &str) -> Vec<String> {
    let (_, _, refusal) = kichban(&words(&format!("{command} --lang en")));
    let list = refusal.split_once("Choose one of: ").unwrap_or_else(|| panic!("{refusal}")).1;
    list.split_once('.').unwrap().0.split(", ").map(str::to_owned).collect()
}

/// What a study cannot be asked because it lacks the figures, and says so.
struct Lacks {
    employment: bool,
}

fn lacks(study: &Study, case: &str) -> Lacks {
    let baseline = study.lineage(case).unwrap().0;
    let gaps = calibrate_baseline(study, &baseline.id).unwrap().inputs.gaps;
    Lacks { employment: gaps.has(Gap::Employment) }
}

/// A goal for the headline line: the target that the study states, else a little more than the pinned case reaches.
fn goal(study: &Study) -> String {
    let line = &study.structure.headline;
    let goal = format!("--goal output/{line}@{}", study.horizon);
    if target(study, Variable::Output, line, study.horizon).is_some() {
        return goal;
    }
    let baseline = calibrate_baseline(study, &study.lineage(&study.pinned).unwrap().0.id).unwrap();
    let run = baseline.projection;
    let reached = run.value(Variable::Output, run.line(line).unwrap(), study.horizon).unwrap();
    format!("{goal}={}", reached * 1.02)
}

/// Commands that are asked of one case in one closure.
fn of_case(study: &Study, case: &str, whats: &[String]) -> Vec<(String, &'static [i32], Expected)> {
    let goal = goal(study);
    let lever = format!("--lever productivity_growth_added/{}=-5..5", study.structure.headline);
    let lacks = lacks(study, case);
    let against_itself = case == study.pinned;
    let told = if against_itself { Expected::NothingToTell } else { Expected::Rows };
    let mut all = vec![
        ("run".to_owned(), &[0][..], Expected::Rows),
        // A case has nothing to be compared with itself, and is told so.
        if against_itself {
            ("compare".to_owned(), &[2], Expected::Refused)
        } else {
            ("compare".to_owned(), &[0], Expected::Rows)
        },
        ("ensemble".to_owned(), &[0], Expected::Rows),
        ("sensitivity".to_owned(), &[0], Expected::Rows),
        (format!("solve {goal} {lever}"), &[0, 4], Expected::Rows),
    ];
    for what in whats {
        let expected = if what == "difference" { told } else { Expected::Rows };
        let is_refused = what == "productivity" && lacks.employment;
        let (allowed, expected) = if is_refused { (&[2][..], Expected::Refused) } else { (&[0][..], expected) };
        all.push((format!("explain --what {what}"), allowed, expected));
    }
    all
}

/// What an audit has to tell: a study without targets has nothing to audit, and says so.
fn audited(study: &Study) -> Expected {
    if study.targets.is_empty() { Expected::NothingToTell } else { Expected::Rows }
}

/// An audit with a value that is set: without targets no projection is audited, and the value is refused.
fn audit_of(study: &Study, set: &str) -> (String, &'static [i32], Expected) {
    let (allowed, answer): (&[i32], _) =
        if study.targets.is_empty() { (&[2], Expected::Refused) } else { (&[0, 5], Expected::Rows) };
    (format!("audit {set}"), allowed, answer)
}

/// What a file of constant prices of 2010 brings: nothing, in words, to a study of other prices.
fn imported(study: &Study) -> Expected {
    if study.price_base_year == 2010 { Expected::Rows } else { Expected::NothingToTell }
}

/// Prices of the last year that the record allows; without current prices by line that is refused.
fn repriced(study: &Study, file: &str) -> (String, &'static [i32], Expected) {
    match price_base_years(study).last() {
        Some(year) => (format!("reprice {file} --base {year} --allow-left"), &[0], Expected::Rows),
        None => (format!("reprice {file} --base 2020"), &[3], Expected::Refused),
    }
}

/// Commands with a value that is set, asked of a study.
fn of_set(study: &Study) -> Vec<(String, &'static [i32], Expected)> {
    let line = &study.structure.headline;
    let set = format!("--set productivity_growth_added/{line}=1");
    // A study without investment has no figure that the lever could start from.
    let knows_investment = study.parameters.iter().any(|row| row.figure.quantity == Quantity::InvestmentRate);
    let lever = if knows_investment {
        "investment_rate".to_owned()
    } else {
        format!("productivity_growth_added/{}", study.sectors[0].id)
    };
    let solved = format!("solve {} --lever {lever} {set}", goal(study));
    let mut all = vec![(solved, &[0, 4][..], Expected::Rows), audit_of(study, &set)];
    let asked = ["run", "compare", "explain", "sensitivity"];
    all.extend(asked.map(|command| (format!("{command} {set}"), &[0][..], Expected::Rows)));
    all.push((format!("ensemble {set}"), &[0], Expected::Rows));
    all.push((format!("export --to tables {set}"), &[0], Expected::Files));
    all
}

/// Commands that are asked of a study.
fn of_study(study: &Study, file: &str, listed: &[String], whats: &[String]) -> Vec<(String, &'static [i32], Expected)> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let (panel, province) = (data.join("viet-nam-sections.csv"), data.join("made-up-province.csv"));
    let mut all = vec![
        ("run".to_owned(), &[0][..], Expected::Rows),
        ("compare".to_owned(), &[0], Expected::Rows),
        ("explain".to_owned(), &[0], Expected::Rows),
        ("ensemble".to_owned(), &[0], Expected::Rows),
        ("sensitivity".to_owned(), &[0], Expected::Rows),
        ("audit".to_owned(), &[0, 5], audited(study)),
        (format!("check {file}"), &[0], Expected::Text),
        (format!("backtest {}", panel.display()), &[0], Expected::Rows),
        (format!("read {}", panel.display()), &[0], Expected::Rows),
        (format!("new --from {} --territory Somewhere", province.display()), &[0], Expected::Text),
        (format!("import {file} {} --territory Somewhere", province.display()), &[0], imported(study)),
        (format!("observe {file} --quantity population --year 2026 --value 1 --source Report"), &[0], Expected::Rows),
        (format!("moved {file} --since {file}"), &[0], Expected::Rows),
        (format!("choose {file} --vintage {} --reason Report", study.history_vintage), &[0], Expected::Rows),
        // A study merged with itself would count its territory twice.
        (format!("merge {file} {file} --territory Somewhere"), &[3], Expected::Refused),
        repriced(study, file),
        // The shipped studies start at their last actual year.
        ("rebase".to_owned(), &[3], Expected::Refused),
    ];
    all.extend(listed.iter().map(|what| (format!("list {what}"), &[0][..], Expected::Rows)));
    // What is still needed is asked of targets.
    all.extend(whats.iter().map(|what| (format!("explain --what {what}"), &[0][..], audited(study))));
    all
}

fn walked() -> Vec<Walked> {
    // What is asked of a whole study refuses a scenario, and says so.
    let (of_studies, whats): (Vec<String>, Vec<String>) =
        values_of("explain --what nothing").into_iter().partition(|what| {
            let (_, _, refusal) = kichban(&words(&format!("explain --what {what} --scenario plan --lang en")));
            refusal.contains("--scenario does not go with")
        });
    assert!(whats.len() > 2 && of_studies.len() == 1, "{whats:?} {of_studies:?}");
    let forms = values_of("export --to nothing");
    let listed = values_of("list nothing");
    let mut all = Vec::new();
    for (file, study) in crate::shipped::files() {
        let file = file.display().to_string();
        for lang in Lang::ALL {
            for (command, allowed, answer) in of_study(&study, &file, &listed, &of_studies) {
                let own_file = ["backtest", "read", "new", "import", "observe", "choose", "moved", "merge", "reprice"];
                let own = if answer == Expected::Text || own_file.iter().any(|word| command.starts_with(word)) {
                    ""
                } else {
                    &file
                };
                let typed = format!("{command} {own} --lang {lang} --format csv").replace("  ", " ");
                all.push(Walked { words: words(&typed), allowed, answer });
            }
            for (command, allowed, answer) in of_set(&study) {
                let form = if answer == Expected::Files { "" } else { " --format csv" };
                all.push(Walked { words: words(&format!("{command} {file} --lang {lang}{form}")), allowed, answer });
            }
        }
        let runs = study.case_ids().into_iter().flat_map(|case| Closure::ALL.map(|closure| (case, closure)));
        for (number, (case, closure)) in runs.enumerate() {
            // Each case in both closures, in one language each, and the next case the other way round.
            let lang = Lang::ALL[(number + number / 2) % Lang::ALL.len()];
            let end = format!("--scenario {case} --closure {} --lang {lang}", closure.id());
            // A closure without its figures is refused, whatever is asked.
            let runs_in = crate::shipped::closures(&study, &study.lineage(case).unwrap().0.id);
            let can_run = runs_in.contains(&closure);
            for (command, allowed, answer) in of_case(&study, case, &whats) {
                let (allowed, answer) = if can_run { (allowed, answer) } else { (&[2, 3][..], Expected::Refused) };
                all.push(Walked { words: words(&format!("{command} {file} {end} --format csv")), allowed, answer });
            }
            // Files take the longest; each case is exported in one of its closures, and the next in the other.
            let is_exported = !can_run || runs_in[number / 2 % runs_in.len()] == closure;
            for form in forms.iter().filter(|_| is_exported) {
                let typed = format!("export --to {form} {file} {end}");
                let (allowed, answer) =
                    if can_run { (&[0][..], Expected::Files) } else { (&[3][..], Expected::Refused) };
                all.push(Walked { words: words(&typed), allowed, answer });
            }
        }
    }
    all
}

/// What is wrong with an answer; nothing where all is well.
fn fault(walked: &Walked) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut typed = walked.words.clone();
    if walked.answer == Expected::Files {
        typed.extend(["--out".to_owned(), folder.path().display().to_string()]);
    }
    let (code, out, err) = kichban(&typed);
    let said = |what: &str| Some(format!("{}: {what}: {}", walked.words.join(" "), err.trim()));
    if !walked.allowed.contains(&code) {
        return said(&format!("exit code {code}"));
    }
    let is_empty = match walked.answer {
        Expected::Rows => out.lines().count() < 2,
        Expected::NothingToTell => out.lines().next().is_none(),
        Expected::Text => out.trim().is_empty(),
        Expected::Refused => err.trim().is_empty(),
        Expected::Files => {
            let files: Vec<u64> = std::fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().metadata().unwrap().len())
                .collect();
            files.is_empty() || files.contains(&0)
        }
    };
    if is_empty { said("an empty answer") } else { None }
}

#[test]
fn walk_every_command_answers_with_its_defaults_on_every_case() {
    let all = walked();
    let commands: BTreeSet<String> = all.iter().map(|one| one.words[0].clone()).collect();
    assert_eq!(commands, known_commands(), "every command that the parser knows is walked");
    let faults: Vec<String> = all.par_iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{} of {} answers are at fault: {faults:#?}", faults.len(), all.len());
}

/// Keys of messages; a page that shows one has asked for words that are not there.
fn message_keys() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/en");
    let texts = std::fs::read_dir(folder).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let keys = texts.flat_map(|text| {
        text.lines().filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()).collect::<Vec<_>>()
    });
    keys.filter(|key| key.contains('-') && !key.contains(' ')).collect()
}

#[test]
fn walk_no_page_shows_the_key_of_a_message() {
    let (keys, study) = (message_keys(), kichban::files::built_in().unwrap());
    assert!(keys.contains("targets-grown") && keys.len() > 500, "{}", keys.len());
    let whats = values_of("explain --what ?");
    let of_cases = ["three-projects", "plan-everything"].into_iter().flat_map(|case| of_case(&study, case, &whats));
    let lists = values_of("list ?").into_iter().map(|what| (format!("list {what}"), &[0][..], Expected::Text));
    let audit = [("audit".to_owned(), &[0, 5][..], Expected::Text)];
    let typed: BTreeSet<String> = of_cases.chain(lists).chain(audit).map(|(command, ..)| command).collect();
    let shown =
        typed.iter().flat_map(|command| Lang::ALL.map(|lang| format!("{command} --lang {lang} --format table")));
    for command in shown {
        let (_, out, told) = kichban(&words(&command));
        let page = format!("{out} {told}");
        let tokens = page.split(|c: char| c.is_whitespace() || "()[]{}:;,.".contains(c));
        let raw: Vec<&str> = tokens.filter(|token| keys.contains(*token)).collect();
        assert!(!page.trim().is_empty() && raw.is_empty(), "{command}: {raw:?}");
    }
}

/// The program with a case selected.
fn window(study: &Study, case: &str, closure: Closure, lang: Lang) -> AppState {
    let preferences = Preferences { lang, ..Preferences::default() };
    let mut state = AppState::new(study.clone(), Origin::Shipped, preferences);
    update(&mut state, Ask::edit(Edit::SetClosure(closure)));
    update(&mut state, Ask::Document(kichban::app::DocumentCommand::SelectCase(case.to_owned())));
    state
}

/// The figures of the last year that the question "what matters most" can be asked about.
fn tornado_faults(reader: &StateReader<'_>) -> Vec<String> {
    let study = &reader.state.study;
    let projection = reader.projection(&reader.state.workspace.selected).unwrap();
    let mut faults = Vec::new();
    for (line, _) in line_choices(reader) {
        for (variable, _, exists) in variables_of(reader, &line) {
            let known = kichban::analysis::line_of(study, &line)
                .and_then(|line| projection.value(variable, line, study.horizon));
            if !exists || known.is_none() {
                continue;
            }
            match tornado(reader, variable, &line, study.horizon) {
                Ok(found) if found.bars.is_empty() && found.captions.is_empty() => {
                    faults.push(format!("tornado {} {line}: no bar and no word", variable.id()));
                }
                Ok(_) => {}
                Err(told) => faults.push(format!("tornado {} {line}: {told}", variable.id())),
            }
        }
    }
    faults
}

/// What the views of a case cannot say.
fn view_faults(state: &AppState) -> Vec<String> {
    let reader = StateReader::new(state);
    let study = &state.study;
    let case = state.workspace.selected.as_str();
    let mut faults = tornado_faults(&reader);
    let mut need = |holds: bool, what: &str| {
        if !holds {
            faults.push(what.to_owned());
        }
    };
    let first = overview(&reader);
    need(!first.cards.is_empty() && !first.output.groups.is_empty(), "overview");
    need(growth_page(&reader).is_some(), "where growth comes from");
    let page = targets_content(&reader, 4);
    need(study.targets.is_empty() || !(page.needs.is_empty() && page.landings.is_empty()), "targets");
    need(audit_content(&reader).is_some(), "audit");
    need(number_tables(&reader).iter().all(|table| !table.rows.is_empty()), "table");
    need(!model_page(&reader).blocks.is_empty(), "model");
    need(!details(&reader).title.is_empty(), "details");
    need(lever_groups(&reader).iter().any(|group| !group.rows.is_empty()), "assumptions");
    let shown = compare(&reader);
    need(!shown.overlay.groups.is_empty() && !shown.results.rows.is_empty(), "compare");
    let (variable, line) = shown.drawn;
    let others = std::iter::once(case).chain(reader.drawn_cases()).any(|one| one != study.pinned);
    if let Err(told) = why(&reader, variable, &line, study.horizon).waterfall
        && others
    {
        faults.push(format!("why: {told}"));
    }
    faults
}

#[test]
fn walk_every_view_answers_on_every_case() {
    let mut asked = Vec::new();
    for study in crate::shipped::studies() {
        for case in study.case_ids() {
            let closures = crate::shipped::closures(&study, &study.lineage(case).unwrap().0.id);
            let pairs = closures.into_iter().flat_map(|closure| Lang::ALL.map(|lang| (closure, lang)));
            asked.extend(pairs.map(|(closure, lang)| (study.clone(), case.to_owned(), closure, lang)));
        }
    }
    let count = asked.len();
    let faults: Vec<String> = asked
        .into_par_iter()
        .flat_map(|(study, case, closure, lang)| {
            let found = view_faults(&window(&study, &case, closure, lang));
            found.into_iter().map(|fault| format!("{case} {closure:?} {lang}: {fault}")).collect::<Vec<_>>()
        })
        .collect();
    assert!(
        faults.is_empty(),
        "{} faults in {count} walks, the first: {:#?}",
        faults.len(),
        &faults[..faults.len().min(30)]
    );
}
