//! The musts of the Web Annotation Data Model (2017), a test each, and what its JSON-LD context knows.

use serde_json::Value;

use super::*;
use crate::analysis::analyze;
use crate::read::{Article, ArticleId, number};
use crate::report::{Excerpts, Making};
use crate::text::Span;

/// Collections with and without findings, notes, excerpts and a time.
fn collections() -> Vec<Value> {
    let texts: [&[&str]; 4] = [
        &["Ten men fled on 3 May 2024.", "Ten “men” fled on 4 May 2024.", ""],
        &["Two fled on Monday.\n\nTwo fled on Monday."],
        &[""],
        &[],
    ];
    let mut collections = Vec::new();
    for texts in texts {
        let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
        number(&mut articles);
        let analysis = analyze(articles);
        for excerpts in [Excerpts::Full, Excerpts::Short, Excerpts::None] {
            let at = Some("2025-02-24T07:00:00Z".to_owned());
            let making = Some(Making { at, command: "variorum report".to_owned() });
            let text = render(&analysis, &notebook(&analysis), &Manner { excerpts, making });
            collections.push(serde_json::from_str(&text).expect("JSON"));
        }
        let text = render(&analysis, &Notebook::default(), &Manner::default());
        collections.push(serde_json::from_str(&text).expect("JSON"));
    }
    collections
}

/// A note on the first letters of the first article.
fn notebook(analysis: &Analysis) -> Notebook {
    let folder = tempfile::tempdir().expect("a folder");
    let mut notebook =
        Notebook::open(&analysis.articles, Some(folder.path().join("notes.json"))).expect("a new notebook");
    if analysis.articles.first().is_some_and(|article| article.text.len() > 3) {
        let place = Excerpt { article: ArticleId(0), span: Span::new(0, 3) };
        let comment = "Who counted?".to_owned();
        notebook.set(Note { rule: None, places: vec![place], comment, verdict: Verdict::NeedsChecking });
    }
    notebook
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is no list in {value:#}"))
}

fn annotations(collections: &[Value]) -> impl Iterator<Item = &Value> {
    collections.iter().flat_map(|collection| list(&collection["first"], "items"))
}

fn targets(collections: &[Value]) -> impl Iterator<Item = &Value> {
    annotations(collections).flat_map(|annotation| list(annotation, "target"))
}

fn selectors<'v>(collections: &'v [Value], kind: &'v str) -> impl Iterator<Item = &'v Value> {
    targets(collections).flat_map(|target| list(target, "selector")).filter(move |selector| selector["type"] == kind)
}

/// Something before a colon, and no space: enough of an IRI for the names that are made here.
fn is_iri(value: &Value) -> bool {
    value.as_str().is_some_and(|id| {
        id.split_once(':').is_some_and(|(scheme, rest)| {
            scheme.chars().all(|letter| letter.is_ascii_lowercase())
                && !rest.is_empty()
                && !id.contains([' ', '"', '<'])
        })
    })
}

#[test]
fn the_document_has_the_context_of_the_model() {
    for collection in collections() {
        assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    }
}

#[test]
fn a_collection_has_one_iri_for_a_name() {
    for collection in collections() {
        assert!(is_iri(&collection["id"]), "{}", collection["id"]);
    }
}

#[test]
fn a_collection_has_its_type_and_a_label_and_says_how_many_annotations_it_has() {
    for collection in collections() {
        assert_eq!(collection["type"], "AnnotationCollection");
        assert!(collection["label"].is_string());
        assert_eq!(collection["total"], list(&collection["first"], "items").len());
    }
}

#[test]
fn a_collection_has_a_first_page_and_names_the_last() {
    for collection in collections() {
        assert_eq!(collection["first"]["type"], "AnnotationPage");
        assert_eq!(collection["last"], collection["first"]["id"]);
    }
}

#[test]
fn a_page_has_a_name_of_its_own_and_says_whose_it_is_and_where_it_begins() {
    for collection in collections() {
        let page = &collection["first"];
        assert!(is_iri(&page["id"]) && page["id"] != collection["id"]);
        assert_eq!(page["partOf"], collection["id"]);
        assert_eq!(page["startIndex"], 0);
    }
}

#[test]
fn an_annotation_has_one_iri_that_no_other_has() {
    for collection in collections() {
        let mut ids: Vec<_> =
            annotations(std::slice::from_ref(&collection)).map(|found| found["id"].to_string()).collect();
        assert!(annotations(std::slice::from_ref(&collection)).all(|found| is_iri(&found["id"])));
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

#[test]
fn an_annotation_has_its_type_and_at_least_one_target() {
    let collections = collections();
    assert!(annotations(&collections).count() > 5);
    for annotation in annotations(&collections) {
        assert_eq!(annotation["type"], "Annotation");
        assert!(!list(annotation, "target").is_empty());
    }
}

#[test]
fn a_motivation_and_a_purpose_are_among_those_of_the_model() {
    const MOTIVATIONS: [&str; 13] = [
        "assessing",
        "bookmarking",
        "classifying",
        "commenting",
        "describing",
        "editing",
        "highlighting",
        "identifying",
        "linking",
        "moderating",
        "questioning",
        "replying",
        "tagging",
    ];
    let known = |value: &Value| value.as_str().is_some_and(|name| MOTIVATIONS.contains(&name));
    let collections = collections();
    for annotation in annotations(&collections) {
        assert!(known(&annotation["motivation"]));
        assert!(list(annotation, "body").iter().all(|body| known(&body["purpose"])));
    }
}

#[test]
fn a_textual_body_has_its_type_and_one_value() {
    let collections = collections();
    for body in annotations(&collections).flat_map(|annotation| list(annotation, "body")) {
        assert_eq!(body["type"], "TextualBody");
        assert!(body["value"].is_string());
    }
}

#[test]
fn a_specific_resource_has_exactly_one_source() {
    let collections = collections();
    for target in targets(&collections) {
        assert_eq!(target["type"], "SpecificResource");
        assert!(is_iri(&target["source"]), "{target}");
    }
}

#[test]
fn a_position_has_a_start_and_an_end_that_are_no_less_than_nothing() {
    let collections = collections();
    assert_eq!(selectors(&collections, "TextPositionSelector").count(), targets(&collections).count());
    for selector in selectors(&collections, "TextPositionSelector") {
        assert!(selector["start"].as_u64().expect("a number") < selector["end"].as_u64().expect("a number"));
    }
}

#[test]
fn a_quotation_has_its_exact_words_and_at_most_one_prefix_and_suffix() {
    let collections = collections();
    assert!(selectors(&collections, "TextQuoteSelector").count() > 5);
    for selector in selectors(&collections, "TextQuoteSelector") {
        assert!(selector["exact"].as_str().is_some_and(|exact| !exact.is_empty() && !exact.ends_with('…')));
        for around in ["prefix", "suffix"] {
            assert!(selector.get(around).is_none_or(Value::is_string));
        }
    }
}

#[test]
fn a_time_is_a_date_with_a_time_zone_and_the_generator_is_an_agent() {
    for collection in collections() {
        assert!(collection.get("generated").is_none_or(|time| time == "2025-02-24T07:00:00Z"));
        assert!(is_iri(&collection["generator"]["id"]) && collection["generator"]["type"] == "Software");
    }
}

/// The words of each note in a report: its motivation, and each body's purpose and value.
fn notes_in(comment: &str, verdict: Verdict) -> Vec<(String, Vec<[String; 2]>)> {
    let analysis = analyze(vec![Article::from_text("Ten men fled on 3 May 2024.")]);
    let folder = tempfile::tempdir().expect("a folder");
    let mut notebook =
        Notebook::open(&analysis.articles, Some(folder.path().join("notes.json"))).expect("no notes yet");
    let place = Excerpt { article: ArticleId(0), span: Span::new(0, 3) };
    notebook.set(Note { rule: None, places: vec![place], comment: comment.to_owned(), verdict });
    let collection: Value =
        serde_json::from_str(&render(&analysis, &notebook, &Manner::default())).expect("a collection");
    let string = |value: &Value| value.as_str().expect("a string").to_owned();
    let body = |body: &Value| [string(&body["purpose"]), string(&body["value"])];
    let said = |found: &Value| (string(&found["motivation"]), list(found, "body").iter().map(body).collect());
    annotations(&[collection]).map(said).collect()
}

#[test]
fn a_verdict_assesses_a_comment_comments_and_a_tag_tags() {
    let check = |comment: &str, verdict, motivation: &str, bodies: &[[&str; 2]]| {
        let bodies: Vec<_> = bodies.iter().map(|body| body.map(str::to_owned)).collect();
        assert_eq!(notes_in(comment, verdict), [(motivation.to_owned(), bodies)], "{comment} {verdict:?}");
    };
    check("who?", Verdict::Open, "commenting", &[["commenting", "who?"]]);
    check("", Verdict::Dismissed, "assessing", &[["assessing", "dismissed"]]);
    let bodies = [["commenting", "who? #toll"], ["tagging", "toll"], ["assessing", "needs checking"]];
    check("who? #toll", Verdict::NeedsChecking, "assessing", &bodies);
}

/// What the context <http://www.w3.org/ns/anno.jsonld> gives a meaning to, of what is used here (“assessing” since July
/// 2021: it had been forgotten). What it does not know, a JSON-LD processor drops without a word.
#[test]
fn the_context_knows_every_key_and_every_name() {
    const PREFIXES: [&str; 2] = ["dcterms:", "@context"];
    const KEYS: [&str; 24] = [
        "id",
        "type",
        "body",
        "target",
        "source",
        "selector",
        "generator",
        "motivation",
        "purpose",
        "items",
        "partOf",
        "first",
        "last",
        "format",
        "value",
        "exact",
        "prefix",
        "suffix",
        "name",
        "label",
        "generated",
        "start",
        "end",
        "total",
    ];
    const NAMES: [&str; 12] = [
        "Annotation",
        "AnnotationCollection",
        "AnnotationPage",
        "SpecificResource",
        "TextPositionSelector",
        "TextQuoteSelector",
        "TextualBody",
        "Software",
        "classifying",
        "commenting",
        "describing",
        "linking",
    ];
    const MORE_NAMES: [&str; 3] = ["assessing", "questioning", "tagging"];
    fn check(value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(check),
            Value::Object(fields) => {
                for (key, value) in fields {
                    let known = KEYS.contains(&&**key) || key == "startIndex";
                    assert!(known || PREFIXES.iter().any(|prefix| key.starts_with(prefix)), "{key}");
                    if ["type", "motivation", "purpose"].contains(&&**key) {
                        let name = value.as_str().expect("one name");
                        assert!(NAMES.contains(&name) || MORE_NAMES.contains(&name), "{name}");
                    }
                    check(value);
                }
            }
            _ => {}
        }
    }
    collections().iter().for_each(check);
}
