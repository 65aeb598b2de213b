//! A day told by how far it lies from another: “two years ago”, “in two weeks”, “three days after January 12”, “two days
//! from today”. The same words with nothing to count from are a length, which [`super::super::durations`] reads.

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use super::joined::is_day;
use super::tense::Tense;
use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Unit};
use crate::extract::timex;

/// Counts and their units, longest first, and one past the last: “1 month 21 days”.
struct Steps {
    counts: [Option<(i64, Unit)>; 4],
    end: usize,
}

impl Steps {
    fn finest(&self) -> Option<Unit> {
        self.counts.iter().flatten().map(|(_, unit)| *unit).min()
    }

    /// `day` moved by these steps; a negative `sign` goes back.
    fn from(&self, day: Date, sign: i64) -> Option<Date> {
        self.counts.iter().flatten().try_fold(day, |day, &(count, unit)| {
            // The hour of the article is not known: whole days only.
            let (count, unit) = match unit {
                Unit::Hour => (count / 24, Unit::Day),
                Unit::Second | Unit::Minute => (0, Unit::Day),
                _ => (count, unit),
            };
            anchor::moved(day, count.checked_mul(sign)?, unit)
        })
    }
}

/// Words after which “in two years” goes on as a length: “in the two years since”, “in two weeks of talks”.
const GOES_ON: [&str; 12] =
    ["of", "since", "before", "after", "ago", "later", "earlier", "from", "old", "to", "-", "that"];

/// Words that make “in two years” the stretch over which something is the first or most.
const OF_ALL: [&str; 13] =
    ["first", "second", "third", "fourth", "time", "times", "most", "least", "only", "worst", "best", "record", "once"];

/// So many words before “in” such a word may stand.
const REACH_WORDS: usize = 6;

/// Verbs that “in two weeks” directly behind them puts a time to, in the present tense, too.
const HAPPENS: [&str; 13] =
    ["is", "are", "'s", "'re", "due", "back", "begins", "starts", "opens", "ends", "expires", "arrives", "leaves"];

impl Reader<'_> {
    /// A day so far from another.
    pub(super) fn anchored(&self, at: usize) -> Option<Reading> {
        if self.word(at) == "in" {
            return self.ahead(at);
        }
        if let Some(weekday) = self.weekdays_away(at) {
            return Some(weekday);
        }
        let steps = self.steps(at)?;
        let finest = steps.finest()?;
        let next = steps.end;
        let to_anchor = |sign: i64, from: usize| {
            // “two years after his 2010 win” has no day to count from.
            let day = self.day(from).or_else(|| self.relative(from)).or_else(|| self.holiday(from))?;
            let date = timex::interval(&day.timex).filter(|_| is_day(&day.timex))?.0;
            Some(Reading { end: day.end, timex: steps.from(date, sign)?.to_string() })
        };
        match self.word(next) {
            // As exactly as the unit tells it, days for weeks.
            // Hours ago can be yesterday.
            "ago" if finest.is_of_the_clock() => None,
            "ago" => told_as(finest, steps.from(self.today?, -1)?, next + 1),
            "from" if self.word(next + 1) == "now" => told_as(finest, steps.from(self.today?, 1)?, next + 2),
            "hence" => told_as(finest, steps.from(self.today?, 1)?, next + 1),
            "from" | "after" => to_anchor(1, next + 1),
            "before" => to_anchor(-1, next + 1),
            _ => None,
        }
    }

    /// “two days later” behind a day that was told; hours later, too, is another time of an unknown hour, and no day.
    pub(super) fn days_later(&self, at: usize, told: &str) -> Option<Reading> {
        let steps = self.steps(at)?;
        let sign = match self.word(steps.end) {
            "later" => 1,
            "earlier" => -1,
            _ => return None,
        };
        let (day, last) = timex::interval(told)?;
        // “two days later than planned”
        let compared = self.word(steps.end + 1) == "than" || day != last || steps.finest()?.is_of_the_clock();
        if compared { None } else { told_as(steps.finest()?, steps.from(day, sign)?, steps.end + 1) }
    }

    /// “three Sundays ago”, “two Fridays from now”
    fn weekdays_away(&self, at: usize) -> Option<Reading> {
        let numeral = self.numeral(at).filter(|numeral| numeral.amount.upper.is_none())?;
        let place = numeral.words.end;
        let (number, _) = calendar::weekday(self.word(place).strip_suffix('s')?)?;
        let (sign, end) = match self.word(place + 1) {
            "ago" => (-1, place + 2),
            "from" if self.word(place + 2) == "now" => (1, place + 3),
            _ => return None,
        };
        let count = numeral.amount.number.to_i32().filter(|count| (1..=52).contains(count))?;
        let weekday = jiff::civil::Weekday::from_monday_one_offset(number).ok()?;
        let day = self.today?.nth_weekday(sign * count, weekday).ok()?;
        Some(Reading { end, timex: day.to_string() })
    }

    /// “in two weeks” where it says when, not how long.
    fn ahead(&self, at: usize) -> Option<Reading> {
        let today = self.today?;
        let steps = self.steps(at + 1)?;
        let mut end = steps.end;
        // “in two weeks' time”
        let time = end + usize::from(self.is(end, &["'", "'s"]));
        let in_time = self.word(time) == "time";
        if in_time {
            end = time + 1;
        } else if self.is(end, &GOES_ON) && self.same_sentence(at, end) {
            return None;
        }
        let over_all = (1..=REACH_WORDS).any(|steps| {
            let word = self.back(at, steps);
            OF_ALL.contains(&word) || (word.len() > 4 && word.ends_with("est"))
        });
        let counted = (1..=REACH_WORDS)
            .filter_map(|steps| at.checked_sub(steps))
            .any(|place| self.same_sentence(place, at) && self.numeral(place).is_some());
        let when = self.tense(at) == Some(Tense::Future)
            || self.is_before(at, &HAPPENS)
            || (self.before(at).is_empty() && !self.same_sentence(at, end));
        if !in_time && (over_all || counted || !when) {
            return None;
        }
        told_as(steps.finest()?, steps.from(today, 1)?, end)
    }

    /// “two weeks”, “a year and three months”, “1 month 21 days”, “a couple of days”
    fn steps(&self, at: usize) -> Option<Steps> {
        let mut counts = [None; 4];
        let mut end = at;
        for place in &mut counts {
            let from = if end == at {
                at
            } else {
                end + usize::from(self.word(end) == ",") + usize::from(self.word(end) == "and")
            };
            let Some((step, past)) = self.step(from) else { break };
            *place = Some(step);
            end = past;
        }
        let parts = counts.iter().flatten().map(|(_, unit)| *unit);
        (end > at && parts.is_sorted_by(|longer, shorter| longer > shorter)).then_some(Steps { counts, end })
    }

    fn step(&self, at: usize) -> Option<((i64, Unit), usize)> {
        let (count, unit_at) = if self.is(at, &["a", "an"]) {
            (1, at + 1)
        } else {
            let numeral = self.numeral(at)?;
            if numeral.amount.upper.is_some() || !numeral.amount.number.is_integer() {
                return None;
            }
            (numeral.amount.number.to_i64()?, numeral.words.end)
        };
        let unit_at = unit_at + usize::from(self.hyphen(unit_at));
        let (unit, _) = calendar::unit(self.word(unit_at))?;
        Some(((count, unit), unit_at + 1))
    }
}

/// `day` as exactly as the unit tells it from which it is counted, days for weeks.
fn told_as(unit: Unit, day: Date, end: usize) -> Option<Reading> {
    let grain = if unit < Unit::Month { Unit::Day } else { unit };
    Some(Reading { end, timex: timex::period(day, grain)? })
}
