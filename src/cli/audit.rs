//! `kichban audit`: whether the figures of a plan agree.

use super::args::{Arguments, Format};
use super::failure::Failure;
use super::question::prepare;
use super::set::SetArgs;
use super::{Reply, Task, exit_code, render, reply_with_bytes, request};
use crate::analysis::audit::{Audit, Finding, Verdict, audit as put_to};
use crate::analysis::plan_baseline;
use crate::engine::Projection;
use crate::export::{audit_table, findings_table};
use crate::lang::Lang;
use crate::scenario::calibrate_baseline;
use crate::scenario::study::Study;
use crate::text::words::{count_text, label};
use crate::text::{
    Explanation, audit_scope, audited_case, case_name, explain_resolve_error, finding_hint, finding_sentence,
    in_scenario, set_without_case,
};
use clap::Args;
use std::path::{Path, PathBuf};

/// `kichban audit`
#[derive(Debug, Clone, Args)]
pub(super) struct AuditArgs {
    #[arg(value_name = "STUDY")]
    study: Option<PathBuf>,
    #[command(flatten)]
    set: SetArgs,
}

impl Task for AuditArgs {
    fn study(&self) -> Option<&Path> {
        self.study.as_deref()
    }

    /// Ends with status 5 where something does not agree; the findings are printed all the same.
    fn carry_out(&self, arguments: &Arguments) -> Result<Reply, Failure> {
        let (mut study, arguments) = request::study(self.study.as_deref(), arguments)?;
        let (lang, arguments) = (arguments.lang, &arguments);
        let (mut notes, mut told) = (Vec::new(), String::new());
        let plan = if self.set.is_empty() {
            neutral_run(&study, lang).unwrap_or_else(|why| {
                notes.push(write_note(&why, lang));
                None
            })
        } else {
            let (name, projection) = self.changed_run(&mut study, lang)?;
            told = format!("{}\n", audited_case(&name, lang));
            Some(projection)
        };
        let audit = put_to(&study, plan.as_ref());
        notes.extend(audit_scope(audit.scope, lang).map(|scope| write_note(&scope, lang)));
        let bytes = match arguments.format {
            Format::Table => format!("{told}{}", page(&study, &audit, lang)).into_bytes(),
            format @ (Format::Csv | Format::Json) => {
                // The rows of a file have no place for it.
                notes.push(told);
                render::table(&audit_table(&study, &audit, lang), format, lang)
            }
        };
        let status = if audit.failing() == 0 { exit_code::DONE } else { exit_code::CHECK_FAILED };
        let reply = reply_with_bytes(bytes, arguments)?;
        notes.push(reply.note);
        Ok(Reply { note: notes.concat(), status, ..reply })
    }
}

/// The run of the plan's baseline as it is calibrated; `None` where no baseline meets the plan's targets.
fn neutral_run(study: &Study, lang: Lang) -> Result<Option<Projection>, Explanation> {
    let calibrated = plan_baseline(study).map(|baseline| calibrate_baseline(study, &baseline.id)).transpose();
    match calibrated {
        Ok(plan) => Ok(plan.map(|plan| plan.projection)),
        Err(error) => Err(explain_resolve_error(&error, Some(study), lang)),
    }
}

impl AuditArgs {
    /// The name and the run of a scenario of the plan's baseline with the values that are set, in the closure of the study.
    fn changed_run(&self, study: &mut Study, lang: Lang) -> Result<(String, Projection), Failure> {
        let Some(plan) = plan_baseline(study).map(|baseline| baseline.id.clone()) else {
            return Err(Failure::usage(set_without_case(lang)));
        };
        let id = self.set.change_case(study, &plan, lang)?;
        let run = prepare(study, &id, lang)?.in_closure(study, study.closure).simulate();
        let run = run.map_err(|error| {
            let told = explain_resolve_error(&error, Some(study), lang);
            Failure::new(exit_code::INVALID, in_scenario(&id, &told, study, lang))
        })?;
        Ok((case_name(&id, Some(study), lang), run))
    }
}

/// A remark for the error stream, with what to do about it.
fn write_note(told: &Explanation, lang: Lang) -> String {
    let (note, hint) = (label(lang, "cli-note"), label(lang, "cli-hint"));
    format!("{note}: {}\n{hint}: {}\n", told.sentence, told.hint)
}

/// The findings as a person reads them: those that disagree first, and each of them in words below.
fn page(study: &Study, audit: &Audit, lang: Lang) -> String {
    let mut ordered: Vec<&Finding> = audit.findings.iter().collect();
    // Stable, so that the order of checks stays inside each group.
    ordered.sort_by_key(|finding| !finding.verdict.fails());
    let table = findings_table(study, ordered.iter().copied(), lang);
    let drawn = render::table(&table, Format::Table, lang);
    let head = format!("{}\n{}\n{}", study.name.in_lang(lang), counts(audit, lang), String::from_utf8_lossy(&drawn));
    let in_words = |finding: &&Finding| {
        let (sentence, hint) = (finding_sentence(finding, study, lang), finding_hint(finding, study, lang));
        format!("\n{}  {sentence}\n      {hint}\n", finding.code)
    };
    let words = ordered.iter().copied().filter(|finding| finding.verdict.fails()).map(|finding| in_words(&finding));
    std::iter::once(head).chain(words).collect()
}

fn counts(audit: &Audit, lang: Lang) -> String {
    let of = |is: fn(Verdict) -> bool| audit.findings.iter().filter(|finding| is(finding.verdict)).count();
    let parts = [
        count_text(lang, "audit-disagree", of(Verdict::fails)),
        count_text(lang, "audit-agree", of(|verdict| verdict == Verdict::Ok)),
        count_text(lang, "audit-information", of(|verdict| verdict == Verdict::Info)),
    ];
    parts.join(", ")
}
