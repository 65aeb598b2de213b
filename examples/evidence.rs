//! Prints every pair of sentences and of values that linking weighs in a story, with the evidence, one JSON object a line:
//! `cargo run --example evidence a.txt b.txt`. `.ci/fit` reads it to fit the weights. Positions are code points.

use std::io::{BufWriter, Result, Write, stdout};

use serde_json::{Map, Value, json};
use variorum::analysis::analyze;
use variorum::link::weighed_pairs;
use variorum::read::{Article, Excerpt};
use variorum::text::CodePoints;

fn main() -> Result<()> {
    let texts = std::env::args().skip(1).map(std::fs::read).collect::<Result<Vec<_>>>()?;
    let story = analyze(texts.iter().map(|text| Article::from_text(&String::from_utf8_lossy(text))).collect());
    let points: Vec<_> = story.documents.iter().map(|document| CodePoints::new(&document.text)).collect();
    let place = |excerpt: Excerpt| {
        let range = points[excerpt.article.0].range(excerpt.span);
        json!([excerpt.article.0, range.start, range.end])
    };
    let mut output = BufWriter::new(stdout());
    for pair in weighed_pairs(&story.documents, &story.mentions) {
        let evidence: Map<String, Value> =
            pair.evidence.iter().map(|&(name, amount)| (name.to_owned(), json!(amount))).collect();
        let line = json!({"what": pair.what, "places": pair.places.map(place), "evidence": evidence});
        writeln!(output, "{line}")?;
    }
    output.flush()
}
