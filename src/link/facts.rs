//! Values of all articles → [`Fact`]s: which state the same thing.

use super::{Entity, Fact, Passage};
use crate::extract::Mention;
use crate::segment::Document;

/// The facts, told by one article or by several; every value belongs to exactly one.
pub fn facts(
    documents: &[Document],
    mentions: &[Vec<Mention>],
    entities: &[Entity],
    passages: &[Passage],
) -> Vec<Fact> {
    let _ = (documents, mentions, entities, passages);
    Vec::new()
}
