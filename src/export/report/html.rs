//! The report as one self-contained page of HTML: charts inline, font inside, laid out for A4 when printed.

use super::{Report, ReportBlock, ReportRow, ReportTable, Section};
use crate::export::carried::MARK;
use crate::export::chart::{ChartLook, escape, font_faces, to_inline_svg};
use std::fmt::Write as _;

/// Screen and paper.
const STYLE: &str = r#"
:root{color-scheme:light}
*{box-sizing:border-box}
body{font-family:'IBM Plex Sans',sans-serif;font-size:11pt;line-height:1.5;color:#1b1d1f;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:20pt;line-height:1.2;margin:0 0 .3rem;font-weight:600}
h2{font-size:14pt;margin:2rem 0 .6rem;font-weight:600;border-top:1.5px solid #1b1d1f;padding-top:.4rem}
h3{font-size:11.5pt;margin:1.3rem 0 .4rem;font-weight:600}
p,li{margin:.45rem 0;text-align:left;overflow-wrap:anywhere}
.lead{font-size:13pt;line-height:1.35;font-weight:600}
.subtitle{font-size:13pt;color:#4f5459;margin:0}
.facts{color:#5f6469;font-size:10pt;margin:.8rem 0 1.2rem}
.facts p{margin:.1rem 0}
nav{margin:1rem 0 2rem;border:1px solid #d9d6cf;padding:.6rem 1rem}
nav h2{border:0;margin:0 0 .3rem;padding:0;font-size:12pt}
nav ol{list-style:none;margin:0;padding:0;font-size:10.5pt}
nav li{margin:.12rem 0}
nav li.sub{padding-left:1.4rem}
nav a{color:inherit;text-decoration:none}
nav a:hover{text-decoration:underline}
ul.details{font-size:9pt;line-height:1.35;padding-left:1.3rem}
ul.details li{margin:.2rem 0}
figure{margin:1rem 0;break-inside:avoid}
figure svg{width:100%;height:auto;display:block}
figcaption,caption{font-size:10pt;text-align:left;font-weight:600;margin:.3rem 0;caption-side:top;padding:0 0 .3rem}
figcaption span{font-weight:400;color:#5f6469}
.source,.note{font-size:9pt;color:#5f6469;margin:.3rem 0 .9rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:9.5pt;margin:.8rem 0 .2rem;line-height:1.35}
th,td{padding:.28rem .4rem;border-bottom:1px solid #d9d6cf;vertical-align:top;text-align:left;overflow-wrap:break-word}
thead th{border-bottom:1px solid #1b1d1f;border-top:1px solid #1b1d1f;font-weight:600;vertical-align:bottom}
.number{text-align:right;font-variant-numeric:tabular-nums}
tr.strong td{font-weight:600;background:#f6f5f2}
footer{margin-top:2.5rem;border-top:1px solid #d9d6cf;padding-top:.4rem;font-size:8.5pt;color:#5f6469}
@page{size:A4;margin:20mm 20mm 22mm 25mm;@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt 'IBM Plex Sans',sans-serif;color:#5f6469}}
@media print{
body{margin:0;padding:0;max-width:none;font-size:10.5pt}
h2,h3,caption{break-after:avoid}
tr,figure{break-inside:avoid}
thead{display:table-header-group;break-inside:avoid;break-after:avoid}
tbody tr:nth-child(-n+2){break-before:avoid}
p,li{orphans:3;widows:3}
table.short{break-inside:avoid}
nav{break-after:page}
.close body{font-size:9.5pt;line-height:1.35}
.close h1{font-size:15pt;margin:0}
.close .subtitle{font-size:11pt}
.close .facts{font-size:8.5pt;margin:.2rem 0 .3rem}
.close h2{font-size:11.5pt;margin:.7rem 0 .2rem;padding-top:.2rem}
.close p,.close li{margin:.15rem 0}
.close ul{margin:.2rem 0}
.close .lead{font-size:12pt}
.close ul.details{font-size:8.5pt;line-height:1.25}
.close figure{margin:.3rem 0}
.close table{font-size:8.5pt;margin:.2rem 0;line-height:1.2}
.close th,.close td{padding:.12rem .3rem}
.close .source,.close .note{font-size:7.5pt;margin:.1rem 0 .3rem}
.close footer{margin-top:.6rem}
}
"#;

/// Rows up to which a table is kept on one page.
const SHORT: usize = 18;

/// The page.
pub fn to_html(report: &Report, look: &ChartLook<'_>) -> String {
    let mut body = String::new();
    head(&mut body, report);
    for (position, section) in report.sections.iter().enumerate() {
        write_section(&mut body, section, position, look);
    }
    push(&mut body, format_args!("<footer>{}</footer>\n", escape(&report.footer)));
    // A script element of type text: browsers do not run or show it.
    push(&mut body, format_args!("<script type=\"text/plain\" id=\"{MARK}\">{}</script>\n", escape(&report.carried)));
    let mut properties = String::new();
    for (name, value) in &report.properties {
        push(&mut properties, format_args!("<meta name=\"{name}\" content=\"{}\">\n", escape(value)));
    }
    let faces = font_faces();
    // What has no table of contents is short, and printed closer.
    let close = if report.contents.is_some() { "" } else { " class=\"close\"" };
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"{close}>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<meta name=\"date\" content=\"{}\">\n{properties}<style>{faces}{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        report.lang,
        escape(&report.title),
        report.stamp.iso(),
    )
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    text.write_fmt(arguments).unwrap_or_default();
}

fn head(body: &mut String, report: &Report) {
    push(body, format_args!("<header><h1>{}</h1>\n", escape(&report.title)));
    push(body, format_args!("<p class=\"subtitle\">{}</p>\n<div class=\"facts\">", escape(&report.subtitle)));
    for fact in &report.facts {
        push(body, format_args!("<p>{}</p>", escape(fact)));
    }
    body.push_str("</div></header>\n");
    let Some(contents) = &report.contents else { return };
    push(body, format_args!("<nav><h2>{}</h2><ol>\n", escape(contents)));
    for (position, section) in report.sections.iter().enumerate() {
        let heading = &section.heading;
        let class = if heading.level > 1 { " class=\"sub\"" } else { "" };
        push(body, format_args!("<li{class}><a href=\"#s{position}\">{}</a></li>\n", escape(&heading.to_text())));
    }
    body.push_str("</ol></nav>\n");
}

fn write_section(body: &mut String, section: &Section, position: usize, look: &ChartLook<'_>) {
    let heading = &section.heading;
    let level = if heading.level > 1 { 3 } else { 2 };
    push(body, format_args!("<h{level} id=\"s{position}\">{}</h{level}>\n", escape(&heading.to_text())));
    for block in &section.blocks {
        match block {
            ReportBlock::Lead(text) => push(body, format_args!("<p class=\"lead\">{}</p>\n", escape(text))),
            ReportBlock::Paragraph(text) => push(body, format_args!("<p>{}</p>\n", escape(text))),
            ReportBlock::Note(text) => push(body, format_args!("<p class=\"note\">{}</p>\n", escape(text))),
            ReportBlock::List(points) => write_list(body, points, ""),
            ReportBlock::Details(points) => write_list(body, points, " class=\"details\""),
            ReportBlock::Table(table) => write_table(body, table),
            ReportBlock::Figure { number, figure } => push(
                body,
                format_args!(
                    "<figure><figcaption>{}. {} <span>({})</span></figcaption>\n{}<p class=\"source\">{}</p></figure>\n",
                    escape(number),
                    escape(&figure.title),
                    escape(&figure.unit),
                    to_inline_svg(figure, look),
                    escape(&figure.caption)
                ),
            ),
        }
    }
}

fn write_list(body: &mut String, points: &[String], class: &str) {
    push(body, format_args!("<ul{class}>\n"));
    for point in points {
        push(body, format_args!("<li>{}</li>\n", escape(point)));
    }
    body.push_str("</ul>\n");
}

fn write_table(body: &mut String, table: &ReportTable) {
    let class = |column: usize| if column >= table.numbers_from { " class=\"number\"" } else { "" };
    let short = if table.rows.len() <= SHORT { " class=\"short\"" } else { "" };
    push(
        body,
        format_args!(
            "<table{short}>\n<caption>{}. {}</caption>\n<colgroup>",
            escape(&table.number),
            escape(&table.title)
        ),
    );
    let whole: u32 = table.widths.iter().sum::<u32>().max(1);
    for width in &table.widths {
        push(body, format_args!("<col style=\"width:{}%\">", width * 100 / whole));
    }
    body.push_str("</colgroup>\n<thead><tr>");
    for (column, head) in table.heads.iter().enumerate() {
        push(body, format_args!("<th{}>{}</th>", class(column), escape(head)));
    }
    body.push_str("</tr></thead>\n<tbody>\n");
    for ReportRow { cells, strong } in &table.rows {
        body.push_str(if *strong { "<tr class=\"strong\">" } else { "<tr>" });
        for (column, cell) in cells.iter().enumerate() {
            push(body, format_args!("<td{}>{}</td>", class(column), escape(cell)));
        }
        body.push_str("</tr>\n");
    }
    body.push_str("</tbody></table>\n");
    if !table.source.is_empty() {
        push(body, format_args!("<p class=\"source\">{}</p>\n", escape(&table.source)));
    }
}
