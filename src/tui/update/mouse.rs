//! The mouse: a click puts the cursor on a word, chooses a row, opens a view or runs a hint; a second one opens what was
//! clicked; dragging selects words; the wheel scrolls what is under it.

use ratatui::layout::Position;

use super::{Effect, apparatus, list, menu, move_by, perform, synopsis};
use crate::read::ArticleId;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::mode::{Mode, Unit, View};
use crate::tui::view::{hint_at, tab_at};

/// The column under a cell, and the cell's place in its text.
fn column_at(app: &App, at: Position) -> Option<(ArticleId, usize, usize)> {
    let layout = app.layout.as_ref().filter(|_| matches!(app.view, View::Read | View::Synopsis))?;
    let (column, &article) = layout.columns.iter().zip(&app.columns).find(|(column, _)| {
        (column.header.x..column.header.right()).contains(&at.x)
            && (column.text.y..column.text.bottom()).contains(&at.y)
    })?;
    Some((article, usize::from(at.x.saturating_sub(column.text.x)), usize::from(at.y - column.text.y)))
}

/// Does what a click on a cell means.
pub fn click(app: &mut App, at: Position) -> Option<Effect> {
    let hint = hint_at(app, at);
    // Only now: where a message stands there are no hints.
    app.message = None;
    if let Some(action) = hint {
        return perform(app, action, None);
    }
    let screen = app.area();
    match &mut app.mode {
        Mode::Menu(open) => {
            match open.row_at(screen, at) {
                Some(row) => {
                    open.choose(row);
                }
                None if open.area(screen).contains(at) => {}
                None if super::picker::must_choose(app) => {}
                None => super::leave(app),
            }
            return None;
        }
        // What is being typed is not to be lost by a click beside it.
        Mode::Search(_) | Mode::Note(_) | Mode::Narrow(_) | Mode::Export(_) | Mode::Add(_) => return None,
        Mode::Labels(_) | Mode::Legend | Mode::Filter { .. } | Mode::Mistakes { .. } => super::leave(app),
        Mode::Browse | Mode::Select { .. } => {}
    }
    app.mode = Mode::Browse;
    if let Some(view) = tab_at(app, at) {
        return perform(app, view.action(), None);
    }
    if let Some(article) = heading_at(app, at) {
        list::focus(app, article);
    } else if let Some(row) = row_at(app, at) {
        list::click(app, row, usize::from(at.x));
    } else if let Some((article, column, row)) = column_at(app, at) {
        if app.view == View::Synopsis {
            synopsis::click(app, article, column, row);
            return None;
        }
        app.focus = article;
        move_by(app, |pane, text| pane.click(text, column, row));
    }
    None
}

/// Opens what was clicked: the entry of a menu or of a list, or what stands under the cursor.
pub fn double_click(app: &mut App, at: Position) -> Option<Effect> {
    app.message = None;
    let screen = app.area();
    if let Mode::Menu(open) = &mut app.mode {
        let chosen = open.row_at(screen, at).is_some_and(|row| open.choose(row));
        return if chosen { menu::run(app) } else { None };
    }
    match app.mode {
        Mode::Browse if row_at(app, at).is_some() => perform(app, Action::Open, None),
        Mode::Browse if column_at(app, at).is_some() => perform(app, Action::NextReading, None),
        _ => click(app, at),
    }
}

/// Selects the words from the cell where the button was pressed to the one where the mouse is.
pub fn drag(app: &mut App, from: Position, to: Position) {
    // A double click may have led elsewhere while the button is still held.
    if column_at(app, from).is_none_or(|(article, ..)| article != app.focus) {
        return;
    }
    match app.mode {
        Mode::Browse => app.mode = Mode::Select { anchor: app.here().position, unit: Unit::Word },
        Mode::Select { .. } => {}
        _ => return,
    }
    let Some(column) = app.columns.iter().position(|&other| other == app.focus) else { return };
    let Some(text) = app.layout.as_ref().map(|layout| layout.columns[column].text) else { return };
    let across = usize::from(to.x.saturating_sub(text.x));
    if app.view == View::Synopsis {
        if (text.y..text.bottom()).contains(&to.y) {
            synopsis::click(app, app.focus, across, usize::from(to.y - text.y));
        } else {
            synopsis::move_lines(app, if to.y < text.y { -1 } else { 1 });
        }
        return;
    }
    move_by(app, |pane, words| {
        // Beyond the edge the text comes along.
        if to.y < text.y {
            pane.move_rows(words, -1);
        } else if to.y >= text.bottom() {
            pane.move_rows(words, 1);
        } else {
            pane.click(words, across, usize::from(to.y - text.y));
        }
    });
}

/// The visible row of a list under a cell.
fn row_at(app: &App, at: Position) -> Option<usize> {
    let body = app.list().and(app.layout.as_ref())?.body;
    body.contains(at).then(|| usize::from(at.y - body.y))?.checked_sub(app.view.heading_rows())
}

/// The article whose heading, over a list, is under a cell.
fn heading_at(app: &App, at: Position) -> Option<usize> {
    let (list, columns) = app.list().zip(app.list_columns())?;
    let row = usize::from(at.y.checked_sub(app.layout.as_ref()?.body.y)?);
    (row + 1 == app.view.heading_rows()).then_some(())?;
    columns.article_at(usize::from(at.x), list.left(), app.articles.len())
}

/// Scrolls the menu, the list, the column, or the apparatus, under a cell.
pub fn wheel(app: &mut App, at: Position, rows: isize) {
    if let Mode::Labels(_) = app.mode {
        super::leave(app);
    }
    if let Mode::Menu(open) = &mut app.mode {
        open.move_by(rows);
    } else if row_at(app, at).is_some() {
        list::scroll(app, rows);
    } else if let Some((article, ..)) = column_at(app, at) {
        if app.view == View::Synopsis {
            return synopsis::scroll(app, rows);
        }
        let text = app.articles[article.0].text.clone();
        app.panes[article.0].scroll(&text, rows);
    } else if app.layout.as_ref().is_some_and(|layout| layout.apparatus.contains(at)) {
        apparatus::scroll(app, rows.signum());
    }
}
