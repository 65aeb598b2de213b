//! A note in the file: an annotation in the data model of the W3C, with several targets, bound by position (code
//! points), by its exact words and by what stands around them.

use std::cell::OnceCell;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Note, Verdict, Written, tags};
use crate::read::{Article, Excerpt, digest, harmless};
use crate::text::{CodePoints, Span};

/// How much of the surroundings is kept on each side, in code points: enough to tell one place of a common word from
/// another.
const CONTEXT_POINTS: usize = 32;

/// One note.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Annotation {
    /// Its name.
    pub id: String,
    r#type: Kind,
    motivation: Option<String>,
    /// The rule of the finding it is about: our own addition to the model.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
    /// What kind of finding without a rule it is about: our own addition, too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    finding: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    creator: Option<Creator>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
    #[serde(default)]
    body: Vec<Body>,
    /// The words it is bound to.
    pub target: Vec<Target>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
enum Kind {
    Annotation,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Creator {
    r#type: String,
    name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Body {
    r#type: String,
    purpose: String,
    value: String,
}

/// Words of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The article, by the digest of its bytes.
    pub source: String,
    /// Where its words are.
    pub selector: (Position, Quotation),
    /// How much the place in the article that was most like this one was so when it was bound, in hundredths: our own
    /// addition to the model.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rival: u8,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
const fn is_zero(number: &u8) -> bool {
    *number == 0
}

/// Where the words stood, in code points of the article's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "TextPositionSelector")]
pub struct Position {
    /// The first.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// The words, and what stood around them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Something is said of the words; the names are those of the model.
pub const COMMENTING: &str = "commenting";
/// They are judged.
pub const ASSESSING: &str = "assessing";
const TAGGING: &str = "tagging";
const FACT: &str = "fact";

/// What our notes say in the file; bodies of other purposes come from other programs.
pub const PURPOSES: [&str; 3] = [COMMENTING, ASSESSING, TAGGING];

impl Annotation {
    /// `note` as it goes into the file, under the name `id`, bound to `target`.
    pub fn of(note: &Note, id: &str, written: &Written, target: Vec<Target>) -> Self {
        let mut annotation = Self {
            id: id.to_owned(),
            r#type: Kind::Annotation,
            motivation: None,
            rule: note.rule.clone(),
            finding: None,
            creator: (!written.author.is_empty())
                .then(|| Creator { r#type: "Person".to_owned(), name: written.author.clone() }),
            created: written.created.map(|time| time.to_string()),
            modified: written.modified.map(|time| time.to_string()),
            body: Vec::new(),
            target,
        };
        annotation.say(&note.comment, note.verdict);
        annotation
    }

    /// Is about a fact, or about words alone.
    pub fn be_on_fact(&mut self, is_on_fact: bool) {
        self.finding = is_on_fact.then(|| FACT.to_owned());
    }

    /// Whether it is about a fact.
    pub fn is_on_fact(&self) -> bool {
        self.finding.as_deref() == Some(FACT)
    }

    /// Says this instead of what it says.
    pub fn say(&mut self, comment: &str, verdict: Verdict) {
        let body = |purpose: &str, value: &str| Body {
            r#type: "TextualBody".to_owned(),
            purpose: purpose.to_owned(),
            value: value.to_owned(),
        };
        self.body.clear();
        if !comment.is_empty() {
            self.body.push(body(COMMENTING, comment));
        }
        self.body.push(body(ASSESSING, verdict.name()));
        self.body.extend(tags(comment).into_iter().map(|tag| body(TAGGING, tag)));
        self.motivation = Some(verdict.motivation().to_owned());
    }

    /// An entry of the file, if it is one of ours; others stay in the file and are not shown.
    pub fn read(entry: &Value) -> Option<Self> {
        let mut annotation = Self::deserialize(entry).ok()?;
        // Its text may come from anybody.
        for body in &mut annotation.body {
            body.value = plain(&body.value);
        }
        annotation.rule = annotation.rule.as_deref().map(plain);
        Some(annotation)
    }

    /// As an entry of the file.
    pub fn into_value(self) -> Value {
        serde_json::to_value(self).expect("an annotation has only strings for keys")
    }

    fn said(&self, purpose: &str) -> impl Iterator<Item = &str> {
        self.body.iter().filter(move |body| body.purpose == purpose).map(|body| &*body.value)
    }

    /// What the user wrote; with the tags that another program has given it, which stand in no comment of its own.
    pub fn comment(&self) -> String {
        let mut comment = self.said(COMMENTING).collect::<Vec<_>>().join("\n\n");
        let known: Vec<_> = tags(&comment).into_iter().map(str::to_owned).collect();
        for tag in self.said(TAGGING).filter(|tag| !known.iter().any(|other| other == tag)) {
            let gap = if comment.is_empty() { "" } else { " " };
            comment = format!("{comment}{gap}#{}", tag.split_whitespace().collect::<Vec<_>>().join("-"));
        }
        comment
    }

    /// What the user thinks.
    pub fn verdict(&self) -> Verdict {
        let named = self.said(ASSESSING).next();
        named.and_then(|name| Verdict::ALL.into_iter().find(|verdict| verdict.name() == name)).unwrap_or_default()
    }

    /// The note, without its places.
    pub fn note(&self) -> Note {
        Note { rule: self.rule.clone(), places: Vec::new(), comment: self.comment(), verdict: self.verdict() }
    }

    /// Who wrote it, and when.
    pub fn written(&self) -> Written {
        let time = |written: &Option<String>| written.as_deref().and_then(|time| time.parse::<Timestamp>().ok());
        Written {
            author: self.creator.as_ref().map(|creator| plain(&creator.name)).unwrap_or_default(),
            created: time(&self.created),
            modified: time(&self.modified),
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
pub fn source(article: &Article) -> String {
    format!("{SOURCE}{}", article.sha256)
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
        self.with_context(place, |_, _| [CONTEXT_POINTS; 2])
    }

    /// The same, with so many code points before and after as `wanted` says.
    pub fn with_context(&self, place: Excerpt, wanted: impl Fn(&str, Span) -> [usize; 2]) -> Option<Target> {
        let article = self.articles.get(place.article.0)?;
        let points = self.points[place.article.0].get_or_init(|| CodePoints::new(&article.text));
        let [before, after] = wanted(&article.text, place.span);
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
                    prefix: words(place.start.saturating_sub(before), place.start),
                    suffix: words(place.end, place.end + after),
                },
            ),
            rival: 0,
        })
    }
}
