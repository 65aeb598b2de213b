//! Articles of many events → the stories they tell: which of them are about one event.
//!
//! Each article becomes a profile of the rare words, names and figures that it begins with; an index over these finds
//! for each the few that may belong to it; and what is most alike is put together first, as long as it stays alike
//! enough. The work grows with the number of articles, not with that of their pairs. Their order changes nothing.

mod clusters;
mod neighbours;
mod profile;

use crate::cores;
use crate::read::{Article, ArticleId};

/// Fewer articles than this are not looked at for several stories by themselves: whoever opens two or three has chosen
/// them, and a story is told by two articles at least.
const FEWEST_FOR_STORIES: usize = 4;

/// Articles about one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Its articles, in the order given.
    pub articles: Vec<ArticleId>,
    /// The article that has most in common with the others, whose headline can stand for the story.
    pub middle: ArticleId,
    /// How alike its articles are on the whole, from 0 to 1; 1 for a single one.
    pub likeness: f64,
}

/// Groups `articles` into stories: those with most articles first, then in the order given. Each article is in exactly
/// one.
///
/// Deterministic; the order of the articles changes only the order of what is told. Never fails.
///
/// ```
/// use variorum::group::stories;
/// use variorum::read::Article;
///
/// let texts = [
///     "Ten men fled the Ottery prison on Monday, warden Ana Ruiz said.",
///     "The Kelso bridge fell into the river Tweed.",
///     "Warden Ana Ruiz says ten prisoners escaped from Ottery.",
/// ];
/// let articles: Vec<_> = texts.map(Article::from_text).into();
/// let found: Vec<Vec<usize>> =
///     stories(&articles).iter().map(|story| story.articles.iter().map(|article| article.0).collect()).collect();
/// assert_eq!(found, [vec![0, 2], vec![1]]);
/// ```
pub fn stories(articles: &[Article]) -> Vec<Story> {
    // An order that the articles alone decide, so that ties fall the same way whatever order they were given in.
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by(|&a, &b| {
        articles[a].text.cmp(&articles[b].text).then(articles[a].published.cmp(&articles[b].published))
    });
    let contents = cores::each(order.len(), |place| profile::Content::of(&articles[order[place]].text));
    let profiles = profile::profiles(contents);
    let near = neighbours::pairs(&profiles);
    let days: Vec<_> = order.iter().map(|&article| articles[article].published).collect();
    let mut stories: Vec<_> = clusters::clusters(&profiles, &near, &days)
        .into_iter()
        .map(|cluster| {
            let middle = cluster.middle(&profiles);
            let mut articles: Vec<_> = cluster.members.iter().map(|&place| ArticleId(order[place])).collect();
            articles.sort_unstable();
            Story { articles, middle: ArticleId(order[middle]), likeness: cluster.coherence.unwrap_or(1.0) }
        })
        .collect();
    stories.sort_by_key(|story| (std::cmp::Reverse(story.articles.len()), story.articles[0]));
    stories
}

/// The stories of `articles`, where they so clearly tell several that a reader should choose one: two at least are told
/// by several articles each, or most articles have nothing to do with any other. A stray article among those of one
/// story is no reason; it is shown with them.
pub fn several_stories(articles: &[Article]) -> Option<Vec<Story>> {
    if articles.len() < FEWEST_FOR_STORIES {
        return None;
    }
    let stories = stories(articles);
    let told_by_several = stories.iter().filter(|story| story.articles.len() > 1).count();
    let largest = stories.first().map_or(0, |story| story.articles.len());
    (told_by_several > 1 || largest * 2 < articles.len()).then_some(stories)
}

#[cfg(test)]
mod tests;
