//! `kichban backtest`: a panel projected from its own past, and scored.

use super::args::{Arguments, Format, whole};
use super::failure::Failure;
use super::{Reply, Task, exit_code, render, reply_with_bytes, run_with_progress};
use crate::analysis::backtest::{BacktestOptions, LearntFrom, Panel, backtest as score};
use crate::analysis::shown_fan::shown_coverage;
use crate::export::{
    Table, backtest_table, learnt_table, methods_table, rule_table, sectors_table, shown_table, tenths_table,
    thirds_table,
};
use crate::files;
use crate::text::{
    backtest_label, explain_panel_error, explain_resolve_error, panel_about, panel_too_short, shown_fan_about,
    unreadable_horizons,
};
use clap::Args;
use std::path::PathBuf;

/// `kichban backtest`
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word that may be typed")]
pub(super) struct BacktestArgs {
    #[arg(value_name = "PANEL")]
    panel: PathBuf,
    #[arg(long, value_name = "YEARS", default_value = "5,10")]
    horizons: String,
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = whole::<u16>(3, 500), allow_negative_numbers = true)]
    min_history: u16,
    #[arg(long)]
    after_2000: bool,
    #[arg(long)]
    learnt: bool,
    #[arg(long, conflicts_with = "learnt")]
    learnt_rule: bool,
    #[arg(long, conflicts_with_all = ["learnt", "learnt_rule", "after_2000"])]
    shown_fan: bool,
}

impl Task for BacktestArgs {
    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let lang = arguments.lang;
        let horizons =
            horizons(&self.horizons).ok_or_else(|| Failure::usage(unreadable_horizons(&self.horizons, lang)))?;
        let text = files::read_text(&self.panel).map_err(|error| Failure::file(&error, lang))?;
        let panel =
            Panel::read(&text).map_err(|error| Failure::new(exit_code::INVALID, explain_panel_error(&error, lang)))?;
        let evidence = if self.after_2000 { LearntFrom::To2000 } else { LearntFrom::AllYears };
        let least_history = usize::from(self.min_history);
        let options = BacktestOptions { horizons, least_history, learnt_from: evidence, ..BacktestOptions::default() };
        if self.shown_fan {
            return self.shown_fans(&panel, &options, arguments);
        }
        let (owned, own_options) = (panel.clone(), options.clone());
        let found = run_with_progress(lang, move |progress| score(&owned, &own_options, progress)).flatten();
        let found = found.ok_or_else(|| Failure::from_interruption(lang))?;
        if found.rows.is_empty() && !(self.learnt || self.learnt_rule) {
            return Err(Failure::new(exit_code::INVALID, panel_too_short(&found, &options, lang)));
        }
        let bytes = if self.learnt {
            render::table(&learnt_table(&found, lang), arguments.format, lang)
        } else if self.learnt_rule {
            render::table(&rule_table(&found, lang), arguments.format, lang)
        } else if arguments.format == Format::Table {
            let about = panel_about(&self.panel.display().to_string(), &panel, &found, &options, lang).join("\n");
            let screen =
                |table: &Table| String::from_utf8_lossy(&render::table(table, Format::Table, lang)).into_owned();
            let label = |key| backtest_label(key, lang);
            let methods = screen(&methods_table(&panel, &found, lang));
            let sectors = screen(&sectors_table(&panel, &found, lang));
            let tenths = screen(&tenths_table(&panel, &found, lang));
            let thirds = screen(&thirds_table(&panel, &found, lang));
            let parts = [
                ("backtest-methods", methods),
                ("backtest-thirds", thirds),
                ("backtest-by-sector", sectors),
                ("backtest-tenths", tenths),
            ];
            let parts = parts.map(|(key, table)| format!("{}\n{table}", label(key)));
            format!("{about}\n\n{}", parts.join("\n")).into_bytes()
        } else {
            render::table(&backtest_table(&panel, &found, lang), arguments.format, lang)
        };
        reply_with_bytes(bytes, arguments)
    }
}

impl BacktestArgs {
    /// The fans of studies made of the panel against what came.
    fn shown_fans(&self, panel: &Panel, options: &BacktestOptions, arguments: &Arguments) -> Result<Reply, Failure> {
        let lang = arguments.lang;
        let (owned, own_options) = (panel.clone(), options.clone());
        let found = run_with_progress(lang, move |progress| shown_coverage(&owned, &own_options, progress)).flatten();
        let found = found.ok_or_else(|| Failure::from_interruption(lang))?;
        let found =
            found.map_err(|error| Failure::new(exit_code::INVALID, explain_resolve_error(&error, None, lang)))?;
        let table = render::table(&shown_table(&found, lang), arguments.format, lang);
        if arguments.format != Format::Table {
            return reply_with_bytes(table, arguments);
        }
        let path = self.panel.display().to_string();
        let about = shown_fan_about(&path, (found.studies, found.countries), options, lang);
        reply_with_bytes(format!("{about}\n\n{}", String::from_utf8_lossy(&table)).into_bytes(), arguments)
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
