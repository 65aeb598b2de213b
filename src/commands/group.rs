//! Articles of many events → a line for each story, in the form that `batch` takes.

use std::collections::BTreeSet;
use std::io::{BufRead, BufWriter, Write};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::batch::{self, Source};
use super::lines::next_line;
use super::parsed;
use super::report::warn;
use crate::error::{Error, Result};
use crate::group::{Story, stories};
use crate::read::Article;
use crate::report::to_json;

/// A line of input: one article, as `extract` has them, or several, as `batch` has them.
#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: Option<String>,
    title: Option<String>,
    published: Option<String>,
    reference_time: Option<String>,
    sources: Option<Vec<Source>>,
}

/// A line of output.
#[derive(Serialize)]
struct Answer<'a> {
    /// The story's place in the output, from 1.
    id: String,
    /// The headline of the article in its middle.
    title: &'a str,
    /// How alike its articles are.
    likeness: f64,
    sources: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    text: &'a str,
}

/// Groups the articles of all lines of `input` and writes their stories to `output`. A line that cannot be used is told on
/// standard error and left out.
///
/// # Errors
///
/// When `input` cannot be read or has lines that cannot be used, or `output` cannot be written.
pub fn lines(mut input: impl BufRead, output: impl Write) -> Result<()> {
    let unread = |cause| Error::Stream { attempt: "read standard input", cause };
    let (mut articles, mut ids) = (Vec::new(), BTreeSet::new());
    let (mut number, mut useless) = (0, 0);
    while let Some(line) = next_line(&mut input).map_err(unread)? {
        number += 1;
        if line.as_ref().is_ok_and(|line| line.iter().all(u8::is_ascii_whitespace)) {
            continue;
        }
        match line.and_then(|line| told(&line, number)) {
            Ok(told) => articles.extend(told.into_iter().map(|article| with_own_id(article, &mut ids))),
            Err(reason) => {
                useless += 1;
                warn(&format!("line {number}: {reason}"));
            }
        }
    }
    write_stories(&articles, output)?;
    match useless {
        0 => Ok(()),
        useless => Err(Error::Source {
            location: "standard input".to_owned(),
            reason: format!("{useless} of its lines could not be used"),
            remedy: "see the messages above; the other lines were grouped",
        }),
    }
}

/// Groups `articles` under the places they came from, and writes their stories to `output`.
///
/// # Errors
///
/// When `output` cannot be written.
pub fn write(articles: Vec<Article>, output: impl Write) -> Result<()> {
    let mut ids = BTreeSet::new();
    let named = articles.into_iter().map(|mut article| {
        article.siglum.clone_from(&article.location);
        with_own_id(article, &mut ids)
    });
    write_stories(&named.collect::<Vec<_>>(), output)
}

/// The articles of line `number`, each with its id as its siglum.
fn told(line: &[u8], number: usize) -> std::result::Result<Vec<Article>, String> {
    let Request { id, text, title, published, reference_time, sources } = parsed(line)?;
    let id = match id {
        Value::Null => None,
        Value::String(id) => Some(id),
        other => Some(other.to_string()),
    };
    match (text, sources) {
        (Some(text), None) => {
            let id = Some(id.unwrap_or_else(|| number.to_string()));
            batch::articles(vec![Source { id, text, title, published: published.or(reference_time) }])
        }
        (None, Some(sources)) => {
            let mut articles = batch::articles(sources)?;
            for article in &mut articles {
                article.siglum = format!("{}/{}", id.as_deref().unwrap_or(&number.to_string()), article.siglum);
            }
            Ok(articles)
        }
        (Some(_), Some(_)) => Err("it has both `text` and `sources`".to_owned()),
        (None, None) => Err("it has neither `text` nor `sources`".to_owned()),
    }
}

/// The article under an id that none before it has: `batch` must be able to tell them apart.
fn with_own_id(mut article: Article, ids: &mut BTreeSet<String>) -> Article {
    let wanted = article.siglum.clone();
    let mut number = 1;
    while !ids.insert(article.siglum.clone()) {
        number += 1;
        article.siglum = format!("{wanted} ({number})");
    }
    article
}

fn write_stories(articles: &[Article], output: impl Write) -> Result<()> {
    let mut output = BufWriter::new(output);
    let mut write = || {
        for (number, story) in (1..).zip(stories(articles)) {
            writeln!(output, "{}", to_json(&answer(number, &story, articles)))?;
        }
        output.flush()
    };
    write().map_err(|cause| Error::Stream { attempt: "write to standard output", cause })
}

fn answer<'a>(number: usize, story: &Story, articles: &'a [Article]) -> Answer<'a> {
    let sources = story.articles.iter().map(|article| &articles[article.0]).map(|article| Told {
        id: &article.siglum,
        title: &article.title,
        published: article.published.map(|day| day.to_string()),
        text: &article.text,
    });
    Answer {
        id: number.to_string(),
        title: &articles[story.middle.0].title,
        likeness: (story.likeness * 100.0).round() / 100.0,
        sources: sources.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(input: &str) -> (Vec<Value>, Result<()>) {
        let mut output = Vec::new();
        let result = lines(input.as_bytes(), &mut output);
        let text = String::from_utf8(output).expect("it writes UTF-8");
        (text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect(), result)
    }

    fn ids(stories: &[Value]) -> Vec<Vec<&str>> {
        fn id(source: &Value) -> &str {
            source["id"].as_str().expect("an id")
        }
        stories.iter().map(|story| story["sources"].as_array().expect("sources").iter().map(id).collect()).collect()
    }

    const PRISON: &str = "Ten men fled the Ottery prison, warden Ana Ruiz said.";
    const PRISON_TOO: &str = "Warden Ana Ruiz says ten prisoners escaped from Ottery.";
    const BRIDGE: &str = "The Kelso bridge fell into the river Tweed.";

    #[test]
    fn both_forms_of_lines_are_read_and_their_articles_mixed() {
        let input = format!(
            "{{\"id\": 7, \"text\": {PRISON:?}, \"reference_time\": \"2024-05-02\"}}\n\n{{\"id\": \"s\", \"sources\": \
             [{{\"text\": {BRIDGE:?}}}, {{\"id\": \"wire\", \"text\": {PRISON_TOO:?}, \"title\": \"Escape\"}}]}}\n"
        );
        let (stories, result) = grouped(&input);
        assert!(result.is_ok());
        assert_eq!(ids(&stories), [vec!["7", "s/wire"], vec!["s/a"]]);
        assert_eq!(
            (&stories[0]["sources"][0]["published"], &stories[0]["sources"][1]["title"]),
            (&"2024-05-02".into(), &"Escape".into())
        );
    }

    #[test]
    fn what_comes_out_is_what_batch_takes() {
        let (stories, _) = grouped(&format!("{{\"text\": {PRISON:?}}}\n{{\"text\": {PRISON_TOO:?}}}\n"));
        let answer: Value =
            serde_json::from_str(&batch::answer(stories[0].to_string().as_bytes()).expect("an answer")).expect("JSON");
        assert_eq!(answer["comparison"]["sources"][1]["id"], "2");
    }

    #[test]
    fn a_line_that_cannot_be_used_leaves_the_others() {
        let (stories, result) = grouped(&format!("{{\"id\": 1}}\n[\n{{\"text\": {BRIDGE:?}}}"));
        assert_eq!(ids(&stories), [["3"]]);
        assert!(result.expect_err("two lines are of no use").to_string().contains("2 of its lines could not be used"));
    }

    #[test]
    fn an_id_given_twice_is_told_apart() {
        let line = format!("{{\"id\": \"x\", \"text\": {BRIDGE:?}}}\n");
        assert_eq!(ids(&grouped(&line.repeat(3)).0), [["x", "x (2)", "x (3)"]]);
    }

    #[test]
    fn nothing_has_no_stories() {
        assert!(grouped("\n").0.is_empty());
    }
}
