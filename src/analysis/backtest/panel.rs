//! A panel of sectors by year, read from a tidy table: one row a country, sector, year and variable.
//!
//! Column names may be any of several usual words; other columns are passed over, except `unit`, whose change marks a break in a series.

use crate::calibration::forecast::PanelMeasure;
use crate::engine::real::{exp, ln};
use crate::lang::fold_tight;
use crate::quantity::Year;
use crate::reading::{
    OpenMark, PlainTable, PlainValue, UnreadableFile, is_tax_line, rank_of_total, read_plain_table, read_plain_values,
};
use std::collections::BTreeMap;

/// One series: logs by year, and where its definition changes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PanelSeries {
    /// Natural logs of the values by year since [`Panel::first`]; `None` where there is a gap.
    pub logs: Vec<Option<f64>>,
    /// Number of the definition in force in each year; figures of different numbers are never compared.
    pub definitions: Vec<usize>,
}

/// A panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// First year of every series.
    pub first: Year,
    /// Number of years.
    pub years: usize,
    /// Countries, provinces or whatever the rows are of.
    pub countries: Vec<String>,
    /// Sectors; the total is not among them.
    pub sectors: Vec<String>,
    /// By measure, country and line; the total is the line after the last sector.
    series: BTreeMap<(PanelMeasure, usize, usize), PanelSeries>,
    /// The variables that were taken for value added and for employment; empty if the panel lacks the measure.
    pub variables: [String; 2],
    /// Rows without a usable value, counted as gaps.
    pub gaps: usize,
}

/// Why a table is not a panel.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PanelError {
    /// A quotation mark is opened and never closed.
    #[error("line {line}: a quotation mark is never closed")]
    OpenQuote {
        /// Line of the file, from 1.
        line: usize,
    },
    /// The text is no table; the words of the reader below are for logs.
    #[error("not a table: {detail}")]
    Unreadable {
        /// What the reader says.
        detail: String,
    },
    /// A column is missing.
    #[error("no column {column} among {found}")]
    MissingColumn {
        /// The column.
        column: &'static str,
        /// Columns that were found.
        found: String,
    },
    /// A year or value that is no number.
    #[error("line {line}: {column} is {text}")]
    NotANumber {
        /// Line of the file, from 1.
        line: u64,
        /// The column.
        column: &'static str,
        /// The text.
        text: String,
    },
    /// A year that no table of a statistics office has.
    #[error("line {line}: the year {year} is not one of 1900 to 2100")]
    YearOutside {
        /// Line of the file, from 1.
        line: u64,
        /// The year as written.
        year: String,
    },
    /// A number that can be read in two ways, and the column does not settle which.
    #[error("line {line}: {text} is {dot} or {comma}")]
    OpenMark {
        /// Line of the file, from 1.
        line: u64,
        /// The number as written.
        text: String,
        /// With a dot before the decimals.
        dot: f64,
        /// With a comma before the decimals.
        comma: f64,
    },
    /// A country, sector, year and variable that stands twice.
    #[error("line {line}: {country} {sector} {year} stands twice")]
    Twice {
        /// Line of the second row.
        line: u64,
        /// Country.
        country: String,
        /// Sector.
        sector: String,
        /// Year.
        year: Year,
    },
    /// No variable is value added at constant prices or employment.
    #[error("no variable is value added at constant prices or employment: {found}")]
    NoVariable {
        /// Variables that were found.
        found: String,
    },
}

const COLUMNS: [(&str, &[&str]); 5] = [
    (
        "country",
        &["country", "country_code", "countrycode", "iso", "iso3", "cnt", "economy", "region", "province", "territory"],
    ),
    ("sector", &["sector", "sector_code", "industry", "activity", "line", "isic"]),
    ("year", &["year", "time", "period", "date"]),
    ("variable", &["variable", "var", "indicator", "measure", "series"]),
    ("value", &["value", "val", "obs_value", "amount"]),
];
/// Years that a panel may hold, as those of every other table that is read.
const YEARS: std::ops::RangeInclusive<Year> = 1900..=2100;
/// How names of agriculture, forestry and fishing begin, folded.
const AGRICULTURE: [&str; 7] = ["agr", "forest", "fish", "farm", "nong", "lam", "thuy"];
/// Letters and digits of codes of agriculture, forestry and fishing in ISIC and NACE.
const AGRICULTURE_CODES: [&str; 12] =
    ["a", "atb", "ab", "a01", "a02", "a03", "a01t03", "a01a03", "a0103", "01t03", "0103", "01"];

/// A row as it stands in the table.
struct Row {
    line: u64,
    country: String,
    sector: String,
    year: Year,
    variable: String,
    value: Option<f64>,
    unit: String,
}

impl Panel {
    /// Reads a table with a heading; commas, semicolons or tabs divide the cells, and the values of the column settle which mark stands before decimals.
    ///
    /// # Errors
    /// [`PanelError`] with the line if the text is not a table, a column or variable is missing, a cell cannot be read,
    /// or a row stands twice.
    pub fn read(text: &str) -> Result<Self, PanelError> {
        let rows = rows(text)?;
        let variables = variables(&rows)?;
        let measure =
            |row: &Row| PanelMeasure::ALL.into_iter().find(|&measure| variables[measure as usize] == row.variable);
        let measured = rows.iter().filter_map(|row| Some((row, measure(row)?)));
        let used: Vec<(&Row, PanelMeasure)> =
            without_other_totals(measured.filter(|(row, _)| !is_tax_line(&row.sector)).collect());
        let first = used.iter().map(|(row, _)| row.year).min().unwrap_or_default();
        let last = used.iter().map(|(row, _)| row.year).max().unwrap_or_default();
        let sorted = |of: &dyn Fn(&Row) -> &String| {
            let mut names: Vec<String> = used.iter().map(|(row, _)| of(row).clone()).collect();
            names.sort();
            names.dedup();
            names
        };
        let mut sectors = sorted(&|row| &row.sector);
        sectors.retain(|sector| rank_of_total(sector).is_none());
        let mut panel = Self {
            first,
            years: usize::try_from(last - first).unwrap_or_default() + 1,
            countries: sorted(&|row| &row.country),
            sectors,
            series: BTreeMap::new(),
            variables,
            gaps: used.iter().filter(|(row, _)| row.value.is_none()).count(),
        };
        panel.fill(&used)?;
        panel.add_totals();
        Ok(panel)
    }

    /// The line that is the whole economy.
    pub fn total(&self) -> usize {
        self.sectors.len()
    }

    /// Whether a line is agriculture, forestry or fishing by its name.
    pub fn is_agriculture(&self, line: usize) -> bool {
        self.sectors.get(line).is_some_and(|name| is_agriculture(name))
    }

    /// Share of agriculture in a country's employment, 0 to 1, in the last year with figures up to a year (position).
    ///
    /// `None` if the panel has no line named agriculture, or its years lack figures.
    pub fn agriculture_share(&self, country: usize, until: usize) -> Option<f64> {
        let total = self.series(PanelMeasure::Employment, country, self.total())?;
        let farms: Vec<&PanelSeries> = (0..self.total())
            .filter(|&line| self.is_agriculture(line))
            .filter_map(|line| self.series(PanelMeasure::Employment, country, line))
            .collect();
        let share = |year: usize| {
            let whole = exp(total.logs[year]?);
            let mut parts = farms.iter().filter_map(|farm| farm.logs[year]).map(exp).peekable();
            parts.peek()?;
            Some((parts.sum::<f64>() / whole).min(1.0))
        };
        (0..=until.min(self.years.saturating_sub(1))).rev().find_map(share)
    }

    /// A series; `None` where the panel has none.
    pub fn series(&self, measure: PanelMeasure, country: usize, line: usize) -> Option<&PanelSeries> {
        self.series.get(&(measure, country, line))
    }

    fn fill(&mut self, rows: &[(&Row, PanelMeasure)]) -> Result<(), PanelError> {
        let mut units: BTreeMap<(PanelMeasure, usize, usize), Vec<Option<&str>>> = BTreeMap::new();
        for &(row, measure) in rows {
            let country = self.countries.binary_search(&row.country).unwrap_or_default();
            let line = self.sectors.binary_search(&row.sector).unwrap_or(self.sectors.len());
            let place = usize::try_from(row.year - self.first).unwrap_or_default();
            let key = (measure, country, line);
            let units = units.entry(key).or_insert_with(|| vec![None; self.years]);
            if units[place].replace(&row.unit).is_some() {
                let (country, sector, year) = (row.country.clone(), row.sector.clone(), row.year);
                return Err(PanelError::Twice { line: row.line, country, sector, year });
            }
            let empty = || PanelSeries { logs: vec![None; self.years], definitions: Vec::new() };
            self.series.entry(key).or_insert_with(empty).logs[place] = row.value.map(ln);
        }
        for (key, units) in units {
            if let Some(series) = self.series.get_mut(&key) {
                series.definitions = definitions(&units);
            }
        }
        Ok(())
    }

    /// Sums the sectors of a country where the panel has no total.
    fn add_totals(&mut self) {
        for measure in PanelMeasure::ALL {
            for country in 0..self.countries.len() {
                let total = (measure, country, self.total());
                if self.series.contains_key(&total) {
                    continue;
                }
                let parts: Vec<&PanelSeries> =
                    (0..self.total()).filter_map(|line| self.series(measure, country, line)).collect();
                if parts.is_empty() {
                    continue;
                }
                let sum = |year: usize| parts.iter().map(|part| part.logs[year].map(exp)).sum::<Option<f64>>();
                let definitions = (0..self.years).map(|year| parts.iter().map(|part| part.definitions[year]).sum());
                let series = PanelSeries {
                    logs: (0..self.years).map(|year| sum(year).map(ln)).collect(),
                    definitions: definitions.collect(),
                };
                self.series.insert(total, series);
            }
        }
    }
}

/// Rows with one line for the whole economy a country and measure: a panel may name value added and GDP, and only the surest of the names is kept.
fn without_other_totals(rows: Vec<(&Row, PanelMeasure)>) -> Vec<(&Row, PanelMeasure)> {
    let mut best: BTreeMap<(PanelMeasure, &str), usize> = BTreeMap::new();
    for (row, measure) in &rows {
        if let Some(rank) = rank_of_total(&row.sector) {
            let known = best.entry((*measure, &row.country)).or_insert(rank);
            *known = rank.min(*known);
        }
    }
    let kept = |(row, measure): &(&Row, PanelMeasure)| {
        let best = best.get(&(*measure, row.country.as_str()));
        rank_of_total(&row.sector).is_none_or(|rank| best == Some(&rank))
    };
    rows.into_iter().filter(kept).collect()
}

/// Numbers of definitions: one more each time that the unit changes from one figure to the next.
fn definitions(units: &[Option<&str>]) -> Vec<usize> {
    let (mut number, mut current) = (0, None);
    units
        .iter()
        .map(|unit| {
            if let Some(unit) = unit {
                number += usize::from(current.is_some_and(|current| current != *unit));
                current = Some(*unit);
            }
            number
        })
        .collect()
}

/// A word without case, blanks and marks.
fn plain(word: &str) -> String {
    word.trim()
        .trim_start_matches('\u{feff}')
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// Whether a sector is agriculture, forestry or fishing, or a part of these.
fn is_agriculture(name: &str) -> bool {
    let name = fold_tight(name);
    AGRICULTURE_CODES.contains(&name.as_str()) || AGRICULTURE.iter().any(|start| name.starts_with(start))
}

/// A calendar year; programs that know only decimals write 2005.0.
fn year(text: &str, line: u64) -> Result<Year, PanelError> {
    let whole = text.strip_suffix(".0").unwrap_or(text);
    if whole.is_empty() || !whole.chars().all(|c| c.is_ascii_digit()) {
        return Err(PanelError::NotANumber { line, column: "year", text: text.to_owned() });
    }
    let year = whole.parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| PanelError::YearOutside { line, year: text.to_owned() })
}

fn rows(text: &str) -> Result<Vec<Row>, PanelError> {
    let table = read_plain_table(text).map_err(|why| unreadable(&why))?;
    let heading: Vec<String> = table.head.iter().map(|name| plain(name)).collect();
    let column = |names: &[&str]| names.iter().find_map(|name| heading.iter().position(|own| own == name));
    let mut places = [0; COLUMNS.len()];
    for (place, (name, words)) in places.iter_mut().zip(COLUMNS) {
        *place = column(words).ok_or_else(|| PanelError::MissingColumn { column: name, found: heading.join(", ") })?;
    }
    let unit = column(&["unit", "units"]);
    let values = values(&table, places[4])?;
    let mut rows = Vec::new();
    for (row, value) in table.rows.iter().zip(values) {
        let cell = |place: usize| row.cells.get(place).map_or("", String::as_str);
        rows.push(Row {
            line: row.line,
            country: cell(places[0]).to_owned(),
            sector: cell(places[1]).to_owned(),
            year: year(cell(places[2]), row.line)?,
            variable: cell(places[3]).to_owned(),
            value,
            unit: unit.map(cell).unwrap_or_default().to_owned(),
        });
    }
    Ok(rows)
}

/// Why the text is no table.
fn unreadable(why: &UnreadableFile) -> PanelError {
    if let UnreadableFile::UnbalancedQuotes { line } = why {
        PanelError::OpenQuote { line: *line }
    } else {
        PanelError::Unreadable { detail: format!("{why:?}") }
    }
}

/// The positive values of a column; `None` for missing values and those <= 0, whose growth is not defined.
fn values(table: &PlainTable, place: usize) -> Result<Vec<Option<f64>>, PanelError> {
    let texts: Vec<&str> = table.rows.iter().map(|row| row.cells.get(place).map_or("", String::as_str)).collect();
    let line = |position: usize| table.rows.get(position).map_or(1, |row| row.line);
    let read = read_plain_values(&texts).map_err(|open| {
        let OpenMark { position, text, dot, comma } = open;
        PanelError::OpenMark { line: line(position), text, dot, comma }
    })?;
    let mut values = Vec::new();
    for (position, value) in read.into_iter().enumerate() {
        values.push(match value {
            PlainValue::Number(number) => (number > 0.0 && number.is_finite()).then_some(number),
            PlainValue::Absent(_) => None,
            PlainValue::Word => {
                let text = texts.get(position).map_or_else(String::new, |text| (*text).to_owned());
                return Err(PanelError::NotANumber { line: line(position), column: "value", text });
            }
        });
    }
    Ok(values)
}

/// The variables that are value added at constant prices and employment; of several, the one with most rows.
fn variables(rows: &[Row]) -> Result<[String; 2], PanelError> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(&row.variable).or_default() += 1;
    }
    let best = |ranks: &dyn Fn(&str) -> u32| {
        let candidates = counts.iter().map(|(name, count)| (ranks(&plain(name)), *count, *name));
        candidates.filter(|(rank, _, _)| *rank > 0).max().map_or_else(String::new, |(_, _, name)| name.to_owned())
    };
    let found = [best(&value_added_rank), best(&employment_rank)];
    if found.iter().all(String::is_empty) {
        let found = counts.into_keys().collect::<Vec<_>>().join(", ");
        return Err(PanelError::NoVariable { found });
    }
    Ok(found)
}

/// How surely a word means value added at constant prices; 0 where it does not.
fn value_added_rank(word: &str) -> u32 {
    let constant =
        ["va_q", "vaq", "va_k", "va_const", "gva_q", "gva_k", "gva_const", "value_added_q", "value_added_const"];
    let mentions = word.contains("constant") || word.contains("real") || word.contains("volume");
    let is_output =
        word.contains("va") || word.contains("valueadded") || word.contains("value_added") || word.contains("output");
    if constant.iter().any(|start| word.starts_with(start)) || (is_output && mentions) {
        3
    } else if ["value_added", "valueadded", "output", "y", "gva"].contains(&word) {
        2
    } else {
        // The prices are not stated; a name that says constant prices is preferred.
        u32::from(word.starts_with("va") || word.contains("value_added") || word.contains("gva"))
    }
}

/// How surely a word means employment; 0 where it does not.
fn employment_rank(word: &str) -> u32 {
    let words =
        ["emp", "employment", "employed", "persons_employed", "persons", "jobs", "workers", "labour", "labor", "l"];
    let mentions = ["emp", "worker", "persons", "engaged"].iter().any(|part| word.contains(part));
    if words.contains(&word) { 2 } else { u32::from(mentions) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_variables_go_by_many_names() {
        let text = "Region;Industry;Time;Indicator;Unit;OBS_VALUE;note\nX;Farms;2001;VA_Q15;u;1,5;\nX;Farms;2001;VA;u;9;\nX;Total;2001;Employment;k;..;\nX;Total;2002;Employment;k;7;";
        let panel = Panel::read(text).unwrap();
        assert_eq!(panel.variables, ["VA_Q15".to_owned(), "Employment".to_owned()]);
        assert_eq!((panel.sectors.as_slice(), panel.gaps), (["Farms".to_owned()].as_slice(), 1));
        let farms = panel.series(PanelMeasure::ValueAdded, 0, 0).unwrap();
        assert!((farms.logs[0].unwrap() - libm::log(1.5)).abs() < 1e-15);
        let total = panel.series(PanelMeasure::ValueAdded, 0, panel.total()).unwrap();
        assert_eq!(total.logs, farms.logs, "the sum of one sector");
    }

    #[test]
    fn one_line_stands_for_the_whole_economy() {
        let text = "country,sector,year,variable,value\nX,A,2001.0,VA_Q,1\nX,GDP,2001,VA_Q,3\nX,Total,2001,VA_Q,2\nY,GDP,2001,VA_Q,5\nY,TAX,2001,VA_Q,1\n";
        let panel = Panel::read(text).unwrap();
        assert_eq!((panel.first, panel.sectors.len(), panel.countries.len()), (2001, 1, 2));
        for (country, expected) in [(0, 2.0_f64), (1, 5.0)] {
            let total = panel.series(PanelMeasure::ValueAdded, country, panel.total()).unwrap();
            assert!((total.logs[0].unwrap() - libm::log(expected)).abs() < 1e-12, "{country}");
        }
    }

    #[test]
    fn agriculture_is_known_by_many_names_and_its_share_sees_no_later_year() {
        for name in ["AGR", "Agriculture, forestry", "A", "AtB", "A01-A03", "01–03", "Nông, lâm nghiệp", "A_B"] {
            assert!(is_agriculture(name), "{name}");
        }
        for name in ["MAN", "B", "Manufacturing", "C10-C12", "Arts", "Accommodation", "AB2", "D"] {
            assert!(!is_agriculture(name), "{name}");
        }
        let text =
            "country,sector,year,variable,value\nX,A,2001,EMP,1\nX,B,2001,EMP,3\nX,A,2003,EMP,1\nX,B,2003,EMP,1\n";
        let panel = Panel::read(text).unwrap();
        assert!((panel.agriculture_share(0, 1).unwrap() - 0.25).abs() < 1e-12, "2002 has no figures of its own");
        assert!((panel.agriculture_share(0, 2).unwrap() - 0.5).abs() < 1e-12);
        let none = Panel::read("country,sector,year,variable,value\nX,B,2001,EMP,3\n").unwrap();
        assert_eq!(none.agriculture_share(0, 0), None);
    }

    #[test]
    fn a_change_of_unit_is_a_break() {
        let text =
            "country,sector,year,variable,value,unit\nX,A,2001,EMP,1,old\nX,A,2002,EMP,2,old\nX,A,2004,EMP,3,new\n";
        let panel = Panel::read(text).unwrap();
        assert_eq!(panel.series(PanelMeasure::Employment, 0, 0).unwrap().definitions, [0, 0, 0, 1]);
    }

    #[test]
    fn dots_that_group_thousands_are_told_from_decimals_by_the_column() {
        let text = "country;sector;year;variable;value\nX;A;2001;EMP;1.003\nX;A;2002;EMP;1.203.400\nX;A;2003;EMP;...\n";
        let panel = Panel::read(text).unwrap();
        let logs = &panel.series(PanelMeasure::Employment, 0, 0).unwrap().logs;
        assert!((logs[0].unwrap() - libm::log(1003.0)).abs() < 1e-12 && logs[2].is_none(), "{logs:?}");
    }

    #[test]
    fn vietnamese_totals_and_taxes_are_no_sectors_and_one_name_is_one_sector() {
        let text = "country,sector,year,variable,value\nX,Tổng số,2001,VA_Q,7\nX,Thuế sản phẩm trừ trợ cấp sản phẩm,2001,VA_Q,1\nX,Dịch vụ,2001,VA_Q,2\nX,Di\u{323}ch vu\u{323},2002,VA_Q,3\nX,TỔNG SỐ,2002,VA_Q,8\n";
        let panel = Panel::read(text).unwrap();
        assert_eq!(panel.sectors, ["Dịch vụ"]);
        let total = panel.series(PanelMeasure::ValueAdded, 0, panel.total()).unwrap();
        assert!((total.logs[1].unwrap() - libm::log(8.0)).abs() < 1e-12);
        assert_eq!(panel.series(PanelMeasure::ValueAdded, 0, 0).unwrap().logs.iter().flatten().count(), 2);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line() {
        let twice = "country,sector,year,variable,value\nX,A,2001,EMP,1\nX,A,2001,EMP,2\n";
        assert!(matches!(Panel::read(twice), Err(PanelError::Twice { line: 3, year: 2001, .. })));
        let word = "country,sector,year,variable,value\nX,A,2001,EMP,many\n";
        assert!(matches!(Panel::read(word), Err(PanelError::NotANumber { line: 2, column: "value", .. })));
        for strange in ["20240101", "2000000000", "99999999999999999999", "1066"] {
            let text = format!("country,sector,year,variable,value\nX,A,{strange},EMP,1\n");
            assert!(matches!(Panel::read(&text), Err(PanelError::YearOutside { line: 2, .. })), "{strange}");
        }
        let open = "country,sector,year,variable,value\nX,A,2001,EMP,1.003\nX,A,2002,EMP,1.107\n";
        assert!(matches!(Panel::read(open), Err(PanelError::OpenMark { line: 2, .. })));
        let quotes = "country,sector,year,variable,value\nX,\"A,2001,EMP,1\n";
        assert!(matches!(Panel::read(quotes), Err(PanelError::OpenQuote { line: 2 })));
        let year = "country,sector,year,variable,value\nX,A,last,EMP,1\n";
        assert!(matches!(Panel::read(year), Err(PanelError::NotANumber { line: 2, column: "year", .. })));
        let column = "country,sector,variable,value\nX,A,EMP,1\n";
        assert!(matches!(Panel::read(column), Err(PanelError::MissingColumn { column: "year", .. })));
        let none = "country,sector,year,variable,value\nX,A,2001,PRICE,1\n";
        assert!(matches!(Panel::read(none), Err(PanelError::NoVariable { .. })));
    }
}
