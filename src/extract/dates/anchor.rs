//! Values of dates that leave something open, completed from the day the article was published.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::tense::Tense;
use crate::extract::calendar::Unit;
use crate::extract::timex;

/// `day` moved by so many of `unit`; `None` for parts of a day and beyond the calendar.
pub fn moved(day: Date, count: i64, unit: Unit) -> Option<Date> {
    let span = Span::new();
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => span.try_days(count),
        Unit::Week => span.try_weeks(count),
        Unit::Fortnight => span.try_weeks(count.checked_mul(2)?),
        Unit::Month => span.try_months(count),
        Unit::Quarter => span.try_months(count.checked_mul(3)?),
        Unit::Year => span.try_years(count),
        Unit::Decade => span.try_years(count.checked_mul(10)?),
        Unit::Century => span.try_years(count.checked_mul(100)?),
    };
    day.checked_add(span.ok()?).ok()
}

/// `day` moved by so many days from Monday to Friday; holidays differ from place to place and are counted.
pub fn moved_working(day: Date, count: i64) -> Option<Date> {
    const DAYS_A_WEEK: i64 = 5;
    let mut day = moved(day, count / DAYS_A_WEEK, Unit::Week)?;
    let mut left = count % DAYS_A_WEEK;
    while left != 0 {
        day = moved(day, left.signum(), Unit::Day)?;
        let works = day.weekday().to_monday_one_offset() <= 5;
        left -= if works { left.signum() } else { 0 };
    }
    Some(day)
}

/// The period of `unit` so many before (negative) or after the present one.
pub fn period(today: Option<Date>, count: i64, unit: Unit) -> Option<String> {
    let Some(today) = today else { return timex::unknown_period(unit).map(str::to_owned) };
    // From the first of the month no month is too short for the day.
    let from = if unit == Unit::Month || unit == Unit::Quarter { today.first_of_month() } else { today };
    timex::period(moved(from, count, unit)?, unit)
}

/// A day of the year: in the year that `tense` asks for, else in the nearest.
pub fn day_of_year(today: Option<Date>, month: i8, day: i8, tense: Option<Tense>) -> String {
    let open = format!("XXXX-{month:02}-{day:02}");
    let Some(today) = today else { return open };
    let in_year = |offset: i16| Date::new(today.year().checked_add(offset)?, month, day).ok();
    let candidates = [-1, 0, 1].into_iter().filter_map(in_year);
    let found = match tense {
        Some(Tense::Past) => candidates.filter(|date| *date <= today).max(),
        Some(Tense::Future) => candidates.filter(|date| *date >= today).min(),
        None => candidates.min_by_key(|date| days_between(*date, today)),
    };
    found.map_or(open, |date| date.to_string())
}

/// The day of the present month, or of that before or after it, as `tense` asks.
pub fn day_of_month(today: Option<Date>, day: i8, tense: Option<Tense>) -> String {
    let open = format!("XXXX-XX-{day:02}");
    let Some(today) = today else { return open };
    let months = match tense {
        Some(Tense::Future) => i64::from(day < today.day()),
        _ => -i64::from(day > today.day()),
    };
    let month = moved(today.first_of_month(), months, Unit::Month);
    let date = month.and_then(|first| Date::new(first.year(), first.month(), day).ok());
    date.map_or(open, |date| date.to_string())
}

/// A month: the last one of that name, or with a future tense the next; the present month counts as both.
pub fn month(today: Option<Date>, month: i8, tense: Option<Tense>) -> String {
    let Some(today) = today else { return format!("XXXX-{month:02}") };
    let offset = match tense {
        Some(Tense::Future) => i16::from(month < today.month()),
        _ => -i16::from(month > today.month()),
    };
    format!("{:04}-{month:02}", today.year().saturating_add(offset))
}

/// A weekday: the last one of that name, or with a future tense the next; today counts as both.
pub fn weekday(today: Option<Date>, number: i8, tense: Option<Tense>) -> String {
    let open = format!("XXXX-WXX-{number}");
    let Some(today) = today else { return open };
    let ahead = (number - today.weekday().to_monday_one_offset()).rem_euclid(7);
    let days = match tense {
        Some(Tense::Future) => ahead,
        _ if ahead == 0 => 0,
        _ => ahead - 7,
    };
    today.checked_add(i64::from(days).days()).map_or(open, |date| date.to_string())
}

/// The weekday in this week, for 0, or the next week, for 1: one that is still to come in this week is called by its
/// name alone. News says “next Monday” seldom, and towards the end of a week, where the Monday of the next week is the
/// next Monday, too; no case was found that asks for another reading. For −1 the last such day before today.
pub fn weekday_from(today: Option<Date>, number: i8, count: i64) -> String {
    let open = format!("XXXX-WXX-{number}");
    let (Some(today), Ok(weekday)) = (today, Weekday::from_monday_one_offset(number)) else { return open };
    let date = if count < 0 {
        today.nth_weekday(-1, weekday).ok()
    } else {
        let days = i64::from(number - today.weekday().to_monday_one_offset());
        moved(today, days + 7 * count.signum(), Unit::Day)
    };
    date.map_or(open, |date| date.to_string())
}

/// A quarter of the year: the last one that is over, or with a future tense the one under way or next.
pub fn quarter(today: Option<Date>, number: i8, tense: Option<Tense>) -> String {
    let Some(today) = today else { return format!("XXXX-Q{number}") };
    let present = (today.month() + 2) / 3;
    let offset = match tense {
        Some(Tense::Future) => i16::from(number < present),
        _ => -i16::from(number >= present),
    };
    format!("{:04}-Q{number}", today.year().saturating_add(offset))
}

/// Days between two dates, whichever comes first.
pub fn days_between(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days().abs())
}
