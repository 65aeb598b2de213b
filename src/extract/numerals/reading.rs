//! One number at one place, in figures, words or a mixture (“2.5 million”, “4 thousand three hundred”, “twenty-first”),
//! without hedge or range: number words are composed from left to right, and each tells where it may stand.

use super::figures::{figure, precision};
use super::fractions::{self, Part};
use super::number_words::{NumberWord, Role, number_word, scale_letters};
use super::{Decimal, NumeralForm};
use crate::extract::currencies;
use crate::extract::line::Line;
use crate::segment::Shape;
use crate::text::Classes;

/// A number as read at one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Index of the word after it.
    pub end: usize,
    /// How much.
    pub number: Decimal,
    /// What its last scale word multiplied by: 1000000 for “1.2 million”; 1 without one.
    pub scale: Decimal,
    /// What one unit in the last place told is worth.
    pub precision: Decimal,
    /// How it is written.
    pub form: NumeralForm,
    /// Whether it only tells an order of magnitude: “dozens”, “several hundred”.
    pub is_vague: bool,
}

/// The number that begins with word `at`, its sign included.
pub fn reading(line: Line<'_>, at: usize) -> Option<Reading> {
    let is_sign = match line.word(at) {
        "minus" | "negative" => true,
        // A dash between words is no sign, nor is one between spaces.
        "-" => !line.glued(at) && line.glued(at + 1),
        _ => return unsigned(line, at),
    };
    let found = unsigned(line, at + 1).filter(|found| is_sign && found.form != NumeralForm::Ordinal)?;
    Some(Reading { number: -found.number, ..found })
}

fn unsigned(line: Line<'_>, at: usize) -> Option<Reading> {
    fractions::fraction(line, at).or_else(|| Composition::begin(line, at)?.finish())
}

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
struct Composition<'d> {
    line: Line<'d>,
    start: usize,
    end: usize,
    slot: Slot,
    /// What is complete: “two thousand”.
    total: Decimal,
    /// What the next scale word multiplies.
    group: Decimal,
    /// What one unit in the last place told is worth.
    precision: Decimal,
    /// The last scale.
    scale: Option<Decimal>,
    is_in_words: bool,
    is_ordinal: bool,
    is_vague: bool,
}

impl<'d> Composition<'d> {
    fn begin(line: Line<'d>, at: usize) -> Option<Self> {
        let empty = Self {
            line,
            start: at,
            end: at,
            slot: Slot::Open,
            total: Decimal::ZERO,
            group: Decimal::ZERO,
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
            let is_vague = quantifier > 0 && !matches!(line.word(at), "a" | "an" if quantifier == 1);
            return (!is_name).then_some(Self {
                end: next,
                slot: Slot::Closed,
                group: Decimal::ONE,
                is_vague,
                ..empty
            });
        }
        (quantifier == 0 && word.is_some()).then_some(empty)
    }

    /// Takes words as long as they go on the number.
    fn finish(mut self) -> Option<Reading> {
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

    /// Takes what is added to a figure: “3rd”, “1.2bn”, “100k”.
    fn take_letters(&mut self) {
        let line = self.line;
        let at = line.past_hyphen(self.end);
        if line.glued(at) && matches!(line.word(at), "st" | "nd" | "rd" | "th") {
            self.is_ordinal = true;
            self.end = at + 1;
        } else if let Some(letters) = scale_letters(line.written(at))
            && (line.glued(at) || letters.stands_alone)
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
        }
        if self.line.word(at) == "point" {
            return self.take_decimals(at + 1);
        }
        self.take(number_word(self.line.word(at))?, at)
    }

    /// Whether the number word at `at`, after “and”, belongs to this number: “two hundred and six”, but not
    /// “between one hundred and two hundred”.
    fn can_go_on_after_and(&self, at: usize) -> bool {
        let is_smaller =
            matches!(number_word(self.line.word(at)).map(|next| next.role), Some(Role::Small(1..) | Role::Tens(_)));
        let outgrows = |word: NumberWord| match word.role {
            Role::Hundred => self.scale.is_none(),
            Role::Scale(scale) => self.scale.is_some_and(|last| Decimal::from(scale) >= last),
            _ => false,
        };
        let is_new = (1..=3).any(|step| number_word(self.line.word(at + step)).is_some_and(outgrows));
        self.is_in_words
            && self.slot == Slot::Open
            && is_smaller
            && !is_new
            && self.line.before(self.start, 1) != "between"
            && fractions::part(self.line, at).is_none()
    }

    fn take(&mut self, word: NumberWord, at: usize) -> Option<()> {
        match word.role {
            Role::Small(number) => {
                let fits = self.slot == Slot::Open || (self.slot == Slot::Tens && (1..10).contains(&number));
                self.add(number, Slot::Closed).filter(|()| fits)?;
            }
            Role::Tens(number) => {
                let fits = self.slot == Slot::Open;
                self.add(number, Slot::Tens).filter(|()| fits)?;
            }
            Role::Hundred => {
                let fits = self.group > Decimal::ZERO && self.group < Decimal::ONE_HUNDRED && self.slot != Slot::Open;
                self.group = self.group.checked_mul(Decimal::ONE_HUNDRED).filter(|_| fits)?;
                self.precision = precision(self.group)?;
                self.slot = Slot::Open;
            }
            Role::Scale(scale) => self.multiply(Decimal::from(scale), at + 1)?,
            Role::Group(size) => {
                self.multiply(Decimal::from(size), at + 1)?;
                self.slot = Slot::Closed;
            }
            Role::Many(scale) => self.take_many(scale, at)?,
        }
        self.is_ordinal = word.ordinal;
        self.end = self.end.max(at + 1);
        Some(())
    }

    /// Adds a number below a hundred. The caller gives the whole number up when it does not fit, so nothing is undone.
    fn add(&mut self, number: u32, slot: Slot) -> Option<()> {
        self.group = self.group.checked_add(Decimal::from(number))?;
        self.precision = Decimal::ONE;
        self.slot = slot;
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
        self.group = Decimal::ZERO;
        self.scale = Some(scale);
        self.slot = Slot::Open;
        self.end = end;
        Some(())
    }

    /// “dozens”, “hundreds of thousands”; “thousands” after a number is a scale like “thousand”.
    fn take_many(&mut self, scale: u64, at: usize) -> Option<()> {
        if self.end > self.start {
            self.multiply(Decimal::from(scale), at + 1)?;
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
        if scale == 10 && self.end == at + 1 {
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
        let found = if line.word(self.end) == "and" {
            fractions::part(line, self.end + 1)
        } else if self.is_in_words {
            None
        } else {
            fractions::written(line, self.end)
        };
        let Some(Part { number, precision, end }) = found else { return };
        // “a million and a half” is half a million more, “two and a half” half of one.
        let unit = if self.group.is_zero() { self.scale.unwrap_or(Decimal::ONE) } else { Decimal::ONE };
        let sum = number.checked_mul(unit).and_then(|part| self.group.checked_add(part));
        if let (Some(sum), Some(precision)) = (sum, precision.checked_mul(unit)) {
            (self.group, self.precision, self.end) = (sum, precision, end);
            let at = line.past_hyphen(end);
            if let Some(Role::Scale(scale)) = number_word(line.word(at)).map(|next| next.role) {
                let _ = self.multiply(Decimal::from(scale), at + 1);
            }
        }
    }
}

/// Nobody speaks more decimals.
const MOST_SPOKEN_DECIMALS: usize = 8;

/// How many words before “hundred”, “thousand” or “dozen” stand for one or for some of them.
fn quantifier_words(line: Line<'_>, at: usize) -> usize {
    match line.word(at) {
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
