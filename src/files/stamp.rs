//! Moments as they stand in file names: sortable, without the colon that some systems refuse.

/// Seconds of a day.
const DAY: i64 = 86_400;

/// A day of the Gregorian calendar: year, month, day.
pub(super) type Date = (i64, i64, i64);

/// The day, in universal time, of a moment in seconds since 1970.
///
/// Counted in years that begin in March, so that the leap day is the last of its year.
pub(super) fn date_of(seconds: i64) -> Date {
    let shifted = seconds.div_euclid(DAY) + 719_468;
    let era = shifted.div_euclid(146_097);
    let day = shifted.rem_euclid(146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let date = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, date)
}

fn days_of((year, month, day): Date) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year = year.rem_euclid(400);
    let month = if month > 2 { month - 3 } else { month + 9 };
    let day = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + year * 365 + year / 4 - year / 100 + day - 719_468
}

/// A moment as `2026-11-22T01-29-50Z`.
pub fn stamp(seconds: i64) -> String {
    let (year, month, day) = date_of(seconds);
    let time = seconds.rem_euclid(DAY);
    format!("{year:04}-{month:02}-{day:02}T{:02}-{:02}-{:02}Z", time / 3600, time / 60 % 60, time % 60)
}

/// The moment that [`stamp`] wrote, or `None` for any other text.
pub(super) fn read_stamp(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let numbers = |text: &str| -> Option<[i64; 3]> {
        let parts: Vec<i64> = text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        parts.try_into().ok()
    };
    let ([year, month, day], [hour, minute, second]) = (numbers(date)?, numbers(time)?);
    let seconds = days_of((year, month, day)) * DAY + hour * 3600 + minute * 60 + second;
    (stamp(seconds) == text).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments_are_written_and_read() {
        for (seconds, text) in [
            (0, "1970-01-01T00-00-00Z"),
            (951_782_399, "2000-02-28T23-59-59Z"),
            (951_782_400, "2000-02-29T00-00-00Z"),
            (1_772_323_200, "2026-03-01T00-00-00Z"),
            (4_102_444_800, "2100-01-01T00-00-00Z"),
        ] {
            assert_eq!(stamp(seconds), text);
            assert_eq!(read_stamp(text), Some(seconds));
        }
    }

    #[test]
    fn every_day_of_two_centuries_returns() {
        for day in -36_500..36_500 {
            let seconds = day * DAY + 4_321;
            if date_of(seconds).0 >= 1_000 {
                assert_eq!(read_stamp(&stamp(seconds)), Some(seconds));
            }
        }
    }

    #[test]
    fn other_texts_are_no_moments() {
        for text in ["", "plan", "2026-13-01T00-00-00Z", "2026-02-30T00-00-00Z", "2026-01-01", "2026-01-01T24-00-00Z"] {
            assert_eq!(read_stamp(text), None, "{text}");
        }
    }
}
