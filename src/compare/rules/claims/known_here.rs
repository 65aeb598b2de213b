//! `polarity/known-here-unknown-there`: one article says that something is unknown or was not disclosed, another tells it.
//!
//! What is open is read off the words beside a phrase like “did not specify”, “has not been disclosed”, “is unknown”. What
//! would settle it depends on it: a cause, a date, a figure, or a sentence that says as done what is called open.

mod answers;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Value;
use crate::link::SentenceId;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};

use super::phrases::{OPEN_AFTER, OPEN_BEFORE};
use answers::{LEAST_PASSAGES, Postings, causes, pair, sentences};

/// The rule.
pub const RULE: Rule = Rule { id: "polarity/known-here-unknown-there", check };

/// Words rarer than this say what a sentence is about.
const TELLING_BITS: f64 = 8.0;
/// So many words of what is open or settles it are shown.
const MOST_SHOWN: usize = 12;
/// A guess: over news without annotation the rule reports too little to count what is right.
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

fn open_in(article: ArticleId, document: &Document) -> Vec<Open> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if !document.is_running_text(sentence.span) {
            continue;
        }
        let all = sentence.words.clone();
        for start in all.clone() {
            let after = OPEN_AFTER.at(document, start).map(|(count, ())| (count, false));
            let before = OPEN_BEFORE.at(document, start).map(|(count, ())| (count, true));
            if after.is_none() && before.is_none() {
                continue;
            }
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

/// What is open and what settles it elsewhere; `None` where nothing does or the article itself does.
fn settled(context: &Context, postings: &Postings, open: &Open) -> Option<(Excerpt, Excerpt)> {
    let answers = match open.missing {
        Missing::Cause => causes(context, postings, open),
        _ => sentences(context, postings, open),
    };
    if answers.iter().any(|it| it.article == open.sentence.article) || answers_itself(context, open) {
        return None;
    }
    let is_of_the_event =
        |it: &&Excerpt| postings.passages.get(&pair(it.article, open.sentence.article)) >= Some(&LEAST_PASSAGES);
    let answer = *answers.iter().find(is_of_the_event)?;
    let document = &context.documents[open.sentence.article.0];
    let words = open.words.start.max(open.words.end.saturating_sub(2 * MOST_SHOWN))..open.words.end;
    let words = words.start..words.end.min(words.start + 2 * MOST_SHOWN);
    let question = Excerpt { article: open.sentence.article, span: document.span_of(trimmed(document, words)) };
    Some((question, answer))
}

/// Whether the sentence that leaves a date or figure open goes on to tell one: “The notice gives no number; a spokesman puts
/// it at 1,500”.
fn answers_itself(context: &Context, open: &Open) -> bool {
    let article = open.sentence.article.0;
    let mentions = context.mentions[article].iter().filter(|mention| mention.sentence == open.sentence.index);
    let mut beside = mentions.filter(|mention| !open.words.contains(&mention.words.start));
    match open.missing {
        Missing::Date => beside.any(|mention| matches!(mention.value, Value::Date { .. })),
        Missing::Figure => beside.any(|mention| mention.value.amount().is_some()),
        Missing::Cause | Missing::Event => false,
    }
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

fn entry(context: &Context, evidence: Vec<Excerpt>) -> Discrepancy {
    let quoted = quoted(context, &evidence);
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
