//! What a band has of one article, wrapped to the width of its column.

use crate::read::ArticleId;
use crate::text::Span;
use crate::tui::app::Findings;
use crate::tui::pane::{Row, wrapped};
use crate::tui::synopsis::{Band, Order, Placed};

/// One line of one article's part of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellLine {
    /// Text.
    Text(Row),
    /// That what follows stands elsewhere in the article: in which paragraph, and in what order.
    From(usize, Order),
}

/// What `band` has of `article`, wrapped: sentences that follow each other in a paragraph run on.
pub fn cell(findings: &Findings, band: &Band, article: ArticleId, columns: usize) -> Vec<CellLine> {
    let analysis = &findings.analysis;
    let document = &analysis.documents[article.0];
    let sentence = |placed: &Placed| &document.sentences[placed.sentence.index];
    let mut lines = Vec::new();
    let runs = band.of(article).chunk_by(|one, next| {
        one.sentence.index + 1 == next.sentence.index && sentence(one).paragraph == sentence(next).paragraph
    });
    let mut expected = None;
    for run in runs {
        let span = run.iter().map(|placed| sentence(placed).span).reduce(Span::join);
        let Some((span, first)) = span.zip(run.first()) else { continue };
        if expected.is_some_and(|expected| expected != first.sentence.index) {
            lines.push(CellLine::From(sentence(first).paragraph + 1, first.order));
        }
        expected = run.last().map(|last| last.sentence.index + 1);
        let kind = document.paragraphs[sentence(first).paragraph].kind;
        lines.extend(wrapped(&document.text, span, kind, columns).into_iter().map(CellLine::Text));
    }
    lines
}

/// The word of `row` that stands at column `goal`.
pub fn word_in_row(text: &str, row: Row, goal: usize) -> usize {
    let mut after_space = true;
    let starts = row.span.of(text).char_indices().filter_map(|(place, character)| {
        let begins = after_space && !character.is_whitespace();
        after_space = character.is_whitespace();
        begins.then_some(row.span.start + place)
    });
    let before = starts.take_while(|&start| row.columns_before(text, start) <= goal);
    before.last().unwrap_or(row.span.start)
}
