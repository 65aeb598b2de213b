//! The prompt for a report, in the place of the apparatus: its format, its file, and the question about one that is there.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::apparatus::edge;
use super::cells::put_line;
use crate::report::Form;
use crate::text::width::shorten;
use crate::tui::apparatus::Look;
use crate::tui::export::Export;
use crate::tui::theme::{Part, Theme};

/// Columns of the words before what is chosen or typed.
const LABEL_COLUMNS: u16 = 8;

/// Draws the prompt.
pub fn draw(export: &Export, theme: Theme, area: Rect, buffer: &mut Buffer) {
    edge(vec![("write a report".to_owned(), Look::Strong)], Vec::new(), theme, Rect { height: 1, ..area }, buffer);
    let inside = Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4), height: area.height - 1 };
    let quiet = theme.part(Part::Quiet);
    let mut y = inside.y;
    let label = |text: &str, y: u16, buffer: &mut Buffer| {
        buffer.set_stringn(inside.x, y, text, usize::from(inside.width), quiet);
    };
    let x = inside.x + LABEL_COLUMNS;
    let room = inside.width.saturating_sub(LABEL_COLUMNS);
    label("format", y, buffer);
    // As many rows as the names need.
    let mut line = Vec::new();
    let mut used = 0;
    for form in Form::ALL {
        let name = format!(" {} ", form.name());
        let columns = name.len() as u16;
        if used + columns > room && !line.is_empty() && y + 1 < inside.bottom() {
            put_line(&Line::from(std::mem::take(&mut line)), Position::new(x, y), inside.right(), buffer);
            (y, used) = (y + 1, 0);
        }
        used += columns;
        let look =
            if form == export.form { theme.part(Part::Strong).add_modifier(Modifier::REVERSED) } else { Style::new() };
        line.push(Span::styled(name, look));
    }
    put_line(&Line::from(line), Position::new(x, y), inside.right(), buffer);
    y += 1;
    if y >= inside.bottom() {
        return;
    }
    label("file", y, buffer);
    // Between its own first column and that of the names above lies one.
    let field = Rect { x: x + 1, y, width: room.saturating_sub(1), height: 1 };
    match export.free() {
        None => export.path.area().render(field, buffer),
        Some(free) => {
            let width = usize::from(field.width);
            buffer.set_stringn(field.x, y, shorten(export.path.text(), width), width, Style::new());
            for (text, look) in [
                ("This file is there already.".to_owned(), theme.part(Part::Strong)),
                (format!("Another name that is free: {free}"), Style::new()),
            ] {
                y += 1;
                if y < inside.bottom() {
                    buffer.set_stringn(field.x, y, shorten(&text, width), width, look);
                }
            }
        }
    }
}
