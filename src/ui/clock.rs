//! The time of day for the status bar; the model has no clock.

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

/// Local time of a moment in seconds since 1970 as hours, minutes, seconds; empty where there is no such moment.
pub(super) fn time_of(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map_or_else(
        |_| String::new(),
        |moment| moment.to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M:%S").to_string(),
    )
}

/// Local time as hours, minutes, seconds.
pub(super) fn time_of_day() -> String {
    jiff::Zoned::now().strftime("%H:%M:%S").to_string()
}
