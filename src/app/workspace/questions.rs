//! State of the questions: what the solver is asked, how productivity growth is divided.

use crate::analysis::{Grouping, ShiftShareMethod};
use crate::engine::Variable;
use crate::quantity::Year;
use crate::scenario::setting::LeverKey;

/// A lever that the solver may move, with its bounds in the model's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The lever.
    pub key: LeverKey,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// A further goal that is to be reached at the same time.
#[derive(Debug, Clone, PartialEq)]
pub struct FurtherGoal {
    /// The figure.
    pub variable: Variable,
    /// Its line.
    pub line: String,
    /// Its year.
    pub year: Year,
    /// The goal, in the unit of the variable.
    pub value: f64,
}

/// What the window remembers about questions while it is open.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionsState {
    /// The figure that is to reach a goal.
    pub variable: Variable,
    /// Its line; `None` follows the headline line of the study.
    pub line: Option<String>,
    /// Its year; `None` is the last.
    pub year: Option<Year>,
    /// The goal, in the unit of the variable; `None` is the plan's target, or what the case has.
    pub goal: Option<f64>,
    /// Goals that are to be reached at the same time.
    pub further: Vec<FurtherGoal>,
    /// Levers that may move; `None` are those that the study's headline line suggests.
    pub levers: Option<Vec<Moved>>,
    /// How productivity growth is divided.
    pub shift: ShiftShareMethod,
    /// Whether differences are told by groups of assumptions or one by one.
    pub grouping: Grouping,
}

impl Default for QuestionsState {
    fn default() -> Self {
        Self {
            variable: Variable::Output,
            line: None,
            year: None,
            goal: None,
            further: Vec::new(),
            levers: None,
            shift: ShiftShareMethod::BennetCentred,
            grouping: Grouping::default(),
        }
    }
}

/// A change of [`QuestionsState`].
#[derive(Debug, Clone, PartialEq)]
pub enum QuestionsChange {
    /// Another variable is to reach a goal.
    Variable(Variable),
    /// Another line.
    Line(String),
    /// Another year.
    Year(Year),
    /// Another goal, in the unit of the variable.
    Goal(f64),
    /// This goal is to be reached at the same time; another one for the same figure gives way.
    Hold(FurtherGoal),
    /// This goal is no longer to be reached at the same time.
    LetGo(FurtherGoal),
    /// These levers may move.
    Levers(Vec<Moved>),
    /// Divide productivity growth in this way.
    Shift(ShiftShareMethod),
    /// Tell differences by groups of assumptions, or one by one.
    Grouping(Grouping),
}

impl QuestionsState {
    /// Makes a change; another figure has another goal.
    pub fn apply(&mut self, change: QuestionsChange) {
        match change {
            QuestionsChange::Variable(variable) => (self.variable, self.goal) = (variable, None),
            QuestionsChange::Line(line) => (self.line, self.goal) = (Some(line), None),
            QuestionsChange::Year(year) => (self.year, self.goal) = (Some(year), None),
            QuestionsChange::Goal(goal) => self.goal = Some(goal),
            QuestionsChange::Hold(goal) => {
                self.further
                    .retain(|own| (own.variable, &own.line, own.year) != (goal.variable, &goal.line, goal.year));
                self.further.push(goal);
            }
            QuestionsChange::LetGo(goal) => self.further.retain(|own| *own != goal),
            QuestionsChange::Levers(levers) => self.levers = Some(levers),
            QuestionsChange::Shift(shift) => self.shift = shift,
            QuestionsChange::Grouping(grouping) => self.grouping = grouping,
        }
    }
}
