//! Quotations of all articles → [`Fact`]s: which give one utterance, whole or in part.
//!
//! A long quotation here is often quoted in several parts there, so what is compared are the sentences inside
//! quotations; those that all give one utterance, each as a part or a variant of every other, are one fact.

use std::collections::HashMap;

use super::wording::{quoted_words, same_utterance};
use super::passages::Passages;
use super::{Fact, FactKind, Groups, Passage, Reading, SentenceId};
use crate::extract::{Mention, Value};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Shape, Term};
use crate::text::Span;

/// Quotations are looked up by words rarer than this: commoner ones stand in most of them.
const LOOK_UP_BITS: f64 = 11.0;
/// A word that more quoted sentences than this (for each article) have tells too little to look them up by.
const MOST_AN_ARTICLE: usize = 6;
/// Shared words of so many bits make it certain that it is one utterance.
const CERTAIN_BITS: f64 = 60.0;
/// A few words, as “great patriot”, are used by many: with fewer bits than this the speaker or the sentences around must
/// be the same, too.
const PLAIN_BITS: f64 = 35.0;
/// Sentences around two quotations are the same from this probability on.
const SAME_SENTENCE: f64 = 0.15;

/// A sentence, or what stands of it, inside a quotation.
struct Quoted<'d> {
    reading: Reading,
    sentence: SentenceId,
    speaker: Option<Span>,
    /// Its words as they are compared.
    words: Vec<&'d str>,
    rare: Vec<Term>,
}

/// The facts of quotations; every sentence of every quotation belongs to exactly one.
pub fn utterances(documents: &[Document], mentions: &[Vec<Mention>], passages: &Passages) -> Vec<Fact> {
    let quoted: Vec<Quoted> = documents
        .iter()
        .zip(mentions)
        .enumerate()
        .flat_map(|(article, (document, mentions))| quoted_sentences(ArticleId(article), document, mentions))
        .collect();
    let mut pairs: HashMap<[usize; 2], f64> = HashMap::new();
    for [a, b] in candidates(&quoted, &passages.groups, documents.len()) {
        let [one, other] = [a, b].map(|place| &quoted[place]);
        if let Some(alignment) = same_utterance(&one.words, &other.words)
            && (alignment.shared_bits >= PLAIN_BITS
                || passages.probability(one.sentence, other.sentence) >= SAME_SENTENCE
                || same_speaker(documents, one, other))
        {
            pairs.insert([a, b], alignment.shared_bits);
        }
    }
    let mut order: Vec<(&[usize; 2], &f64)> = pairs.iter().collect();
    order.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
    let mut groups = Groups::new(quoted.len());
    for ([a, b], _) in order {
        let (one, other) = (groups.of(*a), groups.of(*b));
        let mut across = groups.members(one).iter().flat_map(|&a| groups.members(other).iter().map(move |&b| (a, b)));
        if one != other && across.all(|(a, b)| pairs.contains_key(&[a.min(b), a.max(b)])) {
            groups.join(*a, *b);
        }
    }
    groups.into_sorted().iter().map(|members| fact(members, &quoted, &pairs, documents)).collect()
}

/// Whether the words that name the speakers have a name in common.
fn same_speaker(documents: &[Document], a: &Quoted, b: &Quoted) -> bool {
    let names = |quoted: &Quoted| -> Vec<Term> {
        let document = &documents[quoted.sentence.article.0];
        let words = quoted.speaker.map_or(0..0, |speaker| document.words_in(speaker));
        let words = document.words.get(words).unwrap_or_default();
        words.iter().filter(|word| matches!(word.shape, Shape::Title | Shape::Upper | Shape::Mixed)).map(|word| word.term).collect()
    };
    let theirs = names(b);
    names(a).iter().any(|name| theirs.contains(name))
}

fn quoted_sentences<'d>(article: ArticleId, document: &'d Document, mentions: &[Mention]) -> Vec<Quoted<'d>> {
    let mut found: Vec<Quoted> = Vec::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Value::Quote(quote) = &mention.value else { continue };
        let words = quoted_words(document, quote.words);
        // A quotation is kept whole when sentences are told apart, so its own ends of sentences are looked for here.
        let ends = |word: usize| matches!(document.folded(word), "." | "!" | "?");
        for words in words.chunk_by(|&a, &b| !(a + 1..b).any(ends)) {
            let (first, last) = (words[0], words[words.len() - 1]);
            let mut rare: Vec<Term> = (words.iter().map(|&word| &document.words[word]))
                .filter(|word| word.rarity() >= LOOK_UP_BITS)
                .map(|word| word.stem)
                .collect();
            rare.sort_unstable();
            rare.dedup();
            let excerpt = Excerpt { article, span: document.span_of(first..last + 1) };
            found.push(Quoted {
                reading: Reading { excerpt, mention: Some(index) },
                sentence: SentenceId { article, index: document.words[first].sentence },
                speaker: quote.speaker,
                words: words.iter().map(|&word| document.folded(word)).collect(),
                rare,
            });
        }
    }
    found
}

/// Pairs of quoted sentences that share a rare word or stand in sentences of one passage; by place.
fn candidates(quoted: &[Quoted], passages: &[Passage], articles: usize) -> Vec<[usize; 2]> {
    let mut by_word: HashMap<Term, Vec<usize>> = HashMap::new();
    let mut by_sentence: HashMap<SentenceId, Vec<usize>> = HashMap::new();
    for (place, quote) in quoted.iter().enumerate() {
        for &term in &quote.rare {
            by_word.entry(term).or_default().push(place);
        }
        by_sentence.entry(quote.sentence).or_default().push(place);
    }
    let of_words = by_word.into_values().filter(|places| places.len() <= MOST_AN_ARTICLE * articles);
    let of_passages = passages.iter().map(|passage| {
        passage.sentences.iter().filter_map(|sentence| by_sentence.get(sentence)).flatten().copied().collect()
    });
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    for places in of_words.chain(of_passages) {
        for (at, &a) in places.iter().enumerate() {
            pairs.extend(places[at + 1..].iter().filter(|&&b| a != b).map(|&b| [a.min(b), a.max(b)]));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn fact(members: &[usize], quoted: &[Quoted], pairs: &HashMap<[usize; 2], f64>, documents: &[Document]) -> Fact {
    let mut readings: Vec<Reading> = members.iter().map(|&member| quoted[member].reading).collect();
    readings.sort_unstable();
    let bits: Vec<f64> = (members.iter().enumerate())
        .flat_map(|(at, &a)| members[at + 1..].iter().filter_map(move |&b| pairs.get(&[a, b])))
        .copied()
        .collect();
    let certainty = match bits.len() {
        0 => 1.0,
        count => (bits.iter().sum::<f64>() / count as f64 / CERTAIN_BITS).clamp(0.5, 1.0),
    };
    let about = members.iter().find_map(|&member| {
        let quoted = &quoted[member];
        Some(quoted.speaker?.of(&documents[quoted.reading.excerpt.article.0].text).to_owned())
    });
    Fact { kind: FactKind::Quote, readings, about: about.unwrap_or_default(), certainty, strays: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::mentions;
    use crate::segment::segment;

    fn check(texts: &[&str], expected: &[&[&str]]) {
        let documents: Vec<_> = texts.iter().map(|text| segment((*text).into())).collect();
        let mentions: Vec<_> = documents.iter().map(|document| mentions(document, None)).collect();
        let facts = utterances(&documents, &mentions, &Passages::default());
        let shared: Vec<Vec<&str>> = facts
            .iter()
            .filter(|fact| fact.articles().len() > 1)
            .map(|fact| {
                let excerpts = fact.readings.iter().map(|reading| reading.excerpt);
                excerpts.map(|excerpt| excerpt.span.of(&documents[excerpt.article.0].text)).collect()
            })
            .collect();
        assert_eq!(shared, expected);
    }

    #[test]
    fn parts_of_one_long_quotation_are_facts_of_their_own() {
        check(
            &[
                "“The harbour wall collapsed overnight. Every ferry captain was warned,” she said.",
                "She said “every ferry captain was warned”. She added: “The harbour wall collapsed.”",
            ],
            &[
                &["The harbour wall collapsed overnight", "The harbour wall collapsed"],
                &["Every ferry captain was warned", "every ferry captain was warned"],
            ],
        );
    }
}
