//! The prompt for an article that is to join the story, in the place of the apparatus.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::apparatus::edge;
use crate::text::width::shorten;
use crate::tui::addition::Addition;
use crate::tui::apparatus::Look;
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::counted;

/// Columns of the words before what is typed.
const LABEL_COLUMNS: u16 = 9;

/// Draws the prompt.
pub fn draw(addition: &Addition, theme: Theme, area: Rect, buffer: &mut Buffer) {
    edge(vec![("add an article".to_owned(), Look::Strong)], Vec::new(), theme, Rect { height: 1, ..area }, buffer);
    let inside = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: area.height - 1 };
    let (x, room) = (inside.x + LABEL_COLUMNS, inside.width.saturating_sub(LABEL_COLUMNS));
    let quiet = theme.part(Part::Quiet);
    let put = |y: u16, text: &str, look: Style, x: u16, room: u16, buffer: &mut Buffer| {
        if y < inside.bottom() {
            buffer.set_stringn(x, y, shorten(text, usize::from(room)), usize::from(room), look);
        }
    };
    let (label, below) = match addition.told() {
        None => ("source", "a file, a folder, a page or feed by its address; or paste a text".to_owned()),
        Some((first, words)) => ("called", format!("{} pasted: {first}", counted(words, "word", "words"))),
    };
    put(inside.y, label, quiet, inside.x, inside.width, buffer);
    if inside.y < inside.bottom() {
        addition.line.area().render(Rect { x, y: inside.y, width: room, height: 1 }, buffer);
    }
    put(inside.y + 1, &below, quiet, x, room, buffer);
}
