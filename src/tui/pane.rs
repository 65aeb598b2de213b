//! One article in its column: the text wrapped to the column's width, how far it is scrolled, and the cursor. Wrapping
//! is done once for each width; scrolling and drawing then only look up rows.

mod flow;
mod row;
mod strip;
mod words;

use super::paint::{Layer, Marks};
use crate::segment::{Paragraph, ParagraphKind, paragraphs};
use crate::text::Span;
use flow::{Flow, RowId};
use strip::strip;
use words::{word_before, word_from};

pub use row::{Row, wrapped};
pub use strip::{Told, all, cell_of, told};
pub use words::word_at;

/// An article in its column.
#[derive(Debug)]
pub struct Pane {
    paragraphs: Option<Vec<Paragraph>>,
    /// Its rows at the present width; `None` until it is seen.
    flow: Option<Flow>,
    /// Rows that it was last prepared for; 0 before.
    height: usize,
    /// The byte that is to stand `anchor_rows` below the top, whatever the width.
    anchor: usize,
    anchor_rows: usize,
    /// The first visible row.
    top: RowId,
    /// The visible rows, and the byte that the first row under them begins with.
    visible: Vec<Row>,
    below: usize,
    /// The byte under the cursor; the beginning of a word.
    cursor: usize,
    /// The column that moving up and down keeps to.
    goal: usize,
    strip: Vec<Told>,
    /// The marks that it leaves out.
    off: Marks,
    /// How many rows the strip stands for: those of a short text, its own cells' for a long one.
    strip_rows: usize,
}

/// The cursor keeps so many rows away from the edge.
const MARGIN_ROWS: usize = 2;
/// The strip of a text up to this long is made from its rows, so that it has a cell a row where there are few; that of a
/// longer one from its bytes, so that it need not be wrapped to its end.
const STRIP_BYTES: usize = 64 * 1024;

impl Pane {
    /// A column at the beginning of its article; nothing is computed until it is seen.
    pub fn new(text: &str) -> Self {
        Self {
            paragraphs: None,
            flow: None,
            height: 0,
            anchor: 0,
            anchor_rows: 0,
            top: RowId::default(),
            visible: Vec::new(),
            below: 0,
            cursor: word_from(text, 0).unwrap_or(0),
            goal: 0,
            strip: Vec::new(),
            off: Marks::default(),
            strip_rows: 0,
        }
    }

    /// Prepares `text` to be shown `width` columns wide, and puts the anchor where it belongs on `height` rows; `runs` are
    /// the marks on it, of which some are `off`.
    pub fn prepare(&mut self, text: &str, (width, height): (usize, usize), runs: &[Layer], off: Marks) {
        let long = text.len() > STRIP_BYTES;
        match &mut self.flow {
            Some(flow) if flow.width() == width => {}
            Some(flow) => {
                flow.set_width(width);
                if !long {
                    self.strip.clear();
                }
            }
            None => {
                let paragraphs = self.paragraphs.get_or_insert_with(|| paragraphs(text));
                self.flow = Some(Flow::new(text, paragraphs, width));
            }
        }
        if self.off != off {
            self.off = off;
            self.strip.clear();
        }
        if self.height != height {
            self.height = height;
            self.anchor_rows = self.anchor_rows.min(height.saturating_sub(1));
            self.strip.clear();
        }
        let Some(flow) = &mut self.flow else { return };
        if self.strip.is_empty() {
            let rows = if long { portions(text, height) } else { flow.all(text) };
            self.strip = strip(&rows, height, runs, off);
            self.strip_rows = rows.len();
        }
        let anchor = flow.row_of(text, self.anchor);
        self.top = flow.step(text, anchor, -self.anchor_rows.cast_signed());
        self.visible.clear();
        let mut at = self.top;
        self.below = usize::MAX;
        while let Some(row) = flow.row(text, at) {
            if self.visible.len() == height {
                self.below = row.span.start;
                break;
            }
            self.visible.push(row);
            let next = flow.step(text, at, 1);
            if next == at {
                break;
            }
            at = next;
        }
    }

    /// Forgets the overview, because the marks on the text have changed.
    pub fn forget_strip(&mut self) {
        self.strip.clear();
    }

    /// The visible rows from the top.
    pub fn visible(&self) -> &[Row] {
        &self.visible
    }

    /// The overview strip, a cell for each row of the column.
    pub fn strip(&self) -> &[Told] {
        &self.strip
    }

    /// The cells of the strip that stand for what is visible in `text`.
    pub fn strip_in_view(&self, text: &str) -> std::ops::Range<usize> {
        let last = self.visible.last().map_or(0, |row| row.span.start);
        let row = |position: usize| {
            if text.len() > STRIP_BYTES {
                return position * self.height / text.len();
            }
            self.flow.as_ref().map_or(0, |flow| flow.rows_before(position))
        };
        let cell = |position: usize| cell_of(row(position), self.strip_rows, self.height);
        let end = if self.below == usize::MAX { self.height } else { cell(last) + 1 };
        cell(self.top_position())..end
    }

    /// How much of `text` has been on the screen, in percent.
    pub fn percent(&self, text: &str) -> usize {
        match self.visible.last() {
            Some(last) if self.below != usize::MAX => last.span.end * 100 / text.len().max(1),
            _ => 100,
        }
    }

    /// The byte that each paragraph begins with.
    pub fn paragraph_starts(&self) -> Vec<usize> {
        self.flow.as_ref().map_or_else(Vec::new, Flow::paragraph_starts)
    }

    /// The byte under the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The byte that the first visible row begins with.
    pub fn top_position(&self) -> usize {
        self.visible.first().map_or(0, |row| row.span.start)
    }

    /// Rows from the top to the row with byte `position`, negative above it; at most a screen's height either way.
    pub fn rows_below_top(&mut self, text: &str, position: usize) -> isize {
        let Some(flow) = &mut self.flow else { return 0 };
        let row = flow.row_of(text, position);
        flow.distance(text, self.top, row, self.height)
    }

    /// How many rows lie above the one with byte `position`, up to `limit`.
    pub fn rows_above(&mut self, text: &str, position: usize, limit: usize) -> usize {
        let Some(flow) = &mut self.flow else { return 0 };
        let row = flow.row_of(text, position);
        flow.distance(text, RowId::default(), row, limit).unsigned_abs()
    }

    /// The number of the visible row that shows byte `position`, from the top; `None` when none does.
    pub fn visible_row_of(&self, position: usize) -> Option<usize> {
        let row = self.visible.partition_point(|row| row.span.start <= position).checked_sub(1)?;
        (position < self.below).then_some(row)
    }

    /// Where on the column the cursor is: columns from the left, rows from the top; `None` when it is not visible.
    pub fn cursor_cell(&self, text: &str) -> Option<(usize, usize)> {
        let row = self.visible_row_of(self.cursor)?;
        Some((self.visible[row].columns_before(text, self.cursor), row))
    }

    /// Puts the cursor on byte `position`, without scrolling.
    pub fn place_cursor(&mut self, text: &str, position: usize) {
        self.cursor = position;
        self.goal = self.columns_before(text, position);
    }

    /// Scrolls so that byte `position` stands `below` rows under the top, or as near to that as it can.
    pub fn anchor(&mut self, text: &str, position: usize, below: usize) {
        self.anchor = position;
        self.anchor_rows = below;
        if let Some(flow) = &mut self.flow {
            let row = flow.row_of(text, position);
            self.top = flow.step(text, row, -below.cast_signed());
        }
    }

    /// Scrolls by `by` rows, the cursor staying on its words while they are visible.
    pub fn scroll(&mut self, text: &str, by: isize) {
        let Some(flow) = &mut self.flow else { return };
        let top = flow.step(text, self.top, by);
        if let Some(row) = flow.row(text, top) {
            self.anchor(text, row.span.start, 0);
        }
        self.keep_cursor_in_view(text);
    }

    /// Moves the cursor by `by` rows of text, keeping its column.
    pub fn move_rows(&mut self, text: &str, by: isize) {
        let Some(flow) = &mut self.flow else { return };
        let from = flow.row_of(text, self.cursor);
        let mut to = flow.step(text, from, by);
        while flow.row(text, to).is_some_and(|row| row.span.is_empty()) {
            let next = flow.step(text, to, by.signum());
            if next == to {
                break;
            }
            to = next;
        }
        self.cursor_to_row(text, to);
        self.reveal(text);
    }

    /// Moves the cursor to the next word, or the one before.
    pub fn move_word(&mut self, text: &str, by: isize) {
        let position =
            if by > 0 { word_from(text, word_at(text, self.cursor).end) } else { word_before(text, self.cursor) };
        if let Some(position) = position {
            self.place_cursor(text, position);
        }
        self.reveal(text);
    }

    /// Moves the cursor to the first word or the last.
    pub fn move_to_end(&mut self, text: &str, by: isize) {
        let position = if by > 0 { word_before(text, text.len()) } else { word_from(text, 0) };
        self.place_cursor(text, position.unwrap_or(0));
        self.reveal(text);
    }

    /// Scrolls as little as needed to show the cursor with some rows around it.
    pub fn reveal(&mut self, text: &str) {
        let Some(flow) = &mut self.flow else { return };
        let margin = MARGIN_ROWS.min(self.height.saturating_sub(1) / 2).cast_signed();
        let below = self.height.saturating_sub(1).cast_signed();
        let row = flow.row_of(text, self.cursor);
        // Nothing lies below the end that the margin would show.
        let last = flow.last(text);
        let last_page = flow.step(text, last, -below);
        let under = flow.step(text, row, margin);
        let lowest = flow.step(text, under, -below).min(last_page);
        let highest = flow.step(text, row, -margin).max(lowest);
        let top = self.top.clamp(lowest, highest);
        let rows = flow.distance(text, top, row, self.height).unsigned_abs();
        self.anchor(text, self.cursor, rows);
    }

    /// Puts the cursor on the nearest visible row when it is not visible.
    pub fn keep_cursor_in_view(&mut self, text: &str) {
        let Some(flow) = &mut self.flow else { return };
        let row = flow.row_of(text, self.cursor);
        let end = flow.step(text, self.top, self.height.saturating_sub(1).cast_signed());
        if row < self.top || row > end {
            let above = row < self.top;
            let mut nearest = if above { self.top } else { end };
            if flow.row(text, nearest).is_some_and(|row| row.span.is_empty()) {
                nearest = flow.step(text, nearest, if above { 1 } else { -1 });
            }
            self.cursor_to_row(text, nearest);
        }
    }

    /// Puts the cursor on the word at `column` of visible row `below`.
    pub fn click(&mut self, text: &str, column: usize, below: usize) {
        if self.visible.get(below).is_some_and(|row| !row.span.is_empty())
            && let Some(flow) = &mut self.flow
        {
            self.goal = column;
            let row = flow.step(text, self.top, below.cast_signed());
            self.cursor_to_row(text, row);
        }
    }

    /// Puts the cursor on the word of row `row` that stands at the goal column.
    fn cursor_to_row(&mut self, text: &str, row: RowId) {
        let Some(row) = self.flow.as_mut().and_then(|flow| flow.row(text, row)) else { return };
        let span = row.span;
        let mut best = span.start;
        let mut position = span.start;
        while let Some(next) = word_from(text, position).filter(|&next| next < span.end) {
            if next > span.start && row.columns_before(text, next) > self.goal {
                break;
            }
            best = next;
            position = word_at(text, next).end;
        }
        self.cursor = best;
    }

    fn columns_before(&mut self, text: &str, position: usize) -> usize {
        let Some(flow) = &mut self.flow else { return 0 };
        let row = flow.row_of(text, position);
        flow.row(text, row).map_or(0, |row| row.columns_before(text, position))
    }
}

/// `text` in so many parts of about the same length, as if each were a row.
fn portions(text: &str, count: usize) -> Vec<Row> {
    let edge = |part: usize| text.floor_char_boundary(text.len() * part / count.max(1));
    (0..count).map(|part| Row::new(Span::new(edge(part), edge(part + 1)), ParagraphKind::Body)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::paint::{Mark, flatten};

    const TEXT: &str = "River rises\n\nAt least forty people fled their houses on Monday.\n\nNobody died.";

    fn pane(width: usize, height: usize) -> Pane {
        let mut pane = Pane::new(TEXT);
        pane.prepare(TEXT, (width, height), &[], Marks::default());
        pane
    }

    /// The visible rows, one a line, the cursor's word in brackets.
    fn check(pane: &mut Pane, expected: &[&str]) {
        if let Some(width) = pane.flow.as_ref().map(Flow::width) {
            pane.prepare(TEXT, (width, pane.height), &[], Marks::default());
        }
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
        check(&mut pane(20, 5), &["[River] rises", "", "At least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn moving_down_keeps_the_column_and_skips_blank_rows() {
        let mut pane = pane(20, 5);
        pane.move_word(TEXT, 1);
        check(&mut pane, &["River [rises]", "", "At least forty", "people fled their", "houses on Monday."]);
        pane.move_rows(TEXT, 1);
        check(&mut pane, &["River rises", "", "At [least] forty", "people fled their", "houses on Monday."]);
        pane.move_rows(TEXT, 1);
        check(&mut pane, &["", "At least forty", "[people] fled their", "houses on Monday.", ""]);
        pane.move_rows(TEXT, -1);
        pane.move_rows(TEXT, -1);
        check(&mut pane, &["River [rises]", "", "At least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn the_ends_hold() {
        let mut pane = pane(20, 5);
        pane.move_to_end(TEXT, 1);
        check(&mut pane, &["At least forty", "people fled their", "houses on Monday.", "", "Nobody [died.]"]);
        pane.move_word(TEXT, 1);
        pane.move_rows(TEXT, 9);
        check(&mut pane, &["At least forty", "people fled their", "houses on Monday.", "", "Nobody [died.]"]);
        pane.move_rows(TEXT, -99);
        pane.move_word(TEXT, -1);
        pane.move_word(TEXT, -1);
        check(&mut pane, &["[River] rises", "", "At least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn another_width_keeps_the_anchor_at_its_height() {
        let mut pane = pane(20, 5);
        pane.anchor(TEXT, TEXT.find("Nobody").expect("there"), 1);
        check(&mut pane, &["", "Nobody died."]);
        pane.prepare(TEXT, (70, 5), &[], Marks::default());
        check(&mut pane, &["", "Nobody died."]);
    }

    #[test]
    fn scrolling_takes_the_cursor_along() {
        let mut pane = pane(20, 3);
        pane.scroll(TEXT, 2);
        check(&mut pane, &["[At] least forty", "people fled their", "houses on Monday."]);
    }

    #[test]
    fn a_text_without_words_has_no_rows() {
        let mut pane = Pane::new(" \n");
        pane.prepare(" \n", (20, 5), &[], Marks::default());
        pane.move_rows(" \n", 1);
        pane.move_word(" \n", -1);
        pane.move_to_end(" \n", 1);
        pane.scroll(" \n", 3);
        assert!(pane.visible().is_empty());
        assert_eq!(pane.percent(" \n"), 100);
    }

    #[test]
    fn the_strip_tells_where_the_article_differs() {
        let mut pane = Pane::new(TEXT);
        let layers = [Layer::new(Span::new(13, 30), Mark::Matched), Layer::new(Span::new(22, 27), Mark::Differs)];
        let runs = flatten(&layers);
        pane.prepare(TEXT, (20, 8), &runs, Marks::default());
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
        // Without the marks of what differs, that is shared as far as it goes.
        pane.prepare(TEXT, (20, 8), &runs, Mark::Differs.into());
        assert_eq!(pane.strip()[2..4], [Told::Agrees, Told::Agrees]);
        pane.prepare(TEXT, (20, 8), &runs, Marks::from(Mark::Differs).and(Mark::Matched.into()));
        assert_eq!(pane.strip()[2..4], [Told::Alone, Told::Alone]);
    }
}
