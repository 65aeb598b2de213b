//! Whom “he” and “she” mean before a verb of saying: the subject of the sentences before, rather than the name that
//! happens to stand nearest. Names inside quotation marks are never meant.

use std::ops::Range;

use super::phrases::is_person_name;
use super::speakers::Speakers;
use crate::text::Span;

/// Sentences looked back for the person.
const SENTENCES_BACK: usize = 4;

impl Speakers<'_> {
    /// The person meant by the pronoun at word `pronoun`, which speaks the words `inner`.
    pub(super) fn meant_by_pronoun(&self, pronoun: usize, inner: &Range<usize>) -> Option<Span> {
        let document = self.document;
        let until = pronoun.min(inner.start);
        let sentence = document.words.get(until)?.sentence;
        let mut nearest = None;
        // “The plan was ‘good,’ he said”: the subject of that sentence is what is spoken of, not who speaks.
        let first = usize::from(pronoun >= inner.end);
        for back in first..=SENTENCES_BACK.min(sentence) {
            let start = self.sentence_start(sentence - back);
            let end = self.sentence_end(sentence - back).min(until);
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
            nearest = nearest.or_else(|| people.first().map(|name| name.span));
        }
        nearest
    }
}
