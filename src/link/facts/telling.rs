//! What one article says with one value about one thing, once or several times.

use std::collections::HashMap;

use crate::extract::{Mention, Value};
use crate::link::FactKind;
use crate::link::roles::Roles;
use crate::link::surroundings::Surroundings;
use crate::link::terms::Terms;
use crate::link::thesaurus::meaning;
use crate::link::values::{specificity, value_key};
use crate::read::ArticleId;
use crate::segment::{Document, Term, stem};

/// The headline and the sentences in which news tells what happened.
const LEAD_SENTENCES: usize = 4;
/// Nouns that count people; news exchanges them freely.
const PEOPLE: [&str; 9] =
    ["person", "employee", "job", "position", "member", "passenger", "victim", "individual", "other"];
/// Equal values of one article are one telling, whatever stands around them, when they are as specific as this.
const SPECIFIC: f64 = 0.6;
/// Less specific ones when their surroundings are as alike as this.
const ALIKE: f64 = 0.35;

/// What one article says with one value about one thing, once or several times.
pub struct Telling<'m> {
    pub article: ArticleId,
    /// Indices of its mentions among the article's, in reading order.
    pub mentions: Vec<usize>,
    /// Indices of the sentences of its mentions.
    pub sentences: Vec<usize>,
    pub kind: FactKind,
    /// What its first mention says.
    pub value: &'m Value,
    /// See [`value_key`].
    pub key: String,
    pub specificity: f64,
    /// The noun counted, by meaning.
    pub noun: Option<Term>,
    /// Whether a sentence has no other value of the kind, so that nothing else can take its place there.
    pub alone: bool,
    /// Whether it stands at the beginning of its article, where the event itself is told.
    pub leads: bool,
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
    let mut found: Vec<Telling> = Vec::new();
    let mut by_key: HashMap<String, Vec<usize>> = HashMap::new();
    let mut in_sentence: HashMap<(usize, FactKind), usize> = HashMap::new();
    for mention in mentions {
        if let Some(kind) = FactKind::of(&mention.value) {
            *in_sentence.entry((mention.sentence, kind)).or_default() += 1;
        }
    }
    for (index, mention) in mentions.iter().enumerate() {
        let (Some(key), Some(kind)) = (value_key(&mention.value), FactKind::of(&mention.value)) else { continue };
        let telling = Telling {
            article,
            mentions: vec![index],
            sentences: vec![mention.sentence],
            kind,
            value: &mention.value,
            specificity: specificity(&mention.value),
            noun: noun(&mention.value),
            alone: in_sentence.get(&(mention.sentence, kind)) == Some(&1),
            // A date there is as often the article's own as the event's.
            leads: mention.sentence < LEAD_SENTENCES && kind != FactKind::Date,
            roles: Roles::of(document, mention),
            surroundings: Surroundings::of(document, terms, article, mention),
            key,
        };
        let same = by_key.entry(telling.key.clone()).or_default();
        if let Some(&other) = same.iter().find(|&&other| found[other].is_told_again_by(&telling)) {
            found[other].add(telling);
        } else {
            same.push(found.len());
            found.push(telling);
        }
    }
    found
}

impl Telling<'_> {
    /// Whether `later`, an equal value of the same article, is about the same thing.
    fn is_told_again_by(&self, later: &Self) -> bool {
        if self.specificity >= SPECIFIC {
            return true;
        }
        let same_noun = self.noun.is_some() && self.noun == later.noun;
        let other_noun = self.noun.is_some() && later.noun.is_some() && !same_noun;
        !self.roles.clash(later.roles)
            && !other_noun
            && (same_noun || self.roles.meet(later.roles) || self.surroundings.similarity(&later.surroundings) >= ALIKE)
    }

    fn add(&mut self, later: Self) {
        self.mentions.extend(later.mentions);
        self.sentences.extend(later.sentences);
        self.surroundings = Surroundings::join([&self.surroundings, &later.surroundings].into_iter());
        self.noun = self.noun.or(later.noun);
        self.alone |= later.alone;
        if self.roles == Roles::default() {
            self.roles = later.roles;
        }
    }
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
