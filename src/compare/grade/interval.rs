//! What a reading can stand for: the stretch of numbers that its hedge, its range and its digits leave open.

use crate::extract::{Amount, Decimal, Hedge};

/// “About 1,500” can stand for what lies within this part of it (5 in 100), or within half of its last digit told.
const ABOUT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// A stretch of numbers, its ends included; `None` for no end on that side.
#[derive(Clone, Copy, Debug)]
pub struct Interval {
    /// The least number.
    pub low: Option<Decimal>,
    /// The greatest.
    pub high: Option<Decimal>,
}

impl Interval {
    /// One number alone.
    pub const fn exactly(number: Decimal) -> Self {
        Self { low: Some(number), high: Some(number) }
    }

    /// What an amount claims: its number or range, opened by its hedge.
    pub fn of(amount: &Amount) -> Self {
        let (low, high) = (amount.number, amount.upper.unwrap_or(amount.number));
        let spread = high.abs().checked_mul(ABOUT).unwrap_or_default().max(amount.precision / Decimal::TWO);
        match amount.hedge {
            Hedge::Exact => Self { low: Some(low), high: Some(high) },
            Hedge::About => Self { low: low.checked_sub(spread), high: high.checked_add(spread) },
            Hedge::AtLeast | Hedge::MoreThan => Self { low: Some(low), high: None },
            Hedge::AtMost | Hedge::LessThan => Self { low: None, high: Some(high) },
        }
    }

    /// What an amount claims, widened by what rounding to its last digit can have moved, but by no more than `most` of
    /// it.
    pub fn rounded(amount: &Amount, most: Option<Decimal>) -> Self {
        let claimed = Self::of(amount);
        let half = amount.precision / Decimal::TWO;
        let largest = most.and_then(|most| amount.number.abs().checked_mul(most));
        let slack = largest.map_or(half, |largest| half.min(largest));
        Self {
            low: claimed.low.and_then(|low| low.checked_sub(slack)),
            high: claimed.high.and_then(|high| high.checked_add(slack)),
        }
    }

    /// Whether the two have a number in common.
    pub fn meets(self, other: Self) -> bool {
        let ends_after = |end: Option<Decimal>, start: Option<Decimal>| match (end, start) {
            (Some(end), Some(start)) => end >= start,
            _ => true,
        };
        ends_after(self.high, other.low) && ends_after(other.high, self.low)
    }

    /// All products of a number of `self` and one of `other`, both above zero; `None` where they cannot be held.
    pub fn times(self, other: Self) -> Option<Self> {
        let product = |a: Option<Decimal>, b: Option<Decimal>| match (a, b) {
            (Some(a), Some(b)) => a.checked_mul(b).map(Some),
            _ => Some(None),
        };
        Some(Self { low: product(self.low, other.low)?, high: product(self.high, other.high)? })
    }

    /// All quotients of a number of `self` and one of `other`, both above zero; `None` where they cannot be held.
    pub fn over(self, other: Self) -> Option<Self> {
        let quotient = |a: Option<Decimal>, b: Option<Decimal>| match (a, b) {
            (Some(a), Some(b)) => a.checked_div(b).map(Some),
            _ => Some(None),
        };
        Some(Self { low: quotient(self.low, other.high)?, high: quotient(self.high, other.low)? })
    }
}
