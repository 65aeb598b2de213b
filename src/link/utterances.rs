//! Quotations of all articles → [`Fact`]s: which give one utterance, whole or in part.
//!
//! A long quotation here is often quoted in several parts there, so what is compared are the sentences inside
//! quotations; those that all give one utterance, each as a part or a variant of every other, are one fact.

use std::collections::HashMap;
use std::ops::Range;

use super::passages::Passages;
use super::wording::{Wording, quoted_words, same_utterance};
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

/// Of those that a quotation has a rare word or a passage in common with, it is paired with so many of the next ones at most,
/// in the order of their words: all that 20 articles have, in ordinary news.
const MOST_PARTNERS: usize = 60;
/// To see whether two groups give one utterance, so many of each are looked at: more than 20 articles have, in ordinary news.
const LOOKED_AT: usize = 24;

/// A sentence, or what stands of it, inside a quotation.
struct Quoted<'d> {
    reading: Reading,
    sentence: SentenceId,
    speaker: Option<Span>,
    /// Its words as they are compared.
    words: Wording<'d>,
    rare: Vec<Term>,
}

/// The facts of quotations; every sentence of every quotation belongs to exactly one.
pub fn utterances(documents: &[Document], mentions: &[Vec<Mention>], passages: &Passages) -> Vec<Fact> {
    let mut quoted: Vec<Quoted> = documents
        .iter()
        .zip(mentions)
        .enumerate()
        .flat_map(|(article, (document, mentions))| quoted_sentences(ArticleId(article), document, mentions))
        .collect();
    // In an order that their words make, so that nothing depends on the order of the articles.
    quoted.sort_by(|a, b| {
        let text = |quoted: &Quoted| &documents[quoted.sentence.article.0].text;
        a.words
            .folded()
            .cmp(b.words.folded())
            .then_with(|| text(a).cmp(text(b)))
            .then_with(|| a.reading.cmp(&b.reading))
    });
    drop_common(&mut quoted, documents.len());
    let mut relations = Relations::new(documents, &quoted, passages);
    let mut groups = Groups::new(quoted.len());
    // By quotation, the one that stands for it.
    let mut standing: Vec<usize> = (0..quoted.len()).collect();
    for same in relations.settled() {
        standing[same.clone()].fill(same.start);
        for member in same.clone() {
            groups.join(same.start, member);
        }
    }
    let mut order: Vec<([usize; 2], f64)> = candidates(&quoted, &standing, &passages.groups)
        .into_iter()
        .filter_map(|pair| Some((pair, relations.bits(pair)?)))
        .collect();
    // Of those that share as much, the ones that have least beside it.
    let words = |pair: [usize; 2]| pair.map(|place| quoted[place].words.tokens.len()).iter().sum::<usize>();
    order.sort_by(|a, b| b.1.total_cmp(&a.1).then(words(a.0).cmp(&words(b.0))).then(a.0.cmp(&b.0)));
    for ([a, b], _) in order {
        let (one, other) = (groups.of(a), groups.of(b));
        if one == other {
            continue;
        }
        let some = |group| groups.members(group).iter().take(LOOKED_AT);
        let mut across = some(one).flat_map(|&a| some(other).map(move |&b| [a.min(b), a.max(b)]));
        if across.all(|pair| relations.bits(pair).is_some()) {
            groups.join(a, b);
        }
    }
    let mut facts: Vec<Fact> =
        groups.into_sorted().iter().map(|members| fact(members, &quoted, &mut relations, documents)).collect();
    facts.sort_by(|a, b| a.readings.cmp(&b.readings));
    facts
}

/// Whether two short ascending lists have an entry in common.
fn meet<T: Ord>(a: &[T], b: &[T]) -> bool {
    a.iter().any(|entry| b.binary_search(entry).is_ok())
}

/// Which quotations may give one utterance, asked again and again: each two wordings are aligned once.
struct Relations<'q> {
    documents: &'q [Document],
    quoted: &'q [Quoted<'q>],
    passages: &'q Passages,
    /// By quotation, the first one with the same words.
    firsts: Vec<usize>,
    /// By the first ones of two wordings, the bits that they share, if they can be one utterance.
    aligned: HashMap<[usize; 2], Option<f64>>,
    /// By sentence, the passages that it stands in, ascending.
    passages_of: HashMap<SentenceId, Vec<usize>>,
}

impl<'q> Relations<'q> {
    /// `quoted` in the order of their words.
    fn new(documents: &'q [Document], quoted: &'q [Quoted<'q>], passages: &'q Passages) -> Self {
        let mut firsts: Vec<usize> = (0..quoted.len()).collect();
        for place in 1..quoted.len() {
            if quoted[place - 1].words.folded().eq(quoted[place].words.folded()) {
                firsts[place] = firsts[place - 1];
            }
        }
        let mut passages_of: HashMap<SentenceId, Vec<usize>> = HashMap::new();
        for (place, passage) in passages.groups.iter().enumerate() {
            for &sentence in &passage.sentences {
                passages_of.entry(sentence).or_default().push(place);
            }
        }
        Self { documents, quoted, passages, firsts, aligned: HashMap::new(), passages_of }
    }

    /// The quotations of the same words that are so many that it is one utterance, whoever gives it where.
    fn settled(&mut self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = 0;
        while start < self.firsts.len() {
            let end = start + self.firsts[start..].iter().take_while(|&&first| first == start).count();
            let is_told_by_words = end - start > 1 && !self.quoted[start].rare.is_empty();
            if is_told_by_words && self.shared_bits([start, start]).is_some_and(|bits| bits >= PLAIN_BITS) {
                found.push(start..end);
            }
            start = end;
        }
        found
    }

    /// The bits that two quotations (the earlier first) share, if they may give one utterance.
    fn bits(&mut self, pair: [usize; 2]) -> Option<f64> {
        let [one, other] = pair.map(|place| &self.quoted[place]);
        if !meet(&one.rare, &other.rare) && !meet(self.passages_of(one), self.passages_of(other)) {
            return None;
        }
        let bits = self.shared_bits(pair)?;
        let are_one = bits >= PLAIN_BITS
            || self.passages.probability(one.sentence, other.sentence) >= SAME_SENTENCE
            || same_speaker(self.documents, one, other);
        are_one.then_some(bits)
    }

    fn passages_of(&self, quoted: &Quoted) -> &[usize] {
        self.passages_of.get(&quoted.sentence).map_or(&[], Vec::as_slice)
    }

    fn shared_bits(&mut self, pair: [usize; 2]) -> Option<f64> {
        let [one, other] = pair.map(|place| self.firsts[place]);
        let quoted = self.quoted;
        let aligned = self.aligned.entry([one, other]);
        *aligned.or_insert_with(|| Some(same_utterance(&quoted[one].words, &quoted[other].words)?.shared_bits))
    }
}

/// Whether the words that name the speakers have a name in common.
fn same_speaker(documents: &[Document], a: &Quoted, b: &Quoted) -> bool {
    let names = |quoted: &Quoted| -> Vec<Term> {
        let document = &documents[quoted.sentence.article.0];
        let words = quoted.speaker.map_or(0..0, |speaker| document.words_in(speaker));
        let words = document.words.get(words).unwrap_or_default();
        words
            .iter()
            .filter(|word| matches!(word.shape, Shape::Title | Shape::Upper | Shape::Mixed))
            .map(|word| word.term)
            .collect()
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
                sentence: SentenceId { article, index: document.words[first].sentence() },
                speaker: quote.speaker,
                words: Wording::new(document, words),
                rare,
            });
        }
    }
    found
}

/// Leaves out of each quotation's rare words those that too many have.
fn drop_common(quoted: &mut [Quoted], articles: usize) {
    let mut times: HashMap<Term, usize> = HashMap::new();
    for &term in quoted.iter().flat_map(|quoted| &quoted.rare) {
        *times.entry(term).or_default() += 1;
    }
    for quoted in quoted {
        quoted.rare.retain(|term| times.get(term).is_some_and(|&times| times <= MOST_AN_ARTICLE * articles));
    }
}

/// Pairs of quoted sentences that share a rare word or stand in sentences of one passage; by place. Those for
/// which another one is `standing` are left to it.
fn candidates(quoted: &[Quoted], standing: &[usize], passages: &[Passage]) -> Vec<[usize; 2]> {
    let mut by_word: HashMap<Term, Vec<usize>> = HashMap::new();
    let mut by_sentence: HashMap<SentenceId, Vec<usize>> = HashMap::new();
    for (place, quote) in quoted.iter().enumerate() {
        for &term in &quote.rare {
            by_word.entry(term).or_default().push(place);
        }
        by_sentence.entry(quote.sentence).or_default().push(place);
    }
    let of_passages = passages.iter().map(|passage| {
        let inside = passage.sentences.iter().filter_map(|sentence| by_sentence.get(sentence));
        let mut inside: Vec<usize> = inside.flatten().copied().collect();
        inside.sort_unstable();
        inside
    });
    let mut pairs: Vec<[usize; 2]> = Vec::new();
    for places in by_word.into_values().chain(of_passages) {
        let mut some: Vec<usize> = places.into_iter().map(|place| standing[place]).collect();
        some.dedup();
        for (at, &a) in some.iter().enumerate() {
            pairs.extend(some[at + 1..].iter().take(MOST_PARTNERS).filter(|&&b| a != b).map(|&b| [a, b]));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn fact(members: &[usize], quoted: &[Quoted], relations: &mut Relations, documents: &[Document]) -> Fact {
    let mut readings: Vec<Reading> = members.iter().map(|&member| quoted[member].reading).collect();
    readings.sort_unstable();
    let some = &members[..members.len().min(LOOKED_AT)];
    let pairs = some.iter().enumerate().flat_map(|(at, &a)| some[at + 1..].iter().map(move |&b| [a, b]));
    let bits: Vec<f64> = pairs.filter_map(|pair| relations.bits(pair)).collect();
    let certainty = match bits.len() {
        0 => 1.0,
        count => (bits.iter().sum::<f64>() / count as f64 / CERTAIN_BITS).clamp(0.5, 1.0),
    };
    let mut by_place: Vec<&Quoted> = members.iter().map(|&member| &quoted[member]).collect();
    by_place.sort_unstable_by_key(|quoted| quoted.reading);
    let about = by_place
        .into_iter()
        .find_map(|quoted| Some(quoted.speaker?.of(&documents[quoted.reading.excerpt.article.0].text).to_owned()));
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
