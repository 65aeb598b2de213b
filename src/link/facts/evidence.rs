//! How probable it is that two tellings are of one fact.

use std::collections::HashSet;

use rust_decimal::prelude::ToPrimitive;

use super::telling::{Telling, differ};
use crate::extract::{Amount, Decimal, Value, timex};
use crate::link::model::{Model, yes};
use crate::link::passages::Passages;
use crate::link::quick::QuickMap;
use crate::link::{FactKind, SentenceId};
use crate::read::ArticleId;
use crate::segment::Term;

/// Values closer than this part of the larger may be one value, rounded.
const CLOSE: f64 = 0.1;
/// How probable it is that an article tells one thing again when [`Telling::is_told_again_by`] says so, and when not.
const SURELY: f64 = 0.9;
const HARDLY: f64 = 0.1;
/// Values further apart than this part of the larger are hardly accounts of one thing.
const HALF: f64 = 0.5;
/// Accounts of one thing that are further apart than tenfold (as a part of the larger) differ by a slip, or are accounts
/// of two things.
const TENFOLD: f64 = 0.9;

/// What speaks for two equal values being one fact.
///
/// Fitted by `.ci/fit` on the 575 equal pairs of nine annotated stories, of which 198 are one fact. Foretold with a story
/// left out each time, six in seven of those more probable than not are one, and as many of all that are one are found.
pub const EQUAL: Model<7> = Model {
    names: ["told_alike", "told_once", "runs", "same_verb", "other_entity", "same_noun", "other_noun"],
    weights: [6.91, 1.91, 4.47, 0.75, -0.71, 1.45, -1.79],
    bias: -5.80,
};

/// What speaks for two different values being readings of one fact.
///
/// Fitted by `.ci/fit` on the unequal pairs of those stories (787, of which 53 are of one fact) and on pairs of which one was
/// changed on purpose: a figure, currency, scale or date in one place of one article. Two weights are raised by hand,
/// because there are too few examples to learn them from: `same_figure` from 1, since two articles hardly tell one figure in
/// two currencies of two things; and `same_role` from none, since tolls are what accounts differ in most often.
pub const UNEQUAL: Model<11> = Model {
    names: [
        "alike",
        "best_of_both",
        "same_figure",
        "close",
        "far",
        "scaled",
        "told_once",
        "runs",
        "other_noun",
        "other_role",
        "same_role",
    ],
    weights: [4.63, 1.32, 2.5, 1.01, -0.71, 0.63, 1.94, 3.21, -3.39, -1.47, 1.0],
    bias: -6.45,
};

/// What is known of all tellings of a story, to weigh two of them.
pub struct Evidence<'e> {
    tellings: &'e [Telling<'e>],
    passages: &'e Passages,
    /// Which values each sentence tells.
    told_in: HashSet<(SentenceId, Term)>,
    /// By telling and other article: how alike the most alike candidate is there.
    best: QuickMap<(usize, ArticleId), f64>,
}

impl<'e> Evidence<'e> {
    pub fn new(tellings: &'e [Telling<'e>], passages: &'e Passages, candidates: &[[usize; 2]]) -> Self {
        let told_in = tellings.iter().map(|telling| (telling.sentence, telling.key)).collect();
        let mut evidence = Self { tellings, passages, told_in, best: QuickMap::default() };
        for &[a, b] in candidates {
            let likeness = evidence.likeness(a, b);
            for (one, other) in [(a, b), (b, a)] {
                let best = evidence.best.entry((one, tellings[other].article)).or_default();
                *best = best.max(likeness);
            }
        }
        evidence
    }

    /// How probable it is that two tellings are of one fact, 0 to 1.
    pub fn probability(&self, a: usize, b: usize) -> f64 {
        let [one, other] = [a, b].map(|place| &self.tellings[place]);
        if one.kind != other.kind || one.is_of_another(other) {
            0.0
        } else if one.article == other.article {
            if one.is_told_again_by(other) { SURELY } else { HARDLY }
        } else if one.key == other.key {
            EQUAL.probability(&self.equal(one, other))
        } else if may_differ(one.value, other.value) && !self.is_told_beside(one, other) {
            UNEQUAL.probability(&self.unequal(a, b))
        } else {
            0.0
        }
    }

    /// Whether two tellings stand in one place of what is told: with one verb, of one noun, or in sentences that tell the
    /// same.
    pub fn is_same_slot(&self, a: usize, b: usize) -> bool {
        const SAME_SENTENCE: f64 = 0.5;
        let [a, b] = [a, b].map(|place| &self.tellings[place]);
        let meet = |a: Option<Term>, b: Option<Term>| a.is_some() && a == b;
        meet(a.verb, b.verb)
            || meet(a.noun, b.noun)
            || self.passages.probability(a.sentence, b.sentence) >= SAME_SENTENCE
    }

    /// The evidence on two tellings of different articles, by name; `None` where they cannot be of one fact.
    pub fn named(&self, a: usize, b: usize) -> Option<Vec<(&'static str, f64)>> {
        let [one, other] = [a, b].map(|place| &self.tellings[place]);
        if one.kind != other.kind || one.article == other.article || one.is_of_another(other) {
            None
        } else if one.key == other.key {
            Some(EQUAL.names.into_iter().zip(self.equal(one, other)).collect())
        } else {
            let may = may_differ(one.value, other.value) && !self.is_told_beside(one, other);
            may.then(|| UNEQUAL.names.into_iter().zip(self.unequal(a, b)).collect())
        }
    }

    /// Whether the value of one stands beside the other, in its sentence: then that is its equal, and the other one is
    /// something else.
    fn is_told_beside(&self, a: &Telling, b: &Telling) -> bool {
        self.told_in.contains(&(a.sentence, b.key)) || self.told_in.contains(&(b.sentence, a.key))
    }

    fn equal(&self, a: &Telling, b: &Telling) -> [f64; 7] {
        [
            a.specificity * self.passages.probability(a.sentence, b.sentence),
            a.specificity * told_once(a, b),
            yes(a.is_in_text_like(b)),
            yes(a.verb.is_some() && a.verb == b.verb),
            yes(differ(a.entity, b.entity)),
            yes(a.noun.is_some() && a.noun == b.noun),
            yes(differ(a.noun, b.noun)),
        ]
    }

    fn unequal(&self, a_place: usize, b_place: usize) -> [f64; 11] {
        let [a, b] = [a_place, b_place].map(|place| &self.tellings[place]);
        let alike = a.surroundings.similarity(&b.surroundings);
        let specificity = a.specificity.min(b.specificity);
        let likeness = self.likeness(a_place, b_place);
        let is_best =
            |one: usize, other: &Telling| self.best.get(&(one, other.article)).is_none_or(|&best| likeness >= best);
        let same_figure = is_same_figure(a.value, b.value);
        let close = !same_figure && are_close(a.value, b.value);
        [
            alike,
            yes(is_best(a_place, b) && is_best(b_place, a)),
            yes(same_figure),
            yes(close),
            yes(!same_digits(a.value, b.value) && are_far(a.value, b.value)),
            yes(!close && !same_figure && same_digits(a.value, b.value)),
            specificity * told_once(a, b),
            yes(a.is_in_text_like(b)),
            yes(differ(a.noun, b.noun)),
            yes(a.plays_another_part_than(b)),
            yes(a.kind == FactKind::Number && a.roles.meet(b.roles)),
        ]
    }

    /// How alike what stands around two tellings is.
    fn likeness(&self, a: usize, b: usize) -> f64 {
        let [a, b] = [a, b].map(|place| &self.tellings[place]);
        a.surroundings.similarity(&b.surroundings) + self.passages.probability(a.sentence, b.sentence)
    }
}

/// 1 for values that either article tells of one thing, less for those told of several.
fn told_once(a: &Telling, b: &Telling) -> f64 {
    1.0 / (a.things * b.things) as f64
}

/// Whether two unequal values can be readings of one fact: same unit, or the same figure in another currency.
fn may_differ(a: &Value, b: &Value) -> bool {
    if let (Some(ours), Some(theirs)) = (a.amount(), b.amount())
        && apart(ours, theirs) > TENFOLD
    {
        // A slip of “million” for “billion” keeps the digits, and a single digit is the same by chance.
        return same_digits(a, b) && (matches!(a, Value::Money { .. }) || digits(ours).len() > 1);
    }
    match (a, b) {
        (Value::Money { amount: a, currency: ours }, Value::Money { amount: b, currency: theirs }) => {
            ours == theirs || (a.number == b.number && a.upper == b.upper)
        }
        (Value::Quantity { unit: ours, .. }, Value::Quantity { unit: theirs, .. }) => ours == theirs,
        // What is told more and less closely may be one time; so may two days, but not a day and a month.
        (Value::Date { timex: a }, Value::Date { timex: b }) => {
            timex::compatible(a, b) == Some(true) || a.split('-').count() == b.split('-').count()
        }
        (Value::Ordinal { .. }, Value::Number { .. }) | (Value::Number { .. }, Value::Ordinal { .. }) => false,
        _ => true,
    }
}

/// Whether two values are one figure in two currencies or units.
pub fn is_same_figure(a: &Value, b: &Value) -> bool {
    a.amount().zip(b.amount()).is_some_and(|(a, b)| a.number == b.number && a.upper == b.upper)
}

/// Whether two values are so close that one may be the other, rounded, or the same figure in another currency.
fn are_close(a: &Value, b: &Value) -> bool {
    if let (Value::Date { timex: a }, Value::Date { timex: b }) = (a, b) {
        return timex::compatible(a, b) == Some(true);
    }
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    apart(a, b) <= CLOSE
}

/// Whether one value is more than twice the other, or another year than it.
fn are_far(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Date { timex: a }, Value::Date { timex: b }) => match (timex::interval(a), timex::interval(b)) {
            (Some((first, _)), Some((second, _))) => first.year() != second.year(),
            _ => false,
        },
        (Value::Duration { timex: a, .. }, Value::Duration { timex: b, .. }) => {
            match (timex::seconds(a), timex::seconds(b)) {
                (Some((low, _)), Some((other, _))) => low.min(other) * Decimal::TWO < low.max(other),
                _ => false,
            }
        }
        _ => a.amount().zip(b.amount()).is_some_and(|(a, b)| apart(a, b) > HALF),
    }
}

/// Whether two figures are the same but for zeros at the end: 1.5 million and 1.5 billion.
fn same_digits(a: &Value, b: &Value) -> bool {
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    digits(a) == digits(b)
}

fn digits(amount: &Amount) -> String {
    amount.number.normalize().mantissa().to_string().trim_end_matches('0').to_owned()
}

/// The distance of two amounts as a part of the larger.
fn apart(a: &Amount, b: &Amount) -> f64 {
    let (a, b) = (a.number.to_f64().unwrap_or_default(), b.number.to_f64().unwrap_or_default());
    let larger = a.abs().max(b.abs());
    if larger > 0.0 { (a - b).abs() / larger } else { 0.0 }
}
