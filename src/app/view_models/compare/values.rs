//! The value of an assumption in words: a number, a span of years, values by year, shares.

use super::super::context::StateReader;
use crate::quantity::{Unit, Year};
use crate::scenario::lever::{Kind, LeverSpec};
use crate::scenario::setting::{LeverKey, NumberTable, Setting, YearTable};
use crate::scenario::study::Study;
use crate::scenario::{CalibratedBaseline, default_path, default_shares};
use crate::text::words::{filled, label, period};
use crate::text::{lever_unit, with_unit};

/// Values by year that are few enough to be written one by one.
const FEW: usize = 2;

/// Writes values of a lever.
pub(super) struct Values<'a> {
    pub(super) reader: &'a StateReader<'a>,
    pub(super) spec: &'static LeverSpec,
}

impl Values<'_> {
    /// What a case has: its setting, or the default of its baseline.
    pub(super) fn read(
        &self,
        setting: Option<&Setting>,
        study: &Study,
        baseline: &CalibratedBaseline,
        key: &LeverKey,
    ) -> String {
        match setting {
            Some(setting) => self.setting(setting),
            None if self.spec.kind == Kind::Shares => {
                default_shares(study, baseline, key.lever).map_or_else(|| self.missing(), |shares| self.shares(&shares))
            }
            None => default_path(study, baseline, key).map_or_else(|| self.missing(), |path| self.path(&path)),
        }
    }

    fn missing(&self) -> String {
        self.reader.numbers.missing().to_owned()
    }

    /// The default over the projected years.
    fn path(&self, path: &[f64]) -> String {
        let (Some(&first), Some(&last)) = (path.get(1).or_else(|| path.first()), path.last()) else {
            return self.missing();
        };
        if self.spec.kind == Kind::Switch {
            return self.switch(last != 0.0);
        }
        let (first, last) = (self.number(first), self.number(last));
        if first == last {
            return self.with_unit(&first);
        }
        let both = filled(self.reader.lang, "compare-from-to", &[("first", &first), ("last", &last)]);
        self.with_unit(&both)
    }

    pub(super) fn setting(&self, setting: &Setting) -> String {
        match setting {
            Setting::Constant(value) => self.with_unit(&self.number(*value)),
            Setting::Span { value, from, to } => {
                let value = self.with_unit(&self.number(*value));
                filled(self.reader.lang, "compare-span", &[("value", &value), ("period", &years(*from, *to))])
            }
            Setting::Range { low, base, high } => {
                let ends = format!("{}–{}", self.number(*low), self.number(*high));
                format!("{} ({ends})", self.with_unit(&self.number(*base)))
            }
            Setting::Points(table) => self.points(table),
            Setting::Years { default, values } => {
                let value = self.table(values);
                match default {
                    None => value,
                    Some(other) => {
                        let other = self.with_unit(&self.number(*other));
                        filled(self.reader.lang, "compare-elsewhere", &[("value", &value), ("other", &other)])
                    }
                }
            }
            Setting::Switch(on) => self.switch(*on),
            Setting::Shares(shares) => self.shares(shares),
        }
    }

    fn switch(&self, on: bool) -> String {
        label(self.reader.lang, if on { "levers-on" } else { "levers-off" })
    }

    /// Values joined by straight lines: from the first to the last.
    fn points(&self, table: &YearTable) -> String {
        let at = |(year, value): (Year, f64)| {
            let value = self.with_unit(&self.number(value));
            filled(self.reader.lang, "compare-in-year", &[("year", &year.to_string()), ("value", &value)])
        };
        let ends: Vec<(Year, f64)> = table.iter().collect();
        match ends.as_slice() {
            [] => self.missing(),
            [only] => at(*only),
            [first, .., last] => {
                filled(self.reader.lang, "compare-from-to", &[("first", &at(*first)), ("last", &at(*last))])
            }
        }
    }

    /// Values by year: one by one where they are few, else their range and period.
    fn table(&self, table: &YearTable) -> String {
        let entries: Vec<(Year, f64)> = table.iter().collect();
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return self.missing() };
        if entries.len() <= FEW {
            let each = entries.iter().map(|(year, value)| {
                let value = self.with_unit(&self.number(*value));
                filled(self.reader.lang, "compare-in-year", &[("year", &year.to_string()), ("value", &value)])
            });
            return each.collect::<Vec<_>>().join("; ");
        }
        let low = entries.iter().map(|entry| entry.1).fold(f64::INFINITY, f64::min);
        let high = entries.iter().map(|entry| entry.1).fold(f64::NEG_INFINITY, f64::max);
        let (low_text, high_text) = (self.number(low), self.number(high));
        let range = if low_text == high_text {
            low_text
        } else {
            // One plus sign stands for both ends.
            format!("{low_text}–{}", high_text.trim_start_matches(if low > 0.0 { "+" } else { "" }))
        };
        let value = self.with_unit(&range);
        filled(self.reader.lang, "compare-span", &[("value", &value), ("period", &years(first.0, last.0))])
    }

    fn shares(&self, shares: &NumberTable) -> String {
        let part = |(id, share): (String, f64)| {
            format!("{} {}", self.reader.line_short(&id), self.reader.numbers.percent(share, self.spec.decimals))
        };
        shares.iter().map(part).collect::<Vec<_>>().join(", ")
    }

    /// A value in the lever's unit, without it; additions carry their sign.
    fn number(&self, value: f64) -> String {
        let numbers = self.reader.numbers;
        let shown = self.spec.to_shown(value);
        if self.spec.unit == Unit::CalendarYear {
            return numbers.write_trimmed(shown, 0).replace(['.', ','], "");
        }
        let text = numbers.write_trimmed(shown, self.spec.decimals + 2);
        let is_added = matches!(self.spec.unit, Unit::PercentagePoint | Unit::PercentagePointPerYear);
        if is_added && shown > 0.0 && text != "0" { format!("+{text}") } else { text }
    }

    /// A written value with its unit; the per cent sign follows without a space, and a year needs none.
    fn with_unit(&self, value: &str) -> String {
        if self.spec.unit == Unit::CalendarYear {
            return value.to_owned();
        }
        with_unit(value, &lever_unit(self.spec, self.reader.lang))
    }
}

/// A period, or its only year.
fn years(from: Year, to: Year) -> String {
    if from == to { from.to_string() } else { period(from, to) }
}
