//! Days named outright: “February 22, 2025”, “22 Feb”, “the 4th of March”, “Monday”.

use jiff::civil::Date;

use super::months::Named;
use super::numeric::ShownBy;
use super::tense::Tense;
use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Spelling};
use crate::extract::names::gazetteer::{self, Sorts};
use crate::extract::timex;
use crate::segment::WordKind;
use crate::text::Classes;

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

impl Reader<'_> {
    /// A day, with its weekday before it where it is told.
    pub(super) fn day(&self, at: usize) -> Option<Reading> {
        if let Some((number, spelling, end)) = self.weekday(at) {
            // A weekday at the end of a line does not belong to a dateline on the next.
            let comma = usize::from(self.word(end) == ",");
            if comma == 0 && self.line_ends(end) {
                return self.lone_weekday(at, number, spelling, end);
            }
            return self
                .date_of_weekday(at, end)
                .or_else(|| self.week_behind(number, end).filter(|_| spelling == Spelling::Full || self.capital(at)))
                .or_else(|| self.lone_weekday(at, number, spelling, end));
        }
        // “wed, 22 of jan”; “sun” and “sat” are other words too often.
        if let Some((1..=5, Spelling::Short)) = calendar::weekday(self.word(at))
            && let Some(date) = self.date_of_weekday(at, self.past_stop(at + 1))
        {
            return Some(date);
        }
        self.plain_day(at)
    }

    /// The date behind a weekday that ends before `end`: “Friday, June 15”, “Friday (Jun 15)”, “Monday the 4th”.
    pub(super) fn date_of_weekday(&self, at: usize, end: usize) -> Option<Reading> {
        let opens = self.word(end) == "(";
        let from = end + usize::from(opens || self.word(end) == ",");
        let from = from + usize::from(self.word(from) == "the");
        if let Some(date) = self.plain_day(from).or_else(|| self.short_day(from, ShownBy::Weekday)) {
            let closed = usize::from(opens && self.word(date.end) == ")");
            return (closed == 1 || !opens).then_some(Reading { end: date.end + closed, timex: date.timex });
        }
        let (day, past) = self.ordinal(from).filter(|(day, _)| (1..=31).contains(day))?;
        // “Friday's third”, “Sunday, second in the table”: only with an article, or in figures.
        let shown = self.word(from.wrapping_sub(1)) == "the" || (self.figure(from).is_some() && from == end);
        shown.then(|| Reading { end: past, timex: anchor::day_of_month(self.today, day, self.tense(at)) })
    }

    pub(super) fn plain_day(&self, at: usize) -> Option<Reading> {
        self.numeric_day(at)
            .or_else(|| self.month_and_day(at))
            .or_else(|| self.day_and_month(at))
            .or_else(|| self.year_month_day(at))
    }

    /// Whether a line ends before word `at`.
    fn line_ends(&self, at: usize) -> bool {
        let gap = at.checked_sub(1).and_then(|before| {
            let words = &self.document.words;
            self.document.text.get(words.get(before)?.span().end..words.get(at)?.span().start)
        });
        gap.is_some_and(|gap| gap.contains('\n'))
    }

    /// The weekday named at `at`, and one past its words.
    pub(super) fn weekday(&self, at: usize) -> Option<(i8, Spelling, usize)> {
        let (number, spelling) = calendar::weekday(self.word(at))?;
        // “every Monday” is no day.
        if self.is_before(at, &["every", "each"]) || (self.before(at) == "other" && self.back(at, 2) == "every") {
            return None;
        }
        match spelling {
            Spelling::Full => Some((number, spelling, at + 1)),
            Spelling::Short if self.capital(at) => Some((number, spelling, self.past_stop(at + 1))),
            Spelling::Short => None,
        }
    }

    /// Whether the weekday at `at` is not part of a name: “Black Friday”, “Sunday Times”.
    pub(super) fn weekday_stands_alone(&self, at: usize, end: usize) -> bool {
        // “Fox News Sunday”
        let programme = self.word(at) == "sunday"
            && self.before(at) == "news"
            && at.checked_sub(1).is_some_and(|place| self.capital(place));
        // “Tuesday afternoons” come every week.
        let weekly = self.word(end).strip_suffix('s').is_some_and(|part| calendar::day_part(part).is_some());
        !(programme
            || weekly
            || self.is_surname(at)
            || self.is_before(at, &BEFORE_NAMED_DAY)
            || (self.capital(end) && self.is(end, &AFTER_NAMED_DAY)))
    }

    /// Whether the weekday at `at` stands behind a given name and no surname: “Billy Sunday”, but “Megyn Kelly Sunday”,
    /// where the name before it is complete, and “told Kelly Sunday” with a name that is both.
    fn is_surname(&self, at: usize) -> bool {
        let Some(place) = at.checked_sub(1).filter(|&place| self.same_sentence(place, at) && self.capital(place))
        else {
            return false;
        };
        let sorts = gazetteer::sorts(self.document.words[place].term);
        let complete = place.checked_sub(1).is_some_and(|first| self.same_sentence(first, at) && self.capital(first));
        // “Christie Friday vetoed it”: surnames that are given names, too, stand so more often than any Friday.
        let acts = self.same_sentence(at, at + 1)
            && self.document.words[at + 1].classes().any(Classes::PAST)
            && !self.is(at + 1, &["was", "had", "did"]);
        let other = sorts.any(Sorts::FAMILY | Sorts::PLACE | Sorts::CALENDAR | Sorts::TITLE);
        sorts.any(Sorts::GIVEN) && !other && !complete && !acts
    }

    fn lone_weekday(&self, at: usize, number: i8, spelling: Spelling, end: usize) -> Option<Reading> {
        if spelling == Spelling::Short || !self.weekday_stands_alone(at, end) {
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

    /// The number of a day at `at`, in figures or as an ordinal, and one past its words.
    pub(super) fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        let (number, end) = self.ordinal(at).or_else(|| self.plain_number(at))?;
        let counts_something = self.is(end, &["%", "percent", "per", "million", "billion", "trillion"]);
        ((1..=31).contains(&number) && !counts_something).then_some((number, end))
    }

    /// A figure of one or two digits with no letters glued to it, and one past it.
    pub(super) fn plain_number(&self, at: usize) -> Option<(i8, usize)> {
        let (number, digits) = self.figure(at)?;
        let letters = self.glued(at + 1) && self.document.words[at + 1].kind == WordKind::Word;
        if digits > 2 || letters { None } else { Some((i8::try_from(number).ok()?, at + 1)) }
    }

    /// The year at `at`, after a comma or not, as a date goes on with it, and one past it.
    pub(super) fn year_behind(&self, at: usize) -> Option<(i16, usize)> {
        let place = if self.is(at, &[",", "of", "in"]) { at + 1 } else { at };
        let Some((year, digits)) = self.figure(place) else {
            // “On May 5, two thousand people …”
            return self.spoken_year(place).filter(|&(_, end)| self.stands_bare(end));
        };
        let fits = digits == 4 && (1500..=2100).contains(&year);
        // “by June 2,000 had left” has a comma; “June 2000 people” is nobody's style.
        fits.then_some((year, place + 1))
    }

    /// “February 22, 2025”, “Feb. 24”, “July 3–5”, “jan-1”, “June twenty-two”
    fn month_and_day(&self, at: usize) -> Option<Reading> {
        let Named { month, end, doubtful } = self.named_month(at)?;
        let joined = (self.word(end) == "/" || self.hyphen(end)) && self.glued(end) && self.glued(end + 1);
        let from = end + usize::from(joined);
        let article = usize::from(self.word(from) == "the");
        let ordinal = self.ordinal(from + article).is_some() && (article == 1 || self.figure(from).is_some());
        let bare =
            self.plain_number(from).is_some_and(|(_, end)| self.stands_bare(end) || self.year_behind(end).is_some());
        if doubtful && !ordinal && !bare {
            return None;
        }
        let (first, mut end) = self.day_number(from + article).or_else(|| self.spoken_day(from + article))?;
        // “May 2025” has no day 20; “June 4-3 win” has no range
        let last = self.end_of_range(end).filter(|&(last, _)| last > first);
        if let Some((_, past)) = last {
            end = past;
        }
        self.finish_day(at, month, first, last.map(|(last, _)| last), end)
    }

    /// “twenty-two” behind a month, and one past it; a number of one word may count something.
    fn spoken_day(&self, at: usize) -> Option<(i8, usize)> {
        let (day, end) = self.small_number(at).filter(|&(day, end)| end > at + 1 && day <= 31)?;
        let counts = self.same_sentence(at, end) && self.document.words[end].classes().any(Classes::PLURAL);
        if counts { None } else { Some((i8::try_from(day).ok()?, end)) }
    }

    /// “22 February 2025”, “4th of March”, “13–15 July”, “28-nov”, “5 to 7 March”
    fn day_and_month(&self, at: usize) -> Option<Reading> {
        if self.is_before(at, &["$", ".", ",", "/"]) && self.glued(at) {
            return None;
        }
        let (first, mut end) = self.day_number(at)?;
        let between = self.before(at) == "between" || (self.before(at) == "the" && self.back(at, 2) == "between");
        let to = self.word(end) == "to" || (self.word(end) == "and" && between);
        let article = usize::from(self.word(end + 1) == "the");
        let last = self.end_of_range(end).or_else(|| to.then(|| self.day_number(end + 1 + article)).flatten());
        let last = last.filter(|&(last, _)| last > first);
        if let Some((_, past)) = last {
            end = past;
        }
        let of = self.word(end) == "of";
        if of || ((self.hyphen(end) || self.word(end) == "/") && self.glued(end)) {
            end += 1;
        }
        let Named { month, end, doubtful } = self.named_month(end)?;
        if doubtful && !(of && self.ordinal(at).is_some()) {
            return None;
        }
        self.finish_day(at, month, first, last.map(|(last, _)| last), end)
    }

    /// “2019-sep-1”, “2019/sep/01”
    fn year_month_day(&self, at: usize) -> Option<Reading> {
        let (year, _) = self.figure(at).filter(|&(year, digits)| digits == 4 && (1500..=2100).contains(&year))?;
        let Named { month, end, .. } = self.named_month(at + 2)?;
        let marks = [at + 1, end].iter().all(|&mark| self.is(mark, &["-", "/"]) && self.glued(mark));
        let (day, end) = self.plain_number(end + 1).filter(|_| marks)?;
        Date::new(year, month, day).ok().map(|date| Reading { end, timex: date.to_string() })
    }

    /// The second day of “13–15”, and one past it.
    fn end_of_range(&self, at: usize) -> Option<(i8, usize)> {
        (self.hyphen(at) && self.glued(at) && self.glued(at + 1)).then(|| self.day_number(at + 1)).flatten()
    }

    /// Adds the year, told or not, to one day or a range of days.
    fn finish_day(&self, at: usize, month: i8, first: i8, last: Option<i8>, end: usize) -> Option<Reading> {
        let told = self
            .year_behind(end)
            .or_else(|| if self.is(end, &["-", "/"]) && self.glued(end) { self.year_behind(end + 1) } else { None });
        let day = |day: i8| match told {
            Some((year, _)) => Date::new(year, month, day).ok().map(|date| date.to_string()),
            // In a leap year every day exists.
            None => {
                Date::new(2024, month, day).ok().map(|_| anchor::day_of_year(self.today, month, day, self.tense(at)))
            }
        };
        let timex = match last {
            Some(last) => timex::range(&day(first)?, &day(last)?)?,
            None => day(first)?,
        };
        Some(Reading { end: told.map_or(end, |(_, past)| past), timex })
    }
}
