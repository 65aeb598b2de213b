//! Everything that a key can do, each with its name and its line of help. The help screen, the hints in the status line
//! and the README's table of keys are all made from here.

use super::mode::KeyPlace;

/// Something that a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    NextDiscrepancy,
    PreviousDiscrepancy,
    NextShared,
    PreviousShared,
    NextMention,
    PreviousMention,
    NextReading,
    Back,
    Forward,
    NextArticle,
    PreviousArticle,
    Up,
    Down,
    Left,
    Right,
    HalfPageUp,
    HalfPageDown,
    PageUp,
    PageDown,
    Top,
    Bottom,
    ApparatusUp,
    ApparatusDown,
    ToggleFollow,
    Search,
    NextMatch,
    PreviousMatch,
    RunSearch,
    Select,
    Copy,
    Note,
    SaveNote,
    NewLine,
    Confirm,
    Dismiss,
    Doubt,
    WriteReport,
    Help,
    Leave,
    ClearSearch,
    Quit,
}

impl Action {
    /// What it does, for the help screen.
    pub const fn help(self) -> &'static str {
        match self {
            Self::NextDiscrepancy => "go to the next discrepancy, gravest first; all columns come to it",
            Self::PreviousDiscrepancy => "go to the discrepancy before",
            Self::NextShared => "go to the next fact that several articles tell alike",
            Self::PreviousShared => "go to the shared fact before",
            Self::NextMention => {
                "go to the next mention of the name under the cursor, or nearest to it, in all articles"
            }
            Self::PreviousMention => "go to the mention before",
            Self::NextReading => "go to the next words that the apparatus shows (of a name: in the next article)",
            Self::Back => "go back to where you were before the last jump",
            Self::Forward => "go forward again",
            Self::NextArticle => "read the next article",
            Self::PreviousArticle => "read the article before",
            Self::Up => "move up a row",
            Self::Down => "move down a row",
            Self::Left => "move to the word before",
            Self::Right => "move to the next word",
            Self::HalfPageUp => "move up half a page",
            Self::HalfPageDown => "move down half a page",
            Self::PageUp => "move up a page",
            Self::PageDown => "move down a page",
            Self::Top => "move to the beginning",
            Self::Bottom => "move to the end",
            Self::ApparatusUp => "scroll the apparatus up",
            Self::ApparatusDown => "scroll the apparatus down",
            Self::ToggleFollow => "let the other columns follow the one you read, or stay",
            Self::Search => "search all articles (regular expression; capitals count when you type one)",
            Self::NextMatch => "go to the next match",
            Self::PreviousMatch => "go to the match before",
            Self::RunSearch => "go to the first match",
            Self::Select => "select words, to note or copy them",
            Self::Copy => "copy the selected words to the clipboard",
            Self::Note => "write a note on the finding, or on the selected words",
            Self::SaveNote => "save the note",
            Self::NewLine => "begin a new line",
            Self::Confirm => "confirm the finding (again: take the verdict back)",
            Self::Dismiss => "dismiss the finding (again: take the verdict back)",
            Self::Doubt => "mark the finding as still to be checked (again: take it back)",
            Self::WriteReport => "write the comparison to variorum-report.md in this folder",
            Self::Help => "show the keys of this place",
            Self::Leave => "go back to reading; nothing is changed",
            Self::ClearSearch => "take the search's marks away",
            Self::Quit => "quit",
        }
    }
}

/// A hint in the status line: the keys as shown, and one word for what they do.
pub type Hint = (&'static str, &'static str);

/// The hints for a place, the most needed first; those that do not fit are left out from the end.
pub const fn hints(place: KeyPlace) -> &'static [Hint] {
    match place {
        KeyPlace::Read => &[
            ("?", "keys"),
            ("d/D", "differ"),
            ("s/S", "shared"),
            ("e/E", "mention"),
            ("q", "quit"),
            ("Tab", "article"),
            ("m", "note"),
            ("c", "confirm"),
            ("x", "dismiss"),
            ("/", "search"),
            ("w", "report"),
            ("v", "select"),
            ("Enter", "next words"),
            ("[/]", "back"),
            ("f", "follow"),
        ],
        KeyPlace::Select => &[("m", "note"), ("y", "copy"), ("Left/Right", "word"), ("Esc", "leave")],
        KeyPlace::Search => &[("Enter", "go"), ("Esc", "leave")],
        KeyPlace::Note => &[("Enter", "save"), ("Alt-Enter", "new line"), ("Esc", "leave")],
        KeyPlace::Help => &[("j/k", "scroll"), ("Esc", "leave")],
    }
}
