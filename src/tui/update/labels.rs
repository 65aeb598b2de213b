//! Going to a place by the letters shown on it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{follow, show_under_cursor};
use crate::read::{ArticleId, Excerpt};
use crate::text::Span;
use crate::tui::app::{App, Message};
use crate::tui::labels::Labels;
use crate::tui::mode::Mode;

/// A label takes so many columns: what begins closer to the one before it gets none.
const LABEL_COLUMNS: usize = 2;

/// Shows letters on everything on the screen that can be jumped to; a selection grows within its article only.
pub fn show(app: &mut App) {
    let mut articles = app.columns.clone();
    if matches!(app.mode, Mode::Select { .. }) {
        articles = vec![app.focus];
    }
    // The article that is read has the short labels.
    articles.sort_by_key(|&article| article != app.focus);
    let places: Vec<_> = articles.into_iter().flat_map(|article| places_in(app, article)).collect();
    if places.is_empty() {
        app.message = Some(Message::Failed("nothing on the screen can be jumped to".to_owned()));
        return;
    }
    let beneath = std::mem::replace(&mut app.mode, Mode::Browse);
    app.mode = Mode::Labels(Box::new(Labels::new(places, beneath)));
    app.message = Some(Message::Done("type the letters on the place to go to; Esc leaves".to_owned()));
}

/// What can be jumped to on the visible rows of `article`, far enough apart for labels.
fn places_in(app: &App, article: ArticleId) -> Vec<Excerpt> {
    let Some(findings) = &app.findings else { return Vec::new() };
    let text = app.text(article);
    let mut found = Vec::new();
    for (_, row) in app.visible_rows(article) {
        let mut spans = findings.places.beginning_in(article, row);
        if let Some(search) = &app.search {
            let matches = search.matches_in(article);
            let first = matches.partition_point(|found| found.span.start < row.start);
            let in_row = matches[first..].iter().take_while(|found| found.span.start < row.end);
            spans.extend(in_row.map(|found| found.span));
        }
        spans.sort_unstable();
        let mut free = 0;
        for span in spans {
            let at = crate::text::width::columns(Span::new(row.start, span.start).of(text));
            if at >= free {
                free = at + LABEL_COLUMNS;
                found.push(Excerpt { article, span });
            }
        }
    }
    found
}

/// Takes a letter of a label; when it is whole, goes there.
pub fn typed(app: &mut App, key: KeyEvent) {
    let Mode::Labels(labels) = &mut app.mode else { return };
    match key.code {
        KeyCode::Backspace => {
            labels.typed.pop();
        }
        KeyCode::Char(character) if (key.modifiers - KeyModifiers::SHIFT).is_empty() => {
            let typed = format!("{}{}", labels.typed, character.to_lowercase());
            if let Some(whole) = labels.places.iter().find(|labelled| labelled.label == typed) {
                let place = whole.place;
                super::leave(app);
                go(app, place);
            } else if labels.places.iter().any(|labelled| labelled.label.starts_with(&typed)) {
                labels.typed = typed;
            } else {
                app.message = Some(Message::Failed(format!("no label is called “{typed}”")));
            }
        }
        _ => {}
    }
}

/// Puts the cursor on `place`, which is on the screen, and shows what stands there.
fn go(app: &mut App, place: Excerpt) {
    app.jumps.leave(app.here());
    app.focus = place.article;
    let text = app.articles[place.article.0].text.clone();
    let pane = &mut app.panes[place.article.0];
    pane.place_cursor(&text, place.span.start);
    pane.keep_cursor_in_view(&text);
    show_under_cursor(app);
    follow::follow(app);
}
