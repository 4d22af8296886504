//! Shapes and texts as SVG; widths of texts are estimated from the letters of the embedded font.

use crate::theme::Rgb;
use std::fmt::Write as _;

/// The font of every picture, embedded where a picture is.
pub const FONT: &str = "IBM Plex Sans";

/// Where a text stands in relation to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    pub(super) size: f32,
    pub(super) color: Rgb,
    pub(super) bold: bool,
    /// Ground drawn round the letters, where they cross lines.
    pub(super) halo: Option<Rgb>,
}

impl Ink {
    pub(super) const fn plain(size: f32, color: Rgb) -> Self {
        Self { size, color, bold: false, halo: None }
    }

    pub(super) const fn bold(size: f32, color: Rgb) -> Self {
        Self { size, color, bold: true, halo: None }
    }

    pub(super) const fn over(self, ground: Rgb) -> Self {
        Self { halo: Some(ground), ..self }
    }
}

/// The stroke of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke<'a> {
    pub(super) width: f32,
    pub(super) color: Rgb,
    pub(super) dash: &'a [f32],
}

/// The body of an SVG picture while it is drawn.
#[derive(Debug, Default)]
pub(super) struct Pen {
    pub(super) body: String,
}

/// `#rrggbb`.
pub(super) fn hex(color: Rgb) -> String {
    format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2)
}

/// A length with two decimals, which is finer than any printer.
fn length(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A text inside markup; characters that XML cannot hold are left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(letter),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => out.push(letter),
        }
    }
    out
}

impl Pen {
    fn push(&mut self, arguments: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        self.body.write_fmt(arguments).unwrap_or_default();
        self.body.push('\n');
    }

    pub(super) fn rect(&mut self, (left, top, right, bottom): (f32, f32, f32, f32), fill: Rgb) {
        let (width, height) = ((right - left).max(0.0), (bottom - top).max(0.0));
        self.push(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            length(left),
            length(top),
            length(width),
            length(height),
            hex(fill)
        ));
    }

    pub(super) fn line(&mut self, points: &[[f32; 2]], stroke: Stroke<'_>) {
        if points.len() < 2 {
            return;
        }
        let path: Vec<String> = points.iter().map(|[x, y]| format!("{},{}", length(*x), length(*y))).collect();
        let dash: Vec<String> = stroke.dash.iter().map(|part| length(*part)).collect();
        let dash = if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", dash.join(" ")) };
        self.push(format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"{dash}/>",
            path.join(" "),
            hex(stroke.color),
            length(stroke.width)
        ));
    }

    pub(super) fn rule(&mut self, from: [f32; 2], to: [f32; 2], color: Rgb, width: f32) {
        self.line(&[from, to], Stroke { width, color, dash: &[] });
    }

    pub(super) fn polygon(&mut self, points: &[[f32; 2]], fill: Rgb, rim: (Rgb, f32)) {
        let path: Vec<String> = points.iter().map(|[x, y]| format!("{},{}", length(*x), length(*y))).collect();
        self.push(format_args!(
            "<polygon points=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
            path.join(" "),
            hex(fill),
            hex(rim.0),
            length(rim.1)
        ));
    }

    pub(super) fn circle(&mut self, at: [f32; 2], radius: f32, fill: Rgb, rim: (Rgb, f32)) {
        self.push(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"{}\"/>",
            length(at[0]),
            length(at[1]),
            length(radius),
            hex(fill),
            hex(rim.0),
            length(rim.1)
        ));
    }

    /// A text with its baseline at the point.
    pub(super) fn text(&mut self, at: [f32; 2], anchor: Anchor, ink: Ink, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let weight = if ink.bold { " font-weight=\"600\"" } else { "" };
        // The ground is painted under the letters of the same text, so that a reader meets it once.
        let halo = ink.halo.map_or_else(String::new, |ground| {
            format!(" stroke=\"{}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"", hex(ground))
        });
        self.push(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{anchor}\"{weight}{halo} fill=\"{}\">{}</text>",
            length(at[0]),
            length(at[1]),
            length(ink.size),
            hex(ink.color),
            escaped(text)
        ));
    }

    /// A text centred on a height.
    pub(super) fn text_on_middle(&mut self, at: [f32; 2], anchor: Anchor, ink: Ink, text: &str) {
        self.text([at[0], at[1] + ink.size * 0.35], anchor, ink, text);
    }
}

/// Width of a text, estimated from the widths of the font's letters; a little wide rather than narrow.
pub(super) fn width_of(text: &str, size: f32, bold: bool) -> f32 {
    let em: f32 = text.chars().map(letter_width).sum();
    em * size * if bold { 1.04 } else { 1.0 }
}

/// Widths of IBM Plex Sans in em.
const fn letter_width(letter: char) -> f32 {
    match letter {
        ' ' => 0.26,
        'i' | 'l' | 'j' | 'í' | 'ì' | 'ỉ' | 'ĩ' | 'ị' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '(' | ')' => {
            0.31
        }
        'f' | 't' | 'r' | 'I' | '-' | '/' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '—' | '…' => 0.89,
        'A'..='Z' | 'Đ' | 'À'..='Ö' | 'Ạ' | 'Ấ' | 'Ố' | 'Ộ' | 'Ứ' => 0.67,
        _ => 0.585,
    }
}

/// A text in lines no wider than a width.
pub(super) fn wrapped(text: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width_of(line, size, false) + width_of(word, size, false) + size * 0.26 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_user_writes_stays_text() {
        assert_eq!(escaped("<a href=\"x\">&\u{1}\u{0}b"), "&lt;a href=&quot;x&quot;&gt;&amp;b");
        let mut pen = Pen::default();
        pen.text([1.0, 2.0], Anchor::Start, Ink::plain(11.0, Rgb(1, 2, 3)), "</text><script>");
        assert!(!pen.body.contains("<script>"), "{}", pen.body);
    }

    #[test]
    fn lines_are_no_wider_than_asked() {
        let lines = wrapped("một hai ba bốn năm sáu bảy tám chín mười", 11.0, 90.0);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| width_of(line, 11.0, false) <= 90.0), "{lines:?}");
        assert_eq!(lines.join(" "), "một hai ba bốn năm sáu bảy tám chín mười");
    }
}
