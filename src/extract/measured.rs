//! An amount with its unit, whatever the unit: what money, percent and quantities share. Two that are told as one range
//! (“$10 to $12”) become one.

use std::ops::Range;

use super::line::Line;
use super::numerals::are_range;
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
        if let Some(last) = joined.last_mut()
            && last.unit == next.unit
            && last.amount.upper.is_none()
            && next.amount.upper.is_none()
            && let line = Line::around(document, last.words.start)
            && are_range(line, &last.words, last.amount.number, next.words.start, next.amount.number)
        {
            last.amount.upper = Some(next.amount.number);
            last.words.end = next.words.end;
        } else {
            joined.push(next);
        }
    }
    joined
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
