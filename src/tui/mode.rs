//! What the keys mean now, with the data of each such place.

use ratatui_textarea::TextArea;

use super::action::Action;
use super::addition::Addition;
use super::export::Export;
use super::labels::Labels;
use super::menu::Menu;
use super::prompt::Prompt;
use super::settings::Mistakes;
use crate::notes::Verdict;
use crate::read::Excerpt;

/// What the keys mean now.
#[derive(Debug)]
pub enum Mode {
    /// Looking at a view, with nothing over it.
    Browse,
    /// Selecting words, from the one at byte `anchor` to the cursor.
    Select {
        /// Where the selection began.
        anchor: usize,
        /// What it grows by.
        unit: Unit,
    },
    /// Typing a pattern to search for.
    Search(Box<Prompt>),
    /// Writing a note.
    Note(Box<Draft>),
    /// Typing what notes are to have.
    Narrow(Box<Prompt>),
    /// Choosing the format and the file of a report.
    Export(Box<Export>),
    /// Naming an article that is to join the story.
    Add(Box<Addition>),
    /// Looking at what the marks mean, and switching them.
    Legend,
    /// Choosing what a list shows, at line `chosen` of what there is to choose from.
    Filter {
        /// The line that the keys act on.
        chosen: usize,
    },
    /// Looking at what is wrong with the user's settings.
    Mistakes {
        /// The first visible line.
        top: usize,
        /// What is wrong.
        of: Mistakes,
    },
    /// Choosing from the actions, or from the keys of a place.
    Menu(Box<Menu>),
    /// Choosing from the places that letters are shown on.
    Labels(Box<Labels>),
}

/// What a selection grows by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Words.
    Word,
    /// Sentences.
    Sentence,
}

/// A note being written.
#[derive(Debug)]
pub struct Draft {
    /// What it is on, for the editor's heading.
    pub(super) heading: String,
    /// The name of the note, when it is one already.
    pub(super) id: Option<String>,
    /// The rule of its finding; `None` for a fact or selected words.
    pub(super) rule: Option<String>,
    /// The places it is bound to.
    pub(super) places: Vec<Excerpt>,
    /// The verdict that it keeps.
    pub(super) verdict: Verdict,
    /// What it said when the editor was opened.
    pub(super) before: String,
    /// The words.
    pub(super) editor: TextArea<'static>,
}

/// What fills the screen between the story's line and the apparatus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// The articles side by side.
    #[default]
    Read,
    /// Their sentences in bands, what tells the same side by side.
    Synopsis,
    /// Which article tells what.
    Facts,
    /// The discrepancies, to go through them.
    Discrepancies,
    /// Who and what is named, and where.
    Entities,
    /// The user's notes.
    Notes,
}

impl View {
    /// All of them, in the order of their tabs.
    pub const ALL: &'static [Self] =
        &[Self::Read, Self::Synopsis, Self::Facts, Self::Discrepancies, Self::Entities, Self::Notes];

    /// Its name on its tab.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "Read",
            Self::Synopsis => "Synopsis",
            Self::Facts => "Facts",
            Self::Discrepancies => "Discrepancies",
            Self::Entities => "Entities",
            Self::Notes => "Notes",
        }
    }

    /// Whether the articles themselves are on the screen, with a cursor in the one that is read.
    pub const fn shows_articles(self) -> bool {
        matches!(self, Self::Read | Self::Synopsis)
    }

    /// What opens it.
    pub const fn action(self) -> Action {
        match self {
            Self::Read => Action::ViewRead,
            Self::Synopsis => Action::ViewSynopsis,
            Self::Facts => Action::ViewFacts,
            Self::Discrepancies => Action::ViewDiscrepancies,
            Self::Entities => Action::ViewEntities,
            Self::Notes => Action::ViewNotes,
        }
    }

    /// Whether it is a list.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Facts | Self::Discrepancies | Self::Entities | Self::Notes)
    }

    /// How many rows of a list are its heading: where there is a column for each article, they have one of their own.
    pub const fn heading_rows(self) -> usize {
        match self {
            Self::Facts | Self::Entities => 2,
            _ => 1,
        }
    }
}

/// A place with keys of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeyPlace {
    /// Reading the articles.
    Read,
    /// Reading the synopsis.
    Synopsis,
    /// Looking through the facts.
    Facts,
    /// Going through the discrepancies.
    Discrepancies,
    /// Looking through the names.
    Entities,
    /// Looking through the notes.
    Notes,
    /// Choosing what a list shows.
    Filter,
    /// Selecting words.
    Select,
    /// Typing a pattern.
    Search,
    /// Writing a note.
    Note,
    /// Typing what notes are to have.
    Narrow,
    /// Choosing the format and the file of a report.
    Export,
    /// Saying what becomes of a file that is there.
    Overwrite,
    /// Naming an article that is to join the story.
    Add,
    /// Looking at what the marks mean.
    Legend,
    /// Looking at what is wrong with the settings.
    Mistakes,
    /// In the palette, or in the list of keys.
    Menu,
    /// Typing the letters shown on a place.
    Labels,
}

impl Mode {
    /// The place whose keys hold while `view` is on the screen.
    pub const fn place(&self, view: View) -> KeyPlace {
        match (self, view) {
            (Self::Browse, View::Read) => KeyPlace::Read,
            (Self::Browse, View::Synopsis) => KeyPlace::Synopsis,
            (Self::Browse, View::Facts) => KeyPlace::Facts,
            (Self::Browse, View::Discrepancies) => KeyPlace::Discrepancies,
            (Self::Browse, View::Entities) => KeyPlace::Entities,
            (Self::Browse, View::Notes) => KeyPlace::Notes,
            (Self::Filter { .. }, _) => KeyPlace::Filter,
            (Self::Select { .. }, _) => KeyPlace::Select,
            (Self::Search(_), _) => KeyPlace::Search,
            (Self::Note(_), _) => KeyPlace::Note,
            (Self::Narrow(_), _) => KeyPlace::Narrow,
            (Self::Export(export), _) => {
                if export.is_asking() {
                    KeyPlace::Overwrite
                } else {
                    KeyPlace::Export
                }
            }
            (Self::Add(_), _) => KeyPlace::Add,
            (Self::Legend, _) => KeyPlace::Legend,
            (Self::Mistakes { .. }, _) => KeyPlace::Mistakes,
            (Self::Menu(_), _) => KeyPlace::Menu,
            (Self::Labels(_), _) => KeyPlace::Labels,
        }
    }

    /// What lies under a menu or under letters; itself where nothing lies over it.
    pub fn ground(&self) -> &Self {
        match self {
            Self::Menu(menu) => menu.beneath.ground(),
            Self::Labels(labels) => labels.beneath.ground(),
            Self::Browse
            | Self::Select { .. }
            | Self::Search(_)
            | Self::Note(_)
            | Self::Narrow(_)
            | Self::Export(_)
            | Self::Add(_)
            | Self::Legend
            | Self::Filter { .. }
            | Self::Mistakes { .. } => self,
        }
    }
}

impl KeyPlace {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Read,
        Self::Synopsis,
        Self::Facts,
        Self::Discrepancies,
        Self::Entities,
        Self::Notes,
        Self::Filter,
        Self::Select,
        Self::Search,
        Self::Note,
        Self::Narrow,
        Self::Export,
        Self::Overwrite,
        Self::Add,
        Self::Legend,
        Self::Mistakes,
        Self::Menu,
        Self::Labels,
    ];

    /// Its name in the status line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Read => "READ",
            Self::Synopsis => "SYNOPSIS",
            Self::Facts => "FACTS",
            Self::Discrepancies => "DISCREPANCIES",
            Self::Entities => "ENTITIES",
            Self::Notes => "NOTES",
            Self::Filter => "FILTER",
            Self::Select => "SELECT",
            Self::Search => "SEARCH",
            Self::Note => "NOTE",
            Self::Narrow => "FIND",
            Self::Export => "REPORT",
            Self::Overwrite => "OVERWRITE",
            Self::Add => "ADD",
            Self::Legend => "LEGEND",
            Self::Mistakes => "SETTINGS",
            Self::Menu => "MENU",
            Self::Labels => "LABELS",
        }
    }

    /// The tables of the settings that its keys stand in, the first that has a key deciding.
    pub const fn tables(self) -> &'static [&'static str] {
        match self {
            Self::Read => &["read", "views"],
            Self::Synopsis => &["synopsis", "read", "views"],
            Self::Facts | Self::Discrepancies | Self::Entities => &["lists", "views"],
            Self::Notes => &["notes", "lists", "views"],
            Self::Filter => &["filter"],
            Self::Select => &["select"],
            Self::Search => &["search"],
            Self::Note => &["note"],
            Self::Narrow => &["narrow"],
            Self::Export => &["report"],
            Self::Overwrite => &["overwrite"],
            Self::Add => &["add"],
            Self::Legend => &["legend"],
            Self::Mistakes => &["mistakes"],
            Self::Menu => &["menu"],
            Self::Labels => &["labels"],
        }
    }

    /// Whether digits before a key are a number for it; elsewhere they are typed.
    pub const fn counts(self) -> bool {
        matches!(
            self,
            Self::Read
                | Self::Synopsis
                | Self::Facts
                | Self::Discrepancies
                | Self::Entities
                | Self::Notes
                | Self::Select
        )
    }
}
