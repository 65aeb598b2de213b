//! All notes on one story, in memory and in their file.

mod carried;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use jiff::Timestamp;
use serde_json::Value;

use super::anchor::{Anchors, Texts};
use super::annotation::{self, Annotation, Target};
use super::findings::{Finding, followed};
use super::history::{History, Step, Undone, applied};
use super::merge::merged;
use super::store::{Content, Place, Source};
use super::{Note, Written};
use crate::error::{Error, Result};
use crate::read::{Article, Excerpt, harmless};

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
    pub(super) place: Option<Place>,
    /// Whether the file is of a newer program, and is only read.
    is_read_only: bool,
    notes: Vec<Note>,
    /// What else is known of each note, in the same order.
    details: Vec<Details>,
    /// The file as last seen, with the entries without a place here and those of other programs.
    seen: Content,
    /// What the file's state was then.
    stamp: Option<String>,
    /// The names of the notes that were changed or taken away since.
    changed: BTreeSet<String>,
    history: History,
    /// What was found in the articles, for notes to follow.
    findings: Vec<Finding>,
    /// Goes up whenever the notes are others than before.
    revision: usize,
    message: Option<String>,
}

/// What is known of a note beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Details {
    /// Its name, by which two programs on one story tell which are the same.
    id: String,
    written: Written,
    /// What it is bound to beside its places: words that are not in the articles that are open.
    lost: Vec<Target>,
    /// Whether it is on a fact, and not on selected words.
    is_on_fact: bool,
}

/// A note with all that is known of it.
#[derive(Clone, Debug)]
pub struct Kept {
    pub(super) note: Note,
    written: Written,
    pub(super) lost: Vec<Target>,
    is_on_fact: bool,
}

impl Kept {
    /// What it says, and of what.
    pub(super) fn said(&self) -> (&Note, &[Target]) {
        (&self.note, &self.lost)
    }
}

impl Notebook {
    /// Opens the notes on a story: those in `path`, or, without one, those in the user's data folder for these
    /// articles, in whatever order they are given.
    ///
    /// # Errors
    ///
    /// When there is a file of notes and it cannot be read, or is no file of notes. A damaged one is set aside instead,
    /// one of a newer program only read, and [`Notebook::message`] says so.
    pub fn open(articles: &[Article], path: Option<PathBuf>) -> Result<Self> {
        let mut notebook = Self { articles: articles.to_vec(), ..Self::default() };
        let Some(place) = Place::of(articles, path) else { return Ok(notebook) };
        notebook.stamp = place.stamp();
        let found = place.load()?;
        notebook.message = found.message;
        notebook.is_read_only = found.is_newer;
        notebook.place = Some(place);
        let seen = found.content.unwrap_or_default();
        notebook.show(&seen.entries, &seen.sources);
        notebook.seen = seen;
        Ok(notebook)
    }

    /// What the user should know of how the notes were found, if anything.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The same, once.
    pub fn take_message(&mut self) -> Option<String> {
        self.message.take()
    }

    /// Whether the notes can only be read, because a newer program has written them.
    pub const fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// The notes, by their first place; those that have lost theirs at the end.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The names of the notes, in the same order; a note keeps its name whatever becomes of the others.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.details.iter().map(|details| details.id.as_str())
    }

    /// Where in the order the note of this name is.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.ids().position(|other| other == id)
    }

    /// Who wrote the note at `index`, and when.
    pub fn written(&self, index: usize) -> Option<&Written> {
        Some(&self.details.get(index)?.written)
    }

    /// A number that is another one whenever the notes may have changed.
    pub const fn revision(&self) -> usize {
        self.revision
    }

    /// Whether something was changed here that is not in the file yet.
    pub fn is_unsaved(&self) -> bool {
        !self.changed.is_empty()
    }

    /// The words that the note at `index` was bound to when it was written and that are not in the articles now: all
    /// that is left to show of a note whose words are no longer there.
    pub fn lost_words(&self, index: usize) -> Vec<String> {
        let lost = self.details.get(index).map_or(&[][..], |details| &details.lost);
        lost.iter().map(|target| harmless(&target.selector.1.exact, &mut Vec::new())).collect()
    }

    /// The note on exactly these places (by article and place), made by `rule` or, for `None`, on selected words.
    pub fn note_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Option<&Note> {
        self.index_on(rule, places).map(|index| &self.notes[index])
    }

    /// Who wrote that note, and when.
    pub fn written_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Option<&Written> {
        self.written(self.index_on(rule, places)?)
    }

    /// The name of that note.
    pub fn id_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Option<&str> {
        self.index_on(rule, places).map(|index| &*self.details[index].id)
    }

    fn index_on(&self, rule: Option<&str>, places: &[Excerpt]) -> Option<usize> {
        let is_on = |note: &Note| !places.is_empty() && note.rule.as_deref() == rule && note.places == places;
        self.notes.iter().position(is_on)
    }

    /// Sets the note on these places, making it when there is none; an open note without a comment is taken away.
    /// One without places cannot be told from others and stays as it is. Returns the note's name.
    pub fn set(&mut self, mut note: Note) -> Option<String> {
        note.places.sort_unstable();
        note.places.dedup();
        if note.places.is_empty() {
            return None;
        }
        let known = self.id_on(note.rule.as_deref(), &note.places).map(str::to_owned);
        let id = known.unwrap_or_else(|| self.free_id(&note));
        let is_on_fact = self.findings.iter().any(|finding| finding.is_fact_in(&note.places)) && note.rule.is_none();
        self.rewrite(&id, |kept| {
            kept.note = note;
            kept.is_on_fact |= is_on_fact;
        });
        Some(id)
    }

    /// A name for a new note: that of its places, unless a note has it that was bound to these before.
    fn free_id(&self, note: &Note) -> String {
        let id = annotation::id(note, &self.articles);
        let others = (2_u64..).map(|number| format!("{id}-{number}"));
        let is_free = |id: &String| self.index_of(id).is_none();
        std::iter::once(id.clone()).chain(others).find(is_free).unwrap_or(id)
    }

    /// Changes what the note called `id` says, wherever it is bound to; an open one without a comment is taken away.
    pub fn say(&mut self, id: &str, comment: &str, verdict: super::Verdict) {
        if self.index_of(id).is_some() {
            self.rewrite(id, |kept| {
                comment.clone_into(&mut kept.note.comment);
                kept.note.verdict = verdict;
            });
        }
    }

    /// Binds the note called `id` to these places, and to no other words; one on a finding becomes one on words.
    pub fn bind(&mut self, id: &str, mut places: Vec<Excerpt>) {
        places.sort_unstable();
        places.dedup();
        if self.index_of(id).is_some() && !places.is_empty() {
            self.rewrite(id, |kept| {
                kept.note.rule = None;
                kept.note.places = places;
                kept.lost.clear();
                kept.is_on_fact = false;
            });
        }
    }

    /// Takes the note at `index` away, also one whose words are no longer there.
    pub fn take_away(&mut self, index: usize) -> Option<Note> {
        let id = self.details.get(index)?.id.clone();
        let note = self.notes[index].clone();
        self.rewrite(&id, |kept| kept.note = Note::default());
        Some(note)
    }

    /// Takes back what was done last.
    pub fn undo(&mut self) -> Undone {
        let step = self.history.undo();
        self.apply(step)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) -> Undone {
        let step = self.history.redo();
        self.apply(step)
    }

    fn apply(&mut self, step: Option<Step>) -> Undone {
        let Some(step) = step else { return Undone::Nothing };
        let now = self.kept(&step.id);
        match applied(&step, now.as_ref()) {
            Ok(after) => {
                self.put(&step.id, after);
                // Its finding may have got another place since.
                self.follow_findings();
                Undone::Note(step.id)
            }
            Err(()) => Undone::Changed,
        }
    }

    /// Changes one note, as a step that can be undone.
    fn rewrite(&mut self, id: &str, change: impl FnOnce(&mut Kept)) {
        let before = self.kept(id);
        let nothing = Kept { note: Note::default(), written: Written::default(), lost: Vec::new(), is_on_fact: false };
        let mut after = before.clone().unwrap_or(nothing);
        change(&mut after);
        after.note.comment = harmless(&after.note.comment, &mut Vec::new());
        let after = Some(after).filter(|kept| kept.note.says_something());
        if before.as_ref().map(Kept::said) != after.as_ref().map(Kept::said) {
            self.put(id, after.clone());
            self.history.record(Step { id: id.to_owned(), before, after });
        }
    }

    fn kept(&self, id: &str) -> Option<Kept> {
        let index = self.index_of(id)?;
        let Details { written, lost, is_on_fact, .. } = self.details[index].clone();
        Some(Kept { note: self.notes[index].clone(), written, lost, is_on_fact })
    }

    /// Puts the note in the place of the one called `id`.
    fn put(&mut self, id: &str, kept: Option<Kept>) {
        if let Some(index) = self.index_of(id) {
            self.notes.remove(index);
            self.details.remove(index);
        }
        self.changed.insert(id.to_owned());
        self.revision += 1;
        if let Some(Kept { note, written, lost, is_on_fact }) = kept {
            let index = self.notes.partition_point(|other| order(other) <= order(&note));
            self.notes.insert(index, note);
            self.details.insert(index, Details { id: id.to_owned(), written, lost, is_on_fact });
        }
    }

    /// Lets the notes follow the findings that they are on: all of the story's findings, as they are now.
    pub fn follow(&mut self, findings: Vec<Finding>) {
        self.findings = findings;
        self.follow_findings();
    }

    fn follow_findings(&mut self) {
        for index in 0..self.notes.len() {
            let is_taken = |finding: &Finding| self.note_on(finding.rule.as_deref(), &finding.places).is_some();
            // A note on words alone stays on them, whatever fact they are in.
            let is_on_words = self.notes[index].rule.is_none() && !self.details[index].is_on_fact;
            if is_on_words {
                continue;
            }
            if let Some(places) = followed(&self.notes[index], &self.findings, is_taken) {
                let before = std::mem::replace(&mut self.notes[index].places, places.clone());
                self.history.moved(&self.details[index].id, &before, &places);
                self.revision += 1;
            }
        }
        let mut both: Vec<_> =
            std::mem::take(&mut self.notes).into_iter().zip(std::mem::take(&mut self.details)).collect();
        both.sort_by(|(one, _), (other, _)| order(one).cmp(&order(other)));
        (self.notes, self.details) = both.into_iter().unzip();
    }

    /// Writes on the notes that are still to be saved by whom and when they were changed.
    pub fn sign(&mut self, author: &str, now: Timestamp) {
        for Details { id, written, .. } in &mut self.details {
            if self.changed.contains(id) {
                if written.created.is_none() {
                    written.created = Some(now);
                    author.clone_into(&mut written.author);
                }
                written.modified = Some(now);
            }
        }
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
        let lock = place.lock()?;
        let found = place.load_under(&lock)?;
        if found.is_newer {
            return Err(place.newer());
        }
        // A file that was taken away is made anew, with all that it had.
        let content = found.content.unwrap_or_else(|| self.seen.clone());
        let sources = self.sources(&content);
        let written = Content { entries: self.merged(&content.entries), sources };
        place.write(&written)?;
        place.remember(&self.articles);
        self.stamp = place.stamp();
        self.message = found.message.or(self.message.take());
        self.show(&written.entries, &written.sources);
        self.seen = written;
        self.changed.clear();
        Ok(())
    }

    /// Whether the file is another than was last seen.
    pub fn is_out_of_date(&self) -> bool {
        let stamp = self.place.as_ref().map(Place::stamp);
        stamp.is_some_and(|stamp| stamp.is_some() && stamp != self.stamp)
    }

    /// Takes in what other programs have changed in the file; what was changed here stays to be saved.
    ///
    /// # Errors
    ///
    /// When the file can no longer be read; the notes stay as they are.
    pub fn refresh(&mut self) -> Result<()> {
        let Some(place) = self.place.clone() else { return Ok(()) };
        // Before it is read: a change in between is seen the next time.
        self.stamp = place.stamp();
        let found = place.load()?;
        self.is_read_only = found.is_newer;
        self.message = found.message.or(self.message.take());
        if let Some(content) = found.content {
            let entries = self.merged(&content.entries);
            let sources = self.sources(&content);
            self.show(&entries, &sources);
            self.seen = content;
        }
        Ok(())
    }

    /// The articles that the file knows, and those that are open.
    fn sources(&self, content: &Content) -> Vec<Source> {
        let mut sources = content.sources.clone();
        for source in self.articles.iter().map(Source::of) {
            match sources.iter_mut().find(|known| known.id == source.id) {
                Some(known) => *known = source,
                None => sources.push(source),
            }
        }
        sources.sort_by(|one, other| one.id.cmp(&other.id));
        sources.dedup_by(|one, other| one.id == other.id);
        sources
    }

    /// The `found` entries with what was changed here since the file was last seen.
    fn merged(&self, found: &[Value]) -> Vec<Value> {
        let anchors = Anchors::new(&self.articles);
        let base: HashMap<&str, &Value> =
            self.seen.entries.iter().filter_map(|entry| Some((annotation::id_in(entry)?, entry))).collect();
        let ours = |id: &str| {
            let index = self.index_of(id)?;
            let (note, Details { written, lost, is_on_fact, .. }) = (&self.notes[index], &self.details[index]);
            let target = note.places.iter().filter_map(|&place| anchors.target(place)).chain(lost.iter().cloned());
            let mut annotation = Annotation::of(note, id, written, target.collect());
            annotation.be_on_fact(*is_on_fact);
            Some(annotation)
        };
        let mut new = self.changed.clone();
        let mut entries = Vec::new();
        for entry in found {
            match annotation::id_in(entry).filter(|&id| new.remove(id)) {
                Some(id) => entries.extend(merged(base.get(id).copied(), ours(id), Some(entry.clone()))),
                None => entries.push(entry.clone()),
            }
        }
        entries.extend(new.iter().filter_map(|id| merged(base.get(&**id).copied(), ours(id), None)));
        entries
    }

    /// Shows these entries of a file that knows `sources`.
    fn show(&mut self, entries: &[Value], sources: &[Source]) {
        // Most are as they were, and need not be looked for again.
        let old: HashMap<&str, &Value> =
            self.seen.entries.iter().filter_map(|entry| Some((annotation::id_in(entry)?, entry))).collect();
        let texts = Texts::new(&self.articles, sources);
        let mut shown: Vec<(Note, Details)> = Vec::new();
        let mut ids = BTreeSet::new();
        for entry in entries {
            let Some(annotation) = Annotation::read(entry) else { continue };
            let id = annotation.id.clone();
            if !ids.insert(id.clone()) {
                continue;
            }
            let kept = self
                .index_of(&id)
                .filter(|_| old.get(&*id).is_some_and(|old| *old == entry) && !self.changed.contains(&id));
            shown.push(match kept {
                Some(index) => (self.notes[index].clone(), self.details[index].clone()),
                None => Self::bound(&annotation, &texts),
            });
        }
        shown.sort_by(|(one, _), (other, _)| order(one).cmp(&order(other)));
        (self.notes, self.details) = shown.into_iter().unzip();
        self.revision += 1;
        self.follow_findings();
    }

    /// The note, bound to the articles as they are now; what of it is not there stays with it.
    fn bound(annotation: &Annotation, texts: &Texts) -> (Note, Details) {
        let (places, lost) = places(annotation.target.iter().cloned(), texts);
        let note = Note { places, ..annotation.note() };
        let is_on_fact = annotation.is_on_fact();
        (note, Details { id: annotation.id.clone(), written: annotation.written(), lost, is_on_fact })
    }
}

/// Where these targets are now, by article and place; and those that are nowhere.
fn places(targets: impl Iterator<Item = Target>, texts: &Texts) -> (Vec<Excerpt>, Vec<Target>) {
    let (mut places, mut lost) = (Vec::new(), Vec::new());
    for target in targets {
        match texts.find(&target, &places) {
            Some(place) => places.push(place),
            None => lost.push(target),
        }
    }
    places.sort_unstable();
    (places, lost)
}

/// Notes stand by their places, those without at the end.
fn order(note: &Note) -> (bool, &[Excerpt]) {
    (note.places.is_empty(), &note.places)
}
