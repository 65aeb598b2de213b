//! A day told by how far it lies from another: “two years ago”, “in two weeks”, “three days after January 12”, “two days
//! from today”. The same words with nothing to count from are a length, which [`super::super::durations`] reads.

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use super::joined::is_day;
use super::tense::Tense;
use super::{Reader, Reading, anchor};
use crate::extract::calendar::{self, Number, Unit};
use crate::extract::durations::words::{BEFORE_STRETCH, VAGUE};
use crate::extract::durations::{self, Length};
use crate::extract::timex;

/// Counts and their units, longest first, and one past the last: “1 month 21 days”.
struct Steps {
    counts: [Option<(i64, Unit)>; 4],
    days: Days,
    end: usize,
}

/// Which days are counted.
#[derive(Clone, Copy, PartialEq)]
enum Days {
    All,
    /// “three business days”: Monday to Friday.
    Working,
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
                Unit::Day if self.days == Days::Working => return anchor::moved_working(day, count.checked_mul(sign)?),
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

/// Verbs that “over” goes with, and not with the length behind it.
const TAKES: [&str; 6] = ["take", "takes", "took", "taken", "taking", "handed"];

impl Reader<'_> {
    /// A day so far from another.
    pub(super) fn anchored(&self, at: usize) -> Option<Reading> {
        if self.word(at) == "in" {
            return self.ahead(at);
        }
        if let Some(found) = self.weekdays_away(at).or_else(|| self.some_time_away(at)) {
            return Some(found);
        }
        let steps = self.steps(at).filter(|steps| !self.is_of_a_stretch(at, steps))?;
        let finest = steps.finest()?;
        let next = steps.end;
        let to_anchor = |sign: i64, from: usize| {
            // “two years after his 2010 win” has no day to count from.
            let day = self.day(from).or_else(|| self.relative(from)).or_else(|| self.holiday(from))?;
            if !is_day(&day.timex) {
                return None;
            }
            let timex = match timex::interval(&day.timex) {
                Some((date, _)) => steps.from(date, sign)?.to_string(),
                None => "XXXX-XX-XX".to_owned(),
            };
            Some(Reading { end: day.end, timex })
        };
        match self.word(next) {
            // Hours ago can be yesterday.
            "ago" if finest.is_of_the_clock() => Some(Reading { end: next + 1, timex: "PAST_REF".to_owned() }),
            "ago" => self.away_from_today(&steps, -1, next + 1),
            "from" if self.word(next + 1) == "now" => self.away_from_today(&steps, 1, next + 2),
            "hence" => self.away_from_today(&steps, 1, next + 1),
            "from" | "after" => to_anchor(1, next + 1),
            "before" => to_anchor(-1, next + 1),
            _ => None,
        }
    }

    /// The day so many steps from the article's, as exactly as the finest unit tells it, days for weeks; some such day or
    /// period where the article's is unknown.
    fn away_from_today(&self, steps: &Steps, sign: i64, end: usize) -> Option<Reading> {
        let unit = steps.finest()?;
        match self.today {
            Some(today) => told_as(unit, steps.from(today, sign)?, end),
            None => Some(Reading { end, timex: timex::unknown_period(grain(unit))?.to_owned() }),
        }
    }

    /// “several weeks ago”, “a year and a half ago”, “ten to fifteen years ago”, “more than a decade ago”, “half an hour
    /// from now”: behind or ahead, and nobody can tell how far.
    fn some_time_away(&self, at: usize) -> Option<Reading> {
        let may_be_length = self.numeral(at).is_some()
            || self.is(at, &["a", "an", "half"])
            || VAGUE.contains(&self.word(at))
            || matches!(calendar::unit(self.word(at)), Some((_, Number::Many)));
        if !may_be_length {
            return None;
        }
        let Length { end, unit, bounded } = durations::length_at(self.document, self.numerals, at)?;
        // “He took over a year ago”
        let bounded = bounded && !(self.before(at) == "over" && TAKES.contains(&self.back(at, 2)));
        if !bounded && self.steps(at).is_some_and(|steps| steps.end == end) {
            return None;
        }
        // Some year for years, so that it is not taken for the same as weeks ago.
        let some = |past_or_future: &str| {
            unit.and_then(timex::unknown_period).map_or_else(|| past_or_future.to_owned(), str::to_owned)
        };
        match self.word(end) {
            "ago" => Some(Reading { end: end + 1, timex: some("PAST_REF") }),
            "from" if self.word(end + 1) == "now" => Some(Reading { end: end + 2, timex: some("FUTURE_REF") }),
            _ => None,
        }
    }

    /// “(for the last) three months and (two days ago)”: two times that only stand side by side.
    fn is_of_a_stretch(&self, at: usize, steps: &Steps) -> bool {
        steps.counts[1].is_some() && self.is_before(at, &BEFORE_STRETCH)
    }

    /// “two days later” behind a day that was told, “four years later” behind a year; hours later, too, is another time
    /// of an unknown hour, and no day.
    pub(super) fn some_time_later(&self, at: usize, (sentence, told): (usize, &str)) -> Option<Reading> {
        let steps = self.steps(at)?;
        let sign = match self.word(steps.end) {
            "later" => 1,
            "earlier" => -1,
            _ => return None,
        };
        let (day, _) = timex::interval(told)?;
        let unit = steps.finest()?;
        // No closer than it was told where it is counted from: “in 2010 … two months later”.
        let closest = match told.len() {
            4 => Unit::Year,
            7 if !told.contains(['W', 'Q', 'H', 'S', 'F']) => Unit::Month,
            _ if is_day(told) => Unit::Day,
            _ => return None,
        };
        let end = steps.end + 1;
        // A year or month is counted from where the story goes on from it, in its sentence or at the head of the next;
        // elsewhere it may be any other.
        let goes_on =
            closest == Unit::Day || self.document.words[at].sentence() == sentence || self.before(at).is_empty();
        // “two days later than planned”, “a year later, in February 2015”
        let told_otherwise = self.word(end) == "than" || (self.word(end) == "," && self.is(end + 1, &["in", "on"]));
        if unit < closest || !goes_on || told_otherwise {
            return None;
        }
        told_as(unit, steps.from(day, sign)?, end)
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
        let timex = match self.today {
            Some(today) => today.nth_weekday(sign * count, weekday).ok()?.to_string(),
            None => format!("XXXX-WXX-{number}"),
        };
        Some(Reading { end, timex })
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
        if let Some(steps) = self.working_days(at) {
            return Some(steps);
        }
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
        (end > at && parts.is_sorted_by(|longer, shorter| longer > shorter)).then_some(Steps {
            counts,
            days: Days::All,
            end,
        })
    }

    /// “three business days”
    fn working_days(&self, at: usize) -> Option<Steps> {
        let numeral = self.numeral(at).filter(|numeral| numeral.amount.upper.is_none())?;
        let sort = numeral.words.end;
        let days = self.is(sort, &["business", "working", "trading"]) && self.is(sort + 1, &["day", "days"]);
        let count = numeral.amount.number.to_i64().filter(|_| days && numeral.amount.number.is_integer())?;
        Some(Steps { counts: [Some((count, Unit::Day)), None, None, None], days: Days::Working, end: sort + 2 })
    }

    fn step(&self, at: usize) -> Option<((i64, Unit), usize)> {
        let (count, unit_at) = if self.is(at, &["a", "an"]) {
            // “half an hour”
            if self.is_before(at, &["half"]) {
                return None;
            }
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
    Some(Reading { end, timex: timex::period(day, grain(unit))? })
}

/// The unit of the calendar that a count of `unit` leads to.
fn grain(unit: Unit) -> Unit {
    if unit < Unit::Month { Unit::Day } else { unit }
}
