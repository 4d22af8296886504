//! Values by year that are pasted as a block from a spreadsheet, from the year of the field on.

use super::fields::{check_allowed, place, refuse};
use crate::app::Command;
use crate::app::view_models::{LeverRow, ValueFormContent, changed_years};
use crate::quantity::Year;
use crate::scenario::Edit;
use crate::text::{DecimalMark, ReadBlockError, read_block};
use crate::ui::style;
use crate::ui::view::{Commands, ViewContext};
use egui::{Id, Ui};

/// A block whose marks are asked about, kept by egui until that is answered.
#[derive(Debug, Clone)]
struct OpenBlock {
    first: Year,
    text: String,
    /// The number that shows both readings.
    shown: String,
    /// Its values with a dot and with a comma before the decimals.
    values: [f64; 2],
}

fn open_id(view: &ViewContext<'_>, row: &LeverRow) -> Id {
    Id::unique(("open block", place(view, row)))
}

/// Takes a block over, or says why not; what can be read in two ways is asked.
pub(super) fn take_years(
    ui: &Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
    (first, text): (Year, String),
) {
    let result = match read_block(&text, None) {
        Ok(values) => put_years(view, commands, (row, content), (first, &values)),
        Err(ReadBlockError::Word(word)) => Err(view.filled("assume-pasted-word", &[("text", &word)])),
        Err(ReadBlockError::Open(open)) => {
            let block = OpenBlock { first, text, shown: open.text, values: [open.dot, open.comma] };
            ui.data_mut(|data| data.insert_temp(open_id(view, row), block));
            Ok(())
        }
    };
    refuse(ui, &place(view, row), result.err());
}

/// All values or none: as many as there are years, each inside the hard range.
fn put_years(
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
    (first, values): (Year, &[Option<f64>]),
) -> Result<(), String> {
    let years: Vec<Year> = content.years.iter().skip(1).map(|one| one.year).filter(|year| *year >= first).collect();
    if values.len() > years.len() {
        let counts = [("values", values.len().to_string()), ("years", years.len().to_string())];
        let counts = counts.each_ref().map(|(key, count)| (*key, count.as_str()));
        return Err(view.filled("assume-pasted-long", &counts));
    }
    let mut taken: Vec<(Year, f64)> = Vec::new();
    for (year, value) in years.into_iter().zip(values) {
        let Some(value) = value else { continue };
        taken.push((year, check_allowed(view, row.spec, *value)?));
    }
    let scenario = view.state().workspace.selected.clone();
    if let Some(setting) = changed_years(&view.reader, &scenario, &row.key, &taken) {
        commands.push(Command::edit(Edit::SetLever { scenario, key: row.key.clone(), setting }));
    }
    Ok(())
}

/// Asks how the numbers of a block are meant, where that is open.
pub(super) fn open_block_ui(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    commands: &mut Commands,
    (row, content): (&LeverRow, &ValueFormContent),
) {
    let id = open_id(view, row);
    let Some(block) = ui.data(|data| data.get_temp::<OpenBlock>(id)) else { return };
    let question = view.filled("assume-pasted-open", &[("text", &block.shown)]);
    ui.add(egui::Label::new(style::rich(question, style::small(), view.theme().warn)).wrap());
    let mut mark = None;
    ui.horizontal(|ui| {
        for (value, one) in block.values.into_iter().zip([DecimalMark::Point, DecimalMark::Comma]) {
            if ui.button(view.reader.numbers.write_trimmed(value, 3)).clicked() {
                mark = Some(one);
            }
        }
    });
    let Some(mark) = mark else { return };
    ui.data_mut(|data| data.remove::<OpenBlock>(id));
    let result = match read_block(&block.text, Some(mark)) {
        Ok(values) => put_years(view, commands, (row, content), (block.first, &values)),
        Err(ReadBlockError::Word(word)) => Err(view.filled("assume-pasted-word", &[("text", &word)])),
        // A mark that is known leaves nothing open.
        Err(ReadBlockError::Open(_)) => Ok(()),
    };
    refuse(ui, &place(view, row), result.err());
}
