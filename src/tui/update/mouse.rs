//! The mouse: a click puts the cursor on a word, the wheel scrolls what is under it.

use ratatui::layout::Position;

use super::{apparatus, list, move_by, synopsis};
use crate::read::ArticleId;
use crate::tui::app::App;
use crate::tui::mode::{Mode, View};

/// The column under a cell, and the cell's place in its text.
fn column_at(app: &App, at: Position) -> Option<(ArticleId, usize, usize)> {
    let layout = app.layout.as_ref().filter(|_| matches!(app.view, View::Read | View::Synopsis))?;
    let (column, &article) = layout.columns.iter().zip(&app.columns).find(|(column, _)| {
        (column.header.x..column.header.right()).contains(&at.x)
            && (column.text.y..column.text.bottom()).contains(&at.y)
    })?;
    Some((article, usize::from(at.x.saturating_sub(column.text.x)), usize::from(at.y - column.text.y)))
}

/// Puts the cursor on the word under a cell.
pub fn click(app: &mut App, at: Position) {
    if !matches!(app.mode, Mode::Browse) {
        return;
    }
    if let Some(article) = heading_at(app, at) {
        list::focus(app, article);
    } else if let Some(row) = row_at(app, at) {
        list::click(app, row, usize::from(at.x));
    } else if let Some((article, column, row)) = column_at(app, at) {
        if app.view == View::Synopsis {
            return synopsis::click(app, article, column, row);
        }
        app.focus = article;
        move_by(app, |pane, text| pane.click(text, column, row));
    }
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

/// Scrolls the list, the column, or the apparatus, under a cell.
pub fn wheel(app: &mut App, at: Position, rows: isize) {
    if row_at(app, at).is_some() {
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
