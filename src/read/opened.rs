//! What came of the sources: the articles, and in words what could not be one.

use super::{Article, number};
use crate::error::Error;

/// The articles of some sources, and what stood in the way of the others.
#[derive(Debug, Default)]
pub struct Opened {
    /// The articles, in the order of the sources.
    pub articles: Vec<Article>,
    /// The sources that could not be read, each with the reason and what to do.
    pub refused: Vec<Error>,
    /// What was left aside without being an error, in words: the pictures in a folder.
    pub passed_over: Vec<String>,
}

impl Opened {
    /// One source that could not be read.
    pub fn refusal(error: Error) -> Self {
        Self { refused: vec![error], ..Self::default() }
    }

    /// Adds what came of another source, as far as so many articles in all allow.
    pub fn add(&mut self, other: Self, most: u64) {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let room = most.saturating_sub(self.articles.len());
        if other.articles.len() > room {
            let told = format!("only the first {most} articles are opened (the limit “articles” in your settings)");
            if !self.passed_over.contains(&told) {
                self.passed_over.push(told);
            }
        }
        self.articles.extend(other.articles.into_iter().take(room));
        self.refused.extend(other.refused);
        self.passed_over.extend(other.passed_over);
    }

    /// The articles with the sigla of their order, where there is any.
    ///
    /// # Errors
    ///
    /// The first that was refused, when there is no article.
    pub fn numbered(mut self) -> Result<Self, Error> {
        if self.articles.is_empty() && !self.refused.is_empty() {
            return Err(self.refused.swap_remove(0));
        }
        number(&mut self.articles);
        Ok(self)
    }

    /// All that a reader of the articles should be told, a line each.
    pub fn messages(&self) -> impl Iterator<Item = String> {
        self.passed_over.iter().cloned().chain(self.refused.iter().map(Error::to_string))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_articles_are_taken_than_the_limit_says() {
        let three = || Opened { articles: vec![Article::from_text("It rained."); 3], ..Opened::default() };
        let mut opened = Opened::default();
        opened.add(three(), 4);
        assert!(opened.passed_over.is_empty());
        opened.add(three(), 4);
        opened.add(three(), 4);
        assert_eq!((opened.articles.len(), opened.passed_over.len()), (4, 1));
        assert!(opened.passed_over[0].contains("“articles”"));
    }
}
