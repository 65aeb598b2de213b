//! The longer words of a story that the dictionary knows, by first letter and length, for a damaged word that stands in no
//! matched passage.

use std::collections::{BTreeMap, HashSet};

use super::unknown;
use crate::compare::Context;
use crate::compare::near_words::NearWord;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Term, WordKind};

/// The longer known words of the whole story by first letter and length, for words without a matching passage.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: BTreeMap<(char, usize), Vec<(String, Excerpt)>>,
}

impl Vocabulary {
    /// Shorter words have neighbours by chance.
    const LEAST_LETTERS: usize = 7;

    /// Reads the words of a story once.
    pub fn new(context: &Context) -> Self {
        let mut words: BTreeMap<(char, usize), Vec<(String, Excerpt)>> = BTreeMap::new();
        let mut seen: HashSet<Term> = HashSet::new();
        for (article, document) in context.documents.iter().enumerate() {
            for (index, word) in document.words.iter().enumerate() {
                let folded = document.folded(index);
                if word.kind == WordKind::Word && word.entry.in_dictionary() && seen.insert(word.term) {
                    let letters = folded.chars().count();
                    if let (Some(first), true) = (folded.chars().next(), letters >= Self::LEAST_LETTERS) {
                        let excerpt = Excerpt { article: ArticleId(article), span: word.span() };
                        words.entry((first, letters)).or_default().push((folded.to_owned(), excerpt));
                    }
                }
            }
        }
        Self { words }
    }

    /// Whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word nearest to `damaged` with the same first letter, two slips away at most.
    pub fn nearest(&self, damaged: &str) -> Option<NearWord> {
        const MOST_EDITS: usize = 2;
        let letters = damaged.chars().count();
        let first = damaged.chars().next()?;
        let near = (letters.saturating_sub(1)..=letters + 1).filter_map(|letters| self.words.get(&(first, letters)));
        near.flatten()
            .map(|(word, excerpt)| (strsim::osa_distance(damaged, word), word, *excerpt))
            .filter(|(edits, word, _)| *edits <= MOST_EDITS && !unknown::is_form_of(damaged, word))
            .min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)))
            .map(|(edits, word, excerpt)| NearWord { excerpt, folded: word.clone(), edits })
    }
}
