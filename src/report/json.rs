//! The report for programs, in the form `variorum/comparison/1`: shapes of its own, each filled from the analysis.
//!
//! Positions are code points of each source's `text`, which the report carries.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::excerpts::{Excerpts, Veil};
use super::manner::Manner;
use super::summary::fact_summary;
use super::value::{Shape, shape};
use crate::analysis::Analysis;
use crate::extract::{NameKind, Value};
use crate::link::{FactKind, MentionId, Reading};
use crate::notes::{Notebook, tags};
use crate::read::{ArticleId, Excerpt};
use crate::text::{CodePoints, Span};

/// The name of this form; a change that breaks a reader of it raises the number.
const SCHEMA: &str = "variorum/comparison/1";

/// The whole report.
#[derive(Debug, Serialize)]
pub struct Comparison<'a> {
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    made: Option<Made<'a>>,
    sources: Vec<Source<'a>>,
    entities: Vec<Entity<'a>>,
    pub(super) facts: Vec<Fact<'a>>,
    passages: Vec<Passage<'a>>,
    pub(super) discrepancies: Vec<Discrepancy<'a>>,
    origins: Vec<Origin<'a>>,
    coverage: Vec<Coverage<'a>>,
    notes: Vec<Note<'a>>,
}

/// How the report came about; a comparison that is one of many leaves that to the whole. Not when: the same articles and
/// notes give the same bytes.
#[derive(Debug, Serialize)]
struct Made<'a> {
    version: &'static str,
    excerpts: &'static str,
    command: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct Source<'a> {
    id: &'a str,
    title: Cow<'a, str>,
    location: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'a str>,
    published: Option<String>,
    sha256: &'a str,
    text: Cow<'a, str>,
}

/// Words of one source.
#[derive(Debug, Serialize)]
pub(super) struct Place<'a> {
    pub(super) source: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) text: Cow<'a, str>,
}

#[derive(Debug, Serialize)]
struct Entity<'a> {
    id: String,
    name: Cow<'a, str>,
    kind: &'static str,
    mentions: Vec<Place<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Fact<'a> {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) status: &'static str,
    pub(super) grade: Option<&'static str>,
    pub(super) summary: String,
    pub(super) mentions: Vec<Statement<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Statement<'a> {
    #[serde(flatten)]
    pub(super) place: Place<'a>,
    pub(super) value: Option<Shape<'a>>,
}

#[derive(Debug, Serialize)]
struct Passage<'a> {
    id: String,
    similarity: f64,
    mentions: Vec<Place<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct Discrepancy<'a> {
    pub(super) id: String,
    pub(super) kind: &'static str,
    pub(super) rule: &'a str,
    pub(super) severity: &'static str,
    pub(super) confidence: f64,
    pub(super) facts: Vec<String>,
    pub(super) summary: Cow<'a, str>,
    pub(super) explanation: Cow<'a, str>,
    pub(super) evidence: Vec<Place<'a>>,
}

#[derive(Debug, Serialize)]
struct Origin<'a> {
    sources: Vec<&'a str>,
    share: f64,
    agency: Option<Cow<'a, str>>,
}

#[derive(Debug, Serialize)]
struct Coverage<'a> {
    source: &'a str,
    words: usize,
    compared: f64,
    doubts: Vec<Cow<'a, str>>,
}

#[derive(Debug, Serialize)]
struct Note<'a> {
    id: String,
    rule: Option<&'a str>,
    verdict: &'static str,
    comment: &'a str,
    tags: Vec<&'a str>,
    author: Option<&'a str>,
    created: Option<String>,
    modified: Option<String>,
    places: Vec<Place<'a>>,
}

/// The report on `analysis` with the user's notes.
pub fn comparison<'a>(analysis: &'a Analysis, notebook: &'a Notebook) -> Comparison<'a> {
    veiled(analysis, notebook, &Veil::new(Excerpts::Full, &analysis.articles))
}

/// The same, with how it came about.
pub(super) fn report<'a>(
    analysis: &'a Analysis,
    notebook: &'a Notebook,
    veil: &Veil,
    manner: &'a Manner,
) -> Comparison<'a> {
    let making = manner.making.as_ref();
    let made = Made {
        version: env!("CARGO_PKG_VERSION"),
        excerpts: manner.excerpts.name(),
        command: making.map(|making| &*making.command),
    };
    Comparison { made: Some(made), ..veiled(analysis, notebook, veil) }
}

fn veiled<'a>(analysis: &'a Analysis, notebook: &'a Notebook, veil: &Veil) -> Comparison<'a> {
    let story = Story::new(analysis, veil);
    Comparison {
        schema: SCHEMA,
        made: None,
        sources: analysis.articles.iter().map(|article| source(article, veil)).collect(),
        entities: story.entities(),
        facts: story.facts(),
        passages: story.passages(),
        discrepancies: story.discrepancies(),
        origins: story.origins(),
        coverage: story.coverage(),
        notes: story.notes(notebook),
    }
}

fn source<'a>(article: &'a crate::read::Article, veil: &Veil) -> Source<'a> {
    Source {
        id: &article.siglum,
        title: veil.cited(&article.title),
        location: &article.location,
        outlet: article.outlet.as_deref(),
        byline: article.byline.as_deref(),
        published: article.published.map(|day| day.to_string()),
        sha256: &article.sha256,
        text: if veil.is_open() { Cow::Borrowed(&article.text) } else { Cow::default() },
    }
}

/// An analysis with the indices that its report needs.
struct Story<'a, 'v> {
    analysis: &'a Analysis,
    veil: &'v Veil<'v>,
    points: Vec<CodePoints<'a>>,
    /// Which entity a mention names.
    named: BTreeMap<MentionId, usize>,
}

impl<'a, 'v> Story<'a, 'v> {
    fn new(analysis: &'a Analysis, veil: &'v Veil<'v>) -> Self {
        let points = analysis.articles.iter().map(|article| CodePoints::new(&article.text)).collect();
        let named = (analysis.entities.iter().enumerate())
            .flat_map(|(index, entity)| entity.mentions.iter().map(move |&mention| (mention, index)))
            .collect();
        Self { analysis, veil, points, named }
    }

    fn place(&self, excerpt: Excerpt) -> Place<'a> {
        let points = self.points[excerpt.article.0].range(excerpt.span);
        Place {
            source: self.siglum(excerpt.article),
            start: points.start,
            end: points.end,
            text: self.veil.cited(self.analysis.words_of(excerpt)),
        }
    }

    fn places(&self, excerpts: impl IntoIterator<Item = Excerpt>) -> Vec<Place<'a>> {
        excerpts.into_iter().map(|excerpt| self.place(excerpt)).collect()
    }

    fn siglum(&self, article: ArticleId) -> &'a str {
        &self.analysis.articles[article.0].siglum
    }

    fn entities(&self) -> Vec<Entity<'a>> {
        let analysis = self.analysis;
        (analysis.entities.iter().enumerate())
            .map(|(index, entity)| Entity {
                id: id('e', index),
                name: self.veil.named(&entity.name),
                kind: entity.kind.name(),
                mentions: self.places(entity.mentions.iter().map(|&mention| analysis.excerpt_of(mention))),
            })
            .collect()
    }

    fn facts(&self) -> Vec<Fact<'a>> {
        (self.analysis.facts.iter().enumerate())
            .map(|(index, fact)| Fact {
                id: id('f', index),
                kind: fact.kind.name(),
                status: self.analysis.status(index).name(),
                grade: self.analysis.grades[index].map(crate::compare::Grade::name),
                summary: fact_summary(self.analysis, self.veil, index),
                mentions: fact.readings.iter().map(|&reading| self.statement(fact.kind, reading)).collect(),
            })
            .collect()
    }

    fn statement(&self, kind: FactKind, reading: Reading) -> Statement<'a> {
        let article = reading.excerpt.article;
        let value = reading.mention.and_then(|index| {
            let value = &self.analysis.mention(MentionId { article, index }).value;
            let shape = shape(value, &self.analysis.articles[article.0].text)?;
            match (shape, value) {
                (Shape::Quote { words, speaker_text }, Value::Quote(quote)) => {
                    let speaker = quote.speaker.and_then(|speaker| self.entity_in(article, speaker));
                    Some(Shape::Utterance { words, speaker_text, speaker: speaker.map(|index| id('e', index)) })
                }
                // A rank stands in a fact as a number that counts nothing.
                (Shape::Ordinal { number }, _) => Some(Shape::rank(number)),
                // So does an age, in years, however it is told.
                (shape, value) => match value.years() {
                    Some(years) if kind == FactKind::Number => Some(Shape::years(years.normalize().to_string())),
                    _ => Some(shape),
                },
            }
        });
        Statement { place: self.place(reading.excerpt), value: value.map(|value| value.veiled(self.veil)) }
    }

    /// The entity that `words` name: a person before anything else, as in “Acme's chairwoman Jane Doe”.
    fn entity_in(&self, article: ArticleId, words: Span) -> Option<usize> {
        let mentions = &self.analysis.mentions[article.0];
        let first = mentions.partition_point(|mention| mention.span.start < words.start);
        let entities = (first..mentions.len())
            .take_while(|&index| mentions[index].span.start < words.end)
            .filter_map(|index| self.named.get(&MentionId { article, index }).copied());
        entities.min_by_key(|&entity| self.analysis.entities[entity].kind != NameKind::Person)
    }

    fn passages(&self) -> Vec<Passage<'a>> {
        let analysis = self.analysis;
        (analysis.passages.iter().enumerate())
            .map(|(index, passage)| Passage {
                id: id('p', index),
                similarity: share(passage.similarity),
                mentions: self.places(passage.sentences.iter().map(|&sentence| analysis.sentence(sentence))),
            })
            .collect()
    }

    fn discrepancies(&self) -> Vec<Discrepancy<'a>> {
        (self.analysis.discrepancies.iter().enumerate())
            .map(|(index, found)| Discrepancy {
                id: id('d', index),
                kind: found.kind.name(),
                rule: found.rule,
                severity: found.severity.name(),
                confidence: share(found.confidence),
                facts: found.facts.iter().map(|&fact| id('f', fact)).collect(),
                summary: self.veil.told(&found.summary),
                explanation: self.veil.told(&found.explanation),
                evidence: self.places(found.evidence.iter().copied()),
            })
            .collect()
    }

    fn origins(&self) -> Vec<Origin<'a>> {
        (self.analysis.origins.iter())
            .map(|origin| Origin {
                sources: origin.articles.iter().map(|&article| self.siglum(article)).collect(),
                share: share(origin.share),
                agency: origin.agency.as_deref().map(|agency| self.veil.named(agency)),
            })
            .collect()
    }

    fn coverage(&self) -> Vec<Coverage<'a>> {
        (self.analysis.coverage.iter().zip(&self.analysis.articles))
            .map(|(coverage, article)| Coverage {
                source: &article.siglum,
                words: coverage.words,
                compared: share(coverage.compared),
                doubts: coverage.doubts.iter().map(|doubt| self.veil.told(doubt)).collect(),
            })
            .collect()
    }

    fn notes(&self, notebook: &'a Notebook) -> Vec<Note<'a>> {
        (notebook.notes().iter().enumerate())
            .map(|(index, note)| {
                let written = notebook.written(index);
                let author = written.map(|written| written.author.as_str()).filter(|author| !author.is_empty());
                Note {
                    id: id('n', index),
                    rule: note.rule.as_deref(),
                    verdict: note.verdict.name(),
                    comment: &note.comment,
                    tags: tags(&note.comment),
                    author,
                    created: written.and_then(|written| Some(written.created?.to_string())),
                    modified: written.and_then(|written| Some(written.modified?.to_string())),
                    places: self.places(note.places.iter().copied()),
                }
            })
            .collect()
    }
}

/// The name of the entry at `index`: `d1` for the first discrepancy.
pub(super) fn id(letter: char, index: usize) -> String {
    format!("{letter}{}", index + 1)
}

/// A share to three digits: more would only pretend.
fn share(share: f64) -> f64 {
    (share * 1000.0).round() / 1000.0
}
