//! The stages from files to findings, over whole stories: drop a folder of articles into `tests/corpus`, run with
//! `UPDATE_GOLDEN=1`, read `tests/golden/pipeline/<folder>.txt`, commit both.

#[path = "support/golden.rs"]
mod golden;

use std::fmt::Write;
use std::fs;

use variorum::analysis::{Analysis, analyze};
use variorum::compare::Status;
use variorum::read::{Excerpt, Limits, open};

#[test]
fn the_findings_on_every_story_are_as_they_were_last_read() {
    let mut cases: Vec<_> = fs::read_dir(golden::folder("corpus"))
        .expect("a corpus")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    for case in cases {
        let name = case.file_name().and_then(|name| name.to_str()).expect("a plain name").to_owned();
        let story = analyze(open(&[case], &Limits::default()).expect("a story that opens").articles);
        golden::check("pipeline", &name, &outline(&story));
    }
}

/// What the stages found, in lines that a person can read through.
fn outline(story: &Analysis) -> String {
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{text}").expect("a string takes every write");
    line("DISCREPANCIES".to_owned());
    for found in &story.discrepancies {
        line(format!("{} {:.2} {}: {}", found.severity.name(), found.confidence, found.rule, found.summary));
        for &place in &found.evidence {
            line(format!("    {}", shown(story, place)));
        }
    }
    line("\nFACTS TOLD BY SEVERAL".to_owned());
    for (index, fact) in story.facts.iter().enumerate() {
        if let (Status::Shared | Status::Conflicting, Some(grade)) = (story.status(index), story.grades[index]) {
            line(format!("{} {} {:.2} ({})", fact.kind.name(), grade.name(), fact.certainty, fact.about));
            for place in story.readings(index) {
                line(format!("    {}", shown(story, place)));
            }
        }
    }
    line("\nENTITIES".to_owned());
    for entity in &story.entities {
        let mut written: Vec<String> =
            entity.mentions.iter().map(|&mention| shown(story, story.excerpt_of(mention))).collect();
        written.sort();
        written.dedup();
        line(format!("{} {}: {}", entity.kind.name(), entity.name, written.join(", ")));
    }
    line("\nPASSAGES".to_owned());
    for passage in &story.passages {
        line(format!("{:.2}", passage.similarity));
        for &sentence in &passage.sentences {
            line(format!("    {}", shown(story, story.sentence(sentence))));
        }
    }
    line("\nCOVERAGE".to_owned());
    for (article, coverage) in story.articles.iter().zip(&story.coverage) {
        line(format!("{} {} words, {:.2} compared", article.siglum, coverage.words, coverage.compared));
    }
    for origin in &story.origins {
        let sigla: Vec<_> = origin.articles.iter().map(|article| article.siglum()).collect();
        line(format!("common origin: {} {:.2} {:?}", sigla.join(" "), origin.share, origin.agency));
    }
    out
}

fn shown(story: &Analysis, place: Excerpt) -> String {
    let words: Vec<_> = story.words_of(place).split_whitespace().collect();
    format!("{} {}", place.article.siglum(), words.join(" "))
}
