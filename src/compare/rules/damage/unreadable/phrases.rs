//! Slips in set phrases: a small word that stands for one that sounds or looks like it (“more then 40”, “should of known”).
//! The list is made from general knowledge of what English writers and typists confuse.

use std::sync::LazyLock;

use super::Slip;
use super::line::Line;
use crate::compare::Severity::Medium;
use crate::compare::phrases::Phrases;
use crate::text::{Classes, lexicon};

/// Wrong phrases that are never right, with what is meant.
const NEVER_RIGHT: [(&str, &str); 40] = [
    ("rather then", "rather than"),
    ("other then", "other than"),
    ("as recently at", "as recently as"),
    ("as recently is", "as recently as"),
    ("as soon at", "as soon as"),
    ("as soon is", "as soon as"),
    ("as well is", "as well as"),
    ("based in part of", "based in part on"),
    ("due in part of", "due in part to"),
    ("thanks in part of", "thanks in part to"),
    ("based of", "based on"),
    ("depending of", "depending on"),
    ("according the", "according to the"),
    ("according a", "according to a"),
    ("according for", "according to"),
    ("according too", "according to"),
    ("due the", "due to the"),
    ("due too", "due to"),
    ("thanks too", "thanks to"),
    ("prior too", "prior to"),
    ("in order too", "in order to"),
    ("instead off", "instead of"),
    ("because off", "because of"),
    ("regardless off", "regardless of"),
    ("ahead off", "ahead of"),
    ("in front off", "in front of"),
    ("in terms off", "in terms of"),
    ("in spite off", "in spite of"),
    ("as oppose to", "as opposed to"),
    ("such us", "such as"),
    ("one the most", "one of the most"),
    ("one the best", "one of the best"),
    ("one the biggest", "one of the biggest"),
    ("one the largest", "one of the largest"),
    ("on of the most", "one of the most"),
    ("came form", "came from"),
    ("apart form", "apart from"),
    ("aside form", "aside from"),
    ("for the fist time", "for the first time"),
    ("at lest", "at least"),
];

/// Before a figure, these are slips.
const BEFORE_FIGURES: [(&str, &str); 6] = [
    ("more then", "more than"),
    ("less then", "less than"),
    ("more that", "more than"),
    ("less that", "less than"),
    ("at last", "at least"),
    ("as least", "at least"),
];

static WRONG: LazyLock<Phrases<&str>> = LazyLock::new(|| Phrases::new(NEVER_RIGHT));
static WRONG_BEFORE_FIGURES: LazyLock<Phrases<&str>> = LazyLock::new(|| Phrases::new(BEFORE_FIGURES));

/// Words that “than” follows.
const COMPARATIVES: [&str; 14] = [
    "more", "less", "better", "worse", "higher", "lower", "greater", "larger", "smaller", "fewer", "later", "earlier",
    "older", "younger",
];

/// “more dangerous”: an adjective that “more” or “less” compares.
fn is_compared(line: &Line, place: usize) -> bool {
    ["more", "less"].contains(&line.before(place, 1)) && line.classes(place).any(Classes::ADJECTIVE)
}

/// Whether what stands there names something, and does not begin a clause as a pronoun would.
fn is_nominal(line: &Line, place: usize) -> bool {
    let classes = line.classes(place);
    classes.any(Classes::NOUN | Classes::DETERMINER)
        && !classes.any(Classes::PRONOUN | Classes::CONJUNCTION | Classes::VERB | Classes::ADVERB)
}

/// Words that a comparison goes on with, and a time does not: “more then three”.
const AFTER_THAN: [&str; 28] = [
    "a",
    "an",
    "any",
    "anyone",
    "anybody",
    "anything",
    "half",
    "just",
    "ever",
    "expected",
    "usual",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "double",
    "twice",
    "previously",
];

/// So often a verb stands before “on” in the counted news that “of”, which is three times as common, cannot lack by chance.
const TAKES_ON: f64 = 300.0;

/// The slip in a set phrase that begins at `place`.
pub fn at(line: &Line, place: usize) -> Option<Slip> {
    let word = line.word(place)?;
    let first = line.form(place);
    let slip = |words: usize, meant: &str| Slip {
        words: line.indices(place..place + words),
        severity: Medium,
        confidence: 0.85,
        reason: format!("“{meant}” is meant"),
    };
    let never = WRONG.beginning(word.term).find(|(phrase, _)| line.is_phrase(place, phrase));
    if let Some((phrase, meant)) = never.filter(|(phrase, _)| line.is_plain(place + phrase.len() - 1)) {
        return Some(slip(phrase.len(), meant));
    }
    let figures = WRONG_BEFORE_FIGURES.beginning(word.term).find(|(phrase, _)| line.is_phrase(place, phrase));
    if let Some((phrase, meant)) = figures.filter(|(phrase, _)| line.is_figure(place + phrase.len())) {
        return Some(slip(phrase.len() + 1, meant));
    }
    let compared = (COMPARATIVES.contains(&first) || is_compared(line, place))
        && line.form(place + 1) == "then"
        && (AFTER_THAN.contains(&line.form(place + 2))
            || line.is_figure(place + 2)
            || (is_compared(line, place) && is_nominal(line, place + 2)));
    if compared {
        return Some(slip(3, &format!("{first} than {}", line.form(place + 2))));
    }
    // “centered of the harbour”: the verb takes “on”, and the counted news never sets “of” behind it.
    let taken = line.is_plain(place)
        && line.form(place + 1) == "of"
        && line.word(place + 2).is_some()
        && word.classes().any(Classes::PAST | Classes::PROGRESSIVE)
        && lexicon::pair_count(first, "on") >= TAKES_ON
        && lexicon::pair_count(first, "of") < 1.0;
    if taken {
        return Some(slip(2, &format!("{first} on")));
    }
    let perfect = ["would", "could", "should", "must", "might"].contains(&first) && line.form(place + 1) == "of";
    if perfect
        && (line.classes(place + 2).any(Classes::PAST) || lexicon::pair_count("have", line.form(place + 2)) > 0.0)
    {
        return Some(slip(3, &format!("{first} have {}", line.form(place + 2))));
    }
    // “went onto serve”: a verb follows, no place.
    let going = ["go", "goes", "went", "going", "gone"].contains(&first) && line.form(place + 1) == "onto";
    let verb = line.form(place + 2);
    let goes_on = going
        && line.classes(place + 2).any(Classes::VERB)
        && lexicon::pair_count("to", verb) >= 100.0 // plainly a verb
        && lexicon::pair_count("the", verb) < lexicon::pair_count("to", verb);
    goes_on.then(|| slip(3, &format!("{first} on to {verb}")))
}
