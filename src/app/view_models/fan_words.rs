//! What a fan is called, and its values in words.

use super::context::StateReader;
use crate::analysis::ensemble::Fan;
use crate::engine::Variable;
use crate::text::{shown_value, variable_name};

/// What a fan is of: "GRDP", or the line with its quantity.
pub(super) fn fan_name(reader: &StateReader<'_>, fan: &Fan) -> String {
    let variable = fan.series.variable;
    let line = reader.line_short(&reader.state.study.structure.headline);
    let name = variable_name(variable, reader.lang);
    if variable == Variable::Grdp { name } else { format!("{name}, {line}") }
}

/// A value of a fan in its shown unit, with one decimal.
pub(super) fn fan_value(reader: &StateReader<'_>, fan: &Fan, value: f64) -> String {
    reader.numbers.decimal(shown_value(fan.series.variable, value), 1)
}
