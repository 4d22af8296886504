//! The table of checks, the codes of findings, bounds and verdicts.

use super::*;

/// What a finding of these tests says.
const CLAIM: Claim = Claim::new("finding-exports", Against::Itself);

#[test]
fn the_checks_of_all_files_have_the_numbers_without_a_gap() {
    for (position, id) in check_ids().into_iter().enumerate() {
        assert_eq!(id, format!("C{:02}", position + 1));
    }
    assert!(check_ids().len() >= 24);
}

#[test]
fn codes_tell_findings_of_one_check_apart() {
    let finding = |line: &str| {
        let mut finding = Finding::new(CLAIM, 1.0, crate::quantity::Unit::Ratio);
        line.clone_into(&mut finding.line);
        finding
    };
    let codes = |naming, lines: &[&str]| -> Vec<String> {
        let check = Check { id: "C05", naming, run: |_| Vec::new() };
        code_findings(&check, lines.iter().map(|line| finding(line)).collect())
            .into_iter()
            .map(|found| found.code)
            .collect()
    };
    assert_eq!(codes(Naming::Letters, &["a"]), ["C05"]);
    assert_eq!(codes(Naming::Letters, &["a", "b", "c"]), ["C05a", "C05b", "C05c"]);
    assert_eq!(codes(Naming::LettersFromSecond, &["a", "b"]), ["C05", "C05b"]);
    assert_eq!(codes(Naming::Lines, &["total", "mining", "services"]), ["C05", "C05M", "C05S"]);
}

#[test]
fn bounds_give_the_verdict_and_the_gap() {
    let of = |value: f64, lower, upper| {
        let finding = Finding::new(CLAIM, value, crate::quantity::Unit::Ratio).within(lower, upper);
        (finding.verdict, finding.gap())
    };
    assert_eq!(of(1.0, None, None), (Verdict::Info, None));
    assert_eq!(of(1.0, Some(1.0), Some(1.0)), (Verdict::Ok, Some(0.0)));
    assert_eq!(of(0.5, Some(1.0), Some(2.0)), (Verdict::Below, Some(-0.5)));
    assert_eq!(of(2.5, Some(1.0), Some(2.0)), (Verdict::Above, Some(0.5)));
    assert_eq!(of(-3.0, None, Some(2.0)), (Verdict::Ok, Some(0.0)));
}
