//! How the readings of one fact relate. Each reading is an interval: its hedge and the precision it is told with say
//! how far it reaches; readings whose intervals meet can both be right.

mod apposed;
mod developments;
mod interval;
mod rates;
mod sums;
mod times;
mod tolls;
mod vague;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::extract::{Amount, Decimal, Hedge, Mention, Value, converted, timex};
use crate::link::wording::{EditKind, Wording, quoted_words, same_utterance};
use crate::link::{Fact, FactKind, Reading};
use crate::read::{Article, ArticleId, Excerpt};
use crate::segment::Document;
use crate::text::fold;

use developments::Developments;

pub use apposed::apposed;
pub use interval::Interval;
pub use rates::{Rate, Rates};

use rates::Sum;
pub use times::minutes_apart;
pub use vague::reach;

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
/// Four weeks are told as a month, which is a bit longer.
const MOST_ROUNDING_WEEKS: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
/// A measure told in another unit is rounded more freely: six feet are two metres.
const MOST_CONVERTING: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// What grading needs to know of a story beside the readings: the rates that it tells, the changes that it tells, and
/// when its articles were written.
#[derive(Clone, Debug)]
pub struct Grader<'s> {
    articles: &'s [Article],
    documents: &'s [Document],
    mentions: &'s [Vec<Mention>],
    rates: Rates,
    /// The articles that tell a rate.
    with_rates: HashSet<ArticleId>,
    developments: Developments,
}

/// What one reading says, as far as it counts when it is graded against another one: equal accounts grade alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Account<'s> {
    words: String,
    value: String,
    quoted: Vec<&'s str>,
    setting: (bool, Option<&'s str>),
    published: Option<jiff::civil::Date>,
    is_toll: bool,
    /// The value that it was before, as its article tells.
    before: Option<String>,
    /// Where it stands, if it may stand in a rate: that rate proves nothing of it.
    beside_rate: Option<Excerpt>,
}

impl<'s> Grader<'s> {
    /// Reads a story once. Linear in its length.
    pub fn new(articles: &'s [Article], documents: &'s [Document], mentions: &'s [Vec<Mention>]) -> Self {
        let rates = Rates::new(documents, mentions);
        let developments = Developments::new(documents, mentions);
        let with_rates = rates.articles().collect();
        Self { articles, documents, mentions, rates, with_rates, developments }
    }

    /// The grade of `fact`: that of its two articles that are furthest apart, each pair of articles taken by their
    /// closest readings; `None` when one article alone tells it.
    pub fn grade(&self, fact: &Fact) -> Option<Grade> {
        if fact.articles().len() < 2 {
            return None;
        }
        let mut numbers: HashMap<Account, usize> = HashMap::new();
        let mut accounts: Vec<&Reading> = Vec::new();
        let mut by_article: BTreeMap<ArticleId, BTreeSet<usize>> = BTreeMap::new();
        for reading in &fact.readings {
            let number = *numbers.entry(self.account(reading)).or_insert(accounts.len());
            if number == accounts.len() {
                accounts.push(reading);
            }
            by_article.entry(reading.excerpt.article).or_default().insert(number);
        }
        // However many articles tell a fact, there are few ways in which they do.
        let mut ways: Vec<(BTreeSet<usize>, usize)> = Vec::new();
        let mut places: HashMap<BTreeSet<usize>, usize> = HashMap::new();
        for told in by_article.into_values() {
            let place = *places.entry(told).or_insert_with_key(|told| {
                ways.push((told.clone(), 0));
                ways.len() - 1
            });
            ways[place].1 += 1;
        }
        let mut worst = None;
        let mut known: HashMap<[usize; 2], Grade> = HashMap::new();
        for (place, (ours, articles)) in ways.iter().enumerate() {
            for (theirs, _) in &ways[if *articles > 1 { place } else { place + 1 }..] {
                let pairs = ours.iter().flat_map(|&one| theirs.iter().map(move |&other| [one, other]));
                let grades = pairs.map(|[one, other]| {
                    let pair = [one.min(other), one.max(other)];
                    *known.entry(pair).or_insert_with(|| self.readings(accounts[pair[0]], accounts[pair[1]]))
                });
                worst = worst.max(grades.min());
                if worst == Some(Grade::Conflict) {
                    return worst;
                }
            }
        }
        worst
    }

    /// All that [`Self::readings`] looks at in one reading.
    fn account(&self, reading: &Reading) -> Account<'s> {
        let article = reading.excerpt.article;
        let document = &self.documents[article.0];
        let span = reading.excerpt.span;
        let mut account = Account { words: fold::fold(span.of(&document.text)), ..Account::default() };
        let Some(mention) = self.mention(reading) else { return account };
        match &mention.value {
            Value::Quote(_) => {
                let quoted = quoted_words(document, span);
                account.quoted = quoted.into_iter().map(|word| document.folded(word)).collect();
            }
            value => {
                // Amounts are compared with all their digits, so that equal ones are printed alike.
                account.value = format!("{value:?}");
                account.setting = times::setting((document, mention));
                account.published = self.articles.get(article.0).and_then(|article| article.published);
                account.is_toll = account.published.is_some() && tolls::is_toll(document, mention);
                let before = reading.mention.and_then(|index| self.developments.before(article, index, self.mentions));
                account.before = before.map(|before| format!("{before:?}"));
                let beside_rate = matches!(value, Value::Money { .. }) && self.with_rates.contains(&article);
                account.beside_rate = beside_rate.then_some(reading.excerpt);
            }
        }
        account
    }

    /// How two readings of one fact relate.
    pub fn readings(&self, one: &Reading, other: &Reading) -> Grade {
        let (a, b) = (one.excerpt.article.0, other.excerpt.article.0);
        let (ours, theirs) = (&self.documents[a], &self.documents[b]);
        let grade = match (self.mention(one), self.mention(other)) {
            (Some(first), Some(second)) => {
                let grade = match (&first.value, &second.value) {
                    (Value::Quote(_), Value::Quote(_)) => quotes(ours, one, theirs, other),
                    (Value::Date { .. }, Value::Date { .. }) => times::dates((ours, first), (theirs, second)),
                    (first, second) => between(first, second),
                };
                if grade == Grade::Conflict { self.explained(one, other).unwrap_or(grade) } else { grade }
            }
            _ => Grade::Equal,
        };
        let same_words = fold::same(one.excerpt.span.of(&ours.text), other.excerpt.span.of(&theirs.text));
        if grade == Grade::Equal && !same_words { Grade::Reworded } else { grade }
    }

    /// What the story itself says to explain readings that conflict by themselves: a rate, the rest of a sum, or a change.
    fn explained(&self, one: &Reading, other: &Reading) -> Option<Grade> {
        let (first, second) = (self.mention(one)?, self.mention(other)?);
        if let (Value::Money { amount: a, currency: ours }, Value::Money { amount: b, currency: theirs }) =
            (&first.value, &second.value)
            && ours != theirs
            && self.rates.convert(
                &Sum { amount: a, currency: ours, excerpt: one.excerpt },
                &Sum { amount: b, currency: theirs, excerpt: other.excerpt },
            )
        {
            return Some(Grade::Converted);
        }
        let of = |reading: &Reading| &self.mentions[reading.excerpt.article.0];
        if sums::make_up(&first.value, of(other), second) || sums::make_up(&second.value, of(one), first) {
            return Some(Grade::Bounded); // one is a part of the other
        }
        (self.came_after(one, other) || self.came_after(other, one)).then_some(Grade::Update)
    }

    /// Whether `late` is a later state of what `early` tells: its article says that it was once what `early` says; or
    /// it was written on a later day and tells a higher toll.
    fn came_after(&self, late: &Reading, early: &Reading) -> bool {
        let (Some(mention), Some(other)) = (self.mention(late), self.mention(early)) else { return false };
        let article = late.excerpt.article;
        let was = late.mention.and_then(|index| self.developments.before(article, index, self.mentions));
        if was.is_some_and(|was| between(was, &other.value) <= Grade::Rounded) {
            return true;
        }
        let published = |reading: &Reading| self.articles.get(reading.excerpt.article.0)?.published;
        let is_later = published(late).is_some_and(|day| published(early).is_some_and(|other| day > other));
        is_later
            && FactKind::of(&mention.value) == Some(FactKind::Number)
            && mention.value.amount().map(|it| it.number) > other.value.amount().map(|it| it.number)
            && tolls::is_toll(&self.documents[article.0], mention)
            && tolls::is_toll(&self.documents[early.excerpt.article.0], other)
    }

    fn mention(&self, reading: &Reading) -> Option<&'s Mention> {
        self.mentions.get(reading.excerpt.article.0)?.get(reading.mention?)
    }
}

/// How two values for one thing relate, their wording, their places and the rest of the story aside.
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
        (Value::Quantity { amount: a, unit: ours }, Value::Quantity { amount: b, unit: theirs }) => {
            if ours == theirs {
                amounts(a, b)
            } else {
                measures(a, ours, b, theirs)
            }
        }
        (Value::Number { amount: a, .. }, Value::Number { amount: b, .. }) => amounts(a, b),
        // An age: “Maria Lopez, 34, said”, “the 34-year-old”.
        (Value::Number { amount, .. }, age) | (age, Value::Number { amount, .. })
            if age.years() == Some(amount.number) =>
        {
            Grade::Equal
        }
        (Value::Ordinal { number: a }, Value::Ordinal { number: b }) if a == b => Grade::Equal,
        (Value::Date { timex: a }, Value::Date { timex: b }) => times::values(a, b),
        (Value::Duration { timex: a, hedge: ours }, Value::Duration { timex: b, hedge: theirs }) => {
            durations(a, *ours, b, *theirs)
        }
        _ => Grade::Conflict,
    }
}

/// How two amounts in different units relate.
fn measures(a: &Amount, ours: &str, b: &Amount, theirs: &str) -> Grade {
    let is_same = |a: &Amount, b: &Amount| {
        Interval::rounded(a, Some(MOST_CONVERTING)).meets(Interval::rounded(b, Some(MOST_CONVERTING)))
    };
    // Whichever is told the other's way: a tenth of the one is not a tenth of the other where the scales begin apart.
    let converts = converted(a, ours, theirs).is_some_and(|a| is_same(&a, b));
    if converts || converted(b, theirs, ours).is_some_and(|b| is_same(&b, a)) {
        Grade::Converted
    } else {
        Grade::Conflict
    }
}

/// How two quotations of one utterance relate: a part of the other, otherwise spelt or shifted in tense is reworded, a
/// word of content changed is a conflict.
fn quotes(document: &Document, quote: &Reading, other_document: &Document, other: &Reading) -> Grade {
    let ours = Wording::under(document, quote.excerpt.span);
    let theirs = Wording::under(other_document, other.excerpt.span);
    // An alignment can depend on which comes first; the order of the articles says nothing, so the closer one counts.
    aligned(&ours, &theirs).min(aligned(&theirs, &ours))
}

fn aligned(ours: &Wording, theirs: &Wording) -> Grade {
    match same_utterance(ours, theirs) {
        Some(alignment)
            if alignment.edits.iter().any(|edit| matches!(edit.kind, EditKind::Content | EditKind::Damaged)) =>
        {
            Grade::Conflict
        }
        Some(alignment) if alignment.edits.is_empty() && ours.tokens.len() == theirs.tokens.len() => Grade::Equal,
        _ => Grade::Reworded,
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
    // A month is 31 days.
    let in_weeks = [a, b].map(|length| length.ends_with('W'));
    let in_months = [a, b].map(|length| length.ends_with('M') && !length.contains('T'));
    let is_week_and_month = in_weeks[0] && in_months[1] || in_months[0] && in_weeks[1];
    let most = if is_week_and_month { MOST_ROUNDING_WEEKS } else { MOST_ROUNDING };
    let larger = low.max(other_low);
    let is_near = larger.checked_mul(most).is_some_and(|most| (low - other_low).abs() <= most);
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
    fn four_weeks_are_a_month() {
        check("It lasted almost a month.", "It lasted four weeks.", Grade::Rounded);
        check("It lasted a month.", "It lasted five weeks.", Grade::Conflict);
        check("It lasted four weeks.", "It lasted three weeks.", Grade::Conflict);
    }

    #[test]
    fn a_figure_inside_the_others_hedge_is_no_conflict() {
        check("It cost more than $50 million.", "It cost $53 million.", Grade::Bounded);
        check("It cost up to $50 million.", "It cost $53 million.", Grade::Conflict);
        check("There were about 90 people.", "There were 94 people.", Grade::Rounded);
        check("There were at least 23 people.", "There were 23 people.", Grade::Bounded);
    }

    #[test]
    fn another_unit_is_converted_where_it_fits() {
        check("It was 100 miles long.", "It was 160 kilometres long.", Grade::Converted);
        check("It was 100 miles long.", "It was 180 kilometres long.", Grade::Conflict);
        check("It was 30 degrees Celsius.", "It was 86 degrees Fahrenheit.", Grade::Converted);
        check("It was 6 feet long.", "It weighed 6 pounds.", Grade::Conflict);
    }

    #[test]
    fn another_currency_is_a_conflict() {
        check("It cost $50 million.", "It cost €50 million.", Grade::Conflict);
    }
}
