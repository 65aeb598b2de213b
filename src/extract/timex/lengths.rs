//! How long a duration value is.

use crate::extract::Decimal;

/// The length of a duration value in seconds, its lower and upper end: equal, unless it is a range (`P2W/P3W`). Months
/// and years have their mean length. `None` for an untold number (`PXM`).
///
/// ```
/// use variorum::extract::timex::seconds;
///
/// assert_eq!(seconds("P1Y"), seconds("P12M"));
/// assert_eq!(seconds("PT1H30M").unwrap().0.to_string(), "5400");
/// ```
pub fn seconds(timex: &str) -> Option<(Decimal, Decimal)> {
    match timex.split_once('/') {
        Some((low, high)) => Some((length(low)?, length(high)?)),
        None => length(timex).map(|length| (length, length)),
    }
}

/// Seconds of a mean Gregorian year: 365.2425 days.
const YEAR_SECONDS: i64 = 31_556_952;

fn length(timex: &str) -> Option<Decimal> {
    let told = timex.strip_prefix('P')?;
    let mut total = Decimal::ZERO;
    let mut in_clock = false;
    let mut digits = String::new();
    for character in told.chars() {
        let unit = match character {
            '0'..='9' | '.' => {
                digits.push(character);
                continue;
            }
            'T' => {
                in_clock = true;
                continue;
            }
            'Y' => YEAR_SECONDS,
            'M' if in_clock => 60,
            'M' => YEAR_SECONDS / 12,
            'W' => 604_800,
            'D' => 86_400,
            'H' => 3_600,
            'S' => 1,
            _ => return None,
        };
        let count: Decimal = digits.parse().ok()?;
        digits.clear();
        total = total.checked_add(count.checked_mul(Decimal::from(unit))?)?;
    }
    (digits.is_empty() && total > Decimal::ZERO).then_some(total)
}
