//! Where a number goes on and where the next begins: after “and”, after a scale word, before an ordinal. News puts numbers
//! side by side (“$5 million two years ago”, “two hundred fifth-graders”), and each test here keeps two of them apart.

use super::{Composition, Slot};
use crate::extract::numerals::Decimal;
use crate::extract::numerals::fractions;
use crate::extract::numerals::number_words::{NumberWord, Role, number_word};
use crate::extract::{calendar, currencies};
use crate::text::Classes;

impl Composition<'_> {
    /// Whether the number word at `at`, after “and”, belongs to this number: “two hundred and six”, but not
    /// “between one hundred and two hundred”.
    pub(super) fn can_go_on_after_and(&self, at: usize) -> bool {
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
    pub(super) fn ends_with_hundred(&self) -> bool {
        self.slot == Slot::Open && self.group >= Decimal::ONE_HUNDRED
    }

    /// Whether the number at `at` tells its size by a word of its own, smaller than the last: “3 hundred”.
    pub(super) fn is_scaled_at(&self, at: usize) -> bool {
        (1..=3).any(|step| match number_word(self.line.word(self.line.past_hyphen(at + step))).map(|word| word.role) {
            Some(Role::Hundred) => self.scale.is_some(),
            Some(Role::Scale(scale)) => self.scale.is_some_and(|last| Decimal::from(scale) < last),
            _ => false,
        })
    }

    /// Whether the number at `at`, right after “million”, begins another: “sold for $5 million two years ago”. One that
    /// belongs to the sum tells its own size, or stands in a number that is in words throughout.
    pub(super) fn is_new_after_scale(&self, at: usize) -> bool {
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

    /// Whether the ordinal at `at` orders what follows and does not end this number: “two hundred fifth-graders”,
    /// “twenty first graders”.
    pub(super) fn is_other_order(&self, at: usize) -> bool {
        let line = self.line;
        let is_joined = line.is_hyphen(at.wrapping_sub(1)) || line.before(at, 1) == "and";
        let next = line.word(at + 1);
        // The dictionary lacks some plurals.
        let is_plural = line.classes(at + 1).any(Classes::PLURAL) || (next.ends_with('s') && !next.ends_with("ss"));
        let orders_many = line.is_hyphen(at + 1) || is_plural;
        self.end > self.start && !is_joined && orders_many
    }
}
