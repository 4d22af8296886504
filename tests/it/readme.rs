//! The command lines of the README are run, and print what it says.

use crate::shipped::is_same_row;
use std::path::Path;
use std::process::Command;

/// Command lines of the README, each with the output that it shows.
fn sessions(readme: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        if let Some(language) = line.strip_prefix("```") {
            inside = language == "console";
        } else if let Some(command) = line.strip_prefix("$ ").filter(|_| inside) {
            found.push((command.to_owned(), Vec::new()));
        } else if inside {
            found.last_mut().unwrap().1.push(line.to_owned());
        }
    }
    found
}

/// Lines without blanks at their ends, blank lines at the end left out.
fn lines(text: &str) -> Vec<String> {
    text.trim_end().lines().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn every_command_of_the_readme_prints_what_it_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sessions = sessions(&std::fs::read_to_string(root.join("README.md")).unwrap());
    assert!(sessions.len() >= 4, "the README shows only {} commands", sessions.len());
    for (command, shown) in sessions {
        let words =
            command.strip_prefix("kichban ").unwrap_or_else(|| panic!("not a command of the program: {command}"));
        let output = Command::new(env!("CARGO_BIN_EXE_kichban"))
            .args(words.split_whitespace())
            .current_dir(root)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .output()
            .unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let printed = lines(&String::from_utf8(output.stdout).unwrap());
        let shown = lines(&shown.join("\n"));
        let same =
            printed.len() == shown.len() && printed.iter().zip(&shown).all(|(one, other)| is_same_row(one, other));
        assert!(same, "{command} prints\n{}", printed.join("\n"));
    }
}

#[test]
fn the_readme_links_to_files_that_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    for part in readme.split("](").skip(1) {
        let target = part.split(')').next().unwrap();
        assert!(target.starts_with("https://") || root.join(target).is_file(), "{target}");
    }
}
