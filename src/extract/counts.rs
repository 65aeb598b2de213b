//! Counts and plain numbers, with the noun counted: “247 people”, “two explosions”; and places in an order.
//!
//! Most figures in news count nothing: they are years, days, times, ages of durations, parts of a name or of a
//! reference (“Chapter 11”, “page 4”). Small predicates tell those by the words beside them.

mod counted;
mod references;

use super::line::Line;
use super::{Mention, Numeral, NumeralForm, Value};
use crate::segment::Document;
use counted::counted;
use references::{is_one_of_no_count, is_reference, is_time};

/// The counts, plain numbers and ordinals of `document` in reading order. A mention covers the numeral alone.
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
    let mut found = Vec::new();
    let mut last_end = None;
    for numeral in numerals {
        let line = Line::around(document, numeral.words.start);
        let follows_number = last_end == Some(numeral.words.start);
        last_end = Some(numeral.words.end);
        let value = match numeral.form {
            NumeralForm::Ordinal => order(line, numeral, follows_number),
            NumeralForm::Cardinal | NumeralForm::Fraction => count(line, numeral),
        };
        found.extend(value.and_then(|value| Mention::new(document, numeral.words.clone(), value)));
    }
    found
}

fn count(line: Line<'_>, numeral: &Numeral) -> Option<Value> {
    let of = counted(line, numeral);
    let is_count = !is_time(line, numeral)
        && !is_reference(line, numeral, of.is_some())
        && !is_one_of_no_count(line, numeral, of.is_some());
    is_count.then_some(Value::Number { amount: numeral.amount, of })
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
