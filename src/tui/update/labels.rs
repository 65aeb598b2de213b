//! Going to a place by the letters shown on it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{follow, list, show_under_cursor};
use crate::read::{ArticleId, Excerpt};
use crate::tui::app::{App, Message};
use crate::tui::labels::{Labels, Target};
use crate::tui::mode::Mode;
use crate::tui::places::Subject;

/// A label takes so many columns: what begins closer to the one before it gets none.
const LABEL_COLUMNS: usize = 2;

/// Shows letters on everything on the screen that can be jumped to: the entries of a list, or words of the articles.
pub fn show(app: &mut App) {
    let targets = if app.view.is_list() { entries(app) } else { words(app) };
    if targets.is_empty() {
        app.message = Some(Message::Failed("nothing on the screen can be jumped to".to_owned()));
        return;
    }
    let beneath = std::mem::replace(&mut app.mode, Mode::Browse);
    app.mode = Mode::Labels(Box::new(Labels::new(targets, beneath)));
    app.message = Some(Message::Done("type the letters on the place to go to; Esc leaves".to_owned()));
}

/// The visible entries of the list on the screen.
fn entries(app: &App) -> Vec<Target> {
    let rows = app.list_rows();
    let visible = app.list().into_iter().flat_map(|list| list.entries().iter().skip(list.top()).take(rows));
    visible.copied().map(Target::Entry).collect()
}

/// What can be jumped to in the articles on the screen; a selection grows within its article only.
fn words(app: &App) -> Vec<Target> {
    let mut articles = app.columns.clone();
    if matches!(app.mode, Mode::Select { .. }) {
        articles = vec![app.focus];
    }
    // The article that is read has the short labels.
    articles.sort_by_key(|&article| article != app.focus);
    articles.into_iter().flat_map(|article| places_in(app, article)).map(Target::Words).collect()
}

/// What can be jumped to on the visible rows of `article`, far enough apart for labels.
fn places_in(app: &App, article: ArticleId) -> Vec<Excerpt> {
    let Some(findings) = &app.findings else { return Vec::new() };
    let text = app.text(article);
    let mut found = Vec::new();
    for (_, row) in app.visible_rows(article) {
        let mut spans = findings.places.beginning_in(article, row.span);
        if let Some(search) = &app.search {
            let matches = search.matches_in(article);
            let first = matches.partition_point(|found| found.span.start < row.span.start);
            let in_row = matches[first..].iter().take_while(|found| found.span.start < row.span.end);
            spans.extend(in_row.map(|found| found.span));
        }
        spans.sort_unstable();
        let mut free = 0;
        for span in spans {
            let at = row.columns_before(text, span.start);
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
                let target = whole.target;
                super::leave(app);
                match target {
                    Target::Words(place) => go(app, place),
                    Target::Entry(subject) => choose(app, subject),
                }
            } else if labels.places.iter().any(|labelled| labelled.label.starts_with(&typed)) {
                labels.typed = typed;
            } else {
                app.message = Some(Message::Failed(format!("no label is called “{typed}”")));
            }
        }
        _ => {}
    }
}

/// Chooses an entry of the list on the screen.
fn choose(app: &mut App, subject: Subject) {
    let here = app.here();
    if app.list_mut().is_some_and(|list| list.choose(subject)) {
        app.jumps.leave(here);
        list::show_chosen(app);
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
