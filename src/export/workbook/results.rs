//! The sheet of results: what the model sheet gives, by line, in the units in which people read it.

use super::book::{Digits, SheetId};
use super::model::sum;
use super::names::part;
use super::rows::{Builder, words};
use crate::engine::{Line, Projection, Variable};
use crate::quantity::Unit;
use crate::text::{line_short, shown_unit, variable_name, variable_unit};

/// What the sheet reports, in the order of the sheet.
const REPORTED: [Variable; 24] = [
    Variable::Grdp,
    Variable::Output,
    Variable::OutputGrowth,
    Variable::GrowthContribution,
    Variable::ShareConstant,
    Variable::ShareCurrent,
    Variable::Employment,
    Variable::EmploymentGrowth,
    Variable::EmploymentShare,
    Variable::Productivity,
    Variable::PotentialProductivity,
    Variable::Tfp,
    Variable::TfpGrowth,
    Variable::Capital,
    Variable::CapitalOutputRatio,
    Variable::TotalInvestment,
    Variable::LabourGap,
    Variable::LandBinds,
    Variable::LandRequired,
    Variable::Deflator,
    Variable::OutputCurrent,
    Variable::GrdpPerHead,
    Variable::GrdpPerHeadUsd,
    Variable::Icor,
];

/// A formula for the base year, where it has a value, and one for later years.
type Rules = (Option<String>, String);

/// The name of a row of the sheet.
pub(super) fn result_name(variable: Variable, line: &str) -> String {
    format!("{}_{}", variable.id(), part(line))
}

/// How figures of a variable are written.
#[expect(clippy::wildcard_enum_match_arm, reason = "two decimals are usual")]
pub(super) fn digits_of(variable: Variable) -> Digits {
    match shown_unit(variable) {
        Unit::Percent | Unit::PercentPerYear => Digits::Percent,
        Unit::Index => Digits::Five,
        Unit::Ratio => Digits::Three,
        Unit::Flag => Digits::Plain,
        Unit::UsdPerPerson | Unit::VndPerUsd => Digits::Whole,
        _ if matches!(variable, Variable::Grdp | Variable::Output | Variable::OutputCurrent) => Digits::Three,
        _ => Digits::Two,
    }
}

/// What a value of a projection is multiplied by to stand in the unit of the sheets.
///
/// Fractions stand as they are: a cell's format shows them as per cent.
pub(super) fn shown_factor(variable: Variable) -> f64 {
    let shown = shown_unit(variable);
    if shown.is_percent() { 1.0 } else { variable.unit().factor() / shown.factor() }
}

/// A series of a projection in the unit of the sheets.
pub(super) fn shown_series(projection: &Projection, variable: Variable, line: Line) -> Vec<Option<f64>> {
    let factor = shown_factor(variable);
    projection.series(variable, line).into_iter().map(|value| value.map(|value| value * factor)).collect()
}

impl Builder<'_> {
    /// Fills the sheet.
    pub(super) fn results(&mut self, sheet: SheetId) {
        let (title, about) = (self.word("workbook-sheet-results"), self.word("workbook-about-results"));
        self.head(sheet, title, about);
        let lines: Vec<Line> = self.case.projection.lines().collect();
        for variable in REPORTED {
            let unit = variable_unit(variable, self.case.study.price_base_year, self.lang);
            self.heading(sheet, variable_name(variable, self.lang));
            for &line in &lines {
                let id = self.case.projection.line_id(line).to_owned();
                let exists = self.case.projection.series(variable, line).iter().any(Option::is_some);
                let Some((base, later)) = self.result_rules(variable, line).filter(|_| exists) else { continue };
                let short = line_short(&id, self.case.study, self.lang);
                let name = result_name(variable, &id);
                let words = words(short, unit.clone()).showing(variable, Some(line), shown_factor(variable));
                self.rule(sheet, &name, words, digits_of(variable), (base.as_deref(), &later));
            }
        }
    }

    /// Ids of the sectors of a line.
    fn members(&self, line: Line) -> Vec<String> {
        let inputs = self.case.projection.inputs();
        let all = || inputs.sectors.iter().map(|sector| part(&sector.id));
        match line {
            Line::Sector(s) => all().skip(s).take(1).collect(),
            Line::Group(g) => {
                let members = inputs.groups.get(g).map_or(&[] as &[usize], |group| group.members.as_slice());
                members.iter().filter_map(|&s| inputs.sectors.get(s)).map(|sector| part(&sector.id)).collect()
            }
            Line::Taxes => Vec::new(),
            Line::Total => all().collect(),
        }
    }

    /// Sum of a row of the model sheet over the sectors of a line.
    fn over(&self, prefix: &str, line: Line) -> String {
        sum(self.members(line).into_iter().map(|id| format!("{prefix}_{id}")))
    }

    fn output_of(&self, line: Line) -> String {
        match line {
            Line::Total => "GRDP".to_owned(),
            Line::Taxes => "Y_taxes".to_owned(),
            Line::Sector(_) | Line::Group(_) => self.over("Y", line),
        }
    }

    fn current_of(&self, line: Line) -> String {
        let sectors = self.members(line).into_iter().map(|id| format!("Y_{id}*P_{id}"));
        let taxes = matches!(line, Line::Taxes | Line::Total).then(|| "Y_taxes*P_taxes".to_owned());
        sum(sectors.chain(taxes))
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "people and the province have their own rules")]
    fn result_rules(&self, variable: Variable, line: Line) -> Option<Rules> {
        let same = |rule: String| Some((Some(rule.clone()), rule));
        let output = self.output_of(line);
        let named = |variable: Variable| result_name(variable, self.case.projection.line_id(line));
        match variable {
            Variable::Output | Variable::Grdp => same(output),
            Variable::OutputGrowth => {
                let level = named(if line == Line::Total { Variable::Grdp } else { Variable::Output });
                Some((None, ratio(&format!("{level}-prev({level})"), &format!("prev({level})"))))
            }
            Variable::GrowthContribution => {
                let level = named(Variable::Output);
                Some((None, format!("100*({level}-prev({level}))/prev(GRDP)")))
            }
            Variable::ShareConstant => same(format!("({output})/GRDP")),
            Variable::ShareCurrent => same(format!("({})/({})", self.current_of(line), self.current_of(Line::Total))),
            Variable::OutputCurrent => same(self.current_of(line)),
            Variable::Deflator => same(ratio(&self.current_of(line), &output)),
            _ => self.people_rules(variable, line),
        }
    }

    /// Rules about workers, capital and the province.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other variables are not on the sheet")]
    fn people_rules(&self, variable: Variable, line: Line) -> Option<Rules> {
        let same = |rule: String| Some((Some(rule.clone()), rule));
        let employed = self.over("L", line);
        let own = self.members(line).into_iter().next().unwrap_or_default();
        match variable {
            Variable::Employment => same(self.over("L", line)),
            Variable::EmploymentGrowth => {
                let level = result_name(Variable::Employment, self.case.projection.line_id(line));
                Some((None, ratio(&format!("{level}-prev({level})"), &format!("prev({level})"))))
            }
            Variable::EmploymentShare => same(format!("({employed})/({})", self.over("L", Line::Total))),
            Variable::Productivity => same(ratio(&format!("1000*({})", self.output_of(line)), &employed)),
            Variable::PotentialProductivity => {
                let factor = shown_factor(variable);
                same(format!("{factor}*({})/({})", self.over("Ystar", line), self.over("Lstar", line)))
            }
            Variable::Tfp => same(format!("Ystar_{own}/(K_{own}^alpha_{own}*(h_{own}*Lstar_{own})^(1-alpha_{own}))")),
            Variable::TfpGrowth => {
                let level = result_name(Variable::Tfp, self.case.projection.line_id(line));
                Some((None, format!("{level}/prev({level})-1")))
            }
            Variable::Capital => same(self.over("K", line)),
            Variable::CapitalOutputRatio => same(ratio(&self.over("K", line), &self.output_of(line))),
            _ => self.province_rules(variable),
        }
    }

    /// Rules of the province only.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other variables are not on the sheet")]
    fn province_rules(&self, variable: Variable) -> Option<Rules> {
        let same = |rule: String| Some((Some(rule.clone()), rule));
        let invested = format!("I_ordinary+{}", self.over("F", Line::Total));
        let inputs = self.case.projection.inputs();
        let on_land = inputs.sectors.iter().filter(|sector| sector.on_limited_land);
        let on_land = sum(on_land.map(|sector| format!("Y_{}", part(&sector.id))));
        match variable {
            Variable::TotalInvestment => same(invested),
            Variable::Icor => Some((None, ratio(&invested, "GRDP-prev(GRDP)"))),
            Variable::LabourGap => same("LS-D_total".to_owned()),
            Variable::LandBinds => Some((Some("0".to_owned()), "IF(AND(land_limit=1,Yd_on_land>cap),1,0)".to_owned())),
            Variable::LandRequired => same(format!("sigma*({on_land})/nu")),
            Variable::GrdpPerHead => same(format!("1000*({})/N_pop", self.current_of(Line::Total))),
            Variable::GrdpPerHeadUsd => same(format!("1000000000*({})/fx/N_pop", self.current_of(Line::Total))),
            _ => None,
        }
    }
}

/// A quotient that is blank where there is nothing to divide by.
pub(super) fn ratio(above: &str, below: &str) -> String {
    format!("IF({below}=0,BLANK,({above})/({below}))")
}
