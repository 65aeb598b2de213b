//! Which sentences of the other articles tell what a sentence tells: the passages, looked up by sentence.

use std::collections::HashMap;

use super::Context;
use crate::link::{Passage, SentenceId};

/// The passages by sentence. Only their places are kept: written out, a passage of a thousand sentences is a million pairs.
#[derive(Clone, Debug, Default)]
pub struct Counterparts<'c> {
    passages: &'c [Passage],
    /// The places in `passages` of those that a sentence stands in, ascending.
    of: HashMap<SentenceId, Vec<usize>>,
}

impl<'c> Counterparts<'c> {
    /// Reads the passages of a story once. Linear in their sentences.
    pub fn new(context: &Context<'c>) -> Self {
        let passages = &context.links.passages;
        let mut of: HashMap<SentenceId, Vec<usize>> = HashMap::new();
        for (place, passage) in passages.iter().enumerate() {
            for &sentence in &passage.sentences {
                of.entry(sentence).or_default().push(place);
            }
        }
        Self { passages, of }
    }

    /// The sentences of other articles that tell what `sentence` tells, by article and place.
    pub fn of(&self, sentence: SentenceId) -> Vec<SentenceId> {
        let told = self.places(sentence).iter().flat_map(|&place| &self.passages[place].sentences);
        let mut others: Vec<_> = told.copied().filter(|other| other.article != sentence.article).collect();
        others.sort_unstable();
        others.dedup();
        others
    }

    /// The first `most` of them.
    pub fn first(&self, sentence: SentenceId, most: usize) -> Vec<SentenceId> {
        let told = self.places(sentence).iter().flat_map(|&place| {
            let others = self.passages[place].sentences.iter().filter(|other| other.article != sentence.article);
            others.take(most)
        });
        let mut others: Vec<_> = told.copied().collect();
        others.sort_unstable();
        others.dedup();
        others.truncate(most);
        others
    }

    /// Whether two sentences of different articles tell the same thing.
    pub fn are(&self, one: SentenceId, other: SentenceId) -> bool {
        let theirs = self.places(other);
        one.article != other.article && self.places(one).iter().any(|place| theirs.binary_search(place).is_ok())
    }

    fn places(&self, sentence: SentenceId) -> &[usize] {
        self.of.get(&sentence).map_or(&[], Vec::as_slice)
    }
}
