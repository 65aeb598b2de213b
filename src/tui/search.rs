//! A pattern → where it stands in all articles.

use regex::{Regex, RegexBuilder};

use crate::read::{Article, ArticleId, Excerpt};
use crate::text::Span;

/// More matches than this are not kept: nobody steps through them.
const KEPT: usize = 20_000;
/// Articles up to this long together are searched at every letter typed: the slowest patterns take a few milliseconds for
/// so much. In longer ones what is in sight is searched at once, and the whole on another thread.
const AT_ONCE_BYTES: usize = 128 * 1024;
/// A pattern that takes more memory than this takes too long to be made ready at every letter, too.
const PATTERN_BYTES: usize = 1 << 20;

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Pattern {
    typed: String,
    expression: Regex,
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.typed == other.typed
    }
}

impl Eq for Pattern {}

impl Pattern {
    /// The regular expression `typed`. Capitals count only when it has some; a space stands for any run of spaces and
    /// line breaks.
    ///
    /// # Errors
    ///
    /// When it is no regular expression: what is wrong with it, in one line.
    pub fn new(typed: &str) -> Result<Self, String> {
        Ok(Self { typed: typed.to_owned(), expression: compile(typed)? })
    }

    /// As it was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// Looks for it in all `texts`, those of the articles in their order; `None` as soon as nobody `wants` that any more.
    pub fn search<T: AsRef<str>>(&self, texts: &[T], wants: impl Fn() -> bool) -> Option<Search> {
        let mut matches = Vec::new();
        for (article, text) in texts.iter().enumerate() {
            for found in self.expression.find_iter(text.as_ref()).filter(|found| !found.is_empty()) {
                matches.push(Excerpt { article: ArticleId(article), span: Span::from(found.range()) });
                if matches.len() == KEPT {
                    return Some(Search::whole(self.clone(), matches));
                }
                if !wants() {
                    return None;
                }
            }
            if !wants() {
                return None;
            }
        }
        Some(Search::whole(self.clone(), matches))
    }
}

/// How much has been searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// All articles.
    Whole,
    /// What was in sight. The whole is to be searched elsewhere.
    InSight,
    /// What was in sight. The whole is being searched elsewhere.
    UnderWay,
}

/// A search and what it found.
#[derive(Debug)]
pub struct Search {
    pattern: Pattern,
    /// The matches, by article and place; none overlaps another, none is empty.
    matches: Vec<Excerpt>,
    extent: Extent,
    /// Whether the first match is to be gone to once there is one.
    pub(super) wanted: bool,
}

impl Search {
    /// Looks for `pattern` in the articles, or, where they are long, in the parts of them that are `in_sight`.
    pub fn begin(pattern: Pattern, articles: &[Article], in_sight: impl Fn() -> Vec<Excerpt>) -> Self {
        let texts: Vec<_> = articles.iter().map(|article| article.text.as_ref()).collect();
        if texts.iter().map(|text| text.len()).sum::<usize>() <= AT_ONCE_BYTES
            && let Some(whole) = pattern.search(&texts, || true)
        {
            return whole;
        }
        let mut parts = in_sight();
        parts.sort_unstable();
        let found = parts.iter().flat_map(|part| {
            let found = pattern.expression.find_iter(part.span.of(texts[part.article.0]));
            let spans = found.map(|found| Span::new(part.span.start + found.start(), part.span.start + found.end()));
            spans.map(|span| Excerpt { article: part.article, span })
        });
        let matches = found.filter(|found| !found.span.is_empty()).collect();
        Self { pattern, matches, extent: Extent::InSight, wanted: false }
    }

    fn whole(pattern: Pattern, matches: Vec<Excerpt>) -> Self {
        Self { pattern, matches, extent: Extent::Whole, wanted: false }
    }

    /// What is searched for.
    pub fn pattern(&self) -> &Pattern {
        &self.pattern
    }

    /// Whether all articles have been searched.
    pub fn is_whole(&self) -> bool {
        self.extent == Extent::Whole
    }

    /// What is still to be looked for in all articles; from then on that is under way.
    pub fn give_away(&mut self) -> Option<Pattern> {
        let is_to_do = self.extent == Extent::InSight;
        is_to_do.then(|| {
            self.extent = Extent::UnderWay;
            self.pattern.clone()
        })
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
    let mut expression = RegexBuilder::new(&spaced);
    expression.case_insensitive(!capitals).multi_line(true).size_limit(PATTERN_BYTES);
    expression.build().map_err(|error| {
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
        let search = Search::begin(Pattern::new(pattern).expect("a pattern"), &articles, Vec::new);
        assert!(search.is_whole());
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
        assert_eq!(Pattern::new("(a").unwrap_err(), "unclosed group");
    }

    #[test]
    fn after_the_last_match_comes_the_first() {
        let articles = ["one two one", "one"].map(Article::from_text);
        let search = Search::begin(Pattern::new("one").expect("a pattern"), &articles, Vec::new);
        let next = |article, position| search.after(ArticleId(article), position).map(|(number, _)| number);
        let before = |article, position| search.before(ArticleId(article), position).map(|(number, _)| number);
        assert_eq!((next(0, 0), next(0, 8), next(1, 0)), (Some(2), Some(3), Some(1)));
        assert_eq!((before(0, 0), before(0, 8), before(1, 0)), (Some(3), Some(1), Some(2)));
    }

    #[test]
    fn of_long_articles_what_is_in_sight_is_searched_first_and_the_whole_given_away_once() {
        let long = Article::from_text(&"one two\n".repeat(40_000));
        let articles = [Article::from_text("one"), long];
        let part = Excerpt { article: ArticleId(1), span: Span::new(8, 24) };
        let mut search = Search::begin(Pattern::new("one").expect("a pattern"), &articles, || vec![part]);
        assert_eq!((search.is_whole(), search.count(), search.matches[0].span), (false, 2, Span::new(8, 11)));
        let pattern = search.give_away().expect("not searched yet");
        assert_eq!((search.give_away(), search.is_whole()), (None, false));
        let texts = articles.map(|article| article.text);
        let whole = pattern.search(&texts, || true).expect("wanted");
        assert_eq!((whole.is_whole(), whole.count(), whole.matches[0].article), (true, KEPT, ArticleId(0)));
        assert!(pattern.search(&texts, || false).is_none());
    }

    #[test]
    fn a_pattern_too_large_to_be_tried_at_every_letter_is_refused() {
        assert!(Pattern::new(r"\w{200}{200}").unwrap_err().contains("size limit"));
        assert!(Pattern::new(r"(\w+ ){3}[a-z]{1,20}").is_ok());
    }
}
