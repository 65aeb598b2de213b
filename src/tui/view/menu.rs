//! The palette and the list of keys, over the texts: a line to type in, and what matches it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

use super::cells::put_area;
use super::list::cell;
use crate::text::width::{columns, shorten};
use crate::tui::menu::{Entry, Kind, Menu, Row};
use crate::tui::theme::{Part, Theme};

/// Columns between the parts of an entry.
const GAP: usize = 2;

/// Draws `menu` in a terminal of `screen`.
pub fn draw(menu: &Menu, theme: Theme, screen: Rect, buffer: &mut Buffer) {
    let area = menu.area(screen);
    let list = menu.list(screen);
    let title = match menu.kind {
        Kind::Palette => " actions ".to_owned(),
        Kind::Keys => format!(" keys: {} ", menu.of.name().to_lowercase()),
        Kind::Stories => " stories ".to_owned(),
    };
    let mut block = Block::bordered().border_type(BorderType::Rounded).border_style(theme.part(Part::Quiet));
    block = block.title(Span::styled(title, theme.part(Part::Strong)));
    let below = menu.rows().len().saturating_sub(menu.top() + usize::from(list.height));
    if below > 0 {
        block = block.title_bottom(format!(" {below} more "));
    }
    Clear.render(area, buffer);
    block.render(area, buffer);
    line(menu, theme, menu.line(screen), buffer);
    if menu.count() == 0 && list.height > 0 {
        buffer.set_stringn(
            list.x + 1,
            list.y,
            "nothing is called that",
            usize::from(list.width),
            theme.part(Part::Quiet),
        );
    }
    let widest = widest(menu, list.width);
    let rows = menu.rows().iter().enumerate().skip(menu.top());
    for ((place, row), y) in rows.zip(list.y..list.bottom()) {
        let drawn = match row {
            Row::Heading(name) => heading(name, usize::from(list.width), theme),
            Row::Entry(entry) => self::entry(menu, entry, widest, usize::from(list.width), theme),
        };
        buffer.set_line(list.x, y, &drawn, list.width);
        if place == menu.chosen_row() {
            buffer.set_style(Rect { y, height: 1, ..list }, theme.part(Part::Chosen));
        }
    }
}

/// What the chosen entry says, where its row has not room for all of it.
pub fn cut_off(menu: &Menu, screen: Rect) -> Option<String> {
    let width = menu.list(screen).width;
    let entry = menu.chosen()?;
    let told = told(menu, entry);
    (columns(&told) > room(menu, entry, widest(menu, width), usize::from(width))).then_some(told)
}

/// Columns of what entries begin with.
fn widest(menu: &Menu, width: u16) -> usize {
    let widest = menu.rows().iter().filter_map(Row::entry).map(|entry| columns(&first(menu, entry))).max();
    widest.unwrap_or(0).min(usize::from(width) / 2)
}

fn heading(name: &str, width: usize, theme: Theme) -> Line<'static> {
    let quiet = theme.part(Part::Quiet);
    let rule = "─".repeat(width.saturating_sub(columns(name) + 3));
    Line::from(vec![
        Span::styled("─ ", quiet),
        Span::styled(name.to_owned(), theme.part(Part::Heading)),
        Span::styled(format!(" {rule}"), quiet),
    ])
}

/// What is typed, or what can be.
fn line(menu: &Menu, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let quiet = theme.part(Part::Quiet);
    let sign = match menu.kind {
        Kind::Palette => ":",
        Kind::Keys => "?",
        Kind::Stories => "›",
    };
    buffer.set_stringn(area.x, area.y, sign, 1, theme.part(Part::Strong));
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if menu.prompt.text().is_empty() {
        let hint = match menu.kind {
            Kind::Palette => "letters of a name, a word of what it does, a key, or the number of a paragraph",
            Kind::Keys => "a key, or a word of what it does",
            Kind::Stories => "words of a headline, or who tells it",
        };
        let room = usize::from(inside.width.saturating_sub(2));
        buffer.set_stringn(inside.x + 2, inside.y, shorten(hint, room), room, quiet);
        let cursor = menu.prompt.area().cursor_style();
        buffer.set_stringn(inside.x, inside.y, " ", 1, cursor);
        return;
    }
    put_area(menu.prompt.area(), inside, buffer);
}

/// What an entry begins with: the palette's with the name, that of the keys with the keys.
fn first(menu: &Menu, entry: &Entry) -> String {
    match menu.kind {
        Kind::Palette | Kind::Stories => entry.name.clone(),
        Kind::Keys => entry.keys.join(" "),
    }
}

/// What an entry ends with: in the palette its key.
fn last(menu: &Menu, entry: &Entry) -> String {
    match menu.kind {
        Kind::Palette => entry.keys.first().cloned().unwrap_or_default(),
        Kind::Keys | Kind::Stories => String::new(),
    }
}

/// What an entry does, or why it cannot. A name tells what it is about without that, a key does not.
fn told(menu: &Menu, entry: &Entry) -> String {
    match (menu.kind, entry.reason) {
        (_, None) => entry.help.clone(),
        (Kind::Palette | Kind::Stories, Some(reason)) => format!("– {reason}"),
        (Kind::Keys, Some(reason)) => format!("{} – {reason}", entry.help),
    }
}

/// Columns for what an entry does.
fn room(menu: &Menu, entry: &Entry, widest: usize, width: usize) -> usize {
    width.saturating_sub(widest + columns(&last(menu, entry)) + 2 * GAP + 2)
}

fn entry(menu: &Menu, entry: &Entry, widest: usize, width: usize, theme: Theme) -> Line<'static> {
    let quiet = entry.reason.is_some();
    let base = if quiet { theme.part(Part::Quiet) } else { Style::new() };
    let strong = if quiet { base } else { theme.part(Part::Strong) };
    let start = shorten(&first(menu, entry), widest);
    let gap = " ".repeat(widest.saturating_sub(columns(&start)) + GAP);
    let room = room(menu, entry, widest, width);
    let mut line = vec![Span::raw(" ")];
    match menu.kind {
        Kind::Palette | Kind::Stories => line.extend(emphasised(&start, &entry.found.name, base, theme)),
        Kind::Keys => line.push(Span::styled(start, strong)),
    }
    line.push(Span::raw(gap));
    let found = if quiet && menu.kind == Kind::Palette { &[][..] } else { &entry.found.help };
    line.extend(emphasised(&cell(&told(menu, entry), room), found, base, theme));
    line.push(Span::raw(" ".repeat(GAP)));
    line.push(Span::styled(last(menu, entry), strong));
    Line::from(line)
}

/// `text` with the characters at `found` emphasised.
fn emphasised(text: &str, found: &[u32], base: Style, theme: Theme) -> Vec<Span<'static>> {
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (place, character) in text.chars().enumerate() {
        let marked = u32::try_from(place).is_ok_and(|place| found.binary_search(&place).is_ok());
        match pieces.last_mut() {
            Some((piece, last)) if *last == marked => piece.push(character),
            _ => pieces.push((character.to_string(), marked)),
        }
    }
    let look = |marked| if marked { base.patch(theme.part(Part::Key)) } else { base };
    pieces.into_iter().map(|(piece, marked)| Span::styled(piece, look(marked))).collect()
}
