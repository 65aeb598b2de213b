//! One number at one place, its sign included, without hedge or range: a part of something (`fractions`), a group with a
//! name of its own (`groups`), or a number composed word by word (`composition`).

use super::composition::Composition;
use super::number_words::{fraction_sign, number_word};
use super::{Decimal, NumeralForm};
use super::{fractions, groups};
use crate::extract::line::Line;
use crate::segment::WordKind;

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
        // A dash between words is no sign, nor is one between spaces, nor a long one: “Lisbon —2 men”.
        "-" => !line.glued(at) && line.glued(at + 1) && line.written(at) != "—",
        _ => return unsigned(line, at),
    };
    let found = unsigned(line, at + 1).filter(|found| is_sign && found.form != NumeralForm::Ordinal)?;
    Some(Reading { number: -found.number, ..found })
}

fn unsigned(line: Line<'_>, at: usize) -> Option<Reading> {
    can_begin(line, at).then_some(())?;
    fractions::fraction(line, at).or_else(|| groups::group(line, at)).or_else(|| Composition::begin(line, at)?.finish())
}

/// Whether a number can begin with word `at`; spares most words the rules.
fn can_begin(line: Line<'_>, at: usize) -> bool {
    match line.kind(at) {
        Some(WordKind::Figure) => true,
        Some(WordKind::Word) => {
            let word = line.word(at);
            matches!(word, "a" | "an" | "several" | "few" | "many" | "half" | "quarter" | "point")
                || number_word(word).is_some()
        }
        Some(WordKind::Mark) => line.word(at) == "." || fraction_sign(line.written(at)).is_some(),
        Some(WordKind::Clitic) | None => false,
    }
}

/// The whole number above zero that begins with word `at`, told exactly and without sign, and the index of the word
/// after it.
pub fn whole(line: Line<'_>, at: usize) -> Option<(Decimal, usize)> {
    let found = Composition::begin(line, at)?.finish()?;
    let is_whole = found.form == NumeralForm::Cardinal
        && !found.is_vague
        && found.number > Decimal::ZERO
        && found.number.fract().is_zero();
    is_whole.then_some((found.number, found.end))
}
