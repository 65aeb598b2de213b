//! The note editor, in the place of the apparatus.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::apparatus::edge;
use super::cells::put_area;
use crate::tui::apparatus::Look;
use crate::tui::mode::Draft;
use crate::tui::theme::Theme;

/// Draws the editor.
pub fn draw(draft: &Draft, theme: Theme, area: Rect, buffer: &mut Buffer) {
    edge(vec![(draft.heading.clone(), Look::Strong)], Vec::new(), theme, Rect { height: 1, ..area }, buffer);
    let inside = Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 1 };
    put_area(&draft.editor, inside, buffer);
}
