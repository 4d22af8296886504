//! The program: the window, or a command without one.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    kichban::ui::run(std::env::args_os().nth(1).map(Into::into))?;
    Ok(())
}
