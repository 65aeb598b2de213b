//! Text of the articles drawn grapheme cluster by cluster, each into just the cells that are counted for it.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use ratatui_textarea::TextArea;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::width::{cluster_columns, draw_cluster};

/// Draws `text` from `at` up to column `right`; the column after it. What does not fit whole is left out, with all that
/// follows.
pub fn put(text: &str, style: Style, at: Position, right: u16, buffer: &mut Buffer) -> u16 {
    let mut x = at.x;
    for cluster in text.graphemes(true) {
        if usize::from(x) + cluster_columns(cluster) > usize::from(right) {
            return right.max(at.x);
        }
        draw_cluster(cluster, |piece, columns| {
            set(piece, columns as u16, style, Position::new(x, at.y), buffer);
            x += columns as u16;
        });
    }
    x
}

/// Sets one cell to `piece`, which takes so many columns, whatever ratatui counts for it, which counts the sound marks of
/// half-width katakana twice.
fn set(piece: &str, columns: u16, style: Style, at: Position, buffer: &mut Buffer) {
    for x in at.x + 1..at.x + columns {
        buffer[(x, at.y)].reset();
    }
    let cell = &mut buffer[at];
    cell.set_symbol(piece).set_style(style);
    if piece.len() > 1
        && cell.cell_width() != columns
        && let Some(columns) = NonZeroU16::new(columns)
    {
        cell.set_diff_option(CellDiffOption::ForcedWidth(columns));
    }
}

/// The same for text of several styles.
pub fn put_line(line: &Line, at: Position, right: u16, buffer: &mut Buffer) -> u16 {
    let mut x = at.x;
    for piece in &line.spans {
        x = put(&piece.content, line.style.patch(piece.style), Position::new(x, at.y), right, buffer);
    }
    x
}

/// Draws what is being typed, its clusters as everywhere: the editor leaves it to the terminal how many cells a picture of
/// several pictures takes, and terminals do not agree on that.
pub fn put_area(editor: &TextArea, area: Rect, buffer: &mut Buffer) {
    editor.render(area, buffer);
    for at in area.intersection(buffer.area).positions() {
        let cell = &buffer[at];
        let symbol = cell.symbol().to_owned();
        if symbol.chars().nth(1).is_some() {
            let (style, right) = (cell.style(), at.x + cell.cell_width().max(1));
            put(&symbol, style, at, right.min(area.right()), buffer);
        }
    }
}
