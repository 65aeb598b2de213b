//! Parts of a year: quarters and halves, seasons, the beginning of something, months that run up to a date.

use jiff::civil::Date;

use super::tense::Tense;
use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Number, Unit};
use crate::extract::timex;

/// Words for the beginning, middle and end of a period.
const EDGES: [&str; 11] =
    ["beginning", "start", "end", "middle", "close", "turn", "outset", "midpoint", "eve", "rest", "remainder"];

/// The same as a word before the period.
const HALVES: [&str; 3] = ["early", "late", "mid"];

impl Reader<'_> {
    /// “the third quarter of 2024”, “third-quarter”, “Q3”, “the first half of the year”
    pub(super) fn quarter(&self, at: usize) -> Option<Reading> {
        if let Some(half) = self.half_or_quarter_behind(at) {
            return Some(half);
        }
        if let Some(number) = self.word(at).strip_prefix('q').and_then(|number| number.parse::<i8>().ok()) {
            let dated = self.year_of_edge(at + 1 + usize::from(self.word(at + 1) == "of")).is_some()
                || self.fiscal_year(at + 1 + usize::from(self.word(at + 1) == "of")).is_some();
            let fits = (self.capital(at) || dated) && (1..=4).contains(&number);
            return if fits { Some(self.quarter_of(at, number, at + 1)) } else { None };
        }
        let (number, end) = self.ordinal(at)?;
        let noun = end + usize::from(self.hyphen(end));
        match self.word(noun) {
            "quarter" if (1..=4).contains(&number) => Some(self.quarter_of(at, number, noun + 1)),
            "half" if number <= 2 => {
                let Reading { end, timex } = self.containing(noun + 1)?;
                let year = timex.get(..4).filter(|_| timex.len() == 4)?;
                Some(Reading { end, timex: format!("{year}-H{number}") })
            }
            _ => None,
        }
    }

    /// “2017 Q1”, “2019-H2”
    fn half_or_quarter_behind(&self, at: usize) -> Option<Reading> {
        let year = self.year_of_edge(at)?;
        let part = at + 1 + usize::from(self.hyphen(at + 1) && self.glued(at + 1) && self.glued(at + 2));
        let code = match self.word(part) {
            "q1" => "Q1",
            "q2" => "Q2",
            "q3" => "Q3",
            "q4" => "Q4",
            "h1" => "H1",
            "h2" => "H2",
            _ => return None,
        };
        Some(Reading { end: part + 1, timex: format!("{}-{code}", year.timex) })
    }

    /// The quarter `number`, in the year that may be told at `end`.
    fn quarter_of(&self, at: usize, number: i8, end: usize) -> Reading {
        match self.containing(end) {
            Some(Reading { end, timex }) if timex.len() == 4 || timex.starts_with("FY") => {
                Reading { end, timex: format!("{timex}-Q{number}") }
            }
            _ => Reading { end, timex: anchor::quarter(self.today, number, self.tense(at)) },
        }
    }

    /// The year that goes on from a quarter or half at `at`: “of 2024”, “of this year”, “2024”, “of its fiscal year”.
    fn containing(&self, at: usize) -> Option<Reading> {
        let of = self.is(at, &["of", "in"]);
        let from = at + usize::from(of);
        let year = || self.year_of_edge(from);
        let fiscal = || self.fiscal(from);
        let relative = || self.relative(from).filter(|reading| self.word(reading.end - 1) == "year");
        let current = || self.current(from).filter(|_| of);
        year().or_else(fiscal).or_else(relative).or_else(current)
    }

    /// “the year”, the present one; also “the month”, “the week”.
    pub(super) fn current(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.is(at, &["the"]));
        let (unit, number) = calendar::unit(self.word(from))?;
        let whole =
            matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century);
        if from == at || number != Number::One || !whole {
            return None;
        }
        Some(Reading { end: from + 1, timex: anchor::period(self.today, 0, unit)? })
    }

    /// “the beginning of the year”, “the end of 2024”, “early 1990s”, “mid-July”, “late last year”
    pub(super) fn edge(&self, at: usize) -> Option<Reading> {
        if self.is(at, &["early", "earlier", "late", "later"]) && self.word(at + 1) == "in" {
            return self.present(at + 2);
        }
        if self.is(at, &HALVES) {
            let from = at + 1 + usize::from(self.hyphen(at + 1));
            return self
                .year_of_edge(from)
                .filter(|_| !(self.glued(from + 1) && self.is(from + 1, &["s"])))
                .or_else(|| self.decade(from))
                .or_else(|| self.month(from))
                .or_else(|| self.season(from))
                .or_else(|| self.century(from))
                .or_else(|| self.relative(from).filter(|reading| self.names_year_or_less(reading)));
        }
        if let Some(week) = self.week_of(at) {
            return Some(week);
        }
        let edge = at + usize::from(self.word(at) == "the");
        if !self.is(edge, &EDGES) || self.word(edge + 1) != "of" {
            return None;
        }
        let from = edge + 2;
        self.bare_period(from)
            .or_else(|| self.current(from))
            .or_else(|| self.year_of_edge(from).filter(|_| !(self.glued(from + 1) && self.is(from + 1, &["s", "'s"]))))
            .or_else(|| self.month(from))
            .or_else(|| self.decade(from + usize::from(self.word(from) == "the")))
            .or_else(|| self.relative(from))
            .or_else(|| self.quarter(from + usize::from(self.word(from) == "the")))
            .or_else(|| self.fiscal(from))
            .or_else(|| self.day(from).filter(|day| super::joined::is_day(&day.timex)))
    }

    /// “(end of) year”, “(end of) month”
    fn bare_period(&self, at: usize) -> Option<Reading> {
        let unit = match self.word(at) {
            "year" => Unit::Year,
            "month" => Unit::Month,
            _ => return None,
        };
        Some(Reading { end: at + 1, timex: anchor::period(self.today, 0, unit)? })
    }

    /// “(later in) the week”, “the day”
    fn present(&self, at: usize) -> Option<Reading> {
        let day = self.document.is_phrase(at, &["the", "day"]);
        if !day {
            return self.current(at);
        }
        // “earlier in the day Wednesday”
        let on = at + 2 + usize::from(self.word(at + 2) == "on");
        let told = self.day(on).filter(|_| self.weekday(on).is_some());
        told.or_else(|| Some(Reading { end: at + 2, timex: anchor::period(self.today, 0, Unit::Day)? }))
    }

    /// “the week of April 10”, “week beginning 4 February”
    fn week_of(&self, at: usize) -> Option<Reading> {
        let week = at + usize::from(self.word(at) == "the");
        if self.word(week) != "week" || !self.is(week + 1, &["of", "beginning", "starting", "commencing"]) {
            return None;
        }
        let day = self.plain_day(week + 2)?;
        let value = match timex::interval(&day.timex) {
            Some((first, _)) => timex::period(first, Unit::Week)?,
            None => day.timex,
        };
        Some(Reading { end: day.end, timex: value })
    }

    /// “late last year”, but not “early today”
    fn names_year_or_less(&self, reading: &Reading) -> bool {
        calendar::unit(self.word(reading.end - 1)).is_some()
    }

    /// “last summer”, “the summer of 2019”, “in winter”
    pub(super) fn season(&self, at: usize) -> Option<Reading> {
        let (code, first) = calendar::season(self.word(at))?;
        let of = usize::from(self.is(at + 1, &["of", ",", "in"]));
        if let Some(year) = self.year_of_edge(at + 1 + of) {
            return Some(Reading { end: year.end, timex: format!("{}-{code}", year.timex) });
        }
        // “fall” and “spring” are other words mostly, and so may “summer” be a name.
        let sure = self.is(at, &["summer", "winter", "autumn"])
            && self.is_before(at, &["in", "the", "during", "since", "until", "by", "over", "throughout", "whole"]);
        if !sure || self.capital(at) || self.hyphen(at + 1) {
            return None;
        }
        // “the summer” that someone tells of is the last that has begun, or the next.
        let timex = match (self.today, self.tense(at)) {
            (Some(today), Some(Tense::Past)) if self.is_before(at, &["the", "over", "during"]) => {
                format!("{:04}-{code}", today.year().saturating_sub(i16::from(today.month() < first)))
            }
            (Some(today), Some(Tense::Future)) if self.is_before(at, &["the", "over", "during"]) => {
                format!("{:04}-{code}", today.year().saturating_add(i16::from(today.month() >= first + 3)))
            }
            _ => format!("XXXX-{code}"),
        };
        Some(Reading { end: at + 1, timex })
    }

    /// “three months through December”, “the year to March 31, 2024”, “the quarter ended December”
    pub(super) fn months_through(&self, at: usize) -> Option<Reading> {
        let (count, unit_at) = match self.numeral(at) {
            Some(numeral) => (i64::try_from(numeral.amount.number).ok()?, numeral.words.end),
            None => (1, at),
        };
        let (unit, _) = calendar::unit(self.word(unit_at))?;
        let months = count.checked_mul(match unit {
            Unit::Month => 1,
            Unit::Quarter => 3,
            Unit::Year => 12,
            _ => return None,
        })?;
        let ends = unit_at + 1 + usize::from(self.is(unit_at + 1, &["that", "which"]));
        if !(self.is(ends, &["through", "ended", "ending"])
            || (self.is(ends, &["to", "until"]) && self.is_month(ends + 1)))
        {
            return None;
        }
        let from = ends + 1 + usize::from(self.is(ends + 1, &["in", "on"]));
        let until = self.day(from).filter(|_| self.is_month(from)).or_else(|| self.month(from))?;
        Some(Reading { end: until.end, timex: span_of_months(months, &until.timex)? })
    }
}

/// The value of so many months that end with the month of `until`: a quarter, half or year of the calendar where it is
/// one.
fn span_of_months(months: i64, until: &str) -> Option<String> {
    let open = until.starts_with("XXXX-");
    // Which year does not matter to the months of an open value.
    let anchored = if open { until.replacen("XXXX", "2001", 1) } else { until.to_owned() };
    let last: Date = timex::interval(&anchored)?.1.last_of_month();
    let first = anchor::moved(last.first_of_month(), 1 - months, Unit::Month)?;
    let year = if open { "XXXX".to_owned() } else { format!("{:04}", last.year()) };
    let month = last.month();
    Some(match months {
        1 => format!("{year}-{month:02}"),
        3 if month % 3 == 0 => format!("{year}-Q{}", month / 3),
        6 if month % 6 == 0 => format!("{year}-H{}", month / 6),
        12 if month == 12 => year,
        _ if open => format!("(XXXX-{:02}-01,XXXX-{:02}-01,P{months}M)", first.month(), month % 12 + 1),
        _ => timex::stretch(first, anchor::moved(last, 1, Unit::Day)?, &format!("P{months}M")),
    })
}
