//! The view Model: the equations in words and symbols, with the values of one case, sector and year.

use super::context::StateReader;
use super::growth::Account;
use crate::calibration::AbsorbedGap;
use crate::engine::{
    Closure, EQUATIONS, InputPlace, Inputs, Line, Projection, ProvinceNumber, ProvincePath, SectorNumber, SectorPath,
    Variable, WrittenEquation,
};
use crate::quantity::{PriceBasis, Unit, Year};
use crate::scenario::CalibratedBaseline;
use crate::scenario::figure::{Quantity, Status};
use crate::scenario::study::Study;
use crate::text::words::{filled, label, period};
use crate::text::{unit_at_prices, unit_name};

/// A part of the model, in the order in which the engine evaluates it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModelPart {
    /// Population and labour supply.
    Population,
    /// Demand, rationing, employment.
    Labour,
    /// Skills.
    Skills,
    /// Potential output.
    Potential,
    /// Demand shocks.
    Shock,
    /// Industrial land.
    Land,
    /// Spillover.
    Spillover,
    /// Product taxes, GRDP, shares.
    Accounts,
    /// Investment and capital.
    Investment,
    /// Prices and dollars.
    Prices,
}

impl ModelPart {
    /// All, in the order of the view.
    pub const ALL: [Self; 10] = [
        Self::Population,
        Self::Labour,
        Self::Skills,
        Self::Potential,
        Self::Shock,
        Self::Land,
        Self::Spillover,
        Self::Accounts,
        Self::Investment,
        Self::Prices,
    ];

    /// The section of the equations that it shows.
    const fn section(self) -> &'static str {
        match self {
            Self::Population => "population",
            Self::Labour => "labour",
            Self::Skills => "skills",
            Self::Potential => "potential",
            Self::Shock => "shock",
            Self::Land => "land",
            Self::Spillover => "spillover",
            Self::Accounts => "accounts",
            Self::Investment => "investment",
            Self::Prices => "prices",
        }
    }

    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Population => ("model-block-population", "model-about-population"),
            Self::Labour => ("model-block-labour", "model-about-labour"),
            Self::Skills => ("model-block-skills", "model-about-skills"),
            Self::Potential => ("model-block-potential", "model-about-potential"),
            Self::Shock => ("model-block-shock", "model-about-shock"),
            Self::Land => ("model-block-land", "model-about-land"),
            Self::Spillover => ("model-block-spillover", "model-about-spillover"),
            Self::Accounts => ("model-block-accounts", "model-about-accounts"),
            Self::Investment => ("model-block-investment", "model-about-investment"),
            Self::Prices => ("model-block-prices", "model-about-prices"),
        }
    }
}

/// Where a symbol's value is read.
struct At<'a> {
    projection: &'a Projection,
    inputs: &'a Inputs,
    sector: usize,
    year: Year,
    index: usize,
}

impl At<'_> {
    /// Whether a number of the inputs is known; what merely stands in has no value here.
    fn is_known(&self, place: InputPlace) -> bool {
        self.inputs.gaps.of_place(place).is_none()
    }

    fn own(&self, place: SectorNumber) -> Option<f64> {
        let own = self.inputs.sectors.get(self.sector)?;
        self.is_known(InputPlace::SectorNumber(place, self.sector)).then(|| *place.read(own))
    }

    fn number(&self, place: ProvinceNumber) -> Option<f64> {
        self.is_known(InputPlace::Number(place)).then(|| *place.read(self.inputs))
    }

    fn read(&self, variable: Variable) -> Option<f64> {
        self.projection.value(variable, Line::Sector(self.sector), self.year)
    }

    fn total(&self, variable: Variable) -> Option<f64> {
        self.projection.value(variable, Line::Total, self.year)
    }

    fn path(&self, place: ProvincePath) -> Option<f64> {
        let value = place.read(self.inputs).get(self.index).copied();
        value.filter(|_| self.is_known(InputPlace::Path(place, self.index)))
    }

    fn own_path(&self, place: SectorPath) -> Option<f64> {
        let value = place.read(self.inputs.sectors.get(self.sector)?).get(self.index).copied();
        value.filter(|_| self.is_known(InputPlace::SectorPath(place, self.sector, self.index)))
    }
}

/// Spillover from the first driver.
fn first_multiplier(at: &At<'_>) -> Option<f64> {
    at.inputs.spillover.matrix.get(at.sector)?.first().copied()
}

/// A symbol of a block: what is read in the model's unit stands in `unit`.
#[expect(clippy::struct_field_names, reason = "the symbol itself has no other name")]
struct Symbol {
    block: ModelPart,
    symbol: &'static str,
    meaning: &'static str,
    unit: Unit,
    decimals: usize,
    /// The figure that gives it, where it is a parameter; the province's where the second is false.
    figure: Option<(Quantity, bool)>,
    read: fn(&At<'_>) -> Option<f64>,
}

const fn level(
    block: ModelPart,
    symbol: &'static str,
    meaning: &'static str,
    unit: Unit,
    read: fn(&At<'_>) -> Option<f64>,
) -> Symbol {
    Symbol { block, symbol, meaning, unit, decimals: 1, figure: None, read }
}

const fn percent(
    block: ModelPart,
    symbol: &'static str,
    meaning: &'static str,
    unit: Unit,
    read: fn(&At<'_>) -> Option<f64>,
) -> Symbol {
    level(block, symbol, meaning, unit, read).digits(2)
}

/// A number as it enters the equations.
///
/// Here a part of a whole that an equation takes as a factor (r, κ, σ) stands as that factor, beside the others, although
/// people type it in per cent.
const fn ratio(
    block: ModelPart,
    symbol: &'static str,
    meaning: &'static str,
    read: fn(&At<'_>) -> Option<f64>,
) -> Symbol {
    level(block, symbol, meaning, Unit::Ratio, read).digits(3)
}

impl Symbol {
    /// The figure of this symbol in the sector's own list.
    const fn from(mut self, quantity: Quantity) -> Self {
        self.figure = Some((quantity, true));
        self
    }

    /// The figure of this symbol for the province.
    const fn province(mut self, quantity: Quantity) -> Self {
        self.figure = Some((quantity, false));
        self
    }

    const fn digits(mut self, decimals: usize) -> Self {
        self.decimals = decimals;
        self
    }
}

const PEOPLE: Unit = Unit::ThousandPersons;
const MONEY: Unit = Unit::TrillionVnd;
const RATE: Unit = Unit::PercentPerYear;

const SYMBOLS: &[Symbol] = &[
    level(ModelPart::Population, "N", "model-n", PEOPLE, |at| at.total(Variable::Population)),
    percent(ModelPart::Population, "n", "model-natural", RATE, |at| at.path(ProvincePath::NaturalGrowth))
        .province(Quantity::NaturalGrowth),
    level(ModelPart::Population, "M", "model-migration", PEOPLE, |at| at.path(ProvincePath::NetMigration))
        .province(Quantity::NetMigration),
    percent(ModelPart::Population, "ω", "model-working-age", Unit::Percent, |at| {
        at.path(ProvincePath::WorkingAgeShare)
    })
    .province(Quantity::WorkingAgeShare),
    percent(ModelPart::Population, "π", "model-participation", Unit::Percent, |at| {
        at.path(ProvincePath::Participation)
    })
    .province(Quantity::Participation),
    percent(ModelPart::Population, "u", "model-unemployment", Unit::Percent, |at| at.path(ProvincePath::Unemployment))
        .province(Quantity::Unemployment),
    level(ModelPart::Population, "LS", "model-supply", PEOPLE, |at| at.total(Variable::LabourSupply)),
    level(ModelPart::Labour, "ΣD", "model-demand", PEOPLE, |at| at.total(Variable::LabourDemand)),
    percent(ModelPart::Labour, "gl", "model-labour-growth", RATE, |at| at.own_path(SectorPath::LabourGrowth))
        .from(Quantity::EmploymentGrowth),
    percent(ModelPart::Labour, "Δgl", "model-labour-added", RATE, |at| at.own_path(SectorPath::LabourGrowthAdded)),
    percent(ModelPart::Labour, "x", "model-reallocation", RATE, |at| at.path(ProvincePath::ReallocationRate)),
    ratio(ModelPart::Labour, "r", "model-reallocation-share", |at| at.own(SectorNumber::ReallocationShare))
        .from(Quantity::ReallocationShare),
    level(ModelPart::Labour, "J", "model-jobs", PEOPLE, |at| at.read(Variable::ProjectJobs)),
    ratio(ModelPart::Labour, "φ", "model-rationing", |at| at.total(Variable::LabourRationing)),
    level(ModelPart::Labour, "L*", "model-structural", PEOPLE, |at| at.read(Variable::StructuralEmployment)),
    ratio(ModelPart::Labour, "e", "model-utilisation", |at| at.own(SectorNumber::UtilisationElasticity))
        .from(Quantity::UtilisationElasticity),
    level(ModelPart::Labour, "L", "model-employment", PEOPLE, |at| at.read(Variable::Employment)),
    ratio(ModelPart::Skills, "ψ", "model-premium", |at| at.own(SectorNumber::SkillPremium))
        .from(Quantity::SkillPremium),
    percent(ModelPart::Skills, "Δtr", "model-trained", Unit::PercentagePoint, |at| {
        at.path(ProvincePath::TrainedShareAdded)
    }),
    ratio(ModelPart::Skills, "h", "model-skills", |at| at.read(Variable::Skills)),
    level(ModelPart::Potential, "p", "model-productivity", Unit::MillionVndPerWorker, |at| {
        at.read(Variable::PotentialProductivity)
    }),
    percent(ModelPart::Potential, "gp", "model-productivity-growth", RATE, |at| {
        // Without workers it is growth of output.
        let has_workers = at.projection.gap(Variable::Productivity, Line::Total).is_none();
        at.own_path(SectorPath::ProductivityGrowth).filter(|_| has_workers)
    })
    .from(Quantity::ProductivityGrowth),
    percent(ModelPart::Potential, "q", "model-growth-added", RATE, |at| at.own_path(SectorPath::GrowthAdded)),
    ratio(ModelPart::Potential, "A", "model-tfp", |at| at.read(Variable::Tfp)),
    percent(ModelPart::Potential, "a", "model-tfp-growth", RATE, |at| at.own_path(SectorPath::TfpGrowth)),
    ratio(ModelPart::Potential, "α", "model-elasticity", |at| at.own(SectorNumber::CapitalElasticity))
        .from(Quantity::CapitalElasticity),
    level(ModelPart::Potential, "Y*", "model-potential", MONEY, |at| at.read(Variable::PotentialOutput)),
    percent(ModelPart::Shock, "z", "model-shock", Unit::Percent, |at| at.read(Variable::Shock)),
    level(ModelPart::Land, "S", "model-land", Unit::Hectare, |at| at.total(Variable::LandArea)),
    level(ModelPart::Land, "S*", "model-land-required", Unit::Hectare, |at| at.total(Variable::LandRequired)),
    level(ModelPart::Land, "ν", "model-land-productivity", Unit::TrillionVndPerHectare, |at| {
        at.number(ProvinceNumber::LandProductivity)
    })
    .province(Quantity::LandProductivity)
    .digits(4),
    percent(ModelPart::Land, "gν", "model-land-growth", RATE, |at| at.path(ProvincePath::LandProductivityGrowth))
        .province(Quantity::LandProductivityGrowth),
    ratio(ModelPart::Land, "σ", "model-park-share", |at| at.number(ProvinceNumber::ParkShare))
        .province(Quantity::ParkShare),
    level(ModelPart::Land, "C", "model-land-capacity", MONEY, |at| at.total(Variable::LandCapacity)),
    ratio(ModelPart::Spillover, "m", "model-multiplier", first_multiplier),
    level(ModelPart::Spillover, "Y", "model-output", MONEY, |at| at.read(Variable::Output)),
    ratio(ModelPart::Accounts, "τ", "model-tax-ratio", |at| at.path(ProvincePath::TaxRatio)).digits(4),
    level(ModelPart::Accounts, "ΣY", "model-gva", MONEY, |at| at.total(Variable::GrossValueAdded)),
    level(ModelPart::Accounts, "GRDP", "model-grdp", MONEY, |at| at.total(Variable::Grdp)),
    percent(ModelPart::Accounts, "Y / GRDP", "model-share", Unit::Percent, |at| at.read(Variable::ShareConstant)),
    percent(ModelPart::Investment, "i", "model-investment-rate", Unit::Percent, |at| {
        at.path(ProvincePath::InvestmentRate)
    })
    .province(Quantity::InvestmentRate),
    ratio(ModelPart::Investment, "κ", "model-investment-share", |at| at.own(SectorNumber::InvestmentShare))
        .from(Quantity::InvestmentShare),
    percent(ModelPart::Investment, "γ", "model-green", Unit::Percent, |at| at.own_path(SectorPath::GreenShare)),
    level(ModelPart::Investment, "F", "model-disbursement", MONEY, |at| at.read(Variable::ProjectInvestment)).digits(2),
    level(ModelPart::Investment, "I", "model-investment", MONEY, |at| at.read(Variable::Investment)),
    percent(ModelPart::Investment, "δ", "model-depreciation", RATE, |at| at.own(SectorNumber::Depreciation))
        .from(Quantity::Depreciation),
    level(ModelPart::Investment, "K", "model-capital", MONEY, |at| at.read(Variable::Capital)),
    percent(ModelPart::Prices, "gP", "model-inflation", RATE, |at| at.own_path(SectorPath::Inflation))
        .from(Quantity::Inflation),
    ratio(ModelPart::Prices, "P", "model-price", |at| at.read(Variable::Deflator)),
    level(ModelPart::Prices, "Y · P", "model-current", MONEY, |at| at.read(Variable::OutputCurrent)),
    level(ModelPart::Prices, "fx", "model-fx", Unit::VndPerUsd, |at| at.path(ProvincePath::ExchangeRate))
        .province(Quantity::ExchangeRate)
        .digits(0),
];

/// A symbol with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct SymbolRow {
    /// The symbol.
    pub symbol: &'static str,
    /// What it is.
    pub meaning: String,
    /// Unit.
    pub unit: String,
    /// Value in the case.
    pub value: String,
    /// Value in the baseline, where it differs.
    pub baseline: Option<String>,
    /// How a parameter is known; `None` for results and levers.
    pub status: Option<Status>,
}

/// A block, worded.
#[derive(Debug, Clone, PartialEq)]
pub struct ModelBlock {
    /// Heading.
    pub title: String,
    /// What happens here, in a sentence or two.
    pub about: String,
    /// Equations: number, formula, and whether it belongs to the closure in force.
    pub equations: Vec<(String, String, bool)>,
    /// Symbols.
    pub rows: Vec<SymbolRow>,
}

/// The view Model.
#[derive(Debug, Clone)]
pub struct ModelPage {
    /// Name of the closure, what it takes as given, and what it assumes.
    pub closure: [String; 3],
    /// Sectors: id and short name.
    pub sectors: Vec<(String, String)>,
    /// Position of the sector that is shown.
    pub sector: usize,
    /// Years that can be shown.
    pub years: Vec<Year>,
    /// The year that is shown.
    pub year: Year,
    /// Blocks in order.
    pub blocks: Vec<ModelBlock>,
    /// What the targets asked of each line of the baseline; `None` where it meets no targets.
    pub calibration: Option<Account>,
}

/// The view Model for the selected case.
pub fn model_page(reader: &StateReader<'_>) -> ModelPage {
    let (lang, study) = (reader.lang, &reader.state.study);
    let state = &reader.state.workspace.table;
    let wanted = state.model_sector.as_deref().unwrap_or(&study.structure.headline);
    let sector = study.sectors.iter().position(|sector| sector.id == wanted).unwrap_or(0);
    let case = &reader.state.workspace.selected;
    let projection = reader.projection(case);
    let years: Vec<Year> = projection.map(|run| run.horizon().years().collect()).unwrap_or_default();
    let year = state.model_year.filter(|year| years.contains(year)).unwrap_or(study.horizon);
    let baseline = reader.state.derived.baseline(case);
    let own = projection.and_then(|run| at(run, sector, year));
    let reference = baseline.and_then(|baseline| at(&baseline.projection, sector, year));
    let closure = match study.closure {
        Closure::Productivity => ["closure-productivity", "closure-productivity-about", "model-closure-p"],
        Closure::Capital => ["closure-capital", "closure-capital-about", "closure-capital-assumes"],
    };
    let block = |block: ModelPart| {
        let (title, about) = block.keys();
        let symbols = SYMBOLS.iter().filter(|symbol| symbol.block == block);
        let equations = EQUATIONS.iter().filter(|equation| equation.section == block.section());
        ModelBlock {
            title: label(lang, title),
            about: label(lang, about),
            equations: equations.map(|equation| number_equation(equation, study.closure)).collect(),
            rows: symbols.map(|symbol| row(reader, symbol, own.as_ref(), reference.as_ref())).collect(),
        }
    };
    ModelPage {
        closure: closure.map(|key| label(lang, key)),
        sectors: study.sectors.iter().map(|one| (one.id.clone(), one.short.in_lang(lang).to_owned())).collect(),
        sector,
        years,
        year,
        blocks: ModelPart::ALL.into_iter().map(block).collect(),
        calibration: baseline.and_then(|baseline| calibration(reader, baseline)),
    }
}

/// Priors that the targets move by more than this many standard deviations contradict them.
const CONTRADICTION: f64 = 2.0;

/// Growth that the targets leave for each line, beside its prior.
fn calibration(reader: &StateReader<'_>, baseline: &CalibratedBaseline) -> Option<Account> {
    let (lang, study, numbers) = (reader.lang, &reader.state.study, reader.numbers);
    let gaps = &baseline.report.gaps;
    if gaps.is_empty() {
        return None;
    }
    let name = |gap: &AbsorbedGap| {
        let period = period(gap.period.0 + 1, gap.period.1);
        format!("{} {period}", reader.line_short(&gap.line))
    };
    let written =
        |value: Option<f64>| value.map_or_else(|| numbers.missing().to_owned(), |value| numbers.decimal(value, 2));
    let signed =
        |value: Option<f64>| value.map_or_else(|| numbers.missing().to_owned(), |value| numbers.write_signed(value, 2));
    let rows = gaps.iter().map(|gap| {
        let values = [
            written(Some(gap.implied_growth * 100.0)),
            written(gap.prior_growth.map(|prior| prior * 100.0)),
            signed(gap.gap().map(|gap| gap * 100.0)),
            signed(gap.deviations),
        ];
        (name(gap), values.to_vec())
    });
    let beyond = gaps.iter().filter(|gap| gap.deviations.is_some_and(|deviations| deviations.abs() > CONTRADICTION));
    let beyond: Vec<String> = beyond.map(name).collect();
    let unit = unit_at_prices(Unit::PercentPerYear, PriceBasis::Constant, study.price_base_year, lang);
    let arguments = [("unit", unit.as_str()), ("baseline", &reader.name(&baseline.id))];
    let heads = [
        "model-calibration-implied",
        "model-calibration-prior",
        "model-calibration-gap",
        "model-calibration-deviations",
    ];
    Some(Account {
        title: label(lang, "model-calibration"),
        unit_line: filled(lang, "model-calibration-unit", &arguments),
        heads: heads.map(|key| label(lang, key)).to_vec(),
        rows: rows.collect(),
        has_sum: false,
        sentence: if beyond.is_empty() {
            label(lang, "model-calibration-agrees")
        } else {
            filled(lang, "model-calibration-contradicts", &[("lines", &beyond.join("; "))])
        },
    })
}

fn at(projection: &Projection, sector: usize, year: Year) -> Option<At<'_>> {
    let index = projection.horizon().index(year)?;
    Some(At { projection, inputs: projection.inputs(), sector, year, index })
}

fn number_equation(equation: &WrittenEquation, closure: Closure) -> (String, String, bool) {
    let number = if equation.number == 0 { String::new() } else { format!("E{}", equation.number) };
    (number, equation.text(), equation.closure.is_none_or(|own| own == closure))
}

fn row(reader: &StateReader<'_>, symbol: &Symbol, own: Option<&At<'_>>, baseline: Option<&At<'_>>) -> SymbolRow {
    let size = symbol.unit.factor().recip();
    let read = |at: Option<&At<'_>>| at.and_then(symbol.read).map(|value| value * size);
    let written = |value: Option<f64>| match value {
        Some(value) => reader.numbers.decimal(value, symbol.decimals),
        None => reader.numbers.missing().to_owned(),
    };
    let (value, reference) = (written(read(own)), written(read(baseline)));
    let differs = value != reference;
    let meaning = label(reader.lang, symbol.meaning);
    SymbolRow {
        symbol: symbol.symbol,
        meaning,
        unit: if symbol.unit == Unit::Ratio { String::new() } else { unit_name(symbol.unit, reader.lang) },
        baseline: differs.then(|| filled(reader.lang, "model-baseline-value", &[("value", &reference)])),
        status: symbol.figure.filter(|_| !differs).and_then(|figure| status(reader, figure, own?)),
        value,
    }
}

/// How the parameter behind a symbol is known: that of the case's baseline before that of all.
fn status(reader: &StateReader<'_>, (quantity, sectoral): (Quantity, bool), at: &At<'_>) -> Option<Status> {
    let study: &Study = &reader.state.study;
    let line = if sectoral { at.inputs.sectors.get(at.sector)?.id.as_str() } else { "" };
    let (baseline, _) = study.lineage(&reader.state.workspace.selected)?;
    study.parameter(&baseline.id, quantity, line, Some(at.year)).map(|figure| figure.status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{AppState, Origin, Preferences};
    use crate::files::{read_study, shipped_studies};
    use crate::lang::Lang;

    fn state(lang: Lang, closure: Closure) -> AppState {
        let mut study = read_study(shipped_studies()[0].text.as_bytes()).unwrap();
        study.closure = closure;
        AppState::new(study, Origin::Shipped, Preferences { lang, ..Preferences::default() })
    }

    #[test]
    fn every_block_has_its_equations_and_symbols() {
        for block in ModelPart::ALL {
            assert!(EQUATIONS.iter().any(|equation| equation.section == block.section()), "{block:?}");
            assert!(SYMBOLS.iter().any(|symbol| symbol.block == block), "{block:?}");
        }
        let is_shown = |section: &str| ModelPart::ALL.iter().any(|block| block.section() == section);
        assert!(EQUATIONS.iter().all(|equation| is_shown(equation.section)));
    }

    #[test]
    fn every_symbol_has_a_meaning_and_a_value_in_both_languages_and_closures() {
        for (lang, closure) in Lang::ALL.into_iter().flat_map(|lang| Closure::ALL.map(|closure| (lang, closure))) {
            let state = state(lang, closure);
            let page = model_page(&StateReader::new(&state));
            assert_eq!(page.blocks.len(), 10);
            for block in page.blocks {
                assert!(!block.about.starts_with("model-") && !block.title.starts_with("model-"), "{}", block.title);
                for row in block.rows {
                    assert!(!row.meaning.starts_with("model-"), "{}", row.meaning);
                    assert_ne!(row.value, "–", "{} in {}", row.symbol, block.title);
                }
            }
        }
    }

    #[test]
    fn parameters_say_how_they_are_known() {
        let state = state(Lang::VI, Closure::Productivity);
        let page = model_page(&StateReader::new(&state));
        let rows: Vec<_> = page.blocks.iter().flat_map(|block| &block.rows).collect();
        let status = |symbol| rows.iter().find(|row| row.symbol == symbol).unwrap().status;
        assert_eq!(status("α"), Some(Status::Assumed));
        assert!(status("δ").is_some() && status("κ").is_some());
        assert_eq!(status("GRDP"), None);
    }
}
