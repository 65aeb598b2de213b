//! The last line: where the keys are, and what they do here; or what was just done, or could not be done.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::cells::put_area;
use super::menu::cut_off;
use crate::text::width::{columns, shorten};
use crate::tui::action::Action;
use crate::tui::app::{App, Message};
use crate::tui::hints::hints;
use crate::tui::lists::notes::all_tags;
use crate::tui::mode::Mode;
use crate::tui::prompt::Prompt;
use crate::tui::reasons::reason;
use crate::tui::theme::{Part, Theme};

/// Columns between the name of the place and what follows, and between two hints.
const GAP: usize = 2;

/// Draws the line.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let style = theme.part(Part::Strong).add_modifier(Modifier::REVERSED);
    let (x, y) = buffer.set_stringn(area.x, area.y, place(app), usize::from(area.width), style);
    let x = x + GAP as u16;
    let rest = Rect { x, y, width: area.right().saturating_sub(x), height: 1 };
    if let Mode::Search(prompt) = &app.mode {
        return search(prompt, app.message.as_ref(), theme, rest, buffer);
    }
    if let Mode::Narrow(prompt) = &app.mode {
        let listed = app.list().map_or(0, crate::tui::list::List::whole);
        let told = match all_tags(app) {
            tags if tags.is_empty() => format!("{listed} found"),
            tags => format!("{listed} found · {}", tags.join(" ")),
        };
        return search(prompt, Some(&Message::Done(told)), theme, rest, buffer);
    }
    if let Some(message) = text(app) {
        let (text, look) = told(&message, theme);
        buffer.set_stringn(rest.x, y, shorten(text, usize::from(rest.width)), usize::from(rest.width), look);
        return;
    }
    let pieces = keys(app, usize::from(rest.width))
        .into_iter()
        .map(|piece| Span::styled(piece.text, theme.part(if piece.is_key { Part::Strong } else { Part::Quiet })));
    buffer.set_line(rest.x, y, &pieces.collect::<Line>(), rest.width);
}

/// What stands in place of the hints.
fn text(app: &App) -> Option<Message> {
    app.message.clone().or_else(|| match &app.mode {
        Mode::Menu(menu) => cut_off(menu, app.area()).map(Message::Done),
        _ => None,
    })
}

/// The action whose hint is drawn on a cell.
pub fn hint_at(app: &App, at: Position) -> Option<Action> {
    let area = app.layout.as_ref()?.status;
    if !area.contains(at) || text(app).is_some() || matches!(app.mode, Mode::Search(_) | Mode::Narrow(_)) {
        return None;
    }
    let mut start = usize::from(area.x) + columns(&place(app)) + GAP;
    let room = usize::from(area.right()).saturating_sub(start);
    keys(app, room).into_iter().find_map(|piece| {
        let cells = start..start + columns(piece.text.trim_end());
        start += columns(&piece.text);
        piece.action.filter(|_| cells.contains(&usize::from(at.x)))
    })
}

/// Where the keys are, and the number typed before the next.
fn place(app: &App) -> String {
    match app.count {
        Some(count) => format!(" {} {count} ", app.place().name()),
        None => format!(" {} ", app.place().name()),
    }
}

/// A part of the hints.
struct Piece {
    text: String,
    is_key: bool,
    /// What a click on it does.
    action: Option<Action>,
}

/// As many hints as fit.
fn keys(app: &App, width: usize) -> Vec<Piece> {
    let mut line = Vec::new();
    let mut used = 0;
    let place = app.place();
    for &(action, other, word) in hints(place) {
        let Some(key) = app.session.keymap.key(place, action) else { continue };
        // Where little can be done, what cannot be is not offered.
        if (app.reading.is_some() || matches!(app.mode, Mode::Add(_))) && reason(app, action).is_some() {
            continue;
        }
        let mut pieces = vec![Piece { text: key.to_owned(), is_key: true, action: Some(action) }];
        if let Some((other, key)) = other.and_then(|other| Some((other, app.session.keymap.key(place, other)?))) {
            pieces.push(Piece { text: "/".to_owned(), is_key: true, action: None });
            pieces.push(Piece { text: key.to_owned(), is_key: true, action: Some(other) });
        }
        pieces.push(Piece { text: format!(" {word}"), is_key: false, action: Some(action) });
        used += pieces.iter().map(|piece| columns(&piece.text)).sum::<usize>();
        if used > width {
            break;
        }
        used += GAP;
        line.append(&mut pieces);
        line.push(Piece { text: " ".repeat(GAP), is_key: false, action: None });
    }
    line
}

fn told(message: &Message, theme: Theme) -> (&str, Style) {
    match message {
        Message::Done(text) => (text, Style::new()),
        Message::Failed(text) => (text, theme.part(Part::Failed)),
    }
}

/// The pattern being typed, with what it finds at the right.
fn search(prompt: &Prompt, message: Option<&Message>, theme: Theme, area: Rect, buffer: &mut Buffer) {
    buffer.set_string(area.x, area.y, "/", theme.part(Part::Strong));
    let (text, look) = message.map_or(("", Style::new()), |message| told(message, theme));
    let text = shorten(text, usize::from(area.width) / 2);
    let wide = columns(&text) as u16;
    let room = area.width.saturating_sub(wide + 3);
    put_area(prompt.area(), Rect { x: area.x + 1, width: room, ..area }, buffer);
    buffer.set_string(area.right() - wide - 1, area.y, text, look);
}
