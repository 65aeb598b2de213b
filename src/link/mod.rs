//! The mentions of all articles → [`Entity`]s, [`Fact`]s and [`Passage`]s: which mentions mean the same.
//!
//! Whether two readings of one thing *agree* is not asked here; that is for `compare`.

mod entities;
mod facts;
mod groups;
mod model;
mod pair_table;
mod passages;
mod quick;
mod roles;
mod statements;
mod surroundings;
mod terms;
mod thesaurus;
mod utterances;
mod values;
pub mod wording;

pub use groups::Groups;
pub use roles::Roles;
pub use thesaurus::meaning;
pub use values::specificity as value_specificity;

pub use entities::{NearWords, edits_between};

use crate::cores;
use crate::extract::{Mention, NameKind, Value};
use crate::read::{ArticleId, Excerpt};
use crate::segment::Document;

/// A story of fewer words is linked before a thread for it is started.
const FEW_WORDS: usize = 1_000;

/// Which mention: its article and its index among that article's mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MentionId {
    /// Whose mention.
    pub article: ArticleId,
    /// Index into the article's mentions.
    pub index: usize,
}

/// Which sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentenceId {
    /// Whose sentence.
    pub article: ArticleId,
    /// Index into the article's sentences.
    pub index: usize,
}

/// The person, organisation or place that mentions of all articles refer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its fullest usual name.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Where it is named, by article and place.
    pub mentions: Vec<MentionId>,
}

/// What sort of thing a fact states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say all; CONTRACT: the kinds of a fact")]
pub enum FactKind {
    Money,
    Percent,
    Quantity,
    Number,
    Date,
    Duration,
    Quote,
    Statement,
}

impl FactKind {
    /// Whether it is a date or a length of time.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Date | Self::Duration)
    }

    /// The kind of fact that a value states; `None` for names.
    pub const fn of(value: &Value) -> Option<Self> {
        Some(match value {
            Value::Money { .. } => Self::Money,
            Value::Percent { .. } => Self::Percent,
            Value::Quantity { .. } => Self::Quantity,
            // A rank is told as a figure is: “came fifth”, “the third-largest”.
            Value::Number { .. } | Value::Ordinal { .. } => Self::Number,
            Value::Date { .. } => Self::Date,
            Value::Duration { .. } => Self::Duration,
            Value::Quote(_) => Self::Quote,
            Value::Name(_) => return None,
        })
    }

    /// Its name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Quantity => "quantity",
            Self::Number => "number",
            Self::Date => "date",
            Self::Duration => "duration",
            Self::Quote => "quote",
            Self::Statement => "statement",
        }
    }
}

/// One article's words for a fact. An article that says it several times has several readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// The words.
    pub excerpt: Excerpt,
    /// Index of the mention among the article's mentions; `None` for a clause of a statement.
    pub mention: Option<usize>,
}

/// Mentions of all articles that state the same thing, equal or not: a row of the fact matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What sort of thing.
    pub kind: FactKind,
    /// Who says it in which words, by article and place; at least one.
    pub readings: Vec<Reading>,
    /// What it is about, in words of one article: “people are dead and … injured”, who speaks, a statement in its shortest
    /// wording. May be empty.
    pub about: String,
    /// How sure it is that the readings are about one thing, 0 to 1; 1 for a single article.
    pub certainty: f64,
    /// Places where an article that tells the fact gives another value, for what reads as the same thing; by article
    /// and place.
    pub strays: Vec<Stray>,
}

/// A value that reads as a fact's, in an article that tells the fact with another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stray {
    /// Where it stands.
    pub reading: Reading,
    /// How sure it is that it is about the fact, 0 to 1.
    pub certainty: f64,
}

/// Sentences of different articles that tell the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The sentences, by article and place.
    pub sentences: Vec<SentenceId>,
    /// How alike they are, 0 to 1.
    pub similarity: f64,
}

/// What the articles' mentions have to do with each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// Every person, organisation and place named, by first mention.
    pub entities: Vec<Entity>,
    /// Every fact, told by one article or by several.
    pub facts: Vec<Fact>,
    /// Every group of sentences that tell the same thing.
    pub passages: Vec<Passage>,
}

/// Links the mentions of all articles: `documents[i]` and `mentions[i]` belong to `ArticleId(i)`.
pub fn link(documents: &[Document], mentions: &[Vec<Mention>]) -> Links {
    let entities = entities::entities(documents, mentions);
    let terms = terms::Terms::new(documents, mentions, &entities);
    let passages = passages::passages(documents, &terms);
    let quoted = || utterances::utterances(documents, mentions, &passages);
    let values = || facts::facts(documents, mentions, &terms, &passages);
    let few = documents.iter().map(|document| document.words.len()).sum::<usize>() < FEW_WORDS;
    let (quoted, mut facts) = if few { (quoted(), values()) } else { cores::both(quoted, values) };
    facts.extend(quoted);
    facts.extend(statements::statements(documents, &terms, &passages.groups));
    Links { entities, facts, passages: passages.groups }
}

impl Fact {
    /// The articles that tell it, in order, each once.
    pub fn articles(&self) -> Vec<ArticleId> {
        let mut articles: Vec<_> = self.readings.iter().map(|reading| reading.excerpt.article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }
}

/// A pair of sentences or of values of different articles, and what speaks for their telling the same thing.
#[derive(Clone, Debug)]
pub struct WeighedPair {
    /// `sentences`, `equal` (figures), `equal_times` or `unequal` (values).
    pub what: &'static str,
    /// The two.
    pub places: [Excerpt; 2],
    /// The evidence, by name.
    pub evidence: Vec<(&'static str, f64)>,
}

/// Every pair that `link` weighs, with its evidence: what the weights are fitted on.
pub fn weighed_pairs(documents: &[Document], mentions: &[Vec<Mention>]) -> Vec<WeighedPair> {
    let entities = entities::entities(documents, mentions);
    let terms = terms::Terms::new(documents, mentions, &entities);
    let passages = passages::passages(documents, &terms);
    let sentence =
        |id: SentenceId| Excerpt { article: id.article, span: documents[id.article.0].sentences[id.index].span };
    let value = |(article, index): (ArticleId, usize)| Excerpt { article, span: mentions[article.0][index].span };
    let sentences = passages::evidence(documents, &terms).into_iter().map(|(pair, evidence)| WeighedPair {
        what: "sentences",
        places: pair.map(sentence),
        evidence: passages::MODEL.names.into_iter().zip(evidence).collect(),
    });
    let values = facts::weighed(documents, mentions, &terms, &passages).into_iter().map(|pair| WeighedPair {
        what: pair.what,
        places: pair.mentions.map(value),
        evidence: pair.evidence,
    });
    sentences.chain(values).collect()
}
