//! The columns rearranged: one over the whole width, hidden, moved.

use crate::tui::app::{App, Message};

/// Gives the column that is read the whole width, or takes it back.
pub fn zoom(app: &mut App) {
    app.arrangement.toggle_zoom();
    rearranged(app);
}

/// Hides the column that is read; the one beside it is read instead.
pub fn hide(app: &mut App) {
    let article = app.focus;
    if let Some(instead) = app.arrangement.hide(article) {
        app.focus = instead;
        rearranged(app);
        let siglum = app.articles.get(article.0).map_or("", |article| &article.siglum);
        let key = app.session.keymap.key(app.place(), crate::tui::action::Action::ShowAll).unwrap_or_default();
        app.message = Some(Message::Done(format!("{siglum} is hidden; {key} shows all articles again")));
    }
}

/// Shows all articles again.
pub fn show_all(app: &mut App) {
    app.arrangement.reveal_all();
    rearranged(app);
}

/// Moves the column that is read to the right, or to the left.
pub fn shift(app: &mut App, by: isize) {
    if app.arrangement.shift(app.focus, by) {
        rearranged(app);
    }
}

/// Chooses the columns anew, from the same one at the left as far as that shows the article that is read.
fn rearranged(app: &mut App) {
    let shown = app.arrangement.shown();
    let place = |article| shown.iter().position(|&other| other == article);
    let left = app.columns.iter().find_map(|&article| place(article)).unwrap_or(0);
    app.columns.clear();
    app.lay_out();
    let fitting = app.columns.len();
    let Some(read) = place(app.focus).filter(|_| fitting > 0) else { return };
    let left = left.clamp((read + 1).saturating_sub(fitting), read).min(shown.len() - fitting);
    app.columns = shown[left..left + fitting].to_vec();
    app.lay_out();
    if let Some(text) = app.articles.get(app.focus.0).map(|article| article.text.clone()) {
        app.panes[app.focus.0].keep_cursor_in_view(&text);
    }
}
