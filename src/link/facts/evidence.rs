//! How probable it is that two tellings are of one fact.

use std::collections::HashMap;

use rust_decimal::prelude::ToPrimitive;

use super::telling::Telling;
use crate::extract::{Amount, Value, timex};
use crate::link::{FactKind, Passage, SentenceId};

/// Values closer than this part of the larger may be one value, rounded.
const CLOSE: f64 = 0.1;
/// Accounts of one thing that are further apart than tenfold (as a part of the larger) differ by a slip, or are accounts
/// of two things.
const TENFOLD: f64 = 0.9;

/// The weights of the evidence that two tellings are of one fact, added up and put through a logistic function.
///
/// Set by hand, between what a logistic regression over the pairs of nine annotated stories gives and what keeps false
/// links rare: equal values need little else when they are specific; unequal ones must be specific, close or alike in
/// what is around them.
struct Weights {
    bias: f64,
    specificity: f64,
    surroundings: f64,
    passage: f64,
    same_noun: f64,
    other_noun: f64,
    same_role: f64,
    other_role: f64,
    close: f64,
    same_digits: f64,
    lead: f64,
    alone: f64,
}

const EQUAL: Weights = Weights {
    bias: -2.2,
    specificity: 4.0,
    surroundings: 5.0,
    passage: 3.0,
    same_noun: 0.8,
    other_noun: -1.2,
    same_role: 0.6,
    other_role: -2.0,
    close: 0.0,
    same_digits: 0.0,
    lead: 0.5,
    alone: 0.0,
};

const UNEQUAL: Weights = Weights {
    bias: -5.2,
    specificity: 2.0,
    surroundings: 5.0,
    passage: 3.5,
    same_noun: 0.5,
    other_noun: -2.0,
    same_role: 1.3,
    other_role: -4.0,
    close: 2.5,
    same_digits: 3.0,
    lead: 1.2,
    alone: 1.2,
};

/// What the story says that two tellings can be weighed by.
pub struct Evidence<'p> {
    passages: &'p [Passage],
    /// Which passages each sentence stands in.
    in_passages: HashMap<SentenceId, Vec<usize>>,
}

impl<'p> Evidence<'p> {
    pub fn new(passages: &'p [Passage]) -> Self {
        let mut in_passages: HashMap<SentenceId, Vec<usize>> = HashMap::new();
        for (index, passage) in passages.iter().enumerate() {
            for &sentence in &passage.sentences {
                in_passages.entry(sentence).or_default().push(index);
            }
        }
        Self { passages, in_passages }
    }

    /// How probable it is that two tellings are of one fact, 0 to 1; 0 for tellings of one article or of two kinds.
    pub fn probability(&self, a: &Telling, b: &Telling) -> f64 {
        let equal = a.key == b.key;
        if a.kind != b.kind || a.article == b.article || (!equal && !may_differ(a.value, b.value)) {
            return 0.0;
        }
        let weights = if equal { &EQUAL } else { &UNEQUAL };
        let (noun_meets, noun_clashes) = match (a.noun, b.noun) {
            (Some(a), Some(b)) => (a == b, a != b),
            _ => (false, false),
        };
        // Equal values that are specific are one fact even in another part: that part is then what differs.
        let roles_clash = !matches!(a.kind, FactKind::Date | FactKind::Duration) && a.roles.clash(b.roles);
        let role_clash = if roles_clash { 1.0 - 0.7 * if equal { a.specificity } else { 0.0 } } else { 0.0 };
        let likeness = if same_digits(a.value, b.value) {
            weights.same_digits
        } else {
            weights.close * yes(are_close(a.value, b.value))
        };
        let evidence = weights.bias
            + weights.specificity * a.specificity.min(b.specificity)
            + weights.surroundings * a.surroundings.similarity(&b.surroundings)
            + weights.passage * self.passage_similarity(a, b)
            + weights.same_noun * yes(noun_meets)
            + weights.other_noun * yes(noun_clashes)
            + weights.same_role * yes(a.roles.meet(b.roles))
            + weights.other_role * role_clash
            + likeness
            + weights.alone * yes(a.alone && b.alone)
            + weights.lead * yes(a.leads && b.leads);
        1.0 / (1.0 + (-evidence).exp())
    }

    /// The similarity of the closest passage in which both stand; 0 for none.
    fn passage_similarity(&self, a: &Telling, b: &Telling) -> f64 {
        let passages = |telling: &Telling| -> Vec<usize> {
            let sentences = telling.sentences.iter().map(|&index| SentenceId { article: telling.article, index });
            sentences.filter_map(|sentence| self.in_passages.get(&sentence)).flatten().copied().collect()
        };
        let others = passages(b);
        let shared = passages(a).into_iter().filter(|passage| others.contains(passage));
        shared.map(|passage| self.passages[passage].similarity).fold(0.0, f64::max)
    }
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
        _ => true,
    }
}

/// Whether two values are so close that one may be the other, rounded, or the same figure in another currency.
fn are_close(a: &Value, b: &Value) -> bool {
    if let (Value::Date { timex: a }, Value::Date { timex: b }) = (a, b) {
        return timex::compatible(a, b) == Some(true);
    }
    let (Some(a), Some(b)) = (a.amount(), b.amount()) else { return false };
    apart(a, b) <= CLOSE
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

fn yes(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}
