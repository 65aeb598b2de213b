//! Who tells what: a row a fact or a name, a column an article, gaps included.

use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::compare::{Grade, Status};
use crate::link::{FactKind, Reading};
use crate::read::ArticleId;
use crate::report::excerpts::Veil;
use crate::report::json::id;
use crate::report::summary::told;
use crate::text::fold::fold;

/// What several articles tell.
pub struct Matrix<'a> {
    /// The columns: the articles' sigla.
    pub sigla: Vec<&'a str>,
    /// The facts, conflicting ones first.
    pub rows: Vec<Row<'a>>,
}

/// A fact.
pub struct Row<'a> {
    /// Its name in this report: `f3`.
    pub id: String,
    /// What it is about; may be empty.
    pub about: Cow<'a, str>,
    /// What sort of thing it states.
    pub kind: &'static str,
    /// How its readings relate.
    pub grade: Grade,
    /// What each article says, by column; empty where it does not tell it.
    pub cells: Vec<Vec<Cell>>,
}

impl Row<'_> {
    /// The sign for how its readings relate.
    pub const fn sign(&self) -> &'static str {
        match self.grade {
            Grade::Equal | Grade::Reworded => "=",
            Grade::Rounded | Grade::Bounded | Grade::Converted => "≈",
            Grade::Update => "→",
            Grade::Conflict => "≠",
        }
    }
}

/// One reading.
#[derive(PartialEq, Eq)]
pub struct Cell {
    /// Where it is.
    pub excerpt: crate::read::Excerpt,
    /// The words.
    pub words: String,
    /// Where, as a paragraph's number.
    pub paragraph: usize,
}

/// What one article alone tells.
pub struct Single<'a> {
    /// Which article.
    pub siglum: &'a str,
    /// Its facts: what each is about (may be empty), and the words.
    pub facts: Vec<(Cow<'a, str>, Cell)>,
}

/// Somebody or something named.
pub struct Named<'a> {
    /// The name.
    pub name: Cow<'a, str>,
    /// What it is.
    pub kind: &'static str,
    /// How often each article names it, by column.
    pub counts: Vec<usize>,
}

/// The facts that several articles tell.
pub fn matrix<'a>(analysis: &'a Analysis, veil: &Veil) -> Matrix<'a> {
    let mut rows: Vec<_> = (analysis.grades.iter().enumerate())
        .filter_map(|(index, grade)| Some(row(analysis, veil, index, (*grade)?)))
        .collect();
    // Statements are long; the values before them are what most are looked up for.
    rows.sort_by_key(|row| (std::cmp::Reverse(Status::of(Some(row.grade))), row.kind == FactKind::Statement.name()));
    Matrix { sigla: analysis.articles.iter().map(|article| article.siglum.as_str()).collect(), rows }
}

fn row<'a>(analysis: &'a Analysis, veil: &Veil, index: usize, grade: Grade) -> Row<'a> {
    let fact = &analysis.facts[index];
    let mut cells: Vec<Vec<Cell>> = analysis.articles.iter().map(|_| Vec::new()).collect();
    for reading in &fact.readings {
        let cell = cell(analysis, veil, *reading, "");
        let column = &mut cells[reading.excerpt.article.0];
        // An article that says the same again adds nothing to the row.
        if !column.iter().any(|other| fold(&other.words) == fold(&cell.words)) {
            column.push(cell);
        }
    }
    Row { id: id('f', index), about: veil.cited(&fact.about), kind: fact.kind.name(), grade, cells }
}

fn cell(analysis: &Analysis, veil: &Veil, reading: Reading, beside: &str) -> Cell {
    let excerpt = reading.excerpt;
    Cell {
        excerpt,
        words: told(analysis, veil, reading, beside),
        paragraph: analysis.paragraph_number(excerpt.article, excerpt.span.start),
    }
}

/// The facts that one article alone tells, article by article.
pub fn single<'a>(analysis: &'a Analysis, veil: &Veil) -> Vec<Single<'a>> {
    let mut columns: Vec<_> =
        (analysis.articles.iter()).map(|article| Single { siglum: &article.siglum, facts: Vec::new() }).collect();
    for (fact, _) in analysis.facts.iter().zip(&analysis.grades).filter(|(_, grade)| grade.is_none()) {
        if let Some(&reading) = fact.readings.first() {
            let about = veil.cited(&fact.about);
            let cell = cell(analysis, veil, reading, &about);
            columns[reading.excerpt.article.0].facts.push((about, cell));
        }
    }
    columns.retain(|column| !column.facts.is_empty());
    columns
}

/// Who and what is named: what more articles name comes first, then what is named more often.
pub fn names<'a>(analysis: &'a Analysis, veil: &Veil) -> Vec<Named<'a>> {
    let mut names: Vec<_> = (analysis.entities.iter())
        .map(|entity| {
            let mut counts = vec![0; analysis.articles.len()];
            for ArticleId(column) in entity.mentions.iter().map(|mention| mention.article) {
                counts[column] += 1;
            }
            Named { name: veil.named(&entity.name), kind: entity.kind.name(), counts }
        })
        .collect();
    let articles = |named: &Named| named.counts.iter().filter(|&&count| count > 0).count();
    names.sort_by_cached_key(|named| std::cmp::Reverse((articles(named), named.counts.iter().sum::<usize>())));
    names
}
