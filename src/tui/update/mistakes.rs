//! The mistakes in the user's settings: they can be scrolled, and any other key puts them away.

use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::mode::Mode;

/// Scrolls the mistakes, when they are on the screen; whether `action` is dealt with.
pub fn scroll(app: &mut App, action: Action) -> bool {
    let Mode::Mistakes { top, of } = &mut app.mode else { return false };
    let last = of.told.len().saturating_sub(1);
    match action {
        Action::Up => *top = top.saturating_sub(1),
        Action::Down => *top = (*top + 1).min(last),
        _ => return false,
    }
    true
}
