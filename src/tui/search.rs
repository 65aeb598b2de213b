//! A pattern → where it stands in all articles.

use regex::{Regex, RegexBuilder};

use crate::read::{Article, ArticleId, Excerpt};
use crate::text::Span;

/// More matches than this are not kept: nobody steps through them.
const KEPT: usize = 20_000;

/// A search and what it found.
#[derive(Debug)]
pub struct Search {
    /// The matches, by article and place; none overlaps another, none is empty.
    matches: Vec<Excerpt>,
}

impl Search {
    /// Looks for the regular expression `pattern` in all articles. Capitals count only when it has some; a space stands
    /// for any run of spaces and line breaks.
    ///
    /// # Errors
    ///
    /// When `pattern` is no regular expression: what is wrong with it, in one line.
    pub fn new(pattern: &str, articles: &[Article]) -> Result<Self, String> {
        let expression = compile(pattern)?;
        let matches = articles
            .iter()
            .enumerate()
            .flat_map(|(place, article)| {
                let spans = expression.find_iter(&article.text).map(|found| Span::from(found.range()));
                spans.map(move |span| Excerpt { article: ArticleId(place), span })
            })
            .filter(|found| !found.span.is_empty())
            .take(KEPT)
            .collect();
        Ok(Self { matches })
    }

    /// How many it found.
    pub fn count(&self) -> usize {
        self.matches.len()
    }

    /// The matches in one article.
    pub fn matches_in(&self, article: ArticleId) -> &[Excerpt] {
        let start = self.matches.partition_point(|found| found.article < article);
        let end = self.matches.partition_point(|found| found.article <= article);
        &self.matches[start..end]
    }

    /// The first match after byte `position` of `article`, from the beginning again after the last; and its number,
    /// from 1.
    pub fn after(&self, article: ArticleId, position: usize) -> Option<(usize, Excerpt)> {
        let next = self.matches.partition_point(|found| (found.article, found.span.start) <= (article, position));
        let place = if next < self.matches.len() { next } else { 0 };
        Some((place + 1, *self.matches.get(place)?))
    }

    /// The last match before byte `position` of `article`, from the end again before the first.
    pub fn before(&self, article: ArticleId, position: usize) -> Option<(usize, Excerpt)> {
        let next = self.matches.partition_point(|found| (found.article, found.span.start) < (article, position));
        let place = next.checked_sub(1).or(self.matches.len().checked_sub(1))?;
        Some((place + 1, self.matches[place]))
    }
}

fn compile(pattern: &str) -> Result<Regex, String> {
    let capitals = pattern.chars().any(char::is_uppercase);
    let mut spaced = String::with_capacity(pattern.len());
    let mut escaped = false;
    for character in pattern.chars() {
        match character {
            ' ' if !escaped => spaced.push_str(r"\s+"),
            _ => spaced.push(character),
        }
        escaped = character == '\\' && !escaped;
    }
    RegexBuilder::new(&spaced).case_insensitive(!capitals).multi_line(true).build().map_err(|error| {
        let message = error.to_string();
        let line = message.lines().last().unwrap_or_default();
        line.strip_prefix("error: ").unwrap_or(line).to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, texts: &[&str], expected: &[&str]) {
        let articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        let search = Search::new(pattern, &articles).expect("a pattern");
        let found: Vec<_> = search.matches.iter().map(|found| found.span.of(&articles[found.article.0].text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn capitals_count_only_when_the_pattern_has_some() {
        check("river", &["The River rose.", "A river fell."], &["River", "river"]);
        check("River", &["The River rose.", "A river fell."], &["River"]);
    }

    #[test]
    fn a_space_matches_a_line_break() {
        check("three years", &["over three\nyears"], &["three\nyears"]);
        check("[0-9]+ men", &["40  men"], &["40  men"]);
    }

    #[test]
    fn a_pattern_that_matches_nothing_at_all_finds_nothing() {
        check("x*", &["no such letter"], &[]);
    }

    #[test]
    fn what_is_wrong_is_told_in_one_line() {
        assert_eq!(Search::new("(a", &[]).unwrap_err(), "unclosed group");
    }

    #[test]
    fn after_the_last_match_comes_the_first() {
        let articles = ["one two one", "one"].map(Article::from_text);
        let search = Search::new("one", &articles).expect("a pattern");
        let next = |article, position| search.after(ArticleId(article), position).map(|(number, _)| number);
        let before = |article, position| search.before(ArticleId(article), position).map(|(number, _)| number);
        assert_eq!((next(0, 0), next(0, 8), next(1, 0)), (Some(2), Some(3), Some(1)));
        assert_eq!((before(0, 0), before(0, 8), before(1, 0)), (Some(3), Some(1), Some(2)));
    }
}
