//! Parts of a longer period, told by their place in it: “the first week of 2015”, “the last week of July”, “the last four
//! months of 2021”, “the 15th of next month”.

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Unit};
use crate::extract::timex;

impl Reader<'_> {
    /// A part of a period.
    pub(super) fn part_of_period(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.word(at) == "the");
        self.counted_part(from)
            .or_else(|| self.weeks_or_months(from))
            .or_else(|| self.day_of_period(from))
            .or_else(|| self.weekday_of_month(from))
    }

    /// “first Monday of next month”, “last Friday in October”
    fn weekday_of_month(&self, at: usize) -> Option<Reading> {
        let (nth, day_at) = match self.word(at) {
            "last" => (-1, at + 1),
            _ => self.ordinal(at).filter(|(nth, _)| (1..=5).contains(nth))?,
        };
        let (number, _, end) = self.weekday(day_at)?;
        let month = self.whole(end)?;
        let (first, last) = timex::interval(&month.timex).filter(|_| month.timex.len() == 7)?;
        let weekday = jiff::civil::Weekday::from_monday_one_offset(number).ok()?;
        let day = first.nth_weekday_of_month(nth, weekday).ok().filter(|day| *day <= last)?;
        Some(Reading { end: month.end, timex: day.to_string() })
    }

    fn year_follows(&self, at: usize) -> bool {
        self.year_behind(at).is_some()
    }

    /// “the last four months of 2021”, “first ten days of last year”
    fn counted_part(&self, at: usize) -> Option<Reading> {
        if !self.is(at, &["first", "last", "final", "opening", "closing"]) {
            return None;
        }
        let numeral = self.numeral(at + 1)?;
        let count = numeral.amount.number.to_i64().filter(|_| numeral.amount.upper.is_none())?;
        let (unit, _) = calendar::unit(self.word(numeral.words.end)).filter(|(unit, _)| !unit.is_of_the_clock())?;
        let whole = self.whole(numeral.words.end + 1)?;
        let (first, last) = timex::interval(&whole.timex)?;
        let end = anchor::moved(last, 1, Unit::Day)?;
        let (from, to) = if self.is(at, &["first", "opening"]) {
            (first, anchor::moved(first, count, unit)?)
        } else {
            (anchor::moved(end, count.checked_neg()?, unit)?, end)
        };
        let length = timex::duration(&[(count.into(), unit)])?;
        (first <= from && from < to && to <= end)
            .then(|| Reading { end: whole.end, timex: timex::stretch(from, to, &length) })
    }

    /// “first week of 2015”, “last week of July”, “third month of 2021”
    fn weeks_or_months(&self, at: usize) -> Option<Reading> {
        let (number, noun) = if self.is(at, &["last", "final"]) {
            (None, at + 1)
        } else {
            let (number, end) = self.ordinal(at)?;
            (Some(number), end)
        };
        let unit = match self.word(noun) {
            "week" => Unit::Week,
            "month" => Unit::Month,
            _ => return None,
        };
        let whole = self.whole(noun + 1)?;
        let timex = match (unit, whole.timex.len()) {
            (Unit::Week, 4) => {
                let year: i16 = whole.timex.parse().ok()?;
                // The last week that has more days in the year than in the next: that of December 28.
                let weeks = Date::new(year, 12, 28).ok()?.iso_week_date().week();
                let week = number.unwrap_or(weeks);
                (1..=weeks).contains(&week).then(|| format!("{year:04}-W{week:02}"))?
            }
            (Unit::Week, 7) if !whole.timex.contains(['W', 'Q', 'H', 'S', 'F']) => {
                let week = number.unwrap_or_else(|| if whole.timex.ends_with("-02") { 4 } else { 5 });
                (1..=5).contains(&week).then(|| format!("{}-W{week:02}", whole.timex))?
            }
            (Unit::Month, 4) => {
                let month = number.unwrap_or(12);
                (1..=12).contains(&month).then(|| format!("{}-{month:02}", whole.timex))?
            }
            _ => return None,
        };
        Some(Reading { end: whole.end, timex })
    }

    /// “20th of next month”, “the 15th day of the month”
    fn day_of_period(&self, at: usize) -> Option<Reading> {
        let (day, end) = self.ordinal(at).filter(|(day, _)| (1..=31).contains(day))?;
        let end = end + usize::from(self.word(end) == "day");
        let month = if self.word(end) == "of" {
            let article = usize::from(self.word(end + 1) == "the" && self.word(end + 2) == "next");
            self.relative(end + 1 + article).or_else(|| self.current(end + 1))?
        } else {
            self.relative(end)?
        };
        let named = month.timex.len() == 7 && self.word(month.end - 1) == "month";
        if !named {
            return None;
        }
        let timex = format!("{}-{day:02}", month.timex);
        let exists = month.timex.starts_with("XXXX") || timex.parse::<Date>().is_ok();
        exists.then_some(Reading { end: month.end, timex })
    }

    /// The period that a part of it goes on with: “of 2015”, “of July”, “of last year”, “of this month”.
    fn whole(&self, at: usize) -> Option<Reading> {
        if !self.is(at, &["of", "in"]) {
            return None;
        }
        let named = || {
            let month = self.named_month(at + 1).filter(|month| !month.doubtful && !self.year_follows(month.end))?;
            Some(Reading { end: month.end, timex: anchor::month(self.today, month.month, self.tense(at)) })
        };
        self.month(at + 1)
            .or_else(named)
            .or_else(|| self.year_of_edge(at + 1))
            .or_else(|| self.relative(at + 1))
            .or_else(|| (self.word(at) == "of").then(|| self.current(at + 1)).flatten())
    }
}
