//! Selecting words or sentences, and copying them.

use crate::read::Excerpt;
use crate::text::width::shorten;
use crate::tui::action::Action;
use crate::tui::app::{App, Message};
use crate::tui::event::Effect;
use crate::tui::mode::{KeyPlace, Mode, Unit};
use crate::tui::pane::word_at;

/// What was copied is quoted in so many columns.
const QUOTED_COLUMNS: usize = 40;

/// Begins to select by `unit`, or goes on by it; where that is done already, leaves the selection.
pub fn by(app: &mut App, unit: Unit) {
    app.mode = match app.mode {
        Mode::Select { unit: now, .. } if now == unit => Mode::Browse,
        Mode::Select { anchor, .. } => Mode::Select { anchor, unit },
        _ => Mode::Select { anchor: app.here().position, unit },
    };
}

/// The cursor to where the selection began, so that it grows there.
pub fn swap_ends(app: &mut App) {
    let position = app.here().position;
    if let Mode::Select { anchor, .. } = &mut app.mode {
        let began = std::mem::replace(anchor, position);
        super::move_by(app, |pane, text| {
            pane.place_cursor(text, began);
            pane.reveal(text);
        });
    }
}

/// Leaves the selection before an action that is none of those that the keys of a selection can do.
pub fn leave_for(app: &mut App, action: Action) {
    if matches!(app.mode, Mode::Select { .. }) && app.session.keymap.key(KeyPlace::Select, action).is_none() {
        app.mode = Mode::Browse;
    }
}

/// Copies what is selected; or else the words of what the apparatus shows that stand under the cursor; or else the
/// sentence there.
pub fn copy(app: &mut App) -> Option<Effect> {
    let Excerpt { article, span } = app.selection().or_else(|| words_here(app))?;
    let words = span.of(app.text(article)).to_owned();
    app.mode = Mode::Browse;
    let quoted = words.split_whitespace().collect::<Vec<_>>().join(" ");
    app.message = Some(Message::Done(format!("copied: {}", shorten(&quoted, QUOTED_COLUMNS))));
    Some(Effect::Copy(words))
}

fn words_here(app: &App) -> Option<Excerpt> {
    let here = app.here();
    let word = word_at(app.text(here.article), here.position);
    let stands_here = |place: &&Excerpt| place.article == here.article && place.span.overlaps(word);
    let shown = app.shown.as_ref().and_then(|shown| shown.places.iter().find(stands_here)).copied();
    shown.or_else(|| {
        let span = app.sentence_at(here.position).filter(|sentence| sentence.overlaps(word)).unwrap_or(word);
        Some(Excerpt { article: here.article, span })
    })
}
