//! The panel under the texts.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::cells::put_line;
use super::ruled;
use crate::text::width::{columns, shorten};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::apparatus::{Row, heading, style, styled};
use crate::tui::theme::{Part, Theme};

/// Draws the panel: what is shown on its upper edge, then its rows.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height) - 1;
    let count = app.apparatus.count();
    let top = app.apparatus_top.min(count.saturating_sub(height));
    let (left, mut right) = heading(app);
    right.extend(beyond(app, top, count.saturating_sub(top + height)));
    edge(left, right, theme, Rect { height: 1, ..area }, buffer);
    for (row, y) in app.apparatus.visible(app, top..top + height).into_iter().zip(area.y + 1..area.bottom()) {
        put_line(&styled(row, theme), Position::new(area.x, y), area.right(), buffer);
    }
}

/// How many rows lie above and below what is visible, with the keys that bring them.
fn beyond(app: &App, above: usize, below: usize) -> Option<String> {
    let part = |rows: usize, sign: &str, action| {
        let key = app.session.keymap.key(app.place(), action).map_or(String::new(), |key| format!("{key} "));
        (rows > 0).then(|| format!("{key}{sign}{rows}"))
    };
    let parts = [part(above, "↑", Action::ApparatusUp), part(below, "↓", Action::ApparatusDown)];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
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
