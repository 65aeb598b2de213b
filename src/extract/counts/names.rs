//! Figures that belong to a name and count nothing: products and models (“Boeing 777”), indices (“S&P 500”), groups
//! and titles (“the Group of 20”, “Air Force Two”).

use std::collections::HashSet;

use super::counted::is_plural_noun;
use super::references::is_weekday;
use crate::extract::line::Line;
use crate::extract::{Decimal, Numeral, NumeralForm};
use crate::segment::{Shape, Term};
use crate::text::Classes;

/// Names of stock indices, by general knowledge, whose figure is the number of shares in them.
const INDICES: [&str; 24] = [
    "aex", "asx", "bovespa", "cac", "csi", "dax", "dow", "forbes", "fortune", "ftse", "ibex", "kospi", "mib", "nasdaq",
    "nifty", "nikkei", "omx", "psi", "russell", "sensex", "smi", "stoxx", "topix", "tsx",
];

/// How many words a name before a figure may have; bounds the look back.
const MOST_NAME_WORDS: usize = 5;

/// The figures that stand in a name somewhere in the article. Where one of them stands without anything to count, it is
/// that thing again: “the 777”.
pub struct Named(HashSet<Term>);

impl Named {
    /// The terms of `numerals`, those that are told to stand in a name.
    pub fn new(numerals: impl Iterator<Item = (bool, Term)>) -> Self {
        Self(numerals.filter(|(is_named, _)| *is_named).map(|(_, term)| term).collect())
    }

    /// Whether `term`, a figure, stands in a name.
    pub fn has(&self, term: Term) -> bool {
        !self.0.is_empty() && self.0.contains(&term)
    }
}

/// Whether `numeral` is the name of something, or a part of it: “Boeing 777”, “its 777 airliner”, “the Group of 20”.
pub fn is_name(line: Line<'_>, numeral: &Numeral, is_counting: bool) -> bool {
    is_in_name(line, numeral, is_counting)
        || is_model(line, numeral)
        || is_capital_number(line, numeral.words.start)
        || is_group_name(line, numeral)
}

/// Whether the figure of `numeral` directly goes on a name of something made or listed.
pub fn is_in_name(line: Line<'_>, numeral: &Numeral, is_counting: bool) -> bool {
    let (start, end) = (numeral.words.start, numeral.words.end);
    // “Opteron 3200 or 4200” are two models.
    let is_plain = line.is_figure(start)
        && numeral.form == NumeralForm::Cardinal
        && (numeral.words.len() == 1 || numeral.amount.upper.is_some() || has_letter(line, numeral));
    let before = start.wrapping_sub(1);
    let before = if line.is_hyphen(before) { before.wrapping_sub(1) } else { before };
    if !is_plain || matches!(line.word(end), "point" | "points" | "%" | "percent") {
        return false;
    }
    is_index(line, before)
        || is_product(line, before)
        || is_version(line, numeral, before)
        || (!is_hyphenated(line, start) && is_named_by(line, before, end, is_counting))
}

fn is_hyphenated(line: Line<'_>, start: usize) -> bool {
    line.is_hyphen(start.wrapping_sub(1))
}

/// “Nikkei 225”, “S&P 500”, “the Standard & Poor's 500”.
fn is_index(line: Line<'_>, before: usize) -> bool {
    let is_capital = matches!(line.shape(before), Shape::Title | Shape::Upper | Shape::Mixed);
    (is_capital && INDICES.contains(&line.word(before)))
        || line.follows_phrase(before.wrapping_add(1), &["s", "&", "p"])
        || line.follows_phrase(before.wrapping_add(1), &["poor", "'s"])
}

/// Whether `numeral` is a figure with a capital letter glued to it, which is a million only where something is counted:
/// “GeForce 9400M”.
fn has_letter(line: Line<'_>, numeral: &Numeral) -> bool {
    let letter = numeral.words.end - 1;
    numeral.words.len() == 2 && line.glued(letter) && line.shape(letter) != Shape::Lower && line.word(letter).len() == 1
}

/// “USB 2.0”, “GeForce 9400M”: behind a name, decimals tell a version, and a letter a model.
fn is_version(line: Line<'_>, numeral: &Numeral, before: usize) -> bool {
    let is_name = line.is_word(before)
        && before > line.start
        && matches!(line.shape(before), Shape::Upper | Shape::Mixed | Shape::Title)
        && !is_weekday(line, before);
    let decimals = line.word(numeral.words.start).split_once('.').map_or(0, |(_, decimals)| decimals.len());
    is_name
        && ((numeral.words.len() == 1 && decimals == 1 && line.shape(before) != Shape::Title)
            || has_letter(line, numeral))
}

/// “iPhone 4”: a small letter before capitals is a maker's spelling.
fn is_product(line: Line<'_>, before: usize) -> bool {
    line.shape(before) == Shape::Mixed && line.written(before).starts_with(char::is_lowercase)
}

/// “Boeing 777”, “Trent 900 engines”: a figure behind a name, unless the name only tells when, where or to whom (“In
/// Lisbon 40 people fled”, “told Reuters 40 people fled”).
fn is_named_by(line: Line<'_>, before: usize, end: usize, is_counting: bool) -> bool {
    let is_capital = |at: usize| matches!(line.shape(at), Shape::Title | Shape::Upper | Shape::Mixed);
    let is_first = before == line.start || !line.is_word(before.wrapping_sub(1));
    let is_usual_word = is_first && line.shape(before) == Shape::Title && !line.classes(before).any(Classes::PROPER);
    if !line.is_word(before) || !is_capital(before) || is_usual_word || is_weekday(line, before) {
        return false;
    }
    if !is_counting {
        return true;
    }
    // In a headline in capitals every word is one.
    let is_headline = is_capital(end);
    let classes = line.classes(before);
    let is_verb = classes.any(Classes::VERB | Classes::PREPOSITION | Classes::ADVERB) && !classes.any(Classes::PROPER);
    let belongs = |at: usize| is_capital(at) || line.is_hyphen(at);
    let mut first = before;
    while before - first < MOST_NAME_WORDS && first > line.start && belongs(first - 1) {
        first -= 1;
    }
    let lead = line.classes(first.wrapping_sub(1));
    let is_after_verb = line.classes(first.wrapping_sub(2)).any(Classes::VERB | Classes::PAST);
    let is_of_phrase = lead.any(Classes::DETERMINER) && !is_after_verb && line.is_word(first.wrapping_sub(2));
    is_of_phrase && !is_headline && !is_verb
}

/// How many words around a number word in capitals are looked at for one in small letters.
const WORDS_AROUND: usize = 6;

/// “the Ford Five Hundred”, “aboard Air Force Two”, “the Three Musketeers”: a number word with a capital inside a sentence
/// belongs to a name. In a headline that has capitals throughout it does not.
fn is_capital_number(line: Line<'_>, start: usize) -> bool {
    let before = start.wrapping_sub(1);
    let is_content = |at: usize| {
        line.shape(at) == Shape::Lower
            && line.word(at).len() > 3
            && !line.classes(at).any(Classes::PREPOSITION | Classes::CONJUNCTION | Classes::DETERMINER)
    };
    // After a small letter a capital may as well begin what no full stop parts: “… from online rumours Two senators …”.
    let goes_on = line.shape(before) != Shape::Lower || line.classes(before).any(Classes::DETERMINER);
    let is_inside = goes_on && before >= line.start && line.is_word(before) && !line.word(before).ends_with('.');
    let is_sentence = || {
        let around = start.saturating_sub(WORDS_AROUND).max(line.start)..=start + WORDS_AROUND;
        around.into_iter().any(is_content)
    };
    line.is_word(start) && line.shape(start) == Shape::Title && is_inside && is_sentence()
}

/// “the Group of 20”, “the Gang of Eight”.
fn is_group_name(line: Line<'_>, numeral: &Numeral) -> bool {
    let start = numeral.words.start;
    let is_capital = |at: usize| line.shape(at) == Shape::Title;
    line.before(start, 1) == "of"
        && start >= line.start + 2
        && is_capital(start - 2)
        && matches!(line.before(start, 2), "group" | "gang" | "council" | "committee" | "club")
        && (line.is_figure(start) || is_capital(start))
}

/// “its 777 airliner”: more than one of something would be told in the plural.
fn is_model(line: Line<'_>, numeral: &Numeral) -> bool {
    let (start, end) = (numeral.words.start, numeral.words.end);
    let is_single_noun = |at: usize| {
        let classes = line.classes(at);
        line.is_word(at)
            && line.shape(at) == Shape::Lower
            && classes.any(Classes::NOUN)
            && !classes
                .any(Classes::VERB | Classes::ADJECTIVE | Classes::ADVERB | Classes::PREPOSITION | Classes::PRONOUN)
            && !is_plural_noun(line, at)
    };
    let is_chosen = line.classes(start.wrapping_sub(1)).any(Classes::DETERMINER)
        || matches!(line.before(start, 1), "its" | "their");
    line.is_figure(start)
        && numeral.words.len() == 1
        && numeral.amount.number >= LEAST_MODEL
        && is_chosen
        && is_single_noun(end)
        && !line.classes(end + 1).any(Classes::NOUN)
}

/// Smaller figures are not taken for a model where only the surroundings speak for one: before a single noun they more
/// often are a count with its plural left out (“a 12 member jury”), and alone they count many things in one article.
pub const LEAST_MODEL: Decimal = Decimal::from_parts(100, 0, 0, false, 0);
