//! The quotations of a story that are speech, with who speaks, and which of them may give one utterance: an index over their
//! rarer words gives the pairs.

use std::collections::BTreeSet;
use std::ops::Range;

use super::loose::Token;
use super::voices::Voice;
use crate::compare::Context;
use crate::extract::Value;
use crate::link::SentenceId;
use crate::link::wording::{Wording, quoted_words};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Term, TermMap};
use crate::text::Span;

/// Quotations are looked up by words that weigh this: about 18,000 occurrences in the counted news.
const LOOKED_UP_WEIGHT: f64 = 6.0;
/// … and only those are compared that share so much, two rare words or one with a few common ones.
const LEAST_SHARED_WEIGHT: f64 = 12.0;
/// A word that more quotations than this have finds no partners: it would find all of them.
const MOST_QUOTATIONS: usize = 40;

/// A quotation that is speech.
#[derive(Debug)]
pub struct Spoken<'c> {
    /// Whose.
    pub article: ArticleId,
    /// The sentence in which it begins.
    pub sentence: usize,
    /// All of its words.
    pub all: Range<usize>,
    /// Who speaks.
    pub voice: Option<Voice>,
    /// The words that name who speaks.
    pub speaker: Option<Span>,
    /// Its words as they are compared where they are to meet loosely,
    pub tokens: Vec<Token<'c>>,
    /// … and where they are to be the same but for their form.
    pub wording: Wording<'c>,
}

impl Spoken<'_> {
    /// Its sentence.
    pub fn place(&self) -> SentenceId {
        SentenceId { article: self.article, index: self.sentence }
    }

    /// From one of its tokens to another.
    pub fn excerpt(&self, context: &Context, tokens: Range<usize>) -> Excerpt {
        let document = &context.documents[self.article.0];
        let words = match self.tokens.get(tokens) {
            Some([first, .., last]) => first.word..last.word + 1,
            Some([only]) => only.word..only.word + 1,
            _ => self.all.clone(),
        };
        Excerpt { article: self.article, span: document.span_of(words) }
    }

    /// Whether one lies inside the other.
    pub fn is_nested_with(&self, other: &Self) -> bool {
        self.article == other.article && self.all.start < other.all.end && other.all.start < self.all.end
    }
}

/// The quotations of a story that are speech.
#[derive(Debug)]
pub struct Speech<'c> {
    /// By article and place.
    quotations: Vec<Spoken<'c>>,
    /// The places of those that may give one utterance.
    pairs: Vec<[usize; 2]>,
}

impl<'c> Speech<'c> {
    /// Reads the quotations of a story once.
    pub fn new(context: &Context<'c>) -> Self {
        let quotations = spoken(context);
        let pairs = candidates(&quotations);
        Self { quotations, pairs }
    }

    /// The pairs that share a rarer word or one that means the same, and enough others, none inside the other; by place.
    pub fn pairs(&self) -> impl Iterator<Item = [&Spoken<'c>; 2]> {
        self.pairs.iter().map(|pair| pair.map(|place| &self.quotations[place]))
    }
}

fn spoken<'c>(context: &Context<'c>) -> Vec<Spoken<'c>> {
    let voices = context.voices();
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        let article = ArticleId(article);
        for mention in &context.mentions[article.0] {
            let Value::Quote(quote) = &mention.value else { continue };
            if !quote.is_speech {
                continue;
            }
            let words = quoted_words(document, quote.words);
            found.push(Spoken {
                article,
                sentence: mention.sentence,
                all: mention.words.clone(),
                voice: quote.speaker.and_then(|speaker| voices.of(article, speaker)),
                speaker: quote.speaker,
                tokens: words.iter().map(|&word| Token::new(document, word)).collect(),
                wording: Wording::new(document, &words),
            });
        }
    }
    found
}

fn candidates(spoken: &[Spoken]) -> Vec<[usize; 2]> {
    let meanings: Vec<Vec<(Term, f64)>> = spoken.iter().map(meanings).collect();
    let mut by_meaning: TermMap<Vec<usize>> = TermMap::default();
    for (place, one) in spoken.iter().enumerate() {
        let rare = one.tokens.iter().filter(|token| token.content && token.weight >= LOOKED_UP_WEIGHT);
        for meaning in rare.map(|token| token.meaning).collect::<BTreeSet<Term>>() {
            by_meaning.entry(meaning).or_default().push(place);
        }
    }
    let mut pairs = Vec::new();
    for places in by_meaning.values().filter(|places| places.len() <= MOST_QUOTATIONS) {
        for (at, &a) in places.iter().enumerate() {
            let others = places[at + 1..].iter().filter(|&&b| !spoken[a].is_nested_with(&spoken[b]));
            pairs.extend(others.map(|&b| [a, b]));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.retain(|&[a, b]| shared_weight(&meanings[a], &meanings[b]) >= LEAST_SHARED_WEIGHT);
    pairs
}

/// What the words of a quotation mean, each once, with what sharing it tells.
fn meanings(spoken: &Spoken) -> Vec<(Term, f64)> {
    let mut meanings: Vec<_> = spoken.tokens.iter().map(|token| (token.meaning, token.weight)).collect();
    // Of forms that weigh differently the last one counts.
    meanings.reverse();
    meanings.sort_by_key(|entry| entry.0);
    meanings.dedup_by_key(|entry| entry.0);
    meanings
}

/// What two quotations share, weighed as the one that says less has it.
fn shared_weight(a: &[(Term, f64)], b: &[(Term, f64)]) -> f64 {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = many.iter().peekable();
    let shared = few.iter().filter(|(meaning, _)| {
        while rest.next_if(|other| other.0 < *meaning).is_some() {}
        rest.peek().is_some_and(|other| other.0 == *meaning)
    });
    shared.map(|entry| entry.1).sum()
}
