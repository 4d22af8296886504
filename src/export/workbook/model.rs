//! The model sheet: a row of live formulas for every equation, sector by sector, in the order in which the engine evaluates them.

use super::assumptions::Probe;
use super::book::Digits;
use super::names::{brace, park_part, part, project_part};
use super::rows::{Builder, Words, words};
use crate::engine::{Inputs, Line, Variable};
use crate::quantity::Unit;
use crate::text::words::{filled, label};
use crate::text::{line_short, unit_name, variable_name};

/// Terms joined by a plus; 0 where there is none.
pub(super) fn sum(terms: impl IntoIterator<Item = String>) -> String {
    let terms: Vec<String> = terms.into_iter().collect();
    if terms.is_empty() { "0".to_owned() } else { terms.join("+") }
}

impl Builder<'_> {
    /// Fills the sheet.
    pub(super) fn model(&mut self, probe: &Probe) {
        let sheet = self.model;
        let (title, about) = (self.word("workbook-sheet-model"), self.word("workbook-about-model"));
        self.head(sheet, title, about);
        let horizon = self.horizon();
        let unit = unit_name(Unit::CalendarYear, self.lang);
        let years: Vec<Option<f64>> = horizon.years().map(|year| Some(f64::from(year))).collect();
        let year = self.word("workbook-row-year");
        self.write_given(sheet, "t_year", words(year, unit), Digits::Plain, &years);
        let inputs = self.case.projection.inputs().clone();
        self.population();
        self.demand(&inputs);
        self.project_rows(&probe.inputs);
        self.registration_rows(&inputs);
        self.labour(&inputs);
        self.skills(&inputs);
        self.shock_rows(&inputs);
        self.price_rows(&inputs);
        self.capital(&inputs);
        self.potential(&inputs);
        self.land_rows(&inputs);
        self.output(&inputs);
        self.employment(&inputs);
        self.accounts(&inputs);
        self.investment(&inputs);
    }

    /// Words of a row about a variable of a sector, with the equation.
    fn write_words(&self, variable: Variable, sector: &str) -> Words {
        let name = variable_name(variable, self.lang);
        let unit = unit_name(variable.unit(), self.lang);
        let line = self.case.projection.line(sector);
        words(format!("{name}: {}", line_short(sector, self.case.study, self.lang)), unit).showing(variable, line, 1.0)
    }

    fn province(&self, variable: Variable) -> Words {
        let words = words(variable_name(variable, self.lang), unit_name(variable.unit(), self.lang));
        words.showing(variable, Some(Line::Total), 1.0)
    }

    /// Words of a row that no variable names.
    fn name_row(&self, key: &'static str, subject: &str, unit: Unit) -> Words {
        words(filled(self.lang, key, &[("name", subject)]), unit_name(unit, self.lang))
    }

    fn sector_named(&self, key: &'static str, sector: &str, unit: Unit) -> Words {
        self.name_row(key, &line_short(sector, self.case.study, self.lang), unit)
    }

    fn block(&mut self, key: &'static str, equations: &str) {
        let heading = format!("{} ({equations})", label(self.lang, key));
        self.heading(self.model, heading);
    }

    fn add(&mut self, name: &str, words: Words, digits: Digits, rules: (Option<&str>, &str)) {
        self.rule(self.model, name, words, digits, rules);
    }

    fn population(&mut self) {
        self.block("model-block-population", "E1, E2");
        let words = self.province(Variable::Population);
        self.add("N_pop", words, Digits::Three, (Some("population0"), "prev(N_pop)*(1+n)+M"));
        let words = self.province(Variable::LabourSupply);
        let supply = "N_pop*omega*part_rate*(1-u)";
        self.add("LS", words, Digits::Three, (Some(supply), supply));
    }

    fn demand(&mut self, inputs: &Inputs) {
        self.block("model-block-labour", "E3, E4");
        let source = inputs.sectors.get(inputs.reallocation_source).map_or("", |sector| sector.id.as_str());
        let source = part(source);
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let words = self.sector_named("workbook-core-demand", &sector.id, Unit::ThousandPersons);
            let later = format!("prev(Dc_{id})*(1+gl_{id}+gladd_{id})+r_{id}*x*prev(Dc_{source})");
            self.add(&format!("Dc_{id}"), words, Digits::Three, (Some(&format!("L0_{id}")), &later));
        }
    }

    /// Jobs and disbursement of every project of the study.
    fn project_rows(&mut self, probe: &Inputs) {
        let study = self.case.study;
        let mut probed = probe.projects.iter();
        for project in &study.projects {
            let Some(planned) = probed.next() else { return };
            if project.in_baseline {
                probed.next();
            }
            let (id, name) = (project_part(&project.id), project.name.in_lang(self.lang).to_owned());
            let years = planned.profile.len();
            let mut jobs = format!("jobs_rate_{id}*usd_{id}*({})", paid_before(&id, &format!("start_{id}"), years));
            let mut paid = format!("usd_{id}*realised_{id}*({})", paid_in(&id, &format!("start_{id}"), years));
            if project.in_baseline {
                let start = format!("start_base_{id}");
                jobs = format!("{jobs}-jobs_rate_{id}*usd_base_{id}*({})", paid_before(&id, &start, years));
                paid = format!("{paid}-usd_base_{id}*realised_base_{id}*({})", paid_in(&id, &start, years));
            }
            let words = self.name_row("workbook-jobs-of", &name, Unit::ThousandPersons);
            self.add(&format!("jobs_{id}"), words, Digits::Three, (Some(&jobs), &jobs));
            let words = self.name_row("workbook-disbursed-of", &name, Unit::MillionUsd);
            self.add(&format!("paid_{id}"), words, Digits::Three, (Some(&paid), &paid));
        }
    }

    /// Jobs and disbursement of anonymous FDI: each year's registrations are paid over the common profile.
    fn registration_rows(&mut self, inputs: &Inputs) {
        let profile = self.case.study.structure.fdi_profile.len();
        let columns = usize::from(self.years());
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let name = line_short(&sector.id, self.case.study, self.lang);
            // Years before the base year have no registrations, so that early years have fewer terms.
            let paid = |position: usize| {
                let terms = (0..profile.min(position + 1)).map(|k| format!("back(fdi_{id},{k})*profile_fdi_{}", k + 1));
                format!("fdi_realised*({})", sum(terms))
            };
            let words = self.name_row("workbook-fdi-disbursed", &name, Unit::MillionUsd);
            let row = format!("paid_fdi_{id}");
            self.add(&row, words, Digits::Three, (Some(&paid(0)), &paid(0)));
            let place = self.book.names.get(&row).copied();
            for (position, column) in (0..columns).zip(super::book::FIRST_YEAR..) {
                if let Some(place) = place {
                    let content = self.book.formula(&paid(position));
                    let look = super::book::CellLook::Result(Digits::Three);
                    self.book.put(self.model, (place.row, column), content, look);
                }
            }
            let words = self.name_row("workbook-fdi-jobs", &name, Unit::ThousandPersons);
            let later = format!("prev(jobs_fdi_{id})+fdi_jobs_rate*prev(paid_fdi_{id})");
            self.add(&format!("jobs_fdi_{id}"), words, Digits::Three, (Some("0"), &later));
        }
    }

    /// Ids of the projects of a sector.
    fn projects_of(&self, sector: &str) -> Vec<String> {
        let own = self.case.study.projects.iter().filter(|project| project.sector == sector);
        own.map(|project| project_part(&project.id)).collect()
    }

    fn labour(&mut self, inputs: &Inputs) {
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let projects = self.projects_of(&sector.id);
            let jobs = sum(projects.iter().map(|p| format!("jobs_{p}")).chain([format!("jobs_fdi_{id}")]));
            let words = self.write_words(Variable::ProjectJobs, &sector.id);
            self.add(&format!("J_{id}"), words, Digits::Three, (Some(&jobs), &jobs));
            let weighted = projects.iter().map(|p| format!("premium_{p}*jobs_{p}")).chain([format!("jobs_fdi_{id}")]);
            let weighted = sum(weighted);
            let words = self.sector_named("workbook-effective-jobs", &sector.id, Unit::ThousandPersons);
            self.add(&format!("Jeff_{id}"), words, Digits::Three, (Some(&weighted), &weighted));
        }
        let demand = sum(inputs.sectors.iter().map(|sector| part(&sector.id)).map(|id| format!("Dc_{id}+J_{id}")));
        let words = self.province(Variable::LabourDemand);
        self.add("D_total", words, Digits::Three, (Some(&demand), &demand));
        let words = self.province(Variable::LabourRationing);
        self.add("phi_t", words, Digits::Five, (Some("1"), "IF(labour_constrained=1,MIN(1,LS/D_total),1)"));
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let words = self.write_words(Variable::StructuralEmployment, &sector.id);
            let rule = format!("phi_t*(Dc_{id}+J_{id})");
            self.add(&format!("Lstar_{id}"), words, Digits::Three, (Some(&rule), &rule));
        }
    }

    fn skills(&mut self, inputs: &Inputs) {
        self.block("model-block-skills", "E5");
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let words = self.write_words(Variable::Skills, &sector.id);
            self.add(&format!("h_{id}"), words, Digits::Five, (Some("1"), &format!("1+psi_{id}*tr_add")));
        }
    }

    fn shock_rows(&mut self, inputs: &Inputs) {
        self.block("model-block-shock", "E9");
        let shocks: Vec<String> = self.case.study.shocks.iter().map(|shock| brace(&shock.id)).collect();
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let effect = |shock: &String| {
                format!(
                    "IF(t_year<start_shock_{shock},0,eps_{shock}__{id}*(1-cut_{id})*depth_shock_{shock}*(scar_shock_{shock}+(1-scar_shock_{shock})*2^((start_shock_{shock}-t_year)/half_life_shock_{shock})))"
                )
            };
            let effects = shocks.iter().map(effect).collect::<Vec<_>>();
            let rule = if effects.is_empty() { "0".to_owned() } else { format!("-({})", effects.join("+")) };
            let words = self.write_words(Variable::Shock, &sector.id);
            self.add(&format!("z_{id}"), words, Digits::Percent, (Some("0"), &rule));
        }
    }

    fn price_rows(&mut self, inputs: &Inputs) {
        self.block("model-block-prices", "P");
        for id in inputs.sectors.iter().map(|sector| sector.id.as_str()).chain(["taxes"]) {
            let words = self.write_words(Variable::Deflator, id);
            let id = part(id);
            let later = format!("prev(P_{id})*(1+infl_{id})");
            self.add(&format!("P_{id}"), words, Digits::Five, (Some(&format!("P0_{id}")), &later));
        }
    }

    fn capital(&mut self, inputs: &Inputs) {
        self.block("model-block-investment", "E16");
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let words = self.write_words(Variable::Capital, &sector.id);
            let later = format!("(1-delta_{id})*prev(K_{id})+prev(I_{id})");
            self.add(&format!("K_{id}"), words, Digits::Three, (Some(&format!("K0_{id}")), &later));
        }
    }

    fn potential(&mut self, inputs: &Inputs) {
        self.block("model-block-potential", "E6–E8");
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let words = self.sector_named("workbook-growth-added", &sector.id, Unit::PercentPerYear);
            let gain = format!(
                "q_{id}+IF(t_year-at(t_year,0)<ROUNDUP(green_lag,0),0,IF(INDEX(span(gamma_{id}),t_year-at(t_year,0)+1-ROUNDUP(green_lag,0))>0,green_gain_{id},0))"
            );
            self.add(&format!("qtot_{id}"), words, Digits::Percent, (None, &gain));
            let words = self.sector_named("workbook-given-productivity", &sector.id, Unit::BillionVndPerWorker);
            let later = format!("prev(pgiven_{id})*(1+gp_{id}+qtot_{id})");
            let base = format!("Y0_{id}/L0_{id}");
            self.add(&format!("pgiven_{id}"), words, Digits::Five, (Some(&base), &later));
            let words = self.sector_named("workbook-given-tfp", &sector.id, Unit::Index);
            let later = format!("prev(Agiven_{id})*(1+tfpg_{id}+qtot_{id})");
            let base = format!("Y0_{id}/(K0_{id}^alpha_{id}*L0_{id}^(1-alpha_{id}))");
            self.add(&format!("Agiven_{id}"), words, Digits::Five, (Some(&base), &later));
            let words = self.write_words(Variable::PotentialOutput, &sector.id);
            let rule = format!(
                "IF(capital_closure=1,Agiven_{id}*K_{id}^alpha_{id}*(h_{id}*Lstar_{id})^(1-alpha_{id}),pgiven_{id}*h_{id}*phi_t*(Dc_{id}+Jeff_{id}))"
            );
            self.add(&format!("Ystar_{id}"), words, Digits::Three, (Some(&format!("Y0_{id}")), &rule));
            let words = self.sector_named("workbook-demanded", &sector.id, Unit::TrillionVnd);
            let later = format!("Ystar_{id}*(1+z_{id})");
            self.add(&format!("Yd_{id}"), words, Digits::Three, (Some(&format!("Y0_{id}")), &later));
        }
    }

    fn land_rows(&mut self, inputs: &Inputs) {
        self.block("model-block-land", "E10");
        let words = self.name_row("workbook-land-productivity", "", Unit::TrillionVndPerHectare);
        self.add("nu", words, Digits::Five, (Some("nu_start"), "prev(nu)*(1+g_nu)"));
        let parks: Vec<String> = self.case.study.parks.iter().map(|park| park_part(&park.id)).collect();
        for (park, id) in self.case.study.parks.iter().zip(&parks) {
            let words = self.name_row("workbook-park-area", park.name.in_lang(self.lang), Unit::Hectare);
            let rule = format!("ha_{id}*occ_{id}*MIN(1,MAX(0,t_year-open_{id}+1)/ramp_{id})");
            self.add(&format!("area_{id}"), words, Digits::One, (Some(&rule), &rule));
        }
        let total = sum(parks.iter().map(|id| format!("area_{id}")));
        let words = self.province(Variable::LandArea);
        self.add("area", words, Digits::One, (Some(&total), &total));
        let words = self.province(Variable::LandCapacity);
        self.add("cap", words, Digits::Three, (Some("nu*area/sigma"), "nu*area/sigma"));
        let on_land = inputs.sectors.iter().filter(|sector| sector.on_limited_land);
        let demanded = sum(on_land.clone().map(|sector| format!("Yd_{}", part(&sector.id))));
        let words = self.name_row("workbook-demanded-on-land", "", Unit::TrillionVnd);
        self.add("Yd_on_land", words, Digits::Three, (None, &demanded));
        for sector in on_land {
            let id = part(&sector.id);
            let words = self.sector_named("workbook-within-land", &sector.id, Unit::TrillionVnd);
            let rule = format!("IF(AND(land_limit=1,Yd_on_land>cap),cap*Yd_{id}/Yd_on_land,Yd_{id})");
            self.add(&format!("Yc_{id}"), words, Digits::Three, (Some(&format!("Y0_{id}")), &rule));
        }
    }

    /// Output of a sector before spillover: limited where it stands on limited land.
    fn before_spillover(inputs: &Inputs, s: usize) -> String {
        let sector = inputs.sectors.get(s);
        let id = part(sector.map_or("", |sector| sector.id.as_str()));
        if sector.is_some_and(|sector| sector.on_limited_land) { format!("Yc_{id}") } else { format!("Yd_{id}") }
    }

    fn output(&mut self, inputs: &Inputs) {
        self.block("model-block-spillover", "E11");
        let drivers = &inputs.spillover.drivers;
        for (s, sector) in inputs.sectors.iter().enumerate() {
            let id = part(&sector.id);
            let own = Self::before_spillover(inputs, s);
            let gains = drivers.iter().map(|&d| {
                let driver = part(inputs.sectors.get(d).map_or("", |driver| driver.id.as_str()));
                format!("m_{id}__{driver}*({}-Ybase_{driver})", Self::before_spillover(inputs, d))
            });
            let rule = if drivers.is_empty() || drivers.contains(&s) {
                own
            } else {
                format!("IF(spillover_on=1,MAX(0,{own}+{}),{own})", sum(gains))
            };
            let words = self.write_words(Variable::Output, &sector.id);
            self.add(&format!("Y_{id}"), words, Digits::Three, (Some(&format!("Y0_{id}")), &rule));
        }
    }

    fn employment(&mut self, inputs: &Inputs) {
        self.block("workbook-block-employment", "E12");
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let words = self.write_words(Variable::Employment, &sector.id);
            let rule = format!("IF(Y_{id}=Ystar_{id},Lstar_{id},Lstar_{id}*(Y_{id}/Ystar_{id})^e_{id})");
            self.add(&format!("L_{id}"), words, Digits::Three, (Some(&format!("Lstar_{id}")), &rule));
        }
    }

    fn accounts(&mut self, inputs: &Inputs) {
        self.block("model-block-accounts", "E13, E14");
        let gross = sum(inputs.sectors.iter().map(|sector| format!("Y_{}", part(&sector.id))));
        let words = self.province(Variable::GrossValueAdded);
        self.add("GVA", words, Digits::Three, (Some(&gross), &gross));
        let words = self.write_words(Variable::Output, "taxes");
        self.add("Y_taxes", words, Digits::Three, (Some("taxes0"), "tax_share/(1-tax_share)*GVA"));
        let words = self.province(Variable::Grdp);
        self.add("GRDP", words, Digits::Three, (Some("GVA+Y_taxes"), "GVA+Y_taxes"));
    }

    fn investment(&mut self, inputs: &Inputs) {
        self.block("model-block-investment", "E15");
        let words = self.name_row("workbook-ordinary-investment", "", Unit::TrillionVnd);
        self.add("I_ordinary", words, Digits::Three, (Some("inv_rate*GRDP"), "inv_rate*GRDP"));
        for sector in &inputs.sectors {
            let id = part(&sector.id);
            let paid = self.projects_of(&sector.id).into_iter().map(|p| format!("paid_{p}"));
            let paid = sum(paid.chain([format!("paid_fdi_{id}")]));
            let words = self.write_words(Variable::ProjectInvestment, &sector.id);
            let rule = format!("({paid})*fx/1000000/P_{id}");
            self.add(&format!("F_{id}"), words, Digits::Three, (Some(&rule), &rule));
            let words = self.write_words(Variable::Investment, &sector.id);
            let rule = format!("kappa_{id}*I_ordinary*(1-gamma_{id})+F_{id}");
            self.add(&format!("I_{id}"), words, Digits::Three, (Some(&rule), &rule));
        }
    }
}

/// Share of a schedule that is paid in the year of the column.
fn paid_in(id: &str, start: &str, years: usize) -> String {
    sum((0..years).map(|k| format!("IF(t_year={},profile_{id}_{},0)", after(start, k), k + 1)))
}

/// Share of a schedule that was paid before the year of the column.
fn paid_before(id: &str, start: &str, years: usize) -> String {
    sum((0..years).map(|k| format!("IF(t_year>{},profile_{id}_{},0)", after(start, k), k + 1)))
}

/// So many years after a start.
fn after(start: &str, years: usize) -> String {
    if years == 0 { start.to_owned() } else { format!("{start}+{years}") }
}
