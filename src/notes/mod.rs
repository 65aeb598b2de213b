//! The user's own: verdicts and comments on findings and on words, saved at every change.
//!
//! [`Notebook`] holds them in memory, bound to the articles as they are; `annotation` is their form in the file,
//! `anchor` finds their words again, `findings` lets them follow the findings that they are on, `store` reads and
//! writes the file, `story` knows which file it is, `merge` puts together what two programs have changed in it, and
//! `trails` hands on what can be undone when the story changes.

mod anchor;
mod annotation;
mod findings;
mod history;
mod merge;
mod notebook;
mod store;
mod story;
mod tags;
mod trails;

use jiff::Timestamp;

use crate::read::Excerpt;

pub use annotation::{Target, Targets};
pub use findings::Finding;
pub use history::Undone;
pub use notebook::Notebook;
pub use tags::tags;
pub use trails::Trails;

/// What the user thinks of a finding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Not judged yet.
    #[default]
    Open,
    /// The discrepancy is one.
    Confirmed,
    /// It is none, or does not matter.
    Dismissed,
    /// To be looked up elsewhere.
    NeedsChecking,
}

impl Verdict {
    /// All of them, in the order of this list.
    pub const ALL: [Self; 4] = [Self::Open, Self::Confirmed, Self::Dismissed, Self::NeedsChecking];

    /// Its name in reports and in the file of notes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::Dismissed => "dismissed",
            Self::NeedsChecking => "needs checking",
        }
    }

    /// Why a note with it was made, in the words of the Web Annotation Data Model: to judge, or only to say something.
    pub const fn motivation(self) -> &'static str {
        match self {
            Self::Open => annotation::COMMENTING,
            Self::Confirmed | Self::Dismissed | Self::NeedsChecking => annotation::ASSESSING,
        }
    }
}

/// A comment and a verdict on a finding or on selected words. Its tags stand in the comment, as `#tag` ([`tags`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The rule of the finding that it is about; `None` for a note on a fact or on selected words.
    pub rule: Option<String>,
    /// The places it is bound to, in the articles as they are now, by article and place; empty when its words are no
    /// longer there.
    pub places: Vec<Excerpt>,
    /// What the user wrote; may be empty.
    pub comment: String,
    /// What the user thinks.
    pub verdict: Verdict,
}

impl Note {
    /// Whether it says anything.
    fn says_something(&self) -> bool {
        self.verdict != Verdict::Open || !self.comment.trim().is_empty()
    }
}

/// Who wrote a note, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Who made it; empty when nobody said.
    pub author: String,
    /// When it was made; `None` until it is saved.
    pub created: Option<Timestamp>,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
}

impl Written {
    /// Both in one line, the time being that of the last change, as far as they are known.
    ///
    /// ```
    /// use variorum::notes::Written;
    ///
    /// let modified = "2026-11-26T12:03:59Z".parse().ok();
    /// let written = Written { author: "Ann Berg".to_owned(), created: None, modified };
    /// assert_eq!(written.signature(), "Ann Berg, 2026-11-26 12:03 UTC");
    /// assert_eq!(Written::default().signature(), "");
    /// ```
    pub fn signature(&self) -> String {
        let time = self.modified.or(self.created).map(|time| time.strftime("%Y-%m-%d %H:%M UTC").to_string());
        let author = Some(self.author.clone()).filter(|author| !author.is_empty());
        author.into_iter().chain(time).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests;
