//! How far two values of one kind are apart, as far as it tells whether both can be readings of one fact.

use rust_decimal::prelude::ToPrimitive;

use crate::extract::{Amount, Decimal, Value, timex};
use crate::link::model::yes;

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

/// How far two figures look like one with “million” and “billion” exchanged, 0 to 1: 1.5 million and 1.5 billion. One digit
/// is sooner the same by chance, least so of sums of money like 40 million; of 1, 10 or 100 million it says nothing.
pub fn scaled(a: &Value, b: &Value) -> f64 {
    /// Two in three of what more digits say.
    const ONE_DIGIT: f64 = 0.6;
    let (Some(ours), Some(theirs)) = (a.amount(), b.amount()) else { return 0.0 };
    let (small, large) = if ours.number <= theirs.number { (ours, theirs) } else { (theirs, ours) };
    let thousand = Decimal::ONE_THOUSAND;
    let is_times = |scale: Decimal| small.number.checked_mul(scale) == Some(large.number);
    let digits = digits(ours);
    if digits.len() > 1 {
        return yes(is_times(thousand) || is_times(thousand * thousand));
    }
    let is_sum = matches!(a, Value::Money { .. }) && small.number >= thousand * thousand && is_times(thousand);
    let has_zeros = small.number.normalize().to_string().len() % 3 != 1; // 40 and 400, not 4
    if is_sum && has_zeros && digits != "1" { ONE_DIGIT } else { 0.0 }
}

/// The day that a date tells, its time of day aside; a weekday is one.
pub fn day(value: &Value) -> Option<&str> {
    let Value::Date { timex } = value else { return None };
    let day = timex.split('T').next().filter(|day| !day.is_empty())?;
    (day.split('-').count() == 3 && !day.contains('/')).then_some(day)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::mentions;
    use crate::segment::segment;

    fn values(texts: [&str; 2]) -> [Value; 2] {
        texts.map(|text| mentions(&segment(text.into()), None).remove(0).value)
    }

    #[test]
    fn a_million_for_a_billion_keeps_the_digits() {
        let scaled = |a, b| {
            let [a, b] = values([a, b]);
            scaled(&a, &b)
        };
        assert!(scaled("$1.7 billion", "$1.7 million") > scaled("$40 billion", "$40m"));
        assert!(scaled("$40 billion", "$40m") > 0.0);
        for [a, b] in [["$4 billion", "$4 million"], ["$100 billion", "$100 million"], ["$40 billion", "$40,000"]] {
            assert!(scaled(a, b).abs() < 1e-9, "{a} / {b}");
        }
    }

    #[test]
    fn a_day_is_one_whatever_the_hour() {
        let [friday, morning] = values(["on Friday", "on Friday morning"]);
        assert!(day(&friday).is_some() && day(&friday) == day(&morning));
        let [month, year] = values(["in May 2015", "in 2015"]);
        assert!(day(&month).is_none() && day(&year).is_none());
    }
}
