//! Numbers as a person reads them: `1.234,5` in Vietnamese, `1,234.5` in English.
//!
//! The marks of each language stand in one place; writing is then a matter of placing them.
//! Rounding is that of a spreadsheet: halves of the shortest decimal form go away from zero, so that
//! a printed figure equals the one in the exported workbook.

use fixed_decimal::{FloatPrecision, UnsignedDecimal, UnsignedRoundingMode};

use crate::lang::{Lang, Tongue};

/// The typographic minus, of the width of a digit.
const MINUS: char = '\u{2212}';
/// What stands where there is no figure.
const MISSING: &str = "–";
/// More decimals than this are noise in a double, and would only make long strings.
const MOST_DECIMALS: usize = 15;

/// The character between the whole part and the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// `1.234,5`
    Comma,
    /// `1,234.5`
    Point,
}

impl DecimalMark {
    /// The mark a language prints.
    pub fn for_language(lang: Lang) -> Self {
        if Numbers::new(lang).marks.decimal == ',' { Self::Comma } else { Self::Point }
    }

    /// The other mark, which then groups thousands.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }

    /// The mark itself.
    pub const fn as_char(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// The two marks of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marks {
    decimal: char,
    grouping: char,
}

/// The marks of a language, as CLDR has them.
const fn marks_of(lang: Lang) -> Marks {
    match lang.tongue() {
        Tongue::Vi => Marks { decimal: ',', grouping: '.' },
        Tongue::En => Marks { decimal: '.', grouping: ',' },
    }
}

/// Writes numbers in one language; cheap to copy.
///
/// A value that is not finite is written as [`Numbers::missing`]: the model never makes one, and a table may hold one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbers {
    marks: Marks,
}

impl Numbers {
    /// The writer of a language.
    pub fn new(lang: Lang) -> Self {
        Self { marks: marks_of(lang) }
    }

    /// A grouped number with a fixed count of decimals: `1.234,5`, `−0,3`.
    pub fn decimal(self, value: f64, decimals: usize) -> String {
        self.write_scaled(value, decimals, Scale::Units, "")
    }

    /// The same with a plus before what is greater than zero: `+4,4`, `−59,4`, `0,0`.
    pub fn write_signed(self, value: f64, decimals: usize) -> String {
        self.write_scaled(value, decimals, Scale::Units, "+")
    }

    /// A fraction as per cent, without a space: 0.077 is `7,7%`.
    pub fn percent(self, fraction: f64, decimals: usize) -> String {
        with_percent(self.write_scaled(fraction, decimals, Scale::Hundredths, ""))
    }

    /// A change as per cent with its sign: 0.29 is `+29,0%`.
    pub fn signed_percent(self, fraction: f64, decimals: usize) -> String {
        with_percent(self.write_scaled(fraction, decimals, Scale::Hundredths, "+"))
    }

    /// A difference of fractions in percentage points with its sign, the unit word apart: 0.0153 is `+1,5`.
    pub fn points(self, fraction_difference: f64, decimals: usize) -> String {
        self.write_scaled(fraction_difference, decimals, Scale::Hundredths, "+")
    }

    /// A number with at most so many decimals, without closing zeros: 30 is `30`, 0.5 is `0,5`.
    pub fn write_trimmed(self, value: f64, most_decimals: usize) -> String {
        let text = self.decimal(value, most_decimals);
        match text.split_once(self.marks.decimal) {
            None => text,
            Some((whole, fraction)) => match fraction.trim_end_matches('0') {
                "" => whole.to_owned(),
                kept => format!("{whole}{}{kept}", self.marks.decimal),
            },
        }
    }

    /// Decimals that [`Numbers::write_trimmed`] leaves.
    pub fn count_decimals(self, value: f64, most_decimals: usize) -> usize {
        let text = self.write_trimmed(value, most_decimals);
        text.split_once(self.marks.decimal).map_or(0, |(_, fraction)| fraction.len())
    }

    /// A number for another program: the mark of the language, no grouping, a plain hyphen, no closing zeros; nothing
    /// where there is no figure.
    ///
    /// Grouping marks are left out because `1.234` is read as two different numbers on two computers.
    pub fn for_spreadsheet(self, value: f64, most_decimals: usize) -> String {
        let Some(digits) = round_decimals(value.abs(), most_decimals, Scale::Units) else { return String::new() };
        let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { &digits };
        let sign = if value < 0.0 && digits.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) { "-" } else { "" };
        format!("{sign}{}", digits.replace('.', &self.marks.decimal.to_string()))
    }

    /// Two bounds with an en dash: `14–25`.
    pub fn range(self, low: f64, high: f64, decimals: usize) -> String {
        format!("{}–{}", self.decimal(low, decimals), self.decimal(high, decimals))
    }

    /// A year, never grouped.
    pub fn year(self, year: i32) -> String {
        if year < 0 { format!("{MINUS}{}", year.unsigned_abs()) } else { year.to_string() }
    }

    /// What stands where there is no figure.
    pub const fn missing(self) -> &'static str {
        MISSING
    }

    fn write_scaled(self, value: f64, decimals: usize, scale: Scale, plus: &str) -> String {
        let Some(digits) = round_decimals(value.abs(), decimals, scale) else {
            return MISSING.to_owned();
        };
        let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 4);
        match (is_zero, value < 0.0) {
            (true, _) => {}
            (false, true) => text.push(MINUS),
            (false, false) => text.push_str(plus),
        }
        self.push_grouped(&mut text, &digits);
        text
    }

    /// Copies plain digits (`1234.5`) with the marks of the language.
    fn push_grouped(self, text: &mut String, digits: &str) {
        let mut left = digits.find('.').unwrap_or(digits.len());
        let mut first = true;
        let mut whole = true;
        for digit in digits.chars() {
            if digit == '.' {
                whole = false;
                text.push(self.marks.decimal);
                continue;
            }
            if whole {
                if !first && left.is_multiple_of(3) {
                    text.push(self.marks.grouping);
                }
                left -= 1;
                first = false;
            }
            text.push(digit);
        }
    }
}

/// The per cent sign, except where there is no figure.
fn with_percent(mut text: String) -> String {
    if text != MISSING {
        text.push('%');
    }
    text
}

/// Whether a value is printed as it is or as hundredths; the shift is made on digits, where it is exact.
#[derive(Debug, Clone, Copy)]
enum Scale {
    Units,
    Hundredths,
}

/// The digits of a non-negative value, rounded half away from zero; `None` if the value is not finite.
fn round_decimals(magnitude: f64, decimals: usize, scale: Scale) -> Option<String> {
    if !magnitude.is_finite() {
        return None;
    }
    let position = -i16::try_from(decimals.min(MOST_DECIMALS)).ok()?;
    let mut number = UnsignedDecimal::try_from_f64(magnitude, FloatPrecision::RoundTrip).ok()?;
    match scale {
        Scale::Units => {}
        Scale::Hundredths => {
            number.multiply_pow10(2);
            number.trim_start();
        }
    }
    number.round_with_mode(position, UnsignedRoundingMode::HalfExpand);
    number.pad_end(position);
    Some(number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const VI: Lang = Lang::VI;
    const EN: Lang = Lang::EN;

    fn vi() -> Numbers {
        Numbers::new(VI)
    }

    #[test]
    fn the_marks_of_cldr_are_those_of_official_texts() {
        assert_eq!(marks_of(VI), Marks { decimal: ',', grouping: '.' });
        assert_eq!(marks_of(EN), Marks { decimal: '.', grouping: ',' });
        assert_eq!(DecimalMark::for_language(VI), DecimalMark::Comma);
        assert_eq!(DecimalMark::for_language(EN), DecimalMark::Point);
    }

    #[test]
    fn thousands_are_grouped_in_both_languages() {
        assert_eq!(vi().decimal(1_234.5, 1), "1.234,5");
        assert_eq!(Numbers::new(EN).decimal(1_234.5, 1), "1,234.5");
        assert_eq!(vi().decimal(1_234_567.0, 0), "1.234.567");
        assert_eq!(vi().decimal(999.0, 0), "999");
        assert_eq!(vi().decimal(100_000.0, 2), "100.000,00");
        assert_eq!(vi().decimal(0.5, 3), "0,500");
    }

    #[test]
    fn the_minus_is_typographic_and_zero_has_no_sign() {
        assert_eq!(vi().decimal(-59.4, 1), "−59,4");
        assert_eq!(vi().decimal(-0.0, 1), "0,0");
        assert_eq!(vi().decimal(-0.04, 1), "0,0");
        assert_eq!(vi().write_signed(4.4, 1), "+4,4");
        assert_eq!(vi().write_signed(-59.4, 1), "−59,4");
        assert_eq!(vi().write_signed(0.04, 1), "0,0");
    }

    #[test]
    fn halves_are_rounded_as_a_spreadsheet_does() {
        assert_eq!(vi().decimal(0.25, 1), "0,3");
        assert_eq!(vi().decimal(2.675, 2), "2,68");
        assert_eq!(vi().decimal(-2.5, 0), "−3");
        assert_eq!(vi().decimal(999.95, 1), "1.000,0");
        assert_eq!(vi().percent(0.285, 0), "29%");
    }

    #[test]
    fn percent_and_points_are_hundredths() {
        assert_eq!(vi().percent(0.077, 1), "7,7%");
        assert_eq!(vi().percent(-0.093, 1), "−9,3%");
        assert_eq!(vi().signed_percent(0.29, 1), "+29,0%");
        assert_eq!(vi().points(0.0153, 1), "+1,5");
        assert_eq!(vi().points(-0.012, 1), "−1,2");
        assert_eq!(vi().percent(12.5, 0), "1.250%");
    }

    #[test]
    fn another_program_gets_no_grouping_and_a_hyphen() {
        assert_eq!(vi().for_spreadsheet(-1_234.5, 6), "-1234,5");
        assert_eq!(Numbers::new(EN).for_spreadsheet(1_234_567.25, 6), "1234567.25");
        assert_eq!(vi().for_spreadsheet(100.0, 0), "100");
        assert_eq!(vi().for_spreadsheet(-0.000_000_1, 6), "0");
        assert_eq!(vi().for_spreadsheet(f64::NAN, 6), "");
    }

    #[test]
    fn closing_zeros_are_dropped_where_asked() {
        assert_eq!(vi().write_trimmed(30.0, 2), "30");
        assert_eq!(vi().write_trimmed(0.5, 3), "0,5");
        assert_eq!(vi().write_trimmed(1_000.0, 1), "1.000");
        assert_eq!(vi().write_trimmed(-0.001, 2), "0");
        assert_eq!([30.0, 0.5, 6.29, 190.374_6].map(|value| vi().count_decimals(value, 3)), [0, 1, 2, 3]);
    }

    #[test]
    fn years_ranges_and_gaps_have_their_own_form() {
        assert_eq!(vi().year(2030), "2030");
        assert_eq!(vi().range(14.0, 25.0, 0), "14–25");
        assert_eq!(Numbers::new(EN).range(39.8, 40.7, 1), "39.8–40.7");
        assert_eq!(vi().missing(), "–");
        assert_eq!(vi().decimal(f64::NAN, 1), "–");
        assert_eq!(vi().percent(f64::INFINITY, 1), "–");
    }

    #[test]
    fn the_widest_values_are_written_in_full() {
        assert_eq!(vi().decimal(f64::MIN_POSITIVE, 2), "0,00");
        assert!(vi().decimal(f64::MAX, 0).starts_with("179.769.313"));
        assert_eq!(vi().decimal(1.0, 400), "1,000000000000000");
    }
}
