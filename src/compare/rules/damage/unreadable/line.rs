//! One sentence as the patterns see it: words by place, with room at both ends, so that a pattern may look around
//! without asking whether something is there.

use std::ops::Range;

use crate::segment::{Document, Shape, Word, WordKind};
use crate::text::{Classes, lexicon};

/// How far a pattern may look to either side.
const ROOM: usize = 4;
/// A word counted less often is rare, and the dictionary's classes for it are not complete.
const USUAL: f64 = 60.0;

/// A sentence.
#[derive(Debug)]
pub struct Line<'d> {
    forms: Vec<&'d str>,
    words: Vec<Option<&'d Word>>,
    /// Index of its first word in the document.
    first: usize,
}

impl<'d> Line<'d> {
    /// The sentence with these words.
    pub fn new(document: &'d Document, words: Range<usize>) -> Self {
        let room = || std::iter::repeat_n(("", None), ROOM);
        let first = words.start;
        let inner = words.map(|index| (document.folded(index), document.words.get(index)));
        let (forms, words) = room().chain(inner).chain(room()).unzip();
        Self { forms, words, first }
    }

    /// The places of its words; those that [`ROOM`] allows around them may be asked for, too.
    pub fn places(&self) -> Range<usize> {
        ROOM..self.words.len().saturating_sub(ROOM)
    }

    /// The indices in the document of these places, cut to the sentence.
    pub fn indices(&self, places: Range<usize>) -> Range<usize> {
        let all = self.places();
        let inside = |place: usize| place.clamp(all.start, all.end) - ROOM + self.first;
        inside(places.start)..inside(places.end)
    }

    /// The comparable form at `place`; empty outside the sentence.
    pub fn form(&self, place: usize) -> &'d str {
        self.forms.get(place).copied().unwrap_or_default()
    }

    /// The form `back` places before `place`; empty outside the sentence.
    pub fn before(&self, place: usize, back: usize) -> &'d str {
        place.checked_sub(back).map_or("", |place| self.form(place))
    }

    /// Whether the sentence has these words from `place` on.
    pub fn is_phrase(&self, place: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(step, form)| self.form(place + step) == *form)
    }

    /// The word at `place`, if it is one and no figure or mark.
    pub fn word(&self, place: usize) -> Option<&'d Word> {
        self.at(place).filter(|word| word.kind == WordKind::Word)
    }

    /// What stands at `place`.
    pub fn at(&self, place: usize) -> Option<&'d Word> {
        self.words.get(place).copied().flatten()
    }

    /// Whether a figure stands there.
    pub fn is_figure(&self, place: usize) -> bool {
        self.at(place).is_some_and(|word| word.kind == WordKind::Figure)
    }

    /// Whether the sentence ends at `place`: a full stop or nothing.
    pub fn is_end(&self, place: usize) -> bool {
        self.form(place) == "." && (place + 1 >= self.places().end || self.form(place + 1) == "\"")
    }

    /// Whether a word in small letters stands there that no hyphen ties to another.
    pub fn is_plain(&self, place: usize) -> bool {
        let hyphen = |place: usize| self.form(place) == "-";
        let glued = |place: usize| self.at(place).is_some_and(|word| word.glued);
        self.word(place).is_some_and(|word| word.shape == Shape::Lower)
            && !(hyphen(place + 1) && glued(place + 1))
            && !(glued(place) && hyphen(place.saturating_sub(1)))
    }

    /// Whether the word at `place` and the next both are plain; the first may open the sentence.
    pub fn is_plain_pair(&self, place: usize) -> bool {
        (self.is_plain(place) || place == self.places().start) && self.is_plain(place + 1)
    }

    /// Its word classes; none outside the sentence.
    pub fn classes(&self, place: usize) -> Classes {
        self.word(place).map(Word::classes).unwrap_or_default()
    }

    fn is_usual(&self, place: usize) -> bool {
        self.word(place).is_some_and(|word| word.entry.count() >= USUAL)
    }

    /// “announce”: the plain form of a verb, and nothing else.
    pub fn is_only_verb(&self, place: usize) -> bool {
        let other = Classes::NOUN | Classes::PAST | Classes::PROGRESSIVE | OTHER;
        self.is_usual(place)
            && self.classes(place).any(Classes::VERB)
            && !self.classes(place).any(other)
            && !self.form(place).ends_with('s')
            && self.follows_to(place)
    }

    /// “agreement”: a noun in the singular or plural, and nothing else.
    pub fn is_only_noun(&self, place: usize) -> bool {
        let other = Classes::VERB | Classes::PAST | Classes::PROGRESSIVE | Classes::PROPER | OTHER;
        self.is_usual(place)
            && self.classes(place).any(Classes::NOUN)
            && !self.classes(place).any(other)
            && !self.follows_to(place)
    }

    /// “went”: a preterite that is no plain form.
    pub fn is_only_past(&self, place: usize) -> bool {
        PRETERITES.contains(&self.form(place))
            || (self.is_usual(place)
                && self.classes(place).any(Classes::PAST)
                && !self.classes(place).any(Classes::NOUN | OTHER)
                && !self.follows_to(place))
    }

    /// Whether the counted news set “to” before it: what a plain form shows.
    fn follows_to(&self, place: usize) -> bool {
        lexicon::pair_count("to", self.form(place)) > 0.0
    }
}

const OTHER: Classes = Classes::ADJECTIVE
    .or(Classes::ADVERB)
    .or(Classes::AUXILIARY)
    .or(Classes::PREPOSITION)
    .or(Classes::PRONOUN)
    .or(Classes::DETERMINER)
    .or(Classes::CONJUNCTION);

/// Preterites of strong verbs that are neither a participle nor a plain form, from general knowledge.
const PRETERITES: [&str; 24] = [
    "went",
    "took",
    "gave",
    "knew",
    "wrote",
    "began",
    "chose",
    "drove",
    "ate",
    "forgot",
    "spoke",
    "stole",
    "threw",
    "grew",
    "flew",
    "drew",
    "blew",
    "swam",
    "sang",
    "drank",
    "shook",
    "withdrew",
    "undertook",
    "foresaw",
];
