//! Pairs of tellings → clusters, for the whole story at once, most probable pairs first.

use std::collections::{BTreeMap, HashMap};

use super::difference::is_same_figure;
use super::evidence::{ACCEPT_EQUAL, Evidence, of_each};
use super::telling::Telling;
use crate::link::pair_table::PairTable;
use crate::link::quick::QuickSet;
use crate::link::{FactKind, Groups};
use crate::read::ArticleId;

/// Two different values are one fact from this probability on. It lies below even chances because most pairs that the
/// annotation does not name count as apart when the weights are fitted; read in 44 stories without annotation, about half
/// of the differences told from here on are real, and those below 0.5 are told as of less weight.
const ACCEPT_UNEQUAL: f64 = 0.28;
/// So are two different dates or lengths of time: much happens in a story, and each of it has its day.
const ACCEPT_UNEQUAL_TIMES: f64 = 0.42;
/// An article that tells the time of a thing tells it again with another one only where it is more probable than this:
/// what happened next is told in the same words.
const ACCEPT_STRAY_TIMES: f64 = 0.7;
/// Two clusters of which one pair is accepted become one if, over their articles, the pairs fall short of that by no more
/// than this on average: an article that words things in its own way is no evidence against what another one shows.
const SHORT_OF_ACCEPTED: f64 = 0.15;
/// To see that, so many of each side are looked at, which bounds the cost for many articles.
const LOOKED_AT: usize = 12;

/// Values of one article that stand so many sentences apart at most are told beside each other.
const BESIDE_SENTENCES: usize = 2;

/// Tellings that state one fact.
pub struct Cluster {
    /// Their places, ascending.
    pub members: Vec<usize>,
    /// The mean probability over the pairs of different articles; 1 where one article alone tells it.
    pub certainty: f64,
    /// Tellings of other values that belong here by all that is around them, but whose article tells the value of this
    /// fact elsewhere; ascending, each with its greatest probability.
    pub strays: Vec<(usize, f64)>,
}

/// Clusters the tellings by `pairs`; every telling is in exactly one cluster.
pub fn clusters(tellings: &[Telling], evidence: &Evidence, pairs: &[[usize; 2]]) -> Vec<Cluster> {
    let known = of_each(pairs, |[a, b]| evidence.probability(a, b));
    let known = PairTable::new(pairs.iter().copied().zip(known));
    // By how much a pair is more, or less, probable than it must be.
    let margin = |a: usize, b: usize| -> f64 {
        let known = known.get([a.min(b), a.max(b)]).copied();
        let accept = if tellings[a].key == tellings[b].key { ACCEPT_EQUAL } else { accept_unequal(tellings[a].kind) };
        known.unwrap_or_else(|| evidence.probability(a, b)) - accept
    };
    let mut likely: Vec<(f64, [usize; 2])> = pairs.iter().map(|&[a, b]| (margin(a, b), [a, b])).collect();
    likely.retain(|entry| entry.0 >= 0.0);
    // Equal values first: a different one is a reading of the fact only where the article does not tell the equal one.
    // The same figure in another currency comes before another figure.
    let rank = |[a, b]: [usize; 2]| {
        let (a, b) = (&tellings[a], &tellings[b]);
        if a.key == b.key { 0 } else { 1 + u8::from(!is_same_figure(a.value, b.value)) }
    };
    likely.sort_by(|a, b| rank(a.1).cmp(&rank(b.1)).then(b.0.total_cmp(&a.0)).then(a.1.cmp(&b.1)));
    let mut groups = Groups::new(tellings.len());
    // Groups that did not join will not, as long as what is looked at of them is the same: the first ones stay the first.
    let mut apart: QuickSet<([(usize, usize); 2], bool)> = QuickSet::default();
    for &(_, [a, b]) in &likely {
        let (one, other) = (groups.of(a), groups.of(b));
        if one == other {
            continue;
        }
        let looked_at = [one, other].map(|group| (group, groups.members(group).len().min(LOOKED_AT)));
        let are_equal = tellings[a].key == tellings[b].key;
        if apart.contains(&(looked_at, are_equal)) {
            continue;
        }
        let some = |group| groups.members(group).iter().take(LOOKED_AT).copied();
        let across: Vec<(usize, usize)> = some(one).flat_map(|a| some(other).map(move |b| (a, b))).collect();
        let differs_from_itself = across
            .iter()
            .any(|&(a, b)| tellings[a].article == tellings[b].article && tellings[a].key != tellings[b].key);
        // Of an article that tells a thing several times the place counts that is most like the other's.
        let mut closest: BTreeMap<[ArticleId; 2], f64> = BTreeMap::new();
        for &(a, b) in &across {
            let articles = [tellings[a].article, tellings[b].article];
            let closest = closest.entry(articles).or_insert(f64::MIN);
            *closest = closest.max(margin(a, b));
        }
        let likely = if are_equal {
            across.iter().map(|&(a, b)| margin(a, b)).sum::<f64>() >= 0.0
        } else {
            let mean = closest.values().sum::<f64>() / closest.len() as f64;
            mean >= -SHORT_OF_ACCEPTED
        };
        if !differs_from_itself && likely {
            groups.join(a, b);
        } else {
            apart.insert((looked_at, are_equal));
        }
    }
    let strays = strays(tellings, evidence, &groups, &likely, &known);
    let certainty = |members: &[usize]| -> f64 {
        let some = &members[..members.len().min(LOOKED_AT * 2)];
        let pairs = some.iter().enumerate().flat_map(|(at, &a)| some[at + 1..].iter().map(move |&b| [a, b]));
        let across: Vec<f64> = pairs
            .filter(|&[a, b]| tellings[a].article != tellings[b].article)
            .map(|pair| known.get(pair).copied().unwrap_or_else(|| evidence.probability(pair[0], pair[1])))
            .collect();
        if across.is_empty() { 1.0 } else { across.iter().sum::<f64>() / across.len() as f64 }
    };
    let strays_of = |members: &[usize]| strays.get(&members[0]).cloned().unwrap_or_default();
    let sorted = groups.into_sorted().into_iter();
    sorted.map(|members| Cluster { certainty: certainty(&members), strays: strays_of(&members), members }).collect()
}

const fn accept_unequal(kind: FactKind) -> f64 {
    if kind.is_time() { ACCEPT_UNEQUAL_TIMES } else { ACCEPT_UNEQUAL }
}

/// By the first member of a cluster, the tellings that stray from it.
fn strays(
    tellings: &[Telling],
    evidence: &Evidence,
    groups: &Groups,
    likely: &[(f64, [usize; 2])],
    known: &PairTable<f64>,
) -> HashMap<usize, Vec<(usize, f64)>> {
    let articles = |group: usize| groups.members(group).iter().map(|&member| tellings[member].article);
    // By group and article, its tellings: a group of many articles is asked for each of its pairs.
    let mut told: BTreeMap<(usize, ArticleId), Vec<usize>> = BTreeMap::new();
    for (place, telling) in tellings.iter().enumerate() {
        told.entry((groups.of(place), telling.article)).or_default().push(place);
    }
    let mut found: HashMap<usize, Vec<(usize, f64)>> = HashMap::new();
    for &(margin, [a, b]) in likely {
        if tellings[a].key == tellings[b].key || groups.of(a) == groups.of(b) {
            continue;
        }
        let least = if tellings[a].kind.is_time() { ACCEPT_STRAY_TIMES - ACCEPT_UNEQUAL_TIMES } else { 0.0 };
        if !evidence.is_same_slot(a, b) || margin < least {
            continue;
        }
        for (stray, member) in [(a, b), (b, a)] {
            let own = tellings[stray].article;
            if !articles(groups.of(stray)).all(|article| article == own) {
                continue;
            }
            let Some(own_tellings) = told.get(&(groups.of(member), own)) else { continue };
            // Whoever tells the value of the fact beside another one means two things.
            let is_far = |&place: &usize| {
                tellings[place].sentence.index.abs_diff(tellings[stray].sentence.index) > BESIDE_SENTENCES
            };
            if own_tellings.iter().all(is_far) {
                let first = groups.members(groups.of(member)).iter().min().copied().unwrap_or(member);
                let probability = known.get([a, b]).copied().unwrap_or_default();
                let strays = found.entry(first).or_default();
                match strays.iter_mut().find(|entry| entry.0 == stray) {
                    Some(entry) => entry.1 = entry.1.max(probability),
                    None => strays.push((stray, probability)),
                }
            }
        }
    }
    for strays in found.values_mut() {
        strays.sort_by_key(|entry| entry.0);
    }
    found
}
