//! A card of the overview: a label, a large number, a bar against the target, and the gaps to target and baseline.
//!
//! All strings come formatted; the card has no outline and takes the width it is given.

use egui::{FontId, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::theme::Rgb;
use crate::ui::style;

/// What a card shows.
#[derive(Debug, Clone, Copy)]
pub struct Card<'a> {
    /// Quantity and year.
    pub label: &'a str,
    /// The number.
    pub value: &'a str,
    /// Unit in two short lines beside the number.
    pub unit: [&'a str; 2],
    /// The bar, left out in low windows.
    pub bar: Option<CardBar>,
    /// Target and baseline, in this order.
    pub rows: &'a [CardLine<'a>],
}

/// The bar of a card; positions are fractions of its width, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardBar {
    /// End of the filled part.
    pub value: f32,
    /// Colour of the filled part.
    pub color: Rgb,
    /// Tick of the target.
    pub target: Option<f32>,
    /// Tick of the pinned baseline.
    pub baseline: Option<f32>,
    /// Colour of the baseline's tick.
    pub baseline_color: Rgb,
}

/// One line below the bar.
#[derive(Debug, Clone, Copy)]
pub struct CardLine<'a> {
    /// Name and value of what is compared with.
    pub left: &'a str,
    /// Signed gap.
    pub right: &'a str,
    /// Whether the gap is emphasised, as that to the target is.
    pub strong: bool,
}

/// Height with a bar in points; the rows begin 14 higher without one.
pub const HEIGHT: f32 = 94.0;

const BAR_BLOCK: f32 = 16.0;
const ROW: f32 = 14.0;
const SPACING: f32 = 8.0;

/// Width at which a card is shown in full, in points.
pub fn full_width(ui: &Ui, card: &Card<'_>) -> f32 {
    let theme = style::tokens(ui);
    let wide = |text: &str, role: FontId| style::one_line(ui, text, role, theme.ink, f32::INFINITY).size().x;
    let units = wide(card.unit[0], style::small()).max(wide(card.unit[1], style::fine()));
    let number = wide(card.value, style::card_number_font()) + SPACING + units;
    let row = |row: &CardLine<'_>| wide(row.left, style::small()) + SPACING + wide(row.right, style::small_strong());
    card.rows.iter().map(row).fold(number.max(wide(card.label, style::small_strong())), f32::max)
}

/// Shows a card `width` points wide.
pub fn card(ui: &mut Ui, width: f32, card: &Card<'_>) -> Response {
    let height = if card.bar.is_some() { HEIGHT } else { HEIGHT - BAR_BLOCK };
    // Not made clickable afterwards: what is first drawn without a wish for the keyboard loses it in every frame.
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), spoken(card)));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let theme = style::tokens(ui);
    let fits = |words: &str| !style::one_line(ui, words, style::small_strong(), theme.ink2, rect.width()).elided;
    let label = keep_last_word(card.label, &fits);
    text(ui, &label, style::small_strong(), theme.ink2, line(rect, 7.0, rect.left()));
    let number = text(ui, card.value, number_font(ui, rect.width(), card), theme.ink, line(rect, 31.0, rect.left()));
    let unit_left = number + SPACING;
    text(ui, card.unit[0], style::small(), theme.ink3, line(rect, 24.5, unit_left));
    text(ui, card.unit[1], style::fine(), theme.ink3, line(rect, 36.5, unit_left));
    let mut middle = 71.5;
    match &card.bar {
        Some(bar) => paint_bar(ui, rect, bar),
        None => middle -= BAR_BLOCK,
    }
    for row in card.rows {
        paint_row(ui, line(rect, middle, rect.left()), row);
        middle += ROW;
    }
    response
}

/// A label that keeps its last word, the year, where not all of it fits: words before it give way.
fn keep_last_word(label: &str, fits: &dyn Fn(&str) -> bool) -> String {
    let words: Vec<&str> = label.split(' ').collect();
    let Some((last, before)) = words.split_last().filter(|_| !fits(label)) else { return label.to_owned() };
    let shorter = (1..before.len()).rev().map(|kept| format!("{}… {last}", before[..kept].join(" ")));
    shorter.into_iter().find(|words| fits(words)).unwrap_or_else(|| label.to_owned())
}

/// The largest of the number's sizes that leaves room for the whole unit.
fn number_font(ui: &Ui, width: f32, card: &Card<'_>) -> FontId {
    let ink = style::tokens(ui).ink;
    let wide = |words: &str, font: FontId| style::one_line(ui, words, font, ink, f32::INFINITY).size().x;
    let unit = wide(card.unit[0], style::small()).max(wide(card.unit[1], style::fine()));
    let fits = |font: &FontId| wide(card.value, font.clone()) + SPACING + unit <= width;
    [style::card_number_font(), style::detail()].into_iter().find(fits).unwrap_or_else(style::title)
}

/// The card as one sentence, for screen readers.
fn spoken(card: &Card<'_>) -> String {
    let mut sentence = format!("{}: {} {} {}", card.label, card.value, card.unit[0], card.unit[1]);
    for row in card.rows {
        sentence.push_str("; ");
        sentence.push_str(row.left);
        sentence.push_str(": ");
        sentence.push_str(row.right);
    }
    sentence
}

/// The line of text whose middle lies `middle` points below the top of the card.
fn line(card: Rect, middle: f32, left: f32) -> Rect {
    let y = card.top() + middle;
    Rect::from_min_max(pos2(left, y - ROW * 0.5), pos2(card.right().max(left), y + ROW * 0.5))
}

/// Paints one line from the left of `place`, shortened to it; returns its right end.
fn text(ui: &Ui, text: &str, role: FontId, color: Rgb, place: Rect) -> f32 {
    let galley = style::one_line(ui, text, role, color, place.width());
    let right = place.left() + galley.size().x;
    let corner = pos2(place.left(), place.center().y - galley.size().y * 0.5);
    ui.painter().galley(corner, galley, style::color(color));
    right
}

fn paint_row(ui: &Ui, place: Rect, row: &CardLine<'_>) {
    let theme = style::tokens(ui);
    let (role, color) = if row.strong { (style::small_strong(), theme.ink) } else { (style::small(), theme.ink2) };
    let gap = style::one_line(ui, row.right, role, color, place.width());
    let left = place.right() - gap.size().x;
    ui.painter().galley(pos2(left, place.center().y - gap.size().y * 0.5), gap, style::color(color));
    let room = Rect::from_min_max(place.min, pos2((left - SPACING).max(place.left()), place.bottom()));
    let left = style::number_line(ui, row.left, style::small(), theme.ink2, room.width());
    let corner = pos2(room.left(), room.center().y - left.size().y * 0.5);
    ui.painter().galley(corner, left, style::color(theme.ink2));
}

fn paint_bar(ui: &Ui, card: Rect, bar: &CardBar) {
    let theme = style::tokens(ui);
    let painter = ui.painter();
    let y = card.top() + 55.0;
    let at = |fraction: f32| egui::lerp(card.x_range(), fraction.clamp(0.0, 1.0));
    let rest = Rect::from_min_max(pos2(card.left(), y - 1.0), pos2(card.right(), y + 1.0));
    painter.rect_filled(rest, 0.0, style::color(theme.grid));
    let filled = Rect::from_min_max(pos2(card.left(), y - 2.0), pos2(at(bar.value), y + 2.0));
    painter.rect_filled(filled, 0.0, style::color(bar.color));
    let ticks = [(bar.baseline, 4.5, bar.baseline_color), (bar.target, 6.0, theme.ink)];
    for (fraction, reach, color) in ticks {
        if let Some(fraction) = fraction {
            let x = at(fraction).min(card.right() - 1.0).round();
            let tick = Rect::from_min_max(pos2(x - 1.0, y - reach), pos2(x + 1.0, y + reach));
            painter.rect_filled(tick, 0.0, style::color(color));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_without_room_keeps_its_year() {
        let label = "Tăng trưởng GRDP 2021–30";
        let within = |most: usize| keep_last_word(label, &|words: &str| words.chars().count() <= most);
        assert_eq!(within(24), label);
        assert_eq!(within(20), "Tăng trưởng… 2021–30");
        assert_eq!(within(13), "Tăng… 2021–30");
    }
}
