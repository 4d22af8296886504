//! `kichban backtest`: a panel projected from its own past, and scored.

use super::args::{Arguments, Format, whole};
use super::failure::Failure;
use super::{Reply, Task, exit_code, render, reply_with_bytes, run_with_progress};
use crate::analysis::backtest::{BacktestOptions, Panel, backtest as score};
use crate::export::{Table, backtest_table, learnt_table, methods_table, sectors_table, tenths_table};
use crate::files;
use crate::text::{backtest_label, explain_panel_error, panel_about, panel_too_short, unreadable_horizons};
use clap::Args;
use std::path::PathBuf;

/// `kichban backtest`
#[derive(Debug, Clone, Args)]
pub(super) struct BacktestArgs {
    #[arg(value_name = "PANEL")]
    panel: PathBuf,
    #[arg(long, value_name = "YEARS", default_value = "5,10")]
    horizons: String,
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = whole::<u16>(3, 500), allow_negative_numbers = true)]
    min_history: u16,
    #[arg(long)]
    learnt: bool,
}

impl Task for BacktestArgs {
    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let lang = arguments.lang;
        let horizons =
            horizons(&self.horizons).ok_or_else(|| Failure::usage(unreadable_horizons(&self.horizons, lang)))?;
        let text = files::read_text(&self.panel).map_err(|error| Failure::file(&error, lang))?;
        let panel =
            Panel::read(&text).map_err(|error| Failure::new(exit_code::INVALID, explain_panel_error(&error, lang)))?;
        let options =
            BacktestOptions { horizons, least_history: usize::from(self.min_history), ..BacktestOptions::default() };
        let (owned, own_options) = (panel.clone(), options.clone());
        let found = run_with_progress(lang, move |progress| score(&owned, &own_options, progress)).flatten();
        let found = found.ok_or_else(|| Failure::from_interruption(lang))?;
        if found.rows.is_empty() {
            return Err(Failure::new(exit_code::INVALID, panel_too_short(&found, &options, lang)));
        }
        let bytes = if self.learnt {
            render::table(&learnt_table(&found, lang), arguments.format, lang)
        } else if arguments.format == Format::Table {
            let about = panel_about(&self.panel.display().to_string(), &panel, &found, &options, lang).join("\n");
            let screen =
                |table: &Table| String::from_utf8_lossy(&render::table(table, Format::Table, lang)).into_owned();
            let label = |key| backtest_label(key, lang);
            let methods = screen(&methods_table(&panel, &found, lang));
            let sectors = screen(&sectors_table(&panel, &found, lang));
            let tenths = screen(&tenths_table(&panel, &found, lang));
            let titles = [label("backtest-methods"), label("backtest-by-sector"), label("backtest-tenths")];
            let [first, second, third] = titles;
            format!("{about}\n\n{first}\n{methods}\n{second}\n{sectors}\n{third}\n{tenths}").into_bytes()
        } else {
            render::table(&backtest_table(&panel, &found, lang), arguments.format, lang)
        };
        reply_with_bytes(bytes, arguments)
    }
}

/// Whole numbers of years, from 1 to 50.
fn horizons(text: &str) -> Option<Vec<usize>> {
    let mut found: Vec<usize> = text.split(',').map(|piece| piece.trim().parse().ok()).collect::<Option<_>>()?;
    found.sort_unstable();
    found.dedup();
    found.iter().all(|horizon| (1..=50).contains(horizon)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn horizons_are_whole_numbers_of_years() {
        assert_eq!(horizons("10, 5,5"), Some(vec![5, 10]));
        for wrong in ["", "x", "0", "51", "5,", "5;10"] {
            assert_eq!(horizons(wrong), None, "{wrong}");
        }
    }
}
