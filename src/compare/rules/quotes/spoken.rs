//! The quotations of a story that are speech, with who speaks, and which of them may give one utterance: an index over their
//! rarer words gives the pairs.

use std::ops::Range;

use super::loose::Token;
use super::voices::Voice;
use crate::compare::Context;
use crate::extract::{Mention, Value};
use crate::link::wording::{Wording, quoted_words};
use crate::link::{MentionId, SentenceId};
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
    /// Reads the quotations of a story once. Most have no partner; only those that have one are read word by word.
    pub fn new(context: &Context<'c>) -> Self {
        let heard = heard(context);
        let pairs = candidates(context, &heard);
        let mut paired: Vec<usize> = pairs.iter().flatten().copied().collect();
        paired.sort_unstable();
        paired.dedup();
        let quotations = paired.iter().filter_map(|&place| spoken(context, heard[place])).collect();
        let place = |heard: usize| paired.partition_point(|&other| other < heard);
        Self { quotations, pairs: pairs.into_iter().map(|pair| pair.map(place)).collect() }
    }

    /// The pairs that share a rarer word or one that means the same, and enough others, none inside the other; by place.
    pub fn pairs(&self) -> impl Iterator<Item = [&Spoken<'c>; 2]> {
        self.pairs.iter().map(|pair| pair.map(|place| &self.quotations[place]))
    }
}

/// The quotations that are speech, by article and place.
fn heard(context: &Context) -> Vec<MentionId> {
    let articles = context.mentions.iter().enumerate();
    let heard = articles.flat_map(|(article, mentions)| {
        let is_speech = |mention: &Mention| matches!(&mention.value, Value::Quote(quote) if quote.is_speech);
        let speech = mentions.iter().enumerate().filter(move |(_, mention)| is_speech(mention));
        speech.map(move |(index, _)| MentionId { article: ArticleId(article), index })
    });
    heard.collect()
}

fn spoken<'c>(context: &Context<'c>, id: MentionId) -> Option<Spoken<'c>> {
    let mention = &context.mentions[id.article.0][id.index];
    let Value::Quote(quote) = &mention.value else { return None };
    let document = &context.documents[id.article.0];
    let words = quoted_words(document, quote.words);
    Some(Spoken {
        article: id.article,
        sentence: mention.sentence,
        all: mention.words.clone(),
        voice: quote.speaker.and_then(|speaker| context.voices().of(id.article, speaker)),
        speaker: quote.speaker,
        tokens: words.iter().map(|&word| Token::new(document, word)).collect(),
        wording: Wording::new(document, &words),
    })
}

/// Pairs of places in `heard`.
fn candidates(context: &Context, heard: &[MentionId]) -> Vec<[usize; 2]> {
    let meanings: Vec<Vec<Meaning>> = heard.iter().map(|&id| meanings(context, id)).collect();
    let mut by_meaning: TermMap<Vec<usize>> = TermMap::default();
    for (place, meanings) in meanings.iter().enumerate() {
        for meaning in meanings.iter().filter(|meaning| meaning.finds) {
            by_meaning.entry(meaning.term).or_default().push(place);
        }
    }
    let mention = |place: usize| (heard[place].article, &context.mentions[heard[place].article.0][heard[place].index]);
    let is_nested = |a: usize, b: usize| {
        let ((article, one), (other_article, other)) = (mention(a), mention(b));
        article == other_article && one.words.start < other.words.end && other.words.start < one.words.end
    };
    let mut pairs = Vec::new();
    for places in by_meaning.values().filter(|places| places.len() <= MOST_QUOTATIONS) {
        for (at, &a) in places.iter().enumerate() {
            let others = places[at + 1..].iter().filter(|&&b| !is_nested(a, b));
            pairs.extend(others.map(|&b| [a, b]));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.retain(|&[a, b]| shared_weight(&meanings[a], &meanings[b]) >= LEAST_SHARED_WEIGHT);
    pairs
}

/// What a word of a quotation means.
#[derive(Clone, Copy, Debug)]
struct Meaning {
    term: Term,
    /// What sharing it tells.
    weight: f64,
    /// Whether partners are looked up by it.
    finds: bool,
}

/// What the words of a quotation mean, by number, each once.
fn meanings(context: &Context, id: MentionId) -> Vec<Meaning> {
    let document = &context.documents[id.article.0];
    let Value::Quote(quote) = &context.mentions[id.article.0][id.index].value else { return Vec::new() };
    let tokens = quoted_words(document, quote.words).into_iter().map(|word| Token::new(document, word));
    let mut meanings: Vec<Meaning> = tokens
        .map(|token| Meaning {
            term: token.meaning,
            weight: token.weight,
            finds: token.content && token.weight >= LOOKED_UP_WEIGHT,
        })
        .collect();
    // Of forms that weigh differently the last one counts; any may find.
    meanings.reverse();
    meanings.sort_by_key(|meaning| meaning.term);
    meanings.dedup_by(|next, kept| {
        let same = next.term == kept.term;
        kept.finds |= same && next.finds;
        same
    });
    meanings.shrink_to_fit();
    meanings
}

/// What two quotations share, weighed as the one that says less has it.
fn shared_weight(a: &[Meaning], b: &[Meaning]) -> f64 {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut rest = many.iter().peekable();
    let shared = few.iter().filter(|meaning| {
        while rest.next_if(|other| other.term < meaning.term).is_some() {}
        rest.peek().is_some_and(|other| other.term == meaning.term)
    });
    shared.map(|meaning| meaning.weight).sum()
}
