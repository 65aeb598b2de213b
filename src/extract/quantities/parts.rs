//! Parts of a unit and the one of “a mile”: “a tenth of a gallon”, “quarter-litre”, “a pound of flour”.

use super::Size;
use crate::extract::line::Line;
use crate::extract::measured::Measured;
use crate::extract::numerals::hedge_before;
use crate::extract::units::{Unit, unit};
use crate::extract::{Amount, Decimal, Numeral};
use crate::segment::Document;
use crate::text::Classes;

/// Such words are chosen for the nearest simple part, so a fifth of the part counts as its last place.
const PLACES_IN_A_PART: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// One of so many parts of the unit, told from word `start` on.
fn one_of(line: Line<'_>, start: usize, parts: Decimal) -> Option<Amount> {
    let number = Decimal::ONE.checked_div(parts)?;
    let hedge = hedge_before(line, start).unwrap_or_default();
    Some(Amount { number, upper: None, hedge, precision: number.checked_div(PLACES_IN_A_PART)? })
}

/// “tenth of a gallon”: an ordinal before “of a” and a unit is a part.
pub fn ordinal_part(line: Line<'_>, numeral: &Numeral) -> Option<Size> {
    let (start, end) = (numeral.words.start, numeral.words.end);
    let at = end + 1 + usize::from(matches!(line.word(end + 1), "a" | "an"));
    let is_part = line.word(end) == "of"
        && numeral.words.len() == 1
        && line.is_word(start)
        && numeral.amount.number > Decimal::TWO
        && line.before(start, 1) != "the";
    let found = is_part.then(|| unit(line, at))??;
    Some(Measured { words: start..found.end, amount: one_of(line, start, numeral.amount.number)?, unit: found.name })
}

/// Units that “a” makes a size of: “a mile away”. Others say it of other things, too (“a foot”, “a yard”, “a ton of”).
const SINGLE: [&str; 11] =
    ["mile", "kilometre", "metre", "kilogram", "gram", "litre", "gallon", "ounce", "inch", "acre", "hectare"];

/// “a mile”, “a quarter mile”, “quarter-litre” wherever no numeral tells the size.
pub fn parts(document: &Document, numerals: &[Numeral]) -> Vec<Size> {
    let mut found = Vec::new();
    let mut numerals = numerals.iter().peekable();
    for at in 0..document.words.len() {
        // “a quarter of a mile” has its size already.
        while numerals.next_if(|numeral| numeral.words.end < at.saturating_sub(1)).is_some() {}
        let is_numeral = || numerals.clone().take(2).any(|next| next.words.start <= at + 1 && at < next.words.end + 2);
        let line = || Line::around(document, at);
        match document.folded(at) {
            "a" | "an" if !is_numeral() && line().before(at, 1) != "of" => found.extend(single(line(), at)),
            "quarter" if !is_numeral() => found.extend(quarter(line(), at)),
            _ => {}
        }
    }
    found
}

/// “a quarter mile”, “quarter-litre”, “quarter of a mile”.
fn quarter(line: Line<'_>, at: usize) -> Option<Size> {
    let start = at - usize::from(line.before(at, 1) == "a");
    let of = usize::from(line.word(at + 1) == "of" && matches!(line.word(at + 2), "a" | "an"));
    let found = measure(line, line.past_hyphen(at + 1 + 2 * of))?;
    Some(Measured { words: start..found.end, amount: one_of(line, start, Decimal::from(4))?, unit: found.name })
}

/// A unit told in a word, no symbol.
fn measure(line: Line<'_>, at: usize) -> Option<Unit> {
    unit(line, at).filter(|unit| line.word(at).len() > 3 && unit.name != "degree")
}

/// “a mile”: one, unless it is a price or a rate (“5 dollars a gallon”).
fn single(line: Line<'_>, at: usize) -> Option<Size> {
    let before = line.classes(at.wrapping_sub(1));
    let is_rate = before.any(Classes::NOUN) && !before.any(Classes::VERB)
        || line.is_figure(at.wrapping_sub(1))
        || at.checked_sub(1).is_some_and(|before| unit(line, before).is_some())
        || matches!(line.before(at, 1), "%" | "€" | "£" | "half" | "quarter" | "times" | "cost" | "costs" | "cents");
    let found = unit(line, at + 1).filter(|unit| unit.end == at + 2 && line.word(at + 1).len() > 3)?;
    // “a pound” alone may be money.
    let is_single = SINGLE.contains(&found.name) || (found.name == "pound" && line.word(found.end) == "of");
    // “an inch-thick file”, “a mile marker” are no sizes by themselves.
    let is_modifier = line.is_hyphen(found.end) || line.classes(found.end).any(Classes::NOUN);
    let is_extent =
        matches!(line.word(found.end), "long" | "wide" | "thick" | "tall" | "deep" | "high" | "across" | "away");
    let is_size = is_single && !is_rate && (!is_modifier || is_extent);
    let hedge = hedge_before(line, at).unwrap_or_default();
    let amount = Amount { number: Decimal::ONE, upper: None, hedge, precision: Decimal::ONE };
    is_size.then_some(Measured { words: at..found.end, amount, unit: found.name })
}
