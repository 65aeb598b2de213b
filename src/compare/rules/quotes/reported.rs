//! `quote/reported-otherwise`: what one article quotes and another one reports, stronger or weaker: “adequate progress” in
//! quotation marks here, significant progress there.

use std::collections::{HashMap, HashSet};

use super::places::grouped;
use crate::compare::readings::quoted;
use crate::compare::{Context, Discrepancy, DiscrepancyKind, Rule, Severity};
use crate::extract::Value;
use crate::link::{SentenceId, meaning};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Term, WordKind};
use crate::text::Classes;

/// The rule.
pub const RULE: Rule = Rule { id: "quote/reported-otherwise", check };

/// Words for how much of something there is, from little over enough to much. Written from general knowledge: adjectives
/// that any noun of progress, change or harm can take. Words that also name a sort (“minor injuries”, “major league”) are
/// left out.
const DEGREES: [&[&str]; 3] = [
    &["little", "slight", "modest", "limited", "marginal", "minimal", "meagre", "meager", "scant", "negligible"],
    &["adequate", "sufficient", "satisfactory", "moderate", "reasonable", "acceptable", "passable", "decent"],
    &[
        "significant",
        "substantial",
        "considerable",
        "great",
        "strong",
        "huge",
        "enormous",
        "massive",
        "dramatic",
        "tremendous",
        "vast",
        "remarkable",
        "immense",
        "profound",
        "outstanding",
        "extraordinary",
        "impressive",
        "excellent",
    ],
];
/// A noun of a passage has a handful of such adjectives; of one that very many have, only so many are compared.
const MOST_PLACES: usize = 40;
/// Words rarer than this say what a sentence is about: about 17,000 occurrences in the counted news.
const CONTENT_BITS: f64 = 11.0;
/// A report of what was quoted shares so many of them beside the noun.
const LEAST_SHARED: usize = 2;
/// A paraphrase may colour what was said without being wrong.
const CONFIDENCE: f64 = 0.7;

/// A word of degree and its noun.
struct Degree {
    place: SentenceId,
    excerpt: Excerpt,
    strength: usize,
    is_quoted: bool,
}

fn check(context: &Context) -> Vec<Discrepancy> {
    let counterparts = context.counterparts();
    let mut by_noun: HashMap<Term, Vec<Degree>> = HashMap::new();
    for article in 0..context.documents.len() {
        for (noun, degree) in degrees(context, ArticleId(article)) {
            by_noun.entry(noun).or_default().push(degree);
        }
    }
    let mut found: Vec<Vec<Excerpt>> = Vec::new();
    for same in by_noun.values() {
        for one in same.iter().filter(|one| one.is_quoted) {
            let others = same.iter().filter(|other| !other.is_quoted && other.strength != one.strength);
            let others = others.filter(|other| {
                counterparts.are(one.place, other.place) && share_more(context, [one, other], [one.place, other.place])
            });
            let others = others.take(MOST_PLACES);
            found.extend(others.map(|other| {
                let mut evidence = vec![one.excerpt, other.excerpt];
                evidence.sort_unstable();
                evidence
            }));
        }
    }
    found.sort_unstable();
    let groups = grouped(found.iter().map(Vec::as_slice));
    let mut entries = Vec::new();
    for members in groups {
        let mut evidence: Vec<Excerpt> = members.iter().flat_map(|&index| found[index].iter().copied()).collect();
        evidence.sort_unstable();
        evidence.dedup();
        entries.push(entry(context, evidence));
    }
    entries
}

/// The words of degree right before a noun in one article, with what the noun means.
fn degrees(context: &Context, article: ArticleId) -> Vec<(Term, Degree)> {
    let document = &context.documents[article.0];
    let quotes = context.mentions[article.0].iter().filter_map(|mention| match &mention.value {
        Value::Quote(quote) if quote.is_speech => Some(document.words_in(quote.words)),
        _ => None,
    });
    let quotes: Vec<_> = quotes.collect();
    let strength = |word: usize| DEGREES.iter().position(|degree| degree.contains(&document.folded(word)));
    let words = document.words.iter().enumerate().skip(1);
    words
        .filter(|(_, noun)| noun.kind == WordKind::Word && noun.classes().any(Classes::NOUN))
        .filter_map(|(index, noun)| {
            let strength = strength(index - 1)?;
            let place = SentenceId { article, index: noun.sentence() };
            let excerpt = Excerpt { article, span: document.span_of(index - 1..index + 1) };
            let is_quoted = quotes.iter().any(|words| words.contains(&index));
            Some((meaning(noun.stem), Degree { place, excerpt, strength, is_quoted }))
        })
        .collect()
}

/// Whether two sentences have words of content in common beside the noun.
fn share_more(context: &Context, degrees: [&Degree; 2], places: [SentenceId; 2]) -> bool {
    let [ours, theirs] = [0, 1].map(|side| {
        let document = &context.documents[places[side].article.0];
        let inside = document.words_in(degrees[side].excerpt.span);
        let words = document.sentences[places[side].index].words.clone().filter(|word| !inside.contains(word));
        let words = words.map(|word| &document.words[word]);
        let content = words.filter(|word| word.kind == WordKind::Word && word.rarity() >= CONTENT_BITS);
        content.map(|word| meaning(word.stem)).collect::<HashSet<Term>>()
    });
    ours.intersection(&theirs).count() >= LEAST_SHARED
}

fn entry(context: &Context, evidence: Vec<Excerpt>) -> Discrepancy {
    let readings = quoted(context, &evidence);
    Discrepancy {
        kind: DiscrepancyKind::Quote,
        rule: RULE.id,
        severity: Severity::Medium,
        confidence: CONFIDENCE,
        facts: Vec::new(),
        summary: format!("quoted in one strength, reported in another: {readings}"),
        explanation: format!(
            "One article quotes what another one tells in its own words, and the two do not say the same amount: {readings}. \
             Either the words are not the speaker's own, or the report makes more or less of them."
        ),
        evidence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::rules::cases::check;

    const QUOTED: &str =
        "Ferries\n\nThe owner, Ana Ruiz, spoke of “modest progress in the repair of the old harbour wall” on Monday.";

    #[test]
    fn a_report_that_makes_more_of_it_is_told() {
        check(
            &RULE,
            &[
                QUOTED,
                "Ferries\n\nAna Ruiz, the owner, said the repair of the old harbour wall had made great progress.",
            ],
            &[&["modest progress", "great progress"]],
        );
    }

    #[test]
    fn the_same_amount_in_other_words_is_left_alone() {
        check(
            &RULE,
            &[
                QUOTED,
                "Ferries\n\nAna Ruiz, the owner, said the repair of the old harbour wall had made slight progress.",
            ],
            &[],
        );
    }

    #[test]
    fn another_statement_is_left_alone() {
        check(&RULE, &[QUOTED, "Ferries\n\nIn Lisbon the tram made great progress up the hill."], &[]);
    }
}
