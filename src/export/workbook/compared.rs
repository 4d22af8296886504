//! Sheets that set the recalculated figures beside others: targets, the baseline, and the program's own figures.

use super::book::{CellLook, CellPlace, Content, Digits, FIRST_YEAR, SheetId, VALUE_COLUMN, column_letters};
use super::results::{digits_of, ratio, result_name, shown_series};
use super::rows::{Builder, words};
use crate::analysis::actual_level;
use crate::engine::{Line, Variable};
use crate::export::{Landing, explain_missing, landings};
use crate::files::{EXPORTED_NAME, HEAD_ROW, NAME_COLUMN, UNIT_COLUMN};
use crate::quantity::Unit;
use crate::scenario::figure::Quantity;
use crate::text::words::filled;
use crate::text::{Numbers, line_short, shown_unit, unit_name, variable_name, variable_unit, vintage_name};
use std::collections::BTreeMap;

/// Gap between the program and the spreadsheet below which they agree: powers differ in the last digits.
const TOLERANCE: f64 = 1e-9;
/// What is set beside the baseline.
const COMPARED: [Variable; 6] = [
    Variable::Grdp,
    Variable::Output,
    Variable::ShareConstant,
    Variable::Employment,
    Variable::Productivity,
    Variable::GrdpPerHead,
];
/// What is set beside the program's figures.
const CHECKED: [Variable; 6] = [
    Variable::Grdp,
    Variable::Output,
    Variable::ShareConstant,
    Variable::ShareCurrent,
    Variable::Employment,
    Variable::GrdpPerHead,
];

/// A rule that is blank where the case or its baseline has no value: a difference from an empty text is an error in a
/// spreadsheet.
fn where_known(own: &str, rule: &str) -> String {
    format!("IF(ISNUMBER({own}),IF(ISNUMBER(base_{own}),{rule},BLANK),BLANK)")
}

impl Builder<'_> {
    /// Targets of the study with what the workbook gives in their place.
    pub(super) fn targets(&mut self, sheet: SheetId) {
        let heads = [
            "workbook-target",
            "column-vintage",
            "column-unit",
            "column-year",
            "column-aim",
            "column-target",
            "column-wanted-to",
            "column-result",
            "column-gap-in-full",
            "source-document",
        ];
        let (title, about) = (self.word("workbook-sheet-targets"), self.word("workbook-about-targets"));
        self.book.text(sheet, (0, 0), title, CellLook::Title);
        self.book.text(sheet, (1, 0), about, CellLook::Quiet);
        for (column, key) in (0..).zip(heads) {
            let look = if (3..9).contains(&column) { CellLook::HeadRight } else { CellLook::Head };
            let text = self.word(key);
            self.book.text(sheet, (3, column), text, look);
        }
        if let Some(sheet) = self.book.sheets.get_mut(sheet) {
            sheet.frozen = (4, 1);
            sheet.widths.extend([(0, 46.0), (1, 28.0), (2, 26.0), (9, 60.0)]);
            sheet.widths.extend((3..9).map(|column| (column, 13.0)));
        }
        let study = self.case.study;
        let landings = landings(study, &[Some(&self.case.projection)]);
        for (number, landing) in landings.iter().enumerate() {
            self.target(sheet, number, landing);
        }
        for reason in explain_missing(&landings, study, self.lang) {
            let row = self.book.next(sheet);
            self.book.text(sheet, (row, 0), reason, CellLook::Quiet);
        }
    }

    fn target(&mut self, sheet: SheetId, number: usize, landing: &Landing<'_>) {
        let figure = landing.target;
        let row = self.book.next(sheet);
        // Shares and growth stay fractions, which the sheet shows in per cent.
        let (scale, digits) =
            if landing.is_percentage() { (1.0, Digits::Percent) } else { (landing.factor(), Digits::Two) };
        let name = landing.name(self.case.study, self.lang);
        let source = self.case.study.source(&figure.source);
        let source = source.map_or(figure.source.as_str(), |source| source.title.in_lang(self.lang)).to_owned();
        let (unit, period) = (landing.unit_text(self.case.study, self.lang), landing.years(self.lang));
        let texts = [
            (0, name, CellLook::Text),
            (1, vintage_name(&figure.vintage, self.lang), CellLook::Quiet),
            (2, unit, CellLook::Quiet),
            (3, period, CellLook::Right),
            (4, landing.with_aim("", self.lang), CellLook::Right),
            (9, source, CellLook::Quiet),
        ];
        for (column, text, look) in texts {
            self.book.text(sheet, (row, column), text, look);
        }
        self.book.number(sheet, (row, 5), landing.wanted * scale, CellLook::Given(digits));
        if let Some(upper) = landing.wanted_upper {
            self.book.number(sheet, (row, 6), upper * scale, CellLook::Given(digits));
        }
        let Some(rule) = landing.value(0).and_then(|_| self.landing_rule(landing)) else {
            for column in [7, 8] {
                self.book.text(sheet, (row, column), Numbers::new(self.lang).missing(), CellLook::Right);
            }
            return;
        };
        for (column, name) in [(5, "wanted"), (6, "wanted_to"), (7, "landed")] {
            self.book.name(&format!("{name}_{number}"), CellPlace { sheet, row, column, length: 1 });
        }
        let content = self.book.formula(&rule);
        self.book.put(sheet, (row, 7), content, CellLook::Result(digits));
        let gap = if landing.wanted_upper.is_some() {
            format!(
                "IF(landed_{number}>wanted_to_{number},landed_{number}-wanted_to_{number},MIN(0,landed_{number}-wanted_{number}))"
            )
        } else {
            format!("landed_{number}-wanted_{number}")
        };
        let content = self.book.formula(&gap);
        self.book.put(sheet, (row, 8), content, CellLook::Result(digits));
    }

    /// The formula that stands in a target's place; the same choice of variable as `landings`.
    fn landing_rule(&self, landing: &Landing<'_>) -> Option<String> {
        let figure = landing.target;
        let line = if figure.line.is_empty() { "total" } else { figure.line.as_str() };
        let index = |year| self.horizon().index(year);
        let year = index(figure.year?)?;
        if let (Quantity::OutputGrowth, Some(since)) = (figure.quantity, figure.since) {
            let level = if line == "total" { Variable::Grdp } else { Variable::Output };
            let level = result_name(level, line);
            let count = figure.year? - since + 1;
            let start = match index(since - 1) {
                Some(first) => format!("at({level},{first})"),
                // A year that is past: its level is no result of the workbook.
                None => actual_level(self.case.study, line, since - 1)?.value.to_string(),
            };
            return Some(format!("(at({level},{year})/{start})^(1/{count})-1"));
        }
        let variable = landing.variable()?;
        if variable == Variable::Population {
            return Some(format!("at(N_pop,{year})"));
        }
        let name = result_name(variable, line);
        self.book.names.contains_key(&name).then(|| format!("at({name},{year})"))
    }

    /// The case beside its baseline.
    pub(super) fn comparison(&mut self, sheet: SheetId) {
        let baseline = crate::text::case_name(&self.case.baseline.id, Some(self.case.study), self.lang);
        let title = self.word("workbook-sheet-comparison");
        let about = filled(self.lang, "workbook-about-comparison", &[("name", &baseline)]);
        self.head(sheet, title, about);
        let scenario = crate::text::case_name(&self.case.id, Some(self.case.study), self.lang);
        for variable in COMPARED {
            self.heading(sheet, variable_name(variable, self.lang));
            self.tell_gap(sheet, variable);
            let unit = variable_unit(variable, self.case.study.price_base_year, self.lang);
            for line in self.case.projection.lines().collect::<Vec<_>>() {
                let id = self.case.projection.line_id(line).to_owned();
                let own = result_name(variable, &id);
                if !self.book.names.contains_key(&own) {
                    continue;
                }
                let short = line_short(&id, self.case.study, self.lang);
                let digits = digits_of(variable);
                let values = shown_series(&self.case.baseline.projection, variable, line);
                self.write_given(
                    sheet,
                    &format!("base_{own}"),
                    words(format!("{short}: {baseline}"), unit.clone()),
                    digits,
                    &values,
                );
                let rule = (Some(own.as_str()), own.as_str());
                self.rule(
                    sheet,
                    &format!("case_{own}"),
                    words(format!("{short}: {scenario}"), unit.clone()),
                    digits,
                    rule,
                );
                self.difference(sheet, variable, &own, &short, &unit);
            }
        }
    }

    fn difference(&mut self, sheet: SheetId, variable: Variable, own: &str, short: &str, unit: &str) {
        let gap = filled(self.lang, "workbook-difference", &[("name", short)]);
        if shown_unit(variable).is_percent() {
            let rule = where_known(own, &format!("100*({own}-base_{own})"));
            let points = unit_name(Unit::PercentagePoint, self.lang);
            self.rule(sheet, &format!("diff_{own}"), words(gap, points), Digits::Two, (Some(&rule), &rule));
            return;
        }
        let rule = where_known(own, &format!("{own}-base_{own}"));
        self.rule(sheet, &format!("diff_{own}"), words(gap, unit), digits_of(variable), (Some(&rule), &rule));
        let gap = filled(self.lang, "workbook-difference", &[("name", short)]);
        let rule = where_known(own, &ratio(&format!("{own}-base_{own}"), &format!("base_{own}")));
        self.rule(sheet, &format!("pct_{own}"), words(gap, "%"), Digits::Percent, (Some(&rule), &rule));
    }

    /// The program's figures beside the recalculated ones, and the one cell that says whether all is as exported.
    pub(super) fn check(&mut self, sheet: SheetId, exported: SheetId) {
        let (title, about) = (self.word("workbook-sheet-check"), self.word("workbook-about-check"));
        self.head(sheet, title, about);
        self.book.skip(sheet, 5);
        let mut last = None;
        for variable in CHECKED {
            self.heading(sheet, variable_name(variable, self.lang));
            self.tell_gap(sheet, variable);
            for line in self.case.projection.lines().collect::<Vec<_>>() {
                let own = result_name(variable, self.case.projection.line_id(line));
                if self.book.names.contains_key(&own) {
                    last = Some(self.write_check(sheet, variable, line, &own, last.as_deref()));
                }
            }
        }
        let changed = self.count_of_changes(exported);
        let row = 4;
        let texts = [
            ("workbook-check-changed", "check_changed", Content::Area(changed, 0.0), CellLook::Result(Digits::Plain)),
            (
                "workbook-check-gap",
                "check_gap",
                self.book.formula(&last.unwrap_or_else(|| "0".to_owned())),
                CellLook::Result(Digits::Tiny),
            ),
            ("workbook-check-tolerance", "check_tolerance", Content::Number(TOLERANCE), CellLook::Given(Digits::Tiny)),
            (
                "workbook-check-verdict",
                "check",
                self.book.formula("AND(check_changed=0,check_gap<check_tolerance)"),
                CellLook::Verdict,
            ),
        ];
        for (row, (key, name, content, look)) in (row..).zip(texts) {
            let text = self.word(key);
            self.book.text(sheet, (row, 0), text, CellLook::Text);
            self.book.text(sheet, (row, 1), name, CellLook::Code);
            self.book.put(sheet, (row, VALUE_COLUMN), content, look);
            self.book.name(name, CellPlace { sheet, row, column: VALUE_COLUMN, length: 1 });
        }
    }

    /// What the cell of the verdict holds; 1 where all is as the program has it.
    pub(super) fn verdict(&self) -> Option<f64> {
        let place = self.book.names.get("check")?;
        self.book.find_value(place.sheet, place.row, place.column)
    }

    /// The name of the row with the largest gap between the program and the formulas.
    pub(super) fn widest_gap(&self) -> String {
        let value = |place: &CellPlace, column| self.book.find_value(place.sheet, place.row, column).unwrap_or(0.0);
        let largest = |place: &CellPlace| {
            (place.column..place.column + place.length).map(|column| value(place, column)).fold(0.0, f64::max)
        };
        let gaps =
            self.book.names.iter().filter_map(|(name, place)| Some((name.strip_prefix("dif_")?, largest(place))));
        let widest = gaps.fold(("", 0.0), |widest, gap| if gap.1 > widest.1 { gap } else { widest });
        widest.0.to_owned()
    }

    /// Three rows: the program's figures, the recalculated ones, their relative gap; returns the name of the largest gap so far.
    fn write_check(
        &mut self,
        sheet: SheetId,
        variable: Variable,
        line: Line,
        own: &str,
        before: Option<&str>,
    ) -> String {
        let short = line_short(self.case.projection.line_id(line), self.case.study, self.lang);
        let unit = variable_unit(variable, self.case.study.price_base_year, self.lang);
        let digits = digits_of(variable);
        let values = shown_series(&self.case.projection, variable, line);
        let label = filled(self.lang, "workbook-check-program", &[("name", &short)]);
        self.write_given(sheet, &format!("chk_{own}"), words(label, unit.clone()), digits, &values);
        let label = filled(self.lang, "workbook-check-recalculated", &[("name", &short)]);
        self.rule(sheet, &format!("rec_{own}"), words(label, unit), digits, (Some(own), own));
        let label = filled(self.lang, "workbook-check-difference", &[("name", &short)]);
        let rule = format!("ABS(rec_{own}-chk_{own})/MAX(ABS(chk_{own}),0.000001)");
        let gap = format!("dif_{own}");
        self.rule(sheet, &gap, words(label, ""), Digits::Tiny, (Some(&rule), &rule));
        let row = self.book.names.get(&gap).map_or(0, |place| place.row);
        let largest = format!("gap_{own}");
        let rule = before.map_or_else(|| format!("MAX(span({gap}))"), |before| format!("MAX(span({gap}),{before})"));
        let content = self.book.formula(&rule);
        self.book.put(sheet, (row, VALUE_COLUMN), content, CellLook::Result(Digits::Tiny));
        self.book.name(&largest, CellPlace { sheet, row, column: VALUE_COLUMN, length: 1 });
        largest
    }

    /// A hidden copy of every input, and the formula that counts cells that differ from it.
    fn count_of_changes(&mut self, exported: SheetId) -> String {
        let inputs = self.book.sheets.get(self.inputs).map(|sheet| &sheet.cells);
        let numbers: Vec<((u32, u16), f64, Digits)> = inputs
            .into_iter()
            .flatten()
            .filter_map(|(at, cell)| match &cell.content {
                Content::Number(value) => Some((*at, *value, cell.look.input_digits()?)),
                Content::Text(_) | Content::Name(_) | Content::Formula(_) | Content::Area(..) => None,
            })
            .collect();
        let rows = numbers.iter().map(|(at, ..)| at.0);
        let (first, last) = (rows.clone().min().unwrap_or(0) + 1, rows.max().unwrap_or(0) + 1);
        let named: BTreeMap<u32, String> = self
            .book
            .names
            .iter()
            .filter(|row| row.1.sheet == self.inputs)
            .map(|(name, at)| (at.row, name.clone()))
            .collect();
        for (at, value, digits) in numbers {
            self.book.number(exported, at, value, CellLook::Given(Digits::Five));
            let scale = if digits == Digits::Percent { 100.0 } else { 1.0 };
            self.book.number(exported, (at.0, UNIT_COLUMN), scale, CellLook::Given(Digits::Plain));
            if let Some(name) = named.get(&at.0) {
                self.book.put(exported, (at.0, NAME_COLUMN), Content::Name(name.clone()), CellLook::Code);
            }
        }
        for (column, year) in (FIRST_YEAR..).zip(self.horizon().years()) {
            self.book.number(exported, (HEAD_ROW, column), f64::from(year), CellLook::HeadRight);
        }
        let place = CellPlace { sheet: exported, row: HEAD_ROW, column: FIRST_YEAR, length: 1 };
        self.book.name(EXPORTED_NAME, place);
        let end = column_letters(FIRST_YEAR + self.years() - 1);
        let area = format!("${}${first}:${end}${last}", column_letters(VALUE_COLUMN));
        let (now, then) = (self.book.quote_sheet(self.inputs), self.book.quote_sheet(exported));
        format!("SUMPRODUCT(--({now}!{area}<>{then}!{area}))")
    }

    /// Lines of a variable that the workbook reports, with the names of their rows.
    pub(super) fn reported_lines(
        &self,
        variable: Variable,
        wanted: impl Fn(Line) -> bool,
    ) -> Vec<(String, String, usize)> {
        let projection = &self.case.projection;
        projection
            .lines()
            .filter(|line| wanted(*line))
            .enumerate()
            .map(|(slot, line)| (result_name(variable, projection.line_id(line)), line, slot))
            .filter(|(name, _, _)| self.book.names.contains_key(name))
            .map(|(name, line, slot)| (name, line_short(projection.line_id(line), self.case.study, self.lang), slot))
            .collect()
    }
}
