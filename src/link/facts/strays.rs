//! Tellings that are of a fact by all that is around them, though their article tells the value of the fact elsewhere: a
//! slip in one of several places. The fact's seat is taken there, so that clustering leaves them alone.

use std::collections::{BTreeMap, HashMap};

use super::difference::{are_far, are_large, digits, scaled};
use super::evidence::Evidence;
use super::telling::{Telling, differ};
use crate::extract::{Hedge, Value};
use crate::link::{FactKind, Groups};
use crate::segment::Term;

/// An article that tells the time of a thing tells it again with another one only where it is more probable than this:
/// what happened next is told in the same words.
const ACCEPT_TIMES: f64 = 0.7;
/// Values of one article that stand so many sentences apart at most are told beside each other, as two things.
const BESIDE_SENTENCES: usize = 2;
/// Words around a gap that are so much alike are the same gap: a rare word and half of another one.
const SAME_GAP: f64 = 1.0;
/// So are these, between an article and its own headline, which uses the same words again and again: one word of them.
const SAME_GAP_AS_HEADLINE: f64 = 0.3;
/// An article tells under its headline what is as alike as this.
const ALIKE: f64 = 0.3;
/// The first sentences tell what the headline tells.
const BEGINNING: usize = 10;
/// How probable it is that two values in one gap are of one thing.
const IN_ONE_GAP: f64 = 0.75;
/// A word that so many tellings (for each article) stand beside says nothing.
const MOST_TELLINGS_AN_ARTICLE: usize = 4;
/// Of those that stand beside one word, a telling is set against so many of the next ones.
const MOST_PARTNERS: usize = 40;

/// By the first member of a cluster, the tellings that stray from it, each with its probability; `likely` are the pairs of
/// different articles that are probable enough.
pub fn strays(
    tellings: &[Telling],
    evidence: &Evidence,
    groups: &Groups,
    likely: &[[usize; 2]],
) -> HashMap<usize, Vec<(usize, f64)>> {
    let mut found: HashMap<usize, BTreeMap<usize, f64>> = HashMap::new();
    let mut look_at = |pair: [usize; 2], probability: f64, apart: usize| {
        let [a, b] = pair;
        for (stray, member) in [(a, b), (b, a)] {
            if is_stray(tellings, groups, stray, member, apart) {
                let first = groups.members(groups.of(member)).iter().min().copied().unwrap_or(member);
                let known = found.entry(first).or_default().entry(stray).or_default();
                *known = known.max(probability);
            }
        }
    };
    for &[a, b] in likely.iter().filter(|&&[a, b]| tellings[a].key != tellings[b].key) {
        let (one, other) = (&tellings[a], &tellings[b]);
        let probability = evidence.probability(a, b);
        let is_scaled = scaled(one.value, other.value) >= 1.0;
        if (evidence.is_same_slot(a, b) || is_scaled) && (!one.kind.is_time() || probability >= ACCEPT_TIMES) {
            let apart = if is_scaled { 0 } else { BESIDE_SENTENCES };
            look_at([a, b], probability, apart);
        }
    }
    for [a, b] in in_one_gap(tellings).into_iter().chain(of_headlines(tellings)) {
        if evidence.may_differ(a, b) {
            look_at([a, b], IN_ONE_GAP.max(evidence.probability(a, b)), 0);
        }
    }
    found.into_iter().map(|(first, strays)| (first, strays.into_iter().collect())).collect()
}

/// Whether `stray` is told by its article alone, and the value of `member` by it and by another one; whoever tells both
/// within so many sentences means two things.
fn is_stray(tellings: &[Telling], groups: &Groups, stray: usize, member: usize, apart: usize) -> bool {
    let (own, fact) = (groups.of(stray), groups.of(member));
    if own == fact {
        return false;
    }
    let article = tellings[stray].article;
    let members = |group: usize| groups.members(group).iter().map(|&member| &tellings[member]);
    let alone = members(own).all(|telling| telling.article == article);
    let told_by_another = members(fact).any(|telling| telling.article != article);
    let mut far = members(fact)
        .filter(|telling| telling.article == article)
        .map(|telling| telling.sentence.index.abs_diff(tellings[stray].sentence.index));
    let told_elsewhere = far.clone().next().is_some() && far.all(|sentences| sentences > apart);
    alone && told_by_another && told_elsewhere
}

/// Different values that stand in one gap, in one article or in two.
fn in_one_gap(tellings: &[Telling]) -> Vec<[usize; 2]> {
    let mut beside: BTreeMap<(FactKind, usize, Term), Vec<usize>> = BTreeMap::new();
    for (place, telling) in tellings.iter().enumerate() {
        for (side, nearest) in telling.frame.nearest().into_iter().enumerate() {
            if let Some(nearest) = nearest {
                beside.entry((telling.kind, side, nearest)).or_default().push(place);
            }
        }
    }
    let articles = tellings.last().map_or(0, |telling| telling.article.0 + 1);
    let some = beside.into_values().filter(|places| places.len() <= MOST_TELLINGS_AN_ARTICLE * articles);
    let pairs = some.flat_map(|places| {
        let pair = |at: usize| {
            let others = places[at + 1..].iter().take(MOST_PARTNERS);
            others.map(|&other| [places[at], other]).collect::<Vec<_>>()
        };
        (0..places.len()).flat_map(pair).collect::<Vec<_>>()
    });
    pairs.filter(|&[a, b]| may_be_one(tellings, a, b) && tellings[a].frame_likeness(&tellings[b]) >= SAME_GAP).collect()
}

/// A figure of a headline and another one in the first sentences under it that is of the same.
fn of_headlines(tellings: &[Telling]) -> Vec<[usize; 2]> {
    let mut pairs = Vec::new();
    for (place, headline) in tellings.iter().enumerate() {
        if headline.runs || headline.kind.is_time() || headline.sentence.index > 0 {
            continue;
        }
        let under = tellings[place + 1..]
            .iter()
            .take_while(|telling| telling.article == headline.article && telling.sentence.index < BEGINNING);
        for (below, telling) in under.enumerate().filter(|(_, telling)| telling.runs) {
            let same_noun = headline.noun.is_some() && headline.noun == telling.noun;
            let same_verb = headline.verb.is_some() && headline.verb == telling.verb;
            let is_one = headline.frame_likeness(telling) >= SAME_GAP_AS_HEADLINE
                || headline.roles.meet(telling.roles)
                || same_noun && same_verb
                || same_noun && are_large(headline.value, telling.value) && !are_far(headline.value, telling.value)
                || same_verb && headline.kind == FactKind::Money
                || headline.surroundings.similarity(&telling.surroundings) >= ALIKE;
            let below = place + 1 + below;
            if is_one && may_be_one(tellings, place, below) {
                pairs.push([place, below]);
            }
        }
    }
    pairs
}

/// Whether two tellings have different values, and nothing says that they are of two things.
fn may_be_one(tellings: &[Telling], a: usize, b: usize) -> bool {
    let (a, b) = (&tellings[a], &tellings[b]);
    // “The first” and “the fourth” are told of many things in the same words.
    let are_ranks = matches!(a.value, Value::Ordinal { .. }) || matches!(b.value, Value::Ordinal { .. });
    let is_open = |value: &Value| {
        // “billions”, “thousands”
        let amount = value.amount().filter(|amount| amount.hedge == Hedge::AtLeast);
        amount.is_some_and(|amount| digits(amount) == "1")
    };
    let nouns_differ = differ(a.noun, b.noun) && !a.roles.meet(b.roles); // “23 dead”, “23 people were killed”
    a.kind == b.kind
        && a.key != b.key
        && !a.is_of_another(b)
        && !a.plays_another_part_than(b)
        && !nouns_differ
        && !are_ranks
        && !is_open(a.value)
        && !is_open(b.value)
}
