//! The equations as text: a number that, instead of having a value, remembers how it is computed from names.
//!
//! The engine runs over it as over any other number; each figure that the equations name is kept on a sheet with its expression.
//! The workbook, the view Model and `docs/model.md` print what is found there.

use super::model_figure::ModelTerm;
use super::real::{Lift, Real};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::{Add, Div, Mul, Neg, Sub};
use std::rc::Rc;

/// How a figure is computed.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// An input by its name; with a position where it has one value a year.
    Input(String, Option<usize>),
    /// A figure of the model.
    Figure(ModelTerm),
    /// The negative.
    Negative(Rc<Self>),
    /// Two expressions joined by a sign.
    Binary(Sign, Rc<Self>, Rc<Self>),
    /// A function of one expression.
    Function(FunctionOfOne, Rc<Self>),
    /// The smaller of two.
    Min(Rc<Self>, Rc<Self>),
    /// The larger of two.
    Max(Rc<Self>, Rc<Self>),
    /// `[value, limit, then, otherwise]`: `then` where the value is above the limit.
    IfAbove([Rc<Self>; 4]),
    /// `[value, other, then, otherwise]`: `then` where both are equal.
    IfEqual([Rc<Self>; 4]),
    /// The path of an input so many whole years before a position, 0 before its start.
    LookBack {
        /// Name of the path.
        path: String,
        /// The position.
        index: usize,
        /// Years back.
        lag: Rc<Self>,
    },
}

/// A sign between two expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Addition.
    Plus,
    /// Subtraction.
    Minus,
    /// Multiplication.
    Times,
    /// Division.
    Over,
    /// Raising to a power.
    ToThe,
}

/// A function of one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionOfOne {
    /// e to a power.
    Exp,
    /// Natural logarithm.
    Ln,
    /// Square root.
    Sqrt,
    /// The nearest whole number.
    Round,
}

impl Expression {
    /// The expression as it is read: `N(t−1) · (1 + n) + M`; a condition in brackets is 1 where it holds, otherwise 0.
    pub fn to_text(&self) -> String {
        self.text_inside(0)
    }

    /// How tightly the outermost sign binds.
    fn rank(&self) -> u8 {
        match self {
            Self::Binary(Sign::Plus | Sign::Minus, ..) | Self::IfAbove(_) | Self::IfEqual(_) => 1,
            Self::Binary(Sign::Times | Sign::Over, ..) => 2,
            Self::Negative(_) => 3,
            Self::Binary(Sign::ToThe, ..) => 4,
            Self::Number(value) if *value < 0.0 => 3,
            Self::Number(_)
            | Self::Input(..)
            | Self::Figure(_)
            | Self::Function(..)
            | Self::Min(..)
            | Self::Max(..)
            | Self::LookBack { .. } => 5,
        }
    }

    fn text_inside(&self, around: u8) -> String {
        let text = match self {
            Self::Number(value) => format!("{value}").replace('-', "−"),
            Self::Input(name, _) => name.clone(),
            Self::Figure(term) => format!("{term:?}"),
            Self::Negative(inner) => format!("−{}", inner.text_inside(3)),
            Self::Binary(sign, left, right) => sign.join(left, right),
            Self::Function(function, inner) => format!("{}({})", function.word(), inner.to_text()),
            Self::Min(a, b) => format!("min({}, {})", a.to_text(), b.to_text()),
            Self::Max(a, b) => format!("max({}, {})", a.to_text(), b.to_text()),
            Self::IfAbove([value, limit, then, otherwise]) => {
                let (value, limit) = (value.to_text(), limit.to_text());
                cases(&[(format!("{value} > {limit}"), then), (format!("{value} ≤ {limit}"), otherwise)])
            }
            Self::IfEqual([value, other, then, otherwise]) => {
                let (value, other) = (value.to_text(), other.to_text());
                cases(&[(format!("{value} = {other}"), then), (format!("{value} ≠ {other}"), otherwise)])
            }
            Self::LookBack { path, lag, .. } => format!("{path}(t−{})", lag.text_inside(5)),
        };
        if self.rank() < around { format!("({text})") } else { text }
    }
}

/// Cases with their conditions, without those that are 0.
fn cases(all: &[(String, &Rc<Expression>)]) -> String {
    let told = all.iter().filter(|(_, value)| **value != Rc::new(Expression::Number(0.0)));
    told.map(|(condition, value)| format!("[{condition}] · {}", value.text_inside(2))).collect::<Vec<_>>().join(" + ")
}

impl Sign {
    fn join(self, left: &Expression, right: &Expression) -> String {
        // The right factor of a product is written without brackets, because multiplication is associative.
        let (word, rank, right_rank) = match self {
            Self::Plus => (" + ", 1, 1),
            Self::Minus => (" − ", 1, 2),
            Self::Times => (" · ", 2, 2),
            Self::Over => (" / ", 2, 3),
            Self::ToThe => ("^", 5, 5),
        };
        format!("{}{word}{}", left.text_inside(rank), right.text_inside(right_rank))
    }
}

impl FunctionOfOne {
    const fn word(self) -> &'static str {
        match self {
            Self::Exp => "exp",
            Self::Ln => "ln",
            Self::Sqrt => "sqrt",
            Self::Round => "round",
        }
    }
}

/// Where the expressions of one run stand.
#[derive(Debug, Default)]
pub struct FormulaSheet {
    expressions: RefCell<Vec<Rc<Expression>>>,
    figures: RefCell<BTreeMap<ModelTerm, Rc<Expression>>>,
}

impl FormulaSheet {
    /// An input by its name, with its position where it has one value a year.
    pub fn input(&self, name: &str, index: Option<usize>) -> Formula<'_> {
        self.put(Expression::Input(name.to_owned(), index))
    }

    /// The expression behind a number.
    pub fn expression(&self, formula: Formula<'_>) -> Rc<Expression> {
        match formula {
            Formula::Number(value) => Rc::new(Expression::Number(value)),
            Formula::Kept(sheet, at) => sheet.at(at),
        }
    }

    /// Every named figure with the expression that gives it.
    pub fn figures(&self) -> BTreeMap<ModelTerm, Rc<Expression>> {
        self.figures.borrow().clone()
    }

    fn put(&self, expression: Expression) -> Formula<'_> {
        let mut all = self.expressions.borrow_mut();
        all.push(Rc::new(expression));
        Formula::Kept(self, all.len() - 1)
    }

    fn at(&self, place: usize) -> Rc<Expression> {
        let all = self.expressions.borrow();
        all.get(place).cloned().unwrap_or_else(|| Rc::new(Expression::Number(f64::NAN)))
    }
}

/// A number of the model as a formula: a number, or an expression on a sheet.
#[derive(Debug, Clone, Copy)]
pub enum Formula<'a> {
    /// A number.
    Number(f64),
    /// The expression at a place of a sheet.
    Kept(&'a FormulaSheet, usize),
}

impl<'a> Formula<'a> {
    fn sheet_of(all: &[Self]) -> Option<&'a FormulaSheet> {
        all.iter().find_map(|one| match one {
            Self::Kept(sheet, _) => Some(*sheet),
            Self::Number(_) => None,
        })
    }

    fn expression(self) -> Rc<Expression> {
        match self {
            Self::Number(value) => Rc::new(Expression::Number(value)),
            Self::Kept(sheet, at) => sheet.at(at),
        }
    }

    fn is_number(self, value: f64) -> bool {
        matches!(self, Self::Number(own) if own.total_cmp(&value).is_eq())
    }

    fn join(self, sign: Sign, other: Self, of_numbers: impl Fn(f64, f64) -> f64) -> Self {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => Self::Number(of_numbers(a, b)),
            (Self::Kept(sheet, _), _) | (_, Self::Kept(sheet, _)) => {
                sheet.put(Expression::Binary(sign, self.expression(), other.expression()))
            }
        }
    }

    fn apply(self, function: FunctionOfOne, of_number: impl Fn(f64) -> f64) -> Self {
        match self {
            Self::Number(value) => Self::Number(of_number(value)),
            Self::Kept(sheet, _) => sheet.put(Expression::Function(function, self.expression())),
        }
    }
}

impl Lift<f64> for Formula<'_> {
    fn lift(value: f64) -> Self {
        Self::Number(value)
    }
}

impl Real for Formula<'_> {
    const ZERO: Self = Self::Number(0.0);
    const ONE: Self = Self::Number(1.0);

    fn splat(value: f64) -> Self {
        Self::Number(value)
    }

    fn exp(self) -> Self {
        self.apply(FunctionOfOne::Exp, super::real::exp)
    }

    fn ln(self) -> Self {
        self.apply(FunctionOfOne::Ln, super::real::ln)
    }

    fn sqrt(self) -> Self {
        self.apply(FunctionOfOne::Sqrt, f64::sqrt)
    }

    fn if_above(self, limit: Self, then: Self, otherwise: Self) -> Self {
        if let (Self::Number(value), Self::Number(limit)) = (self, limit) {
            return if value > limit { then } else { otherwise };
        }
        let all = [self, limit, then, otherwise];
        let parts = all.map(Self::expression);
        Self::sheet_of(&all).map_or(then, |sheet| sheet.put(Expression::IfAbove(parts)))
    }

    fn round_to_whole(self) -> Self {
        self.apply(FunctionOfOne::Round, f64::round)
    }

    fn lowest(self) -> f64 {
        f64::NAN
    }

    fn highest(self) -> f64 {
        f64::NAN
    }

    fn is_everywhere(self, value: f64) -> bool {
        matches!(self, Self::Number(own) if own.to_bits() == value.to_bits())
    }

    fn equals_everywhere(self, other: Self) -> bool {
        matches!(other, Self::Number(value) if self.is_everywhere(value))
    }

    fn if_equal(self, other: Self, then: Self, otherwise: Self) -> Self {
        if let (Self::Number(a), Self::Number(b)) = (self, other) {
            return if a.total_cmp(&b).is_eq() { then } else { otherwise };
        }
        let all = [self, other, then, otherwise];
        let parts = all.map(Self::expression);
        Self::sheet_of(&all).map_or(then, |sheet| sheet.put(Expression::IfEqual(parts)))
    }

    fn unless_unmoved(self, _number: (Self, f64), _kept: Self) -> Self {
        self
    }

    fn look_back(path: &[Self], index: usize, lag: Self) -> Self {
        let name = path.iter().find_map(|one| match &*one.expression() {
            Expression::Input(name, Some(_)) => Some(name.clone()),
            Expression::Number(_)
            | Expression::Input(_, None)
            | Expression::Figure(_)
            | Expression::Negative(_)
            | Expression::Binary(..)
            | Expression::Function(..)
            | Expression::Min(..)
            | Expression::Max(..)
            | Expression::IfAbove(_)
            | Expression::IfEqual(_)
            | Expression::LookBack { .. } => None,
        });
        match (name, Self::sheet_of(path)) {
            (Some(path), Some(sheet)) => sheet.put(Expression::LookBack { path, index, lag: lag.expression() }),
            (None, _) | (_, None) => Self::ZERO,
        }
    }

    fn named(self, term: ModelTerm, year: Self) -> Self {
        if let Some(sheet) = Self::sheet_of(&[self, year]) {
            sheet.figures.borrow_mut().insert(term, self.expression());
            return match self {
                Self::Number(_) => self,
                Self::Kept(..) => sheet.put(Expression::Figure(term)),
            };
        }
        self
    }

    fn is_positive(self) -> bool {
        true
    }

    fn is_finite(self) -> bool {
        true
    }

    fn is_within(self, _bounds: (f64, f64)) -> bool {
        true
    }

    fn smaller(self, other: Self) -> Self {
        match Self::sheet_of(&[self, other]) {
            Some(sheet) => sheet.put(Expression::Min(self.expression(), other.expression())),
            None => self.if_above(other, other, self),
        }
    }

    fn larger(self, other: Self) -> Self {
        match Self::sheet_of(&[self, other]) {
            Some(sheet) => sheet.put(Expression::Max(self.expression(), other.expression())),
            None => other.if_above(self, other, self),
        }
    }

    fn power(self, exponent: Self) -> Self {
        self.join(Sign::ToThe, exponent, super::real::power)
    }

    fn cobb_douglas<C: Real>(self, labour: C, elasticity: C) -> Self
    where
        Self: Lift<C>,
    {
        let (labour, elasticity) = (Self::lift(labour), Self::lift(elasticity));
        self.power(elasticity) * labour.power(Self::ONE - elasticity)
    }

    fn halved_over(self, half_life: Self) -> Self {
        Self::Number(2.0).power(-self / half_life)
    }
}

impl Neg for Formula<'_> {
    type Output = Self;

    fn neg(self) -> Self {
        match self {
            Self::Number(value) => Self::Number(-value),
            Self::Kept(sheet, _) => sheet.put(Expression::Negative(self.expression())),
        }
    }
}

impl Add for Formula<'_> {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        if self.is_number(0.0) {
            other
        } else if other.is_number(0.0) {
            self
        } else {
            self.join(Sign::Plus, other, |a, b| a + b)
        }
    }
}

impl Sub for Formula<'_> {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        if other.is_number(0.0) {
            self
        } else if self.is_number(0.0) {
            -other
        } else {
            self.join(Sign::Minus, other, |a, b| a - b)
        }
    }
}

impl Mul for Formula<'_> {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        if self.is_number(1.0) || other.is_number(0.0) {
            other
        } else if other.is_number(1.0) || self.is_number(0.0) {
            self
        } else {
            self.join(Sign::Times, other, |a, b| a * b)
        }
    }
}

impl Div for Formula<'_> {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        if other.is_number(1.0) { self } else { self.join(Sign::Over, other, |a, b| a / b) }
    }
}
