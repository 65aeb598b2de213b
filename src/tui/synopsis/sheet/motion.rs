//! The cursor on the sheet: down the lines of an article, and through what the others tell where it has nothing.

use super::cells::word_in_row;
use super::{At, CellLine, Sheet};
use crate::read::ArticleId;
use crate::tui::app::Findings;

/// How the cursor goes down the sheet: it keeps to an article and to a column of its text.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    article: ArticleId,
    goal: usize,
    /// Where it was led to; when the cursor is elsewhere, something else has moved it.
    landed: (ArticleId, usize),
}

/// Where the cursor may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// To every article.
    Nowhere,
    /// Only to the article that it is in, because words of it are being selected.
    ToArticle,
}

impl Sheet {
    /// Where the cursor comes to, `by` lines of text further down: an article, and a byte of it. It keeps to the article
    /// that it came from and goes through the others where that one has nothing; not so when it is `bound` to it.
    pub fn moved(
        &mut self,
        findings: &Findings,
        cursor: (ArticleId, usize),
        by: isize,
        bound: Bound,
    ) -> Option<(ArticleId, usize)> {
        let course = self.course(findings, cursor);
        let mut at = self.at(findings, cursor)?;
        let mut landed = None;
        for _ in 0..by.unsigned_abs() {
            let Some(next) = self.next_text(findings, at, by, course.article, bound) else { break };
            (at, landed) = (next.0, Some(next));
        }
        self.land(landed?, course, findings)
    }

    /// The first word of the sheet, or the first of its last line.
    pub fn end(&mut self, findings: &Findings, by: isize) -> Option<(ArticleId, usize)> {
        let last = self.bands.len().checked_sub(1)?;
        let from = if by > 0 { At { band: last, line: self.wrap(findings, last) } } else { At::default() };
        let (article, _) = *self.columns.first()?;
        let course = Course { article, goal: 0, landed: (article, 0) };
        let landed = self.next_text(findings, from, -by, article, Bound::Nowhere)?;
        self.land(landed, course, findings)
    }

    /// Scrolls by `by` lines; where the cursor has to go to stay in view.
    pub fn scroll(&mut self, findings: &Findings, by: isize, cursor: (ArticleId, usize)) -> Option<(ArticleId, usize)> {
        let rows = by.unsigned_abs();
        self.top = if by > 0 { self.below(findings, self.top, rows) } else { self.above(findings, self.top, rows) };
        self.keep_filled(findings);
        let at = self.at(findings, cursor)?;
        let bottom = self.below(findings, self.top, self.height.saturating_sub(1));
        if (self.top..=bottom).contains(&at) {
            return None;
        }
        let course = self.course(findings, cursor);
        let (from, down) = if at < self.top { (self.above(findings, self.top, 1), 1) } else { (bottom, -1) };
        let landed = self.next_text(findings, from, down, course.article, Bound::Nowhere)?;
        self.land(landed, course, findings)
    }

    /// The byte under a cell: so many lines under the top, so many columns into the text of `article`.
    pub fn click(&self, findings: &Findings, article: ArticleId, below: usize, goal: usize) -> Option<usize> {
        let at = self.visible().nth(below)?;
        let CellLine::Text(row) = self.cell_line(self.column_of(article)?, at)? else { return None };
        Some(word_in_row(&findings.analysis.articles[article.0].text, row, goal))
    }

    /// The next line after `at` in the direction of `by` that the cursor can stand on, and the column in which.
    fn next_text(
        &mut self,
        findings: &Findings,
        at: At,
        by: isize,
        article: ArticleId,
        bound: Bound,
    ) -> Option<(At, usize)> {
        let mut at = at;
        loop {
            let next = if by > 0 { self.below(findings, at, 1) } else { self.above(findings, at, 1) };
            if next == at {
                return None;
            }
            at = next;
            self.wrap(findings, at.band);
            if let Some(column) = self.column_at(at, article, bound) {
                return Some((at, column));
            }
        }
    }

    /// The column that the cursor stands in on line `at`: that of `article`, or the nearest to it in bands without it.
    fn column_at(&self, at: At, article: ArticleId, bound: Bound) -> Option<usize> {
        let wanted = self.column_of(article)?;
        let filled = |&column: &usize| !self.cell(column, at.band).is_empty();
        let column = match bound {
            Bound::ToArticle => Some(wanted).filter(filled),
            Bound::Nowhere => (0..self.columns.len()).filter(filled).min_by_key(|column| column.abs_diff(wanted)),
        }?;
        matches!(self.cell_line(column, at), Some(CellLine::Text(_))).then_some(column)
    }

    fn course(&self, findings: &Findings, cursor: (ArticleId, usize)) -> Course {
        if let Some(course) = self.course.filter(|course| course.landed == cursor) {
            return course;
        }
        let text = &findings.analysis.articles[cursor.0.0].text;
        let row = self.cell_of(findings, cursor).map(|(_, row)| row);
        let goal = row.map_or(0, |row| row.columns_before(text, cursor.1));
        Course { article: cursor.0, goal, landed: cursor }
    }

    fn land(&mut self, (at, column): (At, usize), course: Course, findings: &Findings) -> Option<(ArticleId, usize)> {
        let CellLine::Text(row) = self.cell_line(column, at)? else { return None };
        let (article, _) = *self.columns.get(column)?;
        let landed = (article, word_in_row(&findings.analysis.articles[article.0].text, row, course.goal));
        self.course = Some(Course { landed, ..course });
        Some(landed)
    }
}
