//! Days in figures alone: “2025-02-24”, “24/2/2025”, “24.2.2025”, “on 4/22”.

use jiff::civil::Date;

use super::hours::Form;
use super::years::century_of;
use super::{Reader, Reading, anchor};

/// Words before two figures that show them to be day and month, and no fraction, score or ratio.
const BEFORE_SHORT_DAY: [&str; 9] = ["on", "by", "until", "till", "since", "before", "after", "from", "dated"];

/// Years of two figures that may be behind or ahead in the century of the news.
const UNCLEAR_YEARS: std::ops::RangeInclusive<i16> = 30..=49;

/// Eight figures are a day of these years only, the years of files and their names.
const COMPACT_YEARS: std::ops::RangeInclusive<i16> = 1990..=2039;

/// What stands before two figures that may be a day.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum ShownBy {
    /// “Friday 7/6”
    Weekday,
    /// “on 4/22”, or nothing
    Words,
}

impl Reader<'_> {
    /// “2025-02-24”, “24/2/2025”, “24.2.2025”. Where day and month could change places, the one nearer to the
    /// article's day, else the month first.
    pub(super) fn numeric_day(&self, at: usize) -> Option<Reading> {
        if let Some(compact) = self.compact_day(at) {
            return Some(compact);
        }
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
        // “12/12/38” can lie in either century, and near to no day.
        let unclear = first.1 == 2 && third.1 == 2 && UNCLEAR_YEARS.contains(&third.0);
        let found = if first.1 == 4 {
            date(first, second, third)
        } else {
            match (date(third, first, second), date(third, second, first), self.today) {
                (Some(american), Some(other), Some(today)) if !unclear => {
                    [american, other].into_iter().min_by_key(|date| anchor::days_between(*date, today))
                }
                (american, other, _) => american.or(other),
            }
        };
        let timex = found?.to_string();
        let timex = if unclear { format!("XX{}", timex.get(2..)?) } else { timex };
        Some(Reading { end, timex })
    }

    /// “on 20250224”: most such figures are numbers of something.
    fn compact_day(&self, at: usize) -> Option<Reading> {
        let written = self.word(at);
        if written.len() != 8 || !written.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = |range: std::ops::Range<usize>| written.get(range)?.parse::<i16>().ok();
        let year = part(0..4).filter(|year| COMPACT_YEARS.contains(year))?;
        let day = Date::new(year, i8::try_from(part(4..6)?).ok()?, i8::try_from(part(6..8)?).ok()?).ok()?;
        let in_code =
            self.in_code(at) || (self.glued(at + 1) && self.glued(at + 2) && self.is(at + 1, &["-", "/", "."]));
        let shown = self.is_before(at, &BEFORE_SHORT_DAY) || self.is_before(at, &["of", "to", "date", "-", "("]);
        (shown && !in_code).then(|| Reading { end: at + 1, timex: day.to_string() })
    }

    /// Whether a hyphen or stroke ties the figure at `at` to something before it.
    fn in_code(&self, at: usize) -> bool {
        self.glued(at) && self.is_before(at, &["-", "/"]) && at.checked_sub(1).is_some_and(|mark| self.glued(mark))
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
        let ends = !(self.word(at + 5) == mark && self.glued(at + 5) && self.glued(at + 6));
        // “5/1/2019-5/7/2020”
        let last = self.before(at) == "-" && mark == "/" && self.back(at, 3) == "/" && self.back(at, 5) == "/";
        let starts = last || !self.in_code(at);
        if !(alike && glued && ends && starts && (long_year || mark == "/")) {
            return None;
        }
        Some(([self.figure(at)?, self.figure(at + 2)?, self.figure(at + 4)?], at + 5))
    }

    /// Whether the two figures at `at` stand in a row of such days: “from 10/1 to 11/7”, “on 11/20, 11/22 or 11/25”.
    fn in_short_range(&self, at: usize) -> bool {
        let pair = |at: usize| {
            self.word(at + 1) == "/" && self.figure(at).is_some() && self.figure(at + 2).is_some() && self.glued(at + 1)
        };
        let opened = self.is_before(at, &["from", "between"])
            && (self.is(at + 3, &["to", "until", "till", "through", "and"]) || self.hyphen(at + 3))
            && pair(at + 4);
        let place = at.checked_sub(4);
        let closed = self.is_before(at, &["to", "until", "till", "through", "and", "-", ",", "or"])
            && place.is_some_and(|first| {
                pair(first)
                    && self.same_sentence(first, at)
                    && (self.is_before(first, &BEFORE_SHORT_DAY) || self.is_before(first, &["between", ","]))
            });
        opened || closed
    }

    /// “on 4/22”, “until 22/04”, “Friday 7/6”: the month first where both could be.
    pub(super) fn short_day(&self, at: usize, shown_by: ShownBy) -> Option<Reading> {
        // The attacks of that day are called by it; “24/7” is all the time.
        if self.word(at + 1) == "/" && self.glued(at + 1) && self.glued(at + 2) && !self.glued(at) {
            match (self.word(at), self.word(at + 2)) {
                ("9", "11") if shown_by == ShownBy::Words && !self.is_before(at, &BEFORE_SHORT_DAY) => {
                    return Some(Reading { end: at + 3, timex: "2001-09-11".to_owned() });
                }
                ("24", "7") => return None,
                _ => {}
            }
        }
        let by_weekday = shown_by == ShownBy::Weekday;
        let mark = self.word(at + 1);
        let joined = matches!(mark, "/" | "-") && self.glued(at + 1) && self.glued(at + 2);
        if !joined || (mark == "-" && self.before(at) != "on") {
            return None;
        }
        let in_range = self.in_short_range(at);
        let with_time = self.is(at + 3, &["at", "@", "before", "after"])
            && self.told_time(at + 4).is_some_and(|time| time.form == Form::Colon || time.half.is_some());
        // No fraction begins with a nought: “23/04”.
        let padded = mark == "/" && [at, at + 2].iter().any(|&place| self.word(place).starts_with('0'));
        let shown = padded || by_weekday || in_range || with_time || self.is_before(at, &BEFORE_SHORT_DAY);
        let more = self.glued(at + 3) && (self.is(at + 3, &["/", "-", ":", "%", "."]) && self.figure(at + 4).is_some());
        if !shown || more || (self.glued(at) && !by_weekday && !in_range) {
            return None;
        }
        let (first, second) = (self.figure(at)?, self.figure(at + 2)?);
        let letters = self.glued(at + 3) && self.document.words[at + 3].kind == crate::segment::WordKind::Word;
        if first.1 > 2 || second.1 > 2 || letters {
            return None;
        }
        let (first, second) = (i8::try_from(first.0).ok()?, i8::try_from(second.0).ok()?);
        let (month, day) = if (1..=12).contains(&first) { (first, second) } else { (second, first) };
        // In a leap year every day exists.
        Date::new(2024, month, day).ok()?;
        // “1/2” and “on 3-1” are fractions and scores as well as days.
        let certain = first > 12 || second > 12 || by_weekday || in_range;
        (certain && !(first < 10 && second < 13 && mark == "-" && !by_weekday))
            .then(|| Reading { end: at + 3, timex: anchor::day_of_year(self.today, month, day, self.tense(at)) })
    }
}
