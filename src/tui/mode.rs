//! What the keys mean now, with the data of each such place.

use ratatui_textarea::TextArea;

use crate::notes::Verdict;
use crate::read::Excerpt;

/// What the keys mean now.
#[derive(Debug)]
pub enum Mode {
    /// Reading, the texts side by side.
    Read,
    /// Selecting words, from the one at byte `anchor` to the cursor.
    Select {
        /// Where the selection began.
        anchor: usize,
    },
    /// Typing a pattern to search for.
    Search(Box<TextArea<'static>>),
    /// Writing a note.
    Note(Box<Draft>),
    /// Looking at the keys, from line `top`.
    Help {
        /// The first visible line.
        top: usize,
        /// The place whose keys are shown.
        of: KeyPlace,
    },
}

/// A note being written.
#[derive(Debug)]
pub struct Draft {
    /// What it is on, for the editor's heading.
    pub(super) heading: String,
    /// The rule of its finding; `None` for a fact or selected words.
    pub(super) rule: Option<String>,
    /// The places it is bound to.
    pub(super) places: Vec<Excerpt>,
    /// The verdict that it keeps.
    pub(super) verdict: Verdict,
    /// The words.
    pub(super) editor: TextArea<'static>,
}

/// A place with keys of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyPlace {
    /// Reading.
    Read,
    /// Selecting words.
    Select,
    /// Typing a pattern.
    Search,
    /// Writing a note.
    Note,
    /// Looking at the keys.
    Help,
}

impl Mode {
    /// The place whose keys hold.
    pub const fn place(&self) -> KeyPlace {
        match self {
            Self::Read => KeyPlace::Read,
            Self::Select { .. } => KeyPlace::Select,
            Self::Search(_) => KeyPlace::Search,
            Self::Note(_) => KeyPlace::Note,
            Self::Help { .. } => KeyPlace::Help,
        }
    }
}

impl KeyPlace {
    /// Its name in the status line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "READ",
            Self::Select => "SELECT",
            Self::Search => "SEARCH",
            Self::Note => "NOTE",
            Self::Help => "KEYS",
        }
    }
}
