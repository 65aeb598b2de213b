//! The prompt for an article that is to join the story; and the completion of paths, which reports need, too.

use crossterm::event::KeyEvent;

use super::export;
use crate::tui::addition::Addition;
use crate::tui::app::{App, Message};
use crate::tui::event::Effect;
use crate::tui::mode::Mode;

/// What a text that was pasted is called.
const PASTED: &str = "pasted";

/// Asks for the path or the address.
pub fn open(app: &mut App) {
    app.mode = Mode::Add(Box::default());
}

/// The prompt, when it is open.
fn prompt(app: &mut App) -> Option<&mut Addition> {
    match &mut app.mode {
        Mode::Add(addition) => Some(addition),
        _ => None,
    }
}

/// Takes a key that edits the line.
pub fn typed(app: &mut App, key: KeyEvent) {
    if let Some(addition) = prompt(app) {
        addition.line.input(key);
    }
}

/// Takes pasted text; where no prompt is open, one opens for it, and nothing is read before the user says so.
pub fn paste(app: &mut App, text: &str) {
    if app.articles.is_empty() || app.reading.is_some() || text.trim().is_empty() {
        return;
    }
    if matches!(app.mode, Mode::Browse) {
        open(app);
    }
    let name = free_name(app);
    if let Some(addition) = prompt(app) {
        addition.paste(text, &name);
    }
}

/// What no article is called yet.
fn free_name(app: &App) -> String {
    let mut names = (1..).map(|number| if number == 1 { PASTED.to_owned() } else { format!("{PASTED} {number}") });
    let is_free = |name: &String| app.articles.iter().all(|article| article.location != *name);
    names.find(is_free).unwrap_or_default()
}

/// Shows what was added `by` times later, or earlier when negative.
pub fn recall(app: &mut App, by: isize) {
    let added = std::mem::take(&mut app.session.added);
    if let Some(addition) = prompt(app).filter(|addition| addition.text.is_none()) {
        addition.line.recall(&added, by);
    }
    app.session.added = added;
}

/// Reads what is named, or takes what was pasted.
pub fn add(app: &mut App) -> Option<Effect> {
    let addition = prompt(app)?;
    let line = addition.line.text().trim().to_owned();
    if let Some(text) = addition.text.take() {
        app.mode = Mode::Browse;
        let name = if line.is_empty() { PASTED.to_owned() } else { line };
        return Some(Effect::AddText { name, text });
    }
    if line.is_empty() {
        app.message = Some(Message::Failed("the article needs a path or an address".to_owned()));
        return None;
    }
    app.mode = Mode::Browse;
    app.message = Some(Message::Done(format!("reading {line} …")));
    remember(app, line.clone());
    Some(Effect::AddSource(line))
}

/// Keeps what was added or taken out, to be added again.
pub fn remember(app: &mut App, line: String) {
    app.session.added.retain(|known| *known != line);
    app.session.added.push(line);
}

/// Looks for what the path can be completed to.
pub fn complete(app: &mut App) -> Option<Effect> {
    match prompt(app) {
        // What a text is called is no path.
        Some(addition) if addition.text.is_some() => None,
        Some(addition) => Some(Effect::CompletePath(addition.line.text().to_owned())),
        None => export::complete(app),
    }
}

/// The path is completed as far as all that it may become are alike; `Err` with why it cannot be.
pub fn completed(app: &mut App, found: Result<(String, String), String>) {
    match found {
        Ok((path, told)) => {
            match prompt(app) {
                Some(addition) => addition.line.put(&path),
                None => export::completed(app, &path),
            }
            app.message = (!told.is_empty()).then_some(Message::Done(told));
        }
        Err(reason) => app.message = Some(Message::Failed(reason)),
    }
}
