//! The TEI: well formed, every pointer at something that is there, no reading called right; and valid, where the schema
//! and a validator are at hand.

use std::collections::HashSet;
use std::path::Path;
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use variorum::analysis::Analysis;
use variorum::report::{Excerpts, Form, Making, Manner, write};

use crate::stories::{notes, stories, story};

/// An element's beginning.
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

/// What a document holds.
pub struct Document {
    pub elements: Vec<Element>,
    pub text: String,
}

/// The document, which must be well formed.
pub fn parsed(text: &str) -> Document {
    let mut reader = Reader::from_str(text);
    let mut document = Document { elements: Vec::new(), text: String::new() };
    let mut open = 0_i32;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} at {}", reader.buffer_position())) {
            Event::Start(start) => {
                open += 1;
                document.elements.push(element(&start));
            }
            Event::Empty(start) => document.elements.push(element(&start)),
            Event::End(_) => open -= 1,
            Event::Text(text) => document.text.push_str(&text),
            Event::GeneralRef(name) => document.text.push(match &*name {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("&{other};"),
            }),
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(open, 0);
    document
}

fn element(start: &BytesStart) -> Element {
    Element {
        name: start.name().as_ref().to_owned(),
        attributes: (start.attributes())
            .map(|attribute| attribute.expect("an attribute"))
            .map(|attribute| (attribute.key.as_ref().to_owned(), attribute.value.into_owned()))
            .collect(),
    }
}

fn document(story: &Analysis, excerpts: Excerpts) -> String {
    let making = Some(Making { at: Some("2025-02-24T07:00:00Z".to_owned()), command: "variorum report".to_owned() });
    write(Form::Tei, story, &notes(story), &Manner { excerpts, making })
}

#[test]
fn every_pointer_leads_to_something_and_no_reading_is_right() {
    const POINTERS: [&str; 7] = ["target", "from", "to", "corresp", "wit", "resp", "ana"];
    for story in stories() {
        for excerpts in [Excerpts::Full, Excerpts::Short, Excerpts::None] {
            let document = parsed(&document(&story, excerpts));
            let named = |name: &str| {
                document
                    .elements
                    .iter()
                    .flat_map(move |element| {
                        element
                            .attributes
                            .iter()
                            .filter(move |(known, _)| known == name)
                            .map(|(_, value)| value.clone())
                    })
                    .collect::<Vec<_>>()
            };
            let ids = named("xml:id");
            let set: HashSet<_> = ids.iter().cloned().collect();
            assert_eq!(set.len(), ids.len());
            for pointer in POINTERS {
                for value in named(pointer).iter().flat_map(|value| value.split(' ')) {
                    assert!(value.strip_prefix('#').is_some_and(|id| set.contains(id)), "{pointer}={value}");
                }
            }
            assert!(document.elements.iter().all(|element| element.name != "lem"));
        }
    }
}

#[test]
fn the_witnesses_have_their_digests_and_the_texts_are_whole() {
    for story in stories() {
        let document = parsed(&document(&story, Excerpts::Full));
        for (article, segmented) in story.articles.iter().zip(&story.documents) {
            assert!(document.text.contains(&article.sha256));
            for paragraph in &segmented.paragraphs {
                assert!(document.text.contains(paragraph.span.of(&article.text)), "¶ of {}", article.siglum);
            }
        }
    }
}

#[test]
fn what_differs_in_a_quotation_is_an_apparatus() {
    let story = story(&[
        "Ann Lee said: “We will not close the old bridge before the winter.” The town was quiet.",
        "“We will not close the new bridge before the winter,” said Ann Lee.",
    ]);
    let text = document(&story, Excerpts::Full);
    let apparatus = "We will not close the <app type=\"substantive\"><rdg wit=\"#a\">old</rdg><rdg wit=\"#b\">new</rdg></app> bridge";
    assert!(text.contains(apparatus), "{text}");
}

#[test]
fn words_that_are_left_out_leave_a_gap_of_their_length() {
    let text = document(&story(&["Ten people fled.", "Twelve people fled."]), Excerpts::None);
    assert!(text.contains("<gap reason=\"withheld\" unit=\"chars\" quantity="), "{text}");
    assert!(!text.contains("fled"), "{text}");
}

/// The schema `tei_all` in Relax NG, which `.ci/validate` fetches and names here.
const SCHEMA: &str = "VARIORUM_TEI_SCHEMA";

#[test]
fn every_story_is_valid_tei() {
    let Some(schema) = std::env::var_os(SCHEMA).filter(|path| Path::new(path).is_file()) else {
        eprintln!("skipped: {SCHEMA} names no file tei_all.rng; .ci/run fetches one");
        return;
    };
    if Command::new("jing").output().is_err() {
        eprintln!("skipped: there is no validator jing");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut paths = Vec::new();
    for (number, story) in stories().iter().enumerate() {
        for excerpts in [Excerpts::Full, Excerpts::Short, Excerpts::None] {
            let path = folder.path().join(format!("{number}-{}.xml", excerpts.name()));
            std::fs::write(&path, document(story, excerpts)).expect("written");
            paths.push(path);
        }
    }
    let output = Command::new("jing").arg(schema).args(&paths).output().expect("jing starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
