//! Quotations of all articles → [`Fact`]s: which give one utterance, whole or in part.

use std::collections::HashMap;

use super::wording::{quoted_words, same_utterance};
use super::{Fact, FactKind, Groups, MentionId, Passage, Reading, SentenceId};
use crate::extract::{Mention, Value};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term};

/// Quotations are looked up by words rarer than this: commoner ones stand in most of them.
const LOOK_UP_BITS: f64 = 11.0;
/// A word that more quotations than this (for each article) have tells too little to look them up by.
const MOST_QUOTES_AN_ARTICLE: usize = 6;
/// Shared words of so many bits make it certain that it is one utterance.
const CERTAIN_BITS: f64 = 60.0;

/// A quotation and its words as they are compared.
struct Quoted<'d> {
    id: MentionId,
    sentence: SentenceId,
    words: Vec<&'d str>,
    rare: Vec<Term>,
}

/// The facts of quotations; every quotation of speech belongs to exactly one.
pub fn utterances(documents: &[Document], mentions: &[Vec<Mention>], passages: &[Passage]) -> Vec<Fact> {
    let quotes = quotes(documents, mentions);
    let mut groups = Groups::new(quotes.len());
    let mut shared: Vec<(usize, f64)> = Vec::new();
    for [a, b] in candidates(&quotes, passages, documents.len()) {
        if let Some(alignment) = same_utterance(&quotes[a].words, &quotes[b].words) {
            groups.join(a, b);
            shared.push((a, alignment.shared_bits));
        }
    }
    let mut bits: HashMap<usize, Vec<f64>> = HashMap::new();
    for (quote, shared) in shared {
        bits.entry(groups.of(quote)).or_default().push(shared);
    }
    let certainty = |group: usize| match bits.get(&group).map(Vec::as_slice) {
        None | Some([]) => 1.0,
        Some(bits) => (bits.iter().sum::<f64>() / bits.len() as f64 / CERTAIN_BITS).clamp(0.5, 1.0),
    };
    let certainties: Vec<f64> = (0..quotes.len()).map(|quote| certainty(groups.of(quote))).collect();
    groups
        .into_sorted()
        .into_iter()
        .map(|members| {
            let mut readings: Vec<Reading> = members.iter().map(|&quote| reading(&quotes[quote], mentions)).collect();
            readings.sort_unstable();
            let about = speaker(&quotes, &members, documents, mentions);
            Fact { kind: FactKind::Quote, readings, about, certainty: certainties[members[0]] }
        })
        .collect()
}

fn quotes<'d>(documents: &'d [Document], mentions: &[Vec<Mention>]) -> Vec<Quoted<'d>> {
    let mut found = Vec::new();
    for (article, (document, mentions)) in documents.iter().zip(mentions).enumerate() {
        for (index, mention) in mentions.iter().enumerate() {
            if let Value::Quote(quote) = &mention.value {
                let words = quoted_words(document, quote.words);
                let article = ArticleId(article);
                let mut rare: Vec<Term> = words
                    .iter()
                    .map(|&word| &document.words[word])
                    .filter(|word| word.rarity() >= LOOK_UP_BITS)
                    .map(|word| word.stem)
                    .collect();
                rare.sort_unstable();
                rare.dedup();
                found.push(Quoted {
                    id: MentionId { article, index },
                    sentence: SentenceId { article, index: mention.sentence },
                    words: words.into_iter().map(|word| document.folded(word)).collect(),
                    rare,
                });
            }
        }
    }
    found
}

/// Pairs of quotations that share a rare word or stand in sentences of one passage; by place.
fn candidates(quotes: &[Quoted], passages: &[Passage], articles: usize) -> Vec<[usize; 2]> {
    let mut together: Vec<Vec<usize>> = Vec::new();
    let mut by_word: HashMap<Term, Vec<usize>> = HashMap::new();
    let mut by_sentence: HashMap<SentenceId, Vec<usize>> = HashMap::new();
    for (place, quote) in quotes.iter().enumerate() {
        for &term in &quote.rare {
            by_word.entry(term).or_default().push(place);
        }
        by_sentence.entry(quote.sentence).or_default().push(place);
    }
    together.extend(by_word.into_values().filter(|places| places.len() <= MOST_QUOTES_AN_ARTICLE * articles));
    together.extend(passages.iter().map(|passage| {
        passage.sentences.iter().filter_map(|sentence| by_sentence.get(sentence)).flatten().copied().collect()
    }));
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    for places in &together {
        for (at, &a) in places.iter().enumerate() {
            pairs.extend(places[at + 1..].iter().filter(|&&b| a != b).map(|&b| [a.min(b), a.max(b)]));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn reading(quote: &Quoted, mentions: &[Vec<Mention>]) -> Reading {
    let span = mentions[quote.id.article.0][quote.id.index].span;
    Reading { excerpt: Excerpt { article: quote.id.article, span }, mention: Some(quote.id.index) }
}

/// The words that name the speaker, of the first quotation that has some.
fn speaker(quotes: &[Quoted], members: &[usize], documents: &[Document], mentions: &[Vec<Mention>]) -> String {
    members
        .iter()
        .map(|&member| quotes[member].id)
        .find_map(|id| match &mentions[id.article.0][id.index].value {
            Value::Quote(quote) => Some(quote.speaker?.of(&documents[id.article.0].text).to_owned()),
            _ => None,
        })
        .unwrap_or_default()
}
