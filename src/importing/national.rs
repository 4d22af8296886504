//! Values that no province publishes, for studies that begin: national or assumed, each with its origin.

use crate::lang::Localized;
use crate::quantity::{Quantity, Unit};
use crate::scenario::figure::{Figure, Status};

/// A default of every sector.
struct NationalDefault {
    quantity: Quantity,
    value: f64,
    unit: Unit,
    /// Where it comes from, in both languages.
    vi: &'static str,
    en: &'static str,
}

/// The table.
///
/// LTGM is the World Bank's Long Term Growth Model, whose country file of Việt Nam holds a labour share of 0.496 and a
/// depreciation of 5.2 to 5.4 per cent; the elasticity of employment was derived from an industrial province in 2023.
const DEFAULTS: [NationalDefault; 4] = [
    NationalDefault {
        quantity: Quantity::CapitalElasticity,
        value: 0.5,
        unit: Unit::Ratio,
        vi: "Giả định cho mọi khu vực: cả nước, 1 trừ tỷ phần lao động 0,496 (LTGM, Ngân hàng Thế giới).",
        en: "Assumed for every sector: national, 1 less the labour share of 0.496 (LTGM, World Bank).",
    },
    NationalDefault {
        quantity: Quantity::Depreciation,
        value: 5.3,
        unit: Unit::PercentPerYear,
        vi: "Giả định cho mọi khu vực: cả nước 5,2–5,4 % mỗi năm (LTGM, Ngân hàng Thế giới).",
        en: "Assumed for every sector: national, 5.2 to 5.4 % a year (LTGM, World Bank).",
    },
    NationalDefault {
        quantity: Quantity::UtilisationElasticity,
        value: 0.5,
        unit: Unit::Ratio,
        vi: "Giả định: lao động giảm khoảng một nửa mức giảm sản lượng khi cầu giảm (Bắc Ninh 2023: 0,4–0,6).",
        en: "Assumed: employment falls by about half as much as output when demand falls (Bắc Ninh 2023: 0.4 to 0.6).",
    },
    NationalDefault {
        quantity: Quantity::SkillPremium,
        value: 0.2,
        unit: Unit::Ratio,
        vi: "Giả định: mức tăng sản lượng khi toàn bộ lao động được đào tạo.",
        en: "Assumed: gain of output where all workers are trained.",
    },
];

/// The defaults as figures of one sector.
pub(super) fn national_parameters(sector: &str, territory: &str, source: &str) -> Vec<Figure> {
    let figure = |default: &NationalDefault| Figure {
        line: sector.to_owned(),
        value: default.value,
        unit: default.unit,
        territory: territory.to_owned(),
        status: Status::Assumed,
        source: source.to_owned(),
        note: Localized::new(default.vi, default.en),
        ..Figure::blank(default.quantity)
    };
    DEFAULTS.iter().map(figure).collect()
}
