//! Long sums in blocks: a spreadsheet reads formulas of up to 8,192 characters, and a study may have any number of projects.

use super::formula::{CellFormula, Operator};
use std::rc::Rc;

/// Characters of a formula that a spreadsheet reads.
pub(super) const LONGEST_FORMULA: usize = 8_192;
/// What a formula may take here, with room to spare: lengths are estimates from above.
const ROOM: usize = 6_000;
/// What a block of a longer sum may take.
const BLOCK: usize = 4_000;
/// A name or an address never takes more: sheet in quotes, column and row; or the longest name with a number.
const PLACE: usize = 90;

/// A formula that a spreadsheet reads: of a sum that is too long, `block` names the row that holds a part.
pub(super) fn in_blocks(
    formula: Rc<CellFormula>,
    block: &mut impl FnMut(CellFormula) -> CellFormula,
) -> Rc<CellFormula> {
    if length(&formula) <= ROOM {
        return formula;
    }
    Rc::new(shorten(Rc::unwrap_or_clone(formula), ROOM, block))
}

fn shorten(formula: CellFormula, room: usize, block: &mut impl FnMut(CellFormula) -> CellFormula) -> CellFormula {
    if length(&formula) <= room {
        return formula;
    }
    match formula {
        CellFormula::Binary(Operator::Add, left, right) => {
            shortened_sum(terms(CellFormula::Binary(Operator::Add, left, right)), room, block)
        }
        CellFormula::Binary(operator, left, right) => {
            let left = shorten(*left, room / 2, block);
            CellFormula::Binary(operator, Box::new(left), Box::new(shorten(*right, room / 2, block)))
        }
        CellFormula::Negative(inner) => CellFormula::Negative(Box::new(shorten(*inner, room, block))),
        CellFormula::Call(function, arguments) => {
            let share = room / arguments.len().max(1);
            CellFormula::Call(function, arguments.into_iter().map(|one| shorten(one, share, block)).collect())
        }
        CellFormula::Number(_) | CellFormula::Blank | CellFormula::Named(..) => formula,
    }
}

/// A sum of rows, each of which holds a block of the terms.
fn shortened_sum(
    terms: Vec<CellFormula>,
    room: usize,
    block: &mut impl FnMut(CellFormula) -> CellFormula,
) -> CellFormula {
    let mut blocks: Vec<Vec<CellFormula>> = Vec::new();
    let mut taken = 0;
    for term in terms {
        let term = shorten(term, BLOCK, block);
        let more = length(&term) + 1;
        if let Some(last) = blocks.last_mut().filter(|_| taken + more <= BLOCK) {
            last.push(term);
        } else {
            blocks.push(vec![term]);
            taken = 0;
        }
        taken += more;
    }
    let rows: Vec<CellFormula> = blocks.into_iter().filter_map(sum).map(&mut *block).collect();
    if rows.len() * (PLACE + 1) > room && rows.len() > 1 {
        return shortened_sum(rows, room, block);
    }
    sum(rows).unwrap_or(CellFormula::Number(0.0))
}

fn sum(terms: Vec<CellFormula>) -> Option<CellFormula> {
    terms.into_iter().reduce(|sum, term| CellFormula::Binary(Operator::Add, Box::new(sum), Box::new(term)))
}

/// Terms of a sum, in their order.
fn terms(formula: CellFormula) -> Vec<CellFormula> {
    let mut found = Vec::new();
    let mut rest = formula;
    while let CellFormula::Binary(Operator::Add, left, right) = rest {
        found.push(*right);
        rest = *left;
    }
    found.push(rest);
    found.reverse();
    found
}

/// Characters of a formula as written, at most.
fn length(formula: &CellFormula) -> usize {
    let mut open = vec![formula];
    let mut length = 0;
    while let Some(next) = open.pop() {
        match next {
            CellFormula::Number(value) => length += value.to_string().len(),
            CellFormula::Blank => length += 2,
            // Short names of this sheet are common, but the cell of an argument is written with its sheet.
            CellFormula::Named(name, _) => length += name.len().clamp(50, PLACE),
            CellFormula::Negative(inner) => {
                length += 3;
                open.push(inner);
            }
            CellFormula::Binary(_, left, right) => {
                length += 4;
                open.extend([&**left, &**right]);
            }
            CellFormula::Call(_, arguments) => {
                length += 10 + arguments.len();
                open.extend(arguments);
            }
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::super::formula::CellChoice;
    use super::*;

    fn read(text: &str) -> Rc<CellFormula> {
        Rc::new(CellFormula::read(text).unwrap())
    }

    #[test]
    fn a_long_sum_becomes_rows_that_are_short_and_hold_every_term_once() {
        let names: Vec<String> = (0..9_000).map(|n| format!("paid_{{project-{n}}}")).collect();
        let mut rows = Vec::new();
        let text = format!("-(rate*({}))", names.join("+"));
        let whole = in_blocks(read(&text), &mut |part| {
            rows.push(part);
            CellFormula::Named(format!("row{}", rows.len() - 1), CellChoice::Here)
        });
        assert!(rows.len() > 100);
        assert!(length(&whole) <= ROOM && rows.iter().all(|row| length(row) <= ROOM));
        let held: Vec<String> = rows
            .into_iter()
            .flat_map(terms)
            .filter_map(|term| if let CellFormula::Named(name, CellChoice::Here) = term { Some(name) } else { None })
            .filter(|name| name.starts_with("paid"))
            .collect();
        assert_eq!(held, names);
    }

    #[test]
    fn a_short_formula_stays_as_it_is() {
        let text = "IF(a=0,BLANK,(b+c)/a)";
        assert_eq!(in_blocks(read(text), &mut |_| CellFormula::Blank), read(text));
    }
}
