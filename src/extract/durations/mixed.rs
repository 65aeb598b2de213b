//! Lengths told in a whole number and a part: “two and a quarter hours”, “five and a half minutes”, “1 hour and fifteen”.

use super::counted::Count;
use super::words::BETWEEN;
use super::{Reader, Reading};
use crate::extract::calendar::{self, Unit};
use crate::extract::{Decimal, NumeralForm, timex};
use crate::segment::WordKind;

impl Reader<'_> {
    /// “two and a quarter hours”, “one and three-quarter hours”
    pub(super) fn mixed(&self, at: usize) -> Option<Reading> {
        let numeral = self.numeral(at)?;
        let end = numeral.words.end;
        let whole = numeral.form == NumeralForm::Cardinal && numeral.amount.upper.is_none();
        if !whole || self.word(end) != "and" {
            return None;
        }
        let (quarters, place) = self.quarters(end + 1)?;
        let place = place + usize::from(self.word(place) == "of");
        let place = place + usize::from(self.is(place, &["a", "an"]));
        let (unit, _) = calendar::unit(self.word(place))?;
        let count = numeral.amount.number.checked_add(Decimal::new(quarters * 25, 2))?;
        let timex = timex::duration(&[(count, unit)])?;
        Some(Reading { end: place + 1, timex, hedge: numeral.amount.hedge })
    }

    /// Quarters told at `at`, and one past them: “a half”, “three quarters”, “quarter”.
    fn quarters(&self, at: usize) -> Option<(i64, usize)> {
        let from = at + usize::from(self.is(at, &["a", "an", "one"]));
        match self.word(from) {
            "half" => return Some((2, from + 1)),
            "quarter" => return Some((1, from + 1)),
            _ => {}
        }
        let count = match self.word(at) {
            "two" | "2" => 2,
            "three" | "3" => 3,
            _ => return None,
        };
        let noun = at + 1 + usize::from(self.word(at + 1) == "-");
        self.is(noun, &["quarter", "quarters"]).then_some((count, noun + 1))
    }

    /// The minutes that end a length in hours without their unit: “(1 hour) and fifteen”, “(2 hours) ten”.
    pub(super) fn bare_minutes(&self, end: usize, unit: Unit) -> Option<Count> {
        if unit != Unit::Hour {
            return None;
        }
        let numeral = self.numeral(end + usize::from(self.word(end) == "and"))?;
        let amount = &numeral.amount;
        let minutes = amount.upper.is_none()
            && amount.number.is_integer()
            && (Decimal::TEN..Decimal::from(60)).contains(&amount.number)
            && numeral.form == NumeralForm::Cardinal;
        // Nothing may follow that it counts.
        let past = numeral.words.end;
        let ends = !self.same_sentence(end.saturating_sub(1), past)
            || (self.document.words[past].kind == WordKind::Mark && !self.glued(past + 1));
        (minutes && ends).then_some(Count {
            low: amount.number,
            high: None,
            unit: Unit::Minute,
            hedge: amount.hedge,
            end: past,
        })
    }

    /// “three weekends”
    pub(super) fn weekends(&self, at: usize) -> Option<Reading> {
        let numeral = self.numeral(at)?;
        let place = numeral.words.end + usize::from(self.is(numeral.words.end, &BETWEEN));
        let count = numeral.amount.number;
        let fits = numeral.form == NumeralForm::Cardinal && numeral.amount.upper.is_none() && count.is_integer();
        // “every two weekends” tells how often.
        (fits && self.word(place) == "weekends" && self.before(at) != "every").then(|| Reading {
            end: place + 1,
            timex: format!("P{}WE", count.normalize()),
            hedge: numeral.amount.hedge,
        })
    }
}
