//! Counts that grow as news comes in: the dead, the injured, the rescued.

use crate::extract::Mention;
use crate::segment::{Document, Term, Word, stem};

/// Words for people counted after something happened, by their stems.
const TOLLS: [&str; 24] = [
    "kill",
    "dead",
    "die",
    "death",
    "toll",
    "fatality",
    "casualty",
    "injure",
    "injury",
    "wound",
    "hurt",
    "hospitalize",
    "infect",
    "infection",
    "case",
    "evacuate",
    "displace",
    "homeless",
    "arrest",
    "detain",
    "rescue",
    "victim",
    "body",
    "lives",
];
/// A word further away than this belongs to something else.
const NEAR_WORDS: usize = 5;

/// Whether a word near the count, in its clause, says that it is of this sort.
pub fn is_toll(document: &Document, mention: &Mention) -> bool {
    let stems: [Term; TOLLS.len()] = TOLLS.map(stem);
    let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
    let Some(clause) = document.words.get(mention.words.start).map(Word::clause) else { return false };
    let near = mention.words.start.saturating_sub(NEAR_WORDS).max(sentence.words.start)
        ..(mention.words.end + NEAR_WORDS).min(sentence.words.end);
    near.into_iter().any(|word| document.words[word].clause() == clause && stems.contains(&document.words[word].stem))
}
