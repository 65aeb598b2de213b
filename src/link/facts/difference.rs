//! How far two values of one kind are apart, as far as it tells whether both can be readings of one fact.

use rust_decimal::prelude::ToPrimitive;

use crate::extract::{Amount, Decimal, Value, timex};

/// Values closer than this part of the larger may be one value, rounded.
const CLOSE: f64 = 0.1;
/// Values further apart than this part of the larger are hardly accounts of one thing.
const HALF: f64 = 0.5;
/// Accounts of one thing that are further apart than sevenfold (as a part of the larger) differ by a slip, or are accounts
/// of two things.
const SEVENFOLD: f64 = 0.855;
/// Counts of one noun from here on are mostly of one thing: there are hardly two crowds of it in one story.
const LARGE: Decimal = Decimal::ONE_HUNDRED;

/// Whether two unequal values can be readings of one fact: same unit, or the same figure in another currency.
pub fn may_differ(a: &Value, b: &Value) -> bool {
    if let (Some(ours), Some(theirs)) = (a.amount(), b.amount())
        && apart(ours, theirs) > SEVENFOLD
    {
        // A slip of “million” for “billion” keeps the digits, and a single digit is the same by chance.
        return same_digits(a, b) && (matches!(a, Value::Money { .. }) || digits(ours).len() > 1);
    }
    match (a, b) {
        (Value::Money { amount: a, currency: ours }, Value::Money { amount: b, currency: theirs }) => {
            ours == theirs || (a.number == b.number && a.upper == b.upper)
        }
        (Value::Quantity { unit: ours, .. }, Value::Quantity { unit: theirs, .. }) => ours == theirs,
        // What is told more and less closely may be one time; so may two days, but not a day and a month.
        (Value::Date { timex: a }, Value::Date { timex: b }) => {
            // Whether a weekday is a day of a month of some year nobody can tell.
            let is_weekday = |timex: &str| timex.contains("WXX");
            match timex::compatible(a, b) {
                Some(true) => true,
                None if is_weekday(a) != is_weekday(b) => false,
                _ => a.split('-').count() == b.split('-').count(),
            }
        }
        (Value::Ordinal { .. }, Value::Number { .. }) | (Value::Number { .. }, Value::Ordinal { .. }) => false,
        _ => true,
    }
}

/// Whether two values are one figure in two currencies or units.
pub fn is_same_figure(a: &Value, b: &Value) -> bool {
    a.amount().zip(b.amount()).is_some_and(|(a, b)| a.number == b.number && a.upper == b.upper)
}

/// Whether two values are so close that one may be the other, rounded, or the same figure in another currency.
pub fn are_close(a: &Value, b: &Value) -> bool {
    if let (Value::Date { timex: a }, Value::Date { timex: b }) = (a, b) {
        return timex::compatible(a, b) == Some(true);
    }
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    apart(a, b) <= CLOSE
}

/// Whether two dates lie in different years.
pub fn are_of_other_years(a: &Value, b: &Value) -> bool {
    let (Value::Date { timex: a }, Value::Date { timex: b }) = (a, b) else { return false };
    let Some(((a, a_end), (b, b_end))) = timex::interval(a).zip(timex::interval(b)) else { return false };
    a_end.year() < b.year() || b_end.year() < a.year()
}

/// Whether one value is more than twice the other.
pub fn are_far(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Duration { timex: a, .. }, Value::Duration { timex: b, .. }) => {
            match (timex::seconds(a), timex::seconds(b)) {
                (Some((low, _)), Some((other, _))) => low.min(other) * Decimal::TWO < low.max(other),
                _ => false,
            }
        }
        _ => a.amount().zip(b.amount()).is_some_and(|(a, b)| apart(a, b) > HALF),
    }
}

/// Whether both are counts of many.
pub fn are_large(a: &Value, b: &Value) -> bool {
    let is_large = |value: &Value| value.amount().is_some_and(|amount| amount.number >= LARGE);
    is_large(a) && is_large(b)
}

/// Whether two figures are the same but for “thousand”, “million” or “billion”: 1.5 million and 1.5 billion. One digit is the
/// same by chance.
pub fn is_scaled(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    let (small, large) = if a.number <= b.number { (a.number, b.number) } else { (b.number, a.number) };
    let thousand = Decimal::ONE_THOUSAND;
    digits(a).len() > 1 && [thousand, thousand * thousand].iter().any(|scale| small.checked_mul(*scale) == Some(large))
}

/// Whether two figures are the same but for zeros at the end.
pub fn same_digits(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    digits(a) == digits(b)
}

/// The significant digits of an amount.
pub fn digits(amount: &Amount) -> String {
    amount.number.normalize().mantissa().to_string().trim_end_matches('0').to_owned()
}

/// The distance of two amounts as a part of the larger.
fn apart(a: &Amount, b: &Amount) -> f64 {
    let (a, b) = (a.number.to_f64().unwrap_or_default(), b.number.to_f64().unwrap_or_default());
    let larger = a.abs().max(b.abs());
    if larger > 0.0 { (a - b).abs() / larger } else { 0.0 }
}
