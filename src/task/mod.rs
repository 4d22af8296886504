//! Work beside the window: one function on a thread of its own, its answer on a channel.
//!
//! Knows nothing of the domain; the only module that starts threads.

use std::sync::mpsc::{Receiver, channel};

/// Runs `work` on a thread and `wake` when the answer is there.
///
/// The receiver stays empty where the system refuses a thread; the caller sees it close.
pub fn in_background<T: Send + 'static>(
    name: &str,
    work: impl FnOnce() -> T + Send + 'static,
    wake: impl FnOnce() + Send + 'static,
) -> Receiver<T> {
    let (sender, receiver) = channel();
    let started = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
        // The receiver may be gone when the window has closed; the answer is then not needed.
        if sender.send(work()).is_ok() {
            wake();
        }
    });
    drop(started);
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_arrives() {
        let answer = in_background("sum", || 2 + 2, || {});
        assert_eq!(answer.recv(), Ok(4));
    }
}
