//! Which articles may belong together: an index over the weightiest terms of each, so that not every two are compared.
//!
//! An article looks only at a bounded number of those that share a term with it. Where very many do, these are its
//! neighbours in the index; as each looks at its own, the articles of one large story still hang together.

use std::collections::HashMap;

use super::clusters::LEAST;
use super::profile::{Profile, TermId, product};
use crate::cores;

/// An article is found by so many of its terms, the weightiest; two reports of one event share several of these.
const KEYS: usize = 24;
/// Of the articles found by one term, so many on each side are looked at.
const LOOKED_AT: usize = 32;
/// Of all articles found, so many are compared in full, those first that share most of their keys.
const COMPARED: usize = 48;
/// Articles fewer than this are not worth a thread.
const SHARE: usize = 64;

/// Two articles, the first before the second, and their likeness.
pub type Pair = (usize, usize, f64);

/// The pairs of `profiles` that are alike enough to be told together, by their places, in order.
pub fn pairs(profiles: &[Profile]) -> Vec<Pair> {
    let keys: Vec<Vec<(TermId, f64)>> = profiles.iter().map(keys).collect();
    let mut index: HashMap<TermId, Vec<(usize, f64)>> = HashMap::new();
    for (article, keys) in keys.iter().enumerate() {
        for &(term, weight) in keys {
            index.entry(term).or_default().push((article, weight));
        }
    }
    let mut pairs = cores::shares(profiles.len(), SHARE, |articles| {
        articles.flat_map(|article| near(article, &keys[article], &index, profiles)).collect()
    });
    pairs.sort_unstable_by_key(|&(one, other, _)| (one, other));
    pairs.dedup_by_key(|&mut (one, other, _)| (one, other));
    pairs
}

/// The weightiest terms.
fn keys(profile: &Profile) -> Vec<(TermId, f64)> {
    let mut keys = profile.clone();
    keys.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    keys.truncate(KEYS);
    keys
}

/// The pairs of one article.
fn near(
    article: usize,
    keys: &[(TermId, f64)],
    index: &HashMap<TermId, Vec<(usize, f64)>>,
    profiles: &[Profile],
) -> Vec<Pair> {
    let mut shared: HashMap<usize, f64> = HashMap::new();
    for (term, weight) in keys {
        let having = &index[term];
        let place = having.partition_point(|&(other, _)| other < article);
        for &(other, its) in &having[place.saturating_sub(LOOKED_AT)..(place + 1 + LOOKED_AT).min(having.len())] {
            *shared.entry(other).or_default() += weight * its;
        }
    }
    shared.remove(&article);
    let mut found: Vec<_> = shared.into_iter().collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(COMPARED);
    let pair = |(other, _)| {
        (article.min(other), article.max(other), product(&profiles[article.min(other)], &profiles[article.max(other)]))
    };
    found.into_iter().map(pair).filter(|&(_, _, likeness)| likeness >= LEAST).collect()
}
