//! Which words nobody knows, and which of them have a right to be unknown: names, parts of addresses, foreign words,
//! words made of known parts.

use super::glued_after;
use crate::compare::written::Written;
use crate::segment::{Document, Shape, Word, WordKind, stem};
use crate::text::{Classes, Span, lexicon};

/// Fewer letters say too little.
const LEAST_LETTERS: usize = 5;
/// Words that the dictionary lacks and that were counted at least so often are words all the same; below, the counts hold
/// misspellings, too.
const SOUND_COUNT: f64 = 40.0;
/// A word that its article writes more often than this is meant as it is.
const MOST_TIMES: usize = 2;

/// The places of `document` where a word stands that nobody knows and that is no part of an address; a figure glued to
/// letters counts, too.
pub fn places(document: &Document, written: &Written) -> Vec<usize> {
    (0..document.words.len()).filter(|&index| is_unknown(document, written, index)).collect()
}

fn is_unknown(document: &Document, written: &Written, index: usize) -> bool {
    let word = &document.words[index];
    if word.kind != WordKind::Word || in_address(document, word.span()) {
        return false;
    }
    // “80people”: each part is known, both together are not.
    let behind_figure = word.glued && index > 0 && document.words[index - 1].kind == WordKind::Figure;
    // “re-reverberated”: known or not, the prefix tells.
    let behind_hyphen = word.glued && index > 1 && document.folded(index - 1) == "-";
    if behind_figure || behind_hyphen {
        return true;
    }
    let folded = document.folded(index);
    is_doubtful(word)
        && folded.chars().count() >= LEAST_LETTERS
        && !folded.contains(['\'', '.'])
        && written.by_one_article(word.term).is_some_and(|times| times <= MOST_TIMES)
}

/// Whether the lexicon does not vouch for a word.
pub fn is_doubtful(word: &Word) -> bool {
    !word.entry.in_dictionary() && word.entry.count() < SOUND_COUNT
}

/// Whether the stretch without spaces around `span` is an address, a handle or a tag.
fn in_address(document: &Document, span: Span) -> bool {
    let text = &document.text;
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let from = before.char_indices().rev().take(80).take_while(|(_, c)| !c.is_whitespace()).last();
    let start = from.map_or(span.start, |(place, _)| place);
    let chunk = text.get(start..span.end).unwrap_or_default();
    let rest: String = after.chars().take(80).take_while(|c| !c.is_whitespace()).collect();
    let marked = |part: &str| part.contains(['@', '#', '/', '_', '=', '\\', '&', '~']) || part.contains("www.");
    let stop_inside = rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        || chunk.contains('.') && chunk.rsplit('.').next().is_some_and(|last| !last.is_empty());
    marked(chunk) || marked(&rest) || stop_inside
}

/// Whether an unknown word can be a known one with a slip in it: written small, alone, and not among other words that
/// nobody knows.
pub fn can_be_misspelt(document: &Document, index: usize) -> bool {
    let word = &document.words[index];
    let hyphened = document.folded(index + 1) == "-" && glued_after(document, index);
    let strange = |index: Option<usize>| {
        index.and_then(|index| document.words.get(index)).is_some_and(|other| {
            other.kind == WordKind::Word && other.sentence() == word.sentence() && !other.is_known()
        })
    };
    // “in extremis”, “ex officio”: Latin that English uses is not in every dictionary.
    let latin = index.checked_sub(1).is_some_and(|before| {
        ["in", "de", "ex", "ad", "pro", "sub", "inter", "ipso", "per"].contains(&document.folded(before))
            && ["is", "um", "o", "us", "em", "ae", "ibus"].iter().any(|ending| document.folded(index).ends_with(ending))
    });
    word.shape == Shape::Lower
        && is_doubtful(word)
        && !latin
        && !word.glued
        && !hyphened
        && document.folded(index).chars().all(|letter| letter.is_ascii_alphabetic())
        && !strange(index.checked_sub(1))
        && !strange(Some(index + 1))
}

/// Beginnings that make new words of known ones.
const PREFIXES: [&str; 52] = [
    "un", "re", "non", "anti", "pre", "post", "over", "under", "out", "super", "sub", "inter", "multi", "mis", "dis",
    "de", "co", "ex", "pro", "counter", "cyber", "eco", "bio", "micro", "mega", "ultra", "semi", "hyper", "pseudo",
    "quasi", "geo", "neo", "tele", "auto", "self", "mid", "trans", "in", "im", "en", "up", "down", "off", "on", "mini",
    "nano", "agri", "poly", "photo", "crypto", "narco", "petro",
];

/// Endings that make new words of known ones.
const SUFFIXES: [&str; 44] = [
    "ness", "ish", "like", "ly", "er", "ers", "or", "ors", "ing", "ings", "ed", "ism", "isms", "ist", "ists", "able",
    "ible", "s", "es", "ize", "ized", "izing", "ise", "ised", "ization", "ation", "ations", "y", "ie", "ies", "ier",
    "ful", "less", "wise", "gate", "ship", "hood", "dom", "fest", "ville", "able", "ability", "al", "ian",
];

/// Whether a word is made of known parts by rules that make new words: “unferryable”, “gastropub”.
pub fn is_derived(folded: &str) -> bool {
    let known = |part: &str| part.len() >= 3 && lexicon::entry(part).in_dictionary();
    let with_suffix = |word: &str| {
        SUFFIXES.iter().any(|suffix| {
            word.strip_suffix(suffix).is_some_and(|base| {
                known(base)
                    || known(&format!("{base}e"))
                    || known(&format!("{base}y"))
                    || base.strip_suffix('i').is_some_and(|base| known(&format!("{base}y")))
                    || is_doubled_end(base) && known(&base[..base.len() - 1])
            })
        })
    };
    let made = |word: &str| known(word) || with_suffix(word);
    made(folded)
        || PREFIXES.iter().any(|prefix| folded.strip_prefix(prefix).is_some_and(made))
        || (3..folded.len().saturating_sub(2)).any(|cut| {
            let parts = folded.get(..cut).zip(folded.get(cut..));
            parts.is_some_and(|(first, second)| {
                makes_compounds(first) && makes_compounds(second) && known(first) && made(second)
            })
        })
}

/// Whether a base ends in a doubled letter that its plain form has once: “runn” of “running”.
fn is_doubled_end(base: &str) -> bool {
    let mut letters = base.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    last.is_some_and(|last| last.is_ascii_alphabetic()) && last == before
}

/// Whether a word can be part of a compound: a short one only where it is common (“net” in “recnetly” is chance).
fn makes_compounds(part: &str) -> bool {
    const LEAST_LETTERS: usize = 4;
    const COMMON: f64 = 4000.0; // occurrences in the counted news
    part.len() >= LEAST_LETTERS || lexicon::entry(part).count() >= COMMON
}

/// Whether two words are forms of one: then the unknown one is not damaged, the dictionary only lacks it.
pub fn is_form_of(unknown: &str, known: &str) -> bool {
    const LEAST_BASE: usize = 3; // “jihadists”, “jihadism”
    let shared: usize = unknown.chars().zip(known.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let is_ending = |ending: &str| ending.is_empty() || SUFFIXES.contains(&ending);
    let differ_by_ending = (LEAST_BASE..=shared).any(|cut| {
        let endings = unknown.get(cut..).zip(known.get(cut..));
        endings.is_some_and(|(one, other)| is_ending(one) && is_ending(other))
    });
    stem(unknown) == stem(known) || differ_by_ending || lexicon::entry(known).classes.any(Classes::PROPER)
}
