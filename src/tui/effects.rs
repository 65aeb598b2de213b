//! Does what has to be done outside; what there is to say about it.

use std::io::stdout;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use super::app::{App, Message};
use super::export::ReportFile;
use super::update::Effect;

/// Carries out one effect; what the reader is to be told of it.
pub fn carry_out(effect: Effect, app: &mut App, files: &mut ReportFile) -> Option<Message> {
    match effect {
        // These are for the loop itself.
        Effect::Quit | Effect::Suspend | Effect::Search(_) | Effect::StopReading => None,
        Effect::SaveNotes => app.save_notes().err().map(|error| Message::Failed(error.to_string())),
        Effect::WriteReport => app.report().map(|text| match files.write(&text) {
            Ok(path) => Message::Done(format!("report written to {}", path.display())),
            Err(error) => Message::Failed(error.to_string()),
        }),
        Effect::Copy(words) => execute!(stdout(), CopyToClipboard::to_clipboard_from(words))
            .err()
            .map(|error| Message::Failed(format!("cannot copy: {error}"))),
    }
}
