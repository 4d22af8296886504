//! What words in heads, titles and labels mean: year, period, status, unit, price basis, kind of figure.
//!
//! One list a language, Vietnamese and English first, short lists for others; no name of an office, a file or a sheet.

use super::lexer::{Token, begins_with, lex, words_of};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What kind of figure a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FigureKind {
    /// Part of a total, in per cent.
    Share,
    /// Against another period, 100 where they are equal.
    Index,
    /// Change in per cent.
    Growth,
    /// Prices implied by two bases.
    Deflator,
    /// Weight in an index.
    Weight,
}

/// How sure a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub enum FigureStatus {
    /// No mark.
    Final,
    /// First results.
    Preliminary,
    /// An estimate.
    Estimate,
}

/// The prices that a value is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum BasisWord {
    /// Prices of each year.
    Current,
    /// Prices of one year.
    Constant,
    /// Chained volumes.
    Chained,
    /// Volumes, without a word on the prices.
    Volume,
}

/// The part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PeriodWord {
    /// The whole year.
    Year,
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// The first half.
    FirstHalf,
    /// So many months from January on.
    Months(u8),
    /// A month, 1 to 12.
    Month(u8),
}

impl PeriodWord {
    /// As results write it.
    pub(super) fn code(self) -> String {
        match self {
            Self::Year => "A".to_owned(),
            Self::Quarter(quarter) => format!("Q{quarter}"),
            Self::FirstHalf => "H1".to_owned(),
            Self::Months(months) => format!("{months}M"),
            Self::Month(month) => format!("M{month:02}"),
        }
    }
}

/// A year, or the pair of years that a fiscal year spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct YearWord {
    /// The year, or the first of the pair.
    pub year: i32,
    /// Whether it is a pair such as 2017-18.
    pub pair: bool,
}

/// What a column or a row is, by its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RoleWord {
    /// Years.
    Time,
    /// Quarters or months.
    Period,
    /// Places.
    Territory,
    /// Units.
    Unit,
    /// Kinds of figures.
    Measure,
    /// Codes, not names.
    Code,
    /// Marks and notes.
    Note,
}

/// What a text mentions beside times, units and prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mention {
    /// Figures that run from the beginning of the year.
    Cumulative,
    /// A way to divide, `phân theo`, and no part.
    By,
    /// The whole product.
    Aggregate,
    /// Value added or the product: a share of it is one at current prices unless said otherwise.
    Product,
    /// People: figures without another unit count persons.
    People,
    /// A total.
    Total,
    /// Something left out, `tanpa`.
    Without,
}

#[derive(Debug, Clone, Copy)]
enum Meaning {
    Basis(BasisWord),
    BaseYear,
    Kind(FigureKind),
    Status(FigureStatus),
    Scale(&'static str),
    Noun(&'static str),
    Whole(&'static str),
    Per(&'static str),
    QuarterWord,
    MonthWord,
    YearWord,
    MonthName(u8),
    WholeYear,
    Cumulative,
    By,
    Aggregate,
    Product,
    People,
    Total,
    Without,
    Role(RoleWord),
    Filler,
}

/// What a word is to a unit.
#[derive(Debug, Clone, Copy)]
enum UnitWord {
    /// A unit by itself.
    Whole(&'static str),
    /// A size, which needs something that is counted.
    Scale(&'static str),
    /// What is counted.
    Noun(&'static str),
    /// A word that may stand between the two.
    Filler,
}

impl Meaning {
    /// What it is to a unit; `None` where units have no such word.
    const fn in_unit(self) -> Option<UnitWord> {
        match self {
            Self::Whole(unit) => Some(UnitWord::Whole(unit)),
            Self::Scale(size) => Some(UnitWord::Scale(size)),
            Self::Noun(noun) => Some(UnitWord::Noun(noun)),
            Self::Filler => Some(UnitWord::Filler),
            Self::Basis(_)
            | Self::BaseYear
            | Self::Kind(_)
            | Self::Status(_)
            | Self::Per(_)
            | Self::QuarterWord
            | Self::MonthWord
            | Self::YearWord
            | Self::MonthName(_)
            | Self::WholeYear
            | Self::Cumulative
            | Self::By
            | Self::Aggregate
            | Self::Product
            | Self::People
            | Self::Total
            | Self::Without
            | Self::Role(_) => None,
        }
    }
}

/// Phrases with what they mean; longer ones first where one holds another.
const PHRASES: &[(&str, Meaning)] = &[
    // Price bases.
    ("gia hien hanh", Meaning::Basis(BasisWord::Current)),
    ("gia thuc te", Meaning::Basis(BasisWord::Current)),
    ("gia so sanh", Meaning::Basis(BasisWord::Constant)),
    ("gia co dinh", Meaning::Basis(BasisWord::Constant)),
    ("current price values", Meaning::Basis(BasisWord::Current)),
    ("current market prices", Meaning::Basis(BasisWord::Current)),
    ("current basic prices", Meaning::Basis(BasisWord::Current)),
    ("current prices", Meaning::Basis(BasisWord::Current)),
    ("current price", Meaning::Basis(BasisWord::Current)),
    ("at current", Meaning::Basis(BasisWord::Current)),
    ("current", Meaning::Basis(BasisWord::Current)),
    ("nominal", Meaning::Basis(BasisWord::Current)),
    ("constant prices", Meaning::Basis(BasisWord::Constant)),
    ("constant price", Meaning::Basis(BasisWord::Constant)),
    ("constant", Meaning::Basis(BasisWord::Constant)),
    ("chained volume measures", Meaning::Basis(BasisWord::Chained)),
    ("chained volume measure", Meaning::Basis(BasisWord::Chained)),
    ("chained volume", Meaning::Basis(BasisWord::Chained)),
    ("chained volumes", Meaning::Basis(BasisWord::Chained)),
    ("chain linked volumes", Meaning::Basis(BasisWord::Chained)),
    ("chained", Meaning::Basis(BasisWord::Chained)),
    ("implied deflator", Meaning::Kind(FigureKind::Deflator)),
    ("implicit price deflator", Meaning::Kind(FigureKind::Deflator)),
    ("harga berlaku", Meaning::Basis(BasisWord::Current)),
    ("harga konstan", Meaning::Basis(BasisWord::Constant)),
    ("precos correntes", Meaning::Basis(BasisWord::Current)),
    ("precos constantes", Meaning::Basis(BasisWord::Constant)),
    ("precios corrientes", Meaning::Basis(BasisWord::Current)),
    ("precios constantes", Meaning::Basis(BasisWord::Constant)),
    ("prix courants", Meaning::Basis(BasisWord::Current)),
    ("prix constants", Meaning::Basis(BasisWord::Constant)),
    ("jeweiligen preisen", Meaning::Basis(BasisWord::Current)),
    ("konstanten preisen", Meaning::Basis(BasisWord::Constant)),
    ("lopende prijzen", Meaning::Basis(BasisWord::Current)),
    ("текущих ценах", Meaning::Basis(BasisWord::Current)),
    ("текущие цены", Meaning::Basis(BasisWord::Current)),
    ("сопоставимых ценах", Meaning::Basis(BasisWord::Constant)),
    ("постоянных ценах", Meaning::Basis(BasisWord::Constant)),
    ("фактичних цінах", Meaning::Basis(BasisWord::Current)),
    ("постійних цінах", Meaning::Basis(BasisWord::Constant)),
    ("当年价格", Meaning::Basis(BasisWord::Current)),
    ("当年价", Meaning::Basis(BasisWord::Current)),
    ("不变价格", Meaning::Basis(BasisWord::Constant)),
    ("不变价", Meaning::Basis(BasisWord::Constant)),
    ("可比价格", Meaning::Basis(BasisWord::Constant)),
    // Kinds of figures.
    ("co cau", Meaning::Kind(FigureKind::Share)),
    ("ty trong", Meaning::Kind(FigureKind::Share)),
    ("structure", Meaning::Kind(FigureKind::Share)),
    ("share", Meaning::Kind(FigureKind::Share)),
    ("shares", Meaning::Kind(FigureKind::Share)),
    ("distribusi", Meaning::Kind(FigureKind::Share)),
    ("percentage distribution", Meaning::Kind(FigureKind::Share)),
    ("percent distribution", Meaning::Kind(FigureKind::Share)),
    ("participacao", Meaning::Kind(FigureKind::Share)),
    ("构成", Meaning::Kind(FigureKind::Share)),
    ("структура", Meaning::Kind(FigureKind::Share)),
    ("indeks implisit", Meaning::Kind(FigureKind::Deflator)),
    ("deflator", Meaning::Kind(FigureKind::Deflator)),
    ("chi so giam phat", Meaning::Kind(FigureKind::Deflator)),
    ("so voi", Meaning::Kind(FigureKind::Index)),
    ("chi so phat trien", Meaning::Kind(FigureKind::Index)),
    ("chi so", Meaning::Kind(FigureKind::Index)),
    ("volume index", Meaning::Kind(FigureKind::Index)),
    ("index numbers", Meaning::Kind(FigureKind::Index)),
    ("index", Meaning::Kind(FigureKind::Index)),
    ("indices", Meaning::Kind(FigureKind::Index)),
    ("indeks", Meaning::Kind(FigureKind::Index)),
    ("indice", Meaning::Kind(FigureKind::Index)),
    ("индекс", Meaning::Kind(FigureKind::Index)),
    ("指数", Meaning::Kind(FigureKind::Index)),
    ("laju indeks implisit", Meaning::Kind(FigureKind::Growth)),
    ("laju", Meaning::Kind(FigureKind::Growth)),
    ("toc do tang", Meaning::Kind(FigureKind::Growth)),
    ("growth rates", Meaning::Kind(FigureKind::Growth)),
    ("growth rate", Meaning::Kind(FigureKind::Growth)),
    ("growth", Meaning::Kind(FigureKind::Growth)),
    ("percentage change", Meaning::Kind(FigureKind::Growth)),
    ("per cent change", Meaning::Kind(FigureKind::Growth)),
    ("percent change", Meaning::Kind(FigureKind::Growth)),
    ("pertumbuhan", Meaning::Kind(FigureKind::Growth)),
    ("variacion", Meaning::Kind(FigureKind::Growth)),
    ("variacao", Meaning::Kind(FigureKind::Growth)),
    ("增长", Meaning::Kind(FigureKind::Growth)),
    ("темп роста", Meaning::Kind(FigureKind::Growth)),
    ("weight", Meaning::Kind(FigureKind::Weight)),
    ("weights", Meaning::Kind(FigureKind::Weight)),
    ("quyen so", Meaning::Kind(FigureKind::Weight)),
    // Years of a basis.
    ("năm gốc", Meaning::BaseYear),
    ("base year", Meaning::BaseYear),
    ("base", Meaning::BaseYear),
    ("ref year", Meaning::BaseYear),
    ("reference year", Meaning::BaseYear),
    ("referencia", Meaning::BaseYear),
    ("seri", Meaning::BaseYear),
    // Status.
    ("so bo", Meaning::Status(FigureStatus::Preliminary)),
    ("preliminary", Meaning::Status(FigureStatus::Preliminary)),
    ("provisional", Meaning::Status(FigureStatus::Preliminary)),
    ("prel", Meaning::Status(FigureStatus::Preliminary)),
    ("sementara", Meaning::Status(FigureStatus::Preliminary)),
    ("uoc tinh", Meaning::Status(FigureStatus::Estimate)),
    ("uoc thuc hien", Meaning::Status(FigureStatus::Estimate)),
    ("ước", Meaning::Status(FigureStatus::Estimate)),
    ("estimated", Meaning::Status(FigureStatus::Estimate)),
    ("estimates", Meaning::Status(FigureStatus::Estimate)),
    ("estimate", Meaning::Status(FigureStatus::Estimate)),
    ("est", Meaning::Status(FigureStatus::Estimate)),
    ("thuc hien", Meaning::Filler),
    ("chinh thuc", Meaning::Filler),
    // Sizes.
    ("nghin ty", Meaning::Scale("thousand bn")),
    ("ngan ty", Meaning::Scale("thousand bn")),
    ("ty", Meaning::Scale("bn")),
    ("trieu", Meaning::Scale("mn")),
    ("nghin", Meaning::Scale("thousand")),
    ("ngan", Meaning::Scale("thousand")),
    ("1000", Meaning::Scale("thousand")),
    ("1 000", Meaning::Scale("thousand")),
    ("trillions", Meaning::Scale("thousand bn")),
    ("trillion", Meaning::Scale("thousand bn")),
    ("billions", Meaning::Scale("bn")),
    ("billion", Meaning::Scale("bn")),
    ("bill", Meaning::Scale("bn")),
    ("bn", Meaning::Scale("bn")),
    ("miliar", Meaning::Scale("bn")),
    ("mrd", Meaning::Scale("bn")),
    ("млрд", Meaning::Scale("bn")),
    ("millions", Meaning::Scale("mn")),
    ("million", Meaning::Scale("mn")),
    ("mill", Meaning::Scale("mn")),
    ("mln", Meaning::Scale("mn")),
    ("mio", Meaning::Scale("mn")),
    ("mn", Meaning::Scale("mn")),
    ("juta", Meaning::Scale("mn")),
    ("milhoes", Meaning::Scale("mn")),
    ("millionen", Meaning::Scale("mn")),
    ("milliarden", Meaning::Scale("bn")),
    ("milliards", Meaning::Scale("bn")),
    ("miliony", Meaning::Scale("mn")),
    ("millones", Meaning::Scale("mn")),
    ("миллион", Meaning::Scale("mn")),
    ("млн", Meaning::Scale("mn")),
    ("thousands", Meaning::Scale("thousand")),
    ("thousand", Meaning::Scale("thousand")),
    ("ribu", Meaning::Scale("thousand")),
    ("mil", Meaning::Scale("thousand")),
    ("miles", Meaning::Scale("thousand")),
    ("tausend", Meaning::Scale("thousand")),
    ("тыс", Meaning::Scale("thousand")),
    ("тис", Meaning::Scale("thousand")),
    ("lakh", Meaning::Scale("lakh")),
    ("lakhs", Meaning::Scale("lakh")),
    ("crore", Meaning::Scale("10 mn")),
    ("crores", Meaning::Scale("10 mn")),
    ("亿", Meaning::Scale("100 mn")),
    ("百万", Meaning::Scale("mn")),
    ("万", Meaning::Scale("10 thousand")),
    ("千", Meaning::Scale("thousand")),
    // What is counted.
    ("dong", Meaning::Noun("VND")),
    ("dongs", Meaning::Noun("VND")),
    ("vnd", Meaning::Noun("VND")),
    ("₫", Meaning::Noun("VND")),
    ("us dollars", Meaning::Noun("USD")),
    ("dollars", Meaning::Noun("USD")),
    ("usd", Meaning::Noun("USD")),
    ("$", Meaning::Noun("USD")),
    ("rupiah", Meaning::Noun("IDR")),
    ("idr", Meaning::Noun("IDR")),
    ("reais", Meaning::Noun("BRL")),
    ("soms", Meaning::Noun("KGS")),
    ("som", Meaning::Noun("KGS")),
    ("сом", Meaning::Noun("KGS")),
    ("сомов", Meaning::Noun("KGS")),
    ("euro", Meaning::Noun("EUR")),
    ("euros", Meaning::Noun("EUR")),
    ("eur", Meaning::Noun("EUR")),
    ("€", Meaning::Noun("EUR")),
    ("pounds", Meaning::Noun("GBP")),
    ("gbp", Meaning::Noun("GBP")),
    ("£", Meaning::Noun("GBP")),
    // Money of several countries keeps its name.
    ("rupees", Meaning::Noun("rupees")),
    ("inr", Meaning::Noun("INR")),
    ("₹", Meaning::Noun("INR")),
    ("pesos", Meaning::Noun("pesos")),
    ("php", Meaning::Noun("PHP")),
    ("yuan", Meaning::Noun("CNY")),
    ("cny", Meaning::Noun("CNY")),
    ("元", Meaning::Noun("CNY")),
    ("shillings", Meaning::Noun("shillings")),
    ("kes", Meaning::Noun("KES")),
    ("ksh", Meaning::Noun("KES")),
    ("baht", Meaning::Noun("THB")),
    ("thb", Meaning::Noun("THB")),
    ("kip", Meaning::Noun("LAK")),
    ("lak", Meaning::Noun("LAK")),
    ("riel", Meaning::Noun("KHR")),
    ("khr", Meaning::Noun("KHR")),
    ("ringgit", Meaning::Noun("MYR")),
    ("myr", Meaning::Noun("MYR")),
    ("руб", Meaning::Noun("RUB")),
    ("рублей", Meaning::Noun("RUB")),
    ("грн", Meaning::Noun("UAH")),
    ("тенге", Meaning::Noun("KZT")),
    ("zł", Meaning::Noun("PLN")),
    ("kč", Meaning::Noun("CZK")),
    ("forint", Meaning::Noun("HUF")),
    ("lei", Meaning::Noun("RON")),
    ("円", Meaning::Noun("JPY")),
    ("yen", Meaning::Noun("JPY")),
    ("jpy", Meaning::Noun("JPY")),
    ("won", Meaning::Noun("KRW")),
    ("krw", Meaning::Noun("KRW")),
    ("kyat", Meaning::Noun("MMK")),
    ("mmk", Meaning::Noun("MMK")),
    ("taka", Meaning::Noun("BDT")),
    ("naira", Meaning::Noun("NGN")),
    ("birr", Meaning::Noun("ETB")),
    ("nguoi", Meaning::Noun("persons")),
    ("lao dong", Meaning::Noun("persons")),
    ("persons", Meaning::Noun("persons")),
    ("people", Meaning::Noun("persons")),
    ("personas", Meaning::Noun("persons")),
    ("personen", Meaning::Noun("persons")),
    ("pessoas", Meaning::Noun("persons")),
    ("orang", Meaning::Noun("persons")),
    ("jiwa", Meaning::Noun("persons")),
    ("осіб", Meaning::Noun("persons")),
    ("человек", Meaning::Noun("persons")),
    ("人", Meaning::Noun("persons")),
    ("tấn", Meaning::Noun("tonnes")),
    ("tonnes", Meaning::Noun("tonnes")),
    ("ha", Meaning::Noun("ha")),
    ("km2", Meaning::Noun("km2")),
    ("km²", Meaning::Noun("km2")),
    ("con", Meaning::Noun("heads")),
    ("ktoe", Meaning::Whole("ktoe")),
    ("terajoules", Meaning::Whole("TJ")),
    ("gwh", Meaning::Whole("GWh")),
    // Whole units.
    ("%", Meaning::Whole("%")),
    ("phan tram", Meaning::Whole("%")),
    ("per cent", Meaning::Whole("%")),
    ("percent", Meaning::Whole("%")),
    ("percentage", Meaning::Whole("%")),
    ("persen", Meaning::Whole("%")),
    ("prozent", Meaning::Whole("%")),
    ("porcentaje", Meaning::Whole("%")),
    ("tasas", Meaning::Whole("%")),
    ("‰", Meaning::Whole("per mille")),
    ("per mille", Meaning::Whole("per mille")),
    ("per person", Meaning::Per("person")),
    ("per head", Meaning::Per("person")),
    ("per capita", Meaning::Per("person")),
    ("per inhabitant", Meaning::Per("person")),
    ("hab", Meaning::Per("person")),
    ("per worker", Meaning::Per("worker")),
    ("per employee", Meaning::Per("worker")),
    // Time.
    ("total triwulanan", Meaning::WholeYear),
    ("cả năm", Meaning::WholeYear),
    ("cả", Meaning::WholeYear),
    ("annual", Meaning::WholeYear),
    ("full year", Meaning::WholeYear),
    ("jumlah setahun", Meaning::WholeYear),
    ("cong don", Meaning::Cumulative),
    ("cumulative", Meaning::Cumulative),
    ("kumulatif", Meaning::Cumulative),
    ("luy ke", Meaning::Cumulative),
    ("quý", Meaning::QuarterWord),
    ("quarter", Meaning::QuarterWord),
    ("trimestre", Meaning::QuarterWord),
    ("triwulan", Meaning::QuarterWord),
    ("kwartaal", Meaning::QuarterWord),
    ("quartal", Meaning::QuarterWord),
    ("квартал", Meaning::QuarterWord),
    ("kwartał", Meaning::QuarterWord),
    ("trimestri", Meaning::QuarterWord),
    ("q", Meaning::QuarterWord),
    ("季度", Meaning::QuarterWord),
    ("tháng", Meaning::MonthWord),
    ("month", Meaning::MonthWord),
    ("months", Meaning::MonthWord),
    ("m", Meaning::MonthWord),
    ("月", Meaning::MonthWord),
    ("năm", Meaning::YearWord),
    ("year", Meaning::YearWord),
    ("tahun", Meaning::YearWord),
    ("jahr", Meaning::YearWord),
    ("monat", Meaning::MonthWord),
    ("ano", Meaning::YearWord),
    ("год", Meaning::YearWord),
    ("рік", Meaning::YearWord),
    ("年", Meaning::YearWord),
    ("january", Meaning::MonthName(1)),
    ("february", Meaning::MonthName(2)),
    ("march", Meaning::MonthName(3)),
    ("april", Meaning::MonthName(4)),
    ("may", Meaning::MonthName(5)),
    ("june", Meaning::MonthName(6)),
    ("july", Meaning::MonthName(7)),
    ("august", Meaning::MonthName(8)),
    ("september", Meaning::MonthName(9)),
    ("october", Meaning::MonthName(10)),
    ("november", Meaning::MonthName(11)),
    ("december", Meaning::MonthName(12)),
    ("jan", Meaning::MonthName(1)),
    ("feb", Meaning::MonthName(2)),
    ("mar", Meaning::MonthName(3)),
    ("apr", Meaning::MonthName(4)),
    ("jun", Meaning::MonthName(6)),
    ("jul", Meaning::MonthName(7)),
    ("aug", Meaning::MonthName(8)),
    ("sep", Meaning::MonthName(9)),
    ("oct", Meaning::MonthName(10)),
    ("nov", Meaning::MonthName(11)),
    ("dec", Meaning::MonthName(12)),
    // Words that are not the name of a part.
    ("phan theo", Meaning::By),
    ("chia theo", Meaning::By),
    ("trong do", Meaning::By),
    ("of which", Meaning::By),
    ("tong san pham", Meaning::Aggregate),
    ("gross domestic product", Meaning::Aggregate),
    ("gross regional product", Meaning::Aggregate),
    ("gross state domestic product", Meaning::Aggregate),
    ("gross county product", Meaning::Aggregate),
    ("gross regional domestic product", Meaning::Aggregate),
    ("gross provincial product", Meaning::Aggregate),
    ("gdp", Meaning::Aggregate),
    ("grdp", Meaning::Aggregate),
    ("gsdp", Meaning::Aggregate),
    ("gcp", Meaning::Aggregate),
    ("grp", Meaning::Aggregate),
    ("生产总值", Meaning::Aggregate),
    ("dan so", Meaning::People),
    ("population", Meaning::People),
    ("bevolkerung", Meaning::People),
    ("bevoelkerung", Meaning::People),
    ("erwerbstatige", Meaning::People),
    ("erwerbstaetige", Meaning::People),
    ("erwerbspersonen", Meaning::People),
    ("nichterwerbspersonen", Meaning::People),
    ("activos", Meaning::People),
    ("inactivos", Meaning::People),
    ("parados", Meaning::People),
    ("erwerbslose", Meaning::People),
    ("employment", Meaning::People),
    ("employed", Meaning::People),
    ("unemployed", Meaning::People),
    ("labour force", Meaning::People),
    ("ocupados", Meaning::People),
    ("poblacion", Meaning::People),
    ("penduduk", Meaning::People),
    ("население", Meaning::People),
    ("人口", Meaning::People),
    ("gia tri tang them", Meaning::Product),
    ("value added", Meaning::Product),
    ("gva", Meaning::Product),
    ("tong so", Meaning::Total),
    ("tong cong", Meaning::Total),
    ("ca nuoc", Meaning::Total),
    ("total", Meaning::Total),
    ("totaal", Meaning::Total),
    ("jumlah", Meaning::Total),
    ("合计", Meaning::Total),
    ("всего", Meaning::Total),
    ("усього", Meaning::Total),
    ("insgesamt", Meaning::Total),
    ("ensemble", Meaning::Total),
    ("ogołem", Meaning::Total),
    ("总计", Meaning::Total),
    ("tanpa", Meaning::Without),
    ("without", Meaning::Without),
    ("excluding", Meaning::Without),
    ("excl", Meaning::Without),
    ("khong ke", Meaning::Without),
    ("khong bao gom", Meaning::Without),
    // Roles.
    ("time period", Meaning::Role(RoleWord::Time)),
    ("time", Meaning::Role(RoleWord::Time)),
    ("period", Meaning::Role(RoleWord::Time)),
    ("periodo", Meaning::Role(RoleWord::Time)),
    ("perioden", Meaning::Role(RoleWord::Time)),
    ("zeit", Meaning::Role(RoleWord::Time)),
    ("fiscal year", Meaning::Role(RoleWord::Time)),
    ("tỉnh thành phố", Meaning::Role(RoleWord::Territory)),
    ("dia phuong", Meaning::Role(RoleWord::Territory)),
    ("tỉnh", Meaning::Role(RoleWord::Territory)),
    ("vùng", Meaning::Role(RoleWord::Territory)),
    ("huyện", Meaning::Role(RoleWord::Territory)),
    ("country", Meaning::Role(RoleWord::Territory)),
    ("countries", Meaning::Role(RoleWord::Territory)),
    ("state", Meaning::Role(RoleWord::Territory)),
    ("province", Meaning::Role(RoleWord::Territory)),
    ("provinces", Meaning::Role(RoleWord::Territory)),
    ("region", Meaning::Role(RoleWord::Territory)),
    ("regions", Meaning::Role(RoleWord::Territory)),
    ("county", Meaning::Role(RoleWord::Territory)),
    ("counties", Meaning::Role(RoleWord::Territory)),
    ("district", Meaning::Role(RoleWord::Territory)),
    ("city", Meaning::Role(RoleWord::Territory)),
    ("municipality", Meaning::Role(RoleWord::Territory)),
    ("territory", Meaning::Role(RoleWord::Territory)),
    ("geo", Meaning::Role(RoleWord::Territory)),
    ("geoname", Meaning::Role(RoleWord::Territory)),
    ("area", Meaning::Role(RoleWord::Territory)),
    ("municipio", Meaning::Role(RoleWord::Territory)),
    ("comunidades", Meaning::Role(RoleWord::Territory)),
    ("provincias", Meaning::Role(RoleWord::Territory)),
    ("provincia", Meaning::Role(RoleWord::Territory)),
    ("departement", Meaning::Role(RoleWord::Territory)),
    ("kab", Meaning::Role(RoleWord::Territory)),
    ("kabupaten", Meaning::Role(RoleWord::Territory)),
    ("provinsi", Meaning::Role(RoleWord::Territory)),
    ("bundeslander", Meaning::Role(RoleWord::Territory)),
    ("lander", Meaning::Role(RoleWord::Territory)),
    ("kreise", Meaning::Role(RoleWord::Territory)),
    ("regio", Meaning::Role(RoleWord::Territory)),
    ("территория", Meaning::Role(RoleWord::Territory)),
    ("територія", Meaning::Role(RoleWord::Territory)),
    ("область", Meaning::Role(RoleWord::Territory)),
    ("oblast", Meaning::Role(RoleWord::Territory)),
    ("облусу", Meaning::Role(RoleWord::Territory)),
    ("район", Meaning::Role(RoleWord::Territory)),
    ("регион", Meaning::Role(RoleWord::Territory)),
    ("地区", Meaning::Role(RoleWord::Territory)),
    ("省", Meaning::Role(RoleWord::Territory)),
    ("市", Meaning::Role(RoleWord::Territory)),
    ("unit", Meaning::Role(RoleWord::Unit)),
    ("units", Meaning::Role(RoleWord::Unit)),
    ("don vi", Meaning::Role(RoleWord::Unit)),
    ("satuan", Meaning::Role(RoleWord::Unit)),
    ("einheit", Meaning::Role(RoleWord::Unit)),
    ("unidad", Meaning::Role(RoleWord::Unit)),
    ("unidade", Meaning::Role(RoleWord::Unit)),
    ("unite", Meaning::Role(RoleWord::Unit)),
    ("единица измерения", Meaning::Role(RoleWord::Unit)),
    ("одиниця виміру", Meaning::Role(RoleWord::Unit)),
    ("单位", Meaning::Role(RoleWord::Unit)),
    ("category", Meaning::Role(RoleWord::Measure)),
    ("measure", Meaning::Role(RoleWord::Measure)),
    ("indicator", Meaning::Role(RoleWord::Measure)),
    ("indicator name", Meaning::Role(RoleWord::Measure)),
    ("variable", Meaning::Role(RoleWord::Measure)),
    ("code", Meaning::Role(RoleWord::Code)),
    ("ma so", Meaning::Role(RoleWord::Code)),
    ("cod", Meaning::Role(RoleWord::Code)),
    ("kode", Meaning::Role(RoleWord::Code)),
    ("linecode", Meaning::Role(RoleWord::Code)),
    ("geofips", Meaning::Role(RoleWord::Code)),
    ("fips", Meaning::Role(RoleWord::Code)),
    ("stt", Meaning::Role(RoleWord::Code)),
    ("note", Meaning::Role(RoleWord::Note)),
    ("notes", Meaning::Role(RoleWord::Note)),
    ("ghi chu", Meaning::Role(RoleWord::Note)),
    // Words between.
    ("in", Meaning::Filler),
    ("of", Meaning::Filler),
    ("the", Meaning::Filler),
    ("de", Meaning::Filler),
    ("d", Meaning::Filler),
    ("von", Meaning::Filler),
    ("va", Meaning::Filler),
    ("theo", Meaning::Filler),
    ("atas dasar", Meaning::Filler),
    ("don vi tinh", Meaning::Filler),
    ("dvt", Meaning::Filler),
    ("value", Meaning::Filler),
    ("values", Meaning::Filler),
    ("cung ky", Meaning::Filler),
    ("truoc", Meaning::Filler),
    ("prices", Meaning::Filler),
];

/// The words of a phrase, and what it means.
type CutPhrase = (Vec<String>, Meaning);

/// The phrases as words by their first word, the longest first.
static CUT: LazyLock<BTreeMap<String, Vec<CutPhrase>>> = LazyLock::new(|| {
    let mut cut: BTreeMap<String, Vec<CutPhrase>> = BTreeMap::new();
    for (phrase, meaning) in PHRASES {
        let words = words_of(phrase);
        if let Some(first) = words.first().cloned() {
            cut.entry(first).or_default().push((words, *meaning));
        }
    }
    for phrases in cut.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    cut
});

/// What a text says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ReadWords {
    /// Years that are times, in the order of the text.
    pub years: Vec<YearWord>,
    /// The part of the year.
    pub period: Option<PeriodWord>,
    /// How sure the figures are.
    pub status: Option<FigureStatus>,
    /// Units, in the order of the text, as results write them.
    pub units: Vec<String>,
    /// Price basis.
    pub basis: Option<BasisWord>,
    /// The year whose prices are meant, or whose value is 100.
    pub base_year: Option<i32>,
    /// The kind of figure.
    pub kind: Option<FigureKind>,
    /// Whether it is a comparison, `so với`: the size of the numbers tells an index from growth.
    pub compared: bool,
    /// What else it mentions.
    pub mentioned: BTreeSet<Mention>,
    /// The role that a head gives to its column or row.
    pub role: Option<RoleWord>,
    /// Whether the text consists of these words only.
    pub complete: bool,
    /// Whether the text holds a lone Roman numeral, I to IV: a quarter where its neighbours are quarters.
    pub numeral: Option<u8>,
}

impl ReadWords {
    /// Whether it holds a time.
    pub(super) fn has_time(&self) -> bool {
        !self.years.is_empty() || self.period.is_some()
    }

    /// Whether it mentions this.
    pub(super) fn mentions(&self, mention: Mention) -> bool {
        self.mentioned.contains(&mention)
    }
}

fn roman(text: &str) -> Option<u8> {
    match text {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// A year between 1900 and 2100.
pub(super) fn year_of(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok().filter(|_| text.len() == 4)?;
    (1900..=2100).contains(&year).then_some(year)
}

/// Reads a text.
pub(super) fn read_words(text: &str) -> ReadWords {
    let mut tokens = lex(text);
    let mut found = ReadWords::default();
    read_equal_hundred(&mut tokens, &mut found);
    let marked = meanings(&tokens);
    read_bases(&mut tokens, &marked, &mut found);
    read_units(&mut tokens, &marked, &mut found, text);
    read_plain(&mut tokens, &marked, &mut found);
    read_periods(&mut tokens, &marked, &mut found);
    read_years(&mut tokens, &mut found);
    found.numeral = lone_numeral(&tokens, &found);
    found.complete = !tokens.is_empty() && tokens.iter().all(|token| token.used);
    found
}

/// The Roman numeral that stands alone, or beside a year and one word more that no list knows.
fn lone_numeral(tokens: &[Token], found: &ReadWords) -> Option<u8> {
    if let [only] = tokens {
        return roman(&only.text);
    }
    let unused: Vec<&Token> = tokens.iter().filter(|token| !token.used).collect();
    let mut numerals = unused.iter().filter_map(|token| roman(&token.text));
    let one = numerals.next().filter(|_| numerals.next().is_none());
    one.filter(|_| found.years.len() == 1 && found.period.is_none() && unused.len() <= 2)
}

/// The meaning that begins at each token, with the number of its tokens; each token belongs to one phrase.
fn meanings(tokens: &[Token]) -> Vec<Option<(Meaning, usize)>> {
    let mut marked: Vec<Option<(Meaning, usize)>> = vec![None; tokens.len()];
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        let known = [&token.marked, &token.text].into_iter().filter_map(|word| CUT.get(word)).flatten();
        let longest = known.filter(|(words, _)| begins_with(rest, words)).max_by_key(|(words, _)| words.len());
        let taken = longest.map_or(1, |(words, _)| words.len());
        if let Some(slot) = marked.get_mut(at) {
            *slot = longest.map(|(words, meaning)| (*meaning, words.len()));
        }
        at += taken;
    }
    marked
}

/// Whether there is a token that nothing has read yet.
fn is_free(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| !token.used)
}

fn use_range(tokens: &mut [Token], at: usize, count: usize) {
    tokens.iter_mut().skip(at).take(count).for_each(|token| token.used = true);
}

/// `2019 = 100`, `năm trước = 100`: an index with its base.
fn read_equal_hundred(tokens: &mut [Token], found: &mut ReadWords) {
    let Some(at) = tokens.windows(2).position(|pair| matches!(pair, [a, b] if a.text == "=" && b.text == "100")) else {
        return;
    };
    found.kind = Some(FigureKind::Index);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before)).and_then(|token| year_of(&token.text));
    if before.is_some() {
        found.base_year = before;
        found.units.push(before.map_or_else(String::new, |year| format!("{year} = 100")));
        use_range(tokens, at - 1, 3);
    } else {
        found.units.push("previous year = 100".to_owned());
        // "Theo giá so sánh 2010 - Năm trước = 100": the basis before it stays.
        use_range(tokens, at.saturating_sub(2), (at + 2).min(4));
    }
}

/// Price bases with the year behind or before them.
fn read_bases(tokens: &mut [Token], marked: &[Option<(Meaning, usize)>], found: &mut ReadWords) {
    for (at, meaning) in marked.iter().enumerate() {
        let Some((meaning, count)) = *meaning else { continue };
        let basis = if let Meaning::Basis(word) = meaning { Some(word) } else { None };
        if basis.is_none() && !matches!(meaning, Meaning::BaseYear) {
            continue;
        }
        // A constant basis says more than a current one beside it: "output at current and constant prices" is two.
        found.basis = found.basis.or(basis);
        let needs_year = basis != Some(BasisWord::Current);
        use_range(tokens, at, count);
        if needs_year && !read_base_year_before(tokens, at, found) {
            read_base_year(tokens, at + count, found);
        }
    }
    // "2019 prices", "giá 2010".
    for at in 0..tokens.len() {
        let year = tokens.get(at).filter(|token| !token.used).and_then(|token| year_of(&token.text));
        let next = tokens
            .get(at + 1)
            .is_some_and(|token| token.text == "prices" || token.text == "price" || token.text == "dollars");
        let before = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|token| token.text == "gia");
        if let (Some(year), true) = (year, next || before) {
            found.base_year = Some(year);
            found.basis = Some(found.basis.unwrap_or(BasisWord::Constant));
            use_range(tokens, at, 1 + usize::from(next));
        }
    }
}

/// A year within three tokens behind a word of a basis.
fn read_base_year(tokens: &mut [Token], from: usize, found: &mut ReadWords) {
    let near = tokens.iter().enumerate().skip(from).take(3);
    let year = near.filter(|(_, token)| !token.used).find_map(|(at, token)| Some((at, year_of(&token.text)?)));
    let Some((at, year)) = year else { return };
    found.base_year = found.base_year.or(Some(year));
    let pair =
        tokens.get(at + 1).is_some_and(|next| next.joined && next.text.len() == 2 && next.text.parse::<u8>().is_ok());
    use_range(tokens, from, at - from + 1 + usize::from(pair));
}

/// A year right before a word of a basis, "2010年不变价格" or "at 2010 constant prices"; tells whether there is one.
fn read_base_year_before(tokens: &mut [Token], at: usize, found: &mut ReadWords) -> bool {
    let text = |back: usize| at.checked_sub(back).and_then(|place| tokens.get(place)).map(|token| token.text.clone());
    let counted = text(1).is_some_and(|word| word == "年");
    let led = text(2).is_some_and(|word| ["at", "in"].contains(&word.as_str()));
    let back = if counted { 2 } else { 1 };
    let year = text(back).and_then(|word| year_of(&word)).filter(|_| (counted || led) && found.base_year.is_none());
    if year.is_some() {
        found.base_year = year;
        use_range(tokens, at - back, back);
    }
    year.is_some()
}

/// Units: a size with what is counted in either order, or a sign of its own.
fn read_units(tokens: &mut [Token], marked: &[Option<(Meaning, usize)>], found: &mut ReadWords, text: &str) {
    let mut at = 0;
    while at < tokens.len() {
        at += read_unit_at(tokens, marked, at, found, text).max(1);
    }
    for (at, meaning) in marked.iter().enumerate() {
        if let Some((Meaning::Per(what), count)) = meaning {
            if let Some(unit) = found.units.last_mut() {
                *unit = format!("{unit} per {what}");
            }
            use_range(tokens, at, *count);
        }
    }
}

/// Reads a unit that begins at a token; returns how many tokens it takes.
fn read_unit_at(
    tokens: &mut [Token],
    marked: &[Option<(Meaning, usize)>],
    at: usize,
    found: &mut ReadWords,
    text: &str,
) -> usize {
    let word = |at: usize| {
        let (meaning, count) = marked.get(at).copied().flatten().filter(|_| is_free(tokens, at))?;
        Some((meaning.in_unit()?, count))
    };
    let skip = |at: usize| match word(at) {
        Some((UnitWord::Filler, count)) => at + count,
        Some((UnitWord::Whole(_) | UnitWord::Scale(_) | UnitWord::Noun(_), _)) | None => at,
    };
    let (unit, mut end) = match word(at) {
        Some((UnitWord::Whole(unit), count)) => (unit.to_owned(), at + count),
        Some((UnitWord::Scale(size), count)) => {
            let behind = skip(at + count);
            // "Bevölkerung__1000".
            let ends_text = || text.ends_with("_1000") && at + count == tokens.len();
            if let Some((UnitWord::Noun(noun), more)) = word(behind) {
                (format!("{size} {noun}"), behind + more)
            } else if stands_alone(tokens, at, count, text) || ends_text() {
                (size.to_owned(), at + count)
            } else {
                return 0;
            }
        }
        Some((UnitWord::Noun(noun), count)) => {
            let behind = skip(at + count);
            if let Some((UnitWord::Scale(size), more)) = word(behind) {
                (format!("{size} {noun}"), behind + more)
            } else if stands_alone(tokens, at, count, text) || is_sign(tokens, at) {
                (noun.to_owned(), at + count)
            } else {
                return 0;
            }
        }
        Some((UnitWord::Filler, _)) | None => return 0,
    };
    // "triệu đồng/người", "đồng/lao động": what it is divided by.
    let mut unit = unit;
    if let (Some((UnitWord::Noun(noun), more)), Some(true)) = (word(end), tokens.get(end).map(|token| token.joined)) {
        let worker = tokens.get(end).is_some_and(|token| token.text == "lao");
        let what = if worker {
            "worker"
        } else if noun == "persons" {
            "person"
        } else {
            noun
        };
        unit = format!("{unit} per {what}");
        end += more;
    }
    if !found.units.contains(&unit) {
        found.units.push(unit);
    }
    use_range(tokens, at, end - at);
    end - at
}

fn is_sign(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| "£€$₹¥₫".contains(token.text.as_str()))
}

/// Whether the text, or a pair of brackets in it, consists of these tokens only.
fn stands_alone(tokens: &[Token], at: usize, count: usize, text: &str) -> bool {
    if tokens.iter().enumerate().all(|(place, token)| token.used || (at..at + count).contains(&place)) {
        return true;
    }
    let phrase: Vec<&str> = tokens.iter().skip(at).take(count).map(|token| token.text.as_str()).collect();
    text.split(['(', '[', ';', ':', ')', ']', '（', '）', '：']).skip(1).any(|part| {
        let inner = lex(part);
        inner.len() == phrase.len() && inner.iter().zip(&phrase).all(|(token, word)| token.text == *word)
    })
}

/// Words that mean one thing wherever they stand.
fn read_plain(tokens: &mut [Token], marked: &[Option<(Meaning, usize)>], found: &mut ReadWords) {
    for (at, meaning) in marked.iter().enumerate() {
        let Some((meaning, count)) = meaning else { continue };
        if !is_free(tokens, at) {
            continue;
        }
        match meaning {
            Meaning::Kind(kind) => {
                let behind = tokens.get(at + 2).is_some_and(|token| token.text == "phat");
                found.compared |= tokens.get(at).is_some_and(|token| token.text == "so") || behind && *count > 2;
                // What is said first is what is meant: "laju indeks implisit" is growth.
                found.kind = found
                    .kind
                    .filter(|known| *known != FigureKind::Index || *kind == FigureKind::Index)
                    .or(Some(*kind));
            }
            Meaning::Status(status) => found.status = found.status.or(Some(*status)),
            Meaning::WholeYear => found.period = found.period.or(Some(PeriodWord::Year)),
            Meaning::Cumulative => found.mentioned.extend([Mention::Cumulative]),
            Meaning::By => found.mentioned.extend([Mention::By]),
            Meaning::Aggregate => found.mentioned.extend([Mention::Aggregate, Mention::Product]),
            Meaning::Product => found.mentioned.extend([Mention::Product]),
            // The words of what is counted are its name as well: they stay unused.
            Meaning::People | Meaning::Noun("persons") => {
                found.mentioned.insert(Mention::People);
                continue;
            }
            Meaning::Total => found.mentioned.extend([Mention::Total]),
            Meaning::Without => found.mentioned.extend([Mention::Without]),
            // "Country code" is a code.
            Meaning::Role(RoleWord::Code) => found.role = Some(RoleWord::Code),
            Meaning::Role(role) => found.role = found.role.or(Some(*role)),
            Meaning::Filler => {}
            Meaning::YearWord => found.role = found.role.or(Some(RoleWord::Time)),
            // A lone letter is a code, not "quarter" or "month".
            Meaning::QuarterWord | Meaning::MonthWord
                if tokens.len() == *count && tokens.iter().any(|token| token.text.chars().count() > 1) =>
            {
                found.role = Some(RoleWord::Period);
            }
            Meaning::Basis(_)
            | Meaning::BaseYear
            | Meaning::Scale(_)
            | Meaning::Noun(_)
            | Meaning::Whole(_)
            | Meaning::Per(_)
            | Meaning::QuarterWord
            | Meaning::MonthWord
            | Meaning::MonthName(_) => continue,
        }
        use_range(tokens, at, *count);
    }
}

/// Quarters and months.
fn read_periods(tokens: &mut [Token], marked: &[Option<(Meaning, usize)>], found: &mut ReadWords) {
    for (at, meaning) in marked.iter().enumerate() {
        let Some((meaning, count)) = meaning else { continue };
        if !is_free(tokens, at) {
            continue;
        }
        let number = |at: Option<usize>, greatest: u8| {
            let text = &tokens.get(at?).filter(|token| !token.used)?.text;
            let value = roman(text).or_else(|| text.parse().ok()).filter(|value| (1..=greatest).contains(value))?;
            Some((at?, value))
        };
        let (behind, before) = (Some(at + count), at.checked_sub(1));
        let read = match meaning {
            Meaning::QuarterWord => number(behind, 4)
                .or_else(|| number(before, 4))
                .map(|(at, value)| (Some(at), PeriodWord::Quarter(value))),
            Meaning::MonthName(month) if has_year(tokens) || tokens.len() == 1 => {
                Some((None, PeriodWord::Month(*month)))
            }
            Meaning::MonthWord => match (number(before, 12), number(behind, 12)) {
                (Some((at, 6)), _) => Some((Some(at), PeriodWord::FirstHalf)),
                (Some((at, months)), _) => Some((Some(at), PeriodWord::Months(months))),
                (None, Some((at, month))) => Some((Some(at), PeriodWord::Month(month))),
                (None, None) => None,
            },
            // The name of a month without a year is part of another word.
            Meaning::MonthName(_)
            | Meaning::Basis(_)
            | Meaning::BaseYear
            | Meaning::Kind(_)
            | Meaning::Status(_)
            | Meaning::Scale(_)
            | Meaning::Noun(_)
            | Meaning::Whole(_)
            | Meaning::Per(_)
            | Meaning::YearWord
            | Meaning::WholeYear
            | Meaning::Cumulative
            | Meaning::By
            | Meaning::Aggregate
            | Meaning::Product
            | Meaning::People
            | Meaning::Total
            | Meaning::Without
            | Meaning::Role(_)
            | Meaning::Filler => None,
        };
        if let Some((number, period)) = read {
            found.period = found.period.or(Some(period));
            use_range(tokens, at, *count);
            if let Some(number) = number {
                use_range(tokens, number, 1);
            }
        }
    }
}

fn has_year(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| !token.used && year_of(&token.text).is_some())
}

/// Years, pairs of years, and `2005TI` for a quarter.
fn read_years(tokens: &mut [Token], found: &mut ReadWords) {
    for at in 0..tokens.len() {
        let Some(year) = tokens.get(at).filter(|token| !token.used).and_then(|token| year_of(&token.text)) else {
            continue;
        };
        let next = tokens.get(at + 1).filter(|token| !token.used);
        let second = next
            .filter(|token| token.joined)
            .and_then(|token| token.text.parse::<i32>().ok().filter(|_| token.text.len() != 3));
        let pair = second.is_some_and(|second| second == year + 1 || second == (year + 1) % 100);
        let month = second.filter(|month| !pair && (1..=12).contains(month)).and_then(|month| u8::try_from(month).ok());
        let quarter = next.and_then(|token| token.text.strip_prefix('t').and_then(roman));
        if let Some(quarter) = quarter {
            found.period = found.period.or(Some(PeriodWord::Quarter(quarter)));
        }
        if let Some(month) = month {
            found.period = found.period.or(Some(PeriodWord::Month(month)));
        }
        found.years.push(YearWord { year, pair });
        use_range(tokens, at, 1 + usize::from(pair || quarter.is_some() || month.is_some()));
    }
    // "03/2004".
    if let ([month, year], true) = (&mut *tokens, found.years.len() == 1)
        && let (false, true, Some(number)) =
            (month.used, year.joined, month.text.parse().ok().filter(|m| (1..=12).contains(m)))
    {
        found.period = found.period.or(Some(PeriodWord::Month(number)));
        month.used = true;
    }
    // Marks of a status behind a lone year: 2010p, 2011e.
    if found.years.len() == 1 && found.status.is_none() {
        let mark = tokens.iter_mut().find(|token| !token.used && ["p", "e", "r", "s"].contains(&token.text.as_str()));
        if let Some(mark) = mark {
            found.status = match mark.text.as_str() {
                "p" => Some(FigureStatus::Preliminary),
                "e" => Some(FigureStatus::Estimate),
                _ => None,
            };
            mark.used = true;
        }
    }
}

/// Reads the head of a column whose pieces stand above one another, each piece on its own as well as joined.
pub(super) fn read_time_words(text: &str) -> ReadWords {
    let mut found = read_words(text);
    let stars = text.trim_end().ends_with('*');
    if stars && found.complete && found.years.len() == 1 {
        found.status = found.status.or(Some(FigureStatus::Preliminary));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(text: &str) -> Vec<i32> {
        read_words(text).years.iter().map(|word| word.year).collect()
    }

    #[test]
    fn years_of_a_basis_are_no_times() {
        assert_eq!(years("Tổng sản phẩm năm 2000 theo giá so sánh 1994"), [2000]);
        assert_eq!(years("£ million (2019 prices)"), [] as [i32; 0]);
        assert_eq!(years("Base: 2011-12"), [] as [i32; 0]);
        assert_eq!(read_words("giá so sánh năm 2010").base_year, Some(2010));
        assert_eq!(read_words("Volume Index: 2019 = 100").units, ["2019 = 100"]);
    }

    #[test]
    fn heads_say_period_status_and_unit() {
        let head = read_words("Sơ bộ quý III năm 2018");
        assert_eq!((head.period, head.status), (Some(PeriodWord::Quarter(3)), Some(FigureStatus::Preliminary)));
        assert!(head.complete);
        assert_eq!(read_words("6 tháng đầu năm 2020").period, Some(PeriodWord::FirstHalf));
        assert_eq!(read_words("2018M12").period, Some(PeriodWord::Month(12)));
        assert_eq!(read_words("2005TI").period, Some(PeriodWord::Quarter(1)));
        assert_eq!(read_words("Nghìn tỷ đồng").units, ["thousand bn VND"]);
        assert_eq!(read_words("Tỷ đồng; %").units, ["bn VND", "%"]);
        assert_eq!(read_words("(₹ Lakh)").units, ["lakh INR"]);
        assert_eq!(read_words("£ per person [note 4]").units, ["GBP per person"]);
        assert_eq!(read_words("Triệu đồng/lao động").units, ["mn VND per worker"]);
        assert_eq!(read_words("Dân số trung bình (Nghìn người)").units, ["thousand persons"]);
        assert_eq!(read_words("Thousands of dollars").units, ["thousand USD"]);
        assert!(read_words("Tỷ lệ tăng dân số").units.is_empty());
        assert!(read_words("2017-18").years[0].pair);
        assert_eq!(read_words("Prel. 2021").status, Some(FigureStatus::Preliminary));
    }
}
