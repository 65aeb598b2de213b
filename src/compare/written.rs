//! How often each word is written in the story, and by how many articles: a word that nobody else writes may be damaged.

use std::collections::HashMap;

use super::Context;
use crate::read::ArticleId;
use crate::segment::{Term, WordKind};

/// The words of a story with their counts.
#[derive(Clone, Debug, Default)]
pub struct Written {
    of: HashMap<Term, Count>,
}

#[derive(Clone, Copy, Debug)]
struct Count {
    first: ArticleId,
    times: usize,
    elsewhere: bool,
}

impl Written {
    /// Counts the words of a story once.
    pub fn new(context: &Context) -> Self {
        let mut of: HashMap<Term, Count> = HashMap::new();
        for (article, document) in context.documents.iter().enumerate() {
            let first = ArticleId(article);
            for word in document.words.iter().filter(|word| word.kind == WordKind::Word) {
                let count = of.entry(word.term).or_insert(Count { first, times: 0, elsewhere: false });
                count.times += 1;
                count.elsewhere |= count.first != first;
            }
        }
        Self { of }
    }

    /// How often one article alone writes the word; `None` when another one writes it too, or nobody does.
    pub fn by_one_article(&self, term: Term) -> Option<usize> {
        self.of.get(&term).filter(|count| !count.elsewhere).map(|count| count.times)
    }
}
