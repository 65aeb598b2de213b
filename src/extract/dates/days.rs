//! Days and months named outright: “February 22, 2025”, “22 Feb”, “2025-02-24”, “24/2/2025”, “July 2016”, “Monday”.

use jiff::civil::Date;

use super::tense::Tense;
use super::years::century_of;
use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, HOLIDAYS, Spelling};
use crate::segment::WordKind;

/// Words before a month that show it is one, where it might be another word or a name.
const BEFORE_MONTH: [&str; 30] = [
    "in", "since", "by", "until", "till", "of", "from", "to", "through", "during", "before", "after", "for", "between",
    "last", "next", "this", "early", "late", "mid", "and", "or", "every", "ended", "ending", "around", "-", "the", "a",
    "past",
];

/// March and May, which are common words, too.
const COMMON_WORDS: [i8; 2] = [3, 5];

/// Months that are also common words or first names: those two, April, June and August.
const AMBIGUOUS_MONTHS: [i8; 5] = [3, 4, 5, 6, 8];

/// Words that with a weekday name something else: “Black Friday”.
const BEFORE_NAMED_DAY: [&str; 9] = ["black", "bloody", "good", "super", "ash", "palm", "cyber", "fat", "sheffield"];

/// Words after a weekday that make it the name of a newspaper or programme.
const AFTER_NAMED_DAY: [&str; 12] = [
    "times",
    "mirror",
    "express",
    "mail",
    "telegraph",
    "herald",
    "post",
    "independent",
    "night's",
    "star",
    "sun",
    "people",
];

/// A month with a day or year beside it, as the forms of a date are put together from it.
struct Named {
    month: i8,
    /// One past its words, the full stop of an abbreviation included.
    end: usize,
}

impl Reader<'_> {
    /// A day, with its weekday before it where it is told.
    pub(super) fn day(&self, at: usize) -> Option<Reading> {
        if let Some((number, spelling, end)) = self.weekday(at) {
            let comma = usize::from(self.word(end) == ",");
            let article = usize::from(self.word(end + comma) == "the");
            // A weekday at the end of a line does not belong to a dateline on the next.
            let joined = comma == 1 || !self.line_ends(end);
            if let Some(date) = self.plain_day(end + comma + article).filter(|_| joined) {
                return Some(date);
            }
            if article == 1
                && let Some((day, past)) = self.ordinal(end + comma + 1).filter(|(day, _)| (1..=31).contains(day))
            {
                return Some(Reading { end: past, timex: anchor::day_of_month(self.today, day, self.tense(at)) });
            }
            return self.lone_weekday(at, number, spelling, end);
        }
        self.plain_day(at)
    }

    pub(super) fn plain_day(&self, at: usize) -> Option<Reading> {
        self.numeric_day(at).or_else(|| self.month_and_day(at)).or_else(|| self.day_and_month(at))
    }

    /// Whether a line ends before word `at`.
    fn line_ends(&self, at: usize) -> bool {
        let gap = at.checked_sub(1).and_then(|before| {
            let words = &self.document.words;
            self.document.text.get(words.get(before)?.span.end..words.get(at)?.span.start)
        });
        gap.is_some_and(|gap| gap.contains('\n'))
    }

    /// The weekday named at `at`, and one past its words.
    fn weekday(&self, at: usize) -> Option<(i8, Spelling, usize)> {
        let (number, spelling) = calendar::weekday(self.word(at))?;
        match spelling {
            Spelling::Full => Some((number, spelling, at + 1)),
            Spelling::Short if self.capital(at) => Some((number, spelling, self.past_stop(at + 1))),
            Spelling::Short => None,
        }
    }

    fn lone_weekday(&self, at: usize, number: i8, spelling: Spelling, end: usize) -> Option<Reading> {
        let named = self.is_before(at, &BEFORE_NAMED_DAY) || (self.capital(end) && self.is(end, &AFTER_NAMED_DAY));
        if spelling == Spelling::Short || named {
            return None;
        }
        let ahead = self.is_before(at, &["until", "till", "by"]).then_some(Tense::Future);
        let day = anchor::weekday(self.today, number, ahead.or_else(|| self.tense(at)));
        Some(self.with_part(end, day))
    }

    /// `day`, with the part of the day behind it: “Sunday morning”.
    pub(super) fn with_part(&self, end: usize, day: String) -> Reading {
        match calendar::day_part(self.word(end)) {
            Some(part) => Reading { end: end + 1, timex: format!("{day}T{part}") },
            None => Reading { end, timex: day },
        }
    }

    /// The month named at `at`. Short names, and lower case where the month is a common word, call for a figure
    /// beside them; the caller has seen one.
    fn named_month(&self, at: usize) -> Option<Named> {
        let (month, spelling) = calendar::month(self.word(at))?;
        let common_word = COMMON_WORDS.contains(&month);
        match spelling {
            Spelling::Full if self.capital(at) || !common_word => Some(Named { month, end: at + 1 }),
            Spelling::Short if self.capital(at) => Some(Named { month, end: self.past_stop(at + 1) }),
            _ => None,
        }
    }

    /// The number of a day at `at`, in figures or as an ordinal, and one past its words.
    fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        let (number, end) = self.ordinal(at).or_else(|| self.plain_number(at))?;
        let counts_something = self.is(end, &["%", "percent", "per", "million", "billion", "trillion"]);
        ((1..=31).contains(&number) && !counts_something).then_some((number, end))
    }

    /// A figure of one or two digits with no letters glued to it, and one past it.
    fn plain_number(&self, at: usize) -> Option<(i8, usize)> {
        let (number, digits) = self.figure(at)?;
        let letters = self.glued(at + 1) && self.document.words[at + 1].kind == WordKind::Word;
        if digits > 2 || letters { None } else { Some((i8::try_from(number).ok()?, at + 1)) }
    }

    /// The year at `at`, after a comma or not, as a date goes on with it, and one past it.
    fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let place = if self.is(at, &[",", "of", "in"]) { at + 1 } else { at };
        let (year, digits) = self.figure(place)?;
        let fits = digits == 4 && (1500..=2100).contains(&year);
        // “by June 2,000 had left” has a comma; “June 2000 people” is nobody's style.
        fits.then_some((year, place + 1))
    }

    /// “February 22, 2025”, “Feb. 24”, “July 3–5”
    fn month_and_day(&self, at: usize) -> Option<Reading> {
        let Named { month, end } = self.named_month(at)?;
        let slash = usize::from(self.word(end) == "/");
        let article = usize::from(self.word(end) == "the");
        let (first, mut end) = self.day_number(end + slash + article)?;
        // “May 2025” has no day 20; “June 4-3 win” has no range
        let last = self.end_of_range(end).filter(|&(last, _)| last > first);
        if let Some((_, past)) = last {
            end = past;
        }
        self.finish_day(at, month, first, last.map(|(last, _)| last), end)
    }

    /// “22 February 2025”, “4th of March”, “13–15 July”
    fn day_and_month(&self, at: usize) -> Option<Reading> {
        if self.is_before(at, &["$", ".", ",", "/"]) && self.glued(at) {
            return None;
        }
        let (first, mut end) = self.day_number(at)?;
        let last = self.end_of_range(end).filter(|&(last, _)| last > first);
        if let Some((_, past)) = last {
            end = past;
        }
        if self.word(end) == "of" || (self.hyphen(end) && self.glued(end)) || self.word(end) == "/" {
            end += 1;
        }
        let Named { month, end } = self.named_month(end)?;
        self.finish_day(at, month, first, last.map(|(last, _)| last), end)
    }

    /// The second day of “13–15”, and one past it.
    fn end_of_range(&self, at: usize) -> Option<(i8, usize)> {
        (self.hyphen(at) && self.glued(at) && self.glued(at + 1)).then(|| self.day_number(at + 1)).flatten()
    }

    /// Adds the year, told or not, to one day or a range of days.
    fn finish_day(&self, at: usize, month: i8, first: i8, last: Option<i8>, end: usize) -> Option<Reading> {
        let told = self
            .year_behind(end)
            .or_else(|| if self.hyphen(end) && self.glued(end) { self.year_behind(end + 1) } else { None });
        let day = |day: i8| match told {
            Some((year, _)) => Date::new(year, month, day).ok().map(|date| date.to_string()),
            // In a leap year every day exists.
            None => {
                Date::new(2024, month, day).ok().map(|_| anchor::day_of_year(self.today, month, day, self.tense(at)))
            }
        };
        let timex = match last {
            Some(last) => format!("{}/{}", day(first)?, day(last)?),
            None => day(first)?,
        };
        Some(Reading { end: told.map_or(end, |(_, past)| past), timex })
    }

    /// “2025-02-24”, “24/2/2025”, “24.2.2025”. Where day and month could change places, the one nearer to the
    /// article's day, else the month first.
    fn numeric_day(&self, at: usize) -> Option<Reading> {
        let (fields, end) = self.numeric_fields(at)?;
        let [first, second, third] = fields;
        let date = |year: (i16, usize), month: (i16, usize), day: (i16, usize)| {
            let narrow = month.1 <= 2 && day.1 <= 2;
            let year = match year.1 {
                4 => Some(year.0),
                2 => Some(century_of(year.0)),
                _ => None,
            };
            let (month, day) = (i8::try_from(month.0).ok()?, i8::try_from(day.0).ok()?);
            if narrow { Date::new(year?, month, day).ok() } else { None }
        };
        let found = if first.1 == 4 {
            date(first, second, third)
        } else {
            match (date(third, first, second), date(third, second, first), self.today) {
                (Some(american), Some(other), Some(today)) => {
                    [american, other].into_iter().min_by_key(|date| anchor::days_between(*date, today))
                }
                (american, other, _) => american.or(other),
            }
        };
        Some(Reading { end, timex: found?.to_string() })
    }

    /// Three figures parted by one mark, and one past the last.
    fn numeric_fields(&self, at: usize) -> Option<([(i16, usize); 3], usize)> {
        if self.word(at).contains('.') {
            let mut parts = self.word(at).split('.').map(|part| Some((part.parse().ok()?, part.len())));
            let fields = [parts.next()??, parts.next()??, parts.next()??];
            return parts.next().is_none().then_some((fields, at + 1));
        }
        let mark = self.word(at + 1);
        let alike = matches!(mark, "-" | "/") && mark == self.word(at + 3);
        let glued = (at + 1..at + 5).all(|place| self.glued(place));
        // “9-18-15” may be a score or a code; “9/18/15” is a date.
        let long_year = [at, at + 4].iter().any(|&place| self.figure(place).is_some_and(|(_, digits)| digits == 4));
        // A fourth figure makes it a number of another kind.
        let ends = !(self.word(at + 5) == mark && self.glued(at + 5));
        let starts = !(self.glued(at) && self.is_before(at, &["-", "/"]));
        if !(alike && glued && ends && starts && (long_year || mark == "/")) {
            return None;
        }
        Some(([self.figure(at)?, self.figure(at + 2)?, self.figure(at + 4)?], at + 5))
    }

    /// “July 2016”, “in July”
    pub(super) fn month(&self, at: usize) -> Option<Reading> {
        let (_, spelling) = calendar::month(self.word(at))?;
        let Named { month, end } = self.named_month(at)?;
        if let Some((year, end)) = self.year_behind(end).filter(|_| self.word(end) != "in") {
            return Some(Reading { end, timex: format!("{year:04}-{month:02}") });
        }
        if self.word(end) == "'" && self.figure(end + 1).is_some_and(|(_, digits)| digits == 2) {
            return None;
        }
        let shown = self.is_before(at, &BEFORE_MONTH);
        // A capital behind it makes it part of a name: “June Smith”.
        let in_name = self.capital(end) && calendar::month(self.word(end)).is_none();
        let ambiguous = AMBIGUOUS_MONTHS.contains(&month);
        if spelling == Spelling::Short || !self.capital(at) || (in_name && ambiguous) || (ambiguous && !shown) {
            return None;
        }
        // “may” at the start of a sentence, “a March on the palace”
        if ambiguous && self.is_before(at, &["a", "the", "for", "to"]) && month != 6 {
            return None;
        }
        Some(Reading { end, timex: anchor::month(self.today, month, self.tense(at)) })
    }

    /// “New Year's Eve”
    pub(super) fn holiday(&self, at: usize) -> Option<Reading> {
        let (words, month, day) = HOLIDAYS.iter().find(|(words, ..)| self.document.is_phrase(at, words))?;
        let end = at + words.len();
        let (timex, end) = match self.year_behind(end) {
            Some((year, end)) => (format!("{year:04}-{month:02}-{day:02}"), end),
            None => (anchor::day_of_year(self.today, *month, *day, self.tense(at)), end),
        };
        Some(Reading { end, timex })
    }
}
