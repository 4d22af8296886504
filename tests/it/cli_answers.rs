//! Questions on the command line: output, sentences in both languages, exit codes.

use crate::program::kichban;

fn csv(words: &[&str]) -> (i32, Vec<csv::StringRecord>, Vec<String>) {
    let (code, out, err) = kichban(&[words, &["--format", "csv"]].concat());
    let mut reader = csv::Reader::from_reader(out.as_bytes());
    let heads = reader.headers().unwrap_or_else(|_| panic!("{err}")).iter().map(str::to_owned).collect();
    (code, reader.records().map(Result::unwrap).collect(), heads)
}

fn cell<'r>(row: &'r csv::StringRecord, heads: &[String], name: &str) -> &'r str {
    &row[heads.iter().position(|head| head == name).unwrap()]
}

const THREE: [&str; 6] = [
    "--lever",
    "productivity_growth_added/industry=-1..3",
    "--lever",
    "investment_rate=30..45@2024-2030",
    "--lever",
    "labour_growth_added/industry=-1..1.5",
];

#[test]
fn solve_reaches_a_goal_and_says_with_what() {
    let words =
        [&["solve", "--scenario", "trend", "--closure", "capital", "--goal", "output/industry@2030=165"], &THREE[..]]
            .concat();
    let (code, rows, heads) = csv(&words);
    assert_eq!((code, rows.len()), (0, 4));
    assert_eq!(cell(&rows[0], &heads, "state"), "attained");
    let value = |row: usize| cell(&rows[row], &heads, "value").parse::<f64>().unwrap();
    // The shipped trend is the reference's actual-2024; the reference finds 1.2277 points, 38.44 per cent, 0.6208 points.
    for (row, expected) in [(0, 165.0), (1, 1.227_733), (2, 38.439_88), (3, 0.620_785)] {
        assert!((value(row) - expected).abs() < 2e-3, "{:?}", rows[row]);
    }
    let (code, out, _) = kichban(&[&words[..], &["--lang", "en"]].concat());
    assert!(code == 0 && out.contains("Needed: ") && out.contains("Attainable range 126.5 – 200.7"), "{out}");
}

#[test]
fn solve_says_that_a_goal_cannot_be_reached_and_ends_with_four() {
    let words =
        [&["solve", "--scenario", "trend", "--closure", "capital", "--goal", "output/industry@2030=210"], &THREE[..]]
            .concat();
    let (code, out, err) = kichban(&words);
    assert_eq!((code, err.as_str()), (4, ""));
    assert!(out.contains("tốt nhất 200,7, thiếu 9,3"), "{out}");
    assert!(out.contains("Nới riêng"), "{out}");
    let (code, rows, heads) = csv(&words);
    assert_eq!(code, 4);
    assert_eq!(cell(&rows[0], &heads, "state"), "not-attainable");
    assert!(rows[1..].iter().all(|row| cell(row, &heads, "state") == "at-high"));
}

#[test]
fn solve_takes_the_target_of_the_plan_and_refuses_what_it_cannot_read() {
    let lever = ["--lever", "productivity_growth_added/industry=-10..10"];
    let (code, rows, heads) = csv(&[&["solve", "--goal", "output/industry@2030"], &lever[..]].concat());
    assert_eq!(code, 0);
    assert!((cell(&rows[0], &heads, "wanted").parse::<f64>().unwrap() - 190.374).abs() < 1e-9);
    for wrong in [
        &["solve", "--goal", "nothing=3", "--lever", "investment_rate"][..],
        &["solve", "--goal", "output/industry@2030=165", "--lever", "land_limit"],
        &["solve", "--goal", "output/industry@2030=165", "--lever", "investment_rate=10..90"],
        &["solve", "--goal", "output/industry@2051=165", "--lever", "investment_rate"],
        &["solve", "--scenario", "nobody", "--goal", "grdp=1", "--lever", "investment_rate"],
        &["explain", "--figure", "grdp/nowhere"],
        &["explain", "--what", "growth", "--years", "1990-2030"],
        &["compare", "--against", "nobody"],
    ] {
        let (code, out, err) = kichban(wrong);
        assert_eq!((code, out.as_str()), (2, ""), "{wrong:?}");
        assert_eq!(err.lines().count(), 2, "{err}");
    }
}

#[test]
fn solve_gives_the_investment_that_follows_another_path() {
    let (code, rows, heads) = csv(&["solve", "--scenario", "trend", "--follow", "catch-up"]);
    assert_eq!((code, rows.len()), (0, 18));
    let industry: Vec<f64> = rows
        .iter()
        .filter(|row| cell(row, &heads, "sector") == "industry")
        .map(|row| cell(row, &heads, "next_capital").parse().unwrap())
        .collect();
    assert!(industry.windows(2).all(|pair| pair[1] > pair[0]), "{industry:?}");
}

#[test]
fn explain_divides_a_difference_and_warns_of_the_order() {
    let words = ["explain", "--scenario", "plan-everything", "--against", "plan"];
    let (code, rows, heads) = csv(&words);
    assert_eq!(code, 0);
    let value = |group: &str, column: &str| -> f64 {
        let row = rows.iter().find(|row| cell(row, &heads, "group") == group).unwrap();
        cell(row, &heads, column).parse().unwrap()
    };
    for (column, expected) in [("value", 2.086_838), ("first", 5.460_367), ("last", -0.828_138)] {
        assert!((value("projects", column) - expected).abs() < 1e-5, "{column}");
    }
    let parts: f64 = rows
        .iter()
        .filter(|row| cell(row, &heads, "group") != "total")
        .map(|row| value(cell(row, &heads, "group"), "value"))
        .sum();
    assert!((parts - value("total", "value")).abs() < 1e-9);
    let (_, vietnamese, _) = kichban(&words);
    assert!(vietnamese.contains("+5,5 khi tính đầu tiên, −0,8 khi tính sau cùng"), "{vietnamese}");
    let (_, english, _) = kichban(&[&words[..], &["--lang", "en"]].concat());
    assert!(english.contains("+5.5 if counted first and −0.8 if counted last"), "{english}");
}

#[test]
fn explain_accounts_for_growth_and_productivity() {
    let (code, rows, heads) = csv(&["explain", "--scenario", "plan", "--what", "growth", "--years", "2020-2030"]);
    assert_eq!(code, 0);
    let points = |factor: &str, sector: Option<&str>| -> f64 {
        let of = rows.iter().filter(|row| cell(row, &heads, "factor") == factor);
        let of = of.filter(|row| sector.is_none_or(|sector| cell(row, &heads, "sector") == sector));
        of.map(|row| cell(row, &heads, "points").parse::<f64>().unwrap()).sum()
    };
    assert!((points("total", Some("total")) - 109.8).abs() < 0.05);
    assert!((points("tfp", None) - 42.6).abs() < 0.05, "{}", points("tfp", None));
    let (_, rows, heads) = csv(&["explain", "--scenario", "plan", "--what", "productivity"]);
    let total = rows
        .iter()
        .find(|row| cell(row, &heads, "sector") == "total" && cell(row, &heads, "method") == "bennet-centred")
        .unwrap();
    assert!((cell(total, &heads, "between").parse::<f64>().unwrap() - 3.0).abs() < 0.05);
}

#[test]
fn explain_ranks_levers_and_names_switching_values() {
    let words = ["explain", "--scenario", "trend", "--what", "levers", "--figure", "output/industry@2030"];
    let (code, rows, heads) = csv(&words);
    assert_eq!(code, 0);
    let width = |row: &csv::StringRecord| -> f64 {
        let end = |name| cell(row, &heads, name).parse::<f64>().unwrap();
        (end("at_high") - end("at_low")).abs()
    };
    assert!(rows.len() > 8 && rows.windows(2).all(|pair| width(&pair[0]) >= width(&pair[1])));
    assert!(rows.iter().any(|row| cell(row, &heads, "switching_value").parse::<f64>().is_ok()));
    let (_, out, _) = kichban(&[&words[..], &["--lang", "en"]].concat());
    assert!(out.contains("matters most") && out.contains("do not change"), "{out}");
}

#[test]
fn compare_puts_scenarios_beside_the_pinned_one() {
    let words = ["compare", "--scenario", "three-projects", "--against", "trend", "--variable", "grdp"];
    let (code, rows, heads) = csv(&words);
    assert_eq!((code, rows.len()), (0, 1));
    let value = |name| cell(&rows[0], &heads, name).parse::<f64>().unwrap();
    assert!((value("value_against") - 198.472).abs() < 1e-3);
    assert!((value("value") - value("value_against") - value("difference")).abs() < 1e-9);
    assert!((100.0 * value("difference") / value("value_against") - value("percent")).abs() < 1e-9);
    let (_, out, _) = kichban(&["compare"]);
    assert!(out.contains("Chênh lệch so với") && out.contains("GRDP"), "{out}");
}

#[test]
fn explain_says_what_growth_the_targets_still_need() {
    let (code, rows, heads) = csv(&["explain", "--what", "needed"]);
    assert_eq!(code, 0);
    let of = |target: &str, sector: &str, year: &str| -> f64 {
        let wanted = [("target", target), ("sector", sector), ("year", year)];
        let is_it = |row: &&csv::StringRecord| wanted.iter().all(|(name, value)| cell(row, &heads, name) == *value);
        cell(rows.iter().find(is_it).unwrap(), &heads, "needed_percent").parse().unwrap()
    };
    // The reference: audit C12 and C11.
    assert!((of("output", "industry", "2030") - 11.14).abs() < 0.01);
    assert!((of("output", "industry", "2025") - 35.6).abs() < 0.05);
    assert!((of("output", "total", "2030") - 11.4).abs() < 0.05);
}

/// Keys of all messages, in the language that has them first.
fn message_keys() -> std::collections::BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales/vi");
    let texts = std::fs::read_dir(folder).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap());
    texts
        .flat_map(|text| text.lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect::<Vec<_>>())
        .collect()
}

#[test]
fn no_page_shows_the_key_of_a_message() {
    let keys = message_keys();
    let panel = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/viet-nam-sections.csv");
    let goal = ["--goal", "grdp@2030=205", "--lever", "productivity_growth_added/industry=-5..5"];
    let mut pages: Vec<Vec<&str>> = vec![
        vec!["run", "--scenario", "three-projects"],
        vec!["compare", "--scenario", "three-projects"],
        vec!["ensemble", "--draws", "100"],
        vec!["sensitivity", "--points", "32"],
        vec!["audit"],
        vec!["backtest", panel, "--min-history", "5"],
        vec!["backtest", panel, "--min-history", "5", "--learnt"],
        vec!["solve", "--follow", "plan", "--scenario", "three-projects"],
        [&["solve"], &goal[..]].concat(),
        vec!["--help"],
        vec!["ensemble", "--help"],
    ];
    pages.extend(["studies", "scenarios", "variables", "levers"].map(|what| vec!["list", what]));
    pages.push(vec!["explain", "--what", "needed"]);
    let whats = ["difference", "growth", "productivity", "levers"];
    pages.extend(whats.map(|what| vec!["explain", "--what", what, "--scenario", "three-projects"]));
    for (page, lang) in pages.iter().flat_map(|page| ["vi", "en"].map(|lang| (page, lang))) {
        let (_, out, err) = kichban(&[page.as_slice(), &["--lang", lang]].concat());
        assert!(!out.is_empty(), "{page:?}: {err}");
        let words = out.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
        let shown: Vec<&str> = words.filter(|word| word.contains('-') && keys.contains(*word)).collect();
        assert!(shown.is_empty(), "{page:?} in {lang} shows {shown:?}");
    }
}

#[test]
fn growth_that_is_still_needed_is_named_with_its_line_range_and_period() {
    let (code, page, _) = kichban(&["explain", "--what", "needed", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(page.contains("GRDP for 8–9%") && page.contains("2021–30"), "{page}");
    let (_, rows, heads) = csv(&["explain", "--what", "needed"]);
    assert!(rows.iter().any(|row| cell(row, &heads, "target") == "grown"));
}

#[test]
fn explain_without_a_scenario_sets_the_first_other_one_against_the_pinned_one() {
    let of = |words: &[&str]| {
        let (code, rows, heads) = csv(&[&["explain"], words].concat());
        assert!(code == 0 && rows.len() > 1, "{rows:?}");
        ["from", "to"].map(|name| cell(&rows[0], &heads, name).to_owned())
    };
    assert_eq!(of(&[]), ["trend", "plan"], "the window sets the first drawn case against the pinned one");
    assert_eq!(of(&["--against", "plan"]), ["plan", "trend"]);
    assert_eq!(of(&["--scenario", "everything"]), ["three-projects", "everything"]);
}

#[test]
fn a_slip_is_told_for_what_it_is() {
    let goal = ["--goal", "output/industry@2030=165"];
    let lever = ["--lever", "productivity_growth_added/industry=-10..10"];
    for (words, vietnamese, english) in [
        (vec!["explain", "--what", "growth", "--years", "2030"], "Riêng năm 2030", "2030 alone is no period"),
        (vec!["explain", "--what", "growth", "--years", "2024"], "--years 2024-2025", "--years 2024-2025"),
        (
            [&["solve"], &goal[..], &["--lever", "investment_rate=45..30"]].concat(),
            "investment_rate=30..45",
            "in reverse: 45 is above 30",
        ),
        (
            [&["solve"], &goal[..], &["--lever", "investment_rate=30..45@2028-2026"]].concat(),
            "@2026-2028",
            "2028 is after 2026",
        ),
        ([&["solve"], &goal[..], &goal[..], &lever[..]].concat(), "hai lần", "stands twice among the goals"),
        ([&["solve"], &goal[..], &lever[..], &lever[..]].concat(), "hai lần", "stands twice among the assumptions"),
        (vec!["sensitivity", "--variable", "icor"], "chỉ số độ nhạy của ICOR", "no sensitivity indices of ICOR"),
        (vec!["ensemble", "--variable", "icor"], "không tính ICOR", "Ensembles do not measure ICOR"),
    ] {
        for (lang, expected) in [("vi", vietnamese), ("en", english)] {
            let (code, out, told) = kichban(&[&words[..], &["--lang", lang]].concat());
            assert_eq!((code, out.as_str()), (2, ""), "{words:?}: {told}");
            assert!(told.contains(expected), "{words:?}: {told}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_no_folder_and_keeps_no_previous_file() {
    let (code, out, told) = kichban(&["run", "--scenario", "plan", "--out", "/dev/full", "--lang", "en"]);
    assert_eq!((code, out.as_str()), (6, ""), "{told}");
    assert!(told.contains("/dev/full is a pipe or a device") && told.contains("no space is left"), "{told}");
    assert!(told.contains("Name a file instead") && !told.contains("untouched"), "{told}");
}

#[test]
fn a_target_that_stands_twice_is_named_with_both_its_places() {
    let mut study = kichban::files::built_in().unwrap();
    let targets = std::sync::Arc::make_mut(&mut study.targets);
    let again = targets[1].clone();
    targets.push(again);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("twice.ron");
    std::fs::write(&path, kichban::files::write_study(&study)).unwrap();
    for command in ["ensemble", "run"] {
        let (code, _, told) = kichban(&[command, path.to_str().unwrap(), "--lang", "en"]);
        assert_eq!(code, 3, "{told}");
        let last = format!("targets[{}]", study.targets.len() - 1);
        for expected in ["share of", "2025", &last, "targets[1]"] {
            assert!(told.contains(expected), "{expected}: {told}");
        }
    }
}

#[test]
fn what_the_parser_refuses_is_told_in_the_language_of_the_user() {
    for (typed, vietnamese, english) in [
        (
            "foo",
            "Không có lệnh “foo”.\nGợi ý: Chọn một trong: run, ",
            "There is no command “foo”.\nHint: Choose one of: run, ",
        ),
        ("exprot", "Có phải là export không?", "Do you mean export?"),
        ("run --scenario", "--scenario <ID> còn thiếu giá trị", "--scenario <ID> stands without its value"),
        (
            "run --closure x",
            "Chọn một trong: productivity, capital, both.",
            "Choose one of: productivity, capital, both.",
        ),
        (
            "run --bar",
            "Lệnh này không nhận “--bar”.\nGợi ý: Gõ kichban run --help",
            "The command takes no “--bar”.\nHint: Type kichban run --help",
        ),
        ("run --scenrio plan", "Có phải là --scenario không?", "Do you mean --scenario?"),
        (
            "solve",
            "Lệnh còn thiếu --goal <GOAL>, --lever <LEVER>.",
            "The command lacks --goal <GOAL>, --lever <LEVER>.",
        ),
        ("ensemble --draws 5", "Nhập một số từ 100 đến 10000000.", "Write a number from 100 to 10000000."),
        ("ensemble --draws x", "Nhập một số nguyên", "Write a whole number"),
        ("ensemble --volatility x", "Nhập một số, như 1.25", "Write a number, such as 1.25"),
        ("ensemble --volatility 11", "Nhập một số từ 0 đến 10.", "Write a number from 0 to 10."),
        ("solve --follow x --goal y", "Không dùng --follow <ID> cùng với --goal <GOAL>", "cannot stand together with"),
        ("run --years 2030 --years 2029", "xuất hiện hai lần", "stands twice where it may stand once"),
        ("run a b c", "Lệnh này không nhận “b”.", "The command takes no “b”."),
    ] {
        for (lang, expected) in [("vi", vietnamese), ("en", english)] {
            let words: Vec<&str> = typed.split(' ').collect();
            let (code, out, told) = kichban(&[&["--lang", lang], &words[..]].concat());
            assert_eq!((code, out.as_str()), (2, ""), "{typed}: {told}");
            assert!(told.contains(expected) && told.lines().count() == 2, "{typed}: {told}");
        }
    }
    let (code, _, told) = kichban(&["--lang", "fr", "run"]);
    assert!(code == 2 && told.contains("“fr”") && told.contains("Chọn một trong: vi, en."), "{told}");
}
