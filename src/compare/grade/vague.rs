//! Numbers told by a word alone: “dozens”, “hundreds”, “a few thousand”. Their value is a lower bound; here is how far
//! such a word reaches in ordinary use.

use super::interval::Interval;
use crate::extract::{Decimal, Hedge, Mention};
use crate::segment::{Document, WordKind};

/// The words that leave the number open, folded.
const OPEN: [&str; 11] = [
    "tens",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "trillions",
    "few",
    "several",
    "many",
];

/// What a mention told by such a word reaches from and to: “hundreds” are two hundred and more, but nobody calls a
/// thousand so. `None` for any other number.
pub fn reach(document: &Document, mention: &Mention) -> Option<Interval> {
    let amount = mention.value.amount().filter(|amount| amount.hedge == Hedge::AtLeast && amount.upper.is_none())?;
    let mut words = mention.words.clone();
    let is_open = words.clone().any(|word| OPEN.contains(&document.folded(word)));
    let has_figures = words.any(|word| document.words.get(word).is_some_and(|word| word.kind == WordKind::Figure));
    (is_open && !has_figures).then(|| Interval {
        low: amount.number.checked_mul(Decimal::TWO),
        high: amount.number.checked_mul(Decimal::TEN),
    })
}
