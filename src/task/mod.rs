//! Work beside the window, and work shared over the cores: progress, cancelling, answers in the order of the jobs.
//!
//! Independent of the domain; the only module that starts threads.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};

/// How far a piece of work has come, and whether it is still wanted; shared by those who do it and those who wait.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// Parts that are done, and parts in all; 0 in all before the work has begun.
    pub fn parts(&self) -> (usize, usize) {
        (self.shared.done.load(Ordering::Relaxed), self.shared.total.load(Ordering::Relaxed))
    }

    /// Announces more parts.
    pub fn expect(&self, parts: usize) {
        self.shared.total.fetch_add(parts, Ordering::Relaxed);
    }

    /// Says that a part is done.
    pub fn advance(&self) {
        self.shared.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Says that the answer is not wanted any more.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the answer is not wanted any more.
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
}

/// On how many threads jobs are shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Workers {
    /// One for each core.
    #[default]
    All,
    /// So many; answers do not depend on it.
    Exactly(usize),
}

/// The answers of jobs 0, 1, 2 …, in that order, however many threads share them; `None` where the work was cancelled.
///
/// A job must depend on its number alone; jobs that have not begun when the work is cancelled are left out.
pub fn in_parallel<T: Send>(
    workers: Workers,
    jobs: usize,
    progress: &Progress,
    job: impl Fn(usize) -> T + Sync + Send,
) -> Option<Vec<T>> {
    progress.expect(jobs);
    let one = |number: usize| {
        if progress.is_cancelled() {
            return None;
        }
        let answer = job(number);
        progress.advance();
        Some(answer)
    };
    let shared = || (0..jobs).into_par_iter().map(one).collect();
    match workers {
        Workers::All => shared(),
        Workers::Exactly(1) => (0..jobs).map(one).collect(),
        Workers::Exactly(threads) => match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
            Ok(pool) => pool.install(shared),
            // The system refuses threads: the answers are the same on one.
            Err(_) => (0..jobs).map(one).collect(),
        },
    }
}

/// The answers of two jobs that do not need each other, on two threads where there are two.
pub fn together<A: Send, B: Send>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
    rayon::join(one, other)
}

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
    fn answers_stand_in_the_order_of_the_jobs_on_any_number_of_threads() {
        for workers in [Workers::All, Workers::Exactly(1), Workers::Exactly(2), Workers::Exactly(8)] {
            let progress = Progress::default();
            let answers = in_parallel(workers, 100, &progress, |job| job * job).unwrap();
            assert_eq!(answers, (0..100).map(|job| job * job).collect::<Vec<_>>());
            assert_eq!(progress.parts(), (100, 100));
        }
    }

    #[test]
    fn cancelled_work_has_no_answer() {
        let progress = Progress::default();
        let answers = in_parallel(Workers::Exactly(1), 10, &progress, |job| {
            if job == 3 {
                progress.cancel();
            }
            job
        });
        assert_eq!(answers, None);
        assert_eq!(progress.parts(), (4, 10));
    }

    #[test]
    fn the_answer_arrives() {
        let answer = in_background("sum", || 2 + 2, || {});
        assert_eq!(answer.recv(), Ok(4));
    }
}
