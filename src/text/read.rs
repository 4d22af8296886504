//! Numbers as a person types them, in the convention of either language.
//!
//! A single mark followed by exactly three digits can be a decimal mark or a thousands mark, and the plan itself
//! mixes the two (`136.977` and `457,488` are both decimals). Such a text is a question to the user, never a guess.

use thiserror::Error;
use unicode_normalization::UnicodeNormalization as _;

use super::number::DecimalMark;
use crate::lang::Lang;

/// The longest stretch of refused text that an error repeats.
const LONGEST_ECHO: usize = 40;

/// Why a text is not a number that can be used.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum ReadNumberError {
    /// Nothing was typed.
    #[error("empty number")]
    Empty,
    /// The text is not a number in either convention.
    #[error("not a number: `{0}`")]
    NotANumber(String),
    /// The mark may be decimal or may group thousands.
    #[error("`{text}` is {as_thousands} or {as_decimal}")]
    Ambiguous {
        /// The text as typed, trimmed.
        text: String,
        /// Its value if the mark groups thousands.
        as_thousands: f64,
        /// Its value if the mark is decimal.
        as_decimal: f64,
        /// The decimal mark by which the language of the reader would take it; the answer to offer first.
        likely: DecimalMark,
    },
    /// The text names no finite number, or one too large to hold.
    #[error("not a finite number")]
    NotFinite,
}

/// Reads a number in the convention of either language where only one reading is possible.
///
/// Spaces may group thousands. A closing `%` is passed over: the field that is typed into knows its unit.
///
/// # Errors
/// [`ReadNumberError`] if the text is empty, not a number, not finite, or can be read in two ways.
pub fn read(text: &str, lang: Lang) -> Result<f64, ReadNumberError> {
    let typed = Typed::new(text)?;
    match typed.marks() {
        Marking::Certain(mark) => typed.value(mark),
        Marking::Open(mark) => Err(ReadNumberError::Ambiguous {
            as_thousands: typed.value(mark.other())?,
            as_decimal: typed.value(mark)?,
            likely: DecimalMark::for_language(lang),
            text: typed.text,
        }),
    }
}

/// Reads a number whose decimal mark is known; the other mark and spaces group thousands.
///
/// # Errors
/// [`ReadNumberError`] if the text is empty, not a number, or not finite.
pub fn read_with(text: &str, mark: DecimalMark) -> Result<f64, ReadNumberError> {
    Typed::new(text)?.value(mark)
}

/// A text taken apart: its sign, and the digits with their marks.
struct Typed {
    text: String,
    negative: bool,
    body: String,
}

/// What the marks in a text say about the decimal mark.
enum Marking {
    /// Only this decimal mark is possible.
    Certain(DecimalMark),
    /// This mark may be decimal or may group thousands.
    Open(DecimalMark),
}

impl Typed {
    fn new(text: &str) -> Result<Self, ReadNumberError> {
        let composed: String = text.nfc().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let text = composed.trim();
        if text.is_empty() {
            return Err(ReadNumberError::Empty);
        }
        let unsigned = text.strip_prefix(['+', '-', '\u{2212}']);
        let negative = unsigned.is_some() && !text.starts_with('+');
        let body = unsigned.unwrap_or(text);
        let body = body.strip_suffix('%').unwrap_or(body).trim();
        if matches!(body.to_lowercase().as_str(), "inf" | "infinity" | "nan" | "∞") {
            return Err(ReadNumberError::NotFinite);
        }
        Ok(Self { text: text.to_owned(), negative, body: body.to_owned() })
    }

    fn marks(&self) -> Marking {
        let count = |mark: char| self.body.matches(mark).count();
        match (count(','), count('.')) {
            (1, 0) => self.single(DecimalMark::Comma),
            (0, 1) => self.single(DecimalMark::Point),
            (_, 0) => Marking::Certain(DecimalMark::Point),
            (0, _) => Marking::Certain(DecimalMark::Comma),
            (_, _) if self.body.rfind(',') > self.body.rfind('.') => Marking::Certain(DecimalMark::Comma),
            (_, _) => Marking::Certain(DecimalMark::Point),
        }
    }

    /// The only mark in the text is open to question after one to three digits and before exactly three.
    fn single(&self, mark: DecimalMark) -> Marking {
        let (whole, fraction) = self.body.split_once(mark.as_char()).unwrap_or((&self.body, ""));
        let groups = is_digits(whole) && whole.len() <= 3 && !whole.starts_with('0');
        if groups && is_digits(fraction) && fraction.len() == 3 { Marking::Open(mark) } else { Marking::Certain(mark) }
    }

    fn value(&self, mark: DecimalMark) -> Result<f64, ReadNumberError> {
        let plain = plain_digits(&self.body, mark).ok_or_else(|| self.refuse())?;
        let magnitude = plain.parse::<f64>().ok().ok_or_else(|| self.refuse())?;
        match (magnitude.is_finite(), self.negative) {
            (false, _) => Err(ReadNumberError::NotFinite),
            (true, true) if magnitude > 0.0 => Ok(-magnitude),
            (true, _) => Ok(magnitude),
        }
    }

    fn refuse(&self) -> ReadNumberError {
        let mut echo: String = self.text.chars().take(LONGEST_ECHO).collect();
        if echo.len() < self.text.len() {
            echo.push('…');
        }
        ReadNumberError::NotANumber(echo)
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text with its groups joined and a decimal point, or none if its marks are misplaced.
fn plain_digits(body: &str, mark: DecimalMark) -> Option<String> {
    let (whole, fraction) = body.split_once(mark.as_char()).unwrap_or((body, ""));
    let fraction_fits = fraction.is_empty() || is_digits(fraction);
    let whole = if whole.is_empty() { "0".to_owned() } else { joined_groups(whole, mark.other().as_char())? };
    let has_digit = body.bytes().any(|byte| byte.is_ascii_digit());
    (fraction_fits && has_digit).then(|| format!("{whole}.{fraction}"))
}

/// Thousands joined: one to three digits, then groups of exactly three, all parted by the same character.
fn joined_groups(whole: &str, grouping: char) -> Option<String> {
    let separator = if whole.contains(' ') { ' ' } else { grouping };
    let mut groups = whole.split(separator);
    let first = groups.next()?;
    let others: Vec<&str> = groups.collect();
    let first_fits = is_digits(first) && (others.is_empty() || first.len() <= 3);
    let others_fit = others.iter().all(|group| is_digits(group) && group.len() == 3);
    (first_fits && others_fit).then(|| format!("{first}{}", others.concat()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    use super::*;
    use crate::text::Numbers;

    fn is_close(left: f64, right: f64) -> bool {
        (left - right).abs() <= 1e-12 * right.abs()
    }

    fn reads(text: &str, expected: f64) {
        for lang in Lang::ALL {
            let value = read(text, lang).unwrap_or_else(|error| panic!("{text}: {error}"));
            assert!(is_close(value, expected), "{text}: {value}, not {expected}");
        }
    }

    #[test]
    fn both_conventions_are_read_in_both_languages() {
        for (text, expected) in [
            ("12", 12.0),
            ("12,5", 12.5),
            ("12.5", 12.5),
            ("1.234,5", 1_234.5),
            ("1,234.5", 1_234.5),
            ("1 234,5", 1_234.5),
            ("1\u{a0}234,567", 1_234.567),
            ("1.234.567", 1_234_567.0),
            ("1,234,567", 1_234_567.0),
            ("1.234.567,25", 1_234_567.25),
            ("1234.567", 1_234.567),
            ("0,125", 0.125),
            ("0.125", 0.125),
            ("1,2345", 1.2345),
            (",5", 0.5),
            ("12,", 12.0),
            ("457488", 457_488.0),
        ] {
            reads(text, expected);
        }
    }

    #[test]
    fn signs_spaces_and_per_cent_are_understood() {
        for (text, expected) in
            [("−3", -3.0), ("-3", -3.0), ("+4", 4.0), ("5%", 5.0), ("  7,7 % ", 7.7), ("- 3,5", -3.5), ("−0", 0.0)]
        {
            reads(text, expected);
        }
    }

    #[test]
    fn one_mark_before_three_digits_is_a_question() {
        for (text, as_thousands, as_decimal) in
            [("136.977", 136_977.0, 136.977), ("457,488", 457_488.0, 457.488), ("−1.000", -1_000.0, -1.0)]
        {
            for lang in Lang::ALL {
                let question = ReadNumberError::Ambiguous {
                    text: text.to_owned(),
                    as_thousands,
                    as_decimal,
                    likely: DecimalMark::for_language(lang),
                };
                assert_eq!(read(text, lang), Err(question));
            }
        }
    }

    #[test]
    fn a_known_mark_answers_the_question() {
        assert_eq!(read_with("136.977", DecimalMark::Comma), Ok(136_977.0));
        assert_eq!(read_with("136.977", DecimalMark::Point), Ok(136.977));
        assert_eq!(read_with("1.234.567,5", DecimalMark::Comma), Ok(1_234_567.5));
        assert!(matches!(read_with("12.5", DecimalMark::Comma), Err(ReadNumberError::NotANumber(_))));
    }

    #[test]
    fn misplaced_marks_and_words_are_refused() {
        for text in [
            "abc",
            "12a",
            "1.23.456",
            "1,2,3",
            "1.234,5,6",
            "1 23",
            "1 234 56,1",
            ".",
            ",",
            "%",
            "--3",
            "+-3",
            "1e5",
            "１２",
            "5%%",
            "–",
            "1.234 567",
            "12 ,5",
        ] {
            for lang in Lang::ALL {
                assert!(matches!(read(text, lang), Err(ReadNumberError::NotANumber(_))), "{text}");
            }
        }
    }

    #[test]
    fn nothing_and_the_infinite_have_their_own_errors() {
        assert_eq!(read("  ", Lang::VI), Err(ReadNumberError::Empty));
        assert_eq!(read("NaN", Lang::VI), Err(ReadNumberError::NotFinite));
        assert_eq!(read("-inf", Lang::EN), Err(ReadNumberError::NotFinite));
        assert_eq!(read(&"9".repeat(400), Lang::EN), Err(ReadNumberError::NotFinite));
    }

    #[test]
    fn an_error_repeats_only_the_head_of_a_long_text() {
        let Err(ReadNumberError::NotANumber(echo)) = read(&"ố".repeat(10_000), Lang::VI) else {
            panic!("letters were read as a number");
        };
        assert_eq!(echo.chars().count(), LONGEST_ECHO + 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        #[test]
        fn what_is_written_reads_back(units in -2_000_000_000_i64..2_000_000_000, decimals in 0_usize..6, english: bool) {
            let lang = if english { Lang::EN } else { Lang::VI };
            let scale = 10_f64.powi(i32::try_from(decimals).unwrap());
            let value = units as f64 / scale;
            let text = Numbers::new(lang).decimal(value, decimals);
            let known = read_with(&text, DecimalMark::for_language(lang)).unwrap();
            prop_assert!(is_close(known, value), "{text}: {known}, not {value}");
            match read(&text, lang) {
                Ok(found) => prop_assert_eq!(found.to_bits(), known.to_bits()),
                Err(ReadNumberError::Ambiguous { as_thousands, as_decimal, .. }) => {
                    prop_assert!([as_thousands, as_decimal].contains(&known));
                }
                Err(error) => prop_assert!(false, "{}: {}", text, error),
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC{0,24}") {
            for lang in Lang::ALL {
                if let Ok(value) = read(&text, lang) {
                    prop_assert!(value.is_finite());
                }
            }
        }
    }
}
