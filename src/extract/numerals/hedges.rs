//! How exactly a number is told, by the words around it: “at least”, “nearly”, “up to”, “or more”.

use crate::extract::Hedge;
use crate::extract::currencies;
use crate::extract::line::Line;
use crate::extract::numerals::{Reading, number_word};

/// Phrases before a number, the longer first where one ends with another.
const BEFORE: [(&[&str], Hedge); 67] = [
    (&["no", "more", "than"], Hedge::AtMost),
    (&["not", "more", "than"], Hedge::AtMost),
    (&["no", "greater", "than"], Hedge::AtMost),
    (&["no", "higher", "than"], Hedge::AtMost),
    (&["no", "fewer", "than"], Hedge::AtLeast),
    (&["no", "less", "than"], Hedge::AtLeast),
    (&["not", "less", "than"], Hedge::AtLeast),
    (&["not", "fewer", "than"], Hedge::AtLeast),
    (&["not", "greater", "than"], Hedge::AtMost),
    (&["in", "the", "neighborhood", "of"], Hedge::About),
    (&["in", "the", "neighbourhood", "of"], Hedge::About),
    (&["just", "short", "of"], Hedge::LessThan),
    (&["just", "shy", "of"], Hedge::LessThan),
    (&["not", "even"], Hedge::LessThan),
    (&["more", "like"], Hedge::About),
    (&["approaching"], Hedge::About),
    (&["a", "maximum", "of"], Hedge::AtMost),
    (&["a", "minimum", "of"], Hedge::AtLeast),
    (&["in", "excess", "of"], Hedge::MoreThan),
    (&["in", "the", "region", "of"], Hedge::About),
    (&["on", "the", "order", "of"], Hedge::About),
    (&["as", "many", "as"], Hedge::AtMost),
    (&["as", "much", "as"], Hedge::AtMost),
    (&["as", "high", "as"], Hedge::AtMost),
    (&["as", "few", "as"], Hedge::AtLeast),
    (&["as", "little", "as"], Hedge::AtLeast),
    (&["as", "low", "as"], Hedge::AtLeast),
    (&["upwards", "of"], Hedge::MoreThan),
    (&["upward", "of"], Hedge::MoreThan),
    (&["north", "of"], Hedge::MoreThan),
    (&["at", "least"], Hedge::AtLeast),
    (&["at", "most"], Hedge::AtMost),
    (&["at", "minimum"], Hedge::AtLeast),
    (&["up", "to"], Hedge::AtMost),
    (&["more", "than"], Hedge::MoreThan),
    (&["greater", "than"], Hedge::MoreThan),
    (&["higher", "than"], Hedge::MoreThan),
    (&["larger", "than"], Hedge::MoreThan),
    (&["bigger", "than"], Hedge::MoreThan),
    (&["longer", "than"], Hedge::MoreThan),
    (&["less", "than"], Hedge::LessThan),
    (&["fewer", "than"], Hedge::LessThan),
    (&["lower", "than"], Hedge::LessThan),
    (&["smaller", "than"], Hedge::LessThan),
    (&["shorter", "than"], Hedge::LessThan),
    (&["close", "to"], Hedge::About),
    (&["something", "like"], Hedge::About),
    (&["about"], Hedge::About),
    (&["around"], Hedge::About),
    (&["approximately"], Hedge::About),
    (&["approx"], Hedge::About),
    (&["roughly"], Hedge::About),
    (&["some"], Hedge::About),
    (&["estimated"], Hedge::About),
    (&["nearly"], Hedge::About),
    (&["almost"], Hedge::About),
    (&["near"], Hedge::About),
    (&["circa"], Hedge::About),
    (&["perhaps"], Hedge::About),
    (&["over"], Hedge::MoreThan),
    (&["above"], Hedge::MoreThan),
    (&["exceeding"], Hedge::MoreThan),
    (&["beyond"], Hedge::MoreThan),
    (&["topping"], Hedge::MoreThan),
    (&["under"], Hedge::LessThan),
    (&["below"], Hedge::LessThan),
    (&["~"], Hedge::About),
];

/// Signs before a number.
const SIGNS: [(&str, Hedge); 5] =
    [("≈", Hedge::About), (">", Hedge::MoreThan), ("<", Hedge::LessThan), ("≥", Hedge::AtLeast), ("≤", Hedge::AtMost)];

/// Phrases after a number or its unit.
const AFTER: [(&[&str], Hedge); 16] = [
    (&["or", "more"], Hedge::AtLeast),
    (&["or", "over"], Hedge::AtLeast),
    (&["and", "over"], Hedge::AtLeast),
    (&["and", "above"], Hedge::AtLeast),
    (&["or", "higher"], Hedge::AtLeast),
    (&["or", "greater"], Hedge::AtLeast),
    (&["or", "older"], Hedge::AtLeast),
    (&["and", "older"], Hedge::AtLeast),
    (&["or", "lower"], Hedge::AtMost),
    (&["or", "younger"], Hedge::AtMost),
    (&["and", "younger"], Hedge::AtMost),
    (&["or", "less"], Hedge::AtMost),
    (&["or", "fewer"], Hedge::AtMost),
    (&["and", "under"], Hedge::AtMost),
    (&["or", "so"], Hedge::About),
    (&["or", "thereabouts"], Hedge::About),
];

/// Words that may stand between a hedge and its number: “at least another 40”.
const BETWEEN: [&str; 5] = ["another", "additional", "further", "extra", "net"];

/// How far after a number, in words, its unit may reach: “500 square metres or more”.
const MOST_UNIT_WORDS: usize = 2;

/// The hedge of the number at `start..found.end`.
pub fn hedge(line: Line<'_>, start: usize, found: &Reading) -> Hedge {
    // “dozens” are some dozens, hardly one; “a couple” may be three.
    let by_itself = match (found.is_vague, line.word(start + 1)) {
        (true, _) => Hedge::AtLeast,
        (false, "couple") if line.word(start) == "a" => Hedge::About,
        (false, _) => Hedge::Exact,
    };
    before(line, start).or_else(|| after(line, found.end)).unwrap_or(by_itself)
}

/// The hedge told before the words at `start`.
pub fn before(line: Line<'_>, start: usize) -> Option<Hedge> {
    let mut at = currencies::before(line, start).map_or(start, |currency| currency.start);
    if BETWEEN.contains(&line.before(at, 1)) {
        at -= 1;
        at -= usize::from(matches!(line.before(at, 1), "a" | "an"));
    }
    if let Some((_, hedge)) = SIGNS.iter().find(|(sign, _)| *sign == line.before(at, 1)) {
        return Some(*hedge);
    }
    BEFORE.iter().find(|(phrase, _)| line.follows_phrase(at, phrase)).map(|(_, hedge)| *hedge)
}

fn after(line: Line<'_>, end: usize) -> Option<Hedge> {
    match line.word(end) {
        "+" if line.glued(end) => return Some(Hedge::AtLeast),
        "-" if line.is_hyphen(end) => match line.word(end + 1) {
            "plus" => return Some(Hedge::AtLeast),
            "odd" | "ish" => return Some(Hedge::About),
            _ => {}
        },
        "odd" => return Some(Hedge::About),
        "plus" if line.is_word(end + 1) && number_word(line.word(end + 1)).is_none() => return Some(Hedge::AtLeast),
        _ => {}
    }
    (end..=end + MOST_UNIT_WORDS)
        .take_while(|&at| at == end || line.is_word(at - 1))
        .find_map(|at| AFTER.iter().find(|(phrase, _)| line.is_phrase(at, phrase)).map(|(_, hedge)| *hedge))
}
