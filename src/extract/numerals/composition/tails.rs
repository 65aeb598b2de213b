//! What is added to a number after its words or figures: letters (“3rd”, “1.2bn”), spoken decimals (“two point five”),
//! parts (“two and a half million”).

use super::{Composition, Slot};
use crate::extract::currencies;
use crate::extract::line::Line;
use crate::extract::numerals::Decimal;
use crate::extract::numerals::figures::{is_digits, precision};
use crate::extract::numerals::fractions::{self, Part};
use crate::extract::numerals::number_words::{NumberWord, Role, number_word, scale_letters};
use crate::extract::numerals::powers;
use crate::segment::Shape;
use crate::text::Classes;

/// Nobody speaks more decimals.
const MOST_SPOKEN_DECIMALS: usize = 8;

impl Composition<'_> {
    /// Takes what is added to a figure: “3rd”, “1.2bn”, “100k”, “1.2e+6”.
    pub(super) fn take_letters(&mut self) {
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

    /// The digits after “two point”: “five”, “nought three”.
    pub(super) fn take_decimals(&mut self, mut at: usize) -> Option<()> {
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
        // “zero point 77”
        if digits.is_empty() && is_digits(self.line, at) {
            digits.push_str(self.line.word(at));
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
    pub(super) fn take_part(&mut self) {
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
