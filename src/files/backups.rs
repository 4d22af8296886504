//! Dated copies of what a save replaces, thinned as they grow old.

use super::error::FileError;
use super::stamp::{date_of, read_stamp, stamp};
use super::storage::{STUDIES, has_ending, read, write_in_own_folder};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
const MONTH: i64 = 30 * DAY;

/// Folder of the copies, beside the study or in the program's own folder.
const FOLDER: &str = "backups";

/// Which moments are kept: all of the last hour, one an hour for a day, one a day for a month, then one a month.
///
/// Of each hour, day and month the newest stays, so that what is kept by a fine rule still serves the coarse one.
/// Moments in the future are kept: a clock was wrong, and it is unknown which.
pub fn thin(dates: &[i64], now: i64) -> BTreeSet<i64> {
    let sorted: BTreeSet<i64> = dates.iter().copied().collect();
    let mut served = BTreeSet::new();
    sorted
        .into_iter()
        .rev()
        .filter(|&date| {
            let age = now.saturating_sub(date);
            let (year, month, _) = date_of(date);
            if age < HOUR {
                true
            } else if age < DAY {
                served.insert((0, date.div_euclid(HOUR)))
            } else if age < MONTH {
                served.insert((1, date.div_euclid(DAY)))
            } else {
                served.insert((2, year * 12 + month))
            }
        })
        .collect()
}

/// Copies a file as it stands into its folder of dated copies, and thins that folder.
///
/// Where the folder beside the file cannot be written, the copy goes to the program's own folder.
/// A file is copied only if it exists already.
pub(super) fn back_up(path: &Path, own: Option<&Path>, now: i64) -> Result<(), FileError> {
    let Ok(bytes) = read(path) else { return Ok(()) };
    keep_copy(path, &bytes, own, now)
}

/// Keeps bytes as a dated copy of a file.
pub(super) fn keep_copy(path: &Path, bytes: &[u8], own: Option<&Path>, now: i64) -> Result<(), FileError> {
    let beside = path.parent().unwrap_or_else(|| Path::new("")).join(FOLDER);
    match keep_in(&beside, path, bytes, now) {
        Ok(()) => Ok(()),
        Err(error) => own.map_or(Err(error), |own| keep_in(&own.join(FOLDER), path, bytes, now)),
    }
}

fn keep_in(folder: &Path, path: &Path, bytes: &[u8], now: i64) -> Result<(), FileError> {
    // Two saves within a second are two copies: the later takes the next free second.
    let mut moment = now;
    while folder.join(copy_name(path, moment)).exists() {
        moment += 1;
    }
    write_in_own_folder(&folder.join(copy_name(path, moment)), bytes)?;
    let copies = copies_in(folder, path);
    let dates: Vec<i64> = copies.iter().map(|(date, _)| *date).collect();
    let kept = thin(&dates, now);
    for (_, old) in copies.iter().filter(|(date, _)| !kept.contains(date)) {
        // A copy that cannot be removed costs only its room.
        fs::remove_file(old).unwrap_or_default();
    }
    Ok(())
}

fn copy_name(path: &Path, moment: i64) -> String {
    format!("{}.{}.{}", stem(path), stamp(moment), ending(path))
}

/// The ending of the copies of a file: its own, so that a copy opens as the file did, or `ron` as earlier versions did.
fn ending(path: &Path) -> &'static str {
    if has_ending(path, &[STUDIES[0]]) { STUDIES[0] } else { STUDIES[1] }
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// Dated copies of a file in a folder; anything else that lies there is not looked at.
fn copies_in(folder: &Path, path: &Path) -> Vec<(i64, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let stem = stem(path);
    let date = |name: &OsStr| {
        let name = name.to_str()?;
        let date = name.strip_prefix(stem.as_str())?.strip_prefix('.')?;
        read_stamp(date.strip_suffix(ending(path))?.strip_suffix('.')?)
    };
    entries.flatten().filter_map(|entry| Some((date(&entry.file_name())?, entry.path()))).collect()
}

/// Dated copies of a file beside it, oldest first.
pub fn backups_of(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or_else(|| Path::new("")).join(FOLDER);
    let mut copies = copies_in(&folder, path);
    copies.sort();
    copies.into_iter().map(|(_, copy)| copy).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_772_323_200;

    fn choose_kept(ages: &[i64]) -> Vec<i64> {
        let dates: Vec<i64> = ages.iter().map(|age| NOW - age).collect();
        thin(&dates, NOW).into_iter().rev().map(|date| NOW - date).collect()
    }

    #[test]
    fn all_of_the_last_hour_stay() {
        assert_eq!(choose_kept(&[0, 1, 59, 600, 3_599]), [0, 1, 59, 600, 3_599]);
    }

    #[test]
    fn one_an_hour_stays_for_a_day() {
        assert_eq!(choose_kept(&[3_660, 4_000, 7_000, 7_300, 10_000]), [3_660, 7_300]);
    }

    #[test]
    fn one_a_day_stays_for_a_month_and_one_a_month_after() {
        assert_eq!(choose_kept(&[2 * DAY, 2 * DAY - 60, 2 * DAY - 7_200, 5 * DAY]), [2 * DAY - 7_200, 5 * DAY]);
        let old: Vec<i64> = (40..400).map(|days| days * DAY).collect();
        // From 20 January 2026 back to 26 January 2025.
        assert_eq!(choose_kept(&old).len(), 13);
    }

    #[test]
    fn thinning_again_removes_nothing_and_the_newest_always_stays() {
        let ages: Vec<i64> = (0..5_000).map(|i| i * i * 7 % (500 * DAY)).collect();
        let once: Vec<i64> = thin(&ages.iter().map(|age| NOW - age).collect::<Vec<_>>(), NOW).into_iter().collect();
        assert_eq!(thin(&once, NOW).into_iter().collect::<Vec<_>>(), once);
        assert!(once.contains(&NOW));
    }

    #[test]
    fn thinning_as_time_passes_leaves_one_for_every_day_and_month() {
        // A save every twenty minutes for four hundred days, thinned at each.
        let mut held: Vec<i64> = Vec::new();
        let mut now = NOW;
        for _ in 0..400 * 72 {
            now += 1_200;
            held.push(now);
            held = thin(&held, now).into_iter().collect();
        }
        let younger = |limit: i64| held.iter().filter(|&&date| now - date < limit).count();
        assert_eq!(younger(HOUR), 3);
        assert!((25..=27).contains(&younger(DAY)), "{}", younger(DAY));
        assert!((54..=57).contains(&younger(MONTH)), "{}", younger(MONTH));
        assert!((65..=70).contains(&held.len()), "{}", held.len());
    }

    #[test]
    fn moments_in_the_future_are_kept() {
        assert_eq!(choose_kept(&[-10, -100_000]), [-100_000, -10]);
    }
}
