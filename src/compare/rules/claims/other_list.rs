//! `scope/other-list`: sentences that tell the same thing, each with a list that has an item in common with the other's
//! and one that the other lacks: “fraud, perjury and theft” against “perjury, theft and arson”.
//!
//! A shorter list that leaves something out is no finding; each must have what the other has not, and the article of
//! neither may tell it elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::link::SentenceId;
use crate::read::Excerpt;
use crate::segment::{Document, Term, WordKind};

/// The rule.
pub const RULE: Rule = Rule { id: "scope/other-list", check };

/// An item has at most so many words; what is longer is a clause.
const MOST_ITEM_WORDS: usize = 5;
/// Words rarer than this tell what an item is.
const TELLING_BITS: f64 = 8.0;
/// So many lists are compared in a passage, which bounds the cost for many articles.
const MOST_LISTS: usize = 16;
/// A guess: over news without annotation the rule reports too little to count what is right.
const CONFIDENCE: f64 = 0.6;

/// Items told one after the other.
struct List {
    sentence: SentenceId,
    words: Range<usize>,
    /// The telling words of each item.
    items: Vec<BTreeSet<Term>>,
    /// Whether the items are names: a list of names is seldom complete, and one thing has many names.
    of_names: bool,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let mut found: BTreeMap<[Excerpt; 2], Discrepancy> = BTreeMap::new();
    for passage in &context.links.passages {
        let mut lists: Vec<List> = Vec::new();
        for &sentence in &passage.sentences {
            let room = MOST_LISTS.saturating_sub(lists.len());
            lists.extend(lists_in(&context.documents[sentence.article.0], sentence).into_iter().take(room));
        }
        for (index, one) in lists.iter().enumerate() {
            for other in &lists[index + 1..] {
                if one.sentence.article != other.sentence.article && differ(context, one, other) {
                    let mut pair = [one, other].map(|list| {
                        let document = &context.documents[list.sentence.article.0];
                        Excerpt { article: list.sentence.article, span: document.span_of(list.words.clone()) }
                    });
                    pair.sort_unstable();
                    found.entry(pair).or_insert_with(|| entry(context, pair));
                }
            }
        }
    }
    found.into_values().collect()
}

/// The lists of three items and more in a sentence: “a, b and c”, “a, b, c, and d”.
fn lists_in(document: &Document, sentence: SentenceId) -> Vec<List> {
    let all = document.sentences[sentence.index].words.clone();
    let is_and = |word: usize| matches!(document.folded(word), "and" | "or");
    let is_comma = |word: usize| document.folded(word) == ",";
    let mut lists = Vec::new();
    for and in all.clone().filter(|&word| is_and(word)) {
        let mut end = and + 1;
        while end < all.end
            && end - and <= MOST_ITEM_WORDS
            && is_item_word(document, end)
            && !matches!(document.folded(end), "on" | "in" | "into" | "against")
        {
            end += 1;
        }
        let last = and + 1..end;
        let mut items = Vec::from([last]);
        let mut right = if and > all.start && is_comma(and - 1) { and - 1 } else { and };
        // From the last item to the first: each begins after a comma, the first where no item can go on.
        loop {
            let mut left = right;
            while left > all.start && right - left < MOST_ITEM_WORDS && is_item_word(document, left - 1) {
                left -= 1;
            }
            if left == right {
                break;
            }
            items.push(left..right);
            if left > all.start && is_comma(left - 1) {
                right = left - 1;
            } else {
                break;
            }
        }
        // The first item follows on a verb: “pleaded guilty to forgery”.
        if let Some(first) = items.last_mut() {
            let begins =
                |word: &usize| matches!(document.folded(*word), "to" | "of" | "on" | "in" | "into" | "against");
            if let Some(before) = first.clone().rev().find(begins) {
                first.start = before + 1;
            }
        }
        let start = items.last().map_or(and, |item| item.start);
        let is_name = |word: usize| document.written(word).starts_with(char::is_uppercase);
        let of_names = items.iter().filter(|item| (*item).clone().any(is_name)).count() * 2 > items.len();
        let items: Vec<BTreeSet<Term>> = items.into_iter().map(|item| telling(document, item)).collect();
        if items.len() >= 3 && items.iter().all(|item| !item.is_empty()) {
            lists.push(List { sentence, words: start..end, items, of_names });
        }
    }
    lists
}

/// Whether a word may stand in an item: no mark, no figure, and none of the small words that begin a clause.
fn is_item_word(document: &Document, word: usize) -> bool {
    const CLAUSE: [&str; 34] = [
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "whom",
        "where",
        "when",
        "while",
        "as",
        "because",
        "after",
        "before",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "he",
        "she",
        "they",
        "it",
        "said",
        "for",
        "by",
        "with",
        "from",
        "including",
        "at",
    ];
    document.words[word].kind == WordKind::Word && !CLAUSE.contains(&document.folded(word))
}

fn telling(document: &Document, words: Range<usize>) -> BTreeSet<Term> {
    words.map(|word| &document.words[word]).filter(|word| word.rarity() >= TELLING_BITS).map(|word| word.stem).collect()
}

/// Whether two lists share an item, and each has one that nothing in the other's article tells.
fn differ(context: &Context, one: &List, other: &List) -> bool {
    let shares = |item: &BTreeSet<Term>, list: &List| list.items.iter().any(|other| !item.is_disjoint(other));
    let lacks = |list: &List, other: &List| {
        let told = &context.stems()[other.sentence.article.0];
        list.items.iter().any(|item| !item.iter().any(|stem| told.contains_key(stem)))
    };
    let of_names = one.of_names || other.of_names;
    !of_names && one.items.iter().any(|item| shares(item, other)) && lacks(one, other) && lacks(other, one)
}

fn entry(context: &Context, evidence: [Excerpt; 2]) -> Discrepancy {
    let quoted = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Scope,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("lists that differ: {quoted}"),
        explanation: format!(
            "{} list what reads as the same things: {quoted}. Each names something that the other's article does not tell.",
            context.sigla(&evidence)
        ),
        evidence: evidence.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check;

    #[test]
    fn lists_that_each_have_what_the_other_lacks_are_told() {
        check(
            &RULE,
            &[
                "Harbour director Ilse Tamberg pleaded guilty to forgery, perjury and smuggling on Monday.",
                "Harbour director Ilse Tamberg pleaded guilty to bribery, forgery and perjury on Monday.",
            ],
            &[&["forgery, perjury and smuggling", "bribery, forgery and perjury"]],
        );
    }

    #[test]
    fn a_list_that_only_leaves_something_out_is_not() {
        check(
            &RULE,
            &[
                "Harbour director Ilse Tamberg pleaded guilty to forgery, perjury, bribery and smuggling on Monday.",
                "Harbour director Ilse Tamberg pleaded guilty to bribery, forgery and perjury on Monday.",
            ],
            &[],
        );
    }

    #[test]
    fn lists_of_names_are_not() {
        check(
            &RULE,
            &[
                "Ministers from Norway, Denmark and Estonia signed the Tarro ferry treaty on Monday.",
                "Ministers from Sweden, Denmark and Norway signed the Tarro ferry treaty on Monday.",
            ],
            &[],
        );
    }
}
