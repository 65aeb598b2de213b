//! The quotations of a story that are speech, with who speaks, and which of them may give one utterance: an index over their
//! rarer words gives the pairs.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::loose::Token;
use super::voices::{Voice, Voices};
use crate::compare::Context;
use crate::extract::Value;
use crate::link::SentenceId;
use crate::link::wording::quoted_words;
use crate::read::{ArticleId, Excerpt};
use crate::segment::Term;
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
    /// Its words as they are compared.
    pub tokens: Vec<Token<'c>>,
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

/// The quotations that are speech, by article and place.
pub fn spoken<'c>(context: &Context<'c>, voices: &Voices) -> Vec<Spoken<'c>> {
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
                tokens: words.into_iter().map(|word| Token::new(document, word)).collect(),
            });
        }
    }
    found
}

/// The pairs of quotations that share a rarer word or one that means the same, and enough others, none inside the other.
pub fn candidates(spoken: &[Spoken]) -> BTreeSet<[usize; 2]> {
    let meanings: Vec<HashMap<Term, f64>> =
        spoken.iter().map(|one| one.tokens.iter().map(|token| (token.meaning, token.weight)).collect()).collect();
    let share_enough = |a: usize, b: usize| {
        let (few, many) = if meanings[a].len() <= meanings[b].len() { (a, b) } else { (b, a) };
        let shared = meanings[few].iter().filter(|(meaning, _)| meanings[many].contains_key(meaning));
        shared.map(|(_, weight)| weight).sum::<f64>() >= LEAST_SHARED_WEIGHT
    };
    let mut by_meaning: HashMap<Term, Vec<usize>> = HashMap::new();
    for (place, one) in spoken.iter().enumerate() {
        let rare = one.tokens.iter().filter(|token| token.content && token.weight >= LOOKED_UP_WEIGHT);
        for meaning in rare.map(|token| token.meaning).collect::<BTreeSet<Term>>() {
            by_meaning.entry(meaning).or_default().push(place);
        }
    }
    let mut pairs = BTreeSet::new();
    for places in by_meaning.values().filter(|places| places.len() <= MOST_QUOTATIONS) {
        for (at, &a) in places.iter().enumerate() {
            let others = places[at + 1..].iter().filter(|&&b| !spoken[a].is_nested_with(&spoken[b]));
            pairs.extend(others.map(|&b| [a, b]));
        }
    }
    pairs.retain(|&[a, b]| share_enough(a, b));
    pairs
}
