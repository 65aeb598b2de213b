//! An article's text as rows of its column, wrapped only where they are looked at: a text of many megabytes opens, and
//! changes its width, as fast as a short one.

use super::{Row, wrapped};
use crate::segment::{Paragraph, ParagraphKind};
use crate::text::Span;

/// A paragraph longer than this is wrapped in parts, each beginning a row of its own: a megabyte on one line is then
/// wrapped no further than it is read. No written paragraph is so long.
const BLOCK_BYTES: usize = 32 * 1024;

/// A stretch of text that is wrapped in one go.
#[derive(Debug)]
struct Block {
    /// Where its first row begins: that of the blank row before it, when it has one.
    start: usize,
    span: Span,
    kind: ParagraphKind,
    /// Whether a blank row stands before it.
    apart: bool,
    /// Its rows at the present width, once they have been looked at.
    rows: Option<Box<[Row]>>,
}

/// A row, by the block that it belongs to and its number there. They are in the order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowId {
    block: usize,
    row: usize,
}

/// The rows of an article.
#[derive(Debug)]
pub struct Flow {
    blocks: Vec<Block>,
    width: usize,
}

impl Flow {
    /// The rows of `text`; none is wrapped yet.
    pub fn new(text: &str, paragraphs: &[Paragraph], width: usize) -> Self {
        let mut blocks: Vec<Block> = Vec::with_capacity(paragraphs.len());
        for paragraph in paragraphs {
            let mut rest = paragraph.span;
            let mut apart = !blocks.is_empty();
            while !rest.is_empty() {
                let end = block_end(text, rest);
                let span = Span::new(rest.start, end);
                let start = if apart { blocks.last().map_or(0, |last| last.span.end) } else { span.start };
                blocks.push(Block { start, span, kind: paragraph.kind, apart, rows: None });
                apart = false;
                rest = Span::new(end, rest.end);
            }
        }
        Self { blocks, width }
    }

    /// Forgets the rows, because the width has changed.
    pub fn set_width(&mut self, width: usize) {
        self.width = width;
        for block in &mut self.blocks {
            block.rows = None;
        }
    }

    /// The width in columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// All rows.
    pub fn all(&mut self, text: &str) -> Vec<Row> {
        (0..self.blocks.len()).flat_map(|block| self.rows_of(text, block).to_vec()).collect()
    }

    /// How many rows lie before that with byte `position`, of those that have been looked at.
    pub fn rows_before(&self, position: usize) -> usize {
        let wrapped = self.blocks.iter().take_while(|block| block.start <= position).flat_map(|block| &block.rows);
        wrapped.map(|rows| rows.partition_point(|row| row.span.start <= position)).sum::<usize>().saturating_sub(1)
    }

    /// Where each paragraph begins.
    pub fn paragraph_starts(&self) -> Vec<usize> {
        let first = self.blocks.first().into_iter();
        let apart = self.blocks.iter().skip(1).filter(|block| block.apart);
        first.chain(apart).map(|block| block.span.start).collect()
    }

    /// The row, or `None` where there is none.
    pub fn row(&mut self, text: &str, id: RowId) -> Option<Row> {
        self.rows_of(text, id.block).get(id.row).copied()
    }

    /// The row that shows byte `position`; the nearest before it where none does.
    pub fn row_of(&mut self, text: &str, position: usize) -> RowId {
        let block = self.blocks.partition_point(|block| block.start <= position).saturating_sub(1);
        let row = self.rows_of(text, block).partition_point(|row| row.span.start <= position).saturating_sub(1);
        RowId { block, row }
    }

    /// The last row.
    pub fn last(&mut self, text: &str) -> RowId {
        let block = self.blocks.len().saturating_sub(1);
        RowId { block, row: self.rows_of(text, block).len().saturating_sub(1) }
    }

    /// The row `by` rows below `from`, or above it when negative; the first or the last where there are not so many.
    pub fn step(&mut self, text: &str, from: RowId, by: isize) -> RowId {
        let mut at = from;
        let mut left = by.unsigned_abs();
        while left > 0 {
            if by < 0 {
                let taken = left.min(at.row);
                at.row -= taken;
                left -= taken;
                if left > 0 {
                    let Some(block) = at.block.checked_sub(1) else { break };
                    at = RowId { block, row: self.rows_of(text, block).len().saturating_sub(1) };
                    left -= 1;
                }
            } else {
                let below = self.rows_of(text, at.block).len().saturating_sub(at.row + 1);
                let taken = left.min(below);
                at.row += taken;
                left -= taken;
                if left > 0 {
                    if at.block + 1 >= self.blocks.len() {
                        break;
                    }
                    at = RowId { block: at.block + 1, row: 0 };
                    left -= 1;
                }
            }
        }
        at
    }

    /// Rows from `from` down to `to`, negative when it lies above; at most `limit` either way, and no more rows than
    /// that are looked at.
    pub fn distance(&mut self, text: &str, from: RowId, to: RowId, limit: usize) -> isize {
        let (first, last) = (from.min(to), from.max(to));
        let mut rows = 0;
        let mut at = first;
        while at.block < last.block && rows < limit {
            rows += self.rows_of(text, at.block).len().saturating_sub(at.row);
            at = RowId { block: at.block + 1, row: 0 };
        }
        if at.block == last.block {
            rows += last.row.saturating_sub(at.row);
        }
        let rows = rows.min(limit).cast_signed();
        if from <= to { rows } else { -rows }
    }

    fn rows_of(&mut self, text: &str, block: usize) -> &[Row] {
        let width = self.width;
        let Some(block) = self.blocks.get_mut(block) else { return &[] };
        block.rows.get_or_insert_with(|| {
            let blank = Row::new(Span::new(block.start, block.start), ParagraphKind::Body);
            let wrapped = wrapped(text, block.span, block.kind, width);
            let rows: Box<[Row]> = block.apart.then_some(blank).into_iter().chain(wrapped).collect();
            // Every block has a row, so that no step from row to row falls between two.
            if rows.is_empty() { Box::new([blank]) } else { rows }
        })
    }
}

/// Where the block that begins with `rest` ends: with it, or at the last space that keeps it short enough.
fn block_end(text: &str, rest: Span) -> usize {
    if rest.bytes() <= BLOCK_BYTES {
        return rest.end;
    }
    let longest = text.floor_char_boundary(rest.start + BLOCK_BYTES);
    let part = Span::new(rest.start, longest).of(text);
    part.rfind(char::is_whitespace).filter(|&space| space > 0).map_or(longest, |space| {
        let space = rest.start + space;
        space + text[space..].chars().next().map_or(0, char::len_utf8)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::paragraphs;
    use proptest::prelude::*;

    fn flow(text: &str, width: usize) -> Flow {
        Flow::new(text, &paragraphs(text), width)
    }

    /// All rows, from the first down.
    fn all(flow: &mut Flow, text: &str) -> Vec<(RowId, Row)> {
        let mut found = Vec::new();
        let mut at = RowId::default();
        while let Some(row) = flow.row(text, at) {
            found.push((at, row));
            let next = flow.step(text, at, 1);
            if next == at {
                break;
            }
            at = next;
        }
        found
    }

    #[test]
    fn a_line_without_end_is_wrapped_in_parts_and_loses_nothing() {
        let text = "word and ".repeat(20_000);
        let mut flow = flow(&text, 40);
        assert!(flow.blocks.len() > 4);
        let shown: Vec<_> =
            all(&mut flow, &text).iter().flat_map(|(_, row)| row.span.of(&text).split_whitespace()).collect();
        assert_eq!(shown.len(), 40_000);
        assert_eq!(flow.paragraph_starts(), [0]);
    }

    proptest! {
        #[test]
        fn steps_and_distances_agree(text in "([a-z]{1,9}[ \\n]|\\n\\n){0,60}", width in 3_usize..20, by in -40_isize..40) {
            let mut flow = flow(&text, width);
            let rows = all(&mut flow, &text);
            for (place, &(id, row)) in rows.iter().enumerate() {
                prop_assert_eq!(flow.row_of(&text, row.span.start), id);
                let to = place.saturating_add_signed(by).min(rows.len() - 1);
                prop_assert_eq!(flow.step(&text, id, by), rows[to].0);
                let distance = to.cast_signed() - place.cast_signed();
                prop_assert_eq!(flow.distance(&text, id, rows[to].0, 1_000), distance);
                prop_assert_eq!(flow.distance(&text, id, rows[to].0, 2), distance.clamp(-2, 2));
            }
        }
    }
}
