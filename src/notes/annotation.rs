//! A note in the file: an annotation in the data model of the W3C, with several targets, bound by position (code
//! points), by its exact words and by what stands around them.

use std::cell::OnceCell;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Note, Verdict, anchor};
use crate::read::{Article, Excerpt, digest, harmless};
use crate::text::CodePoints;

/// How much of the surroundings is kept on each side, in code points: enough to tell one place of a common word from
/// another.
const CONTEXT_POINTS: usize = 32;

/// One note.
#[derive(Debug, Serialize, Deserialize)]
pub struct Annotation {
    /// Its name.
    pub id: String,
    r#type: Kind,
    motivation: Option<String>,
    /// The rule of the finding it is about: our own addition to the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    #[serde(default)]
    body: Vec<Body>,
    target: Vec<Target>,
}

#[derive(Debug, Serialize, Deserialize)]
enum Kind {
    Annotation,
}

#[derive(Debug, Serialize, Deserialize)]
struct Body {
    r#type: String,
    purpose: String,
    value: String,
}

/// Words of one article.
#[derive(Debug, Serialize, Deserialize)]
pub struct Target {
    /// The article, by the digest of its bytes.
    pub source: String,
    /// Where its words are.
    pub selector: (Position, Quotation),
}

/// Where the words stood, in code points of the article's text.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename = "TextPositionSelector")]
pub struct Position {
    /// The first.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// The words, and what stood around them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "type", rename = "TextQuoteSelector")]
pub struct Quotation {
    /// The words.
    pub exact: String,
    /// What stood before them.
    #[serde(default)]
    pub prefix: String,
    /// What stood after them.
    #[serde(default)]
    pub suffix: String,
}

const COMMENTING: &str = "commenting";
const ASSESSING: &str = "assessing";

impl Annotation {
    /// `note` as it goes into the file, under the name `id`.
    pub fn of(note: &Note, id: &str, targets: &Targets) -> Self {
        let body = |purpose: &str, value: &str| Body {
            r#type: "TextualBody".to_owned(),
            purpose: purpose.to_owned(),
            value: value.to_owned(),
        };
        let mut bodies = Vec::new();
        if !note.comment.is_empty() {
            bodies.push(body(COMMENTING, &note.comment));
        }
        bodies.push(body(ASSESSING, note.verdict.name()));
        Self {
            id: id.to_owned(),
            r#type: Kind::Annotation,
            motivation: Some(ASSESSING.to_owned()),
            rule: note.rule.clone(),
            body: bodies,
            target: note.places.iter().filter_map(|&place| targets.of(place)).collect(),
        }
    }

    /// An entry of the file, if it is one of ours; others stay in the file and are not shown.
    pub fn read(entry: &Value) -> Option<Self> {
        Self::deserialize(entry).ok()
    }

    /// As an entry of the file.
    pub fn into_value(self) -> Value {
        serde_json::to_value(self).expect("an annotation has only strings for keys")
    }

    /// The words it was bound to.
    pub fn words(&self) -> Vec<String> {
        self.target.iter().map(|target| plain(&target.selector.1.exact)).collect()
    }

    /// The note, bound to the articles as they are now: to all of its places or to none.
    pub fn note(&self, articles: &[Article]) -> Note {
        let mut places = Vec::new();
        for target in &self.target {
            let Some(place) = anchor::find(target, articles, &places) else {
                places.clear();
                break;
            };
            places.push(place);
        }
        places.sort_unstable();
        let said = |purpose: &str| self.body.iter().find(|body| body.purpose == purpose).map(|body| &*body.value);
        Note {
            rule: self.rule.as_deref().map(plain),
            places,
            comment: said(COMMENTING).map(plain).unwrap_or_default(),
            verdict: said(ASSESSING)
                .and_then(|name| Verdict::ALL.into_iter().find(|verdict| verdict.name() == name))
                .unwrap_or_default(),
        }
    }
}

/// Text of a file that may come from anybody.
fn plain(text: &str) -> String {
    harmless(text, &mut Vec::new())
}

/// The name of an entry, if it has one.
pub fn id_in(entry: &Value) -> Option<&str> {
    entry.get("id")?.as_str()
}

/// A name for a new note, the same for every program that makes a note on these places.
pub fn id(note: &Note, articles: &[Article]) -> String {
    let mut places: Vec<_> = (note.places.iter())
        .map(|place| (source(&articles[place.article.0]), place.span.start, place.span.end))
        .collect();
    places.sort_unstable();
    format!("urn:variorum:note:{}", &digest(format!("{:?} {places:?}", note.rule).as_bytes())[..ID_DIGITS])
}

/// Enough of a digest that no two notes on a story share it.
const ID_DIGITS: usize = 32;

/// What goes before an article's digest to name it in the file.
const SOURCE: &str = "urn:sha256:";

/// What names an article in the file.
fn source(article: &Article) -> String {
    format!("{SOURCE}{}", article.sha256)
}

impl Target {
    /// Whether its words are of this very article.
    pub fn is_in(&self, article: &Article) -> bool {
        self.source.strip_prefix(SOURCE) == Some(&article.sha256)
    }
}

/// Makes targets in these articles; each article's code points are counted once, when it is first bound to.
pub struct Targets<'a> {
    articles: &'a [Article],
    points: Vec<OnceCell<CodePoints<'a>>>,
}

impl<'a> Targets<'a> {
    /// For these articles.
    pub fn new(articles: &'a [Article]) -> Self {
        Self { articles, points: articles.iter().map(|_| OnceCell::new()).collect() }
    }

    /// What binds an annotation to `place`; `None` where there is no such article.
    pub fn of(&self, place: Excerpt) -> Option<Target> {
        let article = self.articles.get(place.article.0)?;
        let points = self.points[place.article.0].get_or_init(|| CodePoints::new(&article.text));
        let place = points.range(place.span);
        let words = |from: usize, to: usize| {
            let bytes = points.byte(from).unwrap_or(0)..points.byte(to).unwrap_or(article.text.len());
            article.text.get(bytes).unwrap_or_default().to_owned()
        };
        Some(Target {
            source: source(article),
            selector: (
                Position { start: place.start, end: place.end },
                Quotation {
                    exact: words(place.start, place.end),
                    prefix: words(place.start.saturating_sub(CONTEXT_POINTS), place.start),
                    suffix: words(place.end, place.end + CONTEXT_POINTS),
                },
            ),
        })
    }
}
