//! Which days a date value names.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::ranges;

/// The first and last day of what a date value names, where it is anchored on the time line. Times of day are left
/// out. Seasons are those of the north; a winter begins in the December of its year.
///
/// ```
/// use variorum::extract::timex::interval;
///
/// let (first, last) = interval("2024-Q4").unwrap();
/// assert_eq!((first.to_string().as_str(), last.to_string().as_str()), ("2024-10-01", "2024-12-31"));
/// assert_eq!(interval("XXXX-WXX-1"), None);
/// ```
pub fn interval(timex: &str) -> Option<(Date, Date)> {
    if timex.starts_with('(') {
        return ranges::days(timex);
    }
    let day = timex.split('T').next().unwrap_or(timex);
    let mut parts = day.split('-');
    let year = parts.next()?;
    if year.is_empty() || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i16 = year.parse().ok()?;
    let years = |from: i16, to: i16| Some((Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?));
    match (year.len(), parts.next(), parts.next()) {
        (2, None, None) => years(number.checked_mul(100)?, number.checked_mul(100)?.checked_add(99)?),
        (3, None, None) => years(number.checked_mul(10)?, number.checked_mul(10)?.checked_add(9)?),
        (4, None, None) => years(number, number),
        (4, Some(inner), last) => inside(number, inner, last),
        _ => None,
    }
}

/// The days that `inner` and `last` name in `year`: (`02`, `24`), (`Q3`, –), (`W08`, `1`).
fn inside(year: i16, inner: &str, last: Option<&str>) -> Option<(Date, Date)> {
    let months = |from: i8, count: i8| {
        let first = Date::new(year, from, 1).ok()?;
        let (end_year, end) =
            if from + count > 13 { (year.checked_add(1)?, from + count - 13) } else { (year, from + count - 1) };
        Some((first, Date::new(end_year, end, 1).ok()?.last_of_month()))
    };
    match (inner, last) {
        ("SP", None) => return months(3, 3),
        ("SU", None) => return months(6, 3),
        ("FA", None) => return months(9, 3),
        ("WI", None) => return months(12, 3),
        ("H1", None) => return months(1, 6),
        ("H2", None) => return months(7, 6),
        ("Q1" | "Q2" | "Q3" | "Q4", None) => {
            let quarter: i8 = inner[1..].parse().ok()?;
            return months(3 * quarter - 2, 3);
        }
        _ => {}
    }
    if let Some(week) = inner.strip_prefix('W') {
        let week: i8 = week.parse().ok()?;
        let day = |number: i8| {
            let weekday = Weekday::from_monday_one_offset(number).ok()?;
            Some(ISOWeekDate::new(year, week, weekday).ok()?.date())
        };
        return match last {
            None => Some((day(1)?, day(7)?)),
            Some("WE") => Some((day(6)?, day(7)?)),
            Some(number) => day(number.parse().ok()?).map(|day| (day, day)),
        };
    }
    let month: i8 = inner.parse().ok().filter(|month| (1..=12).contains(month))?;
    match last {
        None => months(month, 1),
        Some(week) if week.starts_with('W') => {
            let (first, end) = months(month, 1)?;
            let number: i64 = week.get(1..)?.parse().ok().filter(|number| (1..=5).contains(number))?;
            let from = first.checked_add((7 * (number - 1)).days()).ok()?;
            let to = from.checked_add(6.days()).ok()?;
            (from <= end).then_some((from, to.min(end)))
        }
        Some(day) => Date::new(year, month, day.parse().ok()?).ok().map(|day| (day, day)),
    }
}
