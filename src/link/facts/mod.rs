//! Values of all articles → [`Fact`]s: which state the same thing.
//!
//! Pairs of values get a probability from what they say and what stands around them; then the story is clustered at
//! once, most probable pairs first. A fact never holds two different values of one article; the same value told again
//! about the same thing is one more place of its reading.

mod ages;
mod candidates;
mod clusters;
mod evidence;
mod telling;

use std::collections::HashMap;

use super::passages::Passages;
use super::terms::Terms;
use super::{Fact, Reading, Stray};
use crate::extract::Mention;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};

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
    /// Whether they are equal.
    pub equal: bool,
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
        let equal = tellings[a].key == tellings[b].key;
        Some(WeighedValues { mentions, equal, evidence: evidence.named(a, b)? })
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
    let first = &tellings[cluster.members[0]];
    let other = cluster.members.iter().map(|&member| &tellings[member]).find(|other| other.article != first.article);
    let shared: HashMap<Term, f64> = first.surroundings.shared(&other.unwrap_or(first).surroundings).collect();
    Fact {
        kind: first.kind,
        readings,
        about: about(story, first, &shared),
        certainty: cluster.certainty,
        strays: strays.collect(),
    }
}

/// The few words around a telling that say most of what it is about, in reading order.
fn about(story: &Story, telling: &Telling, shared: &HashMap<Term, f64>) -> String {
    const MOST_WORDS: usize = 3;
    let mention = &story.mentions[telling.article.0][telling.mention];
    let document = &story.documents[telling.article.0];
    let Some(sentence) = document.sentences.get(mention.sentence) else { return String::new() };
    let mut found: Vec<(f64, usize)> = Vec::new();
    let mut seen: Vec<Term> = Vec::new();
    for at in story.terms.of(telling.article, sentence.words.clone()) {
        if let Some(&weight) = shared.get(&at.term)
            && !mention.words.contains(&at.word)
            && !seen.contains(&at.term)
            && document.words[at.word].kind == WordKind::Word
        {
            seen.push(at.term);
            found.push((weight, at.word));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(MOST_WORDS);
    found.sort_by_key(|entry| entry.1);
    found.iter().map(|&(_, word)| document.written(word)).collect::<Vec<_>>().join(" ")
}
