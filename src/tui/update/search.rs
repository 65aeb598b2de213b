//! The search: a pattern is tried at every letter typed, and what is wrong with it is said in the status line.

use super::jump;
use crate::tui::app::{App, Message};
use crate::tui::mode::Mode;
use crate::tui::search::Search;

/// Marks what the pattern typed so far finds, and says what is wrong with it.
pub fn as_typed(app: &mut App) {
    let Mode::Search(prompt) = &app.mode else { return };
    let pattern = prompt.text().to_owned();
    app.search = None;
    if pattern.is_empty() {
        return;
    }
    match Search::new(&pattern, &app.articles) {
        Ok(search) => {
            let count = search.count();
            app.message = Some(if count == 0 {
                Message::Failed("found nowhere".to_owned())
            } else {
                Message::Done(format!("{count} found"))
            });
            app.search = Some(search);
        }
        Err(reason) => app.message = Some(Message::Failed(format!("not a pattern yet: {reason}"))),
    }
}

/// Shows an earlier pattern, or a later one, in place of the one that is typed.
pub fn recall(app: &mut App, by: isize) {
    if let Mode::Search(prompt) = &mut app.mode {
        prompt.recall(&app.searched, by);
        as_typed(app);
    }
}

/// Goes to the first match after the cursor, and back to reading.
pub fn run(app: &mut App) {
    as_typed(app);
    if let Mode::Search(prompt) = &app.mode
        && !prompt.text().is_empty()
    {
        let pattern = prompt.text().to_owned();
        app.searched.retain(|other| *other != pattern);
        app.searched.push(pattern);
    }
    if app.search.as_ref().is_some_and(|search| search.count() > 0) {
        jump::found(app, 1);
    }
    app.mode = Mode::Browse;
}
