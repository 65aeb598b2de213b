//! When two values are equal whatever their wording, and how much it tells that they are.

use crate::extract::{Amount, Decimal, Value};

/// The value in one form for all its wordings: equal keys mean equal values. `None` for names and quotations.
pub fn value_key(value: &Value) -> Option<String> {
    Some(match value {
        Value::Money { amount, currency } => format!("money {currency} {}", amount_key(amount)),
        Value::Percent { amount, points } => {
            format!("{} {}", if *points { "points" } else { "percent" }, amount_key(amount))
        }
        Value::Quantity { amount, unit } => format!("quantity {unit} {}", amount_key(amount)),
        Value::Number { amount, .. } => format!("number {}", amount_key(amount)),
        Value::Date { timex } => format!("date {}", day(timex)),
        Value::Duration { timex, .. } => format!("duration {timex}"),
        Value::Ordinal { number } => format!("ordinal {}", number.normalize()),
        Value::Quote(_) | Value::Name(_) => return None,
    })
}

/// The day of a date that is told with a time of day: “Wednesday evening” and “late on Wednesday” are one day.
fn day(timex: &str) -> &str {
    let anchored = timex.starts_with(|first: char| first.is_ascii_digit() || first == 'X');
    timex.split('T').next().filter(|_| anchored).unwrap_or(timex)
}

fn amount_key(amount: &Amount) -> String {
    match amount.upper {
        Some(upper) => format!("{}-{}", amount.number.normalize(), upper.normalize()),
        None => amount.number.normalize().to_string(),
    }
}

/// How little chance it leaves that two articles tell equal values of different things, 0 to 1: “two” says nearly
/// nothing, “9,241” nearly all.
pub fn specificity(value: &Value) -> f64 {
    /// So many significant digits tell all by themselves.
    const ENOUGH_DIGITS: f64 = 3.5;
    /// Much is called first or second; a fifth place is hardly told of two things.
    const FIRST: f64 = 0.1;
    const RANK: f64 = 0.3;
    let (amount, own) = match value {
        // A currency or unit narrows down what the figure can be about; a share has few values to take.
        Value::Money { amount, .. } => (amount, 0.35),
        Value::Quantity { amount, .. } => (amount, 0.3),
        Value::Percent { amount, .. } => (amount, 0.15),
        Value::Number { amount, .. } => (amount, 0.0),
        Value::Date { timex } => return date_specificity(timex),
        Value::Duration { timex, .. } => {
            let digits = timex.bytes().filter(u8::is_ascii_digit).count();
            return (0.2 + 0.2 * digits as f64).min(0.8);
        }
        Value::Ordinal { number } => return if *number > Decimal::TWO { RANK } else { FIRST },
        Value::Quote(_) | Value::Name(_) => return 0.0,
    };
    let ends = 1.0 + f64::from(u8::from(amount.upper.is_some()));
    (own + ends * f64::from(significant_digits(amount.number)) / ENOUGH_DIGITS - 0.1).clamp(0.0, 1.0)
}

fn significant_digits(number: Decimal) -> u32 {
    let digits = number.normalize().mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len().max(1) as u32
}

/// A full date tells most, a year or a weekday little: both come up for many things in one story.
fn date_specificity(timex: &str) -> f64 {
    const FULL_DATE: f64 = 0.9;
    const CLOCK: f64 = 0.8;
    const MONTH: f64 = 0.6;
    const OTHER: f64 = 0.35;
    if timex.contains('T') && timex.contains(':') {
        CLOCK
    } else if timex.contains("-WXX") || timex.contains("_REF") {
        OTHER
    } else {
        match timex.split('-').count() {
            3 => FULL_DATE,
            2 => MONTH,
            _ => OTHER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Hedge;

    fn count(number: &str) -> Value {
        let amount =
            Amount { number: number.parse().unwrap(), upper: None, hedge: Hedge::Exact, precision: Decimal::ONE };
        Value::Number { amount, of: None }
    }

    #[test]
    fn zeros_after_the_point_do_not_matter() {
        assert_eq!(value_key(&count("3.50")), value_key(&count("3.5")));
        assert_ne!(value_key(&count("35")), value_key(&count("3.5")));
    }

    #[test]
    fn odd_figures_tell_more_than_round_ones() {
        assert!(specificity(&count("9241")) > specificity(&count("9000")) + 0.3);
        assert!(specificity(&count("2")) < 0.25);
    }
}
