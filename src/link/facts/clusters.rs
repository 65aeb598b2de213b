//! Pairs of tellings → clusters, for the whole story at once, most probable pairs first.

use std::collections::BTreeMap;

use super::difference::is_same_figure;
use super::evidence::{ACCEPT_EQUAL, Evidence, of_each};
use super::strays::strays;
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
/// So are two different dates where neither article tells the other's date of anything: one that tells both means two
/// things. In 44 stories without annotation nothing more is found from here on, but of dates that were changed there, some.
const ACCEPT_UNEQUAL_DATES: f64 = 0.3;
/// Equal times less probable than this are one fact only after different ones were looked at: much happens on one day, and
/// what an article tells of that day somewhere else must not take the seat of what it tells here. From less on, changed dates
/// are hidden in 44 stories without annotation; from more on, differences are told that are none.
const SURELY_ONE_TIME: f64 = 0.9;
/// Two clusters of which one pair is accepted become one if, over their articles, the pairs fall short of that by no more
/// than this on average: an article that words things in its own way is no evidence against what another one shows.
const SHORT_OF_ACCEPTED: f64 = 0.15;
/// To see that, so many of each side are looked at, which bounds the cost for many articles.
const LOOKED_AT: usize = 12;

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
        let accept = match tellings[a].kind {
            _ if tellings[a].key == tellings[b].key => ACCEPT_EQUAL,
            FactKind::Date if evidence.is_told_by_one_alone(a, b) => ACCEPT_UNEQUAL_DATES,
            kind => accept_unequal(kind),
        };
        known.unwrap_or_else(|| evidence.probability(a, b)) - accept
    };
    let mut likely: Vec<(f64, [usize; 2])> = pairs.iter().map(|&[a, b]| (margin(a, b), [a, b])).collect();
    likely.retain(|entry| entry.0 >= 0.0);
    // Equal values first: a different one is a reading of the fact only where the article does not tell the equal one.
    // The same figure in another currency comes before another figure; another time before one that may be equal by chance.
    let rank = |[a, b]: [usize; 2]| {
        let (one, other) = (&tellings[a], &tellings[b]);
        if one.key != other.key {
            1 + u8::from(!is_same_figure(one.value, other.value))
        } else if one.kind.is_time() && margin(a, b) < SURELY_ONE_TIME - ACCEPT_EQUAL {
            3
        } else {
            0
        }
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
    let likely: Vec<[usize; 2]> = likely.into_iter().map(|(_, pair)| pair).collect();
    let strays = strays(tellings, evidence, &groups, &likely);
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

#[cfg(test)]
mod tests {
    use crate::extract::mentions;
    use crate::link::{FactKind, link};
    use crate::segment::segment;

    /// Asserts the times that articles tell, by fact, each as its article's number and how many words stand before it.
    fn check(texts: &[&str], expected: &[&[(usize, usize)]]) {
        let documents: Vec<_> = texts.iter().map(|text| segment((*text).into())).collect();
        let mentions: Vec<_> = documents.iter().map(|document| mentions(document, None)).collect();
        let facts = link(&documents, &mentions).facts;
        let found: Vec<Vec<(usize, usize)>> = facts
            .iter()
            .filter(|fact| matches!(fact.kind, FactKind::Date | FactKind::Duration))
            .map(|fact| {
                let places = fact.readings.iter().map(|reading| {
                    let article = reading.excerpt.article.0;
                    (article, texts[article][..reading.excerpt.span.start].split_whitespace().count())
                });
                places.collect()
            })
            .collect();
        assert_eq!(found, expected, "{texts:#?}");
    }

    #[test]
    fn a_day_told_once_in_each_article_is_one_whatever_the_words() {
        let stopped = "Lorvik stopped its buses on Monday. Nobody was hurt.";
        check(&[stopped, "Drivers in Tarro walked off the job on Monday. The mayor was sad."], &[&[(0, 5), (1, 8)]]);
    }

    #[test]
    fn of_two_things_of_one_day_the_likelier_one_is_meant() {
        let two = "Lorvik stopped its buses on Monday. The bridge at Sell was opened on Monday, Paul Smith said.";
        check(&[two, "Lorvik stopped all its buses on Monday. A dog barked."], &[&[(0, 5), (1, 6)], &[(0, 13)]]);
    }
    #[test]
    fn years_are_told_of_anything() {
        let ships = "Ships were built at Sell for three years.";
        check(&[ships, "The mayor was sad for three years."], &[&[(0, 6), (1, 5)]]);
        let ships = "Ships were built at Sell for years.";
        check(&[ships, "The mayor was sad for years."], &[&[(0, 6)], &[(1, 5)]]);
    }
}
