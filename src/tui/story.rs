//! What is opened together: the articles, what they are called where there is little room, and the notes on them.

use std::collections::BTreeMap;

use crate::notes::Notebook;
use crate::read::Article;

/// The articles opened together, and the notes on them.
#[derive(Debug)]
pub struct Story {
    /// The articles.
    pub articles: Vec<Article>,
    /// The notes.
    pub notebook: Notebook,
}

/// The file's name of each article, unless another article has it, too; then its whole location.
pub fn names(articles: &[Article]) -> Vec<String> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for article in articles {
        *known.entry(article.name()).or_default() += 1;
    }
    let name =
        |article: &Article| if known[article.name()] == 1 { article.name() } else { &article.location }.to_owned();
    articles.iter().map(name).collect()
}
