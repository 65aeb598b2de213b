//! What the sentences of a story have in common is weighed by terms: the meaning of a word, the entity that a name
//! refers to, or a normalised value. A term counts by how rare it is in English and how few sentences of the story
//! have it.

use std::collections::HashMap;
use std::ops::Range;

use super::thesaurus::meaning;
use super::values::value_key;
use super::{Entity, MentionId};
use crate::extract::{Mention, Value};
use crate::read::ArticleId;
use crate::segment::{Document, Shape, Term, Word, WordKind};
use crate::text::Classes;

/// Words rarer than this say what a sentence is about, whatever their class: about 17,000 occurrences in the counted
/// news. Commoner ones count only as nouns, verbs and adjectives.
const FUNCTION_WORD_BITS: f64 = 11.0;
/// Words commoner than this never say what a sentence is about (“said”, “new”, “people” lie just beyond).
const STOP_WORD_BITS: f64 = 8.3;
/// Rarity in bits from which a word counts fully; beyond it rarity says more about the counts than about the word.
const FULL_WEIGHT_BITS: f64 = 17.0;
/// A term in every sentence of an article still tells a little.
const LEAST_STORY_WEIGHT: f64 = 0.12;

/// What a term stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// The meaning of a word.
    Word,
    /// A person, organisation or place.
    Entity,
    /// A value, in one form for all its wordings.
    Value,
}

/// One place of a term.
#[derive(Clone, Copy, Debug)]
pub struct TermAt {
    /// Which term.
    pub term: Term,
    /// What it stands for.
    pub kind: TermKind,
    first: u32,
}

impl TermAt {
    /// The first word that carries it.
    pub const fn word(&self) -> usize {
        self.first as usize
    }
}

/// The terms of a whole story and their weights.
#[derive(Debug)]
pub struct Terms {
    /// By article: its terms in reading order.
    places: Vec<Vec<TermAt>>,
    /// What sharing a term tells, 0 to 1.
    weights: HashMap<Term, f64>,
}

impl Terms {
    /// Weighs the terms of all articles.
    pub fn new(documents: &[Document], mentions: &[Vec<Mention>], entities: &[Entity]) -> Self {
        let entity_terms = entity_terms(entities);
        let mut english: HashMap<Term, f64> = HashMap::new();
        let mut places = Vec::with_capacity(documents.len());
        for (article, document) in documents.iter().enumerate() {
            let mut carried: Vec<Option<Carried>> = document.words.iter().map(word_term).collect();
            for (index, mention) in mentions[article].iter().enumerate() {
                let id = MentionId { article: ArticleId(article), index };
                let whole = match mention.value {
                    Value::Name(_) => entity_terms.get(&id).map(|&term| (term, TermKind::Entity)),
                    _ => value_key(&mention.value).map(|key| (Term::of(&key), TermKind::Value)),
                };
                if let Some((term, kind)) = whole {
                    put(&mut carried, mention.words.clone(), Carried { term, kind, weight: 1.0 });
                }
            }
            let mut found = Vec::new();
            for (word, carried) in carried.into_iter().enumerate() {
                if let Some(Carried { term, kind, weight }) = carried {
                    // Of words that mean the same the commonest decides, wherever it stands.
                    english.entry(term).and_modify(|known| *known = known.min(weight)).or_insert(weight);
                    found.push(TermAt { term, kind, first: word as u32 });
                }
            }
            found.shrink_to_fit();
            places.push(found);
        }
        let weights = story_weights(documents, &places, english);
        Self { places, weights }
    }

    /// The terms of an article's `words`.
    pub fn of(&self, article: ArticleId, words: Range<usize>) -> &[TermAt] {
        let places = &self.places[article.0];
        let from = places.partition_point(|place| place.word() < words.start);
        let to = places.partition_point(|place| place.word() < words.end);
        &places[from..to.max(from)]
    }

    /// What sharing `term` tells, 0 to 1.
    pub fn weight(&self, term: Term) -> f64 {
        self.weights.get(&term).copied().unwrap_or_default()
    }
}

/// The term that stands for each name's entity.
fn entity_terms(entities: &[Entity]) -> HashMap<MentionId, Term> {
    let mut terms = HashMap::new();
    for entity in entities {
        let term = Term::of(&format!("entity {}", entity.name));
        terms.extend(entity.mentions.iter().map(|&mention| (mention, term)));
    }
    terms
}

/// The term that a word carries, and what sharing it tells going by English alone.
#[derive(Clone, Copy)]
struct Carried {
    term: Term,
    kind: TermKind,
    weight: f64,
}

/// Lets `whole` stand for all of `words`.
fn put(carried: &mut [Option<Carried>], words: Range<usize>, whole: Carried) {
    for (place, word) in words.enumerate() {
        carried[word] = (place == 0).then_some(whole);
    }
}

/// What a word tells of its sentence's matter: its meaning and, going by English alone, how much.
fn word_term(word: &Word) -> Option<Carried> {
    if word.kind != WordKind::Word {
        return None;
    }
    let bits = word.rarity();
    let content = Classes::NOUN | Classes::VERB | Classes::ADJECTIVE;
    let function =
        Classes::DETERMINER | Classes::PREPOSITION | Classes::CONJUNCTION | Classes::PRONOUN | Classes::AUXILIARY;
    let is_name = matches!(word.shape, Shape::Upper | Shape::Mixed);
    let tells = bits >= FUNCTION_WORD_BITS
        || (bits >= STOP_WORD_BITS && word.classes().any(content) && !word.classes().any(function))
        || (is_name && bits >= STOP_WORD_BITS);
    let weight = (bits / FULL_WEIGHT_BITS).min(1.0);
    tells.then(|| Carried { term: meaning(word.stem), kind: TermKind::Word, weight })
}

/// Lowers the weight of terms that many sentences of the story have.
fn story_weights(documents: &[Document], places: &[Vec<TermAt>], english: HashMap<Term, f64>) -> HashMap<Term, f64> {
    let mut sentences: HashMap<Term, usize> = HashMap::new();
    for (document, places) in documents.iter().zip(places) {
        let mut last: HashMap<Term, usize> = HashMap::new();
        for place in places {
            let sentence = document.words[place.word()].sentence();
            if last.insert(place.term, sentence) != Some(sentence) {
                *sentences.entry(place.term).or_default() += 1;
            }
        }
    }
    let articles = documents.len().max(1) as f64;
    let usual = documents.iter().map(|document| document.sentences.len()).sum::<usize>() as f64 / articles + 1.0;
    english
        .into_iter()
        .map(|(term, weight)| {
            // A fact that every article tells stands in as many sentences as there are articles: that is no damping.
            let each = (sentences.get(&term).map_or(1.0, |&count| count as f64) / articles).max(1.0);
            let story = ((usual / each).ln() / usual.ln()).clamp(LEAST_STORY_WEIGHT, 1.0);
            (term, weight * if story.is_nan() { 1.0 } else { story })
        })
        .collect()
}
