//! What the details panel says of the thing that was pointed at last: a case, an assumption or a card of the overview.

use super::cards::{card_at, card_target, is_implied};
use super::compare::written_setting_of;
use super::context::StateReader;
use super::data::{FigurePlace, figure_detail};
use super::lever_card::lever_card;
use super::rows::lever_row;
use crate::app::workspace::Focus;
use crate::scenario::setting::LeverKey;
use crate::scenario::study::{Baseline, BaselineRule, Scenario};
use crate::scenario::{FigureList, lever_keys};
use crate::text::words::label;
use crate::text::{base_sentences, lever_name, vintage_name, with_unit};

/// The panel, ready to draw.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Details {
    /// What it is about.
    pub title: String,
    /// A number and its unit, where the thing is one.
    pub value: Option<[String; 2]>,
    /// What it means, or what a scenario stands for.
    pub about: String,
    /// Names and values of facts.
    pub facts: Vec<[String; 2]>,
    /// Words of the source to the letter.
    pub quote: Option<String>,
    /// Title and place of the source.
    pub source: Option<[String; 2]>,
    /// What an analyst wrote about the figure.
    pub note: String,
    /// Heading of a list and its rows: the settings of a scenario.
    pub list: Option<(String, Vec<[String; 2]>)>,
}

/// Details of what has the focus; a thing that is gone gives way to the selected case.
pub fn details(reader: &StateReader<'_>) -> Details {
    let found = match &reader.state.workspace.focus {
        Focus::Case => None,
        Focus::Lever(key) => of_lever(reader, key),
        Focus::Card(position) => of_card(reader, *position),
    };
    found.unwrap_or_else(|| of_case(reader))
}

fn of_case(reader: &StateReader<'_>) -> Details {
    let (study, case) = (&reader.state.study, reader.state.workspace.selected.as_str());
    let title = reader.name(case);
    match (study.scenario(case), study.baseline(case)) {
        (Some(scenario), _) => Details { title, ..of_scenario(reader, scenario) },
        (None, Some(baseline)) => Details { title, ..of_baseline(reader, baseline) },
        (None, None) => Details { title, ..Details::default() },
    }
}

fn of_scenario(reader: &StateReader<'_>, scenario: &Scenario) -> Details {
    let study = &reader.state.study;
    let word = |key| label(reader.lang, key);
    let rows: Vec<[String; 2]> = lever_keys(study)
        .into_iter()
        .filter(|key| scenario.settings.get(key).is_some())
        .map(|key| [lever_name(&key, study, reader.lang), written_setting_of(reader, &scenario.id, &key)])
        .collect();
    let heading = word(if rows.is_empty() { "details-no-settings" } else { "details-settings" });
    Details {
        about: scenario.note.in_lang(reader.lang).to_owned(),
        facts: vec![[word("details-parent"), reader.name(&scenario.parent)]],
        list: Some((heading, rows)),
        ..Details::default()
    }
}

fn of_baseline(reader: &StateReader<'_>, baseline: &Baseline) -> Details {
    let word = |key| label(reader.lang, key);
    let rule = match baseline.rule {
        BaselineRule::Targets { .. } => "details-rule-targets",
        BaselineRule::Growth => "details-rule-growth",
        BaselineRule::Record => "details-rule-record",
    };
    let record = reader.state.derived.baseline(&baseline.id).and_then(|found| found.record.as_ref());
    let record = base_sentences(&reader.state.study, baseline, record, reader.lang);
    let note = baseline.note.in_lang(reader.lang).to_owned();
    let study_note = std::iter::once(note).filter(|note| !note.is_empty());
    Details {
        about: study_note.chain(record).collect::<Vec<_>>().join(" "),
        facts: vec![
            [word("details-base-year"), reader.numbers.year(baseline.base_year)],
            [word("column-vintage"), vintage_name(&baseline.vintage, reader.lang)],
            [word("details-rule"), word(rule)],
        ],
        ..Details::default()
    }
}

fn of_lever(reader: &StateReader<'_>, key: &LeverKey) -> Option<Details> {
    let row = lever_row(reader, key)?;
    let card = lever_card(reader, &row);
    let mut facts: Vec<[String; 2]> =
        card.lines.into_iter().map(|(key, text)| [label(reader.lang, key), text]).collect();
    let case = reader.state.workspace.selected.as_str();
    facts.insert(0, [label(reader.lang, "data-value"), written_setting_of(reader, case, key)]);
    Some(Details {
        title: card.name,
        about: card.definition,
        facts,
        quote: card.quote,
        note: card.effect.unwrap_or_default().join("\n"),
        ..Details::default()
    })
}

fn of_card(reader: &StateReader<'_>, position: usize) -> Option<Details> {
    let card = card_at(reader, &reader.state.workspace.selected, position)?;
    let gaps = card.rows.iter().map(|row| [row.left.clone(), row.right.clone()]);
    let unit = card.unit.join(" ").trim().to_owned();
    let mut details = Details {
        title: card.label.clone(),
        value: Some([card.value.clone(), unit]),
        facts: gaps.collect(),
        ..Details::default()
    };
    let Some((position, figure)) = card_target(reader, position) else {
        let key = if is_implied(reader, position) { "details-implied" } else { "details-no-target" };
        details.about = label(reader.lang, key);
        return Some(details);
    };
    let place = FigurePlace { list: FigureList::Targets, position, baseline: "", figure };
    let target = figure_detail(reader, &place);
    let word = |key| label(reader.lang, key);
    details.facts.extend(
        [
            (word("details-target"), with_unit(&target.row.value, &target.unit)),
            (word("column-territory"), target.row.territory),
            (word("column-vintage"), target.row.vintage),
        ]
        .map(|(name, value)| [name, value]),
    );
    details.about = card.note.unwrap_or_default();
    details.quote = target.quote;
    details.source = Some([target.source, target.locator]);
    details.note = target.note;
    Some(details)
}
