//! Numbers that are told without number words being composed: groups with a name of their own (“a couple of blasts”, “a
//! pair of gunmen”, “a score of villages”), and figures read out (“one twenty two”). The same words mean a man and a
//! woman, one garment or the result of a match, so what follows must be many of something.

use super::number_words::{Role, number_word};
use super::reading::Reading;
use super::{Decimal, NumeralForm};
use crate::extract::line::Line;
use crate::text::Classes;

/// Things that are one although they are called a pair: clothes and tools of two like halves, by general knowledge.
const ONE_PAIR: [&str; 22] = [
    "trousers",
    "pants",
    "jeans",
    "shorts",
    "tights",
    "leggings",
    "slacks",
    "pyjamas",
    "pajamas",
    "glasses",
    "sunglasses",
    "spectacles",
    "goggles",
    "binoculars",
    "scissors",
    "shears",
    "tweezers",
    "pliers",
    "shoes",
    "boots",
    "socks",
    "gloves",
];

/// How many words may stand before the noun that is grouped: “a pair of unarmed young men”.
const MOST_WORDS_BEFORE: usize = 3;

/// The group or read-out number that begins with word `at`; “of” and what follows are no part of it.
pub fn group(line: Line<'_>, at: usize) -> Option<Reading> {
    if line.word(at) != "a" {
        return three_digits(line, at);
    }
    let (size, precision) = match line.word(at + 1) {
        "couple" | "pair" => (Decimal::TWO, Decimal::ONE),
        "score" => (Decimal::from(20), Decimal::from(20)),
        _ => return None,
    };
    // Where nothing else stands, the number is what is told.
    let is_alone = |end: usize| at == line.start && end == line.end;
    let is_group = if line.word(at + 2) == "of" { is_many(line, at + 3) || is_alone(at + 3) } else { is_alone(at + 2) };
    is_group.then(|| exactly(size, precision, at + 2))
}

const fn exactly(number: Decimal, precision: Decimal, end: usize) -> Reading {
    Reading { end, number, scale: Decimal::ONE, precision, form: NumeralForm::Cardinal, is_vague: false }
}

/// Whether “scores” at `at` are many twenties and not results: “scores of homes”, but not “the scores of both tests”.
pub fn are_scores(line: Line<'_>, at: usize) -> bool {
    let is_result = line.classes(at.wrapping_sub(1)).any(Classes::DETERMINER | Classes::NOUN | Classes::ADJECTIVE)
        && !line.classes(at.wrapping_sub(1)).any(Classes::PREPOSITION | Classes::PAST | Classes::PROGRESSIVE);
    line.word(at + 1) == "of" && is_many(line, at + 2) && !is_result
}

/// Whether the phrase that begins with word `at` names several of something, without a number of its own.
fn is_many(line: Line<'_>, at: usize) -> bool {
    (at..=at + MOST_WORDS_BEFORE)
        .take_while(|&place| line.is_word(place) && number_word(line.word(place)).is_none())
        .find(|&place| {
            line.classes(place).any(Classes::PLURAL) || matches!(line.word(place), "people" | "men" | "women")
        })
        .is_some_and(|place| !ONE_PAIR.contains(&line.word(place)))
}

/// Words before a spoken clock time.
const BEFORE_A_CLOCK: [&str; 8] = ["at", "by", "until", "till", "before", "after", "around", "from"];

/// A number of three figures read out: “one twenty two”. Where something is counted it is two numbers (“two forty-foot
/// containers”), where somebody comes it is the time.
fn three_digits(line: Line<'_>, at: usize) -> Option<Reading> {
    let role = |at: usize| number_word(line.word(at)).filter(|word| !word.ordinal).map(|word| word.role);
    let (Some(Role::Small(hundreds @ 1..10)), Some(Role::Tens(tens)), Some(Role::Small(ones @ 1..10))) =
        (role(at), role(at + 1), role(at + 2))
    else {
        return None;
    };
    let is_alone = !line.is_word(at + 3) && !line.is_hyphen(at + 3) && !BEFORE_A_CLOCK.contains(&line.before(at, 1));
    is_alone.then(|| exactly(Decimal::from(100 * hundreds + tens + ones), Decimal::ONE, at + 3))
}
