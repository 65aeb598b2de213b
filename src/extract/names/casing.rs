//! Which capitals mark a name. At the start of a sentence, after an opening mark and in a headline everything has a
//! capital: there the lexicon, the rest of the article and the word that follows decide.

use std::collections::HashSet;

use super::gazetteer::{self, Sorts};
use super::kinds::key_of;
use crate::segment::{Document, Shape, Term, TermMap, Word, WordKind};
use crate::text::{Classes, Entry};

/// A word written with a capital at least so often inside sentences is usually a name. “Bush” and “May” reach it,
/// “House” and “State” do not.
const USUAL_SHARE: f64 = 0.55;
/// Emphasis in capitals (“NOT”) is told from an acronym by how common the word is in small letters.
const COMMON_COUNT: f64 = 2000.0;
/// Few acronyms of so many letters are words of the dictionary, too.
const LONG: usize = 5;

/// What the capitals of one document mean.
pub struct Casing {
    names: Vec<bool>,
    places: Vec<Place>,
}

/// What sort of place a word stands in, as to capitals.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Inside a sentence: a capital means something.
    Free,
    /// Where a sentence or quotation begins.
    Opening,
    /// In a headline that gives nearly every word a capital.
    Headline,
    /// In a line written all in capitals.
    Shouted,
}

/// How often a word stands in free places of the document with a capital and without.
#[derive(Default, Clone, Copy)]
struct Seen {
    capital: u32,
    small: u32,
}

impl Casing {
    /// Reads the capitals of `document`.
    pub fn of(document: &Document) -> Self {
        let places = places(document);
        let mut seen: TermMap<Seen> = TermMap::default();
        for (index, word) in document.words.iter().enumerate() {
            if word.kind == WordKind::Word && places[index] == Place::Free {
                let seen = seen.entry(word.term).or_default();
                if word.shape == Shape::Lower { seen.small += 1 } else { seen.capital += 1 }
            }
        }
        let surnames = surnames(document, &places);
        let linked = linked(document);
        let mut casing = Self { names: vec![false; document.words.len()], places };
        let written_as_names = |&(index, word): &(usize, &Word)| has_capital(word) && !linked[index];
        for (index, word) in document.words.iter().enumerate().filter(written_as_names) {
            let seen = seen.get(&word.term).copied().unwrap_or_default();
            let surname = seen.small == 0 && surnames.contains(&word.term);
            casing.names[index] = surname || casing.marks_name(document, index, seen);
        }
        casing
    }

    /// Whether word `index` can be part of a name.
    pub fn is_name(&self, index: usize) -> bool {
        self.names.get(index).copied().unwrap_or_default()
    }

    /// Whether word `index` would have its capital in any case.
    pub fn is_forced(&self, index: usize) -> bool {
        self.places.get(index).is_some_and(|&place| place != Place::Free)
    }

    /// Whether the capital of word `index` marks a name.
    fn marks_name(&self, document: &Document, index: usize, seen: Seen) -> bool {
        let word = &document.words[index];
        let sorts = gazetteer::sorts(word.term);
        if sorts.any(Sorts::CALENDAR) {
            return false;
        }
        let follows = document.words.get(index + 1);
        if document.written(index).chars().count() == 1 {
            if is_hyphenated_letter(document, index) {
                return true;
            }
            let stop = follows.is_some_and(|next| next.glued && document.folded(index + 1) == ".");
            return stop && document.words.get(index + 2).is_some_and(has_capital);
        }
        let small_word = is_small(word.classes()) && word.entry.capital_share() < USUAL_SHARE;
        let given = sorts.any(Sorts::GIVEN) && follows.is_some_and(|next| has_capital(next) && !next.glued);
        let place = self.places[index];
        if place == Place::Free || (word.shape == Shape::Upper && place != Place::Shouted) {
            let emphasis = word.shape == Shape::Upper
                && (word.entry.count() > COMMON_COUNT
                    || (word.span().bytes() >= LONG
                        && word.classes().any(Classes::IN_DICTIONARY)
                        && !sorts.any(Sorts::PLACE | Sorts::INSTITUTION | Sorts::ORGANISATION)))
                && word.entry.capital_share() < USUAL_SHARE / 2.0
                && index.checked_sub(1).is_none_or(|before| document.folded(before) != "the")
                && !(document.folded(index + 1) == "&" && document.words[index + 1].glued);
            return (!small_word || given || word.shape == Shape::Upper) && !emphasis;
        }
        if small_word {
            return given && seen.capital > seen.small;
        }
        // A word that is hardly ever a name is one at an opening only as part of a longer one, or where it does
        // something: “Lamb said”.
        let possible = word.entry.capital_share() > USUAL_SHARE / 2.0
            || follows
                .is_some_and(|next| has_capital(next) || next.kind == WordKind::Clitic || is_finite(next.classes()));
        usually_name(word.entry, document.folded(index))
            || (seen.capital > seen.small && possible)
            || given
            || (sorts.any(Sorts::TITLE)
                && follows.is_some_and(|next| document.folded(index + 1) == "." || has_capital(next)))
            || begins_known(document, index)
            || self.begins_phrase(document, index, sorts)
    }

    /// Whether a common word that begins a sentence belongs to the name after it, because what follows would be an odd
    /// name alone: “Pancake House said”, but not “Senior Lopez aides said”.
    fn begins_phrase(&self, document: &Document, index: usize, sorts: Sorts) -> bool {
        let Some(next) = document.words.get(index + 1) else { return false };
        // “Bank of America said”.
        if sorts.any(Sorts::HEAD) && document.folded(index + 1) == "of" {
            return document.words.get(index + 2).is_some_and(has_capital);
        }
        let classes = document.words[index].classes();
        let next_sorts = gazetteer::sorts(next.term);
        classes.any(Classes::NOUN | Classes::ADJECTIVE)
            && !classes.any(Classes::ADVERB | Classes::PROGRESSIVE | Classes::PAST)
            && !sorts.any(Sorts::OFFICE | Sorts::TITLE)
            && next.shape == Shape::Title
            && self.places[index + 1] == Place::Free
            && next.entry.capital_share() < USUAL_SHARE
            && next.is_known()
            && !is_small(next.classes())
            && !next_sorts.any(Sorts::TITLE | Sorts::OFFICE | Sorts::DEMONYM | Sorts::CALENDAR | Sorts::GIVEN)
    }
}

/// Whether the capital letter `index` is one of two that a hyphen makes an acronym of: “A-B said”.
fn is_hyphenated_letter(document: &Document, index: usize) -> bool {
    let letter = |index: usize| {
        (document.words.get(index)).is_some_and(|word| has_capital(word) && document.written(index).len() == 1)
    };
    let joins = |mark: usize| {
        document.folded(mark) == "-"
            && (mark..mark + 2).all(|part| document.words.get(part).is_some_and(|part| part.glued))
            && document
                .words
                .get(mark + 2)
                .is_none_or(|next| !next.glued || next.kind != WordKind::Mark || document.folded(mark + 2) != "-")
    };
    let first = |index: usize| {
        letter(index)
            && letter(index + 2)
            && joins(index + 1)
            && (index == 0 || !document.words[index].glued || document.folded(index - 1) != "-")
    };
    first(index) || index.checked_sub(2).is_some_and(first)
}

/// Words that follow a given name inside sentences and end the name: common words that are surnames in this document,
/// so that “Banks left” begins with one after “Tyra Banks” has been named.
fn surnames(document: &Document, places: &[Place]) -> HashSet<Term> {
    let mut surnames = HashSet::new();
    for (index, pair) in document.words.windows(2).enumerate() {
        let [given, surname] = pair else { continue };
        let ends = document.words.get(index + 2).is_none_or(|next| !has_capital(next));
        if ends
            && places[index + 1] == Place::Free
            && given.sentence() == surname.sentence()
            && has_capital(given)
            && surname.shape == Shape::Title
            && gazetteer::sorts(given.term).any(Sorts::GIVEN)
            && !gazetteer::sorts(surname.term).any(Sorts::CALENDAR | Sorts::DEMONYM | Sorts::TITLE | Sorts::OFFICE)
            && !is_small(surname.classes())
        {
            surnames.insert(surname.term);
        }
    }
    surnames
}

/// Whether a place or institution of the lists begins at `index`: “New Delhi”, “Red Cross”.
fn begins_known(document: &Document, index: usize) -> bool {
    [index + 2, index + 3].into_iter().filter(|&end| end <= document.words.len()).any(|end| {
        document.words[index + 1..end].iter().all(has_capital)
            && gazetteer::sorts(Term::of(&key_of(document, index..end))).any(Sorts::PLACE | Sorts::INSTITUTION)
    })
}

fn is_finite(classes: Classes) -> bool {
    classes.any(Classes::AUXILIARY) || (classes.any(Classes::PAST) && !classes.any(Classes::NOUN | Classes::ADJECTIVE))
}

/// Whether a word has a class that names hardly ever have.
fn is_small(classes: Classes) -> bool {
    classes
        .any(Classes::PRONOUN | Classes::DETERMINER | Classes::PREPOSITION | Classes::CONJUNCTION | Classes::AUXILIARY)
}

/// Whether a word usually is a name, going by how it is written elsewhere.
pub fn usually_name(entry: Entry, folded: &str) -> bool {
    if !entry.is_known() {
        // An unknown word with the ending of a verb or adverb is a rare or damaged word rather than a name.
        let long = folded.chars().count() >= 9;
        return !(long && ["ing", "ly", "able", "ness", "tion"].iter().any(|ending| folded.ends_with(ending)));
    }
    entry.capital_share() >= USUAL_SHARE || (entry.count() < 1.0 && entry.classes.any(Classes::PROPER))
}

/// Whether a word is written as a name is: “Lee”, “NATO”, “eBay”.
pub fn has_capital(word: &Word) -> bool {
    word.kind == WordKind::Word && matches!(word.shape, Shape::Title | Shape::Upper | Shape::Mixed)
}

/// What place each word stands in.
fn places(document: &Document) -> Vec<Place> {
    let mut places = vec![Place::Free; document.words.len()];
    for sentence in &document.sentences {
        let range = sentence.words.clone();
        let words = &document.words[range.clone()];
        if is_shouted(words) {
            places[range].fill(Place::Shouted);
        } else if document.folded(range.end - 1) != "." && is_headline(words) {
            places[range].fill(Place::Headline);
        } else {
            let mut opening = true;
            for index in range {
                if document.words[index].kind == WordKind::Mark {
                    opening = reopens(document, index, opening);
                } else {
                    places[index] = if opening { Place::Opening } else { Place::Free };
                    opening = false;
                }
            }
        }
    }
    places
}

/// Whether the word after mark `index` would have a capital in any case; `opening` tells it for the mark itself.
fn reopens(document: &Document, index: usize, opening: bool) -> bool {
    let glued = document.words[index].glued;
    let glued_next = document.words.get(index + 1).is_some_and(|next| next.glued);
    match document.folded(index) {
        "\"" | "'" | "[" => opening || !glued,
        ":" | "..." | "•" | "*" => true,
        "-" => opening || !(glued || glued_next),
        "." => opening || (!glued_next && !is_abbreviated(document, index)),
        "!" | "?" => opening || !glued_next,
        "(" | ")" => opening,
        _ => false,
    }
}

/// Whether the full stop at `index` belongs to an initial or a title, after which a name goes on.
fn is_abbreviated(document: &Document, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let word = &document.words[before];
    // “Gen.”, “Mass.”: short words with a capital; a longer word ends a sentence that the splitter has missed.
    has_capital(word)
        && (word.span().bytes() <= 4 || gazetteer::sorts(word.term).any(Sorts::TITLE | Sorts::SHORT_STATE))
}

/// Whether a line is written all in capitals.
fn is_shouted(words: &[Word]) -> bool {
    let letters = || words.iter().filter(|word| word.kind == WordKind::Word);
    let upper = letters().filter(|word| word.shape == Shape::Upper).count();
    // Four words in five: a figure's letters (“1.2bn”) may stay small; two acronyms side by side are no line.
    upper >= 3 && 5 * upper >= 4 * letters().count()
}

/// Whether a sentence is a headline that gives nearly every word a capital.
fn is_headline(words: &[Word]) -> bool {
    let (mut capital, mut small, mut odd) = (0, 0, 0);
    for word in words.iter().skip(1).filter(|word| word.kind == WordKind::Word && word.span().bytes() >= 4) {
        if has_capital(word) {
            capital += 1;
            odd += usize::from(word.is_known() && word.entry.capital_share() < USUAL_SHARE / 2.0);
        } else {
            small += 1;
        }
    }
    // Three words in four, and at least two of them such as running text writes small: a list of names has none.
    capital >= 3 * small && odd >= 2
}

/// Which words are part of an address, a picture's link or a tag, and name nothing.
fn linked(document: &Document) -> Vec<bool> {
    let mut linked = vec![false; document.words.len()];
    let mut inside = false;
    for (index, word) in document.words.iter().enumerate() {
        let folded = document.folded(index);
        let next_glued = document.words.get(index + 1).is_some_and(|next| next.glued);
        // Sentences may be parted inside an address, where gluing starts anew.
        let adjacent =
            index.checked_sub(1).is_some_and(|before| document.words[before].span().end == word.span().start);
        inside = (inside && adjacent)
            || (matches!(folded, "http" | "https" | "www" | "#") && next_glued)
            || (next_glued
                && document.folded(index + 1) == "."
                && word.shape == Shape::Lower
                && document.words.get(index + 2).is_some_and(|after| after.glued && after.shape == Shape::Lower));
        linked[index] = inside;
    }
    linked
}
