//! From view to view: what is under the cursor in one is under the cursor in the next.

use super::list;
use crate::tui::app::{App, Message};
use crate::tui::mode::View;

/// Shows `view`; what the apparatus shows is chosen there, when it has it.
pub fn open(app: &mut App, view: View) {
    if app.view == view {
        return;
    }
    app.jumps.leave(app.here());
    let from_list = app.view.is_list();
    app.view = view;
    match (from_list, view.is_list()) {
        (false, true) => {
            app.lists.moved = false;
            list::enter(app);
        }
        (true, true) => list::enter(app),
        (true, false) => list::leave(app),
        (false, false) => {}
    }
}

/// From a list to the articles.
pub fn read(app: &mut App) {
    if app.shown.as_ref().is_some_and(|shown| shown.places.is_empty()) {
        app.message = Some(Message::Failed("its words are no longer in the articles".to_owned()));
        return;
    }
    app.lists.moved = true;
    open(app, View::Read);
}
