//! The outline as one HTML file: no script, nothing from elsewhere, readable on a phone and on paper, light and dark.
//!
//! The template in `assets/report` escapes all that comes from an article or a note; here its parts are only prepared.

mod charts;
mod texts;

use std::collections::BTreeMap;

use askama::Template;

use super::excerpts::{Excerpts, Veil};
use super::manner::{Making, Manner};
use super::outline::{self, Cell, Citation, Entry, Named, Outline, Row};
use crate::analysis::Analysis;
use crate::compare::Status;
use crate::notes::{Notebook, Verdict};
use crate::read::Excerpt;
use charts::{Bar, Square};
use texts::Text;

/// The most articles that have a column each in a table; of more each reading is told once, with all who have it.
const MOST_COLUMNS: usize = 12;
/// With more articles than this the agreement of each two is not drawn: nobody finds anything in so large a square.
const MOST_IN_SQUARE: usize = 16;

#[derive(Template)]
#[template(path = "report.html")]
struct Page<'a> {
    version: &'static str,
    making: Option<&'a Making>,
    excerpts: Excerpts,
    outline: &'a Outline<'a>,
    /// The articles' texts; none where they must not be copied.
    texts: Vec<Text<'a>>,
    kinds: Vec<Bar>,
    coverage: Vec<Bar>,
    agreement: Option<Square<'a>>,
}

/// What some articles say for a fact, in the same words.
struct Reading<'r> {
    words: &'r str,
    places: Vec<(&'r str, &'r Cell)>,
}

/// The whole report. The same analysis and notes give the same bytes: there is no clock in it.
pub fn render(analysis: &Analysis, notebook: &Notebook, manner: &Manner) -> String {
    let veil = &Veil::new(manner.excerpts, &analysis.articles);
    let outline = outline::outline(analysis, notebook, veil);
    let page = Page {
        version: env!("CARGO_PKG_VERSION"),
        making: manner.making.as_ref(),
        excerpts: manner.excerpts,
        texts: if veil.is_open() { texts::texts(analysis, notebook) } else { Vec::new() },
        kinds: charts::kinds(analysis),
        coverage: charts::coverage(analysis),
        agreement: (2..=MOST_IN_SQUARE).contains(&analysis.articles.len()).then(|| charts::agreement(analysis)),
        outline: &outline,
    };
    // Writing to a string cannot fail.
    page.render().unwrap_or_default()
}

/// The name of the place in this page where words of an article begin.
fn anchor(excerpt: Excerpt) -> String {
    format!("t{}-{}", excerpt.article.0 + 1, excerpt.span.start)
}

impl Page<'_> {
    fn at(citation: &Citation) -> String {
        anchor(citation.excerpt)
    }

    fn at_cell(cell: &Cell) -> String {
        anchor(cell.excerpt)
    }

    const fn in_columns(&self) -> bool {
        self.outline.facts.sigla.len() <= MOST_COLUMNS
    }

    /// What is said for a fact, each reading once.
    fn readings<'r>(&'r self, row: &'r Row) -> Vec<Reading<'r>> {
        let mut readings: Vec<Reading> = Vec::new();
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for (siglum, cells) in self.outline.facts.sigla.iter().zip(&row.cells) {
            for cell in cells {
                let place = *known.entry(&cell.words).or_insert_with(|| {
                    readings.push(Reading { words: &cell.words, places: Vec::new() });
                    readings.len() - 1
                });
                readings[place].places.push((siglum, cell));
            }
        }
        readings
    }

    /// How many articles name somebody.
    fn articles(named: &Named) -> usize {
        named.counts.iter().filter(|&&count| count > 0).count()
    }

    fn judged(entry: &Entry) -> Option<&'static str> {
        (entry.verdict != Verdict::Open).then(|| entry.verdict.name())
    }

    fn count(&self, status: Status) -> usize {
        self.outline.summary.facts.iter().find(|&&(known, _)| known == status).map_or(0, |&(_, count)| count)
    }

    fn shared(&self) -> usize {
        self.count(Status::Shared)
    }

    fn conflicting(&self) -> usize {
        self.count(Status::Conflicting)
    }

    fn single(&self) -> usize {
        self.count(Status::Single)
    }

    fn percent(share: f64) -> String {
        format!("{:.0} %", 100.0 * share)
    }
}

#[cfg(test)]
mod tests;
