//! What a page says of its article in JSON-LD: the fullest and most reliable of the forms, where there is one.

use dom_query::Document;
use serde_json::Value;

use super::words;
use crate::read::formats::Draft;
use crate::read::formats::day;

/// So many values are looked through; articles stand near the beginning.
const MOST_VALUES: usize = 10_000;

/// Adds what the page's JSON-LD says to what is not yet known.
pub fn add(document: &Document, draft: &mut Draft) {
    for script in document.select("script[type='application/ld+json']").nodes() {
        let Ok(value) = serde_json::from_str::<Value>(script.text().trim()) else { continue };
        if let Some(article) = article_in(&value) {
            take(article, draft);
            return;
        }
    }
}

/// The first object whose type is that of an article, wherever it is: alone, in a list, in a graph.
fn article_in(value: &Value) -> Option<&Value> {
    let mut waiting = vec![value];
    let mut seen = 0;
    while let Some(value) = waiting.pop() {
        seen += 1;
        if seen > MOST_VALUES {
            return None;
        }
        match value {
            Value::Object(fields) => {
                if fields.get("@type").is_some_and(is_article) {
                    return Some(value);
                }
                waiting.extend(
                    ["@graph", "mainEntity", "mainEntityOfPage"].iter().rev().filter_map(|name| fields.get(*name)),
                );
            }
            Value::Array(items) => waiting.extend(items.iter().rev()),
            _ => {}
        }
    }
    None
}

/// `NewsArticle`, `ReportageNewsArticle`, `BlogPosting`, `LiveBlogPosting` and their kin.
fn is_article(kind: &Value) -> bool {
    let is = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report")
    };
    is(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(is))
}

fn take(article: &Value, draft: &mut Draft) {
    let text = |value: &Value| value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(words);
    let field = |name: &str| text(&article[name]);
    draft.title = field("headline").or_else(|| field("name"));
    draft.outlet = names(&article["publisher"]);
    draft.byline = names(&article["author"]);
    draft.published = field("datePublished").as_deref().and_then(day);
    draft.language = field("inLanguage");
    let free = &article["isAccessibleForFree"];
    if free == &Value::Bool(false) || free.as_str().is_some_and(|free| free.eq_ignore_ascii_case("false")) {
        draft.doubts.push("its outlet does not give it away: the page may hold only the beginning".to_owned());
    }
}

/// The name of a person or an organisation; of several, with commas.
fn names(value: &Value) -> Option<String> {
    let name = |value: &Value| {
        let name = value.as_str().or_else(|| value["name"].as_str())?.trim();
        // Some give the address of the author's page for a name.
        (!name.is_empty() && !name.contains("://")).then(|| words(name))
    };
    match value {
        Value::Array(items) => {
            let names: Vec<_> = items.iter().filter_map(name).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        value => name(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(json: &str) -> Draft {
        let mut draft = Draft::default();
        let page = format!("<html><head><script type=\"application/ld+json\">{json}</script></head></html>");
        add(&Document::from(page), &mut draft);
        draft
    }

    #[test]
    fn an_article_is_found_wherever_it_stands() {
        let article = r#"{"@type": "NewsArticle", "headline": "River &amp; dam", "datePublished": "2024-05-02T10:00:00Z", "inLanguage": "en-GB",
                          "author": [{"name": "Ann Lee"}, "Bob Ray"], "publisher": {"@type": "Organization", "name": "The Herald"}}"#;
        let graph = format!(
            r#"{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "x"}}, {article}]}}"#
        );
        for json in [
            article.to_owned(),
            format!("[{article}]"),
            graph,
            article.replace("\"NewsArticle\"", "[\"x\", \"Article\"]"),
        ] {
            let draft = told(&json);
            assert_eq!(draft.title.as_deref(), Some("River & dam"), "{json}");
            assert_eq!(
                (draft.byline.as_deref(), draft.outlet.as_deref()),
                (Some("Ann Lee, Bob Ray"), Some("The Herald"))
            );
            assert_eq!(draft.published, Some(jiff::civil::date(2024, 5, 2)));
        }
    }

    #[test]
    fn other_things_and_broken_data_say_nothing() {
        for json in [
            "",
            "{",
            "{\"@type\": \"WebSite\", \"name\": \"x\"}",
            &"[".repeat(5000),
            "null",
            "{\"@type\": \"NewsArticle\", \"headline\": 3}",
        ] {
            let draft = told(json);
            assert_eq!((draft.title, draft.published), (None, None), "{json:.40}");
        }
    }

    #[test]
    fn what_must_be_paid_for_is_a_doubt() {
        assert_eq!(told(r#"{"@type": "NewsArticle", "isAccessibleForFree": "False"}"#).doubts.len(), 1);
        assert!(told(r#"{"@type": "NewsArticle", "isAccessibleForFree": true}"#).doubts.is_empty());
    }
}
