//! The model sheet: a row of live formulas for every figure that the equations name, in the order in which the engine computes them.

use super::book::Digits;
use super::names::{park_part, part, project_part};
use super::rows::{Builder, Words, words};
use crate::engine::{Expression, FormulaSheet, FunctionOfOne, Gap, Line, ModelFigure, ModelTerm, Sign, Variable};
use crate::quantity::Unit;
use crate::text::words::{filled, label};
use crate::text::{line_short, unit_name, variable_name};

/// A block of the sheet: the key of its heading, the equations that it holds, its rows.
type BlockOfRows = (&'static str, &'static str, Vec<ModelFigure>);

impl Builder<'_> {
    /// Fills the sheet from the formulas of a run.
    pub(super) fn model(&mut self, formulas: &FormulaSheet) {
        let sheet = self.model;
        let (title, about) = (self.word("workbook-sheet-model"), self.word("workbook-about-model"));
        self.head(sheet, title, about);
        let unit = unit_name(Unit::CalendarYear, self.lang);
        let years: Vec<Option<f64>> = self.horizon().years().map(|year| Some(f64::from(year))).collect();
        let year = self.word("workbook-row-year");
        self.write_given(sheet, "t_year", words(year, unit), Digits::Plain, &years);
        let figures = formulas.figures();
        for (key, equations, rows) in self.blocks() {
            let gaps = self.gaps();
            let rows: Vec<ModelFigure> = rows.into_iter().filter(|figure| gaps.of_figure(*figure).is_none()).collect();
            if !key.is_empty() && !rows.is_empty() {
                self.heading(sheet, format!("{} ({equations})", label(self.lang, key)));
            }
            for figure in rows {
                let text = |t: usize| figures.get(&figure.at(t)).map(|formula| self.formula_text(formula, t));
                let texts: Vec<Option<String>> = (0..self.horizon().len()).map(text).collect();
                let (words, digits) = self.tell_figure(figure);
                self.rule_by_year(sheet, &self.figure_name(figure), (words, digits), &texts);
            }
        }
    }

    /// The rows of the sheet.
    fn blocks(&self) -> Vec<BlockOfRows> {
        use ModelFigure as F;
        let inputs = self.case.projection.inputs();
        let sectors = 0..inputs.sectors.len();
        let each = |figures: &[fn(usize) -> F]| -> Vec<F> {
            sectors.clone().flat_map(|s| figures.iter().map(move |figure| figure(s))).collect()
        };
        let projects = 0..self.case.study.projects.len();
        let of_projects = projects.flat_map(|p| [F::ProjectJobs(p), F::ProjectDisbursement(p)]);
        let of_registrations = each(&[F::RegistrationDisbursement, F::RegistrationJobs]);
        let parks = (0..inputs.land.parks.len()).map(F::ParkArea);
        let on_land = sectors.clone().filter(|&s| inputs.sectors.get(s).is_some_and(|sector| sector.on_limited_land));
        let labour =
            [each(&[F::CoreDemand]), of_projects.collect(), of_registrations, each(&[F::Jobs, F::EffectiveJobs])];
        let labour = labour.concat().into_iter().chain([F::LabourDemand, F::Rationing]);
        let potential = [F::GrowthAdded, F::Productivity, F::Tfp, F::PotentialOutput, F::DemandedOutput];
        let land = std::iter::once(F::LandProductivity).chain(parks);
        let land =
            land.chain([F::LandArea, F::LandCapacity, F::DemandedOnLand]).chain(on_land.map(F::OutputWithinLand));
        let investment = std::iter::once(F::OrdinaryInvestment).chain(each(&[F::Disbursement, F::Investment]));
        vec![
            ("model-block-population", "E1, E2", vec![F::Population, F::LabourSupply]),
            ("model-block-labour", "E3, E4", labour.chain(each(&[F::StructuralEmployment])).collect()),
            ("model-block-skills", "E5", each(&[F::Skills])),
            ("model-block-shock", "E9", each(&[F::Shock])),
            ("model-block-prices", "P", each(&[F::PriceLevel]).into_iter().chain([F::TaxPriceLevel]).collect()),
            ("model-block-investment", "E16", each(&[F::Capital])),
            ("model-block-potential", "E6–E8", each(&potential)),
            ("model-block-land", "E10", land.collect()),
            ("model-block-spillover", "E11", each(&[F::Output])),
            ("workbook-block-employment", "E12", each(&[F::Employment])),
            ("model-block-accounts", "E13, E14", vec![F::GrossValueAdded, F::ProductTaxes, F::Grdp]),
            ("model-block-investment", "E15", investment.collect()),
        ]
    }

    fn sector_id(&self, s: usize) -> &str {
        self.case.projection.inputs().sectors.get(s).map_or("", |sector| sector.id.as_str())
    }

    fn project_id(&self, p: usize) -> &str {
        self.case.study.projects.get(p).map_or("", |project| project.id.as_str())
    }

    /// The name of a figure's row.
    fn figure_name(&self, figure: ModelFigure) -> String {
        use ModelFigure as F;
        let sector = |prefix: &str, s: usize| format!("{prefix}_{}", part(self.sector_id(s)));
        let project = |prefix: &str, p: usize| format!("{prefix}_{}", project_part(self.project_id(p)));
        let alone = |name: &str| name.to_owned();
        match figure {
            F::Population => alone("N_pop"),
            F::LabourSupply => alone("LS"),
            F::CoreDemand(s) => sector("Dc", s),
            F::ProjectJobs(p) => project("jobs", p),
            F::ProjectDisbursement(p) => project("paid", p),
            F::RegistrationJobs(s) => sector("jobs_fdi", s),
            F::RegistrationDisbursement(s) => sector("paid_fdi", s),
            F::Jobs(s) => sector("J", s),
            F::EffectiveJobs(s) => sector("Jeff", s),
            F::LabourDemand => alone("D_total"),
            F::Rationing => alone("phi_t"),
            F::StructuralEmployment(s) => sector("Lstar", s),
            F::Skills(s) => sector("h", s),
            F::Shock(s) => sector("z", s),
            F::PriceLevel(s) => sector("P", s),
            F::TaxPriceLevel => alone("P_taxes"),
            F::Capital(s) => sector("K", s),
            F::GrowthAdded(s) => sector("qtot", s),
            F::Productivity(s) => sector("pgiven", s),
            F::Tfp(s) => sector("Agiven", s),
            F::PotentialOutput(s) => sector("Ystar", s),
            F::DemandedOutput(s) => sector("Yd", s),
            F::LandProductivity => alone("nu"),
            F::ParkArea(number) => {
                let park = self.case.study.parks.get(number);
                format!("area_{}", park_part(park.map_or("", |park| park.id.as_str())))
            }
            F::LandArea => alone("area"),
            F::LandCapacity => alone("cap"),
            F::DemandedOnLand => alone("Yd_on_land"),
            F::OutputWithinLand(s) => sector("Yc", s),
            F::Output(s) => sector("Y", s),
            F::Employment(s) => sector("L", s),
            F::GrossValueAdded => alone("GVA"),
            F::ProductTaxes => alone("Y_taxes"),
            F::Grdp => alone("GRDP"),
            F::OrdinaryInvestment => alone("I_ordinary"),
            F::Disbursement(s) => sector("F", s),
            F::Investment(s) => sector("I", s),
        }
    }

    /// Words and digits of a figure's row.
    fn tell_figure(&self, figure: ModelFigure) -> (Words, Digits) {
        use Digits::{Five, One, Percent, Three};
        use ModelFigure as F;
        use Variable as V;
        let (people, money) = (Unit::ThousandPersons, Unit::TrillionVnd);
        match figure {
            F::Population => (self.province(V::Population), Three),
            F::LabourSupply => (self.province(V::LabourSupply), Three),
            F::CoreDemand(s) => (self.sector_named("workbook-core-demand", s, people), Three),
            F::ProjectJobs(p) => (self.project_named("workbook-jobs-of", p, people), Three),
            F::ProjectDisbursement(p) => (self.project_named("workbook-disbursed-of", p, Unit::MillionUsd), Three),
            F::RegistrationJobs(s) => (self.sector_named("workbook-fdi-jobs", s, people), Three),
            F::RegistrationDisbursement(s) => (self.sector_named("workbook-fdi-disbursed", s, Unit::MillionUsd), Three),
            F::Jobs(s) => (self.write_words(V::ProjectJobs, Line::Sector(s)), Three),
            F::EffectiveJobs(s) => (self.sector_named("workbook-effective-jobs", s, people), Three),
            F::LabourDemand => (self.province(V::LabourDemand), Three),
            F::Rationing => (self.province(V::LabourRationing), Five),
            F::StructuralEmployment(s) => (self.write_words(V::StructuralEmployment, Line::Sector(s)), Three),
            F::Skills(s) => (self.write_words(V::Skills, Line::Sector(s)), Five),
            F::Shock(s) => (self.write_words(V::Shock, Line::Sector(s)), Percent),
            F::PriceLevel(s) => (self.write_words(V::Deflator, Line::Sector(s)), Five),
            F::TaxPriceLevel => (self.write_words(V::Deflator, Line::Taxes), Five),
            F::Capital(s) => (self.write_words(V::Capital, Line::Sector(s)), Three),
            F::GrowthAdded(s) => (self.sector_named("workbook-growth-added", s, Unit::PercentPerYear), Percent),
            F::Productivity(s) if self.gaps().has(Gap::Employment) => {
                (self.sector_named("workbook-given-output", s, money), Five)
            }
            F::Productivity(s) => {
                (self.sector_named("workbook-given-productivity", s, Unit::BillionVndPerWorker), Five)
            }
            F::Tfp(s) => (self.sector_named("workbook-given-tfp", s, Unit::Index), Five),
            F::PotentialOutput(s) => (self.write_words(V::PotentialOutput, Line::Sector(s)), Three),
            F::DemandedOutput(s) => (self.sector_named("workbook-demanded", s, money), Three),
            F::LandProductivity => (self.name_row("workbook-land-productivity", "", Unit::TrillionVndPerHectare), Five),
            F::ParkArea(number) => {
                let park = self.case.study.parks.get(number).map_or("", |park| park.name.in_lang(self.lang));
                (self.name_row("workbook-park-area", park, Unit::Hectare), One)
            }
            F::LandArea => (self.province(V::LandArea), One),
            F::LandCapacity => (self.province(V::LandCapacity), Three),
            F::DemandedOnLand => (self.name_row("workbook-demanded-on-land", "", money), Three),
            F::OutputWithinLand(s) => (self.sector_named("workbook-within-land", s, money), Three),
            F::Output(s) => (self.write_words(V::Output, Line::Sector(s)), Three),
            F::Employment(s) => (self.write_words(V::Employment, Line::Sector(s)), Three),
            F::GrossValueAdded => (self.province(V::GrossValueAdded), Three),
            F::ProductTaxes => (self.write_words(V::Output, Line::Taxes), Three),
            F::Grdp => (self.province(V::Grdp), Three),
            F::OrdinaryInvestment => (self.name_row("workbook-ordinary-investment", "", money), Three),
            F::Disbursement(s) => (self.write_words(V::ProjectInvestment, Line::Sector(s)), Three),
            F::Investment(s) => (self.write_words(V::Investment, Line::Sector(s)), Three),
        }
    }

    /// Words of a row about a variable of a line.
    fn write_words(&self, variable: Variable, line: Line) -> Words {
        let name = variable_name(variable, self.lang);
        let id = self.case.projection.line_id(line);
        let label = format!("{name}: {}", line_short(id, self.case.study, self.lang));
        words(label, unit_name(variable.unit(), self.lang)).showing(variable, Some(line), 1.0)
    }

    fn province(&self, variable: Variable) -> Words {
        let words = words(variable_name(variable, self.lang), unit_name(variable.unit(), self.lang));
        words.showing(variable, Some(Line::Total), 1.0)
    }

    /// Words of a row that no variable names.
    fn name_row(&self, key: &'static str, subject: &str, unit: Unit) -> Words {
        words(filled(self.lang, key, &[("name", subject)]), unit_name(unit, self.lang))
    }

    fn sector_named(&self, key: &'static str, s: usize, unit: Unit) -> Words {
        self.name_row(key, &line_short(self.sector_id(s), self.case.study, self.lang), unit)
    }

    fn project_named(&self, key: &'static str, p: usize, unit: Unit) -> Words {
        let name = self.case.study.projects.get(p).map_or("", |project| project.name.in_lang(self.lang));
        self.name_row(key, name, unit)
    }

    /// An expression as a formula of the column of a year.
    pub(super) fn formula_text(&self, expression: &Expression, t: usize) -> String {
        let inner = |one: &Expression| self.formula_text(one, t);
        match expression {
            Expression::Number(value) if *value < 0.0 => format!("({value})"),
            Expression::Number(value) => format!("{value}"),
            Expression::Input(name, None) => name.clone(),
            Expression::Input(name, Some(index)) => in_year(name, *index, t),
            Expression::Figure(ModelTerm { figure, index }) => in_year(&self.figure_name(*figure), *index, t),
            Expression::Negative(one) => format!("(-({}))", inner(one)),
            Expression::Binary(sign, left, right) => {
                let sign = match sign {
                    Sign::Plus => "+",
                    Sign::Minus => "-",
                    Sign::Times => "*",
                    Sign::Over => "/",
                    Sign::ToThe => "^",
                };
                format!("({}{sign}{})", inner(left), inner(right))
            }
            Expression::Function(function, one) => match function {
                FunctionOfOne::Exp => format!("EXP({})", inner(one)),
                FunctionOfOne::Ln => format!("LN({})", inner(one)),
                FunctionOfOne::Sqrt => format!("({})^0.5", inner(one)),
                FunctionOfOne::Round => format!("ROUND({},0)", inner(one)),
            },
            Expression::Min(a, b) => format!("MIN({},{})", inner(a), inner(b)),
            Expression::Max(a, b) => format!("MAX({},{})", inner(a), inner(b)),
            Expression::IfAbove([value, limit, then, otherwise]) => {
                format!("IF({}>{},{},{})", inner(value), inner(limit), inner(then), inner(otherwise))
            }
            Expression::IfEqual([value, other, then, otherwise]) => {
                format!("IF({}={},{},{})", inner(value), inner(other), inner(then), inner(otherwise))
            }
            Expression::LookBack { path, lag, .. } => {
                let lag = format!("ROUNDUP({},0)", inner(lag));
                let age = "t_year-at(t_year,0)";
                format!("IF({age}<{lag},0,INDEX(span({path}),{age}+1-{lag}))")
            }
        }
    }
}

/// A row's cell in a year, seen from the column of another.
fn in_year(name: &str, index: usize, t: usize) -> String {
    match t.saturating_sub(index) {
        0 => name.to_owned(),
        1 => format!("prev({name})"),
        years => format!("back({name},{years})"),
    }
}
