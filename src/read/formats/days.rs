//! The day of publication, as pages and mails write it.

use jiff::civil::Date;
use jiff::fmt::rfc2822::DateTimeParser;

/// The length of `2025-02-24`.
const ISO_BYTES: usize = 10;

/// Ways to write a day in words and figures in which no two can be meant; `02/03/2024` is not among them.
const FORMS: [&str; 8] =
    ["%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%A, %B %d, %Y", "%Y/%m/%d", "%Y%m%d"];

/// Years in which news can have been published that are read here.
const YEARS: std::ops::RangeInclusive<i16> = 1600..=2200;

/// The day that `written` begins with or is, where it is clear which.
///
/// ```
/// use jiff::civil::date;
/// use variorum::read::formats::day;
///
/// assert_eq!(day("2024-05-02T23:30:00-04:00"), Some(date(2024, 5, 2)));
/// assert_eq!(day("Thu, 02 May 2024 23:30:00 -0400"), Some(date(2024, 5, 2)));
/// assert_eq!(day("2/5/2024"), None);
/// ```
pub fn day(written: &str) -> Option<Date> {
    let written = written.trim();
    let iso = || written.get(..ISO_BYTES)?.parse().ok();
    let mail = || {
        let zoned = DateTimeParser::new().relaxed_weekday(true).parse_zoned(written).ok()?;
        Some(zoned.date())
    };
    let words = || {
        // What follows the year is a time of day.
        let until = |end: usize| written.get(..end).map(|day| day.trim_end_matches([',', ' ']));
        let ends = written.match_indices([' ', 'T']).map(|(at, _)| at).chain([written.len()]);
        ends.filter_map(until).filter(|day| day.len() >= 8).find_map(|day| {
            FORMS.iter().find_map(|form| Date::strptime(form, day.replace("Sept ", "Sep ").replace('.', "")).ok())
        })
    };
    iso().or_else(mail).or_else(words).filter(|day: &Date| YEARS.contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_in_the_forms_of_pages() {
        for written in [
            "2024-05-02",
            " 2024-05-02 10:30 ",
            "2024-05-02T10:30:00.000Z",
            "20240502",
            "20240502T103000Z",
            "2024/05/02",
            "May 2, 2024",
            "May 2, 2024, 10:30 a.m.",
            "May 2 2024",
            "2 May 2024",
            "02 May 2024 10:30 BST",
            "Thursday, May 2, 2024",
            "Thu, 2 May 2024 10:30:00 GMT",
            "2 May 2024 10:30:00 +0200",
        ] {
            assert_eq!(day(written), Some(date(2024, 5, 2)), "{written}");
        }
    }

    #[test]
    fn what_is_no_clear_day_is_none() {
        for written in
            ["", "yesterday", "03/04/2024", "2024", "2024-13-01", "0001-01-01", "May", "世世世世世世", "١٢٣٤-٠٥"]
        {
            assert_eq!(day(written), None, "{written}");
        }
    }
}
