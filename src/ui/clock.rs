//! The time of day for the status bar; the model has no clock.

/// Local time as hours, minutes, seconds.
pub(super) fn time_of_day() -> String {
    jiff::Zoned::now().strftime("%H:%M:%S").to_string()
}
