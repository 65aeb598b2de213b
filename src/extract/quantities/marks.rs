//! Feet and inches by their marks and short forms: “13.3"”, “5'10"”, “6-foot-8”, “5 ft 2 in”.

use super::Size;
use crate::extract::line::Line;
use crate::extract::measured::Measured;
use crate::extract::units::{Unit, unit};
use crate::extract::{Amount, Decimal, Numeral};

/// Inches in a foot.
const INCHES: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// Nobody is taller; more feet and inches without a word are minutes and seconds.
const TALLEST_FEET: Decimal = Decimal::from_parts(8, 0, 0, false, 0);

/// The size that `numeral` tells with marks for feet and inches, or with feet and bare inches after them.
pub fn marked(line: Line<'_>, numeral: &Numeral) -> Option<Size> {
    let (start, at) = (numeral.words.start, numeral.words.end);
    line.is_figure(at.checked_sub(1)?).then_some(())?;
    let measured = |end, amount, unit| Some(Measured { words: start..end, amount, unit });
    if let Some((inches, end)) = bare_inches(line, numeral) {
        let number = numeral.amount.number.checked_mul(INCHES)?.checked_add(inches)?;
        return measured(end, Amount { number, precision: Decimal::ONE, ..numeral.amount }, "inch");
    }
    line.glued(at).then_some(())?;
    if let Some(end) = inch_mark(line, at) {
        // A lone `"` may close a quotation instead.
        let is_closing = line.written(at) == "\"" && is_open(line, at);
        return (!is_closing && numeral.amount.upper.is_none()).then(|| measured(end, numeral.amount, "inch"))?;
    }
    (line.written(at) == "′").then(|| measured(at + 1, numeral.amount, "foot"))?
}

/// The inches after feet, and the index of the word after them: of “5'10"”, “6-foot-8”, “5 foot 10”.
fn bare_inches(line: Line<'_>, feet: &Numeral) -> Option<(Decimal, usize)> {
    (feet.amount.upper.is_none() && feet.amount.number.is_integer()).then_some(())?;
    let at = feet.words.end;
    if matches!(line.word(at), "'" | "′") && line.glued(at) && line.glued(at + 1) {
        let inches = inches_at(line, at + 1)?;
        return match inch_mark(line, at + 2).filter(|_| line.glued(at + 2)) {
            Some(end) => Some((inches, end)),
            None => (feet.amount.number < TALLEST_FEET && !line.is_word(at + 2)).then_some((inches, at + 2)),
        };
    }
    let foot = unit(line, line.past_hyphen(at)).filter(|unit| unit.name == "foot")?;
    let place = line.past_hyphen(foot.end);
    let inches = inches_at(line, place)?;
    let is_bare = feet.amount.number < TALLEST_FEET
        && (!line.is_word(place + 1) || matches!(line.word(place + 1), "tall" | "and"))
        && !(line.is_hyphen(place + 1) && line.is_word(place + 2))
        && line.word(place + 1) != "%";
    is_bare.then_some((inches, place + 1))
}

/// The figure at `at`, if it can be inches beside feet.
fn inches_at(line: Line<'_>, at: usize) -> Option<Decimal> {
    let inches: Decimal = line.is_figure(at).then(|| line.word(at).parse().ok())??;
    (inches < INCHES).then_some(inches)
}

/// The index of the word after the mark for inches at `at`: `"`, `''`, `″`.
fn inch_mark(line: Line<'_>, at: usize) -> Option<usize> {
    match line.written(at) {
        "\"" | "″" => Some(at + 1),
        _ if line.word(at) == "'" && line.word(at + 1) == "'" && line.glued(at + 1) => Some(at + 2),
        _ => None,
    }
}

/// How many words a quotation may have run before a mark that may close it.
const MOST_QUOTED: usize = 100;

/// Whether a quotation is open before word `at`.
fn is_open(line: Line<'_>, at: usize) -> bool {
    (line.start.max(at.saturating_sub(MOST_QUOTED))..at).filter(|&place| line.word(place) == "\"").count() % 2 == 1
}

/// “in” for inches at `at`: after feet, before what is measured or converted, and at the end. Elsewhere it is the preposition.
pub fn inches(line: Line<'_>, at: usize, last: Option<&Size>) -> Option<Unit> {
    (line.word(at) == "in" && line.is_figure(at.checked_sub(1)?)).then_some(())?;
    let is_inches = last.is_some_and(|last| last.unit == "foot")
        || at + 1 == line.end
        || (line.word(at + 1) == "(" && line.is_figure(at + 2))
        || matches!(line.word(at + 1), "long" | "wide" | "tall" | "thick" | "deep" | "high" | "across");
    is_inches.then_some(Unit { name: "inch", end: at + 1 })
}
