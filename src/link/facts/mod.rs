//! Values of all articles → [`Fact`]s: which state the same thing.
//!
//! Equal values of one article that are about the same thing are one *telling*. Pairs of tellings of different articles
//! get a probability from what they say and what stands around them; then the story is clustered at once, most probable
//! pairs first: a fact never holds two tellings of one article.

mod candidates;
mod evidence;
mod telling;

use std::collections::HashMap;

use super::terms::Terms;
use super::{Fact, Groups, Passage, Reading};
use crate::extract::Mention;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};

use candidates::candidates;
use evidence::Evidence;
use telling::{Telling, tellings};

/// Two tellings are one fact from this probability on.
const ACCEPT: f64 = 0.5;

struct Story<'s> {
    documents: &'s [Document],
    mentions: &'s [Vec<Mention>],
    terms: &'s Terms,
}

/// The facts of values, told by one article or by several; every value belongs to exactly one.
pub fn facts(documents: &[Document], mentions: &[Vec<Mention>], terms: &Terms, passages: &[Passage]) -> Vec<Fact> {
    let story = Story { documents, mentions, terms };
    let tellings: Vec<Telling> = (documents.iter().zip(mentions).enumerate())
        .flat_map(|(article, (document, mentions))| tellings(ArticleId(article), document, mentions, terms))
        .collect();
    let evidence = Evidence::new(passages);
    let mut pairs: Vec<(f64, [usize; 2])> = candidates(&tellings, passages, documents.len())
        .into_iter()
        .map(|[a, b]| (evidence.probability(&tellings[a], &tellings[b]), [a, b]))
        .filter(|pair| pair.0 >= ACCEPT)
        .collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    cluster(&tellings, &evidence, &pairs)
        .into_iter()
        .map(|(members, certainty)| fact(&story, &tellings, &members, certainty))
        .collect()
}

/// Clusters the tellings, most probable pairs first; returns each cluster with the mean probability of its pairs.
fn cluster(tellings: &[Telling], evidence: &Evidence, pairs: &[(f64, [usize; 2])]) -> Vec<(Vec<usize>, f64)> {
    let known: HashMap<[usize; 2], f64> = pairs.iter().map(|&(probability, pair)| (pair, probability)).collect();
    let between = |a: usize, b: usize| -> f64 {
        let pair = [a.min(b), a.max(b)];
        known.get(&pair).copied().unwrap_or_else(|| evidence.probability(&tellings[a], &tellings[b]))
    };
    let mut clusters = Groups::new(tellings.len());
    for &(_, [a, b]) in pairs {
        let (one, other) = (clusters.of(a), clusters.of(b));
        if one == other {
            continue;
        }
        let members = |group| clusters.members(group).iter().copied();
        let across: Vec<(usize, usize)> = members(one).flat_map(|a| members(other).map(move |b| (a, b))).collect();
        let shares_article = across.iter().any(|&(a, b)| tellings[a].article == tellings[b].article);
        let sum: f64 = across.iter().map(|&(a, b)| between(a, b)).sum();
        if !shares_article && sum >= ACCEPT * across.len() as f64 {
            clusters.join(a, b);
        }
    }
    let certainty = |members: &[usize]| -> f64 {
        let mut sum = 0.0;
        let mut count = 0;
        for (at, &a) in members.iter().enumerate() {
            for &b in &members[at + 1..] {
                sum += between(a, b);
                count += 1;
            }
        }
        if count == 0 { 1.0 } else { sum / f64::from(count) }
    };
    let with_certainty = |members: Vec<usize>| {
        let certainty = certainty(&members);
        (members, certainty)
    };
    clusters.into_sorted().into_iter().map(with_certainty).collect()
}

fn fact(story: &Story, tellings: &[Telling], members: &[usize], certainty: f64) -> Fact {
    let mut readings: Vec<Reading> = Vec::new();
    for telling in members.iter().map(|&member| &tellings[member]) {
        for &index in &telling.mentions {
            let excerpt = Excerpt { article: telling.article, span: story.mentions[telling.article.0][index].span };
            readings.push(Reading { excerpt, mention: Some(index) });
        }
    }
    readings.sort_unstable();
    let first = &tellings[members[0]];
    let shared: HashMap<Term, f64> = match members.get(1) {
        Some(&second) => first.surroundings.shared(&tellings[second].surroundings).collect(),
        None => first.surroundings.shared(&first.surroundings).collect(),
    };
    Fact { kind: first.kind, readings, about: about(story, first, &shared), certainty }
}

/// The few words around a telling that say most of what it is about, in reading order.
fn about(story: &Story, telling: &Telling, shared: &HashMap<Term, f64>) -> String {
    const MOST_WORDS: usize = 3;
    let mention = &story.mentions[telling.article.0][telling.mentions[0]];
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
