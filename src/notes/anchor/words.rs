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
    /// What each is, by number: the same for words that are written alike.
    pub numbers: Vec<u32>,
    /// The numbers of the words, by how they are written.
    known: HashMap<String, u32>,
    /// Where the words of each number are.
    places: Vec<Vec<usize>>,
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
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut places: Vec<Vec<usize>> = Vec::new();
        let mut numbers = Vec::with_capacity(folded.len());
        for (place, word) in folded.iter().enumerate() {
            let number = known.get(word).copied().unwrap_or_else(|| {
                let next = u32::try_from(places.len()).unwrap_or(u32::MAX);
                known.insert(word.clone(), next);
                places.push(Vec::new());
                next
            });
            numbers.push(number);
            places[number as usize].push(place);
        }
        Self { spans, folded, numbers, known, places }
    }

    /// The number of `word`, when it is here.
    pub fn number(&self, word: &str) -> Option<u32> {
        self.known.get(word).copied()
    }

    /// Where the word of this number is.
    pub fn places(&self, number: u32) -> &[usize] {
        self.places.get(number as usize).map_or(&[], Vec::as_slice)
    }
}

/// The letters of a word: what finding it again is worth.
pub fn weight(word: &str) -> f64 {
    word.chars().count() as f64
}
