//! The apparatus scrolled, and made taller or lower at the texts' expense.

use crate::tui::app::{App, Message};

/// Scrolls it, as far as it has rows.
pub fn scroll(app: &mut App, by: isize) {
    let Some(area) = app.layout.as_ref().map(|layout| layout.apparatus) else { return };
    let last = app.apparatus.count().saturating_sub(usize::from(area.height) - 1);
    app.apparatus_top = app.apparatus_top.min(last).saturating_add_signed(by).min(last);
}

/// Makes it `by` rows taller, as far as there are rows to give and to take.
pub fn grow(app: &mut App, by: i16) {
    let Some(rows) = app.layout.as_ref().map(|layout| layout.apparatus.height) else { return };
    let before = app.apparatus_rows.replace(rows.saturating_add_signed(by));
    app.lay_out();
    if app.layout.as_ref().is_some_and(|layout| layout.apparatus.height == rows) {
        app.apparatus_rows = before;
        let reason = if by > 0 { "the texts keep their last rows" } else { "the apparatus keeps its last row" };
        app.message = Some(Message::Failed(reason.to_owned()));
    }
}
