//! From view to view: what is under the cursor in one is under the cursor in the next.

use super::jump;
use crate::tui::app::App;
use crate::tui::mode::View;

/// Shows `view`; what the apparatus shows is chosen there, when it has it.
pub fn open(app: &mut App, view: View) {
    if app.view == view {
        return;
    }
    app.jumps.leave(app.here());
    app.view = view;
    jump::choose_shown(app);
}

/// From a list to the articles.
pub fn read(app: &mut App) {
    open(app, View::Read);
}
