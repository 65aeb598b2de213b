//! Which sentences of the other articles tell what a sentence tells: the passages, looked up by sentence.

use std::collections::HashMap;

use super::Context;
use crate::link::SentenceId;

/// The passages by sentence.
#[derive(Clone, Debug, Default)]
pub struct Counterparts {
    of: HashMap<SentenceId, Vec<SentenceId>>,
}

impl Counterparts {
    /// Reads the passages of a story once.
    pub fn new(context: &Context) -> Self {
        let mut of: HashMap<SentenceId, Vec<SentenceId>> = HashMap::new();
        for passage in &context.links.passages {
            for &sentence in &passage.sentences {
                let others = passage.sentences.iter().filter(|other| other.article != sentence.article);
                of.entry(sentence).or_default().extend(others);
            }
        }
        for others in of.values_mut() {
            others.sort_unstable();
            others.dedup();
        }
        Self { of }
    }

    /// The sentences of other articles that tell what `sentence` tells, by article and place.
    pub fn of(&self, sentence: SentenceId) -> &[SentenceId] {
        self.of.get(&sentence).map_or(&[], Vec::as_slice)
    }
}
