//! Undo and redo of what was done to notes, over the whole session: each step is one note as it was before and after,
//! by its name, so that it holds across saving, across what other programs do to other notes, and, bound anew, across
//! articles that join the story, leave it or change.

use super::notebook::Kept;
use crate::read::Excerpt;

/// One change of one note.
#[derive(Clone, Debug)]
pub struct Step {
    /// The note's name.
    pub id: String,
    /// The note before; `None` when there was none.
    pub before: Option<Kept>,
    /// The note after; `None` when it was taken away.
    pub after: Option<Kept>,
}

impl Step {
    /// The step that takes this one back.
    fn reversed(self) -> Self {
        Self { id: self.id, before: self.after, after: self.before }
    }
}

/// What has been done, and what has been undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// What came of undoing, or of doing again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// There is nothing (more) to be undone, or done again.
    Nothing,
    /// The note of this name is as it was.
    Note(String),
    /// The note was changed by another program since, and stays as it is.
    Changed,
}

impl History {
    /// A new change: what was undone before it cannot be done again.
    pub fn record(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// The change that takes the last one back; it counts as undone from now on.
    pub fn undo(&mut self) -> Option<Step> {
        let step = self.done.pop()?;
        self.undone.push(step.clone());
        Some(step.reversed())
    }

    /// The change that was undone last; it counts as done from now on.
    pub fn redo(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(step.clone());
        Some(step)
    }

    /// The note called `id` has followed its finding: what was done to it was done to it where it is now.
    pub fn moved(&mut self, id: &str, before: &[Excerpt], now: &[Excerpt]) {
        for step in self.done.iter_mut().chain(&mut self.undone).filter(|step| step.id == id) {
            for kept in [&mut step.before, &mut step.after].into_iter().flatten() {
                if kept.note.places == before {
                    now.clone_into(&mut kept.note.places);
                }
            }
        }
    }

    /// The same steps, of notes that each are `bound` anew.
    pub fn rebound(&self, bound: impl Fn(&str, &Kept) -> Kept) -> Self {
        let step = |step: &Step| {
            let [before, after] =
                [&step.before, &step.after].map(|kept| kept.as_ref().map(|kept| bound(&step.id, kept)));
            Step { id: step.id.clone(), before, after }
        };
        Self { done: self.done.iter().map(step).collect(), undone: self.undone.iter().map(step).collect() }
    }
}

/// The note that `step` leads to, where another program may have changed it to `now` since: what that one has not
/// touched. `Err` when nothing would be left of the step.
pub fn applied(step: &Step, now: Option<&Kept>) -> Result<Option<Kept>, ()> {
    match (&step.before, &step.after, now) {
        (before, after, now) if before.as_ref().map(Kept::said) == now.map(Kept::said) => Ok(after.clone()),
        (Some(before), Some(after), Some(now)) => {
            let mut merged = now.clone();
            if now.note.comment == before.note.comment {
                merged.note.comment.clone_from(&after.note.comment);
            }
            if now.note.verdict == before.note.verdict {
                merged.note.verdict = after.note.verdict;
            }
            if now.note.places == before.note.places {
                merged.note.places.clone_from(&after.note.places);
                merged.lost.clone_from(&after.lost);
            }
            if merged.said() == now.said() { Err(()) } else { Ok(Some(merged)) }
        }
        _ => Err(()),
    }
}
