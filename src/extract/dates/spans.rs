//! From one date to another: “2010 to 2014”, “Jan. 22 to March 5”, “between May and September”, “April 9 through 17”.

use super::joined::is_day;
use super::{Reader, Reading};
use crate::extract::timex;
use crate::text::Classes;

/// Verbs whose “from” and “to” tell an old and a new date.
const MOVES: [&str; 22] = [
    "moved",
    "moves",
    "moving",
    "move",
    "postponed",
    "postpone",
    "postponing",
    "delayed",
    "delay",
    "delaying",
    "pushed",
    "push",
    "rescheduled",
    "reschedule",
    "changed",
    "change",
    "extended",
    "extend",
    "shifted",
    "brought",
    "advanced",
    "deferred",
];

/// So many words before “from” such a verb may stand.
const REACH_WORDS: usize = 6;

impl Reader<'_> {
    /// `first`, which starts at `at`, or the range of which it is the first end.
    pub(super) fn ranged(&self, at: usize, first: Reading) -> Reading {
        match self.range_behind(at, &first) {
            Some(range) if self.same_sentence(at, range.end - 1) => range,
            _ => first,
        }
    }

    fn range_behind(&self, at: usize, first: &Reading) -> Option<Reading> {
        let end = first.end;
        if first.timex.starts_with(['T', '(', 'P', 'F']) {
            return None;
        }
        let between = self.is_before(at, &["between"]) || (self.before(at) == "the" && self.back(at, 2) == "between");
        let glued = self.hyphen(end) && self.glued(end) && self.glued(end + 1);
        let words = self.is(end, &["to", "through", "thru", "until", "till"]) || (between && self.word(end) == "and");
        let full =
            self.hyphen(end) && is_day(&first.timex) && self.figure(end - 1).is_some_and(|(_, digits)| digits == 4);
        if !(words || glued || full || self.word(end) == "~") || (self.word(end) == "to" && self.is_moved(at)) {
            return None;
        }
        let article = usize::from(self.word(end + 1) == "the");
        if let Some(last) = self.same_month(&first.timex, end + 1 + article) {
            return Some(last);
        }
        let last = self
            .moment(end + 1)
            .or_else(|| self.year_of_edge(end + 1).filter(|_| first.timex.len() == 4))
            .or_else(|| self.until_now(end + 1))?;
        if last.timex.starts_with(['T', '(', 'P', 'F']) || (full && !is_day(&last.timex)) {
            return None;
        }
        // “the year to March” is no range, and “Friday’s loss to Saturday” hardly one: without “from” only dates alike.
        let opened = between || self.before(at) == "from" || self.before(at) == "in";
        let alike = first.timex.split('-').count() == last.timex.split('-').count();
        if self.word(end) == "to" && !opened && !alike {
            return None;
        }
        let (from, to) = self.in_order(at, first, end + 1, &last);
        // “to the end of 2008” goes beyond its beginning.
        if self.is(end + 1 + article, &["end", "close"]) {
            let (from, to) = (timex::interval(&from)?.0, timex::interval(&to)?.1);
            let to = super::anchor::moved(to, 1, crate::extract::calendar::Unit::Day)?;
            return Some(Reading { end: last.end, timex: timex::range_of_days(from, to)? });
        }
        // “open Monday to Friday” is every week.
        let weekly = !opened && self.word(end) != "until" && self.weekday(at).is_some_and(|(.., past)| past == end);
        let value = match self.weekday(end + 1) {
            Some((number, _, past)) if weekly && past == last.end => {
                let (first, ..) = self.weekday(at)?;
                timex::range(&format!("XXXX-WXX-{first}"), &format!("XXXX-WXX-{number}"))
            }
            _ => timex::range(&from, &to),
        };
        Some(Reading { end: last.end, timex: value? })
    }

    /// “(from March to) date”, “(since 2010 until) now”
    fn until_now(&self, at: usize) -> Option<Reading> {
        if !self.is(at, &["now", "date"]) {
            return None;
        }
        Some(Reading { end: at + 1, timex: super::anchor::period(self.today, 0, crate::extract::calendar::Unit::Day)? })
    }

    /// “(between) now and November”, “(from) now until Monday”
    pub(super) fn now_until(&self, at: usize) -> Option<Reading> {
        let joined = match self.before(at) {
            "between" => self.word(at + 1) == "and",
            "from" => self.is(at + 1, &["to", "through", "until", "till"]),
            _ => false,
        };
        if self.word(at) != "now" || !joined {
            return None;
        }
        let today = self.today?.to_string();
        let last = self.moment(at + 2).filter(|last| timex::interval(&last.timex).is_some())?;
        Some(Reading { end: last.end, timex: timex::range(&today, &last.timex)? })
    }

    /// A day of the same month as `first`: “(April 9th) through 17th”.
    fn same_month(&self, first: &str, at: usize) -> Option<Reading> {
        let (year_and_month, day) = first.rsplit_once('-').filter(|_| first.len() == 10 && is_day(first))?;
        let day: i8 = day.parse().ok()?;
        let (last, end) = self.day_number(at)?;
        let counts = self.document.words.get(end).is_some_and(|word| {
            word.sentence() == self.document.words[at].sentence()
                && word.classes().any(Classes::NOUN | Classes::PLURAL | Classes::ADJECTIVE | Classes::PROPER)
                && !word.classes().any(Classes::PREPOSITION | Classes::AUXILIARY)
        });
        let more = self.glued(end) && self.is(end, &[":", ".", "/", "-", "%"]) && self.figure(end + 1).is_some();
        if last <= day || counts || more || self.named_month(end).is_some() || self.half_follows(end) {
            return None;
        }
        if let Some((year, end)) = self.year_behind(end) {
            let (_, month) = year_and_month.split_once('-')?;
            let day = |day: i8| format!("{year:04}-{month}-{day:02}");
            return Some(Reading { end, timex: timex::range(&day(day_of(first)?), &day(last))? });
        }
        Some(Reading { end, timex: timex::range(first, &format!("{year_and_month}-{last:02}"))? })
    }

    fn half_follows(&self, at: usize) -> bool {
        self.is(at, &["am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock"])
    }

    /// Whether a verb before tells that a date is moved “from” one day “to” another.
    fn is_moved(&self, at: usize) -> bool {
        self.before(at) == "from" && (2..=REACH_WORDS).any(|steps| MOVES.contains(&self.back(at, steps)))
    }

    /// The values of two ends, the one that tells no year in the year of the other.
    fn in_order(&self, first_at: usize, first: &Reading, last_at: usize, last: &Reading) -> (String, String) {
        let (mut from, mut to) = (first.timex.clone(), last.timex.clone());
        let told = |at: usize, end: usize, value: &str| {
            value.len() == 4
                || (at..end).any(|place| {
                    self.figure(place).is_some_and(|(_, digits)| digits == 4)
                        || self.is(place, &["today", "yesterday", "tomorrow", "last", "next", "this", "now"])
                })
        };
        let (first_told, last_told) = (told(first_at, first.end, &from), told(last_at, last.end, &to));
        if !first_told && let Some(year) = year_of(&to).filter(|_| last_told) {
            from = in_year(&from, year);
            if begins_after(&from, &to) {
                from = in_year(&from, year - 1);
            }
        } else if !last_told && let Some(year) = year_of(&from) {
            // A weekday goes on from a weekday by days, not years.
            if let Some((monday, _)) = timex::interval(&from).filter(|_| self.weekday(last_at).is_some()) {
                let number = self.weekday(last_at).map_or(0, |(number, ..)| number);
                let ahead = (number - monday.weekday().to_monday_one_offset()).rem_euclid(7);
                if let Some(day) = super::anchor::moved(monday, i64::from(ahead), crate::extract::calendar::Unit::Day)
                    && is_day(&to)
                    && last.end - last_at == 1
                {
                    to = day.to_string();
                }
            } else {
                to = in_year(&to, year);
                if begins_after(&from, &to) {
                    to = in_year(&to, year + 1);
                }
            }
        }
        (from, to)
    }
}

fn day_of(timex: &str) -> Option<i8> {
    timex.rsplit_once('-')?.1.parse().ok()
}

fn year_of(timex: &str) -> Option<i16> {
    timex.get(..4)?.parse().ok().filter(|year| (1..9000).contains(year))
}

/// A month or day in another year; other values as they are.
fn in_year(timex: &str, year: i16) -> String {
    match timex.get(4..) {
        Some(rest) if rest.starts_with('-') && !rest.starts_with("-W") => format!("{year:04}{rest}"),
        _ => timex.to_owned(),
    }
}

fn begins_after(first: &str, last: &str) -> bool {
    matches!((timex::interval(first), timex::interval(last)), (Some((a, _)), Some((b, _))) if a > b)
}
