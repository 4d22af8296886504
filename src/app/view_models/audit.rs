//! The view Plan audit: findings in groups, and the two sides of one.

use super::context::StateReader;
use super::data::{figure_detail, place_of};
use crate::analysis::audit::{Audit, AuditScope, Evidence, Finding, Verdict, check_ids};
use crate::app::workspace::audit::FindingFilter;
use crate::app::workspace::data::FigureKey;
use crate::chart::scale::{Span, Ticks, around, ticks};
use crate::engine::{TOTAL_LINE, Variable};
use crate::quantity::Unit;
use crate::scenario::FigureList;
use crate::scenario::figure::Status;
use crate::scenario::study::{ExplainedFinding, Study};
use crate::text::words::{count_text, filled};
use crate::text::{
    Explanation, audit_scope, evidence_figure, evidence_source, finding_as_read, finding_gap, finding_hint,
    finding_row, finding_sentence, finding_title, finding_unit, finding_unit_short, finding_value, line_short,
    shown_decimals, shown_unit, shown_value, stated_value, step_text, variable_name, variable_unit, verdict_name,
    with_unit,
};

/// A finding as a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingRow {
    /// The check with its letter.
    pub code: String,
    /// How it ends.
    pub verdict: Verdict,
    /// What it says, in a line.
    pub title: String,
    /// The unit, where the figures do not carry it.
    pub unit: String,
    /// The computed figure.
    pub computed: String,
    /// The stated figure or bound.
    pub stated: String,
    /// The gap.
    pub gap: String,
    /// The finding is the one whose details are shown.
    pub chosen: bool,
}

/// Rows of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRows {
    /// The group.
    pub group: FindingFilter,
    /// How many there are, in words.
    pub count: String,
    /// The findings.
    pub rows: Vec<FindingRow>,
    /// Whether the rows are shown, or only the count.
    pub open: bool,
}

/// The whole view.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditContent {
    /// Number of findings and checks, in words.
    pub summary: String,
    /// The groups with their counts, in the order of the switch; that of explained findings only where there are some.
    pub counts: Vec<String>,
    /// What stands in the list, the chosen group first.
    pub groups: Vec<AuditRows>,
    /// The details.
    pub detail: Option<FindingDetail>,
    /// Why there is less than expected.
    pub scope: Option<Explanation>,
    /// Whether the audit was not run, so that the list is absent.
    pub is_empty: bool,
}

/// Computed value, stated range and their distance on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeLine {
    /// Ends of the axis.
    pub span: Span,
    /// Ticks.
    pub ticks: Ticks,
    /// Written ticks.
    pub labels: Vec<String>,
    /// The computed value.
    pub value: f64,
    /// The stated range; an open end reaches the end of the axis.
    pub band: [f64; 2],
}

/// A record behind a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordText {
    /// What it is and its value, and where it stands in the view Data; several where one sentence states them all.
    pub figures: Vec<(String, Option<FigureKey>)>,
    /// Words to the letter.
    pub quote: Option<String>,
    /// Words that are not proven to the letter, or how the figure was found.
    pub note: String,
    /// How it is known; `None` for results of the program.
    pub status: Option<Status>,
    /// Document.
    pub source: String,
    /// Where in the document.
    pub locator: String,
}

/// One side of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingSide {
    /// The figure.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// The records behind it.
    pub records: Vec<RecordText>,
}

/// The details of a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct FindingDetail {
    /// The check with its letter.
    pub code: String,
    /// How it ends.
    pub verdict: Verdict,
    /// How it ends, in words.
    pub verdict_name: String,
    /// The line of the list.
    pub title: String,
    /// What is so, in a sentence or two.
    pub sentence: String,
    /// Figure and range on an axis, where there are both.
    pub line: Option<RangeLine>,
    /// Value and gap, written for the axis.
    pub marks: [String; 2],
    /// Computed and stated.
    pub sides: [FindingSide; 2],
    /// The arithmetic.
    pub steps: Vec<String>,
    /// What it means and what to look at.
    pub words: String,
    /// Why it may stand, where somebody has noted it.
    pub explained: Option<String>,
}

/// The view, from the audit that is known.
pub fn audit_content(reader: &StateReader<'_>) -> Option<AuditContent> {
    let audit = reader.state.derived.audit()?;
    let state = &reader.state.workspace.audit;
    let study = &reader.state.study;
    let count = |group| of_group(study, audit, group).count();
    let listed = FindingFilter::ALL.into_iter().filter(|group| *group != FindingFilter::Explained || count(*group) > 0);
    let counts = listed.map(|group| filter_label(reader, group, count(group))).collect();
    let chosen = find_chosen(reader, audit);
    let others = FindingFilter::ALL.into_iter().filter(|group| *group != state.group);
    let shown = std::iter::once(state.group).chain(others.filter(|_| state.group == FindingFilter::Disagree));
    let groups = shown.map(|group| AuditRows {
        group,
        count: filter_label(reader, group, count(group)),
        rows: of_group(study, audit, group).map(|finding| row(reader, finding, chosen)).collect(),
        open: group == state.group || state.unfolded.contains(&group),
    });
    let ids = check_ids();
    let checks = format!("{}–{}", ids.first().unwrap_or(&""), ids.last().unwrap_or(&""));
    Some(AuditContent {
        summary: filled(
            reader.lang,
            "audit-count",
            &[("count", &audit.findings.len().to_string()), ("checks", &checks)],
        ),
        counts,
        groups: groups.filter(|group| group.open || !group.rows.is_empty()).collect(),
        detail: chosen.map(|finding| detail(reader, finding)),
        scope: audit_scope(audit.scope, reader.lang),
        is_empty: audit.findings.is_empty() && audit.scope == AuditScope::NoTargets,
    })
}

fn filter_label(reader: &StateReader<'_>, group: FindingFilter, count: usize) -> String {
    let key = match group {
        FindingFilter::Disagree => "audit-disagree",
        FindingFilter::Agree => "audit-agree",
        FindingFilter::Inform => "audit-information",
        FindingFilter::Explained => "audit-explained",
    };
    count_text(reader.lang, key, count)
}

/// The note that explains a finding.
pub(super) fn explanation<'a>(study: &'a Study, code: &str) -> Option<&'a ExplainedFinding> {
    study.explained.iter().find(|explained| explained.finding == code)
}

fn group_of(study: &Study, finding: &Finding) -> FindingFilter {
    match finding.verdict {
        Verdict::Below | Verdict::Above | Verdict::Mismatch | Verdict::NotStated => {
            if explanation(study, &finding.code).is_some() { FindingFilter::Explained } else { FindingFilter::Disagree }
        }
        Verdict::Ok => FindingFilter::Agree,
        Verdict::Info => FindingFilter::Inform,
    }
}

fn of_group<'a>(study: &Study, audit: &'a Audit, group: FindingFilter) -> impl Iterator<Item = &'a Finding> {
    audit.findings.iter().filter(move |finding| group_of(study, finding) == group)
}

/// Findings that disagree and that nobody has explained.
pub fn unexplained(study: &Study, audit: &Audit) -> usize {
    of_group(study, audit, FindingFilter::Disagree).count()
}

/// The finding that was chosen, or the first of the group.
fn find_chosen<'a>(reader: &StateReader<'_>, audit: &'a Audit) -> Option<&'a Finding> {
    let state = &reader.state.workspace.audit;
    let wanted = state.selected.as_ref();
    let found = wanted.and_then(|code| audit.findings.iter().find(|finding| finding.code == *code));
    found.or_else(|| of_group(&reader.state.study, audit, state.group).next())
}

fn row(reader: &StateReader<'_>, finding: &Finding, chosen: Option<&Finding>) -> FindingRow {
    let (study, lang) = (&reader.state.study, reader.lang);
    let [computed, stated, gap] = finding_row(finding, study, lang);
    FindingRow {
        code: finding.code.clone(),
        verdict: finding.verdict,
        title: finding_title(finding, study, lang),
        unit: finding_unit_short(finding, lang),
        computed,
        stated,
        gap,
        chosen: chosen.is_some_and(|one| one.code == finding.code),
    }
}

fn detail(reader: &StateReader<'_>, finding: &Finding) -> FindingDetail {
    let (study, lang) = (&reader.state.study, reader.lang);
    let gap = finding_gap(finding, study, lang);
    let unit = finding_unit(finding, study, lang);
    let records = |evidence: &[Evidence]| merge_records(evidence.iter().map(|one| record(reader, one)));
    let also = finding.lookalike.iter().map(|one| record(reader, one));
    let computed = merge_records(finding.computed.iter().map(|one| record(reader, one)).chain(also));
    let stated = stated_value(finding, study, lang).unwrap_or_else(|| reader.numbers.missing().to_owned());
    let side = |value, records| FindingSide { value, unit: unit.clone(), records };
    FindingDetail {
        code: finding.code.clone(),
        verdict: finding.verdict,
        verdict_name: verdict_name(finding.verdict, lang),
        title: finding_title(finding, study, lang),
        sentence: finding_sentence(finding, study, lang),
        line: range_line(reader, finding),
        marks: [finding_value(finding, lang), gap],
        sides: [side(finding_value(finding, lang), computed), side(stated, records(&finding.stated))],
        steps: finding.steps.iter().map(|step| step_text(step, lang)).collect(),
        words: finding_hint(finding, study, lang),
        explained: explanation(study, &finding.code).map(|explained| explained.note.in_lang(lang).to_owned()),
    }
}

/// Records of one sentence become one, with all that it states.
fn merge_records(records: impl Iterator<Item = RecordText>) -> Vec<RecordText> {
    let mut kept: Vec<RecordText> = Vec::new();
    for mut record in records {
        let is_same = |other: &&mut RecordText| {
            (&other.quote, &other.note, &other.source, other.status)
                == (&record.quote, &record.note, &record.source, record.status)
        };
        match kept.iter_mut().find(is_same) {
            Some(known) => known.figures.append(&mut record.figures),
            None => kept.push(record),
        }
    }
    kept
}

fn record(reader: &StateReader<'_>, evidence: &Evidence) -> RecordText {
    let (study, lang) = (&reader.state.study, reader.lang);
    let source = evidence_source(evidence, study, lang);
    match evidence {
        Evidence::Figure { list, position } => {
            let figure = evidence_figure(*list, *position, study);
            let baseline = match list {
                FigureList::Parameters => study.parameters.get(*position).map_or("", |row| row.baseline.as_str()),
                FigureList::Observations | FigureList::Targets => "",
            };
            let key = figure.map(|figure| FigureKey::from_figure(*list, baseline, figure));
            let place = key.as_ref().and_then(|key| place_of(study, key));
            let Some(found) = place.map(|place| figure_detail(reader, &place)) else {
                return RecordText { source, ..empty_record() };
            };
            RecordText {
                figures: vec![(
                    format!("{}: {}", found.title, with_unit(&value_with_range(reader, figure), &found.unit)),
                    key,
                )],
                // Words to the letter need no other words beside them; the note says how a figure is read.
                quote: found.quote.clone(),
                note: if found.quote.is_some() { String::new() } else { found.note },
                status: Some(found.row.status),
                source: found.source,
                locator: found.locator,
            }
        }
        Evidence::Project { id } => {
            let project = study.projects.iter().find(|project| project.id == *id);
            let name = project.map_or(id.as_str(), |project| project.name.in_lang(lang));
            let amount = project.map_or(0.0, |project| project.registered_musd);
            let title = filled(lang, "finding-project", &[("name", name)]);
            let unit = crate::text::unit_name(Unit::MillionUsd, lang);
            RecordText {
                figures: vec![(format!("{title}: {} {unit}", reader.numbers.write_trimmed(amount, 3)), None)],
                quote: project.map(|project| project.quote.clone()).filter(|quote| !quote.is_empty()),
                note: project.map(|project| project.note.in_lang(lang).to_owned()).unwrap_or_default(),
                status: project.map(|project| project.status),
                source,
                ..empty_record()
            }
        }
        Evidence::Result { variable, line, year, value } => RecordText {
            figures: vec![(result_title(reader, *variable, line, (*year, *value)), None)],
            source,
            ..empty_record()
        },
    }
}

fn value_with_range(reader: &StateReader<'_>, figure: Option<&crate::scenario::figure::Figure>) -> String {
    let Some(figure) = figure else { return String::new() };
    let low = reader.numbers.write_trimmed(figure.value, 6);
    figure.upper.map_or(low.clone(), |upper| format!("{low}–{}", reader.numbers.write_trimmed(upper, 6)))
}

fn empty_record() -> RecordText {
    RecordText {
        figures: Vec::new(),
        quote: None,
        note: String::new(),
        status: None,
        source: String::new(),
        locator: String::new(),
    }
}

fn result_title(reader: &StateReader<'_>, variable: Variable, line: &str, (year, value): (i32, f64)) -> String {
    let study = &reader.state.study;
    let shown = reader.numbers.decimal(shown_value(variable, value), shown_decimals(shown_unit(variable)));
    let unit = variable_unit(variable, study.price_base_year, reader.lang);
    let name = variable_name(variable, reader.lang);
    let of_line =
        if line == TOTAL_LINE { String::new() } else { format!(" · {}", line_short(line, study, reader.lang)) };
    format!("{name}{of_line} · {}: {shown} {unit}", reader.numbers.year(year))
}

/// The axis of a finding that has a number on either side; contradictions of writing have none.
fn range_line(reader: &StateReader<'_>, finding: &Finding) -> Option<RangeLine> {
    let is_number = !matches!(finding.verdict, Verdict::Mismatch | Verdict::NotStated | Verdict::Info);
    let known: Vec<f64> = [finding.lower, finding.upper].into_iter().flatten().collect();
    if !is_number || known.is_empty() {
        return None;
    }
    let (unit, factor) = finding_as_read(finding);
    let value = finding.value * factor;
    let ends = known.iter().map(|bound| bound * factor);
    // Room on both sides, so that the value and an open end stand away from the edge.
    let (low, high) = ends.clone().chain([value]).fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)));
    let room = ((high - low) * 0.25).max(high.abs() * 0.02).max(1e-6);
    let span = around([low - room, high + room].into_iter(), false);
    let ticks = ticks(span);
    let is_turned = unit != finding.unit;
    let sign = if is_turned || finding.unit == Unit::Percent { "%" } else { "" };
    let labels = ticks.values.iter().map(|tick| reader.numbers.decimal(*tick, ticks.decimals) + sign).collect();
    Some(RangeLine {
        value,
        band: [finding.lower.map_or(span.lo, |low| low * factor), finding.upper.map_or(span.hi, |high| high * factor)],
        span,
        ticks,
        labels,
    })
}
