//! Counts and plain numbers, with the noun counted: “247 people”, “two explosions”; and places in an order.
//!
//! Most figures in news count nothing: they are years, days, times, ages of durations, parts of a name or of a
//! reference (“Chapter 11”, “page 4”). Small predicates tell those by the words beside them.

mod counted;
mod labels;
mod names;
mod references;

use std::ops::Range;

use super::line::Line;
use super::{Decimal, Mention, Numeral, NumeralForm, Value};
use crate::segment::Document;
use counted::{counted, is_plural_noun};
use labels::is_numbered;
use names::{LEAST_MODEL, Named, is_in_name, is_name};
use references::{is_one_of_no_count, is_reference, is_time};

/// The counts, plain numbers and ordinals of `document` in reading order. A mention covers the numeral, and
/// the unit of what is told in points: “678 points”.
///
/// ```
/// use variorum::extract::{Value, mentions};
/// use variorum::segment::segment;
///
/// let document = segment("Two young men fled.".into());
/// let Value::Number { amount, of } = &mentions(&document, None)[0].value else { panic!() };
/// assert_eq!((amount.number, of.as_deref()), (2.into(), Some("man")));
/// ```
pub fn counts(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let named = Named::new(numerals.iter().map(|numeral| {
        let line = Line::around(document, numeral.words.start);
        let is_name = is_in_name(line, numeral, is_plural_noun(line, numeral.words.end));
        let is_telling = numeral.amount.number >= LEAST_MODEL && !is_time(line, numeral);
        (is_name && is_telling, document.words[numeral.words.start].term)
    }));
    let mut found = Vec::new();
    let mut last: Option<&Numeral> = None;
    for numeral in numerals {
        let line = Line::around(document, numeral.words.start);
        let follows_number = last.is_some_and(|last| last.words.end == numeral.words.start);
        let is_repeated = last.is_some_and(|last| is_repeated(line, last, numeral));
        last = Some(numeral);
        let counted = match numeral.form {
            _ if is_repeated => None,
            NumeralForm::Ordinal => order(line, numeral, follows_number).map(|value| (numeral.words.clone(), value)),
            NumeralForm::Cardinal | NumeralForm::Fraction => count(line, numeral, &named),
        };
        found.extend(counted.and_then(|(words, value)| Mention::new(document, words, value)));
    }
    found
}

/// “forty-five (45)”: the same number a second time.
fn is_repeated(line: Line<'_>, last: &Numeral, next: &Numeral) -> bool {
    last.amount.number == next.amount.number
        && last.words.end + 1 == next.words.start
        && line.before(next.words.start, 1) == "("
        && line.word(next.words.end) == ")"
}

/// The value of a count, and the words that tell it.
fn count(line: Line<'_>, numeral: &Numeral, named: &Named) -> Option<(Range<usize>, Value)> {
    let of = counted(line, numeral);
    let is_counting = of.is_some();
    let is_named = is_name(line, numeral, is_counting)
        || (named.has(line.document.words[numeral.words.start].term) && !is_plural_noun(line, numeral.words.end));
    let is_count = !is_time(line, numeral)
        && !is_reference(line, numeral)
        && !is_named
        && !is_numbered(line, numeral, is_counting)
        && !is_one_of_no_count(line, numeral, is_counting);
    let mut words = numeral.words.clone();
    // Points of an index or a game are a unit, and belong to the number as a unit does.
    words.end += usize::from(matches!(line.word(words.end), "points" | "pts") || is_one_point(line, numeral));
    is_count.then_some((words, Value::Number { amount: numeral.amount, of }))
}

fn is_one_point(line: Line<'_>, numeral: &Numeral) -> bool {
    numeral.amount.number <= Decimal::ONE && line.word(numeral.words.end) == "point"
}

/// A place in an order; “second” after a number or “per” is a stretch of time.
fn order(line: Line<'_>, numeral: &Numeral, follows_number: bool) -> Option<Value> {
    let (start, end) = (numeral.words.start, numeral.words.end);
    let is_second = line.word(start) == "second" && end == start + 1;
    let is_moment = is_second
        && (follows_number
            || matches!(line.before(start, 1), "per" | "split" | "every" | "/")
            || (line.before(start, 1) == "a" && !line.is_word(end)));
    (!is_moment && !is_time(line, numeral)).then_some(Value::Ordinal { number: numeral.amount.number })
}

#[cfg(test)]
mod tests;
