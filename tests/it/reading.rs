//! Files of statistics offices: one small file for each difficulty, and for each kind of bad input its one message.

use kichban::lang::Lang;
use kichban::reading::{
    CellMark, CheckKind, FileRead, ForeignKind, ImportAnswer, ImportAnswers, LeftOutReason, QuestionTopic, ReadCell,
    UnreadableFile, read_file,
};
use kichban::text::{explain_unreadable, tell_check, tell_question};
use rust_xlsxwriter::{Format, Formula, Workbook};
use std::io::Write as _;

fn read_named(name: &str, bytes: &[u8]) -> FileRead {
    read_file(name, bytes, &ImportAnswers::default()).unwrap()
}

fn read(text: &str) -> FileRead {
    read_named("table.csv", text.as_bytes())
}

fn answered(text: &str, question: &str, answer: &str) -> FileRead {
    let answer = ImportAnswer {
        table: "*".to_owned(),
        file: String::new(),
        question: question.to_owned(),
        answer: answer.to_owned(),
    };
    read_file("table.csv", text.as_bytes(), &ImportAnswers(vec![answer])).unwrap()
}

fn cell<'r>(read: &'r FileRead, address: &str) -> &'r ReadCell {
    let mut found = read.tables.iter().flat_map(|table| &table.cells).filter(|cell| cell.cell == address);
    let cell = found.next().unwrap_or_else(|| panic!("no cell {address}: {read:#?}"));
    assert!(found.next().is_none(), "{address} stands twice");
    cell
}

fn has(read: &FileRead, address: &str) -> bool {
    read.tables.iter().flat_map(|table| &table.cells).any(|cell| cell.cell == address)
}

/// Label, territory, year, period, value, unit and basis of a cell.
type Told<'r> = (&'r str, &'r str, Option<i32>, &'r str, Option<f64>, &'r str, &'r str);

fn told<'r>(read: &'r FileRead, address: &str) -> Told<'r> {
    let cell = cell(read, address);
    (&cell.label, &cell.territory, cell.year, &cell.period, cell.value, &cell.unit, &cell.price_basis)
}

fn topics(read: &FileRead) -> Vec<QuestionTopic> {
    read.tables.iter().flat_map(|table| &table.questions).map(|question| question.topic).collect()
}

fn xlsx(fill: impl FnOnce(&mut Workbook)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(&mut book);
    book.save_to_buffer().unwrap()
}

/// Writes texts and numbers, row by row; blanks are left empty.
fn fill(sheet: &mut rust_xlsxwriter::Worksheet, rows: &[&[&str]]) {
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(*cells) {
            match text.parse::<f64>() {
                _ if text.is_empty() => {}
                Ok(value) => drop(sheet.write_number(row, column, value).unwrap()),
                Err(_) => drop(sheet.write_string(row, column, *text).unwrap()),
            }
        }
    }
}

#[test]
fn a_head_with_one_word_a_row_is_joined() {
    let read = read(
        "Tổng sản phẩm theo giá so sánh 2010,,,,\n,,,,Tỷ đồng; %\n,Sơ bộ,Ước tính,Cộng dồn,So với cùng kỳ\n\
         ,quý III,quý IV,cả năm,Quý IV\n,năm 2018,năm 2018,2018,năm 2018\n\
         Tổng số,300,400,1300,106.5\nNông nghiệp,100,150,500,103\nCông nghiệp,200,250,800,108\n",
    );
    assert_eq!(told(&read, "B6"), ("Tổng số", "", Some(2018), "Q3", Some(300.0), "bn VND", "constant 2010"));
    assert_eq!(told(&read, "D8").3, "A");
    let index = cell(&read, "E6");
    assert_eq!(
        (index.unit.as_str(), index.price_basis.as_str()),
        ("same period of previous year = 100", "constant 2010")
    );
    assert_eq!(cell(&read, "B6").status.code(), "preliminary");
    assert_eq!(cell(&read, "C6").status.code(), "estimate");
    assert_eq!(cell(&read, "B6").heads, ["B3", "B4", "B5", "A6"]);
}

#[test]
fn two_price_bases_under_one_another_are_told_apart() {
    let read = read(
        "Giá trị tăng thêm,,\n,2015,2016\nTheo giá hiện hành (Tỷ đồng),,\nTổng số,30,50\nNông nghiệp,10,20\n\
         Theo giá so sánh 2010 (Tỷ đồng),,\nTổng số,25,35\nNông nghiệp,9,12\nChỉ số phát triển (Năm trước = 100) - %,,\n\
         Tổng số,104,105\n",
    );
    assert_eq!(told(&read, "B4").5, "bn VND");
    assert_eq!(told(&read, "B4").6, "current");
    assert_eq!(told(&read, "B7").6, "constant 2010");
    assert_eq!(told(&read, "C10").5, "previous year = 100");
}

#[test]
fn units_in_labels_hold_until_the_next_one() {
    let read = read(
        "Dân số,,\n,2015,2018\nDân số trung bình (Nghìn người),917,946\nPhân theo giới tính,,\nNam,452,467\n\
         Tỷ lệ tăng dân số (%),1.08,1.06\n",
    );
    assert_eq!(told(&read, "C5"), ("Nam", "", Some(2018), "A", Some(467.0), "thousand persons", "n/a"));
    assert_eq!(told(&read, "B6").5, "%");
}

#[test]
fn a_group_head_holds_for_the_columns_to_its_right() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(
            sheet,
            &[
                &["GDP (bn VND)"],
                &["", "Current prices", "", "Constant 2010 prices", ""],
                &["Sector", "2019", "2020", "2019", "2020"],
                &["Farms", "10", "11", "8", "8.5"],
                &["Works", "20", "22", "16", "17"],
            ],
        );
        sheet.merge_range(1, 3, 1, 4, "Constant 2010 prices", &Format::new()).unwrap();
    });
    let read = read_named("book.xlsx", &bytes);
    assert_eq!(told(&read, "C4"), ("Farms", "", Some(2020), "A", Some(11.0), "bn VND", "current"));
    assert_eq!(told(&read, "E5").6, "constant 2010");
}

#[test]
fn text_in_tcvn3_is_converted_by_a_vote_of_the_sheet() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(
            sheet,
            &[
                &["Tæng s¶n phÈm theo gi¸ hiÖn hµnh (Tû ®ång)"],
                &["", "N¨m 1999", "¦íc tÝnh n¨m 2000"],
                &["Tæng sè", "300", "320"],
                &["N«ng nghiÖp", "100", "110"],
                &["C«ng nghiÖp", "200", "210"],
            ],
        );
    });
    let read = read_named("old.xlsx", &bytes);
    assert_eq!(told(&read, "C4"), ("Nông nghiệp", "", Some(2000), "A", Some(110.0), "bn VND", "current"));
    let (texts, before, after) = read.converted.values().next().unwrap();
    assert!(*texts > 5 && before.starts_with("Tæng") && after.starts_with("Tổng sản phẩm"));
}

#[test]
fn what_the_workbook_hides_is_left_out_and_told() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(
            sheet,
            &[
                &["Lao động (Nghìn người)"],
                &["", "1997", "1999", "2000"],
                &["Nông nghiệp", "248499", "221.9", "215.5"],
                &["Xây dựng", "294332", "377.3", "369.7"],
                &["Tổng số", "1", "2", "3"],
            ],
        );
        sheet.set_column_hidden(1).unwrap();
        sheet.set_row_hidden(4).unwrap();
        let old = book.add_worksheet();
        fill(old, &[&["", "2001"], &["Nông nghiệp", "1"]]);
        old.set_hidden(true);
    });
    let read = read_named("book.xlsx", &bytes);
    assert!(!has(&read, "B3") && !has(&read, "C5") && read.tables.len() == 1);
    assert!(read.tables[0].left_out.iter().any(|left| left.place == "B" && left.reason == LeftOutReason::Hidden));
    assert_eq!(read.tables[0].checks.iter().filter(|check| check.check == CheckKind::HiddenLeftOut).count(), 2);
    assert_eq!(told(&read, "D4").5, "thousand persons");
}

#[test]
fn fiscal_years_are_pairs() {
    let read = read("GSDP (Current Prices),,\n(₹ Lakh),,\nState,2017-18,2018-19\nAssam,283,309\nBihar,468,-\n");
    assert_eq!(told(&read, "B4"), ("", "Assam", Some(2017), "FY 2017-18", Some(283.0), "lakh INR", "current"));
    assert_eq!((cell(&read, "C5").value, cell(&read, "C5").status.code()), (None, "missing"));
}

#[test]
fn missing_withheld_and_zero_are_three_things() {
    let read = read("Value added at current prices (mn EUR),,\n,2019,2020\nFarms,(D),0\nWorks,..,37400 e\n");
    assert_eq!((cell(&read, "B3").value, cell(&read, "B3").status.code()), (None, "suppressed"));
    assert_eq!(cell(&read, "C3").value, Some(0.0));
    assert_eq!(cell(&read, "B4").status.code(), "missing");
    assert_eq!((cell(&read, "C4").value, cell(&read, "C4").status.code()), (Some(37400.0), "estimate"));
}

#[test]
fn years_may_run_down_the_rows_with_their_quarters() {
    let read = read(
        "GDP at current prices (mn GBP),,,\nYear,Quarter,Farms,Works\n1998,[N/A],100,200\n1998,1,24,49\n1998,2,25,50\n",
    );
    assert_eq!(told(&read, "C3"), ("Farms", "", Some(1998), "A", Some(100.0), "mn GBP", "current"));
    assert_eq!(told(&read, "D5"), ("Works", "", Some(1998), "Q2", Some(50.0), "mn GBP", "current"));
}

#[test]
fn quarters_under_a_year_may_be_roman_numerals() {
    let read = read(
        "PDRB ATAS DASAR HARGA KONSTAN SERI 2010 (JUTA RUPIAH),,,,,,\nUraian,2017,,,,,2018\n,I,II,III,IV,Total,I\n\
         A. Pertanian,1.5,2.5,3.5,4.5,12,1.25\nB. Pertambangan,1,2,3,4,10,1\n",
    );
    assert_eq!(told(&read, "C4"), ("A. Pertanian", "", Some(2017), "Q2", Some(2.5), "mn IDR", "constant 2010"));
    assert_eq!(told(&read, "G5").2, Some(2018));
}

#[test]
fn the_year_may_stand_in_the_title_or_in_the_name_of_the_file() {
    let title = read(
        "Dân số trung bình năm 2000 (Nghìn người),,\n,Tổng số,Thành thị\nCả nước,77685,18619\nHà Nội,2736,1581\nBắc Giang,1509,112\n",
    );
    assert_eq!(told(&title, "C4"), ("Thành thị", "Hà Nội", Some(2000), "A", Some(1581.0), "thousand persons", "n/a"));
    let text = b"County,Farms,Works\nBaringo,24600,136\nBomet,74205,671\nWajir,16445,486\n";
    let name = read_named("product-2019.csv", text);
    assert_eq!(told(&name, "B2"), ("Farms", "Baringo", Some(2019), "A", Some(24600.0), "mn", "current"));
    assert_eq!(topics(&name), [QuestionTopic::Unit, QuestionTopic::Basis]);
}

#[test]
fn a_decimal_comma_settles_itself_and_three_digits_ask() {
    let settled = read(
        "\"Product at current prices (thousand BRL)\";\n\"Município\";\"2021\"\n\"Ariquemes\";\"734469,33\"\n\"Cabixi\";\"238411,6\"\n\"Cacoal\";\"1.234,5\"\n",
    );
    assert_eq!(cell(&settled, "B3").value, Some(734_469.33));
    assert_eq!(cell(&settled, "B5").value, Some(1234.5));
    let text = "Product at current prices (bn VND);;\n;2020;2021\nFarms;136.977;140.123\nWorks;75.512;80.004\n";
    let open = read(text);
    assert_eq!(topics(&open), [QuestionTopic::Marks]);
    let question = &open.tables[0].questions[0];
    assert!(question.essential && question.evidence[0].contains("136.977 = 136.977 / 136977"), "{question:?}");
    assert_eq!(question.proposal, "comma");
    assert_eq!(cell(&answered(text, "marks", "dot"), "B3").value, Some(136.977));
    assert_eq!(cell(&answered(text, "marks", "comma"), "B3").value, Some(136_977.0));
}

#[test]
fn long_tables_keep_time_label_and_measure_apart() {
    let read = read(
        "\"\";\"Onderwerpen\";\"Productie\";\"Verbruik\";\"Toegevoegde waarde\";\"Toegevoegde waarde\";\"Productie\";\"Toegevoegde waarde\"\n\
         \"A-U Alles\";\"2009\";\"1000\";\"600\";\"400\";\"380\";\".\";\"99.0\"\n\
         \"A-U Alles\";\"2010**\";\"1100\";\"650\";\"450\";\"400\";\"10.0\";\"100.0\"\n\
         \"A Landbouw\";\"2009\";\"500\";\"300\";\"200\";\"190\";\".\";\"98.0\"\n\
         \"A Landbouw\";\"2010**\";\"520\";\"310\";\"210\";\"195\";\"4.0\";\"100.0\"\n",
    );
    let value = cell(&read, "E3");
    assert_eq!((value.label.as_str(), value.year, value.status.code()), ("A-U Alles", Some(2010), "preliminary"));
    assert_eq!([cell(&read, "E3"), cell(&read, "F3")].map(|cell| cell.price_basis.as_str()), ["current", "constant"]);
    assert_eq!((cell(&read, "G3").unit.as_str(), cell(&read, "H3").unit.as_str()), ("%", "2010 = 100"));
    assert!(topics(&read).contains(&QuestionTopic::Columns));
}

#[test]
fn windows_1252_is_found_by_its_letters_and_told() {
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(
        "Bevölkerung (Tausend Personen);;\nLänder;2019;2020\nThüringen;2133;2120\nBaden-Württemberg;11100;11103\n",
    );
    let read = read_named("land.csv", &bytes);
    assert_eq!(told(&read, "C4"), ("", "Baden-Württemberg", Some(2020), "A", Some(11103.0), "thousand persons", "n/a"));
    assert!(read.checks.iter().any(|check| check.check == CheckKind::GuessedCodePage));
}

const PX: &str = "CHARSET=\"ANSI\";\nCODEPAGE=\"Windows-1251\";\nTITLE=\"Населення\";\nTITLE[en]=\"Population\";\nUNITS=\"осіб\";\n\
STUB=\"Територія\",\"Рік\";\nHEADING=\"Тип\";\nVALUES(\"Територія\")=\"Україна\",\" Льв\"\n\"ів\";\nVALUES(\"Рік\")=\"2001\",\"2002\";\n\
VALUES(\"Тип\")=\" міські\",\" сільські\";\nDATA=\n1 2 3 4\n5 \"-\" 7 8;\n";

#[test]
fn pc_axis_runs_its_last_dimension_fastest() {
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(PX);
    let read = read_named("population.px", &bytes);
    assert_eq!(told(&read, "DATA[3]"), ("сільські", "Україна", Some(2002), "A", Some(4.0), "persons", "n/a"));
    assert_eq!(told(&read, "DATA[5]"), ("сільські", "Львів", Some(2001), "A", None, "persons", "n/a"));
}

#[test]
fn pc_axis_may_hold_quarters_and_several_measures() {
    let text = "TITLE=\"Índices\";\nUNITS=\"Índice, Tasas\";\nSTUB=\"Rama\";\nHEADING=\"Índice y tasas\",\"Periodo\";\n\
                VALUES(\"Rama\")=\"05 Carbón\",\"07 Minerales\";\nVALUES(\"Índice y tasas\")=\"Índice\",\"Variación anual\";\n\
                VALUES(\"Periodo\")=\"2005TII\",\"2018M12\";\nDATA=100 101 \"..\" -0.5 1 2 3 4;\n";
    let read = read_named("ipri.px", text.as_bytes());
    assert_eq!(told(&read, "DATA[0]").3, "Q2");
    assert_eq!(told(&read, "DATA[3]"), ("05 Carbón", "", Some(2018), "M12", Some(-0.5), "%", "n/a"));
}

const XML_2003: &str = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Export"><Table>
<Row ss:Hidden="1"><Cell><Data ss:Type="Error">#NAME?</Data></Cell></Row>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Country</Data></Cell><Cell><Data ss:Type="String">VNM: Viet Nam</Data></Cell></Row>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Time</Data></Cell><Cell><Data ss:Type="String">2018</Data></Cell></Row>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Unit</Data></Cell><Cell><Data ss:Type="String">Percentage</Data></Cell></Row>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">TOTAL</Data></Cell><Cell><Data ss:Type="Number">55.74</Data></Cell></Row>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">TOTAL</Data></Cell><Cell><Data ss:Type="String">Farms &amp; fish</Data></Cell><Cell><Data ss:Type="Number">65.75</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">Mines</Data></Cell><Cell><Data ss:Type="Number">44.34</Data></Cell></Row>
</Table></Worksheet></Workbook>"#;

#[test]
fn a_workbook_as_one_xml_text_is_read_whatever_its_name() {
    let read = read_named("share.xls", XML_2003.as_bytes());
    assert_eq!(read.form, "XML 2003");
    assert_eq!(told(&read, "C6"), ("Farms & fish", "VNM: Viet Nam", Some(2018), "A", Some(65.75), "%", "n/a"));
    assert_eq!(told(&read, "C7").0, "Mines");
}

fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(&mut bytes));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    bytes
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Sheet"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column/>{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    zip_of(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ])
}

fn ods_text(text: &str) -> String {
    format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
}

fn ods_number(kind: &str, value: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="{kind}" office:value="{value}"><text:p>{value}</text:p></table:table-cell>"#
    )
}

#[test]
fn open_document_keeps_per_cent_and_hides_columns() {
    let row = |cells: &[String]| format!("<table:table-row>{}</table:table-row>", cells.concat());
    let head = row(&[ods_text("Cơ cấu GDP theo giá hiện hành"), ods_text("2019"), ods_text("2020"), ods_text("2021")]);
    let data = |name: &str, a: &str| {
        row(&[ods_text(name), ods_number("percentage", a), ods_number("float", "7"), ods_number("percentage", "0.5")])
    };
    let read = read_named("book.ods", &ods(&format!("{head}{}{}", data("Farms", "0.25"), data("Works", "0.75"))));
    assert_eq!(told(&read, "B2"), ("Farms", "", Some(2019), "A", Some(25.0), "%", "current"));
    assert!(!has(&read, "C2") && has(&read, "D3"));
}

/// A record of a workbook of Excel 97.
fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let mut bytes = kind.to_le_bytes().to_vec();
    bytes.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
    bytes.extend(data);
    bytes
}

fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let mut data: Vec<u8> = [row, column, 0].iter().flat_map(|word| word.to_le_bytes()).collect();
    data.extend(u16::try_from(text.chars().count()).unwrap().to_le_bytes());
    data.push(1);
    data.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    record(0x0204, &data)
}

fn number(row: u16, column: u16, value: f64) -> Vec<u8> {
    let mut data: Vec<u8> = [row, column, 0].iter().flat_map(|word| word.to_le_bytes()).collect();
    data.extend(value.to_le_bytes());
    record(0x0203, &data)
}

/// A compound file with one stream, laid out by hand: header, one table of sectors, directory, stream.
fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = u32::try_from(stream.len() / 512).unwrap();
    let mut header = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    header.resize(24, 0);
    for word in [0x3e_u16, 3, 0xfffe, 9, 6] {
        header.extend(word.to_le_bytes());
    }
    header.resize(44, 0);
    for word in [1_u32, 1, 0, 4096, 0xffff_fffe, 0, 0xffff_fffe, 0, 0] {
        header.extend(word.to_le_bytes());
    }
    header.resize(512, 0xff);
    let mut table = vec![0xffff_fffd_u32, 0xffff_fffe];
    table.extend((0..sectors).map(|at| if at + 1 == sectors { 0xffff_fffe } else { at + 3 }));
    let mut table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    table.resize(512, 0xff);
    let entry = |name: &str, kind: u8, child: u32, first: u32, length: usize| {
        let mut bytes: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.resize(64, 0);
        bytes.extend(u16::try_from((name.len() + 1) * 2).unwrap().to_le_bytes());
        bytes.extend([kind, 1]);
        for word in [0xffff_ffff_u32, 0xffff_ffff, child] {
            bytes.extend(word.to_le_bytes());
        }
        bytes.resize(116, 0);
        bytes.extend(first.to_le_bytes());
        bytes.extend(u32::try_from(length).unwrap().to_le_bytes());
        bytes.resize(128, 0);
        bytes
    };
    let mut directory =
        [entry("Root Entry", 5, 1, 0xffff_fffe, 0), entry(name, 2, 0xffff_ffff, 2, stream.len())].concat();
    directory.resize(512, 0);
    [header, table, directory, stream].concat()
}

fn xls(cells: &[Vec<u8>]) -> Vec<u8> {
    let bof = |kind: u16| {
        record(
            0x0809,
            &[0x0600_u16, kind, 0, 0, 0, 0, 0, 0].iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<_>>(),
        )
    };
    let head = bof(5);
    let sheet_at = |start: u32| {
        let mut data = start.to_le_bytes().to_vec();
        data.extend([0, 0, 4, 0]);
        data.extend(b"Data");
        record(0x0085, &data)
    };
    let end = record(0x000a, &[]);
    let start = u32::try_from(head.len() + sheet_at(0).len() + end.len()).unwrap();
    compound("Workbook", &[head, sheet_at(start), end.clone(), bof(16), cells.concat(), end].concat())
}

#[test]
fn an_old_workbook_says_which_columns_it_hides() {
    let hidden = record(0x007d, &[1_u16, 1, 0, 0, 1, 0].iter().flat_map(|word| word.to_le_bytes()).collect::<Vec<_>>());
    let cells = [
        hidden,
        label(0, 0, "Lao động (Nghìn người)"),
        number(1, 1, 1997.0),
        number(1, 2, 1999.0),
        number(1, 3, 2000.0),
        label(2, 0, "Nông nghiệp"),
        number(2, 1, 248_499.0),
        number(2, 2, 221.9),
        number(2, 3, 215.5),
        label(3, 0, "Xây dựng"),
        number(3, 1, 294_332.0),
        number(3, 2, 377.3),
        number(3, 3, 369.7),
    ];
    let read = read_named("old.xls", &xls(&cells));
    assert_eq!(read.form, "xls");
    assert_eq!(told(&read, "D4"), ("Xây dựng", "", Some(2000), "A", Some(369.7), "thousand persons", "n/a"));
    assert!(!has(&read, "B3"));
}

#[test]
fn rows_of_codes_of_column_numbers_and_without_labels_are_no_data() {
    let read = read(
        "GVA at current prices (mn GBP),,,,\nTime period,Farms,Works,Trade,Rest\n[Not applicable],YBFR,L2KL,L2KQ,L2KR\n1,2,3,4,5\n\
         2018,98.5,85.5,97.5,97.5\n2019,100.5,101.5,102.5,103.5\n,1.02,1.03,1.04,1.05\n",
    );
    assert_eq!(read.tables[0].cells.len(), 8, "{read:#?}");
    assert_eq!(told(&read, "B6").2, Some(2019));
}

#[test]
fn a_row_printed_twice_and_a_total_without_something_are_left_out() {
    let read = read(
        "PDRB atas dasar harga berlaku (juta rupiah),,\n,2019,2020\nPertanian,100.5,110.5\nPajak,10.5,11.5\nIndustri,200.5,220.5\n\
         Pajak.,10.5,11.5\nPDRB,311.5,342.5\nPDRB tanpa migas,300.5,330.5\n",
    );
    assert!(has(&read, "B4") && !has(&read, "B6") && has(&read, "B7") && !has(&read, "B8"));
    let reasons: Vec<LeftOutReason> = read.tables[0].left_out.iter().map(|left| left.reason).collect();
    assert_eq!(reasons, [LeftOutReason::Repeated, LeftOutReason::VariantOfTotal]);
}

fn parts_of(read: &FileRead, total: &str) -> Vec<(Vec<String>, Vec<String>)> {
    let sums = read.tables.iter().flat_map(|table| &table.parents);
    sums.filter(|sum| sum.total == total).map(|sum| (sum.parts.clone(), sum.minus.clone())).collect()
}

#[test]
fn a_head_below_the_first_row_ends_where_the_next_one_begins_above_it() {
    let read = read(
        "各市生产总值(2012年),,,,,\n本表按当年价格计算。,,,,,\n市(县),City(County),第一产业,第二产业,,第三产业\n,,,,建筑业,\n\
         ,,Primary,Secondary,Constr-,Tertiary\n,,Industry,Industry,uction,Industry\n\
         郑州市,Zhengzhou,142.40,3132.92,330.45,2274.46\n开封市,Kaifeng,257.66,533.26,46.16,416.13\n\
         洛阳市,Luoyang,224.60,1778.13,150.97,978.29\n",
    );
    for (address, label) in [("C7", "第一产业"), ("E7", "建筑业"), ("F7", "第三产业")] {
        assert_eq!(told(&read, address).0, label, "{address}");
    }
}

#[test]
fn an_outline_is_found_by_sums_alone() {
    let read = read(
        "Value added at current prices (bn VND),,\n,2019,2020\nTotal,1006.5,1107.7\nGoods,703.2,770.9\nFarms,301.1,320.4\nWorks,402.1,450.5\n\
         Services,303.3,336.8\nTrade,101.2,111.3\nRest,202.1,225.5\n",
    );
    assert_eq!(parts_of(&read, "B3"), [(vec!["B4".to_owned(), "B7".to_owned()], vec![])]);
    assert_eq!(parts_of(&read, "C4"), [(vec!["C5".to_owned(), "C6".to_owned()], vec![])]);
    assert_eq!(parts_of(&read, "B7"), [(vec!["B8".to_owned(), "B9".to_owned()], vec![])]);
    assert!(parts_of(&read, "B5").is_empty() && topics(&read).is_empty());
}

#[test]
fn two_complete_breakdowns_raise_a_question() {
    let read = read(
        "Value added at current prices (bn VND),,\n,2019,2020\nTotal,1006.5,1107.7\nBy owner,,\nState,406.5,407.7\nPrivate,600,700\n\
         By industry,,\nFarms,301.1,320.4\nWorks,402.1,450.5\nRest,303.3,336.8\n",
    );
    assert_eq!(parts_of(&read, "B3").len(), 2);
    assert_eq!(topics(&read), [QuestionTopic::Parts]);
    assert_eq!(read.tables[0].questions[0].proposal, "C8");
}

#[test]
fn a_part_printed_positive_may_be_subtracted() {
    let read = read(
        "Product 2019 at current prices (mn KES),,,,\nCounty,Farms,Works,Services indirectly measured,GCP\nBaringo,24600,4136,411,28325\n\
         Bomet,74205,9671,492,83384\nVihiga,32135,1803,410,33528\nWajir,16445,486,98,16833\n",
    );
    assert_eq!(parts_of(&read, "E3"), [(vec!["B3".to_owned(), "C3".to_owned()], vec!["D3".to_owned()])]);
    assert_eq!(topics(&read), [QuestionTopic::Sign]);
    assert_eq!(cell(&read, "E3").label, "");
}

#[test]
fn sums_run_over_a_table_that_goes_on() {
    let read = read(
        "1. Dân số năm 2000,,\n(Nghìn người),,\n,Tổng số,Thành thị\nCả nước,776.5,186.5\nMiền Bắc,300.4,80.2\n,,\n\
         1. (Tiếp theo) Dân số năm 2000,,\n(Nghìn người),,\n,Tổng số,Thành thị\nMiền Trung,200,50.1\nMiền Nam,276.1,56.2\n",
    );
    let parts = vec!["B5".to_owned(), "B10".to_owned(), "B11".to_owned()];
    assert_eq!(parts_of(&read, "B4"), [(parts, vec![])]);
    assert_eq!(told(&read, "C11").5, "thousand persons");
}

#[test]
fn sheets_with_one_table_each_are_territories() {
    let bytes = xlsx(|book| {
        for name in ["Ilocos", "Cagayan", "Bicol", "Davao"] {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            fill(sheet, &[&["Year", "Farms", "Works"], &["2019", "10.5", "20.5"], &["2020", "11.5", "21.5"]]);
        }
    });
    let read = read_named("planner.xlsx", &bytes);
    let territories: Vec<&str> = read.tables.iter().map(|table| table.cells[0].territory.as_str()).collect();
    assert_eq!(territories, ["Ilocos", "Cagayan", "Bicol", "Davao"]);
    assert_eq!(read.questions.iter().map(|question| question.topic).collect::<Vec<_>>(), [QuestionTopic::Territory]);
}

#[test]
fn an_answer_overrules_a_proposal_and_only_where_it_is_asked() {
    let text = "County,2019,2020\nBaringo,24600,24136\nBomet,74205,74671\nWajir,16445,16486\n";
    assert_eq!(topics(&read(text)), [QuestionTopic::Unit, QuestionTopic::Basis]);
    let unit = answered(text, "unit", "mn KES");
    assert_eq!(told(&unit, "B2").5, "mn KES");
    let question = unit.tables[0].questions.iter().find(|question| question.topic == QuestionTopic::Unit).unwrap();
    assert_eq!(question.answer.as_deref(), Some("mn KES"));
    let part = answered(text, "basis:C", "constant 2015");
    assert_eq!(
        [cell(&part, "B2"), cell(&part, "C2")].map(|cell| cell.price_basis.as_str()),
        ["current", "constant 2015"]
    );
    assert_eq!(told(&answered(text, "territory", "Kenya"), "B2").1, "Baringo");
}

#[test]
fn the_same_bytes_give_the_same_reading() {
    let text = "County,2019,2020\nBaringo,24600,24136\nBomet,74205,74671\n";
    assert_eq!(read(text), read(text));
    assert_eq!(read_named("a/b/table.csv", text.as_bytes()), read(text));
}

/// Files of which nothing can be read.
fn unreadable() -> Vec<(&'static str, Vec<u8>, UnreadableFile)> {
    let encrypted = compound("EncryptedPackage", b"x");
    let old = compound("Book", b"x");
    let other = compound("WordDocument", b"x");
    let whole = xlsx(|book| fill(book.add_worksheet(), &[&["", "2019"], &["Farms", "1"]]));
    let cut = whole[..whole.len() / 2].to_vec();
    let foreign = UnreadableFile::Foreign;
    let px = |from: &str, to: &str| PX.replace(from, to).into_bytes();
    vec![
        ("empty.csv", b" \n".to_vec(), UnreadableFile::Empty),
        ("nothing.xlsx", Vec::new(), UnreadableFile::Empty),
        ("secret.xlsx", encrypted, UnreadableFile::Protected),
        ("cut.xlsx", cut, UnreadableFile::Damaged(String::new())),
        ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>".to_vec(), foreign(ForeignKind::WebPage)),
        ("scan.xls", b"\x89PNG\r\n\x1a\n0000".to_vec(), foreign(ForeignKind::Picture)),
        ("book.csv", b"%PDF-1.7 x".to_vec(), foreign(ForeignKind::Pdf)),
        ("binary.xlsx", zip_of(&[("xl/workbook.bin", "x")]), foreign(ForeignKind::BinaryWorkbook)),
        ("letter.xlsx", zip_of(&[("word/document.xml", "<x/>")]), foreign(ForeignKind::OtherDocument)),
        ("letter.xls", other, foreign(ForeignKind::OtherDocument)),
        ("very-old.xls", old, foreign(ForeignKind::OldWorkbook)),
        ("bytes.csv", vec![1, 0, 2, 0, 3, 0, 0, 7], foreign(ForeignKind::Unknown)),
        ("words.csv", b"Sector,Name\nA,Farms\n".to_vec(), UnreadableFile::NoNumbers),
        ("numbers.csv", b"1.5,2.5\n3.5,4.5\n".to_vec(), UnreadableFile::NoTable),
        (
            "buddhist.csv",
            "Sector,2561,2562\nFarms,1.5,2.5\nWorks,3.5,4.5\n".as_bytes().to_vec(),
            UnreadableFile::StrangeYears { sheet: String::new(), cell: "B1".to_owned() },
        ),
        (
            "old-age.csv",
            "Sector,1851,1852\nFarms,1.5,2.5\nWorks,3.5,4.5\n".as_bytes().to_vec(),
            UnreadableFile::StrangeYears { sheet: String::new(), cell: "B1".to_owned() },
        ),
        ("quotes.csv", b"Sector,2019\n\"Farms,1\nWorks,2\n".to_vec(), UnreadableFile::UnbalancedQuotes { line: 2 }),
        ("count.px", px("1 2 3 4", "1 2 3"), UnreadableFile::WrongCount { expected: 8, found: 7 }),
        ("stub.px", px("STUB", "STUMP").into_iter().collect(), UnreadableFile::MissingKeyword("VALUES")),
    ]
}

#[test]
fn each_file_that_cannot_be_read_has_one_message_that_names_it() {
    for (name, bytes, expected) in unreadable() {
        let error = read_file(name, &bytes, &ImportAnswers::default()).unwrap_err();
        if expected != UnreadableFile::MissingKeyword("VALUES") {
            assert_eq!(error.why, expected, "{name}");
        }
        let told: Vec<String> = Lang::ALL
            .into_iter()
            .map(|lang| {
                let explanation = explain_unreadable(&error, lang);
                assert!(explanation.sentence.contains(name) && !explanation.hint.is_empty(), "{explanation:?}");
                assert!(
                    !explanation.sentence.contains('{') && !explanation.sentence.starts_with("error-"),
                    "{explanation:?}"
                );
                explanation.sentence
            })
            .collect();
        assert_ne!(told[0], told[1], "{name}");
    }
}

/// Files that are read with a finding: the kind, and the cell that it names.
fn findings() -> Vec<(&'static str, String, CheckKind, &'static str)> {
    let head = "Value added at current prices (bn VND),,,,\n";
    let table = |rows: &str| format!("{head}{rows}");
    let mut many = "Value added at current prices (bn VND)".to_owned() + &",".repeat(12) + "\n";
    for (name, values) in [
        ("", "2001,2002,2003,2004,2005,2006,2007,2008,2009,2010,2011,2012"),
        ("Total", "301,303,305,307,309,311,313,315,317,319,321,333"),
        ("Farms", "100,101,102,103,104,105,106,107,108,109,110,111"),
        ("Works", "201,202,203,204,205,206,207,208,209,210,211,212"),
    ] {
        many.extend([name, ",", values, "\n"]);
    }
    vec![
        ("sum.csv", many, CheckKind::SumOff, "M3"),
        ("shares.csv", "Cơ cấu GDP (%),\n,2019\nFarms,30.5\nWorks,40.5\nTrade,20.5\n".to_owned(), CheckKind::SharesNotHundred, "B3"),
        ("negative.csv", "Dân số (Nghìn người),,\n,2019,2020\nNam,-5.5,6.5\nNữ,6.5,7.5\n".to_owned(), CheckKind::NegativePersons, "B3"),
        ("thousand.csv", table(",2017,2018,2019,2020\nFarms,101.5,102.5,103.5,104500.5\nWorks,11.5,12.5,13.5,14.5\n"), CheckKind::FactorThousand, "E3"),
        ("twice.csv", table(",2019,2019,2020\nFarms,1.5,2.5,3.5\nWorks,4.5,5.5,6.5\n"), CheckKind::YearTwice, "C2"),
        ("label.csv", table(",2019,2020\nFarms,1.5,2.5\nWorks,4.5,5.5\nFarms,6.5,7.5\n"), CheckKind::LabelTwice, "B5"),
        ("jump.csv", table(",2019,2020\nFarms,100.5,250.5\nWorks,40.5,50.5\n"), CheckKind::Jump, "C3"),
        ("marks.csv", "Value added at current prices (bn VND);;\n;2019;2020\nFarms;1.5;2.5\nWorks;4,5;5.5\n".to_owned(), CheckKind::MixedMarks, "B"),
        ("text.csv", table(",2019,2020\nFarms,1.5,about ten\nWorks,4.5,5.5\nTrade,7.5,8.5\n"), CheckKind::TextAmongNumbers, "C3"),
        ("unit.csv", "Value added at current prices,,\nĐơn vị: vạn lượng,,\n,2019,2020\nFarms,1.5,2.5\nWorks,4.5,5.5\n".to_owned(), CheckKind::UnknownUnit, "A2"),
        ("quarters.csv", table(",Quý I,Quý II\nFarms,1.5,2.5\nWorks,4.5,5.5\n"), CheckKind::PeriodWithoutYear, "B3"),
        ("codes.csv", table("Code,2019,2020\nA,1.5,2.5\nB,4.5,5.5\nC,7.5,8.5\n"), CheckKind::CodesOnly, "A3"),
        ("ragged.csv", table(",2019,2020\nFarms,1.5,2.5\nWorks,4.5,5.5,9.5\nTrade,1.5,2.5,3.5\n"), CheckKind::RaggedRow, "D"),
        ("cumulative.csv", table(",Quý I năm 2019,Cộng dồn quý II năm 2019\nFarms,1.5,2.5\nWorks,4.5,5.5\n"), CheckKind::Cumulative, "C2"),
        (
            "deflator.csv",
            "Value added at current prices (bn VND),\n,2019\nFarms,100.5\nWorks,200.5\nValue added at constant 2010 prices (bn VND),\n,2019\nFarms,10.5\nWorks,150.5\n".to_owned(),
            CheckKind::DeflatorOut,
            "B7",
        ),
        (
            "bases.csv",
            "Value added (bn VND),,\n,At constant 1994 prices,At constant 2010 prices\n,2009,2010\nFarms,1.5,2.5\nWorks,4.5,5.5\n".to_owned(),
            CheckKind::TwoBases,
            "C4",
        ),
        (
            "place.csv",
            format!("Value added at current prices (bn VND),\nTỉnh,2019\n{}Bắc Nin,7.5\n", ["Hà Nội", "Hà Nam", "Thái Bình", "Nam Định", "Ninh Bình", "Hải Phòng", "Quảng Ninh", "Lào Cai", "Phú Thọ", "Bắc Giang"].map(|name| format!("{name},5.5\n")).concat()),
            CheckKind::UnknownTerritory,
            "A13",
        ),
        (
            "benchmarks.csv",
            "Product at current prices (lakh INR),,\nState,Base: 2004-05,\n,2010-11,2011-12\nAssam,1.5,2.5\nBihar,4.5,5.5\nProduct at current prices (lakh INR),,\nState,Base: 2011-12,\n,2012-13,2013-14\nAssam,1.5,2.5\nBihar,4.5,5.5\n".to_owned(),
            CheckKind::TwoBenchmarks,
            "B7",
        ),
    ]
}

fn assert_found(read: &FileRead, check: CheckKind, cell: &str) {
    let of_tables = read.tables.iter().flat_map(|table| table.checks.iter().map(|found| (table.sheet.as_str(), found)));
    let all: Vec<_> = of_tables.chain(read.checks.iter().map(|found| ("", found))).collect();
    let found = all.iter().find(|(_, found)| found.check == check && found.cell == cell);
    let (sheet, found) = found.unwrap_or_else(|| panic!("{check:?} at {cell} is not among {all:#?}\n{read:#?}"));
    let told: Vec<String> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let told = tell_check(&read.file, sheet, found, lang);
            assert!(
                told.sentence.contains(&read.file) && told.sentence.contains(cell) && told.sentence.contains(*sheet),
                "{told:?}"
            );
            assert!(!told.hint.is_empty() && !told.sentence.starts_with("import-"), "{told:?}");
            told.sentence
        })
        .collect();
    assert_ne!(told[0], told[1]);
}

#[test]
fn each_doubtful_input_has_one_message_that_names_its_cell() {
    for (name, text, check, cell) in findings() {
        assert_found(&read_named(name, text.as_bytes()), check, cell);
    }
}

#[test]
fn the_message_names_the_sheet_where_there_is_one() {
    // Numbers that are stored have no marks, and a sheet has no rows with a field too many.
    let of_text = [CheckKind::MixedMarks, CheckKind::RaggedRow];
    for (name, text, check, cell) in findings().into_iter().filter(|(_, _, check, _)| !of_text.contains(check)) {
        let bytes = xlsx(|book| {
            let sheet = book.add_worksheet();
            sheet.set_name("Bảng số 1").unwrap();
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            for (row, record) in reader.records().enumerate() {
                for (column, field) in record.unwrap().iter().enumerate().filter(|(_, field)| !field.is_empty()) {
                    let (row, column) = (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                    match field.parse::<f64>() {
                        Ok(number) => sheet.write_number(row, column, number).unwrap(),
                        Err(_) => sheet.write_string(row, column, field).unwrap(),
                    };
                }
            }
        });
        let read = read_named(&name.replace(".csv", ".xlsx"), &bytes);
        let of_file = check == CheckKind::TwoBenchmarks || check == CheckKind::DeflatorOut;
        assert_found(
            &read,
            check,
            &if of_file && check == CheckKind::TwoBenchmarks {
                format!("Bảng số 1!{cell}")
            } else {
                cell.to_owned()
            },
        );
    }
}

#[test]
fn what_only_the_reader_can_know_is_asked_with_the_cell() {
    let no_year = read("Value added at current prices (bn VND),\nSector,Amount\nFarms,1.5\nWorks,3.5\n");
    let no_basis = read("Value added (bn VND),,\n,2019,2020\nFarms,1.5,2.5\nWorks,3.5,4.5\n");
    let no_unit = read("Value added at current prices,,\n,2019,2020\nFarms,1.5,2.5\nWorks,3.5,4.5\n");
    for (read, topic, cell) in [
        (&no_year, QuestionTopic::Year, "B3 = 1.5"),
        (&no_basis, QuestionTopic::Basis, "B3 = 1.5"),
        (&no_unit, QuestionTopic::Unit, "B3 = 1.5"),
    ] {
        assert_eq!(topics(read), [topic]);
        let table = &read.tables[0];
        assert!(table.cells.iter().all(|cell| cell.marks.contains(&CellMark::Assumed)));
        let told = Lang::ALL.map(|lang| tell_question(table, &table.questions[0], lang));
        assert!(told.iter().all(|told| told.contains("table.csv") && told.contains(cell)), "{told:?}");
        assert_ne!(told[0], told[1]);
    }
}

#[test]
fn a_wrong_ending_of_the_name_changes_nothing() {
    let bytes = xlsx(|book| {
        fill(
            book.add_worksheet(),
            &[
                &["Value added at current prices (bn VND)"],
                &["", "2019", "2020"],
                &["Farms", "1.5", "2.5"],
                &["Works", "3.5", "4.5"],
            ],
        );
    });
    for name in ["table.csv", "table.pdf", "table"] {
        let read = read_named(name, &bytes);
        assert_eq!(
            (read.form.as_str(), &read.tables[0].cells),
            ("xlsx", &read_named("table.xlsx", &bytes).tables[0].cells)
        );
    }
}

#[test]
fn the_answer_about_columns_with_one_head_holds() {
    let text = "Sector;Year;Output;Output\nFarms;2019;100.5;90.5\nWorks;2019;200.5;190.5\nFarms;2020;110.5;95.5\nWorks;2020;210.5;195.5\n";
    let proposed = read(text);
    let question = proposed.tables[0].questions.iter().find(|it| it.topic == QuestionTopic::Columns).unwrap();
    assert_eq!(question.proposal, "C: current, D: constant");
    assert!(cell(&proposed, "D2").marks.contains(&CellMark::Assumed));
    let answered = answered(text, "columns", "C: constant, D: current");
    assert_eq!(
        (cell(&answered, "C2").price_basis.as_str(), cell(&answered, "D2").price_basis.as_str()),
        ("constant", "current")
    );
}

#[test]
fn two_columns_of_places_may_be_two_levels() {
    let read = read(
        "Dân số trung bình năm 2000 (Nghìn người),,,\n,,Thành thị,Nông thôn\nCả nước,,300.5,30\nĐồng bằng sông Hồng,,200.5,20\n,Hà Nội,150.5,15\n,Hải Phòng,50,5\nĐông Nam Bộ,,100,10\n,Đồng Nai,60,6\n,Tây Ninh,40,4\n",
    );
    assert_eq!(cell(&read, "C4").territory, "Đồng bằng sông Hồng");
    assert_eq!(cell(&read, "C5").territory, "Hà Nội");
    assert_eq!(cell(&read, "C7").territory, "Đông Nam Bộ");
}

#[test]
fn a_code_before_the_name_of_a_place_is_asked_about() {
    let text = "PDRB atas dasar harga berlaku (juta rupiah),,,\nProv :,33 Jateng,Kab/Kota :,17 REMBANG\n,2019,2020,\nPertanian,1.5,2.5,\nIndustri,3.5,4.5,\n";
    let read = read(text);
    assert_eq!(cell(&read, "B4").territory, "Kabupaten Rembang");
    assert!(cell(&read, "B4").marks.contains(&CellMark::Assumed));
    let question = &read.questions[0];
    assert_eq!((question.topic, question.evidence[0].as_str()), (QuestionTopic::Territory, "D2: 17 REMBANG"));
    let answered = answered(text, "territory", "Rembang");
    assert_eq!(cell(&answered, "B4").territory, "Rembang");
}

#[test]
fn an_address_speaks_for_a_territory_and_is_asked_about() {
    let read = read(
        "Value added at current prices (bn VND),,\n,2019,2020\nFarms,1.5,2.5\nWorks,3.5,4.5\nSource: www.office.gov.uk,,\n",
    );
    assert_eq!(cell(&read, "B3").territory, "United Kingdom");
    assert!(cell(&read, "B3").marks.contains(&CellMark::Assumed));
    assert_eq!(read.questions[0].evidence[0], "A5: www.office.gov.uk");
}

#[test]
fn the_year_below_a_basis_is_not_the_year_of_the_prices() {
    let read = read(
        "Giá trị tăng thêm (Tỷ đồng),,,\n,Theo giá hiện hành,Theo giá so sánh,\n,2019,2019,2020\nNông nghiệp,1.5,2.5,3.5\nDịch vụ,4.5,5.5,6.5\n",
    );
    assert_eq!(told(&read, "C4"), ("Nông nghiệp", "", Some(2019), "A", Some(2.5), "bn VND", "constant"));
    assert_eq!(told(&read, "D4").2, Some(2020));
}

#[test]
fn the_decimals_of_a_ratio_do_not_settle_the_thousands_of_levels() {
    let text = "Vốn đầu tư theo giá hiện hành (Tỷ đồng),,,\n,2019,2020,So sánh 2020/2019 (%)\nNhà nước,10.123,12.456,123.1\nNgoài nhà nước,20.000,21.000,105.2\n";
    let open = read(text);
    let question = open.tables[0].questions.iter().find(|it| it.topic == QuestionTopic::Marks).unwrap();
    assert_eq!((question.id.as_str(), question.proposal.as_str()), ("marks:B-C", "comma"));
    assert!(cell(&open, "B3").marks.contains(&CellMark::Assumed));
    assert_eq!((cell(&open, "B3").value, cell(&open, "D3").value), (Some(10_123.0), Some(123.1)));
    assert_eq!(cell(&answered(text, "marks", "dot"), "B3").value, Some(10.123));
}

#[test]
fn a_comparison_without_a_year_is_proposed_as_of_the_year_beside_it() {
    let text = "GRDP theo giá so sánh 2010 (Tỷ đồng),,\n,Thực hiện quý I năm 2023,Quý I so với cùng kỳ năm trước (%)\nNông nghiệp,30.5,103.1\nDịch vụ,40.5,105.1\n";
    let read = read(text);
    let compared = cell(&read, "C3");
    assert_eq!((compared.year, compared.period.as_str()), (Some(2023), "Q1"));
    assert!(compared.marks.contains(&CellMark::Assumed) && topics(&read) == [QuestionTopic::Year]);
}

#[test]
fn a_title_that_mentions_growth_leaves_levels_alone() {
    let read = read(
        "Output in £ million and percentage growth rates at current prices,,,,\n,Farms,Works,Trade,Homes\n2019,1000.5,2000.5,3000.5,12.5\n2020,1010.5,2010.5,3010.5,13.5\n",
    );
    assert_eq!(cell(&read, "E3").unit, "mn GBP");
}

#[test]
fn formulas_that_failed_or_were_not_computed_have_no_value() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(
            sheet,
            &[
                &["Value added at current prices (bn VND)"],
                &["", "2019", "2020"],
                &["Farms", "1.5", "2.5"],
                &["Works", "3.5", "4.5"],
            ],
        );
        sheet.write_formula(2, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        sheet.write_formula(3, 2, Formula::new("=B4*2").set_result("")).unwrap();
    });
    let read = read_named("formulas.xlsx", &bytes);
    assert_eq!(cell(&read, "C3").value, None);
    assert_found(&read, CheckKind::FailedFormula, "C3");
}

#[test]
fn years_stored_as_dates_are_years() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(
            sheet,
            &[&["Value added at current prices (bn VND)"], &[""], &["Farms", "1.5", "2.5"], &["Works", "3.5", "4.5"]],
        );
        let format = Format::new().set_num_format("yyyy");
        for (column, year) in [(1, 2019), (2, 2020)] {
            let date = rust_xlsxwriter::ExcelDateTime::from_ymd(year, 1, 1).unwrap();
            sheet.write_datetime_with_format(1, column, &date, &format).unwrap();
        }
    });
    let read = read_named("dates.xlsx", &bytes);
    assert_eq!(told(&read, "C4"), ("Works", "", Some(2020), "A", Some(4.5), "bn VND", "current"));
}

#[test]
fn a_stray_cell_far_below_costs_nothing() {
    let bytes = xlsx(|book| {
        let sheet = book.add_worksheet();
        fill(
            sheet,
            &[
                &["Value added at current prices (bn VND)"],
                &["", "2019", "2020"],
                &["Farms", "1.5", "2.5"],
                &["Works", "3.5", "4.5"],
            ],
        );
        sheet.write_string(1_048_000, 0, "x").unwrap();
    });
    assert_eq!(read_named("long.xlsx", &bytes).tables[0].cells.len(), 4);
}
