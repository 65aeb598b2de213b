//! The panel under the texts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::ruled;
use crate::text::width::{columns, shorten};
use crate::tui::app::App;
use crate::tui::apparatus::{Row, heading, rows, style, styled};
use crate::tui::theme::{Part, Theme};

/// Draws the panel: what is shown on its upper edge, then its rows.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let rows = rows(app, usize::from(area.width));
    let height = usize::from(area.height) - 1;
    let top = app.apparatus_top.min(rows.len().saturating_sub(height));
    let below = rows.len().saturating_sub(top + height);
    let (left, mut right) = heading(app);
    if below > 0 {
        right.push(format!("J {below} more"));
    }
    edge(left, right, theme, Rect { height: 1, ..area }, buffer);
    for (row, y) in rows.into_iter().skip(top).zip(area.y + 1..area.bottom()) {
        buffer.set_line(area.x, y, &styled(row, theme), area.width);
    }
}

/// The panel's upper edge: the parts set in a rule. Where there is no room the last on the left give way.
pub fn edge(mut left: Row, right: Vec<String>, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let quiet = theme.part(Part::Quiet);
    let width = usize::from(area.width);
    let taken_right: usize = right.iter().map(|part| columns(part) + 3).sum();
    let taken = |left: &Row| left.iter().map(|(part, _)| columns(part) + 3).sum::<usize>() + taken_right;
    while left.len() > 2 && taken(&left) > width {
        left.pop();
    }
    let room = width.saturating_sub(taken(&left));
    let mut line = vec![Span::raw(" ")];
    for (place, (part, look)) in left.into_iter().enumerate() {
        if place > 0 {
            line.push(Span::styled("─ ", quiet));
        }
        line.push(Span::styled(format!("{} ", shorten(&part, width / 2)), style(look, theme)));
    }
    line.push(Span::styled("─".repeat(room), quiet));
    for part in right {
        line.push(Span::raw(format!(" {part} ")));
        line.push(Span::styled("─", quiet));
    }
    ruled(&Line::from(line), "─", quiet, area, buffer);
}
