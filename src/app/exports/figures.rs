//! Every chart of the window as a figure with title, unit, source and date.

use super::run_facts::caption;
use super::scene::ExportScene;
use crate::app::state::AppState;
use crate::app::view_models::{Overview, StateReader, compare, overview, sector_page, tornado, uncertainty_page, why};
use crate::app::workspace::uncertainty::FanOf;
use crate::chart::fan::{BandEnd, EndOf};
use crate::chart::model::{EndText, LineChart, Series, SeriesGroup, YRange};
use crate::engine::{Line, TOTAL_LINE, Variable};
use crate::export::chart::{ChartFile, Drawing};
use crate::lang::Lang;
use crate::quantity::Year;
use crate::text::words::{count_text, filled, label};
use crate::text::{case_name, explain_resolve_error, shown_value};

/// Remarks that stand under a picture; a file beside the pictures has all.
const MOST_REMARKS: usize = 3;
/// Years before the projection in a chart that shows how far two cases lie apart.
const SHOWN_HISTORY: Year = 5;

/// A chart of lines as a figure; like the window, it says where an axis starts that does not start at zero.
pub(super) fn line_figure(reader: &StateReader<'_>, chart: &LineChart, id: String, caption: &str) -> ChartFile {
    let format = |value: f64, decimals: usize| reader.numbers.decimal(value, decimals);
    let from = chart.cut_axis(chart.y_span(), &format);
    let from = from.map(|value| filled(reader.lang, "chart-axis-from", &[("value", &value)]));
    let title = if chart.title.is_empty() { chart.quantity.clone() } else { chart.title.clone() };
    // It stands by itself, so that it has the words which charts that share a section leave out.
    let drawn = LineChart { title: title.clone(), ..chart.clone() };
    ChartFile {
        id,
        title,
        unit: [Some(chart.unit_line.clone()), from].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        described: chart.alt.clone(),
        drawing: Drawing::Lines(Box::new(drawn)),
        caption: caption.to_owned(),
    }
}

/// The charts of the overview, each standing by itself, or the sentence that says why there is none.
pub(super) fn overview_figures(
    reader: &StateReader<'_>,
    page: &Overview,
    caption: &str,
) -> [Result<ChartFile, String>; 5] {
    let alone = |chart: &LineChart| {
        if let Some(missing) = &chart.missing {
            return Err(format!("{}: {missing}", chart.quantity));
        }
        let mut chart = chart.clone();
        chart.end_text = EndText::ValueAndName;
        Ok(line_figure(reader, &chart, format!("overview-{}", chart.id), caption))
    };
    [&page.output, &page.growth, &page.employment, &page.shares[0], &page.shares[1]].map(alone)
}

/// The structure of the last year, a bar for each case.
pub(super) fn structure_figure(scene: &ExportScene<'_>, caption: &str) -> ChartFile {
    let mut bars = Vec::new();
    let mut unit = String::new();
    for case in &scene.cases {
        let mut state = scene.state().clone();
        state.workspace.selected.clone_from(&case.id);
        let mut strip = overview(&StateReader::new(&state)).structure;
        // One unit stands for all bars; that of a case with rounded shares says so.
        let caption = std::mem::take(&mut strip.caption);
        if caption.len() > unit.len() {
            unit = caption;
        }
        bars.push(strip);
    }
    let title = label(scene.lang(), "report-figure-structure");
    let prices = filled(scene.lang(), "unit-constant-prices", &[("year", &scene.study.price_base_year.to_string())]);
    let described = bars
        .iter()
        .map(|strip| {
            let parts: Vec<String> =
                strip.parts.iter().map(|part| format!("{} {}", part.name, part.value_text)).collect();
            format!("{}: {}", strip.name, parts.join(", "))
        })
        .collect::<Vec<_>>()
        .join("; ");
    ChartFile {
        id: "overview-structure".to_owned(),
        title,
        unit: format!("{unit}, {prices}"),
        described,
        drawing: Drawing::Strip(bars),
        caption: caption.to_owned(),
    }
}

/// Why a case other than the reference differs from it in GRDP of the last year, or the sentence that says why there is no chart.
pub(super) fn why_figure(scene: &ExportScene<'_>, state: &AppState, caption: &str) -> Result<ChartFile, String> {
    let chart = why(&StateReader::new(state), Variable::Grdp, TOTAL_LINE, scene.study.horizon).waterfall?;
    Ok(ChartFile {
        id: format!("why-{}", state.workspace.selected),
        title: chart.title.clone(),
        unit: chart.unit_line.clone(),
        described: chart.alt.clone(),
        drawing: Drawing::Waterfall(Box::new(chart)),
        caption: caption.to_owned(),
    })
}

/// How far each assumption moves GRDP of the last year in a case, or the sentence that says why there is no chart.
pub(super) fn tornado_figure(scene: &ExportScene<'_>, state: &AppState, caption: &str) -> Result<ChartFile, String> {
    let chart = tornado(&StateReader::new(state), Variable::Grdp, TOTAL_LINE, scene.study.horizon)?;
    Ok(ChartFile {
        id: format!("tornado-{}", state.workspace.selected),
        title: format!("{}: {}", chart.title, case_name(&state.workspace.selected, Some(scene.study), scene.lang())),
        unit: chart.unit_line.clone(),
        described: chart.alt.clone(),
        drawing: Drawing::Tornado(Box::new(chart)),
        caption: caption.to_owned(),
    })
}

/// The fan of GRDP of a case whose ensemble is in the state.
pub(super) fn fan_figure(state: &AppState, caption: &str) -> Option<ChartFile> {
    let mut state = state.clone();
    state.workspace.uncertainty.fan_of = FanOf::Grdp;
    let mut chart = uncertainty_page(&StateReader::new(&state)).chart?;
    let reader = StateReader::new(&state);
    add_reference(&reader, &mut chart);
    let id = format!("{}-{}", chart.id.replace('_', "-"), state.workspace.selected);
    Some(line_figure(&reader, &chart, id, caption))
}

/// Draws the case with which others are compared into the fan of GRDP of one of them, near enough that the gap is seen.
fn add_reference(reader: &StateReader<'_>, chart: &mut LineChart) {
    let reference = reader.state.study.pinned.as_str();
    let (Some(projection), Some(fan)) = (reader.projection(reference), &mut chart.fan) else { return };
    if reference == reader.state.workspace.selected {
        return;
    }
    let scale = shown_value(Variable::Grdp, 1.0);
    let points: Vec<(Year, f64)> = projection
        .horizon()
        .years()
        .filter_map(|year| Some((year, projection.value(Variable::Grdp, Line::Total, year)? * scale)))
        .collect();
    let Some(&(_, value)) = points.last() else { return };
    let (name, value_text) = (reader.short(reference), reader.numbers.decimal(value, 1));
    let color = reader.style(reference).color;
    chart.alt = format!("{}; {value_text} {name}", chart.alt);
    let place = fan.ends.iter().position(|end| end.value < value).unwrap_or(fan.ends.len());
    fan.ends.insert(place, BandEnd { value, value_text, name: name.clone(), of: EndOf::Reference(color) });
    let series = Series {
        scenario_key: reference.to_owned(),
        full_name: reader.name(reference),
        short_name: name,
        style: reader.style(reference),
        end_value_text: String::new(),
        secondary: false,
        emphasised: false,
        points,
    };
    chart.groups.push(SeriesGroup { heading: None, series: vec![series] });
    let first = (reader.first_base() - SHOWN_HISTORY).max(chart.years.0);
    chart.years.0 = first;
    for line in &mut chart.history {
        line.points.retain(|(year, _)| *year >= first);
    }
    chart.y_range = YRange::Auto;
}

/// The distribution of GRDP in the last year of a case whose ensemble is in the state.
pub(super) fn distribution_figure(state: &AppState, caption: &str) -> Option<ChartFile> {
    let mut state = state.clone();
    state.workspace.uncertainty.fan_of = FanOf::Grdp;
    state.workspace.uncertainty.year = None;
    let page = uncertainty_page(&StateReader::new(&state));
    let (fan, chart) = (page.chart?, page.distribution?);
    Some(ChartFile {
        id: format!("distribution-grdp-{}", state.workspace.selected),
        title: format!("{}: {}", fan.quantity, chart.title),
        unit: chart.unit_line.clone(),
        described: chart.alt.clone(),
        drawing: Drawing::Distribution(Box::new(chart)),
        caption: caption.to_owned(),
    })
}

/// A sentence behind the name of the case that it is about.
pub(super) fn about_case(scene: &ExportScene<'_>, case: &str, sentence: &str) -> String {
    format!("{}: {sentence}", case_name(case, Some(scene.study), scene.lang()))
}

/// Why a case has no bands; `None` if it has bands, or has no random inputs.
pub(super) fn no_bands(scene: &ExportScene<'_>, state: &AppState) -> Option<String> {
    let error = state.uncertainty.answer()?.found.as_ref().err()?;
    let told = explain_resolve_error(error, Some(scene.study), scene.lang());
    Some(about_case(scene, &state.workspace.selected, &format!("{} {}", told.sentence, told.hint)))
}

/// A picture with remarks on what it shows: all in its description, the first in its caption.
fn with_remarks(figure: ChartFile, remarks: &[String], lang: Lang) -> ChartFile {
    if remarks.is_empty() {
        return figure;
    }
    let mut told = remarks.iter().take(MOST_REMARKS).cloned().collect::<Vec<_>>();
    if let Some(more) = remarks.len().checked_sub(MOST_REMARKS).filter(|more| *more > 0) {
        told.push(count_text(lang, "remarks-more", more));
    }
    ChartFile {
        described: format!("{} {}", figure.described, remarks.join(" ")),
        caption: format!("{} {}", told.join(" "), figure.caption),
        ..figure
    }
}

/// Every chart of the window, and why charts are missing.
pub(super) fn figures(scene: &ExportScene<'_>) -> (Vec<ChartFile>, Vec<String>) {
    let (caption, remarks, lang) = (caption(scene), scene.remarks(), scene.lang());
    let told = |figure: ChartFile| with_remarks(figure, &remarks, lang);
    let reader = StateReader::new(scene.state());
    let (mut all, mut missing) = (Vec::new(), Vec::new());
    for asked in overview_figures(&reader, &overview(&reader), &caption) {
        match asked {
            Ok(figure) => all.push(told(figure)),
            Err(sentence) => missing.push(sentence),
        }
    }
    all.push(told(structure_figure(scene, &caption)));
    let compared = compare::compare(&reader);
    all.push(told(line_figure(&reader, &compared.overlay, "levels-compared".to_owned(), &caption)));
    if compared.difference.missing.is_none() {
        all.push(told(line_figure(&reader, &compared.difference, "differences-compared".to_owned(), &caption)));
    }
    for case in &scene.cases {
        let state = scene.state_with_ensemble(&case.id);
        let own = case.remarks(lang);
        let why = (case.id != scene.study.pinned).then(|| why_figure(scene, &state, &caption));
        for asked in why.into_iter().chain([tornado_figure(scene, &state, &caption)]) {
            match asked {
                Ok(figure) => all.push(with_remarks(figure, &own, lang)),
                Err(sentence) => missing.push(about_case(scene, &case.id, &sentence)),
            }
        }
        let random = [fan_figure(&state, &caption), distribution_figure(&state, &caption)];
        all.extend(random.into_iter().flatten().map(|figure| with_remarks(figure, &own, lang)));
        missing.extend(no_bands(scene, &state));
    }
    let lines: Vec<String> = sector_page(&reader).choices.into_iter().map(|(id, _)| id).collect();
    for line in lines {
        let mut state = scene.state().clone();
        state.workspace.sectors.line = Some(line.clone());
        let reader = StateReader::new(&state);
        let page = sector_page(&reader);
        for chart in page.charts.iter().filter(|chart| chart.missing.is_none()) {
            let mut figure = line_figure(&reader, chart, format!("{line}-{}", chart.id.replace('_', "-")), &caption);
            figure.title = filled(scene.lang(), "report-figure-of", &[("title", &figure.title), ("line", &page.name)]);
            all.push(told(figure));
        }
    }
    (all, missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::export_form::ExportForm;
    use crate::app::export_request::ExportRequest;
    use crate::app::export_sections::ChosenSections;
    use crate::chart::model::AxisScale;
    use crate::chart::scene::{Area, Scene as Laid, Text};
    use crate::engine::Closure;
    use crate::export::Stamp;
    use crate::export::chart::{Around, WIDTH, lay_out_figure};
    use crate::files;

    /// What the letters of a text cover, from the baseline to the top of its capitals.
    fn letters(text: &Text) -> Area {
        let baseline = text.at[1];
        Area { top: baseline - 0.7 * text.ink.font.size, bottom: baseline, ..text.area() }
    }

    /// Texts that leave their page, and pairs of texts that cover each other.
    fn conflicts(laid: &Laid, bottom: f32) -> Vec<String> {
        let page = Area { left: 0.0, top: 0.0, right: WIDTH, bottom };
        let texts: Vec<&Text> = laid.texts().collect();
        let outside = texts.iter().filter(|text| letters(text).within(&page) != letters(text));
        let mut found: Vec<String> = outside.map(|text| format!("{text:?} leaves the page")).collect();
        for (position, text) in texts.iter().enumerate() {
            let covered = texts[position + 1..].iter().filter(|other| letters(text).overlap(&letters(other)) > 0.0);
            found.extend(covered.map(|other| format!("\"{}\" and \"{}\"", text.text, other.text)));
        }
        found
    }

    /// Whether the axis of a figure does not start at zero; a word of its unit tells so, in the language of the picture.
    fn says_where_its_axis_starts(figure: &ChartFile, lang: Lang) -> bool {
        let Drawing::Lines(chart) = &figure.drawing else { return false };
        let is_cut = chart.scale == AxisScale::Linear && chart.y_span().lo > 0.0;
        let word = if lang == Lang::VI { "trục từ" } else { "axis from" };
        assert_eq!(figure.unit.contains(word), is_cut, "{}: {}", figure.id, figure.unit);
        is_cut
    }

    #[test]
    fn no_two_texts_of_a_picture_cover_each_other_and_none_leaves_it() {
        let mut found = Vec::new();
        let (mut kinds, mut cut) = ([0; 5], 0);
        let study = files::built_in().unwrap();
        // All cases in one picture are the most texts; one case has the values of its own line.
        for (lang, cases) in [(Lang::VI, study.case_ids()), (Lang::EN, vec!["three-projects"])] {
            let cases = cases.into_iter().map(str::to_owned).collect();
            let stamp = Stamp { year: 2026, month: 11, day: 29 };
            let request = ExportRequest {
                form: ExportForm::Charts,
                cases,
                closure: Closure::Productivity,
                lang,
                stamp,
                sections: ChosenSections::default(),
            };
            let scene = ExportScene::new(&study, &request).unwrap();
            for figure in figures(&scene).0 {
                cut += usize::from(says_where_its_axis_starts(&figure, lang));
                kinds[match figure.drawing {
                    Drawing::Lines(_) => 0,
                    Drawing::Strip(_) => 1,
                    Drawing::Waterfall(_) => 2,
                    Drawing::Tornado(_) => 3,
                    Drawing::Distribution(_) => 4,
                }] += 1;
                let (laid, bottom) = scene.with_look(|look| lay_out_figure(&figure, look, Around::Everything));
                let said = conflicts(&laid, bottom).into_iter();
                found.extend(said.map(|what| format!("{} {}: {what}", figure.id, lang.as_str())));
            }
        }
        assert!(kinds.iter().all(|count| *count > 0), "every kind of chart is looked at: {kinds:?}");
        assert!(cut > 0, "an axis that does not start at zero is looked at");
        assert!(found.is_empty(), "{} of {kinds:?}: {found:#?}", found.len());
    }
}
