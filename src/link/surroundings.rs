//! What a value is about: the terms around it, nearer ones counting more.

use std::collections::HashMap;

use super::terms::Terms;
use crate::extract::Mention;
use crate::read::ArticleId;
use crate::segment::{Document, Term, Word};

/// At this distance in words a term counts half.
const HALF_WORDS: f64 = 6.0;
/// A term in another clause of the sentence counts so much of what it would in the value's own.
const OTHER_CLAUSE: f64 = 0.5;

/// So many terms on each side stand around a value; what is further off in a list or table counts next to nothing, and a
/// page of values would each have all others around it.
const MOST_TERMS: usize = 32;

/// Terms near a value, each once with its weight, by term.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    terms: Vec<(Term, f64)>,
    weight: f64,
}

impl Surroundings {
    /// Those of one mention.
    pub fn of(document: &Document, terms: &Terms, article: ArticleId, mention: &Mention) -> Self {
        let Some(sentence) = document.sentences.get(mention.sentence) else {
            return Self::default();
        };
        let clause = document.words.get(mention.words.start).map_or(0, Word::clause);
        let before = terms.of(article, sentence.words.start..mention.words.start).iter().rev().take(MOST_TERMS);
        let after = terms.of(article, mention.words.end..sentence.words.end).iter().take(MOST_TERMS);
        let near = before.rev().chain(after).map(|at| {
            let far = if at.word() < mention.words.start {
                mention.words.start - at.word()
            } else {
                at.word() + 1 - mention.words.end
            };
            let clause = if document.words[at.word()].clause() == clause { 1.0 } else { OTHER_CLAUSE };
            (at.term, terms.weight(at.term) * clause * HALF_WORDS / (HALF_WORDS + far as f64))
        });
        Self::collect(near)
    }

    fn collect(near: impl Iterator<Item = (Term, f64)>) -> Self {
        let mut best: HashMap<Term, f64> = HashMap::new();
        for (term, weight) in near {
            let best = best.entry(term).or_default();
            *best = best.max(weight);
        }
        let mut terms: Vec<_> = best.into_iter().collect();
        terms.sort_by_key(|entry| entry.0);
        let weight = terms.iter().map(|entry| entry.1).sum();
        Self { terms, weight }
    }

    /// The terms that both have, with the weight that both give them.
    pub fn shared<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = (Term, f64)> + 's {
        self.terms.iter().filter_map(|&(term, weight)| {
            let place = other.terms.binary_search_by_key(&term, |entry| entry.0).ok()?;
            Some((term, weight.min(other.terms[place].1)))
        })
    }

    /// How alike they are, 0 to 1: shared weight as a part of the geometric mean of both.
    pub fn similarity(&self, other: &Self) -> f64 {
        let whole = (self.weight * other.weight).sqrt();
        if whole > 0.0 { (self.shared(other).map(|entry| entry.1).sum::<f64>() / whole).min(1.0) } else { 0.0 }
    }
}
