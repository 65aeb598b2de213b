//! Which sentences of passages give way, where two articles tell passages in different orders: as few as can be, so that
//! one that stands elsewhere does not turn everything around it over.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// The orders of two articles are held against each other when no more than so many lie between them: in a story of many
/// articles all pairs would be too many, and what stands elsewhere in one stands so beside its neighbours, too.
const NEAR_ARTICLES: usize = 12;

/// Where groups first stand: by group, the articles and how far into each.
pub type Stops = Vec<Vec<(usize, usize)>>;

/// A group that two articles have, and where it first stands in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shared {
    in_one: usize,
    in_other: usize,
    group: usize,
}

/// The groups and articles in which a group does not keep to the article's order; `depth` says how far into an article,
/// from 0 to 1, a sentence is. In one article at least each group does.
pub fn loose(stops: &Stops, depth: impl Fn((usize, usize)) -> f64) -> BTreeSet<(usize, usize)> {
    let mut shared: BTreeMap<(usize, usize), Vec<Shared>> = BTreeMap::new();
    for (group, stops) in stops.iter().enumerate() {
        for (place, &(one, in_one)) in stops.iter().enumerate() {
            let near = stops[place + 1..].iter().take_while(|(other, _)| other - one <= NEAR_ARTICLES);
            for &(other, in_other) in near {
                shared.entry((one, other)).or_default().push(Shared { in_one, in_other, group });
            }
        }
    }
    let mut crossing: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
    for (pair, mut places) in shared {
        places.sort_unstable();
        let others: Vec<usize> = places.iter().map(|shared| shared.in_other).collect();
        let kept = longest_rise(&others);
        let left_out = places.iter().zip(kept).filter(|&(_, kept)| !kept);
        for (shared, _) in left_out {
            crossing.entry(shared.group).or_default().push(pair);
        }
    }
    let mut loose = BTreeSet::new();
    for (group, pairs) in crossing {
        let depths: BTreeMap<usize, f64> = stops[group].iter().map(|&stop| (stop.0, depth(stop))).collect();
        let gives_way = giving_way(&pairs, |article| depths.get(&article).copied().unwrap_or_default());
        loose.extend(gives_way.into_iter().map(|article| (group, article)));
    }
    loose
}

/// Articles of which one is in each of `pairs`: that in the most pairs first, of these the one that tells it furthest down.
fn giving_way(pairs: &[(usize, usize)], depth: impl Fn(usize) -> f64) -> BTreeSet<usize> {
    let mut partners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &(one, other) in pairs {
        partners.entry(one).or_default().push(other);
        partners.entry(other).or_default().push(one);
    }
    let mut left: BTreeMap<usize, usize> = partners.iter().map(|(&article, others)| (article, others.len())).collect();
    // The bits of numbers that are not negative are in their order.
    let weighed = |article: usize, left: usize| (left, depth(article).max(0.0).to_bits(), article);
    let mut heap: BinaryHeap<_> = left.iter().map(|(&article, &left)| weighed(article, left)).collect();
    let mut found = BTreeSet::new();
    while let Some((pairs, _, article)) = heap.pop() {
        // What was pushed before some of its pairs went is out of date.
        if pairs == 0 || left.get(&article) != Some(&pairs) || !found.insert(article) {
            continue;
        }
        for other in partners.get(&article).into_iter().flatten().filter(|other| !found.contains(other)) {
            if let Some(left) = left.get_mut(other) {
                *left -= 1;
                heap.push(weighed(*other, *left));
            }
        }
    }
    found
}

/// Which of `numbers` make up the longest row of them that rises (patience sorting).
fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    let mut ends: Vec<usize> = Vec::new(); // by length, the place of the lowest number that such a row ends with
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (place, &number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut kept = vec![false; numbers.len()];
    let mut last = ends.last().copied();
    while let Some(place) = last {
        kept[place] = true;
        last = before[place];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_rise_leaves_out_what_stands_elsewhere() {
        assert_eq!(longest_rise(&[0, 9, 1, 2, 3]), [true, false, true, true, true]);
        assert_eq!(longest_rise(&[]), [false; 0]);
    }

    #[test]
    fn in_one_article_each_group_keeps_its_place() {
        // Two articles tell three groups in opposite orders.
        let stops: Stops = (0..3).map(|group| vec![(0, group), (1, 2 - group)]).collect();
        let loose = loose(&stops, |(_, index)| index as f64);
        assert_eq!(loose.len(), 2);
        for group in 0..3 {
            assert!([0, 1].iter().any(|&article| !loose.contains(&(group, article))));
        }
    }
}
