//! Pairs of sentences of different articles that may tell the same thing, from an index over the terms that tell most.
//!
//! Each sentence is compared with a bounded number of others, so that the cost grows with the number of sentences and
//! not with its square; what is left out only shows in stories of very many articles, whose passages hang together
//! all the same, link by link.

use std::cmp::Reverse;

use super::likeness::Overlap;
use super::told::Told;
use crate::cores;
use crate::link::pair_table::PairTable;
use crate::read::ArticleId;
use crate::segment::TermMap;

/// A sentence looks for partners by so many of its most telling terms.
const LOOKED_UP_TERMS: usize = 14;
/// A term that more sentences than this have (for each article) says too little to look partners up by.
const MOST_SENTENCES_AN_ARTICLE: usize = 12;
/// By each term a sentence looks at so many others at most: all that 20 articles have, in ordinary news.
const MOST_LOOKED_AT: usize = 40;
/// Of those it is compared with so many, those found by most terms first.
const MOST_COMPARED: usize = 60;
/// Fewer sentences are compared before threads for it are started.
const FEW_SENTENCES: usize = 128;

/// What two sentences share, by their places in order.
pub struct Pairs {
    overlaps: PairTable<Overlap>,
    /// By sentence: the other articles, ascending, with the similarity of the best partner there.
    best: Vec<Vec<(ArticleId, f64)>>,
}

impl Pairs {
    pub fn new(sentences: &[Told], articles: usize) -> Self {
        let mut index: TermMap<Vec<u32>> = TermMap::default();
        for (place, told) in sentences.iter().enumerate() {
            for entry in &told.terms {
                index.entry(entry.term).or_default().push(place as u32);
            }
        }
        let most = MOST_SENTENCES_AN_ARTICLE * articles;
        let overlaps = cores::by_share(sentences.len(), FEW_SENTENCES, |places| {
            let mut search = Search::new(sentences, &index, most);
            let mut overlaps = Vec::new();
            for place in places {
                for other in search.partners(place) {
                    overlaps.push(([place as u32, other], Overlap::of(&sentences[place], &sentences[other as usize])));
                }
            }
            overlaps
        });
        drop(index);
        let count = overlaps.iter().map(Vec::len).sum();
        let pairs = overlaps.into_iter().flatten().map(|(pair, overlap)| (pair.map(|place| place as usize), overlap));
        let overlaps = PairTable::of_so_many(count, pairs);
        let best = best(&overlaps, sentences);
        Self { overlaps, best }
    }

    /// What `work` makes of every pair.
    pub fn map<T: Send>(self, work: impl Fn(&Self, [usize; 2], &Overlap) -> T + Sync) -> PairTable<T> {
        let known = cores::shares(self.overlaps.rows(), FEW_SENTENCES, |places| {
            let pairs = places.flat_map(|place| self.overlaps.row(place));
            pairs.map(|(pair, overlap)| work(&self, pair, overlap)).collect()
        });
        self.overlaps.with(known)
    }

    /// Whether neither of two sentences is more alike to another one of the other's article.
    pub fn is_best_of_both(&self, sentences: &[Told], [a, b]: [usize; 2]) -> bool {
        let similarity = self.overlaps.get([a, b]).map_or(0.0, Overlap::similarity);
        let is_best = |one: usize, other: usize| {
            let best = &self.best[one];
            let place = best.binary_search_by_key(&sentences[other].id.article, |entry| entry.0);
            place.is_ok_and(|place| similarity >= best[place].1)
        };
        is_best(a, b) && is_best(b, a)
    }

    /// How alike the sentences are that stand before and after the two: those in the same order count whole.
    pub fn context(&self, sentences: &[Told], [a, b]: [usize; 2]) -> f64 {
        const SAME_STEP: f64 = 1.0;
        const OTHER_STEP: f64 = 0.5;
        const AROUND: [(isize, isize, f64); 8] = [
            (-1, -1, SAME_STEP),
            (1, 1, SAME_STEP),
            (-1, 1, SAME_STEP),
            (1, -1, SAME_STEP),
            (0, 1, OTHER_STEP),
            (1, 0, OTHER_STEP),
            (0, -1, OTHER_STEP),
            (-1, 0, OTHER_STEP),
        ];
        let beside = |place: usize, step: isize| -> Option<usize> {
            let beside = place.checked_add_signed(step)?;
            (sentences.get(beside)?.id.article == sentences[place].id.article).then_some(beside)
        };
        AROUND
            .iter()
            .filter_map(|&(a_step, b_step, weight)| {
                let pair = [beside(a, a_step)?, beside(b, b_step)?];
                Some(weight * self.overlaps.get(pair)?.similarity())
            })
            .sum()
    }
}

fn best(overlaps: &PairTable<Overlap>, sentences: &[Told]) -> Vec<Vec<(ArticleId, f64)>> {
    let mut best: Vec<Vec<(ArticleId, f64)>> = vec![Vec::new(); sentences.len()];
    // Pairs come by place, so that for each sentence the articles of its partners ascend.
    for ([one, other], overlap) in overlaps.iter() {
        for (one, other) in [(one, other), (other, one)] {
            let article = sentences[other].id.article;
            match best[one].last_mut() {
                Some((last, best)) if *last == article => *best = best.max(overlap.similarity()),
                _ => best[one].push((article, overlap.similarity().max(0.0))),
            }
        }
    }
    best
}

/// Looks partners up; what it counts in is kept from sentence to sentence.
struct Search<'s> {
    sentences: &'s [Told],
    /// The sentences that have a term, by place.
    index: &'s TermMap<Vec<u32>>,
    /// Terms that more sentences have say too little.
    most: usize,
    /// By how many terms each sentence was found; 0 where it was not.
    found_by: Vec<u32>,
}

impl<'s> Search<'s> {
    fn new(sentences: &'s [Told], index: &'s TermMap<Vec<u32>>, most: usize) -> Self {
        Self { sentences, index, most, found_by: vec![0; sentences.len()] }
    }

    /// The later sentences of other articles that one is compared with, by place.
    fn partners(&mut self, place: usize) -> Vec<u32> {
        let told = &self.sentences[place];
        let mut found: Vec<u32> = Vec::new();
        let telling = told.telling.iter().map(|&place| told.terms[place as usize].term);
        let listed = telling.filter_map(|term| self.index.get(&term).filter(|found| found.len() <= self.most));
        for listed in listed.take(LOOKED_UP_TERMS) {
            let later = listed.partition_point(|&other| other as usize <= place);
            let others =
                listed[later..].iter().filter(|&&other| self.sentences[other as usize].id.article != told.id.article);
            for &other in others.take(MOST_LOOKED_AT) {
                self.found_by[other as usize] += 1;
                if self.found_by[other as usize] == 1 {
                    found.push(other);
                }
            }
        }
        let found_by = &mut self.found_by;
        let rank = |&other: &u32| (Reverse(found_by[other as usize]), other);
        if found.len() > MOST_COMPARED {
            found.select_nth_unstable_by_key(MOST_COMPARED, rank);
        }
        let rest = found.split_off(found.len().min(MOST_COMPARED));
        for &other in found.iter().chain(&rest) {
            found_by[other as usize] = 0;
        }
        found.sort_unstable();
        found
    }
}
