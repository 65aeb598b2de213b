//! Which sentences of passages give way, where two articles tell passages in different orders: as few as can be, so that
//! one that stands elsewhere does not turn everything around it over.

use std::collections::{BTreeMap, BTreeSet};

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
            for &(other, in_other) in &stops[place + 1..] {
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
    for (group, mut pairs) in crossing {
        let crossed = |pairs: &[(usize, usize)], article| {
            pairs.iter().filter(|&&(one, other)| one == article || other == article).count()
        };
        while !pairs.is_empty() {
            let worst = stops[group].iter().max_by(|&&one, &&other| {
                let often = crossed(&pairs, one.0).cmp(&crossed(&pairs, other.0));
                often.then(depth(one).total_cmp(&depth(other))).then(one.cmp(&other))
            });
            let Some(&(article, _)) = worst else { break };
            loose.insert((group, article));
            pairs.retain(|&(one, other)| one != article && other != article);
        }
    }
    loose
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
