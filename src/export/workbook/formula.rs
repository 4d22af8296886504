//! The formulas of a workbook: written once as text over names, read into a tree, written for a spreadsheet, and evaluated.
//!
//! The text is a spreadsheet's own, with four words for places: `prev(x)` and `back(x,k)` are the named row one and `k` years earlier, `at(x,k)` is its cell `k` years after the base year, `span(x)` is the whole row.
//! A name alone is the row's cell in the column of the formula, or the one cell of a single value.

use crate::engine::real;
use std::fmt::Write as _;

/// A formula as a tree.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum CellFormula {
    Number(f64),
    /// No value: an empty text.
    Blank,
    /// A named cell or row, in some place.
    Named(String, CellChoice),
    Negative(Box<Self>),
    Binary(Operator, Box<Self>, Box<Self>),
    Call(Function, Vec<Self>),
}

impl CellFormula {
    /// The name that it is, in the column of the formula.
    fn as_name(&self) -> Option<&str> {
        match self {
            Self::Named(name, CellChoice::Here) => Some(name),
            Self::Named(_, CellChoice::Back(_) | CellChoice::Year(_) | CellChoice::Span)
            | Self::Number(_)
            | Self::Blank
            | Self::Negative(_)
            | Self::Binary(..)
            | Self::Call(..) => None,
        }
    }

    /// The number that it is.
    const fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Named(..) | Self::Blank | Self::Negative(_) | Self::Binary(..) | Self::Call(..) => None,
        }
    }
}

/// Which cell of a named row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CellChoice {
    /// The column of the formula.
    Here,
    /// So many columns to the left.
    Back(u16),
    /// So many years after the base year.
    Year(u16),
    /// All of it.
    Span,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
}

/// Functions of every spreadsheet since 1997.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    If,
    Min,
    Max,
    And,
    Sum,
    Abs,
    Index,
    Round,
    RoundUp,
    Exp,
    Ln,
    IsNumber,
}

/// A formula with a syntax error or an undefined name: an error of the program.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormulaError {
    /// The text is no formula.
    #[error("no formula: {0}")]
    Syntax(String),
    /// The name is not defined.
    #[error("no name {0}")]
    UnknownName(String),
    /// A name has no cell in a place.
    #[error("no cell of {0} there")]
    NoCell(String),
    /// The formula has no value there, on purpose.
    #[error("blank")]
    Blank,
    /// Two rows have one name.
    #[error("two rows of the name {0}")]
    NameTwice(String),
    /// The value of a formula follows from itself.
    #[error("the formula in {0} leads to itself")]
    Cycle(String),
    /// A spreadsheet reads 8,192 characters.
    #[error("the formula in {0} is too long")]
    TooLong(String),
    /// The value is not finite.
    #[error("no value in {0}")]
    NotFinite(String),
}

const OPERATORS: &[(&str, Operator, u8)] = &[
    ("<=", Operator::LessOrEqual, 1),
    (">=", Operator::GreaterOrEqual, 1),
    ("<", Operator::Less, 1),
    (">", Operator::Greater, 1),
    ("=", Operator::Equal, 1),
    ("+", Operator::Add, 2),
    ("-", Operator::Subtract, 2),
    ("*", Operator::Multiply, 3),
    ("/", Operator::Divide, 3),
    ("^", Operator::Power, 4),
];

const FUNCTIONS: &[(&str, Function)] = &[
    ("IF", Function::If),
    ("MIN", Function::Min),
    ("MAX", Function::Max),
    ("AND", Function::And),
    ("SUM", Function::Sum),
    ("ABS", Function::Abs),
    ("INDEX", Function::Index),
    ("ROUNDUP", Function::RoundUp),
    ("ROUND", Function::Round),
    ("EXP", Function::Exp),
    ("LN", Function::Ln),
    ("ISNUMBER", Function::IsNumber),
];

impl Operator {
    fn record(self) -> (&'static str, u8) {
        OPERATORS.iter().find(|row| row.1 == self).map_or(("", 0), |row| (row.0, row.2))
    }

    fn apply(self, a: f64, b: f64) -> f64 {
        let flag = |holds: bool| f64::from(u8::from(holds));
        match self {
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / b,
            Self::Power => crate::quantity::elementary::power(a, b),
            Self::Less => flag(a < b),
            Self::LessOrEqual => flag(a <= b),
            Self::Greater => flag(a > b),
            Self::GreaterOrEqual => flag(a >= b),
            Self::Equal => flag(a.total_cmp(&b).is_eq() || (a == 0.0 && b == 0.0)),
        }
    }
}

impl Function {
    fn name(self) -> &'static str {
        FUNCTIONS.iter().find(|row| row.1 == self).map_or("", |row| row.0)
    }
}

/// Where the cells of names are, and what they hold.
pub(super) trait Cells {
    /// The address of a named cell as a formula writes it: by its name or as `Sheet!E5`.
    fn address(&self, name: &str, at: CellChoice, as_argument: bool) -> Result<String, FormulaError>;
    /// Its value.
    fn value(&mut self, name: &str, at: CellChoice) -> Result<f64, FormulaError>;
    /// Values of the whole named row.
    fn span(&mut self, name: &str) -> Result<Vec<f64>, FormulaError>;
}

impl CellFormula {
    /// Reads a formula.
    pub(super) fn read(text: &str) -> Result<Self, FormulaError> {
        let mut reader = Reader { rest: text.trim() };
        let formula = reader.expression(1);
        match formula {
            Some(formula) if reader.rest.is_empty() => Ok(formula),
            Some(_) | None => Err(FormulaError::Syntax(text.to_owned())),
        }
    }

    /// The formula as a spreadsheet reads it, without the equals sign.
    pub(super) fn to_text(&self, cells: &impl Cells) -> Result<String, FormulaError> {
        let mut text = String::new();
        self.write(cells, 0, false, &mut text)?;
        Ok(text)
    }

    fn write(&self, cells: &impl Cells, around: u8, as_argument: bool, text: &mut String) -> Result<(), FormulaError> {
        match self {
            // Writing into a string cannot fail.
            Self::Number(value) => write!(text, "{value}").unwrap_or_default(),
            Self::Blank => text.push_str("\"\""),
            Self::Named(name, at) => text.push_str(&cells.address(name, *at, as_argument)?),
            Self::Negative(inner) => {
                text.push('-');
                inner.write(cells, 5, false, text)?;
            }
            Self::Binary(operator, left, right) => {
                let (sign, rank) = operator.record();
                let open = rank < around;
                if open {
                    text.push('(');
                }
                left.write(cells, rank, false, text)?;
                text.push_str(sign);
                right.write(cells, rank + 1, false, text)?;
                if open {
                    text.push(')');
                }
            }
            Self::Call(function, arguments) => {
                text.push_str(function.name());
                text.push('(');
                for (position, argument) in arguments.iter().enumerate() {
                    if position > 0 {
                        text.push(',');
                    }
                    argument.write(cells, 0, true, text)?;
                }
                text.push(')');
            }
        }
        Ok(())
    }

    /// The value of the formula; a statement that holds is 1.
    pub(super) fn value(&self, cells: &mut impl Cells) -> Result<f64, FormulaError> {
        match self {
            Self::Number(value) => Ok(*value),
            Self::Blank => Err(FormulaError::Blank),
            Self::Named(name, at) => cells.value(name, *at),
            Self::Negative(inner) => Ok(-inner.value(cells)?),
            Self::Binary(operator, left, right) => {
                let left = left.value(cells)?;
                Ok(operator.apply(left, right.value(cells)?))
            }
            Self::Call(function, arguments) => call(*function, arguments, cells),
        }
    }

    /// Whether the result is TRUE or FALSE rather than a number.
    pub(super) const fn is_statement(&self) -> bool {
        matches!(
            self,
            Self::Call(Function::And | Function::IsNumber, _)
                | Self::Binary(
                    Operator::Less
                        | Operator::LessOrEqual
                        | Operator::Greater
                        | Operator::GreaterOrEqual
                        | Operator::Equal,
                    _,
                    _
                )
        )
    }
}

fn call(function: Function, arguments: &[CellFormula], cells: &mut impl Cells) -> Result<f64, FormulaError> {
    let wrong = || FormulaError::Syntax(function.name().to_owned());
    match (function, arguments) {
        (Function::If, [condition, yes, no]) => {
            if condition.value(cells)? == 0.0 {
                no.value(cells)
            } else {
                yes.value(cells)
            }
        }
        (Function::Index, [CellFormula::Named(name, CellChoice::Span), position]) => {
            let position = position.value(cells)?;
            let row = cells.span(name)?;
            let place = usize::from(whole(position).ok_or_else(wrong)?);
            place.checked_sub(1).and_then(|before| row.get(before)).copied().ok_or_else(wrong)
        }
        (Function::IsNumber, [inner]) => match inner.value(cells) {
            Ok(_) => Ok(1.0),
            Err(FormulaError::Blank) => Ok(0.0),
            Err(error) => Err(error),
        },
        (Function::Abs, [inner]) => Ok(inner.value(cells)?.abs()),
        (Function::RoundUp, [inner, _]) => Ok(inner.value(cells)?.ceil()),
        (Function::Round, [inner, _]) => Ok(inner.value(cells)?.round()),
        (Function::Exp, [inner]) => Ok(real::exp(inner.value(cells)?)),
        (Function::Ln, [inner]) => Ok(real::ln(inner.value(cells)?)),
        (Function::Min, _) => values(arguments, cells)?.into_iter().reduce(f64::min).ok_or_else(wrong),
        (Function::Max, _) => values(arguments, cells)?.into_iter().reduce(f64::max).ok_or_else(wrong),
        (Function::Sum, _) => values(arguments, cells)?.into_iter().reduce(|sum, value| sum + value).ok_or_else(wrong),
        (Function::And, _) => Ok(f64::from(u8::from(values(arguments, cells)?.into_iter().all(|value| value != 0.0)))),
        (
            Function::If
            | Function::Index
            | Function::Abs
            | Function::Round
            | Function::RoundUp
            | Function::Exp
            | Function::Ln
            | Function::IsNumber,
            _,
        ) => Err(wrong()),
    }
}

/// Values of arguments, rows in full.
fn values(arguments: &[CellFormula], cells: &mut impl Cells) -> Result<Vec<f64>, FormulaError> {
    let mut values = Vec::new();
    for argument in arguments {
        if let CellFormula::Named(name, CellChoice::Span) = argument {
            values.extend(cells.span(name)?);
        } else {
            values.push(argument.value(cells)?);
        }
    }
    Ok(values)
}

/// Recursive descent over the text that is left.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn take(&mut self, sign: &str) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest.trim_start();
                true
            }
            None => false,
        }
    }

    /// Characters that belong to a number or a word.
    fn word(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest.trim_start();
        word
    }

    /// A word or a name: letters, digits, and ids in braces, which hold any sign.
    fn name(&mut self) -> Option<&'a str> {
        let mut inside = false;
        let end = self.rest.find(|c: char| {
            inside = (inside || c == '{') && c != '}';
            !inside && c != '}' && !c.is_ascii_alphanumeric() && c != '_'
        });
        let (name, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest.trim_start();
        (!inside).then_some(name)
    }

    fn expression(&mut self, lowest: u8) -> Option<CellFormula> {
        let mut left = self.factor()?;
        while let Some(&(sign, operator, rank)) =
            OPERATORS.iter().find(|row| self.rest.starts_with(row.0)).filter(|row| row.2 >= lowest)
        {
            self.take(sign);
            let right = self.expression(rank + 1)?;
            left = CellFormula::Binary(operator, Box::new(left), Box::new(right));
        }
        Some(left)
    }

    fn factor(&mut self) -> Option<CellFormula> {
        if self.take("-") {
            return Some(CellFormula::Negative(Box::new(self.factor()?)));
        }
        if self.take("(") {
            let inner = self.expression(1)?;
            return self.take(")").then_some(inner);
        }
        if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            let number = self.word(|c| c.is_ascii_digit() || c == '.');
            return number.parse().ok().map(CellFormula::Number);
        }
        let word = self.name()?;
        if word.is_empty() {
            return None;
        }
        if word == "BLANK" {
            return Some(CellFormula::Blank);
        }
        if self.take("(") { self.arguments(word) } else { Some(CellFormula::Named(word.to_owned(), CellChoice::Here)) }
    }

    fn arguments(&mut self, word: &str) -> Option<CellFormula> {
        let mut arguments = Vec::new();
        while !self.take(")") {
            arguments.push(self.expression(1)?);
            if !self.take(",") && !self.rest.starts_with(')') {
                return None;
            }
        }
        if let Some((_, function)) = FUNCTIONS.iter().find(|row| row.0 == word) {
            return Some(CellFormula::Call(*function, arguments));
        }
        let (name, steps) = match arguments.as_slice() {
            [name] => (name.as_name()?, 0),
            [name, steps] => (name.as_name()?, whole(steps.as_number()?)?),
            [] | [_, _, _, ..] => return None,
        };
        let at = match word {
            "prev" => CellChoice::Back(1),
            "back" => CellChoice::Back(steps),
            "at" => CellChoice::Year(steps),
            "span" => CellChoice::Span,
            _ => return None,
        };
        Some(CellFormula::Named(name.to_owned(), at))
    }
}

/// A small count that was read as a number.
fn whole(number: f64) -> Option<u16> {
    (0..=u16::MAX).find(|count| f64::from(*count) >= number)
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed;

    impl Cells for Fixed {
        fn address(&self, name: &str, at: CellChoice, as_argument: bool) -> Result<String, FormulaError> {
            Ok(match at {
                CellChoice::Here if as_argument => format!("{name}!E1"),
                CellChoice::Here | CellChoice::Span => name.to_owned(),
                CellChoice::Back(steps) => format!("{name}!-{steps}"),
                CellChoice::Year(year) => format!("{name}!{year}"),
            })
        }

        fn value(&mut self, name: &str, _: CellChoice) -> Result<f64, FormulaError> {
            name.strip_prefix('v').and_then(|digits| digits.parse().ok()).ok_or(FormulaError::UnknownName(name.into()))
        }

        fn span(&mut self, _: &str) -> Result<Vec<f64>, FormulaError> {
            Ok(vec![3.0, 1.0, 2.0])
        }
    }

    fn both(text: &str) -> (String, f64) {
        let formula = CellFormula::read(text).unwrap();
        (formula.to_text(&Fixed).unwrap(), formula.value(&mut Fixed).unwrap())
    }

    #[test]
    fn a_formula_keeps_its_meaning() {
        for (text, written, value) in [
            ("prev(v2)*(1+v3+v4)", "v2!-1*(1+v3+v4)", 16.0),
            ("2-(3-4)", "2-(3-4)", 3.0),
            ("2-3-4", "2-3-4", -5.0),
            ("v2^(1-v3)/4", "v2^(1-v3)/4", 0.0625),
            ("8/(2*2)", "8/(2*2)", 2.0),
            ("IF(v1>=v2,v3,-v4)", "IF(v1>=v2,v3!E1,-v4)", -4.0),
            ("MIN(1,v5/v2)+MAX(span(v9))", "MIN(1,v5/v2)+MAX(v9)", 4.0),
            ("INDEX(span(v9),2)", "INDEX(v9,2)", 1.0),
            ("-(v1+v2)*3", "-(v1+v2)*3", -9.0),
            ("prev(v2)-v3", "v2!-1-v3", -1.0),
            ("AND(v1=1,at(v2,3)<3)", "AND(v1=1,v2!3<3)", 1.0),
            ("IF(ISNUMBER(v7),v7-v3,BLANK)", "IF(ISNUMBER(v7!E1),v7-v3,\"\")", 4.0),
            ("ISNUMBER(IF(v0=0,BLANK,v1))", "ISNUMBER(IF(v0=0,\"\",v1!E1))", 0.0),
        ] {
            assert_eq!(both(text), (written.to_owned(), value), "{text}");
        }
    }

    #[test]
    fn what_is_no_formula_is_refused() {
        for text in ["", "1+", "(1", "prev(1)", "foo(v1)", "v1 v2", "1,2", "="] {
            assert!(CellFormula::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn ids_stand_in_braces() {
        let formula = CellFormula::read("prev(gp_{hi-tech})-eps_{a}__{b-c}").unwrap();
        assert_eq!(formula.to_text(&Fixed).unwrap(), "gp_{hi-tech}!-1-eps_{a}__{b-c}");
        assert!(CellFormula::read("gp_{hi-tech").is_err());
    }
}
