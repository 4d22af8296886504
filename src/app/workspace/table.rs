//! State of the views Table and Model, and the changes that a person can make to it.

use crate::engine::{TOTAL_LINE, Variable};
use crate::quantity::Year;

/// How figures of the table are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TableForm {
    /// Levels.
    #[default]
    Level,
    /// Growth on the year before.
    Growth,
    /// Difference from the pinned case.
    Difference,
}

impl TableForm {
    /// All, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Level, Self::Growth, Self::Difference];
}

/// What the views Table and Model remember while the window is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableState {
    /// Variables in the order in which they were chosen; never empty.
    pub variables: Vec<Variable>,
    /// Sector, group, `taxes` or `total`.
    pub line: String,
    /// Levels, growth or differences.
    pub form: TableForm,
    /// Digits after the decimal mark; `None` takes those usual for the unit.
    pub decimals: Option<usize>,
    /// Sector of the view Model; `None` follows the headline line.
    pub model_sector: Option<String>,
    /// Year of the view Model; `None` is the last one.
    pub model_year: Option<Year>,
}

impl Default for TableState {
    fn default() -> Self {
        Self {
            variables: vec![Variable::Grdp, Variable::OutputGrowth],
            line: TOTAL_LINE.to_owned(),
            form: TableForm::default(),
            decimals: None,
            model_sector: None,
            model_year: None,
        }
    }
}

/// A change of [`TableState`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableChange {
    /// Show a variable, or no longer; the last one stays.
    Toggle(Variable),
    /// Show this line.
    Line(String),
    /// Show levels, growth or differences.
    Form(TableForm),
    /// So many decimals; `None` for the usual.
    Decimals(Option<usize>),
    /// Equations of this sector.
    ModelSector(String),
    /// Equations in this year.
    ModelYear(Year),
}

impl TableState {
    /// Makes a change.
    pub fn apply(&mut self, change: TableChange) {
        match change {
            TableChange::Toggle(variable) => match self.variables.iter().position(|one| *one == variable) {
                Some(position) if self.variables.len() > 1 => {
                    self.variables.remove(position);
                }
                Some(_) => {}
                None => self.variables.push(variable),
            },
            TableChange::Line(line) => self.line = line,
            TableChange::Form(form) => self.form = form,
            TableChange::Decimals(decimals) => self.decimals = decimals,
            TableChange::ModelSector(sector) => self.model_sector = Some(sector),
            TableChange::ModelYear(year) => self.model_year = Some(year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_always_keeps_a_variable() {
        let mut state = TableState::default();
        state.apply(TableChange::Toggle(Variable::Grdp));
        state.apply(TableChange::Toggle(Variable::OutputGrowth));
        assert_eq!(state.variables, [Variable::OutputGrowth]);
        state.apply(TableChange::Toggle(Variable::Capital));
        assert_eq!(state.variables, [Variable::OutputGrowth, Variable::Capital]);
    }
}
