//! `kichban reprice`: constant prices of another year by linked growth.

use super::args::{Arguments, whole};
use super::failure::Failure;
use super::question::{reply_with_table, unanswered};
use super::{Reply, Task, exit_code, request, save_study};
use crate::analysis::growth_at_both_prices;
use crate::export::repricing_table;
use crate::quantity::Year;
use crate::scenario::{BaseChange, BaseMove, Edit, PriceBaseChoice, apply_edit, find_repricing};
use crate::text::{explain_repricing, explain_study_error, title_repricing};
use clap::Args;
use std::path::{Path, PathBuf};

/// `kichban reprice`
#[derive(Debug, Clone, Args)]
pub(super) struct RepriceArgs {
    #[arg(value_name = "STUDY")]
    study: PathBuf,
    #[arg(id = "new_price_base", long = "base", value_name = "YEAR", required = true, value_parser = whole::<i32>(1900, 2100), allow_negative_numbers = true)]
    base: Year,
    #[arg(id = "price_reason", long = "reason", value_name = "TEXT", default_value = "")]
    reason: String,
    #[arg(long)]
    allow_left: bool,
    #[arg(id = "case", long = "scenario", value_name = "ID")]
    scenario: Option<String>,
}

impl Task for RepriceArgs {
    fn study(&self) -> Option<&Path> {
        Some(&self.study)
    }

    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (study, arguments) = request::study(Some(&self.study), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let prices = BaseMove::Prices(PriceBaseChoice { base: self.base, reason: self.reason.clone() });
        let change = BaseChange { to: prices, losses_allowed: self.allow_left };
        let refused = |error| Failure::new(exit_code::INVALID, explain_study_error(&error, Some(&study), lang));
        let found = find_repricing(&study, self.base).map_err(refused)?;
        let next = apply_edit(&study, &Edit::ChangeBase(change)).map_err(refused)?;
        let case = self.scenario.as_deref().unwrap_or(&study.pinned);
        request::known_case(case, &study, lang)?;
        let growth = growth_at_both_prices(&study, &next, case).map_err(|error| unanswered(&error, &next, lang))?;
        // The study goes to the file that `--out` names; the answer itself is always printed.
        let printed = Arguments { out: None, ..arguments.clone() };
        let told = format!("{}\n", explain_repricing(&found, growth, &next, lang).join("\n"));
        let title = format!("{}\n", title_repricing(&found, lang));
        let reply = reply_with_table(&repricing_table(&next, &found, lang), &title, &told, &printed)?;
        let note = save_study(&next, arguments)?;
        Ok(Reply { note: format!("{}{note}", reply.note), ..reply })
    }
}
