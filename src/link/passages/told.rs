//! What a sentence tells: its terms by weight.

use crate::link::SentenceId;
use crate::link::terms::{TermKind, Terms};
use crate::segment::{Document, Term};

/// One term of a sentence.
#[derive(Clone, Copy, Debug)]
pub struct ToldTerm {
    pub term: Term,
    pub kind: TermKind,
    pub weight: f64,
}

/// A sentence and what it tells.
#[derive(Debug)]
pub struct Told {
    pub id: SentenceId,
    /// Its terms, each once, by number, so that two sentences are compared in one pass over both.
    pub terms: Vec<ToldTerm>,
    /// The places in `terms` of the most telling ones, by which partners are looked for; most telling first.
    pub telling: Vec<usize>,
    /// The weight of all its terms.
    pub weight: f64,
    /// Terms that follow each other, each pair once, by number.
    pub steps: Vec<(Term, Term)>,
}

impl Told {
    pub fn new(id: SentenceId, document: &Document, terms: &Terms) -> Self {
        let places = terms.of(id.article, document.sentences[id.index].words.clone());
        let mut steps: Vec<_> = places.windows(2).map(|pair| (pair[0].term, pair[1].term)).collect();
        steps.sort_unstable();
        steps.dedup();
        let mut found: Vec<ToldTerm> = places
            .iter()
            .map(|place| ToldTerm { term: place.term, kind: place.kind, weight: terms.weight(place.term) })
            .collect();
        found.sort_by_key(|entry| entry.term);
        found.dedup_by_key(|entry| entry.term);
        let mut telling: Vec<usize> = (0..found.len()).collect();
        telling.sort_by(|&a, &b| found[b].weight.total_cmp(&found[a].weight).then(a.cmp(&b)));
        let weight = found.iter().map(|entry| entry.weight).sum();
        Self { id, terms: found, telling, weight, steps }
    }
}
