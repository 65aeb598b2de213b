//! The noun that a number counts: the head of the words after it, as a lemma (“two young men” → “man”).

use crate::extract::line::Line;
use crate::extract::{Decimal, Numeral, NumeralForm};
use crate::segment::{Shape, WordKind};
use crate::text::{Classes, lexicon};

/// How many words after the number may stand before its noun: “three more senior police officers”.
const MOST_WORDS_BEFORE: usize = 5;

/// Words that end the search although some dictionary has them as nouns.
const ENDS: [&str; 14] = ["in", "at", "to", "for", "as", "on", "by", "a", "an", "no", "so", "not", "about", "over"];

/// The lemma of the noun that `numeral` counts, if it follows closely.
pub fn counted(line: Line<'_>, numeral: &Numeral) -> Option<String> {
    let is_single = numeral.amount.number == Decimal::ONE && numeral.amount.upper.is_none();
    let is_part = numeral.form == NumeralForm::Fraction;
    let mut at = line.past_hyphen(numeral.words.end);
    let is_compound = at > numeral.words.end;
    if line.word(at) == "of" {
        at += 1;
        while line.classes(at).any(Classes::DETERMINER) || is_possessive(line.word(at)) {
            at += 1;
        }
    }
    let head = if is_compound {
        // “a 12-member jury” counts members.
        line.is_word(at).then_some(at).filter(|&at| line.classes(at).any(Classes::NOUN))
    } else if is_single {
        singular_head(line, at)
    } else {
        plural_head(line, at).or_else(|| singular_head(line, at).filter(|_| is_part))
    }?;
    Some(lemma(line.word(head)))
}

fn is_possessive(word: &str) -> bool {
    matches!(word, "his" | "her" | "its" | "their" | "our" | "my" | "your" | "those" | "these" | "all")
}

/// Whether the words of one noun phrase end before word `at`.
fn is_end(line: Line<'_>, at: usize) -> bool {
    let classes = line.classes(at);
    let is_joint = line.is_hyphen(at);
    !(line.is_word(at) || is_joint || line.kind(at) == Some(WordKind::Clitic))
        || ENDS.contains(&line.word(at))
        || (classes.any(
            Classes::PREPOSITION | Classes::CONJUNCTION | Classes::DETERMINER | Classes::PRONOUN | Classes::AUXILIARY,
        ) && !classes.any(Classes::NOUN | Classes::ADJECTIVE))
}

/// The first plural noun, or the last of several that follow each other.
fn plural_head(line: Line<'_>, start: usize) -> Option<usize> {
    let is_plural = |at: usize| is_plural_noun(line, at);
    let mut at = (start..=start + MOST_WORDS_BEFORE).take_while(|&at| !is_end(line, at)).find(|&at| is_plural(at))?;
    // “two sports stars”, “five women drivers”
    while is_plural(at + 1) && (line.word(at) == "police" || !line.classes(at + 1).any(Classes::VERB)) {
        at += 1;
    }
    Some(at)
}

/// The last noun of the run that begins the phrase: “one police officer”.
fn singular_head(line: Line<'_>, start: usize) -> Option<usize> {
    let mut head = None;
    for at in (start..=start + MOST_WORDS_BEFORE).take_while(|&at| !is_end(line, at)) {
        let classes = line.classes(at);
        if classes.any(Classes::NOUN) && !classes.any(Classes::PAST) && line.shape(at) != Shape::Title {
            head = Some(at);
        } else if head.is_some() || !classes.any(Classes::ADJECTIVE | Classes::PROPER | Classes::PAST) {
            break;
        }
    }
    head
}

/// Whether the word at `at` is a plural noun; a name in capitals is none.
pub fn is_plural_noun(line: Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let classes = line.classes(at);
    let is_plural = classes.any(Classes::PLURAL) || irregular(word).is_some();
    let is_short_verb = matches!(word, "is" | "was" | "has" | "does" | "says" | "this" | "us" | "its");
    line.is_word(at) && is_plural && !is_short_verb && line.shape(at) != Shape::Upper
}

/// Singulars that no rule gives.
fn irregular(plural: &str) -> Option<&'static str> {
    Some(match plural {
        "people" => "person",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "feet" => "foot",
        "teeth" => "tooth",
        "mice" => "mouse",
        "lives" => "life",
        "wives" => "wife",
        "knives" => "knife",
        "leaves" => "leaf",
        "police" => "police",
        "series" => "series",
        "species" => "species",
        "aircraft" => "aircraft",
        "criteria" => "criterion",
        "crises" => "crisis",
        "bases" => "base",
        "buses" => "bus",
        "gases" => "gas",
        _ => return None,
    })
}

/// The singular of a noun, folded; a word that is singular already stays.
pub fn lemma(noun: &str) -> String {
    if let Some(singular) = irregular(noun) {
        return singular.to_owned();
    }
    let known = |word: &str| lexicon::entry(word).classes.any(Classes::NOUN);
    if let Some(stem) = noun.strip_suffix("men").filter(|stem| stem.len() > 1) {
        return format!("{stem}man");
    }
    if !lexicon::entry(noun).classes.any(Classes::PLURAL) && !noun.ends_with('s') {
        return noun.to_owned();
    }
    if let Some(stem) = noun.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        let single = format!("{stem}y");
        return if known(&single) { single } else { format!("{stem}ie") };
    }
    let shorter = noun.strip_suffix('s').unwrap_or(noun);
    match noun.strip_suffix("es") {
        _ if noun.ends_with("ss") => noun.to_owned(),
        Some(stem) if !known(shorter) && known(stem) => stem.to_owned(),
        _ => shorter.to_owned(),
    }
}
