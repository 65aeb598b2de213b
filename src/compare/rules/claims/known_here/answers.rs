//! What another article tells that settles what one calls open: a cause, a date, a figure, or that it is done.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::{MOST_SHOWN, Missing, Open, trimmed};
use crate::compare::Context;
use crate::compare::rules::claims::phrases::BECAUSE;
use crate::extract::Value;
use crate::link::SentenceId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, TermMap, WordKind};

/// Words rarer than this say what a story is about, where both articles have them often.
const SUBJECT_BITS: f64 = 6.0;
/// What is open and what settles it must share so many bits …
const LEAST_SHARED_BITS: f64 = 18.0;
/// … in so many words.
const LEAST_SHARED_WORDS: usize = 2;
/// A word that both articles have so often says what the story is about.
const OFTEN: usize = 3;
/// A word in more sentences than this says too little to look them all up; that bounds the cost for many articles.
const MOST_SENTENCES: usize = 64;
/// A story that names more causes than this is not searched for one: each open question would look at all of them.
const MOST_CAUSES: usize = 512;
/// Articles on one event tell at least one thing alike.
pub const LEAST_PASSAGES: usize = 1;
/// Of a passage in more articles than this the first ones are looked at, which bounds the cost.
const MOST_ARTICLES: usize = 24;

/// Where the words of what is open stand, and where causes are named.
pub struct Postings {
    by_term: TermMap<Vec<SentenceId>>,
    causes: Vec<(SentenceId, usize)>,
    /// How many passages two articles have in common.
    pub passages: HashMap<[ArticleId; 2], usize>,
}

impl Postings {
    pub fn new(context: &Context, open: &[Open]) -> Self {
        let mut by_term: TermMap<Vec<SentenceId>> = TermMap::default();
        by_term.extend(open.iter().flat_map(|open| open.about.keys()).map(|&stem| (stem, Vec::new())));
        let wants_cause = open.iter().any(|open| open.missing == Missing::Cause);
        let mut postings = Self { by_term, causes: Vec::new(), passages: HashMap::new() };
        for (article, document) in context.documents.iter().enumerate() {
            for (index, word) in document.words.iter().enumerate() {
                let sentence = SentenceId { article: ArticleId(article), index: word.sentence() };
                if wants_cause && BECAUSE.at(document, index).is_some() {
                    postings.causes.push((sentence, index));
                }
                if let Some(sentences) = postings.by_term.get_mut(&word.stem)
                    && sentences.last() != Some(&sentence)
                {
                    sentences.push(sentence);
                }
            }
        }
        for passage in &context.links.passages {
            let articles: BTreeSet<ArticleId> = passage.sentences.iter().map(|sentence| sentence.article).collect();
            let some: Vec<ArticleId> = articles.into_iter().take(MOST_ARTICLES).collect();
            for (at, &one) in some.iter().enumerate() {
                for &other in &some[at + 1..] {
                    *postings.passages.entry(pair(one, other)).or_default() += 1;
                }
            }
        }
        postings
    }
}

/// Two articles, the earlier first.
pub fn pair(a: ArticleId, b: ArticleId) -> [ArticleId; 2] {
    [a.min(b), a.max(b)]
}

pub fn causes(context: &Context, postings: &Postings, open: &Open) -> Vec<Excerpt> {
    let here = &context.documents[open.sentence.article.0];
    let around = |index: usize| here.sentences.get(index).map(|sentence| sentence.words.clone());
    let near = [open.sentence.index.wrapping_sub(1), open.sentence.index, open.sentence.index + 1];
    let near: BTreeSet<Term> = near
        .into_iter()
        .filter_map(around)
        .flat_map(|words| here.words.get(words).unwrap_or_default().iter().map(|word| word.stem))
        .collect();
    let mut found = Vec::new();
    if postings.causes.len() > MOST_CAUSES {
        return found;
    }
    for &(sentence, at) in &postings.causes {
        let document = &context.documents[sentence.article.0];
        let all = document.sentences[sentence.index].words.clone();
        if is_open(document, all.clone()) {
            continue;
        }
        let often = |term: Term| {
            [open.sentence.article, sentence.article]
                .iter()
                .all(|article| context.stems()[article.0].get(&term).is_some_and(|count| *count >= OFTEN))
        };
        let start = all.start;
        let is_about = |word: usize| {
            let word = &document.words[word];
            word.kind == WordKind::Word
                && word.rarity() >= SUBJECT_BITS
                && near.contains(&word.stem)
                && often(word.stem)
        };
        if (start..at).any(is_about) {
            let end = (at..all.end).take(6).take_while(|it| document.words[*it].kind == WordKind::Word).last();
            let words = start.max(at.saturating_sub(MOST_SHOWN))..end.map_or(at + 1, |end| end + 1);
            found.push(Excerpt { article: sentence.article, span: document.span_of(trimmed(document, words)) });
        }
    }
    // Which one is shown must not depend on the order of the articles.
    found.sort_by_key(|&it| (context.words_of(it).to_owned(), it));
    found
}

/// Whether a sentence itself says that something is not known, not so, or only thought of.
fn is_open(document: &Document, words: Range<usize>) -> bool {
    const OPEN: [&str; 16] = [
        "not", "never", "no", "n't", "would", "could", "might", "may", "should", "if", "whether", "unclear", "unknown",
        "?", "yet", "possible",
    ];
    // “May” is a month.
    words.into_iter().any(|word| OPEN.contains(&document.folded(word)) && document.written(word) != "May")
}

pub fn sentences(context: &Context, postings: &Postings, open: &Open) -> Vec<Excerpt> {
    let mut shared: BTreeMap<SentenceId, (usize, f64)> = BTreeMap::new();
    for (term, bits) in &open.about {
        for &sentence in postings.by_term.get(term).filter(|all| all.len() <= MOST_SENTENCES).into_iter().flatten() {
            let (count, sum) = shared.entry(sentence).or_default();
            *count += 1;
            *sum += bits;
        }
    }
    let enough =
        |(_, (count, bits)): &(SentenceId, (usize, f64))| *count >= LEAST_SHARED_WORDS && *bits >= LEAST_SHARED_BITS;
    let mut found: Vec<_> = shared.into_iter().filter(enough).collect();
    let words = |it: SentenceId| {
        let document = &context.documents[it.article.0];
        document.sentences[it.index].span.of(&document.text)
    };
    found.sort_by(|a, b| b.1.1.total_cmp(&a.1.1).then_with(|| words(a.0).cmp(words(b.0))));
    found.into_iter().filter_map(|(sentence, _)| answer(context, open, sentence)).collect()
}

/// The words of a sentence that settle what is open.
fn answer(context: &Context, open: &Open, sentence: SentenceId) -> Option<Excerpt> {
    let document = &context.documents[sentence.article.0];
    let all = document.sentences[sentence.index].words.clone();
    if sentence == open.sentence || is_open(document, all.clone()) {
        return None;
    }
    let mentions = context.mentions[sentence.article.0].iter().filter(|mention| mention.sentence == sentence.index);
    let at = match open.missing {
        Missing::Cause => return None,
        Missing::Date => {
            mentions.filter(|it| matches!(it.value, Value::Date { .. })).map(|it| it.words.clone()).next()?
        }
        Missing::Figure => mentions.filter(|it| it.value.amount().is_some()).map(|it| it.words.clone()).next()?,
        Missing::Event => {
            // “allocation” is open here, “will be allocated” there.
            const BE: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
            let done = |word: &usize| {
                open.about.contains_key(&document.words[*word].stem)
                    && BE.contains(&document.folded(word.wrapping_sub(1)))
            };
            let verb = all.clone().find(done)?;
            verb..verb + 1
        }
    };
    let start = at.start.saturating_sub(MOST_SHOWN / 2).max(all.start);
    let end = (at.end + MOST_SHOWN / 2).min(all.end);
    let end = (at.end..end).find(|word| document.words[*word].kind == WordKind::Mark).unwrap_or(end);
    Some(Excerpt { article: sentence.article, span: document.span_of(start..end) })
}
