//! A total against its parts: who tells “600 people in January” and “200 in June” agrees with “800 in both months”.

use crate::extract::{Decimal, Mention, Value};

/// The parts of a total are told within so many sentences.
const BESIDE_SENTENCES: usize = 3;
/// Smaller counts make up any other by chance.
const LEAST_PART: Decimal = Decimal::TEN;

/// Whether `part` and another count beside it, of the same article's `mentions`, make up `total` exactly.
pub fn make_up(total: &Value, mentions: &[Mention], part: &Mention) -> bool {
    let (Value::Number { amount: whole, .. }, Value::Number { amount, .. }) = (total, &part.value) else {
        return false;
    };
    let Some(rest) = whole.number.checked_sub(amount.number) else { return false };
    let near = |other: &&Mention| other.sentence.abs_diff(part.sentence) <= BESIDE_SENTENCES;
    let is_rest = |other: &Mention| matches!(&other.value, Value::Number { amount, .. } if amount.number == rest);
    rest >= LEAST_PART && amount.number >= LEAST_PART && mentions.iter().filter(near).any(is_rest)
}
