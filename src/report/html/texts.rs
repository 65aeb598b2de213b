//! The articles' texts in paragraphs, cut where a mark begins or ends: each piece with what it is marked as, and the
//! finding that it leads to.

use std::collections::BTreeSet;

use super::anchor;
use crate::analysis::Analysis;
use crate::compare::{DiscrepancyKind, Status};
use crate::link::FactKind;
use crate::notes::Notebook;
use crate::read::{ArticleId, Excerpt};
use crate::report::json::id;
use crate::segment::{self, ParagraphKind};
use crate::text::Span;

/// An article.
pub struct Text<'a> {
    pub siglum: &'a str,
    pub location: &'a str,
    pub paragraphs: Vec<Paragraph<'a>>,
}

/// A paragraph of an article.
pub struct Paragraph<'a> {
    /// From 1, as the findings name it.
    pub number: usize,
    pub heading: bool,
    pub pieces: Vec<Piece<'a>>,
}

/// A stretch of text with one look.
pub struct Piece<'a> {
    pub words: &'a str,
    /// How it is marked: `differs`, `damaged`, both also `long`, `shared`, or nothing.
    pub look: &'static str,
    /// The finding that it leads to: `d1`, `f3`.
    pub finding: Option<String>,
    /// The discrepancies whose words end here.
    pub ending: Vec<String>,
    /// The place that findings lead to, where one begins here.
    pub anchor: Option<String>,
}

/// Words longer than this are marked in a quieter way: whole paragraphs in a loud one are hard to read.
const LOUD_BYTES: usize = 70;

/// Words that are marked.
struct Mark {
    span: Span,
    look: &'static str,
    discrepancy: Option<usize>,
    fact: Option<usize>,
}

/// All articles, in the order given.
pub fn texts<'a>(analysis: &'a Analysis, notebook: &Notebook) -> Vec<Text<'a>> {
    let (marks, mut anchors) = marks(analysis);
    anchors.extend(notebook.notes().iter().flat_map(|note| note.places.iter().copied()));
    (analysis.articles.iter().enumerate().zip(&marks))
        .map(|((index, article), marks)| {
            let paragraphs = &analysis.documents[index].paragraphs;
            let marks = by_paragraph(paragraphs, marks);
            Text {
                siglum: &article.siglum,
                location: &article.location,
                paragraphs: (paragraphs.iter().zip(marks).enumerate())
                    .map(|(number, (paragraph, marks))| Paragraph {
                        number: number + 1,
                        heading: matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading),
                        pieces: pieces(&article.text, ArticleId(index), paragraph.span, &marks, &anchors),
                    })
                    .collect(),
            }
        })
        .collect()
}

/// The marks of each article by their beginnings, and all places that a finding leads to.
fn marks(analysis: &Analysis) -> (Vec<Vec<Mark>>, BTreeSet<Excerpt>) {
    let mut marks: Vec<Vec<Mark>> = analysis.articles.iter().map(|_| Vec::new()).collect();
    let mut anchors = BTreeSet::new();
    for (index, found) in analysis.discrepancies.iter().enumerate() {
        let damage =
            matches!(found.kind, DiscrepancyKind::Garble | DiscrepancyKind::Truncation | DiscrepancyKind::Repetition);
        for &place in &found.evidence {
            let look = match (damage, place.span.bytes() > LOUD_BYTES) {
                (true, false) => "damaged",
                (true, true) => "damaged long",
                (false, false) => "differs",
                (false, true) => "differs long",
            };
            marks[place.article.0].push(Mark { span: place.span, look, discrepancy: Some(index), fact: None });
            anchors.insert(place);
        }
    }
    for (index, fact) in analysis.facts.iter().enumerate() {
        for place in analysis.readings(index) {
            anchors.insert(place);
            if analysis.status(index) == Status::Shared && fact.kind != FactKind::Statement {
                marks[place.article.0].push(Mark {
                    span: place.span,
                    look: "shared",
                    discrepancy: None,
                    fact: Some(index),
                });
            }
        }
    }
    for marks in &mut marks {
        marks.sort_by_key(|mark| (mark.span, mark.discrepancy));
    }
    (marks, anchors)
}

/// The marks that lie on each paragraph; one that lies on several is with each.
fn by_paragraph<'m>(paragraphs: &[segment::Paragraph], marks: &'m [Mark]) -> Vec<Vec<&'m Mark>> {
    let mut found: Vec<Vec<&Mark>> = paragraphs.iter().map(|_| Vec::new()).collect();
    for mark in marks {
        let first = paragraphs.partition_point(|paragraph| paragraph.span.end <= mark.span.start);
        let on = paragraphs[first..].iter().take_while(|paragraph| paragraph.span.start < mark.span.end).count();
        for marks in &mut found[first..first + on] {
            marks.push(mark);
        }
    }
    found
}

/// The pieces of a paragraph. Of marks that lie over each other the shorter shows, and a discrepancy before a fact.
fn pieces<'a>(
    text: &'a str,
    article: ArticleId,
    paragraph: Span,
    marks: &[&Mark],
    anchors: &BTreeSet<Excerpt>,
) -> Vec<Piece<'a>> {
    let begin = Excerpt { article, span: Span::new(paragraph.start, paragraph.start) };
    let end = Excerpt { article, span: Span::new(paragraph.end, paragraph.end) };
    let starts: BTreeSet<usize> = anchors.range(begin..end).map(|place| place.span.start).collect();
    let mut cuts: BTreeSet<usize> = starts.clone();
    cuts.extend(marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]));
    cuts.retain(|&cut| paragraph.start < cut && cut < paragraph.end);
    cuts.insert(paragraph.start);
    let ends: Vec<usize> = cuts.iter().skip(1).copied().chain([paragraph.end]).collect();
    cuts.iter()
        .zip(ends)
        .map(|(&start, end)| {
            let over = marks.iter().filter(|mark| mark.span.start <= start && end <= mark.span.end);
            let mark = over.min_by_key(|mark| (mark.discrepancy.is_none(), mark.span.bytes(), mark.discrepancy));
            Piece {
                words: Span::new(start, end).of(text),
                look: mark.map_or("", |mark| mark.look),
                finding: mark.and_then(|mark| match (mark.discrepancy, mark.fact) {
                    (Some(index), _) => Some(id('d', index)),
                    (None, fact) => fact.map(|index| id('f', index)),
                }),
                ending: ending(marks, end),
                anchor: starts.contains(&start).then(|| anchor(Excerpt { article, span: Span::new(start, start) })),
            }
        })
        .collect()
}

/// The discrepancies whose words end at byte `end`, each once.
fn ending(marks: &[&Mark], end: usize) -> Vec<String> {
    let ending = marks.iter().filter(|mark| mark.span.end == end).filter_map(|mark| mark.discrepancy);
    ending.collect::<BTreeSet<_>>().into_iter().map(|index| id('d', index)).collect()
}
