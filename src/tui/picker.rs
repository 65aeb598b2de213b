//! The stories that the sources tell, where these are several: one is chosen from a menu, and another one later.

use std::collections::BTreeSet;

use super::menu::{Deed, Entry, Fuzzy, Row};
use super::wording::counted;
use crate::group::Story;
use crate::read::{Article, ArticleId};

/// The stories that the sources tell, where these are several.
#[derive(Debug, Default)]
pub struct Stories {
    pub(super) choices: Vec<Choice>,
    /// The place of the one that is open.
    pub(super) open: Option<usize>,
}

/// A story to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its articles, by their places among all that were read.
    pub articles: Vec<ArticleId>,
    /// The headline of the article in its middle.
    name: String,
    /// How many tell it, who, when, and how alike they are.
    told: String,
}

/// So many outlets are named, more are counted.
const NAMED: usize = 3;

impl Choice {
    /// The story as it is to be chosen from among those that `articles` tell.
    pub fn new(story: &Story, articles: &[Article]) -> Self {
        let own = || story.articles.iter().filter_map(|article| articles.get(article.0));
        let mut told = vec![counted(story.articles.len(), "article", "articles")];
        let outlets: BTreeSet<&str> = own().map(outlet).collect();
        let named: Vec<&str> = outlets.iter().copied().take(NAMED).collect();
        let more = outlets.len().saturating_sub(NAMED);
        told.push(if more > 0 { format!("{} and {more} more", named.join(", ")) } else { named.join(", ") });
        let days: BTreeSet<_> = own().filter_map(|article| article.published).collect();
        match (days.first(), days.last()) {
            (Some(first), Some(last)) if first == last => told.push(first.to_string()),
            (Some(first), Some(last)) => told.push(format!("{first} to {last}")),
            _ => {}
        }
        if story.articles.len() > 1 {
            told.push(format!("alike {:.2}", story.likeness));
        }
        let name = articles.get(story.middle.0).map(|article| article.title.clone()).unwrap_or_default();
        Self { articles: story.articles.clone(), name, told: told.join(" · ") }
    }
}

/// Who published an article, as it says or as far as its place tells: the server of an address, the name of a file.
fn outlet(article: &Article) -> &str {
    if let Some(outlet) = &article.outlet {
        return outlet;
    }
    let server = article.location.split_once("://").and_then(|(_, rest)| rest.split(['/', '?']).next());
    server.map_or(article.name(), |server| server.trim_start_matches("www."))
}

/// The stories that match what is typed, by how well they do; where nothing is typed, those of several articles first.
pub fn rows(choices: &[Choice], typed: &str) -> Vec<Row> {
    let mut fuzzy = Fuzzy::new(typed);
    let mut found: Vec<(bool, Entry)> = Vec::new();
    for (place, choice) in choices.iter().enumerate() {
        if let Some(matched) = fuzzy.matches(&choice.name, &choice.told) {
            let entry = Entry {
                deed: Deed::Story(place),
                name: choice.name.clone(),
                help: choice.told.clone(),
                keys: Vec::new(),
                reason: None,
                found: matched,
            };
            found.push((choice.articles.len() > 1, entry));
        }
    }
    if !typed.is_empty() {
        found.sort_by_key(|(_, entry)| std::cmp::Reverse(entry.found.score));
        return found.into_iter().map(|(_, entry)| Row::Entry(entry)).collect();
    }
    let mut rows = Vec::new();
    for (several, heading) in [(true, "told by several articles"), (false, "told by one article alone")] {
        let mut entries = found.iter().filter(|(of_several, _)| *of_several == several).peekable();
        if entries.peek().is_some() {
            rows.push(Row::Heading(heading));
            rows.extend(entries.map(|(_, entry)| Row::Entry(entry.clone())));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn choice(places: &[(&str, Option<jiff::civil::Date>)]) -> Choice {
        let article = |(location, published): &(&str, _)| Article {
            published: *published,
            ..Article::from_bytes(location, format!("Rain at {location}").as_bytes())
        };
        let articles: Vec<_> = places.iter().map(article).collect();
        let ids = (0..articles.len()).map(ArticleId).collect();
        Choice::new(&Story { articles: ids, middle: ArticleId(0), likeness: 0.412 }, &articles)
    }

    #[test]
    fn a_story_is_told_by_its_outlets_and_days() {
        let day = |day| Some(date(2025, 2, day));
        let told =
            choice(&[("https://www.herald.example/rain?1", day(25)), ("b/wire.txt", day(24)), ("b/wire.txt", None)]);
        assert_eq!(told.told, "3 articles · herald.example, wire.txt · 2025-02-24 to 2025-02-25 · alike 0.41");
        assert_eq!(choice(&[("a.txt", day(24))]).told, "1 article · a.txt · 2025-02-24");
        let many = choice(&[("a", None), ("b", None), ("c", None), ("d", None), ("e", None)]);
        assert_eq!(many.told, "5 articles · a, b, c and 2 more · alike 0.41");
    }

    #[test]
    fn what_is_typed_leaves_the_stories_that_match() {
        let choices = [choice(&[("a", None), ("b", None)]), choice(&[("zebra", None)])];
        let headings = |rows: &[Row]| rows.iter().filter(|row| row.entry().is_none()).count();
        let all = rows(&choices, "");
        assert_eq!((all.len(), headings(&all)), (4, 2));
        let matching = rows(&choices, "zebra");
        assert_eq!((matching.len(), headings(&matching)), (1, 0));
        assert_eq!(matching[0].entry().map(|entry| entry.deed), Some(Deed::Story(1)));
    }
}
