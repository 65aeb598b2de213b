//! What is typed to find notes: the list shows at every letter what has it.

use crate::tui::app::App;
use crate::tui::mode::{Mode, View};
use crate::tui::prompt::Prompt;
use crate::tui::update::list;

/// Begins to type, with what was typed before.
pub fn open(app: &mut App) {
    if app.view != View::Notes {
        super::view::open(app, View::Notes);
    }
    let mut prompt = Prompt::default();
    prompt.paste(&app.lists.wanted);
    app.mode = Mode::Narrow(Box::new(prompt));
}

/// Shows what has all that is typed.
pub fn as_typed(app: &mut App) {
    if let Mode::Narrow(prompt) = &app.mode {
        prompt.text().clone_into(&mut app.lists.wanted);
        app.lists.forget_notes();
        list::refresh(app);
    }
}

/// Shows all again.
pub fn clear(app: &mut App) {
    app.lists.wanted.clear();
    app.lists.forget_notes();
    list::refresh(app);
}
