//! Pairs that are alike → clusters of articles that are alike on the whole.
//!
//! What is most alike is put together first, and then stands for itself with the mean of all its pairs (average link).
//! How alike two clusters must be depends on how alike each of them is in itself: short reports of one event share less
//! than long ones, and two events of one sort share less than the reports of either.

use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};

use jiff::civil::Date;

use super::neighbours::Pair;
use super::profile::{Profile, TermId, product};

/// What is less alike than this never belongs together.
pub const LEAST: f64 = 0.10;
/// Two single articles belong together when they are as alike as this.
const SINGLES: f64 = 0.14;
/// Two clusters do when they are as alike as this part of what each is in itself. Fitted, like the others, on half of
/// the annotated events and held against the other half; between 0.65 and 0.70 little changes.
const OF_ITSELF: f64 = 0.68;
/// What is as alike as this always belongs together.
const ENOUGH: f64 = 0.22;
/// Reports of one event come within so many days; what lies further apart must be as alike as what always belongs
/// together.
const DAYS_APART: i32 = 30;
/// A cluster's sum keeps this many terms, the weightiest; it bounds the work on a story of thousands of articles.
const MOST_TERMS: usize = 2000;

/// Articles that belong together.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// Their places, in no order.
    pub members: Vec<usize>,
    /// The mean likeness of two of them; `None` for a single one.
    pub coherence: Option<f64>,
    sum: Vec<(TermId, f64)>,
    /// The likeness of all pairs, added up.
    likeness: f64,
    days: Option<(Date, Date)>,
}

impl Cluster {
    fn single(place: usize, profile: &Profile, day: Option<Date>) -> Self {
        let days = day.map(|day| (day, day));
        Self { members: vec![place], coherence: None, sum: profile.clone(), likeness: 0.0, days }
    }

    /// The mean likeness of an article of the one and one of the other.
    fn like(&self, other: &Self) -> f64 {
        product(&self.sum, &other.sum) / (self.members.len() * other.members.len()) as f64
    }

    /// How alike the two must be.
    fn required(&self, other: &Self) -> f64 {
        let least_coherent = match (self.coherence, other.coherence) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let required = least_coherent.map_or(SINGLES, |coherence| (coherence * OF_ITSELF).clamp(LEAST, ENOUGH));
        if self.is_far_from(other) { required.max(ENOUGH) } else { required }
    }

    /// Whether all of the one is known to be published long before all of the other.
    fn is_far_from(&self, other: &Self) -> bool {
        let (Some(one), Some(other)) = (self.days, other.days) else { return false };
        let gap = |before: Date, after: Date| before.until(after).map_or(0, |span| span.get_days());
        gap(one.1, other.0).max(gap(other.1, one.0)) > DAYS_APART
    }

    /// Takes in another cluster that is so alike.
    fn join(&mut self, other: Self, alike: f64) {
        let pairs = (self.members.len() * other.members.len()) as f64;
        self.likeness += other.likeness + alike * pairs;
        self.members.extend(other.members);
        let count = self.members.len() as f64;
        self.coherence = Some(self.likeness / (count * (count - 1.0) / 2.0));
        self.sum = sum(&self.sum, &other.sum);
        self.days = match (self.days, other.days) {
            (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
            (one, other) => one.or(other),
        };
    }

    /// The member that has most in common with all of them; of several the one with the lowest place.
    pub fn middle(&self, profiles: &[Profile]) -> usize {
        let near = |&place: &usize| product(&profiles[place], &self.sum);
        let best = self.members.iter().max_by(|a, b| near(a).total_cmp(&near(b)).then(b.cmp(a)));
        best.copied().unwrap_or_default()
    }
}

/// The sum of two vectors, its weightiest terms.
fn sum(one: &[(TermId, f64)], other: &[(TermId, f64)]) -> Vec<(TermId, f64)> {
    let mut sum = Vec::with_capacity(one.len() + other.len());
    let (mut ours, mut theirs) = (one.iter().copied().peekable(), other.iter().copied().peekable());
    loop {
        sum.push(match (ours.peek().copied(), theirs.peek().copied()) {
            (Some(a), Some(b)) if a.0 == b.0 => {
                ours.next();
                theirs.next();
                (a.0, a.1 + b.1)
            }
            (Some(a), Some(b)) if a.0 > b.0 => {
                theirs.next();
                b
            }
            (Some(a), _) => {
                ours.next();
                a
            }
            (None, Some(b)) => {
                theirs.next();
                b
            }
            (None, None) => break,
        });
    }
    if sum.len() > MOST_TERMS {
        sum.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        sum.truncate(MOST_TERMS);
        sum.sort_unstable_by_key(|&(term, _)| term);
    }
    sum
}

/// Two clusters by the places they are kept at, and how alike they are or at most can be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Candidate {
    alike: f64,
    one: usize,
    other: usize,
}

impl Eq for Candidate {}

impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        self.alike.total_cmp(&other.alike).then_with(|| (other.one, other.other).cmp(&(self.one, self.other)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The clusters of articles with these profiles and days of publication, of which `near` are alike.
pub fn clusters(profiles: &[Profile], near: &[Pair], days: &[Option<Date>]) -> Vec<Cluster> {
    let singles = profiles.iter().zip(days).enumerate();
    let mut clusters: Vec<_> =
        singles.map(|(place, (profile, &day))| Some(Cluster::single(place, profile, day))).collect();
    let mut kept_at: Vec<usize> = (0..clusters.len()).collect();
    // The likeness of two clusters is a mean of those of their parts, so what an older entry says is the most it can be:
    // it is looked at again only when it comes first.
    let candidate = |&(one, other, alike): &Pair| Candidate { alike, one, other };
    let mut waiting: BinaryHeap<Candidate> = near.iter().map(candidate).collect();
    let mut seen: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    while let Some(candidate) = waiting.pop() {
        let (one, other) = (find(&mut kept_at, candidate.one), find(&mut kept_at, candidate.other));
        let (one, other) = (one.min(other), one.max(other));
        let (Some(ours), Some(theirs)) = (&clusters[one], &clusters[other]) else { continue };
        if one == other {
            continue;
        }
        let sizes = (ours.members.len(), theirs.members.len());
        let alike = ours.like(theirs);
        if alike < candidate.alike - f64::EPSILON * 16.0 {
            if alike >= LEAST && seen.insert((one, other), sizes) != Some(sizes) {
                waiting.push(Candidate { alike, one, other });
            }
            continue;
        }
        if alike >= ours.required(theirs)
            && let (Some(mut ours), Some(theirs)) = (clusters[one].take(), clusters[other].take())
        {
            ours.join(theirs, alike);
            clusters[one] = Some(ours);
            kept_at[other] = one;
        }
    }
    clusters.into_iter().flatten().collect()
}

/// Where the cluster that was once at `place` is kept now.
fn find(kept_at: &mut [usize], mut place: usize) -> usize {
    while kept_at[place] != place {
        kept_at[place] = kept_at[kept_at[place]];
        place = kept_at[place];
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// The clusters of articles that are as alike as `pairs` say, each pair by a term of its own.
    fn clustered(count: usize, pairs: &[Pair], days: &[Option<Date>]) -> Vec<Vec<usize>> {
        let mut profiles = vec![Profile::new(); count];
        for (term, &(one, other, alike)) in (0..).zip(pairs) {
            profiles[one].push((term, alike.sqrt()));
            profiles[other].push((term, alike.sqrt()));
        }
        let clusters = clusters(&profiles, pairs, days).into_iter();
        let mut found: Vec<Vec<usize>> = clusters
            .map(|mut cluster| {
                cluster.members.sort_unstable();
                cluster.members
            })
            .collect();
        found.sort();
        found
    }

    #[test]
    fn two_singles_need_more_than_what_joins_a_loose_cluster() {
        assert_eq!(clustered(2, &[(0, 1, 0.12)], &[None; 2]), [vec![0], vec![1]]);
        assert_eq!(clustered(2, &[(0, 1, 0.15)], &[None; 2]), [vec![0, 1]]);
        assert_eq!(clustered(3, &[(0, 1, 0.15), (0, 2, 0.12), (1, 2, 0.12)], &[None; 3]), [vec![0, 1, 2]]);
    }

    #[test]
    fn two_tight_clusters_stay_apart_where_loose_ones_would_not() {
        let across = [(0, 2, 0.18), (0, 3, 0.18), (1, 2, 0.18), (1, 3, 0.18)];
        let inside = |alike: f64| [vec![(0, 1, alike), (2, 3, alike)], across.to_vec()].concat();
        assert_eq!(clustered(4, &inside(0.6), &[None; 4]), [vec![0, 1], vec![2, 3]]);
        assert_eq!(clustered(4, &inside(0.2), &[None; 4]), [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn what_was_published_long_apart_needs_more() {
        let days = |second| [Some(date(2013, 5, 2)), Some(second)];
        assert_eq!(clustered(2, &[(0, 1, 0.18)], &days(date(2013, 5, 9))), [vec![0, 1]]);
        assert_eq!(clustered(2, &[(0, 1, 0.18)], &days(date(2014, 5, 9))), [vec![0], vec![1]]);
        assert_eq!(clustered(2, &[(0, 1, 0.3)], &days(date(2014, 5, 9))), [vec![0, 1]]);
    }

    #[test]
    fn a_chain_of_pairs_is_no_story() {
        let chain: Vec<Pair> = (0..9).map(|place| (place, place + 1, 0.3)).collect();
        assert!(clustered(10, &chain, &[None; 10]).iter().all(|cluster| cluster.len() <= 3));
    }

    #[test]
    fn nothing_has_no_clusters() {
        assert!(clustered(0, &[], &[]).is_empty());
        assert_eq!(clustered(2, &[], &[None; 2]), [vec![0], vec![1]]);
    }
}
