//! A fact in one line: what it is about, and each reading with the articles that carry it.

use super::excerpts::{LEFT_OUT, Veil};
use super::worded::worded;
use crate::analysis::Analysis;
use crate::link::{MentionId, Reading};
use crate::read::ArticleId;
use crate::text::fold;

/// What some articles say for a fact, in the same words but for case, accents and marks.
#[derive(Debug, PartialEq, Eq)]
pub struct Variant<'a> {
    /// The words of the first of them.
    pub words: &'a str,
    /// The first of them.
    pub reading: Reading,
    /// Who says so, in order, each once.
    pub articles: Vec<ArticleId>,
}

/// The different readings of fact `index`, by first reading.
pub fn variants(analysis: &Analysis, index: usize) -> Vec<Variant<'_>> {
    let mut variants: Vec<(String, Variant)> = Vec::new();
    for &reading in &analysis.facts[index].readings {
        let excerpt = reading.excerpt;
        let words = analysis.words_of(excerpt);
        let folded = fold::fold(words);
        match variants.iter_mut().find(|(known, _)| *known == folded) {
            Some((_, variant)) if variant.articles.last() == Some(&excerpt.article) => {}
            Some((_, variant)) => variant.articles.push(excerpt.article),
            None => variants.push((folded, Variant { words, reading, articles: vec![excerpt.article] })),
        }
    }
    variants.into_iter().map(|(_, variant)| variant).collect()
}

/// “jobs cut: 600 (a, c); 590 (b)”.
pub fn fact_summary(analysis: &Analysis, veil: &Veil, index: usize) -> String {
    let readings: Vec<_> = variants(analysis, index)
        .iter()
        .map(|variant| {
            format!("{} ({})", told(analysis, veil, variant.reading, ""), sigla(analysis, &variant.articles))
        })
        .collect();
    let readings = readings.join("; ");
    match &*veil.cited(&analysis.facts[index].about) {
        "" => readings,
        // What it is about and what is said of it may go on from each other.
        about => veil.told(&format!("{about}: {readings}")).into_owned(),
    }
}

/// A reading on one line, with room for `beside`, which is told next to it; where its words must not be told, what they
/// come to.
pub fn told(analysis: &Analysis, veil: &Veil, reading: Reading, beside: &str) -> String {
    let words = analysis.words_of(reading.excerpt);
    match veil.cited_beside(words, beside) {
        told if told.is_empty() && !words.is_empty() => value(analysis, reading).unwrap_or_else(|| LEFT_OUT.to_owned()),
        told => one_line(&told),
    }
}

/// What a reading comes to, where it states a figure, a date or a length of time.
fn value(analysis: &Analysis, reading: Reading) -> Option<String> {
    worded(&analysis.mention(MentionId { article: reading.excerpt.article, index: reading.mention? }).value)
}

/// The articles' sigla: “a, c”.
pub fn sigla(analysis: &Analysis, articles: &[ArticleId]) -> String {
    let sigla: Vec<_> = articles.iter().map(|&article| analysis.articles[article.0].siglum.as_str()).collect();
    sigla.join(", ")
}

/// Longest reading in a line, in code points; what is longer is cut in the middle of the line.
const READING_POINTS: usize = 120;

/// `words` on one line, cut where they are very long.
pub fn one_line(words: &str) -> String {
    cut(words, READING_POINTS)
}

/// `words` on one line, cut at a word to at most `points` code points and an ellipsis.
pub fn cut(words: &str, points: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(points) else {
        return line;
    };
    let end = line[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &line[..end])
}
