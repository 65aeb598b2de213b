//! Sentences of different articles → [`Passage`]s: which tell the same thing.

use super::{Entity, Passage};
use crate::extract::Mention;
use crate::segment::Document;

/// The groups of sentences that tell the same thing.
pub fn passages(documents: &[Document], mentions: &[Vec<Mention>], entities: &[Entity]) -> Vec<Passage> {
    let _ = (documents, mentions, entities);
    Vec::new()
}
