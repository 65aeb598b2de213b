//! Which strings are values that this crate writes: what other programs may have to read.

use super::ranges;

/// Whether `timex` is a date value as this crate writes it: a year, month, day, week, quarter, half, season or decade, a
/// fiscal year, a time of day, a range, or a reference (`PAST_REF`); what is not known is `X`.
///
/// ```
/// use variorum::extract::timex::is_date;
///
/// assert!(is_date("XXXX-02-24T18:00Z") && is_date("FY2025-Q3") && is_date("(T17,T18,PT1H)"));
/// assert!(!is_date("24 February"));
/// ```
pub fn is_date(timex: &str) -> bool {
    if let Some((first, last, length)) = ranges::parts(timex) {
        return is_point(first) && is_point(last) && is_duration(length);
    }
    matches!(timex, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") || is_point(timex)
}

/// Whether `timex` is a duration value as this crate writes it: `P3Y`, `PT1H30M`, `P2W/P3W`, `PXM`.
pub fn is_duration(timex: &str) -> bool {
    match timex.split_once('/') {
        Some((low, high)) => is_length(low) && is_length(high),
        None => is_length(timex),
    }
}

fn is_length(timex: &str) -> bool {
    let Some(told) = timex.strip_prefix('P').filter(|told| !told.is_empty()) else { return false };
    let (days, clock) = told.split_once('T').map_or((told, None), |(days, clock)| (days, Some(clock)));
    let days_fit = are_counts(days, "YMWD") || is_count_of_weekends(days);
    (days.is_empty() && clock.is_some() || days_fit) && clock.is_none_or(|clock| are_counts(clock, "HMS"))
}

fn is_count_of_weekends(days: &str) -> bool {
    days.strip_suffix("WE").is_some_and(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether `counts` is one or more of a number, or `X`, and one of `letters`.
fn are_counts(counts: &str, letters: &str) -> bool {
    let mut rest = counts;
    while let Some(end) = rest.find(|character: char| letters.contains(character)) {
        let (count, behind) = rest.split_at(end);
        if count != "X" && (count.is_empty() || count.parse::<crate::extract::Decimal>().is_err()) {
            return false;
        }
        rest = behind.get(1..).unwrap_or_default();
    }
    rest.is_empty() && !counts.is_empty()
}

/// A date, a date with a time, or a time.
fn is_point(timex: &str) -> bool {
    let (day, time) = timex.split_once('T').map_or((timex, None), |(day, time)| (day, Some(time)));
    (is_day(day) || (day.is_empty() && time.is_some())) && time.is_none_or(is_time)
}

fn is_day(day: &str) -> bool {
    let day = day.strip_prefix("FY").unwrap_or(day);
    let mut parts = day.split('-');
    let year = parts.next().unwrap_or_default();
    // The century alone may be unknown: `XX38`.
    let digits = year.strip_prefix("XX").filter(|rest| rest.len() == 2).unwrap_or(year);
    let year_fits = (2..=4).contains(&year.len()) && is_number(digits);
    let rest_fits = match (parts.next(), parts.next()) {
        (None, _) | (Some("SP" | "SU" | "FA" | "WI" | "H1" | "H2" | "Q1" | "Q2" | "Q3" | "Q4" | "QX"), None) => true,
        (Some(week), last) if week.starts_with('W') => {
            week.len() == 3
                && week.strip_prefix('W').is_some_and(is_number)
                && last.is_none_or(|day| day == "WE" || (day.len() == 1 && is_number(day)))
        }
        (Some(month), last) => {
            month.len() == 2
                && is_number(month)
                && last.is_none_or(|day| {
                    let day = day.strip_prefix('W').unwrap_or(day);
                    day.len() == 2 && is_number(day)
                })
        }
    };
    year_fits && rest_fits && parts.next().is_none() && (year.len() == 4 || !day.contains('-'))
}

/// `18`, `18:00`, `18:00:30`, each with `Z` or not, or a part of the day: `MO`.
fn is_time(time: &str) -> bool {
    if matches!(time, "MO" | "AF" | "EV" | "NI") {
        return true;
    }
    let parts = time.strip_suffix('Z').unwrap_or(time).split(':');
    parts.clone().count() <= 3
        && parts.into_iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Digits, or `X` for what is not known.
fn is_number(part: &str) -> bool {
    !part.is_empty() && (part.bytes().all(|byte| byte.is_ascii_digit()) || part.bytes().all(|byte| byte == b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_are_written_are_known() {
        for timex in [
            "2025",
            "199",
            "20",
            "2025-02",
            "2025-02-24",
            "XXXX-02-24",
            "XXXX-XX-22",
            "XX38-12-12",
            "2025-Q3",
            "XXXX-QX",
            "2018-W20",
            "2018-W20-WE",
            "XXXX-WXX-1",
            "2016-07-W05",
            "2024-H1",
            "FY2025-Q3",
            "FYXXXX",
            "T18",
            "T18:00Z",
            "T07:56:30",
            "2016-11-08TMO",
            "(2012-01-01,2015-01-01,P3Y)",
            "(T17,T18,PT1H)",
            "PAST_REF",
        ] {
            assert!(is_date(timex), "{timex}");
        }
        for timex in ["P3Y", "PT1H30M", "P2W/P3W", "PXM", "PTXH", "P2.5D", "P3WE", "P1Y2M3DT4H"] {
            assert!(is_duration(timex), "{timex}");
        }
    }

    #[test]
    fn other_strings_are_not() {
        for timex in
            ["", "Monday", "2025-", "2025-2", "12345", "2025-02-24T", "T", "T1", "(2012,2015)", "2012/2013", "é", "-é-"]
        {
            assert!(!is_date(timex), "{timex}");
        }
        for timex in ["", "P", "3Y", "P3", "PT", "PX", "P3H", "PY", "Pé", "P1Y/"] {
            assert!(!is_duration(timex), "{timex}");
        }
    }
}
