//! The size of the terminal → where everything goes: pure arithmetic, so that drawing and a click agree.

use ratatui::layout::{Rect, Size};

/// A column of text is at least so wide: about six words a row, less is tiring to read.
const COLUMN_COLUMNS: u16 = 36;
/// In a terminal narrower than this an article has at least so many columns: one at a time is read with more ease than two
/// in a few words a row, and the apparatus has what the others say.
const NARROW_COLUMNS: u16 = 100;
const NARROW_COLUMN_COLUMNS: u16 = 50;
/// Below this many columns or rows there is no room for a text and its apparatus.
const LEAST: Size = Size::new(40, 10);
/// Unless the user wants it lower, the apparatus has at least so many rows: its upper edge, and three of what it says.
const APPARATUS_ROWS: u16 = 4;
/// It never has fewer: its upper edge, and one row of what it says.
const LEAST_APPARATUS_ROWS: u16 = 2;
/// What it may never take: the story's line, the status line, a column's header, and three rows of text.
const OTHER_ROWS: u16 = 6;
/// Columns before the text of an article: the bar, the sign, a space.
pub const GUTTER_COLUMNS: u16 = 3;
/// Columns after it: the overview strip between two spaces.
const STRIP_COLUMNS: u16 = 3;

/// What the columns are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Each is read; in a narrow terminal one at a time.
    Reading,
    /// They are held against each other, so that there are two as long as they can be read at all.
    Comparing,
}

/// Where one article is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its siglum, place of origin and how far it is read.
    pub header: Rect,
    /// Bars and signs.
    pub gutter: Rect,
    /// Its text.
    pub text: Rect,
    /// The overview strip.
    pub strip: Rect,
}

/// Where everything is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The story's line.
    pub title: Rect,
    /// What lies between the story's line and the apparatus: the columns, or another view.
    pub body: Rect,
    /// The articles that fit.
    pub columns: Vec<Column>,
    /// The panel under the texts.
    pub apparatus: Rect,
    /// The last line.
    pub status: Rect,
}

impl Layout {
    /// Divides a terminal of `size` between the columns of at most `articles` articles and the panels around them;
    /// `None` when it is too small. The apparatus gets the rows that the user `wants` for it, as far as there are.
    pub fn new(size: Size, articles: usize, purpose: Purpose, wants: Option<u16>) -> Option<Self> {
        if size.width < LEAST.width || size.height < LEAST.height {
            return None;
        }
        // A third of a small screen; of a large one less, because what it says grows no longer.
        let usual_rows = (size.height / 3).min(size.height / 6 + 4).max(APPARATUS_ROWS);
        let apparatus_rows = wants.unwrap_or(usual_rows).clamp(LEAST_APPARATUS_ROWS, size.height - OTHER_ROWS);
        let text_rows = size.height - 2 - apparatus_rows;
        let is_narrow = purpose == Purpose::Reading && size.width < NARROW_COLUMNS;
        let least = if is_narrow { NARROW_COLUMN_COLUMNS } else { COLUMN_COLUMNS };
        let count = (size.width / least).min(u16::try_from(articles).unwrap_or(u16::MAX)).max(1);
        let line = |y, height| Rect::new(0, y, size.width, height);
        let column = |place: u16| {
            let x = edge(size.width, place, count);
            let width = edge(size.width, place + 1, count) - x;
            let (y, height) = (2, text_rows - 1);
            Column {
                header: Rect::new(x, 1, width, 1),
                gutter: Rect::new(x, y, GUTTER_COLUMNS, height),
                text: Rect::new(x + GUTTER_COLUMNS, y, width - GUTTER_COLUMNS - STRIP_COLUMNS, height),
                strip: Rect::new(x + width - 2, y, 1, height),
            }
        };
        Some(Self {
            title: line(0, 1),
            body: line(1, text_rows),
            columns: (0..count).map(column).collect(),
            apparatus: line(1 + text_rows, apparatus_rows),
            status: line(size.height - 1, 1),
        })
    }
}

/// Where column number `place` of `count` begins.
fn edge(width: u16, place: u16, count: u16) -> u16 {
    (u32::from(width) * u32::from(place) / u32::from(count)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_columns_as_fit() {
        let count = |width, articles| {
            Layout::new(Size::new(width, 24), articles, Purpose::Reading, None).map(|layout| layout.columns.len())
        };
        assert_eq!(count(80, 3), Some(1));
        assert_eq!(count(100, 3), Some(2));
        assert_eq!(count(120, 3), Some(3));
        assert_eq!(count(200, 3), Some(3));
        assert_eq!(count(200, 9), Some(5));
        assert_eq!(count(71, 3), Some(1));
        assert_eq!(count(39, 3), None);
        let compared = Layout::new(Size::new(80, 24), 3, Purpose::Comparing, None);
        assert_eq!(compared.map(|layout| layout.columns.len()), Some(2));
    }

    #[test]
    fn the_apparatus_is_as_high_as_it_is_wanted_while_three_rows_of_text_remain() {
        let rows = |height, wants| {
            let layout = Layout::new(Size::new(80, height), 3, Purpose::Reading, wants).expect("large enough");
            (layout.apparatus.height, layout.columns[0].text.height)
        };
        assert_eq!(rows(24, None), (8, 13));
        assert_eq!(rows(24, Some(11)), (11, 10));
        assert_eq!(rows(24, Some(99)), (18, 3));
        assert_eq!(rows(24, Some(0)), (2, 19));
        assert_eq!(rows(10, Some(99)), (4, 3));
    }

    #[test]
    fn every_row_and_column_is_given_away_once() {
        for (width, height, articles) in [(40, 10, 1), (80, 24, 3), (121, 40, 3), (200, 50, 7)] {
            let layout =
                Layout::new(Size::new(width, height), articles, Purpose::Comparing, None).expect("large enough");
            let column_rows = 1 + layout.columns[0].text.height;
            assert_eq!(1 + column_rows + layout.apparatus.height + 1, height);
            assert_eq!(layout.columns.iter().map(|column| column.header.width).sum::<u16>(), width);
            for column in &layout.columns {
                assert_eq!(column.gutter.right(), column.text.x);
                assert_eq!(column.text.right() + 1, column.strip.x);
                assert_eq!(column.strip.right() + 1, column.header.right());
            }
        }
    }
}
