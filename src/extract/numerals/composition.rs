//! Number words and figures composed to one number from left to right (“4 thousand three hundred”, “twenty-first”, “two
//! and a half million”): each word tells where it may stand, and the number ends before the first that may not.

use super::figures::{figure, precision};
use super::fractions::{self, Part};
use super::number_words::{NumberWord, Role, number_word, scale_letters};
use super::reading::Reading;
use super::{Decimal, NumeralForm};
use super::{groups, powers};
use crate::extract::line::Line;
use crate::extract::{calendar, currencies};
use crate::segment::Shape;
use crate::text::Classes;

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

    /// Takes what is added to a figure: “3rd”, “1.2bn”, “100k”, “1.2e+6”.
    fn take_letters(&mut self) {
        let line = self.line;
        let at = line.past_hyphen(self.end);
        if line.glued(at) && matches!(line.word(at), "st" | "nd" | "rd" | "th") {
            self.is_ordinal = true;
            self.end = at + 1;
        } else if let Some(power) = powers::power(line, self.end, self.group, self.precision) {
            (self.group, self.precision, self.end) = (power.number, power.precision, power.end);
        } else if let Some(letters) = scale_letters(line.written(at))
            && (line.glued(at) || letters.stands_alone || is_end_of_phrase(line, at + 1))
            && (at == self.end || letters.stands_alone)
            && (!letters.is_ambiguous || is_scale(line, self.start, at))
        {
            // A product too large to hold leaves the figure as it is.
            let _ = self.multiply(Decimal::from(letters.scale), at + 1);
        }
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

    /// Whether the number word at `at`, after “and”, belongs to this number: “two hundred and six”, but not
    /// “between one hundred and two hundred”.
    fn can_go_on_after_and(&self, at: usize) -> bool {
        let line = self.line;
        if self.slot != Slot::Open || line.before(self.start, 1) == "between" || fractions::part(line, at).is_some() {
            return false;
        }
        let is_after_hundred = self.ends_with_hundred();
        if line.is_figure(at) {
            // “3 hundred and 21”
            return !self.is_in_words && is_after_hundred;
        }
        let is_smaller =
            matches!(number_word(line.word(at)).map(|next| next.role), Some(Role::Small(1..) | Role::Tens(_)));
        // What multiplies the next words decides: “one hundred and two hundred” are two, “… and two thousand” is one.
        let next = (1..=3).find_map(|step| match number_word(line.word(at + step)).map(|word| word.role) {
            Some(Role::Hundred) => Some(Decimal::ONE_HUNDRED),
            Some(Role::Scale(scale)) => Some(Decimal::from(scale)),
            _ => None,
        });
        let is_new = next.is_some_and(|next| match self.scale {
            Some(last) => next >= last,
            None => next == Decimal::ONE_HUNDRED,
        });
        // “6 crore and two hundred” goes on, “$3 million and two hundred acres” or “1.2 million and two” do not.
        let fits_figure = || {
            is_after_hundred
                || (self.is_scaled_at(at)
                    && self.scale.is_some_and(|scale| self.precision >= scale)
                    && currencies::before(line, self.start).is_none())
        };
        is_smaller && !is_new && (self.is_in_words || fits_figure())
    }

    /// Whether “hundred” was the last word taken.
    fn ends_with_hundred(&self) -> bool {
        self.slot == Slot::Open && self.group >= Decimal::ONE_HUNDRED
    }

    /// Whether the number at `at` tells its size by a word of its own, smaller than the last: “3 hundred”.
    fn is_scaled_at(&self, at: usize) -> bool {
        (1..=3).any(|step| match number_word(self.line.word(self.line.past_hyphen(at + step))).map(|word| word.role) {
            Some(Role::Hundred) => self.scale.is_some(),
            Some(Role::Scale(scale)) => self.scale.is_some_and(|last| Decimal::from(scale) < last),
            _ => false,
        })
    }

    /// Whether the number at `at`, right after “million”, begins another: “sold for $5 million two years ago”. One that
    /// belongs to the sum tells its own size, or stands in a number that is in words throughout.
    fn is_new_after_scale(&self, at: usize) -> bool {
        let is_small = |at: usize| {
            matches!(number_word(self.line.word(at)), Some(NumberWord { role: Role::Small(_) | Role::Tens(_), .. }))
        };
        if self.slot != Slot::Open || self.scale.is_none() || !self.group.is_zero() || !is_small(at) {
            return false;
        }
        let end = (at..).take(3).find(|&place| !is_small(place) && !self.line.is_hyphen(place)).unwrap_or(at);
        let is_span = || calendar::unit(self.line.word(self.line.past_hyphen(end))).is_some();
        !self.is_scaled_at(at) && (!self.is_in_words || is_span())
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

    /// Whether the ordinal at `at` orders what follows and does not end this number: “two hundred fifth-graders”,
    /// “twenty first graders”.
    fn is_other_order(&self, at: usize) -> bool {
        let line = self.line;
        let is_joined = line.is_hyphen(at.wrapping_sub(1)) || line.before(at, 1) == "and";
        let next = line.word(at + 1);
        // The dictionary lacks some plurals.
        let is_plural = line.classes(at + 1).any(Classes::PLURAL) || (next.ends_with('s') && !next.ends_with("ss"));
        let orders_many = line.is_hyphen(at + 1) || is_plural;
        self.end > self.start && !is_joined && orders_many
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

    /// The digits after “two point”: “five”, “nought three”.
    fn take_decimals(&mut self, mut at: usize) -> Option<()> {
        // “at one point two men fled” is no 1.2.
        if !self.is_in_words || self.slot == Slot::Open || self.line.before(self.start, 1) == "at" {
            return None;
        }
        let mut digits = String::new();
        while let Some(NumberWord { role: Role::Small(number), ordinal: false }) = number_word(self.line.word(at))
            && digits.len() < MOST_SPOKEN_DECIMALS
        {
            digits.push_str(&number.to_string());
            at += 1;
        }
        let decimals: Decimal = format!("0.{digits}").parse().ok().filter(|_| !digits.is_empty())?;
        self.group = self.group.checked_add(decimals)?;
        self.precision = precision(decimals)?;
        self.slot = Slot::Closed;
        self.end = at;
        Some(())
    }

    /// “and a half”, “½”, “4/5” after the number, and a scale word after that: “two and a half million”.
    fn take_part(&mut self) {
        let line = self.line;
        // “an eight-and-a-half-minute talk”
        let is_joined = line.is_hyphen(self.end) && line.word(self.end + 1) == "and" && line.is_hyphen(self.end + 2);
        let found = if is_joined {
            fractions::added_part(line, self.end + 3)
        } else if line.word(self.end) == "and" {
            fractions::added_part(line, self.end + 1)
        } else if self.is_in_words {
            None
        } else {
            fractions::written(line, self.end)
        };
        let Some(Part { number, precision, end }) = found else { return };
        let at = line.past_hyphen(end);
        let scale = match number_word(line.word(at)).map(|next| next.role) {
            Some(Role::Scale(scale)) => Some(Decimal::from(scale)),
            _ => None,
        };
        if let (Some(scale), Some(last)) = (scale, self.scale)
            && self.group.is_zero()
            && scale < last
        {
            // “one billion and a half million”
            let sum = number.checked_mul(scale).and_then(|part| self.total.checked_add(part));
            if let (Some(sum), Some(precision)) = (sum, precision.checked_mul(scale)) {
                (self.total, self.precision, self.scale, self.end) = (sum, precision, Some(scale), at + 1);
            }
            return;
        }
        // “a million and a half” is half a million more, “two and a half” half of one.
        let unit = if self.group.is_zero() { self.scale.unwrap_or(Decimal::ONE) } else { Decimal::ONE };
        let sum = number.checked_mul(unit).and_then(|part| self.group.checked_add(part));
        if let (Some(sum), Some(precision)) = (sum, precision.checked_mul(unit)) {
            (self.group, self.precision, self.end) = (sum, precision, end);
            if let Some(scale) = scale {
                let _ = self.multiply(scale, at + 1);
            }
        }
    }
}

/// “tens” is a number only in “tens of thousands”.
const TENS_ALONE: u64 = 10;

/// Nobody speaks more decimals.
const MOST_SPOKEN_DECIMALS: usize = 8;

/// How many words before “hundred”, “thousand” or “dozen” stand for one or for some of them.
fn quantifier_words(line: Line<'_>, at: usize) -> usize {
    match line.word(at) {
        "a" if line.word(at + 1) == "couple" && line.word(at + 2) == "of" => 3,
        "a" if matches!(line.word(at + 1), "few" | "good" | "couple") => 2,
        "a" | "an" | "several" | "few" | "many" => 1,
        _ => 0,
    }
}

/// Whether ambiguous letters after the figure at `at` are a scale: in a sum of money, or before the thing counted.
fn is_scale(line: Line<'_>, at: usize, letters: usize) -> bool {
    let is_counted = line.classes(letters + 1).any(Classes::PLURAL) && !line.glued(letters + 1);
    currencies::before(line, at).is_some() || currencies::after(line, letters + 1).is_some() || is_counted
}

/// Whether a letter before word `at` can be the whole unit: no name goes on, as in “12 M Street”.
fn is_end_of_phrase(line: Line<'_>, at: usize) -> bool {
    !line.glued(at) && !line.is_figure(at) && !matches!(line.shape(at), Shape::Title | Shape::Upper | Shape::Mixed)
        || line.word(at) == "." && at + 1 == line.end
}
