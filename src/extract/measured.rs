//! An amount with its unit, whatever the unit: what money, percent and quantities share. Two that are told as one range
//! (“$10 to $12”) become one.

use std::ops::Range;

use super::line::Line;
use super::numerals::{Role, are_range, number_word, scale_letters};
use super::{Amount, Decimal};
use crate::segment::Document;

/// So much of some unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured<U> {
    /// Indices of its words, sign and unit included.
    pub words: Range<usize>,
    /// How much.
    pub amount: Amount,
    /// Of what.
    pub unit: U,
}

/// Joins neighbours of one unit that are the ends of a range.
pub fn join_ranges<U: Copy + PartialEq>(document: &Document, found: Vec<Measured<U>>) -> Vec<Measured<U>> {
    let mut joined: Vec<Measured<U>> = Vec::with_capacity(found.len());
    for next in found {
        match joined.last_mut().and_then(|last| Some((range(document, last, &next)?, last))) {
            Some((range, last)) => *last = range,
            None => joined.push(next),
        }
    }
    joined
}

/// Words between the ends of a range that only soften the second: “between 2 litres and about 7 litres”.
const SOFTENING: [&str; 6] = ["about", "around", "roughly", "nearly", "almost", "approximately"];

/// The range whose ends are `first` and `second`.
fn range<U: Copy + PartialEq>(document: &Document, first: &Measured<U>, second: &Measured<U>) -> Option<Measured<U>> {
    let is_plain = first.unit == second.unit && first.amount.upper.is_none() && second.amount.upper.is_none();
    let line = is_plain.then(|| Line::around(document, first.words.start))?;
    // Who tells the unit twice with “or” names a choice: “128 GB or 256 GB”.
    (line.word(first.words.end) != "or").then_some(())?;
    let start = second.words.start - usize::from(SOFTENING.contains(&line.before(second.words.start, 1)));
    let is_range = |low: Decimal, high: Decimal| are_range(line, &first.words, low, start, high);
    let words = first.words.start..second.words.end;
    let (low, high) = (first.amount.number, second.amount.number);
    // “between $10 and $12 billion”
    if let Some(scaled) = in_scale_of(line, first, second).filter(|scaled| is_range(scaled.number, high)) {
        return Some(Measured { words, amount: Amount { upper: Some(high), ..scaled }, unit: first.unit });
    }
    if is_range(low, high) {
        return Some(Measured { words, amount: Amount { upper: Some(high), ..first.amount }, unit: first.unit });
    }
    // “ranging from −18 °C to −34 °C”
    if line.before(first.words.start, 1) == "from" && is_range(high, low) {
        let amount = Amount { number: high, upper: Some(low), ..first.amount };
        return Some(Measured { words, amount, unit: first.unit });
    }
    None
}

/// The first amount in the scale word of the second, where it has none of its own: ten billion in “$10 to $12 billion”.
fn in_scale_of<U>(line: Line<'_>, first: &Measured<U>, second: &Measured<U>) -> Option<Amount> {
    let scale = scale(line, &second.words)?;
    let is_untold = self::scale(line, &first.words).is_none();
    let is_smaller = first.amount.number < second.amount.number.checked_div(scale)?;
    (is_untold && is_smaller).then(|| times(&first.amount, scale))?
}

/// The last scale among `words`: a million for “$1.2 million” and “€5m”.
pub fn scale(line: Line<'_>, words: &Range<usize>) -> Option<Decimal> {
    words.clone().rev().find_map(|at| {
        if let Some(Role::Scale(scale) | Role::Many(scale)) = number_word(line.word(at)).map(|word| word.role) {
            return Some(scale.into());
        }
        let is_letters = at > words.start && line.is_figure(at - 1) && line.is_word(at);
        is_letters.then(|| scale_letters(line.written(at)))?.map(|letters| letters.scale.into())
    })
}

/// How far around a number, in words, a word may tell what its unit means: as far as a long sentence goes. Bounded, so
/// that a text without full stops costs no more.
const REACH: usize = 40;

/// Whether one of `cues` stands around word `at`, in its sentence.
pub fn is_near(line: Line<'_>, at: usize, cues: &[&str]) -> bool {
    let from = at.saturating_sub(REACH).max(line.start);
    (from..line.end.min(at + REACH)).any(|place| cues.contains(&line.word(place)))
}

/// The amount times `factor`, all its parts; `None` when too large.
pub fn times(amount: &Amount, factor: Decimal) -> Option<Amount> {
    Some(Amount {
        number: amount.number.checked_mul(factor)?.normalize(),
        upper: match amount.upper {
            Some(upper) => Some(upper.checked_mul(factor)?.normalize()),
            None => None,
        },
        hedge: amount.hedge,
        precision: amount.precision.checked_mul(factor)?.normalize(),
    })
}

/// The amount below zero.
pub fn negative(amount: &Amount) -> Amount {
    Amount { number: -amount.number, ..*amount }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use crate::extract::money::money;
    use crate::extract::numerals;
    use crate::extract::quantities::quantities;
    use crate::segment::segment;

    /// What sums and sizes are made of, for texts in which it makes no sense.
    const PIECES: [&str; 56] = [
        "$",
        "US$",
        "€",
        "£",
        "Rs",
        "USD",
        "MUSD",
        "p",
        "cents",
        "dollars",
        "pounds",
        "yen",
        "won",
        "kr",
        "a",
        "of",
        "per",
        "/",
        "-",
        "–",
        "to",
        "and",
        "between",
        "from",
        "ranging",
        "million",
        "billion",
        "bn",
        "m",
        "k",
        "half",
        "quarter",
        "third",
        "tenth",
        "hundreds",
        "km",
        "km2",
        "square",
        "cubic",
        "miles",
        "feet",
        "in",
        "'",
        "\"",
        "°",
        "C",
        "F",
        "degrees",
        "below zero",
        "magnitude",
        "times",
        "hour",
        "(",
        ")",
        "the",
        "pound",
    ];

    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            3 => select(PIECES.as_slice()).prop_map(str::to_owned),
            2 => "[0-9]{1,4}([.,][0-9]{1,3})?",
            1 => "[0-9]{1,30}",
            1 => any::<String>(),
        ];
        let space = select(vec!["", " ", " ", "\n"]);
        prop::collection::vec((piece, space), 0..24)
            .prop_map(|pieces| pieces.into_iter().map(|(piece, space)| piece + space).collect())
    }

    proptest! {
        #[test]
        fn any_text_gives_sums_and_sizes_in_order_with_rising_ranges(text in text()) {
            let document = segment(text.as_str().into());
            let numerals = numerals(&document);
            for found in [money(&document, &numerals), quantities(&document, &numerals)] {
                for pair in found.windows(2) {
                    prop_assert!(pair[0].words.end <= pair[1].words.start, "{pair:?}");
                }
                for mention in found {
                    prop_assert!(!mention.words.is_empty() && mention.words.end <= document.words.len());
                    let amount = mention.value.amount().unwrap();
                    prop_assert!(amount.upper.is_none_or(|upper| amount.number <= upper), "{amount:?}");
                }
            }
        }
    }
}
