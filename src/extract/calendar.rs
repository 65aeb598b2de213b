//! The words of the calendar and the clock, and what they stand for. Tables only: whether a word means its date (“may”,
//! “March”) is for the rules that use them.

use super::Decimal;

/// How a month or weekday is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// “February”
    Full,
    /// “Feb”
    Short,
}

const MONTHS: [(&str, &[&str]); 12] = [
    ("january", &["jan"]),
    ("february", &["feb"]),
    ("march", &["mar"]),
    ("april", &["apr"]),
    ("may", &[]),
    ("june", &["jun"]),
    ("july", &["jul"]),
    ("august", &["aug"]),
    ("september", &["sep", "sept"]),
    ("october", &["oct"]),
    ("november", &["nov"]),
    ("december", &["dec"]),
];

const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("monday", &["mon"]),
    ("tuesday", &["tue", "tues"]),
    ("wednesday", &["wed"]),
    ("thursday", &["thu", "thur", "thurs"]),
    ("friday", &["fri"]),
    ("saturday", &["sat"]),
    ("sunday", &["sun"]),
];

fn place(table: &[(&str, &[&str])], folded: &str) -> Option<(i8, Spelling)> {
    let mut numbers = 1..;
    table.iter().find_map(|(full, short)| {
        let number = numbers.next()?;
        match () {
            () if *full == folded => Some((number, Spelling::Full)),
            () if short.contains(&folded) => Some((number, Spelling::Short)),
            () => None,
        }
    })
}

/// The month named, from 1.
pub fn month(folded: &str) -> Option<(i8, Spelling)> {
    place(&MONTHS, folded)
}

/// The weekday named, from 1 for Monday.
pub fn weekday(folded: &str) -> Option<(i8, Spelling)> {
    place(&WEEKDAYS, folded)
}

/// Part of a day as TIMEX3 writes it: `MO`.
pub fn day_part(folded: &str) -> Option<&'static str> {
    Some(match folded {
        "morning" => "MO",
        "afternoon" => "AF",
        "evening" => "EV",
        "night" => "NI",
        _ => return None,
    })
}

/// A season as TIMEX3 writes it (`SU`), and the number of its first month in the northern year.
pub fn season(folded: &str) -> Option<(&'static str, i8)> {
    Some(match folded {
        "spring" => ("SP", 3),
        "summer" => ("SU", 6),
        "autumn" | "fall" => ("FA", 9),
        "winter" => ("WI", 12),
        _ => return None,
    })
}

/// When in a year a day with a name falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Month and day.
    Fixed(i8, i8),
    /// So many days after the `nth` (from the end where negative) of a weekday in a month.
    Weekday { month: i8, nth: i8, weekday: i8, later: i64 },
    /// So many days after Easter Sunday.
    Easter(i64),
}

/// Days of the year that are called by name: the words, when they fall, and whether the name is that of a season, too,
/// and needs a preposition to be a day. Those that every country keeps on the same day, or one country alone keeps;
/// made from general knowledge of the calendar. Longer names first.
pub const FEASTS: [(&[&str], Rule, bool); 38] = [
    (&["new", "year", "'s", "day"], Rule::Fixed(1, 1), false),
    (&["new", "year", "'s", "eve"], Rule::Fixed(12, 31), false),
    (&["christmas", "day"], Rule::Fixed(12, 25), false),
    (&["christmas", "eve"], Rule::Fixed(12, 24), false),
    (&["christmas"], Rule::Fixed(12, 25), true),
    (&["boxing", "day"], Rule::Fixed(12, 26), false),
    (&["valentine", "'s", "day"], Rule::Fixed(2, 14), false),
    (&["groundhog", "day"], Rule::Fixed(2, 2), false),
    (&["st", ".", "patrick", "'s", "day"], Rule::Fixed(3, 17), false),
    (&["st", "patrick", "'s", "day"], Rule::Fixed(3, 17), false),
    (&["earth", "day"], Rule::Fixed(4, 22), true),
    (&["anzac", "day"], Rule::Fixed(4, 25), false),
    (&["international", "workers", "'", "day"], Rule::Fixed(5, 1), false),
    (&["international", "women", "'s", "day"], Rule::Fixed(3, 8), false),
    (&["bastille", "day"], Rule::Fixed(7, 14), false),
    (&["canada", "day"], Rule::Fixed(7, 1), true),
    (&["juneteenth"], Rule::Fixed(6, 19), false),
    (&["halloween"], Rule::Fixed(10, 31), false),
    (&["all", "saints", "'", "day"], Rule::Fixed(11, 1), false),
    (&["veterans", "day"], Rule::Fixed(11, 11), false),
    (&["armistice", "day"], Rule::Fixed(11, 11), false),
    (&["memorial", "day"], Rule::Weekday { month: 5, nth: -1, weekday: 1, later: 0 }, true),
    (&["labor", "day"], Rule::Weekday { month: 9, nth: 1, weekday: 1, later: 0 }, false),
    (&["columbus", "day"], Rule::Weekday { month: 10, nth: 2, weekday: 1, later: 0 }, false),
    (&["thanksgiving", "day"], Rule::Weekday { month: 11, nth: 4, weekday: 4, later: 0 }, false),
    (&["thanksgiving"], Rule::Weekday { month: 11, nth: 4, weekday: 4, later: 0 }, true),
    (&["black", "friday"], Rule::Weekday { month: 11, nth: 4, weekday: 4, later: 1 }, true),
    (&["cyber", "monday"], Rule::Weekday { month: 11, nth: 4, weekday: 4, later: 4 }, true),
    (&["ash", "wednesday"], Rule::Easter(-46), false),
    (&["palm", "sunday"], Rule::Easter(-7), false),
    (&["good", "friday"], Rule::Easter(-2), true),
    (&["easter", "monday"], Rule::Easter(1), false),
    (&["easter", "sunday"], Rule::Easter(0), false),
    (&["easter"], Rule::Easter(0), true),
    (&["mardi", "gras"], Rule::Easter(-47), true),
    (&["pentecost"], Rule::Easter(49), true),
    (&["mlk", "day"], Rule::Weekday { month: 1, nth: 3, weekday: 1, later: 0 }, false),
    (&["xmas"], Rule::Fixed(12, 25), true),
];

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// 1/60 of a minute
    Second,
    /// 1/60 of an hour
    Minute,
    /// 1/24 of a day
    Hour,
    /// from midnight to midnight
    Day,
    /// seven days
    Week,
    /// fourteen days
    Fortnight,
    /// of the calendar
    Month,
    /// three months
    Quarter,
    /// of the calendar
    Year,
    /// ten years
    Decade,
    /// a hundred years
    Century,
}

/// Whether a unit is named in the singular or the plural; “hrs” and “min” can be either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// “year”
    One,
    /// “years”
    Many,
    /// “min”
    Either,
}

/// The unit that a word names.
pub fn unit(folded: &str) -> Option<(Unit, Number)> {
    use Number::{Either, Many, One};
    Some(match folded {
        "second" => (Unit::Second, One),
        "seconds" => (Unit::Second, Many),
        "sec" | "secs" => (Unit::Second, Either),
        "minute" => (Unit::Minute, One),
        "minutes" => (Unit::Minute, Many),
        "min" | "mins" => (Unit::Minute, Either),
        "hour" => (Unit::Hour, One),
        "hours" => (Unit::Hour, Many),
        "hr" | "hrs" => (Unit::Hour, Either),
        "day" => (Unit::Day, One),
        "days" => (Unit::Day, Many),
        "week" => (Unit::Week, One),
        "weeks" => (Unit::Week, Many),
        "wk" | "wks" => (Unit::Week, Either),
        "fortnight" => (Unit::Fortnight, One),
        "fortnights" => (Unit::Fortnight, Many),
        "month" => (Unit::Month, One),
        "months" => (Unit::Month, Many),
        "quarter" => (Unit::Quarter, One),
        "quarters" => (Unit::Quarter, Many),
        "year" => (Unit::Year, One),
        "years" => (Unit::Year, Many),
        "yr" | "yrs" => (Unit::Year, Either),
        "decade" => (Unit::Decade, One),
        "decades" => (Unit::Decade, Many),
        "century" => (Unit::Century, One),
        "centuries" => (Unit::Century, Many),
        _ => return None,
    })
}

/// A unit that is only a unit directly behind a figure: “3h”.
pub fn glued_unit(folded: &str) -> Option<Unit> {
    match folded {
        "h" => Some(Unit::Hour),
        "y" => Some(Unit::Year),
        _ => unit(folded).map(|(unit, _)| unit),
    }
}

impl Unit {
    /// How TIMEX3 counts it: so many (1, 3, 10 …) of a unit of its own, and that unit's letter.
    pub const fn counted(self) -> (i64, &'static str) {
        match self {
            Self::Second => (1, "S"),
            Self::Hour => (1, "H"),
            Self::Day => (1, "D"),
            Self::Week => (1, "W"),
            Self::Fortnight => (2, "W"),
            Self::Minute | Self::Month => (1, "M"),
            Self::Quarter => (3, "M"),
            Self::Year => (1, "Y"),
            Self::Decade => (10, "Y"),
            Self::Century => (100, "Y"),
        }
    }

    /// Whether it is a part of a day.
    pub fn is_of_the_clock(self) -> bool {
        self < Self::Day
    }

    /// The smaller unit in which a part of it is told (half an hour is 30 minutes), and how many make it up.
    pub const fn parts(self) -> Option<(i64, Self)> {
        match self {
            Self::Minute => Some((60, Self::Second)),
            Self::Hour => Some((60, Self::Minute)),
            Self::Day => Some((24, Self::Hour)),
            Self::Year => Some((12, Self::Month)),
            Self::Decade => Some((10, Self::Year)),
            Self::Century => Some((100, Self::Year)),
            Self::Second | Self::Week | Self::Fortnight | Self::Month | Self::Quarter => None,
        }
    }

    /// So many of it, counted as TIMEX3 counts it; `None` for too much.
    pub fn amount(self, count: Decimal) -> Option<Decimal> {
        count.checked_mul(Decimal::from(self.counted().0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_from_one() {
        assert_eq!(month("january"), Some((1, Spelling::Full)));
        assert_eq!(month("sept"), Some((9, Spelling::Short)));
        assert_eq!(weekday("sunday"), Some((7, Spelling::Full)));
        assert_eq!(weekday("someday"), None);
    }

    #[test]
    fn longer_units_are_counted_in_years() {
        assert_eq!(Unit::Decade.amount(Decimal::TWO), Some(Decimal::from(20)));
    }
}
