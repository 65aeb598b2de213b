//! What a sentence tells: its terms by weight.

use crate::link::SentenceId;
use crate::link::terms::{TermKind, Terms};
use crate::segment::{Document, Term};

/// One term of a sentence. A long story has a quarter of a million of these: seven digits of the weight are enough.
#[derive(Clone, Copy, Debug)]
pub struct ToldTerm {
    pub term: Term,
    pub kind: TermKind,
    pub weight: f32,
}

/// A sentence and what it tells.
#[derive(Debug)]
pub struct Told {
    pub id: SentenceId,
    /// Its terms, each once, by number, so that two sentences are compared in one pass over both.
    pub terms: Vec<ToldTerm>,
    /// The places in `terms` of the most telling ones, by which partners are looked for; most telling first.
    pub telling: Vec<u32>,
    /// The weight of all its terms.
    pub weight: f64,
    /// Terms that follow each other, each pair once, as one number.
    pub steps: Vec<u64>,
}

impl Told {
    pub fn new(id: SentenceId, document: &Document, terms: &Terms) -> Self {
        let places = terms.of(id.article, document.sentences[id.index].words.clone());
        let mut steps: Vec<_> = places.windows(2).map(|pair| step(pair[0].term, pair[1].term)).collect();
        steps.sort_unstable();
        steps.dedup();
        steps.shrink_to_fit();
        let mut found: Vec<ToldTerm> = places
            .iter()
            .map(|place| ToldTerm { term: place.term, kind: place.kind, weight: terms.weight(place.term) as f32 })
            .collect();
        found.sort_by_key(|entry| entry.term);
        found.dedup_by_key(|entry| entry.term);
        found.shrink_to_fit();
        let mut telling: Vec<u32> = (0..found.len() as u32).collect();
        let weight_of = |place: u32| found[place as usize].weight;
        telling.sort_by(|&a, &b| weight_of(b).total_cmp(&weight_of(a)).then(a.cmp(&b)));
        let weight = found.iter().map(|entry| f64::from(entry.weight)).sum();
        Self { id, terms: found, telling, weight, steps }
    }
}

/// One term after another as a number: two steps share one as rarely as two terms do.
fn step(term: Term, next: Term) -> u64 {
    /// Turned by half, so that the way back is another step.
    const HALF: u32 = u64::BITS / 2;
    term.0.rotate_left(HALF) ^ next.0
}
