//! Lengths with a number: “three years”, “58-year-old”, “2 to 3 weeks”, “two years and three months”.

use super::words::{ASK_HOW_LONG, BEFORE_MORE, BEFORE_STRETCH, BETWEEN, TELL_HOW_LONG};
use super::{Reader, Reading};
use crate::extract::calendar::{self, Number, Unit};
use crate::extract::{Decimal, Hedge, Numeral, NumeralForm, timex};
use crate::segment::WordKind;

/// One count and its unit.
pub(super) struct Count {
    pub low: Decimal,
    pub high: Option<Decimal>,
    pub unit: Unit,
    pub hedge: Hedge,
    pub end: usize,
}

impl Reader<'_> {
    /// “three years”, “58-year-old”, “2 to 3 weeks”, “two years and three months”, “three-quarters of an hour”
    pub(super) fn counted(&self, at: usize) -> Option<Reading> {
        let first = self.count(at)?;
        if first.low == Decimal::ONE && self.is_idiom(at, &first) {
            return None;
        }
        if let Some(high) = first.high {
            let (low, high) = (timex::duration(&[(first.low, first.unit)])?, timex::duration(&[(high, first.unit)])?);
            return Some(Reading { end: self.with_old(first.end), timex: format!("{low}/{high}"), hedge: first.hedge });
        }
        let mut counts = vec![(first.low, first.unit)];
        let mut end = first.end;
        while let Some(next) =
            self.smaller(end, counts[counts.len() - 1].1).or_else(|| self.bare_minutes(end, counts[counts.len() - 1].1))
        {
            // “(for the last) three months and two days ago” are two times.
            if self.word(next.end) == "ago" && BEFORE_STRETCH.contains(&self.before(at)) {
                break;
            }
            end = next.end;
            counts.push((next.low, next.unit));
        }
        if counts.len() == 1 && first.low < Decimal::ONE {
            counts = in_parts(first.low, first.unit);
        }
        Some(Reading { end: self.with_old(end), timex: timex::duration(&merged(counts))?, hedge: first.hedge })
    }

    /// A numeral and the unit that it counts.
    fn count(&self, at: usize) -> Option<Count> {
        let numeral = self.numeral(at)?;
        if numeral.form == NumeralForm::Ordinal || numeral.amount.number < Decimal::ZERO {
            return None;
        }
        let mut place = numeral.words.end;
        let glued_letters = self.glued(place) && self.document.words[place].kind == WordKind::Word;
        if glued_letters && let Some(unit) = calendar::glued_unit(self.word(place)) {
            return Some(self.count_of(numeral, unit, place));
        }
        let hyphenated = self.word(place) == "-" && self.glued(place);
        if hyphenated {
            place += 1;
        } else if self.is(place, &BETWEEN) {
            place += 1;
            if self.word(place - 1) == "of" {
                place += usize::from(self.is(place, &["a", "an", "the"]));
            }
        }
        let (unit, number) = calendar::unit(self.word(place))?;
        let amount = &numeral.amount;
        let singular = amount.number <= Decimal::ONE || numeral.form == NumeralForm::Fraction;
        // “three second halves”, “the 2024 first quarter”
        let other_noun = matches!(unit, Unit::Second | Unit::Quarter)
            && number == Number::One
            && !singular
            && !hyphenated
            && amount.number.is_integer();
        // “half-days”, too, are a sort of days.
        let sort = numeral.form == NumeralForm::Fraction && hyphenated && unit == Unit::Day;
        if other_noun || sort || (unit == Unit::Quarter && singular) {
            return None;
        }
        Some(self.count_of(numeral, unit, place))
    }

    fn count_of(&self, numeral: &Numeral, unit: Unit, unit_at: usize) -> Count {
        let amount = &numeral.amount;
        let stop = self.word(unit_at + 1) == "."
            && self.glued(unit_at + 1)
            && self.is(unit_at, &["hr", "hrs", "min", "mins", "yr", "yrs"]);
        let abbreviation_goes_on = stop && self.same_sentence(unit_at, unit_at + 2);
        Count {
            low: amount.number,
            high: amount.upper,
            unit,
            hedge: self.hedge_of(numeral),
            end: unit_at + 1 + usize::from(abbreviation_goes_on),
        }
    }

    /// How exactly a numeral before a unit is told. “Over four years” is mostly “during four years”, and more than four
    /// only after a preposition or verb of its own: “in over four years”, “took over four years”.
    fn hedge_of(&self, numeral: &Numeral) -> Hedge {
        let at = numeral.words.start;
        let during = self.before(at) == "over"
            && !at.checked_sub(1).is_some_and(|over| BEFORE_MORE.contains(&self.before(over)));
        if during { Hedge::Exact } else { numeral.amount.hedge }
    }

    /// “one day” for some day: a length only where something asks how long.
    fn is_idiom(&self, at: usize, count: &Count) -> bool {
        count.unit == Unit::Day && self.word(at) == "one" && !self.is_length(at, count.end)
    }

    /// Whether what stands around the words from `at` to `end` asks for or tells a length.
    pub(super) fn is_length(&self, at: usize, end: usize) -> bool {
        ASK_HOW_LONG.contains(&self.before(at)) || self.is(end, &TELL_HOW_LONG) || self.glued_hyphen(end)
    }

    /// The smaller count that goes on from a length: “(two years) and three months”, “(1 hour) 30 minutes”.
    pub(super) fn smaller(&self, end: usize, unit: Unit) -> Option<Count> {
        let comma = usize::from(self.word(end) == ",");
        let joined = comma + usize::from(self.word(end + comma) == "and");
        if self.word(end) == "and" && self.is(end + 1, &["a"]) && self.word(end + 2) == "half" {
            let half = Decimal::new(5, 1);
            return Some(Count { low: half, high: None, unit, hedge: Hedge::Exact, end: end + 3 });
        }
        let next = self.count(end + joined)?;
        (unit <= Unit::Year && next.unit < unit && next.high.is_none()).then_some(next)
    }

    /// One past “-old” behind a length.
    fn with_old(&self, end: usize) -> usize {
        if self.glued_hyphen(end) && self.is(end + 1, &["old", "olds"]) { end + 2 } else { end }
    }
}

/// A part of a unit in its smaller unit, where that comes out even: half an hour is 30 minutes.
pub(super) fn in_parts(count: Decimal, unit: Unit) -> Vec<(Decimal, Unit)> {
    let smaller = unit.parts().and_then(|(parts, smaller)| Some((count.checked_mul(Decimal::from(parts))?, smaller)));
    match smaller {
        Some((count, smaller)) if count.is_integer() => vec![(count, smaller)],
        _ => vec![(count, unit)],
    }
}

/// Adds counts of one unit together: “an hour and a half” is 1.5 hours.
pub(super) fn merged(counts: Vec<(Decimal, Unit)>) -> Vec<(Decimal, Unit)> {
    let mut out: Vec<(Decimal, Unit)> = Vec::with_capacity(counts.len());
    for (count, unit) in counts {
        match out.last_mut() {
            Some((last, same)) if *same == unit => *last = last.checked_add(count).unwrap_or(*last),
            _ => out.push((count, unit)),
        }
    }
    out
}
