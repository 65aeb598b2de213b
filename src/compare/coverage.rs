//! What could be compared in each article, and what stood in the way.

use super::{Context, Coverage};
use crate::segment::WordKind;

/// Each article's coverage.
pub fn coverage(context: &Context) -> Vec<Coverage> {
    context
        .documents
        .iter()
        .map(|document| Coverage {
            words: document.words.iter().filter(|word| word.kind == WordKind::Word).count(),
            compared: 0.0,
            doubts: Vec::new(),
        })
        .collect()
}
