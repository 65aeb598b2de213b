//! Which tellings may be of one fact: only they are weighed, so that the cost does not grow with all pairs.

use std::collections::HashMap;

use super::telling::Telling;
use crate::extract::{Decimal, Value};
use crate::link::roles::Roles;
use crate::link::{FactKind, Passage, SentenceId};
use crate::segment::Term;

/// A value that so many tellings (for each article) have says nothing without a passage in common.
const MOST_TELLINGS_AN_ARTICLE: usize = 3;

/// Pairs of tellings of different articles that may be one fact: equal values, the same figure in another currency,
/// counts of one noun in one part, amounts of one thing and size, and values of one kind in sentences of one passage.
/// Each pair once, by place.
pub fn candidates(tellings: &[Telling], passages: &[Passage], articles: usize) -> Vec<[usize; 2]> {
    let mut pairs = Vec::new();
    let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut by_figure: HashMap<Decimal, Vec<usize>> = HashMap::new();
    let mut by_part: HashMap<(FactKind, Option<Term>, Roles), Vec<usize>> = HashMap::new();
    let mut by_size: HashMap<(Term, usize), Vec<usize>> = HashMap::new();
    let mut by_sentence: HashMap<SentenceId, Vec<usize>> = HashMap::new();
    for (index, telling) in tellings.iter().enumerate() {
        by_key.entry(&telling.key).or_default().push(index);
        if let Value::Money { amount, .. } = telling.value {
            by_figure.entry(amount.number).or_default().push(index);
        }
        if let Some(size) = size(telling) {
            by_size.entry(size).or_default().push(index);
        }
        if telling.roles != Roles::default() {
            by_part.entry((telling.kind, telling.noun, telling.roles)).or_default().push(index);
        }
        for &sentence in &telling.sentences {
            by_sentence.entry(SentenceId { article: telling.article, index: sentence }).or_default().push(index);
        }
    }
    let most = MOST_TELLINGS_AN_ARTICLE * articles;
    let alike = by_key.values().chain(by_figure.values()).chain(by_part.values()).chain(by_size.values());
    for alike in alike.filter(|alike| alike.len() <= most) {
        push_pairs(tellings, alike, &mut pairs);
    }
    for passage in passages {
        let inside: Vec<usize> =
            passage.sentences.iter().filter_map(|sentence| by_sentence.get(sentence)).flatten().copied().collect();
        push_pairs(tellings, &inside, &mut pairs);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What an amount is of (noun, currency or unit) and how many digits it has before the point.
fn size(telling: &Telling) -> Option<(Term, usize)> {
    let of = match telling.value {
        Value::Money { currency, .. } => Term::of(currency),
        Value::Quantity { unit, .. } => Term::of(unit),
        _ => telling.noun?,
    };
    Some((of, telling.value.amount()?.number.trunc().normalize().to_string().len()))
}

/// Adds all pairs of `indices` that are of different articles and of one kind.
fn push_pairs(tellings: &[Telling], indices: &[usize], pairs: &mut Vec<[usize; 2]>) {
    for (at, &a) in indices.iter().enumerate() {
        for &b in &indices[at + 1..] {
            if tellings[a].article != tellings[b].article && tellings[a].kind == tellings[b].kind {
                pairs.push([a.min(b), a.max(b)]);
            }
        }
    }
}
