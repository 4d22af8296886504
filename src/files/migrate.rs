//! From older versions of the study file to the present one, one function a step.
//!
//! A change of format adds one step here and one file of the old version to the tests.

use super::error::FileProblem;
use super::outline::Outline;
use crate::scenario::study::FORMAT;
use std::borrow::Cow;

/// Rewrites a text of one version as a text of the next.
struct Step {
    /// Version that it reads.
    from: u32,
    /// The rewriting.
    rewrite: fn(&str) -> String,
}

/// Every step.
const STEPS: &[Step] = &[
    // Version 2 adds `links`, which may be absent: an older text needs only its number changed.
    Step { from: 1, rewrite: |text| set_version(text, 2) },
];

/// The text with another version number.
fn set_version(text: &str, version: u32) -> String {
    let Some((before, found)) = Outline::read(text).format(text).and_then(|(at, _)| text.split_at_checked(at)) else {
        return text.to_owned();
    };
    format!("{before}{version}{}", found.trim_start_matches(|c: char| c.is_ascii_digit()))
}

/// The text in the present version.
pub(super) fn migrate(text: &str, found: u32) -> Result<Cow<'_, str>, FileProblem> {
    climb(text, found, FORMAT, STEPS)
}

fn climb<'t>(text: &'t str, found: u32, known: u32, steps: &[Step]) -> Result<Cow<'t, str>, FileProblem> {
    if found > known {
        return Err(FileProblem::Newer { found, known });
    }
    let mut text = Cow::Borrowed(text);
    for version in found..known {
        let step = steps.iter().find(|step| step.from == version).ok_or(FileProblem::UnknownVersion { found })?;
        text = Cow::Owned((step.rewrite)(&text));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_taken_in_order_from_the_version_found() {
        let steps = [
            Step { from: 2, rewrite: |text| format!("{text} three") },
            Step { from: 1, rewrite: |text| format!("{text} two") },
        ];
        assert_eq!(climb("one", 1, 3, &steps).unwrap(), "one two three");
        assert_eq!(climb("two", 2, 3, &steps).unwrap(), "two three");
        assert_eq!(climb("three", 3, 3, &steps).unwrap(), "three");
    }

    #[test]
    fn a_version_outside_the_chain_is_refused() {
        assert_eq!(climb("", 4, 3, &[]), Err(FileProblem::Newer { found: 4, known: 3 }));
        assert_eq!(climb("", 0, 1, &[]), Err(FileProblem::UnknownVersion { found: 0 }));
    }

    #[test]
    fn every_older_version_has_its_step() {
        for version in (1..=FORMAT).filter(|version| *version < FORMAT) {
            assert!(STEPS.iter().any(|step| step.from == version), "no step from version {version}");
        }
    }
}
