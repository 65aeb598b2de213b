//! How the readings of one fact relate. Each reading is an interval: its hedge and the precision it is told with say
//! how far it reaches; readings whose intervals meet can both be right.

use crate::extract::{Amount, Decimal, Hedge, Mention, Value, timex};
use crate::link::wording::{EditKind, quoted_words, same_utterance};
use crate::link::{Fact, Reading};
use crate::segment::Document;
use crate::text::fold;

/// How the readings of a fact relate, from the closest to the furthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// The same value in the same words.
    Equal,
    /// The same value in other words.
    Reworded,
    /// The same within the precision told.
    Rounded,
    /// One lies inside the other's hedge or range.
    Bounded,
    /// The same in another unit or currency.
    Converted,
    /// A later reading of something that changes.
    Update,
    /// They cannot all be right.
    Conflict,
}

impl Grade {
    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Reworded => "reworded",
            Self::Rounded => "rounded",
            Self::Bounded => "bounded",
            Self::Converted => "converted",
            Self::Update => "update",
            Self::Conflict => "conflict",
        }
    }
}

/// Rounding moves a figure by less than this part of it: “1 billion” is no way to tell 1.2 billion.
const MOST_ROUNDING: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// “About 40” can stand for what lies within this part of it.
const ABOUT: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// The grade of `fact`: that of its two articles that are furthest apart, each pair of articles taken by their closest
/// readings; `None` when one article alone tells it.
pub fn grade(fact: &Fact, documents: &[Document], mentions: &[Vec<Mention>]) -> Option<Grade> {
    let articles = fact.articles();
    let mut worst = None;
    for (place, &a) in articles.iter().enumerate() {
        for &b in &articles[place + 1..] {
            let of = |article| fact.readings.iter().filter(move |reading| reading.excerpt.article == article);
            let grades = of(a).flat_map(|one| of(b).map(move |other| readings(one, other, documents, mentions)));
            worst = worst.max(grades.min());
        }
    }
    worst
}

/// How two readings of one fact relate.
fn readings(one: &Reading, other: &Reading, documents: &[Document], mentions: &[Vec<Mention>]) -> Grade {
    let (a, b) = (one.excerpt.article.0, other.excerpt.article.0);
    let grade = match (one.mention, other.mention) {
        (Some(first), Some(second)) => match (&mentions[a][first].value, &mentions[b][second].value) {
            (Value::Quote(_), Value::Quote(_)) => quotes(&documents[a], one, &documents[b], other),
            (first, second) => between(first, second),
        },
        _ => Grade::Equal,
    };
    let same_words = fold::same(one.excerpt.span.of(&documents[a].text), other.excerpt.span.of(&documents[b].text));
    if grade == Grade::Equal && !same_words { Grade::Reworded } else { grade }
}

/// How two values for one thing relate, their wording aside.
pub fn between(a: &Value, b: &Value) -> Grade {
    match (a, b) {
        (Value::Money { amount: a, currency: ours }, Value::Money { amount: b, currency: theirs })
            if ours == theirs =>
        {
            amounts(a, b)
        }
        (Value::Percent { amount: a, points: ours }, Value::Percent { amount: b, points: theirs })
            if ours == theirs =>
        {
            amounts(a, b)
        }
        (Value::Quantity { amount: a, unit: ours }, Value::Quantity { amount: b, unit: theirs }) if ours == theirs => {
            amounts(a, b)
        }
        (Value::Number { amount: a, .. }, Value::Number { amount: b, .. }) => amounts(a, b),
        (Value::Ordinal { number: a }, Value::Ordinal { number: b }) if a == b => Grade::Equal,
        (Value::Date { timex: a }, Value::Date { timex: b }) => dates(a, b),
        (Value::Duration { timex: a, hedge: ours }, Value::Duration { timex: b, hedge: theirs }) => {
            durations(a, *ours, b, *theirs)
        }
        _ => Grade::Conflict,
    }
}

/// How two quotations of one utterance relate: a part of the other, otherwise spelt or shifted in tense is reworded, a
/// word of content changed is a conflict.
fn quotes(document: &Document, quote: &Reading, other_document: &Document, other: &Reading) -> Grade {
    let (ours, theirs) = (quoted_words(document, quote.excerpt.span), quoted_words(other_document, other.excerpt.span));
    let ours: Vec<&str> = ours.into_iter().map(|word| document.folded(word)).collect();
    let theirs: Vec<&str> = theirs.into_iter().map(|word| other_document.folded(word)).collect();
    match same_utterance(&ours, &theirs) {
        Some(alignment)
            if alignment.edits.iter().any(|edit| matches!(edit.kind, EditKind::Content | EditKind::Damaged)) =>
        {
            Grade::Conflict
        }
        Some(alignment) if alignment.edits.is_empty() && ours.len() == theirs.len() => Grade::Equal,
        _ => Grade::Reworded,
    }
}

/// How two dates relate: “Monday” and 2025-02-24 can be one day, told more and less closely.
fn dates(a: &str, b: &str) -> Grade {
    match timex::compatible(a, b) {
        _ if a == b => Grade::Equal,
        Some(false) => Grade::Conflict,
        _ => Grade::Bounded,
    }
}

/// How two lengths of time relate; a length that is not told (“several months”) can be any.
fn durations(a: &str, ours: Hedge, b: &str, theirs: Hedge) -> Grade {
    let (Some((low, high)), Some((other_low, other_high))) = (timex::seconds(a), timex::seconds(b)) else {
        return if a == b { Grade::Equal } else { Grade::Bounded };
    };
    let amount = |low: Decimal, high: Decimal, hedge| Amount {
        number: low,
        upper: (low != high).then_some(high),
        hedge,
        precision: Decimal::ZERO,
    };
    let grade = amounts(&amount(low, high, ours), &amount(other_low, other_high, theirs));
    // A month is 31 days, or four weeks and a bit.
    let larger = low.max(other_low);
    let is_near = larger.checked_mul(MOST_ROUNDING).is_some_and(|most| (low - other_low).abs() <= most);
    if grade == Grade::Conflict && is_near { Grade::Rounded } else { grade }
}

/// How two amounts in one unit relate.
fn amounts(a: &Amount, b: &Amount) -> Grade {
    if a.number == b.number && a.upper == b.upper {
        return if a.hedge == b.hedge {
            Grade::Equal
        } else if matches!((a.hedge, b.hedge), (Hedge::Exact, Hedge::About) | (Hedge::About, Hedge::Exact)) {
            Grade::Rounded
        } else {
            Grade::Bounded
        };
    }
    if a.upper.is_none() && b.upper.is_none() && is_rounding(a, b) {
        return Grade::Rounded;
    }
    if Interval::of(a).meets(Interval::of(b)) {
        return if a.hedge == Hedge::About || b.hedge == Hedge::About { Grade::Rounded } else { Grade::Bounded };
    }
    Grade::Conflict
}

/// Whether one figure is the other, told with fewer digits.
fn is_rounding(a: &Amount, b: &Amount) -> bool {
    let apart = (a.number - b.number).abs();
    let half = a.precision.max(b.precision) / Decimal::TWO;
    let larger = a.number.abs().max(b.number.abs());
    apart <= half && larger.checked_mul(MOST_ROUNDING).is_some_and(|most| apart <= most)
}

/// What a reading can stand for; `None` for no end on that side.
#[derive(Clone, Copy, Debug)]
struct Interval {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

impl Interval {
    fn of(amount: &Amount) -> Self {
        let (low, high) = (amount.number, amount.upper.unwrap_or(amount.number));
        let spread = high.abs().checked_mul(ABOUT).unwrap_or_default();
        match amount.hedge {
            Hedge::Exact => Self { low: Some(low), high: Some(high) },
            Hedge::About => Self { low: low.checked_sub(spread), high: high.checked_add(spread) },
            Hedge::AtLeast | Hedge::MoreThan => Self { low: Some(low), high: None },
            Hedge::AtMost | Hedge::LessThan => Self { low: None, high: Some(high) },
        }
    }

    fn meets(self, other: Self) -> bool {
        let ends_after = |end: Option<Decimal>, start: Option<Decimal>| match (end, start) {
            (Some(end), Some(start)) => end >= start,
            _ => true,
        };
        ends_after(self.high, other.low) && ends_after(other.high, self.low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::mentions;
    use crate::segment::segment;

    fn check(a: &str, b: &str, expected: Grade) {
        let value = |text: &str| mentions(&segment(text.into()), None).into_iter().next().map(|mention| mention.value);
        let (Some(one), Some(other)) = (value(a), value(b)) else { panic!("{a} / {b}: no value") };
        assert_eq!(between(&one, &other), expected, "{a} / {b}");
        assert_eq!(between(&other, &one), expected, "{b} / {a}");
    }

    #[test]
    fn fewer_digits_are_no_conflict() {
        check("It cost $53.5 billion.", "It cost $53 billion.", Grade::Rounded);
        check("It cost $1.2 billion.", "It cost $1 billion.", Grade::Conflict);
        check("There were 1,507 people.", "There were 1,500 people.", Grade::Rounded);
        check("There were 23 people.", "There were 20 people.", Grade::Conflict);
    }

    #[test]
    fn a_figure_inside_the_others_hedge_is_no_conflict() {
        check("It cost more than $50 million.", "It cost $53 million.", Grade::Bounded);
        check("It cost up to $50 million.", "It cost $53 million.", Grade::Conflict);
        check("There were about 90 people.", "There were 94 people.", Grade::Rounded);
        check("There were at least 23 people.", "There were 23 people.", Grade::Bounded);
    }

    #[test]
    fn another_currency_is_a_conflict() {
        check("It cost $50 million.", "It cost €50 million.", Grade::Conflict);
    }
}
