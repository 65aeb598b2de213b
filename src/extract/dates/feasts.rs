//! Days of the year that have a name, fixed or moving: “New Year's Eve”, “Thanksgiving”, “Easter 2018”.

use jiff::civil::{Date, Weekday};

use super::tense::Tense;
use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, FEASTS, Rule, Unit};
use crate::text::Classes;

/// Words before “Christmas” that make it a day, and not the season or a sort of sale.
const BEFORE_DAY: [&str; 13] =
    ["on", "at", "by", "before", "after", "since", "until", "till", "this", "last", "next", "following", "around"];

impl Reader<'_> {
    /// A day of the year that has a name.
    pub(super) fn holiday(&self, at: usize) -> Option<Reading> {
        let word = self.word(at);
        let beside = match word {
            "last" => Some(-1),
            "next" | "following" => Some(1),
            _ => None,
        };
        let from = at + usize::from(beside.is_some());
        let (words, rule, season) = FEASTS
            .iter()
            .find(|(words, ..)| words.first() == Some(&self.word(from)) && self.document.is_phrase(from, words))?;
        let end = from + words.len();
        // Other calendars have other days: “Orthodox Easter”, “Chinese New Year's Day”.
        if self
            .is_before(from, &["orthodox", "chinese", "lunar", "jewish", "persian", "coptic", "ethiopian", "tibetan"])
        {
            return None;
        }
        if let Some((year, end)) = self.year_behind(end).filter(|_| self.word(end) != "in") {
            return Some(Reading { end, timex: day_in(rule, year)?.to_string() });
        }
        let shown = beside.is_some() || !season || self.is_before(at, &BEFORE_DAY);
        // “Christmas Island”, “Easter worshippers”; but “Christmas morning”
        let behind = self.document.words.get(end).filter(|_| self.same_sentence(at, end));
        let in_name = self.capital(end) && behind.is_some()
            || *season
                && behind
                    .is_some_and(|word| word.classes().any(Classes::NOUN) && !word.classes().any(Classes::PREPOSITION))
                && calendar::day_part(self.word(end)).is_none()
                && calendar::weekday(self.word(end)).is_none();
        if !shown || in_name {
            return None;
        }
        if let (Rule::Fixed(month, day), None) = (rule, beside) {
            return Some(Reading { end, timex: anchor::day_of_year(self.today, *month, *day, self.tense(at)) });
        }
        let Some(today) = self.today else {
            return match rule {
                Rule::Fixed(month, day) => Some(Reading { end, timex: format!("XXXX-{month:02}-{day:02}") }),
                _ => None,
            };
        };
        let tense = match beside {
            Some(-1) => Some(Tense::Past),
            Some(_) => Some(Tense::Future),
            None => self.tense(at),
        };
        let candidates = [-1, 0, 1].into_iter().filter_map(|years| day_in(rule, today.year().checked_add(years)?));
        let found = match tense {
            Some(Tense::Past) => candidates.filter(|date| *date <= today).max(),
            Some(Tense::Future) => candidates.filter(|date| *date >= today).min(),
            None => candidates.min_by_key(|date| anchor::days_between(*date, today)),
        };
        Some(Reading { end, timex: found?.to_string() })
    }
}

fn day_in(rule: &Rule, year: i16) -> Option<Date> {
    match *rule {
        Rule::Fixed(month, day) => Date::new(year, month, day).ok(),
        Rule::Weekday { month, nth, weekday, later } => {
            let first = Date::new(year, month, 1).ok()?;
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            anchor::moved(first.nth_weekday_of_month(nth, weekday).ok()?, later, Unit::Day)
        }
        Rule::Easter(days) => anchor::moved(easter(year)?, days, Unit::Day),
    }
}

/// Easter Sunday of the Gregorian calendar, by the rule that its anonymous computus states.
fn easter(year: i16) -> Option<Date> {
    // The rule is for years of the Gregorian calendar.
    let year_number = i32::from(year).max(1583);
    let golden = year_number % 19;
    let century = year_number / 100;
    let leap = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let epact = leap - (leap / 28) * (1 - (29 / (leap + 1)) * ((21 - golden) / 11));
    let weekday = (year_number + year_number / 4 + epact + 2 - century + century / 4) % 7;
    let day = epact - weekday;
    let month = 3 + (day + 40) / 44;
    let day = day + 28 - 31 * (month / 4);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_moves() {
        for (year, expected) in [
            (1999, "1999-04-04"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2018, "2018-04-01"),
            (2025, "2025-04-20"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn no_year_panics() {
        for year in [i16::MIN, -1, 0, 1, 9999, i16::MAX] {
            let _ = easter(year);
        }
    }
}
