//! The theme's tokens as an egui style, and the text roles of the window.
//!
//! The text setting acts through egui's zoom factor: type, row heights, strokes and spacing grow together,
//! and no size below is multiplied twice.
//! egui's own zoom shortcuts are switched off, because the setting has one owner: the preferences.

use std::sync::Arc;

use egui::style::{ScrollAnimation, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, Context, CornerRadius, Event, FontId, Galley, Margin, Response, RichText, Shadow, Spacing, Stroke,
    StrokeKind, Style, TextStyle, Ui, Visuals, vec2,
};

use super::fonts;
use crate::theme::{Mode, Rgb, Theme};

/// Corner radius of everything that has an outline, except the on/off switch.
pub const RADIUS: u8 = 3;

/// Room at the right edge of a view for the bar of its scroll area, which floats over it.
pub const SCROLL_BAR: f32 = 10.0;

/// Widens the content of an area that scrolls sideways, too, so that its last column can be brought out from under the bar.
pub fn leave_room_for_bar(ui: &mut Ui) {
    ui.expand_to_include_x(ui.min_rect().right() + SCROLL_BAR);
}

/// Height of buttons and the smallest side of any hit area, in points.
pub const HIT: f32 = 24.0;

/// Width of the keyboard ring and its distance from what it surrounds, in points.
pub(super) const RING: f32 = 2.0;

/// Opacity of a disabled control: the ink then still reads at 4.5:1 on either ground.
const DISABLED_OPACITY: f32 = 0.68;

/// Makes the window look like this theme at this text size (1.0 is 100 %).
pub fn apply(ctx: &Context, theme: &Theme, text_scale: f32) {
    let egui_theme = match theme.mode {
        Mode::Light => egui::Theme::Light,
        Mode::Dark => egui::Theme::Dark,
    };
    ctx.set_theme(egui_theme);
    ctx.set_style_of(egui_theme, style(theme));
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
    ctx.set_zoom_factor(text_scale);
}

/// The theme in force where this `ui` draws.
pub fn tokens(ui: &Ui) -> &'static Theme {
    Theme::for_mode(if ui.visuals().dark_mode { Mode::Dark } else { Mode::Light })
}

/// A colour of the theme as egui paints it.
pub const fn color(rgb: Rgb) -> Color32 {
    Color32::from_rgb(rgb.0, rgb.1, rgb.2)
}

/// A share or a length of the model's precision as a measure on screen.
#[expect(clippy::cast_possible_truncation, reason = "the screen needs no more than single precision")]
pub const fn on_screen(value: f64) -> f32 {
    value as f32
}

/// A line of this colour and width.
pub fn stroke(width: f32, rgb: Rgb) -> Stroke {
    Stroke::new(width, color(rgb))
}

/// The colour on which this `ui` draws: the fill of the nearest panel or frame.
pub fn ground(ui: &Ui) -> Color32 {
    let fill = ui.stack().bg_color();
    if fill == Color32::TRANSPARENT { color(tokens(ui).paper) } else { fill }
}

/// The pass in which a widget drew its own ring last.
fn ring_place(id: egui::Id) -> egui::Id {
    id.with("own ring")
}

fn note_own_ring(ui: &Ui, response: &Response) {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| data.insert_temp(ring_place(response.id), pass));
}

/// Whether a widget drew its own ring in this pass.
pub(super) fn has_own_ring(ctx: &Context, id: egui::Id) -> bool {
    let pass = ctx.cumulative_pass_nr();
    ctx.data(|data| data.get_temp::<u64>(ring_place(id))) == Some(pass)
}

/// A list scrolls to what has just got the focus.
fn follow(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}

/// Draws the keyboard ring around a widget that has the focus.
///
/// A focus that came from the pointer shows no ring until a key is pressed: a dragged slider stays quiet.
pub fn paint_focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() && !came_by_pointer(ui, response) {
        note_own_ring(ui, response);
        follow(response);
        let ring = response.rect.expand(RING);
        let radius = CornerRadius::same(RADIUS + 2);
        let line = stroke(RING, tokens(ui).focus);
        ui.painter().rect_stroke(ring, radius, line, StrokeKind::Outside);
    }
}

/// Draws the keyboard ring just inside a widget that has the focus: for rows, whose neighbours begin where they end.
pub fn paint_focus_ring_inside(ui: &Ui, response: &Response) {
    if response.has_focus() && !came_by_pointer(ui, response) {
        note_own_ring(ui, response);
        follow(response);
        let line = stroke(RING, tokens(ui).focus);
        ui.painter().rect_stroke(response.rect, CornerRadius::same(RADIUS), line, StrokeKind::Inside);
    }
}

/// Whether the focused widget got the focus from the pointer and no key has been pressed since.
fn came_by_pointer(ui: &Ui, response: &Response) -> bool {
    let pointed = response.id.with("focus by pointer");
    let (is_pointing, is_typing) = ui.input(|input| {
        let typing = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        let pointing = input.pointer.any_down() || input.pointer.any_released();
        (pointing, input.events.iter().any(typing))
    });
    let gained = response.gained_focus();
    ui.data_mut(|data| {
        if gained {
            data.insert_temp(pointed, is_pointing);
        } else if is_typing {
            data.remove::<bool>(pointed);
        }
        data.get_temp(pointed).unwrap_or(false)
    })
}

/// 24, heavier: the number of a card.
pub fn card_number_font() -> FontId {
    FontId::new(24.0, fonts::semibold())
}

/// 18, heavier: verdict of a detail, probability.
pub fn detail() -> FontId {
    FontId::new(18.0, fonts::semibold())
}

/// 16, heavier: title of a view.
pub fn title() -> FontId {
    FontId::new(16.0, fonts::semibold())
}

/// 13, heavier: title of a chart or section.
pub fn section() -> FontId {
    FontId::new(13.0, fonts::semibold())
}

/// 12.5: tabs and menus.
pub fn tab() -> FontId {
    FontId::proportional(12.5)
}

/// 12.5, heavier: the current tab.
pub fn tab_current() -> FontId {
    FontId::new(12.5, fonts::semibold())
}

/// 12: rows, table cells, buttons.
pub fn body() -> FontId {
    FontId::proportional(12.0)
}

/// 12, heavier: the number of a row, the name of what has changed.
pub fn body_strong() -> FontId {
    FontId::new(12.0, fonts::semibold())
}

/// 11.5: name in an end label.
pub fn label() -> FontId {
    FontId::proportional(11.5)
}

/// 11.5, heavier: value in an end label.
pub fn label_strong() -> FontId {
    FontId::new(11.5, fonts::semibold())
}

/// 11: unit, axis, source badge, caption, status.
pub fn small() -> FontId {
    FontId::proportional(11.0)
}

/// 11, heavier: label and target gap of a card.
pub fn small_strong() -> FontId {
    FontId::new(11.0, fonts::semibold())
}

/// 10.5, the smallest size: second line of a card's unit, bounds of a slider.
pub fn fine() -> FontId {
    FontId::proportional(10.5)
}

/// Text in a role and a colour of the theme.
pub fn rich(text: impl Into<String>, role: FontId, rgb: Rgb) -> RichText {
    RichText::new(text).font(role).color(color(rgb))
}

/// Lays out one line that ends in an ellipsis where it is wider than `max_width` points.
pub fn one_line(ui: &Ui, text: &str, role: FontId, rgb: Rgb, max_width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(role, color(rgb)));
    job.wrap = TextWrapping::truncate_at_width(max_width.max(0.0));
    ui.painter().layout_job(job)
}

/// One line of a name and a number, of which the name gives way where there is no room: a number that is cut is another number.
pub fn number_line(ui: &Ui, text: &str, role: FontId, rgb: Rgb, max_width: f32) -> Arc<Galley> {
    let fits = |words: &str| !one_line(ui, words, role.clone(), rgb, max_width).elided;
    let shown = keep_number(text, &fits);
    one_line(ui, &shown, role, rgb, max_width)
}

/// A text that keeps the words without letters at its end, where not all of it fits.
fn keep_number(text: &str, fits: &dyn Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let is_number = |word: &&str| !word.chars().any(char::is_alphabetic);
    let words: Vec<&str> = text.split(' ').collect();
    let kept = words.iter().rev().take_while(|word| is_number(word)).count();
    let (name, number) = words.split_at(words.len() - kept);
    if name.is_empty() || number.is_empty() {
        return text.to_owned();
    }
    let (name, number) = (name.join(" "), number.join(" "));
    let letters: Vec<char> = name.chars().collect();
    let shorter = (1..letters.len()).rev().map(|count| {
        let part: String = letters[..count].iter().collect();
        format!("{}… {number}", part.trim_end())
    });
    shorter.into_iter().find(|words| fits(words)).unwrap_or(number)
}

fn style(theme: &Theme) -> Style {
    Style {
        text_styles: [
            (TextStyle::Small, small()),
            (TextStyle::Body, body()),
            (TextStyle::Button, body()),
            (TextStyle::Monospace, body()),
            (TextStyle::Heading, title()),
        ]
        .into(),
        spacing: spacing(),
        interaction: egui::style::Interaction {
            selectable_labels: false,
            multi_widget_text_select: false,
            ..Default::default()
        },
        visuals: visuals(theme),
        // Nothing moves by itself, whatever the reduced-motion setting of the system.
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        ..Default::default()
    }
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(8.0, 4.0),
        window_margin: Margin::same(20),
        button_padding: vec2(10.0, 3.0),
        menu_margin: Margin::same(4),
        indent: 14.0,
        interact_size: vec2(HIT, HIT),
        slider_width: 118.0,
        slider_rail_height: 2.0,
        combo_width: 100.0,
        text_edit_width: 150.0,
        icon_width: 14.0,
        icon_width_inner: 8.0,
        icon_spacing: 6.0,
        tooltip_width: 360.0,
        menu_width: 240.0,
        menu_spacing: 2.0,
        indent_ends_with_horizontal_line: false,
        scroll: ScrollStyle {
            bar_width: 8.0,
            dormant_handle_opacity: 0.25,
            active_handle_opacity: 0.4,
            interact_handle_opacity: 0.6,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            ..ScrollStyle::floating()
        },
        ..Default::default()
    }
}

fn visuals(theme: &Theme) -> Visuals {
    let base = match theme.mode {
        Mode::Light => Visuals::light(),
        Mode::Dark => Visuals::dark(),
    };
    let radius = CornerRadius::same(RADIUS);
    Visuals {
        weak_text_color: Some(color(theme.ink3)),
        widgets: widgets(theme),
        selection: Selection { bg_fill: color(theme.select), stroke: stroke(1.0, theme.ink) },
        // Links are ink like every control; their underline is what marks them.
        hyperlink_color: color(theme.ink),
        faint_bg_color: color(theme.proj),
        extreme_bg_color: color(theme.paper),
        text_edit_bg_color: Some(color(theme.paper)),
        code_bg_color: color(theme.side),
        warn_fg_color: color(theme.warn),
        error_fg_color: color(theme.bad),
        window_corner_radius: radius,
        window_shadow: Shadow::NONE,
        window_fill: color(theme.raised),
        window_stroke: stroke(1.0, theme.border),
        menu_corner_radius: radius,
        panel_fill: color(theme.paper),
        popup_shadow: Shadow::NONE,
        // A steady cursor lets an idle window sleep.
        text_cursor: TextCursorStyle { stroke: stroke(1.5, theme.ink), blink: false, ..base.text_cursor },
        indent_has_left_vline: false,
        handle_shape: egui::style::HandleShape::Circle,
        disabled_alpha: DISABLED_OPACITY,
        ..base
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let look = |fill: Rgb, outline: Stroke| WidgetVisuals {
        bg_fill: color(fill),
        weak_bg_fill: color(fill),
        bg_stroke: outline,
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: stroke(1.2, theme.ink),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(theme.paper, stroke(1.0, theme.rule)),
        inactive: look(theme.paper, stroke(1.0, theme.border)),
        hovered: look(theme.hover, stroke(1.0, theme.border)),
        // egui shows the focus with the pressed look, so this outline is the ring of its own buttons.
        active: look(theme.select, stroke(RING, theme.focus)),
        open: look(theme.select, stroke(1.0, theme.border)),
    }
}

#[cfg(test)]
mod tests {
    use super::keep_number;

    #[test]
    fn a_name_gives_way_and_its_number_never() {
        let text = "Theo số liệu 8.326,3";
        let within = |most: usize| keep_number(text, &|words: &str| words.chars().count() <= most);
        assert_eq!(within(20), text);
        assert_eq!(within(16), "Theo số… 8.326,3");
        assert_eq!(within(10), "T… 8.326,3");
        assert_eq!(within(4), "8.326,3");
        assert_eq!(keep_number("Chỉ tiêu ≥ 8.700", &|words: &str| words.chars().count() <= 12), "Chỉ… ≥ 8.700");
        assert_eq!(keep_number("Tăng trưởng", &|_: &str| false), "Tăng trưởng");
    }
}
