//! What the views that are lists have in common: a heading, and a row for each entry that is visible.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::cells::put_line;
use crate::text::width::{columns, shorten};
use crate::tui::list::List;
use crate::tui::places::Subject;
use crate::tui::theme::{Part, Theme};

/// Draws `heading`, and under it the visible entries of `list` as `row` makes them; `nothing` where there is none.
pub fn draw<'a>(
    list: &List,
    heading: &Line,
    nothing: &str,
    row: impl Fn(Subject) -> Line<'a>,
    theme: Theme,
    area: Rect,
    buffer: &mut Buffer,
) {
    put_line(heading, area.as_position(), area.right(), buffer);
    if list.entries().is_empty() {
        let text = shorten(nothing, usize::from(area.width).saturating_sub(4));
        buffer.set_stringn(area.x + 2, area.y + 2, text, usize::from(area.width), theme.part(Part::Quiet));
        return;
    }
    let visible = list.entries().iter().enumerate().skip(list.top());
    for ((place, &subject), y) in visible.zip(area.y + 1..area.bottom()) {
        put_line(&row(subject), Position::new(area.x, y), area.right(), buffer);
        if place == list.chosen() {
            buffer.set_style(Rect { y, height: 1, ..area }, theme.part(Part::Chosen));
        }
    }
}

/// `text` in exactly `width` columns, cut or filled up.
pub fn cell(text: &str, width: usize) -> String {
    let text = shorten(text, width);
    let gap = width.saturating_sub(columns(&text));
    format!("{text}{}", " ".repeat(gap))
}

/// A heading: what the list is of, and at the right where in it the chosen entry is.
pub fn heading(list: &List, what: &str, theme: Theme, width: u16) -> Line<'static> {
    let place = if list.entries().is_empty() {
        String::new()
    } else {
        format!("{} of {} ", list.chosen() + 1, list.entries().len())
    };
    let what = cell(&format!(" {what}"), usize::from(width).saturating_sub(columns(&place)));
    Line::from(vec![Span::styled(what, theme.part(Part::Strong)), Span::styled(place, theme.part(Part::Quiet))])
}
