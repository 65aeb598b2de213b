//! Sentences of different articles → [`Passage`]s: which tell the same thing.
//!
//! Candidates come from an index over the terms that tell most; each pair gets a probability from what the two share, and
//! pairs that are probable enough are put together to passages over several articles.

mod likeness;
mod pairs;
mod told;

use std::collections::BTreeMap;

use super::pair_table::PairTable;
use super::quick::QuickSet;
use super::terms::Terms;
use super::{Groups, Passage, SentenceId};
use crate::read::ArticleId;
use crate::segment::Document;
use likeness::Overlap;
use pairs::Pairs;
use told::Told;

pub use likeness::MODEL;

/// Two sentences stand in one passage from this probability on. The annotation that the probabilities are fitted on lists
/// only what a summary would name, so that of the pairs just above it about two in three tell the same thing.
const ACCEPT: f64 = 0.2;
/// Groups of sentences join when they are so alike on average.
const TOGETHER: f64 = 0.35;
/// A sentence stands in so many passages of two at most, beside the one over several articles.
const MOST_APART: usize = 6;
/// Two sentences that share less than this do not tell the same thing.
const LEAST_LIKE: f64 = 0.2;
/// To see that, so many of each side are looked at, which bounds the cost for many articles.
const LOOKED_AT: usize = 12;

/// What is known of the sentences of a story.
#[derive(Debug, Default)]
pub struct Passages {
    /// The groups of sentences that tell the same thing, by first sentence. A sentence that tells two things may stand
    /// in two groups.
    pub groups: Vec<Passage>,
    /// By article, the place of its first sentence among those of all articles.
    firsts: Vec<usize>,
    /// How probable it is of two sentences, by place, that they tell the same thing, where they share anything.
    probability: PairTable<f64>,
}

impl Passages {
    /// How probable it is that two sentences tell the same thing; 0 where they share nothing telling.
    pub fn probability(&self, a: SentenceId, b: SentenceId) -> f64 {
        let place = |sentence: SentenceId| Some(self.firsts.get(sentence.article.0)? + sentence.index);
        let known = place(a.min(b)).zip(place(a.max(b))).and_then(|(a, b)| self.probability.get([a, b]));
        known.copied().unwrap_or_default()
    }

    /// The pairs of sentences that tell the same thing with at least this probability, by place.
    pub fn alike(&self, least: f64) -> impl Iterator<Item = [SentenceId; 2]> {
        let sentence = |place: usize| {
            let article = self.firsts.partition_point(|&first| first <= place) - 1;
            SentenceId { article: ArticleId(article), index: place - self.firsts[article] }
        };
        let alike = self.probability.iter().filter(move |&(_, &probability)| probability >= least);
        alike.map(move |(pair, _)| pair.map(sentence))
    }
}

/// Finds the passages of a story.
pub fn passages(documents: &[Document], terms: &Terms) -> Passages {
    let sentences = told(documents, terms);
    let pairs = Pairs::new(&sentences, documents.len());
    let probability = pairs.map(|pairs, pair, overlap| MODEL.probability(&weighed(&sentences, pairs, pair, overlap)));
    let known = probability.iter().map(|(pair, &probability)| (pair, probability));
    let mut accepted: Vec<_> = known.filter(|entry| entry.1 >= ACCEPT).collect();
    accepted.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let firsts = documents.iter().scan(0, |next, document| {
        let first = *next;
        *next += document.sentences.len();
        Some(first)
    });
    Passages { groups: group(&sentences, &accepted, &probability), firsts: firsts.collect(), probability }
}

/// Every pair of sentences that share anything telling, with the evidence in the order of [`MODEL`].
pub fn evidence(documents: &[Document], terms: &Terms) -> Vec<([SentenceId; 2], [f64; MODEL.names.len()])> {
    let sentences = told(documents, terms);
    let pairs = Pairs::new(&sentences, documents.len());
    let weighed = pairs.map(|pairs, pair, overlap| weighed(&sentences, pairs, pair, overlap));
    weighed.iter().map(|(pair, evidence)| (pair.map(|place| sentences[place].id), *evidence)).collect()
}

/// All sentences of a story in order, by article.
fn told(documents: &[Document], terms: &Terms) -> Vec<Told> {
    let articles = documents.iter().enumerate();
    let sentences = articles.flat_map(|(article, document)| {
        (0..document.sentences.len())
            .map(move |index| Told::new(SentenceId { article: ArticleId(article), index }, document, terms))
    });
    sentences.collect()
}

fn weighed(sentences: &[Told], pairs: &Pairs, pair: [usize; 2], overlap: &Overlap) -> [f64; MODEL.names.len()] {
    let both = pair.map(|place| &sentences[place]);
    overlap.evidence(both, pairs.is_best_of_both(sentences, pair), pairs.context(sentences, pair))
}

/// Puts pairs, most probable first, together to passages over several articles: two groups join when their sentences are
/// alike on average. A pair whose groups do not join is a passage of its own.
fn group(sentences: &[Told], pairs: &[([usize; 2], f64)], probability: &PairTable<f64>) -> Vec<Passage> {
    let known = |pair: [usize; 2]| probability.get(pair).copied().filter(|&probability| probability >= ACCEPT);
    // Of very many sentences not all pairs were compared.
    let between = |pair: [usize; 2]| -> f64 {
        known(pair).unwrap_or_else(|| {
            let [a, b] = pair.map(|place| &sentences[place]);
            let overlap = Overlap::of(a, b);
            if overlap.similarity() < LEAST_LIKE {
                0.0
            } else {
                MODEL.probability(&overlap.evidence([a, b], false, 0.0))
            }
        })
    };
    let mut groups = Groups::new(sentences.len());
    let mut apart = Vec::new();
    let mut apart_of = vec![0; sentences.len()];
    // Groups that did not join will not, as long as what is looked at of them is the same: the first ones stay the first.
    let mut unlike: QuickSet<[(usize, usize); 2]> = QuickSet::default();
    for &(pair, probability) in pairs {
        let [a, b] = pair.map(|place| groups.of(place));
        if a == b {
            continue;
        }
        let some = |group| groups.members(group).iter().take(LOOKED_AT);
        let looked_at = [a, b].map(|group| (group, groups.members(group).len().min(LOOKED_AT)));
        let alike = || {
            let sides = some(a).flat_map(|&one| some(b).map(move |&other| [one.min(other), one.max(other)]));
            let apart = |&[one, other]: &[usize; 2]| sentences[one].id.article != sentences[other].id.article;
            let across: Vec<f64> = sides.filter(apart).map(between).collect();
            across.iter().sum::<f64>() >= TOGETHER * across.len() as f64
        };
        if unlike.contains(&looked_at) || !alike() {
            unlike.insert(looked_at);
            if pair.iter().all(|&place| apart_of[place] < MOST_APART) {
                for place in pair {
                    apart_of[place] += 1;
                }
                apart.push((pair, probability));
            }
        } else {
            groups.join(pair[0], pair[1]);
        }
    }
    let mut found: BTreeMap<Vec<usize>, f64> = BTreeMap::new();
    for members in groups.into_sorted() {
        if members.len() > 1 {
            let similarity = mean_probability(&members, known);
            found.insert(members, similarity);
        }
    }
    found.extend(apart.into_iter().map(|(pair, probability)| (pair.to_vec(), probability)));
    let mut passages: Vec<Passage> = found
        .into_iter()
        .map(|(members, similarity)| Passage {
            sentences: members.into_iter().map(|place| sentences[place].id).collect(),
            similarity,
        })
        .collect();
    passages.sort_by(|a, b| a.sentences.cmp(&b.sentences));
    passages
}

/// The mean over the pairs of `members` that were accepted; for many members, over those of the first.
fn mean_probability(members: &[usize], known: impl Fn([usize; 2]) -> Option<f64>) -> f64 {
    let some = &members[..members.len().min(LOOKED_AT * 2)];
    let pairs = some.iter().enumerate().flat_map(|(at, &one)| members[at + 1..].iter().map(move |&other| [one, other]));
    let (mut sum, mut count) = (0.0, 0);
    for probability in pairs.filter_map(known) {
        sum += probability;
        count += 1;
    }
    sum / f64::from(count.max(1))
}
