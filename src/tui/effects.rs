//! Does what has to be done outside; what there is to say about it.

use std::io::stdout;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

use super::app::{App, Message};
use super::export::ReportFile;
use super::signals;
use super::terminal::Terminal;
use super::update::{Effect, Event};

/// Carries out one effect; what the reader is to be told of it.
pub fn carry_out(effect: Effect, app: &mut App, files: &mut ReportFile, terminal: &mut Terminal) -> Option<Event> {
    let message = match effect {
        Effect::Quit => None,
        Effect::SaveNotes => app.save_notes().err().map(|error| Message::Failed(error.to_string())),
        Effect::WriteReport => app.report().map(|text| match files.write(&text) {
            Ok(path) => Message::Done(format!("report written to {}", path.display())),
            Err(error) => Message::Failed(error.to_string()),
        }),
        Effect::Copy(words) => execute!(stdout(), CopyToClipboard::to_clipboard_from(words))
            .err()
            .map(|error| Message::Failed(format!("cannot copy: {error}"))),
        Effect::Suspend => return Some(suspend(terminal)),
    };
    message.map(Event::Outcome)
}

/// Gives the terminal back, stops until the shell lets the reader go on, and takes it again.
fn suspend(terminal: &mut Terminal) -> Event {
    terminal.leave();
    let stopped = signals::stop();
    if let Err(error) = terminal.enter() {
        return Event::Outcome(Message::Failed(format!("cannot take the terminal again: {error}")));
    }
    match (stopped, terminal.size()) {
        (Err(error), _) => Event::Outcome(Message::Failed(format!("cannot stop here: {error}"))),
        (Ok(()), Ok(size)) => Event::Resize(size),
        (Ok(()), Err(error)) => Event::Outcome(Message::Failed(error.to_string())),
    }
}
