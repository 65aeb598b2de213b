//! Stretches of time: “three years”, “58-year-old”, “an hour and a half”, “several months”, “the past decade”.
//!
//! A count and its unit are always a duration. “A year” alone is one only where its surroundings ask how long (“for a
//! year”, “took a year”): elsewhere it is a rate (“$30 an hour”) or no length at all (“a year of change”).

mod ages;
mod counted;
mod mixed;
mod openers;
mod unnumbered;
pub(super) mod words;

use super::calendar::Unit;
use super::{Hedge, Mention, Numeral, Value};
use crate::segment::Document;

/// The durations in `document`, in reading order.
pub fn durations(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let reader = Reader { document, numerals };
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.words.len() {
        if !reader.may_begin(at) {
            debug_assert!(reader.longest(at).is_none(), "“{}” opens a duration", reader.word(at));
            at += 1;
            continue;
        }
        match reader.longest(at) {
            Some(reading) if reader.same_sentence(at, reading.end - 1) => {
                let Reading { end, timex, hedge } = reading;
                found.push(Mention {
                    span: document.span_of(at..end),
                    words: at..end,
                    sentence: document.words[at].sentence(),
                    value: Value::Duration { timex, hedge },
                });
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// What another reading of a duration needs to know of it.
pub(super) struct Length {
    /// One past its last word.
    pub end: usize,
    /// Its finest unit of the calendar; `None` for parts of a day.
    pub unit: Option<Unit>,
    /// Whether it is told as more or less than its value.
    pub bounded: bool,
}

/// The duration that starts at word `at`.
pub(super) fn length_at(document: &Document, numerals: &[Numeral], at: usize) -> Option<Length> {
    let Reading { end, timex, hedge } = Reader { document, numerals }.longest(at)?;
    let unit = match timex.bytes().last() {
        _ if timex.contains('T') => None,
        Some(b'Y') => Some(Unit::Year),
        Some(b'M') => Some(Unit::Month),
        Some(b'W') => Some(Unit::Week),
        Some(b'D') => Some(Unit::Day),
        _ => None,
    };
    Some(Length { end, unit, bounded: !matches!(hedge, Hedge::Exact | Hedge::About) })
}

/// A reading of words as a duration: one past its last word, its value, how exactly it is told.
struct Reading {
    end: usize,
    timex: String,
    hedge: Hedge,
}

struct Reader<'d> {
    document: &'d Document,
    numerals: &'d [Numeral],
}

impl Reader<'_> {
    fn longest(&self, at: usize) -> Option<Reading> {
        [
            self.counted(at),
            self.age(at),
            self.mixed(at),
            self.weekends(at),
            self.part(at),
            self.single(at),
            self.vague(at),
            self.nearby(at),
            self.all(at),
            self.lasting(at),
        ]
        .into_iter()
        .flatten()
        .reduce(|best, reading| if reading.end > best.end { reading } else { best })
    }

    fn word(&self, at: usize) -> &str {
        self.document.folded(at)
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    fn same_sentence(&self, a: usize, b: usize) -> bool {
        match (self.document.words.get(a), self.document.words.get(b)) {
            (Some(a), Some(b)) => a.sentence() == b.sentence(),
            _ => false,
        }
    }

    fn before(&self, at: usize) -> &str {
        match at.checked_sub(1) {
            Some(place) if self.same_sentence(place, at) => self.word(place),
            _ => "",
        }
    }

    fn glued(&self, at: usize) -> bool {
        self.document.words.get(at).is_some_and(|word| word.glued)
    }

    fn glued_hyphen(&self, at: usize) -> bool {
        self.word(at) == "-" && self.glued(at) && self.glued(at + 1)
    }

    fn numeral(&self, at: usize) -> Option<&Numeral> {
        let place = self.numerals.binary_search_by_key(&at, |numeral| numeral.words.start).ok()?;
        Some(&self.numerals[place])
    }
}

#[cfg(test)]
mod tests;
