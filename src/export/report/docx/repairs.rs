//! What the library cannot say of a document, put into the parts that it has built.
//!
//! Two parts are written anew, and some elements of the text are repaired; every repair has its reason beside it.

use super::{DocxError, legal};
use crate::export::carried::MARK;
use crate::export::chart::{ChartFile, escape};
use crate::export::report::Report;
use docx_rs::XMLDocx;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use std::collections::BTreeMap;

/// The set of properties that a user may add to, by its number in the format.
const PROPERTY_SET: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/// The names in the part of properties.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
    ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
];
/// What a picture is called, its number and its text equivalent.
const PICTURE: &str = "wp:docPr";

/// The elements without content that stand for one of the library's, given what the next picture is called.
type ElementRepair = for<'a> fn(BytesStart<'a>, &mut dyn Iterator<Item = BytesStart<'static>>) -> Vec<BytesStart<'a>>;

/// The elements of the text that are repaired.
const ELEMENTS: [(&str, ElementRepair); 2] = [
    // The library knows no row of heads, which Word repeats on every page; rows of heads alone state a height.
    ("w:trHeight", repeat_heads),
    // The library calls every picture "Figure", gives it the number 1, and knows no text equivalent.
    (PICTURE, describe_picture),
];

/// Puts into the parts what the library cannot say.
///
/// # Errors
/// [`DocxError`] if a part that the library has built is no XML, or a part cannot be written.
pub(super) fn repair(parts: &mut XMLDocx, report: &Report) -> Result<(), DocxError> {
    // The library reads an item and writes its text without escapes.
    parts.custom_items = vec![write_study(report)];
    // The library writes properties in the order of a hash; a file is the same whenever it is made.
    parts.doc_props.custom = write_properties(report)?;
    parts.document = repair_elements(&parts.document, report)?;
    Ok(())
}

fn write_study(report: &Report) -> Vec<u8> {
    let study = escape(&report.carried);
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<study id=\"{MARK}\">{study}</study>").into_bytes()
}

fn write_properties(report: &Report) -> Result<Vec<u8>, DocxError> {
    let mut properties = BTreeMap::from([("title", &report.title)]);
    properties.extend(report.properties.iter().map(|(name, value)| (*name, value)));
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    writer.write_event(Event::Start(BytesStart::new("Properties").with_attributes(NAMESPACES)))?;
    // Numbers 0 and 1 are taken by the format itself.
    for (number, (name, value)) in (2..).zip(properties) {
        let number = number.to_string();
        let attributes = [("fmtid", PROPERTY_SET), ("pid", &number), ("name", name)];
        writer.write_event(Event::Start(BytesStart::new("property").with_attributes(attributes)))?;
        writer.write_event(Event::Start(BytesStart::new("vt:lpwstr")))?;
        writer.write_event(Event::Text(BytesText::new(&legal(value))))?;
        writer.write_event(Event::End(BytesEnd::new("vt:lpwstr")))?;
        writer.write_event(Event::End(BytesEnd::new("property")))?;
    }
    writer.write_event(Event::End(BytesEnd::new("Properties")))?;
    Ok(writer.into_inner())
}

fn repair_elements(document: &[u8], report: &Report) -> Result<Vec<u8>, DocxError> {
    let text = str::from_utf8(document).map_err(|error| DocxError::Library(error.to_string()))?;
    let mut pictures = (1..).zip(report.figures()).map(|(id, figure)| name_picture(id, figure));
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new(Vec::with_capacity(document.len()));
    loop {
        let event = reader.read_event().map_err(|error| DocxError::Library(error.to_string()))?;
        if matches!(event, Event::Eof) {
            return Ok(writer.into_inner());
        }
        let Event::Empty(element) = event else {
            writer.write_event(event)?;
            continue;
        };
        for element in repair_element(element, &mut pictures) {
            writer.write_event(Event::Empty(element))?;
        }
    }
}

fn repair_element<'a>(
    element: BytesStart<'a>,
    pictures: &mut dyn Iterator<Item = BytesStart<'static>>,
) -> Vec<BytesStart<'a>> {
    match ELEMENTS.iter().find(|(name, _)| *name == element.name().as_ref()) {
        Some((_, repair)) => repair(element, pictures),
        None => vec![element],
    }
}

fn repeat_heads<'a>(
    height: BytesStart<'a>,
    _pictures: &mut dyn Iterator<Item = BytesStart<'static>>,
) -> Vec<BytesStart<'a>> {
    vec![BytesStart::new("w:tblHeader"), height]
}

fn describe_picture<'a>(
    plain: BytesStart<'a>,
    pictures: &mut dyn Iterator<Item = BytesStart<'static>>,
) -> Vec<BytesStart<'a>> {
    vec![pictures.next().unwrap_or(plain)]
}

fn name_picture(id: u32, (number, figure): (&str, &ChartFile)) -> BytesStart<'static> {
    let (name, words) = (escape(number), escape(&figure.described));
    let content = format!("{PICTURE} id=\"{id}\" name=\"{name}\" descr=\"{words}\" ");
    BytesStart::from_content(content, PICTURE.len())
}
