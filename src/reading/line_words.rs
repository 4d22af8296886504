//! Words by which tables name lines that are no sector: the whole economy, and taxes on products.

use crate::lang::fold_tight;

/// Lines that are the whole economy, folded and without gaps, the surest first.
const TOTALS: [&str; 24] = [
    "tot",
    "total",
    "tongso",
    "tongcong",
    "tong",
    "totaleconomy",
    "wholeeconomy",
    "toannenkinhte",
    "allsectors",
    "allindustries",
    "totals",
    "all",
    "sum",
    "aggregate",
    "canuoc",
    "jumlah",
    "totalgva",
    "gva",
    "gdp",
    "grdp",
    "tongsanphamtrongnuoc",
    "tongsanphamtrendiaban",
    "grossdomesticproduct",
    "grossregionaldomesticproduct",
];
/// Beginnings of lines of taxes, folded and without gaps.
const TAX_BEGINNINGS: [&str; 6] = ["taxes", "producttax", "nettax", "thuesanpham", "thuenhapkhau", "thuetrutrocap"];
/// What stands anywhere in a line of taxes, folded and without gaps.
const TAX_PARTS: [&str; 5] = ["thuesanpham", "taxesonproducts", "taxeslesssubsidies", "producttaxes", "nettaxes"];

/// Place of a name among those of the whole economy, the surest first; `None` for a name of anything else.
pub fn rank_of_total(name: &str) -> Option<usize> {
    let name = fold_tight(name);
    TOTALS.iter().position(|total| *total == name)
}

/// Whether a line is one of taxes, which belong to no sector.
pub fn is_tax_line(name: &str) -> bool {
    let name = fold_tight(name);
    name == "tax"
        || TAX_BEGINNINGS.iter().any(|start| name.starts_with(start))
        || TAX_PARTS.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_taxes_are_known_in_both_languages() {
        assert_eq!(rank_of_total("TOTAL"), rank_of_total("total"));
        assert!(rank_of_total("Tổng số") < rank_of_total("GRDP"));
        assert_eq!(rank_of_total("Dịch vụ"), None);
        for taxes in ["Tax", "Thuế sản phẩm trừ trợ cấp sản phẩm", "Plus: taxes on products", "Net taxes"]
        {
            assert!(is_tax_line(taxes), "{taxes}");
        }
        assert!(!is_tax_line("Taxi and other transport"));
    }
}
