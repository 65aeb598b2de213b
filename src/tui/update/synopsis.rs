//! Moving in the synopsis. The cursor is the one with which the article is read, so that every other key finds it where
//! it expects it, and the columns of the reading view come along.

use super::{follow, show_under_cursor};
use crate::read::ArticleId;
use crate::tui::app::{App, Findings};
use crate::tui::jumps::Place;
use crate::tui::mode::Mode;
use crate::tui::pane::Pane;
use crate::tui::synopsis::{Bound, Sheet};

/// Moves by so many lines of text.
pub fn move_lines(app: &mut App, by: isize) {
    let bound = if matches!(app.mode, Mode::Select { .. }) { Bound::ToArticle } else { Bound::Nowhere };
    lead(app, |sheet, findings, cursor| sheet.moved(findings, cursor, by, bound));
}

/// Moves to the next word of the article, or the one before.
pub fn move_words(app: &mut App, by: isize) {
    super::move_by(app, |pane, text| pane.move_word(text, by));
}

/// Moves to the beginning of the synopsis, or to its end; while words are selected, of the article.
pub fn move_to_end(app: &mut App, by: isize) {
    if matches!(app.mode, Mode::Select { .. }) {
        return super::move_by(app, |pane, text| pane.move_to_end(text, by));
    }
    lead(app, |sheet, findings, _| sheet.end(findings, by));
}

/// Scrolls by so many lines, the cursor staying in view.
pub fn scroll(app: &mut App, by: isize) {
    lead(app, |sheet, findings, cursor| sheet.scroll(findings, by, cursor));
}

/// Puts the cursor on the word at a cell of `article`.
pub fn click(app: &mut App, article: ArticleId, column: usize, row: usize) {
    lead(app, |sheet, findings, _| Some((article, sheet.click(findings, article, row, column)?)));
}

/// From the band at `before` to what the article that is read now has there, or next after it.
pub fn beside(app: &mut App, before: &Place) {
    let article = app.focus;
    app.bring_together(&[]);
    app.lay_out();
    lead(app, |_, findings, _| {
        let position = findings.synopsis.beside(&findings.analysis, (before.article, before.position), article)?;
        Some((article, position))
    });
}

/// Puts the cursor where `motion` leads it.
fn lead(app: &mut App, motion: impl FnOnce(&mut Sheet, &Findings, (ArticleId, usize)) -> Option<(ArticleId, usize)>) {
    let cursor = (app.focus, app.pane().map_or(0, Pane::cursor));
    let Some(findings) = &app.findings else { return };
    let Some((article, position)) = motion(&mut app.sheet, findings, cursor) else { return };
    app.focus = article;
    let pane = &mut app.panes[article.0];
    pane.place_cursor(&app.articles[article.0].text, position);
    pane.reveal(&app.articles[article.0].text);
    show_under_cursor(app);
    follow::follow(app);
}
