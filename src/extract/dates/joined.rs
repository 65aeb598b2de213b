//! Parts of one time expression: a day with its time (“Monday at 5 p.m.”, “12:00 UTC Monday”), with its part of the day
//! (“Tuesday in the morning”), a weekday with its week (“Tuesday of next week”, “next week on Tuesday”).

use super::clock::{Beside, Evidence, ZONES};
use super::hours::Half;
use super::{Reader, Reading};
use crate::extract::calendar::{self, Unit};
use crate::extract::timex;

/// Words between a day and its time.
const BEFORE_TIME: [&str; 9] = ["at", "@", "around", "about", "by", "from", "between", "before", "after"];

impl Reader<'_> {
    /// `reading`, which starts at `at`, with the parts behind it that belong to it.
    pub(super) fn joined(&self, at: usize, reading: Reading) -> Reading {
        let reading = self.with_weekday(reading);
        if is_part(&reading.timex) {
            return self.with_day(at, self.with_time(reading));
        }
        if reading.timex.starts_with('T') || reading.timex.starts_with("(T") {
            return self.with_day(at, reading);
        }
        if let Some(part) = self.part_of_year(&reading) {
            return part;
        }
        if is_day(&reading.timex) { self.with_time(self.with_date(reading)) } else { reading }
    }

    /// “next week” with “on Tuesday” or “Mon” behind it.
    fn with_weekday(&self, week: Reading) -> Reading {
        if !is_week(&week.timex) {
            return week;
        }
        let on = week.end + usize::from(self.word(week.end) == "on");
        match self.weekday(on) {
            Some((number, _, end)) if self.weekday_stands_alone(on, end) => {
                let (day, end) = (weekday_in(&week.timex, number), end);
                day.map_or(week, |timex| Reading { end, timex })
            }
            _ => week,
        }
    }

    /// “today (December 4)”, “tomorrow, 13/04/21”: a day told from the article's with its date.
    fn with_date(&self, day: Reading) -> Reading {
        let told = day.end.checked_sub(1).is_some_and(|last| self.is(last, &["today", "yesterday", "tomorrow"]));
        if !told || !self.is(day.end, &["(", ","]) {
            return day;
        }
        let opens = usize::from(self.word(day.end) == "(");
        match self.plain_day(day.end + 1) {
            Some(date) if is_day(&date.timex) && (opens == 0 || self.word(date.end) == ")") => {
                Reading { end: date.end + opens, timex: date.timex }
            }
            _ => day,
        }
    }

    /// “last year” or “2017” with “'s first quarter” behind it.
    fn part_of_year(&self, year: &Reading) -> Option<Reading> {
        let is_year = year.timex.len() == 4 && year.timex.bytes().all(|byte| byte.is_ascii_digit());
        if !is_year || self.word(year.end) != "'s" {
            return None;
        }
        let (number, end) = self.ordinal(year.end + 1)?;
        match self.word(end) {
            "quarter" if (1..=4).contains(&number) => {
                Some(Reading { end: end + 1, timex: format!("{}-Q{number}", year.timex) })
            }
            "half" if (1..=2).contains(&number) => {
                Some(Reading { end: end + 1, timex: format!("{}-H{number}", year.timex) })
            }
            _ => None,
        }
    }

    /// The week that goes on from a weekday at `end`: “of next week”, “next week”, “of the following week”.
    pub(super) fn week_behind(&self, number: i8, end: usize) -> Option<Reading> {
        let from = end + usize::from(self.is(end, &["of", ","]));
        if self.word(from) == "the"
            && self.is(from + 1, &["following", "same", "next"])
            && self.word(from + 2) == "week"
        {
            let weeks = i64::from(self.word(from + 1) != "same");
            let week = super::anchor::period(self.today, weeks, Unit::Week)?;
            return Some(Reading { end: from + 3, timex: weekday_in(&week, number)? });
        }
        if !self.is(from, &["next", "last", "this"]) || self.word(from + 1) != "week" {
            return None;
        }
        let week = self.relative(from)?;
        Some(Reading { end: week.end, timex: weekday_in(&week.timex, number)? })
    }

    /// A day with the time behind it.
    fn with_time(&self, day: Reading) -> Reading {
        let half = day.timex.split_once('T').map(|(_, part)| Half::of_part(part));
        let has_part = half.is_some();
        let mut end = day.end;
        let bare_part = day.timex.starts_with('T');
        if !has_part && let Some((part, end)) = self.part_behind(end) {
            return self.with_time(Reading { end, timex: format!("{}T{part}", day.timex) });
        }
        end += usize::from(self.word(end) == ",");
        let evidence = match self.word(end) {
            "at" | "@" | "around" => Evidence { beside: Beside::DayAndAt, half },
            _ if bare_part => return day,
            _ => Evidence { beside: Beside::Day, half },
        };
        let later = 3 * usize::from(self.document.is_phrase(end, &["no", "later", "than"]));
        let end = end + later;
        let preposition = self.is(end, &BEFORE_TIME);
        // “Friday, 10:30 is …” goes on with something else than its time.
        let from = end + usize::from(preposition);
        let time = self.time_of_day(from, evidence).filter(|time| self.same_sentence(day.end - 1, time.end - 1));
        match time {
            Some(time) => Reading { end: time.end, timex: day_at(&day.timex, &time.timex) },
            None => day,
        }
    }

    /// A part of the day behind a day at `at`: “in the morning”, “early morning”, “pm”.
    fn part_behind(&self, at: usize) -> Option<(&'static str, usize)> {
        if self.document.is_phrase(at, &["in", "the"]) {
            let early = usize::from(self.is(at + 2, &["early", "late"]));
            return calendar::day_part(self.word(at + 2 + early)).map(|part| (part, at + 3 + early));
        }
        if self.is(at, &["early", "late"]) {
            return calendar::day_part(self.word(at + 1)).map(|part| (part, at + 2));
        }
        match self.word(at) {
            "am" => Some(("MO", at + 1)),
            "pm" => Some(("AF", at + 1)),
            _ => None,
        }
    }

    /// A time with the day behind it, if one follows: “5 p.m. on Monday”, “12:00 UTC Monday”, “9 p.m. EST tomorrow”.
    fn with_day(&self, at: usize, time: Reading) -> Reading {
        let mut end = time.end;
        if self.is(end, &ZONES) {
            end += 1 + usize::from(self.word(end + 1) == "time");
        }
        // “(1700 GMT)”
        if self.word(end) == "(" && self.word(end + 3) == ")" {
            end += 4;
        }
        end += usize::from(self.word(end) == ",");
        end += usize::from(self.is(end, &["on", "of"]));
        if !self.same_sentence(at, end) {
            return time;
        }
        let day = self.day(end).or_else(|| self.relative(end)).filter(|day| is_day(&day.timex));
        match day {
            Some(day) if self.same_sentence(at, day.end - 1) => {
                let told_part = day.timex.split_once('T').map(|(_, part)| Half::of_part(part));
                // “at five-thirty tomorrow evening” has its half from the evening.
                let evidence = Evidence { beside: Beside::DayAndAt, half: told_part };
                let time = self.time_of_day(at, evidence).filter(|again| again.end == time.end).unwrap_or(time);
                Reading { end: day.end, timex: day_at(&day.timex, &time.timex) }
            }
            _ => time,
        }
    }

    /// “10 tonight”, “at 7 tomorrow evening”: a figure that only the day behind it makes a time.
    pub(super) fn time_before_day(&self, at: usize) -> Option<Reading> {
        if !self.is_before(at, &["at", "around", "until", "till", "by", "before", "after", ""]) {
            return None;
        }
        let told = self.told_time(at).filter(|told| (1..=12).contains(&told.time.hour))?;
        let comma = usize::from(self.word(told.end) == ",");
        let on = usize::from(self.word(told.end + comma) == "on" && self.before(at) == "at");
        if !self.is(told.end + comma, &["tonight", "today", "tomorrow", "yesterday", "this"]) && on == 0 {
            return None;
        }
        let day = match on {
            0 => self.relative(told.end + comma),
            _ => self.day(told.end + comma + 1),
        };
        let day = day.filter(|day| is_day(&day.timex))?;
        let half = day.timex.split_once('T').map(|(_, part)| Half::of_part(part));
        let time = told.time.in_half(told.half.or(half))?;
        Some(Reading { end: day.end, timex: day_at(&day.timex, &time.timex()) })
    }
}

/// Whether a value names one day, or a part of it.
pub(super) fn is_day(timex: &str) -> bool {
    let (day, time) = timex.split_once('T').map_or((timex, None), |(day, time)| (day, Some(time)));
    let part = time.is_none_or(|time| time.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let mut parts = day.split('-').skip(1);
    let day = match (parts.next(), parts.next()) {
        (Some(week), Some(day)) if week.starts_with('W') => day.bytes().all(|byte| byte.is_ascii_digit()),
        (Some(_), Some(day)) => day.len() == 2 && !day.starts_with('W'),
        _ => false,
    };
    part && day && !timex.starts_with('(')
}

/// Whether a value is a part of no told day: `TMO`.
fn is_part(timex: &str) -> bool {
    timex.len() == 3 && timex.starts_with('T') && timex.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether a value names a week: `2018-W20`.
fn is_week(timex: &str) -> bool {
    let mut parts = timex.split('-');
    parts.next().is_some_and(|year| year.len() == 4)
        && parts.next().is_some_and(|week| week.starts_with('W') && week.len() == 3)
        && parts.next().is_none()
}

/// The weekday `number` of a week: `2018-05-15`, or `XXXX-WXX-2` where it is not known which.
fn weekday_in(week: &str, number: i8) -> Option<String> {
    match timex::interval(week) {
        Some((monday, _)) => super::anchor::moved(monday, i64::from(number - 1), Unit::Day).map(|day| day.to_string()),
        None => Some(format!("XXXX-WXX-{number}")),
    }
}

/// A day at a time, or from one time to another.
pub(super) fn day_at(day: &str, time: &str) -> String {
    let day = day.split('T').next().unwrap_or(day);
    match timex::range_parts(time) {
        Some((first, last, length)) => format!("({day}{first},{day}{last},{length})"),
        None => format!("{day}{time}"),
    }
}
