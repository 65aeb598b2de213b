//! A word that is no word, beside the one it may have been: the nearest by letters among the words of other sentences.

use strsim::osa_distance;

use super::Context;
use crate::link::SentenceId;
use crate::read::Excerpt;
use crate::segment::WordKind;

/// A word of the story that another one resembles.
#[derive(Clone, Debug, PartialEq)]
pub struct NearWord {
    /// Where it stands.
    pub excerpt: Excerpt,
    /// Its folded form.
    pub folded: String,
    /// How many letters are put in, left out, replaced or exchanged.
    pub edits: usize,
}

/// How many letters may differ between `damaged` and the word it was: more in a longer word.
pub fn most_edits(damaged: &str) -> usize {
    match damaged.chars().count() {
        0..=4 => 0,
        5 => 1,
        6..=8 => 2,
        _ => 3,
    }
}

/// The word of `sentences` nearest to `damaged`, the first of equally near ones; `None` when none is near enough.
pub fn nearest(context: &Context, damaged: &str, sentences: &[SentenceId]) -> Option<NearWord> {
    let most = most_edits(damaged);
    let letters = damaged.chars().count();
    let mut best: Option<NearWord> = None;
    for sentence in sentences {
        let document = &context.documents[sentence.article.0];
        for index in document.sentences[sentence.index].words.clone() {
            let (word, folded) = (&document.words[index], document.folded(index));
            let less_than = best.as_ref().map_or(most + 1, |best| best.edits);
            if word.kind == WordKind::Word
                && word.is_known()
                && folded.chars().count().abs_diff(letters) < less_than
                && folded != damaged
            {
                let edits = osa_distance(damaged, folded);
                if edits < less_than {
                    let excerpt = Excerpt { article: sentence.article, span: word.span() };
                    best = Some(NearWord { excerpt, folded: folded.to_owned(), edits });
                }
            }
        }
    }
    best
}
