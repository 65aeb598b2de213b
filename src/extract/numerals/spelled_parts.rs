//! Parts told in several words above or below the line: “twenty-one hundredths”, “three twenty-firsts”, “two
//! ten-thousandths”, “one one-hundredth”, “two hundred and fifty-four hundredths” (200.54).
//!
//! The plural of an ordinal makes the part; how much before it belongs below the line is told by the hyphen and by “and”.

use super::Decimal;
use super::NumeralForm;
use super::composition::Composition;
use super::fractions::{self, Part, ratio_of};
use super::number_words::{NumberWord, Role, number_word};
use super::reading::whole;
use crate::extract::line::Line;

/// How many words a fraction may have; bounds the look ahead.
const MOST_WORDS: usize = 14;

/// The fraction in several words that begins with word `at`.
pub fn spelled(line: Line<'_>, at: usize) -> Option<Part> {
    let is_number = |word: NumberWord| !word.ordinal && !matches!(word.role, Role::Many(_) | Role::Group(_));
    // “45 hundredths”
    if line.word(at) != "a" && !line.is_figure(at) {
        number_word(line.word(at)).filter(|word| is_number(*word))?;
    }
    let goes_on = |place: usize| {
        line.is_hyphen(place)
            || (line.word(place) == "and" && place > at)
            || number_word(line.word(place)).is_some_and(is_number)
    };
    let last = (at + 1..=at + MOST_WORDS).find(|&place| !goes_on(place))?;
    match below_the_line(line, at, last) {
        Some(below) => above_the_line(line, at, &below, last + 1),
        None => one_part(line, at),
    }
}

/// What stands below the line.
struct Below {
    denominator: Decimal,
    /// Index of its first word.
    start: usize,
}

/// The denominator whose last word is the plural ordinal at `last`: “fifths”, “twenty-firsts”, “ten-thousandths”.
fn below_the_line(line: Line<'_>, start: usize, last: usize) -> Option<Below> {
    let ordinal = number_word(line.word(last).strip_suffix('s')?).filter(|word| word.ordinal)?;
    let is_hyphenated = line.is_hyphen(last - 1);
    let before = last.checked_sub(if is_hyphenated { 2 } else { 1 })?;
    let tens = match number_word(line.word(before)).map(|word| word.role) {
        Some(Role::Tens(tens)) if before > start => Some(tens),
        _ => None,
    };
    let simple = |denominator| Some(Below { denominator, start: if is_hyphenated { last - 1 } else { last } });
    match ordinal.role {
        // “one hundred and thirty fifths”: what follows “and” stays above.
        Role::Small(ones @ 1..10) if tens.is_some() && (is_hyphenated || line.before(before, 1) != "and") => {
            Some(Below { denominator: Decimal::from(tens? + ones), start: before })
        }
        // “firsts” and “seconds” alone are no parts.
        Role::Small(number) => simple(Decimal::from(number)).filter(|_| number > 2),
        Role::Tens(number) => simple(Decimal::from(number)),
        Role::Hundred | Role::Scale(_) => {
            let scale = if let Role::Scale(scale) = ordinal.role { Decimal::from(scale) } else { Decimal::ONE_HUNDRED };
            let factor = match number_word(line.word(before)).map(|word| word.role) {
                _ if !is_hyphenated || before == start => None,
                Some(Role::Small(10)) => Some(Decimal::TEN),
                Some(Role::Hundred) => Some(Decimal::ONE_HUNDRED),
                _ => None,
            };
            match factor {
                Some(factor) => Some(Below { denominator: factor.checked_mul(scale)?, start: before }),
                None => simple(scale),
            }
        }
        Role::Group(_) | Role::Many(_) => None,
    }
}

/// The fraction whose words above the line begin with word `at`.
fn above_the_line(line: Line<'_>, at: usize, below: &Below, end: usize) -> Option<Part> {
    let above = Line::new(line.document, line.start..below.start);
    let number = |line: Line<'_>, at: usize| whole(line, at).filter(|(_, end)| *end == line.end).map(|found| found.0);
    let joint = (at + 1..below.start).rev().find(|&place| line.word(place) == "and");
    if joint.is_some_and(|joint| fractions::part(line, joint + 1).is_some()) {
        // “six million and two thirds” is composed: two thirds of a million.
        return None;
    }
    // “two hundred and fifty-four hundredths”: two hundred, and a part below one.
    let mixed = joint.and_then(|joint| {
        let head = number(Line::new(line.document, line.start..joint), at)?;
        let part = number(above, joint + 1).filter(|part| *part < below.denominator)?;
        ratio_of(part, below.denominator, head, end)
    });
    mixed.or_else(|| ratio_of(number(above, at)?, below.denominator, Decimal::ZERO, end))
}

/// “one twenty-fifth”, “one one-hundredth”, where no noun follows that it could order.
fn one_part(line: Line<'_>, at: usize) -> Option<Part> {
    (line.word(at) == "one").then_some(())?;
    let start = line.past_hyphen(at + 1);
    matches!(number_word(line.word(start)).map(|word| word.role), Some(Role::Small(1..) | Role::Tens(_)))
        .then_some(())?;
    let found = Composition::begin(line, start)?.finish()?;
    let is_part = found.form == NumeralForm::Ordinal
        && found.end > start + 1
        && !line.is_hyphen(found.end)
        && (!line.is_word(found.end) || matches!(line.word(found.end), "of" | "the"));
    is_part.then(|| ratio_of(Decimal::ONE, found.number, Decimal::ZERO, found.end))?
}
