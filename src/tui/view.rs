//! The screen, made from the state: one widget a file. Nothing here changes anything.

mod add;
mod apparatus;
mod cells;
mod columns;
mod discrepancies;
mod entities;
mod export;
mod facts;
mod filter;
mod labels;
mod legend;
mod list;
mod menu;
mod mistakes;
mod note;
mod notes;
mod reading;
mod status;
mod synopsis;
mod tabs;
mod title;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
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
        _ if app.reading.is_some() || app.articles.is_empty() => {}
        View::Read => columns::draw(app, theme, layout, buffer),
        View::Synopsis => synopsis::draw(app, theme, layout, buffer),
        View::Facts => facts::draw(app, theme, layout.body, buffer),
        View::Discrepancies => discrepancies::draw(app, theme, layout.body, buffer),
        View::Entities => entities::draw(app, theme, layout.body, buffer),
        View::Notes => notes::draw(app, theme, layout.body, buffer),
    }
    match &app.mode {
        _ if let Some(reached) = &app.reading => {
            reading::draw(app, reached, theme, layout.body.union(layout.apparatus), buffer);
        }
        _ if app.articles.is_empty() => {}
        Mode::Note(draft) => note::draw(draft, theme, layout.apparatus, buffer),
        Mode::Export(_) | Mode::Add(_) => {}
        _ => apparatus::draw(app, theme, layout.apparatus, buffer),
    }
    match &app.mode {
        Mode::Legend => legend::draw(app, theme, layout, buffer),
        Mode::Filter { chosen } => {
            // The list's heading says what is hidden, and is to be seen.
            let (y, rows) = (layout.body.y + 1, layout.body.height - 1 + layout.apparatus.height);
            filter::draw(app, *chosen, theme, Rect { y, height: rows, ..layout.body }, buffer);
        }
        Mode::Export(open) => export::draw(open, theme, layout.apparatus, buffer),
        Mode::Add(open) => add::draw(open, theme, layout.apparatus, buffer),
        Mode::Menu(open) => menu::draw(open, theme, area, buffer),
        Mode::Labels(shown) => labels::draw(app, shown, theme, layout, buffer),
        _ => {}
    }
    if let Mode::Mistakes { top, of } = &app.mode {
        mistakes::draw(of, *top, theme, layout.body, buffer);
    }
    status::draw(app, theme, layout.status, buffer);
    paper(theme, buffer);
    let cursor = match app.view {
        View::Read => columns::cursor(app, layout),
        View::Synopsis => synopsis::cursor(app, layout),
        View::Facts | View::Discrepancies | View::Entities | View::Notes => None,
    };
    if let Some(cursor) = cursor.filter(|_| matches!(app.mode, Mode::Browse | Mode::Select { .. })) {
        frame.set_cursor_position(cursor);
    }
}

/// Gives all that has no colours of its own those of the theme, where it has any.
fn paper(theme: Theme, buffer: &mut Buffer) {
    let screen = theme.screen();
    if screen == Style::new() {
        return;
    }
    for cell in &mut buffer.content {
        let own = cell.style();
        cell.set_style(screen);
        cell.set_style(Style {
            fg: own.fg.filter(|&ink| ink != Color::Reset),
            bg: own.bg.filter(|&paper| paper != Color::Reset),
            ..own
        });
    }
}

/// Draws `line` from the left of `area`, its rest filled with `fill`.
fn ruled(line: &Line, fill: &str, style: Style, area: Rect, buffer: &mut Buffer) {
    let (mut x, y) = (cells::put_line(line, area.as_position(), area.right(), buffer), area.y);
    while x < area.right() {
        x = buffer.set_stringn(x, y, fill, usize::from(area.right() - x), style).0;
    }
}
