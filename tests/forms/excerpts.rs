//! Texts that must not be copied: no form has more of their words in a row than was asked for, and none loses a place.

use std::collections::HashSet;

use serde_json::Value;
use variorum::analysis::Analysis;
use variorum::report::{Excerpts, Form, Making, Manner, write};

use crate::stories::{notes, stories};

/// The words of `text` without case and marks, but for the colon behind one: a report puts one between two quotations,
/// which an article that says a thing twice may have in a row.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| {
        let colon = if word.ends_with(':') { ":" } else { "" };
        let letters = word.trim_matches(|character: char| !character.is_alphanumeric()).to_lowercase();
        if letters.is_empty() { letters } else { letters + colon }
    };
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// The first run of more than `most` words in `told` that an article has.
pub fn copied(told: &[String], articles: &Analysis, most: usize) -> Option<String> {
    let texts: Vec<_> = articles.articles.iter().map(|article| words(&article.text)).collect();
    let runs: HashSet<&[String]> = texts.iter().flat_map(|words| words.windows(most + 1)).collect();
    told.iter().find_map(|text| words(text).windows(most + 1).find(|run| runs.contains(run)).map(|run| run.join(" ")))
}

/// The stretches of text that a reader of this form sees.
pub fn told(form: Form, report: &str) -> Vec<String> {
    match form {
        Form::Json | Form::Annotations => {
            let mut told = Vec::new();
            strings(&serde_json::from_str(report).expect("JSON"), &mut told);
            told
        }
        Form::Csv => {
            let mut table = csv::ReaderBuilder::new().from_reader(report.as_bytes());
            table.records().flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>()).collect()
        }
        // The number of a paragraph goes on from no text.
        Form::Html | Form::Tei => {
            without_tags(report).iter().flat_map(|text| text.split('¶')).map(str::to_owned).collect()
        }
        // A cell of a table and the next are two texts, as are a name and the next in a list of them, and a number is
        // none; lines of Markdown are whole paragraphs.
        Form::Markdown => {
            let parts = |line: &str| {
                let is_list = line.starts_with("Only in ");
                line.split(move |character| matches!(character, '|' | '¶') || is_list && character == ',')
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            report.replace(['*', '\\'], "").lines().flat_map(parts).collect()
        }
        Form::Plain => vec![report.to_owned()],
    }
}

fn strings(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, into)),
        Value::Object(fields) => fields.values().for_each(|item| strings(item, into)),
        _ => {}
    }
}

/// The text between elements that end a line; those amid text cut no run.
fn without_tags(markup: &str) -> Vec<String> {
    const AMID_TEXT: [&str; 9] = ["a", "em", "mark", "q", "strong", "sup", "app", "rdg", "anchor"];
    let mut told = vec![String::new()];
    for piece in markup.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !AMID_TEXT.contains(&name) {
            told.push(String::new());
        }
        let text = text.replace("&#39;", "'").replace("&apos;", "'").replace("&amp;", "&");
        told.last_mut().expect("there is one").push_str(&(text + " "));
    }
    told
}

fn report(form: Form, story: &Analysis, excerpts: Excerpts) -> String {
    let making = Some(Making { at: None, command: "variorum report".to_owned() });
    write(form, story, &notes(story), &Manner { excerpts, making })
}

#[test]
fn no_form_has_more_words_in_a_row_than_was_asked_for() {
    for story in stories() {
        for (excerpts, most) in [(Excerpts::Short, 10), (Excerpts::None, 4)] {
            for form in Form::ALL {
                let report = report(form, &story, excerpts);
                let copied = copied(&told(form, &report), &story, most);
                assert_eq!(copied, None, "{form:?} with {}", excerpts.name());
            }
        }
    }
}

#[test]
fn whole_texts_are_seen_where_they_are_told() {
    let story = &stories()[0];
    for form in Form::ALL {
        assert!(copied(&told(form, &report(form, story, Excerpts::Full)), story, 10).is_some(), "{form:?}");
    }
}

#[test]
fn no_place_is_lost_with_its_words() {
    for story in stories() {
        let [full, short, none] = [Excerpts::Full, Excerpts::Short, Excerpts::None]
            .map(|excerpts| serde_json::from_str::<Value>(&report(Form::Json, &story, excerpts)).expect("JSON"));
        for other in [&short, &none] {
            let (mut expected, mut found) = (Vec::new(), Vec::new());
            places(&full, &mut expected);
            places(other, &mut found);
            assert_eq!(found, expected);
            assert!(other["sources"].as_array().expect("sources").iter().all(|source| source["text"] == ""));
        }
        let annotations = [Excerpts::Full, Excerpts::None].map(|excerpts| report(Form::Annotations, &story, excerpts));
        let [full, none] = annotations.map(|text| text.matches("TextPositionSelector").count());
        assert_eq!(full, none);
    }
}

/// Where every place of a report is.
fn places(value: &Value, into: &mut Vec<(Value, Value, Value)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| places(item, into)),
        Value::Object(fields) => {
            if let (Some(source), Some(start), Some(end)) =
                (fields.get("source"), fields.get("start"), fields.get("end"))
            {
                into.push((source.clone(), start.clone(), end.clone()));
            }
            fields.values().for_each(|item| places(item, into));
        }
        _ => {}
    }
}

#[test]
fn a_report_without_words_still_tells_figures_places_and_names() {
    let story = crate::stories::story(&[
        "Mayor Ann Lee said on 3 May 2024 that 1,200 people had fled from the flood in Lund.",
        "Mayor Ann Lee said on 3 May 2024 that 1,300 people had fled from the flood in Lund.",
    ]);
    let markdown = report(Form::Markdown, &story, Excerpts::None);
    for told in ["1200", "1300", "2024-05-03", "Ann Lee", "¶1 [", "code points"] {
        assert!(markdown.contains(told), "{told} is not in\n{markdown}");
    }
    assert!(!markdown.contains("flood"), "{markdown}");
}
