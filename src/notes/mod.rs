//! The user's own: verdicts and comments on findings and on words, saved at every change.
//!
//! [`Notebook`] holds them in memory, bound to the articles as they are; `annotation` is their form in the file,
//! `anchor` finds their words again, `store` reads and writes the file.

mod anchor;
mod annotation;
mod store;

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::read::{Article, Excerpt, harmless};
use annotation::Annotation;
use store::Place;

pub use annotation::{Target, Targets};

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
}

/// A comment and a verdict on a finding or on selected words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The rule of the finding that it is about; `None` for a note on selected words.
    pub rule: Option<String>,
    /// The places it is bound to, in the articles as they are now, by article and place; empty when its words are no
    /// longer there.
    pub places: Vec<Excerpt>,
    /// What the user wrote; may be empty.
    pub comment: String,
    /// What the user thinks.
    pub verdict: Verdict,
}

/// All notes on one story, and the file that they are kept in. The default one has no file, and no articles.
///
/// ```
/// use variorum::notes::{Note, Notebook, Verdict};
/// use variorum::read::{Article, ArticleId, Excerpt};
/// use variorum::text::Span;
///
/// let folder = tempfile::tempdir()?;
/// let file = folder.path().join("notes.json");
/// let articles = [Article::from_text("Ten men fled.")];
/// let ten = Excerpt { article: ArticleId(0), span: Span::new(0, 3) };
/// let note = Note { rule: None, places: vec![ten], comment: "Who counted?".into(), verdict: Verdict::NeedsChecking };
///
/// let mut notebook = Notebook::open(&articles, Some(file.clone()))?;
/// notebook.set(note.clone());
/// notebook.save()?;
/// assert_eq!(Notebook::open(&articles, Some(file))?.note_on(None, &[ten]), Some(&note));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Notebook {
    articles: Vec<Article>,
    place: Option<Place>,
    notes: Vec<Note>,
    /// The name of each note, by which two programs on one story tell which are the same.
    ids: Vec<String>,
    /// The file's entries as last seen, those without a place here and those of other programs among them.
    entries: Vec<serde_json::Value>,
    /// The names of the notes that were set or taken away since.
    changed: BTreeSet<String>,
    /// Goes up whenever the notes are others than before.
    revision: usize,
    message: Option<String>,
}

impl Notebook {
    /// Opens the notes on a story: those in `path`, or, without one, those in the user's data folder for these
    /// articles, in whatever order they are given.
    ///
    /// # Errors
    ///
    /// When there is a file of notes and it cannot be read, was written by a newer program, or is no file of notes.
    /// A damaged one in the data folder is set aside instead, and [`Notebook::message`] says so.
    pub fn open(articles: &[Article], path: Option<PathBuf>) -> Result<Self> {
        let Some(place) = Place::of(articles, path) else {
            return Ok(Self { articles: articles.to_vec(), ..Self::default() });
        };
        let (entries, message) = place.load()?;
        let mut notebook = Self { articles: articles.to_vec(), place: Some(place), message, ..Self::default() };
        notebook.take_over(entries.unwrap_or_default());
        Ok(notebook)
    }

    /// What the user should know of how the notes were found, if anything.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The notes, by their first place; those that have lost theirs at the end.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The names of the notes, in the same order; a note keeps its name whatever becomes of the others.
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// A number that is another one whenever the notes may have changed.
    pub const fn revision(&self) -> usize {
        self.revision
    }

    /// The words that the note at `index` was bound to when it was written, as its file has them: all that is left to
    /// show of a note whose words are no longer there.
    pub fn words_in_file(&self, index: usize) -> Vec<String> {
        let Some(id) = self.ids.get(index) else { return Vec::new() };
        let entry = self.entries.iter().find(|entry| annotation::id_in(entry) == Some(id));
        entry.and_then(Annotation::read).map_or_else(Vec::new, |annotation| annotation.words())
    }

    /// The note on exactly these places (by article and place), made by `rule` or, for `None`, on selected words.
    pub fn note_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Option<&Note> {
        self.index_on(rule, places).map(|index| &self.notes[index])
    }

    fn index_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Option<usize> {
        let is_on = |note: &Note| !places.is_empty() && note.rule.as_deref() == rule && note.places == places;
        self.notes.iter().position(is_on)
    }

    /// Sets the note on these places, making it when there is none; an open note without a comment is taken away.
    /// A note without places cannot be told from others and stays as it is.
    pub fn set(&mut self, mut note: Note) {
        note.places.sort_unstable();
        note.places.dedup();
        note.comment = harmless(&note.comment, &mut Vec::new());
        if note.places.is_empty() {
            return;
        }
        let id = match self.index_on(note.rule.as_deref(), &note.places) {
            Some(index) => {
                self.notes.remove(index);
                self.ids.remove(index)
            }
            None => annotation::id(&note, &self.articles),
        };
        self.changed.insert(id.clone());
        self.revision += 1;
        if note.verdict != Verdict::Open || !note.comment.trim().is_empty() {
            let index = self.notes.partition_point(|other| !other.places.is_empty() && other.places <= note.places);
            self.notes.insert(index, note);
            self.ids.insert(index, id);
        }
    }

    /// Takes the note at `index` away, also one whose words are no longer there.
    pub fn take_away(&mut self, index: usize) -> Option<Note> {
        if index >= self.notes.len() {
            return None;
        }
        self.changed.insert(self.ids.remove(index));
        self.revision += 1;
        Some(self.notes.remove(index))
    }

    /// Writes the notes to their file, with what other programs have changed there since it was read; nothing
    /// happens when nothing has changed here.
    ///
    /// # Errors
    ///
    /// When the file cannot be written; the notes stay in memory, to be saved again.
    pub fn save(&mut self) -> Result<()> {
        if self.changed.is_empty() {
            return Ok(());
        }
        let Some(place) = self.place.clone() else {
            return Err(Error::Notes {
                attempt: "save",
                path: "your data folder".into(),
                cause: "none was found".to_owned(),
                remedy: "name a file with --notes",
            });
        };
        let _lock = place.lock()?;
        let (found, message) = place.load()?;
        let merged = self.merged(found.unwrap_or_else(|| self.entries.clone()));
        place.write(&merged)?;
        self.message = message.or(self.message.take());
        self.changed.clear();
        self.take_over(merged);
        Ok(())
    }

    /// `entries` with the notes changed here in place of what the file has for them.
    fn merged(&self, entries: Vec<serde_json::Value>) -> Vec<serde_json::Value> {
        let targets = Targets::new(&self.articles);
        let ours = |id: &str| {
            let index = self.ids.iter().position(|known| known == id)?;
            Some(Annotation::of(&self.notes[index], id, &targets).into_value())
        };
        let mut new = self.changed.clone();
        let mut merged: Vec<_> = entries
            .into_iter()
            .filter_map(|entry| match annotation::id_in(&entry) {
                Some(id) if self.changed.contains(id) => new.take(id).and_then(|id| ours(&id)),
                _ => Some(entry),
            })
            .collect();
        merged.extend(new.iter().filter_map(|id| ours(id)));
        merged
    }

    /// Shows what the file has.
    fn take_over(&mut self, entries: Vec<serde_json::Value>) {
        let mut read: Vec<_> = entries
            .iter()
            .filter_map(Annotation::read)
            .map(|annotation| (annotation.note(&self.articles), annotation.id))
            .collect();
        read.sort_by(|(a, _), (b, _)| (a.places.is_empty().cmp(&b.places.is_empty())).then(a.places.cmp(&b.places)));
        (self.notes, self.ids) = read.into_iter().unzip();
        self.entries = entries;
        self.revision += 1;
    }
}

#[cfg(test)]
mod tests;
