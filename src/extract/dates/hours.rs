//! How a time of day is written: in figures (“3”, “3:25”, “8.10”, “7:56:30”) or words (“half past five”, “six-thirty”),
//! and which half of the day it is in (“p.m.”, “in the evening”).

use super::Reader;

/// Hour, minute and second, each only where it is told.
#[derive(Clone, Copy)]
pub(super) struct Time {
    pub hour: i16,
    pub minute: Option<i16>,
    pub second: Option<i16>,
}

/// Which half of the day.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Half {
    Morning,
    Afternoon,
}

impl Half {
    /// The half in which a part of the day lies: `EV`.
    pub fn of_part(part: &str) -> Self {
        if part == "MO" { Self::Morning } else { Self::Afternoon }
    }
}

impl Time {
    /// This time in a half of the day, where one is told: 12 is the first hour of each.
    pub fn in_half(self, half: Option<Half>) -> Option<Self> {
        let hour = match (half, self.hour) {
            (Some(Half::Morning), 12) => 0,
            (Some(Half::Afternoon), hour) if hour < 12 => hour + 12,
            (_, hour) => hour,
        };
        (hour < 24 || (hour == 24 && half.is_none())).then_some(Self { hour, ..self })
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> i16 {
        self.hour * 60 + self.minute.unwrap_or(0)
    }

    pub fn timex(self) -> String {
        match (self.minute, self.second) {
            (Some(minute), Some(second)) => format!("T{:02}:{minute:02}:{second:02}", self.hour),
            (Some(minute), None) => format!("T{:02}:{minute:02}", self.hour),
            (None, _) => format!("T{:02}", self.hour),
        }
    }
}

/// How a time is written.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// “3”, “3.25”, “three”
    Bare,
    /// “3:25”
    Colon,
    /// “half past five”, “seven twenty”
    Spoken,
    /// “three o'clock”
    OClock,
}

/// A time as it is told.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub time: Time,
    pub half: Option<Half>,
    /// One past its words.
    pub end: usize,
    pub form: Form,
    /// The half is told as “in the evening”, “at night”.
    pub in_words: bool,
}

impl Reader<'_> {
    /// The time at `at` with the half of the day behind it.
    pub(super) fn told_time(&self, at: usize) -> Option<Told> {
        let past = self.figure(at).is_some() && self.is(at + 1, &["past", "minutes", "min"]);
        let figures = self.time(at).filter(|_| !past);
        let (time, mut end) = figures.or_else(|| self.spoken_time(at))?;
        let mut form = match figures {
            _ if time.minute.is_none() => Form::Bare,
            None => Form::Spoken,
            Some(_) if self.word(at + 1) == ":" => Form::Colon,
            Some(_) => Form::Bare,
        };
        if self.is(end, &["o'clock", "oclock"]) {
            end += 1;
            form = Form::OClock;
        }
        let half = self.half(end, time).filter(|_| time.hour <= 12 || form == Form::Colon);
        let in_words = half.is_some() && self.is(end, &["in", "at"]);
        let (half, end) = half.map_or((None, end), |(half, end)| (Some(half), end));
        Some(Told { time, half, end, form, in_words })
    }

    /// Hour, or hour and minute, and one past them: “3”, “3:25”, “8.10”.
    fn time(&self, at: usize) -> Option<(Time, usize)> {
        if let Some((hour, minute)) = self.word(at).split_once('.') {
            let minute = minute.parse().ok().filter(|minute| (0..60).contains(minute) && self.word(at).len() > 3)?;
            let hour = hour.parse().ok().filter(|hour| (0..=24).contains(hour))?;
            return Some((Time { hour, minute: Some(minute), second: None }, at + 1));
        }
        let (hour, digits) = self.figure(at)?;
        let money = self.glued(at) && self.is_before(at, &["$", ":", ".", ","]);
        if digits > 2 || hour > 24 || money {
            return None;
        }
        let Some(minute) = self.sixtieth(at + 1) else {
            return Some((Time { hour, minute: None, second: None }, at + 1));
        };
        // A third part without “a.m.” makes it a length mostly: “2:03:05”.
        let second = self.sixtieth(at + 3);
        Some((Time { hour, minute: Some(minute), second }, if second.is_some() { at + 5 } else { at + 3 }))
    }

    /// The two figures behind a colon at `at`: “:25”.
    fn sixtieth(&self, at: usize) -> Option<i16> {
        let colon = self.word(at) == ":" && self.glued(at) && self.glued(at + 1);
        self.figure(at + 1).filter(|&(minute, digits)| colon && digits == 2 && minute < 60).map(|(minute, _)| minute)
    }

    /// “five”, “five-thirty”, “seven twenty-seven”, “half past five”, “quarter to six”
    fn spoken_time(&self, at: usize) -> Option<(Time, usize)> {
        let hour = |at: usize| {
            let (hour, end) =
                self.small_number(at).or_else(|| self.plain_number(at).map(|(n, e)| (i16::from(n), e)))?;
            (1..=12).contains(&hour).then_some((hour, end))
        };
        let from = at + usize::from(self.word(at) == "a" && self.word(at + 1) == "quarter");
        if self.is(from, &["half", "quarter"]) && self.is(from + 1, &["past", "to"]) {
            let (hour, end) = hour(from + 2)?;
            let time = |hour: i16, minute: i16| Some((Time { hour, minute: Some(minute), second: None }, end));
            return match (self.word(from), self.word(from + 1)) {
                ("half", "past") => time(hour, 30),
                ("quarter", "past") => time(hour, 15),
                ("quarter", "to") => time(if hour == 1 { 12 } else { hour - 1 }, 45),
                _ => None,
            };
        }
        let minutes = self.small_number(at).or_else(|| {
            let (minute, end) = self.plain_number(at)?;
            self.is(end, &["minutes", "min", "past"]).then_some((i16::from(minute), end))
        });
        if let Some((minute, past)) = minutes
            && (0..60).contains(&minute)
        {
            let past = past + usize::from(self.is(past, &["minutes", "min"]));
            if self.word(past) == "past" {
                let (hour, end) = hour(past + 1)?;
                return Some((Time { hour, minute: Some(minute), second: None }, end));
            }
        }
        if self.word(at) == "twelve" && self.word(at + 1) == "hour" {
            return None;
        }
        let (hour, end) = self.small_number(at).filter(|(hour, _)| (1..=12).contains(hour))?;
        let minute_at = end + usize::from(self.hyphen(end) && self.glued(end));
        if let Some((minute, past)) = self.small_number(minute_at)
            && (10..60).contains(&minute)
        {
            return Some((Time { hour, minute: Some(minute), second: None }, past));
        }
        Some((Time { hour, minute: None, second: None }, end))
    }

    /// “a.m.” or “p.m.” at `at`, however it is written, or “in the evening”, and one past it.
    fn half(&self, at: usize, time: Time) -> Option<(Half, usize)> {
        match self.word(at) {
            "am" | "a.m." | "a.m" => Some((Half::Morning, at + 1)),
            "pm" | "p.m." | "p.m" => Some((Half::Afternoon, at + 1)),
            letter @ ("a" | "p") if self.word(at + 1) == "." && self.glued(at + 1) => {
                let m = self.word(at + 2) == "m" && self.glued(at + 2);
                m.then_some((if letter == "a" { Half::Morning } else { Half::Afternoon }, at + 3))
            }
            "in" if self.word(at + 1) == "the" => {
                let half = match self.word(at + 2) {
                    "morning" => Half::Morning,
                    "afternoon" | "evening" => Half::Afternoon,
                    _ => return None,
                };
                Some((half, at + 3))
            }
            "at" if self.word(at + 1) == "night" => {
                Some((if time.hour == 12 || time.hour < 5 { Half::Morning } else { Half::Afternoon }, at + 2))
            }
            _ => None,
        }
    }
}
