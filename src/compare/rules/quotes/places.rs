//! Findings that show one place are one finding, however many articles and pairs of them show it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::changes::Change;
use crate::link::Groups;
use crate::read::{ArticleId, Excerpt};

/// The findings in groups of those that show one place, by the evidence of each. Rising in time with their number.
pub fn grouped<'e>(evidence: impl Iterator<Item = &'e [Excerpt]>) -> Vec<Vec<usize>> {
    let mut count = 0;
    let mut places: Vec<(Excerpt, usize)> = Vec::new();
    for (index, evidence) in evidence.enumerate() {
        count = index + 1;
        places.extend(evidence.iter().map(|&place| (place, index)));
    }
    places.sort_unstable();
    let mut groups = Groups::new(count);
    // In this order every place that meets an earlier one meets the one that reaches furthest.
    let mut furthest: Option<(Excerpt, usize)> = None;
    for (place, index) in places {
        match furthest {
            Some((other, earlier)) if overlap(&other, &place) => {
                groups.join(earlier, index);
                if place.span.end > other.span.end {
                    furthest = Some((place, index));
                }
            }
            _ => furthest = Some((place, index)),
        }
    }
    groups.into_sorted()
}

/// Of places that overlap the longest, by article and place.
pub fn longest(mut places: Vec<Excerpt>) -> Vec<Excerpt> {
    places.sort_unstable_by_key(|place| (Reverse(place.span.bytes()), *place));
    let mut by_article: BTreeMap<ArticleId, Vec<Excerpt>> = BTreeMap::new();
    for place in places {
        let known = by_article.entry(place.article).or_default();
        if !known.iter().any(|known| overlap(known, &place)) {
            known.push(place);
        }
    }
    let mut found: Vec<Excerpt> = by_article.into_values().flatten().collect();
    found.sort_unstable();
    found
}

/// Changes that are told already.
#[derive(Debug)]
pub struct Known<'e> {
    changes: &'e [Change],
    /// By article, where each place lies and which change it belongs to.
    by_article: BTreeMap<ArticleId, Vec<(Excerpt, usize)>>,
}

impl<'e> Known<'e> {
    /// Knows `changes`.
    pub fn new(changes: &'e [Change]) -> Self {
        let mut by_article: BTreeMap<ArticleId, Vec<(Excerpt, usize)>> = BTreeMap::new();
        for (index, change) in changes.iter().enumerate() {
            for &place in &change.evidence {
                by_article.entry(place.article).or_default().push((place, index));
            }
        }
        Self { changes, by_article }
    }

    /// Whether one of them shows all of `places`.
    pub fn show(&self, places: &[Excerpt]) -> bool {
        let Some(first) = places.first() else { return false };
        let there = self.by_article.get(&first.article).map_or(&[][..], Vec::as_slice);
        there
            .iter()
            .filter(|(place, _)| overlap(place, first))
            .map(|&(_, change)| &self.changes[change].evidence)
            .any(|told| places.iter().all(|place| told.iter().any(|known| overlap(known, place))))
    }
}

fn overlap(a: &Excerpt, b: &Excerpt) -> bool {
    a.article == b.article && a.span.overlaps(b.span)
}
