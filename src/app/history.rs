//! Undo and redo: snapshots before each step, steps joined by gestures.

use crate::scenario::Edit;
use crate::scenario::study::Study;
use std::sync::Arc;

/// Steps that are kept.
const KEPT: usize = 200;

/// What ties edits into one step: the widget that is being dragged, or moved or typed into by keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gesture {
    /// A drag; it ends when the button goes up.
    Drag(String),
    /// Presses of keys in one widget; they go on until something else is edited, undone or redone.
    Keys(String),
}

/// What a step did, worded by the views.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The last edit of the step.
    pub edit: Edit,
    /// The study before the step.
    pub before: Arc<Study>,
    /// When it was done last, in seconds since 1970.
    pub at: i64,
}

#[derive(Debug, Clone)]
struct Step {
    study: Arc<Study>,
    label: Label,
}

/// A drag or typing under way.
#[derive(Debug, Clone)]
struct Open {
    gesture: Gesture,
    /// What could be done again before it began, and can be again if the gesture changes nothing.
    redo: Vec<Step>,
}

fn now() -> i64 {
    jiff::Timestamp::now().as_second()
}

/// The past and the undone future of a study.
#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
    open: Option<Open>,
    /// The keys whose step is the last one, so that more presses can go on with it.
    resumable: Option<Gesture>,
}

impl History {
    /// Records that `before` was changed by an edit; an edit of the open gesture extends the step.
    pub(crate) fn record(&mut self, before: &Arc<Study>, after: &Study, edit: &Edit, gesture: Option<&Gesture>) {
        if let Some(gesture) = gesture.filter(|gesture| self.resumable.as_ref() == Some(*gesture)) {
            self.open = Some(Open { gesture: gesture.clone(), redo: Vec::new() });
        }
        self.resumable = None;
        let open = self.open.as_ref().map(|open| &open.gesture);
        if gesture.is_some() && open == gesture && !self.undo.is_empty() {
            self.extend(after, edit);
            return;
        }
        if **before == *after {
            return;
        }
        let label = Label { edit: edit.clone(), before: Arc::clone(before), at: now() };
        self.undo.push(Step { study: Arc::clone(before), label });
        if self.undo.len() > KEPT {
            self.undo.remove(0);
        }
        let redo = std::mem::take(&mut self.redo);
        self.open = gesture.map(|gesture| Open { gesture: gesture.clone(), redo });
    }

    /// The gesture goes on: the step keeps its first snapshot, and vanishes where the study is back at it.
    fn extend(&mut self, after: &Study, edit: &Edit) {
        let Some(step) = self.undo.last_mut() else { return };
        step.label = Label { edit: edit.clone(), before: Arc::clone(&step.study), at: now() };
        if *step.study == *after {
            self.undo.pop();
            self.take_back();
        }
    }

    /// The open gesture changed nothing: what could be done again before it still can.
    fn take_back(&mut self) {
        if let Some(open) = self.open.take() {
            self.redo = open.redo;
        }
    }

    /// Closes the open gesture: the next edit starts a new step.
    ///
    /// Presses of keys in the same widget go on with theirs, as long as nothing else is done to the study in between.
    pub(crate) fn seal(&mut self) {
        if let Some(open) = self.open.take()
            && matches!(open.gesture, Gesture::Keys(_))
        {
            self.resumable = Some(open.gesture);
        }
    }

    /// Whether a gesture is open.
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Drops the step of the open gesture and returns the study before it.
    pub(crate) fn cancel(&mut self) -> Option<Arc<Study>> {
        if !self.is_open() {
            return None;
        }
        self.take_back();
        self.undo.pop().map(|step| step.study)
    }

    /// The study before the last step.
    pub(crate) fn undo(&mut self, current: &Arc<Study>) -> Option<(Arc<Study>, Label)> {
        self.seal();
        self.resumable = None;
        let step = self.undo.pop()?;
        self.redo.push(Step { study: Arc::clone(current), label: step.label.clone() });
        Some((step.study, step.label))
    }

    /// The study after the step that was undone last.
    pub(crate) fn redo(&mut self, current: &Arc<Study>) -> Option<(Arc<Study>, Label)> {
        self.seal();
        self.resumable = None;
        let step = self.redo.pop()?;
        self.undo.push(Step { study: Arc::clone(current), label: step.label.clone() });
        Some((step.study, step.label))
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.undo.last().map(|step| &step.label)
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.redo.last().map(|step| &step.label)
    }

    /// Steps that can be undone, the last first.
    pub fn undo_labels(&self) -> impl Iterator<Item = &Label> {
        self.undo.iter().rev().map(|step| &step.label)
    }

    /// Steps that can be done again, the next first.
    pub fn redo_labels(&self) -> impl Iterator<Item = &Label> {
        self.redo.iter().rev().map(|step| &step.label)
    }

    /// Number of steps that can be undone.
    pub fn len(&self) -> usize {
        self.undo.len()
    }

    /// Whether nothing can be undone.
    pub fn is_empty(&self) -> bool {
        self.undo.is_empty()
    }
}
