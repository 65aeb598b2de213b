//! The screen, made from the state: one widget a file. Nothing here changes anything.

mod apparatus;
mod columns;
mod discrepancies;
mod labels;
mod legend;
mod list;
mod menu;
mod note;
mod status;
mod synopsis;
mod tabs;
mod title;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Widget, Wrap};

use super::app::App;
use super::mode::{Mode, View};
use super::theme::Theme;

pub use status::hint_at;
pub use title::tab_at;

/// Draws the whole screen.
pub fn draw(app: &App, theme: Theme, frame: &mut Frame) {
    let area = frame.area();
    let Some(layout) = &app.layout else {
        let message = format!("variorum needs 40 × 10 cells; this terminal has {} × {}.", area.width, area.height);
        return Paragraph::new(message).wrap(Wrap { trim: true }).render(area, frame.buffer_mut());
    };
    // The terminal may have changed since the state was laid out; the next event tells.
    if layout.status.bottom() > area.height || layout.status.right() > area.width {
        return;
    }
    let buffer = frame.buffer_mut();
    title::draw(app, theme, layout.title, buffer);
    match app.view {
        View::Read => columns::draw(app, theme, layout, buffer),
        View::Synopsis => synopsis::draw(app, theme, layout, buffer),
        View::Discrepancies => discrepancies::draw(app, theme, layout.body, buffer),
    }
    match &app.mode {
        Mode::Note(draft) => note::draw(draft, theme, layout.apparatus, buffer),
        _ => apparatus::draw(app, theme, layout.apparatus, buffer),
    }
    match &app.mode {
        Mode::Legend => legend::draw(app, theme, layout.body, buffer),
        Mode::Menu(open) => menu::draw(open, theme, area, buffer),
        Mode::Labels(shown) => labels::draw(app, shown, theme, layout, buffer),
        _ => {}
    }
    status::draw(app, theme, layout.status, buffer);
    let cursor = match app.view {
        View::Read => columns::cursor(app, layout),
        View::Synopsis => synopsis::cursor(app, layout),
        View::Discrepancies => None,
    };
    if let Some(cursor) = cursor.filter(|_| matches!(app.mode, Mode::Browse | Mode::Select { .. })) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws `line` from the left of `area`, its rest filled with `fill`.
fn ruled(line: &Line, fill: &str, style: Style, area: Rect, buffer: &mut Buffer) {
    let (mut x, y) = buffer.set_line(area.x, area.y, line, area.width);
    while x < area.right() {
        x = buffer.set_stringn(x, y, fill, usize::from(area.right() - x), style).0;
    }
}
