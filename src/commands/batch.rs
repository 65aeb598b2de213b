//! One story a line → one line of its comparison.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{day, parsed};
use crate::analysis::analyze;
use crate::notes::Notebook;
use crate::read::{Article, harmless, number};
use crate::report::{Comparison, comparison, to_json};

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    sources: Vec<Source>,
}

/// A source as callers give it.
#[derive(Deserialize)]
pub struct Source {
    pub(super) id: Option<String>,
    pub(super) text: String,
    pub(super) title: Option<String>,
    pub(super) published: Option<String>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Value,
    comparison: Comparison<'a>,
}

/// The answer to one line.
pub fn answer(line: &[u8]) -> Result<String, String> {
    let Request { id, sources } = parsed(line)?;
    let analysis = analyze(articles(sources)?);
    let notebook = Notebook::default();
    Ok(to_json(&Answer { id, comparison: comparison(&analysis, &notebook) }))
}

/// The sources as articles, under the caller's names where it gives them.
pub fn articles(sources: Vec<Source>) -> Result<Vec<Article>, String> {
    if sources.is_empty() {
        return Err("the story has no sources".to_owned());
    }
    let mut articles: Vec<_> = sources.iter().map(|source| Article::from_text(&source.text)).collect();
    number(&mut articles);
    for (article, source) in articles.iter_mut().zip(sources) {
        if let Some(id) = source.id {
            article.siglum = id;
        }
        if let Some(title) = source.title {
            article.title = harmless(&title, &mut article.doubts);
        }
        if let Some(published) = source.published.filter(|published| !published.trim().is_empty()) {
            match day(&published) {
                Ok(day) => article.published = Some(day),
                Err(error) => article.doubts.push(harmless(&format!("published: {error}"), &mut Vec::new())),
            }
        }
    }
    let mut sigla = BTreeSet::new();
    match articles.iter().find(|article| !sigla.insert(article.siglum.as_str())) {
        Some(twice) => Err(format!("two sources have the id {:?}", twice.siglum)),
        None => Ok(articles),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources_of(line: &str) -> Value {
        let answer: Value = serde_json::from_str(&answer(line.as_bytes()).unwrap()).unwrap();
        answer["comparison"]["sources"].clone()
    }

    #[test]
    fn the_caller_s_names_are_kept_and_letters_fill_the_gaps() {
        let sources = sources_of(
            r#"{"id": "s", "sources": [{"id": "wire", "text": "It rained.", "title": "Rain", "published": "2024-05-02T10:00"},
                                       {"text": "It snowed."}]}"#,
        );
        assert_eq!((&sources[0]["id"], &sources[0]["title"]), (&"wire".into(), &"Rain".into()));
        assert_eq!((&sources[0]["published"], &sources[1]["published"]), (&"2024-05-02".into(), &Value::Null));
        assert_eq!(sources[1]["id"], "b");
    }

    #[test]
    fn a_date_that_cannot_be_read_is_a_doubt_and_no_error() {
        let line = r#"{"sources": [{"text": "It rained.", "published": "last week"}]}"#;
        let answer = answer(line.as_bytes()).unwrap();
        assert!(answer.contains("published: \\\"last week\\\" is no date"), "{answer}");
    }

    #[test]
    fn what_is_wrong_with_a_story_is_said() {
        let wrong = |line: &str| answer(line.as_bytes()).unwrap_err();
        assert_eq!(wrong(r#"{"sources": []}"#), "the story has no sources");
        assert!(wrong(r#"{"sources": [{"id": "b", "text": ""}, {"text": ""}]}"#).contains("the id \"b\""));
        assert!(wrong(r#"{"id": 1}"#).contains("missing field `sources`"));
    }
}
