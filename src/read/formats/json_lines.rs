//! Several articles in one source, in the form of `batch`: a story a line, `{"sources": [{"text": "…"}, …]}`, or an
//! article a line, `{"text": "…"}`; or one such value over many lines.

use serde::Deserialize;
use serde_json::Value;

use super::{Draft, Refusal, Source, day};
use crate::read::digest;

/// One article, or a story of several, as `batch` has it.
#[derive(Deserialize)]
struct Entry {
    id: Option<Value>,
    text: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    #[serde(default)]
    sources: Vec<Entry>,
}

/// What the file holds.
#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    One(Box<Entry>),
    Several(Vec<Entry>),
}

/// Whether the first line, or the whole, is JSON: braces alone stand at the beginning of other texts, too.
pub fn is_json(bytes: &[u8]) -> bool {
    let is = |bytes: &[u8]| serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok();
    is(first_line(bytes)) || is(without_mark(bytes))
}

/// Whether the first line, or the whole, holds articles.
pub fn has_articles(bytes: &[u8]) -> bool {
    let has = |bytes: &[u8]| serde_json::from_slice::<File>(bytes).is_ok_and(|file| !articles_of(file).is_empty());
    has(first_line(bytes)) || has(without_mark(bytes))
}

fn first_line(bytes: &[u8]) -> &[u8] {
    let text = without_mark(bytes).trim_ascii_start();
    text.split(|byte| *byte == b'\n').next().unwrap_or_default()
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The articles of all lines; what is wrong with a line is a doubt about the first article.
pub fn drafts(source: &Source) -> Result<Vec<Draft>, Refusal> {
    let bytes = without_mark(source.bytes);
    let mut doubts = Vec::new();
    let mut entries = Vec::new();
    if let Ok(file) = serde_json::from_slice(bytes) {
        entries = articles_of(file);
    } else {
        for (number, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            match serde_json::from_slice(line) {
                Ok(file) => entries.extend(articles_of(file)),
                Err(error) => doubts.push(format!("line {} of its file is left out: {error}", number + 1)),
            }
        }
    }
    let mut drafts: Vec<_> = entries.into_iter().enumerate().map(|(place, entry)| draft(place, entry)).collect();
    match drafts.first_mut() {
        Some(first) => first.doubts.append(&mut doubts),
        None => return Err(Refusal::new("no line of it holds an article", "see “variorum batch --help” for its form")),
    }
    Ok(drafts)
}

fn articles_of(file: File) -> Vec<Entry> {
    let entries = match file {
        File::One(entry) => vec![*entry],
        File::Several(entries) => entries,
    };
    let inner = entries.into_iter().flat_map(|mut entry| {
        let mut articles = std::mem::take(&mut entry.sources);
        articles.push(entry);
        articles
    });
    inner.filter(|entry| entry.text.is_some()).collect()
}

fn draft(place: usize, entry: Entry) -> Draft {
    let text = entry.text.unwrap_or_default();
    let mut doubts = Vec::new();
    let published = entry.published.filter(|written| !written.trim().is_empty()).and_then(|written| {
        let published = day(&written);
        if published.is_none() {
            doubts.push(format!("published: {written:?} is no date such as 2025-02-24"));
        }
        published
    });
    let name = match entry.id {
        Some(Value::String(id)) if !id.trim().is_empty() => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => (place + 1).to_string(),
    };
    let part = Some((name, digest(text.as_bytes())));
    Draft { title: entry.title, outlet: entry.outlet, published, text, doubts, part, ..Draft::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::formats::articles;
    use crate::read::{Article, Limits};

    fn read(text: &str) -> Vec<Article> {
        let opened = articles(&Source::new("news.jsonl", text.as_bytes()), &Limits::default());
        assert!(opened.refused.is_empty(), "{:?}", opened.refused);
        opened.articles
    }

    #[test]
    fn a_story_and_lines_of_articles_are_read_alike() {
        let story = r#"{"id": 1, "sources": [{"id": "wire", "text": "It rained.", "title": "Rain", "published": "2024-05-02"},
                       {"text": "It snowed.", "outlet": "The Herald"}]}"#;
        let lines = "{\"id\": \"wire\", \"text\": \"It rained.\", \"title\": \"Rain\", \"published\": \"2024-05-02T10:00\"}\n\n\
                     {\"text\": \"It snowed.\", \"outlet\": \"The Herald\"}\n";
        for text in [&story.replace('\n', " "), story, lines] {
            let found = read(text);
            assert_eq!(found.len(), 2, "{text}");
            assert_eq!((&*found[0].text, found[0].title.as_str()), ("It rained.", "Rain"));
            assert_eq!(found[0].published, Some(jiff::civil::date(2024, 5, 2)));
            assert_eq!(found[1].outlet.as_deref(), Some("The Herald"));
            assert_eq!((found[0].location.as_str(), found[1].location.as_str()), ("news.jsonl wire", "news.jsonl 2"));
            assert_ne!(found[0].sha256, found[1].sha256);
        }
    }

    #[test]
    fn a_bad_line_is_told_and_the_others_are_read() {
        let found = read(
            "{\"text\": \"It rained.\"}\nnonsense\n{\"text\": 5}\n{\"text\": \"It snowed.\", \"published\": \"soon\"}",
        );
        assert_eq!(found.len(), 2);
        assert!(found[0].doubts[0].contains("line 2 of its file") && found[0].doubts.len() == 2);
        assert!(found[1].doubts[0].contains("\"soon\" is no date"));
    }

    #[test]
    fn other_json_is_no_article() {
        for text in ["{\"a\": 1}", "[]", "[1, 2]", "{\"sources\": []}", &"[".repeat(100_000), "{\"text\": 3}"] {
            let opened = articles(&Source::new("x", text.as_bytes()), &Limits::default());
            let told = opened.refused.first().map(ToString::to_string);
            // What is not even JSON is a text.
            assert!(told.is_some_and(|told| told.contains("JSON without articles")) || text.len() > 100, "{text:.40}");
        }
    }
}
