//! Ranges of dates and of times, written as extended TIMEX has them: `(2016-12-04,2016-12-23,P19D)` is where the first
//! end begins, where the last begins, and what lies between. The unit of the length tells how closely the ends are told:
//! `(2014-01-01,2018-01-01,P4Y)` runs from some time in 2014 to some time in 2018.

use jiff::civil::Date;

use super::interval;

/// The value of the range from `first` to `last`, two values of dates or of times; `None` where they cannot be the ends
/// of one, or the last comes before the first.
pub(in crate::extract) fn range(first: &str, last: &str) -> Option<String> {
    if let (Some((day, from)), Some((last_day, to))) = (first.split_once('T'), last.split_once('T')) {
        let days = match (day, last_day) {
            (a, b) if a == b => 0,
            (a, b) => days_between(a, b)?,
        };
        let minutes = days.checked_mul(MINUTES_OF_A_DAY)?.checked_add(minute_of_day(to)? - minute_of_day(from)?)?;
        // “from 10 p.m. to 2 a.m.” ends on the next day.
        let minutes = if minutes <= 0 && day.is_empty() { minutes + MINUTES_OF_A_DAY } else { minutes };
        return (minutes > 0).then(|| format!("({first},{last},PT{})", hours_and_minutes(minutes)));
    }
    if let (Some(from), Some(to)) = (first.strip_prefix("XXXX-WXX-"), last.strip_prefix("XXXX-WXX-")) {
        let days = (to.parse::<i8>().ok()?.checked_sub(from.parse().ok()?)?).rem_euclid(7);
        return (days > 0).then(|| format!("({first},{last},P{days}D)"));
    }
    let (from, to) = (beginning(first)?, beginning(last)?);
    let (first_day, last_day) = in_one_year(&from, &to)?;
    let months = i64::from(last_day.year() - first_day.year()) * 12 + i64::from(last_day.month() - first_day.month());
    let length = match (grain(first), grain(last)) {
        (Grain::Year, Grain::Year) => format!("{}Y", months / 12),
        (Grain::Day, _) | (_, Grain::Day) => format!("{}D", first_day.until(last_day).ok()?.get_days()),
        _ => format!("{months}M"),
    };
    (first_day < last_day).then(|| format!("({from},{to},P{length})"))
}

/// The value of the range from the day `first` on until before the day `end`, told in so many of a unit: `P4M`.
pub(in crate::extract) fn stretch(first: Date, end: Date, length: &str) -> String {
    format!("({first},{end},{length})")
}

/// The value of the range from the day `first` on until before the day `end`, told in months where both begin one.
pub(in crate::extract) fn range_of_days(first: Date, end: Date) -> Option<String> {
    if first >= end {
        return None;
    }
    let months = i64::from(end.year() - first.year()) * 12 + i64::from(end.month() - first.month());
    let length = match (first.day(), end.day()) {
        (1, 1) => format!("P{months}M"),
        _ => format!("P{}D", first.until(end).ok()?.get_days()),
    };
    Some(stretch(first, end, &length))
}

/// The three parts of a range: its ends and its length.
pub(in crate::extract) fn parts(timex: &str) -> Option<(&str, &str, &str)> {
    let mut parts = timex.strip_prefix('(')?.strip_suffix(')')?.split(',');
    let found = (parts.next()?, parts.next()?, parts.next()?);
    parts.next().is_none().then_some(found)
}

/// The first and last day of an anchored range: the last is the end of the year or month where no day is told.
pub(super) fn days(timex: &str) -> Option<(Date, Date)> {
    let (first, last, length) = parts(timex)?;
    let (first, last) = (interval(first)?.0, interval(last)?.1);
    let last = match length.bytes().last() {
        Some(b'Y') => last.last_of_year(),
        Some(b'M') if !length.contains('T') => last.last_of_month(),
        _ => last,
    };
    (first <= last).then_some((first, last))
}

const MINUTES_OF_A_DAY: i64 = 24 * 60;

/// How closely a date is told.
#[derive(Clone, Copy, PartialEq)]
enum Grain {
    Year,
    Month,
    Day,
}

fn grain(timex: &str) -> Grain {
    match timex.split('-').count() {
        1 => Grain::Year,
        2 if !timex.contains("-W") => Grain::Month,
        _ => Grain::Day,
    }
}

/// The day on which a date begins: `2014-01-01` for `2014`, `XXXX-05-01` for `XXXX-05`.
fn beginning(timex: &str) -> Option<String> {
    let day = timex.split('T').next().filter(|day| !day.is_empty())?;
    if day.starts_with("XXXX-W") || day.starts_with("XXXX-XX") {
        return None;
    }
    match day.strip_prefix("XXXX-") {
        Some(rest) if rest.len() == 5 => Some(day.to_owned()),
        Some(_) => Some(format!("XXXX{}", interval(&day.replacen("XXXX", "2001", 1))?.0.to_string().get(4..)?)),
        None => Some(interval(day)?.0.to_string()),
    }
}

/// Two days as dates; where the year of one is not told, in the year of the other or the next.
fn in_one_year(first: &str, last: &str) -> Option<(Date, Date)> {
    let year = [first, last].iter().find_map(|day| day.get(..4)?.parse::<i16>().ok());
    // 2001 is no leap year, as most are none.
    let year = year.unwrap_or(if first.ends_with("-02-29") || last.ends_with("-02-29") { 2000 } else { 2001 });
    let date = |day: &str, year: i16| day.replacen("XXXX", &format!("{year:04}"), 1).parse::<Date>().ok();
    let (from, to) = (date(first, year)?, date(last, year)?);
    match (from > to, last.starts_with("XXXX"), first.starts_with("XXXX")) {
        (true, true, _) => Some((from, date(last, year.checked_add(1)?)?)),
        (true, false, true) => Some((date(first, year.checked_sub(1)?)?, to)),
        _ => Some((from, to)),
    }
}

fn days_between(first: &str, last: &str) -> Option<i64> {
    let (from, to) = in_one_year(&beginning(first)?, &beginning(last)?)?;
    Some(i64::from(from.until(to).ok()?.get_days()))
}

/// Minutes since midnight of `15:30` or `15`.
fn minute_of_day(time: &str) -> Option<i64> {
    let mut parts = time.trim_end_matches('Z').split(':');
    let hour: i16 = parts.next()?.parse().ok()?;
    let minute: i16 = parts.next().map_or(Some(0), |minute| minute.parse().ok())?;
    Some(i64::from(hour) * 60 + i64::from(minute))
}

fn hours_and_minutes(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{hours}H"),
        (0, minutes) => format!("{minutes}M"),
        (hours, minutes) => format!("{hours}H{minutes}M"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, last: &str, expected: Option<&str>) {
        assert_eq!(range(first, last).as_deref(), expected, "{first} to {last}");
    }

    #[test]
    fn the_length_is_told_as_closely_as_the_ends() {
        check("2012", "2015", Some("(2012-01-01,2015-01-01,P3Y)"));
        check("2012", "2015-05", Some("(2012-01-01,2015-05-01,P40M)"));
        check("XXXX-11", "XXXX-02", Some("(XXXX-11-01,XXXX-02-01,P3M)"));
        check("2016-12-04", "2016-12-23", Some("(2016-12-04,2016-12-23,P19D)"));
        check("XXXX-WXX-5", "XXXX-WXX-1", Some("(XXXX-WXX-5,XXXX-WXX-1,P3D)"));
        check("T15:30", "T18", Some("(T15:30,T18,PT2H30M)"));
        check("T22", "T02", Some("(T22,T02,PT4H)"));
        check("2016-12-04T13", "2016-12-04T15", Some("(2016-12-04T13,2016-12-04T15,PT2H)"));
    }

    #[test]
    fn what_runs_backwards_or_mixes_days_and_times_is_no_range() {
        check("2015", "2012", None);
        check("2016-12-23", "2016-12-23", None);
        check("T15", "2016-12-04", None);
        check("FY2012", "FY2015", None);
        check("", "é", None);
    }

    #[test]
    fn the_days_of_a_range_run_to_the_end_of_what_is_told() {
        let days = |timex| days(timex).map(|(first, last)| (first.to_string(), last.to_string()));
        let expected = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(days("(2012-01-01,2015-01-01,P3Y)"), expected("2012-01-01", "2015-12-31"));
        assert_eq!(days("(2016-12-04,2016-12-23,P19D)"), expected("2016-12-04", "2016-12-23"));
        assert_eq!(days("(XXXX-12-04,XXXX-12-23,P19D)"), None);
        assert_eq!(days("(T15,T18,PT3H)"), None);
    }
}
