//! A variable is one row: its lines, its figures and its units are those of the row wherever it is read.

use crate::shipped::studies;
use kichban::engine::{Line, Variable};
use kichban::scenario::calibrate_baseline;
use kichban::text::{shown_unit, shown_value};

#[test]
fn every_line_that_the_row_of_a_variable_names_has_it_and_no_other() {
    for study in studies() {
        let run = calibrate_baseline(&study, &study.baselines[0].id).unwrap().projection;
        for variable in Variable::ALL {
            for line in run.lines() {
                let found = run.series(variable, line).iter().any(Option::is_some);
                // Skills, shocks and TFP belong to single sectors.
                let may_lack = matches!(line, Line::Group(_));
                let named = variable.coverage().has(line.kind()) && run.gap(variable, line).is_none();
                assert!(found == named || (named && may_lack), "{} {} {line:?}", study.id, variable.id());
            }
        }
    }
}

#[test]
fn the_figures_that_state_a_variable_lead_back_to_it() {
    let mut stated = 0;
    for variable in Variable::ALL {
        let Some(by) = variable.spec().stated_by else { continue };
        for kind in [Line::Sector(0), Line::Taxes, Line::Total].map(Line::kind) {
            if variable.coverage().has(kind) {
                let found = Variable::find_stated_by(by.quantity, kind, variable.price_basis());
                assert_eq!(found, Some((variable, by.factor)), "{kind:?}");
                stated += 1;
            }
        }
    }
    assert!(stated > 15, "{stated}");
}

#[test]
fn a_value_in_its_shown_unit_is_the_same_amount() {
    for variable in Variable::ALL {
        let amount = 0.3066 * variable.unit().factor();
        let shown = shown_value(variable, 0.3066) * shown_unit(variable).factor();
        assert!((amount - shown).abs() <= 1e-14 * amount.abs(), "{}: {amount} and {shown}", variable.id());
    }
}
