//! Texts in lines: broken where Unicode allows it (UAX 14), never inside a number or a range of numbers.

use crate::chart::scene::Font;
use crate::export::chart::width_of;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::char::is_combining_mark;

/// Signs behind which a number goes on: those of ranges, and of numbers themselves.
const JOINING: [char; 9] = ['–', '-', '−', '/', '+', '±', '≥', '≤', '≈'];

/// A line of text and how wide it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextLine {
    pub(super) text: String,
    pub(super) width: f32,
}

impl TextLine {
    fn new(text: &str, font: Font) -> Self {
        let text = text.trim_end();
        Self { text: text.to_owned(), width: width_of(text, font) }
    }
}

/// A text after removal of control characters; tabs become spaces.
fn clean(text: &str) -> String {
    let printed = text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\t' | '\n'));
    printed.map(|letter| if letter == '\t' { ' ' } else { letter }).collect()
}

/// Pieces that stay whole, each with whether a line ends behind it in any case.
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (end, opportunity) in linebreaks(text) {
        let (before, after) = text.split_at(end);
        let is_last = after.is_empty();
        let forced = opportunity == BreakOpportunity::Mandatory && !is_last;
        if !forced && !is_last && joins(before, after) {
            continue;
        }
        found.push((before.get(start..).unwrap_or_default(), forced));
        start = end;
    }
    found
}

/// Whether a number goes on behind a sign at which words might break.
fn joins(before: &str, after: &str) -> bool {
    let digit = after.chars().next().is_some_and(|letter| letter.is_ascii_digit());
    digit && before.chars().next_back().is_some_and(|letter| JOINING.contains(&letter))
}

/// Width of the widest piece that stays whole.
pub(super) fn widest_piece(text: &str, font: Font) -> f32 {
    let text = clean(text);
    pieces(&text).into_iter().map(|(piece, _)| width_of(piece.trim_end(), font)).fold(0.0, f32::max)
}

/// A text in lines of at most this width; a piece that is wider alone is broken between letters.
pub(super) fn break_lines(text: &str, font: Font, width: f32) -> Vec<TextLine> {
    let text = clean(text);
    let mut lines = Vec::new();
    // What stands on the line so far, and its width with the space behind it.
    let (mut line, mut used) = (String::new(), 0.0);
    for (piece, forced) in pieces(text.trim()) {
        if used + width_of(piece.trim_end(), font) > width && !line.is_empty() {
            lines.push(TextLine::new(&line, font));
            (line, used) = (String::new(), 0.0);
        }
        let rest = cut_long(piece, font, width, &mut lines);
        line.push_str(rest);
        used += width_of(rest, font);
        if forced {
            lines.push(TextLine::new(&line, font));
            (line, used) = (String::new(), 0.0);
        }
    }
    if !line.trim().is_empty() {
        lines.push(TextLine::new(&line, font));
    }
    lines
}

/// What is left of a piece after full lines of its letters were cut off, as long as it is wider than a line.
fn cut_long<'t>(piece: &'t str, font: Font, width: f32, lines: &mut Vec<TextLine>) -> &'t str {
    let mut rest = piece;
    while width_of(rest.trim_end(), font) > width {
        // At least one letter stands on a line, with the marks over and under it.
        let ends = rest.char_indices().skip(1).filter(|(_, letter)| !is_combining_mark(*letter)).map(|(end, _)| end);
        let fits = |end: &usize| rest.get(..*end).is_some_and(|part| width_of(part, font) <= width);
        let first = ends.clone().next();
        let Some((line, after)) = ends.take_while(fits).last().or(first).and_then(|end| rest.split_at_checked(end))
        else {
            break;
        };
        lines.push(TextLine::new(line, font));
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const FONT: Font = Font { size: 10.0, bold: false };

    fn told(text: &str, width: f32) -> Vec<String> {
        break_lines(text, FONT, width).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_break_between_words_and_hold_all_of_them() {
        let text = "Tỉnh Bắc Ninh trước ngày 1/7/2025, giá so sánh 2010.";
        let lines = break_lines(text, FONT, 110.0);
        assert!(lines.len() > 2 && lines.iter().all(|line| line.width <= 110.0), "{lines:?}");
        assert_eq!(told(text, 110.0).join(" "), text);
    }

    #[test]
    fn numbers_and_ranges_stay_whole() {
        // Each number is tried at every width down to its own.
        for number in ["2021–2030", "−40,2", "1.234.567,8", "8,0–9,0%", "+5,0%", "1/7/2025", "≥\u{a0}190,4"] {
            let text = format!("tăng {number} so với {number} của năm");
            let least = width_of(number, FONT);
            for step in 0..60_u8 {
                let lines = told(&text, least + 2.0 * f32::from(step));
                let whole = lines.iter().map(|line| line.matches(number).count()).sum::<usize>();
                assert_eq!(whole, 2, "{lines:?}");
            }
        }
    }

    #[test]
    fn a_word_wider_than_its_line_is_broken_between_letters_and_their_marks() {
        let text = "Nghie\u{302}ng".repeat(9);
        let lines = break_lines(&text, FONT, 60.0);
        assert!(lines.len() > 4 && lines.iter().all(|line| line.width <= 60.0), "{lines:?}");
        assert!(lines.iter().all(|line| !line.text.starts_with('\u{302}')), "{lines:?}");
        assert_eq!(lines.into_iter().map(|line| line.text).collect::<String>(), text);
    }

    #[test]
    fn a_line_ends_where_its_author_ended_it() {
        assert_eq!(told("a\nb c", 300.0), ["a", "b c"]);
        assert!(told(" \u{7} ", 300.0).is_empty());
    }
}
