//! What the reader is told, and what it then wants to have done outside.

use crossterm::event::KeyEvent;
use ratatui::layout::{Position, Size};

use super::app::{Findings, Message, Progress};
use super::picker::Choice;
use super::search::{Pattern, Search};
use super::sources::Reached;
use super::state::Remembered;
use super::story::Story;
use super::theme::Background;
use crate::read::ArticleId;
use crate::report::Form;

/// What the reader is told.
#[derive(Debug)]
pub enum Event {
    /// A key was pressed.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// A cell was clicked.
    Click(Position),
    /// The same cell was clicked again at once.
    DoubleClick(Position),
    /// The mouse was moved with its button held, from the first cell to the second.
    Drag(Position, Position),
    /// The wheel was turned over a cell, by so many rows.
    Wheel(Position, isize),
    /// The articles are still being read.
    Reading(Reached),
    /// They are read.
    Opened(Box<Story>),
    /// The article of this location was taken out of the story.
    TakenOut(String),
    /// They tell several stories, of which one is to be chosen.
    Stories(Vec<Choice>),
    /// The articles are compared.
    Compared(Box<Findings>),
    /// The articles are still being compared.
    Progress(Progress),
    /// The terminal has told what stands behind the letters.
    Background(Background),
    /// The story was left there the last time.
    Recalled(Box<Remembered>),
    /// All articles have been searched.
    Found(Box<Search>),
    /// Something outside is done, or has failed.
    Outcome(Message),
    /// Another program has changed the notes, which are taken in.
    NotesChanged,
    /// The user's own editor has made this of the note.
    Edited(String),
    /// What a path can be completed to, with what else there is to say; or why it cannot be.
    Completed(Result<(String, String), String>),
    /// The file that the report would go to is there; this name is free.
    ReportExists(String),
    /// The report is written.
    ReportWritten(String),
    /// The reader is about to end without the user's wish.
    Ending,
}

/// What has to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave the reader.
    Quit,
    /// Write the notes to their file.
    SaveNotes,
    /// Write the report.
    WriteReport {
        /// Its form.
        form: Form,
        /// Where it goes, as it was typed.
        path: String,
        /// Whether it goes over a file that is there.
        over: bool,
    },
    /// Look for what this path can be completed to.
    CompletePath(String),
    /// Let the user's own editor change this text.
    EditOutside(String),
    /// Look for this in all articles, and let nobody wait for it.
    Search(Pattern),
    /// Read no more articles, and open those that are read.
    StopReading,
    /// Open the story at this place among those that are to be chosen from.
    OpenStory(usize),
    /// Read what has this path or address into the story.
    AddSource(String),
    /// Take this text into the story.
    AddText {
        /// What it is to be called.
        name: String,
        /// The text, as it was pasted.
        text: String,
    },
    /// Take this article out of the story.
    DropArticle(ArticleId),
    /// Read all sources anew.
    ReadAgain,
    /// Give this to the clipboard.
    Copy(String),
    /// Give the terminal back to the shell until that lets the reader go on.
    Suspend,
}
