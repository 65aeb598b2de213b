//! The words of one sentence, as the rules for values look at them: a rule may ask for the word before the first or
//! after the last and gets an empty one, so that no rule reads on into the next sentence.

use std::ops::Range;

use crate::segment::{Document, Shape, Word, WordKind};
use crate::text::Classes;

/// One sentence's words; indices are those of the document.
#[derive(Clone, Copy)]
pub struct Line<'d> {
    pub document: &'d Document,
    pub start: usize,
    pub end: usize,
}

/// The lines of `document` in reading order.
pub fn lines(document: &Document) -> impl Iterator<Item = Line<'_>> {
    document.sentences.iter().map(move |sentence| Line::new(document, sentence.words.clone()))
}

impl<'d> Line<'d> {
    /// The line of `words`.
    pub const fn new(document: &'d Document, words: Range<usize>) -> Self {
        Self { document, start: words.start, end: words.end }
    }

    /// The line in which word `at` of `document` stands.
    pub fn around(document: &'d Document, at: usize) -> Self {
        let sentence = document.words.get(at).and_then(|word| document.sentences.get(word.sentence()));
        Self::new(document, sentence.map_or(0..0, |sentence| sentence.words.clone()))
    }

    fn get(self, at: usize) -> Option<&'d Word> {
        (self.start..self.end).contains(&at).then(|| self.document.words.get(at)).flatten()
    }

    /// The folded form of word `at`.
    pub fn word(self, at: usize) -> &'d str {
        if self.get(at).is_some() { self.document.folded(at) } else { "" }
    }

    /// The word as written.
    pub fn written(self, at: usize) -> &'d str {
        if self.get(at).is_some() { self.document.written(at) } else { "" }
    }

    /// The folded form of the word `steps` before word `at`.
    pub fn before(self, at: usize, steps: usize) -> &'d str {
        at.checked_sub(steps).map_or("", |at| self.word(at))
    }

    /// What sort of thing word `at` is.
    pub fn kind(self, at: usize) -> Option<WordKind> {
        self.get(at).map(|word| word.kind)
    }

    /// How word `at` is written.
    pub fn shape(self, at: usize) -> Shape {
        self.get(at).map_or(Shape::None, |word| word.shape)
    }

    /// The classes of word `at`.
    pub fn classes(self, at: usize) -> Classes {
        self.get(at).map_or(Classes::default(), Word::classes)
    }

    /// Whether word `at` follows the one before without a space.
    pub fn glued(self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.glued)
    }

    /// Whether word `at` is a figure.
    pub fn is_figure(self, at: usize) -> bool {
        self.kind(at) == Some(WordKind::Figure)
    }

    /// Whether word `at` is made of letters.
    pub fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(WordKind::Word)
    }

    /// Whether word `at` is a hyphen or dash that joins its neighbours without spaces.
    pub fn is_hyphen(self, at: usize) -> bool {
        self.word(at) == "-" && self.glued(at) && self.glued(at + 1)
    }

    /// `at`, or the word after it when `at` is a joining hyphen.
    pub fn past_hyphen(self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    /// Whether the words from `at` on are those of `phrase`.
    pub fn is_phrase(self, at: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(place, expected)| self.word(at + place) == *expected)
    }

    /// Whether the words that end before word `at` are those of `phrase`.
    pub fn follows_phrase(self, at: usize, phrase: &[&str]) -> bool {
        at.checked_sub(phrase.len()).is_some_and(|start| self.is_phrase(start, phrase))
    }
}
