//! Numbers written as text, and the question of their marks.

/// Which mark stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum DecimalSign {
    /// A dot; commas and blanks group thousands.
    Dot,
    /// A comma; dots and blanks group thousands.
    Comma,
}

/// What a written number says about the marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkEvidence {
    /// It holds no mark, or both readings give the same.
    None,
    /// Only this reading is possible.
    Only(DecimalSign),
    /// Both readings are possible and differ.
    Either,
}

/// A number as written, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WrittenNumber {
    digits: String,
    negative: bool,
    /// Letters and marks behind the number, such as `e` or `*`.
    pub flags: String,
}

const MINUS: &[char] = &['-', '\u{2212}', '\u{2013}'];
const BLANKS: &[char] = &[' ', '\u{a0}', '\u{202f}', '\u{2009}', '\''];

impl WrittenNumber {
    /// Takes a text apart; `None` unless it is a number with at most a short flag behind it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut rest = text.trim();
        if let Some(plain) = without_exponent(rest) {
            return Self::read(&plain);
        }
        let in_brackets = rest.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
        let bracketed = in_brackets.is_some_and(|inner| inner.contains(['.', ',']) || inner.len() > 3);
        if let (true, Some(inner)) = (bracketed, in_brackets) {
            rest = inner.trim();
        }
        let signed = rest.strip_prefix(MINUS);
        let negative = signed.is_some() || bracketed;
        let rest = signed.or_else(|| rest.strip_prefix('+')).unwrap_or(rest).trim_start();
        let belongs = |c: char| c.is_ascii_digit() || c == '.' || c == ',' || BLANKS.contains(&c);
        let end = rest.find(|c: char| !belongs(c)).unwrap_or(rest.len());
        let (digits, tail) = rest.split_at_checked(end)?;
        let digits = digits.trim_end_matches(BLANKS);
        let tail = tail.trim();
        let flags = tail.strip_prefix('%').map_or(tail, str::trim);
        let short =
            flags.chars().count() <= 3 && flags.chars().all(|c| c.is_ascii_alphabetic() || "*†‡()[]/".contains(c));
        let starts = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
        let some = digits.contains(|c: char| c.is_ascii_digit()) && !digits.ends_with(['.', ',']);
        let digits: String = digits.to_owned();
        (short && starts && some && grouped_well(&digits)).then(|| Self { digits, negative, flags: flags.to_owned() })
    }

    /// What the number says about the marks.
    pub(super) fn evidence(&self) -> MarkEvidence {
        let can = |mark| self.digits_with(mark).is_some();
        match (can(DecimalSign::Dot), can(DecimalSign::Comma)) {
            (true, false) => MarkEvidence::Only(DecimalSign::Dot),
            (false, true) => MarkEvidence::Only(DecimalSign::Comma),
            _ if self.digits.contains(['.', ',']) && self.value(DecimalSign::Dot) != self.value(DecimalSign::Comma) => {
                MarkEvidence::Either
            }
            _ => MarkEvidence::None,
        }
    }

    /// The digits with a dot before the decimals, where this reading is possible.
    fn digits_with(&self, mark: DecimalSign) -> Option<String> {
        let (decimal, group) = match mark {
            DecimalSign::Dot => ('.', ','),
            DecimalSign::Comma => (',', '.'),
        };
        let joined: String = self.digits.chars().filter(|c| !BLANKS.contains(c)).collect();
        let (whole, decimals) = joined.split_once(decimal).map_or((joined.as_str(), None), |(a, b)| (a, Some(b)));
        if decimals.is_some_and(|decimals| !decimals.chars().all(|c| c.is_ascii_digit())) {
            return None;
        }
        let groups: Vec<&str> = whole.split(group).collect();
        let grouped = groups.len() == 1
            || groups.first().is_some_and(|first| (1..=3).contains(&first.len()) && *first != "0")
                && groups.iter().skip(1).all(|part| part.len() == 3);
        grouped.then(|| format!("{}.{}", groups.concat(), decimals.unwrap_or("0")))
    }

    /// The value in this reading.
    pub(super) fn value(&self, mark: DecimalSign) -> Option<f64> {
        let digits = self.digits_with(mark)?;
        let value: f64 = if digits.starts_with('.') { format!("0{digits}") } else { digits }.parse().ok()?;
        Some(if self.negative { -value } else { value })
    }
}

/// A number that a program wrote with an exponent, such as `1.25E+05`, in digits alone.
fn without_exponent(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once(['e', 'E'])?;
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c == '.');
    let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let whole = digits(mantissa.strip_prefix('-').unwrap_or(mantissa)) && digits(power) && !power.contains('.');
    let value: f64 = text.parse().ok().filter(|_| whole)?;
    value.is_finite().then(|| value.to_string())
}

/// Whether blanks inside a number stand before groups of three digits.
fn grouped_well(digits: &str) -> bool {
    let mut groups = digits.split(BLANKS);
    let first = groups.next().unwrap_or_default();
    let mut rest = groups.peekable();
    if rest.peek().is_none() {
        return true;
    }
    first.len() <= 3
        && rest.all(|group| {
            let whole = group.split(['.', ',']).next().unwrap_or_default();
            whole.len() == 3
        })
}

/// What all written numbers of a group of columns say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkVerdict {
    /// No number holds a mark that matters.
    Plain,
    /// The numbers settle it.
    Settled(DecimalSign),
    /// Both readings are possible throughout.
    Open,
    /// Some numbers can only be read one way, some only the other.
    Mixed,
}

/// Weighs the evidence of a group of columns.
pub(super) fn weigh<'n>(numbers: impl IntoIterator<Item = &'n WrittenNumber>) -> MarkVerdict {
    let (mut dot, mut comma, mut open) = (false, false, false);
    for number in numbers {
        match number.evidence() {
            MarkEvidence::None => {}
            MarkEvidence::Only(DecimalSign::Dot) => dot = true,
            MarkEvidence::Only(DecimalSign::Comma) => comma = true,
            MarkEvidence::Either => open = true,
        }
    }
    match (dot, comma, open) {
        (true, true, _) => MarkVerdict::Mixed,
        (true, false, _) => MarkVerdict::Settled(DecimalSign::Dot),
        (false, true, _) => MarkVerdict::Settled(DecimalSign::Comma),
        (false, false, true) => MarkVerdict::Open,
        (false, false, false) => MarkVerdict::Plain,
    }
}

/// Why a cell has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub enum NoValue {
    /// Not available, or not applicable.
    Missing,
    /// Known, and withheld.
    Suppressed,
    /// Below half of the unit shown.
    BelowHalfUnit,
}

/// What a text that stands for a value without being a number means.
pub(super) fn no_value(text: &str) -> Option<NoValue> {
    let trimmed = text.trim();
    let bare = trimmed.trim_end_matches(|c: char| c.is_ascii_lowercase() && trimmed.starts_with(':')).trim();
    let folded = bare.to_lowercase();
    // A lone capital is the code of a section.
    if bare.len() == 1 && bare.contains(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    match folded.as_str() {
        "(d)" | "(s)" | "[c]" | "[x]c" | "(c)" | "x" | "[s]" | "c" => Some(NoValue::Suppressed),
        "-" | "–" | "—" | ".." | "..." | "…" | "." | ":" | "n/a" | "na" | "n.a." | "n.a" | "(na)" | "[n/a]" | "[x]"
        | "[z]" | "#n/a" | "--" | "---" | "(nm)" | "nan" | "null" | "[not available]" | "not available" | "*" => {
            Some(NoValue::Missing)
        }
        "(l)" | "[low]" | "0~" | "(z)" => Some(NoValue::BelowHalfUnit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> WrittenNumber {
        WrittenNumber::read(text).unwrap()
    }

    #[test]
    fn one_mark_before_three_digits_is_open_and_anything_else_settles_it() {
        assert_eq!(written("136.977").evidence(), MarkEvidence::Either);
        assert_eq!(written("75,5").evidence(), MarkEvidence::Only(DecimalSign::Comma));
        assert_eq!(written("1.234.567").evidence(), MarkEvidence::Only(DecimalSign::Comma));
        assert_eq!(written("1.234,5").evidence(), MarkEvidence::Only(DecimalSign::Comma));
        assert_eq!(written("0,123").evidence(), MarkEvidence::Only(DecimalSign::Comma));
        assert_eq!(written("12").evidence(), MarkEvidence::None);
        assert_eq!(written("1 234 567").value(DecimalSign::Dot), Some(1_234_567.0));
        assert_eq!(written("(1,234.5)").value(DecimalSign::Dot), Some(-1234.5));
        assert_eq!(written("37400 e").flags, "e");
        assert!(WrittenNumber::read("A. 1").is_none() && WrittenNumber::read("2 000 12").is_none());
    }
}
