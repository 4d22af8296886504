//! When an autosave is due: soon after the first change that none holds, however many follow.

/// Seconds from a change to its autosave; with the time of writing, the five seconds that may be lost.
const DELAY: f64 = 2.5;

/// The clock of the autosave; times are seconds from any start and are passed in.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Schedule {
    due: Option<f64>,
}

impl Schedule {
    /// The study has changed; the first change sets the time, so that steady editing does not put it off.
    pub fn changed(&mut self, now: f64) {
        self.due.get_or_insert(now + DELAY);
    }

    /// Whether the time has come; it is then over, until the next change.
    pub fn take_due(&mut self, now: f64) -> bool {
        let due = self.due.is_some_and(|due| now >= due);
        if due {
            self.due = None;
        }
        due
    }

    /// Seconds until the time comes; `None` if the study has not changed, so that the window may sleep.
    pub fn wait(&self, now: f64) -> Option<f64> {
        self.due.map(|due| (due - now).max(0.0))
    }

    /// What changed is safe elsewhere.
    pub fn cancel(&mut self) {
        self.due = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_change_nothing_is_due_and_the_window_sleeps() {
        let mut schedule = Schedule::default();
        assert_eq!(schedule.wait(0.0), None);
        assert!(!schedule.take_due(1e9));
    }

    #[test]
    fn steady_editing_does_not_put_the_autosave_off() {
        let mut schedule = Schedule::default();
        let mut written: Vec<f64> = Vec::new();
        for frame in 0..6_000 {
            let now = f64::from(frame) / 60.0;
            schedule.changed(now);
            if schedule.take_due(now) {
                written.push(now);
            }
        }
        assert!(written.len() > 30);
        let gaps = written.windows(2).map(|pair| pair[1] - pair[0]);
        assert!(gaps.fold(written[0], f64::max) < 4.0, "an edit waits less than five seconds");
    }

    #[test]
    fn one_change_is_written_once() {
        let mut schedule = Schedule::default();
        schedule.changed(10.0);
        assert!(schedule.wait(11.0).is_some_and(|wait| (wait - 1.5).abs() < 1e-9));
        assert!(!schedule.take_due(12.4));
        assert!(schedule.take_due(12.6));
        assert!(!schedule.take_due(100.0));
        assert_eq!(schedule.wait(100.0), None);
    }

    #[test]
    fn a_save_makes_the_autosave_needless() {
        let mut schedule = Schedule::default();
        schedule.changed(0.0);
        schedule.cancel();
        assert!(!schedule.take_due(60.0));
    }
}
