//! The time of day for the status bar; the model has no clock.

use crate::export::Stamp;

/// Seconds since 1970, for the names of dated copies.
pub(super) fn seconds() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// Local date and time of a moment in seconds since 1970; empty where there is no such moment.
pub(super) fn date_and_time(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map_or_else(
        |_| String::new(),
        |moment| moment.to_zoned(jiff::tz::TimeZone::system()).strftime("%d/%m/%Y %H:%M:%S").to_string(),
    )
}

/// Today in local time.
pub(super) fn today() -> Stamp {
    let now = jiff::Zoned::now();
    let number = |value: i8| u8::try_from(value).unwrap_or(1);
    Stamp { year: now.year(), month: number(now.month()), day: number(now.day()) }
}

/// Local time as hours, minutes, seconds.
pub(super) fn time_of_day() -> String {
    jiff::Zoned::now().strftime("%H:%M:%S").to_string()
}
