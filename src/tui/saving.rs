//! What the reader keeps: its notes, signed, in the file that other windows write, too; and the comparison as a report.

use jiff::Timestamp;

use super::app::{App, Message};
use super::event::Event;
use crate::error::Result;
use crate::report::{Form, Manner, write};

impl App {
    /// With the name that notes are signed with.
    #[must_use]
    pub fn with_author(mut self, author: String) -> Self {
        self.session.author = author;
        self
    }

    /// Writes the notes to their file, signed, as changed at `now`.
    ///
    /// # Errors
    ///
    /// When that cannot be done; the notes stay.
    pub(super) fn save_notes(&mut self, now: Timestamp) -> Result<()> {
        self.notebook.sign(&self.session.author, now);
        let saved = self.notebook.save();
        // Another program may have written notes to the same file.
        self.refresh_lists();
        saved
    }

    /// Takes in what another program has changed in the notes' file, and tries again what could not be saved; what the
    /// reader is to be told, if anything has happened.
    pub(super) fn look_after_notes(&mut self, now: Timestamp) -> Option<Event> {
        if self.notebook.is_out_of_date() {
            return Some(match self.notebook.refresh() {
                Ok(()) => Event::NotesChanged,
                Err(error) => Event::Outcome(Message::Failed(error.to_string())),
            });
        }
        if self.notebook.is_unsaved() && !self.notebook.is_read_only() && self.save_notes(now).is_ok() {
            return Some(Event::Outcome(Message::Done("the notes are saved now".to_owned())));
        }
        None
    }

    /// The comparison with the notes as a report, once there is one.
    pub(super) fn report(&self, form: Form, manner: &Manner) -> Option<String> {
        self.findings.as_ref().map(|findings| write(form, &findings.analysis, &self.notebook, manner))
    }
}
