//! What a number of the inputs may be; each row of the inputs names one of these.

/// Largest magnitude accepted for any input.
const LARGEST: f64 = 1e15;

/// What a value may be, ends included; `None` where nothing is asked of the input itself, because the figures made from it are looked at.
pub(super) type Bounds = Option<(f64, f64)>;

/// Whatever stands there.
pub(super) const FREE: Bounds = None;
/// Any number of an accepted magnitude.
pub(super) const ANY: Bounds = Some((-LARGEST, LARGEST));
/// Above 0.
pub(super) const POSITIVE: Bounds = Some((f64::MIN_POSITIVE, LARGEST));
/// Above 0, and however large.
pub(super) const MORE_THAN_ZERO: Bounds = Some((f64::MIN_POSITIVE, f64::INFINITY));
/// From 0.
pub(super) const NOT_NEGATIVE: Bounds = Some((0.0, LARGEST));
/// From 0, and however large.
pub(super) const ZERO_OR_MORE: Bounds = Some((0.0, f64::INFINITY));
/// From 0 to the largest number below 1.
pub(super) const BELOW_ONE: Bounds = Some((0.0, 1.0 - f64::EPSILON / 2.0));
/// Years that an event may name; far from where arithmetic on years ends.
pub(super) const CALENDAR: Bounds = Some((1.0, 9999.0));
