//! Moving in a view that is a list: what is chosen is shown in the apparatus. The articles come to it when they are read
//! again, so that the place is kept from view to view.

use super::jump;
use crate::read::ArticleId;
use crate::tui::app::{App, Message};
use crate::tui::list::List;
use crate::tui::lists::related;
use crate::tui::places::Subject;

/// Rows further than any list is long.
const ALL_ROWS: isize = isize::MAX;

/// A list has come to the screen: what the apparatus shows is chosen, or what is about the same; else what was chosen
/// here before, or at first what is nearest to the cursor.
pub fn enter(app: &mut App) {
    app.refresh_lists();
    let found = related::choose(app);
    let shown = app.shown.as_ref().map(|shown| shown.subject);
    let Some(list) = app.list_mut() else { return };
    if shown.is_some_and(|subject| list.subject() != Some(subject) && list.has(subject)) {
        app.message = Some(Message::Done("what was shown is hidden by the filter".to_owned()));
    } else if !found && !list.visited {
        related::choose_nearest(app);
    }
    if let Some(list) = app.list_mut() {
        list.visited = list.whole() > 0;
    }
    let chosen = app.list().and_then(List::subject);
    if let Some(subject) = chosen {
        app.show(subject);
    }
}

/// The entries may have changed: what is chosen now is shown, and what is no longer there is not.
pub fn refresh(app: &mut App) {
    let before = app.list().and_then(List::subject);
    app.refresh_lists();
    let gone = |subject| matches!(subject, Subject::Note(number) if app.note_of(number).is_none());
    if app.shown.as_ref().is_some_and(|shown| gone(shown.subject)) {
        app.shown = None;
    }
    let chosen = app.list().and_then(List::subject);
    if chosen != before || chosen.is_some() && app.shown.is_none() {
        show_chosen(app);
    }
}

/// Chooses the entry `by` rows further down.
pub fn move_by(app: &mut App, by: isize) {
    let Some(list) = app.list_mut() else { return };
    list.move_by(by);
    show_chosen(app);
}

/// Chooses the first entry, or the last.
pub fn move_to_end(app: &mut App, by: isize) {
    move_by(app, if by < 0 { -ALL_ROWS } else { ALL_ROWS });
}

/// Chooses the entry of this number, from 1.
pub fn move_to(app: &mut App, number: usize) {
    move_to_end(app, -1);
    move_by(app, isize::try_from(number.saturating_sub(1)).unwrap_or(ALL_ROWS));
}

/// Chooses the next entry, or the one before, round the end.
pub fn step(app: &mut App, by: isize) {
    let here = app.here();
    let Some(list) = app.list_mut() else { return };
    list.step(by);
    app.jumps.leave(here);
    show_chosen(app);
}

/// Scrolls the list by `by` rows.
pub fn scroll(app: &mut App, by: isize) {
    let rows = app.list_rows();
    let Some(list) = app.list_mut() else { return };
    list.scroll(by, rows);
    show_chosen(app);
}

/// Chooses the entry in visible row `row`, and the article whose column holds column `x`.
pub fn click(app: &mut App, row: usize, x: usize) {
    let (columns, articles) = (app.list_columns(), app.articles.len());
    let Some(list) = app.list_mut() else { return };
    let article = columns.and_then(|columns| columns.article_at(x, list.left(), articles));
    let Some(&subject) = list.entries().get(list.top() + row) else { return };
    list.choose(subject);
    if let Some(article) = article {
        focus(app, article);
    }
    show_chosen(app);
}

/// Makes the next article, or the one before, the one that is read, as far as there is one.
pub fn article(app: &mut App, by: isize) {
    let last = app.articles.len().saturating_sub(1);
    focus(app, app.focus.0.saturating_add_signed(by).min(last));
}

/// The same, round the end.
pub fn article_round(app: &mut App, by: isize) {
    let count = app.articles.len().cast_signed().max(1);
    focus(app, (app.focus.0.cast_signed() + by).rem_euclid(count).cast_unsigned());
    // Where no column shows it.
    if let Some(article) = app.articles.get(app.focus.0).filter(|_| app.list_columns().is_none()) {
        app.message = Some(Message::Done(format!("{} {} is read", article.siglum, article.location)));
    }
}

/// Makes `article` the one that is read.
pub fn focus(app: &mut App, article: usize) {
    if article < app.articles.len() {
        app.focus = ArticleId(article);
        app.bring_together(&[]);
        app.lists.moved = true;
    }
}

/// The list has left the screen for the articles: they come to what was chosen, unless the cursor is there already; when
/// nothing was, they stay where they were.
pub fn leave(app: &mut App) {
    if !app.lists.moved {
        return super::show_under_cursor(app);
    }
    app.lists.moved = false;
    let here = app.here();
    let Some(shown) = &app.shown else { return };
    let (subject, mut places) = (shown.subject, shown.places.iter());
    if !places.any(|place| place.article == here.article && place.span.holds(here.position)) {
        jump::come_to(app, subject, None);
    }
}

/// Shows in the apparatus what is chosen.
pub fn show_chosen(app: &mut App) {
    app.lists.moved = true;
    let subject = app.list().and_then(List::subject);
    if let Some(subject) = subject {
        app.show(subject);
    }
}
