//! Passages → [`Fact`]s of kind statement: the clauses in which sentences of different articles say the same.

use std::collections::HashMap;

use super::terms::Terms;
use super::{Fact, FactKind, Passage, Reading, SentenceId};
use crate::read::{ArticleId, Excerpt};
use crate::segment::{Document, Term};
use crate::text::Span;

/// Passages less alike than this share a topic rather than a statement.
const LEAST_SIMILARITY: f64 = 0.5;
/// A clause belongs to the statement when it shares a term that tells at least so much.
const LEAST_WEIGHT: f64 = 0.25;

/// The statements that the passages show.
pub fn statements(documents: &[Document], terms: &Terms, passages: &[Passage]) -> Vec<Fact> {
    let alike = passages.iter().filter(|passage| passage.similarity >= LEAST_SIMILARITY);
    alike.filter_map(|passage| statement(documents, terms, passage)).collect()
}

fn statement(documents: &[Document], terms: &Terms, passage: &Passage) -> Option<Fact> {
    let words = |id: SentenceId| documents[id.article.0].sentences[id.index].words.clone();
    // Each term with the articles whose sentences have it.
    let mut told_by: HashMap<Term, Vec<ArticleId>> = HashMap::new();
    for &id in &passage.sentences {
        for at in terms.of(id.article, words(id)) {
            let articles = told_by.entry(at.term).or_default();
            if articles.last() != Some(&id.article) {
                articles.push(id.article);
            }
        }
    }
    let is_shared = |term: Term| told_by.get(&term).is_some_and(|articles| articles.len() > 1);
    let mut readings = Vec::new();
    for &id in &passage.sentences {
        let document = &documents[id.article.0];
        let telling = terms
            .of(id.article, words(id))
            .iter()
            .filter(|at| is_shared(at.term) && terms.weight(at.term) >= LEAST_WEIGHT)
            .map(|at| document.words[at.word()].clause());
        let (first, last) =
            telling.fold((usize::MAX, 0), |(first, last), clause| (first.min(clause), last.max(clause)));
        if first <= last {
            readings.push(Reading {
                excerpt: Excerpt { article: id.article, span: clauses(document, id, first, last) },
                mention: None,
            });
        }
    }
    readings.sort_unstable();
    readings.dedup();
    let fact = Fact {
        kind: FactKind::Statement,
        about: about(documents, &readings),
        readings,
        certainty: passage.similarity,
        strays: Vec::new(),
    };
    (fact.articles().len() > 1).then_some(fact)
}

/// The words of a sentence from clause `first` to clause `last`, marks at its ends left out.
fn clauses(document: &Document, id: SentenceId, first: usize, last: usize) -> Span {
    let is_inside = |word: &usize| (first..=last).contains(&document.words[*word].clause());
    let says = |word: &usize| document.folded(*word).starts_with(char::is_alphanumeric);
    let mut inside = document.sentences[id.index].words.clone().filter(is_inside).filter(says);
    match (inside.next(), inside.next_back()) {
        (Some(start), Some(end)) => document.span_of(start..end + 1),
        (Some(only), None) => document.words[only].span(),
        _ => document.sentences[id.index].span,
    }
}

/// The statement in its shortest wording.
fn about(documents: &[Document], readings: &[Reading]) -> String {
    let words = readings.iter().map(|reading| reading.excerpt.span.of(&documents[reading.excerpt.article.0].text));
    let shortest = words.min_by_key(|words| (words.len(), *words)).unwrap_or_default();
    shortest.split_whitespace().collect::<Vec<_>>().join(" ")
}
