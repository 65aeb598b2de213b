//! Names of several words that stand in lower case: “the concerned harbor bank group” for a body whose name that is.

use std::collections::HashMap;
use std::ops::Range;

use crate::compare::Context;
use crate::extract::gazetteer::{self, Sorts};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Shape, Term, Word, WordKind};
use crate::text::Classes;

/// The places where a name of several words stands in lower case, with the entity's index.
pub fn in_lower_case(context: &Context) -> Vec<(usize, Excerpt)> {
    let mut names: HashMap<Term, Vec<(Vec<Term>, usize)>> = HashMap::new();
    for (index, entity) in context.links.entities.iter().enumerate() {
        // Told once, a capital may be the slip.
        if entity.mentions.len() < 2 {
            continue;
        }
        for &mention in &entity.mentions {
            let document = &context.documents[mention.article.0];
            let mention_words = context.mentions[mention.article.0][mention.index].words.clone();
            let all = &document.words[mention_words.clone()];
            // One word at least that is never a common word in small letters, or a body that is never so called.
            let telling = all.iter().any(|word| !word.is_known() || is_name(word)) || is_body(document, mention_words);
            if all.len() > 1 && telling && all.iter().all(|word| word.kind == WordKind::Word) {
                let terms: Vec<Term> = all.iter().map(|word| word.term).collect();
                let known = names.entry(terms[0]).or_default();
                if !known.iter().any(|(other, _)| *other == terms) {
                    known.push((terms, index));
                }
            }
        }
    }
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        for start in 0..document.words.len() {
            for (terms, entity) in names.get(&document.words[start].term).into_iter().flatten() {
                let range = start..start + terms.len();
                let Some(here) = document.words.get(range.clone()) else { continue };
                let lower = |(word, term): (&Word, &Term)| word.shape == Shape::Lower && word.term == *term;
                let told_of_many =
                    matches!(start.checked_sub(1).map_or("", |before| document.folded(before)), "a" | "an");
                if !told_of_many && here.iter().zip(terms).all(lower) && here[1..].iter().all(|word| !word.glued) {
                    found.push((*entity, Excerpt { article: ArticleId(article), span: document.span_of(range) }));
                }
            }
        }
    }
    found
}

/// Whether a word is hardly ever written small.
fn is_name(word: &Word) -> bool {
    word.entry.capital_share() > 0.9 && !word.classes().any(Classes::ADJECTIVE | Classes::VERB)
}

/// What bodies of state are: many papers write “the supreme court” and “the justice department”. From general knowledge.
const OF_STATE: [&str; 24] = [
    "department",
    "ministry",
    "committee",
    "council",
    "court",
    "senate",
    "police",
    "office",
    "army",
    "party",
    "parliament",
    "board",
    "bank",
    "commission",
    "government",
    "legislature",
    "assembly",
    "guard",
    "force",
    "forces",
    "navy",
    "service",
    "agency",
    "congress",
];

/// Whether the lists know the name and its last word says nothing of what it is: “United Nations”, but not “Justice
/// Department”, which some write small.
fn is_body(document: &Document, words: Range<usize>) -> bool {
    let whole = gazetteer::sorts(Term::of(&gazetteer::key(document.span_of(words.clone()).of(&document.text))));
    let last = document.folded(words.end.saturating_sub(1));
    whole.any(Sorts::INSTITUTION | Sorts::COUNTRY) && !OF_STATE.contains(&last)
}

/// The places where two words in lower case follow each other that are hardly ever written so: a first name and a surname.
pub fn people_in_lower_case(context: &Context) -> Vec<Excerpt> {
    let mut found = Vec::new();
    for (article, document) in context.documents.iter().enumerate() {
        let never_small = |index: usize| {
            let word = &document.words[index];
            word.kind == WordKind::Word
                && word.shape == Shape::Lower
                && word.entry.capital_share() >= NEVER_SMALL
                && word.entry.count() >= COUNTED
                && !word.classes().any(Classes::ADJECTIVE | Classes::VERB)
        };
        let plain = |index: Option<usize>| {
            index
                .and_then(|index| document.words.get(index))
                .is_none_or(|word| word.kind != WordKind::Mark || !word.glued)
        };
        for index in 1..document.words.len() {
            let first = index - 1;
            let given = gazetteer::sorts(document.words[first].term).any(Sorts::GIVEN);
            let apart = !document.words[index].glued && !document.words[first].glued;
            let joined = document.folded(index + 1) == "-" || !plain(first.checked_sub(1));
            if given && apart && !joined && never_small(first) && never_small(index) {
                found.push(Excerpt { article: ArticleId(article), span: document.span_of(first..index + 1) });
            }
        }
    }
    found
}

/// The share of its places where a word has a capital: addresses and slips make up the rest.
const NEVER_SMALL: f64 = 0.97;
/// Of a word counted less often the share says little.
const COUNTED: f64 = 60.0;
