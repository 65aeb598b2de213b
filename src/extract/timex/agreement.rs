//! Whether two date values can name one time.

use super::{interval, ranges};

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
