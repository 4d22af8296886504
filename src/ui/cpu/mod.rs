//! The window drawn by the processor, where the system has no usable OpenGL.
//!
//! It does what eframe does with OpenGL, for the one window that the program has; a frame equal to the last one is not
//! sent to the screen, and a window that is out of sight is not drawn.

mod blend;
mod difference;
mod raster;
mod screen;
mod texture;

use super::run::{Opening, WindowError, told_by};
use super::shell::Shell;
use eframe::UserEvent;
use egui::{Context, RawInput, TexturesDelta, ViewportCommand, ViewportEvent, ViewportId, ViewportInfo};
use egui_winit::ActionRequested;
use egui_winit::accesskit_winit::WindowEvent as AccessEvent;
use egui_winit::winit::application::ApplicationHandler;
use egui_winit::winit::event::{StartCause, WindowEvent};
use egui_winit::winit::event_loop::{ActiveEventLoop, ControlFlow, EventLoop, EventLoopProxy};
use egui_winit::winit::platform::run_on_demand::EventLoopExtRunOnDemand as _;
use egui_winit::winit::window::{Window, WindowId};
use raster::{Canvas, Rasteriser};
use screen::Screen;
use softbuffer::SoftBufferError;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Shortest time between two frames, and between two looks at what goes on while the window is out of sight.
const FRAME: Duration = Duration::from_millis(16);
const UNSEEN: Duration = Duration::from_millis(100);
/// Longest side of a texture, in pixels; letters in every size that can be chosen need a part of it.
const LONGEST_TEXTURE: usize = 4096;

/// Opens the window and returns when it is closed.
pub(super) fn run(event_loop: &mut EventLoop<UserEvent>, opening: Opening) -> Result<(), WindowError> {
    let proxy = event_loop.create_proxy();
    let mut program = Program { proxy, opening: Some(opening), running: None, failed: None };
    event_loop.run_app_on_demand(&mut program).map_err(|error| WindowError::NoDisplay(told_by(&error)))?;
    if let Some(mut running) = program.running.take() {
        running.shell.close();
        running.textures.clear();
    }
    program.failed.map_or(Ok(()), Err)
}

/// The program on the event loop.
struct Program {
    proxy: EventLoopProxy<UserEvent>,
    /// What the window opens on, until it is open.
    opening: Option<Opening>,
    running: Option<Running>,
    failed: Option<WindowError>,
}

/// An open window.
struct Running {
    ctx: Context,
    window: Rc<Window>,
    input: egui_winit::State,
    info: ViewportInfo,
    /// Input of frames that were not drawn.
    unseen: RawInput,
    shell: Shell,
    screen: Screen,
    rasteriser: Rasteriser,
    canvas: Canvas,
    textures: TexturesDelta,
    actions: Vec<ActionRequested>,
    began: Instant,
    /// When the last frame began; `None` before the first.
    drawn: Option<Instant>,
    next: Option<Instant>,
    /// Whether a frame was asked of the system; any other that it wants is one that it has lost.
    asked: bool,
    /// Whether all of the next picture goes to the screen.
    everything: bool,
}

impl Program {
    fn open(&mut self, event_loop: &ActiveEventLoop) -> Result<Running, WindowError> {
        let opening = self.opening.take().ok_or_else(|| WindowError::NoSurface(String::new()))?;
        let ctx = Context::default();
        let proxy = self.proxy.clone();
        ctx.set_request_repaint_callback(move |info| {
            // A loop that has ended needs no frame.
            let sent = proxy.send_event(UserEvent::RequestRepaint {
                viewport_id: info.viewport_id,
                when: Instant::now() + info.delay,
                cumulative_pass_nr: info.current_cumulative_pass_nr,
            });
            drop(sent);
        });
        let hidden = opening.viewport().with_visible(false);
        let window = egui_winit::create_window(&ctx, event_loop, &hidden)
            .map_err(|error| WindowError::NoSurface(told_by(&error)))?;
        let window = Rc::new(window);
        let screen = Screen::new(event_loop, &window).map_err(|error| lost(&error))?;
        #[expect(clippy::cast_possible_truncation, reason = "a scale factor needs no more than single precision")]
        let scale = Some(window.scale_factor() as f32);
        let (theme, limit) = (window.theme(), Some(LONGEST_TEXTURE));
        let mut input = egui_winit::State::new(ctx.clone(), ViewportId::ROOT, event_loop, scale, theme, limit);
        // Before the window is seen, as readers of screens need it.
        input.init_accesskit(event_loop, &window, self.proxy.clone());
        let mut info = ViewportInfo::default();
        egui_winit::update_viewport_info(&mut info, &ctx, &window, true);
        let shell = opening.shell(&ctx, &window);
        Ok(Running {
            ctx,
            window,
            input,
            info,
            unseen: RawInput::default(),
            shell,
            screen,
            rasteriser: Rasteriser::default(),
            canvas: Canvas::default(),
            textures: TexturesDelta::default(),
            actions: Vec::new(),
            began: Instant::now(),
            drawn: None,
            next: None,
            asked: true,
            everything: true,
        })
    }

    fn frame(&mut self, event_loop: &ActiveEventLoop) {
        match self.running.as_mut().map(|running| running.frame(event_loop)) {
            Some(Ok(true)) => event_loop.exit(),
            Some(Ok(false)) | None => {}
            Some(Err(error)) => self.fail(event_loop, lost(&error)),
        }
    }

    fn fail(&mut self, event_loop: &ActiveEventLoop, error: WindowError) {
        self.failed = Some(error);
        event_loop.exit();
    }
}

fn lost(error: &SoftBufferError) -> WindowError {
    WindowError::NoSurface(told_by(error))
}

impl Running {
    /// Asks for a frame at a time, or as soon after it as one may follow the last.
    fn ask(&mut self, when: Instant) {
        let pause = if self.is_hidden() { UNSEEN } else { FRAME };
        let when = self.drawn.map_or(when, |drawn| when.max(drawn + pause));
        self.next = Some(self.next.map_or(when, |next| next.min(when)));
    }

    /// Whether the window is out of sight.
    fn is_hidden(&self) -> bool {
        let size = self.window.inner_size();
        let unseen = self.info.visible() == Some(false) || size.width == 0 || size.height == 0;
        unseen && self.drawn.is_some() && !self.actions.iter().any(ActionRequested::wants_paint)
    }

    fn take_input(&mut self) -> RawInput {
        egui_winit::update_viewport_info(&mut self.info, &self.ctx, &self.window, false);
        let mut input = std::mem::take(&mut self.unseen);
        input.append(self.input.take_egui_input(&self.window));
        input.time = Some(self.began.elapsed().as_secs_f64());
        input.viewports.insert(ViewportId::ROOT, self.info.clone());
        self.info.events.clear();
        input
    }

    /// One frame; whether the window is to close.
    fn frame(&mut self, event_loop: &ActiveEventLoop) -> Result<bool, SoftBufferError> {
        self.everything |= !std::mem::take(&mut self.asked);
        let input = self.take_input();
        let closing = input.viewport().close_requested();
        let is_hidden = self.is_hidden();
        let is_first = self.drawn.replace(Instant::now()).is_none();
        let commands = if is_hidden { self.think(event_loop, input) } else { self.draw(event_loop, input)? };
        if is_first {
            self.window.set_visible(true);
        }
        let cancelled = commands.contains(&ViewportCommand::CancelClose);
        egui_winit::process_viewport_commands(&self.ctx, &mut self.info, commands, &self.window, &mut self.actions);
        if !self.info.events.is_empty() || !self.actions.is_empty() {
            self.ask(Instant::now());
        }
        Ok(closing && !cancelled)
    }

    /// A frame out of sight: what the program has to do without being seen.
    fn think(&mut self, event_loop: &ActiveEventLoop, input: RawInput) -> Vec<ViewportCommand> {
        let shell = &mut self.shell;
        let mut output = self.ctx.run_logic(&input, |ctx| shell.before_drawing(ctx));
        self.unseen = input;
        self.input.handle_platform_output_with_event_loop(&self.window, event_loop, output.platform_output);
        output.viewport_commands.remove(&ViewportId::ROOT).unwrap_or_default()
    }

    fn draw(&mut self, event_loop: &ActiveEventLoop, input: RawInput) -> Result<Vec<ViewportCommand>, SoftBufferError> {
        let shell = &mut self.shell;
        let mut output = self.ctx.run_ui(input, |ui| {
            shell.before_drawing(ui.ctx());
            shell.draw(ui);
        });
        self.input.handle_platform_output_with_event_loop(&self.window, event_loop, output.platform_output);
        self.textures.append(output.textures_delta);
        let scale = output.pixels_per_point;
        let shapes = self.ctx.tessellate(output.shapes, scale);
        let size = self.window.inner_size();
        self.canvas.clear(size.width as usize, size.height as usize);
        self.rasteriser.take_textures(&mut self.textures);
        self.rasteriser.paint(&mut self.canvas, &shapes, scale);
        self.rasteriser.free_textures(&mut self.textures);
        self.act();
        self.window.pre_present_notify();
        let everything = std::mem::take(&mut self.everything);
        self.screen.show(&mut self.canvas, everything)?;
        Ok(output.viewport_output.remove(&ViewportId::ROOT).map(|root| root.commands).unwrap_or_default())
    }

    /// Does what was asked of the picture and of the clipboard.
    fn act(&mut self) {
        for action in std::mem::take(&mut self.actions) {
            match action {
                ActionRequested::Screenshot(callback) => callback.complete(Arc::new(self.canvas.picture())),
                ActionRequested::Cut => self.input.egui_input_mut().events.push(egui::Event::Cut),
                ActionRequested::Copy => self.input.egui_input_mut().events.push(egui::Event::Copy),
                ActionRequested::Paste => {
                    if let Some(text) = self.input.clipboard_text() {
                        let text = text.replace("\r\n", "\n");
                        self.input.egui_input_mut().events.push(egui::Event::Paste(text));
                    }
                }
                // Painting this frame is all that it asks for.
                ActionRequested::PaintWhileHidden => {}
            }
        }
    }

    fn take_access(&mut self, event: AccessEvent) {
        match event {
            AccessEvent::InitialTreeRequested => self.ctx.enable_accesskit(),
            AccessEvent::ActionRequested(request) => self.input.on_accesskit_action_request(request),
            AccessEvent::AccessibilityDeactivated => self.ctx.disable_accesskit(),
        }
        self.ask(Instant::now());
    }

    /// Anything that happens to the window but a frame.
    #[expect(clippy::wildcard_enum_match_arm, reason = "the events of the window are another library's, and grow")]
    fn take(&mut self, event: &WindowEvent) {
        match event {
            WindowEvent::CloseRequested => {
                self.info.events.push(ViewportEvent::Close);
                self.ask(Instant::now());
            }
            WindowEvent::Occluded(occluded) => {
                self.info.occluded = Some(*occluded);
                self.everything = true;
                self.ask(Instant::now());
            }
            // What lay over the window may have gone with the pointer.
            WindowEvent::CursorEntered { .. } | WindowEvent::Focused(_) | WindowEvent::Resized(_) => {
                let answer = self.input.on_window_event(&self.window, event);
                self.everything = true;
                if answer.repaint || !matches!(event, WindowEvent::CursorEntered { .. }) {
                    self.ask(Instant::now());
                }
            }
            _ => {
                if self.input.on_window_event(&self.window, event).repaint {
                    self.ask(Instant::now());
                }
            }
        }
    }
}

impl ApplicationHandler<UserEvent> for Program {
    fn resumed(&mut self, event_loop: &ActiveEventLoop) {
        if self.running.is_none() {
            match self.open(event_loop) {
                Ok(running) => {
                    self.running = Some(running);
                    // Some systems send a redraw event only to a shown window, and the window is shown with its first
                    // frame.
                    self.frame(event_loop);
                }
                Err(error) => self.fail(event_loop, error),
            }
        }
    }

    fn new_events(&mut self, event_loop: &ActiveEventLoop, _cause: StartCause) {
        let Some(running) = &mut self.running else { return };
        if running.next.is_none_or(|next| next > Instant::now()) {
            return;
        }
        running.next = None;
        running.asked = true;
        if running.is_hidden() {
            // Some systems never send a redraw event to a hidden window, so that the frame is run here.
            self.frame(event_loop);
        } else {
            running.window.request_redraw();
        }
    }

    fn user_event(&mut self, _event_loop: &ActiveEventLoop, event: UserEvent) {
        let Some(running) = &mut self.running else { return };
        match event {
            UserEvent::RequestRepaint { when, cumulative_pass_nr, viewport_id } => {
                // A frame since the request has asked again for what it still needs.
                let passes = running.ctx.cumulative_pass_nr_for(viewport_id);
                if passes == cumulative_pass_nr || passes == cumulative_pass_nr + 1 {
                    running.ask(when);
                }
            }
            UserEvent::AccessKitActionRequest(event) => running.take_access(event.window_event),
        }
    }

    fn about_to_wait(&mut self, event_loop: &ActiveEventLoop) {
        let next = self.running.as_ref().and_then(|running| running.next);
        event_loop.set_control_flow(next.map_or(ControlFlow::Wait, ControlFlow::WaitUntil));
    }

    fn window_event(&mut self, event_loop: &ActiveEventLoop, _window: WindowId, event: WindowEvent) {
        if matches!(event, WindowEvent::RedrawRequested) {
            self.frame(event_loop);
        } else if let Some(running) = &mut self.running {
            running.take(&event);
        }
    }
}
