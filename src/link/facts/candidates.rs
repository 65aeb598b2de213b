//! Which tellings may be of one fact: only they are weighed, so that the cost does not grow with all pairs.

use std::collections::HashMap;

use super::difference::digits;
use super::telling::{TallyEnd, Telling};
use crate::extract::{Decimal, Value};
use crate::link::passages::Passages;
use crate::link::quick::QuickMap;
use crate::link::roles::Roles;
use crate::link::{FactKind, SentenceId};
use crate::segment::{Term, TermMap};

/// A value that so many tellings (for each article) have says nothing without a passage in common.
const MOST_TELLINGS_AN_ARTICLE: usize = 6;
/// Of those that a telling has something in common with, it is paired with so many of the next ones: all that 20 articles
/// have, in ordinary news.
const MOST_PARTNERS: usize = 60;
/// Sentences that tell the same thing with at least this probability may hold one fact in different words.
const SAME_SENTENCE: f64 = 0.08;
/// A sentence with more values than this is a table or a list: that two of them are alike says nothing about which of their
/// values belong together. In 53 stories and a heap of 77 articles the fullest sentence has seven.
const MOST_VALUES_OF_A_SENTENCE: usize = 24;

/// Pairs of tellings that may be one fact: equal values, the same figure in another currency or power of ten, counts of one
/// noun in one part, amounts of one thing and size, amounts in a unit that the story seldom tells, ends of one tally, and
/// values of one kind in sentences that tell the same thing. Each pair once, by place.
pub fn candidates(tellings: &[Telling], passages: &Passages, articles: usize) -> Vec<[usize; 2]> {
    let mut pairs = Vec::new();
    let mut by_key: TermMap<Vec<usize>> = TermMap::default();
    let mut by_figure: HashMap<Decimal, Vec<usize>> = HashMap::new();
    let mut by_part: HashMap<(FactKind, Option<Term>, Roles), Vec<usize>> = HashMap::new();
    let mut by_size: HashMap<(Term, usize), Vec<usize>> = HashMap::new();
    let mut by_digits: HashMap<(Term, String), Vec<usize>> = HashMap::new();
    let mut by_unit: TermMap<Vec<usize>> = TermMap::default();
    let mut by_bearer: TermMap<Vec<usize>> = TermMap::default();
    let mut by_tally: HashMap<(TallyEnd, Term), Vec<usize>> = HashMap::new();
    let mut by_sentence: QuickMap<SentenceId, Vec<usize>> = QuickMap::default();
    for (index, telling) in tellings.iter().enumerate() {
        by_key.entry(telling.key).or_default().push(index);
        if let Value::Money { amount, .. } = telling.value {
            by_figure.entry(amount.number).or_default().push(index);
        }
        if let Some(size) = size(telling) {
            by_size.entry(size).or_default().push(index);
        }
        if let Some((of, amount)) = of(telling).zip(telling.value.amount()) {
            by_digits.entry((of, digits(amount))).or_default().push(index);
        }
        if let Some(unit) = of(telling) {
            by_unit.entry(unit).or_default().push(index);
        }
        if let Some(bearer) = telling.bearer {
            by_bearer.entry(bearer).or_default().push(index);
        }
        if let Some(tally) = telling.tally {
            by_tally.entry(tally).or_default().push(index);
        }
        if telling.roles != Roles::default() {
            by_part.entry((telling.kind, telling.noun, telling.roles)).or_default().push(index);
        }
        by_sentence.entry(telling.sentence).or_default().push(index);
    }
    let most = MOST_TELLINGS_AN_ARTICLE * articles;
    let alike = by_key.values().chain(by_figure.values()).chain(by_part.values()).chain(by_size.values());
    let alike =
        alike.chain(by_digits.values()).chain(by_unit.values()).chain(by_bearer.values()).chain(by_tally.values());
    for alike in alike.filter(|alike| alike.len() <= most) {
        for (at, &a) in alike.iter().enumerate() {
            pairs.extend(alike[at + 1..].iter().take(MOST_PARTNERS).map(|&b| [a, b]));
        }
    }
    by_sentence.retain(|_, told| told.len() <= MOST_VALUES_OF_A_SENTENCE);
    let inside = |sentence: SentenceId| by_sentence.get(&sentence).map_or(&[][..], Vec::as_slice);
    for [one, other] in passages.alike(SAME_SENTENCE) {
        for &a in inside(one) {
            pairs.extend(inside(other).iter().map(|&b| [a.min(b), a.max(b)]));
        }
    }
    pairs.retain(|&[a, b]| {
        let (a, b) = (&tellings[a], &tellings[b]);
        a.kind == b.kind && (a.article != b.article || a.key == b.key)
    });
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What an amount is of: its currency, its unit or the noun that it counts.
fn of(telling: &Telling) -> Option<Term> {
    unit(telling.value).or(telling.noun)
}

/// The currency or unit of a value.
fn unit(value: &Value) -> Option<Term> {
    match value {
        Value::Money { currency, .. } => Some(Term::of(currency)),
        Value::Quantity { unit, .. } => Some(Term::of(unit)),
        Value::Percent { points, .. } => Some(Term::of(if *points { "points" } else { "percent" })),
        _ => None,
    }
}

/// What an amount is of and how many digits it has before the point.
fn size(telling: &Telling) -> Option<(Term, usize)> {
    Some((of(telling)?, telling.value.amount()?.number.trunc().normalize().to_string().len()))
}
