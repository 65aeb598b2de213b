//! The prompt for a report: which format, into which file.

use crossterm::event::KeyEvent;

use crate::tui::app::{App, Message};
use crate::tui::event::Effect;
use crate::tui::export::Export;
use crate::tui::mode::Mode;

/// Asks for the format and the file.
pub fn open(app: &mut App) {
    let export = app.session.exported.clone().unwrap_or_default();
    app.mode = Mode::Export(Box::new(export));
}

/// The prompt, when it is open.
fn prompt(app: &mut App) -> Option<&mut Export> {
    match &mut app.mode {
        Mode::Export(export) => Some(export),
        _ => None,
    }
}

/// Chooses the next format, or the one before.
pub fn turn(app: &mut App, by: isize) {
    if let Some(export) = prompt(app) {
        export.turn(by);
    }
}

/// Takes a key that edits the path.
pub fn typed(app: &mut App, key: KeyEvent) {
    if let Some(export) = prompt(app).filter(|export| !export.is_asking()) {
        export.path.input(key);
    }
}

/// Takes pasted text into the path.
pub fn paste(app: &mut App, text: &str) {
    if let Some(export) = prompt(app).filter(|export| !export.is_asking()) {
        export.path.paste(text);
    }
}

/// Looks for what the path can be completed to.
pub fn complete(app: &mut App) -> Option<Effect> {
    let path = prompt(app)?.path.text().to_owned();
    Some(Effect::CompletePath(path))
}

/// The path is completed.
pub fn completed(app: &mut App, path: &str) {
    if let Some(export) = prompt(app) {
        export.path.put(path);
    }
}

/// Writes the file, unless one is there that would be lost.
pub fn write(app: &mut App) -> Option<Effect> {
    let export = prompt(app)?;
    if export.path.text().trim().is_empty() {
        app.message = Some(Message::Failed("the report needs the name of a file".to_owned()));
        return None;
    }
    Some(Effect::WriteReport { form: export.form, path: export.path.text().trim().to_owned(), over: false })
}

/// Writes over the file that is there.
pub fn write_over(app: &mut App) -> Option<Effect> {
    let export = prompt(app)?;
    Some(Effect::WriteReport { form: export.form, path: export.path.text().trim().to_owned(), over: true })
}

/// Asks about the file that is there; `free` is a name beside it that is free.
pub fn ask(app: &mut App, free: String) {
    if let Some(export) = prompt(app) {
        export.ask(free);
    }
}

/// Takes the name that is free.
pub fn take_other(app: &mut App) {
    if let Some(export) = prompt(app) {
        export.take_other();
    }
}

/// The report is written: the next one is offered the same.
pub fn written(app: &mut App, message: String) {
    if let Mode::Export(export) = std::mem::replace(&mut app.mode, Mode::Browse) {
        app.session.exported = Some(*export);
    }
    app.message = Some(Message::Done(message));
}

/// Goes back: from the question to the path, from the path to where it was opened.
pub fn leave(app: &mut App) -> bool {
    prompt(app).is_some_and(Export::stop_asking)
}
