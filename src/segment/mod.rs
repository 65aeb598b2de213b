//! [`Article`](crate::read::Article) → [`Document`]: paragraphs, sentences, clauses and words, all as spans of its text.
//!
//! One pass makes the words, with everything later stages ask of a word: its comparable form, stem, classes, rarity
//! and writing. Later stages compare numbers, not strings.

mod clauses;
mod known;
#[cfg(test)]
pub mod looks;
mod overlong;
mod paragraphs;
mod sentences;
mod term_maps;
mod words;

use std::ops::Range;
use std::sync::Arc;

use crate::text::lexicon::Entry;
use crate::text::{Classes, Span};

pub use known::stem;
pub use paragraphs::{Paragraph, ParagraphKind, paragraphs};
pub use term_maps::{TermMap, TermTable};
pub use words::{Shape, Term, Word, WordKind};

/// One article, segmented. Sentences lie inside paragraphs, words inside sentences; all in reading order.
#[derive(Clone, Debug)]
pub struct Document {
    /// The article's text, shared with it.
    pub text: Arc<str>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Its sentences; a headline or caption is one, too.
    pub sentences: Vec<Sentence>,
    /// Its words, figures and marks.
    pub words: Vec<Word>,
    /// The folded forms of all words, one after the other.
    folded: String,
}

/// A sentence: words that stand together. What goes on without an end is cut into pieces of a few hundred words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last word, closing marks included, bytes of the article.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Indices of its words.
    pub words: Range<usize>,
}

/// Segments `text`. Linear in its length; never fails.
///
/// ```
/// use variorum::segment::segment;
///
/// let document = segment("River rises\n\nMr. Lee said 40 people\nfled. Nobody died.".into());
/// let sentences: Vec<_> = document.sentences.iter().map(|sentence| sentence.span.of(&document.text)).collect();
/// assert_eq!(sentences, ["River rises", "Mr. Lee said 40 people\nfled.", "Nobody died."]);
/// ```
pub fn segment(text: Arc<str>) -> Document {
    let paragraphs = paragraphs(&text);
    let mut document = Document { paragraphs, sentences: Vec::new(), words: Vec::new(), folded: String::new(), text };
    let text = document.text.clone();
    for index in 0..document.paragraphs.len() {
        let first = document.sentences.len();
        for span in sentences::sentences(&text, document.paragraphs[index].span) {
            let start = document.words.len();
            words::push_words(&text, span, &mut document.words, &mut document.folded);
            for piece in overlong::pieces(&document.words[start..]).collect::<Vec<_>>() {
                document.push_sentence(index, start + piece.start..start + piece.end);
            }
        }
        document.paragraphs[index].sentences = first..document.sentences.len();
    }
    document.words.shrink_to_fit();
    document.sentences.shrink_to_fit();
    document.folded.shrink_to_fit();
    document
}

impl Document {
    /// Makes a sentence of `words`, which are in its words already, those before in sentences.
    fn push_sentence(&mut self, paragraph: usize, words: Range<usize>) {
        let span = self.span_of(words.clone());
        let folded = self.words.get(words.end).map_or(self.folded.len(), |next| next.folded as usize);
        let sentence = self.sentences.len();
        self.words[words.clone()].iter_mut().for_each(|word| word.set_sentence(sentence));
        clauses::mark(&mut self.words[words.clone()], &self.folded[..folded]);
        self.sentences.push(Sentence { span, paragraph, words });
    }

    /// The comparable form of word `index`: lower case, plain quotes and dashes. Empty beyond the last word.
    pub fn folded(&self, index: usize) -> &str {
        #[cfg(test)]
        looks::look();
        let Some(word) = self.words.get(index) else { return "" };
        let end = self.words.get(index + 1).map_or(self.folded.len(), |next| next.folded as usize);
        Span::new(word.folded as usize, end).of(&self.folded)
    }

    /// Word `index` as written. Empty beyond the last word.
    pub fn written(&self, index: usize) -> &str {
        #[cfg(test)]
        looks::look();
        self.words.get(index).map_or("", |word| word.span().of(&self.text))
    }

    /// The span from the first to the last of `words`; empty for no words.
    pub fn span_of(&self, words: Range<usize>) -> Span {
        match self.words.get(words) {
            Some([first, .., last]) => first.span().join(last.span()),
            Some([only]) => only.span(),
            _ => Span::new(0, 0),
        }
    }

    /// The words that overlap `span`.
    pub fn words_in(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span().end <= span.start);
        let end = self.words.partition_point(|word| word.span().start < span.end);
        start..end.max(start)
    }

    /// The sentence that holds byte `position`, or the last one that starts before it.
    pub fn sentence_at(&self, position: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.span.start <= position).checked_sub(1)
    }

    /// Whether `span` begins in running text and not in a headline, heading or list.
    pub fn is_running_text(&self, span: Span) -> bool {
        let paragraph = self.sentence_at(span.start).map(|sentence| self.sentences[sentence].paragraph);
        paragraph.is_some_and(|paragraph| self.paragraphs[paragraph].kind == ParagraphKind::Body)
    }

    /// Gives up the words and with them most of the memory. Paragraphs and sentences stay.
    pub fn forget_words(&mut self) {
        self.words = Vec::new();
        self.folded = String::new();
    }

    /// The folded forms of `words`, for matching against a phrase.
    pub fn is_phrase(&self, start: usize, phrase: &[&str]) -> bool {
        phrase.iter().enumerate().all(|(place, expected)| self.folded(start + place) == *expected)
    }
}

impl Word {
    /// What the lexicon knows of it.
    pub fn classes(&self) -> Classes {
        self.entry.classes
    }

    /// How much sharing it tells, in bits; see [`Entry::rarity`].
    pub fn rarity(&self) -> f64 {
        self.entry.rarity()
    }

    /// Whether the lexicon knows it.
    pub fn is_known(&self) -> bool {
        self.entry != Entry::default()
    }
}
