//! The recovery trial: the program is killed at random moments of editing and started again.
//!
//! `cargo test --test kill -- [RUNS] [SEED]`. Each run is a process that edits and, in every other run, saves a study
//! through the window's own loop, without a display, until it is killed. Then the file must be whole, and the next
//! start must offer every edit up to five seconds before the kill.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a trial reports by its output and stops where it fails")]

use kichban::app::{AppState, Command, FileCommand, Intent, Origin, PendingQuestion, Preferences};
use kichban::files;
use kichban::lang::Localized;
use kichban::scenario::study::Study;
use kichban::scenario::{CaseWords, Edit};
use kichban::ui::{Outside, Shell};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// Seconds of editing that may be lost.
const LOST: f64 = 5.0;
/// Processes at once.
const AT_ONCE: usize = 10;

/// A sequence of numbers that a seed fixes.
struct Draws(u64);

impl Draws {
    /// A number from 0 up to 1 (splitmix64).
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| !one.starts_with("--")).collect();
    if arguments.first().is_some_and(|first| first == "edit") {
        edit(Path::new(&arguments[1]), arguments[2].parse().unwrap(), arguments[3] == "saving");
        return;
    }
    let runs = arguments.first().map_or(50, |text| text.parse().unwrap());
    let seed = arguments.get(1).map_or_else(|| u64::from(std::process::id()), |text| text.parse().unwrap());
    println!("recovery trial: {runs} kills, seed {seed}");
    let mut draws = Draws(seed);
    let plans: Vec<(u64, f64)> = (0..runs).map(|run| (seed.wrapping_add(run), 1.0 + 9.0 * draws.next())).collect();
    let mut lost = 0.0_f64;
    for (batch, plans) in plans.chunks(AT_ONCE).enumerate() {
        let trials: Vec<Trial> = plans
            .iter()
            .enumerate()
            .map(|(place, &(seed, life))| Trial::start(seed, life, (batch * AT_ONCE + place) % 2 == 1))
            .collect();
        for trial in trials {
            lost = lost.max(trial.finish());
        }
    }
    println!("{runs} kills: no file was half-written, and at most {lost:.1} s of editing were lost");
}

/// A process that edits until it is killed.
struct Trial {
    folder: tempfile::TempDir,
    child: Child,
    started: Instant,
    life: f64,
    seed: u64,
}

impl Drop for Trial {
    fn drop(&mut self) {
        // A trial that stops early leaves nobody editing.
        self.child.kill().unwrap_or_default();
    }
}

impl Trial {
    fn start(seed: u64, life: f64, saving: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        files::save(&study_path(folder.path()), &files::built_in().unwrap()).unwrap();
        let child = std::process::Command::new(std::env::current_exe().unwrap())
            .arg("edit")
            .arg(folder.path())
            .args([seed.to_string().as_str(), if saving { "saving" } else { "only editing" }])
            .stdout(Stdio::inherit())
            .spawn()
            .unwrap();
        Self { folder, child, started: Instant::now(), life, seed }
    }

    /// Kills the process at its time, starts again, and returns the seconds of editing that are lost.
    fn finish(mut self) -> f64 {
        let wait = Duration::from_secs_f64(self.life).saturating_sub(self.started.elapsed());
        std::thread::sleep(wait);
        let killed = since_epoch();
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        let path = study_path(self.folder.path());
        let journal = journal(self.folder.path());
        let edits: Vec<f64> = journal.iter().filter(|(kind, _)| kind == "edit").map(|(_, time)| *time).collect();
        let file = files::open(&path).unwrap_or_else(|error| self.fail(&format!("the file is not whole: {error}")));
        if file != after(number_in(&file)) {
            self.fail("the file is none of the studies that were saved");
        }
        let recovered = start_again(self.folder.path(), &path);
        let number = number_in(&recovered);
        if recovered != after(number) || number < number_in(&file) {
            self.fail(&format!("edit {number} did not come back exactly"));
        }
        // The first edit that did not come back tells how much is lost.
        let lost = edits.get(number).map_or(0.0, |first| killed - first);
        if lost > LOST {
            self.fail(&format!("{lost:.1} s are lost: {number} of {} edits came back", edits.len()));
        }
        lost
    }

    fn fail(&self, what: &str) -> ! {
        println!("seed {}, killed after {:.2} s: {what}", self.seed, self.life);
        std::process::exit(1);
    }
}

fn study_path(folder: &Path) -> PathBuf {
    folder.join("study.ron")
}

fn since_epoch() -> f64 {
    std::time::UNIX_EPOCH.elapsed().unwrap().as_secs_f64()
}

/// Lines of the journal: what was done, and when.
fn journal(folder: &Path) -> Vec<(String, f64)> {
    let text = std::fs::read_to_string(folder.join("journal")).unwrap_or_default();
    // A last line without its end was being written.
    let whole = text.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(kind, time)| (kind.to_owned(), time.parse().unwrap()))
        .collect()
}

fn edit_number(number: usize) -> Edit {
    let name = format!("{number}");
    let words = CaseWords { name: Localized::new(name.clone(), name), ..CaseWords::default() };
    Edit::DescribeCase { case: "trend".to_owned(), words: Box::new(words) }
}

/// The study after so many edits.
fn after(number: usize) -> Study {
    let study = files::built_in().unwrap();
    if number == 0 { study } else { kichban::scenario::apply_edit(&study, &edit_number(number)).unwrap() }
}

fn number_in(study: &Study) -> usize {
    study.case_name("trend").unwrap().en.parse().unwrap_or(0)
}

/// The window without a display: frames by hand, with the clock of the machine.
struct Window {
    ctx: egui::Context,
    shell: Shell,
    start: Instant,
}

impl Window {
    fn open(folder: &Path, path: &Path) -> Self {
        let ctx = egui::Context::default();
        let preferences = Preferences { tour_seen: true, ..Preferences::default() };
        let state = AppState::new(files::built_in().unwrap(), Origin::Shipped, preferences);
        let mut shell = Shell::new(&ctx, state, Outside::in_folder(folder));
        shell.ask(Command::File(FileCommand::Intend(Intent::Open(path.to_owned()))));
        let mut window = Self { ctx, shell, start: Instant::now() };
        for _ in 0..4 {
            window.frame();
        }
        window
    }

    fn frame(&mut self) {
        let input = egui::RawInput { time: Some(self.start.elapsed().as_secs_f64()), ..egui::RawInput::default() };
        let shell = &mut self.shell;
        // What would be painted is nobody's here.
        let mut output = self.ctx.run_ui(input, |ui| {
            shell.before_drawing(ui.ctx());
            shell.draw(ui);
        });
        output.textures_delta.clear();
    }
}

/// Edits, and saves where asked to, until killed; every edit is in the journal before it is made.
fn edit(folder: &Path, seed: u64, saving: bool) {
    let mut draws = Draws(seed);
    let mut journal = std::fs::File::create(folder.join("journal")).unwrap();
    let mut window = Window::open(folder, &study_path(folder));
    for number in 1.. {
        writeln!(journal, "edit {:.6}", since_epoch()).unwrap();
        window.shell.ask(Command::edit(edit_number(number)));
        window.frame();
        if saving && draws.next() < 0.15 {
            window.shell.ask(Command::File(FileCommand::Save));
            window.frame();
        }
        let pause = Duration::from_secs_f64(draws.next() * 0.2);
        let until = Instant::now() + pause;
        while Instant::now() < until {
            std::thread::sleep(Duration::from_millis(10));
            window.frame();
        }
    }
}

/// The study on screen after the next start, where an autosave is accepted if one is offered.
fn start_again(folder: &Path, path: &Path) -> Study {
    let mut window = Window::open(folder, path);
    if matches!(window.shell.state().question, Some(PendingQuestion::Recover(_))) {
        window.shell.ask(Command::File(FileCommand::Recover(true)));
        window.frame();
        window.frame();
    }
    (*window.shell.state().study).clone()
}
