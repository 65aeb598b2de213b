//! Moving in a view that is a list: what is chosen is shown in the apparatus, and the columns behind the list come to it,
//! so that the place is kept when the articles are read again.

use super::jump;
use crate::tui::app::App;
use crate::tui::list::List;

/// Rows further than any list is long.
const ALL_ROWS: isize = isize::MAX;

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

/// Scrolls the list by `by` rows.
pub fn scroll(app: &mut App, by: isize) {
    let rows = app.list_rows();
    let Some(list) = app.list_mut() else { return };
    list.scroll(by, rows);
    show_chosen(app);
}

/// Chooses the entry in visible row `row`.
pub fn click(app: &mut App, row: usize) {
    let Some(list) = app.list_mut() else { return };
    if let Some(&subject) = list.entries().get(list.top() + row) {
        list.choose(subject);
        show_chosen(app);
    }
}

fn show_chosen(app: &mut App) {
    let subject = app.list().and_then(List::subject);
    if let Some(subject) = subject {
        jump::come_to(app, subject, None);
    }
}
