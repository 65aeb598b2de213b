//! One article in its column: the text wrapped to the column's width, how far it is scrolled, and the cursor. Wrapping
//! is done once for each width; scrolling and drawing then only look up rows.

mod strip;
mod words;

use super::paint::Layer;
use crate::segment::{Paragraph, ParagraphKind, paragraphs};
use crate::text::width::columns;
use crate::text::{Span, rows};
use strip::strip;
use words::{word_before, word_from};

pub use strip::{Told, cell_of, told};
pub use words::word_at;

/// One row of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The bytes that it shows; none for the blank row between paragraphs.
    pub span: Span,
    /// What its paragraph is.
    pub kind: ParagraphKind,
}

/// An article in its column.
#[derive(Debug)]
pub struct Pane {
    paragraphs: Option<Vec<Paragraph>>,
    rows: Vec<Row>,
    /// Columns and rows that it was last prepared for; 0 before.
    width: usize,
    height: usize,
    /// The byte that is to stand `anchor_rows` below the top, whatever the width.
    anchor: usize,
    anchor_rows: usize,
    /// Index of the first visible row.
    top: usize,
    /// The byte under the cursor; the beginning of a word.
    cursor: usize,
    /// The column that moving up and down keeps to.
    goal: usize,
    strip: Vec<Told>,
}

/// The cursor keeps so many rows away from the edge.
const MARGIN_ROWS: usize = 2;

impl Pane {
    /// A column at the beginning of its article; nothing is computed until it is seen.
    pub fn new(text: &str) -> Self {
        Self {
            paragraphs: None,
            rows: Vec::new(),
            width: 0,
            height: 0,
            anchor: 0,
            anchor_rows: 0,
            top: 0,
            cursor: word_from(text, 0).unwrap_or(0),
            goal: 0,
            strip: Vec::new(),
        }
    }

    /// Wraps `text` to `width` columns, unless that is done, and puts the anchor where it belongs on `height` rows.
    pub fn prepare(&mut self, text: &str, width: usize, height: usize, runs: &[Layer]) {
        if self.width != width {
            let found = self.paragraphs.get_or_insert_with(|| paragraphs(text));
            self.rows = wrapped(text, found, width);
            self.width = width;
            self.strip.clear();
        }
        if self.height != height {
            self.height = height;
            self.anchor_rows = self.anchor_rows.min(height.saturating_sub(1));
            self.strip.clear();
        }
        if self.strip.is_empty() {
            self.strip = strip(&self.rows, height, runs);
        }
        self.top = self.row_of(self.anchor).saturating_sub(self.anchor_rows);
    }

    /// Forgets the overview, because the marks on the text have changed.
    pub fn forget_strip(&mut self) {
        self.strip.clear();
    }

    /// The visible rows from the top.
    pub fn visible(&self) -> &[Row] {
        let end = self.rows.len().min(self.top + self.height);
        self.rows.get(self.top..end).unwrap_or_default()
    }

    /// The overview strip, a cell for each row of the column.
    pub fn strip(&self) -> &[Told] {
        &self.strip
    }

    /// The cells of the strip that stand for what is visible.
    pub fn strip_in_view(&self) -> std::ops::Range<usize> {
        let per_cell = |row: usize| cell_of(row, self.rows.len(), self.height);
        per_cell(self.top)..per_cell((self.top + self.height).saturating_sub(1)) + 1
    }

    /// How much of the article has been on the screen, in percent.
    pub fn percent(&self) -> usize {
        match self.rows.len() {
            0 => 100,
            rows => (self.top + self.height).min(rows) * 100 / rows,
        }
    }

    /// The byte that each paragraph begins with.
    pub fn paragraph_starts(&self) -> Vec<usize> {
        self.paragraphs.iter().flatten().map(|paragraph| paragraph.span.start).collect()
    }

    /// The byte under the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The byte that the first visible row begins with.
    pub fn top_position(&self) -> usize {
        self.rows.get(self.top).map_or(0, |row| row.span.start)
    }

    /// Rows from the top to the row with byte `position`; negative above it.
    pub fn rows_below_top(&self, position: usize) -> isize {
        self.row_of(position).cast_signed() - self.top.cast_signed()
    }

    /// Where on the column the cursor is: columns from the left, rows from the top; `None` when it is not visible.
    pub fn cursor_cell(&self, text: &str) -> Option<(usize, usize)> {
        let below = usize::try_from(self.rows_below_top(self.cursor)).ok().filter(|&below| below < self.height)?;
        Some((self.columns_before(text, self.cursor), below))
    }

    /// The index of the row that shows byte `position`.
    pub fn row_of(&self, position: usize) -> usize {
        self.rows.partition_point(|row| row.span.start <= position).saturating_sub(1)
    }

    /// Puts the cursor on byte `position`, without scrolling.
    pub fn place_cursor(&mut self, text: &str, position: usize) {
        self.cursor = position;
        self.goal = self.columns_before(text, position);
    }

    /// Scrolls so that byte `position` stands `below` rows under the top, or as near to that as it can.
    pub fn anchor(&mut self, position: usize, below: usize) {
        let row = self.row_of(position);
        self.anchor = position;
        self.anchor_rows = below;
        self.top = row.saturating_sub(below);
    }

    /// Scrolls by `by` rows, the cursor staying on its words while they are visible.
    pub fn scroll(&mut self, text: &str, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        let top = self.top.saturating_add_signed(by).min(last);
        if let Some(row) = self.rows.get(top) {
            self.anchor(row.span.start, 0);
        }
        self.keep_cursor_in_view(text);
    }

    /// Moves the cursor by `by` rows of text, keeping its column.
    pub fn move_rows(&mut self, text: &str, by: isize) {
        let step = by.signum();
        let last = self.rows.len().saturating_sub(1);
        let mut row = self.row_of(self.cursor).saturating_add_signed(by).min(last);
        while self.rows.get(row).is_some_and(|row| row.span.is_empty()) {
            let next = row.saturating_add_signed(step).min(last);
            if next == row {
                break;
            }
            row = next;
        }
        self.cursor_to_row(text, row);
        self.reveal();
    }

    /// Moves the cursor to the next word, or the one before.
    pub fn move_word(&mut self, text: &str, by: isize) {
        let position =
            if by > 0 { word_from(text, word_at(text, self.cursor).end) } else { word_before(text, self.cursor) };
        if let Some(position) = position {
            self.place_cursor(text, position);
        }
        self.reveal();
    }

    /// Moves the cursor to the first word or the last.
    pub fn move_to_end(&mut self, text: &str, by: isize) {
        let position = if by > 0 { word_before(text, text.len()) } else { word_from(text, 0) };
        self.place_cursor(text, position.unwrap_or(0));
        self.reveal();
    }

    /// Scrolls as little as needed to show the cursor with some rows around it.
    pub fn reveal(&mut self) {
        let margin = MARGIN_ROWS.min(self.height.saturating_sub(1) / 2);
        let row = self.row_of(self.cursor);
        // Nothing lies below the end that the margin would show.
        let last_page = self.rows.len().saturating_sub(self.height);
        let lowest_top = (row + margin + 1).saturating_sub(self.height).min(last_page);
        let top = self.top.clamp(lowest_top, row.saturating_sub(margin).max(lowest_top));
        self.anchor(self.cursor, row - top);
    }

    /// Puts the cursor on the nearest visible row when it is not visible.
    pub fn keep_cursor_in_view(&mut self, text: &str) {
        let row = self.row_of(self.cursor);
        let end = self.rows.len().min(self.top + self.height);
        if row < self.top || row >= end {
            let mut nearest = if row < self.top { self.top } else { end.saturating_sub(1) };
            if self.rows.get(nearest).is_some_and(|row| row.span.is_empty()) {
                nearest = if row < self.top { nearest + 1 } else { nearest.saturating_sub(1) };
            }
            self.cursor_to_row(text, nearest);
        }
    }

    /// Puts the cursor on the word at `column` of visible row `below`.
    pub fn click(&mut self, text: &str, column: usize, below: usize) {
        if self.visible().get(below).is_some_and(|row| !row.span.is_empty()) {
            self.goal = column;
            self.cursor_to_row(text, self.top + below);
        }
    }

    /// Puts the cursor on the word of row `row` that stands at the goal column.
    fn cursor_to_row(&mut self, text: &str, row: usize) {
        let Some(span) = self.rows.get(row).map(|row| row.span) else { return };
        let mut best = span.start;
        let mut position = span.start;
        while let Some(next) = word_from(text, position).filter(|&next| next < span.end) {
            if next > span.start && columns(Span::new(span.start, next).of(text)) > self.goal {
                break;
            }
            best = next;
            position = word_at(text, next).end;
        }
        self.cursor = best;
    }

    fn columns_before(&self, text: &str, position: usize) -> usize {
        self.rows.get(self.row_of(position)).map_or(0, |row| columns(Span::new(row.span.start, position).of(text)))
    }
}

fn wrapped(text: &str, paragraphs: &[Paragraph], width: usize) -> Vec<Row> {
    let mut found = Vec::new();
    for (place, paragraph) in paragraphs.iter().enumerate() {
        if place > 0 {
            let end = paragraphs[place - 1].span.end;
            found.push(Row { span: Span::new(end, end), kind: ParagraphKind::Body });
        }
        let kind = paragraph.kind;
        found.extend(rows::rows(text, paragraph.span, width).into_iter().map(|row| Row { span: row.span, kind }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::{Mark, flatten};

    const TEXT: &str = "River rises\n\nAt least forty people fled their houses on Monday.\n\nNobody died.";

    fn pane(width: usize, height: usize) -> Pane {
        let mut pane = Pane::new(TEXT);
        pane.prepare(TEXT, width, height, &[]);
        pane
    }

    /// The visible rows, one a line, the cursor's word in brackets.
    fn check(pane: &Pane, expected: &[&str]) {
        let word = word_at(TEXT, pane.cursor());
        let rows: Vec<_> = pane
            .visible()
            .iter()
            .map(|row| {
                if !row.span.contains(word) {
                    return row.span.of(TEXT).to_owned();
                }
                let before = Span::new(row.span.start, word.start).of(TEXT);
                let after = Span::new(word.end, row.span.end).of(TEXT);
                format!("{before}[{}]{after}", word.of(TEXT))
            })
            .collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn paragraphs_stand_apart() {
        check(&pane(20, 5), &["[River] rises", "", "At least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn moving_down_keeps_the_column_and_skips_blank_rows() {
        let mut pane = pane(20, 5);
        pane.move_word(TEXT, 1);
        check(&pane, &["River [rises]", "", "At least forty", "people fled their", "houses on Monday."]);
        pane.move_rows(TEXT, 1);
        check(&pane, &["River rises", "", "At [least] forty", "people fled their", "houses on Monday."]);
        pane.move_rows(TEXT, 1);
        check(&pane, &["", "At least forty", "[people] fled their", "houses on Monday.", ""]);
        pane.move_rows(TEXT, -1);
        pane.move_rows(TEXT, -1);
        check(&pane, &["River [rises]", "", "At least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn the_ends_hold() {
        let mut pane = pane(20, 5);
        pane.move_to_end(TEXT, 1);
        check(&pane, &["At least forty", "people fled their", "houses on Monday.", "", "Nobody [died.]"]);
        pane.move_word(TEXT, 1);
        pane.move_rows(TEXT, 9);
        check(&pane, &["At least forty", "people fled their", "houses on Monday.", "", "Nobody [died.]"]);
        pane.move_rows(TEXT, -99);
        pane.move_word(TEXT, -1);
        pane.move_word(TEXT, -1);
        check(&pane, &["[River] rises", "", "At least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn another_width_keeps_the_anchor_at_its_height() {
        let mut pane = pane(20, 5);
        pane.anchor(TEXT.find("Nobody").expect("there"), 1);
        check(&pane, &["", "Nobody died."]);
        pane.prepare(TEXT, 70, 5, &[]);
        check(&pane, &["", "Nobody died."]);
    }

    #[test]
    fn scrolling_takes_the_cursor_along() {
        let mut pane = pane(20, 3);
        pane.scroll(TEXT, 2);
        check(&pane, &["[At] least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn a_text_without_words_has_no_rows() {
        let mut pane = Pane::new(" \n");
        pane.prepare(" \n", 20, 5, &[]);
        pane.move_rows(" \n", 1);
        pane.move_word(" \n", -1);
        pane.move_to_end(" \n", 1);
        pane.scroll(" \n", 3);
        assert!(pane.visible().is_empty());
        assert_eq!(pane.percent(), 100);
    }

    #[test]
    fn the_strip_tells_where_the_article_differs() {
        let mut pane = Pane::new(TEXT);
        let layers = [Layer::new(Span::new(13, 30), Mark::Matched), Layer::new(Span::new(22, 27), Mark::Differs)];
        let runs = flatten(&layers);
        pane.prepare(TEXT, 20, 8, &runs);
        let expected = [
            Told::Alone,
            Told::Alone,
            Told::Differs,
            Told::Agrees,
            Told::Alone,
            Told::Alone,
            Told::Alone,
            Told::Beyond,
        ];
        assert_eq!(pane.strip(), expected);
    }
}
