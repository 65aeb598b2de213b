//! Measured sizes: “180 km per hour”, “3,000 square metres”, “half a mile”, “5 feet 2 inches”.
//!
//! A numeral with a unit behind it is a size; rooms of their own have what is told with marks (“5'10"”), in parts (“a
//! quarter mile”) and by scales (degrees, magnitudes).

mod marks;
mod parts;
mod scales;

use super::line::Line;
use super::measured::{Measured, join_ranges, negative};
use super::money::Pounds;
use super::numerals::{Role, number_word};
use super::units::{Unit, unit, whole_ratio};
use super::{Amount, Decimal, Mention, Numeral, NumeralForm, Value};
use crate::segment::{Document, Shape};
use crate::text::Classes;

/// A size, its unit by name.
type Size = Measured<&'static str>;

/// The measured sizes in `document`, in reading order.
///
/// ```
/// use variorum::extract::{Value, mentions};
/// use variorum::segment::segment;
///
/// let document = segment("The fire burned 3,000 square metres.".into());
/// let Value::Quantity { amount, unit } = &mentions(&document, None)[0].value else { panic!() };
/// assert_eq!((amount.number, *unit), (3_000.into(), "square metre"));
/// ```
pub fn quantities(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let pounds = Pounds::new(document);
    let mut sizes: Vec<Size> = Vec::new();
    for (index, numeral) in numerals.iter().enumerate() {
        let line = Line::around(document, numeral.words.start);
        // The “10” of “5'10"” is told already.
        if sizes.last().is_some_and(|last| last.words.end > numeral.words.start) {
            continue;
        }
        let Some(size) = size(line, &pounds, numeral, sizes.last()) else { continue };
        // A unit before a number may be that of the number before: “zero magnitude 5”.
        if sizes.last().is_some_and(|last| last.words.end > size.words.start) {
            continue;
        }
        if let Some(last) = sizes.last_mut()
            && let Some(whole) = with_smaller(line, last, &size)
        {
            *last = whole;
        } else {
            sizes.extend(sharing(line, &numerals[..index], &size));
            sizes.push(size);
        }
    }
    sizes.extend(parts::parts(document, numerals));
    sizes.sort_by_key(|size| size.words.start);
    join_ranges(document, sizes)
        .into_iter()
        .filter_map(|Measured { words, amount, unit }| Mention::new(document, words, Value::Quantity { amount, unit }))
        .collect()
}

/// The size that `numeral` tells; `last` is the one before it.
fn size(line: Line<'_>, pounds: &Pounds<'_>, numeral: &Numeral, last: Option<&Size>) -> Option<Size> {
    if numeral.form == NumeralForm::Ordinal {
        return parts::ordinal_part(line, numeral);
    }
    if let Some(size) = marks::marked(line, numeral).or_else(|| scales::magnitude(line, numeral)) {
        return Some(size);
    }
    let words = numeral.words.clone();
    let mut at = line.past_hyphen(words.end);
    // “hundreds of miles”
    let is_many = |at: usize| matches!(number_word(line.word(at)).map(|word| word.role), Some(Role::Many(_)));
    at += usize::from(line.word(at) == "of" && at.checked_sub(1).is_some_and(is_many));
    if numeral.form == NumeralForm::Fraction {
        // “half a mile”, “a quarter of a mile”, “half of the mile” is none
        at += usize::from(line.word(at) == "of");
        at += usize::from(matches!(line.word(at), "a" | "an"));
    }
    let found = marks::inches(line, at, last.filter(|last| last.words.end == words.start))
        .or_else(|| scales::below_zero(line, at))
        .or_else(|| unit(line, at))?;
    let is_size = is_unit(line, at, found, &numeral.amount)
        && !is_body(line, words.start, at)
        && !is_in_code(line, words.start, at)
        && scales::is_degree(line, words.start, at, found, &numeral.amount)
        && (found.name != "pound" || !is_in_words(line, at) || pounds.are_weight(line, found.end, &numeral.amount));
    let size =
        is_size.then_some(Measured { words: words.start..found.end, amount: numeral.amount, unit: found.name })?;
    Some(below_zero(line, size))
}

/// “2 degrees below zero” is −2.
fn below_zero(line: Line<'_>, size: Size) -> Size {
    let end = size.words.end;
    if size.unit.starts_with("degree") && line.is_phrase(end, &["below", "zero"]) {
        Measured { words: size.words.start..end + 2, amount: negative(&size.amount), unit: size.unit }
    } else if line.before(end, 1) == "zero" && line.before(end, 2) == "below" {
        Measured { amount: negative(&size.amount), ..size }
    } else {
        size
    }
}

/// Whether the unit's word is written in full: “pounds”, not “lb”.
fn is_in_words(line: Line<'_>, at: usize) -> bool {
    line.word(at).starts_with("pound")
}

/// Whether the word at `at` stands for a unit and not for a name (“two Miles Davis songs”), a network (“5G”) or a thing
/// (“two stone lions”).
fn is_unit(line: Line<'_>, at: usize, found: Unit, amount: &Amount) -> bool {
    let is_name = line.shape(at) == Shape::Title && line.shape(at + 1) == Shape::Title && line.word(at).len() > 2;
    let is_thing = match line.word(at) {
        "stone" | "bar" => line.classes(found.end).any(Classes::NOUN) || amount.number == Decimal::ONE,
        "stones" => true,
        _ => false,
    };
    !is_name && !is_thing
}

/// Whether the feet at `at` are somebody's: “back on his two feet”.
fn is_body(line: Line<'_>, start: usize, at: usize) -> bool {
    line.word(at) == "feet"
        && line.is_word(start)
        && matches!(line.before(start, 1), "on" | "his" | "her" | "its" | "my" | "your" | "our" | "their" | "own")
}

/// Whether the figure at `start` with the letters at `unit` is a name or a power of ten: “SCP-173m”, “1e-5 m”.
fn is_in_code(line: Line<'_>, start: usize, unit: usize) -> bool {
    let Some(hyphen) = start.checked_sub(1).filter(|&hyphen| line.is_hyphen(hyphen) && line.is_figure(start)) else {
        return false;
    };
    let name = hyphen.wrapping_sub(1);
    let is_letter = line.word(unit).chars().nth(1).is_none();
    let is_after_figure = line.glued(name) && line.is_figure(name.wrapping_sub(1));
    line.is_word(name) && if is_after_figure { line.word(name) == "e" } else { is_letter }
}

/// Nothing told in two units parts more finely: a mile has 1,760 yards.
const MOST_IN_A_LARGE: Decimal = Decimal::from_parts(1_760, 0, 0, false, 0);

/// “5 feet 2 inches” as one size, told in the smaller unit so that it stays exact.
fn with_smaller(line: Line<'_>, large: &Size, small: &Size) -> Option<Size> {
    let is_joined = match line.word(large.words.end) {
        "and" | "," => true,
        "-" => large.unit == "foot",
        _ => false,
    };
    let fits = large.words.start >= line.start
        && small.words.start == large.words.end + usize::from(is_joined)
        && large.amount.upper.is_none()
        && small.amount.upper.is_none();
    let ratio = fits.then(|| whole_ratio(large.unit, small.unit))?.filter(|&ratio| ratio <= MOST_IN_A_LARGE)?;
    // Of what is joined only by standing together the smaller may be anything: “2 yards 7 feet”.
    (!is_joined || small.amount.number < ratio).then_some(())?;
    let number = large.amount.number.checked_mul(ratio)?.checked_add(small.amount.number)?;
    let amount = Amount { number, precision: small.amount.precision, ..large.amount };
    Some(Measured { words: large.words.start..small.words.end, amount, unit: small.unit })
}

/// How many figures may share a unit: “5, 10 and 15 km”.
const MOST_SHARING: usize = 4;

/// The sizes told by the figures before `size` that share its unit: “45 and 50 mg”, “10 by 20 feet”. In reading order.
fn sharing(line: Line<'_>, before: &[Numeral], size: &Size) -> Vec<Size> {
    let mut found: Vec<Size> = Vec::new();
    let mut next = size.words.start;
    for numeral in before.iter().rev().take(MOST_SHARING) {
        let joint = numeral.words.end;
        let is_joint = match line.word(joint) {
            "and" | "or" | "by" | "x" | "×" => true,
            "," => !found.is_empty(),
            _ => false,
        };
        let is_figure = |at: usize| line.is_figure(at) && line.shape(at) == Shape::None;
        let is_year = line.word(numeral.words.start).len() == 4 && numeral.amount.number < Decimal::from(2_100);
        let shares = joint + 1 == next
            && is_joint
            && is_figure(numeral.words.start)
            && is_figure(next)
            && numeral.words.start >= line.start
            && numeral.form == NumeralForm::Cardinal
            && !is_year;
        if !shares {
            break;
        }
        next = numeral.words.start;
        found.push(Measured { words: numeral.words.clone(), amount: numeral.amount, unit: size.unit });
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests;
