//! Names of all articles → [`Entity`]s: which names mean the same person, organisation or place.

use super::Entity;
use crate::extract::Mention;
use crate::segment::Document;

/// The entities that the names in `mentions` refer to; every name belongs to exactly one.
pub fn entities(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<Entity> {
    let _ = (documents, mentions);
    Vec::new()
}
