//! What one article tells with one value at one place, and what stands around it.

use std::collections::HashMap;

use crate::extract::{Mention, Value};
use crate::link::FactKind;
use crate::link::SentenceId;
use crate::link::roles::Roles;
use crate::link::surroundings::Surroundings;
use crate::link::terms::{TermKind, Terms};
use crate::link::thesaurus::meaning;
use crate::link::values::{specificity, value_key};
use crate::read::ArticleId;
use crate::segment::{Document, Term, WordKind, stem};
use crate::text::Classes;

/// Nouns that count people; news exchanges them freely.
const PEOPLE: [&str; 9] =
    ["person", "employee", "job", "position", "member", "passenger", "victim", "individual", "other"];

/// A value at one place of an article.
pub struct Telling<'m> {
    pub article: ArticleId,
    /// Index of its mention among the article's.
    pub mention: usize,
    pub sentence: SentenceId,
    pub kind: FactKind,
    pub value: &'m Value,
    /// See [`value_key`].
    pub key: Term,
    pub specificity: f64,
    /// The noun counted, by meaning.
    pub noun: Option<Term>,
    /// The nearest verb of its clause, by meaning.
    pub verb: Option<Term>,
    /// The nearest name of its clause or, where that has none, of its sentence.
    pub entity: Option<Term>,
    /// Whether it stands in running text and not in a headline, a dateline or a list.
    pub runs: bool,
    /// How many places of its article tell the same value.
    pub times: usize,
    pub roles: Roles,
    pub surroundings: Surroundings,
}

/// The tellings of one article, in reading order.
pub fn tellings<'m>(
    article: ArticleId,
    document: &Document,
    mentions: &'m [Mention],
    terms: &Terms,
) -> Vec<Telling<'m>> {
    let mut times: HashMap<Term, usize> = HashMap::new();
    for mention in mentions {
        if let Some(key) = value_key(&mention.value) {
            *times.entry(Term::of(&key)).or_default() += 1;
        }
    }
    let values = mentions.iter().enumerate().filter_map(|(index, mention)| {
        let (key, kind) = (Term::of(&value_key(&mention.value)?), FactKind::of(&mention.value)?);
        Some(Telling {
            article,
            mention: index,
            sentence: SentenceId { article, index: mention.sentence },
            kind,
            value: &mention.value,
            key,
            specificity: specificity(&mention.value),
            noun: noun(&mention.value),
            verb: verb(document, mention),
            entity: entity(document, terms, article, mention),
            runs: document.is_running_text(mention.span),
            times: times.get(&key).copied().unwrap_or(1),
            roles: Roles::of(document, mention),
            surroundings: Surroundings::of(document, terms, article, mention),
        })
    });
    values.collect()
}

/// The noun that a value counts, by meaning.
fn noun(value: &Value) -> Option<Term> {
    match value {
        Value::Number { of: Some(noun), .. } => {
            let noun = meaning(stem(noun));
            let counts_people = PEOPLE.iter().any(|people| meaning(stem(people)) == noun);
            Some(if counts_people { stem(PEOPLE[0]) } else { noun })
        }
        _ => None,
    }
}

/// How far a word is from a mention, in words.
fn distance(mention: &Mention, word: usize) -> usize {
    if word < mention.words.start { mention.words.start - word } else { (word + 1).saturating_sub(mention.words.end) }
}

fn verb(document: &Document, mention: &Mention) -> Option<Term> {
    let sentence = document.sentences.get(mention.sentence)?;
    let clause = document.words.get(mention.words.start)?.clause;
    let verbs = sentence.words.clone().filter(|&word| {
        let word = &document.words[word];
        word.clause == clause
            && word.kind == WordKind::Word
            && word.classes().any(Classes::VERB | Classes::PAST | Classes::PROGRESSIVE)
            && !word.classes().any(Classes::AUXILIARY | Classes::PREPOSITION | Classes::DETERMINER)
    });
    let nearest = verbs.min_by_key(|&word| (distance(mention, word), word))?;
    Some(meaning(document.words[nearest].stem))
}

fn entity(document: &Document, terms: &Terms, article: ArticleId, mention: &Mention) -> Option<Term> {
    let sentence = document.sentences.get(mention.sentence)?;
    let clause = document.words.get(mention.words.start)?.clause;
    let names = terms.of(article, sentence.words.clone()).iter().filter(|place| place.kind == TermKind::Entity);
    let nearest =
        names.min_by_key(|place| (document.words[place.word].clause != clause, distance(mention, place.word)))?;
    Some(nearest.term)
}
