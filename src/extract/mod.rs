//! One [`Document`] → its [`Mention`]s: every value, date, name and quotation, with its normalised value.
//!
//! One file for each kind. The rules work on words, not on characters: tables for the words, small predicates for the
//! forms, one pass each.

mod amount;
mod calendar;
mod counts;
mod currencies;
mod dates;
mod durations;
#[cfg(test)]
mod hostile;
mod line;
mod measured;
mod money;
mod names;
mod numerals;
mod percents;
mod quantities;
mod quotes;
pub mod timex;
mod units;

use std::ops::Range;

use jiff::civil::Date;

use crate::segment::Document;
use crate::text::Span;

pub use amount::{Amount, Decimal, Hedge};
pub use names::{NameKind, gazetteer};
pub use numerals::{Numeral, NumeralForm, numerals};
pub use quotes::{Fault, Pair, Paired, Quote, Stray, Style, Tellers, quotation_marks};
pub use units::converted;

/// Words of one article that name or state something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The shortest words that show it, bytes of the article: “380 billion yuan”, hedges left out.
    pub span: Span,
    /// Indices of those words in the document.
    pub words: Range<usize>,
    /// Index of its sentence (of its first sentence, for a quotation over several).
    pub sentence: usize,
    /// What it says, normalised.
    pub value: Value,
}

impl Mention {
    /// The mention of `value` that `words` make; `None` for no words.
    fn new(document: &Document, words: Range<usize>, value: Value) -> Option<Self> {
        let sentence = document.words.get(words.start)?.sentence();
        Some(Self { span: document.span_of(words.clone()), words, sentence, value })
    }
}

/// What a mention says, normalised so that different wordings of one thing are equal.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A sum: “$1.2bn”.
    Money {
        /// How much, scaled: 1200000000.
        amount: Amount,
        /// ISO 4217 code.
        currency: &'static str,
    },
    /// A share: “8%”; or percentage points.
    Percent {
        /// How many percent or points.
        amount: Amount,
        /// Percentage points rather than percent.
        points: bool,
    },
    /// A measured size: “180 km per hour”.
    Quantity {
        /// How much of the unit.
        amount: Amount,
        /// The unit's English singular, SI names spelt as in “kilometre”.
        unit: &'static str,
    },
    /// A count or plain number: “247 people”.
    Number {
        /// How many.
        amount: Amount,
        /// The noun counted, its lemma: “person”.
        of: Option<String>,
    },
    /// A place in an order: “third”.
    Ordinal {
        /// 3.
        number: Decimal,
    },
    /// A day, month, year, time of day …
    Date {
        /// TIMEX3 value: `2025-02-22`, `2025-Q3`, `XXXX-WXX-1`.
        timex: String,
    },
    /// A stretch of time: “three years”.
    Duration {
        /// TIMEX3 value: `P3Y`.
        timex: String,
        /// How exactly it is told.
        hedge: Hedge,
    },
    /// Somebody's words.
    Quote(Quote),
    /// A name.
    Name(NameKind),
}

impl Value {
    /// Its amount, where it has one.
    pub const fn amount(&self) -> Option<&Amount> {
        match self {
            Self::Money { amount, .. }
            | Self::Percent { amount, .. }
            | Self::Quantity { amount, .. }
            | Self::Number { amount, .. } => Some(amount),
            _ => None,
        }
    }

    /// The years of a length of time that is told in nothing else, as ages are.
    ///
    /// ```
    /// use variorum::extract::{Hedge, Value};
    ///
    /// let age = Value::Duration { timex: "P29Y".into(), hedge: Hedge::Exact };
    /// assert_eq!(age.years(), Some(29.into()));
    /// ```
    pub fn years(&self) -> Option<Decimal> {
        let Self::Duration { timex, .. } = self else { return None };
        timex.strip_prefix('P')?.strip_suffix('Y')?.parse().ok()
    }
}

/// Returns the mentions of `document` in reading order; one may lie inside another (a figure inside a quotation), but
/// no figure, date or duration overlaps another of these.
///
/// `reference` is the day the text was published, against which “Monday” and “last year” are resolved; without it they
/// stay unanchored.
///
/// ```
/// use variorum::extract::{Value, mentions};
/// use variorum::segment::segment;
///
/// let document = segment("At least 40 people were hurt.".into());
/// let Value::Number { amount, of } = &mentions(&document, None)[0].value else { panic!() };
/// assert_eq!((amount.number.to_string().as_str(), of.as_deref()), ("40", Some("person")));
/// ```
pub fn mentions(document: &Document, reference: Option<Date>) -> Vec<Mention> {
    let numerals = numerals(document);
    // Where two readings overlap the longer wins, and of two equally long ones the one named first here.
    let readings = [
        money::money(document, &numerals),
        percents::percents(document, &numerals),
        dates::dates(document, &numerals, reference),
        durations::durations(document, &numerals),
        quantities::quantities(document, &numerals),
        counts::counts(document, &numerals),
    ];
    let mut found = longest(document, readings.into_iter().flatten().collect());
    let names = names::names(document);
    let quotes = quotes::quotes(document, &names);
    found.extend(names);
    found.extend(quotes);
    found.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    found.shrink_to_fit();
    found
}

/// Keeps of overlapping mentions the longest, of equally long ones the first given.
fn longest(document: &Document, mut readings: Vec<Mention>) -> Vec<Mention> {
    readings.sort_by_key(|mention| std::cmp::Reverse(mention.words.len()));
    let mut taken = vec![false; document.words.len()];
    readings.retain(|mention| {
        let free = !taken[mention.words.clone()].contains(&true);
        if free {
            taken[mention.words.clone()].fill(true);
        }
        free
    });
    readings
}
