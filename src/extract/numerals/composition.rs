//! Number words and figures composed to one number from left to right (“4 thousand three hundred”, “twenty-first”, “two
//! and a half million”): each word tells where it may stand, and the number ends before the first that may not.

mod joints;
mod tails;

use super::figures::{figure, precision};
use super::groups;
use super::number_words::{NumberWord, Role, number_word, scale_letters};
use super::reading::Reading;
use super::{Decimal, NumeralForm};
use crate::extract::line::Line;
use crate::segment::Shape;

/// What may follow in a number that is being composed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// At the beginning, and after “hundred” or “thousand”: anything smaller.
    Open,
    /// After “forty”: “two”.
    Tens,
    /// After a figure, “two” or “a”: only what multiplies.
    Closed,
}

/// A number being composed, word by word.
pub struct Composition<'d> {
    line: Line<'d>,
    start: usize,
    end: usize,
    slot: Slot,
    /// What is complete: “two thousand”.
    total: Decimal,
    /// What the next scale word multiplies.
    group: Decimal,
    /// What of the group was added last, after “hundred”: “six” of “two hundred and six”.
    tail: Decimal,
    /// What one unit in the last place told is worth.
    precision: Decimal,
    /// The last scale.
    scale: Option<Decimal>,
    is_in_words: bool,
    is_ordinal: bool,
    is_vague: bool,
}

impl<'d> Composition<'d> {
    /// The beginning of the number whose first word is `at`.
    pub fn begin(line: Line<'d>, at: usize) -> Option<Self> {
        let empty = Self {
            line,
            start: at,
            end: at,
            slot: Slot::Open,
            total: Decimal::ZERO,
            group: Decimal::ZERO,
            tail: Decimal::ZERO,
            precision: Decimal::ONE,
            scale: None,
            is_in_words: true,
            is_ordinal: false,
            is_vague: false,
        };
        if let Some(figure) = figure(line, at) {
            return Some(Self {
                end: figure.end,
                slot: Slot::Closed,
                group: figure.number,
                precision: figure.precision,
                is_in_words: false,
                ..empty
            });
        }
        // “a hundred”, “several thousand”, and the bare “hundred”
        let quantifier = quantifier_words(line, at);
        let is_multiplier =
            |word: NumberWord| matches!(word.role, Role::Hundred | Role::Scale(_) | Role::Group(_)) && !word.ordinal;
        let next = at + quantifier;
        let word = number_word(line.word(next));
        if word.is_some_and(is_multiplier) {
            let is_name = quantifier == 0 && at > line.start && line.shape(at) == Shape::Title;
            let is_couple = quantifier > 1 && line.word(at + 1) == "couple";
            let is_vague = quantifier > 0 && !is_couple && !matches!(line.word(at), "a" | "an" if quantifier == 1);
            return (!is_name).then_some(Self {
                end: next,
                slot: Slot::Closed,
                group: if is_couple { Decimal::TWO } else { Decimal::ONE },
                is_vague,
                ..empty
            });
        }
        // “the hundredth visitor”
        if let Some(NumberWord { role: Role::Hundred | Role::Scale(_), ordinal: true }) =
            word.filter(|_| quantifier == 0)
        {
            return Some(Self { slot: Slot::Closed, group: Decimal::ONE, ..empty });
        }
        let is_result = line.word(at) == "scores" && !groups::are_scores(line, at);
        (quantifier == 0 && word.is_some() && !is_result).then_some(empty)
    }

    /// Takes words as long as they go on the number.
    pub fn finish(mut self) -> Option<Reading> {
        let first = self.end;
        if !self.is_in_words {
            self.take_letters();
        }
        while !self.is_ordinal && self.take_next().is_some() {}
        if self.is_in_words && self.end == first {
            return None;
        }
        if !self.is_ordinal {
            self.take_part();
        }
        Some(Reading {
            end: self.end,
            number: self.total.checked_add(self.group)?,
            scale: self.scale.unwrap_or(Decimal::ONE),
            precision: self.precision,
            form: if self.is_ordinal { NumeralForm::Ordinal } else { NumeralForm::Cardinal },
            is_vague: self.is_vague,
        })
    }

    fn take_next(&mut self) -> Option<()> {
        let mut at = self.line.past_hyphen(self.end);
        if self.line.word(at) == "and" && self.can_go_on_after_and(at + 1) {
            at += 1;
        } else if self.is_new_after_scale(at) {
            return None;
        }
        if self.line.word(at) == "point" {
            return self.take_decimals(at + 1);
        }
        if self.line.is_figure(at) {
            return self.take_figure(at);
        }
        match number_word(self.line.word(at)) {
            Some(word) => self.take(word, at),
            // “three cr twelve lakh”
            None if at == self.end && number_word(self.line.word(at + 1)).is_some() => {
                let letters = scale_letters(self.line.written(at)).filter(|letters| letters.joins_words)?;
                self.multiply(Decimal::from(letters.scale), at + 1)
            }
            None => None,
        }
    }

    /// Takes a figure after “thousand” or “hundred and”: “4 thousand 3 hundred and 21”.
    fn take_figure(&mut self, at: usize) -> Option<()> {
        let is_after_and = self.line.before(at, 1) == "and";
        let found = figure(self.line, at).filter(|found| found.number.fract().is_zero() && found.end == at + 1)?;
        let is_next = if is_after_and {
            let is_other = number_word(self.line.word(at + 1)).is_some();
            found.number < Decimal::ONE_HUNDRED && found.number > Decimal::ZERO && !is_other
        } else {
            let is_told = matches!(
                number_word(self.line.word(at + 1)).map(|word| word.role),
                Some(Role::Hundred | Role::Scale(_))
            );
            at == self.end && self.group.is_zero() && is_told && self.is_scaled_at(at)
        };
        (self.slot == Slot::Open && is_next).then_some(())?;
        self.group = self.group.checked_add(found.number)?;
        (self.precision, self.slot, self.end) = (found.precision, Slot::Closed, found.end);
        Some(())
    }

    fn take(&mut self, word: NumberWord, at: usize) -> Option<()> {
        if word.ordinal && self.is_other_order(at) {
            return None;
        }
        match word.role {
            Role::Small(number) => {
                let fits = self.slot == Slot::Open || (self.slot == Slot::Tens && (1..10).contains(&number));
                fits.then(|| self.add(number, Slot::Closed))??;
            }
            Role::Tens(number) => (self.slot == Slot::Open).then(|| self.add(number, Slot::Tens))??,
            Role::Hundred => {
                // In words a hundred of a hundred is no number; “322 hundred” is.
                let is_small = self.group < Decimal::ONE_HUNDRED || (!self.is_in_words && self.scale.is_none());
                let fits = self.group > Decimal::ZERO && is_small && self.slot != Slot::Open;
                self.group = self.group.checked_mul(Decimal::ONE_HUNDRED).filter(|_| fits)?;
                self.precision = precision(self.group)?;
                self.tail = Decimal::ZERO;
                self.slot = Slot::Open;
            }
            Role::Scale(scale) => self.multiply(Decimal::from(scale), at + 1)?,
            Role::Group(size) => {
                self.take_group(Decimal::from(size), at + 1)?;
                self.slot = Slot::Closed;
            }
            Role::Many(scale) => self.take_many(scale, at)?,
        }
        self.is_ordinal = word.ordinal;
        self.end = self.end.max(at + 1);
        Some(())
    }

    /// Adds a number below a hundred.
    fn add(&mut self, number: u32, slot: Slot) -> Option<()> {
        let number = Decimal::from(number);
        self.group = self.group.checked_add(number)?;
        // “forty” and “two” are one tail.
        self.tail = if self.slot == Slot::Tens { self.tail.checked_add(number)? } else { number };
        self.precision = Decimal::ONE;
        self.slot = slot;
        Some(())
    }

    /// “dozen” after “three” multiplies it, after “three hundred and two” only the two.
    fn take_group(&mut self, size: Decimal, end: usize) -> Option<()> {
        if self.tail.is_zero() || self.tail == self.group {
            return self.multiply(size, end);
        }
        let dozens = self.tail.checked_mul(size)?;
        self.group = self.group.checked_sub(self.tail)?.checked_add(dozens)?;
        (self.precision, self.end) = (size, end);
        Some(())
    }

    /// “million” after “three” multiplies the group, after “thousand” all there is.
    fn multiply(&mut self, scale: Decimal, end: usize) -> Option<()> {
        let is_whole = self.group.is_zero();
        let base = if is_whole { self.total } else { self.group };
        if base.is_zero() || !(is_whole || self.scale.is_none_or(|last| scale < last)) {
            return None;
        }
        let product = base.checked_mul(scale)?;
        self.total = if is_whole { product } else { self.total.checked_add(product)? };
        self.precision = self.precision.checked_mul(scale)?;
        (self.group, self.tail) = (Decimal::ZERO, Decimal::ZERO);
        self.scale = Some(scale);
        self.slot = Slot::Open;
        self.end = end;
        Some(())
    }

    /// “dozens”, “hundreds of thousands”; “thousands” after a number is a scale like “thousand”.
    fn take_many(&mut self, scale: u64, at: usize) -> Option<()> {
        if self.end > self.start {
            self.take_group(Decimal::from(scale), at + 1)?;
            self.slot = Slot::Closed;
            return Some(());
        }
        let mut size = Decimal::from(scale);
        self.end = at + 1;
        while self.line.word(self.end) == "of"
            && let Some(Role::Many(more)) = number_word(self.line.word(self.end + 1)).map(|next| next.role)
        {
            size = size.checked_mul(Decimal::from(more))?;
            self.end += 2;
        }
        if scale == TENS_ALONE && self.end == at + 1 {
            return None; // “tens” alone
        }
        (self.total, self.precision, self.scale) = (size, size, Some(size));
        self.is_vague = true;
        self.slot = Slot::Closed;
        Some(())
    }
}

/// “tens” is a number only in “tens of thousands”.
const TENS_ALONE: u64 = 10;

/// How many words before “hundred”, “thousand” or “dozen” stand for one or for some of them.
fn quantifier_words(line: Line<'_>, at: usize) -> usize {
    match line.word(at) {
        "a" if line.word(at + 1) == "couple" && line.word(at + 2) == "of" => 3,
        "a" if matches!(line.word(at + 1), "few" | "good" | "couple") => 2,
        "a" | "an" | "several" | "few" | "many" => 1,
        _ => 0,
    }
}
