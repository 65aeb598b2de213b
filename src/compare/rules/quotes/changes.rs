//! Quotations of one utterance in different words, pair by pair: quotations that share rare words are aligned, and what
//! changes what is said is kept.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::compare::Context;
use crate::compare::counterparts::Counterparts;
use crate::compare::near_words::nearest;
use crate::compare::written::Written;
use crate::cores;
use crate::extract::Value;
use crate::link::SentenceId;
use crate::link::wording::{Alignment, Edit, EditKind, Wording, quoted_words, same_utterance};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Term, TermMap, WordKind};

/// Quotations are looked up by words rarer than this: about 9,000 occurrences in the counted news.
const LOOKED_UP_BITS: f64 = 12.0;
/// A word that more quotations than this have finds no partners: it would find all of them.
const MOST_QUOTES: usize = 40;
/// Two quotations share at least so many words, or stand in matching sentences, before a difference counts.
const LEAST_SHARED_WORDS: usize = 5;
/// … and so many bits, about three rare words and a few common ones.
const LEAST_SHARED_BITS: f64 = 45.0;
/// What matching sentences need to share less.
const LEAST_SHARED_BITS_IN_PASSAGE: f64 = 25.0;
/// Changed words may be at most this part of the shared ones; more is another utterance.
const MOST_CHANGED_PART: f64 = 0.34;
/// … except in sentences that tell the same thing.
const MOST_CHANGED_PART_IN_PASSAGE: f64 = 0.5;
/// One article that quotes a speaker twice may quote two utterances: it must share more.
const LEAST_SHARED_WORDS_IN_ONE: usize = 7;
/// … and change less.
const MOST_CHANGED_PART_IN_ONE: f64 = 0.25;
/// A quotation of at most so many words is shown whole.
const SHORT_QUOTE_WORDS: usize = 16;
/// Words shown around a change in a longer one.
const AROUND_WORDS: usize = 5;
/// Fewer pairs are aligned before threads for it are started.
const FEW_PAIRS: usize = 64;

/// Where one utterance is told in different words.
#[derive(Debug)]
pub struct Change {
    /// What was done to the words, by the gravest change.
    pub kind: EditKind,
    /// Sorted, one or more an article.
    pub evidence: Vec<Excerpt>,
    /// The changed words in two of the places.
    pub told: [String; 2],
}

impl Change {
    /// Those of all quotations of a story, pair by pair.
    pub fn all(context: &Context) -> Vec<Self> {
        let said = said(context);
        let pairs: Vec<[usize; 2]> = candidates(context, &said).into_iter().collect();
        let mut found = cores::shares(pairs.len(), FEW_PAIRS, |places| {
            let changed = pairs[places].iter().filter_map(|&pair| {
                let [a, b] = pair.map(|place| &said[place]);
                // An alignment can depend on which comes first, so the words decide and not the order of the articles.
                let (a, b) = if a.wording.folded().le(b.wording.folded()) { (a, b) } else { (b, a) };
                changed(context, a, b)
            });
            changed.collect()
        });
        let counterparts = context.counterparts();
        let written = context.written();
        found.extend(said.iter().filter_map(|said| damaged_alone(context, counterparts, written, said)));
        found
    }
}

/// A quotation as it is compared.
struct Said<'c> {
    article: ArticleId,
    sentence: usize,
    /// Indices of its words that count.
    words: Vec<usize>,
    /// These words as they are compared.
    wording: Wording<'c>,
    /// All of its words.
    all: Range<usize>,
}

fn said<'c>(context: &Context<'c>) -> Vec<Said<'c>> {
    let mut said = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        for mention in &context.mentions[article] {
            if let Value::Quote(quote) = &mention.value {
                let words = quoted_words(document, quote.words);
                let wording = Wording::new(document, &words);
                let sentence = mention.sentence;
                said.push(Said { article: ArticleId(article), sentence, words, wording, all: mention.words.clone() });
            }
        }
    }
    said
}

/// The pairs of quotations that share a rare word, none inside the other.
fn candidates(context: &Context, said: &[Said]) -> BTreeSet<[usize; 2]> {
    let mut by_word: TermMap<Vec<usize>> = TermMap::default();
    for (index, one) in said.iter().enumerate() {
        let document = &context.documents[one.article.0];
        let rare: BTreeSet<Term> = one
            .words
            .iter()
            .map(|&word| &document.words[word])
            .filter(|word| word.kind == WordKind::Word && word.rarity() >= LOOKED_UP_BITS)
            .map(|word| word.stem)
            .collect();
        for term in rare {
            by_word.entry(term).or_default().push(index);
        }
    }
    let mut pairs = BTreeSet::new();
    for indices in by_word.values().filter(|indices| indices.len() <= MOST_QUOTES) {
        for (place, &a) in indices.iter().enumerate() {
            for &b in &indices[place + 1..] {
                let (one, other) = (&said[a], &said[b]);
                let nested =
                    one.article == other.article && one.all.start < other.all.end && other.all.start < one.all.end;
                if !nested {
                    pairs.insert([a, b]);
                }
            }
        }
    }
    pairs
}

/// The difference between two quotations of one utterance, if it changes what is said.
fn changed(context: &Context, a: &Said, b: &Said) -> Option<Change> {
    let alignment = same_utterance(&a.wording, &b.wording)?;
    let place = |said: &Said| SentenceId { article: said.article, index: said.sentence };
    let in_passage = context.counterparts().are(place(a), place(b));
    let least_bits = if in_passage { LEAST_SHARED_BITS_IN_PASSAGE } else { LEAST_SHARED_BITS };
    let in_one = a.article == b.article;
    let (least_words, most_changed) = match (in_one, in_passage) {
        (true, _) => (LEAST_SHARED_WORDS_IN_ONE, MOST_CHANGED_PART_IN_ONE),
        (false, true) => (LEAST_SHARED_WORDS - 1, MOST_CHANGED_PART_IN_PASSAGE),
        (false, false) => (LEAST_SHARED_WORDS, MOST_CHANGED_PART),
    };
    if alignment.shared_bits < least_bits || alignment.shared_words < least_words {
        return None;
    }
    let edits = alignment.edits.iter();
    let mut edits: Vec<&Edit> = edits.filter(|edit| is_weighty(context, edit, &alignment, a, b)).collect();
    if edits.is_empty() {
        edits = alignment.edits.iter().filter(|edit| is_slight(a, b, edit)).collect();
    }
    let kind = edits.iter().map(|edit| edit.kind).max()?;
    let changed_words: usize =
        edits.iter().filter(|edit| edit.kind != EditKind::Parting).map(|edit| edit.a.len().max(edit.b.len())).sum();
    if changed_words as f64 > most_changed * alignment.shared_words as f64 {
        return None;
    }
    let worst = edits.iter().find(|edit| edit.kind == kind)?;
    let mut evidence = vec![
        around(context, a, edits.iter().map(|edit| edit.a.clone())),
        around(context, b, edits.iter().map(|edit| edit.b.clone())),
    ];
    evidence.sort_unstable();
    let told = [words_of(a, &worst.a), words_of(b, &worst.b)];
    Some(Change { kind, evidence, told })
}

fn words_of(said: &Said, words: &Range<usize>) -> String {
    let words = said.wording.tokens.get(words.clone()).unwrap_or_default();
    words.iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

/// Whether an edit changes what is said. Two that part say different things only inside one sentence; behind a full
/// stop each goes on with what it likes.
fn is_weighty(context: &Context, edit: &Edit, alignment: &Alignment, a: &Said, b: &Said) -> bool {
    match edit.kind {
        EditKind::Content | EditKind::Damaged => true,
        EditKind::Parting => {
            const LEAST_COMMON_WORDS: usize = 6;
            let at_end = edit.a.start >= alignment.a.end;
            at_end
                && alignment.shared_words >= LEAST_COMMON_WORDS
                && goes_on_in_sentence(context, a, edit.a.start)
                && goes_on_in_sentence(context, b, edit.b.start)
        }
        _ => false,
    }
}

/// Whether an edit changes a word that carries grammar alone. “And” comes and goes with the full stop before it.
fn is_slight(a: &Said, b: &Said, edit: &Edit) -> bool {
    let words = [words_of(a, &edit.a), words_of(b, &edit.b)];
    edit.kind == EditKind::Function && !words.iter().all(|words| matches!(words.as_str(), "" | "and"))
}

/// Whether word number `place` of a quotation follows the one before it in the same clause.
fn goes_on_in_sentence(context: &Context, said: &Said, place: usize) -> bool {
    let document = &context.documents[said.article.0];
    let (Some(&before), Some(&word)) =
        (place.checked_sub(1).and_then(|place| said.words.get(place)), said.words.get(place))
    else {
        return false;
    };
    document.words[before].sentence() == document.words[word].sentence() && word == before + 1
}

/// A short quotation whole; of a longer one the words around what was changed.
fn around(context: &Context, said: &Said, edits: impl Iterator<Item = Range<usize>>) -> Excerpt {
    let document = &context.documents[said.article.0];
    if said.words.len() <= SHORT_QUOTE_WORDS {
        return Excerpt { article: said.article, span: document.span_of(said.all.clone()) };
    }
    let mut shown: Option<Range<usize>> = None;
    for edit in edits {
        let from = edit.start.saturating_sub(AROUND_WORDS);
        let end = (edit.end + AROUND_WORDS).min(said.words.len()).min(edit.start + 3 * AROUND_WORDS);
        shown = Some(match shown {
            // Changes far apart: the first is shown.
            Some(before) if from > before.end => before,
            Some(before) => before.start..end.max(before.end),
            None => from..end,
        });
    }
    let shown = shown.unwrap_or(0..said.words.len());
    let first = said.words.get(shown.start).copied().unwrap_or(said.all.start);
    let last = said.words.get(shown.end.saturating_sub(1)).map_or(said.all.end, |last| last + 1);
    Excerpt { article: said.article, span: document.span_of(first..last.max(first + 1)) }
}

/// A quotation of a word or two that is no word, beside the sound word in what other articles tell.
fn damaged_alone(context: &Context, counterparts: &Counterparts, written: &Written, said: &Said) -> Option<Change> {
    const MOST_WORDS: usize = 3;
    if said.words.len() > MOST_WORDS {
        return None;
    }
    let document = &context.documents[said.article.0];
    let is_no_word = |&&index: &&usize| {
        let word = &document.words[index];
        word.kind == WordKind::Word && !word.entry.in_dictionary() && written.by_one_article(word.term).is_some()
    };
    let damaged = *said.words.iter().find(is_no_word)?;
    let sentence = SentenceId { article: said.article, index: document.words[damaged].sentence() };
    let sound = nearest(context, document.folded(damaged), &counterparts.of(sentence))?;
    let mut evidence = vec![Excerpt { article: said.article, span: document.span_of(said.all.clone()) }, sound.excerpt];
    evidence.sort_unstable();
    Some(Change { kind: EditKind::Damaged, evidence, told: [document.folded(damaged).to_owned(), sound.folded] })
}
