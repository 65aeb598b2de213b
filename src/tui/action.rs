//! Everything that a key can do, each with its name and its line of help. The settings file, the palette, the list of
//! keys and the README's table of keys all take them from here.

/// Makes the actions from one table: groups by their names, in each its actions: the action, its name in the settings
/// file, its line of help.
macro_rules! actions {
    ($($group:literal => $($action:ident $name:literal $help:literal)*)*) => {
        /// Something that a key does.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Action {
            $($(#[doc = $help] $action,)*)*
        }

        impl Action {
            /// All of them, in the order of the list of keys.
            pub const ALL: &'static [Self] = &[$($(Self::$action),*),*];

            /// Its name in the settings file and in the palette.
            pub const fn name(self) -> &'static str {
                match self {
                    $($(Self::$action => $name,)*)*
                }
            }

            /// What it does, for the list of keys.
            pub const fn help(self) -> &'static str {
                match self {
                    $($(Self::$action => $help,)*)*
                }
            }

            /// What it has to do with, for the list of keys.
            pub const fn group(self) -> &'static str {
                match self {
                    $($(Self::$action => $group,)*)*
                }
            }
        }
    };
}

actions! {
    "views" =>
    ViewRead "view-read" "read the articles side by side"
    ViewSynopsis "view-synopsis" "read what tells the same side by side, sentence by sentence"
    ViewFacts "view-facts" "list the facts, and what each article says of them"
    ViewDiscrepancies "view-discrepancies" "list the discrepancies, to go through them"
    ViewEntities "view-entities" "list who and what is named, and how often in each article"
    ViewNotes "view-notes" "list your notes and verdicts"
    "from finding to finding" =>
    NextDiscrepancy "next-discrepancy" "go to the next discrepancy, gravest first; all columns come to it"
    PreviousDiscrepancy "previous-discrepancy" "go to the discrepancy before"
    NextSameKind "next-same-kind" "go to the next discrepancy of the kind that is shown"
    PreviousSameKind "previous-same-kind" "go to the discrepancy before of the kind that is shown"
    NextShared "next-shared" "go to the next fact that several articles tell alike"
    PreviousShared "previous-shared" "go to the shared fact before"
    NextFact "next-fact" "go to the next fact, whether shared, conflicting or told by one article alone"
    PreviousFact "previous-fact" "go to the fact before, of whatever kind"
    NextMention "next-mention" "go to the next mention of the name under the cursor, or nearest to it, in all articles"
    PreviousMention "previous-mention" "go to the mention before"
    NextArticleMention "next-article-mention" "go to the first mention of the name in the next article that has it"
    NextReading "next-reading" "show what stands under the cursor; then go to the next words of it (of a name: in the next article)"
    OtherHere "other-finding-here" "show what else stands under the cursor"
    Labels "labels" "put letters on all that can be jumped to; typing them goes there"
    Open "open" "read the articles at what is chosen"
    Back "back" "go back to where you were before the last jump"
    Forward "forward" "go forward again"
    "moving" =>
    NextArticle "next-article" "read the next article"
    PreviousArticle "previous-article" "read the article before"
    Up "up" "move up a row; in a prompt, to what was typed before, or to the format before"
    Down "down" "move down a row; in a prompt, to what was typed after, or to the format after"
    Left "left" "move to the word before; in a list, to the article before"
    Right "right" "move to the next word; in a list, to the next article"
    PreviousSentence "previous-sentence" "move to the beginning of the sentence, or of the one before"
    NextSentence "next-sentence" "move to the next sentence"
    PreviousParagraph "previous-paragraph" "move to the beginning of the paragraph, or of the one before"
    NextParagraph "next-paragraph" "move to the next paragraph"
    HalfPageUp "half-page-up" "move up half a page"
    HalfPageDown "half-page-down" "move down half a page"
    PageUp "page-up" "move up a page"
    PageDown "page-down" "move down a page"
    Top "top" "move to the beginning"
    Bottom "bottom" "move to the end; with a number, to that paragraph or entry"
    "lists" =>
    Filter "filter" "choose which entries the list shows"
    CycleFilter "cycle-filter" "show one sort of entries alone, then the next, then all again"
    ClearFilter "clear-filter" "show all entries of the list again"
    ToggleSort "toggle-sort" "show entries of this sort, or hide them"
    OnlySort "only-sort" "show of these the entries of this sort alone (again: all)"
    Done "done" "go back to the list"
    DeleteNote "delete-note" "take the note and the verdict on what is chosen away"
    FindNotes "find-notes" "list the notes that have what you type: words, #tag, @author, a: for an article"
    "articles" =>
    AddArticle "add-article" "read another article into the story: a file, an address, or what you paste"
    AddSource "add-source" "read what is typed, or what was pasted, into the story"
    DropArticle "drop-article" "take the article you read out of the story; its notes are kept"
    ReadAgain "read-again" "read all sources anew, files and pages as they are now"
    "columns" =>
    ToggleFollow "toggle-follow" "let the other columns follow the one you read, or stay"
    Zoom "zoom" "give the column you read the whole width, or take it back"
    HideColumn "hide-column" "hide the column you read"
    ShowAll "show-all" "show the hidden columns again"
    MoveColumnLeft "move-column-left" "move the column you read to the left"
    MoveColumnRight "move-column-right" "move the column you read to the right"
    "apparatus" =>
    ApparatusUp "apparatus-up" "scroll the apparatus up"
    ApparatusDown "apparatus-down" "scroll the apparatus down"
    ApparatusTaller "apparatus-taller" "give the apparatus a row of the texts"
    ApparatusShorter "apparatus-shorter" "give the texts a row of the apparatus"
    ApparatusReset "apparatus-reset" "give the apparatus its usual height"
    "marks" =>
    Legend "legend" "show what the marks mean, and switch them on and off"
    ToggleDiffers "toggle-differs" "mark where the accounts differ, or leave it unmarked"
    ToggleDamage "toggle-damage" "mark damaged text, or leave it unmarked"
    ToggleShared "toggle-shared" "mark what several articles tell, or leave it unmarked"
    ToggleSingle "toggle-single" "mark facts that one article alone tells, or leave them unmarked"
    ToggleNames "toggle-names" "mark names, or leave them unmarked"
    ToggleQuotations "toggle-quotations" "mark quotations, or leave them unmarked"
    ToggleNotes "toggle-notes" "mark what you have a note on, or leave it unmarked"
    ToggleAll "toggle-all" "switch all marks off, or on when any is off"
    "search" =>
    Search "search" "search all articles (regular expression; capitals count when you type one)"
    NextMatch "next-match" "go to the next match"
    PreviousMatch "previous-match" "go to the match before"
    RunSearch "run-search" "go to the first match"
    ClearSearch "clear-search" "take the search's marks away"
    "words, notes and verdicts" =>
    Select "select" "select words, to note or copy them"
    SelectSentences "select-sentences" "select whole sentences"
    SwapEnds "swap-ends" "move the other end of the selection"
    Copy "copy" "copy what is selected, or the words of the finding under the cursor, or its sentence"
    Note "note" "write a note on the finding, or on the selected words"
    SaveNote "save-note" "save the note"
    NewLine "new-line" "begin a new line"
    EditOutside "edit-outside" "write the note in your own editor ($VISUAL or $EDITOR)"
    Bind "bind" "bind a note to the selected words, too; one whose words are gone, to these instead"
    Undo "undo" "undo the last change of a note or a verdict"
    Redo "redo" "do again what was undone"
    Confirm "confirm" "confirm the finding (again: take the verdict back)"
    Dismiss "dismiss" "dismiss the finding (again: take the verdict back)"
    Doubt "doubt" "mark the finding as still to be checked (again: take it back)"
    "the reader" =>
    Stories "stories" "choose another of the stories that the sources tell"
    WriteReport "write-report" "write the comparison to a file, in a format of your choice"
    WriteFile "write-file" "write the report to this file"
    CompletePath "complete-path" "complete the path"
    WriteOver "write-over" "write over the file that is there"
    OtherName "other-name" "take another name, which is free"
    Palette "palette" "find any action by its name and run it; a number goes to that paragraph"
    Help "help" "show the keys of this place, find one, run it"
    Run "run" "run what is chosen"
    Leave "leave" "go back; nothing is changed"
    NextTheme "next-theme" "show the screen in the next theme"
    Suspend "suspend" "stop for now and give the terminal back to the shell, which goes on with fg"
    Quit "quit" "quit"
}

impl Action {
    /// The action of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// Whether doing it so many times over is what a number typed before its key asks for.
    pub const fn repeats(self) -> bool {
        matches!(
            self,
            Self::NextDiscrepancy
                | Self::PreviousDiscrepancy
                | Self::NextSameKind
                | Self::PreviousSameKind
                | Self::NextShared
                | Self::PreviousShared
                | Self::NextFact
                | Self::PreviousFact
                | Self::NextMention
                | Self::PreviousMention
                | Self::NextArticleMention
                | Self::NextReading
                | Self::OtherHere
                | Self::Back
                | Self::Forward
                | Self::NextArticle
                | Self::PreviousArticle
                | Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
                | Self::PreviousSentence
                | Self::NextSentence
                | Self::PreviousParagraph
                | Self::NextParagraph
                | Self::HalfPageUp
                | Self::HalfPageDown
                | Self::PageUp
                | Self::PageDown
                | Self::ApparatusUp
                | Self::ApparatusDown
                | Self::MoveColumnLeft
                | Self::MoveColumnRight
                | Self::ApparatusTaller
                | Self::ApparatusShorter
                | Self::NextMatch
                | Self::PreviousMatch
                | Self::Undo
                | Self::Redo
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_name_and_a_line_of_help_of_its_own() {
        for (place, action) in Action::ALL.iter().enumerate() {
            assert_eq!(Action::named(action.name()), Some(*action));
            assert!(!action.help().is_empty());
            assert!(Action::ALL[..place].iter().all(|other| other.help() != action.help()), "{action:?}");
        }
    }
}
