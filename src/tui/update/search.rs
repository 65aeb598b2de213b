//! The search: a pattern is tried at every letter typed, and what is wrong with it is said in the status line.

use super::jump;
use crate::read::Excerpt;
use crate::tui::app::{App, Message};
use crate::tui::mode::Mode;
use crate::tui::search::{Pattern, Search};

/// Marks what the pattern typed so far finds, and says what is wrong with it.
pub fn as_typed(app: &mut App) {
    let Mode::Search(prompt) = &app.mode else { return };
    let typed = prompt.text();
    if app.search.as_ref().is_some_and(|search| search.pattern().typed() == typed) {
        return tell(app);
    }
    let pattern = Pattern::new(typed);
    let is_empty = typed.is_empty();
    app.search = None;
    match pattern {
        _ if is_empty => {}
        Ok(pattern) => {
            app.search = Some(Search::begin(pattern, &app.articles, || in_sight(app)));
            tell(app);
        }
        Err(reason) => app.message = Some(Message::Failed(format!("not a pattern yet: {reason}"))),
    }
}

/// The words of all articles that are on the screen.
fn in_sight(app: &App) -> Vec<Excerpt> {
    let parts = app.columns.iter().filter(|_| app.view.shows_articles()).flat_map(|&article| {
        // The rows of a column need not follow each other in its text.
        app.visible_rows(article).into_iter().map(move |(_, row)| Excerpt { article, span: row.span })
    });
    parts.collect()
}

/// Says how many were found.
fn tell(app: &mut App) {
    let Some(search) = &app.search else { return };
    app.message = Some(match search.count() {
        _ if !search.is_whole() => Message::Done("searching …".to_owned()),
        0 => Message::Failed("found nowhere".to_owned()),
        count => Message::Done(format!("{count} found")),
    });
}

/// All articles have been searched: takes what was found in the place of what was in sight, unless something else is
/// searched for by now.
pub fn found(app: &mut App, whole: Search) {
    let Some(search) = &mut app.search else { return };
    if search.pattern() != whole.pattern() || search.is_whole() {
        return;
    }
    let wanted = search.wanted;
    *search = whole;
    if wanted || matches!(app.mode.ground(), Mode::Search(_)) {
        tell(app);
    }
    if wanted {
        jump::found(app, 1);
    }
}

/// Who goes on with something else while the articles are being searched is not taken to what is found.
pub fn stay(app: &mut App) {
    if let Some(search) = &mut app.search {
        search.wanted = false;
    }
}

/// Shows an earlier pattern, or a later one, in place of the one that is typed.
pub fn recall(app: &mut App, by: isize) {
    if let Mode::Search(prompt) = &mut app.mode {
        prompt.recall(&app.session.searched, by);
        as_typed(app);
    }
}

/// Goes to the first match after the cursor as soon as it is known, and back to reading.
pub fn run(app: &mut App) {
    as_typed(app);
    if let Mode::Search(prompt) = &app.mode
        && !prompt.text().is_empty()
    {
        let pattern = prompt.text().to_owned();
        app.session.searched.retain(|other| *other != pattern);
        app.session.searched.push(pattern);
    }
    match &mut app.search {
        Some(search) if !search.is_whole() => search.wanted = true,
        Some(search) if search.count() > 0 => jump::found(app, 1),
        _ => {}
    }
    app.mode = Mode::Browse;
}
