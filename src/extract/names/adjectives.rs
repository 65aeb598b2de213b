//! Adjectives of countries before what is the country's: “the Norwegian economy” speaks of Norway. People (“a
//! Norwegian”, “Norwegians”) and languages (“in Norwegian”, “a Norwegian word”) are no places.

use std::ops::Range;

use super::casing::has_capital;
use super::gazetteer::{self, Sorts};
use super::kinds::key_of;
use super::pieces::Piece;
use crate::segment::{Document, Shape, Term, Word, WordKind};
use crate::text::Classes;

/// The adjectives of countries in `document` that are part of none of `pieces`, in reading order.
pub fn adjectives(document: &Document, pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut pieces = pieces.iter().peekable();
    let mut free_from = 0;
    for index in 0..document.words.len() {
        while let Some(past) = pieces.next_if(|piece| piece.words.end <= index) {
            free_from = past.words.end;
        }
        if pieces.peek().is_some_and(|piece| piece.words.contains(&index)) {
            continue;
        }
        if let Some(start) = adjective(document, index).filter(|&start| start >= free_from) {
            free_from = index + 1;
            if is_of(document, index + 1) {
                found.push(start..index + 1);
            }
        }
    }
    found
}

/// Where the adjective of a country that ends with word `index` begins: “Norwegian”, “South Korean”.
fn adjective(document: &Document, index: usize) -> Option<usize> {
    let national = |words: Range<usize>| {
        words.clone().all(|index| has_capital(&document.words[index]))
            && gazetteer::sorts(Term::of(&key_of(document, words))).any(Sorts::NATIONAL)
    };
    let word = document.words.get(index)?;
    let before = index.checked_sub(1).filter(|&before| document.words[before].sentence() == word.sentence());
    let people = word.glued && before.is_some_and(|before| document.folded(before) == "-"); // “Irish-American”
    if people || !has_capital(word) {
        return None;
    }
    match before {
        Some(before) if national(before..index + 1) => Some(before),
        _ => national(index..index + 1).then_some(index),
    }
}

/// Whether what follows an adjective from word `index` on is the country's: a noun, an office, another such adjective
/// with a noun.
fn is_of(document: &Document, index: usize) -> bool {
    let conjoined = matches!(document.folded(index), "and" | "or" | ",")
        && document.words.get(index + 1).is_some_and(has_capital)
        && is_same_sentence(document, index + 1)
        && gazetteer::sorts(document.words[index + 1].term).any(Sorts::NATIONAL | Sorts::COUNTRY);
    is_noun(document, index) || is_hyphenated(document, index) || (conjoined && is_noun(document, index + 2))
}

fn is_same_sentence(document: &Document, index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| document.words[before].sentence() == document.words[index].sentence())
}

fn is_noun(document: &Document, index: usize) -> bool {
    let Some(word) = document.words.get(index).filter(|word| word.kind == WordKind::Word) else { return false };
    let small =
        Classes::AUXILIARY | Classes::PREPOSITION | Classes::CONJUNCTION | Classes::PRONOUN | Classes::DETERMINER;
    let sorts = gazetteer::sorts(word.term);
    let noun = |word: &Word| {
        word.shape == Shape::Lower
            && word.classes().any(Classes::NOUN | Classes::ADJECTIVE)
            && !word.classes().any(small)
    };
    // “The French left”, but “the French left bank”.
    let verb = word.classes().any(Classes::PAST)
        && document.folded(index + 1) != "-"
        && !document.words.get(index + 1).is_some_and(noun);
    // “Norwegian e-commerce”, “Norwegian fintech”
    let compound = document.folded(index + 1) == "-" && document.words[index + 1].glued;
    let of = if word.shape == Shape::Lower {
        (noun(word) || compound || !word.is_known()) && !verb
    } else {
        sorts.any(Sorts::TITLE | Sorts::OFFICE) && !sorts.any(Sorts::GIVEN)
    };
    of && is_same_sentence(document, index) && !is_of_language(document.folded(index))
}

/// “Norwegian-owned”, not “Norwegian-speaking” or “Irish-American”.
fn is_hyphenated(document: &Document, index: usize) -> bool {
    document.folded(index) == "-"
        && document.words[index].glued
        && document.words.get(index + 1).is_some_and(|next| next.glued && next.shape == Shape::Lower)
        && !is_of_language(document.folded(index + 1))
}

fn is_of_language(word: &str) -> bool {
    matches!(
        word,
        "language"
            | "speaking"
            | "speaker"
            | "speakers"
            | "word"
            | "words"
            | "phrase"
            | "translation"
            | "translator"
            | "dialect"
            | "script"
    )
}
