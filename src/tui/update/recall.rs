//! Back to where the story was left, as far as that still fits the articles.

use super::follow;
use crate::read::ArticleId;
use crate::tui::app::App;
use crate::tui::arrangement::Arrangement;
use crate::tui::state::Remembered;

/// Puts everything where it was. What does not fit any more is left as it is.
pub fn recall(app: &mut App, left: &Remembered) {
    if let Some(theme) = &left.theme {
        app.session.themes.choose(theme);
        app.session.theme_chosen = app.session.themes.wanted() == theme;
    }
    let article = |sha256: &str| app.articles.iter().position(|article| article.sha256 == sha256).map(ArticleId);
    let columns: Vec<_> =
        left.columns.iter().filter_map(|column| Some((article(&column.article)?, column.top))).collect();
    // The article that was read may be gone; then it is the one before it, or else the one after it.
    let beside = || {
        let place = left.order.iter().position(|digest| *digest == left.focus)?;
        let (before, after) = left.order.split_at(place);
        before.iter().rev().chain(after).find_map(|digest| article(digest))
    };
    let read = article(&left.focus);
    let Some(focus) = read.or_else(beside) else { return };
    let all = |digests: &[String]| digests.iter().filter_map(|sha256| article(sha256)).collect();
    if let Some(arrangement) = Arrangement::of(app.articles.len(), all(&left.order), all(&left.hidden)) {
        app.arrangement = arrangement;
    }
    app.apparatus_rows = left.apparatus_rows;
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
    if read.is_some() && text.is_char_boundary(left.cursor) {
        app.panes[focus.0].place_cursor(&text, left.cursor);
        app.panes[focus.0].reveal(&text);
    }
    // The comparison is not to lead away from here.
    app.touched = true;
    follow::follow(app);
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Size;

    use super::*;
    use crate::notes::Notebook;
    use crate::read::{Article, number};
    use crate::tui::keymap::Keymap;
    use crate::tui::mode::View;

    fn opened(texts: &[&str]) -> App {
        let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        number(&mut articles);
        // One column: nothing else is beside the article that is read.
        App::new(articles, Notebook::default(), Keymap::default(), Size::new(80, 24))
    }

    #[test]
    fn where_the_article_that_was_read_is_gone_the_one_before_it_is_read() {
        let texts = ["It rained.", "It snowed.", "It hailed."];
        for (focus, left, expected) in [(2, [0, 1], 1), (1, [0, 2], 0), (0, [1, 2], 0)] {
            let mut before = opened(&texts);
            before.focus = ArticleId(focus);
            before.view = View::Synopsis;
            before.lay_out();
            let mut now = opened(&left.map(|place: usize| texts[place]));
            recall(&mut now, &Remembered::of(&before));
            assert_eq!((now.focus, now.view), (ArticleId(expected), View::Synopsis), "{focus} is gone");
        }
    }
}
