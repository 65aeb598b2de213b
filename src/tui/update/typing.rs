//! What is typed or pasted into a line, a note, or the letters of a label.

use crossterm::event::KeyEvent;

use super::{add, export, labels, menu, narrow, search};
use crate::tui::app::App;
use crate::tui::mode::Mode;

/// A key that stands for no action.
pub fn key(app: &mut App, key: KeyEvent) {
    match &mut app.mode {
        Mode::Search(prompt) => {
            prompt.input(key);
            search::as_typed(app);
        }
        Mode::Note(draft) => {
            draft.editor.input(key);
        }
        Mode::Narrow(prompt) => {
            prompt.input(key);
            narrow::as_typed(app);
        }
        Mode::Export(_) => export::typed(app, key),
        Mode::Add(_) => add::typed(app, key),
        Mode::Menu(_) => menu::typed(app, key),
        Mode::Labels(_) => labels::typed(app, key),
        Mode::Mistakes { .. } => app.mode = Mode::Browse,
        Mode::Browse | Mode::Select { .. } | Mode::Legend | Mode::Filter { .. } => {}
    }
}

/// Text that was pasted.
pub fn paste(app: &mut App, text: &str) {
    let mut doubts = Vec::new();
    let text = crate::read::harmless(text, &mut doubts);
    match &mut app.mode {
        Mode::Search(prompt) => {
            prompt.paste(&text);
            search::as_typed(app);
        }
        Mode::Note(draft) => {
            draft.editor.insert_str(text);
        }
        Mode::Narrow(prompt) => {
            prompt.paste(&text);
            narrow::as_typed(app);
        }
        Mode::Export(_) => export::paste(app, &text),
        Mode::Browse | Mode::Add(_) => add::paste(app, &text),
        Mode::Menu(open) => {
            open.prompt.paste(&text);
            menu::fill(app);
        }
        Mode::Labels(_) | Mode::Select { .. } | Mode::Legend | Mode::Filter { .. } | Mode::Mistakes { .. } => {}
    }
}
