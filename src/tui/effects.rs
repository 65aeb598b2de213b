//! Does what has to be done outside; what there is to say about it.

use std::io::stdout;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;
use jiff::Timestamp;

use super::app::{App, Message};
use super::event::{Effect, Event};
use super::export::{Outcome, ReportFiles};
use super::paths::completed;

/// This second: nobody wants to know a note's microsecond.
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}

/// Carries out one effect; what the reader is to be told of it.
pub fn carry_out(effect: Effect, app: &mut App, files: &mut ReportFiles) -> Option<Event> {
    let failed = |reason: String| Event::Outcome(Message::Failed(reason));
    match effect {
        // These are for the loop itself.
        Effect::Quit
        | Effect::Suspend
        | Effect::EditOutside(_)
        | Effect::Search(_)
        | Effect::StopReading
        | Effect::OpenStory(_)
        | Effect::AddSource(_)
        | Effect::AddText { .. }
        | Effect::DropArticle(_)
        | Effect::ReadAgain => None,
        Effect::SaveNotes => match app.save_notes(now()) {
            Ok(()) => Some(Event::NotesChanged),
            Err(error) => Some(failed(error.to_string())),
        },
        Effect::CompletePath(path) => Some(Event::Completed(completed(&path))),
        Effect::WriteReport { form, path, over } => {
            app.report(form, &files.manner(form, now())).map(|text| match files.write(&path, &text, over) {
                Ok(Outcome::Written(path)) => Event::ReportWritten(format!("report written to {}", path.display())),
                Ok(Outcome::Exists(free)) => Event::ReportExists(free),
                Err(error) => failed(error.to_string()),
            })
        }
        Effect::Copy(words) => execute!(stdout(), CopyToClipboard::to_clipboard_from(words))
            .err()
            .map(|error| failed(format!("cannot copy: {error}"))),
    }
}
