//! `polarity/known-here-unknown-there`: one article says that something is unknown or was not disclosed, another tells it.
//!
//! What is open is read off the words beside a phrase like “did not specify”, “has not been disclosed”, “is unknown”. What
//! would settle it depends on it: a cause, a date, a figure, or a sentence that says as done what is called open.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Value;
use crate::link::SentenceId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};

use super::phrases::{BECAUSE, OPEN_AFTER, OPEN_BEFORE};

/// The rule.
pub const RULE: Rule = Rule { id: "polarity/known-here-unknown-there", check };

/// Words rarer than this say what a sentence is about.
const TELLING_BITS: f64 = 8.0;
/// … and words rarer than this, where both articles have them often.
const SUBJECT_BITS: f64 = 6.0;
/// What is open and what settles it must share so many bits …
const LEAST_SHARED_BITS: f64 = 18.0;
/// … in so many words.
const LEAST_SHARED_WORDS: usize = 2;
/// A word that both articles have so often says what the story is about.
const OFTEN: usize = 3;
/// So many words of what is open or settles it are shown.
const MOST_SHOWN: usize = 12;
/// A word in more sentences than this says too little to look them all up; that bounds the cost for many articles.
const MOST_SENTENCES: usize = 64;
/// About the part of what the rule reports over real news that is right.
const CONFIDENCE: f64 = 0.7;

/// What would settle what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    Cause,
    Date,
    Figure,
    /// A sentence that says it as done.
    Event,
}

/// Something that an article says is not known.
struct Open {
    sentence: SentenceId,
    /// The phrase and what is open.
    words: Range<usize>,
    missing: Missing,
    /// What is open, in telling words.
    about: BTreeMap<Term, f64>,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let articles = context.documents.iter().enumerate();
    let open: Vec<Open> = articles.flat_map(|(article, document)| open_in(ArticleId(article), document)).collect();
    if open.is_empty() {
        return Vec::new();
    }
    let postings = Postings::new(context, &open);
    // All that one answer settles is one discrepancy.
    let mut found: BTreeMap<Excerpt, BTreeSet<Excerpt>> = BTreeMap::new();
    for open in &open {
        if let Some((question, answer)) = settled(context, &postings, open) {
            found.entry(answer).or_default().insert(question);
        }
    }
    let evidence = found.into_iter().map(|(answer, questions)| {
        let mut evidence: Vec<Excerpt> = questions.into_iter().chain([answer]).collect();
        evidence.sort_unstable();
        evidence.dedup_by_key(|it| it.article);
        evidence
    });
    evidence.map(|evidence| entry(context, evidence)).collect()
}

fn phrase_at(document: &Document, start: usize, phrases: &[&str]) -> Option<usize> {
    let is_at = |phrase: &&&str| phrase.split(' ').enumerate().all(|(it, word)| document.folded(start + it) == word);
    phrases.iter().find(is_at).map(|phrase| phrase.split(' ').count())
}

fn open_in(article: ArticleId, document: &Document) -> Vec<Open> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if !document.is_running_text(sentence.span) {
            continue;
        }
        let all = sentence.words.clone();
        for start in all.clone() {
            let after = phrase_at(document, start, &OPEN_AFTER).map(|count| (count, false));
            let before = phrase_at(document, start, &OPEN_BEFORE).map(|count| (count, true));
            let is_mark = |word: &usize| matches!(document.folded(*word), "," | ";" | ":" | "-" | "\"");
            // “The cause is unknown”, but “it is unclear when …”.
            let is_it = document.folded(start.wrapping_sub(1)) == "it";
            let words = match (before.filter(|_| is_it).or(after).or(before), is_it) {
                (Some((count, false)), false) => {
                    let first = (all.start..start).rev().find(is_mark).map_or(all.start, |mark| mark + 1);
                    first..start + count
                }
                (Some((count, _)), _) => {
                    let end = (start + count).min(all.end);
                    start..(end..all.end).find(is_mark).unwrap_or(all.end)
                }
                _ => continue,
            };
            let missing = missing(document, words.clone());
            let about = telling(document, words.clone());
            let sentence = SentenceId { article, index };
            found.push(Open { sentence, words, missing, about });
            break;
        }
    }
    found
}

fn missing(document: &Document, mut words: Range<usize>) -> Missing {
    let is_many = |word: usize| matches!(document.folded(word), "many" | "much");
    words
        .find_map(|word| match document.folded(word) {
            "cause" | "causes" => Some(Missing::Cause),
            "when" => Some(Missing::Date),
            "how" if is_many(word + 1) => Some(Missing::Figure),
            "number" | "amount" | "price" | "sum" | "cost" => Some(Missing::Figure),
            _ => None,
        })
        .unwrap_or(Missing::Event)
}

fn telling(document: &Document, words: Range<usize>) -> BTreeMap<Term, f64> {
    let words = document.words.get(words).unwrap_or_default().iter();
    words
        .filter(|word| word.kind == WordKind::Word && word.rarity() >= TELLING_BITS)
        .map(|word| (word.stem, word.rarity()))
        .collect()
}

/// Where the words of what is open stand, and where causes are named.
struct Postings {
    by_term: HashMap<Term, Vec<SentenceId>>,
    causes: Vec<(SentenceId, usize)>,
    /// How often each article has a word.
    counts: Vec<HashMap<Term, usize>>,
}

impl Postings {
    fn new(context: &Context, open: &[Open]) -> Self {
        let wanted: BTreeSet<Term> = open.iter().flat_map(|open| open.about.keys().copied()).collect();
        let wants_cause = open.iter().any(|open| open.missing == Missing::Cause);
        let mut postings = Self { by_term: HashMap::new(), causes: Vec::new(), counts: Vec::new() };
        for (article, document) in context.documents.iter().enumerate() {
            let mut counts: HashMap<Term, usize> = HashMap::new();
            for (index, word) in document.words.iter().enumerate() {
                let sentence = SentenceId { article: ArticleId(article), index: word.sentence };
                if wants_cause {
                    *counts.entry(word.stem).or_default() += 1;
                    if phrase_at(document, index, &BECAUSE).is_some() {
                        postings.causes.push((sentence, index));
                    }
                }
                if wanted.contains(&word.stem) {
                    let sentences = postings.by_term.entry(word.stem).or_default();
                    if sentences.last() != Some(&sentence) {
                        sentences.push(sentence);
                    }
                }
            }
            postings.counts.push(counts);
        }
        postings
    }
}

/// What is open and what settles it elsewhere; `None` where nothing does or the article itself does.
fn settled(context: &Context, postings: &Postings, open: &Open) -> Option<(Excerpt, Excerpt)> {
    let answers = match open.missing {
        Missing::Cause => causes(context, postings, open),
        _ => sentences(context, postings, open),
    };
    if answers.iter().any(|it| it.article == open.sentence.article) {
        return None;
    }
    let answer = *answers.first()?;
    let document = &context.documents[open.sentence.article.0];
    let words = open.words.start.max(open.words.end.saturating_sub(2 * MOST_SHOWN))..open.words.end;
    let words = words.start..words.end.min(words.start + 2 * MOST_SHOWN);
    let question = Excerpt { article: open.sentence.article, span: document.span_of(trimmed(document, words)) };
    Some((question, answer))
}

/// Without marks at the ends and without what ties it to what is before.
fn trimmed(document: &Document, words: Range<usize>) -> Range<usize> {
    let is_word = |word: &usize| document.words.get(*word).is_some_and(|word| word.kind == WordKind::Word);
    let end = words.clone().rev().find(is_word).map_or(words.end, |word| word + 1);
    let is_lead =
        |word: &usize| !is_word(word) || matches!(document.folded(*word), "although" | "but" | "and" | "though");
    let start = (words.start..end).find(|word| !is_lead(word)).unwrap_or(end);
    start..end
}

fn causes(context: &Context, postings: &Postings, open: &Open) -> Vec<Excerpt> {
    let here = &context.documents[open.sentence.article.0];
    let around = |index: usize| here.sentences.get(index).map(|sentence| sentence.words.clone());
    let near = [open.sentence.index.wrapping_sub(1), open.sentence.index, open.sentence.index + 1];
    let near: BTreeSet<Term> = near
        .into_iter()
        .filter_map(around)
        .flat_map(|words| here.words.get(words).unwrap_or_default().iter().map(|word| word.stem))
        .collect();
    let mut found = Vec::new();
    for &(sentence, at) in &postings.causes {
        let document = &context.documents[sentence.article.0];
        let all = document.sentences[sentence.index].words.clone();
        if is_open(document, all.clone()) {
            continue;
        }
        let often = |term: Term| {
            [open.sentence.article, sentence.article]
                .iter()
                .all(|article| postings.counts[article.0].get(&term).is_some_and(|count| *count >= OFTEN))
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

fn sentences(context: &Context, postings: &Postings, open: &Open) -> Vec<Excerpt> {
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

fn entry(context: &Context, evidence: Vec<Excerpt>) -> Discrepancy {
    let quoted: Vec<_> =
        evidence.iter().map(|&it| format!("{} “{}”", context.siglum(it.article), context.words_of(it))).collect();
    let quoted = quoted.join("; ");
    Discrepancy {
        kind: DiscrepancyKind::Polarity,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("open here, told there: {quoted}"),
        explanation: format!(
            "{} read differently on what is known: {quoted}. One says that it is not known, another tells it; one account may \
             be older.",
            context.sigla(&evidence)
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::discrepancies;

    fn check(one: &str, other: &str, expected: usize) {
        for texts in [[one, other], [other, one]] {
            assert_eq!(discrepancies(&RULE, &texts).len(), expected, "{texts:?}");
        }
    }

    #[test]
    fn what_is_open_here_and_told_there_is_found() {
        check(
            "The shipyard got a subsidy. The allocation of the subsidy to the shipyard docks has not been disclosed.",
            "Most of the subsidy will be allocated to the shipyard docks in Tarro.",
            1,
        );
        check(
            "The ferry sank. The ferry had left Tarro. Divers searched the ferry. The cause is unknown.",
            "The ferry sank because of a leak. The ferry had left Tarro. Divers searched the ferry.",
            1,
        );
        check(
            "The harbour did not say when the Aurora ferry subsidy begins.",
            "The Aurora ferry subsidy begins on May 4, 2021, the harbour said.",
            1,
        );
    }

    #[test]
    fn what_the_article_tells_itself_or_nobody_tells_is_not() {
        check(
            "The allocation of the subsidy to the shipyard docks has not been disclosed.",
            "The subsidy for the shipyard could be allocated to its docks.",
            0,
        );
        check(
            "The ferry sank. The ferry had left Tarro. Divers searched the ferry. The cause is unknown.",
            "Trade fell because of a strike. The ferry sank. The ferry had left. Divers searched the ferry.",
            0,
        );
        check(
            "The harbour did not say when the Aurora ferry subsidy begins. The Aurora ferry subsidy begins on May 4, 2021.",
            "The Aurora ferry subsidy begins on May 4, 2021, the harbour said.",
            0,
        );
    }
}
