//! Where the keyboard is: a ring around whatever has the focus, lists that follow it, menus that it opens.
//!
//! Every control of the program draws its own ring; links and other controls of egui draw none that can be seen, and get
//! theirs here. Whatever gets the focus by a key comes into sight.

use super::style;
use super::view::ViewContext;
use crate::app::{Command, View, WindowCommand};
use crate::theme::Theme;
use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{
    Context, CornerRadius, Event, Id, Key, Modifiers, Popup, RawInput, Response, Role, Sense, SetOpenCommand,
    StrokeKind, Ui, WidgetInfo,
};

/// What is known of the focus from frame to frame.
#[derive(Debug, Default)]
pub(super) struct KeyboardPlace {
    /// What had the focus when the last frame ended.
    focused: Option<Id>,
    /// Whether it came by the pointer, and no key has been pressed since.
    by_pointer: bool,
    /// A view that a key or an entry of the palette has asked for and that is not drawn yet.
    wanted: Option<View>,
    /// Whether Alt is held, and nothing else has been pressed since it went down.
    is_alt_alone: bool,
}

impl KeyboardPlace {
    /// Looks where the focus went in the frame that was just drawn, and marks it.
    pub(super) fn mark(&mut self, ctx: &Context, theme: &Theme) {
        let focused = ctx.memory(egui::Memory::focused);
        let (is_pointing, is_typing) = ctx.input(|input| {
            let key = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
            (input.pointer.any_down() || input.pointer.any_released(), input.events.iter().any(key))
        });
        if focused != self.focused {
            self.by_pointer = is_pointing;
        } else if is_typing {
            self.by_pointer = false;
        }
        let is_new = focused != self.focused;
        self.focused = focused;
        let Some(response) = focused.filter(|_| !self.by_pointer).and_then(|id| ctx.read_response(id)) else { return };
        let is_cut = !response.interact_rect.expand(1.0).contains_rect(response.rect);
        // Own controls come into sight by themselves, and a focus that no key moved is where its maker wants it.
        if is_new && is_cut && is_typing && !style::has_own_ring(ctx, response.id) {
            let id = response.id;
            ctx.with_plugin(|follow: &mut Follow| follow.wanted = Some(id));
            ctx.request_repaint();
        }
        if !style::has_own_ring(ctx, response.id) && response.interact_rect.is_positive() {
            let line = style::stroke(style::RING, theme.focus);
            let painter = ctx.layer_painter(response.layer_id).with_clip_rect(response.interact_rect.expand(4.0));
            let radius = CornerRadius::same(style::RADIUS + 2);
            painter.rect_stroke(response.rect.expand(1.0), radius, line, StrokeKind::Outside);
        }
    }

    /// Remembers that the next view is to have the focus, where one of these commands shows a view.
    pub(super) fn follow_to_view<'c>(&mut self, commands: impl IntoIterator<Item = &'c Command>) {
        let view_of = |command: &Command| {
            if let Command::Window(WindowCommand::ShowView(view)) = command { Some(*view) } else { None }
        };
        self.wanted = commands.into_iter().filter_map(view_of).last().or(self.wanted);
    }

    /// Gives the focus to a view that a key has brought, so that Tab goes on inside it; the view is no stop otherwise.
    pub(super) fn enter_view(&mut self, ui: &Ui, view: &ViewContext<'_>) {
        let shown = view.state().workspace.view;
        let id = Id::unique("the view");
        if self.wanted.take_if(|wanted| *wanted == shown).is_some() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        if ui.memory(|memory| memory.has_focus(id)) {
            let response = ui.interact(ui.max_rect(), id, Sense::FOCUSABLE);
            response.widget_info(|| WidgetInfo::labeled(Role::Region, true, view.label(shown.key())));
        }
    }

    /// Whether the menus are asked for: by F10, or by Alt pressed and released alone.
    pub(super) fn wants_menus(&mut self, ctx: &Context) -> bool {
        let (is_alt, is_other, by_key) = ctx.input_mut(|input| {
            let other = |event: &Event| {
                matches!(
                    event,
                    Event::Key { .. } | Event::Text(_) | Event::PointerButton { .. } | Event::MouseWheel { .. }
                )
            };
            let is_other = input.events.iter().any(other);
            let alt = input.modifiers.alt && !input.modifiers.command && !input.modifiers.shift;
            // With Shift it opens the menu of what has the focus.
            let by_key = !input.modifiers.shift && input.consume_key(Modifiers::NONE, Key::F10);
            (alt, is_other, by_key)
        });
        let was_alone = std::mem::replace(&mut self.is_alt_alone, is_alt && !is_other);
        // A key that goes down with Alt held belongs to that key, until Alt goes down anew.
        if is_alt && is_other {
            self.is_alt_alone = false;
        }
        by_key || (was_alone && !is_alt && !is_other)
    }
}

/// Brings what got the focus by a key into sight: egui scrolls to it as it does for a screen reader.
#[derive(Debug, Default)]
pub(super) struct Follow {
    wanted: Option<Id>,
}

impl egui::Plugin for Follow {
    fn debug_name(&self) -> &'static str {
        "follow the focus"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        if let Some(id) = self.wanted.take() {
            input.events.push(Event::AccessKitActionRequest(ActionRequest {
                action: Action::ScrollIntoView,
                target_tree: TreeId::ROOT,
                target_node: id.accesskit_id(),
                data: None,
            }));
        }
    }
}

/// A menu of what can be done with something: by the second button, or by Shift+F10 where it has the focus.
pub(super) fn context_menu(response: &Response, add: impl FnOnce(&mut Ui)) {
    let ctx = &response.ctx;
    let id = Popup::default_response_id(response);
    let at_key = id.with("by key");
    let by_key = response.has_focus() && ctx.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::F10));
    if by_key {
        ctx.data_mut(|data| data.insert_temp(at_key, true));
    } else if response.secondary_clicked() {
        ctx.data_mut(|data| data.remove::<bool>(at_key));
    }
    let popup = Popup::context_menu(response);
    // There may be no pointer to open at.
    let popup = if ctx.data(|data| data.get_temp::<bool>(at_key).unwrap_or(false)) {
        let open = by_key.then_some(SetOpenCommand::Bool(true));
        popup.open_memory(open).at_position(response.rect.left_bottom())
    } else {
        popup
    };
    popup.show(add);
}
