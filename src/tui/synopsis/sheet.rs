//! The synopsis as it lies on the screen: the bands that concern the columns there, each wrapped when it is first needed
//! and as high as its tallest cell, and how far it is scrolled.

mod cells;
mod motion;

use super::Band;
use crate::read::ArticleId;
use crate::tui::app::Findings;
use crate::tui::paint::Marks;
use crate::tui::pane::{Row, Told, cell_of};
use cells::cell;
use motion::Course;

pub use cells::CellLine;
pub use motion::Bound;

/// A jump that leads away from what is visible puts its band at a third of the height.
const THIRD: usize = 3;

/// A line of the sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Its band, counted among those on the sheet.
    pub band: usize,
    /// Its place in the band, whose first line is a rule.
    pub line: usize,
}

/// A band, wrapped: the lines of each column on the screen.
#[derive(Clone, Debug)]
struct Wrapped {
    cells: Vec<Vec<CellLine>>,
    /// Its lines, the rule included.
    height: usize,
}

/// The sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The articles on the screen, and the columns of their text.
    columns: Vec<(ArticleId, usize)>,
    /// Visible lines.
    height: usize,
    /// The bands that have one of these articles, by their number in the synopsis.
    bands: Vec<usize>,
    /// They, wrapped, as far as they were needed.
    wrapped: Vec<Option<Wrapped>>,
    top: At,
    /// The overview, a cell for each line of the screen.
    strip: Vec<Told>,
    /// The marks that it leaves out.
    off: Marks,
    course: Option<Course>,
}

impl Sheet {
    /// Lays the sheet out for these columns and so many lines, the cursor in view; the overview leaves out the marks that
    /// are `off`.
    pub fn prepare(
        &mut self,
        findings: &Findings,
        columns: Vec<(ArticleId, usize)>,
        height: usize,
        (cursor, off): ((ArticleId, usize), Marks),
    ) {
        if self.columns != columns {
            let top = self.bands.get(self.top.band).copied().unwrap_or(0);
            let concerned = |band: &Band| columns.iter().any(|&(article, _)| !band.of(article).is_empty());
            let all = findings.synopsis.bands().iter().enumerate();
            self.bands = all.filter(|(_, band)| concerned(band)).map(|(index, _)| index).collect();
            self.wrapped = vec![None; self.bands.len()];
            self.columns = columns;
            self.strip.clear();
            self.top = At { band: self.bands.partition_point(|&band| band < top), line: 0 };
        }
        if self.height != height || self.off != off || self.strip.is_empty() {
            self.height = height;
            self.off = off;
            self.strip = strip(findings, &self.bands, height, off);
        }
        if let Some(at) = self.at(findings, cursor) {
            self.reveal(findings, at);
        }
        self.below(findings, self.top, height);
    }

    /// The visible lines from the top.
    pub fn visible(&self) -> impl Iterator<Item = At> {
        let lines = self.wrapped.iter().enumerate().skip(self.top.band).map_while(|(band, wrapped)| {
            let height = wrapped.as_ref()?.height;
            Some((0..height).map(move |line| At { band, line }))
        });
        lines.flatten().skip(self.top.line).take(self.height)
    }

    /// The number in the synopsis of a band of the sheet.
    pub fn band(&self, band: usize) -> Option<usize> {
        self.bands.get(band).copied()
    }

    /// The line of column `column` at `at`, where there is one.
    pub fn cell_line(&self, column: usize, at: At) -> Option<CellLine> {
        let cell = self.wrapped.get(at.band)?.as_ref()?.cells.get(column)?;
        cell.get(at.line.checked_sub(1)?).copied()
    }

    /// The lines of column `column` in a band.
    pub fn cell(&self, column: usize, band: usize) -> &[CellLine] {
        let wrapped = self.wrapped.get(band).and_then(Option::as_ref);
        wrapped.and_then(|wrapped| wrapped.cells.get(column)).map_or(&[], Vec::as_slice)
    }

    /// How much of the synopsis has been on the screen, in percent.
    pub fn percent(&self) -> usize {
        let seen = self.visible().last().map_or(0, |at| at.band + 1);
        if self.bands.is_empty() { 100 } else { seen * 100 / self.bands.len() }
    }

    /// The overview, and which of its cells stand for what is visible.
    pub fn strip(&self) -> (&[Told], std::ops::Range<usize>) {
        let cell = |band: usize| cell_of(band, self.bands.len(), self.strip.len());
        let last = self.visible().last().map_or(0, |at| at.band);
        (&self.strip, cell(self.top.band)..cell(last) + 1)
    }

    /// The line with this byte of this article.
    pub fn at(&mut self, findings: &Findings, (article, position): (ArticleId, usize)) -> Option<At> {
        let band = findings.synopsis.band_at(&findings.analysis, article, position)?;
        let band = self.bands.binary_search(&band).ok()?;
        let column = self.column_of(article)?;
        self.wrap(findings, band);
        let mut lines = self.cell(column, band).iter().enumerate();
        let line = lines.rfind(|(_, line)| matches!(line, CellLine::Text(row) if row.span.start <= position));
        Some(At { band, line: line.map_or(1, |(line, _)| line + 1) })
    }

    /// Whether the band of this byte is wrapped and where the byte stands: lines under the top, and its row.
    pub fn cell_of(&self, findings: &Findings, (article, position): (ArticleId, usize)) -> Option<(usize, Row)> {
        let band = findings.synopsis.band_at(&findings.analysis, article, position)?;
        let column = self.column_of(article)?;
        let found = self.visible().enumerate().filter_map(|(below, at)| match self.cell_line(column, at)? {
            CellLine::Text(row) if self.bands[at.band] == band && row.span.start <= position => Some((below, row)),
            _ => None,
        });
        found.last()
    }

    /// Scrolls as little as needed to show line `at`, and its band when it is not too high for that; far away, to a
    /// third of the height.
    fn reveal(&mut self, findings: &Findings, at: At) {
        let band_rows = self.wrap(findings, at.band);
        let whole = band_rows <= self.height;
        let first = if whole { At { line: 0, ..at } } else { At { line: at.line.saturating_sub(1), ..at } };
        let last = if whole { At { line: band_rows - 1, ..at } } else { at };
        if first < self.top {
            let near = self.above(findings, self.top, self.height) <= first;
            self.top = if near { first } else { self.above(findings, first, self.height / THIRD) };
        } else if last > self.below(findings, self.top, self.height.saturating_sub(1)) {
            let near = last <= self.below(findings, self.top, 2 * self.height);
            let lowest = self.above(findings, last, self.height.saturating_sub(1));
            let third = self.above(findings, first, self.height / THIRD);
            self.top = if near { lowest } else { third.max(lowest) };
        }
        self.keep_filled(findings);
    }

    /// Leaves no lines empty under the last band while there are any above.
    fn keep_filled(&mut self, findings: &Findings) {
        let Some(last) = self.bands.len().checked_sub(1) else { return };
        let end = At { band: last, line: self.wrap(findings, last) - 1 };
        self.top = self.top.min(self.above(findings, end, self.height.saturating_sub(1)));
    }

    /// The line `rows` further down, or the last.
    fn below(&mut self, findings: &Findings, from: At, rows: usize) -> At {
        let mut at = from;
        let mut left = rows;
        while at.band < self.bands.len() {
            let rest = self.wrap(findings, at.band) - 1 - at.line;
            if left <= rest || at.band + 1 == self.bands.len() {
                return At { line: at.line + left.min(rest), ..at };
            }
            left -= rest + 1;
            at = At { band: at.band + 1, line: 0 };
        }
        at
    }

    /// The line `rows` further up, or the first.
    fn above(&mut self, findings: &Findings, from: At, rows: usize) -> At {
        let mut at = from;
        let mut left = rows;
        while left > at.line {
            let Some(band) = at.band.checked_sub(1) else { return At::default() };
            left -= at.line + 1;
            at = At { band, line: self.wrap(findings, band) - 1 };
        }
        At { line: at.line - left, ..at }
    }

    fn column_of(&self, article: ArticleId) -> Option<usize> {
        self.columns.iter().position(|&(other, _)| other == article)
    }

    /// Wraps a band unless that is done; its height.
    fn wrap(&mut self, findings: &Findings, band: usize) -> usize {
        let Some(&index) = self.bands.get(band) else { return 1 };
        let columns = &self.columns;
        let wrapped = self.wrapped[band].get_or_insert_with(|| {
            let band = &findings.synopsis.bands()[index];
            let cells: Vec<_> = columns.iter().map(|&(article, width)| cell(findings, band, article, width)).collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0) + 1;
            Wrapped { cells, height }
        });
        wrapped.height
    }
}

/// The overview of these bands in so many cells.
fn strip(findings: &Findings, bands: &[usize], cells: usize, off: Marks) -> Vec<Told> {
    let mut strip = vec![Told::Beyond; cells];
    for (place, &band) in bands.iter().enumerate() {
        if let Some(cell) = strip.get_mut(cell_of(place, bands.len(), cells)) {
            *cell = (*cell).max(findings.synopsis.told(band, off));
        }
    }
    strip
}
