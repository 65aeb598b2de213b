//! Sums of money: “$1.2bn”, “380 billion yuan”, “Rs 500 crore”, “thirteen dollars and forty-five cents”.
//!
//! First what is told: a numeral with a currency, or a family of them (“pesos”), before or after it. Then which currency
//! that is in this article. Then sums that are one: “$5 and 20 cents”, “$10 to $12”.

mod pounds;
mod setting;
mod untold;

use super::currencies::{self, Denomination};
use super::line::Line;
use super::measured::{Measured, join_ranges, negative, times};
use super::numerals::{Role, number_word};
use super::{Amount, Decimal, Hedge, Mention, Numeral, NumeralForm, Value};
use crate::segment::Document;
use crate::text::Classes;
pub use pounds::Pounds;
use setting::Setting;

/// A sum as told: its unit may still be one of several currencies.
type Telling = Measured<Denomination>;

/// The sums of money in `document`, in reading order.
///
/// ```
/// use variorum::extract::{Value, mentions};
/// use variorum::segment::segment;
///
/// let document = segment("It costs about US$1.4 billion.".into());
/// let Value::Money { amount, currency } = &mentions(&document, None)[0].value else { panic!() };
/// assert_eq!((amount.number, *currency), (1_400_000_000.into(), "USD"));
/// ```
pub fn money(document: &Document, numerals: &[Numeral]) -> Vec<Mention> {
    let tellings = tellings(document, numerals);
    let setting = Setting::new(document, &tellings);
    let mut sums: Vec<Measured<Coin>> = Vec::new();
    for Measured { words, amount, unit } in tellings {
        let coin = Coin { currency: setting.currency(unit.family), denomination: unit };
        let Some(amount) = coin.whole(&amount) else { continue };
        let sum = Measured { words, amount, unit: coin };
        match sums.last_mut().and_then(|last| with_small(document, last, &sum)) {
            Some(whole) => *sums.last_mut().expect("a sum was just extended") = whole,
            None => sums.push(sum),
        }
    }
    join_ranges(document, sums)
        .into_iter()
        .filter_map(|Measured { words, amount, unit }| {
            Mention::new(document, words, Value::Money { amount, currency: unit.currency })
        })
        .collect()
}

/// What a sum is told in.
#[derive(Clone, Copy, Debug)]
struct Coin {
    currency: &'static str,
    denomination: Denomination,
}

impl PartialEq for Coin {
    /// “90 cents” and “$1.10” are told in one currency, whatever the sign.
    fn eq(&self, other: &Self) -> bool {
        self.currency == other.currency
    }
}

impl Coin {
    fn is_small(&self) -> bool {
        self.denomination.per_unit > 1
    }

    /// The amount in units of the currency: 0.45 for 45 cents.
    fn whole(&self, amount: &Amount) -> Option<Amount> {
        if self.is_small() {
            times(amount, Decimal::ONE.checked_div(self.denomination.per_unit.into())?)
        } else {
            Some(*amount)
        }
    }
}

/// The sums of `document` as told, in reading order; none overlaps another.
fn tellings(document: &Document, numerals: &[Numeral]) -> Vec<Telling> {
    let pounds = Pounds::new(document);
    let mut found: Vec<Telling> = Vec::new();
    for numeral in numerals.iter().filter(|numeral| numeral.form != NumeralForm::Ordinal) {
        let line = Line::around(document, numeral.words.start);
        let last = found.last_mut();
        // The “million” of “75 USD million” is told already.
        let free_from = last.as_ref().map_or(0, |last| last.words.end).max(line.start);
        if numeral.words.start < free_from {
            continue;
        }
        if let Some(telling) = telling(line, &pounds, numeral, free_from) {
            found.push(telling);
        } else if let Some(last) = last {
            if let Some(whole) = untold::with_bare_hundredths(line, last, numeral) {
                *last = whole;
            } else if let Some(telling) = untold::continued(line, last, numeral) {
                found.push(telling);
            }
        }
    }
    found.extend(untold::single_coins(document, numerals));
    found.extend(untold::multiples(document));
    found.sort_by_key(|telling| telling.words.start);
    found
}

/// The sum that `numeral` tells with the currency beside it; words before `free_from` belong to the sum before.
fn telling(line: Line<'_>, pounds: &Pounds<'_>, numeral: &Numeral, free_from: usize) -> Option<Telling> {
    let mut words = numeral.words.clone();
    let mut amount = numeral.amount;
    let free = |before: &currencies::Before| before.start >= free_from;
    // “$-5”
    if line.before(words.start, 1) == "-"
        && line.glued(words.start)
        && line.glued(words.start - 1)
        && currencies::before(line, words.start - 1).is_some_and(|before| free(&before))
    {
        words.start -= 1;
        amount = negative(&amount);
    }
    let before = currencies::before(line, words.start).filter(free);
    let after = after(line, numeral, before.is_some());
    let unit = match (before, after) {
        (Some(before), _) => before.currency,
        (None, Some(after)) if is_sum(line, pounds, after, &amount) => after.currency,
        _ => return None,
    };
    if let Some(before) = before {
        words.start = before.start;
        // “-$5”
        if line.before(words.start, 1) == "-" && line.glued(words.start) && !line.glued(words.start - 1) {
            words.start -= 1;
            amount = negative(&amount);
        }
    }
    if let Some(after) = after.filter(|after| before.is_none() || is_same(after.currency, unit)) {
        words.end = after.end;
        if before.is_none() {
            amount = times(&amount, after.scale.into())?;
            // “75 USD million”
            if let Some(Role::Scale(scale)) = number_word(line.word(after.end)).map(|word| word.role) {
                amount = times(&amount, Decimal::from(scale))?;
                words.end += 1;
            }
        }
    }
    // “a multi-million-dollar deal”
    if line.follows_phrase(words.start, &["multi", "-"]) {
        amount.hedge = Hedge::AtLeast;
    }
    (!is_exchange_rate(line, words.end) && !is_opinion(line, &words)).then_some(Measured { words, amount, unit })
}

/// Whether “$5 million dollars” tells one currency twice.
fn is_same(after: Denomination, before: Denomination) -> bool {
    after.per_unit == before.per_unit && before.family.members.iter().any(|member| after.family.has(member.code))
}

/// The currency after a numeral: “20 yuan”, “a 20-euro note”, “billions of dollars”, “half a million euros”.
fn after(line: Line<'_>, numeral: &Numeral, has_before: bool) -> Option<currencies::After> {
    let end = line.past_hyphen(numeral.words.end);
    let is_vague =
        end > line.start && matches!(number_word(line.word(end - 1)).map(|word| word.role), Some(Role::Many(_)));
    let at = match line.word(end) {
        "of" if is_vague => end + 1,
        _ => end,
    };
    let at = match line.word(at) {
        "a" | "an" if numeral.form == NumeralForm::Fraction => at + 1,
        _ => at,
    };
    // In “$10-$20”, “$5 $6” and “3 USD50 cards” the sign belongs to the next figure, in “5$ 6” to this.
    let is_of_next = line.is_figure(at + 1)
        && if line.glued(at + 1) {
            has_before || !line.glued(at) || at > numeral.words.end
        } else {
            has_before && !line.is_word(at)
        };
    currencies::after(line, at).filter(|_| !is_of_next)
}

/// Below that, “won” and “dong” are the verb and the name; nothing costs so few of them.
const LEAST_WON: Decimal = Decimal::ONE_HUNDRED;

/// Whether a currency word after a number means money, where it may be another word.
fn is_sum(line: Line<'_>, pounds: &Pounds<'_>, after: currencies::After, amount: &Amount) -> bool {
    match line.word(after.end - 1) {
        "won" | "dong" => amount.number >= LEAST_WON && !line.classes(after.end).any(Classes::DETERMINER),
        "pound" | "pounds" if after.currency.family.only().is_none() => !pounds.are_weight(line, after.end, amount),
        _ => true,
    }
}

/// Whether “to the dollar” or “against the euro” follows: what one money costs in another is no sum, and “20 cents on
/// the dollar” is a share.
fn is_exchange_rate(line: Line<'_>, end: usize) -> bool {
    let at = match line.word(end) {
        "to" | "against" | "on" if line.word(end + 1) == "the" => end + 2,
        "per" => end + 1,
        "a" | "to" | "for" if line.word(end + 1) == "a" || line.word(end) == "a" => {
            end + 1 + usize::from(line.word(end + 1) == "a")
        }
        _ => return false,
    };
    // “five pounds per pound” of something is a price.
    currencies::after(line, at).is_some_and(|money| money.currency.per_unit == 1 && line.word(money.end - 1) != "pound")
}

/// “my two cents”.
fn is_opinion(line: Line<'_>, words: &std::ops::Range<usize>) -> bool {
    line.is_phrase(words.start, &["two", "cents"])
        && matches!(line.before(words.start, 1), "my" | "his" | "her" | "your" | "their" | "our")
}

/// “thirteen dollars and forty-five cents”, “3 CAD 3 cents” as one sum.
fn with_small(document: &Document, whole: &Measured<Coin>, small: &Measured<Coin>) -> Option<Measured<Coin>> {
    let line = Line::around(document, whole.words.start);
    let joint = usize::from(line.word(whole.words.end) == "and");
    // Cents are of whatever the dollars before are.
    let is_of_it = small.unit == whole.unit || small.unit.denomination.family.has("USD");
    let fits = small.unit.is_small()
        && !whole.unit.is_small()
        && is_of_it
        && small.words.start == whole.words.end + joint
        && small.amount.number < Decimal::ONE
        && whole.amount.upper.is_none();
    let number = whole.amount.number.checked_add(small.amount.number).filter(|_| fits)?;
    let amount = Amount { number, precision: small.amount.precision, ..whole.amount };
    Some(Measured { words: whole.words.start..small.words.end, amount, unit: whole.unit })
}

#[cfg(test)]
mod tests;
