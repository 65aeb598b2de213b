//! What rules on damaged text have in common: how a stretch of text is shown in one line.

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

/// The readings with their sigla in one line, each cut where it is long: “a “…”; b “…””.
pub fn shown_with_sigla(context: &Context, excerpts: &[Excerpt]) -> String {
    let shown = |excerpt: &Excerpt| format!("{} “{}”", context.siglum(excerpt.article), shown(context, *excerpt));
    excerpts.iter().map(shown).collect::<Vec<_>>().join("; ")
}
