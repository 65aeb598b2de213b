//! Dates told from the day of the article: “yesterday”, “last week”, “this morning”, “next Thursday”, “two years ago”.

use rust_decimal::prelude::ToPrimitive;

use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Number, Spelling, Unit};
use crate::extract::durations::words::DURING;
use crate::extract::timex;

/// Words before “last” or “next” that make it something's last, and no date.
const POSSESSIVES: [&str; 11] = ["his", "her", "its", "their", "our", "my", "your", "'s", "the", "at", "'"];

impl Reader<'_> {
    /// “today”, “last night”, “this year”, “next Thursday”
    pub(super) fn relative(&self, at: usize) -> Option<Reading> {
        let days = match self.word(at) {
            "today" | "tonight" => 0,
            "yesterday" => -1,
            "tomorrow" => 1,
            "the" | "day" => return self.day_beside(at),
            "recent" => return self.some_periods(at, "PAST_REF"),
            "coming" | "upcoming" => {
                return self.weekday_or_quarter(at, 1).or_else(|| self.some_periods(at, "FUTURE_REF"));
            }
            "past" => return self.weekday_or_quarter(at, -1),
            // “the days following Thursday's vote”
            "following" if self.is_before(at, &["on", "by", "until", "till"]) => return self.weekday_or_quarter(at, 1),
            "last" | "previous" => return self.beside(at, -1),
            "this" | "current" => return self.beside(at, 0),
            "next" => return self.beside(at, 1),
            _ => return None,
        };
        // “USA Today”
        if self.capital(at) && !self.before(at).is_empty() && at.checked_sub(1).is_some_and(|place| self.capital(place))
        {
            return None;
        }
        let day = anchor::period(self.today, days, Unit::Day)?;
        Some(match self.word(at) {
            "tonight" => Reading { end: at + 1, timex: format!("{day}TNI") },
            _ => self.with_part(at + 1, day),
        })
    }

    /// “past Monday”, “coming quarter”: other periods behind these words are lengths (“the past year”).
    fn weekday_or_quarter(&self, at: usize, count: i64) -> Option<Reading> {
        let named = calendar::weekday(self.word(at + 1)).is_some() || self.is(at + 1, &["quarter", "weekend"]);
        if named { self.beside(at, count) } else { None }
    }

    /// “the day before yesterday”, “the day after tomorrow”
    fn day_beside(&self, at: usize) -> Option<Reading> {
        let day = at + usize::from(self.word(at) == "the");
        let count = if self.document.is_phrase(day, &["day", "before", "yesterday"]) {
            -2
        } else if self.document.is_phrase(day, &["day", "after", "tomorrow"]) {
            2
        } else {
            return None;
        };
        Some(Reading { end: day + 3, timex: anchor::period(self.today, count, Unit::Day)? })
    }

    /// “recent months”
    fn some_periods(&self, at: usize, value: &str) -> Option<Reading> {
        let (unit, number) = calendar::unit(self.word(at + 1))?;
        let fits = number == Number::Many && !unit.is_of_the_clock();
        fits.then(|| Reading { end: at + 2, timex: value.to_owned() })
    }

    /// What “last”, “this” or “next” at `at` goes on to; `count` is −1, 0 or 1.
    fn beside(&self, at: usize, count: i64) -> Option<Reading> {
        if let Some(stretch) = self.bare_stretch(at, count) {
            return Some(stretch);
        }
        let quarter = self.word(at + 1) == "quarter";
        let only_periods = self.is(at, &["previous", "current"]);
        // “the last quarter” is a period of the calendar all the same, and so is “the current year”.
        let article = self.before(at) == "the" && (quarter || self.is(at, &["past", "coming", "upcoming"]));
        let owned = self.is_before(at, &POSSESSIVES) && !article;
        if (count != 0 && owned) || (only_periods && !self.is_period(at + 1)) {
            return None;
        }
        // “this past weekend”, “this coming Friday”
        let (count, item) = match (count, self.word(at + 1)) {
            (0, "past") => (-1, at + 2),
            (0, "coming") => (1, at + 2),
            _ => (count, at + 1),
        };
        // “this working week”
        let item = item + usize::from(self.word(item) == "working" && self.word(item + 1) == "week");
        let word = self.word(item);
        let end = item + 1;
        if let Some(part) = calendar::day_part(word) {
            let day = match (count, word) {
                (0, _) => 0,
                (-1, "night" | "evening") => -1,
                _ => return None,
            };
            return Some(Reading { end, timex: format!("{}T{part}", anchor::period(self.today, day, Unit::Day)?) });
        }
        if let Some((number, _)) =
            calendar::weekday(word).filter(|(_, spelling)| *spelling == Spelling::Full || self.capital(item))
        {
            // “this Friday, June 15”
            if let Some(date) = self.date_of_weekday(item, end) {
                return Some(date);
            }
            return Some(self.with_part(end, anchor::weekday_from(self.today, number, count)));
        }
        if let Some((month, _)) = calendar::month(word).filter(|_| self.capital(item)) {
            return Some(Reading { end, timex: self.month_beside(month, count) });
        }
        if let Some((code, first)) = calendar::season(word) {
            return Some(Reading { end, timex: self.season_beside(code, first, count) });
        }
        if word == "weekend" {
            return Some(Reading { end, timex: format!("{}-WE", anchor::period(self.today, count, Unit::Week)?) });
        }
        let (unit, number) = calendar::unit(word)?;
        let calendar_period = unit > Unit::Day && unit != Unit::Fortnight;
        // “this half-century”, “next week's” are fine, “last year-end” too; “this year-long” is a length.
        let compound = self.hyphen(end) && self.is(end + 1, &["long", "old"]);
        // “last week of May”
        let part = count == -1 && self.word(end) == "of";
        if part || number != Number::One || !calendar_period || compound {
            return None;
        }
        Some(Reading { end, timex: anchor::period(self.today, count, unit)? })
    }

    /// “(It will rain) next five days”, from tomorrow on: as “next week” is one without an article. “Over the next three
    /// years” and “for the last two weeks” tell how long, and are lengths.
    fn bare_stretch(&self, at: usize, count: i64) -> Option<Reading> {
        let told = count == 0 || self.is_before(at, &POSSESSIVES) || self.is_before(at, &DURING);
        let numeral = self.numeral(at + 1).filter(|numeral| !told && numeral.amount.upper.is_none())?;
        let end = numeral.words.end + 1;
        let (unit, _) = calendar::unit(self.word(end - 1)).filter(|(_, number)| *number == Number::Many)?;
        if unit.is_of_the_clock() || self.is(end, &["of", "in", "-", "'"]) {
            return None;
        }
        let units = numeral.amount.number.to_i64().filter(|_| numeral.amount.number.is_integer())?;
        let today = self.today?;
        let (first, last) = if count < 0 {
            (anchor::moved(today, units.checked_neg()?, unit)?, today)
        } else {
            let tomorrow = anchor::moved(today, 1, Unit::Day)?;
            (tomorrow, anchor::moved(tomorrow, units, unit)?)
        };
        let length = timex::duration(&[(numeral.amount.number, unit)])?;
        (first < last).then(|| Reading { end, timex: timex::stretch(first, last, &length) })
    }

    /// Whether word `at` names a unit or weekday.
    fn is_period(&self, at: usize) -> bool {
        calendar::unit(self.word(at)).is_some() || calendar::weekday(self.word(at)).is_some()
    }

    /// “last May”
    fn month_beside(&self, month: i8, count: i64) -> String {
        let Some(today) = self.today else { return format!("XXXX-{month:02}") };
        let present = today.month();
        let offset = match count {
            -1 => -i16::from(month >= present),
            1 => i16::from(month <= present),
            _ => 0,
        };
        format!("{:04}-{month:02}", today.year().saturating_add(offset))
    }

    /// “last summer”: the last one that is over; “this summer” that of the year.
    fn season_beside(&self, code: &str, first: i8, count: i64) -> String {
        let Some(today) = self.today else { return format!("XXXX-{code}") };
        let present = today.month();
        let over = present >= first + 3;
        let ahead = present < first;
        let offset = match count {
            -1 => -i16::from(!over),
            1 => i16::from(!ahead),
            _ => 0,
        };
        format!("{:04}-{code}", today.year().saturating_add(offset))
    }
}
