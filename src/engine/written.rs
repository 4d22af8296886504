//! The equations as they are read: each is called with symbols in place of numbers, so that what is printed is what is computed.

use super::equations::{accounts, investment, labour, land, population, potential, prices, shock, skills, spillover};
use crate::engine::formula::{Formula, FormulaSheet};
use crate::engine::inputs::{ParkInputs, ProjectSchedule, ShockInputs};
use crate::engine::{Closure, Real as _};

/// An equation, or a definition that one of them uses.
#[derive(Debug, Clone, Copy)]
pub struct WrittenEquation {
    /// Its number; 0 for definitions, which have none.
    pub number: u32,
    /// The file in `engine/equations` and the section of `docs/model.md`.
    pub section: &'static str,
    /// The closure to which this form belongs; `None` for both.
    pub closure: Option<Closure>,
    /// What it gives, with the sum over which the expression is taken.
    symbol: &'static str,
    write: for<'s> fn(&'s FormulaSheet) -> Formula<'s>,
}

impl WrittenEquation {
    /// The equation as text: `N = N(t−1) · (1 + n) + M`.
    pub fn text(&self) -> String {
        let sheet = FormulaSheet::default();
        let formula = (self.write)(&sheet);
        format!("{}{}", self.symbol, sheet.expression(formula).to_text())
    }
}

const fn both(
    number: u32,
    section: &'static str,
    symbol: &'static str,
    write: for<'s> fn(&'s FormulaSheet) -> Formula<'s>,
) -> WrittenEquation {
    WrittenEquation { number, section, closure: None, symbol, write }
}

const fn only(
    number: u32,
    closure: Closure,
    symbol: &'static str,
    write: for<'s> fn(&'s FormulaSheet) -> Formula<'s>,
) -> WrittenEquation {
    WrittenEquation { number, section: "potential", closure: Some(closure), symbol, write }
}

impl FormulaSheet {
    fn symbol(&self, name: &str) -> Formula<'_> {
        self.input(name, None)
    }

    fn schedule(&self) -> ProjectSchedule<Formula<'_>> {
        ProjectSchedule {
            registered_musd: self.symbol("USD"),
            realised: self.symbol("η"),
            start: self.symbol("b + k"),
            jobs: self.symbol("Jm"),
        }
    }
}

/// The equations E1–E16 with the definitions that they use, in the order in which a year is computed.
pub const EQUATIONS: &[WrittenEquation] = &[
    both(1, "population", "N = ", |s| population::population(s.symbol("N(t−1)"), s.symbol("n"), s.symbol("M"))),
    both(2, "population", "LS = ", |s| {
        population::labour_supply(s.symbol("N"), s.symbol("ω"), s.symbol("π"), s.symbol("u"))
    }),
    both(3, "labour", "Dc = ", |s| {
        let leaving = labour::leaving_labour(s.symbol("x"), s.symbol("Dc*(t−1)"));
        labour::core_demand(s.symbol("Dc(t−1)"), s.symbol("gl"), s.symbol("Δgl"), (s.symbol("r"), leaving))
    }),
    both(0, "labour", "J = Σ ", |s| labour::project_jobs(&s.schedule(), &[s.symbol("w")], s.symbol("t"))),
    both(0, "labour", "J_F = ", |s| {
        labour::registration_jobs(s.symbol("J_F(t−1)"), s.symbol("j"), s.symbol("USD_F(t−1)"))
    }),
    both(4, "labour", "φ = ", |s| labour::rationing(Formula::ONE, s.symbol("LS"), s.symbol("ΣD"))),
    both(0, "labour", "L* = ", |s| labour::structural_employment(s.symbol("Dc"), s.symbol("J"), s.symbol("φ"))),
    both(12, "labour", "L = ", |s| labour::employment(s.symbol("L*"), s.symbol("Y"), s.symbol("Y*"), s.symbol("e"))),
    both(5, "skills", "h = ", |s| skills::skills(s.symbol("ψ"), s.symbol("Δtr"))),
    only(6, Closure::Productivity, "p = ", |s| {
        potential::next_level(s.symbol("p(t−1)"), s.symbol("gp"), s.symbol("q"))
    }),
    only(7, Closure::Capital, "A = ", |s| potential::next_level(s.symbol("A(t−1)"), s.symbol("a"), s.symbol("q"))),
    only(8, Closure::Productivity, "Y* = ", |s| {
        let labour = labour::structural_employment(s.symbol("Dc"), s.symbol("J*"), s.symbol("φ"));
        potential::potential_from_productivity(s.symbol("p"), s.symbol("h"), labour)
    }),
    only(8, Closure::Capital, "Y* = ", |s| {
        let labour = potential::skilled_labour(s.symbol("h"), s.symbol("L*"));
        potential::potential_from_capital(s.symbol("A"), s.symbol("K"), labour, s.symbol("α"))
    }),
    both(9, "shock", "z = Σ ", |s| shock::shock_effect(s.symbol("ε"), s.symbol("d"), s.symbol("v"))),
    both(0, "shock", "v = ", |s| {
        let symbol = |name| s.symbol(name);
        let shock = ShockInputs {
            start: symbol("b"),
            depth: symbol("d"),
            half_life: symbol("H"),
            scar: symbol("s"),
            exposure: Vec::new(),
        };
        shock::shock_profile(&shock, symbol("t"))
    }),
    both(0, "shock", "Yd = ", |s| shock::demanded_output(s.symbol("Y*"), s.symbol("z"))),
    both(0, "land", "S = Σ ", |s| {
        let park = ParkInputs {
            area_ha: s.symbol("ha"),
            opening: s.symbol("b"),
            ramp_years: s.symbol("R"),
            occupancy: s.symbol("o"),
        };
        land::occupied_area(&park, s.symbol("t"))
    }),
    both(0, "land", "ν = ", |s| land::next_productivity(s.symbol("ν(t−1)"), s.symbol("gν"))),
    both(0, "land", "C = ", |s| land::capacity(s.symbol("ν"), s.symbol("S"), s.symbol("σ"))),
    both(10, "land", "Yc = ", |s| land::limited_output(s.symbol("Yd"), s.symbol("ΣYd"), s.symbol("C"))),
    both(0, "land", "S* = ", |s| land::required_area(s.symbol("ΣY"), s.symbol("ν"), s.symbol("σ"))),
    both(11, "spillover", "Y = ", |s| {
        let gained = spillover::spillover(s.symbol("Σ m"), s.symbol("Yc_d"), s.symbol("Y°_d"));
        spillover::output_with_spillover(s.symbol("Yc") + gained)
    }),
    both(13, "accounts", "T = ", |s| accounts::product_taxes(s.symbol("τ"), s.symbol("ΣY"))),
    both(14, "accounts", "GRDP = ", |s| accounts::grdp(s.symbol("ΣY"), s.symbol("T"))),
    both(15, "investment", "I = ", |s| {
        let ordinary = investment::ordinary_investment(s.symbol("i"), s.symbol("GRDP"));
        investment::sector_investment(s.symbol("κ"), ordinary, s.symbol("γ"), s.symbol("F"))
    }),
    both(0, "investment", "F = ", |s| investment::constant_price_value(s.symbol("USD"), s.symbol("fx"), s.symbol("P"))),
    both(0, "investment", "USD(t) = Σ ", |s| {
        investment::disbursement_musd(&s.schedule(), &[s.symbol("w")], s.symbol("t"))
    }),
    both(16, "investment", "K(t+1) = ", |s| investment::next_capital(s.symbol("K"), s.symbol("δ"), s.symbol("I"))),
    both(0, "prices", "P = ", |s| prices::price_level(s.symbol("P(t−1)"), s.symbol("gP"))),
    both(0, "prices", "USD = ", |s| prices::musd_from_trillion_vnd(s.symbol("Y") * s.symbol("P"), s.symbol("fx"))),
];

/// The equations of a section as `docs/model.md` prints them, a line each.
pub fn section_text(section: &str) -> String {
    let line = |row: &WrittenEquation| {
        let number = if row.number == 0 { String::new() } else { format!("E{}", row.number) };
        let closure = match row.closure {
            None => "",
            Some(Closure::Productivity) => "    (closure P)",
            Some(Closure::Capital) => "    (closure K)",
        };
        format!("{number:<5}{}{closure}\n", row.text())
    };
    EQUATIONS.iter().filter(|row| row.section == section).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equation_reads_as_it_is_computed() {
        let text = |number: u32, closure: Option<Closure>| {
            let row = EQUATIONS.iter().find(|row| row.number == number && (row.closure == closure)).unwrap();
            row.text()
        };
        assert_eq!(text(1, None), "N = N(t−1) · (1 + n) + M");
        assert_eq!(text(4, None), "φ = min(LS / ΣD, 1)");
        assert_eq!(text(8, Some(Closure::Capital)), "Y* = A · K^α · (h · L*)^(1 − α)");
        assert_eq!(text(12, None), "L = L* · (Y / Y*)^e");
        assert_eq!(text(10, None), "Yc = [ΣYd > C] · min(Yd, C · Yd / ΣYd) + [ΣYd ≤ C] · Yd");
        assert_eq!(text(16, None), "K(t+1) = (1 − δ) · K + I");
    }

    #[test]
    fn every_number_has_one_form_a_closure() {
        for closure in Closure::ALL {
            let in_force = EQUATIONS.iter().filter(|row| row.closure.is_none_or(|own| own == closure));
            let mut numbers: Vec<u32> = in_force.map(|row| row.number).filter(|number| *number > 0).collect();
            numbers.sort_unstable();
            let given = (1..=16).filter(|number| *number != if closure == Closure::Capital { 6 } else { 7 });
            assert_eq!(numbers, given.collect::<Vec<_>>());
        }
    }
}
