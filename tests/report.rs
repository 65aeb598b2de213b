//! The report as a whole: the JSON keeps to its promised form, and no article can pose as anything but text.

#[path = "support/schema.rs"]
mod schema;

use std::fs;
use std::path::Path;

use serde_json::Value;
use variorum::analysis::{Analysis, analyze};
use variorum::notes::{Note, Notebook, Verdict};
use variorum::read::{Article, number, open};
use variorum::report;

const FACT_KINDS: &[&str] = &["money", "percent", "quantity", "number", "date", "duration", "quote", "statement"];
const STATUSES: &[&str] = &["shared", "conflicting", "single"];
const GRADES: &[&str] = &["equal", "reworded", "rounded", "bounded", "converted", "update", "conflict"];
const ENTITY_KINDS: &[&str] = &["person", "organisation", "place", "other"];
const SEVERITIES: &[&str] = &["high", "medium", "low"];
const DISCREPANCY_KINDS: &[&str] = &[
    "number",
    "unit",
    "date",
    "name",
    "quote",
    "attribution",
    "role",
    "scope",
    "polarity",
    "garble",
    "truncation",
    "repetition",
];
const HEDGES: &[&str] = &["exact", "about", "at_least", "more_than", "at_most", "less_than"];

/// Two accounts that share much, and try everything that Markdown, HTML and terminals understand.
const HOSTILE: [&str; 2] = [
    "# <script>alert('x')</script> | [click](javascript:x)\n\nMayor `Ann *Lee*` said \"the _flood_ | took <b>40</b> \
     houses\" &amp; 12% of $3 million.\n\n```\n| a | b |\n---\n![x](http://x.example/a.png)\u{1b}[2J\u{202e}gnp",
    "<!-- Flood -->\n\nMayor Ann Lee said \"the _flood_ | took <b>50</b> houses\" \\| and 13% of $4 million. \
     <https://x.example> www.x.example @everyone #1 ~~gone~~\n\n> quoted\n\n1. one\n- two",
];

fn story(texts: &[&str]) -> Analysis {
    let mut articles: Vec<_> = texts.iter().map(|text| Article::from_text(text)).collect();
    number(&mut articles);
    analyze(articles)
}

fn json(analysis: &Analysis) -> Value {
    schema::report(&report::json(analysis, &Notebook::default()))
}

/// Every story of the corpus, and the bundled one.
fn stories() -> Vec<Analysis> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut folders: Vec<_> =
        fs::read_dir(corpus).expect("a corpus").map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    let mut stories: Vec<_> = folders.into_iter().map(|folder| analyze(open(&[folder]).expect("a story"))).collect();
    stories.push(analyze(variorum::read::bundled()));
    stories.push(story(&HOSTILE));
    stories
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is no list"))
}

fn is_one_of(value: &Value, names: &[&str]) {
    assert!(value.as_str().is_some_and(|name| names.contains(&name)), "{value} is none of {names:?}");
}

fn is_share(value: &Value) {
    assert!(value.as_f64().is_some_and(|share| (0.0..=1.0).contains(&share)), "{value} is no share");
}

/// Every place in `value`: what has a source, a start and an end.
fn places<'v>(value: &'v Value, into: &mut Vec<&'v Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| places(item, into)),
        Value::Object(fields) => {
            if fields.contains_key("source") && fields.contains_key("start") {
                into.push(value);
            }
            fields.values().for_each(|item| places(item, into));
        }
        _ => {}
    }
}

#[test]
fn every_place_is_where_its_words_are() {
    for story in stories() {
        let report = json(&story);
        let texts: Vec<Vec<char>> = list(&report, "sources")
            .iter()
            .map(|source| source["text"].as_str().expect("a text").chars().collect())
            .collect();
        let ids: Vec<_> = list(&report, "sources").iter().map(|source| &source["id"]).collect();
        let mut found = Vec::new();
        places(&report, &mut found);
        assert!(!found.is_empty(), "{}", story.articles[0].location);
        for place in found {
            let text = &texts[ids.iter().position(|id| **id == place["source"]).expect("a source of the report")];
            let at = |key: &str| usize::try_from(place[key].as_u64().expect("a position")).expect("it fits");
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(place["text"], words.as_str());
            assert!(!words.is_empty());
        }
    }
}

#[test]
fn every_name_is_from_its_closed_list() {
    for story in stories() {
        let report = json(&story);
        for fact in list(&report, "facts") {
            is_one_of(&fact["kind"], FACT_KINDS);
            is_one_of(&fact["status"], STATUSES);
            let mut sources: Vec<_> = list(fact, "mentions").iter().map(|mention| mention["source"].as_str()).collect();
            sources.dedup();
            match fact["status"].as_str() {
                Some("single") => assert!(fact["grade"].is_null() && sources.len() == 1, "{fact}"),
                status => {
                    is_one_of(&fact["grade"], GRADES);
                    assert_eq!(status == Some("conflicting"), fact["grade"] == "conflict");
                    assert!(sources.len() > 1, "{fact}");
                }
            }
            for mention in list(fact, "mentions") {
                value_fits(fact["kind"].as_str(), &mention["value"]);
            }
        }
        for entity in list(&report, "entities") {
            is_one_of(&entity["kind"], ENTITY_KINDS);
        }
        for passage in list(&report, "passages") {
            is_share(&passage["similarity"]);
        }
        for found in list(&report, "discrepancies") {
            is_one_of(&found["kind"], DISCREPANCY_KINDS);
            is_one_of(&found["severity"], SEVERITIES);
            is_share(&found["confidence"]);
            let kind = found["kind"].as_str().expect("a kind");
            let rule = found["rule"].as_str().expect("a rule");
            assert!(rule.strip_prefix(kind).is_some_and(|slip| slip.starts_with('/')), "{rule} is not of {kind}");
            assert!(!list(found, "evidence").is_empty(), "{found}");
            assert!(!found["summary"].as_str().expect("a summary").contains('\n'), "{found}");
            for fact in list(found, "facts") {
                assert!(list(&report, "facts").iter().any(|known| known["id"] == *fact), "{fact} is not in the report");
            }
        }
        for coverage in list(&report, "coverage") {
            is_share(&coverage["compared"]);
        }
    }
}

/// A value has the fields of its kind.
fn value_fits(kind: Option<&str>, value: &Value) {
    let fields: &[&str] = match kind {
        Some("money") => &["number", "currency", "hedge"],
        Some("percent") => &["number", "hedge"],
        Some("quantity") => &["number", "unit", "hedge"],
        Some("number") => &["number", "of", "hedge"],
        Some("date") => &["timex"],
        Some("duration") => &["timex", "hedge"],
        Some("quote") => &["words", "speaker_text", "speaker"],
        _ => return,
    };
    if value.is_null() {
        return; // a part of a longer quotation has no value of its own
    }
    for field in fields {
        assert!(value.get(field).is_some(), "{field} is missing in {value}");
    }
    if let Some(hedge) = value.get("hedge") {
        is_one_of(hedge, HEDGES);
    }
    if let Some(number) = value.get("number") {
        let is_decimal =
            |text: &str| text.chars().all(|character| character.is_ascii_digit() || "-.".contains(character));
        assert!(number.as_str().is_some_and(is_decimal), "{number} is no decimal string");
    }
}

#[test]
fn no_article_steers_a_terminal() {
    let story = story(&HOSTILE);
    for text in [report::json(&story, &Notebook::default()), report::markdown(&story, &Notebook::default())] {
        let steers = |character: char| character.is_control() && character != '\n' || character == '\u{202e}';
        assert!(!text.contains(steers), "{text}");
    }
}

#[test]
fn no_article_poses_as_markup() {
    let story = story(&HOSTILE);
    let report = report::markdown(&story, &Notebook::default());
    let bare = without_escapes(&report);
    // Digests are the only code; headings and tables are ours.
    for markup in ["<", "](", "![", "&amp", "http:/", "https:/", "```", "~~", "$", "@"] {
        assert!(!bare.contains(markup), "{markup} in\n{report}");
    }
    for line in bare.lines().filter(|line| line.starts_with('#')) {
        let known = ["# Comparison of", "## ", "### d"];
        assert!(known.iter().any(|start| line.starts_with(start)), "{line}");
    }
    let mut columns = None;
    for line in bare.lines() {
        let bars = line.matches('|').count();
        match columns {
            Some(expected) if line.starts_with('|') => assert_eq!(bars, expected, "{line}"),
            _ if line.starts_with('|') => columns = Some(bars),
            _ => {
                assert_eq!(bars, 0, "{line}");
                columns = None;
            }
        }
    }
}

/// `markdown` without the characters that are escaped in it.
fn without_escapes(markdown: &str) -> String {
    let mut bare = String::new();
    let mut characters = markdown.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            characters.next();
        } else {
            bare.push(character);
        }
    }
    bare
}

#[test]
fn the_user_s_notes_are_in_both_reports() {
    let folder = tempfile::tempdir().expect("a folder");
    let story = story(&["Ten people fled.", "Twelve people fled."]);
    let mut notebook = Notebook::open(&story.articles, Some(folder.path().join("notes.json"))).expect("a notebook");
    let sentence = story.sentence(variorum::link::SentenceId { article: variorum::read::ArticleId(1), index: 0 });
    let comment = "Who counted?".to_owned();
    notebook.set(Note { rule: None, places: vec![sentence], comment, verdict: Verdict::NeedsChecking });
    let json = schema::report(&report::json(&story, &notebook));
    let note = &json["notes"][0];
    assert_eq!((&note["comment"], &note["verdict"]), (&"Who counted?".into(), &"needs checking".into()));
    assert_eq!((&note["places"][0]["source"], &note["places"][0]["end"]), (&"b".into(), &19.into()));
    let markdown = report::markdown(&story, &notebook);
    assert!(markdown.contains("**b** ¶1 “Twelve people fled.”: Who counted? *(needs checking)*"), "{markdown}");
}
