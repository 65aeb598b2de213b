//! TIMEX3 values: how they are written, and how two of them are compared on one time line.
//!
//! A value says what the words say and no more: `XXXX-02-24` for “Feb. 24” where the year is unknown. So two values are
//! compared by what both of them tell.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

mod ranges;

use super::Decimal;
use super::calendar::Unit;
pub(super) use ranges::{parts as range_parts, range, stretch};

/// The value of a stretch of time made of several counts, longest unit first: `P1Y6M`; `None` for none or too much.
pub(super) fn duration(counts: &[(Decimal, Unit)]) -> Option<String> {
    let (mut days, mut clock) = (String::new(), String::new());
    for &(count, unit) in counts {
        let amount = unit.amount(count)?.normalize();
        let part = if unit.is_of_the_clock() { &mut clock } else { &mut days };
        part.push_str(&amount.to_string());
        part.push_str(unit.counted().1);
    }
    match (days.is_empty(), clock.is_empty()) {
        (true, true) => None,
        (_, true) => Some(format!("P{days}")),
        _ => Some(format!("P{days}T{clock}")),
    }
}

/// The value of an untold number of a unit, as in “several months”: `PXM`.
pub(super) fn vague_duration(unit: Unit) -> String {
    let time = if unit.is_of_the_clock() { "T" } else { "" };
    format!("P{time}X{}", unit.counted().1)
}

/// The value of the period of `unit` in which `day` lies; `None` for parts of a day
/// and before the year 1.
pub(super) fn period(day: Date, unit: Unit) -> Option<String> {
    let (year, month) = (day.year(), day.month());
    if year < 1 {
        return None; // TIMEX3 has other values for years before our era
    }
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => day.to_string(),
        Unit::Week | Unit::Fortnight => {
            let week = day.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        Unit::Month => format!("{year:04}-{month:02}"),
        Unit::Quarter => format!("{year:04}-Q{}", (month + 2) / 3),
        Unit::Year => format!("{year:04}"),
        Unit::Decade => format!("{:03}", year / 10),
        Unit::Century => format!("{:02}", year / 100),
    })
}

/// The value of some period of `unit`, nobody can tell which; `None` for parts of a day.
pub(super) fn unknown_period(unit: Unit) -> Option<&'static str> {
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    })
}

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

/// Whether two date values can name one time, one perhaps more closely than the other: “Monday” and 2025-02-24,
/// 2025 and 2025-02, 20:41 and the evening. `None` where they do not tell enough to say.
///
/// ```
/// use variorum::extract::timex::compatible;
///
/// assert_eq!(compatible("XXXX-WXX-1", "2025-02-24"), Some(true));
/// assert_eq!(compatible("XXXX-WXX-2", "2025-02-24"), Some(false));
/// assert_eq!(compatible("XXXX", "2025-02-24"), None);
/// ```
pub fn compatible(a: &str, b: &str) -> Option<bool> {
    let (first, second) = (Told::of(a), Told::of(b));
    let mut shared = false;
    let mut apart = false;
    for (one, other) in first.fields().into_iter().zip(second.fields()) {
        if let (Some(one), Some(other)) = (one, other) {
            shared = true;
            apart |= one != other;
        }
    }
    if let (Some((a_first, a_last)), Some((b_first, b_last))) = (interval(a), interval(b)) {
        shared = true;
        apart |= a_last < b_first || b_last < a_first;
    }
    shared.then_some(!apart)
}

/// The fields of a date value that are told, one day's or one month's taken from an anchored value.
#[derive(Default)]
struct Told {
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<i8>,
    quarter: Option<i8>,
    hour: Option<i8>,
    minute: Option<i8>,
}

impl Told {
    fn of(timex: &str) -> Self {
        let mut told = Self::default();
        if let Some((first, last, _)) = ranges::parts(timex) {
            let (first, last) = (Self::of(first), Self::of(last));
            let month = if first.month == last.month { first.month } else { None };
            return Self { month, ..told };
        }
        let (day, time) = timex.split_once('T').map_or((timex, None), |(day, time)| (day, Some(time)));
        if let Some((first, last)) = interval(day) {
            if first == last {
                told.day = Some(first.day());
                told.weekday = Some(first.weekday().to_monday_one_offset());
            }
            if (first.year(), first.month()) == (last.year(), last.month()) {
                told.month = Some(first.month());
            }
        } else {
            let mut parts = day.split('-').skip(1);
            match (parts.next(), parts.next()) {
                (Some("WXX"), weekday) => told.weekday = weekday.and_then(|weekday| weekday.parse().ok()),
                (Some(month), day) => {
                    told.month = month.parse().ok();
                    told.day = day.and_then(|day| day.parse().ok());
                    // The quarters of a fiscal year are nobody else's.
                    if !timex.starts_with("FY") {
                        told.quarter = month.strip_prefix('Q').and_then(|quarter| quarter.parse().ok());
                    }
                }
                _ => {}
            }
        }
        if told.quarter.is_none()
            && let Some(month) = told.month
        {
            told.quarter = Some((month + 2) / 3);
        }
        if let Some(time) = time {
            let mut parts = time.trim_end_matches('Z').split(':');
            told.hour = parts.next().and_then(|hour| hour.parse().ok());
            told.minute = parts.next().and_then(|minute| minute.parse().ok());
        }
        told
    }

    const fn fields(&self) -> [Option<i8>; 6] {
        [self.month, self.day, self.weekday, self.quarter, self.hour, self.minute]
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn days(timex: &str, expected: Option<(&str, &str)>) {
        let found = interval(timex).map(|(first, last)| (first.to_string(), last.to_string()));
        assert_eq!(found.as_ref().map(|(first, last)| (first.as_str(), last.as_str())), expected, "{timex}");
    }

    #[test]
    fn anchored_values_have_a_first_and_last_day() {
        days("2024-02", Some(("2024-02-01", "2024-02-29")));
        days("2024-02-29TMO", Some(("2024-02-29", "2024-02-29")));
        days("199", Some(("1990-01-01", "1999-12-31")));
        days("2024-WI", Some(("2024-12-01", "2025-02-28")));
        days("2025-W09", Some(("2025-02-24", "2025-03-02")));
        days("2025-W09-WE", Some(("2025-03-01", "2025-03-02")));
        days("(2012-01-01,2013-01-01,P1Y)", Some(("2012-01-01", "2013-12-31")));
        days("2024-02-W05", Some(("2024-02-29", "2024-02-29")));
    }

    #[test]
    fn other_values_have_none() {
        for timex in [
            "XXXX-02-24",
            "T20:41",
            "PAST_REF",
            "FY2025",
            "2023-02-29",
            "2024-Q5",
            "",
            "-",
            "(2013-01-01,2012-01-01,P1Y)",
            "2013-01-W06",
            "2013-01-W0",
            "(,)",
            "２０２４",
            "2024-é",
        ] {
            days(timex, None);
        }
    }

    #[test]
    fn values_are_compared_by_what_both_tell() {
        for (a, b, expected) in [
            ("2025", "2025-02-24", Some(true)),
            ("2025", "2024-Q4", Some(false)),
            ("XXXX-07", "2017-07-21", Some(true)),
            ("XXXX-07-21", "2017-07", Some(true)),
            ("XXXX-08", "2017-07-21", Some(false)),
            ("XXXX-Q3", "XXXX-07", Some(true)),
            ("XXXX-Q4", "2017-07", Some(false)),
            ("FYXXXX-Q3", "2024-Q4", None),
            ("T20:41", "2013-07-24T20:42", Some(false)),
            ("T20", "T20:42", Some(true)),
            ("XXXX-XX-XX", "2013-07-24", None),
            ("XXXX-WXX-7TMO", "XXXX-WXX-7", Some(true)),
        ] {
            assert_eq!(compatible(a, b), expected, "{a} {b}");
            assert_eq!(compatible(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn lengths_count_every_part() {
        assert_eq!(seconds("P1Y6M"), seconds("P18M"));
        assert_eq!(seconds("P1W"), seconds("P7D"));
        assert_eq!(seconds("P2W/P3W"), Some((Decimal::from(1_209_600), Decimal::from(1_814_400))));
        for timex in ["PXM", "P", "P3", "2024", "PT", "P99999999999999999999999999999Y"] {
            assert_eq!(seconds(timex), None, "{timex}");
        }
    }

    #[test]
    fn counts_are_written_without_needless_zeros() {
        assert_eq!(duration(&[("2.50".parse().unwrap(), Unit::Year)]).as_deref(), Some("P2.5Y"));
        assert_eq!(duration(&[(Decimal::TWO, Unit::Decade)]).as_deref(), Some("P20Y"));
        assert_eq!(duration(&[(Decimal::ONE, Unit::Hour), (Decimal::TEN, Unit::Minute)]).as_deref(), Some("PT1H10M"));
        assert_eq!(vague_duration(Unit::Hour), "PTXH");
    }
}
