//! Numbers as written, in figures and words: what money, percent, quantities, durations and counts are made of.
//!
//! From left to right, at each place: one number (`reading`), joined with the next to a range where it is one
//! (`ranges`), with the hedge around it (`hedges`).

mod composition;
mod figures;
mod fractions;
mod groups;
mod hedges;
mod number_words;
mod powers;
mod ranges;
mod reading;
mod spelled_parts;

use std::ops::Range;

use super::amount::{Amount, Decimal};
use super::line::{Line, lines};
use crate::segment::{Document, Shape, WordKind};
pub(super) use hedges::before as hedge_before;
pub(super) use number_words::{Role, number_word, scale_letters};
pub(super) use ranges::are_range;
use reading::Reading;

/// A number, range or fraction as written, with its hedge.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    /// Indices of its words, hedge left out: “380 billion”, “two and a half million”, “10 to 12”.
    pub words: Range<usize>,
    /// How much.
    pub amount: Amount,
    /// How it is written.
    pub form: NumeralForm,
}

/// What sort of number a [`Numeral`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumeralForm {
    /// “380 billion”, “two dozen”
    Cardinal,
    /// “third”, “21st”
    Ordinal,
    /// “three-quarters”, “one in five”
    Fraction,
}

/// The numerals of `document` in reading order; none overlaps another.
///
/// Years are among them (“2020” is 2020), and so is “one” wherever it stands: what a numeral means is for those to say
/// who look at its surroundings. Clock times, versions and figures inside names (“F-16”, “10.4.1”) are not.
///
/// ```
/// use variorum::extract::{Hedge, numerals};
/// use variorum::segment::segment;
///
/// let found = numerals(&segment("At least two and a half million fled.".into()));
/// assert_eq!(found[0].amount.number, 2_500_000.into());
/// assert_eq!(found[0].amount.hedge, Hedge::AtLeast);
/// ```
pub fn numerals(document: &Document) -> Vec<Numeral> {
    let mut found = Vec::new();
    for line in lines(document) {
        let mut at = line.start;
        while at < line.end {
            match numeral(line, at) {
                Some(numeral) => {
                    at = numeral.words.end;
                    found.push(numeral);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The numeral that begins with word `at`.
fn numeral(line: Line<'_>, at: usize) -> Option<Numeral> {
    let first = reading::reading(line, at).filter(|_| !is_inside_code(line, at))?;
    if is_decade(line, first.end) {
        return None;
    }
    let hedge = hedges::hedge(line, at, &first);
    let amount =
        Amount { number: first.number.normalize(), upper: None, hedge, precision: first.precision.normalize() };
    let mut numeral = Numeral { words: at..first.end, amount, form: first.form };
    if first.form != NumeralForm::Ordinal
        && let Some(range) = ranges::range(line, at, &first)
    {
        numeral.amount = Amount {
            number: range.low.normalize(),
            upper: Some(range.high.number.normalize()),
            hedge,
            precision: range.precision.normalize(),
        };
        numeral.words.end = range.high.end;
    }
    Some(numeral)
}

/// Whether the figure at `at` is part of a name, a clock time or a version: “F-16”, “10:30”, “v2”.
fn is_inside_code(line: Line<'_>, at: usize) -> bool {
    if !line.is_figure(at) {
        return false;
    }
    let is_clock = |mark: usize, other: usize| line.word(mark) == ":" && line.glued(mark) && line.is_figure(other);
    let after_hyphen = line.glued(at)
        && line.before(at, 1) == "-"
        && line.glued(at.wrapping_sub(1))
        && line.kind(at.wrapping_sub(2)) == Some(WordKind::Word)
        && line.shape(at.wrapping_sub(2)) != Shape::Lower;
    after_hyphen
        || is_in_chain(line, at)
        || (is_clock(at + 1, at + 2) && line.glued(at + 2))
        || (line.glued(at) && is_clock(at.wrapping_sub(1), at.wrapping_sub(2)))
        || (line.glued(at) && matches!(line.before(at, 1), "_" | "#" | "@" | "\\"))
}

/// “1990s”, “20s”.
fn is_decade(line: Line<'_>, end: usize) -> bool {
    line.word(end) == "s" && line.glued(end) && line.is_figure(end - 1)
}

/// How many figures joined by hyphens, slashes or colons make a date, a telephone number or an address.
const FIGURES_OF_A_CODE: usize = 3;

/// Whether the figure at `at` stands in a row such as “2025-02-22” or “5/17/2018”.
fn is_in_chain(line: Line<'_>, at: usize) -> bool {
    let joins = |mark: usize| {
        matches!(line.word(mark), "-" | "/" | ":")
            && line.glued(mark)
            && line.glued(mark + 1)
            && line.is_figure(mark + 1)
    };
    let (mut first, mut last) = (at, at);
    while last - first < 2 * FIGURES_OF_A_CODE && joins(last + 1) {
        last += 2;
    }
    while last - first < 2 * FIGURES_OF_A_CODE
        && first >= line.start + 2
        && line.is_figure(first - 2)
        && joins(first - 1)
    {
        first -= 2;
    }
    (last - first) / 2 + 1 >= FIGURES_OF_A_CODE
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
