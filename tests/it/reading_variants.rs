//! One small truth written in many ways: languages, layouts, number marks, containers. Nothing wrong comes in silently.

use kichban::reading::{CellMark, FileRead, ImportAnswer, ImportAnswers, ReadCell, read_file};
use rust_xlsxwriter::Workbook;
use std::io::Write as _;

/// The words of an office in one language.
struct Tongue {
    name: &'static str,
    current: &'static str,
    constant: &'static str,
    unit_line: &'static str,
    unit: &'static str,
    total: &'static str,
    branches: [&'static str; 3],
    quarter: &'static str,
    places: [&'static str; 3],
    region: &'static str,
}

const TONGUES: [Tongue; 9] = [
    Tongue {
        name: "vi",
        current: "Tổng sản phẩm trên địa bàn theo giá hiện hành",
        constant: "Tổng sản phẩm trên địa bàn theo giá so sánh 2010",
        unit_line: "Đơn vị tính: Tỷ đồng",
        unit: "bn VND",
        total: "Tổng số",
        branches: ["Nông, lâm nghiệp và thủy sản", "Công nghiệp và xây dựng", "Dịch vụ"],
        quarter: "Quý",
        places: ["Bắc Ninh", "Hà Nam", "Thái Bình"],
        region: "Tỉnh",
    },
    Tongue {
        name: "en",
        current: "Gross regional product at current prices",
        constant: "Gross regional product at constant 2010 prices",
        unit_line: "Unit: million pesos",
        unit: "mn PHP",
        total: "Total",
        branches: ["Agriculture", "Industry", "Services"],
        quarter: "Quarter",
        places: ["Kenya", "Uganda", "Ghana"],
        region: "Region",
    },
    Tongue {
        name: "id",
        current: "PDRB atas dasar harga berlaku",
        constant: "PDRB atas dasar harga konstan 2010",
        unit_line: "Satuan: Miliar rupiah",
        unit: "bn IDR",
        total: "Jumlah",
        branches: ["Pertanian", "Industri", "Jasa"],
        quarter: "Triwulan",
        places: ["Rembang", "Blora", "Pati"],
        region: "Kabupaten",
    },
    Tongue {
        name: "es",
        current: "Producto interno bruto a precios corrientes",
        constant: "Producto interno bruto a precios constantes de 2010",
        unit_line: "Unidad: millones de euros",
        unit: "mn EUR",
        total: "Total",
        branches: ["Agricultura", "Industria", "Servicios"],
        quarter: "Trimestre",
        places: ["Lugo", "Vigo", "Soria"],
        region: "Provincia",
    },
    Tongue {
        name: "fr",
        current: "Produit intérieur brut aux prix courants",
        constant: "Produit intérieur brut aux prix constants de 2010",
        unit_line: "Millions d'euros",
        unit: "mn EUR",
        total: "Ensemble",
        branches: ["Agriculture", "Industrie", "Services"],
        quarter: "Trimestre",
        places: ["Ain", "Var", "Lot"],
        region: "Région",
    },
    Tongue {
        name: "de",
        current: "Bruttoinlandsprodukt in jeweiligen Preisen",
        constant: "Bruttoinlandsprodukt in konstanten Preisen von 2010",
        unit_line: "Einheit: Millionen Euro",
        unit: "mn EUR",
        total: "Insgesamt",
        branches: ["Landwirtschaft", "Industrie", "Dienstleistungen"],
        quarter: "Quartal",
        places: ["Jena", "Gera", "Suhl"],
        region: "Land",
    },
    Tongue {
        name: "ru",
        current: "Валовой региональный продукт в текущих ценах",
        constant: "Валовой региональный продукт в постоянных ценах 2010 года",
        unit_line: "Единица измерения: млн сом",
        unit: "mn KGS",
        total: "Всего",
        branches: ["Сельское хозяйство", "Промышленность", "Услуги"],
        quarter: "Квартал",
        places: ["Ош", "Талас", "Нарын"],
        region: "Область",
    },
    Tongue {
        name: "zh",
        current: "地区生产总值（当年价格）",
        constant: "地区生产总值（2010年不变价格）",
        unit_line: "单位：亿元",
        unit: "100 mn CNY",
        total: "合计",
        branches: ["第一产业", "第二产业", "第三产业"],
        quarter: "季度",
        places: ["郑州市", "开封市", "洛阳市"],
        region: "地区",
    },
    Tongue {
        name: "pl",
        current: "Produkt krajowy brutto w cenach bieżących",
        constant: "Produkt krajowy brutto w cenach stałych z 2010 r.",
        unit_line: "mln zł",
        unit: "mn PLN",
        total: "Ogółem",
        branches: ["Rolnictwo", "Przemysł", "Usługi"],
        quarter: "Kwartał",
        places: ["Toruń", "Opole", "Kielce"],
        region: "Region",
    },
];

/// What a careful person would read at a cell.
struct Truth {
    row: usize,
    column: usize,
    label: String,
    territory: String,
    year: i32,
    period: String,
    value: f64,
    basis: &'static str,
    unit: String,
}

/// A sheet as rows of texts; numbers are written with a dot and no groups.
#[derive(Default)]
struct Sheet {
    rows: Vec<Vec<String>>,
    truths: Vec<Truth>,
}

impl Sheet {
    fn put(&mut self, row: usize, column: usize, text: &str) {
        while self.rows.len() <= row {
            self.rows.push(Vec::new());
        }
        let cells = &mut self.rows[row];
        while cells.len() <= column {
            cells.push(String::new());
        }
        text.clone_into(&mut cells[column]);
    }

    fn number(&mut self, truth: Truth) {
        self.put(truth.row, truth.column, &truth.value.to_string());
        self.truths.push(truth);
    }

    /// The same sheet with its first cell elsewhere.
    fn moved(mut self, down: usize, right: usize) -> Self {
        for cells in &mut self.rows {
            cells.splice(0..0, std::iter::repeat_n(String::new(), right));
        }
        self.rows.splice(0..0, std::iter::repeat_n(Vec::new(), down));
        for truth in &mut self.truths {
            truth.row += down;
            truth.column += right;
        }
        self
    }
}

/// Value of a branch, 3 for the total, in a year: parts add up, growth is plain, decimals are of two digits.
fn value(branch: usize, year: i32, share: f64) -> f64 {
    let part = |branch: usize| {
        let level = [1210.37, 4820.55, 3015.84][branch];
        (level * share * (1.0 + 0.11 * f64::from(year - 2015)) * 100.0).round() / 100.0
    };
    if branch < 3 { part(branch) } else { ((0..3).map(part).sum::<f64>() * 100.0).round() / 100.0 }
}

fn label(tongue: &Tongue, branch: usize) -> String {
    if branch < 3 { tongue.branches[branch].to_owned() } else { tongue.total.to_owned() }
}

const YEARS: std::ops::RangeInclusive<i32> = 2015..=2019;

fn block(sheet: &mut Sheet, tongue: &Tongue, (top, left): (usize, usize), basis: &'static str, share: f64) {
    for (position, branch) in [3, 0, 1, 2].into_iter().enumerate() {
        let row = top + position;
        sheet.put(row, left, &label(tongue, branch));
        for (place, year) in YEARS.enumerate() {
            sheet.number(Truth {
                row,
                column: left + 1 + place,
                label: label(tongue, branch),
                territory: String::new(),
                year,
                period: "A".to_owned(),
                value: value(branch, year, share),
                basis,
                unit: tongue.unit.to_owned(),
            });
        }
    }
}

fn year_head(sheet: &mut Sheet, row: usize, left: usize) {
    for (place, year) in YEARS.enumerate() {
        sheet.put(row, left + place, &year.to_string());
    }
}

/// Title, unit, years over branches.
fn plain(tongue: &Tongue, basis: &'static str) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.put(0, 0, if basis == "current" { tongue.current } else { tongue.constant });
    sheet.put(1, 0, tongue.unit_line);
    year_head(&mut sheet, 3, 1);
    block(&mut sheet, tongue, (4, 0), basis, 1.0);
    sheet
}

/// Two price bases under one another, each with its title.
fn stacked(tongue: &Tongue) -> Sheet {
    let mut sheet = plain(tongue, "current");
    sheet.put(10, 0, tongue.constant);
    sheet.put(11, 0, tongue.unit_line);
    year_head(&mut sheet, 12, 1);
    block(&mut sheet, tongue, (13, 0), "constant 2010", 0.8);
    sheet
}

/// Two price bases side by side under heads over the years.
fn beside(tongue: &Tongue) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.put(1, 0, tongue.unit_line);
    sheet.put(2, 1, tongue.current);
    sheet.put(2, 6, tongue.constant);
    year_head(&mut sheet, 3, 1);
    year_head(&mut sheet, 3, 6);
    block(&mut sheet, tongue, (4, 0), "current", 1.0);
    let mut other = Sheet::default();
    block(&mut other, tongue, (4, 5), "constant 2010", 0.8);
    for truth in other.truths {
        sheet.number(truth);
    }
    sheet
}

/// Years down the rows, branches in the heads.
fn transposed(tongue: &Tongue) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.put(0, 0, tongue.current);
    sheet.put(1, 0, tongue.unit_line);
    for (place, branch) in [0, 1, 2].into_iter().enumerate() {
        sheet.put(3, place + 1, &label(tongue, branch));
    }
    for (place, year) in YEARS.enumerate() {
        sheet.put(4 + place, 0, &year.to_string());
        for branch in 0..3 {
            sheet.number(Truth {
                row: 4 + place,
                column: branch + 1,
                label: label(tongue, branch),
                territory: String::new(),
                year,
                period: "A".to_owned(),
                value: value(branch, year, 1.0),
                basis: "current",
                unit: tongue.unit.to_owned(),
            });
        }
    }
    sheet
}

/// Quarters and the year beside one another.
fn quarters(tongue: &Tongue) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.put(0, 0, tongue.current);
    sheet.put(1, 0, tongue.unit_line);
    for (place, numeral) in ["I", "II", "III", "IV"].into_iter().enumerate() {
        sheet.put(3, place + 1, &format!("{} {numeral} 2019", tongue.quarter));
    }
    sheet.put(3, 5, "2019");
    for (position, branch) in [3, 0, 1, 2].into_iter().enumerate() {
        let row = 4 + position;
        sheet.put(row, 0, &label(tongue, branch));
        for place in 0..5 {
            let part = [0.22, 0.24, 0.26, 0.28, 1.0][place];
            sheet.number(Truth {
                row,
                column: place + 1,
                label: label(tongue, branch),
                territory: String::new(),
                year: 2019,
                period: if place < 4 { format!("Q{}", place + 1) } else { "A".to_owned() },
                value: value(branch, 2019, 1.0) * part,
                basis: "current",
                unit: tongue.unit.to_owned(),
            });
        }
    }
    sheet
}

/// Places down the rows.
fn places(tongue: &Tongue) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.put(0, 0, tongue.current);
    sheet.put(1, 0, tongue.unit_line);
    sheet.put(3, 0, tongue.region);
    year_head(&mut sheet, 3, 1);
    for (position, place_name) in tongue.places.into_iter().enumerate() {
        sheet.put(4 + position, 0, place_name);
        for (place, year) in YEARS.enumerate() {
            sheet.number(Truth {
                row: 4 + position,
                column: 1 + place,
                label: String::new(),
                territory: place_name.to_owned(),
                year,
                period: "A".to_owned(),
                value: value(position, year, 1.0),
                basis: "current",
                unit: tongue.unit.to_owned(),
            });
        }
    }
    sheet
}

/// One row a figure.
fn long(tongue: &Tongue) -> Sheet {
    let mut sheet = Sheet::default();
    for (place, name) in ["branch", "year", "value"].into_iter().enumerate() {
        sheet.put(2, place, name);
    }
    sheet.put(0, 0, tongue.current);
    sheet.put(1, 0, tongue.unit_line);
    let mut row = 3;
    for branch in [3, 0, 1, 2] {
        for year in YEARS {
            sheet.put(row, 0, &label(tongue, branch));
            sheet.put(row, 1, &year.to_string());
            sheet.number(Truth {
                row,
                column: 2,
                label: label(tongue, branch),
                territory: String::new(),
                year,
                period: "A".to_owned(),
                value: value(branch, year, 1.0),
                basis: "current",
                unit: tongue.unit.to_owned(),
            });
            row += 1;
        }
    }
    sheet
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Marks {
    Dot,
    Comma,
    GroupedComma,
    GroupedDot,
    Blank,
}

/// A number with the marks of an office.
fn written(text: &str, marks: Marks) -> String {
    let value: f64 = text.parse().unwrap();
    let two = format!("{value:.2}");
    let (whole, decimals) = two.split_once('.').unwrap();
    let grouped = |group: &str| {
        let digits: Vec<char> = whole.chars().collect();
        let mut parts: Vec<String> = digits.rchunks(3).map(|part| part.iter().collect()).collect();
        parts.reverse();
        parts.join(group)
    };
    match marks {
        Marks::Dot => text.to_owned(),
        Marks::Comma => text.replace('.', ","),
        Marks::GroupedComma => format!("{},{decimals}", grouped(".")),
        Marks::GroupedDot => format!("{}.{decimals}", grouped(",")),
        Marks::Blank => format!("{},{decimals}", grouped("\u{a0}")),
    }
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(|value| !(1900.0..=2100.0).contains(&value) || value.fract() != 0.0)
}

fn as_text(sheet: &Sheet, separator: &str, marks: Marks) -> Vec<u8> {
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for cells in &sheet.rows {
        let field = |place: usize| {
            let cell = cells.get(place).map_or("", String::as_str);
            let cell = if is_number(cell) { written(cell, marks) } else { cell.to_owned() };
            if cell.contains(separator) { format!("\"{cell}\"") } else { cell }
        };
        text += &(0..width).map(field).collect::<Vec<_>>().join(separator);
        text.push('\n');
    }
    text.into_bytes()
}

fn as_xlsx(sheets: &[(&str, &Sheet)]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, sheet) in sheets {
        let page = book.add_worksheet();
        page.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                match cell.parse::<f64>() {
                    Ok(number) => page.write_number(row, column, number).unwrap(),
                    Err(_) => page.write_string(row, column, cell).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn as_ods(sheet: &Sheet) -> Vec<u8> {
    let cell = |cell: &String| match (cell.is_empty(), cell.parse::<f64>()) {
        (true, _) => "<table:table-cell/>".to_owned(),
        (false, Ok(number)) => format!(
            r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number}</text:p></table:table-cell>"#
        ),
        (false, Err(_)) => {
            format!(r#"<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#)
        }
    };
    let rows: String = sheet
        .rows
        .iter()
        .map(|cells| match cells.as_slice() {
            [] => "<table:table-row><table:table-cell/></table:table-row>".to_owned(),
            cells => format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>()),
        })
        .collect();
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Sheet">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content.as_str()),
    ] {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn address(row: usize, column: usize) -> String {
    format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1)
}

fn fold(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn size(unit: &str) -> f64 {
    let sizes = [("100 mn", 1e8), ("bn", 1e9), ("mn", 1e6), ("thousand", 1e3)];
    sizes.iter().find(|(word, _)| unit.starts_with(word)).map_or(1.0, |(_, size)| *size)
}

/// Slips of a reading against the truth: what is silently wrong, and how many cells are right.
fn slips(read: &FileRead, sheet: &str, truths: &[Truth]) -> (Vec<String>, usize) {
    let (mut wrong, mut right) = (Vec::new(), 0);
    for truth in truths {
        let place = address(truth.row, truth.column);
        let cells: Vec<&ReadCell> = read
            .tables
            .iter()
            .filter(|table| sheet.is_empty() || table.sheet == sheet)
            .flat_map(|table| &table.cells)
            .filter(|cell| cell.cell == place)
            .collect();
        let [cell] = cells.as_slice() else {
            if cells.len() > 1 {
                wrong.push(format!("{place} stands twice"));
            }
            continue;
        };
        let value = cell.value.unwrap_or(f64::NAN);
        let near = |unit: &str| (value * size(&cell.unit) - truth.value * size(unit)).abs() <= 0.006 * size(unit);
        let plain = near(&truth.unit) && cell.year == Some(truth.year) && cell.period == truth.period;
        let placed = truth.territory.is_empty() || fold(&cell.territory) == fold(&truth.territory);
        let all = plain && placed && cell.price_basis == truth.basis;
        let told = cell.marks.contains(&CellMark::Assumed) || cell.marks.contains(&CellMark::UnitReplaced);
        let labelled = fold(&cell.label) == fold(&truth.label);
        right += usize::from(all && labelled);
        if !all && !told {
            wrong.push(format!(
                "{place}: {:?} {:?} {} {} {} {} instead of {} {} {} {} {} {}",
                cell.value,
                cell.year,
                cell.period,
                cell.unit,
                cell.price_basis,
                cell.territory,
                truth.value,
                truth.year,
                truth.period,
                truth.unit,
                truth.basis,
                truth.territory
            ));
        }
    }
    (wrong, right)
}

fn layouts(tongue: &Tongue) -> Vec<(&'static str, Sheet)> {
    vec![
        ("plain", plain(tongue, "current")),
        ("constant", plain(tongue, "constant 2010")),
        ("stacked", stacked(tongue)),
        ("beside", beside(tongue)),
        ("transposed", transposed(tongue)),
        ("quarters", quarters(tongue)),
        ("places", places(tongue)),
        ("long", long(tongue)),
        ("moved", plain(tongue, "current").moved(3, 2)),
        ("stacked, moved", stacked(tongue).moved(1, 1)),
    ]
}

fn forms(sheet: &Sheet) -> Vec<(String, Vec<u8>)> {
    let mut forms =
        vec![("table.xlsx".to_owned(), as_xlsx(&[("Sheet1", sheet)])), ("table.ods".to_owned(), as_ods(sheet))];
    for (separator, name, marks) in [
        (",", "comma", Marks::Dot),
        (";", "semicolon", Marks::Comma),
        (";", "grouped", Marks::GroupedComma),
        ("\t", "tab", Marks::GroupedDot),
        ("|", "bar", Marks::Blank),
    ] {
        forms.push((format!("{name}.csv"), as_text(sheet, separator, marks)));
    }
    forms
}

#[test]
fn nothing_wrong_comes_in_silently_whatever_the_language_the_layout_and_the_file() {
    let (mut silent, mut right, mut all) = (Vec::new(), 0, 0);
    let mut weak = Vec::new();
    for tongue in &TONGUES {
        for (layout, sheet) in layouts(tongue) {
            for (name, bytes) in forms(&sheet) {
                let what = format!("{} {layout} {name}", tongue.name);
                all += sheet.truths.len();
                // Whose figures they are is answered: a mark on a cell is then about the cell itself.
                let answer = ImportAnswer {
                    table: "*".to_owned(),
                    file: String::new(),
                    question: "territory".to_owned(),
                    answer: "Here".to_owned(),
                };
                let answers = ImportAnswers(if layout == "places" { Vec::new() } else { vec![answer] });
                match read_file(&name, &bytes, &answers) {
                    Ok(read) => {
                        let (wrong, found) = slips(&read, "", &sheet.truths);
                        right += found;
                        silent.extend(wrong.iter().take(1).map(|slip| format!("{what}: {slip}")));
                        let few = found * 10 < sheet.truths.len() * 9;
                        weak.extend(few.then(|| format!("{what}: {found} of {}", sheet.truths.len())));
                    }
                    Err(error) => weak.push(format!("{what}: {error}")),
                }
            }
        }
    }
    assert!(silent.is_empty(), "{} silent slips:\n{}\n\nweak:\n{}", silent.len(), silent.join("\n"), weak.join("\n"));
    assert!(right * 100 >= all * 85, "{right} of {all} cells right:\n{}", weak.join("\n"));
}

#[test]
fn sheets_with_the_same_table_are_places_and_this_is_asked() {
    let tongue = &TONGUES[0];
    let sheets: Vec<Sheet> = (0..4).map(|_| transposed(tongue)).collect();
    let names = ["Phú Thọ", "Hòa Bình", "Vĩnh Phúc", "Ninh Bình"];
    let named: Vec<(&str, &Sheet)> = names.into_iter().zip(&sheets).collect();
    let read = read_file("places.xlsx", &as_xlsx(&named), &ImportAnswers::default()).unwrap();
    for (name, mut sheet) in names.into_iter().zip(sheets) {
        for truth in &mut sheet.truths {
            truth.territory = name.to_owned();
        }
        let (wrong, right) = slips(&read, name, &sheet.truths);
        assert!(wrong.is_empty() && right == sheet.truths.len(), "{right} {wrong:?}");
    }
    assert_eq!(read.questions.len(), 1);
}
