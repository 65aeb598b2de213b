//! How far the reading of the articles is, where that takes long enough to be seen; and how to do without the rest.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::text::width::shorten_start;
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::mode::KeyPlace;
use crate::tui::sources::Reached;
use crate::tui::theme::{Part, Theme};
use crate::tui::wording::counted;

/// A longer bar says nothing more.
const MOST_COLUMNS: u16 = 60;
/// Columns that are left free at both sides.
const MARGIN: u16 = 3;

/// Draws it in the middle of the screen.
pub fn draw(app: &App, reached: &Reached, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let width = area.width.saturating_sub(2 * MARGIN).min(MOST_COLUMNS);
    let quiet = theme.part(Part::Quiet);
    let full = usize::from(width) * reached.read / reached.of.max(1);
    let bar = vec![
        Span::styled("█".repeat(full), theme.part(Part::Shared)),
        Span::styled("─".repeat(usize::from(width) - full), quiet),
    ];
    let lines = [
        Line::styled(told(reached), theme.part(Part::Strong)),
        Line::from(bar),
        Line::styled(shorten_start(&reached.now, usize::from(width)), quiet),
        Line::default(),
        keys(app, reached, theme),
    ];
    let x = area.x + (area.width - width) / 2;
    let first = area.y + area.height.saturating_sub(lines.len() as u16) / 2;
    for (line, y) in lines.into_iter().zip(first..area.bottom()) {
        line.render(Rect { x, y, width: area.right() - x, height: 1 }, buffer);
    }
}

/// `reading 12 of 340 articles`
pub fn told(reached: &Reached) -> String {
    match reached.of {
        0 => "looking for the articles".to_owned(),
        of => format!("reading {} of {}", (reached.read + 1).min(of), counted(of, "article", "articles")),
    }
}

/// The keys that help who will not wait.
fn keys(app: &App, reached: &Reached, theme: Theme) -> Line<'static> {
    let key = |action| app.session.keymap.key(KeyPlace::Read, action).unwrap_or("the palette").to_owned();
    let stop = match reached.read {
        0 => None,
        1 => Some("opens the first alone".to_owned()),
        read => Some(format!("opens these {read}")),
    };
    let mut line = Vec::new();
    let keys = [stop.map(|words| (Action::ClearSearch, words)), Some((Action::Quit, "quits".to_owned()))];
    for (action, words) in keys.into_iter().flatten() {
        if !line.is_empty() {
            line.push(Span::styled(" · ", theme.part(Part::Quiet)));
        }
        line.push(Span::styled(key(action), theme.part(Part::Key)));
        line.push(Span::styled(format!(" {words}"), theme.part(Part::Quiet)));
    }
    Line::from(line)
}
