//! What the cells of a table measure, in the words of a study: quantity, unit, price basis.

use crate::lang::fold;
use crate::quantity::{PriceBasis, Quantity, Unit, Year};
use crate::reading::ReadCell;

/// What figures that come in measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportMeasure {
    /// The quantity of the study.
    pub quantity: Quantity,
    /// The price base year that the file names, of output at constant prices.
    pub price_base: Option<Year>,
}

/// A quantity that can come in, with everything that is fixed for it.
pub(super) struct MeasureKind {
    quantity: Quantity,
    /// Its word in ids of questions.
    word: &'static str,
    price_basis: PriceBasis,
    has_lines: bool,
    /// Units in which it can be typed, the usual one first, each as the reader knows it.
    units: &'static [Unit],
    /// The title by which the reader knows it; a year of constant prices follows.
    pub(super) title: &'static str,
}

/// Units of money, as a person types them.
const MONEY: &[Unit] = &[Unit::BillionVnd, Unit::TrillionVnd];

/// Every quantity that can come in from a file, in the order in which they are offered.
const KINDS: [MeasureKind; 4] = [
    MeasureKind {
        quantity: Quantity::Output,
        word: "output",
        price_basis: PriceBasis::Constant,
        has_lines: true,
        units: MONEY,
        title: "Tổng sản phẩm theo giá so sánh",
    },
    MeasureKind {
        quantity: Quantity::OutputCurrent,
        word: "output-current",
        price_basis: PriceBasis::Current,
        has_lines: true,
        units: MONEY,
        title: "Tổng sản phẩm theo giá hiện hành",
    },
    MeasureKind {
        quantity: Quantity::Employment,
        word: "employment",
        price_basis: PriceBasis::None,
        has_lines: true,
        units: &[Unit::ThousandPersons],
        title: "Lao động đang làm việc",
    },
    MeasureKind {
        quantity: Quantity::Population,
        word: "population",
        price_basis: PriceBasis::None,
        has_lines: false,
        units: &[Unit::ThousandPersons],
        title: "Dân số trung bình",
    },
];

/// A unit of typed figures as the reader knows it, in the money of this code; empty for a unit that is not typed.
pub(super) fn typed_unit(unit: Unit, money: &str) -> String {
    let size = match unit {
        Unit::ThousandPersons => return "Nghìn người".to_owned(),
        Unit::TrillionVnd => "Nghìn tỷ",
        Unit::BillionVnd => "Tỷ",
        Unit::MillionVnd
        | Unit::MillionVndPerWorker
        | Unit::MillionVndPerPerson
        | Unit::BillionVndPerWorker
        | Unit::UsdPerPerson
        | Unit::MillionUsd
        | Unit::BillionUsd
        | Unit::VndPerUsd
        | Unit::ThousandPersonsPerMillionUsd
        | Unit::Hectare
        | Unit::TrillionVndPerHectare
        | Unit::Ratio
        | Unit::RatioPerYear
        | Unit::Percent
        | Unit::PercentagePoint
        | Unit::PercentPerYear
        | Unit::PercentagePointPerYear
        | Unit::Index
        | Unit::CalendarYear
        | Unit::Years
        | Unit::Count
        | Unit::Flag => return String::new(),
    };
    format!("{size} {money}")
}

/// The code of the money of a unit as read; `None` if it is not money, or if the file names its money by a word of
/// several countries.
pub(super) fn money_of(unit: &str) -> Option<&str> {
    let (found, _) = study_unit(unit)?;
    unit.split_whitespace().last().filter(|_| found == Unit::BillionVnd)
}

/// What is fixed for a quantity; `None` for one that is not imported.
pub(super) fn kind_of(quantity: Quantity) -> Option<&'static MeasureKind> {
    KINDS.iter().find(|kind| kind.quantity == quantity)
}

/// Units in which a quantity can be typed, the usual one first.
pub fn typed_units(quantity: Quantity) -> &'static [Unit] {
    kind_of(quantity).map_or(&[], |kind| kind.units)
}

impl ImportMeasure {
    /// The quantities that can come in from a file, in the order in which they are offered.
    pub const QUANTITIES: [Quantity; 4] = [KINDS[0].quantity, KINDS[1].quantity, KINDS[2].quantity, KINDS[3].quantity];

    /// The price basis of its figures.
    pub fn price_basis(self) -> PriceBasis {
        kind_of(self.quantity).map_or(PriceBasis::NotStated, |kind| kind.price_basis)
    }

    /// The word of its quantity in ids of questions.
    pub(super) fn word(self) -> &'static str {
        kind_of(self.quantity).map_or("", |kind| kind.word)
    }

    /// Whether it is given for sectors, and not for the territory alone.
    pub fn has_lines(self) -> bool {
        kind_of(self.quantity).is_some_and(|kind| kind.has_lines)
    }
}

/// Why figures are left where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfit {
    /// Indices, growth and shares: they follow from levels.
    NoLevel,
    /// Months, quarters and sums of them.
    PartOfYear,
    /// No year is known.
    NoYear,
    /// A unit that measures no quantity of a study.
    Unit,
    /// A study does not use what it is.
    Quantity,
    /// It is known what it is, and it comes into a study by hand only.
    ByHand(OtherQuantity),
    /// Value added without prices that are known.
    Prices,
    /// Nothing of it has a value.
    Empty,
}

/// What files hold beside the quantities that come in from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OtherQuantity {
    /// Investment, which a study has as a rate that it assumes.
    Investment,
    /// The exchange rate, an assumption of a study.
    ExchangeRate,
    /// Indices of prices; a study finds its price levels from output at both prices.
    PriceIndex,
    /// Exports and imports.
    Trade,
    /// Revenue and expenditure of the budget.
    Budget,
}

/// Words by which offices name what comes into a study by hand only, folded.
const OTHER_WORDS: [(&str, OtherQuantity); 17] = [
    ("von dau tu", OtherQuantity::Investment),
    ("investment", OtherQuantity::Investment),
    ("gross fixed capital", OtherQuantity::Investment),
    ("tich luy tai san", OtherQuantity::Investment),
    ("ty gia", OtherQuantity::ExchangeRate),
    ("exchange rate", OtherQuantity::ExchangeRate),
    ("chi so gia", OtherQuantity::PriceIndex),
    ("price index", OtherQuantity::PriceIndex),
    ("deflator", OtherQuantity::PriceIndex),
    ("xuat khau", OtherQuantity::Trade),
    ("nhap khau", OtherQuantity::Trade),
    ("exports", OtherQuantity::Trade),
    ("imports", OtherQuantity::Trade),
    ("thu ngan sach", OtherQuantity::Budget),
    ("chi ngan sach", OtherQuantity::Budget),
    ("budget revenue", OtherQuantity::Budget),
    ("budget expenditure", OtherQuantity::Budget),
];

/// The quantity that a description names, if that quantity is not imported from files.
fn other_quantity(variable: &str) -> Option<OtherQuantity> {
    let text = fold(variable);
    let found = OTHER_WORDS.iter().find(|(word, _)| text.contains(word)).map(|(_, other)| *other);
    found.filter(|_| named_quantity(variable).is_none())
}

/// Words by which offices name a quantity, folded, the longer before the shorter that they contain.
///
/// A word with `None` names something that a study does not take as a level.
const QUANTITY_WORDS: [(&str, Option<Named>); 43] = [
    ("nang suat lao dong", None),
    ("labour productivity", None),
    ("labor productivity", None),
    ("per capita", None),
    ("binh quan dau nguoi", None),
    ("labour share", None),
    ("gia tri san xuat", None),
    ("gross output", None),
    ("luc luong lao dong", None),
    ("labour force", None),
    ("labor force", None),
    ("that nghiep", None),
    ("unemployed", None),
    ("unemployment", None),
    ("thu nhap", None),
    ("wages", None),
    ("lao dong dang lam viec", Some(Named::Employment)),
    ("lao dong", Some(Named::Employment)),
    ("dang lam viec", Some(Named::Employment)),
    ("employment", Some(Named::Employment)),
    ("employed", Some(Named::Employment)),
    ("erwerbstatige", Some(Named::Employment)),
    ("ocupados", Some(Named::Employment)),
    ("занятые", Some(Named::Employment)),
    ("dan so", Some(Named::Population)),
    ("population", Some(Named::Population)),
    ("bevolkerung", Some(Named::Population)),
    ("penduduk", Some(Named::Population)),
    ("poblacion", Some(Named::Population)),
    ("населення", Some(Named::Population)),
    ("tong san pham", Some(Named::Output)),
    ("gia tri tang them", Some(Named::Output)),
    ("gross domestic product", Some(Named::Output)),
    ("gross regional", Some(Named::Output)),
    ("gross state domestic", Some(Named::Output)),
    ("gross county product", Some(Named::Output)),
    ("value added", Some(Named::Output)),
    ("produk domestik", Some(Named::Output)),
    ("produto interno bruto", Some(Named::Output)),
    ("valor adicionado", Some(Named::Output)),
    ("валовой региональный продукт", Some(Named::Output)),
    ("地区生产总值", Some(Named::Output)),
    ("生产总值", Some(Named::Output)),
];

/// Abbreviations that stand as a word of their own.
const ABBREVIATIONS: [&str; 9] = ["gdp", "grdp", "gva", "gsdp", "grp", "pdrb", "pib", "врп", "gcp"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Output,
    Employment,
    Population,
}

/// The quantity that a description names.
fn named_quantity(variable: &str) -> Option<Named> {
    let text = fold(variable);
    if let Some((_, named)) = QUANTITY_WORDS.iter().find(|(word, _)| text.contains(word)) {
        return *named;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ABBREVIATIONS.contains(&word)).then_some(Named::Output)
}

/// Whether a description names people in two ways, so that its figures are not of one quantity.
fn names_several(variable: &str) -> bool {
    let text = fold(variable);
    let names =
        |wanted: Named| QUANTITY_WORDS.iter().any(|(word, named)| *named == Some(wanted) && text.contains(word));
    names(Named::Employment) && names(Named::Population)
}

/// The unit of a study that a unit as read stands for, and what a value is multiplied by to be in it.
///
/// Sizes and nouns are as `reading` writes them: `thousand bn VND`, `persons`; the currency is not looked at.
pub fn study_unit(unit: &str) -> Option<(Unit, f64)> {
    let mut size = 1.0;
    let mut noun = Vec::new();
    for word in unit.split_whitespace() {
        match word {
            "thousand" => size *= 1e3,
            "lakh" => size *= 1e5,
            "mn" => size *= 1e6,
            "crore" => size *= 1e7,
            "bn" => size *= 1e9,
            _ => match word.parse::<f64>() {
                Ok(number) => size *= number,
                Err(_) => noun.push(word),
            },
        }
    }
    match noun.as_slice() {
        ["persons"] => Some((Unit::ThousandPersons, size / 1e3)),
        [currency] if currency.len() == 3 && currency.chars().all(|c| c.is_ascii_uppercase()) => {
            Some((Unit::BillionVnd, size / 1e9))
        }
        _ => None,
    }
}

/// The year that a price basis as read names, `constant 2010`.
fn base_year_of(basis: &str) -> Option<Year> {
    basis.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 4)?.parse().ok()
}

/// What a cell measures, or why it is left.
///
/// # Errors
/// The first reason in the order of what a planner would look at: the kind of figure, its unit and money, its time, its prices.
pub(super) fn measure_of(cell: &ReadCell, forced: Option<Quantity>, money: &str) -> Result<ImportMeasure, Unfit> {
    if let (None, Some(other)) = (forced, other_quantity(&cell.variable)) {
        return Err(Unfit::ByHand(other));
    }
    let Some((unit, _)) = study_unit(&cell.unit) else {
        let fraction = cell.unit.contains('%') || cell.unit.contains("= 100") || cell.unit.is_empty();
        return Err(if fraction { Unfit::NoLevel } else { Unfit::Unit });
    };
    // Figures in another currency than the study's would come in under the wrong name.
    if money_of(&cell.unit).is_some_and(|code| code != money) {
        return Err(Unfit::Unit);
    }
    if !matches!(cell.period.as_str(), "" | "A") {
        return Err(Unfit::PartOfYear);
    }
    if cell.year.is_none() {
        return Err(Unfit::NoYear);
    }
    let quantity = match forced {
        Some(quantity) => quantity,
        None => quantity_of(cell, unit)?,
    };
    if !unit.converts_to(quantity.unit()) {
        return Err(Unfit::Unit);
    }
    let constant = quantity == Quantity::Output;
    Ok(ImportMeasure { quantity, price_base: base_year_of(&cell.price_basis).filter(|_| constant) })
}

fn quantity_of(cell: &ReadCell, unit: Unit) -> Result<Quantity, Unfit> {
    // A table of several quantities says in its labels which is which.
    let of_label = named_quantity(&cell.label).filter(|named| *named != Named::Output);
    let named = of_label.or_else(|| named_quantity(&cell.variable).filter(|_| !names_several(&cell.variable)));
    match (named, unit) {
        (Some(Named::Employment), Unit::ThousandPersons) => Ok(Quantity::Employment),
        (Some(Named::Population), Unit::ThousandPersons) => Ok(Quantity::Population),
        (Some(Named::Output), Unit::BillionVnd) => match cell.price_basis.as_str() {
            basis if basis.starts_with("current") => Ok(Quantity::OutputCurrent),
            basis if basis.starts_with("constant") || basis.starts_with("chained") => Ok(Quantity::Output),
            _ => Err(Unfit::Prices),
        },
        (Some(_), _) => Err(Unfit::Unit),
        (None, _) => Err(Unfit::Quantity),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_as_read_become_units_of_a_study() {
        assert_eq!(study_unit("bn VND"), Some((Unit::BillionVnd, 1.0)));
        assert_eq!(study_unit("thousand bn VND"), Some((Unit::BillionVnd, 1000.0)));
        assert_eq!(study_unit("lakh INR"), Some((Unit::BillionVnd, 1e-4)));
        assert_eq!(study_unit("100 mn CNY"), Some((Unit::BillionVnd, 0.1)));
        assert_eq!(study_unit("thousand persons"), Some((Unit::ThousandPersons, 1.0)));
        assert_eq!(study_unit("mn VND per worker"), None);
        assert_eq!(study_unit("2019 = 100"), None);
    }

    #[test]
    fn longer_words_win() {
        assert_eq!(named_quantity("Năng suất lao động"), None);
        assert_eq!(named_quantity("Lao động từ 15 tuổi trở lên đang làm việc"), Some(Named::Employment));
        assert_eq!(named_quantity("GRDP theo ngành"), Some(Named::Output));
        assert_eq!(named_quantity("Tổng sản phẩm trên địa bàn"), Some(Named::Output));
        assert_eq!(named_quantity("Xuất khẩu hàng hóa"), None);
        assert_eq!(other_quantity("Xuất khẩu hàng hóa"), Some(OtherQuantity::Trade));
        assert_eq!(other_quantity("Vốn đầu tư thực hiện trên địa bàn"), Some(OtherQuantity::Investment));
        assert_eq!(other_quantity("GRDP và vốn đầu tư"), None, "output comes in, whatever stands beside it");
        assert!(names_several("Một số chỉ tiêu dân số và lao động"));
        assert!(!names_several("Lao động từ 15 tuổi trở lên"));
    }
}
