//! The report over the chosen scenarios: sections in order, each a function that returns its blocks, empty if the study
//! has none.

use super::answers::{answers_table, answers_title};
use super::document::{Counter, DocumentHead, SectionDraft, assemble};
use super::figures::{line_figure, overview_figures, structure_figure};
use super::method::method;
use super::run_facts::{caption, run_facts};
use super::scene::ExportScene;
use super::{note, questions};
use crate::app::export_form::ExportForm;
use crate::app::export_sections::DocumentSection;
use crate::app::view_models::{StateReader, compare, overview};
use crate::engine::Projection;
use crate::export::report::{Heading, Report, ReportBlock, ReportRow, ReportTable, Section};
use crate::export::{Cell, Landing, Run, Table, case_column, explain_missing, grdp_table, landings, landings_table};
use crate::quantity::{Unit, Year};
use crate::scenario::figure::Quantity;
use crate::text::words::{count_text, filled, label};
use crate::text::{Numbers, case_name, provenance, unit_at_prices, vintage_name};
use std::collections::BTreeMap;

/// Puts the report together.
pub(super) fn report(scene: &ExportScene<'_>) -> Report {
    let lang = scene.lang();
    let mut counter = Counter::new(lang);
    let chosen = scene.request.sections.of(ExportForm::Report);
    let drafts: Vec<SectionDraft> = chosen.flat_map(|section| draft(scene, section, &mut counter)).collect();
    let names: Vec<String> = scene.cases.iter().map(|case| case_name(&case.id, Some(scene.study), lang)).collect();
    let count = count_text(lang, "report-scenarios-count", names.len());
    let mut facts = vec![format!("{count}: {}", names.join("; "))];
    facts.extend(run_facts(scene));
    let head = DocumentHead {
        title: label(lang, "report-title"),
        subtitle: scene.study.name.in_lang(lang).to_owned(),
        facts,
        contents: Some(label(lang, "report-contents")),
    };
    assemble(scene, head, number_sections(drafts.into_iter()))
}

/// A section with its sections inside; empty if the study has no content for it.
fn draft(scene: &ExportScene<'_>, section: DocumentSection, counter: &mut Counter) -> Vec<SectionDraft> {
    let one = |draft: SectionDraft| vec![draft];
    match section {
        DocumentSection::Answer => summary(scene, counter),
        DocumentSection::Question => one(scenarios(scene, counter)),
        DocumentSection::Assumptions => one(assumptions(scene, counter)),
        DocumentSection::Results => results(scene, counter).into_iter().collect(),
        DocumentSection::Charts => one(charts(scene, counter)),
        DocumentSection::Targets => targets(scene, counter).into_iter().collect(),
        DocumentSection::Audit => questions::findings(scene, counter).into_iter().collect(),
        DocumentSection::Why => one(questions::reasons(scene, counter)),
        DocumentSection::Likely => questions::chances(scene, counter).into_iter().collect(),
        DocumentSection::Sources => one(sources(scene)),
        DocumentSection::Method => one(method(scene)),
        DocumentSection::Origin => one(origin(scene, counter)),
        // The report has it inside its answer.
        DocumentSection::Rests => Vec::new(),
    }
}

fn number_sections(drafts: impl Iterator<Item = SectionDraft>) -> Vec<Section> {
    let (mut first, mut second) = (0, 0);
    drafts
        .map(|draft| {
            let number = if draft.level > 1 {
                second += 1;
                format!("{first}.{second}.")
            } else {
                (first, second) = (first + 1, 0);
                format!("{first}.")
            };
            let heading = Heading { number, title: draft.title, level: draft.level };
            Section { heading, blocks: draft.blocks }
        })
        .collect()
}

/// Most scenarios of which the summary tells the answer in sentences too.
const MOST_TOLD: usize = 4;

/// What each scenario answers; a report on one opens with all that its note has, one on several with a table of them.
fn summary(scene: &ExportScene<'_>, counter: &mut Counter) -> Vec<SectionDraft> {
    let lang = scene.lang();
    let count = count_text(lang, "report-scenarios-count-inside", scene.cases.len());
    // The summary is the first section, and every one before the assumptions is in every report that has it.
    let before = scene.request.sections.of(ExportForm::Report).position(|one| one == DocumentSection::Assumptions);
    let section = before.map_or_else(|| "0".to_owned(), |before| (before + 1).to_string());
    let opening = filled(lang, "report-summary-opening", &[("count", &count), ("section", &section)]);
    let mut blocks = vec![ReportBlock::Paragraph(opening)];
    if scene.cases.len() > 1 {
        blocks.push(counter.table(answers_title(scene), answers_table(scene)));
    }
    let mut drafts = vec![SectionDraft::of_report(scene, DocumentSection::Answer, blocks)];
    match scene.cases.as_slice() {
        [alone] => drafts.extend(note::sections(scene, alone, counter)),
        several if several.len() <= MOST_TOLD => {
            drafts.extend(several.iter().map(|case| note::answer_in_short(scene, case)));
        }
        // The table has the answer of each; its note has the sentences.
        _ => {}
    }
    drafts
}

/// Questions and scenarios.
fn scenarios(scene: &ExportScene<'_>, counter: &mut Counter) -> SectionDraft {
    let (lang, study) = (scene.lang(), scene.study);
    let rows = scene.cases.iter().map(|case| {
        let own = study.case(&case.id);
        ReportRow::plain(vec![
            case_name(&case.id, Some(study), lang),
            own.map_or("", |own| own.note.in_lang(lang)).to_owned(),
            case_name(&case.baseline.id, Some(study), lang),
        ])
    });
    let asks = scene.cases.iter().filter_map(|case| study.scenario(&case.id));
    let asks = asks.map(|scenario| scenario.note.in_lang(lang).trim()).any(|note| !note.is_empty());
    let words = if asks {
        ["column-question", "report-scenarios-opening", "report-table-scenarios"]
    } else {
        ["answer-note-section-about", "report-scenarios-opening-plain", "report-table-scenarios-plain"]
    };
    let [about, opening, title] = words.map(|key| label(lang, key));
    let [scenario, baseline] = ["column-scenario", "workbook-about-baseline"].map(|key| label(lang, key));
    let table = ReportTable {
        heads: vec![scenario, about, baseline],
        widths: vec![26, 50, 24],
        numbers_from: 9,
        rows: rows.collect(),
        ..ReportTable::default()
    };
    let mut blocks = vec![ReportBlock::Paragraph(opening)];
    let note = study.note.in_lang(lang);
    if !note.is_empty() {
        blocks.push(ReportBlock::Paragraph(note.to_owned()));
    }
    blocks.push(counter.table(title, table));
    let remarks = scene.remarks();
    if !remarks.is_empty() {
        blocks.push(ReportBlock::Details(remarks));
    }
    SectionDraft::of_report(scene, DocumentSection::Question, blocks)
}

/// Assumptions in which the scenarios differ, the reference first.
fn assumptions(scene: &ExportScene<'_>, counter: &mut Counter) -> SectionDraft {
    let lang = scene.lang();
    let inputs = compare::compare(&StateReader::new(scene.state())).inputs;
    if inputs.rows.is_empty() {
        let blocks = vec![ReportBlock::Paragraph(inputs.about)];
        return SectionDraft::of_report(scene, DocumentSection::Assumptions, blocks);
    }
    let heads = std::iter::once(label(lang, "column-lever")).chain(inputs.heads.iter().map(|head| head.name.clone()));
    let count = inputs.heads.len();
    let has_inert = inputs.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.inert.is_some());
    let table = ReportTable {
        heads: heads.collect(),
        widths: columns(count),
        numbers_from: 1,
        rows: inputs
            .rows
            .iter()
            .map(|row| {
                ReportRow::plain(
                    std::iter::once(row.name.clone()).chain(row.cells.iter().map(|cell| cell.text.clone())).collect(),
                )
            })
            .collect(),
        source: if has_inert { label(lang, "report-assumptions-source") } else { String::new() },
        ..ReportTable::default()
    };
    let reference = case_name(&scene.study.pinned, Some(scene.study), lang);
    let count = count_text(lang, "compare-inputs-count", table.rows.len());
    let opening = filled(lang, "report-assumptions-opening", &[("count", &count), ("reference", &reference)]);
    let blocks = vec![ReportBlock::Paragraph(opening), counter.table(label(lang, "report-table-assumptions"), table)];
    SectionDraft::of_report(scene, DocumentSection::Assumptions, blocks)
}

/// Widths of a column of words and so many of figures.
fn columns(figures: usize) -> Vec<u32> {
    let each = u32::try_from(60 / figures.max(1)).unwrap_or(10).clamp(8, 24);
    std::iter::once(100_u32.saturating_sub(each * u32::try_from(figures).unwrap_or(1)).max(24))
        .chain(std::iter::repeat_n(each, figures))
        .collect()
}

/// Results of the last year beside the reference, and GRDP year by year.
fn results(scene: &ExportScene<'_>, counter: &mut Counter) -> Option<SectionDraft> {
    let lang = scene.lang();
    let pinned = scene.study.pinned.as_str();
    scene.state().derived.projection(pinned)?;
    let results = compare::compare(&StateReader::new(scene.state())).results;
    let figures = results.heads.len();
    let each = u32::try_from(54 / figures.max(1)).unwrap_or(10).clamp(8, 20);
    let widths = [26, 22].into_iter().chain(std::iter::repeat_n(each, figures)).collect();
    let table = ReportTable { source: caption(scene), ..ReportTable::new(&results.to_table(lang), widths, 2, lang) };
    let reference = case_name(pinned, Some(scene.study), lang);
    let values = [("year", results.year.to_string()), ("reference", reference)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let blocks = vec![
        ReportBlock::Paragraph(filled(lang, "report-results-opening", &values)),
        counter.table(filled(lang, "report-table-results", &values), table),
        counter.table(growth_title(scene), growth_table(scene)),
    ];
    Some(SectionDraft::of_report(scene, DocumentSection::Results, blocks))
}

fn growth_title(scene: &ExportScene<'_>) -> String {
    let unit = unit_at_prices(
        Unit::TrillionVnd,
        crate::quantity::PriceBasis::Constant,
        scene.study.price_base_year,
        scene.lang(),
    );
    filled(scene.lang(), "report-table-years", &[("unit", &unit)])
}

/// GRDP in every year with its growth behind it, a column for each case; means of plan periods, as the view Table has them, stand out.
fn growth_table(scene: &ExportScene<'_>) -> ReportTable {
    let (lang, numbers) = (scene.lang(), scene.numbers);
    let runs: Vec<Run<'_>> = scene
        .cases
        .iter()
        .map(|case| Run { scenario: &case.id, closure: case.closure, projection: &case.projection })
        .collect();
    let table = grdp_table(scene.study, &runs, lang);
    let row = |cells: &Vec<Cell>| {
        let (year, figures) = cells.split_first()?;
        let figures = figures.chunks_exact(2).map(|two| write_grown(two, numbers));
        let strong = !matches!(year, Cell::Year(_));
        Some(ReportRow { cells: std::iter::once(year.write(numbers)).chain(figures).collect(), strong })
    };
    let names = scene.cases.iter().map(|case| case_name(&case.id, Some(scene.study), lang));
    ReportTable {
        heads: table.columns.first().map(|year| year.heading.clone()).into_iter().chain(names).collect(),
        widths: std::iter::once(24).chain(std::iter::repeat_n(30, scene.cases.len())).collect(),
        numbers_from: 1,
        rows: table.rows.iter().filter_map(row).collect(),
        source: caption(scene),
        ..ReportTable::default()
    }
}

/// A level with its growth behind it, either alone where the other is not known.
fn write_grown(cells: &[Cell], numbers: Numbers) -> String {
    let growth = |cell: &Cell| cell.write_signed(numbers) + "%";
    match cells {
        [level, Cell::Missing] => level.write(numbers),
        [Cell::Missing, alone] => growth(alone),
        [level, grown] => format!("{} ({})", level.write(numbers), growth(grown)),
        [] | [_] | [_, _, _, ..] => numbers.missing().to_owned(),
    }
}

fn charts(scene: &ExportScene<'_>, counter: &mut Counter) -> SectionDraft {
    let caption = caption(scene);
    let reader = StateReader::new(scene.state());
    let asked = overview_figures(&reader, &overview(&reader), &caption).into_iter();
    let mut blocks: Vec<ReportBlock> = asked
        .map(|asked| match asked {
            Ok(figure) => counter.figure(figure),
            Err(sentence) => ReportBlock::Note(sentence),
        })
        .collect();
    blocks.push(counter.figure(structure_figure(scene, &caption)));
    let compared = compare::compare(&reader);
    if compared.difference.missing.is_none() {
        blocks.push(counter.figure(line_figure(&reader, &compared.difference, "differences".to_owned(), &caption)));
    }
    SectionDraft::of_report(scene, DocumentSection::Charts, blocks)
}

/// Every target with what each scenario has in its place.
fn targets(scene: &ExportScene<'_>, counter: &mut Counter) -> Option<SectionDraft> {
    let lang = scene.lang();
    let runs: Vec<Option<&Projection>> = scene.cases.iter().map(|case| Some(&*case.projection)).collect();
    let cases: Vec<&str> = scene.cases.iter().map(|case| case.id.as_str()).collect();
    // A table of levels for each year that targets name and one of growth, each short enough for a page.
    let mut years: BTreeMap<Option<Year>, Vec<Landing<'_>>> = BTreeMap::new();
    let mut landed = landings(scene.study, &runs);
    landed.retain(Landing::is_shown);
    for landing in &landed {
        let figure = landing.target;
        let year = figure.year.filter(|_| figure.quantity != Quantity::OutputGrowth);
        years.entry(year).or_default().push(landing.clone());
    }
    if years.is_empty() {
        return None;
    }
    let written = |landed: &[Landing<'_>]| targets_table(scene, &landings_table(scene.study, landed, &cases, lang));
    let growth = years.remove(&None).map(|landed| (label(lang, "report-table-targets-growth"), written(&landed)));
    let of_years = years.into_iter().filter_map(|(year, landed)| {
        let year = scene.numbers.year(year?);
        Some((filled(lang, "report-table-targets", &[("year", &year)]), written(&landed)))
    });
    let tables = of_years.chain(growth).map(|(title, table)| counter.table(title, table));
    let opening = ReportBlock::Paragraph(label(lang, "report-targets-opening"));
    let reasons = explain_missing(&landed, scene.study, lang).into_iter();
    let blocks = std::iter::once(opening).chain(tables).chain(reasons.map(ReportBlock::Paragraph)).collect();
    Some(SectionDraft::of_report(scene, DocumentSection::Targets, blocks))
}

/// A table of targets on a page: unit and plan stand behind the name, the gap behind what a scenario has.
fn targets_table(scene: &ExportScene<'_>, table: &Table) -> ReportTable {
    let (lang, numbers) = (scene.lang(), scene.numbers);
    let count = scene.cases.len();
    let each = u32::try_from(40 / count.max(1)).unwrap_or(10);
    let names = scene.cases.iter().map(|case| case_name(&case.id, Some(scene.study), lang));
    let heads = table.select(&["figure", "year", "goal"]).columns.into_iter().map(|column| column.heading);
    let of_cases = scene.cases.iter().flat_map(|case| ["projected", "gap"].map(|id| case_column(id, &case.id)));
    let columns = ["figure", "unit", "vintage", "year", "goal"].map(str::to_owned).into_iter().chain(of_cases);
    let rows = table.select(&columns.collect::<Vec<_>>()).rows;
    let rows = rows.iter().filter_map(|row| {
        let [figure, unit, vintage, stated @ ..] = row.as_slice() else { return None };
        let (stated, landed) = stated.split_at_checked(2)?;
        let [figure, unit, vintage] = [figure, unit, vintage].map(|cell| cell.write(numbers));
        let stated = stated.iter().map(|cell| cell.write(numbers));
        let landed = landed.chunks_exact(2).map(|two| write_landed(two, numbers));
        let title = format!("{figure}, {unit} [{vintage}]");
        Some(ReportRow::plain(std::iter::once(title).chain(stated).chain(landed).collect()))
    });
    ReportTable {
        heads: heads.chain(names).collect(),
        widths: [37, 9, 14].into_iter().chain(std::iter::repeat_n(each, count)).collect(),
        numbers_from: 2,
        rows: rows.collect(),
        source: label(lang, "report-targets-source"),
        ..ReportTable::default()
    }
}

/// What a scenario has in the place of a target, with the gap behind it; the dash alone where it has nothing.
fn write_landed(cells: &[Cell], numbers: Numbers) -> String {
    match cells {
        [value, gap] if *gap != Cell::Missing => format!("{} ({})", value.write(numbers), gap.write_signed(numbers)),
        [value, ..] => value.write(numbers),
        [] => String::new(),
    }
}

fn sources(scene: &ExportScene<'_>) -> SectionDraft {
    let lang = scene.lang();
    let points: Vec<String> = scene
        .study
        .sources
        .iter()
        .map(|source| {
            let title = source.title.in_lang(lang);
            if source.locator.is_empty() { title.to_owned() } else { format!("{title}. {}", source.locator) }
        })
        .collect();
    let blocks = vec![ReportBlock::Paragraph(label(lang, "report-sources-opening")), ReportBlock::Details(points)];
    SectionDraft::of_report(scene, DocumentSection::Sources, blocks)
}

/// What must be known to make the same figures again.
fn origin(scene: &ExportScene<'_>, counter: &mut Counter) -> SectionDraft {
    let lang = scene.lang();
    let rows = scene.cases.iter().map(|case| {
        ReportRow::plain(vec![
            case_name(&case.id, Some(scene.study), lang),
            case.id.clone(),
            case.fingerprint(),
            vintage_name(case.vintage(), lang),
        ])
    });
    let heads = ["column-scenario", "column-scenario-id", "column-fingerprint", "column-vintage"];
    let table = ReportTable {
        heads: heads.map(|key| label(lang, key)).into(),
        widths: vec![34, 22, 22, 22],
        numbers_from: 9,
        rows: rows.collect(),
        source: scene
            .cases
            .first()
            .map_or_else(String::new, |case| provenance(scene.study, case.vintage(), &case.fingerprint(), lang)),
        ..ReportTable::default()
    };
    let blocks = vec![
        ReportBlock::Paragraph(label(lang, "report-origin-opening")),
        counter.table(label(lang, "report-table-origin"), table),
    ];
    SectionDraft::of_report(scene, DocumentSection::Origin, blocks)
}
