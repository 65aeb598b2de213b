//! Lengths without a number: “an hour and a half”, “several months”, “the past decade”, “all day”, “yearlong”.

use super::counted::{in_parts, merged};
use super::words::{BEFORE_MORE, BETWEEN, DURING, VAGUE};
use super::{Reader, Reading};
use crate::extract::calendar::{self, Number, Unit};
use crate::extract::{Decimal, Hedge, timex};

impl Reader<'_> {
    /// “half an hour”, “half a day”, “a half hour”, “a quarter-century”
    pub(super) fn part(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.word(at) == "a");
        let (part, is_quarter) = match self.word(from) {
            "half" => (Decimal::new(5, 1), false),
            "quarter" => (Decimal::new(25, 2), true),
            _ => return None,
        };
        let noun = from + 1 + usize::from(self.is(from + 1, &["a", "an", "-"]));
        // “half a business day”
        let unit_at = noun + usize::from(self.is(noun, &["business", "working", "school", "trading"]));
        let (unit, number) = calendar::unit(self.word(unit_at))?;
        if number == Number::Many || matches!(unit, Unit::Second | Unit::Quarter | Unit::Month | Unit::Week) {
            return None;
        }
        // “a quarter a year” is four of them; “the quarter hour” and “a quarter-century” are one length.
        if is_quarter && (!matches!(unit, Unit::Hour | Unit::Century) || self.is(from + 1, &["a", "an"])) {
            return None;
        }
        // “the first half hour” is fine; “half day” alone is a sort of day.
        let timex = timex::duration(&in_parts(part, unit))?;
        Some(Reading { end: unit_at + 1, timex, hedge: self.hedge(at) })
    }

    /// “a year”, “an hour and a half”, “another week”
    pub(super) fn single(&self, at: usize) -> Option<Reading> {
        let another = self.word(at) == "another";
        if !another && !self.is(at, &["a", "an"]) {
            return None;
        }
        let unit_at = at + 1 + usize::from(self.is(at + 1, &BETWEEN));
        let (unit, number) = calendar::unit(self.word(unit_at))?;
        if number != Number::One || matches!(unit, Unit::Second | Unit::Quarter) {
            return None;
        }
        let mut counts = vec![(Decimal::ONE, unit)];
        let mut end = unit_at + 1;
        while let Some(next) = self.smaller(end, counts[counts.len() - 1].1) {
            end = next.end;
            counts.push((next.low, next.unit));
        }
        let told = another || counts.len() > 1 || self.is(at + 1, &["full", "whole", "entire"]);
        if !told && !self.is_length(at, end) {
            return None;
        }
        let counts = merged(counts);
        Some(Reading { end, timex: timex::duration(&counts)?, hedge: self.hedge(at) })
    }

    /// “several months”, “a few hours”, “a couple of weeks”, “for years”, “decades-long”
    pub(super) fn vague(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.word(at) == "a");
        if self.word(from) == "couple" {
            let unit_at = from + 1 + usize::from(self.word(from + 1) == "of");
            let (unit, _) = calendar::unit(self.word(unit_at)).filter(|(_, number)| *number == Number::Many)?;
            let timex = timex::duration(&[(Decimal::TWO, unit)])?;
            return Some(Reading { end: unit_at + 1, timex, hedge: Hedge::About });
        }
        let counted = self.is(from, &VAGUE);
        let unit_at = if counted { from + 1 + usize::from(self.is(from + 1, &BETWEEN)) } else { at };
        let (unit, number) = calendar::unit(self.word(unit_at)).filter(|(_, number)| *number == Number::Many)?;
        let bare_length = !counted
            && number == Number::Many
            && unit != Unit::Second
            && unit != Unit::Quarter
            && (matches!(
                self.before(at),
                "for"
                    | "over"
                    | "within"
                    | "after"
                    | "in"
                    | "been"
                    | "take"
                    | "takes"
                    | "took"
                    | "taken"
                    | "spent"
                    | "spend"
                    | "lasted"
                    | "lasts"
            ) || self.is(at + 1, &["ago", "later", "earlier"])
                || self.document.is_phrase(at + 1, &["in", "the", "making"]))
            || self.glued_hyphen(unit_at + 1) && self.word(unit_at + 2) == "long";
        let end =
            if self.glued_hyphen(unit_at + 1) && self.word(unit_at + 2) == "long" { unit_at + 3 } else { unit_at + 1 };
        (counted || bare_length).then(|| Reading { end, timex: timex::vague_duration(unit), hedge: Hedge::Exact })
    }

    /// “the past decade”, “over the next year”
    pub(super) fn nearby(&self, at: usize) -> Option<Reading> {
        if !self.is(at, &["the", "this"]) {
            return None;
        }
        let past = self.word(at + 1) == "past";
        let beside = self.is(at + 1, &["last", "next", "previous", "preceding", "coming", "following"])
            && self.word(at) == "the";
        let (unit, number) = calendar::unit(self.word(at + 2))?;
        if number != Number::One || unit.is_of_the_clock() && unit != Unit::Hour || unit == Unit::Quarter {
            return None;
        }
        let asked = DURING.contains(&self.before(at));
        if !(past && self.word(at) == "the" || beside && asked) {
            return None;
        }
        let timex = timex::duration(&[(Decimal::ONE, unit)])?;
        Some(Reading { end: at + 3, timex, hedge: Hedge::Exact })
    }

    /// “all day”, “the whole month”, “an entire year”
    pub(super) fn all(&self, at: usize) -> Option<Reading> {
        let from = at + usize::from(self.is(at, &["a", "an", "the"]));
        let whole = self.is(from, &["whole", "entire"]) || (from == at && self.word(at) == "all");
        // “for full day”; a “full-year forecast” is none
        let full = from == at && self.word(at) == "full" && self.before(at) == "for";
        let unit_at = from + 1 + usize::from(from == at && self.glued_hyphen(from + 1));
        let (unit, number) = calendar::unit(self.word(unit_at))?;
        let whole = whole || full;
        let fits = whole && number == Number::One && unit > Unit::Minute && unit != Unit::Quarter;
        let timex = timex::duration(&[(Decimal::ONE, unit)])?;
        fits.then_some(Reading { end: unit_at + 1, timex, hedge: Hedge::Exact })
    }

    /// “yearlong”, “a week-long”
    pub(super) fn lasting(&self, at: usize) -> Option<Reading> {
        let one_word = self.word(at).strip_suffix("long").filter(|unit| !unit.is_empty());
        let (unit, end) = match one_word {
            Some(unit) => (calendar::unit(unit)?, at + 1),
            None if self.glued_hyphen(at + 1) && self.word(at + 2) == "long" => {
                (calendar::unit(self.word(at))?, at + 3)
            }
            None => return None,
        };
        let timex = timex::duration(&[(Decimal::ONE, unit.0)])?;
        (unit.1 == Number::One).then_some(Reading { end, timex, hedge: Hedge::Exact })
    }

    /// How exactly the length at `at` is told, by the words before it.
    fn hedge(&self, at: usize) -> Hedge {
        match self.before(at) {
            "about" | "around" | "roughly" | "approximately" | "nearly" | "almost" => Hedge::About,
            "least" => Hedge::AtLeast,
            "over" if at.checked_sub(1).is_some_and(|over| BEFORE_MORE.contains(&self.before(over))) => Hedge::MoreThan,
            "under" => Hedge::LessThan,
            "than" => match at.checked_sub(2).map(|place| self.word(place)) {
                Some("more" | "longer") => Hedge::MoreThan,
                Some("less" | "fewer" | "shorter") => Hedge::LessThan,
                _ => Hedge::Exact,
            },
            "to" if at.checked_sub(2).is_some_and(|place| self.word(place) == "up") => Hedge::AtMost,
            _ => Hedge::Exact,
        }
    }
}
