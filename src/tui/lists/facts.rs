//! The matrix of facts: conflicting ones first, then shared ones, then those that one article alone tells, each in
//! reading order; and what an article says of one.

use super::filter::{Group, Sorts, numbers};
use super::values;
use crate::analysis::Analysis;
use crate::compare::Status;
use crate::extract::Value;
use crate::link::{FactKind, MentionId, Reading};
use crate::read::ArticleId;
use crate::text::fold::fold;
use crate::tui::app::Findings;
use crate::tui::places::Subject;

/// What they can be filtered by.
pub const GROUPS: &[Group] = &[
    Group { name: "status", sorts: &[Status::Conflicting.name(), Status::Shared.name(), Status::Single.name()] },
    Group {
        name: "kind",
        sorts: &[
            FactKind::Money.name(),
            FactKind::Percent.name(),
            FactKind::Quantity.name(),
            FactKind::Number.name(),
            FactKind::Date.name(),
            FactKind::Duration.name(),
            FactKind::Quote.name(),
            FactKind::Statement.name(),
        ],
    },
    Group { name: "article read", sorts: &["told there", "not told there"] },
];

/// So many readings of a fact are looked at to see whether they are worded alike: more than a screen has columns.
const COMPARED: usize = 40;
/// So many of an article's readings of one fact are looked at: more than a cell has room for.
const IN_A_CELL: usize = 8;

/// All of them, while `focus` is read.
pub fn entries(findings: &Findings, focus: ArticleId) -> Vec<(Subject, Sorts)> {
    let analysis = &findings.analysis;
    let number = |group: usize, name: &str| GROUPS[group].sorts.iter().position(|&sort| sort == name).unwrap_or(0);
    let mut entries: Vec<_> = (analysis.facts.iter().enumerate())
        .map(|(index, fact)| (number(0, analysis.status(index).name()), number(1, fact.kind.name()), index))
        .collect();
    entries.sort_by_key(|&(status, _, index)| (status, index));
    let entries = entries.into_iter().map(|(status, kind, index)| {
        let untold = of_article(&analysis.facts[index].readings, focus).is_empty();
        let sorts = Sorts::default().with(GROUPS, 0, status).with(GROUPS, 1, kind);
        (Subject::Fact(index), sorts.with(GROUPS, 2, usize::from(untold)))
    });
    entries.collect()
}

/// The sorts of a fact once `focus` is read.
pub fn sorts(findings: &Findings, focus: ArticleId) -> impl Fn(Subject, Sorts) -> Sorts {
    let numbers = numbers(GROUPS, 2);
    move |subject, sorts| match subject {
        Subject::Fact(index) => {
            let untold = of_article(&findings.analysis.facts[index].readings, focus).is_empty();
            sorts.moved(&numbers, usize::from(untold))
        }
        _ => sorts,
    }
}

/// What one article says of a fact.
#[derive(Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its words, once for each thing that they say.
    pub words: String,
    /// What they mean, where that is not to be seen from them.
    pub value: Option<String>,
    /// Whether it says something else than the article that it is held against.
    pub differs: bool,
}

/// A row of the matrix.
pub struct Row<'a> {
    analysis: &'a Analysis,
    index: usize,
    /// What the others are held against: what the article that is read says, or the first that says anything.
    base: Option<String>,
    /// Whether the articles put it in different words.
    worded: bool,
}

impl<'a> Row<'a> {
    /// The row of fact `index`, while `focus` is read.
    pub fn new(analysis: &'a Analysis, index: usize, focus: ArticleId) -> Self {
        let readings = &analysis.facts[index].readings;
        let base = of_article(readings, focus).first().or(readings.first());
        let base = base.filter(|_| analysis.status(index) == Status::Conflicting).map(|&base| key(analysis, base));
        let words = |reading: &Reading| fold(analysis.words_of(reading.excerpt));
        let mut compared = readings.iter().take(COMPARED).map(words);
        let first = compared.next();
        let worded = compared.any(|words| Some(words) != first);
        Self { analysis, index, base, worded }
    }

    /// What `article` says; `None` when it does not tell it.
    pub fn cell(&self, article: ArticleId) -> Option<Cell> {
        let analysis = self.analysis;
        let readings = of_article(&analysis.facts[self.index].readings, article);
        let first = *readings.first()?;
        let mut told: Vec<(String, String)> = Vec::new();
        for &reading in readings.iter().take(IN_A_CELL) {
            let words = analysis.words_of(reading.excerpt).split_whitespace().collect::<Vec<_>>().join(" ");
            let sign = value(analysis, reading).map_or("", values::sign);
            let said = format!("{sign}{}", key(analysis, reading));
            if !told.iter().any(|(other, _)| *other == said) {
                told.push((said, format!("{sign}{words}")));
            }
        }
        let words = told.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" · ");
        let normal = value(analysis, first).filter(|_| self.worded).and_then(values::normal);
        let first_words = analysis.words_of(first.excerpt);
        Some(Cell {
            value: normal.filter(|normal| !values::shows(first_words, normal)),
            differs: self.base.as_ref().is_some_and(|base| *base != key(analysis, first)),
            words,
        })
    }
}

/// Those of `readings`, which stand by article, that are of `article`.
fn of_article(readings: &[Reading], article: ArticleId) -> &[Reading] {
    let start = readings.partition_point(|reading| reading.excerpt.article < article);
    let end = readings.partition_point(|reading| reading.excerpt.article <= article);
    &readings[start..end]
}

/// How many articles `readings`, which stand by article, are of.
pub fn tellers(readings: &[Reading]) -> usize {
    readings.chunk_by(|one, other| one.excerpt.article == other.excerpt.article).count()
}

fn value(analysis: &Analysis, reading: Reading) -> Option<&Value> {
    let id = MentionId { article: reading.excerpt.article, index: reading.mention? };
    Some(&analysis.mention(id).value)
}

/// What a reading says: equal where it is the same in other words, as far as that can be seen at once.
fn key(analysis: &Analysis, reading: Reading) -> String {
    let words = || {
        let folded = fold(analysis.words_of(reading.excerpt));
        let words = folded.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join(" ")
    };
    value(analysis, reading).and_then(values::normal).unwrap_or_else(words)
}
