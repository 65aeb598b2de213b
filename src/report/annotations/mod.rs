//! The comparison as a collection of annotations in the W3C's data model: each discrepancy, each fact that several
//! articles tell, and each note, bound to its words by position and by quotation, so that other programs can show them
//! on the same texts.

use serde::Serialize;

use super::excerpts::Veil;
use super::json::id;
use super::manner::{Manner, PROGRAM};
use super::summary::fact_summary;
use crate::analysis::Analysis;
use crate::notes::{Note, Notebook, Targets, Verdict, Written, tags};
use crate::read::{Excerpt, digest};

/// What names the collection, before the digest of what it is about.
const COLLECTION: &str = "urn:variorum:comparison:";

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: String,
    #[serde(rename = "dcterms:description")]
    description: String,
    generator: Generator,
    #[serde(skip_serializing_if = "Option::is_none")]
    generated: Option<String>,
    total: usize,
    first: Page,
    /// The same page: there is only one.
    last: String,
}

#[derive(Serialize)]
struct Page {
    id: String,
    r#type: &'static str,
    #[serde(rename = "partOf")]
    part_of: String,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation>,
}

/// The program, so that another person can do the same again.
#[derive(Clone, Serialize)]
struct Generator {
    id: &'static str,
    r#type: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Annotation {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Bound>,
}

/// Words of one article.
#[derive(Serialize)]
struct Bound {
    r#type: &'static str,
    source: String,
    selector: Vec<Selector>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextPositionSelector { start: usize, end: usize },
    TextQuoteSelector(Quotation),
}

#[derive(Serialize)]
struct Quotation {
    exact: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<String>,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Creator>,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    modified: Option<String>,
}

/// Who wrote a note.
#[derive(Clone, Serialize)]
struct Creator {
    r#type: &'static str,
    name: String,
}

/// The collection, on one page.
pub fn render(analysis: &Analysis, notebook: &Notebook, manner: &Manner) -> String {
    let veil = &Veil::new(manner.excerpts, &analysis.articles);
    let mut digests: Vec<_> = analysis.articles.iter().map(|article| article.sha256.as_str()).collect();
    digests.sort_unstable();
    let name = format!("{COLLECTION}{}", digest(digests.join("\n").as_bytes()));
    let items: Vec<_> = (items(analysis, notebook, veil).into_iter())
        .map(|item| Annotation { id: format!("{name}:{}", item.id), ..item })
        .collect();
    let (page, count) = (format!("{name}:page-1"), analysis.articles.len());
    let collection = Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        r#type: "AnnotationCollection",
        label: format!("Comparison of {count} article{}", if count == 1 { "" } else { "s" }),
        generator: Generator { id: "urn:variorum", r#type: "Software", name: PROGRAM },
        description: description(manner),
        generated: manner.making.as_ref().and_then(|making| making.at.clone()),
        total: items.len(),
        first: Page { id: page.clone(), r#type: "AnnotationPage", part_of: name.clone(), start_index: 0, items },
        last: page,
        id: name,
    };
    serde_json::to_string_pretty(&collection).expect("a collection has only strings for keys") + "\n"
}

fn items(analysis: &Analysis, notebook: &Notebook, veil: &Veil) -> Vec<Annotation> {
    let binder = Binder { targets: Targets::new(&analysis.articles), veil };
    let mut items = Vec::new();
    let mut told: Vec<&Note> = Vec::new();
    for (index, found) in analysis.discrepancies.iter().enumerate() {
        let note = notebook.note_on(Some(found.rule), &found.evidence);
        told.extend(note);
        let mut body = vec![
            text("describing", format!("{}. {}", veil.told(&found.summary), veil.told(&found.explanation))),
            text("classifying", found.kind.name().to_owned()),
            text("tagging", found.rule.to_owned()),
            text("tagging", format!("{} severity", found.severity.name())),
        ];
        body.extend(
            note.into_iter().flat_map(|note| said(note, notebook.written_on(Some(found.rule), &found.evidence))),
        );
        items.push(annotation(&binder, id('d', index), "questioning", body, &found.evidence));
    }
    for index in (0..analysis.facts.len()).filter(|&index| analysis.grades[index].is_some()) {
        let places: Vec<_> = analysis.readings(index).collect();
        let mut body = vec![
            text("describing", fact_summary(analysis, veil, index)),
            text("classifying", analysis.facts[index].kind.name().to_owned()),
        ];
        let note = notebook.note_on(None, &places);
        told.extend(note);
        body.extend(note.into_iter().flat_map(|note| said(note, notebook.written_on(None, &places))));
        items.push(annotation(&binder, id('f', index), "linking", body, &places));
    }
    for (index, note) in notebook.notes().iter().enumerate() {
        // Without a place there is nothing to bind it to; such a note stays in the file of notes.
        if !note.places.is_empty() && !told.iter().any(|other| std::ptr::eq(*other, note)) {
            let body = said(note, notebook.written(index));
            items.push(annotation(&binder, id('n', index), note.verdict.motivation(), body, &note.places));
        }
    }
    items
}

fn annotation(
    binder: &Binder,
    id: String,
    motivation: &'static str,
    body: Vec<Body>,
    places: &[Excerpt],
) -> Annotation {
    let target = places.iter().filter_map(|&place| binder.bound(place)).collect();
    Annotation { id, r#type: "Annotation", motivation, body, target }
}

/// Binds annotations to words, by as many of them as may be told.
struct Binder<'a> {
    targets: Targets<'a>,
    veil: &'a Veil<'a>,
}

impl Binder<'_> {
    fn bound(&self, place: Excerpt) -> Option<Bound> {
        let target = self.targets.of(place)?;
        let (position, quotation) = target.selector;
        let mut selector = vec![Selector::TextPositionSelector { start: position.start, end: position.end }];
        // A quotation that is cut would be no quotation, and what stands around it would make it longer.
        if self.veil.is_open() {
            let (prefix, suffix) = (Some(quotation.prefix), Some(quotation.suffix));
            selector.push(Selector::TextQuoteSelector(Quotation { exact: quotation.exact, prefix, suffix }));
        } else if self.veil.cited(&quotation.exact) == quotation.exact {
            selector.push(Selector::TextQuoteSelector(Quotation {
                exact: quotation.exact,
                prefix: None,
                suffix: None,
            }));
        }
        Some(Bound { r#type: "SpecificResource", source: target.source, selector })
    }
}

/// What the model has no words for.
fn description(manner: &Manner) -> String {
    let again = manner.making.as_ref().map_or(String::new(), |making| format!(" To make it again: {}", making.command));
    format!(
        "Discrepancies, facts that several articles tell, and notes. Words of the articles: {}.{again}",
        manner.excerpts.name()
    )
}

/// What the user said.
fn said(note: &Note, written: Option<&Written>) -> Vec<Body> {
    let comment = (!note.comment.is_empty()).then(|| text("commenting", note.comment.clone()));
    let tags = tags(&note.comment).into_iter().map(|tag| text("tagging", tag.to_owned()));
    let verdict =
        (note.verdict != Verdict::Open).then(|| text(note.verdict.motivation(), note.verdict.name().to_owned()));
    let written = written.cloned().unwrap_or_default();
    let creator = (!written.author.is_empty()).then(|| Creator { r#type: "Person", name: written.author.clone() });
    let signed = |body| Body {
        creator: creator.clone(),
        created: written.created.map(|time| time.to_string()),
        modified: written.modified.map(|time| time.to_string()),
        ..body
    };
    comment.into_iter().chain(tags).chain(verdict).map(signed).collect()
}

fn text(purpose: &'static str, value: String) -> Body {
    Body { r#type: "TextualBody", purpose, format: "text/plain", value, creator: None, created: None, modified: None }
}

#[cfg(test)]
mod tests;
