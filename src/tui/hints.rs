//! The keys that matter in each place, for the status line.

use super::action::Action;
use super::mode::KeyPlace;

/// A hint in the status line: an action, another whose key is shown beside its, and one word for what they do.
pub type Hint = (Action, Option<Action>, &'static str);

const fn hint(action: Action, word: &'static str) -> Hint {
    (action, None, word)
}

const fn pair(action: Action, other: Action, word: &'static str) -> Hint {
    (action, Some(other), word)
}

/// The hints for a place, the most needed first; those that do not fit are left out from the end.
pub const fn hints(place: KeyPlace) -> &'static [Hint] {
    match place {
        KeyPlace::Read => {
            const {
                &[
                    hint(Action::Help, "keys"),
                    hint(Action::Palette, "actions"),
                    pair(Action::NextDiscrepancy, Action::PreviousDiscrepancy, "differ"),
                    pair(Action::NextShared, Action::PreviousShared, "shared"),
                    pair(Action::NextMention, Action::PreviousMention, "mention"),
                    hint(Action::Quit, "quit"),
                    hint(Action::NextArticle, "article"),
                    hint(Action::Note, "note"),
                    hint(Action::Confirm, "confirm"),
                    hint(Action::Dismiss, "dismiss"),
                    hint(Action::Search, "search"),
                    hint(Action::WriteReport, "report"),
                    hint(Action::Select, "select"),
                    hint(Action::NextReading, "next words"),
                    hint(Action::Labels, "labels"),
                    pair(Action::Back, Action::Forward, "back"),
                    hint(Action::ToggleFollow, "follow"),
                    hint(Action::Legend, "marks"),
                    hint(Action::Zoom, "zoom"),
                ]
            }
        }
        KeyPlace::Synopsis => {
            const {
                &[
                    hint(Action::Help, "keys"),
                    hint(Action::Open, "read here"),
                    pair(Action::NextDiscrepancy, Action::PreviousDiscrepancy, "differ"),
                    pair(Action::NextShared, Action::PreviousShared, "shared"),
                    pair(Action::NextMention, Action::PreviousMention, "mention"),
                    hint(Action::Quit, "quit"),
                    hint(Action::NextArticle, "article"),
                    hint(Action::Note, "note"),
                    hint(Action::Confirm, "confirm"),
                    hint(Action::Dismiss, "dismiss"),
                    hint(Action::Search, "search"),
                    hint(Action::Select, "select"),
                    pair(Action::Back, Action::Forward, "back"),
                    hint(Action::Legend, "marks"),
                    hint(Action::Zoom, "zoom"),
                ]
            }
        }
        KeyPlace::Discrepancies => {
            const {
                &[
                    hint(Action::Help, "keys"),
                    hint(Action::Palette, "actions"),
                    hint(Action::Open, "read it"),
                    hint(Action::Confirm, "confirm"),
                    hint(Action::Dismiss, "dismiss"),
                    hint(Action::Doubt, "check"),
                    hint(Action::Note, "note"),
                    hint(Action::Filter, "filter"),
                    hint(Action::CycleFilter, "verdict"),
                    hint(Action::ViewRead, "articles"),
                    hint(Action::Quit, "quit"),
                    hint(Action::WriteReport, "report"),
                ]
            }
        }
        KeyPlace::Facts => {
            const {
                &[
                    hint(Action::Help, "keys"),
                    hint(Action::Open, "read it"),
                    pair(Action::Left, Action::Right, "article"),
                    hint(Action::CycleFilter, "status"),
                    hint(Action::Filter, "filter"),
                    hint(Action::ViewRead, "articles"),
                    hint(Action::Quit, "quit"),
                    hint(Action::Note, "note"),
                    hint(Action::Confirm, "confirm"),
                    hint(Action::Doubt, "to be checked"),
                ]
            }
        }
        KeyPlace::Entities => {
            const {
                &[
                    hint(Action::Help, "keys"),
                    hint(Action::Open, "read it"),
                    pair(Action::NextMention, Action::PreviousMention, "mention"),
                    pair(Action::Left, Action::Right, "article"),
                    hint(Action::CycleFilter, "kind"),
                    hint(Action::Filter, "filter"),
                    hint(Action::ViewRead, "articles"),
                    hint(Action::Quit, "quit"),
                ]
            }
        }
        KeyPlace::Notes => {
            const {
                &[
                    hint(Action::Help, "keys"),
                    hint(Action::Open, "read it"),
                    hint(Action::Note, "edit"),
                    hint(Action::FindNotes, "find"),
                    hint(Action::DeleteNote, "delete"),
                    pair(Action::Undo, Action::Redo, "undo/redo"),
                    hint(Action::Bind, "bind to words"),
                    hint(Action::Filter, "filter"),
                    hint(Action::Confirm, "confirm"),
                    hint(Action::Dismiss, "dismiss"),
                    hint(Action::ViewRead, "articles"),
                    hint(Action::Quit, "quit"),
                ]
            }
        }
        KeyPlace::Filter => {
            const {
                &[
                    hint(Action::ToggleSort, "show or hide"),
                    hint(Action::OnlySort, "only this"),
                    hint(Action::ClearFilter, "all"),
                    hint(Action::Done, "done"),
                ]
            }
        }
        KeyPlace::Select => {
            const {
                &[
                    hint(Action::Note, "note"),
                    hint(Action::Copy, "copy"),
                    hint(Action::Bind, "bind note"),
                    pair(Action::Left, Action::Right, "word"),
                    pair(Action::PreviousSentence, Action::NextSentence, "sentence"),
                    hint(Action::SwapEnds, "other end"),
                    hint(Action::Leave, "leave"),
                ]
            }
        }
        KeyPlace::Search => {
            const { &[hint(Action::RunSearch, "go"), hint(Action::Up, "searched before"), hint(Action::Leave, "leave")] }
        }
        KeyPlace::Note => {
            const {
                &[
                    hint(Action::SaveNote, "save"),
                    hint(Action::NewLine, "new line"),
                    hint(Action::EditOutside, "your editor"),
                    hint(Action::Leave, "leave"),
                ]
            }
        }
        KeyPlace::Narrow => const { &[hint(Action::Done, "list"), hint(Action::Leave, "all notes")] },
        KeyPlace::Export => {
            const {
                &[
                    hint(Action::WriteFile, "write"),
                    pair(Action::Up, Action::Down, "format"),
                    hint(Action::CompletePath, "complete the path"),
                    hint(Action::Leave, "leave"),
                ]
            }
        }
        KeyPlace::Overwrite => {
            const {
                &[
                    hint(Action::WriteOver, "overwrite it"),
                    hint(Action::OtherName, "other name"),
                    hint(Action::Leave, "back"),
                ]
            }
        }
        KeyPlace::Add => {
            const {
                &[
                    hint(Action::AddSource, "add"),
                    hint(Action::CompletePath, "complete the path"),
                    hint(Action::Up, "added before"),
                    hint(Action::Leave, "leave"),
                ]
            }
        }
        KeyPlace::Legend => const { &[hint(Action::ToggleAll, "all marks"), hint(Action::Leave, "leave")] },
        KeyPlace::Mistakes => const { &[pair(Action::Down, Action::Up, "scroll")] },
        KeyPlace::Menu => {
            const { &[hint(Action::Run, "run"), pair(Action::Down, Action::Up, "choose"), hint(Action::Leave, "leave")] }
        }
        KeyPlace::Labels => const { &[hint(Action::Leave, "leave")] },
    }
}
