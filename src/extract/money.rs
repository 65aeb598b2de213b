//! Sums of money: “$1.2bn”, “380 billion yuan”, “Rs 500 crore”, “thirteen dollars and forty-five cents”.
//!
//! What stands around a numeral names a currency or only a family of them (“pesos”); then the article's other words
//! decide which.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::currencies::{self, Denomination, Family};
use super::line::Line;
use super::measured::{Measured, join_ranges, negative, times};
use super::numerals::{Role, number_word};
use super::{Amount, Decimal, Mention, Numeral, NumeralForm, Value};
use crate::segment::{Document, Shape, Term};
use crate::text::Classes;

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
    let setting = Setting::new(document);
    let mut sums: Vec<Measured<Coin>> = Vec::new();
    for sum in numerals.iter().filter_map(|numeral| sum(document, &setting, numeral)) {
        // The “million” of “75 USD million” is told already.
        if sums.last().is_some_and(|last| last.words.end > sum.words.start) {
            continue;
        }
        match sums.last_mut().and_then(|last| with_cents(document, last, &sum)) {
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Coin {
    currency: &'static str,
    /// Whether it is told in hundredths: “45 cents”.
    is_hundredth: bool,
}

fn sum(document: &Document, setting: &Setting<'_>, numeral: &Numeral) -> Option<Measured<Coin>> {
    (numeral.form != NumeralForm::Ordinal).then_some(())?;
    let line = Line::around(document, numeral.words.start);
    let mut words = numeral.words.clone();
    let mut amount = numeral.amount;
    // “$-5”
    if line.before(words.start, 1) == "-"
        && line.glued(words.start)
        && line.glued(words.start - 1)
        && currencies::before(line, words.start - 1).is_some()
    {
        words.start -= 1;
        amount = negative(&amount);
    }
    let before = currencies::before(line, words.start);
    let after = after(line, numeral);
    let coin = match (before, after) {
        (Some(before), _) => setting.coin(before.currency)?,
        (None, Some(after)) if is_sum(line, after, &amount) => setting.coin(after.currency)?,
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
    if let Some(after) = after.filter(|after| before.is_none() || setting.coin(after.currency) == Some(coin)) {
        words.end = after.end;
        // “75 USD million”
        if let Some(Role::Scale(scale)) = number_word(line.word(after.end)).map(|word| word.role)
            && before.is_none()
        {
            amount = times(&amount, Decimal::from(scale))?;
            words.end += 1;
        }
    }
    if coin.is_hundredth {
        amount = times(&amount, Decimal::new(1, 2))?;
    }
    Some(Measured { words, amount, unit: coin })
}

/// The currency after a numeral: “20 yuan”, “a 20-euro note”, “billions of dollars”, “half a million euros”.
fn after(line: Line<'_>, numeral: &Numeral) -> Option<currencies::After> {
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
    currencies::after(line, at)
}

/// Whether a currency word after a number means money, where it may be another word.
fn is_sum(line: Line<'_>, after: currencies::After, amount: &Amount) -> bool {
    match line.word(after.end - 1) {
        // “the 40 won by …”; nothing costs fewer than a hundred won.
        "won" => amount.number >= Decimal::ONE_HUNDRED && !line.classes(after.end).any(Classes::DETERMINER),
        "pound" | "pounds" => !is_weight(line, after.end, amount),
        _ => true,
    }
}

/// Words near pounds that are weight.
const WEIGHT: [&str; 16] = [
    "weigh",
    "weighs",
    "weighed",
    "weighing",
    "weight",
    "weights",
    "heavy",
    "heavier",
    "lighter",
    "overweight",
    "lbs",
    "kg",
    "kilograms",
    "kilogrammes",
    "kilos",
    "ounces",
];

/// Whether the pounds that end before word `end` are weight: something is weighed, or they are “pounds of” it.
pub fn is_weight(line: Line<'_>, end: usize, amount: &Amount) -> bool {
    let is_of_it = line.word(end) == "of" && line.classes(end + 1).any(Classes::NOUN);
    let is_hyphenated = line.word(end - 1) == "pound" && line.before(end, 2) == "-";
    let is_large = amount.number >= Decimal::from(1_000_000);
    let is_weighed = || (line.start..line.end).any(|at| WEIGHT.contains(&line.word(at)));
    !is_large && (is_of_it || is_hyphenated || is_weighed())
}

/// “thirteen dollars and forty-five cents” as one sum.
fn with_cents(document: &Document, whole: &Measured<Coin>, cents: &Measured<Coin>) -> Option<Measured<Coin>> {
    let line = Line::around(document, whole.words.start);
    let joint = usize::from(line.word(whole.words.end) == "and");
    let fits = cents.unit.is_hundredth
        && !whole.unit.is_hundredth
        && cents.words.start == whole.words.end + joint
        && cents.amount.number < Decimal::ONE
        && whole.amount.upper.is_none();
    let number = whole.amount.number.checked_add(cents.amount.number).filter(|_| fits)?;
    let amount = Amount { number, precision: cents.amount.precision, ..whole.amount };
    Some(Measured { words: whole.words.start..cents.words.end, amount, unit: whole.unit })
}

/// What the article's other words say about its currencies; looked up only when a sum needs it.
struct Setting<'d> {
    document: &'d Document,
    /// How often each capitalised word stands in the article.
    names: OnceCell<HashMap<Term, usize>>,
    /// The currency of “cents”, and of a bare “$”.
    dollar: OnceCell<&'static str>,
}

impl<'d> Setting<'d> {
    const fn new(document: &'d Document) -> Self {
        Self { document, names: OnceCell::new(), dollar: OnceCell::new() }
    }

    fn coin(&self, currency: Denomination) -> Option<Coin> {
        let whole = |currency| Some(Coin { currency, is_hundredth: false });
        match currency {
            Denomination::Exact(code) => whole(code),
            Denomination::Pounds => whole("GBP"),
            Denomination::Family(family) if family.usual == "USD" => whole(self.dollar()),
            Denomination::Family(family) => whole(self.member(family)),
            Denomination::Hundredth(code) => {
                Some(Coin { currency: code.unwrap_or_else(|| self.dollar()), is_hundredth: true })
            }
        }
    }

    /// The member of a family whose country the article names most; the usual one where it names none.
    fn member(&self, family: &Family) -> &'static str {
        let names = self.names.get_or_init(|| {
            let mut names = HashMap::new();
            for word in self.document.words.iter().filter(|word| matches!(word.shape, Shape::Title | Shape::Upper)) {
                *names.entry(word.term).or_insert(0) += 1;
            }
            names
        });
        let mut best = (0, family.usual);
        for (name, code) in family.members {
            let count = names.get(&Term::of(name)).copied().unwrap_or(0);
            if count > best.0 {
                best = (count, code);
            }
        }
        best.1
    }

    /// US dollars, unless the article says that its figures are “in Canadian dollars”.
    fn dollar(&self) -> &'static str {
        self.dollar.get_or_init(|| {
            let is_told = |at: &usize| self.document.folded(*at) == "in" && self.document.folded(at + 1) != "us";
            let says = (0..self.document.words.len()).filter(is_told).find_map(|at| {
                let line = Line::around(self.document, at);
                match currencies::after(line, at + 1).map(|after| (after.currency, line.word(after.end - 1))) {
                    Some((Denomination::Exact(code), "dollars")) => Some(code),
                    _ => None,
                }
            });
            says.unwrap_or("USD")
        })
    }
}

#[cfg(test)]
mod tests;
