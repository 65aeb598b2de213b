//! Pairs of tellings → clusters, for the whole story at once, most probable pairs first.

use std::collections::HashMap;

use super::evidence::Evidence;
use super::telling::Telling;
use crate::link::Groups;

/// Two tellings are one fact from this probability on, two clusters when it is their mean.
const ACCEPT: f64 = 0.5;
/// To see that, so many of each side are looked at, which bounds the cost for many articles.
const LOOKED_AT: usize = 12;

/// Tellings that state one fact.
pub struct Cluster {
    /// Their places, ascending.
    pub members: Vec<usize>,
    /// The mean probability over the pairs of different articles; 1 where one article alone tells it.
    pub certainty: f64,
}

/// Clusters the tellings by `pairs`; every telling is in exactly one cluster.
pub fn clusters(tellings: &[Telling], evidence: &Evidence, pairs: &[[usize; 2]]) -> Vec<Cluster> {
    let weighed = pairs.iter().map(|&[a, b]| (evidence.probability(a, b), [a, b]));
    let known: HashMap<[usize; 2], f64> = weighed.clone().map(|(probability, pair)| (pair, probability)).collect();
    let mut likely: Vec<(f64, [usize; 2])> = weighed.filter(|entry| entry.0 >= ACCEPT).collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let between = |a: usize, b: usize| -> f64 {
        let known = known.get(&[a.min(b), a.max(b)]).copied();
        known.unwrap_or_else(|| evidence.probability(a, b))
    };
    let mut groups = Groups::new(tellings.len());
    for &(_, [a, b]) in &likely {
        let (one, other) = (groups.of(a), groups.of(b));
        if one == other {
            continue;
        }
        let some = |group| groups.members(group).iter().take(LOOKED_AT).copied();
        let across: Vec<(usize, usize)> = some(one).flat_map(|a| some(other).map(move |b| (a, b))).collect();
        let differs_from_itself = across.iter().any(|&(a, b)| {
            tellings[a].article == tellings[b].article && tellings[a].key != tellings[b].key
        });
        let sum: f64 = across.iter().map(|&(a, b)| between(a, b)).sum();
        if !differs_from_itself && sum >= ACCEPT * across.len() as f64 {
            groups.join(a, b);
        }
    }
    let certainty = |members: &[usize]| -> f64 {
        let some = &members[..members.len().min(LOOKED_AT * 2)];
        let pairs = some.iter().enumerate().flat_map(|(at, &a)| some[at + 1..].iter().map(move |&b| (a, b)));
        let (mut sum, mut count) = (0.0, 0);
        for (a, b) in pairs.filter(|&(a, b)| tellings[a].article != tellings[b].article) {
            sum += between(a, b);
            count += 1;
        }
        if count == 0 { 1.0 } else { sum / f64::from(count) }
    };
    let sorted = groups.into_sorted().into_iter();
    sorted.map(|members| Cluster { certainty: certainty(&members), members }).collect()
}
