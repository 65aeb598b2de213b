//! The synopsis as it lies on the screen: the bands that concern the columns there, each wrapped when it is first needed
//! and as high as its tallest cell, and how far it is scrolled.

use super::{Band, Order};
use crate::read::ArticleId;
use crate::text::rows;
use crate::tui::app::Findings;
use crate::tui::pane::Row;

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

/// One line of one article's part of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellLine {
    /// Text.
    Text(Row),
    /// That what follows stands elsewhere in the article: in which paragraph, and in what order.
    From(usize, Order),
}

/// A band, wrapped: the lines of each column on the screen.
#[derive(Clone, Debug)]
struct Wrapped {
    cells: Vec<Vec<CellLine>>,
    /// Its lines, the rule included.
    height: usize,
}

/// How the cursor goes down the sheet: it keeps to an article and to a column of its text.
#[derive(Clone, Copy, Debug)]
struct Course {
    article: ArticleId,
    goal: usize,
    /// Where it was led to; when the cursor is elsewhere, something else has moved it.
    landed: (ArticleId, usize),
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
    course: Option<Course>,
}

impl Sheet {
    /// Lays the sheet out for these columns and so many lines, the cursor in view.
    pub fn prepare(
        &mut self,
        findings: &Findings,
        columns: Vec<(ArticleId, usize)>,
        height: usize,
        cursor: (ArticleId, usize),
    ) {
        if self.columns != columns {
            let top = self.bands.get(self.top.band).copied().unwrap_or(0);
            let concerned = |band: &Band| columns.iter().any(|&(article, _)| !band.of(article).is_empty());
            let all = findings.synopsis.bands().iter().enumerate();
            self.bands = all.filter(|(_, band)| concerned(band)).map(|(index, _)| index).collect();
            self.wrapped = vec![None; self.bands.len()];
            self.columns = columns;
            self.top = At { band: self.bands.partition_point(|&band| band < top), line: 0 };
        }
        self.height = height;
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

    /// The first byte of `article` in the band with the cursor, or in the next one that has it.
    pub fn beside(&mut self, findings: &Findings, cursor: (ArticleId, usize), article: ArticleId) -> Option<usize> {
        let synopsis = &findings.synopsis;
        let here = synopsis.band_at(&findings.analysis, cursor.0, cursor.1)?;
        let (before, after) = synopsis.bands().split_at(here);
        let mut near = after.iter().chain(before.iter().rev()).flat_map(|band| band.of(article).first());
        Some(findings.analysis.sentence(near.next()?.sentence).span.start)
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
        let goal = row.map_or(0, |row| columns_before(text, row, cursor.1));
        Course { article: cursor.0, goal, landed: cursor }
    }

    fn land(&mut self, (at, column): (At, usize), course: Course, findings: &Findings) -> Option<(ArticleId, usize)> {
        let CellLine::Text(row) = self.cell_line(column, at)? else { return None };
        let (article, _) = *self.columns.get(column)?;
        let landed = (article, word_in_row(&findings.analysis.articles[article.0].text, row, course.goal));
        self.course = Some(Course { landed, ..course });
        Some(landed)
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

/// Where the cursor may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// To every article.
    Nowhere,
    /// Only to the article that it is in, because words of it are being selected.
    ToArticle,
}

/// What `band` has of `article`, wrapped: sentences that follow each other in a paragraph run on.
fn cell(findings: &Findings, band: &Band, article: ArticleId, width: usize) -> Vec<CellLine> {
    let analysis = &findings.analysis;
    let document = &analysis.documents[article.0];
    let sentence = |placed: &super::Placed| &document.sentences[placed.sentence.index];
    let mut lines = Vec::new();
    let runs = band.of(article).chunk_by(|one, next| {
        one.sentence.index + 1 == next.sentence.index && sentence(one).paragraph == sentence(next).paragraph
    });
    let mut expected = None;
    for run in runs {
        let span = run.iter().map(|placed| sentence(placed).span).reduce(|all, span| all.join(span));
        let Some((span, first)) = span.zip(run.first()) else { continue };
        if expected.is_some_and(|expected| expected != first.sentence.index) {
            lines.push(CellLine::From(sentence(first).paragraph + 1, first.order));
        }
        expected = run.last().map(|last| last.sentence.index + 1);
        let kind = document.paragraphs[sentence(first).paragraph].kind;
        let wrapped = rows::rows(&document.text, span, width).into_iter();
        lines.extend(wrapped.map(|row| CellLine::Text(Row { span: row.span, kind })));
    }
    lines
}

/// Columns of `row` before byte `position`.
pub fn columns_before(text: &str, row: Row, position: usize) -> usize {
    let end = position.clamp(row.span.start, row.span.end);
    crate::text::width::columns(crate::text::Span::new(row.span.start, end).of(text))
}

/// The word of `row` that stands at column `goal`.
fn word_in_row(text: &str, row: Row, goal: usize) -> usize {
    let mut after_space = true;
    let starts = row.span.of(text).char_indices().filter_map(|(place, character)| {
        let begins = after_space && !character.is_whitespace();
        after_space = character.is_whitespace();
        begins.then_some(row.span.start + place)
    });
    let before = starts.take_while(|&start| columns_before(text, row, start) <= goal);
    before.last().unwrap_or(row.span.start)
}
