//! Sources that are read while the story is open: one that joins it, those that have changed on disk, or all of them anew.
//! They are read on a thread of their own; what comes of them is laid over the articles that are there, by where each is
//! from.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::thread;

use super::arrivals::Arrival;
use crate::error::{Error, Result};
use crate::read::places::Fetching;
use crate::read::{self, Article, Limits, Opened};

/// Why sources are read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Something is to join the story.
    Added,
    /// The user wants to have all of them as they are now.
    Asked,
    /// They have changed.
    Changed,
}

/// What came of it.
#[derive(Debug)]
pub struct Reread {
    /// Why they were read.
    pub occasion: Occasion,
    /// What was read.
    pub list: Vec<PathBuf>,
    /// The articles, or why there are none.
    pub opened: Result<Opened>,
}

/// How far the reading again is; one at a time.
#[derive(Debug, Default)]
pub enum Rereading {
    /// Nothing is being read again.
    #[default]
    Idle,
    /// Something is.
    UnderWay,
    /// Something was, while the user was typing: it waits until that is done.
    Waiting(Box<Reread>),
}

/// Reads these sources; what comes of them arrives.
pub fn read_again(occasion: Occasion, list: Vec<PathBuf>, limits: Limits, fetching: Fetching, sender: Sender<Arrival>) {
    thread::spawn(move || {
        let opened = catch_unwind(AssertUnwindSafe(|| read::sources(&list, &limits, &fetching, |_| true)));
        let opened = opened.unwrap_or_else(|_| {
            let cause = io::Error::other("their reading broke down; please report them");
            Err(Error::Stream { attempt: "read the articles", cause })
        });
        // Nobody may be listening any more.
        let _ = sender.send(Arrival::Reread(Reread { occasion, list, opened }));
    });
}

/// The articles of a story with those that were read again in the places of what they were.
#[derive(Debug, Default)]
pub struct Merged {
    /// All of them, in their order; the new ones at the end.
    pub articles: Vec<Article>,
    /// By its place before: the digest of an article that has another text now, and the new one.
    pub changed: Vec<(String, String)>,
    /// How many are new.
    pub new: usize,
}

impl Merged {
    /// Lays `fresh` over `before`. What was not read again stays; what comes from a place that had no article joins them,
    /// unless it is `left_out`.
    pub fn of(before: &[Article], fresh: Vec<Article>, left_out: impl Fn(&Article) -> bool) -> Self {
        let known: BTreeSet<&str> = before.iter().map(|article| article.location.as_str()).collect();
        let (again, new): (Vec<_>, Vec<_>) =
            fresh.into_iter().partition(|article| known.contains(article.location.as_str()));
        // A source that is given twice is read twice.
        let mut again_by_place: BTreeMap<String, VecDeque<Article>> = BTreeMap::new();
        for article in again {
            again_by_place.entry(article.location.clone()).or_default().push_back(article);
        }
        let mut merged = Self::default();
        for article in before {
            let fresh = again_by_place.get_mut(&article.location).and_then(VecDeque::pop_front);
            let fresh = fresh.unwrap_or_else(|| article.clone());
            if fresh.sha256 != article.sha256 {
                merged.changed.push((article.sha256.clone(), fresh.sha256.clone()));
            }
            merged.articles.push(fresh);
        }
        let new = new.into_iter().filter(|article| !left_out(article));
        merged.articles.extend(new);
        merged.new = merged.articles.len() - before.len();
        merged
    }

    /// Whether there is nothing new in it.
    pub const fn is_as_before(&self) -> bool {
        self.changed.is_empty() && self.new == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(location: &str, text: &str) -> Article {
        Article::from_bytes(location, text.as_bytes())
    }

    fn texts(merged: &Merged) -> Vec<&str> {
        merged.articles.iter().map(|article| &*article.text).collect()
    }

    #[test]
    fn what_was_read_again_takes_the_place_of_what_it_was() {
        let before = [article("a", "One."), article("b", "Two."), article("c", "Three.")];
        let merged = Merged::of(&before, vec![article("b", "Twelve."), article("a", "One.")], |_| false);
        assert_eq!(texts(&merged), ["One.", "Twelve.", "Three."]);
        assert_eq!((merged.changed.len(), merged.new), (1, 0));
        assert_eq!(merged.changed[0], (before[1].sha256.clone(), merged.articles[1].sha256.clone()));
        assert!(Merged::of(&before, before.to_vec(), |_| false).is_as_before());
    }

    #[test]
    fn what_is_new_joins_them_unless_it_was_taken_out() {
        let before = [article("news.jsonl 1", "One.")];
        let fresh = || vec![article("news.jsonl 2", "Two."), article("news.jsonl 3", "Three.")];
        let merged = Merged::of(&before, fresh(), |article| article.location == "news.jsonl 2");
        assert_eq!((texts(&merged), merged.new), (vec!["One.", "Three."], 1));
        assert!(Merged::of(&before, fresh(), |_| true).is_as_before());
    }

    #[test]
    fn a_source_given_twice_is_changed_twice() {
        let before = [article("a", "One."), article("a", "One.")];
        let merged = Merged::of(&before, vec![article("a", "Eleven."), article("a", "Eleven.")], |_| false);
        assert_eq!(texts(&merged), ["Eleven.", "Eleven."]);
    }
}
