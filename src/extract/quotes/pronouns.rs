//! Whom “he” and “she” mean before a verb of saying: the subject of the sentences before, rather than the name that
//! happens to stand nearest. Names inside quotation marks are never meant.

use std::ops::Range;

use super::phrases::is_person_name;
use super::speakers::{Speakers, Speech};
use super::subjects::CLAUSE_WORDS;
use crate::segment::Shape;
use crate::text::Span;

/// Sentences looked back for the person.
const SENTENCES_BACK: usize = 4;

impl Speakers<'_> {
    /// The person meant by the pronoun at word `pronoun`, which speaks the words `inner`.
    pub(super) fn meant_by_pronoun(&self, pronoun: usize, inner: &Range<usize>, last: Option<&Speech>) -> Option<Span> {
        let document = self.document;
        let until = pronoun.min(inner.start);
        let sentence = document.words.get(until)?.sentence();
        // “…,” said Jane Doe. She added: “…”
        let spoken = last.filter(|last| last.sentence + 1 >= document.words[inner.start].sentence());
        if let Some(speaker) = spoken.and_then(|last| last.speaker)
            && pronoun < inner.start
            && pronoun <= self.sentence_start(sentence) + 1
            && self.is_name(speaker)
        {
            return Some(speaker);
        }
        let mut nearest = None;
        // “The plan was ‘good,’ he said”: the subject of that sentence is what is spoken of, not who speaks.
        let first = usize::from(pronoun >= inner.end);
        for back in first..=SENTENCES_BACK.min(sentence) {
            let end = self.sentence_end(sentence - back).min(until);
            let start = self.sentence_start(sentence - back).max(end.saturating_sub(CLAUSE_WORDS));
            let people: Vec<_> = self
                .names_between(start, end)
                .filter(|name| is_person_name(name) && !self.is_quoted(name.words.start))
                .collect();
            let subject = self.main_subject(start, end.saturating_sub(1).max(start)).filter(|_| start < end);
            let named = subject.and_then(|subject| people.iter().find(|name| name.words.start == subject.start));
            // “…,” said Jane Doe: the only one named outside the marks.
            let only = people.first().filter(|_| people.len() == 1 && back > 0); // in its own sentence it may be anybody
            if let Some(person) = named.or(only) {
                return Some(person.span);
            }
            // A surname that was taken for an organisation still is what “he” means.
            let surname =
                self.main_subject(start, end.saturating_sub(1).max(start)).filter(|_| start < end && people.is_empty());
            if let Some(surname) = surname.and_then(|subject| self.name_starting(subject.start))
                && surname.words.len() == 1
                && document.words[surname.words.start].shape == Shape::Title
                && surname.words.start.checked_sub(1).is_none_or(|before| document.folded(before) != "the")
            {
                return Some(surname.span);
            }
            nearest = nearest.or_else(|| people.first().map(|name| name.span));
        }
        nearest
    }

    /// Whether `span` is a name, and neither a pronoun nor a noun.
    fn is_name(&self, span: Span) -> bool {
        let words = self.document.words_in(span);
        self.name_ending(words.end).is_some_and(|name| name.words.start == words.start)
    }
}
