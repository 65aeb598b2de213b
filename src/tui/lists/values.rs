//! What a value is, in one form for all its wordings, for the eye: `EUR 2.4 million`, `2025-02-22`, `3 years`.

use crate::extract::{Amount, Decimal, Hedge, Value};
use crate::report;

/// The value in its normal form; `None` where the words say all there is.
pub fn normal(value: &Value) -> Option<String> {
    Some(match value {
        Value::Money { amount, currency } => format!("{currency} {}", figure(amount)),
        Value::Percent { amount, points: false } => format!("{} %", figure(amount)),
        Value::Percent { amount, points: true } => format!("{} points", figure(amount)),
        Value::Quantity { amount, unit } => format!("{} {unit}", figure(amount)),
        Value::Number { amount, .. } => figure(amount),
        Value::Ordinal { number } => format!("no. {}", number.normalize()),
        // What a date leaves open is not told any better by the signs for it.
        Value::Date { timex } => (!timex.contains(['X', '_'])).then(|| timex.clone())?,
        Value::Duration { .. } => report::worded(value)?.trim_start_matches(sign(value)).to_owned(),
        Value::Quote(_) | Value::Name(_) => return None,
    })
}

/// The sign for how exactly a value is told; empty when it is told exactly.
pub const fn sign(value: &Value) -> &'static str {
    let hedge = match value {
        Value::Duration { hedge, .. } => *hedge,
        value => match value.amount() {
            Some(amount) => amount.hedge,
            None => Hedge::Exact,
        },
    };
    report::sign(hedge)
}

/// Whether `words` have the digits of `normal`, and so need no normal form beside them.
pub fn shows(words: &str, normal: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(words) == digits(normal)
}

fn figure(amount: &Amount) -> String {
    match amount.upper {
        Some(upper) => format!("{}–{}", number(amount.number), number(upper)),
        None => number(amount.number),
    }
}

/// Large numbers by the word for their size where that is shorter, others digit by digit.
fn number(number: Decimal) -> String {
    const SIZES: [(i64, &str); 3] =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
    /// With more digits after the point the word is no shorter.
    const MOST_PLACES: u32 = 3;
    for (size, word) in SIZES {
        let scaled = number.checked_div(size.into()).map(|scaled| scaled.normalize());
        if let Some(scaled) = scaled.filter(|scaled| scaled.abs() >= Decimal::ONE && scaled.scale() <= MOST_PLACES) {
            return format!("{scaled} {word}");
        }
    }
    report::grouped(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(number: &str, upper: Option<&str>, hedge: Hedge) -> Amount {
        let decimal = |written: &str| written.parse::<Decimal>().unwrap();
        Amount { number: decimal(number), upper: upper.map(decimal), hedge, precision: Decimal::ONE }
    }

    fn exact(number: &str) -> Amount {
        amount(number, None, Hedge::Exact)
    }

    #[test]
    fn each_kind_has_a_form_that_can_be_read() {
        let check = |value: Value, expected: &str| assert_eq!(normal(&value).unwrap_or_default(), expected);
        check(Value::Money { amount: exact("2400000"), currency: "EUR" }, "EUR 2.4 million");
        check(Value::Money { amount: exact("1234567"), currency: "USD" }, "USD 1,234,567");
        check(Value::Percent { amount: exact("12.50"), points: false }, "12.5 %");
        check(Value::Number { amount: amount("10", Some("1200"), Hedge::Exact), of: None }, "10–1200");
        check(Value::Number { amount: exact("-1500.25"), of: None }, "-1500.25");
        check(Value::Date { timex: "2025-02-22".into() }, "2025-02-22");
        check(Value::Date { timex: "XXXX-WXX-1".into() }, "");
        check(Value::Duration { timex: "P1W".into(), hedge: Hedge::Exact }, "1 week");
        check(Value::Duration { timex: "PT90M".into(), hedge: Hedge::Exact }, "90 minutes");
        check(Value::Duration { timex: "PXY".into(), hedge: Hedge::Exact }, "");
        check(Value::Duration { timex: "P".into(), hedge: Hedge::Exact }, "");
    }

    #[test]
    fn a_hedge_has_its_sign() {
        assert_eq!(sign(&Value::Number { amount: amount("40", None, Hedge::AtLeast), of: None }), "≥ ");
        assert_eq!(sign(&Value::Number { amount: exact("40"), of: None }), "");
        assert_eq!(sign(&Value::Duration { timex: "P3Y".into(), hedge: Hedge::About }), "≈ ");
    }

    #[test]
    fn words_with_the_same_digits_need_no_normal_form() {
        assert!(shows("€2.4m", "EUR 2.4 million"));
        assert!(!shows("fourteen", "14"));
        assert!(!shows("Saturday", "2025-02-22"));
    }
}
