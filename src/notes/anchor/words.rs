//! A text as words that can be compared, with where they stand.

use std::collections::HashMap;

use crate::text::Span;
use crate::text::fold::fold;

/// The words of a text.
#[derive(Debug)]
pub struct Words {
    /// Where they stand, in reading order.
    pub spans: Vec<Span>,
    /// How they are written, folded.
    pub folded: Vec<String>,
    /// Where each is, by how it is written.
    places: HashMap<String, Vec<usize>>,
}

/// From here on lie scripts that write no spaces between words: each letter counts as one.
const FIRST_WITHOUT_SPACES: char = '\u{2e80}';

impl Words {
    /// Those of `text`.
    pub fn of(text: &str) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        let mut start = None;
        for (at, sign) in text.char_indices() {
            let alone = sign >= FIRST_WITHOUT_SPACES && sign.is_alphanumeric();
            if let Some(from) = start.take_if(|_| alone || !sign.is_alphanumeric()) {
                spans.push(Span::new(from, at));
            }
            if alone {
                spans.push(Span::new(at, at + sign.len_utf8()));
            } else if sign.is_alphanumeric() && start.is_none() {
                start = Some(at);
            }
        }
        spans.extend(start.map(|from| Span::new(from, text.len())));
        let folded: Vec<_> = spans.iter().map(|span| fold(span.of(text))).collect();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, word) in folded.iter().enumerate() {
            places.entry(word.clone()).or_default().push(place);
        }
        Self { spans, folded, places }
    }

    /// Where `word` is.
    pub fn places(&self, word: &str) -> &[usize] {
        self.places.get(word).map_or(&[], Vec::as_slice)
    }
}

/// The letters of a word: what finding it again is worth.
pub fn weight(word: &str) -> f64 {
    word.chars().count() as f64
}
