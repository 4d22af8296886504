//! The date of an export, handed in by whoever has a clock.

use crate::lang::Lang;
use crate::text::words::date;

/// A calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Year.
    pub year: i16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Stamp {
    /// A date written as `2026-11-22`; `None` where there is no such day.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-');
        let year: i16 = parts.next()?.parse().ok()?;
        let month: u8 = parts.next()?.parse().ok()?;
        let day: u8 = parts.next()?.parse().ok()?;
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            _ => return None,
        };
        ((1900..=9999).contains(&year) && (1..=last).contains(&day)).then_some(Self { year, month, day })
    }

    /// The date in words.
    pub fn to_text(self, lang: Lang) -> String {
        date(lang, self.year, self.month, self.day)
    }

    /// `2026-11-22`.
    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The year as spreadsheets count it, not before 1900.
    pub(super) fn year_number(self) -> u16 {
        u16::try_from(self.year.max(1900)).unwrap_or(1900)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_is_typed_exists() {
        assert_eq!(Stamp::read("2024-02-29"), Some(Stamp { year: 2024, month: 2, day: 29 }));
        for wrong in ["2023-02-29", "2024-13-01", "2024-00-10", "22/11/2026", "", "2024-1", "1800-01-01"] {
            assert_eq!(Stamp::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_date_is_written_as_each_language_writes_it() {
        let stamp = Stamp { year: 2026, month: 11, day: 2 };
        assert_eq!(stamp.to_text(Lang::VI), "02/11/2026");
        assert_eq!(stamp.to_text(Lang::EN), "2 November 2026");
    }
}
