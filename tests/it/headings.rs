//! Headings say what stands under them.

use std::process::Command;

#[test]
fn multipliers_of_bands_are_called_multipliers() {
    let panel = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/viet-nam-sections.csv");
    for (lang, named, coverage) in [("en", "Multiplier for 80%", "Covers"), ("vi", "Hệ số cho dải 80%", "Phủ")]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kichban"));
        command.args(["backtest", panel, "--min-history", "5", "--lang", lang]);
        let report = String::from_utf8(command.output().unwrap().stdout).unwrap();
        assert!(report.contains(coverage) && !report.contains(named), "{report}");
        let learnt = String::from_utf8(command.arg("--learnt").output().unwrap().stdout).unwrap();
        assert!(learnt.contains(named) && !learnt.contains(coverage), "{learnt}");
    }
}
