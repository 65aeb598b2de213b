//! Choosing one of several stories.

use super::{Effect, menu};
use crate::tui::app::App;
use crate::tui::menu::Kind;
use crate::tui::mode::Mode;
use crate::tui::picker::Choice;

/// Several stories were found: one is to be chosen.
pub fn offer(app: &mut App, choices: Vec<Choice>) {
    app.reading = None;
    app.session.stories.choices = choices;
    app.session.stories.open = None;
    menu::open(app, Kind::Stories);
}

/// Opens a story, unless it is the one that is open.
pub fn choose(app: &mut App, place: usize) -> Option<Effect> {
    (app.session.stories.open != Some(place)).then(|| {
        app.session.stories.open = Some(place);
        Effect::OpenStory(place)
    })
}

/// Whether there is nothing beneath the menu of the stories yet.
pub fn must_choose(app: &App) -> bool {
    matches!(&app.mode, Mode::Menu(menu) if menu.kind == Kind::Stories) && app.session.stories.open.is_none()
}
