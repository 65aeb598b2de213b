//! Back to where the story was left, as far as that still fits the articles.

use super::follow;
use crate::read::ArticleId;
use crate::tui::app::App;
use crate::tui::state::Remembered;

/// Puts everything where it was. What does not fit any more is left as it is.
pub fn recall(app: &mut App, left: &Remembered) {
    if let Some(theme) = &left.theme {
        app.themes.choose(theme);
        app.theme_chosen = app.themes.wanted() == theme;
    }
    let article = |sha256: &str| app.articles.iter().position(|article| article.sha256 == sha256).map(ArticleId);
    let Some(focus) = article(&left.focus) else { return };
    let columns: Vec<_> =
        left.columns.iter().filter_map(|column| Some((article(&column.article)?, column.top))).collect();
    app.focus = focus;
    app.follows = left.follows;
    app.view = left.view().unwrap_or(app.view);
    // The same article given twice has one digest; then, and in a window of another width, the columns find themselves.
    let order: Vec<_> = columns.iter().map(|&(article, _)| article).collect();
    let alone = order.iter().enumerate().all(|(place, article)| !order[..place].contains(article));
    if alone && order.contains(&focus) {
        app.columns = order;
    }
    app.lay_out();
    for &(article, top) in &columns {
        let text = &app.articles[article.0].text;
        if text.is_char_boundary(top) {
            app.panes[article.0].anchor(text, top, 0);
        }
    }
    let text = app.articles[focus.0].text.clone();
    if text.is_char_boundary(left.cursor) {
        app.panes[focus.0].place_cursor(&text, left.cursor);
        app.panes[focus.0].reveal(&text);
    }
    // The comparison is not to lead away from here.
    app.touched = true;
    follow::follow(app);
}
