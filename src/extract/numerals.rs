//! Numbers as written, in figures and words: what money, percent, quantities, durations and counts are made of.

use std::ops::Range;

use super::Amount;
use crate::segment::Document;

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
pub fn numerals(document: &Document) -> Vec<Numeral> {
    let _ = document;
    Vec::new()
}
