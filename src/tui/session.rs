//! What belongs to the user and not to a story: it stays when other articles are opened.

use super::action::Action;
use super::export::Export;
use super::keymap::Keymap;
use super::paint::Marks;
use super::picker::Stories;
use super::theme::Themes;

/// The user's settings, and what the user has chosen since the reader began.
#[derive(Debug, Default)]
pub struct Session {
    pub(super) keymap: Keymap,
    pub(super) themes: Themes,
    /// Whether the user has chosen the theme while reading.
    pub(super) theme_chosen: bool,
    /// Who signs the notes.
    pub(super) author: String,
    /// The marks that are switched off.
    pub(super) marks_off: Marks,
    /// The patterns searched for so far, the latest last, each once.
    pub(super) searched: Vec<String>,
    /// The actions run from a menu so far, the latest first, each once.
    pub(super) recent: Vec<Action>,
    /// The report that was written last.
    pub(super) exported: Option<Export>,
    /// What was added to stories so far, as it was typed, the latest last, each once; and what was taken out.
    pub(super) added: Vec<String>,
    /// The stories to choose from.
    pub(super) stories: Stories,
}
