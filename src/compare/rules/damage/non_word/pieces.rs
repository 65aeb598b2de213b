//! Words without the space between them, words with a space inside, and prefixes set twice.

use super::{glued_after, unknown::is_doubtful};
use crate::segment::{Document, Shape, WordKind};
use crate::text::{Classes, Span, lexicon};

/// Words that begin a joined word and no other: “thedriver”, “ofrose”.
const SURE_FIRST: [&str; 34] = [
    "the", "of", "and", "that", "this", "was", "were", "has", "had", "have", "his", "her", "their", "which", "would",
    "will", "from", "with", "been", "by", "to", "but", "they", "she", "is", "are", "at", "as", "in", "for", "into",
    "who", "beside", "being",
];
/// Of these, the ones that also begin other words (“institution”): the pair must be usual.
const ALSO_PREFIXES: [&str; 11] = ["by", "to", "but", "is", "are", "at", "as", "in", "for", "who", "into"];
/// Words that end a joined word: “oneof”, “intoa”.
const SURE_LAST: [&str; 22] = [
    "the", "a", "of", "to", "in", "on", "and", "at", "for", "is", "was", "not", "by", "with", "as", "that", "from",
    "into", "has", "had", "his", "who",
];
/// Occurrences of a word that is common enough to stand beside a function word.
const COMMON: f64 = 150.0;
/// Words glued to figures that measure or order, and short ones, are usual: “5km”, “3rd”, “20something”.
const AFTER_FIGURES: [&str; 14] = [
    "year",
    "years",
    "odd",
    "something",
    "somethings",
    "plus",
    "fold",
    "metre",
    "meter",
    "mile",
    "hour",
    "minute",
    "point",
    "inch",
];

/// The two known words that the unknown word at `place` is made of, with their span. `lenient`: the article is known to
/// have lost its spaces, so two words of content count, too.
pub fn joined(document: &Document, place: usize, lenient: bool) -> Option<(Span, String, String)> {
    let word = &document.words[place];
    let folded = document.folded(place);
    if word.glued && place > 0 && document.words[place - 1].kind == WordKind::Figure {
        return figure_and_word(document, place);
    }
    if !is_doubtful(word) || (word.glued && document.folded(place.saturating_sub(1)) == "-") || !folded.is_ascii() {
        return None;
    }
    if document.folded(place + 1) == "-" && glued_after(document, place) {
        return None;
    }
    if let Some(cut) = folded.find(|c: char| c.is_ascii_digit()) {
        let (first, figure) = folded.split_at(cut);
        let is_figure = figure.len() >= 2 && figure.bytes().all(|byte| byte.is_ascii_digit());
        return (is_figure && SURE_FIRST.contains(&first)).then(|| (word.span(), first.to_owned(), figure.to_owned()));
    }
    let cut = cuts(word.shape, document.written(place), folded.len()).find(|&cut| {
        let (first, second) = folded.split_at(cut);
        are_two_words(first, second, word.shape, lenient)
    })?;
    Some((word.span(), folded[..cut].to_owned(), folded[cut..].to_owned()))
}

/// Where a word may be cut: anywhere in a small one; in “deCompostela” before the capital. Folded, each of its letters is
/// one byte, and it is so many bytes.
fn cuts(shape: Shape, written: &str, folded_bytes: usize) -> impl Iterator<Item = usize> {
    let capital = written.chars().skip(1).position(char::is_uppercase).map(|place| place + 1);
    (1..folded_bytes).filter(move |&cut| shape != Shape::Mixed || capital == Some(cut))
}

fn are_two_words(first: &str, second: &str, shape: Shape, lenient: bool) -> bool {
    let common = |word: &str| {
        let entry = lexicon::entry(word);
        entry.in_dictionary() && entry.count() >= COMMON && (word.len() >= 3 || SURE_LAST.contains(&word))
    };
    let usual = lexicon::pair_count(first, second) > 0.0;
    match shape {
        // “Thedriver”: a name is seldom an article and a common word.
        Shape::Title => {
            matches!(first, "the" | "this" | "in" | "and" | "but") && second.len() >= 4 && usual && common(second)
        }
        Shape::Upper => false,
        Shape::Mixed => lenient && SURE_FIRST.contains(&first),
        _ => {
            let begins = SURE_FIRST.contains(&first) && common(second) && (usual || !ALSO_PREFIXES.contains(&first));
            let ends = SURE_LAST.contains(&second) && common(first) && usual;
            let article = first == "a" && usual && common(second) && second.len() >= 4;
            begins && second.len() >= 3
                || ends
                || article
                || (usual && first.len() >= 3 && second.len() >= 3 && common(first) && common(second) && {
                    let grammar =
                        Classes::DETERMINER | Classes::PREPOSITION | Classes::AUXILIARY | Classes::CONJUNCTION;
                    lenient || lexicon::entry(first).classes.any(grammar)
                })
                || (lenient && first.len() >= 3 && second.len() >= 3 && common(first) && common(second))
        }
    }
}

/// “80people”
fn figure_and_word(document: &Document, place: usize) -> Option<(Span, String, String)> {
    let (figure, word) = (&document.words[place - 1], &document.words[place]);
    let folded = document.folded(place);
    let is_noun = word.entry.in_dictionary() && word.classes().any(Classes::NOUN | Classes::PLURAL);
    (folded.len() >= 4
        && word.shape == Shape::Lower
        && !figure.glued
        && is_noun
        && word.entry.count() >= COMMON
        && !AFTER_FIGURES.contains(&folded))
    .then(|| (figure.span().join(word.span()), document.folded(place - 1).to_owned(), folded.to_owned()))
}

/// The known word that the unknown one at `place` makes with the next piece.
pub fn split(document: &Document, place: usize) -> Option<(Span, String)> {
    let (word, next) = (document.words.get(place)?, document.words.get(place + 1)?);
    let pieces = next.kind == WordKind::Word
        && !next.glued
        && next.sentence() == word.sentence()
        && word.shape == Shape::Lower
        && next.shape == Shape::Lower
        && is_doubtful(word)
        && !next.entry.in_dictionary();
    let whole = format!("{}{}", document.folded(place), document.folded(place + 1));
    (pieces && lexicon::entry(&whole).count() >= COMMON).then(|| (word.span().join(next.span()), whole))
}

/// “re-reverberated”: the word at `place` begins with the prefix that a hyphen sets before it. Common words that begin so
/// (“re-release”) are sound.
pub fn prefix_twice(document: &Document, place: usize) -> Option<Span> {
    const PREFIXES: [&str; 5] = ["re", "un", "de", "dis", "mis"];
    const RARE_BITS: f64 = 15.0; // about 1,000 occurrences in the counted news
    let first = place.checked_sub(2)?;
    let prefix = document.folded(first);
    let word = &document.words[place];
    let twice = document.folded(place - 1) == "-"
        && document.words[place - 1].glued
        && word.glued
        && PREFIXES.contains(&prefix)
        && document.folded(place).starts_with(prefix)
        && word.rarity() >= RARE_BITS;
    twice.then(|| document.words[first].span().join(word.span()))
}
