//! Sums that leave a part of themselves untold: the cents of “20 dollars 43”, the currency of “on top of the four billion
//! it has had”, the number of “a dollar”.

use super::Telling;
use crate::extract::currencies;
use crate::extract::line::Line;
use crate::extract::measured::{Measured, scale};
use crate::extract::numerals::hedge_before;
use crate::extract::{Amount, Decimal, Hedge, Numeral, NumeralForm};
use crate::segment::{Document, Shape};
use crate::text::Classes;

/// “20 dollars 43”: after a sum told with a word, a figure of two digits with nothing behind it is its hundredths.
pub fn with_bare_hundredths(line: Line<'_>, whole: &Telling, numeral: &Numeral) -> Option<Telling> {
    let at = numeral.words.start;
    let fits = whole.words.end == at
        && whole.unit.per_unit == 1
        && whole.amount.upper.is_none()
        && whole.amount.number.is_integer()
        && line.is_word(at - 1)
        && numeral.words.len() == 1
        && line.is_figure(at)
        && line.word(at).len() == 2
        && (at + 1 == line.end || matches!(line.word(at + 1), "." | "," | ";" | ")" | "?" | "!"));
    let hundredths = numeral.amount.number.checked_div(Decimal::ONE_HUNDRED).filter(|_| fits)?;
    let amount =
        Amount { number: whole.amount.number.checked_add(hundredths)?, precision: Decimal::new(1, 2), ..whole.amount };
    Some(Measured { words: whole.words.start..at + 1, amount, unit: whole.unit })
}

/// From here on a bare scale may go on with a sum: thousands of something else are too common.
const LEAST_SCALE: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Words between a sum and a number that sets it against another: “to three billion”, “the four billion it has had”.
const AGAINST: [&str; 10] =
    ["the", "another", "to", "from", "with", "than", "additional", "further", "other", "remaining"];

/// A bare “four billion” in a sentence that has just told a sum on such a scale, and tells nothing that these could be.
pub fn continued(line: Line<'_>, last: &Telling, numeral: &Numeral) -> Option<Telling> {
    let (start, end) = (numeral.words.start, numeral.words.end);
    let is_large = |words| scale(line, words).is_some_and(|scale| scale >= LEAST_SCALE);
    let follows = line.word(end);
    let is_bare = !line.is_word(end)
        || line.classes(end).any(Classes::PRONOUN | Classes::AUXILIARY)
        || (line.classes(end).any(Classes::PREPOSITION) && follows != "of");
    let is_sum = numeral.form == NumeralForm::Cardinal
        && last.words.start >= line.start
        && is_large(&last.words)
        && is_large(&numeral.words)
        && AGAINST.contains(&line.before(start, 1))
        && is_bare
        && !matches!(follows, "%" | "-" | "who" | "whom" | "whose" | "°" | "/");
    is_sum.then(|| Measured { words: numeral.words.clone(), amount: numeral.amount, unit: last.unit })
}

/// “a multibillion-dollar deal”: at least one of what it counts.
pub fn multiples(document: &Document) -> Vec<Telling> {
    let telling = |at: usize| {
        let scale = match document.folded(at) {
            "multimillion" => 1_000_000,
            "multibillion" => 1_000_000_000_u64,
            _ => return None,
        };
        let line = Line::around(document, at);
        let coin = currencies::after(line, line.past_hyphen(at + 1))?;
        let number = Decimal::from(scale);
        let amount = Amount { number, upper: None, hedge: Hedge::AtLeast, precision: number };
        Some(Measured { words: at..coin.end, amount, unit: coin.currency })
    };
    (0..document.words.len()).filter_map(telling).collect()
}

/// “a dollar”, “a euro”: one, unless it is a price (“50 yen a dollar”) or a manner of speaking (“not a dollar”).
pub fn single_coins(document: &Document, numerals: &[Numeral]) -> Vec<Telling> {
    let mut numerals = numerals.iter().peekable();
    let mut found = Vec::new();
    for at in 0..document.words.len() {
        if !matches!(document.folded(at), "a" | "an") || document.words[at].shape == Shape::Upper {
            continue;
        }
        let line = Line::around(document, at);
        let Some(coin) = currencies::after(line, at + 1).filter(|coin| is_one(line.word(coin.end - 1))) else {
            continue;
        };
        while numerals.next_if(|numeral| numeral.words.end <= at).is_some() {}
        let is_numeral = numerals.peek().is_some_and(|next| next.words.start <= at + 1);
        let before = line.before(at, 1);
        let is_manner = matches!(before, "not" | "never" | "without" | "half" | "of" | "for" | "to")
            || before.ends_with("n't")
            || line.is_figure(at.wrapping_sub(1))
            || line.classes(at.wrapping_sub(1)).any(Classes::NOUN)
                && !line.classes(at.wrapping_sub(1)).any(Classes::VERB);
        // “a dollar store”, “a dollar-based fund”
        let is_modifier = line.word(coin.end) == "-" || line.classes(coin.end).any(Classes::NOUN | Classes::ADJECTIVE);
        if !is_numeral && !is_manner && !is_modifier {
            let hedge = hedge_before(line, at).unwrap_or_default();
            let amount = Amount { number: Decimal::ONE, upper: None, hedge, precision: Decimal::ONE };
            found.push(Measured { words: at..coin.end, amount, unit: coin.currency });
        }
    }
    found
}

/// The coins that “a” makes a sum of; others say it of other things, too (“a pound”, “a mark”, “a penny”).
fn is_one(noun: &str) -> bool {
    matches!(noun, "dollar" | "euro" | "buck")
}
