//! Days told from a day that was told before: “the next day”, “that day”, “the day before”.

use super::{Reader, Reading, anchor};
use crate::extract::calendar::Unit;
use crate::extract::timex;

/// Verbs that lead to the close of a period: “ended the day”.
const ENDS: [&str; 12] = [
    "end",
    "ends",
    "ended",
    "ending",
    "close",
    "closed",
    "closing",
    "finish",
    "finished",
    "finishing",
    "begin",
    "began",
];

impl Reader<'_> {
    /// A day beside `day`, the last day told in this sentence or the one before; it is some day where there is none. A
    /// length behind `told`, the last day, month or year with its sentence.
    pub(super) fn day_in_context(&self, at: usize, day: Option<&str>, told: Option<(usize, &str)>) -> Option<Reading> {
        const PHRASES: [(&[&str], i64); 7] = [
            (&["the", "next", "day"], 1),
            (&["the", "following", "day"], 1),
            (&["the", "previous", "day"], -1),
            (&["the", "day", "before"], -1),
            (&["the", "day", "after"], 1),
            (&["that", "same", "day"], 0),
            (&["that", "day"], 0),
        ];
        if let Some(told) = told
            && let Some(later) = self.some_time_later(at, told)
        {
            return Some(later);
        }
        // “ended the day at 7,114”
        if self.document.is_phrase(at, &["the", "day"]) && self.ends_period(at) {
            let told = day.filter(|day| timex::interval(day).is_some()).map(str::to_owned);
            return Some(Reading { end: at + 2, timex: told.or_else(|| anchor::period(self.today, 0, Unit::Day))? });
        }
        let (phrase, days) = PHRASES.iter().find(|(phrase, _)| self.document.is_phrase(at, phrase))?;
        let end = at + phrase.len();
        // “the day before the vote”, “the day after he left”, “the next day's”
        if self.is(end - 1, &["before", "after"]) && !self.stands_bare(end) {
            return None;
        }
        let day = day
            .and_then(timex::interval)
            .filter(|(first, last)| first == last)
            .and_then(|(day, _)| anchor::moved(day, *days, Unit::Day));
        Some(Reading { end, timex: day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string()) })
    }

    /// “(up 12 percent) for the year”, “(closed lower) on the day”, “year to date”: the present period, as markets are
    /// reported.
    pub(super) fn period_of_the_article(&self, at: usize) -> Option<Reading> {
        if self.document.is_phrase(at, &["year", "to", "date"]) {
            return Some(Reading { end: at + 3, timex: anchor::period(self.today, 0, Unit::Year)? });
        }
        let unit = match self.word(at + 1) {
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            _ => return None,
        };
        let shown =
            self.word(at) == "the" && (self.before(at) == "for" || (unit == Unit::Day && self.before(at) == "on"));
        ((shown && self.stands_bare(at + 2)) || (unit != Unit::Day && self.ends_period(at)))
            .then(|| Some(Reading { end: at + 2, timex: anchor::period(self.today, 0, unit)? }))
            .flatten()
    }

    /// Whether a verb leads to the close or start of the period that “the” at `at` names: “ends the year down”.
    fn ends_period(&self, at: usize) -> bool {
        self.is_before(at, &ENDS)
            && self.word(at) == "the"
            && !self.is(at + 2, &["of", "-", "'s", "before", "after"])
            && self.figure(at + 2).is_none()
    }
}
