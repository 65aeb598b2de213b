//! What could be compared in each article, and what stood in the way. “No conflict found” is not “confirmed”: this says
//! how much was looked at.

use super::{Context, Coverage};
use crate::segment::{Document, WordKind};

/// Shorter sentences are headings, captions' ends and the like: nothing to compare.
const LEAST_WORDS: usize = 4;
/// A word that no list knows, in more than this part of the words, shows a text that the rules do not understand.
const MOST_UNKNOWN: f64 = 0.25;

/// Each article's coverage.
pub fn coverage(context: &Context) -> Vec<Coverage> {
    let mut compared: Vec<Vec<bool>> =
        context.documents.iter().map(|document| vec![false; document.sentences.len()]).collect();
    for sentence in context.links.passages.iter().flat_map(|passage| &passage.sentences) {
        compared[sentence.article.0][sentence.index] = true;
    }
    for fact in context.links.facts.iter().filter(|fact| fact.articles().len() > 1) {
        for reading in &fact.readings {
            let article = reading.excerpt.article.0;
            if let Some(sentence) = context.documents[article].sentence_at(reading.excerpt.span.start) {
                compared[article][sentence] = true;
            }
        }
    }
    (context.documents.iter().zip(&compared).enumerate())
        .map(|(article, (document, compared))| {
            one(document, compared, &context.articles[article].doubts, context.documents.len())
        })
        .collect()
}

fn one(document: &Document, compared: &[bool], doubts: &[String], articles: usize) -> Coverage {
    let words = document.words.iter().filter(|word| word.kind == WordKind::Word).count();
    let unknown = document.words.iter().filter(|word| word.kind == WordKind::Word && !word.is_known()).count();
    let told: Vec<bool> = (document.sentences.iter().zip(compared))
        .filter(|(sentence, _)| sentence.words.len() >= LEAST_WORDS)
        .map(|(_, &compared)| compared)
        .collect();
    let met = told.iter().filter(|compared| **compared).count();
    let mut doubts = doubts.to_vec();
    if articles < 2 {
        doubts.push(
            "there is no other article to compare it with; only damage in its own text was looked for".to_owned(),
        );
    } else if met < told.len() {
        doubts.push(format!(
            "{} of its {} sentences tell nothing that was found in another article",
            told.len() - met,
            told.len()
        ));
    }
    if unknown as f64 > MOST_UNKNOWN * words as f64 {
        doubts.push("many of its words are in no English list: it may be in another language".to_owned());
    }
    Coverage { words, compared: if told.is_empty() { 0.0 } else { met as f64 / told.len() as f64 }, doubts }
}
