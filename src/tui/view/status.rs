//! The last line: where the keys are, and what they do here; or what was just done, or could not be done.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::text::width::{columns, shorten};
use crate::tui::action::hints;
use crate::tui::app::{App, Message};
use crate::tui::mode::Mode;
use crate::tui::theme::{Part, Theme};

/// Draws the line.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let place = match app.count {
        Some(count) => format!(" {} {count} ", app.place().name()),
        None => format!(" {} ", app.place().name()),
    };
    let style = theme.part(Part::Strong).add_modifier(Modifier::REVERSED);
    let (x, y) = buffer.set_stringn(area.x, area.y, &place, usize::from(area.width), style);
    let rest = Rect { x: x + 2, y, width: area.right().saturating_sub(x + 2), height: 1 };
    if let Mode::Search(prompt) = &app.mode {
        return search(prompt, app.message.as_ref(), theme, rest, buffer);
    }
    match &app.message {
        Some(message) => {
            let (text, look) = told(message, theme);
            buffer.set_stringn(rest.x, y, shorten(text, usize::from(rest.width)), usize::from(rest.width), look);
        }
        None => {
            buffer.set_line(rest.x, y, &keys(app, theme, usize::from(rest.width)), rest.width);
        }
    }
}

/// As many hints as fit.
fn keys(app: &App, theme: Theme, width: usize) -> Line<'static> {
    let mut line = Vec::new();
    let mut used = 0;
    let place = app.place();
    for &(action, other, word) in hints(place) {
        let Some(key) = app.keymap.key(place, action) else { continue };
        let other = other.and_then(|other| app.keymap.key(place, other));
        let key = other.map_or_else(|| key.to_owned(), |other| format!("{key}/{other}"));
        used += columns(&key) + columns(word) + 4;
        if used > width + 3 {
            break;
        }
        line.push(Span::styled(key, theme.part(Part::Strong)));
        line.push(Span::styled(format!(" {word}   "), theme.part(Part::Quiet)));
    }
    Line::from(line)
}

fn told(message: &Message, theme: Theme) -> (&str, Style) {
    match message {
        Message::Done(text) => (text, Style::new()),
        Message::Failed(text) => (text, theme.part(Part::Failed)),
    }
}

/// The pattern being typed, with what it finds at the right.
fn search(
    prompt: &ratatui_textarea::TextArea,
    message: Option<&Message>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    buffer.set_string(area.x, area.y, "/", theme.part(Part::Strong));
    let (text, look) = message.map_or(("", Style::new()), |message| told(message, theme));
    let text = shorten(text, usize::from(area.width) / 2);
    let wide = columns(&text) as u16;
    let room = area.width.saturating_sub(wide + 3);
    prompt.render(Rect { x: area.x + 1, width: room, ..area }, buffer);
    buffer.set_string(area.right() - wide - 1, area.y, text, look);
}
