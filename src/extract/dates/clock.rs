//! Times of day: “3:25 a.m.”, “8pm”, “20:41”, “1841 UTC”, “noon”.

use super::{Reader, Reading};

/// Words before a time that has no “a.m.” or “p.m.”, or is a word.
const BEFORE_TIME: [&str; 16] = [
    "at", "by", "until", "till", "from", "around", "about", "before", "after", "since", "past", "to", "and", "between",
    "-", "shortly",
];

/// Words after such a time.
const AFTER_TIME: [&str; 12] = ["utc", "gmt", "local", "et", "est", "edt", "pt", "cet", "cest", "bst", "ist", "hours"];

/// Hour and minute, the minute only where it is told.
#[derive(Clone, Copy)]
struct Time {
    hour: i16,
    minute: Option<i16>,
}

/// Which half of the day.
#[derive(Clone, Copy, PartialEq)]
enum Half {
    Morning,
    Afternoon,
}

impl Time {
    /// This time in a half of the day: 12 is the first hour of each.
    fn in_half(self, half: Half) -> Option<Self> {
        let hour = match (half, self.hour) {
            (Half::Morning, 12) => 0,
            (Half::Afternoon, hour) if hour < 12 => hour + 12,
            (_, hour) => hour,
        };
        (hour < 24).then_some(Self { hour, ..self })
    }

    fn timex(self) -> String {
        match self.minute {
            Some(minute) => format!("T{:02}:{minute:02}", self.hour),
            None => format!("T{:02}", self.hour),
        }
    }
}

impl Reader<'_> {
    /// A time of day.
    pub(super) fn clock(&self, at: usize) -> Option<Reading> {
        if self.is(at, &["noon", "midday", "midnight"]) {
            let value = if self.word(at) == "midnight" { "T24:00" } else { "T12:00" };
            return self.is_before(at, &BEFORE_TIME).then(|| Reading { end: at + 1, timex: value.to_owned() });
        }
        if let Some(military) = self.four_figures(at) {
            return Some(military);
        }
        let (time, end) = self.time(at)?;
        if let Some((half, end)) = self.half(end) {
            return Some(self.zoned(end, time.in_half(half)?.timex()));
        }
        // “8–10 p.m.”: the first has the half of the second, unless that would put it behind.
        if (self.hyphen(end) || self.word(end) == "to")
            && let Some((last, past)) = self.time(end + 1)
            && let Some((half, past)) = self.half(past)
        {
            let last = last.in_half(half)?;
            let first = [half, Half::Morning]
                .into_iter()
                .filter_map(|half| time.in_half(half))
                .find(|first| (first.hour, first.minute) < (last.hour, last.minute))?;
            return Some(Reading { end: past, timex: format!("{}/{}", first.timex(), last.timex()) });
        }
        if self.word(end) == "o'clock" {
            return Some(Reading { end: end + 1, timex: time.timex() });
        }
        let shown = self.is_before(at, &BEFORE_TIME) || self.is(end, &AFTER_TIME);
        let colon = time.minute.is_some() && self.word(at + 1) == ":";
        if !colon || !shown || time.hour > 24 {
            return None;
        }
        Some(self.zoned(end, time.timex()))
    }

    /// Hour, or hour and minute, and one past them: “3”, “3:25”, “8.10”.
    fn time(&self, at: usize) -> Option<(Time, usize)> {
        if let Some((hour, minute)) = self.word(at).split_once('.') {
            let minute = minute.parse().ok().filter(|minute| *minute < 60 && self.word(at).len() > 3)?;
            let hour = hour.parse().ok().filter(|hour| *hour <= 24)?;
            return Some((Time { hour, minute: Some(minute) }, at + 1));
        }
        let (hour, digits) = self.figure(at)?;
        let money = self.glued(at) && self.is_before(at, &["$", ":", ".", ","]);
        if digits > 2 || hour > 24 || money {
            return None;
        }
        if self.word(at + 1) == ":"
            && self.glued(at + 1)
            && let Some((minute, 2)) = self.figure(at + 2)
            && minute < 60
            && self.glued(at + 2)
        {
            // A third part makes it a length: “2:03:05”.
            let third = self.word(at + 3) == ":" && self.glued(at + 3) && self.figure(at + 4).is_some();
            return (!third).then_some((Time { hour, minute: Some(minute) }, at + 3));
        }
        Some((Time { hour, minute: None }, at + 1))
    }

    /// “a.m.” or “p.m.” at `at`, however it is written, and one past it.
    fn half(&self, at: usize) -> Option<(Half, usize)> {
        let half = |letter: &str| match letter {
            "a" => Some(Half::Morning),
            "p" => Some(Half::Afternoon),
            _ => None,
        };
        match self.word(at) {
            "am" | "a.m." | "a.m" => Some((Half::Morning, at + 1)),
            "pm" | "p.m." | "p.m" => Some((Half::Afternoon, at + 1)),
            letter
                if self.word(at + 1) == "." && self.word(at + 2) == "m" && self.glued(at + 1) && self.glued(at + 2) =>
            {
                Some((half(letter)?, at + 3))
            }
            _ => None,
        }
    }

    /// “1841 UTC”
    fn four_figures(&self, at: usize) -> Option<Reading> {
        let (number, digits) = self.figure(at)?;
        let time = Time { hour: number / 100, minute: Some(number % 100) };
        let fits = digits == 4 && time.hour < 24 && number % 100 < 60 && self.is(at + 1, &["utc", "gmt"]);
        fits.then(|| self.zoned(at + 1, time.timex()))
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
