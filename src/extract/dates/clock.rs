//! Times of day: “3:25 a.m.”, “8pm”, “20:41”, “1841 UTC”, “noon”, “2 to 4 p.m.”. A figure alone is a time only beside a
//! day (“Monday at 5”); how times are written is read in [`super::hours`].

use super::hours::{Form, Half, Told};
use super::{Reader, Reading};
use crate::extract::timex;

/// Words before a time that has no “a.m.” or “p.m.”, or is a word.
const BEFORE_TIME: [&str; 18] = [
    "at",
    "by",
    "until",
    "till",
    "from",
    "around",
    "about",
    "before",
    "after",
    "since",
    "past",
    "to",
    "and",
    "between",
    "-",
    "shortly",
    "circa",
    "approximately",
];

/// Names of zones and clocks behind a time.
pub(super) const ZONES: [&str; 22] = [
    "utc", "gmt", "local", "et", "est", "edt", "pt", "pst", "pdt", "ct", "cst", "cdt", "mt", "mst", "cet", "cest",
    "eet", "bst", "ist", "msk", "eastern", "hours",
];

/// What may stand behind a figure that counts nothing.
const BEHIND: [&str; 22] = [
    ".", ",", ";", ")", "?", "!", "\"", "'", "on", "in", "and", "or", "for", "with", "when", "as", "but", "to",
    "today", "tomorrow", "tonight", "local",
];

/// What speaks for words to be a time, besides themselves.
#[derive(Clone, Copy)]
pub(super) struct Evidence {
    pub beside: Beside,
    /// The half of the day that is told with the day: “last night at 8”.
    pub half: Option<Half>,
}

/// How a time stands beside a day.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Beside {
    /// “at 20:41”
    Nothing,
    /// “Monday 20:41”
    Day,
    /// “Monday at 5”
    DayAndAt,
}

impl Evidence {
    pub const NONE: Self = Self { beside: Beside::Nothing, half: None };
}

impl Reader<'_> {
    /// A time of day that stands by itself.
    pub(super) fn clock(&self, at: usize) -> Option<Reading> {
        self.time_of_day(at, Evidence::NONE)
    }

    /// A time of day, or two from one to the other.
    pub(super) fn time_of_day(&self, at: usize, evidence: Evidence) -> Option<Reading> {
        if self.is(at, &["noon", "midday", "midnight"]) {
            let value = if self.word(at) == "midnight" { "T24:00" } else { "T12:00" };
            let shown = evidence.beside > Beside::Nothing || self.is_before(at, &BEFORE_TIME);
            return shown.then(|| Reading { end: at + 1, timex: value.to_owned() });
        }
        if let Some(military) = self.four_figures(at) {
            return Some(military);
        }
        let told = self.told_time(at)?;
        if let Some(range) = self.time_range(at, &told, evidence) {
            return Some(range);
        }
        if let Some(time) = self.listed_time(at, &told) {
            return Some(time);
        }
        let shown = evidence.beside > Beside::Nothing || self.is_before(at, &BEFORE_TIME) || self.is(told.end, &ZONES);
        let sure = (told.half.is_some()
            && (!told.in_words || told.form == Form::OClock || told.form == Form::Colon || shown))
            || told.form == Form::OClock
            || (told.form == Form::Colon && shown && told.time.hour <= 24)
            || (told.form == Form::Spoken
                && (told.in_words || (self.before(at) == "at" && self.stands_bare(told.end))))
            || (evidence.beside == Beside::DayAndAt && self.stands_bare(told.end));
        if !sure || (told.time.second.is_some() && told.half.is_none() && evidence.beside == Beside::Nothing) {
            return None;
        }
        let time = told.time.in_half(told.half.or_else(|| evidence.half.filter(|_| told.time.hour <= 12)))?;
        Some(self.zoned(told.end, time.timex()))
    }

    /// “2 to 4 p.m.”, “from 8:30 a.m. until noon”, “between 9 and 10:30”
    fn time_range(&self, at: usize, first: &Told, evidence: Evidence) -> Option<Reading> {
        let opened = self.is_before(at, &["from", "between"]);
        let joined = self.hyphen(first.end)
            || self.is(first.end, &["to", "until", "till", "through"])
            || (self.word(first.end) == "and" && self.before(at) == "between");
        if !joined {
            return None;
        }
        // “from 10 a.m. to noon”
        if self.is(first.end + 1, &["noon", "midday", "midnight"]) {
            let hour = if self.word(first.end + 1) == "midnight" { 24 } else { 12 };
            let from = first.time.in_half(first.half.or_else(|| opened.then_some(Half::Morning)))?;
            let (from, to) = (from.timex(), format!("T{hour}:00"));
            let known = first.half.is_some() || (opened && first.time.hour < hour.min(12));
            return known.then_some(Reading { end: first.end + 2, timex: timex::range(&from, &to)? });
        }
        let last = self.told_time(first.end + 1)?;
        let halves =
            first.half.is_some() || last.half.is_some() || (last.form == Form::OClock && first.form == Form::Colon);
        let colons =
            first.form == Form::Colon && last.form == Form::Colon && (opened || evidence.beside > Beside::Nothing);
        let day_behind = self.is(last.end, &["today", "tomorrow", "tonight", "yesterday"])
            || self.document.is_phrase(last.end, &["last", "night"])
            || (self.word(last.end) == "on" && self.numeric_day(last.end + 1).is_some());
        let bare = opened
            && (evidence.beside > Beside::Nothing
                || first.form == Form::Colon
                || last.form == Form::Colon
                || first.form == Form::Spoken
                || day_behind)
            && (self.stands_bare(last.end) || self.is(last.end, &ZONES) || day_behind)
            && first.time.hour <= 12
            && last.time.hour <= 12;
        if !(halves || colons || bare) {
            return None;
        }
        let half = evidence.half;
        let (from, to) = match (first.half, last.half) {
            (Some(from), Some(to)) => (first.time.in_half(Some(from))?, last.time.in_half(Some(to))?),
            // The first has the half of the second, unless that would put it behind.
            (None, Some(to)) => {
                let last = last.time.in_half(Some(to))?;
                let first = [to, Half::Morning]
                    .into_iter()
                    .filter_map(|half| first.time.in_half(Some(half)))
                    .find(|first| first.minutes() < last.minutes())?;
                (first, last)
            }
            (Some(from), None) => {
                let first = first.time.in_half(Some(from))?;
                let last = [half.unwrap_or(from), Half::Afternoon]
                    .into_iter()
                    .filter_map(|half| last.time.in_half(Some(half)))
                    .find(|last| first.minutes() < last.minutes())?;
                (first, last)
            }
            // “from 10:30 to 3” ends in the afternoon.
            (None, None) => {
                let first = first.time.in_half(half)?;
                let last = [half, Some(Half::Afternoon)]
                    .into_iter()
                    .filter_map(|half| last.time.in_half(half))
                    .find(|last| first.minutes() < last.minutes())?;
                (first, last)
            }
        };
        Some(Reading { end: last.end, timex: timex::range(&from.timex(), &to.timex())? })
    }

    /// Whether a figure that ends before word `at` counts nothing: what follows is no noun, unit or fraction.
    pub(super) fn stands_bare(&self, at: usize) -> bool {
        if !self.same_sentence(at.saturating_sub(1), at) {
            return true;
        }
        let goes_on = self.glued(at) && self.is(at, &[".", ",", "-", "/", ":"]) && self.figure(at + 1).is_some();
        self.is(at, &BEHIND) && !goes_on
    }

    /// “1841 UTC”, “at 0730”
    fn four_figures(&self, at: usize) -> Option<Reading> {
        let (number, digits) = self.figure(at)?;
        let (hour, minute) = (number / 100, number % 100);
        let zoned = self.is(at + 1, &["utc", "gmt"]);
        // No year begins with a nought: “at 0730”.
        let padded = self.word(at).starts_with('0')
            && self.is_before(at, &BEFORE_TIME)
            && !self.glued(at)
            && self.stands_bare(at + 1);
        let fits = digits == 4 && hour < 24 && minute < 60 && (zoned || padded);
        fits.then(|| self.zoned(at + 1, format!("T{hour:02}:{minute:02}")))
    }

    /// Adds the zone that TIMEX3 has a letter for, where it follows.
    fn zoned(&self, end: usize, timex: String) -> Reading {
        if self.is(end, &["utc", "gmt"]) {
            Reading { end: end + 1, timex: timex + "Z" }
        } else {
            Reading { end, timex }
        }
    }
}
