//! Values of all articles → [`Fact`]s: which state the same thing.
//!
//! Pairs of values get a probability from what they say and what stands around them; then the story is clustered at
//! once, most probable pairs first. A fact never holds two different values of one article; the same value told again
//! about the same thing is one more place of its reading.

mod ages;
mod candidates;
mod clusters;
mod difference;
mod evidence;
mod frame;
mod models;
mod strays;
mod telling;

use std::ops::Range;

use super::passages::Passages;
use super::terms::Terms;
use super::{Fact, Reading, Stray};
use crate::extract::Mention;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, WordKind};
use crate::text::Classes;

use candidates::candidates;
use clusters::Cluster;
use evidence::Evidence;
use telling::{Telling, tellings};

struct Story<'s> {
    documents: &'s [Document],
    mentions: &'s [Vec<Mention>],
    terms: &'s Terms,
}

/// The facts of values, told by one article or by several; every value belongs to exactly one.
pub fn facts(documents: &[Document], mentions: &[Vec<Mention>], terms: &Terms, passages: &Passages) -> Vec<Fact> {
    let story = Story { documents, mentions, terms };
    let tellings = all(&story);
    let pairs = candidates(&tellings, passages, documents.len());
    let evidence = Evidence::new(&tellings, passages, &pairs);
    clusters::clusters(&tellings, &evidence, &pairs)
        .into_iter()
        .map(|cluster| fact(&story, &tellings, &cluster))
        .collect()
}

/// A pair of values of different articles that may be one fact.
pub struct WeighedValues {
    /// The article of each and the index of its mention.
    pub mentions: [(ArticleId, usize); 2],
    /// `equal` (figures), `equal_times` or `unequal`.
    pub what: &'static str,
    /// The evidence, by name.
    pub evidence: Vec<(&'static str, f64)>,
}

/// Every pair of values that is weighed, with the evidence.
pub fn weighed(
    documents: &[Document],
    mentions: &[Vec<Mention>],
    terms: &Terms,
    passages: &Passages,
) -> Vec<WeighedValues> {
    let tellings = all(&Story { documents, mentions, terms });
    let pairs = candidates(&tellings, passages, documents.len());
    let evidence = Evidence::new(&tellings, passages, &pairs);
    let weighed = pairs.iter().filter_map(|&[a, b]| {
        let mentions = [a, b].map(|place| (tellings[place].article, tellings[place].mention));
        let weighed = evidence.across(a, b)?;
        Some(WeighedValues { mentions, what: weighed.what(), evidence: weighed.named() })
    });
    weighed.collect()
}

fn all<'s>(story: &Story<'s>) -> Vec<Telling<'s>> {
    (story.documents.iter().zip(story.mentions).enumerate())
        .flat_map(|(article, (document, mentions))| tellings(ArticleId(article), document, mentions, story.terms))
        .collect()
}

fn fact(story: &Story, tellings: &[Telling], cluster: &Cluster) -> Fact {
    let reading = |member: usize| -> Reading {
        let telling = &tellings[member];
        let span = story.mentions[telling.article.0][telling.mention].span;
        Reading { excerpt: Excerpt { article: telling.article, span }, mention: Some(telling.mention) }
    };
    let mut readings: Vec<Reading> = cluster.members.iter().map(|&member| reading(member)).collect();
    readings.sort_unstable();
    let strays = cluster.strays.iter().map(|&(stray, certainty)| Stray { reading: reading(stray), certainty });
    let members = || cluster.members.iter().map(|&member| &tellings[member]);
    let first = &tellings[cluster.members[0]];
    // Headlines shorten.
    let told = members().find(|telling| telling.runs && !about(story, telling).is_empty()).unwrap_or(first);
    Fact {
        kind: first.kind,
        readings,
        about: about(story, told),
        certainty: cluster.certainty,
        strays: strays.collect(),
    }
}

/// The words around a telling, an ellipsis in the place of its value: “are dead and … injured”.
fn about(story: &Story, telling: &Telling) -> String {
    /// So many words on each side say what a value is of.
    const MOST_WORDS: usize = 4;
    let mention = &story.mentions[telling.article.0][telling.mention];
    let document = &story.documents[telling.article.0];
    let Some(sentence) = document.sentences.get(mention.sentence) else { return String::new() };
    // A mark ends it, but for those inside words and before figures.
    let is_inside = |word: usize| {
        document.words[word].kind != WordKind::Mark
            || matches!(document.folded(word), "-" | "’" | "'" | "$" | "€" | "£" | "%")
    };
    let says_little = |word: usize| {
        let class = document.words[word].classes();
        document.words[word].kind == WordKind::Mark
            || matches!(document.folded(word), "'s" | "s")
            || class.any(Classes::DETERMINER | Classes::PREPOSITION | Classes::CONJUNCTION)
    };
    let before = (sentence.words.start..mention.words.start).rev().take_while(|&word| is_inside(word)).take(MOST_WORDS);
    let from = before.filter(|&word| !says_little(word)).last().unwrap_or(mention.words.start);
    let after = (mention.words.end..sentence.words.end).take_while(|&word| is_inside(word)).take(MOST_WORDS);
    let to = after.filter(|&word| !says_little(word)).last().map_or(mention.words.end, |last| last + 1);
    let words = |range: Range<usize>| document.span_of(range).of(&document.text).split_whitespace();
    let mut told: Vec<&str> = Vec::new();
    if from < mention.words.start {
        told.extend(words(from..mention.words.start));
    }
    told.push("…");
    if to > mention.words.end {
        told.extend(words(mention.words.end..to));
    }
    if told.len() > 1 { told.join(" ") } else { String::new() }
}
