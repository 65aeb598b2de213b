//! What rules have in common: how a stretch of text is shown in one line.

use super::Context;
use crate::read::Excerpt;
use crate::text::width::shorten;

/// Columns of the longest words quoted in a summary.
const SHOWN_COLUMNS: usize = 72;

/// The words of `excerpt` in one line, cut where they are long.
pub fn shown(context: &Context, excerpt: Excerpt) -> String {
    let words = context.words_of(excerpt).split_whitespace().collect::<Vec<_>>().join(" ");
    shorten(&words, SHOWN_COLUMNS)
}
