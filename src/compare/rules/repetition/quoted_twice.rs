//! `repetition/quoted-twice`: the same few quoted words in two sentences running, about the same thing, as two drafts of
//! one sentence leave them. And a headline that stands twice with another figure in it.

use std::collections::HashMap;

use crate::compare::shown::shown;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Value;
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term, WordKind};
use crate::text::{Classes, Span};

/// The rule.
pub const RULE: Rule = Rule { id: "repetition/quoted-twice", check };

/// Quotations with fewer words are terms that a text may use again.
const LEAST_WORDS: usize = 2;
/// Longer ones are sentences of their own; `told-twice` sees them.
const MOST_WORDS: usize = 8;
/// Words before a quotation that say what it is said of.
const BEFORE_WORDS: usize = 4;
/// Words more common than this say nothing of what is told.
const TELLING_BITS: f64 = 12.0;
/// Headlines stand among the first lines.
const FIRST_LINES: usize = 6;
/// Shorter lines are like by chance.
const HEADLINE_WORDS: usize = 5;

fn check(context: &Context) -> Vec<Discrepancy> {
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        let article = ArticleId(article);
        found.extend(phrases(context, article, document).into_iter().map(|spans| {
            let words = |siglum: &str, words: &str| {
                (
                    format!("quoted twice: {siglum} “{words}”"),
                    format!(
                        "{siglum} has the same quoted words of the same thing in two sentences running. One of them is left \
                         over from an earlier wording."
                    ),
                )
            };
            entry(context, article, spans, words)
        }));
        found.extend(headline(document).map(|spans| {
            let words = |siglum: &str, words: &str| {
                (
                    format!("headline twice with another figure: {siglum} “{words}”"),
                    format!("{siglum} has its headline twice, alike but for a figure. Only one of the two can hold."),
                )
            };
            entry(context, article, spans, words)
        }));
    }
    found
}

/// The places of quoted words that the next sentence quotes again after a like word.
fn phrases(context: &Context, article: ArticleId, document: &Document) -> Vec<[Span; 2]> {
    let mut last: HashMap<Vec<Term>, (usize, usize, Span)> = HashMap::new();
    let mut found = Vec::new();
    let quotes = context.mentions[article.0].iter().filter(|mention| matches!(mention.value, Value::Quote(_)));
    for quote in quotes {
        let words = document.words_in(quote.span);
        let terms: Vec<Term> = words
            .clone()
            .filter(|&word| matches!(document.words[word].kind, WordKind::Word | WordKind::Figure))
            .map(|word| document.words[word].term)
            .collect();
        let Some(first) = document.words.get(words.start).filter(|_| (LEAST_WORDS..=MOST_WORDS).contains(&terms.len()))
        else {
            continue;
        };
        let again = last.insert(terms, (words.start, first.sentence(), quote.span));
        if let Some((start, sentence, span)) = again
            && sentence + 1 == first.sentence()
            && document.is_running_text(span) // a headline quotes what the text then tells
            && said_of_the_same(document, start, words.start)
        {
            found.push([span, quote.span]);
        }
    }
    found
}

/// Whether a telling verb before one quotation stands before the other, too.
fn said_of_the_same(document: &Document, one: usize, other: usize) -> bool {
    let telling = |start: usize| {
        (start.saturating_sub(BEFORE_WORDS)..start).filter(move |&place| {
            let word = &document.words[place];
            word.sentence() == document.words[start].sentence()
                && word.classes().any(Classes::VERB | Classes::PAST | Classes::PROGRESSIVE)
                && !word.classes().any(Classes::AUXILIARY)
                && word.rarity() >= TELLING_BITS
        })
    };
    telling(one).any(|place| telling(other).any(|again| document.words[place].stem == document.words[again].stem))
}

/// The first two lines of the article that are alike but for a figure.
fn headline(document: &Document) -> Option<[Span; 2]> {
    let lines = document.paragraphs.iter().take(FIRST_LINES).filter(|paragraph| paragraph.sentences.len() == 1);
    let mut seen: HashMap<Vec<Term>, (Vec<Term>, Span)> = HashMap::new();
    for paragraph in lines {
        let sentence = &document.sentences[paragraph.sentences.start];
        let of_kind = |kind: WordKind| -> Vec<Term> {
            let words = document.words[sentence.words.clone()].iter();
            words.filter(|word| word.kind == kind).map(|word| word.term).collect()
        };
        let (words, figures) = (of_kind(WordKind::Word), of_kind(WordKind::Figure));
        if words.len() < HEADLINE_WORDS || figures.is_empty() {
            continue;
        }
        match seen.get(&words) {
            Some((earlier, span)) if *earlier != figures => return Some([*span, sentence.span]),
            Some(_) => {}
            None => {
                seen.insert(words, (figures, sentence.span));
            }
        }
    }
    None
}

fn entry(
    context: &Context,
    article: ArticleId,
    spans: [Span; 2],
    words: impl Fn(&str, &str) -> (String, String),
) -> Discrepancy {
    let evidence = spans.map(|span| Excerpt { article, span });
    let (summary, explanation) = words(context.siglum(article), &shown(context, evidence[1]));
    Discrepancy {
        kind: DiscrepancyKind::Repetition,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: 0.8,
        facts: Vec::new(),
        summary,
        explanation,
        evidence: evidence.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases;

    #[test]
    fn quoted_words_in_two_sentences_running_are_told() {
        let text = "Rain on the coast\n\nThe mayor admitted “grave errors” on Monday. On Monday the mayor admitted “grave \
                    errors” in the harbour.";
        assert_eq!(cases::discrepancies(&RULE, &[text]).len(), 1);
    }

    #[test]
    fn a_headline_with_two_figures_is_told() {
        let text = "Storm closes the old harbour to 40 boats\n\nStorm closes the old harbour to 60 boats\n\nIt rained.";
        assert_eq!(cases::discrepancies(&RULE, &[text]).len(), 1);
    }

    #[test]
    fn terms_and_refrains_are_left_alone() {
        for text in [
            "Rain on the coast\n\nShe called it a “grave error” then. The mayor denies a “grave error” of the town.",
            "Rain on the coast\n\nThe mayor admitted “grave errors”. It rained. He later admitted “grave errors” again.",
            "Storm closes the old harbour to 40 boats\n\nStorm closes the old harbour to 40 boats\n\nIt rained.",
        ] {
            cases::check(&RULE, &[text], &[]);
        }
    }
}
